package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/jagadbatik/jagad/wasm/serve/slim"
)

const studio = "github.com/jagadbatik/jagad/wasm/studio"

// gather builds the program and returns the page's files and those that are built.
func gather(ctx context.Context) (web fs.FS, built map[string][]byte, err error) {
	dir, err := golang(ctx, "list", "-f", "{{.Dir}}", studio)
	if err != nil {
		return nil, nil, err
	}
	root, err := golang(ctx, "env", "GOROOT")
	if err != nil {
		return nil, nil, err
	}
	// The script must be of the same Go as the program.
	glue, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, nil, err
	}
	tmp, err := os.MkdirTemp("", "jagad")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(tmp)
	file := filepath.Join(tmp, "jagad.wasm")
	flags, err := os.ReadFile(filepath.Join(dir, "build.txt"))
	if err != nil {
		return nil, nil, err
	}
	args := []string{"build"}
	for line := range strings.Lines(string(flags)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			args = append(args, line)
		}
	}
	if _, err := golang(ctx, append(args, "-o", file, studio)...); err != nil {
		return nil, nil, err
	}
	program, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	// What it cannot make sense of, a later compiler's perhaps, is served as it came.
	if less, err := slim.Program(program); err == nil {
		program = less
	}
	return os.DirFS(filepath.Join(dir, "web")), map[string][]byte{
		"engine/wasm_exec.js": glue,
		"engine/jagad.wasm":   program,
	}, nil
}

// golang runs the go command for the browser.
func golang(ctx context.Context, args ...string) (string, error) {
	c := exec.CommandContext(ctx, "go", args...)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	var out, msg bytes.Buffer
	c.Stdout, c.Stderr = &out, &msg
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(msg.String()))
	}
	return strings.TrimSpace(out.String()), nil
}
