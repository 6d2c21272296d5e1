package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// maduras are motifs of Madura: bamboo on a dark cloth, and the turtle-dove's eye.
func maduras() []drawing {
	return []drawing{
		{"reng_perreng", pattern.Info{ID: "reng_perreng", Family: "reng_perreng", Group: "p1",
			Params: []pattern.Param{
				sizeParam(180),
				count("culms", "Culms in the repeat", "Batang dalam satu ulang", 2, 6, 3),
				count("joints", "Joints of a culm", "Ruas tiap batang", 3, 9, 5),
				ratio("sway", "Sway of the culms", "Liuk batang", 0, 1.6, 1),
				ratio("leaf", "Length of the leaves", "Panjang daun", .6, 1.4, 1),
				tanahanParam(2),
			},
			Slots:   growthSlots()[1:],
			Repeats: standing()}, drawRengPerreng},
		{"mata_keteran", pattern.Info{ID: "mata_keteran", Family: "mata_keteran", Group: "p4m",
			Params: []pattern.Param{
				sizeParam(26),
				count("rings", "Rings of dots round the eye", "Lingkar titik keliling mata", 1, 3, 2),
				{ID: "dots", Name: "Dots in a ring", Nama: "Titik tiap lingkar", Min: 8, Max: 24, Def: 16, Step: 4},
				ratio("eye", "Size of the eye", "Besar mata", .6, 1.4, 1),
				count("flower", "Between: dots, flower, flower and leaves", "Antara: titik, bunga, bunga dan daun", 0, 2, 2),
			},
			Repeats: squareRepeats()}, drawMataKeteran},
	}
}

// drawRengPerreng draws swaying culms of bamboo, jointed, with fans of lancet
// leaves at the joints.
func drawRengPerreng(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	h := w
	g := newGarden(c, w, h)
	n, joints := c.whole("culms"), c.whole("joints")
	r := o.Seed.At("reng perreng")
	type node struct {
		at  geom.Pt
		dir float64
	}
	var nodes []node
	for i := range n {
		x0 := float64(w * (float64(i) + .5 + r.Range(-.1, .1)) / float64(n))
		phase, amp := r.Float64(), float64(.075*w*c.value("sway")*r.Range(.7, 1.2))
		first := r.Float64()
		at := func(t float64) geom.Pt { // up the culm; it joins the next repeat's
			return geom.Pt{X: x0 + float64(amp*geom.Sin(t+phase)), Y: float64(h * (1 - t))}
		}
		half := float64(.019 * w * r.Range(.85, 1.15))
		for k := range joints {
			t0, t1 := first+float64(k)/float64(joints), first+float64(k+1)/float64(joints)
			gap := float64(.9*c.klowong()) / h
			var left, right, light []geom.Pt
			const m = 8
			for j := range m + 1 {
				u := float64(float64(j) / m)
				t := geom.Mix(t0+gap, t1-gap, u)
				p := at(t)
				across := at(t + .004).Sub(at(t - .004)).Unit().Perp()
				// A joint swells where one piece meets the next.
				thick := float64(half * (1 + float64(.32*geom.Pow(math.Abs(float64(2*u)-1), 6))))
				left, right = append(left, p.Add(across.Mul(thick))), append(right, p.Sub(across.Mul(thick)))
				if j > 0 && j < m {
					light = append(light, p.Add(across.Mul(.45*half)))
				}
				g.take(geom.Dot{C: p, R: 1.2 * half})
			}
			piece := outline(left, []geom.Pt{left[m], right[m]}, reversedPts(right))
			body := []pattern.Role{pattern.Fill, pattern.Fill2}[i%2]
			var row []geom.Dot
			for _, p := range (geom.Poly{Pts: light}).Resample(2.6 * c.nozzle).Pts {
				row = append(row, geom.Dot{C: p, R: .8 * c.cecek()})
			}
			home := g.home(at(t0)).Sub(at(t0))
			var rings geom.Path
			for _, u := range []float64{.07, .93} {
				j := int(float64(u*m) + .5)
				rings = rings.Join(geom.Polyline(left[j], right[j]))
			}
			g.lay(deepHead, geom.Translate(home),
				area(body, pattern.Klowong, piece),
				dots(ink(body), pattern.Filling, row),
				line(pattern.Outline, pattern.Filling, c.fine(), rings),
				line(pattern.Outline, pattern.Klowong, c.bold(), piece))
			out := at(t1 + .004).Sub(at(t1 - .004)).Unit().Perp()
			for _, side := range []float64{1, -1} {
				d := out.Mul(float64(1.35 * side * half))
				nodes = append(nodes, node{at(t1).Add(d), geom.Angle(d)})
			}
		}
	}
	// Leaves hang in fans, the longest tried first, each where it finds room.
	long := float64(.21 * w * c.value("leaf"))
	for pass, k := range []float64{1, .8, .64} {
		for i, q := range nodes {
			s := o.Seed.At("leaf", pass, i)
			for _, fan := range []float64{0, .12, -.12} {
				down := fan + s.Range(-.02, .02)
				body := []pattern.Role{pattern.Fill2, pattern.Fill}[s.Below(2)]
				// On a stalk of its own, or those of one fan would lie over each other.
				foot := q.at.Add(geom.Polar(.13*long*k, q.dir+down))
				if g.leaf(blade{kind: plainLeaf, foot: foot, dir: q.dir + down, bend: s.Range(-.06, .06), length: float64(.92 * long * k), wide: .2, body: body, other: body}) {
					g.lay(deepLeaf, geom.Translate(g.home(foot).Sub(foot)), line(pattern.Outline, pattern.Klowong, 1.3*c.bold(), geom.Polyline(q.at, foot)))
					for _, t := range []float64{0, .25, .5, .75} {
						g.take(geom.Dot{C: q.at.Lerp(foot, t), R: c.bold()})
					}
				}
			}
		}
	}
	g.ground(pattern.Latar, o.Seed.Sub("ground"))
	return g.tile()
}

// drawMataKeteran draws the dove's eye: a pupil in its ring and rings of dots
// round it, and a dotted floweret between four eyes.
func drawMataKeteran(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	eye := geom.Pt{X: s / 2, Y: s / 2}
	r := float64(.12 * s * c.value("eye"))
	rings, n := c.whole("rings"), c.whole("dots")/4*4
	var ds []geom.Dot
	step := math.Min(float64((float64(.44*s)-r)/float64(rings)), .115*s)
	for k := range rings {
		ring := r + float64(step*(float64(k)+.72))
		m := n + 4*k
		ds = append(ds, ringDots(m, ring, 0, math.Min(.36*step, float64(.36*2*math.Pi*ring/float64(m))))...)
	}
	at := moved(eye)
	shapes := []pattern.Shape{
		dots(pattern.Fill, pattern.Klowong, manyDots(ds, at)),
		area(pattern.Fill, pattern.Klowong, geom.Circle(eye, r)),
		area(pattern.Ground, pattern.Klowong, geom.Circle(eye, .74*r)),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), geom.Circle(eye, r)),
		dots(pattern.Accent, pattern.Klowong, []geom.Dot{{C: eye, R: .44 * r}}),
		dots(pattern.Ground, pattern.Filling, []geom.Dot{{C: eye, R: .15 * r}}),
	}
	switch c.whole("flower") {
	case 0:
		shapes = append(shapes, dots(pattern.Fill2, pattern.Klowong, append(ringDots(4, .07*s, 0, .03*s), geom.Dot{R: .026 * s})))
	default:
		var petals, leaves, ribs geom.Path
		for _, m := range around(geom.Pt{}, 8, 0) {
			petals = petals.Join(leaf(.045*s, .14*s, .04*s, .6).Transform(m))
		}
		for _, m := range around(geom.Pt{}, 4, 0) {
			leaves = leaves.Join(leaf(.182*s, .332*s, .046*s, .45).Transform(m))
			ribs = ribs.Join(geom.Polyline(geom.Pt{X: .227 * s}, geom.Pt{X: .275 * s}).Transform(m))
		}
		if c.whole("flower") == 2 {
			shapes = append(shapes, area(pattern.Fill2, pattern.Klowong, leaves), line(pattern.Outline, pattern.Filling, .8*c.fine(), leaves.Join(ribs)))
		}
		shapes = append(shapes, area(pattern.Accent, pattern.Klowong, petals), line(pattern.Outline, pattern.Filling, .8*c.fine(), petals),
			dots(pattern.Fill, pattern.Klowong, []geom.Dot{{R: .058 * s}}))
	}
	// Threes of cecek fill the sides, where four fields meet.
	var specks []geom.Dot
	for _, m := range []geom.Affine{geom.Translate(geom.Pt{X: s / 2}), geom.Rotate(.25).At(geom.Pt{Y: s / 2})} {
		specks = append(specks, manyDots([]geom.Dot{{R: .022 * s}, {C: geom.Pt{X: .06 * s}, R: .016 * s}, {C: geom.Pt{X: -.06 * s}, R: .016 * s}}, []geom.Affine{m})...)
	}
	shapes = append(shapes, dots(pattern.Latar, pattern.Filling, specks))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(shapes...)}
}
