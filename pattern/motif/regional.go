package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// regionalFamilies lists the motifs of Malang, Magelang, Madura and Lasem.
func regionalFamilies() []drawing {
	var ds []drawing
	ds = append(ds, malangs()...)
	ds = append(ds, magelangs()...)
	ds = append(ds, maduras()...)
	return ds
}

// standing are the repeats of what stands upright: none turns it over.
func standing() []symmetry.Kind { return []symmetry.Kind{symmetry.Block} }

// paired lays one figure on the middle of a tile w by h and another on its
// corners, over lozenges that leave room round both: pm when each is its own
// mirror image.
func (c canting) paired(w, h float64, one, two emblem, cell float64) pattern.Tile {
	var e emblem
	e.put(0, one, geom.Translate(geom.Pt{X: w / 2, Y: h / 2}))
	e.put(0, two, geom.Identity())
	size := geom.Pt{X: w, Y: h}
	return pattern.Tile{Size: size, Shapes: append(c.belahKetupat(size, cell, e), e.shapes()...)}
}

// belahKetupat is the isen of small lozenges from the reliefs of Candi Badut, on
// all of a tile that is clear of the figures. It is mirrored in the tile's upright
// axes.
func (c canting) belahKetupat(size geom.Pt, cell float64, figures emblem) []pattern.Shape {
	if !(cell > 0) || !c.roomy() {
		return nil
	}
	var bodies []*geom.Region
	for _, q := range figures.hull().Flatten(.2) {
		bodies = append(bodies, geom.NewRegionPoly(q))
	}
	// Nearer, lozenges could not keep the cloth open within and between them.
	cell = math.Max(cell, float64(3.2*(c.apart()+c.fine())))
	nx := 2 * int(geom.Clamp(math.Floor(size.X/(2*cell)+.5), 2, 40))
	ny := 2 * int(geom.Clamp(math.Floor(size.Y/(2.6*cell)+.5), 2, 40))
	dx, dy := size.X/float64(nx), size.Y/float64(ny)
	reach := float64(.5*math.Max(dx, dy)) + float64(.7*c.klowong())
	clear := func(p geom.Pt) bool {
		for i := -1.; i <= 1; i++ {
			for j := -1.; j <= 1; j++ {
				q := p.Add(geom.Pt{X: float64(i * size.X), Y: float64(j * size.Y)})
				for _, b := range bodies {
					if b.Bounds.Inset(-reach).Contains(q) && b.Side(q, reach) >= 0 {
						return false
					}
				}
			}
		}
		return true
	}
	var places []geom.Pt
	for j := range 2 * ny {
		for i := range nx {
			p := geom.Pt{X: float64(dx * (float64(i) + float64(.5*float64(j%2)))), Y: float64(.5 * dy * float64(j))}
			// The mirror image is asked too, lest rounding tell them apart.
			if clear(p) && clear(geom.Pt{X: size.X - p.X, Y: p.Y}) {
				places = append(places, p)
			}
		}
	}
	ms := moved(places...)
	// Of the half diagonals between two lozenges, as much as leaves the cloth open
	// between their sides, which at a half would touch.
	apart := float64((c.apart() + c.fine()) * geom.Pt{X: dx, Y: dy}.Len() / float64(dx*dy))
	k := geom.Clamp(.5-float64(.5*apart), .2, .4)
	out := []pattern.Shape{line(pattern.Latar, pattern.Filling, c.fine(), many(lozenge(k*dx, k*dy), ms))}
	dot := math.Min(c.cecek(), .14*dx)
	if within := float64(k*dx*dy/geom.Pt{X: dx, Y: dy}.Len()) - float64(.5*c.fine()); within-math.Max(dot, float64(.53*finest(c.o))) >= float64(.9*c.apart()) {
		out = append(out, dots(pattern.Latar, pattern.Filling, manyDots([]geom.Dot{{R: dot}}, ms)))
	}
	return full(out...)
}
