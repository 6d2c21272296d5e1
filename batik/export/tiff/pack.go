package tiff

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"sync"

	"github.com/klauspost/compress/zlib"

	"github.com/jagadbatik/jagad/batik/export/internal/pixel"
)

// packer makes strips or tiles of bands, on several goroutines.
type packer struct {
	l       *layout
	level   int
	writers sync.Pool // *writer
	spare   sync.Pool // *packed
}

type writer struct {
	z   *zlib.Writer
	raw []byte // rows as TIFF wants them
}

// packed holds the strip, or the tiles from left to right, of a band.
type packed struct {
	data bytes.Buffer
	lens []int64
}

// done gives a written band back for use again.
func (p *packer) done(b *packed) { p.spare.Put(b) }

// piece is how many bytes of rows are given to the compressor at a time, a few
// milliseconds of work, between which the context is asked.
const piece = 1 << 18

// pack makes the strip or the tiles of a band, whose pixels have 4 bytes each, or
// 1 if the file is indexed.
func (p *packer) pack(ctx context.Context, rect image.Rectangle, pix []byte, stride int) (*packed, error) {
	b, _ := p.spare.Get().(*packed)
	if b == nil {
		b = &packed{}
	}
	b.data.Reset()
	b.lens = b.lens[:0]
	w, _ := p.writers.Get().(*writer)
	if w == nil {
		z, err := zlib.NewWriterLevel(&b.data, p.level)
		if err != nil {
			return nil, fmt.Errorf("tiff: %w", err)
		}
		w = &writer{z: z}
	}
	defer p.writers.Put(w)
	depth := 4
	if p.l.indexed {
		depth = 1
	}
	for x := 0; x < rect.Dx(); x += p.l.tile.X {
		before := b.data.Len()
		width := min(p.l.tile.X, rect.Dx()-x)
		if err := w.block(ctx, p.l, b, rect.Dy(), func(dst []byte, y int) {
			src := pix[y*stride+x*depth:][:width*depth]
			switch p.l.pixel {
			case 1:
				copy(dst, src)
			case 3:
				pixel.RGB(dst[:3*width], src)
			case 6:
				rgb16(dst[:6*width], src)
			}
		}); err != nil {
			return nil, err
		}
		b.lens = append(b.lens, int64(b.data.Len()-before))
	}
	return b, nil
}

// block appends a strip of so many rows, or a tile, whose rows beyond them are
// zero.
func (w *writer) block(ctx context.Context, l *layout, b *packed, rows int, row func(dst []byte, y int)) error {
	n := l.pixel * l.tile.X
	all := rows
	if l.tiled {
		all = l.rows
	}
	step := max(1, piece/n)
	if len(w.raw) < step*n {
		w.raw = make([]byte, step*n)
	}
	if l.compress {
		w.z.Reset(&b.data)
	}
	for y := 0; y < all; y += step {
		if err := ctx.Err(); err != nil {
			return err
		}
		k := min(step, all-y)
		raw := w.raw[:k*n]
		if l.tiled {
			clear(raw) // a tile may reach beyond the picture
		}
		for i := range min(k, rows-y) {
			r := raw[i*n:][:n]
			row(r, y+i)
			if l.predict {
				differ(r, l.pixel)
			}
		}
		var err error
		if l.compress {
			_, err = w.z.Write(raw)
		} else {
			b.data.Write(raw)
		}
		if err != nil {
			return fmt.Errorf("tiff: %w", err)
		}
	}
	if l.compress {
		if err := w.z.Close(); err != nil {
			return fmt.Errorf("tiff: %w", err)
		}
	}
	return nil
}

// rgb16 copies pixels without their alpha to 16 bits a channel: v·257, which takes
// 0…255 to 0…65535.
func rgb16(dst, src []byte) {
	for len(dst) >= 6 {
		dst[0], dst[1] = src[0], src[0]
		dst[2], dst[3] = src[1], src[1]
		dst[4], dst[5] = src[2], src[2]
		dst, src = dst[6:], src[4:]
	}
}

// differ turns each value of a row into its difference from the pixel before.
func differ(row []byte, pixel int) {
	if pixel == 3 {
		for i := len(row) - 1; i >= 3; i-- {
			row[i] -= row[i-3]
		}
		return
	}
	le := binary.LittleEndian
	for i := len(row) - 2; i >= 6; i -= 2 {
		le.PutUint16(row[i:], le.Uint16(row[i:])-le.Uint16(row[i-6:]))
	}
}
