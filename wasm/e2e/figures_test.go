package e2e

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// Figures are printed and asserted nowhere: they are of one machine at one time.
func TestFigures(t *testing.T) {
	s := need(t)
	filepath.WalkDir(s.site, func(name string, e fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, "jagad.wasm") {
			raw, _ := os.Stat(name)
			if br, err := os.Stat(name + ".br"); err == nil {
				t.Logf("wasm: %.2f MB raw, %.2f MB brotli", float64(raw.Size())/1e6, float64(br.Size())/1e6)
			}
		}
		return err
	})

	var first []float64
	for range 3 {
		p := s.profile(t).open(desk.in("id"), "#/")
		p.until("a cloth is drawn", `() => __t.first > 0`)
		first = append(first, get[float64](p, `() => __t.first`))
		p.close()
	}
	f := s.profile(t)
	p := f.open(desk.in("id"), "#/")
	p.until("a cloth is drawn", `() => __t.first > 0`)
	p.until("the files are kept", `async () => !!(await navigator.serviceWorker.ready).active`)
	p.calm()
	p.reload()
	p.until("a cloth is drawn", `() => __t.first > 0`)
	t.Logf("navigation to the first cloth: %.0f ms (median of %.0f), from the service worker %.0f ms", median(first), first, get[float64](p, `() => __t.first`))

	sliders(t, p)
	took := get[[2]float64](p, pools)
	one, two := took[0], took[1]
	t.Logf("a cloth drawn by hand, 4 Mpx, in a pool of one worker and of two: %.0f ms, %.0f ms: %.2f times as fast", one, two, one/two)
	for _, room := range []string{"whom", "proposals", "take", "shelf", "table"} {
		p.room(room)
		p.calm()
		t.Logf("longest task of the main thread, into %s: %s", room, longest(p))
		p.eval(`() => { __t.long.length = 0; }`, nil)
	}

	n := 50
	if testing.Short() {
		n = 5
	}
	t.Logf("memory before: %s", memory(t, p))
	began := time.Now()
	p.eval(`async (n) => {
		const [s, e] = [await __t.store(), await __t.engine()];
		for (let i = 0; i < n; i++) {
			const { blob } = await e.export(s.design, { format: i % 2 ? 'svg' : 'png', width: 800 });
			if (!blob.size) throw new Error('empty');
		}
	}`, nil, n)
	exporting := time.Since(began)
	require.NoError(t, p.run(chromedp.ActionFunc(performance.Enable().Do)))
	t.Logf("memory after %d exports (%.1f s): %s", n, exporting.Seconds(), memory(t, p))
}

// pools tells how long pools of one and of two workers that know the cloth take to
// draw it, in ms, in turns: the least of each, once the browser has compiled all.
const pools = `async () => {
	const Engine = (await __t.engine()).constructor;
	const pools = [1, 2].map((n) => new Engine({ workers: n }));
	const design = { ...(await __t.design()), technique: 'tulis' };
	const o = { width: 16000, window: { x: 2000, y: 200, w: 2048, h: 2048 }, coarse: false };
	const best = [Infinity, Infinity];
	for (let i = 0; i < 8; i++) {
		for (const [n, e] of pools.entries()) best[n] = Math.min(best[n], (await e.draw(design, o)).ms);
	}
	for (const e of pools) e.close();
	return best;
}`

// Figures of a phone: a narrow page whose own thread is four times as slow. Workers
// are not slowed by this, which a real phone's are.
func TestFiguresOfAPhone(t *testing.T) {
	s := need(t)
	p := s.profile(t).open(phone.in("id"), "#/")
	require.NoError(t, p.run(emulation.SetCPUThrottlingRate(4)))
	p.reload()
	p.until("a cloth is drawn", `() => __t.first > 0`)
	t.Logf("navigation to the first cloth: %.0f ms", get[float64](p, `() => __t.first`))
	sliders(t, p)
}

// sliders tells how soon the cloth follows a slider of the motif, and one of an ink.
func sliders(t *testing.T, p *tab) {
	t.Helper()
	p.plan(map[string]any{"market": "ng", "product": "wax6", "seed": "7"})
	p.room("table")
	whole(p)
	cloth(p)
	p.calm()
	p.eval(`() => {
		window.__moved = 0;
		addEventListener('input', () => { window.__moved = performance.now(); __t.first$('jg-cloth-view').__levels.length = 0; }, true);
	}`, nil)
	move := func(name, slider string) {
		var first, sharp []float64
		p.eval(`() => { __t.long.length = 0; }`, nil)
		for i := range 12 {
			cloth(p)
			p.eval(`() => { window.__moved = 0; }`, nil)
			p.eval(`(i) => {
				const el = (`+slider+`)();
				const [lo, hi] = [Number(el.min), Number(el.max)];
				el.value = lo + (hi - lo) * (0.3 + 0.02 * i); // where no step was before
				el.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
			}`, nil, i)
			p.until("the sharp picture is there", `() => window.__moved > 0 && __t.first$('jg-cloth-view').__levels.some((l) => l.level === 'sharp')`)
			at := get[[]float64](p, `() => { const l = __t.first$('jg-cloth-view').__levels; return [l[0].at, l.find((x) => x.level === 'sharp').at].map((x) => x - window.__moved); }`)
			first, sharp = append(first, at[0]), append(sharp, at[1])
		}
		t.Logf("slider of %s to the first picture: %.0f ms (median of %.0f); to the sharp one %.0f ms (%.0f); longest task of the main thread: %s",
			name, median(first), first, median(sharp), sharp, longest(p))
	}
	move("the motif", `() => __t.$$('jg-panel-motif >> jg-param >> input[type="range"]').find(__t.visible)`)
	p.press("tab", p.say("table.tab.colour"))
	p.until("inks are listed", `() => __t.$$('jg-panel-colour >> .ink').length >= 2`)
	p.pressOn("the second ink", `() => __t.$$('jg-panel-colour >> .ink > button:first-child')[1]`)
	p.until("its colour can be mixed", `() => __t.$$('jg-oklch >> input[type="range"]').some(__t.visible)`)
	move("an ink", `() => __t.$$('jg-oklch >> input[type="range"]').find(__t.visible)`)
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return -1
	}
	v = slices.Sorted(slices.Values(v))
	return v[len(v)/2]
}

func longest(p *tab) string {
	return get[string](p, `() => __t.long.length ? Math.round(Math.max(...__t.long.map((l) => l.ms))) + ' ms of ' + __t.long.length : 'none over 50 ms'`)
}

// memory is what the page holds, its engine, and the processes that draw.
func memory(t *testing.T, p *tab) string {
	t.Helper()
	m := get[[]float64](p, `async () => { const s = (await __t.engine()).stats(); return [performance.memory.usedJSHeapSize / 1e6, s.memory / 1e6, s.workers]; }`)
	text := strconv.FormatFloat(m[0], 'f', 1, 64) + " MB of JavaScript, " + strconv.FormatFloat(m[1], 'f', 1, 64) + " MB of " + strconv.FormatFloat(m[2], 'f', 0, 64) + " instances"
	if runtime.GOOS != "linux" {
		return text
	}
	all, err := systeminfo.GetProcessInfo().Do(cdp.WithExecutor(p.f.s.browser, chromedp.FromContext(p.f.s.browser).Browser))
	if err != nil {
		return text
	}
	var kb int
	for _, i := range all {
		if i.Type != "renderer" {
			continue
		}
		b, _ := os.ReadFile("/proc/" + strconv.FormatInt(i.ID, 10) + "/status")
		for line := range strings.Lines(string(b)) {
			if v, ok := strings.CutPrefix(line, "VmRSS:"); ok {
				n, _ := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(v), "kB")))
				kb = max(kb, n)
			}
		}
	}
	return text + ", the renderer " + strconv.Itoa(kb/1000) + " MB"
}
