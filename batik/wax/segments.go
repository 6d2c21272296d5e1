package wax

import "slices"

// set is a set of up to 64 baths or inks, by bit.
type set uint64

func (s set) has(i int) bool    { return s>>i&1 == 1 }
func (s set) with(i int) set    { return s | 1<<i }
func (s set) within(t set) bool { return s&^t == 0 }
func (s set) without(t set) set { return s &^ t }
func (s set) members() (m []int) {
	for i := range 64 {
		if s.has(i) {
			m = append(m, i)
		}
	}
	return m
}

// Between two removals of wax, wax only grows: what a bath reaches, every earlier
// bath of the same segment has reached. So baths may share a segment exactly if
// the inks that take them form a chain by inclusion, and the fewest segments are
// the fewest chains that cover all baths (handbook §5.5): by Dilworth's theorem as
// many as the largest set of baths of which none contains another. They are found
// by a largest matching of each bath to the next in its chain.

// chains covers the baths by the fewest chains. takers[b] is the set of inks that
// take bath b. Each chain is in the order of dipping, the widest bath first; of
// equal baths the one of the lower index comes first.
func chains(takers []set) [][]int {
	n := len(takers)
	follows := func(a, b int) bool { // b may be dipped after a
		if takers[a] == takers[b] {
			return a < b
		}
		return takers[b].within(takers[a])
	}
	next, prev := filled(n), filled(n)
	var augment func(a int, seen []bool) bool
	augment = func(a int, seen []bool) bool {
		for b := range n {
			if a == b || seen[b] || !follows(a, b) {
				continue
			}
			seen[b] = true
			if prev[b] < 0 || augment(prev[b], seen) {
				next[a], prev[b] = b, a
				return true
			}
		}
		return false
	}
	for a := range n {
		augment(a, make([]bool, n))
	}
	var out [][]int
	for a := range n {
		if prev[a] >= 0 {
			continue
		}
		var c []int
		for b := a; b >= 0; b = next[b] {
			c = append(c, b)
		}
		out = append(out, c)
	}
	return out
}

func filled(n int) []int { return slices.Repeat([]int{-1}, n) }
