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
		for _, row := range p.row(float64(float64(j) * pitch)) {
			lines = append(lines, p.clip(row, p.inset+float64(w/2), 3*w)...)
		}
	}
	if p.spine != nil {
		return []geom.Mark{curves(lines, w)}
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
	wavelet := make([]geom.Pt, steps+1)
	for k := range wavelet {
		x := float64(dash * (float64(float64(k)/steps) - .5))
		wavelet[k] = geom.Pt{X: x, Y: float64(amp * geom.Sin(x/wave))}
	}
	s := newSheet(p)
	p.rows(wave, pitch, true, func(_, j int, x, y float64) {
		if !near(p, x, y, wave) {
			return
		}
		m := p.set(x, y)
		if j&1 != 0 { // half a wave on, the wave is upside down
			m = geom.Scale(1, -1).Then(m)
		}
		for _, line := range p.clip(moved(wavelet, m), p.inset+float64(w/2), dash/3) {
			s.draw(glyph{lines: [][]geom.Pt{line}})
		}
	})
	return s.marks()
}

// near reports whether (x,y) of the frame lies within reach of the box.
func near(p place, x, y, reach float64) bool {
	return boxDistance(p.r.Bounds, p.at(x, y)) <= reach
}
