package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func buketans() []drawing {
	params := func() []pattern.Param {
		return []pattern.Param{
			sizeParam(260),
			ratio("hero", "Size of the large flowers", "Besar bunga utama", .7, 1.3, 1),
			count("flowers", "Small flowers", "Bunga kecil", 2, 14, 9),
			count("buds", "Buds", "Kuncup", 0, 8, 5),
			ratio("leaf", "Size of the leaves", "Besar daun", .6, 1.4, 1),
			ratio("sway", "Sway of the stem", "Lenggok tangkai", 0, 1.5, 1),
			tanahanParam(1),
		}
	}
	slots := func(animals bool) []pattern.Slot {
		if animals {
			return append(growthSlots(), bodySlot("sisik"))
		}
		return growthSlots()
	}
	info := func(id, name string, traits ...string) pattern.Info {
		return pattern.Info{ID: id, Name: name, Family: "buketan", Group: "p1", Traits: traits, Params: params(), Slots: slots(len(traits) > 0),
			Repeats: []symmetry.Kind{symmetry.Block, symmetry.Brick, symmetry.HalfDrop}}
	}
	return []drawing{
		{"buketan", info("buketan", "", pattern.Animate), func(in pattern.Info, o pattern.Options) pattern.Tile { return drawBuketan(in, o, true) }},
		{"buketan", info("buketan_tanaman", "Buketan tanaman"), func(in pattern.Info, o pattern.Options) pattern.Tile { return drawBuketan(in, o, false) }},
	}
}

// bouquet is where a bouquet stands and how it is cut: its foot, its height in mm,
// and which way it leans (±1).
type bouquet struct {
	foot geom.Pt
	h    float64
	lean float64
}

// at returns the point x to the leaning side and y upward, in heights.
func (b bouquet) at(x, y float64) geom.Pt {
	return b.foot.Add(geom.Pt{X: float64(b.lean * x * b.h), Y: float64(-y * b.h)})
}

// dir returns a direction t turns from upright toward the leaning side.
func (b bouquet) dir(t float64) float64 { return -.25 + float64(b.lean*t) }

// bouquet grows one: three large flowers in a triangle on stems that cross at the
// foot, smaller flowers and buds on twigs from them toward the open sides, leaves
// along all (handbook §1.9).
func (g *garden) bouquet(b bouquet, sd seed.Seed) {
	c, r := g.c, sd.At("bouquet")
	blooms := bouquetBlossoms()
	k := 1 / float64(len(blooms))
	first := r.Float64()
	// Three kinds that are not the same.
	kind := func(i int) blossom {
		f := first + float64(float64(i)*.38)
		return blooms[min(len(blooms)-1, int((f-math.Floor(f))/k))]
	}
	sway := c.value("sway")
	big := float64(b.h * c.value("hero"))
	tie := b.at(0, .1)
	type hero struct {
		at       geom.Pt
		r        float64
		foot     geom.Pt
		out, arr float64
	}
	j := func(s float64) float64 { return r.Range(-s, s) }
	heroes := []hero{
		{b.at(.1+j(.03), .8+j(.02)), float64(big * r.Range(.125, .14)), b.at(-.01, -.03), -.07 * sway, .07 * sway},
		{b.at(-.23+j(.02), .55+j(.03)), float64(big * r.Range(.11, .125)), b.at(.055, -.02), -.1, -.09},
		{b.at(.3+j(.02), .46+j(.03)), float64(big * r.Range(.1, .115)), b.at(-.06, -.01), .12, .1},
	}
	main := len(g.stems)
	for i, q := range heroes {
		dir := b.dir(q.arr)
		pts := append(swayed(q.foot, tie, geom.Angle(tie.Sub(q.foot)), b.dir(q.out), .3, 6),
			swayed(tie, q.at, b.dir(q.out), dir, geom.Mix(.3, .5, geom.Clamp(sway, 0, 1)), 40)[1:]...)
		g.stem(stem{pts, float64((2.7 - float64(.4*float64(i))) * c.klowong()), 1.5 * c.klowong()}, deepStem+1, pattern.Outline)
		g.head(deepHead, q.at, dir, q.r, kind(i).draw(c, q.r, sd.Sub("hero", i)))
	}
	// Twigs: of many places tried, that which is nearest to the crown's open side.
	twig := func(i int, radius float64, draw func(canting, float64, seed.Seed) []pattern.Shape) {
		t := sd.At("twig", i, int(radius*64))
		for range 60 {
			a, d := t.Float64(), math.Sqrt(t.Range(.12, 1))
			at := b.at(float64(.46*d*geom.Cos(a))+.04, .54+float64(.47*d*geom.Sin(a)))
			if !g.fits([]geom.Dot{{C: at, R: radius}}, 2*g.gap) {
				continue
			}
			s, ok := g.offshoot(main, at, b.h, radius)
			if !ok {
				continue
			}
			g.stem(s, deepStem, pattern.Outline)
			end := len(s.pts) - 1
			g.head(deepHead, at, s.dir(end), radius, draw(c, radius, sd.Sub("small", i)))
			return
		}
	}
	for i := range c.whole("flowers") {
		twig(i, float64(b.h*r.Range(.044, .062)), kind(3+i).draw)
	}
	for i := range c.whole("buds") {
		twig(100+i, float64(b.h*r.Range(.024, .034)), bud)
	}
	for i, s := range g.stems[main:] {
		f := foliage{kinds: []leafKind{sawLeaf, plainLeaf, foldedLeaf}, length: float64(.15 * b.h * c.value("leaf")), wide: .44,
			spacing: .036 * b.h, from: .2, to: .93, body: pattern.Latar, other: pattern.Ramp(4)}
		switch {
		case i >= 3:
			f.length, f.spacing, f.from = .65*f.length, .03*b.h, .15
		case i == 1:
			f.kinds = []leafKind{lobedLeaf, plainLeaf, featherLeaf}
		case i == 2:
			f.kinds = []leafKind{plainLeaf, foldedLeaf, featherLeaf}
		}
		g.foliate(s, f, sd.Sub("leaves", i))
		// Small leaves where large ones found no room.
		f.length, f.spacing, f.kinds = .5*f.length, .6*f.spacing, []leafKind{plainLeaf, sawLeaf}
		g.foliate(s, f, sd.Sub("small leaves", i))
	}
}

// offshoot returns a twig from one of the stems, the first of them given, to a
// flower at a place in a bouquet h high: it leaves its stem upward and reaches the flower from below
// or from the middle of the bouquet.
func (g *garden) offshoot(first int, at geom.Pt, h, radius float64) (stem, bool) {
	best, found := stem{}, false
	least := math.Inf(1)
	for _, s := range g.stems[first:] {
		n := len(s.pts) - 1
		for i := n / 6; i < n*9/10; i += 2 {
			p := s.pts[i]
			d := p.Dist(at)
			// Never down: a twig starts lower than it ends, or not much higher.
			if d >= least || d < 2*radius || p.Y < at.Y-float64(.03*h) {
				continue
			}
			to := geom.Angle(at.Sub(p))
			side := to - s.dir(i)
			side -= math.Floor(side + .5)
			t := stem{swayed(p, at, s.dir(i)+float64(.35*side), to+geom.Clamp(float64(.5*side), -.1, .1), .4, 16), 1.2 * g.c.klowong(), .9 * g.c.klowong()}
			if g.fits(t.discs(.16, 1, 2*g.dx), g.gap) {
				best, least, found = t, d, true
			}
		}
	}
	return best, found
}

// bouquetBlossoms lists the heads of a bouquet.
func bouquetBlossoms() []blossom { return europeanBlossoms() }

// drawBuketan sets two bouquets on the tile as a half-drop, no two alike, sprays and
// butterflies between them, and a bird to each.
func drawBuketan(in pattern.Info, o pattern.Options, animals bool) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub("buketan")
	h := c.size
	w := float64(.9 * h)
	g := newGarden(c, w, h)
	for i, x := range []float64{.25, .75} {
		b := bouquet{geom.Pt{X: float64(x * w), Y: float64((.95 - float64(.5*float64(i))) * h)}, float64(.8 * h), float64(1 - 2*i)}
		g.bouquet(b, sd.Sub("bouquet", i))
	}
	if animals {
		bird := g.stamp(c.bird(.17*h, 5, false))
		birds := 0
		g.gaps(.034*h, sd.Sub("birds"), func(at geom.Pt, room float64) {
			for k := range 6 {
				side := float64(1 - 2*(k%2))
				if birds < 2 && g.figure(bird, geom.Scale(side, 1).Then(geom.Rotate(float64(side*.03*float64(k-3)))).At(at)) {
					birds++
				}
			}
		})
		kupu, n := g.stamp(c.butterfly(.085*h)), 0
		g.gaps(.03*h, sd.Sub("kupu"), func(at geom.Pt, room float64) {
			r := sd.At("kupu", int(at.X*64), int(at.Y*64))
			if n < 4 && g.figure(kupu, geom.Rotate(r.Range(-.12, .12)).At(at)) {
				n++
			}
		})
	}
	if c.whole("tanahan") < 3 { // leafy curls leave no room for them
		g.sprays(h, sd.Sub("sprays"))
	}
	g.ground(pattern.Latar, sd)
	return g.tile()
}

// sprays sets cut twigs with a flower or bud and leaves into the wide gaps between
// bouquets.
func (g *garden) sprays(h float64, sd seed.Seed) {
	c := g.c
	blooms := bouquetBlossoms()
	for pass, least := range []float64{.05 * h, .036 * h, .027 * h} {
		g.gaps(least, sd.Sub("spray", pass), func(at geom.Pt, room float64) {
			r := sd.At("spray", pass, int(at.X*64), int(at.Y*64))
			side, l := r.Sign(), float64(room*r.Range(1.45, 1.65))
			foot := at.Add(geom.Pt{X: float64(-side * l * r.Range(.1, .34)), Y: float64(.55 * l)})
			tip := at.Add(geom.Pt{X: float64(side * l * r.Range(.1, .3)), Y: float64(-.3 * l)})
			s := stem{swayed(foot, tip, -.25-float64(side*r.Range(.02, .1)), -.25+float64(side*r.Range(.03, .15)), .45, 20), 1.1 * c.klowong(), .8 * c.klowong()}
			radius := float64(room * r.Range(.34, .46))
			if !g.fits(append(s.discs(0, 1, 2*g.dx), geom.Dot{C: tip, R: .8 * radius}), g.gap) {
				return
			}
			first := len(g.stems)
			g.stem(s, deepStem, pattern.Outline)
			draw := blooms[r.Below(len(blooms))].draw
			if room < .034*h {
				draw = []func(canting, float64, seed.Seed) []pattern.Shape{bud, daisy, daisy}[r.Below(3)]
			}
			g.head(deepHead, tip, s.dir(20), radius, draw(c, radius, sd.Sub("head", int(at.X), int(at.Y))))
			// A bud or two beside it.
			for k := range 2 {
				q, br := tip.Add(geom.Polar(float64(room*r.Range(.75, 1)), -.25+float64(float64(2*k-1)*r.Range(.15, .27)))), float64(.2*room)
				if !g.fits([]geom.Dot{{C: q, R: br}}, g.gap) || br < 1.6*c.nozzle {
					continue
				}
				if t, ok := g.offshoot(first, q, h, br); ok {
					g.stem(t, deepStem, pattern.Outline)
					g.head(deepHead, q, t.dir(len(t.pts)-1), br, bud(c, br, sd))
				}
			}
			kinds := [][]leafKind{{plainLeaf, sawLeaf}, {foldedLeaf}, {lobedLeaf}, {featherLeaf, plainLeaf}}[r.Below(4)]
			g.foliate(s, foliage{kinds: kinds, length: float64(room * r.Range(.8, 1.1)), wide: .42, spacing: .2 * l, from: .12, to: .9,
				body: pattern.Latar, other: pattern.Ramp(4)}, sd.Sub("leaves", int(at.X), int(at.Y)))
		})
	}
}
