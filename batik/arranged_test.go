package batik_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// An arrangement is held against its definition: where a copy of the tile is laid,
// the cloth must show what plain rows show on the tile, turned or mirrored as the
// copy is. Figures on the tile's border are where that fails, since a tile draws
// them once and leaves the rest of them to its neighbours.
func TestCopiesOfATileAreWhole(t *testing.T) {
	cat, err := batik.Motifs()
	require.NoError(t, err)
	for _, m := range cat.All() {
		in := m.Info()
		d, err := batik.Plan(batik.Brief{Market: "id-pekalongan", Product: "tile", Motif: in.ID})
		require.NoError(t, err)
		d.Technique, d.Field = batik.Print, batik.Figure{Motif: in.ID, Density: 1, Line: 1}
		for i := range d.Inks { // apart, whatever the palette
			v := uint8(255 * i / len(d.Inks))
			d.Inks[i].Color = palette.Color{R: v, G: v, B: v}
		}
		var tile geom.Pt
		picture := func() (*cloth.Cloth, inkMap) {
			c, err := batik.Lay(d)
			require.NoError(t, err, in.ID)
			if tile.X == 0 {
				tile = c.Size
			}
			return c, newInkMap(t, c, int(500*max(c.Size.X, c.Size.Y)/max(tile.X, tile.Y)))
		}
		_, one := picture()
		check := func(name string, places []geom.Affine) {
			c, got := picture()
			bad, all := 0, 0
			for _, p := range places {
				for y := 0; y < one.h; y += 2 {
					for x := 0; x < one.w; x += 2 {
						if !one.solid[y*one.w+x] {
							continue
						}
						at := p.Apply(geom.Pt{X: (float64(x) + .5) * tile.X / float64(one.w), Y: (float64(y) + .5) * tile.Y / float64(one.h)})
						all++
						if got.at(int(at.X/c.Size.X*float64(got.w)), int(at.Y/c.Size.Y*float64(got.h))) != one.ink[y*one.w+x] {
							bad++
						}
					}
				}
			}
			assert.Less(t, float64(bad)/float64(all), .005, "%s by %s", in.ID, name)
		}
		for _, k := range in.Repeats {
			if k == symmetry.Mirror || k == symmetry.Turn {
				d.Field.Repeat = symmetry.Repeat{Kind: k}
				_, places := d.Field.Repeat.Cell(tile)
				check(string(k), places)
			}
		}
		d.Field.Repeat = symmetry.Repeat{}
		for _, g := range symmetry.Arrangements() {
			if g == "p4" && !strings.HasPrefix(in.Group, g) {
				continue // a figure on a corner, which has no quarter turn, lies over its turned self
			}
			d.Field.Group = g
			if _, places, err := symmetry.Arrange(g, tile); err == nil && g != "p1" && (batik.Workshop{}).Validate(d) == nil {
				check(g, places)
			}
		}
	}
}
