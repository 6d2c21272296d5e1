package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Corner draws the square in which a border of the given width (mm) turns: its
// rules and beads go round, and a flower stands between them with longer petals
// into the corners, as many of its details as a canting can draw so small. Its
// outer edges lie at the top and the left, and it is its own mirror in the
// diagonal, so it serves all four corners. A size that is not positive gives an
// empty tile.
func Corner(width float64, o pattern.Options) pattern.Tile {
	if !(width > 0) || math.IsInf(width, 0) {
		return pattern.Tile{}
	}
	c := darkInks()
	w := math.Max(fine(.5*width, o), finest(o))
	e := rulesFor(width, w, o)
	elbow := func(d float64) geom.Path {
		turn := func(d float64) geom.Path {
			return geom.Polyline(geom.Pt{X: width, Y: d}, geom.Pt{X: d, Y: d}, geom.Pt{X: d, Y: width})
		}
		return turn(d).Join(turn(width - d))
	}
	shapes := []pattern.Shape{
		area(pattern.Ground, pattern.Klowong, geom.R(0, 0, width, width).Path()),
		line(c.body, pattern.Klowong, e.broad, elbow(e.outer)),
	}
	if e.inner > 0 {
		shapes = append(shapes, line(c.body, pattern.Klowong, w, elbow(e.inner)))
	}
	if e.bead > 0 {
		pitch := math.Max(.085*width, float64(2*e.bead)+apart(o))
		last := width - float64(.5*pitch) // as far from the next one, which is the border's
		n := math.Max(1, math.Floor((last-e.beads)/pitch))
		beads := []geom.Dot{{C: geom.Pt{X: e.beads, Y: e.beads}, R: e.bead}}
		for k := 1.; k <= n; k++ {
			v := geom.Mix(e.beads, last, k/n)
			beads = append(beads, geom.Dot{C: geom.Pt{X: v, Y: e.beads}, R: e.bead}, geom.Dot{C: geom.Pt{X: e.beads, Y: v}, R: e.bead})
		}
		shapes = append(shapes, dots(c.dot, pattern.Filling, beads))
	}
	at := geom.Translate(geom.Pt{X: .5 * width, Y: .5 * width})
	for _, s := range cornerFlower(width-float64(2*e.depth), c, o) {
		s.Mark = s.Transform(at)
		shapes = append(shapes, s)
	}
	return workable(pattern.Tile{Size: geom.Pt{X: width, Y: width}, Shapes: shapes}, o)
}

// cornerFlower is the flower of a square of the given side (mm) about the origin.
func cornerFlower(side float64, c inks, o pattern.Options) []pattern.Shape {
	open, least := apart(o), finest(o)
	short := float64(.46*side) - open
	if short < least {
		return nil
	}
	disc := math.Max(.14*side, float64(.53*least))
	out := []pattern.Shape{}
	var petals, hearts geom.Path
	var seeds []geom.Dot
	// Petals are as broad as leaves them apart where they are broadest.
	foot := float64(.6 * disc)
	broad := math.Min(.17*side, float64(.38*(foot+short))-open)
	n := 8
	if broad < .11*side {
		n, broad = 4, math.Min(.22*side, short)
	}
	for i := range n {
		turn := geom.Rotate((float64(i) + .5) / float64(n)) // of four, all stand in the corners
		long := 1.24 * short
		if n == 8 {
			turn = geom.Rotate(float64(i) / 8)
			if i%2 == 0 {
				long = short
			}
		}
		put := func(from, to, wide float64) geom.Path {
			return geom.Petal(to-from, wide).Transform(geom.Translate(geom.Pt{X: from}).Then(turn))
		}
		petals = petals.Join(put(foot, long, broad))
		if .42*broad > least && .29*broad > thinnest(o) {
			hearts = hearts.Join(put(math.Max(1.25*disc, foot+float64(.2*(long-foot))), foot+float64(.78*(long-foot)), .42*broad))
		}
		if r := math.Max(.026*side, float64(.53*least)); n == 8 && .09*side > float64(2*open) {
			seeds = append(seeds, geom.Dot{C: geom.Rotate((float64(i) + .5) / 8).Apply(geom.Pt{X: .47 * side}), R: r})
		}
	}
	out = append(out, area(c.body, pattern.Klowong, petals))
	if !hearts.Empty() {
		out = append(out, area(c.heart, pattern.Klowong, hearts))
	}
	out = append(out, dots(c.body, pattern.Klowong, []geom.Dot{{R: disc}}))
	if core := math.Min(.68*disc, disc-thinnest(o)); core > float64(.53*least) {
		out = append(out, dots(c.body2, pattern.Klowong, []geom.Dot{{R: core}}))
	}
	return append(out, dots(c.dot, pattern.Filling, seeds))
}
