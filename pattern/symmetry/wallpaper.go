package symmetry

// Groups returns the seventeen wallpaper groups in the order of the International
// Tables.
//
//	name  full   orbifold  lattice      order
//	p1    p1     o         oblique       1
//	p2    p211   2222      oblique       2
//	pm    p1m1   **        rectangular   2
//	pg    p1g1   xx        rectangular   2
//	cm    c1m1   *x        rhombic       2 (4 in the centred rectangle)
//	pmm   p2mm   *2222     rectangular   4
//	pmg   p2mg   22*       rectangular   4
//	pgg   p2gg   22x       rectangular   4
//	cmm   c2mm   2*22      rhombic       4 (8 in the centred rectangle)
//	p4    p4     442       square        4
//	p4m   p4mm   *442      square        8
//	p4g   p4gm   4*2       square        8
//	p3    p3     333       hexagonal     3
//	p3m1  p3m1   *333      hexagonal     6
//	p31m  p31m   3*3       hexagonal     6
//	p6    p6     632       hexagonal     6
//	p6m   p6mm   *632      hexagonal    12
func Groups() []Group {
	const half = Unit / 2
	// The operations as the Tables list them: (x,y) → …
	var (
		id   = Op{A: 1, D: 1}                          // x, y
		r2   = Op{A: -1, D: -1}                        // −x, −y
		mx   = Op{A: -1, D: 1}                         // −x, y
		my   = Op{A: 1, D: -1}                         // x, −y
		swap = Op{B: 1, C: 1}                          // y, x
		anti = Op{B: -1, C: -1}                        // −y, −x
		r4   = Op{B: -1, C: 1}                         // −y, x
		r43  = Op{B: 1, C: -1}                         // y, −x
		r3   = Op{B: -1, C: 1, D: -1}                  // −y, x−y
		r32  = Op{A: -1, B: 1, C: -1}                  // −x+y, −x
		r6   = Op{A: 1, B: -1, C: 1}                   // x−y, x
		r65  = Op{B: 1, C: -1, D: 1}                   // y, −x+y
		h1   = Op{A: -1, B: 1, D: 1}                   // −x+y, y
		h2   = Op{A: 1, C: 1, D: -1}                   // x, x−y
		h3   = Op{A: 1, B: -1, D: -1}                  // x−y, −y
		h4   = Op{A: -1, C: -1, D: 1}                  // −x, −x+y
		g    = func(o Op) Op { o.TY = half; return o } // glide along v
		gu   = func(o Op) Op { o.TX = half; return o }
		gg   = func(o Op) Op { o.TX, o.TY = half, half; return o }
	)
	return []Group{
		{"p1", "p1", "o", Oblique, false, []Op{id}, nil},
		{"p2", "p211", "2222", Oblique, false, []Op{id, r2}, []int{1}},
		{"pm", "p1m1", "**", Rectangular, false, []Op{id, mx}, []int{1}},
		{"pg", "p1g1", "xx", Rectangular, false, []Op{id, g(mx)}, []int{1}},
		{"cm", "c1m1", "*x", Rhombic, false, []Op{id, swap}, []int{1}},
		{"pmm", "p2mm", "*2222", Rectangular, false, []Op{id, r2, mx, my}, []int{2, 3}},
		{"pmg", "p2mg", "22*", Rectangular, false, []Op{id, r2, gu(mx), gu(my)}, []int{1, 2}},
		{"pgg", "p2gg", "22x", Rectangular, false, []Op{id, r2, gg(mx), gg(my)}, []int{1, 2}},
		{"cmm", "c2mm", "2*22", Rhombic, false, []Op{id, r2, swap, anti}, []int{1, 2}},
		{"p4", "p4", "442", Square, false, []Op{id, r4, r2, r43}, []int{1}},
		{"p4m", "p4mm", "*442", Square, false, []Op{id, r4, r2, r43, mx, my, swap, anti}, []int{1, 4}},
		{"p4g", "p4gm", "4*2", Square, false, []Op{id, r4, r2, r43, gg(mx), gg(my), gg(swap), gg(anti)}, []int{1, 4}},
		{"p3", "p3", "333", Hexagonal, false, []Op{id, r3, r32}, []int{1}},
		{"p3m1", "p3m1", "*333", Hexagonal, false, []Op{id, r3, r32, anti, h1, h2}, []int{1, 3}},
		{"p31m", "p31m", "3*3", Hexagonal, false, []Op{id, r3, r32, swap, h3, h4}, []int{1, 3}},
		{"p6", "p6", "632", Hexagonal, false, []Op{id, r6, r3, r2, r32, r65}, []int{1}},
		{"p6m", "p6mm", "*632", Hexagonal, false, []Op{id, r6, r3, r2, r32, r65, anti, h1, h2, swap, h3, h4}, []int{1, 6}},
	}
}

// Lookup returns the wallpaper group with the given short or full IUC name. The
// error of an unknown name holds the nearest one.
func Lookup(name string) (Group, error) { return find(Groups(), "wallpaper", name) }
