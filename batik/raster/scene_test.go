package raster

import (
	"math/rand/v2"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func inks(hex ...uint32) []palette.Ink {
	var out []palette.Ink
	for _, h := range hex {
		out = append(out, palette.Ink{Color: palette.Color{R: uint8(h >> 16), G: uint8(h >> 8), B: uint8(h)}})
	}
	return out
}

var batikInks = inks(0xf3e6cf, 0x2b1a12, 0x8a4b1f, 0x23406b, 0xffffff)

// kawung returns a cell of 40 mm with petals, outlines, seeds, dots and dashes:
// about 300 sub-shapes.
func kawung() []cloth.Shape {
	rng := rand.New(rand.NewPCG(1, 2))
	var cell []cloth.Shape
	add := func(ink int, m geom.Mark) { cell = append(cell, cloth.Shape{Mark: m, Ink: ink}) }
	for q := range 4 {
		a := geom.Translate(geom.Pt{X: 1.5}).Then(geom.Rotate(float64(q)/4 + .125)).At(geom.Pt{X: 20, Y: 20})
		petal := geom.Petal(23, 13).Transform(a)
		add(2, geom.Mark{Path: petal})
		add(1, geom.Mark{Kind: geom.Stroke, Path: petal, Width: .8})
		in := geom.Petal(18, 9).Transform(geom.Translate(geom.Pt{X: 2}).Then(a))
		add(0, geom.Mark{Kind: geom.Stroke, Path: in, Width: .4})
		for s := range 2 {
			y := float64(s)*2 - 1
			add(1, geom.Mark{Kind: geom.Stroke, Width: .7, Path: geom.Path{}.MoveTo(geom.Pt{X: 6, Y: y}).
				CubeTo(geom.Pt{X: 9, Y: 2 * y}, geom.Pt{X: 12, Y: y}, geom.Pt{X: 15, Y: y}).Transform(a)})
		}
	}
	var dots []geom.Dot
	for range 200 {
		dots = append(dots, geom.Dot{C: geom.Pt{X: rng.Float64() * 40, Y: rng.Float64() * 40}, R: .2 + .2*rng.Float64()})
	}
	add(1, geom.Mark{Kind: geom.Dots, Dots: dots})
	var dashes geom.Path
	for i := range 48 {
		t := float64(i) / 48
		dashes = dashes.MoveTo(geom.Polar(14, t).Add(geom.Pt{X: 20, Y: 20})).LineTo(geom.Polar(17, t).Add(geom.Pt{X: 20, Y: 20}))
	}
	add(3, geom.Mark{Kind: geom.Stroke, Path: dashes, Width: .35})
	return cell
}

// wobble is a hand: it moves every point a little, differently in each cell.
func wobble(into, m geom.Mark, k, i, j int) geom.Mark {
	h := uint64(k)*0x9e3779b97f4a7c15 ^ uint64(uint32(i))*0xbf58476d1ce4e5b9 ^ uint64(uint32(j))*0x94d049bb133111eb
	next := func() float64 {
		h ^= h << 13
		h ^= h >> 7
		h ^= h << 17
		return float64(h>>40)/(1<<24) - .5
	}
	next()
	n := into.Reuse(m.Kind, m.Width)
	n.Path.Verbs = append(n.Path.Verbs, m.Path.Verbs...)
	for _, p := range m.Path.Pts {
		n.Path.Pts = append(n.Path.Pts, geom.Pt{X: p.X + float64(.4*next()), Y: p.Y + float64(.4*next())})
	}
	for _, d := range m.Dots {
		n.Dots = append(n.Dots, geom.Dot{C: geom.Pt{X: d.C.X + float64(.4*next()), Y: d.C.Y + float64(.4*next())}, R: d.R})
	}
	return n
}

// sarong returns a cloth of w×h mm filled with kawung, by hand or not.
func sarong(w, h float64, byHand bool) *cloth.Cloth {
	z := cloth.Zone{Name: "badan", Bounds: geom.R(0, 0, w, h), Ground: 0, Repeat: geom.Pt{X: 40, Y: 40}, Cell: kawung()}
	if byHand {
		z.Hand, z.Margin = wobble, .3
	}
	return &cloth.Cloth{Size: geom.Pt{X: w, Y: h}, Inks: batikInks, Repeat: z.Repeat, Zones: []cloth.Zone{z}}
}
