package motif

// courtFamilies lists the motifs of Solo and Yogya that gather emblems on a
// grown or framed ground.
func courtFamilies() []drawing {
	var ds []drawing
	ds = append(ds, sidos()...)
	ds = append(ds, semens()...)
	return ds
}
