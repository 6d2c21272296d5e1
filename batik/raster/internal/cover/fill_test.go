package cover

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// With vector instructions or without, a picture has the same bytes, and nothing is
// left behind for the next figure.
func TestVectorInstructions(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	const size = 300
	var one, eight Raster
	used := 0
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
		one.Reset(w, h)
		eight.Reset(w, h)
		for range 1 + rng.IntN(3) {
			pts := make([]Point, 2+rng.IntN(9))
			for i := range pts {
				pts[i] = Point{rng.Int32N(2*spread) - spread/2, rng.Int32N(3*int32(h)<<8) - int32(h)<<8}
				if i > 0 && n%5 == 0 {
					pts[i] = Point{pts[i-1].X + rng.Int32N(300) - 150, pts[i-1].Y + rng.Int32N(9000) - 4500}
				}
			}
			one.Add(pts, 0, 0)
			eight.Add(pts, 0, 0)
		}
		at := 4 * (y*size + x)
		want, got := slices.Clone(pix), slices.Clone(pix)
		one.fill(want[at:], 4*size, ink)
		if eight.fillVector(got[at:], 4*size, size-x, ink) {
			used++
		} else {
			assert.Equal(t, pix, got, "touched, though it said no")
			eight.fill(got[at:], 4*size, ink)
		}
		if !assert.True(t, slices.Equal(want, got), "figure %d, %d×%d at %d,%d", n, w, h, x, y) {
			return
		}
		for i, a := range eight.acc {
			if a != 0 {
				t.Fatalf("figure %d: change %d is left", n, i)
			}
		}
		for _, b := range eight.touched {
			assert.Zero(t, b)
		}
		pix = got
	}
	t.Logf("%d of 3000 with vector instructions", used)
}
