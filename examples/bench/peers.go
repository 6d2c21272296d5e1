package main

import (
	"embed"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

//go:embed peers.mjs flat.mjs canvas.html
var scripts embed.FS

// rival is a renderer.
type rival struct {
	name    string
	ours    bool
	version []string
	// command draws a scene into a png; without one, ours draws only.
	command func(s *scene, png string) []string
}

// find returns the renderers of this machine, ours first, and what to install for
// the others.
func find(self, dir, node string) (all []rival, missing []string) {
	own := func(kind string, more ...string) func(*scene, string) []string {
		return func(s *scene, png string) []string {
			in := s.Design
			if kind != "ours" {
				in = s.Flat
			}
			return append([]string{self, "child", kind, in, strconv.Itoa(s.Width), strconv.Itoa(s.Height),
				strconv.FormatFloat(s.DPI, 'g', -1, 64), png}, more...)
		}
	}
	all = []rival{
		{name: "Jagad, 1 worker", ours: true, command: own("ours", "1", "smooth")},
		{name: "Jagad, 2 workers", ours: true, command: own("ours", "2", "smooth")},
		{name: "Jagad, indexed, hard edges", ours: true, command: own("ours", "1", "hard")},
		{name: "Jagad, 1 worker, reading the svg's shapes", ours: true, command: own("ready", "1", "smooth")},
		{name: "x/image/vector, a box to each outline", command: own("vector")},
		{name: "fogleman/gg, without clips", command: own("gg")},
	}
	have := func(install string, names ...string) string {
		for _, n := range names {
			if p, err := exec.LookPath(n); err == nil {
				return p
			}
		}
		missing = append(missing, names[0]+": "+install)
		return ""
	}
	if p := have("`apt-get install g++ libagg-dev`", "g++"); p != "" {
		if bin, err := buildAGG(p, dir); err != nil {
			missing = append(missing, "AGG: `apt-get install g++ libagg-dev` ("+err.Error()+")")
		} else {
			all = append(all, rival{"AGG (C++ -O3 -march=native)", false, []string{p, "-dumpfullversion"}, own(bin)})
		}
	}
	if p := have("`apt-get install librsvg2-bin`", "rsvg-convert"); p != "" {
		all = append(all, rival{"librsvg (cairo), rsvg-convert", false, []string{p, "--version"}, func(s *scene, png string) []string {
			return []string{p, "--unlimited", "-w", strconv.Itoa(s.Width), "-h", strconv.Itoa(s.Height), "-o", png, s.SVG}
		}})
	}
	if p := have("`pip install cairosvg`", "cairosvg"); p != "" {
		all = append(all, rival{"cairosvg", false, []string{p, "--version"}, func(s *scene, png string) []string {
			return []string{p, s.SVG, "-o", png, "--output-width", strconv.Itoa(s.Width), "--output-height", strconv.Itoa(s.Height)}
		}})
	}
	if p := have("`apt-get install nodejs npm`", "node"); p != "" {
		mjs := filepath.Join(dir, "peers.mjs")
		err := os.CopyFS(dir, scripts)
		for _, m := range []struct{ name, module, kind string }{
			{"resvg, by resvg-js", "@resvg/resvg-js", "resvg"},
			{"Skia, by @napi-rs/canvas (Path2D)", "@napi-rs/canvas", "canvas"},
		} {
			if _, no := os.Stat(filepath.Join(node, "node_modules", m.module)); node == "" || no != nil || err != nil {
				missing = append(missing, m.module+": `npm install --prefix DIR "+m.module+"`, then `-node DIR`")
				continue
			}
			all = append(all, rival{m.name, false, []string{p, mjs, node, "version", m.module}, func(s *scene, png string) []string {
				in := s.SVG
				if m.kind == "canvas" {
					in = s.Flat
				}
				return []string{p, "--max-old-space-size=8192", mjs, node, m.kind, in, strconv.Itoa(s.Width), strconv.Itoa(s.Height), png}
			}})
		}
	}
	if p := have("`apt-get install chromium`", "chromium", "google-chrome"); p != "" {
		all = append(all, rival{"Chromium, a screenshot", false, []string{p, "--version"}, func(s *scene, png string) []string {
			page := filepath.Join(dir, s.Name+".html")
			os.WriteFile(page, fmt.Appendf(nil, `<body style="margin:0"><img src="%s" width=%d height=%d style="display:block">`,
				filepath.Base(s.SVG), s.Width, s.Height), 0o600)
			return []string{p, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files",
				"--user-data-dir=" + filepath.Join(dir, "chromium"), fmt.Sprintf("--window-size=%d,%d", s.Width, s.Height),
				"--screenshot=" + png, "file://" + page}
		}})
	}
	return all, missing
}

func versions(rivals []rival) (out []string) {
	for _, r := range rivals {
		if r.version == nil {
			continue
		}
		text, err := exec.Command(r.version[0], r.version[1:]...).Output()
		if err != nil {
			text = []byte("version unknown")
		}
		out = append(out, r.name+": "+last(string(text)))
	}
	return out
}

// peak returns the most memory (MiB) that a process held, or the largest of those
// that it waited for.
func peak(p *os.ProcessState) float64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return float64(u.Maxrss) / 1024
	}
	return 0
}

func processor() string {
	b, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(b)) {
		if k, v, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(k) == "model name" {
			return strings.TrimSpace(v)
		}
	}
	return "an unnamed processor"
}

func load() string {
	b, _ := os.ReadFile("/proc/loadavg")
	if f := strings.Fields(string(b)); len(f) > 0 {
		return f[0]
	}
	return "unknown"
}

// difference returns the mean difference of two pictures' channels, 0 to 255, over
// the pixels that both have.
func difference(a, b string) (float64, error) {
	p, err := open(a)
	if err != nil {
		return 0, err
	}
	q, err := open(b)
	if err != nil {
		return 0, err
	}
	w, h := min(p.Rect.Dx(), q.Rect.Dx()), min(p.Rect.Dy(), q.Rect.Dy())
	if p.Rect.Dx()-w > 1 || q.Rect.Dx()-w > 1 || p.Rect.Dy()-h > 1 || q.Rect.Dy()-h > 1 {
		return 0, fmt.Errorf("the picture is %d × %d px, ours %d × %d", q.Rect.Dx(), q.Rect.Dy(), p.Rect.Dx(), p.Rect.Dy())
	}
	sum := 0
	for y := range h {
		r, s := p.Pix[y*p.Stride:][:4*w], q.Pix[y*q.Stride:][:4*w]
		for i := range r {
			sum += max(int(r[i])-int(s[i]), int(s[i])-int(r[i]))
		}
	}
	return float64(sum) / float64(3*w*h), nil
}

func open(name string) (*image.RGBA, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	if r, ok := m.(*image.RGBA); ok {
		return r, nil
	}
	r := image.NewRGBA(m.Bounds())
	draw.Draw(r, r.Rect, m, r.Rect.Min, draw.Src)
	return r, nil
}
