package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// ceplokans are further ceplok: a star with a medallion, fans that turn, and
// flowers of chipped leaves that turn by turns.
func ceplokans() []drawing {
	petals := pattern.Slot{ID: "petal", Name: "Petals", Nama: "Kelopak", Def: "sawut"}
	form := func(id, group string, size float64, repeats []symmetry.Kind, traits []string, draw func(pattern.Info, pattern.Options) pattern.Tile, slots []pattern.Slot, extra ...pattern.Param) drawing {
		return drawing{"ceplok", pattern.Info{ID: id, Family: "ceplok", Name: pattern.Title(id), Traits: traits, Group: group,
			Params:  append(append([]pattern.Param{sizeParam(size)}, extra...), dyedParam(0)),
			Slots:   slots,
			Repeats: repeats,
		}, draw}
	}
	return []drawing{
		form("ceplok_bintang", "p4m", 48, squareRepeats(), []string{pattern.Star}, drawBintang, []pattern.Slot{petals, {ID: "ground", Name: "Medallions", Nama: "Medalion", Def: "cecek"}},
			ratio("width", "Width of the star's rays", "Lebar sinar bintang", .6, 1.3, 1),
			count("bands", "Bands of dots through the medallions", "Pita titik lewat medalion", 0, 2, 2),
			ratio("medallion", "Medallion, of the repeat", "Medalion, dari ulangan", .24, .34, .3)),
		form("ceplok_kipas", "p4", 56, []symmetry.Kind{symmetry.Block, symmetry.Turn}, nil, drawKipas, []pattern.Slot{petals, {ID: "ground", Name: "Discs between", Nama: "Cakram antara", Def: "cecek"}},
			pattern.Param{ID: "blades", Name: "Blades of the fan", Nama: "Bilah kipas", Min: 8, Max: 16, Def: 8, Step: 4},
			ratio("sweep", "Sweep of the blades", "Lengkung bilah", .2, 1, .6),
			count("boxes", "Boxes between the discs", "Kotak antarcakram", 0, 1, 1)),
		form("ceplok_cuwil", "p4g", 68, []symmetry.Kind{symmetry.Block}, nil, drawCuwil, []pattern.Slot{petals},
			ratio("chip", "Chip in the leaves", "Cuwil pada daun", .2, 1, .6),
			ratio("width", "Width of the leaves", "Lebar daun", .7, 1.2, 1),
			count("buds", "Buds between the leaves", "Kuncup antara daun", 0, 1, 1)),
	}
}

// clothInks are the roles of a motif on a cloth of its own colour: field, bright
// bodies, bodies of the second tone, and the marks on the field.
type clothInks struct{ field, bright, body, mark pattern.Role }

func newClothInks(dyed bool) clothInks {
	if dyed {
		return clothInks{pattern.Ground, pattern.Fill, pattern.Fill2, pattern.Latar}
	}
	return clothInks{pattern.Outline, pattern.Ground, pattern.Fill, pattern.Ground}
}

// cloth returns the field of a square tile.
func (k clothInks) cloth(s float64) pattern.Shape {
	return area(k.field, pattern.Tembok, geom.R(0, 0, s, s).Inset(-lap).Path())
}

// isen is the role of what is drawn on a body.
func (k clothInks) isen(body pattern.Role) pattern.Role {
	switch body {
	case pattern.Fill:
		return pattern.Isen
	case pattern.Fill2: // the one role that is surely apart from it
		return pattern.Accent
	}
	return pattern.Outline
}

// rim is the width of a line that leaves a rim of bare cloth on both sides of a
// contour over it, as broad as wax leaves open.
func (c canting) rim(contour float64) float64 {
	return contour + float64(2*math.Max(float64(.8*c.fine()), c.apart()))
}

// ringed returns a disc with a contour and a row of beads inside its edge.
func (c canting) ringed(ink clothInks, body pattern.Role, r float64, fold int) []pattern.Shape {
	k, bead := c.klowong(), c.cecek()
	disc := geom.Circle(geom.Pt{}, r)
	out := []pattern.Shape{
		line(ink.mark, pattern.Klowong, c.rim(k), disc),
		area(body, pattern.Klowong, disc),
		line(pattern.Outline, pattern.Klowong, k, disc),
	}
	if r > 13*bead { // and there is room within for what a disc holds
		in := r - float64(k/2) - bead - math.Max(1.2*bead, c.apart())
		n := fold * max(1, int(2*math.Pi*in/float64((float64(2*bead)+math.Max(1.2*bead, c.apart()))*float64(fold))))
		out = append(out, dots(ink.isen(body), pattern.Filling, ringDots(n, in, .5/float64(n), bead)))
	}
	return out
}

func drawBintang(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	ink := newClothInks(c.whole("dyed") == 1)
	s, k, f, bead := c.size, c.klowong(), c.fine(), c.cecek()
	heart := geom.Pt{X: s / 2, Y: s / 2}
	out := []pattern.Shape{ink.cloth(s)}

	// Medallions at the corners: an octagon with hollow sides, bands through it.
	r := float64(c.value("medallion") * s)
	octagon := func(r float64) geom.Path {
		p := geom.Path{}.MoveTo(geom.Polar(r, .0625))
		for i := range 8 {
			a, b := geom.Polar(r, (float64(i)+.5)/8), geom.Polar(r, (float64(i)+1.5)/8)
			m := a.Lerp(b, .5).Mul(.94)
			p = p.CubeTo(a.Lerp(m, .7), b.Lerp(m, .7), b)
		}
		return p.Close()
	}
	out = append(out,
		line(ink.mark, pattern.Klowong, c.rim(k), octagon(r)),
		area(ink.body, pattern.Klowong, octagon(r)),
		line(pattern.Outline, pattern.Klowong, k, octagon(r)))
	quarters := around(geom.Pt{}, 4, 0)
	bands := c.whole("bands")
	wide := float64(.055 * s)
	// A quarter of the medallion beyond the bands takes the filling.
	lo := float64(.1 * s)
	quarter := geom.Polygon(geom.Pt{X: lo, Y: wide + f}, geom.Pt{X: .86 * r, Y: wide + f}, geom.Polar(.9*r, .0625), geom.Polar(.88*r, .125), geom.Polar(.9*r, .1875), geom.Pt{X: wide + f, Y: .86 * r}, geom.Pt{X: wide + f, Y: lo}, geom.Pt{X: lo, Y: lo})
	out = append(out, merged(c.fill("ground", ink.isen(ink.body), quarter.Flatten(.05), geom.Pt{}, geom.Pt{X: 1, Y: 1}), quarters)...)
	if bands > 0 {
		// The bands run on to the next medallion, two rows of beads in each.
		end := float64(.5*s) + lap
		strip := geom.Polygon(geom.Pt{X: 0, Y: -wide}, geom.Pt{X: end, Y: -wide}, geom.Pt{X: end, Y: wide}, geom.Pt{X: 0, Y: wide})
		edges := geom.Polyline(geom.Pt{Y: -wide}, geom.Pt{X: .5 * s, Y: -wide}).Join(geom.Polyline(geom.Pt{Y: wide}, geom.Pt{X: .5 * s, Y: wide}))
		across := 2.8 // beads
		if bands == 2 {
			across = 2
		}
		n := max(4, int(.5*s/math.Max(3.1*bead, float64(across*bead)+float64(1.02*c.apart()))))
		var ds []geom.Dot
		for i := range n {
			x := float64(.5 * s * (float64(i) + .5) / float64(n))
			if bands == 2 {
				ds = append(ds, geom.Dot{C: geom.Pt{X: x, Y: .5 * wide}, R: bead}, geom.Dot{C: geom.Pt{X: x, Y: -.5 * wide}, R: bead})
			} else {
				ds = append(ds, geom.Dot{C: geom.Pt{X: x}, R: 1.4 * bead})
			}
		}
		out = append(out,
			area(ink.field, pattern.Klowong, many(strip, quarters)),
			line(ink.mark, pattern.Klowong, f, many(edges, quarters)),
			dots(ink.mark, pattern.Filling, manyDots(ds, quarters)))
	}
	out = append(out, c.ceplokBody(ink.bright, .02*s, .15*s, .045*s, .6, f, around(geom.Pt{}, 4, .125))...)
	out = append(out, c.ringed(ink, ink.bright, .065*s, 8)...)
	// Beads where the bands of two medallions meet.
	sides := moved(geom.Pt{X: s / 2}, geom.Pt{Y: s / 2})
	out = append(out, merged(c.ringed(ink, ink.body, .07*s, 8), sides)...)
	out = append(out, dots(ink.bright, pattern.Filling, manyDots([]geom.Dot{{R: .032 * s}}, sides)))

	// The star: soga rays on the diagonals between the medallions, white on the axes.
	half := float64(.075 * s * c.value("width"))
	reach := float64(s/math.Sqrt2) - r - float64(2*k)
	out = append(out, c.ceplokBody(ink.body, .1*s, reach, half, .5, k, around(heart, 4, .125))...)
	out = append(out, c.ceplokBody(ink.bright, .06*s, .4*s, half, .48, k, around(heart, 4, 0))...)
	out = append(out, dots(ink.mark, pattern.Filling, manyDots(append(ringDots(8, .3*s, .0625, 1.2*bead), ringDots(8, .35*s, .0625, .9*bead)...), moved(heart))))
	out = append(out, merged(c.ringed(ink, ink.body, .095*s, 8), moved(heart))...)
	out = append(out, dots(ink.bright, pattern.Filling, []geom.Dot{{C: heart, R: .036 * s}}))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// blade returns a curved petal from x0 to x1 that sweeps to one side, its tip
// blunt, as the blades of a fan.
func lobe(x0, x1, half, sweep float64) geom.Path {
	const steps = 14
	var left, right []geom.Pt
	for i := 0; i <= steps; i++ {
		t := float64(i) / steps
		turn := float64(.11 * sweep * t * t)
		w := float64(half * geom.Pow(geom.Sin(.06+float64(.44*math.Min(t, .985))), .8))
		r := geom.Mix(x0, x1, t)
		p := geom.Polar(r, turn)
		n := geom.Polar(w, turn+.25)
		left, right = append(left, p.Add(n)), append(right, p.Sub(n))
	}
	for i := range right {
		left = append(left, right[len(right)-1-i])
	}
	return geom.Smooth(left, true)
}

// turning draws n blades of one body about the origin with a line and the filling
// of the petals in each.
func (c canting) turning(ink clothInks, body pattern.Role, n int, x0, x1, half, sweep float64) []pattern.Shape {
	f := c.fine()
	ms := around(geom.Pt{}, n, 0)
	b := many(lobe(x0, x1, half, sweep), ms)
	out := []pattern.Shape{
		line(pattern.Outline, pattern.Klowong, float64(1.6*c.klowong()), b),
		area(body, pattern.Klowong, b),
	}
	l := x1 - x0
	if in := half - float64(2.4*f); in > 1.5*c.nozzle {
		p := lobe(x0+float64(.14*l), x1-float64(.1*l), in, sweep)
		// The filling lies along the first part of the blade, where it is straight.
		if fill := c.fill("petal", ink.isen(body), p.Flatten(.05), geom.Pt{X: x0 + float64(.1*l)}, geom.Polar(x1, .11*sweep)); len(fill) > 0 {
			return append(out, merged(fill, ms)...)
		}
	}
	var rib []geom.Pt
	for i := range 7 {
		t := .3 + float64(.45*float64(i)/6)
		rib = append(rib, geom.Polar(geom.Mix(x0, x1, t), float64(.11*sweep*t*t)))
	}
	return append(out, line(ink.isen(body), pattern.Filling, .9*f, many(geom.Smooth(rib, false), ms)))
}

func drawKipas(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	ink := newClothInks(c.whole("dyed") == 1)
	s, k, f, bead := c.size, c.klowong(), c.fine(), c.cecek()
	heart := moved(geom.Pt{X: s / 2, Y: s / 2})
	n := c.whole("blades") / 4 * 4
	sweep := c.value("sweep")
	out := []pattern.Shape{ink.cloth(s)}

	// Boxes join the discs along the tile's diagonals, turned like the fans: the
	// line in each leans one way.
	if c.whole("boxes") == 1 {
		l, w := float64(.12*s), float64(.075*s)
		box := geom.Polygon(geom.Pt{X: -l, Y: -w}, geom.Pt{X: l, Y: -w}, geom.Pt{X: l, Y: w}, geom.Pt{X: -l, Y: w})
		var bars geom.Path
		for _, x := range []float64{-.62, -.2, .22, .64} {
			bars = bars.Join(geom.Polyline(geom.Pt{X: float64((x - .14) * l), Y: -.66 * w}, geom.Pt{X: float64((x + .1) * l), Y: .66 * w}))
		}
		ms := combined(moved(geom.Pt{X: s / (2 * math.Sqrt2)}), around(geom.Pt{X: s / 2, Y: s / 2}, 4, .125))
		out = append(out,
			line(ink.mark, pattern.Klowong, c.rim(k), many(box, ms)),
			area(ink.body, pattern.Klowong, many(box, ms)),
			line(pattern.Outline, pattern.Klowong, k, many(box, ms)),
			line(ink.isen(ink.body), pattern.Filling, f, many(bars, ms)))
	}
	// Between the fans, on the tile's sides, small flowers strewn in rows that lean
	// with the blades, where they stand clear of fans, discs and boxes.
	big, r := float64(.285*s), float64(.235*s)
	petal, ring := float64(.008*s), float64(.022*s)
	petal = math.Min(petal, float64(.5*(ring-c.apart())))
	eye := math.Min(.009*s, ring-petal-c.apart())
	flower := append(ringDots(6, ring, 0, petal), geom.Dot{R: eye})
	if least := float64(.5 * finest(o)); petal < least || eye < least {
		flower = []geom.Dot{{R: math.Max(.012*s, least)}} // no room for petals
	}
	clear := ring + petal + c.apart() + float64(.5*c.rim(k))
	var strewn []geom.Dot
	lean := geom.Rotate(.045)
	const pitch, rows = .078, 3
	for j := -rows; j <= rows; j++ {
		for i := -rows; i <= rows; i++ {
			q := lean.Apply(geom.Pt{X: float64(float64(i) * pitch * s), Y: float64(float64(j) * pitch * s)})
			x, y := math.Abs(q.X), math.Abs(q.Y)
			if q.Len() < .2*s && (geom.Pt{X: x, Y: float64(.5*s) - y}).Len() > float64(1.06*big)+clear && (geom.Pt{X: float64(.5*s) - x, Y: y}).Len() > r+clear {
				strewn = append(strewn, manyDots(flower, moved(q.Add(geom.Pt{X: s / 2})))...)
			}
		}
	}
	out = append(out, dots(ink.mark, pattern.Filling, manyDots(strewn, []geom.Affine{geom.Identity(), geom.Rotate(.25)})))

	// The disc at the corner: rings of beads round a small fan.
	out = append(out, c.ringed(ink, ink.body, r, 8)...)
	inner := .55 * r
	if fill := c.fill("ground", ink.isen(ink.body), append(geom.Circle(geom.Pt{}, r-k-float64(4.2*bead)).Flatten(.05), geom.Circle(geom.Pt{}, float64(inner)+k).Flatten(.05)...), geom.Pt{}, geom.Pt{X: 1}); len(fill) > 0 {
		out = append(out, c.quarterTurned(fill)...)
	}
	out = append(out, c.ringed(ink, ink.field, inner, 8)...)
	out = append(out, c.turning(ink, ink.bright, 8, .1*inner, .78*inner, .15*inner, -sweep)...)
	out = append(out, dots(ink.body, pattern.Filling, []geom.Dot{{R: .2 * inner}}))

	// The fan.
	wide := math.Min(.175*big, float64(.9*math.Pi*.62*big/float64(n)))
	fan := c.ringed(ink, ink.field, 1.06*big, 8)
	fan = append(fan, c.turning(ink, ink.bright, n, .22*big, .9*big, wide, sweep)...)
	fan = append(fan, c.turning(ink, ink.body, n/2, .12*big, .44*big, .8*wide, sweep)...)
	fan = append(fan, area(ink.bright, pattern.Klowong, geom.Circle(geom.Pt{}, .15*big)),
		line(pattern.Outline, pattern.Klowong, f, geom.Circle(geom.Pt{}, .15*big)),
		dots(ink.body, pattern.Filling, []geom.Dot{{R: .08 * big}}))
	out = append(out, merged(fan, heart)...)
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// quarterTurned keeps what of a filling about the origin lies in one quarter and
// sets it round four times, so that rows that start anywhere keep the quarter
// turns of the repeat.
func (c canting) quarterTurned(fill []pattern.Shape) []pattern.Shape {
	in := func(p geom.Pt) bool { return p.X > .4*c.fine() && p.Y >= -1e-9 }
	for i, s := range fill {
		var path geom.Path
		for _, q := range s.Path.Flatten(.05) {
			if in(geom.Bounds(q.Pts).Center()) {
				path = path.Join(q.Path())
			}
		}
		var ds []geom.Dot
		for _, d := range s.Dots {
			if in(d.C) {
				ds = append(ds, d)
			}
		}
		fill[i].Path, fill[i].Dots = path, ds
	}
	return merged(fill, around(geom.Pt{}, 4, 0))
}

// chipped returns a leaf along +x with a notch bitten out of one side.
func chipped(x0, x1, half, chip float64) geom.Path {
	l := x1 - x0
	at := func(t, w float64) geom.Pt { return geom.Pt{X: x0 + float64(t*l), Y: float64(w * half)} }
	return geom.Path{}.MoveTo(at(0, 0)).
		CubeTo(at(.1, .8), at(.3, 1.15), at(.5, 1)).
		CubeTo(at(.72, .86), at(.86, .5), at(1, 0)).
		CubeTo(at(.92, -.34), at(.86, -.62), at(.74, -.82)).
		// The chip: in toward the midrib and out again.
		CubeTo(at(.68, -.82+float64(.5*chip)), at(.62, -.9+float64(.75*chip)), at(.55, -.95+float64(.75*chip))).
		CubeTo(at(.5, -1), at(.46, -1.06), at(.4, -1)).
		CubeTo(at(.24, -.95), at(.08, -.6), at(0, 0)).Close()
}

func drawCuwil(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	ink := newClothInks(c.whole("dyed") == 1)
	s, k, f, bead := c.size, c.klowong(), c.fine(), c.cecek()
	// A flower at the middle and its mirror image at the corner (p4g): the mirrors
	// run along x + y = s/2.
	middle := geom.Translate(geom.Pt{X: s / 2, Y: s / 2})
	mirror := middle.Then(geom.Affine{B: -1, C: s / 2, D: -1, F: s / 2})
	both := []geom.Affine{middle, mirror}
	var flower []pattern.Shape
	ms := around(geom.Pt{}, 4, .03)
	half := float64(.072 * s * c.value("width"))
	edge := math.Max(1.2*k, float64(2*c.apart())) // half of it shows
	body := chipped(.09*s, .4*s, half, c.value("chip"))
	between := around(geom.Pt{}, 4, .162)
	second := chipped(.09*s, .285*s, .68*half, .6*c.value("chip"))
	flower = append(flower,
		area(ink.mark, pattern.Klowong, c.joined(rimmed{many(body, ms), .5 * c.rim(edge)}, rimmed{many(second, between), .5 * f})),
		line(ink.mark, pattern.Klowong, c.rim(edge), many(body, ms)),
		line(pattern.Outline, pattern.Klowong, edge, many(body, ms)),
		area(ink.bright, pattern.Klowong, many(body, ms)))
	in2 := chipped(.13*s, .375*s, .54*half, c.value("chip")+.2)
	flower = append(flower, line(ink.isen(ink.bright), pattern.Filling, .8*f, many(in2, ms)))
	if fill := c.fill("petal", ink.isen(ink.bright), in2.Flatten(.05), geom.Pt{X: .12 * s}, geom.Pt{X: .375 * s}); len(fill) > 0 {
		flower = append(flower, merged(fill, ms)...)
	}
	// Leaves of the second tone between, leaning the same way, with beads.
	flower = append(flower,
		area(ink.body, pattern.Klowong, many(second, between)),
		line(ink.mark, pattern.Filling, f, many(second, between)),
		line(ink.isen(ink.body), pattern.Filling, .8*f, many(within(second, geom.Pt{X: .13 * s}, geom.Pt{X: .24 * s}, f+c.apart()), between)))
	if c.whole("buds") == 1 {
		bud := leaf(.3*s, .355*s, .018*s, .5)
		flower = append(flower, area(ink.mark, pattern.Filling, many(bud, between)))
		row := []geom.Dot{{C: geom.Pt{X: .25 * s}, R: bead}, {C: geom.Pt{X: .3 * s}, R: 1.1 * bead}, {C: geom.Pt{X: .345 * s}, R: bead}, {C: geom.Pt{X: .385 * s}, R: .8 * bead}}
		flower = append(flower, dots(ink.mark, pattern.Filling, append(manyDots(row[:2], around(geom.Pt{}, 4, .1)), manyDots(row[1:], around(geom.Pt{}, 4, .215))...)))
	}
	flower = append(flower, c.ringed(ink, ink.body, .085*s, 8)...)
	flower = append(flower, dots(ink.bright, pattern.Filling, c.nine(.05*s)))

	out := []pattern.Shape{ink.cloth(s)}
	out = append(out, merged(flower, both)...)
	// Squares on the mirrors, half way between the flowers.
	var squares []geom.Affine
	for _, q := range []geom.Pt{{X: .25, Y: .25}, {X: .75, Y: .25}, {X: .25, Y: .75}, {X: .75, Y: .75}} {
		turn := 0.
		if q.X != q.Y {
			turn = .25
		}
		squares = append(squares, geom.Rotate(.125+turn).At(q.Mul(s)))
	}
	// As large as leaves the cloth open along its sides: from middle to side a
	// lozenge measures ab/√(a² + b²).
	inside := geom.Clamp((float64(.0431*s)-float64(.5*f)-c.apart())/float64(.0296*s), .4, 1)
	out = append(out, merged([]pattern.Shape{
		line(ink.mark, pattern.Klowong, f, lozenge(.085*s, .05*s)),
		area(ink.body, pattern.Klowong, lozenge(inside*.06*s, inside*.034*s)),
		dots(ink.mark, pattern.Filling, []geom.Dot{{R: .011 * s}, {C: geom.Pt{X: .105 * s}, R: bead}, {C: geom.Pt{X: -.105 * s}, R: bead}, {C: geom.Pt{Y: .068 * s}, R: bead}, {C: geom.Pt{Y: -.068 * s}, R: bead}}),
	}, squares)...)
	// Where two mirrors cross, a bead with a long and a short pair of leaves.
	crossings := []geom.Affine{geom.Rotate(.125).At(geom.Pt{X: s / 2}), geom.Rotate(.375).At(geom.Pt{Y: s / 2})}
	var cross []pattern.Shape
	cross = append(cross, c.ceplokBody(ink.bright, .05*s, .15*s, .034*s, .55, f, around(geom.Pt{}, 2, 0))...)
	cross = append(cross, c.ceplokBody(ink.body, .035*s, .11*s, .03*s, .55, f, around(geom.Pt{}, 2, .25))...)
	cross = append(cross, dots(ink.mark, pattern.Filling, ringDots(4, .085*s, .125, 1.3*bead)))
	cross = append(cross, c.ringed(ink, ink.body, .045*s, 8)...)
	cross = append(cross, dots(ink.bright, pattern.Filling, []geom.Dot{{R: .018 * s}}))
	out = append(out, merged(cross, crossings)...)
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}
