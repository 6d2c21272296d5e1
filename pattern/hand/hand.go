// Package hand says how a line is really drawn: by canting (Tulis), in which no
// two repeats are equal, or by copper stamp (Cap), whose prints are all alike but
// never quite in their place. Print needs no hand: it leaves every repeat as it
// is.
//
// The figures are those of the handbook, §3: general knowledge and derivation,
// to be calibrated on cloth.
package hand

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// Tulis is a hand with a canting. The zero Tulis is seed 0 and a usual hand.
type Tulis struct {
	Seed seed.Seed
	// Loose scales every deviation: 0 counts as 1, a good workshop's hand; .5 is
	// the finest (halus), 2 is coarse (kasar).
	Loose float64
	// Wrap, where it is not zero, is the size in mm of a bare repeat, over whose
	// edges the wander goes on from the other side, so that hand work still
	// repeats without a seam.
	Wrap geom.Pt
	// Cell, where it is not zero, is the size in mm of the repeat that a mark
	// belongs to. A line that ends on its border goes on in the next repeat, so
	// the canting is not set down there and leaves no drop.
	Cell geom.Pt
}

// Deviations of a usual hand in mm, one standard deviation (handbook §3).
const (
	drift       = .15 // slow wander of the hand …
	driftWave   = 25. // … over this length
	tremor      = .035
	tremorWave  = 2.5
	widthWander = .10 // of the line's width …
	widthWave   = 12. // … over this length
	hurry       = .12 // share of the width that a hand of twice the mean speed leaves out
	startDrop   = .45 // wax pools where the canting is set down: share of the width
	endDrop     = .25 // and less where it is lifted
	broadest    = 1.2 // mm: the line of a klowong canting
	dotSpread   = .15 // deviation of a dot's log radius
	dotScatter  = .22 // deviation of a dot's place, in radii
	largestDot  = .5  // mm: radius of what one touch leaves
	// A canting holds wax for so many mm, and takes the line up again so far back.
	leastFill, mostFill = 80., 200.
	leastLap, mostLap   = 1., 2.
	drippedOn           = 5000.    // mm² of cloth to a drip …
	leastDrip, mostDrip = .5, 1.25 // … of this radius
	back                = .25      // the second face's line beside the first's
	spread              = .08      // the wax's edge, by the threads …
	thread              = .3       // … that lie so far apart
)

// Margin returns how far, in mm, Redraw may move anything beyond its bounds.
func (t Tulis) Margin() float64 {
	// Noise stays within 2.3 deviations; drops, wander and haste together widen a
	// line on each side by less than .62 mm at the usual hand. Dots deviate by less.
	return float64((2.3*(drift+tremor)+.62)*t.loose()) + .1
}

func (t Tulis) loose() float64 {
	if t.Loose == 0 {
		return 1
	}
	return geom.Clamp(t.Loose, 0, 3)
}

// Redraw returns the mark as the hand draws it at the given offset on the cloth
// (mm). The wander is one smooth field over the whole cloth, so lines that meet
// still meet, across repeats too; key sets apart what is drawn twice at one
// place. Strokes become areas of living width.
//
// Who draws a mark more than once asks for Ready.
func (t Tulis) Redraw(m geom.Mark, offset geom.Pt, key int) geom.Mark {
	return t.Ready(m).Redraw(geom.Mark{}, offset, key)
}

// field is a smooth noise over the cloth.
type field struct {
	seed   seed.Seed
	wx, wy float64 // wavelength in mm
	px, py int     // waves in a repeat; 0: endless
}

// field returns a noise of about the given wavelength, a whole number of which
// fits the repeat where there is one.
func (t Tulis) field(label string, wave float64) field {
	f := field{seed: t.Seed.Sub(label), wx: wave, wy: wave}
	if t.Wrap.X > 0 && t.Wrap.Y > 0 {
		f.px, f.py = int(max(1, t.Wrap.X/wave+.5)), int(max(1, t.Wrap.Y/wave+.5))
		f.wx, f.wy = t.Wrap.X/float64(f.px), t.Wrap.Y/float64(f.py)
	}
	return f
}

func (f field) at(p geom.Pt) (a, b float64) { return f.near(p, &seed.Square{}) }

// near is at for one who goes about in small steps and keeps q meanwhile.
func (f field) near(p geom.Pt, q *seed.Square) (a, b float64) {
	return q.Noise2(f.seed, p.X/f.wx, p.Y/f.wy, f.px, f.py)
}

// bend appends the path to out with every point moved; straight lines longer than
// the tremor's wave are split, or they would stay ruled.
func bend(out, p geom.Path, move func(geom.Pt) geom.Pt) geom.Path {
	const piece = 4.0
	var at, start geom.Pt
	i := 0
	line := func(to geom.Pt) {
		n := int(geom.Clamp(at.Dist(to)/piece, 0, 500)) + 1
		for k := 1; k <= n; k++ {
			out = out.LineTo(move(at.Lerp(to, float64(k)/float64(n))))
		}
		at = to
	}
	for _, v := range p.Verbs {
		switch v {
		case geom.Move:
			at = p.Pts[i]
			start = at
			out = out.MoveTo(move(at))
			i++
		case geom.Line:
			line(p.Pts[i])
			i++
		case geom.Cubic:
			out = out.CubeTo(move(p.Pts[i]), move(p.Pts[i+1]), move(p.Pts[i+2]))
			at = p.Pts[i+2]
			i += 3
		case geom.Close:
			if at != start {
				line(start)
			}
			out = out.Close()
			at = start
		}
	}
	return out
}

// cut is a pass of the canting: a stretch of a line, by arc length.
type cut struct{ from, to float64 }

// refills returns the passes in which a line of the given length is drawn. Each
// starts a little before the end of the one before; the last of a closed line
// runs over the first one's start. They are appended to cuts.
func refills(cuts []cut, s seed.Seed, length float64, closed bool) []cut {
	if length < leastFill {
		return append(cuts, cut{0, length})
	}
	r := s.Stream()
	at := 0.
	for {
		end := at + r.Range(leastFill, mostFill)
		// No hand lifts the canting just before the end.
		if end > length-leastFill/4 {
			end = length
		}
		to := end
		if end < length || closed {
			to += r.Range(leastLap, mostLap)
		}
		if end == length && at == 0 {
			return append(cuts, cut{0, length})
		}
		cuts = append(cuts, cut{at, to})
		if end == length {
			return cuts
		}
		at = end
	}
}

// pieces returns the chain in pieces short enough to show the tremor, yet few on a
// short dash, and shorter where it bends, so that small rings stay round.
func pieces(line geom.Poly) geom.Poly {
	const (
		sag  = .015 // mm: how far a piece may cut off a bend …
		turn = .35  // … and the sine of the most that it may turn
	)
	most := geom.Clamp(line.Length()/4, .6, 1.8)
	pts := line.Pts
	n := len(pts)
	out := geom.Poly{Pts: append(make([]geom.Pt, 0, n), pts[0]), Closed: line.Closed}
	far, bent := 0., 0.
	for i := 1; i < n || i == n && line.Closed; i++ {
		a, b := pts[i-1], pts[i%n]
		l := a.Dist(b)
		if l > most {
			k := int(l/most) + 1
			if last := out.Pts[len(out.Pts)-1]; last != a {
				out.Pts = append(out.Pts, a)
			}
			for j := 1; j < k; j++ {
				out.Pts = append(out.Pts, a.Lerp(b, float64(j)/float64(k)))
			}
			l = most
			far, bent = 0, 0
		}
		if i == n {
			break
		}
		far += l
		if i < n-1 || line.Closed {
			d, e := b.Sub(a).Unit(), pts[(i+1)%n].Sub(b).Unit()
			if x := math.Abs(d.Cross(e)); d.Dot(e) > 0 {
				bent += x
			} else {
				bent += 1
			}
			// Going on, the chord of length l that turns by α would cut off lα/8.
			if far < .75*most && bent < turn && (far+b.Dist(pts[(i+1)%n]))*bent < 8*sag {
				continue
			}
		}
		out.Pts = append(out.Pts, b)
		far, bent = 0, 0
	}
	return thin(out)
}

// Drips appends to out the drops of wax that fell from the canting inside a box of
// the cloth (mm), as outlines that turn as those of strokes do; most often none. key
// says which box it is.
func (t Tulis) Drips(out geom.Path, box geom.Rect, key int) geom.Path {
	k := t.loose()
	room := box.Inset(mostDrip)
	if room.Empty() {
		return out
	}
	r := t.Seed.Sub("drips", key).Stream()
	// A Poisson number by the gaps between its events.
	for sum := -geom.Log(1 - r.Float64()); sum < float64(box.W()*box.H()*k/drippedOn); sum -= geom.Log(1 - r.Float64()) {
		c := geom.Pt{X: r.Range(room.Min.X, room.Max.X), Y: r.Range(room.Min.Y, room.Max.Y)}
		out = out.JoinCircle(c, r.Range(leastDrip, mostDrip))
	}
	return out
}

// Back returns how far beside the first face's line the second face's lies at a
// place of the cloth, where the cloth is waxed again from behind.
func (t Tulis) Back(at geom.Pt) geom.Pt {
	a, b := t.field("back", driftWave).at(at)
	k := float64(back * t.loose())
	return geom.Pt{X: float64(k * a), Y: float64(k * b)}
}

// Spread returns how far the wax's edge has crept at a place of the cloth, mm
// outward: by single threads, too fine for outlines, for those who draw pixels.
func (t Tulis) Spread(at geom.Pt) float64 {
	a, _ := t.field("spread", thread).at(at)
	return float64(spread * t.loose() * a)
}

// goesOn reports whether a line's end lies on the border of the repeat, or beyond
// it, where another line takes it up.
func (t Tulis) goesOn(p geom.Pt) bool {
	const near = .05 // mm: less than any gap between two lines
	beyond := func(x, size float64) bool { return size > 0 && (x < near || x > size-near) }
	return beyond(p.X, t.Cell.X) || beyond(p.Y, t.Cell.Y)
}

// thin keeps the chain as it is; a chain of two points gets a middle, so that
// both drops show.
func thin(p geom.Poly) geom.Poly {
	if len(p.Pts) == 2 && !p.Closed {
		p.Pts = []geom.Pt{p.Pts[0], p.Pts[0].Lerp(p.Pts[1], .5), p.Pts[1]}
	}
	return p
}
