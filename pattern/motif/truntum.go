package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func truntums() []drawing {
	return []drawing{{"truntum", pattern.Info{ID: "truntum", Family: "truntum", Traits: []string{pattern.Star}, Group: "p4m",
		Params: []pattern.Param{
			sizeParam(22),
			// Multiples of four keep the quarter turns of the repeat.
			{ID: "petals", Name: "Rays of the star", Nama: "Sinar bintang", Min: 4, Max: 16, Def: 8, Step: 4},
			ratio("width", "Width of the rays", "Lebar sinar", .5, 2, 1),
			ratio("alternate", "Length of every second ray", "Panjang sinar selang-seling", .5, 1, .88),
			count("core", "Heart: dot, ring, seven dots", "Inti: titik, lingkar, tujuh titik", 0, 2, 1),
			count("second", "Between: none, star, seven dots", "Antara: tanpa, bintang, tujuh titik", 0, 2, 2),
			count("scatter", "Three-dot clusters", "Gugus tiga titik", 0, 1, 1),
		},
		Slots:   []pattern.Slot{{ID: "ray", Name: "Rays", Nama: "Sinar", Def: "cecek"}},
		Repeats: squareRepeats(),
	}, drawTruntum}}
}

func drawTruntum(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	n := c.whole("petals") / 4 * 4
	heart := geom.Pt{X: s / 2, Y: s / 2}
	r := float64(.45 * s)
	f, dot := c.fine(), math.Min(c.cecek(), .022*s)

	// A ray is a leaf widest near its root (handbook §1.8); fewer rays are wider.
	half := float64(.085 * r * c.value("width") * math.Sqrt(8/float64(n)))
	ray := func(l float64) geom.Path { return leaf(.2*r, l, half, .34) }
	long, short := around(heart, n/2, 0), around(heart, n/2, 1/float64(n))
	rays := many(ray(r), long).Join(many(ray(r*c.value("alternate")), short))
	core := float64(.23 * r)

	out := []pattern.Shape{
		line(pattern.Outline, pattern.Klowong, 2*f, rays.Join(geom.Circle(heart, core))),
		area(pattern.Fill, pattern.Klowong, rays),
	}
	out = append(out, c.truntumRays(r, half, short, long)...)

	// The heart lies over the roots of the rays.
	at := moved(heart)
	out = append(out, area(pattern.Fill, pattern.Klowong, geom.Circle(heart, core)))
	switch c.whole("core") {
	case 0:
		out = append(out, dots(pattern.Accent, pattern.Filling, []geom.Dot{{C: heart, R: .55 * core}}))
	case 1:
		out = append(out,
			line(pattern.Isen, pattern.Filling, f, geom.Circle(heart, core)),
			line(pattern.Isen, pattern.Filling, f, geom.Circle(heart, .56*core)),
			dots(pattern.Accent, pattern.Filling, []geom.Dot{{C: heart, R: .34 * core}}))
	default:
		out = append(out,
			line(pattern.Isen, pattern.Filling, f, geom.Circle(heart, core)),
			dots(pattern.Isen, pattern.Filling, manyDots(seven(.8*core), at)))
	}

	// Cecek in the angles between the rays, as stamens.
	var ground []geom.Dot
	between := around(heart, n, .5/float64(n))
	if angle := float64(.36 * r * math.Pi / float64(n)); angle > 1.6*dot {
		ground = append(ground, manyDots([]geom.Dot{{C: geom.Pt{X: .46 * r}, R: dot}}, between)...)
	}
	switch c.whole("second") {
	case 1:
		small := leaf(.05*s, .19*s, .024*s, .5)
		out = append(out,
			area(pattern.Latar, pattern.Filling, many(small, around(geom.Pt{}, 8, 0))),
			dots(pattern.Accent, pattern.Filling, []geom.Dot{{R: .034 * s}}))
	case 2:
		out = append(out, dots(pattern.Accent, pattern.Filling, []geom.Dot{{R: .036 * s}}))
		ground = append(ground, ringDots(6, .093*s, .25, .034*s)...)
		if c.k > 2 {
			ground = append(ground, ringDots(12, .152*s, .25+.5/12, 1.3*dot)...)
		}
	}
	if c.whole("scatter") == 1 {
		// Three dots point outward in each of the eight gaps between the stars.
		three := []geom.Dot{
			{C: geom.Pt{X: .485 * s}, R: dot},
			{C: geom.Pt{X: .485*s - 2.6*dot, Y: 1.7 * dot}, R: dot},
			{C: geom.Pt{X: .485*s - 2.6*dot, Y: -1.7 * dot}, R: dot},
		}
		ground = append(ground, manyDots(three, around(heart, 8, .0625))...)
	}
	out = append(out, dots(pattern.Latar, pattern.Filling, ground))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// truntumRays draws what lies in the rays: a bead at the root, and on large stars
// the filling or a row of beads that shrink to the tip.
func (c canting) truntumRays(r, half float64, short, long []geom.Affine) []pattern.Shape {
	root := geom.Pt{X: .42 * r}
	f := c.fine()
	var out []pattern.Shape
	for i, ms := range [][]geom.Affine{long, short} {
		l := r
		if i == 1 {
			l = float64(r * c.value("alternate"))
		}
		bead := []geom.Dot{{C: root, R: .42 * half}}
		// A filling needs a body of some width inside its inset.
		if id := c.o.Filling(c.in, "ray"); id != "" && half > 2.4*c.nozzle {
			inner := leaf(.26*r, .9*l, .7*half, .34)
			out = append(out, line(pattern.Isen, pattern.Filling, .8*f, many(inner, ms)))
			out = append(out, merged(c.fill("ray", pattern.Isen, inner.Flatten(.05), geom.Pt{X: .26 * r}, geom.Pt{X: .9 * l}), ms)...)
			continue
		}
		if id := c.o.Filling(c.in, "ray"); id != "" {
			for _, t := range []float64{.58, .7, .8} {
				if d := float64(.34 * half * (1.25 - t)); d > .16 {
					bead = append(bead, geom.Dot{C: geom.Pt{X: l * t}, R: d * 1.2})
				}
			}
		}
		out = append(out, dots(pattern.Isen, pattern.Filling, manyDots(bead, ms)))
	}
	return out
}
