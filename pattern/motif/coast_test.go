package motif

import (
	"fmt"
	"math"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// coastal returns the motifs of the coast, mega mendung and tumpal among them.
func coastal(t testing.TB) []pattern.Motif {
	t.Helper()
	cat, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var ms []pattern.Motif
	for _, d := range append(append(coastFamilies(), megaMendungs()...), tumpals()...) {
		m, ok := cat.Lookup(d.info.ID)
		if !ok {
			t.Fatalf("%s is not in the catalogue", d.info.ID)
		}
		ms = append(ms, m)
	}
	return ms
}

func TestCoastAtTheEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs at once")
	}
	for _, m := range coastal(t) {
		in := m.Info()
		for _, p := range in.Params {
			for i, v := range []float64{p.Min, p.Max, math.NaN()} {
				line := []float64{.5, 2.5, 0}[i]
				sound(t, in.ID+" "+p.ID, m.Draw(pattern.Options{Values: map[string]float64{p.ID: v}, Line: line}))
			}
		}
		for sd := range uint64(6) {
			sound(t, in.ID, m.Draw(wild(m, sd)))
		}
		o := wild(m, 3)
		if a, b := m.Draw(o), m.Draw(o); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%s differs when drawn again", in.ID)
		}
	}
}

func FuzzCoast(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, sd uint64) {
		for _, m := range coastal(t) {
			sound(t, m.Info().ID, m.Draw(wild(m, sd)))
		}
	})
}

func TestCoastParamsAndSlotsMatter(t *testing.T) {
	for _, m := range coastal(t) {
		in := m.Info()
		for _, p := range in.Params {
			draw := func(v float64) string {
				return fmt.Sprint(m.Draw(pattern.Options{Values: map[string]float64{p.ID: v}}))
			}
			if draw(p.Min) == draw(p.Max) {
				t.Errorf("%s: %s changes nothing", in.ID, p.ID)
			}
		}
		for _, s := range in.Slots {
			draw := func(id string) string {
				return fmt.Sprint(m.Draw(pattern.Options{Isen: map[string]string{s.ID: id}}))
			}
			if draw("galaran") == draw("none") || draw("galaran") == draw("cecek") {
				t.Errorf("%s: nothing chosen shows in slot %q", in.ID, s.ID)
			}
			if _, ok := isen.Lookup(s.Def); s.Def != "" && !ok {
				t.Errorf("%s: slot %q defaults to unknown %q", in.ID, s.ID, s.Def)
			}
		}
	}
}

// Paths that share their backing would write over each other when joined: every
// path's verbs must take just its points, and every figure begin with a move.
func TestCoastPathsAreWhole(t *testing.T) {
	for _, m := range coastal(t) {
		for sd := range uint64(3) {
			for i, s := range m.Draw(pattern.Options{Seed: seed.Seed(sd)}).Shapes {
				n, open := 0, false
				for _, v := range s.Path.Verbs {
					switch v {
					case geom.Move:
						n, open = n+1, true
						continue
					case geom.Line:
						n++
					case geom.Cubic:
						n += 3
					}
					if !open {
						t.Fatalf("%s: shape %d goes on from nowhere", m.Info().ID, i)
					}
					open = v != geom.Close
				}
				if n != len(s.Path.Pts) {
					t.Fatalf("%s: shape %d has %d points, its verbs take %d", m.Info().ID, i, len(s.Path.Pts), n)
				}
			}
		}
	}
}

// What claims p1 for its chance must be drawn anew by another seed.
func TestCoastSeeds(t *testing.T) {
	for _, m := range coastal(t) {
		one, two := fmt.Sprint(m.Draw(pattern.Options{Seed: 1})), fmt.Sprint(m.Draw(pattern.Options{Seed: 2}))
		if m.Info().Group == "p1" && one == two {
			t.Errorf("%s: two seeds draw the same", m.Info().ID)
		}
	}
}

// The groups of the coast: operations that hold, and others that do not.
func TestCoastGroups(t *testing.T) {
	if testing.Short() {
		t.Skip("samples many points")
	}
	for _, m := range coastal(t) {
		tile := m.Draw(pattern.Options{})
		s := tile.Size
		mirror := func(p geom.Pt) geom.Pt { return geom.Pt{X: s.X - p.X, Y: p.Y} }
		flip := func(p geom.Pt) geom.Pt { return geom.Pt{X: p.X, Y: s.Y - p.Y} }
		turn := func(p geom.Pt) geom.Pt { return s.Sub(p) }
		glide := func(p geom.Pt) geom.Pt { return geom.Pt{X: s.X - p.X, Y: p.Y + s.Y/2} }
		half := func(p geom.Pt) geom.Pt { return p.Add(s.Mul(.5)) }
		var hold, fail []func(geom.Pt) geom.Pt
		switch m.Info().Group {
		case "p1":
			fail = []func(geom.Pt) geom.Pt{mirror, flip, turn, glide, half}
		case "pg":
			hold, fail = []func(geom.Pt) geom.Pt{glide}, []func(geom.Pt) geom.Pt{mirror, flip, turn, half}
		case "cm": // the mirror stands on the heap's middle
			own := func(p geom.Pt) geom.Pt { return geom.Pt{X: s.X/2 - p.X, Y: p.Y} }
			hold, fail = []func(geom.Pt) geom.Pt{own, half}, []func(geom.Pt) geom.Pt{flip, turn}
		case "p1m1":
			hold, fail = []func(geom.Pt) geom.Pt{mirror}, []func(geom.Pt) geom.Pt{flip, turn, half}
		default:
			t.Fatalf("no test for group %s", m.Info().Group)
		}
		c := newCloth(tile)
		r := seed.Seed(1).At("points")
		const n = 80
		differ := func(op func(geom.Pt) geom.Pt) int {
			bad := 0
			for range n {
				p := geom.Pt{X: r.Float64() * s.X, Y: r.Float64() * s.Y}
				if c.at(p) != c.at(op(p)) {
					bad++
				}
			}
			return bad
		}
		for i, op := range hold {
			if bad := differ(op); bad > n/40 {
				t.Errorf("%s: %d of %d points differ under operation %d of %s", m.Info().ID, bad, n, i, m.Info().Group)
			}
		}
		for i, op := range fail {
			if bad := differ(op); bad < n/12 {
				t.Errorf("%s: only %d of %d points differ under operation %d, which %s lacks", m.Info().ID, bad, n, i, m.Info().Group)
			}
		}
	}
}

// Clouds, sprays and flowers are kept apart by the sky: no place is taken twice.
func TestSkyKeepsApart(t *testing.T) {
	s := newSky(100, 80)
	disc := geom.Circle(geom.Pt{}, 7)
	sh := s.shadow(disc, 0)
	var at []geom.Pt
	for {
		p, ok := s.settle(sh, s, sh.rim, func(_ geom.Pt, touch int) float64 { return float64(touch) })
		if !ok {
			break
		}
		for _, q := range at {
			if d := s.near(p, q).Dist(p); d < 13 {
				t.Fatalf("two discs of radius 7 lie %.2f apart", d)
			}
		}
		at = append(at, p)
	}
	// Discs that nestle fill more than half of the torus.
	if share := float64(len(at)) * math.Pi * 49 / 8000; share < .55 {
		t.Errorf("discs fill %.2f", share)
	}
}

// Stones never overlap, on the torus, and leave the vein between them.
func TestStonesStandApart(t *testing.T) {
	const w, h, vein = 100., 90., 2.
	stones := quarry(w, h, 30, vein, 5)
	var regions []*geom.Region
	for _, s := range stones {
		regions = append(regions, geom.NewRegionPoly(geom.Poly{Pts: s, Closed: true}))
	}
	for i, s := range stones {
		for _, p := range s {
			for j, r := range regions {
				for dx := -w; dx <= w; dx += w {
					for dy := -h; dy <= h; dy += h {
						if i == j && dx == 0 && dy == 0 {
							continue
						}
						if d := r.Distance(p.Add(geom.Pt{X: dx, Y: dy})); d > -.99*vein {
							t.Fatalf("stone %d comes within %.2f of stone %d", i, -d, j)
						}
					}
				}
			}
		}
	}
}

// The shades of a cloud follow its lines: each band lies its depth within the
// outline, measured anew, and on the hollow side of the curl as far from the curl.
func TestShadesFollowTheLines(t *testing.T) {
	c := comma().transform(geom.Scale(100, 100))
	depths := []float64{1, 3, 5}
	bands := make([]geom.Path, 3)
	c.shade(bands, depths, .8)
	outline := geom.NewRegion(c.outline)
	for i, b := range bands {
		if b.Empty() {
			t.Fatalf("no shade %d", i)
		}
		for _, q := range b.Flatten(.05) {
			for _, p := range q.Pts {
				near := outline.Distance(p)
				for _, a := range c.hooks[0] {
					near = math.Min(near, a.Dist(p))
				}
				// On the curl's back a shade is less than half as wide.
				if near < depths[i]/2.4-.5 || outline.Distance(p) < depths[i]-.5 {
					t.Fatalf("shade %d lies %.2f deep at %v, want %.2f", i, near, p, depths[i])
				}
			}
		}
	}
}

func BenchmarkCoast(b *testing.B) {
	for _, m := range coastal(b) {
		b.Run(m.Info().ID, func(b *testing.B) {
			for b.Loop() {
				m.Draw(pattern.Options{})
			}
		})
	}
}
