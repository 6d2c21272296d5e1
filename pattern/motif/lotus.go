package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// lotusDye paints petals of a lotus of radius r: pale, flushed toward the tip, with
// fine lines. Small ones show one flame of dye in place of tongues.
func (c canting) lotusDye(veins int, r float64) dye {
	tongues := 7.
	if r < 22*c.nozzle {
		tongues = 1
	}
	return dye{body: pattern.Fill, pinwheel: true, seen: -.1, line: c.klowong(),
		tones: []tone{tongued(pattern.Ramp0, .8, .86, .4, tongues)},
		vein:  pattern.Outline, veins: veins, from: .3, to: .9, slot: "petal"}
}

// lotusSide returns an open lotus of radius r from the side: three tiers of
// cupped pointed petals.
func (c canting) lotusSide(r float64, s seed.Seed) []pattern.Shape {
	r *= .66 // it is wider than high: the low petals reach the disc's edge
	p := petal{l: 1.8 * r, w: .34 * r, crown: .55, open: .8, claw: .06, point: .09}
	foot := geom.Translate(geom.Pt{X: -.9 * r})
	d := c.lotusDye(3, r)
	d.pinwheel = false
	out := c.petals(under(splayed(p, .7, 1, s.Sub("back"), .045, .125), foot), d)
	d = c.lotusDye(5, r)
	p.l, p.w = 1.62*r, .38*r
	out = append(out, c.petals(under(splayed(p, 1, 1, s.Sub("middle"), 0, .09, .175), foot), d)...)
	p.l, p.w, p.bend = 1.16*r, .4*r, .04
	return append(out, c.petals(under(splayed(p, -.5, 1, s.Sub("front"), 0, .125, .225), foot), d)...)
}

// lotusBud returns a closed lotus of radius r.
func (c canting) lotusBud(r float64, s seed.Seed) []pattern.Shape {
	p := petal{l: 1.85 * r, w: .45 * r, crown: .66, open: .7, claw: .1, point: .12}
	foot := geom.Translate(geom.Pt{X: -.95 * r})
	veins := 5
	if r < 10*c.nozzle {
		veins = 1 // so that it stays in the middle
	}
	d := c.lotusDye(veins, 2*r)
	d.tones = nil // little is seen of those at the sides
	out := c.petals(under(splayed(p, 2, .6, s.Sub("bud"), .07), foot), d)
	d = c.lotusDye(veins, 2*r)
	if d.tones[0].n < 2 { // a blunt flame parts from the contour at once
		d.tones[0].k, d.tones[0].tongues = .68, .18
	}
	return append(out, c.petals(under(splayed(p, 2, .6, s.Sub("front"), 0), foot), d)...)
}

// lotusAbove returns a lotus of radius r seen from above: three whorls round the
// pod with its seeds.
func (c canting) lotusAbove(r float64, s seed.Seed) []pattern.Shape {
	k := c.klowong()
	d := c.lotusDye(5, r)
	p := petal{w: .27 * r, crown: .55, open: .9, claw: .4, point: .07}
	var out []pattern.Shape
	for i, l := range []float64{.9, .7, .5} {
		p.l = l * r
		p.w = r * []float64{.27, .25, .2}[i]
		if i == 2 {
			d.from = .62 // clear of the stamens
			if d.tones[0].n < 2 {
				d.tones = nil // between contours so near there is room for one tone
			}
		}
		out = append(out, c.petals(rosette(p, 9-i, .03*float64(i), .06*r, 1, s.Sub("whorl", i)), d)...)
	}
	pod := geom.Circle(geom.Pt{}, .2*r)
	// As many stamens as stand apart where they leave the pod.
	stamens := int(geom.Clamp(float64(2*math.Pi*.22*r)/(c.fine()+c.apart()), 8, 36))
	var hairs geom.Path
	for _, m := range around(geom.Pt{}, stamens, 0) {
		hairs = hairs.Join(geom.Polyline(geom.Pt{X: .2 * r}, geom.Pt{X: .29 * r}).Transform(m))
	}
	return append(out,
		line(pattern.Outline, pattern.Filling, c.fine(), hairs),
		dots(pattern.Outline, pattern.Filling, ringDots(stamens, .3*r, 0, .014*r)),
		area(pattern.Fill2, pattern.Klowong, pod),
		line(pattern.Outline, pattern.Klowong, .8*k, pod),
		dots(pattern.Outline, pattern.Filling, c.seeds(float64(.2*r)-float64(.4*k), .022*r, 1)))
}

// seeds returns rings of dots about one in the middle of a disc of radius r, as many
// as stand apart, in each ring a multiple of fold.
func (c canting) seeds(r, dot float64, fold int) []geom.Dot {
	dot = math.Max(dot, .55*finest(c.o))
	pitch := float64(2*dot) + c.apart()
	out := []geom.Dot{{R: dot}}
	room := r - c.apart() - dot // from the middle to the outermost ring
	rings := math.Floor(room / pitch)
	for i := 1.; i <= rings; i++ {
		at := float64(room * i / rings)
		out = append(out, ringDots(int(6*at/pitch)/fold*fold, at, 0, dot)...)
	}
	return out
}

// lotusPad returns a leaf of a lotus of radius r: round, its rim waved, veins that
// fork from the middle. Seen aslant it is laid under a flattening map.
func (c canting) lotusPad(r float64, s seed.Seed) []pattern.Shape {
	n := s.Sub("rim")
	rim := func(k, t float64) geom.Pt {
		// Ruffles and a notch where the leaf's two lobes meet.
		w := 1 + float64(k*(float64(.022*geom.Sin(float64(9*t)))+float64(.03*n.Noise(float64(3*t))*geom.Sin(t/2))))
		d := t - .25
		d -= float64(int(d+1.5)) - 1
		w -= float64(.24 * k / (1 + float64(1400*d*d)))
		return geom.Polar(float64(r*k*w), t)
	}
	ring := func(k float64) geom.Path {
		pts := make([]geom.Pt, 72)
		for i := range pts {
			pts[i] = rim(k, (float64(i)+.5)/72)
		}
		return geom.Smooth(pts, true)
	}
	// As many spokes as stand apart a quarter of the way out; nearer the middle they
	// would run together, and there a disc takes their place. Where they fork, the
	// tines stand apart too.
	wide := float64(1.5 * c.fine())
	pitch := float64((wide + c.apart()) / (2 * math.Pi)) // of spokes, times their number
	spokes := int(geom.Clamp(float64(.24*r/pitch), 5, 15))
	start := math.Max(.1*r, float64(float64(spokes)*pitch))
	forked := .03*r > pitch
	var veins geom.Path
	for i := range spokes {
		t := .25 + (float64(i)+.5)/float64(spokes)
		if !forked {
			veins = veins.Join(geom.Polyline(rim(start/r, t), rim(.9, t)))
			continue
		}
		veins = veins.Join(geom.Polyline(rim(start/r, t), rim(.6, t)))
		for _, d := range []float64{-.016, .016} {
			veins = veins.Join(geom.Smooth([]geom.Pt{rim(.6, t), rim(.75, t+float64(.6*d)), rim(.91, t+d)}, false))
		}
	}
	body := ring(1)
	var fill []pattern.Shape
	if c.o.Filling(c.in, "leaf") != "" {
		fill = c.fill("leaf", pattern.Ground, ring(.95).Flatten(.1), geom.Pt{}, geom.Pt{X: r})
		veins = geom.Path{}
	}
	return append(append([]pattern.Shape{
		line(pattern.Ground, pattern.Klowong, 2.6*c.klowong(), body), // parts it from leaves behind
		area(pattern.Latar, pattern.Klowong, body),
		line(pattern.Ground, pattern.Filling, wide, veins),
		dots(pattern.Ground, pattern.Filling, []geom.Dot{{R: math.Max(.05*r, start-float64(.5*wide)-c.apart())}}),
	}, fill...), line(pattern.Outline, pattern.Klowong, c.klowong(), body))
}
