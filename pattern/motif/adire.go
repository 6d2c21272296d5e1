package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// adires are the squares of adire eleko: each holds a sign of its own, painted
// in paste with a feather, lines of 2 to 4 mm, pale on indigo (handbook §1.10).
// The signs are ours: plants, combs, nets and spirals; no nsibidi, no adinkra.
func adires() []drawing {
	return []drawing{{"adire", pattern.Info{ID: "adire", Family: "adire", Group: "p1",
		Params: []pattern.Param{
			sizeParam(480),
			count("squares", "Squares to a side of the repeat", "Kotak tiap sisi ulang", 2, 5, 4),
			ratio("band", "Band between the squares", "Pita antara kotak", 0, .2, .1),
			ratio("hand", "Unsteadiness of the hand", "Getar tangan", 0, 2, 1),
			count("frame", "Lines round a square", "Garis keliling kotak", 0, 3, 2),
			ratio("tone", "Squares with a painted ground", "Kotak berlatar lukis", 0, 1, .25),
		},
		Repeats: []symmetry.Kind{symmetry.Block},
	}, drawAdire}}
}

// sign is what stands in a square, on [−1,1]²: lines, solid areas and dots.
type sign struct {
	lines, solid geom.Path
	dots         []geom.Dot
}

func segment(x0, y0, x1, y1 float64) geom.Path {
	return geom.Polyline(geom.Pt{X: x0, Y: y0}, geom.Pt{X: x1, Y: y1})
}

func square(x, y, half float64) geom.Path { return geom.R(x-half, y-half, 2*half, 2*half).Path() }

// coil is an even spiral about c, from radius r to its middle.
func coil(c geom.Pt, r, turns, first float64) geom.Path {
	n := int(20 * turns)
	pts := make([]geom.Pt, 0, n+1)
	for i := 0; i <= n; i++ {
		t := float64(i) / float64(n)
		pts = append(pts, c.Add(geom.Polar(float64(r*(1-float64(.94*t))), first+float64(turns*t))))
	}
	return geom.Smooth(pts, false)
}

// signs lists the signs of adire.
func signs() []sign {
	var all []sign
	put := func(draw func(s *sign)) {
		var s sign
		draw(&s)
		all = append(all, s)
	}
	ring := func(n int, f func(m geom.Affine)) {
		for _, m := range around(geom.Pt{}, n, 0) {
			f(m)
		}
	}
	put(func(s *sign) { // squares within squares
		for i := range 4 {
			s.lines = s.lines.Join(square(0, 0, .86-float64(.2*float64(i))))
		}
		s.solid = square(0, 0, .1)
		ring(4, func(m geom.Affine) { s.lines = s.lines.Join(segment(.66, .66, .86, .86).Transform(m)) })
	})
	put(func(s *sign) { // one snail
		s.lines = coil(geom.Pt{}, .86, 4, .1)
		ring(4, func(m geom.Affine) {
			s.dots = append(s.dots, geom.Dot{C: m.Apply(geom.Pt{X: .82, Y: .82}), R: .07})
		})
	})
	put(func(s *sign) { // four snails
		for i, q := range []geom.Pt{{X: -.45, Y: -.45}, {X: .45, Y: -.45}, {X: .45, Y: .45}, {X: -.45, Y: .45}} {
			s.lines = s.lines.Join(coil(q, .38, 2.4, float64(i)/4))
		}
		s.dots = []geom.Dot{{R: .09}, {C: geom.Pt{X: .86}, R: .06}, {C: geom.Pt{X: -.86}, R: .06}, {C: geom.Pt{Y: .86}, R: .06}, {C: geom.Pt{Y: -.86}, R: .06}}
	})
	put(func(s *sign) { // two combs, back to back
		for _, y := range []float64{-1, 1} {
			s.lines = s.lines.Join(segment(-.8, .16*y, .8, .16*y))
			for i := range 9 {
				x := -.76 + float64(.19*float64(i))
				s.lines = s.lines.Join(segment(x, .16*y, x, .84*y))
			}
		}
		for i := range 6 {
			s.dots = append(s.dots, geom.Dot{C: geom.Pt{X: -.7 + float64(.28*float64(i))}, R: .055})
		}
	})
	put(func(s *sign) { // fishbones
		for _, x := range []float64{-.58, 0, .58} {
			s.lines = s.lines.Join(segment(x, -.86, x, .86))
			for i := range 7 {
				y := -.72 + float64(.25*float64(i))
				s.lines = s.lines.Join(segment(x-.22, y-.16, x, y)).Join(segment(x+.22, y-.16, x, y))
			}
		}
	})
	put(func(s *sign) { // checks
		for i := range 5 {
			for j := range 5 {
				x, y := -.7+float64(.35*float64(i)), -.7+float64(.35*float64(j))
				if (i+j)%2 == 0 {
					s.solid = s.solid.Join(square(x, y, .155))
				} else {
					s.dots = append(s.dots, geom.Dot{C: geom.Pt{X: x, Y: y}, R: .06})
				}
			}
		}
	})
	put(func(s *sign) { // moons
		for i := range 3 {
			for j := range 3 {
				q := geom.Pt{X: -.6 + float64(.6*float64(i)), Y: -.6 + float64(.6*float64(j))}
				s.lines = s.lines.Join(geom.Circle(q, .23))
				s.dots = append(s.dots, geom.Dot{C: q, R: .1})
			}
		}
		for i := range 2 {
			for j := range 2 {
				s.dots = append(s.dots, geom.Dot{C: geom.Pt{X: -.3 + float64(.6*float64(i)), Y: -.3 + float64(.6*float64(j))}, R: .05})
			}
		}
	})
	put(func(s *sign) { // a bunch of leaves
		for i := range 5 {
			m := geom.Rotate(-.25 + float64(float64(i-2)*.105)).At(geom.Pt{Y: .72})
			l := 1.42 - float64(.2*math.Abs(float64(i-2)))
			s.lines = s.lines.Join(leaf(.3, l, .16, .5).Transform(m)).Join(segment(0, 0, .95*l, 0).Transform(m))
			for k := range 4 {
				x := .5 + float64(.17*float64(k))
				s.dots = append(s.dots, geom.Dot{C: m.Apply(geom.Pt{X: float64(x * l / 1.4), Y: .062}), R: .026})
			}
		}
		s.lines = s.lines.Join(segment(0, .72, 0, .9))
	})
	put(func(s *sign) { // a wheel
		for _, r := range []float64{.86, .68, .22} {
			s.lines = s.lines.Join(geom.Circle(geom.Pt{}, r))
		}
		ring(14, func(m geom.Affine) {
			s.lines = s.lines.Join(segment(.22, 0, .68, 0).Transform(m))
			s.dots = append(s.dots, geom.Dot{C: m.Apply(geom.Polar(.77, 1./28)), R: .045})
		})
		s.dots = append(s.dots, geom.Dot{R: .1})
	})
	put(func(s *sign) { // rain: zigzags
		for j := range 6 {
			y := -.74 + float64(.29*float64(j))
			var pts []geom.Pt
			for i := range 9 {
				pts = append(pts, geom.Pt{X: -.86 + float64(.215*float64(i)), Y: y + float64(.13*float64(i%2))})
			}
			s.lines = s.lines.Join(geom.Polyline(pts...))
		}
	})
	put(func(s *sign) { // a net
		for i := -3; i <= 3; i++ {
			d := float64(float64(i) * .44)
			lo, hi := math.Max(-.86, -.86-d), math.Min(.86, .86-d)
			s.lines = s.lines.Join(segment(lo, lo+d, hi, hi+d)).Join(segment(lo, -lo-d, hi, -hi-d))
		}
		for i := range 4 {
			for j := range 4 {
				q := geom.Pt{X: -.66 + float64(.44*float64(i)), Y: -.66 + float64(.44*float64(j))}
				if (i+j)%2 == 1 {
					s.dots = append(s.dots, geom.Dot{C: q, R: .065})
				}
			}
		}
	})
	put(func(s *sign) { // fans from the corners
		ring(4, func(m geom.Affine) {
			for _, r := range []float64{.3, .52, .74} {
				s.lines = s.lines.Join(geom.Arc(geom.Pt{X: -.86, Y: -.86}, r, 0, .25).Transform(m))
			}
			s.dots = append(s.dots, geom.Dot{C: m.Apply(geom.Pt{X: -.78, Y: -.78}), R: .07})
		})
		s.solid = lozenge(.24, .24)
	})
	put(func(s *sign) { // seeds in rows
		for j := range 4 {
			for i := range 3 + j%2 {
				q := geom.Pt{X: float64(.52 * (float64(i) - float64(float64(2+j%2)/2))), Y: -.66 + float64(.44*float64(j))}
				s.lines = s.lines.Join(lens(.22, .15).Transform(geom.Translate(q))).Join(segment(q.X-.12, q.Y, q.X+.12, q.Y))
			}
		}
	})
	put(func(s *sign) { // a mat
		for i := range 4 {
			for j := range 4 {
				x, y := -.645+float64(.43*float64(i)), -.645+float64(.43*float64(j))
				for k := -1; k <= 1; k++ {
					d := float64(float64(k) * .125)
					if (i+j)%2 == 0 {
						s.lines = s.lines.Join(segment(x-.17, y+d, x+.17, y+d))
					} else {
						s.lines = s.lines.Join(segment(x+d, y-.17, x+d, y+.17))
					}
				}
			}
		}
	})
	put(func(s *sign) { // ferns: curled tips on either side of a stem
		s.lines = segment(0, .88, 0, -.8)
		for i := range 3 {
			y := .66 - float64(.5*float64(i))
			for _, k := range []float64{-1, 1} {
				c := geom.Pt{X: float64(k * .52), Y: y - .28}
				curl := geom.Path{}.MoveTo(geom.Pt{Y: y}).CubeTo(geom.Pt{X: float64(.3 * k), Y: y}, geom.Pt{X: float64(.76 * k), Y: y}, geom.Pt{X: float64(.76 * k), Y: c.Y})
				s.lines = s.lines.Join(curl.CubeTo(geom.Pt{X: float64(.76 * k), Y: c.Y - .24}, geom.Pt{X: float64(.36 * k), Y: c.Y - .24}, geom.Pt{X: float64(.36 * k), Y: c.Y}).
					CubeTo(geom.Pt{X: float64(.36 * k), Y: c.Y + .12}, geom.Pt{X: float64(.54 * k), Y: c.Y + .12}, geom.Pt{X: float64(.56 * k), Y: c.Y + .02}))
			}
		}
		s.dots = append(s.dots, geom.Dot{C: geom.Pt{Y: -.86}, R: .08})
	})
	return all
}

// brush draws lines as a feather does: a little off the line, now thick, now
// thin. Its noise has the tile's period.
type brush struct {
	seed seed.Seed
	size float64
	amp  float64 // of the wandering, mm
}

func (b brush) off(p geom.Pt) geom.Pt {
	const waves = 48
	x, y := b.seed.Noise2(float64(p.X/b.size*waves), float64(p.Y/b.size*waves), waves, waves)
	return geom.Pt{X: float64(b.amp * x), Y: float64(b.amp * y)}
}

func (b brush) stroke(p geom.Path, w float64) geom.Path {
	var out geom.Path
	for _, q := range p.Flatten(.1) {
		q = q.Resample(math.Max(2.2*w, b.size/400))
		for i, v := range q.Pts {
			q.Pts[i] = v.Add(b.off(v))
		}
		smooth := geom.Smooth(q.Pts, q.Closed).Flatten(.12)
		for _, r := range smooth {
			for _, s := range r.StrokeVar(func(i int) float64 {
				// Noise in a third and fourth place varies the width by a fifth.
				d := b.off(r.Pts[i].Add(geom.Pt{X: b.size / 3}))
				if b.amp > 0 {
					return float64(w * (1 + float64(.2*geom.Clamp(d.X/b.amp, -1, 1)*math.Min(1, b.amp/w*3))))
				}
				return w
			}, .1) {
				out = out.Join(s.Path())
			}
		}
	}
	return out
}

func (b brush) area(p geom.Path) geom.Path {
	var out geom.Path
	for _, q := range p.Flatten(.1) {
		q = q.Resample(b.size / 200)
		for i, v := range q.Pts {
			q.Pts[i] = v.Add(b.off(v))
		}
		out = out.Join(q.Path())
	}
	return out
}

// signAt returns which of m shuffled signs stands in square (i,j) of n by n: they
// are laid row by row, so that no two neighbours are alike.
func signAt(i, j, n, m int) int { return (i + n*j) % m }

func drawAdire(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	n := c.whole("squares")
	cell := s / float64(n)
	gap := float64(cell * c.value("band"))
	b := brush{o.Seed.Sub("hand"), s, float64(.006 * cell * c.value("hand"))}
	// 2.4 mm at home, never so thick that a sign closes.
	w := math.Min(2.4*c.nozzle, .034*cell)
	all := signs()
	deal := o.Seed.At("signs")
	for i := len(all) - 1; i > 0; i-- {
		j := deal.Below(i + 1)
		all[i], all[j] = all[j], all[i]
	}
	// The painted squares, as many as asked for, wherever the deal has them.
	painted := make([]int, n*n)
	for i := range painted {
		painted[i] = i
	}
	for i := len(painted) - 1; i > 0; i-- {
		j := deal.Below(i + 1)
		painted[i], painted[j] = painted[j], painted[i]
	}
	tone := int(float64(c.value("tone")*float64(n*n)) + .5)
	frame := c.whole("frame")
	reach := float64((cell - gap) / 2)
	inner := reach - float64(float64(frame)*2.1*w)
	// On a painted ground the sign stands bare, in the colour of the cloth.
	var grounds, frames, bands geom.Path
	var lines, marks [2]geom.Path
	var points [2][]geom.Dot
	for j := range n {
		for i := range n {
			g := all[signAt(i, j, n, len(all))]
			mid := geom.Pt{X: float64(cell * (float64(i) + .5)), Y: float64(cell * (float64(j) + .5))}
			bare := 0
			if painted[i+n*j] < tone {
				bare = 1
				grounds = grounds.Join(b.area(square(mid.X, mid.Y, inner)))
			}
			for k := range frame {
				frames = frames.Join(b.stroke(square(mid.X, mid.Y, reach-float64((float64(k)+.35)*2.1*w)), []float64{w, .55 * w, .55 * w}[k]))
			}
			m := geom.Scale(1.07*inner, 1.07*inner).Then(geom.Rotate(float64(deal.Below(4)) / 4)).At(mid)
			lines[bare] = lines[bare].Join(b.stroke(g.lines.Transform(m), w))
			marks[bare] = marks[bare].Join(b.area(g.solid.Transform(m)))
			for _, d := range g.dots {
				q := m.Apply(d.C)
				points[bare] = append(points[bare], geom.Dot{C: q.Add(b.off(q)), R: math.Max(.05, 1.07*inner*d.R)})
			}
			if gap > 3*w {
				// A ladder of small rectangles runs beside the square, two ways.
				const rungs = 9
				for k := range rungs {
					t := float64(cell * (float64(k) + .5) / rungs)
					q, r := geom.R(mid.X-reach-gap, mid.Y-float64(cell/2)+t-float64(.27*cell/rungs), gap, float64(.54*cell/rungs)).Inset(.16*gap), geom.R(mid.X-float64(cell/2)+t-float64(.27*cell/rungs), mid.Y-reach-gap, float64(.54*cell/rungs), gap).Inset(.16*gap)
					if k%2 == 0 {
						bands = bands.Join(b.area(q.Path())).Join(b.area(r.Path()))
					} else {
						frames = frames.Join(b.stroke(q.Path(), .5*w)).Join(b.stroke(r.Path(), .5*w))
					}
				}
			}
		}
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(
		area(pattern.Latar, pattern.Tembok, grounds),
		area(pattern.Latar, pattern.Tembok, frames),
		area(pattern.Latar, pattern.Tembok, bands),
		area(pattern.Latar, pattern.Tembok, lines[0]),
		area(pattern.Ground, pattern.Tembok, lines[1]),
		area(pattern.Latar, pattern.Tembok, marks[0]),
		area(pattern.Ground, pattern.Tembok, marks[1]),
		dots(pattern.Latar, pattern.Tembok, points[0]),
		dots(pattern.Ground, pattern.Tembok, points[1]),
	)}
}
