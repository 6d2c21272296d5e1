package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func banjis() []drawing {
	params := []pattern.Param{
		{ID: "size", Name: "Repeat", Nama: "Ulangan", Unit: "mm", Min: 12, Max: 320, Def: 30, Step: 1},
		{ID: "hand", Name: "Turning: 0 right, 1 left", Nama: "Arah putar: 0 kanan, 1 kiri", Min: 0, Max: 1, Def: 0, Step: 1},
		{ID: "line", Name: "Line, of the arm", Nama: "Tebal garis, dari lengan", Min: .06, Max: .4, Def: .24, Step: .01},
		{ID: "flowers", Name: "Flowers in the squares", Nama: "Kembang dalam petak", Min: 0, Max: 1, Def: 1, Step: 1},
	}
	return []drawing{
		{"banji", pattern.Info{ID: "banji", Family: "banji", Traits: []string{pattern.Swastika}, Group: "p4",
			Params: params, Repeats: []symmetry.Kind{symmetry.Block, symmetry.Turn}}, drawBanji},
		{"banji", pattern.Info{ID: "banji_meander", Family: "banji", Name: "Banji meander (tanpa swastika)", Group: "pg",
			Params: params, Repeats: []symmetry.Kind{symmetry.Block}}, drawBanjiMeander},
	}
}

// banjiHook is the arm of the fret, in arms: out, and round to its right.
func banjiHook() []geom.Pt { return []geom.Pt{{}, {X: 0, Y: 1}, {X: 1, Y: 1}} }

// drawBanji turns the hook four times about every point (2i+2j, 2i−2j)·m: its
// ends meet those of the neighbours and all lines run on as one fret (handbook
// §1.6). The square tile of side 4m holds two such points.
func drawBanji(in pattern.Info, o pattern.Options) pattern.Tile {
	size := o.Value(in, "size")
	m := size / 4
	w := float64(m * o.Value(in, "line") * o.Weight())
	flip := geom.Identity()
	if o.Value(in, "hand") >= .5 {
		// Mirrored about the middle of the tile.
		flip = geom.Affine{A: -1, C: size, E: 1}
	}
	var fret geom.Path
	var petals, leaves geom.Path
	var hearts, cecek []geom.Dot
	for _, c := range []geom.Pt{{X: 1, Y: 1}, {X: 3, Y: 3}} {
		at := geom.Scale(m, m).At(c.Mul(m))
		for k := range 4 {
			t := geom.Rotate(float64(k) / 4).Then(at).Then(flip)
			fret = fret.Join(geom.Polyline(banjiHook()...).Transform(t))
		}
	}
	// The centres of the empty squares, which lie half way between the figures.
	for _, c := range []geom.Pt{{X: 3, Y: 1}, {X: 1, Y: 3}} {
		p := flip.Apply(c.Mul(m))
		outer, inner := flower(.6*m, 4)
		turn := geom.Rotate(.125).At(p)
		petals = petals.Join(outer.Transform(turn))
		leaves = leaves.Join(inner.Transform(turn))
		hearts = append(hearts, geom.Dot{C: p, R: .1 * m})
		for k := range 4 {
			a := float64(k) / 4
			cecek = append(cecek, geom.Dot{C: p.Add(geom.Polar(.36*m, a)), R: .055 * m}, geom.Dot{C: p.Add(geom.Polar(.52*m, a)), R: .04 * m})
		}
	}
	for _, c := range []geom.Pt{{X: 1, Y: 1}, {X: 3, Y: 3}} {
		for k := range 4 {
			// A triad in each crook of the hook.
			a := geom.Rotate(float64(k) / 4).Then(geom.Scale(m, m).At(c.Mul(m))).Then(flip)
			for _, q := range []geom.Pt{{X: .5, Y: .5}, {X: .34, Y: .34}, {X: .5, Y: .28}, {X: .28, Y: .5}} {
				cecek = append(cecek, geom.Dot{C: a.Apply(q), R: .05 * m})
			}
		}
	}
	shapes := []pattern.Shape{
		// A fine line runs along the fret on either side.
		line(pattern.Latar, pattern.Filling, w+float64(.32*m), fret),
		line(pattern.Ground, pattern.Filling, w+float64(.22*m), fret),
		line(pattern.Outline, pattern.Klowong, w+float64(1.2*math.Min(pattern.KlowongLine, .07*m)), fret),
		line(pattern.Fill, pattern.Tembok, w, fret),
	}
	if w > .12*m {
		shapes = append(shapes, line(pattern.Isen, pattern.Filling, .16*w, fret))
	}
	if o.Value(in, "flowers") >= .5 {
		shapes = append(shapes,
			area(pattern.Fill, pattern.Klowong, petals),
			area(pattern.Fill2, pattern.Filling, leaves),
			dots(pattern.Accent, pattern.Klowong, hearts))
	}
	return pattern.Tile{Size: geom.Pt{X: size, Y: size}, Shapes: append(shapes, dots(pattern.Latar, pattern.Filling, cecek))}
}

// meanderUnit is the handbook's substitute (§1.6), four arms long.
func meanderUnit() []geom.Pt {
	return []geom.Pt{{}, {X: 3}, {X: 3, Y: 2}, {X: 1, Y: 2}, {X: 1, Y: 3}, {X: 4, Y: 3}, {X: 4}}
}

// drawBanjiMeander fills the cloth with rows of the meander. It turns back on
// itself and never crosses, so no swastika can appear in it.
func drawBanjiMeander(in pattern.Info, o pattern.Options) pattern.Tile {
	size := o.Value(in, "size")
	m := size / 8 // two meanders of four arms
	w := float64(1.4 * m * o.Value(in, "line") * o.Weight())
	const row = 4.6 // arms from row to row; the lines between take what the meander leaves
	h := float64(2 * row * m)
	dir := 1.
	if o.Value(in, "hand") >= .5 {
		dir = -1
	}
	var fret, rules, petals, inner geom.Path
	var hearts, cecek []geom.Dot
	for r := range 2 {
		top := float64(float64(r)*row*m) + float64(.8*m)
		for k := range 2 {
			// Every second row runs the other way (pg).
			flip := dir * (1 - float64(2*float64(r)))
			at := geom.Scale(float64(m*flip), m).At(geom.Pt{X: float64(float64(k) * size / 2), Y: top})
			fret = fret.Join(geom.Polyline(meanderUnit()...).Transform(at))
			for _, q := range []geom.Pt{{X: 2, Y: 1}} {
				p := at.Apply(q)
				outer, in := flower(.62*m, 4)
				petals = petals.Join(outer.Transform(geom.Translate(p)))
				inner = inner.Join(in.Transform(geom.Translate(p)))
				hearts = append(hearts, geom.Dot{C: p, R: .12 * m})
			}
			for _, q := range []geom.Pt{{X: .5, Y: .8}, {X: .5, Y: 1.5}, {X: .5, Y: 2.2}, {X: 3.5, Y: .8}, {X: 3.5, Y: 1.5}, {X: 3.5, Y: 2.2}, {X: 1.7, Y: 2.5}, {X: 2.3, Y: 2.5}, {X: 2.9, Y: 2.5}, {X: 1.1, Y: 1}, {X: 2.85, Y: 1}} {
				cecek = append(cecek, geom.Dot{C: at.Apply(q), R: .1 * m})
			}
		}
		y := float64(float64(r) * row * m)
		rules = rules.Join(geom.Polyline(geom.Pt{Y: y}, geom.Pt{X: size, Y: y}))
		for k := range 8 {
			x := float64((float64(k) + .5) * m)
			for _, s := range []float64{-.4, .4} {
				cecek = append(cecek, geom.Dot{C: geom.Pt{X: x, Y: y + float64(s*m)}, R: .08 * m})
			}
		}
	}
	shapes := []pattern.Shape{
		line(pattern.Outline, pattern.Klowong, w+float64(1.2*math.Min(pattern.KlowongLine, .15*m)), fret),
		line(pattern.Fill, pattern.Tembok, w, fret),
		line(pattern.Fill2, pattern.Klowong, .6*w, rules),
	}
	if o.Value(in, "flowers") >= .5 {
		shapes = append(shapes,
			area(pattern.Fill, pattern.Klowong, petals),
			area(pattern.Fill2, pattern.Filling, inner),
			dots(pattern.Accent, pattern.Klowong, hearts))
	}
	return pattern.Tile{Size: geom.Pt{X: size, Y: h}, Shapes: append(shapes, dots(pattern.Latar, pattern.Filling, cecek))}
}
