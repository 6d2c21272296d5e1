// Package lettering sets type for cloth: a kanga's saying, the line on the
// selvedge of a wax print. Letters are outlines in millimetres like everything
// else that is waxed or printed.
//
// It sets Latin letters in one bold condensed typeface, Oswald (SIL Open Font
// License, see oswald-OFL.txt), with the kerning that the font's own shaping
// rules give. The file oswald.json is made by the tool in wasm/vendor. It sets
// no script whose letters join or stack; text in those is refused.
package lettering

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/jagadbatik/jagad/pattern/geom"
)

//go:embed oswald.json
var oswald []byte

type face struct {
	Em        float64 `json:"em"`
	CapHeight float64 `json:"cap"`
	Letters   map[string]struct {
		Advance float64 `json:"w"`
		Outline string  `json:"d"`
	} `json:"letters"`
	Kerning map[string]float64 `json:"kern"`
}

// typeface is read once; it never changes after.
var typeface = sync.OnceValues(func() (face, error) {
	var f face
	err := json.Unmarshal(oswald, &f)
	return f, err
})

// Line is a line of type. Its baseline is the x axis, its first letter starts at
// x = 0.
type Line struct {
	Path  geom.Path // to be filled by the non-zero rule
	Width float64   // mm
}

// MaxLength is how many letters a line may have.
const MaxLength = 120

// Set sets one line with capitals of the given height (mm), spaced apart by track
// (mm) more than the typeface's own. A letter that the typeface lacks, text of
// more than MaxLength letters and a height that is not positive are errors.
func Set(text string, capHeight, track float64) (Line, error) {
	f, err := typeface()
	if err != nil {
		return Line{}, fmt.Errorf("lettering: built-in typeface: %w", err)
	}
	if !(capHeight > 0 && capHeight < 1e4) {
		return Line{}, fmt.Errorf("lettering: capitals of %v mm; want more than 0", capHeight)
	}
	if err := Check(text); err != nil {
		return Line{}, err
	}
	k := capHeight / f.CapHeight
	var l Line
	last := ""
	for _, r := range text {
		s := string(r)
		if last != "" {
			l.Width += float64(f.Kerning[last+s]*k) + track
		}
		l.Path = l.Path.Join(outline(f.Letters[s].Outline).Transform(geom.Affine{A: k, C: l.Width, E: -k}))
		l.Width += float64(f.Letters[s].Advance * k)
		last = s
	}
	return l, nil
}

// Check reports whether the typeface can set the text, and if not, why.
func Check(text string) error {
	f, err := typeface()
	if err != nil {
		return fmt.Errorf("lettering: built-in typeface: %w", err)
	}
	if n := utf8.RuneCountInString(text); n > MaxLength {
		return fmt.Errorf("is %d letters long; the limit is %d", n, MaxLength)
	}
	for _, r := range text {
		if _, ok := f.Letters[string(r)]; !ok {
			return fmt.Errorf("holds %q, which the lettering does not have; want Latin letters, figures and plain punctuation", r)
		}
	}
	return nil
}

// outline reads a path of M, L, Q and C with absolute coordinates, as the tool
// writes it. Each contour is closed.
func outline(d string) geom.Path {
	var p geom.Path
	var at geom.Pt
	for i := 0; i < len(d); {
		verb := d[i]
		i++
		var n []float64
		for i < len(d) && (d[i] == ' ' || d[i] == '-' || d[i] >= '0' && d[i] <= '9') {
			if d[i] == ' ' {
				i++
				continue
			}
			j := i + 1
			for j < len(d) && d[j] >= '0' && d[j] <= '9' {
				j++
			}
			v, _ := strconv.Atoi(d[i:j])
			n = append(n, float64(v))
			i = j
		}
		pt := func(k int) geom.Pt { return geom.Pt{X: n[2*k], Y: n[2*k+1]} }
		switch {
		case verb == 'M' && len(n) == 2:
			if !p.Empty() {
				p = p.Close()
			}
			at = pt(0)
			p = p.MoveTo(at)
		case verb == 'L' && len(n) == 2:
			at = pt(0)
			p = p.LineTo(at)
		case verb == 'Q' && len(n) == 4:
			// A quadratic curve is the cubic with controls two thirds of the way to
			// its own.
			p = p.CubeTo(at.Lerp(pt(0), 2./3), pt(1).Lerp(pt(0), 2./3), pt(1))
			at = pt(1)
		case verb == 'C' && len(n) == 6:
			p = p.CubeTo(pt(0), pt(1), pt(2))
			at = pt(2)
		}
	}
	if p.Empty() {
		return p
	}
	return p.Close()
}
