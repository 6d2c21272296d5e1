package lettering

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// The typeface says how high its capitals are; an H set at 10 mm must be that
// high, stand on the baseline and be as wide as its own box says.
func TestCapitalsStandOnTheBaseline(t *testing.T) {
	l, err := Set("H", 10, 0)
	if err != nil {
		t.Fatal(err)
	}
	b := l.Path.Bounds()
	if math.Abs(b.Max.Y) > 1e-9 || math.Abs(b.Min.Y+10) > 1e-9 {
		t.Errorf("H reaches from %v to %v; want -10 to 0", b.Min.Y, b.Max.Y)
	}
	if !(b.Min.X >= 0 && b.Max.X <= l.Width) {
		t.Errorf("H lies at %v…%v, its width is %v", b.Min.X, b.Max.X, l.Width)
	}
}

// The hole of an O is cloth: filled by the non-zero rule, its contours turn
// against each other.
func TestHolesStayOpen(t *testing.T) {
	l, err := Set("O", 10, 0)
	if err != nil {
		t.Fatal(err)
	}
	ps := l.Path.Flatten(.01)
	if len(ps) != 2 || ps[0].Area()*ps[1].Area() >= 0 {
		t.Fatalf("%d contours of areas that do not oppose", len(ps))
	}
	c := l.Path.Bounds().Center()
	if geom.NewRegion(l.Path).Contains(c) {
		t.Error("the middle of an O is inked")
	}
}

// A and V lean into each other: the pair is narrower than its letters apart.
func TestPairsAreKerned(t *testing.T) {
	width := func(s string) float64 {
		l, err := Set(s, 10, 0)
		if err != nil {
			t.Fatal(err)
		}
		return l.Width
	}
	if !(width("AV") < width("A")+width("V")-.1) {
		t.Errorf("AV is %v mm wide, A and V %v", width("AV"), width("A")+width("V"))
	}
	if got, want := width("HH"), 2*width("H"); math.Abs(got-want) > .2 {
		t.Errorf("HH is %v mm wide; want about %v", got, want)
	}
}

func TestWhatCannotBeSetIsRefused(t *testing.T) {
	for text, word := range map[string]string{"سلام": "Latin", strings.Repeat("a", 121): "limit", "สวัสดี": "Latin"} {
		if _, err := Set(text, 10, 0); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%q: %v; want an error about %q", text, err, word)
		}
	}
	if _, err := Set("a", math.NaN(), 0); err == nil {
		t.Error("capitals of NaN mm are set")
	}
}

// Every outline of the typeface is read whole: as many verbs as the file has.
func TestEveryLetterIsReadWhole(t *testing.T) {
	var f face
	if err := json.Unmarshal(oswald, &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Letters) < 120 {
		t.Fatalf("%d letters", len(f.Letters))
	}
	for s, l := range f.Letters {
		want := strings.Count(l.Outline, "M")*2 + strings.Count(l.Outline, "L") + strings.Count(l.Outline, "Q") + strings.Count(l.Outline, "C")
		if got := len(outline(l.Outline).Verbs); got != want {
			t.Errorf("%q: %d steps; want %d", s, got, want)
		}
	}
}
