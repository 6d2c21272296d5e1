// Package slim makes a WebAssembly program of the Go compiler smaller without
// changing what it does. What it cannot make sense of it leaves as it is.
package slim

import (
	"bytes"
	"errors"
	"fmt"
)

// Program returns the program with less in it:
//
//   - Its data as few segments. The linker leaves out every run of eight zeroes,
//     which is smaller as it lies but not when compressed, since each segment has
//     an address of its own.
//   - Its tables of functions without what only traces of a crash would show: lines,
//     files, names and arguments. What of them only counts, a function of ours
//     counts when the program starts.
//   - Its code with the same said in ways that are shorter, or more alike. Jumps
//     ahead, which the compiler leads through a table, are branches, and the places that
//     are left are numbered anew.
func Program(wasm []byte) ([]byte, error) {
	m, err := parse(wasm)
	if err != nil {
		return nil, fmt.Errorf("slim: %w", err)
	}
	fs, err := m.functions()
	if err != nil {
		return nil, fmt.Errorf("slim: code: %w", err)
	}
	for i := range fs {
		fs[i].jump()
	}
	if err := m.data(fs); err != nil {
		return nil, fmt.Errorf("slim: data: %w", err)
	}
	return m.bytes(), nil
}

const (
	sectionType     = 1
	sectionImport   = 2
	sectionFunction = 3
	sectionStart    = 8
	sectionElement  = 9
	sectionCode     = 10
	sectionData     = 11
)

type section struct {
	id   byte
	body []byte
}

type module []section

var header = []byte("\x00asm\x01\x00\x00\x00")

// reader reads what WebAssembly is made of. After an error it reads zeroes.
type reader struct {
	b   []byte
	i   int
	err error
}

var errEnds = errors.New("ends early")

func (r *reader) byte() byte {
	if r.i >= len(r.b) {
		r.err = errEnds
		return 0
	}
	r.i++
	return r.b[r.i-1]
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.b)-r.i) {
		r.err = errEnds
		r.i = len(r.b)
		return nil
	}
	r.i += int(n)
	return r.b[r.i-int(n) : r.i : r.i]
}

// unsigned reads a number in LEB128.
func (r *reader) unsigned() uint64 {
	var v uint64
	for s := uint(0); ; s += 7 {
		b := r.byte()
		v |= uint64(b&127) << s
		if b < 128 || s > 56 {
			return v
		}
	}
}

func (r *reader) signed() int64 {
	var v int64
	for s := uint(0); ; s += 7 {
		b := r.byte()
		v |= int64(b&127) << s
		if b < 128 || s > 56 {
			if s += 7; s < 64 && b&64 != 0 {
				v |= -1 << s
			}
			return v
		}
	}
}

func (r *reader) left() bool { return r.err == nil && r.i < len(r.b) }

func appendUnsigned(b []byte, v uint64) []byte {
	for ; v >= 128; v >>= 7 {
		b = append(b, byte(v)|128)
	}
	return append(b, byte(v))
}

func appendSigned(b []byte, v int64) []byte {
	for {
		c := byte(v & 127)
		v >>= 7
		if v == 0 && c&64 == 0 || v == -1 && c&64 != 0 {
			return append(b, c)
		}
		b = append(b, c|128)
	}
}

func parse(wasm []byte) (module, error) {
	if !bytes.HasPrefix(wasm, header) {
		return nil, errors.New("is no WebAssembly")
	}
	r := reader{b: wasm, i: len(header)}
	var m module
	for r.left() {
		id := r.byte()
		m = append(m, section{id, r.take(r.unsigned())})
	}
	return m, r.err
}

func (m module) bytes() []byte {
	b := bytes.Clone(header)
	for _, s := range m {
		b = append(b, s.id)
		b = appendUnsigned(b, uint64(len(s.body)))
		b = append(b, s.body...)
	}
	return b
}

func (m module) section(id byte) *section {
	for i := range m {
		if m[i].id == id {
			return &m[i]
		}
	}
	return &section{id: id}
}
