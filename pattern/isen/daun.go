package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// cecekSawutDaun draws a leaf's midrib, its side veins and rows of dots between
// them (handbook §2: at 40°).
func cecekSawutDaun(p place) []geom.Mark {
	w, r := p.width(), p.dot()
	s := newSheet(p).crowded()
	need := p.inset + float64(w/2)
	for _, row := range p.row(0) {
		for _, l := range p.clip(row, need, 3*w) {
			if p.spine == nil {
				l = []geom.Pt{l[0], l[len(l)-1]}
			}
			s.draw(glyph{lines: [][]geom.Pt{l}, smooth: p.spine != nil})
		}
	}
	// Veins stand so far apart that a row of dots has its gaps between two.
	const slope = 40. / 360
	const lean, leant = .006, 8. // of a vein per mm, until so far out
	flat := geom.Angle(geom.Pt{X: geom.Cos(slope) + 2*lean*leant, Y: geom.Sin(slope)})
	pitch := p.pitch(2.3, w+2*r+Gap+.06) / geom.Sin(flat)
	start := w + Gap
	vein := func(x, sign, from, margin float64) (rows [][]geom.Pt) {
		line := make([]geom.Pt, 0, 64)
		const step = .5
		u := geom.Polar(1, slope)
		for d := from; d < p.half*2; d += step {
			// Veins lean forward as they near the rim.
			e := math.Min(d, leant)
			at := geom.Pt{X: x + float64(d*u.X) + float64(lean*e*e) + float64(2*lean*leant*(d-e)), Y: float64(sign * d * u.Y)}
			if p.folded(at.X, at.Y) {
				break
			}
			line = append(line, p.at(at.X, at.Y))
		}
		return p.clip(line, margin, 0)
	}
	n := int(p.half/pitch) + 2
	first := start / geom.Sin(slope)
	for i := -n; i <= n; i++ {
		x := float64(float64(i) * pitch)
		for _, sign := range []float64{1, -1} {
			if runs := vein(x, sign, first, need); len(runs) > 0 {
				l := geom.Poly{Pts: runs[0]}
				if l.Length() > 3*w {
					l = l.Resample(l.Length() / math.Ceil(l.Length()/1.5))
					s.draw(glyph{lines: [][]geom.Pt{l.Pts}, smooth: true})
				}
			}
		}
	}
	for i := -n; i <= n; i++ {
		x := float64((float64(i) + .5) * pitch)
		for _, sign := range []float64{1, -1} {
			for _, run := range vein(x, sign, first+r, p.inset+r) {
				// Dots count from the rim, where they end on one contour.
				l := geom.Poly{Pts: run}.Reverse()
				for _, q := range l.Resample(l.Length() / math.Max(1, math.Floor(l.Length()/p.pitch(1.5, 2*r)))).Pts {
					if p.fits(q, r) {
						s.draw(glyph{dots: []geom.Dot{{C: q, R: r}}})
					}
				}
				break
			}
		}
	}
	return s.marks()
}

// blarakSahirit draws torn palm fronds: midribs with strokes on one side at 35°,
// shorter towards both ends, frond beside frond.
func blarakSahirit(p place) []geom.Mark {
	w := p.width()
	s := newSheet(p).crowded()
	const slope = 35. / 360
	u := geom.Polar(1, slope)
	stroke := float64(4 * p.shrunk())
	room := float64(u.Y*stroke) + 2*(w+Gap) + .12
	py := p.pitch(4.6, room-Gap)
	pitch := p.pitch(1.25, w) / u.Y
	n := int(p.half/py) + 1
	for j := -n; j <= n; j++ {
		// The frond's middle, not its rib, stands on the row.
		y := float64(float64(j)*py) - float64(room/2) + w
		for _, row := range p.row(y) {
			for _, rib := range p.clip(row, p.inset+float64(w/2), float64(2*p.k)) {
				if p.spine == nil {
					rib = []geom.Pt{rib[0], rib[len(rib)-1]}
				}
				if !s.draw(glyph{lines: [][]geom.Pt{rib}, smooth: p.spine != nil}) {
					continue
				}
				from, _ := p.in(rib[0])
				to, _ := p.in(rib[len(rib)-1])
				m := max(1, int((to-from)/pitch))
				a := (w + Gap + .05) / u.Y
				for i := range m {
					t := (float64(i) + .3) / float64(m)
					// A stroke begins beside the rib, so its line leaves it further back.
					x := geom.Mix(from, to, t) - float64(a*u.X)
					long := float64(stroke * math.Min(1, .45+float64(4*t*(1-t))))
					b := a + long
					l := []geom.Pt{
						p.at(x+float64(a*u.X), y+float64(a*u.Y)),
						p.at(x+float64((a+b)/2*u.X), y+float64((a+b)/2*u.Y)),
						p.at(x+float64(b*u.X), y+float64(b*u.Y)),
					}
					for _, part := range p.clip(l, p.inset+float64(w/2), 3*w) {
						s.draw(glyph{lines: [][]geom.Pt{part}, smooth: true})
						break
					}
				}
			}
		}
	}
	return s.marks()
}

// mathaIteran draws chains of rings along the contour, large and small by turns
// (handbook §2, uncertain).
func mathaIteran(p place) []geom.Mark {
	w := p.width()
	big := math.Max(float64(1.15*p.k), w+Gap/2)
	small := math.Max(float64(.7*p.k), float64(w/2)+Gap/2)
	s := newSheet(p).crowded()
	eye := math.Min(p.dot(), big-float64(w/2)-Gap)
	rings := [2]glyph{
		{lines: [][]geom.Pt{loop(round(18, geom.Pt{}, big, big))}, smooth: true},
		{lines: [][]geom.Pt{loop(round(14, geom.Pt{}, small, small))}, smooth: true},
	}
	if eye > .2 {
		rings[0].dots = []geom.Dot{{R: eye}}
	}
	step := p.pitch(2.95, big+small+w)
	rows := float64(2*big) + w + Gap + float64(.6*p.k*p.tight)
	p.contours(p.inset+big+float64(w/2)+.03, rows, func(q geom.Poly) {
		for i, c := range p.around(q, 2*step, 2, 0) {
			if !s.put(rings[i&1], geom.Translate(c)) && i&1 == 0 {
				s.put(rings[1], geom.Translate(c))
			}
		}
	})
	if s.curves.Empty() {
		c, _ := p.deepest(.1)
		s.put(rings[0], geom.Translate(c))
		if s.curves.Empty() {
			s.put(rings[1], geom.Translate(c))
		}
	}
	return s.marks()
}

// contours calls f with the closed contours at the given depth and every pitch
// deeper.
func (p place) contours(first, pitch float64, f func(geom.Poly)) {
	_, depth := p.deepest(.1)
	var depths []float64
	for d := first; d < depth && len(depths) < 200; d += pitch {
		depths = append(depths, d)
	}
	for _, rings := range p.r.Insets(math.Max(.6, p.half/1000), depths...) {
		for _, q := range rings {
			if q.Length() > 0 {
				f(q)
			}
		}
	}
}

// around returns points along a closed contour, from the tip down one side to the
// foot and back up the other, a multiple of fold on each, fold of them to a
// pitch. Those of a symmetric body are symmetric. Where the two sides are less
// than apart from each other, one point on the ridge stands for both.
func (p place) around(q geom.Poly, pitch float64, fold int, apart float64) []geom.Pt {
	if q.Length() < 2*pitch {
		return []geom.Pt{middle(q.Pts)}
	}
	one, two := p.halves(q)
	n := func(l float64) int { return max(1, int(l/pitch)) * fold }
	n1, n2 := n(one.Length()), n(two.Length())
	if math.Abs(one.Length()-two.Length()) < .06*q.Length() {
		n1, n2 = n(q.Length()/2), n(q.Length()/2)
	}
	a, b := spread(one, n1), spread(two, n2)
	p.even(a, b)
	met := func(i int) bool { return i > 0 && i < min(n1, n2) && a[i].Dist(b[i]) < apart }
	var pts []geom.Pt
	for i, q := range a {
		if met(i) {
			q = q.Lerp(b[i], .5)
		}
		pts = append(pts, q)
	}
	for i := n2 - 1; i > 0; i-- {
		if !met(i) {
			pts = append(pts, b[i])
		}
	}
	return pts
}

// untuWalang draws a grasshopper's teeth: triangles along the contour that point
// inward, and rows of dots behind them.
func untuWalang(p place) []geom.Mark {
	wide, long := float64(1.9*p.shrunk()), float64(2.3*p.shrunk())
	s := newSheet(p).crowded()
	pitch := p.pitch(2.45, wide)
	tooth := func(wide, long float64) glyph {
		return glyph{areas: [][]geom.Pt{{{X: -wide / 2}, {X: wide / 2}, {X: .12 * wide, Y: long}, {X: -.12 * wide, Y: long}}}}
	}
	teeth := []glyph{tooth(wide, long), tooth(.8*wide, .55*long)}
	first := p.inset + .06
	p.contours(first, 1e6, func(q geom.Poly) {
		pts := p.around(q, pitch, 1, 0)
		n := len(pts)
		for i := range n/2 + 1 {
			// Both sides alike, and low teeth where a bay is narrow.
			here, there := p.inward(pts, i, 1), p.inward(pts, (n-i)%n, 1)
			for _, g := range teeth {
				if s.fitsIn(g, here) && s.fitsIn(g, there) {
					s.put(g, here)
					s.put(g, there)
					break
				}
			}
		}
	})
	s.inner(first + long + Gap + p.dot() + .05)
	return s.marks()
}

// inward returns the map that sets a glyph drawn upon the x axis, its body
// towards +y, on point i of a closed contour. The direction is that between the
// points span before and after.
func (p place) inward(pts []geom.Pt, i, span int) geom.Affine {
	n := len(pts)
	t := pts[(i+span)%n].Sub(pts[((i-span)%n+n)%n]).Unit()
	if p.r.Distance(pts[i].Add(t.Perp().Mul(.3))) < p.r.Distance(pts[i]) {
		t = t.Mul(-1)
	}
	return geom.Affine{A: t.X, B: -t.Y, D: t.Y, E: t.X}.At(pts[i])
}

// serit draws a comb: strokes from the contour inward, two short ones after each
// long one, and dots in rows where it leaves the body open.
func serit(p place) []geom.Mark {
	w := p.width()
	s := newSheet(p).crowded()
	pitch := p.pitch(1.1, w)
	first := p.inset + float64(w/2) + .06
	whole := float64(3.4 * p.k)
	p.contours(first, 1e6, func(q geom.Poly) {
		pts := p.around(q, 3*pitch, 3, 0)
		// The long ones first, since the short have room between them.
		for k := range 3 {
			long := whole
			if k != 0 {
				long = float64(.65 * whole)
			}
			for i := k; i < len(pts); i += 3 {
				m := p.inward(pts, i, 2)
				for long := long; long > 3*w; long *= .8 {
					end := m.Apply(geom.Pt{Y: long})
					// Beyond the body's middle line a stroke would point at the other rim.
					if p.r.Distance(end) > first+float64(.8*long) && s.inside([]geom.Pt{pts[i], end}, w/2) &&
						s.draw(glyph{lines: [][]geom.Pt{{pts[i], end}}}) {
						break
					}
				}
			}
		}
	})
	s.inner(first + whole + float64(w/2) + Gap + p.dot() + .05)
	return s.marks()
}
