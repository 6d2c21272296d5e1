package tiff

import "encoding/binary"

// profile returns an ICC profile of sRGB (ICC.1:2010, version 4.3): primaries and
// white of IEC 61966-2-1, taken to D50 by the Bradford matrix, and its curve as a
// parametric one. A test works the numbers out anew.
func profile() []byte {
	be := binary.BigEndian
	words := func(kind string, v ...uint32) []byte {
		b := append([]byte(kind), 0, 0, 0, 0)
		for _, v := range v {
			b = be.AppendUint32(b, v)
		}
		return b
	}
	text := func(s string) []byte { // one record of UTF-16, in English
		b := words("mluc", 1, 12)
		b = append(b, "enUS"...)
		b = be.AppendUint32(be.AppendUint32(b, uint32(2*len(s))), 28)
		for _, c := range []byte(s) {
			b = append(b, 0, c)
		}
		return b
	}
	// Numbers are s15Fixed16: 1/65536.
	curve := words("para", 3<<16, // Y = (aX+b)^g for X ≥ d, else cX
		0x26666, // g = 2.4
		0xf2a7,  // a = 1/1.055
		0x0d59,  // b = .055/1.055
		0x13d0,  // c = 1/12.92
		0x0a5b)  // d = .04045
	tags := []struct {
		tag  string
		data []byte
	}{
		{"desc", text("sRGB")},
		{"cprt", text("No copyright")},
		{"wtpt", words("XYZ ", 0xf6d6, 0x10000, 0xd32d)}, // D50
		{"chad", words("sf32", 0x10c42, 0x5de, 0xfffff325, 0x793, 0xfd90, 0xfffffba1, 0xfffffda2, 0x3dc, 0xc06e)},
		{"rXYZ", words("XYZ ", 0x6fa0, 0x38f5, 0x390)},
		{"gXYZ", words("XYZ ", 0x6297, 0xb787, 0x18d9)},
		{"bXYZ", words("XYZ ", 0x249f, 0xf84, 0xb6c4)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // all the same
	}
	at := 128 + 4 + 12*len(tags)
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	var last [2]uint32
	for _, t := range tags {
		if t.data != nil {
			last = [2]uint32{uint32(at + len(data)), uint32(len(t.data))}
			for data = append(data, t.data...); len(data)%4 != 0; {
				data = append(data, 0)
			}
		}
		table = be.AppendUint32(be.AppendUint32(append(table, t.tag...), last[0]), last[1])
	}
	head := make([]byte, 128)
	be.PutUint32(head, uint32(at+len(data)))
	be.PutUint32(head[8:], 0x04300000)
	copy(head[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2012, 1, 25, 0, 0, 0} { // a date is required; files must be the same every day
		be.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	for i, v := range []uint32{0xf6d6, 0x10000, 0xd32d} { // the illuminant, D50
		be.PutUint32(head[68+4*i:], v)
	}
	return append(append(head, table...), data...)
}
