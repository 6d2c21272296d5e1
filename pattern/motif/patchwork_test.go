package motif

import (
	"math"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

func TestPatchwork(t *testing.T) {
	if testing.Short() {
		t.Skip("draws many patches")
	}
	for _, m := range listed(t, patchworkFamilies()) {
		holds(t, m)
		if same(m.Draw(pattern.Options{Seed: 1}), m.Draw(pattern.Options{Seed: 2})) {
			t.Errorf("%s is alike from two seeds", m.Info().ID)
		}
	}
}

// TestPatchesKeepToThemselves cuts each bolt to a patch and looks whether any of
// it lies outside, and whether what lies inside shows as on the whole cloth.
func TestPatchesKeepToThemselves(t *testing.T) {
	d := tambals()[0]
	c := newCanting(d.info, pattern.Options{})
	patch := geom.NewRegionPoly(geom.Poly{Pts: []geom.Pt{{X: 1.7, Y: 2.3}, {X: 41.1, Y: 8.9}, {X: 30.2, Y: 24.6}, {X: 37.3, Y: 44.7}, {X: 5.1, Y: 38.4}}, Closed: true})
	for _, b := range bolts() {
		tile := c.cloth(b, 40)
		k := newKain(c, tile, b.on(tile, pattern.Outline))
		k.cut(patch, geom.Identity())
		shapes := full(k.shapes...)
		if len(shapes) == 0 {
			t.Fatalf("%s: nothing is cut", b.id)
		}
		for _, s := range shapes {
			pts := s.Path.Pts
			for _, dot := range s.Dots {
				pts = append(pts, dot.C)
			}
			for _, p := range pts {
				// The controls of a curve may lie beyond it.
				if patch.Distance(p) < -2 {
					t.Fatalf("%s: %v of %v at %v lies outside the patch", b.id, s.Kind, s.Role, p)
				}
			}
		}
		cut := newCloth(pattern.Tile{Size: geom.Pt{X: 400, Y: 400}, Shapes: shapes})
		whole := newCloth(k.tile)
		r := seed.Seed(5).At(b.id)
		bad, n := 0, 0
		for range 300 {
			p := geom.Pt{X: r.Range(0, 45), Y: r.Range(0, 45)}
			switch side := patch.Side(p, 1.6); {
			case side > 0:
				n++
				if cut.at(p) != k.inks[whole.at(p)] {
					bad++
				}
			case side < 0 && cut.at(p) != pattern.Ground:
				t.Fatalf("%s: %v shows at %v, outside the patch", b.id, cut.at(p), p)
			}
		}
		// Dots cut by the edge are left out, and a line's end is.
		if bad > n/20 {
			t.Errorf("%s: %d of %d points differ from the cloth that the patch is cut from", b.id, bad, n)
		}
	}
}

// TestTonesDiffer looks whether each bolt is lighter on a light patch than on a
// dark one, by the lightness that the roles have in soga cloths, and whether light
// and dark patches differ by the handbook's 15 L* (§1.9) on the whole.
func TestTonesDiffer(t *testing.T) {
	d := tambals()[0]
	c := newCanting(d.info, pattern.Options{})
	lightness := map[pattern.Role]float64{pattern.Ground: 88, pattern.Fill: 52, pattern.Fill2: 38, pattern.Outline: 15, pattern.Isen: 88}
	var mean [2]float64
	all := bolts()
	for _, b := range all {
		tile := c.cloth(b, 60)
		var tone [2]float64
		for i, to := range []pattern.Role{pattern.Ground, pattern.Outline} {
			k := newKain(c, tile, b.on(tile, to))
			cl := newCloth(k.tile)
			r := seed.Seed(9).At(b.id)
			const n = 400
			for range n {
				tone[i] += lightness[k.inks[cl.at(geom.Pt{X: r.Range(0, k.tile.Size.X), Y: r.Range(0, k.tile.Size.Y)})]] / n
			}
			mean[i] += tone[i] / float64(len(all))
		}
		if tone[0]-tone[1] < 4 {
			t.Errorf("%s: L* of a light patch %.0f, of a dark one %.0f", b.id, tone[0], tone[1])
		}
	}
	if mean[0]-mean[1] < 15 {
		t.Errorf("mean L* of light patches %.0f, of dark ones %.0f", mean[0], mean[1])
	}
}

// TestShoresAgree sums the patches of a sekar jagad: where two of them took
// different shores for one border, they would overlap or leave a gap.
func TestShoresAgree(t *testing.T) {
	size := geom.Pt{X: 200, Y: 200}
	total := 0.
	for _, s := range quarry(size.X, size.Y, 12, 0, 7) {
		for _, q := range s.shore(.2, size, 7).Flatten(.05) {
			total += math.Abs(q.Area())
		}
	}
	// Bays of one patch are capes of the next, so the patches still fill the torus.
	if math.Abs(total-size.X*size.Y) > .04*size.X*size.Y {
		t.Errorf("patches of %.0f mm² on a torus of %.0f", total, size.X*size.Y)
	}
}
