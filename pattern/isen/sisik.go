package isen

import "github.com/jagadbatik/jagad/pattern/geom"

// scales draws the arcs of sisik: the crowns point to the tip, and the crown of
// each scale touches the seam of the two before it (handbook §1.9, gringsing).
func (p place) scales(r float64) (lines [][]geom.Pt, hearts []geom.Pt) {
	w := p.width()
	const steps = 16
	p.grid(2*r, r, false, func(_, j int, y, x float64) {
		if j&1 != 0 {
			y += r
		}
		if !near(p, x, y, 2*r) {
			return
		}
		if p.folded(x, y) {
			return
		}
		line := make([]geom.Pt, steps+1)
		for k := range line {
			q := geom.Polar(r, float64(float64(k)/(2*steps))-.25)
			line[k] = p.at(x+q.X, y+q.Y)
		}
		// Shreds of less than half an arc would read as specks.
		lines = append(lines, p.clip(line, p.inset+float64(w/2), float64(1.5*r))...)
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

// gringsing draws larger scales with a second arc and a dot in each.
func gringsing(p place) []geom.Mark {
	w := p.width()
	// Room for a dot under an arc under the crown, all a gap apart.
	r := p.pitch(3, float64(3*w)+float64(2*p.dot())+1.2*Gap)
	lines, _ := p.scales(r)
	inner := r - float64(w/2) - Gap - w
	s := newSheet(p)
	s.taken = nil
	arc := make([]geom.Pt, 13)
	for k := range arc {
		// Two fifths of a turn: the ends would meet the scales beside it.
		arc[k] = geom.Polar(inner, float64(float64(k)/12*.36)-.18)
	}
	g := glyph{lines: [][]geom.Pt{arc}, smooth: true, dots: []geom.Dot{{C: geom.Pt{X: inner - float64(w/2) - Gap - p.dot()}, R: p.dot()}}}
	p.grid(2*r, r, false, func(_, j int, y, x float64) {
		if j&1 != 0 {
			y += r
		}
		if !p.folded(x, y) && near(p, x, y, r) {
			s.put(g, p.set(x, y))
		}
	})
	s.lines = strokes(lines, w).Path
	return s.marks()
}
