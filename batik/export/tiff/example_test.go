package tiff_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/export/tiff"
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
	dir, _ := os.MkdirTemp("", "")
	defer os.RemoveAll(dir)
	f, err := os.Create(filepath.Join(dir, "cloth.tif"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	if err := tiff.Encode(context.Background(), f, c, raster.Options{DPI: 100}); err != nil {
		fmt.Println(err)
		return
	}
	design, err := tiff.Source(f)
	fmt.Printf("%s %v\n", design, err)
	// Output: {"format":1,"seed":7} <nil>
}
