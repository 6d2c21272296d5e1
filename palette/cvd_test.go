package palette_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/jagadbatik/jagad/palette"
)

func TestSimulateLeavesGreys(t *testing.T) {
	// Every row of the published matrices adds up to 1 within 1e-6, so greys
	// stay as they are.
	for v := 0; v < 256; v += 5 {
		c := palette.Color{R: uint8(v), G: uint8(v), B: uint8(v)}
		for _, vision := range []palette.Vision{palette.Protan, palette.Deutan, palette.Tritan} {
			assert.Equal(t, c, palette.Simulate(c, vision, 1))
		}
	}
}

// A primary picks out one column of the matrix, which encoded to sRGB by hand
// gives these; what falls below zero is black.
func TestSimulatePrimaries(t *testing.T) {
	for _, tt := range []struct {
		in     string
		vision palette.Vision
		want   string
	}{
		{"#ff0000", palette.Protan, "#6d5f00"}, // 0.152286, 0.114503, -0.003882
		{"#ff0000", palette.Deutan, "#a39000"}, // 0.367322, 0.280085, -0.011820
		{"#ff0000", palette.Tritan, "#ff000f"}, // 1.255528, -0.078411, 0.004733
		{"#0000ff", palette.Protan, "#0059ff"}, // -0.204868, 0.099216, 1.051998
		{"#00ff00", palette.Deutan, "#efd63a"}, // 0.860646, 0.672501, 0.042940
	} {
		assert.Equal(t, hex(tt.want), palette.Simulate(hex(tt.in), tt.vision, 1), "%s %s", tt.in, tt.vision)
	}
}

func TestSimulateSeverity(t *testing.T) {
	c := hex("#d7262e")
	assert.Equal(t, c, palette.Simulate(c, palette.Protan, 0))
	assert.Equal(t, c, palette.Simulate(c, palette.Protan, -3))
	assert.Equal(t, c, palette.Simulate(c, "usual", 1))
	assert.Equal(t, palette.Simulate(c, palette.Deutan, 1), palette.Simulate(c, palette.Deutan, 7))
}
