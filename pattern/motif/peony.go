package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// peony returns a mẫu đơn of radius r: whorls of ruffled, notched petals that
// close toward the heart, which lies a little toward +x.
func (c canting) peony(r float64, s seed.Seed) []pattern.Shape {
	d := dye{body: pattern.Ramp0, pinwheel: true, seen: -.3, line: .9 * c.klowong(),
		tones: []tone{tongued(pattern.Fill, .88, .88, .2, 7)},
		vein:  pattern.Isen, veins: 6, from: .42, to: .84, slot: "petal"}
	p := petal{crown: .5, open: .9, claw: .3, notch: .07, wave: .024, waves: 5}
	var out []pattern.Shape
	for i, w := range []struct {
		n             int
		l, half, lift float64
	}{{7, .98, .4, 0}, {6, .74, .34, .05}, {5, .5, .27, .1}, {4, .3, .17, .13}} {
		p.l, p.w = float64(w.l*r), float64(w.half*r)
		ps := rosette(p, w.n, .17+float64(.09*float64(i)), .02*r, 1.3, s.Sub("whorl", i))
		out = append(out, c.petals(under(ps, geom.Translate(geom.Pt{X: w.lift * r})), d)...)
		if i == 1 {
			d.veins, d.from = 4, .5
		}
	}
	heart := geom.Pt{X: .13 * r}
	return append(out, dots(pattern.Fill2, pattern.Filling, manyDots(seven(.1*r), moved(heart))))
}
