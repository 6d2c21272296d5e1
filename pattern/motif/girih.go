package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// girihs are the quiet star lattices for the Gulf: polygons in contact, and two
// rays at an angle through the middle of every edge (Hankin 1925; the pairing of
// rays in a polygon that is not regular after Kaplan 2000). What lines make is
// exact; none of them makes a cross or a star of six.
func girihs() []drawing {
	form := func(id, group string, size, angle, lo, hi float64, depth float64, lay func(s float64) contact) drawing {
		return drawing{id, pattern.Info{ID: id, Family: "girih", Group: group, Traits: []string{pattern.Star},
			Params: []pattern.Param{
				sizeParam(size),
				{ID: "angle", Name: "Angle of the rays to the edges", Nama: "Sudut sinar terhadap sisi", Unit: "°", Min: lo, Max: hi, Def: angle, Step: .5},
				count("depth", "Crossings before a ray turns", "Silangan sebelum sinar berbelok", 1, 3, depth),
				ratio("strap", "Width of the straps", "Lebar pita", .5, 2, 1),
				count("rings", "Rings of the heart", "Lingkar inti", 0, 3, 2),
			},
			Slots:   []pattern.Slot{{ID: "star", Name: "Stars", Nama: "Bintang", Def: ""}},
			Repeats: []symmetry.Kind{symmetry.Block},
		}, func(in pattern.Info, o pattern.Options) pattern.Tile { return drawGirih(in, o, lay) }}
	}
	eight := form("gulf_star8", "p4", 48, 67.5, 56, 70, 2, octagons)
	eight.info.Repeats = []symmetry.Kind{symmetry.Block, symmetry.Turn}
	ten := form("gulf_star10", "p2", 88, 54, 46, 66, 3, decagons)
	ten.info.Repeats = []symmetry.Kind{symmetry.Block, symmetry.Turn}
	twelve := form("gulf_star12", "p6", 52, 67.5, 62, 76, 3, dodecagons)
	twelve.info.Repeats = []symmetry.Kind{symmetry.Block, symmetry.Turn}
	return []drawing{eight, ten, twelve, ogee()}
}

// contact is a tiling of the torus by polygons that share whole edges.
type contact struct {
	size    geom.Pt
	stars   []ngon // regular, n of 8 and more: they carry the stars
	between []ngon // what the stars leave
}

// ngon is a polygon, counterclockwise.
type ngon []geom.Pt

// regular returns a polygon of n edges about c, with inradius r and the outward
// normal of an edge at the given angle in turns.
func regular(c geom.Pt, n int, r, normal float64) ngon {
	pts := make(ngon, n)
	for i := range pts {
		pts[i] = c.Add(geom.Polar(r/geom.Cos(.5/float64(n)), normal+float64((float64(i)-.5)/float64(n))))
	}
	return pts
}

func (p ngon) center() geom.Pt {
	var c geom.Pt
	for _, q := range p {
		c = c.Add(q)
	}
	return c.Mul(1 / float64(len(p)))
}

// octagons is the tiling 4.8.8. Its squares stand on their corners, so that what
// the rays make of them lies across no axis and reads as no cross.
func octagons(s float64) contact {
	half := float64(s / 2)
	a := float64(s * (math.Sqrt2 - 1)) // edge
	return contact{geom.Pt{X: s, Y: s},
		[]ngon{regular(geom.Pt{X: half, Y: half}, 8, half, 0)},
		[]ngon{regular(geom.Pt{}, 4, float64(a/2), .125)}}
}

// decagons is the tiling by decagons at the corners of rhombi of 72°, with a
// bow tie between four of them.
func decagons(s float64) contact {
	sin, cos := geom.SinCos(.1)
	r := float64(s / (4 * cos))
	size := geom.Pt{X: s, Y: float64(4 * r * sin)}
	mid := size.Mul(.5)
	// The bow tie's ends are edges of decagons beside it, its waist lies between
	// the corners of those above and below.
	edge := float64(r * geom.Sin(.05) / geom.Cos(.05))
	end, waist := mid.X-r, mid.Y-float64(r/geom.Cos(.05))
	tie := ngon{{X: -end, Y: edge}, {X: -end, Y: -edge}, {X: 0, Y: -waist}, {X: end, Y: -edge}, {X: end, Y: edge}, {X: 0, Y: waist}}
	var c contact
	c.size = size
	for _, at := range []geom.Pt{{}, mid} {
		c.stars = append(c.stars, regular(at, 10, r, 0))
		moved := make(ngon, len(tie))
		for i, q := range tie {
			moved[i] = q.Add(at).Add(geom.Pt{X: mid.X})
		}
		c.between = append(c.between, moved)
	}
	return c
}

// dodecagons is the tiling 3.12.12 in its rectangle of 1:√3.
func dodecagons(s float64) contact {
	size := geom.Pt{X: s, Y: float64(s * math.Sqrt(3))}
	r := float64(s / 2)
	small := float64(r * geom.Sin(1./24) / geom.Cos(1./24) / math.Sqrt(3))
	c := contact{size: size}
	for _, at := range []geom.Pt{{}, size.Mul(.5)} {
		c.stars = append(c.stars, regular(at, 12, r, 0))
		c.between = append(c.between,
			regular(at.Add(geom.Pt{X: r, Y: float64(size.Y / 6)}), 3, small, .25),
			regular(at.Add(geom.Pt{X: r, Y: float64(-size.Y / 6)}), 3, small, -.25))
	}
	return c
}

// ray leaves the middle of an edge, with the next edge (+1) or the last (−1).
type ray struct{ from, dir geom.Pt }

// rays returns the two rays of each edge of the polygon at the angle in turns.
func (p ngon) rays(angle float64) (on, back []ray) {
	sin, cos := geom.SinCos(angle)
	for i, a := range p {
		b := p[(i+1)%len(p)]
		t := b.Sub(a).Unit()
		n := t.Perp()
		m := a.Lerp(b, .5)
		on = append(on, ray{m, n.Mul(sin).Add(t.Mul(cos))})
		back = append(back, ray{m, n.Mul(sin).Sub(t.Mul(cos))})
	}
	return on, back
}

// meet returns where two rays cross and how far along each; ok is false when
// they do not.
func (r ray) meet(s ray) (at geom.Pt, u, v float64, ok bool) {
	det := r.dir.Cross(s.dir)
	if math.Abs(det) < 1e-9 {
		return at, 0, 0, false
	}
	d := s.from.Sub(r.from)
	u, v = d.Cross(s.dir)/det, d.Cross(r.dir)/det
	return r.from.Add(r.dir.Mul(u)), u, v, u > 1e-9 && v > 1e-9
}

// crossing is a place where two straps cross, the first over the second.
type crossing struct{ at, over, under geom.Pt }

// knot is what the rays of one polygon make: straps from edge to edge, the
// crossings, and the corners where rays first meet.
type knot struct {
	straps    geom.Path
	crossings []crossing
	inner     [][]geom.Pt // by level from 1: crossings of ray i with that of edge i+level
}

// star ties the rays of a regular polygon: each passes depth−1 others and turns
// on the next. The rays that lean on lie over at even levels and under at odd
// ones, so that every strap goes over and under by turns.
func (p ngon) star(angle float64, depth int) knot {
	on, back := p.rays(angle)
	n := len(p)
	// A ray past its nearest point to the middle would turn outward.
	for depth > 1 && float64(depth)/float64(2*n) > angle+1e-9 {
		depth--
	}
	var k knot
	for i := range n {
		k.crossings = append(k.crossings, crossing{on[i].from, on[i].dir, back[i].dir})
	}
	for level := 1; level <= depth; level++ {
		var ring []geom.Pt
		for i := range n {
			r, s := on[i], back[(i+level)%n]
			at, _, _, ok := r.meet(s)
			if !ok {
				// Parallel: the ray is the chord itself.
				at = r.from.Lerp(s.from, .5)
			}
			ring = append(ring, at)
			switch {
			case level == depth:
				k.straps = k.straps.Join(geom.Polyline(r.from, at, s.from))
			case level%2 == 0:
				k.crossings = append(k.crossings, crossing{at, r.dir, s.dir})
			default:
				k.crossings = append(k.crossings, crossing{at, s.dir, r.dir})
			}
		}
		k.inner = append(k.inner, ring)
	}
	return k
}

// tie pairs the rays of any polygon: those first whose ways to their meeting are
// shortest together (Kaplan 2000).
func (p ngon) tie(angle float64) knot {
	on, back := p.rays(angle)
	n := len(p)
	usedOn, usedBack := make([]bool, n), make([]bool, n)
	var k knot
	for range n {
		best, bi, bj, at := math.Inf(1), -1, -1, geom.Pt{}
		for i := range n {
			for j := range n {
				if usedOn[i] || usedBack[j] || i == j {
					continue
				}
				q, u, v, ok := on[i].meet(back[j])
				if ok && u+v < best-1e-9 {
					best, bi, bj, at = u+v, i, j, q
				}
			}
		}
		if bi < 0 {
			break
		}
		usedOn[bi], usedBack[bj] = true, true
		k.straps = k.straps.Join(geom.Polyline(on[bi].from, at, back[bj].from))
	}
	return k
}

// starPath returns the outline of a star: middles of edges and inner corners by
// turns, drawn toward c by the factor.
func (p ngon) starPath(ring []geom.Pt, factor float64) geom.Path {
	c := p.center()
	var pts []geom.Pt
	for i, a := range p {
		pts = append(pts, c.Lerp(a.Lerp(p[(i+1)%len(p)], .5), factor), c.Lerp(ring[i], factor))
	}
	return geom.Polygon(pts...)
}

func drawGirih(in pattern.Info, o pattern.Options, lay func(s float64) contact) pattern.Tile {
	c := newCanting(in, o)
	t := lay(c.size)
	angle := c.value("angle") / 360
	f := c.fine()
	// The lines of the cloth's own ink lie between wax on both sides: they are no
	// narrower than wax leaves open.
	edge := math.Max(.75*f, c.apart())
	// Between them the strap is broad enough to be seen going over and under.
	w := math.Max(float64((1.05+float64(.012*c.size))*c.value("strap")*o.Weight()), float64(2*edge)+float64(1.55*c.apart()))
	gap := w + math.Max(float64(.64*w), 2*c.apart())
	beside := float64(gap/2) + math.Max(.55*f, c.apart()) // from the middle of a strap to where its field begins
	knots := make([]knot, len(t.stars))
	var straps, stars, inner, hearts, petals geom.Path
	for k, p := range t.stars {
		knots[k] = p.star(angle, c.whole("depth"))
		straps = straps.Join(knots[k].straps)
	}
	for _, p := range t.between {
		straps = straps.Join(p.tie(angle).straps)
	}
	lines := newNet(straps, t.size)
	var cross []crossing
	var ceceks, beads, cores []geom.Dot
	var fills []pattern.Shape
	bead := float64(.8 * c.cecek())
	for k, p := range t.stars {
		n := len(p)
		star := knots[k]
		cross = append(cross, star.crossings...)
		mid := p.center()
		stars = stars.Join(p.starPath(star.inner[0], 1))
		last := star.inner[len(star.inner)-1]
		inner = inner.Join(geom.Polygon(last...))
		r := last[0].Dist(mid)
		// The heart: a small flower with as many petals as the star has points.
		rings := c.whole("rings")
		for ring := range rings {
			hearts = hearts.Join(geom.Circle(mid, float64(r*(.62-float64(.2*float64(ring))))))
		}
		if rings > 0 {
			if wide := c.petalWidth(r, n); wide > finest(o) {
				petals = petals.Join(many(geom.Petal(.3*r, wide).Transform(geom.Translate(geom.Pt{X: float64(.2 * r)})), around(mid, n, .5/float64(n))))
			}
			if heart := math.Min(.1*r, float64(.2*r)-c.apart()); heart > finest(o)/2 {
				cores = append(cores, geom.Dot{C: mid, R: heart})
			}
		}
		// A ring of cecek as near to the straps as they leave room, and clear of the
		// rings within.
		for ring := float64(.8 * r); ring > float64(.62*r)+finest(o)+c.apart()+bead; ring -= float64(.02 * r) {
			first := geom.Polar(ring, .25/float64(n))
			if lines.distance(mid.Add(first)) >= beside+c.apart()+bead && 2*math.Pi*ring/float64(2*n) > float64(2*bead)+c.apart() {
				ceceks = append(ceceks, manyDots(ringDots(2*n, ring, .25/float64(n), bead), moved(mid))...)
				break
			}
		}
		// A cecek in each point of the star, where the rays leave room.
		for i := range n {
			edge := p[i].Lerp(p[(i+1)%n], .5)
			q := edge.Lerp(mid, .4)
			if len(star.inner) > 1 {
				q = edge.Lerp(star.inner[1][(i+n-1)%n], .56)
			}
			if room := lines.distance(q) - float64(gap/2) - c.apart(); room > bead {
				beads = append(beads, geom.Dot{C: q, R: math.Min(1.3*bead, room)})
			}
		}
		if k == 0 {
			// The first point's filling, turned round and moved to the other stars.
			foot := mid
			if len(star.inner) > 1 {
				foot = star.inner[1][n-1]
			}
			tip := p[0].Lerp(p[1], .5)
			point := geom.Polygon(tip, star.inner[0][0], foot, star.inner[0][n-1])
			fills = c.fill("star", pattern.Isen, point.Flatten(.05), foot, tip)
			fills = merged(fills, combined(combined(moved(mid.Mul(-1)), around(mid, n, 0)), moved(starShifts(t)...)))
		}
	}
	if len(fills) > 0 {
		beads = nil
	}
	// Where the polygons' corners meet lies the middle of what stars leave: a ring
	// of cecek with as many dots as the star has points keeps the group, or a dot
	// where a ring finds no room.
	n := len(t.stars[0])
	ring := math.Max(float64(.056*t.stars[0][0].Dist(t.stars[0].center())), float64(n)*(float64(2*bead)+c.apart())/(2*math.Pi))
	seal := func(q geom.Pt) {
		switch room := lines.distance(q) - beside - c.apart(); {
		case room > ring+bead:
			ceceks = append(ceceks, manyDots(append(ringDots(n, ring, 0, bead), geom.Dot{R: 1.2 * bead}), moved(q))...)
		case room > 1.2*bead:
			ceceks = append(ceceks, geom.Dot{C: q, R: 1.2 * bead})
		}
	}
	for _, p := range t.between {
		seal(p.center())
	}
	for _, p := range t.stars {
		for _, q := range p {
			if t.clear(q, float64(2*(ring+bead))+c.apart()) {
				seal(q)
			}
		}
	}
	ceceks = append(thinOnTorus(ceceks, t.size), cores...)

	out := []pattern.Shape{
		area(pattern.Fill, pattern.Tembok, stars),
		area(pattern.Ground, pattern.Tembok, inner),
		line(pattern.Fill, pattern.Filling, .6*f, hearts),
		area(pattern.Fill2, pattern.Klowong, petals),
	}
	out = append(out, fills...)
	out = append(out,
		// A thin line goes with the straps in every field that they make.
		line(pattern.Fill, pattern.Filling, 2*beside, straps),
		line(pattern.Ground, pattern.Tembok, gap, straps),
		dots(pattern.Isen, pattern.Filling, beads),
		dots(pattern.Fill2, pattern.Filling, ceceks),
		line(pattern.Fill, pattern.Klowong, w, straps),
		line(pattern.Ground, pattern.Klowong, w-float64(2*edge), straps))
	out = append(out, overs(cross, w, edge)...)
	return pattern.Tile{Size: t.size, Shapes: full(out...)}
}

// petalWidth is how wide n petals round the heart of a star of radius r may be, from
// .2 of it to .5, so that cloth stays open between them.
func (c canting) petalWidth(r float64, n int) float64 {
	wide := .15 * r
	// How broad a petal of width one is on the way to its middle.
	for _, at := range [][2]float64{{.15, .66}, {.25, .91}, {.5, .98}} {
		between := float64(2 * r * (.2 + float64(.3*at[0])) * geom.Sin(.5/float64(n)))
		wide = math.Min(wide, (between-c.apart())/at[1])
	}
	return wide
}

// net is the lines of a tile that repeats, as segments.
type net struct{ segments [][2]geom.Pt }

// newNet returns the net of a path that reaches over the tile by less than its size.
func newNet(p geom.Path, size geom.Pt) net {
	var n net
	box := geom.R(0, 0, size.X, size.Y).Inset(-.3 * math.Min(size.X, size.Y))
	for _, q := range p.Flatten(.05) {
		for i := 1; i < len(q.Pts); i++ {
			for dx := -1.; dx <= 1; dx++ {
				for dy := -1.; dy <= 1; dy++ {
					by := geom.Pt{X: float64(dx * size.X), Y: float64(dy * size.Y)}
					a, b := q.Pts[i-1].Add(by), q.Pts[i].Add(by)
					if box.Overlaps(geom.Bounds([]geom.Pt{a, b}).Inset(-1e-6)) {
						n.segments = append(n.segments, [2]geom.Pt{a, b})
					}
				}
			}
		}
	}
	return n
}

// distance returns how far q, on the tile, lies from the nearest line.
func (n net) distance(q geom.Pt) float64 {
	best := math.Inf(1)
	for _, s := range n.segments {
		d := s[1].Sub(s[0])
		t := 0.
		if l := d.Dot(d); l > 0 {
			t = geom.Clamp(q.Sub(s[0]).Dot(d)/l, 0, 1)
		}
		best = math.Min(best, q.Dist(s[0].Lerp(s[1], t)))
	}
	return best
}

// clear reports whether q lies at least d from the middle of every polygon
// between the stars.
func (t contact) clear(q geom.Pt, d float64) bool {
	for _, p := range t.between {
		if toroidal(q.Sub(p.center()), t.size).Len() < d {
			return false
		}
	}
	return true
}

// starShifts returns how far each star lies from the first.
func starShifts(t contact) []geom.Pt {
	var ds []geom.Pt
	for _, p := range t.stars {
		ds = append(ds, p.center().Sub(t.stars[0].center()))
	}
	return ds
}

func maxRadius(ds []geom.Dot) float64 {
	r := 0.
	for _, d := range ds {
		r = math.Max(r, d.R)
	}
	return r
}

// thinOnTorus drops dots that repeat an earlier one across the tile's edge.
func thinOnTorus(ds []geom.Dot, size geom.Pt) []geom.Dot {
	for i, d := range ds {
		// A thousandth keeps what lies on the edge, within rounding, at one side.
		x, y := d.C.X/size.X+1e-6, d.C.Y/size.Y+1e-6
		ds[i].C = geom.Pt{X: d.C.X - float64(math.Floor(x)*size.X), Y: d.C.Y - float64(math.Floor(y)*size.Y)}
	}
	return thin(ds, 2.1*maxRadius(ds))
}

// overs redraws the upper strap at each crossing: its body and the lines at its
// sides, for as far as the two lie over each other.
func overs(cross []crossing, w, thin float64) []pattern.Shape {
	var bodies, sides geom.Path
	for _, x := range cross {
		u, v := x.over.Unit(), x.under.Unit()
		sin := math.Max(.2, math.Abs(u.Cross(v)))
		l := float64(w / 2 * (1 + math.Abs(u.Dot(v))) / sin)
		n := u.Perp()
		box := func(lo, hi float64) geom.Path {
			a, b := x.at.Add(n.Mul(lo)), x.at.Add(n.Mul(hi))
			return geom.Polygon(a.Sub(u.Mul(l)), a.Add(u.Mul(l)), b.Add(u.Mul(l)), b.Sub(u.Mul(l)))
		}
		// Its ends would show on the lines at the sides: it only just reaches under them.
		bodies = bodies.Join(box(float64(.9*thin)-float64(w/2), float64(w/2)-float64(.9*thin)))
		sides = sides.Join(box(-w/2, thin-float64(w/2))).Join(box(float64(w/2)-thin, w/2))
	}
	return []pattern.Shape{area(pattern.Ground, pattern.Klowong, bodies), area(pattern.Fill, pattern.Klowong, sides)}
}

// ogee is the trellis of pointed arches, drawn as a net of double lines.
func ogee() drawing {
	return drawing{"gulf_lattice", pattern.Info{ID: "gulf_lattice", Family: "girih", Group: "cmm",
		Params: []pattern.Param{
			sizeParam(30),
			ratio("height", "Height of the mesh to its width", "Tinggi mata jaring banding lebar", 1.2, 2.2, 1.6),
			ratio("point", "Sharpness of the arches", "Runcing lengkung", .2, .9, .55),
			count("echo", "Lines inside the mesh", "Garis di dalam mata jaring", 0, 3, 2),
			count("bud", "Bud: none, lozenge, leaves", "Kuncup: tanpa, wajik, daun", 0, 2, 2),
		},
		Slots:   []pattern.Slot{{ID: "mesh", Name: "Meshes", Nama: "Mata jaring", Def: ""}},
		Repeats: squareRepeats(),
	}, drawOgee}
}

func drawOgee(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	h := float64(w * c.value("height"))
	size := geom.Pt{X: w, Y: h}
	f := c.fine()
	centers := moved(geom.Pt{}, size.Mul(.5))
	// A quarter of the mesh: from its side (w/2,0), upright there, to its top
	// (0,h/2), where the next mesh's side begins. The arch is the same line as
	// that side, half turned about the middle of the quarter.
	bend := c.value("point")
	mesh := func(k float64) geom.Path {
		a, b := float64(k*w/2), float64(k*h/2)
		q := func(sx, sy float64, to geom.Pt, flip bool) [3]geom.Pt {
			c1 := geom.Pt{X: float64(sx * a), Y: float64(sy * b * bend)}
			c2 := geom.Pt{X: 0, Y: float64(sy * b * (1 - bend))}
			if flip {
				c1, c2 = c2, c1
			}
			return [3]geom.Pt{c1, c2, to}
		}
		e, n, v, s := geom.Pt{X: a}, geom.Pt{Y: b}, geom.Pt{X: -a}, geom.Pt{Y: -b}
		p := geom.Path{}.MoveTo(e)
		for _, x := range [][3]geom.Pt{q(1, 1, n, false), q(-1, 1, v, true), q(-1, -1, s, false), q(1, -1, e, true)} {
			p = p.CubeTo(x[0], x[1], x[2])
		}
		return p.Close()
	}
	// Lines inside run along the strap, as far from it all the way round.
	outer := geom.NewRegionPoly(mesh(1).Flatten(.01)...)
	within := func(k float64) geom.Path {
		var out geom.Path
		for _, q := range outer.Inset(float64((1-k)*w/2), w/160) {
			out = out.Join(fromRight(q).Path())
		}
		return out
	}
	var echoes geom.Path
	k := 1.
	for i := range c.whole("echo") {
		k -= []float64{.2, .1, .09}[i]
		echoes = echoes.Join(within(k))
	}
	net := many(mesh(1), centers)
	// The lines of the strap lie between wax on both sides.
	strap := float64(.05 * w * geom.Clamp(o.Weight(), .6, 1.6))
	edge := math.Max(.25*strap, c.apart())
	strap = math.Max(strap, float64(2*edge)+finest(o))
	out := []pattern.Shape{
		area(pattern.Fill, pattern.Tembok, many(within(k), centers)),
	}
	if k > .5 {
		out = append(out, merged(c.fill("mesh", pattern.Isen, within(k-.06).Flatten(.05), geom.Pt{Y: -h / 2}, geom.Pt{Y: h / 2}), centers)...)
	}
	out = append(out, line(pattern.Fill, pattern.Filling, .6*f, many(echoes, centers)))
	switch c.whole("bud") {
	case 1:
		out = append(out, area(pattern.Ground, pattern.Klowong, many(lozenge(.11*w, .16*h), centers)),
			area(pattern.Fill, pattern.Klowong, many(lozenge(.06*w, .085*h), centers)))
	case 2:
		// It ends where the point of the mesh leaves it room.
		tall := geom.Clamp(within(k).Bounds().Max.Y-float64(.035*h)-float64(.3*f)-float64(2.4*c.apart()), .12*h, .24*h)
		up := geom.Petal(tall, .15*w).Transform(geom.Rotate(.25).At(geom.Pt{Y: float64(.035 * h)}))
		side := geom.Petal(.19*w, .09*w).Transform(geom.Rotate(.1).At(geom.Pt{X: float64(.05 * w), Y: math.Max(.01*h, .56*c.apart())}))
		both := up.Join(up.Transform(geom.Scale(1, -1)))
		for _, m := range quarters() {
			both = both.Join(side.Transform(m))
		}
		out = append(out, area(pattern.Ground, pattern.Klowong, many(both, centers)),
			dots(pattern.Ground, pattern.Klowong, manyDots([]geom.Dot{{R: .035 * w}}, centers)))
	}
	// Beads stand between the net and the first line.
	if c.whole("echo") > 0 {
		inner := geom.NewRegion(within(.8))
		middle := 1 - (float64(strap/2)+float64(.1*w)-float64(.3*f))/w
		var ds []geom.Dot
		for _, d := range beaded(within(middle), .07*w, math.Min(.9*c.cecek(), .017*w), 4) {
			// Toward the points there is no room for them.
			need := d.R + c.apart()
			if outer.Distance(d.C) > need+float64(strap/2) && -inner.Distance(d.C) > need+float64(.3*f) {
				ds = append(ds, d)
			}
		}
		out = append(out, dots(pattern.Fill, pattern.Filling, manyDots(ds, centers)))
	}
	// Studs bind the straps where four meshes meet.
	studs := moved(geom.Pt{Y: h / 2}, geom.Pt{X: w / 2})
	out = append(out,
		line(pattern.Fill, pattern.Klowong, strap, net),
		line(pattern.Ground, pattern.Klowong, strap-float64(2*edge), net),
		area(pattern.Fill, pattern.Klowong, many(lozenge(.08*w, .135*w), studs)),
		area(pattern.Ground, pattern.Klowong, many(lozenge(.04*w, .06*w), studs)))
	return pattern.Tile{Size: size, Shapes: full(out...)}
}

// fromRight returns a closed chain about the origin that begins where it crosses the x
// axis on the right.
func fromRight(q geom.Poly) geom.Poly {
	n := len(q.Pts)
	for i, a := range q.Pts {
		b := q.Pts[(i+1)%n]
		if a.X > 0 && b.X > 0 && (a.Y < 0) != (b.Y < 0) {
			pts := append([]geom.Pt{a.Lerp(b, a.Y/(a.Y-b.Y))}, q.Pts[i+1:]...)
			return geom.Poly{Pts: append(pts, q.Pts[:i+1]...), Closed: q.Closed}
		}
	}
	return q
}

// quarters returns the four mirror images about the axes.
func quarters() []geom.Affine {
	return []geom.Affine{geom.Identity(), geom.Scale(-1, 1), geom.Scale(-1, -1), geom.Scale(1, -1)}
}
