package slim

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// build returns the program under testdata as the compiler makes it.
func build(t *testing.T) (file string, wasm []byte) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "program.wasm")
	c := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, "./testdata/program")
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return file, b
}

// A program does the same as before, with its stacks scanned, grown and unwound.
func TestAProgramDoesTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	file, wasm := build(t)
	slim, err := Program(wasm)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes of %d", len(slim), len(wasm))
	if bytes.Contains(slim, []byte("encoding/json.(*decodeState).literalStore")) {
		t.Error("the tables of functions were not made sense of: has the runtime's layout changed?")
	}
	if len(slim) >= len(wasm) {
		t.Error("what can be counted was not: has the runtime's layout changed?")
	}
	if again, err := Program(slim); err != nil || len(again) > len(slim) {
		t.Errorf("what is slim cannot be made slim again: %v", err)
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("no node")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	run := func() string {
		c := exec.Command("node", "--stack-size=8192", filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), file)
		out, err := c.CombinedOutput()
		if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 7 {
			t.Errorf("%v\n%s", err, out)
		}
		return string(out)
	}
	want := run()
	if err := os.WriteFile(file, slim, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := run(); got != want {
		t.Errorf("slim:\n%s\nwas:\n%s", got, want)
	}
}

func TestDataKeepsItsPlaces(t *testing.T) {
	m := memory{first: 5000, b: make([]byte, 30000)}
	for _, i := range []int{5000, 5001, 5100, 9000, 20000, 29999} {
		m.b[i] = byte(i) | 1
	}
	back, err := readData(m.write())
	if err != nil || back.first != m.first || !bytes.Equal(back.b, m.b) {
		t.Errorf("%d, %v", back.first, err)
	}
	if n := (&reader{b: m.write()}).unsigned(); n != 3 {
		t.Errorf("%d segments; want 3", n)
	}
	if _, err := readData(append([]byte{2}, bytes.Repeat([]byte{0, 0x41, 8, 0x0b, 2, 1, 1}, 2)...)); err == nil {
		t.Error("segments that overlap are taken")
	}
}

func TestCodeIsShortened(t *testing.T) {
	const sp, pc = stackPointer, firstPC + 3
	for _, c := range []struct {
		what     string
		is, want []instruction
	}{
		{"a sum in 64 bits",
			[]instruction{{op: opLocalGet, n: 2}, {op: opI64Extend}, {op: opI64Const, n: -8}, {op: opI64Add}, {op: opI32Wrap}},
			[]instruction{{op: opLocalGet, n: 2}, {op: opI32Const, n: -8}, {op: opI32Add}}},
		{"to 64 bits and back",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI64Extend}, {op: opI32Wrap}},
			[]instruction{{op: opLocalGet, n: sp}}},
		{"a load from the stack",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI32Const, n: 16}, {op: opI32Add}, {op: 0x29, n: 8, rest: []byte{3}}},
			[]instruction{{op: opLocalGet, n: sp}, {op: 0x29, n: 24, rest: []byte{3}}}},
		{"a load from elsewhere",
			[]instruction{{op: opLocalGet, n: 2}, {op: opI32Const, n: 16}, {op: opI32Add}, {op: 0x29, n: 8, rest: []byte{3}}}, nil},
		{"a load from below the stack",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI32Const, n: -16}, {op: opI32Add}, {op: 0x29, n: 8, rest: []byte{3}}}, nil},
		{"a store on the stack",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI32Const, n: 16}, {op: opI32Add}, {op: opLocalGet, n: 3}, {op: opI64Store, rest: []byte{3}}},
			[]instruction{{op: opLocalGet, n: sp}, {op: opLocalGet, n: 3}, {op: opI64Store, n: 16, rest: []byte{3}}}},
		{"set and got",
			[]instruction{{op: opLocalSet, n: 2}, {op: opLocalGet, n: 2}},
			[]instruction{{op: opLocalTee, n: 2}}},
		{"set and another got",
			[]instruction{{op: opLocalSet, n: 2}, {op: opLocalGet, n: 3}}, nil},
		{"another function's place",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI64Const, n: (pc + 1) << 16}, {op: opI64Store, rest: []byte{3}}}, nil},
	} {
		start := []instruction{{op: opGlobalGet}, {op: opLocalSet, n: sp}, {op: opDrop}}
		f := body{code: append(start[:3:3], c.is...)}
		want := body{code: append(start[:3:3], c.want...)}
		if c.want == nil {
			want.code = append(start[:3:3], c.is...)
		}
		if f.shorten(pc); !bytes.Equal(f.bytes(), want.bytes()) {
			t.Errorf("%s: %x; want %x", c.what, f.bytes(), want.bytes())
		}
	}
	// A call: the address to return to, and the branch that unwinds.
	call := func(rest ...instruction) body {
		return body{groups: 1, locals: []byte{1, 0x7f}, count: 2, code: append([]instruction{{op: opGlobalGet}, {op: opLocalSet, n: sp}}, rest...)}
	}
	block := instruction{op: opBlock, rest: []byte{noResult}}
	f := call(block, block, instruction{op: opLocalGet, n: sp}, instruction{op: opI64Const, n: pc<<16 | 5}, instruction{op: opI64Store, rest: []byte{3}},
		instruction{op: opBrIf, n: 1}, instruction{op: opEnd}, instruction{op: opEnd}, instruction{op: opI32Const, n: 1}, instruction{op: opEnd})
	want := call(block, block, instruction{op: opLocalGet, n: sp}, instruction{op: opLocalGet, n: 2}, instruction{op: opI64Const, n: 5}, instruction{op: opI64Or}, instruction{op: opI64Store, rest: []byte{3}},
		instruction{op: opIf, rest: []byte{noResult}}, instruction{op: opI32Const, n: 1}, instruction{op: opReturn}, instruction{op: opEnd},
		instruction{op: opEnd}, instruction{op: opEnd}, instruction{op: opI32Const, n: 1}, instruction{op: opEnd})
	want.groups, want.locals = 2, []byte{1, 0x7f, 1, typeI64}
	want.code = append([]instruction{{op: opI64Const, n: pc << 16}, {op: opLocalSet, n: 2}}, want.code...)
	if f.shorten(pc); !bytes.Equal(f.bytes(), want.bytes()) {
		t.Errorf("a call: %x; want %x", f.bytes(), want.bytes())
	}
}

func FuzzProgram(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x00asm\x01\x00\x00\x00"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0b\x08\x01\x00\x41\x08\x0b\x02\x01\x01"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a\x04\x01\x02\x00\x0b"))
	f.Fuzz(func(t *testing.T, b []byte) {
		slim, err := Program(b) // and does not panic
		if err == nil {
			if _, err := parse(slim); err != nil {
				t.Error(err)
			}
		}
	})
}
