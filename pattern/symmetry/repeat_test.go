package symmetry_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// covered counts, for sample points of the cell, how many copies of the tile cover
// each, modulo the cell. Sizes and samples are such that all arithmetic is exact.
func covered(t *testing.T, name string, size, super geom.Pt, places []geom.Affine, samples int) {
	t.Helper()
	require.NotEmpty(t, places, name)
	assert.Equal(t, geom.Identity(), places[0], name)
	for i := range samples {
		for j := range samples {
			// Odd numerators over twice the sample count lie on no tile border.
			p := geom.Pt{X: super.X * float64(2*i+1) / float64(2*samples), Y: super.Y * float64(2*j+1) / float64(2*samples)}
			n := 0
			for _, m := range places {
				require.InDelta(t, 1, math.Abs(m.Det()), 0, name)
				box := geom.Bounds([]geom.Pt{m.Apply(geom.Pt{}), m.Apply(size)})
				for a := -2.; a <= 2; a++ {
					for b := -2.; b <= 2; b++ {
						if box.Shift(geom.Pt{X: a * super.X, Y: b * super.Y}).Contains(p) {
							n++
						}
					}
				}
			}
			require.Equal(t, 1, n, "%s at %v", name, p)
		}
	}
}

// lcm of 1…12, so that every drop is a whole number.
const lcm = 27720

func TestRepeatCoversOnce(t *testing.T) {
	size := geom.Pt{X: lcm, Y: 2 * lcm}
	for _, k := range symmetry.Kinds() {
		for q := 2; q <= 12; q++ {
			for p := 1; p < q; p++ {
				r := symmetry.Repeat{Kind: k, P: p, Q: q}
				require.NoError(t, r.Validate())
				super, places := r.Cell(size)
				covered(t, r.String(), size, super, places, 32)
				assert.Equal(t, super.X*super.Y, size.X*size.Y*float64(len(places)))
			}
		}
	}
}

func TestRepeatCell(t *testing.T) {
	size := geom.Pt{X: 10, Y: 6}
	at := func(r symmetry.Repeat) []geom.Pt {
		_, places := r.Cell(size)
		var out []geom.Pt
		for _, m := range places {
			out = append(out, m.Apply(geom.Pt{}))
		}
		return out
	}
	assert.Equal(t, []geom.Pt{{}}, at(symmetry.Repeat{}))
	assert.Equal(t, []geom.Pt{{}, {X: 10, Y: 3}}, at(symmetry.Repeat{Kind: symmetry.HalfDrop}))
	assert.Equal(t, []geom.Pt{{}, {X: 10, Y: 4}, {X: 20, Y: 2}}, at(symmetry.Repeat{Kind: symmetry.HalfDrop, P: 8, Q: 12}))
	assert.Equal(t, []geom.Pt{{}, {X: 5, Y: 6}}, at(symmetry.Repeat{Kind: symmetry.Brick, P: 2, Q: 4}))
	// Neighbours are reflections in, and half-turns about the middle of, the
	// side that they share.
	_, m := symmetry.Repeat{Kind: symmetry.Mirror}.Cell(size)
	assert.Equal(t, geom.Pt{X: 10, Y: 2}, m[1].Apply(geom.Pt{X: 10, Y: 2}))
	assert.Equal(t, geom.Pt{X: 4, Y: 6}, m[2].Apply(geom.Pt{X: 4, Y: 6}))
	_, m = symmetry.Repeat{Kind: symmetry.Turn}.Cell(size)
	assert.Equal(t, geom.Pt{X: 10, Y: 3}, m[1].Apply(geom.Pt{X: 10, Y: 3}))
	assert.Equal(t, geom.Pt{X: 5, Y: 6}, m[2].Apply(geom.Pt{X: 5, Y: 6}))
	// What does not validate still gives a cell.
	assert.Equal(t, []geom.Pt{{}, {X: 10, Y: 3}}, at(symmetry.Repeat{Kind: symmetry.HalfDrop, P: -3, Q: 1 << 60}))
	assert.Equal(t, []geom.Pt{{}}, at(symmetry.Repeat{Kind: "nonsense"}))
}

func TestRepeatValidate(t *testing.T) {
	for _, c := range []struct {
		r    symmetry.Repeat
		want string
	}{
		{symmetry.Repeat{Kind: "halfdrop"}, `repeat.kind: "halfdrop" is unknown; did you mean "half-drop"?`},
		{symmetry.Repeat{Kind: symmetry.HalfDrop, P: 3, Q: 3}, "repeat.p: 3 is out of range; a half-drop of p/3 has p from 1 to 2"},
		{symmetry.Repeat{Kind: symmetry.Brick, P: 1, Q: 13}, "repeat.q: 13 is out of range; a brick is p/q of the tile with q from 2 to 12"},
		{symmetry.Repeat{Kind: symmetry.Brick, Q: 4}, "repeat.p: 0"},
		{symmetry.Repeat{Kind: symmetry.Brick, P: 1}, "repeat.q: 0"},
		{symmetry.Repeat{Kind: symmetry.Brick, P: -1, Q: -2}, "repeat.q: -2"},
	} {
		assert.ErrorContains(t, c.r.Validate(), c.want)
	}
	assert.NoError(t, symmetry.Repeat{}.Validate())
	assert.Equal(t, "block", symmetry.Repeat{}.String())
	assert.Equal(t, "brick 2/5", symmetry.Repeat{Kind: symmetry.Brick, P: 2, Q: 5}.String())
}
