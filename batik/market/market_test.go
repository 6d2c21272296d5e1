package market_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/palette"
)

func all(t testing.TB) []market.Market {
	t.Helper()
	ms, err := market.All()
	require.NoError(t, err)
	return ms
}

func TestEveryMarketIsWhole(t *testing.T) {
	ms := all(t)
	require.Len(t, ms, 20)
	files, err := fs.Glob(os.DirFS("data"), "*.json")
	require.NoError(t, err)
	assert.Len(t, files, len(ms), "a file for each ID, and no other")
	for i, m := range ms {
		assert.Equal(t, market.IDs()[i], m.ID)
		assert.NotEmpty(t, m.Name, m.ID)
		assert.NotEmpty(t, m.Countries, m.ID)
		assert.NotEmpty(t, m.Locale.Languages, m.ID)
		assert.Contains(t, []string{"ltr", "rtl"}, m.Locale.Dir, m.ID)
		seen := map[string]bool{}
		for _, s := range m.Schemes {
			assert.False(t, seen[s.Name], "%s: %s twice", m.ID, s.Name)
			seen[s.Name] = true
			assert.NotEmpty(t, s.Source, s.Name)
			assert.NotEmpty(t, s.Basis, s.Name)
		}
	}
}

// The count of schemes and exemptions is that of the research: a change here
// is a change of what the data claims.
func TestNamedSchemesAreInsideTheirRange(t *testing.T) {
	schemes, exempt := 0, 0
	for _, m := range all(t) {
		for _, s := range m.Schemes {
			schemes++
			assert.Empty(t, m.Range.CheckScheme(s), "%s: %s", m.ID, s.Name)
			broken := m.Range.Check(s.Inks)
			for _, e := range s.Exempt {
				exempt++
				assert.NotEmpty(t, e.Reason)
				assert.True(t, slices.ContainsFunc(broken, func(v palette.Violation) bool { return v.Quantity == e.Quantity }),
					"%s: %s needs no exemption for %s", m.ID, s.Name, e.Quantity)
			}
		}
	}
	assert.Equal(t, 108, schemes)
	assert.Equal(t, 7, exempt)
}

func TestGeneratedSchemesAreInside(t *testing.T) {
	for _, m := range all(t) {
		t.Run(m.ID, func(t *testing.T) {
			clean := 0
			const tries = 60
			for seed := range uint64(tries) {
				s := m.Range.Generate(rand.New(rand.NewPCG(seed, 1)), int(seed%8))
				require.Empty(t, m.Range.Check(s.Inks), "seed %d: %v", seed, s.Inks)
				require.Empty(t, m.Range.CheckHues(s.Inks), "seed %d: %v", seed, s.Inks)
				require.NotEmpty(t, s.Name)
				again := m.Range.Generate(rand.New(rand.NewPCG(seed, 1)), int(seed%8))
				require.Equal(t, s, again)
				if !slices.ContainsFunc(palette.Check(s.Inks), func(w palette.Warning) bool { return w.Kind == palette.Alike || w.Kind == palette.LowContrast }) {
					clean++
				}
			}
			assert.Greater(t, clean, tries*2/3, "most generated schemes have no inks alike and no sunken motif")
		})
	}
}

// The digest of 400 generated schemes: every target must give these. A change
// of the generator or of the data changes it, rightly.
func TestGeneratedSchemesAreTheSameEverywhere(t *testing.T) {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for _, m := range all(t) {
		for seed := range uint64(20) {
			require.NoError(t, enc.Encode(m.Range.Generate(rand.New(rand.NewPCG(seed, 2)), 0)))
		}
	}
	assert.Equal(t, "9dc594cc04c9d9c0", fmt.Sprintf("%x", h.Sum(nil)[:8]))
}

func TestAnyInksCanBeFitted(t *testing.T) {
	roles := []palette.Role{"", palette.Ground, palette.Main, palette.Accent, palette.Outline}
	for _, m := range all(t) {
		rnd := rand.New(rand.NewPCG(3, 4))
		for range 150 {
			in := make([]palette.Ink, 1+rnd.IntN(9))
			for i := range in {
				in[i] = palette.Ink{Color: palette.Color{R: uint8(rnd.Uint32()), G: uint8(rnd.Uint32()), B: uint8(rnd.Uint32())}, Role: roles[rnd.IntN(len(roles))]}
			}
			before := slices.Clone(in)
			out := m.Range.Fit(in)
			require.Equal(t, before, in, "the input is left alone")
			require.Empty(t, m.Range.Check(out), "%s: %v became %v", m.ID, in, out)
			require.Empty(t, m.Range.CheckHues(out), "%s: %v became %v", m.ID, in, out)
			require.Equal(t, out, m.Range.Fit(out), "%s: what is inside stays", m.ID)
		}
	}
}

func TestFitKeepsWhatTheMarketWears(t *testing.T) {
	m, err := market.Lookup("id-pekalongan")
	require.NoError(t, err)
	inks := m.Schemes[0].Inks // but for its outline, inside in hue as well
	out := m.Range.Fit(inks)
	for i, k := range inks {
		if k.Role != palette.Outline {
			assert.Equal(t, k, out[i])
		}
	}
}

func TestLookup(t *testing.T) {
	m, err := market.Lookup("gulf")
	require.NoError(t, err)
	assert.Equal(t, "gulf", m.ID)
	_, err = market.Lookup("id-pekalogan")
	assert.ErrorContains(t, err, `did you mean "id-pekalongan"?`)
	_, err = market.Lookup("atlantis under the sea")
	assert.ErrorContains(t, err, "known are")

	_, err = m.Scheme("Oud burgundi")
	assert.ErrorContains(t, err, `did you mean "Oud burgundy"?`)
	_, err = m.Product("sarung_golf")
	assert.ErrorContains(t, err, `did you mean "sarung_gulf"?`)
	p, err := m.Product("sarung_gulf")
	require.NoError(t, err)
	assert.Equal(t, 250.0, p.WidthCM)

	m.Schemes[0].Inks[0].Name = "changed"
	again, err := market.Lookup("gulf")
	require.NoError(t, err)
	assert.NotEqual(t, "changed", again.Schemes[0].Inks[0].Name, "the answer is the caller's own")
}

func TestProducts(t *testing.T) {
	for _, m := range all(t) {
		assert.NotEmpty(t, m.Products, m.ID)
		for _, p := range m.Products {
			assert.Positive(t, p.WidthCM, p.ID)
			assert.Positive(t, p.HeightCM, p.ID)
			assert.NotEmpty(t, p.Layout, p.ID)
			assert.NotEmpty(t, p.Source, p.ID)
			names := map[string]bool{}
			for _, z := range p.Zones {
				assert.False(t, names[z.Name], "%s: zone %s twice", p.ID, z.Name)
				names[z.Name] = true
				poly := z.Polygon()
				assert.GreaterOrEqual(t, len(poly), 3)
				area := 0.0
				for i, a := range poly {
					b := poly[(i+1)%len(poly)]
					area += a[0]*b[1] - b[0]*a[1]
					for _, v := range a {
						assert.True(t, v >= 0 && v <= 1, "%s %s: %v", p.ID, z.Name, v)
					}
				}
				assert.Positive(t, area, "%s: zone %s goes round clockwise on the page", p.ID, z.Name)
			}
		}
	}
}

func TestEveryMarketHasMotifsToWear(t *testing.T) {
	for _, m := range all(t) {
		cs := m.Choices()
		ids := map[string]bool{}
		for i, c := range cs {
			ids[c.MotifID] = true
			assert.False(t, market.Blocked(m.Judge(market.Subject{MotifID: c.MotifID})), "%s: %s", m.ID, c.MotifID)
			if i > 0 {
				assert.LessOrEqual(t, c.Fit.Fit, cs[i-1].Fit.Fit, "best first")
			}
			best, ok := m.FitOf(c.MotifID)
			assert.True(t, ok)
			assert.Equal(t, best, c.Fit)
		}
		assert.Len(t, ids, len(cs), "each motif once")
		assert.GreaterOrEqual(t, len(ids), 3, m.ID)
		for _, f := range m.Fits {
			assert.True(t, f.Fit > 0 && f.Fit <= 1, f.Family)
			assert.True(t, f.ScaleCM[0] > 0 && f.ScaleCM[0] <= f.ScaleCM[1], f.Family)
			assert.NotEmpty(t, f.Basis, f.Family)
			if strings.HasPrefix(f.Basis, "stand-in") {
				assert.LessOrEqual(t, f.Fit, 0.5, "a stand-in never beats the market's own: %s", f.Family)
			}
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	for b.Loop() {
		if _, err := market.Lookup("gulf"); err != nil {
			b.Fatal(err)
		}
	}
}
