package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// emblem is a figure of batik in mm about its own origin, upright (y points
// down), as plies painted back to front. Within a ply bodies stand apart and lie
// under their lines and dots, so that emblems which do not touch share their
// shapes ply by ply and a cloth full of them stays few shapes.
type emblem [][]pattern.Shape

// add puts a shape into a ply, into one of its own kind where there is one.
func (e *emblem) add(ply int, shapes ...pattern.Shape) {
	for _, s := range full(shapes...) {
		t := e.shape(ply, s)
		t.Path, t.Dots = t.Path.Join(s.Path), append(t.Dots, s.Dots...)
	}
}

// shape returns the shape of a ply that one like the given becomes part of.
func (e *emblem) shape(ply int, like pattern.Shape) *pattern.Shape {
	for len(*e) <= ply {
		*e = append(*e, nil)
	}
	layer := &(*e)[ply]
	i, same := slices.BinarySearchFunc(*layer, like, func(a, b pattern.Shape) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		if a.Width != b.Width { // broad lines lie under fine ones
			return int(math.Copysign(1, b.Width-a.Width))
		}
		return int(a.Role) - int(b.Role)
	})
	if !same {
		like.Path, like.Dots = geom.Path{}, nil
		*layer = slices.Insert(*layer, i, like)
	}
	return &(*layer)[i]
}

// body puts an area with its contour into a ply.
func (e *emblem) body(ply int, role pattern.Role, contour float64, p geom.Path) {
	e.add(ply, area(role, pattern.Klowong, p), line(pattern.Outline, pattern.Klowong, contour, p))
}

// put adds an emblem under the maps, its first ply at the given one.
func (e *emblem) put(ply int, f emblem, ms ...geom.Affine) {
	for i, layer := range f {
		for _, s := range layer {
			for _, m := range ms {
				t := e.shape(ply+i, s)
				if m.Det() < 0 && s.Kind == geom.Area {
					// A reflected outline winds the other way and would cut holes
					// where it meets others.
					t.Path = t.Path.JoinUnder(backward(s.Path), m)
				} else {
					t.Mark = t.Mark.JoinUnder(s.Mark, m)
				}
			}
		}
	}
}

// pair adds an emblem and its mirror image in the upright axis.
func (e *emblem) pair(ply int, f emblem) { e.put(ply, f, geom.Identity(), geom.Scale(-1, 1)) }

// whole returns the emblem without the dots that a later body would cut, or that
// an outline comes nearer to than cloth is left open.
func (e emblem) whole(apart float64) emblem {
	type outline struct {
		*geom.Region
		ply    int
		half   float64 // width
		closed bool
	}
	var outlines []outline
	for ply, layer := range e {
		for _, s := range layer {
			if s.Kind != geom.Stroke {
				continue
			}
			for _, q := range s.Path.Flatten(.05) {
				if q.Closed || s.Stage == pattern.Klowong { // the lines of fillings know their own dots
					outlines = append(outlines, outline{geom.NewRegionPoly(q), ply, float64(s.Width / 2), q.Closed})
				}
			}
		}
	}
	out := make(emblem, len(e))
	for ply, layer := range e {
		out[ply] = slices.Clone(layer)
		for i := range layer {
			out[ply][i].Dots = slices.DeleteFunc(slices.Clone(layer[i].Dots), func(d geom.Dot) bool {
				return slices.ContainsFunc(outlines, func(o outline) bool {
					far := d.R + o.half + apart
					if o.ply < ply || !o.Bounds.Inset(-far).Contains(d.C) {
						return false
					}
					near, _ := o.Nearest(d.C)
					return near < far || o.closed && o.ply > ply && o.Contains(d.C)
				})
			})
		}
	}
	return out
}

// shapes returns the emblem's shapes in painting order.
func (e emblem) shapes() []pattern.Shape { return slices.Concat(e...) }

// hull returns the outlines of all bodies.
func (e emblem) hull() geom.Path {
	var p geom.Path
	for _, s := range e.shapes() {
		if s.Kind == geom.Area {
			p = p.Join(s.Path)
		}
	}
	return p
}

// halo returns the ground that is left open around the emblem, so that it stands
// clear of what fills the ground.
func (e emblem) halo(w float64) pattern.Shape {
	return line(pattern.Ground, pattern.Klowong, 2*w, e.hull())
}

// backward returns closed outlines run the other way.
func backward(p geom.Path) geom.Path {
	var out geom.Path
	for len(p.Verbs) > 0 {
		n, k := 1, 1
		for ; n < len(p.Verbs) && p.Verbs[n] != geom.Move; n++ {
			k += [...]int{1, 1, 3, 0}[p.Verbs[n]]
		}
		out = out.Join(reversed(geom.Path{Verbs: p.Verbs[:n], Pts: p.Pts[:k]}))
		p.Verbs, p.Pts = p.Verbs[n:], p.Pts[k:]
	}
	return out
}

// chain returns the points (x,y), (x,y), … scaled by s.
func chain(s float64, xy ...float64) []geom.Pt {
	pts := make([]geom.Pt, len(xy)/2)
	for i := range pts {
		pts[i] = geom.Pt{X: float64(s * xy[2*i]), Y: float64(s * xy[2*i+1])}
	}
	return pts
}

// outline returns the closed path along smooth chains that meet in corners, each
// beginning where the one before it ends.
func outline(chains ...[]geom.Pt) geom.Path {
	var p geom.Path
	for i, c := range chains {
		q := geom.Smooth(c, false)
		if i > 0 && len(q.Verbs) > 0 {
			q.Verbs, q.Pts = q.Verbs[1:], q.Pts[1:]
		}
		p = p.Join(q)
	}
	return p.Close()
}

// both returns a chain down the right side and its mirror image up the left, as
// the outline of a figure that is its own mirror image. Where the chain ends off
// the axis, the figure stands on a straight base.
func both(right []geom.Pt) geom.Path {
	left := make([]geom.Pt, len(right))
	for i, p := range right {
		left[len(right)-1-i] = geom.Pt{X: -p.X, Y: p.Y}
	}
	if end := right[len(right)-1]; end.X != 0 {
		return outline(right, []geom.Pt{end, left[0]}, left)
	}
	return outline(right, left)
}

// plume is a leaf along a circular arc: a feather, petal, leaf or flame.
type plume struct {
	foot  geom.Pt
	dir   float64 // direction at the foot, turns
	bend  float64 // how far it turns on its way
	l     float64 // length, mm
	half  float64 // half width, mm
	at    float64 // where it is widest, of the length
	blunt bool    // ends round rather than in a point
	bare  float64 // share of the length from the foot on that others crowd: no lines or dots there
}

// on returns the point at the fraction t of the spine and the direction there.
func (b plume) on(t float64) (geom.Pt, float64) {
	// The chord of an arc that turns by a is sin(a/2)/(a/2) of its length.
	chord := b.l * t
	if a := float64(math.Pi * b.bend * t); math.Abs(a) > 1e-6 {
		chord *= geom.Sin(b.bend*t/2) / a
	}
	return b.foot.Add(geom.Polar(chord, b.dir+float64(b.bend*t/2))), b.dir + float64(b.bend*t)
}

// width returns half the width at t, of half.
func (b plume) width(t float64) float64 {
	if t < b.at {
		u := 1 - t/b.at
		return 1 - float64(u*u)
	}
	u := (t - b.at) / (1 - b.at)
	if b.blunt {
		return math.Sqrt(math.Max(0, 1-float64(u*u)))
	}
	return (1 - float64(u*u)) * (1 - float64(.25*u))
}

// inside returns what is left of the half width at t when the sides move inward by
// d: where they slope they take more of it.
func (b plume) inside(t, d float64) float64 {
	if d == 0 {
		return float64(b.half * b.width(t))
	}
	const h = .02
	u, v := math.Max(0, t-h), math.Min(1, t+h)
	slope := float64(b.half*(b.width(v)-b.width(u))) / float64((v-u)*b.l)
	return float64(b.half*b.width(t)) - float64(d*math.Sqrt(1+float64(slope*slope)))
}

// path returns the outline moved inward by d; empty where no room is left.
func (b plume) path(d float64) geom.Path {
	t0, t1 := 0., 1.
	if d > 0 {
		t0, t1 = 1, 0
		const steps = 80
		for i := range steps + 1 {
			// Blunter than the plume, or its two sides would run together.
			if t := float64(i) / steps; b.inside(t, d) > .35*d {
				t0, t1 = math.Min(t0, t), t
			}
		}
	}
	if !(t1 > t0) {
		return geom.Path{}
	}
	const n = 7
	var there, back [n + 1]geom.Pt
	for i := range n + 1 {
		u := float64(i) / n
		if b.blunt { // more points where it rounds off
			u = float64(u * (1.6 - float64(.6*u)))
		}
		c, dir := b.on(geom.Mix(t0, t1, u))
		w := 0. // sides meet at the ends
		if d == 0 || i > 0 && i < n {
			w = math.Max(0, b.inside(geom.Mix(t0, t1, u), d))
		}
		q := geom.Polar(w, dir+.25)
		there[i], back[n-i] = c.Add(q), c.Sub(q)
	}
	return outline(there[:], back[:])
}

// bold and thin are the only two lines that emblems are drawn with, so that their
// shapes can merge: the contour and what lies within it, a hair over the finest
// line, since it is measured in steps.
func (c canting) bold() float64 { return float64(.78 * c.klowong()) }
func (c canting) thin() float64 { return math.Max(float64(.85*c.fine()), float64(1.1*finest(c.o))) }

// ink is the role of lines and dots on a body: isen contrasts with Fill alone, on
// the others the contours' colour does.
func ink(body pattern.Role) pattern.Role {
	if body == pattern.Fill {
		return pattern.Isen
	}
	return pattern.Outline
}

// leaf puts a plume into a ply: its contour and inside, as there is room, a
// second contour with a row of cecek, a midrib, or nothing.
func (c canting) leaf(e *emblem, ply int, role pattern.Role, b plume) {
	contour, f := c.bold(), c.fine()
	if b.half < 2.2*contour {
		contour = c.thin()
	}
	e.body(ply, role, contour, b.path(0))
	switch room := b.half - float64(contour/2); {
	case room > 3*f && b.l > 14*f:
		least := float64(.55 * finest(c.o))
		r := math.Max(math.Min(.8*c.cecek(), .22*b.half), least)
		// The inner contour leaves cloth open on both sides, and so do the beads.
		in, clear := float64(contour/2)+math.Max(float64(1.2*f), c.apart()+float64(c.thin()/2)), float64(contour/2)+c.apart()
		if b.bare == 0 && room > 4.6*f && b.half-in-float64(c.thin()/2) > r+c.apart() {
			e.add(ply, line(ink(role), pattern.Filling, c.thin(), b.path(in)))
			clear = in + float64(c.thin()/2) + c.apart()
		}
		e.add(ply, dots(ink(role), pattern.Filling, b.beads(math.Max(.16, b.bare), .8, math.Max(float64(3.2*r), float64(2*r)+c.apart()), r, least, clear)))
	case room > 1.5*f:
		t0, t1 := b.broad(float64(contour/2) + c.apart() + float64(c.thin()/2))
		if t0, t1 = max(.14, b.bare, t0), min(.78, t1); t1-t0 > .2 {
			e.add(ply, line(ink(role), pattern.Filling, c.thin(), b.rib(t0, t1)))
		}
	}
}

// behind puts a plume into a ply of which others hide much: its contour, and a row
// of cecek as far as these are clear of what lies over them.
func (c canting) behind(e *emblem, ply int, role pattern.Role, b plume, over *geom.Region) {
	e.body(ply, role, c.bold(), b.path(0))
	clear, r := float64(.5*c.bold())+c.apart(), float64(.8*c.cecek())
	beads := b.beads(math.Max(.16, b.bare), .85, math.Max(float64(3.2*r), float64(2*r)+c.apart()), r, float64(.55*finest(c.o)), clear)
	e.add(ply, dots(ink(role), pattern.Filling, slices.DeleteFunc(beads, func(d geom.Dot) bool {
		return over.Distance(d.C) > -clear-d.R
	})))
}

// broad returns between which fractions of the spine it lies at least so far from
// its sides; the first is not less than the second where it nowhere does.
func (b plume) broad(half float64) (from, to float64) {
	const n = 50
	from, to = 1, 0
	for i := range n + 1 {
		if t := float64(i) / n; b.inside(t, half) >= 0 {
			from, to = math.Min(from, t), t
		}
	}
	return from, to
}

// rib returns the spine from t0 to t1.
func (b plume) rib(t0, t1 float64) geom.Path {
	pts := make([]geom.Pt, 5)
	for i := range pts {
		pts[i], _ = b.on(geom.Mix(t0, t1, float64(i)/4))
	}
	return geom.Smooth(pts, false)
}

// beads returns dots along the spine from t0 to t1, smaller towards its end and
// where the plume is narrow: they keep as clear of its sides as told. There are
// none where the least finds no room.
func (b plume) beads(t0, t1, pitch, r, least, clear float64) []geom.Dot {
	from, to := b.broad(clear + least)
	t0, t1 = math.Max(t0, from), math.Min(t1, to)
	if t0 > t1 {
		return nil
	}
	n := int(geom.Clamp((t1-t0)*b.l/pitch, 1, 200))
	ds := make([]geom.Dot, n+1)
	for i := range ds {
		u := float64(i) / float64(n)
		t := geom.Mix(t0, t1, u)
		p, _ := b.on(t)
		ds[i] = geom.Dot{C: p, R: math.Max(least, math.Min(float64(r*(1-float64(.35*u))), b.inside(t, clear)))}
	}
	return ds
}

// fan returns n blades from the first to the last.
func fan(n int, first, last plume) []plume {
	bs := make([]plume, n)
	for i := range bs {
		t := .5
		if n > 1 {
			t = float64(i) / float64(n-1)
		}
		bs[i] = plume{first.foot.Lerp(last.foot, t), geom.Mix(first.dir, last.dir, t), geom.Mix(first.bend, last.bend, t),
			geom.Mix(first.l, last.l, t), geom.Mix(first.half, last.half, t), geom.Mix(first.at, last.at, t), first.blunt, first.bare}
	}
	return bs
}

// filled puts the filling of a slot into a ply.
func (c canting) filled(e *emblem, ply int, slot string, role pattern.Role, body geom.Path, foot, tip geom.Pt) {
	e.add(ply, c.fill(slot, ink(role), body.Flatten(.05), foot, tip)...)
}

// eye puts a ring with a dot into a ply, the ring alone where it has no room for one.
func (c canting) eye(e *emblem, ply int, at geom.Pt, r float64) {
	e.body(ply, pattern.Ground, c.thin(), geom.Circle(at, r))
	if float64(.58*r)-float64(c.thin()/2) > c.apart() {
		e.add(ply, dots(pattern.Outline, pattern.Filling, []geom.Dot{{C: at, R: .42 * r}}))
	}
}

// tendril puts a curl with a bud at its end into a ply.
func (c canting) tendril(e *emblem, ply int, at geom.Pt, dir, length, turn float64) {
	pts := curled(at, dir, turn, length, .8)
	w := math.Max(c.bold(), .03*length)
	e.add(ply, area(pattern.Outline, pattern.Klowong, stem{pts, w, math.Max(.5*w, c.thin())}.outline()),
		dots(pattern.Outline, pattern.Klowong, []geom.Dot{{C: pts[len(pts)-1], R: math.Max(.8*w, .035*length)}}))
}
