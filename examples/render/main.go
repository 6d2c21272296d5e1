// Render draws a saved design as a picture or as vectors. The design may be JSON,
// or a png or svg of ours, which carries its design inside.
//
//	go run ./examples/render -design FILE -o OUT.png|OUT.svg [-dpi N | -width PX] [-window X,Y,W,H]
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
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/examples/internal/whole"
)

func main() {
	design := flag.String("design", "", "the design: `FILE`.json, .png or .svg")
	out := flag.String("o", "", "picture to write: `OUT`.png or OUT.svg")
	dpi := flag.Float64("dpi", 0, "resolution of a png in dots per inch")
	width := flag.Int("width", 0, "or its width in `PX`")
	window := flag.String("window", "", "only this part of a png, `X,Y,W,H` in pixels of the whole")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *design, *out, *dpi, *width, *window); err != nil {
		fmt.Fprintln(os.Stderr, "render:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, file, out string, dpi float64, width int, window string) error {
	switch {
	case file == "":
		return errors.New("-design: name a design to draw")
	case out == "":
		return errors.New("-o: name a file to write, .png or .svg")
	case dpi != 0 && width != 0:
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
	switch ext := strings.ToLower(filepath.Ext(out)); ext {
	case ".svg":
		if dpi != 0 || width != 0 || window != "" {
			return errors.New("-dpi, -width and -window are for a png; an svg is in millimetres")
		}
		return whole.Write(out, func(w io.Writer) error { return svg.Encode(ctx, w, c, svg.Options{}) })
	case ".png":
		o := raster.Options{DPI: dpi, Width: width}
		if window == "" {
			return whole.Write(out, func(w io.Writer) error { return png.Encode(ctx, w, c, o) })
		}
		var x, y, wd, ht int
		if n, err := fmt.Sscanf(window, "%d,%d,%d,%d", &x, &y, &wd, &ht); n != 4 || err != nil {
			return fmt.Errorf("-window: is %q; want X,Y,W,H in pixels, such as 0,0,800,600", window)
		}
		r, err := raster.New(c, o)
		if err != nil {
			return err
		}
		part := image.Rect(x, y, x+wd, y+ht)
		return whole.Write(out, func(w io.Writer) error { return png.EncodeWindow(ctx, w, r, part) })
	default:
		return fmt.Errorf("-o: %q ends in %q; want .png or .svg", out, ext)
	}
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
	case ".svg":
		b, err = svg.Source(bytes.NewReader(b))
	}
	if err != nil {
		return nil, fmt.Errorf("-design: %s: %w", file, err)
	}
	return batik.Decode(b)
}
