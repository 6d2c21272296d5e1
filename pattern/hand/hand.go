// Package hand says how a line is really drawn: by canting (Tulis), in which no
// two repeats are equal, or by copper stamp (Cap), whose prints are all alike but
// never quite in their place. Print needs no hand: it leaves every repeat as it
// is.
//
// The figures are those of the handbook, §3: general knowledge and derivation,
// to be calibrated on cloth.
package hand

import (
	"cmp"
	"math"
	"slices"

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
func (t Tulis) Redraw(m geom.Mark, offset geom.Pt, key int) geom.Mark {
	k := t.loose()
	if k == 0 {
		return m
	}
	wander, shake := t.field("wander", driftWave), t.field("tremor", tremorWave)
	move := func(p geom.Pt) geom.Pt {
		q := p.Add(offset)
		a, b := wander.at(q)
		c, d := shake.at(q)
		return geom.Pt{
			X: p.X + float64(float64(drift*k)*a) + float64(float64(tremor*k)*c),
			Y: p.Y + float64(float64(drift*k)*b) + float64(float64(tremor*k)*d),
		}
	}
	own := t.Seed.Sub("own", key)
	switch m.Kind {
	case geom.Dots, geom.Squares:
		dots := make([]geom.Dot, len(m.Dots))
		for i, d := range m.Dots {
			a, b, c, e := own.Four(i)
			// A dot larger than the nozzle leaves is drawn, and is no worse for it.
			nozzle := math.Min(d.R, largestDot)
			// The sum of two uniform numbers has deviation 1/√6 about 1.
			r := d.R + float64(nozzle*float64(dotSpread*k*2.45*(a+b-1)))
			s := float64(dotScatter * k * 3.46 * nozzle)
			dots[i] = geom.Dot{
				C: move(geom.Pt{X: d.C.X + float64(s*(c-.5)), Y: d.C.Y + float64(s*(e-.5))}),
				R: r,
			}
		}
		return geom.Mark{Kind: m.Kind, Dots: dots}
	case geom.Stroke:
		return t.stroke(m, move, own, k)
	}
	return geom.Mark{Kind: geom.Area, Path: bend(m.Path, move)}
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

func (f field) at(p geom.Pt) (a, b float64) { return f.seed.Noise2(p.X/f.wx, p.Y/f.wy, f.px, f.py) }

// bend moves every point of the path; straight lines longer than the tremor's
// wave are split, or they would stay ruled.
func bend(p geom.Path, move func(geom.Pt) geom.Pt) geom.Path {
	const piece = 4.0
	out := geom.Path{Verbs: make([]geom.Verb, 0, len(p.Verbs)), Pts: make([]geom.Pt, 0, len(p.Pts))}
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

// stroke returns the outline of a line whose width lives along its length:
// w(s) = w₀[1 + .10N(s/12) − .12(v/v̄−1) + .45e^{−s/.8w₀} + .25e^{−(ℓ−s)/.8w₀}]
// (handbook §3), w₀ in the brackets at most a nozzle's. A long line is drawn in
// passes, since the canting must be filled.
func (t Tulis) stroke(m geom.Mark, move func(geom.Pt) geom.Pt, own seed.Seed, k float64) geom.Mark {
	var out geom.Path
	// A stroke broader than a nozzle's line is an area between two lines, which
	// wander no more than a single one does.
	nozzle := math.Min(m.Width, broadest)
	reach := float64(.8 * nozzle)
	for n, line := range m.Path.Flatten(.03) {
		length := line.Length()
		if length == 0 {
			continue
		}
		w := newWay(pieces(line), move)
		wave := own.Sub("width", n)
		begins, ends := !t.goesOn(line.Pts[0]), !t.goesOn(line.Pts[len(line.Pts)-1])
		cuts := refills(own.Sub("refill", n), length, line.Closed)
		for i, c := range cuts {
			down, up := i > 0 || begins, i < len(cuts)-1 || ends
			if line.Closed && len(cuts) == 1 {
				down, up = false, false
			}
			pass, at := w.pass(c)
			width := func(i int) float64 {
				s, v := at[i].s, at[i].haste
				g := float64(widthWander*k*wave.Noise(s/widthWave)) - float64(hurry*k*v)
				if down {
					g += float64(startDrop * k * geom.Exp(-(s-c.from)/reach))
				}
				if up {
					g += float64(endDrop * k * geom.Exp(-(c.to-s)/reach))
				}
				return m.Width + float64(nozzle*g)
			}
			for _, q := range pass.StrokeVar(width, .045) {
				out = out.Join(q.Path())
			}
		}
	}
	return geom.Mark{Kind: geom.Area, Path: out}
}

// cut is a pass of the canting: a stretch of a line, by arc length.
type cut struct{ from, to float64 }

// refills returns the passes in which a line of the given length is drawn. Each
// starts a little before the end of the one before; the last of a closed line
// runs over the first one's start.
func refills(s seed.Seed, length float64, closed bool) []cut {
	if length < leastFill {
		return []cut{{0, length}}
	}
	r := s.Stream()
	var cuts []cut
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
			return []cut{{0, length}}
		}
		cuts = append(cuts, cut{at, to})
		if end == length {
			return cuts
		}
		at = end
	}
}

// spot is where a way is at an arc length, how far and how fast.
type spot struct {
	p     geom.Pt
	s     float64 // arc length as drawn by the ruler
	haste float64 // v/v̄ − 1
}

// way is a line as the hand moves along it.
type way struct {
	spots  []spot
	closed bool
	length float64
}

func newWay(line geom.Poly, move func(geom.Pt) geom.Pt) way {
	pts := line.Pts
	n := len(pts)
	w := way{make([]spot, n), line.Closed, line.Length()}
	at := func(i int) geom.Pt {
		if line.Closed {
			return pts[(i+n)%n]
		}
		return pts[max(0, min(n-1, i))]
	}
	// The two-thirds power law of drawing (Lacquaniti, Terzuolo and Viviani, 1983):
	// v goes with the cube root of the radius. Straight lines are drawn as if bent
	// round 20 mm.
	mean := 0.
	for i, p := range pts {
		a, b := p.Sub(at(i-1)), at(i+1).Sub(p)
		la, lb := a.Len(), b.Len()
		bend := 0.
		if la > 0 && lb > 0 {
			bend = 2 * math.Abs(a.Cross(b)) / (float64(la*lb) * (la + lb))
			if a.Dot(b) < 0 {
				bend = 2 / (la + lb)
			}
		}
		v := 1 / math.Cbrt(1./20+bend)
		w.spots[i] = spot{p: move(p), haste: v}
		mean += v / float64(n)
		if i > 0 {
			w.spots[i].s = w.spots[i-1].s + la
		}
	}
	// A hand does not change its speed at a point.
	last := w.spots[0].haste
	for i := range w.spots {
		v := w.spots[i].haste
		next := w.spots[min(n-1, i+1)].haste
		w.spots[i].haste = geom.Clamp((last+v+next)/(3*mean)-1, -1, 1)
		last = v
	}
	return w
}

// pass returns the part of the way in a pass, and its spots.
func (w way) pass(c cut) (geom.Poly, []spot) {
	if c.from == 0 && c.to == w.length {
		p := geom.Poly{Pts: make([]geom.Pt, len(w.spots)), Closed: w.closed}
		for i, s := range w.spots {
			p.Pts[i] = s.p
		}
		return p, w.spots
	}
	spots := w.spots
	if w.closed { // once round and on
		for _, s := range w.spots {
			s.s += w.length
			spots = append(spots[:len(spots):len(spots)], s)
			if s.s > c.to {
				break
			}
		}
	}
	var in []spot
	for i, s := range spots {
		if i > 0 {
			for _, end := range []float64{c.from, c.to} {
				if l := spots[i-1]; l.s < end && end <= s.s {
					t := (end - l.s) / (s.s - l.s)
					in = append(in, spot{l.p.Lerp(s.p, t), end, geom.Mix(l.haste, s.haste, t)})
				}
			}
		}
		// A spot just beside an end would turn the stroke round.
		if s.s == 0 && c.from == 0 || s.s > c.from+.1 && s.s < c.to-.1 {
			in = append(in, s)
		}
	}
	slices.SortStableFunc(in, func(a, b spot) int { return cmp.Compare(a.s, b.s) })
	p := geom.Poly{Pts: make([]geom.Pt, len(in))}
	for i, s := range in {
		p.Pts[i] = s.p
	}
	return p, in
}

// pieces returns the chain in pieces short enough to show the tremor, yet few on a
// short dash, and shorter where it bends, so that small rings stay round.
func pieces(line geom.Poly) geom.Poly {
	const (
		sag  = .025 // mm: how far a piece may cut off a bend …
		turn = .35  // … and the sine of the most that it may turn
	)
	most := geom.Clamp(line.Length()/4, .6, 1.8)
	pts := line.Pts
	n := len(pts)
	out := geom.Poly{Pts: []geom.Pt{pts[0]}, Closed: line.Closed}
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

// Drips returns the drops of wax that fell from the canting on a part of the
// cloth, as outlines that turn as those of strokes do; most often none. The box is
// relative to the offset; key sets apart what is asked for at one place. They lie
// wholly inside the box.
func (t Tulis) Drips(box geom.Rect, offset geom.Pt, key int) geom.Path {
	k := t.loose()
	var out geom.Path
	room := box.Inset(mostDrip)
	if room.Empty() {
		return out
	}
	r := t.Seed.Sub("drips", key).Stream()
	// A Poisson number by the gaps between its events.
	for sum := -geom.Log(1 - r.Float64()); sum < float64(box.W()*box.H()*k/drippedOn); sum -= geom.Log(1 - r.Float64()) {
		c := geom.Pt{X: r.Range(room.Min.X, room.Max.X), Y: r.Range(room.Min.Y, room.Max.Y)}
		out = out.Join(geom.Circle(c, r.Range(leastDrip, mostDrip)))
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
