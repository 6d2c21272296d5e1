package motif

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The facts are read as encoding/json reads them.
func TestFactsAreReadAsJSON(t *testing.T) {
	files, err := factFiles.ReadDir("facts")
	require.NoError(t, err)
	for _, file := range files {
		b, err := factFiles.ReadFile("facts/" + file.Name())
		require.NoError(t, err)
		got, err := readFacts(b)
		require.NoError(t, err)
		var want []fact
		require.NoError(t, json.Unmarshal(b, &want))
		assert.ElementsMatch(t, want, got, file.Name())
	}
	got, err := readFacts([]byte(` [ {"id" : "a\"b\\", "scale_cm":[1, 2.5e1], "more": {"x": [{}, "]"]}, "name":"caf\u00e9\/", "animate" : true } , {} ]`))
	require.NoError(t, err)
	assert.Equal(t, []fact{{ID: `a"b\`, Name: "café/", Animate: true}, {}}, got)
	for _, bad := range []string{"", "[", "[{", `[{"id"`, `[{"id":`, `[{"id":"x`, `[{"id":"x\`, `[{"id":"x\"`, `[{"id":"x"]`, `[{"id":"x"} {}]`, `[{"n":}]`, `[{"id":"\q"}]`, `[] x`, `[{"n":[1 2]}]`, `{}`} {
		_, err := readFacts([]byte(bad))
		assert.Error(t, err, bad)
	}
}
