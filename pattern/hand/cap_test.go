package hand

import (
	"math"
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func stamp() Cap {
	c := Cap{Seed: 7, Stamp: geom.Pt{X: 180, Y: 160}}
	c.Next.X, c.Next.Y = true, true
	return c
}

// pair is two dots by whose images the pose of a print shows.
func pair() geom.Mark {
	return geom.Mark{Kind: geom.Dots, Dots: []geom.Dot{{C: geom.Pt{X: 40, Y: 80}, R: .3}, {C: geom.Pt{X: 140, Y: 80}, R: .3}}}
}

// The figures of handbook §3, measured on many prints.
func TestPrintsLieAsTheHandbookSays(t *testing.T) {
	c := stamp()
	var x2, y2, a2, n float64
	for i := range 60 {
		for j := range 50 {
			m := c.Redraw(pair(), geom.Pt{X: 180 * float64(i), Y: 160 * float64(j)})
			a, b := m.Dots[0].C, m.Dots[1].C
			mid := a.Lerp(b, .5)
			x2 += (mid.X - 90) * (mid.X - 90)
			y2 += (mid.Y - 80) * (mid.Y - 80)
			deg := 360 * geom.Angle(b.Sub(a))
			a2 += deg * deg
			n++
			require.InDelta(t, 100, a.Dist(b), 1e-9, "a stamp neither stretches nor bends")
			require.Equal(t, .3, m.Dots[0].R)
		}
	}
	assert.InDelta(t, .4, math.Sqrt(x2/n), .02)
	assert.InDelta(t, .4, math.Sqrt(y2/n), .02)
	assert.InDelta(t, .4, math.Sqrt(a2/n), .02)
}

func TestPressureIsLinear(t *testing.T) {
	c := stamp()
	widest := 0.
	for i := range 300 {
		w := func(x, y float64) float64 {
			m := geom.Mark{Kind: geom.Stroke, Width: 1, Path: geom.Polyline(geom.Pt{X: x - 1, Y: y}, geom.Pt{X: x + 1, Y: y})}
			return c.Redraw(m, geom.Pt{X: 180 * float64(i)}).Width
		}
		l, mid, r := w(4, 80), w(90, 80), w(176, 80)
		assert.InDelta(t, 2, l+r, .01)
		assert.InDelta(t, 1, mid, 1e-9)
		// A long line is as broad at its ends as short ones there.
		long := geom.Mark{Kind: geom.Stroke, Width: 1, Path: geom.Polyline(geom.Pt{X: 4, Y: 80}, geom.Pt{X: 176, Y: 80})}
		out := c.Redraw(long, geom.Pt{X: 180 * float64(i)})
		require.Equal(t, geom.Area, out.Kind)
		area := math.Abs(out.Path.Flatten(.01)[0].Area())
		assert.InDelta(t, 172*(l+r)/2+math.Pi*(l*l+r*r)/8, area, .1)
		widest = math.Max(widest, math.Max(math.Abs(l-1), math.Abs(r-1)))
	}
	assert.Greater(t, widest, .1)
	assert.LessOrEqual(t, widest, .15)
}

// All cells of one print move together, the next print's apart from them.
func TestOneStampIsOnePiece(t *testing.T) {
	c := stamp()
	line := geom.Mark{Kind: geom.Area, Path: geom.Polygon(geom.Pt{X: 45}, geom.Pt{X: 45, Y: 3}, geom.Pt{X: 42})}
	same := c.Redraw(line, geom.Pt{}).Path.Pts[0].X
	next := line.Transform(geom.Translate(geom.Pt{X: -45})) // the same place, from the next cell
	assert.InDelta(t, same, c.Redraw(next, geom.Pt{X: 45}).Path.Pts[0].X+45, 1e-9)
	end := geom.Mark{Kind: geom.Area, Path: geom.Polygon(geom.Pt{X: 180}, geom.Pt{X: 180, Y: 3}, geom.Pt{X: 177})}
	begin := end.Transform(geom.Translate(geom.Pt{X: -180}))
	assert.NotEqual(t, c.Redraw(end, geom.Pt{}).Path.Pts[0].X, c.Redraw(begin, geom.Pt{X: 180}).Path.Pts[0].X+180)
}

func TestOpenJointsAreMended(t *testing.T) {
	c := stamp()
	line := geom.Mark{Kind: geom.Stroke, Width: .8, Path: geom.Polyline(geom.Pt{X: 0, Y: 80}, geom.Pt{X: 180, Y: 80})}
	mended := 0
	for i := range 200 {
		off := geom.Pt{X: 180 * float64(i)}
		a, b := c.Redraw(line, off), c.Redraw(line, off.Add(geom.Pt{X: 180}))
		// The two lines and the mending together leave no gap at the joint.
		right := geom.NewRegionPoly(b.Path.Transform(geom.Translate(geom.Pt{X: 180})).Flatten(.01)[0])
		near := math.Inf(1)
		for _, p := range a.Path.Flatten(.01) {
			for _, q := range p.Pts {
				near = math.Min(near, -right.Distance(q))
			}
		}
		require.LessOrEqual(t, near, .01, "print %d", i)
		if len(a.Path.Flatten(.01)) > 1 {
			mended++
		}
	}
	assert.InDelta(t, 170, mended, 29) // offsets of .57 mm each way are mostly over .3
	c.Next.X = false
	assert.Len(t, c.Redraw(line, geom.Pt{}).Path.Flatten(.01), 1, "nothing follows, nothing is mended")
}

func TestPrintsStayWithinTheMargin(t *testing.T) {
	for _, loose := range []float64{.5, 1, 3} {
		c := stamp()
		c.Loose = loose
		for k, m := range marks() {
			for i := range 200 {
				b := m.Bounds().Inset(-c.Margin())
				got := c.Redraw(m, geom.Pt{X: float64(i) * 180, Y: float64(i%9) * 160}).Bounds()
				require.True(t, b.Contains(got.Min) && b.Contains(got.Max), "mark %d: %v outside %v", k, got, b)
			}
		}
	}
}

func TestWrappedPrintsHaveNoSeam(t *testing.T) {
	c := stamp()
	c.Wrap = geom.Pt{X: 360, Y: 320}
	for _, m := range marks() {
		a := c.Redraw(m, geom.Pt{X: 180, Y: 160})
		b := c.Redraw(m, geom.Pt{X: 540, Y: -160})
		assert.Equal(t, len(a.Path.Pts), len(b.Path.Pts))
		for i := range a.Path.Pts {
			assert.InDelta(t, 0, a.Path.Pts[i].Dist(b.Path.Pts[i]), 1e-9)
		}
	}
}

func TestNoStampMovesNothing(t *testing.T) {
	for _, c := range []Cap{{}, {Stamp: geom.Pt{X: 1}}, {Stamp: geom.Pt{X: math.NaN(), Y: 1}}, {Stamp: geom.Pt{X: math.Inf(1), Y: 1}}} {
		for _, m := range marks() {
			assert.Equal(t, m, c.Redraw(m, geom.Pt{X: 5}))
		}
	}
}

// A small ring stays round: no piece of it is a chord that one sees.
func TestSmallRingsStayRound(t *testing.T) {
	h := Tulis{Loose: 1e-9}
	for _, r := range []float64{.7, 1.1, 3, 12} {
		m := geom.Mark{Kind: geom.Stroke, Width: .4, Path: geom.Circle(geom.Pt{}, r)}
		for _, p := range h.Redraw(m, geom.Pt{}, 1).Path.Flatten(.01) {
			for _, q := range p.Resample(.05).Pts {
				off := math.Min(math.Abs(q.Len()-r-.2), math.Abs(q.Len()-r+.2))
				require.Less(t, off, .09, "radius %v", r) // .03 of the line and .045 of its corners
			}
		}
	}
}

// A curve of many points is drawn in fewer pieces, which are shorter than it is. They
// reach its end all the same, and go round a ring.
func TestCurvesReachTheirEnds(t *testing.T) {
	h := Tulis{Loose: 1e-9}
	for _, r := range []float64{2, 3, 5, 10, 15} {
		var pts []geom.Pt
		for i := range 160 {
			pts = append(pts, geom.Polar(r, float64(i)/160))
		}
		bow := geom.Mark{Kind: geom.Stroke, Width: .8, Path: geom.Smooth(pts[:41], false)}
		assert.InDelta(t, -.4, h.Redraw(bow, geom.Pt{}, 1).Path.Bounds().Min.X, .02, "radius %v", r)
		ring := geom.Mark{Kind: geom.Stroke, Width: .8, Path: geom.Smooth(pts, true)}
		if length := 2 * math.Pi * r; length < leastFill {
			assert.Len(t, h.Redraw(ring, geom.Pt{}, 1).Path.Flatten(.01), 2, "radius %v", r)
		}
	}
}

// A long line is drawn in passes of 80–200 mm that lap by 1–2.
func TestRefills(t *testing.T) {
	for i := range 200 {
		length := 60 + 9*float64(i)
		for _, closed := range []bool{false, true} {
			cuts := refills(nil, seed.Seed(i), length, closed)
			assert.Equal(t, 0., cuts[0].from)
			for k, c := range cuts {
				if k > 0 {
					lap := cuts[k-1].to - c.from
					assert.True(t, lap >= 1 && lap <= 2, "lap %v", lap)
				}
				assert.Less(t, c.to-c.from, 222.)
				if k < len(cuts)-1 {
					assert.Greater(t, c.to-c.from, 80.)
				}
			}
			end := cuts[len(cuts)-1].to - length
			if closed && len(cuts) > 1 {
				assert.True(t, end >= 1 && end <= 2)
			} else {
				assert.Equal(t, 0., end)
			}
		}
	}
	line := func(p geom.Path) int {
		return len(Tulis{Seed: 3}.Redraw(geom.Mark{Kind: geom.Stroke, Width: .8, Path: p}, geom.Pt{}, 1).Path.Flatten(.01))
	}
	assert.Equal(t, 1, line(geom.Polyline(geom.Pt{}, geom.Pt{X: 60})))
	n := line(geom.Polyline(geom.Pt{}, geom.Pt{X: 2000}))
	assert.True(t, n >= 10 && n <= 25, "%d passes", n)
	// A large ring: its passes cover it all round.
	ring := Tulis{Seed: 3, Loose: .01}.Redraw(geom.Mark{Kind: geom.Stroke, Width: 2, Path: geom.Circle(geom.Pt{}, 60)}, geom.Pt{}, 1)
	polys := ring.Path.Flatten(.01)
	for k := range 720 {
		q, in := geom.Polar(60, float64(k)/720), false
		for _, p := range polys {
			in = in || geom.NewRegionPoly(p).Contains(q)
		}
		require.True(t, in, "open at %v", q)
	}
}

// A hand slows in bends, and leaves more wax there.
func TestBendsAreBroader(t *testing.T) {
	var hook []geom.Pt
	for i := range 41 {
		hook = append(hook, geom.Pt{X: float64(i)})
	}
	for i := range 20 {
		hook = append(hook, geom.Pt{X: 40, Y: 1.5}.Add(geom.Polar(1.5, -.25+float64(i+1)/40)))
	}
	w := newLine(geom.Poly{Pts: hook}, 0)
	straight, bend := w.spots[20].haste, w.spots[50].haste
	assert.Greater(t, straight, bend+.3)
	for _, s := range w.spots {
		assert.True(t, s.haste >= -1 && s.haste <= 1)
	}
}

func TestDripsAreRareAndInside(t *testing.T) {
	h := Tulis{Seed: 5}
	box := geom.R(-3, 4, 100, 80)
	n := 0
	for i := range 4000 {
		for _, p := range h.Drips(geom.Path{}, box, i).Flatten(.01) {
			n++
			b := geom.Bounds(p.Pts)
			assert.True(t, b.W() > .98 && b.W() <= 2.5+1e-9)
			assert.True(t, b.Min.X >= box.Min.X && b.Max.X <= box.Max.X && b.Min.Y >= box.Min.Y && b.Max.Y <= box.Max.Y)
			assert.Positive(t, p.Area())
		}
	}
	// One on 50 cm², give or take three deviations of a Poisson number.
	want := 4000. * 80 / 50
	assert.InDelta(t, want, float64(n), 3*math.Sqrt(want))
	assert.True(t, h.Drips(geom.Path{}, geom.R(0, 0, 1, 90), 1).Empty())
}

// The figures of handbook §3 for the second face and the wax's edge.
func TestBackAndSpread(t *testing.T) {
	h := Tulis{Seed: 8}
	var x2, y2, s2, n float64
	for i := range 200 {
		for j := range 200 {
			at := geom.Pt{X: 17.3141 * float64(i), Y: 23.7236 * float64(j)}
			d := h.Back(at)
			x2, y2, n = x2+d.X*d.X, y2+d.Y*d.Y, n+1
			s := h.Spread(at)
			s2 += s * s
		}
	}
	assert.InDelta(t, .25, math.Sqrt(x2/n), .03)
	assert.InDelta(t, .25, math.Sqrt(y2/n), .03)
	assert.InDelta(t, .08, math.Sqrt(s2/n), .01)
}

func BenchmarkRedraw(b *testing.B) {
	m := geom.Mark{Kind: geom.Stroke, Width: .8}
	for i := range 20 {
		m.Path = m.Path.Join(geom.Circle(geom.Pt{X: float64(10 * i), Y: 9}, 4))
	}
	var into geom.Mark
	b.Run("tulis", func(b *testing.B) {
		b.ReportAllocs()
		r := Tulis{Seed: 1}.Ready(m)
		for b.Loop() {
			into = r.Redraw(into, geom.Pt{}, 1)
		}
	})
	b.Run("cap", func(b *testing.B) {
		b.ReportAllocs()
		r := stamp().Ready(m)
		for b.Loop() {
			into = r.Redraw(into, geom.Pt{})
		}
	})
}

// Once its memory is large enough, a mark is drawn in it without any more, and comes
// out the same.
func TestDrawnInTheMemoryOfAnother(t *testing.T) {
	h, c := Tulis{Seed: 4}, stamp()
	longest := geom.Mark{Kind: geom.Stroke, Width: .9, Path: geom.Polyline(geom.Pt{X: 0, Y: 5}, geom.Pt{X: 180, Y: 90}).Join(geom.Circle(geom.Pt{X: 40, Y: 40}, 30))}
	var a, b geom.Mark
	for k, m := range append(marks(), longest) {
		ready, copper := h.Ready(m), c.Ready(m)
		draw := func() {
			for i := range 3 {
				at := geom.Pt{X: 180 * float64(i), Y: 160}
				a, b = ready.Redraw(a, at, k), copper.Redraw(b, at)
				a.Path = h.Drips(a.Path, geom.R(0, 0, 90, 90), i)
			}
		}
		draw()
		least := math.Inf(1) // a pool forgets now and then
		for range 50 {
			least = math.Min(least, testing.AllocsPerRun(1, draw))
		}
		assert.Zero(t, least, "mark %d", k)
		at := geom.Pt{X: 360, Y: 160}
		want := h.Redraw(m, at, k)
		want.Path = h.Drips(want.Path, geom.R(0, 0, 90, 90), 2)
		for _, p := range [][2]geom.Mark{{a, want}, {b, c.Redraw(m, at)}} {
			assert.Equal(t, p[1].Kind, p[0].Kind)
			assert.Equal(t, p[1].Width, p[0].Width)
			assert.True(t, slices.Equal(p[1].Path.Verbs, p[0].Path.Verbs) && slices.Equal(p[1].Path.Pts, p[0].Path.Pts), "mark %d", k)
			assert.True(t, slices.Equal(p[1].Dots, p[0].Dots), "mark %d", k)
		}
	}
}
