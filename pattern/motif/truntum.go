package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func truntums() []drawing {
	return []drawing{{"truntum", pattern.Info{ID: "truntum", Family: "truntum", Traits: []string{pattern.Star}, Group: "pmm",
		Params: []pattern.Param{
			sizeParam(22),
			// An even number keeps the mirrors of the repeat. Its quarter turn is
			// broken by the seven dots in any case, as it is on cloth.
			{ID: "petals", Name: "Rays of the star", Nama: "Sinar bintang", Min: 4, Max: 16, Def: 8, Step: 2},
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
	n := c.whole("petals") / 2 * 2
	heart := geom.Pt{X: s / 2, Y: s / 2}
	r := float64(.45 * s)
	// Its cecek are figures of the motif and grow with it.
	f, dot := c.fine(), float64(.0185*s)

	// A ray is a leaf widest near its root (handbook §1.8); fewer rays are wider.
	half := float64(.085 * r * c.value("width") * math.Sqrt(8/float64(n)))
	ray := func(l float64) geom.Path { return leaf(.2*r, l, half, .34) }
	long, short := around(heart, n/2, 0), around(heart, n/2, 1/float64(n))
	if n%4 != 0 { // an odd number of long ones would break the mirror
		long, short = around(heart, n, 0), nil
	}
	rays := many(ray(r), long).Join(many(ray(r*c.value("alternate")), short))
	core := float64(.23 * r)

	star := rays.Join(geom.Circle(heart, core))
	var out []pattern.Shape
	if c.k > 1.6 {
		// A large star has a second contour, in the colour of the cecek.
		out = append(out,
			line(pattern.Latar, pattern.Filling, 6.4*f, star),
			line(pattern.Ground, pattern.Tembok, 4.8*f, star))
	}
	out = append(out,
		line(pattern.Outline, pattern.Klowong, 2*f, star),
		area(pattern.Fill, pattern.Klowong, rays))
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
		// Cecek between the two rings, where they leave more than their width.
		if bead := float64(.085 * core); .44*core > f+float64(2*bead)+.6 {
			out = append(out, dots(pattern.Isen, pattern.Filling, manyDots(ringDots(16, .78*core, 0, bead), at)))
		}
	default:
		out = append(out,
			line(pattern.Isen, pattern.Filling, f, geom.Circle(heart, core)),
			dots(pattern.Isen, pattern.Filling, manyDots(seven(.8*core), at)))
	}

	// Cecek in the angles between the rays, as stamens.
	var ground []geom.Dot
	between := around(heart, n, .5/float64(n))
	stamen := .46 * r
	if c.k > 1.6 {
		stamen = .66 * r // clear of the second contour
	}
	if float64((stamen-float64(.1*r))*math.Pi/float64(n)) > 1.6*dot {
		ground = append(ground, manyDots([]geom.Dot{{C: geom.Pt{X: stamen}, R: dot}}, between)...)
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
			{C: geom.Pt{X: float64(.485*s) - float64(2.6*dot), Y: 1.7 * dot}, R: dot},
			{C: geom.Pt{X: float64(.485*s) - float64(2.6*dot), Y: -1.7 * dot}, R: dot},
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
	var out []pattern.Shape
	for i, ms := range [][]geom.Affine{long, short} {
		l := r
		if i == 1 {
			l = float64(r * c.value("alternate"))
		}
		bead := []geom.Dot{{C: root, R: .42 * half}}
		if fill := c.fill("ray", pattern.Isen, leaf(.27*r, l, half, .28).Flatten(.05), geom.Pt{X: .27 * r}, geom.Pt{X: l}); len(fill) > 0 {
			out = append(out, merged(fill, ms)...)
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
