package wax_test

import (
	"fmt"
	"testing"

	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/palette/dye"
)

// How many of each market's schemes can be dyed: every ink within ΔE2000 5 of what
// is wanted, with at most four baths. The table stands in the README; -v prints it.
// What must hold whatever the data: a shelf with more dyes reaches no less.
func TestReachOfTheMarketsSchemes(t *testing.T) {
	if testing.Short() {
		t.Skip("plans three times for every scheme")
	}
	shelves := make([]dye.Shelf, 3)
	for i, f := range []func() (dye.Shelf, error){dye.NaturalShelf, dye.SyntheticShelf, dye.All} {
		var err error
		if shelves[i], err = f(); err != nil {
			t.Fatal(err)
		}
	}
	ms, err := market.All()
	if err != nil {
		t.Fatal(err)
	}
	table := "| market | schemes | natural: whole, inks | synthetic: whole, inks | both: whole, inks |\n|---|---|---|---|---|\n"
	var sum [3][2]int
	schemes, all := 0, 0
	for n, m := range ms {
		if !testing.Verbose() && n%5 != 0 {
			continue // a sample; the whole takes a minute
		}
		var whole, inks [3]int
		total := 0
		for _, s := range m.Schemes {
			total += len(s.Inks)
			for i, shelf := range shelves {
				p, err := wax.Job{Inks: s.Inks, Shelf: shelf}.Plan()
				if err != nil {
					t.Fatalf("%s, %s: %v", m.ID, s.Name, err)
				}
				n := 0
				for k, o := range p.Outcomes {
					if o.Wanted != s.Inks[k].Color {
						t.Errorf("%s, %s: ink %d was changed from %v to %v", m.ID, s.Name, k, s.Inks[k].Color, o.Wanted)
					}
					if o.Reached {
						n++
					}
				}
				inks[i] += n
				if n == len(s.Inks) {
					whole[i]++
				}
			}
		}
		table += fmt.Sprintf("| %s | %d |", m.ID, len(m.Schemes))
		for i := range shelves {
			table += fmt.Sprintf(" %d, %d of %d |", whole[i], inks[i], total)
			sum[i][0] += whole[i]
			sum[i][1] += inks[i]
		}
		table += "\n"
		schemes += len(m.Schemes)
		all += total
	}
	table += fmt.Sprintf("| all | %d | %d, %d of %d | %d, %d of %d | %d, %d of %d |", schemes, sum[0][0], sum[0][1], all, sum[1][0], sum[1][1], all, sum[2][0], sum[2][1], all)
	t.Log("\n" + table)
	if sum[2][1] < max(sum[0][1], sum[1][1]) {
		t.Errorf("all dyes reach %d inks, one shelf alone %d", sum[2][1], max(sum[0][1], sum[1][1]))
	}
}
