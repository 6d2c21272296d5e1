package palette

import "math"

// Lab is a colour in CIE 1976 L*a*b* under D65: L 0..100, a and b about
// -128..128.
type Lab struct{ L, A, B float64 }

// Lab converts by IEC 61966-2-1 (sRGB to linear), the sRGB primaries' matrix
// and CIE 15 (XYZ to L*a*b*), white point D65 (0.95047, 1, 1.08883).
func (c Color) Lab() Lab {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	x := float64(0.4124564*r) + float64(0.3575761*g) + float64(0.1804375*b)
	y := float64(0.2126729*r) + float64(0.7151522*g) + float64(0.0721750*b)
	z := float64(0.0193339*r) + float64(0.1191920*g) + float64(0.9503041*b)
	fx, fy, fz := labCurve(x/0.95047), labCurve(y), labCurve(z/1.08883)
	return Lab{L: float64(116*fy) - 16, A: 500 * (fx - fy), B: 200 * (fy - fz)}
}

func labCurve(t float64) float64 {
	const d = 6.0 / 29
	if t > d*d*d {
		return math.Cbrt(t)
	}
	return t/(3*d*d) + 4.0/29
}

// linear is the light a channel level stands for, 0..1, by IEC 61966-2-1.
func linear(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// encode is the channel level of a light 0..1, the inverse of linear.
func encode(x float64) uint8 {
	x = within(finite(x), 0, 1)
	if x <= 0.0031308 {
		return level(12.92 * x)
	}
	return level(float64(1.055*math.Pow(x, 1/2.4)) - 0.055)
}

// DeltaE2000 is the CIEDE2000 difference of two colours, rounded to 1e-4: about
// 1 is the least the eye sees side by side; below about 5 two inks pass for
// one at arm's length.
func DeltaE2000(a, b Color) float64 { return round(DeltaE2000Lab(a.Lab(), b.Lab()), 1e4) }

// DeltaE2000Lab is the CIEDE2000 difference with kL = kC = kH = 1, after
// Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula:
// Implementation Notes, Supplementary Test Data, and Mathematical
// Observations", Color Research and Application 30(1), 2005. Symbols are
// theirs.
func DeltaE2000Lab(p, q Lab) float64 {
	cBar := (length(p.A, p.B) + length(q.A, q.B)) / 2
	g := float64(0.5 * (1 - chromaWeight(cBar)))
	a1, a2 := (1+g)*p.A, (1+g)*q.A
	c1, c2 := length(a1, p.B), length(a2, q.B)
	h1, h2 := angle(p.B, a1), angle(q.B, a2)

	// Opposite hues are 180° apart but for the last bits, which must not choose
	// the side: the formula steps there.
	const half = 180 + 1e-9
	dL, dC := q.L-p.L, c2-c1
	dh, hBar := 0.0, h1+h2
	if c1*c2 != 0 {
		dh = h2 - h1
		switch {
		case dh > half:
			dh -= 360
		case dh < -half:
			dh += 360
		}
		switch {
		case math.Abs(h1-h2) <= half:
			hBar /= 2
		case hBar < 360:
			hBar = (hBar + 360) / 2
		default:
			hBar = (hBar - 360) / 2
		}
	}
	dH := 2 * math.Sqrt(c1*c2) * sinDeg(dh/2)

	lBar, cBarP := float64((p.L+q.L)/2), (c1+c2)/2
	t := 1 - float64(0.17*cosDeg(hBar-30)) + float64(0.24*cosDeg(2*hBar)) +
		float64(0.32*cosDeg(float64(3*hBar)+6)) - float64(0.20*cosDeg(float64(4*hBar)-63))
	l50 := float64((lBar - 50) * (lBar - 50))
	sL := 1 + float64(0.015*l50)/math.Sqrt(20+l50)
	sC := 1 + float64(0.045*cBarP)
	sH := 1 + float64(0.015*cBarP*t)
	bump := (hBar - 275) / 25
	theta := float64(30 * math.Exp(-float64(bump*bump)))
	rT := -2 * chromaWeight(cBarP) * sinDeg(2*theta)

	x, y, z := dL/sL, dC/sC, dH/sH
	return math.Sqrt(math.Max(0, float64(x*x)+float64(y*y)+float64(z*z)+float64(rT*y*z)))
}

// chromaWeight is sqrt(c⁷ / (c⁷ + 25⁷)), which the formula uses twice.
func chromaWeight(c float64) float64 {
	c7 := float64(c * c * c * c * c * c * c)
	const p7 = 25.0 * 25 * 25 * 25 * 25 * 25 * 25
	return math.Sqrt(c7 / (c7 + p7))
}

func length(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// angle is the direction of (x, y) in degrees 0..360; 0 for the origin.
func angle(y, x float64) float64 {
	d := float64(math.Atan2(y, x) * (180 / math.Pi))
	if d < 0 {
		d += 360
	}
	return d
}

func sinDeg(d float64) float64 { return math.Sin(d * (math.Pi / 180)) }
func cosDeg(d float64) float64 { return math.Cos(d * (math.Pi / 180)) }
