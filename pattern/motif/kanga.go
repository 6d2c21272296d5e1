package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// kangas are fields (mji, the town) for the kanga of East Africa: flat spot
// colours, figures that carry across a street, and the dots of the guinea fowl
// that the cloth is named after. The border (pindo) is a frieze.
func kangas() []drawing {
	return []drawing{
		{"kanga_medallion", pattern.Info{ID: "kanga_medallion", Family: "kanga", Group: "pmm",
			Params: []pattern.Param{
				sizeParam(460),
				count("petals", "Petals of the medallion, in fours", "Kelopak medali, per empat", 3, 7, 4),
				ratio("height", "Height of the field to its width", "Tinggi bidang banding lebar", .6, .95, .72),
				count("whorls", "Whorls of the medallion", "Lapis medali", 1, 3, 3),
				count("corner", "Cashews at the corners: none, one, pair", "Mete di sudut: tanpa, satu, sepasang", 0, 2, 2),
				ratio("dots", "Dots of the guinea fowl", "Bintik ayam mutiara", 0, 1.5, 1),
			},
			Repeats: []symmetry.Kind{symmetry.Block, symmetry.Mirror, symmetry.Turn},
		}, drawKangaMedallion},
		{"kanga_korosho", pattern.Info{ID: "kanga_korosho", Family: "kanga", Group: "p2",
			Params: []pattern.Param{
				sizeParam(170),
				ratio("height", "Height of the repeat to its width", "Tinggi ulang banding lebar", .8, 1.3, .98),
				count("contours", "Contours inside the cashew", "Garis di dalam mete", 1, 3, 2),
				count("petals", "Petals of its flower", "Kelopak bunganya", 5, 10, 7),
				count("frill", "Frill round the cashew", "Renda keliling mete", 0, 1, 1),
				ratio("dots", "Dots of the guinea fowl", "Bintik ayam mutiara", 0, 1.5, 1),
			},
			Slots:   []pattern.Slot{{ID: "body", Name: "Cashew", Nama: "Mete", Def: ""}},
			Repeats: []symmetry.Kind{symmetry.Block, symmetry.Turn},
		}, drawKorosho},
	}
}

// korosho is a cashew about the origin with a belly of radius r; its tip points
// up and to the right.
func korosho(r float64) geom.Path {
	s := float64(r / .42)
	p := func(x, y float64) geom.Pt { return geom.Pt{X: float64(s * x), Y: float64(s * y)} }
	return geom.Path{}.MoveTo(p(.92, -.5)).
		CubeTo(p(1.04, -.05), p(.68, .44), p(.06, .44)).
		CubeTo(p(-.26, .44), p(-.46, .24), p(-.46, -.02)).
		CubeTo(p(-.46, -.28), p(-.24, -.44), p(.02, -.42)).
		CubeTo(p(.3, -.4), p(.42, -.18), p(.58, -.14)).
		CubeTo(p(.76, -.1), p(.88, -.24), p(.92, -.5)).Close()
}

// cashew draws a korosho with its contours, flower and frill.
func (c canting) cashew(r float64, contours, petals int, frill bool, one, two pattern.Role) []pattern.Shape {
	b, m := c.contour(), c.medium()
	var out []pattern.Shape
	body := korosho(r)
	if frill {
		// Beads follow the edge a step outside.
		edge := body.Flatten(.01 * r)[0].Resample(.23 * r)
		out = append(out, dots(one, pattern.Klowong, thin(outside(edge, .24*r, .075*r), .19*r)))
	}
	out = append(out, waxed(one, b, body)...)
	// The first contour leaves cloth open beside the edge, and beads in it find room.
	lines := float64(.5*b) + float64(.5*m)
	depths := []float64{.1 * r, math.Max(.2*r, lines+c.apart()), .33 * r, .46 * r, .52 * r}
	insets := geom.NewRegion(body).Insets(r/36, depths...)
	inner := insets[0]
	for i := range contours {
		inner = insets[i+1]
		var in geom.Path
		for _, q := range inner {
			in = in.Join(geom.Smooth(q.Resample(.06*r).Pts, true))
		}
		out = append(out, area([]pattern.Role{pattern.Ground, two, pattern.Ground}[i], pattern.Klowong, in), line(pattern.Outline, pattern.Klowong, m, in))
		if i == 0 && float64(.14*r)-lines > float64(2*c.apart()) {
			var beads []geom.Dot
			for _, q := range insets[0] {
				for _, at := range q.Resample(.15 * r).Pts {
					beads = append(beads, geom.Dot{C: at, R: .03 * r})
				}
			}
			out = append(out, dots(pattern.Outline, pattern.Filling, thin(beads, .1*r)))
		}
	}
	out = append(out, c.fill("body", pattern.Outline, inner, geom.Pt{X: float64(-.4 * r)}, geom.Pt{X: r})...)
	flower := many(geom.Petal(.34*r, float64(1.75*r/float64(petals))).Transform(geom.Translate(geom.Pt{X: float64(.09 * r)})), around(geom.Pt{X: float64(-.02 * r), Y: float64(.02 * r)}, petals, .05))
	out = append(out,
		line(pattern.Outline, pattern.Klowong, 2*m, flower),
		area(one, pattern.Klowong, flower),
		dots(pattern.Outline, pattern.Klowong, manyDots(append(ringDots(2*petals, .52*r, .5/float64(petals), .028*r), geom.Dot{R: .12 * r}), moved(geom.Pt{X: float64(-.02 * r), Y: float64(.02 * r)}))))
	// Leaves climb from the flower into the tail.
	var tail geom.Path
	for i, q := range []geom.Pt{{X: .6, Y: .03}, {X: .92, Y: .0}} {
		l := float64(r * (.28 - float64(.05*float64(i))))
		tail = tail.Join(geom.Petal(l, .55*l).Transform(geom.Rotate(-.02 - float64(.04*float64(i))).At(q.Mul(r))))
	}
	return append(out, area(pattern.Outline, pattern.Filling, tail))
}

// outside returns dots beside a closed line, d outward of it.
func outside(p geom.Poly, d, r float64) []geom.Dot {
	if p.Area() < 0 {
		d = -d
	}
	n := len(p.Pts)
	ds := make([]geom.Dot, 0, n)
	for i, q := range p.Pts {
		t := p.Pts[(i+1)%n].Sub(p.Pts[(i+n-1)%n]).Unit()
		ds = append(ds, geom.Dot{C: q.Sub(t.Perp().Mul(d)), R: r})
	}
	return ds
}

// fowl is the guinea fowl's dots: rows of single dots between fours, mirrored
// both ways.
func fowl(size geom.Pt, pitch, r float64) pattern.Shape {
	if !(r > 0) {
		return pattern.Shape{}
	}
	nx, ny := max(2, min(40, int(size.X/pitch+.5))), max(2, min(40, int(size.Y/pitch+.5)))
	px, py := size.X/float64(nx), size.Y/float64(ny)
	r = math.Min(r, .16*math.Min(px, py))
	var ds []geom.Dot
	for j := range ny {
		for i := range nx {
			q := geom.Pt{X: float64(float64(i) * px), Y: float64(float64(j) * py)}
			ds = append(ds, geom.Dot{C: q, R: r})
			ds = append(ds, manyDots(ringDots(4, .19*math.Min(px, py), 0, .55*r), moved(q.Add(geom.Pt{X: float64(px / 2), Y: float64(py / 2)})))...)
		}
	}
	return dots(pattern.Latar, pattern.Filling, ds)
}

func drawKangaMedallion(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(w * c.value("height"))}
	mid := size.Mul(.5)
	b, m := c.contour(), c.medium()
	n := 4 * c.whole("petals")
	r := .44 * size.Y
	ground := []pattern.Shape{fowl(size, w/22, .0052*w*c.value("dots")*geom.Clamp(o.Dense(), .5, 1.6))}

	var out []pattern.Shape
	// Cashews at the corners turn their tips to the middle.
	corner := c.whole("corner")
	if corner > 0 {
		at := geom.Pt{X: float64(.11 * w), Y: size.Y - float64(.15*size.Y)}
		cr := math.Min(.075*w, .11*size.Y)
		kernel := c.cashew(cr, 2, 7, true, pattern.Fill, pattern.Fill2)
		var four []geom.Affine
		for _, q := range quarters() {
			four = append(four, geom.Translate(at.Sub(mid)).Then(q).At(mid))
		}
		out = append(out, merged(kernel, four)...)
		if corner > 1 {
			small := after(geom.Rotate(-.04).Then(geom.Translate(geom.Pt{X: float64(2.45 * cr), Y: float64(.82 * cr)})), four)
			out = append(out, merged(c.cashew(.38*cr, 1, 5, false, pattern.Fill2, pattern.Accent), small)...)
		}
	}
	// Half medallions at the ends join those of the next piece.
	end := many(leaf(.16*r, .42*r, .07*r, .6), around(geom.Pt{}, 12, 0))
	half := append(waxed(pattern.Fill2, .8*b, end), waxed(pattern.Fill, .8*b, geom.Circle(geom.Pt{}, .17*r))...)
	half = append(half, area(pattern.Ground, pattern.Klowong, many(leaf(.22*r, .37*r, .035*r, .6), around(geom.Pt{}, 12, 0))))
	half = append(half, c.targetRing(0, .06*r, .15*r, 12, pattern.Ground)...)
	out = append(out, merged(half, moved(geom.Pt{Y: mid.Y}))...)

	// The medallion: whorls of broad petals, each with a leaf inside and a bud
	// between, round a dotted rose.
	var rose []pattern.Shape
	radii := []float64{1, .74, .52}
	for i := range c.whole("whorls") {
		rr := float64(radii[i] * r)
		first := .5 * float64(i%2) / float64(n)
		wide := math.Min(float64(.82*math.Pi*.72*rr/float64(n)), .22*rr)
		ms := around(geom.Pt{}, n, first)
		gaps := around(geom.Pt{}, n, first+.5/float64(n))
		one, two := pattern.Fill, pattern.Fill2
		if i%2 == 1 {
			one, two = two, one
		}
		bud := leaf(.6*rr, .9*rr, .5*wide, .5)
		rose = append(rose, waxed(two, .7*b, many(bud, gaps))...)
		rose = append(rose, waxed(one, b, many(leaf(.3*rr, rr, wide, .64), ms))...)
		rose = append(rose,
			area(pattern.Ground, pattern.Klowong, many(leaf(.5*rr, .93*rr, .62*wide, .64), ms)),
			area(two, pattern.Klowong, many(leaf(.56*rr, .86*rr, .36*wide, .62), ms)),
			dots(pattern.Latar, pattern.Filling, ringDots(n, .99*rr, first+.5/float64(n), math.Max(.05, .13*wide))))
	}
	rose = append(rose, waxed(pattern.Accent, b, scallops(.32*r, .025*r, n))...)
	rose = append(rose, c.targetRing(0, .22*r, .29*r, n, pattern.Ground)...)
	rose = append(rose, area(pattern.Fill, pattern.Klowong, geom.Circle(geom.Pt{}, .21*r)), line(pattern.Outline, pattern.Klowong, m, geom.Circle(geom.Pt{}, .21*r)))
	petals := many(leaf(.05*r, .19*r, .042*r, .6), around(geom.Pt{}, 12, 0))
	rose = append(rose, area(pattern.Ground, pattern.Klowong, petals), line(pattern.Outline, pattern.Klowong, .7*m, petals),
		dots(pattern.Outline, pattern.Klowong, []geom.Dot{{R: .045 * r}}))
	out = append(out, merged(rose, moved(mid))...)
	return pattern.Tile{Size: size, Shapes: full(append(c.around(out, size, ground), out...)...)}
}

func drawKorosho(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(w * c.value("height"))}
	r := .172 * math.Min(w, size.Y)
	body := c.cashew(r, c.whole("contours"), c.whole("petals"), c.whole("frill") == 1, pattern.Fill, pattern.Fill2)
	at := geom.Pt{X: float64(.22 * w), Y: float64(.25 * size.Y)}
	turn := spread("p2", size, at)
	out := []pattern.Shape{fowl(size, w/9, .013*w*c.value("dots")*geom.Clamp(o.Dense(), .5, 1.6))}
	// A sprig with two leaves and a bud stands by each.
	sprig := geom.Petal(.2*w, .1*w).Transform(geom.Rotate(.62)).Join(geom.Petal(.17*w, .085*w).Transform(geom.Rotate(.84)))
	bud := geom.Petal(.12*w, .1*w).Transform(geom.Rotate(.735))
	stalk := geom.Pt{X: float64(.79 * w), Y: float64(.36 * size.Y)}
	var veins geom.Path
	for _, v := range [][2]float64{{.62, .15}, {.84, .13}} {
		veins = veins.Join(geom.Polyline(geom.Polar(.02*w, v[0]), geom.Polar(v[1]*w, v[0])))
	}
	plant := append(waxed(pattern.Fill2, .8*c.contour(), sprig), waxed(pattern.Accent, .8*c.contour(), bud)...)
	plant = append(plant, line(pattern.Outline, pattern.Filling, .8*c.medium(), veins),
		line(pattern.Outline, pattern.Klowong, 1.6*c.medium(), geom.Smooth([]geom.Pt{{}, {X: float64(.01 * w), Y: float64(.04 * w)}, {X: float64(.05 * w), Y: float64(.07 * w)}}, false)),
		dots(pattern.Outline, pattern.Klowong, []geom.Dot{{R: .018 * w}}))
	out = append(out, merged(plant, after(geom.Translate(stalk), spread("p2", size, stalk)))...)
	out = append(out, merged(body, after(geom.Rotate(.02).Then(geom.Translate(at)), turn))...)
	return pattern.Tile{Size: size, Shapes: full(out...)}
}
