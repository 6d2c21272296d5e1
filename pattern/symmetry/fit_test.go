package symmetry_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func TestFit(t *testing.T) {
	for _, c := range []struct {
		l, r float64
		n    int
	}{{100, 10, 10}, {100, 11, 9}, {100, 300, 1}, {15, 10, 2}, {14, 10, 1}, {1e300, 1e-300, 1 << 24}} {
		n, f := symmetry.Fit(c.l, c.r)
		assert.Equal(t, c.n, n, "%v", c)
		assert.Equal(t, c.l/float64(n), f)
	}
	// Nearest in ratio, against a search.
	for i := 1; i < 400; i++ {
		r := float64(i) * .37
		n, f := symmetry.Fit(100, r)
		for m := max(1, n-2); m <= n+2; m++ {
			off := func(f float64) float64 { return max(f/r, r/f) }
			assert.LessOrEqual(t, off(f), off(100/float64(m))+1e-12)
		}
	}
	for _, b := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		n, _ := symmetry.Fit(5, b)
		assert.Equal(t, 1, n)
		n, _ = symmetry.Fit(b, 5)
		assert.Equal(t, 1, n)
	}
}
