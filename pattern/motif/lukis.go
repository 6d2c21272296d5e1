package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// lukis is a painted floral as the Malay coast draws it (handbook §1.10): few
// large flowers and leaves on open ground, each closed by a strong line of wax
// that fences the brushed dyes.
type lukis struct {
	heads    []blossom // the flowers, in turn
	small    []blossom // in the larger gaps
	bud      blossom
	leaf     petal // of length 1
	leaflets int
	ribs     int
	radius   float64      // of the first flower, of the size
	long     float64      // of the leaves, of the size
	wood     pattern.Role // of the stems
}

// openRepeats are the repeats of a motif on open ground that goes on over every
// edge: its copies may be shifted.
func openRepeats() []symmetry.Kind {
	return []symmetry.Kind{symmetry.Block, symmetry.HalfDrop, symmetry.Brick}
}

// paintedSlots are the places for fillings in painted flowers and leaves.
func paintedSlots() []pattern.Slot {
	return []pattern.Slot{
		{ID: "petal", Name: "Petals, in place of veins", Nama: "Kelopak, pengganti urat"},
		{ID: "leaf", Name: "Leaves, in place of ribs", Nama: "Daun, pengganti tulang"},
	}
}

func lukisInfo(id string, size, flowers, leaves float64) pattern.Info {
	return pattern.Info{ID: id, Family: "lukis", Group: "p1",
		Params: []pattern.Param{
			sizeParam(size),
			count("flowers", "Flowers in the repeat", "Bunga per ulang", 1, 6, flowers),
			ratio("bloom", "Size of the flowers", "Besar bunga", .7, 1.3, 1),
			count("leaves", "Leaves on a stem", "Daun per tangkai", 2, 9, leaves),
			ratio("leaf", "Size of the leaves", "Besar daun", .6, 1.4, 1),
			count("buds", "Buds to a flower", "Kuncup per bunga", 0, 4, 2),
			count("ground", "Ground: open, small flowers, with cecek", "Latar: polos, bunga kecil, bercecek", 0, 2, 1),
		},
		Slots: paintedSlots(), Repeats: openRepeats()}
}

func lukises() []drawing {
	sprigs := []blossom{{"sprig", canting.sprig}}
	bud := blossom{"furled", canting.furled}
	raya := lukis{heads: []blossom{{"hibiscus", canting.hibiscus}}, small: sprigs, bud: bud,
		leaf: petal{l: 1, w: .26, crown: .6, open: .75, claw: .05, point: .12, wave: .012, waves: 9}, ribs: 6,
		radius: .23, long: .24, wood: pattern.Latar}
	cempaka := lukis{heads: []blossom{{"champak", canting.champak}}, small: sprigs, bud: bud,
		leaf: petal{l: 1, w: .19, crown: .66, open: .8, claw: .05, point: .16}, ribs: 7,
		radius: .235, long: .27, wood: pattern.Latar}
	peony := lukis{heads: []blossom{{"peony", canting.peony}}, small: sprigs, bud: bud,
		leaf: petal{l: 1, w: .15, crown: .6, open: 1.1, claw: .03, point: .14, wave: .01, waves: 5}, leaflets: 3, ribs: 4,
		radius: .24, long: .31, wood: pattern.Outline}
	info := lukisInfo("mau_don", 240, 2, 5)
	info.Family, info.Repeats = "mau_don", []symmetry.Kind{symmetry.Block, symmetry.HalfDrop}
	// The largest flowers of all reach into their neighbours when these are shifted.
	broad := lukisInfo("bunga_raya", 260, 2, 6)
	broad.Repeats = standing()
	return []drawing{
		{"bunga_raya", broad, raya.draw},
		{"cempaka", lukisInfo("cempaka", 220, 3, 5), cempaka.draw},
		{"mau_don", info, peony.draw},
	}
}

// lukisDye paints large leaves: dark along the midrib.
func (c canting) lukisDye(ribs int) dye {
	d := c.leafDye(ribs)
	d.tones = []tone{tongued(pattern.Outline, .86, .4, .5, 6)}
	return d
}

func (l lukis) draw(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	c.nozzle *= 1.45 // a fence for dye is 1.5 mm and more
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	g.plot = newPlot(s, s, .13*s) // wide leaves ask for room far off
	g.gap = float64(1.7 * c.nozzle)
	n := c.whole("flowers")
	// More flowers are smaller, so that the ground stays open.
	big := float64(s * l.radius * c.value("bloom") * math.Min(1, math.Sqrt(2.6/float64(n+1))))
	leaf := leafage{l.leaf, l.leaflets, c.lukisDye(l.ribs)}.sized(float64(l.long * s * c.value("leaf")))

	places := scattered(n, s, s, sd)
	radius := make([]float64, n)
	for i, at := range places {
		r := sd.At("flower", i)
		radius[i] = float64(big * []float64{1, .8, .9}[i%3] * r.Range(.95, 1.05))
		b := l.heads[i%len(l.heads)]
		g.head(deepHead, at, r.Float64(), radius[i], b.draw(c, radius[i], sd.Sub("head", i)))
	}
	for i, at := range places {
		r := sd.At("stem", i)
		if st, ok := g.shoot(at, radius[i], 1.7*l.radius*s, .08*big, .035*big, r); ok {
			g.clad(st, leaf, c.whole("leaves"), .36, 1, r)
			g.stem(st, deepStem, l.wood)
		}
	}
	for i, at := range places {
		k := 1 + float64(.5*radius[i]/leaf.l)
		g.collar(at, radius[i], leaf.sized(k), 6, sd.At("collar", i))
	}
	for i, at := range places {
		r := sd.At("bud", i)
		for j := range c.whole("buds") {
			rad := float64(radius[i] * r.Range(.24, .3))
			if st, ok := g.shoot(at, radius[i], .62*big, .045*big, .03*big, r); ok && g.perched(st, deepHead+40, l.bud, rad, sd.Sub("bud", i, j)) {
				g.clad(st, leaf.sized(.5), 2, .3, .7, r)
				g.stem(st, deepStem, l.wood)
			}
		}
	}
	if c.whole("ground") > 0 {
		g.strew(.36*big, .8*big, sd.Sub("small"), func(i int, at geom.Pt, room float64) {
			r := sd.At("small", i)
			rad := math.Min(room-g.gap, .42*big)
			g.head(deepHead+40, at, r.Float64(), rad, l.small[r.Below(len(l.small))].draw(c, rad, sd.Sub("sprig", i)))
		})
	}
	if c.whole("ground") > 1 {
		g.sow(pattern.Latar, 3*c.nozzle, sd)
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: g.shapes()}
}
