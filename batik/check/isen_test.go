package check

import (
	"slices"
	"testing"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/stretchr/testify/assert"
)

// Every filling can be waxed by hand: its gaps, within its glyphs too, are as wide
// as a canting leaves open.
func TestFillingsCanBeMade(t *testing.T) {
	for _, in := range isen.All() {
		// In a net lines meet, and leave wedges where they do.
		if slices.Contains([]string{"sisik", "sisik_melik", "gringsing", "sirap", "sirapan"}, in.ID) {
			continue
		}
		fills := isen.Fill(in.ID, isen.Site{Region: geom.NewRegion(geom.R(0, 0, 40, 30).Path())}, isen.Options{})
		var shapes []cloth.Shape
		for _, s := range fills {
			shapes = append(shapes, cloth.Shape{Mark: s.Mark, Ink: 1})
		}
		// An isen line is .38 mm.
		r := look(t, weave(shapes...), Limits{Line: .3, Gap: .45})
		for i, f := range r.Findings {
			if i == 3 {
				break
			}
			t.Logf("%s: %s of %.2f at %.1f, %.1f", in.ID, f.Kind, f.Width, f.At.X, f.At.Y)
		}
		assert.Zero(t, r.Count, in.ID)
	}
}
