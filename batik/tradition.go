package batik

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

//go:embed tradition.json
var traditionData []byte

// Home is where a motif comes from: the market, the scheme and the product in
// which people there know it.
type Home struct {
	Market  string `json:"market"`
	Scheme  string `json:"scheme"`
	Product string `json:"product"`
}

// traditions are read once: homes by family, and by motif where one of a family
// is at home elsewhere. They follow the regions of the motifs' facts; which of a
// region's schemes suits is our judgement.
var traditions = sync.OnceValues(func() (map[string]Home, error) {
	m := map[string]Home{}
	if err := json.Unmarshal(traditionData, &m); err != nil {
		return nil, fmt.Errorf("batik: built-in traditions: %w", err)
	}
	return m, nil
})

// Tradition returns where the motif is at home; false for a motif of nobody's
// tradition, as a caller's own may be. Planning a brief with its market, scheme
// and product draws the motif in its traditional colours.
func (w Workshop) Tradition(motif string) (Home, bool) {
	all, err := traditions()
	if err != nil {
		return Home{}, false
	}
	if h, ok := all[motif]; ok {
		return h, true
	}
	cat, err := w.catalog()
	if err != nil {
		return Home{}, false
	}
	m, ok := cat.Lookup(motif)
	if !ok {
		return Home{}, false
	}
	h, ok := all[m.Info().Family]
	return h, ok
}

// Tradition returns where a motif of the built-in catalogue is at home.
func Tradition(motif string) (Home, bool) { return Workshop{}.Tradition(motif) }
