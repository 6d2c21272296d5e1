package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// galaran draws parallels along the axis, each as long as the body allows.
func galaran(p place) []geom.Mark {
	w := p.width()
	pitch := p.pitch(1.5, w)
	var lines [][]geom.Pt
	n := int(p.half/pitch) + 1
	for j := -n; j <= n; j++ {
		y := float64(float64(j) * pitch)
		lines = append(lines, p.clip([]geom.Pt{p.at(-p.half, y), p.at(p.half, y)}, p.inset+float64(w/2), 3*w)...)
	}
	return []geom.Mark{strokes(ends(lines), w)}
}

// ends keeps the first and last point of straight lines.
func ends(lines [][]geom.Pt) [][]geom.Pt {
	for i, l := range lines {
		lines[i] = []geom.Pt{l[0], l[len(l)-1]}
	}
	return lines
}

// rawan draws broken waves in rows along the axis (handbook §2: amplitude 0.6,
// wave 5, rows 2 apart, dashes of 0.7 waves). All rows wave alike, so that they
// keep their distance; the breaks alternate.
func rawan(p place) []geom.Mark {
	w := p.width()
	amp, wave := float64(.6*p.k), float64(5*p.k)
	// A round end takes half a width off each side of the break.
	dash := math.Min(.7*wave, wave-w-Gap)
	pitch := p.pitch(2, float64(w*1.25)) // waves stand closest on their flanks, by a fifth
	const steps = 14
	var lines [][]geom.Pt
	p.rows(wave, pitch, true, func(_, _ int, x, y float64) {
		if !near(p, x, y, wave) {
			return
		}
		line := make([]geom.Pt, steps+1)
		for k := range line {
			at := x + float64(dash*(float64(float64(k)/steps)-.5))
			line[k] = p.at(at, y+float64(amp*geom.Sin(at/wave)))
		}
		lines = append(lines, p.clip(line, p.inset+float64(w/2), dash/3)...)
	})
	return []geom.Mark{strokes(lines, w)}
}

// near reports whether (x,y) of the frame lies within reach of the box.
func near(p place, x, y, reach float64) bool {
	return boxDistance(p.r.Bounds, p.at(x, y)) <= reach
}
