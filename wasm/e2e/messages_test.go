package e2e

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/palette/dye"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/motif"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every language says everything that Indonesian says. Some say more: what the
// catalogue has in Indonesian already.
func TestMessages(t *testing.T) {
	all, err := words()
	require.NoError(t, err)
	require.Contains(t, all, "id")
	for lang, m := range all {
		var lacks, differs []string
		for key, text := range all["id"] {
			switch {
			case m[key] == "":
				lacks = append(lacks, key)
			case strings.Contains(text, "{") != strings.Contains(m[key], "{"):
				differs = append(differs, key)
			}
		}
		slices.Sort(lacks)
		slices.Sort(differs)
		assert.Empty(t, lacks, "%s lacks messages", lang)
		assert.Empty(t, differs, "%s: what is filled in differs", lang)
	}
}

// Whatever a maker may choose has words in every language: a motif, a colour or a
// rule that is new has them as soon as it is there, and what is gone takes them along.
func TestTheCatalogueHasWords(t *testing.T) {
	all, err := words()
	require.NoError(t, err)
	need := inventory(t)
	for lang, m := range all {
		var lacks, stale []string
		for key, in := range need {
			if m[key] == "" && !slices.Contains(in, lang) {
				lacks = append(lacks, key)
			}
		}
		for key := range m {
			kind, _, _ := strings.Cut(key, ".")
			if _, known := need[key]; slices.Contains(kinds, kind) && !known {
				stale = append(stale, key)
			}
		}
		// "Knot: none, cross, flower" names the choices that a slider becomes.
		for key := range need {
			if text, ok := m[key]; ok && strings.HasPrefix(key, "part.") {
				_, en, _ := strings.Cut(strings.TrimPrefix(key, "part."), ":")
				_, own, _ := strings.Cut(text, ":")
				assert.Equal(t, strings.Count(en, ","), strings.Count(own, ","), "%s: %s has other choices", lang, key)
			}
		}
		slices.Sort(lacks)
		slices.Sort(stale)
		assert.Empty(t, lacks, "%s lacks words for the catalogue", lang)
		assert.Empty(t, stale, "%s has words for what is not in the catalogue", lang)
	}
}

// kinds are the keys that speak of things of the catalogue.
var kinds = []string{"motif", "meaning", "custom", "region", "isen", "gloss", "part", "scheme", "ink", "dye", "rule"}

// inventory lists what needs words, by key, with the languages that the catalogue
// itself speaks.
func inventory(t *testing.T) map[string][]string {
	t.Helper()
	need := map[string][]string{"scheme.own": nil}
	both := []string{"id", "en"}
	nama := []string{"id", "en", "ms"} // Malay makers read the Indonesian names of quantities
	cat, err := batik.Motifs()
	require.NoError(t, err)
	for _, m := range cat.All() {
		in := m.Info()
		require.NotEmpty(t, in.Meaning.ID, in.ID)
		require.NotEmpty(t, in.Meaning.EN, in.ID)
		need["motif."+in.ID], need["region."+in.Region], need["meaning."+in.ID] = nil, nil, both
		need["family."+in.Family] = nil
		if r := in.Restriction; r != "" && !regexp.MustCompile(`(?i)^none\b`).MatchString(r) || strings.HasPrefix(r, "none (") {
			need["custom."+in.ID] = nil
		}
		for _, p := range in.Params {
			need["part."+p.Name] = nama
		}
		for _, s := range in.Slots {
			need["part."+s.Name] = nama
		}
	}
	for _, i := range isen.All() {
		need["isen."+i.ID], need["gloss."+i.ID] = nil, both
	}
	shelf, err := dye.All()
	require.NoError(t, err)
	for _, d := range shelf.Dyes {
		if d.Class == dye.Natural { // the others have the names of their makers
			short, _, _ := strings.Cut(d.Name, " (")
			need["dye."+short] = nil
		}
	}
	ms, err := market.All()
	require.NoError(t, err)
	for _, b := range motif.Borders() {
		need["border."+b.ID] = nil
	}
	for _, l := range batik.Layouts() {
		need["table.layout."+string(l)] = nil
	}
	for _, m := range ms {
		need["market."+m.ID], need["market.of."+m.ID] = nil, nil
		for _, p := range batik.Products(m) {
			need["product."+p.ID] = nil
		}
		for _, s := range m.Sayings {
			need["saying."+regexp.MustCompile(`[^a-z]+`).ReplaceAllString(strings.ToLower(s.Text), "_")] = nil
		}
		for _, r := range m.Rules {
			need["rule."+r.ID] = nil
			if all, err := words(); err == nil && all["id"]["rule."+r.ID+"@"+m.ID] != "" {
				need["rule."+r.ID+"@"+m.ID] = nil
			}
		}
		for _, s := range m.Schemes {
			need["scheme."+s.Name] = nil
			for _, k := range s.Inks {
				if !plain.MatchString(k.Name) {
					need["ink."+k.Name] = nil
				}
			}
		}
	}
	return need
}

// plain are the names that the library makes itself, which the page puts together
// from colour.*.
var plain = regexp.MustCompile(`^((blackish|deep|ivory|pale|greyed|bright) )?(black|charcoal|light grey|grey|white|brown|pink|red|orange|yellow|lime|green|turquoise|blue|violet|magenta)( \d+)?$`)

// The wall of markets is shown before the engine can be asked which there are.
func TestTheWallHasEveryMarket(t *testing.T) {
	b, err := os.ReadFile("../studio/web/app/names.js")
	require.NoError(t, err)
	list := regexp.MustCompile(`(?s)export const MARKETS = \[(.*?)\]`).FindSubmatch(b)
	require.NotNil(t, list)
	var ids []string
	for _, m := range regexp.MustCompile(`'([^']+)'`).FindAllSubmatch(list[1], -1) {
		ids = append(ids, string(m[1]))
	}
	assert.Equal(t, market.IDs(), ids)
}
