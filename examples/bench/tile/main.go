// Tile draws a design many times over and prints the milliseconds that the median
// took: FILE WIDTH TIMES. It is made for this machine and for wasm, to tell what
// wasm costs.
package main

import (
	"context"
	"fmt"
	"image"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/raster"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "tile:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("%d arguments; want FILE WIDTH TIMES", len(args))
	}
	width, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	times, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	b, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	d, err := batik.Decode(b)
	if err != nil {
		return err
	}
	c, err := batik.Lay(d)
	if err != nil {
		return err
	}
	r, err := raster.New(c, raster.Options{Width: width, Workers: 1})
	if err != nil {
		return err
	}
	m := image.NewRGBA(r.Bounds())
	var took []float64
	for range max(3, times) {
		start := time.Now()
		if err := r.Draw(context.Background(), m); err != nil {
			return err
		}
		took = append(took, time.Since(start).Seconds()*1e3)
	}
	slices.Sort(took)
	fmt.Printf("median %f\n", took[len(took)/2])
	return nil
}
