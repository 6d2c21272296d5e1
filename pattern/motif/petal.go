package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// petal is a petal or a leaf with its foot at the origin and its tip on the x
// axis, given as a map: a point of it is known by r, from the foot (0) to the rim
// (1), and by a, from its left edge (−1) over its middle line (0) to its right
// edge (1). Rim, veins, tones and cecek are all lines of that map, so whatever is
// drawn in a petal follows its form.
type petal struct {
	l, w   float64 // length and half width, mm
	crown  float64 // share of the length that the rounded end takes
	open   float64 // below 1 the sides open at the foot, above it near the crown
	claw   float64 // width of the foot, of the whole
	point  float64 // how far the tip is drawn out, of the length
	notch  float64 // how deep the tip is cut in, of the length
	wave   float64 // depth of the ruffles along the rim, of the length
	waves  float64 // ruffles on the rim
	phase  float64 // of the ruffles, turns
	bend   float64 // turns by which the middle line bends from foot to tip
	offset float64 // shifts the middle of the rim to one side: −1…1
}

// at returns the point (r, a). The crown is half an ellipse that joins the sides
// without a corner: sides x = l(1−crown)r, y = ±w·sin(r^open), both in quarter
// turns.
func (p petal) at(r, a float64) geom.Pt {
	s, co := geom.SinCos(a / 4)
	x := 1 - float64(p.crown*(1-co))
	if p.point != 0 {
		u := 1 - math.Abs(s)
		x = (x + float64(p.point*u*u*(1+u))) / (1 + float64(2*p.point)) // the tip stays at l
	}
	if p.notch != 0 {
		u := 1 + float64(a*a*30)
		x -= float64(p.notch / float64(u*u))
	}
	x += float64(p.offset * s)
	y := float64(s * (p.claw + float64((1-p.claw)*geom.Sin(geom.Pow(r, p.open)/4))))
	if p.wave != 0 {
		// Ruffles fade toward the foot, and along the sides they run on as the rim's.
		// Two that do not keep step make them uneven.
		f := float64(p.wave * r * r)
		x += float64(f * (geom.Sin(float64(p.waves*a/2)+p.phase) + float64(.6*geom.Sin(float64(.31*p.waves*a)+float64(2.3*p.phase)))))
		y += float64(f * s * math.Abs(s) * geom.Sin(float64(p.waves*r*.6)+float64(2*p.phase)))
	}
	q := geom.Pt{X: float64(p.l * r * x), Y: float64(p.w * y)}
	if p.bend != 0 && p.l > 0 {
		// The middle line becomes an arc of l mm over bend turns.
		b := math.Copysign(math.Max(math.Abs(p.bend), 1e-3), p.bend)
		radius := p.l / float64(2*math.Pi*b)
		sn, cs := geom.SinCos(b * q.X / p.l)
		q = geom.Pt{X: float64((radius - q.Y) * sn), Y: radius - float64((radius-q.Y)*cs)}
	}
	return q
}

// line returns n+1 points from (r0, a0) to (r1, a1).
func (p petal) line(r0, a0, r1, a1 float64, n int) []geom.Pt {
	pts := make([]geom.Pt, n+1)
	for i := range pts {
		t := float64(i) / float64(n)
		pts[i] = p.at(geom.Mix(r0, r1, t), geom.Mix(a0, a1, t))
	}
	return pts
}

// span is a part of a petal: from its foot to k, between the edges lo and hi. Its
// outer edge is drawn out into n tongues of the given depth, of k, as dye that a
// brush pulls along the veins.
type span struct {
	k, lo, hi  float64
	tongues, n float64
}

// whole is the petal itself, flank its half to the right of the middle line.
func whole() span { return span{k: 1, lo: -1, hi: 1} }
func flank() span { return span{k: 1, hi: 1} }

// sides returns the span's left edge with its crown up to the middle line, and
// from there to the foot again; between them the tip stays a corner.
func (p petal) sides(s span) (left, right []geom.Pt) {
	n := 4 + int(geom.Clamp(p.w/3, 0, 3)) // a small petal needs fewer points
	if s.tongues > 0 {
		n += int(2.6 * s.n)
	}
	if p.wave > 0 {
		n += int(3 * p.waves)
	}
	end := func(a float64) float64 {
		d := .5 - float64(.5*geom.Cos(s.n*a/2))
		if s.n < 3 { // one flame, alike on both sides
			d *= .75
		} else { // every second or third tongue is short
			d *= .75 + float64(.25*geom.Sin(float64(.37*s.n*a)))
		}
		return float64(s.k * (1 - float64(s.tongues*d)))
	}
	crown := func(a float64) geom.Pt { return p.at(end(a), a) }
	top := geom.Clamp(0, s.lo, s.hi)
	left = p.line(0, s.lo, end(s.lo), s.lo, 6)[:6]
	for i := range n + 1 {
		left = append(left, crown(geom.Mix(s.lo, top, float64(i)/float64(n))))
	}
	for i := range n {
		right = append(right, crown(geom.Mix(top, s.hi, float64(i)/float64(n))))
	}
	return left, append(right, p.line(end(s.hi), s.hi, 0, s.hi, 6)...)
}

// held returns a span, of equal breadth to both sides, whose edges keep at least the
// gap from contours of the given width, or else lie under them, and whose tongues do
// so from each other; where they have no room it ends in one. In the narrowest petals
// nothing is left of it.
func (p petal) held(s span, contour, gap float64) span {
	if p.w < float64(2.5*gap)+float64(.5*contour) {
		return span{}
	}
	flat := p
	flat.bend, flat.wave = 0, 0
	// off is how far the line a lies from the side of the petal, abreast of (r, a).
	off := func(r, a float64) float64 {
		q := flat.at(r, a)
		return flat.at(math.Min(1, float64(r*flat.at(1, a).X)/flat.at(1, 1).X), 1).Y - q.Y
	}
	breadth := p.at(.8*s.k, s.lo).Dist(p.at(.8*s.k, s.hi))
	// The deeper tongues and notches are, the broader they must be, lest their ends
	// run on as slivers.
	depth := float64(s.tongues * s.k * p.l)
	pitch := math.Max(1.6*gap, math.Pi*math.Sqrt(gap*depth/14))
	n := math.Min(s.n, math.Floor(breadth/pitch))
	if n < 3 {
		n = 1
	}
	if off(.6*s.k, s.hi) < gap+float64(.5*contour) {
		// No farther under the contour than needed: nearer the rim tongues would run
		// along it. An outermost tongue, not a notch, lies beside it.
		a := 1.
		for k := 0; k < 12 && math.Max(off(.4*s.k, a-.03), off(.8*s.k, a-.03)) < .35*contour; k++ {
			a -= .03
		}
		s.lo, s.hi = -a, a
		if n == 1 {
			n /= a
		}
	}
	s.n = n
	return s
}

// outline returns the closed outline of a span.
func (p petal) outline(s span) geom.Path {
	left, right := p.sides(s)
	if s.lo == 0 { // the left edge is the middle line and meets the crown in a corner
		return joined(geom.Smooth(left[:7], false), geom.Smooth(right, false)).Close()
	}
	return joined(geom.Smooth(left, false), geom.Smooth(right, false)).Close()
}

// joined returns an open path that goes on along b, which begins where a ends.
func joined(a, b geom.Path) geom.Path {
	a.Verbs, a.Pts = append(a.Verbs, b.Verbs[1:]...), append(a.Pts, b.Pts[1:]...)
	return a
}

// veins returns n lines from r0 to about r1 between the edges lo and hi, that
// spread with the petal, and where a cecek may follow each. Every second line is
// shorter.
func (p petal) veins(n int, lo, hi, r0, r1 float64) (lines geom.Path, beyond []geom.Pt) {
	for i := range n {
		a := geom.Mix(lo, hi, (float64(i)+.5)/float64(n))
		end := r1
		if i%2 == 1 {
			end = geom.Mix(r0, r1, .74)
		}
		end -= float64(.1 * a * a)
		lines = lines.Join(geom.Smooth(p.line(r0, a, end, a, 5), false))
		beyond = append(beyond, p.at(end+float64(.14*(r1-r0)), a))
	}
	return lines, beyond
}

// room returns how many of n veins find room side by side, each of the given
// breadth, between the edges lo and hi, and from where on: most of the way from r0
// to r1.
func (p petal) room(n int, lo, hi, r0, r1, breadth float64) (int, float64) {
	wide := func(r float64) float64 { return p.at(r, lo).Dist(p.at(r, hi)) }
	n = max(1, min(n, int(wide(geom.Mix(r0, r1, .4))/breadth)))
	from := r0
	for k := 0; k < 8 && wide(from) < float64(float64(n)*breadth); k++ {
		from = geom.Mix(r0, r1, float64(k+1)/16)
	}
	return n, from
}

// ribs returns the midrib of a leaf and n side veins on either hand, which leave
// the midrib and sweep toward the tip.
func (p petal) ribs(n int) (mid, sides geom.Path) {
	mid = geom.Smooth(p.line(0, 0, .96, 0, 8), false)
	for i := range n {
		r := geom.Mix(.08, .8, (float64(i)+.5)/float64(n))
		for _, sgn := range []float64{-.8, .8} {
			pts := make([]geom.Pt, 4)
			for j := range pts {
				t := float64(j) / 3
				pts[j] = p.at(r+float64(.19*t*(1.1-r)), float64(sgn*t))
			}
			sides = sides.Join(geom.Smooth(pts, false))
		}
	}
	return mid, sides
}

// placed is a petal set on the cloth.
type placed struct {
	petal
	m   geom.Affine
	top bool // lies over both its neighbours
}

// outline returns the closed outline of a span on the cloth. All wind one way, so
// that two that overlap in one shape never cancel.
func (p placed) outline(s span) geom.Path {
	out := p.petal.outline(s).Transform(p.m)
	if p.m.Det() < 0 {
		return reversed(out)
	}
	return out
}

// region is what a span covers on the cloth, near enough to keep lines away from it.
func (p placed) region(s span) *geom.Region {
	left, right := p.sides(s)
	pts := append(left, right...)
	for i, q := range pts {
		pts[i] = p.m.Apply(q)
	}
	return geom.NewRegionPoly(geom.Poly{Pts: pts, Closed: true})
}

// rosette returns n copies of a petal round the origin, the first at an angle
// (turns), their feet at a distance from the middle. Each differs a little from
// the next, as by hand, unless loose is 0.
func rosette(p petal, n int, first, foot, loose float64, s seed.Seed) []placed {
	out := make([]placed, n)
	for i := range out {
		r := s.At("petal", i)
		q := p
		q.l *= 1 + float64(.08*loose*r.Range(-1, 1))
		q.w *= 1 + float64(.07*loose*r.Range(-1, 1))
		q.phase += float64(loose * r.Float64())
		q.bend += float64(.03 * loose * r.Range(-1, 1))
		a := first + float64(i)/float64(n) + float64(.1*loose*r.Range(-1, 1)/float64(n))
		out[i] = placed{petal: q, m: geom.Rotate(a).At(geom.Polar(foot, a))}
	}
	return out
}

// under returns the petals followed by a further map.
func under(ps []placed, m geom.Affine) []placed {
	out := make([]placed, len(ps))
	for i, p := range ps {
		out[i] = placed{p.petal, p.m.Then(m), p.top}
	}
	return out
}

// splayed returns petals that open from the origin toward +x, at the given angles from
// that axis on both sides, the inner over the outer; at 0 one petal
// that lies over both. Outer petals are as much as lower shorter.
func splayed(p petal, lower, loose float64, s seed.Seed, angles ...float64) []placed {
	var out []placed
	for i, a := range angles {
		q := p
		q.l *= 1 - float64(lower*math.Abs(a))
		for side := range 2 {
			r := s.At("fan", i, side)
			v := q
			v.l *= 1 + float64(.05*loose*r.Range(-1, 1))
			v.bend += float64(.02 * loose * r.Range(-1, 1))
			v.phase += float64(loose * r.Float64())
			turn := a + float64(.006*loose*r.Range(-1, 1))
			m := geom.Rotate(turn)
			if side == 1 {
				m = m.Then(geom.Scale(1, -1))
			}
			out = append(out, placed{v, m, a == 0})
			if a == 0 {
				break
			}
		}
	}
	return out
}

// tone is a step of dye within a petal.
type tone struct {
	span
	role pattern.Role
}

// tongued is the usual tone: from the foot to k within a breadth, drawn out into
// n tongues.
func tongued(role pattern.Role, k, breadth, depth, n float64) tone {
	return tone{span{k, -breadth, breadth, depth, n}, role}
}

// dye says how petals are painted, from their body inward.
type dye struct {
	body     pattern.Role
	tones    []tone
	line     float64 // width of the contour
	pinwheel bool    // each lies with its right half over the next one's left
	seen     float64 // the left edge of what shows of each, −1…1
	vein     pattern.Role
	veins    int     // lines from the foot; 0: none
	from, to float64 // where they begin and end
	cecek    bool    // a dot beyond each of them
	slot     string  // whose filling, if one is chosen, takes the place of the veins
}

// petals paints petals: bodies, tones, contours, then veins or the filling chosen
// instead, and cecek. Petals of a pinwheel are painted once whole and once by
// halves: right halves never touch each other. The same dye always gives as many
// shapes, so that flowers of one kind can be laid together.
func (c canting) petals(ps []placed, d dye) []pattern.Shape {
	out := c.coats(ps, d, whole())
	if d.pinwheel {
		out = append(out, c.coats(ps, d, flank())...)
	} else {
		d.seen = -1
	}
	return append(out, c.isen(ps, d)...)
}

// isen returns the veins of petals or the filling chosen instead, and their cecek.
func (c canting) isen(ps []placed, d dye) []pattern.Shape {
	var veins geom.Path
	var specks []geom.Dot
	fillings := []pattern.Shape{line(d.vein, pattern.Filling, c.fine(), geom.Path{}), dots(d.vein, pattern.Filling, nil)}
	filled := d.slot != "" && c.o.Filling(c.in, d.slot) != ""
	var rims []rim
	width, _ := c.bound(ps, d)
	if !filled && d.veins > 0 {
		rims = c.rims(ps, d)
	}
	for i, p := range ps {
		lo := d.seen
		if p.top {
			lo = -1
		}
		if filled {
			at := []geom.Affine{p.m}
			body := p.petal.outline(span{k: .96, lo: geom.Mix(lo, 1, .04), hi: .96}).Flatten(.1)
			for _, s := range c.fill(d.slot, d.vein, body, geom.Pt{}, p.at(1, 0)) {
				k := 0
				if len(s.Dots) > 0 {
					k = 1
				}
				fillings[k].Kind, fillings[k].Width = s.Kind, s.Width
				fillings[k].Path = fillings[k].Path.Join(many(s.Path, at))
				fillings[k].Dots = append(fillings[k].Dots, manyDots(s.Dots, at)...)
			}
		} else if d.veins > 0 {
			n, from := p.room(d.veins, geom.Mix(lo, 1, .06), .92, d.from, d.to, c.fine()+c.apart())
			lines, beyond := p.veins(n, geom.Mix(lo, 1, .06), .92, from, d.to)
			far := c.apart() + float64(.5*width)
			// Where a tone ends in few tongues the veins keep clear of its edge, since they
			// run along it.
			var tongues []*geom.Region
			for _, t := range d.tones {
				if s := ps[0].held(t.span, width, c.apart()); s.tongues > 0 && s.n < 6 {
					tongues = append(tongues, p.region(s))
				}
			}
			onEdge := func(at geom.Pt) bool {
				for _, t := range tongues {
					if v, _ := t.Nearest(at); v < c.apart()+float64(.5*c.fine()) {
						return true
					}
				}
				return false
			}
			var near []geom.Dot // the petal's cecek, and the points of its veins
			for _, q := range beyond {
				dot := geom.Dot{C: p.m.Apply(q), R: c.cecek()}
				if d.cecek && isClear(rims, i, dot.C, far+dot.R) && apartFrom(near, dot.C, dot.R+c.apart()) {
					near = append(near, dot)
				}
			}
			specks = append(specks, near...)
			for _, q := range lines.Transform(p.m).Flatten(.05) {
				pts := q.Resample(.7).Pts
				run := longest(pts, func(at geom.Pt) bool {
					return apartFrom(near, at, c.apart()+float64(.5*c.fine())) && isClear(rims, i, at, far+float64(.5*c.fine())) && !onEdge(at)
				})
				if len(run) < max(3, len(pts)/2) {
					continue // little is left of it
				}
				veins = veins.Join(geom.Smooth(run, false))
				for _, at := range run {
					near = append(near, geom.Dot{C: at, R: float64(.5 * c.fine())})
				}
			}
		}
	}
	return append(append([]pattern.Shape{line(d.vein, pattern.Filling, c.fine(), veins)}, fillings...),
		dots(d.vein, pattern.Filling, specks))
}

// rim is what bounds the lines in a petal, and what of it lies over others.
type rim struct {
	whole, over *geom.Region
	covers      bool // over hides what lies under it
}

func (c canting) rims(ps []placed, d dye) []rim {
	out := make([]rim, len(ps))
	for i, p := range ps {
		r := p.region(whole())
		out[i] = rim{r, r, p.top || d.pinwheel}
		if d.pinwheel && !p.top {
			out[i].over = p.region(flank())
		}
	}
	return out
}

// isClear reports whether p lies within the i-th rim, at least d from it and from
// every other that shows there.
func isClear(rims []rim, i int, p geom.Pt, d float64) bool {
	if rims[i].whole.Distance(p) < d {
		return false
	}
	for j, r := range rims {
		if j == i || !r.over.Bounds.Inset(-d).Contains(p) {
			continue
		}
		v := r.over.Distance(p)
		if r.covers && v > 0 || math.Abs(v) < d {
			return false
		}
	}
	return true
}

// apartFrom reports whether p is at least d from all dots.
func apartFrom(ds []geom.Dot, p geom.Pt, d float64) bool {
	for _, q := range ds {
		v, far := q.C.Sub(p), q.R+d
		if v.Dot(v) < float64(far*far) {
			return false
		}
	}
	return true
}

// longest returns the longest run of points for which ok holds.
func longest(pts []geom.Pt, ok func(geom.Pt) bool) []geom.Pt {
	var best []geom.Pt
	from := 0
	for i, p := range pts {
		if !ok(p) {
			from = i + 1
		} else if i+1-from > len(best) {
			best = pts[from : i+1]
		}
	}
	return best
}

// coats paints the bodies, tones and contours of the given part of petals.
func (c canting) coats(ps []placed, d dye, part span) []pattern.Shape {
	var bodies, contours geom.Path
	tones := make([]geom.Path, len(d.tones))
	width, cored := c.bound(ps, d)
	for _, p := range ps {
		part := part
		if p.top {
			part = whole()
		}
		body := p.outline(part)
		bodies = bodies.Join(body)
		if part.lo < 0 {
			contours = contours.Join(body)
		} else {
			// No line along the middle, where the half goes on into the whole.
			_, right := p.sides(part)
			contours = contours.Join(geom.Smooth(right, false).Transform(p.m))
		}
		for i, t := range d.tones {
			s := ps[0].held(t.span, width, c.apart()) // alike in all petals
			// A hair over the middle, where the edge of the half would show.
			s.lo = math.Max(s.lo, part.lo-.08)
			tones[i] = tones[i].Join(p.outline(s))
		}
	}
	out := []pattern.Shape{area(d.body, pattern.Klowong, bodies)}
	for i, t := range d.tones {
		out = append(out, area(t.role, pattern.Colet, tones[i]))
	}
	if d.body != pattern.Ramp0 {
		return append(out, line(pattern.Outline, pattern.Klowong, width, contours))
	}
	var core geom.Path
	if cored {
		core = contours
	}
	return append(out, line(pattern.Outline, pattern.Klowong, width, contours), line(pattern.Fill, pattern.Filling, c.fine(), core))
}

// bound returns the width of petals' contours. Where these are as pale as the
// petals, a core of the deeper dye still parts one petal from the next. Small
// petals have no room for two lines beside it.
func (c canting) bound(ps []placed, d dye) (width float64, cored bool) {
	broad := math.Max(d.line, float64(2*c.apart())+c.fine())
	if d.body != pattern.Ramp0 || len(ps) == 0 || ps[0].w < 2.5*broad {
		return d.line, false
	}
	return broad, true
}

// nerves returns the ribs of a leaf on the cloth as far as they keep clear of its
// contour, side veins also of each other.
func (c canting) nerves(p placed, d dye) (mid, sides geom.Path) {
	const step = .6
	rim := p.region(whole())
	far := c.apart() + float64(.5*d.line)
	ribs, veins := p.ribs(d.veins)
	for _, q := range ribs.Transform(p.m).Flatten(.05) {
		pts := q.Resample(step).Pts
		for len(pts) > 1 && rim.Distance(pts[len(pts)-1]) < far+float64(.85*c.fine()) {
			pts = pts[:len(pts)-1]
		}
		if len(pts) > 3 {
			mid = mid.Join(geom.Smooth(pts, false))
		}
	}
	var near [2][]geom.Dot // points of the veins on either hand
	for i, q := range veins.Transform(p.m).Flatten(.05) {
		pts := q.Resample(step).Pts
		n := 0
		for n < len(pts) && rim.Distance(pts[n]) > far+float64(.5*c.fine()) && apartFrom(near[i%2], pts[n], c.apart()+float64(.5*c.fine())) {
			n++
		}
		if n < 4 {
			continue
		}
		sides = sides.Join(geom.Smooth(pts[:n], false))
		for _, at := range pts[:n] {
			near[i%2] = append(near[i%2], geom.Dot{C: at, R: float64(.5 * c.fine())})
		}
	}
	return mid, sides
}

// foliage paints leaves that do not cover each other: a body flushed with the
// dye's tones, ribs or the filling of the slot, a contour.
func (c canting) foliage(ps []placed, d dye) []pattern.Shape {
	var bodies, mids, sides geom.Path
	tones := make([]geom.Path, len(d.tones))
	for _, p := range ps {
		bodies = bodies.Join(p.outline(whole()))
		for i, t := range d.tones {
			s := p.held(t.span, d.line, c.apart())
			if s.n < 2 {
				s.k *= .7 // one tongue stays clear of the tip
			}
			tones[i] = tones[i].Join(p.outline(s))
		}
		mid, side := c.nerves(p, d)
		mids, sides = mids.Join(mid), sides.Join(side)
	}
	if d.slot != "" && c.o.Filling(c.in, d.slot) != "" {
		sides = geom.Path{}
	}
	d.veins = 0
	out := []pattern.Shape{area(d.body, pattern.Klowong, bodies)}
	for i, t := range d.tones {
		out = append(out, area(t.role, pattern.Colet, tones[i]))
	}
	out = append(out, line(d.vein, pattern.Filling, c.fine(), sides))
	return append(append(out, c.isen(ps, d)...),
		line(d.vein, pattern.Filling, float64(1.7*c.fine()), mids),
		line(pattern.Outline, pattern.Klowong, d.line, bodies))
}
