package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func latohans() []drawing {
	return []drawing{{"latohan", pattern.Info{ID: "latohan", Family: "latohan", Group: "p1",
		Params: []pattern.Param{
			sizeParam(110),
			ratio("stem", "Length of the stems", "Panjang batang", .7, 1.4, 1),
			ratio("grape", "Size of the grapes", "Besar buah", .7, 1.4, 1),
			ratio("curl", "Curl of the stems", "Lengkung batang", .3, 1.5, 1),
			ratio("seeds", "Seeds strewn between", "Biji di sela-sela", 0, 1, 1),
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawLatohan}}
}

// sprays gathers sea grapes: stems, and dots of one kind in one shape.
type sprays struct {
	stems              geom.Path
	rims, grapes, eyes []geom.Dot
	tips, tipEyes      []geom.Dot
}

// vine is the middle line of a stem of length l that curls one way, or one and
// then the other.
func grapeVine(l, curl float64, s bool) []geom.Pt {
	if s {
		return geom.Curl(-4*curl/l, 6.5*curl/l, l, 1.1)
	}
	return geom.Curl(.6*curl/l, 9*curl/l, l, 1.7)
}

// grow hangs grapes of radius r on both sides of the line, smaller toward its end:
// no line thinner than least, no cloth between them narrower than open.
func (s *sprays) grow(line []geom.Pt, r, thick, rim, least, open float64) {
	q := geom.Poly{Pts: line}
	l := q.Length()
	n := len(line) - 1
	for _, p := range q.StrokeVar(func(i int) float64 { return float64(thick * geom.Mix(1, .5, float64(i)/float64(n))) }, thick/12) {
		s.stems = s.stems.Join(p.Path())
	}
	tip := line[n].Add(line[n].Sub(line[n-1]).Unit().Mul(.4 * r))
	s.tips = append(s.tips, geom.Dot{C: tip, R: .8 * r})
	s.tipEyes = append(s.tipEyes, geom.Dot{C: tip, R: .3 * r})
	end, first := s.tips[len(s.tips)-1:], len(s.rims)
	for _, side := range []float64{1, -1} {
		at, next := 0., float64(1.6*r)
		for i := 1; i <= n; i++ {
			d := line[i].Dist(line[i-1])
			for next <= at+d {
				t := next / l
				k := float64(r * geom.Mix(1, .62, t))
				p := line[i-1].Lerp(line[i], (next-at)/d)
				v := line[i].Sub(line[i-1]).Unit().Perp()
				if next > l-k {
					break
				}
				// They sit on the stem, a little into it, as soon as they are clear of those
				// before: within a bend that is later than without.
				g := geom.Dot{C: p.Add(v.Mul(float64(side * (k + float64(.5*thick*geom.Mix(1, .5, t)) - float64(.3*least))))), R: k}
				if one := []geom.Dot{g}; !clearDots(one, s.rims[first:], open) || !clearDots(one, end, open) {
					next += float64(.05 * r)
					continue
				}
				next += math.Max(2.12*k, float64(2*k)+open)
				flesh := math.Max(.3*k, k-rim)
				s.rims = append(s.rims, g)
				s.grapes = append(s.grapes, geom.Dot{C: g.C, R: flesh})
				if flesh-float64(.47*k) >= least { // room for a gleam
					s.eyes = append(s.eyes, geom.Dot{C: g.C.Add(geom.Pt{X: float64(-.12 * k), Y: float64(-.12 * k)}), R: .3 * k})
				}
			}
			at += d
		}
	}
}

func drawLatohan(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	h := float64(.9 * w)
	s := newSky(w, h)
	var all sprays
	bead := float64(.021 * w * c.value("grape"))
	thick := float64(1.3 * c.klowong())
	for g, f := range []struct {
		n      int
		length float64
		s      bool
		k      float64 // of a grape
	}{{4, .62, false, 1}, {5, .46, true, 1}, {8, .4, false, .92}, {12, .3, true, .88}, {20, .22, false, .8}, {40, .13, true, .72}, {60, .08, true, .7}} {
		for i := range f.n {
			r := o.Seed.At("latoh", g, i)
			l := float64(w * f.length * c.value("stem") * r.Range(.9, 1.1))
			line := grapeVine(l, float64(c.value("curl")*r.Range(.85, 1.1)), f.s)
			b := geom.Bounds(line)
			m := geom.Translate(b.Center().Mul(-1)).Then(geom.Scale(1, r.Sign())).Then(geom.Rotate(r.Float64()))
			for j := range line {
				line[j] = m.Apply(line[j])
			}
			k := float64(bead * f.k)
			var body geom.Path
			for _, q := range (geom.Poly{Pts: line}).Stroke(float64(3.9*k)+thick, .1*k) {
				body = body.Join(q.Path())
			}
			want := geom.Pt{X: float64(w * frac(float64(float64(i+5*g)*.7548776662)+r.Range(0, .1))), Y: float64(h * frac(float64(i+5*g)*.5698402910))}
			sh := s.shadow(body, 0)
			p, ok := s.settle(sh, s, sh.rim, func(at geom.Pt, touch int) float64 {
				d := s.near(at, want).Sub(at)
				v := math.Abs(d.X)/w + math.Abs(d.Y)/h
				if g == 0 {
					return -v
				}
				return float64(touch) - float64(20*v)
			})
			if !ok {
				break
			}
			for j := range line {
				line[j] = line[j].Add(p)
			}
			all.grow(line, k, thick, .75*c.klowong(), finest(o), c.apart())
		}
	}
	seeds := strew(s, c, bead, o.Seed)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: full(
		dots(pattern.Latar, pattern.Filling, seeds),
		area(pattern.Outline, pattern.Klowong, all.stems),
		area(pattern.Outline, pattern.Klowong, discs(all.rims, 1)),
		area(pattern.Fill, pattern.Klowong, discs(all.grapes, 1)),
		area(pattern.Isen, pattern.Filling, discs(all.eyes, 1)),
		area(pattern.Fill2, pattern.Klowong, discs(all.tips, 1)),
		area(pattern.Accent, pattern.Filling, discs(all.tipEyes, 1)),
	)}
}

// strew sets seeds on what ground is left: sevens where there is room, then dots.
func strew(s *sky, c canting, bead float64, sd seed.Seed) []geom.Dot {
	var out []geom.Dot
	share := c.value("seeds")
	if share == 0 {
		return nil
	}
	r := sd.At("biji")
	flower := seven(.8 * bead)
	for i := range flower {
		// The ring is as far across as its dots are from one another.
		flower[i].R = math.Max(math.Min(flower[i].R, float64(.5*(float64(.56*bead)-c.apart()))), float64(.5*finest(c.o)))
	}
	for _, p := range s.strewn(bead, share, r) {
		out = append(out, manyDots(flower, moved(p))...)
	}
	for _, p := range s.strewn(.35*bead, share, r) {
		out = append(out, geom.Dot{C: p, R: math.Min(c.cecek(), .3*bead)})
	}
	return out
}
