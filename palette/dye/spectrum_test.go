package dye

import (
	"math"
	"testing"

	"github.com/jagadbatik/jagad/palette"
)

func hex(t testing.TB, s string) palette.Color {
	t.Helper()
	c, err := palette.ParseColor(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// overdyed is the plain sum of two full baths on white mori.
func overdyed(t testing.TB, first, second string) palette.Color {
	cloth := FromColor(hex(t, "#F6F2E8")).Absorption()
	a, b := FromColor(hex(t, first)).Absorption(), FromColor(hex(t, second)).Absorption()
	var q Absorption
	for i := range q {
		q[i] = cloth[i] + math.Max(0, a[i]-cloth[i]) + math.Max(0, b[i]-cloth[i])
	}
	return q.Reflectance().Color()
}

// The handbook's table of overdyes (§5.3), computed by another program from the
// same two colours.
func TestOverdyesOfTheHandbook(t *testing.T) {
	const tegeran, pale, deep, mengkudu, tingi = "#DEB642", "#C4945C", "#7A4622", "#982C26", "#96543A"
	for _, c := range [][3]string{
		{"#96B2C9", tegeran, "#9E9C4C"}, {"#96B2C9", pale, "#98865E"}, {"#96B2C9", deep, "#704523"}, {"#96B2C9", mengkudu, "#822F27"},
		{"#3E6292", tegeran, "#416051"}, {"#3E6292", pale, "#445A5B"}, {"#3E6292", deep, "#473A26"}, {"#3E6292", mengkudu, "#4C2D2A"}, {"#3E6292", tingi, "#4A433C"},
		{"#1C2A54", tegeran, "#192C3F"}, {"#1C2A54", pale, "#1B2A44"}, {"#1C2A54", deep, "#1E2425"}, {"#1C2A54", mengkudu, "#221F27"}, {"#1C2A54", tingi, "#1E2634"},
		{"#F5C81E", "#B2182C", "#AF1B21"}, {"#F5C81E", "#283C96", "#1D4548"}, {"#B2182C", "#283C96", "#332231"}, {"#F5C81E", "#0096BE", "#3E8B46"},
	} {
		got := overdyed(t, c[0], c[1])
		if d := palette.DeltaE2000(got, hex(t, c[2])); d > 2 {
			t.Errorf("%s then %s gives %v; want %s (ΔE %.2f)", c[0], c[1], got, c[2], d)
		}
	}
}

// Reflectances and K/S that laboratories measured and printed side by side:
// jolawe with lime, gambir (handbook §5.4).
func TestPublishedAbsorptions(t *testing.T) {
	for r, want := range map[float64]float64{.1033: 3.88, .1048: 3.83, .2112: 1.47} {
		var s Spectrum
		for i := range s {
			s[i] = r
		}
		q := s.Absorption()
		if math.Abs(q[7]-want) > .02 {
			t.Errorf("R = %v gives K/S = %.3f; want %v", r, q[7], want)
		}
		if back := q.Reflectance(); math.Abs(back[7]-r) > 1e-9 {
			t.Errorf("K/S = %v gives R = %v; want %v", q[7], back[7], r)
		}
	}
}

// Every colour comes back within a step of 8 bits, from a spectrum that a cloth
// could have. Colours that touch the border of sRGB are drawn in: at most by what
// the clamp of the light takes.
func TestSpectraRoundTrip(t *testing.T) {
	lo, hi := Encode(leastLight), Encode(mostLight)
	worst := 0
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := palette.Color{R: uint8(r), G: uint8(g), B: uint8(b)}
				s := FromColor(c)
				for i, v := range s {
					if !(v >= 0 && v <= 1) {
						t.Fatalf("%v: band %d reflects %v", c, i, v)
					}
				}
				got := s.Color()
				for _, p := range [][2]uint8{{got.R, c.R}, {got.G, c.G}, {got.B, c.B}} {
					want := int(max(lo, min(hi, p[1])))
					if d := want - int(p[0]); d > worst || -d > worst {
						worst = max(d, -d)
					}
				}
			}
		}
	}
	if worst > 1 {
		t.Errorf("a channel comes back %d steps off", worst)
	}
}

// The smoothest spectrum of a grey is flat: nothing else would be smoother.
func TestGreyIsFlat(t *testing.T) {
	s := FromColor(hex(t, "#808080"))
	for i := 1; i < Bands; i++ {
		if math.Abs(s[i]-s[0]) > .004 {
			t.Fatalf("band %d reflects %.4f, band 0 %.4f", i, s[i], s[0])
		}
	}
}

func BenchmarkFromColor(b *testing.B) {
	c := hex(b, "#3E6292")
	for b.Loop() {
		FromColor(c)
	}
}
