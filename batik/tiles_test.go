package batik_test

import (
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// counted is a motif that counts how often it is drawn.
type counted struct {
	pattern.Motif
	n *int
}

func (c counted) Draw(o pattern.Options) pattern.Tile {
	*c.n++
	return c.Motif.Draw(o)
}

// A cloth laid with remembered tiles is the same cloth, and a motif is drawn again
// only when it is another.
func TestTilesAreRemembered(t *testing.T) {
	built, err := batik.Motifs()
	require.NoError(t, err)
	n := 0
	var all []pattern.Motif
	for _, id := range built.IDs() {
		m, _ := built.Lookup(id)
		all = append(all, counted{m, &n})
	}
	cat, err := pattern.NewCatalog(all...)
	require.NoError(t, err)
	shop := batik.Workshop{Motifs: cat, Tiles: &batik.Tiles{}}
	d, err := shop.Plan(batik.Brief{Market: "id-pekalongan", Product: "kain_panjang_pesisir", Motif: "buketan", Seed: 4})
	require.NoError(t, err)
	zones := func(c *cloth.Cloth) (out [][]cloth.Shape) {
		for _, z := range c.Zones {
			out = append(out, z.Cell)
		}
		return out
	}
	step := func(name string, again bool, change func(*batik.Design)) {
		change(d)
		before := n
		got, err := shop.Lay(d)
		require.NoError(t, err, name)
		assert.Equal(t, again, n > before, "%s: drawn %d times", name, n-before)
		want, err := batik.Lay(d)
		require.NoError(t, err, name)
		assert.Equal(t, zones(want), zones(got), name)
	}
	step("at first", true, func(*batik.Design) {})
	step("the same", false, func(*batik.Design) {})
	step("printed", false, func(d *batik.Design) { d.Technique = batik.Print })
	step("stamped, which is coarser", true, func(d *batik.Design) { d.Technique = batik.Cap })
	step("shift", false, func(d *batik.Design) { d.Field.Shift = batik.Checks })
	step("ink", false, func(d *batik.Design) { d.Inks[1].Color.G ^= 32 })
	step("line", true, func(d *batik.Design) { d.Field.Line = 1.3 })
	step("line, back", false, func(d *batik.Design) { d.Field.Line = 1 })
	step("seed", true, func(d *batik.Design) { d.Seed++ })
}
