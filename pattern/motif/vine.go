package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// vine is a way in which tendrils cover a ground evenly, as on semen cloth: thin
// stems at about equal distance from each other, with grains of leaves on
// alternate sides, like ears of rice.
type vine struct {
	apart      float64 // mm between neighbouring stems
	leaf, wide float64 // length of a grain and its half width, of the length
	pitch      float64 // mm between grains along a stem
	w          float64 // width of a stem at its foot, mm
	stem, body pattern.Role
	speck      pattern.Role // of the cecek
	edge       float64      // width of the grains' contour, 0 for none
	rim        pattern.Role
	dot        float64 // radius of the cecek in what is left open, 0 for none
	sparse     float64 // least room of a cecek, of its radius; 0 as near as may be
	clear      float64 // ground that a grain leaves open at its tip, mm; 0 the garden's
}

// shoot is where a tendril begins.
type shoot struct {
	at  geom.Pt
	dir float64 // turns
}

// vine grows tendrils from the shoots, branches from the tendrils wherever there
// is room for one, and then grains along all of them. Stems run to where the
// ground is most open, as streamlines placed at even distance (after Jobard and
// Lefer 1997), but each springs from another.
func (g *garden) vine(l vine, from []shoot, sd seed.Seed) {
	var grown []stem
	parent := make(map[int]bool) // stems that others spring from
	r := sd.At("lung")
	start := func(s shoot) bool {
		t, ok := g.wander(l, s, r)
		if ok {
			grown = append(grown, t)
		}
		return ok
	}
	for _, s := range from {
		start(s)
	}
	// A queue: what grew first branches first, so the whole ground fills at once.
	next := 0
	branch := func() {
		for ; next < len(grown) && next < 3000; next++ {
			t, side := grown[next], r.Sign()
			walked := .4 * l.apart
			for i := 1; i < len(t.pts)-1; i++ {
				if walked += t.pts[i].Dist(t.pts[i-1]); walked < .8*l.apart {
					continue
				}
				for _, sgn := range []float64{side, -side} {
					d := t.dir(i) + float64(sgn*r.Range(.11, .19))
					if g.room(t.pts[i].Add(geom.Polar(1.1*l.apart, d))) > .62*l.apart {
						if start(shoot{t.pts[i], d}) {
							parent[next] = true
						}
						walked, side = 0, -sgn
						break
					}
				}
			}
		}
	}
	branch()
	// Places that no branch found are reached from the stem nearest to them.
	g.gaps(.72*l.apart, sd.Sub("gaps"), func(at geom.Pt, room float64) {
		best, from, of := 7*l.apart, shoot{}, -1
		for k, t := range grown {
			for _, p := range t.pts {
				if v := g.toward(p, at); v.Len() < best {
					best, from, of = v.Len(), shoot{p, geom.Angle(v)}, k
				}
			}
		}
		switch {
		case of >= 0 && start(from):
			parent[of] = true
			branch()
		case start(g.rim(at, room)): // a shoot springs from the figure beside it
			branch()
		default:
			g.take(geom.Dot{C: at, R: .1})
		}
	})
	// From here on only near things matter, and the less is looked at.
	g.reach = math.Max(1.2*l.leaf*l.wide, 1.1*math.Max(l.sparse, 2.1)*l.dot)
	for k, t := range grown {
		// A twig that bears nothing is left out.
		if g.grains(l, t, r) > 0 || parent[k] {
			g.lay(deepLeaf+3, geom.Translate(g.home(t.pts[0]).Sub(t.pts[0])), area(l.stem, pattern.Klowong, t.outline()))
			g.stems = append(g.stems, t)
		}
	}
	// What is still open takes cecek.
	if l.dot > 0 {
		g.gaps(math.Max(l.sparse, 2.1)*l.dot, sd.Sub("cecek"), func(at geom.Pt, _ float64) {
			g.take(geom.Dot{C: at, R: l.dot})
			g.lay(deepTanahan, geom.Translate(g.home(at).Sub(at)), dots(l.speck, pattern.Filling, []geom.Dot{{C: at, R: l.dot}}))
		})
	}
}

// rim returns the shoot from what stands nearest to an open place into the place.
func (g *plot) rim(at geom.Pt, room float64) shoot {
	const ways = 16
	least, dir := math.Inf(1), 0.
	for i := range ways {
		d := float64(i) / ways
		if v := g.room(at.Add(geom.Polar(.8*room, d))); v < least {
			least, dir = v, d
		}
	}
	return shoot{at.Add(geom.Polar(.95*room, dir)), dir + .5}
}

// newGround is a garden whose plot has cells of about the given size and knows
// distances up to reach.
func (c canting) newGround(w, h, cell, reach float64) *garden {
	g := &plot{w: w, h: h, nx: int(geom.Clamp(math.Ceil(w/cell), 24, 400)), ny: int(geom.Clamp(math.Ceil(h/cell), 24, 600)), reach: reach}
	return &garden{c: c, plot: g.bare(), gap: float64(.9 * c.nozzle)}
}

// toward returns the shortest way from p to q round the torus.
func (g *plot) toward(p, q geom.Pt) geom.Pt {
	d := q.Sub(p)
	return geom.Pt{X: d.X - float64(math.Floor(d.X/g.w+.5)*g.w), Y: d.Y - float64(math.Floor(d.Y/g.h+.5)*g.h)}
}

// wander grows one stem step by step; it turns to where there is most room and
// ends where there is too little. What it passed is taken a little later, lest it
// shrink from itself.
func (g *garden) wander(l vine, s shoot, r *seed.Stream) (stem, bool) {
	const lag, most = 4, 160 // steps
	step := float64(.34 * l.apart)
	wide := float64(1.1 * l.apart)
	least := math.Max(.6*l.apart, .75*l.leaf) // a grain leans out by .7 of its length
	bias, sway := float64(r.Sign()*r.Range(0, .02)), r.Float64()
	pts := []geom.Pt{s.at}
	p, d, turn := s.at, s.dir, 0.
	for n := 1; n < most; n++ {
		best, da := math.Inf(-1), 0.
		want := bias + float64(.026*geom.Sin(sway+float64(float64(n)/16)))
		for k := -3; k <= 3; k++ {
			// A hand that draws a bend goes on in it.
			a := float64(.55*turn) + float64(k)/70
			q := p.Add(geom.Polar(step, d+a))
			ahead := q.Add(geom.Polar(2*step, d+float64(2.2*a)))
			score := math.Min(g.room(q), wide) + float64(.9*math.Min(g.room(ahead), wide)) - float64(320*l.apart*(a-want)*(a-want))
			if score > best {
				best, da = score, a
			}
		}
		d, turn = d+da, da
		q := p.Add(geom.Polar(step, d))
		need := least
		if n <= lag { // still near the stem that it springs from
			need = math.Min(least, .62*q.Dist(s.at))
		}
		// A stem that ran round the torus would reach beyond the next tile.
		if far := q.Sub(s.at); g.room(q) < need || math.Abs(far.X) > .7*g.w || math.Abs(far.Y) > .7*g.h {
			break
		}
		p = q
		pts = append(pts, p)
		if n > lag {
			g.take(geom.Dot{C: pts[n-lag], R: l.w / 2})
		}
	}
	if len(pts) < lag {
		return stem{}, false
	}
	for _, q := range pts[max(1, len(pts)-lag-1):] {
		g.take(geom.Dot{C: q, R: l.w / 2})
	}
	// Its end is still as broad as wax leaves open.
	return stem{pts, l.w, math.Max(.55*l.w, math.Min(l.w, float64(1.08*finest(g.c.o))))}, true
}

// grains sets leaves on alternate sides along a stem and one at its end, and
// returns how many found room.
func (g *garden) grains(l vine, t stem, r *seed.Stream) (n int) {
	line := geom.Poly{Pts: t.pts}.Resample(.5 * l.pitch).Pts
	side := r.Sign()
	for i := 1; i < len(line); i++ {
		d, k := geom.Angle(line[i].Sub(line[i-1])), 1.
		if i < len(line)-1 {
			if i%2 == 0 {
				continue
			}
			side = -side
			d += float64(side * r.Range(.11, .15))
			k = r.Range(.9, 1.1)
		}
		if g.grain(l, line[i], d, k) {
			n++
		}
	}
	return n
}

// grain sets one leaf, its foot on a stem, its tip away; where it finds no room it
// is tried smaller.
func (g *garden) grain(l vine, foot geom.Pt, dir, k float64) bool {
	for _, shrink := range []float64{1, .8, .62, .46} {
		n := float64(l.leaf * k * shrink)
		half := float64(n * l.wide)
		mid, end := foot.Add(geom.Polar(.62*n, dir)), foot.Add(geom.Polar(n, dir))
		tip := geom.Dot{C: end.Add(geom.Polar(l.edge, dir)), R: float64(.2*half) + float64(.5*l.edge)}
		clear := float64(.45 * g.gap)
		if l.clear > 0 {
			clear = l.clear
		}
		if !g.fits([]geom.Dot{tip}, clear) || g.room(mid) < .7*half { // its own stem is near too
			continue
		}
		g.take(geom.Dot{C: foot.Add(geom.Polar(.35*n, dir)), R: float64(.7*half) + l.edge}, geom.Dot{C: mid, R: half + l.edge}, tip)
		m := geom.Rotate(dir).At(g.home(foot))
		// It leaves the stem aslant, from under it: so it neither makes the stem thin
		// nor leaves a slit beside it.
		from := float64(1.6 * l.edge)
		if l.edge > 0 {
			g.lay(deepLeaf, m, area(l.rim, pattern.Klowong, leaf(from-float64(1.6*l.edge), n+float64(1.6*l.edge), half+l.edge, .5)))
		}
		g.lay(deepLeaf+1, m, area(l.body, pattern.Klowong, leaf(from, n, half, .5)))
		// A small one has no room beside a rib.
		if rib := float64(1.4 * l.edge); l.edge > 0 && half-float64(rib/2) > g.c.apart() {
			g.lay(deepLeaf+2, m, line(l.rim, pattern.Filling, rib, geom.Polyline(geom.Pt{X: .22 * n}, geom.Pt{X: .74 * n})))
		}
		return true
	}
	return false
}

// footprint is the ground that an emblem covers under a map, its inside as well as
// the lines that leave its bodies, as discs on a grid.
func (g *garden) footprint(e emblem, m geom.Affine) []geom.Dot {
	// Discs on a grid finer than they are wide leave no hole.
	step := math.Max(2*math.Max(g.dx, g.dy), 1)
	var bodies, lines []geom.Poly
	var box geom.Rect
	for _, s := range e.shapes() {
		for _, q := range s.Path.Transform(m).Flatten(.2) {
			switch {
			case s.Kind == geom.Area:
				bodies = append(bodies, q)
				box = box.Union(geom.Bounds(q.Pts))
			case !q.Closed: // closed lines are contours of bodies
				lines = append(lines, q)
			}
		}
	}
	box = box.Inset(-step)
	nx := int(box.W()/step) + 1
	covered := make([]bool, nx*(int(box.H()/step)+1))
	var ds []geom.Dot
	for _, q := range bodies {
		part := geom.NewRegionPoly(q)
		i0, j0 := int((part.Bounds.Min.X-box.Min.X)/step), int((part.Bounds.Min.Y-box.Min.Y)/step)
		for j := j0; box.Min.Y+float64(float64(j)*step) < part.Bounds.Max.Y; j++ {
			for i := i0; box.Min.X+float64(float64(i)*step) < part.Bounds.Max.X; i++ {
				p := geom.Pt{X: box.Min.X + float64(float64(i)*step), Y: box.Min.Y + float64(float64(j)*step)}
				if k := j*nx + i; !covered[k] && part.Contains(p) {
					covered[k] = true
					ds = append(ds, geom.Dot{C: p, R: .5 * step})
				}
			}
		}
	}
	for _, q := range lines {
		for _, p := range q.Resample(step).Pts {
			i, j := int((p.X-box.Min.X)/step), int((p.Y-box.Min.Y)/step)
			if k := j*nx + i; box.Contains(p) && (covered[k] || covered[min(k+nx, len(covered)-1)]) {
				continue
			}
			ds = append(ds, geom.Dot{C: p, R: .3 * step})
		}
	}
	return ds
}

// stand takes the ground of an emblem with so much room about it.
func (g *garden) stand(e emblem, m geom.Affine, room float64) {
	for _, d := range g.footprint(e, m) {
		g.take(geom.Dot{C: d.C, R: d.R + room})
	}
}

// semenVine is the growth of a semen ground.
func (c canting) semenVine() vine {
	k, f := math.Sqrt(c.k), c.fine()
	return vine{apart: float64(4.9 * k * c.value("growth")), leaf: float64(3.8 * k * c.value("leaf")), wide: .25, pitch: float64(2.45 * k), w: 1.7 * f,
		stem: pattern.Fill, body: pattern.Outline, speck: pattern.Latar, clear: c.apart(), dot: []float64{0, .8, .62}[c.whole("cecek")] * c.cecek(), sparse: []float64{1, 5.2, 2.6}[c.whole("cecek")]}
}

// overgrown covers the ground about figures that stand in a garden and returns all
// in painting order.
func (c canting) overgrown(g *garden, l vine, figures emblem, sd seed.Seed) []pattern.Shape {
	// Shoots leave the figures along their rims, a few to each.
	var from []shoot
	r := sd.At("shoots")
	for _, q := range figures.hull().Flatten(.5) {
		box := geom.Bounds(q.Pts)
		if box.W()+box.H() < 4*l.apart {
			continue
		}
		for range 2 {
			i := r.Below(len(q.Pts))
			d := geom.Angle(q.Pts[i].Sub(box.Center()))
			if at := q.Pts[i].Add(geom.Polar(1.4*c.klowong(), d)); g.room(at.Add(geom.Polar(l.apart, d))) > .6*l.apart {
				from = append(from, shoot{at, d})
			}
		}
	}
	g.vine(l, from, sd)
	return append(append(g.shapes(), figures.halo(1.1*c.klowong())), figures.shapes()...)
}
