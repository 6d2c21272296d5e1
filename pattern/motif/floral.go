package motif

// floralFamilies lists the motifs that grow: bouquets, tendrils, placed flowers.
func floralFamilies() []drawing {
	var ds []drawing
	return ds
}
