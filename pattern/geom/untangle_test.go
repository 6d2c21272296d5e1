package geom

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// filledAt reports whether the non-zero rule fills p.
func filledAt(p Path, at Pt) bool {
	n := 0
	for _, q := range p.Flatten(.01) {
		n += winding(q.Pts, at)
	}
	return n != 0
}

func TestUntangledFillsTheSame(t *testing.T) {
	ribbon := func(pts []Pt, w float64) Path {
		var p Path
		for _, q := range (Poly{Pts: pts}).Stroke(w, .02) {
			p = p.Join(q.Path())
		}
		return p
	}
	var star []Pt
	for k := range 5 {
		star = append(star, Pt{20, 20}.Add(Polar(9, float64(2*k)/5)))
	}
	for name, p := range map[string]Path{
		"bow":             Polygon(Pt{5, 5}, Pt{15, 13}, Pt{15, 5}, Pt{5, 13}),
		"star":            Polygon(star...),
		"curl":            ribbon(Curl(.02, 1.6, 30, 1.2), 2.4),
		"knot with a gap": ribbon([]Pt{{5, 5}, {30, 6}, {28, 30}, {8, 28}, {9, 2}}, 3),
		"two that bound":  Circle(Pt{12, 12}, 4).Join(Polygon(star...)),
	} {
		q := p.Untangled(.01, 0)
		for _, c := range q.Flatten(.02) {
			assert.Empty(t, new(tangles).knots(c.Pts), name)
		}
		b := p.Bounds().Inset(-1)
		for k := range 4000 {
			// Points of a lattice that lies in general position.
			at := Pt{b.Min.X + float64(b.W()*fract(float64(float64(k)*.7548776662))), b.Min.Y + float64(b.H()*fract(float64(float64(k)*.5698402910)))}
			require.Equal(t, filledAt(p, at), filledAt(q, at), "%s at %v", name, at)
		}
	}
}

// The knots are those of every side with every other, on chains of chance and on
// ones whose points lie in rows, where much touches that does not cross.
func TestKnotsAreThoseOfAllPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var found tangles
	for round := range 4000 {
		pts := make([]Pt, 4+r.IntN(40))
		at := Pt{}
		for i := range pts {
			switch round % 3 {
			case 0:
				pts[i] = Pt{r.Float64(), r.Float64()}
			case 1:
				pts[i] = Pt{float64(r.IntN(6)), float64(r.IntN(6))}
			default: // a walk, of longer runs
				at = at.Add(Polar(r.Float64(), fract(float64(i*(1+round%5))/40)))
				pts[i] = at
			}
		}
		var want []knot
		if !convex(pts) {
			order := make([]int, len(pts))
			for i := range order {
				order[i] = i
			}
			found.pts = pts
			slices.SortFunc(order, found.order)
			for k, i := range order {
				for _, j := range order[:k] {
					if apart(found.side(i), found.side(j)) {
						continue
					}
					if x, ok := meet(pts, i, j); ok {
						want = append(want, x)
					}
				}
			}
		}
		got := found.knots(pts)
		require.Equal(t, len(want), len(got), "%v", pts)
		if len(want) > 0 {
			require.Equal(t, want, got, "%v", pts)
		}
	}
}

func fract(x float64) float64 { return x - float64(int(x)) }

func TestUntangledLeavesTheRest(t *testing.T) {
	p := Circle(Pt{3, 3}, 2).Join(Petal(9, 4)).Join(Polygon(Pt{1, 1}, Pt{2, 1}, Pt{2, 5}))
	assert.Equal(t, p, p.Untangled(.01, .06))
	assert.Equal(t, Path{}, Path{}.Untangled(.01, .06))
	// A subpath in order keeps its curves beside one that is not.
	bow := Polygon(Pt{5, 5}, Pt{15, 13}, Pt{15, 5}, Pt{5, 13})
	q := Circle(Pt{3, 3}, 2).Join(bow).Join(Petal(9, 4)).Untangled(.01, .06)
	s := q.Subpaths()
	require.Len(t, s, 4)
	assert.Equal(t, Circle(Pt{3, 3}, 2).Verbs, s[0].Verbs)
	assert.Equal(t, Petal(9, 4).Pts, s[3].Pts)
	// Both halves wind one way, so that neither cuts into what it lies on.
	assert.Positive(t, s[1].Flatten(.1)[0].Area()*s[2].Flatten(.1)[0].Area())
	// What is no larger than a speck goes.
	tail := Polygon(Pt{5, 5}, Pt{15, 13}, Pt{15, 12.9}, Pt{14.9, 13}, Pt{5, 13})
	require.Len(t, tail.Untangled(.01, 0).Subpaths(), 2)
	assert.Len(t, tail.Untangled(.01, .06).Subpaths(), 1)
}
