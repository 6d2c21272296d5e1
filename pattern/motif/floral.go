package motif

// floralFamilies lists the motifs that grow: bouquets, tendrils, placed flowers.
func floralFamilies() []drawing {
	var ds []drawing
	ds = append(ds, lungLungans()...)
	ds = append(ds, buketans()...)
	ds = append(ds, tujuhRupas()...)
	ds = append(ds, hokokais()...)
	ds = append(ds, terangBulans()...)
	ds = append(ds, pisanBalis()...)
	return ds
}
