package motif

// regionalFamilies lists the motifs of Malang, Magelang, Madura and Lasem.
func regionalFamilies() []drawing {
	var ds []drawing
	return ds
}
