package bridge

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/palette/dye"
	pseed "github.com/jagadbatik/jagad/pattern/seed"
)

// How a cloth is made, and how it looks on the way.

const (
	mostCounted  = 6 << 20 // pixels that are counted to find what each ink covers
	keepRecipes  = 6
	keepFinishes = 2
	keepAreas    = 8
)

// ways are how a maker works: what a recipe depends on beside the design.
type ways struct {
	Shelf    []string  `json:"shelf"` // "natural", "synthetic", "all" and dyes by ID; empty: all
	Route    wax.Route `json:"route"`
	MaxBaths int       `json:"maxBaths"`
}

func (w ways) same(v ways) bool {
	return slices.Equal(w.Shelf, v.Shelf) && w.Route == v.Route && w.MaxBaths == v.MaxBaths
}

// dyes returns the shelf.
func (w ways) dyes() (dye.Shelf, error) {
	all, err := dye.All()
	if err != nil || len(w.Shelf) == 0 {
		return all, err
	}
	var ids []string
	for _, id := range w.Shelf {
		group := []string{id}
		switch id {
		case "all":
			group = all.IDs()
		case "natural", "synthetic":
			s, err := dye.NaturalShelf()
			if id == "synthetic" {
				s, err = dye.SyntheticShelf()
			}
			if err != nil {
				return s, err
			}
			group = s.IDs()
		}
		for _, g := range group {
			if !slices.Contains(ids, g) {
				ids = append(ids, g)
			}
		}
	}
	s, err := all.Only(ids...)
	if err != nil {
		return s, bad("request.shelf", "%s", err)
	}
	return s, nil
}

// planned is a recipe with what it is for.
type planned struct {
	key    []byte // the design as it was sent
	ways   ways
	recipe *wax.Recipe
}

// coverage is what each ink of a design covers.
type coverage struct {
	key   []byte
	areas []float64 // m²
}

// finished is a cloth that is drawn as dyed.
type finished struct {
	key     []byte
	options raster.Options // without the finish
	ways    ways
	crackle float64
	r       *raster.Renderer // of the finished cloth
}

// shelf answers with the dyes that there are.
func shelf(request []byte) (any, error) {
	if err := bind(request, &struct{}{}); err != nil {
		return nil, err
	}
	all, err := dye.All()
	if err != nil {
		return nil, err
	}
	type entry struct {
		ID        string        `json:"id"`
		Name      string        `json:"name"`
		Class     dye.Class     `json:"class"`
		Agent     string        `json:"agent"`
		Color     palette.Color `json:"color"`
		Natural   bool          `json:"natural"`
		Immersion bool          `json:"immersion"`
		Brush     bool          `json:"brush"`
	}
	a := struct {
		Cloth  palette.Color `json:"cloth"`
		Dyes   []entry       `json:"dyes"`
		Routes []wax.Route   `json:"routes"`
	}{Cloth: all.Cloth, Routes: wax.Routes()}
	for _, d := range all.Dyes {
		a.Dyes = append(a.Dyes, entry{d.ID, d.Name, d.Class, d.Agent, d.Color, d.Class == dye.Natural || d.Class == dye.Indigo, d.Immersion, d.Brush})
	}
	return a, nil
}

// making answers how a design is made: what each ink covers, and the recipe of a
// cloth that is waxed. A print has none.
func (e *Engine) making(ctx context.Context, request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		ways
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	areas, err := e.areas(ctx, q.Design)
	if err != nil {
		return nil, err
	}
	a := struct {
		Areas  []float64   `json:"areas"` // m², by ink
		Recipe *wax.Recipe `json:"recipe"`
	}{Areas: areas}
	a.Recipe, err = e.recipe(ctx, q.Design, q.ways)
	return a, err
}

// areas returns how many m² each ink covers. The caller holds e.mu.
func (e *Engine) areas(ctx context.Context, raw json.RawMessage) ([]float64, error) {
	var c coverage
	var err error
	e.covered, c, err = front(e.covered, keepAreas, func(c coverage) bool { return bytes.Equal(c.key, raw) }, func() (coverage, error) {
		l, err := e.lay(raw)
		if err != nil {
			return coverage{}, err
		}
		a, err := count(ctx, stamped(l.cloth))
		return coverage{bytes.Clone(raw), a}, err
	})
	return c.areas, err
}

// count is raster.Areas with a pixel for every few: an instance of the engine has
// one thread, and someone waits.
func count(ctx context.Context, c *cloth.Cloth) ([]float64, error) {
	pitch := math.Max(.2, math.Sqrt(float64(c.Size.X*c.Size.Y)/mostCounted))
	r, err := raster.New(c, raster.Options{DPI: 25.4 / pitch, Edges: raster.Hard, Workers: 1})
	if err != nil {
		return nil, err
	}
	size := r.Size()
	n := make([]int, 256)
	const rows = 256
	m := image.NewPaletted(image.Rect(0, 0, size.X, min(rows, size.Y)), nil)
	for y := 0; y < size.Y; y += rows {
		m.Rect = image.Rect(0, y, size.X, min(y+rows, size.Y))
		m.Pix = m.Pix[:size.X*m.Rect.Dy()]
		if err := r.DrawIndexed(ctx, m); err != nil {
			return nil, err
		}
		for _, k := range m.Pix {
			n[k]++
		}
	}
	out := make([]float64, len(c.Inks))
	for i := range out {
		out[i] = float64(n[i]) / float64(size.X) / float64(size.Y) * c.Size.X * c.Size.Y / 1e6
	}
	return out, nil
}

// recipe returns how a design is waxed and dyed, nil for a print. The caller holds
// e.mu.
func (e *Engine) recipe(ctx context.Context, raw json.RawMessage, w ways) (*wax.Recipe, error) {
	var p planned
	var err error
	e.recipes, p, err = front(e.recipes, keepRecipes, func(p planned) bool { return bytes.Equal(p.key, raw) && p.ways.same(w) }, func() (planned, error) {
		p := planned{key: bytes.Clone(raw), ways: w}
		l, err := e.lay(raw)
		if err != nil || l.technique == batik.Print {
			return p, err
		}
		s, err := w.dyes()
		if err != nil {
			return p, err
		}
		areas, err := e.areas(ctx, raw)
		if err != nil {
			return p, err
		}
		plan, err := wax.Job{Inks: l.cloth.Inks, Areas: areas, Shelf: s, Route: w.Route, MaxBaths: w.MaxBaths}.Plan()
		if err != nil {
			return p, &Error{Message: err.Error(), Kind: BadInput, Path: "request.shelf"}
		}
		p.recipe, err = plan.Recipe(wax.Hand(l.technique), wax.Measure(l.cloth))
		return p, err
	})
	return p.recipe, err
}

// indices answers which ink lies at every pixel of a window: one byte each.
func (e *Engine) indices(ctx context.Context, request []byte) (any, []byte, error) {
	q, win, o, err := readView(request)
	if err != nil {
		return nil, nil, err
	}
	o.Edges = raster.Hard
	r, _, err := e.renderer(q.Design, o, q.Quick)
	if err != nil {
		return nil, nil, err
	}
	m := image.NewPaletted(win, nil)
	if err := r.DrawIndexed(ctx, m); err != nil {
		return nil, nil, err
	}
	return struct {
		PX pixels `json:"px"`
	}{pixels{r.Size().X, r.Size().Y}}, m.Pix, nil
}

// finish answers the pixels of a window as the cloth comes out of the dye, after so
// many stages of its recipe; 0 stages: finished.
func (e *Engine) finish(ctx context.Context, request []byte) (any, []byte, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		scale
		frame
		ways
		Stage   int     `json:"stage"`
		Crackle float64 `json:"crackle"` // cracks in a cm² of wax
	}
	if err := bind(request, &q); err != nil {
		return nil, nil, err
	}
	win, err := q.window()
	if err != nil {
		return nil, nil, err
	}
	o, err := q.options()
	if err != nil {
		return nil, nil, err
	}
	f, err := e.finished(ctx, q.Design, o, q.ways, q.Crackle)
	if err != nil {
		return nil, nil, err
	}
	r := f.r
	if q.Stage != 0 {
		if r, err = r.Stage(q.Stage); err != nil {
			return nil, nil, bad("request.stage", "%s", err)
		}
	}
	m := image.NewRGBA(win)
	if err := r.Draw(ctx, m); err != nil {
		return nil, nil, err
	}
	return struct {
		PX pixels `json:"px"`
	}{pixels{r.Size().X, r.Size().Y}}, m.Pix, nil
}

// finished returns who draws a design as dyed.
func (e *Engine) finished(ctx context.Context, raw json.RawMessage, o raster.Options, w ways, crackle float64) (finished, error) {
	o.Workers = 1
	e.mu.Lock()
	defer e.mu.Unlock()
	var f finished
	var err error
	e.finishes, f, err = front(e.finishes, keepFinishes, func(f finished) bool {
		return bytes.Equal(f.key, raw) && f.options == o && f.ways.same(w) && f.crackle == crackle
	}, func() (finished, error) {
		l, err := e.lay(raw)
		if err != nil {
			return finished{}, err
		}
		rec, err := e.recipe(ctx, raw, w)
		if err != nil {
			return finished{}, err
		}
		made := o
		made.Finish = &raster.Finish{Recipe: rec, Hand: wax.Hand(l.technique), Seed: pseed.Seed(l.seed), Crackle: wax.Crackle{Density: crackle, Grain: .5}}
		r, err := raster.New(l.cloth, made)
		return finished{bytes.Clone(raw), o, w, crackle, r}, err
	})
	return f, err
}

// frame is the window of a request, in px of the whole.
type frame struct {
	X int `json:"x"`
	Y int `json:"y"`
	W int `json:"w"`
	H int `json:"h"`
}

// window checks a window.
func (f frame) window() (image.Rectangle, error) {
	const far = raster.MaxSide
	for _, v := range []struct {
		field string
		v, lo int
	}{{"x", f.X, -far}, {"y", f.Y, -far}, {"w", f.W, 1}, {"h", f.H, 1}} {
		if v.v < v.lo || v.v > far {
			return image.Rectangle{}, bad("request."+v.field, "is %d; want %d to %d", v.v, v.lo, far)
		}
	}
	if f.W*f.H > MaxWindow {
		return image.Rectangle{}, tooLarge("request.w", "%d × %d px is a window of more than %d pixels; draw it in pieces", f.W, f.H, MaxWindow)
	}
	return image.Rect(f.X, f.Y, f.X+f.W, f.Y+f.H), nil
}
