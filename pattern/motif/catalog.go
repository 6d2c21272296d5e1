// Package motif draws the motifs of batik, a file for each family. A motif is a
// pure function from its options to shapes with roles; it never knows colours.
//
// What is said of a motif, its name, region, meaning, restriction and source,
// comes from the files under facts, which are part of the package: indonesia.json
// is the research on Indonesian motifs as it was handed over, the others hold what
// is drawn for markets overseas.
package motif

import (
	"embed"
	"fmt"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

//go:embed facts/*.json
var factFiles embed.FS

// fact is one entry of a file of facts.
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
	byID, err := facts()
	if err != nil {
		return nil, err
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
		if f.Animate && !in.Has(plantsOnly) {
			in.Traits = append([]string{pattern.Animate}, in.Traits...)
		}
		ms = append(ms, known{in, d.draw})
	}
	return pattern.NewCatalog(ms...)
}

// facts reads what is said of the motifs, by ID.
func facts() (map[string]fact, error) {
	files, err := factFiles.ReadDir("facts")
	if err != nil {
		return nil, fmt.Errorf("motif: embedded facts: %w", err)
	}
	byID := make(map[string]fact)
	for _, file := range files {
		b, err := factFiles.ReadFile("facts/" + file.Name())
		var fs []fact
		if err == nil {
			fs, err = readFacts(b)
		}
		if err != nil {
			return nil, fmt.Errorf("motif: embedded facts %s: %w", file.Name(), err)
		}
		for _, f := range fs {
			if _, twice := byID[f.ID]; twice {
				return nil, fmt.Errorf("motif: embedded facts %s: %q is told twice", file.Name(), f.ID)
			}
			byID[f.ID] = f
		}
	}
	return byID, nil
}

// plantsOnly is the trait of a drawing that leaves out the animals which the facts
// know of its motif.
const plantsOnly = "plants_only"

// drawing is a motif before its facts are joined to it.
type drawing struct {
	fact string // ID among the facts
	info pattern.Info
	draw func(in pattern.Info, o pattern.Options) pattern.Tile
}

// known is a drawing with its facts.
type known struct {
	info pattern.Info
	draw func(in pattern.Info, o pattern.Options) pattern.Tile
}

func (k known) Info() pattern.Info                             { return k.info }
func (k known) Draw(o pattern.Options) pattern.Tile            { return workable(k.draw(k.info, o), o) }
func (k known) Size(o pattern.Options) (size geom.Pt, ok bool) { return tileSize(k.info, o) }

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
		coastFamilies(),
		abroadFamilies(),
		bloomFamilies(),
	} {
		ds = append(ds, family...)
	}
	return ds
}
