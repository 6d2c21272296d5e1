package motif

import (
	"testing"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// listed returns the catalogue's motifs of a family list.
func listed(t testing.TB, ds []drawing) []pattern.Motif {
	t.Helper()
	c, err := Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var ms []pattern.Motif
	for _, d := range ds {
		m, ok := c.Lookup(d.info.ID)
		if !ok {
			t.Fatalf("%s is not in the catalogue", d.info.ID)
		}
		ms = append(ms, m)
	}
	return ms
}

// holds runs what every motif must stand: its parameters' ends, odd lines, wild
// choices, the same drawing from the same seed.
func holds(t *testing.T, m pattern.Motif) {
	t.Helper()
	in := m.Info()
	usual := m.Draw(pattern.Options{})
	sound(t, in.ID, usual)
	if !same(usual, m.Draw(pattern.Options{})) {
		t.Errorf("%s differs when drawn again", in.ID)
	}
	for _, p := range in.Params {
		moved := false
		for i, v := range []float64{p.Min, p.Max} {
			o := with(p.ID, v)
			tile := m.Draw(o)
			sound(t, in.ID+" "+p.ID, tile)
			moved = moved || !same(tile, usual)
			o.Line, o.Density = []float64{2.5, .5}[i], []float64{3, .25}[i]
			sound(t, in.ID+" "+p.ID+" with odd lines", m.Draw(o))
		}
		if !moved {
			t.Errorf("%s: %s changes nothing", in.ID, p.ID)
		}
	}
	for _, s := range in.Slots {
		// At twice the size, where bodies have room for a filling.
		size, _ := in.Param("size")
		draw := func(id string) pattern.Tile {
			o := with("size", 2*size.Def)
			o.Isen = map[string]string{s.ID: id}
			return m.Draw(o)
		}
		if same(draw("galaran"), draw("none")) || same(draw("galaran"), draw("cecek")) {
			t.Errorf("%s: nothing chosen shows in slot %q", in.ID, s.ID)
		}
	}
	for sd := range uint64(4) {
		sound(t, in.ID, m.Draw(wild(m, sd)))
	}
}

func TestRegional(t *testing.T) {
	for _, m := range listed(t, regionalFamilies()) {
		holds(t, m)
	}
}

// TestBadutGroundIsClear looks whether the lozenges of the ground keep off the
// figures that stand on it.
func TestBadutGroundIsClear(t *testing.T) {
	for _, id := range []string{"teratai_malang", "tugu_malang", "water_toren"} {
		for _, m := range listed(t, regionalFamilies()) {
			if m.Info().ID != id {
				continue
			}
			tile := m.Draw(pattern.Options{})
			ground := tile.Shapes[0]
			if ground.Role != pattern.Latar || ground.Kind != geom.Stroke || len(ground.Path.Pts) < 400 {
				t.Fatalf("%s: no ground of lozenges", id)
			}
			var bodies []*geom.Region
			for _, s := range tile.Shapes[2:] {
				if s.Kind == geom.Area {
					for _, q := range s.Path.Flatten(.1) {
						bodies = append(bodies, geom.NewRegionPoly(q))
					}
				}
			}
			for _, p := range ground.Path.Pts {
				for _, b := range bodies {
					if b.Contains(p) {
						t.Fatalf("%s: a lozenge at %v lies under a figure", id, p)
					}
				}
			}
		}
	}
}

// TestCulmsJoinTheNextRepeat looks whether each culm that leaves the tile at its
// head comes in again at its foot, by the number of joints it has.
func TestCulmsJoinTheNextRepeat(t *testing.T) {
	for _, joints := range []float64{3, 5, 9} {
		m := listed(t, maduras())[0]
		tile := m.Draw(pattern.Options{Values: map[string]float64{"joints": joints, "tanahan": 0}})
		var pieces []geom.Rect
		for _, s := range tile.Shapes {
			if s.Kind == geom.Area && s.Stage == pattern.Klowong {
				for _, q := range s.Path.Subpaths() {
					if b := q.Bounds(); b.H() > .8*tile.Size.Y/joints {
						pieces = append(pieces, b)
					}
				}
			}
		}
		// A culm's pieces cover the height of the tile once, but for the joints.
		sum := 0.
		for _, b := range pieces {
			sum += b.H()
		}
		if n := sum / tile.Size.Y; n < 2.5 {
			t.Errorf("%v joints: culms of %.2f heights of the tile, want 3", joints, n)
		}
	}
}
