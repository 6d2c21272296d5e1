package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// The animals of batik, and the wings that stand for Garuda. Each is about s mm
// high or long about the origin. Bodies take the filling of the slot "body".

// feathered draws blades as one row of feathers.
func (c canting) feathered(e *emblem, ply int, role pattern.Role, bs []plume) {
	near := math.Inf(1)
	for i := range len(bs) - 1 {
		p, _ := bs[i].on(.5)
		q, _ := bs[i+1].on(.5)
		near = math.Min(near, p.Dist(q))
	}
	if near < 2*(c.thin()+c.apart()) {
		c.folded(e, ply, role, bs)
		return
	}
	for i, b := range bs {
		for _, k := range [2]int{i - 1, i + 1} {
			if k >= 0 && k < len(bs) {
				b.bare = max(b.bare, b.crowded(bs[k], float64(c.bold()/2)+c.apart()+float64(c.thin()/2)))
			}
		}
		c.leaf(e, ply, role, b)
	}
}

// crowded returns up to which share of its length a plume's spine lies nearer to
// the side of the one beside it than told.
func (b plume) crowded(beside plume, least float64) float64 {
	const n = 50
	for i := n; i >= 0; i-- {
		t := float64(i) / n
		p, _ := b.on(t)
		q, _ := beside.on(t)
		if t < b.at && p.Dist(q) < float64(beside.half*beside.width(t))+least {
			return t
		}
	}
	return 0
}

// folded draws blades that stand too close to show both their edges: each lies over
// the one before it, and the lines between them end where they would run together.
func (c canting) folded(e *emblem, ply int, role pattern.Role, bs []plume) {
	const step = .25
	var kept []geom.Pt
	regions := make([]*geom.Region, len(bs))
	for i, b := range bs {
		regions[i] = geom.NewRegion(b.path(0))
	}
	least := c.thin() + c.apart()
	for i := len(bs) - 1; i >= 0; i-- {
		e.add(ply, area(role, pattern.Klowong, bs[i].path(0)))
		side := bs[i].path(0).Flatten(.02)[0]
		pts := side.Resample(step).Pts
		shown := make([]bool, len(pts))
		for k, p := range pts {
			over, under := false, false
			for j, r := range regions {
				switch {
				case j > i:
					over = over || r.Contains(p)
				case j < i:
					under = under || r.Contains(p)
				}
			}
			shown[k] = !over && !(under && slices.ContainsFunc(kept, func(q geom.Pt) bool { return q.Dist(p) < least }))
		}
		// From a hidden point on, so that no line is cut where the outline begins.
		first := max(0, slices.Index(shown, false))
		var run []geom.Pt
		for k := range len(pts) + 1 {
			at := (first + k) % len(pts)
			if k < len(pts) && shown[at] {
				run = append(run, pts[at])
				continue
			}
			if len(run) > 3 {
				e.add(ply, line(pattern.Outline, pattern.Klowong, c.thin(), geom.Polyline(run...)))
				kept = append(kept, run...)
			}
			run = nil
		}
	}
}

// lar is one raised wing that faces right: a beaded leading edge which curls over
// at the top, flights nested inside it, coverts at its root.
func (c canting) lar(s float64, n int) emblem {
	var e emblem
	root := geom.Pt{X: -.1 * s, Y: .46 * s}
	gap := .98 * s / float64(n+3)
	first := plume{foot: root.Add(geom.Pt{X: .01 * s, Y: -.04 * s}), dir: -.262, bend: .06, l: .74 * s, half: .6 * gap, at: .6}
	last := plume{foot: root.Add(geom.Pt{X: .06 * s}), dir: .01, bend: -.21, l: .56 * s, half: .52 * gap, at: .55}
	c.feathered(&e, 0, pattern.Fill, fan(n, first, last))
	// Coverts lie over the feet of the flights.
	cover := plume{foot: root, dir: -.27, bend: .04, l: .34 * s, half: .05 * s, at: .6}
	end := cover
	end.dir, end.bend, end.l = .0, -.08, .24*s
	c.feathered(&e, 1, pattern.Fill2, fan(max(3, n-1), cover, end))

	edge := plume{foot: root.Add(geom.Pt{X: .02 * s, Y: .02 * s}), dir: -.4, bend: .42, l: 1.2 * s, half: .082 * s, at: .42}
	e.body(2, pattern.Fill2, c.bold(), edge.path(0))
	// The line within leaves the body open on both its sides, and beads grow smaller
	// with the room beside them.
	r, least := math.Max(.022*s, .7*c.cecek()), float64(.55*finest(c.o))
	in := math.Max(.026*s, float64(c.bold()/2)+c.apart()+float64(c.thin()/2))
	clear := in + float64(c.thin()/2) + c.apart()
	if edge.half-clear > 1.75*c.cecek() { // else larger beads alone
		e.add(2, line(pattern.Outline, pattern.Filling, c.thin(), edge.path(in)))
	} else {
		clear = float64(c.bold()/2) + c.apart()
	}
	e.add(2, dots(pattern.Outline, pattern.Filling, edge.beads(.08, .86, 3*r, r, least, clear)))
	c.shoulder(&e, 3, root.Add(geom.Pt{X: .04 * s}), .1*s)
	return e
}

// shoulder is the small rosette at a wing's root.
func (c canting) shoulder(e *emblem, ply int, at geom.Pt, r float64) {
	e.body(ply, pattern.Accent, c.bold(), geom.Circle(at, r))
	// Where the ring has no room for a smaller one, it has a dot.
	least := float64(.55 * finest(c.o))
	ring := math.Min(.55*r, r-float64(c.bold()/2)-c.apart()-float64(c.thin()/2))
	dot := math.Min(.2*r, ring-float64(c.thin()/2)-c.apart())
	switch {
	case dot >= least:
		e.body(ply+1, pattern.Fill, c.thin(), geom.Circle(at, ring))
		e.add(ply+1, dots(pattern.Isen, pattern.Filling, []geom.Dot{{C: at, R: dot}}))
	case ring >= float64(c.thin()/2)+float64(c.apart()/2):
		e.body(ply+1, pattern.Fill, c.thin(), geom.Circle(at, ring))
	default:
		e.add(ply+1, dots(pattern.Isen, pattern.Filling, []geom.Dot{{C: at, R: math.Max(least, r-float64(c.bold()/2)-c.apart())}}))
	}
}

// wing is the right half of a spread pair: nested flights that sweep out and up
// from the origin, coverts over their feet and a beaded shoulder.
func (c canting) wing(s float64, n int) emblem {
	var e emblem
	gap := 1.05 * s / float64(n+2)
	first := plume{foot: geom.Pt{X: .05 * s, Y: -.06 * s}, dir: -.2, bend: -.03, l: .56 * s, half: .44 * gap, at: .6}
	last := plume{foot: geom.Pt{X: .1 * s, Y: .1 * s}, dir: .06, bend: -.36, l: 1.16 * s, half: .56 * gap, at: .52}
	c.feathered(&e, 0, pattern.Fill, fan(n, first, last))
	cover := plume{foot: geom.Pt{X: .02 * s}, dir: -.2, bend: -.02, l: .27 * s, half: .045 * s, at: .6}
	end := plume{foot: geom.Pt{X: .06 * s, Y: .1 * s}, dir: .06, bend: -.2, l: .46 * s, half: .06 * s, at: .55}
	c.feathered(&e, 1, pattern.Fill2, fan(max(3, n-1), cover, end))
	return e
}

// sawat is the pair of wings with the fan of the tail upright between them, as it
// is seen on a bird's back.
func (c canting) sawat(s float64, n int) emblem {
	var e emblem
	y := float64(.3 * s)
	low := geom.Translate(geom.Pt{Y: y})
	tail := 5
	if s > 40 {
		tail = 7
	}
	spread := .16
	first := plume{foot: geom.Pt{X: -.05 * s, Y: y - float64(.08*s)}, dir: -.25 - spread/2, bend: .02, l: .74 * s, half: float64(.29*s) / float64(tail), at: .7, blunt: true}
	last := first
	last.foot.X, last.dir, last.bend = -first.foot.X, -.25+spread/2, -.02
	c.feathered(&e, 0, pattern.Fill, fan(tail, first, last))
	first.l, last.l = .4*s, .4*s
	first.half, last.half = .8*first.half, .8*last.half
	c.feathered(&e, 2, pattern.Fill2, fan(tail-2, first, last))
	var w emblem
	w.put(0, c.wing(.72*s, n), low)
	e.pair(1, w)
	// The breast, with scales.
	breast := both(chain(s, 0, .02, .06, .08, .105, .19, .12, .3, .07, .4, 0, .46))
	e.body(3, pattern.Fill, c.bold(), breast)
	c.filled(&e, 3, "body", pattern.Fill, breast, geom.Pt{Y: .42 * s}, geom.Pt{Y: .05 * s})
	for _, x := range []float64{-1, 1} {
		c.shoulder(&e, 3, geom.Pt{X: .15 * x * s, Y: .36 * s}, .052*s)
	}
	return e
}

// gurda is Garuda from the front: a sawat with a crowned head before the tail and
// claws below.
func (c canting) gurda(s float64, n int) emblem {
	var e emblem
	for _, x := range []float64{-1, 1} {
		foot := geom.Pt{X: .06 * x * s, Y: .4 * s}
		for k := range 3 {
			dir := .25 - float64(x*(.02+float64(.055*float64(k))))
			c.leaf(&e, 0, pattern.Fill2, plume{foot: foot, dir: dir, bend: -.06 * x, l: .17 * s, half: .02 * s, at: .4})
		}
	}
	e.put(0, c.sawat(s, n), geom.Identity())
	// Head: a crest about a bud. A court's gurda has no face; what is seen of Garuda is
	// his crown, wings and tail.
	for _, b := range fan(5, plume{foot: geom.Pt{X: -.05 * s, Y: -.03 * s}, dir: -.42, bend: .1, l: .19 * s, half: .03 * s, at: .5},
		plume{foot: geom.Pt{X: .05 * s, Y: -.03 * s}, dir: -.08, bend: -.1, l: .19 * s, half: .03 * s, at: .5}) {
		if math.Abs(b.dir+.25) < .01 {
			b.l *= 1.3
		}
		c.leaf(&e, 3, pattern.Accent, b)
	}
	bud := plume{foot: geom.Pt{Y: .12 * s}, dir: -.25, l: .28 * s, half: .085 * s, at: .42}
	e.body(4, pattern.Fill2, c.bold(), bud.path(0))
	inner := bud
	inner.foot.Y, inner.l, inner.half = .085*s, .19*s, .05*s
	e.body(5, pattern.Fill, c.thin(), inner.path(0))
	c.shoulder(&e, 5, geom.Pt{Y: .13 * s}, .045*s)
	return e
}

// butterfly is kupu from above, its head up.
func (c canting) butterfly(s float64) emblem {
	var half emblem
	upper := outline(
		chain(s, .03, -.1, .12, -.28, .28, -.43, .44, -.46),
		chain(s, .44, -.46, .46, -.37, .43, -.3),
		chain(s, .43, -.3, .45, -.23, .41, -.16),
		chain(s, .41, -.16, .38, -.08, .3, -.04),
		chain(s, .3, -.04, .18, -.03, .03, .0))
	lower := outline(
		chain(s, .03, .0, .16, .0, .29, .03, .35, .12),
		chain(s, .35, .12, .35, .2, .31, .26),
		chain(s, .31, .26, .33, .37, .29, .48),
		chain(s, .29, .48, .22, .42, .2, .32),
		chain(s, .2, .32, .1, .27, .05, .16, .03, .06))
	f := c.thin()
	half.body(0, pattern.Fill2, c.bold(), lower)
	half.body(1, pattern.Fill, c.bold(), upper)
	lm := geom.Pt{X: .2 * s, Y: .15 * s}
	if s > 24*f {
		// A line follows the wing's edge where the eye keeps clear of it.
		eye := lm.Add(geom.Pt{X: math.Min(.03*s, math.Max(0, float64(.049*s)-f-c.apart()))})
		deep := math.Max(.045*s, float64(c.bold()/2)+c.apart()+float64(f/2))
		hem := rounded(geom.NewRegion(lower).Inset(deep, s/60), .05*s)
		if geom.NewRegion(hem).Distance(eye) > float64(.05*s)+f+c.apart() {
			half.add(0, line(pattern.Outline, pattern.Filling, c.thin(), hem))
		}
		half.body(0, pattern.Accent, c.thin(), geom.Circle(eye, .05*s))
		half.add(0, dots(pattern.Outline, pattern.Filling, []geom.Dot{{C: eye, R: math.Min(.018*s, math.Max(float64(.05*s)-float64(f/2)-c.apart(), .5*finest(c.o)))}}))
		// Dots follow the wing's edge between two lines, as clear of both.
		r := math.Min(.9*c.cecek(), .02*s)
		rim := math.Max(float64(c.bold()/2)+c.apart()+r, .035*s)
		lines := geom.NewRegion(upper).Insets(s/60, rim, float64(rim+r)+c.apart()+float64(f/2))
		row, panel := rounded(lines[0], .05*s), rounded(lines[1], .05*s)
		half.add(1, line(pattern.Isen, pattern.Filling, c.thin(), panel))
		c.filled(&half, 1, "body", pattern.Fill, panel, geom.Pt{X: .06 * s, Y: -.04 * s}, geom.Pt{X: .4 * s, Y: -.36 * s})
		half.add(1, dots(pattern.Isen, pattern.Filling, beaded(row, 3.6*r, r, 1)))
	}
	var e emblem
	e.pair(0, half)
	// Feelers and the ringed body.
	for _, x := range []float64{-1, 1} {
		pts := []geom.Pt{{X: .015 * x * s, Y: -.2 * s}, {X: .07 * x * s, Y: -.33 * s}, {X: .15 * x * s, Y: -.42 * s}, {X: .2 * x * s, Y: -.49 * s}}
		e.add(0, line(pattern.Outline, pattern.Klowong, c.thin(), geom.Smooth(pts, false)),
			dots(pattern.Outline, pattern.Klowong, []geom.Dot{{C: pts[3], R: math.Max(.016*s, .5*f)}}))
	}
	e.body(2, pattern.Fill, c.bold(), both(chain(s, 0, -.13, .035, -.09, .045, .0, .04, .12, .02, .26, 0, .32)))
	e.body(2, pattern.Fill, c.bold(), geom.Circle(geom.Pt{Y: -.17 * s}, .045*s))
	var rings geom.Path
	for i := range 5 {
		y := float64(float64(i)*.06) - .04
		rings = rings.Join(geom.Polyline(chain(s, -.026, y, .026, y)...))
	}
	e.add(2, line(pattern.Isen, pattern.Filling, c.thin(), rings))
	return e
}

// rounded returns smooth closed lines along outlines, through points about so far
// apart.
func rounded(ps []geom.Poly, step float64) geom.Path {
	var out geom.Path
	for _, p := range ps {
		if n := math.Floor(p.Length() / step); n > 4 {
			out = out.Join(geom.Smooth(p.Resample(p.Length()/n).Pts, true))
		}
	}
	return out
}

// bird is manuk or peksi in flight, facing right. blades is the number of tail
// feathers; with streamer true they are those of a phoenix: long, waving, with an
// eye at each end.
func (c canting) bird(s float64, plumes int, streamer bool) emblem {
	var e emblem
	f := c.thin()
	// Tail.
	root := geom.Pt{X: -.3 * s, Y: .05 * s}
	long := .42 * s
	first := plume{foot: root, dir: .57, bend: -.05, l: long, half: .045 * s, at: .6}
	last := plume{foot: root.Add(geom.Pt{Y: .05 * s}), dir: .44, bend: .07, l: .85 * long, half: .04 * s, at: .6}
	if streamer {
		long = .95 * s
		first.l, first.dir, first.bend = long, .59, .12
		last.l, last.dir, last.bend = .8*long, .45, -.14
		first.half, last.half = .044*s, .04*s
	}
	tail := fan(max(2, plumes), first, last)
	c.feathered(&e, 0, pattern.Fill2, tail)
	if streamer {
		for _, b := range tail {
			p, _ := b.on(.97)
			c.shoulder(&e, 1, p, .05*s)
		}
		// Coverts where they part.
		first.dir, first.l, first.half = .57, .3*s, .034*s
		last.dir, last.l, last.half = .45, .26*s, .034*s
		c.feathered(&e, 1, pattern.Fill, fan(3, first, last))
	}
	// The far wing shows behind the neck.
	c.feathered(&e, 0, pattern.Fill2, fan(4, plume{foot: geom.Pt{X: .16 * s, Y: -.06 * s}, dir: -.17, bend: -.05, l: .42 * s, half: .036 * s, at: .6},
		plume{foot: geom.Pt{X: .12 * s, Y: -.08 * s}, dir: -.28, bend: -.05, l: .4 * s, half: .036 * s, at: .6}))
	// Feet.
	for _, x := range []float64{-.02, .08} {
		foot := chain(s, x, .18, x-.05, .28, x-.04, .33)
		e.add(0, line(pattern.Outline, pattern.Klowong, c.bold(), geom.Smooth(foot, false)))
		for _, d := range []float64{.02, .12, .3} {
			e.add(0, line(pattern.Outline, pattern.Klowong, c.thin(), geom.Polyline(foot[2], foot[2].Add(geom.Polar(.06*s, d)))))
		}
	}
	// Body with neck and head; the beak apart.
	body := outline(
		chain(s, .45, -.245, .44, -.18, .4, -.1, .37, .0, .28, .12, .12, .19, -.06, .17, -.2, .11, -.33, .08),
		chain(s, -.33, .08, -.22, .02, -.06, -.03, .08, -.04, .2, -.1, .28, -.22, .33, -.31, .4, -.33, .45, -.3, .45, -.245))
	e.body(1, pattern.Fill, c.bold(), body)
	breast := outline(
		chain(s, .365, -.12, .335, -.02, .275, .06, .2, .1, .13, .07),
		chain(s, .13, .07, .2, .0, .27, -.06, .365, -.12))
	if s > 26*f {
		// It keeps clear of the body's contour, .025 s beside it.
		near := math.Max(0, float64(c.bold()/2)+c.apart()+float64(f/2)-float64(.025*s))
		k, mid := math.Max(.6, 1-near/float64(.1*s)), geom.Pt{X: .24 * s, Y: .02 * s}
		breast = breast.Transform(geom.Translate(mid.Mul(-1)).Then(geom.Scale(k, k)).At(mid))
		e.add(1, line(pattern.Isen, pattern.Filling, c.thin(), breast))
		c.filled(&e, 1, "body", pattern.Fill, breast, geom.Pt{X: .34 * s, Y: -.04 * s}, geom.Pt{X: .14 * s, Y: .06 * s})
	}
	e.body(2, pattern.Accent, c.thin(), outline(chain(s, .44, -.3, .52, -.28, .58, -.22), chain(s, .58, -.22, .52, -.235, .445, -.235)))
	c.eye(&e, 2, geom.Pt{X: .375 * s, Y: -.25 * s}, .027*s)
	// Crest.
	c.feathered(&e, 0, pattern.Accent, fan(3, plume{foot: geom.Pt{X: .37 * s, Y: -.3 * s}, dir: -.34, bend: -.1, l: .2 * s, half: .022 * s, at: .65},
		plume{foot: geom.Pt{X: .41 * s, Y: -.31 * s}, dir: -.19, bend: .02, l: .17 * s, half: .022 * s, at: .65}))
	// The near wing: flights, coverts, shoulder.
	shoulder := geom.Pt{X: .13 * s, Y: .0 * s}
	c.feathered(&e, 2, pattern.Fill, fan(6, plume{foot: shoulder, dir: -.29, bend: -.05, l: .56 * s, half: .045 * s, at: .62},
		plume{foot: shoulder.Add(geom.Pt{X: -.06 * s, Y: .07 * s}), dir: -.46, bend: -.04, l: .3 * s, half: .032 * s, at: .62}))
	c.feathered(&e, 3, pattern.Fill2, fan(5, plume{foot: shoulder.Add(geom.Pt{X: .02 * s, Y: .02 * s}), dir: -.27, bend: -.06, l: .27 * s, half: .034 * s, at: .62},
		plume{foot: shoulder.Add(geom.Pt{X: -.02 * s, Y: .08 * s}), dir: -.5, bend: -.03, l: .2 * s, half: .028 * s, at: .62}))
	c.shoulder(&e, 4, shoulder.Add(geom.Pt{X: .02 * s, Y: .05 * s}), .05*s)
	return e
}
