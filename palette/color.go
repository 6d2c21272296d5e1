package palette

import (
	"fmt"
	"image/color"
	"strconv"
)

// Color is an opaque sRGB colour of 8 bits a channel. The zero Color is black.
// As text and in JSON it is "#rrggbb".
type Color struct{ R, G, B uint8 }

var _ color.Color = Color{}

// ParseColor reads "#rrggbb", in either case. Nothing shorter is accepted, so
// that one colour has one spelling but for case. The error names the text and
// the form that would be right.
func ParseColor(s string) (Color, error) {
	if len(s) != 7 || s[0] != '#' {
		return Color{}, fmt.Errorf("palette: color %.32q is not of the form #rrggbb", s)
	}
	for i := 1; i < len(s); i++ {
		if !isHex(s[i]) {
			return Color{}, fmt.Errorf("palette: color %q: %q is not a hexadecimal digit; want #rrggbb", s, s[i])
		}
	}
	// Six checked digits cannot fail to parse.
	v, _ := strconv.ParseUint(s[1:], 16, 32)
	return Color{uint8(v >> 16), uint8(v >> 8), uint8(v)}, nil
}

func isHex(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'f' || 'A' <= b && b <= 'F'
}

// String is the colour as "#rrggbb", lower case.
func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// MarshalText writes "#rrggbb". It never fails.
func (c Color) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what [ParseColor] reads, with its errors.
func (c *Color) UnmarshalText(b []byte) error {
	v, err := ParseColor(string(b))
	if err != nil {
		return err
	}
	*c = v
	return nil
}

// RGBA makes a Color an image/color.Color, always opaque.
func (c Color) RGBA() (r, g, b, a uint32) {
	return uint32(c.R) * 0x101, uint32(c.G) * 0x101, uint32(c.B) * 0x101, 0xffff
}
