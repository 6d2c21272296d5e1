package motif

import (
	"math"
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

func court(t testing.TB) []pattern.Motif {
	t.Helper()
	c, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var ms []pattern.Motif
	for _, d := range courtFamilies() {
		m, ok := c.Lookup(d.info.ID)
		if !ok {
			t.Fatalf("%s is not in the catalogue", d.info.ID)
		}
		ms = append(ms, m)
	}
	return ms
}

func TestCourtAtTheEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("draws every motif many times")
	}
	for _, m := range court(t) {
		in := m.Info()
		usual := m.Draw(pattern.Options{})
		sound(t, in.ID, usual)
		for _, p := range in.Params {
			moved := false
			for i, v := range []float64{p.Min, p.Max} {
				tile := m.Draw(with(p.ID, v))
				sound(t, in.ID+" "+p.ID, tile)
				moved = moved || !same(tile, usual)
				if p.ID == "size" {
					o := with(p.ID, v)
					o.Line, o.Density = []float64{2.5, .5}[i], []float64{3, .25}[i]
					sound(t, in.ID+" with odd lines", m.Draw(o))
				}
			}
			if !moved {
				t.Errorf("%s: %s changes nothing", in.ID, p.ID)
			}
		}
		sound(t, in.ID+" of size NaN", m.Draw(with("size", math.NaN())))
		for sd := range uint64(3) {
			sound(t, in.ID, m.Draw(wild(m, sd)))
		}
	}
}

// same reports whether two tiles hold the same shapes.
func same(a, b pattern.Tile) bool {
	return a.Size == b.Size && slices.EqualFunc(a.Shapes, b.Shapes, func(x, y pattern.Shape) bool {
		return x.Role == y.Role && x.Kind == y.Kind && x.Width == y.Width && slices.Equal(x.Path.Pts, y.Path.Pts) && slices.Equal(x.Dots, y.Dots)
	})
}

func with(id string, v float64) pattern.Options {
	return pattern.Options{Values: map[string]float64{id: v}}
}

func TestCourtSeedsAndSlots(t *testing.T) {
	for _, m := range court(t) {
		in := m.Info()
		first := m.Draw(pattern.Options{Seed: 3})
		if !same(first, m.Draw(pattern.Options{Seed: 3})) {
			t.Errorf("%s differs when drawn again", in.ID)
		}
		if same(first, m.Draw(pattern.Options{Seed: 4})) {
			t.Errorf("%s grows alike from two seeds", in.ID)
		}
		for _, s := range in.Slots {
			draw := func(id string) pattern.Tile {
				return m.Draw(pattern.Options{Isen: map[string]string{s.ID: id}})
			}
			lines := draw("galaran")
			if same(lines, draw("none")) || same(lines, draw("cecek")) {
				t.Errorf("%s: nothing chosen shows in slot %q", in.ID, s.ID)
			}
		}
	}
}

// An animal must be told to the rules of the markets; a plant must not be.
func TestCourtTraits(t *testing.T) {
	for _, m := range court(t) {
		in := m.Info()
		if in.Has(pattern.Animate) == in.Has(plantsOnly) && in.Has(plantsOnly) {
			t.Errorf("%s shows animals and plants only", in.ID)
		}
		if in.ID == "semen_rama" && !(in.Has("garuda") && in.Has("sawat") && in.Has(pattern.Animate)) {
			t.Errorf("%s: traits %v", in.ID, in.Traits)
		}
	}
}

// vines returns a ground without figures, grown over.
func vines(sd seed.Seed, o pattern.Options) (*garden, vine) {
	for _, d := range semens() {
		if d.info.ID == "semen" {
			c := newCanting(d.info, o)
			l := c.semenVine()
			g := c.newGround(90, 70, .16*l.apart, 1.2*l.apart)
			g.vine(l, []shoot{{geom.Pt{X: 40, Y: 30}, .1}, {geom.Pt{X: 40, Y: 30}, .6}}, sd)
			return g, l
		}
	}
	return nil, vine{}
}

// The growth covers the ground evenly: stems stay apart, no grain lies on a
// neighbour, and no open place is wide enough for another stem with its leaves.
func TestVineIsEven(t *testing.T) {
	for sd := range seed.Seed(4) {
		g, l := vines(sd, pattern.Options{Values: map[string]float64{"cecek": 0}})
		if len(g.stems) < 20 {
			t.Fatalf("seed %d: %d stems", sd, len(g.stems))
		}
		for i, s := range g.stems {
			for j, q := range g.stems[:i] {
				for _, p := range s.pts[min(5, len(s.pts)):] { // clear of the stem that it springs from
					for k, r := range q.pts {
						if k > 4 && k < len(q.pts)-1 && g.toward(p, r).Len() < .3*l.apart {
							t.Fatalf("seed %d: stems %d and %d come within %.2f", sd, i, j, g.toward(p, r).Len())
						}
					}
				}
			}
		}
		var grains []geom.Pt
		for _, layer := range g.layers {
			if layer.depth == deepLeaf+1 {
				for _, q := range layer.Path.Flatten(.05) {
					grains = append(grains, geom.Bounds(q.Pts).Center())
				}
			}
		}
		if len(grains) < 8*len(g.stems)/2 {
			t.Errorf("seed %d: %d grains on %d stems", sd, len(grains), len(g.stems))
		}
		for i, p := range grains {
			for _, q := range grains[:i] {
				if d := g.toward(p, q).Len(); d < l.leaf*l.wide*.6 {
					t.Fatalf("seed %d: grains %.2f apart", sd, d)
				}
			}
		}
		if w := open(g, grains); w > 1.3*l.apart {
			t.Errorf("seed %d: an open place of radius %.1f between stems %.1f apart", sd, w, l.apart)
		}
	}
}

// open returns the radius of the widest disc without stem or grain, on a lattice
// of points a millimetre apart.
func open(g *garden, grains []geom.Pt) float64 {
	pts := slices.Clone(grains)
	for _, s := range g.stems {
		pts = append(pts, s.pts...)
	}
	widest := 0.
	for y := 0.; y < g.h; y++ {
		for x := 0.; x < g.w; x++ {
			near := math.Inf(1)
			for _, p := range pts {
				near = math.Min(near, g.toward(geom.Pt{X: x, Y: y}, p).Len())
			}
			widest = math.Max(widest, near)
		}
	}
	return widest
}

// No figure of a semen lies over another, whatever its size and however far they
// stray.
func TestSemenFiguresStandApart(t *testing.T) {
	for _, d := range semens() {
		o := pattern.Options{Values: map[string]float64{"hero": 1.2, "stray": 1}, Seed: 5}
		c := newCanting(d.info, o)
		tile := d.draw(d.info, o)
		// Contours of bodies under the halo tell the figures; grains of the ground
		// must stay clear of all of them.
		var figures []*geom.Region
		var grains []geom.Pt
		halo := slices.IndexFunc(tile.Shapes, func(s pattern.Shape) bool { return s.Role == pattern.Ground && s.Kind == geom.Stroke })
		if halo < 0 {
			t.Fatalf("%s has no halo", d.info.ID)
		}
		for _, q := range tile.Shapes[halo].Path.Flatten(.1) {
			figures = append(figures, geom.NewRegionPoly(q))
		}
		for _, s := range tile.Shapes[:halo] {
			if s.Role == pattern.Outline && s.Kind == geom.Area {
				for _, q := range s.Path.Flatten(.1) {
					grains = append(grains, geom.Bounds(q.Pts).Center())
				}
			}
		}
		if len(grains) < 200 {
			t.Errorf("%s: only %d grains", d.info.ID, len(grains))
		}
		for _, p := range grains {
			for _, x := range []float64{-c.size, 0, c.size} {
				for _, y := range []float64{-tile.Size.Y, 0, tile.Size.Y} {
					for _, f := range figures {
						if q := p.Add(geom.Pt{X: x, Y: y}); f.Contains(q) && f.Distance(q) > .5 {
							t.Fatalf("%s: a grain lies on a figure at %v", d.info.ID, q)
						}
					}
				}
			}
		}
	}
}

// The emblems that say so are their own mirror images.
func TestEmblemsAreMirrored(t *testing.T) {
	d := semens()[0]
	c := newCanting(d.info, pattern.Options{Isen: map[string]string{"body": "none"}})
	for name, e := range map[string]emblem{
		"gurda": c.gurda(50, 5), "sawat": c.sawat(50, 5), "butterfly": c.butterfly(40), "meru": c.meru(40, 3),
		"throne": c.throne(40), "lotus": c.lotus(40, 3), "tree": c.tree(50, 4), "fruit": c.fruit(40), "crown": c.crown(40), "boat": c.boat(40), "flame": c.flame(30, 2),
	} {
		size := geom.Pt{X: 200, Y: 200}
		for i, s := range e.shapes() {
			fs := figures(s, size)
			if len(fs) > 0 && !carriedBy(fs, func(p geom.Pt) geom.Pt { return geom.Pt{X: -p.X, Y: p.Y} }, size) {
				t.Errorf("%s: shape %d (%v) is not its own mirror image", name, i, s.Role)
			}
		}
	}
}

// An outline reflected by put still winds like the others, so that the two fill
// one area together where they meet.
func TestReflectionKeepsWinding(t *testing.T) {
	var half, e emblem
	p := leaf(-1, 9, 3, .5)
	half.add(0, area(pattern.Fill, pattern.Klowong, p))
	e.pair(0, half)
	polys := e.shapes()[0].Path.Flatten(.01)
	if len(polys) != 2 || polys[0].Area()*polys[1].Area() <= 0 {
		t.Fatalf("%d outlines wind apart", len(polys))
	}
	if d := math.Abs(polys[0].Area()) - math.Abs(polys[1].Area()); math.Abs(d) > 1e-9 {
		t.Errorf("areas differ by %g", d)
	}
}

// Insets of a plume stay inside it.
func TestPlumeInsets(t *testing.T) {
	for _, bend := range []float64{-.3, 0, .2} {
		for _, blunt := range []bool{false, true} {
			b := plume{dir: .1, bend: bend, l: 20, half: 3, at: .5, blunt: blunt}
			r := geom.NewRegion(b.path(0))
			for _, d := range []float64{.4, 1, 2} {
				for _, q := range b.path(d).Flatten(.05) {
					for _, p := range q.Pts {
						if got := r.Distance(p); got < .45*d {
							t.Fatalf("bend %g, inset %g: %.2f inside at %v", bend, d, got, p)
						}
					}
				}
			}
		}
	}
	if p := (plume{l: 3, half: 1, at: .5}).path(2); !p.Empty() {
		t.Error("an inset wider than the plume leaves something")
	}
}

func FuzzCourt(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, sd uint64) {
		for _, m := range court(t) {
			sound(t, m.Info().ID, m.Draw(wild(m, sd)))
		}
	})
}

func BenchmarkCourt(b *testing.B) {
	for _, m := range court(b) {
		b.Run(m.Info().ID, func(b *testing.B) {
			for b.Loop() {
				m.Draw(pattern.Options{})
			}
		})
	}
}
