package check

import (
	"context"
	"math"
	"testing"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// weave returns a cloth of repeats of 40 × 30 mm on ink 0.
func weave(shapes ...cloth.Shape) *cloth.Cloth {
	rep := geom.Pt{X: 40, Y: 30}
	return &cloth.Cloth{
		Size: geom.Pt{X: 400, Y: 300}, Inks: make([]palette.Ink, 4), Repeat: rep,
		Zones: []cloth.Zone{{Name: "badan", Bounds: geom.R(0, 0, 400, 300), Repeat: rep, Cell: shapes}},
	}
}

func line(ink int, w float64, pts ...geom.Pt) cloth.Shape {
	return cloth.Shape{Mark: geom.Mark{Kind: geom.Stroke, Width: w, Path: geom.Polyline(pts...)}, Ink: ink}
}

func box(ink int, x, y, w, h float64) cloth.Shape {
	return cloth.Shape{Mark: geom.Mark{Kind: geom.Area, Path: geom.R(x, y, w, h).Path()}, Ink: ink}
}

func look(t *testing.T, c *cloth.Cloth, l Limits) *Report {
	r, err := Cloth(context.Background(), c, l)
	require.NoError(t, err)
	return r
}

func TestLinesByTheirWidth(t *testing.T) {
	for _, turn := range []float64{0, .04, .125, .21} {
		u := geom.Polar(7, turn)
		for _, w := range []float64{.2, .28, .4, .5, .9} {
			c := geom.Pt{X: 20, Y: 15}
			r := look(t, weave(line(1, w, c.Sub(u), c.Add(u))), Limits{Line: .4, Gap: .5})
			if w >= .4 {
				assert.Empty(t, r.Findings, "width %v at %v", w, turn)
				assert.Zero(t, r.Share)
				continue
			}
			require.Len(t, r.Findings, 1, "width %v at %v", w, turn)
			f := r.Findings[0]
			assert.Equal(t, ThinLine, f.Kind)
			assert.InDelta(t, w, f.Width, .08)
			assert.Equal(t, [2]int{1, 0}, [2]int{f.Ink, f.Beside})
			assert.Less(t, math.Abs(f.At.Sub(c).Cross(u.Unit())), w, "the place is on the line")
			assert.LessOrEqual(t, f.At.Dist(c), 7.2)
			assert.InDelta(t, 14*w/1200, r.Share, .004)
		}
	}
}

// However coarse the samples of a large repeat, a line of just the limit is none too
// thin, and one thinner by three steps is.
func TestLinesOfLargeRepeats(t *testing.T) {
	for _, size := range []float64{310, 420} {
		for _, turn := range []float64{0, .07, .25} {
			for _, off := range []float64{0, .06} {
				c, u := geom.Pt{X: 100 + off, Y: 90 + off}, geom.Polar(40, turn)
				try := func(w float64) *Report {
					cl := weave(line(1, w, c.Sub(u), c.Add(u)))
					cl.Zones[0].Repeat = geom.Pt{X: size, Y: size}
					return look(t, cl, For("cap"))
				}
				r := try(.8)
				assert.Empty(t, r.Findings, "%v of %v at %v", r.Step, size, turn)
				if w := .8 - 3*r.Step; w > r.Step {
					assert.NotEmpty(t, try(w).Findings, "%v mm, %v of %v at %v", w, r.Step, size, turn)
				}
			}
		}
	}
}

func TestGapsByTheirWidth(t *testing.T) {
	for _, w := range []float64{.2, .35, .5, .7} {
		r := look(t, weave(box(1, 5, 5, 10, 8), box(2, 15+w, 5, 10, 8)), For("tulis"))
		if w >= .5 {
			assert.Empty(t, r.Findings, "gap %v", w)
			continue
		}
		require.Len(t, r.Findings, 1, "gap %v", w)
		f := r.Findings[0]
		assert.Equal(t, NarrowGap, f.Kind)
		assert.Equal(t, 0, f.Ink)
		assert.InDelta(t, w, f.Width, .08)
		assert.InDelta(t, 15+w/2, f.At.X, w/2+.05)
		assert.True(t, f.At.Y > 4.5 && f.At.Y < 13.5)
	}
	// The neck between two dots, where it is narrowest.
	dots := cloth.Shape{Mark: geom.Mark{Kind: geom.Dots, Dots: []geom.Dot{{C: geom.Pt{X: 10, Y: 10}, R: 1}, {C: geom.Pt{X: 12.3, Y: 10}, R: 1}}}, Ink: 1}
	r := look(t, weave(dots), For("tulis"))
	require.Len(t, r.Findings, 1)
	assert.InDelta(t, .3, r.Findings[0].Width, .08)
	assert.InDelta(t, 0, r.Findings[0].At.Dist(geom.Pt{X: 11.15, Y: 10}), .2)
	dots.Dots[1].C.X = 12.6
	assert.Empty(t, look(t, weave(dots), For("tulis")).Findings)
}

// A gap over the repeat's edge is one as any other.
func TestGapOverTheEdge(t *testing.T) {
	r := look(t, weave(box(1, .1, 5, 39.6, 8)), For("tulis"))
	require.Len(t, r.Findings, 1)
	assert.Equal(t, NarrowGap, r.Findings[0].Kind)
	assert.InDelta(t, .3, r.Findings[0].Width, .08)
	assert.Empty(t, look(t, weave(box(1, .1, 5, 40, 8)), For("tulis")).Findings, "the boxes join")
}

// The points of petals are not thin lines, and corners are not gaps.
func TestTipsArePassed(t *testing.T) {
	petal := cloth.Shape{Mark: geom.Mark{Kind: geom.Area, Path: geom.Petal(18, 9).Transform(geom.Translate(geom.Pt{X: 8, Y: 15}))}, Ink: 1}
	assert.Empty(t, look(t, weave(petal), For("cap")).Findings)
	var star []geom.Pt
	for k := range 16 {
		star = append(star, geom.Pt{X: 20, Y: 15}.Add(geom.Polar(float64(4+6*(k&1)), float64(k)/16)))
	}
	s := cloth.Shape{Mark: geom.Mark{Kind: geom.Area, Path: geom.Polygon(star...)}, Ink: 2}
	assert.Empty(t, look(t, weave(s), For("tulis")).Findings)
	// A body with a tail is.
	r := look(t, weave(petal, line(1, .2, geom.Pt{X: 25}.Add(geom.Pt{Y: 15}), geom.Pt{X: 34, Y: 15})), For("tulis"))
	require.Len(t, r.Findings, 1)
	assert.Equal(t, ThinLine, r.Findings[0].Kind)
}

func TestSmallDots(t *testing.T) {
	dot := func(r float64) *cloth.Cloth {
		return weave(cloth.Shape{Mark: geom.Mark{Kind: geom.Dots, Dots: []geom.Dot{{C: geom.Pt{X: 9, Y: 21}, R: r}}}, Ink: 3})
	}
	r := look(t, dot(.25), For("cap"))
	require.Len(t, r.Findings, 1)
	assert.InDelta(t, .5, r.Findings[0].Width, .08)
	assert.InDelta(t, 0, r.Findings[0].At.Dist(geom.Pt{X: 9, Y: 21}), .2)
	assert.Empty(t, look(t, dot(.25), For("tulis")).Findings)
}

func TestOutlinesThatCross(t *testing.T) {
	bow := geom.Polygon(geom.Pt{X: 5, Y: 5}, geom.Pt{X: 15, Y: 13}, geom.Pt{X: 15, Y: 5}, geom.Pt{X: 5, Y: 13})
	r := look(t, weave(cloth.Shape{Mark: geom.Mark{Kind: geom.Area, Path: bow}, Ink: 1}), Limits{})
	require.Len(t, r.Findings, 1)
	assert.Equal(t, Crossing, r.Findings[0].Kind)
	assert.InDelta(t, 0, r.Findings[0].At.Dist(geom.Pt{X: 10, Y: 9}), 1e-6)
	// Two subpaths may lie over each other, and a curve may bend as it likes.
	two := geom.Circle(geom.Pt{X: 10, Y: 10}, 4).Join(geom.Circle(geom.Pt{X: 13, Y: 10}, 4)).Join(geom.Petal(9, 4))
	assert.Empty(t, look(t, weave(cloth.Shape{Mark: geom.Mark{Kind: geom.Area, Path: two}, Ink: 1}), Limits{}).Findings)
}

func TestOddClothsAndCancelling(t *testing.T) {
	nan := math.NaN()
	c := weave(line(1, .2, geom.Pt{X: nan}, geom.Pt{X: 3}), box(1, 0, 0, 0, 0), line(2, 0, geom.Pt{}, geom.Pt{X: 5}))
	c.Zones = append(c.Zones, cloth.Zone{}, cloth.Zone{Bounds: geom.R(0, 0, 10, 10), Ground: -1, Cell: []cloth.Shape{line(1, .1, geom.Pt{}, geom.Pt{X: 9, Y: 9})}})
	r := look(t, c, For("print"))
	require.Len(t, r.Findings, 1)
	assert.Equal(t, r, look(t, c, For("print")), "the same again")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Cloth(ctx, c, For("print"))
	assert.ErrorIs(t, err, context.Canceled)
	// A large repeat is sampled more coarsely.
	c = weave(line(1, 1, geom.Pt{}, geom.Pt{X: 500}))
	c.Zones[0].Repeat = geom.Pt{X: 2500, Y: 1000}
	assert.Greater(t, look(t, c, For("cap")).Step, .5)
}
