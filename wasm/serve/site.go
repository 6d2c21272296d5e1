package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// site is what is served, by path.
type site struct {
	files map[string]*file
}

// file is one file in its three forms.
type file struct {
	path        string
	raw, br, gz []byte // br and gz are nil where they would not be smaller
}

// policy is the Content-Security-Policy of the page. A <meta> cannot say
// frame-ancestors; the server adds that.
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src 'self' blob: data:; " +
	"connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"

// plain are the files whose names must stay as they are; all others may be kept
// by browsers for ever, since their directory is named by what they hold.
func plain(name string) bool {
	return name == "index.html" || name == "sw.js" || name == "manifest.webmanifest" || name == "favicon.ico" || name == "robots.txt"
}

// assemble makes a site of the page's files and those that are built. Everything
// that may be named by its content moves under a/HASH, as one tree, so that the
// relative imports inside stay as they are.
func assemble(web fs.FS, built map[string][]byte) (*site, error) {
	in := map[string][]byte{}
	maps.Copy(in, built)
	err := fs.WalkDir(web, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch hidden := name != "." && strings.HasPrefix(path.Base(name), "."); {
		case hidden && e.IsDir():
			return fs.SkipDir
		case hidden, e.IsDir(), path.Ext(name) == ".md":
			return nil
		}
		in[name], err = fs.ReadFile(web, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	index, ok := in["index.html"]
	if !ok {
		return nil, errors.New("web/index.html: is missing")
	}
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(in)) {
		if !plain(name) {
			fmt.Fprintf(sum, "%q %d ", name, len(in[name]))
			sum.Write(in[name])
		}
	}
	dir := "a/" + hex.EncodeToString(sum.Sum(nil))[:12] + "/"
	s := &site{files: map[string]*file{}}
	add := func(name string, b []byte) { s.files[name] = &file{path: name, raw: b} }
	for name, b := range in {
		if !plain(name) {
			add(dir+name, b)
		}
	}
	if index, err = page(index, dir, in); err != nil {
		return nil, err
	}
	add("index.html", index)
	for _, name := range []string{"favicon.ico", "robots.txt"} {
		if b, ok := in[name]; ok {
			add(name, b)
		}
	}
	if b, ok := in["manifest.webmanifest"]; ok {
		if b, err = manifest(b, dir, in); err != nil {
			return nil, err
		}
		add("manifest.webmanifest", b)
	}
	if b, ok := in["sw.js"]; ok {
		if b, err = s.worker(b); err != nil {
			return nil, err
		}
		add("sw.js", b)
	}
	return s, nil
}

// page lets the page find its files, and puts the policy in its head.
func page(index []byte, dir string, in map[string][]byte) ([]byte, error) {
	refs := regexp.MustCompile(`(\s(?:src|href|content)=)"([^"]*)"`)
	var missing []error
	index = refs.ReplaceAllFunc(index, func(m []byte) []byte {
		p := refs.FindSubmatch(m)
		name := strings.TrimPrefix(string(p[2]), "./")
		if _, ok := in[name]; ok && !plain(name) {
			return []byte(string(p[1]) + `"` + dir + name + `"`)
		}
		if ext := path.Ext(name); !bytes.Contains(p[1], []byte("content")) && !strings.ContainsAny(name, ":#?") && ext != "" && !plain(name) {
			missing = append(missing, fmt.Errorf("web/index.html: %q is not among the files", name))
		}
		return m
	})
	if len(missing) > 0 {
		return nil, errors.Join(missing...)
	}
	head := regexp.MustCompile(`(?i)<head[^>]*>`).FindIndex(index)
	if head == nil {
		return nil, errors.New("web/index.html: has no <head>")
	}
	list, err := languages(in)
	if err != nil {
		return nil, err
	}
	meta := `<meta http-equiv="Content-Security-Policy" content="` + policy + `"><meta name="languages" content="` + html.EscapeString(list) + `">`
	return slices.Concat(index[:head[1]], []byte(meta), index[head[1]:]), nil
}

// languages lists what the page can be read in, a file of messages each, as JSON: the
// language's code, own name, direction and tag for numbers. Indonesian is first,
// English second.
func languages(in map[string][]byte) (string, error) {
	file := regexp.MustCompile(`^messages/([a-z]{2,3})\.json$`)
	list := [][4]string{}
	for name, b := range in {
		m := file.FindStringSubmatch(name)
		if m == nil {
			continue
		}
		var words map[string]string
		if err := json.Unmarshal(b, &words); err != nil {
			return "", fmt.Errorf("web/%s: %w", name, err)
		}
		own, dir, tag := words["language.name"], words["language.dir"], words["language.tag"]
		if own == "" || tag == "" || dir != "ltr" && dir != "rtl" {
			return "", fmt.Errorf(`web/%s: wants "language.name", "language.dir" (ltr or rtl) and "language.tag"`, name)
		}
		list = append(list, [4]string{m[1], own, dir, tag})
	}
	rank := func(code string) int { return slices.Index([]string{"en", "id"}, code) }
	slices.SortFunc(list, func(a, b [4]string) int {
		return cmp.Or(cmp.Compare(rank(b[0]), rank(a[0])), strings.Compare(a[0], b[0]))
	})
	b, err := json.Marshal(list)
	return string(b), err
}

// manifest lets the manifest find its icons.
func manifest(b []byte, dir string, in map[string][]byte) ([]byte, error) {
	if !json.Valid(b) {
		return nil, errors.New("web/manifest.webmanifest: is not JSON")
	}
	return regexp.MustCompile(`"[^"]+"`).ReplaceAllFunc(b, func(m []byte) []byte {
		name := strings.TrimPrefix(strings.Trim(string(m), `"`), "./")
		if _, ok := in[name]; ok && !plain(name) {
			return []byte(`"` + dir + name + `"`)
		}
		return m
	}), nil
}

// worker tells the service worker its version and what to keep.
func (s *site) worker(b []byte) ([]byte, error) {
	sum := sha256.New()
	keep := []string{"./"}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		fmt.Fprintf(sum, "%q %d ", name, len(s.files[name].raw))
		sum.Write(s.files[name].raw)
		if name != "index.html" && name != "robots.txt" {
			keep = append(keep, name)
		}
	}
	list, err := json.Marshal(keep)
	if err != nil {
		return nil, err
	}
	for _, line := range [][2]string{
		{"const VERSION = 'dev';", "const VERSION = '" + hex.EncodeToString(sum.Sum(nil))[:12] + "';"},
		{"const FILES = [];", "const FILES = " + string(list) + ";"},
	} {
		if bytes.Count(b, []byte(line[0])) != 1 {
			return nil, fmt.Errorf("web/sw.js: want the line %q once", line[0])
		}
		b = bytes.Replace(b, []byte(line[0]), []byte(line[1]), 1)
	}
	return b, nil
}

// compress makes the other two forms of every file. Large files take level.
func (s *site) compress(ctx context.Context, level int) error {
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	names := slices.SortedFunc(maps.Keys(s.files), func(a, b string) int { return len(s.files[b].raw) - len(s.files[a].raw) })
	for _, name := range names {
		f := s.files[name]
		if !text(name) || len(f.raw) < 200 {
			continue
		}
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			if ctx.Err() == nil {
				f.compress(level)
			}
		})
	}
	all.Wait()
	return ctx.Err()
}

func (f *file) compress(level int) {
	if len(f.raw) < 256<<10 {
		level = 11
	}
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: level, LGWin: 24})
	w.Write(f.raw) // a bytes.Buffer never fails
	w.Close()
	if b.Len() < len(f.raw) {
		f.br = bytes.Clone(b.Bytes())
	}
	b.Reset()
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is right
	z.Write(f.raw)
	z.Close()
	if b.Len() < len(f.raw) {
		f.gz = bytes.Clone(b.Bytes())
	}
}

// write puts the site into a directory. What lies there under other names, such
// as an older version that a page still shows, is left alone.
func (s *site) write(dir string) error {
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		f := s.files[name]
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return fmt.Errorf("-o: %w", err)
		}
		for _, form := range []struct {
			ext string
			b   []byte
		}{{"", f.raw}, {".br", f.br}, {".gz", f.gz}} {
			if form.b == nil && form.ext != "" {
				if err := os.Remove(to + form.ext); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return fmt.Errorf("-o: %w", err)
				}
				continue
			}
			if err := os.WriteFile(to+form.ext, form.b, 0o644); err != nil {
				return fmt.Errorf("-o: %w", err)
			}
		}
	}
	return nil
}

// read loads a site that was written before.
func read(dir fs.FS) (*site, error) {
	s := &site{files: map[string]*file{}}
	err := fs.WalkDir(dir, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(dir, name)
		base, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
		switch ext {
		case ".br", ".gz":
		default:
			base = name
		}
		f := s.files[base]
		if f == nil {
			f = &file{path: base}
			s.files[base] = f
		}
		switch ext {
		case ".br":
			f.br = b
		case ".gz":
			f.gz = b
		default:
			f.raw = b
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("-site: %w", err)
	}
	if s.files["index.html"] == nil {
		return nil, errors.New("-site: index.html is missing; write the site with -o first")
	}
	return s, nil
}
