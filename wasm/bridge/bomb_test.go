package bridge_test

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"testing"

	"github.com/stretchr/testify/require"
)

// shareBomb is a short link that unpacks to eight megabytes.
func shareBomb(t testing.TB) string {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, 9)
	require.NoError(t, err)
	_, err = w.Write(append([]byte(`{"title":"`), bytes.Repeat([]byte("a"), 8<<20)...))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return "j1." + base64.RawURLEncoding.EncodeToString(b.Bytes())
}
