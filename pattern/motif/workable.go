package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// workable returns the tile as a canting can draw it: no line thinner and no dot
// smaller than its finest nozzle leaves, however small the motif is drawn, and no
// area whose outline crosses itself, as the sides of a ribbon do in a tight bend,
// or the flank of a petal that folds over.
func workable(t pattern.Tile, o pattern.Options) pattern.Tile {
	least := finest(o)
	for i, s := range t.Shapes {
		switch s.Kind {
		case geom.Area:
			const tol, speck = .01, .06 // a dot of the finest nozzle has .126 mm²
			t.Shapes[i].Path = s.Path.Untangled(tol, speck)
		case geom.Stroke:
			if s.Width < least && !cored(t.Shapes[:i], s, least) {
				t.Shapes[i].Width = least
			}
		case geom.Dots, geom.Squares:
			t.Shapes[i].Dots = slices.Clone(s.Dots)
			for k, d := range s.Dots {
				// A little more than the least, so that what is measured does not fall short.
				t.Shapes[i].Dots[k].R = math.Max(d.R, float64(.525*least))
			}
		}
	}
	return t
}

// cored reports whether the line runs along the middle of one below it, which it
// would hide if it were as broad as the width.
func cored(below []pattern.Shape, s pattern.Shape, width float64) bool {
	for _, b := range below {
		if b.Kind == geom.Stroke && b.Width > s.Width && b.Width < width+float64(1.5*width) &&
			len(b.Path.Pts) > 0 && len(b.Path.Pts) == len(s.Path.Pts) && b.Path.Pts[0] == s.Path.Pts[0] {
			return true
		}
	}
	return false
}
