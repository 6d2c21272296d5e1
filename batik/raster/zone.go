package raster

import (
	"fmt"
	"image"
	"math"
	"sync"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// box is a rectangle in 1/256 px.
type box struct{ x0, y0, x1, y1 int32 }

// pixels returns the pixels that the box touches once moved by (dx,dy).
func (b box) pixels(dx, dy int32) image.Rectangle {
	return image.Rectangle{
		Min: image.Point{X: int((b.x0 + dx) >> 8), Y: int((b.y0 + dy) >> 8)},
		Max: image.Point{X: int((b.x1 + dx + 255) >> 8), Y: int((b.y1 + dy + 255) >> 8)},
	}
}

// zone is a cloth.Zone on the grid of pixels.
type zone struct {
	src    *cloth.Zone
	bounds image.Rectangle
	scale  [2]float64 // px per mm along x and y
	x, y   axis
	// boxes say for each shape, relative to its cell, where it may paint. Drawing
	// is clipped to them, so that windows are exact even if a hand reaches over
	// its margin.
	boxes []box
	// within is the outline that clips the zone, if it has one.
	within *figures

	once  sync.Once
	fixed *figures // the shapes of any cell, if no hand redraws them
	tile  tile
}

// newZone puts zone n, which is src, on the grid and returns how many marks its cells make.
func (r *Renderer) newZone(n int, src *cloth.Zone) (*zone, float64, error) {
	bad := func(field, format string, args ...any) (*zone, float64, error) {
		return nil, 0, fmt.Errorf("raster: zones[%d].%s: %s", n, field, fmt.Sprintf(format, args...))
	}
	finite := func(p geom.Pt) bool { return math.Abs(p.X) <= maxExtent && math.Abs(p.Y) <= maxExtent }
	inks := len(r.cloth.Inks)
	switch {
	case !finite(src.Bounds.Min) || !finite(src.Bounds.Max):
		return bad("bounds", "not finite, or beyond %g mm", maxExtent)
	case !finite(src.Origin):
		return bad("origin", "not finite, or beyond %g mm", maxExtent)
	case !finite(src.Repeat) || src.Repeat.X < 0 || src.Repeat.Y < 0:
		return bad("repeat", "negative, not finite, or beyond %g mm", maxExtent)
	case src.Ground >= inks:
		return bad("ground", "ink %d does not exist", src.Ground)
	case !(src.Margin >= 0 && src.Margin <= maxExtent):
		return bad("margin", "%g mm is negative, not finite, or beyond %g mm", src.Margin, maxExtent)
	}
	edge := func(v float64, axis int) int { return int(math.Floor(float64(v*r.scale[axis]) + .5)) }
	z := &zone{src: src, boxes: make([]box, len(src.Cell))}
	z.tile.busy = make(chan struct{}, 1)
	z.bounds = image.Rectangle{
		Min: image.Pt(edge(src.Bounds.Min.X, 0), edge(src.Bounds.Min.Y, 1)),
		Max: image.Pt(edge(src.Bounds.Max.X, 0), edge(src.Bounds.Max.Y, 1)),
	}
	if z.bounds.Empty() { // image.Rectangle.Intersect keeps some empty ones
		z.bounds = image.Rectangle{}
	}
	z.bounds = z.bounds.Intersect(r.Bounds())
	if !src.Within.Empty() {
		m := geom.Mark{Kind: geom.Area, Path: src.Within}
		if _, ok := bounds(m); !ok {
			return bad("within", "a coordinate is not finite, or beyond %g mm", maxExtent)
		}
		z.within = &figures{}
		(&outliner{sx: r.scale[0], sy: r.scale[1], s: (r.scale[0] + r.scale[1]) / 2, arcs: r.arcs}).add(z.within, 0, m)
	}
	z.scale = r.scale
	origin := [2]float64{src.Origin.X, src.Origin.Y}
	if r.fitZones && src.Hand == nil {
		z.fit(&origin)
	}
	z.x = newAxis(origin[0], src.Repeat.X, z.scale[0], float64(r.size.X))
	z.y = newAxis(origin[1], src.Repeat.Y, z.scale[1], float64(r.size.Y))
	marks := 0.
	for k := range src.Cell {
		s := &src.Cell[k]
		if s.Ink < 0 || s.Ink >= inks {
			return bad(fmt.Sprintf("cell[%d].ink", k), "ink %d does not exist", s.Ink)
		}
		b, ok := bounds(s.Mark)
		if !ok {
			return bad(fmt.Sprintf("cell[%d]", k), "a coordinate or size is not finite, or beyond %g mm", maxExtent)
		}
		m := 0.
		if src.Hand != nil {
			m = src.Margin
		}
		// A pixel more all round, for the rounding.
		z.boxes[k] = box{
			quantize(float64((b.Min.X-m)*z.scale[0])) - 256, quantize(float64((b.Min.Y-m)*z.scale[1])) - 256,
			quantize(float64((b.Max.X+m)*z.scale[0])) + 256, quantize(float64((b.Max.Y+m)*z.scale[1])) + 256,
		}
		if z.bounds.Empty() {
			continue
		}
		cols := z.x.count(z.bounds.Dx(), z.boxes[k].x0, z.boxes[k].x1)
		rows := z.y.count(z.bounds.Dy(), z.boxes[k].y0, z.boxes[k].y1)
		marks += float64(cols * rows)
	}
	return z, marks, nil
}

// fitted is how much longer or shorter (mm) a zone may become to fit the pixels: half
// of it at either end, less than any line that a hand draws is wide.
const fitted = .25

// fit stretches or squeezes a zone about its middle until its cells come round to
// whole pixels, where that takes little enough, and moves the origin (mm) with it.
func (z *zone) fit(origin *[2]float64) {
	b, repeat := z.src.Bounds, [2]float64{z.src.Repeat.X, z.src.Repeat.Y}
	from, to := [2]float64{b.Min.X, b.Min.Y}, [2]float64{b.Max.X, b.Max.Y}
	for a, scale := range z.scale {
		n, period := cycle(repeat[a], scale, float64((to[a]-from[a])*scale), float64(fitted*scale))
		if n == 0 {
			continue
		}
		z.scale[a] = float64(period>>8) / float64(float64(n)*repeat[a])
		middle := float64((from[a] + to[a]) / 2)
		// The middle stays where it was in pixels.
		origin[a] = float64(middle*scale)/z.scale[a] + origin[a] - middle
	}
}

// bounds returns a box (mm) that holds the mark, and whether all of it is finite
// and within the limit.
func bounds(m geom.Mark) (geom.Rect, bool) {
	inf := math.Inf(1)
	b := geom.Rect{Min: geom.Pt{X: inf, Y: inf}, Max: geom.Pt{X: -inf, Y: -inf}}
	ok := true
	add := func(p geom.Pt, r float64) {
		if !(math.Abs(p.X) <= maxExtent && math.Abs(p.Y) <= maxExtent && math.Abs(r) <= maxExtent) {
			ok = false
			return
		}
		b.Min.X, b.Max.X = math.Min(b.Min.X, p.X-r), math.Max(b.Max.X, p.X+r)
		b.Min.Y, b.Max.Y = math.Min(b.Min.Y, p.Y-r), math.Max(b.Max.Y, p.Y+r)
	}
	switch m.Kind {
	case geom.Area, geom.Stroke:
		w := 0.
		if m.Kind == geom.Stroke {
			w = math.Max(0, m.Width/2)
			if math.IsNaN(m.Width) {
				w = m.Width
			}
		}
		for _, p := range m.Path.Pts {
			add(p, w)
		}
	case geom.Dots, geom.Squares:
		for _, d := range m.Dots {
			// A circle's polygon of the same area reaches a little further.
			add(d.C, math.Abs(d.R)*1.0625)
		}
	}
	if b.Min.X > b.Max.X {
		return geom.Rect{}, ok
	}
	return b, ok
}

// axis places the cells along x or y, in 1/256 px.
type axis struct {
	origin int64
	// Cells are repeat·scale apart, as exactly as floats go, unless every n-th
	// falls on a whole pixel: then n cells make one period, which is an exact
	// number of pixels.
	start, step float64 // in 1/256 px; step 0: a single cell
	n           int
	period      int32
	offset      []int32 // of the cells of a period
}

func newAxis(origin, repeat, scale, size float64) axis {
	a := axis{start: float64(float64(origin*scale) * 256), step: float64(float64(repeat*scale) * 256)}
	a.origin = int64(math.Floor(a.start + .5))
	a.n, a.period = cycle(repeat, scale, size, 1./64)
	for i := range a.n {
		a.offset = append(a.offset, int32(math.Floor(float64(float64(i)*a.step)+.5)))
	}
	return a
}

// cycle returns after how many repeats (mm), up to 16, a whole number of pixels
// is reached, and that number in 1/256 px; 0 if it is not. So many pixels as are
// forgiven is what it may add up to over a size (px).
func cycle(repeat, scale, size, forgiven float64) (n int, period int32) {
	if !(repeat > 0) {
		return 0, 0
	}
	for n := 1; n <= 16; n++ {
		v := float64(float64(float64(n)*repeat) * scale)
		w := math.Floor(v + .5)
		if w < 1 || w > MaxSide {
			continue
		}
		if math.Abs(v-w)*math.Max(1, size/w) <= forgiven {
			return n, int32(w) << 8
		}
	}
	return 0, 0
}

// at returns where cell i begins.
func (a *axis) at(i int) int32 {
	v := a.origin
	switch {
	case a.step == 0:
	case a.n > 0:
		c := i / a.n
		if i%a.n < 0 {
			c--
		}
		v += int64(c)*int64(a.period) + int64(a.offset[i-c*a.n])
	default:
		v = int64(math.Floor(a.start + float64(float64(i)*a.step) + .5))
	}
	return int32(max(-bound<<8, min(v, bound<<8)))
}

// cells returns the half-open range of cells whose copy of lo…hi, relative to the
// cell, may touch the pixels from…to. It may hold a few that do not.
func (a *axis) cells(lo, hi int32, from, to int) (int, int) {
	if from >= to {
		return 0, 0
	}
	if a.step == 0 {
		if int(a.origin)+int(hi) <= from<<8 || int(a.origin)+int(lo) >= to<<8 {
			return 0, 0
		}
		return 0, 1
	}
	i0 := math.Floor((float64(from<<8)-float64(hi)-a.start)/a.step) - 1
	i1 := math.Ceil((float64(to<<8)-float64(lo)-a.start)/a.step) + 2
	return int(i0), int(math.Max(i0, i1))
}

// count returns about how many cells a stretch of pixels touches.
func (a *axis) count(pixels int, lo, hi int32) float64 {
	if a.step == 0 {
		return 1
	}
	return 4 + (float64(float64(pixels)*256)+float64(hi)-float64(lo))/a.step
}

// bound is how far off (px) a figure may be from its cell, and a cell from the
// picture: ten times the largest picture.
const bound = 1 << 21

// quantize rounds pixels to 1/256 px. What is further off than the bound, or not
// a number, is drawn in to it, so that sums of coordinates never overflow.
func quantize(v float64) int32 {
	if !(v > -bound) {
		v = -bound
	} else if v > bound {
		v = bound
	}
	// Conversion truncates; a positive number is what makes it a floor.
	const up = 1 << 31
	return int32(int64(float64(v*256)+(up+.5)) - up)
}
