package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// magelangs are motifs of Magelang: its water tower and the cracked coffee.
func magelangs() []drawing {
	return []drawing{
		{"water_toren", pattern.Info{ID: "water_toren", Family: "water_toren", Group: "pm",
			Params: []pattern.Param{
				sizeParam(150),
				ratio("height", "Height, of the width", "Tinggi, dari lebar", 1, 1.6, 1.2),
				count("arches", "Arches on each side", "Lengkung tiap sisi", 1, 4, 2),
				count("fronds", "Leaves on each side", "Daun tiap sisi", 1, 4, 3),
				ratio("cell", "Size of the ground's lozenges, 0 for none", "Besar belah ketupat latar, 0 tanpa", 0, 2, 1),
			},
			Repeats: standing()}, drawToren},
		{"kopi_pecah", pattern.Info{ID: "kopi_pecah", Family: "kopi_pecah", Group: "p1",
			Params: []pattern.Param{
				sizeParam(90),
				ratio("bean", "Size of the beans", "Besar biji", .6, 1.6, 1),
				ratio("crack", "Width of the crack", "Lebar belahan", .3, 2, 1),
				ratio("leaves", "Share of leaves and flowers", "Bagian daun dan bunga", 0, 1, .45),
				ratio("full", "Fullness", "Kepadatan", .3, 4, 3),
			},
			Slots:   []pattern.Slot{{ID: "bean", Name: "Beans", Nama: "Biji"}},
			Repeats: []symmetry.Kind{symmetry.Block, symmetry.HalfDrop}}, drawKopi},
	}
}

// tower is the water tower of 1920: an arcade, a drum, the tank with its windows
// and a roof of eight sides with a lantern; s is its height.
func (c canting) tower(s float64, arches int) emblem {
	var e emblem
	box := func(ply int, role pattern.Role, half, y0, y1 float64) {
		e.body(ply, role, c.bold(), geom.R(-half*s, y0*s, 2*half*s, (y1-y0)*s).Path())
	}
	row := func(ply int, role pattern.Role, half, y float64, n int) {
		var ds []geom.Dot
		for k := range 2 * n {
			ds = append(ds, geom.Dot{C: geom.Pt{X: float64(half * s * (float64(2*k+1)/float64(2*n) - 1)), Y: y * s}, R: math.Min(c.cecek(), .011*s)})
		}
		e.add(ply, dots(role, pattern.Filling, ds))
	}
	// The arcade on which the tank stands, an arch over each opening.
	box(0, pattern.Fill2, .33, .42, .48)
	row(0, pattern.Outline, .33, .45, 10)
	box(0, pattern.Fill, .27, -.02, .42)
	n := 2*arches + 1
	wide := .54 / float64(n)
	for i := range n {
		x := -.27 + float64(wide*(float64(i)+.5))
		arch := func(k float64) geom.Path {
			half := float64(.38 * wide * k * s)
			return geom.Path{}.MoveTo(geom.Pt{X: float64(x*s) - half, Y: .42 * s}).LineTo(geom.Pt{X: float64(x*s) - half, Y: .2 * s}).
				Join(continued(geom.Arc(geom.Pt{X: x * s, Y: .2 * s}, half, .5, 1))).LineTo(geom.Pt{X: float64(x*s) + half, Y: .42 * s}).Close()
		}
		e.body(1, pattern.Ground, c.thin(), arch(1))
		e.body(2, []pattern.Role{pattern.Fill2, pattern.Accent}[(i+arches)%2], c.thin(), arch(.55))
		e.body(1, pattern.Fill2, c.thin(), geom.Circle(geom.Pt{X: x * s, Y: .06 * s}, .26*wide*s))
		e.add(1, dots(pattern.Outline, pattern.Filling, []geom.Dot{{C: geom.Pt{X: x * s, Y: .06 * s}, R: .1 * wide * s}}))
	}
	// Cornice, tank and its windows.
	box(3, pattern.Fill2, .37, -.07, -.02)
	row(3, pattern.Outline, .37, -.045, 12)
	box(3, pattern.Fill, .33, -.2, -.07)
	for i := range 2*n + 1 {
		x := .62 * (float64(i) - float64(n)) / float64(2*n+1)
		e.body(4, pattern.Ground, c.thin(), geom.R((x-.014)*s, -.165*s, .028*s, .06*s).Path())
	}
	box(3, pattern.Accent, .37, -.225, -.2)
	// The roof: five of its eight sides are seen.
	edges := []float64{-.4, -.26, -.09, .09, .26, .4}
	for i := range 5 {
		p := geom.Polygon(chain(s, .16*edges[i], -.4, .16*edges[i+1], -.4, edges[i+1], -.225, edges[i], -.225)...)
		e.body(5+i%2, []pattern.Role{pattern.Fill2, pattern.Fill}[i%2], c.thin(), p)
	}
	box(7, pattern.Fill, .06, -.44, -.39)
	e.body(7, pattern.Fill2, c.bold(), geom.Polygon(chain(s, 0, -.52, .09, -.44, -.09, -.44)...))
	return e
}

func drawToren(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w, h := c.size, float64(c.size*c.value("height"))
	s := .6 * w
	var e, side emblem
	n := c.whole("fronds")
	for i := range n {
		t := float64(i) / float64(max(1, n-1))
		side.put(i, c.frond(float64(w*geom.Mix(.3, .22, t)), 4), geom.Rotate(geom.Mix(.04, -.19, t)).At(geom.Pt{X: geom.Mix(.16, .21, t) * w, Y: geom.Mix(.34, .14, t) * w}))
	}
	c.tendril(&side, 0, geom.Pt{X: .04 * w, Y: .36 * w}, .08, .34*w, -1)
	side.put(5, c.rosette(.19*w, 7), geom.Translate(geom.Pt{X: .2 * w, Y: .31 * w}))
	e.pair(0, side)
	e.put(3, c.tower(s, c.whole("arches")), geom.Translate(geom.Pt{Y: -.02 * w}))
	e.put(9, c.rosette(.16*w, 8), geom.Rotate(-.25).At(geom.Pt{Y: .33 * w}))
	var two, wing emblem
	two.put(5, c.rosette(.3*w, 8), geom.Rotate(-.25))
	for _, a := range []float64{-.02, .12} {
		wing.put(0, c.frond(.22*w, 4), geom.Rotate(a).At(geom.Polar(.14*w, a)))
	}
	two.pair(0, wing)
	return c.paired(w, h, e, two, float64(.034*w*c.value("cell")))
}

// drawKopi strews coffee: beans cracked along an S, among leaves, flowers and
// cherries of the bush.
func drawKopi(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	size := geom.Pt{X: c.size, Y: c.size}
	u := c.size / 90
	big := float64(7.6 * u * c.value("bean"))
	r := o.Seed.At("kopi")
	open := c.apart() + c.thin() // between the middles of two lines
	var e emblem
	radii := []float64{big, .78 * big, .58 * big, .3 * big, math.Max(.13*big, 1.1*c.cecek())}
	for i, d := range foam("p1", size, radii, math.Max(.5*u, .7*c.klowong()), c.value("full"), o.Seed.At("foam")) {
		m := geom.Rotate(r.Float64()).At(d.C)
		kind := r.Float64()
		switch {
		case d.R < .2*big:
			e.add(0, dots(pattern.Latar, pattern.Filling, []geom.Dot{{C: d.C, R: c.cecek()}}))
		case d.R < .4*big: // a cherry
			e.body(0, pattern.Accent, c.thin(), geom.Circle(d.C, .8*d.R))
			e.add(0, dots(pattern.Ground, pattern.Filling, []geom.Dot{{C: m.Apply(geom.Pt{X: .3 * d.R}), R: .22 * d.R}}))
		case kind < c.value("leaves") && i%2 == 0: // a flower of five
			var f emblem
			// So slender that cloth stays open between the petals where they are nearest.
			petal := leaf(.2*d.R, .98*d.R, math.Min(.26*d.R, (float64(.235*d.R)-float64(.5*open))/.6), .55)
			rib := within(petal, geom.Pt{X: .4 * d.R}, geom.Pt{X: .72 * d.R}, open)
			for _, t := range around(geom.Pt{}, 5, 0) {
				f.body(0, pattern.Fill2, c.thin(), petal.Transform(t))
				f.add(0, line(pattern.Outline, pattern.Filling, c.thin(), rib.Transform(t)))
			}
			f.body(1, pattern.Accent, c.thin(), geom.Circle(geom.Pt{}, .25*d.R))
			e.put(0, f, m)
		case kind < c.value("leaves"): // a leaf with its veins
			var f emblem
			body := leaf(-d.R, d.R, .46*d.R, .45)
			f.body(0, pattern.Fill2, c.thin(), body)
			veins := within(body, geom.Pt{X: -.9 * d.R}, geom.Pt{X: .8 * d.R}, open)
			for x := -.6 * d.R; x < .45*d.R; x += math.Max(.25*d.R, float64(1.35*open)) {
				for _, y := range []float64{-1, 1} {
					veins = veins.Join(within(body, geom.Pt{X: x}, geom.Pt{X: x + float64(.24*d.R), Y: float64(.27 * y * d.R)}, open))
				}
			}
			f.add(0, line(pattern.Outline, pattern.Filling, c.thin(), veins))
			e.put(0, f, m)
		default:
			c.bean(&e, d.R, float64(.07*c.value("crack")), m)
		}
	}
	return pattern.Tile{Size: size, Shapes: e.shapes()}
}

// bean puts a coffee bean within the disc of radius r under a map: two halves that
// the crack parts, a contour within each and a row of cecek.
func (c canting) bean(e *emblem, r, crack float64, m geom.Affine) {
	// Lines stand as far apart as wax leaves open: the sides of the crack, which is
	// broadest in the middle, and the contours of a half.
	open := c.apart() + c.thin()
	crack = math.Max(crack, float64(open/float64(1.9*r)))
	inner := 1 - float64(open/float64(.54*r))
	seam := func(side, k float64) []geom.Pt {
		var pts []geom.Pt
		for i := range 9 {
			t := float64(2*float64(i)/8) - 1
			y := float64(.13*geom.Sin(float64(.5*t))) + float64(side*crack*(1.1-float64(t*t*t*t))) + float64(side*(1-k)*.66)
			pts = append(pts, geom.Pt{X: float64(.97 * r * k * t), Y: float64(r * y)})
		}
		return pts
	}
	var f emblem
	for _, side := range []float64{1, -1} {
		half := func(k float64) geom.Path {
			s := seam(side, k)
			a, b := s[8], s[0]
			rim := []geom.Pt{a}
			for i := 1; i < 8; i++ {
				t := float64(.5 * float64(i) / 8)
				p := geom.Polar(1, t)
				rim = append(rim, geom.Pt{X: float64(.99 * r * k * p.X), Y: float64(side * r * (float64(.66*k*p.Y) + float64((1-k)*.12)))})
			}
			return outline(s, append(rim, b))
		}
		f.body(0, pattern.Fill, c.thin(), half(1))
		if r > 4*c.nozzle && float64((.66-float64(1.1*crack))*r) > 3.2*open {
			f.add(0, line(pattern.Isen, pattern.Filling, c.thin(), half(inner)))
			c.filled(&f, 0, "bean", pattern.Fill, half(.83*inner), geom.Pt{X: -r}, geom.Pt{X: r})
		}
	}
	e.put(0, f, m)
}
