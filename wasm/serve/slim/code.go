package slim

import (
	"bytes"
	"errors"
	"fmt"
)

// The instructions that matter here.
const (
	opBlock, opLoop, opIf, opElse, opEnd = 0x02, 0x03, 0x04, 0x05, 0x0b
	opBr, opBrIf, opBrTable, opReturn    = 0x0c, 0x0d, 0x0e, 0x0f
	opCall, opCallIndirect               = 0x10, 0x11
	opDrop, opSelect                     = 0x1a, 0x1b
	opLocalGet, opLocalSet, opLocalTee   = 0x20, 0x21, 0x22
	opGlobalGet, opGlobalSet             = 0x23, 0x24
	opLoad, opStore, opStoreEnd          = 0x28, 0x36, 0x3e // the first that loads, the first and the last that store
	opI64Store                           = 0x37
	opMemorySize, opMemoryGrow           = 0x3f, 0x40
	opI32Const, opI64Const               = 0x41, 0x42
	opF32Const, opF64Const               = 0x43, 0x44
	opPlain, opPlainEnd                  = 0x45, 0xc4 // sums and the like, without operands
	opI32LtU, opI32ShrU                  = 0x49, 0x76
	opI32Add, opI64Add, opI64Or          = 0x6a, 0x7c, 0x84
	opI32Wrap, opI64Extend               = 0xa7, 0xad
	opMore                               = 0xfc

	noResult = 0x40
	typeI32  = 0x7f
	typeI64  = 0x7e
)

// What the compiler makes of every function (cmd/internal/obj/wasm): its first
// local after the parameter is the pointer to the stack; the address of a place is
// the function's number, from firstPC, before 16 bits for the block.
const (
	stackPointer = 1
	firstPC      = 0x1000
)

// instruction is one, with a number or two, or as it is.
type instruction struct {
	op   byte
	n    int64  // of a local, global, function or label; a constant; the offset of what touches memory
	rest []byte // the alignment of what touches memory; of others what follows op
}

func readInstruction(r *reader) (x instruction, err error) {
	x.op = r.byte()
	start := r.i
	keep := func() { x.rest = r.b[start:r.i] }
	switch op := x.op; {
	case op == opBr, op == opBrIf, op == opCall, op >= opLocalGet && op <= opGlobalSet:
		x.n = int64(r.unsigned())
	case op == opI32Const, op == opI64Const:
		x.n = r.signed()
	case op >= opLoad && op <= opStoreEnd:
		r.unsigned()
		keep()
		x.n = int64(r.unsigned())
	case op == opBlock, op == opLoop, op == opIf, op == opMemorySize, op == opMemoryGrow:
		r.signed()
		keep()
	case op == opBrTable:
		for n := r.unsigned() + 1; n > 0 && r.err == nil; n-- {
			r.unsigned()
		}
		keep()
	case op == opCallIndirect:
		r.unsigned()
		r.unsigned()
		keep()
	case op == opF32Const:
		r.take(4)
		keep()
	case op == opF64Const:
		r.take(8)
		keep()
	case op == opMore:
		switch r.unsigned() {
		case 0, 1, 2, 3, 4, 5, 6, 7: // conversions that saturate
		case 10: // memory.copy
			r.take(2)
		case 11: // memory.fill
			r.take(1)
		default:
			return x, fmt.Errorf("an instruction at %d is not known", start)
		}
		keep()
	case op <= 1, op == opElse, op == opEnd, op == opReturn, op == opDrop, op == opSelect, op >= opPlain && op <= opPlainEnd:
	default:
		return x, fmt.Errorf("instruction %#x is not known", op)
	}
	return x, r.err
}

func (x instruction) append(b []byte) []byte {
	b = append(b, x.op)
	switch op := x.op; {
	case op == opI32Const, op == opI64Const:
		return appendSigned(b, x.n)
	case op >= opLoad && op <= opStoreEnd:
		return appendUnsigned(append(b, x.rest...), uint64(x.n))
	case op == opBr, op == opBrIf, op == opCall, op >= opLocalGet && op <= opGlobalSet:
		return appendUnsigned(b, uint64(x.n))
	}
	return append(b, x.rest...)
}

// code says the same in all functions in fewer words.
func (m module) code() error {
	s := m.section(sectionCode)
	if s.body == nil {
		return nil
	}
	r := reader{b: s.body}
	n := r.unsigned()
	out := appendUnsigned(make([]byte, 0, len(s.body)), n)
	for i := 0; uint64(i) < n && r.err == nil; i++ {
		f, err := readFunction(r.take(r.unsigned()))
		if err != nil {
			return fmt.Errorf("function %d: %w", i, err)
		}
		f.shorten(firstPC + int64(i))
		body := f.bytes()
		out = appendUnsigned(out, uint64(len(body)))
		out = append(out, body...)
	}
	if r.err == nil && r.i != len(s.body) {
		r.err = errors.New("is longer than its functions")
	}
	if r.err != nil {
		return r.err
	}
	s.body = out
	return nil
}

// body is a function's locals and instructions.
type body struct {
	groups uint64 // of locals of one type
	locals []byte // the groups
	count  int64  // of locals, with the parameter
	code   []instruction
}

func readFunction(b []byte) (f body, err error) {
	r := reader{b: b}
	f.groups = r.unsigned()
	f.count = 1
	start := r.i
	for n := f.groups; n > 0 && r.err == nil; n-- {
		f.count += int64(r.unsigned())
		r.byte()
	}
	f.locals = bytes.Clone(b[start:r.i])
	for r.left() {
		x, err := readInstruction(&r)
		if err != nil {
			return f, err
		}
		f.code = append(f.code, x)
	}
	return f, r.err
}

func (f body) bytes() []byte {
	b := append(appendUnsigned(nil, f.groups), f.locals...)
	for _, x := range f.code {
		b = x.append(b)
	}
	return b
}

// shorten goes over the instructions once. pc is the function's number in
// addresses. No rule looks over a label: between its instructions there is none.
func (f *body) shorten(pc int64) {
	var out []instruction
	// is reports whether the last instructions are these.
	is := func(ops ...byte) bool {
		if len(out) < len(ops) {
			return false
		}
		for i, x := range out[len(out)-len(ops):] {
			if x.op != ops[i] {
				return false
			}
		}
		return true
	}
	// back returns the n-th last instruction.
	back := func(n int) *instruction { return &out[len(out)-n] }
	// replace puts instructions into the place of the n last.
	replace := func(n int, by ...instruction) { out = append(out[:len(out)-n], by...) }
	// onStack reports whether the n-th last instruction begins an address on the
	// stack, which is a little more than its pointer. No sum of the two overflows.
	compiled := len(f.code) > 2 && f.code[0].op == opGlobalGet && f.code[0].n == 0 && f.code[1].op == opLocalSet && f.code[1].n == stackPointer
	onStack := func(n int) bool {
		return compiled && back(n).n == stackPointer && back(n-1).n > 0 && back(n-1).n < 1<<28
	}

	unwinds := f.unwinds()
	high := instruction{op: opLocalGet, n: f.count}
	depth, calls := int64(0), false
	for _, x := range f.code {
		switch x.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			depth--
		}
		switch {
		case unwinds && x.op == opBrIf && x.n == depth-1:
			// After every call stands whether to unwind the stack: a branch out of all
			// blocks, to where 1 is returned. How many that are differs from call to call.
			replace(0, instruction{op: opIf, rest: []byte{noResult}}, instruction{op: opI32Const, n: 1}, instruction{op: opReturn}, instruction{op: opEnd})

		case x.op == opI64Store && is(opI64Const) && x.n == 0 && back(1).n>>16 == pc:
			// Before every call the address to return to is stored. Its large half is
			// the same in all of a function.
			c := *back(1)
			c.n &= 0xffff
			replace(1, high, c, instruction{op: opI64Or}, x)
			calls = true

		case x.op == opI32Wrap && is(opI64Extend):
			replace(1)
		case x.op == opI32Wrap && is(opI64Extend, opI64Const, opI64Add):
			// The sum in 64 bits, cut to 32, is the sum in 32.
			replace(3, instruction{op: opI32Const, n: int64(int32(back(2).n))}, instruction{op: opI32Add})

		case x.op >= opLoad && x.op < opStore && is(opLocalGet, opI32Const, opI32Add) && onStack(3) && x.n < 1<<28:
			x.n += back(2).n
			replace(2, x)
		case x.op >= opStore && x.op <= opStoreEnd && x.n < 1<<28 && (is(opLocalGet, opI32Const, opI32Add, opLocalGet) ||
			is(opLocalGet, opI32Const, opI32Add, opI32Const) || is(opLocalGet, opI32Const, opI32Add, opI64Const) ||
			is(opLocalGet, opI32Const, opI32Add, opF64Const)) && onStack(4):
			x.n += back(3).n
			replace(3, *back(1), x)

		case x.op == opLocalGet && is(opLocalSet) && back(1).n == x.n:
			back(1).op = opLocalTee
		default:
			out = append(out, x)
		}
	}
	if calls {
		f.groups++
		f.locals = append(f.locals, 1, typeI64)
		out = append([]instruction{{op: opI64Const, n: pc << 16}, {op: opLocalSet, n: high.n}}, out...)
	}
	f.code = out
}

// unwinds reports whether all of the function is in a block after which it returns
// 1, which tells the caller to unwind the stack.
func (f *body) unwinds() bool {
	n := len(f.code)
	if n < 4 || f.code[n-1].op != opEnd || f.code[n-2].op != opI32Const || f.code[n-2].n != 1 || f.code[n-3].op != opEnd {
		return false
	}
	// The end before is the end of the last block of the function's own level. It
	// must be a block: a branch to a loop goes back.
	depth := 0
	var outer instruction
	for _, x := range f.code[:n-2] {
		switch x.op {
		case opBlock, opLoop, opIf:
			if depth == 0 {
				if outer.op != 0 {
					return false // there are several
				}
				outer = x
			}
			depth++
		case opEnd:
			depth--
		}
	}
	return outer.op == opBlock && outer.rest[0] == noResult && depth == 0
}
