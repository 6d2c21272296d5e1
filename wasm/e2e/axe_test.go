package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// axe-core finds nothing against WCAG 2.2 AA in any room or dialog, in either theme:
// in each width and each direction of writing, or in all pairs of them if ALL_VIEWS
// is set.
func TestAccessibility(t *testing.T) {
	s := need(t)
	file := os.Getenv("AXE_JS")
	if file == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("AXE_JS is not set")
		}
		t.Skip("no axe-core; name its axe.min.js in AXE_JS")
	}
	axe, err := os.ReadFile(file)
	require.NoError(t, err)
	views := []view{desk.in("id"), phone.in("ar")}
	if os.Getenv("ALL_VIEWS") != "" {
		views = append(views, desk.in("ar"), phone.in("id"))
	}
	for _, v := range views {
		t.Run(v.String(), func(t *testing.T) {
			f := s.profile(t)
			p := f.open(v, "#/shelf")
			check := func(screen string) {
				t.Helper()
				p.calm()
				for _, dark := range []bool{false, true} {
					w := v
					w.dark = dark
					p.look(w)
					p.until("the theme has come", `(dark) => (document.documentElement.dataset.theme === 'dark') === dark`, dark)
					p.axe(string(axe), screen)
				}
			}
			closed := func() {
				t.Helper()
				p.eval(`() => __t.$$('dialog').forEach((d) => d.open && d.close())`, nil)
				p.until("no dialog is open", `() => !document.querySelector('jg-dialog, jg-palette')`)
			}
			p.in("shelf")
			check("shelf, empty")
			p.plan(map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3"})
			p.eval(`async () => {
				const [s, e] = [await __t.store(), await __t.engine()];
				await s.keep(s.design);
				for (const d of (await e.call('variations', { design: s.design, n: 2 })).designs) await s.keep(d);
			}`, nil)
			p.pressOn("the first to compare", `() => __t.$$('jg-shelf >> .pickbox input')[0]`)
			p.pressOn("the second to compare", `() => __t.$$('jg-shelf >> .pickbox input')[1]`)
			check("shelf")
			p.press("button", p.say("compare"))
			p.until("two cloths are compared", `() => !!__t.first$('jg-two')`)
			check("compare, over")
			p.pressOn("side by side", `() => __t.$$('jg-two >> input[type="radio"]')[1]`)
			check("compare, beside")
			closed()

			p.room("whom")
			check("whom")
			p.press("button", p.part("market.ng"))
			p.until("Nigeria is open", `() => location.hash.includes('market=ng')`)
			check("whom, a market")
			p.room("proposals")
			p.until("cloths are proposed", `(re) => __t.find('button', re).length >= 12`, p.say("proposals.take"))
			p.pressNth("button", p.say("keep.what"), 0)
			p.heard("kept")
			check("proposals, with a message")
			p.quiet()

			p.plan(map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3"})
			p.room("table")
			for _, tab := range []string{"motif", "isen", "layout", "colour", "process"} {
				p.command("table.tab." + tab)
				if tab == "colour" {
					p.until("inks are listed", `() => __t.$$('jg-panel-colour >> .ink').length >= 2`)
					p.pressOn("the second ink", `() => __t.$$('jg-panel-colour >> .ink > button:first-child')[1]`)
					p.until("its colour can be mixed", `() => __t.$$('jg-oklch >> input[type="text"]').some(__t.visible)`)
				}
				if tab == "process" {
					p.until("a recipe is worked out", makingState)
					p.eval(`async () => { const { making } = await __t.module('making/making.js'); making.choose({ shelf: 'natural' }); making.look(2); }`, nil)
					p.until("and another", makingState)
					p.eval(`() => { __t.first$('jg-panel-process').renderRoot.querySelector('details').open = true; }`, nil)
				}
				check("table, " + tab)
			}
			p.room("recipe")
			p.until("its stages are there", `() => __t.$$('jg-recipe >> .stage').length > 3`)
			check("recipe")
			p.room("table")
			p.command("table.repeat")
			check("table, repeat")
			p.command("table.repeat")
			if v.w < 900 {
				p.press("button", p.say("table.more"))
				check("table, menu")
				p.eval(`() => __t.$$('.menu').forEach((m) => m.hidePopover())`, nil)
			}
			p.command("table.calibrate")
			p.until("true scale", `() => !!__t.first$('jg-true-scale')`)
			check("true scale")
			closed()

			p.plan(map[string]any{"market": "ea", "product": "kanga", "seed": "5"})
			p.command("table.tab.layout")
			p.until("a kanga's saying", `() => !!__t.first$('jg-panel-layout')?.renderRoot.querySelector('#saying')`)
			check("table, text")
			p.command("table.tab.process")
			p.until("what each ink covers", `() => __t.$$('jg-panel-process >> .inks li').length > 1`)
			check("table, print")
			p.plan(map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3"})
			p.room("take")
			p.press("button", p.part("take.get")+": "+p.part("take.json")+"$")
			f.downloaded(".json", map[string]bool{})
			check("take")
			for _, d := range []string{"share", "settings", "palette"} {
				p.command(d)
				p.until(d+" is open", `() => __t.$$('dialog').some((x) => x.open)`)
				if d == "settings" {
					p.eval(`() => __t.$$('jg-dialog >> details').forEach((x) => { x.open = true; })`, nil)
				}
				check(d)
				closed()
			}
			p.eval(`async () => { const s = await __t.store(); s.status = { saved: false, problem: 'storage-full' }; s.dispatchEvent(new Event('change')); }`, nil)
			p.heard("storage.storage-full")
			check("storage full")
		})
	}
}

func (p *tab) axe(source, screen string) {
	p.t.Helper()
	if get[bool](p, `() => !window.axe`) {
		require.NoError(p.t, p.run(chromedp.ActionFunc(func(ctx context.Context) error {
			_, bad, err := runtime.Evaluate(source + "; 0").Do(ctx)
			if bad != nil {
				return bad
			}
			return err
		})))
	}
	type node struct {
		Target any
		HTML   string
		Why    string
	}
	type violation struct {
		ID, Help, Impact string
		Nodes            []node
	}
	began := time.Now()
	found := get[[]violation](p, `async () => {
		const options = { elementRef: true, resultTypes: ['violations'], runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] } };
		const { violations } = await axe.run(document, options);
		const y = scrollY;
		for (const v of violations.filter((v) => v.id === 'target-size')) {
			// What lies half under a bar is judged where one has scrolled to it; what a dialog covers is out of reach.
			const kept = [];
			const modal = __t.$$('dialog').find((d) => d.matches(':modal'));
			for (const n of v.nodes) {
				if (modal && !__t.within(n.element, modal)) continue;
				n.element.scrollIntoView({ block: 'center', behavior: 'instant' });
				const again = await axe.run(n.element, { runOnly: ['target-size'], resultTypes: ['violations'] });
				if (again.violations.length) kept.push(n);
			}
			v.nodes = kept;
		}
		scrollTo(0, y);
		return violations.filter((v) => v.nodes.length).map((v) => ({ id: v.id, help: v.help, impact: v.impact, nodes: v.nodes.slice(0, 5).map((n) => ({ target: n.target, html: n.html.slice(0, 300), why: n.failureSummary })) }));
	}`)
	if len(found) == 0 {
		return
	}
	file := filepath.Join(p.f.t.ArtifactDir(), strings.ReplaceAll(fmt.Sprintf("axe-%s-%s.png", p.v, screen), " ", "-"))
	p.shot(file)
	for _, v := range found {
		for _, n := range v.Nodes {
			p.t.Errorf("%s, %s: %s (%s): %v\n%s\n%s", p.v, screen, v.ID, v.Help, n.Target, n.HTML, n.Why)
		}
	}
	p.t.Logf("%s, %s: %s, %v", p.v, screen, file, time.Since(began))
}
