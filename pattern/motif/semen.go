package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// semenHero is a figure of a semen cloth and its usual place on the tile, in
// fractions of it, and height, of the tile's width.
type semenHero struct {
	u, v, s float64
	draw    func(c canting, s float64) emblem
	mirror  bool // shown in a mirror
	upset   bool // hangs upside down
}

// Small figures that stand between the heroes of any semen.
func semenBud(c canting, s float64) emblem {
	var e emblem
	e.put(0, c.bud(s), geom.Translate(geom.Pt{Y: s / 2}))
	return e
}

func semenFrond(c canting, s float64) emblem {
	// Three leaves on a stalk, the trefoil of court cloth.
	var e emblem
	for i, a := range []float64{-.44, -.06, -.25} {
		k := 1.
		if a != -.25 {
			k = .78
		}
		e.put(i/2, c.frond(float64(.62*s*k), 3), geom.Rotate(a).At(geom.Pt{Y: .18 * s}))
	}
	c.shoulder(&e, 2, geom.Pt{Y: .2 * s}, .09*s)
	return e
}

func lotusOf(n int) func(canting, float64) emblem {
	return func(c canting, s float64) emblem { return c.lotus(s, n) }
}
func rosetteOf(n int) func(canting, float64) emblem {
	return func(c canting, s float64) emblem { return c.rosette(s, n) }
}
func larOf(n int) func(canting, float64) emblem {
	return func(c canting, s float64) emblem { return c.lar(s, n) }
}
func treeOf(n int) func(canting, float64) emblem {
	return func(c canting, s float64) emblem { return c.tree(s, n) }
}
func meruOf(n int) func(canting, float64) emblem {
	return func(c canting, s float64) emblem { return c.meru(s, n) }
}
func flameOf(n int) func(canting, float64) emblem {
	return func(c canting, s float64) emblem { return c.flame(s, n) }
}
func peksiOf(c canting, s float64) emblem { return c.bird(s, 4, true) }
func birdOf(c canting, s float64) emblem  { return c.bird(s, 4, false) }

func semens() []drawing {
	repeats := []symmetry.Kind{symmetry.Block}
	slots := []pattern.Slot{
		{ID: "body", Name: "Bodies of the figures", Nama: "Badan ragam hias", Def: "sisik_melik"},
	}
	semen := func(id string, size, height float64, traits []string, heroes, small []semenHero) drawing {
		last := count("small", "Figures between the heroes", "Ragam hias sela", 0, float64(len(small)), float64(len(small)))
		if id == "semen_rante" {
			last = count("links", "Links of the chain on each side", "Mata rantai tiap sisi", 3, 11, 7)
		}
		return drawing{id, pattern.Info{ID: id, Family: "semen", Group: "p1", Traits: traits, Slots: slots, Repeats: repeats,
			Params: []pattern.Param{
				sizeParam(size),
				ratio("hero", "Size of the figures", "Besar ragam hias utama", .7, 1.2, 1.05),
				ratio("stray", "Straying of the figures from their places", "Geseran letak ragam hias", 0, 1, .4),
				ratio("growth", "Room between the tendrils", "Jarak lung-lungan", .75, 1.7, 1),
				ratio("leaf", "Length of the leaves", "Panjang daun", .7, 1.35, 1),
				count("cecek", "Cecek on the open ground: none, few, many", "Cecek pada latar: tanpa, jarang, rapat", 0, 2, 1),
				last,
			}},
			func(in pattern.Info, o pattern.Options) pattern.Tile { return drawSemen(in, o, height, heroes, small) }}
	}
	return []drawing{
		semen("semen", 180, 1, []string{plantsOnly},
			[]semenHero{
				{u: .25, v: .2, s: .33, draw: treeOf(4)}, {u: .75, v: .7, s: .33, draw: treeOf(4)},
				{u: .75, v: .19, s: .28, draw: lotusOf(3)}, {u: .25, v: .69, s: .28, draw: lotusOf(3)},
			},
			[]semenHero{
				{u: 0, v: .44, s: .2, draw: rosetteOf(8)}, {u: .5, v: .94, s: .2, draw: rosetteOf(8)},
				{u: .5, v: .45, s: .21, draw: canting.fruit}, {u: 0, v: .95, s: .21, draw: canting.fruit},
				{u: .5, v: .15, s: .19, draw: semenFrond}, {u: 0, v: .66, s: .19, draw: semenFrond},
				{u: .76, v: .43, s: .17, draw: semenFrond, upset: true}, {u: .25, v: .93, s: .17, draw: semenFrond, upset: true},
				{u: .27, v: .46, s: .13, draw: semenBud}, {u: .74, v: .96, s: .13, draw: semenBud},
			}),
		semen("semen_rama", 210, 1, []string{"garuda", "sawat", "lar"},
			[]semenHero{
				{u: .25, v: .15, s: .28, draw: func(c canting, s float64) emblem { return c.gurda(s, 5) }},
				{u: .75, v: .15, s: .29, draw: treeOf(4)},
				{u: .5, v: .4, s: .23, draw: meruOf(3)},
				{u: .0, v: .4, s: .24, draw: canting.boat},
				{u: .25, v: .64, s: .26, draw: canting.throne},
				{u: .75, v: .65, s: .27, draw: func(c canting, s float64) emblem { return c.sawat(s, 5) }},
				{u: .39, v: .88, s: .2, draw: larOf(4), mirror: true}, {u: .61, v: .88, s: .2, draw: larOf(4)},
				{u: .0, v: .88, s: .2, draw: flameOf(2)},
			},
			[]semenHero{
				{u: .0, v: .16, s: .18, draw: birdOf, mirror: true}, {u: .5, v: .13, s: .15, draw: rosetteOf(8)},
				{u: .25, v: .4, s: .18, draw: birdOf}, {u: .76, v: .41, s: .17, draw: canting.butterfly},
				{u: .5, v: .63, s: .17, draw: canting.fruit}, {u: 0, v: .65, s: .17, draw: lotusOf(2)},
				{u: .2, v: .9, s: .17, draw: lotusOf(2)}, {u: .8, v: .9, s: .17, draw: semenFrond},
			}),
		semen("cuwiri", 110, 1, []string{"lar"},
			[]semenHero{
				{u: .25, v: .2, s: .3, draw: meruOf(2)}, {u: .75, v: .7, s: .3, draw: meruOf(2)},
				{u: .75, v: .21, s: .28, draw: larOf(4)}, {u: .25, v: .71, s: .28, draw: larOf(4), mirror: true},
			},
			[]semenHero{
				{u: .5, v: .45, s: .2, draw: rosetteOf(8)}, {u: 0, v: .95, s: .2, draw: rosetteOf(8)},
				{u: 0, v: .45, s: .22, draw: lotusOf(2)}, {u: .5, v: .95, s: .22, draw: lotusOf(2)},
				{u: .25, v: .44, s: .14, draw: semenBud}, {u: .75, v: .94, s: .14, draw: semenBud},
			}),
		semen("wahyu_tumurun", 150, 1.1, nil,
			[]semenHero{
				{u: .25, v: .18, s: .3, draw: canting.crown}, {u: .75, v: .68, s: .3, draw: canting.crown},
				{u: .1, v: .43, s: .25, draw: peksiOf}, {u: .4, v: .43, s: .25, draw: peksiOf, mirror: true},
				{u: .6, v: .93, s: .25, draw: peksiOf}, {u: .9, v: .93, s: .25, draw: peksiOf, mirror: true},
			},
			[]semenHero{
				{u: .75, v: .2, s: .24, draw: lotusOf(2)}, {u: .25, v: .7, s: .24, draw: lotusOf(2)},
				{u: .75, v: .43, s: .12, draw: rosetteOf(8)}, {u: .25, v: .93, s: .12, draw: rosetteOf(8)},
				{u: .52, v: .18, s: .16, draw: semenFrond}, {u: .02, v: .68, s: .16, draw: semenFrond},
				{u: .98, v: .18, s: .16, draw: semenFrond}, {u: .48, v: .68, s: .16, draw: semenFrond},
			}),
		semen("semen_rante", 150, 1, nil,
			[]semenHero{
				{u: .5, v: .0, s: .3, draw: treeOf(4)}, {u: 0, v: .5, s: .3, draw: lotusOf(3)},
				{u: .5, v: .27, s: .17, draw: semenFrond, upset: true}, {u: .5, v: .74, s: .17, draw: semenFrond},
				{u: 0, v: .76, s: .17, draw: rosetteOf(8)}, {u: 0, v: .25, s: .17, draw: semenFrond},
				{u: .77, v: .0, s: .14, draw: canting.fruit}, {u: .23, v: .0, s: .14, draw: canting.fruit},
				{u: .26, v: .5, s: .14, draw: rosetteOf(8)}, {u: .74, v: .5, s: .14, draw: rosetteOf(8)},
			},
			nil),
	}
}

// drawSemen plants the figures and lets tendrils grow from them until the ground
// is even.
func drawSemen(in pattern.Info, o pattern.Options, height float64, heroes, small []semenHero) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub(in.ID)
	w, h := c.size, float64(c.size*height)
	l := c.semenVine()
	g := c.newGround(w, h, .16*l.apart, 1.2*l.apart)
	all := append(append([]semenHero(nil), heroes...), small[:min(len(small), c.whole("small"))]...)
	var figures emblem
	if n := c.whole("links"); n > 0 {
		chain := c.rante(w/2, h/2, n).whole(float64(.95 * c.apart()))
		for _, m := range moved(geom.Pt{}, geom.Pt{X: w / 2, Y: h / 2}) {
			g.stand(chain, m, .9*c.klowong())
			figures.put(0, chain, m)
		}
	}
	for i, q := range all {
		r := sd.At("hero", i)
		stray := float64(.025 * w * c.value("stray"))
		at := geom.Pt{X: float64(q.u*w) + float64(stray*r.Normal()*.6), Y: float64(q.v*h) + float64(stray*r.Normal()*.6)}
		m := geom.Rotate(float64(.012 * c.value("stray") * r.Range(-1, 1)))
		if q.mirror {
			m = geom.Scale(-1, 1).Then(m)
		}
		if q.upset {
			m = geom.Scale(1, -1).Then(m)
		}
		m = m.At(at)
		// A figure that finds no room is drawn smaller; a small one may stay away.
		for k := 1.; k > .5; k -= .08 {
			e := q.draw(c, float64(q.s*w*c.value("hero")*k))
			ds := g.footprint(e, m)
			if !g.fits(ds, c.klowong()) && (k > .6 || i >= len(heroes)) {
				continue
			}
			for _, d := range ds {
				g.take(geom.Dot{C: d.C, R: d.R + float64(1.4*c.klowong())})
			}
			figures.put(0, e.whole(float64(.95*c.apart())), m)
			break
		}
	}
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: c.overgrown(g, l, figures, sd)}
}

// rante draws the two chains that part from the origin to (±w,h), n links on each:
// rings and bars by turns, and a rosette where chains cross.
func (c canting) rante(w, h float64, n int) emblem {
	var side emblem
	end := geom.Pt{X: w, Y: h}
	n |= 1 // bars at both ends
	pitch := end.Len() / (float64(n) + 1.2)
	for i := range n {
		t := (float64(i) + 1.1) / (float64(n) + 1.2)
		m := geom.Rotate(geom.Angle(end)).At(end.Mul(t))
		var ring geom.Path
		a, b := .66*pitch, .34*pitch
		if i%2 == 0 {
			// Its rim keeps the cloth open between two contours.
			a, b = .58*pitch, geom.Clamp((c.bold()+float64(1.1*c.apart()))/.55, .2*pitch, .3*pitch)
		}
		outer, inner := geom.Superellipse(geom.Pt{}, a, b, 2.6, 0), geom.Superellipse(geom.Pt{}, .6*a, .45*b, 2.6, 0)
		ring = outer.Join(backward(inner)).Transform(m)
		role := pattern.Fill
		if i%2 == 0 {
			role = pattern.Fill2
		}
		side.body(i%2, role, c.bold(), ring)
		if i%2 == 1 {
			r := math.Min(c.cecek(), .09*pitch)
			side.add(1, dots(ink(role), pattern.Filling, geom.Mark{Kind: geom.Dots, Dots: beaded(geom.Superellipse(geom.Pt{}, .81*a, .72*b, 2.6, 0), 3.6*r, r, 2)}.Transform(m).Dots))
		}
	}
	var e emblem
	e.pair(0, side)
	e.put(2, c.rosette(1.5*pitch, 8), geom.Identity())
	return e
}
