package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// tengahans are the court cloths with a plain middle: a lozenge of bare cloth,
// edged with flames, on a field of another tone.
func tengahans() []drawing {
	form := func(id string, field, center pattern.Role, tall, teeth float64, ground string) drawing {
		return drawing{id, pattern.Info{ID: id, Family: "tengahan", Traits: []string{pattern.Court}, Group: "pmm",
			Params: []pattern.Param{
				sizeParam(150),
				ratio("tall", "Height of the lozenge to its width", "Tinggi wajik banding lebar", 1.05, 1.8, tall),
				count("teeth", "Flames on a side", "Lidah api tiap sisi", 5, 24, teeth),
				ratio("flame", "Length of the flames", "Panjang lidah api", .4, 1.4, 1),
				count("beads", "Rows of dots round the lozenge", "Baris titik keliling wajik", 0, 2, 2),
				count("corner", "Flowers on the field", "Bunga pada bidang", 0, 1, 1),
			},
			Slots:   []pattern.Slot{{ID: "ground", Name: "Field", Nama: "Bidang", Def: ground}},
			Repeats: []symmetry.Kind{symmetry.Block, symmetry.HalfDrop},
		}, drawTengahan(field, center)}
	}
	return []drawing{
		form("bangun_tulak", pattern.Outline, pattern.Ground, 1.4, 13, ""),
		form("lenga_teleng", pattern.Fill, pattern.Ground, 1.15, 10, "cecek"),
	}
}

// mirrors are the four maps that repeat a quarter about the point c with both
// mirrors.
func mirrors(c geom.Pt) []geom.Affine {
	return []geom.Affine{geom.Identity().At(c), geom.Scale(-1, 1).At(c), geom.Scale(1, -1).At(c), geom.Scale(-1, -1).At(c)}
}

func drawTengahan(field, center pattern.Role) func(pattern.Info, pattern.Options) pattern.Tile {
	return func(in pattern.Info, o pattern.Options) pattern.Tile {
		c := newCanting(in, o)
		s, k, f, bead := c.size, c.klowong(), c.fine(), float64(1.2*c.cecek())
		size := geom.Pt{X: s, Y: float64(s * c.value("tall"))}
		heart := size.Mul(.5)
		quarters := mirrors(heart)
		a, b := float64(.33*size.X), float64(.33*size.Y)
		side := geom.Pt{X: a}.Sub(geom.Pt{Y: b})
		along, l := side.Unit(), side.Len()
		out := geom.Pt{X: -along.Y, Y: along.X}
		if out.X < 0 {
			out = out.Mul(-1)
		}
		// at is the point t along the side of the first quarter from the upper corner
		// to the one at the side, d out from it.
		at := func(t, d float64) geom.Pt {
			return geom.Pt{Y: b}.Add(along.Mul(float64(t * l))).Add(out.Mul(d))
		}
		// grown is the lozenge with its sides d farther out.
		grown := func(d float64) geom.Path {
			q := 1 + float64(d*l/float64(a*b))
			return lozenge(float64(a*q), float64(b*q)).Transform(geom.Translate(heart))
		}
		ink := clothInks{field: field, bright: pattern.Ground, body: pattern.Fill, mark: pattern.Ground}
		if field == pattern.Fill {
			ink.body = pattern.Fill2
		}

		// Flames lean toward the upper corners, each with a smaller one inside.
		n := c.whole("teeth")
		w := float64(l / float64(n))
		base := float64(2*k) + float64(float64(c.whole("beads"))*(float64(2*bead)+float64(1.6*f))) + float64(1.4*f)
		tall := math.Min(float64(2.2*w*c.value("flame")), .17*s)
		var flames, cores geom.Path
		var tips []geom.Dot
		tongue := func(t, q float64) geom.Path {
			half := float64(.5 * q / float64(n))
			p := func(x, y float64) geom.Pt { return at(t+float64(x*half), base+float64(y*q*tall)) }
			return geom.Path{}.MoveTo(p(-1, 0)).
				CubeTo(p(-1, .3), p(-.55, .4), p(-.7, .62)).
				CubeTo(p(-.75, .78), p(-.6, .9), p(-.35, 1)).
				CubeTo(p(-.3, .84), p(.1, .8), p(.3, .6)).
				CubeTo(p(.5, .42), p(.95, .3), p(1, 0)).Close()
		}
		for i := range n {
			t := (float64(i) + .5) / float64(n)
			flames, cores = flames.Join(tongue(t, 1)), cores.Join(tongue(t, .62))
			tips = append(tips, geom.Dot{C: at(t-.18/float64(n), base+float64(1.12*tall)), R: bead})
		}
		// A leaf on each corner closes the ring of flames.
		q := 1 + float64(base*l/float64(a*b))
		var points geom.Path
		for i, r := range []float64{float64(a * q), float64(b * q)} {
			up := leaf(r-float64(.3*w), r+float64(.95*tall), .55*w, .35)
			points = points.Join(many(up, around(heart, 2, .25*float64(i))))
		}
		// Dark fields lie far over each other: on a small picture of a half-drop their
		// edges would show between.
		shapes := []pattern.Shape{area(field, pattern.Tembok, geom.R(0, 0, size.X, size.Y).Inset(-6*lap).Path())}
		reach := base + float64(1.25*tall)
		if fill := c.fieldFilling(ink, size, reach, a, b, l); len(fill) > 0 {
			shapes = append(shapes, merged(fill, quarters)...)
		}
		if c.whole("corner") == 1 {
			var flower []pattern.Shape
			flower = append(flower, c.ceplokBody(ink.body, .012*s, .075*s, .02*s, .6, f, around(geom.Pt{}, 4, .125))...)
			flower = append(flower, c.ceplokBody(ink.bright, .012*s, .09*s, .022*s, .6, f, around(geom.Pt{}, 4, 0))...)
			flower = append(flower, dots(ink.mark, pattern.Filling, append(ringDots(8, .085*s, .0625, bead), ringDots(4, .108*s, 0, bead)...)))
			flower = append(flower, c.ringed(ink, ink.body, .022*s, 8)...)
			shapes = append(shapes, merged(flower, moved(geom.Pt{}))...)
		}
		shapes = append(shapes,
			line(ink.mark, pattern.Klowong, c.rim(f), many(flames, quarters)),
			area(ink.body, pattern.Klowong, many(flames, quarters)),
			line(pattern.Outline, pattern.Klowong, f, many(flames, quarters)),
			area(ink.mark, pattern.Klowong, many(cores, quarters)),
			line(ink.mark, pattern.Klowong, c.rim(f), points),
			area(ink.body, pattern.Klowong, points),
			line(pattern.Outline, pattern.Klowong, f, points),
			dots(ink.mark, pattern.Filling, manyDots(tips, quarters)),
			area(pattern.Outline, pattern.Klowong, grown(base)),
			line(ink.mark, pattern.Klowong, f, grown(base)))
		// Rows of beads between the flames and the bare middle.
		var ds []geom.Dot
		m := max(4, int(l/float64(3.4*bead)))
		for row := range c.whole("beads") {
			d := float64(2*k) + float64((float64(row)+.5)*(float64(2*bead)+float64(1.6*f)))
			for i := range m {
				ds = append(ds, geom.Dot{C: at((float64(i)+.5)/float64(m), d), R: bead})
			}
		}
		return pattern.Tile{Size: size, Shapes: full(append(shapes,
			dots(ink.mark, pattern.Filling, manyDots(ds, quarters)),
			area(center, pattern.Klowong, grown(0)),
			line(ink.body, pattern.Klowong, 1.4*k, grown(0)),
		)...)}
	}
}

// fieldFilling fills a quarter of the field beyond the flames, about the tile's
// middle; flowers at the corners stay clear.
func (c canting) fieldFilling(ink clothInks, size geom.Pt, reach, a, b, l float64) []pattern.Shape {
	q := 1 + float64(reach*l/float64(a*b))
	x, y := float64(a*q), float64(b*q)
	w, h := size.X/2, size.Y/2
	var pts []geom.Pt
	// The lozenge may reach over the tile's sides.
	if x > w {
		pts = append(pts, geom.Pt{X: w, Y: float64(y * (1 - w/x))})
	} else {
		pts = append(pts, geom.Pt{X: x}, geom.Pt{X: w})
	}
	clear := .13 * c.size
	pts = append(pts, geom.Arc(geom.Pt{X: w, Y: h}, clear, .75, .5).Flatten(.1)[0].Pts...)
	if y > h {
		pts = append(pts, geom.Pt{X: float64(x * (1 - h/y)), Y: h})
	} else {
		pts = append(pts, geom.Pt{Y: h}, geom.Pt{Y: y})
	}
	return c.fill("ground", ink.mark, []geom.Poly{{Pts: pts, Closed: true}}, geom.Pt{X: w, Y: h}, geom.Pt{})
}
