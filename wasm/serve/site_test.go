package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/andybalholm/brotli"
)

func sample(t *testing.T) *site {
	t.Helper()
	web := fstest.MapFS{
		"index.html": {Data: []byte(`<!doctype html><html><head><title>x</title><link rel="stylesheet" href="style/main.css">` +
			`<link rel="manifest" href="manifest.webmanifest"><script type="module" src="./app/main.js"></script></head><body><a href="#x">x</a></body></html>`)},
		"app/main.js":          {Data: []byte("import '../engine/engine.js';\n" + strings.Repeat("// long\n", 100))},
		"engine/engine.js":     {Data: []byte("export {};\n")},
		"engine/README.md":     {Data: []byte("not served")},
		"style/main.css":       {Data: []byte("body{}")},
		"icons/icon.png":       {Data: []byte("\x89PNG")},
		".hidden":              {Data: []byte("no")},
		"manifest.webmanifest": {Data: []byte(`{"start_url":"./","icons":[{"src":"icons/icon.png"}]}`)},
	}
	sw, err := os.ReadFile("../studio/web/sw.js")
	if err != nil {
		t.Fatal(err)
	}
	web["sw.js"] = &fstest.MapFile{Data: sw}
	s, err := assemble(web, map[string][]byte{"engine/jagad.wasm": bytes.Repeat([]byte("\x00asm"), 1000), "engine/wasm_exec.js": []byte("//")})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.compress(context.Background(), 5); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *site) find(t *testing.T, suffix string) *file {
	t.Helper()
	for name, f := range s.files {
		if strings.HasSuffix(name, suffix) {
			return f
		}
	}
	t.Fatalf("no %s", suffix)
	return nil
}

func TestThePageFindsItsFiles(t *testing.T) {
	s := sample(t)
	main := s.find(t, "app/main.js").path
	if !strings.HasPrefix(main, "a/") {
		t.Errorf("%s is not under a/", main)
	}
	index := string(s.files["index.html"].raw)
	for _, want := range []string{`src="` + main + `"`, `href="` + s.find(t, "style/main.css").path + `"`, `href="manifest.webmanifest"`, `href="#x"`, "Content-Security-Policy"} {
		if !strings.Contains(index, want) {
			t.Errorf("no %s in %s", want, index)
		}
	}
	if m := string(s.files["manifest.webmanifest"].raw); !strings.Contains(m, s.find(t, "icons/icon.png").path) || !json.Valid([]byte(m)) {
		t.Error(m)
	}
	for name := range s.files {
		if strings.Contains(name, "README") || strings.Contains(name, "hidden") {
			t.Errorf("%s is served", name)
		}
	}
	sw := string(s.files["sw.js"].raw)
	for _, want := range []string{`"./"`, main, "jagad.wasm", "manifest.webmanifest"} {
		if !strings.Contains(sw, want) {
			t.Errorf("sw.js does not keep %s", want)
		}
	}
	if strings.Contains(sw, "'dev'") || strings.Contains(sw, `"sw.js"`) {
		t.Error("sw.js is not filled in, or keeps itself")
	}
}

// A language is a file of messages; another file is another language.
func TestLanguagesAreFiles(t *testing.T) {
	in := map[string][]byte{
		"messages/sw.json": []byte(`{"language.name": "Kiswahili", "language.dir": "ltr", "language.tag": "sw"}`),
	}
	files, err := filepath.Glob("../studio/web/messages/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if in["messages/"+filepath.Base(f)], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
	}
	got, err := languages(in)
	if err != nil {
		t.Fatal(err)
	}
	want := `[["id","Bahasa Indonesia","ltr","id"],["en","English","ltr","en"],["ar","العربية","rtl","ar-u-nu-latn"],` +
		`["fr","Français","ltr","fr"],["ms","Bahasa Melayu","ltr","ms"],["sw","Kiswahili","ltr","sw"]]`
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	for _, bad := range []string{`{}`, `{"language.name": "x", "language.dir": "up", "language.tag": "x"}`, `[`} {
		if _, err := languages(map[string][]byte{"messages/xx.json": []byte(bad)}); err == nil || !strings.Contains(err.Error(), "messages/xx.json") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestAPageThatLacksAFileIsRefused(t *testing.T) {
	for _, index := range []string{`<head><script src="app/gone.js"></script>`, `no head`} {
		if _, err := assemble(fstest.MapFS{"index.html": {Data: []byte(index)}}, nil); err == nil {
			t.Error(index)
		}
	}
	if _, err := assemble(fstest.MapFS{}, nil); err == nil {
		t.Error("no index.html")
	}
}

func TestFormsByAcceptEncoding(t *testing.T) {
	s := sample(t)
	f := s.find(t, "jagad.wasm")
	for _, c := range []struct{ accept, form string }{
		{"", ""}, {"gzip", "gzip"}, {"gzip, br", "br"}, {"br;q=0, gzip", "gzip"}, {"*", "br"}, {"*;q=0, gzip;q=0.5", "gzip"}, {"identity", ""}, {"BR ; q=1.0", "br"}, {"br;q=x", ""},
	} {
		r := httptest.NewRequest("GET", "/"+f.path, nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		h := w.Result().Header
		if h.Get("Content-Encoding") != c.form || h.Get("Content-Type") != "application/wasm" || !strings.Contains(h.Get("Cache-Control"), "immutable") || h.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q: %v", c.accept, h)
		}
		var body io.Reader = w.Body
		switch c.form {
		case "br":
			body = brotli.NewReader(w.Body)
		case "gzip":
			body, _ = gzip.NewReader(w.Body)
		}
		if b, err := io.ReadAll(body); err != nil || !bytes.Equal(b, f.raw) {
			t.Errorf("%q: %d bytes, %v", c.accept, len(b), err)
		}
	}
}

func TestHeadersMethodsAndPaths(t *testing.T) {
	s := sample(t)
	ask := func(method, path string) *http.Response {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(method, path, nil))
		return w.Result()
	}
	for path, code := range map[string]int{"/": 200, "/index.html": 200, "/sw.js": 200, "/nothing": 404, "/../site.go": 404, "/a/": 404, "//index.html": 404} {
		r := ask("GET", path)
		if r.StatusCode != code {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
		if csp := r.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "frame-ancestors 'none'") || strings.Contains(csp, "unsafe-inline") || r.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", path, r.Header)
		}
	}
	if r := ask("POST", "/"); r.StatusCode != http.StatusMethodNotAllowed {
		t.Error(r.Status)
	}
	r := ask("HEAD", "/")
	if b, _ := io.ReadAll(r.Body); len(b) != 0 || r.Header.Get("Content-Length") == "" || r.Header.Get("Cache-Control") != "no-cache" {
		t.Error(r.Header)
	}
	q := httptest.NewRequest("GET", "/", nil)
	q.Header.Set("If-None-Match", r.Header.Get("ETag"))
	w := httptest.NewRecorder()
	if s.ServeHTTP(w, q); w.Code != http.StatusNotModified {
		t.Error(w.Code)
	}
}

func TestAWrittenSiteIsReadBackTheSame(t *testing.T) {
	s := sample(t)
	dir := filepath.Join(t.TempDir(), "site")
	for range 2 { // a second time over the first
		if err := s.write(dir); err != nil {
			t.Fatal(err)
		}
	}
	back, err := read(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(back.files) != len(s.files) {
		t.Errorf("%d files of %d", len(back.files), len(s.files))
	}
	for name, f := range s.files {
		g := back.files[name]
		if g == nil || !bytes.Equal(f.raw, g.raw) || !bytes.Equal(f.br, g.br) || !bytes.Equal(f.gz, g.gz) {
			t.Errorf("%s differs", name)
		}
	}
	if _, err := read(fstest.MapFS{}); err == nil {
		t.Error("an empty directory is no site")
	}
	// Nothing names a path from the root or another host.
	fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if b, _ := os.ReadFile(filepath.Join(dir, name)); strings.HasSuffix(name, ".html") && (bytes.Contains(b, []byte(`="/`)) || bytes.Contains(b, []byte("http://"))) {
			t.Errorf("%s is not relative", name)
		}
		return err
	})
}

func TestServeEndsGracefully(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- serve(ctx, "127.0.0.1:0", sample(t)) }()
	time.Sleep(50 * time.Millisecond)
	stop()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("still serving")
	}
	if err := run(context.Background(), "", "a", "b", 0); err == nil {
		t.Error("-o with -site")
	}
	if err := run(context.Background(), "", "", "", 12); err == nil {
		t.Error("-brotli 12")
	}
	if err := serve(context.Background(), "nowhere:x", &site{}); err == nil {
		t.Error("a bad address")
	}
}

// The studio as it is, built and served.
func TestTheStudioIsServed(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program for the browser")
	}
	web, built, err := gather(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.Stat(web, "index.html"); err != nil {
		t.Skip(err)
	}
	s, err := assemble(web, built)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.compress(context.Background(), 5); err != nil {
		t.Fatal(err)
	}
	f := s.find(t, "engine/jagad.wasm")
	t.Logf("wasm %d bytes, gzip %d, brotli at level 5 %d", len(f.raw), len(f.gz), len(f.br))
	l := httptest.NewServer(s)
	defer l.Close()
	for name, f := range s.files {
		r, err := l.Client().Get(l.URL + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r.Body) // the client unpacks gzip
		r.Body.Close()
		if err != nil || r.StatusCode != 200 || !bytes.Equal(b, f.raw) || r.Header.Get("Content-Type") == "application/octet-stream" && !strings.Contains(name, "LICENSE") {
			t.Errorf("%s: %s, %s, %d bytes, %v", name, r.Status, r.Header.Get("Content-Type"), len(b), err)
		}
	}
}
