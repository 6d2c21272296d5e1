package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// stitch is one point of a nitik: a square dot, or a part of the dash that it is
// fused into with neighbours of the same number.
type stitch struct {
	role pattern.Role
	on   bool
	dash int // 0: a dot by itself
}

func dab(r pattern.Role) stitch  { return stitch{role: r, on: true} }
func dash(r pattern.Role) stitch { return stitch{role: r, on: true, dash: 1} }

// laid parts what is fused into dashes of two along x, those of one row over the
// gaps of the next, as the petals of nitik are: the stitch is the point (x,y).
func (s stitch) laid(x, y float64) stitch {
	i, row := int(math.Floor(x)), int(math.Floor(y))
	if s.dash > 0 {
		s.dash = 2 + 2*maxWeave*row + (i+row)>>1
	}
	return s
}

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
// the middles of the sides all fall on dots, and that leaves room for the finest
// dot and cloth beside it.
func newWeave(c canting) weave {
	g := float64(c.value("pitch") * math.Sqrt(math.Max(1, c.k)))
	n := 4 * int(math.Floor(c.size/(4*g)+.5))
	n = min(n, 4*int(c.size/float64(4*(finest(c.o)+apart(c.o)))))
	n = max(16, min(maxWeave, n))
	return weave{n, c.size / float64(n)}
}

// nitikDot is the side of a dot to the pitch: the handbook has .68 (§1.4), the
// photographed cloths rather more. At the usual pitch dots are smaller, by what has
// to stay open between them.
const nitikDot = .74

// dot returns half the side of a dot.
func (w weave) dot(o pattern.Options) float64 {
	side := math.Min(w.g*nitikDot*geom.Clamp(o.Weight(), .7, 1.3), w.g-apart(o))
	return float64(math.Max(side, finest(o)) / 2)
}

// shapes returns the stitches of one eighth of the tile, 0 ≤ y ≤ x ≤ n/2 from
// its middle, repeated with all symmetries of the square: dots of each role, and
// the bridges that fuse them.
//
// With a powder other than Ground, points that stand clear of all others take
// dots of that role, as nitik leaves no ground bare.
func (w weave) shapes(o pattern.Options, powder pattern.Role, at func(x, y int) stitch) []pattern.Shape {
	grid := make([]stitch, w.n*w.n)
	for j := range w.n {
		for i := range w.n {
			x, y := i-w.n/2, j-w.n/2
			x, y = max(x, -x), max(y, -y)
			grid[j*w.n+i] = at(max(x, y), min(x, y))
		}
	}
	if powder != pattern.Ground {
		w.powder(grid, powder)
	}
	half := w.dot(o)
	point := func(i, j int) geom.Pt { return geom.Pt{X: float64(w.g * float64(i)), Y: float64(w.g * float64(j))} }
	var out []pattern.Shape
	for _, role := range []pattern.Role{pattern.Outline, pattern.Fill2, pattern.Fill, pattern.Accent, pattern.Latar, pattern.Ground} {
		var ds []geom.Dot
		var bridges geom.Path
		for j := range w.n {
			for i := range w.n {
				s := grid[j*w.n+i]
				if !s.on || s.role != role {
					continue
				}
				ds = append(ds, geom.Dot{C: point(i, j), R: half})
				if s.dash == 0 {
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
// bare, and then between those where the four beside are.
func (w weave) powder(grid []stitch, role pattern.Role) {
	bare := func(i, j, corners int) bool {
		for dj := -1; dj <= 1; dj++ {
			for di := -1; di <= 1; di++ {
				if di*di+dj*dj <= corners && grid[wrap(j+dj, w.n)*w.n+wrap(i+di, w.n)].on {
					return false
				}
			}
		}
		return true
	}
	// The middle of the tile is even, since n is a multiple of four.
	for _, odd := range []int{0, 1} {
		var clear []int // found first, lest one dot forbid the next
		for j := odd; j < w.n; j += 2 {
			for i := odd; i < w.n; i += 2 {
				if bare(i, j, 2-odd) {
					clear = append(clear, j*w.n+i)
				}
			}
		}
		for _, k := range clear {
			grid[k] = dab(role)
		}
	}
}

func (w weave) tile(shapes []pattern.Shape) pattern.Tile {
	s := float64(w.g * float64(w.n))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: shapes}
}

func pitchParam(def float64) pattern.Param {
	return pattern.Param{ID: "pitch", Name: "Pitch of the dots", Nama: "Jarak titik", Unit: "mm", Min: .9, Max: 3, Def: def, Step: .05}
}

func nitiks() []drawing {
	form := func(id string, size, pitch float64, extra pattern.Param, draw func(pattern.Info, pattern.Options) pattern.Tile) drawing {
		// The dots cannot be drawn finer: in less than half the usual size a petal has
		// too few of them to be one.
		sized := sizeParam(size)
		sized.Min = math.Ceil(size / 2)
		return drawing{id, pattern.Info{ID: id, Family: "nitik", Traits: []string{pattern.Star}, Group: "p4m",
			Params: []pattern.Param{
				sized,
				pitchParam(pitch),
				ratio("petal", "Width of the petals", "Lebar kelopak", .5, 1.5, 1),
				extra,
				count("cross", "Lines through the hearts", "Garis lewat inti", 0, 1, 1),
				count("powder", "Powder of dots on the ground", "Taburan titik pada latar", 0, 1, 1),
				dyedParam(0),
			},
			Repeats: squareRepeats(),
		}, draw}
	}
	return []drawing{
		form("nitik", 64, 1.4, count("rings", "Interlaced rings", "Lingkar bertaut", 0, 3, 2), drawNitik),
		form("nitik_karawitan", 88, 1.45, count("lozenges", "Lozenges round the flower", "Wajik keliling bunga", 0, 3, 2), drawKarawitan),
	}
}

// nitikInks are the roles of a nitik: the cloth under the dots, the bright dots
// of figures, the quieter ones beside them, hearts, and the powder.
type nitikInks struct{ field, bright, quiet, heart pattern.Role }

func newNitikInks(dyed bool) nitikInks {
	if dyed {
		return nitikInks{pattern.Ground, pattern.Latar, pattern.Fill, pattern.Accent}
	}
	return nitikInks{pattern.Outline, pattern.Ground, pattern.Fill, pattern.Ground}
}

// nitikTile lays the dots on their cloth.
func (c canting) nitikTile(w weave, ink nitikInks, at func(x, y int) stitch) pattern.Tile {
	powder := pattern.Ground
	if c.whole("powder") == 1 {
		powder = ink.quiet
	}
	s := float64(w.g * float64(w.n))
	cloth := area(ink.field, pattern.Tembok, geom.R(0, 0, s, s).Inset(-lap).Path())
	return w.tile(append([]pattern.Shape{cloth}, w.shapes(c.o, powder, at)...))
}

// drawNitik draws eight-petalled flowers within rings that interlace with those
// of the flowers between, and a rosette where two rings meet.
func drawNitik(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := newWeave(c)
	ink := newNitikInks(c.whole("dyed") == 1)
	h := float64(w.n / 2)
	wide := c.value("petal")
	rings := c.whole("rings")
	cross := c.whole("cross") == 1
	flower := func(x, y, reach, axial, diagonal float64) (stitch, bool) {
		if s, ok := ink.center(x + y); ok {
			return s, true
		}
		if s, ok := ink.leaf(x, y, 3, reach, axial*wide, cross, even(x)); ok {
			return s.laid(x, y), true
		}
		s, ok := ink.leaf((x+y)/2, (x-y)/2, 2.5, .5*reach, diagonal*wide, cross, even(x+y))
		return s.laid(x, y), ok
	}
	at := func(x, y int) stitch {
		fx, fy := float64(x), float64(y)
		gx, gy := h-fy, h-fx // from the flower at the corner
		if d := h - fx + fy; d < .26*h {
			// The rosette on the middle of the side.
			return ink.rosette(int(d), int(.26*h))
		}
		ra, rb := math.Sqrt(float64(fx*fx)+float64(fy*fy)), math.Sqrt(float64(gx*gx)+float64(gy*gy))
		for i := range rings {
			// Each ring is a step within the last; the second is of the quieter dots.
			r := float64(.82*h) - 2*float64(i)
			if math.Abs(ra-r) < .6 || math.Abs(rb-r) < .6 {
				if i == 1 {
					return dab(ink.quiet)
				}
				return dab(ink.bright)
			}
		}
		inner := float64(.82*h) - 2*float64(max(0, rings-1)) - 2
		if s, ok := flower(fx, fy, inner, .16*h, .15*h); ok && ra < inner+1 {
			return s
		}
		if s, ok := flower(gx, gy, .9*inner, .12*h, .14*h); ok && rb < inner+1 {
			return s
		}
		return stitch{}
	}
	return c.nitikTile(w, ink, at)
}

// drawKarawitan draws two flowers in lozenges that share the cloth as a chequer
// lies on its corner: one with broad petals on the diagonals, one with broad
// petals on the axes; lines of dots between, and a bead where four lozenges meet.
func drawKarawitan(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := newWeave(c)
	ink := newNitikInks(c.whole("dyed") == 1)
	h := w.n / 2
	wide := c.value("petal")
	lozenges := c.whole("lozenges")
	cross := c.whole("cross") == 1

	at := func(x, y int) stitch {
		if side, bead := h-x+y, h/6; side <= bead { // the bead at the middle of the side
			return ink.rosette(side, bead)
		}
		// Lines on both sides of the lozenges' common edge.
		d := h - x - y
		for i := range lozenges {
			if e := max(d, -d); e == 2*i {
				// The second and third lines are broken, two and two.
				if i > 0 && (x-y+2*h)%(2*i+4) < 2 {
					return dab(ink.quiet)
				}
				return dab(ink.bright)
			}
		}
		if reach := h - 2*lozenges; x+y <= reach {
			return ink.diagonal(float64(x), float64(y), float64(reach), wide, cross)
		} else if x, y := h-y, h-x; x+y <= reach {
			return ink.axial(float64(x), float64(y), float64(reach), wide, cross)
		}
		return stitch{}
	}
	return c.nitikTile(w, ink, at)
}

// center is the heart of a flower: a dot in a clear and a dotted ring.
func (ink nitikInks) center(d float64) (stitch, bool) {
	switch {
	case d <= 1:
		return dab(ink.heart), true
	case d <= 2:
		return stitch{}, true
	case d <= 3:
		return dab(ink.quiet), true
	}
	return stitch{}, d <= 4
}

// rosette is a lozenge of rings round a bead, at the distance d of at most r.
func (ink nitikInks) rosette(d, r int) stitch {
	switch {
	case d == 0:
		return dab(ink.heart)
	case d == r || d%2 == 1:
		return stitch{}
	case d%4 == 0:
		return dab(ink.quiet)
	}
	return dab(ink.bright)
}

func even(x float64) bool { return int(math.Floor(x))%2 == 0 }

// leaf is a leaf of dots from a to b along p, at the distance q from its midrib:
// a row at the edge, a body, a midrib, and outside, across a bare row, a second
// contour of single dots at every second point.
func (ink nitikInks) leaf(p, q, a, b, half float64, rib, contour bool) (stitch, bool) {
	if p < a || p > b {
		return stitch{}, false
	}
	// Widest at two thirds, as petals of nitik are: a sine over √ of the way.
	t := (p - a) / (b - a)
	edge := float64(half*geom.Sin(t*math.Sqrt(t)/2)) + .35
	switch {
	case q > edge+2 || q > edge && t > .93:
		return stitch{}, false
	case q > edge+1 && contour:
		return dab(ink.quiet), true
	case q > edge:
		return stitch{}, q <= edge+1
	case q < .3 && t < .85 && rib:
		return dash(ink.quiet), true
	case q > edge-1 && half > 4:
		return dash(ink.quiet), true
	}
	return dash(ink.bright), true
}

// diagonal is the first flower within |x|+|y| ≤ reach, 0 ≤ y ≤ x.
func (ink nitikInks) diagonal(x, y, reach, wide float64, cross bool) stitch {
	if s, ok := ink.center(x + y); ok {
		return s
	}
	// Along and across the diagonal, in diagonal steps.
	if s, ok := ink.leaf((x+y)/2, (x-y)/2, 2, float64(reach/2)-.4, .16*reach*wide, cross, even(x+y)); ok {
		return s.laid(x, y)
	}
	// On the axes a thread of dashes, a bud, and a bead at the end.
	bud, end := math.Floor(.6*reach), reach-2
	size := math.Floor(.13 * reach)
	switch d := math.Abs(x-bud) + y; {
	case d < .5:
		return dab(ink.heart)
	case d <= size:
		return ink.rosette(int(d), int(size)+1)
	case d < size+1:
		return stitch{}
	}
	if math.Abs(x-end)+y <= 1 {
		return dab(ink.bright)
	}
	if y == 0 && x < end-1 {
		if math.Floor(x/3)*3 == x {
			return stitch{}
		}
		return dash(ink.bright)
	}
	return stitch{}
}

// axial is the second flower within |x|+|y| ≤ reach, 0 ≤ y ≤ x.
func (ink nitikInks) axial(x, y, reach, wide float64, cross bool) stitch {
	if s, ok := ink.center(x + y); ok {
		return s
	}
	if s, ok := ink.leaf(x, y, 3, .88*reach, .22*reach*wide, cross, even(x)); ok {
		return s.laid(x, y)
	}
	// On the diagonals small lozenges with an eye, on a stalk.
	eye := math.Floor(.37 * reach)
	switch d := math.Abs(x-eye) + math.Abs(y-eye); {
	case d <= 4:
		return ink.rosette(int(d), 5)
	case d < 5.5:
		return stitch{}
	}
	if x == y || y == 0 && x > .8*reach && x < reach-1 {
		return dab(ink.bright)
	}
	return stitch{}
}
