package e2e

import (
	"encoding/json"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The border's width and the repeat's size are dragged on the cloth, or moved by
// key; the panel's fields show the same.
func TestDragsOnTheCloth(t *testing.T) {
	s := need(t)
	p, _ := atTable(t, s.profile(t))
	cloth(p)
	type design struct {
		Border struct{ Width float64 }
		Field  struct{ Values map[string]float64 }
	}
	now := func() (d design) {
		t.Helper()
		require.NoError(t, json.Unmarshal([]byte(p.design()), &d))
		return d
	}
	p.command("table.tab.layout")
	drag := func(selector string, dx, dy float64) {
		t.Helper()
		p.until(selector+" is there", `(s) => __t.$$('jg-cloth-view >> ' + s).some(__t.visible)`, selector)
		cloth(p)
		at := get[[2]float64](p, `(s) => { const r = __t.$$('jg-cloth-view >> ' + s).find(__t.visible).getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; }`, selector)
		require.NoError(t, p.run(chromedp.MouseEvent("mousePressed", at[0], at[1], chromedp.ButtonLeft)))
		for i := range 6 {
			k := float64(i+1) / 6
			require.NoError(t, p.run(chromedp.MouseEvent("mouseMoved", at[0]+dx*k, at[1]+dy*k, chromedp.ButtonLeft)))
		}
		require.NoError(t, p.run(chromedp.MouseEvent("mouseReleased", at[0]+dx, at[1]+dy, chromedp.ButtonLeft)))
		cloth(p)
	}
	was := now()
	drag(".edge.y", 0, 24)
	p.until("the border is wider", `async (w) => (await __t.design()).border.width > w + 5`, was.Border.Width)
	wide := now().Border.Width
	p.eval(`() => __t.$$('jg-cloth-view >> .edge.y')[0].focus()`, nil)
	p.keys(kb.ArrowUp)
	p.until("a key widens it too", `async (w) => (await __t.design()).border.width > w`, wide)

	size := get[float64](p, `() => Number(__t.$$('jg-cloth-view >> .grip')[0].getAttribute('aria-valuenow'))`)
	drag(".grip", 30, 30)
	p.until("the repeat is larger", `async (w) => (await __t.design()).field.values?.size > w`, size)
	large := now().Field.Values["size"]
	p.eval(`() => __t.$$('jg-cloth-view >> .grip')[0].focus()`, nil)
	p.keys(kb.ArrowLeft)
	p.until("a key makes it smaller", `async (w) => (await __t.design()).field.values.size === w - 1`, large)
	p.command("undo")
	p.until("and it can be undone", `async (w) => (await __t.design()).field.values.size !== w - 1`, large)
}

// Of many motifs one finds one by a word, and goes about by arrows from one stop
// of Tab.
func TestPicker(t *testing.T) {
	s := need(t)
	p, _ := atTable(t, s.profile(t))
	cloth(p)
	pick := `jg-panel-motif >> jg-picker >> .pick`
	p.until("there are pictures to choose from", `(s) => __t.$$(s).length > 12`, pick)
	assert.Equal(t, 1, get[int](p, `(s) => __t.$$(s).filter((b) => b.tabIndex === 0).length`, pick))
	p.eval(`(s) => __t.$$(s).find((b) => b.tabIndex === 0).focus()`, nil, pick)
	first := get[string](p, `() => __t.focused().dataset.key`)
	p.keys(kb.ArrowDown)
	second := get[string](p, `() => __t.focused().dataset.key`)
	if second == first { // it stood in the last row
		p.keys(kb.ArrowUp)
		second = get[string](p, `() => __t.focused().dataset.key`)
	}
	assert.NotEqual(t, first, second)
	assert.Equal(t, 1, get[int](p, `(s) => __t.$$(s).filter((b) => b.tabIndex === 0).length`, pick))
	p.eval(`() => { const i = __t.$$('jg-panel-motif >> jg-picker >> input')[0]; i.focus(); i.scrollIntoView({ block: 'center' }); }`, nil)
	require.NoError(t, p.run(chromedp.KeyEvent("kopi")))
	p.until("one is found", `(s) => __t.$$(s).length === 1`, pick)
	p.keys(kb.ArrowDown)
	p.keys(kb.Enter)
	p.until("it is on the table", `async () => (await __t.design()).field.motif === 'kopi_pecah'`)
	p.until("what is in view is drawn, and no more", `() => {
		const all = __t.$$('jg-panel-motif >> jg-picker >> jg-thumb');
		return all.some((x) => x.shadowRoot.querySelector('canvas').width > 1);
	}`)
}

// Two tabs with two designs: neither writes over the other's unasked.
func TestTwoTabs(t *testing.T) {
	s := need(t)
	f := s.profile(t)
	p, d := atTable(t, f)
	p.saved()
	q := f.open(desk.in("id"), "#/table")
	q.in("table")
	assert.JSONEq(t, d, q.design())
	// Going elsewhere in one is nothing to the other.
	q.eval(`async () => (await __t.store()).setBrief({ market: 'my' })`, nil)
	q.saved()
	assert.False(t, get[bool](p, `async () => (await __t.store()).status.elsewhere`))
	// Another design is.
	q.plan(map[string]any{"market": "ng", "product": "wax6", "seed": "7"})
	q.saved()
	p.until("the first tab says so", `async (re) => (await __t.store()).status.elsewhere && __t.find('button', re).length === 1`, p.say("tabs.here"))
	p.eval(`async () => { const s = await __t.store(); s.set({ ...s.design, title: 'mine' }, { label: 'x' }); await s.flush(); }`, nil)
	theirs := q.design()
	at := `async () => { const db = await __t.module('db.js'); const s = await db.get('state', 'current'); return (await db.get('history', s.at)).design.title; }`
	assert.NotEqual(t, "mine", get[string](p, at), "nothing is written unasked")
	p.press("button", p.say("tabs.here"))
	p.until("what she chose is written", `async () => { const db = await __t.module('db.js'); const s = await db.get('state', 'current'); return (await db.get('history', s.at))?.design.title === 'mine'; }`)
	q.until("the other tab says so in turn", `async () => (await __t.store()).status.elsewhere`)
	assert.JSONEq(t, theirs, q.design())
	q.press("button", q.say("tabs.there"))
	q.until("it shows what was chosen", `async () => (await __t.design()).title === 'mine' && !(await __t.store()).status.elsewhere`)
}
