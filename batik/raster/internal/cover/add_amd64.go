//go:build !purego

package cover

import "golang.org/x/sys/cpu"

// edges is what addInside works on: a chain of points in a figure's box.
type edges struct {
	acc          *int32
	touched      *uint64
	rcp          *uint32
	pts          *Point
	n, from      int    // of points, and the first whose line is to be added
	stride, line int    // bytes from row to row of acc and of touched
	x, y         int32  // the point before, moved
	dx, dy       int32  // by how much
	right        uint32 // of the box, in 1/256 px
	bottom       uint32
}

// addInside adds lines until one is not altogether in the box, and returns the
// number of the point that it leads to, or n. The changes are those of line.
//
//go:noescape
func addInside(e *edges) int

// addFast is add by machine instructions, where the processor has them.
func (r *Raster) addFast(pts []Point, dx, dy int32) bool {
	// Beyond these widths, products need more than 32 bits.
	if !cpu.X86.HasBMI2 || r.w > 1<<15 || r.h > 1<<15 {
		return false
	}
	last := pts[len(pts)-1]
	e := edges{
		acc: &r.acc[0], touched: &r.touched[0], rcp: &r.rcp[0],
		pts: &pts[0], n: len(pts), stride: 4 * int(r.stride), line: 8 * int(r.words),
		x: last.X + dx, y: last.Y + dy, dx: dx, dy: dy,
		right: uint32(r.w) << 8, bottom: uint32(r.h) << 8,
	}
	for e.from < e.n {
		x0, y0 := e.x, e.y
		i := addInside(&e)
		if i == e.n {
			break
		}
		if i > e.from {
			x0, y0 = pts[i-1].X+dx, pts[i-1].Y+dy
		}
		r.line(x0, y0, e.x, e.y)
		e.from = i + 1
	}
	return true
}
