package raster

import (
	"context"
	"fmt"
	"testing"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// benchmark draws the whole cloth in bands and reports millions of pixels a
// second of wall time.
func benchmark(b *testing.B, o Options, byHand bool) {
	r, err := New(sarong(2100, 1050, byHand), o)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range r.Bands(context.Background(), 0) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	px := float64(r.size.X) * float64(r.size.Y) * float64(b.N)
	b.ReportMetric(px/b.Elapsed().Seconds()/1e6, "Mpx/s")
}

func BenchmarkSarong(b *testing.B) {
	for _, edges := range []Edges{Smooth, Hard} {
		for _, workers := range []int{1, 2} {
			for _, dpi := range []float64{150, 300} {
				name := fmt.Sprintf("edges=%d/workers=%d/dpi=%g", edges, workers, dpi)
				b.Run("hand/"+name, func(b *testing.B) { benchmark(b, Options{DPI: dpi, Workers: workers, Edges: edges}, true) })
			}
		}
	}
	b.Run("copied", func(b *testing.B) { benchmark(b, Options{DPI: 150, Workers: 1}, false) })
}

// BenchmarkHand tells how much of the above is the hand's own time.
func BenchmarkHand(b *testing.B) {
	cell := kawung()
	var m geom.Mark
	b.ReportAllocs()
	for b.Loop() {
		for y := range 27 {
			for x := range 53 {
				for k := range cell {
					m = wobble(m, cell[k].Mark, k, x, y)
				}
			}
		}
	}
}
