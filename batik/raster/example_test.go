package raster_test

import (
	"context"
	"fmt"
	"image"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// dots is a cloth of one dot every 10 mm.
func dots() *cloth.Cloth {
	repeat := geom.Pt{X: 10, Y: 10}
	return &cloth.Cloth{
		Size:   geom.Pt{X: 100, Y: 50},
		Repeat: repeat,
		Inks:   []palette.Ink{{Color: palette.Color{R: 250, G: 240, B: 220}}, {Color: palette.Color{R: 40, G: 60, B: 110}}},
		Zones: []cloth.Zone{{Bounds: geom.R(0, 0, 100, 50), Repeat: repeat, Cell: []cloth.Shape{
			{Ink: 1, Mark: geom.Mark{Kind: geom.Dots, Dots: []geom.Dot{{C: geom.Pt{X: 5, Y: 5}, R: 3}}}},
		}}},
	}
}

// The repeat of 10 mm is fitted to 39 pixels, and the true resolution reported.
func ExampleNew() {
	r, err := raster.New(dots(), raster.Options{DPI: 100})
	if err != nil {
		fmt.Println(err)
		return
	}
	x, y := r.DPI()
	fmt.Printf("%v px, a repeat every %v px, %.2f × %.2f dpi\n", r.Size(), r.Repeat(), x, y)
	// Output: (390,195) px, a repeat every (39,39) px, 99.06 × 99.06 dpi
}

// Any window has the bytes of the whole picture.
func ExampleRenderer_Draw() {
	r, err := raster.New(dots(), raster.Options{DPI: 100})
	if err != nil {
		fmt.Println(err)
		return
	}
	window := image.NewRGBA(image.Rect(50, 50, 90, 60))
	if err := r.Draw(context.Background(), window); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(window.At(58, 58), window.At(78, 51))
	// Output: {40 60 110 255} {250 240 220 255}
}

func ExampleRenderer_Bands() {
	r, err := raster.New(dots(), raster.Options{DPI: 100})
	if err != nil {
		fmt.Println(err)
		return
	}
	for m, err := range r.Bands(context.Background(), 80) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(m.Rect)
	}
	// Output:
	// (0,0)-(390,80)
	// (0,80)-(390,160)
	// (0,160)-(390,195)
}
