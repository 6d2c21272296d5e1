//go:build !js

package batik_test

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sarong is the cloth of the benchmarks: 2.1 × 1.05 m of kawung with kepala,
// pinggir and tumpal.
func sarong(t testing.TB, tech batik.Technique) *cloth.Cloth {
	d, err := batik.Plan(batik.Brief{Market: "id-pekalongan", Product: "sarung_tumpal", Motif: "kawung_sen", Scheme: "Pesisir pink-turquoise", Technique: tech, Seed: 5})
	require.NoError(t, err)
	d.Product.Width, d.Product.Height = 2100, 1050
	d.Field.Values = map[string]float64{"size": 40}
	return lay(t, d)
}

// least runs f and reports beside the mean the shortest time, which tells more
// where the machine is shared.
func least(b *testing.B, f func()) {
	b.ReportAllocs()
	best := time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		f()
		best = min(best, time.Since(start))
	}
	b.ReportMetric(float64(best)/float64(time.Millisecond), "least-ms")
}

// BenchmarkLay plans and lays every motif as a whole cloth where it is at home.
func BenchmarkLay(b *testing.B) {
	cat, err := batik.Motifs()
	require.NoError(b, err)
	for _, m := range cat.All() {
		in := m.Info()
		h, ok := batik.Tradition(in.ID)
		require.True(b, ok, in.ID)
		brief := batik.Brief{Market: h.Market, Product: h.Product, Scheme: h.Scheme, Motif: in.ID, Seed: 1}
		b.Run(in.Family+"/"+in.ID, func(b *testing.B) {
			least(b, func() {
				d, err := batik.Plan(brief)
				require.NoError(b, err)
				lay(b, d)
			})
		})
	}
}

// BenchmarkLayLength lays ever longer cloth, up to two lengths of six yards in one:
// twice the cloth should cost twice at most.
func BenchmarkLayLength(b *testing.B) {
	for _, motif := range []string{"wax_disc", "kawung_sen", "buketan", "tambal"} {
		for _, yards := range []int{3, 6, 12} {
			d, err := batik.Plan(batik.Brief{Market: "ng", Product: "wax6", Motif: "wax_disc", Seed: 1})
			require.NoError(b, err)
			d.Field = batik.Figure{Motif: motif, Density: 1, Line: 1}
			d.Product.Width = float64(yards) * 914.4
			b.Run(fmt.Sprintf("%s/%dyd", motif, yards), func(b *testing.B) { least(b, func() { lay(b, d) }) })
		}
	}
}

// drawAll draws the whole picture, band by band.
func drawAll(b *testing.B, r *raster.Renderer) {
	for m, err := range r.Bands(context.Background(), 256) {
		require.NoError(b, err)
		_ = m
	}
}

func benchSarong(b *testing.B, tech batik.Technique, dpi float64, workers int) {
	r, err := raster.New(sarong(b, tech), raster.Options{DPI: dpi, Workers: workers})
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		drawAll(b, r)
	}
	s := r.Size()
	b.ReportMetric(float64(b.N)*float64(s.X)*float64(s.Y)/1e6/b.Elapsed().Seconds(), "Mpx/s")
}

func BenchmarkSarongTulis150(b *testing.B)   { benchSarong(b, batik.Tulis, 150, 1) }
func BenchmarkSarongTulis150x2(b *testing.B) { benchSarong(b, batik.Tulis, 150, 2) }
func BenchmarkSarongCap150(b *testing.B)     { benchSarong(b, batik.Cap, 150, 1) }

func BenchmarkSarongPNG150(b *testing.B) {
	c := sarong(b, batik.Tulis)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, png.Encode(context.Background(), io.Discard, c, raster.Options{DPI: 150}))
	}
}

func BenchmarkSarongSVG(b *testing.B) {
	c := sarong(b, batik.Tulis)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, svg.Encode(context.Background(), io.Discard, c, svg.Options{}))
	}
}

// A sarong of 308 megapixels is written in less than 256 MiB. The peak is the
// kernel's figure for this process, with the test itself in it.
func TestPrintSizeMemory(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("draws 308 megapixels")
	}
	before := peak(t)
	require.NoError(t, png.Encode(context.Background(), io.Discard, sarong(t, batik.Tulis), raster.Options{DPI: 300}))
	after := peak(t)
	t.Logf("peak resident memory %d MiB (before: %d)", after>>20, before>>20)
	if before < 200<<20 {
		assert.Less(t, after, 256<<20)
	}
}

// peak returns the most memory that the process has held, in bytes.
func peak(t *testing.T) int {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip("no /proc/self/status")
	}
	for _, l := range strings.Split(string(b), "\n") {
		if f := strings.Fields(l); len(f) == 3 && f[0] == "VmHWM:" {
			n, err := strconv.Atoi(f[1])
			require.NoError(t, err)
			return n << 10
		}
	}
	t.Skip("no VmHWM")
	return 0
}

// cancelAfter cancels when so many bytes have been written.
type cancelAfter struct {
	n      int
	cancel context.CancelFunc
	at     time.Time
}

func (c *cancelAfter) Write(p []byte) (int, error) {
	if c.n -= len(p); c.n < 0 && c.at.IsZero() {
		c.at = time.Now()
		c.cancel()
	}
	return len(p), nil
}

func TestCancelStopsAndLeavesNothing(t *testing.T) {
	c := sarong(t, batik.Tulis)
	for name, export := range map[string]func(context.Context, io.Writer) error{
		"png": func(ctx context.Context, w io.Writer) error {
			return png.Encode(ctx, w, c, raster.Options{DPI: 150})
		},
		"svg": func(ctx context.Context, w io.Writer) error { return svg.Encode(ctx, w, c, svg.Options{}) },
		"draw": func(ctx context.Context, w io.Writer) error {
			r, err := raster.New(c, raster.Options{DPI: 150})
			if err != nil {
				return err
			}
			ctx, stop := context.WithTimeout(ctx, time.Millisecond)
			defer stop()
			err = r.Draw(ctx, image.NewRGBA(r.Bounds()))
			if errors.Is(err, context.DeadlineExceeded) {
				return context.Canceled
			}
			return err
		},
	} {
		start := runtime.NumGoroutine()
		ctx, cancel := context.WithCancel(context.Background())
		w := &cancelAfter{n: 100 << 10, cancel: cancel}
		err := export(ctx, w)
		cancel()
		if !w.at.IsZero() {
			t.Logf("%s: stopped %v after the cancel", name, time.Since(w.at).Round(time.Microsecond))
		}
		require.ErrorIs(t, err, context.Canceled, name)
		// Goroutines end on their own, within a band's work.
		for i := 0; runtime.NumGoroutine() > start && i < 500; i++ {
			time.Sleep(10 * time.Millisecond)
		}
		assert.LessOrEqual(t, runtime.NumGoroutine(), start, name)
	}
}

// What cannot be drawn is refused before anything is allocated, with its limit.
func TestImpossibleSizesAreRefused(t *testing.T) {
	c := sarong(t, batik.Print)
	for _, o := range []raster.Options{{DPI: 1e7}, {DPI: -1}, {Width: -5}, {Width: 1 << 30}} {
		_, err := raster.New(c, o)
		require.Error(t, err, "%+v", o)
		assert.Regexp(t, `\d`, err.Error())
	}
}
