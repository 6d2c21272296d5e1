package dye

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Class is a family of dyes that are worked alike.
type Class string

// The classes.
const (
	Natural   Class = "natural"   // barks, roots and fruits with a fixer
	Indigo    Class = "indigo"    // the reduced vat
	Naphthol  Class = "naphthol"  // naphthol and diazo salt
	Indigosol Class = "indigosol" // pale, developed by nitrite and acid or by the sun
	Remazol   Class = "remazol"   // reactive, fixed by silicate
	Procion   Class = "procion"   // reactive, fixed by soda
	Rapid     Class = "rapid"     // stabilised naphthol, for the brush only
)

// Range is the least and the most of a figure.
type Range [2]float64

// Dye is one colourant with the agent that fixes it.
type Dye struct {
	ID    string        `json:"id"` // "soga_kapur"
	Name  string        `json:"name"`
	Class Class         `json:"class"`
	Agent string        `json:"agent,omitempty"` // fixer, salt or developer
	Color palette.Color `json:"color"`           // at full shade on the shelf's cloth
	// Dips is how many dips give the full shade; Tau the dips after which
	// 1−1/e of what can be taken up is, 0 for a dye that takes up evenly.
	Dips float64 `json:"dips"`
	Tau  float64 `json:"tau,omitempty"`
	// Fade is what a lorod leaves of it, 0..1.
	Fade      Range   `json:"fade"`
	DeltaE    float64 `json:"deltaE"`              // how far the colour may be from the truth, CIEDE2000
	Immersion bool    `json:"immersion,omitempty"` // can be a bath
	Brush     bool    `json:"brush,omitempty"`     // can be brushed on (colet)
	Tannin    bool    `json:"tannin,omitempty"`    // which iron darkens

	Celsius       Range  `json:"celsius"`
	GramsPerLitre Range  `json:"gramsPerLitre"`
	LitresPerM2   Range  `json:"litresPerM2"`
	Minutes       Range  `json:"minutes"`
	Dose          string `json:"dose,omitempty"`
	Source        string `json:"source"`
}

// Override says that one dye under another is no longer what it was.
type Override struct {
	First       string `json:"first"`       // ID of the dye already in the cloth
	SecondAgent string `json:"secondAgent"` // agent of a later bath
	As          string `json:"as"`          // ID of the dye that the first becomes
	Why         string `json:"why"`
}

// Caution says that a pair of baths does not add up as the model has it.
type Caution struct {
	FirstClass  Class  `json:"firstClass"`
	SecondClass Class  `json:"secondClass"`
	Why         string `json:"why"`
}

//go:embed dyes.json
var data []byte

type table struct {
	Cloth     palette.Color `json:"cloth"`
	Dyes      []Dye         `json:"dyes"`
	Overrides []Override    `json:"overrides"`
	Cautions  []Caution     `json:"cautions"`
}

// builtin is read once; it never changes after.
var builtin = sync.OnceValues(func() (t table, err error) {
	if err = json.Unmarshal(data, &t); err != nil {
		err = fmt.Errorf("dye: built-in data: %w", err)
	}
	return t, err
})

// Shelf is the dyes that a workshop has, and the cloth it dyes. The zero Shelf is
// empty; start from [All], [NaturalShelf] or [SyntheticShelf].
type Shelf struct {
	Cloth palette.Color `json:"cloth"` // undyed
	Dyes  []Dye         `json:"dyes"`
	// Overrides and Cautions hold for pairs of these dyes.
	Overrides []Override `json:"overrides,omitempty"`
	Cautions  []Caution  `json:"cautions,omitempty"`
}

// All returns every dye of the handbook, on white mori.
func All() (Shelf, error) {
	t, err := builtin()
	if err != nil {
		return Shelf{}, err
	}
	return Shelf{t.Cloth, slices.Clone(t.Dyes), slices.Clone(t.Overrides), slices.Clone(t.Cautions)}, nil
}

// NaturalShelf returns the natural dyes and indigo.
func NaturalShelf() (Shelf, error) { return shelf(Natural, Indigo) }

// SyntheticShelf returns the others.
func SyntheticShelf() (Shelf, error) {
	return shelf(Naphthol, Indigosol, Remazol, Procion, Rapid)
}

func shelf(classes ...Class) (Shelf, error) {
	s, err := All()
	s.Dyes = slices.DeleteFunc(s.Dyes, func(d Dye) bool { return !slices.Contains(classes, d.Class) })
	return s, err
}

// Only returns the shelf with just the dyes of the given IDs, in that order.
func (s Shelf) Only(ids ...string) (Shelf, error) {
	out := s
	out.Dyes = nil
	for _, id := range ids {
		d, err := s.Lookup(id)
		if err != nil {
			return Shelf{}, err
		}
		out.Dyes = append(out.Dyes, d)
	}
	return out, nil
}

// IDs lists the dyes.
func (s Shelf) IDs() []string {
	ids := make([]string, len(s.Dyes))
	for i, d := range s.Dyes {
		ids[i] = d.ID
	}
	return ids
}

// Lookup finds a dye; the error names the nearest known.
func (s Shelf) Lookup(id string) (Dye, error) {
	for _, d := range s.Dyes {
		if d.ID == id {
			return d, nil
		}
	}
	return Dye{}, fmt.Errorf("dye: %q is not on the shelf; it has %v", id, s.IDs())
}

// Step is one thing that happens to cloth: a bath, or a lorod.
type Step struct {
	Dye   string  // ID; "" for a lorod
	Dips  float64 // 0 counts as the dye's own, which give its full shade
	Share float64 // of the bath that reaches this cloth, 0..1; 0 counts as 1
}

// Lorod returns the step in which wax is boiled out.
func Lorod() Step { return Step{} }

// Uptake returns how much of the full shade the given dips give: n/N evenly, or
// (1−e^{−n/τ})/(1−e^{−N/τ}) (handbook §5.4).
func (d Dye) Uptake(dips float64) float64 {
	full := d.Dips
	if !(full > 0) {
		full = 1
	}
	if dips == 0 {
		return 1
	}
	dips = geom.Clamp(dips, 0, 60)
	if !(d.Tau > 0) {
		return dips / full
	}
	return (1 - geom.Exp(-dips/d.Tau)) / (1 - geom.Exp(-full/d.Tau))
}

// Take returns what the cloth absorbs after the steps, in order.
func (s Shelf) Take(steps ...Step) (Absorption, error) {
	cloth := FromColor(s.Cloth).Absorption()
	q := cloth
	for i, st := range steps {
		if st.Dye == "" {
			continue
		}
		d, err := s.Lookup(st.Dye)
		if err != nil {
			return q, fmt.Errorf("steps[%d]: %w", i, err)
		}
		k := d.Uptake(st.Dips)
		if st.Share != 0 {
			k *= geom.Clamp(st.Share, 0, 1)
		}
		// What comes after it: lorods take some of it, and iron may change it.
		for _, later := range steps[i+1:] {
			if later.Dye == "" {
				k *= (d.Fade[0] + d.Fade[1]) / 2
				continue
			}
			if l, err := s.Lookup(later.Dye); err == nil {
				d = s.overridden(d, l)
			}
		}
		for b, v := range FromColor(d.Color).Absorption() {
			q[b] += float64(k * math.Max(0, v-cloth[b]))
		}
	}
	return q, nil
}

// overridden returns what the dye is once the later one has come over it.
func (s Shelf) overridden(d, later Dye) Dye {
	for _, o := range s.Overrides {
		if o.First == d.ID && o.SecondAgent == later.Agent {
			if as, err := s.Lookup(o.As); err == nil {
				return as
			}
			if all, err := All(); err == nil { // the fixer is there even if the shelf lacks the dye by itself
				if as, err := all.Lookup(o.As); err == nil {
					return as
				}
			}
		}
	}
	return d
}

// Color returns the colour of the cloth after the steps, in order.
func (s Shelf) Color(steps ...Step) (palette.Color, error) {
	q, err := s.Take(steps...)
	return q.Reflectance().Color(), err
}
