package wax

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/palette/dye"
)

func hex(t testing.TB, s string) palette.Color {
	t.Helper()
	c, err := palette.ParseColor(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func inks(t testing.TB, hexes ...string) []palette.Ink {
	t.Helper()
	var ks []palette.Ink
	for _, h := range hexes {
		ks = append(ks, palette.Ink{Color: hex(t, h)})
	}
	return ks
}

func natural(t testing.TB) dye.Shelf {
	t.Helper()
	s, err := dye.NaturalShelf()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func plan(t testing.TB, j Job) *Plan {
	t.Helper()
	p, err := j.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The classical sogan comes out unaided: white, blue, brown and black from indigo
// and soga, with wax taken off once in between.
func TestSogan(t *testing.T) {
	s := natural(t)
	black, err := s.Color(dye.Step{Dye: "wedel"}, dye.Lorod(), dye.Step{Dye: "soga_kapur"}, dye.Lorod())
	if err != nil {
		t.Fatal(err)
	}
	p := plan(t, Job{Inks: []palette.Ink{{Color: s.Cloth}, {Color: hex(t, "#1C2A54")}, {Color: hex(t, "#7A4622")}, {Color: black}}, Shelf: s})
	if len(p.Baths) != 2 || p.Baths[0].Dye.Class != dye.Indigo || p.Baths[1].Dye.ID != "soga_kapur" || len(p.Removals) != 1 {
		t.Errorf("baths %+v, removals %v", p.Baths, p.Removals)
	}
	for i, want := range [][]int{{}, {0}, {1}, {0, 1}} {
		if o := p.Outcomes[i]; !slices.Equal(o.Baths, want) || !o.Reached {
			t.Errorf("ink %d: %+v; want the baths %v", i, o, want)
		}
	}
	keeps(t, p)
	r, err := p.Recipe(Canting, nil)
	if err != nil {
		t.Fatal(err)
	}
	var ops []Op
	for _, s := range r.Stages {
		ops = append(ops, s.Op)
	}
	if want := []Op{Wax, Dip, Lorod, Wax, Dip, Lorod}; !slices.Equal(ops, want) {
		t.Errorf("stages %v; want %v", ops, want)
	}
}

// Whatever the colours, the recipe keeps what the plan promised.
func TestRecipesKeepTheirPromise(t *testing.T) {
	syn, err := dye.SyntheticShelf()
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 9))
	for n := range 12 {
		j := Job{Shelf: natural(t), Route: append(Routes(), Auto)[n%6]}
		if n%2 == 1 {
			j.Shelf = syn
		}
		for range 2 + rng.IntN(5) {
			j.Inks = append(j.Inks, palette.Ink{Color: palette.Color{R: uint8(rng.UintN(256)), G: uint8(rng.UintN(256)), B: uint8(rng.UintN(256))}})
			j.Areas = append(j.Areas, .01+rng.Float64())
		}
		p := plan(t, j)
		if len(p.Removals) > mostRemovals || len(p.Baths) > usualBaths {
			t.Errorf("%d removals, %d baths", len(p.Removals), len(p.Baths))
		}
		keeps(t, p)
		covers(t, p)
	}
}

// covers checks what a finish builds on: cloth that a bath does not reach lies under
// a coating then, and what it has absorbed is what its stage shows, all wax sound.
func covers(t *testing.T, p *Plan) {
	t.Helper()
	r, err := p.Recipe(Canting, nil)
	if err != nil {
		t.Fatal(err)
	}
	coatings := r.Coatings()
	for i := range p.Outcomes {
		for n, s := range r.Stages {
			q, err := r.Absorbed(i, n, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := q.Reflectance().Color(); got != s.Colors[i] {
				t.Errorf("ink %d after stage %d: %v; the stage has %v", i, n, got, s.Colors[i])
			}
		}
		r.follow(i, len(r.Stages)-1, func(bath, over int) {
			if own := slices.Contains(p.Baths[bath].Inks, i); own != (over < 0) || !own && !slices.Contains(coatings[over].Inks, i) {
				t.Errorf("ink %d in bath %d: its own %v, under coating %d of %v", i, bath, own, over, coatings)
			}
		})
		over, err := r.Over(i, len(r.Stages)-1)
		if err != nil {
			t.Fatal(err)
		}
		// Through cracks it takes no less of anything.
		sound, _ := r.Absorbed(i, len(r.Stages)-1, nil)
		cracked, _ := r.Absorbed(i, len(r.Stages)-1, func(int) bool { return true })
		sum := func(q dye.Absorption) (v float64) {
			for _, k := range q {
				v += k
			}
			return v
		}
		if len(over) > 0 && !(sum(cracked) > sum(sound)) || len(over) == 0 && sound != cracked {
			t.Errorf("ink %d under %v absorbs %.2f sound, %.2f cracked", i, over, sum(sound), sum(cracked))
		}
	}
	if _, err := r.Over(99, 0); err == nil {
		t.Error("ink 99 is known")
	}
	if _, err := r.Absorbed(0, 99, nil); err == nil {
		t.Error("stage 99 is known")
	}
}

// More dyes, or more baths, never make it worse.
func TestMoreChoiceIsNoWorse(t *testing.T) {
	all, err := dye.All()
	if err != nil {
		t.Fatal(err)
	}
	few, err := all.Only("indigo", "wedel", "soga_kapur")
	if err != nil {
		t.Fatal(err)
	}
	want := inks(t, "#F6EBD8", "#A3241F", "#1C2A54", "#E0A030")
	worst := func(p *Plan) (sum float64) {
		for _, o := range p.Outcomes {
			sum += o.DeltaE
		}
		return sum
	}
	a, b := worst(plan(t, Job{Inks: want, Shelf: few})), worst(plan(t, Job{Inks: want, Shelf: all}))
	if !(b < a) {
		t.Errorf("with three dyes off by %.1f in all, with all dyes by %.1f", a, b)
	}
}

func TestJobErrorsNameTheField(t *testing.T) {
	s := natural(t)
	k := inks(t, "#ffffff", "#000000")
	for want, j := range map[string]Job{
		"job.inks":     {Shelf: s},
		"job.areas":    {Inks: k, Areas: []float64{1}, Shelf: s},
		"job.areas[1]": {Inks: k, Areas: []float64{1, math.NaN()}, Shelf: s},
		"job.shelf":    {Inks: k},
		"job.maxBaths": {Inks: k, Shelf: s, MaxBaths: 9},
		"kerokan":      {Inks: k, Shelf: s, Route: "kerokn"},
	} {
		if _, err := j.Plan(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want an error about %s", err, want)
		}
	}
}

func BenchmarkPlan(b *testing.B) {
	s, _ := dye.SyntheticShelf()
	for b.Loop() {
		plan(b, Job{Inks: inks(b, "#F6EBD8", "#D04F66", "#1FA6A0", "#F0937A", "#4E9A51", "#1F2A5A"), Shelf: s})
	}
}

// The promise is kept: walking through the recipe stage by stage, each ink ends in
// the colour that the plan promised, has been reached by just the baths of its set,
// and no bath reaches cloth under wax.
func keeps(t *testing.T, p *Plan) {
	t.Helper()
	r, err := p.Recipe(Canting, nil)
	if err != nil {
		t.Fatal(err)
	}
	waxed := map[int]bool{}
	got := make([][]int, len(p.Outcomes))
	for n, s := range r.Stages {
		switch s.Op {
		case Wax:
			for _, i := range s.Mask {
				if waxed[i] {
					t.Fatalf("stage %d waxes ink %d again", n, i)
				}
				waxed[i] = true
			}
		case Scrape:
			for _, i := range s.Mask {
				delete(waxed, i)
			}
		case Lorod:
			waxed = map[int]bool{}
		case Dip:
			for i := range got {
				if !waxed[i] {
					got[i] = append(got[i], s.Bath)
				}
			}
		}
		if len(s.Waxed) != len(waxed) {
			t.Fatalf("stage %d says that %v is waxed; it is %v", n, s.Waxed, waxed)
		}
		if n == 0 && s.Op == Wax {
			// What the first wax covers and what it leaves bare is all of the cloth.
			bare := 0
			for i := range got {
				if !waxed[i] {
					bare++
				}
			}
			if bare+len(s.Mask) != len(got) {
				t.Fatalf("first wax covers %d inks of %d and leaves %d", len(s.Mask), len(got), bare)
			}
		}
	}
	last := r.Stages[len(r.Stages)-1]
	for i, o := range p.Outcomes {
		slices.Sort(got[i])
		if !slices.Equal(got[i], o.Baths) && len(got[i])+len(o.Baths) > 0 {
			t.Errorf("ink %d was reached by %v; its set is %v", i, got[i], o.Baths)
		}
		if d := palette.DeltaE2000(last.Colors[i], o.Gets); d >= 1 {
			t.Errorf("ink %d ends as %v, ΔE %.2f from the promised %v", i, last.Colors[i], d, o.Gets)
		}
	}
}
