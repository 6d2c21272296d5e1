package batik

import (
	"errors"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func mustPlan(t testing.TB, b Brief) *Design {
	t.Helper()
	d, err := Plan(b)
	require.NoError(t, err)
	return d
}

func TestEveryMarketHasThreeDesignsThatDiffer(t *testing.T) {
	seeds := uint64(5)
	if testing.Short() {
		seeds = 1
	}
	for _, id := range market.IDs() {
		for seed := range seeds {
			ds, err := Proposals(Brief{Market: id, Seed: seed}, 3)
			require.NoError(t, err, id)
			require.Len(t, ds, 3, id)
			type look struct {
				motif  string
				layout Layout
			}
			seen := map[look]bool{}
			for _, d := range ds {
				seen[look{d.Field.Motif, d.Product.Layout}] = true
				_, err := Lay(d)
				require.NoError(t, err, "%s: %s", id, d.Title)
			}
			assert.Len(t, seen, 3, "%s, seed %d", id, seed)
		}
	}
}

func TestInksLieInsideTheMarketsRanges(t *testing.T) {
	for _, id := range market.IDs() {
		m, err := market.Lookup(id)
		require.NoError(t, err)
		n := 24
		if testing.Short() {
			n = 4
		}
		ds, err := Proposals(Brief{Market: id, Seed: 11}, n)
		require.NoError(t, err)
		for _, d := range ds {
			s, err := m.Scheme(d.Scheme)
			if err == nil {
				assert.Empty(t, m.Range.CheckScheme(s), "%s %s", id, d.Scheme)
				continue
			}
			assert.Empty(t, m.Range.Check(d.Inks), "%s %s", id, d.Scheme)
			assert.Empty(t, m.Range.CheckHues(d.Inks), "%s %s", id, d.Scheme)
		}
	}
}

func TestRulesBlock(t *testing.T) {
	_, err := Plan(Brief{Market: "west", Motif: "banji"})
	var r *RuleError
	require.ErrorAs(t, err, &r)
	assert.Equal(t, "brief.motif", r.Path)
	assert.Equal(t, "swastika", r.Finding.Rule)
	assert.Contains(t, err.Error(), "source:")

	// A design that comes from elsewhere is judged too.
	d := mustPlan(t, Brief{Market: "id-lasem", Motif: "banji", Product: "kain_panjang_pesisir"})
	d.Market, d.Product.ID = "west", "pareo"
	require.ErrorAs(t, d.Validate(), &r)
	assert.Equal(t, "design.field.motif", r.Path)
}

// Over many seeds nothing blocked is proposed, and each rule that warns is in the
// design.
func TestRulesOverManySeeds(t *testing.T) {
	cat, err := Motifs()
	require.NoError(t, err)
	seeds := uint64(50)
	if testing.Short() {
		seeds = 5
	}
	for _, id := range market.IDs() {
		m, err := market.Lookup(id)
		require.NoError(t, err)
		for s := range seeds {
			d := mustPlan(t, Brief{Market: id, Seed: s})
			assert.Empty(t, blocks(d, m, cat))
			for _, x := range m.Judge(subject(d, d.Field, cat)) {
				if x.Severity == market.Warn {
					found := false
					for _, w := range d.Warnings {
						found = found || w.Rule == x.Rule
					}
					assert.True(t, found, "%s: %s lacks the warning %s", id, d.Title, x.Rule)
				}
			}
		}
	}
}

func TestParangIsAtMostFourCentimetresByDefault(t *testing.T) {
	for s := range uint64(20) {
		d := mustPlan(t, Brief{Market: "id-yogya", Motif: "parang_rusak", Seed: s})
		assert.LessOrEqual(t, d.Field.Values["size"], 40.0)
		assert.Equal(t, 1.0, d.Field.Values["slope"], "Yogya's slope")
		e := mustPlan(t, Brief{Market: "id-solo", Motif: "parang_rusak", Seed: s})
		assert.Zero(t, e.Field.Values["slope"], "Solo's slope")
	}
}

func TestBriefErrorsNameTheFieldAndTheNearestName(t *testing.T) {
	for _, c := range []struct {
		b    Brief
		want string
	}{
		{Brief{Market: "gulff"}, `brief.market: "gulff" is unknown; did you mean "gulf"?`},
		{Brief{Market: "gulf", Motif: "kawong_picis"}, `brief.motif: "kawong_picis" is unknown; did you mean "kawung_picis"?`},
		{Brief{Market: "ng", Product: "wax7"}, `brief.product: "wax7" is unknown; did you mean "wax6"?`},
		{Brief{Market: "ng", Technique: "prnt"}, `did you mean "print"?`},
		{Brief{Market: "ng", Scheme: "Adire elekko"}, `brief.scheme: "Adire elekko" is unknown; did you mean "Adire eleko"?`},
		{Brief{Market: "ng", Inks: []palette.Ink{{}}}, "brief.inks: holds 1 inks; want 2 to 12"},
	} {
		_, err := Plan(c.b)
		require.Error(t, err)
		assert.Contains(t, err.Error(), c.want)
		var f *FieldError
		assert.True(t, errors.As(err, &f))
	}
}

func TestPlanIsAPureFunction(t *testing.T) {
	for s := range uint64(6) {
		a, b := mustPlan(t, Brief{Seed: s}), mustPlan(t, Brief{Seed: s})
		assert.Equal(t, a, b)
		x, err := a.Encode()
		require.NoError(t, err)
		back, err := Decode(x)
		require.NoError(t, err)
		assert.Equal(t, a, back)
	}
}

func TestBriefIsObeyed(t *testing.T) {
	own := []palette.Ink{{Color: palette.Color{R: 250, G: 245, B: 230}}, {Color: palette.Color{R: 120, G: 20, B: 40}}, {Color: palette.Color{R: 20, G: 20, B: 30}}}
	d := mustPlan(t, Brief{Market: "my", Product: "sarung_my", Motif: "ceplok", Inks: own, Technique: Cap, Seed: 3})
	assert.Equal(t, "sarung_my", d.Product.ID)
	assert.Equal(t, "ceplok", d.Field.Motif)
	assert.Equal(t, Cap, d.Technique)
	require.Len(t, d.Inks, 3)
	assert.Equal(t, own[0].Color, d.Inks[0].Color)
}

func TestVariationsDifferVisibly(t *testing.T) {
	for _, id := range []string{"id-solo", "gulf", "ng", "my"} {
		d := mustPlan(t, Brief{Market: id, Seed: 4})
		vs := Variations(d, 8)
		require.Len(t, vs, 8)
		seen := map[string]bool{string(fingerprint(d)): true}
		for _, v := range vs {
			assert.Equal(t, d.Field.Motif, v.Field.Motif)
			assert.Equal(t, d.Product.ID, v.Product.ID)
			assert.False(t, seen[string(fingerprint(v))])
			seen[string(fingerprint(v))] = true
			size, was := v.Field.Values["size"], d.Field.Values["size"]
			moved := size/was > 1.25 || was/size > 1.25
			assert.True(t, moved || v.Scheme != d.Scheme, "%s: neither size nor colours changed", v.Title)
		}
	}
}

func TestColourwaysChangeTheColoursAlone(t *testing.T) {
	d := mustPlan(t, Brief{Market: "ng", Seed: 4})
	ws := Colourways(d, 7)
	require.Len(t, ws, 7)
	seen := map[string]bool{d.Scheme: true}
	for _, v := range ws {
		assert.False(t, seen[v.Scheme], v.Scheme)
		seen[v.Scheme] = true
		v.Inks, v.Scheme, v.Title, v.Warnings = d.Inks, d.Scheme, d.Title, d.Warnings
		v.Field.Dress = d.Field.Dress
		assert.Equal(t, d, v)
	}
}

func TestDecodeIsStrict(t *testing.T) {
	d := mustPlan(t, Brief{Market: "gulf", Product: "sarung_gulf", Motif: "truntum", Seed: 1})
	b, err := d.Encode()
	require.NoError(t, err)
	for _, c := range []struct{ old, new, want string }{
		{`"title"`, `"titel"`, `design.titel: unknown field: "titel" is unknown; did you mean "title"?`},
		{`"motif": "truntum"`, `"motif": "truntm"`, `design.field.motif: "truntm" is unknown; did you mean "truntum"?`},
		{`"size":`, `"sice":`, `did you mean "size"?`},
		{`"density": `, `"density": 90`, `design.field.density: is 90`},
		{`"technique": "cap"`, `"technique": "capp"`, `design.technique: "capp" is unknown; did you mean "cap"?`},
		{`"format": 1`, `"format": 2`, `design.format: is 2; this version reads 1`},
		{`"format": 1`, `"format": "one"`, `design.format: is text; want a whole number`},
		{`"format": 1`, `"format": 1, "format": 1`, `design.format: is given twice`},
		{`"role": "ground"`, `"role": "grund"`, `did you mean "ground"?`},
		{`"color": "#`, `"color": "x`, `design.inks[0].color`},
		{`"market": "gulf"`, `"market": "golf"`, `did you mean "gulf"?`},
		{`"width": 2500`, `"width": 1e9`, `design.product.width`},
		{`"seed": 1`, `"seed": -1`, `design.seed: is -1`},
		{`"kind": "block"`, `"kind": "blok"`, `did you mean \"block\"?`},
	} {
		s := strings.Replace(string(b), c.old, c.new, 1)
		require.NotEqual(t, string(b), s, "the design holds no %s", c.old)
		_, err := Decode([]byte(s))
		if assert.Error(t, err, c.new) {
			assert.Contains(t, strings.ReplaceAll(err.Error(), `\"`, `"`), strings.ReplaceAll(c.want, `\"`, `"`))
		}
	}
	for _, bad := range []string{"", "{", "[]", "null", "1", `{"format":1}x`, strings.Repeat(`{"field":`, 100), string(b) + "{}", strings.Repeat(" ", maxJSON+1)} {
		_, err := Decode([]byte(bad))
		assert.Error(t, err)
	}
}

func TestWorkshopTakesMotifsOfItsOwn(t *testing.T) {
	cat, err := Motifs()
	require.NoError(t, err)
	m, ok := cat.Lookup("truntum")
	require.True(t, ok)
	own, err := pattern.NewCatalog(renamed{m})
	require.NoError(t, err)
	w := Workshop{Motifs: own}
	d, err := w.Plan(Brief{Market: "id-solo", Motif: "mine", Product: "tile"})
	require.NoError(t, err)
	c, err := w.Lay(d)
	require.NoError(t, err)
	assert.NotEmpty(t, c.Zones[0].Cell)
	assert.Error(t, d.Validate(), "the built-in catalogue does not know it")
}

type renamed struct{ pattern.Motif }

func (r renamed) Info() pattern.Info {
	in := r.Motif.Info()
	in.ID = "mine"
	return in
}

func FuzzDecode(f *testing.F) {
	for s := range uint64(4) {
		if d, err := Plan(Brief{Seed: s}); err == nil {
			if b, err := d.Encode(); err == nil {
				f.Add(b)
			}
		}
	}
	f.Add([]byte(`{"format":1,"field":{"values":{"size":null}},"inks":[{}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := Decode(b)
		if err != nil {
			return
		}
		// What decodes is valid, and its own encoding reads back as the same.
		out, err := d.Encode()
		require.NoError(t, err)
		back, err := Decode(out)
		require.NoError(t, err)
		again, err := back.Encode()
		require.NoError(t, err)
		require.Equal(t, string(out), string(again))
	})
}
