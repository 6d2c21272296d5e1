package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func thais() []drawing {
	return []drawing{
		{"thai_floral", pattern.Info{ID: "thai_floral", Family: "thai", Group: "p1",
			Params: []pattern.Param{
				sizeParam(180),
				count("flowers", "Large flowers in the repeat", "Bunga besar per ulang", 2, 9, 5),
				ratio("bloom", "Size of the flowers", "Besar bunga", .7, 1.3, 1),
				count("fronds", "Fronds and sprays of leaves", "Daun pakis dan bambu", 0, 9, 5),
				ratio("leaf", "Size of the leaves", "Besar daun", .6, 1.4, 1),
				count("ground", "Ground: open, small flowers, with cecek", "Latar: polos, bunga kecil, bercecek", 0, 2, 1),
			},
			Slots: paintedSlots(), Repeats: openRepeats()}, drawThaiFloral},
		{"thai_lattice", pattern.Info{ID: "thai_lattice", Family: "thai", Group: "cmm",
			Params: []pattern.Param{
				sizeParam(72),
				ratio("height", "Height of a diamond, of its width", "Tinggi ketupat, dari lebar", 1.1, 1.8, 1.36),
				count("kranok", "Flames of a kranok leaf", "Lidah api kranok", 2, 5, 3),
				count("lines", "Lines of the lattice", "Garis kisi", 1, 3, 2),
				ratio("petal", "Width of the petals", "Lebar kelopak", .6, 1.3, 1),
				count("bead", "Beads along the lattice", "Mutiara di kisi", 0, 1, 1),
			},
			Slots: []pattern.Slot{
				{ID: "petal", Name: "Petals", Nama: "Kelopak"},
				{ID: "ground", Name: "Ground of the diamonds", Nama: "Latar ketupat"},
			},
			// Half-drop and brick would cut the diamonds.
			Repeats: []symmetry.Kind{symmetry.Block, symmetry.Mirror}}, drawThaiLattice},
	}
}

// drawThaiFloral strews frangipani and ratchaphruek, each on a collar of leaves,
// with fronds, sprays of bamboo and jasmine between them.
func drawThaiFloral(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	c.nozzle *= 1.2
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	g.plot = newPlot(s, s, .12*s)
	g.gap = float64(1.3 * c.nozzle)
	n := c.whole("flowers")
	big := float64(.3 * s / math.Sqrt(float64(n)) * c.value("bloom"))
	leaf := leafage{petal{l: 1, w: .17, crown: .66, open: .8, claw: .05, point: .16}, 1, c.leafDye(4)}.sized(float64(.19 * s * c.value("leaf")))
	heads := []blossom{{"frangipani", canting.frangipani}, {"cassia", canting.cassia}}

	places := scattered(n, s, s, sd)
	radius := make([]float64, n)
	for i, at := range places {
		r := sd.At("flower", i)
		radius[i] = float64(big * []float64{1, .86}[i%2] * r.Range(.93, 1.06))
		g.head(deepHead, at, r.Float64(), radius[i], heads[i%2].draw(c, radius[i], sd.Sub("head", i)))
	}
	for i, at := range places {
		r := sd.At("collar", i)
		g.collar(at, radius[i], leaf.sized(1+float64(.3*r.Float64())), 2+r.Below(3), r)
	}
	sprays := []blossom{{"fern", canting.fern}, {"bamboo", canting.bambooLeaves}}
	planted := 0
	g.gaps(.07*s, sd.Sub("fronds"), func(at geom.Pt, room float64) {
		i := planted
		if i >= c.whole("fronds") {
			return
		}
		r := sd.At("frond", i)
		// The way in which a frond finds most room.
		l := float64(.19 * s * c.value("leaf"))
		for _, k := range []float64{1, .85, .7, .55} {
			for range 8 {
				dir := r.Float64()
				rad := float64(k * l)
				var ds []geom.Dot
				for _, x := range []float64{-.75, -.45, -.1, .25, .55, .85} {
					ds = append(ds, geom.Dot{C: at.Add(geom.Polar(float64(x*rad), dir)), R: float64(.42 * rad * (1 - float64(.6*x*x)))})
				}
				if !g.fits(ds, .5*g.gap) {
					continue
				}
				g.take(ds...)
				g.lay(deepLeaf+10, geom.Rotate(dir).At(g.home(at)), sprays[i%2].draw(c, rad, sd.Sub("spray", i))...)
				planted++
				return
			}
		}
		g.take(geom.Dot{C: at, R: .01 * s})
	})
	if c.whole("ground") > 0 {
		g.strew(.042*s, .06*s, sd.Sub("small"), func(i int, at geom.Pt, room float64) {
			rad := math.Min(room-float64(.6*g.gap), .075*s)
			dir, sub := sd.At("turn", i).Float64(), sd.Sub("small", i)
			switch i % 3 {
			case 0:
				g.head(deepHead+20, at, dir, rad, c.sprig(rad, sub))
			case 1: // the jasmine of a sprig is about half as wide as its leaves
				rad = math.Min(rad, .045*s)
				g.head(deepHead+20, at, dir, rad, c.posy(0, 1.7*rad, sub))
			case 2:
				rad = math.Min(rad, .045*s)
				g.head(deepHead+40, at, dir, rad, c.furled(rad, sub))
			}
		})
	}
	if c.whole("ground") > 1 {
		g.sow(pattern.Latar, 2.6*c.nozzle, sd)
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: g.shapes()}
}

// kranok returns a flame leaf of length l along +x: n flames, each after the first
// shorter and farther turned, whose tips all curl one way. Each lies over the next,
// which comes out from under its side: from one foot they would part too slowly. Our
// own drawing after the manner of Thai ornament.
func kranok(n int, l float64) []placed {
	flame := petal{l: l, w: .19 * l, crown: .72, open: .8, claw: .12, point: .22, bend: .17}
	ps := make([]placed, n)
	for i := range ps {
		k := geom.Pow(.74, float64(i))
		p := flame
		p.l, p.w = float64(k*p.l), float64(k*p.w)
		ps[i] = placed{petal: p, m: geom.Rotate(float64(i) * .105).At(flame.at(.14*float64(i), .2))}
	}
	return ps
}

// drawThaiLattice draws diamonds bordered with lines and beads; in each a
// prachamyam, the square flower of four petals with its corners, between flame
// leaves that meet tip to tip; smaller flowers where the lattice crosses. The two
// diamonds of a repeat are alike, so the group is cmm.
func drawThaiLattice(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	h := float64(w * c.value("height"))
	k, f := c.klowong(), c.fine()
	centres := moved(geom.Pt{}, geom.Pt{X: w / 2, Y: h / 2})
	crossings := moved(geom.Pt{X: w / 2}, geom.Pt{Y: h / 2})
	quarters := []geom.Affine{geom.Identity(), geom.Scale(-1, 1), geom.Scale(1, -1), geom.Scale(-1, -1)}
	halves := []geom.Affine{geom.Identity(), geom.Scale(-1, 1)}
	uprights := []geom.Affine{geom.Identity(), geom.Scale(1, -1)}

	// Sides of a diamond inset by d: the normal's slope decides how the half
	// diagonals shrink.
	side := math.Sqrt(float64(w*w/4) + float64(h*h/4))
	diamond := func(d float64) geom.Path {
		return lozenge(float64(w/2)-float64(d*side/(h/2)), float64(h/2)-float64(d*side/(w/2)))
	}
	var unit, out []pattern.Shape
	rails := c.whole("lines")
	depth := float64(.9 * k)
	for i := range rails {
		width := k
		if i > 0 {
			width = 1.4 * f
		}
		unit = append(unit, line(pattern.Outline, pattern.Klowong, width, diamond(depth)))
		depth += k + float64(.8*f)
		if i == 0 && c.whole("bead") > 0 {
			depth += float64(.6 * k)
			bead := .75 * k
			unit = append(unit, dots(pattern.Fill2, pattern.Filling, beaded(diamond(depth), 3.1*bead, bead, 4)))
			depth += float64(1.7 * k)
		}
	}
	field := diamond(depth + f)
	// The filling is drawn in a quarter and mirrored, since no filling is symmetric.
	rx, ry := float64(w/2)-float64((depth+f)*side/(h/2)), float64(h/2)-float64((depth+f)*side/(w/2))
	quarter := geom.Polygon(geom.Pt{}, geom.Pt{X: rx}, geom.Pt{Y: ry})
	ground := merged(c.fill("ground", pattern.Latar, quarter.Flatten(.05), geom.Pt{}, geom.Pt{X: 1, Y: 1}), quarters)
	unit = append(unit, line(pattern.Outline, pattern.Filling, f, field))
	unit = append(unit, ground...)

	// Flame leaves: a pair up and a pair down, a smaller pair to either side, and
	// one between them along each side of the diamond.
	r := float64(.4 * math.Min(rx, float64(ry*.8))) // of the flower
	n := c.whole("kranok")
	flames := make([][]placed, n) // the upper ones first
	var rim geom.Path
	add := func(at geom.Pt, dir, l float64, n int) {
		for _, q := range quarters {
			for i, p := range under(kranok(n, l), geom.Rotate(dir).At(at).Then(q)) {
				flames[i] = append(flames[i], p)
				rim = rim.Join(p.outline(whole()))
			}
		}
	}
	add(geom.Pt{X: .02 * w, Y: float64(-1.02 * r)}, -.285, float64(.82*(ry-r)), n)
	add(geom.Pt{X: float64(1.03 * r), Y: float64(-.007 * w)}, -.035, float64(.74*(rx-r)), n-1)
	add(geom.Pt{X: float64(.58 * r), Y: float64(-.6 * r)}, -.13, float64(.72*r), n-1)
	unit = append(unit, line(pattern.Ground, pattern.Klowong, 3.1*k, rim))
	d := dye{pinwheel: true, seen: -.2, vein: pattern.Ground, veins: 1, from: .15, to: .8}
	for i := n - 1; i >= 0; i-- {
		// A pair is one body, so its contour lies behind it.
		var bodies, tones geom.Path
		tongues := 3.
		if i > 0 {
			tongues = 1
		}
		for _, p := range flames[i] {
			bodies = bodies.Join(p.outline(whole()))
			tones = tones.Join(p.outline(p.held(span{.6, -.6, .6, .3, tongues}, 0, c.apart())))
		}
		unit = append(unit, line(pattern.Outline, pattern.Klowong, 1.6*k, bodies),
			area(pattern.Fill2, pattern.Klowong, bodies), area(pattern.Latar, pattern.Colet, tones))
		unit = append(unit, c.isen(flames[i], d)...)
	}
	// Buds at the ends, which the flames cup.
	tipY := leaf(0, float64(.36*(ry-r)), .1*r, .4).Transform(geom.Rotate(-.25).At(geom.Pt{Y: float64(-.5*(ry-r)) - r}))
	bud := many(tipY, uprights)
	tipX := leaf(0, float64(.3*(rx-r)), .09*r, .4).Transform(geom.Translate(geom.Pt{X: float64(.55*(rx-r)) + r}))
	bud = bud.Join(many(tipX, halves))
	unit = append(unit, area(pattern.Fill, pattern.Klowong, bud), line(pattern.Outline, pattern.Klowong, .7*k, bud))
	unit = append(unit, c.prachamyam(r, "petal")...)
	out = append(out, merged(unit, centres)...)
	out = append(out, merged(c.prachamyam(float64(.15*w), ""), crossings)...)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: full(out...)}
}

// prachamyam returns the square flower of radius r: four petals with drawn-out
// tips along the axes, four narrow ones between, a beaded heart. Its petals take
// the filling of the slot, if it names one.
func (c canting) prachamyam(r float64, slot string) []pattern.Shape {
	k, f := c.klowong(), c.fine()
	along, between := around(geom.Pt{}, 4, 0), around(geom.Pt{}, 4, .125)
	wide := .34 * r * c.value("petal")
	p := petal{l: .82 * r, w: wide, crown: .58, open: .8, claw: .35, point: .16}
	at := geom.Translate(geom.Pt{X: .18 * r})
	shape := p.outline(whole()).Transform(at)
	inner := p.outline(p.held(span{.8, -.8, .8, .35, 1}, .9*k, c.apart())).Transform(at)
	small := leaf(.16*r, .78*r, .13*r, .55)
	heart := geom.Circle(geom.Pt{}, .24*r)
	out := []pattern.Shape{
		line(pattern.Ground, pattern.Klowong, 2.7*k, many(shape, along)),
		area(pattern.Fill2, pattern.Klowong, many(small, between)),
		line(pattern.Outline, pattern.Klowong, .7*k, many(small, between)),
		area(pattern.Fill, pattern.Klowong, many(shape, along)),
		area(pattern.Ramp0, pattern.Colet, many(inner, along)),
		line(pattern.Outline, pattern.Klowong, .9*k, many(shape, along)),
	}
	// One side of a petal is filled and mirrored.
	var fill []pattern.Shape
	if slot != "" {
		half := p.outline(span{k: .96, lo: 0, hi: .96})
		fill = merged(c.fill(slot, pattern.Outline, half.Flatten(.05), geom.Pt{}, p.at(1, 0)), []geom.Affine{at, geom.Scale(1, -1).Then(at)})
		fill = merged(fill, along)
	}
	if len(fill) == 0 {
		veins := geom.Polyline(p.at(.1, 0), p.at(.66, 0))
		for _, a := range []float64{-.28, .28} {
			veins = veins.Join(geom.Smooth(p.line(.3, a, .6, a, 4), false))
		}
		fill = []pattern.Shape{line(pattern.Outline, pattern.Filling, f, many(veins.Transform(at), along))}
	}
	out = append(out, fill...)
	return append(out,
		area(pattern.Fill2, pattern.Klowong, heart),
		line(pattern.Outline, pattern.Klowong, .8*k, heart),
		dots(pattern.Outline, pattern.Filling, c.seeds(float64(.24*r)-float64(.4*k), .03*r, 4)))
}
