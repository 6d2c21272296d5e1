package dye

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/palette"
)

func all(t testing.TB) Shelf {
	t.Helper()
	s, err := All()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func colour(t testing.TB, s Shelf, steps ...Step) palette.Color {
	t.Helper()
	c, err := s.Color(steps...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryDyeIsWhole(t *testing.T) {
	s := all(t)
	seen := map[string]bool{}
	for _, d := range s.Dyes {
		if seen[d.ID] {
			t.Errorf("%s stands twice", d.ID)
		}
		seen[d.ID] = true
		rising := func(name string, r Range) {
			if !(r[0] > 0 && r[0] <= r[1]) {
				t.Errorf("%s: %s is %v", d.ID, name, r)
			}
		}
		rising("celsius", d.Celsius)
		rising("gramsPerLitre", d.GramsPerLitre)
		rising("litresPerM2", d.LitresPerM2)
		rising("minutes", d.Minutes)
		rising("fade", d.Fade)
		if d.Source == "" || d.Name == "" || d.DeltaE <= 0 || d.Fade[1] > 1 || !d.Immersion && !d.Brush {
			t.Errorf("%+v", d)
		}
		// A bath of wax-resist must not melt the wax.
		if d.Immersion && d.Celsius[1] > 40 {
			t.Errorf("%s: a bath of %v °C", d.ID, d.Celsius)
		}
		// A full bath on white cloth is the dye's own colour, within the border of
		// what reconstruction clamps.
		if got := colour(t, s, Step{Dye: d.ID}); palette.DeltaE2000(got, d.Color) > 1.5 {
			t.Errorf("%s: a bath gives %v; the dye is %v", d.ID, got, d.Color)
		}
	}
	for _, o := range s.Overrides {
		if !seen[o.First] || !seen[o.As] || o.Why == "" {
			t.Errorf("override %+v", o)
		}
	}
}

// More dips are deeper, each adds less than the one before for a bark, and the
// full number gives the full shade.
func TestDipsDeepen(t *testing.T) {
	s := all(t)
	last, step := 101., 101.
	for n := 1.; n <= 12; n++ {
		l := colour(t, s, Step{Dye: "soga_kapur", Dips: n}).Lab().L
		if l >= last {
			t.Errorf("%v dips: L* %.1f, no deeper than %.1f", n, l, last)
		}
		if n > 2 && last-l > step+.6 { // 8 bits
			t.Errorf("dip %v adds %.2f, the one before %.2f", n, last-l, step)
		}
		last, step = l, last-l
	}
	if a, b := colour(t, s, Step{Dye: "soga_kapur", Dips: 12}), colour(t, s, Step{Dye: "soga_kapur"}); a != b {
		t.Errorf("12 dips give %v, the full shade is %v", a, b)
	}
}

func TestLorodFadesNaturalDyes(t *testing.T) {
	s := all(t)
	before, after := colour(t, s, Step{Dye: "soga_tawas"}), colour(t, s, Step{Dye: "soga_tawas"}, Lorod())
	if !(after.Lab().L > before.Lab().L+.5) {
		t.Errorf("L* %.2f before, %.2f after", before.Lab().L, after.Lab().L)
	}
	if a, b := colour(t, s, Step{Dye: "naphthol_as_red_b"}), colour(t, s, Step{Dye: "naphthol_as_red_b"}, Lorod()); a != b {
		t.Errorf("naphthol fades from %v to %v", a, b)
	}
}

// Iron in a later bath darkens the tannin of an earlier one beyond the sum.
func TestIronDarkensTannin(t *testing.T) {
	s := all(t)
	both := []Step{{Dye: "soga_tawas"}, {Dye: "tingi_tunjung"}}
	got := colour(t, s, both...)
	s.Overrides = nil
	sum := colour(t, s, both...)
	if !(got.Lab().L < sum.Lab().L-1) {
		t.Errorf("L* %.1f with iron over tannin; the plain sum has %.1f", got.Lab().L, sum.Lab().L)
	}
}

func TestCalibrate(t *testing.T) {
	s := all(t)
	mine := hex(t, "#8a5a30")
	c, err := s.Calibrate([]Swatch{{Dye: "soga_kapur", Color: mine}, {Dye: "", Color: hex(t, "#fbf8f0")}})
	if err != nil {
		t.Fatal(err)
	}
	if got := colour(t, c, Step{Dye: "soga_kapur"}); palette.DeltaE2000(got, mine) > .5 {
		t.Errorf("one swatch of %v is met as %v", mine, got)
	}
	// A strip of dips made by the model itself is explained by the model.
	truth := s
	truth.Dyes = append([]Dye(nil), s.Dyes...)
	for i := range truth.Dyes {
		if truth.Dyes[i].ID == "jolawe_kapur" {
			truth.Dyes[i].Color = hex(t, "#a08040")
		}
	}
	var strip []Swatch
	for _, n := range []float64{3, 6, 9, 12} {
		strip = append(strip, Swatch{Dye: "jolawe_kapur", Dips: n, Color: colour(t, truth, Step{Dye: "jolawe_kapur", Dips: n})})
	}
	if c, err = s.Calibrate(strip); err != nil {
		t.Fatal(err)
	}
	if got := colour(t, c, Step{Dye: "jolawe_kapur"}); palette.DeltaE2000(got, hex(t, "#a08040")) > 1 {
		t.Errorf("the strip is fitted by %v; it was dyed with #a08040", got)
	}
	if _, err := s.Calibrate([]Swatch{{Dye: "sogga", Color: mine}}); err == nil || !strings.Contains(err.Error(), "swatches[0]") {
		t.Errorf("an unknown dye: %v", err)
	}
}

func TestStrip(t *testing.T) {
	want := []palette.Color{{R: 200, G: 180, B: 150}, {R: 150, G: 110, B: 70}, {R: 90, G: 60, B: 30}}
	for _, upright := range []bool{false, true} {
		m := image.NewRGBA(image.Rect(5, 7, 5+600, 7+120))
		if upright {
			m = image.NewRGBA(image.Rect(5, 7, 5+120, 7+600))
		}
		for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
			for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
				along := x - 5
				if upright {
					along = y - 7
				}
				c := want[along/200]
				if (x+y)%9 == 0 { // threads and dust
					c = palette.Color{R: 255, G: 255, B: 255}
				}
				m.Set(x, y, color.RGBA{c.R, c.G, c.B, 255})
			}
		}
		got, err := Strip(m, 3)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("patch %d is %v; want %v", i, got[i], want[i])
			}
		}
	}
	if _, err := Strip(image.NewRGBA(image.Rect(0, 0, 3, 3)), 5); err == nil {
		t.Error("five patches in three pixels")
	}
	if _, err := Strip(nil, 1); err == nil {
		t.Error("no photograph")
	}
}
