package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// cecek draws rows of dots along the contour, inside one another, as a maker
// follows the klowong round and round. The rows are spread so that the innermost
// two sides stand as far apart as the rows. Dots are heaviest and closest at the
// rim, which shades the body.
func cecek(p place) []geom.Mark {
	const rim, heart = 1.1, .84 // of the usual dot
	r := float64(rim * p.dot())
	first := p.inset + r
	pitch := p.pitch(1.95, 2*r)
	centre, depth := p.deepest(.1)
	if depth < first {
		return nil
	}
	c := newCrowd(p.r.Bounds, float64(2*r)+Gap)
	var ds []geom.Dot
	put := func(q geom.Pt, r float64) {
		if p.fits(q, r) && c.add(q) {
			ds = append(ds, geom.Dot{C: q, R: r})
		}
	}
	n := max(1, int((depth-first)/pitch+.5))
	step := (depth - first) / (float64(n) - .5)
	if step < pitch/2 { // room for a single file only
		put(centre, r)
	}
	depths := make([]float64, n)
	for i := range depths {
		// Contours are traced by straight chords; a hair deeper keeps the dots in.
		depths[i] = first + .03 + float64(float64(i)*step)
	}
	for row, rings := range p.r.Insets(math.Max(.3, pitch/2.5), depths...) {
		in := float64(row) / float64(max(1, n-1))
		r, pitch := float64(r*geom.Mix(1, heart/rim, in)), float64(pitch*geom.Mix(.96, 1.12, in))
		for _, ring := range rings {
			l := ring.Length()
			if l < float64(2*pitch) {
				put(middle(ring.Pts), r)
				continue
			}
			one, two := p.halves(ring)
			n := max(1, int(l/(2*pitch)+.5))
			n1, n2 := n, n
			if a, b := one.Length(), two.Length(); math.Abs(a-b) > .06*l {
				// Not a symmetric body: each side by its own length.
				n1, n2 = max(1, int(a/pitch+.5)), max(1, int(b/pitch+.5))
			}
			a, b := spread(one, n1), spread(two, n2)
			p.even(a, b)
			for i := range max(len(a), len(b)) {
				if i < min(len(a), len(b)) && a[i].Dist(b[i]) < c.apart {
					// Where the two sides meet, one dot on the ridge stands for both.
					put(a[i].Lerp(b[i], .5), r)
					continue
				}
				for _, side := range [][]geom.Pt{a, b} {
					if i < len(side) {
						put(side[i], r)
					}
				}
			}
		}
	}
	if len(ds) == 0 {
		put(centre, r)
	}
	return []geom.Mark{dots(ds)}
}

// halves cuts the closed chain where it crosses the axis nearest to the tip and
// nearest to the foot, and returns both sides from tip to foot, so that what is
// spaced along them is as symmetric as the chain itself.
func (p place) halves(ring geom.Poly) (one, two geom.Poly) {
	n := len(ring.Pts)
	tip, foot := 0, n/2
	hi, lo := math.Inf(-1), math.Inf(1)
	at, end := ring.Pts[0], ring.Pts[n/2]
	for i, a := range ring.Pts {
		b := ring.Pts[(i+1)%n]
		ax, ay := p.in(a)
		bx, by := p.in(b)
		if (ay > 0) == (by > 0) {
			continue
		}
		t := ay / (ay - by)
		x := geom.Mix(ax, bx, t)
		if x > hi {
			hi, tip, at = x, i, a.Lerp(b, t)
		}
		if x < lo {
			lo, foot, end = x, i, a.Lerp(b, t)
		}
	}
	one.Pts, two.Pts = append(one.Pts, at), append(two.Pts, at)
	for i := tip; i != foot; i = (i + 1) % n {
		one.Pts = append(one.Pts, ring.Pts[(i+1)%n])
	}
	for i := tip; i != foot; i = (i + n - 1) % n {
		two.Pts = append(two.Pts, ring.Pts[i])
	}
	one.Pts, two.Pts = append(one.Pts, end), append(two.Pts, end)
	return one, two
}

// even makes the two sides mirror images of each other where they nearly are,
// for contours are traced on a grid that leans to no axis.
func (p place) even(a, b []geom.Pt) {
	if len(a) != len(b) {
		return
	}
	for i := range a {
		ax, ay := p.in(a[i])
		bx, by := p.in(b[i])
		if math.Abs(ax-bx) < .5 && math.Abs(ay+by) < .3 {
			x, y := (ax+bx)/2, (ay-by)/2
			a[i], b[i] = p.at(x, y), p.at(x, -y)
		}
	}
}

// spread returns n+1 points evenly along an open chain, both ends among them.
func spread(p geom.Poly, n int) []geom.Pt {
	l := p.Length()
	if l == 0 {
		return p.Pts[:1]
	}
	return p.Resample(l / float64(n)).Pts
}

func middle(pts []geom.Pt) geom.Pt {
	var m geom.Pt
	for _, q := range pts {
		m = m.Add(q)
	}
	return m.Mul(1 / float64(len(pts)))
}

// cluster places groups of dots on staggered rows, each group whole or not at
// all. The offsets lie within reach of the group's middle.
func (p place) cluster(usual float64, group []geom.Pt, reach float64) []geom.Mark {
	r := p.dot()
	pitch := p.pitch(usual, 2*(reach+r))
	g := glyph{}
	for _, q := range group {
		g.dots = append(g.dots, geom.Dot{C: q, R: r})
	}
	s := newSheet(p)
	// Rows at √3/2 of the pitch make the triangles between groups equilateral.
	p.rows(pitch, float64(pitch*math.Sqrt(3)/2), true, func(_, _ int, x, y float64) { s.put(g, p.set(x, y)) })
	if len(s.ds) == 0 {
		c, _ := p.deepest(.1)
		s.put(g, p.set(p.in(c)))
	}
	return s.marks()
}

// ringOf returns n points on a circle of radius r, the first on the axis.
func ringOf(n int, r float64) []geom.Pt {
	pts := make([]geom.Pt, n)
	for i := range pts {
		pts[i] = geom.Polar(r, float64(i)/float64(n))
	}
	return pts
}

// clusterRadius is the handbook's 1.1 mm, widened where heavier dots would
// stand closer than the least gap.
func (p place) clusterRadius() float64 {
	return math.Max(float64(1.1*p.k), float64(2*p.dot())+Gap)
}

func cecekTelu(p place) []geom.Mark {
	// Three dots stand √3 radii apart, so a smaller circle serves.
	r := float64(.72 * p.clusterRadius())
	return p.cluster(3.6, ringOf(3, r), r)
}

func cecekPitu(p place) []geom.Mark {
	r := p.clusterRadius()
	return p.cluster(5, append(ringOf(6, r), geom.Pt{}), r)
}
