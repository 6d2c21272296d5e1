package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func tujuhRupas() []drawing {
	return []drawing{{"tujuh_rupa", pattern.Info{ID: "tujuh_rupa", Family: "tujuh_rupa", Group: "p1",
		Params: []pattern.Param{
			sizeParam(220),
			ratio("figure", "Size of the figures", "Besar tokoh", .75, 1.2, 1),
			ratio("tendril", "Length of the tendrils", "Panjang sulur", .5, 1.3, 1),
			ratio("leaf", "Size of the leaves", "Besar daun", .6, 1.4, 1),
			tanahanParam(2),
		},
		Slots:   append(growthSlots(), bodySlot("sisik")),
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.HalfDrop, symmetry.Brick}}, drawTujuhRupa}}
}

// drawTujuhRupa sets seven kinds of plant and animal, alike in mass, each twice on
// a jittered lattice of hexagons, and joins them by tendrils (handbook §1.9).
func drawTujuhRupa(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	f := float64(.094 * s * c.value("figure")) // the radius that each kind fills

	flower := func(i int, draw func(canting, float64, seed.Seed) []pattern.Shape) func(geom.Pt, float64) {
		return func(at geom.Pt, side float64) {
			dir := -.25 + float64(.05*side)
			foot := at.Add(geom.Polar(1.9*f, dir+.5+float64(.04*side)))
			g.stem(stem{swayed(foot, at, dir-float64(.1*side), dir, .4, 20), 1.6 * c.klowong(), 1.1 * c.klowong()}, deepStem, pattern.Outline)
			g.head(deepHead, at, dir, .82*f, draw(c, .82*f, sd.Sub("flower", i, int(2+side))))
		}
	}
	animal := func(e emblem, tilt float64) func(geom.Pt, float64) {
		st := g.stamp(e)
		return func(at geom.Pt, side float64) {
			g.figure(st, geom.Scale(side, 1).Then(geom.Rotate(float64(side*tilt))).At(at))
		}
	}
	kinds := []func(geom.Pt, float64){
		flower(0, chrysanthemum),
		animal(c.bird(2.05*f, 5, false), -.03),
		flower(1, tulip),
		animal(c.butterfly(1.9*f), .07),
		flower(2, rose),
		animal(c.fruit(1.9*f), .04),
		flower(3, carnation),
	}
	r := sd.At("places")
	turn := r.Below(7)
	// Fourteen places in four rows of three and a half: rows of four and three.
	i := 0
	for row, n := range []int{4, 3, 4, 3} {
		for k := range n {
			// The lower half stands half a place aside, so that twins make no column.
			x := (float64(k) + .25 + float64(.25*float64(row%2)) + float64(.5*float64(row/2))) / float64(n)
			at := geom.Pt{X: float64(s * (x + r.Range(-.015, .015))), Y: float64(s * (float64((float64(row)+.5)/4) + r.Range(-.024, .024)))}
			side := 1.
			if i%2 == 1 {
				side = -1
			}
			// Twice through the seven, so that twins lie half the tile apart.
			kinds[(i+turn)%7](at, side)
			i++
		}
	}
	leaves := foliage{kinds: []leafKind{plainLeaf, sawLeaf, lobedLeaf}, length: float64(.085 * s * c.value("leaf")), wide: .44,
		spacing: .02 * s, from: .1, to: .9, body: pattern.Latar, other: pattern.Ramp(4)}
	for k, st := range g.stems {
		g.foliate(st, leaves, sd.Sub("leaves", k))
	}
	leaves.length *= .62
	t := c.value("tendril")
	for pass, least := range []float64{.042, .028} {
		g.twine(float64(math.Max(least*s/t, .02*s)), pattern.Outline, leaves, func(r *seed.Stream) (float64, []pattern.Shape) {
			radius := float64(s * r.Range(.016, .024))
			return radius, bud(c, radius, sd)
		}, sd.Sub("twine", pass))
	}
	g.ground(pattern.Latar, sd)
	return g.tile()
}
