package e2e

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/batik/market"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every language says everything that Indonesian says. Some say more: names that
// the catalogue has in Indonesian already.
func TestMessages(t *testing.T) {
	all, err := words()
	require.NoError(t, err)
	require.Contains(t, all, "id")
	for lang, m := range all {
		var lacks, differs []string
		for key, text := range all["id"] {
			switch {
			case m[key] == "" && lang == "en" && strings.HasPrefix(key, "table.custom."):
				// the catalogue's own words are English
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

// A rule that nobody has put into words yet is shown in the catalogue's English.
func TestRulesHaveWords(t *testing.T) {
	all, err := words()
	require.NoError(t, err)
	ms, err := market.All()
	require.NoError(t, err)
	known := map[string]bool{}
	for _, m := range ms {
		for _, r := range m.Rules {
			known["rule."+r.ID], known["rule."+r.ID+"@"+m.ID] = true, true
			if all["id"]["rule."+r.ID] == "" {
				t.Logf("%s: rule %q has no sentence in messages/rules.*.json", m.ID, r.ID)
			}
		}
	}
	for lang, m := range all {
		for key := range m {
			if strings.HasPrefix(key, "rule.") {
				assert.True(t, known[key], "%s: %s is no rule of any market", lang, key)
			}
		}
	}
}

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
