package e2e

import (
	"bytes"
	"encoding/json"
	stdpng "image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// From the buyer to the finished cloth by pointer alone, on a phone by finger.
func TestTheWayThroughByClick(t *testing.T) {
	s := need(t)
	for _, v := range views(desk.in("id"), phone.in("id"), phone.in("ar").night()) {
		t.Run(v.String(), func(t *testing.T) {
			f := s.profile(t)
			p := f.open(v, "#/")

			// For whom
			p.in("whom")
			p.press("button", p.part("market.ng"))
			p.until("Nigeria is open", `(re) => __t.find('button', re)[0]?.getAttribute('aria-expanded') === 'true'`, p.part("market.ng"))
			p.press("button", p.part("product.wax6"))

			// Proposals
			p.in("proposals")
			p.until("12 cloths are proposed", `(re) => __t.find('button', re).length === 12`, p.say("proposals.take"))
			p.until("those in view are drawn", `() => {
				const seen = __t.$$('jg-proposals >> .card jg-cloth').filter((c) => c.getBoundingClientRect().top < innerHeight);
				return seen.length > 0 && seen.every((c) => c.drawn);
			}`)
			titles := get[[]string](p, `(re) => __t.find('button', re).map(__t.name)`, p.say("proposals.take"))
			assert.Len(t, titles, 12)
			assert.GreaterOrEqual(t, get[int](p, `async () => new Set(__t.$$('jg-proposals >> .card').map((c) => JSON.stringify(c.querySelector('jg-cloth').design))).size`), 12, "no two proposals are alike")
			p.until("scrolling makes more", `(re) => { scrollTo(0, document.documentElement.scrollHeight); return __t.find('button', re).length > 12; }`, p.say("proposals.take"))
			p.eval(`() => scrollTo(0, 0)`, nil)
			p.pressNth("button", p.say("keep.what"), 0)
			p.heard("kept")
			p.until("one is on the shelf", `async () => (await __t.store()).kept.length === 1`)
			p.until("the heart is full", `(re) => __t.find('button', re)[0].getAttribute('aria-pressed') === 'true'`, p.say("keep.what"))
			p.quiet()
			p.pressNth("button", p.say("like"), 1)
			p.until("more like this one", `(re) => location.hash.includes('like=') && __t.find('heading', re).length === 1`, p.say("proposals.like"))
			p.until("variations are proposed", `(re) => __t.find('button', re).length >= 6`, p.say("proposals.take"))
			p.eval(`() => history.back()`, nil)
			p.until("Back shows what was there", `(re, first) => !location.hash.includes('like=') && __t.find('button', re)[0]?.ariaLabel === first`, p.say("proposals.take"), titles[0])

			// The table
			p.pressNth("button", p.say("proposals.take"), 0)
			p.in("table")
			whole(p)
			first := p.design()
			before := cloth(p)
			slide(p)
			p.until("the slider has changed the design", `async (was) => JSON.stringify(await __t.design()) !== was`, first)
			p.until("and the cloth", `async (was) => (`+clothSHA+`)().then((now) => now !== was)`, before)
			slid := p.design()
			p.press("button", p.part("undo"))
			p.until("undone", `async (was) => JSON.stringify(await __t.design()) === was`, first)
			p.until("the cloth is as it was", `async (was) => (`+clothSHA+`)().then((now) => now === was)`, before)
			p.press("button", p.part("redo"))
			p.until("done again", `async (was) => JSON.stringify(await __t.design()) === was`, slid)

			p.press("tab", p.say("table.tab.colour"))
			p.until("inks are listed", `() => __t.$$('jg-panel-colour >> .ink').length >= 2`)
			p.pressOn("the second ink", `() => __t.$$('jg-panel-colour >> .ink > button:first-child')[1]`)
			p.until("its colour can be mixed", `() => __t.$$('jg-oklch >> input[type="text"]').some(__t.visible)`)
			p.pressOn("the field of its code", `() => __t.$$('jg-oklch >> input[type="text"]')[0]`)
			p.eval(`() => __t.focused().select()`, nil)
			p.keys("#0b6e4f\r")
			p.until("the ink is another", `async () => (await __t.design()).inks[1].color === '#0b6e4f'`)
			p.saved()

			// Take home
			p.press("link", p.say("room.take"))
			p.in("take")
			have := map[string]bool{}
			p.press("spinbutton", p.say("take.wide"))
			p.eval(`() => __t.focused().select()`, nil)
			p.keys("61\r")
			p.press("button", p.part("take.get")+": "+p.part("take.png")+"$")
			picture := f.downloaded(".png", have)
			design := native(t, p.design())
			width := 3602 // 61 cm at 150 dpi
			want := []int{width, int(math.Round(float64(width) * design.Product.Height / design.Product.Width))}
			raw, err := os.ReadFile(picture)
			require.NoError(t, err)
			cfg, err := stdpng.DecodeConfig(bytes.NewReader(raw))
			require.NoError(t, err)
			assert.Equal(t, want, []int{cfg.Width, cfg.Height})
			source, err := png.Source(bytes.NewReader(raw))
			require.NoError(t, err)
			same(p, source)
			p.heard("take.ready")

			p.pressNth("radio", p.say("take.whole"), 1)
			p.press("button", p.part("take.get")+": "+p.part("take.svg")+"$")
			drawing, err := os.Open(f.downloaded(".svg", have))
			require.NoError(t, err)
			defer drawing.Close()
			source, err = svg.Source(drawing)
			require.NoError(t, err)
			same(p, source)

			p.press("button", p.part("take.get")+": "+p.part("take.json")+"$")
			source, err = os.ReadFile(f.downloaded(".json", have))
			require.NoError(t, err)
			same(p, source)
			for _, kind := range []string{"gpl", "ase", "css"} {
				p.press("button", p.part("take.palette")+" "+map[string]string{"gpl": "GPL", "ase": "ASE", "css": "CSS"}[kind])
				info, err := os.Stat(f.downloaded("."+kind, have))
				require.NoError(t, err)
				assert.NotZero(t, info.Size())
			}

			// Back again: into a page that knows nothing of it, by each file.
			mine := p.design()
			for name := range have {
				if ext := filepath.Ext(name); ext != ".png" && ext != ".svg" && ext != ".json" {
					continue
				}
				g := s.profile(t)
				q := g.open(v, "#/shelf")
				q.in("shelf")
				if filepath.Ext(name) == ".png" {
					q.drop(filepath.Join(f.downloads, name))
				} else {
					q.press("button", q.say("cmd.open"))
					q.choose(filepath.Join(f.downloads, name))
				}
				q.in("table")
				assert.JSONEq(t, mine, q.design(), name)
				q.close()
			}
		})
	}
}

// same is whether a file holds the design of the page.
func same(p *tab, source []byte) {
	p.t.Helper()
	d, err := batik.Decode(source)
	require.NoError(p.t, err)
	raw, err := d.Encode()
	require.NoError(p.t, err)
	mine := native(p.t, p.design())
	theirs, err := mine.Encode()
	require.NoError(p.t, err)
	assert.JSONEq(p.t, string(theirs), string(raw))
}

// native is a design of the page as the library has it: there the seed is text.
func native(t testing.TB, page string) *batik.Design {
	t.Helper()
	var v map[string]any
	require.NoError(t, json.Unmarshal([]byte(page), &v))
	v["seed"] = json.Number(v["seed"].(string))
	raw, err := json.Marshal(v)
	require.NoError(t, err)
	d, err := batik.Decode(raw)
	require.NoError(t, err)
	return d
}

// whole waits until every pixel of the cloth on the table is the engine's.
func whole(p *tab) {
	p.t.Helper()
	p.eval(`async () => {
		const v = __t.first$('jg-cloth-view');
		if (!v || v.__heard) return;
		v.__heard = true;
		v.__levels = [];
		v.__rest = false;
		v.addEventListener('drawn', (e) => {
			v.__levels.push({ ...e.detail, at: performance.now() });
			if (e.detail.level === 'sharp') v.__rest = true;
		});
		v.addEventListener('view', () => { v.__rest = false; });
		v.whole();
	}`, nil)
	p.calm()
	p.until("the cloth is on the table", `async () => {
		const v = __t.first$('jg-cloth-view');
		const c = v?.renderRoot.querySelector('.cloth');
		return !!c && c.width > 2 && v.camera.vw === c.width && v.__rest;
	}`)
}

const clothSHA = `async () => {
	const c = __t.first$('jg-cloth-view').renderRoot.querySelector('.cloth');
	return __t.sha(c.getContext('2d').getImageData(0, 0, c.width, c.height).data);
}`

// cloth is the canvas of the table, as a sum, once it has come to rest.
func cloth(p *tab) string {
	p.t.Helper()
	last := ""
	for range 100 {
		p.calm()
		p.until("the cloth is at rest", `() => __t.first$('jg-cloth-view').__rest`)
		now := get[string](p, clothSHA)
		if now == last {
			return now
		}
		last = now
	}
	p.t.Fatal("the cloth does not come to rest")
	return ""
}

// slide presses the first slider of the panel somewhere else than where it stands.
func slide(p *tab) {
	p.t.Helper()
	p.until("there is a slider", `() => __t.$$('jg-panel-motif >> jg-param >> input[type="range"]').some(__t.visible)`)
	var at struct {
		X, Y float64
		Why  string
	}
	p.eval(`async () => {
		const el = __t.$$('jg-panel-motif >> jg-param >> input[type="range"]').find(__t.visible);
		const a = await __t.aim(el);
		if (a.why) return a;
		const r = el.getBoundingClientRect();
		const k = (el.value - el.min) / (el.max - el.min);
		return { x: r.left + r.width * ((document.dir === 'rtl') === (k > 0.5) ? 0.8 : 0.2), y: r.top + r.height / 2 };
	}`, &at)
	require.Empty(p.t, at.Why)
	p.tap(at.X, at.Y)
}
