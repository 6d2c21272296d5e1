package market

import (
	"cmp"
	"slices"
)

// Fit says how well a family of motifs suits a market, and at what size.
type Fit struct {
	Family  string     `json:"family"`  // in words, as the research has it
	Fit     float64    `json:"fit"`     // 0..1
	ScaleCM [2]float64 `json:"scaleCM"` // one motif or repeat cell, least and most
	Density string     `json:"density"`
	Note    string     `json:"note,omitempty"`
	Source  string     `json:"source"`
	Basis   string     `json:"basis"`
	Motifs  []string   `json:"motifs"` // IDs of motifs that serve the family; none if none is drawn yet
}

// Choice is a motif that suits a market, with the fit that speaks for it.
type Choice struct {
	MotifID string
	Fit     Fit
}

// Choices lists the motifs that suit the market, each once with its best fit,
// best first; of equals the earlier in the research comes first. Motifs that
// the market's rules block whatever their colour and size are left out.
func (m Market) Choices() []Choice {
	var out []Choice
	for _, f := range m.Fits {
		for _, id := range f.Motifs {
			i := slices.IndexFunc(out, func(c Choice) bool { return c.MotifID == id })
			switch {
			case i >= 0 && f.Fit > out[i].Fit.Fit:
				out[i].Fit = f
			case i < 0 && !Blocked(m.Judge(Subject{MotifID: id})):
				out = append(out, Choice{id, f})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Choice) int { return cmp.Compare(b.Fit.Fit, a.Fit.Fit) })
	return out
}

// FitOf is the best fit that names the motif, and whether there is one.
func (m Market) FitOf(motifID string) (Fit, bool) {
	var best Fit
	found := false
	for _, f := range m.Fits {
		if slices.Contains(f.Motifs, motifID) && (!found || f.Fit > best.Fit) {
			best, found = f, true
		}
	}
	return best, found
}
