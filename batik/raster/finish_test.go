package raster

import (
	"context"
	"crypto/sha256"
	"fmt"
	"image"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/palette/dye"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// sogan are the inks of a Central Javanese cloth, which two baths give.
var sogan = inks(0xf6f2e8, 0x1c2a54, 0x7a4622, 0x241d1b, 0xf6f2e8)

func recipe(t testing.TB, ks []palette.Ink) *wax.Recipe {
	t.Helper()
	shelf, err := dye.NaturalShelf()
	require.NoError(t, err)
	p, err := wax.Job{Inks: ks, Shelf: shelf}.Plan()
	require.NoError(t, err)
	rec, err := p.Recipe(wax.Canting, nil)
	require.NoError(t, err)
	return rec
}

// dyed returns a cloth of many kinds of zones with a finish that shows everything.
func dyed(t testing.TB, seed uint64) (*cloth.Cloth, *Finish) {
	c := jumble(seed)
	c.Inks = sogan
	return c, &Finish{Recipe: recipe(t, sogan), Crackle: wax.Crackle{Density: 6, Grain: .5}, Seed: 3}
}

// Any window of finished cloth is the crop of the whole, in any bands and by any
// number of workers, at scales that look into a pixel twice and many times.
func TestFinishIsExact(t *testing.T) {
	c, f := dyed(t, 2)
	for _, hand := range []wax.Hand{wax.Canting, wax.Printed} {
		for _, dpi := range []float64{20, 40, 110, 170} {
			g := *f
			g.Hand = hand
			if hand == wax.Printed {
				g.Recipe = nil // it cracks without one
			}
			o := Options{DPI: dpi, Workers: 1, Finish: &g}
			whole := draw(t, c, o)
			b := whole.Bounds()
			for _, q := range []image.Rectangle{image.Rect(0, 0, 1, 1), image.Rect(b.Max.X-9, b.Max.Y-7, b.Max.X, b.Max.Y),
				image.Rect(b.Max.X/3, b.Max.Y/4, b.Max.X/3+41, b.Max.Y/4+17), image.Rect(0, b.Max.Y/2, b.Max.X, b.Max.Y/2+1)} {
				sameAs(t, whole, draw(t, c, o, q), image.Point{}, fmt.Sprint(hand, dpi, q))
			}
			o.Workers = 3
			r, err := New(c, o)
			require.NoError(t, err)
			for m, err := range r.Bands(context.Background(), 23) {
				require.NoError(t, err)
				sameAs(t, whole, m, image.Point{}, fmt.Sprint(hand, dpi, " band ", m.Rect))
			}
			// Exporters share bands where cloth repeats; dyed cloth never does.
			for b, err := range MapWindow(context.Background(), r, whole.Rect, 5, 1<<30, func(m *image.RGBA) (*image.RGBA, error) {
				n := image.NewRGBA(m.Rect)
				copy(n.Pix, m.Pix)
				return n, nil
			}) {
				require.NoError(t, err)
				sameAs(t, whole, b.Value, image.Point{}, fmt.Sprint(hand, dpi, " shared band ", b.Rect))
				require.Equal(t, b.Rect, b.Value.Rect)
			}
		}
	}
}

// patches is a cloth with a square of 30 mm of each ink.
func patches(ks []palette.Ink) *cloth.Cloth {
	c := &cloth.Cloth{Size: geom.Pt{X: 30 * float64(len(ks)), Y: 30}, Inks: ks}
	for i := range ks {
		c.Zones = append(c.Zones, cloth.Zone{Bounds: geom.R(30*float64(i), 0, 30, 30), Ground: i})
	}
	return c
}

// mean returns the colour of a part of a picture, mixed as light.
func mean(m *image.RGBA, q image.Rectangle) palette.Color {
	var sum [3]float64
	for y := q.Min.Y; y < q.Max.Y; y++ {
		for x := q.Min.X; x < q.Max.X; x++ {
			for ch := range sum {
				v := float64(m.Pix[m.PixOffset(x, y)+ch]) / 255
				if v <= .04045 {
					v /= 12.92
				} else {
					v = math.Pow((v+.055)/1.055, 2.4)
				}
				sum[ch] += v / float64(q.Dx()*q.Dy())
			}
		}
	}
	return palette.Color{R: dye.Encode(sum[0]), G: dye.Encode(sum[1]), B: dye.Encode(sum[2])}
}

// Away from edges and cracks the cloth has the colour that its recipe promises, or
// that of its ink, at every scale and on average over many cloths.
func TestFinishKeepsColours(t *testing.T) {
	c := patches(batikInks)
	rec := recipe(t, batikInks)
	for _, dpi := range []float64{15, 60, 150, 300} {
		for _, f := range []Finish{{}, {Hand: wax.Printed}, {Recipe: rec}, {Recipe: rec, Hand: wax.Stamp}, {Recipe: rec, Bare: true}} {
			got := make([][3]float64, len(batikInks))
			const cloths = 6
			for s := range cloths {
				f.Seed = seed.Seed(s)
				m := draw(t, c, Options{DPI: dpi, Finish: &f})
				for i := range got {
					at := func(sixth int) int { return (6*i + sixth) * m.Rect.Max.X / 6 / len(got) }
					col := mean(m, image.Rect(at(1)+1, m.Rect.Max.Y/6, at(5), m.Rect.Max.Y*5/6))
					for ch, v := range []uint8{col.R, col.G, col.B} {
						got[i][ch] += float64(v) / cloths
					}
				}
			}
			for i, k := range batikInks {
				want := k.Color
				if f.Recipe != nil {
					want = rec.Plan.Outcomes[i].Gets
				}
				have := palette.Color{R: uint8(got[i][0] + .5), G: uint8(got[i][1] + .5), B: uint8(got[i][2] + .5)}
				d := palette.DeltaE2000(want, have)
				assert.Less(t, d, 1., "%g dpi, %s, recipe %v: ink %d is %v, want %v", dpi, f.Hand, f.Recipe != nil, i, have, want)
			}
		}
	}
}

// What becomes of each ink at each stage is what the recipe says: every bath that is
// its own in full, and no other unless wax cracks.
func TestFinishDyesByRecipe(t *testing.T) {
	rec := recipe(t, sogan)
	for stage := range len(rec.Stages) + 1 {
		r, err := New(patches(sogan), Options{Finish: &Finish{Recipe: rec, Stage: stage, Crackle: wax.Crackle{Density: 5}}})
		require.NoError(t, err)
		last := rec.Stages[(stage+len(rec.Stages)-1)%len(rec.Stages)]
		for i := range r.finish.inks {
			k := &r.finish.inks[i]
			assert.Equal(t, last.Colors[i], k.corners[0].Reflectance().Color(), "stage %d, ink %d", stage, i)
			waxed := false
			for _, w := range last.Waxed {
				waxed = waxed || w == i
			}
			assert.Equal(t, waxed, k.waxed, "stage %d, ink %d", stage, i)
		}
	}
	// Stages of one Renderer are the same pictures as those made for themselves.
	c, f := dyed(t, 6)
	var r *Renderer
	for _, dpi := range []float64{20, 40, 100} {
		var err error
		r, err = New(c, Options{DPI: dpi, Finish: f})
		require.NoError(t, err)
		drawWith(t, r)
		for stage := range len(f.Recipe.Stages) + 1 {
			s, err := r.Stage(stage)
			require.NoError(t, err)
			g := *f
			g.Stage = stage
			sameAs(t, draw(t, c, Options{DPI: dpi, Finish: &g}), drawWith(t, s), image.Point{}, fmt.Sprint(dpi, " dpi, stage ", stage))
		}
	}
	_, err := r.Stage(-1)
	assert.ErrorContains(t, err, "finish.stage")
	// A print has no wax to crack.
	r, err = New(patches(sogan), Options{Finish: &Finish{Recipe: rec, Hand: wax.Printed, Crackle: wax.Crackle{Density: 5}}})
	require.NoError(t, err)
	assert.Empty(t, r.finish.used)
}

// Cracks darken what lay under wax, the more the denser they are, and nothing else.
func TestCracksShow(t *testing.T) {
	c := patches(sogan)
	dark := func(f Finish, density float64, dpi float64, ink int) float64 {
		f.Crackle, f.Seed = wax.Crackle{Density: density}, 1
		m := draw(t, c, Options{DPI: dpi, Finish: &f})
		px := m.Rect.Max.X / len(sogan)
		return mean(m, image.Rect(ink*px+px/5, m.Rect.Max.Y/5, (ink+1)*px-px/5, m.Rect.Max.Y*4/5)).Lab().L
	}
	for name, f := range map[string]Finish{"by a recipe": {Recipe: recipe(t, sogan)}, "without": {}, "printed": {Hand: wax.Printed}} {
		for _, dpi := range []float64{25, 200} {
			var l []float64
			for _, density := range []float64{0, 2, 5, 12} {
				l = append(l, dark(f, density, dpi, 0))
			}
			t.Logf("%s, %g dpi: white's L* without, with light, usual and full crackle: %.1f", name, dpi, l)
			assert.True(t, l[0] > l[1]+.5 && l[1] > l[2]+.5 && l[2] > l[3]+.5, "%v", l)
			assert.InDelta(t, dark(f, 0, dpi, 3), dark(f, 12, dpi, 3), .5, "what no wax covered has no cracks")
		}
	}
}

// However small the picture, and however many cracks it leaves out as too fine, the
// cloth is as dark.
func TestCracksAreAsDarkFromAfar(t *testing.T) {
	c := patches(sogan)
	for _, f := range []Finish{{Recipe: recipe(t, sogan)}, {}} {
		for _, density := range []float64{2, 5, 12} {
			f.Crackle, f.Seed = wax.Crackle{Density: density}, 1
			var l []float64
			for _, dpi := range []float64{20, 40, 200} { // without lines, with the first, with all
				m := draw(t, c, Options{DPI: dpi, Finish: &f})
				px := m.Rect.Max.X / len(sogan)
				l = append(l, mean(m, image.Rect(px/5, m.Rect.Max.Y/5, px-px/5, m.Rect.Max.Y*4/5)).Lab().L)
			}
			t.Logf("%g cracks a cm²: white's L* at 20, 40 and 200 dpi %.1f", density, l)
			assert.InDelta(t, l[2], l[0], 2.5)
			assert.InDelta(t, l[2], l[1], 2.5)
		}
	}
}

func TestFinishRefuses(t *testing.T) {
	rec := recipe(t, sogan)
	c := patches(sogan)
	for want, o := range map[string]Options{
		"options.finish":                 {Edges: Hard, Finish: &Finish{}},
		"options.finish.hand":            {Finish: &Finish{Hand: "foot"}},
		"options.finish.stage: 1":        {Finish: &Finish{Stage: 1}},
		"options.finish.stage: 99":       {Finish: &Finish{Recipe: rec, Stage: 99}},
		"options.finish.crackle.density": {Finish: &Finish{Recipe: rec, Crackle: wax.Crackle{Density: math.NaN()}}},
		"options.finish.crackle.grain":   {Finish: &Finish{Recipe: rec, Crackle: wax.Crackle{Grain: 2}}},
		"options.finish.crackle.wide":    {Finish: &Finish{Recipe: rec, Crackle: wax.Crackle{Wide: -1}}},
		"options.finish.recipe":          {Finish: &Finish{Recipe: recipe(t, sogan[:3])}},
	} {
		_, err := New(c, o)
		assert.ErrorContains(t, err, want)
	}
	r, err := New(c, Options{Finish: &Finish{Recipe: rec, Crackle: wax.Crackle{Density: 5}}})
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	assert.ErrorIs(t, r.Draw(ctx, image.NewRGBA(r.Bounds())), context.Canceled)
}

// The same bytes on every machine: any other hash is another picture.
func TestFinishHash(t *testing.T) {
	c, f := dyed(t, 4)
	f.Stage = len(f.Recipe.Stages) - 1
	m := draw(t, c, Options{DPI: 127, Finish: f})
	f.Stage = 0
	n := draw(t, c, Options{DPI: 30, Finish: f})
	n.Pix = append(n.Pix, draw(t, c, Options{DPI: 24, Finish: f}).Pix...)
	n.Pix = append(n.Pix, draw(t, c, Options{DPI: 70, Finish: f}).Pix...)
	sum := sha256.Sum256(append(m.Pix, n.Pix...))
	assert.Equal(t, "769f0bfd50fd538a", fmt.Sprintf("%x", sum[:8]))
}

func TestInkAreas(t *testing.T) {
	c := patches(sogan)
	got, err := Areas(context.Background(), c)
	require.NoError(t, err)
	for i, a := range got {
		assert.InDelta(t, .03*.03, a, 1e-5, "ink %d", i)
	}
	_, err = Areas(context.Background(), nil)
	assert.Error(t, err)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err = Areas(ctx, c)
	assert.ErrorIs(t, err, context.Canceled)
}

// BenchmarkFinish tells what the finish costs beside the flat picture, by hand and
// copied.
func BenchmarkFinish(b *testing.B) {
	rec := recipe(b, batikInks)
	for _, hand := range []bool{true, false} {
		for name, f := range map[string]*Finish{"flat": nil, "cloth": {Recipe: rec}, "crackle": {Recipe: rec, Crackle: wax.Crackle{Density: 5, Grain: .5}}} {
			for _, dpi := range []float64{150, 300} {
				b.Run(fmt.Sprintf("hand=%v/%s/dpi=%g", hand, name, dpi), func(b *testing.B) {
					r, err := New(sarong(400, 300, hand), Options{DPI: dpi, Workers: 1, Finish: f})
					require.NoError(b, err)
					m := image.NewRGBA(r.Bounds())
					require.NoError(b, r.Draw(context.Background(), m)) // grows the cracks
					b.ResetTimer()
					for b.Loop() {
						require.NoError(b, r.Draw(context.Background(), m))
					}
					b.ReportMetric(float64(r.size.X*r.size.Y)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mpx/s")
				})
			}
		}
	}
}
