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
			count("scatter", "Three-dot clusters: none, eight, sixteen", "Gugus tiga titik: tanpa, delapan, enam belas", 0, 2, 1),
			dyedParam(0),
		},
		Slots:   []pattern.Slot{{ID: "ray", Name: "Rays", Nama: "Sinar", Def: "cecek"}},
		Repeats: squareRepeats(),
	}, drawTruntum}, {"truntum", pattern.Info{ID: "truntum_gede", Family: "truntum", Name: "Truntum gede", Traits: []string{pattern.Star}, Group: "p4m",
		Params: []pattern.Param{
			sizeParam(44),
			{ID: "petals", Name: "Rays of the star", Nama: "Sinar bintang", Min: 4, Max: 16, Def: 8, Step: 4},
			ratio("width", "Width of the rays", "Lebar sinar", .5, 1.6, 1),
			ratio("flame", "Flame of the rays", "Lidah api sinar", 0, 1, .6),
			count("second", "Star between: none, small, flaming", "Bintang antara: tanpa, kecil, berlidah", 0, 2, 2),
			count("scatter", "Rows of small flowers", "Baris bunga kecil", 0, 2, 2),
			dyedParam(0),
		},
		Repeats: squareRepeats(),
	}, drawTruntumGede}}
}

// truntumInks are the roles of a truntum: its night, the line round its stars and
// the bright marks on the night and on the stars.
type truntumInks struct{ field, edge, mark, isen pattern.Role }

func newTruntumInks(dyed bool) truntumInks {
	if dyed { // the cloth itself is the night
		return truntumInks{pattern.Ground, pattern.Outline, pattern.Latar, pattern.Isen}
	}
	return truntumInks{pattern.Outline, pattern.Outline, pattern.Ground, pattern.Ground}
}

// night returns the ground of a square tile.
func (k truntumInks) night(s float64) pattern.Shape {
	return area(k.field, pattern.Tembok, geom.R(0, 0, s, s).Inset(-lap).Path())
}

func drawTruntum(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	ink := newTruntumInks(c.whole("dyed") == 1)
	s := c.size
	n := c.whole("petals") / 2 * 2
	heart := geom.Pt{X: s / 2, Y: s / 2}
	r := float64(.47 * s)
	// Its cecek are figures of the motif and grow with it.
	f, dot := c.fine(), float64(.02*s)

	// A ray is a leaf widest near its root (handbook §1.8); fewer rays are wider.
	half := float64(.1 * r * c.value("width") * math.Sqrt(8/float64(n)))
	ray := func(l float64) geom.Path { return leaf(.2*r, l, half, .24) }
	long, short := around(heart, n/2, 0), around(heart, n/2, 1/float64(n))
	if n%4 != 0 { // an odd number of long ones would break the mirror
		long, short = around(heart, n, 0), nil
	}
	rays := many(ray(r), long).Join(many(ray(r*c.value("alternate")), short))
	core := float64(.25 * r)

	star := rays.Join(geom.Circle(heart, core))
	out := []pattern.Shape{ink.night(s)}
	if c.k > 1.6 {
		// A large star has a second contour, in the colour of the cecek.
		out = append(out,
			line(ink.mark, pattern.Filling, 6.4*f, star),
			line(ink.field, pattern.Tembok, 4.8*f, star))
	}
	out = append(out,
		line(ink.edge, pattern.Klowong, 2*f, star),
		area(pattern.Fill, pattern.Klowong, rays))
	out = append(out, c.truntumRays(ink, r, half, short, long)...)

	// The heart lies over the roots of the rays.
	at := moved(heart)
	out = append(out, area(pattern.Fill, pattern.Klowong, geom.Circle(heart, core)))
	switch c.whole("core") {
	case 0:
		out = append(out, dots(ink.isen, pattern.Filling, []geom.Dot{{C: heart, R: .55 * core}}))
	case 1:
		out = append(out,
			line(ink.edge, pattern.Filling, f, geom.Circle(heart, core)),
			dots(ink.isen, pattern.Filling, []geom.Dot{{C: heart, R: .62 * core}}),
			dots(ink.edge, pattern.Filling, []geom.Dot{{C: heart, R: .3 * core}}))
	default:
		out = append(out,
			line(ink.edge, pattern.Filling, f, geom.Circle(heart, core)),
			dots(ink.isen, pattern.Filling, manyDots(seven(.8*core), at)))
	}

	// Cecek in the angles between the rays, as stamens.
	var ground []geom.Dot
	between := around(heart, n, .5/float64(n))
	stamen := .5 * r
	if c.k > 1.6 {
		stamen = .66 * r // clear of the second contour
	}
	if float64((stamen-float64(.1*r))*math.Pi/float64(n)) > 1.6*dot {
		ground = append(ground, manyDots([]geom.Dot{{C: geom.Pt{X: stamen}, R: .8 * dot}}, between)...)
	}
	switch c.whole("second") {
	case 1:
		small := leaf(.05*s, .19*s, .028*s, .5)
		out = append(out,
			area(ink.mark, pattern.Filling, many(small, around(geom.Pt{}, 8, 0))),
			dots(pattern.Fill, pattern.Filling, []geom.Dot{{R: .04 * s}}))
	case 2:
		out = append(out, dots(pattern.Fill, pattern.Filling, []geom.Dot{{R: .038 * s}}))
		ground = append(ground, ringDots(6, .098*s, .25, .037*s)...)
		if c.k > 2 {
			ground = append(ground, ringDots(12, .152*s, .25+.5/12, 1.3*dot)...)
		}
	}
	// Three dots point outward in each of the eight gaps between the stars, and
	// three more toward the flower at the corner.
	three := func(x float64) []geom.Dot {
		x = float64(x) // the product passed in must not fuse
		return []geom.Dot{
			{C: geom.Pt{X: x}, R: dot},
			{C: geom.Pt{X: x - float64(2.4*dot), Y: 1.5 * dot}, R: dot},
			{C: geom.Pt{X: x - float64(2.4*dot), Y: -1.5 * dot}, R: dot},
		}
	}
	if kind := c.whole("scatter"); kind > 0 {
		ground = append(ground, manyDots(three(.5*s), around(heart, 8, .0625))...)
		if kind == 2 {
			ground = append(ground, manyDots(three(.235*s), around(geom.Pt{}, 8, .0625))...)
		}
	}
	out = append(out, dots(ink.mark, pattern.Filling, ground))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// flame returns a ray from x0 to x1 on the x axis that tapers to its tip in
// tongues, as deep as 0…1.
func flame(x0, x1, half, depth float64) geom.Path {
	const steps, tongues = 40, 3.5
	var left, right []geom.Pt
	for i := range steps {
		t := float64(i) / steps
		w := float64(half * geom.Pow(1-t, .8) * (1 + float64(.55*depth*geom.Cos(float64(t*tongues)))))
		x := geom.Mix(x0, x1, t)
		left = append(left, geom.Pt{X: x, Y: w})
		right = append(right, geom.Pt{X: x, Y: -w})
	}
	left = append(left, geom.Pt{X: x1})
	for i := range right {
		left = append(left, right[steps-1-i])
	}
	return geom.Smooth(left, true)
}

// drawTruntumGede draws large stars with flaming rays and eyes, smaller ones
// between, and a night strewn with four-dot flowers.
func drawTruntumGede(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	ink := newTruntumInks(c.whole("dyed") == 1)
	s, f, bead := c.size, c.fine(), c.cecek()
	n := c.whole("petals") / 4 * 4
	heart := geom.Pt{X: s / 2, Y: s / 2}
	out := []pattern.Shape{ink.night(s)}
	star := func(at geom.Pt, r, depth float64) {
		half := float64(.135 * r * c.value("width") * math.Sqrt(8/float64(n)))
		rays := many(flame(.16*r, r, half, depth), around(at, n, 0))
		eye := float64(.23 * r)
		out = append(out,
			line(ink.edge, pattern.Klowong, 2*f, rays),
			line(ink.edge, pattern.Klowong, 2*f, geom.Circle(at, eye)),
			area(pattern.Fill, pattern.Klowong, rays),
			area(pattern.Fill, pattern.Klowong, geom.Circle(at, eye)))
		// A row of beads that shrink to the tip, and an eye.
		var beads []geom.Dot
		for _, t := range []float64{.34, .46, .57, .67} {
			if q := float64(.3 * half * (1.3 - t)); q > .16 {
				beads = append(beads, geom.Dot{C: geom.Pt{X: t * r}, R: q})
			}
		}
		ds := append(manyDots(beads, around(at, n, 0)), manyDots(ringDots(n, .8*eye, .5/float64(n), .09*eye), moved(at))...)
		out = append(out,
			dots(ink.isen, pattern.Filling, append(ds, geom.Dot{C: at, R: .46 * eye})),
			dots(ink.edge, pattern.Filling, []geom.Dot{{C: at, R: .22 * eye}}))
	}
	star(heart, .48*s, c.value("flame"))
	switch c.whole("second") {
	case 1:
		out = append(out,
			area(ink.mark, pattern.Filling, many(leaf(.035*s, .13*s, .02*s, .5), around(geom.Pt{}, 8, 0))),
			dots(pattern.Fill, pattern.Filling, []geom.Dot{{R: .028 * s}}))
	case 2:
		star(geom.Pt{}, .22*s, c.value("flame"))
	}
	// Four-dot flowers and threes lie in the gaps round the star, smaller ones
	// round the second; single dots between.
	four := func(at, r float64) []geom.Dot {
		return manyDots(append(ringDots(4, r, 0, .46*r), geom.Dot{R: .3 * r}), moved(geom.Pt{X: at}))
	}
	single := math.Max(.9*bead, .011*s)
	sides := func(at, off float64) []geom.Dot {
		return []geom.Dot{{C: geom.Pt{X: at, Y: off}, R: single}, {C: geom.Pt{X: at, Y: -off}, R: single}}
	}
	var ds []geom.Dot
	if c.whole("scatter") > 0 {
		big := append(append(four(.3*s, .027*s), four(.395*s, .027*s)...), sides(.35*s, .034*s)...)
		big = append(big, geom.Dot{C: geom.Pt{X: .215 * s}, R: single})
		ds = append(ds, manyDots(append(big, sides(.255*s, .018*s)...), around(heart, 8, .0625))...)
	}
	if c.whole("scatter") > 1 {
		small := append(four(.235*s, .02*s), geom.Dot{C: geom.Pt{X: .13 * s}, R: .8 * single})
		ds = append(ds, manyDots(append(small, sides(.185*s, .018*s)...), around(geom.Pt{}, 8, .0625))...)
		// And in the void toward the next star of its kind.
		edge := append(four(.335*s, .03*s), sides(.335*s, .062*s)...)
		edge = append(append(edge, sides(.29*s, .045*s)...), geom.Dot{C: geom.Pt{X: .275 * s}, R: single}, geom.Dot{C: geom.Pt{X: .39 * s}, R: single})
		ds = append(ds, manyDots(edge, around(geom.Pt{}, 4, 0))...)
	}
	out = append(out, dots(ink.mark, pattern.Filling, ds))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// truntumRays draws what lies in the rays: a bead at the root, and on large stars
// the filling or a row of beads that shrink to the tip.
func (c canting) truntumRays(ink truntumInks, r, half float64, short, long []geom.Affine) []pattern.Shape {
	root := geom.Pt{X: .38 * r}
	var out []pattern.Shape
	for i, ms := range [][]geom.Affine{long, short} {
		l := r
		if i == 1 {
			l = float64(r * c.value("alternate"))
		}
		bead := []geom.Dot{{C: root, R: .5 * half}}
		if fill := c.fill("ray", ink.isen, leaf(.27*r, l, half, .28).Flatten(.05), geom.Pt{X: .27 * r}, geom.Pt{X: l}); len(fill) > 0 {
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
		out = append(out, dots(ink.isen, pattern.Filling, manyDots(bead, ms)))
	}
	return out
}
