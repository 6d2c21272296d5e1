package batik_test

import (
	"context"
	"image"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// meanChroma is the mean OKLCH chroma of the pixels of a market's first designs.
func meanChroma(t *testing.T, id string) float64 {
	ds, err := batik.Proposals(batik.Brief{Market: id, Seed: 1}, 3)
	require.NoError(t, err)
	sum, n := 0., 0
	for _, d := range ds {
		r, err := raster.New(lay(t, d), raster.Options{Width: 240})
		require.NoError(t, err)
		m := image.NewRGBA(r.Bounds())
		require.NoError(t, r.Draw(context.Background(), m))
		for i := 0; i < len(m.Pix); i += 4 {
			sum += palette.Color{R: m.Pix[i], G: m.Pix[i+1], B: m.Pix[i+2]}.OKLCH().C
			n++
		}
	}
	return sum / float64(n)
}

// A person can tell the Gulf page from the Nigeria page at a glance.
func TestMarketsLookApart(t *testing.T) {
	gulf, ng, ea := meanChroma(t, "gulf"), meanChroma(t, "ng"), meanChroma(t, "ea")
	t.Logf("mean OKLCH chroma: gulf %.3f, ng %.3f, ea %.3f", gulf, ng, ea)
	assert.GreaterOrEqual(t, ng, 2*gulf)
	assert.GreaterOrEqual(t, ea, 2*gulf)
}
