package main

import (
	"context"
	"image"
	"image/draw"
	"path/filepath"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
)

const fillingSheet = "sheet-isen.png"

// filling is an entry of the fillings' sheet.
type filling struct {
	isen.Info
	Picture string
}

// fillings draws every filling at twice its size in a petal, a bent leaf and a
// piece of ground.
func fillings(ctx context.Context, dir string) ([]filling, error) {
	all := isen.All()
	const cols, wide, high, text = 4, 500, 230, 100
	dst := image.NewRGBA(image.Rect(0, 0, 2*margin+cols*(wide+30), 160+(len(all)+cols-1)/cols*(high+text)))
	draw.Draw(dst, dst.Rect, image.NewUniform(room), image.Point{}, draw.Src)
	p, err := newPen(dst)
	if err != nil {
		return nil, err
	}
	p.write(p.title, ink, margin, 50, sheetWidth, "Isen-isen: fillings, at twice their size")
	var out []filling
	for i, f := range all {
		r, err := raster.New(sample(f.ID), raster.Options{Width: 2 * wide})
		if err != nil {
			return nil, err
		}
		m, err := window(ctx, r, r.Bounds())
		if err != nil {
			return nil, err
		}
		name := "isen-" + f.ID + ".png"
		if err := save(ctx, filepath.Join(dir, name), m); err != nil {
			return nil, err
		}
		out = append(out, filling{f, name})
		x, y := margin+i%cols*(wide+30), 160+i/cols*(high+text)
		place(dst, image.Rect(x, y, x+wide, y+high), m)
		y = p.write(p.strong, ink, x, y+high+4, wide, f.Name)
		p.write(p.small, soft, x, y, wide, f.Gloss.EN)
	}
	return out, save(ctx, filepath.Join(dir, fillingSheet), dst)
}

// sample is a strip of cloth with the three bodies that a filling is judged in.
func sample(id string) *cloth.Cloth {
	ink := func(hex uint32) palette.Ink {
		return palette.Ink{Color: palette.Color{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex)}}
	}
	c := &cloth.Cloth{Size: geom.Pt{X: 66, Y: 30}, Inks: []palette.Ink{ink(0xf1e6cc), ink(0x4b2d1a), ink(0x2b1c14)}}
	z := cloth.Zone{Bounds: geom.R(0, 0, 66, 30)}
	add := func(body geom.Path, base, axis geom.Pt) {
		z.Cell = append(z.Cell,
			cloth.Shape{Mark: geom.Mark{Path: body}, Ink: 1},
			cloth.Shape{Mark: geom.Mark{Kind: geom.Stroke, Path: body, Width: .9}, Ink: 2})
		for _, s := range isen.Fill(id, isen.Site{Region: geom.NewRegion(body), Base: base, Axis: axis}, isen.Options{Role: pattern.Isen, Inset: 1}) {
			z.Cell = append(z.Cell, cloth.Shape{Mark: s.Mark})
		}
	}
	petal := geom.Petal(24, 17).Transform(geom.Rotate(-.25).At(geom.Pt{X: 10, Y: 27}))
	add(petal, geom.Pt{X: 10, Y: 27}, geom.Pt{Y: -24})
	leaf := geom.Smooth([]geom.Pt{{X: 22, Y: 27}, {X: 21, Y: 16}, {X: 27, Y: 7}, {X: 38, Y: 3}, {X: 33, Y: 12}, {X: 31, Y: 20}, {X: 27, Y: 25}}, true)
	add(leaf, geom.Pt{X: 22, Y: 27}, geom.Pt{X: 16, Y: -24})
	add(geom.R(41, 3, 22, 24).Path(), geom.Pt{}, geom.Pt{})
	c.Zones = []cloth.Zone{z}
	return c
}
