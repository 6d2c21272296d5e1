package geom

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestClip compares what is cut with the two areas' own membership, point by
// point, for polygons of many corners in general position.
func TestClip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	star := func(c Pt, n int) Poly {
		var pts []Pt
		for i := range n {
			pts = append(pts, c.Add(Polar(1+3*r.Float64(), float64(i)/float64(n))))
		}
		return Poly{pts, true}
	}
	for range 300 {
		a, b := star(Pt{}, 5+r.IntN(9)), star(Pt{4 * r.Float64(), 4 * r.Float64()}, 3+r.IntN(9))
		if r.IntN(2) == 0 {
			b = b.Reverse()
		}
		if r.IntN(2) == 0 {
			a = a.Reverse()
		}
		region, other := NewRegionPoly(a), NewRegionPoly(b)
		cut := region.Clip(b.Path(), Area, .01)
		got := NewRegion(cut)
		for range 60 {
			p := Pt{10*r.Float64() - 4, 10*r.Float64() - 4}
			if want := region.Contains(p) && other.Contains(p); got.Contains(p) != want && math.Abs(region.Distance(p)) > 1e-6 && math.Abs(other.Distance(p)) > 1e-6 {
				t.Fatalf("%v: cut holds it: %v, want %v\n%v\n%v", p, !want, want, a, b)
			}
		}
		line := region.Clip(b.Path(), Stroke, .01)
		for _, q := range line.Flatten(.01) {
			for i := 1; i < len(q.Pts); i++ {
				if m := q.Pts[i].Lerp(q.Pts[i-1], .5); !region.Contains(m) || math.Abs(other.Distance(m)) > 1e-9 {
					t.Fatalf("a piece of the line at %v lies outside, or off it", m)
				}
			}
		}
		// What is cut from the line and what lies outside make the whole.
		in, n := 0, 2000
		for _, p := range b.Resample(b.Length() / float64(n)).Pts {
			if region.Contains(p) {
				in++
			}
		}
		l := 0.
		for _, q := range line.Flatten(.01) {
			l += q.Length()
		}
		if want := b.Length() * float64(in) / float64(n); math.Abs(l-want) > .01*b.Length() {
			t.Fatalf("%.3f of the line is cut, want %.3f", l, want)
		}
	}
}
