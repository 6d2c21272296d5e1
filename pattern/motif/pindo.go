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
	w, open, least := math.Max(fine(h, o), finest(o)), apart(o), float64(.53*finest(o))
	lath := float64(.65 * w) // half of a line of the trellis
	// The trellis takes three tenths of the height, two meshes to a flower, or one
	// where those would close up.
	top := float64(.3 * h)
	meshes := 2.
	if inner := float64(.5 * p * top / (float64(.5*p) + geom.Pt{X: float64(p / 2), Y: top}.Len())); inner-float64(2*lath) < 1.1*open {
		meshes = 1
	}
	wide := p / meshes
	slant := geom.Pt{X: wide, Y: top}.Len()
	eye, speck := math.Max(.035*h, least), math.Max(.018*h, least)
	seen := float64(.5*wide*top/slant)-lath-open >= eye
	beside := float64(.3*top*wide/slant)-lath-open >= speck && float64(.2*top)-lath-open >= speck
	var net geom.Path
	var eyes, specks []geom.Dot
	for k := range int(meshes) {
		x0, x1 := float64(float64(k)*wide), float64(float64(k+1)*wide)
		net = net.Join(segment(x0, 0, x1, top)).Join(segment(x0, top, x1, 0))
		if seen {
			eyes = append(eyes, geom.Dot{C: geom.Pt{X: x0, Y: top / 2}, R: eye})
		}
		for _, y := range []float64{.2, .8} {
			if beside {
				specks = append(specks, geom.Dot{C: geom.Pt{X: (x0 + x1) / 2, Y: float64(y * top)}, R: speck})
			}
		}
	}
	mid := float64(p / 2)
	heart := math.Max(.045*h, least)
	foot := math.Max(.38*h, top+lath+open+heart)
	tall := math.Min(.6*h, h-open-foot) // clear of the strip's edge
	up := func(l, half, at float64) geom.Path {
		return leaf(0, l, half, at).Transform(geom.Rotate(.25).At(geom.Pt{X: mid, Y: foot}))
	}
	var row []geom.Dot
	for k := range 3 {
		row = append(row, geom.Dot{C: geom.Pt{Y: float64(h * (.52 + float64(.17*float64(k))))}, R: float64(h * (.045 - float64(.011*float64(k))))})
	}
	row = spaced(row, p, h, o)
	arm := geom.Rotate(.09).At(geom.Pt{X: mid, Y: foot + float64(.04*h)})
	reach := .3 * h
	for _, d := range row {
		for reach > .16*h && arm.Apply(geom.Pt{X: reach}).Dist(d.C.Add(geom.Pt{X: p})) < math.Max(d.R, least)+open {
			reach *= .96
		}
	}
	side := leaf(.03*h, reach, .05*h, .6)
	both := many(side, []geom.Affine{arm, geom.Rotate(.41).At(geom.Pt{X: mid, Y: foot + float64(.04*h)})})
	out := []pattern.Shape{
		line(c.body, pattern.Klowong, float64(2*lath), net),
		line(c.body, pattern.Klowong, float64(2*lath), segment(0, top, p, top)),
		dots(c.body2, pattern.Klowong, eyes),
		dots(c.dot, pattern.Filling, specks),
		area(c.body2, pattern.Klowong, both),
		area(c.body, pattern.Klowong, up(tall, .12*h, .32)),
	}
	if .03*h >= open {
		out = append(out, area(c.back, pattern.Klowong, up(tall-float64(.13*h), .075*h, .34)), area(c.body2, pattern.Klowong, up(tall-float64(.23*h), .045*h, .36)))
	} else if half := float64(.12*h) - math.Max(.045*h, thinnest(o)); half > least {
		out = append(out, area(c.body2, pattern.Klowong, up(tall-float64(.2*h), half, .34)))
	}
	return append(out,
		dots(c.heart, pattern.Klowong, []geom.Dot{{C: geom.Pt{X: mid, Y: foot}, R: heart}}),
		dots(c.body, pattern.Klowong, row),
		dots(c.dot, pattern.Filling, spaced([]geom.Dot{{C: geom.Pt{X: float64(.22 * p), Y: float64(.88 * h)}, R: .022 * h}, {C: geom.Pt{X: float64(.78 * p), Y: float64(.88 * h)}, R: .022 * h}}, p, h, o)))
}

// bintang is a row of stars of eight in octagons, with lozenges between. In low
// strips a star has a disc for the ring of dots in its heart.
func bintang(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w, open := math.Max(fine(h, o), finest(o)), apart(o)
	r := math.Min(float64(.46*math.Min(p, h)), (math.Min(p, h-open)-float64(1.05*open)-w)/2) // an octagon's inradius
	oct := regular(geom.Pt{X: p / 2, Y: h / 2}, 8, r, 0)
	// At 67.5° the rays of an octagon run straight through to the third edge on.
	k := oct.star(67.5/360, 2)
	inner := geom.Polygon(k.inner[1]...)
	reach := .96 // where no cloth stays open before a star's tip, it touches the octagon
	if float64(.04*r)-float64(.5*w) < open {
		reach = 1
	}
	out := []pattern.Shape{
		line(c.line, pattern.Filling, w, geom.Polygon(oct...)),
		area(c.body, pattern.Klowong, oct.starPath(k.inner[0], reach)),
		area(c.back, pattern.Klowong, inner),
	}
	if .8*w >= open {
		out = append(out, line(c.back, pattern.Klowong, .8*w, k.straps))
	}
	if .043*r >= open {
		out = append(out,
			dots(c.body2, pattern.Klowong, manyDots(ringDots(8, .2*r, 0, .055*r), moved(oct.center()))),
			dots(c.heart, pattern.Klowong, []geom.Dot{{C: oct.center(), R: .1 * r}}))
	} else if disc := math.Min(.24*r, float64(.92*k.inner[1][0].Dist(oct.center()))-open); disc > float64(.53*finest(o)) {
		out = append(out, dots(c.body2, pattern.Klowong, []geom.Dot{{C: oct.center(), R: disc}}))
		if core := math.Min(.5*disc, disc-thinnest(o)); core > float64(.53*finest(o)) {
			out = append(out, dots(c.heart, pattern.Klowong, []geom.Dot{{C: oct.center(), R: core}}))
		}
	}
	// A lozenge keeps clear of the strip's edge and of the octagons' sloping sides.
	deep := float64(.09 * h)
	y := deep + math.Max(.01*h, open)
	free := float64((float64(.5*p)+float64(.5*h)-y)/math.Sqrt2) - r - float64(.5*w) - open
	if deep = math.Min(deep, float64(math.Sqrt2*free)); deep > finest(o) {
		out = append(out, area(c.body2, pattern.Klowong, many(lozenge(deep, deep), moved(geom.Pt{Y: y}, geom.Pt{Y: h - y}))))
	}
	if dot := math.Max(.022*h, float64(.53*finest(o))); float64(.24*h)-y-deep-dot >= open && p-float64(2*(r+dot+open))-w >= 0 {
		out = append(out, dots(c.dot, pattern.Filling, []geom.Dot{{C: geom.Pt{Y: .24 * h}, R: dot}, {C: geom.Pt{Y: .76 * h}, R: dot}}))
	}
	return out
}

// anyam is a plait of two bands that go over and under each other.
func anyam(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	open := apart(o)
	mid, amp, wide := float64(h/2), float64(.3*h), math.Max(.2*h, finest(o))
	halo := math.Max(1.1*fine(h, o), open)
	// What room there is within a band: for a core, and for a line in that.
	const core, vein = .46, .2
	cored := core*wide >= open && float64(.5*(1-core)*wide) >= thinnest(o)
	veined := float64(.5*(core-vein)*wide) >= open && vein*wide >= thinnest(o)
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
		out := []pattern.Shape{
			// What is drawn again ends within itself, so that no hair of cloth shows there.
			area(c.back, pattern.Klowong, band(a+.01, b-.01, flip, wide+float64(2*halo))),
			area(body, pattern.Klowong, band(a, b, flip, wide)),
		}
		if cored {
			out = append(out, area(c.back, pattern.Filling, band(a-.01, b+.01, flip, core*wide)))
		}
		if veined {
			out = append(out, area(c.line, pattern.Filling, band(a-.01, b+.01, flip, vein*wide)))
		}
		return out
	}
	out := strand(-.03, 1.03, 1, c.body)
	out = append(out, strand(-.03, 1.03, -1, c.body2)...)
	// At the second crossing the first band lies over the other: it is drawn again.
	out = append(out, strand(.37, .63, 1, c.body)...)
	eye := math.Max(.06*h, float64(.53*finest(o)))
	if amp-float64(.5*wide)-eye >= open {
		out = append(out, dots(c.heart, pattern.Klowong, []geom.Dot{{C: geom.Pt{X: p / 4, Y: mid}, R: eye}, {C: geom.Pt{X: float64(3 * p / 4), Y: mid}, R: eye}}))
	}
	return append(out, dots(c.dot, pattern.Filling, spaced([]geom.Dot{
		{C: geom.Pt{Y: .1 * h}, R: .04 * h}, {C: geom.Pt{Y: .9 * h}, R: .04 * h}, {C: geom.Pt{X: p / 2, Y: .1 * h}, R: .04 * h}, {C: geom.Pt{X: p / 2, Y: .9 * h}, R: .04 * h},
	}, p, h, o)))
}
