package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// sulur is the scroll of a sido lozenge: from each corner a stem comes in, forks
// and runs round the figure along two sides, to roll up where it meets the one
// from the next corner. Broad leaves lean on it wherever there is room.
type sulur struct {
	w                    float64 // width of a stem at its foot, mm
	leaf                 float64 // length of the largest leaf, mm
	edge                 float64 // width of the leaves' rim, mm; 0: none
	stem, body, rim, rib pattern.Role
	dot, sparse          float64 // radius of the cecek, mm, and their least room, of it
	speck                pattern.Role
}

// fork is half of what springs from the lower corner of a lozenge with corners at
// (±1,0) and (0,±1): from where the stem forks to the end of its curl.
func fork() []geom.Pt {
	return pts(0, .8, .03, .715, .1, .645, .2, .585, .275, .5, .275, .41, .215, .37, .17, .405, .19, .45)
}

// sulur grows the scroll about mid, in a lozenge of half axes a and b; its stems
// begin at from, of these, beyond the corners. Left out are the stems of the left
// half unless the whole is to grow.
func (g *garden) sulur(l sulur, mid geom.Pt, a, b, from float64, whole bool, sd seed.Seed) {
	r := sd.At("sulur")
	at := func(x, y float64) geom.Pt { return mid.Add(geom.Pt{X: float64(a * x), Y: float64(b * y)}) }
	var grown []stem
	grow := func(pts []geom.Pt, w0, w1 float64) bool {
		s := stem{pts, w0, w1}
		// What leans on another stem at its foot need not keep clear of it.
		end := geom.Dot{C: pts[len(pts)-1], R: l.w}
		if !g.fits(append(s.discs(.3, 1, 2*g.dx), end), g.c.apart()) {
			return false
		}
		g.lay(deepStem, geom.Identity(), area(l.stem, pattern.Klowong, s.outline()))
		g.take(s.discs(0, 1, 2*g.dx)...)
		g.stems, grown = append(g.stems, s), append(grown, s)
		return true
	}
	// Corners: below, above, right, left. The curve is that of the lower corner,
	// its right half; sx and sy mirror it, swap turns it about the diagonal.
	type corner struct {
		swap   bool
		sx, sy float64
	}
	var corners []corner
	var trunks []stem
	for _, swap := range []bool{false, true} {
		for _, sx := range []float64{1, -1} {
			for _, sy := range []float64{1, -1} {
				if whole || sx > 0 {
					corners = append(corners, corner{swap, sx, sy})
				}
			}
		}
	}
	for _, q := range corners {
		roll, lean := r.Range(.9, 1.06), r.Range(-.02, .02)
		line := func(in []geom.Pt) []geom.Pt {
			out := make([]geom.Pt, len(in))
			for i, p := range in {
				x, y := p.X, p.Y
				if i > 0 { // no two curls are alike
					x, y = float64(p.X*roll)+float64(lean*p.X), float64(p.Y)-float64(lean*p.X)
				}
				if q.swap {
					x, y = y, x
				}
				out[i] = at(float64(q.sx*x), float64(q.sy*y))
			}
			return out
		}
		foot := line([]geom.Pt{{Y: from}, fork()[0]})
		trunk := stem{foot, 1.25 * l.w, 1.1 * l.w}
		g.lay(deepStem, geom.Identity(), area(l.stem, pattern.Klowong, trunk.outline()))
		g.take(trunk.discs(0, 1, 2*g.dx)...)
		trunk.pts = geom.Poly{Pts: foot}.Resample(.8 * l.w).Pts // leaves sit on its points
		trunks = append(trunks, trunk)
		// A curl that finds no room is rolled up less.
		for n := len(fork()); n >= 5; n-- {
			curl := geom.Smooth(line(fork()[:n]), false).Flatten(.05)[0]
			if grow(curl.Resample(.8*l.w).Pts, l.w, math.Max(.7*l.w, finest(g.c.o))) {
				end := grown[len(grown)-1]
				bulb := geom.Dot{C: end.pts[len(end.pts)-1], R: .85 * l.w}
				g.lay(deepStem, geom.Identity(), area(l.stem, pattern.Klowong, geom.Circle(bulb.C, bulb.R)))
				g.take(bulb)
				break
			}
		}
	}
	for _, s := range slices.Concat(grown, trunks) {
		g.sulurLeaves(l, s, r)
	}
	// Shoots with a leaf of their own reach what is still open.
	g.gaps(.3*l.leaf, sd.Sub("shoots"), func(p geom.Pt, room float64) {
		foot, dir, ok := g.nearest(p)
		if !ok {
			return
		}
		n := len(grown)
		side := r.Sign()
		for _, k := range []float64{1, .8, .6} {
			if grow(curled(foot, dir-float64(.08*side), side, float64(k*(foot.Dist(p)+float64(2.2*room))), .55), .8*l.w, math.Max(.6*l.w, finest(g.c.o))) {
				g.sulurLeaves(l, grown[n], r)
				return
			}
		}
		g.sulurLeaf(l, foot, dir, 1, l.w)
	})
	g.reach = math.Max(2*l.sparse*l.dot, g.gap)
	if l.dot > 0 {
		g.gaps(l.sparse*l.dot, sd.Sub("cecek"), func(p geom.Pt, _ float64) {
			g.take(geom.Dot{C: p, R: l.dot})
			g.lay(deepTanahan, geom.Translate(g.home(p).Sub(p)), dots(l.speck, pattern.Filling, []geom.Dot{{C: p, R: l.dot}}))
		})
	}
}

// sulurLeaves sets leaves on both sides of a stem wherever one fits.
func (g *garden) sulurLeaves(l sulur, s stem, r *seed.Stream) {
	n := len(s.pts) - 1
	side := r.Sign()
	walked := .4 * l.leaf
	for i := 1; i <= n; i++ {
		if walked += s.pts[i].Dist(s.pts[i-1]); walked < .3*l.leaf {
			continue
		}
		for _, sgn := range []float64{side, -side} {
			set := false
			for _, lean := range []float64{.19, .23, .15} {
				if set = g.sulurLeaf(l, s.pts[i], s.dir(i)+float64(sgn*lean), r.Range(.92, 1.05), s.width(i)); set {
					break
				}
			}
			if set {
				walked, side = 0, -sgn
				break
			}
		}
	}
}

// sulurLeaf sets one leaf, its foot on a stem of the width; where it finds no room
// it is tried smaller, down to half.
func (g *garden) sulurLeaf(l sulur, foot geom.Pt, dir, k, stalk float64) bool {
	for _, shrink := range []float64{1, .85, .7, .56, .45} {
		n := float64(l.leaf * k * shrink)
		// It begins on the stem, lest a slit be left between the two.
		b := plume{foot: foot.Add(geom.Polar(float64(.3*stalk), dir)), dir: dir, bend: .05, l: n, half: .33 * n, at: .45}
		if l.rim == l.stem {
			b.foot = foot
		}
		var ds, free []geom.Dot
		for _, t := range []float64{.2, .3, .4, .55, .7, .85, 1} {
			p, _ := b.on(t)
			d := geom.Dot{C: p, R: float64(b.half * b.width(t))}
			ds = append(ds, d)
			if t > .5 { // the inner half leans over the stem
				free = append(free, d)
			} else if t > .25 { // but no stem runs along its side
				side := geom.Polar(d.R, b.dir+float64(b.bend*t)+.25)
				free = append(free, geom.Dot{C: p, R: .6 * d.R}, geom.Dot{C: p.Add(side)}, geom.Dot{C: p.Sub(side)})
			}
		}
		if !g.fits(free, g.c.apart()) {
			continue
		}
		g.take(ds...)
		m := geom.Translate(g.home(foot).Sub(foot))
		if l.edge > 0 {
			g.lay(deepLeaf, m, area(l.rim, pattern.Klowong, b.path(0)))
		}
		g.lay(deepLeaf+1, m, area(l.body, pattern.Klowong, b.path(l.edge)))
		g.lay(deepLeaf+2, m, line(l.rib, pattern.Filling, g.c.fine(), g.c.sulurRibs(b, l.edge)))
		return true
	}
	return false
}

// sulurRibs are the lines in a leaf: one along its middle, and one on either side
// where there is room for it between that and the rim.
func (c canting) sulurRibs(b plume, edge float64) geom.Path {
	w, open := c.fine(), c.apart()
	room := func(t float64) float64 { return float64(b.half*b.width(t)) - edge }
	from, to := .28, .78
	for from < .5 && room(from) < float64(.5*w)+float64(1.1*open) {
		from += .02
	}
	for to > .5 && room(to) < float64(.5*w)+float64(1.1*open) {
		to -= .02
	}
	if to-from < .2 {
		return geom.Path{}
	}
	out := b.rib(from, to)
	var side []geom.Pt
	for t := .3; t <= .72; t += .06 {
		y := float64(.52 * room(t))
		if y < w+open || room(t)-y < float64(.5*w)+open {
			continue
		}
		p, d := b.on(t)
		side = append(side, p.Add(geom.Polar(y, d+.25)), p.Add(geom.Polar(y, d-.25)))
	}
	if len(side) < 6 {
		return out
	}
	for k := range 2 {
		var one []geom.Pt
		for i := k; i < len(side); i += 2 {
			one = append(one, side[i])
		}
		out = out.Join(geom.Smooth(one, false))
	}
	return out
}
