package batik_test

import (
	"testing"

	"github.com/jagadbatik/jagad/batik"
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
