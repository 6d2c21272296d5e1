package dye

import (
	"math"
	"sync"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Bands is the number of bands of a spectrum: 380, 390 … 730 nm.
const Bands = 36

// Spectrum is the share of light that a surface throws back, 0..1, by band.
type Spectrum [Bands]float64

// Absorption is K/S by band, the ratio of what a dyed cloth absorbs to what it
// scatters (Kubelka and Munk 1931). It is 0 or more, and adds up over dyes.
type Absorption [Bands]float64

// The colour matching functions of the CIE 1931 observer (x, y, z) and the light
// of D65, in steps of 10 nm from 380 (CIE 15).
var observer = [Bands][3]float64{
	{.001368, .000039, .006450}, {.004243, .000120, .020050}, {.014310, .000396, .067850}, {.043510, .001210, .207400},
	{.134380, .004000, .645600}, {.283900, .011600, 1.385600}, {.348280, .023000, 1.747060}, {.336200, .038000, 1.772110},
	{.290800, .060000, 1.669200}, {.195360, .090980, 1.287640}, {.095640, .139020, .812950}, {.032010, .208020, .465180},
	{.004900, .323000, .272000}, {.009300, .503000, .158200}, {.063270, .710000, .078250}, {.165500, .862000, .042160},
	{.290400, .954000, .020300}, {.433450, .994950, .008750}, {.594500, .995000, .003900}, {.762100, .952000, .002100},
	{.916300, .870000, .001650}, {1.026300, .757000, .001100}, {1.062200, .631000, .000800}, {1.002600, .503000, .000340},
	{.854450, .381000, .000190}, {.642400, .265000, .000050}, {.447900, .175000, .000020}, {.283500, .107000, 0},
	{.164900, .061000, 0}, {.087400, .032000, 0}, {.046770, .017000, 0}, {.022700, .008210, 0},
	{.011359, .004102, 0}, {.005790, .002091, 0}, {.002899, .001047, 0}, {.001440, .000520, 0},
}

var d65 = [Bands]float64{
	49.9755, 54.6482, 82.7549, 91.4860, 93.4318, 86.6823, 104.865, 117.008, 117.812, 114.861, 115.923, 108.811,
	109.354, 107.802, 104.790, 107.689, 104.405, 104.046, 100.000, 96.3342, 95.7880, 88.6856, 90.0062, 89.5991,
	87.6987, 83.2886, 83.6992, 80.0268, 80.2146, 82.2778, 78.2842, 69.7213, 71.6091, 74.3490, 61.6040, 69.8856,
}

// toRGB are the weights with which the bands add up to linear sRGB (IEC 61966-2-1).
// Each row is scaled to add up to 1, so that a perfect white is white: cutting the
// spectrum off at 730 nm would cost it up to .08 % (handbook §5.4).
var toRGB = sync.OnceValue(func() (t [3][Bands]float64) {
	m := [3][3]float64{
		{3.2404542, -1.5371385, -.4985314}, {-.9692660, 1.8760108, .0415560}, {.0556434, -.2040259, 1.0572252},
	}
	for r := range t {
		sum := 0.
		for i := range Bands {
			o := observer[i]
			t[r][i] = float64((float64(m[r][0]*o[0]) + float64(m[r][1]*o[1]) + float64(m[r][2]*o[2])) * d65[i])
			sum += t[r][i]
		}
		for i := range Bands {
			t[r][i] /= sum
		}
	}
	return t
})

// Linear returns the colour of the spectrum in daylight (D65), in linear sRGB, which
// may lie outside 0..1.
func (s Spectrum) Linear() (rgb [3]float64) {
	t := toRGB()
	for r := range rgb {
		for i := range Bands {
			rgb[r] += float64(t[r][i] * s[i])
		}
	}
	return rgb
}

// Color returns the colour of the spectrum in daylight (D65); what sRGB cannot
// show is held to its borders.
func (s Spectrum) Color() palette.Color {
	v := s.Linear()
	return palette.Color{R: Encode(v[0]), G: Encode(v[1]), B: Encode(v[2])}
}

// Encode returns linear light, 0..1, as sRGB in 8 bits (IEC 61966-2-1).
func Encode(x float64) uint8 {
	x = geom.Clamp(x, 0, 1)
	if x <= .0031308 {
		x *= 12.92
	} else {
		x = float64(1.055*geom.Pow(x, 1/2.4)) - .055
	}
	return uint8(math.Floor(float64(x*255) + .5))
}

func decode(v uint8) float64 {
	x := float64(v) / 255
	if x <= .04045 {
		return x / 12.92
	}
	return geom.Pow((x+.055)/1.055, 2.4)
}

// Reconstruction keeps linear light away from the ends, where no spectrum strictly
// between 0 and 1 has the colour (handbook §5.4).
const leastLight, mostLight = .0025, .995

// FromColor returns the smoothest spectrum that has the colour in daylight: of all
// ρ = (tanh z + 1)/2, the one whose z changes least from band to band (S. Burns,
// "Numerical methods for smoothest reflectance reconstruction", Color Research and
// Application 2020; LHTSS). It lies strictly within 0..1. Colours at the very
// border of sRGB are drawn in a little.
func FromColor(c palette.Color) Spectrum {
	target := [3]float64{decode(c.R), decode(c.G), decode(c.B)}
	for i := range target {
		target[i] = geom.Clamp(target[i], leastLight, mostLight)
	}
	t := toRGB()
	var z [Bands]float64
	var l [3]float64
	const n = unknowns
	for range 40 {
		// The gradient of ½Σ(Δz)² + λ·(Tρ − rgb), and its derivative.
		var a [n][n + 1]float64
		var rho, slope, bend [Bands]float64
		for i := range Bands {
			th := tanh(z[i])
			rho[i] = (th + 1) / 2
			slope[i] = (1 - float64(th*th)) / 2
			bend[i] = -2 * th * slope[i]
		}
		worst := 0.
		for i := range Bands {
			pull := float64(t[0][i]*l[0]) + float64(t[1][i]*l[1]) + float64(t[2][i]*l[2])
			g := float64(slope[i] * pull)
			if i > 0 {
				g += z[i] - z[i-1]
				a[i][i-1], a[i][i] = -1, a[i][i]+1
			}
			if i < Bands-1 {
				g += z[i] - z[i+1]
				a[i][i+1], a[i][i] = -1, a[i][i]+1
			}
			a[i][i] += float64(bend[i] * pull)
			for r := range 3 {
				v := float64(t[r][i] * slope[i])
				a[i][Bands+r], a[Bands+r][i] = v, v
			}
			a[i][n] = -g
			worst = math.Max(worst, math.Abs(g))
		}
		for r := range 3 {
			f := -target[r]
			for i := range Bands {
				f += float64(t[r][i] * rho[i])
			}
			a[Bands+r][n] = -f
			worst = math.Max(worst, math.Abs(f))
		}
		if worst < 1e-8 {
			break
		}
		step, ok := solve(a)
		if !ok {
			break
		}
		// Far from the solution a whole step may overshoot; none may move z by more
		// than two, which is most of the way from white to black.
		longest := 0.
		for i := range Bands {
			longest = math.Max(longest, math.Abs(step[i]))
		}
		k := math.Min(1, 2/math.Max(longest, 1e-12))
		for i := range Bands {
			z[i] += float64(k * step[i])
		}
		for r := range 3 {
			l[r] += float64(k * step[Bands+r])
		}
	}
	var s Spectrum
	for i := range s {
		s[i] = (tanh(z[i]) + 1) / 2
	}
	return s
}

func tanh(x float64) float64 {
	x = geom.Clamp(x, -18, 18)
	e := geom.Exp(2 * x)
	return (e - 1) / (e + 1)
}

// unknowns are the bands and a multiplier for each of red, green and blue.
const unknowns = Bands + 3

// solve returns the solution of the linear equations by elimination with row
// pivots; false if they have none.
func solve(m [unknowns][unknowns + 1]float64) (x [unknowns]float64, ok bool) {
	const n = unknowns
	for c := range n {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(m[r][c]) > math.Abs(m[p][c]) {
				p = r
			}
		}
		if math.Abs(m[p][c]) < 1e-14 {
			return x, false
		}
		m[c], m[p] = m[p], m[c]
		for r := c + 1; r < n; r++ {
			k := m[r][c] / m[c][c]
			if k == 0 {
				continue
			}
			for j := c; j <= n; j++ {
				m[r][j] -= float64(k * m[c][j])
			}
		}
	}
	for r := n - 1; r >= 0; r-- {
		v := m[r][n]
		for j := r + 1; j < n; j++ {
			v -= float64(m[r][j] * x[j])
		}
		x[r] = v / m[r][r]
	}
	return x, true
}

// Absorption returns K/S = (1−ρ)²/2ρ (Kubelka and Munk). Reflectances are held to
// .001 and more.
func (s Spectrum) Absorption() (a Absorption) {
	for i, v := range s {
		v = geom.Clamp(v, 1e-3, 1)
		a[i] = float64((1-v)*(1-v)) / (2 * v)
	}
	return a
}

// Reflectance returns ρ = 1 + q − √(q² + 2q), the inverse of Absorption.
func (a Absorption) Reflectance() (s Spectrum) {
	for i, q := range a {
		q = math.Max(0, q)
		s[i] = 1 + q - math.Sqrt(float64(q*q)+float64(2*q))
	}
	return s
}
