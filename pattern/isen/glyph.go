package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// glyph is a small ornament drawn about the origin, its own axis along +x.
type glyph struct {
	lines  [][]geom.Pt // strokes of the isen canting
	areas  [][]geom.Pt // closed outlines, filled
	dots   []geom.Dot
	smooth bool // lines and areas are curves through their points
}

// size returns the glyph's half length and half height with the lines' width.
func (g glyph) size(w float64) (x, y float64) {
	far := func(q geom.Pt, r float64) {
		r = float64(r) // a product passed in must not fuse into the sums
		x, y = math.Max(x, math.Abs(q.X)+r), math.Max(y, math.Abs(q.Y)+r)
	}
	for _, l := range g.lines {
		for _, q := range l {
			far(q, w/2)
		}
	}
	for _, a := range g.areas {
		for _, q := range a {
			far(q, 0)
		}
	}
	for _, d := range g.dots {
		far(d.C, d.R)
	}
	return x, y
}

// under returns the glyph mapped by m; dots and lines keep their nozzles.
func (g glyph) under(m geom.Affine) glyph {
	out := glyph{smooth: g.smooth}
	for _, l := range g.lines {
		out.lines = append(out.lines, moved(l, m))
	}
	for _, a := range g.areas {
		out.areas = append(out.areas, moved(a, m))
	}
	for _, d := range g.dots {
		out.dots = append(out.dots, geom.Dot{C: m.Apply(d.C), R: d.R})
	}
	return out
}

func moved(pts []geom.Pt, m geom.Affine) []geom.Pt {
	out := make([]geom.Pt, len(pts))
	for i, q := range pts {
		out[i] = m.Apply(q)
	}
	return out
}

// sheet gathers the glyphs of one filling. Each is set whole or not at all.
type sheet struct {
	place
	w             float64 // of lines
	lines, curves geom.Path
	areas         geom.Path
	ds            []geom.Dot
	taken         *taken // nil where the glyphs' places keep them apart
}

func newSheet(p place) *sheet {
	s := &sheet{place: p, w: p.width()}
	if p.spine != nil {
		s.taken = newTaken(p.r.Bounds)
	}
	return s
}

// marks returns what was drawn.
func (s *sheet) marks() []geom.Mark {
	return []geom.Mark{
		{Kind: geom.Area, Path: s.areas},
		{Kind: geom.Stroke, Width: s.w, Path: s.lines.Join(s.curves)},
		dots(s.ds),
	}
}

// inside reports whether discs of radius r lie inside all along the line.
func (s *sheet) inside(pts []geom.Pt, r float64) bool {
	const every = .3 // mm: between two such points a corner of the region hardly shows
	for i, q := range pts {
		if !s.fits(q, r) {
			return false
		}
		if i == 0 {
			continue
		}
		for n, k := int(q.Dist(pts[i-1])/every), 1; k <= n; k++ {
			if !s.fits(pts[i-1].Lerp(q, float64(k)/float64(n+1)), r) {
				return false
			}
		}
	}
	return true
}

// put sets the glyph under m, which does not scale, if it lies wholly inside and
// clear of others.
func (s *sheet) put(g glyph, m geom.Affine) bool {
	return s.fitsIn(g, m) && s.draw(g.under(m))
}

// fitsIn reports whether the glyph under m lies wholly inside and clear of
// others.
func (s *sheet) fitsIn(g glyph, m geom.Affine) bool {
	x, y := g.size(s.w)
	c := geom.Pt{X: m.C, Y: m.F}
	if !s.r.Bounds.Contains(c) {
		return false
	}
	set := g.under(m)
	if reach := math.Sqrt(float64(x*x) + float64(y*y)); !s.fits(c, reach) {
		for _, l := range set.lines {
			if !s.inside(l, float64(s.w/2)+slack) {
				return false
			}
		}
		for _, a := range set.areas {
			if !s.inside(loop(a), slack) {
				return false
			}
		}
		for _, d := range set.dots {
			if !s.fits(d.C, d.R) {
				return false
			}
		}
	}
	return s.taken == nil || s.taken.clear(s.taken.points(set, s.w))
}

// slack makes up for outlines that bulge between their points, mm.
const slack = .02

// draw adds a glyph that stands in its place, unless others are too near.
func (s *sheet) draw(g glyph) bool {
	if s.taken != nil && !s.taken.take(s.taken.points(g, s.w)) {
		return false
	}
	for _, l := range g.lines {
		if n := len(l) - 1; g.smooth && l[0] == l[n] {
			s.curves = s.curves.Join(geom.Smooth(l[:n], true))
		} else if g.smooth {
			s.curves = s.curves.Join(geom.Smooth(l, false))
		} else {
			s.lines = s.lines.Join(geom.Polyline(l...))
		}
	}
	for _, a := range g.areas {
		if g.smooth {
			s.areas = s.areas.Join(geom.Smooth(a, true))
		} else {
			s.areas = s.areas.Join(geom.Polygon(a...))
		}
	}
	s.ds = append(s.ds, g.dots...)
	return true
}

// stamps sets glyphs in rows along the axis, with the usual pitches, or wider
// where they would not stand apart. pick returns the glyph for a place in the
// rows. A place too small for its rows takes one glyph in its middle, smaller if
// it must be.
func (p place) stamps(px, py float64, staggered bool, pick func(i, j int) glyph) []geom.Mark {
	s := newSheet(p)
	s.stamps(px, py, staggered, pick)
	return s.marks()
}

// stampsAmongDots is stamps with dots in the room that is left.
func (p place) stampsAmongDots(px, py float64, staggered bool, pick func(i, j int) glyph) []geom.Mark {
	s := newSheet(p).crowded()
	s.stamps(px, py, staggered, pick)
	s.sprinkle()
	return s.marks()
}

func (s *sheet) stamps(px, py float64, staggered bool, pick func(i, j int) glyph) {
	a, b := pick(0, 0).size(s.w)
	c, d := pick(1, 1).size(s.w)
	px, py = s.pitch(px, 2*(math.Max(a, c)+slack)), s.pitch(py, 2*(math.Max(b, d)+slack))
	n := 0
	s.rows(px, py, staggered, func(i, j int, x, y float64) {
		if s.put(pick(i, j), s.set(x, y)) {
			n++
		}
	})
	if n == 0 {
		c, _ := s.deepest(.1)
		x, y := s.in(c)
		m := s.set(x, y)
		for _, k := range []float64{1, .85, .72, .6} {
			if s.put(pick(0, 0).under(geom.Scale(k, k)), m) {
				break
			}
		}
	}
}

// crowded makes the sheet watch that glyphs stand apart.
func (s *sheet) crowded() *sheet {
	if s.taken == nil {
		s.taken = newTaken(s.r.Bounds)
	}
	return s
}

// sprinkle sets dots where a crowded sheet has room, as a maker does between
// small flowers. Its grid is symmetric about the axis.
func (s *sheet) sprinkle() {
	r := s.dot()
	pitch := s.pitch(2.3, 2*r)
	s.rows(pitch, float64(pitch*math.Sqrt(3)/2), true, func(_, _ int, x, y float64) {
		q := s.at(x, y)
		// A little more room than the least keeps the dots from clinging to glyphs.
		if s.taken.free(q, r+.3) && s.fits(q, r) {
			s.draw(glyph{dots: []geom.Dot{{C: q, R: r}}})
		}
	})
}

// inner sets rows of dots along the contours from the given depth inward, on a
// crowded sheet.
func (s *sheet) inner(depth float64) {
	r := s.dot()
	pitch := s.pitch(2, 2*r)
	s.contours(depth, pitch, func(q geom.Poly) {
		for _, c := range s.around(q, pitch, 1, float64(2*r)+Gap) {
			if s.fits(c, r) {
				s.draw(glyph{dots: []geom.Dot{{C: c, R: r}}})
			}
		}
	})
}

// centred returns the glyph moved so that the origin is the middle of its box.
func (g glyph) centred() glyph {
	var all []geom.Pt
	for _, l := range append(g.lines, g.areas...) {
		all = append(all, l...)
	}
	for _, d := range g.dots {
		all = append(all, d.C.Add(geom.Pt{X: d.R, Y: d.R}), d.C.Sub(geom.Pt{X: d.R, Y: d.R}))
	}
	return g.under(geom.Translate(geom.Bounds(all).Center().Mul(-1)))
}

// shrunk is the factor by which line glyphs shrink at more than the usual
// density, when they could not stand nearer.
func (p place) shrunk() float64 { return float64(p.k * geom.Clamp(p.tight, .75, 1)) }

// taken holds what glyphs cover, as points with a radius, in cells.
type taken struct {
	min    geom.Pt
	cell   float64
	nx, ny int
	at     [][]geom.Dot
	reach  float64 // the largest radius
}

func newTaken(b geom.Rect) *taken {
	t := &taken{min: b.Min, cell: 1.5}
	for (b.W()/t.cell+1)*(b.H()/t.cell+1) > 2.5e5 {
		t.cell *= 2
	}
	t.nx, t.ny = int(b.W()/t.cell)+1, int(b.H()/t.cell)+1
	t.at = make([][]geom.Dot, t.nx*t.ny)
	return t
}

// points returns what a glyph covers.
func (t *taken) points(g glyph, w float64) []geom.Dot {
	var own []geom.Dot
	const every = .3 // mm: seen from a gap away a line of such points is straight
	for _, l := range g.lines {
		for _, q := range (geom.Poly{Pts: l}).Resample(every).Pts {
			own = append(own, geom.Dot{C: q, R: w / 2})
		}
	}
	for _, a := range g.areas {
		for _, q := range (geom.Poly{Pts: a, Closed: true}).Resample(every).Pts {
			own = append(own, geom.Dot{C: q})
		}
	}
	return append(own, g.dots...)
}

// clear reports whether all of a glyph's points are a gap away from others'.
func (t *taken) clear(own []geom.Dot) bool {
	for _, d := range own {
		if !t.free(d.C, d.R) {
			return false
		}
	}
	return true
}

// take takes the points, unless less than a gap away from others.
func (t *taken) take(own []geom.Dot) bool {
	if !t.clear(own) {
		return false
	}
	for _, d := range own {
		x, y := t.index(d.C)
		t.at[y*t.nx+x] = append(t.at[y*t.nx+x], d)
		t.reach = math.Max(t.reach, d.R)
	}
	return true
}

func (t *taken) index(q geom.Pt) (x, y int) {
	return max(0, min(t.nx-1, int((q.X-t.min.X)/t.cell))), max(0, min(t.ny-1, int((q.Y-t.min.Y)/t.cell)))
}

// free reports whether a disc of radius r about q is a gap away from all.
func (t *taken) free(q geom.Pt, r float64) bool {
	d := r + t.reach + Gap
	x0, y0 := t.index(geom.Pt{X: q.X - d, Y: q.Y - d})
	x1, y1 := t.index(geom.Pt{X: q.X + d, Y: q.Y + d})
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			for _, o := range t.at[y*t.nx+x] {
				if o.C.Dist(q) < o.R+r+Gap-1e-6 {
					return false
				}
			}
		}
	}
	return true
}

// round returns n points on an ellipse.
func round(n int, c geom.Pt, rx, ry float64) []geom.Pt {
	pts := make([]geom.Pt, n)
	for i := range pts {
		s, co := geom.SinCos(float64(i) / float64(n))
		pts[i] = geom.Pt{X: c.X + float64(rx*co), Y: c.Y + float64(ry*s)}
	}
	return pts
}

// loop returns the points as a closed line.
func loop(pts []geom.Pt) []geom.Pt { return append(pts[:len(pts):len(pts)], pts[0]) }
