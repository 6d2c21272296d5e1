package motif

import (
	"math"
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/seed"
)

func florals(t testing.TB) []pattern.Motif {
	t.Helper()
	cat, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var ms []pattern.Motif
	for _, d := range floralFamilies() {
		m, ok := cat.Lookup(d.info.ID)
		if !ok {
			t.Fatalf("%s is not in the catalogue", d.info.ID)
		}
		ms = append(ms, m)
	}
	return ms
}

// print returns a number that two different drawings do not share but by chance.
func print(t pattern.Tile) uint64 {
	h := seed.Seed(len(t.Shapes))
	add := func(x float64) { h = h.Sub("", int(math.Float64bits(x))) }
	for _, s := range t.Shapes {
		add(float64(s.Role) + float64(16*float64(s.Kind)))
		add(s.Width)
		for _, p := range s.Path.Pts {
			add(p.X)
			add(p.Y)
		}
		for _, d := range s.Dots {
			add(d.C.X)
			add(d.C.Y + d.R)
		}
	}
	return uint64(h)
}

func TestFloralAnyOptions(t *testing.T) {
	for _, m := range florals(t) {
		id := m.Info().ID
		rounds := uint64(5)
		if testing.Short() {
			rounds = 2
		}
		for sd := range rounds {
			o := wild(m, sd)
			check(t, m, o)
			sound(t, id, m.Draw(o))
		}
		o := pattern.Options{Values: map[string]float64{}}
		for _, p := range m.Info().Params {
			o.Values[p.ID] = math.NaN()
		}
		check(t, m, o)
		if a, b := m.Draw(wild(m, 3)), m.Draw(wild(m, 3)); print(a) != print(b) {
			t.Errorf("%s differs when drawn again", id)
		}
	}
}

func TestFloralChoicesMatter(t *testing.T) {
	for _, m := range florals(t) {
		in := m.Info()
		for _, p := range in.Params {
			draw := func(v float64) uint64 {
				return print(m.Draw(pattern.Options{Values: map[string]float64{p.ID: v}}))
			}
			if draw(p.Min) == draw(p.Max) {
				t.Errorf("%s: %s changes nothing", in.ID, p.ID)
			}
		}
		for _, s := range in.Slots {
			draw := func(id string) uint64 {
				return print(m.Draw(pattern.Options{Isen: map[string]string{s.ID: id}}))
			}
			if draw("galaran") == draw("none") || draw("galaran") == draw("cecek") {
				t.Errorf("%s: nothing chosen shows in slot %q", in.ID, s.ID)
			}
			if _, ok := isen.Lookup(s.Def); s.Def != "" && !ok {
				t.Errorf("%s: slot %q defaults to unknown %q", in.ID, s.ID, s.Def)
			}
		}
		if in.Group == "p1" && print(m.Draw(pattern.Options{Seed: 1})) == print(m.Draw(pattern.Options{Seed: 2})) {
			t.Errorf("%s: two seeds give one drawing", in.ID)
		}
	}
}

func TestFloralAnimals(t *testing.T) {
	want := map[string]bool{"buketan": true, "tujuh_rupa": true, "jawa_hokokai": true}
	for _, m := range florals(t) {
		if in := m.Info(); in.Has(pattern.Animate) != want[in.ID] {
			t.Errorf("%s: animate is %v", in.ID, in.Has(pattern.Animate))
		}
	}
}

// Half a turn carries pisan bali onto itself, and no mirror does.
func TestPisanBaliHalfTurn(t *testing.T) {
	d := pisanBalis()[0]
	c := newCloth(d.draw(d.info, pattern.Options{}))
	s := c.tile.Size
	r := seed.Seed(1).At("points")
	turned, mirrored := 0, 0
	const n = 400
	for range n {
		p := geom.Pt{X: r.Float64() * s.X, Y: r.Float64() * s.Y}
		want := c.at(p)
		if c.at(geom.Pt{X: s.X - p.X, Y: s.Y - p.Y}) != want {
			turned++
		}
		if c.at(geom.Pt{X: s.X - p.X, Y: p.Y}) != want {
			mirrored++
		}
	}
	if turned > n/100 || mirrored < n/8 {
		t.Errorf("of %d points %d differ under the half turn, %d under the mirror", n, turned, mirrored)
	}
}

// A plot must never promise more room than there is on the torus, nor hide more of
// it than a cell.
func TestPlotKnowsItsRoom(t *testing.T) {
	g := newPlot(90, 60, 15)
	r := seed.Seed(5).At("discs")
	var ds []geom.Dot
	for range 40 {
		ds = append(ds, geom.Dot{C: geom.Pt{X: r.Range(-90, 180), Y: r.Range(-60, 120)}, R: r.Range(.2, 4)})
	}
	g.take(ds...)
	cell := geom.Pt{X: g.dx, Y: g.dy}.Len() / 2
	for range 3000 {
		p := geom.Pt{X: r.Range(-20, 110), Y: r.Range(-20, 80)}
		d := 15.
		for _, q := range ds {
			for i := -4.; i <= 4; i++ {
				for j := -4.; j <= 4; j++ {
					d = min(d, p.Dist(q.C.Add(geom.Pt{X: 90 * i, Y: 60 * j}))-q.R)
				}
			}
		}
		if got := g.room(p); got > d+1e-9 || got < d-2*cell-1e-9 {
			t.Fatalf("room at %v is %g, want %g", p, got, d)
		}
	}
}

// Blocks that are passed over hold no cell that a disc would have changed, to the
// last bit.
func TestTakenByBlocksAsByCells(t *testing.T) {
	g, want := newPlot(90, 60, 9), newPlot(90, 60, 9)
	r := seed.Seed(6).At("discs")
	for n := range 600 {
		if n == 300 { // as gaps and a vine do
			g.reach, want.reach = g.widest(), want.widest()
		} else if n == 450 {
			g.reach, want.reach = 1.5, 1.5
		}
		d := geom.Dot{C: geom.Pt{X: r.Range(-90, 180), Y: r.Range(-60, 120)}, R: r.Range(0, 1) * 2000 / float64(1000+10*n)}
		g.take(d)
		want.across.see(want.home(d.C).X, d.R+want.reach, 90, want.nx)
		want.down.see(want.home(d.C).Y, d.R+want.reach, 60, want.ny)
		for _, v := range want.down.parts {
			for k, yy := range v.sq {
				for _, u := range want.across.parts {
					for i, xx := range u.sq {
						far := &want.far[(v.first+k)*want.nx+u.first+i]
						if w := *far + d.R; w > 0 && xx+yy < w*w {
							*far = math.Sqrt(xx+yy) - d.R
						}
					}
				}
			}
		}
		if !slices.Equal(want.far, g.far) {
			t.Fatalf("disc %d changes other cells", n)
		}
	}
}

// Leaves of every kind must stand clear of each other with their whole outlines,
// not only with the discs that the plot knows them by.
func TestLeavesStandApart(t *testing.T) {
	in := lungLungans()[0].info
	c := newCanting(in, pattern.Options{})
	g := newGarden(c, 160, 160)
	r := seed.Seed(9).At("leaves")
	var outlines []geom.Path
	for k := range 4000 {
		b := blade{kind: leafKind(k % int(leafKinds)), foot: geom.Pt{X: r.Range(20, 140), Y: r.Range(20, 140)},
			dir: r.Float64(), bend: r.Range(-.2, .2), length: r.Range(6, 22), wide: r.Range(.25, .5)}
		// Here the feet must stand clear too, as no stem excuses them.
		if g.fits(b.discs(), g.gap) && g.leaf(b) {
			var p geom.Path
			for _, s := range b.draw(c) {
				if s.Kind == geom.Area {
					p = p.Join(s.Path)
				}
			}
			outlines = append(outlines, p)
		}
	}
	if len(outlines) < 30 {
		t.Fatalf("only %d leaves found room", len(outlines))
	}
	for i, p := range outlines {
		var polys []*geom.Region
		for _, q := range p.Flatten(.05) {
			polys = append(polys, geom.NewRegionPoly(q))
		}
		for j, q := range outlines {
			if i == j || !p.Bounds().Overlaps(q.Bounds()) {
				continue
			}
			for _, poly := range q.Flatten(.1) {
				for _, pt := range poly.Pts {
					for _, r := range polys {
						if r.Contains(pt) {
							t.Fatalf("leaf %d lies over leaf %d at %v", j, i, pt)
						}
					}
				}
			}
		}
	}
}

// The ground is as even as a maker would leave it: no open disc wider than the
// limit, whatever the seed.
func TestGroundIsEven(t *testing.T) {
	in := lungLungans()[0].info
	for s := range 3 {
		for way, limit := range map[int]float64{1: 3, 2: 1.3, 3: 2} {
			o := pattern.Options{Seed: seed.Seed(s), Values: map[string]float64{"tanahan": float64(way)}}
			c := newCanting(in, o)
			g := newGarden(c, c.size, c.size)
			g.stem(stem{swayed(geom.Pt{X: 10, Y: 80}, geom.Pt{X: 150, Y: 80}, -.1, -.1, .5, 40), 2, 1}, deepStem, pattern.Outline)
			g.ground(pattern.Latar, o.Seed)
			if w := g.widest(); w > limit {
				t.Errorf("tanahan %d, seed %d: a disc of radius %.2f lies open", way, s, w)
			}
		}
	}
}

func TestBouquetIsFull(t *testing.T) {
	in := buketans()[1].info
	for s := range 6 {
		o := pattern.Options{Seed: seed.Seed(s)}
		c := newCanting(in, o)
		g := newGarden(c, .9*c.size, c.size)
		g.bouquet(bouquet{geom.Pt{X: 60, Y: 240}, .8 * c.size, 1}, o.Seed)
		leaves := 0
		for _, l := range g.layers {
			if l.depth == deepLeaf && l.Role == pattern.Latar {
				for _, v := range l.Path.Verbs {
					if v == geom.Move {
						leaves++
					}
				}
			}
		}
		// Handbook §1.9: 20–40 leaves; three large flowers and some small ones.
		if leaves < 20 || len(g.stems) < 6 {
			t.Errorf("seed %d: %d leaves on %d stems", s, leaves, len(g.stems))
		}
	}
}

func FuzzFloral(f *testing.F) {
	f.Add(uint64(7))
	f.Fuzz(func(t *testing.T, s uint64) {
		for _, m := range florals(t) {
			check(t, m, wild(m, s))
		}
	})
}

func BenchmarkFloral(b *testing.B) {
	for _, d := range floralFamilies() {
		b.Run(d.info.ID, func(b *testing.B) {
			for b.Loop() {
				d.draw(d.info, pattern.Options{})
			}
		})
	}
}
