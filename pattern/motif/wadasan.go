package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func wadasans() []drawing {
	return []drawing{{"wadasan", pattern.Info{ID: "wadasan", Family: "wadasan", Group: "p1",
		Params: []pattern.Param{
			{ID: "size", Name: "Height of the rocks", Nama: "Tinggi batu", Unit: "mm", Min: 45, Max: 700, Def: 120, Step: 5},
			count("tiers", "Tiers of a rock", "Tingkat batu", 3, 5, 5),
			count("shades", "Strips", "Jumlah gradasi", 3, 5, 4),
			{ID: "depth", Name: "Depth of the strips", Nama: "Kedalaman gradasi", Min: .5, Max: 2, Def: 1, Step: .05},
			ratio("plants", "Plants on the ledges", "Tumbuhan di tebing", 0, 1, .9),
			ratio("clouds", "Clouds between", "Awan di antara", 0, 1, .8),
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawWadasan}}
}

// boulder is one tier of a rock, 1 wide and about 1 high over its foot at the
// origin: lobed arches that rise to a crown, two of which curl in.
func boulder(r *seed.Stream) cloud {
	lean := r.Range(-.06, .06)
	nodes := pts(-.36, .08, -.5, -.12, -.46, -.36, -.31, -.58, -.1, -.78, .14, -.76, .33, -.56, .47, -.34, .5, -.1, .35, .08, .12, .13, -.13, .13)
	for i := range nodes {
		nodes[i].X += float64(lean * -nodes[i].Y)
		nodes[i] = nodes[i].Add(geom.Pt{X: r.Range(-.02, .02), Y: r.Range(-.02, .02)})
	}
	one, two := head{nodes[3].Add(geom.Pt{X: .12, Y: .1}), .13, .13}, head{nodes[6].Add(geom.Pt{X: -.12, Y: .11}), .12, .12}
	hooks := [][]geom.Pt{
		append([]geom.Pt{nodes[3], nodes[3].Lerp(one.at(-.3, 1), .55)}, one.hook(-.3, 1.05)...),
		append([]geom.Pt{nodes[6], nodes[6].Lerp(two.at(-.2, 1), .55)}, two.hook(-.2, -1.05)...),
	}
	if r.Float64() < .5 {
		hooks = hooks[:1]
	}
	// At its foot lies a second, smaller rock: the strips of one rise behind the
	// other.
	inner := scalloped(.28, nodes...).Transform(geom.Scale(.58, .56).At(geom.Pt{X: r.Range(-.05, .05), Y: .02}))
	return cloud{outline: scalloped(.28, nodes...), hooks: hooks, inner: []cloud{{outline: inner}}}
}

// tuft is a plant 1 high on a ledge at the origin.
type tuft struct{ stems, leaves, veins, flowers, hearts geom.Path }

func (t *tuft) plant(at geom.Pt, k, lean float64, r *seed.Stream) {
	for i, a := range []float64{-.25, -.33, -.17, -.4, -.1} {
		turn := a + float64(lean*.3) + r.Range(-.015, .015)
		l := float64(k * (1 - float64(.13*float64(i))))
		m := geom.Rotate(turn).At(at)
		t.stems = t.stems.Join(geom.Polyline(geom.Pt{}, geom.Pt{X: .4 * l}).Transform(m))
		if i < 3 && (i == 0 || r.Float64() < .6) {
			p, _ := flower(.24*k, 5)
			c := geom.Translate(m.Apply(geom.Pt{X: l}))
			t.flowers = t.flowers.Join(p.Transform(geom.Rotate(turn)).Transform(c))
			t.hearts = t.hearts.Join(geom.Circle(c.Apply(geom.Pt{}), .06*k))
			t.stems = t.stems.Join(geom.Polyline(geom.Pt{}, geom.Pt{X: .85 * l}).Transform(m))
			for _, s := range []float64{-.14, .14} {
				t.leaves = t.leaves.Join(leaf(0, .36*k, .07*k, .5).Transform(geom.Rotate(turn + s).At(m.Apply(geom.Pt{X: float64(.35 * l)}))))
			}
			continue
		}
		t.leaves = t.leaves.Join(leaf(.1*l, l, .11*l, .5).Transform(m))
		t.veins = t.veins.Join(geom.Polyline(geom.Pt{X: .2 * l}, geom.Pt{X: .8 * l}).Transform(m))
	}
}

func drawWadasan(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	size := c.size
	w, h := 1.72*size, 1.9*size
	tiers := c.whole("tiers")
	s := newSky(w, h)
	p := newShades(in, o, 1.5*size) // strips are broader than those of clouds

	// Four rocks in two staggered rows; tier by tier, the crown first, so that each
	// tier hides the foot of the one above.
	feet := pts(.25, .46, .75, .5, 0, .96, .5, 1)
	layers := make([][]placedCloud, tiers)
	var plants tuft
	for i, f := range feet {
		r := o.Seed.At("wadas", i)
		foot := geom.Pt{X: float64(w * (f.X + r.Range(-.012, .012))), Y: float64(h * f.Y)}
		high := float64(size * r.Range(.92, 1.08))
		for k := range tiers {
			u := float64(k) / float64(tiers-1) // 0 the crown, 1 the foot
			wide := float64(size * geom.Mix(.3, .52, u) * r.Range(.92, 1.08))
			tall := float64(wide * geom.Mix(1.4, .9, u))
			side := float64(1 - 2*((k+i)%2))
			at := foot.Add(geom.Pt{
				X: float64(side * size * geom.Mix(.05, .11, u) * r.Range(.7, 1.1)),
				Y: float64(-high * .62 * (1 - u)),
			})
			b := boulder(r)
			m := geom.Scale(float64(side*wide), tall).At(at)
			b = b.transform(m)
			layers[k] = append(layers[k], placedCloud{b, wide, at, false})
			s.cover(s.shadow(b.outline.Transform(geom.Translate(at.Mul(-1))), 2), s.snap(at))
			if r.Float64() < c.value("plants") {
				// On the shoulder that the tier leaves free.
				ledge := m.Apply(geom.Pt{X: -.42, Y: -.4})
				plants.plant(ledge, .24*size, float64(-side*.4), r)
			}
		}
	}
	// Small clouds fill what the rocks leave free.
	var sky []placedCloud
	for i := range int(float64(14*c.value("clouds")) + .5) {
		r := o.Seed.At("awan", i)
		k := float64(size * r.Range(.26, .46))
		q := []func() cloud{puff, sprig, comma}[i%3]().swayed(r, 1)
		q = q.within(geom.Pt{}, float64(k*r.Sign()))
		sh := s.shadow(q.outline, 2)
		if at, ok := s.settle(sh, s, sh.rim, func(_ geom.Pt, touch int) float64 { return -float64(touch) - float64(r.Float64()*8) }); ok {
			sky = append(sky, placedCloud{q.transform(geom.Translate(at)), k, at, false})
		}
	}
	for _, q := range sky {
		p.cloud(q.cloud, q.k)
	}
	shapes := p.layer()
	shapes = append(shapes, full(
		line(pattern.Ground, pattern.Klowong, 2.6*c.klowong(), paths(plants.leaves, plants.flowers)),
		line(pattern.Fill2, pattern.Klowong, 1.2*c.klowong(), plants.stems),
		area(pattern.Fill2, pattern.Klowong, plants.leaves),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), plants.leaves),
		line(pattern.Outline, pattern.Filling, c.fine(), plants.veins),
		area(pattern.Accent, pattern.Klowong, plants.flowers),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), plants.flowers),
		area(pattern.Fill, pattern.Klowong, plants.hearts),
	)...)
	for _, l := range layers {
		for _, b := range l {
			p.cloud(b.cloud, b.k)
		}
		shapes = append(shapes, p.layer()...)
		for _, b := range l {
			for _, q := range b.inner {
				p.cloud(q, .8*b.k)
			}
		}
		shapes = append(shapes, p.layer()...)
	}
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: shapes}
}
