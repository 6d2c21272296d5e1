package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func liongs() []drawing {
	return []drawing{{"liong", pattern.Info{ID: "liong", Family: "liong", Traits: []string{"dragon"}, Group: "p1",
		Params: []pattern.Param{
			{ID: "size", Name: "Length of the dragon", Nama: "Panjang naga", Unit: "mm", Min: 100, Max: 1200, Def: 240, Step: 5},
			ratio("wave", "Depth of its bends", "Dalamnya lekuk", .7, 1.2, 1),
			ratio("girth", "Girth of the body", "Gemuk badan", .7, 1.3, 1),
			count("scales", "Rows of scales", "Baris sisik", 3, 7, 4),
			ratio("clouds", "Clouds around it", "Awan di sekitarnya", 0, 1, 1),
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawLiong}}
}

// drake is the body of a beast about its spine, from the neck to the tail's end.
type drake struct {
	spine   []geom.Pt
	girth   float64                 // greatest half width
	profile func(s float64) float64 // of the girth, along the spine
}

// serpent is the profile of a dragon.
func serpent(s float64) float64 {
	return float64(geom.Smoothstep(-.35, .22, s) * geom.Pow(math.Max(0, 1-s), .55))
}

// spineOf returns an even line through the knots.
func spineOf(knots []geom.Pt, n int) []geom.Pt {
	q := geom.Smooth(knots, false).Flatten(.02)
	return q[0].Resample(q[0].Length() / float64(n)).Pts
}

// half is half the width at s, 0 the neck and 1 the tail's end.
func (d drake) half(s float64) float64 {
	return float64(d.girth * d.profile(geom.Clamp(s, 0, 1)))
}

// at returns the point at s, k half widths to the back's side of the spine.
func (d drake) at(s, k float64) geom.Pt {
	n := len(d.spine) - 1
	x := geom.Clamp(float64(s*float64(n)), 0, float64(n))
	i := min(n-1, int(x))
	p := d.spine[i].Lerp(d.spine[i+1], x-float64(i))
	return p.Add(d.out(s).Mul(float64(k * d.half(s))))
}

// out is the direction from the belly to the back at s.
func (d drake) out(s float64) geom.Pt {
	n := len(d.spine) - 1
	i := max(1, min(n-1, int(float64(s*float64(n))+.5)))
	return d.spine[i+1].Sub(d.spine[i-1]).Unit().Perp()
}

// run returns the line k half widths beside the spine between two places.
func (d drake) run(s0, s1, k float64, n int) []geom.Pt {
	out := make([]geom.Pt, n+1)
	for i := range out {
		out[i] = d.at(geom.Mix(s0, s1, float64(i)/float64(n)), k)
	}
	return out
}

// body is its outline.
func (d drake) body() geom.Path {
	return edged(d.run(0, 1, 1, 90), slicesReversed(d.run(0, 1, -1, 90)), []geom.Pt{d.at(0, -1), d.at(0, 1)})
}

// scales returns rows of scales from k0 half widths to the back, and how far apart
// they stand along the spine, of its length. The last row is cut through its middle
// by the back, and so is the first by the belly at −1: scales that ended on an
// outline would run along it. Where the drake thins so that rows are not room mm
// apart, every other one ends, then all.
func (d drake) scales(rows int, k0, room float64) (scales geom.Path, pitch float64) {
	length := geom.Poly{Pts: d.spine}.Length()
	first := 0. // of the first row's width that the belly cuts off
	if k0 <= -1 {
		first = .5
	}
	wide := (1 - k0) / (float64(rows) - .5 - first)
	pitch = float64(wide*1.9*d.girth) / length
	for i := range int(.93 / pitch) {
		for j := range rows {
			s := float64((float64(i) + float64(float64(j%2)/2)) * pitch)
			if w := float64(d.half(s) * wide); j%2 == 1 && (d.half(s) < .3*d.girth || w < room) || 1.3*w < room {
				continue
			}
			var arc []geom.Pt
			for q := range 7 {
				u := float64(q) / 6
				k := k0 + float64(wide*(float64(j)+u-first))
				if math.Abs(k) > 1+1e-9 {
					continue
				}
				bulge := math.Sqrt(math.Max(0, 1-float64((2*u-1)*(2*u-1))))
				arc = append(arc, d.at(s+float64(.8*pitch*bulge), k))
			}
			scales = scales.Join(geom.Smooth(arc, false))
		}
	}
	return scales, pitch
}

// limb is a leg with its claws, as tapered strokes.
func limb(hip, knee, foot geom.Pt, thick float64) (leg, claws geom.Path) {
	line := spineOf([]geom.Pt{hip, knee, foot}, 14)
	for _, q := range (geom.Poly{Pts: line}).StrokeVar(func(i int) float64 { return float64(thick * geom.Mix(1.25, .6, float64(i)/14)) }, .03*thick) {
		leg = leg.Join(q.Path())
	}
	ahead := geom.Angle(foot.Sub(line[len(line)-3]))
	for _, a := range []float64{-.17, -.06, .05, .16, .42} {
		l := float64(thick * 1.35)
		claws = claws.Join(talon(l, .2*l).Transform(geom.Rotate(ahead + a).At(foot)))
	}
	return leg, claws
}

// talon is a hooked claw along +x, l long.
func talon(l, half float64) geom.Path {
	return edged(
		[]geom.Pt{{Y: -half}, {X: .5 * l, Y: -1.25 * half}, {X: .85 * l, Y: -.3 * half}, {X: l, Y: half}},
		[]geom.Pt{{X: l, Y: half}, {X: .7 * l, Y: .55 * half}, {X: .4 * l, Y: .5 * half}, {Y: half}},
	)
}

// flame is a tongue of fire along +x, 1 long, that leans with its tip.
func tongue() geom.Path {
	return edged(
		pts(0, 0, .1, -.2, .3, -.25, .5, -.13, .7, -.14, .86, -.2, 1, -.32),
		pts(1, -.32, .93, -.12, .8, .03, .62, .09, .45, .2, .22, .2, .06, .12, 0, 0),
	)
}

// flameRib is the line that rises in a flame.
func flameRib() geom.Path {
	return geom.Smooth(pts(.12, -.02, .3, -.04, .5, .03, .68, -.04, .84, -.13), false)
}

// fires gathers flames and their ribs.
type fires struct{ tongues, ribs geom.Path }

func (f *fires) light(m geom.Affine) {
	f.tongues = f.tongues.Join(tongue().Transform(m))
	f.ribs = f.ribs.Join(flameRib().Transform(m))
}

// at moves the fires.
func (f fires) at(m geom.Affine) fires { return fires{f.tongues.Transform(m), f.ribs.Transform(m)} }

// shapes draws the fires; the ribs are left in the ground's colour.
func (f fires) shapes(c canting) []pattern.Shape {
	return full(
		area(pattern.Accent, pattern.Klowong, f.tongues),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), f.tongues),
		line(pattern.Ground, pattern.Filling, c.fine(), f.ribs),
	)
}

// dragonHead is the head in profile, facing +x with its neck at the origin, about
// 1 long: what is filled, the mane behind it, and the lines on it.
type dragonHead struct {
	skull, jaw, horns, teeth, tongue geom.Path
	lines, whiskers                  geom.Path
	mane                             fires
	eye                              geom.Pt
}

func newDragonHead() dragonHead {
	var h dragonHead
	h.skull = edged(
		pts(-.1, -.16, .04, -.24, .16, -.3, .25, -.36, .34, -.34, .4, -.26, .5, -.22, .62, -.23, .72, -.31, .82, -.33, .9, -.26, .93, -.16, .88, -.07),
		pts(.88, -.07, .8, -.06, .73, -.03, .64, -.04, .54, -.02, .43, .01, .33, .04),
		pts(.33, .04, .27, .1, .2, .16, .1, .18, -.02, .18, -.1, .16),
	)
	h.jaw = edged(
		pts(.28, .03, .36, .1, .46, .14, .56, .14, .64, .11, .71, .13, .76, .2),
		pts(.76, .2, .74, .27, .66, .29, .55, .27, .42, .26, .28, .25, .16, .18),
		pts(.16, .18, .22, .1, .28, .03),
	)
	for _, q := range [][4]float64{{-.02, -.2, -.42, .5}, {-.06, -.1, -.47, .56}, {-.08, 0, .49, .54}, {-.04, .1, .42, .52}, {.06, .18, .36, .42}, {.18, .2, .31, .32}} {
		h.mane.light(geom.Scale(q[3], q[3]).Then(geom.Rotate(q[2])).At(geom.Pt{X: q[0], Y: q[1]}))
	}
	// A forked horn leans back from the brow.
	main := spineOf(pts(.2, -.3, .05, -.46, -.14, -.52, -.36, -.66), 16)
	fork := spineOf(pts(-.02, -.49, -.04, -.62, -.16, -.74), 10)
	for _, l := range [][]geom.Pt{main, fork} {
		n := float64(len(l) - 1)
		for _, q := range (geom.Poly{Pts: l}).StrokeVar(func(i int) float64 { return geom.Mix(.085, .02, float64(i)/n) }, .003) {
			h.horns = h.horns.Join(q.Path())
		}
	}
	for _, x := range []float64{.44, .54, .65, .76} {
		h.teeth = h.teeth.Join(geom.Polygon(geom.Pt{X: x - .035, Y: -.035}, geom.Pt{X: x + .035, Y: -.045}, geom.Pt{X: x + .01, Y: .055}))
		if x < .7 {
			h.teeth = h.teeth.Join(geom.Polygon(geom.Pt{X: x - .01, Y: .15}, geom.Pt{X: x + .05, Y: .15}, geom.Pt{X: x + .03, Y: .07}))
		}
	}
	h.tongue = edged(pts(.3, .1, .45, .05, .6, .05, .75, .1, .92, .04), pts(.92, .04, .84, .14, .72, .17, .56, .13, .42, .14, .3, .1))
	h.lines = geom.Smooth(pts(.16, -.2, .24, -.27, .34, -.26, .42, -.19), false).
		Join(geom.Smooth(pts(.02, .1, .12, .02, .14, -.08, .08, -.16), false)).
		Join(geom.Smooth(pts(.86, -.16, .8, -.2, .76, -.15, .8, -.11), false)).
		Join(geom.Smooth(pts(.46, -.1, .56, -.12, .66, -.1), false)).
		Join(geom.Smooth(pts(.36, .2, .46, .22, .58, .21), false))
	h.whiskers = geom.Smooth(pts(.84, -.1, .98, -.06, 1.1, -.16, 1.14, -.34, 1.05, -.46, .97, -.4), false).
		Join(geom.Smooth(pts(.7, .27, .78, .42, .94, .48, 1.06, .4, 1.04, .3), false)).
		Join(geom.Smooth(pts(.56, .27, .56, .42, .66, .56, .6, .68), false)).
		Join(geom.Smooth(pts(.42, .26, .36, .4, .42, .54, .34, .64), false))
	h.eye = geom.Pt{X: .28, Y: -.17}
	return h
}

func drawLiong(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	size := c.size
	w, h := 1.12*size, .74*size
	r := o.Seed.At("liong")
	wave := c.value("wave")

	// The S of the body: the head looks back over it, the tail curls up behind.
	knots := pts(.7, .22, .6, .15, .485, .18, .42, .28, .445, .395, .53, .47, .64, .5, .735, .47, .83, .46, .9, .53, .87, .62, .77, .645, .62, .63, .46, .63, .3, .62, .17, .57, .09, .48, .1, .38, .17, .34)
	mid := geom.Pt{X: .53, Y: .4}
	for i, p := range knots {
		p.Y = mid.Y + float64((p.Y-mid.Y)*wave*.9)
		p = p.Add(geom.Pt{X: r.Range(-.008, .008), Y: r.Range(-.008, .008)})
		knots[i] = geom.Pt{X: float64(size * (p.X + .03)), Y: float64(size * (p.Y - .03))}
	}
	d := drake{spineOf(knots, 160), float64(.047 * size * c.value("girth")), serpent}
	body := d.body()

	// Scales lie in rows along the back; the belly has bars.
	const belly = -.45
	room := float64(1.2*c.fine()) + c.apart()
	scales, pitch := d.scales(c.whole("scales"), belly, room)
	var bars geom.Path
	tip := 0. // where the belly is too slim for them
	for i := range int(1.9 / pitch) {
		s := float64(float64(i) * pitch / 2)
		if float64(d.half(s)*(1+belly)) < room && s > .5 {
			break
		}
		tip = s
		bars = bars.Join(geom.Polyline(d.at(s, belly), d.at(s-float64(.2*pitch), -1)))
	}
	edge := geom.Smooth(d.run(0, tip, belly, 80), false)

	// Fins along the back, a tuft of flames at the tail.
	var fins geom.Path
	for i := 1; i < 44; i++ {
		s := float64(i) / 46
		k := float64(d.half(s) * 1.0)
		if k < .12*d.girth {
			break
		}
		at := d.at(s, .92)
		fins = fins.Join(leaf(-.1*k, 1.05*k, .34*k, .35).Transform(geom.Rotate(geom.Angle(d.out(s)) - .06).At(at)))
	}
	end := d.at(1, 0)
	back := geom.Angle(d.at(1, 0).Sub(d.at(.97, 0)))
	var tuft fires
	for _, q := range [][2]float64{{-.22, .085}, {-.1, .11}, {0, .13}, {.11, .11}, {.22, .08}} {
		k := float64(q[1] * size)
		tuft.light(geom.Scale(k, math.Copysign(k, .05-q[0])).Then(geom.Rotate(back + q[0])).At(end))
	}

	// Four legs: hips on the body, feet on the ground beside it.
	var legs, claws geom.Path
	var knees fires
	var studs []geom.Dot
	for _, q := range [][5]float64{{.21, -.13, .02, -.17, -.07}, {.33, .02, .1, .06, .16}, {.56, .05, .085, .1, .05}, {.7, -.06, .075, -.12, .07}} {
		hip := d.at(q[0], -.3)
		knee, foot := hip.Add(geom.Pt{X: q[1], Y: q[2]}.Mul(.8*size)), hip.Add(geom.Pt{X: q[3], Y: q[4]}.Mul(.8*size))
		l, k := limb(hip, knee, foot, .042*size)
		legs, claws = legs.Join(l), claws.Join(k)
		away := geom.Angle(knee.Sub(hip.Lerp(foot, .5)))
		knees.light(geom.Scale(.1*size, .085*size).Then(geom.Rotate(away)).At(knee))
		for _, p := range (geom.Poly{Pts: spineOf([]geom.Pt{hip, knee, foot}, 12)}).Pts[3:11] {
			studs = append(studs, geom.Dot{C: p, R: 1.2 * c.cecek()})
		}
	}

	head := newDragonHead()
	k := float64(.2 * size)
	hm := geom.Scale(k, k).Then(geom.Rotate(.045)).At(d.at(0, 0).Add(geom.Pt{X: float64(.02 * size)}))
	on := func(p geom.Path) geom.Path { return p.Transform(hm) }

	mane := head.mane.at(hm)

	// The pearl that it reaches for, in flames.
	pearl := hm.Apply(geom.Pt{X: 1.3, Y: .1})
	var fire fires
	for i, a := range []float64{-.4, -.31, -.22, -.12} {
		k := float64(size * (.05 + float64(.012*float64(i%2))))
		fire.light(geom.Scale(k, k).Then(geom.Rotate(a)).At(pearl.Add(geom.Polar(.022*size, a))))
	}

	// Clouds and small flames on what is left.
	s := newSky(w, h)
	for _, p := range []geom.Path{body, legs, claws, knees.tongues, fins, tuft.tongues, on(head.skull), on(head.jaw), on(head.horns), mane.tongues, fire.tongues, geom.Circle(pearl, .05*size)} {
		s.hide(p, 2)
	}
	sky := liongSky(s, size, c.value("clouds"), o.Seed)
	var stars []geom.Dot
	for _, p := range s.strewn(float64(3.3*c.cecek())+c.apart(), .16, o.Seed.At("cecek")) {
		stars = append(stars, ringDots(3, 2.3*c.cecek(), -.25, c.cecek())...)
		for i := len(stars) - 3; i < len(stars); i++ {
			stars[i].C = stars[i].C.Add(p)
		}
	}

	lineOf := func(p geom.Path) pattern.Shape { return line(pattern.Outline, pattern.Klowong, c.klowong(), p) }
	shapes := full(
		dots(pattern.Latar, pattern.Filling, stars),
		area(pattern.Fill2, pattern.Klowong, sky.clouds),
		line(pattern.Outline, pattern.Filling, c.fine(), sky.inner),
		line(pattern.Outline, pattern.Klowong, .8*c.klowong(), paths(sky.clouds, sky.curls)),
	)
	shapes = append(shapes, sky.sparks.shapes(c)...)
	halo := paths(body, legs, claws, on(head.skull), on(head.horns))
	for _, f := range []fires{mane, tuft, fire, knees} {
		halo = halo.Join(f.tongues)
	}
	shapes = append(shapes, line(pattern.Ground, pattern.Klowong, 3*c.klowong(), halo))
	shapes = append(shapes, fires{paths(knees.tongues, tuft.tongues, fire.tongues), paths(knees.ribs, tuft.ribs, fire.ribs)}.shapes(c)...)
	shapes = append(shapes, full(
		area(pattern.Fill, pattern.Klowong, claws),
		lineOf(claws),
		area(pattern.Fill, pattern.Klowong, legs),
		lineOf(legs),
		dots(pattern.Isen, pattern.Filling, studs),
		area(pattern.Accent, pattern.Klowong, fins),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), fins),
		area(pattern.Fill, pattern.Klowong, body),
		line(pattern.Isen, pattern.Filling, 1.2*c.fine(), scales),
		line(pattern.Isen, pattern.Filling, 1.2*c.fine(), paths(bars, edge)),
		lineOf(body),
		area(pattern.Outline, pattern.Klowong, on(head.horns)),
		area(pattern.Accent, pattern.Klowong, on(head.tongue)),
		area(pattern.Fill, pattern.Klowong, paths(on(head.skull), on(head.jaw))),
		lineOf(paths(on(head.skull), on(head.jaw))),
	)...)
	shapes = append(shapes, mane.shapes(c)...)
	eye := hm.Apply(head.eye)
	shapes = append(shapes, full(
		area(pattern.Ground, pattern.Klowong, on(head.teeth)),
		line(pattern.Outline, pattern.Klowong, c.fine(), on(head.teeth)),
		line(pattern.Isen, pattern.Filling, 1.4*c.fine(), on(head.lines)),
		line(pattern.Outline, pattern.Klowong, c.klowong(), on(head.whiskers)),
		area(pattern.Ground, pattern.Klowong, geom.Circle(eye, .065*k)),
		area(pattern.Outline, pattern.Klowong, geom.Circle(eye, .032*k)),
		area(pattern.Fill2, pattern.Klowong, geom.Circle(pearl, .03*size)),
		lineOf(paths(geom.Circle(pearl, .03*size), geom.Arc(pearl, .019*size, .3, .8))),
	)...)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: shapes}
}

func slicesReversed(p []geom.Pt) []geom.Pt {
	out := make([]geom.Pt, len(p))
	for i, q := range p {
		out[len(p)-1-i] = q
	}
	return out
}

// weather is what stands around a dragon: small clouds with their curls and a
// contour within, and sparks of flame.
type weather struct {
	clouds, curls, inner geom.Path
	sparks               fires
}

func liongSky(s *sky, size, share float64, sd seed.Seed) weather {
	var w weather
	lonely := func(outline geom.Path, r *seed.Stream) (geom.Affine, bool) {
		sh := s.shadow(outline, 1)
		at, ok := s.settle(sh, s, sh.rim, func(_ geom.Pt, touch int) float64 { return -float64(touch) - float64(r.Float64()*6) })
		return geom.Translate(at), ok
	}
	for i := range int(float64(40*share) + .5) {
		r := sd.At("awan", i)
		k := float64(size * geom.Mix(.24, .1, float64(i)/40) * r.Range(.9, 1.1))
		q := []func() cloud{puff, sprig, twin, comma}[i%4]().swayed(r, 1).within(geom.Pt{}, float64(k*r.Sign()))
		m, ok := lonely(q.outline, r)
		if !ok {
			continue
		}
		q = q.transform(m)
		w.clouds = w.clouds.Join(q.outline)
		for _, l := range q.hooks {
			w.curls = w.curls.Join(geom.Smooth(l, false))
		}
		in := make([]geom.Path, 2)
		q.contours(in, []float64{.007 * size, .014 * size}, .004*size, 0)
		w.inner = w.inner.Join(in[0]).Join(in[1])
	}
	for i := range int(float64(14*share) + .5) {
		r := sd.At("api", i)
		k := float64(size * .065)
		m := geom.Scale(k, float64(k*r.Sign())).Then(geom.Rotate(r.Range(-.35, -.15)))
		m = m.At(tongue().Transform(m).Bounds().Center().Mul(-1))
		if to, ok := lonely(tongue().Transform(m), r); ok {
			w.sparks.light(m.Then(to))
		}
	}
	return w
}
