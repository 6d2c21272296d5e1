package motif

// flowingFamilies lists the motifs that run across the cloth in bands, lines or
// clouds rather than sit on a lattice of single figures.
func flowingFamilies() []drawing {
	var ds []drawing
	ds = append(ds, parangs()...)
	ds = append(ds, lerengs()...)
	ds = append(ds, megaMendungs()...)
	ds = append(ds, banjis()...)
	ds = append(ds, tumpals()...)
	return ds
}
