package slim

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
)

// The layout of runtime.moduledata, runtime.pcHeader and runtime._func in Go 1.20
// to 1.26 (runtime/symtab.go, runtime/runtime2.go, internal/abi/symtab.go).
const (
	magic   = "\xf1\xff\xff\xff\x00\x00\x01\x08" // version, two zeroes, least size of an instruction, size of a pointer
	funcLen = 44

	inlinedLen = 16 // of one call: what function, its name, at which place, in which line
)

// What tables of places in the code and tables of a function are for.
const (
	pcUnsafe, pcStack, pcArgLive        = 0, 1, 3
	dataInlined, dataArgs, dataArgsLive = 3, 5, 6
)

type slice struct{ at, n int }

// u32 and u64 read the memory; what lies outside is zero.
func (m memory) u32(at int) uint32 {
	if at < 0 || at > len(m.b)-4 {
		return 0
	}
	return binary.LittleEndian.Uint32(m.b[at:])
}

func (m memory) put32(at int, v uint32) { binary.LittleEndian.PutUint32(m.b[at:], v) }

func (m memory) u64(at int) int {
	if at < 0 || at > len(m.b)-8 {
		return 0
	}
	return int(min(binary.LittleEndian.Uint64(m.b[at:]), 1<<40))
}

func (m memory) slice(at int) slice { return slice{m.u64(at), m.u64(at + 8)} }

func (m memory) holds(s slice) bool { return s.at >= m.first && s.n >= 0 && s.n <= len(m.b)-s.at }

// tables are where the runtime keeps what it knows of the functions.
type tables struct {
	names, units, files, pcs, funcs slice // bytes
	count                           int
	data                            slice // what a function has besides
	buckets                         slice // which function is at an address
}

// The index of functions has a bucket for so many addresses, with parts.
const (
	bucket    = 4096
	parts     = 16
	bucketLen = 4 + parts
	perFunc   = 1 << 16 / bucket
	perPart   = bucket / parts
)

// find finds the tables by their header and the module's data that point to them.
func (m memory) find() (t tables, ok bool) {
	for at := (m.first + 7) &^ 7; ; at += 8 {
		i := bytes.Index(m.b[min(at, len(m.b)):], []byte(magic))
		if i < 0 {
			return t, false
		}
		if at += i; at%8 != 0 {
			at &^= 7
			continue
		}
		var p [8]byte
		binary.LittleEndian.PutUint64(p[:], uint64(at))
		for d := m.first &^ 7; d <= len(m.b)-512; d += 8 {
			if !bytes.Equal(m.b[d:d+8], p[:]) {
				continue
			}
			t = tables{names: m.slice(d + 8), pcs: m.slice(d + 80), funcs: m.slice(d + 104), count: m.u64(d+136) - 1}
			ftab, addresses := m.slice(d+128), m.u64(d+168)-m.u64(d+160)
			t.units, t.files = m.slice(d+32), m.slice(d+56)
			t.units.n *= 4
			t.buckets = slice{m.u64(d + 152), 4*((addresses+bucket-1)/bucket) + (addresses+perPart-1)/perPart}
			t.data = slice{m.u64(d + 320), t.buckets.at}
			t.data.n -= t.data.at
			if m.holds(t.names) && m.holds(t.units) && m.holds(t.files) && m.holds(t.buckets) && m.holds(t.pcs) && m.holds(t.funcs) && m.holds(t.data) &&
				t.names.at == at+m.u64(at+32) && t.pcs.at == at+m.u64(at+56) && t.funcs.at == at+m.u64(at+64) && ftab.at == t.funcs.at &&
				t.count == m.u64(at+8) && t.count > 0 && t.count < t.funcs.n/8 {
				return t, true
			}
		}
	}
}

// function is one _func: its numbers as they are, and what follows them.
type function struct {
	fixed [funcLen]byte
	pcs   []uint32 // by what they are for: where in the table of places, or 0
	data  []uint32 // by what they are for: where in the data, or none
}

const none = ^uint32(0)

// trim drops from the tables of functions what only a trace would show, and gives the
// places in the functions new numbers. If the tables are not as expected all stays as
// it is.
func (m memory) trim(fs []body) (t tables, ok bool) {
	if t, ok = m.find(); !ok {
		return t, false
	}
	le := binary.LittleEndian
	funcs := make([]function, t.count)
	entries := make([]uint32, t.count+1)
	for i := range funcs {
		f := &funcs[i]
		entries[i] = m.u32(t.funcs.at + 8*i)
		off := int(m.u32(t.funcs.at + 8*i + 4))
		at := t.funcs.at + off
		if off+funcLen > t.funcs.n {
			return t, false
		}
		copy(f.fixed[:], m.b[at:])
		npc, ndata := int(le.Uint32(f.fixed[28:])), int(f.fixed[43])
		if npc > 16 || ndata > 16 || off+funcLen+4*(npc+ndata) > t.funcs.n {
			return t, false
		}
		for k := range npc {
			f.pcs = append(f.pcs, m.u32(at+funcLen+4*k))
		}
		for k := range ndata {
			f.data = append(f.data, m.u32(at+funcLen+4*(npc+k)))
		}
	}
	entries[t.count] = m.u32(t.funcs.at + 8*t.count)
	inlined := m.inlined(t, funcs)
	if !m.trimData(t, funcs) {
		return t, false
	}
	names := newPool("\x00") // 0 is none
	pcs := newPool("\x00")   // 0 is no table
	place := func(off uint32, by numbering, before bool) (uint32, bool) {
		if off == 0 {
			return 0, true
		}
		b, ok := m.places(t.pcs, int(off))
		if by != nil {
			b = readSpans(b).by(by, before)
		}
		return pcs.add(b), ok
	}
	numbers := make([]numbering, len(funcs))
	var out []byte
	for i := range funcs {
		f := &funcs[i]
		name, ok := m.name(t.names, int(le.Uint32(f.fixed[4:])))
		if !ok {
			return t, false
		}
		le.PutUint32(f.fixed[4:], names.add(kept(name)+"\x00"))
		if i < len(fs) && entries[i] == uint32(firstPC+i) {
			numbers[i] = m.stay(t, f, &fs[i], firstPC+int64(i), inlined)
		}
		by := numbers[i]
		if d := le.Uint32(f.fixed[12:]); d != 0 && by != nil {
			le.PutUint32(f.fixed[12:], uint32(by.of(int64(d))))
		}
		sp, ok := place(le.Uint32(f.fixed[16:]), by, false)
		if !ok {
			return t, false
		}
		le.PutUint32(f.fixed[16:], sp)
		clear(f.fixed[20:28]) // file, line
		clear(f.fixed[32:40]) // unit, first line
		for k, off := range f.pcs {
			if k == pcUnsafe || k == pcArgLive {
				off = 0
			}
			if f.pcs[k], ok = place(off, by, k == pcStack); !ok {
				return t, false
			}
		}
		for len(f.pcs) > 0 && f.pcs[len(f.pcs)-1] == 0 {
			f.pcs = f.pcs[:len(f.pcs)-1]
		}
		for len(f.data) > 0 && f.data[len(f.data)-1] == none {
			f.data = f.data[:len(f.data)-1]
		}
		le.PutUint32(f.fixed[28:], uint32(len(f.pcs)))
		f.fixed[43] = byte(len(f.data))
	}
	at := 8*t.count + 8
	table := make([]byte, 0, at)
	for i, f := range funcs {
		table = le.AppendUint32(table, entries[i])
		table = le.AppendUint32(table, uint32(at+len(out)))
		out = append(out, f.fixed[:]...)
		for _, v := range f.pcs {
			out = le.AppendUint32(out, v)
		}
		for _, v := range f.data {
			out = le.AppendUint32(out, v)
		}
	}
	table = le.AppendUint32(table, entries[t.count])
	table = le.AppendUint32(table, 0)
	out = append(table, out...)
	if len(names.b) > t.names.n || len(pcs.b) > t.pcs.n || len(out) > t.funcs.n {
		return t, false
	}
	for _, x := range []struct {
		to slice
		b  []byte
	}{{t.names, names.b}, {t.pcs, pcs.b}, {t.funcs, out}} {
		clear(m.b[x.to.at+copy(m.b[x.to.at:], x.b) : x.to.at+x.to.n])
	}
	clear(m.b[t.units.at : t.units.at+t.units.n])
	clear(m.b[t.files.at : t.files.at+t.files.n])
	for i, by := range numbers {
		if by == nil {
			continue
		}
		fs[i].renumber(firstPC+int64(i), by)
		for _, at := range inlined[funcs[i].inlined()] {
			m.put32(at, uint32(by.of(int64(m.u32(at)))))
		}
	}
	return t, true
}

// inlined returns for each table of what is inlined in a function where in memory it
// says at which places. A table that several functions have is not among them.
func (m memory) inlined(t tables, funcs []function) map[uint32][]int {
	var starts []uint32
	for i := range funcs {
		starts = append(starts, funcs[i].data...)
	}
	slices.Sort(starts)
	places := map[uint32][]int{}
	for i := range funcs {
		off := funcs[i].inlined()
		k, _ := slices.BinarySearch(starts, off)
		if k+1 >= len(starts) || starts[k+1] == off || int64(starts[k+1]) >= int64(t.data.n) {
			continue // several have it, or what follows it is not known
		}
		for at := off; at+inlinedLen <= starts[k+1]; at += inlinedLen {
			places[off] = append(places[off], t.data.at+int(at)+8)
		}
	}
	return places
}

// inlined is where the table of what is inlined lies in the data, or none.
func (f *function) inlined() uint32 {
	if len(f.data) <= dataInlined {
		return none
	}
	return f.data[dataInlined]
}

// stay returns the places of a function that stay.
func (m memory) stay(t tables, f *function, code *body, pc int64, inlined map[uint32][]int) numbering {
	var asked []int64
	if off := f.inlined(); off != none {
		if inlined[off] == nil {
			return nil
		}
		for _, at := range inlined[off] {
			asked = append(asked, int64(m.u32(at)))
		}
	}
	var stack spans
	var tables []spans
	for k, off := range append([]uint32{binary.LittleEndian.Uint32(f.fixed[16:])}, f.pcs...) {
		if k-1 == pcUnsafe || k-1 == pcArgLive || k > 0 && off == 0 {
			continue
		}
		if off == 0 {
			return nil
		}
		b, ok := m.places(t.pcs, int(off))
		if !ok {
			return nil
		}
		if k-1 == pcStack {
			stack = readSpans(b)
		} else {
			tables = append(tables, readSpans(b))
		}
	}
	return code.stay(pc, int64(binary.LittleEndian.Uint32(f.fixed[12:])), asked, stack, tables)
}

// uncount drops what counting gives back: the numbers of the functions, and where
// each begins, of which the distance from the one before is left. It reports
// whether they were so.
func (m memory) uncount(t tables) bool {
	for i := range t.count {
		at := int(m.u32(t.funcs.at + 8*i + 4))
		if m.u32(t.funcs.at+8*i) != uint32(firstPC+i) || m.u32(t.funcs.at+at) != uint32(firstPC+i) {
			return false
		}
	}
	index := m.b[t.buckets.at : t.buckets.at+t.buckets.n]
	for b := 0; b < len(index); b++ {
		want := byte(0)
		if k := b % bucketLen; k < 4 {
			want = byte(b / bucketLen / perFunc >> (8 * k))
		}
		if index[b] != want {
			return false
		}
	}
	clear(index)
	last := uint32(0)
	for i := range t.count {
		at := m.u32(t.funcs.at + 8*i + 4)
		m.put32(t.funcs.at+8*i, 0)
		m.put32(t.funcs.at+8*i+4, at-last)
		m.put32(t.funcs.at+int(at), 0)
		last = at
	}
	return true
}

// trimData wipes the descriptions of arguments, and the names of what was inlined.
func (m memory) trimData(t tables, funcs []function) bool {
	uses := map[uint32]int{} // bits by what a piece is for
	for _, f := range funcs {
		for k, off := range f.data {
			if off != none {
				if int(off) >= t.data.n {
					return false
				}
				uses[off] |= 1 << k
			}
		}
	}
	starts := slices.Sorted(func(yield func(uint32) bool) {
		for off := range uses {
			if !yield(off) {
				return
			}
		}
	})
	for i, off := range starts {
		end := t.data.n
		if i+1 < len(starts) {
			end = int(starts[i+1])
		}
		piece := m.b[t.data.at+int(off) : t.data.at+end]
		switch use := uses[off]; {
		case use&^(1<<dataArgs|1<<dataArgsLive) == 0:
			if i+1 < len(starts) { // what follows the last is not known
				clear(piece)
			}
		case use == 1<<dataInlined:
			for ; len(piece) >= inlinedLen; piece = piece[inlinedLen:] {
				clear(piece[4:8])
				clear(piece[12:16])
			}
		}
	}
	for _, f := range funcs {
		for k := range f.data {
			if k == dataArgs || k == dataArgsLive {
				f.data[k] = none
			}
		}
	}
	return true
}

// kept is what stays of a name: what the runtime compares it with, and what it
// takes apart when a method of a value is called on no value.
func kept(name string) string {
	switch {
	case name == "reflect.makeFuncStub", name == "reflect.methodValueCall":
		return name
	case strings.HasPrefix(name, "runtime."):
		return "runtime.?"
	}
	return "?.(*?).?"
}

func (m memory) name(s slice, off int) (string, bool) {
	if off < 0 || off >= s.n {
		return "", false
	}
	b := m.b[s.at+off : s.at+s.n]
	i := bytes.IndexByte(b, 0)
	return string(b[:max(i, 0)]), i >= 0
}

// places returns one table of the table of places: pairs of numbers, until the
// first of a pair is 0, which it may be only in the first pair.
func (m memory) places(s slice, off int) (string, bool) {
	if off < 0 || off >= s.n {
		return "", false
	}
	r := reader{b: m.b[s.at+off : s.at+s.n]}
	for first := true; r.left(); first = false {
		if r.unsigned() == 0 && !first {
			break
		}
		r.unsigned()
	}
	return string(r.b[:r.i]), r.err == nil
}

// pool holds each text once.
type pool struct {
	b  []byte
	at map[string]uint32
}

func newPool(start string) *pool { return &pool{[]byte(start), map[string]uint32{}} }

func (p *pool) add(s string) uint32 {
	at, ok := p.at[s]
	if !ok {
		at = uint32(len(p.b))
		p.at[s] = at
		p.b = append(p.b, s...)
	}
	return at
}
