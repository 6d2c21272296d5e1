package hand

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// Cap prints with a copper stamp. All prints are alike; each lies a little off its
// place, and its lines are a little broader on the side that was pressed harder.
// Where two prints leave a line open, it is mended with a canting (tombokan).
//
// The zero Cap has a stamp without size, which moves nothing.
type Cap struct {
	Seed seed.Seed
	// Loose scales every deviation: 0 counts as 1, a good stamper; 3 is coarse.
	Loose float64
	// Stamp is the size of the stamp in mm: a whole number of repeats each way.
	Stamp geom.Pt
	// Next says along which axes another print follows, which takes up the lines
	// that end on this one's edge.
	Next struct{ X, Y bool }
	// Wrap, where it is not zero, is the size in mm of a bare repeat, a whole
	// number of stamps, over whose edges the row of prints goes on from the other
	// side.
	Wrap geom.Pt
}

// Deviations of a stamp (handbook §3).
const (
	misplaced = .4  // mm, one deviation each way
	misturned = .4  // degrees, one deviation
	pressed   = .15 // of a line's width, at the stamp's most and least pressed sides
	rarest    = 2.5 // deviations: what lies farther off is washed out and done again
	openJoint = .3  // mm: what is mended
	even      = .3  // of the stamp: what is smaller is pressed evenly
)

func (c Cap) loose() float64 { return Tulis{Loose: c.Loose}.loose() }

// still reports whether the stamp has no size that one could print with.
func (c Cap) still() bool {
	return !(c.Stamp.X > 1e-3 && c.Stamp.Y > 1e-3 && c.Stamp.X < 1e6 && c.Stamp.Y < 1e6) || c.loose() == 0
}

// Margin returns how far, in mm, Redraw may move anything beyond its bounds.
func (c Cap) Margin() float64 {
	if c.still() {
		return 0
	}
	turn := geom.Sin(float64(rarest * misturned * c.loose() / 360))
	// What belongs to a print may reach over it by as much again. A seventh of the
	// broadest nozzle is pressed out, and mending reaches half its width.
	far := float64(rarest*misplaced*math.Sqrt2*c.loose()) + float64(turn*c.Stamp.Len())
	return far + 1.2
}

// impression is one print of the stamp.
type impression struct {
	pose  geom.Affine // on the cloth
	press geom.Pt     // growth of widths per mm from the middle
	mid   geom.Pt
}

// print returns the print (i,j), on the cloth.
func (c Cap) print(i, j int) impression {
	if c.Wrap.X > 0 && c.Wrap.Y > 0 {
		i, j = wrap(i, c.Wrap.X/c.Stamp.X), wrap(j, c.Wrap.Y/c.Stamp.Y)
	}
	r := c.Seed.At("print", i, j)
	k := c.loose()
	off := func(dev float64) float64 { return float64(dev * k * geom.Clamp(r.Normal(), -rarest, rarest)) }
	shift := geom.Pt{X: off(misplaced), Y: off(misplaced)}
	turn := off(misturned) / 360
	// The gradient runs in any direction, from none to the full one between the
	// stamp's ends.
	g := geom.Polar(float64(pressed*math.Min(1, k)*math.Sqrt(r.Float64())), r.Float64())
	return impression{
		pose:  geom.Rotate(turn).At(shift),
		press: geom.Pt{X: 2 * g.X / c.Stamp.X, Y: 2 * g.Y / c.Stamp.Y},
	}
}

func wrap(i int, n float64) int {
	m := max(1, int(n+.5))
	return ((i % m) + m) % m
}

// at returns print (i,j) where it stands relative to the offset.
func (c Cap) at(i, j int, offset geom.Pt) impression {
	p := c.print(i, j)
	p.mid = geom.Pt{X: float64(c.Stamp.X*(float64(i)+.5)) - offset.X, Y: float64(c.Stamp.Y*(float64(j)+.5)) - offset.Y}
	p.pose = geom.Translate(p.mid.Mul(-1)).Then(p.pose).At(p.mid)
	return p
}

// width returns the factor of a line's width at q.
func (p impression) width(q geom.Pt) float64 {
	return 1 + geom.Clamp(q.Sub(p.mid).Dot(p.press), -pressed, pressed)
}

// Redraw returns the mark as the stamp prints it, the mark's own origin lying at
// the given offset from where the prints begin (mm). The offset says which print
// it belongs to.
func (c Cap) Redraw(m geom.Mark, offset geom.Pt) geom.Mark {
	if c.still() {
		return m
	}
	// A cell's corner may lie a hair before its print's.
	i, j := int(math.Floor(offset.X/c.Stamp.X+1e-6)), int(math.Floor(offset.Y/c.Stamp.Y+1e-6))
	p := c.at(i, j, offset)
	if m.Kind != geom.Stroke {
		return m.Transform(p.pose)
	}
	n := 0
	var mends geom.Path
	for _, e := range openEnds(m.Path) {
		mends = mends.Join(c.mend(e, i, j, offset, n))
		n++
	}
	// Across a small mark the pressure hardly changes, and it can stay a line, which
	// is drawn much faster than its outline.
	b := m.Path.Bounds()
	if math.Max(b.W()/c.Stamp.X, b.H()/c.Stamp.Y) < even {
		return geom.Mark{
			Kind: geom.Stroke, Path: m.Path.Transform(p.pose).Join(mends),
			Width: float64(m.Width * p.width(b.Center())),
		}
	}
	var out geom.Path
	for _, line := range m.Path.Flatten(.03) {
		pts := make([]geom.Pt, len(line.Pts))
		for k, q := range line.Pts {
			pts[k] = p.pose.Apply(q)
		}
		width := func(k int) float64 { return float64(m.Width * p.width(line.Pts[k])) }
		for _, q := range (geom.Poly{Pts: pts, Closed: line.Closed}).StrokeVar(width, .03) {
			out = out.Join(q.Path())
		}
	}
	for _, line := range mends.Flatten(.03) {
		for _, q := range line.Stroke(m.Width, .03) {
			out = out.Join(q.Path())
		}
	}
	return geom.Mark{Kind: geom.Area, Path: out}
}

// openEnds returns the last point of every open subpath.
func openEnds(p geom.Path) []geom.Pt {
	var out []geom.Pt
	i, open := 0, false
	for _, v := range p.Verbs {
		switch v {
		case geom.Move:
			if open {
				out = append(out, p.Pts[i-1])
			}
			open = false
			i++
		case geom.Line:
			open = true
			i++
		case geom.Cubic:
			open = true
			i += 3
		case geom.Close:
			open = false
		}
	}
	if open {
		out = append(out, p.Pts[i-1])
	}
	return out
}

// mend returns the line that a canting draws from the end e of print (i,j), on the
// print's edge, to where the next print takes it up; nothing where it is not open.
// Number n of its mark sets it apart.
func (c Cap) mend(e geom.Pt, i, j int, offset geom.Pt, n int) geom.Path {
	const near = .05 // mm: as goesOn
	x, y := e.X+offset.X-float64(c.Stamp.X*float64(i)), e.Y+offset.Y-float64(c.Stamp.Y*float64(j))
	di, dj := side(x, c.Stamp.X, near, c.Next.X), side(y, c.Stamp.Y, near, c.Next.Y)
	if di == 0 && dj == 0 {
		return geom.Path{}
	}
	a, b := c.at(i, j, offset).pose.Apply(e), c.at(i+di, j+dj, offset).pose.Apply(e)
	if a.Dist(b) < openJoint {
		return geom.Path{}
	}
	r := c.Seed.At("mend", wrapped(c, i, j, n)...)
	// The mender's hand trembles: a quarter of the way aside, at the most.
	mid := a.Lerp(b, .5).Add(b.Sub(a).Perp().Mul(r.Range(-.25, .25)))
	return geom.Smooth([]geom.Pt{a, mid, b}, false)
}

// side says which edge of 0…size a coordinate lies on: −1, 1, or 0 for none or
// where nothing follows.
func side(x, size, near float64, next bool) int {
	switch {
	case !next:
	case math.Abs(x) < near:
		return -1
	case math.Abs(x-size) < near:
		return 1
	}
	return 0
}

// wrapped returns the indices that a mend is drawn by.
func wrapped(c Cap, i, j, n int) []int {
	if c.Wrap.X > 0 && c.Wrap.Y > 0 {
		i, j = wrap(i, c.Wrap.X/c.Stamp.X), wrap(j, c.Wrap.Y/c.Stamp.Y)
	}
	return []int{i, j, n}
}
