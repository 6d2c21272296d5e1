package wax

import (
	"context"
	"image"
	"math"
	"sync/atomic"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// Net is the cracks of one wax over a whole cloth, grown block by block where they
// are asked for, and the same whatever was asked for before: no cloth is too large
// for it, and a small window costs little. Any number of goroutines may use it.
//
// Blocks are of four kinds, as the squares of a board of two by two. Those of the
// first kind know of no other, those of each later kind of the cracks of earlier
// ones around them. A crack begins in its own block and reaches a third of a block
// beyond, so that cracks which do not know of each other cannot meet. All of this
// is done twice: for the first cracks, which are long, and then for the rest.
type Net struct {
	c      Crackle
	size   geom.Pt
	mask   MaskFunc
	folds  folds
	nx, ny int
	block  geom.Pt    // size of a block, mm
	rounds [2][]block // of the first cracks, and of the rest
}

// MaskFunc says where wax lies in a window of the cloth, in cells of the given
// pitch (mm) counted from its upper left corner. It must be a pure function.
type MaskFunc func(ctx context.Context, cells image.Rectangle, pitch float64) (Mask, error)

type block struct {
	busy   chan struct{} // of capacity 1; a mutex that a context can leave
	cracks atomic.Pointer[[]Crack]
}

const (
	blockSize = 48. // mm, at most
	reach     = .35 // of a block, that a crack may leave it
	early     = .12 // share of the cracks that come first
	netPitch  = .3  // mm a cell: half of the thinnest line of wax
)

// NewNet prepares the cracks of a wax on a cloth of the given size in mm.
func NewNet(c Crackle, size geom.Pt, mask MaskFunc) *Net {
	n := &Net{c: c, size: size, mask: mask, folds: newFolds(c.Seed, size)}
	n.nx, n.ny = max(1, int(math.Ceil(size.X/blockSize))), max(1, int(math.Ceil(size.Y/blockSize)))
	n.block = geom.Pt{X: size.X / float64(n.nx), Y: size.Y / float64(n.ny)}
	for a := range n.rounds {
		n.rounds[a] = make([]block, n.nx*n.ny)
		for i := range n.rounds[a] {
			n.rounds[a][i].busy = make(chan struct{}, 1)
		}
	}
	return n
}

// NetPitches lists the pitches that a Net asks a MaskFunc for, in mm.
func NetPitches() []float64 { return []float64{netPitch, 2 * netPitch} }

// In returns the cracks that touch the window (mm), in an order that no window
// changes; without the fine ones, only the first and longest, an eighth of all.
func (n *Net) In(ctx context.Context, window geom.Rect, fine bool) ([]Crack, error) {
	if !(n.c.Density > 0) {
		return nil, ctx.Err()
	}
	i0, i1 := n.near(window.Min.X, window.Max.X, n.block.X, n.nx)
	j0, j1 := n.near(window.Min.Y, window.Max.Y, n.block.Y, n.ny)
	var out []Crack
	for round := range n.rounds {
		if round > 0 && !fine {
			break
		}
		for j := j0; j <= j1; j++ {
			for i := i0; i <= i1; i++ {
				ks, err := n.cracks(ctx, round, i, j)
				if err != nil {
					return nil, err
				}
				for _, k := range ks {
					if k.box.Overlaps(window) {
						out = append(out, k)
					}
				}
			}
		}
	}
	return out, ctx.Err()
}

// Open returns what part of the wax is open at the first cracks, and at the fine ones
// that In may leave out: for pictures too small to show them one by one. It is a fit
// to what nets of 1 to 30 cracks a cm² have; they crowd, so that more are shorter.
func (n *Net) Open() (first, fine float64) {
	d := math.Cbrt(geom.Clamp(n.c.Density, 0, maxDensity))
	d *= d * n.c.wide()
	return math.Min(.2, .0095*d), math.Min(.2, .0182*d)
}

// near returns the blocks along an axis whose cracks may reach from…to.
func (n *Net) near(from, to, size float64, count int) (int, int) {
	a, b := math.Floor(from/size-reach), math.Floor(to/size+reach)
	return int(geom.Clamp(a, 0, float64(count-1))), int(geom.Clamp(b, 0, float64(count-1)))
}

// cracks returns those that begin in block (i,j) in one round.
func (n *Net) cracks(ctx context.Context, round, i, j int) ([]Crack, error) {
	b := &n.rounds[round][j*n.nx+i]
	if k := b.cracks.Load(); k != nil {
		return *k, nil
	}
	// Blocks wait only for those of an earlier round or kind, so never for each other.
	select {
	case b.busy <- struct{}{}:
		defer func() { <-b.busy }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if k := b.cracks.Load(); k != nil {
		return *k, nil
	}
	kind := func(i, j int) int { return i&1 + j&1*2 }
	var before []Crack
	for r := range round + 1 {
		for y := max(0, j-1); y <= min(n.ny-1, j+1); y++ {
			for x := max(0, i-1); x <= min(n.nx-1, i+1); x++ {
				if r == round && kind(x, y) >= kind(i, j) {
					continue
				}
				ks, err := n.cracks(ctx, r, x, y)
				if err != nil {
					return nil, err
				}
				before = append(before, ks...)
			}
		}
	}
	k, err := n.grow(ctx, round, i, j, before)
	if err != nil {
		return nil, err
	}
	b.cracks.Store(&k)
	return k, nil
}

// grow makes the cracks of a block among those that were before.
func (n *Net) grow(ctx context.Context, round, i, j int, before []Crack) ([]Crack, error) {
	// The first cracks need no fine mask.
	pitch := netPitch
	if round == 0 {
		pitch *= 2
	}
	cellX := func(i float64) int { return int(math.Floor(float64(i*n.block.X) / pitch)) }
	cellY := func(j float64) int { return int(math.Floor(float64(j*n.block.Y) / pitch)) }
	x, y := float64(i), float64(j)
	all := image.Rect(0, 0, cellX(float64(n.nx)), cellY(float64(n.ny)))
	cells := image.Rect(cellX(x), cellY(y), cellX(x+1), cellY(y+1))
	around := image.Rect(cellX(x-reach), cellY(y-reach), cellX(x+1+reach), cellY(y+1+reach)).Intersect(all)
	if cells.Empty() {
		return []Crack{}, ctx.Err()
	}
	m, err := n.mask(ctx, around, pitch)
	if err != nil {
		return nil, err
	}
	g := newGrowth(n.c, m)
	corner := geom.Pt{X: float64(float64(around.Min.X) * pitch), Y: float64(float64(around.Min.Y) * pitch)}
	g.open = [4]bool{around.Min.X > 0, around.Max.X < all.Max.X, around.Min.Y > 0, around.Max.Y < all.Max.Y}
	g.folds = n.folds.shift(corner.Mul(-1))
	cells = cells.Sub(around.Min)
	p := plot{x0: cells.Min.X, y0: cells.Min.Y, x1: cells.Max.X, y1: cells.Max.Y}
	p.cracks = g.count(&p, n.c.Density, maxCracks)
	if p.cracks == 0 {
		return []Crack{}, ctx.Err()
	}
	var line []geom.Pt
	seen := geom.R(corner.X, corner.Y, g.size.X, g.size.Y)
	for _, k := range before {
		if !k.box.Overlaps(seen) {
			continue
		}
		line = line[:0]
		for _, q := range k.Line {
			line = append(line, q.Sub(corner))
		}
		g.lay(line)
	}
	g.burn()
	from, to := 0, int(math.Ceil(early*float64(p.cracks)))
	if round > 0 {
		from, to = to, p.cracks
	}
	out := make([]Crack, 0, to-from)
	for k := from; k < to; k++ {
		if k&255 == 255 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		crack, ok := g.crack(n.c.Seed.At("crack", i, j, k), &p, 1-float64(k)/float64(p.cracks))
		if !ok {
			continue
		}
		for i := range crack.Line {
			crack.Line[i] = crack.Line[i].Add(corner)
		}
		crack.box = crack.box.Shift(corner)
		out = append(out, crack)
	}
	return out, ctx.Err()
}
