package batik

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// A place of any proportions takes a motif without squashing it: what is left when
// whole repeats are fitted would show as ovals where the motif has circles.
func TestFitKeepsProportions(t *testing.T) {
	for _, h := range []float64{54, 115, 246, 670, 812, 920, 1150} {
		for _, size := range []geom.Pt{{X: 30, Y: 30}, {X: 60, Y: 104}, {X: 164, Y: 182}, {X: 351, Y: 390}, {X: 690, Y: 345}, {X: 403, Y: 467}} {
			for _, w := range []float64{690, 922, 1140, 2000} {
				n, m, _ := fit(w, h, size, slack{})
				stretch := (w / float64(n) / size.X) / (h / float64(m) / size.Y)
				assert.InDelta(t, 1, stretch, .15, "%v × %v tiles of %v on %v × %v mm", n, m, size, w, h)
			}
		}
	}
	// A motif whose height is a choice is drawn to its place, not stretched.
	d, err := Plan(Brief{Market: "ea", Product: "kanga", Motif: "kanga_medallion", Seed: 1})
	require.NoError(t, err)
	cat, err := Workshop{}.catalog()
	require.NoError(t, err)
	w := &weaver{d: d, cat: cat}
	n, m, k := fit(1134, 664, geom.Pt{X: 1131.5, Y: 848.6}, w.slack(d.Field))
	assert.Equal(t, []int{1, 1}, []int{n, m})
	raised := w.raised(d.Field, 664/848.6/k)
	assert.InDelta(t, .6, raised.Values["height"], 1e-9, "664 by 1134 mm is .586, and the least is .6")
	assert.NotEqual(t, raised.Values["height"], d.Field.Values["height"], "the design keeps its own")
}
