package wax

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// fewest is the least number of segments by trying every way to part the baths.
func fewest(takers []set) int {
	best := len(takers)
	var place func(b int, groups [][]int)
	place = func(b int, groups [][]int) {
		if len(groups) >= best && b < len(takers) {
			return
		}
		if b == len(takers) {
			best = min(best, len(groups))
			return
		}
		for i := range groups {
			ok := true
			for _, o := range groups[i] {
				ok = ok && (takers[o].within(takers[b]) || takers[b].within(takers[o]))
			}
			if ok {
				g := slices.Clone(groups)
				g[i] = append(slices.Clone(g[i]), b)
				place(b+1, g)
			}
		}
		place(b+1, append(slices.Clone(groups), []int{b}))
	}
	place(0, nil)
	return best
}

// On random small cases the planner removes wax no more often than brute force
// finds necessary, and what it calls a chain is one.
func TestFewestRemovals(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		takers := make([]set, 1+rng.IntN(6))
		for b := range takers {
			takers[b] = set(rng.Uint64N(1 << (2 + rng.IntN(6))))
		}
		cs := chains(takers)
		if want := fewest(takers); len(cs) != want {
			t.Fatalf("%b: %d segments; brute force needs %d", takers, len(cs), want)
		}
		seen := map[int]bool{}
		for _, c := range cs {
			for i, b := range c {
				if seen[b] {
					t.Fatalf("bath %d twice in %v", b, cs)
				}
				seen[b] = true
				if i > 0 && !takers[b].within(takers[c[i-1]]) {
					t.Fatalf("%b: bath %d reaches more than %d before it", takers, b, c[i-1])
				}
			}
		}
		if len(seen) != len(takers) {
			t.Fatalf("%v leaves baths out", cs)
		}
	}
}

// The handbook's worked case: white, yellow {Y}, green {Y,I}, blue {I}, red {R}
// need three segments; without red, two. Sogan {∅, 1, 2, 12} needs one removal.
func TestWorkedCases(t *testing.T) {
	const white, yellow, green, blue, red = 0, 1, 2, 3, 4
	y := set(0).with(yellow).with(green)
	i := set(0).with(green).with(blue)
	r := set(0).with(red)
	if n := len(chains([]set{y, i, r})); n != 3 {
		t.Errorf("yellow, indigo and red in %d segments; want 3", n)
	}
	if n := len(chains([]set{y, i})); n != 2 {
		t.Errorf("yellow and indigo in %d segments; want 2", n)
	}
	if n := len(chains([]set{set(0).with(1).with(3), set(0).with(2).with(3)})); n != 2 {
		t.Errorf("sogan in %d segments; want 2", n)
	}
	if n := len(chains([]set{set(0).with(1).with(2).with(3), set(0).with(2).with(3), set(0).with(3)})); n != 1 {
		t.Errorf("a ladder of blues in %d segments; want 1", n)
	}
	if n := len(chains(nil)); n != 0 {
		t.Errorf("no baths in %d segments", n)
	}
	_ = white
}
