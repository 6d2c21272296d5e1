// Package cover turns closed chains of straight lines into exact pixel coverage,
// in integers only.
//
// Coordinates are 1/256 px. Where a line crosses from one row of pixels into the
// next, and from one pixel of a row into the next, is a rounded fraction of the
// line's own ends; the fractions are stepped with their remainders, so that
// nothing depends on where drawing started. Therefore any window of a picture
// has the bytes of the whole, on every machine.
//
// A pixel's coverage is the sum of the signed areas of what covers it, held
// between −1 and 1. This is the non-zero rule except inside a pixel that is
// covered in part by both directions, where these cancel.
//
// On amd64 chains are added, and figures filled, by machine instructions of ours
// where the processor has AVX2. Plain Go is the reference, and what all else runs,
// as does amd64 with the tag purego: the changes and the bytes are the same.
package cover

import (
	"encoding/binary"
	"math/bits"
)

// Point is a point in 1/256 px. Coordinates, and their differences, must stay
// within ±2³⁰.
type Point struct{ X, Y int32 }

// one is the coverage of a whole pixel: twice 256×256, since areas are summed
// doubled.
const one = 2 * 256 * 256

// Raster collects the coverage of one figure in a box of pixels whose corner is
// (0,0). The zero Raster is ready for Reset.
type Raster struct {
	// acc holds, for each pixel, how much the coverage changes from its left
	// neighbour; touched has a bit for each pixel that may hold a change. Both
	// are all zero between figures.
	acc     []int32
	touched []uint64

	w, h          int32
	stride, words int32

	rcp [512]uint32 // 2³¹ over the index, rounded up
}

// Reset makes room for a figure in a box of w×h pixels; both must be positive
// and their product below 2²⁹.
func (r *Raster) Reset(w, h int) {
	r.w, r.h = int32(w), int32(h)
	// Two more columns: a line in the last pixel changes the one behind it.
	r.words = int32(w+2+63) / 64
	r.stride = r.words * 64
	if n := int(r.stride) * h; n > len(r.acc) {
		r.acc = make([]int32, n)
	}
	// And a word more, for line sets bits in two.
	if n := int(r.words)*h + 1; n > len(r.touched) {
		r.touched = make([]uint64, n)
	}
	if r.rcp[1] == 0 {
		for i := 1; i < len(r.rcp); i++ {
			r.rcp[i] = (1<<31 + uint32(i) - 1) / uint32(i)
		}
	}
}

// Add adds the closed chain through pts, moved by (dx,dy).
func (r *Raster) Add(pts []Point, dx, dy int32) {
	if len(pts) >= 2 && !r.addFast(pts, dx, dy) {
		r.add(pts, dx, dy)
	}
}

// add is Add in plain Go.
func (r *Raster) add(pts []Point, dx, dy int32) {
	last := pts[len(pts)-1]
	x0, y0 := last.X+dx, last.Y+dy
	for _, p := range pts {
		x1, y1 := p.X+dx, p.Y+dy
		r.line(x0, y0, x1, y1)
		x0, y0 = x1, y1
	}
}

// line adds a line, which counts 1 where it runs downward and −1 upward.
func (r *Raster) line(x0, y0, x1, y1 int32) {
	dir := int32(1) // downward
	if y0 >= y1 {
		if y0 == y1 {
			return
		}
		x0, y0, x1, y1, dir = x1, y1, x0, y0, -1
	}
	if y1 <= 0 || y0 >= r.h<<8 || (x0 >= r.w<<8 && x1 >= r.w<<8) {
		return
	}
	row, end := y0>>8, (y1-1)>>8
	// At row boundary Y the line is |dx|·(Y−y0)/dy away from x0, rounded.
	dy, dx, sgn := y1-y0, x1-x0, int32(1)
	if dx < 0 {
		dx, sgn = -dx, -1
	}
	var q, rem, stepQ, stepR int32
	x, top := x0, y0
	switch {
	case row == end || dx == 0 && row >= 0:
	case row >= 0 && dx < 1<<23:
		n := uint32((row+1)<<8-y0)*uint32(dx) + uint32(dy)/2
		q = int32(n / uint32(dy))
		rem = int32(n) - q*dy
		if end > row+1 {
			stepQ = int32(uint32(dx) << 8 / uint32(dy))
			stepR = dx<<8 - stepQ*dy
		}
	default:
		d, e := int64(dx), int64(dy)
		if row < 0 {
			row, top = 0, 0
			x = x0 + sgn*int32((-int64(y0)*d+e/2)/e)
		}
		n := ((int64(row)+1)<<8-int64(y0))*d + e/2
		q, rem = int32(n/e), int32(n%e)
		stepQ, stepR = int32(d<<8/e), int32(d<<8%e)
	}
	at, word := int(row*r.stride), int(row*r.words)
	for last := min(end, r.h-1); row <= last; row++ {
		next, bottom := x0+sgn*q, (row+1)<<8
		if row == end {
			next, bottom = x1, y1
		}
		// From x to next, h high: in one or two columns by the shortest way, written
		// out here, since a call costs as much in wasm.
		h := bottom - top
		lo, hi := min(x, next), max(x, next)
		c, e := lo>>8, hi>>8
		if e-c > 1 || uint32(c) >= uint32(r.w) || uint32(e) >= uint32(r.w) {
			r.piece(row, x, next, h, dir)
		} else {
			acc := r.acc[at+int(c):]
			acc = acc[:3]
			w := r.touched[word+int(c>>6):]
			w = w[:2]
			b := uint32(c) & 63
			if c == e {
				d, fx := h*dir, x&255+next&255
				acc[0] += d * (512 - fx)
				acc[1] += d * fx
				w[0] |= 3 << b
				w[1] |= 3 >> (64 - b)
			} else {
				fx, dx := lo&255, uint32(hi-lo)
				q := int32(uint64(uint32((256-fx)*h)+dx/2) * uint64(r.rcp[dx&511]) >> 31)
				d, e := q*dir, (h-q)*dir
				left, right := d*(fx+256), e*(hi&255)
				acc[0] += d<<9 - left
				acc[1] += left + e<<9 - right
				acc[2] += right
				w[0] |= 7 << b
				w[1] |= 7 >> (64 - b)
			}
		}
		at += int(r.stride)
		word += int(r.words)
		x, top = next, bottom
		q += stepQ
		rem += stepR
		if rem >= dy {
			rem -= dy
			q++
		}
	}
}

// piece adds a part of a line inside one row, h/256 px high, between the columns
// xa and xb, not both in one column of the box.
func (r *Raster) piece(row, xa, xb, h, dir int32) {
	acc := r.acc[row*r.stride:][:r.stride]
	touched := r.touched[row*r.words:][:r.words]
	// From left to right. At column boundary X the line has
	// h·(X−xa)/dx of its height behind it, rounded.
	if xa > xb {
		xa, xb = xb, xa
	}
	c, end := xa>>8, xb>>8
	if c >= r.w {
		return
	}
	if end < 0 {
		acc[0] += h * dir << 9
		touched[0] |= 1
		return
	}
	dx := uint32(xb - xa)
	var done int32 // of the height
	fx := xa & 255
	var q, rem uint32
	if c >= 0 {
		n := uint32(256-fx)*uint32(h) + dx/2
		q = n / dx
		rem = n - q*dx
	} else {
		done = int32((-int64(xa)*int64(h) + int64(dx)/2) / int64(dx))
		acc[0] += done * dir << 9
		c, fx = 0, 0
		if end > 0 {
			n := (256-int64(xa))*int64(h) + int64(dx)/2
			q, rem = uint32(n/int64(dx)), uint32(n%int64(dx))
		}
	}
	last := min(end, r.w-1)
	// Touched: columns c to last, and the one behind.
	for a, b := c, last+1; a <= b; {
		m := ^uint64(0) << (a & 63)
		if b>>6 == a>>6 {
			m &= ^uint64(0) >> (63 - b&63)
		}
		touched[a>>6] |= m
		a = (a>>6 + 1) << 6
	}
	if c < end {
		var stepQ, stepR uint32
		if end > c+1 {
			stepQ = uint32(h) << 8 / dx
			stepR = uint32(h)<<8 - stepQ*dx
		}
		stop := min(end, r.w)
		for ; c < stop; c++ {
			d := (int32(q) - done) * dir
			area := d * (fx + 256)
			acc[c] += d<<9 - area
			acc[c+1] += area
			done, fx = int32(q), 0
			q += stepQ
			rem += stepR
			if rem >= dx {
				rem -= dx
				q++
			}
		}
	}
	if c == end && c < r.w {
		d := (h - done) * dir
		area := d * (fx + xb&255)
		acc[c] += d<<9 - area
		acc[c+1] += area
	}
}

// alpha returns the coverage s as 0…255.
func alpha(s int32) uint32 {
	if s < 0 {
		s = -s
	}
	if uint32(s) >= one {
		return 255
	}
	return (uint32(s)*255 + one/2) / one
}

// Fill paints the figure over opaque pixels and forgets it. pix is the box's
// first pixel in an image of 4 bytes a pixel, R G B A, and stride bytes a row;
// ink holds a run of pixels of the ink's colour, at least one. Up to room pixels of
// a row, at least as many as the box has, are no one else's meanwhile.
func (r *Raster) Fill(pix []byte, stride, room int, ink []byte) {
	if !r.fillFast(pix, stride, room, ink) {
		r.fill(pix, stride, ink)
	}
}

// fill is Fill, a pixel at a time.
func (r *Raster) fill(pix []byte, stride int, ink []byte) {
	color := binary.LittleEndian.Uint32(ink)
	lanes := spread(color)
	for y := range int(r.h) {
		acc := r.acc[y*int(r.stride):][:r.stride]
		row := pix[y*stride:][:4*r.w]
		touched := r.touched[y*int(r.words):][:r.words]
		var s int32  // the coverage from the last change on
		var a uint32 // and as 0…255
		var from int // the pixel after the last change
		for i, word := range touched {
			if word == 0 {
				continue
			}
			touched[i] = 0
			for ; word != 0; word &= word - 1 {
				x := i<<6 + bits.TrailingZeros64(word)
				if from < x && a != 0 && 4*from < len(row) {
					lay(row[4*from:min(4*x, len(row))], ink, color, lanes, a)
				}
				s += acc[x]
				acc[x] = 0
				a = alpha(s)
				from = x + 1
				// Whether it is bare or covered is hard to foresee, so it is not asked.
				if i := 4 * x; i+4 <= len(row) {
					px := row[i : i+4]
					p := binary.LittleEndian.Uint32(px)
					binary.LittleEndian.PutUint32(px, gather(spread(p)*uint64(255-a)+lanes*uint64(a)+half))
				}
			}
		}
		if a != 0 && 4*from < len(row) {
			lay(row[4*from:], ink, color, lanes, a)
		}
	}
}

// lay lays a colour over a run of pixels.
func lay(row, ink []byte, color uint32, lanes uint64, a uint32) {
	if a == 255 {
		fill(row, ink, color)
	} else {
		blend(row, lanes, a)
	}
}

// A pixel is blended in two lanes of 16 bits twice, red and blue, green and
// alpha, for one product each.
const (
	low  = 0x00ff00ff00ff00ff
	half = 0x0080008000800080
)

func spread(p uint32) uint64 { return uint64(p&0xff00ff) | uint64(p>>8&0xff00ff)<<32 }

// gather divides each lane, which holds a product and a half, by 255.
func gather(t uint64) uint32 {
	t = (t + t>>8&low) >> 8 & low
	return uint32(t) | uint32(t>>32)<<8
}

// fill sets a run of pixels.
func fill(row, ink []byte, color uint32) {
	if len(row) < 64 {
		for len(row) >= 4 {
			binary.LittleEndian.PutUint32(row, color)
			row = row[4:]
		}
		return
	}
	for len(row) > 0 {
		row = row[copy(row, ink):]
	}
}

// blend lays a colour over a run of pixels: round(c·a/255 + old·(1−a/255)).
func blend(row []byte, lanes uint64, a uint32) {
	over := lanes*uint64(a) + half
	rest := uint64(255 - a)
	for len(row) >= 4 {
		p := binary.LittleEndian.Uint32(row)
		binary.LittleEndian.PutUint32(row, gather(spread(p)*rest+over))
		row = row[4:]
	}
}

// FillIndex sets the pixels that the figure covers by half or more to ink, and
// forgets the figure. pix is the box's first pixel in an image of one byte a
// pixel; room is as in Fill.
func (r *Raster) FillIndex(pix []byte, stride, room int, ink byte) {
	if !r.setFast(pix, stride, room, ink) {
		r.set(pix, stride, ink)
	}
}

// set is FillIndex, a pixel at a time.
func (r *Raster) set(pix []byte, stride int, ink byte) {
	for y := range r.h {
		acc := r.acc[y*r.stride:][:r.stride]
		row := pix[int(y)*stride:][:r.w]
		touched := r.touched[y*r.words:][:r.words]
		var s, from int32
		for i, word := range touched {
			touched[i] = 0
			for ; word != 0; word &= word - 1 {
				x := int32(i<<6 + bits.TrailingZeros64(word))
				if s >= one/2 || s <= -one/2 {
					setRun(row[from:min(x, r.w)], ink)
				}
				s += acc[x]
				acc[x] = 0
				from = min(x, r.w)
			}
		}
		if s >= one/2 || s <= -one/2 {
			setRun(row[from:], ink)
		}
	}
}

func setRun(row []byte, ink byte) {
	// Eight at a time: most runs are of a few tens of pixels.
	eight := uint64(ink) * 0x0101010101010101
	for len(row) >= 8 {
		binary.LittleEndian.PutUint64(row, eight)
		row = row[8:]
	}
	for i := range row {
		row[i] = ink
	}
}

// FillGray raises the pixels that the figure covers toward v, in proportion to the
// area covered, and forgets the figure; what is above v already stays. pix is the
// box's first pixel in an image of one byte a pixel.
func (r *Raster) FillGray(pix []byte, stride int, v byte) {
	for y := range r.h {
		acc := r.acc[y*r.stride:][:r.stride]
		row := pix[int(y)*stride:][:r.w]
		touched := r.touched[y*r.words:][:r.words]
		var s, from int32
		for i, word := range touched {
			touched[i] = 0
			for ; word != 0; word &= word - 1 {
				x := int32(i<<6 + bits.TrailingZeros64(word))
				raise(row[from:min(x, r.w)], v, alpha(s))
				s += acc[x]
				acc[x] = 0
				from = min(x, r.w)
			}
		}
		raise(row[from:], v, alpha(s))
	}
}

func raise(row []byte, v byte, a uint32) {
	if a == 0 {
		return
	}
	for i, old := range row {
		if old < v {
			row[i] = old + byte((uint32(v-old)*a+127)/255)
		}
	}
}
