package hand

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// Ready is a mark that a hand is about to draw, many times over: what it needs to
// know of the mark is the same at every place. Any number of goroutines may use it.
type Ready struct {
	t             Tulis
	k             float64 // how loose
	mark          geom.Mark
	wander, shake field
	lines         []line
	scratch       *sync.Pool // of *pass
}

// Ready returns the mark ready to be drawn.
func (t Tulis) Ready(m geom.Mark) Ready {
	r := Ready{t: t, k: t.loose(), mark: m, scratch: &sync.Pool{}}
	if r.k == 0 {
		return r
	}
	r.wander, r.shake = t.field("wander", driftWave), t.field("tremor", tremorWave)
	if m.Kind == geom.Stroke {
		for n, p := range m.Path.Flatten(.005) {
			if p.Length() > 0 {
				w := newLine(pieces(p), n)
				w.begins, w.ends = !t.goesOn(p.Pts[0]), !t.goesOn(p.Pts[len(p.Pts)-1])
				r.lines = append(r.lines, w)
			}
		}
	}
	return r
}

// Redraw returns the mark as the hand draws it at the given offset on the cloth (mm),
// as Tulis.Redraw does, in the memory of into where that is enough.
func (r Ready) Redraw(into geom.Mark, offset geom.Pt, key int) geom.Mark {
	m, k := r.mark, r.k
	if k == 0 {
		return same(into, m)
	}
	var wide, narrow seed.Square
	move := func(p geom.Pt) geom.Pt {
		q := p.Add(offset)
		a, b := r.wander.near(q, &wide)
		c, d := r.shake.near(q, &narrow)
		return geom.Pt{
			X: p.X + float64(float64(drift*k)*a) + float64(float64(tremor*k)*c),
			Y: p.Y + float64(float64(drift*k)*b) + float64(float64(tremor*k)*d),
		}
	}
	own := r.t.Seed.Sub("own", key)
	switch m.Kind {
	case geom.Dots, geom.Squares:
		out := into.Reuse(m.Kind, 0)
		for i, d := range m.Dots {
			a, b, c, e := own.Four(i)
			// A dot larger than the nozzle leaves is drawn, and is no worse for it.
			nozzle := math.Min(d.R, largestDot)
			// The sum of two uniform numbers has deviation 1/√6 about 1.
			radius := d.R + float64(nozzle*float64(dotSpread*k*2.45*(a+b-1)))
			s := float64(dotScatter * k * 3.46 * nozzle)
			out.Dots = append(out.Dots, geom.Dot{
				C: move(geom.Pt{X: d.C.X + float64(s*(c-.5)), Y: d.C.Y + float64(s*(e-.5))}),
				R: radius,
			})
		}
		return out
	}
	out := into.Reuse(geom.Area, 0)
	if m.Kind == geom.Stroke {
		out.Path = r.stroke(out.Path, move, own)
	} else {
		out.Path = bend(out.Path, m.Path, move)
	}
	return out
}

// same returns a copy of the mark in the memory of into.
func same(into, m geom.Mark) geom.Mark {
	out := into.Reuse(m.Kind, m.Width)
	out.Path, out.Dots = out.Path.Join(m.Path), append(out.Dots, m.Dots...)
	return out
}

// stroke appends to out the outline of a line whose width lives along its length:
// w(s) = w₀[1 + .10N(s/12) − .12(v/v̄−1) + .45e^{−s/.8w₀} + .25e^{−(ℓ−s)/.8w₀}]
// (handbook §3), w₀ in the brackets at most a nozzle's. A long line is drawn in
// passes, since the canting must be filled.
func (r Ready) stroke(out geom.Path, move func(geom.Pt) geom.Pt, own seed.Seed) geom.Path {
	p, _ := r.scratch.Get().(*pass)
	if p == nil {
		p = &pass{}
	}
	defer r.scratch.Put(p)
	k, w0 := r.k, r.mark.Width
	// A stroke broader than a nozzle's line is an area between two lines, which
	// wander no more than a single one does.
	nozzle := math.Min(w0, broadest)
	reach := float64(.8 * nozzle)
	for i := range r.lines {
		l := &r.lines[i]
		p.move(l, move)
		wave := own.Sub("width", l.n)
		p.cuts = refills(p.cuts[:0], own.Sub("refill", l.n), l.length, l.closed)
		for i, c := range p.cuts {
			down, up := i > 0 || l.begins, i < len(p.cuts)-1 || l.ends
			if l.closed && len(p.cuts) == 1 {
				down, up = false, false
			}
			at, closed := p.take(l, c)
			p.pts, p.widths = p.pts[:0], p.widths[:0]
			for _, s := range at {
				g := float64(widthWander*k*wave.Noise(s.s/widthWave)) - float64(hurry*k*s.haste)
				if down {
					g += float64(startDrop * k * geom.Exp(-(s.s-c.from)/reach))
				}
				if up {
					g += float64(endDrop * k * geom.Exp(-(c.to-s.s)/reach))
				}
				p.pts, p.widths = append(p.pts, s.p), append(p.widths, w0+float64(nozzle*g))
			}
			out = out.AppendStrokeVar(geom.Poly{Pts: p.pts, Closed: closed}, func(i int) float64 { return p.widths[i] }, .02)
		}
	}
	return out
}

// line is a line as a hand moves along it, in pieces.
type line struct {
	n            int // of the mark's lines
	spots        []spot
	closed       bool
	length       float64 // of its pieces
	begins, ends bool    // the canting is set down at the start, and lifted at the end
}

// spot is where a line is at an arc length, how far and how fast.
type spot struct {
	p     geom.Pt
	s     float64 // arc length as drawn by the ruler
	haste float64 // v/v̄ − 1
}

func newLine(in geom.Poly, number int) line {
	pts := in.Pts
	n := len(pts)
	w := line{n: number, spots: make([]spot, n), closed: in.Closed, length: in.Length()}
	at := func(i int) geom.Pt {
		if in.Closed {
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
		w.spots[i] = spot{p: p, haste: v}
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

// pass is what drawing one line needs, kept to be used again.
type pass struct {
	spots, in []spot
	cuts      []cut
	pts       []geom.Pt
	widths    []float64
}

// move has the hand wander along the line.
func (p *pass) move(l *line, move func(geom.Pt) geom.Pt) {
	p.spots = p.spots[:0]
	for _, s := range l.spots {
		s.p = move(s.p)
		p.spots = append(p.spots, s)
	}
}

// take returns the spots of the line that are drawn in a pass, and whether they are
// all of a closed one.
func (p *pass) take(l *line, c cut) ([]spot, bool) {
	n := len(l.spots)
	spots := p.spots[:n]
	if c.from == 0 && c.to == l.length {
		return spots, l.closed
	}
	if l.closed { // once round and on
		for i := range n {
			s := spots[i]
			s.s += l.length
			spots = append(spots, s)
			if s.s > c.to {
				break
			}
		}
		p.spots = spots
	}
	p.in = p.in[:0]
	for i, s := range spots {
		if i > 0 {
			for _, end := range []float64{c.from, c.to} {
				if l := spots[i-1]; l.s < end && end <= s.s {
					t := (end - l.s) / (s.s - l.s)
					p.in = append(p.in, spot{l.p.Lerp(s.p, t), end, geom.Mix(l.haste, s.haste, t)})
				}
			}
		}
		// A spot just beside an end would turn the stroke round.
		if s.s == 0 && c.from == 0 || s.s > c.from+.1 && s.s < c.to-.1 {
			p.in = append(p.in, s)
		}
	}
	slices.SortStableFunc(p.in, func(a, b spot) int { return cmp.Compare(a.s, b.s) })
	return p.in, false
}
