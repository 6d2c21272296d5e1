package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// leafKind is a kind of leaf as pesisir bouquets mix them.
type leafKind uint8

// The kinds.
const (
	plainLeaf   leafKind = iota // pointed, with an even edge
	sawLeaf                     // with teeth that point to the tip, as a rose's
	lobedLeaf                   // with round lobes, as a chrysanthemum's
	foldedLeaf                  // long and bent, one side turned over
	featherLeaf                 // leaflets in pairs, as a fern's
	leafKinds
)

// blade is a leaf: it stands with its foot on the stem, sets out in the direction
// dir and bends by bend (both in turns; the tip bends back a little, as a hand
// draws it). Its half width is half the length times wide.
type blade struct {
	kind   leafKind
	foot   geom.Pt
	dir    float64
	bend   float64
	length float64
	wide   float64 // .1–.6
	body   pattern.Role
	other  pattern.Role // of the half on the far side of the midrib
}

// ribs is how many pieces a midrib is drawn with.
const ribs = 16

// rib returns the midrib as points and the normals at them.
func (b blade) rib() (pts, across [ribs + 1]geom.Pt) {
	turn := func(u float64) float64 { return b.dir + float64(b.bend*float64(u*(1.7-float64(1.1*u)))) }
	pts[0] = b.foot
	for i := range ribs + 1 {
		across[i] = geom.Polar(1, turn(float64(i)/ribs)).Perp()
		if i > 0 {
			pts[i] = pts[i-1].Add(geom.Polar(b.length/ribs, turn((float64(i)-.5)/ribs)))
		}
	}
	return pts, across
}

// half returns the half width at the fraction u of the midrib: a full leaf near
// its foot that draws out into its tip.
func (b blade) half(u float64) float64 {
	u = float64(u) // a quotient passed in must not fuse into the difference
	if u <= 0 || u >= 1 {
		return 0
	}
	// √u·(1−u) has its maximum .385 at a third.
	return float64(.5 * b.wide * b.length * math.Sqrt(u) * (1 - u) / .385)
}

// discs returns the ground that the leaf takes, from its foot to its tip.
func (b blade) discs() []geom.Dot {
	pts, _ := b.rib()
	ds := make([]geom.Dot, 0, ribs/2+1)
	for i := 1; i <= ribs; i += 2 {
		ds = append(ds, geom.Dot{C: pts[i], R: b.half(float64(i) / ribs)})
	}
	return append(ds, geom.Dot{C: pts[ribs]})
}

// edge returns one side of the leaf from foot to tip as (fraction along, fraction
// of the half width), and whether it runs through them smoothly.
func (b blade) edge() (uv []geom.Pt, smooth bool) {
	switch b.kind {
	case sawLeaf:
		const teeth = 6
		uv = append(uv, geom.Pt{}, geom.Pt{X: .06, Y: .9})
		for k := range teeth {
			u := .1 + float64(.145*float64(k))
			uv = append(uv, geom.Pt{X: u + .06, Y: .97}, geom.Pt{X: u + .135, Y: 1.12}, geom.Pt{X: u + .13, Y: .78})
		}
		return append(uv, geom.Pt{X: 1}), false
	case lobedLeaf:
		uv = append(uv, geom.Pt{}, geom.Pt{X: .08, Y: .5})
		for _, u := range []float64{.1, .36, .6} {
			uv = append(uv, geom.Pt{X: u + .05, Y: .95}, geom.Pt{X: u + .14, Y: 1.16}, geom.Pt{X: u + .22, Y: 1}, geom.Pt{X: u + .23, Y: .48})
		}
		return append(uv, geom.Pt{X: .9, Y: .8}, geom.Pt{X: 1}), true
	}
	for k := range 9 {
		uv = append(uv, geom.Pt{X: float64(k) / 8, Y: 1})
	}
	return uv, true
}

// draw returns the leaf in painting order: the one half, the other, what is turned
// over, the veins and cecek (Ground, left white by the wax), the klowong.
func (b blade) draw(c canting) []pattern.Shape {
	pts, across := b.rib()
	at := func(u, v float64) geom.Pt {
		x := float64(geom.Clamp(u, 0, 1) * ribs)
		i := min(ribs-1, int(x))
		t := x - float64(i)
		return pts[i].Lerp(pts[i+1], t).Add(across[i].Lerp(across[i+1], t).Mul(v))
	}
	if b.kind == featherLeaf {
		return b.feather(c, at)
	}
	uv, smooth := b.edge()
	if b.kind == lobedLeaf {
		// Lobes part no deeper than leaves room beside the midrib.
		for i, e := range uv {
			if h := b.half(e.X); e.Y < .6 && h > 0 {
				uv[i].Y = math.Max(e.Y, math.Min(.9, (float64(.7*c.klowong())+c.apart())/h))
			}
		}
	}
	side := func(sign float64) geom.Path {
		q := make([]geom.Pt, len(uv))
		for i, e := range uv {
			q[i] = at(e.X, float64(sign*e.Y*b.half(e.X)))
		}
		if smooth {
			return geom.Smooth(q, false)
		}
		return geom.Polyline(q...)
	}
	mid := geom.Smooth(pts[:], false)
	back := geom.Smooth(reversedPts(pts[:]), false)
	left, right := side(1), side(-1)
	halves := [2]geom.Path{left.Join(continued(back)).Close(), right.Join(continued(back)).Close()}

	// Veins leave the midrib by turns and lean to the tip; between them lie cecek
	// on the one half, short sawut on the other.
	var veins geom.Path
	var specks []geom.Dot
	w, r := c.fine(), c.cecek()
	n := int(geom.Clamp(math.Floor(b.length/(3.4*c.nozzle)), 2, 12))
	// A vein climbs .12 of the length while it reaches .74 of the half width. Where
	// the leaf has no room for so many side by side it has fewer, and where there is
	// none for cecek or sawut between two, these are left out.
	reach := float64(.74 * b.half(.33))
	aslant := reach / math.Hypot(reach, float64(.12*b.length))
	between := func(n int) float64 { return float64(float64(.74*b.length*aslant)/float64(n)) - w }
	for n > 2 && between(n) < c.apart() {
		n--
	}
	// Steep veins of a broad leaf may stand farther apart than those of a narrow one.
	most := 3.
	if aslant > .65 {
		most = 3.6
	}
	if fewer := int(.74 * b.length * aslant / (float64(2*c.apart()) + float64(2*r) + w)); fewer < n && most*float64(fewer) >= float64(2*n) {
		n = fewer
	}
	dotted, hatched := between(n) > float64(2*c.apart())+float64(1.9*r), between(n) > float64(2*c.apart())+w
	edge := float64(.35*c.klowong()) + c.apart() // that lines and dots keep clear of
	// A toothed or lobed side comes nearer than the half width tells.
	sides := [2][]geom.Poly{left.Flatten(.1), right.Flatten(.1)}
	// A leaf turns over where the lip is broad enough to show. Veins keep clear of it.
	folded := b.kind == foldedLeaf && b.half(.34) > float64(2.4*c.apart())+c.klowong()
	lip := []geom.Pt{at(.8, -b.half(.8)), at(.7, -.45*b.half(.7)), at(.52, .25*b.half(.5)), at(.34, b.half(.34))}
	if folded {
		over := geom.Smooth(lip, false).Flatten(.1)
		sides = [2][]geom.Poly{append(sides[0], over...), append(sides[1], over...)}
	}
	for k := range n {
		u := .1 + float64(.74*float64(k)/float64(n))
		for i, s := range []float64{1, -1} {
			open := func(p geom.Pt, r float64) bool { return clearOf(sides[i], p, float64(.95*edge)+r) }
			h := b.half(u + .12)
			end := math.Min(.74*h, h-edge-float64(w/2))
			if h < 3*w || end < .4*h {
				continue
			}
			if folded && (s > 0 && u > .25 || u > .48) {
				continue // under what is turned over
			}
			// Toward the tip, where veins lie closer, every second is left out.
			space := float64(.74*b.length*end/math.Hypot(end, float64(.12*b.length)))/float64(n) - w
			if k%2 == 1 && space < .9*c.apart() {
				continue
			}
			part := end / float64(.74*h)
			tip := func() geom.Pt { return at(u+float64(.12*part), float64(s*.74*h*part)) }
			for part > .3 && !open(tip(), float64(w/2)) {
				part *= .85
			}
			if part > .3 {
				veins = veins.Join(geom.Polyline(at(u, 0), at(u+float64(.07*part), float64(s*.45*h*part)), tip()))
			}
			if h > 6*r {
				v := u + float64(.37/float64(n))
				switch {
				case s > 0 && dotted:
					if float64(.24*h) > float64(2*r)+c.apart() && float64(.34*h) > edge+r {
						for _, q := range []geom.Pt{at(v+.07, .42*h), at(v+.1, .66*h)} {
							if open(q, r) {
								specks = append(specks, geom.Dot{C: q, R: r})
							}
						}
						break
					}
					for _, y := range []float64{.52, .44, .36} {
						if q := at(v+.085, float64(y*h)); float64((1-y)*h) > edge+r && float64(y*h) > edge+r && open(q, r) {
							specks = append(specks, geom.Dot{C: q, R: r})
							break
						}
					}
				case s < 0 && hatched && space > float64(1.9*c.apart())+w:
					end := math.Min(.7*h, h-edge-float64(w/2))
					for _, in := range []float64{1, .85, .7} {
						// As steep as the veins on both its sides.
						tip := at(v+float64(.162*in*end/h), -in*end)
						if end > .5*h && float64(.44*in*h) > edge && open(tip, float64(w/2)) {
							veins = veins.Join(geom.Polyline(at(v+float64(.07*in), -.44*in*h), tip))
							break
						}
					}
				}
			}
		}
	}
	var fold, klowong geom.Path
	if folded {
		var rim []geom.Pt
		for k := range 8 {
			u := .34 + float64(.66*float64(k)/7)
			rim = append(rim, at(u, b.half(u)))
		}
		tip := []geom.Pt{at(1, 0), at(.9, -b.half(.9)), lip[0]}
		fold = geom.Smooth(rim, false).Join(continued(geom.Smooth(tip, false))).Join(continued(geom.Smooth(lip, false))).Close()
		mid = geom.Smooth(pts[:10], false) // as far as it is seen
		klowong = klowong.Join(fold)
		specks = nil
	}
	if b.half(.33) < float64(.7*c.klowong())+c.apart() {
		mid = geom.Path{} // too slender for three lines
	}
	klowong = klowong.Join(left.Join(continued(reversed(right)))).Join(mid)
	own := []pattern.Shape{{}, line(pattern.Ground, pattern.Filling, w, veins), dots(pattern.Ground, pattern.Filling, specks)}
	if b.half(.3) > 2*c.nozzle {
		own = c.instead(own, "leaf", pattern.Ground, left.Join(continued(reversed(right))), pts[0], pts[ribs])
	}
	return []pattern.Shape{
		area(b.body, pattern.Klowong, halves[0]),
		area(b.other, pattern.Klowong, halves[1]),
		own[0], own[1], own[2],
		area(pattern.Fill2, pattern.Klowong, fold),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), klowong),
	}
}

// feather returns a leaf of paired leaflets on a midrib.
func (b blade) feather(c canting, at func(u, v float64) geom.Pt) []pattern.Shape {
	var body, other, mids, klowong geom.Path
	// Leaflets stand aslant, slim enough that their contours leave room.
	slim := float64(.24*b.half(.33)) + float64(.005*b.length)
	n := int(geom.Clamp(math.Floor(.6*b.length/(float64(2*slim)+float64(.7*c.klowong())+c.apart())), 3, 12))
	for k := range n {
		u := .1 + float64(.8*float64(k)/float64(n))
		l := float64(1.25*b.half(u+.05)) + float64(.02*b.length)
		p, dir := at(u, 0), geom.Angle(at(u+.03, 0).Sub(at(u-.03, 0)))
		for _, s := range []float64{1, -1} {
			q := geom.Petal(l, .32*l).Transform(geom.Rotate(dir + float64(s*.14)).At(p))
			klowong = klowong.Join(q)
			if s > 0 {
				body = body.Join(q)
			} else {
				other = other.Join(q)
			}
			if float64(.16*l) < float64(.35*c.klowong())+c.apart()+float64(.5*c.fine()) {
				continue // no room for its midrib
			}
			mids = mids.Join(geom.Polyline(geom.Pt{X: .2 * l}, geom.Pt{X: .75 * l}).Transform(geom.Rotate(dir + float64(s*.14)).At(p)))
		}
	}
	top := geom.Petal(.14*b.length, .05*b.length).Transform(geom.Rotate(geom.Angle(at(1, 0).Sub(at(.95, 0)))).At(at(.86, 0)))
	body, klowong = body.Join(top), klowong.Join(top)
	var mid []geom.Pt
	for k := range 9 {
		mid = append(mid, at(.95*float64(k)/8, 0))
	}
	return []pattern.Shape{
		area(b.body, pattern.Klowong, body),
		area(b.other, pattern.Klowong, other),
		{}, line(pattern.Ground, pattern.Filling, c.fine(), mids), {}, {},
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), klowong.Join(geom.Smooth(mid, false))),
	}
}

func reversedPts(pts []geom.Pt) []geom.Pt {
	out := make([]geom.Pt, len(pts))
	for i, p := range pts {
		out[len(pts)-1-i] = p
	}
	return out
}
