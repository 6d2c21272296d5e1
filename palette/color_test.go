package palette_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/palette"
)

// hex is a colour known to be well written.
func hex(s string) palette.Color {
	c, err := palette.ParseColor(s)
	if err != nil {
		panic(err)
	}
	return c
}

func TestParseColor(t *testing.T) {
	c, err := palette.ParseColor("#1Fa6A0")
	require.NoError(t, err)
	assert.Equal(t, palette.Color{R: 0x1f, G: 0xa6, B: 0xa0}, c)
	assert.Equal(t, "#1fa6a0", c.String())

	for _, bad := range []string{"", "#", "#fff", "1fa6a0", "#1fa6a", "#1fa6a00", "#1fa6ag", "#+1fa6a", "#1fa6a ", "red", "#１fa6"} {
		_, err := palette.ParseColor(bad)
		require.Error(t, err, bad)
		assert.Contains(t, err.Error(), "#rrggbb", "the error says what is right")
	}
}

func TestInkJSON(t *testing.T) {
	ink := palette.Ink{Name: "soga", Color: hex("#905231"), Role: palette.Main}
	b, err := json.Marshal(ink)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"soga","color":"#905231","role":"main"}`, string(b))
	var back palette.Ink
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, ink, back)
	assert.ErrorContains(t, json.Unmarshal([]byte(`{"color":"#90523"}`), &back), "#rrggbb")
}

// The figures of the primaries are those of W3C's CSS Color Module Level 4;
// the others were computed apart from this library, in Python from Ottosson's
// matrices, and stand in the market research.
func TestOKLCH(t *testing.T) {
	for _, tt := range []struct {
		c       string
		l, C, h float64
	}{
		{"#ff0000", 0.62796, 0.25768, 29.234},
		{"#00ff00", 0.86644, 0.29483, 142.495},
		{"#0000ff", 0.45201, 0.31321, 264.052},
		{"#ffffff", 1, 0, 0},
		{"#000000", 0, 0, 0},
		{"#f6ebd8", 0.944, 0.028, 81.5},
		{"#1fa6a0", 0.657, 0.108, 190.1},
		{"#3e3044", 0.333, 0.039, 315.6},
		{"#d04f66", 0.605, 0.163, 12.7},
	} {
		v := hex(tt.c).OKLCH()
		assert.InDelta(t, tt.l, v.L, 6e-4, tt.c)
		assert.InDelta(t, tt.C, v.C, 6e-4, tt.c)
		assert.InDelta(t, tt.h, v.H, 0.1, tt.c)
	}
}

func TestOKLCHGoesThereAndBack(t *testing.T) {
	const step = 5
	for r := 0; r < 256; r += step {
		for g := 0; g < 256; g += step {
			for b := 0; b < 256; b += step {
				c := palette.Color{R: uint8(r), G: uint8(g), B: uint8(b)}
				if back := palette.FromOKLCH(c.OKLCH()); back != c {
					t.Fatalf("%v came back as %v", c, back)
				}
			}
		}
	}
}

func TestFromOKLCHLowersChromaAlone(t *testing.T) {
	for h := 0.0; h < 360; h += 7 {
		for _, l := range []float64{0.2, 0.5, 0.8, 0.95} {
			v := palette.FromOKLCH(palette.OKLCH{L: l, C: 0.4, H: h}).OKLCH()
			assert.InDelta(t, l, v.L, 0.006)
			assert.Less(t, v.C, 0.33)
			if v.C > 0.05 {
				d := math.Abs(v.H - h)
				assert.Less(t, math.Min(d, 360-d), 4.0, "hue %v at lightness %v became %v", h, l, v.H)
			}
		}
	}
}

func TestFromOKLCHTakesAnything(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	assert.Equal(t, palette.Color{}, palette.FromOKLCH(palette.OKLCH{L: nan, C: nan, H: nan}))
	assert.Equal(t, hex("#ffffff"), palette.FromOKLCH(palette.OKLCH{L: 9, C: -1, H: inf}))
	assert.Equal(t, palette.FromOKLCH(palette.OKLCH{L: 0.6, C: 0.1, H: 30}), palette.FromOKLCH(palette.OKLCH{L: 0.6, C: 0.1, H: -330}))
}

func TestName(t *testing.T) {
	for c, want := range map[string]string{
		"#ffffff": "white", "#000000": "black", "#808080": "grey", "#1f2a5a": "deep blue",
		"#905231": "brown", "#d7262e": "bright red", "#f4c7ce": "pale pink", "#2e7d3a": "green",
	} {
		assert.Equal(t, want, hex(c).Name(), c)
	}
}

func FuzzParseColor(f *testing.F) {
	for _, s := range []string{"#000000", "#FFffFF", "#fff", "", "#gggggg", "#\x00\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := palette.ParseColor(s)
		if err != nil {
			return
		}
		again, err := palette.ParseColor(c.String())
		if err != nil || again != c {
			t.Fatalf("%q is %v, and that is %v, %v", s, c, again, err)
		}
	})
}
