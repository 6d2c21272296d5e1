package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// pindo is the border of a kanga: a trellis with dots along the edge, then a row
// of dagger-shaped flowers that point to the field, with dots between.
func pindo(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := fine(h, o)
	// The trellis takes three tenths of the height, two meshes to a flower.
	top := float64(.3 * h)
	var net geom.Path
	var eyes, specks []geom.Dot
	for k := range 2 {
		x0, x1 := float64(float64(k)*p/2), float64(float64(k+1)*p/2)
		net = net.Join(segment(x0, 0, x1, top)).Join(segment(x0, top, x1, 0))
		eyes = append(eyes, geom.Dot{C: geom.Pt{X: x0, Y: top / 2}, R: .035 * h})
		for _, y := range []float64{.2, .8} {
			specks = append(specks, geom.Dot{C: geom.Pt{X: (x0 + x1) / 2, Y: float64(y * top)}, R: .018 * h})
		}
	}
	mid := float64(p / 2)
	up := func(l, half, at float64) geom.Path {
		return leaf(0, l, half, at).Transform(geom.Rotate(.25).At(geom.Pt{X: mid, Y: float64(.38 * h)}))
	}
	side := leaf(.03*h, .3*h, .05*h, .6)
	both := many(side, []geom.Affine{geom.Rotate(.09).At(geom.Pt{X: mid, Y: float64(.42 * h)}), geom.Rotate(.41).At(geom.Pt{X: mid, Y: float64(.42 * h)})})
	var row []geom.Dot
	for k := range 3 {
		row = append(row, geom.Dot{C: geom.Pt{Y: float64(h * (.52 + float64(.17*float64(k))))}, R: float64(h * (.045 - float64(.011*float64(k))))})
	}
	return []pattern.Shape{
		line(c.body, pattern.Klowong, 1.3*w, net),
		line(c.body, pattern.Klowong, 1.3*w, segment(0, top, p, top)),
		dots(c.body2, pattern.Klowong, eyes),
		dots(c.dot, pattern.Filling, specks),
		area(c.body2, pattern.Klowong, both),
		area(c.body, pattern.Klowong, up(.6*h, .12*h, .32)),
		area(c.back, pattern.Klowong, up(.47*h, .075*h, .34)),
		area(c.body2, pattern.Klowong, up(.37*h, .045*h, .36)),
		dots(c.heart, pattern.Klowong, []geom.Dot{{C: geom.Pt{X: mid, Y: float64(.38 * h)}, R: .045 * h}}),
		dots(c.body, pattern.Klowong, row),
		dots(c.dot, pattern.Filling, []geom.Dot{{C: geom.Pt{X: float64(.22 * p), Y: float64(.88 * h)}, R: .022 * h}, {C: geom.Pt{X: float64(.78 * p), Y: float64(.88 * h)}, R: .022 * h}}),
	}
}

// bintang is a row of stars of eight in octagons, with lozenges between.
func bintang(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := fine(h, o)
	r := .46 * math.Min(p, h)
	oct := regular(geom.Pt{X: p / 2, Y: h / 2}, 8, r, 0)
	// At 67.5° the rays of an octagon run straight through to the third edge on.
	k := oct.star(67.5/360, 2)
	inner := geom.Polygon(k.inner[1]...)
	return []pattern.Shape{
		line(c.line, pattern.Filling, w, geom.Polygon(oct...)),
		area(c.body, pattern.Klowong, oct.starPath(k.inner[0], .96)),
		area(c.back, pattern.Klowong, inner),
		line(c.back, pattern.Klowong, .8*w, k.straps),
		dots(c.body2, pattern.Klowong, manyDots(ringDots(8, .2*r, 0, .055*r), moved(oct.center()))),
		dots(c.heart, pattern.Klowong, []geom.Dot{{C: oct.center(), R: .1 * r}}),
		area(c.body2, pattern.Klowong, many(lozenge(.09*h, .09*h), moved(geom.Pt{Y: float64(.1 * h)}, geom.Pt{Y: float64(.9 * h)}))),
		dots(c.dot, pattern.Filling, []geom.Dot{{C: geom.Pt{Y: float64(.24 * h)}, R: .022 * h}, {C: geom.Pt{Y: float64(.76 * h)}, R: .022 * h}}),
	}
}

// anyam is a plait of two bands that go over and under each other.
func anyam(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := fine(h, o)
	mid, amp, wide := float64(h/2), float64(.3*h), float64(.2*h)
	// One band from a to b, shares of the pitch, with square ends; the other is its
	// mirror image.
	band := func(a, b, flip, wide float64) geom.Path {
		const steps = 32
		left, right := make([]geom.Pt, 0, 2*steps+2), make([]geom.Pt, 0, steps+1)
		for i := range steps + 1 {
			t := geom.Mix(a, b, float64(i)/steps)
			sin, cos := geom.SinCos(t)
			q := geom.Pt{X: float64(p * t), Y: mid + float64(flip*amp*sin)}
			n := geom.Pt{X: p, Y: float64(flip * amp * (2 * math.Pi) * cos)}.Unit().Perp().Mul(wide / 2)
			left, right = append(left, q.Add(n)), append(right, q.Sub(n))
		}
		slices.Reverse(right)
		return geom.Polygon(append(left, right...)...)
	}
	strand := func(a, b, flip float64, body pattern.Role) []pattern.Shape {
		return []pattern.Shape{
			area(c.back, pattern.Klowong, band(a, b, flip, wide+float64(2.2*w))),
			area(body, pattern.Klowong, band(a, b, flip, wide)),
			area(c.back, pattern.Filling, band(a, b, flip, .46*wide)),
			area(c.line, pattern.Filling, band(a, b, flip, .2*wide)),
		}
	}
	out := strand(-.01, 1.01, 1, c.body)
	out = append(out, strand(-.01, 1.01, -1, c.body2)...)
	// At the second crossing the first band lies over the other: it is drawn again.
	out = append(out, strand(.37, .63, 1, c.body)...)
	return append(out,
		dots(c.heart, pattern.Klowong, []geom.Dot{{C: geom.Pt{X: p / 4, Y: mid}, R: .06 * h}, {C: geom.Pt{X: float64(3 * p / 4), Y: mid}, R: .06 * h}}),
		dots(c.dot, pattern.Filling, []geom.Dot{{C: geom.Pt{Y: float64(.1 * h)}, R: .04 * h}, {C: geom.Pt{Y: float64(.9 * h)}, R: .04 * h}, {C: geom.Pt{X: p / 2, Y: float64(.1 * h)}, R: .04 * h}, {C: geom.Pt{X: p / 2, Y: float64(.9 * h)}, R: .04 * h}}))
}
