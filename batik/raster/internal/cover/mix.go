package cover

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Mixes remembers how the colours of a picture came about, so that the picture can
// be had in other inks without being drawn again. A pixel of such a picture holds a
// number: that of an ink, or of a mix of two earlier numbers. Pixels that were mixed
// alike share one. The zero Mixes has no inks.
type Mixes struct {
	inks  uint32
	list  []mix    // number inks+i is list[i]
	table []uint32 // numbers by hash, 0 being free; a power of two of them
	// last is the mix that was asked for last: along an edge the same ones come
	// again and again.
	last   mix
	lastID uint32
}

// mix is a colour laid over another by a/255 of the pixel.
type mix struct{ under, over, a uint32 }

// MaxMixes bounds the mixes of a picture, and so what they take: 24 bytes each.
const MaxMixes = 1 << 23

// NewMixes returns the mixes of pictures in n inks, which are the numbers 0…n−1;
// n must be positive.
func NewMixes(n int) *Mixes {
	return &Mixes{inks: uint32(n), table: make([]uint32, 1<<12)}
}

// Len returns how many numbers there are, inks and mixes.
func (m *Mixes) Len() int { return int(m.inks) + len(m.list) }

// Mix returns the number of over laid over under by a/255, a 1…254. Once there are
// MaxMixes it is under: whoever draws must look at Full.
func (m *Mixes) Mix(under, over, a uint32) uint32 {
	k := mix{under, over, a}
	if k == m.last {
		return m.lastID
	}
	if under == over {
		return under
	}
	at := m.find(k)
	id := m.table[at]
	if id == 0 {
		if m.Full() {
			return under
		}
		id = uint32(m.Len())
		m.list = append(m.list, k)
		m.table[at] = id
		if 2*len(m.list) > len(m.table) {
			m.grow()
		}
	}
	m.last, m.lastID = k, id
	return id
}

// Full tells whether there were too many mixes.
func (m *Mixes) Full() bool { return len(m.list) >= MaxMixes }

// find returns where in the table k is, or the free place for it.
func (m *Mixes) find(k mix) uint32 {
	h := (uint64(k.under)<<32 | uint64(k.over)<<8 ^ uint64(k.a)) * 0x9e3779b97f4a7c15
	mask := uint32(len(m.table) - 1)
	at := uint32(h>>32) & mask
	for {
		if id := m.table[at]; id == 0 || m.list[id-m.inks] == k {
			return at
		}
		at = (at + 1) & mask
	}
}

func (m *Mixes) grow() {
	m.table = make([]uint32, 2*len(m.table))
	for i, k := range m.list {
		m.table[m.find(k)] = m.inks + uint32(i)
	}
}

// Prune forgets the mixes that no pixel of pix shows and none shown is made of, and
// what Mix needs to know: no more can be added. Pixels get their new numbers.
func (m *Mixes) Prune(pix []byte) {
	shown := make([]uint32, m.Len()) // 0: not
	for i := 0; i+4 <= len(pix); i += 4 {
		shown[binary.LittleEndian.Uint32(pix[i:])] = 1
	}
	for i := len(m.list) - 1; i >= 0; i-- {
		if shown[m.inks+uint32(i)] != 0 {
			shown[m.list[i].under], shown[m.list[i].over] = 1, 1
		}
	}
	for i := range m.inks {
		shown[i] = i
	}
	kept := make([]mix, 0)
	for i, k := range m.list {
		if id := &shown[m.inks+uint32(i)]; *id != 0 {
			*id = m.inks + uint32(len(kept))
			kept = append(kept, mix{shown[k.under], shown[k.over], k.a})
		}
	}
	for i := 0; i+4 <= len(pix); i += 4 {
		binary.LittleEndian.PutUint32(pix[i:], shown[binary.LittleEndian.Uint32(pix[i:])])
	}
	m.list, m.table, m.last = kept, nil, mix{}
}

// Colors returns the colour of every number, R G B A from the lowest byte on, for
// the inks in these colours: exactly what drawing in them gives.
func (m *Mixes) Colors(inks []uint32) ([]uint32, error) {
	if len(inks) != int(m.inks) {
		return nil, fmt.Errorf("%d inks; the picture has %d", len(inks), m.inks)
	}
	out := make([]uint32, m.Len())
	copy(out, inks)
	for i, k := range m.list {
		out[int(m.inks)+i] = gather(spread(out[k.under])*uint64(255-k.a) + spread(out[k.over])*uint64(k.a) + half)
	}
	return out, nil
}

// FillMixed is Fill for an image whose pixels are numbers of m, 4 bytes each, the
// lowest first. run holds a run of pixels of the ink's number.
func (r *Raster) FillMixed(pix []byte, stride int, run []byte, m *Mixes) {
	ink := binary.LittleEndian.Uint32(run)
	for y := range int(r.h) {
		acc := r.acc[y*int(r.stride):][:r.stride]
		row := pix[y*stride:][:4*r.w]
		touched := r.touched[y*int(r.words):][:r.words]
		var s int32
		var from int
		var a uint32
		for i, word := range touched {
			touched[i] = 0
			for ; word != 0; word &= word - 1 {
				x := i<<6 + bits.TrailingZeros64(word)
				m.lay(row[4*from:min(4*x, len(row))], run, ink, a)
				s += acc[x]
				acc[x] = 0
				a, from = alpha(s), min(x, int(r.w))
			}
		}
		m.lay(row[4*from:], run, ink, a)
	}
}

// lay lays an ink over a run of pixels.
func (m *Mixes) lay(row, run []byte, ink, a uint32) {
	switch a {
	case 0:
	case 255:
		fill(row, run, ink)
	default:
		for ; len(row) >= 4; row = row[4:] {
			binary.LittleEndian.PutUint32(row, m.Mix(binary.LittleEndian.Uint32(row), ink, a))
		}
	}
}

// Cut puts the pixels under back into a row where the mask, whose bytes are 4 a pixel
// too, does not cover it; where it does in part, the two mix.
func (m *Mixes) Cut(row, under, mask []byte) {
	for i := 0; i < len(row); i += 4 {
		a := uint32(mask[i])
		if a == 255 {
			continue
		}
		id := binary.LittleEndian.Uint32(under[i:])
		if a != 0 {
			id = m.Mix(id, binary.LittleEndian.Uint32(row[i:]), a)
		}
		binary.LittleEndian.PutUint32(row[i:], id)
	}
}
