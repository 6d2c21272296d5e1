package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func tumpals() []drawing {
	return []drawing{{"tumpal", pattern.Info{ID: "tumpal", Family: "tumpal", Group: "p1m1",
		Params: []pattern.Param{
			{ID: "size", Name: "Base of the triangle", Nama: "Alas segitiga", Unit: "mm", Min: 25, Max: 400, Def: 75, Step: 1},
			{ID: "ratio", Name: "Height, of the base", Nama: "Tinggi, dari alas", Min: 1.4, Max: 2.8, Def: 2, Step: .05},
			{ID: "contours", Name: "Contours within", Nama: "Garis dalam", Min: 1, Max: 4, Def: 2, Step: 1},
			{ID: "teeth", Name: "Teeth along the sides", Nama: "Untu walang di sisi", Min: 0, Max: 1, Def: 1, Step: 1},
		},
		Slots: []pattern.Slot{
			{ID: "body", Name: "Field of the triangle", Nama: "Bidang segitiga", Def: "cecek"},
			{ID: "ground", Name: "Between the triangles", Nama: "Di antara segitiga"},
		},
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.Mirror}}, drawTumpal}}
}

// bamboo is the triangle of a tumpal, apex up, on a tile b wide and h high.
type bamboo struct{ b, h, r float64 }

func newBamboo(b, h float64) bamboo {
	s := math.Sqrt(float64(b*b/4) + float64(h*h))
	return bamboo{b, h, float64(b*h) / (b + float64(2*s))}
}

// inset returns the corners d within the sides: apex, right, left. Offsets of a
// triangle are its images about the centre of its inscribed circle.
func (t bamboo) inset(d float64) [3]geom.Pt {
	c := geom.Pt{X: float64(t.b / 2), Y: t.h - t.r}
	k := math.Max(0, 1-d/t.r)
	return [3]geom.Pt{c.Lerp(geom.Pt{X: float64(t.b / 2)}, k), c.Lerp(geom.Pt{X: t.b, Y: t.h}, k), c.Lerp(geom.Pt{Y: t.h}, k)}
}

func (t bamboo) path(d float64) geom.Path {
	p := t.inset(d)
	return geom.Polygon(p[:]...)
}

// half returns half the width of the triangle inset by d, at height y.
func (t bamboo) half(d, y float64) float64 {
	p := t.inset(d)
	if y <= p[0].Y {
		return 0
	}
	return float64((p[1].X - p[0].X) * (y - p[0].Y) / (p[1].Y - p[0].Y))
}

// along returns n points on the sides of the triangle inset by d, the left side
// from the foot to the apex, then the right side down, and the directions outward.
func (t bamboo) along(d, pitch float64) (at, out []geom.Pt) {
	p := t.inset(d)
	for _, e := range [][2]geom.Pt{{p[2], p[0]}, {p[0], p[1]}} {
		v := e[1].Sub(e[0])
		n := int(geom.Clamp(math.Floor(v.Len()/pitch+.5), 1, 400))
		for k := range n {
			at = append(at, e[0].Lerp(e[1], (float64(k)+.5)/float64(n)))
			out = append(out, v.Unit().Perp().Mul(-1))
		}
	}
	return at, out
}

// plant is what grows in the triangle: a stem with paired curls and leaves and a
// flower at its head.
type plant struct {
	twigs, leaves, veins, petals, hearts geom.Path
	dots                                 []geom.Dot
}

// plant draws the plant in the triangle inset by d. Leaves take a vein from a half
// width of room on.
func (t bamboo) plant(d, room float64) plant {
	var g plant
	x := float64(t.b / 2)
	mirrored := func(p geom.Pt) geom.Pt { return geom.Pt{X: t.b - p.X, Y: p.Y} }
	// Both sides are drawn, rather than one reflected: a reflected outline would
	// wind the other way and cut holes where the two overlap.
	stroke := func(pts []geom.Pt, w0, w1 float64) {
		n := len(pts) - 1
		other := make([]geom.Pt, len(pts))
		for i, p := range pts {
			other[i] = mirrored(p)
		}
		for _, c := range [][]geom.Pt{pts, other} {
			for _, q := range (geom.Poly{Pts: c}).StrokeVar(func(i int) float64 { return geom.Mix(w0, w1, float64(i)/float64(max(1, n))) }, w0/20) {
				g.twigs = g.twigs.Join(q.Path())
			}
		}
	}
	petal := func(dst *geom.Path, at geom.Pt, turns, l, w float64) {
		*dst = dst.Join(geom.Petal(l, w).Transform(geom.Rotate(turns).At(at)))
		*dst = dst.Join(geom.Petal(l, w).Transform(geom.Rotate(.5 - turns).At(mirrored(at))))
	}
	vein := func(at geom.Pt, turns, l, half float64) {
		if half < room {
			return
		}
		for _, v := range []geom.Affine{geom.Rotate(turns).At(at), geom.Rotate(.5 - turns).At(mirrored(at))} {
			g.veins = g.veins.Join(geom.Polyline(geom.Pt{X: .2 * l}, geom.Pt{X: .7 * l}).Transform(v))
		}
	}

	// The flower stands where the field is still a seventh of the base wide.
	p := t.inset(d)
	base := p[1].Y
	top := geom.Mix(p[0].Y, base, geom.Clamp(.075*t.b/math.Max(t.half(d, base), 1e-9), .2, .8))
	stroke([]geom.Pt{{X: x, Y: base - float64(.03*t.b)}, {X: x, Y: top}}, .04*t.b, .018*t.b)

	// Roots curl to either side of the foot.
	y := base - float64(.02*t.h)
	for level := 0; y > top+float64(.06*t.h) && level < 12; level++ {
		// What the triangle leaves at the height where the branch ends.
		reach := t.half(d, y-float64(.35*t.half(d, y))) * .8
		if level%2 == 0 {
			pts := geom.Curl(-.55/reach, 6.2/reach, 2.35*reach, 1.05)
			m := geom.Rotate(-.12).At(geom.Pt{X: x, Y: y})
			for i := range pts {
				pts[i] = m.Apply(pts[i])
			}
			// The curl is drawn as wide as it may be.
			far := x
			for _, q := range pts {
				far = math.Max(far, q.X)
			}
			k := geom.Clamp(reach/math.Max(far-x, 1e-9), .5, 1.4)
			for i, q := range pts {
				pts[i] = geom.Pt{X: x + float64(k*(q.X-x)), Y: y + float64(k*(q.Y-y))}
			}
			stroke(pts, .032*t.b, .016*t.b)
			end := pts[len(pts)-1]
			for _, e := range []geom.Pt{end, mirrored(end)} {
				g.dots = append(g.dots, geom.Dot{C: e, R: float64(.075 * reach)})
			}
			for j, u := range []float64{.2, .4, .55} {
				i := int(u * float64(len(pts)-1))
				a := geom.Angle(pts[i+1].Sub(pts[i])) - .11
				l := float64(reach * (.46 - float64(.07*float64(j))))
				if .22*l < .8*room { // nothing would be left within its contour
					continue
				}
				petal(&g.leaves, pts[i], a, l, .44*l)
				vein(pts[i], a, l, .215*l)
			}
		} else {
			turns := []float64{-.035, -.1, -.165}
			if reach < 16*room { // three would lie over each other too closely
				turns = []float64{-.04, -.145}
			}
			for j, a := range turns {
				l := float64(reach * (.98 - float64(.16*float64(j))))
				at := geom.Pt{X: x, Y: y}
				petal(&g.leaves, at, a, l, .3*l)
				vein(at, a, l, .147*l)
			}
		}
		y -= float64(reach * .9)
	}

	// A fan of petals over a cup, and dots that rise from it to the apex.
	f := math.Min(.15*t.b, 1.6*t.half(d, top))
	at := geom.Pt{X: x, Y: top}
	for _, a := range []float64{-.0, -.07, -.14, -.2} {
		petal(&g.petals, at, a, f*.95, .36*f)
	}
	g.petals = g.petals.Join(geom.Petal(1.5*f, .44*f).Transform(geom.Rotate(-.25).At(at)))
	g.hearts = geom.Ellipse(geom.Pt{X: x, Y: top + float64(.1*f)}, .32*f, .26*f, 0)
	y = top - float64(1.8*f)
	for _, r := range []float64{.1, .08, .06} {
		g.dots = append(g.dots, geom.Dot{C: geom.Pt{X: x, Y: y}, R: r * f})
		y -= math.Max(.3*f, float64((r+r-.02)*f)+float64(.6*room))
	}
	return g
}

// between is what grows down in the gap beside the triangle, about the tile's left
// edge: a flower with buds to either side, and under it a sprig whose leaves grow
// shorter as the gap closes.
func (t bamboo) between(w float64, o pattern.Options) []pattern.Shape {
	b, h := t.b, t.h
	half := func(y float64) float64 { return float64(.5*b*(1-y/h)) - float64(.075*b) } // clear of the teeth
	outer, inner := flower(.155*b, 8)
	c := geom.Pt{Y: float64(.125 * h)}
	var leaves, axils, veins, buds, hearts geom.Path
	var latar []geom.Dot
	both := func(dst *geom.Path, at geom.Pt, turns, l, wide float64) {
		for _, side := range []float64{turns, .5 - turns} {
			p := at
			if side != turns {
				p.X = -p.X
			}
			m := geom.Rotate(side).At(p)
			body := leaf(0, l, wide, .5)
			*dst = dst.Join(body.Transform(m))
			if dst == &leaves {
				veins = veins.Join(within(body, geom.Pt{X: .2 * l}, geom.Pt{X: .76 * l}, float64(.6*w)+apart(o)).Transform(m))
			}
		}
	}
	stem := geom.Path{}
	y := float64(.235 * h)
	for y < .86*h {
		l := math.Min(.235*b, float64(half(y-float64(.2*half(y)))*.96))
		if .42*l < float64(.6*w)+apart(o) { // no room within their contours: cecek instead
			stem = geom.Polyline(c, geom.Pt{Y: y - float64(.03*b)})
			for ; half(y) > .02*b; y += float64(.05 * b) {
				latar = append(latar, geom.Dot{C: geom.Pt{Y: y}, R: .011 * b})
			}
			break
		}
		both(&leaves, geom.Pt{Y: y}, -.065, l, .21*l)
		if .24*l > float64(.6*w)+apart(o) { // a bud in each axil
			axils = axils.Join(leaf(0, .48*l, .15*l, .5).Transform(geom.Rotate(-.25).At(geom.Pt{Y: y - float64(.02*b)})))
		}
		y += float64(.42*l) + float64(.022*b)
	}
	// Side flowers on bent stalks, in the wide end of the gap.
	for _, side := range []float64{-1, 1} {
		at := geom.Pt{X: float64(side * .31 * b), Y: float64(.062 * h)}
		p, q := flower(.075*b, 5)
		buds = buds.Join(p.Transform(geom.Rotate(.25).At(at))) // a petal up, so that each is its own mirror
		hearts = hearts.Join(q.Transform(geom.Rotate(.25).At(at)))
		stem = stem.Join(geom.Path{}.MoveTo(c).CubeTo(c.Add(geom.Pt{X: float64(side * .14 * b), Y: float64(.07 * h)}), at.Add(geom.Pt{X: 0, Y: float64(.09 * h)}), at))
		for _, q := range [][2]float64{{.4, .03}, {.42, .12}, {.2, .03}, {.24, .16}} {
			latar = append(latar, geom.Dot{C: geom.Pt{X: float64(side * q[0] * b), Y: float64(q[1] * h)}, R: .011 * b})
		}
	}
	both(&leaves, geom.Pt{X: float64(.2 * b), Y: float64(.16 * h)}, .1, .13*b, .032*b)
	both(&leaves, geom.Pt{X: float64(.24 * b), Y: float64(.145 * h)}, -.03, .12*b, .03*b)
	for k := range 16 {
		latar = append(latar, geom.Dot{C: c.Add(geom.Polar(.19*b, (float64(k)+.5)/16)), R: .009 * b})
	}
	for y := .24; y < .8; y += .03 / math.Sqrt(o.Dense()) {
		for _, side := range []float64{-1, 1} {
			x := half(y*h) + float64(.01*b)
			latar = append(latar, geom.Dot{C: geom.Pt{X: float64(side * x), Y: float64(y * h)}, R: .009 * b})
		}
	}
	outer, inner = outer.Transform(geom.Translate(c)), inner.Transform(geom.Translate(c))
	plants := geom.NewRegion(paths(leaves, axils, outer, buds))
	latar = slices.DeleteFunc(latar, func(d geom.Dot) bool { return plants.Distance(d.C) > -d.R-float64(1.2*w) })
	return full(
		dots(pattern.Latar, pattern.Filling, thin(latar, .024*b)),
		line(pattern.Outline, pattern.Klowong, w, stem),
		line(pattern.Ground, pattern.Klowong, 2.4*w, paths(leaves, axils, outer, buds)),
		area(pattern.Fill2, pattern.Klowong, axils),
		line(pattern.Outline, pattern.Klowong, .6*w, axils),
		area(pattern.Fill2, pattern.Klowong, leaves),
		line(pattern.Outline, pattern.Klowong, .6*w, paths(leaves, veins)),
		area(pattern.Fill, pattern.Klowong, paths(outer, buds)),
		line(pattern.Outline, pattern.Klowong, .6*w, paths(outer, buds)),
		area(pattern.Accent, pattern.Klowong, paths(inner, hearts)),
		area(pattern.Ground, pattern.Klowong, geom.Circle(c, .034*b)),
		area(pattern.Outline, pattern.Klowong, geom.Circle(c, .024*b)),
	)
}

func drawTumpal(in pattern.Info, o pattern.Options) pattern.Tile {
	b := o.Value(in, "size")
	h := float64(b * o.Value(in, "ratio"))
	n := int(o.Value(in, "contours"))
	t := newBamboo(b, h)
	w := float64(math.Max(pattern.KlowongLine, .011*b) * o.Weight())
	// Handbook §1.9: contours at 3 and 6 in a base of 75; fewer and wider ones on a
	// small tumpal, whose cecek would touch them.
	d, bead, halo := float64(.034*b), float64(.0105*b), float64(4*w)
	if least := (bead + apart(o)) / .6; least > d {
		bead = math.Max(bead, finest(o)/2)
		d = (bead + apart(o)) / .6
		n = min(n, max(1, int(.12*b/float64(1.5*d))))
		halo = float64(.6*w) + float64(2.5*apart(o)) // or it would eat the contours
	}

	gap := t.between(w, o)

	// Teeth lean out over the gap.
	var teeth geom.Path
	if o.Value(in, "teeth") >= .5 {
		pitch := .055 * b
		at, out := t.along(.012*b, pitch)
		for i, p := range at {
			if p.Y > .93*h { // the feet touch there
				continue
			}
			v := out[i].Perp().Mul(.5 * pitch)
			tip := p.Add(out[i].Mul(.06 * b)).Add(geom.Pt{Y: float64(-.02 * b)})
			teeth = teeth.Join(geom.Polygon(p.Sub(v), tip, p.Add(v)))
		}
	}

	// Contours and the row of cecek between the first two.
	var frames []pattern.Shape
	for k := range n {
		in := float64(.012*b) + float64(1.5*d*float64(k))
		frames = append(frames,
			area(pattern.Fill, pattern.Klowong, t.path(in)),
			area(pattern.Outline, pattern.Klowong, t.path(in+float64(.3*d))))
		least := math.Max(.024*b, float64(2*bead)+apart(o))
		at, _ := t.along(in+float64(.9*d), math.Max(.034*b/math.Sqrt(o.Dense()), least))
		var row []geom.Dot
		for _, p := range at {
			if math.Abs(p.X-float64(b/2)) > float64(least/2) { // toward the apex both rows end
				row = append(row, geom.Dot{C: p, R: bead})
			}
		}
		foot := t.inset(in + float64(.9*d))
		m := int(geom.Clamp(math.Floor(foot[1].Dist(foot[2])/math.Max(.034*b, least)+.5), 1, 200))
		for i := range m {
			row = append(row, geom.Dot{C: foot[2].Lerp(foot[1], (float64(i)+.5)/float64(m)), R: bead})
		}
		frames = append(frames, dots(pattern.Fill, pattern.Filling, thin(row, .99*least)))
	}
	field := float64(.012*b) + float64(1.5*d*float64(n))
	g := t.plant(field+float64(.012*b), float64(.6*w)+float64(1.25*apart(o)))

	shapes := full(area(pattern.Ground, pattern.Tembok, geom.R(0, 0, b, h).Path()))
	room := geom.Polygon(geom.Pt{X: -b / 2}, geom.Pt{X: b / 2}, geom.Pt{Y: h})
	shapes = append(shapes, filled(in, o, "ground", room, geom.Pt{Y: h}, geom.Pt{}, pattern.Latar)...)
	shapes = append(append(shapes, gap...), full(area(pattern.Fill, pattern.Klowong, teeth))...)
	shapes = append(shapes, frames...)
	shapes = append(shapes, area(pattern.Fill, pattern.Klowong, t.path(field)))
	foot := t.inset(field)
	// Around the plant the field is left clear of fillings.
	clear := paths(g.twigs, g.leaves, g.petals)
	near := geom.NewRegion(paths(clear, discs(g.dots, 1)))
	for _, f := range filled(in, o, "body", t.path(field), foot[1].Lerp(foot[2], .5), foot[0], pattern.Isen) {
		f.Dots = slices.DeleteFunc(f.Dots, func(d geom.Dot) bool { return math.Abs(near.Distance(d.C)) < float64(.5*halo)+d.R })
		// Strokes are whole or not there; only long lines run up to it.
		var whole geom.Path
		for _, q := range f.Path.Flatten(.02) {
			if box := geom.Bounds(q.Pts); math.Max(box.W(), box.H()) > .2*b || !slices.ContainsFunc(q.Pts, func(p geom.Pt) bool {
				return math.Abs(near.Distance(p)) < float64(.5*halo)
			}) {
				whole = whole.Join(q.Path())
			}
		}
		f.Path = whole
		shapes = append(shapes, full(f)...)
	}
	return pattern.Tile{Size: geom.Pt{X: b, Y: h}, Shapes: append(shapes, full(
		line(pattern.Fill, pattern.Klowong, halo, clear),
		area(pattern.Outline, pattern.Klowong, g.twigs),
		area(pattern.Fill2, pattern.Klowong, g.leaves),
		line(pattern.Outline, pattern.Klowong, .6*w, paths(g.leaves, g.veins)),
		area(pattern.Accent, pattern.Klowong, g.petals),
		line(pattern.Outline, pattern.Klowong, .6*w, g.petals),
		area(pattern.Fill2, pattern.Klowong, g.hearts),
		line(pattern.Outline, pattern.Klowong, .6*w, g.hearts),
		dots(pattern.Isen, pattern.Filling, g.dots),
	)...)}
}
