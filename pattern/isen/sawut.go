package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// ray is a line from the foot towards the rim.
type ray struct {
	at       func(d float64) geom.Pt // the point at the distance d from the foot
	from, to float64                 // the part that lies inside
	bent     bool
}

// line returns the part of the ray between two distances.
func (r ray) line(a, b float64) []geom.Pt {
	if !r.bent {
		return []geom.Pt{r.at(a), r.at(b)}
	}
	n := int((b-a)/1.2) + 2
	pts := make([]geom.Pt, n+1)
	for i := range pts {
		pts[i] = r.at(geom.Mix(a, b, float64(i)/float64(n)))
	}
	return pts
}

// end returns where a ray stops: short of the rim by a share of its way (handbook
// §2: .15), yet not by so much that a long ray leaves the rim bare.
func (r ray) end() float64 { return r.to - math.Min(.15*(r.to-r.from), 2.2) }

// rays calls f with the rays that spring from the foot, numbered from the axis
// outward on both sides, with the part of each that lies need inside and has room
// beside its neighbours. The pitch is that at the far rim. Two rays are room apart
// at the least; with rows of dots between them every second ray is one.
func (p place) rays(pitch, need, room float64, f func(i int, step float64, r ray)) {
	if p.spine != nil {
		p.streams(pitch, need, room, f)
		return
	}
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
		at := func(d float64) geom.Pt { return p.base.Add(dir.Mul(d)) }
		f(i, step, ray{at, run[0].Dist(p.base), run[len(run)-1].Dist(p.base), false})
	}
}

// streams are the rays of a bent body: they keep their share of its width from
// foot to tip, as water does in a bend, and step is zero.
func (p place) streams(pitch, need, room float64, f func(i int, step float64, r ray)) {
	sp := p.spine
	wide := make([]float64, len(sp.pts)) // what is free on either side
	most := 0.
	for k, q := range sp.pts {
		wide[k] = p.r.Distance(q) - need - .05
		most = math.Max(most, wide[k])
	}
	width := func(d float64) float64 {
		t := geom.Clamp(d/sp.gap, 0, float64(len(wide)-1))
		k := min(int(t), len(wide)-2)
		return geom.Mix(wide[k], wide[k+1], t-float64(k))
	}
	n := int(most / pitch)
	for i := -n; i <= n; i++ {
		share := 0.
		if n > 0 {
			share = float64(i) / float64(n)
		}
		at := func(d float64) geom.Pt { return p.at(d-sp.half, float64(share*width(d))) }
		// The stretch where the neighbours that were born earlier leave room.
		from, to := 0., 0.
		for d := 0.; d <= 2*sp.half; d += .25 {
			w := width(d)
			if free := float64(w * float64(older(i)) / float64(max(1, n))); w > 0 && (free >= room || i == 0) && !p.folded(d-sp.half, float64(share*w)) {
				if to == 0 {
					from = d
				}
				to = d
			} else if to > from+float64(4*pitch) {
				break
			}
		}
		if to > from {
			f(i, 0, ray{at, from, to, true})
		}
	}
}

// older returns how many places away from ray i the nearest ray is that was born
// before it: of every two one is older, of every four one of those, and so on.
func older(i int) int {
	free := 1
	for i&free == 0 && free < 8 {
		free <<= 1
	}
	return free
}

// born returns the distance from the foot at which ray i may begin: every second
// ray must wait until its neighbours are far enough apart, every fourth half as
// long, and so on, as a maker sets in lines where room appears.
func born(i int, step, room float64) float64 {
	free := older(i)
	if step == 0 {
		return 0 // the ray's own stretch says it
	}
	// Neighbours at an angle α are d·sin α apart at the distance d.
	return room / geom.Sin(math.Min(step*float64(free)/(2*math.Pi), .25))
}

// sawut draws rays from the foot of the petal.
func sawut(p place) []geom.Mark {
	s := newSheet(p)
	// A quarter more than the least lets the rays that are born last grow long
	// enough to be drawn.
	p.rays(p.pitch(1.3, float64(1.25*s.w)+Gap/4), p.inset+float64(s.w/2), s.w+Gap, func(i int, step float64, r ray) {
		if a, b := math.Max(r.from, born(i, step, s.w+Gap)), r.end(); b-a >= 2*s.w {
			s.draw(glyph{lines: [][]geom.Pt{r.line(a, b)}, smooth: r.bent})
		}
	})
	return s.marks()
}

// cecekSawut draws rays with a row of dots between each two and a dot before
// the end of each.
func cecekSawut(p place) []geom.Mark {
	s := newSheet(p)
	w, r := s.w, p.dot()
	var lines [][]geom.Pt
	var ds []geom.Dot
	room := float64(w/2) + r + Gap // between a line and the row beside it
	along := p.pitch(1.7, 2*r)
	p.rays(p.pitch(1.7, float64(w/2)+r), p.inset+math.Max(w/2, r), float64(w/2)+r+Gap, func(i int, step float64, ray ray) {
		if i&1 == 0 {
			a := math.Max(ray.from, born(i/2, 2*step, w+Gap))
			b := ray.end()
			if b-a >= 2*w {
				lines = append(lines, ray.line(a, b))
			}
			if d := b + float64(w/2) + r + Gap; d <= ray.to && (ray.bent || float64(d*step) >= room) && b-a >= 2*w {
				ds = append(ds, geom.Dot{C: ray.at(d), R: r})
			}
			return
		}
		// Rows count from the rim inward, so that they end on one contour. They
		// stop where the dots of two rows would meet over the end of a line.
		for d := ray.to; d >= ray.from && (ray.bent || float64(d*step) >= room); d -= along {
			ds = append(ds, geom.Dot{C: ray.at(d), R: r})
		}
	})
	if s.taken == nil {
		s.lines = strokes(lines, w).Path
		s.ds = p.apart(clearOf(ds, lines, room), float64(2*r)+Gap)
		return s.marks()
	}
	for _, l := range lines {
		s.draw(glyph{lines: [][]geom.Pt{l}, smooth: true})
	}
	for _, d := range ds {
		if p.fits(d.C, d.R) {
			s.draw(glyph{dots: []geom.Dot{d}})
		}
	}
	return s.marks()
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
