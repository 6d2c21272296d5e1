package raster

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// arcs holds half circles of radius 1 in rising numbers of chords, so that round
// things need no trigonometry while drawing.
type arcs []arc

type arc struct {
	pts []geom.Pt // from angle 0 to half a turn
	max float64   // the largest radius (px) it is good for
	// grow is the radius of the whole polygon that has the area of the unit
	// circle: dots of few corners keep their weight.
	grow float64
}

// sagitta is how far (px) a chord may be off its arc.
const sagitta = .09

func newArcs() arcs {
	var as arcs
	// Numbers of chords to the whole circle, all multiples of four.
	for _, n := range []int{8, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256} {
		a := arc{pts: make([]geom.Pt, n/2+1)}
		for i := range a.pts {
			a.pts[i] = geom.Polar(1, float64(i)/float64(n))
		}
		a.max = sagitta / (1 - geom.Cos(.5/float64(n)))
		a.grow = math.Sqrt(math.Pi / (float64(n) / 2 * geom.Sin(1/float64(n))))
		as = append(as, a)
	}
	return as
}

// of returns the arc for a radius in px.
func (as arcs) of(radius float64) *arc {
	for i := range as {
		if radius <= as[i].max {
			return &as[i]
		}
	}
	return &as[len(as)-1]
}
