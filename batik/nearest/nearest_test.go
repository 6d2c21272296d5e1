package nearest_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/jagadbatik/jagad/batik/nearest"
)

func TestName(t *testing.T) {
	known := []string{"kawung", "parang", "nitik", "ng", "Mega Mendung"}
	for got, want := range map[string]string{
		"kawong": "kawung", "KAWUNG": "kawung", "aprang": "parang", "nitk": "nitik", "gn": "ng", "nG": "ng",
		"mega mendunf": "Mega Mendung", "truntum": "", "": "", "z": "", strings.Repeat("k", 100): "",
	} {
		assert.Equal(t, want, nearest.Name(got, known), got)
	}
	assert.Equal(t, "ab", nearest.Name("ac", []string{"ab", "ad"}), "the first of equals")
	assert.Equal(t, "", nearest.Name("x", nil))
	assert.Equal(t, "", nearest.Name("x", []string{"", strings.Repeat("x", 100)}))
}
