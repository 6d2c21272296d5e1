package slim

// The compiler numbers the locals that a function uses one after the other, those of one
// type behind those of another. Where every type has its own numbers, the same in all
// functions, more of what they do is said with the same bytes.

// kinds are the types of the locals from the first after the pointer to the stack. The
// compiler has 16 registers of each.
const kinds = "" +
	"\x7e\x7e\x7e\x7e\x7e\x7e\x7e\x7e" +
	"\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c\x7c" +
	"\x7e\x7e\x7e\x7e\x7e\x7e\x7e\x7e" +
	"\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d\x7d"

// always is how many of them are there in any function that has one, so that most begin alike.
const always = 8

// place gives every local a number of its type.
func (f *body) place() {
	r := reader{b: f.locals}
	if !f.compiled() || r.unsigned() != 1 || r.byte() != typeI32 {
		return
	}
	to := []int64{0, stackPointer}
	next := map[byte]int{} // by type
	count := 0
	for r.left() {
		n, kind := r.unsigned(), r.byte()
		for ; n > 0; n-- {
			i := next[kind]
			for i < len(kinds) && kinds[i] != kind {
				i++
			}
			if i == len(kinds) {
				return
			}
			to = append(to, int64(stackPointer+1+i))
			next[kind] = i + 1
			count = max(count, i+1, always)
		}
	}
	for _, x := range f.code {
		if x.isLocal() && x.n >= int64(len(to)) {
			return
		}
	}
	for i := range f.code {
		if x := &f.code[i]; x.isLocal() {
			x.n = to[x.n]
		}
	}
	f.count = int64(stackPointer + 1 + count)
	f.groups, f.locals = 1, []byte{1, typeI32}
	for i := 0; i < count; {
		begin := i
		for i < count && kinds[i] == kinds[begin] {
			i++
		}
		f.groups++
		f.locals = append(f.locals, byte(i-begin), kinds[begin])
	}
}

func (x instruction) isLocal() bool { return x.op >= opLocalGet && x.op <= opLocalTee }
