package batik_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/draw"
	stdpng "image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite testdata/golden; look at the pictures before committing them")

// goldens are the designs whose pixels are held: one for each market, and one for
// each motif as a bare repeat in the colours in which it is at home.
func goldens(t testing.TB) []*batik.Design {
	var ds []*batik.Design
	for i, id := range market.IDs() {
		d, err := batik.Plan(batik.Brief{Market: id, Seed: uint64(100 + i)})
		require.NoError(t, err)
		ds = append(ds, d)
	}
	cat, err := batik.Motifs()
	require.NoError(t, err)
	for i, id := range cat.IDs() {
		tech := []batik.Technique{batik.Print, batik.Tulis}[i%2]
		home, ok := batik.Tradition(id)
		require.True(t, ok, id)
		d, err := batik.Plan(batik.Brief{Market: home.Market, Scheme: home.Scheme, Product: "tile", Motif: id, Technique: tech, Seed: uint64(i)})
		require.NoError(t, err)
		ds = append(ds, d)
	}
	return ds
}

func lay(t testing.TB, d *batik.Design) *cloth.Cloth {
	t.Helper()
	c, err := batik.Lay(d)
	require.NoError(t, err)
	return c
}

// picture is the cloth whole and small, and beside it a window of it at 100 dpi.
func picture(t testing.TB, c *cloth.Cloth) *image.RGBA {
	ctx := context.Background()
	whole, err := raster.New(c, raster.Options{Width: 240})
	require.NoError(t, err)
	big, err := raster.New(c, raster.Options{DPI: 100})
	require.NoError(t, err)
	h := min(whole.Size().Y, 320)
	dst := image.NewRGBA(image.Rect(0, 0, 240+240, max(h, 240)))
	a := image.NewRGBA(image.Rect(0, 0, 240, h))
	require.NoError(t, whole.Draw(ctx, a))
	draw.Draw(dst, a.Bounds(), a, image.Point{}, draw.Src)
	// The window straddles the middle, away from anything round.
	s := big.Size()
	at := image.Pt(max(0, s.X*3/5-120), max(0, s.Y*2/5-120))
	w := image.Rect(at.X, at.Y, at.X+240, at.Y+240).Intersect(big.Bounds())
	b := image.NewRGBA(w)
	require.NoError(t, big.Draw(ctx, b))
	draw.Draw(dst, w.Sub(w.Min).Add(image.Pt(240, 0)), b, w.Min, draw.Src)
	return dst
}

// Every machine draws the same bytes as the pictures that someone looked at.
func TestGolden(t *testing.T) {
	if raceEnabled {
		t.Skip("draws the same without the race detector, ten times faster")
	}
	for i, d := range goldens(t) {
		if testing.Short() && !*update && i >= len(market.IDs()) && i%4 != 0 {
			continue // other machines, slow under emulation, look at a quarter of the motifs
		}
		name := filepath.Join("testdata", "golden", fmt.Sprintf("%02d-%s-%s.png", i, d.Market, d.Field.Motif))
		got := picture(t, lay(t, d))
		if *update {
			var b bytes.Buffer
			e := stdpng.Encoder{CompressionLevel: stdpng.BestCompression}
			require.NoError(t, e.Encode(&b, got))
			require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
			require.NoError(t, os.WriteFile(name, b.Bytes(), 0o644))
			continue
		}
		b, err := os.ReadFile(name)
		if !assert.NoError(t, err, "run with -update, then look at the picture") {
			continue
		}
		want, err := stdpng.Decode(bytes.NewReader(b))
		require.NoError(t, err)
		ref := image.NewRGBA(want.Bounds())
		draw.Draw(ref, ref.Bounds(), want, image.Point{}, draw.Src)
		// image.RGBA of transparent corners is black without alpha in both.
		if !assert.Equal(t, ref.Rect, got.Rect, name) {
			continue
		}
		n := 0
		for k := range ref.Pix {
			if ref.Pix[k] != got.Pix[k] {
				n++
			}
		}
		if n > 0 {
			var out bytes.Buffer
			require.NoError(t, stdpng.Encode(&out, got))
			file := filepath.Join(t.ArtifactDir(), filepath.Base(name))
			require.NoError(t, os.WriteFile(file, out.Bytes(), 0o644))
			t.Errorf("%s: %d of %d bytes differ; got %s", name, n, len(ref.Pix), file)
		}
	}
}
