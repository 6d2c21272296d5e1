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

// strip returns the part of a stripe from v0 to v1 that belongs to one tile. Its
// lengths reach a little over each other, lest a hairline show between them.
func (d diagonal) strip(v0, v1 float64) geom.Path {
	const lap = .25
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

// parangForm is one way of cutting the knife band, in the frame of the cloth
// about the middle of a leaf: x right, y down, the next leaf at (1,1). All
// figures but the drop are half turns of themselves, which gives the band its
// group p2. Only half of each outline is kept; the rest is its half turn.
//
// The shapes are read from cloth: between the bent blades stands a leaf, the
// dark gap between them narrows to a line, and a head (mata gareng) hangs on a
// neck in the niche at either end.
type parangForm struct {
	half  float64   // half the height of the band
	leaf  []geom.Pt // about the origin
	blade []geom.Pt // about (½,½)
	split bool      // the blade is a pair of half blades on either side of its line
	head  []geom.Pt // whole outline; the other is its half turn
	niche geom.Pt   // where the tinted core of the niche sits
	core  float64   // its length; 0 for none
}

// rusakForm has tall leaves, S blades with swung shoulders and drops on necks.
func rusakForm() parangForm {
	return parangForm{
		half: 1.04,
		leaf: []geom.Pt{
			{X: -.149, Y: .82}, {X: -.191, Y: .42}, {X: -.226, Y: .02}, {X: -.243, Y: -.323}, {X: -.249, Y: -.651},
			{X: -.231, Y: -.734}, {X: -.163, Y: -.794}, {X: -.071, Y: -.917}, {X: -.003, Y: -1.043},
			{X: .06, Y: -1.077}, {X: .105, Y: -1.06}, {X: .12, Y: -.98},
		},
		blade: []geom.Pt{
			{X: -.335, Y: -1.33}, {X: -.357, Y: -1.5}, {X: -.306, Y: -1.577}, {X: -.154, Y: -1.546}, {X: -.006, Y: -1.4},
			{X: .057, Y: -1.246}, {X: .037, Y: -1.103}, {X: -.02, Y: -.96}, {X: -.04, Y: -.823}, {X: -.011, Y: -.651},
			{X: .074, Y: -.28}, {X: .16, Y: .063}, {X: .246, Y: .52}, {X: .303, Y: .949},
		},
		head: []geom.Pt{
			{X: .014, Y: -1.06}, {X: .06, Y: -1.146}, {X: .051, Y: -1.26}, {X: -.02, Y: -1.389}, {X: -.149, Y: -1.517},
			{X: -.277, Y: -1.566}, {X: -.369, Y: -1.523}, {X: -.38, Y: -1.443}, {X: -.306, Y: -1.36}, {X: -.163, Y: -1.26},
			{X: -.049, Y: -1.174}, {X: -.01, Y: -1.103},
		},
		niche: geom.Pt{X: -.27, Y: -1.09},
		core:  .3,
	}
}

// barongForm has broad lens leaves, half blades with flared ends and heavy
// square-shouldered heads, as on the large court parangs.
func barongForm() parangForm {
	return parangForm{
		half: 1.21,
		leaf: []geom.Pt{
			{X: .085, Y: -1.07}, {X: -.06, Y: -.96}, {X: -.2, Y: -.73}, {X: -.3, Y: -.48}, {X: -.37, Y: -.22},
			{X: -.33, Y: .08}, {X: -.25, Y: .41}, {X: -.165, Y: .76}, {X: -.12, Y: 1.0},
		},
		blade: []geom.Pt{
			{X: -.36, Y: -1.53}, {X: -.345, Y: -1.56}, {X: -.3, Y: -1.57}, {X: -.13, Y: -1.585}, {X: .05, Y: -1.582}, {X: .095, Y: -1.57},
			{X: .112, Y: -1.54}, {X: .115, Y: -1.48}, {X: .1, Y: -1.1}, {X: .045, Y: -.72}, {X: -.005, Y: -.42}, {X: .005, Y: -.2}, {X: .0, Y: -.12},
			{X: -.035, Y: -.2}, {X: -.09, Y: -.42}, {X: -.22, Y: -.95}, {X: -.315, Y: -1.35}, {X: -.35, Y: -1.48},
		},
		split: true,
		head: []geom.Pt{
			{X: -.24, Y: -1.5}, {X: -.16, Y: -1.6}, {X: .04, Y: -1.63}, {X: .115, Y: -1.57}, {X: .125, Y: -1.36},
			{X: .105, Y: -1.2}, {X: .02, Y: -1.13}, {X: -.13, Y: -1.2}, {X: -.235, Y: -1.34},
		},
		niche: geom.Pt{X: -.25, Y: -.98},
		core:  .34,
	}
}

// place is the map from a parangForm to (u,v) of its band.
type place struct{ p, h, half, curve float64 }

func (f place) point(q geom.Pt) geom.Pt {
	s := math.Sqrt2 / 2
	e := float64((q.Y-q.X)*s) / f.half
	u := float64((q.X + q.Y) * s * s * f.p)
	// Bending moves along u alone, so that it can never make figures meet.
	u += float64(f.curve * f.p * geom.Sin(float64(e/2)))
	return geom.Pt{X: u, Y: float64(e * f.h / 2)}
}

func (f place) smooth(pts []geom.Pt, about geom.Pt) geom.Path {
	out := make([]geom.Pt, len(pts))
	for i, q := range pts {
		out[i] = f.point(q.Add(about))
	}
	return geom.Smooth(out, true)
}

// halfTurned returns the points followed by their half turn.
func halfTurned(pts []geom.Pt) []geom.Pt {
	out := append([]geom.Pt(nil), pts...)
	for _, q := range pts {
		out = append(out, geom.Pt{X: -q.X, Y: -q.Y})
	}
	return out
}

// parangUnit is what one pitch of a knife band holds, in (u,v) about the leaf.
type parangUnit struct {
	bodies []geom.Path // leaf, blade (or its halves), two heads
	leaf   geom.Path
	niches geom.Path
}

// unit draws one pitch of the band.
func (f parangForm) unit(pl place) parangUnit {
	mid := geom.Pt{X: .5, Y: .5}
	var n parangUnit
	n.leaf = pl.smooth(halfTurned(f.leaf), geom.Pt{})
	n.bodies = append(n.bodies, n.leaf)
	if f.split {
		n.bodies = append(n.bodies, pl.smooth(f.blade, mid), pl.smooth(turned(f.blade), mid))
	} else {
		n.bodies = append(n.bodies, pl.smooth(halfTurned(f.blade), mid))
	}
	n.bodies = append(n.bodies, pl.smooth(f.head, geom.Pt{}), pl.smooth(turned(f.head), geom.Pt{}))
	if f.core > 0 {
		// A drop along the niche, standing like the blades.
		c, k := f.niche, f.core
		drop := []geom.Pt{
			{X: c.X - float64(.12*k), Y: c.Y - float64(.5*k)}, {X: c.X + float64(.3*k), Y: c.Y - float64(.1*k)},
			{X: c.X + float64(.12*k), Y: c.Y + float64(.28*k)}, {X: c.X + float64(.03*k), Y: c.Y + float64(.6*k)}, {X: c.X - float64(.18*k), Y: c.Y + float64(.1*k)},
		}
		n.niches = pl.smooth(drop, geom.Pt{}).Join(pl.smooth(turned(drop), geom.Pt{}))
	}
	return n
}

func turned(pts []geom.Pt) []geom.Pt {
	out := make([]geom.Pt, len(pts))
	for i, q := range pts {
		out[i] = geom.Pt{X: -q.X, Y: -q.Y}
	}
	return out
}

// klitikUnit draws the small parang by the handbook's spine S(e) = p(ke + c sin
// πe): a slim bone with an eye at each end, and a leaf with a dark core beside it.
func klitikUnit(pl place) (bone, leaf, core geom.Path, eyes []geom.Pt) {
	const (
		k, c   = .45, .3  // lean and bend; steeper than §1.2 since the bones of the cloth stand nearly upright
		w0, w1 = .22, .46 // width at the waist and at the eye, of the pitch
		eye    = .72      // where the eye sits, of the half height
		steps  = 14
	)
	spine := func(e float64) float64 {
		return float64(pl.p * (float64(k*e) + float64((c+pl.curve)*geom.Sin(e/2))))
	}
	width := func(e float64) float64 {
		t := math.Abs(e) / eye
		if t <= 1 {
			return w0 + float64((w1-w0)*geom.Smoothstep(.45, 1, t))
		}
		s := (math.Abs(e) - eye) / (.98 - eye)
		return float64(w1 * math.Sqrt(math.Max(0, 1-float64(s*s))))
	}
	outline := func(top float64, at, w func(e float64) float64) geom.Path {
		var a, b []geom.Pt
		for i := 0; i <= 2*steps; i++ {
			// Points crowd toward the ends, where the outline turns.
			e := float64(top * geom.Sin(float64(i-steps)/float64(4*steps)))
			x, h := at(e), float64(w(e)*pl.p/2)
			a = append(a, geom.Pt{X: x + h, Y: float64(e * pl.h / 2)})
			b = append(b, geom.Pt{X: x - h, Y: float64(e * pl.h / 2)})
		}
		for i := len(b) - 2; i > 0; i-- {
			a = append(a, b[i])
		}
		return geom.Smooth(a, true)
	}
	gap := func(e float64) float64 { return spine(e) + float64(pl.p/2) }
	lens := func(top, share float64) func(float64) float64 {
		return func(e float64) float64 {
			t := e / top
			return float64(share * math.Max(0, 1-width(e)) * math.Sqrt(math.Max(0, 1-float64(t*t))))
		}
	}
	bone = outline(.98, spine, width)
	leaf = outline(.82, gap, lens(.82, .86))
	core = outline(.55, gap, lens(.55, .52))
	for _, e := range []float64{-eye, eye} {
		eyes = append(eyes, geom.Pt{X: spine(e), Y: float64(e * pl.h / 2)})
	}
	return bone, leaf, core, eyes
}

// lozenge returns a diamond about the origin of (u,v).
func lozenge(a, b float64) geom.Path {
	return geom.Polygon(geom.Pt{X: a}, geom.Pt{Y: b}, geom.Pt{X: -a}, geom.Pt{Y: -b})
}

// contourDots returns rows of dots that follow the outline of an area inward, as
// a maker sets cecek in a leaf.
func contourDots(area geom.Path, pitch, r float64) []geom.Dot {
	var out []geom.Dot
	region := geom.NewRegion(area)
	reach := math.Min(region.Bounds.W(), region.Bounds.H())
	var depths []float64
	// The cap holds absurd parameters to bounded work.
	for d := r; d < reach/2 && len(depths) < 60; d += float64(pitch * .92) {
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
	return isen.Fill(id, isen.Site{Region: geom.NewRegion(body), Base: foot, Axis: tip.Sub(foot)},
		isen.Options{Density: o.Dense(), Line: o.Weight(), Scale: scale, Role: role, Seed: o.Seed.Sub("isen")})
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

func parangParams(size, lo, hi, pitch, mlinjon, alternate float64) []pattern.Param {
	return []pattern.Param{
		{ID: "size", Name: "Band height", Nama: "Tinggi lajur", Unit: "mm", Min: lo, Max: hi, Def: size, Step: 1},
		{ID: "pitch", Name: "Pitch, of the height", Nama: "Jarak bilah, dari tinggi", Min: .4, Max: .9, Def: pitch, Step: .02},
		{ID: "curve", Name: "Bend of the blades", Nama: "Lengkung bilah", Min: 0, Max: .4, Def: 0, Step: .02},
		{ID: "mlinjon", Name: "Mlinjon strip, of the height", Nama: "Lajur mlinjon, dari tinggi", Min: .1, Max: .5, Def: mlinjon, Step: .01},
		{ID: "slope", Name: "Slope: 0 Solo, 1 Yogya", Nama: "Arah: 0 Solo, 1 Yogya", Min: 0, Max: 1, Def: 0, Step: 1},
		{ID: "alternate", Name: "Dot every second band", Nama: "Cecek pada lajur selang-seling", Min: 0, Max: 1, Def: alternate, Step: 1},
	}
}

func parangs() []drawing {
	slots := func(def string) []pattern.Slot {
		return []pattern.Slot{{ID: "blade", Name: "Leaves of the band", Nama: "Daun lajur", Def: def}}
	}
	repeats := []symmetry.Kind{symmetry.Block}
	return []drawing{
		{"parang_rusak", pattern.Info{ID: "parang_rusak", Family: "parang", Traits: []string{pattern.Court}, Group: "p2",
			Params: parangParams(42, 20, 220, .66, .22, 0), Slots: slots(""), Repeats: repeats}, drawParang(rusakForm)},
		{"parang_barong", pattern.Info{ID: "parang_barong", Family: "parang", Traits: []string{pattern.Court}, Group: "p2",
			Params: parangParams(84, 40, 400, .59, .27, 1), Slots: slots(""), Repeats: repeats}, drawParang(barongForm)},
		{"parang_klithik", pattern.Info{ID: "parang_klitik", Family: "parang", Traits: []string{pattern.Court}, Group: "p2",
			Params: parangParams(20, 12, 120, .44, .3, 0), Slots: slots(""), Repeats: repeats}, drawKlitik},
	}
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

func drawParang(shape func() parangForm) func(pattern.Info, pattern.Options) pattern.Tile {
	return func(in pattern.Info, o pattern.Options) pattern.Tile {
		f := shape()
		d, h, period, p, n := parangBands(in, o)
		u := f.unit(place{p, h, f.half, o.Value(in, "curve")})
		dotted := o.Value(in, "alternate") >= .5
		// The cloth's dots are set by the tool, not by the motif; only very large
		// motifs take larger ones (handbook §2, cecek).
		pitch := math.Max(geom.Clamp(.07*p, 1.5, 2.4), .04*p) / math.Sqrt(o.Dense())
		// Broad bands are drawn with a broader nozzle.
		w := float64(pattern.KlowongLine * o.Weight() * geom.Clamp(p/30, 1, 2.5))

		var cecek []geom.Dot
		if dotted {
			for _, b := range u.bodies {
				cecek = append(cecek, contourDots(b, pitch, .36*pitch)...)
			}
			cecek = thin(cecek, .72*pitch)
		}
		var bodies, niches geom.Path
		var rows []geom.Dot
		var leaves []geom.Affine
		for band := range 2 {
			v := float64((float64(band) + .5) * period)
			// Half the offset with which the pair of bands meets its own repeat keeps
			// all bands evenly offset, and the group p2.
			shift := float64(float64(band) * float64(n%2) * p / 4)
			for k := range n {
				m := d.at(float64(float64(k)*p)+shift, v)
				niches = niches.Join(u.niches.Transform(m))
				if dotted && band == 1 {
					rows = append(rows, geom.Mark{Kind: geom.Dots, Dots: cecek}.Transform(m).Dots...)
					continue
				}
				for _, b := range u.bodies {
					bodies = bodies.Join(b.Transform(m))
				}
				leaves = append(leaves, m)
			}
		}
		pl := place{p, h, f.half, o.Value(in, "curve")}
		foot, tip := pl.point(geom.Pt{X: .13, Y: 1}), pl.point(geom.Pt{X: -.13, Y: -1})
		filling := filled(in, o, "blade", u.leaf, foot, tip, pattern.Isen)
		shapes := mlinjon(d, period, h, p, n, w)
		shapes = append(shapes, full(
			area(pattern.Fill2, pattern.Klowong, niches),
			line(pattern.Outline, pattern.Klowong, 2*w, bodies),
			area(pattern.Fill, pattern.Klowong, bodies),
			dots(pattern.Fill, pattern.Filling, rows),
		)...)
		shapes = append(shapes, merged(filling, leaves)...)
		return pattern.Tile{Size: geom.Pt{X: d.side, Y: d.side}, Shapes: shapes}
	}
}

// mlinjon draws the strip between the bands: a dark stepped ribbon with a row of
// lozenges, two to a pitch.
func mlinjon(d diagonal, period, h, p float64, n int, w float64) []pattern.Shape {
	m := period - h
	// The stones stand square to the cloth where the strip is wide enough.
	b := math.Min(.64*p/4, .5*m)
	a := math.Max(b, .5*p/4)
	rim := math.Max(.5*b, 1.2*w)
	var ribbon, stones, hearts geom.Path
	for band := range 2 {
		v := float64(float64(band) * period)
		ribbon = ribbon.Join(d.strip(v-float64(.22*m), v+float64(.22*m)))
		for k := range 2 * n {
			at := d.at(float64(float64(k)*p/2), v)
			ribbon = ribbon.Join(lozenge(a+rim, b+rim).Transform(at))
			stones = stones.Join(lozenge(a, b).Transform(at))
			hearts = hearts.Join(lozenge(.25*a, .25*b).Transform(at))
		}
	}
	return []pattern.Shape{
		area(pattern.Outline, pattern.Klowong, ribbon),
		area(pattern.Fill2, pattern.Klowong, stones),
		area(pattern.Outline, pattern.Filling, hearts),
	}
}

func drawKlitik(in pattern.Info, o pattern.Options) pattern.Tile {
	d, h, period, p, n := parangBands(in, o)
	bone, leaf, core, eyes := klitikUnit(place{p: p, h: h, curve: o.Value(in, "curve")})
	dotted := o.Value(in, "alternate") >= .5
	// Klitik is drawn with the finer nozzle (handbook §1.2).
	w := float64(.5 * o.Weight())
	pitch := math.Max(1.2, .12*p) / math.Sqrt(o.Dense())
	var cecek []geom.Dot
	if dotted {
		cecek = contourDots(leaf, pitch, .34*pitch)
	}
	var bones, leaves, cores, rules geom.Path
	var rings, pupils, rows []geom.Dot
	var places []geom.Affine
	for band := range 2 {
		v := float64((float64(band) + .5) * period)
		shift := float64(float64(band) * float64(n%2) * p / 4)
		for k := range n {
			m := d.at(float64(float64(k)*p)+shift, v)
			bones = bones.Join(bone.Transform(m))
			if dotted && band == 1 {
				rows = append(rows, geom.Mark{Kind: geom.Dots, Dots: cecek}.Transform(m).Dots...)
			} else {
				leaves = leaves.Join(leaf.Transform(m))
				places = append(places, m)
				cores = cores.Join(core.Transform(m))
			}
			for _, e := range eyes {
				rings = append(rings, geom.Dot{C: m.Apply(e), R: .13 * p})
				pupils = append(pupils, geom.Dot{C: m.Apply(e), R: .06 * p})
			}
		}
		// The scalloped white rule that runs round the heads.
		for _, side := range []float64{-1, 1} {
			rules = rules.Join(scallop(d, v+float64(side*(float64(h/2)+float64(.16*(period-h)))), shift, p, float64(side*.1*(period-h)), n))
		}
	}
	shapes := mlinjon(d, period, h, p, n, w)
	shapes = append(shapes, full(
		line(pattern.Fill, pattern.Klowong, math.Max(w, .06*(period-h)), rules),
		line(pattern.Outline, pattern.Klowong, float64(2*w), bones.Join(leaves)),
		area(pattern.Fill, pattern.Klowong, bones.Join(leaves)),
		area(pattern.Outline, pattern.Klowong, cores),
		dots(pattern.Outline, pattern.Filling, rings),
		dots(pattern.Fill, pattern.Filling, pupils),
		dots(pattern.Fill, pattern.Filling, rows),
	)...)
	// The core of the leaf is dark, so its filling is in the body's colour.
	filling := filled(in, o, "blade", core, geom.Pt{X: p / 2, Y: .3 * h}, geom.Pt{X: p / 2, Y: -.3 * h}, pattern.Fill)
	shapes = append(shapes, merged(filling, places)...)
	return pattern.Tile{Size: geom.Pt{X: d.side, Y: d.side}, Shapes: shapes}
}

// scallop returns a rule of shallow arcs along a stripe, one to half a pitch.
func scallop(d diagonal, v, shift, p, rise float64, n int) geom.Path {
	arc := geom.Path{}.MoveTo(geom.Pt{X: -p / 4}).
		CubeTo(geom.Pt{X: -p / 10, Y: 1.3 * rise}, geom.Pt{X: p / 10, Y: 1.3 * rise}, geom.Pt{X: p / 4})
	var out geom.Path
	for k := range 2 * n {
		out = out.Join(arc.Transform(d.at(shift+float64(float64(k)*p/2), v)))
	}
	return out
}
