package motif

// patchworkFamilies lists the motifs made of patches of other motifs.
func patchworkFamilies() []drawing {
	var ds []drawing
	return ds
}
