package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// lung is the tendril of handbook §1.7: a stem that waves from edge to edge and,
// before each crossing of the middle, sends a curl into the bay ahead, round a
// flower. Leaves stand in what room the curls leave. The second half is the first,
// moved and mirrored (p11g).
func lung(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	// The strip is drawn 1 high; its natural pitch is that of the frieze.
	const pitch = 1.62
	sx, sy := p/pitch, h
	u := math.Min(sx, sy) // what is round stays so
	least, open := finest(o), apart(o)
	thick, thin := math.Max(.05*u, least), math.Max(.03*u, least)

	wave := func(x float64) float64 { return .5 + float64(.26*geom.Sin(x/pitch)) }
	at := func(x, y float64) geom.Pt { return geom.Pt{X: float64(x * sx), Y: float64(y * sy)} }
	const steps = 32
	var main []geom.Pt
	for i := 0; i <= steps; i++ {
		x := float64(pitch * float64(i) / steps)
		main = append(main, at(x, wave(x)))
	}
	var curl []geom.Pt
	for _, q := range pts(-.05, wave(-.05), .05, .562, .17, .627, .31, .64, .45, .605, .565, .52, .626, .4, .608, .265, .52, .165, .4, .13, .285, .17, .215, .265, .213, .36) {
		curl = append(curl, at(q.X, q.Y))
	}
	flower := at(.42, .385)

	type sprig struct{ foot, tip geom.Pt }
	leaf := func(x0, y0, x1, y1 float64) sprig { return sprig{at(x0, y0), at(x1, y1)} }
	sprigs := []sprig{
		leaf(-.13, wave(-.13), .1, .1),  // in the corner before the curl
		leaf(.622, .36, .81, .12),       // in the corner after it
		leaf(.75, wave(.75), .785, .35), // between the curl and the stem
		leaf(.3, wave(.3), .57, .87),    // beyond the crest
		leaf(.3, wave(.3), .09, .8),
	}
	grains := pts(.66, .07, .24, .06, .36, .93)

	var wood, leaves, veins, petals geom.Path
	var buds, hearts, berries []geom.Dot
	for _, q := range (geom.Poly{Pts: main}).Stroke(thick, p/800) {
		wood = wood.Join(q.Path())
	}
	for half := range 2 {
		m := geom.Identity()
		if half == 1 {
			m = geom.Scale(1, -1).At(geom.Pt{X: p / 2, Y: h})
		}
		line := make([]geom.Pt, 0, len(curl))
		for _, q := range geom.Smooth(curl, false).Transform(m).Flatten(p / 1600) {
			line = append(line, q.Pts...)
		}
		n := len(line) - 1
		for _, q := range (geom.Poly{Pts: line}).StrokeVar(func(i int) float64 { return geom.Mix(.92*thick, thin, float64(i)/float64(n)) }, p/800) {
			wood = wood.Join(q.Path())
		}
		for _, s := range sprigs {
			foot, tip := m.Apply(s.foot), m.Apply(s.tip)
			l := foot.Dist(tip)
			to := geom.Rotate(geom.Angle(tip.Sub(foot))).At(foot)
			wide := float64(.42 * l)
			leaves = leaves.Join(wound(geom.Petal(l, wide).Transform(to), m))
			// Between the vein and the edges the leaf shows what wax leaves open; the
			// half width of a petal is .49 of w, and three quarters of that at .65.
			if float64(.34*wide) > float64(.5*least)+open {
				veins = veins.Join(geom.Polyline(geom.Pt{X: .34 * l}, geom.Pt{X: .6 * l}).Transform(to))
			}
		}
		mid := m.Apply(flower)
		for k := range 5 {
			petals = petals.Join(geom.Petal(.145*u, .12*u).Transform(geom.Rotate(float64(k)/5 + .05 + float64(.5*float64(half))).At(mid)))
		}
		eye := math.Max(.052*u, float64(.5*open)+thinnest(o))
		buds = append(buds, geom.Dot{C: mid, R: eye})
		hearts = append(hearts, geom.Dot{C: mid, R: math.Min(.026*u, eye-thinnest(o))})
		for _, g := range grains {
			berries = append(berries, geom.Dot{C: m.Apply(at(g.X, g.Y)), R: .026 * u})
		}
	}
	return []pattern.Shape{
		area(c.body, pattern.Klowong, wood),
		area(c.body, pattern.Klowong, leaves),
		line(c.back, pattern.Filling, least, veins),
		area(c.body, pattern.Klowong, petals),
		dots(c.body2, pattern.Klowong, buds),
		dots(c.heart, pattern.Klowong, hearts),
		dots(c.dot, pattern.Filling, spaced(berries, p, h, o)),
	}
}

// wound returns the outline running round as it did before the map, lest a mirrored
// one cut a hole where it meets another.
func wound(p geom.Path, m geom.Affine) geom.Path {
	if m.Det() < 0 {
		return reversed(p)
	}
	return p
}
