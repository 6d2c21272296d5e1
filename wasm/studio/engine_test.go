//go:build !js

package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The engine as the browser gets it, run in Node where there is one: its pixels
// and files are the library's, and it outlives what can happen to its workers.
func TestEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program for the browser")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "jagad.wasm")
	flags, err := os.ReadFile("build.txt")
	require.NoError(t, err)
	args := []string{"build"}
	for line := range strings.Lines(string(flags)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			args = append(args, line)
		}
	}
	build := exec.Command("go", append(args, "-o", file, ".")...)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	msg, err := build.CombinedOutput()
	require.NoError(t, err, string(msg))
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	copyFile(t, filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"), filepath.Join(dir, "wasm_exec.js"))
	copyFile(t, "web/engine/engine.js", filepath.Join(dir, "engine.js"))
	copyFile(t, "web/engine/worker.js", filepath.Join(dir, "worker.js"))
	// Node takes a .js file for a module only where a package says so.
	require.NoError(t, os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"type":"module"}`), 0o644))

	type job struct {
		Design any   `json:"design"`
		Width  int   `json:"width"`
		Window wants `json:"window"`
		native time.Duration
		sha    string
	}
	win := image.Rect(500, 100, 500+512, 100+512)
	var jobs []*job
	var first *batik.Design
	for _, b := range []batik.Brief{
		{Market: "ng", Product: "wax6", Seed: 7},
		{Market: "id-pekalongan", Product: "sarung_pekalongan", Seed: 3},
		{Market: "my", Seed: 1<<63 + 5},
	} {
		d, err := batik.Plan(b)
		require.NoError(t, err)
		if first == nil {
			first = d
		}
		raw, err := d.Encode()
		require.NoError(t, err)
		var v map[string]any
		require.NoError(t, json.Unmarshal(raw, &v))
		v["seed"] = fmt.Sprint(d.Seed)
		c, err := batik.Lay(d)
		require.NoError(t, err)
		r, err := raster.New(c, raster.Options{Width: 1600, Workers: 1})
		require.NoError(t, err)
		m := image.NewRGBA(win)
		require.NoError(t, r.Draw(context.Background(), m))
		began := time.Now()
		require.NoError(t, r.Draw(context.Background(), m))
		jobs = append(jobs, &job{v, 1600, wants{win.Min.X, win.Min.Y, win.Dx(), win.Dy()}, time.Since(began), sum(m.Pix)})
	}
	in, err := json.Marshal(map[string]any{"dir": dir, "draws": jobs})
	require.NoError(t, err)
	ctx, stop := context.WithTimeout(context.Background(), 3*time.Minute)
	defer stop()
	run := exec.CommandContext(ctx, node, "testdata/engine.mjs")
	run.Stdin = bytes.NewReader(in)
	var out, errs bytes.Buffer
	run.Stdout, run.Stderr = &out, &errs
	require.NoError(t, run.Run(), errs.String())
	var got struct {
		ReadyMs float64
		Checks  map[string]any
		PNG     string
		Stats   json.RawMessage
		Draws   []struct {
			SHA, Cut   string
			ColdMs, Ms float64
			Pieces     int
			Coarse     bool
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got), out.String())
	require.Len(t, got.Draws, len(jobs))
	for i, g := range got.Draws {
		assert.Equal(t, jobs[i].sha, g.SHA, "design %d", i)
		assert.Equal(t, jobs[i].sha, g.Cut, "design %d in %d pieces", i, g.Pieces)
		assert.True(t, g.Coarse)
		t.Logf("design %d, 512 × 512 px: native %.1f ms, wasm %.1f ms, cold with the cloth to lay %.1f ms",
			i, float64(jobs[i].native.Microseconds())/1000, g.Ms, g.ColdMs)
	}
	for name, ok := range got.Checks {
		assert.Equal(t, true, ok, name)
	}
	var want bytes.Buffer
	c, err := batik.Lay(first)
	require.NoError(t, err)
	require.NoError(t, png.Encode(context.Background(), &want, c, raster.Options{Width: 700}))
	assert.Equal(t, sum(want.Bytes()), got.PNG)
	info, err := os.Stat(file)
	require.NoError(t, err)
	t.Logf("wasm %d bytes, ready in %.0f ms, %s", info.Size(), got.ReadyMs, got.Stats)
}

type wants struct {
	X int `json:"x"`
	Y int `json:"y"`
	W int `json:"w"`
	H int `json:"h"`
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	r, err := os.Open(from)
	require.NoError(t, err)
	defer r.Close()
	w, err := os.Create(to)
	require.NoError(t, err)
	defer w.Close()
	_, err = io.Copy(w, r)
	require.NoError(t, err)
}
