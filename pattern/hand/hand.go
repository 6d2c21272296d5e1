// Package hand says how a line is really drawn: by canting (tulis), by copper
// stamp (cap), or by print. This first form knows tulis, in which no two repeats
// are equal; cap and print leave every repeat as it is.
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
	startDrop   = .45 // wax pools where the canting is set down: share of the width
	endDrop     = .25 // and less where it is lifted
	broadest    = 1.2 // mm: the line of a klowong canting
	dotSpread   = .15 // deviation of a dot's log radius
	dotScatter  = .22 // deviation of a dot's place, in radii
)

// Margin returns how far, in mm, Redraw may move anything beyond its bounds.
func (t Tulis) Margin() float64 {
	// Noise stays within 2.3 deviations; drops widen a line by at most half of
	// the broadest nozzle's width.
	return float64(2.3*(drift+tremor)*t.loose()) + 1.6
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
			// The sum of two uniform numbers has deviation 1/√6 about 1.
			r := d.R * (1 + float64(dotSpread*k*2.45*(a+b-1)))
			s := float64(dotScatter * k * 3.46 * d.R)
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
// w(s) = w₀[1 + .10N(s/12) + .45e^{−s/.8w₀} + .25e^{−(ℓ−s)/.8w₀}] (handbook §3,
// without the term of the hand's speed), w₀ in the brackets at most a nozzle's.
func (t Tulis) stroke(m geom.Mark, move func(geom.Pt) geom.Pt, own seed.Seed, k float64) geom.Mark {
	var out geom.Path
	for n, line := range m.Path.Flatten(.06) {
		length := line.Length()
		if length == 0 {
			continue
		}
		// Pieces short enough to show the tremor, yet few on a short dash.
		pts := thin(line.Resample(geom.Clamp(length/4, .6, 1.8)))
		s := make([]float64, len(pts.Pts))
		for i := 1; i < len(s); i++ {
			s[i] = s[i-1] + pts.Pts[i].Dist(pts.Pts[i-1])
		}
		wave := own.Sub("width", n)
		moved := make([]geom.Pt, len(pts.Pts))
		for i, p := range pts.Pts {
			moved[i] = move(p)
		}
		// A stroke broader than a nozzle's line is an area between two lines, which
		// wander no more than a single one does.
		nozzle := math.Min(m.Width, broadest)
		down := !line.Closed && !t.goesOn(pts.Pts[0])
		up := !line.Closed && !t.goesOn(pts.Pts[len(pts.Pts)-1])
		width := func(i int) float64 {
			w := float64(widthWander * k * wave.Noise(s[i]/widthWave))
			reach := float64(.8 * nozzle)
			if down {
				w += float64(startDrop * k * geom.Exp(-s[i]/reach))
			}
			if up {
				w += float64(endDrop * k * geom.Exp(-(length-s[i])/reach))
			}
			return m.Width + float64(nozzle*w)
		}
		for _, q := range (geom.Poly{Pts: moved, Closed: line.Closed}).StrokeVar(width, .045) {
			out = out.Join(q.Path())
		}
	}
	return geom.Mark{Kind: geom.Area, Path: out}
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
