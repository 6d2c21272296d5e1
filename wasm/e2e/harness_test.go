package e2e

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

//go:embed page.js
var pageJS string

// patience is how long a condition may take to come true on a busy machine.
const patience = 45 * time.Second

// studio is what all tests share: the built site, its server and one browser.
type studio struct {
	site, address string
	program       string // serve
	browser       context.Context
}

var shared struct {
	*studio
	why    string // there is none
	cancel []func()
}

func TestMain(m *testing.M) {
	code := m.Run()
	for i := len(shared.cancel) - 1; i >= 0; i-- {
		shared.cancel[i]()
	}
	os.Exit(code)
}

var start = sync.OnceFunc(func() {
	s := &studio{}
	if shared.why = s.begin(); shared.why == "" {
		shared.studio = s
	}
})

// begin builds and serves the site and starts the browser; it returns what is
// lacking.
func (s *studio) begin() string {
	chromium := os.Getenv("CHROMIUM")
	if chromium == "" {
		for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
			if p, err := exec.LookPath(name); err == nil {
				chromium = p
				break
			}
		}
	}
	if chromium == "" {
		return "no Chromium; install it, or name it in CHROMIUM"
	}
	tmp, err := os.MkdirTemp("", "studio")
	if err != nil {
		return err.Error()
	}
	shared.cancel = append(shared.cancel, func() { os.RemoveAll(tmp) })
	s.program = filepath.Join(tmp, "studio-under-test")
	build := exec.Command("go", "build", "-o", s.program, "./serve")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Sprintf("build serve: %v\n%s", err, out)
	}
	if s.site = os.Getenv("SITE"); s.site == "" {
		s.site = filepath.Join(tmp, "site")
		write := exec.Command(s.program, "-o", s.site)
		write.Dir = ".."
		if out, err := write.CombinedOutput(); err != nil {
			return fmt.Sprintf("serve -o: %v\n%s", err, out)
		}
	}
	address, stop, err := s.serve("127.0.0.1:0")
	if err != nil {
		return err.Error()
	}
	s.address = address
	shared.cancel = append(shared.cancel, stop)
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium),
		chromedp.Flag("headless", "new"),
		chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("hide-scrollbars", false),
		// Whatever is not ours does not exist.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.UserDataDir(filepath.Join(tmp, "profile")),
		chromedp.WSURLReadTimeout(time.Minute),
	)
	alloc, end := chromedp.NewExecAllocator(context.Background(), options...)
	shared.cancel = append(shared.cancel, end)
	// Newer browsers send events that this version has no names for.
	ctx, end := chromedp.NewContext(alloc, chromedp.WithErrorf(func(string, ...any) {}), chromedp.WithLogf(func(string, ...any) {}))
	shared.cancel = append(shared.cancel, end)
	if err := chromedp.Run(ctx); err != nil {
		return fmt.Sprintf("start %s: %v", chromium, err)
	}
	s.browser = ctx
	return ""
}

// serve shows the site until stop.
func (s *studio) serve(addr string) (address string, stop func(), err error) {
	c := exec.Command(s.program, "-site", s.site, "-addr", addr)
	out, err := c.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		return "", nil, err
	}
	stop = sync.OnceFunc(func() {
		c.Process.Kill()
		c.Wait()
	})
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "http://") {
			return lines.Text(), stop, nil
		}
	}
	stop()
	return "", nil, errors.New("serve gave no address")
}

// need skips without a browser; where CI is set it fails.
func need(t *testing.T) *studio {
	t.Helper()
	start()
	if shared.why != "" {
		if os.Getenv("CI") != "" {
			t.Fatal(shared.why)
		}
		t.Skip(shared.why)
	}
	return shared.studio
}

// view is how a page is looked at.
type view struct {
	w, h int64
	lang string
	dark bool
	live bool // with motion
}

var (
	phone = view{w: 390, h: 844}
	desk  = view{w: 1280, h: 900}
)

func (v view) in(lang string) view { v.lang = lang; return v }

func (v view) night() view { v.dark = true; return v }

// views returns those that a test is worth in every run, or all eight pairs of width,
// language and theme if ALL_VIEWS is set.
func views(worth ...view) []view {
	if os.Getenv("ALL_VIEWS") == "" {
		return worth
	}
	var all []view
	for _, v := range []view{desk, phone} {
		for _, lang := range []string{"id", "ar"} {
			all = append(all, v.in(lang), v.in(lang).night())
		}
	}
	return all
}

func (v view) String() string {
	s := fmt.Sprintf("%s-%d", v.lang, v.w)
	if v.dark {
		s += "-dark"
	}
	return s
}

// profile is a browser that was never used before: storage of its own.
type profile struct {
	t         *testing.T
	s         *studio
	id        cdp.BrowserContextID
	address   string
	downloads string
	pages     int
}

func (s *studio) profile(t *testing.T) *profile {
	t.Helper()
	f := &profile{t: t, s: s, address: s.address, downloads: t.TempDir()}
	ctx := cdp.WithExecutor(s.browser, chromedp.FromContext(s.browser).Browser)
	var err error
	f.id, err = target.CreateBrowserContext().Do(ctx)
	require.NoError(t, err)
	t.Cleanup(func() { target.DisposeBrowserContext(f.id).Do(ctx) })
	require.NoError(t, browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).
		WithBrowserContextID(f.id).WithDownloadPath(f.downloads).Do(ctx))
	return f
}

// tab is one page of a profile.
type tab struct {
	t      testing.TB
	f      *profile
	v      view
	ctx    context.Context
	close  func()
	closed bool

	mu       sync.Mutex
	wrong    []string // errors of the console, exceptions, requests that leave
	notes    []string // warnings
	allowed  []*regexp.Regexp
	choosers chan cdp.BackendNodeID
	scripts  []string
}

// open opens a page at a hash such as "#/table".
func (f *profile) open(v view, hash string, scripts ...string) *tab {
	f.t.Helper()
	p := f.tab(v, scripts...)
	p.visit(hash)
	return p
}

func (f *profile) tab(v view, scripts ...string) *tab {
	f.t.Helper()
	if v.lang == "" {
		v.lang = "id"
	}
	// A profile that shows nothing yet has no window for the tab to be in.
	id, err := target.CreateTarget("about:blank").WithBrowserContextID(f.id).WithNewWindow(true).
		Do(cdp.WithExecutor(f.s.browser, chromedp.FromContext(f.s.browser).Browser))
	require.NoError(f.t, err)
	ctx, cancel := chromedp.NewContext(f.s.browser, chromedp.WithTargetID(id))
	p := &tab{t: f.t, f: f, v: v, ctx: ctx, choosers: make(chan cdp.BackendNodeID, 4), scripts: scripts}
	p.close = func() {
		if !p.closed {
			p.closed = true
			cancel()
		}
	}
	f.pages++
	name := fmt.Sprintf("%d-%s.png", f.pages, v)
	f.t.Cleanup(func() {
		if f.t.Failed() && !p.closed {
			p.shot(filepath.Join(f.t.ArtifactDir(), name))
		}
		p.blame()
		p.close()
	})
	chromedp.ListenTarget(ctx, p.hear)
	require.NoError(f.t, chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		for _, js := range append([]string{pageJS}, scripts...) {
			if _, err := page.AddScriptToEvaluateOnNewDocument(js).Do(ctx); err != nil {
				return err
			}
		}
		return nil
	}), cdplog.Enable(), network.Enable(), page.SetInterceptFileChooserDialog(true)))
	p.look(v)
	return p
}

// look sets the size of the page and the theme of the device.
func (p *tab) look(v view) {
	p.t.Helper()
	p.v = v
	theme, motion := "light", "reduce"
	if v.dark {
		theme = "dark"
	}
	if v.live {
		motion = "no-preference"
	}
	require.NoError(p.t, p.run(
		emulation.SetDeviceMetricsOverride(v.w, v.h, 1, v.w < 700),
		emulation.SetTouchEmulationEnabled(v.w < 700),
		emulation.SetScrollbarsHidden(v.w < 700), // as on a phone
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: motion},
		}),
		emulation.SetLocaleOverride().WithLocale(v.lang),
	))
}

func (p *tab) run(actions ...chromedp.Action) error {
	ctx, cancel := context.WithTimeout(p.ctx, 90*time.Second)
	defer cancel()
	return chromedp.Run(ctx, actions...)
}

// visit goes to a room by address, with a fresh page.
func (p *tab) visit(hash string) {
	p.t.Helper()
	u := p.f.address + "?lang=" + p.v.lang + hash
	require.NoError(p.t, p.run(chromedp.ActionFunc(func(ctx context.Context) error {
		_, _, why, _, err := page.Navigate(u).Do(ctx)
		if err == nil && why != "" {
			err = errors.New(why)
		}
		return err
	})))
	p.ready()
}

// reload loads the page anew.
func (p *tab) reload() {
	p.t.Helper()
	p.eval(`() => { window.__old = true; }`, nil)
	require.NoError(p.t, p.run(page.Reload()))
	p.until("the page is loaded anew", `() => !window.__old`)
	p.ready()
}

func (p *tab) ready() {
	p.t.Helper()
	p.until("the page is there", `() => !!document.querySelector('jg-shell main > *')`)
}

func (p *tab) hear(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	wrong := func(format string, args ...any) { p.wrong = append(p.wrong, fmt.Sprintf(format, args...)) }
	switch e := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		var s []string
		for _, a := range e.Args {
			if len(a.Value) > 0 {
				s = append(s, string(a.Value))
			} else {
				s = append(s, a.Description)
			}
		}
		switch e.Type {
		case runtime.APITypeError, runtime.APITypeAssert:
			wrong("console: %s", strings.Join(s, " "))
		case runtime.APITypeWarning:
			p.notes = append(p.notes, strings.Join(s, " "))
		}
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		what := d.Text
		if d.Exception != nil {
			what += " " + d.Exception.Description
		}
		wrong("exception: %s (%s:%d)", what, d.URL, d.LineNumber)
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.LevelError {
			wrong("log: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		u := e.Request.URL
		if !strings.HasPrefix(u, p.f.address) && !strings.HasPrefix(u, "blob:") && !strings.HasPrefix(u, "data:") {
			wrong("request leaves the origin: %s", u)
		}
	case *network.EventWebSocketCreated:
		wrong("socket: %s", e.URL)
	case *page.EventFileChooserOpened:
		select {
		case p.choosers <- e.BackendNodeID:
		default:
		}
	}
}

// allow says which errors of the console a test provokes.
func (p *tab) allow(patterns ...string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range patterns {
		p.allowed = append(p.allowed, regexp.MustCompile(s))
	}
}

// blame reports what went wrong on the page so far.
func (p *tab) blame() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
next:
	for _, w := range p.wrong {
		for _, re := range p.allowed {
			if re.MatchString(w) {
				continue next
			}
		}
		p.t.Errorf("%s: %s", p.v, w)
	}
	p.wrong = nil
	if p.t.Failed() {
		for _, n := range p.notes {
			p.t.Logf("%s: warning: %s", p.v, n)
		}
	}
	p.notes = nil
}

// try calls a function of the page with values and waits for its promise.
func (p *tab) try(fn string, out any, args ...any) error {
	var list []string
	for _, a := range args {
		b, err := json.Marshal(a)
		if err != nil {
			return err
		}
		list = append(list, string(b))
	}
	code := fmt.Sprintf("(async () => (%s)(%s))()", fn, strings.Join(list, ","))
	return p.run(chromedp.ActionFunc(func(ctx context.Context) error {
		r, bad, err := runtime.Evaluate(code).WithAwaitPromise(true).WithReturnByValue(true).Do(ctx)
		if err != nil {
			return err
		}
		if bad != nil {
			return fmt.Errorf("%s\n%w", fn, bad)
		}
		if out == nil || len(r.Value) == 0 {
			return nil
		}
		return json.Unmarshal(r.Value, out)
	}))
}

func (p *tab) eval(fn string, out any, args ...any) {
	p.t.Helper()
	require.NoError(p.t, p.try(fn, out, args...))
}

// get is eval with an answer.
func get[T any](p *tab, fn string, args ...any) T {
	p.t.Helper()
	var v T
	p.eval(fn, &v, args...)
	return v
}

// wait asks the page until it answers true, or gives up.
func (p *tab) wait(fn string, args ...any) error {
	end := time.Now().Add(patience)
	for {
		var ok bool
		err := p.try("async (...a) => !!await ("+fn+")(...a)", &ok, args...)
		switch {
		case ok:
			return nil
		case time.Now().After(end):
			return errors.Join(errors.New("never came true: "+fn), err)
		}
		time.Sleep(40 * time.Millisecond)
	}
}

func (p *tab) until(what, fn string, args ...any) {
	p.t.Helper()
	if err := p.wait(fn, args...); err != nil {
		p.blame()
		require.NoError(p.t, err, what)
	}
}

// Pointer

// press clicks, or taps on a phone, what has a role and a name.
func (p *tab) press(role, name string) {
	p.t.Helper()
	p.pressNth(role, name, nil)
}

func (p *tab) pressNth(role, name string, nth any) {
	p.t.Helper()
	p.pressAt(fmt.Sprintf("%s %q", role, name), func(at any) error {
		if nth == nil {
			return p.try(`(r, n) => __t.target(r, n)`, at, role, name)
		}
		return p.try(`(r, n, i) => __t.target(r, n, i)`, at, role, name, nth)
	})
}

// pressOn presses the element that a function of the page gives.
func (p *tab) pressOn(what, fn string) {
	p.t.Helper()
	p.pressAt(what, func(at any) error {
		return p.try(`() => { const el = (`+fn+`)(); return el ? __t.aim(el) : { why: 'not there' }; }`, at)
	})
}

func (p *tab) pressAt(what string, aim func(any) error) {
	p.t.Helper()
	var at struct {
		X, Y float64
		Why  string
	}
	end := time.Now().Add(patience)
	for {
		at.Why = ""
		err := aim(&at)
		if err == nil && at.Why == "" {
			p.tap(at.X, at.Y)
			var landed bool
			err = p.try(`() => __t.landed()`, &landed)
			if err == nil && landed {
				return
			}
			at.Why = "it moved away from under the pointer"
		}
		if time.Now().After(end) {
			p.blame()
			require.NoError(p.t, err, what)
			require.Empty(p.t, at.Why, what)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func (p *tab) tap(x, y float64) {
	p.t.Helper()
	if p.v.w < 700 {
		require.NoError(p.t, p.run(
			input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: x, Y: y}}),
			input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}),
		))
		return
	}
	require.NoError(p.t, p.run(chromedp.MouseClickXY(x, y)))
}

// Keyboard

// keys types keys, with modifiers.
func (p *tab) keys(keys string, mods ...input.Modifier) {
	p.t.Helper()
	require.NoError(p.t, p.run(chromedp.KeyEvent(keys, chromedp.KeyModifiers(mods...))))
}

// tabTo walks with the Tab key to what has a role and a name.
func (p *tab) tabTo(role, name string) {
	p.t.Helper()
	p.walkTo(role, name, false)
}

func (p *tab) backTo(role, name string) {
	p.t.Helper()
	p.walkTo(role, name, true)
}

func (p *tab) walkTo(role, name string, back bool) {
	p.t.Helper()
	p.until(fmt.Sprintf("there is a %s %q", role, name), `(r, n) => __t.find(r, n).length > 0`, role, name)
	var mods []input.Modifier
	if back {
		mods = append(mods, input.ModifierShift)
	}
	var path []string
	for range 400 {
		p.keys(kb.Tab, mods...)
		var at struct {
			There bool
			What  string
		}
		p.eval(`(r, n) => ({ there: __t.isFocused(r, n), what: __t.say(__t.focused()) })`, &at, role, name)
		if at.There {
			return
		}
		path = append(path, at.What)
	}
	p.t.Fatalf("Tab does not reach %s %q; it went\n%s", role, name, strings.Join(path[max(0, len(path)-60):], "\n"))
}

// Files

// choose answers the browser's window for files.
func (p *tab) choose(file string) {
	p.t.Helper()
	select {
	case id := <-p.choosers:
		require.NoError(p.t, p.run(dom.SetFileInputFiles([]string{file}).WithBackendNodeID(id)))
	case <-time.After(patience):
		p.t.Fatal("no window for files was opened")
	}
}

// drop drops a file of the disk on the page.
func (p *tab) drop(file string) {
	p.t.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file}, DragOperationsMask: 1}
	x, y := float64(p.v.w)/2, float64(p.v.h)/2
	for _, kind := range []input.DispatchDragEventType{input.DragEnter, input.DragOver, input.Drop} {
		require.NoError(p.t, p.run(input.DispatchDragEvent(kind, x, y, data)))
	}
}

// give drops a file that is made up.
func (p *tab) give(name, kind string, body []byte) {
	p.t.Helper()
	p.eval(`(name, type, body) => __t.drop(name, type, body)`, nil, name, kind, body)
}

// downloaded waits for a file of this ending that was not there before.
func (f *profile) downloaded(suffix string, have map[string]bool) string {
	f.t.Helper()
	end := time.Now().Add(2 * patience)
	for time.Now().Before(end) {
		all, err := os.ReadDir(f.downloads)
		require.NoError(f.t, err)
		for _, e := range all {
			// The browser makes the file before it has its bytes.
			if info, err := e.Info(); err != nil || info.Size() == 0 {
				continue
			}
			if name := e.Name(); strings.HasSuffix(name, suffix) && !have[name] {
				have[name] = true
				return filepath.Join(f.downloads, name)
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	f.t.Fatalf("no file *%s was downloaded", suffix)
	return ""
}

func (p *tab) shot(file string) {
	var b []byte
	if err := p.run(chromedp.CaptureScreenshot(&b)); err != nil {
		p.t.Logf("screenshot: %v", err)
		return
	}
	if err := os.WriteFile(file, b, 0o644); err != nil {
		p.t.Log(err)
	}
}

// Words

var words = sync.OnceValues(func() (map[string]map[string]string, error) {
	all := map[string]map[string]string{}
	files, err := filepath.Glob("../studio/web/messages/*.json")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var m map[string]string
		if err := json.Unmarshal(b, &m); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		lang := strings.TrimSuffix(filepath.Base(f), ".json") // or rules.id, craft.id
		lang = lang[strings.LastIndexByte(lang, '.')+1:]
		if all[lang] == nil {
			all[lang] = map[string]string{}
		}
		maps.Copy(all[lang], m)
	}
	return all, nil
})

// say is the pattern of a message in the page's language: what is filled in may be
// anything.
func (p *tab) say(key string) string {
	p.t.Helper()
	return "^" + p.part(key) + "$"
}

// part is say for a message that is a part of a name.
func (p *tab) part(key string) string {
	p.t.Helper()
	all, err := words()
	require.NoError(p.t, err)
	text, ok := all[p.v.lang][key]
	if !ok {
		text, ok = all["id"][key]
	}
	require.True(p.t, ok, "no message %s", key)
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case r == '{':
			if depth++; depth == 1 {
				b.WriteString(".*")
			}
		case r == '}':
			depth--
		case depth == 0:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return b.String()
}

// heard waits until a message is said to her: shown, or read out.
func (p *tab) heard(key string) {
	p.t.Helper()
	p.until("it is said: "+key, `(re) => __t.said().some((s) => new RegExp(re, 'u').test(s))`, p.part(key))
}

// Designs

// plan puts a design on the table, as a link would, and waits until it is saved.
func (p *tab) plan(brief map[string]any) {
	p.t.Helper()
	p.eval(`async (brief) => {
		const [store, engine] = [await __t.store(), await __t.engine()];
		const { design } = await engine.call('plan', { brief });
		store.set(design, { label: 'test' });
		store.setBrief({ market: design.market, product: design.product.id });
	}`, nil, brief)
	p.saved()
}

func (p *tab) saved() {
	p.t.Helper()
	p.until("it is saved", `async () => (await __t.store()).status.saved`)
}

func (p *tab) design() string {
	p.t.Helper()
	return get[string](p, `async () => JSON.stringify(await __t.design())`)
}

// room goes to a room.
func (p *tab) room(name string) {
	p.t.Helper()
	hash := map[string]string{"whom": "#/", "proposals": "#/proposals", "table": "#/table", "take": "#/take", "shelf": "#/shelf", "recipe": "#/recipe"}[name]
	if name == "proposals" {
		hash = get[string](p, `async () => { const { market, product } = (await __t.store()).brief; return '#/proposals?market=' + market + '&product=' + (product || ''); }`)
	}
	p.eval(`(h) => { location.hash = h; }`, nil, hash)
	p.in(name)
}

var elements = map[string]string{"whom": "jg-whom", "proposals": "jg-proposals", "table": "jg-table", "take": "jg-take", "shelf": "jg-shelf", "recipe": "jg-recipe"}

// in waits until one is in a room.
func (p *tab) in(name string) {
	p.t.Helper()
	p.until("the room is "+name, `(el) => document.querySelector('main > *')?.localName === el && !!document.querySelector('main > *').shadowRoot?.childElementCount`, elements[name])
}

// calm waits until the engine has nothing to do and what is in view is drawn.
func (p *tab) calm() {
	p.t.Helper()
	p.until("all is drawn", `async () => {
		const e = await __t.engine();
		const idle = () => { const s = e.stats(); return s.ready && !s.busy && !s.queued; };
		if (!idle()) return false;
		await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
		return idle() && __t.$$('jg-cloth').every((c) => !__t.visible(c) || !c.design || c.drawn || c.getBoundingClientRect().top > innerHeight || c.getBoundingClientRect().bottom < 0);
	}`)
}

// command runs a command of the page, as its palette would.
func (p *tab) command(id string) {
	p.t.Helper()
	p.eval(`async (id) => (await __t.module('commands.js')).commands.run(id)`, nil, id)
}

// quiet takes away the messages at the foot of the page.
func (p *tab) quiet() {
	p.t.Helper()
	p.eval(`async () => { const h = document.querySelector('jg-toasts'); if (h) { for (const o of [...h.list]) h.hide(o.id); await h.updateComplete; } }`, nil)
}
