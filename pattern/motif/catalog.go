// Package motif draws the motifs of batik, a file for each family. A motif is a
// pure function from its options to shapes with roles; it never knows colours.
//
// What is said of a motif, its name, region, meaning, restriction and source,
// comes from motifs.json, which is part of the package.
package motif

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/jagadbatik/jagad/pattern"
)

//go:embed motifs.json
var facts []byte

// fact is one entry of motifs.json.
type fact struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Region      string `json:"region"`
	MeaningEN   string `json:"meaning_en"`
	MeaningID   string `json:"meaning_id"`
	Restriction string `json:"restriction"`
	Source      string `json:"source"`
	Animate     bool   `json:"animate"`
}

// Catalog returns the built-in catalogue. Each call reads the embedded facts
// anew; keep the result.
func Catalog() (*pattern.Catalog, error) {
	var fs []fact
	if err := json.Unmarshal(facts, &fs); err != nil {
		return nil, fmt.Errorf("motif: embedded facts: %w", err)
	}
	byID := make(map[string]fact, len(fs))
	for _, f := range fs {
		byID[f.ID] = f
	}
	var ms []pattern.Motif
	for _, d := range drawings() {
		f, ok := byID[d.fact]
		if !ok {
			return nil, fmt.Errorf("motif: no fact %q for motif %q", d.fact, d.info.ID)
		}
		in := d.info
		if in.Name == "" {
			in.Name = f.Name
		}
		in.Region, in.Restriction, in.Source = f.Region, f.Restriction, f.Source
		in.Meaning = pattern.Text{EN: f.MeaningEN, ID: f.MeaningID}
		if f.Animate {
			in.Traits = append([]string{pattern.Animate}, in.Traits...)
		}
		ms = append(ms, known{in, d.draw})
	}
	return pattern.NewCatalog(ms...)
}

// drawing is a motif before its facts are joined to it.
type drawing struct {
	fact string // ID in motifs.json
	info pattern.Info
	draw func(in pattern.Info, o pattern.Options) pattern.Tile
}

// known is a drawing with its facts.
type known struct {
	info pattern.Info
	draw func(in pattern.Info, o pattern.Options) pattern.Tile
}

func (k known) Info() pattern.Info                  { return k.info }
func (k known) Draw(o pattern.Options) pattern.Tile { return k.draw(k.info, o) }

// drawings lists the built-in motifs, families together.
func drawings() []drawing {
	var ds []drawing
	for _, family := range [][]drawing{
		latticeFamilies(),
		flowingFamilies(),
		courtFamilies(),
		floralFamilies(),
		patchworkFamilies(),
		regionalFamilies(),
		abroadFamilies(),
	} {
		ds = append(ds, family...)
	}
	return ds
}
