package bridge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/jagadbatik/jagad/palette"
	pseed "github.com/jagadbatik/jagad/pattern/seed"
)

const maxColors = 256 // of one request

// anyColor is a colour as "#rrggbb" or as {l, c, h}.
type anyColor struct {
	rgb   palette.Color
	oklch palette.OKLCH
}

// UnmarshalJSON reads either form.
func (a *anyColor) UnmarshalJSON(b []byte) error {
	if b = bytes.TrimSpace(b); len(b) > 0 && b[0] == '{' {
		d := json.NewDecoder(bytes.NewReader(b))
		d.DisallowUnknownFields()
		if err := d.Decode(&a.oklch); err != nil {
			return bad("request.color", "want {l, c, h}: %s", err)
		}
		a.rgb = palette.FromOKLCH(a.oklch)
		return nil
	}
	if err := json.Unmarshal(b, &a.rgb); err != nil {
		return err
	}
	a.oklch = a.rgb.OKLCH()
	return nil
}

type shownColor struct {
	Hex     palette.Color `json:"hex"`
	OKLCH   palette.OKLCH `json:"oklch"`
	Name    string        `json:"name"`
	InGamut bool          `json:"inGamut"`
}

func colorConvert(request []byte) (any, error) {
	var q struct {
		Colors []anyColor `json:"colors"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	if len(q.Colors) > maxColors {
		return nil, tooLarge("request.colors", "holds %d colours; the limit is %d", len(q.Colors), maxColors)
	}
	out := []shownColor{}
	for _, c := range q.Colors {
		out = append(out, shownColor{c.rgb, c.oklch, c.rgb.Name(), inGamut(c.oklch)})
	}
	return struct {
		Colors []shownColor `json:"colors"`
	}{out}, nil
}

// inGamut reports whether sRGB holds the colour, by the matrices of Ottosson
// 2020, with the slack of half a step of 8 bits that a round trip needs.
func inGamut(v palette.OKLCH) bool {
	a, b := v.C*math.Cos(v.H*math.Pi/180), v.C*math.Sin(v.H*math.Pi/180)
	cube := func(x float64) float64 { return x * x * x }
	l := cube(v.L + 0.3963377774*a + 0.2158037573*b)
	m := cube(v.L - 0.1055613458*a - 0.0638541728*b)
	s := cube(v.L - 0.0894841775*a - 1.2914855480*b)
	for _, x := range [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	} {
		if !(x >= -2e-3 && x <= 1+2e-3) {
			return false
		}
	}
	return true
}

// colorTrack answers the colours along a slider of one coordinate.
func colorTrack(request []byte) (any, error) {
	var q struct {
		Color palette.OKLCH `json:"color"`
		Axis  string        `json:"axis"`
		N     int           `json:"n"`
		Max   float64       `json:"max"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	n, err := number("n", q.N, 33, 2, maxColors)
	if err != nil {
		return nil, err
	}
	to, at := 1.0, &q.Color.L
	switch q.Axis {
	case "l":
	case "c":
		to, at = .37, &q.Color.C
	case "h":
		to, at = 360, &q.Color.H
	default:
		return nil, bad("request.axis", `is %q; want "l", "c" or "h"`, clip(q.Axis))
	}
	if q.Max != 0 {
		if !(q.Max > 0 && q.Max <= 360) {
			return nil, bad("request.max", "is %g; want more than 0, at most 360", q.Max)
		}
		to = q.Max
	}
	type stop struct {
		At      float64       `json:"at"`
		Hex     palette.Color `json:"hex"`
		InGamut bool          `json:"inGamut"`
	}
	// The most vivid colour of this lightness and hue.
	most := q.Color
	lo, hi := 0, 5000
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if most.C = float64(mid) / 1e4; inGamut(most) {
			lo = mid
		} else {
			hi = mid
		}
	}
	var stops []stop
	for i := range n {
		*at = to * float64(i) / float64(n-1)
		stops = append(stops, stop{*at, palette.FromOKLCH(q.Color), inGamut(q.Color)})
	}
	return struct {
		From  float64 `json:"from"`
		To    float64 `json:"to"`
		Stops []stop  `json:"stops"`
		MaxC  float64 `json:"maxC"`
	}{0, to, stops, float64(lo) / 1e4}, nil
}

func colorSimulate(request []byte) (any, error) {
	var q struct {
		Colors   []palette.Color `json:"colors"`
		Vision   palette.Vision  `json:"vision"`
		Severity *float64        `json:"severity"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	if len(q.Colors) > maxColors {
		return nil, tooLarge("request.colors", "holds %d colours; the limit is %d", len(q.Colors), maxColors)
	}
	if !slices.Contains([]palette.Vision{palette.Protan, palette.Deutan, palette.Tritan}, q.Vision) {
		return nil, bad("request.vision", `is %q; want "protan", "deutan" or "tritan"`, clip(string(q.Vision)))
	}
	severity := 1.0
	if q.Severity != nil {
		severity = *q.Severity
	}
	out := make([]palette.Color, len(q.Colors))
	for i, c := range q.Colors {
		out[i] = palette.Simulate(c, q.Vision, severity)
	}
	return struct {
		Colors []palette.Color `json:"colors"`
	}{out}, nil
}

func colorContrast(request []byte) (any, error) {
	var q struct {
		A anyColor `json:"a"`
		B anyColor `json:"b"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	return struct {
		palette.Contrast
		DeltaE float64 `json:"deltaE"`
	}{palette.ContrastOf(q.A.rgb, q.B.rgb), palette.DeltaE2000(q.A.rgb, q.B.rgb)}, nil
}

// inksOf reads inks and a market, either of which may be missing unless wanted.
func inksOf(request []byte) (inks []palette.Ink, marketID string, err error) {
	var q struct {
		Inks   []palette.Ink `json:"inks"`
		Market string        `json:"market"`
	}
	if err := bind(request, &q); err != nil {
		return nil, "", err
	}
	return q.Inks, q.Market, checkInks(q.Inks)
}

func checkInks(inks []palette.Ink) error {
	if len(inks) < 1 || len(inks) > 12 {
		return bad("request.inks", "holds %d inks; want 1 to 12", len(inks))
	}
	for i, k := range inks {
		if len(k.Name) > 200 {
			return bad(fmt.Sprintf("request.inks[%d].name", i), "is %d bytes long; want at most 200", len(k.Name))
		}
	}
	return nil
}

func inksCheck(request []byte) (any, error) {
	inks, id, err := inksOf(request)
	if err != nil {
		return nil, err
	}
	a := struct {
		Warnings   []palette.Warning `json:"warnings"`
		Violations []string          `json:"violations"`
	}{list(palette.Check(inks)), []string{}}
	if id != "" {
		m, err := marketOf(id)
		if err != nil {
			return nil, err
		}
		for _, v := range append(m.Range.Check(inks), m.Range.CheckHues(inks)...) {
			a.Violations = append(a.Violations, v.String())
		}
	}
	return a, nil
}

type inksAnswer struct {
	Inks []palette.Ink `json:"inks"`
}

func inksAssign(request []byte) (any, error) {
	inks, _, err := inksOf(request)
	if err != nil {
		return nil, err
	}
	return inksAnswer{palette.Assign(inks)}, nil
}

func inksFit(request []byte) (any, error) {
	inks, id, err := inksOf(request)
	if err != nil {
		return nil, err
	}
	m, err := marketOf(id)
	if err != nil {
		return nil, err
	}
	return inksAnswer{m.Range.Fit(inks)}, nil
}

type schemeAnswer struct {
	Scheme palette.Scheme `json:"scheme"`
}

// generate answers a new scheme. Inks that are locked stay as and where they are;
// the others are rerolled.
func generate(request []byte) (any, error) {
	var q struct {
		Market string        `json:"market"`
		Seed   seed          `json:"seed"`
		N      int           `json:"n"`
		Inks   []palette.Ink `json:"inks"`
		Lock   []int         `json:"lock"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	m, err := marketOf(q.Market)
	if err != nil {
		return nil, err
	}
	n, err := number("n", q.N, len(q.Inks), 2, 12)
	if err != nil {
		return nil, err
	}
	for i, k := range q.Lock {
		if k < 0 || k >= len(q.Inks) {
			return nil, bad(fmt.Sprintf("request.lock[%d]", i), "is %d; want the index of an ink, 0 to %d", k, len(q.Inks)-1)
		}
	}
	s := m.Range.Generate(pseed.Seed(q.Seed).At("studio scheme"), n)
	if len(q.Lock) == 0 {
		return schemeAnswer{s}, nil
	}
	if err := checkInks(q.Inks); err != nil {
		return nil, err
	}
	out := slices.Clone(q.Inks)
	taken := map[palette.Role]int{}
	for i := range out {
		if slices.Contains(q.Lock, i) {
			continue
		}
		// The new ink of the same role; Ink goes on to others when there are too few.
		role := out[i].Role
		out[i] = s.Ink(role, taken[role])
		out[i].Role = role
		taken[role]++
		out[i] = apartFrom(out, i, s)
	}
	return schemeAnswer{palette.Scheme{Name: s.Name, Inks: out}}, nil
}

// apartFrom returns the rerolled ink i, or another of the scheme if it is one of
// those that are already there.
func apartFrom(inks []palette.Ink, i int, s palette.Scheme) palette.Ink {
	alike := func(c palette.Color) bool {
		return slices.ContainsFunc(inks[:i], func(k palette.Ink) bool { return palette.DeltaE2000(k.Color, c) < 5 })
	}
	if !alike(inks[i].Color) {
		return inks[i]
	}
	for _, k := range s.Inks {
		if !alike(k.Color) {
			k.Role = inks[i].Role
			return k
		}
	}
	return inks[i]
}

// clipTo cuts a text to at most n bytes.
func clipTo(s string, n int) string {
	if len(s) > n {
		s = strings.ToValidUTF8(s[:n], "")
	}
	return s
}
