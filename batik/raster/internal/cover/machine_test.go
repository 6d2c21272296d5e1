package cover

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// With machine instructions of ours or without, figures have the same changes and
// pictures the same bytes, and nothing is left behind for the next figure.
func TestMachineInstructions(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	const size = 300
	var plain, fast Raster
	added, filled := 0, 0
	pix := make([]byte, 4*size*size)
	for i := range pix {
		pix[i] = byte(rng.Uint32())
	}
	for n := range 3000 {
		w, h := 1+rng.IntN(size), 1+rng.IntN(40)
		if n%2 == 0 {
			w = 1 + rng.IntN(24)
		}
		x, y := rng.IntN(size-w+1), rng.IntN(size-h+1)
		ink := []byte{byte(rng.Uint32()), byte(rng.Uint32()), byte(rng.Uint32()), 255}
		// Some lie all about the box, some cover parts of it several times, some are
		// hair lines with nothing between.
		spread := int32(w) << 8 << rng.IntN(3)
		plain.Reset(w, h)
		fast.Reset(w, h)
		for range 1 + rng.IntN(3) {
			pts := make([]Point, 2+rng.IntN(9))
			for i := range pts {
				pts[i] = Point{rng.Int32N(2*spread) - spread/2, rng.Int32N(3*int32(h)<<8) - int32(h)<<8}
				if i > 0 && n%5 < 2 {
					pts[i] = Point{pts[i-1].X + rng.Int32N(300) - 150, pts[i-1].Y + rng.Int32N(9000) - 4500}
				}
			}
			dx, dy := rng.Int32N(512), -rng.Int32N(512)
			plain.add(pts, dx, dy)
			if fast.addFast(pts, dx, dy) {
				added++
			} else {
				fast.add(pts, dx, dy)
			}
		}
		if !assert.True(t, slices.Equal(plain.acc, fast.acc), "figure %d, %d×%d", n, w, h) {
			return
		}
		at := y*size + x
		want, got := slices.Clone(pix), slices.Clone(pix)
		var ok bool
		if n%3 < 2 {
			plain.fill(want[4*at:], 4*size, ink)
			if ok = fast.fillFast(got[4*at:], 4*size, size-x, ink); !ok {
				assert.Equal(t, pix, got, "touched, though it said no")
				fast.fill(got[4*at:], 4*size, ink)
			}
		} else {
			plain.set(want[at:], size, ink[0])
			if ok = fast.setFast(got[at:], size, size-x, ink[0]); !ok {
				assert.Equal(t, pix, got, "touched, though it said no")
				fast.set(got[at:], size, ink[0])
			}
		}
		if ok {
			filled++
		}
		if !assert.True(t, slices.Equal(want, got), "figure %d, %d×%d at %d,%d", n, w, h, x, y) {
			return
		}
		for i, a := range fast.acc {
			if a != 0 {
				t.Fatalf("figure %d: change %d is left", n, i)
			}
		}
		for _, b := range fast.touched {
			assert.Zero(t, b)
		}
		pix = got
	}
	t.Logf("with machine instructions: %d chains added, %d of 3000 figures filled", added, filled)
}
