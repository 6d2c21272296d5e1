package market

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/jagadbatik/jagad/palette"
)

// Severity is how strongly a rule speaks.
type Severity string

// The severities. Block: do not make it. Warn: the maker should know. Info:
// worth knowing.
const (
	Block Severity = "block"
	Warn  Severity = "warn"
	Info  Severity = "info"
)

// Rule is a taboo, a law or a sensitivity of a market.
type Rule struct {
	ID        string   `json:"id"`
	Severity  Severity `json:"severity"`
	Text      string   `json:"text"`
	AppliesTo string   `json:"appliesTo"`
	Source    string   `json:"source"`

	// When says what the rule is found in; any one of them. A rule without
	// is for people to read, and ListedOnly says why.
	When       []When `json:"when,omitempty"`
	ListedOnly string `json:"listedOnly,omitempty"`
}

// When is a condition. The first four lists say what is made, and any entry
// of any of them is enough; everything else that is stated must hold as well.
// The zero When holds of nothing.
type When struct {
	Motifs   []string `json:"motifs,omitempty"`
	Families []string `json:"families,omitempty"`
	Traits   []string `json:"traits,omitempty"`
	Products []string `json:"products,omitempty"`

	Schemes     []string `json:"schemes,omitempty"`     // one of these by name
	Colors      []string `json:"colors,omitempty"`      // these and no others, by [ColorWord]
	Ground      []string `json:"ground,omitempty"`      // the ground is one of these
	ScaleOverMM float64  `json:"scaleOverMM,omitempty"` // larger than this
	Rotations   []int    `json:"rotations,omitempty"`   // turned by one of these, in degrees
	Text        bool     `json:"text,omitempty"`        // the cloth carries lettering
	Festive     bool     `json:"festive,omitempty"`     // meant for a celebration

	Severity Severity `json:"severity,omitempty"` // in place of the rule's own
	Note     string   `json:"note,omitempty"`     // in place of the rule's text
}

// Subject is what is judged. What is left zero is not known, and no rule about
// it is found.
type Subject struct {
	MotifID  string
	Family   string   // "parang", "lereng", "ceplok" …; the part of MotifID before "_" if empty
	Traits   []string // "animate", "swastika", "stripes", "star", "garuda" …
	ScaleMM  float64  // of one motif; of parang, the width of a band
	Product  string   // product ID
	Scheme   string
	Colors   []palette.Color // ground first
	Rotation int             // degrees
	HasText  bool
	Festive  bool
}

// Finding is a rule that speaks about a subject.
type Finding struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Reason   string   `json:"reason"`
	Source   string   `json:"source"`
}

// SchemeCaution is the Rule of a finding that comes from the scheme's own
// caution or occasion rather than from one of the market's rules.
const SchemeCaution = "scheme_caution"

// Judge lists the rules that speak about the subject, in the order of the
// market's rules, each once, then what the scheme itself cautions.
func (m Market) Judge(s Subject) []Finding {
	if s.Family == "" {
		s.Family, _, _ = strings.Cut(s.MotifID, "_")
	}
	var out []Finding
	for _, r := range m.Rules {
		i := slices.IndexFunc(r.When, func(w When) bool { return w.holds(s) })
		if i < 0 {
			continue
		}
		f := Finding{r.ID, r.Severity, r.Text, r.Source}
		if w := r.When[i]; w.Severity != "" {
			f.Severity = w.Severity
		}
		if w := r.When[i]; w.Note != "" {
			f.Reason = w.Note
		}
		out = append(out, f)
	}
	for _, c := range m.Schemes {
		if c.Name != s.Scheme || s.Scheme == "" {
			continue
		}
		switch {
		case c.Occasion != "" && s.Festive:
			out = append(out, Finding{SchemeCaution, Block, fmt.Sprintf("Scheme %q is for a %s alone.", c.Name, c.Occasion), c.Source})
		case c.Caution != "":
			out = append(out, Finding{SchemeCaution, Warn, fmt.Sprintf("Scheme %q: %s.", c.Name, c.Caution), c.Source})
		}
	}
	return out
}

// Blocked reports whether any finding blocks.
func Blocked(fs []Finding) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Severity == Block })
}

func (w When) holds(s Subject) bool {
	drawn := len(w.Motifs)+len(w.Families)+len(w.Traits)+len(w.Products) > 0
	how := len(w.Schemes)+len(w.Colors)+len(w.Ground)+len(w.Rotations) > 0 || w.ScaleOverMM > 0 || w.Text || w.Festive
	if !drawn && !how {
		return false
	}
	if drawn && !slices.Contains(w.Motifs, s.MotifID) && !slices.Contains(w.Families, s.Family) &&
		!slices.Contains(w.Products, s.Product) && !slices.ContainsFunc(s.Traits, func(t string) bool { return slices.Contains(w.Traits, t) }) {
		return false
	}
	return (len(w.Schemes) == 0 || slices.Contains(w.Schemes, s.Scheme)) &&
		(len(w.Colors) == 0 || onlyColors(s.Colors, w.Colors)) &&
		(len(w.Ground) == 0 || len(s.Colors) > 0 && slices.Contains(w.Ground, ColorWord(s.Colors[0]))) &&
		(len(w.Rotations) == 0 || slices.Contains(w.Rotations, ((s.Rotation%360)+360)%360)) &&
		(w.ScaleOverMM <= 0 || s.ScaleMM > w.ScaleOverMM) &&
		(!w.Text || s.HasText) && (!w.Festive || s.Festive)
}

// onlyColors reports whether the colours are, in words, all of want and
// nothing else. Greys do not count either way: they are taken for shades of
// what is beside them.
func onlyColors(colors []palette.Color, want []string) bool {
	seen := make([]bool, len(want))
	for _, c := range colors {
		word := ColorWord(c)
		i := slices.Index(want, word)
		switch {
		case i >= 0:
			seen[i] = true
		case word == "light blue" && slices.Contains(want, "blue"):
			seen[slices.Index(want, "blue")] = true
		case word != "grey":
			return false
		}
	}
	return !slices.Contains(seen, false)
}

// ColorWord is the plain word for a colour as flags and customs use it: black,
// white, grey, red, orange, yellow, green, light blue, blue, purple, pink or
// brown. Bounds are in OKLCH and our own.
func ColorWord(c palette.Color) string {
	v := c.OKLCH()
	h := int(math.Round(v.H))
	switch {
	case v.L < 0.25 && v.C < 0.04, v.L < 0.15:
		return "black"
	case v.L > 0.9 && v.C < 0.045:
		return "white"
	case v.C < 0.03:
		if v.L < 0.3 {
			return "black"
		}
		return "grey"
	case h < 35 || h >= 345:
		switch {
		case v.L > 0.68, h >= 345 && v.L > 0.5:
			return "pink"
		case v.C < 0.08 && v.L < 0.45:
			return "brown"
		}
		return "red"
	case h < 75:
		if v.L < 0.6 {
			return "brown"
		}
		return "orange"
	case h < 110:
		if v.L < 0.6 {
			return "brown"
		}
		return "yellow"
	case h < 195:
		return "green"
	case h < 285:
		if v.L > 0.7 {
			return "light blue"
		}
		return "blue"
	}
	return "purple"
}
