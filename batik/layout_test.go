package batik_test

import (
	"fmt"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// everyProduct calls f with a design for each product of the research, in the
// first market that sells it.
func everyProduct(t *testing.T, f func(t *testing.T, p market.Product, d *batik.Design)) {
	t.Helper()
	ms, err := market.All()
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, m := range ms {
		for _, p := range m.Products {
			if seen[p.ID] {
				continue
			}
			seen[p.ID] = true
			t.Run(p.ID, func(t *testing.T) {
				d, err := batik.Plan(batik.Brief{Market: m.ID, Product: p.ID, Seed: 5})
				require.NoError(t, err)
				f(t, p, d)
			})
		}
	}
	assert.Len(t, seen, 41)
}

// Every product of the research is laid at its real size, its zones inside the
// cloth and covering all of it.
func TestEveryProductIsLaidWhole(t *testing.T) {
	everyProduct(t, func(t *testing.T, p market.Product, d *batik.Design) {
		c := lay(t, d)
		assert.Equal(t, geom.Pt{X: p.WidthCM * 10, Y: p.HeightCM * 10}, c.Size)
		for _, z := range c.Zones {
			b := z.Bounds
			assert.True(t, b.Min.X >= -1e-6 && b.Min.Y >= -1e-6 && b.Max.X <= c.Size.X+1e-6 && b.Max.Y <= c.Size.Y+1e-6,
				"%s lies at %v of a cloth of %v", z.Name, b, c.Size)
		}
		const n = 97 // a prime, so that no row of points follows an edge
		for i := range n {
			for j := range n {
				at := geom.Pt{X: c.Size.X * (float64(i) + .5) / n, Y: c.Size.Y * (float64(j) + .5) / n}
				if !covered(c, at) {
					t.Fatalf("no zone with a ground lies at %v mm", at)
				}
			}
		}
	})
}

func covered(c *cloth.Cloth, at geom.Pt) bool {
	for i := range c.Zones {
		z := &c.Zones[i]
		if z.Ground >= 0 && z.Bounds.Contains(at) && (z.Within.Empty() || geom.NewRegion(z.Within).Contains(at)) {
			return true
		}
	}
	return false
}

// Repeats land whole: a border or field is a whole number of them long, so no
// motif is cut where the zone ends.
func TestRepeatsLandWhole(t *testing.T) {
	everyProduct(t, func(t *testing.T, _ market.Product, d *batik.Design) {
		for _, z := range lay(t, d).Zones {
			for axis, v := range []struct{ length, repeat float64 }{{z.Bounds.W(), z.Repeat.X}, {z.Bounds.H(), z.Repeat.Y}} {
				if v.repeat == 0 {
					continue
				}
				n := v.length / v.repeat
				assert.InDelta(t, float64(int(n+.5)), n, 1e-6, "%s, axis %d: %v repeats", z.Name, axis, n)
			}
		}
	})
}

// A kanga carries a saying of the market's list, in letters large enough to read
// across a room.
func TestTextOnCloth(t *testing.T) {
	d, err := batik.Plan(batik.Brief{Market: "ea", Product: "kanga", Seed: 2})
	require.NoError(t, err)
	m, err := market.Lookup("ea")
	require.NoError(t, err)
	var sayings []string
	for _, s := range m.Sayings {
		sayings = append(sayings, s.Text)
	}
	assert.Contains(t, sayings, d.Text)
	var rules []string
	for _, w := range d.Warnings {
		rules = append(rules, w.Rule)
	}
	assert.Contains(t, rules, "jina_text", "a saying is to be vetted")
	found := false
	for _, z := range lay(t, d).Zones {
		if z.Name == "jina_tulisan" {
			found = true
			b := z.Cell[0].Path.Bounds()
			assert.Greater(t, b.H(), 25., "mm")
			assert.True(t, z.Bounds.Contains(b.Min) && z.Bounds.Contains(b.Max), "%v in %v", b, z.Bounds)
		}
	}
	assert.True(t, found)

	d, err = batik.Plan(batik.Brief{Market: "ng", Product: "wax6", Text: "AFRIKA YETU", Seed: 2})
	require.NoError(t, err)
	assert.Equal(t, "AFRIKA YETU", d.Text)

	for text, want := range map[string]string{"السلام": "Latin", fmt.Sprintf("%0121d", 0): "limit"} {
		_, err = batik.Plan(batik.Brief{Market: "ng", Product: "wax6", Text: text})
		assert.ErrorContains(t, err, want)
		assert.ErrorContains(t, err, "brief.text")
	}
}
