package wax

import (
	"context"
	"image"
	"math"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// rings is wax on a cloth in a lattice of rings, as a MaskFunc.
func rings(_ context.Context, q image.Rectangle, pitch float64) (Mask, error) {
	m := Mask{W: q.Dx(), H: q.Dy(), Pitch: pitch, Wax: make([]bool, q.Dx()*q.Dy())}
	for y := range m.H {
		for x := range m.W {
			u, v := (float64(x+q.Min.X)+.5)*pitch, (float64(y+q.Min.Y)+.5)*pitch
			d := geom.Pt{X: u - 40*float64(int(u/40)) - 20, Y: v - 40*float64(int(v/40)) - 20}.Len()
			m.Wax[y*m.W+x] = d < 16 || d > 19
		}
	}
	return m, nil
}

func in(t testing.TB, n *Net, w geom.Rect) []Crack {
	t.Helper()
	ks, err := n.In(context.Background(), w, true)
	if err != nil {
		t.Fatal(err)
	}
	return ks
}

// What is asked for first changes nothing, by any number of goroutines.
func TestNetIsOne(t *testing.T) {
	size := geom.Pt{X: 230, Y: 130}
	c := Crackle{Density: 6, Grain: .5, Seed: 4}
	whole := in(t, NewNet(c, size, rings), geom.R(0, 0, size.X, size.Y))
	corner := geom.R(150, 60, 40, 30)
	var want []Crack
	for _, k := range whole {
		if k.box.Overlaps(corner) {
			want = append(want, k)
		}
	}
	if got := in(t, NewNet(c, size, rings), corner); !reflect.DeepEqual(got, want) {
		t.Errorf("a window asked for first has %d cracks, others than the whole's %d", len(got), len(want))
	}
	n := NewNet(c, size, rings)
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() { n.In(context.Background(), geom.R(float64(200-40*i), 0, 40, 130), true) })
	}
	all.Wait()
	if !reflect.DeepEqual(in(t, n, geom.R(0, 0, size.X, size.Y)), whole) {
		t.Error("goroutines make another net")
	}
}

// Over the borders of blocks cracks go on, are as dense as elsewhere, and hardly ever
// cross each other.
func TestNetHasNoSeams(t *testing.T) {
	size := geom.Pt{X: 192, Y: 192}
	all := in(t, NewNet(Crackle{Density: 6, Grain: .5}, size, func(_ context.Context, q image.Rectangle, pitch float64) (Mask, error) {
		return Mask{W: q.Dx(), H: q.Dy(), Pitch: pitch, Wax: slices.Repeat([]bool{true}, q.Dx()*q.Dy())}, nil
	}), geom.R(0, 0, size.X, size.Y))
	edge, middle, crossings := 0, 0, 0
	for i, k := range all {
		for n := 1; n < len(k.Line); n++ {
			a, b := k.Line[n-1], k.Line[n]
			if math.Floor(a.X/48) != math.Floor(b.X/48) {
				edge++
			}
			if math.Floor(a.X/48+.5) != math.Floor(b.X/48+.5) && a.X > 24 && a.X < 168 {
				middle++
			}
			for _, o := range all[:i] {
				if !o.box.Overlaps(k.box) {
					continue
				}
				for m := 1; m < len(o.Line); m++ {
					c, d := o.Line[m-1], o.Line[m]
					cross := func(p, q, r geom.Pt) float64 { return (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X) }
					if cross(a, b, c)*cross(a, b, d) < -1e-9 && cross(c, d, a)*cross(c, d, b) < -1e-9 {
						crossings++
					}
				}
			}
		}
	}
	t.Logf("%d cracks; %d cross three borders of blocks, %d two middles; %d crossings", len(all), edge, middle, crossings)
	e, m := float64(edge)/3, float64(middle)/2
	if math.Abs(e-m) > 4*math.Sqrt(e+m) {
		t.Errorf("a border is crossed %.0f times, a middle %.0f", e, m)
	}
	if crossings > len(all)/50 {
		t.Errorf("%d crossings", crossings)
	}
}

func BenchmarkNet(b *testing.B) {
	for b.Loop() {
		n := NewNet(Crackle{Density: 7, Grain: .5}, geom.Pt{X: 400, Y: 400}, rings)
		ks, err := n.In(context.Background(), geom.R(0, 0, 400, 400), true)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(ks)), "cracks")
	}
}
