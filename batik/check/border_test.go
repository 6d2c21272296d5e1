package check

import (
	"math"
	"testing"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/motif"
	"github.com/stretchr/testify/assert"
)

// A border can be waxed at any width, from the rim of a scarf to a hem, and so can
// the corners in which it turns: what has no room is left out.
func TestBordersCanBeMade(t *testing.T) {
	inked := func(size geom.Pt, tile pattern.Tile) *cloth.Cloth {
		z := cloth.Zone{Name: "pinggir", Bounds: geom.Rect{Max: size}, Repeat: geom.Pt{X: tile.Size.X}}
		for _, s := range tile.Shapes {
			z.Cell = append(z.Cell, cloth.Shape{Mark: s.Mark, Ink: int(s.Role)})
		}
		return &cloth.Cloth{Size: size, Inks: make([]palette.Ink, pattern.NumRoles), Zones: []cloth.Zone{z}}
	}
	sum, n := 0., 0.
	try := func(name string, width float64, c *cloth.Cloth) {
		r := look(t, c, For("tulis"))
		assert.Less(t, r.Share, .04, "%s, %g mm", name, width)
		sum, n = sum+r.Share, n+1
	}
	for _, w := range []float64{2, 3, 4.5, 6, 8, 11, 16, 24, 40, 90} {
		for _, b := range motif.Borders() {
			rep := float64(1.2 * w)
			try(b.ID, w, inked(geom.Pt{X: 4 * rep, Y: w}, motif.Border(b.ID, w, rep, pattern.Options{})))
		}
		try("corner", w, inked(geom.Pt{X: w, Y: w}, motif.Corner(w, pattern.Options{})))
	}
	assert.Less(t, sum/n, .004, "on average")
	for _, w := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		assert.Zero(t, motif.Corner(w, pattern.Options{}).Size)
	}
}
