package market_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/palette"
)

func TestEveryRuleIsEnforcedOrSaysWhyNot(t *testing.T) {
	for _, m := range all(t) {
		assert.NotEmpty(t, m.Rules, m.ID)
		for _, r := range m.Rules {
			assert.True(t, (len(r.When) > 0) != (r.ListedOnly != ""), "%s: %s is either enforced or listed", m.ID, r.ID)
			assert.Contains(t, []market.Severity{market.Block, market.Warn, market.Info}, r.Severity, r.ID)
			assert.NotEmpty(t, r.Text, r.ID)
			assert.NotEmpty(t, r.Source, r.ID)
			for i, w := range r.When {
				s, ok := witness(w)
				require.True(t, ok, "%s: condition %d of %s can never hold", m.ID, i, r.ID)
				found := false
				for _, f := range m.Judge(s) {
					found = found || f.Rule == r.ID
				}
				assert.True(t, found, "%s: %s is not found in %+v", m.ID, r.ID, s)
			}
		}
	}
}

// witness makes a subject that meets the condition.
func witness(w market.When) (market.Subject, bool) {
	words := map[string]string{
		"black": "#111111", "white": "#fffdf5", "red": "#d0202e", "orange": "#f0832b", "yellow": "#f6c62d", "green": "#1f8a4c",
		"light blue": "#7db9e8", "blue": "#1f47a8", "brown": "#6b3a1e",
	}
	s := market.Subject{ScaleMM: w.ScaleOverMM * 1.1, HasText: w.Text, Festive: w.Festive}
	if len(w.Motifs) > 0 {
		s.MotifID = w.Motifs[0]
	} else if len(w.Families) > 0 {
		s.Family = w.Families[0]
	} else if len(w.Traits) > 0 {
		s.Traits = w.Traits[:1]
	} else if len(w.Products) > 0 {
		s.Product = w.Products[0]
	}
	if len(w.Schemes) > 0 {
		s.Scheme = w.Schemes[0]
	}
	if len(w.Rotations) > 0 {
		s.Rotation = w.Rotations[0]
	}
	order := w.Colors
	if len(w.Ground) > 0 {
		order = append([]string{w.Ground[0]}, order...)
	}
	for _, word := range order {
		hex, ok := words[word]
		c, err := palette.ParseColor(hex)
		if !ok || err != nil || market.ColorWord(c) != word {
			return s, false
		}
		s.Colors = append(s.Colors, c)
	}
	return s, true
}

func TestJudge(t *testing.T) {
	colors := func(hexes ...string) (out []palette.Color) {
		for _, h := range hexes {
			c, err := palette.ParseColor(h)
			require.NoError(t, err)
			out = append(out, c)
		}
		return out
	}
	thai := colors("#d0202e", "#fbf8f0", "#1f2f66")
	for _, tt := range []struct {
		name, market string
		s            market.Subject
		rule         string
		severity     market.Severity // "" for not found
	}{
		{"swastika in Europe", "west", market.Subject{MotifID: "banji"}, "swastika", market.Block},
		{"swastika by trait", "west", market.Subject{MotifID: "mine", Traits: []string{"swastika"}}, "swastika", market.Block},
		{"banji in Japan", "jp", market.Subject{MotifID: "banji"}, "banji_jp", market.Info},
		{"banji in Cirebon", "id-cirebon", market.Subject{MotifID: "banji"}, "swastika", ""},
		{"broad parang in Yogya", "id-yogya", market.Subject{MotifID: "parang_barong", ScaleMM: 100}, "court_parang", market.Warn},
		{"parang of exactly 4 cm", "id-yogya", market.Subject{MotifID: "parang_klitik", ScaleMM: 40}, "court_parang", market.Info},
		{"kawung is no parang", "id-yogya", market.Subject{MotifID: "kawung_picis", ScaleMM: 100}, "court_parang", ""},
		{"birds in the Gulf", "gulf", market.Subject{Traits: []string{"animate"}}, "animate_islamic", market.Block},
		{"birds in Malaysia", "my", market.Subject{Traits: []string{"animate"}}, "animate_islamic", market.Warn},
		{"kawung in the Gulf", "gulf", market.Subject{MotifID: "kawung_sen"}, "idol_shapes", market.Info},
		{"clouds on end", "id-cirebon", market.Subject{MotifID: "mega_mendung", Rotation: -90}, "mega_vertical", market.Warn},
		{"clouds lying", "id-cirebon", market.Subject{MotifID: "mega_mendung", Rotation: 180}, "mega_vertical", ""},
		{"Thai flag", "th", market.Subject{MotifID: "lereng", Colors: thai}, "flag_th", market.Block},
		{"Thai colours, no stripes", "th", market.Subject{MotifID: "ceplok", Colors: thai}, "flag_th", ""},
		{"Thai stripes with green", "th", market.Subject{MotifID: "lereng", Colors: append(thai, colors("#2e9b4f")...)}, "flag_th", ""},
		{"black ground in Thailand", "th", market.Subject{Colors: colors("#111111", "#f6c62d")}, "black_th", market.Warn},
		{"funeral red in Ghana", "gh", market.Subject{Scheme: "Funeral kobene"}, "gh_funeral", market.Warn},
		{"funeral red at a feast", "gh", market.Subject{Scheme: "Funeral kobene", Festive: true}, market.SchemeCaution, market.Block},
		{"red and black in Ghana", "gh", market.Subject{Colors: colors("#c8202f", "#141214")}, "gh_funeral", market.Warn},
		{"kelengan", "id-pekalongan", market.Subject{Scheme: "Kelengan blue-white"}, market.SchemeCaution, market.Warn},
		{"a saying on a kanga", "ea", market.Subject{HasText: true}, "jina_text", market.Warn},
		{"lettering in the Gulf", "gulf", market.Subject{HasText: true}, "sacred_text", market.Warn},
		{"sacred text in the Gulf", "gulf", market.Subject{Traits: []string{"sacred_text"}, HasText: true}, "sacred_text", market.Block},
		{"slobog at a wedding", "id-solo", market.Subject{MotifID: "slobog", Festive: true}, "slobog", market.Warn},
		{"nothing known", "gulf", market.Subject{}, "animate_islamic", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := market.Lookup(tt.market)
			require.NoError(t, err)
			var got market.Severity
			for _, f := range m.Judge(tt.s) {
				if f.Rule == tt.rule {
					assert.Empty(t, got, "each rule once")
					got = f.Severity
					assert.NotEmpty(t, f.Reason)
					assert.NotEmpty(t, f.Source)
				}
			}
			assert.Equal(t, tt.severity, got)
		})
	}
	for _, m := range all(t) {
		assert.Empty(t, m.Judge(market.Subject{}), "%s: of nothing nothing is said", m.ID)
	}
}
