package palette

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Quantity names one of the things a [Range] bounds.
type Quantity string

// The quantities. Lightness and chroma are OKLCH L and C; hue is in degrees.
const (
	GroundLightness Quantity = "ground lightness"
	MainLightness   Quantity = "main lightness"
	Chroma          Quantity = "chroma"
	Span            Quantity = "lightness span"
	Number          Quantity = "number of inks"
	HueFamily       Quantity = "hue"
	Roles           Quantity = "roles"
)

// Neutral is the chroma below which an ink has no hue to speak of, so that it
// suits every market's hues.
const Neutral = 0.04

// Range is what a market wears, in OKLCH. A bound left zero binds nothing, so
// the zero Range allows every whole scheme.
//
// Bounds are stated to two decimals and whole degrees, and a value is rounded
// to that before it is compared.
type Range struct {
	GroundL    [2]float64 `json:"groundL"`    // lightness of the usual ground
	AltGroundL [2]float64 `json:"altGroundL"` // lightness of the other ground: dark, coloured or light
	MotifL     [2]float64 `json:"motifL"`     // lightness of main inks
	CMain      [2]float64 `json:"cMain"`      // chroma of main inks: a guide for new schemes, never enforced
	CMax       float64    `json:"cMax"`       // most chroma of any ink
	Hues       []Hue      `json:"hues"`       // families of hue for inks with chroma of Neutral or more
	NColors    [2]int     `json:"nColors"`    // least inks; most inks, the outline not counted
	MinSpan    float64    `json:"minSpan"`    // least lightness from darkest to lightest ink

	Contrast string `json:"contrast,omitempty"` // the same in words
	Rule     string `json:"rule,omitempty"`
	Source   string `json:"source,omitempty"`
}

// Hue is a family of hues, From to To in degrees, upwards; it may pass 360.
type Hue struct {
	Name string  `json:"name"`
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// Has reports whether a hue, rounded to a whole degree, is in the family.
func (h Hue) Has(deg float64) bool {
	d := math.Mod(math.Round(finite(deg)-h.From)+720, 360)
	return d <= h.width() || d == 360
}

func (h Hue) width() float64 {
	w := finite(h.To - h.From)
	if w >= 360 {
		return 360
	}
	return math.Mod(w+720, 360)
}

// Violation is one way in which inks leave a range.
type Violation struct {
	Ink      string       `json:"ink,omitempty"` // its name; empty where all inks together are meant
	Quantity Quantity     `json:"quantity"`
	Value    float64      `json:"value"`
	Allowed  [][2]float64 `json:"allowed,omitempty"` // any of these, ends included
	Detail   string       `json:"detail,omitempty"`
}

// String is the violation as a sentence.
func (v Violation) String() string {
	who := "the scheme"
	if v.Ink != "" {
		who = fmt.Sprintf("ink %q", v.Ink)
	}
	if v.Detail != "" {
		return who + ": " + v.Detail
	}
	var ok []string
	for _, a := range v.Allowed {
		ok = append(ok, fmt.Sprintf("%v to %v", a[0], a[1]))
	}
	return fmt.Sprintf("%s: %s is %v; allowed is %s", who, v.Quantity, v.Value, strings.Join(ok, " or "))
}

// Check lists how the inks leave the range in roles, lightness, chroma, span
// and number; nothing means they are inside. Order is that of the inks, then
// that of the whole.
//
// Hues are apart, in [Range.CheckHues]: families of hue say what a market
// wears most, and the traditions hold good schemes outside them.
func (r Range) Check(inks []Ink) []Violation {
	var out []Violation
	add := func(ink string, q Quantity, v float64, allowed ...[2]float64) {
		out = append(out, Violation{Ink: ink, Quantity: q, Value: v, Allowed: allowed})
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, ink := range inks {
		v := ink.Color.OKLCH()
		l, c := round(v.L, 100), round(v.C, 100)
		lo, hi = math.Min(lo, v.L), math.Max(hi, v.L)
		if grounds := r.grounds(); ink.Role == Ground && len(grounds) > 0 && !inAny(l, grounds) {
			add(ink.Name, GroundLightness, l, grounds...)
		}
		if ink.Role == Main && bound(r.MotifL) && !inAny(l, [][2]float64{r.MotifL}) {
			add(ink.Name, MainLightness, l, r.MotifL)
		}
		if r.CMax > 0 && c > r.CMax+1e-9 {
			add(ink.Name, Chroma, c, [2]float64{0, r.CMax})
		}
	}
	if span := round(hi-lo, 100); len(inks) > 0 && span < r.MinSpan-1e-9 {
		add("", Span, span, [2]float64{r.MinSpan, 1})
	}
	if r.NColors[1] > 0 && (len(inks) < r.NColors[0] || len(inks)-countRole(inks, Outline) > r.NColors[1]) {
		add("", Number, float64(len(inks)), [2]float64{float64(r.NColors[0]), float64(r.NColors[1] + 1)})
	}
	if why := roleFault(inks); why != "" {
		out = append(out, Violation{Quantity: Roles, Value: float64(len(inks)), Detail: why})
	}
	return out
}

// CheckHues lists the inks with chroma of Neutral or more whose hue is in none
// of the families.
func (r Range) CheckHues(inks []Ink) []Violation {
	if len(r.Hues) == 0 {
		return nil
	}
	var allowed [][2]float64
	for _, h := range r.Hues {
		allowed = append(allowed, [2]float64{h.From, h.To})
	}
	var out []Violation
	for _, ink := range inks {
		if v := ink.Color.OKLCH(); v.C >= Neutral && !r.hasHue(v.H) {
			out = append(out, Violation{Ink: ink.Name, Quantity: HueFamily, Value: math.Round(v.H), Allowed: allowed})
		}
	}
	return out
}

// CheckScheme is Check of a named scheme: what the scheme is exempt from, and
// says why, is not listed.
func (r Range) CheckScheme(s Scheme) []Violation {
	return slices.DeleteFunc(r.Check(s.Inks), func(v Violation) bool {
		return slices.ContainsFunc(s.Exempt, func(e Exemption) bool { return e.Quantity == v.Quantity })
	})
}

func (r Range) hasHue(deg float64) bool {
	return slices.ContainsFunc(r.Hues, func(h Hue) bool { return h.Has(deg) })
}

// grounds are the bounds of ground lightness that bind.
func (r Range) grounds() [][2]float64 {
	var out [][2]float64
	for _, g := range [][2]float64{r.GroundL, r.AltGroundL} {
		if bound(g) {
			out = append(out, g)
		}
	}
	return out
}

func bound(b [2]float64) bool { return b != [2]float64{} }

func inAny(x float64, bounds [][2]float64) bool {
	return slices.ContainsFunc(bounds, func(b [2]float64) bool { return x >= b[0]-1e-9 && x <= b[1]+1e-9 })
}

// roleFault says what keeps the inks from being a whole scheme, or "".
func roleFault(inks []Ink) string {
	if len(inks) == 0 {
		return "there are no inks"
	}
	grounds, mains, lines := countRole(inks, Ground), countRole(inks, Main), countRole(inks, Outline)
	for _, k := range inks {
		switch k.Role {
		case Ground, Main, Accent, Outline:
		default:
			return fmt.Sprintf("ink %q has role %q; want ground, main, accent or outline", k.Name, k.Role)
		}
	}
	switch {
	case inks[0].Role != Ground || grounds != 1:
		return fmt.Sprintf("there must be one ground, first among the inks; there are %d", grounds)
	case len(inks) == 1:
		return ""
	case len(inks) == 2 && mains+lines != 1:
		return "of two inks the second must be a main or an outline"
	case len(inks) > 2 && lines != 1:
		return fmt.Sprintf("there must be one outline; there are %d", lines)
	case len(inks) > 2 && mains == 0:
		return "there must be at least one main"
	}
	return ""
}
