package raster

import (
	"image"

	"github.com/jagadbatik/jagad/batik/raster/internal/cover"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// canvas is a window of the picture: 4 bytes a pixel (R G B A, or the number of a
// mix), or 1, the index of an ink.
type canvas struct {
	rect   image.Rectangle
	pix    []byte
	stride int
	depth  int // bytes a pixel
	mixes  *cover.Mixes
}

// at returns the pixels from (x,y) on.
func (c *canvas) at(x, y int) []byte {
	return c.pix[(y-c.rect.Min.Y)*c.stride+(x-c.rect.Min.X)*c.depth:]
}

// fill paints a rectangle, which must lie in the canvas.
func (c *canvas) fill(q image.Rectangle, run []byte, ink int) {
	if q.Empty() {
		return
	}
	n := q.Dx() * c.depth
	first := c.at(q.Min.X, q.Min.Y)[:n]
	if c.depth == 4 {
		for rest := first; len(rest) > 0; {
			rest = rest[copy(rest, run):]
		}
	} else {
		for i := range first {
			first[i] = byte(ink)
		}
	}
	for y := q.Min.Y + 1; y < q.Max.Y; y++ {
		copy(c.at(q.Min.X, y)[:n], first)
	}
}

// copyTile covers a rectangle, which is nowhere left of or above t, with t
// repeated.
func (c *canvas) copyTile(q image.Rectangle, t *canvas) {
	w, h := t.rect.Dx(), t.rect.Dy()
	x := (q.Min.X - t.rect.Min.X) % w * t.depth
	for y := q.Min.Y; y < q.Max.Y; y++ {
		src := t.pix[(y-t.rect.Min.Y)%h*t.stride:][:w*t.depth]
		dst := c.at(q.Min.X, y)[:q.Dx()*c.depth]
		dst = dst[copy(dst, src[x:]):]
		for len(dst) > 0 {
			dst = dst[copy(dst, src):]
		}
	}
}

// copyLeft covers a rectangle with what lies w pixels to the left, repeated.
func (c *canvas) copyLeft(q image.Rectangle, w int) {
	if q.Empty() {
		return
	}
	w *= c.depth
	for y := q.Min.Y; y < q.Max.Y; y++ {
		row := c.pix[(y-c.rect.Min.Y)*c.stride+(q.Min.X-c.rect.Min.X)*c.depth-w:][:w+q.Dx()*c.depth]
		for i := w; i < len(row); {
			i += copy(row[i:], row[:i])
		}
	}
}

// worker is what one goroutine needs to draw.
type worker struct {
	outliner
	drawn geom.Mark // by a hand
	cover cover.Raster
	index []byte        // pixels of a band with hard edges, before they get colour
	ngon  []cover.Point // of a dot
	under []byte        // what lay under a zone that an outline clips
	mask  []byte        // how far that outline covers it
	done  int           // marks since the context was last asked
	tint  *tinter       // nil until a finish needs it
}

// paint draws a figure moved by (dx,dy) inside clip, which lies in the canvas.
func (w *worker) paint(c *canvas, clip image.Rectangle, f *figures, g *figure, dx, dy int32, run []byte, ink int) {
	q := g.box.pixels(dx, dy).Intersect(clip)
	if q.Empty() {
		return
	}
	if g.ends[0] < g.ends[1] {
		w.cover.Reset(q.Dx(), q.Dy())
		x, y := dx-int32(q.Min.X)<<8, dy-int32(q.Min.Y)<<8
		from := 0
		if g.ends[0] > 0 {
			from = f.ends[g.ends[0]-1]
		}
		for n := g.ends[0]; n < g.ends[1]; n++ {
			// What lies beside the box covers nothing of it.
			if f.over[n].pixels(dx, dy).Overlaps(q) {
				w.cover.Add(f.pts[from:f.ends[n]], x, y)
			}
			from = f.ends[n]
		}
		w.flush(c, q, run, ink)
	}
	for _, d := range f.dots[g.dots[0]:g.dots[1]] {
		p := d.box().pixels(dx, dy).Intersect(q)
		if p.Empty() {
			continue
		}
		w.cover.Reset(p.Dx(), p.Dy())
		w.cover.Add(w.polygon(d), dx+d.x-int32(p.Min.X)<<8, dy+d.y-int32(p.Min.Y)<<8)
		w.flush(c, p, run, ink)
	}
}

// keep remembers what lies in clip, for restore.
func (w *worker) keep(c *canvas, clip image.Rectangle) {
	n := clip.Dx() * c.depth
	w.under = sized(w.under, n*clip.Dy())
	for y := range clip.Dy() {
		copy(w.under[y*n:], c.at(clip.Min.X, clip.Min.Y+y)[:n])
	}
}

// restore puts back what keep remembered outside the outline; where the outline
// runs through a pixel, the two mix by area. The coverage is that of white
// painted on black, so it is rounded like everything else.
func (w *worker) restore(c *canvas, clip image.Rectangle, outline *figures) {
	n := clip.Dx() * c.depth
	w.mask = sized(w.mask, n*clip.Dy())
	clear(w.mask)
	m := &canvas{rect: clip, pix: w.mask, stride: n, depth: c.depth}
	white := []byte{255, 255, 255, 255}
	for i := range outline.list {
		w.paint(m, clip, outline, &outline.list[i], 0, 0, white, 255)
	}
	for y := range clip.Dy() {
		row, under, mask := c.at(clip.Min.X, clip.Min.Y+y)[:n], w.under[y*n:], w.mask[y*n:]
		if c.mixes != nil {
			c.mixes.Cut(row, under, mask)
			continue
		}
		for i := range row {
			switch a := uint32(mask[i]); a {
			case 255:
			case 0:
				row[i] = under[i]
			default:
				row[i] = byte((uint32(row[i])*a + uint32(under[i])*(255-a) + 127) / 255)
			}
		}
	}
}

// sized returns b with n bytes, grown if need be.
func sized(b []byte, n int) []byte {
	if cap(b) < n {
		return make([]byte, n)
	}
	return b[:n]
}

func (w *worker) flush(c *canvas, q image.Rectangle, run []byte, ink int) {
	switch {
	case c.mixes != nil:
		w.cover.FillMixed(c.at(q.Min.X, q.Min.Y), c.stride, run, c.mixes)
	case c.depth == 4:
		w.cover.Fill(c.at(q.Min.X, q.Min.Y), c.stride, c.rect.Max.X-q.Min.X, run)
	default:
		w.cover.FillIndex(c.at(q.Min.X, q.Min.Y), c.stride, c.rect.Max.X-q.Min.X, byte(ink))
	}
}

// polygon returns the outline of a dot about (0,0).
func (w *worker) polygon(d dot) []cover.Point {
	if d.square {
		w.ngon = append(w.ngon[:0], cover.Point{X: -d.r, Y: -d.r}, cover.Point{X: d.r, Y: -d.r},
			cover.Point{X: d.r, Y: d.r}, cover.Point{X: -d.r, Y: d.r})
		return w.ngon
	}
	r := float64(d.r) / 256
	a := w.arcs.of(r)
	r = float64(r * a.grow)
	n := (len(a.pts) - 1) / 2 // chords of a quarter
	if cap(w.ngon) < 4*n {
		w.ngon = make([]cover.Point, 4*n)
	}
	w.ngon = w.ngon[:4*n]
	for i := range n {
		x, y := quantize(float64(a.pts[i].X*r)), quantize(float64(a.pts[i].Y*r))
		w.ngon[i] = cover.Point{X: x, Y: y}
		w.ngon[n+i] = cover.Point{X: -y, Y: x}
		w.ngon[2*n+i] = cover.Point{X: -x, Y: -y}
		w.ngon[3*n+i] = cover.Point{X: y, Y: -x}
	}
	return w.ngon
}
