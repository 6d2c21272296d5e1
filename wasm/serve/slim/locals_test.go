package slim

import (
	"bytes"
	"testing"
)

func TestLocalsOfATypeHaveTheirNumbers(t *testing.T) {
	start := []instruction{{op: opGlobalGet}, {op: opLocalSet, n: stackPointer}}
	get := func(n int64) instruction { return instruction{op: opLocalGet, n: n} }
	f := body{groups: 3, locals: []byte{1, typeI32, 9, typeI64, 2, 0x7c}, count: 13,
		code: append(start[:2:2], get(0), get(2), get(9), get(10), get(11), get(12))}
	want := body{groups: 4, locals: []byte{1, typeI32, 8, typeI64, 16, 0x7c, 1, typeI64},
		code: append(start[:2:2], get(0), get(2), get(9), get(26), get(10), get(11))}
	if f.place(); !bytes.Equal(f.bytes(), want.bytes()) {
		t.Errorf("%x; want %x", f.bytes(), want.bytes())
	}
	odd := body{groups: 2, locals: []byte{1, typeI32, 17, typeI64}, count: 19, code: append(start[:2:2], get(18))}
	before := odd.bytes()
	if odd.place(); !bytes.Equal(odd.bytes(), before) {
		t.Errorf("more than the compiler has: %x", odd.bytes())
	}
}
