package main

import (
	"context"
	"fmt"
	"image"
	stdpng "image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/wasm/serve/slim"
)

// tileWidth is the width (px) of the piece that is drawn in wasm, and tileTimes how
// often.
const tileWidth, tileTimes = 1024, 25

// marks measures what the cloths of the other scenes do not tell: repeats against
// the hand, encoding, copying, wasm, and the longest print.
func marks(ctx context.Context, self, dir, node string, dpi float64, runs int, b *strings.Builder) (missing []string, err error) {
	scenes := map[string]*scene{}
	for _, name := range []string{"tulis", "cap", "yard", "yard-print", "square", "six"} {
		if scenes[name], err = newScene(ctx, self, dir, name, dpi); err != nil {
			return nil, err
		}
	}
	type measure struct {
		name string
		args []string
	}
	ours := func(s *scene, dpi float64, png, workers string) []string {
		return []string{self, "child", "ours", s.Design, "0", "0", strconv.FormatFloat(dpi, 'g', -1, 64), png, workers, "smooth"}
	}
	fitted := func(s *scene, png string) []string {
		args := ours(s, dpi, png, "1")
		return append(args[:len(args)-1], "fitted")
	}
	tulis, square, out := scenes["tulis"], scenes["square"], filepath.Join(dir, "marks.png")
	all := []measure{
		{"yard", ours(scenes["yard"], dpi, "", "1")},
		{"yard-print", ours(scenes["yard-print"], dpi, "", "1")},
		{"yard to png", ours(scenes["yard"], dpi, out, "1")},
		{"yard-print to png", ours(scenes["yard-print"], dpi, out, "1")},
		{"cap", ours(scenes["cap"], dpi, "", "1")},
		{"cap fitted", fitted(scenes["cap"], "")},
		{"cap to png", ours(scenes["cap"], dpi, out, "1")},
		{"cap fitted to png", fitted(scenes["cap"], out)},
		{"draw", ours(tulis, dpi, "", "1")},
		{"copy", []string{self, "child", "copy", strconv.Itoa(tulis.Width), strconv.Itoa(tulis.Height)}},
		{"encode", []string{self, "child", "encode", tulis.Design, strconv.FormatFloat(dpi, 'g', -1, 64)}},
		{"six", ours(scenes["six"], 300, out, "2")},
	}
	width, times := strconv.Itoa(tileWidth), strconv.Itoa(tileTimes)
	native, wasm := filepath.Join(dir, "tile"), filepath.Join(dir, "tile.wasm")
	build := func(out string, env ...string) error {
		c := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", out, "github.com/jagadbatik/jagad/examples/bench/tile")
		c.Env = append(os.Environ(), env...)
		text, err := c.CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w: %s", err, last(string(text)))
		}
		return nil
	}
	if err := build(native); err != nil {
		return nil, err
	}
	// The same in plain Go, as wasm has it.
	plain := filepath.Join(dir, "tile-plain")
	if err := exec.CommandContext(ctx, "go", "build", "-trimpath", "-tags", "purego", "-o", plain, "github.com/jagadbatik/jagad/examples/bench/tile").Run(); err != nil {
		return nil, err
	}
	all = append(all, measure{"native", []string{native, square.Design, width, times}}, measure{"plain", []string{plain, square.Design, width, times}})
	if p, err := exec.LookPath("node"); err == nil {
		if err := build(wasm, "GOOS=js", "GOARCH=wasm"); err != nil {
			return nil, err
		}
		if _, _, err := spend(ctx, []string{self, "child", "slim", wasm}); err != nil {
			return nil, err
		}
		root, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
		if err != nil {
			return nil, err
		}
		glue := filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec_node.js")
		all = append(all, measure{"wasm", []string{p, "--stack-size=8192", glue, wasm, square.Design, width, times}})
		if _, err := os.Stat(filepath.Join(node, "node_modules/@resvg/resvg-wasm")); node != "" && err == nil {
			all = append(all, measure{"resvg-wasm", []string{p, filepath.Join(dir, "peers.mjs"), node, "resvg-wasm", square.SVG, width, width, times}})
		} else {
			missing = append(missing, "@resvg/resvg-wasm: `npm install --prefix DIR @resvg/resvg-wasm`, then `-node DIR`")
		}
	}
	for _, name := range []string{"chromium", "google-chrome"} {
		p, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		page, err := canvasPage(dir, square.Flat)
		if err != nil {
			return nil, err
		}
		all = append(all, measure{"canvas", []string{p, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + filepath.Join(dir, "canvas"), "--dump-dom", "file://" + page}})
		break
	}

	cpu, told, peak := map[string][]float64{}, map[string][]float64{}, map[string]float64{}
	for round := range runs {
		for _, m := range all {
			fmt.Fprintf(os.Stderr, "marks, round %d of %d: %s\n", round+1, runs, m.name)
			u, text, err := spend(ctx, m.args)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", m.name, err)
			}
			cpu[m.name] = append(cpu[m.name], u.cpu)
			peak[m.name] = max(peak[m.name], u.mib)
			for _, word := range []string{"draw", "median", "indexed", "true"} {
				// The last, since a page holds its script too.
				var v float64
				if i := strings.LastIndex(text, word+" "); i >= 0 {
					if _, err := fmt.Sscanf(text[i+len(word):], "%f", &v); err == nil {
						told[m.name+" "+word] = append(told[m.name+" "+word], v)
					}
				}
			}
		}
	}
	ratio := func(a, b []float64) string {
		if len(a) == 0 || len(b) == 0 {
			return "missing"
		}
		return fmt.Sprintf("%.2f", median(a)/median(b))
	}
	b.WriteString("\n### What other cloths tell\n\n| | ratio | mark |\n|---|---|---|\n")
	row := func(what, got, mark string) { fmt.Fprintf(b, "| %s | %s | %s |\n", what, got, mark) }
	row("drawing the sarong over copying its pixels in memory once", ratio(told["draw draw"], told["copy draw"]), "10")
	row("yardage by hand over the same printed, which repeats, drawing alone", ratio(told["yard draw"], told["yard-print draw"]), "40")
	row("the same, design to png", ratio(cpu["yard to png"], cpu["yard-print to png"]), "")
	row("a sarong with kepala and borders, by hand over stamped, drawing alone", ratio(told["draw draw"], told["cap draw"]), "")
	row("the same with zones fitted to pixels", ratio(told["draw draw"], told["cap fitted draw"]), "")
	row("stamped over stamped with zones fitted, drawing alone", ratio(told["cap draw"], told["cap fitted draw"]), "")
	row("the same, design to png", ratio(cpu["cap to png"], cpu["cap fitted to png"]), "")
	row("image/png, indexed, BestSpeed, over our indexed png", ratio(told["encode indexed"], told["encode draw"]), "2")
	row("image/png, true colour, over our indexed png", ratio(told["encode true"], told["encode draw"]), "14")
	row(fmt.Sprintf("the studio's wasm over native in plain Go, %d px of 20 cm", tileWidth), ratio(told["wasm median"], told["plain median"]), "1.8")
	row("wasm over native with machine instructions", ratio(told["wasm median"], told["native median"]), "")
	row("resvg-wasm over our wasm", ratio(told["resvg-wasm median"], told["wasm median"]), "4")
	row("canvas 2D in Chromium, by the processor, over our wasm", ratio(told["canvas median"], told["wasm median"]), "1")
	row("six yards at 300 dpi by hand to png: peak MiB", fmt.Sprintf("%.0f", peak["six"]), "256")
	return missing, nil
}

// slimmed rewrites a program as the studio's is rewritten.
func slimmed(file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if b, err = slim.Program(b); err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o600)
}

// canvasPage writes the page that draws a flat svg on a canvas.
func canvasPage(dir, flat string) (string, error) {
	page, err := scripts.ReadFile("canvas.html")
	if err != nil {
		return "", err
	}
	code, err := scripts.ReadFile("flat.mjs")
	if err != nil {
		return "", err
	}
	text, err := os.ReadFile(flat)
	if err != nil {
		return "", err
	}
	out := filepath.Join(dir, "canvas.html")
	r := strings.NewReplacer("{{flat.mjs}}", strings.ReplaceAll(string(code), "export ", ""), "{{svg}}", string(text),
		"{{width}}", strconv.Itoa(tileWidth), "{{times}}", strconv.Itoa(tileTimes))
	return out, os.WriteFile(out, []byte(r.Replace(string(page))), 0o600)
}

// copying tells what copying a picture takes.
func copying(width, height string) error {
	w, err := strconv.Atoi(width)
	if err != nil {
		return err
	}
	h, err := strconv.Atoi(height)
	if err != nil {
		return err
	}
	from, to := make([]byte, 4*w*h), make([]byte, 4*w*h)
	copy(to, from) // so that all pages are there
	const times = 5
	start := spent()
	for range times {
		copy(to, from)
	}
	fmt.Printf("draw %f\n", (spent()-start)/times)
	return nil
}

// encoding tells what a hard-edged picture takes to encode: by ours (draw), from
// design to file without what drawing takes, and by image/png, indexed and in true
// colour.
func encoding(design, dpi string) error {
	v, err := strconv.ParseFloat(dpi, 64)
	if err != nil {
		return err
	}
	c, err := lay(design)
	if err != nil {
		return err
	}
	ctx, o := context.Background(), raster.Options{DPI: v, Edges: raster.Hard, Workers: 1}
	r, err := raster.New(c, o)
	if err != nil {
		return err
	}
	// The shortest of three, since what is told is a small difference of large times.
	took := func(f func() error) (float64, error) {
		best := math.Inf(1)
		for range 3 {
			start := spent()
			if err := f(); err != nil {
				return 0, err
			}
			best = min(best, spent()-start)
		}
		return best, nil
	}
	drawn, err := took(func() error {
		for _, err := range r.IndexedBands(ctx, 0) {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	both, err := took(func() error { return png.Encode(ctx, io.Discard, c, o) })
	if err != nil {
		return err
	}
	indexed := image.NewPaletted(r.Bounds(), r.Palette())
	if err := r.DrawIndexed(ctx, indexed); err != nil {
		return err
	}
	fast, err := took(func() error { return (&stdpng.Encoder{CompressionLevel: stdpng.BestSpeed}).Encode(io.Discard, indexed) })
	if err != nil {
		return err
	}
	full := image.NewRGBA(r.Bounds())
	if err := r.Draw(ctx, full); err != nil {
		return err
	}
	slow, err := took(func() error { return stdpng.Encode(io.Discard, full) })
	if err != nil {
		return err
	}
	fmt.Printf("draw %f indexed %f true %f\n", both-drawn, fast, slow)
	return nil
}
