package e2e

import (
	"slices"
	"strings"
	"testing"

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
		rules := 0
		for key, text := range all["id"] {
			switch {
			case m[key] == "" && (strings.HasPrefix(key, "rule.") || lang == "en" && strings.HasPrefix(key, "table.custom.")):
				rules++ // read in English, as the catalogue has them
			case m[key] == "":
				lacks = append(lacks, key)
			case strings.Contains(text, "{") != strings.Contains(m[key], "{"):
				differs = append(differs, key)
			}
		}
		if rules > 0 {
			t.Logf("%s: %d rules are read in the catalogue's English", lang, rules)
		}
		slices.Sort(lacks)
		slices.Sort(differs)
		assert.Empty(t, lacks, "%s lacks messages", lang)
		assert.Empty(t, differs, "%s: what is filled in differs", lang)
	}
}
