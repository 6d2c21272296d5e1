package isen

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// outline returns points on the outline of a mark: of each dot and area and, for a
// line, on both of its sides and its round ends.
func outline(m geom.Mark) []geom.Pt {
	var pts []geom.Pt
	if m.Kind == geom.Dots {
		for _, d := range m.Dots {
			for k := range 16 {
				pts = append(pts, d.C.Add(geom.Polar(d.R, float64(k)/16)))
			}
		}
		return pts
	}
	for _, q := range m.Path.Flatten(.01) {
		if m.Kind == geom.Area {
			pts = append(pts, q.Resample(.1).Pts...)
			continue
		}
		for _, s := range q.Stroke(m.Width, .01) {
			pts = append(pts, s.Resample(.1).Pts...)
		}
	}
	return pts
}

// sites are shapes that batik has: a petal lying askew, an oval, a crescent, a
// ring of ground with a hole, a star, a horn, a leaf bent like an S.
func sites() map[string]Site {
	petal := geom.Petal(26, 14).Transform(geom.Rotate(.11).At(geom.Pt{X: 30, Y: -4}))
	var star []geom.Pt
	for k := range 16 {
		star = append(star, geom.Polar(float64(7+8*(k&1)), float64(k)/16))
	}
	crescent := geom.NewRegionPoly(
		geom.Circle(geom.Pt{X: 12, Y: 9}, 16).Flatten(.05)[0],
		geom.Circle(geom.Pt{X: 17, Y: 9}, 10).Flatten(.05)[0])
	horn, bent := ribbon(func(t float64) geom.Pt { return geom.Polar(14, .55+.42*t) }), ribbon(func(t float64) geom.Pt {
		return geom.Pt{X: 34 * t, Y: 5 * geom.Sin(t)}
	})
	return map[string]Site{
		"horn":     {horn, geom.Polar(14, .55), geom.Polar(14, .97).Sub(geom.Polar(14, .55))},
		"bent":     {Region: bent},
		"petal":    {geom.NewRegion(petal), geom.Pt{X: 30, Y: -4}, geom.Polar(1, .11)},
		"oval":     {geom.NewRegion(geom.Superellipse(geom.Pt{}, 20, 12, 2.4, .125)), geom.Polar(-20, .125), geom.Polar(1, .125)},
		"crescent": {Region: crescent},
		"star":     {geom.NewRegion(geom.Polygon(star...)), geom.Pt{}, geom.Pt{X: 1}},
		"slip":     {Region: geom.NewRegion(geom.R(3, 4, 40, 2.4).Path())},
	}
}

// ribbon is a body of half width up to 5 about a line.
func ribbon(at func(t float64) geom.Pt) *geom.Region {
	var up, down []geom.Pt
	for i := range 33 {
		t := float64(i) / 32
		n := at(t + .01).Sub(at(t - .01)).Unit().Perp().Mul(5*geom.Sin(t/2) + .01)
		up, down = append(up, at(t).Add(n)), append([]geom.Pt{at(t).Sub(n)}, down...)
	}
	return geom.NewRegion(geom.Polygon(append(up, down...)...))
}

func TestSpineFollowsTheBody(t *testing.T) {
	s := sites()
	for _, name := range []string{"petal", "oval", "star", "crescent", "slip"} {
		if newSpine(s[name]) != nil {
			t.Errorf("%s is not bent", name)
		}
	}
	for name, want := range map[string]func(t float64) geom.Pt{
		"horn": func(t float64) geom.Pt { return geom.Polar(14, .55+.42*t) },
		"bent": func(t float64) geom.Pt { return geom.Pt{X: 34 * t, Y: 5 * geom.Sin(t)} },
	} {
		sp := newSpine(s[name])
		if sp == nil {
			t.Fatalf("%s has no spine", name)
		}
		for _, q := range sp.pts {
			near := math.Inf(1)
			for k := range 400 {
				near = math.Min(near, want(float64(k)/399).Dist(q))
			}
			if near > .6 {
				t.Errorf("%s: the spine strays %.2f from the middle at %v", name, near, q)
			}
			x, y := sp.in(q)
			if c, _ := sp.at(x); c.Dist(q) > .05 || math.Abs(y) > .05 {
				t.Errorf("%s: %v is found at (%v, %v)", name, q, x, y)
			}
		}
	}
}

// A filling of a bent body runs along it: lines of galaran keep to one distance
// from the horn's middle, which is a circle.
func TestRowsBendWithTheBody(t *testing.T) {
	lines := 0
	for _, shape := range Fill("galaran", sites()["horn"], Options{}) {
		for _, q := range shape.Path.Flatten(.01) {
			lines++
			lo, hi := math.Inf(1), 0.
			for _, p := range q.Pts {
				lo, hi = math.Min(lo, p.Len()), math.Max(hi, p.Len())
			}
			if hi-lo > .8 {
				t.Errorf("a line leaves its row by %.2f", hi-lo)
			}
		}
	}
	if lines < 4 {
		t.Errorf("only %d lines", lines)
	}
}

func TestWholeGlyphsInside(t *testing.T) {
	for name, s := range sites() {
		for _, in := range All() {
			for _, d := range []float64{.3, 1, 2.7} {
				for _, shape := range Fill(in.ID, s, Options{Density: d, Line: .7 + d/2}) {
					for _, q := range outline(shape.Mark) {
						// The outline of a line is itself drawn within .01.
						if got := s.Region.Distance(q); got < Inset-.03 {
							t.Fatalf("%s in %s at density %v: %v lies %.3f inside", in.ID, name, d, q, got)
						}
					}
				}
			}
		}
	}
}

func TestEveryFillingFillsThePetal(t *testing.T) {
	for name, s := range sites() {
		if name == "slip" {
			continue
		}
		for _, in := range All() {
			if len(Fill(in.ID, s, Options{})) == 0 {
				t.Errorf("%s leaves the %s empty", in.ID, name)
			}
		}
	}
}

// glyphs returns the separate pieces of a filling as chains of points with a
// radius.
func glyphs(shapes []pattern.Shape) (pts [][]geom.Pt, rad []float64) {
	for _, s := range shapes {
		for _, d := range s.Dots {
			pts, rad = append(pts, []geom.Pt{d.C}), append(rad, d.R)
		}
		for _, q := range s.Path.Flatten(.01) {
			pts, rad = append(pts, q.Resample(.1).Pts), append(rad, s.Width/2)
		}
	}
	return pts, rad
}

func TestGap(t *testing.T) {
	for name, s := range sites() {
		for _, in := range All() {
			if slices.Contains(nets(), in.ID) {
				continue
			}
			for _, d := range []float64{1, 3} {
				pts, rad := glyphs(Fill(in.ID, s, Options{Density: d}))
				for i := range pts {
					for j := range i {
						if pts[i][0].Dist(pts[j][0]) > 45 {
							continue
						}
						for _, a := range pts[i] {
							for _, b := range pts[j] {
								if g := a.Dist(b) - rad[i] - rad[j]; g < Gap-.04 {
									t.Fatalf("%s in %s at density %v: gap %.3f at %v", in.ID, name, d, g, a)
								}
							}
						}
					}
				}
			}
		}
	}
}

// nets are the fillings whose lines touch.
func nets() []string { return []string{"sisik", "sisik_melik", "gringsing", "sirap", "sirapan"} }

// cover returns how much cloth the wax of a filling covers, without overlaps.
func cover(shapes []pattern.Shape) float64 {
	a := 0.
	for _, s := range shapes {
		for _, d := range s.Dots {
			a += math.Pi * d.R * d.R
		}
		for _, q := range s.Path.Flatten(.05) {
			if s.Kind == geom.Area {
				a += math.Abs(q.Area())
				continue
			}
			a += q.Length() * s.Width
		}
	}
	return a
}

func TestDenserCoversMore(t *testing.T) {
	s := Site{geom.NewRegion(geom.Ellipse(geom.Pt{}, 30, 20, 0)), geom.Pt{X: -30}, geom.Pt{X: 1}}
	for _, in := range All() {
		last := 0.
		for _, d := range []float64{.25, .5, 1, 2} {
			c := cover(Fill(in.ID, s, Options{Density: d}))
			if c < .97*last { // rays come in whole numbers
				t.Errorf("%s covers %.1f at density %v, less than %.1f before", in.ID, c, d, last)
			}
			last = c
		}
	}
}

func TestCoverIsBatik(t *testing.T) {
	// Handbook §2: wax covers 18–35 %; lines that stop short of the rim cover a
	// little less.
	s := Site{geom.NewRegion(geom.Ellipse(geom.Pt{}, 30, 20, 0)), geom.Pt{X: -30}, geom.Pt{X: 1}}
	for _, in := range All() {
		c := cover(Fill(in.ID, s, Options{})) / (math.Pi * 30 * 20)
		most := .4
		if in.ID == "poleng" {
			most = .5 // every second check
		}
		if c < .06 || c > most {
			t.Errorf("%s covers %.0f %%", in.ID, 100*c)
		}
	}
}

func TestNothingWithoutRoom(t *testing.T) {
	zero := geom.NewRegion(geom.Path{})
	for _, r := range []*geom.Region{
		nil, {}, zero,
		geom.NewRegion(geom.Circle(geom.Pt{}, .5)),
		geom.NewRegion(geom.R(0, 0, 100, .6).Path()),
		geom.NewRegion(geom.Polygon(geom.Pt{}, geom.Pt{X: 10}, geom.Pt{X: 20})),
		geom.NewRegion(geom.Circle(geom.Pt{X: math.NaN()}, 3)),
		geom.NewRegion(geom.Circle(geom.Pt{}, math.Inf(1))),
	} {
		for _, in := range All() {
			if got := Fill(in.ID, Site{Region: r}, Options{}); len(got) != 0 {
				t.Errorf("%s fills what has no room: %v", in.ID, got)
			}
		}
	}
	for _, id := range []string{"", "none", "cecok"} {
		if got := Fill(id, sites()["petal"], Options{}); got != nil {
			t.Errorf("%q draws %v", id, got)
		}
	}
}

func TestSameAgain(t *testing.T) {
	for _, in := range All() {
		if _, ok := Lookup(in.ID); !ok {
			t.Errorf("%s is not found", in.ID)
		}
		s, o := sites()["petal"], Options{Seed: 5}
		if a, b := fmt.Sprint(Fill(in.ID, s, o)), fmt.Sprint(Fill(in.ID, s, o)); a != b {
			t.Errorf("%s differs when drawn again", in.ID)
		}
	}
	s := sites()["petal"]
	if fmt.Sprint(Fill("ukel", s, Options{Seed: 1})) == fmt.Sprint(Fill("ukel", s, Options{Seed: 2})) {
		t.Error("ukel is the same for two seeds")
	}
}

// TestSymmetric checks that fillings of a symmetric body are symmetric about its
// axis, for motifs rely on it.
func TestSymmetric(t *testing.T) {
	s := Site{geom.NewRegion(geom.Superellipse(geom.Pt{}, 20, 12, 2.4, 0)), geom.Pt{X: -20}, geom.Pt{X: 1}}
	for _, id := range []string{"cecek", "cecek_pitu", "sawut", "cecek_sawut", "cecek_sawut_daun", "sisik", "sisik_melik", "gringsing",
		"galaran", "mata_deruk", "matha_iteran", "untu_walang", "serit", "krambil_sacuwil", "sirap", "poleng", "anam_karsa", "kembang_suruh"} {
		pts, _ := glyphs(Fill(id, s, Options{}))
		for _, g := range pts {
			// Where a closed line begins is of no concern.
			m := middle(g)
			m.Y = -m.Y
			near := math.Inf(1)
			for _, h := range pts {
				near = math.Min(near, middle(h).Dist(m))
			}
			if near > .15 {
				t.Errorf("%s: no twin of %v within %.2f", id, g[0], near)
			}
		}
	}
}

func FuzzFill(f *testing.F) {
	f.Add(uint64(1), 10., 5., .1, 1.)
	f.Add(uint64(2), 1e4, 1e4, .1, 3.)
	f.Add(uint64(3), math.NaN(), 5., math.Inf(1), -1.)
	f.Fuzz(func(t *testing.T, sd uint64, w, h, turn, density float64) {
		s := seed.Seed(sd).Stream()
		pts := make([]geom.Pt, 3+s.Below(9))
		for i := range pts {
			pts[i] = geom.Pt{X: w * s.Float64(), Y: h * s.Float64()}
		}
		r := geom.NewRegion(geom.Polygon(pts...))
		all := All()
		id := all[s.Below(len(all))].ID
		for _, shape := range Fill(id, Site{r, pts[0], geom.Polar(1, turn)}, Options{Density: density, Scale: density, Seed: seed.Seed(sd)}) {
			for _, d := range shape.Dots {
				if r.Distance(d.C) < d.R+Inset-.01 {
					t.Fatalf("%s: dot %v lies %v inside", id, d, r.Distance(d.C))
				}
			}
			for _, p := range shape.Path.Pts {
				if math.IsNaN(p.X) || math.IsNaN(p.Y) {
					t.Fatalf("%s draws NaN", id)
				}
			}
		}
	})
}

func BenchmarkFill(b *testing.B) {
	s := Site{geom.NewRegion(geom.Superellipse(geom.Pt{}, 20, 12, 2.4, .125)), geom.Polar(-20, .125), geom.Polar(1, .125)}
	petal := Site{geom.NewRegion(geom.Petal(20, 10)), geom.Pt{}, geom.Pt{X: 20}}
	ground := Site{Region: geom.NewRegion(geom.R(0, 0, 100, 100).Path())}
	for _, in := range All() {
		for name, s := range map[string]Site{"petal": petal, "oval": s, "ground": ground} {
			b.Run(in.ID+"/"+name, func(b *testing.B) {
				for b.Loop() {
					Fill(in.ID, s, Options{})
				}
			})
		}
	}
}
