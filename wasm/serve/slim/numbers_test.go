package slim

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
)

func TestTablesByNewNumbers(t *testing.T) {
	// -1 up to 1, 0 up to 4, 2 up to 9, 1 up to 12.
	table := spans{{-1, 1}, {0, 4}, {2, 9}, {1, 12}}
	all := numbering{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
	if got := readSpans(table.by(all, false)); !reflect.DeepEqual(got, table) {
		t.Errorf("%v; want %v", got, table)
	}
	some := numbering{0, 1, 4, 8, 11}
	if got, want := readSpans(table.by(some, false)), (spans{{-1, 1}, {0, 2}, {2, 4}, {1, 5}}); !reflect.DeepEqual(got, want) {
		t.Errorf("%v; want %v", got, want)
	}
	// What is asked for the number before a place is told what was told there.
	before := readSpans(table.by(some, true))
	for _, k := range some[1:] {
		if got, want := before.at(some.of(k)-1), table.at(k-1); got != want {
			t.Errorf("before %d: %d; want %d", k, got, want)
		}
	}
	if got := some.of(9); got != 3 {
		t.Errorf("9 is %d; want 3, as 8", got)
	}
}

// called is a function of so many places, the first of which is before its frame is
// made, that calls at each in turn, or has a branch to it or neither.
func called(pc int64, kinds string) body {
	block, end := instruction{op: opBlock, rest: []byte{noResult}}, instruction{op: opEnd}
	f := body{groups: 1, locals: []byte{1, typeI32}, count: 2}
	add := func(xs ...instruction) { f.code = append(f.code, xs...) }
	table := []byte{byte(len(kinds) + 1), 0}
	add(instruction{op: opGlobalGet}, instruction{op: opLocalSet, n: stackPointer}, block)
	for i := range len(kinds) + 1 {
		add(block)
		table = append(table, byte(i))
	}
	add(instruction{op: opLocalGet}, instruction{op: opBrTable, rest: table}, end)
	for i, kind := range kinds {
		switch kind {
		case 'c':
			add(instruction{op: opLocalGet, n: stackPointer}, instruction{op: opI64Const, n: pc<<16 | int64(i+2)}, instruction{op: opI64Store, rest: []byte{3}},
				instruction{op: opI32Const}, instruction{op: opCall, n: 7}, instruction{op: opGlobalGet}, instruction{op: opLocalSet, n: stackPointer},
				instruction{op: opBrIf, n: int64(len(kinds) - i)})
		case 'b':
			add(instruction{op: opLocalGet, n: 1}, instruction{op: opBrIf})
		}
		add(end)
	}
	add(instruction{}, end, instruction{op: opI32Const, n: 1}, end)
	return f
}

func TestPlacesAreNumberedAnew(t *testing.T) {
	const pc = firstPC + 9
	frame := func(end int64) []spans { return []spans{{{0, 1}, {32, end}}} }
	f := called(pc, "c--b-cc")
	s := f.stay(pc, 0, nil, spans{{1, 9}}, frame(9))
	if want := (numbering{0, 1, 2, 5, 7, 8}); !slices.Equal(s, want) {
		t.Fatalf("%v stay; want %v", s, want)
	}
	f.renumber(pc, s)
	// As if the places that go had never been.
	want := called(pc, "cbcc")
	if !bytes.Equal(f.bytes(), want.bytes()) {
		t.Errorf("%x; want %x", f.bytes(), want.bytes())
	}
	for _, c := range []struct {
		what     string
		deferred int64
		asked    []int64
		stack    spans
		tables   []spans
		want     numbering
	}{
		{"another frame at the last call", 0, nil, nil, []spans{{{0, 1}, {32, 7}, {40, 9}}}, numbering{0, 1, 2, 5, 7, 8}},
		{"another frame before a call", 0, nil, nil, []spans{{{0, 1}, {32, 6}, {40, 9}}}, numbering{0, 1, 2, 5, 6, 7, 8}},
		{"another table that differs before a call", 0, nil, nil, append(frame(9), spans{{1, 6}, {2, 7}, {3, 9}}), numbering{0, 1, 2, 5, 6, 7, 8}},
		{"pointers that differ", 0, nil, spans{{1, 6}, {2, 7}, {3, 9}}, frame(9), numbering{0, 1, 2, 5, 7, 8}},
		{"it goes on after a panic", 4, nil, nil, frame(9), numbering{0, 1, 2, 3, 4, 5, 7, 8}},
		{"what is inlined", 0, []int64{3, 6}, nil, frame(9), numbering{0, 1, 2, 3, 5, 6, 7, 8}},
		{"a table that ends early", 0, nil, nil, frame(8), nil},
	} {
		f := called(pc, "c--b-cc")
		if got := f.stay(pc, c.deferred, c.asked, c.stack, c.tables); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v stay; want %v", c.what, got, c.want)
		}
	}
	f = called(pc, "c--b-cc")
	i := slices.IndexFunc(f.code, func(x instruction) bool { return x.op == opI64Store })
	f.code[i].n = 8
	if s := f.stay(pc, 0, nil, nil, frame(9)); s != nil {
		t.Errorf("an address that is kept elsewhere: %v stay", s)
	}
}
