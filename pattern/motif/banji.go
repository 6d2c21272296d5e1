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
	m := float64(size / 4)
	f := newFret(o, float64(m*o.Value(in, "line")*o.Weight()), m, .042)
	flip := geom.Identity()
	if o.Value(in, "hand") >= .5 {
		// Mirrored about the middle of the tile.
		flip = geom.Affine{A: -1, C: size, E: 1}
	}
	var fret geom.Path
	var crooks []geom.Pt
	for _, c := range []geom.Pt{{X: 1, Y: 1}, {X: 3, Y: 3}} {
		at := geom.Scale(m, m).At(c.Mul(m))
		for k := range 4 {
			t := geom.Rotate(float64(k) / 4).Then(at).Then(flip)
			fret = fret.Join(geom.Polyline(banjiHook()...).Transform(t))
			crooks = append(crooks, t.Apply(geom.Pt{X: .5, Y: .5}))
		}
	}
	var shapes []pattern.Shape
	// A fine line runs along the fret on either side, where a crook holds it and a
	// dot beside.
	side := math.Max(float64(.05*m), f.open)
	ground := math.Max(float64(f.w/2)+float64(.11*m), f.reach()+f.open)
	reach := f.reach()
	if free := m - float64(2*(ground+side)); free > float64(2*f.open)+finest(o) {
		reach = ground + side
		shapes = append(shapes,
			line(pattern.Latar, pattern.Filling, float64(2*reach), fret),
			line(pattern.Ground, pattern.Filling, float64(2*ground), fret))
	}
	shapes = append(shapes, f.shapes(fret)...)
	// A dot or a triad in each crook of the hook, as there is room.
	var cecek []geom.Dot
	room := float64(m/2) - reach - f.open
	if r := float64(.05 * m); room > r+f.triad(r) {
		cecek = append(cecek, manyDots(ringDots(3, f.triad(r), .125, r), moved(crooks...))...)
	} else if room > finest(o)/2 {
		cecek = append(cecek, manyDots([]geom.Dot{{R: math.Min(.09*m, room)}}, moved(crooks...))...)
	}
	// Flowers lie in the empty squares, half way between the figures.
	squares := []geom.Pt{flip.Apply(geom.Pt{X: 3 * m, Y: m}), flip.Apply(geom.Pt{X: m, Y: 3 * m})}
	if o.Value(in, "flowers") >= .5 {
		shapes = append(shapes, f.flower(math.Min(.6*m, m-reach-f.open), .125, moved(squares...))...)
	}
	near := geom.Dot{C: geom.Pt{X: float64(.48 * m)}, R: float64(.06 * m)}
	beads := []geom.Dot{near}
	far := geom.Dot{C: geom.Pt{X: near.C.X + near.R + f.open + float64(.04*m)}, R: float64(.04 * m)}
	if far.C.X+far.R+f.open < m-reach {
		beads = append(beads, far)
	}
	for _, q := range squares {
		cecek = append(cecek, manyDots(beads, around(q, 4, 0))...)
	}
	return pattern.Tile{Size: geom.Pt{X: size, Y: size}, Shapes: append(shapes, dots(pattern.Latar, pattern.Filling, cecek))}
}

// fret is how the line of a banji is drawn: w wide in its colour, with an edge of
// the contour showing on either side. What is to stay open between two marks is as
// wide as wax leaves it.
type fret struct {
	o             pattern.Options
	w, edge, open float64
}

// newFret returns the fret of arms m long; its edges are the given share of an arm,
// within reason.
func newFret(o pattern.Options, w, m, edge float64) fret {
	open := apart(o)
	return fret{o, math.Max(w, finest(o)), math.Max(math.Min(.6*pattern.KlowongLine, float64(edge*m)), open), open}
}

// reach is how far the fret reaches to either side.
func (f fret) reach() float64 { return float64(f.w/2) + f.edge }

// shapes draws the fret along the lines, with a thread of light in it if it is wide.
func (f fret) shapes(lines geom.Path) []pattern.Shape {
	out := []pattern.Shape{
		line(pattern.Outline, pattern.Klowong, float64(2*f.reach()), lines),
		line(pattern.Fill, pattern.Tembok, f.w, lines),
	}
	if thread := math.Max(.16*f.w, finest(f.o)); f.w > thread+float64(2*f.open) {
		out = append(out, line(pattern.Isen, pattern.Filling, thread, lines))
	}
	return out
}

// triad is how far from the middle the dots of a three lie, so that they stand
// apart.
func (f fret) triad(r float64) float64 { return (r + float64(f.open/2)) / geom.Sin(1./6) }

// flower draws four petals round a heart, with a leaf in each if they are wide
// enough.
func (f fret) flower(r, first float64, ms []geom.Affine) []pattern.Shape {
	// Two petals are nearest where each is .42 of its width broad, at .35 of the way.
	width := math.Min(.75*r, (float64(.35*r)-float64(f.open/math.Sqrt2))/.42)
	heart, foot := float64(.24*r), float64(.18*r)
	if width < .6*r { // too small for cloth between them: they run into one blossom
		width, heart, foot = r, float64(.33*r), float64(.08*r)
	}
	all := combined(around(geom.Pt{}, 4, first), ms)
	out := []pattern.Shape{area(pattern.Fill, pattern.Klowong,
		many(geom.Petal(r-foot, width).Transform(geom.Translate(geom.Pt{X: foot})), all))}
	if room := float64(.49*width) - f.open; heart < .33*r && room > finest(f.o)/2 {
		from := heart + f.open
		out = append(out, area(pattern.Fill2, pattern.Filling,
			many(geom.Petal(float64(.8*r)-from, 2*math.Min(room, .12*r)).Transform(geom.Translate(geom.Pt{X: from})), all)))
	}
	return append(out, dots(pattern.Accent, pattern.Klowong, manyDots([]geom.Dot{{R: heart}}, ms)))
}

// meanderUnit is the handbook's substitute (§1.6), four arms long.
func meanderUnit() []geom.Pt {
	return []geom.Pt{{}, {X: 3}, {X: 3, Y: 2}, {X: 1, Y: 2}, {X: 1, Y: 3}, {X: 4, Y: 3}, {X: 4}}
}

// drawBanjiMeander fills the cloth with rows of the meander. It turns back on
// itself and never crosses, so no swastika can appear in it.
func drawBanjiMeander(in pattern.Info, o pattern.Options) pattern.Tile {
	size := o.Value(in, "size")
	m := float64(size / 8) // two meanders of four arms
	const row = 4.8        // arms from row to row; the lines between take what the meander leaves
	const above = (row - 3) / 2
	// Its line leaves room for a row of dots between two arms.
	dot := float64(.65 * finest(o))
	f := newFret(o, float64(1.4*m*o.Value(in, "line")*o.Weight()), m, .09)
	f = newFret(o, math.Min(f.w, m-float64(2*(f.edge+f.open+dot))), m, .09)
	h := float64(2 * row * m)
	dir := 1.
	if o.Value(in, "hand") >= .5 {
		dir = -1
	}
	rule := float64(.6 * f.w)
	// Dots between two arms, and between an arm and the rule.
	channel := math.Min(.1*m, float64(m/2)-f.reach()-f.open)
	from, to := float64(rule/2), float64(above*m)-f.reach()
	margin := math.Min(.08*m, float64((to-from)/2)-f.open)
	var fret, rules geom.Path
	var flowers []geom.Pt
	var cecek []geom.Dot
	for r := range 2 {
		top := float64(float64(r)*row*m) + float64(above*m)
		for k := range 2 {
			// Every second row runs the other way (pg).
			flip := dir * (1 - float64(2*float64(r)))
			at := geom.Scale(float64(m*flip), m).At(geom.Pt{X: float64(float64(k) * size / 2), Y: top})
			fret = fret.Join(geom.Polyline(meanderUnit()...).Transform(at))
			flowers = append(flowers, at.Apply(geom.Pt{X: 2, Y: 1}))
			for _, q := range []geom.Pt{{X: .5, Y: .8}, {X: .5, Y: 1.5}, {X: .5, Y: 2.2}, {X: 3.5, Y: .8}, {X: 3.5, Y: 1.5}, {X: 3.5, Y: 2.2}, {X: 1.7, Y: 2.5}, {X: 2.3, Y: 2.5}, {X: 2.9, Y: 2.5}, {X: 1.1, Y: 1}} {
				if channel > .99*dot {
					cecek = append(cecek, geom.Dot{C: at.Apply(q), R: channel})
				}
			}
		}
		y := float64(float64(r) * row * m)
		rules = rules.Join(geom.Polyline(geom.Pt{Y: y}, geom.Pt{X: size, Y: y}))
		for k := range 8 {
			x := float64((float64(k) + .5) * m)
			for _, s := range []float64{-.5, .5} {
				if margin > .99*dot {
					cecek = append(cecek, geom.Dot{C: geom.Pt{X: x, Y: y + float64(s*(from+to))}, R: margin})
				}
			}
		}
	}
	shapes := append(f.shapes(fret), line(pattern.Fill2, pattern.Klowong, rule, rules))
	if o.Value(in, "flowers") >= .5 {
		shapes = append(shapes, f.flower(math.Min(.62*m, m-f.reach()-f.open), 0, moved(flowers...))...)
	}
	return pattern.Tile{Size: geom.Pt{X: size, Y: h}, Shapes: append(shapes, dots(pattern.Latar, pattern.Filling, cecek))}
}
