package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// place is a site with its choices resolved.
type place struct {
	r     *geom.Region
	base  geom.Pt // foot
	o     geom.Pt // origin of rows: the middle of the region, on the axis
	u, v  geom.Pt // unit vectors along and across the axis
	spine *spine  // the bent axis of a bent body; nil: straight
	half  float64 // half the diagonal of the region's box, or of the spine
	inset float64
	tight float64 // 1/√density: factor of pitches
	k     float64 // factor of glyph sizes
	line  float64 // weight
	seed  seed.Seed
}

// maxGlyphs bounds the work for a region of unreasonable size; a pitch that
// would need more glyphs is widened.
const maxGlyphs = 40000

func newPlace(s Site, o Options) (place, bool) {
	if s.Region == nil {
		return place{}, false
	}
	b := s.Region.Bounds
	sum := b.Min.X + b.Min.Y + b.Max.X + b.Max.Y + s.Base.X + s.Base.Y
	if b.Empty() || math.IsNaN(sum) || math.IsInf(sum, 0) || b.W() > 1e5 || b.H() > 1e5 {
		return place{}, false
	}
	p := place{r: s.Region, base: s.Base, u: s.Axis.Unit(), seed: o.Seed}
	if l := p.u.Len(); !(l > .5 && l < 2) { // zero, NaN or infinite
		c := b.Center()
		if b.W() >= b.H() {
			p.u, p.base = geom.Pt{X: 1}, geom.Pt{X: b.Min.X, Y: c.Y}
		} else {
			p.u, p.base = geom.Pt{Y: -1}, geom.Pt{X: c.X, Y: b.Max.Y}
		}
	}
	p.v = p.u.Perp()
	p.o = p.base.Add(p.u.Mul(b.Center().Sub(p.base).Dot(p.u)))
	p.half = float64(b.Min.Dist(b.Max) / 2)
	// The origin may lie beside the box's middle by as much as the axis does.
	p.half += p.o.Dist(b.Center())
	if sp := newSpine(s); sp != nil {
		p.spine, p.base = sp, sp.pts[0]
		p.half = math.Max(p.half, sp.half+float64(p.half/2))
	}
	one := func(x, lo, hi float64) float64 {
		if x == 0 {
			return 1
		}
		return geom.Clamp(x, lo, hi)
	}
	p.tight = 1 / math.Sqrt(one(o.Density, .1, 4))
	p.line = one(o.Line, .5, 2.5)
	p.k = one(o.Scale, .5, 10)
	switch {
	case o.Inset < 0:
	case o.Inset > 0:
		p.inset = o.Inset
	default:
		p.inset = Inset
	}
	return p, true
}

// at returns the point at (x,y) in the frame of the rows: x along the axis, y
// across it.
func (p place) at(x, y float64) geom.Pt {
	if p.spine != nil {
		c, u := p.spine.at(x)
		return c.Add(u.Perp().Mul(y))
	}
	return p.o.Add(p.u.Mul(x)).Add(p.v.Mul(y))
}

// in returns the frame's coordinates of q.
func (p place) in(q geom.Pt) (x, y float64) {
	if p.spine != nil {
		return p.spine.in(q)
	}
	d := q.Sub(p.o)
	return d.Dot(p.u), d.Dot(p.v)
}

// along returns the direction of the axis beside (x,y).
func (p place) along(x float64) geom.Pt {
	if p.spine != nil {
		_, u := p.spine.at(x)
		return u
	}
	return p.u
}

// set returns the map that sets a glyph drawn about the origin, its own axis
// along +x, at (x,y) of the frame.
func (p place) set(x, y float64) geom.Affine {
	u := p.along(x)
	return geom.Affine{A: u.X, B: -u.Y, D: u.Y, E: u.X}.At(p.at(x, y))
}

// folded reports whether the bent rows have run into each other at (x,y): beyond
// the middle of a bend another part of the axis is nearer.
func (p place) folded(x, y float64) bool {
	return p.spine != nil && p.spine.folded(x, y)
}

// fits reports whether a glyph of radius r about c lies inside.
func (p place) fits(c geom.Pt, r float64) bool {
	return p.r.Contains(c) && p.r.Distance(c) >= r+p.inset
}

// pitch returns a pitch for the density and scale, but no less than lets glyphs
// of the given extent stand apart, and no less than the region's size allows.
func (p place) pitch(usual, extent float64) float64 {
	d := math.Max(float64(usual*p.k*p.tight), extent+Gap)
	return math.Max(d, p.half*2/math.Sqrt(maxGlyphs))
}

// width returns the width of an isen line.
func (p place) width() float64 { return float64(.38 * p.line * p.k) }

// dot returns the radius of a cecek: half of 0.64 mm (handbook §2: 0.5–0.8).
func (p place) dot() float64 { return float64(.32 * p.line * p.k) }

// grid calls f with the points of the given pitches that can lie in the region,
// every second row shifted by half a pitch when staggered. The grid is symmetric
// about the axis and about the origin.
func (p place) grid(px, py float64, staggered bool, f func(i, j int, x, y float64)) {
	nx, ny := int(p.half/px)+2, int(p.half/py)+2
	for j := -ny; j <= ny; j++ {
		shift := 0.
		if staggered && j&1 != 0 {
			shift = px / 2
		}
		for i := -nx; i <= nx; i++ {
			f(i, j, float64(float64(i)*px)+shift, float64(float64(j)*py))
		}
	}
}

// rows is grid for glyphs that keep their size on a bent axis: there the pitch
// is measured along each row, which is shorter inside the bend than outside.
func (p place) rows(px, py float64, staggered bool, f func(i, j int, x, y float64)) {
	if p.spine == nil {
		p.grid(px, py, staggered, f)
		return
	}
	nx, ny := int(p.half/px)+2, int(p.half/py)+2
	for j := -ny; j <= ny; j++ {
		y := float64(float64(j) * py)
		shift := 0.
		if staggered && j&1 != 0 {
			shift = px / 2
		}
		for _, sign := range []float64{1, -1} {
			x := p.spine.step(0, y, shift)
			for i := range nx {
				if (i > 0 || sign > 0) && !p.folded(x, y) {
					f(int(sign)*i, j, x, y)
				}
				x = p.spine.step(x, y, float64(sign*px))
			}
		}
	}
}

// row returns the row at the height y as lines; more than one where it folds.
func (p place) row(y float64) [][]geom.Pt {
	if p.spine == nil {
		return [][]geom.Pt{{p.at(-p.half, y), p.at(p.half, y)}}
	}
	const step = .7 // mm: chords within a few hundredths of the bends of spines
	var out [][]geom.Pt
	var cur []geom.Pt
	n := int(p.half/step) + 1
	for i := -n; i <= n; i++ {
		x := float64(float64(i) * step)
		if p.folded(x, y) {
			if len(cur) > 1 {
				out = append(out, cur)
			}
			cur = nil
			continue
		}
		cur = append(cur, p.at(x, y))
	}
	if len(cur) > 1 {
		out = append(out, cur)
	}
	return out
}

// clip returns the parts of the line that lie at least need inside the region,
// without parts shorter than least or too near to the part before. Since the distance to the border changes no
// faster than one walks, the walk may stride over what its distance vouches for.
func (p place) clip(line []geom.Pt, need, least float64) [][]geom.Pt {
	// What a stride shorter than vouched for may pass unseen, the margin makes
	// up for.
	const stride, margin = .12, .1
	need += margin
	var out [][]geom.Pt
	var cur []geom.Pt
	flush := func() {
		if (geom.Poly{Pts: cur}).Length() >= least {
			out = append(out, cur)
		}
		cur = nil
	}
	left := 0. // of the present stride
	inside := false
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		l := a.Dist(b)
		if l == 0 {
			continue
		}
		s := left
		for s <= l {
			q := a.Lerp(b, s/l)
			var d float64
			if p.r.Bounds.Contains(q) {
				d = p.r.Distance(q) - need
			} else {
				// Outside the box the way back in is at least the box's distance.
				d = -boxDistance(p.r.Bounds, q) - need
			}
			switch {
			case d >= 0 && !inside:
				// The need holds half the line's width, so twice the need keeps
				// the round ends a gap apart.
				if n := len(out); n > 0 && out[n-1][len(out[n-1])-1].Dist(q) < float64(2*need)+Gap {
					d = 0
					break
				}
				inside = true
				cur = append(cur, q)
			case d >= 0:
				cur = append(cur, q)
			case inside:
				inside = false
				flush()
			}
			if d > 0 {
				// Landing just short of the edge keeps the last step before it.
				d -= stride / 2
			}
			s += math.Max(stride, math.Abs(d))
		}
		left = s - l
		if inside {
			// b lies within a vouched stride.
			cur = append(cur, b)
		}
	}
	if inside {
		flush()
	}
	return out
}

// boxDistance returns how far q is from the box, 0 inside.
func boxDistance(b geom.Rect, q geom.Pt) float64 {
	dx := math.Max(0, math.Max(b.Min.X-q.X, q.X-b.Max.X))
	dy := math.Max(0, math.Max(b.Min.Y-q.Y, q.Y-b.Max.Y))
	return geom.Pt{X: dx, Y: dy}.Len()
}

// deepest returns the point of the region that is farthest from its border,
// within tol, and its depth: cells are halved as long as they could hold a
// better point than the best so far.
func (p place) deepest(tol float64) (geom.Pt, float64) {
	type cell struct {
		c geom.Pt
		h float64
	}
	b := p.r.Bounds
	h := float64(math.Max(b.W(), b.H()) / 8)
	var todo []cell
	for y := b.Min.Y + float64(h/2); y < b.Max.Y+float64(h/2); y += h {
		for x := b.Min.X + float64(h/2); x < b.Max.X+float64(h/2); x += h {
			todo = append(todo, cell{geom.Pt{X: x, Y: y}, h / 2})
		}
	}
	at, best := b.Center(), p.r.Distance(b.Center())
	for budget := 4000; len(todo) > 0 && budget > 0; budget-- {
		var next []cell
		for _, c := range todo {
			d := p.r.Distance(c.c)
			if d > best {
				best, at = d, c.c
			}
			if d+float64(c.h*math.Sqrt2) > best+tol {
				q := c.h / 2
				for k := range 4 {
					next = append(next, cell{geom.Pt{X: c.c.X + float64(q*float64(2*(k&1)-1)), Y: c.c.Y + float64(q*float64(k&2-1))}, q})
				}
			}
		}
		budget -= len(todo)
		todo = next
	}
	return at, best
}

// crowd keeps round things apart: a grid of cells so small that each holds one.
type crowd struct {
	min    geom.Pt
	cell   float64
	nx, ny int
	at     []geom.Pt
	has    []bool
	apart  float64
}

func newCrowd(b geom.Rect, apart float64) *crowd {
	c := &crowd{min: b.Min, apart: apart, cell: apart / math.Sqrt2}
	for (b.W()/c.cell+2)*(b.H()/c.cell+2) > 1e6 { // bounded memory; the pitch is bounded too
		c.cell *= 2
	}
	c.nx, c.ny = int(b.W()/c.cell)+2, int(b.H()/c.cell)+2
	c.at, c.has = make([]geom.Pt, c.nx*c.ny), make([]bool, c.nx*c.ny)
	return c
}

// add takes q unless it lies too near to one that was taken.
func (c *crowd) add(q geom.Pt) bool {
	i, j := int((q.X-c.min.X)/c.cell), int((q.Y-c.min.Y)/c.cell)
	if i < 0 || j < 0 || i >= c.nx || j >= c.ny {
		return false
	}
	for y := max(0, j-2); y <= min(c.ny-1, j+2); y++ {
		for x := max(0, i-2); x <= min(c.nx-1, i+2); x++ {
			// A hair of tolerance keeps rows that stand at just this pitch.
			if k := y*c.nx + x; c.has[k] && c.at[k].Dist(q) < c.apart-1e-6 {
				return false
			}
		}
	}
	c.at[j*c.nx+i], c.has[j*c.nx+i] = q, true
	return true
}

// strokes returns the lines as one mark.
func strokes(lines [][]geom.Pt, width float64) geom.Mark {
	m := geom.Mark{Kind: geom.Stroke, Width: width}
	for _, l := range lines {
		m.Path = m.Path.Join(geom.Polyline(l...))
	}
	return m
}

// curves is strokes with the lines smoothed: their points must be close enough
// that smoothing moves nothing by more than a hundredth of a millimetre.
func curves(lines [][]geom.Pt, width float64) geom.Mark {
	m := geom.Mark{Kind: geom.Stroke, Width: width}
	for _, l := range lines {
		m.Path = m.Path.Join(geom.Smooth(l, false))
	}
	return m
}

func dots(ds []geom.Dot) geom.Mark { return geom.Mark{Kind: geom.Dots, Dots: ds} }
