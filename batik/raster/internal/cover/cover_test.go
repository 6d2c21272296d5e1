package cover

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/image/vector"
)

// Coverage agrees with golang.org/x/image/vector, which computes in floats.
func TestVector(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	const size = 96
	var r Raster
	for n := range 400 {
		// Points on a grid, inside and outside, so that steep, flat and tiny
		// lines all occur. x/image/vector clamps what is left of it as we do.
		k := 3 + rng.IntN(9)
		spread := int32(size << 8)
		if n%3 == 0 {
			spread = 2000
		}
		pts := make([]Point, k)
		for i := range pts {
			pts[i] = Point{rng.Int32N(2*spread) - spread/2, rng.Int32N(2*spread) - spread/2}
		}
		// Beyond 512 px it uses floats, which are nearer to the truth.
		v := vector.NewRasterizer(600, size)
		for i, p := range pts {
			x, y := float32(p.X)/256, float32(p.Y)/256
			if i == 0 {
				v.MoveTo(x, y)
			} else {
				v.LineTo(x, y)
			}
		}
		v.ClosePath()
		want := image.NewAlpha(image.Rect(0, 0, size, size))
		v.Draw(want, want.Rect, image.NewUniform(color.Alpha{255}), image.Point{})

		got := make([]byte, 4*size*size)
		r.Reset(size, size)
		r.Add(pts, 0, 0)
		r.Fill(got, 4*size, size, []byte{255, 255, 255, 255})
		worst := 0
		for i := range want.Pix {
			worst = max(worst, int(want.Pix[i])-int(got[4*i]), int(got[4*i])-int(want.Pix[i]))
		}
		assert.LessOrEqual(t, worst, 2, "shape %d: %v", n, pts)
	}
	for _, a := range r.acc {
		assert.Zero(t, a)
	}
	for _, b := range r.touched {
		assert.Zero(t, b)
	}
}

// Coordinates at the limits neither overflow nor take long.
func TestExtremes(t *testing.T) {
	const far = 1 << 29
	var r Raster
	got := make([]byte, 4*64*64)
	for _, pts := range [][]Point{
		{{-far, -far}, {far, -far}, {far, far}, {-far, far}},
		{{-far, -far}, {far, far}, {far, far - 1}},
		{{-far, 0}, {far, 256 * 32}, {-far, 256 * 64}},
		{{0, -far}, {1, far}, {-1, far}},
		{{5, 5}}, nil,
	} {
		r.Reset(64, 64)
		r.Add(pts, 0, 0)
		r.Fill(got, 4*64, 64, []byte{255, 255, 255, 255})
	}
	assert.Equal(t, byte(255), got[0], "the first covers all")
}

// A box anywhere has what the same place has in a larger one.
func FuzzBox(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(5), uint8(20), uint8(30))
	f.Add(uint64(9), uint8(60), uint8(0), uint8(1), uint8(1))
	f.Add(uint64(77), uint8(0), uint8(63), uint8(64), uint8(1))
	f.Fuzz(func(t *testing.T, seed uint64, x, y, w, h uint8) {
		const size = 96
		x, y = x%size, y%size
		w, h = 1+w%(size-x), 1+h%(size-y)
		rng := rand.New(rand.NewPCG(seed, 5))
		spread := int32(1) << (8 + rng.IntN(16))
		pts := make([]Point, 2+rng.IntN(8))
		for i := range pts {
			pts[i] = Point{rng.Int32N(2*spread) - spread + size<<7, rng.Int32N(2*spread) - spread + size<<7}
		}
		var r Raster
		ink := []byte{200, 100, 50, 255}
		whole, part := make([]byte, 4*size*size), make([]byte, 4*int(w)*int(h))
		r.Reset(size, size)
		r.Add(pts, 0, 0)
		r.Fill(whole, 4*size, size, ink)
		r.Reset(int(w), int(h))
		r.Add(pts, -int32(x)<<8, -int32(y)<<8)
		r.Fill(part, 4*int(w), int(w), ink)
		for j := range int(h) {
			a := whole[4*((int(y)+j)*size+int(x)):][:4*int(w)]
			assert.Equal(t, a, part[4*j*int(w):][:4*int(w)], "row %d", j)
		}
	})
}

// Gray is the coverage of Fill in white on black, and never lowers what is there.
func TestGray(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	const size = 48
	var r Raster
	for range 100 {
		pts := make([]Point, 3+rng.IntN(6))
		for i := range pts {
			pts[i] = Point{rng.Int32N(3*size<<8) - size<<8, rng.Int32N(3*size<<8) - size<<8}
		}
		want, got, kept := make([]byte, 4*size*size), make([]byte, size*size), make([]byte, size*size)
		for i := range kept {
			kept[i] = 200
		}
		r.Reset(size, size)
		r.Add(pts, 0, 0)
		r.Fill(want, 4*size, size, []byte{255, 255, 255, 255})
		r.Reset(size, size)
		r.Add(pts, 0, 0)
		r.FillGray(got, size, 255)
		r.Reset(size, size)
		r.Add(pts, 0, 0)
		r.FillGray(kept, size, 90)
		for i := range got {
			assert.Equal(t, want[4*i], got[i])
			assert.Equal(t, byte(200), kept[i])
		}
	}
}

// The fractions by which short pieces are cut are those of a division.
func TestReciprocals(t *testing.T) {
	var r Raster
	r.Reset(1, 1)
	for dx := uint32(1); dx < 512; dx++ {
		for n := uint32(0); n <= 256*256+dx/2; n++ {
			if q := uint32(uint64(n) * uint64(r.rcp[dx]) >> 31); q != n/dx {
				t.Fatalf("%d/%d: %d", n, dx, q)
			}
		}
	}
}
