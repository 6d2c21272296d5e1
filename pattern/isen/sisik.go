package isen

import "github.com/jagadbatik/jagad/pattern/geom"

// scales draws the arcs of sisik: the crowns point to the tip, and the crown of
// each scale touches the seam of the two before it (handbook §1.9, gringsing).
func (p place) scales(r float64) (lines [][]geom.Pt, hearts []geom.Pt) {
	w := p.width()
	const steps = 16
	p.rows(2*r, r, false, func(_, j int, y, x float64) {
		if j&1 != 0 {
			y += r
		}
		if !near(p, x, y, 2*r) {
			return
		}
		line := make([]geom.Pt, steps+1)
		for k := range line {
			q := geom.Polar(r, float64(float64(k)/(2*steps))-.25)
			line[k] = p.at(x+q.X, y+q.Y)
		}
		// Shreds of less than a third of an arc would read as specks.
		lines = append(lines, p.clip(line, p.inset+float64(w/2), r)...)
		hearts = append(hearts, p.at(x+float64(r/2), y))
	})
	return lines, hearts
}

// scale returns the radius of a scale: the handbook's 2–3.5, middle.
func (p place) scale() float64 { return p.pitch(2.6, 3*p.width()) }

func sisik(p place) []geom.Mark {
	lines, _ := p.scales(p.scale())
	return []geom.Mark{strokes(lines, p.width())}
}

func sisikMelik(p place) []geom.Mark {
	lines, hearts := p.scales(p.scale())
	var ds []geom.Dot
	for _, q := range hearts {
		if p.fits(q, p.dot()) {
			ds = append(ds, geom.Dot{C: q, R: p.dot()})
		}
	}
	return []geom.Mark{strokes(lines, p.width()), dots(ds)}
}
