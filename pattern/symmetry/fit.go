package symmetry

import "math"

// maxFit bounds the count of Fit, far above any cloth.
const maxFit = 1 << 24

// Fit returns the whole number of repeats, at least one, that lands on a border
// of the given length, and the repeat stretched or shrunk to do so; lengths in
// mm. Of the two neighbouring counts it takes the one whose repeat changes by the
// smaller ratio, the larger repeat if they are equal. Lengths that are not
// positive and finite give one repeat of the length.
func Fit(length, repeat float64) (n int, fitted float64) {
	x := length / repeat
	if !(x > 1) || !(length > 0) || !(repeat > 0) || math.IsInf(length, 0) {
		return 1, length
	}
	if x >= maxFit {
		return maxFit, length / maxFit
	}
	n = int(x)
	// x/n ≤ (n+1)/x: stretching n changes the repeat no more than shrinking n+1.
	if f := float64(n); float64(x*x) > float64(f*(f+1)) {
		n++
	}
	return n, length / float64(n)
}
