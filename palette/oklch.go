package palette

import "math"

// OKLCH is a colour in the cylindrical form of OKLab (Björn Ottosson, "A
// perceptual color space for image processing", 2020): L is lightness in 0..1,
// C chroma from 0 to about 0.32 in sRGB, H hue in degrees 0..360 (0 pink-red,
// 90 yellow, 145 green, 265 blue).
type OKLCH struct {
	L float64 `json:"l"`
	C float64 `json:"c"`
	H float64 `json:"h"`
}

// OKLCH gives the colour's lightness and chroma rounded to 1e-6 and its hue
// to 0.0001°. Rounding is what makes the answer the same on every machine; it is
// finer than a step of 8 bits, so FromOKLCH gives the same colour back. A grey
// has no hue and is given 0.
func (c Color) OKLCH() OKLCH {
	lab := toOKLab(c)
	v := OKLCH{L: round(lab[0], 1e6), C: round(length(lab[1], lab[2]), 1e6), H: math.Mod(round(angle(lab[2], lab[1]), 1e4), 360)}
	if v.C < 5e-4 {
		v.C, v.H = 0, 0
	}
	return v
}

// FromOKLCH is the sRGB colour nearest to v: L is held to 0..1, and where sRGB
// has no colour so vivid, chroma is lowered until it has, keeping lightness and
// hue. A coordinate that is not a number counts as 0.
func FromOKLCH(v OKLCH) Color {
	v.L = within(finite(v.L), 0, 1)
	v.C = within(finite(v.C), 0, 0.5)
	v.H = math.Mod(math.Mod(finite(v.H), 360)+360, 360)
	if c, ok := v.rgb(); ok {
		return c
	}
	// Bisection over ten-thousandths of chroma: 13 steps cover 0..0.5, and
	// whole numbers leave no last bit to disagree about.
	lo, hi := 0, int(v.C*1e4)
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		v.C = float64(mid) / 1e4
		if _, ok := v.rgb(); ok {
			lo = mid
		} else {
			hi = mid
		}
	}
	v.C = float64(lo) / 1e4
	c, _ := v.rgb()
	return c
}

// rgb is v in 8 bits, and whether sRGB holds it. A little slack keeps pure
// white, black and the primaries inside.
func (v OKLCH) rgb() (Color, bool) {
	lin := fromOKLab([3]float64{v.L, v.C * cosDeg(v.H), v.C * sinDeg(v.H)})
	const slack = 1e-4
	ok := true
	for _, x := range lin {
		ok = ok && x >= -slack && x <= 1+slack
	}
	return Color{encode(lin[0]), encode(lin[1]), encode(lin[2])}, ok
}

// oklab is the colour in OKLab in whole ten-thousandths: {L, a, b}.
func (c Color) oklab() [3]int64 {
	var out [3]int64
	for k, x := range toOKLab(c) {
		out[k] = int64(math.Round(x * 1e4))
	}
	return out
}

// toOKLab is {L, a, b} of a colour, by the matrices of Ottosson 2020 as he
// corrected them in January 2021.
func toOKLab(c Color) [3]float64 {
	rgb := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	lms := apply([3][3]float64{
		{0.4122214708, 0.5363325363, 0.0514459929},
		{0.2119034982, 0.6806995451, 0.1073969566},
		{0.0883024619, 0.2817188376, 0.6299787005},
	}, rgb)
	for k := range lms {
		lms[k] = math.Cbrt(lms[k])
	}
	return apply([3][3]float64{
		{0.2104542553, 0.7936177850, -0.0040720468},
		{1.9779984951, -2.4285922050, 0.4505937099},
		{0.0259040371, 0.7827717662, -0.8086757660},
	}, lms)
}

// fromOKLab is the linear sRGB of {L, a, b}, outside 0..1 where sRGB has no such
// colour. The matrices are Ottosson's inverses of those above.
func fromOKLab(lab [3]float64) [3]float64 {
	lms := apply([3][3]float64{
		{1, 0.3963377774, 0.2158037573},
		{1, -0.1055613458, -0.0638541728},
		{1, -0.0894841775, -1.2914855480},
	}, lab)
	for k := range lms {
		lms[k] *= lms[k] * lms[k]
	}
	return apply([3][3]float64{
		{4.0767416621, -3.3077115913, 0.2309699292},
		{-1.2684380046, 2.6097574011, -0.3413193965},
		{-0.0041960863, -0.7034186147, 1.7076147010},
	}, lms)
}

func apply(m [3][3]float64, v [3]float64) [3]float64 {
	var out [3]float64
	for i, row := range m {
		out[i] = float64(row[0]*v[0]) + float64(row[1]*v[1]) + float64(row[2]*v[2])
	}
	return out
}

func level(x float64) uint8 { return uint8(math.Round(within(finite(x), 0, 1) * 255)) }

func round(x, per float64) float64 { return math.Round(x*per) / per }

func within(x, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, x)) }

func finite(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return x
}

// hueGap is the angle between two hues, 0..180°.
func hueGap(a, b float64) float64 {
	d := math.Abs(math.Mod(a-b, 360))
	return math.Min(d, 360-d)
}
