package slim

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
)

// A segment is worth its address if it saves the browser that many zeroes.
const zeroes = 4096

// memory is what the program's memory holds when it starts.
type memory struct {
	first int // where the data begins
	b     []byte
}

// data writes the data back with less in it, and then the functions.
func (m *module) data(fs []body) error {
	s := m.section(sectionData)
	if s.body == nil {
		m.code(fs)
		return nil
	}
	mem, err := readData(s.body)
	if err != nil {
		return err
	}
	var t tables
	trimmed := false
	if m.section(sectionStart).body == nil { // else it was slimmed before
		t, trimmed = mem.trim(fs)
	}
	m.code(fs)
	if trimmed {
		counted := memory{mem.first, bytes.Clone(mem.b)}
		if counted.uncount(t) && m.start(t.counter()) {
			mem = counted
		}
	}
	m.section(sectionData).body = mem.write()
	return nil
}

func readData(body []byte) (memory, error) {
	type segment struct {
		at uint64
		b  []byte
	}
	r := reader{b: body}
	var segments []segment
	var first, end uint64 = 1 << 32, 0
	for n := r.unsigned(); n > 0 && r.err == nil; n-- {
		kind, op, at, stop := r.byte(), r.byte(), uint64(uint32(r.signed())), r.byte()
		if r.err == nil && (kind != 0 || op != 0x41 || stop != 0x0b) {
			return memory{}, errors.New("a segment is not of the linker's kind")
		}
		b := r.take(r.unsigned())
		first, end = min(first, at), max(end, at+uint64(len(b)))
		segments = append(segments, segment{at, b})
	}
	if r.err != nil || r.i != len(body) || end > 1<<28 {
		return memory{}, errors.New("is damaged")
	}
	if len(segments) == 0 {
		return memory{}, nil
	}
	mem := memory{int(first), make([]byte, end)}
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	end = 0
	for _, s := range segments {
		if s.at < end {
			return memory{}, errors.New("segments overlap")
		}
		end = s.at + uint64(copy(mem.b[s.at:], s.b))
	}
	return mem, nil
}

func (m memory) write() []byte {
	var n uint64
	var out []byte
	for i := m.first; i < len(m.b); {
		end, gap := i, 0
		for j := i; j < len(m.b) && gap < zeroes; j++ {
			if m.b[j] == 0 {
				gap++
			} else {
				end, gap = j+1, 0
			}
		}
		if end > i {
			n++
			out = append(out, 0, 0x41)
			out = appendSigned(out, int64(int32(i)))
			out = append(out, 0x0b)
			out = appendUnsigned(out, uint64(end-i))
			out = append(out, m.b[i:end]...)
		}
		for i = end; i < len(m.b) && m.b[i] == 0; i++ {
		}
	}
	return slices.Concat(appendUnsigned(nil, n), out)
}
