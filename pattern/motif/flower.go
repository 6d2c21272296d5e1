package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// blossom is a kind of flower head. Its drawing is a pure function of the pen, the
// radius in mm and the seed: shapes in painting order, in a frame whose origin is
// the middle of the disc of that radius that holds the head; the stem comes from
// −x, a flower seen from the side opens toward +x. Heads are laid into a sheaf
// shape by shape (shape i of every head at one depth), so a part that a head leaves
// out leaves an empty shape in its place, and parts are best kept in the order of
// whorl: body, shade, areas of a filling, veins, cecek, klowong; each whorl after the one behind it.
// Shapes of one part never overlap themselves.
type blossom struct {
	id   string
	draw func(c canting, radius float64, s seed.Seed) []pattern.Shape
}

// blossoms lists the flowers of a European bouquet.
func europeanBlossoms() []blossom {
	return []blossom{
		{"chrysanthemum", chrysanthemum},
		{"rose", rose},
		{"carnation", carnation},
		{"lily", lily},
		{"tulip", tulip},
		{"botan", botan},
		{"daisy", daisy},
	}
}

// tipKind is how a petal ends.
type tipKind uint8

const (
	roundTip tipKind = iota
	pointedTip
	notchedTip // as a heart
	fringedTip // in small teeth, as a carnation's
	ruffledTip // in soft waves, as a peony's
)

// whorlParts is how many shapes a whorl is drawn with.
const whorlParts = 6

// whorl is a ring of petals about the origin, from r0 out to r1. Neighbours touch
// in their widest place and never overlap.
type whorl struct {
	n      int
	r0, r1 float64 // mm
	first  float64 // turns, of the first petal
	span   float64 // turns that the petals are spread over; 0 counts as a whole one
	full   float64 // 1 fills the room between neighbours, less leaves gaps
	tip    tipKind
	body   pattern.Role
	shade  pattern.Role // of the flame at the foot; body for none
	bare   bool         // without sawut, as stamens stand there
	vein   pattern.Role // of sawut and cecek; Ground, the zero, counts as Isen
}

// draw returns body, shade, what areas the filling has, veins, cecek and klowong.
func (w whorl) draw(c canting) []pattern.Shape {
	span := w.span
	if span == 0 {
		span = 1
	}
	if l := w.r1 - w.r0; w.r1 < 1.7*c.nozzle || l < c.nozzle {
		return make([]pattern.Shape, whorlParts)
	}
	if w.vein == pattern.Ground {
		w.vein = pattern.Isen
	}
	l := w.r1 - w.r0
	// A small whorl has fewer petals, lest their klowong close them.
	if most := int(2 * math.Pi * span * (w.r0 + float64(.74*l)) / (2.6 * c.nozzle)); w.n > most {
		w.n = max(most, 3)
		if span < 1 {
			w.n = max(most, 1)
		}
	}
	step := span / float64(w.n)
	// Half the room at the distance ρ from the middle.
	half := func(rho float64) float64 {
		return float64(w.full*rho*geom.Sin(math.Min(step/2, .2))) - float64(.06*c.nozzle)
	}
	hm, hf := math.Max(half(w.r0+float64(.74*l)), .05), math.Max(half(w.r0+float64(.12*l)), .02)
	hm = math.Min(hm, .5*l)
	x := func(u float64) float64 { return w.r0 + float64(u*l) }
	pt := func(u, v float64) geom.Pt { return geom.Pt{X: x(u), Y: float64(v * hm)} }
	// One side from the foot to the tip in fractions of length and of half width.
	var rim []geom.Pt
	if w.tip >= fringedTip && l < 6*c.nozzle {
		w.tip = notchedTip // too small for teeth
	}
	switch w.tip {
	case pointedTip:
		rim = []geom.Pt{{X: .3, Y: .72}, {X: .55, Y: 1}, {X: .78, Y: .72}, {X: 1, Y: 0}}
	case notchedTip:
		rim = []geom.Pt{{X: .35, Y: .66}, {X: .66, Y: .97}, {X: .88, Y: .86}, {X: 1, Y: .42}, {X: .9, Y: 0}}
	case fringedTip:
		rim = []geom.Pt{{X: .35, Y: .62}, {X: .78, Y: 1}, {X: .93, Y: .9}, {X: .86, Y: .62}, {X: 1, Y: .42}, {X: .92, Y: .2}, {X: 1.02, Y: 0}}
	case ruffledTip:
		rim = []geom.Pt{{X: .3, Y: .58}, {X: .62, Y: .98}, {X: .8, Y: .92}, {X: .84, Y: .7}, {X: .96, Y: .55}, {X: .93, Y: .34}, {X: 1, Y: .2}, {X: .95, Y: 0}}
	default:
		rim = []geom.Pt{{X: .3, Y: .62}, {X: .66, Y: .98}, {X: .88, Y: .72}, {X: 1, Y: 0}}
	}
	// Up to their widest place neighbours share the room, side along side.
	sn, cs := geom.SinCos(math.Min(step/2, .2))
	open := func(u float64) float64 {
		if w.n == 1 {
			return 1
		}
		return geom.Clamp((float64(x(u)*sn/cs)-float64(.06*c.nozzle))/hm, 0, 1)
	}
	for i, q := range rim {
		if q.X < .74 {
			rim[i].Y = math.Min(q.Y, open(q.X))
		}
	}
	pts := []geom.Pt{{X: x(0), Y: hf}}
	if w.n > 1 {
		pts[0].Y = geom.Clamp(open(0)*hm, .02, hf)
	}
	for _, q := range rim {
		pts = append(pts, pt(q.X, q.Y))
	}
	up := geom.Smooth(pts, false)
	low := up.Transform(geom.Scale(1, -1))
	petal := up.Join(continued(reversed(low)))
	var shade, veins geom.Path
	var specks []geom.Dot
	f := c.fine()
	edge := float64(.35*c.klowong()) + c.apart() // from the petal's side, half its contour with it
	if w.shade != w.body {
		// The flame fills the foot up to under the contour; farther out it soon stands
		// clear of it.
		flame := []geom.Pt{{X: x(0), Y: hf}, pt(.25, geom.Mix(hf/hm, rim[0].Y, .25/rim[0].X)), pt(.42, geom.Clamp(.75-float64(edge/hm), .1, .5)), pt(.5, .22), pt(.66, 0)}
		f := geom.Smooth(flame, false)
		shade = f.Join(continued(reversed(f.Transform(geom.Scale(1, -1)))))
	}
	// Sawut a little over a millimetre apart, by turns long and short with a dot
	// before the short ones; a row of cecek along the rim. Rays keep clear of each
	// other from .36 of the length on, where the short ones begin, and of the sides.
	r, side := c.cecek(), petal.Flatten(.05)
	wide := geom.Clamp((float64(math.Min(.66, open(.36))*hm)-edge-float64(f/2))/float64(.45*hm), 0, 1)
	rays := int(geom.Clamp(math.Floor(float64(.9*wide*hm)/math.Max(float64(.62*c.nozzle), f+c.apart())), 0, 12))/2*2 + 1
	// They begin where the petal is broad enough for one.
	from, need := .14, edge+float64(f/2)
	if broad := float64(math.Min(.62, open(.3)) * hm); need > broad {
		from = .3 + float64((need-broad)/hm)
	} else if need > hf {
		from = math.Max(from, .3*(need-hf)/(broad-hf))
	}
	if from > .55 || w.bare {
		rays = 0
	}
	for k := range rays {
		v := 0.
		if rays > 1 {
			v = float64(2*float64(k)/float64(rays-1)) - 1
		}
		outer := math.Abs(v)
		v = float64(v * wide)
		far, long := 1-math.Abs(v), (k+rays/2)%2 == 0
		u := .54 + float64(.2*far)
		if !long {
			u -= .13
		}
		// A ray ends beside the petal's side.
		end, spread := math.Max(u, from+.2), math.Min(.68, .45+float64(1.28*(u-.36)))
		most := math.Max(0, math.Min(open(end), .34+float64(.8*end))-float64((edge+float64(f/2))/hm))
		v = geom.Clamp(v, -most/spread, most/spread)
		foot := pt(math.Max(from, .14+float64(.16*outer)), (.2+float64(.18*outer))*v)
		if !long {
			foot = pt(.3, .38*v)
			q := pt(u+math.Max(.1, (r+float64(f/2)+c.apart())/l), .7*v)
			if hm > 4*r && q.X < x(.8) && clearOf(side, q, r+float64(.96*edge)) {
				specks = append(specks, geom.Dot{C: q, R: r})
			}
		}
		veins = veins.Join(geom.Smooth([]geom.Pt{foot, pt(math.Max(.36, from+.06), .45*v), pt(end, spread*v)}, false))
	}
	if in := edge + float64(.8*r); hm > 7*r && in < .4*hm {
		drawn := geom.Pt{X: math.Min(.84, 1-float64(in/float64(.45*l))), Y: math.Min(.8, 1-float64(in/hm))}
		taken := veins.Flatten(.05)
		for _, q := range beaded(petal, 5.4*r, r, 1) {
			// Drawn in toward the middle of the outer half, where no ray runs, until it
			// is clear of the side.
			d := q.C.Sub(geom.Pt{X: x(.55)})
			for k := 1.; d.X > .05*l && k > .7; k -= .07 {
				q.C = geom.Pt{X: x(.55) + float64(k*drawn.X*d.X), Y: float64(k * drawn.Y * d.Y)}
				if !clearOf(side, q.C, float64(.8*r)+float64(.96*edge)) {
					continue
				}
				if clearOf(taken, q.C, float64(.8*r)+float64(f/2)+c.apart()) {
					specks = append(specks, geom.Dot{C: q.C, R: .8 * r})
				}
				break
			}
		}
		specks = thin(specks, float64(1.8*r)+c.apart())
	}
	ms := make([]geom.Affine, w.n)
	for i := range ms {
		ms[i] = geom.Rotate(w.first + float64(step*float64(i)))
	}
	own := []pattern.Shape{{}, line(w.vein, pattern.Filling, c.fine(), veins), dots(w.vein, pattern.Filling, specks)}
	if hm > 2*c.nozzle {
		own = c.instead(own, "petal", w.vein, petal, geom.Pt{X: x(0)}, geom.Pt{X: x(1)})
	}
	return merged([]pattern.Shape{
		area(w.body, pattern.Klowong, petal),
		area(w.shade, pattern.Klowong, shade),
		own[0], own[1], own[2],
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), petal),
	}, ms)
}

// clearOf reports whether p is at least so far from all of the lines, mm.
func clearOf(lines []geom.Poly, p geom.Pt, least float64) bool {
	for _, l := range lines {
		for i := 1; i < len(l.Pts); i++ {
			a, d := l.Pts[i-1], l.Pts[i].Sub(l.Pts[i-1])
			t := 0.
			if dd := d.Dot(d); dd > 0 {
				t = geom.Clamp(p.Sub(a).Dot(d)/dd, 0, 1)
			}
			if p.Dist(a.Add(d.Mul(t))) < least {
				return false
			}
		}
	}
	return true
}

// instead returns the filling that the designer chose for a slot as an area, lines
// and dots, in the place of the hand's own when nothing was chosen.
func (c canting) instead(own []pattern.Shape, slot string, role pattern.Role, body geom.Path, foot, tip geom.Pt) []pattern.Shape {
	if _, chosen := c.o.Isen[slot]; !chosen {
		return own
	}
	out := make([]pattern.Shape, 3)
	for _, s := range c.fill(slot, role, body.Flatten(.05), foot, tip) {
		out[min(int(s.Kind), 2)] = s
	}
	return out
}

// heart returns a flower's heart: a disc with a rim of cecek and dots within.
func heart(c canting, r float64, body pattern.Role) []pattern.Shape {
	d := math.Max(math.Min(c.cecek(), .16*r), float64(.53*finest(c.o)))
	// The rim keeps clear of the contour, its dots of each other and of the middle's.
	ring := math.Min(.66*r, r-float64(.35*c.klowong())-c.apart()-d)
	n := int(geom.Clamp(math.Floor(float64(2*math.Pi*ring)/math.Max(4.2*d, float64(2*d)+c.apart())), 0, 24))
	var ds []geom.Dot
	if n >= 3 {
		ds = ringDots(n, ring, 0, d)
	}
	if n < 3 || ring-float64(2*d) > c.apart() {
		ds = append(ds, geom.Dot{R: d})
	}
	// A ring between the two where it keeps clear of both.
	if in := float64(.5 * ring); in > float64(2*d)+c.apart() {
		if m := min(max(4, n/2), int(2*math.Pi*in/(float64(2*d)+c.apart()))); m > 2 {
			ds = append(ds, ringDots(m, in, .1, d)...)
		}
	}
	return []pattern.Shape{
		area(body, pattern.Klowong, geom.Circle(geom.Pt{}, r)), {}, {}, {},
		dots(pattern.Outline, pattern.Filling, ds),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), geom.Circle(geom.Pt{}, r)),
	}
}

// stacked joins the whorls of a head, the one behind first, without the cecek that
// those before it would cut.
func (c canting) stacked(parts ...[]pattern.Shape) []pattern.Shape {
	var out []pattern.Shape
	var over []*geom.Region // what lies over a whorl
	for k := len(parts) - 1; k >= 0; k-- {
		p := slices.Clone(parts[k])
		p[4].Dots = slices.DeleteFunc(slices.Clone(p[4].Dots), func(d geom.Dot) bool {
			far := d.R + float64(.35*c.klowong()) + float64(.96*c.apart())
			return slices.ContainsFunc(over, func(r *geom.Region) bool {
				return r.Bounds.Inset(-far).Contains(d.C) && r.Distance(d.C) > -far
			})
		})
		if !p[0].Path.Empty() {
			over = append(over, geom.NewRegion(p[0].Path))
		}
		out = append(p, out...)
	}
	return out
}

// double draws a flower of whorls about a heart. One is left out where it would
// show too little of the whorl before it, or the heart of it; one whose sawut the
// next would cover has none.
func (c canting) double(eye float64, body pattern.Role, ws ...whorl) []pattern.Shape {
	parts := make([][]pattern.Shape, len(ws)+1)
	parts[len(ws)] = heart(c, eye, body)
	last := eye // outer radius of what lies over a whorl
	for k := len(ws) - 1; k >= 0; k-- {
		w := ws[k]
		if k > 0 && math.Min(ws[0].r1-w.r1, w.r1-last) < 1.5*c.nozzle {
			parts[k] = make([]pattern.Shape, whorlParts)
			continue
		}
		w.bare = last > .55*w.r1
		if last > .66*w.r1 { // nor would more than chips of its flame be seen
			w.shade = w.body
		}
		parts[k], last = w.draw(c), w.r1
	}
	return c.stacked(parts...)
}

// The inks of a flower: its petals, the flame at their foot, their sawut.
type petalInks struct{ body, shade, vein pattern.Role }

func warm() petalInks { return petalInks{pattern.Fill, pattern.Fill2, pattern.Isen} }
func pale() petalInks { return petalInks{pattern.Fill2, pattern.Fill, pattern.Outline} }

func (w whorl) in(p petalInks) whorl { w.body, w.shade, w.vein = p.body, p.shade, p.vein; return w }

func chrysanthemum(c canting, r float64, s seed.Seed) []pattern.Shape {
	t := s.Stream()
	n, a := 14+t.Below(5), t.Float64()
	ink := warm()
	var ws []whorl
	for k, q := range []float64{1, .8, .6, .41} {
		ws = append(ws, whorl{n: n - 2*k, r0: .1 * r, r1: float64(q * r), first: a + float64(float64(k)*.5/float64(n)), full: 1, tip: roundTip}.in(ink))
	}
	return c.double(.15*r, pattern.Fill2, ws...)
}

func rose(c canting, r float64, s seed.Seed) []pattern.Shape {
	a := s.Stream().Float64()
	ink := warm()
	return c.double(.1*r, pattern.Fill2,
		whorl{n: 6, r0: .1 * r, r1: r, first: a, full: 1, tip: notchedTip}.in(ink),
		whorl{n: 5, r0: .08 * r, r1: .76 * r, first: a + .09, full: 1, tip: notchedTip}.in(ink),
		whorl{n: 5, r0: .05 * r, r1: .54 * r, first: a + .18, full: 1, tip: roundTip}.in(pale()),
		whorl{n: 3, r0: .03 * r, r1: .32 * r, first: a, full: 1, tip: roundTip}.in(ink))
}

// botan is the tree peony of Djawa Hokokai: a great ruffled flower, its whorls in
// two inks by turns.
func botan(c canting, r float64, s seed.Seed) []pattern.Shape {
	t := s.Stream()
	a := t.Float64()
	n := 7 + t.Below(3)
	return c.double(.14*r, pattern.Fill2,
		whorl{n: n, r0: .1 * r, r1: r, first: a, full: 1, tip: ruffledTip}.in(warm()),
		whorl{n: n - 1, r0: .08 * r, r1: .82 * r, first: a + .06, full: 1, tip: ruffledTip}.in(warm()),
		whorl{n: n - 2, r0: .06 * r, r1: .62 * r, first: a + .13, full: 1, tip: ruffledTip}.in(pale()),
		whorl{n: 5, r0: .05 * r, r1: .41 * r, first: a + .2, full: 1, tip: notchedTip}.in(warm()))
}

// sakura is a cherry blossom: five notched petals and stamens.
func sakura(c canting, r float64, s seed.Seed) []pattern.Shape {
	t := s.Stream()
	ink := warm()
	if t.Float64() < .6 {
		ink = pale()
	}
	a := t.Float64()
	// Two stamens on each petal, clear of its sides, or one along its middle.
	edge := float64(.35*c.klowong()) + c.apart() + float64(.5*c.fine())
	n, first, from := 10, a+.05, math.Max(.1*r, edge/geom.Sin(.04))
	if from > .3*r {
		n, first, from = 5, a, math.Max(.1*r, edge/geom.Sin(.08))
	}
	var threads geom.Path
	for i := range n {
		d := first + float64(i)/float64(n)
		threads = threads.Join(geom.Polyline(geom.Polar(math.Min(from, .4*r), d), geom.Polar(.46*r, d)))
	}
	return c.stacked(
		whorl{n: 5, r0: .08 * r, r1: r, first: a, full: 1, tip: notchedTip, bare: true}.in(ink).draw(c),
		[]pattern.Shape{{}, {}, {}, line(pattern.Outline, pattern.Filling, c.fine(), threads),
			dots(pattern.Outline, pattern.Filling, ringDots(n, .46*r, first, math.Min(1.1*c.cecek(), .05*r))), {}},
		heart(c, .14*r, ink.shade))
}

func carnation(c canting, r float64, s seed.Seed) []pattern.Shape {
	a := s.Stream().Float64()
	ink := pale()
	return c.double(.14*r, pattern.Fill,
		whorl{n: 9, r0: .1 * r, r1: r, first: a, full: 1, tip: fringedTip}.in(ink),
		whorl{n: 8, r0: .08 * r, r1: .76 * r, first: a + .06, full: 1, tip: fringedTip}.in(ink),
		whorl{n: 6, r0: .05 * r, r1: .52 * r, first: a, full: 1, tip: fringedTip}.in(ink))
}

func lily(c canting, r float64, s seed.Seed) []pattern.Shape {
	a := s.Stream().Float64()
	w := whorl{n: 3, r0: .05 * r, r1: r, first: a + 1./6, full: .68, tip: pointedTip}.in(pale())
	front := w
	front.first, front.r1 = a, .96*r
	return c.stacked(w.draw(c), front.draw(c), heart(c, .14*r, pattern.Fill))
}

// tulip is seen from the side: three petals behind, two before them, and one that
// stands in front.
func tulip(c canting, r float64, s seed.Seed) []pattern.Shape {
	t := s.Stream()
	open := t.Range(.9, 1.15)
	foot := geom.Translate(geom.Pt{X: float64(-.85 * r)})
	cup := func(n int, r1, span, half float64, ink petalInks, tip tipKind) []pattern.Shape {
		// Petals stand about the axis.
		aside := float64(span * (float64(n-1) / float64(2*n)))
		return whorl{n: n, r0: .06 * r, r1: float64(r1 * r), first: -aside, span: span, full: half, tip: tip}.in(ink).draw(c)
	}
	parts := c.stacked(
		cup(3, 1.7, .38*open, 1, pale(), pointedTip),
		cup(2, 1.74, .28*open, 1, warm(), pointedTip),
		cup(1, 1.58, .12, 1, warm(), pointedTip),
	)
	for i := range parts {
		parts[i].Mark = parts[i].Mark.Transform(foot)
	}
	return parts
}

func daisy(c canting, r float64, s seed.Seed) []pattern.Shape {
	t := s.Stream()
	ink := warm()
	if t.Float64() < .5 {
		ink = pale()
	}
	w := whorl{n: 6 + t.Below(4), r0: .2 * r, r1: r, first: t.Float64(), full: 1, tip: roundTip}.in(ink)
	if r < 14*c.nozzle {
		return c.stacked(w.draw(c), heart(c, .28*r, ink.shade))
	}
	// A large one is double.
	w.n += 5
	inner := w
	inner.r1, inner.first, inner.n = .7*r, w.first+.5/float64(w.n), w.n-2
	w.tip = notchedTip
	return c.stacked(w.draw(c), inner.draw(c), heart(c, .26*r, ink.shade))
}

// bud is a flower not yet open: two petals in a calyx.
func bud(c canting, r float64, s seed.Seed) []pattern.Shape {
	foot := geom.Translate(geom.Pt{X: float64(-.9 * r)})
	parts := c.stacked(
		whorl{n: 2, r0: .1 * r, r1: 1.65 * r, first: -.065, span: .26, full: 1, tip: pointedTip}.in(pale()).draw(c),
		whorl{n: 1, r0: .1 * r, r1: 1.85 * r, span: .14, full: 1, tip: pointedTip}.in(warm()).draw(c),
		whorl{n: 3, r0: 0, r1: .85 * r, first: -.13, span: .39, full: .9, tip: pointedTip}.in(petalInks{pattern.Latar, pattern.Latar, pattern.Ground}).draw(c),
	)
	for i := range parts {
		parts[i].Mark = parts[i].Mark.Transform(foot)
	}
	return parts
}
