package svg_test

import (
	"context"
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/raster"
)

// TestLooksLikeTheRaster draws each sample by way of the file, in a program that
// is not ours, and by package raster. Repeats are whole pixels at both sizes;
// coverage of edges differs between rasterisers by a few levels.
func TestLooksLikeTheRaster(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs at once")
	}
	for _, s := range samples() {
		for _, w := range []int{640, 1280} {
			r, err := raster.New(s.c, raster.Options{Width: w})
			require.NoError(t, err)
			m := image.NewRGBA(r.Bounds())
			require.NoError(t, r.Draw(context.Background(), m))
			got := render(t, encode(t, s.c, svg.Options{}), r.Size().X, r.Size().Y)
			d := difference(t, got, m)
			t.Logf("%s at %d px: %.3f", s.name, w, d)
			assert.Less(t, d, 1., "%s at %d px", s.name, w)
		}
	}
}
