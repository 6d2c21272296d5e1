// Package seed turns one number into many named streams of randomness.
//
// A stream is found by its name and indices, never by the order of use, so that
// adding a motif or drawing in another order changes nothing else:
//
//	r := seed.Seed(7).At("isen", i, j)
//
// The same seed, name and indices give the same numbers on every machine. There
// is no global source and no seed is special: 0 is a seed like any other.
package seed

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// Seed is the number behind a design.
type Seed uint64

// Sub returns the seed of a named part, from which more streams can be drawn.
func (s Seed) Sub(label string, index ...int) Seed {
	h := mix(uint64(s) ^ 0x9e3779b97f4a7c15)
	for i := 0; i < len(label); i++ {
		h = (h ^ uint64(label[i])) * 0x100000001b3 // FNV-1a step
	}
	h = mix(h)
	for _, v := range index {
		h = mix(h ^ uint64(v) + 0x632be59bd9b4e019)
	}
	return Seed(h)
}

// At returns the stream with the given name and indices.
func (s Seed) At(label string, index ...int) *Stream { return s.Sub(label, index...).Stream() }

// Stream returns the seed's own stream.
func (s Seed) Stream() *Stream {
	t := new(Stream)
	t.pcg.Seed(uint64(s), mix(uint64(s)))
	return t
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014): every input
// bit reaches every output bit.
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Stream is a sequence of random numbers: PCG-DXSM of math/rand/v2, which gives
// the same bits everywhere. A Stream is not safe for concurrent use; make one
// for each unit of work.
type Stream struct{ pcg rand.PCG }

// Float64 returns a number in [0, 1).
func (r *Stream) Float64() float64 { return float64(r.pcg.Uint64()>>11) / (1 << 53) }

// Range returns a number in [lo, hi).
func (r *Stream) Range(lo, hi float64) float64 { return lo + float64((hi-lo)*r.Float64()) }

// Below returns an integer in [0, n); 0 when n < 1.
func (r *Stream) Below(n int) int {
	if n < 1 {
		return 0
	}
	hi, _ := bits.Mul64(r.pcg.Uint64(), uint64(n))
	return int(hi)
}

// Sign returns −1 or 1.
func (r *Stream) Sign() float64 {
	if r.pcg.Uint64()>>63 == 0 {
		return -1
	}
	return 1
}

// Normal returns a number of mean 0 and deviation 1 within ±3: the sum of
// twelve uniform numbers, which needs no logarithm and has no far tail that
// would throw a dot across the cloth.
func (r *Stream) Normal() float64 {
	s := -6.
	for range 12 {
		s += r.Float64()
	}
	return math.Max(-3, math.Min(3, s))
}

// Noise returns smooth noise at x: unit wavelength, mean 0, deviation near 1,
// within ±1.9. Two seeds give unrelated curves.
func (s Seed) Noise(x float64) float64 {
	f := math.Floor(x)
	t := x - f
	i := int64(f)
	t = float64(float64(t*t) * (3 - float64(2*t)))
	a, b := s.lattice(i), s.lattice(i+1)
	return a + float64((b-a)*t)
}

// lattice returns the value of Noise at an integer, in ±1.9.
func (s Seed) lattice(i int64) float64 {
	return float64((float64(float64(mix(uint64(s)+uint64(i)*0x9e3779b97f4a7c15)>>11)/(1<<52)) - 1) * 1.9)
}

// Noise2 returns two independent smooth noises at (x, y), each like Noise. With
// periods px, py above 0 they repeat after so many units, so that a torus has no
// seam.
func (s Seed) Noise2(x, y float64, px, py int) (a, b float64) {
	var q Square
	return q.Noise2(s, x, y, px, py)
}

// Square remembers the last unit square in which it was asked for Noise2, for those
// who go on in small steps. It is for one seed and one pair of periods. The zero
// Square is ready.
type Square struct {
	i, j  float64
	known bool
	a, b  [4]float64 // at its corners: left and right, of the upper row first
}

// Noise2 returns what s.Noise2 does.
func (q *Square) Noise2(s Seed, x, y float64, px, py int) (a, b float64) {
	fx, fy := math.Floor(x), math.Floor(y)
	if !q.known || fx != q.i || fy != q.j {
		q.i, q.j, q.known = fx, fy, true
		q.corners(s, px, py)
	}
	u, v := x-fx, y-fy
	u = float64(float64(u*u) * (3 - float64(2*u)))
	v = float64(float64(v*v) * (3 - float64(2*v)))
	a0, a1 := q.a[0]+float64((q.a[1]-q.a[0])*u), q.a[2]+float64((q.a[3]-q.a[2])*u)
	b0, b1 := q.b[0]+float64((q.b[1]-q.b[0])*u), q.b[2]+float64((q.b[3]-q.b[2])*u)
	return a0 + float64((a1-a0)*v), b0 + float64((b1-b0)*v)
}

func (q *Square) corners(s Seed, px, py int) {
	i, j := int64(q.i), int64(q.j)
	i1, j1 := i+1, j+1
	if px > 0 {
		i, i1 = wrap(i, px), wrap(i1, px)
	}
	if py > 0 {
		j, j1 = wrap(j, py), wrap(j1, py)
	}
	q.a[0], q.b[0] = s.pair(i, j)
	q.a[1], q.b[1] = s.pair(i1, j)
	q.a[2], q.b[2] = s.pair(i, j1)
	q.a[3], q.b[3] = s.pair(i1, j1)
}

// pair returns the values of Noise2 at a lattice point, from the two halves of
// one hash.
func (s Seed) pair(i, j int64) (a, b float64) {
	h := mix(uint64(s) ^ uint64(i)*0x9e3779b97f4a7c15 ^ uint64(j)*0xc2b2ae3d27d4eb4f)
	a = float64(float64(uint32(h)) / (1 << 31))
	b = float64(float64(h>>32) / (1 << 31))
	return float64((a - 1) * 2.3), float64((b - 1) * 2.3)
}

func wrap(i int64, p int) int64 {
	if i %= int64(p); i < 0 {
		i += int64(p)
	}
	return i
}

// Four returns four numbers in [0, 1) for an index, from one hash: cheaper than
// a Stream where millions of small things each need a few.
func (s Seed) Four(i int) (a, b, c, d float64) {
	h := mix(uint64(s) + uint64(i)*0x9e3779b97f4a7c15)
	const k = 1. / (1 << 16)
	f := func(v uint64) float64 { return float64(float64(v&0xffff) * k) }
	return f(h), f(h >> 16), f(h >> 32), f(h >> 48)
}
