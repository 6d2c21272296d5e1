// Lookbook draws designs for every market, each as a picture, as vectors and as a
// saved design, and a page to leaf through.
//
//	go run ./examples/lookbook -o DIR [-market id,id] [-n 3] [-seed 1] [-width 1200]
package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"image"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/examples/internal/whole"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/schollz/progressbar/v3"
)

//go:embed page.html
var page string

type sheet struct {
	ID, Name, Rule string
	Languages      string
	Works          []work
}

type work struct {
	batik.Design
	Picture, Vectors, Saved string
	Detail                  string // a part of it at 1:1
	Motif                   pattern.Info
	Size                    string
	Hand                    string
}

func main() {
	dir := flag.String("o", "", "folder to write `DIR`")
	ids := flag.String("market", "", "only these markets, as `id,id`")
	n := flag.Int("n", 3, "designs for each market, 1 to 100")
	seed := flag.Uint64("seed", 1, "`seed` of all chance")
	width := flag.Int("width", 1200, "width of the pictures in `px`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *dir, *ids, *n, *seed, *width); err != nil {
		fmt.Fprintln(os.Stderr, "lookbook:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, dir, ids string, n int, seed uint64, width int) error {
	switch {
	case dir == "":
		return errors.New("-o: name a folder to write to, such as -o lookbook")
	case n < 1 || n > 100:
		return fmt.Errorf("-n: is %d; want 1 to 100", n)
	case width < 16 || width > 20000:
		return fmt.Errorf("-width: is %d; want 16 to 20000", width)
	}
	list := market.IDs()
	if ids != "" {
		list = strings.Split(ids, ",")
	}
	markets := make([]market.Market, len(list))
	for i, id := range list {
		var err error
		if markets[i], err = market.Lookup(strings.TrimSpace(id)); err != nil {
			return fmt.Errorf("-market: %w", err)
		}
	}
	bar := progressbar.NewOptions(len(markets)*n, progressbar.OptionSetDescription("drawing"),
		progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetVisibility(terminal(os.Stderr)),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	catalog, err := batik.Motifs()
	if err != nil {
		return err
	}
	var sheets []sheet
	for _, m := range markets {
		s := sheet{ID: m.ID, Name: m.Name, Rule: taste(m.Range.Rule), Languages: strings.Join(m.Locale.Languages, ", ")}
		designs, err := batik.Proposals(batik.Brief{Market: m.ID, Seed: seed}, n)
		if err != nil {
			return err
		}
		for i, d := range designs {
			w, err := draw(ctx, filepath.Join(dir, m.ID), fmt.Sprintf("%02d", i+1), d, width)
			if err != nil {
				return fmt.Errorf("%s, design %d: %w", m.ID, i+1, err)
			}
			if mo, ok := catalog.Lookup(d.Field.Motif); ok {
				w.Motif = mo.Info()
			}
			s.Works = append(s.Works, w)
			if err := bar.Add(1); err != nil {
				return err
			}
		}
		sheets = append(sheets, s)
	}
	t, err := template.New("page").Parse(page)
	if err != nil {
		return err
	}
	return whole.Write(filepath.Join(dir, "index.html"), func(w io.Writer) error { return t.Execute(w, sheets) })
}

// draw writes one design as picture, detail, vectors and JSON.
func draw(ctx context.Context, dir, name string, d *batik.Design, width int) (work, error) {
	c, err := batik.Lay(d)
	if err != nil {
		return work{}, err
	}
	base := filepath.Join(dir, name)
	files := []struct {
		ext   string
		write func(io.Writer) error
	}{
		{".png", func(w io.Writer) error { return png.Encode(ctx, w, c, raster.Options{Width: width}) }},
		{"-detail.png", func(w io.Writer) error {
			// The cloth as it is in the hand, at the resolution of a screen.
			r, err := raster.New(c, raster.Options{DPI: 96})
			if err != nil {
				return err
			}
			s := r.Size()
			size := image.Pt(min(960, s.X), min(420, s.Y))
			at := image.Pt(s.X*2/5, s.Y*2/5).Sub(size.Div(2))
			at.X, at.Y = max(0, min(at.X, s.X-size.X)), max(0, min(at.Y, s.Y-size.Y))
			return png.EncodeWindow(ctx, w, r, image.Rectangle{Min: at, Max: at.Add(size)})
		}},
		{".svg", func(w io.Writer) error { return svg.Encode(ctx, w, c, svg.Options{}) }},
		{".json", func(w io.Writer) error {
			b, err := d.Encode()
			if err == nil {
				_, err = io.Copy(w, bytes.NewReader(b))
			}
			return err
		}},
	}
	for _, f := range files {
		if err := whole.Write(base+f.ext, f.write); err != nil {
			return work{}, err
		}
	}
	rel := filepath.Base(dir) + "/" + name
	hand := map[batik.Technique]string{batik.Tulis: "drawn by canting (tulis)", batik.Cap: "stamped (cap)", batik.Print: "printed"}
	return work{
		Design: *d, Picture: rel + ".png", Vectors: rel + ".svg", Saved: rel + ".json", Detail: rel + "-detail.png",
		Size: fmt.Sprintf("%.0f × %.0f cm", c.Size.X/10, c.Size.Y/10), Hand: hand[d.Technique],
	}, nil
}

// taste is a market's rule of colour without the figures behind it.
func taste(rule string) string {
	rule, _, _ = strings.Cut(rule, " Measured")
	return rule
}

// terminal reports whether f is a screen that a progress bar can redraw.
func terminal(f *os.File) bool {
	i, err := f.Stat()
	return err == nil && i.Mode()&os.ModeCharDevice != 0
}
