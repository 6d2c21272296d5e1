package hand

import (
	"math"
	"sync"

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
	r := c.Seed.Sub("print", i, j).Stream()
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
//
// Who prints a mark more than once asks for Ready.
func (c Cap) Redraw(m geom.Mark, offset geom.Pt) geom.Mark {
	return c.Ready(m).Redraw(geom.Mark{}, offset)
}

// Copper is a mark in the copper of a stamp, about to be printed many times over:
// what there is to know of the mark is the same in every print. Any number of
// goroutines may use it.
type Copper struct {
	c     Cap
	still bool
	mark  geom.Mark
	box   geom.Rect // of a stroke's path
	ends  []geom.Pt // of a stroke's open lines
	// lines are those of a stroke so large that it is not pressed evenly.
	uneven  bool
	lines   []geom.Poly
	scratch *sync.Pool // of *printing
}

// printing is what it takes to print one mark, kept to be used again.
type printing struct {
	pts  []geom.Pt
	mend geom.Path
}

// Ready returns the mark ready to be printed.
func (c Cap) Ready(m geom.Mark) Copper {
	r := Copper{c: c, still: c.still(), mark: m, scratch: &sync.Pool{}}
	if m.Kind != geom.Stroke || r.still {
		return r
	}
	r.box, r.ends = m.Path.Bounds(), openEnds(m.Path)
	// Across a small mark the pressure hardly changes, and it can stay a line, which
	// is drawn much faster than its outline.
	if r.uneven = !(math.Max(r.box.W()/c.Stamp.X, r.box.H()/c.Stamp.Y) < even); r.uneven {
		r.lines = m.Path.Flatten(.03)
	}
	return r
}

// Redraw returns the mark as Cap.Redraw does, in the memory of into where that is
// enough.
func (r Copper) Redraw(into geom.Mark, offset geom.Pt) geom.Mark {
	c, m := r.c, r.mark
	if r.still {
		return same(into, m)
	}
	// A cell's corner may lie a hair before its print's.
	i, j := int(math.Floor(offset.X/c.Stamp.X+1e-6)), int(math.Floor(offset.Y/c.Stamp.Y+1e-6))
	p := c.at(i, j, offset)
	if m.Kind != geom.Stroke {
		return into.Reuse(m.Kind, m.Width).JoinUnder(m, p.pose)
	}
	if !r.uneven {
		out := into.Reuse(geom.Stroke, float64(m.Width*p.width(r.box.Center())))
		out.Path = out.Path.JoinUnder(m.Path, p.pose)
		for n, e := range r.ends {
			if line, open := c.mend(e, i, j, offset, n); open {
				out.Path = out.Path.JoinSmooth(line[:], false)
			}
		}
		return out
	}
	out := into.Reuse(geom.Area, 0)
	s, _ := r.scratch.Get().(*printing)
	if s == nil {
		s = &printing{}
	}
	defer r.scratch.Put(s)
	for _, line := range r.lines {
		s.pts = s.pts[:0]
		for _, q := range line.Pts {
			s.pts = append(s.pts, p.pose.Apply(q))
		}
		width := func(k int) float64 { return float64(m.Width * p.width(line.Pts[k])) }
		out.Path = out.Path.AppendStrokeVar(geom.Poly{Pts: s.pts, Closed: line.Closed}, width, .03)
	}
	for n, e := range r.ends {
		if line, open := c.mend(e, i, j, offset, n); open {
			s.mend.Verbs, s.mend.Pts = s.mend.Verbs[:0], s.mend.Pts[:0]
			s.mend = s.mend.JoinSmooth(line[:], false)
			s.pts = s.mend.Chains(s.pts, .03, func(q geom.Poly) {
				out.Path = out.Path.AppendStrokeVar(q, func(int) float64 { return m.Width }, .03)
			})
		}
	}
	return out
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

// mend returns three points of the line that a canting draws from the end e of print
// (i,j), on the print's edge, to where the next print takes it up, and whether it is
// open there. Number n of its mark sets it apart.
func (c Cap) mend(e geom.Pt, i, j int, offset geom.Pt, n int) (line [3]geom.Pt, open bool) {
	const near = .05 // mm: as goesOn
	x, y := e.X+offset.X-float64(c.Stamp.X*float64(i)), e.Y+offset.Y-float64(c.Stamp.Y*float64(j))
	di, dj := side(x, c.Stamp.X, near, c.Next.X), side(y, c.Stamp.Y, near, c.Next.Y)
	if di == 0 && dj == 0 {
		return line, false
	}
	a, b := c.at(i, j, offset).pose.Apply(e), c.at(i+di, j+dj, offset).pose.Apply(e)
	if a.Dist(b) < openJoint {
		return line, false
	}
	r := c.mender(i, j, n).Stream()
	// The mender's hand trembles: a quarter of the way aside, at the most.
	mid := a.Lerp(b, .5).Add(b.Sub(a).Perp().Mul(r.Range(-.25, .25)))
	return [3]geom.Pt{a, mid, b}, true
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

// mender returns the seed that a mend is drawn by.
func (c Cap) mender(i, j, n int) seed.Seed {
	if c.Wrap.X > 0 && c.Wrap.Y > 0 {
		i, j = wrap(i, c.Wrap.X/c.Stamp.X), wrap(j, c.Wrap.Y/c.Stamp.Y)
	}
	return c.Seed.Sub("mend", i, j, n)
}
