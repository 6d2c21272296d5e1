package motif

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func abroads(t testing.TB) []pattern.Motif {
	t.Helper()
	cat, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var ms []pattern.Motif
	for _, d := range abroadFamilies() {
		m, ok := cat.Lookup(d.info.ID)
		if !ok {
			t.Fatalf("%s is not in the catalogue", d.info.ID)
		}
		ms = append(ms, m)
	}
	return ms
}

// painted is a tile as pixels of roles on the torus, n along its longer side.
type painted struct {
	w, h int
	px   []pattern.Role
	size geom.Pt
}

func paint(t pattern.Tile, n int) painted {
	k := float64(n) / math.Max(t.Size.X, t.Size.Y)
	p := painted{w: int(t.Size.X*k + .5), h: int(t.Size.Y*k + .5), size: t.Size}
	p.px = make([]pattern.Role, p.w*p.h)
	sx, sy := t.Size.X/float64(p.w), t.Size.Y/float64(p.h)
	box := func(b geom.Rect, role pattern.Role, in func(q geom.Pt) bool) {
		for j := int(math.Floor(b.Min.Y / sy)); j <= int(b.Max.Y/sy); j++ {
			for i := int(math.Floor(b.Min.X / sx)); i <= int(b.Max.X/sx); i++ {
				if in(geom.Pt{X: (float64(i) + .5) * sx, Y: (float64(j) + .5) * sy}) {
					p.px[wrap(j, p.h)*p.w+wrap(i, p.w)] = role
				}
			}
		}
	}
	for _, s := range t.Shapes {
		for _, d := range s.Dots {
			box(geom.R(d.C.X-d.R, d.C.Y-d.R, 2*d.R, 2*d.R), s.Role, func(q geom.Pt) bool { return q.Dist(d.C) < d.R })
		}
		for _, q := range s.Path.Flatten(.03) {
			if s.Kind == geom.Area {
				r := geom.NewRegionPoly(q)
				box(geom.Bounds(q.Pts), s.Role, r.Contains)
				continue
			}
			for i, a := range q.Pts {
				b := q.Pts[(i+1)%len(q.Pts)]
				if i == len(q.Pts)-1 && !q.Closed {
					break
				}
				v := b.Sub(a)
				box(geom.Bounds([]geom.Pt{a, b}).Inset(-s.Width/2), s.Role, func(x geom.Pt) bool {
					u := 0.
					if l := v.Dot(v); l > 0 {
						u = geom.Clamp(x.Sub(a).Dot(v)/l, 0, 1)
					}
					return a.Add(v.Mul(u)).Dist(x) < s.Width/2
				})
			}
		}
	}
	return p
}

// off returns the share of points of the cloth that do not show again, within a
// pixel, where m takes them.
func (p painted) off(m geom.Affine) float64 {
	bad, all := 0, 0
	for j := 0; j < p.h; j += 2 {
		for i := 0; i < p.w; i += 2 {
			q := m.Apply(geom.Pt{X: (float64(i) + .5) / float64(p.w) * p.size.X, Y: (float64(j) + .5) / float64(p.h) * p.size.Y})
			x, y := int(math.Floor(q.X/p.size.X*float64(p.w))), int(math.Floor(q.Y/p.size.Y*float64(p.h)))
			same := false
			for dx := -1; dx <= 1; dx++ {
				for dy := -1; dy <= 1; dy++ {
					same = same || p.px[wrap(y+dy, p.h)*p.w+wrap(x+dx, p.w)] == p.px[j*p.w+i]
				}
			}
			all++
			if !same {
				bad++
			}
		}
	}
	return float64(bad) / float64(all)
}

// TestAbroadGroups maps the painted tile by every operation of the group that the
// motif claims, which must change nothing, and by those that it does not claim,
// which must change something.
func TestAbroadGroups(t *testing.T) {
	if testing.Short() {
		t.Skip("paints many tiles")
	}
	for _, m := range abroads(t) {
		in := m.Info()
		t.Run(in.ID, func(t *testing.T) {
			g, err := symmetry.Lookup(in.Group)
			if err != nil {
				t.Fatal(err)
			}
			tile := m.Draw(pattern.Options{Seed: 5})
			// About the tile's corner or its middle; all groups here allow either.
			p := paint(tile, 560)
			group := spread(in.Group, tile.Size, geom.Pt{})
			if in.ID == "gulf_star10" { // its rectangle is centred, as drawn without straps
				for _, a := range group {
					group = append(group, a.At(tile.Size.Mul(.5)))
				}
			}
			if in.Group == "p6" { // in its rectangle of 1:√3
				u, v := g.Lattice.Basis(tile.Size)
				group = nil
				for _, a := range g.Maps(u, v) {
					group = append(group, a, a.At(tile.Size.Mul(.5)))
				}
			}
			for i, a := range group {
				if off := p.off(a); off > .0015 {
					t.Errorf("operation %d of %s: %.2f%% of the cloth differs", i, in.Group, 100*off)
				}
			}
			square := math.Abs(tile.Size.X-tile.Size.Y) < 1e-9
			turns := []geom.Affine{geom.Identity(), geom.Rotate(.5), geom.Scale(-1, 1), geom.Scale(1, -1)}
			if square {
				turns = append(turns, geom.Rotate(.25), geom.Affine{B: 1, D: 1}, geom.Affine{B: -1, D: -1})
			}
			if in.Group == "p6" {
				turns = append(turns, geom.Scale(-1, 1).Then(geom.Rotate(1./6)))
			}
			for k, turn := range turns {
				for i := range 2 {
					for j := range 2 {
						a := turn.At(geom.Pt{X: float64(i) * tile.Size.X / 2, Y: float64(j) * tile.Size.Y / 2})
						if off := p.off(a); off < .002 && !inGroup(a, group, tile.Size) {
							t.Errorf("%s has operation %d moved by (%d,%d)/2 too: only %.3f%% differs", in.Group, k, i, j, 100*off)
						}
					}
				}
			}
		})
	}
}

// inGroup reports whether a is one of the maps, but for whole tiles.
func inGroup(a geom.Affine, group []geom.Affine, size geom.Pt) bool {
	for _, g := range group {
		ok := true
		for _, q := range []geom.Pt{{}, {X: 1.7}, {Y: 2.3}} {
			ok = ok && toroidal(a.Apply(q).Sub(g.Apply(q)), size).Len() < 1e-6
		}
		if ok {
			return true
		}
	}
	return false
}

func TestAbroadDraws(t *testing.T) {
	if testing.Short() {
		t.Skip("draws many tiles")
	}
	for _, m := range abroads(t) {
		in := m.Info()
		start := time.Now()
		sound(t, in.ID, m.Draw(pattern.Options{}))
		t.Logf("%s: %v", in.ID, time.Since(start))
		for sd := range uint64(8) {
			o := wild(m, sd)
			sound(t, fmt.Sprint(in.ID, " seed ", sd), m.Draw(o))
		}
		for _, p := range in.Params {
			for i, v := range []float64{p.Min, p.Max, math.NaN()} {
				sound(t, in.ID+" "+p.ID, m.Draw(pattern.Options{Values: map[string]float64{p.ID: v}, Line: []float64{.5, 2.5, 0}[i], Density: []float64{3, .25, 0}[i]}))
			}
		}
		o := wild(m, 3)
		if a, b := m.Draw(o), m.Draw(o); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%s differs when drawn again", in.ID)
		}
	}
}

func TestAbroadChoicesMatter(t *testing.T) {
	for _, m := range abroads(t) {
		in := m.Info()
		size, _ := in.Param("size")
		draw := func(o pattern.Options) string {
			if o.Values == nil {
				o.Values = map[string]float64{}
			}
			if _, ok := o.Values["size"]; !ok {
				o.Values["size"] = 2 * size.Def
			}
			return fmt.Sprint(m.Draw(o))
		}
		for _, p := range in.Params {
			if draw(pattern.Options{Values: map[string]float64{p.ID: p.Min}}) == draw(pattern.Options{Values: map[string]float64{p.ID: p.Max}}) {
				t.Errorf("%s: %s changes nothing", in.ID, p.ID)
			}
		}
		for _, s := range in.Slots {
			a := draw(pattern.Options{Isen: map[string]string{s.ID: "galaran"}})
			if a == draw(pattern.Options{Isen: map[string]string{s.ID: "none"}}) || a == draw(pattern.Options{Isen: map[string]string{s.ID: "cecek"}}) {
				t.Errorf("%s: nothing chosen shows in slot %q", in.ID, s.ID)
			}
		}
	}
}

// TestContactsTile checks that the polygons of each star lattice cover the torus
// once: their areas add up to it.
func TestContactsTile(t *testing.T) {
	for name, lay := range map[string]func(float64) contact{"8": octagons, "10": decagons, "12": dodecagons} {
		c := lay(60)
		sum := 0.
		for _, p := range append(c.stars, c.between...) {
			a := geom.Poly{Pts: p, Closed: true}.Area()
			if a <= 0 {
				t.Errorf("%s: a polygon runs clockwise", name)
			}
			sum += a
		}
		if want := c.size.X * c.size.Y; math.Abs(sum-want) > 1e-9*want {
			t.Errorf("%s: polygons of %v on a tile of %v", name, sum, want)
		}
	}
}

// TestStrapsGoOverAndUnder follows every ray of a star from the edge inward.
func TestStrapsGoOverAndUnder(t *testing.T) {
	for _, n := range []int{8, 10, 12} {
		p := regular(geom.Pt{}, n, 10, 0)
		angle := 68. / 360
		k := p.star(angle, 3)
		on, back := p.rays(angle)
		for lean, rays := range [][]ray{on, back} {
			for i, r := range rays {
				type hit struct {
					d    float64
					over bool
				}
				var hits []hit
				for _, x := range k.crossings {
					v := x.at.Sub(r.from)
					if math.Abs(v.Cross(r.dir)) > 1e-9 || v.Dot(r.dir) < -1e-9 {
						continue
					}
					hits = append(hits, hit{v.Len(), math.Abs(x.over.Unit().Cross(r.dir)) < 1e-9})
				}
				if len(hits) < 3 {
					t.Fatalf("%d-fold: ray %d crosses %d others", n, i, len(hits))
				}
				for a := range hits {
					for b := range hits {
						// Neighbours along the ray: none between them.
						between := 0
						for c := range hits {
							if hits[c].d > hits[a].d && hits[c].d < hits[b].d {
								between++
							}
						}
						if hits[a].d < hits[b].d && between == 0 && hits[a].over == hits[b].over {
							t.Errorf("%d-fold, lean %d, ray %d: two crossings alike", n, lean, i)
						}
					}
				}
			}
		}
	}
}

func TestNeighbouringSignsDiffer(t *testing.T) {
	m := len(signs())
	for n := 2; n <= 5; n++ {
		for j := range n {
			for i := range n {
				here := signAt(i, j, n, m)
				if here == signAt((i+1)%n, j, n, m) || here == signAt(i, (j+1)%n, n, m) {
					t.Errorf("%d squares: (%d,%d) is like its neighbour", n, i, j)
				}
			}
		}
	}
}

func TestFoamKeepsApart(t *testing.T) {
	size := geom.Pt{X: 90, Y: 130}
	for _, group := range []string{"p1", "p2", "pg", "cm", "cmm", "pmm"} {
		ds := foam(group, size, []float64{4, 2, 1}, .8, 1, seed.Seed(4).At(group))
		if len(ds) < 60 {
			t.Errorf("%s: only %d discs", group, len(ds))
		}
		for i, a := range ds {
			for _, b := range ds[:i] {
				if d := toroidal(a.C.Sub(b.C), size).Len(); d < a.R+b.R+.8-1e-9 {
					t.Fatalf("%s: discs of %v and %v are %v apart", group, a.R, b.R, d)
				}
			}
		}
		for _, m := range spread(group, size, geom.Pt{}) {
			for _, a := range ds {
				found := false
				for _, b := range ds {
					found = found || b.R == a.R && toroidal(m.Apply(a.C).Sub(b.C), size).Len() < 1e-6
				}
				if !found {
					t.Fatalf("%s: a disc has no image", group)
				}
			}
		}
	}
}

// TestPinsStandApart checks that no two pins of shweshwe run together.
func TestPinsStandApart(t *testing.T) {
	for _, d := range shweshwes() {
		for _, o := range []pattern.Options{{}, {Values: map[string]float64{"petals": 1, "rings": 3, "leaves": 1}}, {Values: map[string]float64{"petals": 4, "corner": 2, "leaves": 4}}} {
			tile := d.draw(d.info, o)
			var ds []geom.Dot
			for _, s := range tile.Shapes {
				ds = append(ds, s.Dots...)
			}
			for i, a := range ds {
				for _, b := range ds[:i] {
					if gap := toroidal(a.C.Sub(b.C), tile.Size).Len() - a.R - b.R; gap < 0 {
						t.Fatalf("%s %v: pins at %v and %v overlap by %.2f", d.info.ID, o.Values, a.C, b.C, -gap)
					}
				}
			}
		}
	}
}

func FuzzAbroad(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, sd uint64) {
		for _, m := range abroads(t) {
			sound(t, m.Info().ID, m.Draw(wild(m, sd)))
		}
	})
}
