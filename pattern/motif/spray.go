package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// discs returns the ground that a petal or leaf under m takes, from foot to tip:
// as wide as its sides, and then as the half ellipse of its crown.
func (p placed) discs() []geom.Dot {
	const n = 9
	ds := make([]geom.Dot, n)
	for i := range ds {
		r := (float64(i) + 1) / n
		mid := p.at(r, 0)
		wide := 0.
		if u := r - 1 + p.crown; u > 0 {
			u /= p.crown
			wide = float64(p.w * math.Sqrt(math.Max(0, 1-float64(u*u))))
		} else {
			wide = mid.Dist(p.at(r/(1-p.crown), 1))
		}
		ds[i] = geom.Dot{C: p.m.Apply(mid), R: wide}
	}
	return ds
}

// leafage is a kind of leaf with its dye: one blade, or leaflets that share a foot.
type leafage struct {
	petal    // a leaflet
	leaflets int
	dye
}

// sized returns the leafage scaled by k.
func (f leafage) sized(k float64) leafage {
	f.l, f.w = float64(k*f.l), float64(k*f.w)
	return f
}

// placed returns the leaflets of one leaf about the origin, along +x.
func (f leafage) placed() []placed {
	out := []placed{{petal: f.petal, m: geom.Identity()}}
	for i := 1; i < f.leaflets; i++ {
		q, side := f.petal, float64(2*(i%2)-1)
		k := geom.Pow(.82, float64((i+1)/2))
		q.l, q.w = float64(k*q.l), float64(k*q.w)
		q.bend = float64(.06 * side)
		out = append(out, placed{petal: q, m: geom.Rotate(float64(.155 * side * float64((i+1)/2)))})
	}
	return out
}

// bract plants a leaf with its foot at a place and reports whether it found room;
// what lies under the given distance from the foot is not asked for, since the
// leaf springs from what stands there.
func (g *garden) bract(f leafage, foot geom.Pt, dir, free float64) bool {
	ps := under(f.placed(), geom.Rotate(dir).At(foot))
	var ds []geom.Dot
	for _, p := range ps {
		ds = append(ds, p.discs()...)
	}
	for _, q := range ds {
		if q.C.Dist(foot) > free && !g.fits([]geom.Dot{q}, g.gap) {
			return false
		}
	}
	g.take(ds...)
	g.lay(deepLeaf, geom.Translate(g.home(foot).Sub(foot)), g.c.foliage(ps, f.dye)...)
	return true
}

// scattered returns n places on a torus far from each other: each the best of
// many for its distance from those before, in units of its size.
func scattered(n int, w, h float64, sd seed.Seed) []geom.Pt {
	var at []geom.Pt
	for i := range n {
		r := sd.At("place", i)
		var best geom.Pt
		most := -1.
		for range 40 * n {
			p := geom.Pt{X: float64(r.Float64() * w), Y: float64(r.Float64() * h)}
			near := w + h
			for _, q := range at {
				d := p.Sub(q)
				d.X -= float64(math.Floor(d.X/w+.5) * w)
				d.Y -= float64(math.Floor(d.Y/h+.5) * h)
				near = math.Min(near, d.Len())
			}
			if near > most {
				most, best = near, p
			}
		}
		at = append(at, best)
	}
	return at
}

// shoot returns a stem that grows from the rim of what stands at a place (a disc of
// radius free) into the most open direction, swaying once; ok is false where none
// of its lengths finds room.
func (g *garden) shoot(at geom.Pt, free, length, w0, w1 float64, r *seed.Stream) (s stem, ok bool) {
	first, side := r.Float64(), r.Sign()
	for _, k := range []float64{1, .8, .6, .45} {
		best := math.Inf(-1)
		for i := range 24 {
			dir, sway := first+float64(i)/24, float64(side*r.Range(.04, .12))
			end := at.Add(geom.Polar(free+float64(k*length), dir))
			q := stem{swayed(at, end, dir+sway, dir-float64(sway*r.Range(-.9, 1)), .4, 28), w0, w1}
			room := math.Inf(1)
			for j, p := range q.pts {
				if p.Dist(at) > free+float64(2*g.gap) {
					room = math.Min(room, g.room(p)-float64(q.width(j)/2))
				}
			}
			if room > g.gap && room > best {
				best, s, ok = room, q, true
			}
		}
		if ok {
			return s, true
		}
	}
	return s, false
}

// strew calls plant with the middles of open places that have room for a disc of
// radius least and stand at least apart from each other, and their numbers. What
// is planted takes its own ground only, so that smaller growth may come near it.
func (g *garden) strew(least, apart float64, sd seed.Seed, plant func(i int, at geom.Pt, room float64)) {
	free := g.plot.copy()
	i := 0
	free.gaps(least, sd, func(at geom.Pt, room float64) {
		free.take(geom.Dot{C: at, R: apart})
		plant(i, at, room)
		i++
	})
}

// clad sets leaves on alternate sides of a stem that is not yet planted, from one
// fraction of it to another, each as long as finds room, and one at its very end.
func (g *garden) clad(s stem, leaf leafage, n int, from, to float64, r *seed.Stream) {
	end := len(s.pts) - 1
	if to == 1 {
		for try := range 9 { // down to a fifth, so that few stems end bare
			if g.bract(leaf.sized(1-float64(.1*float64(try))), s.pts[end], s.dir(end), 0) {
				break
			}
		}
	}
	side := r.Sign()
	for i := range n {
		side = -side
		u := geom.Mix(from, to, (float64(i)+r.Range(.2, .8))/float64(n))
		k := min(end, int(u*float64(end)))
		lean, bend := r.Range(.09, .13), float64(-side*r.Range(.03, .11))
		for try := range 10 {
			p := leaf.sized(float64((1 - float64(.07*float64(try))) * r.Range(.9, 1.05)))
			p.bend = bend
			if try == 5 { // the other side may have more room
				side, p.bend = -side, -bend
			}
			if g.bract(p, s.pts[k], s.dir(k)+float64(side*(lean+float64(.025*float64(try%3)))), float64(.2*p.l)) {
				break
			}
		}
	}
}

// collar sets n leaves that come out from under a head of the given radius.
func (g *garden) collar(at geom.Pt, radius float64, leaf leafage, n int, r *seed.Stream) {
	first := r.Float64()
	for i := range n {
		for try := range 7 {
			p := leaf.sized(float64((1 - float64(.09*float64(try))) * r.Range(.9, 1.05)))
			p.bend = float64(.09 * r.Range(-1, 1))
			dir := first + (float64(i)+r.Range(-.3, .3))/float64(n)
			if g.bract(p, at.Add(geom.Polar(.62*radius, dir)), dir, .55*radius) {
				break
			}
		}
	}
}

// perched plants a head at the end of a stem, with its middle so far beyond it
// that the stem ends under the head, if it finds room.
func (g *garden) perched(s stem, deep int, b blossom, radius float64, sd seed.Seed) bool {
	end := len(s.pts) - 1
	dir := s.dir(end)
	at := s.pts[end].Add(geom.Polar(.8*radius, dir))
	if !g.fits([]geom.Dot{{C: at.Add(geom.Polar(.2*radius, dir)), R: .8 * radius}}, 0) {
		return false
	}
	g.head(deep, at, dir, radius, b.draw(g.c, radius, sd))
	return true
}

// ripples returns rows of still water w wide that repeat sideways: long broken
// swells, closer together and longer toward the far shore at y, with the given
// number of rows down to y+depth.
func (c canting) ripples(w, y, depth float64, rows int, s seed.Seed) []pattern.Shape {
	var long, short geom.Path
	for i := range rows {
		r := s.At("row", i)
		t := (float64(i) + .5) / float64(rows)
		v := y + float64(depth*geom.Pow(t, 1.25))
		amp := float64(w * (.004 + float64(.006*t)))
		for x := float64(w * r.Float64() * .2); ; {
			l := float64(w * r.Range(.1, .3))
			gap := float64(w * r.Range(.03, .12))
			if x+l > w {
				break
			}
			pts := make([]geom.Pt, 13)
			ph := r.Float64()
			for k := range pts {
				u := float64(k) / 12
				// The swell dies away at both ends.
				pts[k] = geom.Pt{X: x + float64(l*u), Y: v + float64(amp*geom.Sin(u/2)*geom.Sin(float64(l/w*9*u)+ph))}
			}
			if r.Float64() < .7 {
				long = long.Join(geom.Smooth(pts, false))
			} else {
				short = short.Join(geom.Smooth(pts, false))
			}
			x += l + gap
		}
	}
	return []pattern.Shape{line(pattern.Latar, pattern.Filling, .9*c.klowong(), long), line(pattern.Fill, pattern.Filling, 1.3*c.fine(), short)}
}
