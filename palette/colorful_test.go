package palette_test

import (
	"math"
	"testing"

	"github.com/jagadbatik/jagad/palette"
	"github.com/lucasb-eyer/go-colorful"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// go-colorful is the oracle: another program's OKLCH, CIELAB and CIEDE2000 of the
// same colours. Its rounded matrices are good to about 1e-3, which is why the
// package has Ottosson's own.
func TestAgreesWithGoColorful(t *testing.T) {
	var last palette.Color
	for i := range 5000 {
		c := palette.Color{R: uint8(i * 37), G: uint8(i * 101 >> 1), B: uint8(i * 211 >> 2)}
		f := colorful.Color{R: float64(c.R) / 255, G: float64(c.G) / 255, B: float64(c.B) / 255}
		l, ch, h := f.OkLch()
		v := c.OKLCH()
		require.InDelta(t, l, v.L, 2e-3)
		require.InDelta(t, ch, v.C, 2e-3)
		if ch > .02 {
			d := math.Abs(math.Mod(h-v.H+540, 360) - 180)
			require.Less(t, d, 2., "hue of %v", c)
		}
		L, a, b := f.Lab()
		w := c.Lab()
		require.InDelta(t, 100*L, w.L, .05)
		require.InDelta(t, 100*a, w.A, .1)
		require.InDelta(t, 100*b, w.B, .1)
		g := colorful.Color{R: float64(last.R) / 255, G: float64(last.G) / 255, B: float64(last.B) / 255}
		assert.InDelta(t, 100*f.DistanceCIEDE2000(g), palette.DeltaE2000(c, last), .15)
		last = c
	}
}
