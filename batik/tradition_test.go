package batik_test

import (
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every motif of the catalogue has a home, where it can be planned as it is.
func TestEveryMotifHasAHome(t *testing.T) {
	cat, err := batik.Motifs()
	require.NoError(t, err)
	for _, id := range cat.IDs() {
		h, ok := batik.Tradition(id)
		if !assert.True(t, ok, "%s has no home", id) {
			continue
		}
		d, err := batik.Plan(batik.Brief{Market: h.Market, Scheme: h.Scheme, Product: h.Product, Motif: id})
		if assert.NoError(t, err, id) {
			assert.Equal(t, id, d.Field.Motif)
		}
	}
}

// What the market data says of motifs it says of motifs that there are, and every
// motif but those that stand on an edge is worn somewhere.
func TestFitsAndCatalogueAgree(t *testing.T) {
	cat, err := batik.Motifs()
	require.NoError(t, err)
	ms, err := market.All()
	require.NoError(t, err)
	worn := map[string]bool{}
	for _, m := range ms {
		for _, f := range m.Fits {
			for _, id := range f.Motifs {
				_, ok := cat.Lookup(id)
				assert.True(t, ok, "%s: %q, of %q, is not in the catalogue", m.ID, id, f.Family)
				worn[id] = true
			}
		}
	}
	for _, m := range cat.All() {
		in := m.Info()
		// Court cloths above the free widths, and plain-centred ones, are drawn when
		// asked for and proposed to nobody.
		if in.Group == "p1m1" || in.Family == "tengahan" || in.ID == "parang_barong" || in.ID == "banji_meander" || in.ID == "truntum_gede" {
			continue
		}
		assert.True(t, worn[in.ID], "%s suits no market", in.ID)
	}
}
