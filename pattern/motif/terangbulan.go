package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func terangBulans() []drawing {
	return []drawing{{"terang_bulan", pattern.Info{ID: "terang_bulan", Family: "terang_bulan", Group: "p1",
		Params: []pattern.Param{
			sizeParam(240),
			ratio("field", "Height of the field, of the width", "Tinggi bidang, dari lebar", 1.6, 4.5, 2.1),
			ratio("hero", "Size of the large flowers", "Besar bunga utama", .7, 1.3, 1),
			count("flowers", "Small flowers", "Bunga kecil", 2, 14, 8),
			count("buds", "Buds", "Kuncup", 0, 8, 5),
			ratio("leaf", "Size of the leaves", "Besar daun", .6, 1.4, 1),
			ratio("sway", "Sway of the stem", "Lenggok tangkai", 0, 1.5, 1),
			ratio("tabur", "Distance of what is strewn over the field", "Jarak taburan", .5, 2, 1),
		},
		Slots:   growthSlots(),
		Repeats: []symmetry.Kind{symmetry.Block}}, drawTerangBulan}}
}

// drawTerangBulan leaves the field plain, save for twigs strewn thinly over it like
// stars, and gathers all ornament at the lower edge: a border of teeth and tendrils
// from which a bouquet rises.
func drawTerangBulan(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub(in.ID)
	w := c.size
	h := float64(w * c.value("field"))
	g := newGarden(c, w, h)
	edge := float64(.16 * w)
	top := h - edge
	// The ground of the border is taken, so that nothing grows into it.
	for x := 0.; x < w; x += float64(.4 * edge) {
		g.take(geom.Dot{C: geom.Pt{X: x, Y: h - float64(.5*edge)}, R: .52 * edge})
	}
	g.bouquet(bouquet{geom.Pt{X: .4 * w, Y: top + float64(.02*w)}, .86 * w, 1}, sd)
	// Lower plants on either side of it, ever shorter from the middle outward.
	for i, q := range []geom.Pt{{X: .84, Y: .42}, {X: .98, Y: .3}, {X: .66, Y: .17}, {X: .16, Y: .2}, {X: .9, Y: .16}, {X: .74, Y: .12}} {
		foot := geom.Pt{X: float64(q.X * w), Y: top + float64(.02*w)}
		lean := float64(1 - 2*(i%2))
		tip := foot.Add(geom.Pt{X: float64(.05 * lean * w), Y: float64(-q.Y * w)})
		s := stem{swayed(foot, tip, -.25-float64(.05*lean), -.25+float64(.07*lean), .45, 30), 1.8 * c.klowong(), c.klowong()}
		radius := float64((.035 + float64(.06*q.Y)) * w)
		if !g.fits(append(s.discs(.1, .9, 2*g.dx), geom.Dot{C: tip, R: radius}), g.gap) {
			continue
		}
		g.stem(s, deepStem, pattern.Outline)
		kinds := bouquetBlossoms()
		g.head(deepHead, tip, s.dir(30), radius, kinds[sd.At("foot", i).Below(len(kinds))].draw(c, radius, sd.Sub("foot", i)))
		g.foliate(s, foliage{kinds: []leafKind{plainLeaf, lobedLeaf, sawLeaf}, length: float64(.11 * w * c.value("leaf")), wide: .44, spacing: .03 * w, from: .1, to: .9,
			body: pattern.Latar, other: pattern.Ramp(4)}, sd.Sub("foot leaves", i))
	}
	g.tabur(float64(.15*w*c.value("tabur")), .02*w, sd.Sub("tabur"))
	t := g.tile()
	var border []pattern.Shape
	lay := func(id string, y, high float64, n float64) {
		if f, ok := friezeByID(id); ok {
			p := w / n
			ms := make([]geom.Affine, int(n))
			for i := range ms {
				ms[i] = geom.Translate(geom.Pt{X: float64(float64(i) * p), Y: y})
			}
			border = append(border, merged(f.unit(p, high, darkInks(), o), ms)...)
		}
	}
	lay("lung", top+float64(.25*edge), .5*edge, 6)
	lay("untu_walang", top+float64(.78*edge), .22*edge, 24)
	rule := geom.Polyline(geom.Pt{Y: top + float64(.2*edge)}, geom.Pt{X: w, Y: top + float64(.2*edge)}).
		Join(geom.Polyline(geom.Pt{Y: top + float64(.77*edge)}, geom.Pt{X: w, Y: top + float64(.77*edge)}))
	t.Shapes = append(append(t.Shapes, border...), line(pattern.Outline, pattern.Klowong, c.klowong(), rule))
	return t
}

// tabur strews twigs over the open ground on a jittered lattice of triangles.
func (g *garden) tabur(pitch, size float64, sd seed.Seed) {
	nx, ny := max(1, int(g.w/pitch+.5)), max(1, int(g.h/(.87*pitch)+.5))
	ny += ny % 2 // rows stand half a pitch aside by turns, so their number is even
	px, py := g.w/float64(nx), g.h/float64(ny)
	for j := range ny {
		for i := range nx {
			r := sd.At("twig", i, j)
			at := geom.Pt{X: float64((float64(i) + .25 + float64(.5*float64(j%2)) + r.Range(-.1, .1)) * px), Y: float64((float64(j) + .5 + r.Range(-.1, .1)) * py)}
			d := geom.Dot{C: at, R: size}
			if !g.fits([]geom.Dot{d}, 3*g.gap) {
				continue
			}
			g.take(d)
			m := geom.Scale(r.Sign(), 1).Then(geom.Rotate(r.Range(-.3, -.2))).At(g.home(at))
			g.lay(deepTanahan, m, area(pattern.Latar, pattern.Klowong, twig(size, 7, g.c.fine(), g.c.apart())))
		}
	}
}
