// Recipe works out how a design is dyed, and shows the cloth after every stage of
// its making: a recipe to print and hang beside the vat.
//
//	go run ./examples/recipe -o DIR [-design FILE] [-shelf natural|synthetic|all] [-route ROUTE] [-crackle none|light|normal|full]
//	go run ./examples/recipe -gallery -o DIR
package main

import (
	"bytes"
	"context"
	"encoding/json"
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
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/examples/internal/whole"
	"github.com/jagadbatik/jagad/palette/dye"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// choices are what the command line asks for.
type choices struct {
	design, dir, shelf, route, crackle string
	gallery                            bool
}

func main() {
	var c choices
	flag.StringVar(&c.design, "design", "", "the design: `FILE`.json, .png or .svg; without one, a kain panjang of kawung in sogan")
	flag.StringVar(&c.dir, "o", "", "folder to write `DIR`")
	flag.StringVar(&c.shelf, "shelf", "natural", "the dyes there are: `natural`, synthetic or all")
	flag.StringVar(&c.route, "route", "", "way of working, one of "+fmt.Sprint(wax.Routes())+"; empty chooses")
	flag.StringVar(&c.crackle, "crackle", "light", "how the wax cracks: none, `light`, normal or full")
	flag.BoolVar(&c.gallery, "gallery", false, "instead, details of three motifs by every hand and with more and more crackle")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, c); err != nil {
		fmt.Fprintln(os.Stderr, "recipe:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, c choices) error {
	if c.dir == "" {
		return errors.New("-o: name a folder to write to, such as -o recipe")
	}
	if c.gallery {
		return gallery(ctx, c.dir)
	}
	d, err := open(c.design)
	if err != nil {
		return err
	}
	cl, err := batik.Lay(d)
	if err != nil {
		return err
	}
	rec, err := c.plan(ctx, d, cl)
	if err != nil {
		return err
	}
	crackle, err := density(c.crackle)
	if err != nil {
		return err
	}
	f := raster.Finish{Recipe: rec, Hand: wax.Hand(d.Technique), Crackle: wax.Crackle{Density: crackle, Grain: .5}, Seed: seed.Seed(d.Seed)}
	all, err := raster.New(cl, raster.Options{Width: wholeWidth, Finish: &f})
	if err != nil {
		return err
	}
	near, err := raster.New(cl, raster.Options{DPI: detailDPI, Finish: &f})
	if err != nil {
		return err
	}
	size := image.Pt(detailWidth*detailDPI*10/254, detailHeight*detailDPI*10/254)
	p := page{Design: d, Recipe: rec, Size: fmt.Sprintf("%.0f × %.0f cm", cl.Size.X/10, cl.Size.Y/10)}
	for i, s := range rec.Stages {
		name := fmt.Sprintf("stage-%02d", i+1)
		for _, v := range []struct {
			file string
			r    *raster.Renderer
			win  image.Rectangle
		}{{name + ".png", all, all.Bounds()}, {name + "-detail.png", near, middle(near, size)}} {
			r, err := v.r.Stage(i + 1)
			if err != nil {
				return err
			}
			if err := whole.Write(filepath.Join(c.dir, v.file), func(w io.Writer) error { return png.EncodeWindow(ctx, w, r, v.win) }); err != nil {
				return err
			}
		}
		p.Stages = append(p.Stages, newStep(i+1, name, s, rec.Plan))
	}
	if err := whole.Write(filepath.Join(c.dir, "recipe.json"), func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(rec)
	}); err != nil {
		return err
	}
	return p.write(filepath.Join(c.dir, "index.html"))
}

// plan works out the dyeing.
func (c choices) plan(ctx context.Context, d *batik.Design, cl *cloth.Cloth) (*wax.Recipe, error) {
	if d.Technique == batik.Print {
		return nil, errors.New("-design: a print is not waxed; its technique must be tulis or cap")
	}
	shelves := map[string]func() (dye.Shelf, error){"natural": dye.NaturalShelf, "synthetic": dye.SyntheticShelf, "all": dye.All}
	of, ok := shelves[c.shelf]
	if !ok {
		return nil, fmt.Errorf("-shelf: is %q; want natural, synthetic or all", c.shelf)
	}
	shelf, err := of()
	if err != nil {
		return nil, err
	}
	areas, err := raster.Areas(ctx, cl)
	if err != nil {
		return nil, err
	}
	p, err := wax.Job{Inks: cl.Inks, Areas: areas, Shelf: shelf, Route: wax.Route(c.route)}.Plan()
	if err != nil {
		return nil, err
	}
	return p.Recipe(wax.Hand(d.Technique), wax.Measure(cl))
}

// density returns the cracks a cm² of a word.
func density(word string) (float64, error) {
	d, ok := map[string]float64{"none": 0, "light": 2, "normal": 5, "full": 12}[word]
	if !ok {
		return 0, fmt.Errorf("-crackle: is %q; want none, light, normal or full", word)
	}
	return d, nil
}

// Details are shown at their true size: so many mm, at a resolution for printing.
const (
	detailWidth, detailHeight = 110, 62
	detailDPI                 = 200
	wholeWidth                = 1100 // px
)

// middle returns a window near the middle of a picture.
func middle(r *raster.Renderer, size image.Point) image.Rectangle {
	s := r.Size()
	size = image.Pt(min(size.X, s.X), min(size.Y, s.Y))
	at := image.Pt(s.X*2/5, s.Y*2/5).Sub(size.Div(2))
	at.X, at.Y = max(0, min(at.X, s.X-size.X)), max(0, min(at.Y, s.Y-size.Y))
	return image.Rectangle{Min: at, Max: at.Add(size)}
}

// open reads a design from JSON or out of a picture; without a file, it plans one.
func open(file string) (*batik.Design, error) {
	if file == "" {
		return batik.Plan(batik.Brief{Market: "id-solo", Product: "kain_panjang", Motif: "kawung_sen", Scheme: "Sogan genes", Technique: batik.Tulis, Seed: 1})
	}
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
