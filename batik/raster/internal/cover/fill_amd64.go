//go:build !purego

package cover

import (
	"encoding/binary"

	"golang.org/x/sys/cpu"
)

// eights is what fillEights and setEights work on: a figure whose pixels are summed
// up and mixed eight at a time.
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

//go:noescape
func setEights(f *eights)

// eights says no where the processor has no vector instructions, and where room is
// too narrow: whole eights of pixels are written, though none is changed beyond the
// box. Pixels have so many bytes (depth).
func (r *Raster) eights(pix []byte, stride, room, depth int, ink uint32) (eights, bool) {
	last := (int(r.w) - 1) / 8
	if !cpu.X86.HasAVX2 || !cpu.X86.HasBMI1 || 8*(last+1) > room || len(pix) < (int(r.h)-1)*stride+8*depth*(last+1) {
		return eights{}, false
	}
	return eights{
		acc: &r.acc[0], touched: &r.touched[0], pix: &pix[0],
		rows: int(r.h), stride: stride, words: int(r.words), w: int(r.w), last: last, bit: 1 << (8 * (last & 7)), ink: ink,
	}, true
}

// fillFast does as fill does, to the bit, or says no.
func (r *Raster) fillFast(pix []byte, stride, room int, ink []byte) bool {
	f, ok := r.eights(pix, stride, room, 4, binary.LittleEndian.Uint32(ink))
	if ok {
		fillEights(&f)
	}
	return ok
}

// setFast does as set does, to the bit, or says no.
func (r *Raster) setFast(pix []byte, stride, room int, ink byte) bool {
	f, ok := r.eights(pix, stride, room, 1, uint32(ink))
	if ok {
		setEights(&f)
	}
	return ok
}
