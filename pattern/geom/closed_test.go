package geom

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func areaOf(qs []Poly) float64 {
	sum := 0.
	for _, q := range qs {
		for i, p := range q.Pts {
			sum += p.Cross(q.Pts[(i+1)%len(q.Pts)]) / 2
		}
	}
	return math.Abs(sum)
}

// Two discs grow, and become one where the gap left between them is too slim; then
// the neck between is bounded by the circle that just fits the gap, so that its area
// is known.
func TestClosed(t *testing.T) {
	const r, grow, gap = 4., .5, 1.
	discs := func(d float64) []Poly {
		parts := []*Region{fine(Circle(Pt{X: -d / 2}, r)), fine(Circle(Pt{X: d / 2}, r))}
		return Closed(parts, grow, gap, .1, R(-20, -20, 40, 40))
	}
	apart := discs(2*(r+grow) + gap*1.05)
	assert.Len(t, apart, 2)
	assert.InDelta(t, 2*math.Pi*(r+grow)*(r+grow), areaOf(apart), .3)

	d := 2*(r+grow) + gap*.6
	joined := discs(d)
	assert.Len(t, joined, 1)
	// A disc of half the gap rolls to where it touches both: the triangle of the three
	// middles, without its sectors, is what is added at either end of the neck.
	side := r + grow + gap/2
	high := math.Sqrt(side*side - d*d/4)
	angle := math.Asin(high / side) // at a middle of a disc
	added := d*high/2 - angle*(r+grow)*(r+grow) - (math.Pi-2*angle)/2*gap*gap/4
	assert.InDelta(t, 2*math.Pi*(r+grow)*(r+grow)+2*added, areaOf(joined), .3)

	// As far as a window reaches.
	half := Closed([]*Region{fine(Circle(Pt{}, r))}, grow, gap, .1, R(0, -20, 20, 40))
	assert.InDelta(t, math.Pi*(r+grow)*(r+grow)/2, areaOf(half), (gap/2+.2)*2*(r+grow))
	assert.Nil(t, Closed(nil, grow, gap, 0, R(0, 0, 1, 1)))
	assert.Empty(t, Closed(nil, grow, gap, .1, R(0, 0, 1, 1)))
}

// The outlines outside a disc are circles about it.
func TestInsetsOutside(t *testing.T) {
	for k, q := range fine(Circle(Pt{X: 3, Y: 1}, 5)).Insets(.1, -2, 0, 2) {
		r := 7 - 2*float64(k)
		assert.Len(t, q, 1)
		assert.InDelta(t, math.Pi*r*r, areaOf(q), .1)
	}
}

// Distances are the same whether they are found along the border or from each point.
func TestDistancesEitherWay(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 9))
	for range 40 {
		var pts []Pt
		for range 3 + rng.IntN(9) {
			pts = append(pts, Pt{X: rng.Float64() * 10, Y: rng.Float64() * 10})
		}
		r := NewRegionPoly(Poly{Pts: pts, Closed: true})
		g := grid{Pt{X: -1.03, Y: -1.01}, .21, 58, 57}
		reach := rng.Float64() * 2
		for i, d := range g.distances(r, reach) {
			want := r.Distance(g.at(i%g.nx, i/g.nx))
			if math.Abs(want) < reach {
				assert.InDelta(t, want, d, 1e-9)
			} else {
				assert.GreaterOrEqual(t, math.Abs(d), reach-1e-9)
				assert.Equal(t, want > 0, d > 0)
			}
		}
	}
}

func fine(p Path) *Region { return NewRegionPoly(p.Flatten(.0005)...) }
