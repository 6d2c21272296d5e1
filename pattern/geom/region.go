package geom

import (
	"math"
	"slices"
)

// Region is an area bounded by closed chains (even-odd), prepared for asking
// whether a point lies inside and how far it is from the border. The zero Region
// is empty.
type Region struct {
	Bounds Rect
	chains []Poly
	segs   []segment
	rows   [][]int32 // segments by horizontal slice, for ray casting
	top, h float64
}

type segment struct{ a, b Pt }

// NewRegion returns the region inside a path, whose open subpaths are closed.
func NewRegion(p Path) *Region { return NewRegionPoly(p.Flatten(.05)...) }

// NewRegionPoly returns the region inside closed chains.
func NewRegionPoly(polys ...Poly) *Region {
	r := &Region{chains: polys}
	for _, q := range polys {
		for i, a := range q.Pts {
			b := q.Pts[(i+1)%len(q.Pts)]
			if a != b {
				r.segs = append(r.segs, segment{a, b})
			}
		}
		r.Bounds = r.Bounds.Union(Bounds(q.Pts))
	}
	if len(r.segs) == 0 || r.Bounds.Empty() {
		r.segs, r.chains = nil, nil
		return r
	}
	n := max(1, min(256, len(r.segs)/2))
	r.top, r.h = r.Bounds.Min.Y, r.Bounds.H()/float64(n)
	r.rows = make([][]int32, n)
	for i, s := range r.segs {
		lo, hi := r.row(math.Min(s.a.Y, s.b.Y)), r.row(math.Max(s.a.Y, s.b.Y))
		for k := lo; k <= hi; k++ {
			r.rows[k] = append(r.rows[k], int32(i))
		}
	}
	return r
}

// Chains returns the closed chains that bound the region. They are not to be
// changed.
func (r *Region) Chains() []Poly { return r.chains }

func (r *Region) row(y float64) int {
	return max(0, min(len(r.rows)-1, int(math.Floor((y-r.top)/r.h))))
}

// Contains reports whether p lies inside.
func (r *Region) Contains(p Pt) bool {
	if len(r.segs) == 0 || !r.Bounds.Contains(p) {
		return false
	}
	in := false
	for _, i := range r.rows[r.row(p.Y)] {
		s := r.segs[i]
		if (s.a.Y > p.Y) == (s.b.Y > p.Y) {
			continue
		}
		x := s.a.X + float64((s.b.X-s.a.X)*((p.Y-s.a.Y)/(s.b.Y-s.a.Y)))
		if p.X < x {
			in = !in
		}
	}
	return in
}

// Distance returns how far p is from the border: positive inside, negative
// outside. It looks at all rows that could be nearer than what it has found.
func (r *Region) Distance(p Pt) float64 {
	d, _ := r.Nearest(p)
	if !r.Contains(p) {
		return -d
	}
	return d
}

// Nearest returns the distance from p to the border and the nearest border
// point; +Inf for an empty region.
func (r *Region) Nearest(p Pt) (float64, Pt) {
	return r.nearest(p, math.Inf(1))
}

// nearest is Nearest for a border known to be nearer than within. Most segments
// are then passed over by their distance in x alone.
func (r *Region) nearest(p Pt, within float64) (float64, Pt) {
	best, at := float64(within*within), Pt{}
	if len(r.segs) == 0 {
		return math.Inf(1), at
	}
	try := func(k int) {
		for _, i := range r.rows[k] {
			s := &r.segs[i]
			dx := s.a.X - p.X
			if d := s.b.X - p.X; (d < 0) != (dx < 0) {
				dx = 0
			} else if math.Abs(d) < math.Abs(dx) {
				dx = d
			}
			if float64(dx*dx) > best {
				continue
			}
			q := s.nearest(p)
			v := p.Sub(q)
			if d := v.Dot(v); d < best {
				best, at = d, q
			}
		}
	}
	mid := r.row(p.Y)
	try(mid)
	for k := 1; k < len(r.rows); k++ {
		up, down := mid-k, mid+k
		dy := math.Inf(1)
		if up >= 0 {
			e := p.Y - (r.top + float64(float64(up+1)*r.h))
			if float64(e*e) < best || e < 0 {
				try(up)
			}
			dy = math.Min(dy, e)
		}
		if down < len(r.rows) {
			e := r.top + float64(float64(down)*r.h) - p.Y
			if float64(e*e) < best || e < 0 {
				try(down)
			}
			dy = math.Min(dy, e)
		}
		if dy > 0 && float64(dy*dy) >= best {
			break
		}
	}
	return math.Sqrt(best), at
}

func (s segment) nearest(p Pt) Pt {
	d := s.b.Sub(s.a)
	return s.a.Lerp(s.b, Clamp(p.Sub(s.a).Dot(d)/d.Dot(d), 0, 1))
}

// Inset returns the outlines of what lies deeper than d (mm) inside the region,
// by marching squares over the exact distance field sampled every step mm. The
// points lie within about step²/8 of the true offset curve; chains are closed and
// keep the inside on their right.
func (r *Region) Inset(d, step float64) []Poly { return r.Insets(step, d)[0] }

// Insets is Inset for several depths, sampling the distance field once. A negative
// depth is so far outside the region.
func (r *Region) Insets(step float64, depths ...float64) [][]Poly {
	if len(r.segs) == 0 || !(step > 0) {
		return make([][]Poly, len(depths))
	}
	least := 0.
	for _, d := range depths {
		least = math.Min(least, d)
	}
	b := r.Bounds.Inset(least - step)
	nx, ny := int(math.Ceil(b.W()/step))+1, int(math.Ceil(b.H()/step))+1
	// Centred, so that the grid leans to no side of a symmetric region.
	c := b.Center()
	b.Min = Pt{c.X - float64(float64(nx-1)*step/2), c.Y - float64(float64(ny-1)*step/2)}
	if float64(nx)*float64(ny) > 4e6 { // coarser rather than unbounded
		return r.Insets(2*step, depths...)
	}
	most := 0.
	for _, d := range depths {
		most = math.Max(most, math.Abs(d))
	}
	g := grid{b.Min, step, nx, ny}
	return Levels(g.distances(r, most+2*step), nx, b.Min, step, depths...)
}

// grid is where distances are sampled: nx × ny points step mm apart.
type grid struct {
	origin Pt
	step   float64
	nx, ny int
}

func (g grid) at(i, j int) Pt {
	return Pt{g.origin.X + float64(float64(i)*g.step), g.origin.Y + float64(float64(j)*g.step)}
}

// within returns the columns, and rows the rows, from lo to hi.
func (g grid) within(lo, hi float64) (int, int) { return indices(lo, hi, g.origin.X, g.step, g.nx) }
func (g grid) rows(lo, hi float64) (int, int)   { return indices(lo, hi, g.origin.Y, g.step, g.ny) }

func indices(lo, hi, from, step float64, n int) (int, int) {
	return max(0, int(math.Ceil((lo-from)/step))), min(n, int(math.Floor((hi-from)/step))+1)
}

// distances returns how far each point is from the border of r, positive inside, as
// far as reach; beyond, anything further. It goes along the border where that is the
// shorter way, else from point to point.
func (g grid) distances(r *Region, reach float64) []float64 {
	f := make([]float64, g.nx*g.ny)
	// Looking for the nearest of a border takes about as long as trying so many
	// segments.
	const tries = 24
	work := 0.
	for _, s := range r.segs {
		work += float64((math.Abs(s.b.X-s.a.X) + 2*reach) * (math.Abs(s.b.Y-s.a.Y) + 2*reach))
	}
	if work < float64(tries*len(f))*g.step*g.step {
		for i := range f {
			f[i] = -reach
		}
		g.along(r, reach, f)
		g.inside(r, func(i int) { f[i] = -f[i] })
		return f
	}
	for j := range g.ny {
		for i := range g.nx {
			p := g.at(i, j)
			// From a neighbour's distance the border is at most a step further.
			within := math.Inf(1)
			if i > 0 {
				within = math.Abs(f[j*g.nx+i-1])
			} else if j > 0 {
				within = math.Abs(f[(j-1)*g.nx])
			}
			d, _ := r.nearest(p, within+float64(1.01*g.step))
			if !r.Contains(p) {
				d = -d
			}
			f[j*g.nx+i] = d
		}
	}
	return f
}

// beside raises f to how far each point is from r, as a negative number, or to plenty
// inside.
func (g grid) beside(r *Region, f []float64) {
	reach := 0.
	for _, v := range f {
		reach = math.Max(reach, math.Abs(v))
	}
	g.along(r, reach, f)
	g.inside(r, func(i int) { f[i] = reach })
}

// along raises what is negative in f to how far each point is from the border of r,
// as a negative number, within reach of it.
func (g grid) along(r *Region, reach float64, f []float64) {
	for _, s := range r.segs {
		i0, i1 := g.within(math.Min(s.a.X, s.b.X)-reach, math.Max(s.a.X, s.b.X)+reach)
		j0, j1 := g.rows(math.Min(s.a.Y, s.b.Y)-reach, math.Max(s.a.Y, s.b.Y)+reach)
		for j := j0; j < j1; j++ {
			for i := i0; i < i1; i++ {
				p, at := g.at(i, j), &f[j*g.nx+i]
				if *at >= 0 {
					continue
				}
				v := p.Sub(s.nearest(p))
				if d := v.Dot(v); d < float64(*at**at) {
					*at = -math.Sqrt(d)
				}
			}
		}
	}
}

// inside calls do for each point in r.
func (g grid) inside(r *Region, do func(i int)) {
	var cross []float64
	j0, j1 := g.rows(r.Bounds.Min.Y, r.Bounds.Max.Y)
	for j := j0; j < j1; j++ {
		y := g.at(0, j).Y
		cross = cross[:0]
		for _, i := range r.rows[r.row(y)] {
			if s := r.segs[i]; (s.a.Y > y) != (s.b.Y > y) {
				cross = append(cross, s.a.X+float64((s.b.X-s.a.X)*((y-s.a.Y)/(s.b.Y-s.a.Y))))
			}
		}
		slices.Sort(cross)
		for n := 0; n+1 < len(cross); n += 2 {
			i0, i1 := g.within(cross[n], cross[n+1])
			for i := i0; i < i1; i++ {
				do(j*g.nx + i)
			}
		}
	}
}

// Closed returns the outlines of all that lies in one of the parts or within grow (mm)
// of it, joined across every gap narrower than gap (mm), as far as a window reaches.
// The distances are sampled every step mm.
func Closed(parts []*Region, grow, gap, step float64, window Rect) []Poly {
	if !(step > 0) || !(gap > 0) || window.Empty() {
		return nil
	}
	nx, ny := int(math.Ceil(window.W()/step))+3, int(math.Ceil(window.H()/step))+3
	if float64(nx)*float64(ny) > 1e6 { // coarser rather than unbounded
		return Closed(parts, grow, gap, 2*step, window)
	}
	c := window.Center()
	g := grid{Pt{c.X - float64(float64(nx-1)*step/2), c.Y - float64(float64(ny-1)*step/2)}, step, nx, ny}
	reach := grow + gap + 2*step
	f := make([]float64, nx*ny)
	for i := range f {
		f[i] = -reach
	}
	for _, r := range parts {
		g.beside(r, f)
	}
	for i := range f { // the rim lies outside
		if x, y := i%nx, i/nx; x == 0 || y == 0 || x == nx-1 || y == ny-1 {
			f[i] = -reach
		}
	}
	wide := Levels(f, nx, g.origin, step, -(grow + float64(gap/2)))[0]
	return NewRegionPoly(wide...).Inset(gap/2, step)
}

// Levels returns the outlines of where the field f exceeds each level. The field
// is sampled on a grid nx wide, step mm apart, from origin on, and must lie below
// every level on its rim; chains are closed and keep the inside on their right.
func Levels(f []float64, nx int, origin Pt, step float64, levels ...float64) [][]Poly {
	out := make([][]Poly, len(levels))
	for k, d := range levels {
		out[k] = march(f, nx, len(f)/max(1, nx), origin, step, d)
	}
	return out
}

// march traces the level d of the field f. Edges are numbered so that each cell
// passes an edge on to exactly one neighbour and every chain closes; the field is
// below every level on its rim.
func march(f []float64, nx, ny int, origin Pt, step, d float64) []Poly {
	v := func(i, j int) float64 { return f[j*nx+i] - d }
	point := func(e int) Pt {
		h := e & 1
		i, j := (e>>1)%nx, (e>>1)/nx
		a := v(i, j)
		p := Pt{origin.X + float64(float64(i)*step), origin.Y + float64(float64(j)*step)}
		if h == 0 {
			return Pt{p.X + float64(step*Clamp(a/(a-v(i+1, j)), 0, 1)), p.Y}
		}
		return Pt{p.X, p.Y + float64(step*Clamp(a/(a-v(i, j+1)), 0, 1))}
	}
	hor := func(i, j int) int { return (j*nx + i) << 1 }
	ver := func(i, j int) int { return (j*nx+i)<<1 | 1 }
	next := make([]int32, 2*nx*ny) // the edge that follows, plus one
	var order []int
	link := func(a, b int) { next[a] = int32(b + 1); order = append(order, a) }
	for j := range ny - 1 {
		for i := range nx - 1 {
			var c int
			if v(i, j) > 0 {
				c |= 1
			}
			if v(i+1, j) > 0 {
				c |= 2
			}
			if v(i+1, j+1) > 0 {
				c |= 4
			}
			if v(i, j+1) > 0 {
				c |= 8
			}
			t, r, bo, l := hor(i, j), ver(i+1, j), hor(i, j+1), ver(i, j)
			switch c {
			case 1:
				link(t, l)
			case 2:
				link(r, t)
			case 3:
				link(r, l)
			case 4:
				link(bo, r)
			case 5:
				link(t, l)
				link(bo, r)
			case 6:
				link(bo, t)
			case 7:
				link(bo, l)
			case 8:
				link(l, bo)
			case 9:
				link(t, bo)
			case 10:
				link(r, t)
				link(l, bo)
			case 11:
				link(r, bo)
			case 12:
				link(l, r)
			case 13:
				link(t, r)
			case 14:
				link(l, t)
			}
		}
	}
	var out []Poly
	for _, s := range order {
		if next[s] == 0 {
			continue
		}
		var pts []Pt
		for e := s; next[e] != 0; {
			n := int(next[e]) - 1
			next[e] = 0
			if p := point(e); len(pts) == 0 || p.Dist(pts[len(pts)-1]) > step/64 {
				pts = append(pts, p)
			}
			e = n
		}
		if len(pts) >= 4 {
			out = append(out, Poly{pts, true})
		}
	}
	return out
}
