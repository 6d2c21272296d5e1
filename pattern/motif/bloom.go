package motif

// bloomFamilies lists the florals of the Malay coasts and the mainland, and the
// western herbal.
func bloomFamilies() []drawing {
	var ds []drawing
	ds = append(ds, lukises()...)
	ds = append(ds, orkids()...)
	ds = append(ds, sens()...)
	ds = append(ds, thais()...)
	ds = append(ds, umes()...)
	ds = append(ds, botanis()...)
	return ds
}

// namedBlossoms lists the flowers of gardens between the tropics and Japan.
func namedBlossoms() []blossom {
	return []blossom{
		{"hibiscus", canting.hibiscus},
		{"orchid", canting.orchid},
		{"champak", canting.champak},
		{"frangipani", canting.frangipani},
		{"jasmine", canting.jasmine},
		{"cassia", canting.cassia},
		{"plum", canting.plum},
		{"peony", canting.peony},
	}
}

// lotuses lists the heads of a lotus apart from the other flowers, since where
// one stands the motif must say so: it belongs to rites of death in places.
func lotuses() []blossom {
	return []blossom{
		{"lotus", canting.lotusSide},
		{"lotus_bud", canting.lotusBud},
		{"lotus_above", canting.lotusAbove},
	}
}
