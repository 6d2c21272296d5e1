package motif

// abroadFamilies lists the motifs drawn for markets overseas: the Gulf, Yemen,
// the Horn, Africa.
func abroadFamilies() []drawing {
	var ds []drawing
	ds = append(ds, girihs()...)
	ds = append(ds, tenuns()...)
	ds = append(ds, waxes()...)
	ds = append(ds, adires()...)
	ds = append(ds, kangas()...)
	ds = append(ds, shweshwes()...)
	ds = append(ds, damasks()...)
	return ds
}
