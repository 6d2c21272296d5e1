package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func sens() []drawing {
	return []drawing{{"sen", pattern.Info{ID: "sen", Family: "sen", Group: "p1", Traits: []string{"lotus"},
		Params: []pattern.Param{
			sizeParam(240),
			ratio("height", "Height, of the width", "Tinggi, dari lebar", 1, 2, 1.35),
			count("flowers", "Open flowers", "Bunga mekar", 1, 4, 2),
			count("buds", "Buds and pods", "Kuncup dan biji", 0, 5, 3),
			count("pads", "Leaves", "Daun", 1, 6, 4),
			ratio("bloom", "Size of the flowers", "Besar bunga", .7, 1.3, 1),
			count("water", "Ripples of the water", "Riak air", 0, 8, 5),
		},
		Slots: paintedSlots(),
		// The pond goes on sideways, and what is above it is open ground.
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.Brick}}, drawSen},
		{"sen_nho", pattern.Info{ID: "sen_nho", Family: "sen", Group: "p1", Traits: []string{"lotus"},
			Params: []pattern.Param{
				sizeParam(90),
				count("flowers", "Flowers in the repeat", "Bunga per ulang", 1, 8, 3),
				ratio("bloom", "Size of the flowers", "Besar bunga", .7, 1.3, 1),
				count("pads", "Leaves at a flower", "Daun per bunga", 0, 3, 2),
				count("ground", "Ground: open, buds, with cecek", "Latar: polos, kuncup, bercecek", 0, 2, 1),
			},
			Slots: paintedSlots(), Repeats: openRepeats()}, drawSenNho}}
}

// drawSenNho strews small lotuses over the cloth as one looks down on a pond: each
// lies on its leaves, with buds and small leaves between.
func drawSenNho(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	c.nozzle *= .8
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	g.plot = newPlot(s, s, .2*s)
	n := c.whole("flowers")
	big := float64(.27 * s / math.Sqrt(float64(n)) * c.value("bloom"))
	for i, at := range scattered(n, s, s, sd) {
		r := sd.At("flower", i)
		rad := float64(big * r.Range(.88, 1.06))
		g.head(deepHead, at, r.Float64(), rad, c.lotusAbove(rad, sd.Sub("head", i)))
		// Leaves look out from under the flower, away from each other.
		first := r.Float64()
		for k := range c.whole("pads") {
			dir := first + (float64(k)+r.Range(-.1, .1))/float64(c.whole("pads"))
			for _, q := range []float64{.75, .6, .45} {
				pad := float64(q * rad)
				p := at.Add(geom.Polar(rad+float64(.45*pad), dir))
				rim := p.Add(geom.Polar(.55*pad, dir))
				if g.fits([]geom.Dot{{C: rim, R: .45 * pad}}, g.gap) {
					g.head(deepLeaf+8*(k%2), p, dir+.25, pad, c.lotusPad(pad, sd.Sub("pad", i, k)))
					break
				}
			}
		}
	}
	if c.whole("ground") > 0 {
		g.strew(.06*s, .1*s, sd.Sub("small"), func(i int, at geom.Pt, room float64) {
			r := sd.At("small", i)
			rad := math.Min(room-g.gap, .085*s)
			if i%2 == 0 {
				g.head(deepHead+60, at, r.Float64(), rad, c.lotusBud(rad, sd.Sub("bud", i)))
			} else {
				g.head(deepLeaf, at, r.Float64(), .9*rad, c.lotusPad(.9*rad, sd.Sub("leaf", i)))
			}
		})
	}
	if c.whole("ground") > 1 {
		g.sow(pattern.Latar, 2.4*c.nozzle, sd)
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: g.shapes()}
}

// Depths of the pond, from the water up.
const (
	deepWater    = 0
	deepBack     = 10 // leaves behind
	deepStalk    = 40
	deepFloating = 60
	deepLotus    = 90
	deepBud      = 140
)

// drawSen draws a pond from the side: from the water at the foot of the repeat
// stalks rise to leaves, flowers and buds at different heights, over open ground;
// leaves float among ripples, and stalks go on in the water as broken reflections.
func drawSen(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	c.nozzle *= 1.15
	sd := o.Seed.Sub(in.ID)
	w := c.size
	h := float64(w * c.value("height"))
	level := h - float64(.2*w)
	big := float64(.135 * w * c.value("bloom"))
	var pond sheaf
	const up = -.25

	// Everything that rises takes a column of its own; the order of kinds and the
	// heights alternate, so that neighbours never stand at one height.
	type kind int
	const (
		open kind = iota
		closed
		pod
		pad
	)
	flowers, buds, pads := c.whole("flowers"), c.whole("buds"), c.whole("pads")
	var plants []kind
	for i := 0; len(plants) < flowers+buds+pads; i++ {
		if i < flowers {
			plants = append(plants, open)
		}
		if i < pads {
			plants = append(plants, pad)
		}
		if i < buds {
			plants = append(plants, []kind{closed, closed, pod}[i%3])
		}
	}
	n, behind := len(plants), 0
	start := sd.At("start").Float64()
	for i, k := range plants {
		r := sd.At("plant", i)
		// Columns are visited in steps that spread the kinds over the width.
		col := (float64((i*5)%n) + r.Range(.25, .75)) / float64(n)
		if n%5 == 0 {
			col = (float64((i*3)%n) + r.Range(.25, .75)) / float64(n)
		}
		x := float64(w * (start + col))
		x -= float64(math.Floor(x/w) * w)
		rise := level - float64(.08*w)
		var y, rad float64
		switch k {
		case open:
			y, rad = float64(rise*(.16+float64(.34*float64(i%2))))+float64(.06*w*r.Float64()), float64(1.5*big*r.Range(.92, 1.08))
		case closed:
			y, rad = float64(rise*r.Range(.08, .6)), float64(.52*big*r.Range(.85, 1.1))
		case pod:
			y, rad = float64(rise*r.Range(.3, .62)), .42*big
		case pad:
			y, rad = float64(rise*r.Range(.5, .95)), float64(1.25*big*r.Range(.85, 1.2))
		}
		y += rad
		lean := r.Range(-.05, .05)
		foot := geom.Pt{X: x + float64(.06*w*r.Range(-1, 1)), Y: level + float64(.09*w*r.Float64())}
		top := geom.Pt{X: x, Y: y}
		dir := up + lean
		stalk := stem{swayed(foot, top, up-lean, dir, .45, 24), float64(.03*big) + c.klowong(), float64(.02*big) + c.klowong()}
		pond.lay(deepStalk, geom.Identity(), line(pattern.Ground, pattern.Klowong, c.klowong(), stalk.outline()), area(pattern.Latar, pattern.Klowong, stalk.outline()),
			line(pattern.Outline, pattern.Klowong, c.fine(), stalk.outline()))
		pond.lay(deepWater, geom.Identity(), c.reflection(foot, float64(.05*w), r.Range(-1, 1)))
		into := .82 // of the radius, from the stalk's end to the head's middle
		if k == open {
			into = .58
		}
		at := geom.Rotate(dir).At(top.Add(geom.Polar(into*rad, dir)))
		switch k {
		case open:
			pond.lay(deepLotus, at, c.lotusSide(rad, sd.Sub("lotus", i))...)
		case closed:
			pond.lay(deepBud, at, c.lotusBud(rad, sd.Sub("bud", i))...)
		case pod:
			pond.lay(deepBud+30, at, c.lotusPod(rad)...)
		case pad:
			// Leaves above the water are seen aslant, each tipped its own way.
			tip := geom.Scale(1, r.Range(.42, .62)).Then(geom.Rotate(r.Range(-.06, .06))).At(top)
			pond.lay(deepBack+behind%3*10, geom.Rotate(r.Range(-.1, .1)).Then(tip), c.lotusPad(rad, sd.Sub("pad", i))...)
			behind++
		}
	}
	// Floating leaves lie flat among the ripples.
	for i := range (pads + 1) / 2 {
		r := sd.At("float", i)
		at := geom.Pt{X: float64(w * (start + (float64(i)+r.Range(.3, .7))/float64((pads+1)/2))), Y: level + float64(w*r.Range(.03, .11))}
		at.X -= float64(math.Floor(at.X/w) * w)
		rad := float64(big * r.Range(.7, 1))
		pond.lay(deepFloating, geom.Rotate(r.Range(-.08, .08)).Then(geom.Scale(1, .3)).At(at), c.lotusPad(rad, sd.Sub("floating", i))...)
	}
	pond.lay(deepWater+1, geom.Identity(), c.ripples(w, level, float64(.17*w), c.whole("water"), sd.Sub("water"))...)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: pond.shapes()}
}

// reflection returns the broken line of a stalk in the water below its foot.
func (c canting) reflection(foot geom.Pt, depth, lean float64) pattern.Shape {
	var p geom.Path
	const dashes = 4
	for i := range dashes {
		t := (float64(i) + .6) / dashes
		x := foot.X + float64(lean*.3*depth*t)
		l := float64(.45 * depth * (1 - float64(.5*t)))
		p = p.Join(geom.Polyline(geom.Pt{X: x - l, Y: foot.Y + float64(depth*t)}, geom.Pt{X: x + l, Y: foot.Y + float64(depth*t)}))
	}
	return line(pattern.Latar, pattern.Filling, 1.4*c.fine(), p)
}

// lotusPod returns the seed head of a lotus of radius r, opening toward +x: a cone
// with a flat lid in which the seeds sit.
func (c canting) lotusPod(r float64) []pattern.Shape {
	cone := geom.Path{}.MoveTo(geom.Pt{X: -r, Y: -.12 * r}).
		CubeTo(geom.Pt{X: -.3 * r, Y: -.2 * r}, geom.Pt{X: .1 * r, Y: -.6 * r}, geom.Pt{X: .5 * r, Y: -.92 * r}).
		LineTo(geom.Pt{X: .5 * r, Y: .92 * r}).
		CubeTo(geom.Pt{X: .1 * r, Y: .6 * r}, geom.Pt{X: -.3 * r, Y: .2 * r}, geom.Pt{X: -r, Y: .12 * r}).Close()
	lid := geom.Ellipse(geom.Pt{X: .5 * r}, .36*r, .94*r, 0)
	var ribs geom.Path
	for _, v := range []float64{-.5, -.17, .17, .5} {
		ribs = ribs.Join(geom.Smooth([]geom.Pt{{X: -.7 * r, Y: float64(.2 * v * r)}, {X: -.2 * r, Y: float64(.55 * v * r)}, {X: .2 * r, Y: float64(1.2 * v * r)}}, false))
	}
	seeds := append(ringDots(7, 1, .05, .08*r), geom.Dot{R: .08 * r})
	for i, d := range seeds {
		seeds[i].C = geom.Pt{X: float64(.5*r) + float64(.22*r*d.C.X), Y: float64(.62 * r * d.C.Y)}
	}
	return []pattern.Shape{
		area(pattern.Latar, pattern.Klowong, cone),
		line(pattern.Ground, pattern.Filling, 1.2*c.fine(), ribs),
		line(pattern.Outline, pattern.Klowong, .9*c.klowong(), cone),
		area(pattern.Ramp0, pattern.Klowong, lid),
		line(pattern.Outline, pattern.Klowong, .9*c.klowong(), lid),
		dots(pattern.Fill, pattern.Filling, seeds),
	}
}
