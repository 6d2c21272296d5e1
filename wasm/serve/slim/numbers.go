package slim

import (
	"encoding/binary"
	"slices"
)

// The compiler numbers many places of a function at which nothing goes on any more
// once jumps ahead are branches. Those that are left can be numbered one after the
// other, in the code and in the tables of places alike. The runtime asks these of the
// numbers that it finds on stacks, and of the ones before.

// numbering is the old numbers of the places that stay, in order.
type numbering []int64

// of is the new number of a place that stays, or of the one before that does.
func (s numbering) of(k int64) int64 {
	i, ok := slices.BinarySearch(s, k)
	if !ok {
		i--
	}
	return int64(i)
}

// spans is a table of places.
type spans []span

// span is a value up to a place.
type span struct{ value, end int64 }

// at is the value at a place, or after the last.
func (s spans) at(k int64) int64 {
	for _, x := range s {
		if k < x.end {
			return x.value
		}
	}
	return 1 << 40
}

// readSpans reads a table as the linker writes it: how much more the value is and the
// place, then a zero.
func readSpans(table string) (s spans) {
	r := reader{b: []byte(table)}
	x := span{value: -1}
	for r.left() {
		d := r.unsigned()
		if d == 0 && len(s) > 0 {
			break
		}
		x.value += int64(d>>1) ^ -int64(d&1)
		x.end += int64(r.unsigned())
		s = append(s, x)
	}
	return s
}

// before is what a table that is only asked for the number before a place tells at one.
func (s spans) before(n numbering, i int) int64 {
	if i+1 < len(n) {
		return s.at(n[i+1] - 1)
	}
	return s.at(n[i])
}

// by returns the table by new numbers.
func (s spans) by(n numbering, before bool) string {
	tells := func(i int) int64 {
		if before {
			return s.before(n, i)
		}
		return s.at(n[i])
	}
	var b []byte
	last := int64(-1)
	for i := 0; i < len(n); {
		begin, value := i, tells(i)
		for i < len(n) && tells(i) == value {
			i++
		}
		b = binary.AppendVarint(b, value-last)
		b = binary.AppendUvarint(b, uint64(i-begin))
		last = value
	}
	return string(append(b, 0))
}

// stay returns the places of a function that stay, or nil if it does not tell. deferred
// is where the function goes on after a panic, or 0; asked is what else the runtime asks
// for. stack is the table of what on the stack is a pointer; of the other tables the
// first is that of the size of the frame.
func (f *body) stay(pc, deferred int64, asked []int64, stack spans, tables []spans) numbering {
	frame := tables[0]
	t, ok := f.table()
	if !ok || !f.compiled() || len(frame) == 0 {
		return nil
	}
	var panics []int64
	s := append(numbering{0, 1}, asked...) // 1 is where a goroutine ends
	for i, x := range f.code {
		switch {
		case x.op == opI64Const && x.n>>16 == pc && x.n&0xffff != 0:
			if !f.returnTo(i, pc) {
				return nil
			}
			k := x.n & 0xffff
			switch goesOn := t.leaf(k) != t.leaf(k-1); {
			case goesOn:
				s = append(s, k)
			case i+6 < len(f.code) && f.code[i+3].op == opCall && f.code[i+6].op == opBrIf:
				// What elsewhere is a signal panics. Its place is asked for itself.
				panics = append(panics, k)
				s = append(s, int64(slices.Index(t.leaves, t.leaf(k))))
			default:
				s = append(s, k-1, k, k+1)
			}
		case x.op == opLocalSet && x.n == 0:
			if f.code[i-1].op == opI32Const {
				s = append(s, f.code[i-1].n)
			} else if i+2 >= len(f.code) || f.code[i+1].op != opI32Const || f.code[i+2].op != opLocalGet || f.code[i+2].n != 0 {
				return nil // not an indirect call
			}
		}
	}
	if deferred > 0 {
		s = append(s, deferred-1, deferred, deferred+1)
	}
	for _, x := range frame[:len(frame)-1] {
		s = append(s, x.end) // the largest frame is asked for as well
	}
	// What a branch leads to keeps a number, so that these go up one by one.
	f.each(t, func(_, _ int, to int) {
		if leaf := t.entry - 1 - to; to >= 0 && leaf >= 0 && leaf < t.blocks() {
			if k := slices.Index(t.leaves, uint64(leaf)); k >= 0 {
				s = append(s, int64(k))
			}
		}
	})
	slices.Sort(s)
	s = slices.Compact(s)
	if s[0] != 0 || s[len(s)-1] >= frame[len(frame)-1].end {
		return nil
	}
	for again := true; again; {
		again = false
		// The place before one that stays goes where the one before tells the same.
		for i := 1; i < len(s); i++ {
			if k := s[i] - 1; slices.ContainsFunc(tables, func(t spans) bool { return t.at(s[i-1]) != t.at(k) }) {
				s = slices.Insert(s, i, k)
				i++
			}
		}
		for _, k := range panics {
			i := int(s.of(k))
			if stack.before(s, i) != stack.at(k) || slices.ContainsFunc(tables, func(t spans) bool { return t.at(s[i]) != t.at(k) }) {
				for _, k := range []int64{k, k + 1} {
					if i, ok := slices.BinarySearch(s, k); !ok {
						s = slices.Insert(s, i, k)
						again = true
					}
				}
			}
		}
	}
	if s[len(s)-1] >= frame[len(frame)-1].end {
		return nil
	}
	return s
}

// leaf is the block that ends at a place.
func (t table) leaf(k int64) uint64 {
	return t.leaves[max(0, min(k, int64(len(t.leaves)-1)))]
}

// blocks is how many blocks the table leaves.
func (t table) blocks() int { return int(slices.Max(t.leaves)) + 1 }

// each calls do for each instruction i with the one that began what it ends, and the
// one that began what it branches out of, or -1.
func (f *body) each(t table, do func(i, ends, to int)) {
	var open []int
	for i, x := range f.code {
		ends, to := -1, -1
		switch x.op {
		case opBlock, opLoop, opIf:
			open = append(open, i)
		case opEnd:
			if n := len(open); n > 0 {
				ends = open[n-1]
				open = open[:n-1]
			}
		case opBr, opBrIf:
			if n := int64(len(open)); x.n < n {
				to = open[n-1-x.n]
			}
		}
		do(i, ends, to)
	}
}

// renumber gives the places new numbers, and leaves out the blocks that end at none.
func (f *body) renumber(pc int64, s numbering) {
	t, _ := f.table()
	stays := make([]bool, t.blocks())
	for _, k := range s {
		stays[t.leaf(k)] = true
	}
	gone := func(i int) bool { return i >= t.entry-len(stays) && i < t.entry && !stays[t.entry-1-i] }
	b := appendUnsigned(nil, uint64(len(s)-1))
	for _, k := range s {
		leaf := uint64(0)
		for _, ok := range stays[:t.leaf(k)] {
			if ok {
				leaf++
			}
		}
		b = appendUnsigned(b, leaf)
	}
	f.code[t.entry+1].rest = b
	out := make([]instruction, 0, len(f.code))
	var open []int
	f.each(t, func(i, ends, to int) {
		x := f.code[i]
		switch {
		case x.op == opBlock || x.op == opLoop || x.op == opIf:
			open = append(open, i)
		case x.op == opEnd && ends >= 0:
			open = open[:len(open)-1]
		case to >= 0:
			for _, k := range open[len(open)-int(x.n):] {
				if gone(k) {
					x.n--
				}
			}
		case f.returnTo(i, pc):
			x.n = pc<<16 | s.of(x.n&0xffff)
		case x.op == opLocalSet && x.n == 0 && f.code[i-1].op == opI32Const:
			out[len(out)-1].n = s.of(f.code[i-1].n)
		}
		if !gone(i) && (ends < 0 || !gone(ends)) {
			out = append(out, x)
		}
	})
	f.code = out
}
