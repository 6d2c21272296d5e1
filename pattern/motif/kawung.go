package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// kawungs are the kawung named after coins: the petal is as long as the coin is
// wide, 15, 17 and 23 mm (handbook §1.1), and the repeat, whose diagonal holds
// two petals and two knots, 1.85 times that.
func kawungs() []drawing {
	form := func(id string, size float64, isen, ground string, contours, slender float64, traits ...string) drawing {
		return drawing{id, pattern.Info{ID: id, Family: "kawung", Traits: traits, Group: "p4m",
			Params: []pattern.Param{
				sizeParam(size),
				ratio("roundness", "Squareness of the petals", "Kepersegian kelopak", 1.7, 3, 2.4),
				ratio("slenderness", "Width of the petals to their length", "Lebar kelopak banding panjang", .4, .85, slender),
				count("contour", "Contours inside the petal", "Garis di dalam kelopak", 0, 3, contours),
				count("seeds", "Seeds in the petal", "Biji dalam kelopak", 0, 4, 2),
				count("knot", "Knot at the crossings: none, cross, flower", "Simpul silang: tanpa, silang, bunga", 0, 2, 1),
				count("flower", "Ornament between: none, diamond, dots, flower", "Hiasan antara: tanpa, wajik, titik, bunga", 0, 3, 3),
			},
			Slots: []pattern.Slot{
				{ID: "petal", Name: "Petals", Nama: "Kelopak", Def: isen},
				{ID: "ground", Name: "Ground between", Nama: "Latar antara", Def: ground},
			},
			Repeats: squareRepeats(),
		}, drawKawung}
	}
	return []drawing{
		form("kawung_picis", 28, "cecek", "", 1, .62),
		form("kawung_bribil", 32, "cecek", "", 1, .66),
		form("kawung_sen", 42, "cecek_sawut", "", 2, .64, pattern.Funeral),
	}
}

// seedsOnly is the length of a petal below which it holds its seeds and nothing
// else, as picis and bribil do; sen is the first with isen (handbook §1.1).
const seedsOnly = 20

func drawKawung(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	n, slender := c.value("roundness"), c.value("slenderness")
	k, f := c.klowong(), c.fine()
	// Half the length and width of a petal, which lies on a half diagonal. The
	// handbook's .43 of that makes neighbours overlap beside the crossings; on
	// cloth the ground runs between them. So the petal is the largest whose
	// width across the square (the support of a superellipse at 45°) stays clear
	// of the next one's line.
	q := n / (n - 1)
	wide := geom.Pow(1+geom.Pow(slender, q), 1/q) / math.Sqrt2
	a := math.Min(.43*s/math.Sqrt2, (float64(s/4)-float64((k+float64(.5*c.nozzle))/2))/wide)
	b := float64(a * slender)
	petal := func(in float64) geom.Path { return geom.Superellipse(geom.Pt{}, a-float64(in), b-float64(in), n, 0) }

	heart := geom.Pt{X: s / 2, Y: s / 2}
	// A petal is drawn along +x about the origin and set on the four half
	// diagonals; crossings and interstices belong to the tile once each.
	petals := combined(moved(geom.Pt{X: s / (2 * math.Sqrt2)}), around(heart, 4, .125))
	knots := moved(heart, geom.Pt{})
	gaps := moved(geom.Pt{X: s / 2}, geom.Pt{Y: s / 2})

	halo := math.Max(.9*k, .022*s) // ground left between petal and diamond
	body := many(petal(0), petals)

	var out []pattern.Shape
	// The ground between the petals is a diamond with hollow sides: it is laid
	// too large, and the contours of the petals cut it.
	out = append(out, area(pattern.Fill2, pattern.Tembok, many(lozenge(.45*s, .45*s), gaps)))
	back := halo + f + float64(k/2) // from the petal's edge to the diamond
	if float64(s/(2*math.Sqrt2))-b-back > 9*f {
		// A pale line follows the sides of a roomy diamond.
		out = append(out,
			line(pattern.Latar, pattern.Filling, 2*(back+float64(2.6*f)), body),
			line(pattern.Fill2, pattern.Tembok, 2*(back+float64(1.6*f)), body))
		back += float64(2.6 * f)
	}
	out = append(out,
		line(pattern.Outline, pattern.Klowong, float64(2*(halo+f))+k, body),
		line(pattern.Ground, pattern.Tembok, float64(2*halo)+k, body),
	)
	out = append(out, c.kawungGap(s, b, back, hollowDiamond(s, petal(-back)), gaps)...)
	if r := c.cecek(); float64(s/(2*math.Sqrt2))-b-back > float64(11*r) && c.whole("flower") > 0 && o.Filling(in, "ground") == "" {
		out = append(out, dots(pattern.Latar, pattern.Filling, manyDots(kawungSides(s, r, petal(-back-float64(2.2*r))), gaps)))
	}
	out = append(out,
		area(pattern.Fill, pattern.Klowong, body),
		line(pattern.Outline, pattern.Klowong, k, body),
	)

	// Contours inside, each nearer to the last.
	inner := 0.
	var lines geom.Path
	for i := range c.whole("contour") {
		d := inner + math.Max(float64(.17*b), float64(k/2)+float64(1.6*f))
		if i > 0 {
			d = inner + math.Max(float64(.075*b), 2.2*f)
		}
		if b-d < .35*b {
			break
		}
		inner = d
		lines = lines.Join(petal(d))
	}
	if inner > 0 {
		out = append(out, line(pattern.Isen, pattern.Filling, f, many(lines, petals)))
	}
	first := math.Max(float64(.17*b), float64(k/2)+float64(1.6*f))
	// A row of cecek between the edge and the first contour, once it has room.
	if r := c.cecek(); inner > 0 && first > float64(2*r)+float64(k/2)+float64(f/2)+.8 {
		out = append(out, dots(pattern.Isen, pattern.Filling, manyDots(beaded(petal((first-float64(f/2)+float64(k/2))/2), float64(2*r)+float64(.75*c.nozzle), r, 4), petals)))
	}
	room := b - inner - float64(f/2)
	out = append(out, merged(c.kawungHeart(a-inner-float64(f/2), room, n), petals)...)
	out = append(out, c.kawungKnot(s, float64(s/(2*math.Sqrt2))-a, knots)...)
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// kawungHeart draws what lies inside the contours of a petal with half axes a
// and b: the seeds on the axis and the filling around them.
func (c canting) kawungHeart(a, b, n float64) []pattern.Shape {
	seeds := c.whole("seeds")
	chosen := c.o.Isen["petal"] != ""
	holds := chosen || 2*a > .72*seedsOnly
	id := c.o.Filling(c.in, "petal")
	if id == "" {
		holds = false
	}
	// Alone, seeds are .15 of the width (handbook: .09 of the half length);
	// among isen they are smaller.
	r := math.Max(float64(.17*b), .8*c.cecek())
	step := float64(.44 * a)
	if holds {
		r = math.Max(float64(.11*b), c.cecek())
		step = float64(.36 * a)
	}
	if seeds > 2 {
		step = float64(1.0 * a / float64(seeds))
	}
	var at []geom.Pt
	for i := range seeds {
		at = append(at, geom.Pt{X: float64(step * (float64(i) - float64(float64(seeds-1)/2)))})
	}
	var out []pattern.Shape
	var ds []geom.Dot
	for _, p := range at {
		ds = append(ds, geom.Dot{C: p, R: r})
	}
	if !holds {
		return []pattern.Shape{dots(pattern.Isen, pattern.Filling, ds)}
	}
	out = append(out, dots(pattern.Accent, pattern.Filling, ds))
	ring := r + float64(.9*c.fine())
	var rings geom.Path
	for _, p := range at {
		rings = rings.Join(geom.Circle(p, ring))
	}
	out = append(out, line(pattern.Isen, pattern.Filling, c.fine(), rings))

	// The filling leaves the rings as holes in the body.
	body := geom.Superellipse(geom.Pt{}, a, b, n, 0).Flatten(.05)
	foot := geom.Pt{X: -a}
	if id == "sawut" || id == "cecek_sawut" {
		// Rays fringe the rim all round, and the seeds lie in the middle.
		foot = geom.Pt{}
		body = append(body, geom.Superellipse(foot, math.Max(.4*a, float64(step*float64(seeds-1)/2)+ring), math.Max(.3*b, ring), 2, 0).Flatten(.05)...)
	} else if id != "cecek" {
		for _, p := range at {
			body = append(body, geom.Circle(p, ring+float64(c.fine()/2)).Flatten(.05)...)
		}
	}
	fill := c.fill("petal", pattern.Isen, body, foot, geom.Pt{X: a})
	for i := range fill {
		// Dots keep their rows and only stay off the rings.
		fill[i].Dots = slices.DeleteFunc(fill[i].Dots, func(d geom.Dot) bool {
			for _, p := range at {
				if p.Dist(d.C) < ring+c.fine()+d.R+float64(.3*c.nozzle) {
					return true
				}
			}
			return false
		})
	}
	return append(out, fill...)
}

// hollowSide returns half a side of the diamond between four petals, which lies
// about the origin: from the diagonal x = y toward the x axis, as far as it stays
// the given distance from it. The side follows a contour about the petal beyond.
func hollowSide(s float64, contour geom.Path, stop float64) geom.Poly {
	// The petal of the quadrant x, y > 0 lies across its diagonal.
	m := geom.Rotate(.375).At(geom.Pt{X: float64(s / 4), Y: float64(s / 4)})
	var half geom.Poly
	for _, q := range contour.Transform(m).Flatten(.02) {
		n := len(q.Pts)
		near := 0
		for i, p := range q.Pts {
			if p.Len() < q.Pts[near].Len()-1e-6 {
				near = i
			}
		}
		step := 1
		if q.Pts[(near+n/8)%n].Y > q.Pts[(near+n/8)%n].X {
			step = n - 1
		}
		for i := range n / 3 { // a third of the way round is past the corner
			p := q.Pts[(near+i*step)%n]
			if p.Y < stop {
				break
			}
			half.Pts = append(half.Pts, p)
		}
	}
	return half
}

// flipped returns q mirrored in the diagonal.
func flipped(q geom.Pt) geom.Pt { return geom.Pt{X: q.Y, Y: q.X} }

// kawungSides returns cecek of radius r along the four sides of a diamond.
func kawungSides(s, r float64, contour geom.Path) []geom.Dot {
	var ds []geom.Dot
	for i, p := range hollowSide(s, contour, 2.2*r).Resample(3.3 * r).Pts {
		ds = append(ds, geom.Dot{C: p, R: r})
		if i > 0 {
			ds = append(ds, geom.Dot{C: flipped(p), R: r})
		}
	}
	return manyDots(ds, around(geom.Pt{}, 4, 0))
}

// hollowDiamond returns the diamond within the four sides.
func hollowDiamond(s float64, contour geom.Path) geom.Poly {
	half := hollowSide(s, contour, 0).Pts
	d := geom.Poly{Closed: true}
	for _, m := range around(geom.Pt{}, 4, 0) {
		for i := range half {
			d.Pts = append(d.Pts, m.Apply(half[len(half)-1-i]))
		}
		for i := 1; i < len(half); i++ {
			d.Pts = append(d.Pts, m.Apply(flipped(half[i])))
		}
	}
	return d
}

// kawungGap draws the ornament between the petals, whose sides stand back from
// the petals by the given amount and enclose the hollow diamond.
func (c canting) kawungGap(s, b, back float64, hollow geom.Poly, gaps []geom.Affine) []pattern.Shape {
	// From the middle to the nearest petal, which lies along a diagonal.
	free := float64(s/(2*math.Sqrt2)) - b - back
	f := c.fine()
	if free < 2*f {
		return nil
	}
	if c.o.Filling(c.in, "ground") != "" {
		return merged(c.fill("ground", pattern.Latar, []geom.Poly{hollow}, geom.Pt{X: -free}, geom.Pt{X: free}), gaps)
	}
	var out []pattern.Shape
	switch kind := c.whole("flower"); {
	case kind == 0:
	case kind == 1 || free < 1.1: // a diamond, and a line round it where there is room
		d := float64(.5 * free)
		out = append(out, area(pattern.Latar, pattern.Filling, many(lozenge(d, d), gaps)))
		if free > 2.2 {
			out = append(out, line(pattern.Latar, pattern.Filling, f, many(lozenge(2*d, 2*d), gaps)))
		}
	case kind == 2:
		out = append(out, dots(pattern.Latar, pattern.Filling, manyDots(seven(.78*free), gaps)))
	default:
		// Four petals to the corners of the diamond, seeds between them.
		tip := float64(1.25 * free)
		p := leaf(.2*free, tip, .27*free, .55)
		flower := combined(around(geom.Pt{}, 4, 0), gaps)
		out = append(out, area(pattern.Latar, pattern.Filling, many(p, flower)))
		r := math.Min(c.cecek(), .13*free)
		ds := ringDots(4, .72*free, .125, r)
		if free > 3.2 {
			out = append(out, area(pattern.Accent, pattern.Filling, many(leaf(.36*free, .95*free, .14*free, .55), flower)))
			out = append(out, line(pattern.Outline, pattern.Filling, .8*f, many(geom.Polyline(geom.Pt{X: .35 * free}, geom.Pt{X: .95 * free}), flower)))
			ds = append(ds, ringDots(8, .78*free, .0625+.03125, r)...)
			ds = ds[4:]
			ds = append(ds, ringDots(4, tip+float64(2.2*r), 0, r)...)
		}
		out = append(out, dots(pattern.Latar, pattern.Filling, manyDots(ds, gaps)),
			dots(pattern.Accent, pattern.Filling, manyDots([]geom.Dot{{R: .19 * free}}, gaps)))
	}
	return out
}

// kawungKnot draws the knot at the crossings, where petals end at the given
// distance.
func (c canting) kawungKnot(s, end float64, knots []geom.Affine) []pattern.Shape {
	f := c.fine()
	// The knot covers the tips a little, as the ring of photographed kawung does.
	r := end + float64(.008*s)
	if r < 2.2*f {
		return nil
	}
	disc := many(geom.Circle(geom.Pt{}, r), knots)
	switch c.whole("knot") {
	case 1:
		cross := geom.Polyline(geom.Pt{X: -r}, geom.Pt{X: r}).Join(geom.Polyline(geom.Pt{Y: -r}, geom.Pt{Y: r}))
		out := []pattern.Shape{
			line(pattern.Outline, pattern.Klowong, 2.2*f, disc),
			area(pattern.Fill, pattern.Klowong, disc),
			line(pattern.Outline, pattern.Filling, f, many(cross, knots)),
		}
		if r > 2.6 {
			out = append(out, dots(pattern.Accent, pattern.Filling, manyDots(ringDots(4, .58*r, .125, .126*r), knots)))
		}
		if q := c.cecek(); r > 11*q { // a roomy knot is edged like the petals
			n := 8 * max(1, int(2*math.Pi*r/(8*3.6*q)))
			out = append(out, dots(pattern.Isen, pattern.Filling, manyDots(ringDots(n, r-float64(2.6*q), .5/float64(n), q), knots)))
		}
		return out
	case 2:
		return []pattern.Shape{
			line(pattern.Outline, pattern.Klowong, 2.2*f, disc),
			area(pattern.Fill2, pattern.Klowong, disc),
			dots(pattern.Latar, pattern.Filling, manyDots(ringDots(8, .68*r, .0625, .17*r), knots)),
			dots(pattern.Accent, pattern.Filling, manyDots([]geom.Dot{{R: .3 * r}}, knots)),
		}
	}
	return nil
}
