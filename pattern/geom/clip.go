package geom

import (
	"math"
	"slices"
)

// Subpaths returns the pieces of a path, each from one Move to before the next.
func (a Path) Subpaths() []Path {
	var out []Path
	verbs, pts := a.Verbs, a.Pts
	for len(verbs) > 0 {
		n, k := 1, 1
		for ; n < len(verbs) && verbs[n] != Move; n++ {
			k += [...]int{1, 1, 3, 0}[verbs[n]]
		}
		out = append(out, Path{verbs[:n:n], pts[:k:k]})
		verbs, pts = verbs[n:], pts[k:]
	}
	return out
}

// Side says on which side of the region's border the disc about p lies: 1 within,
// -1 without, 0 across it.
func (r *Region) Side(p Pt, radius float64) int {
	d, _ := r.nearest(p, radius)
	switch {
	case d < radius:
		return 0
	case r.Contains(p):
		return 1
	}
	return -1
}

// Clip returns what of a path lies in a region that one chain bounds: of an area
// the part within, by Weiler and Atherton (1977), of a line the pieces within.
// Subpaths that do not meet the border keep their curves; the others become chains
// within tol of them. A subpath should not cross itself, and should meet the
// region's corners in general position; where it does not, it may be dropped.
func (r *Region) Clip(p Path, kind Kind, tol float64) Path {
	var out Path
	if len(r.chains) != 1 {
		return out
	}
	for _, s := range p.Subpaths() {
		b := s.Bounds()
		switch r.Side(b.Center(), b.Max.Dist(b.Min)/2) {
		case 1:
			out = out.Join(s)
		case 0:
			for _, q := range s.Flatten(tol) {
				if kind == Area {
					out = out.Join(r.clipArea(q))
				} else {
					out = out.Join(r.clipLine(q))
				}
			}
		}
	}
	return out
}

// crossing is where a chain meets the border: at fraction t of its side i, and
// at fraction u of the border's side j.
type crossing struct {
	i, j   int
	t, u   float64
	at     Pt
	enters bool
	along  int // its place in the order along the border
	used   bool
}

// crossings returns where sides 0…n−1 of s meet the border c, in the order of s.
func crossings(s, c []Pt, n int) []crossing {
	var out []crossing
	box := Bounds(s)
	var near []int
	for j, a := range c {
		if b := c[(j+1)%len(c)]; math.Max(a.X, b.X) >= box.Min.X && math.Min(a.X, b.X) <= box.Max.X && math.Max(a.Y, b.Y) >= box.Min.Y && math.Min(a.Y, b.Y) <= box.Max.Y {
			near = append(near, j)
		}
	}
	for i := range n {
		p, q := s[i], s[(i+1)%len(s)]
		d := q.Sub(p)
		from := len(out)
		for _, j := range near {
			a, b := c[j], c[(j+1)%len(c)]
			if a.X < p.X && a.X < q.X && b.X < p.X && b.X < q.X || a.X > p.X && a.X > q.X && b.X > p.X && b.X > q.X {
				continue
			}
			e := b.Sub(a)
			den := d.Cross(e)
			if den == 0 {
				continue
			}
			t, u := a.Sub(p).Cross(e)/den, a.Sub(p).Cross(d)/den
			if t >= 0 && t < 1 && u >= 0 && u < 1 {
				// Chains that run clockwise have their inside on the right.
				out = append(out, crossing{i: i, j: j, t: t, u: u, at: p.Add(d.Mul(t)), enters: e.Cross(d) > 0})
			}
		}
		slices.SortStableFunc(out[from:], func(a, b crossing) int { return order(a.t, b.t) })
	}
	return out
}

func order(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// border returns the region's chain, run clockwise.
func (r *Region) border() []Pt {
	if c := r.chains[0]; c.Area() < 0 {
		return c.Reverse().Pts
	}
	return r.chains[0].Pts
}

func (r *Region) clipArea(q Poly) Path {
	turned := q.Area() < 0
	if turned {
		q = q.Reverse()
	}
	s, c := q.Pts, r.border()
	give := func(pts []Pt) Path {
		p := Poly{pts, true}
		if turned {
			p = p.Reverse()
		}
		return p.Path()
	}
	xs := crossings(s, c, len(s))
	if len(xs) == 0 {
		switch {
		case r.Contains(s[0]):
			return give(s)
		case NewRegionPoly(q).Contains(c[0]):
			return give(c)
		}
		return Path{}
	}
	// The crossings in the order along the border.
	along := make([]int, len(xs))
	for k := range xs {
		along[k] = k
	}
	slices.SortStableFunc(along, func(a, b int) int {
		if d := xs[a].j - xs[b].j; d != 0 {
			return d
		}
		return order(xs[a].u, xs[b].u)
	})
	for k, x := range along {
		xs[x].along = k
	}
	var out Path
	for first := range xs {
		if !xs[first].enters || xs[first].used {
			continue
		}
		var pts []Pt
		for k := first; !xs[k].used; {
			// Within, along the chain to where it leaves; then along the border to
			// where it next comes in.
			xs[k].used = true
			out := (k + 1) % len(xs)
			in := along[(xs[out].along+1)%len(xs)]
			if xs[out].enters || !xs[in].enters {
				pts = nil // touches a corner: not in general position
				break
			}
			pts = append(pts, xs[k].at)
			pts = between(pts, s, xs[k].i, xs[k].t, xs[out].i, xs[out].t)
			pts = append(pts, xs[out].at)
			pts = between(pts, c, xs[out].j, xs[out].u, xs[in].j, xs[in].u)
			k = in
		}
		if len(pts) > 2 {
			out = out.Join(give(pts))
		}
	}
	return out
}

// between appends the corners of a closed chain from the fraction t of side i on
// to the fraction u of side j.
func between(dst, c []Pt, i int, t float64, j int, u float64) []Pt {
	n := j - i
	if n < 0 || n == 0 && u < t {
		n += len(c)
	}
	for k := range n {
		dst = append(dst, c[(i+1+k)%len(c)])
	}
	return dst
}

func (r *Region) clipLine(q Poly) Path {
	s := q.Pts
	if q.Closed {
		s = append(s[:len(s):len(s)], s[0])
	}
	xs := crossings(s, r.border(), len(s)-1)
	var out Path
	piece := func(pts []Pt) {
		if len(pts) > 1 {
			out = out.Join(Polyline(pts...))
		}
	}
	var pts []Pt
	if r.Contains(s[0]) {
		pts = append(pts, s[0])
	}
	k := 0
	for i := 1; i < len(s); i++ {
		for ; k < len(xs) && xs[k].i < i; k++ {
			if xs[k].enters {
				pts = append([]Pt(nil), xs[k].at)
			} else if len(pts) > 0 {
				piece(append(pts, xs[k].at))
				pts = nil
			}
		}
		if len(pts) > 0 {
			pts = append(pts, s[i])
		}
	}
	piece(pts)
	return out
}
