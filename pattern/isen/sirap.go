package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// sirap draws shingles: laid like bricks, their lower edges rounded.
func sirap(p place) []geom.Mark { return p.shingles(3, 5) }

// sirapan draws longer shingles.
func sirapan(p place) []geom.Mark { return p.shingles(2.2, 7) }

// shingles draws a net of shingles of the given width and length (handbook §2:
// 3 × 5 and 2 × 7). They hang along the axis, their heads to the tip. A side
// between two shingles is one line.
func (p place) shingles(width, length float64) []geom.Mark {
	w := p.width()
	width = p.pitch(width, w)
	length = p.pitch(length, 3*w)
	s := newSheet(p)
	s.taken = nil // a net: its lines meet
	round := math.Min(.5*width, .3*length)
	// The frame of the shingle: its middle line at y, its rounded end at x.
	p.grid(length, width, false, func(i, j int, x, y float64) {
		if i&1 != 0 {
			y += float64(width / 2)
		}
		if p.folded(x, y) || p.folded(x+length, y) || !near(p, x, y, length) {
			return
		}
		const n = 8
		edge := make([]geom.Pt, n+1)
		for k := range edge {
			a := geom.Polar(1, .25+float64(float64(k)/(2*n))) // from one side by the end to the other
			edge[k] = p.at(x+round+float64(round*a.X), y+float64(.5*width*a.Y))
		}
		// Half an end reads as one; so does half a side.
		s.clipped(edge, .6*width)
		side := make([]geom.Pt, 5)
		for k := range side {
			side[k] = p.at(geom.Mix(x+round, x+length+float64(.12*round), float64(k)/4), y-float64(width/2))
		}
		s.clipped(side, .45*length)
	})
	return s.marks()
}

// clipped draws the parts of a line inside that are at least so long.
func (s *sheet) clipped(line []geom.Pt, least float64) {
	for _, l := range s.clip(line, s.inset+float64(s.w/2), least) {
		s.draw(glyph{lines: [][]geom.Pt{l}, smooth: s.spine != nil})
	}
}

// poleng draws checks. Their corners keep a gap, or the wax would join them.
func poleng(p place) []geom.Mark {
	pitch := p.pitch(3, 2)
	half := float64(pitch/2) - Gap/(2*math.Sqrt2) - .01
	s := newSheet(p)
	s.taken = nil
	p.grid(pitch, pitch, false, func(i, j int, x, y float64) {
		// The grid's middle lies between checks, so that no corner of the axis is
		// favoured.
		if (i+j)&1 != 0 || p.folded(x, y) {
			return
		}
		var pts []geom.Pt
		for _, c := range [][2]float64{{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}} {
			if p.spine == nil && (c[0] == 0 || c[1] == 0) {
				continue
			}
			pts = append(pts, p.at(x+float64(c[0]*half), y+float64(c[1]*half)))
		}
		if s.inside(loop(pts), slack) {
			s.draw(glyph{areas: [][]geom.Pt{pts}})
		}
	})
	return s.marks()
}

// anamKarsa draws a plaited mat: blocks of three lines, by turns along and
// across, as two strands go over two.
func anamKarsa(p place) []geom.Mark {
	w := p.width()
	pitch := p.pitch(1.35, w) // between the lines of a block
	block := float64(pitch * 3)
	half := float64(block/2) - float64(w/2) - Gap/2
	s := newSheet(p)
	p.grid(block, block, false, func(i, j int, x, y float64) {
		if p.folded(x, y) {
			return
		}
		for k := -1; k <= 1; k++ {
			off := float64(float64(k) * pitch)
			a, b := geom.Pt{X: -half, Y: off}, geom.Pt{X: half, Y: off}
			if (i+j)&1 != 0 {
				a, b = geom.Pt{X: off, Y: -half}, geom.Pt{X: off, Y: half}
			}
			l := []geom.Pt{p.at(x+a.X, y+a.Y), p.at(x+b.X, y+b.Y)}
			if s.inside(l, float64(w/2)+slack) {
				s.draw(glyph{lines: [][]geom.Pt{l}})
			}
		}
	})
	return s.marks()
}

// uceng draws loaches: tapered slivers bent twice, in shoals (handbook §2:
// 2 × 10, here a little shorter to lie in the bodies of motifs).
func uceng(p place) []geom.Mark {
	k := p.shrunk()
	long, thick, sway := float64(7.5*k), float64(.8*k), float64(.5*k)
	const n = 12
	var up, down []geom.Pt
	for i := 0; i <= n; i++ {
		t := float64(i) / n
		c := geom.Pt{X: float64(long * (t - .5)), Y: float64(sway * geom.Sin(t))}
		// Thickest at a third, behind the head.
		h := float64(thick * math.Sqrt(math.Max(0, geom.Sin(float64(.5*geom.Pow(t, .75))))))
		if i == 0 || i == n {
			h = 0
			down = append(down, c)
			continue
		}
		up, down = append(up, geom.Pt{X: c.X, Y: c.Y + h}), append(down, geom.Pt{X: c.X, Y: c.Y - h})
	}
	fish := down
	for i := len(up) - 1; i >= 0; i-- {
		fish = append(fish, up[i])
	}
	g := glyph{areas: [][]geom.Pt{fish}, smooth: true}
	return p.stampsAmongDots(8.4, 3, true, func(int, int) glyph { return g })
}
