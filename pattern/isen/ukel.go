package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// ukel draws small curls, each turned its own way and never crossing: they are
// packed as discs, large ones first and smaller ones where room is left.
func ukel(p place) []geom.Mark {
	w := p.width()
	var lines [][]geom.Pt
	p.pack("ukel", float64(2.3*p.k), w/2, func(i, size int, c geom.Pt, r float64) {
		s := p.seed.At("ukel", i, size)
		m := geom.Scale(1, s.Sign()).Then(geom.Rotate(s.Float64())).At(c)
		line := curl(r - float64(w/2))
		for k := range line {
			line[k] = m.Apply(line[k])
		}
		lines = append(lines, line)
	})
	return []geom.Mark{curves(lines, w)}
}

// curl returns a curl that fills a disc of radius r about the origin.
func curl(r float64) []geom.Pt {
	// 1.25 turns (handbook §2), opening with a curvature that falls to a
	// quarter: (k0+k1)·l/2 = 2π·1.25. The length only sets the number of steps.
	const l = 12.
	const k1 = 2 * 2 * math.Pi * 1.25 / (l * 1.25)
	pts := geom.Curl(k1/4, k1, l, 1)
	c := geom.Bounds(pts).Center()
	far := 0.
	for _, q := range pts {
		far = math.Max(far, q.Dist(c))
	}
	for i, q := range pts {
		pts[i] = q.Sub(c).Mul(r / far)
	}
	return pts
}

// pack calls f with discs that lie inside and apart: of radius r on a jittered
// lattice, then of smaller radii in what is left. A disc needs the margin rim
// beside the inset.
func (p place) pack(name string, r, rim float64, f func(i, size int, c geom.Pt, r float64)) {
	type disc struct {
		c geom.Pt
		r float64
	}
	// A denser filling takes smaller glyphs, since whole ones already touch.
	if p.tight < 1 {
		r = float64(r * p.tight)
	}
	// The slack lets most places stand their jitter.
	pitch := p.pitch(2*r/p.k+.6, 2.15*r)
	gap := math.Max(Gap, pitch-float64(2*r)-.1)
	// Buckets as wide as the largest spacing, so neighbours are in the next ones.
	b := p.r.Bounds
	nx, ny := int(b.W()/pitch)+1, int(b.H()/pitch)+1
	buckets := make([][]disc, nx*ny)
	bucket := func(c geom.Pt) (int, int) {
		return max(0, min(nx-1, int((c.X-b.Min.X)/pitch))), max(0, min(ny-1, int((c.Y-b.Min.Y)/pitch)))
	}
	free := func(c geom.Pt) float64 { // radius of the free disc about c
		room := math.Inf(1)
		bx, by := bucket(c)
		for y := max(0, by-1); y <= min(ny-1, by+1); y++ {
			for x := max(0, bx-1); x <= min(nx-1, bx+1); x++ {
				for _, d := range buckets[y*nx+x] {
					room = math.Min(room, d.c.Dist(c)-d.r-gap)
				}
			}
		}
		return room
	}
	n := 0
	// The sizes are those a hand makes: whole, three quarters, a little
	// over half; each twice round, as long as there is room.
	for size, k := range []float64{1, 1, .76, .58, .58} {
		want := float64(r * k)
		if want < 3*rim { // a line would fill it
			break
		}
		s := p.seed.At(name, -1, size)
		step := float64(pitch * k)
		p.rows(step, float64(step*math.Sqrt(3)/2), true, func(_, _ int, x, y float64) {
			jx, jy := s.Range(-.1, .1), s.Range(-.1, .1)
			// Later rounds search between the places of the first.
			off := float64(float64(size) * .37)
			c := p.at(x+float64((jx+off)*step), y+float64((jy+off)*step))
			if !p.r.Contains(c) {
				return
			}
			room := math.Min(p.r.Distance(c)-p.inset, free(c))
			if room < want*.9 {
				return
			}
			d := disc{c, math.Min(want, room)}
			bx, by := bucket(c)
			buckets[by*nx+bx] = append(buckets[by*nx+bx], d)
			f(n, size, c, d.r)
			n++
		})
	}
}

// cacahGori draws short dashes in all directions (handbook §2: 1.5–2.5 long).
func cacahGori(p place) []geom.Mark {
	w := p.width()
	var lines [][]geom.Pt
	p.pack("cacah gori", float64(1.1*p.k), w/2, func(i, size int, c geom.Pt, r float64) {
		d := geom.Polar(math.Max(w/2, r-float64(w/2)), p.seed.At("cacah gori", i, size).Float64())
		lines = append(lines, []geom.Pt{c.Sub(d), c.Add(d)})
	})
	return []geom.Mark{strokes(lines, w)}
}
