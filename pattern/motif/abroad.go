package motif

// abroadFamilies lists the motifs drawn for markets overseas: the Gulf, Yemen,
// the Horn, Africa.
func abroadFamilies() []drawing {
	var ds []drawing
	return ds
}
