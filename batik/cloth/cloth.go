// Package cloth is the contract between making and showing: inked shapes in
// millimetres, by zone and in painting order. It knows nothing of motifs, markets
// or pixels.
package cloth

import (
	"math"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Cloth is a laid-out cloth. All coordinates are mm from its upper left corner.
// A Cloth is read only once made; any number of goroutines may draw it.
type Cloth struct {
	Title  string
	Size   geom.Pt
	Inks   []palette.Ink // referred to by index; at most 250
	Ground int           // ink under all zones
	Zones  []Zone        // painted in order
	Repeat geom.Pt       // the main repeat in mm, which print sizes are fitted to; zero: none
	Source []byte        // the design as JSON, carried along in exported files
}

// Zone is a rectangle of the cloth filled by one repeating cell: the badan, a
// border, or a single drawing.
//
// Shape k of every cell is painted before shape k+1 of any cell, and within one
// k the cells are painted row by row, left to right. So a shape may reach over
// its cell without being cut.
type Zone struct {
	Name   string
	Bounds geom.Rect // everything is clipped to it
	// Within, where it is not empty, clips the zone to the inside of a path as
	// well (mm on the cloth, non-zero rule): half a pagi-sore, the mitred end of a
	// border.
	Within geom.Path
	Ground int // ink that fills Bounds first; negative: none
	// Origin is where cell (0,0) has its (0,0); cell (i,j) is Repeat.X·i to the
	// right and Repeat.Y·j below. A zero Repeat in one axis means a single column
	// or row. Cells cover all of Bounds, also left of and above Origin.
	Origin, Repeat geom.Pt
	Cell           []Shape
	// Hand redraws shape k, whose mark is m, for cell (i,j), as a hand would that
	// never does a thing twice; Margin is how far (mm) it may move anything beyond
	// the shape's bounds. A nil Hand leaves all cells equal.
	//
	// As append does, it returns its mark in the memory of into, which is the
	// caller's, or in memory of its own where that is too little; never in m's,
	// for the caller may have the next mark drawn over this one. What into holds
	// does not matter: Hand must be a pure function of m and its place.
	Hand   func(into, m geom.Mark, k, i, j int) geom.Mark
	Margin float64
}

// Shape is a mark with its ink.
type Shape struct {
	geom.Mark
	Ink   int
	Layer string // wax stage: "klowong", "isen", "tembok" …
}

// Cells returns the half-open index ranges of the cells whose copies of a box
// (relative to the cell) touch the window (in mm on the cloth).
func (z *Zone) Cells(box, window geom.Rect) (i0, i1, j0, j1 int) {
	w := window.Intersect(z.Bounds)
	if w.Empty() {
		return 0, 0, 0, 0
	}
	span := func(lo, hi, wlo, whi, origin, repeat float64) (int, int) {
		if !(repeat > 0) {
			if origin+lo < whi && origin+hi > wlo {
				return 0, 1
			}
			return 0, 0
		}
		a := math.Ceil((wlo - origin - hi) / repeat)
		b := math.Floor((whi-origin-lo)/repeat) + 1
		return int(a), max(int(a), int(b))
	}
	i0, i1 = span(box.Min.X, box.Max.X, w.Min.X, w.Max.X, z.Origin.X, z.Repeat.X)
	j0, j1 = span(box.Min.Y, box.Max.Y, w.Min.Y, w.Max.Y, z.Origin.Y, z.Repeat.Y)
	return
}
