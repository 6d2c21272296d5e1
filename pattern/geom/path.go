package geom

import (
	"math"
	"slices"
)

// Verb is one step of a Path.
type Verb uint8

// The verbs, with the number of points that each takes from Path.Pts.
const (
	Move  Verb = iota // 1: start a subpath
	Line              // 1: straight to the point
	Cubic             // 3: two controls and the end
	Close             // 0: straight back to the start of the subpath
)

// Path is a sequence of subpaths made of lines and cubic Bézier curves. The zero
// Path is empty. Its building methods return a longer Path, as append does.
type Path struct {
	Verbs []Verb
	Pts   []Pt
}

// MoveTo starts a subpath at p.
func (a Path) MoveTo(p Pt) Path {
	a.Verbs, a.Pts = append(a.Verbs, Move), append(a.Pts, p)
	return a
}

// LineTo adds a straight line to p.
func (a Path) LineTo(p Pt) Path {
	a.Verbs, a.Pts = append(a.Verbs, Line), append(a.Pts, p)
	return a
}

// CubeTo adds a cubic curve with controls b and c, ending at d.
func (a Path) CubeTo(b, c, d Pt) Path {
	a.Verbs, a.Pts = append(a.Verbs, Cubic), append(a.Pts, b, c, d)
	return a
}

// Close ends the subpath with a line to its start.
func (a Path) Close() Path { a.Verbs = append(a.Verbs, Close); return a }

// Join returns a followed by the subpaths of b.
func (a Path) Join(b Path) Path {
	a.Verbs = append(roomFor(a.Verbs, len(b.Verbs)), b.Verbs...)
	a.Pts = append(roomFor(a.Pts, len(b.Pts)), b.Pts...)
	return a
}

// JoinUnder returns a followed by the subpaths of b mapped by m.
func (a Path) JoinUnder(b Path, m Affine) Path {
	a.Verbs = append(roomFor(a.Verbs, len(b.Verbs)), b.Verbs...)
	a.Pts = roomFor(a.Pts, len(b.Pts))
	for _, q := range b.Pts {
		a.Pts = append(a.Pts, m.Apply(q))
	}
	return a
}

// roomFor returns s with room for n more, twice as much as before where it must
// move: what is gathered from thousands of pieces would move often if it grew by a
// quarter, as append lets long slices grow.
func roomFor[T any](s []T, n int) []T {
	if cap(s)-len(s) >= n {
		return s
	}
	return slices.Grow(s, max(n, len(s)))
}

// Empty reports whether there is nothing to draw.
func (a Path) Empty() bool { return len(a.Pts) == 0 }

// Transform returns the path mapped by m.
func (a Path) Transform(m Affine) Path {
	// The verbs are shared but clipped: what is appended to one stays out of the other.
	p := Path{Verbs: slices.Clip(a.Verbs), Pts: make([]Pt, len(a.Pts))}
	for i, q := range a.Pts {
		p.Pts[i] = m.Apply(q)
	}
	return p
}

// Bounds returns the box of all points and controls, which holds the curve.
func (a Path) Bounds() Rect { return Bounds(a.Pts) }

// Bounds returns the smallest rectangle that holds the points; empty without
// points.
func Bounds(pts []Pt) Rect {
	if len(pts) == 0 {
		return Rect{}
	}
	r := Rect{pts[0], pts[0]}
	for _, p := range pts[1:] {
		r.Min.X, r.Max.X = min(r.Min.X, p.X), max(r.Max.X, p.X)
		r.Min.Y, r.Max.Y = min(r.Min.Y, p.Y), max(r.Max.Y, p.Y)
	}
	return r
}

// Polyline returns an open path through the points.
func Polyline(pts ...Pt) Path {
	if len(pts) == 0 {
		return Path{}
	}
	a := Path{Verbs: make([]Verb, len(pts), len(pts)+1), Pts: slices.Clone(pts)} // and one to close it
	for i := range a.Verbs[1:] {
		a.Verbs[1+i] = Line
	}
	return a
}

// Polygon returns a closed path through the points.
func Polygon(pts ...Pt) Path {
	if len(pts) == 0 {
		return Path{}
	}
	return Polyline(pts...).Close()
}

// kappa is the control length that makes a cubic quarter circle (error 2.7e-4).
const kappa = 0.5522847498307936

// Ellipse returns a closed ellipse with half axes rx, ry, its first axis at the
// given angle in turns.
func Ellipse(c Pt, rx, ry, turns float64) Path {
	p := Path{}.joinEllipse(c, rx, ry, turns)
	return Path{slices.Clip(p.Verbs), slices.Clip(p.Pts)}
}

func (a Path) joinEllipse(c Pt, rx, ry, turns float64) Path {
	const k = kappa
	unit := Path{
		Verbs: []Verb{Move, Cubic, Cubic, Cubic, Cubic, Close},
		Pts: []Pt{{1, 0},
			{1, k}, {k, 1}, {0, 1},
			{-k, 1}, {-1, k}, {-1, 0},
			{-1, -k}, {-k, -1}, {0, -1},
			{k, -1}, {1, -k}, {1, 0}},
	}
	return a.JoinUnder(unit, Scale(rx, ry).Then(Rotate(turns)).At(c))
}

// Circle returns a closed circle.
func Circle(c Pt, r float64) Path { return Ellipse(c, r, r, 0) }

// JoinCircle returns a followed by a closed circle.
func (a Path) JoinCircle(c Pt, r float64) Path { return a.joinEllipse(c, r, r, 0) }

// Arc returns an open circular arc from angle a to angle b, in turns.
func Arc(c Pt, r, a, b float64) Path {
	n := int(math.Ceil(float64(math.Abs(b-a)*8) - 1e-9))
	n = max(1, min(n, 1024))
	d := (b - a) / float64(n)
	// Control length for an arc of angle δ: 4/3 tan(δ/4).
	s, c4 := SinCos(d / 4)
	k := float64(4 * s / (3 * c4))
	p := Path{}.MoveTo(c.Add(Polar(r, a)))
	for i := range n {
		u, v := a+float64(float64(i)*d), a+float64(float64(i+1)*d)
		e0, e1 := Polar(r, u), Polar(r, v)
		p = p.CubeTo(c.Add(e0).Add(e0.Perp().Mul(k)), c.Add(e1).Sub(e1.Perp().Mul(k)), c.Add(e1))
	}
	return p
}

// Superellipse returns (|x/a|ⁿ+|y/b|ⁿ) = 1 about c, its first axis at the given
// angle in turns (handbook §0). n = 2 is an ellipse, larger n is squarer.
func Superellipse(c Pt, a, b, n, turns float64) Path {
	const steps = 32
	m := Rotate(turns).At(c)
	pts := make([]Pt, steps)
	for i := range pts {
		// Along even rays of the unit figure, so that no side is left to few points.
		s, co := SinCos(float64(i) / steps)
		r := Pow(Pow(math.Abs(co), n)+Pow(math.Abs(s), n), -1/n)
		pts[i] = m.Apply(Pt{float64(a * r * co), float64(b * r * s)})
	}
	return Smooth(pts, true)
}

// Petal returns a leaf of length l and half width about 0.49w, from the origin
// along +x: edge Bézier (0,0),(.25l,.75w),(.75l,.55w),(l,0) and its mirror
// (handbook §0).
func Petal(l, w float64) Path {
	return Path{}.MoveTo(Pt{}).
		CubeTo(Pt{.25 * l, .75 * w}, Pt{.75 * l, .55 * w}, Pt{l, 0}).
		CubeTo(Pt{.75 * l, -.55 * w}, Pt{.25 * l, -.75 * w}, Pt{}).Close()
}

// Curl walks a curve whose curvature goes from k0 to k1 (1/mm, as (s/len)^p)
// over the given length, from the origin along +x: the ukel, the tendril and the
// hook of a cloud (handbook §0).
func Curl(k0, k1, length, p float64) []Pt {
	n := int(Clamp(math.Ceil(length/.6), 8, 400))
	h := length / float64(n)
	pts := make([]Pt, 1, n+1)
	a, at := 0., Pt{}
	for i := range n {
		u := (float64(i) + .5) / float64(n)
		k := k0 + float64((k1-k0)*Pow(u, p))
		da := float64(k * h / (2 * math.Pi))
		at = at.Add(Polar(h, a+float64(da/2)))
		a += da
		pts = append(pts, at)
	}
	return pts
}

// Smooth returns a curve through the points, with the tangents of Catmull and
// Rom (1974).
func Smooth(pts []Pt, closed bool) Path {
	n := len(pts)
	if n < 3 {
		if closed {
			return Polygon(pts...)
		}
		return Polyline(pts...)
	}
	return Path{Verbs: make([]Verb, 0, n+2), Pts: make([]Pt, 0, 3*n+1)}.JoinSmooth(pts, closed)
}

// JoinSmooth returns a followed by Smooth's curve through the points.
func (a Path) JoinSmooth(pts []Pt, closed bool) Path {
	n := len(pts)
	if n < 3 {
		return a.Join(Smooth(pts, closed))
	}
	at := func(i int) Pt {
		if closed {
			return pts[((i%n)+n)%n]
		}
		return pts[max(0, min(n-1, i))]
	}
	last := n - 1
	if closed {
		last = n
	}
	a = a.MoveTo(pts[0])
	for i := range last {
		p, q, r, s := at(i-1), at(i), at(i+1), at(i+2)
		a = a.CubeTo(q.Add(r.Sub(p).Mul(1./6)), r.Sub(s.Sub(q).Mul(1./6)), r)
	}
	if closed {
		a = a.Close()
	}
	return a
}

// Poly is a chain of points; Closed says whether its last point meets its first.
type Poly struct {
	Pts    []Pt
	Closed bool
}

// Flatten returns the subpaths as chains of points no further than tol (mm) from
// the curves. The number of pieces depends on the curve alone, never on where or
// how large it is shown.
func (a Path) Flatten(tol float64) []Poly {
	var out []Poly
	a.Chains(nil, tol, func(q Poly) { out = append(out, Poly{slices.Clone(q.Pts), q.Closed}) })
	return out
}

// Chains calls f with each of Flatten's chains, which lies in the memory of buf
// until the next one does. It returns buf, grown where it had to.
func (a Path) Chains(buf []Pt, tol float64, f func(q Poly)) []Pt {
	cur := buf[:0]
	end := func(closed bool) {
		if len(cur) > 1 {
			q := Poly{cur, closed}
			if closed && cur[0] == cur[len(cur)-1] {
				q.Pts = cur[:len(cur)-1]
			}
			f(q)
		}
		cur = cur[:0]
	}
	i := 0
	for _, v := range a.Verbs {
		switch v {
		case Move:
			end(false)
			cur = append(cur, a.Pts[i])
			i++
		case Line:
			cur = append(cur, a.Pts[i])
			i++
		case Cubic:
			if len(cur) > 0 {
				cur = AppendCubic(cur, cur[len(cur)-1], a.Pts[i], a.Pts[i+1], a.Pts[i+2], tol)
			}
			i += 3
		case Close:
			if len(cur) > 0 {
				start := cur[0]
				end(true)
				cur = append(cur, start)
			}
		}
	}
	end(false)
	return cur
}

// AppendCubic appends points on the cubic a b c d, without a, within tol of it.
func AppendCubic(dst []Pt, a, b, c, d Pt, tol float64) []Pt {
	// Wang's bound: n chords stay within 6/8·max|Δ²|/n² of a cubic with second
	// differences Δ².
	u := a.Sub(b.Mul(2)).Add(c)
	v := b.Sub(c.Mul(2)).Add(d)
	m := math.Max(u.Dot(u), v.Dot(v))
	n := int(math.Ceil(math.Sqrt(.75 * math.Sqrt(m) / tol)))
	n = max(1, min(n, 256))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		dst = append(dst, cubicAt(a, b, c, d, t))
	}
	return append(dst, d)
}

func cubicAt(a, b, c, d Pt, t float64) Pt {
	s := 1 - t
	k0, k1, k2, k3 := float64(s*s*s), float64(3*s*s*t), float64(3*s*t*t), float64(t*t*t)
	return Pt{
		float64(k0*a.X) + float64(k1*b.X) + float64(k2*c.X) + float64(k3*d.X),
		float64(k0*a.Y) + float64(k1*b.Y) + float64(k2*c.Y) + float64(k3*d.Y),
	}
}

// Length returns the length of the chain.
func (p Poly) Length() float64 {
	l := 0.
	for i := 1; i < len(p.Pts); i++ {
		l += p.Pts[i].Dist(p.Pts[i-1])
	}
	if p.Closed && len(p.Pts) > 1 {
		l += p.Pts[0].Dist(p.Pts[len(p.Pts)-1])
	}
	return l
}

// Resample returns points along the chain about step apart (mm), evenly, with
// both ends of an open chain kept.
func (p Poly) Resample(step float64) Poly {
	l := p.Length()
	if l == 0 || step <= 0 || len(p.Pts) < 2 {
		return p
	}
	n := int(Clamp(math.Floor(l/step+.5), 1, 1e6))
	if p.Closed {
		n = max(n, 3)
	}
	d := l / float64(n)
	src := p.Pts
	if p.Closed {
		src = append(append([]Pt(nil), src...), src[0])
	}
	out := make([]Pt, 0, n+1)
	out = append(out, src[0])
	next, at := d, 0.
	for i := 1; i < len(src) && len(out) < n; i++ {
		seg := src[i].Dist(src[i-1])
		for seg > 0 && next <= at+seg && len(out) < n {
			out = append(out, src[i-1].Lerp(src[i], (next-at)/seg))
			next += d
		}
		at += seg
	}
	if !p.Closed {
		out = append(out, src[len(src)-1])
	}
	return Poly{out, p.Closed}
}

// Area returns the signed area of a closed chain, positive when it runs
// clockwise as seen on the cloth (y points down).
func (p Poly) Area() float64 {
	s := 0.
	for i, a := range p.Pts {
		s += a.Cross(p.Pts[(i+1)%len(p.Pts)])
	}
	return s / 2
}

// Reverse returns the chain run backwards.
func (p Poly) Reverse() Poly {
	q := make([]Pt, len(p.Pts))
	for i, a := range p.Pts {
		q[len(q)-1-i] = a
	}
	return Poly{q, p.Closed}
}

// Path returns the chain as a path of straight lines.
func (p Poly) Path() Path {
	if p.Closed {
		return Polygon(p.Pts...)
	}
	return Polyline(p.Pts...)
}
