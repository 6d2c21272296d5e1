// Photo makes a design in the colours of a photograph, kept within what the
// market wears.
//
//	go run ./examples/photo -image FILE -market ID -o OUT.png
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/examples/internal/whole"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/palette/picture"
)

func main() {
	file := flag.String("image", "", "the photograph: png, jpeg, gif, webp, tiff or bmp `FILE`")
	id := flag.String("market", "", "market `ID`, such as my or gulf")
	product := flag.String("product", "", "product `ID`; empty chooses")
	seed := flag.Uint64("seed", 1, "`seed` of all chance")
	n := flag.Int("n", 6, "inks to look for, 3 to 12")
	width := flag.Int("width", 1600, "width of the picture in `px`")
	out := flag.String("o", "", "picture to write, `OUT.png`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *file, *id, *product, *seed, *n, *width, *out); err != nil {
		fmt.Fprintln(os.Stderr, "photo:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, file, id, product string, seed uint64, n, width int, out string) error {
	if file == "" || id == "" || out == "" {
		return errors.New("give -image FILE, -market ID and -o OUT.png")
	}
	m, err := market.Lookup(id)
	if err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	pixels, err := picture.Decode(f)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	photo, err := palette.FromImage(pixels, n)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, p := range photo.Inks {
		fmt.Printf("%s  %4.1f %%  %s\n", p.Color, p.Share*100, p.Color.Name())
	}
	scheme := photo.Scheme(m.Range)
	fmt.Println("as", m.Name, "wears them:")
	for _, k := range scheme.Inks {
		fmt.Printf("%s  %-8s %s\n", k.Color, k.Role, k.Name)
	}
	d, err := batik.Plan(batik.Brief{Market: id, Product: product, Inks: scheme.Inks, Seed: seed})
	if err != nil {
		return err
	}
	c, err := batik.Lay(d)
	if err != nil {
		return err
	}
	fmt.Println(d.Title)
	return whole.Write(out, func(w io.Writer) error { return png.Encode(ctx, w, c, raster.Options{Width: width}) })
}
