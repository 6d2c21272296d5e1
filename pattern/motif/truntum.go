package motif

import (
	"math"
	"slices"

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
			dots(ink.isen, pattern.Filling, manyDots(c.seven(.8*core), at)))
	}

	// Cecek in the angles between the rays, as stamens.
	var ground []geom.Dot
	between := around(heart, n, .5/float64(n))
	first, contour, speck := float64(.5*r), f, math.Max(.8*dot, finest(o)/2)
	if c.k > 1.6 {
		first, contour = float64(.66*r), float64(3.2*f) // clear of the second contour
	}
	body := geom.NewRegion(rays)
	for at := first; at < .8*r; at += float64(.02 * r) {
		// As near to the heart as the rays leave room for them.
		if -body.Distance(between[0].Apply(geom.Pt{X: at})) >= contour+speck+c.apart() {
			ground = append(ground, manyDots([]geom.Dot{{C: geom.Pt{X: at}, R: speck}}, between)...)
			break
		}
	}
	switch c.whole("second") {
	case 1:
		small := leaf(.05*s, .19*s, .028*s, .5)
		out = append(out,
			area(ink.mark, pattern.Filling, many(small, around(geom.Pt{}, 8, 0))),
			dots(pattern.Fill, pattern.Filling, []geom.Dot{{R: .04 * s}}))
	case 2:
		out = append(out, dots(pattern.Fill, pattern.Filling, []geom.Dot{{R: .038 * s}}))
		// Smaller where they would run together.
		ring := ringDots(6, .098*s, .25, math.Max(math.Min(.037*s, .5*(float64(.098*s)-c.apart())), .5*finest(o)))
		if c.k > 2 && c.whole("scatter") < 2 {
			// And a second ring, where the stars leave room.
			sky := night{geom.NewRegion(star), 3.2 * f, c.apart(), slices.Clone(ring)}
			for _, d := range ringDots(12, .156*s, .25+.5/12, dot) {
				if d.C.X > 0 && d.C.Y > 0 {
					sky.strew([]geom.Dot{d}, []geom.Affine{geom.Identity(), geom.Scale(-1, 1), geom.Scale(1, -1), geom.Scale(-1, -1)})
				}
			}
			ring = sky.dots
		}
		ground = append(ground, ring...)
	}
	// Three dots point outward in each of the eight gaps between the stars, and
	// three more toward the flower at the corner.
	open := math.Max(dot, c.apart())
	half3 := dot + float64(.5*open)
	deep := math.Max(2.4*dot, math.Sqrt(float64((2*dot+open)*(2*dot+open))-float64(half3*half3)))
	three := func(x float64) []geom.Dot {
		x = float64(x) // the product passed in must not fuse
		return []geom.Dot{
			{C: geom.Pt{X: x}, R: dot},
			{C: geom.Pt{X: x - deep, Y: half3}, R: dot},
			{C: geom.Pt{X: x - deep, Y: -half3}, R: dot},
		}
	}
	if kind := c.whole("scatter"); kind > 0 {
		// Between the tips of eight rays; of others as near to there as they leave
		// room, or nowhere. Each has its images in the two mirrors.
		sky := night{geom.NewRegion(star), f, .5 * c.apart(), nil}
		quarters := []geom.Affine{geom.Identity(), {A: -1, C: s, E: 1}, {A: 1, E: -1, F: s}, {A: -1, C: s, E: -1, F: s}}
		for _, side := range []float64{1, -1} { // of the diagonal
		places: // three, or where these have no room, one
			for _, group := range [][]geom.Dot{three(0), {{R: dot}}} {
				for _, x := range []float64{.5, .475, .45} {
					for _, off := range []float64{0, .01, -.01, .02, -.02, .03, -.03, .04, -.04} {
						m := geom.Rotate(.125 - float64(side*(.0625-off))).At(heart)
						ds := manyDots(group, []geom.Affine{geom.Translate(geom.Pt{X: float64(x * s)}).Then(m)})
						beyond := func(d geom.Dot) bool { return math.Max(d.C.X, d.C.Y)+d.R > s-float64(.5*c.apart()) }
						if !slices.ContainsFunc(ds, beyond) && sky.strew(ds, quarters) {
							break places
						}
					}
				}
			}
		}
		ground = append(ground, sky.dots...)
		if kind == 2 {
			ground = append(ground, manyDots(three(.235*s), around(geom.Pt{}, 8, .0625))...)
		}
	}
	out = append(out, dots(ink.mark, pattern.Filling, ground))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// flameHalf is half the width of a flame at the fraction t of its way.
func flameHalf(t, half, depth float64) float64 {
	const tongues = 3.5
	return float64(half * geom.Pow(1-t, .8) * (1 + float64(.55*depth*geom.Cos(float64(t*tongues)))))
}

// flame returns the sides of a ray from x0 to x1 on the x axis that tapers to its
// tip in tongues, as deep as 0…1.
func flame(x0, x1, half, depth float64) []geom.Pt {
	const steps = 40
	var left, right []geom.Pt
	for i := range steps {
		t := float64(i) / steps
		w := flameHalf(t, half, depth)
		x := geom.Mix(x0, x1, t)
		left = append(left, geom.Pt{X: x, Y: w})
		right = append(right, geom.Pt{X: x, Y: -w})
	}
	left = append(left, geom.Pt{X: x1})
	for i := range right {
		left = append(left, right[steps-1-i])
	}
	return left
}

// night is what the dots of a truntum are strewn on: they keep apart from the stars,
// whose lines reach so far beyond their outlines, and from each other.
type night struct {
	stars       *geom.Region
	line, apart float64
	dots        []geom.Dot
}

// strew sets a group of dots under all maps, if each finds room under the first,
// and reports whether it did.
func (g *night) strew(ds []geom.Dot, ms []geom.Affine) bool {
	for _, d := range ds {
		at := ms[0].Apply(d.C)
		at.Y = math.Abs(at.Y) // what hangs over the tile's edge is mirrored in it
		if -g.stars.Distance(at) < d.R+g.line+g.apart {
			return false
		}
		for _, e := range g.dots {
			if at.Dist(e.C) < d.R+e.R+g.apart {
				return false
			}
		}
	}
	g.dots = append(g.dots, manyDots(ds, ms)...)
	return true
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
	// The line round a star lies between its dye and the night's.
	edge := math.Max(f, c.apart())
	var outlines geom.Path
	star := func(at geom.Pt, r, depth float64) {
		half := float64(.13 * r * c.value("width") * math.Sqrt(8/float64(n)))
		sides := flame(.16*r, r, half, depth)
		rays := many(geom.Smooth(sides, true), around(at, n, 0))
		outlines = outlines.Join(rays)
		eye := float64(.23 * r)
		out = append(out,
			// Open at the root, which the eye covers.
			line(ink.edge, pattern.Klowong, 2*edge, many(geom.Smooth(sides, false), around(at, n, 0))),
			line(ink.edge, pattern.Klowong, 2*edge, geom.Circle(at, eye)),
			area(pattern.Fill, pattern.Klowong, rays),
			area(pattern.Fill, pattern.Klowong, geom.Circle(at, eye)))
		// A row of beads that shrink to the tip, and an eye.
		var ds []geom.Dot
		last := 0.
		for _, t := range []float64{.34, .46, .57, .67} {
			q := math.Max(.3*half*(1.3-t), finest(o)/2)
			if flameHalf((t-.16)/.84, half, depth) > q+c.apart() && float64(t*r)-q > last+c.apart() {
				ds = append(ds, geom.Dot{C: geom.Pt{X: t * r}, R: q})
				last = float64(t*r) + q
			}
		}
		ds = append(manyDots(ds, around(at, n, 0)), geom.Dot{C: at, R: .46 * eye})
		if q := math.Max(.09*eye, finest(o)/2); float64(.34*eye)-q > c.apart() {
			ds = append(ds, manyDots(ringDots(n, .8*eye, .5/float64(n), q), moved(at))...)
		}
		out = append(out,
			dots(ink.isen, pattern.Filling, ds),
			dots(ink.edge, pattern.Filling, []geom.Dot{{C: at, R: .22 * eye}}))
	}
	star(heart, .48*s, c.value("flame"))
	switch c.whole("second") {
	case 1:
		out = append(out,
			area(ink.mark, pattern.Filling, many(leaf(.035*s, .13*s, .02*s, .5), around(geom.Pt{}, 8, 0))),
			dots(pattern.Fill, pattern.Filling, []geom.Dot{{R: .028 * s}}))
	case 2:
		// Its tips keep clear of those of the large one.
		star(geom.Pt{}, math.Min(.22*s, float64(.227*s)-float64(2*edge)-c.apart()), c.value("flame"))
	}
	// Four-dot flowers and threes lie in the gaps round the star, smaller ones
	// round the second; single dots between.
	four := func(at, r float64) []geom.Dot {
		q := math.Min(.46*r, float64(r/math.Sqrt2)-float64(c.apart()/2))
		ds := ringDots(4, r, 0, math.Max(q, finest(o)/2))
		if q := math.Min(.3*r, r-q-c.apart()); q > finest(o)/2 {
			ds = append(ds, geom.Dot{R: q})
		}
		return manyDots(ds, moved(geom.Pt{X: at}))
	}
	single := math.Max(.9*bead, .011*s)
	one := func(at float64) []geom.Dot { return []geom.Dot{{C: geom.Pt{X: at}, R: single}} }
	sides := func(at, off float64) []geom.Dot {
		return []geom.Dot{{C: geom.Pt{X: at, Y: off}, R: single}, {C: geom.Pt{X: at, Y: -off}, R: single}}
	}
	sky := night{geom.NewRegion(outlines), edge, c.apart(), nil}
	if c.whole("scatter") > 0 {
		big := around(heart, 8, .0625)
		for _, ds := range [][]geom.Dot{four(.3*s, .027*s), four(.395*s, .027*s), sides(.35*s, .034*s), one(.23 * s), sides(.255*s, .018*s)} {
			sky.strew(ds, big)
		}
	}
	if c.whole("scatter") > 1 {
		small := around(geom.Pt{}, 8, .0625)
		for _, ds := range [][]geom.Dot{four(.24*s, .02*s), one(.15 * s), sides(.19*s, .018*s)} {
			sky.strew(ds, small)
		}
		// And in the void toward the next star of its kind.
		for _, ds := range [][]geom.Dot{four(.335*s, .03*s), sides(.335*s, .066*s), one(.265 * s), one(.405 * s), sides(.285*s, .05*s)} {
			sky.strew(ds, around(geom.Pt{}, 4, 0))
		}
	}
	ds := sky.dots
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
		// Dye stays beside the bead, or there is none.
		var bead []geom.Dot
		if d := math.Min(.5*half, float64(.92*half)-c.apart()); d >= finest(c.o)/2 {
			bead = []geom.Dot{{C: root, R: d}}
		}
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
