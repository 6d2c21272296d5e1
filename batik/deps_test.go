//go:build !js

package batik_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/jagadbatik/jagad/"

// The house plan's nevers, held over the import graph.
func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command")
	}
	list := func(args ...string) []string {
		out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
		require.NoError(t, err)
		return strings.Fields(string(out))
	}
	deps := func(pkg string) []string { return list("-deps", module+pkg) }
	never := func(pkg string, banned ...string) {
		for _, d := range deps(pkg) {
			for _, b := range banned {
				assert.False(t, d == b || strings.HasPrefix(d, b+"/"), "%s must not import %s", pkg, d)
			}
		}
	}
	for _, p := range list("../pattern/...") {
		never(strings.TrimPrefix(p, module), module+"palette", module+"batik", module+"wasm", "image/color")
	}
	never("batik/cloth", module+"batik/market", module+"pattern/motif", module+"pattern/symmetry")
	never("batik/check", module+"batik/market", module+"pattern/motif", module+"pattern/symmetry", module+"wasm")
	assert.NotContains(t, deps("batik/check"), module+"batik")
	for _, p := range append(list("../batik/raster/..."), list("../batik/export/...")...) {
		p = strings.TrimPrefix(p, module)
		never(p, module+"batik/market", module+"pattern/motif", module+"wasm")
		assert.NotContains(t, deps(p), module+"batik")
		for _, d := range deps(p) {
			if strings.HasPrefix(p, "batik/export/") {
				assert.False(t, strings.HasPrefix(d, module+"batik/export/") && !strings.HasPrefix(d, module+p) && !strings.HasPrefix(d, module+"batik/export/internal/"),
					"%s must not import another format, %s", p, d)
			}
		}
	}
	// Nothing but the studio knows the browser, and nothing imports the studio.
	js := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "../...")
	js.Env = append(js.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := js.Output()
	require.NoError(t, err)
	for _, line := range strings.Split(string(out), "\n") {
		f := strings.Fields(line)
		for i, d := range f {
			if i == 0 {
				continue
			}
			assert.False(t, d == "syscall/js" && f[0] != module+"wasm/studio", "%s imports syscall/js", f[0])
			assert.False(t, strings.HasPrefix(d, module+"wasm") && !strings.HasPrefix(f[0], module+"wasm"), "%s imports %s", f[0], d)
		}
	}
	// The import path of the library stays lean.
	lean := []string{"github.com/lucasb-eyer/go-colorful", "golang.org/x/image", "golang.org/x/sys/cpu", "github.com/klauspost/compress", "github.com/jagadbatik/jagad"}
	for _, d := range list("-deps", "../batik/...", "../palette/...", "../pattern/...") {
		if first, _, _ := strings.Cut(d, "/"); !strings.Contains(first, ".") {
			continue // the standard library
		}
		ok := false
		for _, l := range lean {
			ok = ok || d == l || strings.HasPrefix(d, l+"/")
		}
		assert.True(t, ok, "%s is not on the lean list", d)
	}
	// No clocks, no files, no printing, no global randomness of our own.
	for _, p := range list("../batik/...", "../palette/...", "../pattern/...") {
		own, err := exec.Command("go", "list", "-f", "{{join .Imports \"\\n\"}}", p).Output()
		require.NoError(t, err)
		for _, d := range strings.Fields(string(own)) {
			assert.NotContains(t, []string{"os", "time", "log", "math/rand", "syscall/js"}, d, "%s imports %s", p, d)
		}
	}
}
