package raster

import (
	"context"
	"image"
	"sync/atomic"
)

// maxTile bounds the memory (bytes) of a repeat that is drawn once and copied.
const maxTile = 64 << 20

// tile is the repeat of a zone, drawn as the inside of an endless lattice.
type tile struct {
	busy  chan struct{} // of capacity 1; a mutex that a context can leave
	drawn atomic.Pointer[canvas]
	// asked counts the pixels that windows have asked for. The tile is made once
	// they add up to what it costs, so that a small window never pays for a large
	// tile, and many small ones pay twice at most.
	asked atomic.Int64
}

// repeats returns the pixels that cover the zone when they are repeated, and
// whether there are such: its cells repeat by whole pixels, or not at all along an
// axis, as those of a border across it, and cover whatever is below them.
func (z *zone) repeats() (image.Rectangle, bool) {
	q := z.bounds
	if z.src.Hand != nil || z.src.Ground < 0 {
		return q, false
	}
	if z.x.n > 0 {
		q.Min.X, q.Max.X = 0, int(z.x.period>>8)
	}
	if z.y.n > 0 {
		q.Min.Y, q.Max.Y = 0, int(z.y.period>>8)
	}
	return q, (z.x.n > 0 || z.x.step == 0) && (z.y.n > 0 || z.y.step == 0)
}

// tileFor returns the tile to copy the part clip of a zone from, or nil if that
// is not possible or not worth it.
func (j *job) tileFor(ctx context.Context, z *zone, clip image.Rectangle) (*canvas, error) {
	rect, ok := z.repeats()
	if !ok {
		return nil, nil
	}
	r, depth := j.r, 4
	if r.edges == Hard {
		depth = 1
	}
	area := int64(rect.Dx()) * int64(rect.Dy())
	whole := int64(z.bounds.Dx()) * int64(z.bounds.Dy())
	if area*int64(depth) > maxTile || 2*whole < 3*area {
		return nil, nil
	}
	if j.mixes != nil { // whose numbers are this picture's alone
		if int64(clip.Dx())*int64(clip.Dy()) < area {
			return nil, nil
		}
		c := &canvas{rect: rect, pix: make([]byte, 4*area), stride: 4 * rect.Dx(), depth: 4, mixes: j.mixes}
		return c, r.render(ctx, c, z)
	}
	if c := z.tile.drawn.Load(); c != nil {
		return c, nil
	}
	if z.tile.asked.Add(int64(clip.Dx())*int64(clip.Dy())) < area {
		return nil, nil
	}
	select {
	case z.tile.busy <- struct{}{}:
		defer func() { <-z.tile.busy }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if c := z.tile.drawn.Load(); c != nil {
		return c, nil
	}
	c := &canvas{rect: rect, pix: make([]byte, area*int64(depth)), stride: rect.Dx() * depth, depth: depth}
	if err := r.render(ctx, c, z); err != nil {
		return nil, err
	}
	z.tile.drawn.Store(c)
	return c, nil
}
