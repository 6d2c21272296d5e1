package e2e

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var sarong = map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3", "technique": "cap"}

// atTable opens a page with a design on the table and one step of history.
func atTable(t *testing.T, f *profile, scripts ...string) (*tab, string) {
	t.Helper()
	p := f.open(desk.in("id"), "#/", scripts...)
	p.eval(`async (brief) => {
		const [s, e] = [await __t.store(), await __t.engine()];
		s.set((await e.call('plan', { brief: { ...brief, seed: '2' } })).design, { label: 'one' });
		s.set((await e.call('plan', { brief })).design, { label: 'two' });
		await s.keep(s.design);
	}`, nil, sarong)
	p.room("table")
	whole(p)
	return p, p.design()
}

// there is whether the design is on the table, drawn, with its history.
func there(p *tab, design string) {
	p.t.Helper()
	p.until("the design is there", `async (was) => JSON.stringify(await __t.design()) === was`, design)
	assert.True(p.t, get[bool](p, `async () => (await __t.store()).canUndo`), "its history too")
	assert.Equal(p.t, 1, get[int](p, `async () => (await __t.store()).kept.length`), "and the shelf")
	p.room("table")
	whole(p)
	cloth(p)
}

func TestReload(t *testing.T) {
	p, d := atTable(t, need(t).profile(t))
	p.saved()
	p.reload()
	there(p, d)
	// In the same breath as a change, before it is written.
	// The answer may be lost with the page that gives it.
	_ = p.try(`async () => {
		const s = await __t.store();
		const d = structuredClone(s.design);
		d.inks[1].color = '#0b6e4f';
		sessionStorage.setItem('late', JSON.stringify(d));
		s.set(d, { label: 'late' });
		location.reload();
		window.__old = true;
	}`, nil)
	p.until("the page is loaded anew", `() => !window.__old`)
	p.ready()
	changed := get[string](p, `() => sessionStorage.getItem('late')`)
	there(p, changed)
}

func TestKilledTab(t *testing.T) {
	f := need(t).profile(t)
	p, d := atTable(t, f)
	p.saved()
	gone := make(chan struct{})
	chromedp.ListenTarget(p.ctx, func(ev any) {
		if _, ok := ev.(*inspector.EventTargetCrashed); ok {
			close(gone)
		}
	})
	// A page that has crashed answers nothing.
	go chromedp.Run(p.ctx, page.Crash())
	select {
	case <-gone:
	case <-time.After(patience):
		t.Error("the page does not crash")
	}
	p.close()
	q := f.open(desk.in("id"), "#/table")
	there(q, d)
	q.close()
	q = f.open(desk.in("id"), "#/table")
	there(q, d)
}

func TestKilledWorkers(t *testing.T) {
	p, d := atTable(t, need(t).profile(t))
	before := get[int](p, `async () => (await __t.engine()).stats().respawns`)
	p.eval(`async () => { const e = await __t.engine(); __t.first$('jg-cloth-view').zoomIn(); await new Promise((r) => setTimeout(r)); for (let i = e.stats().workers; i--;) e.killWorker(0); }`, nil)
	p.until("they are replaced", `async (n) => { const s = (await __t.engine()).stats(); return s.respawns > n && s.ready; }`, before)
	there(p, d)
	slide(p)
	p.until("the design can be changed", `async (was) => JSON.stringify(await __t.design()) !== was`, d)
	// While a file is written.
	p.room("take")
	p.eval(`async () => {
		const s = await __t.store(), e = await __t.engine();
		window.__export = e.export(s.design, { format: 'png', dpi: 150 }).then(({ blob }) => blob.size > 0, (err) => err.kind);
		const last = () => e.stats().workers - 1;
		while (last() < e.size) await new Promise((r) => setTimeout(r, 5));
		e.killWorker(last());
	}`, nil)
	got := get[any](p, `() => window.__export`)
	assert.Contains(t, []any{true, "broken"}, got)
}

// A panic inside the engine, and its end, met by the page in the middle of something.
func TestPanic(t *testing.T) {
	for _, op := range []string{"test.panic", "test.exit"} {
		t.Run(op, func(t *testing.T) {
			p, d := atTable(t, need(t).profile(t))
			p.room("take")
			p.eval(`async (op) => {
				const e = await __t.engine();
				const call = e.call;
				e.call = (what, ...rest) => (what === 'share.encode' ? call.call(e, op, { test: true }) : call.call(e, what, ...rest));
				window.__mend = () => { e.call = call; };
			}`, nil, op)
			p.press("button", p.say("share"))
			p.heard("error.share")
			p.eval(`() => window.__mend()`, nil)
			p.quiet()
			p.press("button", p.say("share"))
			p.until("the link is made", `(re) => __t.find('textbox', re)[0]?.value.includes('#d=')`, p.say("share.link"))
			p.eval(`() => __t.$$('dialog').forEach((x) => x.close())`, nil)
			there(p, d)
			if op == "test.exit" {
				assert.Positive(t, get[int](p, `async () => (await __t.engine()).stats().respawns`))
			}
		})
	}
}

// After one visit the studio needs no network; here its server is gone.
func TestOffline(t *testing.T) {
	s := need(t)
	address, stop, err := s.serve("127.0.0.1:0")
	require.NoError(t, err)
	defer stop()
	f := s.profile(t)
	f.address = address
	p, d := atTable(t, f)
	p.saved()
	p.until("the files are kept", `async () => !!(await navigator.serviceWorker.ready).active && !!navigator.serviceWorker.controller`)
	stop()
	require.NoError(t, p.run(network.OverrideNetworkState(true, 0, 0, 0)))
	p.allow(`sw\.js`) // the browser looks for a newer one
	p.reload()
	there(p, d)
	for _, room := range []string{"whom", "proposals", "take", "shelf"} {
		p.room(room)
		p.calm()
	}
	p.close()
	for _, lang := range []string{"ar", "fr"} {
		q := f.open(phone.in(lang), "#/table")
		q.allow(`sw\.js`)
		there(q, d)
	}
}

func TestStorageFull(t *testing.T) {
	f := need(t).profile(t)
	p := f.tab(desk.in("id"))
	// Before anything is kept: browsers remember for a while how much is allowed.
	origin := strings.TrimSuffix(f.address, "/")
	require.NoError(t, p.run(storage.OverrideQuotaForOrigin(origin).WithQuotaSize(48<<20)))
	p.close()
	p, _ = atTable(t, f)
	p.saved()
	p.eval(`async () => {
		await navigator.serviceWorker.ready;
		const done = (r) => new Promise((ok, no) => { r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error); });
		const open = indexedDB.open('filler', 1);
		open.onupgradeneeded = () => open.result.createObjectStore('s', { autoIncrement: true });
		const db = await done(open);
		for (const size of [8 << 20, 1 << 20, 64 << 10, 4 << 10, 512]) {
			for (;;) {
				const bytes = new Uint8Array(size);
				for (let i = 0; i < size; i += 65536) crypto.getRandomValues(bytes.subarray(i, Math.min(size, i + 65536)));
				const tx = db.transaction('s', 'readwrite');
				tx.objectStore('s').add(bytes);
				if (!await new Promise((ok) => { tx.oncomplete = () => ok(true); tx.onabort = () => ok(false); })) break;
			}
		}
		window.__empty = () => { db.close(); return done(indexedDB.deleteDatabase('filler')); };
	}`, nil)
	slide(p)
	p.heard("storage.storage-full")
	d := p.design()
	cloth(p)
	p.press("button", p.say("storage.file"))
	raw, err := os.ReadFile(f.downloaded(".json", map[string]bool{}))
	require.NoError(t, err)
	same(p, raw)
	p.eval(`() => window.__empty()`, nil)
	p.press("button", p.say("storage.retry"))
	p.saved()
	p.until("nothing is in the way any more", `async () => !(await __t.store()).status.problem`)
	p.reload()
	there(p, d)
}

func TestStorageRefused(t *testing.T) {
	f := need(t).profile(t)
	p, d := atTable(t, f, `Object.defineProperty(indexedDB, 'open', { value() { throw new DOMException('refused', 'SecurityError'); } });`)
	p.heard("storage.storage-refused")
	assert.Equal(t, d, p.design())
	slide(p)
	p.until("one can go on", `async (was) => JSON.stringify(await __t.design()) !== was`, d)
	p.press("button", p.say("storage.file"))
	raw, err := os.ReadFile(f.downloaded(".json", map[string]bool{}))
	require.NoError(t, err)
	same(p, raw)
}
