package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// leafDye paints leaves with n pairs of ribs.
func (c canting) leafDye(n int) dye {
	return dye{body: pattern.Latar, line: .9 * c.klowong(), vein: pattern.Ground, veins: n, slot: "leaf"}
}

// fern returns a frond of length 2r along the x axis about the origin.
func (c canting) fern(r float64, s seed.Seed) []pattern.Shape {
	rib := petal{l: 2 * r, w: .5 * r, bend: s.At("bend").Range(-.12, .12)}
	var ps []placed
	// As many pairs as stand beside one another.
	const pairs = 11
	var tips geom.Path
	for i := range pairs {
		t := geom.Mix(.1, .93, float64(i)/(pairs-1))
		// Pinnae are longest at a third of the frond.
		l := float64(r * (.05 + float64(.42*geom.Sin(float64(.5*geom.Pow(1-t, 1.5))))))
		at := rib.at(t, 0)
		dir := geom.Angle(rib.at(t+.02, 0).Sub(at))
		for _, sgn := range []float64{-1, 1} {
			q := placed{petal: petal{l: l, w: .17 * l, crown: .7, open: .5, claw: .5, point: .15, bend: float64(-.06 * sgn)},
				m: geom.Rotate(dir + float64(sgn*.17)).At(at)}
			if q.w > float64(.85*c.fine())+float64(.3*c.klowong())+float64(1.6*c.apart()) { // half of it shows
				ps = append(ps, q)
			} else { // too small for a rib
				q.w = math.Max(q.w, float64(.3*c.klowong())+float64(.6*c.apart()))
				tips = tips.Join(q.outline(whole()))
			}
		}
	}
	end := placed{petal: petal{l: .2 * r, w: .04 * r, crown: .7, open: .5, claw: .5, point: .2},
		m: geom.Rotate(geom.Angle(rib.at(1, 0).Sub(rib.at(.95, 0)))).At(rib.at(.95, 0))}
	tips = tips.Join(end.outline(whole())).Transform(geom.Translate(geom.Pt{X: -r}))
	d := c.leafDye(0)
	d.line = .6 * c.klowong()
	m := geom.Translate(geom.Pt{X: -r})
	return append(append([]pattern.Shape{area(d.body, pattern.Klowong, tips), line(pattern.Outline, pattern.Klowong, d.line, tips)}, c.foliage(under(ps, m), d)...),
		line(pattern.Outline, pattern.Klowong, c.klowong(), geom.Smooth(rib.line(0, 0, .97, 0, 9), false).Transform(m)))
}

// bambooLeaves returns a twig of length 2r about the origin along x with narrow
// leaves that hang from its joints.
func (c canting) bambooLeaves(r float64, s seed.Seed) []pattern.Shape {
	j := s.At("leaves")
	twig := petal{l: 1.3 * r, w: .02 * r, crown: .1, open: .2, claw: 1, bend: .06 * j.Sign()}
	m := geom.Translate(geom.Pt{X: -r})
	var ps []placed
	for i, t := range []float64{.4, .62, .82, 1} {
		at := twig.at(t, 0)
		dir := geom.Angle(at.Sub(twig.at(t-.05, 0)))
		for side := range 2 {
			sgn := float64(1 - 2*side)
			l := float64(r * []float64{.62, .78, .85, .8}[i] * j.Range(.9, 1.05))
			if i == 3 && side == 1 {
				break
			}
			lean := .12
			if i == 3 {
				lean = .01
			}
			ps = append(ps, placed{petal: petal{l: l, w: .095 * l, crown: .75, open: .5, claw: .1, point: .2, bend: float64(.06 * sgn)},
				m: geom.Rotate(dir + float64(sgn*lean) + j.Range(-.015, .015)).At(at)})
		}
	}
	return append([]pattern.Shape{line(pattern.Outline, pattern.Klowong, 1.2*c.klowong(), geom.Smooth(twig.line(0, 0, 1, 0, 6), false).Transform(m))},
		c.foliage(under(ps, m), c.leafDye(0))...)
}

// furled returns a bud of radius r, opening toward +x: a rolled flower in its
// calyx.
func (c canting) furled(r float64, s seed.Seed) []pattern.Shape {
	p := petal{l: 1.9 * r, w: .38 * r, crown: .5, open: .7, claw: .3, point: .06}
	foot := geom.Translate(geom.Pt{X: -.95 * r})
	out := c.petals(under(splayed(p, 1.5, .5, s, 0, .055), foot), dye{body: pattern.Fill, pinwheel: true, line: .9 * c.klowong(),
		tones: []tone{tongued(pattern.Ramp0, .68, .8, .3, 5)}, vein: pattern.Outline})
	cup := petal{l: .95 * r, w: .2 * r, crown: .6, open: .6, claw: .5, point: .12}
	return append(out, c.petals(under(splayed(cup, 0, .5, s.Sub("cup"), 0, .085), foot), dye{body: pattern.Latar, pinwheel: true, line: .8 * c.klowong(), vein: pattern.Ground, veins: 1, from: .2, to: .7})...)
}
