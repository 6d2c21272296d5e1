package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Plants of batik as single figures, about s mm high or wide about the origin.

// rosette is a flower from above: two whorls of n petals and a heart.
func (c canting) rosette(s float64, n int) emblem {
	var e emblem
	r := s / 2
	half := math.Min(.3*r, float64(2.6*.6*r)/float64(n))
	// Where two of the petals in front are nearest, those behind still show.
	half = math.Max(.1*r, math.Min(half, (float64(.9*r*geom.Sin(.5/float64(n)))-c.bold()-c.apart())/1.62))
	var front geom.Path
	for i := range n {
		a := float64(i) / float64(n)
		petal := plume{foot: geom.Polar(.2*r, a), dir: a, l: .74 * r, half: half, at: .6, bare: .34}
		c.leaf(&e, 1, pattern.Fill, petal)
		front = front.Join(petal.path(0))
	}
	over := geom.NewRegion(front)
	for i := range n {
		a := (float64(i) + .5) / float64(n)
		c.behind(&e, 0, pattern.Fill2, plume{foot: geom.Polar(.25*r, a), dir: a, l: .75 * r, half: .8 * half, at: .55}, over)
	}
	// The heart reaches over the petals' feet, whose contours would run together.
	e.body(2, pattern.Accent, c.bold(), geom.Circle(geom.Pt{}, .37*r))
	e.body(3, pattern.Fill, c.thin(), geom.Circle(geom.Pt{}, .13*r))
	if d := .022 * s; d > .5*c.cecek() {
		e.add(3, dots(pattern.Fill, pattern.Filling, ringDots(8, .25*r, 0, .5*d)))
	}
	return e
}

// lotus is a flower from the side: a fan of petals over a calyx, n to each side of
// the upright one.
func (c canting) lotus(s float64, n int) emblem {
	var e emblem
	foot := geom.Pt{Y: .36 * s}
	half := .5 * s / float64(n+2)
	var outer, inner emblem
	for i := range n {
		t := float64(n-i) / float64(n)
		c.leaf(&outer, (n-i)%2, pattern.Fill, plume{foot: foot, dir: -.25 + float64(.2*t), bend: -.06 * t, l: s * (.86 - float64(.14*t)), half: half, at: .6, bare: .56})
	}
	e.pair(0, outer)
	c.leaf(&e, 0, pattern.Fill, plume{foot: foot, dir: -.25, l: .88 * s, half: 1.1 * half, at: .58, bare: .56})
	// Each inner petal lies over the one beside it.
	for i, d := range []float64{.17, .1} {
		inner = nil
		c.leaf(&inner, 0, pattern.Fill2, plume{foot: foot, dir: -.25 + d, bend: -.3 * d, l: .42 * s, half: .6 * half, at: .6, bare: .34})
		e.pair(2+i, inner)
	}
	c.leaf(&e, 4, pattern.Fill2, plume{foot: foot, dir: -.25, l: .44 * s, half: .6 * half, at: .6, bare: .34})
	var calyx emblem
	for _, d := range []float64{.3, .2} {
		c.leaf(&calyx, 0, pattern.Fill2, plume{foot: foot.Add(geom.Pt{Y: .02 * s}), dir: -.25 + d, bend: -.5 * d, l: .3 * s, half: .045 * s, at: .5, bare: .4})
	}
	e.pair(4, calyx)
	c.shoulder(&e, 5, foot, .1*s)
	return e
}

// frond is a lobed leaf from its foot at the origin along +x: a dark core with
// veins and a lobe of edge for each.
func (c canting) frond(l float64, lobes int) emblem {
	var e emblem
	half := .36 * l
	var there, back [][]geom.Pt
	n := max(2, lobes)
	shape := plume{dir: 0, bend: .05, l: l, half: half, at: .38}
	at := func(t, k, sgn float64) geom.Pt {
		p, d := shape.on(t)
		return p.Add(geom.Polar(half*k*shape.width(t), d+float64(.25*sgn)))
	}
	for i := range n {
		t0, t1 := float64(i)/float64(n), float64(i+1)/float64(n)
		for _, side := range []float64{1, -1} {
			// A lobe swells over the leaf's outline and leaves a notch after it.
			a, b := at(t0, .86, side), at(t1, .86, side)
			m1, m2 := at(geom.Mix(t0, t1, .35), 1.1, side), at(geom.Mix(t0, t1, .75), 1.14, side)
			if side > 0 {
				there = append(there, []geom.Pt{a, m1, m2, b})
			} else {
				back = append([][]geom.Pt{{b, m2, m1, a}}, back...)
			}
		}
	}
	e.body(0, pattern.Fill, c.bold(), outline(append(there, back...)...))
	e.add(0, line(pattern.Isen, pattern.Filling, c.thin(), shape.rib(.04, .88)))
	if half > 5*c.fine() {
		var veins geom.Path
		for i := range 2 * n {
			t := .12 + float64(.62*float64(i)/float64(2*n))
			// They end clear of the edge.
			far := .86 - (float64(c.bold()/2)+c.apart()+float64(c.thin()/2))/float64(half*shape.width(t+.12))
			if far < .3 {
				continue
			}
			for _, side := range []float64{1, -1} {
				p, _ := shape.on(t)
				veins = veins.Join(geom.Polyline(p, at(t+.12, math.Min(.72, far), side)))
			}
		}
		e.add(0, line(pattern.Isen, pattern.Filling, c.thin(), veins))
	}
	return e
}

// fruit is a pomegranate on its stalk, the crown up: a scaled body and a beaded
// band.
func (c canting) fruit(s float64) emblem {
	var e emblem
	var leaves emblem
	c.leaf(&leaves, 0, pattern.Fill2, plume{foot: geom.Pt{Y: .38 * s}, dir: .02, bend: -.16, l: .5 * s, half: .08 * s, at: .5})
	c.leaf(&leaves, 0, pattern.Fill2, plume{foot: geom.Pt{Y: .42 * s}, dir: .12, bend: -.14, l: .34 * s, half: .06 * s, at: .5})
	e.pair(0, leaves)
	c.feathered(&e, 0, pattern.Accent, fan(3, plume{foot: geom.Pt{X: -.05 * s, Y: -.24 * s}, dir: -.31, l: .24 * s, half: .05 * s, at: .6},
		plume{foot: geom.Pt{X: .05 * s, Y: -.24 * s}, dir: -.19, l: .24 * s, half: .05 * s, at: .6}))
	body := both(chain(s, 0, -.27, .11, -.25, .22, -.1, .25, .08, .18, .27, .07, .38, 0, .42))
	e.body(1, pattern.Fill, c.bold(), body)
	k := math.Min(.74, 1-float64((float64(c.bold()/2)+c.apart()+float64(c.thin()/2))/float64(.24*s)))
	in := body.Transform(geom.Scale(k, k).At(geom.Pt{Y: .02 * s}))
	e.add(1, line(pattern.Isen, pattern.Filling, c.thin(), in))
	c.filled(&e, 1, "body", pattern.Fill, in, geom.Pt{Y: .3 * s}, geom.Pt{Y: -.2 * s})
	return e
}

// tree is pohon hayat: roots, a trunk, boughs that curl out in pairs with leaves
// on them, flowers at their ends and a bud at the crown.
func (c canting) tree(s float64, boughs int) emblem {
	var e emblem
	k := c.bold()
	trunk := both(chain(s, 0, -.3, .012, -.3, .02, -.1, .03, .2, .05, .36, .13, .44, .22, .47, .1, .48, 0, .45))
	var side emblem
	for i := range boughs {
		t := float64(i) / float64(max(1, boughs-1))
		foot := geom.Pt{X: .01 * s, Y: geom.Mix(.24, -.22, t) * s}
		l := geom.Mix(.6, .34, t) * s
		b := plume{foot: foot, dir: -.1 - float64(.05*t), bend: .1, l: l}
		pts := make([]geom.Pt, 9)
		for j := range pts {
			pts[j], _ = b.on(float64(j) / 8)
		}
		side.add(0, area(pattern.Outline, pattern.Klowong, stem{pts, 1.3 * k, .65 * k}.outline()))
		for j, u := range []float64{.3, .45, .6, .75, .9} {
			p, d := b.on(u)
			sgn := 1 - float64(2*float64(j%2))
			c.leaf(&side, 1+i, pattern.Fill, plume{foot: p, dir: d + float64(.13*sgn), bend: -.06 * sgn, l: .15 * s * (1.1 - float64(.3*u)), half: .032 * s, at: .5})
		}
		p, d := b.on(1)
		turn := geom.Rotate(d + .25).At(p)
		side.put(2+i, c.bud(.15*s), turn)
	}
	e.pair(0, side)
	e.body(1, pattern.Fill2, c.bold(), trunk)
	// A line along it, from where it is broad enough for one.
	top := -.3 + float64((float64(c.bold()/2)+c.apart()+float64(c.thin()/2)-float64(.012*s))/float64(.04*s))
	if top = math.Max(top, -.24); top < .2 {
		e.add(1, line(pattern.Outline, pattern.Filling, c.thin(), geom.Polyline(chain(s, 0, top, 0, .38)...)))
	}
	e.put(1+boughs, c.lotus(.26*s, 2), geom.Translate(geom.Pt{Y: -.38 * s}))
	return e
}

// bud is a flower about to open, upright, its foot at the origin.
func (c canting) bud(s float64) emblem {
	var e, side emblem
	c.leaf(&e, 0, pattern.Fill2, plume{dir: -.25, l: s, half: .2 * s, at: .5, bare: .5})
	// The two before it meet on its middle line.
	c.leaf(&side, 1, pattern.Fill, plume{foot: geom.Pt{X: .03 * s}, dir: -.18, bend: -.09, l: .7 * s, half: .12 * s, at: .5})
	e.pair(0, side)
	return e
}
