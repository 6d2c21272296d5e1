// Package tiff writes a cloth as a TIFF file, band after band, so that no size of
// print needs to be in memory; and reads back the design that such a file
// carries.
//
// The file is lossless: RGB in 8 or 16 bits a channel, or, when the picture is
// drawn with hard edges, indexed by the inks, as separations for textile printing
// begin with. It states the true resolution and, with an ICC profile, that
// colours are sRGB. It is a BigTIFF where the pixels take more than 4 GB.
//
// The directory stands before the pixels, with room for the lengths of all strips,
// since their number is known from the start:
//
//	header, directory, its values, strip 0, strip 1, …
//
// Compressed lengths are known only after the strips, so Encode seeks back to
// write them and asks for an io.WriteSeeker; Stream writes to any io.Writer what
// needs no seeking, uncompressed strips. The first two bytes, which say that the
// file is a TIFF, are written last: what was stopped is no TIFF, and Resume can
// go on with it.
//
// Sources: TIFF 6.0 (Adobe, 1992); TIFF Technical Note 2 and the Photoshop TIFF
// Technical Notes (2002) for deflate and tag 34675; BigTIFF (libtiff.org, 2007);
// XMP part 3 (tag 700).
package tiff

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
	"iter"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/export/internal/pixel"
	"github.com/jagadbatik/jagad/batik/raster"
)

// Encode draws a cloth and writes it to w, from where w stands, with the design
// that it was made from if the cloth carries it. The file is indexed if o.Edges is
// raster.Hard.
//
// It draws and compresses on o.Workers goroutines. On an error, which may be
// ctx's, what was written is not a TIFF file.
func Encode(ctx context.Context, w io.WriteSeeker, c *cloth.Cloth, o raster.Options) error {
	return Encoder{}.Encode(ctx, w, c, o)
}

// EncodeWindow writes the part of a picture that lies in win, in pixels of the
// whole, as a picture of its own that carries the whole design. A window that is
// empty or reaches outside the picture is an error.
func EncodeWindow(ctx context.Context, w io.WriteSeeker, r *raster.Renderer, win image.Rectangle) error {
	return Encoder{}.EncodeWindow(ctx, w, r, win)
}

// Encoder holds the choices that few need. The zero Encoder is what Encode uses.
type Encoder struct {
	// Level is how hard to compress, 1 (fast) to 9 (small); 0 means 1.
	Level int
	// Depth is the number of bits a channel of RGB: 8, which 0 means, or 16, for
	// programs that ask for it. The colours are the same 8 bits.
	Depth int
	// Predict stores differences of neighbours (predictor 2), for RGB only. On
	// flat colours with thin mixed borders it is seldom smaller.
	Predict bool
	// Tile is the side of tiles in pixels, a multiple of 16 up to 1024; 0 means
	// strips. A picture narrower or lower than a tile gets smaller ones.
	Tile int
	// Big writes a BigTIFF even where none is needed.
	Big bool
	// Progress, if not nil, is told after each band how many of all rows are
	// written. It is called by the goroutine that called Encode.
	Progress func(done, total int)
}

// Encode is the function of the same name.
func (e Encoder) Encode(ctx context.Context, w io.WriteSeeker, c *cloth.Cloth, o raster.Options) error {
	r, err := raster.New(c, o)
	if err != nil {
		return err
	}
	return e.EncodeWindow(ctx, w, r, r.Bounds())
}

// EncodeWindow is the function of the same name.
func (e Encoder) EncodeWindow(ctx context.Context, w io.WriteSeeker, r *raster.Renderer, win image.Rectangle) error {
	l, err := e.layout(r, win, true)
	if err != nil {
		return err
	}
	start, err := w.Seek(0, io.SeekCurrent)
	if err != nil {
		return fmt.Errorf("tiff: %w", err)
	}
	return e.encode(ctx, &file{w: w, seek: w, start: start}, r, l)
}

// Stream writes an uncompressed file to any w.
func (e Encoder) Stream(ctx context.Context, w io.Writer, r *raster.Renderer, win image.Rectangle) error {
	l, err := e.layout(r, win, false)
	if err != nil {
		return err
	}
	return e.encode(ctx, &file{w: w}, r, l)
}

// ErrOther says that a file is not the beginning of what Resume would write.
var ErrOther = errors.New("tiff: the file is not the beginning of this picture")

// Resume goes on with a file that Encode of the same picture by an equal Encoder
// was stopped in, and writes the rest. f stands where Encode began. Every strip
// that is there is read and checked; the first that is not whole is written anew.
// The file is the same to the byte as if it had been written at once. A file of
// another picture is left as it is; the error is ErrOther.
func (e Encoder) Resume(ctx context.Context, f io.ReadWriteSeeker, r *raster.Renderer, win image.Rectangle) error {
	l, err := e.layout(r, win, true)
	if err != nil {
		return err
	}
	start, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return fmt.Errorf("tiff: %w", err)
	}
	if l.row, l.block, err = l.whole(ctx, f); err != nil {
		return err
	}
	return e.encode(ctx, &file{w: f, seek: f, start: start}, r, l)
}

// encode writes the file from the layout's row on.
func (e Encoder) encode(ctx context.Context, f *file, r *raster.Renderer, l *layout) error {
	p := &packer{l: l, level: max(1, e.Level)}
	if l.row == 0 {
		head := l.head
		if f.seek != nil {
			head = append([]byte{0, 0}, head[2:]...)
			f.moveTo(0)
		}
		f.write(head)
	} else {
		f.moveTo(l.at(l.block))
	}
	rest := l.win
	rest.Min.Y += l.row
	keep := pixel.Keep
	if f.seek == nil { // uncompressed strips take six bytes a pixel, and more are soon drawn
		keep /= 64
	}
	var bands iter.Seq2[raster.Band[*packed], error]
	if l.indexed {
		bands = raster.MapWindowIndexed(ctx, r, rest, l.rows, keep, func(m *image.Paletted) (*packed, error) {
			return p.pack(ctx, m.Rect, m.Pix, m.Stride)
		})
	} else {
		bands = raster.MapWindow(ctx, r, rest, l.rows, keep, func(m *image.RGBA) (*packed, error) {
			return p.pack(ctx, m.Rect, m.Pix, m.Stride)
		})
	}
	for b, err := range bands {
		if err != nil {
			return err
		}
		f.write(b.Value.data.Bytes())
		if f.seek != nil {
			// Lengths follow the strips that they are of, so that a file that is
			// stopped says which of its strips are whole.
			var lens []byte
			for i, n := range b.Value.lens {
				l.lens[l.block+i] = n
				lens = l.appendInt(lens, n)
			}
			end := l.at(l.block + len(b.Value.lens))
			f.moveTo(l.lensAt + int64(l.block*l.intSize()))
			f.write(lens)
			f.moveTo(end)
		}
		l.block += len(b.Value.lens)
		if b.Last {
			p.done(b.Value)
		}
		if f.err == nil {
			f.err = ctx.Err()
		}
		if f.err != nil {
			return f.err
		}
		if e.Progress != nil {
			e.Progress(b.Rect.Max.Y-l.win.Min.Y, l.win.Dy())
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if f.seek != nil {
		end := l.at(len(l.lens))
		var offsets []byte
		for i := range l.lens {
			offsets = l.appendInt(offsets, l.at(i))
		}
		f.moveTo(l.offsetsAt)
		f.write(offsets)
		f.moveTo(0)
		f.write(l.head[:2])
		f.moveTo(end)
	}
	return f.err
}

// file writes. After an error it writes no more.
type file struct {
	w     io.Writer
	seek  io.Seeker // nil: w cannot
	start int64     // where the file begins in w
	err   error
}

func (f *file) write(b []byte) {
	if f.err == nil {
		var n int
		if n, f.err = f.w.Write(b); f.err == nil && n < len(b) {
			f.err = io.ErrShortWrite
		}
	}
}

func (f *file) moveTo(at int64) {
	if f.err == nil {
		_, f.err = f.seek.Seek(f.start+at, io.SeekStart)
	}
}

// appendInt appends an offset or a length.
func (l *layout) appendInt(b []byte, v int64) []byte {
	if l.big {
		return binary.LittleEndian.AppendUint64(b, uint64(v))
	}
	return binary.LittleEndian.AppendUint32(b, uint32(v))
}

func (l *layout) intSize() int {
	if l.big {
		return 8
	}
	return 4
}

// at returns where block i begins, from the beginning of the file.
func (l *layout) at(i int) int64 {
	if l.sums == nil {
		l.sums = []int64{int64(len(l.head))}
	}
	for n := len(l.sums); n <= i; n++ {
		l.sums = append(l.sums, l.sums[n-1]+l.lens[n-1])
	}
	return l.sums[i]
}
