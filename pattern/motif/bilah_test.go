package motif

import (
	"fmt"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// The bodies of a band must leave each other room: a bone its leaf and buds, a
// dagger the ones beside it. What belongs together, as blade, guard and hilt do,
// may touch.
func TestUnitsLeaveEachOtherRoom(t *testing.T) {
	const h = 40.
	for name, c := range map[string]struct {
		unit  func(place) parangUnit
		parts int // knives that make one figure
		ratio []float64
	}{
		"klitik": {klitikUnit, 1, []float64{.4, .44, .7}},
		"kusumo": {kusumoUnit, 1, []float64{.5, .58, .9}},
		"curigo": {curigoUnit, 3, []float64{.45, .6, .9}},
	} {
		for _, ratio := range c.ratio {
			p := ratio * h
			u := c.unit(place{p: p, h: h, open: .53})
			type part struct {
				region *geom.Region
				figure int
			}
			var parts []part
			figure := 0
			for _, shift := range []float64{-p, 0, p} {
				for i, k := range u.knives {
					m := geom.Translate(geom.Pt{X: shift})
					if i%c.parts == 0 {
						figure += 2
					}
					if name == "kusumo" && i >= 2 {
						// A bud's petals belong to the leaf on whose end they stand.
						parts = append(parts, part{geom.NewRegion(k.path.Transform(m)), 1e3 + int(shift)}, part{geom.NewRegion(k.path.Transform(halfTurn(k.about)).Transform(m)), 1e3 + int(shift)})
						continue
					}
					own := figure
					if name == "kusumo" && i == 1 {
						own = 1e3 + int(shift)
					}
					parts = append(parts, part{geom.NewRegion(k.path.Transform(m)), own})
					if k.twin {
						parts = append(parts, part{geom.NewRegion(k.path.Transform(halfTurn(k.about)).Transform(m)), own + 1})
					}
				}
			}
			for y := -h / 2; y < h/2; y += .31 {
				for x := -p / 2; x < p/2; x += .29 {
					q := geom.Pt{X: x, Y: y}
					in := map[int]bool{}
					for _, r := range parts {
						if r.region.Contains(q) && r.region.Distance(q) > .1 {
							in[r.figure] = true
						}
					}
					if len(in) > 1 {
						t.Fatalf("%s, pitch %g: %d bodies at %v", name, ratio, len(in), q)
					}
				}
			}
		}
	}
}

// A filling may be chosen in the colour of the ground, which fillings themselves
// do not know: the dark core of klitik is filled in the white of the blades.
func TestFillingsInTheGroundsRole(t *testing.T) {
	for _, id := range []string{"parang_klitik", "grompol"} {
		slot := map[string]string{"parang_klitik": "blade", "grompol": "ground"}[id]
		cat, err := Catalog()
		if err != nil {
			t.Fatal(err)
		}
		m, _ := cat.Lookup(id)
		count := func(filling string) (n int) {
			for _, s := range m.Draw(pattern.Options{Values: map[string]float64{"size": 90}, Isen: map[string]string{slot: filling}}).Shapes {
				if s.Role == pattern.Ground && s.Stage == pattern.Filling {
					n++
				}
			}
			return n
		}
		if with, without := count("cecek"), count("none"); with <= without {
			t.Errorf("%s: %d shapes in the ground's role with a filling, %d without", id, with, without)
		}
	}
}

func TestParangAndLerengParamsMatter(t *testing.T) {
	for _, d := range append(parangs(), lerengs()...) {
		for _, p := range d.info.Params {
			draw := func(v float64) string {
				return fmt.Sprint(d.draw(d.info, pattern.Options{Values: map[string]float64{p.ID: v}}))
			}
			if draw(p.Min) == draw(p.Max) {
				t.Errorf("%s: %s changes nothing", d.info.ID, p.ID)
			}
		}
		for _, s := range d.info.Slots {
			size, _ := d.info.Param("size")
			draw := func(id string) string {
				return fmt.Sprint(d.draw(d.info, pattern.Options{Values: map[string]float64{"size": 3 * size.Def}, Isen: map[string]string{s.ID: id}}))
			}
			if draw("galaran") == draw("none") || draw("galaran") == draw("cecek") {
				t.Errorf("%s: nothing chosen shows in slot %q", d.info.ID, s.ID)
			}
		}
	}
}
