package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/draw"
	stdpng "image/png"
	"os"
	"strconv"
	"syscall"

	"github.com/fogleman/gg"
	"golang.org/x/image/vector"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// child draws one picture: KIND IN WIDTH HEIGHT DPI OUT [WORKERS EDGES], KIND being
// ours, ready, vector, gg, or the program that agg/main.cpp makes. It prints the CPU time
// that drawing took.
// It also makes scenes (scene DIR NAME DPI), compares pictures (differ A B), copies
// as many pixels (copy WIDTH HEIGHT), rewrites a wasm program as the studio's is (slim
// FILE) and encodes a hard-edged picture by ours and by
// image/png (encode DESIGN DPI).
func child(args []string) error {
	switch {
	case len(args) == 4 && args[0] == "scene":
		dpi, err := strconv.ParseFloat(args[3], 64)
		if err != nil {
			return err
		}
		s, err := makeScene(args[1], args[2], dpi)
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(s)
	case len(args) == 3 && args[0] == "differ":
		v, err := difference(args[1], args[2])
		fmt.Println(v)
		return err
	}
	if len(args) == 2 && args[0] == "slim" {
		return slimmed(args[1])
	}
	if len(args) == 3 {
		switch args[0] {
		case "copy":
			return copying(args[1], args[2])
		case "encode":
			return encoding(args[1], args[2])
		}
	}
	if len(args) < 6 {
		return fmt.Errorf("child: %d arguments", len(args))
	}
	kind, in, out := args[0], args[1], args[5]
	var size [2]int
	for i := range size {
		v, err := strconv.Atoi(args[2+i])
		if err != nil {
			return err
		}
		size[i] = v
	}
	dpi, err := strconv.ParseFloat(args[4], 64)
	if err != nil {
		return err
	}
	if kind == "ours" {
		c, err := lay(in)
		if err != nil {
			return err
		}
		return ours(c, out, raster.Options{DPI: dpi}, args[6:])
	}
	d, err := readSVG(in)
	if err != nil {
		return err
	}
	if kind == "ready" {
		return ours(d.cloth(size), out, raster.Options{Width: size[0]}, args[6:])
	}
	m := image.NewRGBA(image.Rect(0, 0, size[0], size[1]))
	scale := geom.Scale(float64(size[0])/d.w, float64(size[1])/d.h)
	if kind == "vector" {
		d.split()
	}
	start := spent()
	switch kind {
	case "vector":
		byVector(m, d, scale)
	case "gg":
		byGG(m, d, scale)
	default:
		if m.Pix, err = byAGG(kind, in, m.Rect.Max, d, scale); err != nil {
			return err
		}
	}
	if kind == "vector" || kind == "gg" {
		fmt.Printf("draw %f\n", spent()-start)
	}
	return create(out, func(w *bufio.Writer) error {
		e := stdpng.Encoder{CompressionLevel: stdpng.BestSpeed}
		return e.Encode(w, m)
	})
}

// spent returns the CPU seconds of this process so far.
func spent() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	s := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return s(u.Utime) + s(u.Stime)
}

func create(name string, write func(*bufio.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	b := bufio.NewWriterSize(f, 1<<20)
	if err := write(b); err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func lay(design string) (*cloth.Cloth, error) {
	b, err := os.ReadFile(design)
	if err != nil {
		return nil, err
	}
	d, err := batik.Decode(b)
	if err != nil {
		return nil, err
	}
	return batik.Lay(d)
}

// ours draws a cloth: into a png, or without one band by band into nothing.
func ours(c *cloth.Cloth, out string, o raster.Options, args []string) error {
	var err error
	if o.Workers, err = strconv.Atoi(args[0]); err != nil {
		return err
	}
	switch args[1] {
	case "hard":
		o.Edges = raster.Hard
	case "fitted":
		o.FitZones = true
	}
	ctx := context.Background()
	if out != "" {
		return create(out, func(w *bufio.Writer) error { return png.Encode(ctx, w, c, o) })
	}
	// Anew until it has taken half a second, since what a repeat takes is little.
	start, times := spent(), 0
	for times == 0 || spent()-start < .5 {
		if err := bands(ctx, c, o); err != nil {
			return err
		}
		times++
	}
	fmt.Printf("draw %f\n", (spent()-start)/float64(times))
	return nil
}

// bands draws a cloth band by band into nothing.
func bands(ctx context.Context, c *cloth.Cloth, o raster.Options) error {
	r, err := raster.New(c, o)
	if err != nil {
		return err
	}
	if o.Edges == raster.Hard {
		for _, err := range r.IndexedBands(ctx, 0) {
			if err != nil {
				return err
			}
		}
		return nil
	}
	for _, err := range r.Bands(ctx, 0) {
		if err != nil {
			return err
		}
	}
	return nil
}

func byVector(m *image.RGBA, d *drawing, scale geom.Affine) {
	var z vector.Rasterizer
	for _, f := range d.figures {
		path := f.path
		if f.width > 0 {
			var out geom.Path
			for _, p := range path.Flatten(.005) {
				for _, q := range p.Stroke(f.width, .005) {
					out = out.Join(q.Path())
				}
			}
			path = out
		}
		path = path.Transform(scale)
		box := path.Bounds()
		if box.Empty() {
			continue
		}
		q := image.Rect(int(box.Min.X)-1, int(box.Min.Y)-1, int(box.Max.X)+2, int(box.Max.Y)+2).Intersect(pixels(f.clip, scale)).Intersect(m.Rect)
		if q.Empty() {
			continue
		}
		z.Reset(q.Dx(), q.Dy())
		x := func(p geom.Pt) (float32, float32) {
			return float32(p.X - float64(q.Min.X)), float32(p.Y - float64(q.Min.Y))
		}
		pts := path.Pts
		for _, v := range path.Verbs {
			switch v {
			case geom.Move:
				z.MoveTo(x(pts[0]))
				pts = pts[1:]
			case geom.Line:
				z.LineTo(x(pts[0]))
				pts = pts[1:]
			case geom.Cubic:
				ax, ay := x(pts[0])
				bx, by := x(pts[1])
				cx, cy := x(pts[2])
				z.CubeTo(ax, ay, bx, by, cx, cy)
				pts = pts[3:]
			case geom.Close:
				z.ClosePath()
			}
		}
		z.Draw(m, q, image.NewUniform(f.color), image.Point{})
	}
}

// pixels returns a clip in pixels; an empty clip is none.
func pixels(r geom.Rect, scale geom.Affine) image.Rectangle {
	if r.Empty() {
		return image.Rect(-1<<20, -1<<20, 1<<20, 1<<20)
	}
	a, b := scale.Apply(r.Min), scale.Apply(r.Max)
	return image.Rect(int(a.X+.5), int(a.Y+.5), int(b.X+.5), int(b.Y+.5))
}

func byGG(m *image.RGBA, d *drawing, scale geom.Affine) {
	draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	c := gg.NewContextForRGBA(m)
	c.SetLineCapRound()
	c.SetLineJoinRound()
	for _, f := range d.figures {
		path := f.path.Transform(scale)
		pts := path.Pts
		for _, v := range path.Verbs {
			switch v {
			case geom.Move:
				c.MoveTo(pts[0].X, pts[0].Y)
				pts = pts[1:]
			case geom.Line:
				c.LineTo(pts[0].X, pts[0].Y)
				pts = pts[1:]
			case geom.Cubic:
				c.CubicTo(pts[0].X, pts[0].Y, pts[1].X, pts[1].Y, pts[2].X, pts[2].Y)
				pts = pts[3:]
			case geom.Close:
				c.ClosePath()
			}
		}
		c.SetColor(f.color)
		if f.width > 0 {
			c.SetLineWidth(f.width * scale.A)
			c.Stroke()
		} else {
			c.Fill()
		}
	}
}
