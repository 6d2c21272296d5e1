package symmetry

import (
	"fmt"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// Kind is a way of repeating a tile over the cloth.
type Kind string

// The repeats.
const (
	Block    Kind = "block"     // straight rows and columns
	HalfDrop Kind = "half-drop" // each column lower by p/q of the tile's height; half by default
	Brick    Kind = "brick"     // each row shifted by p/q of the tile's width; half by default
	Mirror   Kind = "mirror"    // neighbours mirrored in both axes
	Turn     Kind = "turn"      // neighbours turned by half a turn
)

// Kinds returns the repeats in the order in which a maker would be shown them.
func Kinds() []Kind { return []Kind{Block, HalfDrop, Brick, Mirror, Turn} }

// maxDrop bounds Q: a drop of p/12 already makes a super-cell of twelve tiles.
const maxDrop = 12

// Repeat is a Kind with its measure. The zero Repeat is Block.
type Repeat struct {
	Kind Kind `json:"kind,omitempty"` // "" counts as Block
	// P/Q is the drop of HalfDrop and the shift of Brick, 0 < P < Q ≤ 12; both
	// zero count as 1/2. The other kinds do not look at it.
	P int `json:"p,omitempty"`
	Q int `json:"q,omitempty"`
}

// String returns the repeat in words: "block", "half-drop", "brick 1/3".
func (r Repeat) String() string {
	k := r.Kind
	if k == "" {
		k = Block
	}
	if (k == HalfDrop || k == Brick) && (r.P != 0 || r.Q != 0) && (r.P != 1 || r.Q != 2) {
		return fmt.Sprintf("%s %d/%d", k, r.P, r.Q)
	}
	return string(k)
}

// Validate returns an error that names the first field with a wrong value, or
// nil.
func (r Repeat) Validate() error {
	switch r.Kind {
	case "", Block, Mirror, Turn:
		return nil
	case HalfDrop, Brick:
	default:
		names := make([]string, len(Kinds()))
		for i, k := range Kinds() {
			names[i] = string(k)
		}
		return fmt.Errorf("repeat.kind: %q is unknown; did you mean %q?", string(r.Kind), nearest(string(r.Kind), names))
	}
	if r.P == 0 && r.Q == 0 {
		return nil
	}
	if r.Q < 2 || r.Q > maxDrop {
		return fmt.Errorf("repeat.q: %d is out of range; a %s is p/q of the tile with q from 2 to %d", r.Q, r.Kind, maxDrop)
	}
	if r.P < 1 || r.P >= r.Q {
		return fmt.Errorf("repeat.p: %d is out of range; a %s of p/%d has p from 1 to %d", r.P, r.Kind, r.Q, r.Q-1)
	}
	return nil
}

// ratio returns the drop in lowest terms. A repeat that does not validate counts
// as 1/2.
func (r Repeat) ratio() (p, q int) {
	if r.Validate() != nil || r.Q == 0 {
		return 1, 2
	}
	d := gcd(r.P, r.Q)
	return r.P / d, r.Q / d
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// Cell returns the rectangular super-cell, in mm, that repeats in straight rows
// and columns, and the places of the tile's copies in it: maps to be applied to
// the tile's shapes, drawn on (0,0) to size. Modulo the super-cell the copies
// cover it without gap or overlap, the first being the tile itself; a dropped or
// shifted copy may reach over the super-cell's border.
//
//	Block     1×1
//	HalfDrop  q×1, column c lower by the fraction of c·p/q of the height
//	Brick     1×q, row c further right by the fraction of c·p/q of the width
//	Mirror    2×2, neighbours mirrored: group pmm
//	Turn      2×2, neighbours turned by half a turn, diagonal ones not: group p2
//
// To keep the tile's painting order, place shape k in all places before shape
// k+1. A Kind that does not validate counts as Block, a ratio as 1/2.
func (r Repeat) Cell(size geom.Pt) (super geom.Pt, places []geom.Affine) {
	w, h := size.X, size.Y
	switch r.Kind {
	case HalfDrop:
		p, q := r.ratio()
		for c := range q {
			// One product and one quotient: exact wherever the result is.
			places = append(places, geom.Translate(geom.Pt{X: float64(float64(c) * w), Y: float64(h*float64(c*p%q)) / float64(q)}))
		}
		return geom.Pt{X: float64(float64(q) * w), Y: h}, places
	case Brick:
		p, q := r.ratio()
		for c := range q {
			places = append(places, geom.Translate(geom.Pt{X: float64(w*float64(c*p%q)) / float64(q), Y: float64(float64(c) * h)}))
		}
		return geom.Pt{X: w, Y: float64(float64(q) * h)}, places
	case Mirror:
		return geom.Pt{X: 2 * w, Y: 2 * h}, []geom.Affine{
			geom.Identity(), {A: -1, C: 2 * w, E: 1},
			{A: 1, E: -1, F: 2 * h}, {A: -1, C: 2 * w, E: -1, F: 2 * h},
		}
	case Turn:
		return geom.Pt{X: 2 * w, Y: 2 * h}, []geom.Affine{
			geom.Identity(), {A: -1, C: 2 * w, E: -1, F: h},
			{A: -1, C: w, E: -1, F: 2 * h}, {A: 1, C: w, E: 1, F: h},
		}
	}
	return size, []geom.Affine{geom.Identity()}
}
