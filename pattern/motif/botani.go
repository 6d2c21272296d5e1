package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func botanis() []drawing {
	return []drawing{{"botani", pattern.Info{ID: "botani", Family: "botani", Group: "p1",
		Params: []pattern.Param{
			sizeParam(200),
			count("plants", "Plants across the repeat", "Tanaman per ulang", 2, 6, 3),
			count("leaves", "Leaves on a stem", "Daun per tangkai", 2, 14, 10),
			ratio("leaf", "Size of the leaves", "Besar daun", .6, 1.4, 1),
			ratio("bloom", "Size of the flowers", "Besar bunga", .7, 1.3, 1),
			ratio("sway", "Sway of the stems", "Lenggok tangkai", 0, 1, .5),
			count("ground", "Ground: open, seeds, with cecek", "Latar: polos, biji, bercecek", 0, 2, 1),
		},
		Slots:   paintedSlots(),
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.HalfDrop, symmetry.Brick}}, drawBotani}}
}

// drawBotani sets single plants side by side as on the plates of a herbal, every
// second one half a plant higher: flower, bud and leaf of a kind on each, fronds
// by turns.
func drawBotani(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	g.plot = newPlot(s, s, .1*s)
	g.gap = float64(1.2 * c.nozzle)
	n := c.whole("plants")
	pitch := s / float64(n)
	const rows = 2
	h := s / rows
	heads := append(namedBlossoms(), blossom{"daisy", daisy})
	forms := []leafage{
		{petal{l: 1, w: .2, crown: .64, open: .8, claw: .05, point: .14}, 1, c.leafDye(5)},
		{petal{l: 1, w: .1, crown: .7, open: .6, claw: .1, point: .2}, 1, c.leafDye(0)},
		{petal{l: 1, w: .15, crown: .6, open: 1, claw: .03, point: .12}, 3, c.leafDye(3)},
	}
	type plant struct {
		s    stem
		kind int // of the two heads
		leaf leafage
		r    float64
		sub  seed.Seed
	}
	var plants []plant
	first := sd.At("kinds").Below(len(heads))
	for j := range rows {
		for i := range n {
			r := sd.At("plant", i, j)
			k := i + j*n
			foot := geom.Pt{X: float64(pitch * (float64(i) + .5 + float64(.5*float64(j)) + r.Range(-.06, .06))),
				Y: float64(h * (float64(j) + 1 + float64(.5*float64(i%2)) + r.Range(-.04, .04)))}
			top := foot.Add(geom.Pt{X: float64(pitch * .35 * c.value("sway") * r.Range(-1, 1)), Y: float64(-.74 * h * r.Range(.94, 1.06))})
			sway := float64(.09 * c.value("sway") * r.Range(-1, 1))
			p := plant{stem{swayed(foot, top, -.25+sway, -.25+float64(sway*r.Range(-1, .6)), .4, 30), 1.6 * c.klowong(), 1.1 * c.klowong()},
				(i + j) % 2, forms[k%len(forms)].sized(float64(.4 * pitch * c.value("leaf") * []float64{1, 1.35, 1.15}[k%3])),
				float64(pitch * .4 * c.value("bloom") * r.Range(.9, 1.05)), sd.Sub("sub", k)}
			plants = append(plants, p)
		}
	}
	for i, p := range plants {
		if i%3 == 2 {
			continue // a plant of leaf alone
		}
		end := len(p.s.pts) - 1
		at := p.s.pts[end].Add(geom.Polar(.5*p.r, p.s.dir(end)))
		g.head(deepHead+45*p.kind, at, p.s.dir(end), p.r, heads[(first+p.kind)%len(heads)].draw(c, p.r, p.sub))
	}
	for i, p := range plants {
		r := p.sub.At("leaves")
		if i%3 != 2 {
			// A bud on a twig, by turns to the left and right.
			k := 17
			side := float64(1 - 2*(i%2))
			dir := p.s.dir(k) + float64(side*.1)
			foot := p.s.pts[k]
			tw := stem{swayed(foot, foot.Add(geom.Polar(.3*pitch, dir)), dir+float64(side*.05), dir-float64(side*.08), .4, 8), c.klowong(), .8 * c.klowong()}
			if g.perched(tw, deepHead+90, blossom{"furled", canting.furled}, float64(.24*p.r)+c.nozzle, p.sub.Sub("bud")) {
				g.stem(tw, deepStem, pattern.Latar)
			}
		}
		to := .72
		if i%3 == 2 {
			to = 1
		}
		g.clad(p.s, p.leaf, c.whole("leaves"), .1, to, r)
		g.stem(p.s, deepStem, pattern.Latar)
	}
	if c.whole("ground") > 0 {
		loose := forms[0]
		loose.dye = c.leafDye(2)
		g.strew(.13*pitch, .24*pitch, sd.Sub("small"), func(i int, at geom.Pt, _ float64) {
			dir := sd.At("seed", i).Float64()
			leaf := loose.sized(.2 * pitch)
			g.bract(leaf, at.Sub(geom.Polar(.5*leaf.l, dir)), dir, 0)
		})
	}
	if c.whole("ground") > 1 {
		g.sow(pattern.Latar, 2.6*c.nozzle, sd)
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: g.shapes()}
}
