package geom

import (
	"math"
	"slices"
)

// Stroke returns the outline of a line of the given width (mm) drawn along the
// chain, with round ends and corners, as one closed chain (two for a closed
// line). All chains turn the same way, so that filling them by the non-zero rule
// fills the stroke.
func (p Poly) Stroke(width, tol float64) []Poly {
	return p.StrokeVar(func(int) float64 { return width }, tol)
}

// StrokeVar is Stroke with a width for each point of the chain.
func (p Poly) StrokeVar(width func(i int) float64, tol float64) []Poly {
	pts, cut := p.stroke(make([]Pt, 0, 2*len(p.Pts)+16), width, tol)
	switch {
	case len(pts) == 0:
		return nil
	case cut == len(pts):
		return []Poly{{pts, true}}
	}
	return []Poly{{pts[:cut:cut], true}, {pts[cut:], true}}
}

// AppendStrokeVar returns the path with the outlines of StrokeVar appended, as
// append does.
func (a Path) AppendStrokeVar(p Poly, width func(i int) float64, tol float64) Path {
	from := len(a.Pts)
	pts, cut := p.stroke(a.Pts, width, tol)
	a.Pts = pts
	a.Verbs = slices.Grow(a.Verbs, len(pts)-from+2)
	for i := from; i < len(pts); i++ {
		switch {
		case i == from:
			a.Verbs = append(a.Verbs, Move)
		case i == cut:
			a.Verbs = append(a.Verbs, Close, Move)
		default:
			a.Verbs = append(a.Verbs, Line)
		}
	}
	if len(pts) > from {
		a.Verbs = append(a.Verbs, Close)
	}
	return a
}

// stroke appends the outline of the chain, or of a closed one both of its outlines,
// of which the second begins at cut.
func (p Poly) stroke(dst []Pt, width func(i int) float64, tol float64) (out []Pt, cut int) {
	pts := p.Pts
	n := len(pts)
	switch {
	case n == 0:
		return dst, len(dst)
	case n == 1:
		dst = append(dst, disc(pts[0], width(0)/2, tol).Pts...)
		return dst, len(dst)
	}
	if !p.Closed {
		dst = side(dst, pts, false, width, 1, tol)
		dst = round(dst, pts[n-1], pts[n-1].Sub(pts[n-2]), width(n-1)/2, tol)
		dst = side(dst, pts, true, width, 1, tol)
		dst = round(dst, pts[0], pts[0].Sub(pts[1]), width(0)/2, tol)
		return dst, len(dst)
	}
	from := len(dst)
	dst = ring(dst, pts, width, 1, tol)
	cut = len(dst)
	dst = ring(dst, pts, width, -1, tol)
	a, b := dst[from:cut], dst[cut:]
	// The outer ring turns like the outline of an open stroke, so that strokes
	// which overlap add up; the inner ring runs against it and cuts the hole.
	if math.Abs(Poly{a, true}.Area()) < math.Abs(Poly{b, true}.Area()) {
		cut = from + len(b)
		slices.Reverse(dst[from:])
		a, b = dst[from:cut], dst[cut:]
		slices.Reverse(a)
		slices.Reverse(b)
	}
	if (Poly{a, true}).Area() < 0 {
		slices.Reverse(a)
	}
	if (Poly{b, true}).Area() > 0 {
		slices.Reverse(b)
	}
	return dst, cut
}

// disc returns a circle as a chain.
func disc(c Pt, r, tol float64) Poly {
	n := arcSteps(r, .5, tol) * 2
	pts := make([]Pt, n)
	for i := range pts {
		pts[i] = c.Add(Polar(r, float64(i)/float64(n)))
	}
	return Poly{pts, true}
}

// arcSteps returns how many chords keep within tol of an arc of the given angle
// in turns.
func arcSteps(r, turns, tol float64) int {
	if r <= 0 {
		return 1
	}
	// sagitta = r(1−cos(π·t)) ≈ r·π²t²/2 for a chord of t turns
	t := math.Sqrt(2*tol/r) / math.Pi
	return int(Clamp(math.Ceil(math.Abs(turns)/t), 2, 64))
}

// round appends a half circle about c from the left of direction d to its right.
func round(dst []Pt, c, d Pt, r, tol float64) []Pt {
	a := Angle(d) - .25
	n := arcSteps(r, .5, tol)
	for i := 0; i <= n; i++ {
		dst = append(dst, c.Add(Polar(r, a+float64(i)/float64(2*n))))
	}
	return dst
}

// side appends the offset of an open chain on its left, forward or backward.
func side(dst []Pt, pts []Pt, back bool, width func(int) float64, sgn, tol float64) []Pt {
	i, step, n := 0, 1, len(pts)
	if back {
		i, step = n-1, -1
	}
	in := legTo(pts[i], pts[i+step])
	for range n - 2 {
		i += step
		out := legTo(pts[i], pts[i+step])
		dst = corner(dst, pts[i], in, out, sgn*width(i)/2, tol)
		in = out
	}
	return dst
}

// ring appends the offset of a closed chain on one side.
func ring(dst []Pt, pts []Pt, width func(int) float64, sgn, tol float64) []Pt {
	n := len(pts)
	in := legTo(pts[n-1], pts[0])
	for i, p := range pts {
		out := legTo(p, pts[(i+1)%n])
		dst = corner(dst, p, in, out, sgn*width(i)/2, tol)
		in = out
	}
	return dst
}

// leg is the way from one point of a chain to the next: its direction, zero if the
// two are one, and its length.
type leg struct {
	dir Pt
	len float64
}

func legTo(a, b Pt) leg {
	d := b.Sub(a)
	l := d.Len()
	if l == 0 {
		return leg{}
	}
	return leg{Pt{d.X / l, d.Y / l}, l}
}

// corner appends the offset of the corner b between two legs, at distance r to
// the left (the side of −Perp) when r is positive. Slight bends are mitred, which
// adds no overlap; sharp outer ones are rounded.
func corner(dst []Pt, b Pt, in, out leg, r, tol float64) []Pt {
	d0, d1 := in.dir, out.dir
	if d0 == (Pt{}) {
		d0 = d1
	}
	if d1 == (Pt{}) {
		d1 = d0
	}
	n0, n1 := d0.Perp().Mul(-r), d1.Perp().Mul(-r)
	cos, sin := d0.Dot(d1), d0.Cross(d1)
	outer := float64(sin*r) > 0
	if cos > .5 || !outer && cos > -.7 {
		m := n0.Add(n1)
		k := float64(2*r*r) / math.Max(m.Dot(m), 1e-12)
		q := m.Mul(k)
		// An inner corner of short sides must not shoot past them.
		lim := math.Min(in.len, out.len) + math.Abs(r)
		if l := q.Len(); l > lim {
			q = q.Mul(lim / l)
		}
		return append(dst, b.Add(q))
	}
	if !outer {
		return append(dst, b.Add(n0), b.Add(n1))
	}
	t0 := Angle(n0)
	dt := Angle(n1) - t0
	dt -= math.Floor(dt + .5)
	n := arcSteps(math.Abs(r), dt, tol)
	for i := 0; i <= n; i++ {
		dst = append(dst, b.Add(Polar(math.Abs(r), t0+float64(dt*float64(i)/float64(n)))))
	}
	return dst
}
