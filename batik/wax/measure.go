package wax

import (
	"math"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Work is what a canting has to do in one ink.
type Work struct {
	Lines    float64 // m of klowong: outlines and lines
	Isen     float64 // m of filling lines
	Dots     float64 // number of cecek
	Outlines float64 // m round areas, which are drawn before they are filled
}

// Measure returns the work in each ink of the cloth, from its vectors. A zone's
// cells are counted by the area that they fill.
func Measure(c *cloth.Cloth) []Work {
	out := make([]Work, len(c.Inks))
	for i := range c.Zones {
		z := &c.Zones[i]
		cells := 1.
		if z.Repeat.X > 0 {
			cells *= z.Bounds.W() / z.Repeat.X
		}
		if z.Repeat.Y > 0 {
			cells *= z.Bounds.H() / z.Repeat.Y
		}
		if !z.Within.Empty() && z.Bounds.W() > 0 && z.Bounds.H() > 0 {
			area := 0.
			for _, p := range z.Within.Flatten(.5) {
				area += math.Abs(p.Area())
			}
			cells *= math.Min(1, area/float64(z.Bounds.W()*z.Bounds.H()))
		}
		for _, s := range z.Cell {
			if s.Ink < 0 || s.Ink >= len(out) {
				continue
			}
			w := &out[s.Ink]
			if s.Kind == geom.Dots || s.Kind == geom.Squares {
				w.Dots += float64(cells * float64(len(s.Dots)))
				continue
			}
			length := 0.
			for _, p := range s.Path.Flatten(.2) {
				length += p.Length()
			}
			length = float64(length * cells / 1000)
			switch {
			case s.Kind == geom.Area:
				w.Outlines += length
			case s.Layer == "isen":
				w.Isen += length
			default:
				w.Lines += length
			}
		}
	}
	return out
}
