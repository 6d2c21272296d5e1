package raster

import (
	"image"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is said to lie inside an outline is covered wholly, what is said to lie
// outside not at all, and most of what is so is said to.
func TestLie(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	w := &worker{outliner: newOutliner()}
	said, is := 0, 0
	for range 3000 {
		f := &figures{}
		w.add(f, 0, scrawl(rng, 1+rng.IntN(3), 3+rng.IntN(4)))
		q := image.Rect(0, 0, 1+rng.IntN(30), 1+rng.IntN(30)).Add(image.Pt(rng.IntN(120)-10, rng.IntN(120)-10))
		c := &canvas{rect: q, pix: make([]byte, 4*q.Dx()*q.Dy()), stride: 4 * q.Dx(), depth: 4}
		for i := range f.list {
			w.paint(c, q, f, &f.list[i], 0, 0, []byte{255, 255, 255, 255}, 0)
		}
		least, most := byte(255), byte(0)
		for _, v := range c.pix {
			least, most = min(least, v), max(most, v)
		}
		switch w.lie(q, f) {
		case inside:
			require.EqualValues(t, 255, least)
			said++
		case outside:
			require.EqualValues(t, 0, most)
			said++
		}
		if least == 255 || most == 0 {
			is++
		}
	}
	assert.Greater(t, said, 1000)
	assert.Greater(t, said, is*3/4)
}
