package png_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// A file carries the design that it was made from.
func ExampleEncode() {
	c := &cloth.Cloth{
		Size:   geom.Pt{X: 100, Y: 50},
		Inks:   []palette.Ink{{Color: palette.Color{R: 40, G: 60, B: 110}}},
		Source: []byte(`{"format":1,"seed":7}`),
	}
	var file bytes.Buffer
	if err := png.Encode(context.Background(), &file, c, raster.Options{DPI: 100}); err != nil {
		fmt.Println(err)
		return
	}
	design, err := png.Source(&file)
	fmt.Printf("%s %v\n", design, err)
	// Output: {"format":1,"seed":7} <nil>
}
