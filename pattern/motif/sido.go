package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// sidoForm is what tells one sido cloth from another: its frame, its grounds and
// what stands in its lozenges.
type sidoForm struct {
	band   pattern.Role // of the frame
	inner  pattern.Role // of the blocks and lines on it
	marks  int          // on each side of a lozenge: blocks 0, pairs of squares 1, beads 2
	knot   int          // where bands cross: plain 0, rosette 1, flower of four 2
	ground [2]sidoGround
	// Contents of the lozenges of the first row, left and right, and of the second.
	// Where the second is nil, it is the first seen in a mirror.
	contents [4]sidoFigure
}

// sidoFigure is what stands in a lozenge. Where it is lopsided, so is the growth
// about it; else the right half of the growth is mirrored to the left.
type sidoFigure struct {
	draw     func(c canting, s float64) emblem
	lopsided bool
}

// sidoGround is the ground of one row of lozenges.
type sidoGround struct {
	dark bool    // the outline's colour rather than the cloth's
	fine bool    // small growth close together rather than leafy tendrils
	body float64 // height of its contents, of the lozenge's
}

func sidos() []drawing {
	return []drawing{
		sido("sido_mukti", "pm", sidoParams(150, 1.08, .125, 0), sidoForm{
			band: pattern.Fill, inner: pattern.Outline, marks: 0, knot: 0,
			ground: [2]sidoGround{{body: .36}, {dark: true, fine: true, body: .39}},
			contents: [4]sidoFigure{
				{larOf(4), true}, {},
				{draw: canting.butterfly}, {draw: canting.throne},
			}}),
		sido("sido_luhur", "p1", sidoParams(150, 1.04, .14, .45), sidoForm{
			band: pattern.Fill, inner: pattern.Outline, marks: 1, knot: 1,
			ground: [2]sidoGround{{dark: true, body: .32}, {dark: true, body: .31}},
			contents: [4]sidoFigure{
				{draw: canting.throne}, {larOf(4), true},
				{draw: lotusOf(3)}, {draw: canting.crown},
			}}),
		sido("sido_asih", "pm", sidoParams(140, 1.0, .12, .7), sidoForm{
			band: pattern.Fill2, inner: pattern.Ground, marks: 2, knot: 2,
			ground: [2]sidoGround{{body: .34}, {body: .33}},
			contents: [4]sidoFigure{
				{birdOf, true}, {},
				{draw: rosetteOf(8)}, {draw: canting.butterfly},
			}}),
		sido("sido_mulyo", "pm", sidoParams(130, 1.15, .1, 0), sidoForm{
			band: pattern.Fill2, inner: pattern.Ground, marks: 1, knot: 1,
			ground: [2]sidoGround{{body: .36}, {body: .35}},
			contents: [4]sidoFigure{
				{larOf(4), true}, {},
				{draw: lotusOf(2)}, {draw: meruOf(2)},
			}}),
	}
}

func sidoParams(size, height, band, wave float64) []pattern.Param {
	return []pattern.Param{
		sizeParam(size),
		ratio("height", "Height of a lozenge, of its width", "Tinggi wajik, dari lebarnya", .8, 1.5, height),
		ratio("band", "Width of the frame, of a lozenge", "Lebar bingkai, dari wajik", .06, .22, band),
		ratio("wave", "Waves of the frame", "Gelombang bingkai", 0, 1.4, wave),
		ratio("figure", "Size of what stands in the lozenges", "Besar isi wajik", .7, 1.25, 1),
		ratio("growth", "Room between the tendrils", "Jarak lung-lungan", .75, 1.6, 1),
	}
}

func sido(id, group string, params []pattern.Param, form sidoForm) drawing {
	return drawing{id, pattern.Info{ID: id, Family: "sido", Group: group, Params: params,
		Slots: []pattern.Slot{
			{ID: "body", Name: "Bodies of the figures", Nama: "Badan ragam hias", Def: "sisik_melik"},
			{ID: "ground", Name: "Ground behind the tendrils", Nama: "Latar di balik lung-lungan"},
		},
		Repeats: []symmetry.Kind{symmetry.Block}},
		func(in pattern.Info, o pattern.Options) pattern.Tile { return drawSido(in, o, form) }}
}

// drawSido lays lozenges w wide and h high in rows that stand in each other's
// gaps; a tile holds two lozenges of each of two rows.
func drawSido(in pattern.Info, o pattern.Options, form sidoForm) pattern.Tile {
	c := newCanting(in, o)
	w := c.size / 2
	h := float64(w * c.value("height"))
	var all emblem
	for i, content := range form.contents {
		row := form.ground[i/2]
		at := geom.Translate(geom.Pt{X: float64((float64(i%2) + float64(.5*float64(i/2))) * w), Y: float64(.5 * float64(i/2) * h)})
		s := float64(math.Min(w, h) * row.body * c.value("figure"))
		if content.draw == nil { // the mirror image of the one before
			all.put(0, c.sidoCell(form, row, w, h, form.contents[i-1].draw(c, s), true, o.Seed.Sub(in.ID, i-1)), geom.Scale(-1, 1).Then(at))
			continue
		}
		all.put(0, c.sidoCell(form, row, w, h, content.draw(c, s), content.lopsided, o.Seed.Sub(in.ID, i)), at)
	}
	all.put(6, c.sidoFrame(form, w, h), moved(geom.Pt{X: .5 * w}, geom.Pt{X: 1.5 * w})...)
	return pattern.Tile{Size: geom.Pt{X: c.size, Y: h}, Shapes: all.shapes()}
}

// sidoSide returns one edge of the band from the crossing at the origin to the one
// at (w/2,h/2): it waves about the straight line and lies half a band beside it.
func (c canting) sidoSide(w, h, beside float64) []geom.Pt {
	end := geom.Pt{X: w / 2, Y: h / 2}
	across := end.Unit().Perp()
	amp := float64(.022 * w * c.value("wave"))
	const n = 16
	pts := make([]geom.Pt, n+1)
	for i := range pts {
		t := float64(i) / n
		pts[i] = end.Mul(t).Add(across.Mul(beside + float64(amp*geom.Sin(3*t))))
	}
	return pts
}

// bare is how broad the cloth is left open beside the band's contour.
func (c canting) bare() float64 { return math.Max(float64(1.2*c.fine()), c.apart()) }

// sidoFrame draws the bands that run from a crossing at the origin half way round
// each of its four lozenges, with what is on them.
func (c canting) sidoFrame(form sidoForm, w, h float64) emblem {
	var side emblem
	k := c.klowong()
	half := float64(.5 * w * c.value("band"))
	strip := func(d float64) geom.Path {
		return outline(c.sidoSide(w, h, -d), reversedPts(c.sidoSide(w, h, d)))
	}
	// The contour runs under the band, or it would cross those that it meets.
	side.add(0, line(pattern.Outline, pattern.Klowong, 2*k, strip(half)), line(pattern.Ground, pattern.Klowong, float64(2*k)+float64(2*c.bare()), strip(half)))
	side.add(1, area(form.band, pattern.Klowong, strip(half)))
	// A rule along either edge, where cloth stays open on both sides of it.
	if at := math.Min(.72*half, half-c.apart()-float64(.5*c.thin())); at-float64(.5*c.thin())-float64(.44*half) >= float64(.9*c.apart()) {
		rule := geom.Smooth(c.sidoSide(w, h, -at), false).Join(geom.Smooth(c.sidoSide(w, h, at), false))
		side.add(2, line(form.inner, pattern.Filling, c.thin(), rule))
	}
	mid := c.sidoSide(w, h, 0)
	dir := func(i int) float64 { return geom.Angle(mid[i+1].Sub(mid[i-1])) }
	switch form.marks {
	case 0: // dark lengths of the band at its ends and middle
		l := c.sidoSide(w, h, -.72*half)
		r := c.sidoSide(w, h, .72*half)
		for _, part := range [][2]int{{2, 5}, {11, 14}} {
			side.add(2, area(form.inner, pattern.Klowong, outline(l[part[0]:part[1]+1], []geom.Pt{l[part[1]], r[part[1]]}, reversedPts(r[part[0]:part[1]+1]))))
			var ds []geom.Dot
			for i := part[0] + 1; i < part[1]; i++ {
				ds = append(ds, geom.Dot{C: mid[i], R: math.Min(1.2*c.cecek(), .3*half)})
			}
			side.add(3, dots(form.band, pattern.Filling, ds))
		}
	case 1: // pairs of hollow squares
		for _, i := range []int{4, 12} {
			for _, d := range []float64{-.36, .36} {
				a := .27 * half
				// Along the band, as it waves.
				u := float64(i) + float64(d*half*1.9/mid[i].Dist(mid[i+1]))
				j := int(u)
				m := geom.Rotate(dir(j)).At(mid[j].Lerp(mid[j+1], u-float64(j)))
				side.add(2, area(form.inner, pattern.Filling, geom.R(-1.5*a, -1.6*a, 3*a, 3.2*a).Path().Transform(m)))
				side.add(3, area(form.band, pattern.Filling, geom.R(-.75*a, -.85*a, 1.5*a, 1.7*a).Path().Transform(m)))
			}
		}
	case 2: // a row of beads, larger towards the middle
		var ds []geom.Dot
		r := .3 * half
		pts := (geom.Poly{Pts: mid}).Resample(2.9 * r).Pts
		for i := 1; i < len(pts)-1; i++ {
			ds = append(ds, geom.Dot{C: pts[i], R: float64(r * (.62 + float64(.38*geom.Sin(.5*float64(i)/float64(len(pts)-1)))))})
		}
		side.add(2, dots(form.inner, pattern.Filling, ds))
	}
	var e emblem
	e.put(0, side, geom.Identity(), geom.Scale(-1, 1), geom.Scale(1, -1), geom.Scale(-1, -1))
	var knot emblem
	switch form.knot {
	case 0:
		knot.body(0, pattern.Outline, c.thin(), lozenge(1.5*half, 1.5*half*h/w))
		knot.add(1, line(form.band, pattern.Filling, c.thin(), lozenge(1.0*half, half*h/w)), dots(form.band, pattern.Filling, []geom.Dot{{R: .35 * half}}))
	case 1:
		knot.body(0, pattern.Outline, c.thin(), geom.Circle(geom.Pt{}, 1.22*half))
		knot.add(1, dots(form.band, pattern.Klowong, ringDots(6, .78*half, .25, .29*half)), dots(form.band, pattern.Klowong, []geom.Dot{{R: .28 * half}}))
	case 2:
		for i := range 4 {
			a := float64(i) / 4
			c.leaf(&knot, 0, pattern.Fill, plume{foot: geom.Polar(.68*half, a), dir: a, l: 2.05 * half, half: .75 * half, at: .5})
		}
		c.shoulder(&knot, 1, geom.Pt{}, .7*half)
	}
	// Both crossings of the tile: that at the origin and that a half cell off.
	e.put(3, knot.whole(float64(.95*c.apart())), geom.Identity(), geom.Translate(geom.Pt{X: w / 2, Y: h / 2}))
	return e
}

// sidoVine covers a lozenge w by h with fine growth that springs from its corners
// and returns the stems that stand on its axis, about the lozenge's middle.
func (g *garden) sidoVine(l vine, figure emblem, w, h, half, edge float64, lopsided bool, sd seed.Seed) (axes []pattern.Shape) {
	mid := geom.Pt{X: float64(w / 2), Y: float64(h / 2)}
	box := figure.hull().Bounds()
	slope := geom.Angle(geom.Pt{X: w, Y: h})
	var from []shoot
	axis := func(y0, y1 float64) {
		if s := math.Copysign(1, y1-y0); float64(s*(y1-y0)) > l.apart {
			pts := []geom.Pt{{Y: y0}, {Y: geom.Mix(y0, y1, .5)}, {Y: y1}}
			trunk := stem{pts, 1.3 * l.w, l.w}
			axes = append(axes, area(l.stem, pattern.Klowong, trunk.outline()))
			// Leaves in pairs next to the corner, then shoots.
			n := int(math.Abs(y1-y0) / l.pitch)
			for i := range n {
				at := mid.Add(geom.Pt{Y: y0 + float64(s*(float64(i)+.8)*l.pitch)})
				if i%3 == 2 {
					from = append(from, shoot{at, float64(.1 * s)})
				} else if open := float64((float64(h/2)-math.Abs(at.Y-mid.Y))*w/h) - float64(geom.Pt{X: 1, Y: w / h}.Len()*(half+edge)); i%3 == 0 && open > l.leaf {
					// This stem lies under them: they begin beside it.
					beside := func(dir float64) { g.grain(l, at.Add(geom.Polar(.6*l.w, dir)), dir, 1) }
					beside(.12 * s)
					if lopsided {
						beside(.5 - float64(.12*s))
					}
				}
			}
			for _, p := range trunk.discs(0, 1, 2*g.dx) {
				g.take(geom.Dot{C: mid.Add(p.C), R: p.R})
			}
		}
	}
	gap := float64(.35 * l.apart)
	axis(float64(-h/2), box.Min.Y-gap)
	axis(float64(h/2), box.Max.Y+gap)
	corner := mid.Add(geom.Pt{X: float64(w/2) - float64(2.4*half)})
	from = append(from, shoot{corner, .5 - float64(.5*slope)}, shoot{corner, .5 + float64(.5*slope)})
	if lopsided {
		for _, q := range slices.Clone(from) {
			from = append(from, shoot{geom.Pt{X: w - q.at.X, Y: q.at.Y}, .5 - q.dir})
		}
	}
	g.vine(l, from, sd)
	return axes
}

// sidoCell draws a lozenge about the origin: its ground, the tendrils that grow
// from its corners round the figure, and the figure.
func (c canting) sidoCell(form sidoForm, row sidoGround, w, h float64, figure emblem, lopsided bool, sd seed.Seed) emblem {
	var e emblem
	half := float64(.5 * w * c.value("band"))
	if row.dark {
		e.add(0, area(pattern.Outline, pattern.Tembok, lozenge(w/2, h/2)))
	}
	// Small growth close together, light on the dark or dark on the light.
	f := c.fine()
	l := vine{apart: 3.4, leaf: 2.4, wide: .28, pitch: 1.5, w: 1.3 * f, stem: pattern.Fill2, body: pattern.Outline, speck: pattern.Outline, dot: math.Max(.6*c.cecek(), float64(.55*finest(c.o)))}
	if row.dark {
		l.stem, l.body, l.speck = pattern.Fill, pattern.Ground, pattern.Ground
	}
	// Cecek, grains and the figure leave ground open between them.
	l.sparse, l.clear = 1+float64(c.apart()/l.dot), c.apart()
	k := float64(math.Sqrt(c.k) * c.value("growth"))
	l.apart, l.leaf, l.pitch = float64(l.apart*k), float64(l.leaf*k), float64(l.pitch*k)

	// The plot is the lozenge's box, its middle at the plot's middle.
	mid := geom.Pt{X: float64(w / 2), Y: float64(h / 2)}
	cell := .11 * l.apart
	if !row.fine {
		cell *= 1.4
	}
	l.clear += float64(.5 * cell) // a figure is seen by the cells whose middle it covers
	g := c.newGround(w, h, cell, 1.2*l.apart)
	edge := c.klowong() + c.bare() // of the frame's band
	for _, sy := range []float64{1, -1} {
		for _, p := range (geom.Poly{Pts: c.sidoSide(w, h, 0)}).Resample(.4 * half).Pts {
			for _, sx := range []float64{1, -1} {
				at := geom.Pt{X: float64(sx * (float64(w/2) - p.X)), Y: float64(sy * p.Y)}
				g.take(geom.Dot{C: mid.Add(at), R: half + edge})
			}
		}
	}
	g.stand(figure, geom.Translate(mid), c.klowong())
	// Nothing grows outside, nor in the left half where it is to be the right one's
	// image; a stem stands on the axis above and below the figure.
	left := -w
	if !lopsided {
		left = 0
		back := geom.Dot{C: geom.Pt{X: mid.X - float64(.5*l.apart)}, R: float64(.5 * l.apart)}
		for ; back.C.Y < h; back.C.Y += g.dy {
			g.take(back)
		}
	}
	for j := range g.ny {
		for i := range g.nx {
			p := g.middle(i, j).Sub(mid)
			if p.X < left || float64(2*math.Abs(p.X)/w)+float64(2*math.Abs(p.Y)/h) > 1 {
				g.far[j*g.nx+i] = -1
			}
		}
	}
	if row.fine {
		e.add(2, g.sidoVine(l, figure, w, h, half, edge, lopsided, sd)...)
	} else {
		v := sulur{w: 2.1 * f, leaf: .13 * w, stem: pattern.Fill2, body: pattern.Outline, rib: pattern.Ground, speck: pattern.Fill2,
			dot: .8 * c.cecek(), sparse: math.Max(3.2, 1+float64(c.apart()/(.8*c.cecek())))}
		if row.dark {
			v.edge, v.stem, v.rim, v.body, v.rib, v.speck = math.Max(.7*f, float64(1.08*finest(c.o))), pattern.Ground, pattern.Ground, pattern.Fill, pattern.Outline, pattern.Fill2
		}
		v.leaf = float64(v.leaf / c.value("growth"))
		// What the frame leaves of the lozenge, as it waves.
		in := 1 - float64(math.Sqrt2*(half+edge+float64(.022*w*c.value("wave")))/math.Sqrt(w*h/4))
		g.sulur(v, mid, float64(in*w/2), float64(in*h/2), 1/in, lopsided, sd)
	}
	var grown emblem
	for _, l := range g.layers {
		grown.add(1+min(l.depth, deepLeaf)/10+l.depth%10, l.Shape)
	}
	if home := geom.Translate(mid.Mul(-1)); lopsided {
		e.put(0, grown, home)
	} else {
		e.put(0, grown, home, home.Then(geom.Scale(-1, 1)))
	}
	if id := c.o.Filling(c.in, "ground"); id != "" {
		// Under the growth, clear of the figure by its halo alone.
		role := pattern.Latar
		if row.dark {
			role = pattern.Fill
		}
		tri := geom.Poly{Pts: []geom.Pt{{Y: float64(2*half) - float64(h/2)}, {X: float64(w/2) - float64(2*half)}, {Y: float64(h/2) - float64(2*half)}}, Closed: true}
		var right emblem
		right.add(0, c.fill("ground", role, []geom.Poly{tri}, geom.Pt{}, geom.Pt{X: 1})...)
		e.pair(0, right)
	}
	halo := figure.halo(1.1 * c.klowong())
	e.add(12, halo)
	e.put(13, figure.whole(float64(.95*c.apart())), geom.Identity())
	return e
}
