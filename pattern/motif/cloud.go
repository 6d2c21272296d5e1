package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// cloud is one body drawn with a white line and shaded away from it: a cloud of
// mega mendung, a rock of wadasan.
//
// On cloth each shade is a step of distance from the line that lies outside it:
// from the outline inward and, where the line curls in, from the hollow side of
// the curl. What lies under the curl's back is deep, which makes the heads look
// rolled up.
type cloud struct {
	outline geom.Path
	hooks   [][]geom.Pt // lines that curl within, from the outline to their free end
	inner   []cloud     // clouds that lie within, painted over it
}

func (c cloud) transform(m geom.Affine) cloud {
	return c.warp(m.Apply, m.Det() < 0)
}

// warp moves every point by f, which must be smooth; mirrored says that f turns
// the plane over.
func (c cloud) warp(f func(geom.Pt) geom.Pt, mirrored bool) cloud {
	move := func(pts []geom.Pt) []geom.Pt {
		out := make([]geom.Pt, len(pts))
		for i, p := range pts {
			out[i] = f(p)
		}
		return out
	}
	n := cloud{outline: geom.Path{Verbs: slices.Clip(c.outline.Verbs), Pts: move(c.outline.Pts)}}
	if mirrored {
		// All outlines wind one way, so that two that touch never cancel.
		n.outline = reversed(n.outline)
	}
	for _, h := range c.hooks {
		n.hooks = append(n.hooks, move(h))
	}
	for _, k := range c.inner {
		n.inner = append(n.inner, k.warp(f, mirrored))
	}
	return n
}

// reversed returns a closed path of one subpath run backwards.
func reversed(p geom.Path) geom.Path {
	n := len(p.Pts)
	if n == 0 {
		return p
	}
	pts := slices.Clone(p.Pts)
	slices.Reverse(pts)
	out := geom.Path{Verbs: []geom.Verb{geom.Move}, Pts: pts}
	for i := len(p.Verbs) - 1; i > 0; i-- {
		if p.Verbs[i] != geom.Close {
			out.Verbs = append(out.Verbs, p.Verbs[i])
		}
	}
	return out.Close()
}

// edged returns the closed outline that runs smoothly along each edge and has a
// corner where one edge meets the next.
func edged(edges ...[]geom.Pt) geom.Path {
	var p geom.Path
	for i, e := range edges {
		next := edges[(i+1)%len(edges)][0]
		if e[len(e)-1] != next {
			e = append(slices.Clone(e), next)
		}
		q := geom.Smooth(e, false)
		if i > 0 { // go on from the edge before
			q = geom.Path{Verbs: q.Verbs[1:], Pts: q.Pts[1:]}
		}
		p = p.Join(q)
	}
	p = p.Close()
	if p.Flatten(.01)[0].Area() < 0 { // all wind one way
		p = reversed(p)
	}
	return p
}

// head is an ellipse that a cloud's line runs around before it curls in.
type head struct {
	c      geom.Pt
	rx, ry float64
}

func (h head) at(turns, k float64) geom.Pt {
	s, c := geom.SinCos(turns)
	return h.c.Add(geom.Pt{X: float64(k * h.rx * c), Y: float64(k * h.ry * s)})
}

// arc appends the points of the head's rim from angle a to b, in turns.
func (h head) arc(dst []geom.Pt, a, b float64) []geom.Pt {
	n := int(math.Ceil(float64(math.Abs(b-a) * 14)))
	for i := 0; i <= n; i++ {
		dst = append(dst, h.at(geom.Mix(a, b, float64(i)/float64(n)), 1))
	}
	return dst
}

// hook returns the line that leaves the rim at angle a and curls in.
func (h head) hook(a, turns float64) []geom.Pt {
	n := int(math.Ceil(float64(math.Abs(turns) * 22)))
	pts := make([]geom.Pt, n+1)
	for i := range pts {
		t := float64(i) / float64(n)
		// It leaves the rim at once, so that the shades of both have room, and
		// winds on evenly to a third of the head.
		k := 1 - float64(.75*geom.Pow(t, .85))
		pts[i] = h.at(a+float64(turns*t), k)
	}
	return pts
}

// pts reads x, y pairs.
func pts(xy ...float64) []geom.Pt {
	out := make([]geom.Pt, len(xy)/2)
	for i := range out {
		out[i] = geom.Pt{X: xy[2*i], Y: xy[2*i+1]}
	}
	return out
}

// comma is a cloud of length 1 with a curled head at its left and a tail that
// swells once more and then draws out to a point.
func comma() cloud {
	h := head{geom.Pt{X: .215, Y: 0}, .215, .18}
	const j = -.085 // where the back runs into the head
	belly := h.arc(nil, j, -.7)
	belly = append(belly, pts(.28, .18, .36, .19, .44, .175, .52, .14, .59, .125, .67, .14, .745, .125, .82, .075, .9, .03, 1, 0)...)
	back := append(pts(1, 0, .92, -.022, .85, -.055, .785, -.11, .71, -.145, .63, -.135, .56, -.1, .48, -.085), h.at(j, 1))
	return cloud{outline: edged(belly, back), hooks: [][]geom.Pt{h.hook(j, .98)}}
}

// wave is a cloud of length 1 whose head curls under: the belly turns up into it.
func wave() cloud {
	h := head{geom.Pt{X: .22, Y: 0}, .22, .185}
	const j = .24 // where the belly runs into the head
	// From the belly's end round the left and over the top.
	top := h.arc(nil, j, .85)
	top = append(top, pts(.47, -.12, .54, -.105, .62, -.125, .69, -.145, .76, -.13, .83, -.08, .91, -.03, 1, -.01)...)
	belly := append(pts(1, -.01, .93, .02, .865, .055, .81, .11, .74, .145, .65, .135, .57, .15, .5, .2, .42, .245, .33, .24), h.at(j, 1))
	return cloud{outline: edged(top, belly), hooks: [][]geom.Pt{h.hook(j, -.98)}}
}

// twin is a cloud of length 1 with two heads that curl toward each other and a
// tail that lifts away from them.
func twin() cloud {
	h1 := head{geom.Pt{X: .21, Y: -.02}, .21, .175}
	const a1, a2 = .15, -.36
	notch := h1.at(a1, 1)
	h2 := head{rx: .175, ry: .15}
	h2.c = notch.Sub(h2.at(a2, 1))
	left := h1.arc(nil, -.14, a1-1)
	low := h2.arc(nil, a2, -.93)
	low = append(low, pts(.7, .2, .73, .12, .78, .04, .855, -.04, .925, -.1, 1, -.19)...)
	top := append(pts(1, -.19, .9, -.18, .81, -.195, .72, -.225, .63, -.215, .54, -.175, .46, -.16), h1.at(-.14, 1))
	return cloud{outline: edged(left, low, top), hooks: [][]geom.Pt{h1.hook(a1, -.95), h2.hook(a2, .9)}}
}

// within returns the cloud k long with the middle of its box at the point, its
// head toward the left or, for a negative k, the right.
func (c cloud) within(at geom.Pt, k float64) cloud {
	mid := c.outline.Bounds().Center()
	return c.transform(geom.Translate(mid.Mul(-1)).Then(geom.Scale(k, math.Abs(k))).At(at))
}

// almond is the outline of a cloud of length 1 with a point at either end, sides
// that are hollow toward the points and shoulders before the middle.
func almond() geom.Path {
	top := pts(0, .03, .06, .002, .12, -.012, .175, -.045, .225, -.115, .285, -.145, .345, -.148, .4, -.2, .46, -.245, .53, -.25, .6, -.21, .655, -.145, .715, -.115, .78, -.112, .835, -.07, .885, -.028, .94, -.01, 1, 0)
	low := pts(1, 0, .945, .028, .895, .055, .85, .11, .795, .155, .735, .162, .67, .165, .61, .2, .545, .235, .47, .24, .4, .21, .345, .165, .285, .15, .22, .15, .165, .105, .115, .065, .06, .045, 0, .03)
	return edged(top, low)
}

// hearted is an almond that holds another cloud, k of its length.
func hearted(heart cloud, k float64) cloud {
	return cloud{outline: almond(), inner: []cloud{heart.within(geom.Pt{X: .5, Y: -.005}, k)}}
}

// curled is an almond whose lower side peels off and curls in at its heart.
func hooked() cloud {
	h := head{geom.Pt{X: .49, Y: -.01}, .175, .135}
	line := append(pts(.235, .15, .3, .137, .38, .135, .46, .137), h.hook(.16, -1.25)...)
	return cloud{outline: almond(), hooks: [][]geom.Pt{line}}
}

// raft is a long cloud of length 1: a heart under its high side, and a comma that
// breaks from the low one.
func raft() cloud {
	top := pts(0, .06, .05, .035, .095, 0, .14, -.06, .2, -.1, .26, -.125, .325, -.13, .385, -.1, .435, -.045, .49, -.02, .55, -.045, .61, -.05, .68, -.04, .75, -.005, .82, .01, .9, .025, 1, .07)
	low := pts(1, .07, .93, .085, .875, .1, .82, .145, .75, .165, .68, .15, .61, .16, .54, .2, .46, .21, .39, .185, .32, .185, .24, .195, .17, .165, .12, .115, .06, .085, 0, .06)
	c := cloud{outline: edged(top, low)}
	c.inner = []cloud{comma().within(geom.Pt{X: .27, Y: .028}, -.34), comma().within(geom.Pt{X: .71, Y: .03}, .5)}
	return c
}

// sprig is a small cloud of length 1: two curls side by side under a scalloped
// back, and a pointed tail.
func sprig() cloud {
	h1 := head{geom.Pt{X: .17, Y: .02}, .17, .16}
	const a1, a2 = .05, .52
	h2 := head{rx: .17, ry: .155}
	h2.c = h1.at(a1, 1).Sub(h2.at(a2, 1))
	left := h1.arc(nil, -.12, a1-1)
	low := append(h2.arc(nil, a2, .1), pts(.68, .1, .76, .085, .84, .05, .92, .03, 1, .03)...)
	top := append(pts(1, .03, .9, -.01, .83, -.06, .75, -.1, .67, -.1, .6, -.15, .5, -.19, .4, -.17), h1.at(-.12, 1))
	return cloud{outline: edged(left, low, top), hooks: [][]geom.Pt{h1.hook(a1, -1), h2.hook(a2, -1)}}
}

// scalloped returns an outline of arches that bulge outward between the nodes,
// with a cusp at each; sag is their height, of the chord.
func scalloped(sag float64, nodes ...geom.Pt) geom.Path {
	edges := make([][]geom.Pt, len(nodes))
	for i, a := range nodes {
		edges[i] = arch(a, nodes[(i+1)%len(nodes)], sag)
	}
	return edged(edges...)
}

// arch returns the points of an arch over a chord, to the left of its direction.
func arch(a, b geom.Pt, sag float64) []geom.Pt {
	up := b.Sub(a).Perp().Mul(-sag)
	out := make([]geom.Pt, 0, 7)
	for i := range 7 {
		t := float64(i) / 6
		out = append(out, a.Lerp(b, t).Add(up.Mul(math.Sqrt(math.Max(0, 1-float64((2*t-1)*(2*t-1)))))))
	}
	return out
}

// puff is a small scalloped cloud of length 1, pointed at either end, with two
// curls in it.
func puff() cloud {
	nodes := pts(0, .07, .13, .02, .25, -.06, .38, -.14, .54, -.175, .69, -.11, .82, -.03, 1, .05, .8, .1, .6, .14, .38, .15, .17, .12)
	h1, h2 := head{geom.Pt{X: .33, Y: .02}, .115, .1}, head{geom.Pt{X: .6, Y: .01}, .105, .09}
	return cloud{outline: scalloped(.3, nodes...), hooks: [][]geom.Pt{
		append(pts(.38, -.14, .39, -.1), h1.hook(-.12, 1.05)...),
		append(pts(.69, -.11, .61, -.085), h2.hook(-.3, -1.05)...),
	}}
}

// swayed returns the cloud with the chance of a hand in it: bent, sheared and
// stretched a little, all of it smoothly.
func (c cloud) swayed(r *seed.Stream, much float64) cloud {
	bend, shear, tall := float64(much*r.Range(-.22, .22)), float64(much*r.Range(-.1, .1)), 1+float64(much*r.Range(-.12, .1))
	wave, phase := float64(much*r.Range(.01, .026)), r.Float64()
	return c.warp(func(p geom.Pt) geom.Pt {
		x := p.X - .5
		y := float64(p.Y*tall) + float64(bend*(float64(x*x)-.08)) + float64(shear*x)
		return geom.Pt{
			X: p.X + float64(wave*geom.Sin(float64(2.1*p.Y)+float64(.7*p.X)+phase)),
			Y: y + float64(wave*geom.Sin(float64(1.3*p.X)+phase)),
		}
	}, false)
}

// outlines appends all the lines of the cloud, but not of those within.
func (c cloud) lines(dst geom.Path) geom.Path {
	dst = dst.Join(c.outline)
	for _, h := range c.hooks {
		dst = dst.Join(geom.Smooth(h, false))
	}
	return dst
}

// shade adds to bands[i] what of the cloud lies deeper than depths[i], which grow.
func (c cloud) shade(bands []geom.Path, depths []float64, step float64) {
	c.contours(bands, depths, step, 1.3)
}

// contours is shade with the bands crowded as told on the backs of hooks: 0 for as
// wide as elsewhere.
func (c cloud) contours(bands []geom.Path, depths []float64, step, crowd float64) {
	if len(depths) == 0 {
		return
	}
	f := newDepth(c.outline, depths[len(depths)-1]+step, step)
	for _, h := range c.hooks {
		f.curl(h, crowd)
	}
	for i, rings := range geom.Levels(f.d, f.nx, f.origin, step, depths...) {
		for _, q := range rings {
			// Along a ridge the samples leave specks that no wax could hold.
			if math.Abs(q.Area()) < 6*step*step {
				continue
			}
			bands[i] = bands[i].Join(geom.Smooth(q.Resample(2*step).Pts, true))
		}
	}
}

// depth is a field of distances from the lines of one cloud, sampled every step
// mm, no greater than most and negative outside.
type depth struct {
	d          []float64
	nx, ny     int
	origin     geom.Pt
	step, most float64
}

func newDepth(outline geom.Path, most, step float64) *depth {
	polys := outline.Flatten(step / 8)
	b := outline.Bounds().Inset(-step)
	for b.W()*b.H() > 1e6*step*step { // coarser rather than unbounded
		step *= 2
	}
	f := &depth{origin: b.Min, step: step, most: most, nx: int(b.W()/step) + 2, ny: int(b.H()/step) + 2}
	f.d = make([]float64, f.nx*f.ny)
	for i := range f.d {
		f.d[i] = most
	}
	crossings := make([][]float64, f.ny)
	for _, q := range polys {
		for i, a := range q.Pts {
			c := q.Pts[(i+1)%len(q.Pts)]
			f.segment(a, c, func(_ geom.Pt, d float64, _ float64) float64 { return d })
			// Rows that the segment crosses, for telling the inside.
			lo, hi := a, c
			if lo.Y > hi.Y {
				lo, hi = hi, lo
			}
			for j := max(0, int(math.Ceil((lo.Y-b.Min.Y)/step))); j < f.ny; j++ {
				y := b.Min.Y + float64(float64(j)*step)
				if y >= hi.Y {
					break
				}
				if y >= lo.Y {
					crossings[j] = append(crossings[j], lo.X+float64((hi.X-lo.X)*((y-lo.Y)/(hi.Y-lo.Y))))
				}
			}
		}
	}
	for j, xs := range crossings {
		slices.Sort(xs)
		k := 0
		for i := range f.nx {
			x := b.Min.X + float64(float64(i)*step)
			for k < len(xs) && xs[k] <= x {
				k++
			}
			if k%2 == 0 {
				f.d[j*f.nx+i] = -f.d[j*f.nx+i]
			}
		}
	}
	return f
}

// segment lowers the field near the segment from a to b to what cost makes of
// the vector from its nearest point, the distance and the place along it (0…1).
func (f *depth) segment(a, b geom.Pt, cost func(v geom.Pt, d, t float64) float64) {
	ab := b.Sub(a)
	l2 := ab.Dot(ab)
	if l2 == 0 {
		return
	}
	box := geom.Bounds([]geom.Pt{a, b}).Inset(-f.most)
	i0, i1 := max(0, int((box.Min.X-f.origin.X)/f.step)), min(f.nx-1, int((box.Max.X-f.origin.X)/f.step)+1)
	j0, j1 := max(0, int((box.Min.Y-f.origin.Y)/f.step)), min(f.ny-1, int((box.Max.Y-f.origin.Y)/f.step)+1)
	for j := j0; j <= j1; j++ {
		y := f.origin.Y + float64(float64(j)*f.step) - a.Y
		row := f.d[j*f.nx:][:f.nx]
		for i := i0; i <= i1; i++ {
			old := row[i]
			if old <= 0 {
				continue
			}
			x := f.origin.X + float64(float64(i)*f.step) - a.X
			t := min(1, max(0, (float64(x*ab.X)+float64(y*ab.Y))/l2))
			vx, vy := x-float64(t*ab.X), y-float64(t*ab.Y)
			d2 := float64(vx*vx) + float64(vy*vy)
			if d2 >= float64(old*old) {
				continue
			}
			if c := cost(geom.Pt{X: vx, Y: vy}, math.Sqrt(d2), t); c < old {
				row[i] = c
			}
		}
	}
}

// curl lets a line within the cloud count as the outline does on its hollow side.
// On its back distances count for more by the crowd, so that the shades crowd under
// the line and the head looks rolled up; toward its free end both sides grow
// alike, or a crease would show there.
func (f *depth) curl(line []geom.Pt, crowd float64) {
	turn := 0.
	for i := 2; i < len(line); i++ {
		turn += line[i-1].Sub(line[i-2]).Unit().Cross(line[i].Sub(line[i-1]).Unit())
	}
	n := len(line) - 1
	for i := range n {
		dir := line[i+1].Sub(line[i]).Mul(math.Copysign(1, turn))
		from, to := float64(n-i), float64(n-i-1)
		f.segment(line[i], line[i+1], func(v geom.Pt, d, t float64) float64 {
			if dir.Cross(v) >= 0 {
				return d
			}
			end := geom.Mix(from, to, t) / float64(n)
			return float64(d * (1 + float64(crowd*geom.Smoothstep(0, .4, end))))
		})
	}
}
