package palette

import (
	"fmt"
	"math"
	"slices"
)

// Role is what an ink does on the cloth.
type Role string

// The roles. Ground is the cloth itself as it shows between motifs, Main fills
// the motif, Accent its small parts, Outline the drawn line.
const (
	Ground  Role = "ground"
	Main    Role = "main"
	Accent  Role = "accent"
	Outline Role = "outline"
)

// Ink is a named colour with a role.
type Ink struct {
	Name  string `json:"name"`
	Color Color  `json:"color"`
	Role  Role   `json:"role"`
}

// Scheme is a set of inks that go together, and where they come from.
//
// A whole scheme has exactly one Ground, which is first, exactly one Outline
// and at least one Main. A scheme of two inks is a ground and either a Main or
// an Outline, for with two colours the line is the motif.
type Scheme struct {
	Name string `json:"name"`
	Inks []Ink  `json:"inks"`

	Source   string `json:"source,omitempty"`   // who says so
	Basis    string `json:"basis,omitempty"`    // measured, named by a source, or estimate
	Caution  string `json:"caution,omitempty"`  // what a buyer may read into it
	Occasion string `json:"occasion,omitempty"` // "funeral": for that occasion alone

	// Exempt lists the bounds of its market that the scheme is known to
	// break, each with the reason; see [Range.CheckScheme].
	Exempt []Exemption `json:"exempt,omitempty"`
}

// Exemption says why a scheme may break one bound of its market.
type Exemption struct {
	Quantity Quantity `json:"quantity"`
	Reason   string   `json:"reason"`
}

// Ink is the i-th ink, from 0, of a role. A motif may ask for more inks than a
// scheme has, so past the last ink of a role the answer goes on through the
// roles nearest in use (for Main: accents, then the outline; for Accent: mains,
// then the outline; for Outline: mains, then accents) and then round again.
// The ground is given only when it is asked for, or when there is nothing
// else. A scheme without inks answers the zero Ink.
func (s Scheme) Ink(r Role, i int) Ink {
	order := []Role{Main, Accent, Outline}
	switch r {
	case Ground:
		order = []Role{Ground}
	case Accent:
		order = []Role{Accent, Main, Outline}
	case Outline:
		order = []Role{Outline, Main, Accent}
	}
	var found []Ink
	for _, role := range order {
		for _, ink := range s.Inks {
			if ink.Role == role {
				found = append(found, ink)
			}
		}
	}
	switch {
	case len(found) > 0:
		return found[max(i, 0)%len(found)]
	case len(s.Inks) > 0:
		return s.Inks[0]
	}
	return Ink{}
}

// Count is how many inks of a role the scheme has.
func (s Scheme) Count(r Role) int { return countRole(s.Inks, r) }

func countRole(inks []Ink, r Role) int {
	n := 0
	for _, ink := range inks {
		if ink.Role == r {
			n++
		}
	}
	return n
}

// Assign gives every ink a role and puts the inks in order: ground first, then
// mains, then accents, the outline last. Roles that the inks carry are kept as
// far as they make a whole scheme; what is missing is chosen: the first ink is
// the ground, the ink furthest from the ground in lightness the outline, the
// most vivid of the rest the main, and the others are accents. Inks without
// names are named after their colour. The input is left alone.
func Assign(inks []Ink) []Ink {
	out := slices.Clone(inks)
	ground := slices.IndexFunc(out, func(k Ink) bool { return k.Role == Ground })
	if ground < 0 {
		ground = 0
	}
	for i := range out {
		switch {
		case i == ground:
			out[i].Role = Ground
		case out[i].Role != Main && out[i].Role != Accent && out[i].Role != Outline:
			out[i].Role = "" // unknown, or a second ground
		}
	}
	if len(out) > 1 {
		out = assignRest(out, ground)
	}
	order := []Role{Ground, Main, Accent, Outline}
	slices.SortStableFunc(out, func(a, b Ink) int {
		return slices.Index(order, a.Role) - slices.Index(order, b.Role)
	})
	return nameInks(out)
}

// assignRest fills in the roles of all inks but the ground, in place.
func assignRest(out []Ink, ground int) []Ink {
	groundL := out[ground].Color.OKLCH().L
	best := func(free func(Ink) bool, score func(Color) float64) int {
		at, top := -1, math.Inf(-1)
		for i, k := range out {
			if i == ground || !free(k) {
				continue
			}
			if s := score(k.Color); s > top {
				at, top = i, s
			}
		}
		return at
	}
	fromGround := func(c Color) float64 { return math.Abs(c.OKLCH().L - groundL) }
	vivid := func(c Color) float64 { return c.OKLCH().C }
	unset := func(k Ink) bool { return k.Role == "" }
	is := func(r Role) func(Ink) bool { return func(k Ink) bool { return k.Role == r } }

	if len(out) == 2 {
		if k := &out[1-ground]; k.Role != Outline {
			k.Role = Main
		}
		return out
	}
	// One outline: the given one, or the furthest of several, or chosen.
	line := best(is(Outline), fromGround)
	if line < 0 {
		free := unset
		if !slices.ContainsFunc(out, unset) {
			free = func(k Ink) bool { return k.Role == Accent || countRole(out, Main) > 1 }
		}
		if line = best(free, fromGround); line < 0 {
			line = best(func(Ink) bool { return true }, fromGround)
		}
	}
	for i := range out {
		if i != ground && (i == line || out[i].Role == Outline) {
			out[i].Role = Accent
		}
	}
	out[line].Role = Outline
	if countRole(out, Main) == 0 {
		main := best(unset, vivid)
		if main < 0 {
			main = best(is(Accent), vivid)
		}
		out[main].Role = Main
	}
	for i := range out {
		if out[i].Role == "" {
			out[i].Role = Accent
		}
	}
	return out
}

// nameInks names the nameless after their colour, and tells namesakes apart
// by a number. In place.
func nameInks(inks []Ink) []Ink {
	seen := make(map[string]int, len(inks))
	for i := range inks {
		if inks[i].Name == "" {
			inks[i].Name = inks[i].Color.Name()
		}
		base := inks[i].Name
		for seen[inks[i].Name] > 0 {
			seen[base]++
			inks[i].Name = fmt.Sprintf("%s %d", base, seen[base])
		}
		seen[inks[i].Name]++
	}
	return inks
}
