package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// The same way without a pointer: Tab, Enter, arrows and the shortcuts that the page tells of.
func TestTheWayThroughByKeyboard(t *testing.T) {
	s := need(t)
	for _, v := range views(desk.in("id").night(), phone.in("ar")) {
		t.Run(v.String(), func(t *testing.T) {
			f := s.profile(t)
			p := f.open(v, "#/")
			p.in("whom")
			p.tabTo("button", p.part("market.ng"))
			p.keys(kb.Enter)
			p.until("Nigeria is open", `(re) => __t.find('button', re)[0]?.getAttribute('aria-expanded') === 'true'`, p.part("market.ng"))
			p.tabTo("button", p.part("product.wax6"))
			p.keys(kb.Enter)

			p.in("proposals")
			p.until("12 cloths are proposed", `(re) => __t.find('button', re).length >= 12`, p.say("proposals.take"))
			p.tabTo("button", p.say("keep.what"))
			p.keys(kb.Enter)
			p.until("one is on the shelf", `async () => (await __t.store()).kept.length === 1`)
			p.tabTo("button", p.say("like"))
			p.keys(kb.Enter)
			p.until("more like this one", `(re) => location.hash.includes('like=') && __t.find('heading', re).length === 1`, p.say("proposals.like"))
			p.tabTo("link", p.say("proposals.all"))
			p.keys(kb.Enter)
			p.until("all proposals again", `() => !location.hash.includes('like=')`)
			p.tabTo("button", p.say("proposals.take"))
			p.keys(kb.Enter)

			p.in("table")
			whole(p)
			first := p.design()
			p.tabTo("tab", p.say("table.tab.motif"))
			p.tabTo("slider", ".")
			if get[bool](p, `() => !__t.within(__t.focused(), __t.first$('jg-param') || document.head)`) {
				p.tabTo("slider", ".")
			}
			p.keys(kb.ArrowUp)
			p.keys(kb.ArrowUp)
			p.until("the slider has changed the design", `async (was) => JSON.stringify(await __t.design()) !== was`, first)
			p.saved()
			slid := p.design()
			p.keys("z", input.ModifierCtrl)
			p.until("undone", `async (was) => JSON.stringify(await __t.design()) === was`, first)
			p.keys("Z", input.ModifierCtrl, input.ModifierShift)
			p.until("done again", `async (was) => JSON.stringify(await __t.design()) === was`, slid)

			p.backTo("tab", p.say("table.tab.motif"))
			on := kb.ArrowRight
			if v.lang == "ar" {
				on = kb.ArrowLeft
			}
			for _, next := range []string{"isen", "layout", "colour"} {
				p.keys(on)
				p.until(next, `(re) => __t.isFocused('tab', re)`, p.say("table.tab."+next))
			}
			p.tabTo("button", "^2 ")
			p.keys(kb.Enter)
			p.tabTo("textbox", p.say("table.color.hex"))
			p.keys("a", input.ModifierCtrl)
			p.keys("#0b6e4f\r")
			p.until("the ink is another", `async () => (await __t.design()).inks[1].color === '#0b6e4f'`)
			p.saved()

			p.keys("4", input.ModifierAlt)
			p.in("take")
			p.tabTo("spinbutton", p.say("take.wide"))
			p.keys("a", input.ModifierCtrl)
			p.keys("40\r")
			p.backTo("button", p.part("take.get")+": "+p.part("take.png")+"$")
			have := map[string]bool{}
			p.keys(kb.Enter)
			picture := f.downloaded(".png", have)
			mine := p.design()

			g := s.profile(t)
			q := g.open(v, "#/")
			q.in("whom")
			q.keys("o", input.ModifierCtrl)
			q.choose(picture)
			q.in("table")
			assert.JSONEq(t, mine, q.design())
		})
	}
}

// Tab goes everywhere and back: the focus is always seen, never under something, never caught.
func TestTab(t *testing.T) {
	s := need(t)
	for _, v := range []view{desk.in("id"), phone.in("id")} {
		t.Run(v.String(), func(t *testing.T) {
			f := s.profile(t)
			p := f.open(v, "#/")
			p.plan(map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3"})
			p.eval(`async () => { const s = await __t.store(); await s.keep(s.design); }`, nil)
			for _, room := range []string{"whom", "proposals", "table", "take", "shelf"} {
				p.room(room)
				p.calm()
				p.walk(room, room != "proposals")
			}
			p.room("table")
			for _, tab := range []string{"isen", "layout", "colour", "process"} {
				p.command("table.tab." + tab)
				p.calm()
				p.walk("table: "+tab, true)
			}
			for _, dialog := range []string{"palette", "settings", "share", "table.calibrate"} {
				p.eval(`() => document.querySelector('main').focus()`, nil)
				p.command(dialog)
				p.until(dialog+" is open", `() => __t.$$('dialog').some((d) => d.open)`)
				for range 12 {
					p.keys(kb.Tab)
					assert.True(t, get[bool](p, `() => { const el = __t.focused(); return !el || __t.within(el, __t.$$('dialog').find((d) => d.open)); }`), "%s: the focus stays in the dialog", dialog)
				}
				p.keys(kb.Escape)
				p.until(dialog+" is closed", `() => !__t.$$('dialog').some((d) => d.open)`)
				p.until("the focus is back", `() => !!__t.focused()`)
			}
		})
	}
}

// walk goes round with Tab, then back with Shift and Tab.
func (p *tab) walk(room string, round bool) {
	p.t.Helper()
	type stop struct {
		ID                   int
		Role, Name, At, What string
		Seen, Free           bool
	}
	for _, back := range []bool{false, true} {
		var mods []input.Modifier
		way := "forward"
		if back {
			mods, way = append(mods, input.ModifierShift), "back"
		}
		p.eval(`() => { __t.focused()?.blur(); const m = document.querySelector('main'); m.focus(); m.blur(); scrollTo(0, 0); }`, nil)
		seen := map[int]bool{}
		var bad []string
		last, ended := 0, false
		limit := 300
		if !round {
			limit = 40
		}
		for range limit {
			p.keys(kb.Tab, mods...)
			at := get[*stop](p, `() => __t.focus()`)
			if at == nil { // the browser's own controls
				if last = 0; len(seen) > 0 {
					ended = true
					break
				}
				continue
			}
			if at.ID == last {
				bad = append(bad, fmt.Sprintf("caught at %s", at.What))
				break
			}
			if seen[at.ID] {
				ended = true
				break
			}
			seen[at.ID], last = true, at.ID
			if !at.Seen {
				bad = append(bad, fmt.Sprintf("no ring: %s at %s", at.What, at.At))
			}
			if !at.Free {
				bad = append(bad, fmt.Sprintf("hidden: %s at %s", at.What, at.At))
			}
			if at.Name == "" && at.Role != "main" && at.What[:5] != "<main" {
				bad = append(bad, fmt.Sprintf("no name: %s at %s", at.What, at.At))
			}
		}
		assert.Empty(p.t, bad, "%s %s, %s:\n%s", p.v, room, way, strings.Join(bad, "\n"))
		assert.True(p.t, ended || !round, "%s %s, %s: Tab does not come round in %d steps", p.v, room, way, limit)
		assert.Greater(p.t, len(seen), 5, "%s %s, %s", p.v, room, way)
	}
}
