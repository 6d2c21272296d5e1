package symmetry

// Friezes returns the seven frieze groups. They repeat along u only; v stands
// upright on u and gives the scale across, so that every operation keeps the line
// v = 0, the middle of the band.
//
//	name  orbifold  order  looks like
//	p1    ∞∞        1      F F F F     hop
//	p11g  ∞x        2      footprints  step
//	p1m1  *∞∞       2      A A A A     sidle
//	p11m  ∞*        2      D D D D     jump
//	p2    22∞       2      N N N N     spinning hop
//	p2mg  2*∞       4      VΛVΛ        spinning sidle
//	p2mm  *22∞      4      H H H H     spinning jump
func Friezes() []Group {
	const half = Unit / 2
	var (
		id = Op{A: 1, D: 1}
		r2 = Op{A: -1, D: -1}
		mx = Op{A: -1, D: 1} // mirror across the band
		my = Op{A: 1, D: -1} // mirror along the band
		g  = func(o Op) Op { o.TX = half; return o }
	)
	return []Group{
		{"p1", "p1", "∞∞", Rectangular, true, []Op{id}, nil},
		{"p11g", "p11g", "∞x", Rectangular, true, []Op{id, g(my)}, []int{1}},
		{"p1m1", "p1m1", "*∞∞", Rectangular, true, []Op{id, mx}, []int{1}},
		{"p11m", "p11m", "∞*", Rectangular, true, []Op{id, my}, []int{1}},
		{"p2", "p211", "22∞", Rectangular, true, []Op{id, r2}, []int{1}},
		{"p2mg", "p2mg", "2*∞", Rectangular, true, []Op{id, r2, g(mx), g(my)}, []int{1, 2}},
		{"p2mm", "p2mm", "*22∞", Rectangular, true, []Op{id, r2, mx, my}, []int{2, 3}},
	}
}

// LookupFrieze returns the frieze group with the given name. The error of an
// unknown name holds the nearest one.
func LookupFrieze(name string) (Group, error) { return find(Friezes(), "frieze", name) }
