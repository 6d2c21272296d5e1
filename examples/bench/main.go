// Bench draws the same cloths with this library and with every other renderer that
// it finds, one after the other in turns, and writes what it measured as a table.
//
//	go run . -o bench.md [-runs 5] [-dpi 150] [-scenes tulis,cap,tile,marks] [-node DIR] [-only WORD,…]
//
// Each renderer runs in a process of its own, so that the kernel's figures for
// time and memory are its alone. README.md says how to install the others and
// what they reached.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/raster"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		exit(child(os.Args[2:]))
		return
	}
	out := flag.String("o", "bench.md", "`FILE` for the table")
	runs := flag.Int("runs", 5, "how often each renderer draws each cloth")
	dpi := flag.Float64("dpi", 150, "resolution in pixels an inch")
	names := flag.String("scenes", "tulis,cap,tile,marks", "the cloths, of tulis, cap and tile, and marks, what needs cloths of its own")
	node := flag.String("node", "", "`DIR` in which npm installed @resvg/resvg-js, @resvg/resvg-wasm and @napi-rs/canvas")
	only := flag.String("only", "", "only renderers whose name has one of these `WORDS`, such as skia,resvg; ours always run")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	exit(run(ctx, *out, *runs, *dpi, strings.Split(*names, ","), *node, *only))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out string, runs int, dpi float64, names []string, node, only string) error {
	switch {
	case runs < 1:
		return fmt.Errorf("-runs: %d is not positive", runs)
	case !(dpi > 0 && dpi <= 1200):
		return fmt.Errorf("-dpi: %g is not 1 to 1200", dpi)
	}
	dir, err := os.MkdirTemp("", "jagad-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	rivals, missing := find(self, dir, node)
	if only != "" {
		keep := strings.Split(only, ",")
		rivals = slices.DeleteFunc(rivals, func(r rival) bool {
			return !r.ours && !slices.ContainsFunc(keep, func(k string) bool { return strings.Contains(strings.ToLower(r.name), strings.ToLower(k)) })
		})
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %d cores, Go %s, load %s. Medians of %d rounds in turns, %g dpi.\n",
		time.Now().Format("2 January 2006"), processor(), runtime.NumCPU(), strings.TrimPrefix(runtime.Version(), "go"), load(), runs, dpi)
	for _, name := range names {
		if name == "marks" {
			more, err := marks(ctx, self, dir, node, dpi, runs, &b)
			if err != nil {
				return err
			}
			missing = append(missing, more...)
			continue
		}
		s, err := newScene(ctx, self, dir, name, dpi)
		if err != nil {
			return err
		}
		if err := s.compete(ctx, self, &b, rivals, runs); err != nil {
			return err
		}
	}
	b.WriteString("\nVersions: " + strings.Join(versions(rivals), "; ") + ".\n")
	for _, m := range missing {
		b.WriteString("\nMissing: " + m + "\n")
	}
	fmt.Print(b.String())
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// scene is a cloth to draw, as the files that renderers read.
type scene struct {
	Name, Title, Dir  string
	Design, SVG, Flat string // files; Flat is an svg without <use>
	DPI               float64
	Width, Height     int // px
	Size              int // bytes of the svg
}

// newScene has a process of its own make the files. The kernel counts what a
// parent holds when it starts a child as the child's peak, so this one must stay
// small.
func newScene(ctx context.Context, self, dir, name string, dpi float64) (*scene, error) {
	_, text, err := spend(ctx, []string{self, "child", "scene", dir, name, strconv.FormatFloat(dpi, 'g', -1, 64)})
	if err != nil {
		return nil, err
	}
	s := &scene{}
	return s, json.Unmarshal([]byte(text), s)
}

func makeScene(dir, name string, dpi float64) (*scene, error) {
	s := &scene{Name: name, Dir: dir, DPI: dpi}
	brief := batik.Brief{Market: "id-pekalongan", Product: "sarung_tumpal", Motif: "kawung_sen", Scheme: "Pesisir pink-turquoise", Technique: batik.Tulis, Seed: 5}
	width, height := 2100., 1050. // mm
	switch name {
	case "tulis":
		s.Title = "A sarong by hand, no two repeats equal"
	case "cap":
		s.Title, brief.Technique = "The same stamped", batik.Cap
	case "tile":
		s.Title, brief.Product = "The bare repeat by hand", "tile"
	case "yard", "yard-print":
		s.Title, brief.Product = "Yardage", "kemeja_yard"
		if name == "yard-print" {
			brief.Technique = batik.Print
		}
	case "square":
		s.Title, brief.Product, brief.Technique, width, height = "A piece of 20 cm", "kemeja_yard", batik.Print, 200, 200
	case "six":
		s.Title, brief.Product, width, height = "Six yards by hand", "kemeja_yard", 5486.4, 1170
	default:
		return nil, fmt.Errorf("-scenes: %q is none of tulis, cap, tile and marks", name)
	}
	d, err := batik.Plan(brief)
	if err != nil {
		return nil, err
	}
	if name != "tile" {
		d.Product.Width, d.Product.Height = width, height
		d.Field.Values = map[string]float64{"size": 40}
	}
	b, err := d.Encode()
	if err != nil {
		return nil, err
	}
	c, err := batik.Lay(d)
	if err != nil {
		return nil, err
	}
	r, err := raster.New(c, raster.Options{DPI: dpi})
	if err != nil {
		return nil, err
	}
	s.Width, s.Height = r.Size().X, r.Size().Y
	at := func(ext string) string { return filepath.Join(dir, name+ext) }
	s.Design, s.SVG, s.Flat = at(".json"), at(".svg"), at("-flat.svg")
	if err := os.WriteFile(s.Design, b, 0o600); err != nil {
		return nil, err
	}
	if name == "six" || strings.HasPrefix(name, "yard") { // which only we draw
		return s, nil
	}
	for file, flat := range map[string]bool{s.SVG: false, s.Flat: true} {
		if err := writeSVG(file, r, svg.Options{Flat: flat}); err != nil {
			return nil, err
		}
	}
	info, err := os.Stat(s.SVG)
	if err != nil {
		return nil, err
	}
	s.Size = int(info.Size())
	return s, nil
}

// writeSVG writes a cloth as svg at our own scale and size in pixels. Ours fits
// repeats to whole pixels along each axis, so the others must stretch as much.
func writeSVG(file string, r *raster.Renderer, o svg.Options) error {
	var b bytes.Buffer
	if err := svg.Encode(context.Background(), &b, r.Cloth(), o); err != nil {
		return err
	}
	head, rest, ok := bytes.Cut(b.Bytes(), []byte(" viewBox="))
	i := bytes.LastIndex(head, []byte(" width="))
	end := bytes.IndexByte(rest, '>')
	if !ok || i < 0 || end < 0 {
		return fmt.Errorf("%s: the svg has no viewBox after a width", file)
	}
	x, y := r.DPI()
	w, h := r.Size().X, r.Size().Y
	head = fmt.Appendf(bytes.Clone(head[:i]), ` width="%d" height="%d" preserveAspectRatio="none" viewBox="0 0 %.9g %.9g"`,
		w, h, float64(w)*25.4/x, float64(h)*25.4/y)
	return os.WriteFile(file, append(head, rest[end:]...), 0o600)
}

// result is what one renderer reached in one scene.
type result struct {
	cpu, wall, mib, draw []float64 // seconds, seconds, MiB, seconds
	differ               float64   // mean of 255 from ours
	bytes                int64     // of the png
	err                  error
}

// compete lets all renderers draw in turns and writes the table.
func (s *scene) compete(ctx context.Context, self string, b *strings.Builder, rivals []rival, runs int) error {
	results := make([]result, len(rivals))
	for round := range runs {
		for i, v := range rivals {
			r := &results[i]
			if r.err != nil {
				continue
			}
			fmt.Fprintf(os.Stderr, "%s, round %d of %d: %s\n", s.Name, round+1, runs, v.name)
			png := filepath.Join(s.Dir, fmt.Sprintf("%s-%d.png", s.Name, i))
			r.err = s.measure(ctx, v, r, png)
			if err := ctx.Err(); err != nil {
				return err
			}
			if round > 0 || r.err != nil {
				continue
			}
			if info, err := os.Stat(png); err == nil {
				r.bytes = info.Size()
			}
			if i > 0 {
				_, text, err := spend(ctx, []string{self, "child", "differ", filepath.Join(s.Dir, s.Name+"-0.png"), png})
				if r.err = err; err == nil {
					_, r.err = fmt.Sscan(text, &r.differ)
				}
				os.Remove(png)
			}
		}
	}
	fmt.Fprintf(b, "\n### %s\n\n%d × %d px; svg of %.1f MB.\n\n", s.Title, s.Width, s.Height, float64(s.Size)/1e6)
	b.WriteString("| renderer | design or svg → png: CPU s | over ours | wall s | peak MiB | png MB | drawing alone: CPU s | over ours | differs, of 255 |\n|---|---|---|---|---|---|---|---|---|\n")
	first := results[0]
	for i, v := range rivals {
		r := results[i]
		if r.err != nil {
			fmt.Fprintf(b, "| %s | failed: %s |\n", v.name, strings.ReplaceAll(last(r.err.Error()), "|", "/"))
			continue
		}
		draw, over := "", ""
		if len(r.draw) > 0 {
			draw, over = fmt.Sprintf("%.3f", median(r.draw)), fmt.Sprintf("%.2f", median(r.draw)/median(first.draw))
		}
		fmt.Fprintf(b, "| %s | %.3f | %.2f | %.3f | %.0f | %.1f | %s | %s | %.2f |\n", v.name, median(r.cpu), median(r.cpu)/median(first.cpu),
			median(r.wall), median(r.mib), float64(r.bytes)/1e6, draw, over, r.differ)
	}
	return nil
}

// measure runs a renderer once.
func (s *scene) measure(ctx context.Context, v rival, r *result, png string) error {
	u, text, err := spend(ctx, v.command(s, png))
	if err != nil {
		return err
	}
	r.cpu, r.wall, r.mib = append(r.cpu, u.cpu), append(r.wall, u.wall), append(r.mib, u.mib)
	if v.ours { // it draws and compresses band by band; drawing alone is a run of its own
		if _, text, err = spend(ctx, v.command(s, "")); err != nil {
			return err
		}
	}
	var draw float64
	if i := strings.LastIndex(text, "draw "); i >= 0 {
		if _, err := fmt.Sscanf(text[i:], "draw %f", &draw); err == nil {
			r.draw = append(r.draw, draw)
		}
	}
	return nil
}

// usage is what a process took.
type usage struct{ cpu, wall, mib float64 }

// spend runs a command for ten minutes at most.
func spend(ctx context.Context, args []string) (usage, string, error) {
	ctx, stop := context.WithTimeout(ctx, 10*time.Minute)
	defer stop()
	c := exec.CommandContext(ctx, args[0], args[1:]...)
	start := time.Now()
	text, err := c.CombinedOutput()
	u := usage{wall: time.Since(start).Seconds()}
	if err != nil {
		return u, "", fmt.Errorf("%w: %s", err, last(string(text)))
	}
	u.cpu = (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
	u.mib = peak(c.ProcessState)
	return u, string(text), nil
}

// last returns the last line of a text.
func last(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	s = lines[len(lines)-1]
	return s[:min(len(s), 200)]
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}
