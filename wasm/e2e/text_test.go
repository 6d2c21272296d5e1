package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A kanga's saying is chosen from those of the market, with its meaning, or written;
// what the lettering does not have is said at the field.
func TestTextOnCloth(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("id"), "#/shelf")
	p.plan(map[string]any{"market": "ea", "product": "kanga", "seed": "5"})
	p.room("table")
	whole(p)
	p.command("table.tab.layout")
	field := `() => __t.first$('jg-panel-layout').renderRoot.querySelector('#text')`
	p.until("there is a field", field)
	before := cloth(p)
	p.eval(`() => { const s = __t.first$('jg-panel-layout').renderRoot.querySelector('#saying'); s.value = 'SUBIRA HUVUTA HERI'; s.dispatchEvent(new Event('change')); }`, nil)
	p.until("it is on the design", `async () => (await __t.design()).text === 'SUBIRA HUVUTA HERI'`)
	p.until("and on the cloth", `async (was) => (`+clothSHA+`)().then((now) => now !== was)`, before)
	p.until("with its meaning", `(re) => __t.$$('jg-panel-layout >> p').some((x) => new RegExp(re, 'u').test(x.textContent))`, p.part("saying.subira_huvuta_heri"))
	p.until("and the warning", `(re) => __t.$$('jg-panel-layout >> .note').some((x) => new RegExp(re, 'u').test(x.textContent))`, p.part("rule.jina_text"))
	write := func(text string) {
		t.Helper()
		p.pressOn("the field", field)
		p.eval(`() => __t.focused().select()`, nil)
		p.keys(text + "\r")
	}
	write("صبر")
	p.until("what has no letters is said at the field", `(re) => new RegExp(re, 'u').test(__t.first$('jg-panel-layout').renderRoot.querySelector('#wrong')?.textContent || '')`, p.part("table.text.bad.letter"))
	assert.Equal(t, "SUBIRA HUVUTA HERI", get[string](p, `async () => (await __t.design()).text`), "the design is as it was")
	write("KARIBU")
	p.until("own words", `async () => (await __t.design()).text === 'KARIBU' && !__t.first$('jg-panel-layout').renderRoot.querySelector('#wrong')`)
	p.plan(map[string]any{"market": "ng", "product": "wax6", "seed": "5"})
	p.until("a selvedge's line is the design's", `async () => (`+field+`)()?.value === (await __t.design()).text`)
}

// The second figure of a cloth is called what it is there.
func TestPartsOfNewLayouts(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("id"), "#/shelf")
	for _, c := range []struct{ market, product, key string }{
		{"id-lasem", "pagi_sore", "table.part.kepala.pagi_sore"},
		{"my", "sarung_my", "table.part.kepala.sarung_kaki"},
		{"my", "baju_kurung_my", "table.part.kepala.pair"},
		{"th", "pha_sin", "table.part.kepala.pha_sin"},
		{"ea", "kikoi", "table.part.kepala.stripes"},
		{"ye", "maawaz", "table.part.kepala.hem"},
		{"id-pekalongan", "kain_panjang_pesisir", "table.part.kepala.kain_panjang"},
	} {
		p.plan(map[string]any{"market": c.market, "product": c.product, "seed": "5"})
		p.room("table")
		p.command("table.tab.motif")
		p.press("button", p.say(c.key))
		p.until(c.product+": its motif is shown", `async () => { const d = await __t.design(); const m = __t.first$('jg-panel-motif'); return m.part === 'kepala' && m.figure.motif === d.kepala.motif; }`)
	}
}
