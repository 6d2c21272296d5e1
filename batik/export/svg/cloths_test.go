package svg_test

import (
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func inks() []palette.Ink {
	return []palette.Ink{
		{Name: "gading", Color: palette.Color{R: 0xf4, G: 0xe8, B: 0xd0}},
		{Name: "soga", Color: palette.Color{R: 0x8a, G: 0x4b, B: 0x1e}},
		{Name: "wedel", Color: palette.Color{R: 0x1b, G: 0x2a, B: 0x52}},
		{Name: "<mengkudu> & \"co\"", Color: palette.Color{R: 0xb0, G: 0x20, B: 0x2c}},
	}
}

func pt(x, y float64) geom.Pt { return geom.Pt{X: x, Y: y} }

func area(ink int, p geom.Path) cloth.Shape {
	return cloth.Shape{Mark: geom.Mark{Kind: geom.Area, Path: p}, Ink: ink, Layer: "klowong"}
}

func stroke(ink int, w float64, p geom.Path) cloth.Shape {
	return cloth.Shape{Mark: geom.Mark{Kind: geom.Stroke, Path: p, Width: w}, Ink: ink, Layer: "klowong"}
}

func dots(ink int, kind geom.Kind, ds ...geom.Dot) cloth.Shape {
	return cloth.Shape{Mark: geom.Mark{Kind: kind, Dots: ds}, Ink: ink, Layer: "isen"}
}

// badan is a zone over most of a cloth of 160 × 120 mm, with cells of 32 × 24 mm.
func badan(cell ...cloth.Shape) *cloth.Cloth {
	return &cloth.Cloth{
		Title: "Contoh", Size: pt(160, 120), Inks: inks(), Repeat: pt(32, 24), Source: []byte(`{"format":1}`),
		Zones: []cloth.Zone{{Name: "badan", Bounds: geom.R(8, 8, 136, 104), Ground: -1, Origin: pt(4, 2), Repeat: pt(32, 24), Cell: cell}},
	}
}

type sample struct {
	name string
	c    *cloth.Cloth
}

// samples are cloths that between them hold all that the encoder tells apart.
func samples() []sample {
	grid := func(kind geom.Kind) cloth.Shape {
		var ds []geom.Dot
		for i := range 10 {
			for j := range 8 {
				ds = append(ds, geom.Dot{C: pt(float64(i)*3.2+.3, float64(j)*3+.2), R: .45 + float64(i)*.05})
			}
		}
		return dots(2, kind, ds...)
	}
	flower := []cloth.Shape{
		area(1, geom.Ellipse(pt(16, 12), 13, 8, .05)),
		stroke(2, .9, geom.Ellipse(pt(16, 12), 13, 8, .05)),
		// A hole: an inner outline that turns the other way round.
		area(3, geom.Circle(pt(16, 12), 6).Join(geom.Circle(pt(0, 0), 4).Transform(geom.Affine{A: -1, E: 1, C: 16, F: 12}))),
		dots(2, geom.Dots, geom.Dot{C: pt(16, 12), R: 1.3}),
	}
	over := []cloth.Shape{ // reaches over neighbours, and over the tile's corner
		area(1, geom.Circle(pt(0, 0), 9)),
		area(3, geom.Ellipse(pt(30, 20), 24, 5, .1)),
		stroke(2, 1.5, geom.Smooth([]geom.Pt{pt(-12, 30), pt(4, 4), pt(20, 22), pt(45, -6)}, false)),
		stroke(0, .5, geom.Polyline(pt(-3, 12), pt(35, 12))),
	}
	hand := badan(append(append([]cloth.Shape(nil), over...), grid(geom.Dots))...)
	hand.Zones[0].Margin = 2
	hand.Zones[0].Hand = func(into, m geom.Mark, k, i, j int) geom.Mark {
		s, c := geom.SinCos(float64(k*5+i*7+j*3) / 17)
		return into.Reuse(m.Kind, m.Width).JoinUnder(m, geom.Translate(pt(s, c)))
	}
	// A half-drop of tiles of 32 × 24 mm.
	super, places := symmetry.Repeat{Kind: symmetry.HalfDrop}.Cell(pt(32, 24))
	var cell []cloth.Shape
	for _, s := range flower {
		for _, m := range places {
			cell = append(cell, cloth.Shape{Mark: s.Mark.Transform(m), Ink: s.Ink, Layer: s.Layer})
		}
	}
	drop := badan(cell...)
	drop.Zones[0].Repeat = super
	drop.Repeat = super
	// Mirrored copies that overlap: their windings would cancel in one path.
	mirror := badan(
		area(1, geom.Polygon(pt(2, 2), pt(20, 4), pt(14, 20))),
		area(1, geom.Polygon(pt(2, 2), pt(20, 4), pt(14, 20)).Transform(geom.Affine{A: -1, C: 26, E: 1})),
	)
	// Half the cloth is clipped along a diagonal, its neighbour lies under it.
	halves := badan(flower...)
	sore := badan(over...).Zones[0]
	sore.Name, sore.Ground = "sore", 3
	sore.Within = geom.Polygon(pt(60, 0), sore.Bounds.Max, pt(20, sore.Bounds.Max.Y))
	halves.Zones = append(halves.Zones, sore)
	border := badan(flower...)
	border.Zones = append(border.Zones, cloth.Zone{
		Name: "tepi", Bounds: geom.R(0, 96, 160, 24), Ground: 2, Origin: pt(3, 97), Repeat: pt(16, 0),
		Cell: []cloth.Shape{area(3, geom.Petal(18, 6).Transform(geom.Rotate(.1))), stroke(0, .8, geom.Circle(pt(8, 10), 5))},
	}, cloth.Zone{
		Name: "cap", Bounds: geom.R(40, 20, 60, 40), Ground: 0, Origin: pt(40, 20),
		Cell: []cloth.Shape{area(1, geom.Superellipse(pt(30, 20), 34, 16, 4, 0)), stroke(2, 2, geom.Polyline(pt(0, 0), pt(60, 40)))},
	})
	return []sample{

		{"areas", badan(flower...)},
		{"strokes", badan(over[2:]...)},
		{"dots", badan(grid(geom.Dots))},
		{"squares", badan(grid(geom.Squares))},
		{"overlap", badan(over...)},
		{"half-drop", drop},
		{"mirror", mirror},
		{"hand", hand},
		{"borders", border},
		{"halves", halves},
	}
}
