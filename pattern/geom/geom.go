// Package geom holds the plane geometry that batik is drawn with: points,
// paths of lines and cubic curves, affine maps, outlines of strokes, distance
// contours, and trigonometry that gives the same bits on every machine.
//
// Units are millimetres, x to the right and y downward. Angles are turns (a
// full circle is 1), positive from +x toward +y. The package knows neither
// pixels nor colours, and nothing in it is random.
//
// Every product that enters a sum is rounded explicitly, float64(a*b)+c, since
// a compiler may otherwise fuse the two on some machines and not on others.
package geom

import "math"

// Pt is a point or a vector in millimetres.
type Pt struct{ X, Y float64 }

// Add returns p+q. Inlined, a product passed in must not fuse into the sum.
func (p Pt) Add(q Pt) Pt {
	return Pt{float64(p.X) + float64(q.X), float64(p.Y) + float64(q.Y)}
}

// Sub returns p−q.
func (p Pt) Sub(q Pt) Pt {
	return Pt{float64(p.X) - float64(q.X), float64(p.Y) - float64(q.Y)}
}

// Mul returns p scaled by k.
func (p Pt) Mul(k float64) Pt { return Pt{float64(p.X * k), float64(p.Y * k)} }

// Dot returns the inner product of p and q.
func (p Pt) Dot(q Pt) float64 { return float64(p.X*q.X) + float64(p.Y*q.Y) }

// Cross returns the z component of p×q; it is positive when q lies clockwise
// of p as seen on the cloth (y points down).
func (p Pt) Cross(q Pt) float64 { return float64(p.X*q.Y) - float64(p.Y*q.X) }

// Len returns the length of p.
func (p Pt) Len() float64 { return math.Sqrt(p.Dot(p)) }

// Dist returns the distance from p to q.
func (p Pt) Dist(q Pt) float64 { return p.Sub(q).Len() }

// Unit returns p scaled to length 1; the zero vector stays zero.
func (p Pt) Unit() Pt {
	l := p.Len()
	if l == 0 {
		return Pt{}
	}
	return Pt{p.X / l, p.Y / l}
}

// Perp returns p turned by a quarter: (x,y) → (−y,x).
func (p Pt) Perp() Pt { return Pt{-p.Y, p.X} }

// Lerp returns the point at fraction t on the way from p to q.
func (p Pt) Lerp(q Pt, t float64) Pt {
	return Pt{p.X + float64((q.X-p.X)*t), p.Y + float64((q.Y-p.Y)*t)}
}

// Turn returns p turned by the given angle in turns.
func (p Pt) Turn(turns float64) Pt {
	s, c := SinCos(turns)
	return Pt{float64(p.X*c) - float64(p.Y*s), float64(p.X*s) + float64(p.Y*c)}
}

// Polar returns the point at distance r and angle turns from the origin.
func Polar(r, turns float64) Pt {
	s, c := SinCos(turns)
	return Pt{float64(r * c), float64(r * s)}
}

// Rect is a rectangle from Min to Max, half open like image.Rectangle. The
// zero Rect is empty.
type Rect struct{ Min, Max Pt }

// R returns the rectangle with its corner at (x,y), w wide and h high.
func R(x, y, w, h float64) Rect {
	return Rect{Pt{x, y}, Pt{float64(x) + float64(w), float64(y) + float64(h)}}
}

// W returns the width.
func (r Rect) W() float64 { return r.Max.X - r.Min.X }

// H returns the height.
func (r Rect) H() float64 { return r.Max.Y - r.Min.Y }

// Center returns the middle of r.
func (r Rect) Center() Pt { return r.Min.Lerp(r.Max, .5) }

// Empty reports whether r holds no area.
func (r Rect) Empty() bool { return !(r.Max.X > r.Min.X && r.Max.Y > r.Min.Y) }

// Contains reports whether p lies in r.
func (r Rect) Contains(p Pt) bool {
	return p.X >= r.Min.X && p.X < r.Max.X && p.Y >= r.Min.Y && p.Y < r.Max.Y
}

// Overlaps reports whether r and s share area.
func (r Rect) Overlaps(s Rect) bool {
	return r.Min.X < s.Max.X && s.Min.X < r.Max.X && r.Min.Y < s.Max.Y && s.Min.Y < r.Max.Y
}

// Inset returns r with every side moved inward by d (outward when negative).
func (r Rect) Inset(d float64) Rect {
	d = float64(d) // a product passed in must not fuse into the sums
	return Rect{Pt{r.Min.X + d, r.Min.Y + d}, Pt{r.Max.X - d, r.Max.Y - d}}
}

// Shift returns r moved by d.
func (r Rect) Shift(d Pt) Rect { return Rect{r.Min.Add(d), r.Max.Add(d)} }

// Union returns the smallest rectangle that holds r and s; an empty one is
// ignored.
func (r Rect) Union(s Rect) Rect {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	return Rect{
		Pt{math.Min(r.Min.X, s.Min.X), math.Min(r.Min.Y, s.Min.Y)},
		Pt{math.Max(r.Max.X, s.Max.X), math.Max(r.Max.Y, s.Max.Y)},
	}
}

// Intersect returns the common part of r and s, which may be empty.
func (r Rect) Intersect(s Rect) Rect {
	return Rect{
		Pt{math.Max(r.Min.X, s.Min.X), math.Max(r.Min.Y, s.Min.Y)},
		Pt{math.Min(r.Max.X, s.Max.X), math.Min(r.Max.Y, s.Max.Y)},
	}
}

// Path returns the outline of r.
func (r Rect) Path() Path {
	return Polygon(r.Min, Pt{r.Max.X, r.Min.Y}, r.Max, Pt{r.Min.X, r.Max.Y})
}

// Affine maps (x,y) to (Ax+By+C, Dx+Ey+F). The zero Affine maps everything to
// the origin; start from Identity.
type Affine struct{ A, B, C, D, E, F float64 }

// Identity returns the map that changes nothing.
func Identity() Affine { return Affine{A: 1, E: 1} }

// Translate returns the map that moves by d.
func Translate(d Pt) Affine { return Affine{A: 1, C: d.X, E: 1, F: d.Y} }

// Scale returns the map that scales about the origin.
func Scale(sx, sy float64) Affine { return Affine{A: sx, E: sy} }

// Rotate returns the map that turns about the origin.
func Rotate(turns float64) Affine {
	s, c := SinCos(turns)
	return Affine{A: c, B: -s, D: s, E: c}
}

// Apply returns the image of p. Each product is rounded, so no compiler may
// fuse it into the sum.
func (m Affine) Apply(p Pt) Pt {
	return Pt{
		float64(m.A*p.X) + float64(m.B*p.Y) + m.C,
		float64(m.D*p.X) + float64(m.E*p.Y) + m.F,
	}
}

// Then returns the map that does m first and n after it.
func (m Affine) Then(n Affine) Affine {
	return Affine{
		float64(n.A*m.A) + float64(n.B*m.D), float64(n.A*m.B) + float64(n.B*m.E), float64(n.A*m.C) + float64(n.B*m.F) + n.C,
		float64(n.D*m.A) + float64(n.E*m.D), float64(n.D*m.B) + float64(n.E*m.E), float64(n.D*m.C) + float64(n.E*m.F) + n.F,
	}
}

// At returns m followed by a move by d.
func (m Affine) At(d Pt) Affine { m.C += float64(d.X); m.F += float64(d.Y); return m }

// Det returns the determinant: the factor by which areas grow, negative when
// the map mirrors.
func (m Affine) Det() float64 { return float64(m.A*m.E) - float64(m.B*m.D) }

// IsTranslation reports whether m only moves.
func (m Affine) IsTranslation() bool { return m.A == 1 && m.B == 0 && m.D == 0 && m.E == 1 }
