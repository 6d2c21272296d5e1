package raster

import (
	"math"

	"github.com/jagadbatik/jagad/batik/raster/internal/cover"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// A stroke is outlined here rather than by geom's Poly.Stroke for two reasons.
// It must not allocate, since a tulis cloth has a million; and its outline must
// never run backwards over itself, since opposite directions cancel in cover:
// where a corner is too tight for its sides to meet, the inner side goes by the
// corner's own point, which makes the outline the exact sum of one rectangle for
// each piece and one wedge for each corner, all of them running the same way.

// stroke appends the outline of a line of radius r (px) along a path, with round
// ends and corners.
func (o *outliner) stroke(f *figures, a geom.Path, r float64) {
	// A corner whose mitre is within the tolerance of its arc is mitred:
	// r(1/cos(θ/2) − 1) ≈ r(1−cos θ)/4.
	flat := 1 - math.Min(.5, 4*sagitta/r)
	o.walk(a, func(chain []geom.Pt, closed bool) {
		chain = o.measure(chain, closed)
		n := len(chain)
		switch {
		case n == 1: // a line without length is a dot
			o.cap(f, chain[0], geom.Pt{X: 1}, r)
			o.cap(f, chain[0], geom.Pt{X: -1}, r)
			f.ends = append(f.ends, len(f.pts))
			return
		case n == 2:
			closed = false
		}
		if !closed {
			for i := 1; i < n-1; i++ {
				o.corner(f, chain[i], i-1, i, r, flat)
			}
			o.cap(f, chain[n-1], o.dirs[n-2], r)
			for i := n - 2; i > 0; i-- {
				o.corner(f, chain[i], i, i-1, -r, flat)
			}
			o.cap(f, chain[0], o.dirs[0].Mul(-1), r)
			f.ends = append(f.ends, len(f.pts))
			return
		}
		for i := range n {
			o.corner(f, chain[i], (i+n-1)%n, i, r, flat)
		}
		f.ends = append(f.ends, len(f.pts))
		for i := n - 1; i >= 0; i-- {
			o.corner(f, chain[i], i, (i+n-1)%n, -r, flat)
		}
		f.ends = append(f.ends, len(f.pts))
	})
}

// measure drops points that coincide with the one before, and notes direction and
// length of each piece; the last piece of a closed chain returns to its start.
func (o *outliner) measure(chain []geom.Pt, closed bool) []geom.Pt {
	const least = 1. / 256 / 256 // square of 1/256 px
	o.dirs, o.lens = o.dirs[:0], o.lens[:0]
	n := 1
	for _, p := range chain[1:] {
		if d := p.Sub(chain[n-1]); d.Dot(d) >= least {
			o.piece(d)
			chain[n] = p
			n++
		}
	}
	if closed && n > 1 {
		if d := chain[0].Sub(chain[n-1]); d.Dot(d) >= least {
			o.piece(d)
		} else {
			n-- // the last point is the first
		}
	}
	return chain[:n]
}

func (o *outliner) piece(d geom.Pt) {
	l := math.Sqrt(d.Dot(d))
	o.dirs = append(o.dirs, geom.Pt{X: d.X / l, Y: d.Y / l})
	o.lens = append(o.lens, l)
}

func (f *figures) point(x, y float64) {
	f.pts = append(f.pts, cover.Point{X: quantize(x), Y: quantize(y)})
}

// cap appends a half circle about p, from the side of d's Perp by d to the other.
func (o *outliner) cap(f *figures, p, d geom.Pt, r float64) {
	d = d.Mul(r)
	q := d.Perp()
	for _, u := range o.arcs.of(r).pts {
		f.point(p.X+float64(q.X*u.X)+float64(d.X*u.Y), p.Y+float64(q.Y*u.X)+float64(d.Y*u.Y))
	}
}

// corner appends one side of the corner at p, between the pieces a and b in the
// order of the outline: the side of Perp when r is positive.
func (o *outliner) corner(f *figures, p geom.Pt, a, b int, r, flat float64) {
	d0, d1 := o.dirs[a], o.dirs[b]
	n0, n1 := d0.Perp().Mul(r), d1.Perp().Mul(r)
	cos, sin := d0.Dot(d1), d0.Cross(d1)
	if r < 0 {
		sin = -sin // the outline runs against the line, from b's end to a's
	}
	// A line that turns straight back has its round end on one side alone.
	outer := float64(sin*r) < 0 || sin == 0 && cos < 0 && r > 0
	mitre := cos >= flat
	if !outer {
		// The mitre shortens each piece by r·tan(θ/2); at most half of it, for
		// the other half may go to the corner at its other end.
		mitre = cos > -.7 && math.Abs(float64(r*sin)) <= float64(math.Min(o.lens[a], o.lens[b])/2)*(1+cos)
	}
	switch {
	case mitre:
		k := 1 / (1 + cos)
		f.point(p.X+float64((n0.X+n1.X)*k), p.Y+float64((n0.Y+n1.Y)*k))
	case !outer:
		f.point(p.X+n0.X, p.Y+n0.Y)
		f.point(p.X, p.Y)
		f.point(p.X+n1.X, p.Y+n1.Y)
	default:
		f.point(p.X+n0.X, p.Y+n0.Y)
		if cos < -.99 { // an arc of almost half a turn is ambiguous: by the tip
			tip := d0.Mul(math.Abs(r))
			if r < 0 {
				tip = tip.Mul(-1)
			}
			f.arc(p, n0, tip, math.Abs(r), 6)
			f.point(p.X+tip.X, p.Y+tip.Y)
			n0 = tip
		}
		f.arc(p, n0, n1, math.Abs(r), 6)
		f.point(p.X+n1.X, p.Y+n1.Y)
	}
}

// arc appends points between p+a and p+b on the arc of radius r about p, halving
// it until its chords are near enough.
func (f *figures) arc(p, a, b geom.Pt, r float64, depth int) {
	m := a.Add(b)
	l := m.Len()
	// l/2 is how far the chord is from p.
	if depth == 0 || r-float64(l/2) <= sagitta {
		return
	}
	m = m.Mul(r / l)
	f.arc(p, a, m, r, depth-1)
	f.point(p.X+m.X, p.Y+m.Y)
	f.arc(p, m, b, r, depth-1)
}
