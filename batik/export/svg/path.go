package svg

import (
	"fmt"
	"math"
	"strconv"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// chunk is the length of path data after which a new <path> begins. Readers keep
// a whole attribute in memory and editors grow slow on longer ones, while one
// path for each mark costs resvg minutes.
const chunk = 64 << 10

// maxBoxes is how many areas share a path at most: each new one is compared with
// all of them.
const maxBoxes = 512

// style is what consecutive marks must share to stand in one group.
type style struct {
	ink   int
	kind  geom.Kind
	width int64 // µm; of strokes
	layer string
}

// run makes s the style of what follows, closing what is open of another.
func (e *encoder) run(s style) {
	if e.group && e.style == s {
		return
	}
	e.end()
	c := e.c.Inks[s.ink]
	paint := ` fill="` + c.Color.String() + `"`
	if s.kind == geom.Stroke {
		w := appendMicro(nil, s.width, false)
		paint = ` fill="none" stroke="` + c.Color.String() + `" stroke-width="` + string(w) + `" stroke-linecap="round" stroke-linejoin="round"`
	}
	e.str("<g", paint)
	if c.Name != "" {
		e.str(` data-ink="`, escape(c.Name), `"`)
	}
	if s.layer != "" {
		e.str(` data-layer="`, escape(s.layer), `"`)
	}
	e.str(">\n")
	e.style, e.group = s, true
}

// cut ends the open path, end the open group as well.
func (e *encoder) cut() {
	if e.open {
		e.str("\"/>\n")
	}
	e.open, e.size, e.boxes = false, 0, e.boxes[:0]
}

func (e *encoder) end() {
	e.cut()
	if e.group {
		e.str("</g>\n")
	}
	e.group = false
}

// mark writes m, whose bounds are b, in the style of the run.
func (e *encoder) mark(m geom.Mark, b geom.Rect) {
	if !e.alive() || empty(m) {
		return
	}
	if m.Kind == geom.Area && e.open {
		// Two areas in one path add their windings, and where one turns the other
		// way round they cancel. Only areas that cannot meet share a path.
		for _, o := range e.boxes {
			if o.Overlaps(b) {
				e.cut()
				break
			}
		}
	}
	if e.size > chunk || len(e.boxes) == maxBoxes {
		e.cut()
	}
	if !e.open {
		e.str(`<path d="`)
		e.open = true
	}
	if m.Kind == geom.Area {
		e.boxes = append(e.boxes, b)
	}
	switch m.Kind {
	case geom.Dots:
		for _, d := range m.Dots {
			e.dot(d)
		}
	case geom.Squares:
		for _, d := range m.Dots {
			e.square(d)
		}
	default:
		e.path(m.Path)
	}
}

// put writes path data.
func (e *encoder) put(b []byte) {
	e.buf = b[:0]
	e.size += len(b)
	if e.tick++; e.tick&0xfff == 0 && !e.alive() || e.err != nil {
		return
	}
	if _, err := e.w.Write(b); err != nil {
		e.fail(err)
	}
}

// path writes subpaths: an absolute start, then steps from point to point. The
// steps are differences of rounded positions, so that nothing adds up.
func (e *encoder) path(p geom.Path) {
	var x, y, sx, sy int64
	step := func(b []byte, q geom.Pt, sep bool) []byte {
		qx, qy := micro(q.X), micro(q.Y)
		b = appendMicro(b, qx-x, sep)
		return appendMicro(b, qy-y, true)
	}
	i := 0
	last := geom.Close // the verb before; repeated letters are left out
	for _, v := range p.Verbs {
		b := e.buf
		switch v {
		case geom.Move:
			x, y = micro(p.Pts[i].X), micro(p.Pts[i].Y)
			sx, sy = x, y
			b = appendMicro(append(b, 'M'), x, false)
			b = appendMicro(b, y, true)
			i++
		case geom.Line, geom.Cubic:
			n, letter := 1, byte('l')
			if v == geom.Cubic {
				n, letter = 3, 'c'
			}
			if last != v {
				b = append(b, letter)
			}
			for k := range n {
				b = step(b, p.Pts[i+k], last == v || k > 0)
			}
			i += n
			x, y = micro(p.Pts[i-1].X), micro(p.Pts[i-1].Y)
		case geom.Close:
			b = append(b, 'z')
			x, y = sx, sy
		}
		e.put(b)
		last = v
	}
}

// dot writes a disc as two half circles.
func (e *encoder) dot(d geom.Dot) {
	x, y, r := micro(d.C.X), micro(d.C.Y), micro(d.R)
	if r <= 0 {
		return
	}
	b := appendMicro(append(e.buf, 'M'), x-r, false)
	b = appendMicro(b, y, true)
	for _, w := range [...]int64{2 * r, -2 * r} {
		b = appendMicro(append(b, 'a'), r, false)
		b = appendMicro(b, r, true)
		b = append(b, " 0 0 1"...)
		b = appendMicro(b, w, true)
		b = append(b, " 0"...)
	}
	e.put(append(b, 'z'))
}

// square writes a square dot.
func (e *encoder) square(d geom.Dot) {
	x0, y0, x1, y1 := micro(d.C.X-d.R), micro(d.C.Y-d.R), micro(d.C.X+d.R), micro(d.C.Y+d.R)
	if x1 <= x0 || y1 <= y0 {
		return
	}
	b := appendMicro(append(e.buf, 'M'), x0, false)
	b = appendMicro(b, y0, true)
	b = appendMicro(append(b, 'h'), x1-x0, false)
	b = appendMicro(append(b, 'v'), y1-y0, false)
	b = appendMicro(append(b, 'h'), x0-x1, false)
	e.put(append(b, 'z'))
}

// empty reports whether a mark leaves nothing: a path element without data, or
// with a stroke of no width, is not worth writing.
func empty(m geom.Mark) bool {
	switch m.Kind {
	case geom.Area:
		return m.Path.Empty()
	case geom.Stroke:
		return m.Path.Empty() || micro(m.Width) <= 0
	}
	for _, d := range m.Dots {
		if micro(d.R) > 0 {
			return false
		}
	}
	return true
}

// sound returns an error for a mark that cannot be written.
func sound(m geom.Mark) error {
	bad := func(p geom.Pt) bool { return !(math.Abs(p.X) <= maxCoord && math.Abs(p.Y) <= maxCoord) }
	switch m.Kind {
	case geom.Area, geom.Stroke:
		n := 0
		for i, v := range m.Path.Verbs {
			switch v {
			case geom.Move, geom.Line:
				n++
			case geom.Cubic:
				n += 3
			case geom.Close:
			default:
				return fmt.Errorf("verb %d is %d; verbs go from 0 to %d", i, v, geom.Close)
			}
			if i == 0 && v != geom.Move {
				return fmt.Errorf("the path does not start with a move")
			}
		}
		if n != len(m.Path.Pts) {
			return fmt.Errorf("the path has %d points, its verbs take %d", len(m.Path.Pts), n)
		}
		for i, p := range m.Path.Pts {
			if bad(p) {
				return fmt.Errorf("point %d, %s, must be finite and at most 1 km away", i, at(p))
			}
		}
		if m.Kind == geom.Stroke && !(math.Abs(m.Width) <= maxCoord) {
			return fmt.Errorf("width %v must be finite and at most 1 km", m.Width)
		}
	case geom.Dots, geom.Squares:
		for i, d := range m.Dots {
			if bad(d.C) || !(math.Abs(d.R) <= maxCoord) {
				return fmt.Errorf("dot %d at %s with radius %v must be finite and at most 1 km", i, at(d.C), d.R)
			}
		}
	default:
		return fmt.Errorf("kind %d is unknown; kinds go from 0 to %d", m.Kind, geom.Squares)
	}
	return nil
}

func at(p geom.Pt) string {
	return "(" + strconv.FormatFloat(p.X, 'g', -1, 64) + ", " + strconv.FormatFloat(p.Y, 'g', -1, 64) + ")"
}
