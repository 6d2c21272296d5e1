package batik_test

import (
	"context"
	"fmt"
	"image"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A design in other colours is, traced once or kept as coverage, what it is when all
// of it is laid and drawn anew: its shapes, their inks, its bytes.
func TestRecolouredAsLaidAnew(t *testing.T) {
	ctx := context.Background()
	// Two whose zones are cut to an outline come first.
	briefs := []batik.Brief{{Market: "id-pekalongan", Product: "pagi_sore"}, {Market: "id-solo", Product: "iket"}}
	for i, id := range market.IDs() {
		if i%3 == 0 {
			briefs = append(briefs, batik.Brief{Market: id})
		}
	}
	if raceEnabled {
		briefs = briefs[:3]
	}
	for i, brief := range briefs {
		id := brief.Market
		brief.Seed, brief.Technique = uint64(200+i), []batik.Technique{batik.Tulis, batik.Cap, batik.Print}[i%3]
		d, err := batik.Plan(brief)
		require.NoError(t, err)
		others := batik.Colourways(d, 2)
		require.NotEmpty(t, others, id)
		pola, err := batik.Trace(d)
		require.NoError(t, err)
		byPart, err := pola.InkParts(d)
		require.NoError(t, err)
		o := raster.Options{DPI: 30}
		r, err := raster.New(byPart, o)
		require.NoError(t, err)
		// From the middle to beyond the lower right corner: most zones, and what is
		// outside the picture.
		win := image.Rectangle{Min: r.Size().Div(2), Max: r.Size().Add(image.Pt(9, 9))}
		cov, err := r.Coverage(ctx, win)
		require.NoError(t, err)
		for k, e := range append(others, d) {
			at := fmt.Sprintf("%s %s, colourway %d", id, d.Field.Motif, k)
			require.True(t, pola.Of(e), at)
			want, err := batik.Lay(e)
			require.NoError(t, err)
			got, err := pola.Ink(e)
			require.NoError(t, err)
			require.Equal(t, want.Source, got.Source, at)
			require.Equal(t, want.Inks, got.Inks, at)
			require.Len(t, got.Zones, len(want.Zones), at)
			for n, z := range want.Zones {
				require.Equal(t, z.Ground, got.Zones[n].Ground, "%s, zone %s", at, z.Name)
				require.Equal(t, z.Cell, got.Zones[n].Cell, "%s, zone %s", at, z.Name)
			}
			parts, err := pola.InkParts(e)
			require.NoError(t, err)
			a, b := image.NewRGBA(win), image.NewRGBA(win)
			anew, err := raster.New(want, o)
			require.NoError(t, err)
			require.NoError(t, anew.Draw(ctx, a))
			require.NoError(t, cov.Draw(b, parts.Inks))
			assert.True(t, string(a.Pix) == string(b.Pix), at)
		}
	}
}

// What is not colour makes another pola.
func TestPolaKnowsItsDesigns(t *testing.T) {
	d, err := batik.Plan(batik.Brief{Market: "gulf", Seed: 1})
	require.NoError(t, err)
	pola, err := batik.Trace(d)
	require.NoError(t, err)
	e := d.Clone()
	e.Inks[1].Color.R ^= 64
	e.Title = "another"
	assert.True(t, pola.Of(e))
	for name, change := range map[string]func(*batik.Design){
		"seed":      func(d *batik.Design) { d.Seed++ },
		"density":   func(d *batik.Design) { d.Field.Density *= 1.1 },
		"technique": func(d *batik.Design) { d.Technique = batik.Print },
		"dress":     func(d *batik.Design) { d.Field.Dress = map[string]int{"fill": 0} },
		"width":     func(d *batik.Design) { d.Product.Width++ },
	} {
		e := d.Clone()
		e.Technique = batik.Cap
		base, err := batik.Trace(e)
		require.NoError(t, err)
		change(e)
		assert.False(t, base.Of(e), name)
		_, err = base.Ink(e)
		assert.Error(t, err, name)
	}
}

func BenchmarkColourways(b *testing.B) {
	ctx := context.Background()
	for _, tech := range []batik.Technique{batik.Tulis, batik.Cap} {
		d, err := batik.Plan(batik.Brief{Market: "id-pekalongan", Product: "sarung_pekalongan", Motif: "kawung_sen", Technique: tech})
		require.NoError(b, err)
		win := image.Rect(3000, 1500, 5048, 3548)
		o := raster.Options{DPI: 150, Workers: 1}
		dst := image.NewRGBA(win)
		b.Run(string(tech)+"/anew", func(b *testing.B) {
			for b.Loop() {
				c, err := batik.Lay(d)
				require.NoError(b, err)
				r, err := raster.New(c, o)
				require.NoError(b, err)
				require.NoError(b, r.Draw(ctx, dst))
			}
		})
		pola, err := batik.Trace(d)
		require.NoError(b, err)
		c, err := pola.InkParts(d)
		require.NoError(b, err)
		b.Run(string(tech)+"/covered", func(b *testing.B) {
			for b.Loop() {
				r, err := raster.New(c, o)
				require.NoError(b, err)
				_, err = r.Coverage(ctx, win)
				require.NoError(b, err)
			}
		})
		r, err := raster.New(c, o)
		require.NoError(b, err)
		cov, err := r.Coverage(ctx, win)
		require.NoError(b, err)
		b.Run(string(tech)+"/recoloured", func(b *testing.B) {
			for b.Loop() {
				c, err := pola.InkParts(d)
				require.NoError(b, err)
				require.NoError(b, cov.Draw(dst, c.Inks))
			}
		})
	}
}
