// Package nearest finds the known name that someone most likely meant, for
// errors that say "did you mean". It never corrects anything by itself.
package nearest

import "strings"

// Name is the known name fewest edits from got (insertions, deletions,
// substitutions and swaps of neighbours, case aside), or "" when none is near:
// more than a third of the longer name would have to change, though one edit
// is always near. Of names equally near the first wins.
func Name(got string, known []string) string {
	// Past this length nobody has mistyped a name; do not spend time on it.
	const longest = 64
	if got == "" || len(got) > longest {
		return ""
	}
	best, least := "", -1
	for _, k := range known {
		if k == "" || len(k) > longest {
			continue
		}
		d := distance(strings.ToLower(got), strings.ToLower(k))
		if d > max(1, max(len(got), len(k))/3) {
			continue
		}
		if least < 0 || d < least {
			best, least = k, d
		}
	}
	return best
}

// distance is the optimal string alignment distance of two short texts, byte
// by byte.
func distance(a, b string) int {
	var prev2 []int
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev = prev, row
	}
	return prev[len(b)]
}
