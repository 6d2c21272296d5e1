package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// tenuns are batik that plays woven cloth, as jlamprang plays patola: the banded
// ma'awaz of Yemen and the plaid macawiis of the Horn (tenun, weaving).
func tenuns() []drawing {
	thread := func(def float64) pattern.Param {
		return pattern.Param{ID: "thread", Name: "Pitch of the threads", Nama: "Jarak benang", Unit: "mm", Min: 1, Max: 3, Def: def, Step: .05}
	}
	woven := []symmetry.Kind{symmetry.Block, symmetry.Mirror, symmetry.Turn}
	return []drawing{
		{"ye_bands", pattern.Info{ID: "ye_bands", Family: "tenun", Group: "pmm",
			Params: []pattern.Param{
				sizeParam(48), thread(1.1),
				count("rings", "Rings of the lozenges", "Lingkar wajik", 1, 4, 3),
				count("bands", "Pairs of bands beside the lozenges", "Pasang pita di sisi wajik", 1, 5, 4),
				count("teeth", "Teeth to a lozenge", "Gigi per wajik", 2, 8, 4),
				ratio("plain", "Plain ground between the hems", "Latar polos antara tepi", 0, 2, .5),
			},
			Repeats: woven,
		}, drawBands},
		{"ye_lozenge", pattern.Info{ID: "ye_lozenge", Family: "tenun", Group: "pmm",
			Params: []pattern.Param{
				sizeParam(52), thread(1.1),
				ratio("height", "Height of the lozenge to its width", "Tinggi wajik banding lebar", .8, 2, 1.35),
				count("rings", "Rings of the lozenges", "Lingkar wajik", 2, 6, 3),
				count("hooks", "Hooks along the sides", "Kait di sisi", 0, 1, 1),
				count("step", "Threads to a step", "Benang per undak", 1, 3, 2),
			},
			Repeats: woven,
		}, drawLozenge},
		{"macawiis_plaid", pattern.Info{ID: "macawiis_plaid", Family: "plaid", Group: "pmm", Traits: []string{"plaid"},
			Params: []pattern.Param{
				sizeParam(120), thread(1.3),
				ratio("height", "Height of the check to its width", "Tinggi kotak banding lebar", .6, .95, .8),
				ratio("band", "Width of the broad bands", "Lebar pita besar", .2, .5, .36),
				count("lines", "Fine lines in the field", "Garis halus di bidang", 0, 4, 2),
				count("ikat", "Feathers of ikat: none, in the field, at the crossings too", "Bulu ikat: tanpa, di bidang, juga di silangan", 0, 2, 2),
			},
			Repeats: woven,
		}, drawPlaid},
	}
}

// loom is a tile of cols by rows crossings of threads, of pitch g.
type loom struct {
	cols, rows int
	g          float64
}

// maxLoom bounds the threads of a tile; larger motifs are woven coarser.
const maxLoom = 160

// newLoom returns a loom for a tile of the given size: even numbers of threads, so
// that a mirror runs between two of them.
func newLoom(c canting, w, h float64) loom {
	g := float64(c.value("thread") * math.Sqrt(math.Max(1, c.k)))
	n := 2 * max(4, min(maxLoom/2, int(math.Floor(w/(2*g)+.5))))
	g = w / float64(n)
	return loom{n, 2 * max(2, min(maxLoom, int(math.Floor(h/(2*g)+.5)))), g}
}

func (l loom) size() geom.Pt {
	return geom.Pt{X: float64(l.g * float64(l.cols)), Y: float64(l.g * float64(l.rows))}
}

// ply is how many wefts lie close between two shadows. A shadow is as broad as wax
// leaves open, and must leave the threads beside it some breadth.
func (l loom) ply(o pattern.Options) int {
	return max(1, int(math.Ceil(apart(o)/float64(.6*l.g))))
}

// weave lays the wefts: runs of the role that at names for the crossing (x,y),
// counted from 0 outward from the tile's middle both ways. Where open says so of
// row y, the ground shows as a thread's shadow between it and the row before,
// nearer the middle: within a colour only, so that its edge, which is all of a
// narrow one, stays whole.
func (l loom) weave(o pattern.Options, at func(x, y int) (pattern.Role, bool), open func(y int) bool) []pattern.Shape {
	const bare = pattern.NumRoles
	half := l.rows / 2
	// Of the lower half of the tile: the upper one is its mirror image.
	grid := make([]int, half*l.cols)
	for y := range half {
		for i := range l.cols {
			x := i - l.cols/2
			if x < 0 {
				x = -1 - x
			}
			grid[y*l.cols+i] = bare
			if r, ok := at(x, y); ok {
				grid[y*l.cols+i] = int(r)
			}
		}
	}
	// of is what lies at (i,y); beyond the middle and the edges lies the mirror image.
	of := func(i, y int) int {
		if y < 0 {
			y = -1 - y
		}
		if y >= half {
			y = 2*half - 1 - y
		}
		return grid[y*l.cols+max(0, min(l.cols-1, i))]
	}
	// inner reports whether the shadow between rows y and y−1 may show at i.
	inner := func(i, y int) bool {
		for k := i - 1; k <= i+1; k++ {
			if of(k, y) != of(i, y) || of(k, y-1) != of(i, y) {
				return false
			}
		}
		return true
	}
	// A fifth of the pitch at the usual weight is a clear shadow.
	share := geom.Clamp(.4-float64(.2*o.Weight()), .03, .3)
	shadow := float64(.5 * math.Max(apart(o), float64(share*l.g)))
	// Each row is three layers: what a shadow may take of it, the rest, and what
	// the next may take.
	cells := make([]int, 6*half*l.cols)
	for y := range half {
		for i := range l.cols {
			r := of(i, y)
			for k := range 3 {
				v := 3*y + k
				cells[(3*half+v)*l.cols+i], cells[(3*half-1-v)*l.cols+i] = r, r
			}
		}
		for _, k := range []int{0, 2} {
			side := y + k/2
			for a := 0; a < l.cols; {
				b := a
				for b < l.cols && inner(b, side) && of(b, y) == of(a, y) {
					b++
				}
				if open(side) && b-a > 2 {
					for i := a; i < b; i++ {
						cells[(3*half+3*y+k)*l.cols+i], cells[(3*half-1-3*y-k)*l.cols+i] = bare, bare
					}
				}
				a = max(b, a+1)
			}
		}
	}
	corner := func(i, j int) geom.Pt {
		// Threads reach into the next repeat, lest a hairline show.
		q := geom.Pt{X: float64(l.g * float64(i)), Y: float64(l.g * float64((j+1)/3))}
		switch j % 3 {
		case 1:
			q.Y += shadow
		case 2:
			q.Y -= shadow
		}
		if i == 0 {
			q.X -= lap
		}
		if i == l.cols {
			q.X += lap
		}
		if j == 0 {
			q.Y -= lap
		}
		if j == 6*half {
			q.Y += lap
		}
		return q
	}
	var shapes []pattern.Shape
	for r := range pattern.NumRoles {
		if !slices.Contains(grid, r) {
			continue
		}
		p := traced(l.cols, 6*half, func(i, j int) bool { return cells[j*l.cols+i] == r }, corner)
		shapes = append(shapes, area(pattern.Role(r), pattern.Filling, p))
	}
	return full(shapes...)
}

// traced returns the outlines of the cells of a grid of nx by ny that in names;
// at says where its corners lie. Cells that touch at a corner only are apart.
func traced(nx, ny int, in func(i, j int) bool, at func(i, j int) geom.Pt) geom.Path {
	is := func(i, j int) bool { return i >= 0 && j >= 0 && i < nx && j < ny && in(i, j) }
	// Walking along an edge, the cell on the right hand is in and that on the left
	// is not. Ahead of the corner (i,j) lie, by direction: right, down, left, up.
	dx, dy := [4]int{1, 0, -1, 0}, [4]int{0, 1, 0, -1}
	edge := func(i, j, d int) bool {
		right := [4][2]int{{0, 0}, {-1, 0}, {-1, -1}, {0, -1}}[d]
		left := [4][2]int{{0, -1}, {0, 0}, {-1, 0}, {-1, -1}}[d]
		return is(i+right[0], j+right[1]) && !is(i+left[0], j+left[1])
	}
	seen := make([]bool, (nx+1)*(ny+1))
	var p geom.Path
	for j := range ny {
		for i := range nx {
			// Every outline has an edge that goes right, and is begun where one turns
			// into it.
			if seen[j*(nx+1)+i] || !edge(i, j, 0) || edge(i-1, j, 0) {
				continue
			}
			var pts []geom.Pt
			for x, y, d := i, j, 0; ; {
				if d == 0 {
					if seen[y*(nx+1)+x] {
						break
					}
					seen[y*(nx+1)+x] = true
				}
				pts = append(pts, at(x, y))
				for {
					x, y = x+dx[d], y+dy[d]
					if turn := (d + 1) % 4; edge(x, y, turn) {
						d = turn
						break
					}
					if !edge(x, y, d) {
						d = (d + 3) % 4
						break
					}
				}
			}
			p = p.Join(geom.Polygon(pts...))
		}
	}
	return p
}

// lozengeRole colours the rings of a lozenge from its heart outward.
func lozengeRole(ring int) (pattern.Role, bool) {
	return [...]pattern.Role{pattern.Accent, pattern.Outline, pattern.Fill, pattern.Latar, pattern.Fill2, pattern.Fill, pattern.Latar, pattern.Fill2}[ring%8], true
}

func drawBands(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	rings, bands, teeth := c.whole("rings"), c.whole("bands"), c.whole("teeth")
	l := newLoom(c, c.size, c.size)
	// Whole teeth go into the tile, whole steps into half of it.
	tooth := 2 * max(2, int(math.Floor(float64(l.cols)/float64(2*teeth)+.5)))
	l.cols = teeth * tooth
	l.g = c.size / float64(l.cols)
	half := l.cols / 2 // of a lozenge, which is as wide as the tile
	high := max(6, half*4/5)
	th := max(3, tooth/2)
	// Heights in threads, from the middle of the lozenges outward.
	type band struct {
		rows   int
		ribbed bool // shows its wefts
		at     func(x, y int) (pattern.Role, bool)
	}
	bare := func(int, int) (pattern.Role, bool) { return pattern.Ground, false }
	plain := func(r pattern.Role) func(int, int) (pattern.Role, bool) {
		return func(int, int) (pattern.Role, bool) { return r, true }
	}
	rule := []band{{1, false, bare}, {1, false, plain(pattern.Latar)}, {1, false, bare}, {2, false, plain(pattern.Accent)}, {1, false, bare}, {1, false, plain(pattern.Latar)}, {1, false, bare}}
	zig := func(x int) int { // a tooth's rise at x
		q := x % tooth
		return min(q, tooth-1-q)
	}
	stack := []band{{high, true, func(x, y int) (pattern.Role, bool) {
		// Lozenges in steps of two threads; between them lie others in halves.
		between := x*high+y*half >= half*high
		if between {
			x, y = half-1-x, high-1-y
		}
		part := (x/2*2*high + y/2*2*half) * (2*rings + 1) / (half * high)
		if part%2 == 1 {
			return pattern.Ground, false
		}
		if between {
			return [...]pattern.Role{pattern.Latar, pattern.Accent, pattern.Fill2, pattern.Fill, pattern.Latar}[part/2], true
		}
		return lozengeRole(part / 2)
	}}}
	more := []band{
		{th, true, func(x, y int) (pattern.Role, bool) {
			if zig(x) > y {
				return pattern.Fill, true
			}
			return pattern.Latar, zig(x) < y-1
		}},
		{6, true, func(x, y int) (pattern.Role, bool) { // a cord of two colours
			return []pattern.Role{pattern.Fill, pattern.Latar}[(x+min(y, 5-y))%6/3], true
		}},
		{2 * th, true, func(x, y int) (pattern.Role, bool) { // small lozenges
			v := y - th
			if v < 0 {
				v = -1 - v
			}
			switch d := th - zig(x) + v; {
			case d <= th/3:
				return pattern.Accent, true
			case d <= th*2/3:
				return pattern.Fill2, true
			case d <= th:
				return pattern.Fill, true
			}
			return pattern.Ground, false
		}},
		{5, false, func(x, y int) (pattern.Role, bool) { // stripes
			return []pattern.Role{pattern.Fill, pattern.Fill, pattern.Accent, pattern.Fill, pattern.Fill}[y], y != 1 && y != 3
		}},
		{th, true, func(x, y int) (pattern.Role, bool) {
			return pattern.Fill2, zig(x) >= y
		}},
	}
	for i := range bands {
		stack = append(append(stack, rule...), more[i%len(more)])
	}
	stack = append(append(stack, rule...), band{int(c.value("plain") * float64(half)), false, bare})
	rows := 0
	for _, b := range stack {
		rows += b.rows
	}
	l.rows = 2 * rows
	// in returns the band of row y and the row within it.
	of := func(y int) (band, int) {
		for _, b := range stack {
			if y < b.rows {
				return b, y
			}
			y -= b.rows
		}
		return band{at: bare}, y
	}
	ply := l.ply(o)
	return pattern.Tile{Size: l.size(), Shapes: l.weave(o, func(x, y int) (pattern.Role, bool) {
		b, v := of(y)
		return b.at(x, v)
	}, func(y int) bool {
		b, v := of(y)
		return b.ribbed && v%ply == 0 && (v > 0 || y == 0)
	})}
}

func drawLozenge(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	l := newLoom(c, c.size, float64(c.size*c.value("height")))
	step, rings, hooks := c.whole("step"), c.whole("rings"), c.whole("hooks") == 1
	// Whole steps go into half the tile, so that the lozenges about its corners have
	// the same steps as those about its middle.
	hw, hh := max(1, l.cols/(2*step))*step, max(1, l.rows/(2*step))*step
	l.cols, l.rows = 2*hw, 2*hh
	l.g = c.size / float64(l.cols)
	ply := l.ply(o)
	return pattern.Tile{Size: l.size(), Shapes: l.weave(o, func(x, y int) (pattern.Role, bool) {
		second := false
		u, v := x/step*step, y/step*step
		if u*hh+v*hw >= hw*hh { // beyond the side: in the lozenge about the corner
			second = true
			x, y = hw-1-x, hh-1-y
			u, v = x/step*step, y/step*step
		}
		// From 0 at the middle to 1 at the side: rings with ground between, then the
		// net of lines that all lozenges share.
		d := float64(u*hh+v*hw) / float64(hw*hh)
		if d > .91 {
			return pattern.Outline, true
		}
		part := int(d / .91 * float64(2*rings))
		ring := part / 2
		if part%2 == 1 {
			// From the outermost ring hooks reach to the net.
			return pattern.Outline, hooks && ring == rings-1 && y/step%4 == 1
		}
		if second {
			return []pattern.Role{pattern.Latar, pattern.Fill2, pattern.Accent, pattern.Fill}[ring%4], true
		}
		return []pattern.Role{pattern.Accent, pattern.Fill, pattern.Fill2, pattern.Latar}[ring%4], true
	}, func(y int) bool { return y%ply == 0 })}
}

// tenunStripe is a stripe of a plaid: threads of a role from lo to hi, shares of half
// the repeat from its middle. Or it is solid, so many threads from lo that lie close.
type tenunStripe struct {
	role   pattern.Role
	lo, hi float64
	solid  int
}

func drawPlaid(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	size := geom.Pt{X: c.size, Y: float64(c.size * c.value("height"))}
	band := c.value("band")
	// Half a set of stripes, which the mirror completes: a broad band, guards, the
	// field with its fine lines.
	set := []tenunStripe{
		{pattern.Accent, 0, 0, 1},
		{pattern.Fill, 0, .42 * band, 0},
		{pattern.Fill2, .46 * band, .72 * band, 0},
		{pattern.Latar, .735 * band, 0, 1},
		{pattern.Fill, .8 * band, band, 0},
		{pattern.Accent, 1.03 * band, 0, 2},
	}
	lines := c.whole("lines")
	for i := range lines {
		at := geom.Mix(1.12*band, .93, float64(i+1)/float64(lines+1))
		set = append(set, tenunStripe{[]pattern.Role{pattern.Fill2, pattern.Latar}[i%2], at, 0, 2})
	}
	set = append(set, tenunStripe{pattern.Fill2, .955, 1, 0})

	g := float64(c.value("thread") * math.Sqrt(math.Max(1, c.k)))
	// warp lays half as many threads as a set holds from the middle outward, all of one
	// pitch, whatever the stripe: where two stripes meet there is as much cloth as
	// between two threads.
	warp := func(half float64) (n int, pitch, thick float64) {
		n = max(8, min(maxLoom, int(math.Floor(half/g+.5))))
		pitch = half / float64(n)
		// A little over half the pitch: where two threads of a colour cross they
		// nearly close, elsewhere both show and the tones mix.
		thick = float64(pitch * geom.Clamp(.4+float64(.18*o.Weight()), .45, .8))
		return n, pitch, math.Min(thick, math.Max(pitch-apart(o), finest(o)))
	}
	threads := func(half, length float64, upright bool) (out [pattern.NumRoles]geom.Path) {
		n, pitch, thick := warp(half)
		lay := func(r pattern.Role, v0, v1 float64) {
			box := geom.R(0, half+v0, length, v1-v0)
			if upright {
				box = geom.R(half+v0, 0, v1-v0, length)
			}
			out[r] = out[r].Join(box.Path())
		}
		both := func(r pattern.Role, v0, v1 float64) {
			lay(r, -v1, -v0)
			lay(r, v0, v1)
		}
		open := float64((pitch - thick) / 2)
		for _, s := range set {
			if s.solid > 0 {
				i := int(float64(s.lo * float64(n)))
				v0, v1 := float64(float64(i)*pitch)+open, float64(float64(i+s.solid)*pitch)-open
				if i == 0 {
					lay(s.role, -v1, v1)
				} else {
					both(s.role, v0, v1)
				}
				continue
			}
			for k := range n {
				if v := (float64(k) + .5) / float64(n); v > s.lo && v < s.hi {
					both(s.role, float64(float64(k)*pitch)+open, float64(float64(k+1)*pitch)-open)
				}
			}
		}
		return out
	}
	var out []pattern.Shape
	for _, set := range [][pattern.NumRoles]geom.Path{threads(size.X/2, size.Y, true), threads(size.Y/2, size.X, false)} {
		for r, p := range set {
			out = append(out, area(pattern.Role(r), pattern.Klowong, p))
		}
	}
	ikat := c.whole("ikat")
	corner := moved(geom.Pt{})
	mid := moved(size.Mul(.5))
	sides := moved(geom.Pt{X: size.X / 2}, geom.Pt{Y: size.Y / 2})
	// Ikat is dyed into the wefts, and lies on them.
	_, pitch, thick := warp(size.Y / 2)
	feather := func(role pattern.Role, a, b float64, odd int, ms []geom.Affine) pattern.Shape {
		return feather(role, pitch, thick, a, b, odd, ms)
	}
	if ikat > 0 {
		free := (1 - band)
		out = append(out, feather(pattern.Latar, .42*free*size.X/2, .5*free*size.Y/2, 1, corner),
			feather(pattern.Fill, .3*free*size.X/2, .33*free*size.Y/2, 0, corner),
			feather(pattern.Accent, .13*free*size.X/2, .15*free*size.Y/2, 1, corner))
	}
	if ikat > 1 {
		out = append(out, feather(pattern.Latar, .42*band*size.X/2, .62*band*size.Y/2, 1, mid),
			feather(pattern.Outline, .27*band*size.X/2, .4*band*size.Y/2, 0, mid),
			feather(pattern.Latar, .22*band*size.X/2, .34*band*size.Y/2, 0, sides))
	}
	return pattern.Tile{Size: size, Shapes: full(out...)}
}

// feather is a lozenge of ikat about the origin, a by b: threads that the dye has
// caught at different lengths, every second one longer.
func feather(role pattern.Role, pitch, thick, a, b float64, odd int, ms []geom.Affine) pattern.Shape {
	n := max(2, min(60, int(b/pitch+.5)))
	var p geom.Path
	for k := -n; k < n; k++ {
		i := max(k, -1-k)
		l := float64(a * (1 - (float64(i)+.5)/float64(n+1)))
		if i%2 == odd {
			l = float64(.78 * l)
		}
		p = p.Join(geom.R(-l, float64((float64(k)+.5)*pitch)-float64(.5*thick), float64(2*l), thick).Path())
	}
	return area(role, pattern.Filling, many(p, ms))
}
