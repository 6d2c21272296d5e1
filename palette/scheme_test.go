package palette_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/palette"
)

func inks(spec ...string) []palette.Ink {
	roles := map[byte]palette.Role{'g': palette.Ground, 'm': palette.Main, 'a': palette.Accent, 'o': palette.Outline, '-': ""}
	var out []palette.Ink
	for _, s := range spec {
		out = append(out, palette.Ink{Name: s, Color: hex(s[1:]), Role: roles[s[0]]})
	}
	return out
}

func names(ks []palette.Ink) (out []string) {
	for _, k := range ks {
		out = append(out, string(k.Role[:1])+k.Color.String())
	}
	return out
}

func TestSchemeInkFallsBack(t *testing.T) {
	s := palette.Scheme{Inks: inks("g#ffffff", "m#d7262e", "a#f7c81e", "o#111111")}
	for _, tt := range []struct {
		role palette.Role
		i    int
		want string
	}{
		{palette.Ground, 0, "g#ffffff"}, {palette.Ground, 3, "g#ffffff"},
		{palette.Main, 0, "m#d7262e"}, {palette.Main, 1, "a#f7c81e"}, {palette.Main, 2, "o#111111"}, {palette.Main, 3, "m#d7262e"},
		{palette.Accent, 0, "a#f7c81e"}, {palette.Accent, 1, "m#d7262e"},
		{palette.Outline, 0, "o#111111"}, {palette.Outline, 1, "m#d7262e"},
		{palette.Main, -5, "m#d7262e"}, {"unheard of", 0, "m#d7262e"},
	} {
		assert.Equal(t, tt.want, s.Ink(tt.role, tt.i).Name, "%s %d", tt.role, tt.i)
	}
	two := palette.Scheme{Inks: inks("g#ffffff", "o#1c2a5e")}
	assert.Equal(t, "o#1c2a5e", two.Ink(palette.Accent, 4).Name, "never the ground while there is another ink")
	one := palette.Scheme{Inks: inks("g#ffffff")}
	assert.Equal(t, "g#ffffff", one.Ink(palette.Main, 0).Name)
	assert.Equal(t, palette.Ink{}, palette.Scheme{}.Ink(palette.Main, 0))
}

func TestAssign(t *testing.T) {
	for _, tt := range []struct {
		name     string
		in, want []string
	}{
		{"nothing", nil, nil},
		{"one ink is the ground", []string{"-#d7262e"}, []string{"g#d7262e"}},
		{"two inks", []string{"-#ffffff", "-#1c2a5e"}, []string{"g#ffffff", "m#1c2a5e"}},
		{"two inks, a line", []string{"g#ffffff", "o#1c2a5e"}, []string{"g#ffffff", "o#1c2a5e"}},
		{"no roles at all", []string{"-#f6ebd8", "-#1f2a5a", "-#d04f66", "-#bfe3dd"}, []string{"g#f6ebd8", "m#d04f66", "a#bfe3dd", "o#1f2a5a"}},
		{"roles kept, order mended", []string{"o#1f2a5a", "a#bfe3dd", "m#d04f66", "g#f6ebd8"}, []string{"g#f6ebd8", "m#d04f66", "a#bfe3dd", "o#1f2a5a"}},
		{"a second ground becomes an accent", []string{"g#f6ebd8", "g#bfe3dd", "m#d04f66", "o#1f2a5a"}, []string{"g#f6ebd8", "m#d04f66", "a#bfe3dd", "o#1f2a5a"}},
		{"of two lines the further stays", []string{"g#f6ebd8", "m#d04f66", "o#6c4a9e", "o#1f2a5a"}, []string{"g#f6ebd8", "m#d04f66", "a#6c4a9e", "o#1f2a5a"}},
		{"mains alone", []string{"m#f6ebd8", "m#d04f66", "m#1f2a5a"}, []string{"g#f6ebd8", "m#d04f66", "o#1f2a5a"}},
		{"a lone main is not made the line", []string{"g#f6ebd8", "m#1f2a5a", "a#d04f66"}, []string{"g#f6ebd8", "m#1f2a5a", "o#d04f66"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := inks(tt.in...)
			got := palette.Assign(in)
			assert.Equal(t, tt.want, names(got))
			assert.Equal(t, inks(tt.in...), in, "the input is left alone")
			if len(got) > 0 {
				assert.Empty(t, palette.Range{}.Check(got), "the zero Range allows every whole scheme")
			}
		})
	}
}

func TestAssignNamesApart(t *testing.T) {
	got := palette.Assign([]palette.Ink{{Color: hex("#fefefe")}, {Color: hex("#fdfdfd")}, {Color: hex("#fcfcfc")}, {Name: "white 2", Color: hex("#ffffff")}})
	seen := map[string]bool{}
	for _, k := range got {
		assert.False(t, seen[k.Name], k.Name)
		seen[k.Name] = true
	}
}

func TestCheckNamesWhatIsWrong(t *testing.T) {
	r := palette.Range{GroundL: [2]float64{0.85, 0.97}, MotifL: [2]float64{0.4, 0.7}, CMax: 0.15, NColors: [2]int{3, 4}, MinSpan: 0.5,
		Hues: []palette.Hue{{Name: "red", From: 350, To: 30}}}
	ok := inks("g#f6ebd8", "m#b35a5f", "o#2a1b1c")
	require.Empty(t, r.Check(ok))
	require.Empty(t, r.CheckHues(ok))

	one := func(vs []palette.Violation) palette.Violation {
		t.Helper()
		require.Len(t, vs, 1)
		return vs[0]
	}
	v := one(r.Check(inks("g#c4c4c4", "m#b35a5f", "o#111111")))
	assert.Equal(t, palette.GroundLightness, v.Quantity)
	assert.Equal(t, "g#c4c4c4", v.Ink)
	assert.Contains(t, v.String(), "0.85 to 0.97")
	assert.Equal(t, palette.MainLightness, one(r.Check(inks("g#f6ebd8", "m#f0c8ca", "o#2a1b1c"))).Quantity)
	assert.Equal(t, palette.Chroma, one(r.Check(inks("g#f6ebd8", "m#d7262e", "o#2a1b1c"))).Quantity)
	assert.Equal(t, palette.Span, one(r.Check(inks("g#e5dac8", "m#b35a5f", "o#8a6a6c"))).Quantity)
	assert.Equal(t, palette.Number, one(r.Check(inks("g#f6ebd8", "o#2a1b1c"))).Quantity)
	assert.Equal(t, palette.Roles, one(r.Check(inks("g#f6ebd8", "a#b35a5f", "o#2a1b1c"))).Quantity)
	assert.Equal(t, palette.HueFamily, one(r.CheckHues(inks("g#f6ebd8", "m#4e7a51", "o#2a1b1c"))).Quantity)
	assert.Equal(t, palette.Roles, one(palette.Range{}.Check(nil)).Quantity)

	s := palette.Scheme{Inks: inks("g#c4c4c4", "m#b35a5f", "o#111111"), Exempt: []palette.Exemption{{Quantity: palette.GroundLightness, Reason: "a grey cloth"}}}
	assert.Empty(t, r.CheckScheme(s))
}

func TestHueFamiliesWrap(t *testing.T) {
	wrap := palette.Hue{From: 350, To: 20}
	for deg, want := range map[float64]bool{350: true, 0: true, 20.4: true, 20.6: false, 349.4: false, 180: false, 359.9: true} {
		assert.Equal(t, want, wrap.Has(deg), "%v", deg)
	}
	all := palette.Hue{From: 0, To: 360}
	for deg := 0.0; deg < 360; deg += 0.3 {
		assert.True(t, all.Has(deg))
	}
	assert.True(t, palette.Hue{From: 310, To: 360}.Has(0))
}

func TestWarnings(t *testing.T) {
	ws := palette.Check(inks("g#f2e7d0", "m#efe4cd", "o#222222"))
	require.Len(t, ws, 2)
	assert.Equal(t, palette.Alike, ws[0].Kind)
	assert.Equal(t, palette.LowContrast, ws[1].Kind)
	assert.Equal(t, [2]string{"g#f2e7d0", "m#efe4cd"}, ws[0].Inks)
	assert.Contains(t, ws[0].Text, "so alike")
	assert.Less(t, ws[0].Figure, ws[0].Threshold)

	// A red and a brown-green of the same lightness to red-green blind eyes.
	kinds := map[palette.Kind]bool{}
	for _, w := range palette.Check(inks("g#ffffff", "m#a39000", "m#ff0000")) {
		kinds[w.Kind] = true
	}
	assert.True(t, kinds[palette.DeutanAlike])
	assert.False(t, kinds[palette.TritanAlike])
	assert.Empty(t, palette.Check(inks("g#ffffff", "m#1552a8", "o#000000")))
	assert.Empty(t, palette.Check(nil))
}

// scripted is chance that a test writes.
type scripted struct {
	values []float64
	i      int
}

func (s *scripted) Float64() float64 {
	s.i++
	return s.values[s.i%len(s.values)]
}

func TestGenerateTakesAnyRandAndRange(t *testing.T) {
	odd := []palette.Range{
		{},
		{NColors: [2]int{9, 2}},
		{NColors: [2]int{1000, 2000}},
		{MinSpan: 3, CMax: 0.001},
		{GroundL: [2]float64{0.9, 0.2}, Hues: []palette.Hue{{From: 400, To: -90}}},
	}
	for _, r := range odd {
		for _, rnd := range []palette.Rand{nil, &scripted{values: []float64{-1, 2, 0.999999}}, &scripted{values: []float64{0}}} {
			s := r.Generate(rnd, 5)
			assert.NotEmpty(t, s.Inks)
			assert.LessOrEqual(t, len(s.Inks), 20)
			r.Generate(rnd, -3)
			r.Fit(s.Inks)
		}
	}
	assert.Nil(t, palette.Range{}.Fit(nil))
}
