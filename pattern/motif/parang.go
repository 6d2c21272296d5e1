package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// diagonal is the frame of a cloth striped at 45°: u runs along the stripes, v
// across them, and the stripes repeat after l in v.
//
// The square tile of side √2·l repeats it. Its two sides are (l,−l) and (l,l) in
// (u,v), so a stripe meets itself again after 2l in u and nowhere sooner; a
// frieze whose pitch divides 2l therefore repeats exactly, and its neighbours in
// v come out moved by half a pitch when it divides an odd number of times
// (handbook §1.2).
type diagonal struct {
	l, side float64
	m       geom.Affine
}

// newDiagonal returns the frame for a period l. Solo stripes fall to the right;
// those of Yogya are their mirror image and rise (handbook §1.2).
func newDiagonal(l float64, yogya bool) diagonal {
	s := math.Sqrt2 / 2
	m := geom.Affine{A: s, B: -s, D: s, E: s}
	if yogya {
		m.A, m.B = -s, s
	}
	return diagonal{l, float64(math.Sqrt2 * l), m}
}

// pitch returns the number of units of a frieze on a stripe of one tile and the
// pitch nearest to p that repeats.
func (d diagonal) pitch(p float64) (n int, exact float64) {
	n = max(1, int(math.Floor(2*d.l/p+.5)))
	return n, 2 * d.l / float64(n)
}

// at returns the map that puts a figure drawn about the origin of (u,v) at the
// given place, moved by whole tiles to bring that place into the tile.
func (d diagonal) at(u, v float64) geom.Affine {
	c := d.m.Apply(geom.Pt{X: u, Y: v})
	return d.m.At(geom.Pt{
		X: c.X - float64(math.Floor(c.X/d.side)*d.side),
		Y: c.Y - float64(math.Floor(c.Y/d.side)*d.side),
	})
}

// pieces is the number of lengths in which a stripe is laid, so that none reaches
// far over the tile.
const pieces = 4

// lap is how far areas that go on in the next repeat reach over each other, lest
// a hairline show between them.
const lap = .25

// strip returns the part of a stripe from v0 to v1 that belongs to one tile.
func (d diagonal) strip(v0, v1 float64) geom.Path {
	half := float64(d.l / pieces)
	r := geom.R(-half-lap, float64((v0-v1)/2), float64(2*half)+2*lap, v1-v0).Path()
	var out geom.Path
	for k := range pieces {
		out = out.Join(r.Transform(d.at(float64((float64(2*float64(k))+1)*half), (v0+v1)/2)))
	}
	return out
}

// rule returns a line along the stripes at v, for one tile.
func (d diagonal) rule(v float64) geom.Path {
	half := float64(d.l / pieces)
	var out geom.Path
	for k := range pieces {
		out = out.Join(geom.Polyline(geom.Pt{X: -half}, geom.Pt{X: half}).Transform(d.at(float64((float64(2*float64(k))+1)*half), v)))
	}
	return out
}

// Inside the blades of a parang.
const (
	bladePlain = iota
	bladeContour
	bladeCecek
	bladeSerit
)

// parang is one member of the family: what it is drawn with by default, and the
// unit of its band.
type parang struct {
	id, fact                            string
	size, lo, hi, pitch, mlinjon, curve float64
	alternate, inside, strip, dyed      float64
	unit                                func(pl place) parangUnit
	scalloped                           bool
}

// What runs between the bands.
const (
	stripStones = iota
	stripFlowers
)

func (p parang) drawing() drawing {
	return drawing{p.fact, pattern.Info{ID: p.id, Family: "parang", Traits: []string{pattern.Court}, Group: "p2",
		Params: []pattern.Param{
			{ID: "size", Name: "Band height", Nama: "Tinggi lajur", Unit: "mm", Min: p.lo, Max: p.hi, Def: p.size, Step: 1},
			{ID: "pitch", Name: "Pitch, of the height", Nama: "Jarak bilah, dari tinggi", Min: .4, Max: .9, Def: p.pitch, Step: .02},
			{ID: "curve", Name: "Bend of the blades", Nama: "Lengkung bilah", Min: 0, Max: .4, Def: p.curve, Step: .02},
			{ID: "mlinjon", Name: "Mlinjon strip, of the height", Nama: "Lajur mlinjon, dari tinggi", Min: .1, Max: .5, Def: p.mlinjon, Step: .01},
			{ID: "strip", Name: "Strip: stones, flowers", Nama: "Lajur: batu, bunga", Min: 0, Max: 1, Def: p.strip, Step: 1},
			{ID: "inside", Name: "Inside the blades: plain, contour, dots, comb", Nama: "Isi bilah: polos, garis, cecek, serit", Min: 0, Max: 3, Def: p.inside, Step: 1},
			{ID: "alternate", Name: "Dot every second band", Nama: "Cecek pada lajur selang-seling", Min: 0, Max: 1, Def: p.alternate, Step: 1},
			dyedParam(p.dyed),
			{ID: "slope", Name: "Slope: 0 Solo, 1 Yogya", Nama: "Arah: 0 Solo, 1 Yogya", Min: 0, Max: 1, Def: 0, Step: 1},
		},
		Slots:   []pattern.Slot{{ID: "blade", Name: "Leaves of the band", Nama: "Daun lajur"}},
		Repeats: []symmetry.Kind{symmetry.Block},
	}, p.draw}
}

func parangs() []drawing {
	rusak := func(pl place) parangUnit { pl.half = rusakForm().half; return rusakForm().unit(pl) }
	barong := func(pl place) parangUnit { pl.half = barongForm().half; return barongForm().unit(pl) }
	var ds []drawing
	for _, p := range []parang{
		{id: "parang_rusak", fact: "parang_rusak", size: 42, lo: 20, hi: 220, pitch: .66, mlinjon: .24, inside: bladeCecek, unit: rusak},
		{id: "parang_barong", fact: "parang_barong", size: 84, lo: 40, hi: 400, pitch: .59, mlinjon: .27, alternate: 1, inside: bladeCecek, unit: barong},
		{id: "parang_gendreh", fact: "parang_gendreh", size: 66, lo: 40, hi: 330, pitch: .56, mlinjon: .3, curve: .2, inside: bladeSerit, unit: rusak},
		{id: "parang_kusumo", fact: "parang_kusumo", size: 36, lo: 18, hi: 220, pitch: .58, mlinjon: .3, strip: stripFlowers, inside: bladeContour, unit: kusumoUnit},
		{id: "parang_curigo", fact: "parang_curigo", size: 40, lo: 20, hi: 220, pitch: .6, mlinjon: .22, inside: bladeCecek, unit: curigoUnit},
		{id: "parang_klitik", fact: "parang_klithik", size: 20, lo: 12, hi: 120, pitch: .44, mlinjon: .3, unit: klitikUnit, scalloped: true},
	} {
		ds = append(ds, p.drawing())
	}
	return ds
}

// parangBands lays out two bands, so that every second one can be dotted, and
// gives the frame, the height of a band, its period in v and its pitch.
func parangBands(in pattern.Info, o pattern.Options) (d diagonal, h, period, p float64, n int) {
	h = o.Value(in, "size")
	period = h + float64(h*o.Value(in, "mlinjon"))
	d = newDiagonal(2*period, o.Value(in, "slope") >= .5)
	n, p = d.pitch(float64(h * o.Value(in, "pitch")))
	return d, h, period, p, n
}

func (f parang) draw(in pattern.Info, o pattern.Options) pattern.Tile {
	d, h, period, p, n := parangBands(in, o)
	u := f.unit(place{p: p, h: h, curve: o.Value(in, "curve"), open: apart(o)})
	if !u.cored(o) {
		u.cores = geom.Path{}
	}
	t := newTones(o.Value(in, "dyed") >= .5)
	// Broad bands are drawn with a broader nozzle, klitik with the finer one
	// (handbook §1.2).
	w := float64(pattern.KlowongLine * o.Weight() * geom.Clamp(p/30, .5, 2.5))

	var solid, dotted []geom.Affine
	for band := range 2 {
		v := float64((float64(band) + .5) * period)
		// Half the offset with which the pair of bands meets its own repeat keeps
		// all bands evenly offset, and the group p2.
		shift := float64(float64(band) * float64(n%2) * p / 4)
		for k := range n {
			m := d.at(float64(float64(k)*p)+shift, v)
			if band == 1 && o.Value(in, "alternate") >= .5 {
				dotted = append(dotted, m)
			} else {
				solid = append(solid, m)
			}
		}
	}
	var niche []pattern.Shape
	if niches := u.roomy(u.niches, p, float64(edging(w, o)/2)+w+apart(o)); !niches.Empty() {
		niche = []pattern.Shape{line(pattern.Outline, pattern.Klowong, 2*w, niches), area(pattern.Outline, pattern.Klowong, niches)}
		// Its core shows where the line leaves one that is broad enough.
		if one := niches.Flatten(.05); len(one) > 0 && len(geom.NewRegionPoly(one[0]).Inset(.8*finest(o), .5*finest(o))) > 0 {
			niche[1].Role = pattern.Fill2
		}
	}
	shapes := []pattern.Shape{area(t.field, pattern.Tembok, geom.R(0, 0, d.side, d.side).Inset(-lap).Path())}
	reach := period - h
	if f.scalloped {
		// Under the rules; stones stay clear of where two scallops meet.
		m := period - h
		reach = math.Min(.3*m, (float64(.34*m)-float64(.5*math.Max(w, .06*m))-apart(o))/.75)
	}
	strip := mlinjon(d, period, h, p, n, w, t, int(o.Value(in, "strip")+.5), reach, o)
	shapes = append(shapes, strip[0])
	if f.scalloped {
		// The strip reaches to a pale scalloped rule that runs round the heads.
		var rules, hems geom.Path
		for band := range 2 {
			v := float64((float64(band) + .5) * period)
			for _, side := range []float64{-1, 1} {
				rule, hem := scallop(d, v+float64(side*(float64(h/2)+float64(.16*(period-h)))), p/4, p, float64(side*.1*(period-h)), float64(side*.2*(period-h)), n)
				rules, hems = rules.Join(rule), hems.Join(hem)
			}
		}
		shapes = append(shapes, area(pattern.Outline, pattern.Tembok, hems), line(t.body, pattern.Klowong, math.Max(w, .06*(period-h)), rules))
	}
	shapes = append(shapes, strip[1:]...)
	shapes = append(shapes, merged(niche, append(append([]geom.Affine(nil), solid...), dotted...))...)
	shapes = append(shapes, merged(u.solid(t, p, w, int(o.Value(in, "inside")+.5), o), solid)...)
	if len(dotted) > 0 {
		// The cloth's dots are set by the tool, not by the motif; only very large
		// motifs take larger ones (handbook §2, cecek).
		pitch := math.Max(geom.Clamp(.07*p, 1.2, 2.4), .04*p) / math.Sqrt(o.Dense())
		shapes = append(shapes, merged(u.dotted(t, p, w, pitch, o), dotted)...)
	}
	ink := t.isen
	if !u.cores.Empty() {
		ink = t.body // the core of the leaf is dark
	}
	shapes = append(shapes, merged(filled(in, o, "blade", u.leaf, u.foot, u.tip, ink), solid)...)
	return pattern.Tile{Size: geom.Pt{X: d.side, Y: d.side}, Shapes: full(shapes...)}
}

// edging returns the width of the line about solid knives. Half of it shows; a
// stamp's closes the slits between them that no copper leaves open.
func edging(w float64, o pattern.Options) float64 {
	if coarse(o) > 1 {
		return float64(2.6*w) + float64(1.2*apart(o))
	}
	return 2.6 * w
}

// bodies returns the outlines of all knives of a unit.
func (u parangUnit) bodies() geom.Path {
	var all geom.Path
	for _, k := range u.knives {
		all = all.Join(k.both(k.path))
	}
	return all
}

// roomy returns bodies that lie between the knives of units a pitch apart, made smaller
// where they come nearer than far to one: to half their size, or they are left out.
func (u parangUnit) roomy(bodies geom.Path, pitch, far float64) geom.Path {
	all := u.bodies()
	knives := geom.NewRegion(all.Join(all.Transform(geom.Translate(geom.Pt{X: pitch}))).Join(all.Transform(geom.Translate(geom.Pt{X: -pitch}))))
	clear := func(p geom.Pt) float64 { return -knives.Distance(p) }
	var out geom.Path
	for _, q := range bodies.Flatten(.05) {
		b := geom.Bounds(q.Pts)
		// About the point of it that is furthest from all knives.
		const grid = 12
		var c geom.Pt
		best, in := 0., geom.NewRegionPoly(q)
		for i := range grid * grid {
			p := geom.Pt{X: geom.Mix(b.Min.X, b.Max.X, (float64(i%grid)+.5)/grid), Y: geom.Mix(b.Min.Y, b.Max.Y, (float64(i/grid)+.5)/grid)}
			if d := clear(p); d > best && in.Contains(p) {
				c, best = p, d
			}
		}
		for size := 1.; size > .5; size -= .1 {
			fits := true
			for _, p := range q.Pts {
				fits = fits && clear(c.Lerp(p, size)) >= far
			}
			if fits {
				out = out.Join(q.Path().Transform(geom.Scale(size, size).At(c.Mul(1 - size))))
				break
			}
		}
	}
	return out
}

// edged returns what the knives and the line about them cover in one pitch, broad mm
// beyond them, joined wherever the ground between would be too slim.
func (u parangUnit) edged(pitch, broad float64, o pattern.Options) geom.Path {
	gap := float64(1.04 * apart(o))
	all := u.bodies().Bounds()
	// Its middle is the unit's, so that it is its own half turn.
	high := broad + gap + math.Max(math.Abs(all.Min.Y), math.Abs(all.Max.Y))
	window := geom.R(u.middle.X-float64(pitch/2)-gap, -high, pitch+float64(2*gap), float64(2*high))
	var parts []*geom.Region
	for _, k := range u.knives {
		for _, q := range k.both(k.path).Flatten(.05) {
			b := geom.Bounds(q.Pts).Inset(-broad - gap)
			first, last := math.Ceil((window.Min.X-b.Max.X)/pitch), math.Floor((window.Max.X-b.Min.X)/pitch)
			for n := first; n <= last; n++ {
				parts = append(parts, geom.NewRegion(q.Path().Transform(geom.Translate(geom.Pt{X: float64(n * pitch)}))))
			}
		}
	}
	var out geom.Path
	for _, q := range geom.Closed(parts, broad, gap, float64(.7*apart(o)), window) {
		out = out.Join(q.Path())
	}
	return out
}

// cored reports whether the knives leave the cores a rim that can be drawn, half of
// the line along their edges apart.
func (u parangUnit) cored(o pattern.Options) bool {
	whole := geom.NewRegion(u.bodies())
	for _, q := range u.cores.Flatten(.05) {
		for _, v := range q.Pts {
			if whole.Distance(v) < 1.45*apart(o) {
				return false
			}
		}
	}
	return true
}

// solid draws a unit of knives with what lies in them.
func (u parangUnit) solid(t tones, p, w float64, inside int, o pattern.Options) []pattern.Shape {
	bodies := u.bodies()
	thin, tooth := math.Max(.45*w, thinnest(o)), math.Max(.4*w, thinnest(o))
	// The line along the edge takes half of its width from what lies within.
	whole := geom.NewRegion(bodies)
	var rings, pupils []geom.Dot
	for _, e := range u.eyes {
		if e.R = math.Min(e.R, whole.Distance(e.C)-float64(1.5*apart(o))); e.R >= float64(.53*finest(o)) {
			rings = append(rings, e)
		}
	}
	var lines, filled, combs geom.Path
	var cecek []geom.Dot
	for _, k := range u.knives {
		if inside == bladePlain || k.bare {
			continue
		}
		region := geom.NewRegion(k.path)
		// The nozzle grows more slowly than the blade; the work must not.
		step := math.Max(.55*w, region.Bounds.H()/110)
		// A contour follows the edge, and a row of dots follows the contour, as near
		// as the cloth stays open between them.
		dot := math.Max(.4*w, thinnest(o)/2)
		edge := math.Max(1.55*w, float64(1.5*apart(o))+float64(thin/2))
		row := math.Max(2.9*w, edge+float64(thin/2)+apart(o)+dot)
		// What the contour rings must not close.
		room := float64(.5 * (thin + apart(o)))
		comb := inside == bladeSerit
		in := region.Insets(step, edge, row, edge+room)
		var rims geom.Path
		var foot, tip float64 // where a stroke of the comb begins and ends, from the contour to the edge
		if comb {
			wide := math.Max(2.9*w, float64(2.5*apart(o))+float64(.5*thin)+float64(2*tooth))
			foot = math.Max(.25, (apart(o)+float64(.5*(thin+tooth)))/wide)
			tip = math.Min(.62, 1-(float64(1.5*apart(o))+float64(.5*tooth))/wide)
			wider := region.Insets(step, wide, row+wide-edge, wide+room)
			if comb = len(wider[2]) > 0; comb { // else too slim for a comb
				in = wider
			}
		}
		for _, q := range in[0] {
			if q.Length() < 7*w || len(in[2]) == 0 {
				continue
			}
			// The eye leaves the contour room, or stands alone.
			r := nearest(q, rings) - float64(.5*thin) - apart(o)
			if r < float64(.6*finest(o)) {
				continue
			}
			for i := range rings {
				rings[i].R = math.Min(rings[i].R, r)
			}
			whole, half := k.contour(q, math.Max(1.3*w, tooth+apart(o)))
			lines, rims = lines.Join(whole), rims.Join(whole)
			if !comb {
				continue
			}
			// Serit: a comb of strokes between edge and contour.
			for _, c := range half {
				_, at := region.Nearest(c)
				stroke := geom.Polyline(c.Lerp(at, foot), c.Lerp(at, tip))
				combs = combs.Join(stroke).Join(stroke.Transform(halfTurn(k.about)))
			}
		}
		// Where the hollow that it rings would be too slim, the contour is one stroke.
		if !rims.Empty() {
			solid := 0. // mm² within the middle of the contour that are no hollow
			for _, q := range in[0] {
				solid += math.Abs(q.Area()) - float64(.52*thin*q.Length())
			}
			for _, q := range geom.NewRegionPoly(in[2]...).Inset(float64(.5*thin)-room, step) {
				solid -= math.Abs(q.Area())
				rims = rims.Join(k.both(q.Reverse().Path()))
			}
			if solid > 0 { // more than the contour itself
				filled = filled.Join(rims)
			}
		}
		if inside == bladeContour {
			continue
		}
		var ds []geom.Dot
		for _, q := range in[1] {
			if q.Length() < 4*w {
				continue
			}
			for _, c := range q.Resample(math.Max(2.1*w, float64(2*dot)+apart(o))).Pts {
				ds = append(ds, geom.Dot{C: c, R: dot})
			}
		}
		cecek = append(cecek, k.dots(ds, 1.5*w)...)
	}
	if u.slim > float64(1.5*apart(o))+float64(thin/2) {
		lines = lines.Join(u.veins)
	}
	for _, e := range rings {
		if pupil := float64(.46 * e.R); e.R-pupil >= thinnest(o) && pupil >= float64(.53*finest(o)) {
			pupils = append(pupils, geom.Dot{C: e.C, R: pupil})
		}
	}
	return full(
		area(pattern.Outline, pattern.Klowong, u.edged(p, float64(.5*edging(w, o)), o)),
		line(pattern.Outline, pattern.Klowong, edging(w, o), bodies),
		area(t.body, pattern.Klowong, bodies),
		// The line runs on the edge, so that it stays open between two knives that
		// all but touch.
		line(pattern.Outline, pattern.Klowong, apart(o), bodies),
		area(pattern.Outline, pattern.Klowong, u.cores),
		area(t.isen, pattern.Filling, filled),
		line(t.isen, pattern.Filling, thin, lines),
		line(t.isen, pattern.Filling, tooth, combs),
		dots(t.isen, pattern.Filling, cecek),
		dots(pattern.Outline, pattern.Filling, rings),
		dots(t.body, pattern.Filling, pupils),
	)
}

// nearest returns how near a chain comes to the middle of a dot.
func nearest(q geom.Poly, ds []geom.Dot) float64 {
	least := math.Inf(1)
	for _, d := range ds {
		for _, p := range q.Pts {
			least = math.Min(least, p.Dist(d.C))
		}
	}
	return least
}

// thinnest is the finest line with a hair to spare, for the stretch of a repeat.
func thinnest(o pattern.Options) float64 { return float64(1.06 * finest(o)) }

// dotted draws a unit in which rows of dots stand for the bodies.
func (u parangUnit) dotted(t tones, p, w, pitch float64, o pattern.Options) []pattern.Shape {
	var ds []geom.Dot
	const near = .9 // how near two dots may come, of the pitch
	pitch = math.Max(pitch, (apart(o)+float64(1.06*finest(o)))/near)
	r := math.Min(.36*pitch, float64(.5*(float64(near*pitch)-apart(o))))
	for _, k := range u.knives {
		// A dot at one edge leaves the cloth open toward the other, or it is left out.
		region := geom.NewRegion(k.path)
		var in []geom.Dot
		for _, d := range contourDots(k.path, float64(.5*apart(o))+float64(.8*r), pitch, r) {
			_, edge := region.Nearest(d.C)
			away := d.C.Sub(edge).Unit().Mul(r + float64(.5*apart(o)))
			if region.Distance(d.C.Add(away)) >= float64(.97*apart(o)) {
				in = append(in, d)
			}
		}
		ds = append(ds, k.dots(in, near*pitch)...)
	}
	bodies := u.bodies()
	// Half of the line shows, and is as broad as a canting draws it.
	broad := math.Max(1.2*w, 2.1*finest(o))
	if coarse(o) > 1 {
		broad = edging(w, o)
	}
	return full(
		area(pattern.Outline, pattern.Klowong, u.edged(p, float64(.5*broad), o)),
		line(pattern.Outline, pattern.Klowong, broad, bodies),
		area(t.field, pattern.Klowong, bodies),
		line(pattern.Outline, pattern.Klowong, apart(o), bodies), // as in solid
		dots(t.body, pattern.Filling, ds),
	)
}

// mlinjon draws the strip between the bands: a dark stepped ribbon with a row of
// lozenges, or of flowers, two to a pitch.
func mlinjon(d diagonal, period, h, p float64, n int, w float64, t tones, kind int, reach float64, o pattern.Options) []pattern.Shape {
	m := period - h
	// The stones stand square to the cloth where the strip is wide enough.
	b := math.Min(math.Min(.64*p/4, .5*m), .75*reach)
	a := math.Max(b, .5*p/4)
	rim := math.Min(math.Max(.5*b, 1.2*w), reach-b)
	stone := []pattern.Shape{area(pattern.Fill2, pattern.Klowong, lozenge(a, b))}
	// From the middle of a stone to its side. A line goes round in it where the
	// cloth stays open on both its sides.
	deep := float64(a * b / math.Sqrt(float64(a*a)+float64(b*b)))
	thin := math.Max(.4*w, thinnest(o))
	dot := math.Max(.16*b, .5*thin)
	if float64(.38*deep)-float64(thin/2) > apart(o) && float64(.62*deep)-float64(thin/2)-dot > apart(o) {
		stone = append(stone, line(t.body, pattern.Filling, thin, lozenge(.62*a, .62*b)))
	} else {
		dot = math.Max(dot, .3*deep)
	}
	stone = append(stone, dots(t.body, pattern.Filling, []geom.Dot{{R: dot}}))
	if kind == stripFlowers {
		rim = math.Min(math.Max(rim, .6*b), reach-b) // its corners join the heads' lines
		r := math.Min(1.15*a, .23*p)
		petals := many(leaf(.16*r, r, .25*r, .6), around(geom.Pt{}, 4, 0))
		stone = []pattern.Shape{area(t.body, pattern.Klowong, petals)}
		if float64(.25*r)-float64(.5*thin) > float64(1.2*thin) {
			stone = append(stone, line(t.isen, pattern.Filling, thin, many(geom.Polyline(geom.Pt{X: .35 * r}, geom.Pt{X: .75 * r}), around(geom.Pt{}, 4, 0))))
		}
		if bead := .09 * r; .17*r > apart(o) {
			stone = append(stone, dots(t.body, pattern.Filling, ringDots(4, .7*r, .125, bead)))
		}
		stone = append(stone, dots(pattern.Accent, pattern.Filling, []geom.Dot{{R: .2 * r}}))
	}
	var ribbon geom.Path
	var places []geom.Affine
	for band := range 2 {
		v := float64(float64(band) * period)
		ribbon = ribbon.Join(d.strip(v-float64(.22*m), v+float64(.22*m)))
		for k := range 2 * n {
			at := d.at(float64(float64(k)*p/2), v)
			ribbon = ribbon.Join(lozenge(a+rim, b+rim).Transform(at))
			places = append(places, at)
		}
	}
	return append([]pattern.Shape{area(pattern.Outline, pattern.Tembok, ribbon)}, merged(stone, places)...)
}

// scallop returns a rule of shallow arcs along a stripe, one to half a pitch, and
// the area between it and a line so far beside it.
func scallop(d diagonal, v, shift, p, rise, beside float64, n int) (rule, hem geom.Path) {
	arc := geom.Path{}.MoveTo(geom.Pt{X: -p / 4}).
		CubeTo(geom.Pt{X: -p / 10, Y: 1.3 * rise}, geom.Pt{X: p / 10, Y: 1.3 * rise}, geom.Pt{X: p / 4})
	under := arc.LineTo(geom.Pt{X: float64(p/4) + lap}).LineTo(geom.Pt{X: float64(p/4) + lap, Y: beside}).LineTo(geom.Pt{X: -p / 4, Y: beside}).Close()
	for k := range 2 * n {
		at := d.at(shift+float64(float64(k)*p/2), v)
		rule, hem = rule.Join(arc.Transform(at)), hem.Join(under.Transform(at))
	}
	return rule, hem
}

// lozenge returns a diamond about the origin of (u,v).
func lozenge(a, b float64) geom.Path {
	return geom.Polygon(geom.Pt{X: a}, geom.Pt{Y: b}, geom.Pt{X: -a}, geom.Pt{Y: -b})
}

// contourDots returns rows of dots that follow the outline of an area inward, as
// a maker sets cecek in a leaf.
func contourDots(area geom.Path, from, pitch, r float64) []geom.Dot {
	var out []geom.Dot
	region := geom.NewRegion(area)
	reach := math.Min(region.Bounds.W(), region.Bounds.H())
	var depths []float64
	// The cap holds absurd parameters to bounded work.
	for d := from; d < reach/2 && len(depths) < 60; d += float64(pitch * .92) {
		depths = append(depths, d)
	}
	if len(depths) == 0 {
		return nil
	}
	for _, row := range region.Insets(pitch/2, depths...) {
		for _, c := range row {
			if l := c.Length(); l < 2.6*pitch {
				if l > 0 {
					out = append(out, geom.Dot{C: geom.Bounds(c.Pts).Center(), R: r})
				}
				continue
			}
			for _, q := range c.Resample(pitch).Pts {
				out = append(out, geom.Dot{C: q, R: r})
			}
		}
	}
	return thin(out, 2.05*r)
}

// thin drops dots closer than gap to an earlier one, so that no two fuse.
func thin(dots []geom.Dot, gap float64) []geom.Dot {
	if !(gap > 0) {
		return dots
	}
	type cell struct{ i, j int }
	at := func(q geom.Pt) cell { return cell{int(math.Floor(q.X / gap)), int(math.Floor(q.Y / gap))} }
	seen := make(map[cell][]geom.Pt)
	keep := dots[:0]
next:
	for _, d := range dots {
		c := at(d.C)
		for i := -1; i <= 1; i++ {
			for j := -1; j <= 1; j++ {
				for _, q := range seen[cell{c.i + i, c.j + j}] {
					if q.Dist(d.C) < gap {
						continue next
					}
				}
			}
		}
		seen[c] = append(seen[c], d.C)
		keep = append(keep, d)
	}
	return keep
}

// Short ways to say a shape.
func area(r pattern.Role, st pattern.Stage, p geom.Path) pattern.Shape {
	return pattern.Shape{Mark: geom.Mark{Kind: geom.Area, Path: p}, Role: r, Stage: st}
}
func line(r pattern.Role, st pattern.Stage, w float64, p geom.Path) pattern.Shape {
	return pattern.Shape{Mark: geom.Mark{Kind: geom.Stroke, Path: p, Width: w}, Role: r, Stage: st}
}
func dots(r pattern.Role, st pattern.Stage, ds []geom.Dot) pattern.Shape {
	return pattern.Shape{Mark: geom.Mark{Kind: geom.Dots, Dots: ds}, Role: r, Stage: st}
}

// filled draws the filling of a slot in a body whose foot and tip are given. Its
// glyphs keep the size of the tool and grow, more slowly than the motif, only
// beyond the usual size.
func filled(in pattern.Info, o pattern.Options, slot string, body geom.Path, foot, tip geom.Pt, role pattern.Role) []pattern.Shape {
	id := o.Filling(in, slot)
	if id == "" {
		return nil
	}
	scale := 1.
	if p, ok := in.Param("size"); ok && p.Def > 0 {
		scale = math.Sqrt(math.Max(1, o.Value(in, "size")/p.Def))
	}
	return recast(isen.Fill(id, isen.Site{Region: geom.NewRegion(body), Base: foot, Axis: tip.Sub(foot)},
		isen.Options{Density: o.Dense(), Line: o.Weight() / coarse(o), Scale: float64(coarse(o) * scale), Seed: o.Seed.Sub("isen")}), role)
}

// full returns the shapes that hold something.
func full(shapes ...pattern.Shape) []pattern.Shape {
	var out []pattern.Shape
	for _, s := range shapes {
		if !s.Path.Empty() || len(s.Dots) > 0 {
			out = append(out, s)
		}
	}
	return out
}
