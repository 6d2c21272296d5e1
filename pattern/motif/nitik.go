package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// stitch is one point of a nitik: a square dot that may be fused with its
// neighbours into a dash.
type stitch struct {
	role  pattern.Role
	on    bool
	fused bool
}

func dab(r pattern.Role) stitch  { return stitch{role: r, on: true} }
func dash(r pattern.Role) stitch { return stitch{role: r, on: true, fused: true} }

// weave is a square tile of n by n points at the pitch g. Nitik imitates woven
// patola: everything is square dots on the weave and dashes of a few dots fused;
// no curve is stroked (handbook §1.4).
type weave struct {
	n int
	g float64
}

// maxWeave bounds the points across a tile; larger motifs are woven coarser, as
// printed ones are.
const maxWeave = 72

// newWeave returns the weave of a motif: the pitch nearest to the one asked for
// that goes into its size a multiple of four times, so that hearts, corners and
// the middles of the sides all fall on dots.
func newWeave(c canting) weave {
	g := float64(c.value("pitch") * math.Sqrt(math.Max(1, c.k)))
	n := 4 * int(math.Floor(c.size/(4*g)+.5))
	n = max(16, min(maxWeave, n))
	return weave{n, c.size / float64(n)}
}

// nitikDot is the side of a dot to the pitch: the handbook has .68 (§1.4), the
// photographed cloths rather more, with threads of ground between.
const nitikDot = .74

// shapes returns the stitches of one eighth of the tile, 0 ≤ y ≤ x ≤ n/2 from
// its middle, repeated with all symmetries of the square: dots of each role, and
// the bridges that fuse them.
//
// With powder, points that stand clear of all others take a small share of dots
// of the second body, as nitik leaves no ground bare.
func (w weave) shapes(line float64, powder bool, at func(x, y int) stitch) []pattern.Shape {
	grid := make([]stitch, w.n*w.n)
	for j := range w.n {
		for i := range w.n {
			x, y := i-w.n/2, j-w.n/2
			x, y = max(x, -x), max(y, -y)
			grid[j*w.n+i] = at(max(x, y), min(x, y))
		}
	}
	if powder {
		w.powder(grid)
	}
	half := float64(w.g * nitikDot / 2 * geom.Clamp(line, .7, 1.3))
	point := func(i, j int) geom.Pt { return geom.Pt{X: float64(w.g * float64(i)), Y: float64(w.g * float64(j))} }
	var out []pattern.Shape
	for _, role := range []pattern.Role{pattern.Fill2, pattern.Fill, pattern.Accent, pattern.Latar} {
		var ds []geom.Dot
		var bridges geom.Path
		for j := range w.n {
			for i := range w.n {
				s := grid[j*w.n+i]
				if !s.on || s.role != role {
					continue
				}
				ds = append(ds, geom.Dot{C: point(i, j), R: half})
				if !s.fused {
					continue
				}
				// The bridge spans from middle to middle, over the dots' edges.
				p := point(i, j)
				if t := grid[j*w.n+(i+1)%w.n]; t == s {
					bridges = bridges.Join(geom.R(p.X, p.Y-half, w.g, 2*half).Path())
				}
				if t := grid[(j+1)%w.n*w.n+i]; t == s {
					bridges = bridges.Join(geom.R(p.X-half, p.Y, 2*half, w.g).Path())
				}
			}
		}
		out = append(out,
			area(role, pattern.Filling, bridges),
			pattern.Shape{Mark: geom.Mark{Kind: geom.Squares, Dots: ds}, Role: role, Stage: pattern.Filling})
	}
	return full(out...)
}

// powder sets dots on every second point each way where all eight neighbours are
// bare.
func (w weave) powder(grid []stitch) {
	bare := func(i, j int) bool {
		for dj := w.n - 1; dj <= w.n+1; dj++ {
			for di := w.n - 1; di <= w.n+1; di++ {
				if grid[(j+dj)%w.n*w.n+(i+di)%w.n].on {
					return false
				}
			}
		}
		return true
	}
	var clear []int // found first, lest one dot forbid the next
	for j := range w.n {
		for i := range w.n {
			// The middle of the tile is even, since n is a multiple of four.
			if i%2 == 0 && j%2 == 0 && bare(i, j) {
				clear = append(clear, j*w.n+i)
			}
		}
	}
	for _, k := range clear {
		grid[k] = dab(pattern.Fill2)
	}
}

func (w weave) tile(shapes []pattern.Shape) pattern.Tile {
	s := float64(w.g * float64(w.n))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: shapes}
}

func pitchParam() pattern.Param {
	return pattern.Param{ID: "pitch", Name: "Pitch of the dots", Nama: "Jarak titik", Unit: "mm", Min: .9, Max: 3, Def: 1.25, Step: .05}
}

func nitiks() []drawing {
	return []drawing{{"nitik", pattern.Info{ID: "nitik", Family: "nitik", Traits: []string{pattern.Star}, Group: "p4m",
		Params: []pattern.Param{
			sizeParam(60),
			pitchParam(),
			ratio("petal", "Width of the petals", "Lebar kelopak", .5, 1.5, 1),
			count("lozenges", "Lozenges round the flower", "Wajik keliling bunga", 0, 3, 2),
			count("cross", "Lines through the hearts", "Garis lewat inti", 0, 1, 1),
		},
		Repeats: squareRepeats(),
	}, drawNitik}}
}

// drawNitik draws two flowers in lozenges that share the cloth as a chequer lies
// on its corner: one with broad petals on the diagonals, one with broad petals on
// the axes; double lines of dots between, and a bead where four lozenges meet.
func drawNitik(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := newWeave(c)
	h := w.n / 2
	u := float64(h) / 18 // beads were drawn on a half tile of 18 dots
	n := func(v float64) int { return int(math.Floor(float64(v*u) + .5)) }
	wide := c.value("petal")
	lozenges := c.whole("lozenges")
	cross := c.whole("cross") == 1

	at := func(x, y int) stitch {
		side := h - x + y // from the bead at the middle of the side
		switch {
		case side == 0:
			return dab(pattern.Accent)
		case side == 1:
			return stitch{}
		case side <= n(3):
			return dab(pattern.Latar)
		case side == n(3)+1:
			return stitch{}
		}
		// Double lines on both sides of the lozenges' common edge.
		d := h - x - y
		for i := range lozenges {
			if e := max(d, -d); e == 2*i {
				// The second and third lines are broken, two and two.
				if i > 0 && (x-y+2*h)%(2*i+4) < 2 {
					return dab(pattern.Fill2)
				}
				return dab(pattern.Latar)
			}
		}
		if reach := h - 2*lozenges; x+y <= reach {
			return nitikDiagonal(float64(x), float64(y), float64(reach), wide, cross)
		} else if x, y := h-y, h-x; x+y <= reach {
			return nitikAxial(float64(x), float64(y), float64(reach), wide)
		}
		return stitch{}
	}
	return w.tile(w.shapes(o.Weight(), true, at))
}

// nitikHeart is the heart of both flowers: a dot in a clear and a dotted ring.
func nitikHeart(d float64) (stitch, bool) {
	switch {
	case d <= 1:
		return dab(pattern.Accent), true
	case d <= 2:
		return stitch{}, true
	case d <= 3:
		return dab(pattern.Latar), true
	}
	return stitch{}, d <= 4
}

// nitikLeaf is a leaf of dots from a to b along p, at the distance q from its
// midrib: a row at the edge, a body, a midrib, and outside a second contour of
// single dots across a bare row.
func nitikLeaf(p, q, a, b, half float64, rib stitch) (stitch, bool) {
	if p < a || p > b {
		return stitch{}, false
	}
	// Widest at two thirds, as petals of nitik are: a sine over √ of the way.
	t := (p - a) / (b - a)
	edge := float64(half*geom.Sin(t*math.Sqrt(t)/2)) + .35
	switch {
	case q > edge+2 || q > edge && t > .93:
		return stitch{}, false
	case q > edge+1 && math.Floor(p)-float64(2*math.Floor(p/2)) == 0:
		return dab(pattern.Fill2), true
	case q > edge:
		return stitch{}, q <= edge+1
	case q < .3 && t < .85:
		return rib, true
	case q > edge-1:
		return dab(pattern.Latar), true
	}
	return dab(pattern.Fill), true
}

// nitikDiagonal is the first flower within |x|+|y| ≤ reach, 0 ≤ y ≤ x.
func nitikDiagonal(x, y, reach, wide float64, cross bool) stitch {
	if s, ok := nitikHeart(x + y); ok {
		return s
	}
	// Along and across the diagonal, in diagonal steps.
	p, q := (x+y)/2, (x-y)/2
	if s, ok := nitikLeaf(p, q, 2, float64(reach/2)-.4, .12*reach*wide, dab(pattern.Accent)); ok {
		return s
	}
	// On the axes a thread of dashes, a bud, and a bead at the end.
	bud, end := math.Floor(.62*reach), reach-2
	switch d := math.Abs(x-bud) + y; {
	case d < .5:
		return dab(pattern.Accent)
	case d < 2.5:
		return dab(pattern.Fill)
	case d < 3.5:
		return stitch{}
	}
	if math.Abs(x-end)+y <= 1 {
		return dab(pattern.Latar)
	}
	if y == 0 && cross && x < end-1 {
		if math.Floor(x/3)*3 == x {
			return stitch{}
		}
		return dash(pattern.Latar)
	}
	return stitch{}
}

// nitikAxial is the second flower within |x|+|y| ≤ reach, 0 ≤ y ≤ x.
func nitikAxial(x, y, reach, wide float64) stitch {
	if s, ok := nitikHeart(x + y); ok {
		return s
	}
	if s, ok := nitikLeaf(x, y, 3, .86*reach, .17*reach*wide, dab(pattern.Accent)); ok {
		return s
	}
	// On the diagonals small lozenges with an eye, on a stalk.
	eye := math.Floor(.36 * reach)
	switch d := math.Abs(x-eye) + math.Abs(y-eye); {
	case d < .5:
		return dab(pattern.Accent)
	case d < 1.5:
		return stitch{}
	case d < 2.5:
		return dab(pattern.Fill)
	}
	if x == y && x < eye {
		return dab(pattern.Accent)
	}
	if x == y && x > eye+2 || y == 0 && x > .8*reach && x < reach-1 {
		return dab(pattern.Latar)
	}
	return stitch{}
}
