package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// A frieze is an ornament that repeats along a line: a border of the cloth
// (pinggir) or one stripe of a lereng. It is drawn a unit at a time, on a strip
// p long and h high with its corner at the origin, in the inks given.
type frieze struct {
	id, name, nama string
	ratio          float64 // natural pitch, of the height
	least          float64 // pitch that the nozzle needs, mm
	low            float64 // height that a border's needs, mm
	unit           func(p, h float64, c inks, o pattern.Options) []pattern.Shape
}

// inks are the roles that a frieze is drawn with, so that one ornament can stand
// light on dark or dark on light.
type inks struct{ back, body, body2, line, dot, heart pattern.Role }

func darkInks() inks {
	return inks{pattern.Ground, pattern.Fill, pattern.Fill2, pattern.Latar, pattern.Latar, pattern.Accent}
}

// fine is the width of a line in a strip h high: a canting's finest line, drawn
// broader only on motifs larger than any canting would cover.
func fine(h float64, o pattern.Options) float64 {
	return float64(geom.Clamp(.035*h, .35, 4) * o.Weight())
}

// friezes lists the ornaments of borders and lereng stripes.
func friezes() []frieze {
	return []frieze{
		{"untu_walang", "Grasshopper teeth", "Untu walang", .55, 3, 1.5, untuWalang},
		{"mlinjon", "Lozenges", "Mlinjon", .8, 5, 5.5, mlinjonRow},
		{"lung", "Tendril", "Lung-lungan", 1.62, 0, 9, lung},
		{"meander", "Meander", "Banji liku", 1.1, 0, 5.5, meanderRow},
		{"kembang", "Flowers", "Kembang", 1.05, 0, 4.2, kembang},
		{"seret", "Plain stripe", "Seret", .5, 0, 0, seret},
		{"pindo", "Kanga border", "Pindo kanga", .62, 0, 6, pindo},
		{"bintang", "Eight-pointed stars", "Bintang delapan", 1.05, 0, 4.5, bintang},
		{"anyam", "Woven band", "Anyaman", .9, 0, 4.5, anyam},
		{"kawung", "Kawung", "Kawung", .92, 6, 3.2, kawungRow},
		{"lidah_api", "Tongues of flame", "Lidah api", .6, 0, 0, lidahApi},
		{"senthe", "Taro leaves", "Daun senthe", 1.35, 0, 0, senthe},
		{"parang", "Small parang", "Parang alit", .42, 2.6, 0, parangRow},
		{"cecek", "Rows of dots", "Cecek", .3, 1.2, 0, cecekRows},
		{"rawan", "Waves", "Rawan", .8, 4.5, 0, rawan},
		{"galaran", "Slanted lines", "Galaran", .22, 1.25, 0, galaran},
		{"uceng", "Loaches", "Uceng", 1.5, 0, 0, uceng},
		{"ukel", "Curls", "Ukel", .62, 3.2, 0, ukelRow},
	}
}

func friezeByID(id string) (frieze, bool) {
	for _, f := range friezes() {
		if f.id == id {
			return f, true
		}
	}
	return frieze{}, false
}

// merged repeats shapes under several maps, the copies of each shape in one.
func merged(unit []pattern.Shape, maps []geom.Affine) []pattern.Shape {
	out := make([]pattern.Shape, len(unit))
	for i, s := range unit {
		s.Path, s.Dots = many(s.Path, maps), manyDots(s.Dots, maps)
		out[i] = s
	}
	return out
}

// spaced returns the dots, none smaller than the nozzle leaves, that keep clear of
// those before them, of the strip's edges and of the next repeats.
func spaced(ds []geom.Dot, p, h float64, o pattern.Options) []geom.Dot {
	open := apart(o)
	var out []geom.Dot
	for _, d := range ds {
		d.R = math.Max(d.R, float64(.53*finest(o)))
		free := d.C.Y-d.R >= open && h-d.C.Y-d.R >= open && p >= float64(2*d.R)+open
		for _, e := range out {
			for _, x := range []float64{-p, 0, p} {
				free = free && d.C.Dist(e.C.Add(geom.Pt{X: x})) >= d.R+e.R+open
			}
		}
		if free {
			out = append(out, d)
		}
	}
	return out
}

// untuWalang is a row of teeth that stand on the strip's edge, each with a core in
// it as far as a rim beside that can be drawn.
func untuWalang(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := math.Max(fine(h, o), finest(o))
	const tip = .66
	flank := geom.Path{}.MoveTo(geom.Pt{X: 0, Y: -.02 * h}).
		CubeTo(geom.Pt{X: .25 * p, Y: .218 * h}, geom.Pt{X: .44 * p, Y: .456 * h}, geom.Pt{X: .5 * p, Y: tip * h})
	mirror := geom.Scale(-1, 1).At(geom.Pt{X: p})
	tooth := func(side []geom.Pt) geom.Path {
		pts := slices.Clone(side)
		for i := len(side) - 1; i >= 0; i-- {
			pts = append(pts, mirror.Apply(side[i]))
		}
		return geom.Polygon(pts...)
	}
	side := flank.Flatten(.002 * h)[0].Pts
	rim := math.Max(.17*p, thinnest(o))
	var core []geom.Pt
	for i, q := range side {
		d := side[min(i+1, len(side)-1)].Sub(side[max(i-1, 0)]).Unit()
		if at := q.Add(geom.Pt{X: float64(d.Y * rim), Y: float64(-d.X * rim)}); at.X < float64(p/2) {
			core = append(core, at)
		}
	}
	out := []pattern.Shape{area(c.body, pattern.Klowong, tooth(side))}
	if p-float64(2*rim) > apart(o) && len(core) > 2 && core[len(core)-1].Y > float64(2*finest(o)) {
		core = append([]geom.Pt{{X: core[0].X, Y: .02 * h}}, core...)
		out = append(out, area(c.body2, pattern.Klowong, tooth(slices.DeleteFunc(core, func(q geom.Pt) bool { return q.Y < .02*h }))))
	}
	// A line in the point of the tooth, where that is broad enough.
	if .068*p > thinnest(o)+float64(w/2) {
		out = append(out, line(c.line, pattern.Filling, w, geom.Polyline(geom.Pt{X: p / 2, Y: .5 * h}, geom.Pt{X: p / 2, Y: .64 * h})))
	}
	edge := h - apart(o) - math.Max(.035*h, float64(.53*finest(o)))
	return append(out, dots(c.dot, pattern.Filling, spaced([]geom.Dot{
		{C: geom.Pt{X: 0, Y: .55 * h}, R: .045 * h}, {C: geom.Pt{X: p / 2, Y: .82 * h}, R: .055 * h}, {C: geom.Pt{X: 0, Y: .74 * h}, R: .045 * h},
		{C: geom.Pt{X: .25 * p, Y: math.Min(.92*h, edge)}, R: .035 * h}, {C: geom.Pt{X: .75 * p, Y: math.Min(.92*h, edge)}, R: .035 * h},
	}, p, h, o)))
}

func mlinjonRow(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := math.Max(fine(h, o), finest(o))
	m := geom.Translate(geom.Pt{X: float64(p / 2), Y: float64(h / 2)})
	r := math.Max(.042*h, float64(.53*finest(o)))
	pair := float64(2*r) + apart(o)
	var corners []geom.Dot
	for _, y := range []float64{.1, .9} {
		corners = append(corners, geom.Dot{C: geom.Pt{Y: float64(y * h)}, R: r})
		if .14*p > pair {
			corners = append(corners, geom.Dot{C: geom.Pt{X: float64(-.14 * p), Y: float64(y * h)}, R: r}, geom.Dot{C: geom.Pt{X: float64(.14 * p), Y: float64(y * h)}, R: r})
		}
		if .14*h > pair {
			corners = append(corners, geom.Dot{C: geom.Pt{Y: geom.Mix(y, .5, .35) * h}, R: r})
		}
	}
	// Lozenges within one another, known by how far their sides lie from the middle.
	deep := float64(.48 * .46 * p * h / geom.Pt{X: .48 * p, Y: .46 * h}.Len())
	at := func(d float64) geom.Path {
		return lozenge(float64(.48*p*d/deep), float64(.46*h*d/deep)).Transform(m)
	}
	back := math.Min(.75*deep, deep-w)
	line1 := math.Min(.56*deep, back-apart(o)-float64(w/2))
	core := math.Min(.375*deep, line1-apart(o)-float64(w/2))
	out := []pattern.Shape{area(c.body, pattern.Klowong, at(deep)), area(c.back, pattern.Klowong, at(back))}
	if core > w {
		out = append(out, line(c.body, pattern.Klowong, w, at(line1)))
	} else {
		core = math.Max(back-apart(o), float64(.3*deep)) // no room for a line between
	}
	return append(out, area(c.body2, pattern.Klowong, at(core)), dots(c.dot, pattern.Filling, corners))
}

// meanderRow is the frieze that stands in for banji where a swastika must not
// appear (handbook §1.6).
func meanderRow(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	// The handbook's units: four long, three high.
	x, y := float64(p/4), float64(.62*h/3)
	top := float64(.19 * h)
	var a geom.Path
	for i, q := range [][2]float64{{0, 0}, {3, 0}, {3, 2}, {1, 2}, {1, 3}, {4, 3}, {4, 0}} {
		v := geom.Pt{X: float64(q[0] * x), Y: top + float64(q[1]*y)}
		if i == 0 {
			a = a.MoveTo(v)
		} else {
			a = a.LineTo(v)
		}
	}
	w := math.Max(.09*h, pattern.KlowongLine*.6*o.Weight())
	ds := []geom.Dot{
		{C: geom.Pt{X: float64(1.5 * x), Y: top + y}, R: float64(.05 * h)}, {C: geom.Pt{X: float64(.5 * x), Y: top + float64(1.6*y)}, R: float64(.04 * h)},
		{C: geom.Pt{X: 2.2 * x, Y: top + y}, R: .04 * h}, {C: geom.Pt{X: .8 * x, Y: top + y}, R: .04 * h},
		{C: geom.Pt{X: p / 4, Y: .07 * h}, R: .035 * h}, {C: geom.Pt{X: 3 * p / 4, Y: .07 * h}, R: .035 * h},
		{C: geom.Pt{X: p / 4, Y: .93 * h}, R: .035 * h}, {C: geom.Pt{X: 3 * p / 4, Y: .93 * h}, R: .035 * h},
	}
	// Those that find no room beside the line are left out.
	turn := a.Flatten(.1)
	next := geom.Translate(geom.Pt{X: p})
	ds = slices.DeleteFunc(ds, func(d geom.Dot) bool {
		for _, q := range turn {
			for i := 1; i < len(q.Pts); i++ {
				s, t := q.Pts[i-1], q.Pts[i]
				need := float64(w/2) + math.Max(d.R, float64(.5*finest(o))) + apart(o)
				if fromLine(d.C, s, t) < need || fromLine(next.Apply(d.C), s, t) < need {
					return true
				}
			}
		}
		return false
	})
	return []pattern.Shape{line(c.body, pattern.Klowong, w, a), dots(c.dot, pattern.Filling, ds)}
}

// fromLine returns how far p lies from the segment from a to b.
func fromLine(p, a, b geom.Pt) float64 {
	d := b.Sub(a)
	t := geom.Clamp(p.Sub(a).Dot(d)/math.Max(d.Dot(d), 1e-12), 0, 1)
	return p.Dist(a.Lerp(b, t))
}

// flower returns n petals about the origin, a second whorl between them and the
// radius of its heart.
func flower(r float64, n int) (outer, inner geom.Path) {
	for k := range n {
		a := float64(k) / float64(n)
		l := .82 * r
		outer = outer.Join(geom.Petal(l, .92*l*4/float64(max(n, 3))).Transform(geom.Translate(geom.Pt{X: .18 * r}).Then(geom.Rotate(a))))
		inner = inner.Join(geom.Petal(.4*r, .17*r).Transform(geom.Translate(geom.Pt{X: .2 * r}).Then(geom.Rotate(a))))
	}
	return outer, inner
}

func kembang(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	open, least := apart(o), float64(.53*finest(o))
	knot := math.Max(.07*h, least)
	r := math.Min(math.Min(float64(.4*math.Min(h, p)), float64(.5*h)-open), float64(.5*p)-knot-open)
	outer, inner := flower(r, 8)
	m := geom.Translate(geom.Pt{X: float64(p / 2), Y: float64(h / 2)})
	outer = outer.Transform(m)
	var leaves geom.Path
	for k := range 4 {
		if h < 12*open {
			break // only slivers of them would show beside the flowers
		}
		// Leaf pairs stand between the flowers, turned away from the middle.
		a := .125 + float64(.25*float64(k))
		leaves = leaves.Join(geom.Petal(.2*h, .12*h).Transform(geom.Translate(geom.Pt{X: .07 * h}).Then(geom.Rotate(a)).At(geom.Pt{X: 0, Y: float64(h / 2)})))
	}
	bead := math.Max(.04*h, least)
	ring := []geom.Dot{{C: geom.Pt{Y: math.Max(.08*h, open+bead)}, R: bead}, {C: geom.Pt{Y: math.Min(.92*h, h-open-bead)}, R: bead}}
	for k := range 8 {
		if r < 5.4*open || k%4 != 1 && k%4 != 2 && .025*h < thinnest(o) {
			continue // it would lie too near petals, or on a leaf too small for it
		}
		ring = append(ring, geom.Dot{C: m.Apply(geom.Polar(.98*r, (float64(k)+.5)/8)), R: .035 * h})
	}
	out := []pattern.Shape{
		area(c.body2, pattern.Klowong, leaves),
		// Cloth stays open round a flower, as wide as wax can leave it.
		line(c.back, pattern.Klowong, float64(2*open), outer),
		area(c.body, pattern.Klowong, outer),
		// Petals run into one another about the heart.
		dots(c.body, pattern.Klowong, []geom.Dot{{C: geom.Pt{X: p / 2, Y: h / 2}, R: .5 * r}}),
	}
	heart := math.Max(math.Min(.12*r, float64(.2*r)-thinnest(o)), least)
	if .15*r > finest(o) && float64(.2*r)-heart >= finest(o) {
		out = append(out, area(c.body2, pattern.Filling, inner.Transform(m)))
	}
	return append(out,
		dots(c.body, pattern.Klowong, []geom.Dot{{C: geom.Pt{X: p / 2, Y: h / 2}, R: .2 * r}, {C: geom.Pt{X: 0, Y: h / 2}, R: knot}}),
		dots(c.heart, pattern.Klowong, []geom.Dot{{C: geom.Pt{X: p / 2, Y: h / 2}, R: heart}}),
		dots(c.dot, pattern.Filling, spaced(ring, p, h, o)))
}

// seret is the plain end stripe with its fringe of fine lines: fewer of them, and
// one rule for two, in a low strip.
func seret(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w, open := math.Max(fine(h, o), finest(o)), apart(o)
	twin := float64(.08*h)-w >= open
	ys := []float64{.15, .46}
	if twin {
		ys = []float64{.1, .2, .42, .5}
	}
	if float64(ys[0]*h)-float64(.5*w) < open || float64(.31*h)-w < open { // room for one at most
		ys = []float64{.4}
	}
	if .4*h < float64(.5*w)+open {
		return nil
	}
	var rules, fringe geom.Path
	low := 0.
	for _, y := range ys {
		low = float64(y*h) + float64(.5*w)
		rules = rules.Join(geom.Polyline(geom.Pt{Y: float64(y * h)}, geom.Pt{X: p, Y: float64(y * h)}))
	}
	out := []pattern.Shape{line(c.body, pattern.Klowong, w, rules)}
	n := math.Min(5, math.Floor(p/(w+open)))
	from, to := math.Max(.56*h, low+open+float64(.5*w)), math.Min(.84*h, h-open-float64(.5*w))
	for i := range int(n) {
		x := float64(p * (float64(i) + .5) / n)
		long := math.Min(to+float64(.1*h*float64(i%2)), h-open-float64(.5*w))
		fringe = fringe.Join(geom.Polyline(geom.Pt{X: x, Y: from}, geom.Pt{X: x, Y: long}))
	}
	if to-from > finest(o) {
		out = append(out, line(c.line, pattern.Filling, math.Max(.8*w, finest(o)), fringe))
	}
	if r := math.Max(.045*h, float64(.53*finest(o))); twin && float64(.11*h)-r-float64(.5*w) >= open && float64(.5*p)-float64(2*r) >= open {
		out = append(out, dots(c.dot, pattern.Filling, []geom.Dot{{C: geom.Pt{X: p / 4, Y: .31 * h}, R: r}, {C: geom.Pt{X: 3 * p / 4, Y: .31 * h}, R: r}}))
	}
	return out
}

// parangRow is the small parang (klitik): bones with eyes, a leaf between each two;
// in narrow strips a row of bold S alone.
func parangRow(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	pl := place{p: p, h: math.Min(.94*h, h-float64(1.6*apart(o)))}
	// However far apart the bones stand, they lean alike; across them it is nearer
	// than along the stripe.
	const eye, natural, across = .72, .42, .79
	lean := float64(natural * h / p)
	m := geom.Translate(geom.Pt{X: float64(p / 2), Y: float64(h / 2)})
	if p < 5.2*nozzle(o) { // no room for leaves
		bone := pl.bone(float64(.4*lean), float64(.45*lean), .3, .5, eye)
		return []pattern.Shape{area(c.body, pattern.Klowong, bone.outline(pl.h, .98).Transform(m))}
	}
	bone := pl.bone(float64(.45*lean), float64(.3*lean), .22, .46, eye)
	open := apart(o) / across
	// Of the gap between two heads, what may be leaf.
	share := geom.Clamp(1-float64(2*open)/float64(.54*p), .3, .86)
	leaf := pl.between(bone, .82, share).outline(pl.h, .82)
	out := []pattern.Shape{area(c.body, pattern.Klowong, bone.outline(pl.h, .98).Join(leaf).Transform(m))}
	wide := .78 * p // between two waists
	if core := math.Min(share-float64(2*open)/wide, .52/.86*share); float64(core*wide) > 1.2*open {
		out = append(out, area(c.back, pattern.Klowong, pl.between(bone, .55, core).outline(pl.h, .55).Transform(m)))
	}
	r := math.Min(.1*p, float64(.23*across*p)-thinnest(o))
	var pupils []geom.Dot
	for _, e := range []float64{-eye, eye} {
		pupils = append(pupils, geom.Dot{C: m.Apply(bone.on(e, pl.h)), R: r})
	}
	return append(out, dots(c.back, pattern.Filling, pupils))
}

func cecekRows(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	r := math.Max(.075*h, float64(.53*finest(o)))
	from := math.Max(.16*h, apart(o)+r)
	// As many rows, each moved by half a pitch, as keep their dots apart.
	rows := 4
	for rows > 1 {
		y := (h - float64(2*from)) / float64(rows-1)
		if (geom.Pt{X: float64(p / 2), Y: y}).Len() >= float64(2*r)+apart(o) && (rows < 3 || y >= r+float64(.5*apart(o))) {
			break
		}
		rows--
	}
	var ds []geom.Dot
	for j := range rows {
		y := float64(h / 2)
		if rows > 1 {
			y = geom.Mix(from, h-from, float64(j)/float64(rows-1))
		}
		ds = append(ds, geom.Dot{C: geom.Pt{X: p * (.25 + float64(.5*float64(j%2))), Y: y}, R: r})
	}
	return []pattern.Shape{dots(c.dot, pattern.Filling, ds)}
}

// rawan is as many waves as keep clear of each other and of the strip's edges, the
// outermost lighter, with dots between the middle ones of four.
func rawan(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := math.Max(fine(h, o), finest(o))
	swing := float64(.075 * h)
	from := math.Max(.14*h, swing+float64(w/2)+apart(o))
	// Across the waves' flanks they are nearer than along the strip's height.
	slope := float64(2 * math.Pi * swing / p)
	near := float64((float64(1.7*w) + apart(o)) * math.Sqrt(1+float64(slope*slope)))
	n := 4
	for n > 1 && h-float64(2*from) < float64(float64(n-1)*near) {
		n--
	}
	if n == 2 { // both are bold
		from = math.Max(from, swing+float64(.85*w)+apart(o))
		if h-float64(2*from) < near {
			n = 1
		}
	}
	if n == 1 {
		from, swing = float64(h/2), math.Max(swing, float64(h/2)-apart(o)-float64(.85*w))
	}
	step := (h - float64(2*from)) / math.Max(1, float64(n-1))
	var waves, thin geom.Path
	for j := range n {
		y := from + float64(float64(j)*step)
		var pts []geom.Pt
		for i := 0; i <= 12; i++ {
			t := float64(i) / 12
			pts = append(pts, geom.Pt{X: float64(p * t), Y: y + float64(swing*geom.Sin(t))})
		}
		if n > 2 && (j == 0 || j == n-1) {
			thin = thin.Join(geom.Smooth(pts, false))
		} else {
			waves = waves.Join(geom.Smooth(pts, false))
		}
	}
	out := []pattern.Shape{line(c.body, pattern.Klowong, 1.7*w, waves), line(c.line, pattern.Filling, w, thin)}
	r := math.Max(.035*h, float64(.53*finest(o)))
	if n == 4 && step >= near+float64(2*r)+apart(o) {
		var ds []geom.Dot
		for _, t := range []float64{.1, .25, .4, .6, .75, .9} {
			ds = append(ds, geom.Dot{C: geom.Pt{X: float64(p * t), Y: float64(.5*h) + float64(swing*geom.Sin(t))}, R: r})
		}
		out = append(out, dots(c.dot, pattern.Filling, spaced(ds, p, h, o)))
	}
	return out
}

// galaran is a row of slanted lines, which end on the strip's edges where they
// cannot keep clear of them.
func galaran(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	lean := float64(1.3 * p / h)
	w := math.Min(1.4*math.Max(fine(h, o), finest(o)), float64(p/math.Sqrt(1+float64(lean*lean)))-apart(o))
	from := float64(.1 * h)
	if from-float64(w/2) < apart(o) {
		from = 0
	}
	to := h - from
	s := geom.Path{}.MoveTo(geom.Pt{X: .1 * p, Y: from}).CubeTo(geom.Pt{X: float64(.1*p) + float64(.1*h), Y: geom.Mix(from, to, .31)}, geom.Pt{X: float64(.9*p) - float64(.02*h), Y: geom.Mix(from, to, .69)}, geom.Pt{X: float64(.9*p) + float64(.08*h), Y: to})
	return []pattern.Shape{line(c.body, pattern.Filling, math.Max(w, finest(o)), s)}
}

// uceng is a row of long slivers, each within its own echo, with a curl and waves
// between them. The name means loach, but no fish is shown.
func uceng(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	y := float64(h / 2)
	mid := float64(.4 * p)
	sliver := func(l, b float64) geom.Path {
		return geom.Path{}.MoveTo(geom.Pt{X: mid - l, Y: y}).
			CubeTo(geom.Pt{X: mid - float64(.55*l), Y: y - float64(.5*b)}, geom.Pt{X: mid - float64(.3*l), Y: y - b}, geom.Pt{X: mid, Y: y - b}).
			CubeTo(geom.Pt{X: mid + float64(.3*l), Y: y - b}, geom.Pt{X: mid + float64(.55*l), Y: y - float64(.5*b)}, geom.Pt{X: mid + l, Y: y}).
			CubeTo(geom.Pt{X: mid + float64(.55*l), Y: y + float64(.5*b)}, geom.Pt{X: mid + float64(.3*l), Y: y + b}, geom.Pt{X: mid, Y: y + b}).
			CubeTo(geom.Pt{X: mid - float64(.3*l), Y: y + b}, geom.Pt{X: mid - float64(.55*l), Y: y + float64(.5*b)}, geom.Pt{X: mid - l, Y: y}).Close()
	}
	s := spiral(geom.Pt{X: .88 * p, Y: y}, .2*h, .5, 1.4)
	var waves geom.Path
	for _, k := range []float64{-1, 1} {
		waves = waves.Join(geom.Path{}.MoveTo(geom.Pt{X: float64(-.06 * p), Y: y + float64(k*.4*h)}).
			CubeTo(geom.Pt{X: float64(.12 * p), Y: y + float64(k*.1*h)}, geom.Pt{X: float64(.2 * p), Y: y + float64(k*.44*h)}, geom.Pt{X: float64(.4 * p), Y: y + float64(k*.44*h)}).
			CubeTo(geom.Pt{X: float64(.62 * p), Y: y + float64(k*.44*h)}, geom.Pt{X: float64(.7 * p), Y: y + float64(k*.12*h)}, geom.Pt{X: float64(.9 * p), Y: y + float64(k*.4*h)}))
	}
	w := fine(h, o)
	return []pattern.Shape{
		line(c.line, pattern.Filling, .9*w, sliver(.4*p, .35*h).Join(waves).Join(geom.Smooth(s, false))),
		area(c.body, pattern.Klowong, sliver(.34*p, .28*h)),
		area(c.body2, pattern.Klowong, sliver(.25*p, .18*h)),
		dots(c.body, pattern.Filling, []geom.Dot{{C: geom.Pt{X: mid, Y: y}, R: .07 * h}, {C: geom.Pt{X: mid - float64(.11*p), Y: y}, R: .045 * h}, {C: geom.Pt{X: mid + float64(.11*p), Y: y}, R: .045 * h}}),
		dots(c.dot, pattern.Filling, []geom.Dot{{C: geom.Pt{X: .88 * p, Y: .12 * h}, R: .04 * h}, {C: geom.Pt{X: .88 * p, Y: .88 * h}, R: .04 * h}, {C: geom.Pt{X: .1 * p, Y: .12 * h}, R: .035 * h}, {C: geom.Pt{X: .1 * p, Y: .88 * h}, R: .035 * h}}),
	}
}

// ukelRow is a row of curls, in narrow strips of S.
func ukelRow(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := math.Max(fine(h, o), finest(o))
	beside := []geom.Dot{{C: geom.Pt{Y: .5 * h}, R: .05 * h}, {C: geom.Pt{Y: .2 * h}, R: .035 * h}, {C: geom.Pt{Y: .8 * h}, R: .035 * h}}
	if h < 7*nozzle(o) {
		r := math.Min(float64(.5*(float64(h/2)-apart(o)-float64(.65*w))), float64(.5*(p-apart(o)-float64(1.3*w))))
		var pts []geom.Pt
		for i := range 17 {
			t := float64(i) / 16
			pts = append(pts, geom.Pt{X: float64(p / 2), Y: float64(h/2) - r}.Add(geom.Polar(r, .02-float64(.77*t))))
		}
		turn := halfTurn(geom.Pt{X: float64(p / 2), Y: float64(h / 2)})
		for i := len(pts) - 2; i >= 0; i-- {
			pts = append(pts, turn.Apply(pts[i]))
		}
		out := []pattern.Shape{line(c.line, pattern.Klowong, 1.3*w, geom.Smooth(pts, false))}
		if bead := spaced(beside[:1], p, h, o); len(bead) > 0 && float64(p/2)-r-float64(.65*w)-bead[0].R >= apart(o) {
			out = append(out, dots(c.dot, pattern.Filling, bead))
		}
		return out
	}
	a := spiral(geom.Pt{X: p / 2, Y: .36 * h}, .24*h, .25, 1.4)
	if .24*h < float64(2*(float64(1.3*w)+apart(o))) {
		a = a[:14] // no room for a line within the curl
	}
	// Two curls hooked back to back (ukel cantel).
	var b []geom.Pt
	for _, q := range a {
		b = append(b, geom.Pt{X: float64(1.0*p) - q.X + .0, Y: h - q.Y})
	}
	tail := append([]geom.Pt{{X: float64(p/2) - float64(.24*h), Y: .92 * h}}, a...)
	back := append([]geom.Pt{{X: float64(p/2) + float64(.24*h), Y: .08 * h}}, b...)
	return []pattern.Shape{
		line(c.line, pattern.Klowong, 1.3*w, geom.Smooth(tail, false).Join(geom.Smooth(back, false))),
		dots(c.dot, pattern.Filling, spaced(beside, p, h, o)),
	}
}

// kawungRow is two rows of petals that lean together in fours, a knot where they
// meet and a lozenge where they part.
func kawungRow(p, whole float64, c inks, o pattern.Options) []pattern.Shape {
	w := fine(whole, o)
	margin := float64(.5 * apart(o)) // at the strip's edges, with as much that a petal keeps
	h := whole - float64(2*margin)
	a := float64(.5 * math.Sqrt(float64(p*p/4)+float64(h*h/4)))
	turn := geom.Angle(geom.Pt{X: p, Y: h})
	// A petal keeps half of the open cloth from each line of its mirror images.
	long, half := float64(.74*a), float64(.215*h*math.Min(1, p/h))
	sn, cs := geom.SinCos(turn)
	if float64(p/4)-float64(long*cs) < apart(o) {
		long = .66 * a
	}
	for _, q := range [][3]float64{{p / 4, cs, sn}, {h / 4, sn, cs}} {
		free, l := q[0]-float64(.5*apart(o)), float64(long*q[1])
		half = math.Min(half, math.Sqrt(math.Max(.01, float64(free*free)-float64(l*l)))/q[2])
	}
	// In a low strip petals are short rather than too thin.
	if thin := float64(.55 * thinnest(o)); half < thin {
		free, across := float64(h/4)-float64(.5*apart(o)), float64(thin*cs)
		half, long = thin, math.Max(thin, math.Min(long, math.Sqrt(math.Max(0, float64(free*free)-float64(across*across)))/sn))
	}
	petal := geom.Ellipse(geom.Pt{}, long, half, 0)
	var petals geom.Path
	var seeds []geom.Dot
	for _, q := range []struct{ x, y, turn float64 }{{.25, .25, turn}, {.75, .25, -turn}, {.25, .75, -turn}, {.75, .75, turn}} {
		at := geom.Rotate(q.turn).At(geom.Pt{X: float64(q.x * p), Y: float64(q.y * h)})
		petals = petals.Join(petal.Transform(at))
		seed := math.Max(.035*h, float64(.53*finest(o)))
		if float64(.9*half)-seed < thinnest(o) {
			continue
		}
		for _, x := range []float64{-.25, .25} {
			seeds = append(seeds, geom.Dot{C: at.Apply(geom.Pt{X: float64(x * a)}), R: seed})
		}
	}
	var out []pattern.Shape
	knot := .06 * h
	if a-long-apart(o) > knot {
		out = append(out, dots(c.dot, pattern.Filling, []geom.Dot{{C: geom.Pt{X: p / 2, Y: h / 2}, R: knot}}))
	}
	side := math.Min(.16, (a-half-float64(1.05*apart(o)))/(2*a)) // its sides keep clear of the petals
	diamond := lozenge(float64(side*p), float64(side*h)).Transform(geom.Translate(geom.Pt{Y: float64(h / 2)}))
	out = append(out, area(c.body2, pattern.Klowong, diamond))
	if side*h > float64(4*w) {
		out = append(out, line(c.line, pattern.Filling, .8*w, diamond))
	}
	out = append(out, area(c.body, pattern.Klowong, petals), dots(c.back, pattern.Filling, seeds))
	return merged(out, moved(geom.Pt{Y: margin}))
}

// lidahApi is a row of flames that lick to one side, each with a smaller one
// inside (modang).
func lidahApi(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := fine(h, o)
	// k is the width and tall the height, about the flame's foot. Those within are
	// lower than narrow, since their tips lean into a flank.
	flame := func(k, tall float64) geom.Path {
		at := func(x, y float64) geom.Pt {
			return geom.Pt{X: float64(p/2) + float64(k*x*p), Y: h - float64(tall*y*h)}
		}
		return geom.Path{}.MoveTo(at(-.5, -.02)).
			CubeTo(at(-.43, .24), at(-.1, .42), at(-.2, .62)).
			CubeTo(at(-.26, .76), at(-.06, .9), at(.3, .94)).
			CubeTo(at(.12, .8), at(.3, .66), at(.34, .5)).
			CubeTo(at(.37, .3), at(.41, .2), at(.5, -.02)).Close()
	}
	out := []pattern.Shape{
		area(c.body, pattern.Klowong, flame(1, 1)),
		area(c.back, pattern.Klowong, flame(.7, .6)),
		area(c.body2, pattern.Klowong, flame(.4, .36)),
	}
	if .16*p > thinnest(o)+float64(w/2) {
		out = append(out, line(c.body, pattern.Filling, w, geom.Polyline(geom.Pt{X: p / 2, Y: 1.02 * h}, geom.Pt{X: p / 2, Y: .86 * h})))
	}
	return append(out, dots(c.dot, pattern.Filling, spaced([]geom.Dot{
		{C: geom.Pt{X: .06 * p, Y: .5 * h}, R: .045 * h}, {C: geom.Pt{X: .14 * p, Y: .3 * h}, R: .04 * h},
		{C: geom.Pt{X: .3 * p, Y: .12 * h}, R: .035 * h}, {C: geom.Pt{X: .92 * p, Y: .28 * h}, R: .035 * h},
	}, p, h, o)))
}

// senthe is a row of taro leaves on one stem, turned up and down by turns, with
// veins and berries.
func senthe(p, h float64, c inks, o pattern.Options) []pattern.Shape {
	w := fine(h, o)
	mid := float64(h / 2)
	var stem, leaves, veins geom.Path
	var berries []geom.Dot
	const steps = 12
	var pts []geom.Pt
	for i := 0; i <= steps; i++ {
		t := float64(i) / steps
		pts = append(pts, geom.Pt{X: float64(p * t), Y: mid + float64(.16*h*geom.Sin(t))})
	}
	stem = geom.Smooth(pts, false)
	// A heart with its notch at the stalk, drawn along +x.
	l := .66 * math.Min(h, .74*p)
	heart := geom.Path{}.MoveTo(geom.Pt{X: .1 * l}).
		CubeTo(geom.Pt{X: -.1 * l, Y: .16 * l}, geom.Pt{X: -.16 * l, Y: .5 * l}, geom.Pt{X: .16 * l, Y: .5 * l}).
		CubeTo(geom.Pt{X: .56 * l, Y: .5 * l}, geom.Pt{X: .74 * l, Y: .14 * l}, geom.Pt{X: l}).
		CubeTo(geom.Pt{X: .74 * l, Y: -.14 * l}, geom.Pt{X: .56 * l, Y: -.5 * l}, geom.Pt{X: .16 * l, Y: -.5 * l}).
		CubeTo(geom.Pt{X: -.16 * l, Y: -.5 * l}, geom.Pt{X: -.1 * l, Y: -.16 * l}, geom.Pt{X: .1 * l}).Close()
	rib := geom.Polyline(geom.Pt{X: .2 * l}, geom.Pt{X: .86 * l})
	for _, y := range []float64{-1, 1} {
		rib = rib.Join(geom.Polyline(geom.Pt{X: .2 * l}, geom.Pt{X: .1 * l, Y: y * .34 * l})).
			Join(geom.Polyline(geom.Pt{X: .3 * l}, geom.Pt{X: .42 * l, Y: y * .33 * l})).
			Join(geom.Polyline(geom.Pt{X: .5 * l}, geom.Pt{X: .64 * l, Y: y * .2 * l}))
	}
	for half := range 2 {
		flip := 1 - float64(2*float64(half)) // the second leaf is the first, glide-mirrored
		m := geom.Scale(1, flip).At(geom.Pt{X: float64(float64(half) * p / 2), Y: mid})
		at := geom.Rotate(-.12).At(geom.Pt{X: .1 * p, Y: .1 * h}).Then(m)
		leaves, veins = leaves.Join(heart.Transform(at)), veins.Join(rib.Transform(at))
		for _, q := range [][2]float64{{.03, -.32}, {.09, -.41}, {.15, -.32}, {.19, .4}, {.26, .33}, {.33, .4}, {.43, -.42}} {
			berries = append(berries, geom.Dot{C: m.Apply(geom.Pt{X: float64(q[0] * p), Y: float64(q[1] * h)}), R: .034 * h})
		}
	}
	// Berries keep clear of the leaves, the next unit's too.
	figures := geom.NewRegion(many(leaves, moved(geom.Pt{}, geom.Pt{X: p}, geom.Pt{X: -p})))
	berries = slices.DeleteFunc(berries, func(d geom.Dot) bool { return figures.Distance(d.C) > -d.R-apart(o) })
	return []pattern.Shape{
		line(c.body, pattern.Klowong, 2*w, stem),
		line(c.back, pattern.Klowong, math.Max(1.4*w, float64(2*apart(o))), leaves),
		area(c.body, pattern.Klowong, leaves),
		line(c.back, pattern.Filling, .8*w, veins),
		dots(c.dot, pattern.Filling, spaced(berries, p, h, o)),
	}
}

// BorderInfo names a border that Border can draw.
type BorderInfo struct{ ID, Name, Nama string }

// Borders lists the borders in the order in which a maker would leaf through them.
func Borders() []BorderInfo {
	var out []BorderInfo
	for _, f := range friezes()[:10] { // the rest are fit only for narrow stripes
		out = append(out, BorderInfo{f.id, f.name, f.nama})
	}
	return out
}

// Border draws a border stripe (pinggir) as a tile repeat long and width high
// that runs along +x, its outer edge at y = 0. An unknown kind draws untu walang,
// as does one of which a canting could not draw the details so small.
// Sizes that are not positive give an empty tile.
func Border(kind string, width, repeat float64, o pattern.Options) pattern.Tile {
	if !(width > 0) || !(repeat > 0) || math.IsInf(width, 0) || math.IsInf(repeat, 0) {
		return pattern.Tile{}
	}
	f, ok := friezeByID(kind)
	if !ok {
		f, _ = friezeByID("untu_walang")
	}
	w := math.Max(fine(.5*width, o), finest(o))
	e := rulesFor(width, w, o)
	h := width - float64(2*e.depth)
	// What would close up in so low a strip is a row of teeth, or nothing.
	nozzle := nozzle(o)
	if h < f.low*nozzle {
		f, _ = friezeByID("untu_walang")
	}
	n := int(geom.Clamp(math.Floor(repeat/math.Max(f.ratio*h, f.least*nozzle)+.5), 1, 4096))
	p := repeat / float64(n)
	var maps []geom.Affine
	for k := range n {
		maps = append(maps, geom.Translate(geom.Pt{X: float64(float64(k) * p), Y: e.depth}))
	}
	rule := func(y float64) geom.Path {
		return geom.Polyline(geom.Pt{Y: y}, geom.Pt{X: repeat, Y: y}).
			Join(geom.Polyline(geom.Pt{Y: width - y}, geom.Pt{X: repeat, Y: width - y}))
	}
	shapes := []pattern.Shape{area(pattern.Ground, pattern.Klowong, geom.R(0, 0, repeat, width).Path())}
	if h > 0 && h >= f.low*nozzle {
		shapes = append(shapes, merged(f.unit(p, h, darkInks(), o), maps)...)
	}
	shapes = append(shapes, line(pattern.Fill, pattern.Klowong, e.broad, rule(e.outer)))
	if e.inner > 0 {
		shapes = append(shapes, line(pattern.Fill, pattern.Klowong, w, rule(e.inner)))
	}
	if e.bead > 0 {
		m := int(geom.Clamp(math.Floor(repeat/(.085*width)+.5), 1, 8192))
		m = max(1, min(m, int(repeat/(float64(2*e.bead)+apart(o)))))
		var beads []geom.Dot
		for k := range m {
			x := float64(repeat * (float64(k) + .5) / float64(m))
			beads = append(beads, geom.Dot{C: geom.Pt{X: x, Y: e.beads}, R: e.bead}, geom.Dot{C: geom.Pt{X: x, Y: width - e.beads}, R: e.bead})
		}
		shapes = append(shapes, dots(pattern.Latar, pattern.Filling, beads))
	}
	return workable(pattern.Tile{Size: geom.Pt{X: repeat, Y: width}, Shapes: shapes}, o)
}

// rules say what runs along either edge of a border, in mm from it: a broad rule,
// beads and a fine rule, of which those without room are left out.
type rules struct {
	outer, broad float64 // the middle of the broad rule, and its width
	beads, bead  float64 // the middle of the row of beads, and their radius; 0: none
	inner        float64 // the middle of the fine rule; 0: none
	depth        float64 // where the frieze begins
}

// rulesFor returns the rules of a border of the given width, of which the fine one
// is w wide. In a narrow border the broad one lies on its edge, and the frieze
// stands upon that.
func rulesFor(width, w float64, o pattern.Options) rules {
	open := apart(o)
	r := rules{
		outer: float64(.045 * width), broad: 1.8 * w, beads: float64(.105 * width), bead: math.Max(.018*width, float64(.53*finest(o))),
		inner: float64(.155 * width), depth: .17 * width,
	}
	in := r.outer + float64(.9*w)
	roomy := r.beads-r.bead-in >= open && r.inner-float64(.5*w)-r.beads-r.bead >= open
	if roomy && r.outer-float64(.9*w) >= open {
		return r
	}
	r.broad = math.Min(r.broad, math.Max(finest(o), .16*width))
	r.outer, r.bead = float64(.5*r.broad), 0
	if inner := math.Max(r.inner, r.broad+open+float64(.5*w)); inner <= .2*width {
		r.inner, r.depth = inner, inner+float64(.5*w)
		return r
	}
	r.inner, r.depth = 0, .98*r.broad
	return r
}

// spiral returns a line that turns inward about c, from radius r at angle a, over
// the given turns.
func spiral(c geom.Pt, r, a, turns float64) []geom.Pt {
	const steps = 30
	pts := make([]geom.Pt, steps+1)
	for i := range pts {
		t := float64(i) / steps
		// It leaves the outline of the head at once and then winds slowly, so that
		// the two never run side by side.
		k := 1 - float64(.9*geom.Pow(t, .62))
		pts[i] = c.Add(geom.Polar(float64(r*k), a+float64(turns*t)))
	}
	return pts
}
