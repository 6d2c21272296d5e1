package symmetry

import (
	"fmt"
	"math"
	"strings"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// arrangement says how whole tiles fill the rectangular cell of a group.
type arrangement struct {
	group      string
	cols, rows int
	// The tile's corner lies at sx, sy (24ths of the cell) from the group's
	// origin, so that the tile is a fundamental domain.
	sx, sy int
}

// arrangements returns the groups of which a rectangle is a fundamental domain.
func arrangements() []arrangement {
	const quarter = Unit / 4
	return []arrangement{
		{group: "p1", cols: 1, rows: 1},
		{group: "p2", cols: 2, rows: 1},
		{group: "pm", cols: 2, rows: 1},
		{group: "pg", cols: 1, rows: 2}, // every other row mirrored: the glide runs upright
		{group: "cm", cols: 2, rows: 2},
		{group: "pmm", cols: 2, rows: 2},
		// The mirrors of pmg stand at a quarter and three quarters of the cell.
		{group: "pmg", cols: 2, rows: 2, sx: quarter},
		{group: "pgg", cols: 2, rows: 2},
		// Four mirrors of cmm enclose a rectangle with a half-turn in its middle,
		// which cuts it into two tiles, one above the other.
		{group: "cmm", cols: 2, rows: 4},
		{group: "p4", cols: 2, rows: 2},
	}
}

// Arrangements returns the names of the groups that Arrange knows.
func Arrangements() []string {
	var names []string
	for _, a := range arrangements() {
		names = append(names, a.group)
	}
	return names
}

// Arrange lays whole tiles of the given size (mm) by a wallpaper group. It returns
// the rectangular cell that repeats in straight rows and columns, and the maps
// that place the tile's copies in it, the first being the tile itself. Every copy
// lies within the cell, and together they cover it once.
//
// It is an error if the group is unknown, if no rectangle can be its fundamental
// domain, so that tiles would be cut (p4m, p4g, p3, p3m1, p31m, p6, p6m), if the
// size is not positive and finite, or if p4 is asked of a tile that is not square.
func Arrange(group string, size geom.Pt) (super geom.Pt, places []geom.Affine, err error) {
	g, err := Lookup(group)
	if err != nil {
		return geom.Pt{}, nil, err
	}
	if !(size.X > 0 && size.Y > 0) || math.IsInf(size.X, 0) || math.IsInf(size.Y, 0) {
		return geom.Pt{}, nil, fmt.Errorf("symmetry: tile size %v × %v mm must be positive and finite", size.X, size.Y)
	}
	var a arrangement
	for _, b := range arrangements() {
		if b.group == g.Name {
			a = b
		}
	}
	if a.cols == 0 {
		return geom.Pt{}, nil, fmt.Errorf("symmetry: %s cannot arrange whole tiles: its fundamental domain is a %s, so a rectangle would be cut; %s can",
			g.Name, domain(g), strings.Join(Arrangements(), ", "))
	}
	if g.Lattice == Square && math.Abs(size.X-size.Y) > 1e-9*size.X {
		return geom.Pt{}, nil, fmt.Errorf("symmetry: %s turns tiles by a quarter and needs square ones; this is %v × %v mm", g.Name, size.X, size.Y)
	}
	ops := g.ops
	if g.Lattice == Rhombic {
		ops = centred(ops)
	}
	super = geom.Pt{X: float64(float64(a.cols) * size.X), Y: float64(float64(a.rows) * size.Y)}
	for _, o := range ops {
		// Moving the origin to the tile's corner s: x ↦ M(x+s)+t−s.
		o.TX += o.A*a.sx + o.B*a.sy - a.sx
		o.TY += o.C*a.sx + o.D*a.sy - a.sy
		// The image of the unit tile begins at its least corner; a whole number of
		// cells brings that into the cell.
		tw, th := Unit/a.cols, Unit/a.rows
		x, y := o.TX+min(0, o.A)*tw+min(0, o.B)*th, o.TY+min(0, o.C)*tw+min(0, o.D)*th
		o.TX += mod(x, Unit) - x
		o.TY += mod(y, Unit) - y
		// Moves are whole tiles, which keeps them exact in mm.
		places = append(places, geom.Affine{
			A: float64(o.A), B: float64(o.B), C: float64(size.X * float64(o.TX/tw)),
			D: float64(o.C), E: float64(o.D), F: float64(size.Y * float64(o.TY/th)),
		})
	}
	return super, places, nil
}

// centred returns the operations of a rhombic group in the centred rectangle:
// with u = (a+b)/2 and v = (b−a)/2 for the rectangle's sides a and b, and each
// of them a second time, moved by u.
func centred(ops []Op) []Op {
	var out []Op
	for _, t := range []int{0, Unit / 2} {
		for _, o := range ops {
			// The change of basis is [½ −½; ½ ½], its inverse [1 1; −1 1]. The
			// rhombic groups have no moves of their own.
			out = append(out, Op{
				A: (o.A + o.B*-1 - o.C + o.D) / 2, B: (o.A + o.B - o.C - o.D) / 2,
				C: (o.A - o.B + o.C - o.D) / 2, D: (o.A + o.B + o.C + o.D) / 2,
				TX: t, TY: t,
			})
		}
	}
	return out
}

// domain says what shape a fundamental domain of the group has.
func domain(g Group) string {
	switch g.Name {
	case "p3":
		return "rhomb of 60°"
	case "p31m", "p6":
		return "triangle or kite around a threefold centre"
	case "p3m1":
		return "triangle of 60°"
	case "p6m":
		return "triangle of 30° and 60°"
	}
	return "triangle of 45°"
}
