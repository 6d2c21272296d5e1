package raster

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/batik/raster/internal/cover"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// figures are marks as outlines in 1/256 px, relative to their cells. They share
// three slices, so that many are cheap to make and to forget.
type figures struct {
	list []figure
	pts  []cover.Point // of all outlines
	ends []int         // where each outline ends in pts
	over []box         // what each outline lies over
	dots []dot
}

// figure is one mark.
type figure struct {
	i    int // the cell's column
	box  box
	ends [2]int // range of its outlines in figures.ends
	dots [2]int // range of its dots in figures.dots
}

// dot is a disc or a square, drawn by itself.
type dot struct {
	x, y, r int32
	square  bool
}

func (f *figures) reset() {
	f.list, f.pts, f.ends, f.over, f.dots = f.list[:0], f.pts[:0], f.ends[:0], f.over[:0], f.dots[:0]
}

// reserve makes room for n figures like the first.
func (f *figures) reserve(n int) {
	f.list, f.pts, f.ends = room(f.list, n), room(f.pts, n), room(f.ends, n)
	f.over, f.dots = room(f.over, n), room(f.dots, n)
}

// room returns s with room for n times and an eighth as much.
func room[T any](s []T, n int) []T { return slices.Grow(s, len(s)*(n-1)*9/8) }

// outliner turns marks into figures. Its slices are scratch.
type outliner struct {
	sx, sy, s float64 // px per mm along x, y, and of lengths
	arcs      arcs
	chain     []geom.Pt // px
	dirs      []geom.Pt // unit directions of the chain's pieces
	lens      []float64 // their lengths, px
}

// add appends the mark of the cell in column i to f.
func (o *outliner) add(f *figures, i int, m geom.Mark) {
	g := figure{i: i}
	g.ends[0], g.dots[0] = len(f.ends), len(f.dots)
	first := len(f.pts)
	switch m.Kind {
	case geom.Area:
		o.area(f, m.Path)
	case geom.Stroke:
		if r := float64(m.Width*o.s) / 2; r > 0 {
			o.stroke(f, m.Path, math.Min(r, bound))
		}
	case geom.Dots, geom.Squares:
		for _, d := range m.Dots {
			if r := quantize(float64(d.R * o.s)); r > 0 {
				f.dots = append(f.dots, dot{quantize(float64(d.C.X * o.sx)), quantize(float64(d.C.Y * o.sy)),
					min(r, bound<<7), m.Kind == geom.Squares})
			}
		}
	}
	g.ends[1], g.dots[1] = len(f.ends), len(f.dots)
	dots := f.dots[g.dots[0]:]
	if len(f.pts)-first+len(dots) == 0 {
		return
	}
	g.box = nowhere()
	for _, end := range f.ends[g.ends[0]:] {
		b := nowhere()
		for _, p := range f.pts[first:end] {
			b = box{min(b.x0, p.X), min(b.y0, p.Y), max(b.x1, p.X), max(b.y1, p.Y)}
		}
		f.over, g.box = append(f.over, b), g.box.and(b)
		first = end
	}
	for _, d := range dots {
		g.box = g.box.and(d.box())
	}
	f.list = append(f.list, g)
}

// nowhere is a box with nothing in it.
func nowhere() box { return box{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32} }

// and returns a box that holds both.
func (b box) and(c box) box {
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

// box returns what the dot's polygon stays within: see arc.grow, which is at most
// 1.054.
func (d dot) box() box {
	r := d.r
	if !d.square {
		r += r>>4 + 1
	}
	return box{d.x - r, d.y - r, d.x + r, d.y + r}
}

// px returns a point of the cloth in pixels, drawn in to the bound.
func (o *outliner) px(p geom.Pt) geom.Pt {
	return geom.Pt{X: geom.Clamp(float64(p.X*o.sx), -bound, bound), Y: geom.Clamp(float64(p.Y*o.sy), -bound, bound)}
}

// walk calls do with each subpath as a chain of points in pixels. A path whose
// verbs ask for more points than it has ends there.
func (o *outliner) walk(a geom.Path, do func(chain []geom.Pt, closed bool)) {
	chain, pts := o.chain[:0], a.Pts
	for _, v := range a.Verbs {
		n := 1
		switch v {
		case geom.Cubic:
			n = 3
		case geom.Close:
			n = 0
		}
		if n > len(pts) {
			break
		}
		switch v {
		case geom.Move:
			if len(chain) > 1 {
				do(chain, false)
			}
			chain = append(chain[:0], o.px(pts[0]))
		case geom.Line:
			chain = append(chain, o.px(pts[0]))
		case geom.Cubic:
			if len(chain) > 0 {
				chain = cubic(chain, o.px(pts[0]), o.px(pts[1]), o.px(pts[2]))
			}
		case geom.Close:
			if len(chain) > 0 {
				start := chain[0]
				if len(chain) > 1 {
					do(chain, true)
				}
				chain = append(chain[:0], start)
			}
		}
		pts = pts[n:]
	}
	if len(chain) > 1 {
		do(chain, false)
	}
	o.chain = chain
}

// cubic appends points on the curve from the chain's end by the controls b and c
// to d, all px.
func cubic(chain []geom.Pt, b, c, d geom.Pt) []geom.Pt {
	// By Wang's formula n chords are no further from the curve than
	// ¾·max|second difference|/n², here 0.06 px.
	const tol = .06
	a := chain[len(chain)-1]
	ux, uy := a.X-float64(2*b.X)+c.X, a.Y-float64(2*b.Y)+c.Y
	vx, vy := b.X-float64(2*c.X)+d.X, b.Y-float64(2*c.Y)+d.Y
	m := math.Max(float64(ux*ux)+float64(uy*uy), float64(vx*vx)+float64(vy*vy))
	n := int(math.Min(512, math.Ceil(math.Sqrt(float64(.75/tol*math.Sqrt(m))))))
	if n > 1 {
		// ((p·t + q)·t + r)·t + a
		px, py := d.X-a.X+float64(3*(b.X-c.X)), d.Y-a.Y+float64(3*(b.Y-c.Y))
		qx, qy := float64(3*ux), float64(3*uy)
		rx, ry := float64(3*(b.X-a.X)), float64(3*(b.Y-a.Y))
		h := 1 / float64(n)
		for i := 1; i < n; i++ {
			t := float64(float64(i) * h)
			x := float64(px*t) + qx
			y := float64(py*t) + qy
			x = float64(x*t) + rx
			y = float64(y*t) + ry
			chain = append(chain, geom.Pt{X: float64(x*t) + a.X, Y: float64(y*t) + a.Y})
		}
	}
	return append(chain, d)
}

// area appends the outlines of the inside of a path.
func (o *outliner) area(f *figures, a geom.Path) {
	o.walk(a, func(chain []geom.Pt, _ bool) {
		if len(chain) < 3 {
			return
		}
		for _, p := range chain {
			f.pts = append(f.pts, cover.Point{X: quantize(p.X), Y: quantize(p.Y)})
		}
		f.ends = append(f.ends, len(f.pts))
	})
}
