package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// spine is the bent axis of a bent body, from foot to tip: a chain of evenly
// spaced points. Rows run beside it.
type spine struct {
	pts  []geom.Pt
	dirs []geom.Pt // at each point
	gap  float64   // between points
	half float64   // half its length
}

const (
	spineSteps = 32
	// A body is bent when its middle line strays from the chord by more than this
	// share of its width, and slender when it is longer than this many widths.
	bentFrom, slenderFrom = .12, 1.7
	// Without a given axis more is asked: the middle line from corner to corner of
	// a piece of ground bends a little too.
	plainlyBent, plainlySlender = .4, 2.2
)

// newSpine returns the spine of the site's body, nil where the body is straight,
// stout, or not one piece without holes.
//
// The middle line is that between each point of one side and the nearest of the
// other.
func newSpine(s Site) *spine {
	chains := s.Region.Chains()
	if len(chains) != 1 {
		return nil
	}
	ring := chains[0]
	around := ring.Length()
	if !(around > 0) || math.IsInf(around, 0) {
		return nil
	}
	pts := (geom.Poly{Pts: ring.Pts, Closed: true}).Resample(around / 96).Pts
	n := len(pts)
	area := math.Abs((geom.Poly{Pts: pts, Closed: true}).Area())
	foot, tip := footAndTip(s, pts)
	if foot == tip || mirrored(s, pts) {
		return nil
	}
	side := func(step int) geom.Poly {
		q := geom.Poly{Pts: []geom.Pt{pts[foot]}}
		for i := foot; i != tip; {
			i = (i + step + n) % n
			q.Pts = append(q.Pts, pts[i])
		}
		return q
	}
	a, b := side(1), side(-1)
	if len(a.Pts) < 6 || len(b.Pts) < 6 {
		return nil
	}
	mid := between(a.Resample(a.Length()/spineSteps).Pts, b.Resample(b.Length()/spineSteps).Pts)
	for range 6 {
		last := mid[0]
		for i := 1; i < len(mid)-1; i++ {
			q := last.Lerp(mid[i+1], .5)
			last, mid[i] = mid[i], mid[i].Lerp(q, .5)
		}
	}
	bent, slender := bentFrom, slenderFrom
	if s.Axis == (geom.Pt{}) {
		bent, slender = plainlyBent, plainlySlender
	}
	length := (geom.Poly{Pts: mid}).Length()
	width := area / length
	if length < slender*width {
		return nil
	}
	mid = (geom.Poly{Pts: mid}).Resample(length / spineSteps).Pts
	// The ends say little: a slip's may be its corners.
	calm := mid[len(mid)/7 : len(mid)-len(mid)/7]
	chord := calm[len(calm)-1].Sub(calm[0]).Unit()
	stray := 0.
	for _, q := range calm {
		if !s.Region.Contains(q) {
			return nil
		}
		stray = math.Max(stray, math.Abs(chord.Cross(q.Sub(calm[0]))))
	}
	if !(stray > bent*width) {
		return nil
	}
	// Foot and tip are often points: there the middle line is what leads to them,
	// not the last step, which leans to one side.
	sp := &spine{pts: mid, half: length / 2}
	n = len(sp.pts)
	sp.gap = length / float64(n-1)
	sp.dirs = make([]geom.Pt, n)
	for i := range sp.dirs {
		sp.dirs[i] = sp.pts[min(n-1, i+2)].Sub(sp.pts[max(0, i-2)]).Unit()
	}
	return sp
}

// mirrored reports whether the body is its own mirror image in the site's axis.
func mirrored(s Site, pts []geom.Pt) bool {
	u := s.Axis.Unit()
	if u == (geom.Pt{}) {
		return false
	}
	for i := 0; i < len(pts); i += 4 {
		d := pts[i].Sub(s.Base)
		q := s.Base.Add(u.Mul(float64(2 * d.Dot(u)))).Sub(d)
		// A tenth of a millimetre is what flattening and resampling cost.
		if far, _ := s.Region.Nearest(q); far > .1 {
			return false
		}
	}
	return true
}

// between returns the middle line of two sides from foot to tip.
func between(a, b []geom.Pt) []geom.Pt {
	nearest := func(q geom.Pt, side []geom.Pt) int {
		k, best := 0, math.Inf(1)
		for i, p := range side {
			if d := p.Dist(q); d < best {
				k, best = i, d
			}
		}
		return k
	}
	// By how far along both sides the pair lies.
	pairs := make([][]geom.Pt, len(a)+len(b)-1)
	add := func(i, j int) { pairs[i+j] = append(pairs[i+j], a[i].Lerp(b[j], .5)) }
	for i, q := range a {
		add(i, nearest(q, b))
	}
	for j, q := range b {
		add(nearest(q, a), j)
	}
	var mid []geom.Pt
	for _, p := range pairs {
		if len(p) > 0 {
			mid = append(mid, middle(p))
		}
	}
	return mid
}

// footAndTip returns the indices of the foot and the tip of a body among the points of
// its outline; equal where it has none, as a flower filled from its heart.
func footAndTip(s Site, pts []geom.Pt) (foot, tip int) {
	if l := s.Axis.Len(); l > 0 && !math.IsInf(l, 0) {
		u := s.Axis.Unit()
		near, far := math.Inf(1), math.Inf(-1)
		var head float64
		for i, q := range pts {
			if d := q.Dist(s.Base); d < near {
				near, foot = d, i
			}
			if d := q.Sub(s.Base).Dot(u); d > far {
				far, tip = d, i
			}
		}
		// An axis longer than a direction ends at the tip itself.
		if l > 2 {
			head = math.Inf(1)
			at := s.Base.Add(s.Axis)
			end := tip
			for i, q := range pts {
				if d := q.Dist(at); d < head {
					head, end = d, i
				}
			}
			if head < l/4 {
				tip = end
			}
		}
		if near > pts[foot].Dist(pts[tip])/4 && s.Region.Contains(s.Base) {
			return 0, 0
		}
		return foot, tip
	}
	far := 0.
	for i, a := range pts {
		for j, b := range pts[:i] {
			if d := a.Dist(b); d > far {
				far, foot, tip = d, i, j
			}
		}
	}
	// The foot is the left end, or the lower one.
	d := pts[tip].Sub(pts[foot])
	if math.Abs(d.X) >= math.Abs(d.Y) && d.X < 0 || math.Abs(d.X) < math.Abs(d.Y) && d.Y > 0 {
		foot, tip = tip, foot
	}
	return foot, tip
}

// at returns the point at the distance x from the spine's middle and the
// direction there; beyond its ends the spine runs straight on.
func (s *spine) at(x float64) (c, dir geom.Pt) {
	t := (x + s.half) / s.gap
	last := len(s.pts) - 1
	switch {
	case !(t > 0):
		return s.pts[0].Add(s.dirs[0].Mul(x + s.half)), s.dirs[0]
	case t >= float64(last):
		return s.pts[last].Add(s.dirs[last].Mul(x - s.half)), s.dirs[last]
	}
	i := int(t)
	t -= float64(i)
	return s.pts[i].Lerp(s.pts[i+1], t), s.dirs[i].Lerp(s.dirs[i+1], t).Unit()
}

// in returns where q lies beside the spine: x along it, y across.
func (s *spine) in(q geom.Pt) (x, y float64) {
	best, k, last := math.Inf(1), 0, len(s.pts)-1
	for i, p := range s.pts {
		v := q.Sub(p)
		if d := v.Dot(v); d < best {
			best, k = d, i
		}
	}
	// Newton's steps on the foot of the perpendicular, which the directions bend.
	x = float64(float64(k)*s.gap) - s.half
	for range 3 {
		c, u := s.at(x)
		x += u.Dot(q.Sub(c))
	}
	if k > 0 && k < last {
		lo := float64(float64(k-1)*s.gap) - s.half
		x = geom.Clamp(x, lo, lo+float64(2*s.gap))
	}
	c, u := s.at(x)
	return x, u.Cross(q.Sub(c))
}

// shrink returns how much shorter a row at y is than the spine beside it.
func (s *spine) shrink(x, y float64) float64 {
	_, a := s.at(x - float64(s.gap/2))
	_, b := s.at(x + float64(s.gap/2))
	return 1 - float64(y*a.Cross(b)/s.gap)
}

// step returns where one comes from x by walking the given way along the row y.
func (s *spine) step(x, y, way float64) float64 {
	return x + way/math.Max(.25, s.shrink(x, y))
}

func (s *spine) folded(x, y float64) bool {
	if y == 0 {
		return false
	}
	if s.shrink(x, y) < .3 {
		return true
	}
	c, u := s.at(x)
	q := c.Add(u.Perp().Mul(y))
	for _, p := range s.pts {
		if q.Dist(p) < math.Abs(y)-float64(.3*s.gap) {
			return true
		}
	}
	return false
}
