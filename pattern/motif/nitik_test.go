package motif

import (
	"math"
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Nitik is woven full: dots and dashes, nothing stroked, and together they cover
// about a third of the cloth or more; and no two dots lie on one point.
func TestNitikIsWovenFull(t *testing.T) {
	for _, d := range append(nitiks(), jlamprangs()...) {
		for _, dyed := range []float64{0, 1} {
			tile := d.draw(d.info, pattern.Options{Values: map[string]float64{"dyed": dyed}})
			cover := 0.
			seen := map[geom.Pt]bool{}
			for _, s := range tile.Shapes {
				if s.Stage == pattern.Tembok {
					continue
				}
				if s.Kind == geom.Stroke || s.Kind == geom.Dots {
					t.Fatalf("%s: a mark of kind %d", d.info.ID, s.Kind)
				}
				for _, q := range s.Dots {
					if seen[q.C] {
						t.Fatalf("%s: two dots at %v", d.info.ID, q.C)
					}
					seen[q.C] = true
					cover += 4 * q.R * q.R
				}
			}
			if share := cover / (tile.Size.X * tile.Size.Y); share < .22 || share > .6 {
				t.Errorf("%s, dyed %g: dots cover %.2f of the cloth", d.info.ID, dyed, share)
			}
		}
	}
}

// A lens is what two circles share: its ends and sides lie where they are asked
// for, and every point of it on one of the circles.
func TestLens(t *testing.T) {
	for _, c := range [][2]float64{{10, 2}, {10, 4.14}, {7, 7}} {
		a, b := c[0], c[1]
		box := geom.Bounds(lens(a, b).Flatten(.001)[0].Pts)
		for _, x := range []float64{box.Max.X - a, box.Min.X + a, box.Max.Y - b, box.Min.Y + b} {
			if math.Abs(x) > .01 {
				t.Errorf("lens %v: bounds %v", c, box)
				break
			}
		}
		r := (a*a + b*b) / (2 * b)
		for _, p := range lens(a, b).Flatten(.01)[0].Pts {
			up, down := p.Dist(geom.Pt{Y: b - r}), p.Dist(geom.Pt{Y: r - b})
			if math.Min(math.Abs(up-r), math.Abs(down-r)) > .02 {
				t.Fatalf("lens %v: %v lies on neither circle", c, p)
			}
		}
	}
}
