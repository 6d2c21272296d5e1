package seed

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStreamsAreNamedNotOrdered(t *testing.T) {
	a := Seed(7).At("isen", 1, 2).Float64()
	Seed(7).At("other").Float64()
	assert.Equal(t, a, Seed(7).At("isen", 1, 2).Float64())
	assert.NotEqual(t, a, Seed(7).At("isen", 2, 1).Float64())
	assert.NotEqual(t, a, Seed(8).At("isen", 1, 2).Float64())
	assert.NotEqual(t, a, Seed(7).At("isem", 1, 2).Float64())
	assert.NotEqual(t, Seed(0).At("a").Float64(), Seed(0).At("b").Float64(), "seed 0 is a seed like any other")
}

// The first numbers are fixed for ever: saved designs depend on them.
func TestFirstNumbersAreFixed(t *testing.T) {
	r := Seed(1).At("x")
	got := []int{r.Below(1000), r.Below(1000), r.Below(1000), r.Below(1000)}
	assert.Equal(t, []int{37, 446, 928, 29}, got)
}

func TestMoments(t *testing.T) {
	r := Seed(3).Stream()
	var s, q, ns, nq float64
	const n = 200000
	for i := range n {
		v := r.Normal()
		s += v
		q += v * v
		x := Seed(9).Noise(float64(i) * .37)
		ns += x
		nq += x * x
	}
	assert.InDelta(t, 0, s/n, .02)
	assert.InDelta(t, 1, math.Sqrt(q/n), .02)
	assert.InDelta(t, 0, ns/n, .05)
	assert.InDelta(t, 1, math.Sqrt(nq/n), .15)
	for range 1000 {
		assert.Less(t, r.Below(7), 7)
	}
	assert.Zero(t, r.Below(0))
}

func TestNoiseIsContinuous(t *testing.T) {
	s := Seed(5)
	for x := -4.; x < 4; x += .01 {
		assert.InDelta(t, s.Noise(x), s.Noise(x+.0001), .002)
	}
}
