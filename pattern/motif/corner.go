package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Corner draws the square in which a border of the given width (mm) turns: a
// flower between rules that meet those of the border, and a quarter fan in the
// inner corner. Its outer edges lie at the top and the left, and it is its own
// mirror in the diagonal, so it serves all four corners.
func Corner(width float64, o pattern.Options) pattern.Tile {
	w := width
	at := geom.Translate(geom.Pt{X: .5 * w, Y: .5 * w})
	lw := fine(w, o)
	c := darkInks()
	// Rules run round both outer edges, at the depth of the borders' own.
	rule := func(d float64) geom.Path {
		return geom.Polyline(geom.Pt{X: w, Y: float64(d * w)}, geom.Pt{X: float64(d * w), Y: float64(d * w)}, geom.Pt{X: float64(d * w), Y: w})
	}
	var petals, hearts, veins geom.Path
	for i := range 8 {
		turn := geom.Rotate(float64(i) / 8)
		long := .30
		if i%2 == 1 {
			long = .23
		}
		petals = petals.Join(geom.Petal(float64(long*w), .11*w).Transform(geom.Translate(geom.Pt{X: .07 * w}).Then(turn).Then(at)))
		hearts = hearts.Join(geom.Petal(.55*long*w, .045*w).Transform(geom.Translate(geom.Pt{X: .12 * w}).Then(turn).Then(at)))
	}
	var ring, dotsIn []geom.Dot
	for i := range 16 {
		ring = append(ring, geom.Dot{C: at.Apply(geom.Polar(.41*w, (float64(i)+.5)/16)), R: .014 * w})
	}
	for i := range 8 {
		dotsIn = append(dotsIn, geom.Dot{C: at.Apply(geom.Polar(.30*w, (float64(i)+.5)/8)), R: .018 * w})
	}
	fan := func(r float64) geom.Path {
		return geom.Arc(geom.Pt{X: .93 * w, Y: .93 * w}, float64(r*w), .5, .75)
	}
	for _, r := range []float64{.10, .145} {
		veins = veins.Join(fan(r))
	}
	return pattern.Tile{Size: geom.Pt{X: w, Y: w}, Shapes: []pattern.Shape{
		line(c.body, pattern.Klowong, 1.4*lw, rule(.04).Join(rule(.09))),
		area(c.body, pattern.Klowong, petals),
		line(c.line, pattern.Klowong, .6*lw, petals),
		area(c.heart, pattern.Klowong, hearts),
		area(c.body2, pattern.Klowong, geom.Circle(at.Apply(geom.Pt{}), .065*w)),
		line(c.line, pattern.Klowong, .8*lw, geom.Circle(at.Apply(geom.Pt{}), .065*w)),
		line(c.body, pattern.Klowong, .9*lw, veins),
		dots(c.dot, pattern.Filling, append(ring, dotsIn...)),
	}}
}
