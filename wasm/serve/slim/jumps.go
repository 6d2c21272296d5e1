package slim

import "slices"

// The compiler jumps by a table: the number of the place to go on at is put into the
// parameter, and a branch leads back to a loop around all of the function, where the
// table leaves one of the blocks that begin there, each of which ends at a place.
//
//	loop block block … local.get 0 br_table …
//
// Who enters a function to go on where it was left needs that, and who jumps back. A
// jump ahead is the branch out of the block that ends there.

// table is how a function begins that jumps or can be entered again.
type table struct {
	loop   int      // the instruction, or -1
	entry  int      // the one that reads where to go on; all before it are blocks
	leaves []uint64 // the block that each place is at the end of, from the innermost
}

// table returns the function's table, if it has one and nothing else reads where to
// go on.
func (f *body) table() (t table, ok bool) {
	t.loop = -1
	t.entry = slices.IndexFunc(f.code, func(x instruction) bool { return x.op == opBrTable }) - 1
	if t.entry < 0 || f.code[t.entry].op != opLocalGet || f.code[t.entry].n != 0 {
		return t, false
	}
	for i, x := range f.code[:t.entry] {
		switch {
		case x.op == opLoop && t.loop < 0 && x.rest[0] == noResult:
			t.loop = i
		case x.op == opBlock && x.rest[0] == noResult, x.op == opGlobalGet && i == 0, x.op == opLocalSet && i == 1:
		default:
			return t, false
		}
	}
	r := reader{b: f.code[t.entry+1].rest}
	for n := r.unsigned() + 1; n > 0 && r.err == nil; n-- {
		leaf := r.unsigned()
		if leaf >= uint64(t.entry-t.loop-1) {
			return t, false // no block of the table's
		}
		t.leaves = append(t.leaves, leaf)
	}
	for i, x := range f.code {
		// What is called indirectly is there for a moment.
		moment := i > 1 && f.code[i-1].op == opI32Const && f.code[i-2].op == opLocalSet && f.code[i-2].n == 0
		if i != t.entry && !moment && x.n == 0 && (x.op == opLocalGet || x.op == opLocalTee) {
			return t, false
		}
	}
	return t, r.err == nil
}

// jump makes branches of the jumps ahead.
func (f *body) jump() {
	t, ok := f.table()
	if !ok || t.loop < 0 {
		return
	}
	var open []int // the instructions that began what is open
	out := make([]instruction, 0, len(f.code))
	for i, x := range f.code {
		switch x.op {
		case opBlock, opLoop, opIf:
			open = append(open, i)
		case opEnd:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
			// A jump on a condition needs no block of its own.
			if n := len(out); n > 1 && out[n-1].op == opBr && out[n-1].n > 0 && out[n-2].op == opIf && out[n-2].rest[0] == noResult {
				out = append(out[:n-2], instruction{op: opBrIf, n: out[n-1].n - 1})
				continue
			}
		case opBr:
			n := len(out)
			if n < 2 || out[n-1].op != opLocalSet || out[n-1].n != 0 || out[n-2].op != opI32Const ||
				x.n >= int64(len(open)) || open[len(open)-1-int(x.n)] != t.loop {
				break
			}
			block := t.leaves[min(uint64(out[n-2].n), uint64(len(t.leaves)-1))]
			if k, ok := slices.BinarySearch(open, t.entry-1-int(block)); ok {
				out = append(out[:n-2], instruction{op: opBr, n: int64(len(open) - 1 - k)})
				continue
			}
		}
		out = append(out, x)
	}
	f.code = out
}
