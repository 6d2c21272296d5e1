package raster

import (
	"context"
	"image"
	"testing"

	"github.com/jagadbatik/jagad/palette"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The coverage of a picture in other inks is the picture of a cloth in these.
func TestCoverageInOtherInks(t *testing.T) {
	ctx := context.Background()
	for _, byHand := range []bool{true, false} {
		c := sarong(300, 200, byHand)
		r, err := New(c, Options{DPI: 90})
		require.NoError(t, err)
		cov, err := r.Coverage(ctx, r.Bounds().Inset(-5))
		require.NoError(t, err)
		require.Equal(t, r.Bounds(), cov.Bounds())
		other := *c
		other.Inks = append([]palette.Ink(nil), c.Inks...)
		for i := range other.Inks {
			other.Inks[i].Color = palette.Color{R: byte(91 * i), G: byte(255 - 60*i), B: byte(37 * i * i)}
		}
		for _, inks := range [][]palette.Ink{c.Inks, other.Inks} {
			cloth := *c
			cloth.Inks = inks
			anew, err := New(&cloth, Options{DPI: 90})
			require.NoError(t, err)
			want, got := image.NewRGBA(anew.Bounds()), image.NewRGBA(anew.Bounds())
			require.NoError(t, anew.Draw(ctx, want))
			require.NoError(t, cov.Draw(got, inks))
			assert.True(t, string(want.Pix) == string(got.Pix))
			// A window that reaches over the edge keeps what is beyond.
			part := image.NewRGBA(image.Rect(-3, 100, 90, 140))
			require.NoError(t, cov.Draw(part, inks))
			for y := 100; y < 140; y++ {
				assert.True(t, string(part.Pix[part.PixOffset(0, y):][:4*90]) == string(want.Pix[want.PixOffset(0, y):][:4*90]), y)
				assert.Zero(t, part.Pix[part.PixOffset(-1, y)])
			}
		}
	}
}

func TestCoverageRefuses(t *testing.T) {
	ctx := context.Background()
	c := sarong(300, 200, false)
	for want, o := range map[string]Options{
		"options.edges":  {Edges: Hard},
		"options.finish": {Finish: &Finish{}},
		"more than":      {DPI: 2000},
	} {
		r, err := New(c, o)
		require.NoError(t, err)
		_, err = r.Coverage(ctx, r.Bounds())
		assert.ErrorContains(t, err, want)
	}
	r, err := New(c, Options{DPI: 20})
	require.NoError(t, err)
	cov, err := r.Coverage(ctx, r.Bounds())
	require.NoError(t, err)
	m := image.NewRGBA(r.Bounds())
	assert.ErrorContains(t, cov.Draw(m, c.Inks[:1]), "inks")
	assert.ErrorContains(t, cov.Draw(nil, c.Inks), "nil")
	assert.ErrorContains(t, cov.Draw(&image.RGBA{Rect: m.Rect, Stride: 4}, c.Inks), "stride")
	gone, stop := context.WithCancel(ctx)
	stop()
	_, err = r.Coverage(gone, r.Bounds())
	assert.ErrorIs(t, err, context.Canceled)
	empty, err := r.Coverage(ctx, image.Rect(-9, -9, -1, -1))
	require.NoError(t, err)
	assert.NoError(t, empty.Draw(m, c.Inks))
}
