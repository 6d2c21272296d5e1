package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// drawing is a flat svg of ours, for renderers that read none.
type drawing struct {
	w, h    float64 // mm
	figures []figure
}

// figure is a filled path, or one drawn with a pen of so many mm.
type figure struct {
	path  geom.Path
	width float64
	color color.RGBA
	clip  geom.Rect // empty: none
}

// readSVG reads the little of SVG that svg.Options.Flat writes.
func readSVG(name string) (*drawing, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dec := xml.NewDecoder(f)
	d := &drawing{}
	stack := []figure{{color: color.RGBA{A: 255}}}
	clips := map[string]geom.Rect{}
	clip := "" // the id of the clipPath that we are in
	for {
		t, err := dec.Token()
		if err == io.EOF {
			return d, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			g := stack[len(stack)-1]
			var x, y, w, h float64
			var data string
			for _, a := range t.Attr {
				number := func(v *float64) { *v, err = strconv.ParseFloat(a.Value, 64) }
				err = nil
				switch a.Name.Local {
				case "x":
					number(&x)
				case "y":
					number(&y)
				case "width":
					number(&w)
				case "height":
					number(&h)
				case "fill", "stroke":
					if a.Value != "none" {
						g.color, err = hex(a.Value)
					}
				case "stroke-width":
					number(&g.width)
				case "clip-path":
					g.clip = clips[strings.TrimSuffix(strings.TrimPrefix(a.Value, "url(#"), ")")]
				case "id":
					if t.Name.Local == "clipPath" {
						clip = a.Value
					}
				case "d":
					data = a.Value
				case "viewBox":
					_, err = fmt.Sscanf(a.Value, "0 0 %f %f", &d.w, &d.h)
				case "transform", "href":
					err = errors.New("is not read")
				}
				if err != nil {
					return nil, fmt.Errorf("<%s %s>: %w", t.Name.Local, a.Name.Local, err)
				}
			}
			switch t.Name.Local {
			case "rect":
				if r := geom.R(x, y, w, h); clip != "" {
					clips[clip] = r
				} else {
					p := geom.Polyline(r.Min, geom.Pt{X: r.Max.X, Y: r.Min.Y}, r.Max, geom.Pt{X: r.Min.X, Y: r.Max.Y}).Close()
					d.figures = append(d.figures, figure{path: p, color: g.color, clip: g.clip})
				}
			case "path":
				if g.path, err = parse(data); err != nil {
					return nil, err
				}
				d.figures = append(d.figures, g)
				g.path = geom.Path{}
			}
			stack = append(stack, g)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			if t.Name.Local == "clipPath" {
				clip = ""
			}
		}
	}
}

func hex(s string) (color.RGBA, error) {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}, err
}

// parse reads path data; arcs are half circles.
func parse(s string) (geom.Path, error) {
	var p geom.Path
	var at, start geom.Pt
	var verb byte
	args := map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 'a': 7, 'z': 0}
	i := 0
	number := func() (float64, error) {
		for i < len(s) && (s[i] == ' ' || s[i] == ',' || s[i] == '\n') {
			i++
		}
		from, dot := i, false
		for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '-' && i == from || s[i] == '.' && !dot) {
			dot = dot || s[i] == '.'
			i++
		}
		return strconv.ParseFloat(s[from:i], 64)
	}
	for {
		for i < len(s) && (s[i] == ' ' || s[i] == '\n') {
			i++
		}
		if i == len(s) {
			return p, nil
		}
		if c := s[i]; c >= 'A' {
			verb = c
			i++
		} else if verb|32 == 'm' { // more points after a move are lines
			verb-- // to l, or L
		} else if verb|32 == 'z' {
			return p, fmt.Errorf("path: a number after %c", verb)
		}
		n, ok := args[verb|32]
		if !ok {
			return p, fmt.Errorf("path: %c is not read", verb)
		}
		var v [7]float64
		for k := range n {
			var err error
			if v[k], err = number(); err != nil {
				return p, fmt.Errorf("path: %w", err)
			}
		}
		var from geom.Pt // what coordinates are relative to
		if verb >= 'a' {
			from = at
		}
		pt := func(k int) geom.Pt { return from.Add(geom.Pt{X: v[k], Y: v[k+1]}) }
		switch verb | 32 {
		case 'm':
			at = pt(0)
			start = at
			p = p.MoveTo(at)
		case 'l':
			at = pt(0)
			p = p.LineTo(at)
		case 'h':
			at.X = from.X + v[0]
			p = p.LineTo(at)
		case 'v':
			at.Y = from.Y + v[0]
			p = p.LineTo(at)
		case 'c':
			p = p.CubeTo(pt(0), pt(2), pt(4))
			at = pt(4)
		case 'a':
			end := pt(5)
			c := at.Lerp(end, .5)
			r := at.Sub(c)
			q := geom.Pt{X: -r.Y, Y: r.X} // a quarter on
			const k = .5522847498
			p = p.CubeTo(at.Add(q.Mul(k)), c.Add(q).Add(r.Mul(k)), c.Add(q))
			p = p.CubeTo(c.Add(q).Sub(r.Mul(k)), end.Add(q.Mul(k)), end)
			at = end
		case 'z':
			p = p.Close()
			at = start
		}
	}
}

// split takes paths apart into pieces whose boxes lie apart: what makes a
// rasteriser of boxes fast.
func (d *drawing) split() {
	var out []figure
	for _, f := range d.figures {
		for _, p := range apart(f.path) {
			g := f
			g.path = p
			out = append(out, g)
		}
	}
	d.figures = out
}

// apart returns the subpaths of a path, those whose boxes overlap together.
func apart(p geom.Path) (out []geom.Path) {
	type sub struct {
		path geom.Path
		box  geom.Rect
		of   int
	}
	var subs []sub
	pts := p.Pts
	for from := 0; from < len(p.Verbs); {
		to, n := from, 0
		for ; to < len(p.Verbs) && (to == from || p.Verbs[to] != geom.Move); to++ {
			n += map[geom.Verb]int{geom.Move: 1, geom.Line: 1, geom.Cubic: 3}[p.Verbs[to]]
		}
		q := geom.Path{Verbs: p.Verbs[from:to:to], Pts: pts[:n:n]}
		subs = append(subs, sub{q, q.Bounds(), len(subs)})
		from, pts = to, pts[n:]
	}
	root := func(i int) int {
		for subs[i].of != i {
			i = subs[i].of
		}
		return i
	}
	order := make([]int, len(subs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case subs[a].box.Min.X < subs[b].box.Min.X:
			return -1
		case subs[a].box.Min.X > subs[b].box.Min.X:
			return 1
		}
		return a - b
	})
	var open []int // what a line sweeping to the right crosses
	for _, i := range order {
		b := subs[i].box
		open = slices.DeleteFunc(open, func(k int) bool { return subs[k].box.Max.X < b.Min.X })
		for _, k := range open {
			if subs[k].box.Min.Y <= b.Max.Y && b.Min.Y <= subs[k].box.Max.Y {
				subs[max(root(i), root(k))].of = min(root(i), root(k))
			}
		}
		open = append(open, i)
	}
	at := map[int]int{}
	for i, s := range subs {
		r := root(i)
		if n, ok := at[r]; ok {
			out[n] = out[n].Join(s.path)
			continue
		}
		at[r] = len(out)
		out = append(out, s.path)
	}
	return out
}

// cloth returns the drawing as a cloth of plots, each with the figures that touch
// it, so that none is looked at far from where it lies. It is as large as the
// drawing and repeats as a whole, which makes its pixels those of the svg, px of
// them.
func (d *drawing) cloth(px [2]int) *cloth.Cloth {
	const side = 25 // mm
	d.split()
	// The raster has one scale for both axes when it is given a width.
	k := float64(px[1]) * d.w / (float64(px[0]) * d.h)
	stretch := geom.Scale(1, k)
	d.h *= k
	c := &cloth.Cloth{Size: geom.Pt{X: d.w, Y: d.h}, Repeat: geom.Pt{X: d.w, Y: d.h}}
	inks := map[color.RGBA]int{}
	across, down := int(d.w/side)+1, int(d.h/side)+1
	// Clips change a few times only; each is a layer of plots over the last.
	var plots map[int]int
	var clip geom.Rect
	for i, f := range d.figures {
		f.path = f.path.Transform(stretch)
		f.clip = geom.Rect{Min: stretch.Apply(f.clip.Min), Max: stretch.Apply(f.clip.Max)}
		ink, ok := inks[f.color]
		if !ok {
			ink = len(c.Inks)
			inks[f.color] = ink
			c.Inks = append(c.Inks, palette.Ink{Color: palette.Color{R: f.color.R, G: f.color.G, B: f.color.B}})
		}
		if i == 0 || f.clip != clip {
			plots, clip = map[int]int{}, f.clip
		}
		m := geom.Mark{Path: f.path}
		if f.width > 0 {
			m.Kind, m.Width = geom.Stroke, f.width
		}
		box := f.path.Bounds()
		at := func(v float64, n int) int { return max(0, min(n-1, int(v/side))) }
		const reach = 1 // mm, for the pen and the pixel
		for y := at(box.Min.Y-f.width-reach, down); y <= at(box.Max.Y+f.width+reach, down); y++ {
			for x := at(box.Min.X-f.width-reach, across); x <= at(box.Max.X+f.width+reach, across); x++ {
				plot := geom.R(float64(side*x), float64(side*y), side, side)
				if !clip.Empty() {
					if plot = plot.Intersect(clip); plot.Empty() {
						continue
					}
				}
				k, ok := plots[y*across+x]
				if !ok {
					k = len(c.Zones)
					plots[y*across+x] = k
					c.Zones = append(c.Zones, cloth.Zone{Bounds: plot, Ground: -1})
				}
				c.Zones[k].Cell = append(c.Zones[k].Cell, cloth.Shape{Ink: ink, Mark: m})
			}
		}
	}
	return c
}
