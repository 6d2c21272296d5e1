package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func rebungs() []drawing {
	return []drawing{{"pucuk_rebung", pattern.Info{ID: "pucuk_rebung", Family: "tumpal", Group: "p1m1",
		Params: []pattern.Param{
			{ID: "size", Name: "Base of the shoot", Nama: "Alas rebung", Unit: "mm", Min: 25, Max: 400, Def: 64, Step: 1},
			{ID: "ratio", Name: "Height, of the base", Nama: "Tinggi, dari alas", Min: 1.4, Max: 2.8, Def: 2, Step: .05},
			count("sheaths", "Sheaths", "Pelepah", 2, 7, 4),
			ratio("hollow", "Hollow of the sides", "Cekung sisi", 1, 1.9, 1.45),
		},
		Slots: []pattern.Slot{
			{ID: "sheath", Name: "Sheaths", Nama: "Pelepah", Def: "galaran"},
		},
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.Mirror}}, drawRebung}}
}

// shoot is a bamboo shoot with its apex up: sides x = ±(b/2)(1−y/h)^e (handbook
// §1.9), about the middle of a tile b wide and h high.
// Its points end where they are as broad as the least.
type sprout struct{ b, h, e, least float64 }

// half returns half the width at height t (0 foot, 1 apex), inset by d.
func (s sprout) half(t, d float64) float64 {
	return math.Max(0, float64(.5*s.b*geom.Pow(math.Max(0, 1-t), s.e))-d)
}

// end is the height at which the shoot inset by d is half as broad as told.
func (s sprout) end(half, d float64) float64 {
	return 1 - geom.Pow(math.Min(1, float64(2*(half+d))/s.b), 1/s.e)
}

func (s sprout) y(t float64) float64 { return s.h - float64(t*s.h) }

// outline is the shoot inset by d from its sides and foot.
func (s sprout) outline(d float64) geom.Path {
	const n = 28
	t0 := d / s.h
	// Where the inset sides meet.
	t1 := s.end(s.least/2, d)
	left, right := make([]geom.Pt, n+1), make([]geom.Pt, n+1)
	for i := range left {
		t := geom.Mix(t0, t1, float64(i)/n)
		w := s.half(t, d)
		if i == n {
			w = 0
		}
		left[i], right[n-i] = geom.Pt{X: float64(s.b/2) - w, Y: s.y(t)}, geom.Pt{X: float64(s.b/2) + w, Y: s.y(t)}
	}
	return edged(left, right, []geom.Pt{right[n], left[0]})
}

// sheath is the leaf that wraps the shoot from height t on: its two edges rise
// from the sides in hollow curves and meet in a point higher up.
func (s sprout) sheath(t, rise, d float64) (left []geom.Pt, tip geom.Pt) {
	const n = 12
	tip = geom.Pt{X: s.b / 2, Y: s.y(t + rise)}
	for i := range n + 1 {
		u := float64(i) / n
		x := s.half(t, d)
		left = append(left, geom.Pt{X: float64(s.b/2) - float64(x*(1-u)), Y: geom.Mix(s.y(t), tip.Y, float64(.35*u)+float64(.65*u*u*u))})
	}
	return left, tip
}

func drawRebung(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	b := c.size
	h := float64(b * c.value("ratio"))
	s := sprout{b, h, c.value("hollow"), c.fine()}
	n := c.whole("sheaths")
	mirror := geom.Affine{A: -1, C: b, E: 1}
	both := func(p geom.Path) geom.Path { return p.Join(reversed(p.Transform(mirror))) }
	// Two contours with a pale band between them: insets lean, so each has a tenth to spare.
	outer, inner := math.Max(.022*b, float64(1.1*thinnest(o))), math.Max(.5*c.klowong(), float64(1.1*thinnest(o)))
	d := math.Max(.05*b, outer+inner+float64(1.1*c.apart()))

	// Sheaths, the upper ones painted first so that each wraps the one above.
	type layer struct {
		body, edge geom.Path
		role       pattern.Role
	}
	var layers []layer
	top := .62
	for i := n - 1; i >= 0; i-- {
		t := float64(top * geom.Pow(float64(i)/float64(n), .85))
		rise := float64((.92 - t) * .42)
		left, tip := s.sheath(t+float64(.04), rise, d)
		right := make([]geom.Pt, len(left))
		for k, p := range left {
			right[len(left)-1-k] = geom.Pt{X: b - p.X, Y: p.Y}
		}
		// Down to the foot of the next one along the shoot's sides.
		body := geom.Path{}
		var side []geom.Pt
		for k := range 9 {
			u := geom.Mix(t+.04, math.Max(d/h, t-.22), float64(k)/8)
			side = append(side, geom.Pt{X: float64(b/2) + s.half(u, d), Y: s.y(u)})
		}
		var back []geom.Pt
		for k := len(side) - 1; k >= 0; k-- {
			back = append(back, geom.Pt{X: b - side[k].X, Y: side[k].Y})
		}
		body = edged(left, append([]geom.Pt{tip}, right[1:]...), side, []geom.Pt{side[8], back[0]}, back)
		role := pattern.Fill
		if i%2 == 1 {
			role = pattern.Fill2
		}
		layers = append(layers, layer{body, geom.Smooth(left, false).Join(geom.Smooth(right, false)), role})
	}

	core := s.outline(d)
	shapes := full(
		area(pattern.Ground, pattern.Tembok, geom.R(0, 0, b, h).Path()),
	)
	shapes = append(shapes, s.between(c)...)
	shapes = append(shapes, full(
		area(pattern.Outline, pattern.Klowong, s.outline(0)),
		area(pattern.Fill, pattern.Klowong, s.outline(outer)),
		area(pattern.Outline, pattern.Klowong, s.outline(d-inner)),
		area(pattern.Accent, pattern.Klowong, core),
	)...)
	// A vein runs up the bare shoot as far as it is broad enough for one.
	end := math.Max(.3, math.Min(.9, s.end(float64(c.fine()/2)+c.apart(), d)))
	veins := geom.Polyline(geom.Pt{X: b / 2, Y: s.y(.3)}, geom.Pt{X: b / 2, Y: s.y(end)})
	shapes = append(shapes, line(pattern.Outline, pattern.Filling, c.fine(), veins))
	above, under, r := geom.NewRegion(core), pattern.Accent, float64(.0095*b)
	for _, l := range layers {
		on := pattern.Isen
		if l.role == pattern.Fill2 {
			on = pattern.Outline
		}
		// Cecek follow the sheath's edge outside, on a band that lines do not cross.
		var row []geom.Dot
		var band geom.Path
		off := math.Max(.026*b, float64(.55*c.klowong())+c.apart()+r)
		for i, q := range l.edge.Flatten(.05) {
			side := float64(1 - 2*i) // the left edge rises, the right one falls
			var kept []geom.Pt
			pts := q.Resample(.034 * b).Pts
			for k, p := range pts {
				p = p.Add(pts[min(len(pts)-1, k+1)].Sub(pts[max(0, k-1)]).Unit().Perp().Mul(-off))
				if float64(side*(float64(b/2)-p.X)) > 0 && above.Distance(p) > float64(.55*c.klowong())+c.apart()+r {
					kept = append(kept, p)
					row = append(row, geom.Dot{C: p, R: r})
				}
			}
			if len(kept) > 1 {
				band = band.Join(geom.Polyline(kept...))
			}
		}
		shapes = append(shapes, full(line(under, pattern.Klowong, float64(2*(r+c.apart())), band))...)
		shapes = append(shapes, area(l.role, pattern.Klowong, l.body))
		foot := geom.Pt{X: b / 2, Y: l.body.Bounds().Max.Y}
		shapes = append(shapes, c.fill("sheath", on, l.body.Flatten(.05), foot, geom.Pt{X: b / 2, Y: l.body.Bounds().Min.Y})...)
		shapes = append(shapes, line(pattern.Outline, pattern.Klowong, 1.1*c.klowong(), l.edge))
		shapes = append(shapes, full(dots(on, pattern.Filling, thin(row, float64(2*r)+c.apart())))...)
		above, under = geom.NewRegion(l.body), l.role
	}
	// The bud at the tip, and a hair from its point.
	tip := geom.Pt{X: float64(b / 2), Y: s.y(.86)}
	var bud geom.Path
	for _, a := range []float64{-.02, -.1, -.175} {
		bud = bud.Join(both(leaf(0, float64(b*(.1+float64(.12*-a))), .024*b, .5).Transform(geom.Rotate(a).At(tip))))
	}
	bud = bud.Join(leaf(0, .16*b, .034*b, .5).Transform(geom.Rotate(-.25).At(tip)))
	shapes = append(shapes, full(
		line(pattern.Ground, pattern.Klowong, 2*c.klowong(), bud),
		area(pattern.Accent, pattern.Klowong, bud),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), bud),
		area(pattern.Fill2, pattern.Klowong, geom.Circle(tip, .034*b)),
	)...)
	return pattern.Tile{Size: geom.Pt{X: b, Y: h}, Shapes: shapes}
}

// between is what hangs in the gap beside the shoot: a flower over a chain of
// lozenges and leaves, and cecek along the shoot's side.
func (s sprout) between(c canting) []pattern.Shape {
	b, h := s.b, s.h
	outer, inner := flower(.2*b, 8)
	at := geom.Translate(geom.Pt{Y: float64(.15 * h)})
	var leaves, veins, stones, hearts geom.Path
	var row []geom.Dot
	sprout := func(m geom.Affine, x0, l, half float64) {
		body := leaf(x0, x0+l, half, .5)
		leaves = leaves.Join(body.Transform(m))
		clear := float64(.3*c.klowong()) + float64(.5*c.fine()) + c.apart()
		veins = veins.Join(within(body, geom.Pt{X: x0 + float64(.15*l)}, geom.Pt{X: x0 + float64(.8*l)}, clear).Transform(m))
	}
	for _, y := range []float64{.36, .5, .62, .72, .8} {
		// As large as the gap allows at this height.
		k := float64(.44 * (float64(b/2) - s.half(1-y, 0) - float64(.055*b)))
		m := geom.Translate(geom.Pt{Y: float64(y * h)})
		stones = stones.Join(lozenge(.66*k, 1.05*k).Transform(m))
		if .27*k > float64(.3*c.klowong())+c.apart() {
			hearts = hearts.Join(lozenge(.34*k, .6*k).Transform(m))
		}
		if .3*k < float64(.3*c.klowong())+float64(.6*c.apart()) {
			continue // nothing of a leaf would show within its contour
		}
		for _, a := range []float64{.08, .42, -.08, -.42} {
			sprout(geom.Rotate(a).Then(m), .58*k, 1.39*k, .3*k)
		}
	}
	for _, a := range []float64{.09, .17, .33, .41, 0, .5} {
		sprout(geom.Rotate(a).Then(at), .222*b, .145*b, .04*b)
	}
	for i := range 18 {
		row = append(row, geom.Dot{C: at.Apply(geom.Polar(.375*b, (float64(i)+.5)/18)), R: .011 * b})
	}
	for i := range 33 {
		t := float64(i) / 34
		for _, side := range []float64{-1, 1} {
			x := float64(b/2) + float64(side*(s.half(t, 0)+float64(.035*b)))
			if x > 0 && x < b {
				row = append(row, geom.Dot{C: geom.Pt{X: x, Y: s.y(t)}, R: .011 * b})
			}
		}
	}
	plants := geom.NewRegion(paths(outer.Transform(at), stones, leaves))
	row = slices.DeleteFunc(row, func(d geom.Dot) bool {
		return d.C.Y < d.R+c.apart() || plants.Distance(d.C) > -d.R-float64(.3*c.klowong())-c.apart()
	})
	return full(
		dots(pattern.Latar, pattern.Filling, thin(row, .03*b)),
		area(pattern.Fill2, pattern.Klowong, leaves),
		area(pattern.Fill, pattern.Klowong, paths(outer.Transform(at), stones)),
		line(pattern.Outline, pattern.Klowong, .6*c.klowong(), paths(outer.Transform(at), stones, leaves)),
		area(pattern.Accent, pattern.Klowong, paths(inner.Transform(at), hearts)),
		line(pattern.Outline, pattern.Filling, c.fine(), veins),
		area(pattern.Outline, pattern.Klowong, geom.Circle(at.Apply(geom.Pt{}), .035*b)),
	)
}
