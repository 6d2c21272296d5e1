package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func watuPecahs() []drawing {
	return []drawing{{"watu_pecah", pattern.Info{ID: "watu_pecah", Family: "watu_pecah", Group: "p1",
		Params: []pattern.Param{
			sizeParam(100),
			count("stones", "Stones in the repeat", "Jumlah batu", 16, 64, 34),
			ratio("cracked", "Share of stones broken", "Bagian batu pecah", 0, 1, .6),
			ratio("round", "Rounding of the corners", "Bulatnya sudut", .1, .5, .42),
			ratio("vein", "Width of the ground between", "Lebar sela", .5, 2, 1),
		},
		Slots: []pattern.Slot{
			{ID: "stone", Name: "Quiet stones", Nama: "Batu polos", Def: "cecek"},
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawWatuPecah}}
}

// shard is a convex piece of stone, its corners in order.
type shard []geom.Pt

// cut returns the part of the shard on the side of p to which n does not point.
func (s shard) cut(p, n geom.Pt) shard {
	var out shard
	for i, a := range s {
		b := s[(i+1)%len(s)]
		da, db := a.Sub(p).Dot(n), b.Sub(p).Dot(n)
		if da <= 0 {
			out = append(out, a)
		}
		if da*db < 0 {
			out = append(out, a.Lerp(b, da/(da-db)))
		}
	}
	return out
}

// inset returns the shard with every side moved inward by d.
func (s shard) inset(d float64) shard {
	out := s
	sign := math.Copysign(1, geom.Poly{Pts: s}.Area())
	for i, a := range s {
		if b := s[(i+1)%len(s)]; a.Dist(b) > 1e-9 {
			n := b.Sub(a).Unit().Perp().Mul(-sign) // outward
			out = out.cut(a.Sub(n.Mul(d)), n)
		}
	}
	return out
}

// rounded returns the outline with each corner cut by a curve that takes k of the
// sides that meet there.
func (s shard) rounded(k float64) geom.Path {
	n := len(s)
	if n < 3 {
		return geom.Path{}
	}
	var p geom.Path
	for i, b := range s {
		a, c := s[(i+n-1)%n], s[(i+1)%n]
		u, v := b.Lerp(a, k), b.Lerp(c, k)
		if i == 0 {
			p = p.MoveTo(u)
		} else {
			p = p.LineTo(u)
		}
		p = p.CubeTo(u.Lerp(b, .62), v.Lerp(b, .62), v)
	}
	return p.Close()
}

func (s shard) middle() geom.Pt {
	var m geom.Pt
	for _, p := range s {
		m = m.Add(p)
	}
	return m.Mul(1 / float64(max(1, len(s))))
}

func (s shard) area() float64 { return math.Abs(geom.Poly{Pts: s}.Area()) }

// quarry returns the stones of a torus w × h: what lies nearer to one of n points
// than to the others, the points driven apart once (Lloyd), with a vein of the
// given width between the stones.
func quarry(w, h float64, n int, vein float64, sd seed.Seed) []shard {
	r := sd.At("watu")
	at := make([]geom.Pt, n)
	for i := range at {
		at[i] = geom.Pt{X: float64(w * r.Float64()), Y: float64(h * r.Float64())}
	}
	half := geom.Pt{X: w, Y: h}.Mul(.5)
	whole := func(p geom.Pt) shard {
		r := geom.Rect{Min: p.Sub(half), Max: p.Add(half)}
		return shard{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}}
	}
	var stones []shard
	for range 2 {
		stones = stones[:0]
		for i, p := range at {
			s := whole(p)
			for j, q := range at {
				for dx := -1.; dx <= 1; dx++ {
					for dy := -1.; dy <= 1; dy++ {
						o := q.Add(geom.Pt{X: float64(dx * w), Y: float64(dy * h)})
						if d := o.Sub(p); (i != j || dx != 0 || dy != 0) && d.Len() > 0 {
							u := d.Unit()
							s = s.cut(p.Lerp(o, .5).Sub(u.Mul(vein/2)), u)
						}
					}
				}
			}
			stones = append(stones, s)
		}
		for i, s := range stones {
			if len(s) > 2 {
				at[i] = at[i].Lerp(s.middle(), .7)
			}
		}
	}
	return stones
}

func drawWatuPecah(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w, h := c.size, c.size
	vein := float64(.024 * w * c.value("vein"))
	round := c.value("round")
	var bodies [3]geom.Path // Fill, Fill2, Accent
	var contours, inner, rays, petals geom.Path
	var fills []pattern.Shape
	var cecek, hearts, chips, pale []geom.Dot
	least := float64(2*c.cecek()) + c.apart() // between the middles of two cecek
	put := func(kind int, s shard, whole bool, r *seed.Stream) {
		if len(s) < 3 || s.area() < float64(.0004*w*w) {
			return
		}
		k := round
		if !whole { // shards keep their edges
			k = float64(.55 * round)
		}
		out := s.rounded(k)
		contours = contours.Join(out)
		in1 := s.inset(.018 * w)
		mid := s.middle()
		body := 0
		switch kind {
		case 0: // contours within contours
			deep, half := 0., float64(.5*c.fine())
			for d := .018; d < .06; d += .016 {
				q := s.inset(float64(d * w))
				if len(q) > 2 && q.area() > float64(.0006*w*w) && len(q.inset(half+float64(.5*c.apart()))) > 2 {
					inner = inner.Join(q.rounded(k))
					deep = float64(d*w) + half
				}
			}
			if r := float64(1.2 * c.cecek()); len(s.inset(deep+c.apart()+r)) > 2 {
				hearts = append(hearts, geom.Dot{C: mid, R: r})
			}
		case 1: // a row of cecek along the edge
			body = 1
			var row []geom.Dot
			if len(in1) > 2 {
				row = thin(beaded(in1.rounded(k), math.Max(least, float64(3.2*c.cecek()/math.Sqrt(c.o.Dense()))), c.cecek(), 1), .98*least)
				cecek = append(cecek, row...)
			}
			// Seven in the middle, or one where these find no room.
			for _, heart := range [][]geom.Dot{seven(.018 * w), {{R: 1.3 * c.cecek()}}} {
				heart = manyDots(heart, moved(mid))
				if len(s.inset(.04*w)) > 2 && clearDots(heart, row, c.apart()) && clearDots(heart[:1], heart[1:], c.apart()) {
					hearts = append(hearts, heart...)
					break
				}
			}
		case 2: // rays from one corner
			if len(in1) > 2 {
				foot := in1[0]
				n := int(geom.Clamp(math.Sqrt(s.area())/w*60, 4, 12))
				q := geom.Poly{Pts: in1, Closed: true}.Resample(geom.Poly{Pts: in1, Closed: true}.Length() / float64(2*n)).Pts
				// Each begins where it keeps clear of its neighbours; every second one has
				// those on either side, the others stand farther apart.
				clear := c.fine() + c.apart()
				for i := 2; i < len(q)-1; i++ {
					v := q[i].Sub(foot)
					from := .3
					for _, j := range []int{i - 2 + i%2, i + 2 - i%2} {
						if j > 1 && j < len(q)-1 {
							from = math.Max(from, clear/math.Max(math.Abs(v.Cross(q[j].Sub(foot).Unit())), 1e-6))
						}
					}
					if from < .8 {
						rays = rays.Join(geom.Polyline(foot.Lerp(q[i], from), foot.Lerp(q[i], .94)))
					}
				}
			}
		case 3: // a flower
			body = 1
			rad := float64(.8 * math.Sqrt(in1.area()/math.Pi))
			if len(in1) > 2 && rad > .02*w {
				p, _ := flower(rad, 5+r.Below(3))
				petals = petals.Join(p.Transform(geom.Rotate(r.Float64()).At(mid)))
				hearts = append(hearts, geom.Dot{C: mid, R: .17 * rad})
			}
		case 4:
			body = 2
			if q := s.inset(.022 * w); len(q) > 2 {
				for _, l := range q.rounded(k).Flatten(.05) {
					for _, p := range l.Resample(float64(4 * c.cecek())).Pts {
						pale = append(pale, geom.Dot{C: p, R: c.cecek()})
					}
				}
				pale = append(pale, geom.Dot{C: mid, R: 1.6 * c.cecek()})
			}
		default:
			fills = append(fills, c.fill("stone", pattern.Isen, out.Flatten(.05), mid, mid.Add(geom.Polar(1, r.Float64())))...)
		}
		bodies[body] = bodies[body].Join(out)
	}
	for i, s := range quarry(w, h, c.whole("stones"), vein, o.Seed) {
		r := o.Seed.At("pecah", i)
		kind := i * 5 % 7
		if len(s) < 3 {
			continue
		}
		// Every corner of the stone is a place for a chip in the vein.
		for _, p := range s {
			at := onTile(p.Add(p.Sub(s.middle()).Unit().Mul(.45*vein)), geom.Pt{X: w, Y: h})
			chips = append(chips, geom.Dot{C: at, R: math.Min(c.cecek(), .3*vein)})
		}
		if r.Float64() >= c.value("cracked") {
			put(kind, s, true, r)
			continue
		}
		// A blow breaks it in two or three, a little beside its middle.
		a := r.Float64()
		crack := geom.Polar(.4*vein, a)
		hit := s.middle().Add(geom.Polar(float64(.02*w*r.Range(-1, 1)), a))
		one, two := s.cut(hit.Sub(crack), crack.Unit()), s.cut(hit.Add(crack), crack.Unit().Mul(-1))
		put(kind, one, false, r)
		if len(two) > 2 && two.area() > float64(.008*w*w) {
			b := geom.Polar(.4*vein, a+.25+r.Range(-.06, .06))
			put((kind+2)%7, two.cut(two.middle().Sub(b), b.Unit()), false, r)
			put((kind+3)%7, two.cut(two.middle().Add(b), b.Unit().Mul(-1)), false, r)
		} else {
			put((kind+3)%7, two, false, r)
		}
	}
	shapes := full(
		dots(pattern.Latar, pattern.Filling, thin(chips, least)),
		area(pattern.Fill, pattern.Klowong, bodies[0]),
		area(pattern.Fill2, pattern.Klowong, bodies[1]),
		area(pattern.Accent, pattern.Klowong, bodies[2]),
		line(pattern.Outline, pattern.Klowong, .8*c.klowong(), contours),
		line(pattern.Outline, pattern.Filling, c.fine(), inner),
		line(pattern.Isen, pattern.Filling, c.fine(), rays),
		area(pattern.Accent, pattern.Filling, petals),
		line(pattern.Outline, pattern.Filling, c.fine(), petals),
		dots(pattern.Ground, pattern.Filling, thin(pale, least)),
		dots(pattern.Outline, pattern.Filling, append(cecek, hearts...)),
	)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: append(shapes, gathered(fills)...)}
}

// clearDots reports whether no dot of the one lies nearer to one of the other than
// told.
func clearDots(a, b []geom.Dot, open float64) bool {
	for _, d := range a {
		for _, e := range b {
			if d.C.Dist(e.C) < d.R+e.R+open {
				return false
			}
		}
	}
	return true
}

// gathered joins shapes that differ only in place: the fillings of many bodies.
func gathered(shapes []pattern.Shape) []pattern.Shape {
	var out []pattern.Shape
next:
	for _, s := range shapes {
		for i := range out {
			if t := &out[i]; t.Kind == s.Kind && t.Role == s.Role && t.Stage == s.Stage && t.Width == s.Width {
				t.Path, t.Dots = t.Path.Join(s.Path), append(t.Dots, s.Dots...)
				continue next
			}
		}
		out = append(out, s)
	}
	return out
}
