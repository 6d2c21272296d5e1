package motif

import "github.com/jagadbatik/jagad/pattern/geom"

// coastFamilies lists the motifs of the north coast of Java, Cirebon to Lasem, that
// came with its trade: rocks, dragons and phoenixes, sea grapes, broken stone.
func coastFamilies() []drawing {
	var ds []drawing
	ds = append(ds, wadasans()...)
	ds = append(ds, patrans()...)
	ds = append(ds, latohans()...)
	ds = append(ds, watuPecahs()...)
	ds = append(ds, rebungs()...)
	ds = append(ds, ringgits()...)
	ds = append(ds, liongs()...)
	ds = append(ds, hongs()...)
	return ds
}

// discs returns dots as circles, their radii k times as large. What must lie within
// another disc is drawn so: by hand each cecek falls a little beside its place.
func discs(ds []geom.Dot, k float64) geom.Path {
	var p geom.Path
	for _, d := range ds {
		p = p.Join(geom.Circle(d.C, float64(k*d.R)))
	}
	return p
}

// paths returns the subpaths of all the paths. Path.Join appends in place, so a
// path to which different ones are joined must be copied first.
func paths(ps ...geom.Path) geom.Path {
	var all geom.Path
	for _, p := range ps {
		all = all.Join(p)
	}
	return all
}
