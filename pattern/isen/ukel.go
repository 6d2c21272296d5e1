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
	p.pack("ukel", float64(2.2*p.k), w/2, dense(), func(i, size int, c geom.Pt, r float64) {
		s := p.seed.At("ukel", i, size)
		m := geom.Scale(1, s.Sign()).Then(geom.Rotate(s.Float64())).At(c)
		lines = append(lines, moved(p.curl(r-float64(w/2), 1.25), m))
	})
	return []geom.Mark{curves(lines, w)}
}

// udar draws large curls that run with the body, one way up and the other, and
// small ones and dots between them.
func udar(p place) []geom.Mark {
	w := p.width()
	s := newSheet(p).crowded()
	p.pack("udar", float64(4.9*p.k), w/2, []float64{1, 1, 1, .8, .8, .62, .46, .46, .46, .36, .36, .3, .3}, func(i, size int, c geom.Pt, r float64) {
		rnd := p.seed.At("udar", i, size)
		x, y := p.in(c)
		m := geom.Scale(1, rnd.Sign()).Then(geom.Rotate(rnd.Range(-.06, .06) + float64(.25*(rnd.Sign()+1)))).Then(p.set(x, y))
		s.draw(glyph{lines: [][]geom.Pt{moved(p.curl(r-float64(w/2), 1.75), m)}, smooth: true})
	})
	s.sprinkle()
	return s.marks()
}

// ukelCantel draws two curls hooked back to back, in rows along the axis.
func ukelCantel(p place) []geom.Mark {
	// Each winds .95 of a turn, from a fifth of its last curvature: (k0+k1)·l/2.
	const l, k1 = 12., 2 * math.Pi * .95 * 5 / (3 * 12.)
	half := geom.Curl(k1/5, k1, l, 1)
	n := len(half) - 1
	hook := make([]geom.Pt, 2*n+1)
	for k, q := range half {
		hook[n+k], hook[n-k] = q, geom.Pt{X: -q.X, Y: -q.Y}
	}
	// The hook lies along the axis by the direction of its farthest points.
	far := geom.Pt{}
	for _, q := range hook {
		if q.Len() > far.Len() {
			far = q
		}
	}
	k := float64(3.3 * p.shrunk() / far.Len())
	g := glyph{lines: [][]geom.Pt{moved(hook, geom.Rotate(.04-geom.Angle(far)).Then(geom.Scale(k, k)))}, smooth: true}
	other := g.under(geom.Scale(1, -1))
	return p.stampsAmongDots(7.2, 3.7, true, func(_, j int) glyph {
		if j&1 != 0 {
			return other
		}
		return g
	})
}

// curl returns a curl that fills a disc of radius r about the origin, of so many
// turns, or fewer where its windings would come too close.
func (p place) curl(r, turns float64) []geom.Pt {
	// A spiral of Archimedes opens evenly, so that it leaves the same cloth between
	// all its windings; it begins off its middle, or the wax would fill that.
	const heart = .22
	turns = geom.Clamp(turns, .6, (1-heart)*r/(p.width()+Gap))
	n := max(10, int(turns*16))
	pts := make([]geom.Pt, n+1)
	for i := range pts {
		t := float64(i) / float64(n)
		pts[i] = geom.Polar(geom.Mix(heart, 1, t), float64(turns*t))
	}
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
// lattice, then of smaller radii in what is left, each a share of r. A line of
// half width rim is drawn in the disc.
func (p place) pack(name string, r, rim float64, shares []float64, f func(i, size int, c geom.Pt, r float64)) {
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
	for size, k := range shares {
		want := float64(r * k)
		if want < 3*rim { // a line would fill it
			break
		}
		s := p.seed.At(name, -1, size)
		step := float64(pitch * k)
		p.grid(step, float64(step*math.Sqrt(3)/2), true, func(_, _ int, x, y float64) {
			jx, jy := s.Range(-.05, .05), s.Range(-.05, .05)
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

// usual are the sizes a hand makes: whole, three quarters, a little over half;
// most of them twice round, as long as there is room.
func usual() []float64 { return []float64{1, 1, .76, .58, .58} }

// dense are sizes for a ground that is to be full.
func dense() []float64 { return []float64{1, 1, 1, .86, .86, .74, .74, .62, .62, .52} }

// cacahGori draws short dashes in all directions (handbook §2: 1.5–2.5 long).
func cacahGori(p place) []geom.Mark {
	w := p.width()
	var lines [][]geom.Pt
	p.pack("cacah gori", float64(1.1*p.k), w/2, usual(), func(i, size int, c geom.Pt, r float64) {
		d := geom.Polar(math.Max(w/2, r-float64(w/2)), p.seed.At("cacah gori", i, size).Float64())
		lines = append(lines, []geom.Pt{c.Sub(d), c.Add(d)})
	})
	return []geom.Mark{strokes(lines, w)}
}

// herangan draws scattered fragments: irregular shards of four or five corners
// (handbook §2: 1–2 across, a quarter of the cloth).
func herangan(p place) []geom.Mark {
	var out geom.Path
	// What is solid does not shrink, or denser fragments would cover less.
	r := float64(1.15 * p.k / math.Min(1, p.tight))
	p.pack("herangan", r, .19, usual(), func(i, size int, c geom.Pt, r float64) {
		s := p.seed.At("herangan", i, size)
		n := 4 + s.Below(2)
		pts := make([]geom.Pt, n)
		first := s.Float64()
		for k := range pts {
			pts[k] = c.Add(geom.Polar(float64(r*s.Range(.72, 1)), first+(float64(k)+s.Range(-.22, .22))/float64(n)))
		}
		out = out.Join(geom.Polygon(pts...))
	})
	return []geom.Mark{{Kind: geom.Area, Path: out}}
}

// kerikil draws pebbles: rounded outlines, and grains too small for one.
func kerikil(p place) []geom.Mark {
	w := p.width()
	s := newSheet(p)
	s.taken = nil // packed apart
	p.pack("kerikil", float64(1.75*p.k), w/2, []float64{1, 1, 1, .8, .8, .62, .5, .4, .4, .3, .25}, func(i, size int, c geom.Pt, r float64) {
		rnd := p.seed.At("kerikil", i, size)
		if r < w+Gap*.8 {
			s.draw(glyph{dots: []geom.Dot{{C: c, R: math.Min(r, 1.2*p.dot())}}})
			return
		}
		r -= float64(w / 2)
		const n = 9
		pts := make([]geom.Pt, n)
		first := rnd.Float64()
		for k := range pts {
			pts[k] = c.Add(geom.Polar(float64(r*rnd.Range(.84, .985)), first+float64(k)/n))
		}
		s.draw(glyph{lines: [][]geom.Pt{loop(pts)}, smooth: true})
	})
	return s.marks()
}
