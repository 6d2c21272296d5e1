package raster

import (
	"context"
	"encoding/binary"
	"fmt"
	"image"

	"github.com/jagadbatik/jagad/batik/raster/internal/cover"
	"github.com/jagadbatik/jagad/palette"
)

// MaxCoverage is how many pixels a Coverage may have; they take 4 bytes each, and
// the ways in which their colours mix some more.
const MaxCoverage = 64 << 20

// Coverage is a window of a picture of which no colour is known yet, only how much
// of each ink lies where, and over what. It is drawn in any colours without a shape
// being drawn again, in the bytes that the Renderer would give.
//
// It may be drawn by several goroutines at once.
type Coverage struct {
	rect  image.Rectangle
	pix   []byte // numbers of mixes
	mixes *cover.Mixes
}

// Coverage draws the part of win that lies in the picture without colours. It takes
// one goroutine, and little longer than drawing; several may be made at once. It is
// for smooth edges and flat colours: a picture with hard edges is recoloured by its
// palette, and dyed cloth dyed anew.
func (r *Renderer) Coverage(ctx context.Context, win image.Rectangle) (*Coverage, error) {
	win = win.Intersect(r.Bounds())
	switch {
	case r.edges != Smooth:
		return nil, fmt.Errorf("raster: options.edges: the coverage of a picture needs Smooth; recolour hard edges by their palette")
	case r.finish != nil:
		return nil, fmt.Errorf("raster: options.finish: the coverage of a picture needs flat colours")
	case win.Dx()*win.Dy() > MaxCoverage:
		return nil, fmt.Errorf("raster: a coverage of %d × %d px is more than %d in all", win.Dx(), win.Dy(), MaxCoverage)
	}
	c := &Coverage{win, make([]byte, 4*win.Dx()*win.Dy()), cover.NewMixes(len(r.inks))}
	if win.Empty() {
		return c, ctx.Err()
	}
	if err := r.render(ctx, &canvas{rect: win, pix: c.pix, stride: 4 * win.Dx(), depth: 4, mixes: c.mixes}, nil); err != nil {
		return nil, err
	}
	if c.mixes.Full() {
		return nil, fmt.Errorf("raster: the colours of the picture mix in more than %d ways; take a smaller window", cover.MaxMixes)
	}
	c.mixes.Prune(c.pix)
	return c, nil
}

// Bounds returns the window in pixels of the whole picture.
func (c *Coverage) Bounds() image.Rectangle { return c.rect }

// Draw fills the part of dst that lies in the window, as Renderer.Draw does, with the
// cloth's inks in the colours given: as many as the cloth has. On an error, which
// tells how many that are, or that dst is malformed, dst is as it was.
func (c *Coverage) Draw(dst *image.RGBA, inks []palette.Ink) error {
	if dst == nil {
		return fmt.Errorf("raster: image is nil")
	}
	words := make([]uint32, len(inks))
	for i, k := range inks {
		words[i] = binary.LittleEndian.Uint32([]byte{k.Color.R, k.Color.G, k.Color.B, 255})
	}
	colors, err := c.mixes.Colors(words)
	if err != nil {
		return fmt.Errorf("raster: inks: %w", err)
	}
	q := dst.Rect.Intersect(c.rect)
	if q.Empty() {
		return nil
	}
	if err := fits(dst.Rect, len(dst.Pix), dst.Stride, 4); err != nil {
		return err
	}
	src := canvas{rect: c.rect, pix: c.pix, stride: 4 * c.rect.Dx(), depth: 4}
	for y := q.Min.Y; y < q.Max.Y; y++ {
		row, to := src.at(q.Min.X, y)[:4*q.Dx()], dst.Pix[dst.PixOffset(q.Min.X, y):]
		for len(row) >= 4 && len(to) >= 4 {
			binary.LittleEndian.PutUint32(to, colors[binary.LittleEndian.Uint32(row)])
			row, to = row[4:], to[4:]
		}
	}
	return nil
}

// numbers returns for each of n inks a run of pixels that hold its number.
func numbers(n int) [][]byte {
	runs := make([][]byte, n)
	for i := range runs {
		runs[i] = inkRun(binary.LittleEndian.AppendUint32(nil, uint32(i)))
	}
	return runs
}
