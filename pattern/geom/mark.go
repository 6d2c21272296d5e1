package geom

import "math"

// Kind says what a Mark is.
type Kind uint8

// The kinds of mark.
const (
	Area    Kind = iota // the inside of Path, non-zero rule
	Stroke              // a line of Width along Path, round ends and corners
	Dots                // round dots (cecek)
	Squares             // square dots, as a slit canting leaves them (nitik)
)

// Dot is a round dot of radius R, or a square one of half side R, in mm.
type Dot struct {
	C Pt
	R float64
}

// Mark is what one tool leaves on the cloth: an area, a line, or many dots of one
// kind. The zero Mark is empty.
type Mark struct {
	Kind  Kind
	Path  Path    // Area, Stroke
	Width float64 // Stroke: mm, not scaled by Transform
	Dots  []Dot   // Dots, Squares; must not overlap each other
}

// Bounds returns a box that holds the mark with its line width.
func (m Mark) Bounds() Rect {
	if m.Kind == Area || m.Kind == Stroke {
		r := m.Path.Bounds()
		if m.Path.Empty() {
			return r
		}
		if m.Kind == Stroke {
			r = r.Inset(-m.Width / 2)
		}
		return r
	}
	var r Rect
	for i, d := range m.Dots {
		b := Rect{Pt{d.C.X - d.R, d.C.Y - d.R}, Pt{d.C.X + d.R, d.C.Y + d.R}}
		if i == 0 {
			r = b
		}
		r = r.Union(b)
	}
	return r
}

// Reuse returns an empty mark of the given kind and width (mm) in the memory of m,
// as s[:0] is of a slice: what is added to it lies where m's path and dots did.
func (m Mark) Reuse(kind Kind, width float64) Mark {
	return Mark{Kind: kind, Width: width, Path: Path{m.Path.Verbs[:0], m.Path.Pts[:0]}, Dots: m.Dots[:0]}
}

// Transform returns the mark moved, turned or mirrored by a. Line widths do not
// scale, since a nozzle keeps its width (handbook §0); dots scale with the
// square root of the area.
func (m Mark) Transform(a Affine) Mark {
	n := Mark{Kind: m.Kind, Width: m.Width}
	if len(m.Path.Pts) > 0 {
		n.Path = m.Path.Transform(a)
	}
	n.Dots = AppendDots(nil, m.Dots, a)
	return n
}

// JoinUnder returns m with what n leaves under a, as Transform maps it, added to
// it. The two should be of one kind and width.
func (m Mark) JoinUnder(n Mark, a Affine) Mark {
	m.Path, m.Dots = m.Path.JoinUnder(n.Path, a), AppendDots(m.Dots, n.Dots, a)
	return m
}

// AppendDots appends the dots mapped by a.
func AppendDots(dst, dots []Dot, a Affine) []Dot {
	if len(dots) == 0 {
		return dst
	}
	k := 1.0
	if d := math.Abs(a.Det()); math.Abs(d-1) > 1e-9 {
		k = math.Sqrt(d)
	}
	dst = roomFor(dst, len(dots))
	for _, d := range dots {
		dst = append(dst, Dot{a.Apply(d.C), float64(d.R * k)})
	}
	return dst
}
