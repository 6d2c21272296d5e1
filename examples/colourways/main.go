// Colourways draws one design in many colours: its market's own schemes, and after
// these what the market's range of colours gives. It is traced and drawn once.
//
//	go run ./examples/colourways -o DIR [-design FILE | -market ID -motif ID] [-n 24] [-width PX]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"io"
	"iter"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/examples/internal/whole"
)

func main() {
	dir := flag.String("o", "", "`DIR` for the pictures, which carry their designs")
	file := flag.String("design", "", "a saved design as JSON, `FILE`; or")
	market := flag.String("market", "id-pekalongan", "market `ID`")
	motif := flag.String("motif", "", "motif `ID`; empty chooses")
	n := flag.Int("n", 24, "how many")
	width := flag.Int("width", 1600, "width of each picture in `px`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *dir, *file, *market, *motif, *n, *width); err != nil {
		fmt.Fprintln(os.Stderr, "colourways:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, dir, file, market, motif string, n, width int) error {
	if dir == "" {
		return errors.New("give -o DIR")
	}
	d, err := read(file, market, motif)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	began := time.Now()
	all := batik.Colourways(d, n)
	if len(all) == 0 {
		return fmt.Errorf("-n: %d asks for no colourway", n)
	}
	pola, err := batik.Trace(all[0])
	if err != nil {
		return err
	}
	c, err := pola.InkParts(all[0])
	if err != nil {
		return err
	}
	r, err := raster.New(c, raster.Options{Width: width})
	if err != nil {
		return err
	}
	coverage, err := r.Coverage(ctx, r.Bounds())
	if err != nil {
		return err
	}
	fmt.Printf("%s: traced and drawn in %d ms\n", d.Title, time.Since(began).Milliseconds())
	began = time.Now()
	m := image.NewRGBA(r.Bounds())
	for i, e := range all {
		c, err := pola.InkParts(e)
		if err != nil {
			return err
		}
		if err := coverage.Draw(m, c.Inks); err != nil {
			return err
		}
		name := filepath.Join(dir, fmt.Sprintf("%s_%03d.png", d.Field.Motif, i+1))
		h := png.Header{Size: r.Size(), Title: e.Title, Source: c.Source}
		h.DPIX, h.DPIY = r.DPI()
		if err := whole.Write(name, func(w io.Writer) error { return png.EncodeBands(ctx, w, h, once(m)) }); err != nil {
			return err
		}
	}
	fmt.Printf("%d colourways in %d ms\n", len(all), time.Since(began).Milliseconds())
	return nil
}

func read(file, market, motif string) (*batik.Design, error) {
	if file == "" {
		return batik.Plan(batik.Brief{Market: market, Motif: motif, Seed: 1})
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return batik.Decode(b)
}

// once yields a picture that is a single band.
func once(m *image.RGBA) iter.Seq2[*image.RGBA, error] {
	return func(yield func(*image.RGBA, error) bool) { yield(m, nil) }
}
