package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func hongs() []drawing {
	return []drawing{{"burung_hong", pattern.Info{ID: "burung_hong", Name: "Burung hong", Family: "burung_hong", Group: "p1",
		Params: []pattern.Param{
			{ID: "size", Name: "Length of the bird with its tail", Nama: "Panjang burung dan ekornya", Unit: "mm", Min: 90, Max: 1000, Def: 210, Step: 5},
			count("plumes", "Plumes of the tail", "Bulu ekor", 3, 6, 4),
			ratio("wave", "Wave of the plumes", "Gelombang ekor", .4, 1.4, 1),
			count("feathers", "Feathers of a wing", "Bulu sayap", 6, 13, 9),
			ratio("flowers", "Flowers around it", "Bunga di sekitarnya", 0, 1, 1),
		},
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.HalfDrop}}, drawHong}}
}

// plumage gathers feathers: vanes, what is drawn on them, and eyes.
type plumage struct {
	vanes, over, inner, ribs geom.Path // over: every second vane of a plume, over the others
	eyes                     []geom.Dot
}

// feather adds a rounded feather along +x under m, l long. What is drawn in it keeps
// so far from its sides.
func (p *plumage) feather(l, half, room float64, m geom.Affine) {
	// Up to where they are broadest the sides are straight, as those beside them lie
	// along them.
	vane := edged(
		pts(0, 0, .3*l, -.46*half, .65*l, -half, .9*l, -.75*half, l, 0),
		pts(l, 0, .9*l, .75*half, .65*l, half, .3*l, .46*half, 0, 0),
	)
	p.vanes = p.vanes.Join(vane.Transform(m))
	if .45*half > room {
		p.inner = p.inner.Join(vane.Transform(geom.Scale(.62, .55).At(geom.Pt{X: float64(.3 * l)})).Transform(m))
	}
	if from := math.Max(.1, .65*room/half); from < .6 {
		p.ribs = p.ribs.Join(geom.Polyline(geom.Pt{X: from * l}, geom.Pt{X: .82 * l}).Transform(m))
	}
}

// wing adds n feathers in three rows that fan out from the shoulder, from angle a
// to b, the longest l; the upper rows lie over the lower.
func wing(at geom.Pt, a, b, l float64, n int, room float64) []plumage {
	rows := make([]plumage, 3)
	for k := range rows {
		m := max(4, n-k)
		for i := range m {
			u := float64(i) / float64(m-1)
			turn := geom.Mix(a, b, u)
			// The outer feathers are the longest, the row curves like a hand.
			long := float64(l * [3]float64{1, .68, .4}[k] * (.72 + float64(.28*geom.Sin(.06+float64(.3*u)))))
			half := float64(math.Abs(b-a) * 2 * math.Pi * long / float64(m-1) * .325)
			rows[k].feather(long, half, room, geom.Rotate(turn).At(at))
		}
	}
	return rows
}

// plume adds a long tail feather along the line: barbs on both sides and an eye
// within petals at its end.
func (p *plumage) plume(line []geom.Pt, barb, eye float64) {
	n := len(line) - 1
	for i := 2; i < n-1; i += 2 {
		t := float64(i) / float64(n)
		dir := geom.Angle(line[i+1].Sub(line[i-1]))
		l := float64(barb * (.55 + float64(.45*geom.Sin(float64(.5*t)))))
		for _, a := range []float64{-.1, .1} {
			vane := leaf(0, l, .2*l, .55).Transform(geom.Rotate(dir + a).At(line[i]))
			if i%4 == 0 {
				p.over = p.over.Join(vane)
			} else {
				p.vanes = p.vanes.Join(vane)
			}
		}
	}
	end := line[n]
	dir := geom.Angle(end.Sub(line[n-1]))
	for i := range 9 {
		a := dir + float64((float64(i)-4)*.1)
		p.vanes = p.vanes.Join(leaf(.6*eye, 1.9*eye, .26*eye, .55).Transform(geom.Rotate(a).At(end)))
	}
	p.ribs = p.ribs.Join(geom.Smooth(line, false))
	p.eyes = append(p.eyes, geom.Dot{C: end, R: eye})
}

// hongHead is a head in profile, facing +x with the neck at the origin, about 1
// long.
func hongHead() (skull, beak, crest, wattle geom.Path, eye geom.Pt) {
	skull = edged(
		pts(-.1, -.2, .08, -.3, .28, -.3, .42, -.2, .46, -.06),
		pts(.46, -.06, .42, .08, .3, .17, .12, .2, -.1, .2),
		pts(-.1, .2, -.1, -.2),
	)
	beak = edged(
		pts(.4, -.2, .58, -.18, .76, -.1, .88, .04, .9, .18),
		pts(.9, .18, .8, .1, .66, .05, .52, .03, .4, .04),
		pts(.4, .04, .4, -.2),
	).Join(edged(pts(.4, .03, .54, .05, .7, .1), pts(.7, .1, .56, .15, .4, .13), pts(.4, .13, .4, .03)))
	for _, q := range [][4]float64{{.3, -.26, -.2, .5}, {.2, -.29, -.28, .68}, {.08, -.28, -.36, .76}, {-.02, -.24, -.43, .66}} {
		crest = crest.Join(tongue().Transform(geom.Scale(q[3], q[3]).Then(geom.Rotate(q[2])).At(geom.Pt{X: q[0], Y: q[1]})))
	}
	wattle = leaf(0, .42, .1, .6).Transform(geom.Rotate(.3).At(geom.Pt{X: .36, Y: .12})).
		Join(leaf(0, .34, .09, .6).Transform(geom.Rotate(.38).At(geom.Pt{X: .26, Y: .15})))
	return skull, beak, crest, wattle, geom.Pt{X: .24, Y: -.08}
}

func drawHong(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	size := c.size
	w, h := 1.1*size, .92*size
	r := o.Seed.At("hong")
	u := func(x, y float64) geom.Pt { return geom.Pt{X: float64(size * x), Y: float64(size * y)} }
	scaled := func(xy ...float64) []geom.Pt {
		out := pts(xy...)
		for i, p := range out {
			out[i] = u(p.X, p.Y)
		}
		return out
	}

	// Head, neck and body in one line; the body swells in its last half.
	d := drake{spineOf(scaled(.845, .3, .8, .335, .79, .4, .8, .46, .775, .525, .71, .57, .63, .585, .56, .58), 80), float64(.062 * size),
		func(s float64) float64 {
			return .36 + float64(.64*geom.Smoothstep(.2, .62, s)) - float64(.62*geom.Smoothstep(.7, 1, s))
		}}
	body := d.body()
	scales, _ := d.scales(7, -1, c.fine()+c.apart())

	// The tail streams behind in waves that fan out.
	var tail plumage
	n := c.whole("plumes")
	root := d.at(.96, 0)
	for i := range n {
		t := float64(i) / float64(n-1)
		a := geom.Mix(.36, .56, t) // from below left to above left
		long := float64(size * (.52 + float64(.06*geom.Sin(float64(.5*t))) + r.Range(-.02, .02)))
		bow := float64(size * .06 * c.value("wave") * (1 - float64(float64(i%2)/2)))
		knots := make([]geom.Pt, 9)
		for k := range knots {
			s := float64(k) / 8
			knots[k] = root.Add(geom.Pt{X: float64(s * long), Y: float64(bow * geom.Sin(float64(s*.95)) * s * 1.6)}.Turn(a))
		}
		tail.plume(spineOf(knots, 44), .05*size, .026*size)
	}

	// Between two lines in a feather the cloth stays open.
	room := c.apart() + float64(.35*c.klowong()) + float64(.5*c.fine())
	back := wing(d.at(.62, .2), -.17, -.02, .3*size, max(5, c.whole("feathers")-2), room)
	front := wing(d.at(.66, .3), -.44, -.2, .36*size, c.whole("feathers"), room)

	coverts := wing(d.at(.86, 0), .36, .6, .2*size, 7, room)[:2]

	var legs, claws geom.Path
	for _, q := range [][4]float64{{.66, .03, .09, .005}, {.76, .02, .1, -.03}} {
		hip := d.at(q[0], -.6)
		l, k := limb(hip, hip.Add(u(q[1], .05)), hip.Add(u(q[3], q[2])), .022*size)
		legs, claws = legs.Join(l), claws.Join(k)
	}

	skull, beak, crest, wattle, eye := hongHead()
	k := float64(.11 * size)
	hm := geom.Scale(k, k).Then(geom.Rotate(.06)).At(d.at(0, 0))
	on := func(p geom.Path) geom.Path { return p.Transform(hm) }

	// Flowers and leaves where the bird leaves room.
	s := newSky(w, h)
	hide := []geom.Path{body, legs, claws, tail.vanes, tail.over, on(crest), on(skull), on(beak), on(wattle)}
	for _, p := range append(back[:1:1], front[0]) {
		hide = append(hide, p.vanes)
	}
	for _, p := range hide {
		s.hide(p, 2)
	}
	g := newHongGarden(c, s, c.value("flowers"), o.Seed)
	var specks []geom.Dot
	for _, p := range s.strewn(float64(3.3*c.cecek())+c.apart(), .16, o.Seed.At("cecek")) {
		specks = append(specks, manyDots(ringDots(3, 2.3*c.cecek(), -.25, c.cecek()), moved(p))...)
	}

	thinLine := float64(.7 * c.klowong())
	halo := paths(body, tail.vanes, tail.over, back[0].vanes, front[0].vanes, on(crest), on(skull), on(beak), legs, claws)
	shapes := full(dots(pattern.Latar, pattern.Filling, specks))
	shapes = append(shapes, g.shapes(c)...)
	shapes = append(shapes, full(
		line(pattern.Ground, pattern.Klowong, 3*c.klowong(), halo),
		area(pattern.Fill, pattern.Klowong, tail.vanes),
		line(pattern.Outline, pattern.Klowong, 1.1*c.fine(), tail.vanes),
		area(pattern.Fill, pattern.Klowong, tail.over),
		line(pattern.Outline, pattern.Klowong, 1.1*c.fine(), tail.over),
		line(pattern.Outline, pattern.Klowong, 1.2*c.klowong(), tail.ribs),
		area(pattern.Outline, pattern.Klowong, discs(tail.eyes, 1)),
		area(pattern.Accent, pattern.Klowong, discs(tail.eyes, .84)),
		area(pattern.Ground, pattern.Klowong, discs(tail.eyes, .55)),
		area(pattern.Fill2, pattern.Klowong, discs(tail.eyes, .4)),
		area(pattern.Fill2, pattern.Klowong, paths(claws, legs)),
		line(pattern.Outline, pattern.Klowong, thinLine, paths(claws, legs)),
	)...)
	feathers := func(rows []plumage) {
		for i, p := range rows {
			role, inner := pattern.Fill, pattern.Fill2
			if i == 1 {
				role, inner = pattern.Fill2, pattern.Fill
			}
			shapes = append(shapes, full(
				area(role, pattern.Klowong, p.vanes),
				line(pattern.Outline, pattern.Klowong, thinLine, p.vanes),
				area(inner, pattern.Klowong, p.inner),
				line(pattern.Outline, pattern.Filling, 1.1*c.fine(), paths(p.ribs, p.inner)),
			)...)
		}
	}
	feathers(back)
	feathers(coverts)
	shapes = append(shapes, full(
		area(pattern.Accent, pattern.Klowong, paths(on(crest), on(wattle))),
		line(pattern.Outline, pattern.Klowong, thinLine, paths(on(crest), on(wattle))),
		area(pattern.Fill, pattern.Klowong, paths(body, on(skull))),
		line(pattern.Isen, pattern.Filling, 1.1*c.fine(), scales),
		line(pattern.Outline, pattern.Klowong, c.klowong(), body),
		area(pattern.Fill, pattern.Klowong, on(skull)),
		line(pattern.Outline, pattern.Klowong, .8*c.klowong(), on(skull)),
		area(pattern.Fill2, pattern.Klowong, on(beak)),
		line(pattern.Outline, pattern.Klowong, .8*c.klowong(), on(beak)),
		area(pattern.Ground, pattern.Klowong, geom.Circle(hm.Apply(eye), .1*k)),
		area(pattern.Outline, pattern.Klowong, geom.Circle(hm.Apply(eye), .052*k)),
	)...)
	feathers(front)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: shapes}
}

// garden is flowers with their leaves, strewn on the ground around a beast.
type hongGarden struct {
	petals, inner, leaves, veins, rays geom.Path
	hearts                             []geom.Dot
}

func newHongGarden(c canting, s *sky, share float64, sd seed.Seed) hongGarden {
	size := c.size
	edge := float64(.35*c.klowong()) + c.apart() // that rays and veins keep from the outlines
	var g hongGarden
	for i := range int(float64(64*share) + .5) {
		r := sd.At("bunga", i)
		k := float64(size * geom.Mix(.085, .026, math.Sqrt(float64(i)/64)) * r.Range(.9, 1.1))
		sh := s.shadow(geom.Circle(geom.Pt{}, 1.45*k), 0)
		at, ok := s.settle(sh, s, sh.rim, func(_ geom.Pt, touch int) float64 { return -float64(touch) - float64(r.Float64()*8) })
		if !ok {
			continue
		}
		n := 5 + i%3
		turn := r.Float64()
		ring := func(rad, sag float64) geom.Path {
			var nodes []geom.Pt
			for q := range n {
				nodes = append(nodes, geom.Polar(float64(rad*k), turn+float64(q)/float64(n)))
			}
			return scalloped(sag, nodes...).Transform(geom.Translate(at))
		}
		petals := ring(.72, .38)
		rim := geom.NewRegion(petals)
		g.petals = g.petals.Join(petals)
		g.inner = g.inner.Join(ring(.4, .36))
		g.hearts = append(g.hearts, geom.Dot{C: at, R: .16 * k})
		for q := range 3 * n {
			a := turn + (float64(q)+.5)/float64(3*n)
			end := .82
			for end > .6 && rim.Distance(at.Add(geom.Polar(float64(end*k), a))) < edge {
				end -= .02
			}
			if end > .64 {
				g.rays = g.rays.Join(geom.Polyline(at.Add(geom.Polar((end-.2)*k, a)), at.Add(geom.Polar(float64(end*k), a))))
			}
		}
		for q := range 3 {
			a := turn + .1 + float64(q)/3 + r.Range(-.03, .03)
			m := geom.Rotate(a).At(at)
			g.leaves = g.leaves.Join(leaf(.85*k, 1.5*k, .17*k, .5).Transform(m))
			if .12*k > edge {
				g.veins = g.veins.Join(geom.Polyline(geom.Pt{X: 1.04 * k}, geom.Pt{X: 1.29 * k}).Transform(m))
			}
		}
	}
	return g
}

func (g hongGarden) shapes(c canting) []pattern.Shape {
	return full(
		area(pattern.Fill2, pattern.Klowong, g.leaves),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), g.leaves),
		line(pattern.Outline, pattern.Filling, c.fine(), g.veins),
		area(pattern.Accent, pattern.Klowong, g.petals),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), g.petals),
		line(pattern.Ground, pattern.Filling, 1.1*c.fine(), g.rays),
		area(pattern.Fill2, pattern.Klowong, g.inner),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), g.inner),
		area(pattern.Outline, pattern.Klowong, discs(g.hearts, 1)),
	)
}
