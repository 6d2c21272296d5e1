package motif

import (
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a motif tells of its tile's size, it draws: at both ends of all that it can
// be drawn with.
func TestSizeIsThatOfTheTile(t *testing.T) {
	cat, err := Catalog()
	require.NoError(t, err)
	told := 0
	for _, m := range cat.All() {
		in := m.Info()
		small, large := pattern.Options{Values: map[string]float64{}}, pattern.Options{Values: map[string]float64{}}
		for _, p := range in.Params {
			small.Values[p.ID], large.Values[p.ID] = p.Min, p.Max
		}
		p, _ := in.Param("size")
		large.Values["size"] = p.Min + float64(.37*(p.Def-p.Min)) // no need to draw it at its largest
		for _, o := range []pattern.Options{small, large} {
			if size, ok := m.(pattern.Sized).Size(o); ok {
				assert.Equal(t, m.Draw(o).Size, size, in.ID)
				told++
			}
		}
	}
	assert.Greater(t, told, 100) // two for a motif
}
