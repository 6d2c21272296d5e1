package symmetry

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// Unit is the number of parts into which a lattice vector is divided for the
// moves of an Op.
const Unit = 24

// Op is one symmetry operation in the basis of a lattice: it takes the point
// x·u + y·v to (Ax + By + TX/24)·u + (Cx + Dy + TY/24)·v. The zero Op is not an
// operation; Identity is.
type Op struct {
	A, B, C, D int
	TX, TY     int // 24ths of u and of v
}

// Identity returns the operation that changes nothing.
func Identity() Op { return Op{A: 1, D: 1} }

// Then returns the operation that does o first and n after it.
func (o Op) Then(n Op) Op {
	return Op{
		n.A*o.A + n.B*o.C, n.A*o.B + n.B*o.D,
		n.C*o.A + n.D*o.C, n.C*o.B + n.D*o.D,
		n.A*o.TX + n.B*o.TY + n.TX, n.C*o.TX + n.D*o.TY + n.TY,
	}
}

// Reduce returns the operation with whole lattice moves left out: TX and TY in
// 0…23.
func (o Op) Reduce() Op {
	o.TX, o.TY = mod(o.TX, Unit), mod(o.TY, Unit)
	return o
}

// Det returns the determinant of the matrix: 1 for a rotation or move, −1 for a
// reflection or glide.
func (o Op) Det() int { return o.A*o.D - o.B*o.C }

// Affine returns the operation as a map of the plane in mm, for the lattice
// vectors u and v. It keeps distances if u and v are of the group's kind (see
// Lattice.Fits). Vectors that span no area give the identity.
func (o Op) Affine(u, v geom.Pt) geom.Affine {
	det := u.Cross(v)
	if !(math.Abs(det) > 0) || math.IsInf(det, 0) {
		return geom.Identity()
	}
	// [u v]·M·[u v]⁻¹. Rectangles and rhombs come out exact, since numerator
	// and denominator are then the same products.
	p := geom.Pt{X: comb(o.A, u.X, o.C, v.X), Y: comb(o.A, u.Y, o.C, v.Y)}
	q := geom.Pt{X: comb(o.B, u.X, o.D, v.X), Y: comb(o.B, u.Y, o.D, v.Y)}
	return geom.Affine{
		A: (float64(p.X*v.Y) - float64(q.X*u.Y)) / det, B: (float64(q.X*u.X) - float64(p.X*v.X)) / det,
		C: comb(o.TX, u.X, o.TY, v.X) / Unit,
		D: (float64(p.Y*v.Y) - float64(q.Y*u.Y)) / det, E: (float64(q.Y*u.X) - float64(p.Y*v.X)) / det,
		F: comb(o.TX, u.Y, o.TY, v.Y) / Unit,
	}
}

// comb returns a·x + b·y, never −0: a zero entry of a map should print as 0.
func comb(a int, x float64, b int, y float64) float64 {
	return float64(float64(a)*x) + float64(float64(b)*y) + 0
}

// mod returns a modulo n in 0…n−1.
func mod(a, n int) int { return ((a % n) + n) % n }

// Group is a wallpaper group or a frieze group. The zero Group is p1 without a
// name. A Group is read only.
type Group struct {
	Name     string  // short IUC name: "p4m"
	Full     string  // full IUC name: "p4mm"
	Orbifold string  // Conway's signature: "*442"
	Lattice  Lattice // the metric that the operations need
	Frieze   bool    // repeats along u only
	ops      []Op
	gens     []int // positions in ops
}

// Ops returns the operations modulo the lattice, the identity first: one for
// each copy of the fundamental domain in the cell spanned by u and v. For cm and
// cmm this is the primitive rhombic cell, half of the centred rectangle.
func (g Group) Ops() []Op {
	if len(g.ops) == 0 {
		return []Op{Identity()}
	}
	return slices.Clone(g.ops)
}

// Generators returns operations that, together with the moves by u and v (u
// alone for a frieze), generate the group; none for p1.
func (g Group) Generators() []Op {
	out := make([]Op, len(g.gens))
	for i, k := range g.gens {
		out[i] = g.ops[k]
	}
	return out
}

// Order returns the number of operations modulo the lattice, which is also the
// order of the point group: 1 for p1 … 12 for p6m.
func (g Group) Order() int { return max(1, len(g.ops)) }

// Maps returns Ops as maps of the plane in mm for the lattice vectors u and v.
func (g Group) Maps(u, v geom.Pt) []geom.Affine {
	ops := g.Ops()
	out := make([]geom.Affine, len(ops))
	for i, o := range ops {
		out[i] = o.Affine(u, v)
	}
	return out
}

// Orbit returns the different images of p (mm) under the group, modulo the
// lattice u, v, in the order of Ops: Order of them for a point in general
// position, fewer on a mirror or a centre of rotation. The images are not
// brought back into one cell. Points nearer than 1e-9 of a lattice vector
// count as one.
func (g Group) Orbit(u, v, p geom.Pt) []geom.Pt {
	det := u.Cross(v)
	var out []geom.Pt
	for _, m := range g.Maps(u, v) {
		q := m.Apply(p)
		if !slices.ContainsFunc(out, func(o geom.Pt) bool {
			d := q.Sub(o)
			x, y := d.Cross(v)/det, u.Cross(d)/det
			if x -= math.Round(x); !g.Frieze {
				y -= math.Round(y)
			}
			return math.Abs(x) < 1e-9 && math.Abs(y) < 1e-9
		}) {
			out = append(out, q)
		}
	}
	return out
}

// find returns the group with the given short or full name.
func find(groups []Group, what, name string) (Group, error) {
	var names, both []string
	for _, g := range groups {
		if name == g.Name || name == g.Full {
			return g, nil
		}
		names, both = append(names, g.Name), append(both, g.Name, g.Full)
	}
	return Group{}, fmt.Errorf("symmetry: %s group %q is unknown; did you mean %q? There are %s",
		what, name, nearest(name, both), strings.Join(names, ", "))
}

// nearest returns the name with the fewest changed letters (Levenshtein 1965),
// the first of equals, ignoring case.
func nearest(name string, names []string) string {
	// Nothing near is that long; the bound keeps the table small.
	s := []rune(strings.ToLower(name[:min(len(name), 64)]))
	best, at := math.MaxInt, ""
	for _, n := range names {
		t := []rune(strings.ToLower(n))
		row := make([]int, len(t)+1)
		for j := range row {
			row[j] = j
		}
		for i, a := range s {
			diag := row[0]
			row[0] = i + 1
			for j, b := range t {
				cost := 1
				if a == b {
					cost = 0
				}
				diag, row[j+1] = row[j+1], min(diag+cost, row[j]+1, row[j+1]+1)
			}
		}
		if d := row[len(t)]; d < best {
			best, at = d, n
		}
	}
	return at
}
