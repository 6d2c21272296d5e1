package slim

import (
	"math/bits"
	"slices"
)

// start lets a function run when the program's memory is set up. It reports
// whether the module has the parts that this needs.
func (m *module) start(body []byte) bool {
	r := reader{b: m.section(sectionImport).body}
	index := uint64(0)
	for n := r.unsigned(); n > 0 && r.err == nil; n-- {
		r.take(r.unsigned())
		r.take(r.unsigned())
		if r.byte() != 0 { // something else than a function
			return false
		}
		r.unsigned()
		index++
	}
	types := reader{b: m.section(sectionType).body}
	funcs := reader{b: m.section(sectionFunction).body}
	code := reader{b: m.section(sectionCode).body}
	kind, count := types.unsigned(), funcs.unsigned()
	before := slices.IndexFunc(*m, func(s section) bool { return s.id == sectionElement })
	if code.unsigned() != count || r.err != nil || types.err != nil || funcs.err != nil || code.err != nil || before < 0 {
		return false
	}
	m.section(sectionType).body = slices.Concat(appendUnsigned(nil, kind+1), types.b[types.i:], []byte{0x60, 0, 0})
	m.section(sectionFunction).body = appendUnsigned(slices.Concat(appendUnsigned(nil, count+1), funcs.b[funcs.i:]), kind)
	m.section(sectionCode).body = slices.Concat(appendUnsigned(nil, count+1), code.b[code.i:], appendUnsigned(nil, uint64(len(body))), body)
	*m = slices.Insert(*m, before, section{sectionStart, appendUnsigned(nil, index+count)})
	return true
}

// counter is the function that undoes uncount:
//
//	for i := range count {
//		table[i].entry = firstPC + i
//		offset += table[i].offset
//		table[i].offset = offset
//		functions[offset].entry = firstPC + i
//	}
//	for i := range buckets {
//		index[i].first = i / perFunc
//	}
func (t tables) counter() []byte {
	const i, at, offset = 0, 1, 2
	var b []byte
	do := func(xs ...instruction) {
		for _, x := range xs {
			b = x.append(b)
		}
	}
	get := func(local int64) instruction { return instruction{op: opLocalGet, n: local} }
	set := func(local int64) instruction { return instruction{op: opLocalSet, n: local} }
	num := func(n int) instruction { return instruction{op: opI32Const, n: int64(n)} }
	load := func(at int) instruction { return instruction{op: opLoad, n: int64(at), rest: []byte{2}} }
	store := func(at int) instruction { return instruction{op: opStore, n: int64(at), rest: []byte{2}} }
	add, end := instruction{op: opI32Add}, instruction{op: opEnd}
	// each repeats the steps; at goes on by step, i by one.
	each := func(count, step int, steps ...instruction) {
		do(num(0), set(i), num(0), set(at), instruction{op: opLoop, rest: []byte{noResult}})
		do(steps...)
		do(get(at), num(step), add, set(at),
			get(i), num(1), add, instruction{op: opLocalTee, n: i}, num(count), instruction{op: opI32LtU}, instruction{op: opBrIf}, end)
	}
	b = append(b, 1, 3, typeI32)
	each(t.count, 8,
		get(at), get(i), num(firstPC), add, store(t.funcs.at),
		get(at), get(offset), get(at), load(t.funcs.at+4), add, instruction{op: opLocalTee, n: offset}, store(t.funcs.at+4),
		get(offset), get(i), num(firstPC), add, store(t.funcs.at))
	each((t.buckets.n-4)/bucketLen+1, bucketLen,
		get(at), get(i), num(bits.TrailingZeros(perFunc)), instruction{op: opI32ShrU}, store(t.buckets.at))
	do(end)
	return b
}
