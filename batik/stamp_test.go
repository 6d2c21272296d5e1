package batik_test

import (
	"context"
	"image"
	"math/rand/v2"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/check"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func stamped(t testing.TB, product string, loose float64) *raster.Renderer {
	d, err := batik.Plan(batik.Brief{Market: "id-lasem", Product: product, Motif: "kawung_picis", Technique: batik.Cap, Seed: 3})
	require.NoError(t, err)
	c, err := batik.Workshop{Loose: loose}.Lay(d)
	require.NoError(t, err)
	if product == "tile" {
		c = thrice(c)
	}
	r, err := raster.New(c, raster.Options{DPI: 40})
	require.NoError(t, err)
	return r
}

// Prints that lie off their places change the cloth, and any window of it is still
// the crop of the whole.
func TestStampedCloth(t *testing.T) {
	ctx := context.Background()
	exact, r := stamped(t, "kain_panjang_pesisir", 0), stamped(t, "kain_panjang_pesisir", 1)
	w, h := r.Bounds().Dx(), 300
	whole := window(t, ctx, r, image.Pt(0, 400), w, h)
	assert.NotEqual(t, whole.Pix, window(t, ctx, exact, image.Pt(0, 400), w, h).Pix)
	rng := rand.New(rand.NewPCG(4, 4))
	for range 6 {
		at := image.Pt(rng.IntN(w-70), 400+rng.IntN(h-50))
		got := window(t, ctx, r, at, 70, 50)
		for y := at.Y; y < at.Y+50; y++ {
			i, j := whole.PixOffset(at.X, y), got.PixOffset(at.X, y)
			require.Equal(t, whole.Pix[i:i+280], got.Pix[j:j+280])
		}
	}
}

func TestStampedTileHasNoSeam(t *testing.T) {
	ctx := context.Background()
	r := stamped(t, "tile", 2)
	rep := r.Repeat()
	a := window(t, ctx, r, image.Pt(rep.X/2, rep.Y/2), rep.X, rep.Y)
	assert.Equal(t, a.Pix, window(t, ctx, r, image.Pt(rep.X/2+rep.X, rep.Y/2), rep.X, rep.Y).Pix)
	assert.Equal(t, a.Pix, window(t, ctx, r, image.Pt(rep.X/2, rep.Y/2+rep.Y), rep.X, rep.Y).Pix)
}

// What is stamped is drawn for copper: with lines and gaps twice those of a canting,
// as the checker measures them.
func TestStampsAreDrawnCoarse(t *testing.T) {
	for _, id := range []string{"kawung_sen", "ceplok", "nitik", "macawiis_plaid"} {
		home, ok := batik.Tradition(id)
		require.True(t, ok, id)
		share := func(tech batik.Technique) float64 {
			d, err := batik.Plan(batik.Brief{Market: home.Market, Product: home.Product, Motif: id, Scheme: home.Scheme, Technique: tech, Seed: 3})
			require.NoError(t, err)
			r, err := check.Cloth(context.Background(), lay(t, d), check.For(string(batik.Cap)))
			require.NoError(t, err)
			return r.Share
		}
		assert.Less(t, share(batik.Cap), .015, id)
		assert.Greater(t, share(batik.Tulis), .04, "%s by canting is too fine for a stamp", id)
	}
}

func BenchmarkStamped(b *testing.B) {
	for name, loose := range map[string]float64{"exact": 0, "loose": 1} {
		b.Run(name, func(b *testing.B) {
			r := stamped(b, "kain_panjang_pesisir", loose)
			m := image.NewRGBA(r.Bounds())
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, r.Draw(context.Background(), m))
			}
		})
	}
}
