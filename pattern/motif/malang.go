package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// malangs are motifs of Malang, each of an own arrangement: the lotus, the
// monument in its pool, the lion's mane and the lozenges of Candi Badut.
func malangs() []drawing {
	cell := ratio("cell", "Size of the ground's lozenges, 0 for none", "Besar belah ketupat latar, 0 tanpa", 0, 2, 1)
	return []drawing{
		{"teratai_malang", pattern.Info{ID: "teratai_malang", Family: "teratai_malang", Group: "pm",
			Params: []pattern.Param{
				sizeParam(150),
				ratio("height", "Height, of the width", "Tinggi, dari lebar", .9, 1.5, 1.12),
				count("petals", "Petals on each side", "Kelopak tiap sisi", 2, 6, 4),
				count("waves", "Waves under the flower", "Ombak di bawah bunga", 1, 5, 3),
				cell,
			},
			Repeats: standing()}, drawTeratai},
		{"tugu_malang", pattern.Info{ID: "tugu_malang", Family: "tugu_malang", Group: "pm",
			Params: []pattern.Param{
				sizeParam(150),
				ratio("height", "Height, of the width", "Tinggi, dari lebar", 1.1, 1.8, 1.4),
				count("nested", "Lines within the monument", "Garis dalam tugu", 1, 5, 3),
				count("waves", "Ripples of the pool", "Riak kolam", 1, 4, 2),
				cell,
			},
			Repeats: standing()}, drawTugu},
		{"rumbai_singa", pattern.Info{ID: "rumbai_singa", Family: "rumbai_singa", Group: "cm",
			Params: []pattern.Param{
				sizeParam(64),
				ratio("height", "Height of a row, of the width", "Tinggi baris, dari lebar", .4, .9, .5),
				count("locks", "Locks on each side", "Helai tiap sisi", 3, 8, 6),
				ratio("curl", "Curl of the locks", "Lengkung helai", .2, 1.6, 1),
				ratio("length", "Length of the locks", "Panjang helai", .7, 1.15, 1),
			},
			Repeats: standing()}, drawRumbai},
		{"belah_ketupat_badut", pattern.Info{ID: "belah_ketupat_badut", Family: "belah_ketupat_badut", Group: "cmm",
			Params: []pattern.Param{
				sizeParam(26),
				ratio("height", "Height of a lozenge, of its width", "Tinggi belah ketupat, dari lebarnya", 1, 2, 1.45),
				count("rings", "Lozenges within each other", "Belah ketupat bersarang", 1, 4, 3),
				count("heart", "Heart: dot, flower, four dots", "Inti: titik, bunga, empat titik", 0, 2, 1),
				ratio("gap", "Band between the lozenges", "Pita antara", .5, 2, 1),
			},
			Repeats: []symmetry.Kind{symmetry.Block, symmetry.Mirror}}, drawBadut},
	}
}

// pool is water that lies on the axis: nested lenses with waves of dots between.
func (c canting) pool(e *emblem, ply int, at geom.Pt, half float64, waves int) {
	rise := float64(.3 * half)
	shore := func(k float64) geom.Path {
		return geom.Ellipse(at, half*k, rise*k, 0)
	}
	e.body(ply, pattern.Fill2, c.bold(), shore(1))
	for i := range waves {
		k := 1 - float64(.8*(float64(i)+1)/float64(waves+1))
		e.add(ply, line(pattern.Outline, pattern.Filling, c.thin(), shore(k)))
	}
	n := int(geom.Clamp(half/(1.5*c.nozzle), 8, 60)) * 2
	var ds []geom.Dot
	r := float64(.8 * c.cecek())
	down := math.Min(.89*rise, rise-float64(.5*c.bold())-c.apart()-r)
	for i := range n {
		p := geom.Polar(1, (float64(i)+.5)/float64(n))
		ds = append(ds, geom.Dot{C: at.Add(geom.Pt{X: float64(.91 * half * p.X), Y: float64(down * p.Y)}), R: r})
	}
	e.add(ply, dots(pattern.Outline, pattern.Filling, ds))
}

// stalk is a bent stem from a to b with a figure at its end.
func (c canting) stalk(e *emblem, ply int, a, b geom.Pt, bend float64, end emblem) {
	m := a.Lerp(b, .55).Add(b.Sub(a).Perp().Mul(bend))
	pts := geom.Smooth([]geom.Pt{a, m, b}, false).Flatten(.1)[0].Resample(a.Dist(b) / 14).Pts
	w := math.Max(1.4*c.bold(), .012*a.Dist(b))
	e.add(ply, area(pattern.Outline, pattern.Klowong, stem{pts, w, .8 * w}.outline()))
	d := geom.Angle(b.Sub(pts[len(pts)-2]))
	for i, u := range []float64{.5, .7} {
		p := pts[int(u*float64(len(pts)-1))]
		side := []float64{1, -1}[i]
		c.leaf(e, ply+1, pattern.Fill2, plume{foot: p, dir: d + float64(.14*side), bend: -.1 * side, l: .3 * a.Dist(b), half: .06 * a.Dist(b), at: .5})
	}
	e.put(ply+2, end, geom.Rotate(d+.25).At(b))
}

func drawTeratai(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w, h := c.size, float64(c.size*c.value("height"))
	s := .8 * w
	hero := func(s float64, n int) emblem {
		var e, side emblem
		c.stalk(&side, 0, geom.Pt{X: .09 * s, Y: .28 * s}, geom.Pt{X: .5 * s, Y: -.12 * s}, .22, c.bud(.17*s))
		c.stalk(&side, 0, geom.Pt{X: .16 * s, Y: .32 * s}, geom.Pt{X: .56 * s, Y: .2 * s}, .3, c.bud(.12*s))
		c.tendril(&side, 0, geom.Pt{X: .1 * s, Y: .4 * s}, .03, .34*s, 1)
		e.pair(0, side)
		c.pool(&e, 4, geom.Pt{Y: .31 * s}, .44*s, c.whole("waves"))
		e.put(5, c.lotus(.74*s, n), geom.Translate(geom.Pt{Y: -.05 * s}))
		return e
	}
	return c.paired(w, h, hero(s, c.whole("petals")), hero(.62*s, max(2, c.whole("petals")-1)), float64(.036*w*c.value("cell")))
}

// obelisk is the monument: a tapering shaft of nested lines on steps, half as wide
// as a third of its height s.
func (c canting) obelisk(s float64, nested int) emblem {
	var e emblem
	for i, q := range []struct{ y, half, h float64 }{{.34, .2, .07}, {.27, .155, .07}, {.205, .115, .065}} {
		step := geom.R(-q.half*s, q.y*s, 2*q.half*s, q.h*s).Path()
		e.body(0, []pattern.Role{pattern.Fill, pattern.Fill2, pattern.Fill}[i], c.bold(), step)
		n := int(geom.Clamp(float64(2*q.half*s)/(2.6*c.nozzle), 4, 40)) / 2 * 2
		var ds []geom.Dot
		for k := range n {
			ds = append(ds, geom.Dot{C: geom.Pt{X: float64(q.half * s * (float64(2*k+1)/float64(n) - 1)), Y: (q.y + float64(.5*q.h)) * s}, R: math.Min(c.cecek(), .2*q.h*s)})
		}
		e.add(0, dots(ink([]pattern.Role{pattern.Fill, pattern.Fill2, pattern.Fill}[i]), pattern.Filling, ds))
	}
	shaft := func(k float64) geom.Path {
		top, foot := geom.Mix(-.46, -.22, 1-k), geom.Mix(.205, .16, 1-k)
		return geom.Polygon(chain(s, 0, top, .052*k, top+.1, .086*k, foot, -.086*k, foot, -.052*k, top+.1)...)
	}
	roles := []pattern.Role{pattern.Fill, pattern.Ground, pattern.Fill2}
	for i := range nested + 1 {
		k := 1 - float64(float64(i)/float64(nested+1))
		if i == 0 {
			e.body(1, pattern.Fill, c.bold(), shaft(1))
			continue
		}
		e.body(1+i, roles[i%3], c.thin(), shaft(k))
	}
	e.body(2, pattern.Accent, c.thin(), geom.Circle(geom.Pt{Y: -.475 * s}, .022*s))
	return e
}

func drawTugu(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w, h := c.size, float64(c.size*c.value("height"))
	s := .78 * h
	var e, side emblem
	c.pool(&e, 0, geom.Pt{Y: .38 * s}, .42*w, c.whole("waves"))
	e.put(1, c.obelisk(s, c.whole("nested")), geom.Identity())
	side.put(2, c.lotus(.24*w, 3), geom.Translate(geom.Pt{X: .3 * w, Y: .33 * s}))
	c.stalk(&side, 0, geom.Pt{X: .2 * w, Y: .33 * s}, geom.Pt{X: .27 * w, Y: -.06 * s}, -.2, c.bud(.13*w))
	c.tendril(&side, 0, geom.Pt{X: .36 * w, Y: .36 * s}, -.2, .3*w, -1)
	// Rays of the sun behind the tip.
	c.feathered(&side, 0, pattern.Fill2, fan(4, plume{foot: geom.Pt{X: .05 * w, Y: -.4 * s}, dir: -.2, l: .16 * w, half: .02 * w, at: .6},
		plume{foot: geom.Pt{X: .06 * w, Y: -.3 * s}, dir: .0, l: .22 * w, half: .024 * w, at: .6}))
	e.pair(0, side)
	var two, wing emblem
	two.put(2, c.lotus(.4*w, 4), geom.Identity())
	c.tendril(&wing, 0, geom.Pt{X: .08 * w, Y: .13 * w}, 0, .4*w, -1)
	c.leaf(&wing, 0, pattern.Fill2, plume{foot: geom.Pt{X: .05 * w, Y: .16 * w}, dir: .08, bend: -.2, l: .26 * w, half: .04 * w, at: .5})
	two.pair(0, wing)
	return c.paired(w, h, e, two, float64(.036*w*c.value("cell")))
}

// drawRumbai lays rows of manes, each a fan of curled locks under a beaded arch,
// the locks of one row over the arches of the next.
func drawRumbai(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w, h := c.size, float64(2*c.size*c.value("height"))
	n := c.whole("locks")
	curl, long := c.value("curl"), float64(.54*h*c.value("length"))
	var e, side emblem
	half := math.Min(.3*w/float64(n), .12*long)
	lock := func(i int) plume {
		t := (float64(i) + .5) / (float64(n) + .3)
		a := .25 - float64(.244*t)
		return plume{foot: geom.Polar(.13*w, a), dir: a, bend: -.3 * curl * (.25 + t), l: float64(long * (1 - float64(.8*t))), half: half * (1 - float64(.5*t)), at: .42, bare: .22}
	}
	// Every second lock lies in front and is lined. What shows of those behind has
	// cecek, as far as they are clear of these and of the next row's.
	middle := plume{foot: geom.Polar(.12*w, .25), dir: .25, l: long, half: .8 * half, at: .45, bare: .22}
	c.leaf(&e, 1, pattern.Fill, middle)
	front := middle.path(0)
	for i := 1; i < n; i += 2 {
		c.leaf(&side, 1, pattern.Fill, lock(i))
		front = front.Join(lock(i).path(0))
	}
	rows := moved(geom.Pt{}, geom.Pt{X: w / 2, Y: -h / 2}, geom.Pt{X: -w / 2, Y: -h / 2}, geom.Pt{X: w / 2, Y: h / 2}, geom.Pt{X: -w / 2, Y: h / 2})
	over := geom.NewRegion(many(front, combined([]geom.Affine{geom.Identity(), geom.Scale(-1, 1)}, rows)))
	for i := 0; i < n; i += 2 {
		c.behind(&side, 0, pattern.Fill2, lock(i), over)
	}
	e.pair(0, side)
	// The brow: nested arches with a row of cecek, and a small flower.
	for i, k := range []float64{.2, .15, .1} {
		e.body(2+i, []pattern.Role{pattern.Accent, pattern.Fill, pattern.Fill2}[i], c.bold(), geom.Circle(geom.Pt{}, k*w))
	}
	e.add(2, dots(pattern.Ground, pattern.Filling, ringDots(24, .175*w, .25+.5/24, math.Min(c.cecek(), .012*w))))
	e.add(4, dots(pattern.Outline, pattern.Filling, c.nine(.07*w)))
	var all emblem
	all.put(0, e, geom.Translate(geom.Pt{X: w / 2, Y: h / 2}), geom.Identity())
	var specks []geom.Dot
	for _, x := range []float64{-1, 1} {
		for k := range 4 {
			specks = append(specks, geom.Dot{C: geom.Pt{X: float64(x * w * (.25 + float64(.02*float64(k%2)))), Y: float64(h * (-.11 + float64(.045*float64(k))))}, R: c.cecek()})
		}
	}
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: append(full(dots(pattern.Latar, pattern.Filling, manyDots(specks, moved(geom.Pt{X: w / 2, Y: h / 2}, geom.Pt{})))), all.shapes()...)}
}

// drawBadut draws nested lozenges as the temple's relief has them, beaded between.
func drawBadut(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w, h := c.size, float64(c.size*c.value("height"))
	ms := moved(geom.Pt{}, geom.Pt{X: w / 2, Y: h / 2})
	gap := math.Min(float64(1.5*c.nozzle*c.value("gap")), .09*w)
	// Moved inward by d, a side's lozenge shrinks by d over its distance from the middle.
	reach := float64(.25*w*h) / math.Sqrt(float64(.25*w*w)+float64(.25*h*h))
	ring := func(d float64) geom.Path {
		k := math.Max(0, 1-float64(d/reach))
		return many(lozenge(.5*w*k, .5*h*k), ms)
	}
	step := float64((reach - gap) * .62 / float64(c.whole("rings")))
	shapes := []pattern.Shape{area(pattern.Fill, pattern.Klowong, ring(gap))}
	for i := 1; i < c.whole("rings"); i++ {
		d := gap + float64(step*float64(i))
		shapes = append(shapes,
			area([]pattern.Role{pattern.Fill, pattern.Ground, pattern.Fill2}[i%3], pattern.Klowong, ring(d)),
			line(pattern.Outline, pattern.Filling, c.fine(), ring(d)))
	}
	shapes = append(shapes, line(pattern.Outline, pattern.Klowong, .8*c.klowong(), ring(gap)))
	core := float64(reach - gap - float64(.8*step*float64(c.whole("rings")-1)))
	var beads []geom.Dot
	for _, q := range []geom.Pt{{X: w / 4, Y: h / 4}} {
		const n = 7
		for k := range n {
			t := float64((float64(k) - (n-1)/2) / n)
			for _, s := range []float64{-1, 1} {
				beads = append(beads, geom.Dot{C: geom.Pt{X: float64(s * (q.X + float64(.5*w*t))), Y: q.Y - float64(.5*h*t)}, R: math.Min(.36*gap, c.cecek())})
				beads = append(beads, geom.Dot{C: geom.Pt{X: float64(s * (q.X + float64(.5*w*t))), Y: -q.Y + float64(.5*h*t)}, R: math.Min(.36*gap, c.cecek())})
			}
		}
	}
	r := .42 * core
	switch c.whole("heart") {
	case 0:
		shapes = append(shapes, area(pattern.Accent, pattern.Klowong, many(lozenge(.5*r, .5*r*h/w), ms)))
	case 1:
		var petals geom.Path
		for _, m := range around(geom.Pt{}, 4, 0) {
			petals = petals.Join(leaf(.2*r, 1.1*r, .3*r, .55).Transform(m))
		}
		petals = many(petals.Transform(geom.Scale(1, h/w)), ms)
		shapes = append(shapes, area(pattern.Accent, pattern.Klowong, petals), line(pattern.Outline, pattern.Filling, c.fine(), petals),
			dots(pattern.Outline, pattern.Filling, manyDots([]geom.Dot{{R: .4 * r}}, ms)))
	default:
		var ds []geom.Dot
		for _, q := range []geom.Pt{{X: 1}, {X: -1}, {Y: h / w}, {Y: -h / w}} {
			ds = append(ds, geom.Dot{C: q.Mul(.62 * r), R: .26 * r})
		}
		shapes = append(shapes, dots(pattern.Accent, pattern.Klowong, manyDots(ds, ms)))
	}
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: append(shapes, dots(pattern.Latar, pattern.Filling, beads))}
}
