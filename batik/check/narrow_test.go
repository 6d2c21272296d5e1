package check

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Distances are those of all pairs of samples, along the axes that go round as well.
func TestDistances(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		g := &grid{nx: 1 + rng.IntN(24), ny: 1 + rng.IntN(24), loopX: rng.IntN(2) == 0, loopY: rng.IntN(2) == 0}
		g.ink = make([]uint8, g.nx*g.ny)
		for range rng.IntN(6) {
			x, y, w, h := rng.IntN(g.nx), rng.IntN(g.ny), 1+rng.IntN(12), 1+rng.IntN(12)
			for j := y; j < min(g.ny, y+h); j++ {
				for i := x; i < min(g.nx, x+w); i++ {
					g.ink[j*g.nx+i] = uint8(w % 3)
				}
			}
		}
		reach := 1 + rng.IntN(9)
		require.NoError(t, g.measure(context.Background(), reach))
		source, from := make([]bool, len(g.ink)), make([]uint16, len(g.ink))
		for i := range source {
			source[i] = rng.IntN(9) == 0
		}
		require.NoError(t, g.distances(context.Background(), reach, from, nil, source))
		for y := range g.ny {
			for x := range g.nx {
				i := y*g.nx + x
				other, nearest := reach*reach+1, reach*reach+1
				for dy := -reach; dy <= reach; dy++ {
					for dx := -reach; dx <= reach; dx++ {
						j, ok := g.near(x+dx, y+dy)
						if ok && g.ink[j] != g.ink[i] {
							other = min(other, dx*dx+dy*dy)
						}
						if ok && source[j] {
							nearest = min(nearest, dx*dx+dy*dy)
						}
					}
				}
				require.Equal(t, other, min(int(g.edge[i]), reach*reach+1), "(%d, %d) of %d × %d", x, y, g.nx, g.ny)
				require.Equal(t, nearest, min(int(from[i]), reach*reach+1), "(%d, %d) of %d × %d", x, y, g.nx, g.ny)
			}
		}
	}
}
