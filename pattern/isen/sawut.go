package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// rays calls f with the rays that spring from the foot, numbered from the axis
// outward on both sides, with the part of each that lies need inside. The pitch
// is that at the far rim.
func (p place) rays(pitch, need float64, f func(i int, step float64, dir geom.Pt, from, to float64)) {
	far := 0.
	b := p.r.Bounds
	for _, q := range []geom.Pt{b.Min, b.Max, {X: b.Min.X, Y: b.Max.Y}, {X: b.Max.X, Y: b.Min.Y}} {
		far = math.Max(far, q.Dist(p.base))
	}
	// The box reaches farther than the body; the body's own reach sets the pitch.
	reach := far
	if run := p.clip([]geom.Pt{p.base, p.base.Add(p.u.Mul(far))}, p.inset, 0); len(run) > 0 {
		last := run[len(run)-1]
		reach = math.Max(last[len(last)-1].Dist(p.base), pitch)
	}
	// Multiples of sixteen let the order in which rays are born (see born) go
	// round a flower's heart without a seam.
	n := int(geom.Clamp(float64(2*math.Pi*reach/pitch), 16, 720)+4) &^ 15
	step := float64(2 * math.Pi / float64(n))
	for k := range n {
		i := (k + 1) / 2 // 0, 1, −1, 2, −2 …
		if k&1 == 0 {
			i = -i
		}
		dir := p.u.Turn(float64(i) / float64(n))
		runs := p.clip([]geom.Pt{p.base, p.base.Add(dir.Mul(far))}, need, 0)
		if len(runs) == 0 {
			continue
		}
		// Only the first stretch: beyond a bay the ray belongs to another lobe.
		run := runs[0]
		f(i, step, dir, run[0].Dist(p.base), run[len(run)-1].Dist(p.base))
	}
}

// born returns the distance from the foot at which ray i may begin: every second
// ray must wait until its neighbours are far enough apart, every fourth half as
// long, and so on, as a maker sets in lines where room appears.
func born(i int, step, room float64) float64 {
	free := 1
	for i&free == 0 && free < 8 {
		free <<= 1
	}
	// Neighbours at an angle α are d·sin α apart at the distance d.
	return room / geom.Sin(math.Min(step*float64(free)/(2*math.Pi), .25))
}

// rayEnd is how much of its way to the rim a ray takes (handbook §2).
const rayEnd = .85

// sawut draws rays from the foot of the petal.
func sawut(p place) []geom.Mark {
	w := p.width()
	var lines [][]geom.Pt
	p.rays(p.pitch(1.3, w), p.inset+float64(w/2), func(i int, step float64, dir geom.Pt, from, to float64) {
		a := math.Max(from, born(i, step, w+Gap))
		b := from + float64(rayEnd*(to-from))
		if b-a >= 2*w {
			lines = append(lines, []geom.Pt{p.base.Add(dir.Mul(a)), p.base.Add(dir.Mul(b))})
		}
	})
	return []geom.Mark{strokes(lines, w)}
}

// cecekSawut draws rays with a row of dots between each two and a dot before
// the end of each.
func cecekSawut(p place) []geom.Mark {
	w, r := p.width(), p.dot()
	var lines [][]geom.Pt
	var ds []geom.Dot
	room := float64(w/2) + r + Gap // between a line and the row beside it
	along := p.pitch(1.7, 2*r)
	p.rays(p.pitch(1.7, float64(w/2)+r), p.inset+math.Max(w/2, r), func(i int, step float64, dir geom.Pt, from, to float64) {
		if i&1 == 0 {
			a := math.Max(from, born(i/2, 2*step, w+Gap))
			b := from + float64(rayEnd*(to-from))
			if b-a >= 2*w {
				lines = append(lines, []geom.Pt{p.base.Add(dir.Mul(a)), p.base.Add(dir.Mul(b))})
			}
			if d := b + float64(w/2) + r + Gap; d <= to && float64(d*step) >= room && b-a >= 2*w {
				ds = append(ds, geom.Dot{C: p.base.Add(dir.Mul(d)), R: r})
			}
			return
		}
		// Rows count from the rim inward, so that they end on one contour. They
		// stop where the dots of two rows would meet over the end of a line.
		for d := to; d >= from && float64(d*step) >= room; d -= along {
			ds = append(ds, geom.Dot{C: p.base.Add(dir.Mul(d)), R: r})
		}
	})
	return []geom.Mark{strokes(lines, w), dots(p.apart(clearOf(ds, lines, room), float64(2*r)+Gap))}
}

// clearOf returns the dots whose centres are at least room from every line. Rows
// between rays are clear of them by their angle; this catches the dots set
// before the ends of rays that lean together at a foot near the rim.
func clearOf(ds []geom.Dot, lines [][]geom.Pt, room float64) []geom.Dot {
	var out []geom.Dot
next:
	for _, d := range ds {
		for _, l := range lines {
			a, b := l[0], l[1]
			v := b.Sub(a)
			q := a.Add(v.Mul(geom.Clamp(d.C.Sub(a).Dot(v)/v.Dot(v), 0, 1)))
			if q.Dist(d.C) < room-1e-6 {
				continue next
			}
		}
		out = append(out, d)
	}
	return out
}

// apart returns the dots without those nearer to an earlier one than the given
// distance between centres.
func (p place) apart(ds []geom.Dot, least float64) []geom.Dot {
	c := newCrowd(p.r.Bounds, least)
	var out []geom.Dot
	for _, d := range ds {
		if c.add(d.C) {
			out = append(out, d)
		}
	}
	return out
}
