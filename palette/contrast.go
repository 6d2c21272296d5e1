package palette

import "math"

// Contrast says how two colours stand against each other.
type Contrast struct {
	Lightness float64 `json:"lightness"` // difference of OKLCH L, 0..1
	Ratio     float64 `json:"ratio"`     // WCAG 2 contrast ratio, 1..21
}

// ContrastOf compares two colours; order does not matter. Both figures are
// rounded to 1e-4. The ratio is that of the W3C's Web Content Accessibility
// Guidelines 2.1: (lighter + 0.05) / (darker + 0.05) in relative luminance.
func ContrastOf(a, b Color) Contrast {
	la, lb := luminance(a), luminance(b)
	return Contrast{
		Lightness: round(math.Abs(a.OKLCH().L-b.OKLCH().L), 1e4),
		Ratio:     round((math.Max(la, lb)+0.05)/(math.Min(la, lb)+0.05), 1e4),
	}
}

// luminance is relative luminance by WCAG 2.1, 0..1.
func luminance(c Color) float64 {
	return float64(0.2126*linear(c.R)) + float64(0.7152*linear(c.G)) + float64(0.0722*linear(c.B))
}
