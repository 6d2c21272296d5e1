package e2e

import (
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// photograph writes a picture of three colours.
func photograph(t *testing.T) string {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 900, 600))
	for y := range 600 {
		for x := range 900 {
			c := color.RGBA{R: 240, G: 228, B: 205, A: 255}
			switch {
			case x > 700:
				c = color.RGBA{R: 178, G: 42, B: 48, A: 255}
			case x > 450:
				c = color.RGBA{R: 30, G: 60, B: 120, A: 255}
			}
			m.Set(x, y, c)
		}
	}
	file := filepath.Join(t.TempDir(), "beach.jpg")
	f, err := os.Create(file)
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, jpeg.Encode(f, m, &jpeg.Options{Quality: 95}))
	return file
}

// inputs remembers what was asked of the window for files.
const inputs = `{
	const click = HTMLInputElement.prototype.click;
	HTMLInputElement.prototype.click = function () {
		if (this.type === 'file') window.__asked = { accept: this.accept, capture: this.getAttribute('capture') };
		click.call(this);
	};
}`

// A photo that is chosen, or taken by the phone's camera, gives its colours to all
// that is proposed, as the market wears them, until it is put away.
func TestPhotoToProposals(t *testing.T) {
	s := need(t)
	file := photograph(t)
	for _, c := range []struct {
		v       view
		button  string
		capture any
	}{
		{desk.in("fr"), "photo.start", nil},
		{phone.in("ar"), "photo.camera", "environment"},
	} {
		t.Run(c.v.String(), func(t *testing.T) {
			p := s.profile(t).open(c.v, "#/", inputs)
			p.in("whom")
			p.pressNth("button", p.say(c.button), 0)
			p.choose(file)
			p.heard("photo.taken")
			asked := get[map[string]any](p, `() => window.__asked`)
			assert.Equal(t, "image/*", asked["accept"])
			assert.Equal(t, c.capture, asked["capture"])
			inks := get[[]string](p, `async () => (await __t.store()).brief.photo.inks.map((i) => i.color)`)
			require.GreaterOrEqual(t, len(inks), 3)
			p.until("the photo is shown with its colours", `(n) => { const r = __t.first$('jg-photo').renderRoot; const i = r.querySelector('img'); return i?.complete && i.naturalWidth === 900 && r.querySelectorAll('.inks li').length === n; }`, len(inks))

			p.quiet()
			p.press("button", p.part("market.my"))
			p.press("button", p.say("whom.any"))
			p.in("proposals")
			p.until("cloths in these colours are proposed", `(re) => __t.find('button', re).length >= 3`, p.say("proposals.take"))
			// Each colour has its turn as the ground; what the market would not wear is brought near.
			strange := get[[]string](p, `async () => {
				const engine = await __t.engine();
				const colours = (await __t.store()).brief.photo.inks;
				const known = new Set();
				for (let k = 0; k < colours.length; k++) {
					const inks = [colours[k], ...colours.filter((_, i) => i !== k)].map(({ color, name }, i) => ({ name, color, role: i ? '' : 'ground' }));
					const assigned = (await engine.call('inks.assign', { inks })).inks;
					for (const i of (await engine.call('inks.fit', { inks: assigned, market: 'my' })).inks) known.add(i.color);
				}
				const shown = __t.$$('jg-proposals >> .card jg-cloth').map((c) => c.design.inks.map((i) => i.color));
				return shown.flat().filter((c) => !known.has(c));
			}`)
			assert.Empty(t, strange, "inks that are not the photo's")
			p.pressNth("button", p.say("proposals.take"), 0)
			p.in("table")
			assert.Contains(t, p.design(), `"scheme":"own inks"`)

			p.room("whom")
			p.pressNth("button", p.say("photo.forget"), 0)
			p.until("it is put away", `async () => !(await __t.store()).brief.photo && !__t.first$('jg-photo').renderRoot.querySelector('img')`)
			p.room("proposals")
			p.until("the market's own colours are back", `() => __t.$$('jg-proposals >> .card jg-cloth').some((c) => c.design.scheme !== 'own inks')`)
		})
	}
}

// At the table a photo recolours the cloth: as it is, or as the market wears it.
func TestPhotoAtTheTable(t *testing.T) {
	s := need(t)
	file := photograph(t)
	p, was := atTable(t, s.profile(t))
	p.command("table.tab.colour")
	p.press("button", p.say("table.photo.choose"))
	p.choose(file)
	before := cloth(p)
	p.press("button", p.say("table.photo.asis"))
	p.until("its colours are on the design", `async () => {
		const near = (hex, rgb) => [1, 3, 5].every((i, k) => Math.abs(parseInt(hex.slice(i, i + 2), 16) - rgb[k]) < 12);
		const { inks } = await __t.design();
		return [[240, 228, 205], [30, 60, 120], [178, 42, 48]].every((c) => inks.some((i) => near(i.color, c)));
	}`)
	p.until("and on the cloth", `async (was) => (`+clothSHA+`)().then((now) => now !== was)`, before)
	p.until("they are called the photo's", `(re) => __t.$$('jg-table >> .title p').some((x) => new RegExp(re, 'u').test(x.textContent))`, p.part("table.photo.scheme"))
	asis := p.design()
	p.press("button", p.say("table.photo.fit"))
	p.until("the market's way", `async (was) => JSON.stringify(await __t.design()) !== was`, asis)
	p.command("undo")
	p.until("undone", `async (was) => JSON.stringify(await __t.design()) === was`, asis)
	p.command("undo")
	p.until("and all of it", `async (was) => JSON.stringify(await __t.design()) === was`, was)
}

// The eyedropper of the browser gives its colour to the ink that is mixed; who
// lets it go without one changes nothing.
func TestEyedropper(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("id"), "#/shelf", `window.EyeDropper = class {
		async open() {
			window.__opened = (window.__opened || 0) + 1;
			if (!window.__drop) throw new DOMException('The user canceled the selection.', 'AbortError');
			return { sRGBHex: window.__drop };
		}
	};`)
	p.plan(map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3"})
	p.room("table")
	whole(p)
	p.command("table.tab.colour")
	p.until("inks are listed", `() => __t.$$('jg-panel-colour >> .ink').length >= 2`)
	p.pressOn("the second ink", `() => __t.$$('jg-panel-colour >> .ink > button:first-child')[1]`)
	d := p.design()
	p.press("button", p.say("table.color.dropper"))
	p.until("the dropper was held", `() => window.__opened === 1`)
	assert.Equal(t, d, p.design())
	before := cloth(p)
	p.eval(`() => { window.__drop = '#0b6e4f'; }`, nil)
	p.press("button", p.say("table.color.dropper"))
	p.until("the ink has the colour", `async () => (await __t.design()).inks[1].color === '#0b6e4f'`)
	p.until("and the cloth", `async (was) => (`+clothSHA+`)().then((now) => now !== was)`, before)
	p.until("the field says so", `() => __t.$$('jg-oklch >> input[type="text"]').some((i) => i.value === '#0b6e4f')`)
	p.command("undo")
	p.until("undone", `async (was) => JSON.stringify(await __t.design()) === was`, d)
}
