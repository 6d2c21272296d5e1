// Render draws a saved design as a picture or as vectors. The design may be JSON,
// or a png, tif or svg of ours, which carries its design inside. Hard edges give a
// picture indexed by the inks, as separations begin with; -dyed shows the cloth as
// dyed cotton; -fit lets borders repeat by whole pixels, which is drawn faster. -check
// tells where its lines and gaps are too fine for its technique.
//
//	go run ./examples/render -design FILE -o OUT.png|OUT.tif|OUT.svg [-dpi N | -width PX] [-window X,Y,W,H] [-hard | -dyed [-crackle N]] [-fit]
//	go run ./examples/render -design FILE -check
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/check"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/export/tiff"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/examples/internal/whole"
	"github.com/jagadbatik/jagad/pattern/seed"
)

func main() {
	design := flag.String("design", "", "the design: `FILE`.json, .png, .tif or .svg")
	out := flag.String("o", "", "picture to write: `OUT`.png, OUT.tif or OUT.svg")
	dpi := flag.Float64("dpi", 0, "resolution of a picture in dots per inch")
	width := flag.Int("width", 0, "or its width in `PX`")
	window := flag.String("window", "", "only this part of a picture, `X,Y,W,H` in pixels of the whole")
	hard := flag.Bool("hard", false, "hard edges: no colours but the inks")
	dyed := flag.Bool("dyed", false, "as dyed cotton: thread, weave and uneven dye")
	crackle := flag.Float64("crackle", 0, "with so many cracks in a cm² of wax: 2 is light, 5 usual, 12 full")
	fit := flag.Bool("fit", false, "stretch borders by up to a quarter of a millimetre to repeat by whole pixels")
	checks := flag.Bool("check", false, "instead of drawing, tell where lines and gaps are too fine to make")
	flag.Parse()
	o := raster.Options{DPI: *dpi, Width: *width, FitZones: *fit}
	if *hard {
		o.Edges = raster.Hard
	}
	if *dyed || *crackle != 0 {
		o.Finish = &raster.Finish{Crackle: wax.Crackle{Density: *crackle, Grain: .5}}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	act := func() error { return run(ctx, *design, *out, o, *window) }
	if *checks {
		act = func() error { return look(ctx, os.Stdout, *design) }
	}
	if err := act(); err != nil {
		fmt.Fprintln(os.Stderr, "render:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, file, out string, o raster.Options, window string) error {
	switch {
	case file == "":
		return errors.New("-design: name a design to draw")
	case out == "":
		return errors.New("-o: name a file to write, .png, .tif or .svg")
	case o.DPI != 0 && o.Width != 0:
		return errors.New("-dpi and -width: give one of the two")
	}
	d, err := open(file)
	if err != nil {
		return err
	}
	c, err := batik.Lay(d)
	if err != nil {
		return err
	}
	ext := strings.ToLower(filepath.Ext(out))
	switch ext {
	case ".svg":
		if o != (raster.Options{}) || window != "" {
			return errors.New("-dpi, -width, -window, -hard, -dyed and -fit are for pictures; an svg is in millimetres")
		}
		return whole.Write(out, func(w io.Writer) error { return svg.Encode(ctx, w, c, svg.Options{}) })
	case ".png", ".tif", ".tiff":
	default:
		return fmt.Errorf("-o: %q ends in %q; want .png, .tif or .svg", out, ext)
	}
	if o.Finish != nil {
		o.Finish.Hand, o.Finish.Seed = wax.Hand(d.Technique), seed.Seed(d.Seed)
	}
	r, err := raster.New(c, o)
	if err != nil {
		return err
	}
	part := r.Bounds()
	if window != "" {
		var x, y, w, h int
		if n, err := fmt.Sscanf(window, "%d,%d,%d,%d", &x, &y, &w, &h); n != 4 || err != nil {
			return fmt.Errorf("-window: is %q; want X,Y,W,H in pixels, such as 0,0,800,600", window)
		}
		part = image.Rect(x, y, x+w, y+h)
	}
	if ext == ".png" {
		return whole.Write(out, func(w io.Writer) error { return png.EncodeWindow(ctx, w, r, part) })
	}
	return whole.WriteSeek(out, func(w io.WriteSeeker) error { return tiff.EncodeWindow(ctx, w, r, part) })
}

// look tells what of a cloth is too fine for its technique, narrowest first.
func look(ctx context.Context, w io.Writer, file string) error {
	if file == "" {
		return errors.New("-design: name a design to check")
	}
	d, err := open(file)
	if err != nil {
		return err
	}
	c, err := batik.Lay(d)
	if err != nil {
		return err
	}
	limits := check.For(string(d.Technique))
	r, err := check.Cloth(ctx, c, limits)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: lines from %g mm, gaps from %g mm. %d places are finer, %.2f %% of the cloth.\n",
		d.Technique, limits.Line, limits.Gap, r.Count, 100*r.Share)
	for _, f := range r.Findings {
		fmt.Fprintf(w, "%-10s %6.2f mm at %.1f, %.1f mm of %s, %s\n", f.Kind, f.Width, f.At.X, f.At.Y, f.Zone, c.Inks[f.Ink].Name)
	}
	return nil
}

// open reads a design from JSON or out of a picture.
func open(file string) (*batik.Design, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	switch strings.ToLower(filepath.Ext(file)) {
	case ".png":
		b, err = png.Source(bytes.NewReader(b))
	case ".tif", ".tiff":
		b, err = tiff.Source(bytes.NewReader(b))
	case ".svg":
		b, err = svg.Source(bytes.NewReader(b))
	}
	if err != nil {
		return nil, fmt.Errorf("-design: %s: %w", file, err)
	}
	return batik.Decode(b)
}
