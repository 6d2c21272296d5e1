package wax

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// random returns a mask of discs of bare cloth in wax.
func random(w, h int, pitch float64, wrap bool, bare int, seed uint64) Mask {
	m := Mask{W: w, H: h, Pitch: pitch, Wrap: wrap, Wax: make([]bool, w*h)}
	for i := range m.Wax {
		m.Wax[i] = true
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	for range bare {
		cx, cy, r := rng.IntN(w), rng.IntN(h), 1+rng.IntN(1+w/20)
		for y := -r; y <= r; y++ {
			for x := -r; x <= r; x++ {
				px, py := cx+x, cy+y
				if wrap {
					px, py = (px+w)%w, (py+h)%h
				}
				if x*x+y*y <= r*r && px >= 0 && py >= 0 && px < w && py < h {
					m.Wax[py*w+px] = false
				}
			}
		}
	}
	return m
}

// The distances are those of brute force, with and without wrapping.
func TestDistances(t *testing.T) {
	for _, wrap := range []bool{false, true} {
		for s := range uint64(6) {
			m := random(47, 31, .2, wrap, 1+int(s), s)
			f := distances(m)
			for y := range m.H {
				for x := range m.W {
					want := math.Inf(1)
					for v := range m.H {
						for u := range m.W {
							if m.Wax[v*m.W+u] {
								continue
							}
							dx, dy := u-x, v-y
							if wrap {
								dx, dy = (dx+m.W+m.W/2)%m.W-m.W/2, (dy+m.H+m.H/2)%m.H-m.H/2
							}
							want = math.Min(want, float64(dx*dx+dy*dy))
						}
					}
					i := y*m.W + x
					got := float64(f.dx[i])*float64(f.dx[i]) + float64(f.dy[i])*float64(f.dy[i])
					if got != want {
						t.Fatalf("wrap %v: (%d,%d): %v; want %v", wrap, x, y, got, want)
					}
				}
			}
		}
	}
}

func cracks(t testing.TB, c Crackle, m Mask) []Crack {
	t.Helper()
	k, err := c.Cracks(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// A crack ends on an earlier one, on the wax's border, or not at all on the way:
// junctions are T, seldom Y, never open ends.
func TestJunctions(t *testing.T) {
	m := random(600, 600, .2, true, 8, 3)
	all := cracks(t, Crackle{Density: 6.2, Grain: .5}, m)
	f := distances(m)
	size := 120.
	on, border, open, cross := 0, 0, 0, 0
	wrapd := func(v float64) float64 { return v - math.Floor(v/size+.5)*size }
	for i, k := range all {
		for _, end := range []geom.Pt{k.Line[0], k.Line[len(k.Line)-1]} {
			best, mid := math.Inf(1), 0.
			for j, o := range all {
				if j == i {
					continue
				}
				for n := 1; n < len(o.Line); n++ {
					a := geom.Pt{X: wrapd(o.Line[n-1].X - end.X), Y: wrapd(o.Line[n-1].Y - end.Y)}
					ab := o.Line[n].Sub(o.Line[n-1])
					u := geom.Clamp(-a.Dot(ab)/ab.Dot(ab), 0, 1)
					if d := a.Add(ab.Mul(u)).Len(); d < best {
						best = d
						mid = math.Min(o.Line[n].Dist(o.Line[0]), o.Line[n].Dist(o.Line[len(o.Line)-1]))
					}
				}
			}
			x, y := int(math.Mod(end.X+10*size, size)/m.Pitch), int(math.Mod(end.Y+10*size, size)/m.Pitch)
			c := y*m.W + x
			edge := math.Hypot(float64(f.dx[c]), float64(f.dy[c])) * m.Pitch
			switch {
			case best < .05 && mid < .4:
				cross++ // where another one ends or begins too
			case best < .05:
				on++
			case edge < 2*m.Pitch:
				border++
			default:
				open++
			}
		}
	}
	n := float64(2 * len(all))
	t.Logf("%d cracks: ends on the way of another (T) %.1f %%, at another's end (Y) %.1f %%, at the border %.1f %%, open %.1f %%",
		len(all), 100*float64(on)/n, 100*float64(cross)/n, 100*float64(border)/n, 100*float64(open)/n)
	if float64(open) > .01*n {
		t.Errorf("%d of %.0f ends are open", open, n)
	}
	if on < 3*cross {
		t.Errorf("T %d, Y %d: the published cracks meet mostly in T", on, cross)
	}
}

func TestOlderCracksAreWider(t *testing.T) {
	all := cracks(t, Crackle{Density: 8}, random(500, 500, .2, true, 5, 1))
	third := len(all) / 3
	mean := func(ks []Crack) (w, l float64) {
		for _, k := range ks {
			w += 2 * k.Half / float64(len(ks))
			l += geom.Poly{Pts: k.Line}.Length() / float64(len(ks))
		}
		return
	}
	w0, l0 := mean(all[:third])
	w1, l1 := mean(all[third : 2*third])
	w2, l2 := mean(all[2*third:])
	t.Logf("width and length in mm: old %.3f, %.1f; middle %.3f, %.1f; young %.3f, %.1f", w0, l0, w1, l1, w2, l2)
	if !(w0 > w1 && w1 > w2 && l0 > l2) {
		t.Error("age does not show")
	}
	for _, k := range all {
		if w := k.Halves(); w[0] < 1.5*w[len(w)/2] && geomLen(k) > 6 {
			t.Fatalf("ends of %.3f, middle of %.3f", w[0], w[len(w)/2])
		}
	}
}

func geomLen(k Crack) float64 { return geom.Poly{Pts: k.Line}.Length() }

// The pieces of wax between cracks are of a size: their areas, by flood fill.
func TestCellSizes(t *testing.T) {
	m := Mask{W: 600, H: 600, Pitch: .2, Wrap: true, Wax: make([]bool, 600*600)}
	for i := range m.Wax {
		m.Wax[i] = true
	}
	all := cracks(t, Crackle{Density: 6.2, Grain: .5}, m)
	const n = 1200 // px of .1 mm, as the handbook's figures
	wall := make([]bool, n*n)
	for _, k := range all {
		for _, p := range (geom.Poly{Pts: k.Line}).Resample(.04).Pts {
			x, y := int(math.Floor(p.X*10)), int(math.Floor(p.Y*10))
			for d := range 4 {
				wall[((y+d/2)%n+n)%n*n+((x+d%2)%n+n)%n] = true
			}
		}
	}
	var sizes []float64
	for i := range wall {
		if wall[i] {
			continue
		}
		stack, area := []int{i}, 0
		wall[i] = true
		for len(stack) > 0 {
			j := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			area++
			x, y := j%n, j/n
			for _, q := range []int{y*n + (x+1)%n, y*n + (x+n-1)%n, (y+1)%n*n + x, (y+n-1)%n*n + x} {
				if !wall[q] {
					wall[q] = true
					stack = append(stack, q)
				}
			}
		}
		if area > 20 { // not a pixel caught between two lines
			sizes = append(sizes, math.Sqrt(float64(area))/10)
		}
	}
	mean, dev := 0., 0.
	for _, s := range sizes {
		mean += s / float64(len(sizes))
	}
	for _, s := range sizes {
		dev += (s - mean) * (s - mean) / float64(len(sizes))
	}
	t.Logf("%d cracks, %d cells, %.2f mm across (deviation %.2f)", len(all), len(sizes), mean, math.Sqrt(dev))
	if mean < 2.5 || mean > 8 {
		t.Errorf("cells are %.2f mm across; the handbook has 3–8", mean)
	}
}

// On a repeat there is no seam: moving the wax by half a repeat moves nothing but
// the names of places, so as many cracks cross the edge as cross the middle.
func TestNoSeam(t *testing.T) {
	m := Mask{W: 400, H: 400, Pitch: .2, Wrap: true, Wax: make([]bool, 400*400)}
	for i := range m.Wax {
		m.Wax[i] = true
	}
	edge, middle := 0, 0
	for s := range uint64(8) {
		for _, k := range cracks(t, Crackle{Density: 6}.seeded(s), m) {
			for i := 1; i < len(k.Line); i++ {
				a, b := k.Line[i-1].X/80, k.Line[i].X/80
				if math.Floor(a) != math.Floor(b) {
					edge++
				}
				if math.Floor(a+.5) != math.Floor(b+.5) {
					middle++
				}
			}
		}
	}
	t.Logf("%d cross the edge, %d the middle", edge, middle)
	// Counts of some hundreds vary by their root: four of it is chance of 1 in 16,000.
	if d := math.Abs(float64(edge - middle)); d > 4*math.Sqrt(float64(edge+middle)) {
		t.Errorf("%d cross the edge, %d the middle", edge, middle)
	}
}

func (c Crackle) seeded(s uint64) Crackle { c.Seed = c.Seed.Sub("test", int(s)); return c }

func TestCrackleOfNothing(t *testing.T) {
	for _, m := range []Mask{{}, {W: 3, H: 3, Pitch: .2, Wax: make([]bool, 9)}, {W: 2, H: 2, Pitch: math.NaN(), Wax: make([]bool, 4)}, {W: 5, H: 5, Pitch: 1, Wax: make([]bool, 4)}} {
		if k := cracks(t, Crackle{Density: 9}, m); len(k) > 0 {
			t.Errorf("%+v cracks", m)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := (Crackle{Density: 5}).Cracks(ctx, random(100, 100, .2, true, 0, 0)); err == nil {
		t.Error("a cancelled crackle ends without an error")
	}
}

// plain is the method of the handbook (§4), for comparison: a distance for every
// pixel, brought up to date after every crack by brushfire.
func plain(m Mask, n int, rng *rand.Rand) (count int) {
	w, h := m.W, m.H
	d := make([]float64, w*h)
	f := distances(m)
	for i := range d {
		d[i] = math.Min(1e4, math.Hypot(float64(f.dx[i]), float64(f.dy[i])))
	}
	at := func(x, y float64) int {
		return ((int(math.Floor(y))%h+h)%h)*w + (int(math.Floor(x))%w+w)%w
	}
	type px struct{ x, y, fx, fy int }
	for range n {
		bx, by, best := 0., 0., -1.
		for range 12 {
			x, y := rng.Float64()*float64(w), rng.Float64()*float64(h)
			if v := d[at(x, y)]; v > best {
				bx, by, best = x, y, v
			}
		}
		for moved := true; moved; {
			moved = false
			for k := range 9 {
				x, y := bx+float64(k%3-1)*2, by+float64(k/3-1)*2
				if v := d[at(x, y)]; v > best {
					bx, by, best, moved = x, y, v, true
				}
			}
		}
		if best < 4 {
			continue
		}
		a, least := 0., math.Inf(1)
		for k := range 32 {
			t := float64(k) / 32 * 2 * math.Pi
			if v := d[at(bx+.6*best*math.Cos(t), by+.6*best*math.Sin(t))]; v < least {
				a, least = t, v
			}
		}
		var fire []px
		for side := range 2 {
			x, y, j := bx, by, 0.
			dx, dy := math.Cos(a+float64(side)*math.Pi), math.Sin(a+float64(side)*math.Pi)
			for range 900 {
				gx := d[at(x+1, y)] - d[at(x-1, y)]
				gy := d[at(x, y+1)] - d[at(x, y-1)]
				j = .85*j + .28*rng.NormFloat64()
				dx, dy = dx-.05*gx-.12*j*dy, dy-.05*gy+.12*j*dx
				l := math.Hypot(dx, dy)
				dx, dy = dx/l, dy/l
				x, y = x+dx, y+dy
				fire = append(fire, px{int(math.Floor(x)), int(math.Floor(y)), int(math.Floor(x)), int(math.Floor(y))})
				if d[at(x, y)] < 1 {
					break
				}
			}
		}
		count++
		for len(fire) > 0 {
			var next []px
			for _, p := range fire {
				i := at(float64(p.x), float64(p.y))
				v := math.Hypot(float64(p.x-p.fx), float64(p.y-p.fy))
				if v >= d[i] && !(p.x == p.fx && p.y == p.fy && d[i] > 0) {
					continue
				}
				d[i] = v
				next = append(next, px{p.x + 1, p.y, p.fx, p.fy}, px{p.x - 1, p.y, p.fx, p.fy}, px{p.x, p.y + 1, p.fx, p.fy}, px{p.x, p.y - 1, p.fx, p.fy})
			}
			fire = next
		}
	}
	return count
}

// The handbook's own case, 1200² px of .1 mm and about 900 cracks, by both methods;
// four times and a sarong's area (2.1 × 1.05 m, for which .25 mm is fine enough) by
// ours.
func BenchmarkCrackle(b *testing.B) {
	b.Run("plain", func(b *testing.B) {
		m := random(1200, 1200, .1, true, 40, 1)
		for b.Loop() {
			b.ReportMetric(float64(plain(m, 907, rand.New(rand.NewPCG(1, 1)))), "cracks")
		}
	})
	for _, k := range []struct {
		name  string
		w, h  int
		pitch float64
	}{{"ours", 1200, 1200, .1}, {"ours ×4", 2400, 2400, .1}, {"ours, .25 mm", 480, 480, .25}, {"sarong", 8400, 4200, .25}} {
		b.Run(k.name, func(b *testing.B) {
			m := random(k.w, k.h, k.pitch, true, 40, 1)
			for b.Loop() {
				b.ReportMetric(float64(len(cracks(b, Crackle{Density: 7.1, Grain: .5}, m))), "cracks")
			}
		})
	}
}
