package palette

import "fmt"

// Kind is what a [Warning] is about.
type Kind string

// The kinds of warning.
const (
	Alike       Kind = "alike"        // two inks pass for one
	LowContrast Kind = "low-contrast" // a main sinks into the ground
	ProtanAlike Kind = "protan-alike" // two inks pass for one to a protan buyer
	DeutanAlike Kind = "deutan-alike"
	TritanAlike Kind = "tritan-alike"
)

// Warning is something to know about a set of inks before it is dyed. It is
// advice: many good cloths are tone on tone.
type Warning struct {
	Kind      Kind      `json:"kind"`
	Inks      [2]string `json:"inks"`   // their names
	Figure    float64   `json:"figure"` // what was measured
	Threshold float64   `json:"threshold"`
	Text      string    `json:"text"`
}

// Thresholds of [Check]. They are judgement: dyed cloth varies by two or three
// CIEDE2000 from lot to lot, so inks closer than twice that cannot be kept
// apart, and a seventh of the way from black to white is about the least step
// that reads across a room.
const (
	alikeBelow    = 6.0  // CIEDE2000
	contrastBelow = 0.15 // OKLCH lightness
)

// Check looks for inks that are too alike, mains that sink into the ground,
// and inks that a colour-blind buyer takes for one. Warnings come in the order
// of the inks, and for each pair in the order of the kinds above. A pair that
// everyone takes for one is said once.
func Check(inks []Ink) []Warning {
	var out []Warning
	for i, a := range inks {
		for _, b := range inks[i+1:] {
			out = append(out, checkPair(a, b)...)
		}
	}
	return out
}

func checkPair(a, b Ink) []Warning {
	var out []Warning
	add := func(k Kind, figure, threshold float64, format string, args ...any) {
		out = append(out, Warning{k, [2]string{a.Name, b.Name}, figure, threshold, fmt.Sprintf(format, args...)})
	}
	de := DeltaE2000(a.Color, b.Color)
	if de < alikeBelow {
		add(Alike, de, alikeBelow, "%s and %s are so alike that they will pass for one ink (CIEDE2000 %.1f; %.0f or more tells them apart).", a.Name, b.Name, de, alikeBelow)
	}
	if a.Role == Ground && b.Role == Main || a.Role == Main && b.Role == Ground {
		if dl := ContrastOf(a.Color, b.Color).Lightness; dl < contrastBelow {
			add(LowContrast, dl, contrastBelow, "%s and %s are close in lightness, so the motif will sink into the ground (difference %.2f; %.2f or more stands out).", a.Name, b.Name, dl, contrastBelow)
		}
	}
	if de < alikeBelow {
		return out
	}
	for _, s := range [...]struct {
		kind   Kind
		vision Vision
		who    string
	}{
		{ProtanAlike, Protan, "a red-blind (protan)"},
		{DeutanAlike, Deutan, "a green-blind (deutan)"},
		{TritanAlike, Tritan, "a blue-blind (tritan)"},
	} {
		seen := DeltaE2000(Simulate(a.Color, s.vision, 1), Simulate(b.Color, s.vision, 1))
		if seen < alikeBelow {
			add(s.kind, seen, alikeBelow, "%s and %s will pass for one ink to %s buyer (CIEDE2000 %.1f as seen; %.0f or more tells them apart).", a.Name, b.Name, s.who, seen, alikeBelow)
		}
	}
	return out
}
