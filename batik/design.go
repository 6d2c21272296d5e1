package batik

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// Format is the version of the design's JSON that this library writes.
const Format = 1

// Technique is how the wax comes onto the cloth.
type Technique string

// The techniques. Tulis draws every line by canting, so no two repeats are equal;
// Cap stamps and Print prints, which leaves every repeat as it is.
const (
	Tulis Technique = "tulis"
	Cap   Technique = "cap"
	Print Technique = "print"
)

func techniques() []string { return []string{string(Tulis), string(Cap), string(Print)} }

// Brief is what a maker asks for. A zero field means "choose for me".
type Brief struct {
	Market    string        `json:"market"`  // market ID: "id-pekalongan", "my", "gulf", "ng" …
	Product   string        `json:"product"` // product ID: "sarung_tumpal", "wax6" …; "tile" for the bare repeat
	Motif     string        `json:"motif"`   // motif ID; empty chooses by the market's fit
	Scheme    string        `json:"scheme"`  // a named scheme of the market
	Inks      []palette.Ink `json:"inks"`    // or the maker's own colours, taken as they are
	Technique Technique     `json:"technique"`
	Text      string        `json:"text,omitempty"` // the saying or the selvedge's line, where the product carries one
	Seed      uint64        `json:"seed"`           // 0 is a seed like any other
}

// Design is a Brief with every choice made. It is what one saves, shares, undoes
// and replays; as JSON it is versioned, and unknown fields are refused by name.
type Design struct {
	Format    int           `json:"format"`
	Title     string        `json:"title"`
	Seed      uint64        `json:"seed"`
	Market    string        `json:"market"`
	Product   Piece         `json:"product"`
	Technique Technique     `json:"technique"`
	Scheme    string        `json:"scheme"` // where the inks come from
	Inks      []palette.Ink `json:"inks"`   // 2 to 12, the ground first
	Field     Figure        `json:"field"`  // the badan
	// Kepala is the second figure: the head of a sarong, the ends of a long cloth,
	// the evening half of a pagi-sore, the band above a hem.
	Kepala   *Figure   `json:"kepala,omitempty"`
	Border   *Edge     `json:"border,omitempty"`
	Text     string    `json:"text,omitempty"` // a kanga's saying, a selvedge's line; kept unseen where the layout carries none
	Warnings []Warning `json:"warnings,omitempty"`
}

// Piece is the cloth to be made.
type Piece struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	Layout Layout  `json:"layout"`
	Width  float64 `json:"width"`  // mm; 0 only for a tile, whose size the motif gives
	Height float64 `json:"height"` // mm
	// Kepala is where the kepala lies, from and to, in fractions of the width;
	// meaningless where the layout has none.
	Kepala [2]float64 `json:"kepala"`
}

// Figure is a motif as it fills a zone.
type Figure struct {
	Motif   string             `json:"motif"`
	Values  map[string]float64 `json:"values,omitempty"` // by the motif's parameters; absent: their default
	Isen    map[string]string  `json:"isen,omitempty"`   // filling by the motif's slots; "none" for none
	Density float64            `json:"density"`          // of the fillings, .25–3; 1 is the handbook's
	Line    float64            `json:"line"`             // weight of lines, .5–2.5
	Repeat  symmetry.Repeat    `json:"repeat"`
	Group   string             `json:"group,omitempty"` // wallpaper group by which whole tiles are arranged; empty: as repeated
	Shift   Shift              `json:"shift,omitempty"` // how colours change places from tile to tile
	Dress   map[string]int     `json:"dress,omitempty"` // ink by role, over what the scheme gives
}

// Shift is how the motif's two body colours change places between tiles.
type Shift string

// The shifts.
const (
	NoShift Shift = ""
	Columns Shift = "columns"
	Rows    Shift = "rows"
	Checks  Shift = "checks"
)

func shifts() []string { return []string{"", string(Columns), string(Rows), string(Checks)} }

// Edge is the border of a cloth.
type Edge struct {
	Kind  string  `json:"kind"`  // a border of package motif
	Width float64 `json:"width"` // mm, 5–250
}

// Warning is something that the maker should know of the design.
type Warning struct {
	Kind   string   `json:"kind"`           // "rule", "alike", "low-contrast", "protan-alike" …
	Rule   string   `json:"rule,omitempty"` // the market's rule
	Inks   []string `json:"inks,omitempty"` // the inks concerned
	Text   string   `json:"text"`
	Source string   `json:"source,omitempty"`
}

// Decode reads a design from JSON, strictly: every error names its field. The
// design it returns is valid.
func Decode(data []byte) (*Design, error) {
	d := new(Design)
	if err := decodeStrict(data, d, "design"); err != nil {
		return nil, err
	}
	if err := d.Validate(); err != nil {
		return nil, err
	}
	return d, nil
}

// Encode returns the design as indented JSON, always the same bytes for the same
// design.
func (d *Design) Encode() ([]byte, error) {
	b, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("design: %w", err)
	}
	return append(b, '\n'), nil
}

// Clone returns a copy that shares nothing with d.
func (d *Design) Clone() *Design {
	c := *d
	c.Inks = slices.Clone(d.Inks)
	c.Field = d.Field.clone()
	if d.Kepala != nil {
		k := d.Kepala.clone()
		c.Kepala = &k
	}
	if d.Border != nil {
		b := *d.Border
		c.Border = &b
	}
	c.Warnings = slices.Clone(d.Warnings)
	return &c
}

func (f Figure) clone() Figure {
	f.Values = cloneMap(f.Values)
	f.Isen = cloneMap(f.Isen)
	f.Dress = cloneMap(f.Dress)
	return f
}

func cloneMap[V any](m map[string]V) map[string]V {
	if m == nil {
		return nil
	}
	c := make(map[string]V, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}

func (d *Design) seed() seed.Seed { return seed.Seed(d.Seed) }
