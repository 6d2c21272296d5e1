package raster

import (
	"context"
	"math"

	"github.com/jagadbatik/jagad/batik/cloth"
)

// Areas returns how many m² of the cloth each ink covers, which is what a wax.Job
// asks for. It counts pixels of .2 mm, larger ones on cloth of more than 1.3 m²,
// and takes every cell as no hand drew it.
func Areas(ctx context.Context, c *cloth.Cloth) ([]float64, error) {
	plain := &cloth.Cloth{}
	if c != nil {
		plain = handless(c)
	}
	pitch := math.Max(.2, math.Sqrt(float64(plain.Size.X*plain.Size.Y)/mostCounted))
	r, err := New(plain, Options{DPI: 25.4 / pitch, Edges: Hard})
	if err != nil {
		return nil, err
	}
	counts := make([]int, len(plain.Inks))
	for m, err := range r.IndexedBands(ctx, 0) {
		if err != nil {
			return nil, err
		}
		for _, k := range m.Pix {
			counts[k]++
		}
	}
	out := make([]float64, len(counts))
	for i, n := range counts {
		out[i] = float64(n) / float64(r.size.X) / float64(r.size.Y) * plain.Size.X * plain.Size.Y / 1e6
	}
	return out, nil
}

// mostCounted is how many pixels are counted at most.
const mostCounted = 32 << 20
