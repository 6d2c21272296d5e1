package motif

import (
	"math"
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

func flowing(t testing.TB) []pattern.Motif {
	t.Helper()
	c, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var ms []pattern.Motif
	for _, d := range flowingFamilies() {
		m, ok := c.Lookup(d.info.ID)
		if !ok {
			t.Fatalf("%s is not in the catalogue", d.info.ID)
		}
		ms = append(ms, m)
	}
	return ms
}

// mostShapes is how many shapes a tile may have: each is redrawn by hand for every
// repeat, and is an element of the vectors.
const mostShapes = 99

// sound fails if anything in the tile is not finite, has no size or lies further
// than a tile outside it.
func sound(t *testing.T, name string, tile pattern.Tile) {
	t.Helper()
	if !(tile.Size.X > 0 && tile.Size.Y > 0) || math.IsInf(tile.Size.X+tile.Size.Y, 0) {
		t.Fatalf("%s: tile of %v", name, tile.Size)
	}
	if n := len(tile.Shapes); n > mostShapes {
		t.Errorf("%s: %d shapes", name, n)
	}
	room := geom.Rect{Max: tile.Size}
	room.Min = room.Min.Sub(tile.Size)
	room.Max = room.Max.Add(tile.Size)
	for i, s := range tile.Shapes {
		if s.Kind == geom.Stroke && !(s.Width > 0 && s.Width < 1e4) {
			t.Fatalf("%s: shape %d is a line %g wide", name, i, s.Width)
		}
		if int(s.Role) >= pattern.NumRoles {
			t.Fatalf("%s: shape %d has role %d", name, i, s.Role)
		}
		pts := slices.Clone(s.Path.Pts)
		for _, d := range s.Dots {
			if !(d.R > 0 && d.R < 1e3) {
				t.Fatalf("%s: shape %d has a dot of radius %g", name, i, d.R)
			}
			pts = append(pts, d.C)
		}
		for _, p := range pts {
			if !room.Contains(p) { // NaN lies nowhere
				t.Fatalf("%s: shape %d reaches %v from a tile of %v", name, i, p, tile.Size)
			}
		}
	}
}

func TestFlowingAtTheEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs at once")
	}
	for _, m := range flowing(t) {
		in := m.Info()
		for _, p := range in.Params {
			for i, v := range []float64{p.Min, p.Max, math.NaN()} {
				line := []float64{.5, 2.5, 0}[i]
				sound(t, in.ID+" "+p.ID, m.Draw(pattern.Options{Values: map[string]float64{p.ID: v}, Line: line}))
			}
		}
	}
}

func FuzzFlowing(f *testing.F) {
	f.Add(uint64(7), .3, .9, 1., 1.)
	f.Fuzz(func(t *testing.T, s uint64, a, b, density, line float64) {
		for _, m := range flowing(t) {
			in := m.Info()
			o := pattern.Options{Values: map[string]float64{}, Density: density, Line: line, Seed: seed.Seed(s)}
			for i, p := range in.Params {
				o.Values[p.ID] = geom.Mix(p.Min, p.Max, []float64{a, b, a * b}[i%3])
			}
			sound(t, in.ID, m.Draw(o))
		}
	})
}

func TestFlowingIsPure(t *testing.T) {
	for _, m := range flowing(t) {
		o := pattern.Options{Seed: 11}
		a, b := m.Draw(o), m.Draw(o)
		if !slices.EqualFunc(a.Shapes, b.Shapes, func(x, y pattern.Shape) bool {
			return x.Role == y.Role && x.Kind == y.Kind && slices.Equal(x.Path.Pts, y.Path.Pts) && slices.Equal(x.Dots, y.Dots)
		}) {
			t.Errorf("%s: two drawings differ", m.Info().ID)
		}
	}
}

// onTorus brings a point into the tile, to a micrometre, so that copies of one
// figure in different repeats compare equal.
func onTorus(p geom.Pt, size geom.Pt) [2]int {
	k := func(x, w float64) int {
		x -= math.Floor(x/w) * w
		n := int(math.Round(w * 1e3))
		return int(math.Round(x*1e3)) % n
	}
	return [2]int{k(p.X, size.X), k(p.Y, size.Y)}
}

// figures returns the middles of a shape's subpaths, or its dots, on the torus.
func figures(s pattern.Shape, size geom.Pt) map[[2]int]int {
	out := make(map[[2]int]int)
	for _, d := range s.Dots {
		out[onTorus(d.C, size)]++
	}
	for _, q := range s.Path.Flatten(.05) {
		out[onTorus(geom.Bounds(q.Pts).Center(), size)]++
	}
	return out
}

// carriedBy reports whether the figures moved by d are the figures again, a rounding
// step aside.
func carriedBy(fs map[[2]int]int, move func(geom.Pt) geom.Pt, size geom.Pt) bool {
	for k := range fs {
		p := move(geom.Pt{X: float64(k[0]) / 1e3, Y: float64(k[1]) / 1e3})
		found := false
		for dx := -8; dx <= 8 && !found; dx++ {
			for dy := -8; dy <= 8 && !found; dy++ {
				// Steps under half the grid, since the tile is no whole number of it.
				found = fs[onTorus(p.Add(geom.Pt{X: float64(dx) * 4e-4, Y: float64(dy) * 4e-4}), size)] > 0
			}
		}
		if !found {
			return false
		}
	}
	return len(fs) > 0
}

// Every frieze of a diagonal motif must go on across the tile's border: moved by
// one pitch along the stripe, each set of figures falls on itself.
func TestDiagonalsGoOn(t *testing.T) {
	for _, dr := range parangs() {
		id := dr.info.ID
		for _, slope := range []float64{0, 1} {
			for _, size := range []float64{0, 33, 57.5} {
				c, _ := Catalog()
				m, _ := c.Lookup(id)
				in := m.Info()
				o := pattern.Options{Values: map[string]float64{"slope": slope, "alternate": 0}}
				if size > 0 {
					o.Values["size"] = size
				}
				tile := m.Draw(o)
				d, _, _, p, _ := parangBands(in, o)
				step := d.m.Apply(geom.Pt{X: p})
				for i, s := range tile.Shapes {
					if s.Stage == pattern.Tembok {
						continue // grounds are laid in lengths, not in pitches
					}
					if !carriedBy(figures(s, tile.Size), func(q geom.Pt) geom.Pt { return q.Add(step) }, tile.Size) {
						t.Errorf("%s slope %g size %g: shape %d (%s) is not carried on by a pitch", id, slope, size, i, s.Role)
					}
				}
			}
		}
	}
}

// The band's group is p2: half a turn about the middle of a leaf changes nothing.
func TestParangHalfTurn(t *testing.T) {
	for _, dr := range parangs() {
		id := dr.info.ID
		c, _ := Catalog()
		m, _ := c.Lookup(id)
		o := pattern.Options{Values: map[string]float64{"alternate": 0}}
		tile := m.Draw(o)
		d, h, period, p, _ := parangBands(m.Info(), o)
		middle := geom.Pt{}
		if id == "parang_curigo" { // between a dagger and its neighbour
			middle = curigoUnit(place{p: p, h: h}).middle
		}
		about := d.at(0, period/2).Apply(middle)
		for i, s := range tile.Shapes {
			if s.Stage == pattern.Tembok {
				continue
			}
			if !carriedBy(figures(s, tile.Size), func(q geom.Pt) geom.Pt { return about.Mul(2).Sub(q) }, tile.Size) {
				t.Errorf("%s: shape %d (%s) is not its own half turn", id, i, s.Role)
			}
		}
	}
}

func crosses(a, b, c, d geom.Pt) bool {
	o := func(p, q, r geom.Pt) float64 { return q.Sub(p).Cross(r.Sub(p)) }
	return o(a, b, c)*o(a, b, d) < 0 && o(c, d, a)*o(c, d, b) < 0
}

// selfCrossing reports whether a closed outline crosses itself.
func selfCrossing(p geom.Path) bool {
	for _, q := range p.Flatten(.01) {
		n := len(q.Pts)
		for i := range n {
			for j := i + 2; j < n; j++ {
				if i == 0 && j == n-1 {
					continue
				}
				if crosses(q.Pts[i], q.Pts[(i+1)%n], q.Pts[j], q.Pts[(j+1)%n]) {
					return true
				}
			}
		}
	}
	return false
}

func TestBladesNeitherCrossNorOverlap(t *testing.T) {
	for name, form := range map[string]parangForm{"rusak": rusakForm(), "barong": barongForm()} {
		for _, ratio := range []float64{.4, .6, .9} {
			for _, curve := range []float64{0, .2, .4} {
				const h = 42.
				p := ratio * h
				knives := form.unit(place{p: p, h: h, half: form.half, curve: curve, open: .53}).knives
				var blades []geom.Path // without the heads, which hang on their necks and touch
				for _, k := range knives[:len(knives)-1] {
					blades = append(blades, k.path)
					if k.twin {
						blades = append(blades, k.path.Transform(halfTurn(k.about)))
					}
				}
				var regions []*geom.Region
				for _, shift := range []float64{-p, 0, p} {
					for _, b := range blades {
						if selfCrossing(b) {
							t.Fatalf("%s pitch %g curve %g: a blade crosses itself", name, ratio, curve)
						}
						regions = append(regions, geom.NewRegion(b.Transform(geom.Translate(geom.Pt{X: shift}))))
					}
				}
				for y := -h / 2; y < h/2; y += .37 {
					for x := -p; x < p; x += .31 {
						in := 0
						for _, r := range regions {
							// A tenth of a millimetre is less than any line between them.
							if r.Contains(geom.Pt{X: x, Y: y}) && r.Distance(geom.Pt{X: x, Y: y}) > .1 {
								in++
							}
						}
						if in > 1 {
							t.Fatalf("%s pitch %g curve %g: %d blades at (%g, %g)", name, ratio, curve, in, x, y)
						}
					}
				}
			}
		}
	}
}

// A meander holds no swastika: no point of it has four arms.
func TestMeanderNeverCrosses(t *testing.T) {
	var pts []geom.Pt
	for k := range 3 {
		for _, q := range meanderUnit() {
			if q.X += 4 * float64(k); len(pts) == 0 || pts[len(pts)-1] != q {
				pts = append(pts, q)
			}
		}
	}
	seen := make(map[geom.Pt]bool)
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := int(math.Round(a.Dist(b) * 2))
		for k := range n {
			q := a.Lerp(b, float64(k)/float64(n))
			if seen[q] {
				t.Fatalf("the meander meets itself at %v", q)
			}
			seen[q] = true
		}
	}
	for _, m := range flowing(t) {
		if in := m.Info(); in.Has(pattern.Swastika) != (in.ID == "banji") {
			t.Errorf("%s: trait swastika is %v", in.ID, in.Has(pattern.Swastika))
		}
	}
}

func TestBanjiHands(t *testing.T) {
	in := banjis()[0].info
	right := drawBanji(in, pattern.Options{})
	left := drawBanji(in, pattern.Options{Values: map[string]float64{"hand": 1}})
	differ := false
	for i, s := range right.Shapes {
		mirror := geom.Affine{A: -1, C: right.Size.X, E: 1}
		want := figures(pattern.Shape{Mark: s.Mark.Transform(mirror)}, right.Size)
		got := figures(left.Shapes[i], left.Size)
		if len(want) != len(got) {
			t.Errorf("shape %d: %d figures, want %d", i, len(got), len(want))
		}
		for k := range got {
			at := geom.Pt{X: float64(k[0]) / 1e3, Y: float64(k[1]) / 1e3}
			if !carriedBy(want, func(geom.Pt) geom.Pt { return at }, left.Size) {
				t.Errorf("shape %d: nothing at %v in the mirror", i, at)
			}
		}
		own := figures(s, right.Size)
		for k := range got {
			differ = differ || own[k] == 0
		}
	}
	if !differ {
		t.Error("both hands are the same")
	}
}

func TestLerengStripesFillTheRepeat(t *testing.T) {
	for name, lay := range map[string]func(pattern.Options, int, float64) []stripe{"lereng": lerengStripes, "udan liris": lirisStripes, "rujak senthe": sentheStripes} {
		for s := range 40 {
			n := 3 + s%7
			stripes := lay(pattern.Options{Seed: seed.Seed(s)}, n, float64(s%3)/2)
			at, last := 0., ""
			var ids []string
			for _, x := range stripes {
				if math.Abs(x.v-at) > 1e-9 || !(x.h > .02) {
					t.Fatalf("%s, seed %d: stripe of %g at %g, want %g", name, s, x.h, x.v, at)
				}
				if x.id == last {
					t.Errorf("%s, seed %d: two stripes of %s side by side", name, s, last)
				}
				at, last = at+x.h, x.id
				ids = append(ids, x.id)
			}
			if len(stripes) != n || math.Abs(at-1) > 1e-9 {
				t.Errorf("%s, seed %d: stripes %v end at %g", name, s, ids, at)
			}
			if name == "lereng" && !slices.Contains(ids, "parang") {
				t.Errorf("seed %d: no parang in %v", s, ids)
			}
		}
	}
}

func TestCloudsLeaveEachOtherRoom(t *testing.T) {
	in := megaMendungs()[0].info
	for s := range 4 {
		tile := drawMegaMendung(in, pattern.Options{Seed: seed.Seed(s)})
		cover, ramp := 0., map[pattern.Role]bool{}
		for _, sh := range tile.Shapes {
			ramp[sh.Role] = true
			if sh.Role == pattern.Ramp(0) && sh.Kind == geom.Area {
				a := 0.
				for _, q := range sh.Path.Flatten(.5) {
					a += math.Abs(q.Area())
				}
				cover = math.Max(cover, a)
			}
		}
		// The clouds alone, without what is drawn twice, cover about half the cloth.
		if share := cover / (tile.Size.X * tile.Size.Y); share < .4 || share > .8 {
			t.Errorf("seed %d: clouds cover %.2f", s, share)
		}
		if len(ramp) != 6 {
			t.Errorf("seed %d: %d shades, want 6", s, len(ramp))
		}
	}
}

func TestBorders(t *testing.T) {
	for _, b := range Borders() {
		for _, w := range []float64{1, 30, 400} {
			for _, l := range []float64{3, 240, 2500} {
				tile := Border(b.ID, w, l, pattern.Options{})
				if tile.Size != (geom.Pt{X: l, Y: w}) {
					t.Fatalf("%s: size %v", b.ID, tile.Size)
				}
				for i, s := range tile.Shapes {
					r := s.Bounds()
					if math.IsNaN(r.W()+r.H()) || r.Min.Y < -.1*w-1 || r.Max.Y > 1.1*w+1 {
						t.Errorf("%s %gx%g: shape %d reaches %v", b.ID, l, w, i, r)
					}
				}
			}
		}
	}
	for _, w := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if tile := Border("lung", w, 10, pattern.Options{}); len(tile.Shapes) > 0 {
			t.Errorf("width %g draws something", w)
		}
	}
}

func BenchmarkMegaMendung(b *testing.B) {
	in := megaMendungs()[0].info
	for b.Loop() {
		drawMegaMendung(in, pattern.Options{})
	}
}
