package hand

import (
	"testing"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func marks() []geom.Mark {
	return []geom.Mark{
		{Kind: geom.Area, Path: geom.Superellipse(geom.Pt{X: 20, Y: 20}, 12, 7, 2.4, .1)},
		{Kind: geom.Stroke, Width: .9, Path: geom.Polyline(geom.Pt{}, geom.Pt{X: 30, Y: 12})},
		{Kind: geom.Stroke, Width: .4, Path: geom.Circle(geom.Pt{X: 9, Y: 9}, 6)},
		{Kind: geom.Dots, Dots: []geom.Dot{{C: geom.Pt{X: 3, Y: 4}, R: .4}, {C: geom.Pt{X: 8, Y: 4}, R: .4}}},
	}
}

func TestNoTwoRepeatsAreEqualAndEachIsItself(t *testing.T) {
	h := Tulis{Seed: 5}
	for k, m := range marks() {
		a := h.Redraw(m, geom.Pt{}, k)
		assert.Equal(t, a, h.Redraw(m, geom.Pt{}, k))
		assert.NotEqual(t, a, h.Redraw(m, geom.Pt{X: 40}, k+100))
		assert.NotEqual(t, a, Tulis{Seed: 6}.Redraw(m, geom.Pt{}, k))
	}
}

func TestDeviationsStayWithinTheMargin(t *testing.T) {
	for _, loose := range []float64{.5, 1, 2} {
		h := Tulis{Seed: 9, Loose: loose}
		for k, m := range marks() {
			for i := range 200 {
				b := m.Bounds().Inset(-h.Margin())
				got := h.Redraw(m, geom.Pt{X: float64(i) * 37, Y: float64(i) * 11}, k+i).Bounds()
				require.True(t, b.Contains(got.Min) && b.Contains(got.Max), "mark %d: %v outside %v", k, got, b)
			}
		}
	}
}

// Lines that meet still meet: the wander is one field over the cloth.
func TestNeighboursStillMeet(t *testing.T) {
	h := Tulis{Seed: 1}
	m := geom.Mark{Kind: geom.Area, Path: geom.R(0, 0, 40, 40).Path()}
	a := h.Redraw(m, geom.Pt{}, 1).Path.Bounds().Max.X
	b := h.Redraw(m, geom.Pt{X: 40}, 2).Path.Bounds().Min.X + 40
	assert.InDelta(t, a, b, 1)
	// The very corner is one and the same point.
	p, q := h.Redraw(m, geom.Pt{}, 1).Path, h.Redraw(m, geom.Pt{X: 40}, 2).Path
	var right geom.Pt
	for _, x := range p.Pts {
		if x.X > 38 && x.Y < 2 {
			right = x
		}
	}
	assert.InDelta(t, right.X, q.Pts[0].X+40, 1e-9)
	assert.InDelta(t, right.Y, q.Pts[0].Y, 1e-9)
}

// A border's rule runs from tile to tile; it swells where it begins, not at every
// tile.
func TestNoDropWhereALineGoesOn(t *testing.T) {
	m := geom.Mark{Kind: geom.Stroke, Width: 1, Path: geom.Polyline(geom.Pt{X: 0, Y: 5}, geom.Pt{X: 40, Y: 5})}
	height := func(h Tulis) float64 { return h.Redraw(m, geom.Pt{}, 1).Bounds().H() }
	alone, going := height(Tulis{Seed: 2}), height(Tulis{Seed: 2, Cell: geom.Pt{X: 40}})
	assert.Less(t, going, alone-.1)
}

func TestWrapHasNoSeam(t *testing.T) {
	h := Tulis{Seed: 3, Wrap: geom.Pt{X: 60, Y: 33}}
	m := geom.Mark{Kind: geom.Area, Path: geom.R(0, 0, 1, 1).Path()}
	a := h.Redraw(m, geom.Pt{X: 7, Y: 9}, 1).Path
	b := h.Redraw(m, geom.Pt{X: 67, Y: -24}, 1).Path
	for i := range a.Pts {
		assert.InDelta(t, a.Pts[i].X, b.Pts[i].X, 1e-9)
		assert.InDelta(t, a.Pts[i].Y, b.Pts[i].Y, 1e-9)
	}
}

func FuzzRedraw(f *testing.F) {
	f.Add(0., 0., 1., 1., 2., 3., .5)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, w float64) {
		p := geom.Polyline(geom.Pt{X: a, Y: b}, geom.Pt{X: c, Y: d}, geom.Pt{X: e, Y: g})
		for _, k := range []geom.Kind{geom.Area, geom.Stroke, geom.Dots} {
			Tulis{}.Redraw(geom.Mark{Kind: k, Path: p, Width: w, Dots: []geom.Dot{{C: geom.Pt{X: a, Y: b}, R: w}}}, geom.Pt{}, 0)
		}
	})
}
