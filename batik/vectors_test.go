//go:build !js

package batik_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/draw"
	stdpng "image/png"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rsvg renders an svg with librsvg, an independent renderer.
func rsvg(t testing.TB, b []byte, r *raster.Renderer) *image.RGBA {
	// The size in pixels goes into the file: given as an option it makes librsvg
	// resample the tiles of patterns. Our resolution is fitted in each axis so that
	// the repeat is whole pixels, and the picture ends on a whole pixel: the view is
	// set to just the millimetres that it shows.
	size := r.Size()
	dx, dy := r.DPI()
	cmd := exec.Command("rsvg-convert", "--unlimited")
	head := regexp.MustCompile(`width="[0-9.]+mm" height="[0-9.]+mm" viewBox="[0-9. ]+"`)
	require.True(t, head.Match(b))
	cmd.Stdin = bytes.NewReader(head.ReplaceAll(b, fmt.Appendf(nil, `width="%d" height="%d" viewBox="0 0 %.6f %.6f" preserveAspectRatio="none"`,
		size.X, size.Y, float64(size.X)*25.4/dx, float64(size.Y)*25.4/dy)))
	out, err := cmd.Output()
	require.NoError(t, err)
	m, err := stdpng.Decode(bytes.NewReader(out))
	require.NoError(t, err)
	dst := image.NewRGBA(m.Bounds())
	draw.Draw(dst, dst.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(dst, dst.Rect, m, m.Bounds().Min, draw.Over)
	return dst
}

func ours(t testing.TB, r *raster.Renderer) *image.RGBA {
	m := image.NewRGBA(r.Bounds())
	require.NoError(t, r.Draw(context.Background(), m))
	return m
}

// meanDiff is the mean absolute difference of the colour channels, of 255.
func meanDiff(a, b *image.RGBA) float64 {
	sum := 0
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d < 0 {
			sum -= d
		} else {
			sum += d
		}
	}
	return float64(sum) / (float64(len(a.Pix)) * 3 / 4)
}

// The svg of each golden design, drawn by librsvg, is our picture.
func TestVectorsAgreeWithPixels(t *testing.T) {
	if _, err := exec.LookPath("rsvg-convert"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("rsvg-convert is missing")
		}
		t.Skip("rsvg-convert (librsvg2-bin) is not installed")
	}
	if raceEnabled {
		t.Skip("compares pictures, which the race detector does not change")
	}
	worst := 0.
	for i, d := range goldens(t) {
		if testing.Short() && i%6 != 0 {
			continue
		}
		// What a hand drew is the same shapes in more pieces: some motifs stand for
		// all, fewer of them by hand.
		if i >= len(market.IDs()) && (i%4 != 0 && d.Technique != batik.Tulis || i%8 != 1 && d.Technique == batik.Tulis) {
			continue
		}
		// The first 60 cm of a long cloth, or 25 of one that a hand drew, hold all that
		// can differ, and can be looked at closely.
		whole := lay(t, d)
		short := *whole
		short.Size.X = min(short.Size.X, 600)
		if d.Technique == batik.Tulis {
			short.Size.X = min(short.Size.X, 250)
		}
		short.Zones = slices.Clone(whole.Zones)
		for k := range short.Zones {
			z := &short.Zones[k]
			z.Bounds = z.Bounds.Intersect(geom.R(0, 0, short.Size.X, short.Size.Y))
		}
		c := &short
		var b bytes.Buffer
		require.NoError(t, svg.Encode(context.Background(), &b, c, svg.Options{}))
		dpi := 100.0
		if d.Technique == batik.Tulis && whole.Size.X > 250 {
			dpi = 50 // every line is written out
		}
		r, err := raster.New(c, raster.Options{DPI: dpi})
		require.NoError(t, err)
		diff := meanDiff(ours(t, r), rsvg(t, b.Bytes(), r))
		worst = max(worst, diff)
		assert.Less(t, diff, 2., "%s (%s)", d.Title, d.Technique)
		if testing.Verbose() {
			t.Logf("%.2f/255 %5d kB %s", diff, b.Len()/1000, d.Title)
		}
	}
	t.Logf("worst mean difference %.2f/255", worst)
}

// A design reopens from the files that carry it.
func TestDesignReopensFromPictures(t *testing.T) {
	ctx := context.Background()
	for _, d := range goldens(t)[8:12] {
		c := lay(t, d)
		var p, s bytes.Buffer
		require.NoError(t, png.Encode(ctx, &p, c, raster.Options{Width: 300}))
		require.NoError(t, svg.Encode(ctx, &s, c, svg.Options{}))
		for _, read := range []func() ([]byte, error){
			func() ([]byte, error) { return png.Source(&p) },
			func() ([]byte, error) { return svg.Source(&s) },
		} {
			b, err := read()
			require.NoError(t, err)
			back, err := batik.Decode(b)
			require.NoError(t, err)
			assert.Equal(t, d, back)
		}
	}
}
