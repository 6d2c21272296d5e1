package palette_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/jagadbatik/jagad/palette"
)

// Table 1 of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula:
// Implementation Notes, Supplementary Test Data, and Mathematical
// Observations", Color Research and Application 30(1), 2005: two L*a*b*
// triples and their difference.
func TestDeltaE2000OfSharma(t *testing.T) {
	pairs := [][7]float64{
		{50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
		{50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615},
		{50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412},
		{50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000},
		{50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000},
		{50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000},
		{50, 0, 0, 50, -1, 2, 2.3669},
		{50, -1, 2, 50, 0, 0, 2.3669},
		{50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792},
		{50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792},
		{50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195},
		{50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195},
		{50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045},
		{50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045},
		{50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461},
		{50, 2.5000, 0, 50, 0, -2.5000, 4.3065},
		{50, 2.5, 0, 73, 25, -18, 27.1492},
		{50, 2.5, 0, 61, -5, 29, 22.8977},
		{50, 2.5, 0, 56, -27, -3, 31.9030},
		{50, 2.5, 0, 58, 24, 15, 19.4535},
		{50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000},
		{50, 2.5, 0, 50, 3.2972, 0, 1.0000},
		{50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000},
		{50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000},
		{60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644},
		{63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630},
		{61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731},
		{35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645},
		{22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373},
		{36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146},
		{90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441},
		{90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381},
		{6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377},
		{2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082},
	}
	assert.Len(t, pairs, 34)
	for i, p := range pairs {
		a, b := palette.Lab{L: p[0], A: p[1], B: p[2]}, palette.Lab{L: p[3], A: p[4], B: p[5]}
		assert.InDelta(t, p[6], palette.DeltaE2000Lab(a, b), 1e-4, "pair %d", i+1)
		assert.InDelta(t, p[6], palette.DeltaE2000Lab(b, a), 1e-4, "pair %d the other way", i+1)
	}
}

// L*a*b* of the sRGB primaries under D65, as Bruce Lindbloom's calculator has
// them.
func TestLab(t *testing.T) {
	for c, want := range map[string]palette.Lab{
		"#ffffff": {L: 100},
		"#000000": {},
		"#ff0000": {L: 53.2408, A: 80.0925, B: 67.2032},
		"#00ff00": {L: 87.7347, A: -86.1827, B: 83.1793},
		"#0000ff": {L: 32.2970, A: 79.1875, B: -107.8602},
	} {
		got := hex(c).Lab()
		assert.InDelta(t, want.L, got.L, 0.01, c)
		assert.InDelta(t, want.A, got.A, 0.02, c)
		assert.InDelta(t, want.B, got.B, 0.02, c)
	}
}

func TestContrast(t *testing.T) {
	// WCAG 2.1: black on white is 21 to 1. #767676 is the well-known darkest
	// grey to fail 4.6 and pass 4.5 on white.
	assert.Equal(t, palette.Contrast{Lightness: 1, Ratio: 21}, palette.ContrastOf(hex("#000000"), hex("#ffffff")))
	assert.InDelta(t, 4.54, palette.ContrastOf(hex("#767676"), hex("#ffffff")).Ratio, 0.005)
	assert.Equal(t, palette.Contrast{Lightness: 0, Ratio: 1}, palette.ContrastOf(hex("#905231"), hex("#905231")))
}
