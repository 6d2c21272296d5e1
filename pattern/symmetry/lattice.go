package symmetry

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// Lattice is the metric kind of a lattice with the basis u, v.
type Lattice uint8

// The kinds of lattice.
const (
	Oblique     Lattice = iota // any u and v
	Rectangular                // u ⟂ v
	Rhombic                    // |u| = |v|: the primitive basis of the centred rectangle
	Square                     // u ⟂ v, |u| = |v|
	Hexagonal                  // |u| = |v|, a third of a turn from u to v
)

// String returns the kind's name.
func (l Lattice) String() string {
	names := [...]string{"oblique", "rectangular", "rhombic", "square", "hexagonal"}
	return names[min(int(l), len(names)-1)]
}

// Basis returns lattice vectors of the kind. The cell is size.X by size.Y mm for
// the oblique (shown upright) and rectangular kinds; for the rhombic kind size is
// the centred rectangle, of which the vectors reach half a diagonal each way; the
// square and hexagonal kinds look at size.X alone.
func (l Lattice) Basis(size geom.Pt) (u, v geom.Pt) {
	w, h := size.X, size.Y
	switch l {
	case Rhombic:
		return geom.Pt{X: w / 2, Y: h / 2}, geom.Pt{X: -w / 2, Y: h / 2}
	case Square:
		return geom.Pt{X: w}, geom.Pt{Y: w}
	case Hexagonal:
		return geom.Pt{X: w}, geom.Pt{X: -w / 2, Y: float64(w * (math.Sqrt(3) / 2))}
	}
	return geom.Pt{X: w}, geom.Pt{Y: h}
}

// Fits reports whether u and v are a basis of the kind, to one part in 10⁹.
func (l Lattice) Fits(u, v geom.Pt) bool {
	uu, vv, uv := u.Dot(u), v.Dot(v), u.Dot(v)
	tol := 1e-9 * math.Max(uu, vv)
	if !(math.Abs(u.Cross(v)) > tol) || math.IsInf(uu+vv, 0) {
		return false
	}
	near := func(a, b float64) bool { return math.Abs(a-b) <= tol }
	switch l {
	case Rectangular:
		return near(uv, 0)
	case Rhombic:
		return near(uu, vv)
	case Square:
		return near(uv, 0) && near(uu, vv)
	case Hexagonal:
		return near(uu, vv) && near(uv, float64(-uu/2))
	}
	return true
}
