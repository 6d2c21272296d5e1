package geom

import "math"

// The functions here replace math.Sin, Cos, Atan2, Exp, Log and Pow, whose last
// bits differ between amd64, arm64 and wasm. They use only +, −, ×, ÷ and
// math.Sqrt on explicitly rounded products, which IEEE 754 fixes bit for bit.
// Their error is below 1e-14, far under the 1/256 px to which pictures are
// quantised.

// SinCos returns the sine and cosine of an angle in turns. Any finite angle is
// allowed; NaN and infinities give (0, 1).
func SinCos(turns float64) (sin, cos float64) {
	if math.IsNaN(turns) || math.IsInf(turns, 0) {
		return 0, 1
	}
	t := turns - math.Floor(turns)
	// Fold to an eighth of a turn, where the Taylor series below converge fast.
	q := math.Floor(float64(t*4) + .5)
	x := float64((t - float64(q/4)) * (2 * math.Pi))
	x2 := float64(x * x)
	s := float64(x * horner(x2, 1, -1./6, 1./120, -1./5040, 1./362880, -1./39916800, 1./6227020800, -1./1307674368000))
	c := horner(x2, 1, -1./2, 1./24, -1./720, 1./40320, -1./3628800, 1./479001600, -1./87178291200)
	switch int(q) & 3 {
	case 0:
		return s, c
	case 1:
		return c, -s
	case 2:
		return -s, -c
	default:
		return -c, s
	}
}

// Sin returns the sine of an angle in turns.
func Sin(turns float64) float64 { s, _ := SinCos(turns); return s }

// Cos returns the cosine of an angle in turns.
func Cos(turns float64) float64 { _, c := SinCos(turns); return c }

// Angle returns the direction of p in turns, in (−½, ½]; 0 for the zero vector.
func Angle(p Pt) float64 {
	x, y := p.X, p.Y
	if x == 0 && y == 0 || math.IsNaN(x) || math.IsNaN(y) {
		return 0
	}
	ax, ay := math.Abs(x), math.Abs(y)
	var t float64
	if ax >= ay {
		t = atan(ay/ax) / (2 * math.Pi)
	} else {
		t = .25 - atan(ax/ay)/(2*math.Pi)
	}
	if x < 0 {
		t = .5 - t
	}
	if y < 0 {
		t = -t
	}
	return t
}

// atan returns the arc tangent in radians of 0 ≤ z ≤ 1.
func atan(z float64) float64 {
	// Halving the angle twice, atan z = 2 atan(z/(1+√(1+z²))), brings the
	// argument under 0.2, where eleven terms of the series suffice.
	k := 1.
	for range 2 {
		z = z / (1 + math.Sqrt(1+float64(z*z)))
		k *= 2
	}
	z2 := float64(z * z)
	return float64(float64(k*z) * horner(z2, 1, -1./3, 1./5, -1./7, 1./9, -1./11, 1./13, -1./15, 1./17, -1./19, 1./21))
}

// Exp returns e to the x.
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x > 700:
		return math.Inf(1)
	case x < -700:
		return 0
	}
	n := math.Floor(x/math.Ln2 + .5)
	r := x - float64(n*6.93147180369123816490e-01) - float64(n*1.90821492927058770002e-10)
	e := horner(r, 1, 1, 1./2, 1./6, 1./24, 1./120, 1./720, 1./5040, 1./40320, 1./362880, 1./3628800, 1./39916800, 1./479001600)
	return math.Ldexp(e, int(n))
}

// Log returns the natural logarithm of x > 0, and −Inf otherwise.
func Log(x float64) float64 {
	if !(x > 0) {
		return math.Inf(-1)
	}
	if math.IsInf(x, 1) {
		return x
	}
	f, e := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f *= 2
		e--
	}
	z := (f - 1) / (f + 1)
	z2 := float64(z * z)
	s := horner(z2, 1, 1./3, 1./5, 1./7, 1./9, 1./11, 1./13, 1./15, 1./17, 1./19, 1./21)
	return float64(2*z*s) + float64(float64(e)*math.Ln2)
}

// Pow returns x to the y for x ≥ 0; a negative x counts as 0.
func Pow(x, y float64) float64 {
	switch {
	case y == 0:
		return 1
	case !(x > 0):
		return 0
	case y == 1:
		return x
	case y == 2:
		return float64(x * x)
	case y == .5:
		return math.Sqrt(x)
	}
	return Exp(float64(y * Log(x)))
}

// horner returns c[0] + c[1]x + c[2]x² …
func horner(x float64, c ...float64) float64 {
	v := 0.
	for i := len(c) - 1; i >= 0; i-- {
		v = float64(v*x) + c[i]
	}
	return v
}

// Smoothstep rises from 0 at a to 1 at b with flat ends.
func Smoothstep(a, b, x float64) float64 {
	t := Clamp((x-a)/(b-a), 0, 1)
	return float64(float64(t*t) * (3 - float64(2*t)))
}

// Clamp returns x held between lo and hi.
func Clamp(x, lo, hi float64) float64 {
	if !(x > lo) { // NaN becomes lo
		return lo
	}
	if x > hi {
		return hi
	}
	return x
}

// Mix returns the value at fraction t from a to b.
func Mix(a, b, t float64) float64 {
	a, b = float64(a), float64(b) // products passed in must not fuse into the difference
	return a + float64((b-a)*t)
}
