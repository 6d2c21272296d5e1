package motif

import (
	"math"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/seed"
)

func blooms(t testing.TB) []pattern.Motif {
	t.Helper()
	c, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var ms []pattern.Motif
	for _, d := range bloomFamilies() {
		m, ok := c.Lookup(d.info.ID)
		if !ok {
			t.Fatalf("%s is not in the catalogue", d.info.ID)
		}
		ms = append(ms, m)
	}
	return ms
}

// digest tells tiles apart without writing them out.
func digest(t pattern.Tile) uint64 {
	h := uint64(1469598103934665603)
	mix := func(fs ...float64) {
		for _, f := range fs {
			h = (h ^ math.Float64bits(f)) * 0x100000001b3
			h ^= h >> 29
		}
	}
	mix(t.Size.X, t.Size.Y)
	for _, s := range t.Shapes {
		mix(float64(s.Role), float64(s.Kind), s.Width)
		for _, p := range s.Path.Pts {
			mix(p.X, p.Y)
		}
		for _, d := range s.Dots {
			mix(d.C.X, d.C.Y, d.R)
		}
	}
	return h
}

func TestBloomsDrawAnything(t *testing.T) {
	if testing.Short() {
		t.Skip("many drawings")
	}
	for _, m := range blooms(t) {
		in := m.Info()
		for _, p := range in.Params {
			for i, v := range []float64{p.Min, p.Max} {
				line := []float64{.5, 2.5}[i]
				sound(t, in.ID+" "+p.ID, m.Draw(pattern.Options{Values: map[string]float64{p.ID: v}, Line: line}))
			}
		}
		odd := pattern.Options{Values: map[string]float64{}, Density: math.NaN(), Line: math.Inf(1)}
		for _, p := range in.Params {
			odd.Values[p.ID] = math.NaN()
		}
		sound(t, in.ID+" of nothing", m.Draw(odd))
		for sd := range uint64(4) {
			o := wild(m, sd)
			check(t, m, o)
			if a, b := m.Draw(o), m.Draw(o); sd == 3 && digest(a) != digest(b) {
				t.Errorf("%s differs when drawn again", in.ID)
			}
		}
	}
}

func FuzzBloom(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, sd uint64) {
		for _, m := range blooms(t) {
			check(t, m, wild(m, sd))
		}
	})
}

// Every parameter, every slot and, where a hand draws, every seed changes the
// drawing.
func TestBloomChoicesMatter(t *testing.T) {
	for _, m := range blooms(t) {
		in := m.Info()
		draw := func(o pattern.Options) uint64 { return digest(m.Draw(o)) }
		for _, p := range in.Params {
			at := func(v float64) uint64 { return draw(pattern.Options{Values: map[string]float64{p.ID: v}}) }
			if at(p.Min) == at(p.Max) {
				t.Errorf("%s: %s changes nothing", in.ID, p.ID)
			}
		}
		for _, s := range in.Slots {
			with := func(f string) uint64 { return draw(pattern.Options{Isen: map[string]string{s.ID: f}}) }
			if with("galaran") == with("none") || with("galaran") == with("cecek") {
				t.Errorf("%s: nothing chosen shows in slot %q", in.ID, s.ID)
			}
			if _, ok := isen.Lookup(s.Def); s.Def != "" && !ok {
				t.Errorf("%s: slot %q defaults to unknown %q", in.ID, s.ID, s.Def)
			}
		}
		if same := draw(pattern.Options{Seed: 1}) == draw(pattern.Options{Seed: 2}); same != (in.Group != "p1") {
			t.Errorf("%s (%s): two seeds draw alike: %v", in.ID, in.Group, same)
		}
	}
}

// TestThaiLatticeGroup looks for cmm and for the absence of what would make it
// more: a quarter turn, a finer lattice.
func TestThaiLatticeGroup(t *testing.T) {
	in := thais()[1].info
	for _, o := range []pattern.Options{{}, {Isen: map[string]string{"petal": "sawut", "ground": "cacah_gori"}}} {
		tile := drawThaiLattice(in, o)
		c, s := newCloth(tile), tile.Size
		differ := func(op func(geom.Pt) geom.Pt) float64 {
			r := seed.Seed(1).At("points")
			const n = 500
			bad := 0
			for range n {
				p := geom.Pt{X: r.Float64() * s.X, Y: r.Float64() * s.Y}
				if c.at(p) != c.at(op(p)) {
					bad++
				}
			}
			return float64(bad) / n
		}
		for name, op := range map[string]func(geom.Pt) geom.Pt{
			"mirror":       func(p geom.Pt) geom.Pt { return geom.Pt{X: -p.X, Y: p.Y} },
			"level mirror": func(p geom.Pt) geom.Pt { return geom.Pt{X: p.X, Y: -p.Y} },
			"centred move": func(p geom.Pt) geom.Pt { return geom.Pt{X: p.X + s.X/2, Y: p.Y + s.Y/2} },
			"half turn":    func(p geom.Pt) geom.Pt { return geom.Pt{X: -p.X, Y: -p.Y} },
		} {
			if d := differ(op); d > .015 {
				t.Errorf("%s: %.3f of the points differ", name, d)
			}
		}
		for name, op := range map[string]func(geom.Pt) geom.Pt{
			"quarter turn": func(p geom.Pt) geom.Pt { return geom.Pt{X: -p.Y, Y: p.X} },
			"half a width": func(p geom.Pt) geom.Pt { return geom.Pt{X: p.X + s.X/2, Y: p.Y} },
		} {
			if d := differ(op); d < .1 {
				t.Errorf("%s: only %.3f of the points differ", name, d)
			}
		}
	}
}

// A head fills the disc that it is planted in and keeps within it, or heads would
// overlap their neighbours.
func TestHeadsKeepToTheirDisc(t *testing.T) {
	c := newCanting(lukises()[0].info, pattern.Options{})
	for _, b := range append(append(namedBlossoms(), lotuses()...), blossom{"furled", canting.furled}, blossom{"sprig", canting.sprig}) {
		for sd := range 5 {
			const r = 40.
			far := 0.
			for _, s := range b.draw(c, r, seed.Seed(sd)) {
				for _, q := range s.Path.Flatten(.1) {
					for _, p := range q.Pts {
						far = math.Max(far, p.Len())
					}
				}
				for _, d := range s.Dots {
					far = math.Max(far, d.C.Len()+d.R)
				}
			}
			if far < .85*r || far > 1.2*r {
				t.Errorf("%s: reaches %.2f of its radius", b.id, far/r)
			}
		}
	}
}

// What follows the form of a petal lies within it: veins, ribs, tones, and the
// half inside the whole.
func TestPetalHoldsItsLines(t *testing.T) {
	for i := range 200 {
		r := seed.Seed(i).At("petal")
		p := petal{l: 50, w: r.Range(5, 25), crown: r.Range(.3, .8), open: r.Range(.5, 1.4), claw: r.Range(.02, .5),
			point: r.Range(0, .2), notch: r.Range(0, .1), wave: r.Range(0, .03), waves: 5, phase: r.Float64(), bend: r.Range(-.15, .15)}
		rim := geom.NewRegion(p.outline(whole()))
		_, sides := p.ribs(5)
		veins, _ := p.veins(6, -.9, .9, .3, .85)
		parts := veins.Join(sides).Join(p.outline(span{.8, -.8, .8, .2, 7})).Join(p.outline(span{k: .97, lo: 0, hi: .95}))
		for _, q := range parts.Flatten(.1) {
			for _, at := range q.Pts {
				if rim.Distance(at) < -.45 { // the outline is a curve through points of the map
					t.Fatalf("%+v: %v lies %.2f outside", p, at, -rim.Distance(at))
				}
			}
		}
		if d := p.at(1, 0).Sub(p.at(0, 0)).Len(); p.notch == 0 && p.wave == 0 && p.bend == 0 && math.Abs(d-p.l) > 1e-9 {
			t.Errorf("%+v is %.3f long", p, d)
		}
	}
}

// The right halves of a pinwheel, which are painted in one shape, stay apart, or
// a petal would lie over its neighbour and under it at once.
func TestPinwheelHalvesStandApart(t *testing.T) {
	p := petal{l: 49, w: 23.5, crown: .42, open: 1.15, claw: .16}
	ps := rosette(p, 5, .05, 1.5, 1, 3)
	var halves []*geom.Region
	for _, q := range ps {
		halves = append(halves, geom.NewRegion(q.outline(flank())))
	}
	for i, a := range halves {
		for y := a.Bounds.Min.Y; y < a.Bounds.Max.Y; y++ {
			for x := a.Bounds.Min.X; x < a.Bounds.Max.X; x++ {
				at := geom.Pt{X: x, Y: y}
				if at.Len() < 9 || !a.Contains(at) { // the feet crowd under the eye
					continue
				}
				for j, b := range halves {
					if i != j && b.Distance(at) > .3 {
						t.Fatalf("halves %d and %d both cover %v", i, j, at)
					}
				}
			}
		}
	}
}

// Leaves planted in a garden keep off heads and off each other.
func TestBractsKeepApart(t *testing.T) {
	in := lukises()[0].info
	c := newCanting(in, pattern.Options{})
	for sd := range 6 {
		g := newGarden(c, 200, 200)
		g.plot = newPlot(200, 200, 40)
		r := seed.Seed(sd).Stream()
		leaf := leafage{petal{l: 40, w: 8, crown: .6, open: .8, claw: .05, point: .12}, 1, c.leafDye(5)}
		g.take(geom.Dot{C: geom.Pt{X: 100, Y: 100}, R: 30})
		var stood []*geom.Region
		for range 60 {
			foot, dir := geom.Pt{X: r.Range(30, 170), Y: r.Range(30, 170)}, r.Float64()
			if !g.bract(leaf, foot, dir, 0) {
				continue
			}
			stood = append(stood, geom.NewRegion(leaf.placed()[0].petal.outline(whole()).Transform(geom.Rotate(dir).At(foot))))
		}
		if len(stood) < 4 {
			t.Fatalf("seed %d: only %d leaves", sd, len(stood))
		}
		for i, a := range stood {
			for y := a.Bounds.Min.Y; y < a.Bounds.Max.Y; y++ {
				for x := a.Bounds.Min.X; x < a.Bounds.Max.X; x++ {
					at := geom.Pt{X: x, Y: y}
					if !a.Contains(at) {
						continue
					}
					if at.Dist(geom.Pt{X: 100, Y: 100}) < 30 {
						t.Fatalf("seed %d: a leaf lies over the head at %v", sd, at)
					}
					for j, b := range stood {
						if j != i && b.Contains(at) {
							t.Fatalf("seed %d: leaves %d and %d overlap at %v", sd, i, j, at)
						}
					}
				}
			}
		}
	}
}

// A wave's rings end where the next waves begin, so that no line runs behind one.
func TestSeigaihaNeverCrosses(t *testing.T) {
	const r = 10.
	region := seigaiha(r, 4).Flatten(.05)
	if len(region) < 4 {
		t.Fatalf("%d rings", len(region))
	}
	for _, q := range region {
		for _, p := range q.Pts {
			for _, b := range []geom.Pt{{X: r, Y: r / 2}, {X: -r, Y: r / 2}, {Y: r}} {
				if p.Dist(b) < r-.1 {
					t.Fatalf("%v lies behind the wave at %v", p, b)
				}
			}
		}
	}
}

func BenchmarkBloom(b *testing.B) {
	for _, d := range bloomFamilies() {
		b.Run(d.info.ID, func(b *testing.B) {
			for b.Loop() {
				d.draw(d.info, pattern.Options{})
			}
		})
	}
}
