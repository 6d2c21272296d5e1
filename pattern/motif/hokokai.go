package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func hokokais() []drawing {
	return []drawing{{"jawa_hokokai", pattern.Info{ID: "jawa_hokokai", Family: "jawa_hokokai", Group: "p1",
		Params: []pattern.Param{
			sizeParam(240),
			ratio("hero", "Size of the large flowers", "Besar bunga utama", .7, 1.3, 1),
			count("heroes", "Large flowers", "Bunga besar", 2, 6, 4),
			count("kupu", "Butterflies", "Kupu-kupu", 1, 12, 7),
			count("latar", "Ground: kawung, galaran, truntum, ukel daun, cecek", "Latar: kawung, galaran, truntum, ukel daun, cecek", 0, 4, 0),
			ratio("pitch", "Pitch of the ground", "Jarak isian latar", .7, 1.6, 1),
		},
		Slots:   append(growthSlots(), bodySlot("cecek")),
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.HalfDrop}}, drawHokokai}}
}

// drawHokokai hangs large flowers on a garland that crosses the tile aslant, fills
// the sides with twigs, leaves and butterflies of two sizes, and covers what ground
// is left with isen, as the cloths of 1942–45 leave no ground plain.
func drawHokokai(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	g.gap = float64(1.2 * c.nozzle)
	r := sd.At("garland")
	blooms, little := hokokaiBlossoms()
	n := c.whole("heroes")

	const steps = 96
	y0, shift := float64(r.Float64()*s), r.Float64()
	main := stem{w0: 2.4 * c.klowong(), w1: 2.4 * c.klowong()}
	for i := range steps + 1 {
		u := float64(i) / steps
		main.pts = append(main.pts, geom.Pt{X: float64(s * u), Y: y0 - float64(s*u) + float64(.085*s*geom.Sin(2*u+shift))})
	}
	g.stem(main, deepStem+1, pattern.Outline)
	first := r.Below(len(blooms))
	for i := range n {
		// By turns on either side of the garland, the stem passing behind.
		k := int(float64(steps) * (float64(i) + .5) / float64(n))
		side := float64(1 - 2*(i%2))
		radius := float64(s * c.value("hero") * r.Range(.112, .132) * math.Min(1, 2/math.Sqrt(float64(n))))
		at := main.pts[k].Add(geom.Polar(float64(.55*radius), main.dir(k)+float64(.25*side)))
		g.head(deepHead, at, main.dir(k), radius, blooms[(first+i)%len(blooms)].draw(c, radius, sd.Sub("hero", i)))
	}
	for i := range 26 {
		t := sd.At("twig", i)
		radius := float64(s * t.Range(.034, .056))
		for range 40 {
			k := t.Below(steps)
			at := main.pts[k].Add(geom.Polar(float64(s*t.Range(.1, .3)), main.dir(k)+float64(t.Sign()*t.Range(.12, .3))))
			if !g.fits([]geom.Dot{{C: at, R: radius}}, g.gap) {
				continue
			}
			foot, dir, _ := g.nearest(at)
			side := t.Sign()
			st := stem{swayed(foot, at, dir-float64(.1*side), dir+float64(.1*side), .4, 16), 1.3 * c.klowong(), .9 * c.klowong()}
			if !g.fits(st.discs(.2, 1, 2*g.dx), g.gap) {
				continue
			}
			g.stem(st, deepStem, pattern.Outline)
			g.head(deepHead, at, st.dir(16), radius, little[t.Below(len(little))].draw(c, radius, sd.Sub("small", i)))
			break
		}
	}
	large, small := g.stamp(c.butterfly(.15*s)), g.stamp(c.butterfly(.085*s))
	kupu := 0
	for pass, e := range []stamp{large, small} {
		g.gaps(float64(.05*s)/float64(1+pass), sd.Sub("kupu", pass), func(at geom.Pt, room float64) {
			t := sd.At("kupu", pass, int(at.X*64), int(at.Y*64))
			if kupu < c.whole("kupu") && (pass == 1 || 2*kupu < c.whole("kupu")) && g.figure(e, geom.Rotate(t.Float64()).At(at)) {
				kupu++
			}
		})
	}
	leaves := foliage{kinds: []leafKind{sawLeaf, lobedLeaf, plainLeaf, foldedLeaf}, length: .115 * s, wide: .48, spacing: .022 * s, from: .02, to: .95,
		body: pattern.Latar, other: pattern.Ramp(4)}
	for i, st := range g.stems {
		g.foliate(st, leaves, sd.Sub("leaves", i))
		f := leaves
		f.length = .55 * leaves.length
		g.foliate(st, f, sd.Sub("small leaves", i))
	}
	leaves.length *= .6
	g.twine(.05*s, pattern.Outline, leaves, func(r *seed.Stream) (float64, []pattern.Shape) {
		radius := .022 * s
		return radius, bud(c, radius, sd)
	}, sd.Sub("twine"))

	kinds := []string{"kawung", "galaran", "truntum"}
	k := c.whole("latar")
	switch {
	case k < len(kinds):
		// Around plants the ground stays open, so that they stand clear of it.
		clear := line(pattern.Ground, pattern.Klowong, 2*g.gap, g.silhouette(deepStem).Join(g.fauna.hull()))
		ground := g.lattice(kinds[k], float64(7.5*c.nozzle*c.value("pitch")))
		g.sheaf.lay(deepTanahan, geom.Identity(), append(ground, clear)...)
	case k == 3:
		g.tanahan(pattern.Latar, 1.5*c.nozzle, sd)
	default:
		g.cecekan(pattern.Latar, sd)
	}
	return g.tile()
}

// hokokaiBlossoms lists the large flowers of these cloths, and the small ones.
func hokokaiBlossoms() (large, small []blossom) {
	return []blossom{{"botan", botan}, {"chrysanthemum", chrysanthemum}, {"rose", rose}, {"carnation", carnation}},
		[]blossom{{"sakura", sakura}, {"sakura", sakura}, {"chrysanthemum", chrysanthemum}, {"daisy", daisy}}
}

// lattice returns a small lattice filling of the ground as lines and dots in the
// role Latar. Its pitch is near the one wanted, a whole part of the tile, and cells
// which lie under a plant are left out.
func (g *garden) lattice(kind string, pitch float64) []pattern.Shape {
	nx, ny := max(1, int(g.w/pitch+.5)), max(1, int(g.h/pitch+.5))
	px, py := g.w/float64(nx), g.h/float64(ny)
	p := math.Min(px, py)
	var ms []geom.Affine
	for j := range ny {
		for i := range nx {
			at := geom.Pt{X: float64((float64(i) + .5) * px), Y: float64((float64(j) + .5) * py)}
			if g.room(at) > -.75*p {
				ms = append(ms, geom.Scale(px, py).At(at))
			}
		}
	}
	// A cell is the square from −½ to ½; dots are in its measure too.
	var cell geom.Path
	var specks, knots []geom.Dot
	r := math.Min(g.c.cecek()/p, .1)
	switch kind {
	case "kawung":
		for k := range 4 {
			// Petals of line, so that the ground stays lighter than the flowers.
			cell = cell.Join(geom.Ellipse(geom.Pt{X: .354}, .3, .17, 0).Transform(geom.Rotate(.125 + float64(float64(k)/4))))
		}
		specks = append(ringDots(4, .354, .125, 1.3*r), geom.Dot{R: r}, geom.Dot{C: geom.Pt{X: .5}, R: r}, geom.Dot{C: geom.Pt{Y: .5}, R: r})
		// A dot closes the hole where four tips meet.
		knots = []geom.Dot{{C: geom.Pt{X: .5, Y: .5}, R: math.Max(1.6*r, .07)}}
	case "galaran":
		for k := range 4 {
			y := float64(float64(k)/4) - .375
			cell = cell.Join(geom.Polyline(geom.Pt{X: -.5, Y: y + .5}, geom.Pt{X: .5, Y: y - .5}))
		}
	default:
		for k := range 8 {
			cell = cell.Join(leaf(.12, .42, .06, .55).Transform(geom.Rotate(float64(k) / 8)))
		}
		specks = []geom.Dot{{R: r}, {C: geom.Pt{X: .5, Y: .5}, R: 1.6 * r}, {C: geom.Pt{X: .5, Y: .28}, R: r}, {C: geom.Pt{X: .28, Y: .5}, R: r}}
	}
	// What the open ground round a plant would cut a sliver from is left out.
	whole := slices.DeleteFunc(manyDots(specks, ms), func(d geom.Dot) bool { return g.room(d.C)+g.dx < g.gap+d.R })
	return []pattern.Shape{
		line(pattern.Latar, pattern.Filling, g.c.fine(), many(cell, ms)),
		dots(pattern.Latar, pattern.Filling, append(whole, manyDots(knots, ms)...)),
	}
}
