package motif

import (
	"testing"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// Blades of a fan turn one way and leave the next one its ground; a leaf keeps
// its outline in one piece however deep the chip.
func TestBladesAndChippedLeaves(t *testing.T) {
	for _, sweep := range []float64{.2, .6, 1} {
		b := lobe(3, 15, 2.4, sweep)
		if selfCrossing(b) {
			t.Errorf("sweep %g: the blade crosses itself", sweep)
		}
		tip := geom.Pt{}
		for _, p := range b.Flatten(.05)[0].Pts {
			if p.Len() > tip.Len() {
				tip = p
			}
		}
		if geom.Angle(tip) < .05*sweep {
			t.Errorf("sweep %g: the tip stands at %.3f of a turn", sweep, geom.Angle(tip))
		}
	}
	whole := geom.NewRegion(chipped(0, 20, 5, .2))
	for _, chip := range []float64{.2, .6, 1} {
		leaf := chipped(0, 20, 5, chip)
		if selfCrossing(leaf) {
			t.Errorf("chip %g: the leaf crosses itself", chip)
		}
		bite := geom.Pt{X: 11, Y: -2.6}
		if in := geom.NewRegion(leaf).Contains(bite); in != (chip < .6) {
			t.Errorf("chip %g: the bite is cloth: %v", chip, !in)
		}
		if !whole.Contains(geom.Pt{X: 11, Y: 2.6}) {
			t.Error("the other side is bitten too")
		}
	}
}
