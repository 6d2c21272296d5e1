// Package png writes a cloth as a PNG file, band after band, so that no size of
// print needs to be in memory; and reads back the design that such a file
// carries.
//
// The file is lossless: true colour in 8 bits a channel, or, when the picture is
// drawn with hard edges, indexed by the inks. Bands that are equal because the
// cloth repeats are compressed once. The file states the true resolution
// (pHYs) and that colours are sRGB.
package png

import (
	"context"
	"encoding/binary"
	"fmt"
	"github.com/jagadbatik/jagad/batik/export/internal/pixel"
	"image"
	"image/color"
	"io"
	"iter"
	"maps"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
)

// Encode draws a cloth and writes it to w, with the design that it was made from
// if the cloth carries it. The file is indexed if o.Edges is raster.Hard.
//
// It draws and compresses on o.Workers goroutines. On an error, which may be
// ctx's, what was written is not a whole file.
func Encode(ctx context.Context, w io.Writer, c *cloth.Cloth, o raster.Options) error {
	return Encoder{}.Encode(ctx, w, c, o)
}

// Encoder holds the choices that few need. The zero Encoder is what Encode uses.
type Encoder struct {
	// Level is how hard to compress, 1 (fast) to 9 (small); 0 means 1.
	Level int
	// Index writes a picture with smooth edges by index too, if it has at most 256
	// colours, as small pictures of two inks have; else in true colour. To know,
	// the picture is drawn twice.
	Index bool
	// Progress, if not nil, is told after each band how many of all rows are
	// written. It is called by the goroutine that called Encode.
	Progress func(done, total int)
}

// Encode is the function of the same name.
func (e Encoder) Encode(ctx context.Context, w io.Writer, c *cloth.Cloth, o raster.Options) error {
	if err := e.check(); err != nil {
		return err
	}
	r, err := raster.New(c, o)
	if err != nil {
		return err
	}
	return e.EncodeWindow(ctx, w, r, r.Bounds())
}

// EncodeWindow writes the part of a picture that lies in win, in pixels of the
// whole, as a picture of its own that carries the whole design. A window that is
// empty or reaches outside the picture is an error.
func EncodeWindow(ctx context.Context, w io.Writer, r *raster.Renderer, win image.Rectangle) error {
	return Encoder{}.EncodeWindow(ctx, w, r, win)
}

// EncodeWindow is the function of the same name.
func (e Encoder) EncodeWindow(ctx context.Context, w io.Writer, r *raster.Renderer, win image.Rectangle) error {
	if err := e.check(); err != nil {
		return err
	}
	if win.Empty() || !win.In(r.Bounds()) {
		return fmt.Errorf("png: window %v does not lie in the picture, which is %d × %d px", win, r.Size().X, r.Size().Y)
	}
	h := Header{Size: win.Size(), Source: r.Cloth().Source, Title: r.Cloth().Title}
	h.DPIX, h.DPIY = r.DPI()
	d := newDeflater(e.level())
	if r.Edges() == raster.Hard {
		h.Palette = r.Palette()
		return e.write(ctx, w, h, moved(win, raster.MapWindowIndexed(ctx, r, win, 0, pixel.Keep, func(m *image.Paletted) (*packed, error) {
			return d.pack(ctx, m.Rect, func(dst []byte, y int) {
				copy(dst, m.Pix[(y-m.Rect.Min.Y)*m.Stride:])
			}, 1)
		})), d)
	}
	if e.Index {
		all, err := colours(ctx, r, win)
		if err != nil {
			return err
		}
		if len(all) <= 256 {
			index := map[uint32]byte{}
			for i, v := range all {
				index[v] = byte(i)
				h.Palette = append(h.Palette, color.RGBA{R: byte(v >> 16), G: byte(v >> 8), B: byte(v), A: 255})
			}
			return e.write(ctx, w, h, moved(win, raster.MapWindow(ctx, r, win, 0, pixel.Keep, func(m *image.RGBA) (*packed, error) {
				return d.pack(ctx, m.Rect, func(dst []byte, y int) {
					was, i := uint32(1<<24), byte(0)
					for x, src := 0, m.Pix[(y-m.Rect.Min.Y)*m.Stride:]; x < len(dst); x, src = x+1, src[4:] {
						if v := rgbOf(src); v != was {
							was, i = v, index[v]
						}
						dst[x] = i
					}
				}, 1)
			})), d)
		}
	}
	return e.write(ctx, w, h, moved(win, raster.MapWindow(ctx, r, win, 0, pixel.Keep, func(m *image.RGBA) (*packed, error) {
		return d.pack(ctx, m.Rect, func(dst []byte, y int) {
			pixel.RGB(dst, m.Pix[(y-m.Rect.Min.Y)*m.Stride:])
		}, 3)
	})), d)
}

// colours returns the colours of a window as 0xRRGGBB, in order; more than 256 if
// there are more, though not all of them.
func colours(ctx context.Context, r *raster.Renderer, win image.Rectangle) ([]uint32, error) {
	all := map[uint32]bool{}
	for b, err := range raster.MapWindow(ctx, r, win, 0, pixel.Keep, func(m *image.RGBA) (map[uint32]bool, error) {
		own := map[uint32]bool{}
		for y := range m.Rect.Dy() {
			was := uint32(1 << 24)
			for row := m.Pix[y*m.Stride:][:4*m.Rect.Dx()]; len(row) > 0; row = row[4:] {
				if v := rgbOf(row); v != was {
					was, own[v] = v, true
				}
			}
			if len(own) > 256 {
				break
			}
		}
		return own, nil
	}) {
		if err != nil {
			return nil, err
		}
		maps.Copy(all, b.Value)
		if len(all) > 256 {
			break
		}
	}
	return slices.Sorted(maps.Keys(all)), nil
}

func rgbOf(p []byte) uint32 { return uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2]) }

// strip is a compressed band at its place in the file.
type strip struct {
	*packed
	rect image.Rectangle
	last bool // the packed may be used again
}

// moved passes on the bands of a window as strips of a picture of its own.
func moved(win image.Rectangle, bands iter.Seq2[raster.Band[*packed], error]) iter.Seq2[strip, error] {
	return func(yield func(strip, error) bool) {
		for b, err := range bands {
			if !yield(strip{b.Value, b.Rect.Sub(win.Min), b.Last}, err) {
				return
			}
		}
	}
}

func (e Encoder) level() int { return max(1, e.Level) }

func (e Encoder) check() error {
	if e.Level < 0 || e.Level > 9 {
		return fmt.Errorf("png: encoder.level: %d is not 1 to 9", e.Level)
	}
	return nil
}

// Header is what a file says before its pixels.
type Header struct {
	Size       image.Point   // px
	DPIX, DPIY float64       // pixels an inch; 0: not stated
	Palette    color.Palette // nil: true colour
	Title      string        // may be empty
	Source     []byte        // the design as JSON; may be empty
}

// EncodeBands writes a picture that comes in bands from top to bottom, each as
// wide as the picture: *image.RGBA for true colour, whose alpha is ignored, or
// *image.Paletted if h has a palette. Bands that do not follow one another or do
// not add up to h.Size are an error; so is the first error of the sequence.
//
// A band is used only until the next one is asked for.
func EncodeBands[M image.Image](ctx context.Context, w io.Writer, h Header, bands iter.Seq2[M, error]) error {
	return Encoder{}.encodeBands(ctx, w, h, func(yield func(image.Image, error) bool) {
		for m, err := range bands {
			if !yield(m, err) {
				return
			}
		}
	})
}

func (e Encoder) encodeBands(ctx context.Context, w io.Writer, h Header, bands iter.Seq2[image.Image, error]) error {
	d := newDeflater(e.level())
	return e.write(ctx, w, h, func(yield func(strip, error) bool) {
		for m, err := range bands {
			if err == nil {
				err = ctx.Err()
			}
			s := strip{last: true}
			if err == nil {
				s.packed, err = d.band(ctx, m, h.Palette != nil)
			}
			if err == nil {
				s.rect = m.Bounds()
			}
			if !yield(s, err) || err != nil {
				return
			}
		}
	}, d)
}

func (d *deflater) band(ctx context.Context, m image.Image, indexed bool) (*packed, error) {
	switch m := m.(type) {
	case *image.RGBA:
		if m != nil && !indexed {
			return d.pack(ctx, m.Rect, func(dst []byte, y int) { pixel.RGB(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):]) }, 3)
		}
	case *image.Paletted:
		if m != nil && indexed {
			return d.pack(ctx, m.Rect, func(dst []byte, y int) { copy(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):]) }, 1)
		}
	}
	return nil, fmt.Errorf("png: a band is %T, want *image.RGBA, or *image.Paletted with a palette", m)
}

// write writes the file around the compressed bands.
func (e Encoder) write(ctx context.Context, w io.Writer, h Header, bands iter.Seq2[strip, error], d *deflater) error {
	f := &file{w: w}
	if err := f.header(h); err != nil {
		return err
	}
	row := 3 * h.Size.X
	if h.Palette != nil {
		row = h.Size.X
	}
	// The stream's head: deflate with a window of 32 KiB.
	f.chunk("IDAT", []byte{0x78, 0x01})
	y, sum := 0, uint32(1)
	for p, err := range bands {
		if err != nil {
			return err
		}
		if p.rect.Min.X != 0 || p.rect.Max.X != h.Size.X || p.rect.Min.Y != y || p.rect.Max.Y > h.Size.Y {
			return fmt.Errorf("png: a band of %v cannot follow row %d of a picture of %d × %d px", p.rect, y, h.Size.X, h.Size.Y)
		}
		y = p.rect.Max.Y
		sum = adlerJoin(sum, p.sum, int64(p.rect.Dy())*int64(row+1))
		f.chunk("IDAT", p.data.Bytes())
		if p.last {
			d.done(p.packed)
		}
		if f.err != nil {
			return f.err
		}
		if e.Progress != nil {
			e.Progress(y, h.Size.Y)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if y != h.Size.Y {
		return fmt.Errorf("png: the bands end at row %d of %d", y, h.Size.Y)
	}
	// An empty last block ends the stream that the bands left open.
	f.chunk("IDAT", binary.BigEndian.AppendUint32([]byte{0x03, 0x00}, sum))
	f.chunk("IEND", nil)
	return f.err
}

// header writes all chunks before the pixels.
func (f *file) header(h Header) error {
	if h.Size.X <= 0 || h.Size.Y <= 0 || h.Size.X > raster.MaxSide || h.Size.Y > raster.MaxSide {
		return fmt.Errorf("png: header.size: %d × %d px; a side is 1 to %d px", h.Size.X, h.Size.Y, raster.MaxSide)
	}
	if len(h.Palette) > 256 || h.Palette != nil && len(h.Palette) == 0 {
		return fmt.Errorf("png: header.palette: %d colours, want 1 to 256", len(h.Palette))
	}
	f.write([]byte(signature))
	ihdr := binary.BigEndian.AppendUint32(nil, uint32(h.Size.X))
	ihdr = binary.BigEndian.AppendUint32(ihdr, uint32(h.Size.Y))
	kind := byte(2) // true colour
	if h.Palette != nil {
		kind = 3
	}
	f.chunk("IHDR", append(ihdr, 8, kind, 0, 0, 0))
	f.chunk("sRGB", []byte{0}) // perceptual
	x, err := perMetre("dpiX", h.DPIX)
	if err != nil {
		return err
	}
	y, err := perMetre("dpiY", h.DPIY)
	if err != nil {
		return err
	}
	if x > 0 && y > 0 {
		phys := binary.BigEndian.AppendUint32(nil, x)
		f.chunk("pHYs", append(binary.BigEndian.AppendUint32(phys, y), 1))
	}
	if h.Title != "" {
		if err := f.text("Title", []byte(h.Title)); err != nil {
			return err
		}
	}
	if len(h.Source) > 0 {
		if err := f.text(sourceKey, h.Source); err != nil {
			return err
		}
	}
	if h.Palette != nil {
		var plte []byte
		for i, c := range h.Palette {
			if c == nil {
				return fmt.Errorf("png: header.palette[%d]: is nil", i)
			}
			q := color.RGBAModel.Convert(c).(color.RGBA)
			plte = append(plte, q.R, q.G, q.B)
		}
		f.chunk("PLTE", plte)
	}
	return f.err
}

// perMetre returns pixels a metre; 0 for 0.
func perMetre(field string, dpi float64) (uint32, error) {
	v := math.Floor(dpi/.0254 + .5)
	if dpi == 0 {
		return 0, nil
	}
	if !(v >= 1 && v <= math.MaxInt32) {
		return 0, fmt.Errorf("png: header.%s: %g is not a resolution", field, dpi)
	}
	return uint32(v), nil
}
