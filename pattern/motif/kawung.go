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
	form := func(id, fact, name string, size float64, isen string, contours, slender, flower, dyed float64, traits ...string) drawing {
		return drawing{fact, pattern.Info{ID: id, Family: "kawung", Name: name, Traits: traits, Group: "p4m",
			Params: []pattern.Param{
				sizeParam(size),
				ratio("roundness", "Squareness of the petals", "Kepersegian kelopak", 1.7, 3, 2.4),
				ratio("slenderness", "Width of the petals to their length", "Lebar kelopak banding panjang", .4, .85, slender),
				count("contour", "Contours inside the petal", "Garis di dalam kelopak", 0, 3, contours),
				count("seeds", "Seeds in the petal", "Biji dalam kelopak", 0, 4, 2),
				count("knot", "Knot at the crossings: none, cross, flower", "Simpul silang: tanpa, silang, bunga", 0, 2, 1),
				count("flower", "Ornament between: none, diamond, dots, flower", "Hiasan antara: tanpa, wajik, titik, bunga", 0, 3, flower),
				dyedParam(dyed),
			},
			Slots: []pattern.Slot{
				{ID: "petal", Name: "Petals", Nama: "Kelopak", Def: isen},
				{ID: "ground", Name: "Ground between", Nama: "Latar antara"},
			},
			Repeats: squareRepeats(),
		}, drawKawung}
	}
	return []drawing{
		form("kawung_picis", "kawung_picis", "", 28, "cecek", 1, .66, 1, 0),
		form("kawung_bribil", "kawung_bribil", "", 32, "cecek", 1, .72, 2, 0),
		form("kawung_sen", "kawung_sen", "", 42, "cecek_sawut", 2, .64, 3, 1, pattern.Funeral),
		// Ageng is the large kawung, called beton when it shows the jackfruit's seeds;
		// its petals are 30–45 long and hold galaran (handbook §1.1).
		form("kawung_ageng", "kawung", "Kawung ageng (beton)", 72, "galaran", 2, .74, 3, 0),
		baganan(),
	}
}

// kawungInks are the roles of a kawung: the petals, the halo round them and the
// diamonds between, the marks on the diamonds and the hearts of those, fillings
// and seeds in the petals.
type kawungInks struct{ petal, halo, between, mark, core, isen, seed pattern.Role }

func newKawungInks(dyed bool) kawungInks {
	if dyed {
		return kawungInks{pattern.Fill, pattern.Ground, pattern.Fill2, pattern.Accent, pattern.Fill, pattern.Isen, pattern.Accent}
	}
	// White petals in a dark line, as on the cloths of the courts.
	return kawungInks{pattern.Ground, pattern.Outline, pattern.Fill, pattern.Ground, pattern.Accent, pattern.Latar, pattern.Outline}
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

	ink := newKawungInks(c.whole("dyed") == 1)
	var out []pattern.Shape
	// The ground between the petals is a diamond with hollow sides: it is laid
	// too large, and the contours of the petals cut it.
	out = append(out, area(ink.between, pattern.Tembok, many(lozenge(.45*s, .45*s), gaps)))
	edge := math.Max(f, c.apart())
	back := halo + edge + float64(k/2) // from the petal's edge to the diamond
	if float64(s/(2*math.Sqrt2))-b-back > 9*f {
		// A pale line follows the sides of a roomy diamond.
		in := math.Max(1.6*f, c.apart())
		out = append(out,
			line(ink.mark, pattern.Filling, 2*(back+in+edge), body),
			line(ink.between, pattern.Tembok, 2*(back+in), body))
		back += in + edge
	}
	out = append(out,
		line(pattern.Outline, pattern.Klowong, float64(2*(halo+edge))+k, body),
		line(ink.halo, pattern.Tembok, float64(2*halo)+k, body),
	)
	out = append(out, c.kawungGap(ink, s, b, back, hollowDiamond(s, petal(-back)), gaps)...)
	if r := c.cecek(); float64(s/(2*math.Sqrt2))-b-back > float64(11*r) && c.whole("flower") > 0 && o.Filling(in, "ground") == "" {
		open := math.Max(1.25*r, c.apart()) // beside each
		row := kawungSides(s, r, float64(2*r)+open, petal(-back-r-open))
		if c.whole("flower") > 2 {
			// Clear of the flower's petals and of the dots before and beside each.
			free := float64(s/(2*math.Sqrt2)) - b - back
			flower := geom.NewRegion(many(kawungPetal(free), around(geom.Pt{}, 4, 0)))
			tips := append(ringDots(4, float64(1.25*free)+float64(2.2*r), 0, r), ringDots(8, .78*free, .0625, math.Min(r, .13*free))...)
			row = slices.DeleteFunc(row, func(d geom.Dot) bool {
				return flower.Distance(d.C) > -d.R-c.apart() || !clearDots([]geom.Dot{d}, tips, c.apart())
			})
		}
		out = append(out, dots(ink.mark, pattern.Filling, manyDots(row, gaps)))
	}
	out = append(out,
		area(ink.petal, pattern.Klowong, body),
		line(pattern.Outline, pattern.Klowong, k, body),
	)

	// Contours inside, each nearer to the last.
	inner := 0.
	var lines geom.Path
	for i := range c.whole("contour") {
		d := inner + math.Max(float64(.17*b), float64(k/2)+math.Max(float64(1.6*f), c.apart()+float64(f/2)))
		if i > 0 {
			d = inner + math.Max(float64(.075*b), math.Max(2.2*f, f+c.apart()))
		}
		if b-d < .35*b {
			break
		}
		inner = d
		lines = lines.Join(petal(d))
	}
	if inner > 0 {
		out = append(out, line(ink.isen, pattern.Filling, f, many(lines, petals)))
	}
	first := math.Max(float64(.17*b), float64(k/2)+math.Max(float64(1.6*f), c.apart()+float64(f/2)))
	// The knot covers the tips a little, as the ring of photographed kawung does, but
	// stays clear of the contour in them.
	knot := float64(s/(2*math.Sqrt2)) - a + math.Min(.008*s, first-float64(1.6*f)-c.apart())
	// A row of cecek between the edge and the first contour, once it has room.
	if r := c.cecek(); inner > 0 && first > float64(2*r)+float64(k/2)+float64(f/2)+.8 {
		row := beaded(petal((first-float64(f/2)+float64(k/2))/2), float64(2*r)+float64(.75*c.nozzle), r, 4)
		row = slices.DeleteFunc(row, func(d geom.Dot) bool {
			return float64(s/(2*math.Sqrt2))-math.Abs(d.C.X) < knot+float64(1.1*f)+c.apart()+r
		})
		out = append(out, dots(ink.isen, pattern.Filling, manyDots(row, petals)))
	}
	room := b - inner - float64(f/2)
	out = append(out, merged(c.kawungHeart(ink, a-inner-float64(f/2), room, n), petals)...)
	out = append(out, c.kawungKnot(ink, knot, knots)...)
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// kawungHeart draws what lies inside the contours of a petal with half axes a
// and b: the seeds on the axis and the filling around them.
func (c canting) kawungHeart(ink kawungInks, a, b, n float64) []pattern.Shape {
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
		r = math.Max(float64(.14*b), c.cecek())
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
		return []pattern.Shape{dots(ink.seed, pattern.Filling, ds)}
	}
	out = append(out, dots(ink.seed, pattern.Filling, ds))
	ring := r + c.fine() // the filling stays off the seeds

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
	fill := c.fill("petal", ink.isen, body, foot, geom.Pt{X: a})
	for i := range fill {
		// Dots keep their rows and only stay off the seeds.
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
func kawungSides(s, r, pitch float64, contour geom.Path) []geom.Dot {
	var ds []geom.Dot
	for i, p := range hollowSide(s, contour, 2.2*r).Resample(pitch).Pts {
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
func (c canting) kawungGap(ink kawungInks, s, b, back float64, hollow geom.Poly, gaps []geom.Affine) []pattern.Shape {
	// From the middle to the nearest petal, which lies along a diagonal.
	free := float64(s/(2*math.Sqrt2)) - b - back
	f := c.fine()
	if free < 2*f {
		return nil
	}
	if c.o.Filling(c.in, "ground") != "" {
		return merged(c.fill("ground", ink.mark, []geom.Poly{hollow}, geom.Pt{X: -free}, geom.Pt{X: free}), gaps)
	}
	var out []pattern.Shape
	switch kind := c.whole("flower"); {
	case kind == 0:
	case kind == 1 || free < 1.1: // a diamond, and a line round it where there is room
		d := float64(.5 * free)
		out = append(out, area(ink.mark, pattern.Filling, many(lozenge(d, d), gaps)))
		if free > 2.2 {
			out = append(out, line(ink.mark, pattern.Filling, f, many(lozenge(2*d, 2*d), gaps)))
		}
	case kind == 2:
		out = append(out, dots(ink.mark, pattern.Filling, manyDots(c.nine(.95*free), gaps)))
	default:
		// Four petals to the corners of the diamond, seeds between them.
		tip := float64(1.25 * free)
		p := kawungPetal(free)
		flower := combined(around(geom.Pt{}, 4, 0), gaps)
		out = append(out, area(ink.mark, pattern.Filling, many(p, flower)))
		r := math.Min(c.cecek(), .13*free)
		ds := ringDots(4, .72*free, .125, r)
		if free > 3.2 {
			out = append(out, area(ink.core, pattern.Filling, many(leaf(.36*free, .95*free, .14*free, .55), flower)))
			out = append(out, line(pattern.Outline, pattern.Filling, .8*f, many(geom.Polyline(geom.Pt{X: .2 * free}, geom.Pt{X: .95 * free}), flower)))
			ds = append(ds, ringDots(8, .78*free, .0625, r)...)
			ds = ds[4:]
			within := geom.NewRegionPoly(hollow)
			ds = append(ds, slices.DeleteFunc(ringDots(4, tip+float64(2.2*r), 0, r), func(d geom.Dot) bool {
				return within.Distance(d.C) < r+c.apart()
			})...)
		}
		out = append(out, dots(ink.mark, pattern.Filling, manyDots(ds, gaps)),
			dots(ink.core, pattern.Filling, manyDots([]geom.Dot{{R: .25 * free}}, gaps)))
	}
	return out
}

// kawungPetal is a petal of the flower in a gap.
func kawungPetal(free float64) geom.Path { return leaf(.2*free, 1.25*free, .27*free, .55) }

// kawungKnot draws the knot of radius r at the crossings.
func (c canting) kawungKnot(ink kawungInks, r float64, knots []geom.Affine) []pattern.Shape {
	f := c.fine()
	if r < 2.2*f {
		return nil
	}
	disc := many(geom.Circle(geom.Pt{}, r), knots)
	switch c.whole("knot") {
	case 1:
		cross := geom.Polyline(geom.Pt{X: -r}, geom.Pt{X: r}).Join(geom.Polyline(geom.Pt{Y: -r}, geom.Pt{Y: r}))
		out := []pattern.Shape{
			line(pattern.Outline, pattern.Klowong, 2.2*f, disc),
			area(ink.petal, pattern.Klowong, disc),
			line(pattern.Outline, pattern.Filling, f, many(cross, knots)),
		}
		q := c.cecek()
		edged := r > 11*q // a roomy knot is edged like the petals
		ring := r - math.Max(2.6*q, float64(1.1*f)+c.apart()+q)
		if r > 2.6 && !(edged && ring-q-float64(.706*r) < c.apart()) {
			out = append(out, dots(ink.seed, pattern.Filling, manyDots(ringDots(4, .58*r, .125, .126*r), knots)))
		}
		if edged {
			// As many in each quarter as keep clear of the cross and of each other.
			first := (q + float64(f/2) + c.apart()) / (2 * math.Pi * ring)
			n := 1 + int(2*math.Pi*ring*(.25-float64(2*first))/math.Max(3.6*q, float64(2*q)+c.apart()))
			var row []geom.Dot
			for i := range n {
				a := .125
				if n > 1 {
					a = geom.Mix(first, .25-first, float64(i)/float64(n-1))
				}
				row = append(row, ringDots(4, ring, a, q)...)
			}
			out = append(out, dots(ink.isen, pattern.Filling, manyDots(row, knots)))
		}
		return out
	case 2:
		return []pattern.Shape{
			line(pattern.Outline, pattern.Klowong, 2.2*f, disc),
			area(ink.between, pattern.Klowong, disc),
			dots(ink.mark, pattern.Filling, manyDots(ringDots(8, .68*r, .0625, .17*r), knots)),
			dots(pattern.Accent, pattern.Filling, manyDots([]geom.Dot{{R: .3 * r}}, knots)),
		}
	}
	return nil
}

// baganan is the kawung of Lasem: lenses where circles cross, a row of seeds in
// each, and stars in the squares that they leave.
func baganan() drawing {
	return drawing{"kawung_baganan", pattern.Info{ID: "kawung_baganan", Family: "kawung", Traits: []string{pattern.Star}, Group: "p4m",
		Params: []pattern.Param{
			sizeParam(44),
			ratio("width", "Width of the lenses", "Lebar kelopak", .55, 1, .86),
			count("seeds", "Seeds in the lens", "Biji dalam kelopak", 1, 7, 5),
			{ID: "rays", Name: "Rays of the star", Nama: "Sinar bintang", Min: 4, Max: 12, Def: 8, Step: 4},
			count("rings", "Rings round the star", "Lingkar keliling bintang", 0, 2, 1),
		},
		Slots:   []pattern.Slot{{ID: "ground", Name: "Ground of the squares", Nama: "Latar petak"}},
		Repeats: squareRepeats(),
	}, drawBaganan}
}

// lens returns the figure common to two circles, from −a to a on the x axis and
// b to either side.
func lens(a, b float64) geom.Path {
	// A circle through (±a, 0) and (0, b) about (0, b−r).
	r := (float64(a*a) + float64(b*b)) / (2 * b)
	turn := geom.Angle(geom.Pt{X: a, Y: r - b})
	up := geom.Arc(geom.Pt{Y: b - r}, r, turn, .5-turn)
	down := geom.Arc(geom.Pt{Y: r - b}, r, .5+turn, 1-turn)
	up.Verbs, up.Pts = append(up.Verbs, down.Verbs[1:]...), append(up.Pts, down.Pts[1:]...)
	return up.Close()
}

func drawBaganan(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s, k, f, bead := c.size, c.klowong(), c.fine(), c.cecek()
	// The orange-peel grid's circles have the radius s/2 (handbook §0); the lenses
	// lie on the sides of the square between the knots.
	knot := float64(.07 * s)
	a := float64(s/2) - float64(.6*knot)
	b := float64(.414 * a * c.value("width"))
	sides := []geom.Affine{geom.Translate(geom.Pt{X: s / 2}), geom.Rotate(.25).At(geom.Pt{Y: s / 2})}
	inner := float64(1.5*k) + float64(.8*f)
	heart := geom.Pt{X: s / 2, Y: s / 2}
	knots := moved(geom.Pt{})

	var out []pattern.Shape
	free := float64(s/2) - b - k // from the heart to the lens
	r := float64(.94 * free)
	if o.Filling(in, "ground") != "" {
		// The square under the lenses' feet, the star's circle left out.
		square := lozenge(.5*s, .5*s).Transform(geom.Rotate(.125)).Flatten(.05)
		square = append(square, geom.Circle(geom.Pt{}, 1.05*r).Flatten(.05)...)
		out = append(out, merged(c.fill("ground", pattern.Latar, square, geom.Pt{X: -r}, geom.Pt{X: r}), moved(heart))...)
	}
	// A pale line, then a dark one, follow the lenses.
	body := many(lens(a, b), sides)
	out = append(out,
		line(pattern.Outline, pattern.Klowong, float64(3*k)+float64(3.6*f), body),
		line(pattern.Ground, pattern.Klowong, float64(2.4*k)+float64(1.2*f), body),
		area(pattern.Fill, pattern.Klowong, body),
		line(pattern.Outline, pattern.Klowong, k, body),
		line(pattern.Isen, pattern.Filling, f, many(lens(a-float64(2.6*inner), b-inner), sides)))
	// Seeds grow toward the middle of the lens, beads lie along its contour.
	var ds []geom.Dot
	n := c.whole("seeds")
	for i := range n {
		t := 2*(float64(i)+.5)/float64(n) - 1
		ds = append(ds, geom.Dot{C: geom.Pt{X: float64(.62 * a * t)}, R: float64(.24 * (b - inner) * (1 - float64(.55*t*t)))})
	}
	out = append(out, dots(pattern.Isen, pattern.Filling, manyDots(ds, sides)))
	// Beads follow the lenses outside, and buds look from the star to the knots.
	buds := combined(around(geom.Pt{}, 4, .125), moved(heart))
	// As large as leaves the cloth open toward the lenses' lines.
	frame := geom.NewRegion(many(lens(a, b), []geom.Affine{geom.Translate(geom.Pt{Y: -s / 2}), geom.Rotate(.25).At(geom.Pt{X: s / 2})}))
	turned := geom.Rotate(.125)
	one, end := geom.Path{}, .455*s
	for size := 1.; size > .5; size -= .04 {
		end = geom.Mix(.98*r, .455*s, size)
		one = leaf(.98*r, end, .046*s*size, .4)
		near := math.Inf(1)
		for _, q := range one.Transform(turned).Flatten(.05)[0].Pts {
			// The corner to which it looks, of four that are alike.
			near = math.Min(near, -frame.Distance(geom.Pt{X: q.X, Y: -q.Y}))
		}
		if near >= float64(1.5*k)+float64(2.3*f)+c.apart() {
			break
		}
	}
	bud := many(one, buds)
	// They keep clear of the lines, of each other and of the buds.
	region := geom.NewRegionPoly(bud.Flatten(.05)...)
	open := func(ds []geom.Dot) []geom.Dot {
		return slices.DeleteFunc(ds, func(d geom.Dot) bool { return region.Distance(d.C) > -float64(f/2)-c.apart()-d.R })
	}
	beads := manyDots(lensBeads(a, b, float64(1.5*k)+float64(1.8*f)+c.apart()+bead, bead, c.apart()), sides)
	for i, d := range beads { // of both squares that a lens lies between
		beads[i].C = geom.Pt{X: d.C.X - float64(math.Floor(d.C.X/s)*s), Y: d.C.Y - float64(math.Floor(d.C.Y/s)*s)}
	}
	out = append(out, dots(pattern.Latar, pattern.Filling, open(beads)))
	out = append(out,
		area(pattern.Fill, pattern.Klowong, bud),
		line(pattern.Outline, pattern.Filling, f, bud),
		line(pattern.Isen, pattern.Filling, .8*f, many(within(one, geom.Pt{X: 1.1 * r}, geom.Pt{X: end - float64(.035*s)}, f+c.apart()), buds)))
	// Knots: a ringed dot where four lenses meet, without the ring in small ones.
	var ring geom.Path
	if float64(.26*knot)-float64(.5*f) >= c.apart() && float64(.38*knot)-float64(.5*f)-math.Max(.5*k, c.apart()) >= c.apart() {
		ring = many(geom.Circle(geom.Pt{}, .62*knot), knots)
	}
	out = append(out,
		line(pattern.Outline, pattern.Klowong, math.Max(k, 2*c.apart()), many(geom.Circle(geom.Pt{}, knot), knots)), // half of it shows
		area(pattern.Ground, pattern.Klowong, many(geom.Circle(geom.Pt{}, knot), knots)),
		line(pattern.Outline, pattern.Filling, f, ring),
		dots(pattern.Accent, pattern.Filling, []geom.Dot{{R: .36 * knot}}))
	out = append(out, merged(c.bagananStar(r, math.Min(.92*r, float64(s/2)-b-float64(1.5*k)-float64(1.8*f)-c.apart()-math.Min(1.2*bead, .06*r)), bead), moved(heart))...)
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// lensBeads returns dots along both sides of a lens, so far outside it and at least
// so far apart, clear of its ends.
func lensBeads(a, b, out, r, apart float64) []geom.Dot {
	side := lens(a, b).Flatten(.02)[0]
	var ds []geom.Dot
	n := max(2, int(side.Length()/float64(4*math.Max(float64(2.3*r), float64(2*r)+apart))))
	pts := side.Resample(side.Length() / float64(4*n)).Pts
	for i, p := range pts {
		if math.Abs(p.X) < .64*a {
			across := pts[(i+1)%len(pts)].Sub(pts[(i+len(pts)-1)%len(pts)]).Unit().Perp()
			if across.Y*p.Y < 0 {
				across = across.Mul(-1)
			}
			ds = append(ds, geom.Dot{C: p.Add(across.Mul(out)), R: r})
		}
	}
	return ds
}

// bagananStar draws the star of a square within radius r of the origin, its outer
// dots on a circle within reach.
func (c canting) bagananStar(r, reach, bead float64) []pattern.Shape {
	f := c.fine()
	n := c.whole("rays") / 4 * 4
	ray := many(leaf(.24*r, .8*r, math.Min(.13*r, 1.1*r/float64(n)), .5), around(geom.Pt{}, n, 0))
	tips := ringDots(n, .72*r, .5/float64(n), math.Min(bead, .05*r))
	// None where a bud begins.
	tips = append(tips, slices.DeleteFunc(ringDots(n, reach, 0, math.Min(1.2*bead, .06*r)), func(d geom.Dot) bool {
		return math.Abs(math.Abs(d.C.X)-math.Abs(d.C.Y)) < .1*r
	})...)
	core := geom.Circle(geom.Pt{}, .27*r)
	out := []pattern.Shape{
		area(pattern.Fill2, pattern.Klowong, ray),
		line(pattern.Outline, pattern.Filling, .8*f, ray),
		dots(pattern.Latar, pattern.Filling, tips),
		area(pattern.Ground, pattern.Klowong, core),
		line(pattern.Outline, pattern.Filling, f, core),
		dots(pattern.Latar, pattern.Filling, c.nine(.2*r)),
	}
	// Rings of dots where they find room: within the rays or beyond them.
	region := geom.NewRegionPoly(ray.Flatten(.05)...)
	for i := range c.whole("rings") {
		q := float64(.5*r) + float64(.12*r*float64(i))
		ds := slices.DeleteFunc(ringDots(n, q, 0, math.Min(.8*bead, .03*r)), func(d geom.Dot) bool {
			return math.Abs(region.Distance(d.C)) < float64(.4*f)+c.apart()+d.R
		})
		out = append(out, dots(pattern.Latar, pattern.Filling, ds))
	}
	return out
}
