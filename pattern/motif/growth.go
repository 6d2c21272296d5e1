package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// garden is a plot and what has grown on it. Heroes are planted first (head,
// figure), then stems that carry them (stem), leaves along the stems (foliate),
// and at last ever smaller growth in what ground is left (sow). Whatever is
// planted takes its ground; nothing grows where it would come nearer than the gap
// to what stands, save the stem that it grows from.
type garden struct {
	c canting
	*plot
	sheaf
	gap   float64 // mm of open cloth between two plants
	stems []stem
	fauna emblem // birds and butterflies, over all else
}

// Depths of a garden's layers: what lies deeper is painted earlier. A figure has
// room for as many layers as lie between its depth and the next.
const (
	deepTanahan = 0  // fillings that grow on the ground
	deepStem    = 10 // stems run under all else
	deepLeaf    = 20 // leaves
	deepHead    = 40 // flowers, buds and fruit
)

// tile returns what has grown.
func (g *garden) tile() pattern.Tile {
	return pattern.Tile{Size: geom.Pt{X: g.w, Y: g.h}, Shapes: append(g.shapes(), g.fauna.shapes()...)}
}

func newGarden(c canting, w, h float64) *garden {
	return &garden{c: c, plot: newPlot(w, h, float64(12*c.k)), gap: float64(.9 * c.nozzle)}
}

// stem is a stalk along a line of points, thick at its foot.
type stem struct {
	pts    []geom.Pt
	w0, w1 float64 // mm, at the foot and at the end
}

// width returns the stem's width at point i.
func (s stem) width(i int) float64 {
	return geom.Mix(s.w0, s.w1, float64(i)/float64(max(1, len(s.pts)-1)))
}

// dir returns the direction in which the stem runs at point i, in turns.
func (s stem) dir(i int) float64 {
	return geom.Angle(s.pts[min(len(s.pts)-1, i+1)].Sub(s.pts[max(0, i-1)]))
}

// outline returns the stem's own outline.
func (s stem) outline() geom.Path {
	var p geom.Path
	for _, q := range (geom.Poly{Pts: s.pts}).StrokeVar(s.width, .03) {
		p = p.Join(q.Path())
	}
	return p
}

// discs returns the ground that the stem takes between two fractions of its length.
func (s stem) discs(from, to, step float64) []geom.Dot {
	ds := make([]geom.Dot, 0, int(geom.Poly{Pts: s.pts}.Length()/step)+1)
	n := len(s.pts) - 1
	left := 0. // way still to go to the next disc
	for i := 1; i <= n; i++ {
		a, b := s.pts[i-1], s.pts[i]
		l := a.Dist(b)
		for ; left <= l && l > 0; left += step {
			if u := (float64(i-1) + left/l) / float64(n); u >= from && u <= to {
				ds = append(ds, geom.Dot{C: a.Lerp(b, left/l), R: s.width(i) / 2})
			}
		}
		left -= l
	}
	return ds
}

// swayed returns n+1 points on a cubic from a to b that leaves a in the direction
// out and arrives in the direction in (turns); both handles are pull of the way.
func swayed(a, b geom.Pt, out, in, pull float64, n int) []geom.Pt {
	l := float64(pull * a.Dist(b))
	p, q := a.Add(geom.Polar(l, out)), b.Sub(geom.Polar(l, in))
	pts := make([]geom.Pt, n+1)
	for i := range pts {
		t := float64(i) / float64(n)
		ab, bc, cd := a.Lerp(p, t), p.Lerp(q, t), q.Lerp(b, t)
		pts[i] = ab.Lerp(bc, t).Lerp(bc.Lerp(cd, t), t)
	}
	return pts
}

// curled returns a curl of the given length that leaves foot in direction dir,
// turns by side (±1) and rolls up at its end: tight 1 is a full ukel, 0 a bend.
func curled(foot geom.Pt, dir, side, length, tight float64) []geom.Pt {
	// The walk sets its step by its length; a unit of 26 gives 43 steps.
	const unit = 26
	k0, k1 := geom.Mix(1.2, 3.4, tight)/unit, geom.Mix(4.5, 19, tight)/unit
	pts := geom.Curl(k0, k1, unit, 1.5)
	m := geom.Scale(1./unit, 1./unit)
	for i, p := range pts {
		pts[i] = m.Apply(p)
	}
	return laid(pts, foot, dir, side, length)
}

// laid returns a curve of length 1 that leaves the origin along +x, at a foot, in
// a direction, on a side and at a length of choice.
func laid(unit []geom.Pt, foot geom.Pt, dir, side, length float64) []geom.Pt {
	m := geom.Scale(length, float64(side*length)).Then(geom.Rotate(dir)).At(foot)
	pts := make([]geom.Pt, len(unit))
	for i, p := range unit {
		pts[i] = m.Apply(p)
	}
	return pts
}

// stem draws a stalk and takes its ground. A thick one carries cecek along its
// middle, as the stems of pesisir cloth do.
func (g *garden) stem(s stem, deep int, role pattern.Role) {
	if len(s.pts) < 2 {
		return
	}
	m := geom.Translate(g.home(s.pts[0]).Sub(s.pts[0]))
	var row []geom.Dot
	r, walked := g.c.cecek(), 0.
	for i := 1; i < len(s.pts); i++ {
		if walked += s.pts[i].Dist(s.pts[i-1]); walked > 5*r && s.width(i) > 4.4*r {
			row, walked = append(row, geom.Dot{C: s.pts[i], R: r}), 0
		}
	}
	g.lay(deep, m, area(role, pattern.Klowong, s.outline()), dots(pattern.Ground, pattern.Filling, row))
	g.take(s.discs(0, 1, 2*g.dx)...)
	g.stems = append(g.stems, s)
}

// leaf plants a leaf if it finds room; what lies within a third of its foot may
// touch the stem it stands on.
func (g *garden) leaf(b blade) bool {
	ds := b.discs()
	if !g.fits(ds[len(ds)/3:], g.gap) {
		return false
	}
	g.take(ds...)
	g.lay(deepLeaf, geom.Translate(g.home(b.foot).Sub(b.foot)), b.draw(g.c)...)
	return true
}

// foliage says what leaves a stem bears.
type foliage struct {
	kinds       []leafKind
	length      float64 // mm, of the largest
	wide        float64 // half width, of the half length
	spacing     float64 // mm along the stem
	from, to    float64 // fractions of the stem that bear leaves
	body, other pattern.Role
}

// foliate sets leaves on alternate sides of a stem. A leaf that finds no room is
// tried smaller, flatter and steeper before its place is left bare.
func (g *garden) foliate(s stem, f foliage, sd seed.Seed) (grown int) {
	r := sd.At("foliage")
	side, walked := r.Sign(), float64(f.spacing*r.Range(.2, .8))
	n := len(s.pts) - 1
	for i := 1; i <= n; i++ {
		walked += s.pts[i].Dist(s.pts[i-1])
		u := float64(i) / float64(n)
		if walked < f.spacing || u < f.from || u > f.to {
			continue
		}
		walked, side = 0, -side
		kind := f.kinds[r.Below(len(f.kinds))]
		lean, bend := r.Range(.09, .15), r.Range(-.05, .16)
		for try := range 10 {
			b := blade{kind: kind, foot: s.pts[i], body: f.body, other: f.other,
				length: float64(f.length * geom.Mix(1.05, .85, u) * geom.Mix(1, .4, float64(try/2)/4)),
				wide:   f.wide}
			b.dir = s.dir(i) + float64(side*(lean+float64(.06*float64(try%2))))
			b.bend = float64(side * bend)
			if kind == foldedLeaf {
				b.wide, b.length, b.bend = float64(.6*b.wide), float64(1.45*b.length), float64(side*(bend+.1))
			}
			if g.leaf(b) {
				grown++
				break
			}
		}
	}
	return grown
}

// head plants a flower head or any figure about a point, turned so that its own x
// axis points in the direction dir, and takes its disc. It looks at no room: ask
// fits first where that is not sure.
func (g *garden) head(deep int, at geom.Pt, dir, radius float64, shapes []pattern.Shape) {
	g.take(geom.Dot{C: at, R: radius})
	g.lay(deep, geom.Rotate(dir).At(g.home(at)), shapes...)
}

// stamp is an emblem that a garden can be planted with: its shapes in two nozzles
// and the discs that its bodies cover.
type stamp struct {
	emblem
	discs []geom.Dot
}

func (g *garden) stamp(e emblem) stamp {
	s := stamp{emblem: make(emblem, len(e))}
	// Every nozzle makes a shape of its own; two serve all figures.
	for ply, layer := range e {
		for _, sh := range layer {
			if sh.Kind == geom.Stroke {
				if sh.Width > float64(1.25*g.c.fine()) {
					sh.Width = float64(.7 * g.c.klowong())
				} else {
					sh.Width = g.c.fine()
				}
			}
			s.add(ply, sh)
		}
	}
	var bodies []*geom.Region
	var box geom.Rect
	for _, q := range e.hull().Flatten(.3) {
		r := geom.NewRegionPoly(q)
		bodies, box = append(bodies, r), box.Union(r.Bounds)
	}
	// Sixteen discs across follow wings and tails closely enough.
	const across = 16
	pitch := float64(math.Max(box.W(), box.H()) / across)
	for j := range across + 1 {
		for i := range across + 1 {
			p := box.Min.Add(geom.Pt{X: float64(pitch * float64(i)), Y: float64(pitch * float64(j))})
			if slices.ContainsFunc(bodies, func(r *geom.Region) bool { return r.Contains(p) }) {
				s.discs = append(s.discs, geom.Dot{C: p, R: float64(.7 * pitch)})
			}
		}
	}
	return s
}

// figure plants a stamp under a map, which turns, mirrors or moves it, if it finds
// room.
func (g *garden) figure(s stamp, m geom.Affine) bool {
	ds := geom.Mark{Dots: s.discs}.Transform(m).Dots
	if len(ds) == 0 || !g.fits(ds, g.gap) {
		return false
	}
	g.take(ds...)
	at := geom.Pt{X: m.C, Y: m.F}
	g.fauna.put(0, s.emblem, m.At(g.home(at).Sub(at)))
	return true
}

// tendril grows a leafy curl from a stem near an open place into it: the roomiest
// of several curls that fit. It reports whether one did.
func (g *garden) tendril(foot geom.Pt, dir, length float64, role pattern.Role, r *seed.Stream) (stem, bool) {
	first := r.Sign()
	unit := curled(geom.Pt{}, 0, 1, 1, r.Range(.6, 1))
	for _, k := range []float64{1, .85, .7, .55, .42} {
		for _, side := range []float64{first, -first} {
			for _, lean := range []float64{-.1, -.17, -.04, .04} {
				s := stem{laid(unit, foot, dir+float64(side*lean), side, float64(k*length)), g.c.klowong(), .8 * g.c.klowong()}
				if g.fits(s.discs(.15, 1, 2*g.dx), float64(1.3*g.gap)) {
					g.stem(s, deepStem, role)
					return s, true
				}
			}
		}
	}
	return stem{}, false
}

// sprout is the smallest leaf of a tendril, without veins: role and depth are
// those of the tanahan or of the stems.
func (g *garden) sprout(foot geom.Pt, dir, length float64, deep int, role pattern.Role) bool {
	p := geom.Petal(length, .46*length)
	end := foot.Add(geom.Polar(length, dir))
	ds := []geom.Dot{{C: foot.Lerp(end, .45), R: float64(.2 * length)}, {C: foot.Lerp(end, .75), R: float64(.13 * length)}, {C: end}}
	// The inner half leans on the stem.
	if !g.fits(ds[1:], float64(.4*g.gap)) {
		return false
	}
	g.take(ds...)
	g.lay(deep, geom.Rotate(dir).At(g.home(foot)), area(role, pattern.Klowong, p))
	return true
}

// sprouts sets pairs of sprouts along a stem, as the small leaves that cover the
// ground of Pekalongan cloth.
func (g *garden) sprouts(s stem, length, spacing float64, deep int, role pattern.Role) {
	walked := 0.
	n := len(s.pts) - 1
	for i := 1; i <= n; i++ {
		if walked += s.pts[i].Dist(s.pts[i-1]); walked < spacing {
			continue
		}
		walked = 0
		for _, side := range []float64{1, -1} {
			for _, k := range []float64{1, .8, .62} {
				if g.sprout(s.pts[i], s.dir(i)+float64(side*.15), float64(k*length*geom.Mix(1, .6, float64(i)/float64(n))), deep, role) {
					break
				}
			}
		}
	}
}

// tanahan covers the ground with leafy curls: each open place takes the largest
// that fits, then sprigs, threes of leaves and at last cecek, until no disc of
// radius rest finds room. All of it is drawn in the role at depth deepTanahan.
func (g *garden) tanahan(role pattern.Role, rest float64, sd seed.Seed) {
	c := g.c
	unit := float64(1.15 * c.nozzle)
	for pass, least := range []float64{8.5 * unit, 6.5 * unit, 5 * unit} {
		g.gaps(least, sd.Sub("curl", pass), func(at geom.Pt, room float64) {
			r := sd.At("curls", pass, int(at.X*64), int(at.Y*64))
			// A curl of length l takes a disc of about a fifth of l.
			dir, side := r.Float64(), r.Sign()
			l := float64(4.3 * math.Min(room-float64(2.2*g.gap), 7.5*unit))
			pts := curled(geom.Pt{}, dir, side, l, 1)
			mid := geom.Bounds(pts).Center()
			for i := range pts {
				pts[i] = pts[i].Add(at).Sub(mid)
			}
			s := stem{pts, .8 * c.klowong(), c.fine()}
			if !g.fits(s.discs(0, 1, 2*g.dx), g.gap) {
				return
			}
			g.stem(s, deepTanahan, role)
			g.sprouts(s, 3.2*unit, 1.9*unit, deepTanahan, role)
		})
	}
	g.sow(role, rest, sd.Sub("sow"))
}

// cecekan dots the open ground, the dots closer than a maker's finger could tell
// apart in rows, and even because each stands in the middle of the widest gap.
func (g *garden) cecekan(role pattern.Role, sd seed.Seed) {
	var ds []geom.Dot
	// No closer than the plot can tell apart.
	d := math.Max(1.15*g.c.nozzle/math.Sqrt(g.c.o.Dense()), 1.2*g.dx)
	g.gaps(d, sd.Sub("cecek"), func(at geom.Pt, room float64) {
		dot := geom.Dot{C: at, R: g.c.cecek()}
		g.take(dot)
		ds = append(ds, dot)
	})
	g.lay(deepTanahan, geom.Identity(), dots(role, pattern.Filling, ds))
}

// ground covers the ground in the way that the parameter "tanahan" asks for.
func (g *garden) ground(role pattern.Role, sd seed.Seed) {
	switch g.c.whole("tanahan") {
	case 1:
		g.sow(role, 3*g.c.nozzle, sd)
	case 2:
		g.cecekan(role, sd)
	case 3:
		g.tanahan(role, 1.8*g.c.nozzle, sd)
	}
}

func tanahanParam(def float64) pattern.Param {
	return count("tanahan", "Ground: plain, sprigs, dots, leafy curls", "Tanahan: polos, ranting, cecek, ukel daun", 0, 3, def)
}

func growthSlots() []pattern.Slot {
	return []pattern.Slot{{ID: "petal", Name: "Petals (by hand if none is chosen)", Nama: "Kelopak (gambar tangan bila kosong)"},
		{ID: "leaf", Name: "Leaves (by hand if none is chosen)", Nama: "Daun (gambar tangan bila kosong)"}}
}

// bodySlot is the filling of animals and fruit.
func bodySlot(def string) pattern.Slot {
	return pattern.Slot{ID: "body", Name: "Bodies of animals and fruit", Nama: "Badan satwa dan buah", Def: def}
}

// sow closes what gaps are left with free twigs, threes of leaves and cecek, ever
// smaller, until no disc of radius rest finds room.
func (g *garden) sow(role pattern.Role, rest float64, sd seed.Seed) {
	unit := float64(1.15 * g.c.nozzle)
	for pass, q := range []struct {
		least  float64
		leaves int
	}{{4.4 * unit, 7}, {3.1 * unit, 5}, {2.1 * unit, 3}, {1.1 * unit, 0}} {
		g.gaps(math.Max(q.least, rest), sd.Sub("gap", pass), func(at geom.Pt, room float64) {
			if q.leaves == 0 {
				d := geom.Dot{C: at, R: g.c.cecek()}
				g.take(d)
				g.lay(deepTanahan, geom.Translate(g.home(at).Sub(at)), dots(role, pattern.Filling, []geom.Dot{d}))
				return
			}
			r := sd.At("sprig", pass, int(at.X*64), int(at.Y*64))
			l := math.Min(room-g.gap, 6.5*unit)
			m := geom.Scale(1, r.Sign()).Then(geom.Rotate(r.Float64())).At(g.home(at))
			g.lay(deepTanahan, m, area(role, pattern.Klowong, twig(l, q.leaves, g.c.fine(), g.c.apart())))
			g.take(geom.Dot{C: at, R: float64(.86 * l)})
		})
	}
}

// twig returns a bent twig with an odd number of leaves, the last at its tip,
// within the disc of radius r about the origin. It has fewer where they would not
// stand so far apart.
func twig(r float64, leaves int, width, apart float64) geom.Path {
	pairs := leaves / 2
	for pairs > 1 && float64(r*(1./float64(pairs+1)-.2)) < apart {
		pairs--
	}
	pts := swayed(geom.Pt{X: float64(-.95 * r), Y: float64(.2 * r)}, geom.Pt{X: float64(.3 * r), Y: float64(-.05 * r)}, -.07, .09, .4, 12)
	// Where leaves part it is seen alone, down to its tip, which the last covers.
	s := stem{pts, 1.3 * width, 1.15 * width}
	// Leaves run round as the stem's outline does, or they would be cut out of it.
	mirrored := geom.Scale(1, -1)
	p := s.outline()
	for k := range pairs {
		i := 12 * (k + 1) / (pairs + 1)
		l := float64(r * geom.Mix(.58, .42, float64(k)/float64(max(1, pairs))))
		for j, side := range []float64{1, -1} {
			p = p.Join(geom.Petal(l, .3*l).Transform(mirrored.Then(geom.Rotate(s.dir(max(1, i-j)) + float64(side*.165)).At(pts[max(1, i-j)]))))
		}
	}
	return p.Join(geom.Petal(.72*r, .3*r).Transform(mirrored.Then(geom.Rotate(s.dir(12)).At(pts[12].Sub(geom.Polar(.06*r, s.dir(12)))))))
}

// nearest returns the point of the stems nearest to a place, brought to the place's
// own side of the torus, and the direction from it to the place.
func (g *garden) nearest(at geom.Pt) (foot geom.Pt, dir float64, ok bool) {
	best := math.Inf(1)
	for _, s := range g.stems {
		for _, p := range s.pts {
			d := p.Sub(at)
			d.X -= float64(math.Floor(d.X/g.w+.5) * g.w)
			d.Y -= float64(math.Floor(d.Y/g.h+.5) * g.h)
			if q := d.Dot(d); q < best {
				best, foot = q, at.Add(d)
			}
		}
	}
	return foot, geom.Angle(at.Sub(foot)), len(g.stems) > 0
}

// twine grows leafy tendrils from the stems into the open places wider than least,
// each bearing what bud the function draws, if any (nil: none).
func (g *garden) twine(least float64, role pattern.Role, f foliage, bud func(r *seed.Stream) (radius float64, shapes []pattern.Shape), sd seed.Seed) {
	g.gaps(least, sd, func(at geom.Pt, room float64) {
		r := sd.At("twine", int(at.X*64), int(at.Y*64))
		foot, dir, ok := g.nearest(at)
		if !ok {
			return
		}
		s, ok := g.tendril(foot, dir, foot.Dist(at)+float64(3.4*room), role, r)
		if !ok {
			return
		}
		if bud != nil {
			radius, shapes := bud(r)
			end := len(s.pts) - 1
			tip := s.pts[end].Add(geom.Polar(.7*radius, s.dir(end)))
			if g.fits([]geom.Dot{{C: tip, R: .6 * radius}}, 0) {
				g.head(deepHead, tip, s.dir(end), radius, shapes)
			}
		}
		g.foliate(s, f, sd.Sub("leaves", int(at.X*64), int(at.Y*64)))
	})
}
