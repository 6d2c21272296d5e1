package batik_test

import (
	"context"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/check"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// No outline of any motif crosses itself, nor of the borders it comes with at home.
func TestOutlinesDoNotCross(t *testing.T) {
	if raceEnabled {
		t.Skip("draws the same without the race detector, ten times faster")
	}
	cat, err := batik.Motifs()
	require.NoError(t, err)
	for i, id := range cat.IDs() {
		for seed := uint64(1); seed <= 3; seed++ {
			if testing.Short() && (uint64(i)+seed)%12 != 0 {
				continue
			}
			home, ok := batik.Tradition(id)
			require.True(t, ok, id)
			d, err := batik.Plan(batik.Brief{Market: home.Market, Product: home.Product, Motif: id, Scheme: home.Scheme, Technique: batik.Tulis, Seed: seed})
			require.NoError(t, err)
			r, err := check.Cloth(context.Background(), lay(t, d), check.Limits{})
			require.NoError(t, err)
			if assert.Zero(t, r.Count, "%s, seed %d", id, seed) {
				continue
			}
			for _, f := range r.Findings[:min(3, len(r.Findings))] {
				t.Logf("%s at %.2f, %.2f", f.Zone, f.At.X, f.At.Y)
			}
		}
	}
}
