// Catalogue draws a sheet for every family of motifs and one for the fillings: each
// motif at its true size and as a whole cloth in its traditional colours, with its
// name, region and meaning. It writes an HTML book and the sheets as PNG. The cloth
// is shown as dyed cotton, or with -flat in bare colours.
//
//	go run ./examples/catalogue -o DIR [-family id,id] [-reference DIR] [-seed 1] [-flat]
package main

import (
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
	"slices"
	"strings"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/examples/internal/whole"
	"github.com/jagadbatik/jagad/pattern"
	pseed "github.com/jagadbatik/jagad/pattern/seed"
	"github.com/schollz/progressbar/v3"
)

//go:embed page.html
var page string

// family is a sheet.
type family struct {
	ID, Name, Sheet string
	Entries         []entry
	Photographs     []string // beside which the motifs are to be held
}

// entry is a motif on a sheet.
type entry struct {
	pattern.Info
	Home           batik.Home
	MarketName     string
	Near, Whole    string // files: at true size, the whole cloth
	NearMM         [2]float64
	Product, Size  string
	near, wholePic image.Image
}

// The picture at true size shows this many mm, more of a larger repeat, at twice the
// dots of a screen.
const (
	nearMM, mostMM = 110., 200.
	nearDPI        = 192.
)

func main() {
	dir := flag.String("o", "", "folder to write `DIR`")
	only := flag.String("family", "", "only these families, as `id,id`")
	reference := flag.String("reference", "", "`DIR` with photographs of real cloth, a folder for each family, to stand beside the motifs")
	seed := flag.Uint64("seed", 1, "`seed` of all chance")
	flat := flag.Bool("flat", false, "bare colours, not dyed cotton")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *dir, *only, *reference, *seed, *flat); err != nil {
		fmt.Fprintln(os.Stderr, "catalogue:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, dir, only, reference string, seed uint64, flat bool) error {
	if dir == "" {
		return errors.New("-o: name a folder to write to, such as -o catalogue")
	}
	cat, err := batik.Motifs()
	if err != nil {
		return err
	}
	families, err := gather(cat, only)
	if err != nil {
		return err
	}
	n := 0
	for _, f := range families {
		n += len(f.Entries)
	}
	every, err := gather(cat, "")
	if err != nil {
		return err
	}
	if reference, err = photographs(reference, every); err != nil {
		return err
	}
	bar := progressbar.NewOptions(n, progressbar.OptionSetDescription("drawing"), progressbar.OptionSetWriter(os.Stderr),
		progressbar.OptionSetVisibility(terminal(os.Stderr)), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	for i := range families {
		f := &families[i]
		for k := range f.Entries {
			if err := drawEntry(ctx, dir, &f.Entries[k], seed, flat); err != nil {
				return fmt.Errorf("%s: %w", f.Entries[k].ID, err)
			}
			if err := bar.Add(1); err != nil {
				return err
			}
		}
		var photos []image.Image
		if reference != "" {
			if f.Photographs, photos, err = copyPhotographs(reference, dir, f.ID); err != nil {
				return err
			}
		}
		f.Sheet = "sheet-" + f.ID + ".png"
		sheet, err := compose(*f, photos)
		if err != nil {
			return err
		}
		if err := save(ctx, filepath.Join(dir, f.Sheet), sheet); err != nil {
			return err
		}
		for k := range f.Entries { // drawn and written: no need to hold them
			f.Entries[k].near, f.Entries[k].wholePic = nil, nil
		}
	}
	fills, err := fillings(ctx, dir)
	if err != nil {
		return err
	}
	t, err := template.New("page").Parse(page)
	if err != nil {
		return err
	}
	return whole.Write(filepath.Join(dir, "index.html"), func(w io.Writer) error {
		return t.Execute(w, struct {
			Families []family
			Fillings []filling
			Sheet    string
		}{families, fills, fillingSheet})
	})
}

// gather lists the motifs by family, in the order of the catalogue.
func gather(cat *pattern.Catalog, only string) ([]family, error) {
	var out []family
	var ids []string
	for _, m := range cat.All() {
		in := m.Info()
		i := slices.IndexFunc(out, func(f family) bool { return f.ID == in.Family })
		if i < 0 {
			i = len(out)
			out = append(out, family{ID: in.Family, Name: pattern.Title(in.Family)})
			ids = append(ids, in.Family)
		}
		out[i].Entries = append(out[i].Entries, entry{Info: in})
	}
	if only == "" {
		return out, nil
	}
	var some []family
	for _, id := range strings.Split(only, ",") {
		i := slices.Index(ids, strings.TrimSpace(id))
		if i < 0 {
			return nil, fmt.Errorf("-family: %q is unknown; the families are %s", id, strings.Join(ids, ", "))
		}
		some = append(some, out[i])
	}
	return some, nil
}

// drawEntry draws a motif where it is at home.
func drawEntry(ctx context.Context, dir string, e *entry, seed uint64, flat bool) error {
	h, ok := batik.Tradition(e.ID)
	if !ok {
		return errors.New("has no tradition")
	}
	m, err := market.Lookup(h.Market)
	if err != nil {
		return err
	}
	e.Home, e.MarketName = h, m.Name
	d, err := batik.Plan(batik.Brief{Market: h.Market, Product: h.Product, Motif: e.ID, Scheme: h.Scheme, Technique: batik.Tulis, Seed: seed})
	if err != nil {
		return err
	}
	// As the handbook has it: the motif's own sizes and fillings.
	plain := batik.Figure{Motif: e.ID, Density: 1, Line: 1, Repeat: d.Field.Repeat}
	// Which of ground and figure is dark, and how many shades there are, is a matter
	// of the colours.
	plain.Values = map[string]float64{}
	for _, id := range []string{"dyed", "shades"} {
		if v, ok := d.Field.Values[id]; ok {
			plain.Values[id] = v
		}
	}
	plain.Repeat.Kind = ""
	if len(e.Repeats) > 0 {
		plain.Repeat.Kind = e.Repeats[0]
	}
	d.Field = plain
	c, err := batik.Lay(d)
	if err != nil {
		return err
	}
	e.Product, e.Size = d.Product.Name, fmt.Sprintf("%.0f × %.0f cm", c.Size.X/10, c.Size.Y/10)
	var finish *raster.Finish
	if !flat {
		finish = &raster.Finish{Hand: wax.Hand(d.Technique), Seed: pseed.Seed(seed)}
	}
	r, err := raster.New(c, raster.Options{Width: 1400, Finish: finish})
	if err != nil {
		return err
	}
	e.Whole = e.ID + "-cloth.png"
	if e.wholePic, err = window(ctx, r, r.Bounds()); err != nil {
		return err
	}
	// At true size from the middle of the field.
	if r, err = raster.New(c, raster.Options{DPI: nearDPI, Finish: finish}); err != nil {
		return err
	}
	e.Near = e.ID + "-near.png"
	at := badan(c, r)
	if e.near, err = window(ctx, r, at); err != nil {
		return err
	}
	e.NearMM = [2]float64{float64(at.Dx()) * 25.4 / nearDPI, float64(at.Dy()) * 25.4 / nearDPI}
	if err := save(ctx, filepath.Join(dir, e.Whole), e.wholePic); err != nil {
		return err
	}
	return save(ctx, filepath.Join(dir, e.Near), e.near)
}

// badan returns a window of a repeat, or of nearMM, in the middle of the largest
// zone.
func badan(c *cloth.Cloth, r *raster.Renderer) image.Rectangle {
	best, area := 0, 0.
	for i, z := range c.Zones {
		if a := z.Bounds.W() * z.Bounds.H(); a > area && len(z.Cell) > 0 {
			best, area = i, a
		}
	}
	dx, dy := r.DPI()
	z := c.Zones[best]
	mid := z.Bounds.Center()
	at := image.Pt(int(mid.X*dx/25.4), int(mid.Y*dy/25.4))
	side := int(min(max(nearMM, z.Repeat.X, z.Repeat.Y), mostMM) * nearDPI / 25.4)
	w := image.Rect(at.X-side/2, at.Y-side/2, at.X-side/2+side, at.Y-side/2+side)
	return w.Intersect(r.Bounds())
}

// terminal reports whether f is a screen that a progress bar can redraw.
func terminal(f *os.File) bool {
	i, err := f.Stat()
	return err == nil && i.Mode()&os.ModeCharDevice != 0
}
