package wax

import (
	"fmt"
	"slices"

	"github.com/jagadbatik/jagad/palette/dye"
)

// Coating is the wax that lies on the cloth at once, from when the first of it comes
// on to when it is taken off. It is folded and cracks as one: a crack runs from the
// wax of one ink into that of its neighbour.
type Coating struct {
	Inks []int // under it in the end
}

// Coatings lists the coatings of a recipe, the first one first. Wax that a scraping
// leaves on belongs to the coating that it came with, and to the next.
func (r *Recipe) Coatings() []Coating {
	var out []Coating
	var waxed set
	for _, s := range r.Stages {
		switch s.Op {
		case Wax:
			for _, i := range s.Mask {
				waxed = waxed.with(i)
			}
		case Scrape, Lorod:
			out = append(out, Coating{waxed.members()})
			for _, i := range s.Mask {
				waxed = waxed.without(1 << i)
			}
		}
	}
	return out
}

// Over lists the coatings, by index, that kept a bath off cloth of the ink before
// the end of the stage given: where they cracked, the baths came through. Stages
// count from 0.
func (r *Recipe) Over(ink, stage int) ([]int, error) {
	if err := r.check(ink, stage); err != nil {
		return nil, err
	}
	var out []int
	r.follow(ink, stage, func(_, coating int) {
		if coating >= 0 && !slices.Contains(out, coating) {
			out = append(out, coating)
		}
	})
	return out, nil
}

// Absorbed returns what cloth of the ink has absorbed once the stage is over, where
// the coatings that cracked says let their baths through: nil, or none, and it is
// what the plan promises.
func (r *Recipe) Absorbed(ink, stage int, cracked func(coating int) bool) (dye.Absorption, error) {
	if err := r.check(ink, stage); err != nil {
		return dye.Absorption{}, err
	}
	for i, s := range r.Stages {
		if s.Op == Colet && slices.Contains(s.Mask, ink) && i > stage { // not brushed yet
			return r.Cloth(), nil
		}
	}
	share := make([]float64, len(r.Plan.Baths))
	r.follow(ink, stage, func(bath, coating int) {
		if coating < 0 || cracked != nil && cracked(coating) {
			share[bath] = 1
		}
	})
	return r.Plan.After(ink, r.Stages[stage].events, share)
}

// Cloth returns what undyed cloth absorbs.
func (r *Recipe) Cloth() dye.Absorption { return dye.FromColor(r.Plan.shelf.Cloth).Absorption() }

// follow calls dip for every bath up to the end of the stage, with the coating that
// lay over the ink, or −1.
func (r *Recipe) follow(ink, stage int, dip func(bath, coating int)) {
	over, coating := -1, 0
	for _, s := range r.Stages[:stage+1] {
		in := slices.Contains(s.Mask, ink)
		switch s.Op {
		case Wax:
			if in {
				over = coating
			}
		case Scrape, Lorod:
			coating++
			if in || s.Op == Lorod {
				over = -1
			}
		case Dip:
			if in {
				dip(s.Bath, -1)
			} else {
				dip(s.Bath, over)
			}
		}
	}
}

func (r *Recipe) check(ink, stage int) error {
	if r.Plan == nil || len(r.Plan.shelf.Dyes) == 0 {
		return fmt.Errorf("wax: recipe.plan: holds no dyes; plan it anew from its job")
	}
	if ink < 0 || ink >= len(r.Plan.Outcomes) {
		return fmt.Errorf("wax: ink %d; the recipe has %d", ink, len(r.Plan.Outcomes))
	}
	if stage < 0 || stage >= len(r.Stages) {
		return fmt.Errorf("wax: stage %d; the recipe has %d", stage, len(r.Stages))
	}
	return nil
}
