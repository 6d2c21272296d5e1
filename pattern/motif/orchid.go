package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// orchid returns an orchid of radius r seen from the front, its head toward +x: three sepals behind,
// two broad petals, and a lip with two side lobes and spots under the column.
func (c canting) orchid(r float64, s seed.Seed) []pattern.Shape {
	k := c.klowong()
	sepal := petal{l: .88 * r, w: .25 * r, crown: .55, open: .85, claw: .35, point: .14}
	wing := petal{l: .98 * r, w: .45 * r, crown: .5, open: .8, claw: .12, wave: .012, waves: 5}
	var sepals, wings []placed
	j := s.At("sepals")
	for _, a := range []float64{0, .368, .632} {
		sepals = append(sepals, placed{petal: sepal, m: geom.Rotate(a + j.Range(-.008, .008))})
	}
	for i, a := range []float64{.215, .785} {
		w := wing
		w.phase = j.Float64()
		// The wings droop to either side, the one as the other's mirror.
		w.bend = float64(-.05 * (1 - 2*float64(i)))
		wings = append(wings, placed{petal: w, m: geom.Rotate(a + j.Range(-.006, .006))})
	}
	out := c.petals(sepals, dye{
		body: pattern.Ramp0, line: k, tones: []tone{tongued(pattern.Fill, .78, .72, .12, 9)},
		vein: pattern.Isen, veins: 5, from: .3, to: .72, slot: "petal",
	})
	out = append(out, c.petals(wings, dye{
		body: pattern.Ramp0, line: k,
		tones: []tone{tongued(pattern.Fill, .9, .9, .07, 17), tongued(pattern.Ramp0, .3, .7, .3, 9)},
		vein:  pattern.Isen, veins: 11, from: .36, to: .74, cecek: true, slot: "petal",
	})...)
	side := petal{l: .33 * r, w: .15 * r, crown: .6, open: .7, claw: .3, bend: .16}
	lip := petal{l: .52 * r, w: .22 * r, crown: .55, open: 1.3, claw: .35, notch: .1, wave: .03, waves: 7}
	lobe := geom.Rotate(.29).At(geom.Pt{X: float64(-.06 * r), Y: float64(.03 * r)})
	lobes := []placed{
		{petal: side, m: lobe},
		{petal: side, m: lobe.Then(geom.Scale(1, -1))},
		{petal: lip, m: geom.Rotate(.5 + j.Range(-.01, .01)).At(geom.Pt{X: float64(-.02 * r)}), top: true},
	}
	out = append(out, c.petals(lobes, dye{
		body: pattern.Fill2, line: .8 * k, pinwheel: true, seen: -1,
		tones: []tone{tongued(pattern.Ramp0, .45, .7, .35, 7)},
		vein:  pattern.Isen, veins: 5, from: .5, to: .88,
	})...)
	// Spots fan over the lip and the column carries a cap: two dots side by side
	// would look like a face.
	column := geom.Ellipse(geom.Pt{X: .01 * r}, .12*r, .085*r, 0)
	anther := geom.Ellipse(geom.Pt{X: -.06 * r}, .045*r, .06*r, 0)
	var spots []geom.Dot
	for i := range 5 {
		spots = append(spots, geom.Dot{C: geom.Polar(.27*r, .5+float64(.05*float64(i-2))), R: .017 * r})
	}
	return append(out,
		dots(pattern.Outline, pattern.Filling, spots),
		area(pattern.Ramp0, pattern.Klowong, column),
		line(pattern.Outline, pattern.Klowong, .8*k, column),
		area(pattern.Fill, pattern.Klowong, anther))
}
