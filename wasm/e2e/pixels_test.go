package e2e

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"image"
	"math"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// goldens are designs whose pixels the library's own tests hold: one for each
// market, and of the motifs as bare repeats in the colours in which they are at home
// every fourth, prints and those drawn by hand in turn.
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
		if i%8 != 0 && i%8 != 5 {
			continue
		}
		tech := []batik.Technique{batik.Print, batik.Tulis}[i%2]
		home, ok := batik.Tradition(id)
		require.True(t, ok, id)
		d, err := batik.Plan(batik.Brief{Market: home.Market, Scheme: home.Scheme, Product: "tile", Motif: id, Technique: tech, Seed: uint64(i)})
		require.NoError(t, err)
		ds = append(ds, d)
	}
	return ds
}

// wire is a design as the page has it.
func wire(t testing.TB, d *batik.Design) map[string]any {
	t.Helper()
	raw, err := d.Encode()
	require.NoError(t, err)
	var v map[string]any
	require.NoError(t, json.Unmarshal(raw, &v))
	v["seed"] = fmt.Sprint(d.Seed)
	return v
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

type rect struct {
	X int `json:"x"`
	Y int `json:"y"`
	W int `json:"w"`
	H int `json:"h"`
}

func (r rect) image() image.Rectangle { return image.Rect(r.X, r.Y, r.X+r.W, r.Y+r.H) }

// drawn is what the library draws in a window of a cloth so wide.
func drawn(t testing.TB, d *batik.Design, width int, r rect) []byte {
	t.Helper()
	c, err := batik.Lay(d)
	require.NoError(t, err)
	q, err := raster.New(c, raster.Options{Width: width})
	require.NoError(t, err)
	m := image.NewRGBA(r.image())
	require.NoError(t, q.Draw(context.Background(), m))
	return m.Pix
}

// What the engine paints onto a canvas are the library's bytes, for every golden
// design and however it is cut over the workers.
func TestPixelsOfTheGoldens(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("id"), "#/shelf")
	for i, d := range goldens(t) {
		width := 900
		win := rect{X: 300, Y: 40, W: 320, H: 200}
		if d.Product.Width > 0 {
			h := int(float64(width) * d.Product.Height / d.Product.Width)
			win.H = min(win.H, h)
			win.Y = min(win.Y, h-win.H)
		}
		got := get[string](p, `async (design, width, window) => {
			const canvas = document.createElement('canvas');
			await (await __t.engine()).paint(canvas, design, { width, window, tile: 128 });
			const { width: w, height: h } = canvas;
			if (w !== window.w || h !== window.h) return w + ' × ' + h;
			return __t.sha(canvas.getContext('2d').getImageData(0, 0, w, h).data);
		}`, wire(t, d), width, win)
		assert.Equal(t, sum(drawn(t, d, width, win)), got, "%02d %s %s", i, d.Market, d.Field.Motif)
	}
}

// What one looks at is drawn first: the corner where the pointer is, or the middle.
func TestFirstWhereOneLooks(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("id"), "#/shelf")
	d := goldens(t)[0]
	win := rect{W: 800, H: 400}
	for _, near := range []any{nil, map[string]int{"x": 790, "y": 390}} {
		got := get[[]rect](p, `async (design, width, window, near) => {
			const seen = [];
			await (await __t.engine()).draw(design, { width, window, near: near || undefined, tile: 100, coarse: false,
				onTile: ({ level, x, y, w, h }) => level === 'sharp' && seen.push({ x, y, w, h }) });
			return seen;
		}`, wire(t, d), 4000, win, near)
		require.Len(t, got, 32)
		// As many are drawn at once as there are workers, and by those in no order.
		want := image.Rect(300, 100, 500, 300)
		if near != nil {
			want = image.Rect(600, 200, 800, 400)
		}
		for _, r := range got[:2] {
			assert.True(t, r.image().In(want), "%v first, near %v", r, near)
		}
		last := got[len(got)-1].image()
		assert.False(t, last.Overlaps(want), "%v last, near %v", last, near)
	}
}

// The cloth on the table is drawn pixel for pixel, whole and from near.
func TestPixelsOfTheTable(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("id"), "#/")
	for _, brief := range []map[string]any{
		{"market": "ng", "product": "pagne2", "seed": "7"},
		{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3", "technique": "cap"},
		{"market": "id-solo", "product": "kain_panjang", "seed": "5", "technique": "tulis"},
	} {
		p.plan(brief)
		p.room("table")
		whole(p)
		p.command("table.whole")
		d := native(t, p.design())
		for zoom := range 3 {
			if zoom > 0 {
				p.command("table.in")
				p.command("table.in")
			}
			cloth(p)
			var at struct {
				X, Y, Scale float64
				VW, VH      int
				SHA         string
				W           int
				Win         rect
			}
			p.eval(`async (mm) => {
				const v = __t.first$('jg-cloth-view');
				const { x, y, scale, vw, vh } = v.camera;
				const W = Math.round(scale * mm.w), H = Math.floor(mm.h * (W / mm.w) + 0.5);
				const ox = Math.round(-x * scale), oy = Math.round(-y * scale);
				const l = Math.max(0, ox), t = Math.max(0, oy), r = Math.min(vw, ox + W), b = Math.min(vh, oy + H);
				const data = v.renderRoot.querySelector('.cloth').getContext('2d').getImageData(l, t, r - l, b - t).data;
				return { x, y, scale, vw, vh, w: W, win: { x: l - ox, y: t - oy, w: r - l, h: b - t }, sha: await __t.sha(data) };
			}`, &at, map[string]any{"w": d.Product.Width, "h": d.Product.Height})
			require.InDelta(t, math.Round(at.Scale*d.Product.Width), at.Scale*d.Product.Width, 1e-6, "the cloth is a whole number of pixels wide")
			require.InDelta(t, math.Round(at.X*at.Scale), at.X*at.Scale, 1e-6, "the cloth lies on whole pixels")
			t.Logf("%s: %d px wide, window %v", d.Title, at.W, at.Win)
			assert.Equal(t, sum(drawn(t, d, at.W, at.Win)), at.SHA, "%s, zoom %d", d.Title, zoom)
		}
	}
}
