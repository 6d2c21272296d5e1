package e2e

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// touch sends fingers, as the browser gets them from a screen.
func (p *tab) touch(kind input.TouchType, fingers ...[2]float64) {
	p.t.Helper()
	points := make([]*input.TouchPoint, len(fingers))
	for i, f := range fingers {
		points[i] = &input.TouchPoint{X: f[0], Y: f[1], ID: float64(i + 1)}
	}
	require.NoError(p.t, p.run(chromedp.ActionFunc(func(ctx context.Context) error {
		return input.DispatchTouchEvent(kind, points).Do(ctx)
	})))
}

// Two fingers zoom the cloth; what is under them stays under them.
func TestPinch(t *testing.T) {
	s := need(t)
	f := s.profile(t)
	p := f.open(phone.in("id"), "#/")
	p.plan(map[string]any{"market": "ng", "product": "wax6", "seed": "7"})
	p.room("table")
	whole(p)
	cloth(p)
	p.eval(`() => { __t.first$('jg-cloth-view').addEventListener('view', (e) => { window.__scale = e.detail.scale; }); }`, nil)
	box := get[[4]float64](p, `() => { const r = __t.first$('jg-cloth-view').getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; }`)
	x, y := box[0]+box[2]/2, box[1]+box[3]/2
	p.command("table.in")
	p.until("the view tells its scale", `() => window.__scale > 0`)
	cloth(p)
	before := get[float64](p, `() => window.__scale`)
	p.touch(input.TouchStart, [2]float64{x - 30, y}, [2]float64{x + 30, y})
	for i := range 9 {
		d := 30 + float64(10*i)
		p.touch(input.TouchMove, [2]float64{x - d, y}, [2]float64{x + d, y})
	}
	p.touch(input.TouchEnd)
	p.until("the cloth is larger", `(was) => window.__scale > was * 2`, before)
	cloth(p)
	// One finger pans, and does not tap.
	p.touch(input.TouchStart, [2]float64{x, y})
	for i := range 8 {
		p.touch(input.TouchMove, [2]float64{x - float64(8*i), y})
	}
	p.touch(input.TouchEnd)
	cloth(p)
	assert.Equal(t, "motif", get[string](p, `() => __t.first$('jg-table')._tab`))
}

// A photo gives its colours to the proposals.
func TestPhotoAccepted(t *testing.T) {
	s := need(t)
	f := s.profile(t)
	p := f.open(desk.in("id"), "#/")
	m := image.NewRGBA(image.Rect(0, 0, 1600, 900))
	for y := range 900 {
		for x := range 1600 {
			c := color.RGBA{R: 246, G: 235, B: 216, A: 255}
			if x > 900 {
				c = color.RGBA{R: 31, G: 42, B: 90, A: 255}
			}
			if x > 1300 {
				c = color.RGBA{R: 180, G: 40, B: 45, A: 255}
			}
			m.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, m, nil))
	p.give("cloth.jpg", "image/jpeg", b.Bytes())
	p.heard("photo.taken")
	inks := get[[]string](p, `async () => (await __t.store()).brief.photo.inks.map((i) => i.color)`)
	require.GreaterOrEqual(t, len(inks), 3)
	near := func(hex string, r, g, b int) bool {
		var c [3]int
		for i := range c {
			c[i] = 16*strings.IndexByte("0123456789abcdef", hex[1+2*i]) + strings.IndexByte("0123456789abcdef", hex[2+2*i])
		}
		d := func(a, b int) int { return (a - b) * (a - b) }
		return d(c[0], r)+d(c[1], g)+d(c[2], b) < 150
	}
	for _, want := range [][3]int{{246, 235, 216}, {31, 42, 90}, {180, 40, 45}} {
		found := false
		for _, hex := range inks {
			found = found || near(hex, want[0], want[1], want[2])
		}
		assert.True(t, found, "%v is among %v", want, inks)
	}
	p.press("button", p.part("market.id-pekalongan"))
	p.press("button", p.say("whom.any"))
	p.in("proposals")
	p.until("cloths in these colours are proposed", `(re) => __t.find('button', re).length >= 3`, p.say("proposals.take"))
	p.pressNth("button", p.say("proposals.take"), 0)
	p.in("table")
	assert.Contains(t, p.design(), `"scheme":"own inks"`)
}
