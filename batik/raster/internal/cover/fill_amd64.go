//go:build !purego

package cover

import (
	"encoding/binary"

	"golang.org/x/sys/cpu"
)

// eights is what fillEights works on: a figure whose pixels are summed up and mixed
// eight at a time.
type eights struct {
	acc     *int32
	touched *uint64
	pix     *byte
	rows    int
	stride  int    // bytes from row to row of pix
	words   int    // of touched in a row
	w       int    // pixels of the box in a row
	last    int    // which eight holds the last of them
	bit     uint64 // of touched, in the word of the last eight
	ink     uint32
}

//go:noescape
func fillEights(f *eights)

// fillVector does as fill does, to the bit, with vector instructions. It says no
// where the processor has none, and where room is too narrow: it writes whole
// eights of pixels, though it changes none beyond the box.
func (r *Raster) fillVector(pix []byte, stride, room int, ink []byte) bool {
	last := (int(r.w) - 1) / 8
	if !cpu.X86.HasAVX2 || !cpu.X86.HasBMI1 || 8*(last+1) > room || len(pix) < (int(r.h)-1)*stride+32*(last+1) {
		return false
	}
	fillEights(&eights{
		acc: &r.acc[0], touched: &r.touched[0], pix: &pix[0],
		rows: int(r.h), stride: stride, words: int(r.words), w: int(r.w), last: last, bit: 1 << (8 * (last & 7)),
		ink: binary.LittleEndian.Uint32(ink),
	})
	return true
}
