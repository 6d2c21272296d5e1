package slim

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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
		{"a store of what is loaded",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI32Const, n: 16}, {op: opI32Add}, {op: opLocalGet, n: sp}, {op: opI64Load, n: 40, rest: []byte{3}}, {op: opI64Const, n: 2}, {op: opI64Add}, {op: opI64Store, n: 8, rest: []byte{3}}},
			[]instruction{{op: opLocalGet, n: sp}, {op: opLocalGet, n: sp}, {op: opI64Load, n: 40, rest: []byte{3}}, {op: opI64Const, n: 2}, {op: opI64Add}, {op: opI64Store, n: 24, rest: []byte{3}}}},
		{"a store to where something was left before a label",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI32Const, n: 16}, {op: opI32Add}, {op: opLocalGet, n: 3}, {op: opEnd}, {op: opI64Store, n: 8, rest: []byte{3}}}, nil},
		{"the half of a word",
			[]instruction{{op: opLocalGet, n: 4}, {op: opI64Load, n: 8, rest: []byte{3}}, {op: opI32Wrap}},
			[]instruction{{op: opLocalGet, n: 4}, {op: opI32Load, n: 8, rest: []byte{2}}}},
		{"not not less",
			[]instruction{{op: opI64Eq + 2}, {op: opI64Extend}, {op: opI64Eqz}, {op: opI32Eqz}, {op: opBrIf, n: 1}},
			[]instruction{{op: opI64Eq + 2}, {op: opBrIf, n: 1}}},
		{"not nothing, of which only whether it is counts",
			[]instruction{{op: opLocalGet, n: 2}, {op: opI32Eqz}, {op: opI32Eqz}, {op: opBrIf, n: 1}, {op: opLocalGet, n: 2}, {op: opI32Eqz}, {op: opI32Eqz}, {op: opLocalSet, n: 3}},
			[]instruction{{op: opLocalGet, n: 2}, {op: opBrIf, n: 1}, {op: opLocalGet, n: 2}, {op: opI32Eqz}, {op: opI32Eqz}, {op: opLocalSet, n: 3}}},
		{"a return",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI32Const, n: 48}, {op: opI32Add}, {op: opLocalTee, n: sp}, {op: opGlobalSet}, {op: opLocalGet, n: sp}, {op: opI32Const, n: 8}, {op: opI32Add}, {op: opLocalTee, n: sp}, {op: opGlobalSet}, {op: opI32Const}, {op: opReturn}},
			[]instruction{{op: opLocalGet, n: sp}, {op: opI32Const, n: 56}, {op: opI32Add}, {op: opGlobalSet}, {op: opI32Const}, {op: opReturn}}},
		{"set and got",
			[]instruction{{op: opLocalSet, n: 2}, {op: opLocalGet, n: 2}},
			[]instruction{{op: opLocalTee, n: 2}}},
		{"set and another got",
			[]instruction{{op: opLocalSet, n: 2}, {op: opLocalGet, n: 3}}, nil},
		{"another function's place",
			[]instruction{{op: opLocalGet, n: sp}, {op: opI64Const, n: (pc + 1) << 16}, {op: opI64Store, rest: []byte{3}}}, nil},
	} {
		start := []instruction{{op: opGlobalGet}, {op: opLocalSet, n: sp}, {op: opDrop}}
		f := body{groups: 1, locals: []byte{1, typeI32}, count: 2, code: append(start[:3:3], c.is...)}
		want := body{groups: 1, locals: []byte{1, typeI32}, code: append(start[:3:3], c.want...)}
		if c.want == nil {
			want.code = append(start[:3:3], c.is...)
		}
		if f.slim(pc); !bytes.Equal(f.bytes(), want.bytes()) {
			t.Errorf("%s: %x; want %x", c.what, f.bytes(), want.bytes())
		}
	}
	// A call: the address to return to, and the branch that unwinds.
	call := func(rest ...instruction) body {
		return body{groups: 2, locals: []byte{1, typeI32, 3, typeI64}, count: 5, code: append([]instruction{{op: opGlobalGet}, {op: opLocalSet, n: sp}}, rest...)}
	}
	block := instruction{op: opBlock, rest: []byte{noResult}}
	f := call(block, block, instruction{op: opLocalGet, n: 2}, instruction{op: opDrop}, instruction{op: opLocalGet, n: sp}, instruction{op: opI64Const, n: pc<<16 | 5}, instruction{op: opI64Store, rest: []byte{3}},
		instruction{op: opBrIf, n: 1}, instruction{op: opEnd}, instruction{op: opEnd}, instruction{op: opI32Const, n: 1}, instruction{op: opEnd})
	want := call(block, block, instruction{op: opLocalGet, n: 3}, instruction{op: opDrop}, instruction{op: opLocalGet, n: sp}, instruction{op: opLocalGet, n: 2}, instruction{op: opI64Const, n: 5}, instruction{op: opI64Or}, instruction{op: opI64Store, rest: []byte{3}},
		instruction{op: opIf, rest: []byte{noResult}}, instruction{op: opI32Const, n: 1}, instruction{op: opReturn}, instruction{op: opEnd},
		instruction{op: opEnd}, instruction{op: opEnd}, instruction{op: opI32Const, n: 1}, instruction{op: opEnd})
	want.locals = []byte{1, typeI32, always + 1, typeI64}
	want.code = append([]instruction{{op: opI64Const, n: pc << 16}, {op: opLocalSet, n: 2}}, want.code...)
	if f.slim(pc); !bytes.Equal(f.bytes(), want.bytes()) {
		t.Errorf("a call: %x; want %x", f.bytes(), want.bytes())
	}
}

func TestJumpsAheadAreBranches(t *testing.T) {
	block, end := instruction{op: opBlock, rest: []byte{noResult}}, instruction{op: opEnd}
	loop, cond := instruction{op: opLoop, rest: []byte{noResult}}, instruction{op: opIf, rest: []byte{noResult}}
	get := func(n int64) instruction { return instruction{op: opLocalGet, n: n} }
	jump := func(place, depth int64) []instruction {
		return []instruction{{op: opI32Const, n: place}, {op: opLocalSet}, {op: opBr, n: depth}}
	}
	br := func(n int64) []instruction { return []instruction{{op: opBr, n: n}} }
	// Places 0 and 1 are at the end of the innermost block, 2 and 3 of the next, 4 of the last.
	function := func(entry instruction, parts ...[]instruction) body {
		begin := []instruction{loop, block, block, block, entry, {op: opBrTable, rest: []byte{4, 0, 0, 1, 1, 2}}, end}
		return body{code: slices.Concat(append([][]instruction{begin}, parts...)...)}
	}
	for _, c := range []struct {
		what     string
		is, want [][]instruction
	}{
		{"ahead", [][]instruction{jump(3, 2), {end}, jump(4, 1), {end, end}}, [][]instruction{br(0), {end}, br(0), {end, end}}},
		{"ahead over a place", [][]instruction{jump(4, 2), {end, end, end}}, [][]instruction{br(1), {end, end, end}}},
		{"ahead, if", [][]instruction{{get(3), cond}, jump(4, 3), {end, end, end, end}}, [][]instruction{{get(3), {op: opBrIf, n: 1}, end, end, end}}},
		{"back", [][]instruction{{end}, jump(2, 1), {end}, jump(0, 0), {end}}, nil},
		{"elsewhere", [][]instruction{br(2), {end, end, end}}, nil},
		{"read", [][]instruction{jump(4, 2), {end, end, get(0), {op: opDrop}, end}}, nil},
		{"an indirect call", [][]instruction{jump(3, 2), {end, {op: opLocalSet}, {op: opI32Const}, get(0), end, end}}, [][]instruction{br(0), {end, {op: opLocalSet}, {op: opI32Const}, get(0), end, end}}},
	} {
		f, want := function(get(0), c.is...), function(get(0), c.want...)
		if c.want == nil {
			want = function(get(0), c.is...)
		}
		if f.jump(); !bytes.Equal(f.bytes(), want.bytes()) {
			t.Errorf("%s: %x; want %x", c.what, f.bytes(), want.bytes())
		}
	}
	f, want := function(get(2), jump(4, 2)), function(get(2), jump(4, 2))
	if f.jump(); !bytes.Equal(f.bytes(), want.bytes()) {
		t.Errorf("another table: %x; want %x", f.bytes(), want.bytes())
	}
}

func FuzzProgram(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x00asm\x01\x00\x00\x00"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0b\x08\x01\x00\x41\x08\x0b\x02\x01\x01"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0b\x01\x00"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0b\x08\x01\x00\x41\x31\x0b\x02\x30\x30"))
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a\x04\x01\x02\x00\x0b"))
	// A function with a frame, a table, a jump ahead, a call and a way out.
	code := "\x02\x01\x7f\x01\x7e\x23\x00\x21\x01\x02\x40\x03\x40\x02\x40\x02\x40\x20\x00\x0e\x02\x00\x01\x01\x0b" +
		"\x20\x01\x41\x08\x6a\x20\x01\x29\x03\x00\x37\x03\x08\x20\x02\xa7\x04\x40\x41\x01\x21\x00\x0c\x02\x0b" +
		"\x20\x01\x42\x81\x80\x80\x80\x01\x37\x03\x00\x41\x00\x10\x00\x0d\x03\x0b\x0b\x00\x0b\x41\x01\x0b"
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0a" + string(rune(len(code)+2)) + "\x01" + string(rune(len(code))) + code))
	f.Fuzz(func(t *testing.T, b []byte) {
		slim, err := Program(b) // and does not panic
		if err == nil {
			if _, err := parse(slim); err != nil {
				t.Error(err)
			}
		}
	})
}
