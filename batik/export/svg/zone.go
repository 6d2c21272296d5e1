package svg

import (
	"fmt"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// maxMarks bounds the marks of all cells of a zone, and so what an absurdly small
// repeat can cost.
const maxMarks = 1 << 26

// zone writes zone i as a group: its ground, then its cells.
func (e *encoder) zone(i int) {
	z := &e.c.Zones[i]
	if !e.alive() || z.Bounds.Empty() {
		return
	}
	id := e.id("", z.Name)
	e.str(`<g id="`, id, `"`)
	if z.Name != "" && z.Name != id {
		e.str(` data-name="`, escape(z.Name), `"`)
	}
	e.str(">\n")
	if !z.Within.Empty() {
		clip := e.id("within-", id)
		e.str(`<clipPath id="`, clip, `">`)
		e.mark(geom.Mark{Kind: geom.Area, Path: z.Within}, z.Within.Bounds())
		e.cut()
		e.str("</clipPath>\n", `<g clip-path="url(#`, clip, ")\">\n")
		defer e.str("</g>\n</g>\n")
	} else {
		defer e.str("</g>\n")
	}
	if z.Ground >= 0 {
		e.rect(z.Bounds, e.color(z.Ground))
	}
	switch {
	case len(z.Cell) == 0:
	case z.Hand == nil && !e.o.Flat && repeats(z):
		e.pattern(i, id)
	default:
		e.cells(i, id)
	}
}

// repeats reports whether more than one repeat shows. A single one is as long
// written out, and is then sharp at any size.
func repeats(z *cloth.Zone) bool {
	return z.Repeat.X > 0 && z.Bounds.W() > z.Repeat.X || z.Repeat.Y > 0 && z.Bounds.H() > z.Repeat.Y
}

// cells writes every cell of the zone, clipped to its bounds.
func (e *encoder) cells(i int, id string) {
	z := &e.c.Zones[i]
	clip := e.id("clip-", id)
	e.str(`<clipPath id="`, clip, `"><rect`, box(z.Bounds), "/></clipPath>\n", `<g clip-path="url(#`, clip, ")\">\n")
	e.copies(i, z, z.Bounds)
	e.str("</g>\n")
}

// layer is a run of shapes of a cell in one ink. Within it the order of painting
// does not show, so a cell's layers can be placed one after another as wholes.
type layer struct {
	id     string
	shapes []cloth.Shape
	reach  geom.Rect // relative to the cell
}

// layers returns the cell's layers in painting order.
func (e *encoder) layers(z *cloth.Zone, id string) []layer {
	var out []layer
	for _, s := range z.Cell {
		if empty(s.Mark) {
			continue
		}
		if n := len(out); n == 0 || out[n-1].shapes[0].Ink != s.Ink {
			out = append(out, layer{id: e.id("cell-", fmt.Sprintf("%s-%d", id, n))})
		}
		l := &out[len(out)-1]
		l.shapes = append(l.shapes, s)
		l.reach = l.reach.Union(s.Mark.Bounds())
	}
	return out
}

// pattern writes the cell once and fills the zone with uses of it, row by row.
// The repeat is also there as a <pattern>, for a designer to fill other shapes
// with; the zone itself is not filled by it, since renderers draw a pattern's
// tile as pixels and resample them, which blurs whatever is not a whole number of
// pixels wide.
func (e *encoder) pattern(i int, id string) {
	z := &e.c.Zones[i]
	layers := e.layers(z, id)
	e.str("<defs>\n")
	for _, l := range layers {
		e.str(`<g id="`, l.id, "\">\n")
		for _, s := range l.shapes {
			t := style{ink: s.Ink, kind: s.Kind, layer: s.Layer}
			if s.Kind == geom.Stroke {
				t.width = micro(s.Width)
			}
			if !e.alive() {
				return
			}
			e.run(t)
			e.mark(s.Mark, s.Mark.Bounds())
		}
		e.end()
		e.str("</g>\n")
	}
	// An axis without a repeat has one cell, on a tile as long as the bounds.
	tile := geom.Rect{Min: z.Origin, Max: z.Origin.Add(z.Repeat)}
	if !(z.Repeat.X > 0) {
		tile.Min.X, tile.Max.X = z.Bounds.Min.X, z.Bounds.Max.X
	}
	if !(z.Repeat.Y > 0) {
		tile.Min.Y, tile.Max.Y = z.Bounds.Min.Y, z.Bounds.Max.Y
	}
	// The tile holds all copies that reach in. Its coordinates start at its own
	// corner and it is put in place by x and y.
	cell := *z
	cell.Bounds = tile.Shift(geom.Pt{X: -tile.Min.X, Y: -tile.Min.Y})
	cell.Origin = z.Origin.Sub(tile.Min)
	e.str(`<pattern id="`, e.id("repeat-", id), `" patternUnits="userSpaceOnUse"`, box(tile), ">\n")
	e.uses(i, &cell, layers, cell.Bounds, "")
	e.str("</pattern>\n</defs>\n")
	clip := e.id("clip-", id)
	e.str(`<clipPath id="`, clip, `"><rect`, box(z.Bounds), "/></clipPath>\n", `<g clip-path="url(#`, clip, ")\">\n")
	e.uses(i, z, layers, z.Bounds, id)
	e.str("</g>\n")
}

// uses places the layers wherever they touch the window. With an id of rows, each
// layer's row is written once and used for every row, so a cloth of a thousand
// repeats takes a hundred elements.
func (e *encoder) uses(i int, z *cloth.Zone, layers []layer, window geom.Rect, rows string) {
	for _, l := range layers {
		i0, i1, j0, j1 := z.Cells(l.reach, window)
		if float64(i1-i0)*float64(j1-j0) > maxMarks {
			e.fail(fmt.Errorf("svg: zones[%d].repeat: %v × %v mm makes more than %d marks", i, z.Repeat.X, z.Repeat.Y, maxMarks))
			return
		}
		if rows == "" || j1-j0 < 2 {
			for j := j0; j < j1; j++ {
				e.row(l.id, z, i0, i1, z.Origin.Y+float64(float64(j)*z.Repeat.Y))
			}
			continue
		}
		id := e.id("row-", rows)
		e.str(`<defs><g id="`, id, "\">\n")
		e.row(l.id, z, i0, i1, 0)
		e.str("</g></defs>\n")
		for j := j0; j < j1; j++ {
			e.use(id, geom.Pt{Y: z.Origin.Y + float64(float64(j)*z.Repeat.Y)})
		}
	}
}

// row places an element at every cell of a row.
func (e *encoder) row(id string, z *cloth.Zone, i0, i1 int, y float64) {
	for i := i0; i < i1 && e.alive(); i++ {
		e.use(id, geom.Pt{X: z.Origin.X + float64(float64(i)*z.Repeat.X), Y: y})
	}
}

func (e *encoder) use(id string, at geom.Pt) {
	e.str(`<use xlink:href="#`, id, `"`)
	if at.X != 0 {
		e.str(` x="`, num(at.X), `"`)
	}
	if at.Y != 0 {
		e.str(` y="`, num(at.Y), `"`)
	}
	e.str("/>\n")
}

// copies writes the marks of all cells that touch the window, in the painting
// order of cloth.Zone.
func (e *encoder) copies(i int, z *cloth.Zone, window geom.Rect) {
	marks := 0.
	for k := range z.Cell {
		s := &z.Cell[k]
		b := s.Mark.Bounds()
		reach := b
		if z.Hand != nil {
			reach = b.Inset(-z.Margin)
		}
		i0, i1, j0, j1 := z.Cells(reach, window)
		if marks += float64(float64(i1-i0) * float64(j1-j0)); marks > maxMarks {
			e.fail(fmt.Errorf("svg: zones[%d].repeat: %v × %v mm makes more than %d marks", i, z.Repeat.X, z.Repeat.Y, maxMarks))
			return
		}
		for cj := j0; cj < j1; cj++ {
			for ci := i0; ci < i1; ci++ {
				if !e.alive() {
					return
				}
				d := geom.Pt{X: z.Origin.X + float64(float64(ci)*z.Repeat.X), Y: z.Origin.Y + float64(float64(cj)*z.Repeat.Y)}
				// Cells counts copies that only touch the window; those would be
				// written in vain.
				if !reach.Shift(d).Overlaps(window) {
					continue
				}
				m := s.Mark
				if z.Hand != nil {
					e.drawn = z.Hand(e.drawn, m, k, ci, cj)
					m = e.drawn
					if err := sound(m); err != nil {
						e.fail(fmt.Errorf("svg: zones[%d].hand of cell[%d] at (%d, %d): %w", i, k, ci, cj, err))
						return
					}
				}
				e.moved = e.moved.Reuse(m.Kind, m.Width).JoinUnder(m, geom.Translate(d))
				m = within(e.moved, window)
				t := style{ink: s.Ink, kind: m.Kind, layer: s.Layer}
				if m.Kind == geom.Stroke {
					t.width = micro(m.Width)
				}
				if empty(m) {
					continue
				}
				e.run(t)
				e.mark(m, m.Bounds())
			}
		}
	}
	e.end()
}

// within returns the mark without the dots that lie outside the window, which
// are most of them where a cell's mark reaches into its neighbour. It may keep
// m's dots in place, which the caller owns.
func within(m geom.Mark, window geom.Rect) geom.Mark {
	if m.Kind != geom.Dots && m.Kind != geom.Squares {
		return m
	}
	keep := m.Dots[:0]
	for _, d := range m.Dots {
		if (geom.Rect{Min: d.C, Max: d.C}).Inset(-d.R).Overlaps(window) {
			keep = append(keep, d)
		}
	}
	m.Dots = keep
	return m
}
