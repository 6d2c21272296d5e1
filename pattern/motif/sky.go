package motif

import (
	"math"
	"math/bits"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// sky is what is taken of the torus of a tile, on a grid of skyCols columns: a
// row of cells is two words, so that a whole row is tried at once.
type sky struct {
	w, h, cw, ch float64
	rows         []cells
}

const skyCols = 128

type cells [2]uint64

// turned returns the row moved n cells to the right, round the torus.
func (c cells) turned(n int) cells {
	n &= skyCols - 1
	if n >= 64 {
		c[0], c[1] = c[1], c[0]
		n -= 64
	}
	if n == 0 {
		return c
	}
	return cells{c[0]<<n | c[1]>>(64-n), c[1]<<n | c[0]>>(64-n)}
}

func (c cells) or(d cells) cells  { return cells{c[0] | d[0], c[1] | d[1]} }
func (c cells) and(d cells) cells { return cells{c[0] & d[0], c[1] & d[1]} }
func (c cells) none() bool        { return c[0]|c[1] == 0 }
func (c cells) count() int        { return bits.OnesCount64(c[0]) + bits.OnesCount64(c[1]) }

func newSky(w, h float64) *sky {
	s := &sky{w: w, h: h, cw: w / skyCols}
	n := max(8, int(h/s.cw+.5))
	s.ch = h / float64(n)
	s.rows = make([]cells, n)
	return s
}

// shadow is the cells of a figure about its own origin, from row top on: its core
// must find them free, its body, with a margin, is what it takes, and in the rim
// around that it feels for its neighbours.
type shadow struct {
	top             int
	core, body, rim []cells
}

// shadow returns the cells of an outline with a margin of gap cells.
func (s *sky) shadow(outline geom.Path, gap int) shadow {
	const rim = 2 // cells of neighbourhood
	r := geom.NewRegionPoly(outline.Flatten(s.cw / 4)...)
	pad := gap + rim
	j0, j1 := int(math.Floor(r.Bounds.Min.Y/s.ch))-pad, int(math.Ceil(r.Bounds.Max.Y/s.ch))+pad
	i0, i1 := int(math.Floor(r.Bounds.Min.X/s.cw)), int(math.Ceil(r.Bounds.Max.X/s.cw))
	sh := shadow{top: j0, core: make([]cells, j1-j0+1)}
	for j := range sh.core {
		y := float64((float64(j+j0) + .5) * s.ch)
		for i := i0; i <= i1; i++ {
			if r.Contains(geom.Pt{X: float64((float64(i) + .5) * s.cw), Y: y}) {
				b := i & (skyCols - 1)
				sh.core[j][b>>6] |= 1 << (b & 63)
			}
		}
	}
	grow := func(rows []cells, n int) []cells {
		for range n {
			out := make([]cells, len(rows))
			for j, c := range rows {
				c = c.or(c.turned(1)).or(c.turned(-1))
				for _, k := range []int{j - 1, j + 1} {
					if k >= 0 && k < len(rows) {
						c = c.or(rows[k])
					}
				}
				out[j] = c
			}
			rows = out
		}
		return rows
	}
	sh.body = grow(sh.core, gap)
	sh.rim = grow(sh.body, rim)
	return sh
}

// settle finds a free place for the shadow: of every place, the one of highest
// score, which is told how many of the cells felt for are taken on the other sky.
func (s *sky) settle(sh shadow, other *sky, felt []cells, score func(at geom.Pt, touch int) float64) (geom.Pt, bool) {
	best, found, bx, by := math.Inf(-1), false, 0, 0
	n := len(s.rows)
	if len(sh.body) > n {
		return geom.Pt{}, false
	}
	core, rim := make([]cells, len(sh.core)), make([]cells, len(sh.core))
	mid := len(sh.body) / 2 // the widest row, as a rule, fails first
	for x := 0; x < skyCols; x += 2 {
		for j := range core {
			core[j], rim[j] = sh.core[j].turned(x), felt[j].turned(x)
		}
	place:
		for y := x & 2 / 2; y < n; y += 2 {
			at := y + sh.top + n*8
			if !s.rows[(at+mid)%n].and(core[mid]).none() {
				continue
			}
			for j := range core {
				if !s.rows[(at+j)%n].and(core[j]).none() {
					continue place
				}
			}
			touch := 0
			for j := range rim {
				touch += other.rows[(at+j)%n].and(rim[j]).count()
			}
			if v := score(s.at(x, y), touch); v > best {
				best, found, bx, by = v, true, x, y
			}
		}
	}
	if !found {
		return geom.Pt{}, false
	}
	s.cover(sh, s.at(bx, by))
	return s.at(bx, by), true
}

func (s *sky) at(x, y int) geom.Pt {
	return geom.Pt{X: float64(float64(x) * s.cw), Y: float64(float64(y) * s.ch)}
}

// cover takes the cells of the shadow about a point of the grid.
func (s *sky) cover(sh shadow, at geom.Pt) {
	n := len(s.rows)
	x, y := int(at.X/s.cw+.5), int(at.Y/s.ch+.5)
	for j, c := range sh.body {
		k := (y + sh.top + j + n*8) % n
		s.rows[k] = s.rows[k].or(c.turned(x))
	}
}

// near returns the copy of b on the torus that is nearest to a.
func (s *sky) near(a, b geom.Pt) geom.Pt {
	d := b.Sub(a)
	return geom.Pt{X: b.X - float64(s.w*math.Floor(d.X/s.w+.5)), Y: b.Y - float64(s.h*math.Floor(d.Y/s.h+.5))}
}

// free reports whether the cells of the shadow about cell (x, y) are free.
func (s *sky) free(sh shadow, x, y int) bool {
	n := len(s.rows)
	for j, c := range sh.core {
		if !s.rows[(y+sh.top+j+n*8)%n].and(c.turned(x)).none() {
			return false
		}
	}
	return true
}

// hide covers each figure of a path where it lies, with a margin of gap cells.
func (s *sky) hide(p geom.Path, gap int) {
	for _, q := range p.Flatten(s.cw / 4) {
		m := geom.Bounds(q.Pts).Center()
		s.cover(s.shadow(q.Path().Transform(geom.Translate(m.Mul(-1))), gap), s.snap(m))
	}
}

// strewn takes discs of radius r wherever there is room, each with the given chance,
// and returns their middles. A cell is taken when its middle is, so that what covers
// it may reach half a cell further: the discs feel for as much around them.
func (s *sky) strewn(r, share float64, rng *seed.Stream) []geom.Pt {
	disc := s.shadow(geom.Circle(geom.Pt{}, r+float64(.5*s.cw)), 0)
	var out []geom.Pt
	// Every cell is tried, in an order that shows no rows: in steps of a number that
	// is prime to theirs.
	n := skyCols * len(s.rows)
	for i := range n {
		cell := (i * 7919) % n
		x, y := cell%skyCols, cell/skyCols
		if rng.Float64() < share && s.free(disc, x, y) {
			s.cover(disc, s.at(x, y))
			out = append(out, s.at(x, y))
		}
	}
	return out
}

// snap returns the point of the grid, on the tile itself, that is nearest to p on
// the torus.
func (s *sky) snap(p geom.Pt) geom.Pt {
	x, y := int(math.Floor(p.X/s.cw+.5)), int(math.Floor(p.Y/s.ch+.5))
	n := len(s.rows)
	return s.at((x%skyCols+skyCols)%skyCols, (y%n+n)%n)
}
