package batik

import (
	"fmt"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
)

// dress gives each role of a motif an ink (an index into inks).
type dress [pattern.NumRoles]int

// apart is the least CIEDE2000 at which two inks that touch are told apart
// across a room; below it a line on a body, or a body on its ground, is lost.
const apart = 18.0

// newDress dresses a motif for a cloth whose ground is the given ink. Inks take
// the parts that their own roles suggest as long as neighbours stay apart; where
// they would not, the ink that stands out most takes over.
func newDress(inks []palette.Ink, ground int) dress {
	var d dress
	n := len(inks)
	diff := func(a, b int) float64 { return palette.DeltaE2000(inks[a].Color, inks[b].Color) }
	step := func(a, b int) float64 { return math.Abs(lightness(inks[a].Color) - lightness(inks[b].Color)) }
	// pick returns the first ink of the wanted roles, in order, that is apart from
	// all of those given, in colour and by at least a step of lightness; failing
	// that, the one that comes nearest to it.
	pick := func(roles []palette.Role, least float64, far []int, used ...int) int {
		var order []int
		for _, r := range roles {
			for i, k := range inks {
				if k.Role == r {
					order = append(order, i)
				}
			}
		}
		for i := range inks {
			if !slices.Contains(order, i) {
				order = append(order, i)
			}
		}
		best, score := ground, -1.0
		for pass := range 2 {
			for _, i := range order {
				if i == ground || slices.Contains(used, i) && pass == 0 {
					continue
				}
				near := math.Inf(1)
				for _, q := range far {
					near = math.Min(near, math.Min(diff(i, q)/apart, step(i, q)/least))
				}
				if near >= 1 {
					return i
				}
				if near > score {
					best, score = i, near
				}
			}
			if best != ground && score >= .6 {
				break
			}
		}
		return best
	}
	const (
		g = palette.Ground
		m = palette.Main
		a = palette.Accent
		o = palette.Outline
	)
	d[pattern.Ground] = ground
	// Steps of OKLCH lightness: a body must show across a room, dots must show on
	// their ground though each is small, a line is seen by its colour too.
	const body, fine, edge = .2, .28, .12
	fill := pick([]palette.Role{m, a, g, o}, body, []int{ground})
	d[pattern.Fill] = fill
	line := pick([]palette.Role{o, g}, edge, []int{ground, fill}, fill)
	if n > 2 {
		d[pattern.Outline] = line
	} else {
		d[pattern.Outline] = fill
	}
	fill2 := pick([]palette.Role{m, a, g}, edge, []int{ground, fill}, fill, line)
	d[pattern.Fill2] = fill2
	d[pattern.Accent] = pick([]palette.Role{a, m, g}, edge, []int{ground, fill, fill2}, fill, fill2, line)
	// Fillings on the body: the ground shows through the wax, unless it is too
	// near the body; then the line's ink draws them.
	switch {
	case diff(ground, fill) >= 1.6*apart:
		d[pattern.Isen] = ground
	case diff(line, fill) >= diff(ground, fill):
		d[pattern.Isen] = line
	default:
		d[pattern.Isen] = ground
	}
	if l := lightness(inks[fill].Color); l > .6 && diff(line, fill) > apart && lightness(inks[line].Color) < l {
		// On a light body a maker draws isen in the dark of the outline.
		d[pattern.Isen] = line
	}
	d[pattern.Latar] = pick([]palette.Role{a, m, o}, fine, []int{ground}, fill)
	for i, k := range ramp(inks, ground) {
		d[pattern.Ramp(i)] = k
	}
	return d
}

func lightness(c palette.Color) float64 { return c.OKLCH().L }

// ramp spreads the inks other than the ground over the eight shades, pale to
// deep. With a dark ground the deepest shade is the deepest ink that still stands
// off it.
func ramp(inks []palette.Ink, ground int) [8]int {
	var order []int
	for i := range inks {
		if i != ground && palette.DeltaE2000(inks[i].Color, inks[ground].Color) >= apart/3 {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		order = []int{min(1, len(inks)-1)}
	}
	// Clouds are steps of one hue (handbook §1.5); where the inks hold three that
	// go together, the others stay out of the clouds.
	if one := oneHue(inks, order); len(one) >= 3 {
		order = one
	}
	slices.SortStableFunc(order, func(a, b int) int {
		la, lb := lightness(inks[a].Color), lightness(inks[b].Color)
		switch {
		case la > lb:
			return -1
		case la < lb:
			return 1
		}
		return 0
	})
	var out [8]int
	for i := range out {
		out[i] = order[i*len(order)/8]
	}
	return out
}

// oneHue returns those of the inks that are neutral or within 50° of the hue of
// the most vivid one.
func oneHue(inks []palette.Ink, order []int) []int {
	lead := inks[order[0]].Color.OKLCH()
	for _, i := range order {
		if v := inks[i].Color.OKLCH(); v.C > lead.C {
			lead = v
		}
	}
	var out []int
	for _, i := range order {
		v := inks[i].Color.OKLCH()
		d := math.Abs(v.H - lead.H)
		if d = math.Min(d, 360-d); v.C < palette.Neutral || d <= 50 {
			out = append(out, i)
		}
	}
	return out
}

// shifted returns the dress in which the two bodies have changed places.
func (d dress) shifted() dress {
	d[pattern.Fill], d[pattern.Fill2] = d[pattern.Fill2], d[pattern.Fill]
	return d
}

// roleNames lists the names that Figure.Dress may use.
func roleNames() []string {
	var s []string
	for r := range pattern.NumRoles {
		s = append(s, pattern.Role(r).String())
	}
	return s
}

// kepalaGround chooses the ground of the kepala, which stands in contrast to the
// badan: the first main or outline that is apart from the ground.
func kepalaGround(inks []palette.Ink) int {
	best, score := 0, -1.0
	for i, k := range inks {
		if i == 0 {
			continue
		}
		s := math.Min(palette.DeltaE2000(k.Color, inks[0].Color), 45)
		switch k.Role {
		case palette.Main:
			s += 12 // the cloth's own colour leads
		case palette.Outline:
			s += 4
		}
		// What is drawn on it must stand out too.
		away := 0.0
		for j := range inks {
			if j != i {
				away = math.Max(away, palette.DeltaE2000(inks[j].Color, k.Color))
			}
		}
		s += float64(math.Min(away, 40) / 2)
		if s > score {
			best, score = i, s
		}
	}
	return best
}

// checkInks validates the inks of a design.
func checkInks(inks []palette.Ink, path string, f *faults) {
	if len(inks) < 2 || len(inks) > 12 {
		f.add(path, "holds %d inks; want 2 to 12", len(inks))
		return
	}
	for i, k := range inks {
		at := fmt.Sprintf("%s[%d]", path, i)
		switch k.Role {
		case palette.Ground, palette.Main, palette.Accent, palette.Outline:
		default:
			f.add(at+".role", "%s", unknown(string(k.Role), []string{"ground", "main", "accent", "outline"}))
		}
		if (i == 0) != (k.Role == palette.Ground) {
			f.add(at+".role", "is %q; the first ink, and no other, is the ground", k.Role)
		}
		if len(k.Name) > 200 {
			f.add(at+".name", "is %d bytes long; the limit is 200", len(k.Name))
		}
	}
}
