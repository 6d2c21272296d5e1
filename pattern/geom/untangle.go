package geom

import (
	"math"
	"slices"
)

// Untangled returns the path with no subpath that crosses itself, filling the
// same by the non-zero rule. Where a subpath crosses itself, its two branches are
// relinked so that they touch instead, which parts it into loops; loops that bound
// nothing (within what is filled anyway, or less than speck mm²) are left out, and
// the others wind as the largest does, holes against it. Subpaths that do not
// cross themselves keep their curves; the others become chains within tol of them.
func (a Path) Untangled(tol, speck float64) Path {
	var out Path
	var t tangles
	var chain []Pt
	tangled := false
	subs := a.Subpaths()
	for i, s := range subs {
		// Sides that run together, as at a cusp, cross as coarser chains if at all;
		// what crosses as a finer one only does so by less than tol.
		bad := false
		chain = s.Chains(chain, 2*tol, func(q Poly) { bad = bad || len(t.knots(q.Pts)) > 0 })
		if !bad {
			if tangled {
				out = out.Join(s)
			}
			continue
		}
		var mended Path
		for _, q := range s.Flatten(tol) {
			for _, l := range t.untangle(q.Pts, speck) {
				mended = mended.Join(Polygon(l...))
			}
		}
		if !tangled { // all before it were in order
			tangled = true
			for _, b := range subs[:i] {
				out = out.Join(b)
			}
		}
		out = out.Join(mended)
	}
	if !tangled {
		return a
	}
	return out
}

// untangle parts a closed chain where it crosses itself.
func (t *tangles) untangle(pts []Pt, speck float64) [][]Pt {
	loops, crossed := t.relink(pts)
	if !crossed {
		return loops
	}
	// Relinking makes short sides, on which what passed for a touch may be a crossing.
	for range 3 {
		var next [][]Pt
		again := false
		for _, l := range loops {
			more, c := t.relink(l)
			next, again = append(next, more...), again || c
		}
		loops = next
		if !again {
			break
		}
	}
	return bounding(loops, speck)
}

// knot is where sides i and j of a chain cross, at the fractions t and u of them.
type knot struct {
	i, j int
	t, u float64
	at   Pt
}

// run is the sides from…to−1 of a chain, which all go the same way in x, and the
// same way in y: they do not cross each other. Their box is that of its two ends.
type run struct {
	from, to    int
	box         Rect
	west, north bool
}

// tangles finds where chains cross themselves. Its memory serves one chain after
// the other.
type tangles struct {
	pts        []Pt // the chain
	runs, live []run
	out        []knot
}

// knots returns where a closed chain crosses itself, from left to right by the side
// that begins farther right, until the next call. Only runs whose boxes overlap are
// compared side by side.
func (t *tangles) knots(pts []Pt) []knot {
	const most = 4096 // a scribble, not an outline
	t.out = t.out[:0]
	if len(pts) < 4 || convex(pts) {
		return nil
	}
	t.pts = pts
	t.split()
	slices.SortFunc(t.runs, func(a, b run) int { return order(a.box.Min.X, b.box.Min.X) })
	t.live = t.live[:0]
	for _, r := range t.runs {
		keep := t.live[:0]
		for _, l := range t.live {
			if l.box.Max.X < r.box.Min.X {
				continue
			}
			keep = append(keep, l)
			if apart(l.box, r.box) {
				continue
			}
			if t.compare(l, r); len(t.out) > most {
				return nil
			}
		}
		t.live = append(keep, r)
	}
	slices.SortFunc(t.out, func(a, b knot) int {
		if a.i != b.i {
			return t.order(a.i, b.i)
		}
		return t.order(a.j, b.j)
	})
	return t.out
}

// split parts the chain into runs.
func (t *tangles) split() {
	t.runs = t.runs[:0]
	n := len(t.pts)
	var r run
	var east, west, north, south bool
	for i, p := range t.pts {
		q := t.pts[(i+1)%n]
		if q.X > p.X && west || q.X < p.X && east || q.Y > p.Y && north || q.Y < p.Y && south {
			t.runs = append(t.runs, r)
			r, east, west, north, south = run{from: i}, false, false, false, false
		}
		east, west, south, north = east || q.X > p.X, west || q.X < p.X, south || q.Y > p.Y, north || q.Y < p.Y
		r.to, r.west, r.north = i+1, west, north
		r.box = span(t.pts[r.from], q)
	}
	t.runs = append(t.runs, r)
}

// span returns the box of two points.
func span(a, b Pt) Rect {
	return Rect{Pt{min(a.X, b.X), min(a.Y, b.Y)}, Pt{max(a.X, b.X), max(a.Y, b.Y)}}
}

// side returns the box of a side.
func (t *tangles) side(i int) Rect { return span(t.pts[i], t.pts[(i+1)%len(t.pts)]) }

// order orders sides by where they begin.
func (t *tangles) order(i, j int) int {
	if c := order(t.side(i).Min.X, t.side(j).Min.X); c != 0 {
		return c
	}
	return i - j
}

// compare adds the knots between two runs, of which those sides are tried that
// overlap in both directions. It walks along the one in which the runs overlap
// farther.
func (t *tangles) compare(a, b run) {
	both := a.box.Intersect(b.box)
	wide := both.W() > both.H()
	along := func(p Pt) float64 {
		if wide {
			return p.X
		}
		return p.Y
	}
	at := func(r run, k int) int { // side k on the way
		if wide && r.west || !wide && r.north {
			return r.to - 1 - k
		}
		return r.from + k
	}
	first := 0
	for k := range a.to - a.from {
		i := at(a, k)
		p := t.side(i)
		if along(p.Max) < along(both.Min) {
			continue
		}
		if along(p.Min) > along(both.Max) {
			break
		}
		for l := first; l < b.to-b.from; l++ {
			j := at(b, l)
			q := t.side(j)
			if along(q.Max) < along(p.Min) {
				first = l + 1
				continue
			}
			if along(q.Min) > along(p.Max) {
				break
			}
			if apart(p, q) {
				continue
			}
			last, other := i, j
			if t.order(i, j) < 0 {
				last, other = j, i
			}
			if x, ok := meet(t.pts, last, other); ok {
				t.out = append(t.out, x)
			}
		}
	}
}

// apart reports whether two boxes do not even touch.
func apart(a, b Rect) bool {
	return a.Max.X < b.Min.X || b.Max.X < a.Min.X || a.Max.Y < b.Min.Y || b.Max.Y < a.Min.Y
}

// convex tells whether a closed chain turns one way only, and once round: what most
// petals, leaves and dots do, which need no search.
func convex(pts []Pt) bool {
	n := len(pts)
	left, right, turns := false, false, 0
	d := pts[0].Sub(pts[n-1])
	east := d.X > 0 || d.X == 0 && d.Y > 0
	first := east
	for i, p := range pts {
		e := pts[(i+1)%n].Sub(p)
		c := d.Cross(e)
		if left, right = left || c > 0, right || c < 0; left && right || c == 0 && d.Dot(e) <= 0 {
			return false
		}
		now := e.X > 0 || e.X == 0 && e.Y > 0
		if now != east {
			turns++
		}
		d, east = e, now
	}
	return turns == 2 && east == first
}

// meet returns where sides i and j cross; to touch is not to cross.
func meet(pts []Pt, i, j int) (knot, bool) {
	a, b, c, d := pts[i], pts[(i+1)%len(pts)], pts[j], pts[(j+1)%len(pts)]
	u, v, w := b.Sub(a), d.Sub(c), c.Sub(a)
	den := u.Cross(v)
	if den == 0 {
		return knot{}, false
	}
	s, t := w.Cross(v)/den, w.Cross(u)/den
	const touch = 1e-6 // of a side
	if s < touch || s > 1-touch || t < touch || t > 1-touch {
		return knot{}, false
	}
	return knot{i, j, s, t, a.Lerp(b, s)}, true
}

// relink returns the loops into which a chain parts where it crosses itself.
func (t *tangles) relink(pts []Pt) ([][]Pt, bool) {
	ks := t.knots(pts)
	if len(ks) == 0 {
		return [][]Pt{pts}, false
	}
	// Every side's knots in order along it, each twice in the chain.
	type stop struct {
		t    float64
		knot int
	}
	stops := make(map[int][]stop, 2*len(ks))
	for k, q := range ks {
		stops[q.i] = append(stops[q.i], stop{q.t, k})
		stops[q.j] = append(stops[q.j], stop{q.u, k})
	}
	var chain []Pt
	seen := make([]int, len(ks)) // 1 + where a knot was first met
	var pairs [][2]int
	for i, p := range pts {
		chain = append(chain, p)
		s := stops[i]
		slices.SortStableFunc(s, func(a, b stop) int {
			switch {
			case a.t < b.t:
				return -1
			case a.t > b.t:
				return 1
			}
			return 0
		})
		for _, q := range s {
			if f := seen[q.knot]; f > 0 {
				pairs = append(pairs, [2]int{f - 1, len(chain)})
			} else {
				seen[q.knot] = len(chain) + 1
			}
			chain = append(chain, ks[q.knot].at)
		}
	}
	next := make([]int, len(chain))
	for i := range next {
		next[i] = (i + 1) % len(chain)
	}
	for _, p := range pairs {
		next[p[0]], next[p[1]] = next[p[1]], next[p[0]]
	}
	var out [][]Pt
	for i := range chain {
		if next[i] < 0 {
			continue
		}
		var l []Pt
		for k := i; next[k] >= 0; {
			if len(l) == 0 || l[len(l)-1] != chain[k] {
				l = append(l, chain[k])
			}
			k, next[k] = next[k], -1
		}
		if l = despurred(l); len(l) > 2 {
			out = append(out, l)
		}
	}
	return out, true
}

// despurred returns a closed chain without the points at which it runs back the way
// it came.
func despurred(pts []Pt) []Pt {
	out := make([]Pt, 0, len(pts))
	for _, p := range pts {
		for len(out) > 1 && spur(out[len(out)-2], out[len(out)-1], p) {
			out = out[:len(out)-1]
		}
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	// Round the seam.
	for len(out) > 2 {
		n := len(out)
		switch {
		case out[n-1] == out[0] || spur(out[n-2], out[n-1], out[0]):
			out = out[:n-1]
		case spur(out[n-1], out[0], out[1]):
			out = out[1:]
		default:
			return out
		}
	}
	return out
}

// spur reports whether the way from a by b to c turns straight back at b.
func spur(a, b, c Pt) bool {
	u, v := b.Sub(a), c.Sub(b)
	return u.Dot(v) < 0 && math.Abs(u.Cross(v)) <= 1e-9*u.Len()*v.Len()
}

// bounding returns the loops between what their windings fill and what they leave.
func bounding(loops [][]Pt, speck float64) [][]Pt {
	main, most := 1., 0.
	areas := make([]float64, len(loops))
	for i, l := range loops {
		areas[i] = Poly{Pts: l, Closed: true}.Area()
		if v := math.Abs(areas[i]); v > most {
			main, most = math.Copysign(1, areas[i]), v
		}
	}
	var out [][]Pt
	for i, l := range loops {
		if math.Abs(areas[i]) < speck {
			continue
		}
		// The winding on its outer side, by the middle of its longest side.
		long, at := 0., Pt{}
		for k, p := range l {
			if q := l[(k+1)%len(l)]; p.Dist(q) > long {
				long, at = p.Dist(q), p.Lerp(q, .5)
			}
		}
		own := 1
		if areas[i] < 0 {
			own = -1
		}
		around := 0
		for k, m := range loops {
			if k != i {
				around += winding(m, at)
			}
		}
		want := main
		switch {
		case around == 0:
		case around+own == 0:
			want = -main
		default:
			continue
		}
		if areas[i]*want < 0 {
			l = slices.Clone(l)
			slices.Reverse(l)
		}
		out = append(out, l)
	}
	return out
}

// winding returns how often a closed chain runs round p, positive as Poly.Area.
func winding(pts []Pt, p Pt) int {
	n := 0
	for i, a := range pts {
		b := pts[(i+1)%len(pts)]
		if (a.Y <= p.Y) == (b.Y <= p.Y) {
			continue
		}
		side := b.Sub(a).Cross(p.Sub(a))
		if a.Y <= p.Y && side > 0 {
			n++
		} else if a.Y > p.Y && side < 0 {
			n--
		}
	}
	return n
}
