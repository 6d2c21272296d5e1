//go:build !race

package raster

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/cloth"
)

// What a picture takes does not grow with what is drawn in it: a cloth of twice the
// cells, and one of twice the shapes in each, take as many allocations, but for a
// few for each band more.
func TestNoAllocationForAShape(t *testing.T) {
	for _, edges := range []Edges{Smooth, Hard} {
		spent := func(c *cloth.Cloth) (least float64, bands int) {
			r, err := New(c, Options{DPI: 40, Workers: 1, Edges: edges})
			require.NoError(t, err)
			least = math.Inf(1) // a pool forgets now and then, with the race detector at random
			for range 4 {
				least = math.Min(least, testing.AllocsPerRun(1, func() {
					bands = 0
					for _, err := range r.Bands(context.Background(), 64) {
						require.NoError(t, err)
						bands++
					}
				}))
			}
			return least, bands
		}
		long, dense := sarong(320, 640, true), sarong(320, 320, true)
		dense.Zones[0].Cell = append(dense.Zones[0].Cell, dense.Zones[0].Cell...)
		one, _ := spent(sarong(320, 320, true)) // 8 × 8 cells of 14 shapes
		two, bands := spent(long)
		more, _ := spent(dense)
		t.Logf("edges %d: %v allocations, %v for twice the cells (%d bands), %v for twice the shapes", edges, one, two, bands, more)
		assert.Less(t, one, 200.)
		assert.Less(t, two-one, float64(4*bands))
		assert.Less(t, more-one, 100.)
	}
}
