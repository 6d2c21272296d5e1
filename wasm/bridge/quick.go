package bridge

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
)

// Quick pictures are for the eye alone: walls, thumbnails, and what is shown until
// the library's own pixels are there. Two things make them many times faster.
// Cloths drawn by hand are drawn as if stamped, all cells alike. And since a repeat
// of whole pixels is drawn once and copied, the cloth is drawn a little larger than
// it is asked for, at the size at which its repeat is whole, and made smaller.

const (
	minRepeat = 8       // px, below which the library fits no repeat
	maxQuick  = 4 << 20 // px that may be drawn to be made smaller
)

// stamped returns the cloth as if it had been stamped.
func stamped(c *cloth.Cloth) *cloth.Cloth {
	s := *c
	s.Zones = slices.Clone(s.Zones)
	for i := range s.Zones {
		s.Zones[i].Hand, s.Zones[i].Margin = nil, 0
	}
	return &s
}

// whole returns the resolution, at least as fine as scale (px/mm), at which the
// cloth's repeat is a whole number of pixels across.
func whole(c *cloth.Cloth, scale float64) float64 {
	r := c.Repeat.X
	if !(r > 0) {
		r = c.Repeat.Y
	}
	if !(r > 0) {
		return scale
	}
	n := math.Max(minRepeat, math.Ceil(float64(r*scale)-1e-6))
	return n / r
}

// quickDraw draws a window of the picture that o asks for, and tells how large that is.
func (e *Engine) quickDraw(ctx context.Context, raw json.RawMessage, o raster.Options, win image.Rectangle) (*image.RGBA, image.Point, error) {
	m := image.NewRGBA(win)
	asked := func() (*image.RGBA, image.Point, error) {
		r, _, err := e.painter(raw, o, true)
		if err != nil {
			return nil, image.Point{}, err
		}
		return m, r.Size(), r.Draw(ctx, m)
	}
	e.mu.Lock()
	l, err := e.lay(raw)
	e.mu.Unlock()
	if err != nil {
		return nil, image.Point{}, err
	}
	c := l.cloth
	// A bare repeat is whole at any width. What is asked for in dpi is whole already.
	if o.Width <= 0 || c.Size == c.Repeat {
		return asked()
	}
	scale := float64(o.Width) / c.Size.X
	size := image.Pt(o.Width, int(math.Max(1, math.Floor(float64(c.Size.Y*scale)+.5)))) // as the library has it
	fine := whole(c, scale)
	in := win.Intersect(image.Rectangle{Max: size})
	if up := fine / scale; float64(in.Dx())*float64(in.Dy())*up*up > maxQuick {
		return asked()
	}
	larger, _, err := e.painter(raw, raster.Options{DPI: fine * 25.4, Edges: o.Edges}, true)
	if err != nil { // beyond the limits of a picture
		return asked()
	}
	big := larger.Size()
	fx, fy := float64(big.X)/float64(size.X), float64(big.Y)/float64(size.Y)
	src := image.NewRGBA(image.Rect(
		int(math.Floor(float64(in.Min.X)*fx)), int(math.Floor(float64(in.Min.Y)*fy)),
		int(math.Ceil(float64(in.Max.X)*fx)), int(math.Ceil(float64(in.Max.Y)*fy)),
	).Intersect(image.Rectangle{Max: big}))
	if err := larger.Draw(ctx, src); err != nil {
		return nil, size, err
	}
	shrink(m, in, src, fx, fy)
	return m, size, nil
}

// span is the pixels that one pixel of the smaller picture is the mean of.
type span struct {
	from  int
	parts []uint32 // of 256 in all
}

// spans covers to pixels from a on, each f pixels of lo…hi wide.
func spans(a, n int, f float64, lo, hi int) []span {
	out := make([]span, n)
	for i := range out {
		x0, x1 := float64(float64(a+i)*f), float64(float64(a+i+1)*f)
		s := span{from: max(lo, min(hi-1, int(x0)))}
		left := uint32(256)
		for x := s.from; x < hi && left > 0; x++ {
			part := uint32(256/f*(math.Min(x1, float64(x+1))-math.Max(x0, float64(x))) + .5)
			if part = min(part, left); part == 0 && len(s.parts) > 0 {
				break
			}
			s.parts = append(s.parts, part)
			left -= part
		}
		s.parts[0] += left
		out[i] = s
	}
	return out
}

// shrink fills the part in of m with the means of src, which is f times as large.
func shrink(m *image.RGBA, in image.Rectangle, src *image.RGBA, fx, fy float64) {
	if in.Empty() || src.Rect.Empty() {
		return
	}
	cols := spans(in.Min.X, in.Dx(), fx, src.Rect.Min.X, src.Rect.Max.X)
	rows := spans(in.Min.Y, in.Dy(), fy, src.Rect.Min.Y, src.Rect.Max.Y)
	// A row of the source is made narrower once, for the one or two rows it is part of.
	type line struct {
		y   int
		sum []uint32
	}
	n := 3 * len(cols)
	kept := [2]line{{y: -1, sum: make([]uint32, n)}, {y: -1, sum: make([]uint32, n)}}
	narrow := func(y int) []uint32 {
		l := &kept[y&1]
		if l.y == y {
			return l.sum
		}
		l.y = y
		row := src.Pix[src.PixOffset(src.Rect.Min.X, y):]
		out := l.sum
		for i := range cols {
			s := &cols[i]
			p := row[4*(s.from-src.Rect.Min.X):]
			var r, g, b uint32
			for _, w := range s.parts {
				r += w * uint32(p[0])
				g += w * uint32(p[1])
				b += w * uint32(p[2])
				p = p[4:]
			}
			out[3*i], out[3*i+1], out[3*i+2] = r, g, b
		}
		return out
	}
	sum := make([]uint32, n)
	for j, s := range rows {
		clear(sum)
		for k, w := range s.parts {
			for i, v := range narrow(s.from + k) {
				sum[i] += w * v
			}
		}
		dst := m.Pix[m.PixOffset(in.Min.X, in.Min.Y+j):]
		for i := range cols {
			dst[4*i], dst[4*i+1], dst[4*i+2], dst[4*i+3] =
				byte((sum[3*i]+1<<15)>>16), byte((sum[3*i+1]+1<<15)>>16), byte((sum[3*i+2]+1<<15)>>16), 255
		}
	}
}

// piece answers a piece of a cloth, planned first if the request holds a brief: all
// of the first picture of a market in one question.
func (e *Engine) piece(ctx context.Context, request []byte) (any, []byte, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		Brief  *brief          `json:"brief"`
		W      int             `json:"w"`
		H      int             `json:"h"`
		Repeat float64         `json:"repeat"` // px that the repeat measures, about
		Scale  float64         `json:"scale"`  // or px per mm
		Most   float64         `json:"most"`   // px per mm
		At     float64         `json:"at"`     // where in the piece the cloth's focus is, 0 to 1
	}
	if err := bind(request, &q); err != nil {
		return nil, nil, err
	}
	if q.W < 1 || q.H < 1 || q.W > raster.MaxSide || q.H > raster.MaxSide {
		return nil, nil, bad("request.w", "%d × %d px; a side is 1 to %d", q.W, q.H, raster.MaxSide)
	}
	if q.W*q.H > MaxWindow {
		return nil, nil, tooLarge("request.w", "%d × %d px are more than %d pixels", q.W, q.H, MaxWindow)
	}
	for _, v := range []float64{q.Repeat, q.Scale, q.Most} {
		if !(v >= 0 && v <= raster.MaxSide) {
			return nil, nil, bad("request.scale", "%g is no size in pixels", v)
		}
	}
	if !(q.At >= 0 && q.At <= 1) {
		return nil, nil, bad("request.at", "is %g; want 0 to 1", q.At)
	}
	var answer struct {
		Design *wire  `json:"design,omitempty"`
		PX     pixels `json:"px"`
		X      int    `json:"x"`
		Y      int    `json:"y"`
	}
	raw := q.Design
	if q.Brief != nil {
		d, err := batik.Plan(q.Brief.brief())
		if err != nil {
			return nil, nil, err
		}
		w := send(d)
		answer.Design = &w
		if raw, err = marshalBare(w); err != nil {
			return nil, nil, err
		}
	}
	e.mu.Lock()
	l, err := e.lay(raw)
	e.mu.Unlock()
	if err != nil {
		return nil, nil, err
	}
	c := l.cloth
	scale := q.Scale
	if !(scale > 0) {
		r := math.Min(c.Repeat.X, c.Repeat.Y)
		if !(r > 0) {
			r = math.Max(c.Repeat.X, c.Repeat.Y)
		}
		if !(r > 0) {
			r = 120
		}
		scale = q.Repeat / math.Max(r, 24)
	}
	if q.Most > 0 {
		scale = math.Min(scale, q.Most)
	}
	// It fills the piece, and no picture is beyond the limits.
	scale = math.Max(scale, math.Max(float64(q.W)/c.Size.X, float64(q.H)/c.Size.Y))
	scale = whole(c, scale)
	r, _, err := e.painter(raw, raster.Options{DPI: scale * 25.4}, true)
	if err != nil {
		return nil, nil, err
	}
	size := r.Size()
	focus := .5
	if k := l.kepala; k[1] > k[0] {
		focus = (k[0] + k[1]) / 2
	}
	x := int(math.Floor(float64(float64(size.X)*focus) - float64(float64(q.W)*q.At) + .5))
	x = max(0, min(size.X-q.W, x))
	y := max(0, (size.Y-q.H)/2)
	m := image.NewRGBA(image.Rect(x, y, x+q.W, y+q.H))
	if err := r.Draw(ctx, m); err != nil {
		return nil, nil, err
	}
	answer.PX, answer.X, answer.Y = pixels{size.X, size.Y}, x, y
	return answer, m.Pix, nil
}

// marshalBare is a design as the page sends it back to be drawn.
func marshalBare(w wire) (json.RawMessage, error) {
	var b bytes.Buffer
	j := json.NewEncoder(&b)
	j.SetEscapeHTML(false)
	err := j.Encode(w)
	return bytes.TrimSpace(b.Bytes()), err
}
