package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func orkids() []drawing {
	return []drawing{{"orkid", pattern.Info{ID: "orkid", Family: "lukis", Group: "p1",
		Params: []pattern.Param{
			sizeParam(260),
			count("sprays", "Sprays in the repeat", "Untaian per ulang", 1, 4, 2),
			count("flowers", "Flowers on a spray", "Bunga per untaian", 3, 8, 5),
			ratio("bloom", "Size of the flowers", "Besar bunga", .7, 1.3, 1),
			ratio("arch", "Arch of the sprays", "Lengkung untaian", 0, 1, .55),
			count("leaves", "Leaves at the foot", "Daun di pangkal", 2, 6, 4),
			count("ground", "Ground: open, buds, with cecek", "Latar: polos, kuncup, bercecek", 0, 2, 1),
		},
		Slots: paintedSlots(), Repeats: openRepeats()}, drawOrkid}}
}

// drawOrkid draws arching sprays: strap leaves at the foot, flowers by turns on
// either side, smaller toward the tip, buds at the end. The flowers face the
// viewer and stand upright whatever way the spray goes.
func drawOrkid(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	c.nozzle *= 1.35
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	g.plot = newPlot(s, s, .11*s)
	g.gap = float64(1.2 * c.nozzle)
	n, flowers := c.whole("sprays"), c.whole("flowers")
	// Sprays reach a little into each other's share of the cloth.
	span := float64(s * 1.05 / math.Sqrt(float64(n)))
	// Two flowers on one side stand two steps of the stem apart.
	big := float64(span * math.Min(.19, .8/float64(flowers)) * c.value("bloom"))
	const up = -.25
	bud := blossom{"furled", canting.furled}
	strap := leafage{petal{l: .46 * span, w: .055 * span, crown: .66, open: .55, claw: .12, point: .12}, 1, c.lukisDye(0)}

	var sprays []stem
	first, side := sd.At("dir").Float64(), sd.At("dir").Sign()
	for i, at := range scattered(n, s, s, sd) {
		r := sd.At("spray", i)
		bend := float64(side * c.value("arch") * r.Range(.2, .35))
		dir := first + float64(.5*float64(i%2)) + r.Range(-.04, .04)
		// The arch, not its chord, is centred on its place, so that sprays share the
		// cloth evenly.
		foot := at.Sub(geom.Polar(.5*span, dir))
		end := at.Add(geom.Polar(.5*span, dir))
		pts := swayed(foot, end, dir-bend, dir+bend, .38, 40)
		shift := at.Sub(geom.Bounds(pts).Center())
		for k := range pts {
			pts[k] = pts[k].Add(shift)
		}
		sprays = append(sprays, stem{pts, float64(.09 * big), float64(.05 * big)})
	}
	for i, p := range sprays {
		r := sd.At("flowers", i)
		turn := r.Sign()
		for k := range flowers {
			u := geom.Mix(.24, .92, float64(k)/float64(max(1, flowers-1)))
			j := int(u * 40)
			rad := float64(big * geom.Mix(1.12, .68, u) * r.Range(.95, 1.04))
			turn = -turn
			for try := range 6 {
				q := float64(rad * (1 - float64(.07*float64(try))))
				at := p.pts[j].Add(geom.Polar(.72*q, p.dir(j)+float64(.25*turn)))
				if g.fits([]geom.Dot{{C: at, R: .93 * q}}, .2*g.gap) {
					g.head(deepHead, at, up+r.Range(-.05, .05), q, canting.orchid(c, q, sd.Sub("head", i, k)))
					break
				}
			}
		}
	}
	for i, p := range sprays {
		r := sd.At("foot", i)
		// Strap leaves spring from the foot and part to both sides.
		leaves := c.whole("leaves")
		for k := range leaves {
			fan := (float64(k)+.5)/float64(leaves) - .5
			dir := p.dir(0) + float64(fan*.62) + r.Range(-.02, .02)
			for try := range 7 {
				f := strap.sized(float64((1 - float64(.1*float64(try))) * r.Range(.85, 1)))
				f.bend = float64(.16*fan) + float64(.04*r.Range(-1, 1))
				if g.bract(f, p.pts[0], dir, .1*span) {
					break
				}
			}
		}
	}
	for i, p := range sprays {
		for k := range 3 {
			j := 40 - 4*k
			dir := p.dir(j) + []float64{0, .13, -.13}[k]
			tw := stem{swayed(p.pts[j], p.pts[j].Add(geom.Polar(.36*big, dir)), p.dir(j), dir, .3, 6), .05 * big, .04 * big}
			if g.perched(tw, deepHead+40, bud, float64(big*(.3+float64(.05*float64(k)))), sd.Sub("bud", i, k)) {
				g.lay(deepStem, geom.Translate(g.home(tw.pts[0]).Sub(tw.pts[0])), area(pattern.Latar, pattern.Klowong, tw.outline()))
			}
		}
		g.stem(p, deepStem, pattern.Latar)
	}
	if c.whole("ground") > 0 {
		g.strew(.55*big, 1.8*big, sd.Sub("small"), func(i int, at geom.Pt, room float64) {
			rad := math.Min(room-g.gap, .62*big)
			g.head(deepHead+40, at, sd.At("small", i).Float64(), rad, c.sprig(rad, sd.Sub("sprig", i)))
		})
	}
	if c.whole("ground") > 1 {
		g.sow(pattern.Latar, 3*c.nozzle, sd)
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: g.shapes()}
}
