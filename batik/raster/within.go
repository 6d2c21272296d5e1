package raster

import (
	"image"

	"github.com/jagadbatik/jagad/batik/raster/internal/cover"
)

// lie says how a rectangle of pixels lies to an outline that clips a zone.
type lie uint8

const (
	across  lie = iota // the outline may run through it
	inside             // it is covered wholly
	outside            // not at all
)

// lie tells how q, which is not empty, lies to an outline.
func (w *worker) lie(q image.Rectangle, outline *figures) lie {
	// A pixel more all round, for the rounding of what is drawn.
	b := box{int32(q.Min.X-1) << 8, int32(q.Min.Y-1) << 8, int32(q.Max.X+1) << 8, int32(q.Max.Y+1) << 8}
	from := 0
	for _, end := range outline.ends {
		chain := outline.pts[from:end]
		from = end
		last := chain[len(chain)-1]
		for _, p := range chain {
			if b.meets(last, p) {
				return across
			}
			last = p
		}
	}
	// Then all of it is covered as its first pixel is.
	q.Max = q.Min.Add(image.Pt(1, 1))
	m := &canvas{rect: q, pix: []byte{0}, stride: 1, depth: 1}
	for i := range outline.list {
		w.paint(m, q, outline, &outline.list[i], 0, 0, nil, 1)
	}
	if m.pix[0] == 0 {
		return outside
	}
	return inside
}

// meets tells whether the line from p to q runs through the box.
func (b box) meets(p, q cover.Point) bool {
	if max(p.X, q.X) < b.x0 || min(p.X, q.X) > b.x1 || max(p.Y, q.Y) < b.y0 || min(p.Y, q.Y) > b.y1 {
		return false
	}
	// It does not if all corners lie on one side of it.
	side := func(x, y int32) int64 {
		return int64(q.X-p.X)*int64(y-p.Y) - int64(q.Y-p.Y)*int64(x-p.X)
	}
	s := [4]int64{side(b.x0, b.y0), side(b.x1, b.y0), side(b.x0, b.y1), side(b.x1, b.y1)}
	return min(s[0], s[1], s[2], s[3]) <= 0 && max(s[0], s[1], s[2], s[3]) >= 0
}
