package slim

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
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
	opI32Load, opI64Load, opI64Store     = 0x28, 0x29, 0x37
	opI32Load8U, opI64Load8U             = 0x2d, 0x31
	opMemorySize, opMemoryGrow           = 0x3f, 0x40
	opI32Const, opI64Const               = 0x41, 0x42
	opF32Const, opF64Const               = 0x43, 0x44
	opPlain, opPlainEnd                  = 0x45, 0xc4 // sums and the like, without operands
	opI32Eqz, opI64Eqz                   = 0x45, 0x50
	opI32Eq, opI64Eq, opF32Eq, opF64Eq   = 0x46, 0x51, 0x5b, 0x61 // the first comparisons
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
	highHalf     = 2 // ours
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

// functions reads the code.
func (m module) functions() (fs []body, err error) {
	s := m.section(sectionCode)
	if s.body == nil {
		return nil, nil
	}
	r := reader{b: s.body}
	for n := r.unsigned(); n > 0 && r.err == nil; n-- {
		f, err := readFunction(r.take(r.unsigned()))
		if err != nil {
			return nil, fmt.Errorf("function %d: %w", len(fs), err)
		}
		fs = append(fs, f)
	}
	if r.err == nil && r.i != len(s.body) {
		r.err = errors.New("is longer than its functions")
	}
	return fs, r.err
}

// code writes the functions back, the same said shorter.
func (m module) code(fs []body) {
	if len(fs) == 0 {
		return
	}
	out := appendUnsigned(nil, uint64(len(fs)))
	for i := range fs {
		fs[i].slim(firstPC + int64(i))
		b := fs[i].bytes()
		out = appendUnsigned(out, uint64(len(b)))
		out = append(out, b...)
	}
	m.section(sectionCode).body = out
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

// slim says the function shorter. pc is its number in addresses.
func (f *body) slim(pc int64) {
	compiled := f.compiled()
	f.place()
	f.shorten(pc)
	if compiled {
		f.address()
	}
}

// compiled reports whether the compiler made the function of Go.
func (f *body) compiled() bool {
	return len(f.code) > 2 && f.code[0].op == opGlobalGet && f.code[0].n == 0 && f.code[1].op == opLocalSet && f.code[1].n == stackPointer &&
		bytes.HasPrefix(f.locals, []byte{1, typeI32})
}

// returnTo reports whether instruction i is the address to return to and is stored
// next, which happens before every call.
func (f *body) returnTo(i int, pc int64) bool {
	return i+1 < len(f.code) && f.code[i].op == opI64Const && f.code[i].n>>16 == pc && f.code[i+1].op == opI64Store && f.code[i+1].n == 0
}

// shorten goes over the instructions once. No rule looks over a label: between its instructions there is none.
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
	// raises reports whether the n-th last and the four after it add to the pointer to the stack.
	raises := func(n int) bool {
		return back(n).n == stackPointer && back(n-1).n > 0 && back(n-1).n < 1<<28 && back(n-3).n == stackPointer && back(n-4).n == 0
	}

	compiled, unwinds := f.compiled(), f.unwinds()
	calls := false
	for i := range f.code {
		calls = calls || compiled && f.returnTo(i, pc)
	}
	if calls {
		f.addLocal()
		out = append(out, instruction{op: opI64Const, n: pc << 16}, instruction{op: opLocalSet, n: highHalf})
	}
	depth := int64(0)
	for i, x := range f.code {
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

		case calls && f.returnTo(i, pc):
			// The large half of an address to return to is the same in all of a function.
			replace(0, instruction{op: opLocalGet, n: highHalf}, instruction{op: opI64Const, n: x.n & 0xffff}, instruction{op: opI64Or})

		case compiled && x.op == opReturn && is(opLocalGet, opI32Const, opI32Add, opLocalTee, opGlobalSet,
			opLocalGet, opI32Const, opI32Add, opLocalTee, opGlobalSet, opI32Const) && raises(11) && raises(6):
			// Who returns frees the frame and the address to return to.
			c := *back(1)
			replace(11, *back(11), instruction{op: opI32Const, n: back(10).n + back(5).n}, *back(9), *back(7), c, x)

		case x.op == opI64Eqz && is(opI64Extend):
			replace(1, instruction{op: opI32Eqz})
		case x.op == opI32Eqz && len(out) > 0 && inverse(back(1).op) != 0:
			back(1).op = inverse(back(1).op)
		case (x.op == opIf || x.op == opBrIf) && is(opI32Eqz, opI32Eqz):
			replace(2, x)

		case x.op == opI32Wrap && is(opI64Load):
			replace(1, instruction{op: opI32Load, n: back(1).n, rest: []byte{2}})
		case x.op == opI32Wrap && is(opI64Load8U):
			back(1).op = opI32Load8U
		case x.op == opI32Wrap && is(opI64Extend):
			replace(1)
		case x.op == opI32Wrap && is(opI64Extend, opI64Const, opI64Add):
			// The sum in 64 bits, cut to 32, is the sum in 32.
			replace(3, instruction{op: opI32Const, n: int64(int32(back(2).n))}, instruction{op: opI32Add})

		case x.op == opLocalGet && is(opLocalSet) && back(1).n == x.n:
			back(1).op = opLocalTee
		default:
			out = append(out, x)
		}
	}
	f.code = out
}

// addLocal adds a local highHalf; the numbers from there on grow by one.
func (f *body) addLocal() {
	for i := range f.code {
		if x := &f.code[i]; x.isLocal() && x.n >= highHalf {
			x.n++
		}
	}
	f.count++
	if len(f.locals) > 3 && f.locals[2] < 100 && f.locals[3] == typeI64 {
		f.locals[2]++
		return
	}
	f.groups++
	f.locals = slices.Insert(f.locals, 2, 1, typeI64)
}

// inverse is the comparison that holds where op does not, or 0.
func inverse(op byte) byte {
	const whole = "\x01\x00\x08\x09\x06\x07\x04\x05\x02\x03" // equal, not; less, greater, at most, at least: signed and not
	switch {
	case op >= opI32Eq && op < opI32Eq+byte(len(whole)):
		return opI32Eq + whole[op-opI32Eq]
	case op >= opI64Eq && op < opI64Eq+byte(len(whole)):
		return opI64Eq + whole[op-opI64Eq]
	case op == opF32Eq, op == opF64Eq:
		return op + 1
	case op == opF32Eq+1, op == opF64Eq+1: // not equal
		return op - 1
	}
	return 0
}

// address lets loads and stores say how far from the pointer to the stack they are,
// instead of a sum before them. That is a little: no sum of the two overflows.
func (f *body) address() {
	var out []instruction
	var operands []int // where what makes each operand begins in out, as far as known
	for _, x := range f.code {
		takes, gives := x.operands()
		if takes > len(operands) {
			operands, takes = nil, 0
		}
		if x.op >= opLoad && x.op <= opStoreEnd && takes > 0 {
			at := operands[len(operands)-takes]
			end := len(out)
			if takes == 2 {
				end = operands[len(operands)-1]
			}
			if s := out[at:end]; len(s) == 3 && s[0].op == opLocalGet && s[0].n == stackPointer &&
				s[1].op == opI32Const && s[1].n > 0 && s[1].n < 1<<28 && s[2].op == opI32Add && x.n < 1<<28 {
				x.n += s[1].n
				out = slices.Delete(out, at+1, at+3)
			}
		}
		begin := len(out)
		if takes > 0 {
			begin = operands[len(operands)-takes]
			operands = operands[:len(operands)-takes]
		}
		switch gives {
		case one:
			operands = append(operands, begin)
		case unknown:
			operands = nil
		}
		out = append(out, x)
	}
	f.code = out
}

// What an instruction leaves on the stack of operands.
const (
	nothing = iota
	one
	unknown
)

// operands returns how many operands an instruction takes and what it gives.
func (x instruction) operands() (takes, gives int) {
	switch op := x.op; {
	case op == opLocalGet, op == opGlobalGet, op == opI32Const, op == opI64Const, op == opF32Const, op == opF64Const:
		return 0, one
	case op == opLocalTee, op >= opLoad && op < opStore:
		return 1, one
	case op == opLocalSet, op == opGlobalSet, op == opDrop:
		return 1, nothing
	case op >= opStore && op <= opStoreEnd:
		return 2, nothing
	case op == opI32Eqz, op == opI64Eqz, op >= 0x67 && op <= 0x69, op >= 0x79 && op <= 0x7b, // zeroes and ones counted
		op >= 0x8b && op <= 0x91, op >= 0x99 && op <= 0x9f, op >= opI32Wrap && op <= opPlainEnd: // roots and the like; conversions
		return 1, one
	case op > opI32Eqz && op < opI32Wrap:
		return 2, one
	case op == opMore && x.rest[0] >= 10: // memory.copy, memory.fill
		return 3, nothing
	case op == opMore:
		return 1, one
	}
	return 0, unknown
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
