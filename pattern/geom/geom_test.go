package geom

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The standard library's functions differ in their last bits between machines
// but are right to 1e-15, which makes them the oracle here.
func TestTrigonometryAgreesWithMath(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		x := (r.Float64() - .5) * 20
		s, c := SinCos(x)
		ws, wc := math.Sincos(x * 2 * math.Pi)
		require.InDelta(t, ws, s, 1e-13)
		require.InDelta(t, wc, c, 1e-13)
		p := Pt{r.NormFloat64(), r.NormFloat64()}
		require.InDelta(t, math.Atan2(p.Y, p.X)/(2*math.Pi), Angle(p), 1e-14)
		e := (r.Float64() - .5) * 60
		require.InEpsilon(t, math.Exp(e), Exp(e), 1e-13)
		v := math.Exp(e)
		require.InDelta(t, math.Log(v), Log(v), 1e-12)
		b := r.Float64() * 10
		require.InDelta(t, math.Pow(b, e/20), Pow(b, e/20), 1e-10*(1+math.Pow(b, e/20)))
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		s, c := SinCos(x)
		assert.Equal(t, [2]float64{0, 1}, [2]float64{s, c})
	}
}

func TestQuarterTurnsAreExact(t *testing.T) {
	for i, want := range []Pt{{1, 0}, {0, 1}, {-1, 0}, {0, -1}} {
		got := Polar(1, float64(i)/4)
		assert.Equal(t, want.X, got.X+0)
		assert.Equal(t, want.Y, got.Y+0)
	}
}

func TestAffine(t *testing.T) {
	m := Rotate(.1).Then(Scale(2, 3)).At(Pt{5, 7})
	p := Pt{1.5, -2}
	q := p.Turn(.1)
	assert.InDelta(t, 2*q.X+5, m.Apply(p).X, 1e-12)
	assert.InDelta(t, 3*q.Y+7, m.Apply(p).Y, 1e-12)
	assert.InDelta(t, 6, m.Det(), 1e-12)
}

// A regular area formula is the oracle: πab, and πr² minus chord errors.
func TestAreasOfCurves(t *testing.T) {
	e := Ellipse(Pt{3, 4}, 10, 6, .13).Flatten(.001)
	require.Len(t, e, 1)
	assert.InEpsilon(t, math.Pi*60, math.Abs(e[0].Area()), 1e-3)
	s := Superellipse(Pt{}, 10, 6, 2, 0).Flatten(.001)
	assert.InEpsilon(t, math.Pi*60, math.Abs(s[0].Area()), 2e-3)
	arc := Arc(Pt{}, 5, 0, .75).Flatten(.001)
	assert.InEpsilon(t, 2*math.Pi*5*.75, arc[0].Length(), 1e-3)
}

func TestStrokeArea(t *testing.T) {
	line := Polyline(Pt{0, 0}, Pt{30, 40}).Flatten(.01)[0]
	out := line.Stroke(3, .001)
	require.Len(t, out, 1)
	assert.InEpsilon(t, 50*3+math.Pi*2.25, math.Abs(out[0].Area()), 2e-3)

	ring := Circle(Pt{}, 10).Flatten(.001)[0]
	for _, c := range []Poly{ring, ring.Reverse()} {
		out = c.Stroke(2, .001)
		require.Len(t, out, 2)
		assert.Positive(t, out[0].Area(), "outer rings turn one way, whichever way the line runs")
		assert.InEpsilon(t, math.Pi*(121-81), out[0].Area()+out[1].Area(), 2e-3)
	}
	open := Polyline(Pt{0, 0}, Pt{10, 0}, Pt{10, 10}).Flatten(.01)[0]
	assert.Positive(t, open.Stroke(2, .01)[0].Area())
	assert.Positive(t, open.Reverse().Stroke(2, .01)[0].Area())
}

func TestRegion(t *testing.T) {
	r := NewRegion(Circle(Pt{50, 50}, 30))
	rng := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		p := Pt{rng.Float64() * 100, rng.Float64() * 100}
		d := 30 - p.Dist(Pt{50, 50})
		require.InDelta(t, d, r.Distance(p), .06)
		if math.Abs(d) > .06 {
			require.Equal(t, d > 0, r.Contains(p))
		}
	}
	in := r.Inset(10, 1)
	require.Len(t, in, 1)
	for _, p := range in[0].Pts {
		require.InDelta(t, 20, p.Dist(Pt{50, 50}), .1)
	}
	assert.InEpsilon(t, math.Pi*400, math.Abs(in[0].Area()), .01)
	assert.Empty(t, r.Inset(40, 1), "nothing is deeper than the radius")
	assert.Empty(t, (&Region{}).Inset(1, 1))
	assert.False(t, (&Region{}).Contains(Pt{}))
}

// The nearest border point must be the one that brute force finds.
func TestNearestAgainstBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var pts []Pt
	for i := range 40 {
		pts = append(pts, Polar(10+20*rng.Float64(), float64(i)/40))
	}
	r := NewRegionPoly(Poly{pts, true})
	for range 2000 {
		p := Pt{rng.Float64()*80 - 40, rng.Float64()*80 - 40}
		best := math.Inf(1)
		for _, s := range r.segs {
			best = math.Min(best, p.Dist(s.nearest(p)))
		}
		d, q := r.Nearest(p)
		require.InDelta(t, best, d, 1e-12)
		require.InDelta(t, d, p.Dist(q), 1e-9)
	}
}

func TestResample(t *testing.T) {
	p := Poly{[]Pt{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, true}.Resample(1)
	assert.Len(t, p.Pts, 40)
	o := Poly{[]Pt{{0, 0}, {10, 0}}, false}.Resample(3)
	assert.Len(t, o.Pts, 4)
	assert.Equal(t, Pt{10, 0}, o.Pts[3])
}

func FuzzStroke(f *testing.F) {
	f.Add(0., 0., 1., 1., 2., 0., 1.)
	f.Add(0., 0., 0., 0., 0., 0., 0.)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, w float64) {
		p := Polyline(Pt{a, b}, Pt{c, d}, Pt{e, g}).Close()
		for _, q := range p.Flatten(.1) {
			q.Stroke(w, .1)
			q.Resample(1)
		}
	})
}
