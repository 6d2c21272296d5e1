package symmetry_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

type op = symmetry.Op

func all() []symmetry.Group { return append(symmetry.Groups(), symmetry.Friezes()...) }

func label(g symmetry.Group) string {
	if g.Frieze {
		return "frieze " + g.Name
	}
	return g.Name
}

// reduce leaves out the lattice of g; a frieze has none across.
func reduce(g symmetry.Group, o op) op {
	ty := o.TY
	o = o.Reduce()
	if g.Frieze {
		o.TY = ty
	}
	return o
}

func TestGroupAxioms(t *testing.T) {
	for _, g := range all() {
		t.Run(label(g), func(t *testing.T) {
			ops := g.Ops()
			assert.Equal(t, symmetry.Identity(), ops[0])
			seen := map[op]bool{}
			for _, o := range ops {
				assert.Equal(t, o, reduce(g, o), "reduced")
				assert.False(t, seen[o], "twice: %v", o)
				seen[o] = true
				assert.Contains(t, []int{1, -1}, o.Det())
			}
			for _, a := range ops {
				inverse := false
				for _, b := range ops {
					c := reduce(g, a.Then(b))
					assert.True(t, seen[c], "%v then %v gives %v", a, b, c)
					inverse = inverse || c == symmetry.Identity()
				}
				assert.True(t, inverse, "inverse of %v", a)
			}
			// No two share a matrix: else their quotient would be a lattice move
			// and the cell not primitive.
			m := map[[4]int]bool{}
			for _, o := range ops {
				m[[4]int{o.A, o.B, o.C, o.D}] = true
			}
			assert.Len(t, m, g.Order())
		})
	}
}

func TestGeneratorsGenerate(t *testing.T) {
	for _, g := range all() {
		got := map[op]bool{symmetry.Identity(): true}
		queue := []op{symmetry.Identity()}
		for len(queue) > 0 {
			o := queue[0]
			queue = queue[1:]
			for _, s := range g.Generators() {
				if c := reduce(g, o.Then(s)); !got[c] {
					got[c] = true
					queue = append(queue, c)
				}
			}
		}
		assert.Len(t, got, g.Order(), label(g))
	}
}

// TestMetric checks MᵀGM = G for a generic Gram matrix of each lattice kind.
func TestMetric(t *testing.T) {
	gram := map[symmetry.Lattice][3]int{ // uu, uv, vv
		symmetry.Oblique: {7, 3, 11}, symmetry.Rectangular: {7, 0, 11}, symmetry.Rhombic: {7, 3, 7},
		symmetry.Square: {7, 0, 7}, symmetry.Hexagonal: {2, -1, 2},
	}
	for _, g := range all() {
		q := gram[g.Lattice]
		for _, o := range g.Ops() {
			form := func(a, b, c, d int) int { return a*c*q[0] + (a*d+b*c)*q[1] + b*d*q[2] }
			assert.Equal(t, q, [3]int{form(o.A, o.C, o.A, o.C), form(o.A, o.C, o.B, o.D), form(o.B, o.D, o.B, o.D)}, "%s %v", label(g), o)
		}
	}
}

// invariant is what tells groups apart without looking at their coordinates.
type invariant struct {
	Order, Turns    int  // of the point group; of its largest rotation
	Mirrors, Glides int  // directions that hold a mirror; that hold a glide whose half square is no lattice move
	OffMirror       bool // some centre of the largest rotation lies on no mirror
}

func classify(g symmetry.Group) invariant {
	const n = symmetry.Unit
	shifts := func(yield func(x, y int) bool) {
		for x := -2; x <= 2; x++ {
			for y := -2; y <= 2; y++ {
				if g.Frieze && y != 0 {
					continue
				}
				if !yield(x*n, y*n) {
					return
				}
			}
		}
	}
	inv := invariant{Order: g.Order(), Turns: 1}
	turns := func(o op) int {
		k, p := 1, o
		for ; p.A != 1 || p.B != 0 || p.C != 0 || p.D != 1; k++ {
			p = p.Then(o)
		}
		return k
	}
	var mirrors []op
	for _, o := range g.Ops() {
		if o.Det() == 1 {
			inv.Turns = max(inv.Turns, turns(o))
			continue
		}
		mirror, glide := false, false
		for x, y := range shifts {
			s := o
			s.TX, s.TY = s.TX+x, s.TY+y
			sq := s.Then(s)
			if sq == symmetry.Identity() {
				mirror = true
				mirrors = append(mirrors, s)
			} else if sq.TX%(2*n) != 0 || sq.TY%(2*n) != 0 {
				glide = true
			}
		}
		if mirror {
			inv.Mirrors++
		}
		if glide {
			inv.Glides++
		}
	}
	for _, o := range g.Ops() {
		if o.Det() != 1 || turns(o) != inv.Turns || inv.Turns == 1 {
			continue
		}
		for x, y := range shifts {
			// The centre solves (1−M)c = t; in units of 1/(n·det).
			a, b, c, d := 1-o.A, -o.B, -o.C, 1-o.D
			det := a*d - b*c
			tx, ty := o.TX+x, o.TY+y
			cx, cy := d*tx-b*ty, a*ty-c*tx
			on := false
			for _, m := range mirrors {
				if m.A*cx+m.B*cy+m.TX*det == cx && m.C*cx+m.D*cy+m.TY*det == cy {
					on = true
				}
			}
			// Mirrors were collected near the origin only.
			if max(cx, -cx, cy, -cy) <= n*det && !on {
				inv.OffMirror = true
			}
		}
	}
	return inv
}

// TestTable compares with the published classification (Schattschneider, "The
// plane symmetry groups", 1978, chart 3): highest rotation, reflections, glides
// in axes that are no mirrors, rotation centres off the mirrors.
func TestTable(t *testing.T) {
	want := map[string]invariant{
		"p1": {1, 1, 0, 0, false}, "p2": {2, 2, 0, 0, true},
		"pm": {2, 1, 1, 0, false}, "pg": {2, 1, 0, 1, false}, "cm": {2, 1, 1, 1, false},
		"pmm": {4, 2, 2, 0, false}, "pmg": {4, 2, 1, 1, true}, "pgg": {4, 2, 0, 2, true}, "cmm": {4, 2, 2, 2, true},
		"p4": {4, 4, 0, 0, true}, "p4m": {8, 4, 4, 2, false}, "p4g": {8, 4, 2, 4, true},
		"p3": {3, 3, 0, 0, true}, "p3m1": {6, 3, 3, 3, false}, "p31m": {6, 3, 3, 3, true},
		"p6": {6, 6, 0, 0, true}, "p6m": {12, 6, 6, 6, false},
		"frieze p1": {1, 1, 0, 0, false}, "frieze p11g": {2, 1, 0, 1, false}, "frieze p1m1": {2, 1, 1, 0, false},
		"frieze p11m": {2, 1, 1, 0, false}, "frieze p2": {2, 2, 0, 0, true},
		"frieze p2mg": {4, 2, 1, 1, true}, "frieze p2mm": {4, 2, 2, 0, false},
	}
	seen := map[string]string{}
	for _, g := range all() {
		got := classify(g)
		assert.Equal(t, want[label(g)], got, label(g))
		key := fmt.Sprint(got, g.Frieze)
		// p1m1 and p11m have the same invariant by design: one mirrors across,
		// one along the band.
		if label(g) != "frieze p11m" {
			assert.Empty(t, seen[key], "%s is not told apart from %s", label(g), seen[key])
		}
		seen[key] = label(g)
	}
	assert.Len(t, symmetry.Groups(), 17)
	assert.Len(t, symmetry.Friezes(), 7)
	f, err := symmetry.LookupFrieze("p11m")
	require.NoError(t, err)
	assert.Equal(t, 1, f.Ops()[1].A)
}

// TestOrbifold computes the cost of Conway's symbol: 2 for every wallpaper
// group, and for a frieze as well once ∞ stands for an infinite digit.
func TestOrbifold(t *testing.T) {
	for _, g := range all() {
		cost, after := 0., false
		for _, c := range g.Orbifold {
			n := math.Inf(1)
			if c >= '2' && c <= '9' {
				n = float64(c - '0')
			}
			switch {
			case c == 'o':
				cost += 2
			case c == '*':
				cost, after = cost+1, true
			case c == 'x':
				cost++
			case after:
				cost += .5 * (1 - 1/n)
			default:
				cost += 1 - 1/n
			}
		}
		assert.InDelta(t, 2, cost, 1e-12, label(g))
	}
}

func TestAffineIsIsometry(t *testing.T) {
	size := geom.Pt{X: 17.3, Y: 11.9}
	for _, g := range all() {
		u, v := g.Lattice.Basis(size)
		if g.Lattice == symmetry.Oblique {
			v.X = 3.1
		}
		require.True(t, g.Lattice.Fits(u, v), label(g))
		for i, m := range g.Maps(u, v) {
			o := g.Ops()[i]
			p, q := geom.Pt{X: 1.25, Y: -3}, geom.Pt{X: 8, Y: 4.5}
			assert.InDelta(t, p.Dist(q), m.Apply(p).Dist(m.Apply(q)), 1e-12, "%s %v", label(g), o)
			// The same in lattice coordinates.
			at := func(x, y float64) geom.Pt { return u.Mul(x).Add(v.Mul(y)) }
			x, y := .37, .81
			want := at(float64(o.A)*x+float64(o.B)*y+float64(o.TX)/24, float64(o.C)*x+float64(o.D)*y+float64(o.TY)/24)
			assert.InDelta(t, 0, want.Dist(m.Apply(at(x, y))), 1e-12, "%s %v", label(g), o)
			if g.Lattice != symmetry.Hexagonal && g.Lattice != symmetry.Oblique {
				for _, e := range []float64{m.A, m.B, m.D, m.E} {
					assert.Contains(t, []float64{-1, 0, 1}, e, "exact: %s %v", label(g), m)
				}
			}
		}
	}
	assert.Equal(t, geom.Identity(), op{A: -1, D: -1, TX: 12}.Affine(geom.Pt{}, geom.Pt{X: 1}))
}

func TestOrbit(t *testing.T) {
	for _, g := range symmetry.Groups() {
		u, v := g.Lattice.Basis(geom.Pt{X: 24, Y: 20})
		assert.Len(t, g.Orbit(u, v, geom.Pt{X: 1.1, Y: 2.3}), g.Order(), g.Name)
	}
	g, err := symmetry.Lookup("p4m")
	require.NoError(t, err)
	u, v := g.Lattice.Basis(geom.Pt{X: 24})
	assert.Len(t, g.Orbit(u, v, geom.Pt{}), 1)
	assert.Len(t, g.Orbit(u, v, geom.Pt{X: 5}), 4)
	assert.Len(t, g.Orbit(u, v, geom.Pt{X: 12}), 2)
	assert.NotPanics(t, func() {
		g.Orbit(geom.Pt{}, geom.Pt{}, geom.Pt{X: math.NaN()})
		new(symmetry.Group).Orbit(u, v, geom.Pt{})
	})
	assert.Equal(t, []op{symmetry.Identity()}, new(symmetry.Group).Ops())
}

func TestGroupsAreReadOnly(t *testing.T) {
	g, _ := symmetry.Lookup("p6mm")
	assert.Equal(t, "p6m", g.Name)
	g.Ops()[0].A = 9
	assert.Equal(t, 1, g.Ops()[0].A)
}

func TestLookupSuggests(t *testing.T) {
	_, err := symmetry.Lookup("P4MM")
	assert.ErrorContains(t, err, `"P4MM" is unknown; did you mean "p4mm"?`)
	_, err = symmetry.Lookup(strings.Repeat("é", 1e6))
	assert.Error(t, err)
	_, err = symmetry.LookupFrieze("pm11")
	assert.ErrorContains(t, err, "frieze group")
	for _, g := range symmetry.Groups() {
		for _, n := range []string{g.Name, g.Full} {
			f, err := symmetry.Lookup(n)
			require.NoError(t, err)
			assert.Equal(t, g.Name, f.Name)
		}
	}
}

func TestLattice(t *testing.T) {
	assert.Equal(t, "hexagonal", symmetry.Hexagonal.String())
	assert.Equal(t, "hexagonal", symmetry.Lattice(200).String())
	u, v := symmetry.Rectangular.Basis(geom.Pt{X: 3, Y: 4})
	assert.False(t, symmetry.Square.Fits(u, v))
	assert.False(t, symmetry.Hexagonal.Fits(u, v))
	assert.False(t, symmetry.Rhombic.Fits(u, v))
	assert.False(t, symmetry.Oblique.Fits(u, u))
	assert.False(t, symmetry.Oblique.Fits(geom.Pt{X: math.NaN()}, v))
	assert.False(t, symmetry.Rectangular.Fits(u, geom.Pt{X: 1, Y: 4}))
}

func ExampleLookup() {
	g, _ := symmetry.Lookup("pgg")
	fmt.Println(g.Orbifold, g.Lattice, g.Order())
	for _, o := range g.Ops() {
		fmt.Println(o)
	}
	_, err := symmetry.Lookup("p5")
	fmt.Println(strings.SplitN(err.Error(), " There", 2)[0])
	// Output:
	// 22x rectangular 4
	// {1 0 0 1 0 0}
	// {-1 0 0 -1 0 0}
	// {-1 0 0 1 12 12}
	// {1 0 0 -1 12 12}
	// symmetry: wallpaper group "p5" is unknown; did you mean "p1"?
}
