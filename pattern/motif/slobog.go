package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func slobogs() []drawing {
	return []drawing{{"slobog", pattern.Info{ID: "slobog", Family: "slobog", Traits: []string{pattern.Funeral}, Group: "pmm",
		Params: []pattern.Param{
			sizeParam(26),
			count("chevrons", "Chevrons in a triangle", "Garis bersarang", 1, 5, 3),
			count("dots", "Rows of dots in the pale triangles", "Baris titik", 0, 1, 1),
			count("frame", "Frame of the squares: plain, line, line and dots", "Bingkai petak: polos, garis, garis dan titik", 0, 2, 2),
			ratio("crossing", "Dot at the crossing", "Titik silang", .5, 1.6, 1),
		},
		Repeats: squareRepeats()[:2],
	}, drawSlobog}}
}

// drawSlobog splits a square by both diagonals: upper and lower triangles dark,
// those at the sides pale, chevrons nested in each (handbook §1.9).
func drawSlobog(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s, k, f := c.size, c.klowong(), c.fine()
	heart := geom.Pt{X: s / 2, Y: s / 2}
	rim := float64(.9 * k)
	if c.whole("frame") == 2 {
		rim = math.Max(2.2*k, .06*s)
	}
	// A triangle with its apex toward the heart along +x, moved in by d on every
	// side; the pair of it lies opposite.
	base := float64(s/2) - rim
	wedge := func(d float64) geom.Path {
		apex, foot := float64(d*math.Sqrt2), base-d
		return geom.Polygon(geom.Pt{X: apex}, geom.Pt{X: foot, Y: foot - apex}, geom.Pt{X: foot, Y: apex - foot})
	}
	sides, poles := around(heart, 2, 0), around(heart, 2, .25)
	var out []pattern.Shape
	out = append(out, area(pattern.Ground, pattern.Tembok, geom.R(0, 0, s, s).Inset(-lap).Path()))
	// Between the triangles the cloth stays open, a line on the edge of one of them.
	gap := math.Max(.5*k, float64(.5*c.apart())+float64(.25*f))
	out = append(out, area(pattern.Outline, pattern.Klowong, many(wedge(gap), poles)))
	n := c.whole("chevrons")
	step := math.Max(float64(.3*base/float64(n+1)), float64(1.05*(f+c.apart())))
	// Cecek lie along the legs of the pale triangles, outside the first chevron; in its
	// place where there is no room for both.
	dotted, r := c.whole("dots") == 1, math.Max(math.Min(.8*c.cecek(), .3*step), float64(.5*finest(o)))
	instead := dotted && n > 1 && step-f < float64(2*(c.apart()+r))
	row := gap + float64(.5*step)
	if instead {
		row = gap + step
	}
	for i := range n {
		d := gap + float64(step*float64(i+1))
		if float64(2.414*d) > .86*base {
			break
		}
		if i == n-1 { // the innermost is a solid
			out = append(out, area(pattern.Fill, pattern.Klowong, many(wedge(d), poles)), area(pattern.Fill, pattern.Klowong, many(wedge(d), sides)))
			break
		}
		thin := math.Max(.9*f, finest(o))
		out = append(out, line(pattern.Ground, pattern.Klowong, thin, many(wedge(d), poles)))
		if i > 0 || !instead {
			out = append(out, line(pattern.Outline, pattern.Klowong, thin, many(wedge(d), sides)))
		}
	}
	inner := gap + float64(step*float64(n))
	var seeds []geom.Dot
	mid := float64(.54 * base)
	// The knot at the crossing, with its ring; cecek stay clear of it.
	knot := float64(.1 * base * c.value("crossing"))
	ring := knot + math.Max(f, c.apart())
	seeds = append(seeds, geom.Dot{C: geom.Pt{X: mid}, R: .05 * base}, geom.Dot{C: geom.Pt{X: mid + float64(.11*base), Y: .1 * base}, R: .035 * base}, geom.Dot{C: geom.Pt{X: mid + float64(.11*base), Y: -.1 * base}, R: .035 * base})
	if float64(2.414*inner) < .7*base {
		out = append(out, dots(pattern.Isen, pattern.Filling, manyDots(seeds, append(append([]geom.Affine(nil), poles...), sides...))))
	}
	out = append(out, line(pattern.Outline, pattern.Klowong, f, many(wedge(gap), sides)))
	if dotted {
		var ds []geom.Dot
		apex, foot := float64(row*math.Sqrt2), base-row
		m := max(2, int(float64((foot-apex)*math.Sqrt2)/math.Max(4.5*r, float64(2*r)+c.apart())))
		for i := range m + 1 {
			t := float64(i) / float64(m)
			x, y := geom.Mix(apex, foot, t), float64((foot-apex)*t)
			if (geom.Pt{X: x, Y: y}).Len() < ring+c.apart()+r {
				continue
			}
			ds = append(ds, geom.Dot{C: geom.Pt{X: x, Y: y}, R: r})
			if i > 0 {
				ds = append(ds, geom.Dot{C: geom.Pt{X: x, Y: -y}, R: r})
			}
		}
		out = append(out, dots(pattern.Latar, pattern.Filling, manyDots(ds, sides)))
	}
	// The frame on the square's sides, and the dot where the diagonals cross.
	if kind := c.whole("frame"); kind > 0 {
		frame := geom.Polyline(geom.Pt{X: -s / 2}, geom.Pt{X: s / 2})
		lines := []geom.Affine{geom.Translate(geom.Pt{X: s / 2}), geom.Rotate(.25).At(geom.Pt{Y: s / 2})}
		if kind == 1 {
			out = append(out, line(pattern.Fill, pattern.Klowong, .8*k, many(frame, lines)))
		} else {
			m := 2 * max(2, int(s/float64(6.4*c.cecek())))
			var ds []geom.Dot
			for i := range m {
				ds = append(ds, geom.Dot{C: geom.Pt{X: float64(s * ((float64(i)+.5)/float64(m) - .5))}, R: c.cecek()})
			}
			out = append(out,
				line(pattern.Fill, pattern.Klowong, 1.5*rim, many(frame, lines)),
				dots(pattern.Isen, pattern.Filling, manyDots(ds, lines)))
		}
	}
	knots := moved(heart, geom.Pt{})
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(append(out,
		dots(pattern.Outline, pattern.Klowong, manyDots([]geom.Dot{{R: ring}}, knots)),
		dots(pattern.Ground, pattern.Klowong, manyDots([]geom.Dot{{R: knot}}, knots)),
		dots(pattern.Fill, pattern.Filling, manyDots([]geom.Dot{{R: .5 * knot}}, knots)),
	)...)}
}
