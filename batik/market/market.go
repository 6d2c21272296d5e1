// Package market knows the markets that batik is made for: what each wears
// (colour schemes, ranges, motifs), which products it buys, what must not be
// drawn for it, and who says so.
//
// Much of it is judgement rather than measurement; every part carries its
// source and its basis, and the package passes them along. It holds data and
// questions about data: it draws nothing and chooses nothing.
package market

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/jagadbatik/jagad/batik/nearest"
	"github.com/jagadbatik/jagad/palette"
)

// Market is a group of buyers with a taste in common.
type Market struct {
	ID        string           `json:"id"` // "id-pekalongan", "my", "gulf", "ng" …
	Name      string           `json:"name"`
	Countries []string         `json:"countries"` // ISO 3166-1 alpha-2
	Range     palette.Range    `json:"range"`
	Schemes   []palette.Scheme `json:"schemes"`
	Fits      []Fit            `json:"fits"`
	Rules     []Rule           `json:"rules"`
	Products  []Product        `json:"products"`
	Sayings   []Saying         `json:"sayings,omitempty"` // that may stand on a kanga
	Locale    Locale           `json:"locale"`
}

// Saying is a proverb that cloth may carry.
type Saying struct {
	Text    string `json:"text"`
	Meaning string `json:"meaning"` // English
	Source  string `json:"source"`
}

// Locale is how one speaks and sells there.
type Locale struct {
	Languages          []string `json:"languages"`
	BCP47              []string `json:"bcp47"`
	Dir                string   `json:"dir"`      // "ltr" or "rtl"
	Currency           string   `json:"currency"` // ISO 4217, or several in words
	Units              string   `json:"units"`    // in words
	Marketplaces       []string `json:"marketplaces"`
	MarketplacesSource string   `json:"marketplacesSource"`
	Peaks              []Peak   `json:"peaks"`
}

// Peak is a time of year when much is bought.
type Peak struct {
	Name   string `json:"name"`
	When   string `json:"when"`
	Source string `json:"source"`
}

// A file for each market, so that looking up one does not parse them all.
//
//go:embed data/*.json
var data embed.FS

// IDs lists the markets, in the order of the research they come from.
func IDs() []string {
	return []string{
		"id-pekalongan", "id-solo", "id-yogya", "id-malang", "id-cirebon", "id-madura", "id-lasem",
		"my", "th", "vn",
		"gulf", "ye", "so",
		"ng", "gh", "sn", "ea", "za",
		"jp", "west",
	}
}

// All is every market, in the order of [IDs]. An error would mean that the
// library was built from broken data.
func All() ([]Market, error) {
	ids := IDs()
	all := make([]Market, len(ids))
	for i, id := range ids {
		m, err := Lookup(id)
		if err != nil {
			return nil, err
		}
		all[i] = m
	}
	return all, nil
}

// Lookup finds a market by ID. The error names the ID and the nearest known.
// Every call reads the data anew, in a fraction of a millisecond, so that the
// answer is the caller's own to change.
func Lookup(id string) (Market, error) {
	if ids := IDs(); !slices.Contains(ids, id) {
		return Market{}, unknown("market", id, ids)
	}
	var m Market
	b, err := data.ReadFile("data/" + id + ".json")
	if err == nil {
		err = json.Unmarshal(b, &m)
	}
	if err != nil {
		return Market{}, fmt.Errorf("market: built-in data of %q: %w", id, err)
	}
	for i := range m.Schemes {
		m.Schemes[i].Inks = palette.Assign(m.Schemes[i].Inks) // names the inks that have none
	}
	return m, nil
}

// Scheme finds a named scheme of the market.
func (m Market) Scheme(name string) (palette.Scheme, error) {
	names := make([]string, len(m.Schemes))
	for i, s := range m.Schemes {
		if s.Name == name {
			return s, nil
		}
		names[i] = s.Name
	}
	return palette.Scheme{}, unknown("scheme of "+m.ID, name, names)
}

// Product finds a product of the market by ID.
func (m Market) Product(id string) (Product, error) {
	ids := make([]string, len(m.Products))
	for i, p := range m.Products {
		if p.ID == id {
			return p, nil
		}
		ids[i] = p.ID
	}
	return Product{}, unknown("product of "+m.ID, id, ids)
}

func unknown(what, got string, known []string) error {
	if n := nearest.Name(got, known); n != "" {
		return fmt.Errorf("market: %s %.64q is unknown; did you mean %q?", what, got, n)
	}
	return fmt.Errorf("market: %s %.64q is unknown; known are %q", what, got, known)
}
