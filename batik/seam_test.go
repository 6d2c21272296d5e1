package batik_test

import (
	"context"
	"image"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
	"github.com/stretchr/testify/require"
)

// thrice returns the bare repeat laid over three repeats each way.
func thrice(c *cloth.Cloth) *cloth.Cloth {
	d := *c
	d.Size = geom.Pt{X: 3 * c.Size.X, Y: 3 * c.Size.Y}
	d.Zones = slices.Clone(c.Zones)
	for i := range d.Zones {
		d.Zones[i].Bounds = geom.R(0, 0, d.Size.X, d.Size.Y)
	}
	return &d
}

// arrangements lists every repeat and group that the motif takes.
func arrangements(in pattern.Info, square bool) []batik.Figure {
	out := []batik.Figure{{Motif: in.ID, Repeat: symmetry.Repeat{Kind: symmetry.Block}}}
	for _, k := range in.Repeats {
		if k == symmetry.Block {
			continue
		}
		out = append(out, batik.Figure{Motif: in.ID, Repeat: symmetry.Repeat{Kind: k}})
		if k == symmetry.HalfDrop || k == symmetry.Brick {
			out = append(out, batik.Figure{Motif: in.ID, Repeat: symmetry.Repeat{Kind: k, P: 1, Q: 3}})
		}
	}
	if slices.Contains(in.Repeats, symmetry.Mirror) && slices.Contains(in.Repeats, symmetry.Turn) {
		for _, g := range symmetry.Arrangements() {
			if g == "p4" && !square {
				continue
			}
			out = append(out, batik.Figure{Motif: in.ID, Repeat: symmetry.Repeat{Kind: symmetry.Block}, Group: g})
		}
	}
	return out
}

// The window at x and the one at x + repeat are the same bytes, in both axes, for
// each motif × repeat × group that closes, printed and by hand.
func TestSeams(t *testing.T) {
	cat, err := batik.Motifs()
	require.NoError(t, err)
	ctx := context.Background()
	rng := rand.New(rand.NewPCG(1, 1))
	for _, m := range cat.All() {
		in := m.Info()
		size := m.Draw(pattern.Options{}).Size
		figs := arrangements(in, size.X == size.Y)
		for n, f := range figs {
			if testing.Short() && n > 1 {
				break
			}
			f.Density, f.Line = 1, 1
			tech := batik.Print
			if n%3 == 1 {
				tech = batik.Tulis
			}
			d, err := batik.Plan(batik.Brief{Market: "id-lasem", Product: "tile", Motif: in.ID, Technique: tech, Seed: 3})
			require.NoError(t, err)
			d.Field = f
			c := thrice(lay(t, d))
			dpi := 40.0
			if c.Size.X > 900 {
				dpi = 15
			}
			r, err := raster.New(c, raster.Options{DPI: dpi})
			require.NoError(t, err)
			rep := r.Repeat()
			require.NotZero(t, rep.X)
			require.NotZero(t, rep.Y)
			for range 2 {
				w := min(64, rep.X)
				h := min(64, rep.Y)
				// Windows over the seam itself and somewhere else.
				at := image.Pt(rng.IntN(max(1, rep.X-w/2)), rng.IntN(max(1, rep.Y-h/2)))
				a := window(t, ctx, r, at, w, h)
				require.Equal(t, a.Pix, window(t, ctx, r, image.Pt(at.X+rep.X, at.Y), w, h).Pix, "%s %v %s in x", in.ID, f.Repeat, f.Group)
				require.Equal(t, a.Pix, window(t, ctx, r, image.Pt(at.X, at.Y+rep.Y), w, h).Pix, "%s %v %s in y", in.ID, f.Repeat, f.Group)
			}
		}
	}
}

func window(t testing.TB, ctx context.Context, r *raster.Renderer, at image.Point, w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(at.X, at.Y, at.X+w, at.Y+h).Intersect(r.Bounds()))
	require.NoError(t, r.Draw(ctx, m))
	return m
}

// Any window of any design is the crop of the whole.
func TestWindows(t *testing.T) {
	ctx := context.Background()
	rng := rand.New(rand.NewPCG(2, 2))
	for _, d := range goldens(t)[6:12] {
		r, err := raster.New(lay(t, d), raster.Options{Width: 500})
		require.NoError(t, err)
		whole := image.NewRGBA(r.Bounds())
		require.NoError(t, r.Draw(ctx, whole))
		for range 4 {
			at := image.Pt(rng.IntN(r.Size().X), rng.IntN(r.Size().Y))
			m := window(t, ctx, r, at, 1+rng.IntN(200), 1+rng.IntN(120))
			for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
				i, j := m.PixOffset(m.Rect.Min.X, y), whole.PixOffset(m.Rect.Min.X, y)
				n := 4 * m.Rect.Dx()
				require.Equal(t, whole.Pix[j:j+n], m.Pix[i:i+n], "%s, window %v, row %d", d.Title, m.Rect, y)
			}
		}
	}
}
