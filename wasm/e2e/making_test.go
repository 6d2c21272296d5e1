package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const makingState = `async () => {
	const { making } = await __t.module('making/making.js');
	return !making.busy && !!making.recipe && !!__t.first$('jg-panel-process >> .film');
}`

// stagePicture is what the overlay shows.
const stagePicture = `async () => {
	const c = __t.first$('jg-making-view').renderRoot.querySelector('.stage');
	return c.width < 2 ? '' : __t.sha(c.getContext('2d').getImageData(0, 0, c.width, c.height).data);
}`

// From white cloth to finished: by slider, by key and by thumbnail every stage is
// another picture, and no colour is asked of the engine for it.
func TestMakingIsScrubbed(t *testing.T) {
	s := need(t)
	for _, v := range []view{desk.in("id"), phone.in("ar")} {
		t.Run(v.String(), func(t *testing.T) {
			p := s.profile(t).open(v, "#/shelf")
			p.plan(map[string]any{"market": "id-solo", "product": "kain_panjang", "motif": "kawung_sen", "technique": "tulis", "seed": "5"})
			p.room("table")
			whole(p)
			p.press("tab", p.say("table.tab.process"))
			p.until("a recipe is worked out", makingState)
			p.until("the finished cloth is shown", `async () => !!(await (`+stagePicture+`)())`)
			p.until("and drawn as dyed", `() => __t.first$('jg-making-view').renderRoot.querySelector('.dyed').classList.contains('on')`)
			finished := get[string](p, stagePicture)
			last := get[int](p, `async () => (await __t.module('making/making.js')).making.last`)
			require.Greater(t, last, 3)

			p.eval(`() => __t.first$('jg-panel-process').renderRoot.querySelector('.scrub').focus()`, nil)
			before := get[int](p, `async () => (await __t.engine()).stats().calls`)
			seen := map[string]bool{finished: true}
			back, forth := kb.ArrowLeft, kb.ArrowRight
			if v.lang == "ar" {
				back, forth = forth, back
			}
			for range last {
				p.keys(back)
				was := len(seen)
				p.until("another stage", `async (seen) => { const s = await (`+stagePicture+`)(); return !seen.includes(s); }`, keysOf(seen))
				seen[get[string](p, stagePicture)] = true
				assert.Len(t, seen, was+1)
			}
			assert.LessOrEqual(t, get[int](p, `async () => (await __t.engine()).stats().calls`)-before, last+1, "a stage asks for its dyed picture at most")
			assert.Equal(t, 0, get[int](p, `async () => Math.round((await __t.module('making/making.js')).making.at)`))
			p.keys(forth)
			p.until("by key and back", `async () => (await __t.module('making/making.js')).making.at === 1`)
			p.pressOn("the third thumbnail", `() => __t.$$('jg-panel-process >> .film button')[3]`)
			p.until("it is the one", `async () => (await __t.module('making/making.js')).making.at === 3`)
			require.NotEmpty(t, get[string](p, `() => __t.first$('jg-panel-process').renderRoot.querySelector('.say').textContent`))
			p.keys(kb.End)
		})
	}
}

func keysOf(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	return out
}

// What cannot be dyed is shown beside what it becomes, and taken in its place with
// one press; that is one step of the history.
func TestWhatCanBeDyed(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("en"), "#/shelf")
	p.plan(map[string]any{"market": "my", "product": "sarung_my", "technique": "tulis", "seed": "5"})
	p.room("table")
	whole(p)
	p.command("table.tab.process")
	p.until("a recipe is worked out", makingState)
	p.press("button", p.say("making.shelf.natural"))
	p.until("from natural dyes alone", `async () => { const { making } = await __t.module('making/making.js'); return !making.busy && making.recipe?.plan.baths.every((b) => ['natural', 'indigo'].includes(b.dye.class)); }`)
	p.until("some inks are out of reach", `() => __t.$$('jg-panel-process >> .inks .far').length > 0`)
	first := p.design()
	gets := get[[]string](p, `async () => (await __t.module('making/making.js')).making.recipe.plan.outcomes.map((o) => o.gets)`)
	p.press("button", p.say("making.use"))
	p.until("the inks are what can be had", `async (gets) => (await __t.design()).inks.every((k, i) => k.color === gets[i])`, gets)
	p.until("and all are reached", `async () => { const { making } = await __t.module('making/making.js'); return !making.busy && making.design.inks[0].color === (await __t.design()).inks[0].color && making.recipe.plan.outcomes.every((o) => o.reached); }`)
	p.command("undo")
	p.until("undone", `async (was) => JSON.stringify(await __t.design()) === was`, first)

	// Without a dye that it was to use, the plan is another.
	p.eval(`() => { __t.first$('jg-panel-process').renderRoot.querySelector('details').open = true; }`, nil)
	p.until("the plan is back", `async (first) => { const { making } = await __t.module('making/making.js'); return !making.busy && making.recipe.plan.outcomes[0].wanted === JSON.parse(first).inks[0].color; }`, first)
	used := get[string](p, `async () => (await __t.module('making/making.js')).making.recipe.plan.baths[0].dye.id`)
	p.eval(`async (id) => (await __t.module('making/making.js')).making.choose({ off: [id] })`, nil, used)
	p.until("it does without", `async (id) => { const { making } = await __t.module('making/making.js'); return !making.busy && making.recipe.plan.baths.every((b) => b.dye.id !== id); }`, used)

	p.press("radio", p.part("table.process.print"))
	p.until("who prints waxes nothing", `() => !__t.first$('jg-making-view') && !__t.first$('jg-panel-process >> .film') && __t.$$('jg-panel-process >> .inks li').length > 1`)
}

// dyedPicture is what the library draws of the cloth as it comes out of the dye.
const dyedPicture = `async () => {
	const c = __t.first$('jg-making-view')?.renderRoot.querySelector('.dyed');
	return !c?.classList.contains('on') || c.width < 2 ? '' : __t.sha(c.getContext('2d').getImageData(0, 0, c.width, c.height).data);
}`

// How much the wax cracks is seen as soon as it is chosen.
func TestCrackleIsSeen(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(desk.in("id"), "#/shelf")
	p.plan(map[string]any{"market": "id-solo", "product": "kain_panjang", "motif": "kawung_sen", "technique": "cap", "seed": "5"})
	p.room("table")
	whole(p)
	p.press("tab", p.say("table.tab.process"))
	p.until("a recipe is worked out", makingState)
	p.until("the finished cloth is drawn", `async () => !!(await (`+dyedPicture+`)())`)
	without := get[string](p, dyedPicture)
	p.press("button", p.say("making.crackle.full"))
	p.until("it cracks", `async (was) => { const now = await (`+dyedPicture+`)(); return !!now && now !== was; }`, without)
}

// A print is flat, and on cotton with its cracks where one asks for that.
func TestPrintOnCotton(t *testing.T) {
	s := need(t)
	for _, v := range []view{desk.in("id"), phone.in("ar")} {
		t.Run(v.String(), func(t *testing.T) {
			p := s.profile(t).open(v, "#/shelf")
			p.plan(map[string]any{"market": "ng", "product": "pagne2", "technique": "print", "seed": "5"})
			p.room("table")
			whole(p)
			p.press("tab", p.say("table.tab.process"))
			p.until("one may choose", `() => !!__t.first$('jg-panel-process')?.renderRoot.querySelector('#look')`)
			assert.False(t, get[bool](p, `() => !!__t.first$('jg-making-view')`), "it is flat at first")
			look := func(v string) {
				t.Helper()
				p.eval(`(v) => { const s = __t.first$('jg-panel-process').renderRoot.querySelector('#look'); s.value = v; s.dispatchEvent(new Event('change')); }`, nil, v)
			}
			look("none")
			p.until("it is on cotton", `async () => !!(await (`+dyedPicture+`)())`)
			whole := get[string](p, dyedPicture)
			look("full")
			p.until("it cracks", `async (was) => { const now = await (`+dyedPicture+`)(); return !!now && now !== was; }`, whole)
			p.until("and is called so", `(re) => __t.$$('jg-table >> .held').some((x) => new RegExp(re, 'u').test(x.textContent))`, p.say("making.look.full"))
			p.command("table.in")
			p.until("from near too", `async (was) => { const now = await (`+dyedPicture+`)(); return !!now && now !== was; }`, whole)
			look("flat")
			p.until("and flat again", `() => !__t.first$('jg-making-view')`)
			assert.NotContains(t, p.design(), "crackle", "the design is what it was")
		})
	}
}

// The recipe is a page, in every language without a word missing.
func TestRecipePage(t *testing.T) {
	s := need(t)
	for _, v := range []view{desk.in("id"), phone.in("en"), phone.in("ar"), desk.in("ms"), desk.in("fr")} {
		t.Run(v.String(), func(t *testing.T) {
			p := s.profile(t).open(v, "#/shelf")
			p.plan(map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "technique": "cap", "seed": "5"})
			p.eval(`() => { location.hash = '#/recipe'; }`, nil)
			p.in("recipe")
			p.until("every stage is drawn", `() => {
				const all = __t.$$('jg-recipe >> .stage canvas');
				return all.length > 3 && all.every((c) => c.getContext('2d').getImageData(9, 9, 1, 1).data[3] === 255);
			}`)
			text := get[string](p, `() => __t.first$('jg-recipe').renderRoot.querySelector('.sheet').innerText`)
			for _, bad := range []string{"making.", "undefined", "NaN", "{n", "[object"} {
				assert.NotContains(t, text, bad)
			}
			assert.Zero(t, get[int](p, `() => __t.first$('jg-recipe').renderRoot.querySelectorAll('[lang="en"]').length`), "all is in the language")
			assert.True(t, get[bool](p, `() => document.documentElement.scrollWidth <= innerWidth`), "nothing is wider than the page")
		})
	}
}
