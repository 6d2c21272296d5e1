package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func jlamprangs() []drawing {
	return []drawing{{"jlamprang", pattern.Info{ID: "jlamprang", Family: "jlamprang", Traits: []string{pattern.Star}, Group: "p4m",
		Params: []pattern.Param{
			sizeParam(56),
			pitchParam(1.5),
			// Eight rays, or four and sixteen: the square's own symmetry.
			{ID: "rays", Name: "Rays of the rosette", Nama: "Sinar roset", Min: 4, Max: 16, Def: 8, Step: 4},
			ratio("depth", "Depth between the rays", "Lekuk antara sinar", .15, .55, .38),
			count("frame", "Frame: none, ring, ring and lattice", "Bingkai: tanpa, lingkar, lingkar dan kisi", 0, 2, 2),
			count("corner", "Flowers at the corners", "Bunga sudut", 0, 1, 1),
			dyedParam(0),
		},
		Repeats: squareRepeats(),
	}, drawJlamprang}}
}

// drawJlamprang draws the rosette ρ = R(.62+.38 cos) of handbook §1.4, outlined
// in white dots and filled in two colours, in a ring of yellow dashes, with the
// lozenge flowers of patola at the corners.
func drawJlamprang(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := newWeave(c)
	h := w.n / 2
	half := float64(h)
	big := float64(.9 * half)
	rays := float64(c.whole("rays") / 4 * 4)
	depth := c.value("depth")
	frame, corner := c.whole("frame"), c.whole("corner") == 1

	ink := newJlamprangInks(c.whole("dyed") == 1)
	at := func(x, y int) stitch {
		fx, fy := float64(x), float64(y)
		r := math.Sqrt(float64(fx*fx) + float64(fy*fy))
		turn := geom.Angle(geom.Pt{X: fx, Y: fy})
		// The power broadens the rays, which would be threads at this pitch.
		wave := geom.Pow((1+geom.Cos(rays*turn))/2, .7)
		rho := float64(.92 * big * (1 - float64(2*depth*(1-wave))))
		cx, cy := h-x, h-y
		cs := cx + cy
		// How far from the nearest ray and from the middle between two, in points.
		near := math.Abs(turn - math.Floor(float64(turn*rays)+.5)/rays)
		off, mid := float64(2*math.Pi*r*near), float64(2*math.Pi*r*(.5/rays-near))

		switch {
		// The heart: a yellow dot, a clear ring, a white ring, a coloured one.
		case r < 1.2:
			return dab(ink.gold)
		case r < 2.1:
			return stitch{}
		case r < 3.3:
			return dab(ink.bright)
		case r < 4.2 && rho > 4.2:
			return dab(ink.gold)
		// The rosette: white at the edge, then its body, rays of yellow.
		case r < rho && r > rho-1.25:
			return dab(ink.bright)
		case r < rho && off < .55:
			return dab(ink.gold)
		case r < rho && r < .5*big:
			return dash(ink.quiet).laid(fx, fy)
		case r < rho:
			return dash(ink.body).laid(fx, fy)
		}
		if r < big-1.6 {
			// Between the rays: a small lozenge and stamens toward the ring.
			at := float64(.74 * big)
			if d := math.Abs(r-at) + mid; d < .8 {
				return dab(ink.gold)
			} else if d < 2.4 && d >= 1.3 {
				return dab(ink.quiet)
			}
			if mid < .6 && r < at-2 && r > rho+1 {
				return dab(ink.bright)
			}
			return stitch{}
		}
		if frame > 0 {
			switch {
			case r < big-.4 && r >= big-1.6:
				if y%4 == 2 { // dashes, as the weave cannot turn
					return dab(ink.body)
				}
				return dash(ink.gold)
			case r >= big+.4 && r < big+1.5 && (x+y)%2 == 0:
				return dab(ink.bright)
			}
		}
		if r < big+1.5 {
			return stitch{}
		}
		if corner {
			// A lozenge flower: heart, petals on axes and diagonals, a white rim.
			rim := int(.3 * half)
			switch {
			case cs <= 1:
				return dab(ink.gold)
			case cs == 2:
				return dab(ink.bright)
			case cs == 3:
				return stitch{}
			case cs < rim-1:
				if cx == cy || cx == cy+1 || cy == cx+1 {
					return dab(ink.body)
				}
				return dash(ink.quiet).laid(float64(max(cx, cy)), float64(min(cx, cy)))
			case cs == rim:
				return dab(ink.bright)
			case cs == rim+2 && (cx-cy)%2 == 0 && frame > 1:
				return dab(ink.gold)
			case cs <= rim+2:
				return stitch{}
			}
		}
		if frame > 1 {
			// A lattice of dashes along the sides joins the corner flowers.
			if cx == 0 && y%4 != 3 {
				return dash(ink.bright)
			}
			if cx == 2 && y%2 == 0 {
				return dab(ink.quiet)
			}
		}
		return stitch{}
	}
	powder := pattern.Ground
	if frame > 1 {
		powder = ink.powder
	}
	return w.tile(append([]pattern.Shape{area(ink.field, pattern.Tembok, geom.R(0, 0, c.size, c.size).Inset(-lap).Path())}, w.shapes(o, powder, at)...))
}

// jlamprangInks are the roles of a jlamprang: a cloth of one strong colour,
// bright dots at the edges, gold ones, and two for the bodies.
type jlamprangInks struct{ field, bright, gold, body, quiet, powder pattern.Role }

func newJlamprangInks(dyed bool) jlamprangInks {
	if dyed {
		return jlamprangInks{pattern.Ground, pattern.Latar, pattern.Accent, pattern.Fill, pattern.Fill2, pattern.Fill2}
	}
	return jlamprangInks{pattern.Fill, pattern.Ground, pattern.Accent, pattern.Fill2, pattern.Outline, pattern.Outline}
}
