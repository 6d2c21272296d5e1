package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// hibiscus returns a bunga raya of radius r: five broad ruffled petals in a
// pinwheel, a dark eye, and the long column with its stamens, which leans out
// between two petals to the right.
func (c canting) hibiscus(r float64, s seed.Seed) []pattern.Shape {
	k := c.klowong()
	p := petal{l: .98 * r, w: .47 * r, crown: .42, open: 1.15, claw: .16, wave: .022, waves: 5, offset: .03}
	ps := rosette(p, 5, .05, .03*r, 1, s)
	out := c.petals(ps, dye{
		body: pattern.Ramp0, pinwheel: true, seen: -.3, line: k,
		tones: []tone{
			tongued(pattern.Fill, .94, .92, .09, 9),
			tongued(pattern.Outline, .34, .8, .3, 10),
		},
		vein: pattern.Isen, veins: 7, from: .36, to: .76, cecek: true, slot: "petal",
	})
	// The column bends a little as it leaves the eye.
	col := petal{l: .92 * r, w: .045 * r, crown: .1, open: .3, claw: .9, bend: -.05}
	m := geom.Rotate(.145)
	var hairs geom.Path
	var pollen, tips []geom.Dot
	const stamens = 15
	for i := range stamens {
		t := geom.Mix(.42, .93, float64(i)/(stamens-1))
		sgn := float64(1 - 2*(i%2))
		foot := col.at(t, float64(.8*sgn))
		tip := foot.Add(geom.Pt{X: float64(.05 * r), Y: float64(sgn * r * (.1 + float64(.035*geom.Sin(float64(i)*.37))))})
		hairs = hairs.Join(geom.Polyline(foot, tip))
		pollen = append(pollen, geom.Dot{C: tip, R: .027 * r})
	}
	for i := range 5 {
		a := float64(float64(i-2) * .055)
		end := col.at(1, 0)
		tip := end.Add(geom.Polar(.12*r, a-.04))
		hairs = hairs.Join(geom.Polyline(end, tip))
		tips = append(tips, geom.Dot{C: tip, R: .032 * r})
	}
	body := col.outline(whole())
	stamen := []pattern.Shape{
		line(pattern.Outline, pattern.Klowong, float64(.5*k)+float64(.05*r), body),
		line(pattern.Outline, pattern.Klowong, float64(.5*k)+float64(.006*r), hairs),
		dots(pattern.Outline, pattern.Klowong, grown(append(append([]geom.Dot{}, pollen...), tips...), .8*k)),
		area(pattern.Ramp0, pattern.Klowong, body),
		dots(pattern.Ramp0, pattern.Klowong, pollen),
		dots(pattern.Ramp0, pattern.Klowong, tips),
	}
	return append(out, merged(stamen, []geom.Affine{m})...)
}

// grown returns the dots with radii larger by d.
func grown(ds []geom.Dot, d float64) []geom.Dot {
	out := make([]geom.Dot, len(ds))
	for i, q := range ds {
		out[i] = geom.Dot{C: q.C, R: q.R + float64(d)} // a product passed in must not fuse
	}
	return out
}
