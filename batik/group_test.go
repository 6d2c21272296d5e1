package batik_test

import (
	"context"
	"fmt"
	"image"
	"math"
	"math/cmplx"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/stretchr/testify/require"
)

// The claim of every motif to a wallpaper or frieze group is held against its
// pixels. Nothing is taken from the way it is drawn: the centres and axes are
// searched for by correlating the picture with its turned and mirrored self, and
// what is found is then compared pixel by pixel. So an operation that is claimed
// and not there fails, and so does one that is there and not claimed.

// rolesAsInks is a cloth of one tile in which every role has an ink of its own, so
// that no two parts look alike by accident of colour.
func rolesAsInks(t pattern.Tile) *cloth.Cloth {
	c := &cloth.Cloth{Size: t.Size, Repeat: t.Size}
	for r := range pattern.NumRoles {
		// Steps of brightness far apart for roles that stand side by side.
		v := uint8(255 * (r * 7 % pattern.NumRoles) / pattern.NumRoles)
		c.Inks = append(c.Inks, palette.Ink{Color: palette.Color{R: v, G: v, B: v}})
	}
	z := cloth.Zone{Bounds: geom.R(0, 0, t.Size.X, t.Size.Y), Repeat: t.Size}
	for _, s := range t.Shapes {
		z.Cell = append(z.Cell, cloth.Shape{Mark: s.Mark, Ink: int(s.Role)})
	}
	c.Zones = []cloth.Zone{z}
	return c
}

// inkMap is a picture of one tile by ink, on a torus.
type inkMap struct {
	w, h  int
	ink   []uint8
	solid []bool // no other ink within two pixels: beyond what edges and rounding touch
}

func newInkMap(t testing.TB, c *cloth.Cloth, side int) inkMap {
	k := float64(side) / math.Max(c.Size.X, c.Size.Y)
	w, h := int(math.Round(c.Size.X*k)), int(math.Round(c.Size.Y*k))
	// An even number of pixels has its middle between two of them.
	w, h = w+w%2, h+h%2
	big := *c
	m := geom.Affine{A: float64(w) / c.Size.X, E: float64(h) / c.Size.Y}
	big.Size, big.Repeat = geom.Pt{X: float64(w), Y: float64(h)}, geom.Pt{X: float64(w), Y: float64(h)}
	z := c.Zones[0]
	z.Bounds, z.Repeat = geom.R(0, 0, big.Size.X, big.Size.Y), big.Size
	z.Cell = slices.Clone(z.Cell)
	for i := range z.Cell {
		width := z.Cell[i].Width
		z.Cell[i].Mark = z.Cell[i].Mark.Transform(m)
		z.Cell[i].Width = width * (m.A + m.E) / 2
	}
	big.Zones = []cloth.Zone{z}
	r, err := raster.New(&big, raster.Options{DPI: 25.4, Edges: raster.Hard})
	require.NoError(t, err)
	p := image.NewPaletted(r.Bounds(), nil)
	require.NoError(t, r.DrawIndexed(context.Background(), p))
	a := inkMap{w: p.Rect.Dx(), h: p.Rect.Dy(), ink: p.Pix}
	a.solid = make([]bool, len(a.ink))
	for y := range a.h {
		for x := range a.w {
			ok := true
			for dy := -2; dy <= 2 && ok; dy++ {
				for dx := -2; dx <= 2 && ok; dx++ {
					ok = a.at(x+dx, y+dy) == a.ink[y*a.w+x]
				}
			}
			a.solid[y*a.w+x] = ok
		}
	}
	return a
}

func wrap(v, n int) int { return ((v % n) + n) % n }

func (a inkMap) at(x, y int) uint8 { return a.ink[wrap(y, a.h)*a.w+wrap(x, a.w)] }

// linear is the turning or mirroring part of an operation, on pixels.
type linear struct {
	name       string
	a, b, c, d int
	square     bool // only for square tiles
}

var (
	turn1   = linear{"identity", 1, 0, 0, 1, false}
	turn2   = linear{"half turn", -1, 0, 0, -1, false}
	turn4   = linear{"quarter turn", 0, -1, 1, 0, true}
	flipX   = linear{"mirror left to right", -1, 0, 0, 1, false}
	flipY   = linear{"mirror top to bottom", 1, 0, 0, -1, false}
	flipD   = linear{"mirror in one diagonal", 0, 1, 1, 0, true}
	flipA   = linear{"mirror in the other", 0, -1, -1, 0, true}
	linears = []linear{turn2, turn4, flipX, flipY, flipD, flipA}
)

// differs returns the share of solid pixels of a that lie on another ink after
// the operation x ↦ Lx + t.
func (a inkMap) differs(l linear, tx, ty int) float64 {
	n, bad := 0, 0
	// Pixel centres lie at half pixels: those of a mirrored row move by one.
	ox, oy := 0, 0
	if l.a+l.b < 0 {
		ox = -1
	}
	if l.c+l.d < 0 {
		oy = -1
	}
	for y := range a.h {
		for x := range a.w {
			if !a.solid[y*a.w+x] {
				continue
			}
			u, v := l.a*x+l.b*y+tx+ox, l.c*x+l.d*y+ty+oy
			n++
			if a.at(u, v) != a.ink[y*a.w+x] {
				bad++
			}
		}
	}
	if n == 0 {
		return 1
	}
	return float64(bad) / float64(n)
}

const small = 256 // px of the pictures that are correlated, a power of two

// spectrum is the Fourier transform of a small picture of the tile, by ink.
func (a inkMap) spectrum(inks []palette.Ink, l linear) [][]complex128 {
	f := make([][]complex128, small)
	mean := 0.
	for y := range small {
		f[y] = make([]complex128, small)
		for x := range small {
			u, v := wrap(l.a*x+l.b*y, small), wrap(l.c*x+l.d*y, small)
			// The mean of the pixels that the small one stands for.
			sum, n := 0., 0
			for py := v * a.h / small; py < max((v+1)*a.h/small, v*a.h/small+1); py++ {
				for px := u * a.w / small; px < max((u+1)*a.w/small, u*a.w/small+1); px++ {
					sum += float64(inks[a.at(px, py)].Color.R)
					n++
				}
			}
			f[y][x] = complex(sum/float64(n), 0)
			mean += real(f[y][x]) / (small * small)
		}
	}
	for y := range small {
		for x := range small {
			f[y][x] -= complex(mean, 0)
		}
	}
	fft2(f, false)
	return f
}

func fft2(f [][]complex128, inverse bool) {
	for y := range f {
		fft(f[y], inverse)
	}
	col := make([]complex128, len(f))
	for x := range f[0] {
		for y := range f {
			col[y] = f[y][x]
		}
		fft(col, inverse)
		for y := range f {
			f[y][x] = col[y]
		}
	}
}

func fft(a []complex128, inverse bool) {
	n := len(a)
	for i, j := 1, 0; i < n; i++ {
		bit := n >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j ^= bit
		if i < j {
			a[i], a[j] = a[j], a[i]
		}
	}
	for size := 2; size <= n; size <<= 1 {
		angle := -2 * math.Pi / float64(size)
		if inverse {
			angle = -angle
		}
		step := cmplx.Rect(1, angle)
		for i := 0; i < n; i += size {
			w := complex(1, 0)
			for k := range size / 2 {
				u, v := a[i+k], a[i+k+size/2]*w
				a[i+k], a[i+k+size/2] = u+v, u-v
				w *= step
			}
		}
	}
}

// found is an operation that maps the tile to itself.
type found struct{ tx, ty int } // px of the large picture

const (
	same   = .0012 // of solid pixels: rows of dots follow contours traced on a grid
	unlike = .0025 // straps that cross over and under differ in no more than their crossings
)

// search returns the translations with which l maps the tile to itself, and the
// least share of pixels that differed.
func (a inkMap) search(inks []palette.Ink, base [][]complex128, l linear) (all []found, best float64) {
	best = 1
	// g(x) = f(Lx) correlated with f: since L is its own inverse but for the
	// quarter turn, whose inverse is as good, the peaks say t of x ↦ Lx + t.
	g := a.spectrum(inks, l)
	for y := range g {
		for x := range g[y] {
			g[y][x] = base[y][x] * cmplx.Conj(g[y][x])
		}
	}
	fft2(g, true)
	type peak struct {
		x, y int
		v    float64
	}
	var peaks []peak
	top := 0.
	for y := range g {
		for x := range g[y] {
			top = math.Max(top, real(g[y][x]))
		}
	}
	for y := range g {
		for x := range g[y] {
			v := real(g[y][x])
			if v < .93*top {
				continue
			}
			highest := true
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					highest = highest && v >= real(g[wrap(y+dy, small)][wrap(x+dx, small)])
				}
			}
			if highest {
				peaks = append(peaks, peak{x, y, v})
			}
		}
	}
	slices.SortFunc(peaks, func(p, q peak) int {
		if p.v > q.v {
			return -1
		}
		return 1
	})
	for _, p := range peaks[:min(len(peaks), 24)] {
		// A peak at s says that f(x) = f(Lx) moved by s, so the translation is s or
		// its image, with one sign or the other; trying both costs little and spares
		// the reasoning about quarter turns.
		for _, sign := range []int{1, -1} {
			cx, cy := sign*(l.a*p.x+l.b*p.y)*a.w/small, sign*(l.c*p.x+l.d*p.y)*a.h/small
			if l == turn4 || l == turn1 {
				cx, cy = sign*p.x*a.w/small, sign*p.y*a.h/small
			}
			rx, ry := a.w/small+2, a.h/small+2
			bx, by, bv := cx, cy, 1.
			for dy := -ry; dy <= ry; dy++ {
				for dx := -rx; dx <= rx; dx++ {
					if v := a.sampled(l, cx+dx, cy+dy); v < bv {
						bx, by, bv = cx+dx, cy+dy, v
					}
				}
			}
			if bv > .1 {
				continue
			}
			v := a.differs(l, bx, by)
			best = math.Min(best, v)
			if v <= same {
				all = append(all, found{wrap(bx, a.w), wrap(by, a.h)})
			}
		}
	}
	return all, best
}

// sampled is differs on one pixel in sixty.
func (a inkMap) sampled(l linear, tx, ty int) float64 {
	n, bad := 0, 0
	ox, oy := 0, 0
	if l.a+l.b < 0 {
		ox = -1
	}
	if l.c+l.d < 0 {
		oy = -1
	}
	for i := 0; i < len(a.ink); i += 61 {
		if !a.solid[i] {
			continue
		}
		x, y := i%a.w, i/a.w
		n++
		if a.at(l.a*x+l.b*y+tx+ox, l.c*x+l.d*y+ty+oy) != a.ink[i] {
			bad++
		}
	}
	if n == 0 {
		return 1
	}
	return float64(bad) / float64(n)
}

// signature is what the pixels say of a group.
type signature struct {
	turns   int    // order of the turns: 1, 2 or 4
	x, y    string // "mirror", "glide" or "" left to right and top to bottom
	d       string // in the diagonals
	centred bool   // the tile holds two cells, one in its middle
}

func (s signature) String() string {
	return fmt.Sprintf("turns of order %d, left-right %q, up-down %q, diagonal %q, centred %v", s.turns, s.x, s.y, s.d, s.centred)
}

// read finds the signature of a tile.
func read(t testing.TB, a inkMap, inks []palette.Ink, strip bool) (s signature, closest map[string]float64) {
	closest = map[string]float64{}
	base := a.spectrum(inks, turn1)
	s.turns = 1
	near := func(v, want, n int) bool {
		d := wrap(v-want, n)
		return min(d, n-d) <= 3
	}
	for _, l := range linears {
		if l.square && a.w != a.h {
			continue
		}
		if strip && l.square {
			continue
		}
		all, best := a.search(inks, base, l)
		closest[l.name] = best
		if len(all) == 0 {
			continue
		}
		kind := "glide"
		for _, f := range all {
			switch l {
			case flipX:
				if near(f.ty, 0, a.h) {
					kind = "mirror"
				}
			case flipY:
				if near(f.tx, 0, a.w) {
					kind = "mirror"
				}
			case flipD: // (x,y) ↦ (y+tx, x+ty) is a mirror if done twice it moves nothing: tx+ty = 0
				if near(f.tx+f.ty, 0, a.w) {
					kind = "mirror"
				}
			case flipA:
				if near(f.tx-f.ty, 0, a.w) {
					kind = "mirror"
				}
			}
		}
		switch l {
		case turn2:
			s.turns = max(s.turns, 2)
		case turn4:
			s.turns = 4
		case flipX:
			s.x = kind
		case flipY:
			s.y = kind
		case flipD, flipA:
			if s.d != "mirror" {
				s.d = kind
			}
		}
	}
	s.centred = a.differs(turn1, a.w/2, a.h/2) <= same
	return s, closest
}

// matches reports whether the signature is that of the group.
func (s signature) matches(group string) bool {
	xy := s.x + "," + s.y
	one := func(kind string) bool { return xy == kind+"," || xy == ","+kind }
	switch group {
	case "p1", "p111":
		return s == signature{turns: 1, centred: s.centred}
	case "p2", "p112":
		return s.turns == 2 && xy == "," && s.d == ""
	case "pm", "pg":
		kind := map[string]string{"pm": "mirror", "pg": "glide"}[group]
		return s.turns == 1 && !s.centred && (one(kind) && s.d == "" || xy == "," && s.d == kind)
	case "cm":
		// A rhombic cell: the mirror of a centred tile, or the diagonal of a square.
		return s.turns == 1 && (one("mirror") && s.centred || xy == "," && s.d == "mirror")
	case "pmm":
		return s.turns == 2 && xy == "mirror,mirror" && s.d == "" && !s.centred
	case "pmg":
		return s.turns == 2 && (xy == "mirror,glide" || xy == "glide,mirror") && s.d == ""
	case "pgg":
		return s.turns == 2 && xy == "glide,glide" && s.d == ""
	case "cmm":
		return s.turns == 2 && (xy == "mirror,mirror" && s.centred && s.d == "" || xy == "," && s.d == "mirror")
	case "p4":
		return s.turns == 4 && xy == "," && s.d == ""
	case "p4m":
		return s.turns == 4 && xy == "mirror,mirror" && s.d == "mirror"
	case "p4g":
		// The mirrors of p4g miss the centres of its quarter turns: along the tile's
		// sides there are glides alone, or along its diagonals.
		return s.turns == 4 && (xy == "glide,glide" && s.d == "mirror" || xy == "mirror,mirror" && s.d == "glide")
	case "p1m1":
		return s.turns == 1 && s.x == "mirror" && s.y == ""
	case "p11m":
		return s.turns == 1 && s.x == "" && s.y == "mirror"
	case "p11g":
		return s.turns == 1 && s.x == "" && s.y == "glide"
	case "p2mm":
		return s.turns == 2 && xy == "mirror,mirror"
	case "p2mg":
		return s.turns == 2 && xy == "mirror,glide"
	}
	return false
}

func TestGroupsOnPixels(t *testing.T) {
	if raceEnabled || testing.Short() {
		t.Skip("long, and nothing in it runs at once")
	}
	cat, err := batik.Motifs()
	require.NoError(t, err)
	only := os.Getenv("MOTIF") // to look at one while drawing it
	for _, m := range cat.All() {
		in := m.Info()
		if only != "" && !strings.HasPrefix(in.ID, only) {
			continue
		}
		t.Run(in.ID, func(t *testing.T) {
			t.Parallel()
			tile := m.Draw(pattern.Options{Seed: 7})
			strip := strings.HasPrefix(in.Group, "p1m1") || strings.HasPrefix(in.Group, "p11") || strings.HasPrefix(in.Group, "p2m")
			if strip {
				tile.Size.Y *= 1.25 // bare cloth around a frieze, so that it repeats one way only
			}
			c := rolesAsInks(tile)
			side := int(math.Min(1400, math.Max(480, 9*math.Max(tile.Size.X, tile.Size.Y))))
			a := newInkMap(t, c, side)
			if in.Group == "p6m" || in.Group == "p6" || in.Group == "p3" || in.Group == "p31m" || in.Group == "p3m1" {
				hexagonal(t, a, tile, in.Group)
				return
			}
			s, closest := read(t, a, c.Inks, strip)
			if !s.matches(in.Group) {
				t.Errorf("claims %s; its pixels show %v\nleast share of pixels that differ: %v", in.Group, s, closest)
			}
			// An operation is there or it is not: nothing may lie in between, where
			// the test would decide by its threshold.
			for _, l := range linears {
				if v, ok := closest[l.name]; ok && v > same && v < unlike {
					t.Errorf("%s: %.2f %% of the pixels differ, neither the same nor unlike", l.name, 100*v)
				}
			}
		})
	}
}

// hexagonal checks the turns of a sixth and a third, which map no grid of pixels
// to itself: the tile is drawn turned, and compared. The mirrors are those of the
// tile's sides.
func hexagonal(t *testing.T, a inkMap, tile pattern.Tile, group string) {
	order := 6
	if strings.HasPrefix(group, "p3") {
		order = 3
	}
	turned := func(n int, at geom.Pt) float64 {
		big := pattern.Tile{Size: tile.Size}
		for _, s := range tile.Shapes {
			m := geom.Mark{Kind: s.Kind, Width: s.Width}
			for i := -3; i <= 3; i++ {
				for j := -3; j <= 3; j++ {
					q := s.Mark.Transform(geom.Translate(geom.Pt{X: float64(i) * tile.Size.X, Y: float64(j) * tile.Size.Y}.Sub(at)).
						Then(geom.Rotate(1 / float64(n))).At(at))
					m.Path = m.Path.Join(q.Path)
					m.Dots = append(m.Dots, q.Dots...)
				}
			}
			s.Mark = m
			big.Shapes = append(big.Shapes, s)
		}
		c := rolesAsInks(big)
		c.Repeat, c.Zones[0].Repeat = geom.Pt{}, geom.Pt{}
		r, err := raster.New(c, raster.Options{Width: a.w, Edges: raster.Hard})
		require.NoError(t, err)
		p := image.NewPaletted(r.Bounds(), nil)
		require.NoError(t, r.DrawIndexed(context.Background(), p))
		count, bad := 0, 0
		for y := range min(a.h, p.Rect.Dy()) {
			for x := range a.w {
				if a.solid[y*a.w+x] {
					count++
					if p.Pix[y*p.Stride+x] != a.ink[y*a.w+x] {
						bad++
					}
				}
			}
		}
		return float64(bad) / float64(count)
	}
	best := 1.
	for _, at := range []geom.Pt{{}, tile.Size.Mul(.5), {X: tile.Size.X / 2}, {Y: tile.Size.Y / 2}} {
		best = math.Min(best, turned(order, at))
	}
	if best > same {
		t.Errorf("claims %s; turned by 1/%d, %.2f %% of its pixels differ", group, order, 100*best)
	}
	c := rolesAsInks(tile)
	s, closest := read(t, a, c.Inks, false)
	mirrors := s.x == "mirror" && s.y == "mirror"
	if want := group == "p6m"; mirrors != want && order == 6 {
		t.Errorf("claims %s; its pixels show %v (%v)", group, s, closest)
	}
}
