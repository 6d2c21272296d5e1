// Package pixel turns pixels of a picture into those of a file.
package pixel

import "encoding/binary"

// Keep is of how many pixels compressed bands are kept that come again: they take
// some tens of megabytes.
const Keep = 1 << 29

// RGB copies pixels of four bytes without their alpha: dst has three bytes for each
// four of src.
func RGB(dst, src []byte) {
	// Four pixels at a time: three words of the four that hold them.
	for len(dst) >= 12 {
		a, b := binary.LittleEndian.Uint32(src), binary.LittleEndian.Uint32(src[4:])
		c, d := binary.LittleEndian.Uint32(src[8:]), binary.LittleEndian.Uint32(src[12:])
		binary.LittleEndian.PutUint32(dst, a&0xffffff|b<<24)
		binary.LittleEndian.PutUint32(dst[4:], b>>8&0xffff|c<<16)
		binary.LittleEndian.PutUint32(dst[8:], c>>16&0xff|d<<8)
		dst, src = dst[12:], src[16:]
	}
	for len(dst) >= 3 {
		copy(dst, src[:3])
		dst, src = dst[3:], src[4:]
	}
}
