package isen

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// kembangJeruk draws orange blossoms: small flowers of five or four petals round
// a dot.
func kembangJeruk(p place) []geom.Mark {
	flowers := [2]glyph{p.blossom(5), p.blossom(4)}
	return p.stampsAmongDots(6.4, 5.4, true, func(i, j int) glyph { return flowers[(i+j)&1] })
}

// blossom returns a flower of n solid petals round a dot (handbook §2: ∅ 4).
func (p place) blossom(n int) glyph {
	dot := p.dot()
	foot := dot + Gap
	tip := math.Max(2.1*p.shrunk(), foot+.9)
	g := glyph{smooth: true, dots: []geom.Dot{{R: dot}}}
	s := geom.Sin(.5 / float64(n))
	// Half widths keep a gap to the next petal at every distance from the heart.
	var side []geom.Pt
	for _, t := range []float64{.06, .3, .55, .8, .95} {
		r := geom.Mix(foot, tip, t)
		side = append(side, geom.Pt{X: r, Y: math.Min(float64(r*s)-Gap/2-.03, float64((tip-foot)*.62*math.Sqrt(1-float64(t*t))))})
	}
	var petal []geom.Pt
	petal = append(petal, geom.Pt{X: foot})
	petal = append(petal, side...)
	petal = append(petal, geom.Pt{X: tip})
	for i := len(side) - 1; i >= 0; i-- {
		petal = append(petal, geom.Pt{X: side[i].X, Y: -side[i].Y})
	}
	for i := range n {
		g.areas = append(g.areas, moved(petal, geom.Rotate(float64(i)/float64(n))))
	}
	return g
}

// kembangKapas draws cotton bolls: three lobes in a cup.
func kembangKapas(p place) []geom.Mark {
	k, w := p.shrunk(), p.width()
	lobe := float64(.72 * k)
	// Three discs a gap apart stand at (r + gap/2)/sin 60° from their middle.
	d := (lobe + Gap/2 + .01) / (math.Sqrt(3) / 2)
	g := glyph{smooth: true}
	for i := range 3 {
		g.areas = append(g.areas, round(8, geom.Polar(d, float64(i)/3), lobe, lobe))
	}
	cup := d + lobe + Gap + float64(w/2)
	var arc []geom.Pt
	for i := range 11 {
		arc = append(arc, geom.Polar(cup, .5+float64(.034*float64(i-5))))
	}
	g.lines = [][]geom.Pt{arc}
	g.dots = []geom.Dot{{C: geom.Pt{X: -cup - float64(w/2) - Gap - p.dot()}, R: p.dot()}}
	g = g.centred()
	return p.stampsAmongDots(7, 5.2, true, func(int, int) glyph { return g })
}

// kembangSuruh draws the catkins of betel: a narrow sheath with a row of dots.
func kembangSuruh(p place) []geom.Mark {
	k, w, r := p.shrunk(), p.width(), p.dot()
	half := math.Max(float64(2.7*k), (float64(3*r)+2*Gap+float64(w/2))/.8)
	wide := math.Max(float64(1.15*k), (r+Gap+float64(w/2))/.82)
	var sheath []geom.Pt
	const n = 28
	for i := range n {
		s, c := geom.SinCos(float64(i) / n)
		// Pointed at the tip, blunt at the foot.
		sheath = append(sheath, geom.Pt{X: float64(half * c), Y: float64(float64(wide*s) * (1 - float64(.28*c)))})
	}
	g := glyph{smooth: true, lines: [][]geom.Pt{loop(sheath)}}
	for i := -1; i <= 1; i++ {
		g.dots = append(g.dots, geom.Dot{C: geom.Pt{X: float64(float64(i)*(2*r+Gap)) - float64(.12*half)}, R: r})
	}
	return p.stampsAmongDots(7.6, 4, true, func(int, int) glyph { return g })
}

// kembangCengkeh draws cloves: a nail, its bud and a crown of dots.
func kembangCengkeh(p place) []geom.Mark {
	k, r := p.shrunk(), p.dot()
	bud := float64(.62 * k)
	head := float64(2.4 * k)
	g := glyph{smooth: true}
	g.areas = [][]geom.Pt{
		{{}, {X: .5 * head, Y: .2 * k}, {X: head, Y: .42 * k}, {X: 1.04 * head}, {X: head, Y: -.42 * k}, {X: .5 * head, Y: -.2 * k}},
		round(8, geom.Pt{X: float64(1.06*head) + Gap + bud}, bud, bud),
	}
	for i := -1; i <= 1; i++ {
		g.dots = append(g.dots, geom.Dot{C: g.areas[1][0].Sub(geom.Pt{X: bud}).Add(geom.Polar(bud+Gap+r+.02, float64(.17*float64(i)))), R: r})
	}
	g = g.centred()
	return p.stampsAmongDots(7, 4, true, func(int, int) glyph { return g })
}

// mataDeruk draws dove's eyes: a ring round a dot.
func mataDeruk(p place) []geom.Mark {
	r := math.Max(float64(1.12*p.k), p.dot()+Gap+float64(p.width()/2))
	g := glyph{smooth: true, lines: [][]geom.Pt{loop(round(10, geom.Pt{}, r, r))}, dots: []geom.Dot{{R: p.dot()}}}
	return p.stamps(3.5, 3.1, true, func(int, int) glyph { return g })
}

// krambilSacuwil draws bits of coconut: crescents, row by row the other way
// round (handbook §2: a disc ∅ 3 less one set off by .9).
func krambilSacuwil(p place) []geom.Mark {
	r := float64(1.5 * p.k)
	d := float64(.45 * r) // half the offset, and a rounder piece than .9 leaves
	h := math.Sqrt(float64(r*r) - float64(d*d))
	a := geom.Angle(geom.Pt{X: d, Y: h})
	var pts []geom.Pt
	const n = 10
	for i := 0; i <= n; i++ {
		pts = append(pts, geom.Polar(r, geom.Mix(a, 1-a, float64(i)/n)))
	}
	for i := 1; i < n; i++ {
		q := geom.Polar(r, geom.Mix(.5+a, .5-a, float64(i)/n))
		pts = append(pts, geom.Pt{X: q.X + float64(2*d), Y: q.Y})
	}
	left := moved(pts, geom.Translate(geom.Pt{X: (r - d) / 2}))
	right := moved(left, geom.Scale(-1, 1))
	return p.stamps(2.9, 3.5, true, func(_, j int) glyph {
		if j&1 != 0 {
			return glyph{areas: [][]geom.Pt{right}}
		}
		return glyph{areas: [][]geom.Pt{left}}
	})
}

// manggaran draws flower stalks of the areca palm: paired dots on a stalk, fewer
// towards the tip, one stalk up and the next down.
func manggaran(p place) []geom.Mark {
	w, r := p.width(), p.dot()
	step := math.Max(float64(1.3*p.shrunk()), 2*r+Gap)
	out := float64(w/2) + Gap + r
	counts := []int{2, 1, 1}
	long := float64(step * float64(len(counts)))
	g := glyph{lines: [][]geom.Pt{{{X: -float64(long/2) - float64(.8*step)}, {X: long / 2}}}}
	for i, n := range counts {
		x := float64(step*(float64(i)+.25)) - float64(long/2)
		for m := range n {
			// The outer dots hang back, as on a drooping cluster.
			q := geom.Pt{X: x - float64(.45*step*float64(m)), Y: out + float64((2*r+Gap)*float64(m))}
			g.dots = append(g.dots, geom.Dot{C: q, R: r}, geom.Dot{C: geom.Pt{X: q.X, Y: -q.Y}, R: r})
		}
	}
	g.dots = append(g.dots, geom.Dot{C: geom.Pt{X: float64(long/2) + float64(w/2) + Gap + r}, R: r})
	g = g.centred()
	down := g.under(geom.Rotate(.5))
	return p.stamps(7.4, 4.6, true, func(_, j int) glyph {
		if j&1 != 0 {
			return down
		}
		return g
	})
}
