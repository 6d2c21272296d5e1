package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// champak returns a cempaka (Magnolia champaca) of radius r: two whorls of narrow
// petals that curl back, and the upright cone of its heart.
func (c canting) champak(r float64, s seed.Seed) []pattern.Shape {
	k := c.klowong()
	d := dye{body: pattern.Ramp0, line: k, pinwheel: true, seen: -.5,
		tones: []tone{tongued(pattern.Fill, .84, .84, .1, 7)},
		vein:  pattern.Isen, veins: 3, from: .3, to: .66, cecek: true, slot: "petal"}
	outer := petal{l: .96 * r, w: .165 * r, crown: .5, open: 1.1, claw: .5, point: .16, bend: .07}
	inner := petal{l: .62 * r, w: .135 * r, crown: .55, open: .9, claw: .5, point: .14, bend: -.05}
	out := c.petals(rosette(outer, 8, .03, .05*r, 1, s.Sub("outer")), d)
	d.body, d.tones = pattern.Ramp0, []tone{tongued(pattern.Fill2, .5, .8, .3, 5)}
	d.from, d.to, d.cecek = .56, .85, false
	out = append(out, c.petals(rosette(inner, 6, .06, .03*r, 1, s.Sub("inner")), d)...)
	heart := geom.Circle(geom.Pt{}, .14*r)
	return append(out,
		area(pattern.Fill2, pattern.Klowong, heart),
		line(pattern.Outline, pattern.Klowong, .8*k, heart),
		dots(pattern.Outline, pattern.Filling, append(ringDots(8, .085*r, 0, .022*r), geom.Dot{R: .03 * r})))
}

// frangipani returns a frangipani of radius r: five smooth petals, each over the
// next, white from the rim and deep in the throat.
func (c canting) frangipani(r float64, s seed.Seed) []pattern.Shape {
	p := petal{l: .97 * r, w: .37 * r, crown: .5, open: 1.15, claw: .15, offset: .1, bend: .035}
	out := c.petals(rosette(p, 5, .05, .01*r, .5, s), dye{
		body: pattern.Ramp0, pinwheel: true, seen: -.35, line: c.klowong(),
		tones: []tone{tongued(pattern.Fill, .52, .9, .28, 9), tongued(pattern.Fill2, .27, .9, .3, 7)},
		vein:  pattern.Outline, veins: 5, from: .58, to: .8, cecek: true, slot: "petal",
	})
	// The petals' feet leave a hole too small to dye.
	return append(out, dots(pattern.Outline, pattern.Klowong, []geom.Dot{{R: .045 * r}}))
}

// jasmine returns a melati of radius r: pointed petals round a small tube.
func (c canting) jasmine(r float64, s seed.Seed) []pattern.Shape {
	n, tongues, veins := 7, 5., 3
	p := petal{l: .93 * r, w: .24 * r, crown: .6, open: .9, claw: .3, point: .12}
	if r < 10*c.nozzle { // as few as show their bodies between the contours
		n, tongues, veins = 5, 3, 0
		p.w = .33 * r
	}
	out := c.petals(rosette(p, n, 0, .07*r, .8, s), dye{
		body: pattern.Ramp0, pinwheel: true, seen: -.6, line: .8 * c.klowong(),
		tones: []tone{tongued(pattern.Fill2, .4, .8, .3, tongues)},
		vein:  pattern.Outline, veins: veins, from: .45, to: .8,
	})
	heart := geom.Circle(geom.Pt{}, .13*r)
	var eye []geom.Dot
	if d := math.Max(.045*r, .5*finest(c.o)); float64(.13*r)-float64(.35*c.klowong())-d > c.apart() {
		eye = []geom.Dot{{R: d}}
	}
	return append(out,
		area(pattern.Fill2, pattern.Klowong, heart),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), heart),
		dots(pattern.Outline, pattern.Filling, eye))
}

// cassia returns a ratchaphruek (Cassia fistula) of radius r: five round hollow
// petals that stand apart, and long stamens that curve up from the heart.
func (c canting) cassia(r float64, s seed.Seed) []pattern.Shape {
	k := c.klowong()
	p := petal{l: .95 * r, w: .3 * r, crown: .58, open: 1.4, claw: .05, wave: .012, waves: 3}
	out := c.petals(rosette(p, 5, .05, .03*r, 1, s), dye{
		body: pattern.Ramp(4), line: .9 * k,
		tones: []tone{tongued(pattern.Ramp0, .5, .75, .3, 5)},
		// Clear of the short stamens.
		vein: pattern.Outline, veins: 4, from: .46, to: .74, cecek: true, slot: "petal",
	})
	// A stamen is a light line between two dark ones. These part it from petals as
	// light as it is.
	core, rim := math.Max(.03*r, c.apart()), c.apart()
	var hairs geom.Path
	var anthers []geom.Dot
	j := s.At("stamens")
	for i := range 7 {
		l := r * []float64{.62, .58, .66, .3, .34, .28, .32}[i]
		a := []float64{.16, .25, .34, .6, .72, .85, .97}[i] + j.Range(-.015, .015)
		pts := geom.Curl(-1.6/l, 1.4/l, l, 1)
		m := geom.Rotate(a)
		for n := range pts {
			pts[n] = m.Apply(pts[n])
		}
		hairs = hairs.Join(geom.Smooth(pts, false))
		anthers = append(anthers, geom.Dot{C: pts[len(pts)-1], R: math.Max(.035*r, .8*core)})
	}
	return append(out,
		line(pattern.Outline, pattern.Klowong, core+float64(2*rim), hairs),
		dots(pattern.Outline, pattern.Klowong, grown(anthers, rim)),
		line(pattern.Fill, pattern.Klowong, core, hairs),
		dots(pattern.Fill, pattern.Klowong, append(anthers, geom.Dot{R: .07 * r})))
}

// plum returns an ume blossom of radius r: five round petals and a burst of
// stamens.
func (c canting) plum(r float64, s seed.Seed) []pattern.Shape {
	k := c.klowong()
	p := petal{l: .9 * r, w: .5 * r, crown: .75, open: .62, claw: .1, wave: .01, waves: 3}
	out := c.petals(rosette(p, 5, .05, .02*r, .7, s), dye{
		body: pattern.Fill, pinwheel: true, seen: -.2, line: .9 * k,
		tones: []tone{tongued(pattern.Ramp0, .5, .85, .3, 9)},
		vein:  pattern.Isen, veins: 4, from: .62, to: .88, slot: "petal",
	})
	var hairs geom.Path
	var anthers []geom.Dot
	j := s.At("stamens")
	for i := range 15 {
		q := geom.Polar(float64(r*(.34+float64(.12*float64(i%2))+float64(.04*j.Range(-1, 1)))), (float64(i)+j.Range(-.2, .2))/15)
		hairs = hairs.Join(geom.Polyline(geom.Pt{}, q))
		anthers = append(anthers, geom.Dot{C: q, R: .032 * r})
	}
	return append(out,
		line(pattern.Outline, pattern.Filling, .8*c.fine(), hairs),
		dots(pattern.Outline, pattern.Filling, anthers),
		dots(pattern.Fill2, pattern.Klowong, []geom.Dot{{R: .08 * r}}))
}

// sprig returns a jasmine on three leaves that reach to the radius r.
func (c canting) sprig(r float64, s seed.Seed) []pattern.Shape { return c.posy(3, r, s) }

// posy is a sprig with any number of leaves, 0 for the flower alone: however
// many, the shapes are as many, so that all can share them.
func (c canting) posy(leaves int, r float64, s seed.Seed) []pattern.Shape {
	j := s.At("leaves")
	first := j.Float64()
	var ps []placed
	for i := range leaves {
		a := first + float64(float64(i)*.3) + j.Range(-.03, .03)
		ps = append(ps, placed{petal: petal{l: .78 * r, w: .2 * r, crown: .62, open: .6, claw: .1, point: .14, bend: j.Range(-.06, .06)},
			m: geom.Rotate(a).At(geom.Polar(.22*r, a))})
	}
	d := c.leafDye(3)
	if r < 16*c.nozzle {
		d = c.leafDye(0) // no room for side veins
	}
	d.line *= .8
	small := c
	small.nozzle *= .8
	return append(c.foliage(ps, d), small.jasmine(.56*r, s)...)
}
