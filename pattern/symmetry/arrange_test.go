package symmetry_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func TestArrange(t *testing.T) {
	assert.Equal(t, []string{"p1", "p2", "pm", "pg", "cm", "pmm", "pmg", "pgg", "cmm", "p4"}, symmetry.Arrangements())
	for _, name := range symmetry.Arrangements() {
		size := geom.Pt{X: 60, Y: 40}
		if name == "p4" {
			size.Y = size.X
		}
		super, places, err := symmetry.Arrange(name, size)
		require.NoError(t, err, name)
		covered(t, name, size, super, places, 16)
		for _, m := range places {
			b := geom.Bounds([]geom.Pt{m.Apply(geom.Pt{}), m.Apply(size)})
			assert.Equal(t, b, b.Intersect(geom.R(0, 0, super.X, super.Y)), "%s: within the cell", name)
		}
		g, _ := symmetry.Lookup(name)
		per := 1
		if g.Lattice == symmetry.Rhombic {
			per = 2
		}
		assert.Len(t, places, per*g.Order(), name)
		// Closed: a place after a place is a place, modulo the cell.
		torus := func(m geom.Affine) geom.Affine {
			m.C -= math.Floor(m.C/super.X) * super.X
			m.F -= math.Floor(m.F/super.Y) * super.Y
			return m
		}
		var set []geom.Affine
		for _, m := range places {
			set = append(set, torus(m))
		}
		for _, a := range set {
			for _, b := range set {
				assert.True(t, slices.Contains(set, torus(a.Then(b))), "%s: %v then %v", name, a, b)
			}
		}
		// And the set is the group: the group's own maps, moved to some origin in
		// 24ths of the cell, are all in it.
		u, v := g.Lattice.Basis(super)
		found := false
		for x := range symmetry.Unit {
			for y := range symmetry.Unit {
				s := geom.Pt{X: super.X * float64(x) / symmetry.Unit, Y: super.Y * float64(y) / symmetry.Unit}
				ok := true
				for _, m := range g.Maps(u, v) {
					ok = ok && slices.Contains(set, torus(geom.Translate(s).Then(m).Then(geom.Translate(s.Mul(-1)))))
				}
				found = found || ok
			}
		}
		assert.True(t, found, "%s: the places are the group's", name)
	}
}

func TestArrangeErrors(t *testing.T) {
	for _, name := range []string{"p4m", "p4g", "p3", "p3m1", "p31m", "p6", "p6m"} {
		_, _, err := symmetry.Arrange(name, geom.Pt{X: 1, Y: 1})
		assert.ErrorContains(t, err, "fundamental domain", name)
	}
	_, _, err := symmetry.Arrange("p4", geom.Pt{X: 2, Y: 3})
	assert.ErrorContains(t, err, "2 × 3 mm")
	_, _, err = symmetry.Arrange("p9", geom.Pt{X: 2, Y: 3})
	assert.ErrorContains(t, err, "did you mean")
	for _, s := range []geom.Pt{{}, {X: 1, Y: -1}, {X: math.NaN(), Y: 1}, {X: 1, Y: math.Inf(1)}} {
		_, _, err = symmetry.Arrange("pm", s)
		assert.ErrorContains(t, err, "positive and finite")
	}
}

func ExampleArrange() {
	super, places, _ := symmetry.Arrange("p4", geom.Pt{X: 50, Y: 50})
	fmt.Println(super)
	for _, m := range places {
		fmt.Println(m.Apply(geom.Pt{X: 10, Y: 20}))
	}
	// Output:
	// {100 100}
	// {10 20}
	// {80 10}
	// {90 80}
	// {20 90}
}
