// Quickstart writes six yards of wax print for Nigeria as a picture.
package main

import (
	"context"
	"log"
	"os"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/raster"
)

func main() {
	design, err := batik.Plan(batik.Brief{Market: "ng", Product: "wax6", Seed: 7})
	check(err)
	cloth, err := batik.Lay(design)
	check(err)
	file, err := os.Create("ankara.png")
	check(err)
	check(png.Encode(context.Background(), file, cloth, raster.Options{DPI: 20}))
	check(file.Close())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
