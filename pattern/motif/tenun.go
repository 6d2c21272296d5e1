package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// tenuns are batik that plays woven cloth, as jlamprang plays patola: the banded
// ma'awaz of Yemen and the plaid macawiis of the Horn (tenun, weaving).
func tenuns() []drawing {
	thread := func(def float64) pattern.Param {
		return pattern.Param{ID: "thread", Name: "Pitch of the threads", Nama: "Jarak benang", Unit: "mm", Min: .7, Max: 3, Def: def, Step: .05}
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

// weave lays the wefts: runs of the role that at names for the crossing (x,y),
// counted from 0 outward from the tile's middle both ways. Between the wefts the
// ground shows as a thread's shadow.
func (l loom) weave(weight float64, at func(x, y int) (pattern.Role, bool)) []pattern.Shape {
	paths := make([]geom.Path, pattern.NumRoles)
	// Three quarters of the pitch at the usual weight leave a clear shadow.
	thick := float64(l.g * geom.Clamp(.6+float64(.2*weight), .7, .97))
	out := func(i, n int) int {
		if i < n/2 {
			return n/2 - 1 - i
		}
		return i - n/2
	}
	for j := range l.rows {
		y := float64(l.g * (float64(j) + .5))
		start, run, on := 0, pattern.Ground, false
		lay := func(end int) {
			if on && end > start {
				x0, x1 := float64(l.g*float64(start)), float64(l.g*float64(end))
				paths[run] = paths[run].Join(geom.R(x0, y-float64(thick/2), x1-x0, thick).Path())
			}
		}
		for i := range l.cols {
			if r, ok := at(out(i, l.cols), out(j, l.rows)); r != run || ok != on {
				lay(i)
				start, run, on = i, r, ok
			}
		}
		lay(l.cols)
	}
	var shapes []pattern.Shape
	for r, p := range paths {
		shapes = append(shapes, area(pattern.Role(r), pattern.Filling, p))
	}
	return full(shapes...)
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
		rows int
		at   func(x, y int) (pattern.Role, bool)
	}
	bare := func(int, int) (pattern.Role, bool) { return pattern.Ground, false }
	plain := func(r pattern.Role) func(int, int) (pattern.Role, bool) {
		return func(int, int) (pattern.Role, bool) { return r, true }
	}
	rule := []band{{1, bare}, {1, plain(pattern.Latar)}, {1, bare}, {2, plain(pattern.Accent)}, {1, bare}, {1, plain(pattern.Latar)}, {1, bare}}
	zig := func(x int) int { // a tooth's rise at x
		q := x % tooth
		return min(q, tooth-1-q)
	}
	stack := []band{{high, func(x, y int) (pattern.Role, bool) {
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
		{th, func(x, y int) (pattern.Role, bool) {
			if zig(x) > y {
				return pattern.Fill, true
			}
			return pattern.Latar, zig(x) < y-1
		}},
		{6, func(x, y int) (pattern.Role, bool) { // a cord of two colours
			return []pattern.Role{pattern.Fill, pattern.Latar}[(x+min(y, 5-y))%6/3], true
		}},
		{2 * th, func(x, y int) (pattern.Role, bool) { // small lozenges
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
		{5, func(x, y int) (pattern.Role, bool) { // stripes
			return []pattern.Role{pattern.Fill, pattern.Fill, pattern.Accent, pattern.Fill, pattern.Fill}[y], y != 1 && y != 3
		}},
		{th, func(x, y int) (pattern.Role, bool) {
			return pattern.Fill2, zig(x) >= y
		}},
	}
	for i := range bands {
		stack = append(append(stack, rule...), more[i%len(more)])
	}
	stack = append(append(stack, rule...), band{int(c.value("plain") * float64(half)), bare})
	rows := 0
	for _, b := range stack {
		rows += b.rows
	}
	l.rows = 2 * rows
	return pattern.Tile{Size: l.size(), Shapes: l.weave(o.Weight(), func(x, y int) (pattern.Role, bool) {
		for _, b := range stack {
			if y < b.rows {
				return b.at(x, y)
			}
			y -= b.rows
		}
		return pattern.Ground, false
	})}
}

func drawLozenge(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	l := newLoom(c, c.size, float64(c.size*c.value("height")))
	step, rings, hooks := c.whole("step"), c.whole("rings"), c.whole("hooks") == 1
	hw, hh := l.cols/2, l.rows/2
	return pattern.Tile{Size: l.size(), Shapes: l.weave(o.Weight(), func(x, y int) (pattern.Role, bool) {
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
	})}
}

// tenunStripe is a stripe of a plaid: threads of a role from lo to hi, shares of half the repeat
// from its middle.
type tenunStripe struct {
	role   pattern.Role
	lo, hi float64
	solid  bool
}

func drawPlaid(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	size := geom.Pt{X: c.size, Y: float64(c.size * c.value("height"))}
	band := c.value("band")
	// Half a set of stripes, which the mirror completes: a broad band, guards, the
	// field with its fine lines.
	set := []tenunStripe{
		{pattern.Accent, 0, .012, true},
		{pattern.Fill, 0, .42 * band, false},
		{pattern.Fill2, .46 * band, .72 * band, false},
		{pattern.Latar, .735 * band, float64(.735*band) + .014, true},
		{pattern.Fill, .8 * band, band, false},
		{pattern.Accent, 1.03 * band, float64(1.03*band) + .02, true},
	}
	lines := c.whole("lines")
	for i := range lines {
		at := geom.Mix(1.12*band, .93, float64(i+1)/float64(lines+1))
		set = append(set, tenunStripe{[]pattern.Role{pattern.Fill2, pattern.Latar}[i%2], at, at + .022, true})
	}
	set = append(set, tenunStripe{pattern.Fill2, .955, 1, false})

	g := float64(c.value("thread") * math.Sqrt(math.Max(1, c.k)))
	threads := func(half, length float64, upright bool) (out [pattern.NumRoles]geom.Path) {
		n := max(8, min(maxLoom, int(math.Floor(half/g+.5))))
		pitch := half / float64(n)
		// A little over half the pitch: where two threads of a colour cross they
		// nearly close, elsewhere both show and the tones mix.
		thick := float64(pitch * geom.Clamp(.4+float64(.18*o.Weight()), .45, .8))
		thick = math.Min(thick, math.Max(pitch-apart(o), finest(o)))
		lay := func(r pattern.Role, at, w float64) {
			for _, v := range []float64{half - at, half + at} {
				box := geom.R(0, v-float64(w/2), length, w)
				if upright {
					box = geom.R(v-float64(w/2), 0, w, length)
				}
				out[r] = out[r].Join(box.Path())
			}
		}
		for _, s := range set {
			if s.solid {
				w := math.Max(float64((s.hi-s.lo)*half), float64(.5*c.nozzle))
				lay(s.role, float64(s.lo*half)+float64(w/2), w)
				continue
			}
			for k := range n {
				if v := (float64(k) + .5) / float64(n); v > s.lo && v < s.hi {
					lay(s.role, float64(v*half), thick)
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
	if ikat > 0 {
		free := (1 - band)
		out = append(out, feather(pattern.Latar, g, .42*free*size.X/2, .5*free*size.Y/2, 1, corner),
			feather(pattern.Fill, g, .3*free*size.X/2, .33*free*size.Y/2, 0, corner),
			feather(pattern.Accent, g, .13*free*size.X/2, .15*free*size.Y/2, 1, corner))
	}
	if ikat > 1 {
		out = append(out, feather(pattern.Latar, g, .42*band*size.X/2, .62*band*size.Y/2, 1, mid),
			feather(pattern.Outline, g, .27*band*size.X/2, .4*band*size.Y/2, 0, mid),
			feather(pattern.Latar, g, .22*band*size.X/2, .34*band*size.Y/2, 0, sides))
	}
	return pattern.Tile{Size: size, Shapes: full(out...)}
}

// feather is a lozenge of ikat about the origin, a by b: threads that the dye has
// caught at different lengths, every second one longer.
func feather(role pattern.Role, g, a, b float64, odd int, ms []geom.Affine) pattern.Shape {
	n := max(2, min(60, int(b/g)))
	pitch := b / float64(n)
	var p geom.Path
	for k := -n; k <= n; k++ {
		i := max(k, -k)
		l := float64(a * (1 - float64(i)/float64(n+1)))
		if i%2 == odd {
			l = float64(.78 * l)
		}
		p = p.Join(geom.R(-l, float64(float64(k)*pitch)-float64(.39*pitch), float64(2*l), float64(.78*pitch)).Path())
	}
	return area(role, pattern.Filling, many(p, ms))
}
