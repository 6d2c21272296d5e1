package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func pisanBalis() []drawing {
	return []drawing{{"pisan_bali", pattern.Info{ID: "pisan_bali", Family: "pisan_bali", Group: "p2",
		Params: []pattern.Param{
			sizeParam(90),
			count("fingers", "Fingers of a hand", "Jari setiap sisir", 3, 7, 5),
			ratio("bend", "Bend of the fingers", "Lengkung jari", .05, .3, .2),
			ratio("spread", "Spread of the hand", "Rentang sisir", .2, .5, .36),
			count("petals", "Petals of the flower", "Kelopak bunga", 5, 10, 8),
		},
		Slots: []pattern.Slot{
			{ID: "finger", Name: "Fingers (by hand if none is chosen)", Nama: "Jari (gambar tangan bila kosong)"},
			{ID: "petal", Name: "Petals (by hand if none is chosen)", Nama: "Kelopak (gambar tangan bila kosong)"},
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawPisanBali}}
}

// drawPisanBali sets hands of bananas aslant, each turned half round against the
// next ("pisan bali", come back once more), flowers between them. Sources say what
// the motif shows, bananas drawn simply, not how; the drawing is ours.
func drawPisanBali(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	g := newGarden(c, s, s)
	n := c.whole("fingers")

	// One hand in its own frame, its axis along +x, the crown behind the origin.
	fingers := make([][]pattern.Shape, n)
	bodies := make([]*geom.Region, n)
	var tips geom.Path
	long := .44 * s
	for i := range n {
		u := float64(i)/float64(n-1) - .5
		l := float64(long * (1 - float64(.5*u*u)))
		// Neighbours share the arc between them at two thirds of their length.
		half := math.Min(float64(.66*l*geom.Sin(math.Min(float64(c.value("spread")/float64(n-1)/2), .25))), .15*l)
		// The fan stands about its axis with the tips, which the bend leads aside.
		b := blade{dir: float64(u*c.value("spread")) - float64(.55*c.value("bend")), bend: c.value("bend"), length: l}
		pts, across := b.rib()
		at := func(k int, v float64) geom.Pt { return pts[k].Add(across[k].Mul(float64(v * half))) }
		var left, right, ridge, row, row2 []geom.Pt
		for _, q := range [][2]float64{{2, .1}, {4, .4}, {7, .92}, {11, 1}, {14, .6}, {15, .3}, {16, .2}} {
			k := int(q[0])
			left, right = append(left, at(k, q[1])), append(right, at(k, -q[1]))
			if k > 2 && k < 15 {
				ridge, row, row2 = append(ridge, at(k, .1*q[1])), append(row, at(k, -.42*q[1])), append(row2, at(k, .56*q[1]))
			}
		}
		finger := geom.Smooth(left, false).LineTo(right[len(right)-1]).Join(continued(geom.Smooth(reversedPts(right), false))).Close()
		bodies[i] = geom.NewRegion(finger)
		// A ridge along the finger with a row of cecek on either side.
		spine := geom.Smooth(ridge, false)
		specks := append(beaded(geom.Smooth(row, false), 4.2*c.cecek(), c.cecek(), 1), beaded(geom.Smooth(row2, false), 4.2*c.cecek(), .8*c.cecek(), 1)...)
		tips = tips.Join(geom.Circle(pts[ribs], .26*half))
		own := c.instead([]pattern.Shape{{}, line(pattern.Isen, pattern.Filling, c.fine(), spine), dots(pattern.Isen, pattern.Filling, specks)},
			"finger", pattern.Isen, finger, pts[2], pts[ribs])
		fingers[i] = append([]pattern.Shape{area(pattern.Fill, pattern.Klowong, finger)}, own...)
	}
	// Every second finger lies over its neighbours. Cecek keep clear of the contours
	// and of what lies over their finger, ridges of the latter.
	var sides [2]geom.Path
	own := make([]pattern.Shape, 3)
	edge := float64(.4*c.klowong()) + c.apart()
	for i, f := range fingers {
		sides[i%2] = sides[i%2].Join(f[0].Path)
		free := func(p geom.Pt, need float64) bool {
			for j, b := range bodies {
				if i%2 == 1 && j%2 == 0 && b.Distance(p) > -need {
					return false
				}
			}
			return true
		}
		for k, sh := range f[1:] {
			ds := slices.DeleteFunc(sh.Dots, func(d geom.Dot) bool { return bodies[i].Distance(d.C) < edge+d.R || !free(d.C, edge+d.R) })
			path := sh.Path
			if k == 1 && len(path.Pts) > 0 {
				path = geom.Path{}
				for _, q := range sh.Path.Flatten(.05) {
					path = path.Join(geom.Polyline(slices.DeleteFunc(q.Pts, func(p geom.Pt) bool { return !free(p, edge+c.fine()) })...))
				}
			}
			if !path.Empty() || len(ds) > 0 {
				path, ds = own[k].Path.Join(path), append(own[k].Dots, ds...)
				own[k] = sh
				own[k].Path, own[k].Dots = path, ds
			}
		}
	}
	crown, stalk := geom.Circle(geom.Pt{X: .02 * s}, .055*s), geom.Petal(.125*s, .07*s).Transform(geom.Rotate(.5))
	contour := func(p geom.Path) pattern.Shape { return line(pattern.Outline, pattern.Klowong, .8*c.klowong(), p) }
	hand := []pattern.Shape{
		area(pattern.Fill, pattern.Klowong, paths(sides[1], stalk)),
		contour(paths(sides[1], stalk)),
		area(pattern.Fill, pattern.Klowong, sides[0]),
		own[0], own[1], own[2],
		contour(sides[0]),
		area(pattern.Accent, pattern.Klowong, tips),
		area(pattern.Fill2, pattern.Klowong, crown),
		contour(crown),
		dots(pattern.Outline, pattern.Filling, manyDots(seven(.03*s), moved(geom.Pt{X: .02 * s}))),
	}
	// The hand's middle stands at a quarter of the tile, its axis up to the right.
	first := geom.Translate(geom.Pt{X: float64(-.5 * long)}).Then(geom.Rotate(-.125)).At(geom.Pt{X: float64(.25 * s), Y: float64(.25 * s)})
	turned := func(m geom.Affine) geom.Affine { return m.Then(geom.Scale(-1, -1)).At(geom.Pt{X: s, Y: s}) }
	for _, m := range []geom.Affine{first, turned(first)} {
		g.lay(deepHead, m, hand...)
	}

	// A flower and two leaves in each of the other quarters.
	r := .15 * s
	w := whorl{n: c.whole("petals"), r0: .25 * r, r1: r, first: .03, full: 1, tip: roundTip}.in(pale())
	bloom := c.stacked(w.draw(c), heart(c, .34*r, pattern.Fill))
	flower := geom.Translate(geom.Pt{X: float64(.75 * s), Y: float64(.25 * s)})
	for _, side := range []float64{0, .5} {
		b := blade{kind: plainLeaf, foot: geom.Polar(.9*r, .125+side), dir: .125 + side, bend: .06, length: .17 * s, wide: .5, body: pattern.Latar, other: pattern.Ramp(4)}
		for _, m := range []geom.Affine{flower, turned(flower)} {
			g.lay(deepLeaf, m, b.draw(c)...)
		}
	}
	for _, m := range []geom.Affine{flower, turned(flower)} {
		g.lay(deepHead+len(hand), m, bloom...)
	}

	// Cecek on a square grid, which half a turn brings onto itself, whole ones only.
	var ground []geom.Dot
	var tiles []geom.Affine
	for _, x := range []float64{-s, 0, s} {
		for _, y := range []float64{-s, 0, s} {
			tiles = append(tiles, geom.Translate(geom.Pt{X: x, Y: y}))
		}
	}
	plants := geom.NewRegion(many(g.silhouette(deepLeaf), tiles))
	clear := g.gap + float64(.5*c.klowong())
	k := int(geom.Clamp(math.Floor(float64(s/float64(2.3*c.nozzle)*math.Sqrt(o.Dense()))+.5), 8, 160))
	for j := range k {
		for i := range k {
			d := geom.Dot{C: geom.Pt{X: float64((float64(i) + .5) * s / float64(k)), Y: float64((float64(j) + .5) * s / float64(k))}, R: math.Min(c.cecek(), .3*s/float64(k))}
			if math.Abs(plants.Distance(d.C)) > clear+d.R {
				ground = append(ground, d)
			}
		}
	}
	g.lay(deepTanahan, geom.Identity(), dots(pattern.Latar, pattern.Filling, ground))
	return g.tile()
}
