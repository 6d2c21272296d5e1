package png

import (
	"bytes"
	"context"
	"fmt"
	"hash/adler32"
	"image"
	"sync"

	"github.com/klauspost/compress/flate"
)

// deflater compresses bands independently of one another, so that several
// goroutines can. Each band is a piece of raw deflate that ends on a whole byte,
// without a last block; pieces that follow one another are one stream.
type deflater struct {
	level   int
	writers sync.Pool // *flater
	spare   sync.Pool // *packed
}

type flater struct {
	w   *flate.Writer
	raw []byte // rows as PNG wants them
}

// packed is a compressed band.
type packed struct {
	data bytes.Buffer
	sum  uint32 // adler32 of the rows
}

func newDeflater(level int) *deflater { return &deflater{level: level} }

// piece is how many bytes of rows are given to the compressor at a time, a few
// milliseconds of work, between which the context is asked.
const piece = 1 << 18

// pack compresses rows of the given number of bytes a pixel, which row sets.
//
// Rows are not filtered: on pictures of flat colours with thin mixed borders that
// is both faster and smaller than the differences of rows.
func (d *deflater) pack(ctx context.Context, rect image.Rectangle, row func(dst []byte, y int), depth int) (*packed, error) {
	p, _ := d.spare.Get().(*packed)
	if p == nil {
		p = &packed{}
	}
	p.data.Reset()
	f, _ := d.writers.Get().(*flater)
	if f == nil {
		w, err := flate.NewWriter(&p.data, d.level)
		if err != nil {
			return nil, fmt.Errorf("png: %w", err)
		}
		f = &flater{w: w}
	}
	defer d.writers.Put(f)
	f.w.Reset(&p.data)
	n := 1 + depth*rect.Dx()
	rows := max(1, piece/n)
	if len(f.raw) < rows*n {
		f.raw = make([]byte, rows*n)
	}
	sum := adler32.New()
	for y := rect.Min.Y; y < rect.Max.Y; y += rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		k := min(rows, rect.Max.Y-y)
		for i := range k {
			f.raw[i*n] = 0
			row(f.raw[i*n+1:(i+1)*n], y+i)
		}
		sum.Write(f.raw[:k*n]) // never fails
		if _, err := f.w.Write(f.raw[:k*n]); err != nil {
			return nil, fmt.Errorf("png: %w", err)
		}
	}
	if err := f.w.Flush(); err != nil {
		return nil, fmt.Errorf("png: %w", err)
	}
	p.sum = sum.Sum32()
	return p, nil
}

// done gives a written band back for use again.
func (d *deflater) done(p *packed) { d.spare.Put(p) }

// adlerJoin returns the Adler-32 of two runs of bytes that follow one another,
// from theirs and the length of the second.
func adlerJoin(a, b uint32, n int64) uint32 {
	const mod = 65521
	// a = 1+Σ, and b's second sum counts a's first sum once for each byte.
	a1, a2, b1, b2 := uint64(a&0xffff), uint64(a>>16), uint64(b&0xffff), uint64(b>>16)
	s1 := (a1 + b1 + mod - 1) % mod
	s2 := (a2 + b2 + uint64(n%mod)*((a1+mod-1)%mod)) % mod
	return uint32(s2<<16 | s1)
}
