package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// latticeFamilies lists the motifs that stand on a lattice: whole ornaments
// repeated in two directions.
func latticeFamilies() []drawing {
	var ds []drawing
	ds = append(ds, kawungs()...)
	ds = append(ds, ceploks()...)
	ds = append(ds, ceplokans()...)
	ds = append(ds, grompols()...)
	ds = append(ds, slobogs()...)
	ds = append(ds, tengahans()...)
	ds = append(ds, truntums()...)
	ds = append(ds, jlamprangs()...)
	ds = append(ds, nitiks()...)
	ds = append(ds, gringsings()...)
	return ds
}

// The size of every lattice motif is the side of its repeat, measured in mm on
// the cloth, whatever the market calls the motif itself by.
func sizeParam(def float64) pattern.Param {
	return pattern.Param{ID: "size", Name: "Size of the repeat", Nama: "Ukuran ulang", Unit: "mm",
		// Down to a third, as on a kerchief, and up to eight times: wax print draws
		// Javanese motifs at three to five times their size (handbook §1.10).
		Min: math.Ceil(def * .35), Max: math.Floor(def * 8), Def: def, Step: 1}
}

func count(id, name, nama string, lo, hi, def float64) pattern.Param {
	return pattern.Param{ID: id, Name: name, Nama: nama, Min: lo, Max: hi, Def: def, Step: 1}
}

func ratio(id, name, nama string, lo, hi, def float64) pattern.Param {
	return pattern.Param{ID: id, Name: name, Nama: nama, Min: lo, Max: hi, Def: def, Step: .01}
}

// squareRepeats are the repeats of a motif with the full symmetry of the square:
// turning or mirroring a tile changes nothing at its edges.
func squareRepeats() []symmetry.Kind {
	return []symmetry.Kind{symmetry.Block, symmetry.Mirror, symmetry.Turn}
}

// canting is what a motif is drawn with at a given size: nozzles widen with the
// square root of the size, so that a large motif has strong lines and a small
// one is not closed by them (handbook §0 and §1.10: 0.9 at home, 1.5–3 on wax
// print).
type canting struct {
	in     pattern.Info
	o      pattern.Options
	size   float64
	k      float64 // size over the usual size
	nozzle float64
}

func newCanting(in pattern.Info, o pattern.Options) canting {
	c := canting{in: in, o: o, size: o.Value(in, "size")}
	p, _ := in.Param("size")
	c.k = c.size / p.Def
	// Three quarters of 0.9 is the finest klowong, 0.7 (handbook §0).
	c.nozzle = float64(o.Weight() * geom.Clamp(math.Sqrt(c.k), .75, 2.9))
	return c
}

// klowong, fine and cecek return the widths of contours, of thin lines and the
// radius of dots.
func (c canting) klowong() float64 { return float64(.8 * c.nozzle) }
func (c canting) fine() float64    { return math.Max(float64(.4*c.nozzle), finest(c.o)) }
func (c canting) cecek() float64   { return float64(.34 * c.nozzle) }

// finest is the width of the thinnest line that a canting draws, and the least
// diameter of a dot; apart is the least cloth that wax leaves open between two
// (handbook §2), with a hair to spare for the stretch of a repeat. Who asks for
// lighter lines gets both finer.
func finest(o pattern.Options) float64 { return float64(pattern.IsenLine * nozzle(o)) }
func apart(o pattern.Options) float64  { return float64(.53 * nozzle(o)) }

// nozzle is how much coarser than a canting's finest the finest line is, and coarse
// that of who draws, whatever the weight of his lines.
func nozzle(o pattern.Options) float64 { return math.Min(coarse(o), o.Weight()) }
func coarse(o pattern.Options) float64 { return geom.Clamp(o.Nozzle, 1, 2.5) }

func (c canting) apart() float64 { return apart(c.o) }

// roomy reports whether the motif is large enough for its isen: below 0.6 of
// the usual size they are left out (handbook §0).
func (c canting) roomy() bool { return c.k >= .6 }

// value is a parameter's value; whole a count's.
func (c canting) value(id string) float64 { return c.o.Value(c.in, id) }
func (c canting) whole(id string) int     { return int(math.Floor(c.value(id) + .5)) }

// fill draws the filling of a slot in a body.
func (c canting) fill(slot string, role pattern.Role, body []geom.Poly, foot, tip geom.Pt) []pattern.Shape {
	id := c.o.Filling(c.in, slot)
	if id == "" || !c.roomy() {
		return nil
	}
	return recast(isen.Fill(id, isen.Site{Region: geom.NewRegionPoly(body...), Base: foot, Axis: tip.Sub(foot)}, isen.Options{
		Density: c.o.Dense(), Line: c.o.Weight() / coarse(c.o), Scale: float64(coarse(c.o) * math.Sqrt(math.Max(1, c.k))),
		Inset: math.Max(isen.Inset, float64(.35*c.klowong())+c.apart()), // half of the contour lies within the body
		Seed:  c.o.Seed.Sub(c.in.ID),
	}), role)
}

// recast gives shapes another role, the ground's too, which fillings do not know.
func recast(shapes []pattern.Shape, role pattern.Role) []pattern.Shape {
	for i := range shapes {
		shapes[i].Role = role
	}
	return shapes
}

// around returns the maps that set n copies of a figure drawn along +x round the
// point c.
func around(c geom.Pt, n int, first float64) []geom.Affine {
	ms := make([]geom.Affine, n)
	for i := range ms {
		ms[i] = geom.Rotate(first + float64(i)/float64(n)).At(c)
	}
	return ms
}

// moved returns the maps that set a figure drawn about the origin at the points.
func moved(at ...geom.Pt) []geom.Affine {
	ms := make([]geom.Affine, len(at))
	for i, p := range at {
		ms[i] = geom.Translate(p)
	}
	return ms
}

// combined returns every map of a followed by every map of b.
func combined(a, b []geom.Affine) []geom.Affine {
	ms := make([]geom.Affine, 0, len(a)*len(b))
	for _, m := range b {
		for _, n := range a {
			ms = append(ms, n.Then(m))
		}
	}
	return ms
}

// many returns the path under each of the maps.
func many(p geom.Path, ms []geom.Affine) geom.Path {
	all := geom.Path{Verbs: make([]geom.Verb, 0, len(p.Verbs)*len(ms)), Pts: make([]geom.Pt, 0, len(p.Pts)*len(ms))}
	for _, m := range ms {
		all = all.JoinUnder(p, m)
	}
	return all
}

// manyDots returns the dots under each of the maps.
func manyDots(ds []geom.Dot, ms []geom.Affine) []geom.Dot {
	all := make([]geom.Dot, 0, len(ds)*len(ms))
	for _, m := range ms {
		all = geom.AppendDots(all, ds, m)
	}
	return all
}

// ringDots returns n dots on a circle about the origin, the first at the given
// angle.
func ringDots(n int, ring, first, r float64) []geom.Dot {
	ds := make([]geom.Dot, 0, n)
	for i := range n {
		ds = append(ds, geom.Dot{C: geom.Polar(ring, first+float64(i)/float64(n)), R: r})
	}
	return ds
}

// seven returns the seven dots of a truntum's small flower within radius r.
func seven(r float64) []geom.Dot {
	// Dots of .27 leave as much cloth between them as they cover.
	return append(ringDots(6, .7*r, .25, .27*r), geom.Dot{R: .27 * r})
}

// seven is seven within radius r, smaller where they would run together.
func (c canting) seven(r float64) []geom.Dot {
	ds := seven(r)
	for i := range ds {
		ds[i].R = math.Max(math.Min(ds[i].R, .5*(float64(.7*r)-c.apart())), .5*finest(c.o))
	}
	return ds
}

// nine returns a dot and a ring of eight within radius r, for motifs with quarter
// turns; a ring of four, or the dot alone, where they would run together.
func (c canting) nine(r float64) []geom.Dot {
	for _, n := range []int{8, 4} {
		if float64(1.4*r*geom.Sin(.5/float64(n)))-float64(.4*r) < c.apart() {
			continue
		}
		ds := ringDots(n, .7*r, 0, .2*r)
		if heart := math.Min(.32*r, float64(.5*r)-c.apart()); heart >= float64(.5*c.fine()) {
			ds = append(ds, geom.Dot{R: heart})
		}
		return ds
	}
	return []geom.Dot{{R: .6 * r}}
}

// rimmed is a body with a line of so many mm about it.
type rimmed struct {
	body geom.Path
	line float64
}

// joined returns what bodies about the origin cover with the lines about them, one
// where the cloth left between would be too slim.
func (c canting) joined(bodies ...rimmed) geom.Path {
	least := math.Inf(1)
	for _, b := range bodies {
		least = math.Min(least, b.line)
	}
	step := float64(.6 * c.apart())
	var parts []*geom.Region
	var all geom.Rect
	for _, b := range bodies {
		for _, q := range b.body.Flatten(.05) {
			r := geom.NewRegionPoly(q)
			if b.line > least {
				r = geom.NewRegionPoly(r.Inset(least-b.line, step)...)
			}
			parts, all = append(parts, r), all.Union(r.Bounds)
		}
	}
	gap := float64(1.04 * c.apart())
	// As far to either side, so that what is symmetric stays so.
	x, y := math.Max(-all.Min.X, all.Max.X), math.Max(-all.Min.Y, all.Max.Y)
	window := geom.R(-x, -y, 2*x, 2*y).Inset(-least - gap)
	var out geom.Path
	for _, q := range geom.Closed(parts, least, gap, step, window) {
		out = out.Join(q.Path())
	}
	return out
}

// beaded returns dots along a closed line, at most pitch apart and a multiple of
// fold in number, starting at the line's own start. Where they would run together
// they stand farther apart.
func beaded(p geom.Path, pitch, r float64, fold int) []geom.Dot {
	var ds []geom.Dot
	const open = .5 // mm of cloth between dots of the finest canting
	least := float64(2*r) + math.Min(open, float64(1.6*r))
	for _, q := range p.Flatten(.02) {
		l := q.Length()
		if !(l > 0) || !(pitch > 0) {
			continue
		}
		n := max(1, int(l/(math.Max(pitch, least)*float64(fold)))) * fold
		for _, c := range q.Resample(l / float64(n)).Pts {
			ds = append(ds, geom.Dot{C: c, R: r})
		}
	}
	return ds
}

// leaf returns a pointed leaf from x0 to x1 on the x axis, widest at the fraction
// at, with the given half width.
func leaf(x0, x1, half, at float64) geom.Path {
	m := geom.Mix(x0, x1, at)
	// Controls a third of the way along keep the sides full and the tip sharp.
	return geom.Path{}.MoveTo(geom.Pt{X: x0}).
		CubeTo(geom.Pt{X: geom.Mix(x0, m, .25), Y: .7 * half}, geom.Pt{X: geom.Mix(x0, m, .6), Y: half}, geom.Pt{X: m, Y: half}).
		CubeTo(geom.Pt{X: geom.Mix(m, x1, .4), Y: half}, geom.Pt{X: geom.Mix(m, x1, .75), Y: .5 * half}, geom.Pt{X: x1}).
		CubeTo(geom.Pt{X: geom.Mix(m, x1, .75), Y: -.5 * half}, geom.Pt{X: geom.Mix(m, x1, .4), Y: -half}, geom.Pt{X: m, Y: -half}).
		CubeTo(geom.Pt{X: geom.Mix(x0, m, .6), Y: -half}, geom.Pt{X: geom.Mix(x0, m, .25), Y: -.7 * half}, geom.Pt{X: x0}).Close()
}

// within returns the line from a to b as far as it keeps its distance from the
// outline of a body: nothing of it where there is no room.
func within(body geom.Path, a, b geom.Pt, clear float64) geom.Path {
	region := geom.NewRegion(body)
	const n = 40
	pts := make([]geom.Pt, n+1)
	for i := range pts {
		pts[i] = a.Lerp(b, float64(i)/n)
	}
	if pts = longest(pts, func(p geom.Pt) bool { return region.Distance(p) >= clear }); len(pts) < n/4 {
		return geom.Path{}
	}
	return geom.Polyline(pts[0], pts[len(pts)-1])
}

// tones are the roles of a motif that is drawn either as white bodies on a dyed
// cloth, as the wax of the courts leaves them, or as dyed bodies on the ground.
type tones struct{ body, field, isen pattern.Role }

func newTones(dyed bool) tones {
	if dyed {
		return tones{pattern.Fill, pattern.Ground, pattern.Isen}
	}
	return tones{pattern.Ground, pattern.Fill, pattern.Latar}
}

func dyedParam(def float64) pattern.Param {
	return count("dyed", "Bodies: 0 white, 1 dyed", "Badan motif: 0 putih, 1 berwarna", 0, 1, def)
}

// continued drops the leading Move of a path, so that it goes on from another.
func continued(p geom.Path) geom.Path {
	if len(p.Verbs) == 0 {
		return p
	}
	return geom.Path{Verbs: p.Verbs[1:], Pts: p.Pts[1:]}
}

// wrap returns i counted round n.
func wrap(i, n int) int { return (i%n + n) % n }
