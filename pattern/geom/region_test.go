package geom

import "testing"

// The shortcut that Insets takes must not change a single bit of what Nearest
// finds without it.
func TestNearestWithin(t *testing.T) {
	r := NewRegion(Circle(Pt{30, 20}, 18).Join(Polygon(Pt{25, 15}, Pt{41, 22}, Pt{22, 28})))
	const step = .7
	for y := -5.; y < 45; y += step {
		last := 1e9
		for x := -2.; x < 62; x += step {
			d, at := r.Nearest(Pt{x, y})
			e, near := r.nearest(Pt{x, y}, last+1.01*step)
			if d != e || at != near {
				t.Fatalf("at (%g, %g): %g from %v, within %g: %g from %v", x, y, d, at, last, e, near)
			}
			last = d
		}
	}
}
