package palette

import (
	"math"
	"slices"
)

// Fit moves inks, say from a buyer's photograph, into the range, each as
// little as it can be moved in OKLCH, so that Check and CheckHues find nothing.
// Inks that are inside already stay as they are.
//
//   - Roles are completed as by [Assign].
//   - Too many inks: the one most like another goes, never the ground, the
//     outline or the last main. Too few: accents are added in hues the market
//     wears.
//   - A hue the market does not wear turns to the nearest family; an ink that
//     is nearly neutral becomes neutral instead when that is nearer.
//   - Chroma comes down to the most allowed; lightness of ground and mains
//     goes to the nearest allowed.
//   - Where the whole is too flat, the outline moves away from the rest, then
//     the accents, and the ground last.
//
// A range that contradicts itself (a hand-written one may) is met as far as it
// can be. Of more than 64 inks the first 64 are looked at. No inks give no
// inks. The input is left alone.
func (r Range) Fit(inks []Ink) []Ink {
	if len(inks) == 0 {
		return nil
	}
	out := r.fitNumber(Assign(inks[:min(len(inks), 64)]))
	for i := range out {
		out[i].Color = r.fitInk(out[i])
	}
	out = r.fitSpan(out)
	return rename(inks, out)
}

// fitInk is the colour of one ink moved inside by itself.
func (r Range) fitInk(k Ink) Color {
	v := k.Color.OKLCH()
	w := v
	w.H, w.C = r.fitHue(v)
	if r.CMax > 0 && round(w.C, 100) > r.CMax {
		w.C = r.CMax
	}
	w.L = toNearest(w.L, r.lightness(k.Role))
	if w == v {
		return k.Color
	}
	return r.settle(w, k.Role)
}

// lightness is the bounds of lightness that bind inks of a role.
func (r Range) lightness(role Role) [][2]float64 {
	switch {
	case role == Ground:
		return r.grounds()
	case role == Main && bound(r.MotifL):
		return [][2]float64{r.MotifL}
	}
	return nil
}

// settle is the 8-bit colour for v, once more inside the range: rounding to 8
// bits can turn the hue of a dark colour by several degrees, and move its
// lightness or chroma over a bound. A few steps of less chroma, and of lightness
// inwards, always end it; the last resort is a neutral.
func (r Range) settle(v OKLCH, role Role) Color {
	bounds := r.lightness(role)
	for range 32 {
		c := FromOKLCH(v)
		got := c.OKLCH()
		hueOK := len(r.Hues) == 0 || got.C < Neutral || r.hasHue(got.H)
		chromaOK := r.CMax == 0 || round(got.C, 100) <= r.CMax
		aim := toNearest(got.L, bounds)
		switch {
		case hueOK && chromaOK && aim == got.L:
			return c
		case aim != got.L:
			v.L += math.Copysign(0.002, aim-got.L)
		default:
			v.C = math.Max(0, v.C-0.006)
		}
	}
	v.C = 0
	return FromOKLCH(v)
}

// fitHue is the hue and chroma to give v.
func (r Range) fitHue(v OKLCH) (h, c float64) {
	if len(r.Hues) == 0 || v.C < Neutral || r.hasHue(v.H) {
		return v.H, v.C
	}
	best, gap := v.H, math.Inf(1)
	for _, f := range r.Hues {
		// Two degrees inside, for rounding to 8 bits; halfway in where the
		// family is narrower than that.
		in := math.Min(2, f.width()/2)
		for _, edge := range [2]float64{f.From + in, f.From + f.width() - in} {
			edge = math.Mod(edge+720, 360)
			if d := hueGap(v.H, edge); d < gap {
				best, gap = edge, d
			}
		}
	}
	// The chord that turning the hue moves the colour by, against the way to
	// grey. Only the palest colours may lose their hue: a buyer's red flower
	// is to become another red or orange, not grey.
	const palest = 0.06
	if chord := 2 * v.C * sinDeg(gap/2); v.C < palest && v.C-Neutral < chord {
		return v.H, Neutral - 0.005
	}
	return best, v.C
}

// toNearest is x, or the nearest end of the nearest bound.
func toNearest(x float64, bounds [][2]float64) float64 {
	if len(bounds) == 0 || inAny(round(x, 100), bounds) {
		return x
	}
	best := bounds[0][0]
	for _, b := range bounds {
		for _, end := range b {
			if math.Abs(round(end-x, 1e4)) < math.Abs(round(best-x, 1e4)) {
				best = end
			}
		}
	}
	return best
}

// fitNumber drops or adds inks until there are as many as the market has.
func (r Range) fitNumber(inks []Ink) []Ink {
	out := slices.Clone(inks)
	if r.NColors[1] <= 0 {
		return out
	}
	for len(out)-countRole(out, Outline) > max(2, r.NColors[1]) {
		i := mostAlike(out)
		if i < 0 {
			break
		}
		out = slices.Delete(out, i, i+1)
	}
	for i := 0; len(out) < min(r.NColors[0], maxInks) && i < maxInks; i++ {
		out = Assign(append(out, r.spare(out)))
	}
	return out
}

// mostAlike is the index of the ink, among those that may go, that is nearest
// to another, so that its loss is felt least; -1 if none may go.
func mostAlike(inks []Ink) int {
	at, least := -1, math.Inf(1)
	for i, a := range inks {
		if a.Role == Ground || a.Role == Outline || a.Role == Main && countRole(inks, Main) < 2 {
			continue
		}
		for j, b := range inks {
			// Of a pair of twins the later goes: earlier inks matter more.
			if d := DeltaE2000(a.Color, b.Color); i != j && (d < least || d == least && i > at) {
				at, least = i, d
			}
		}
	}
	return at
}

// spare is one more ink, in the market's hues and as unlike the given inks as
// its lightness and hue allow.
func (r Range) spare(inks []Ink) Ink {
	hues := r.Hues
	if len(hues) == 0 {
		hues = []Hue{{From: 0, To: 360}}
	}
	band := r.MotifL
	if !bound(band) {
		band = [2]float64{0.4, 0.8}
	}
	c := (r.CMain[0] + r.CMain[1]) / 2
	if c <= 0 {
		c = 0.1
	}
	var best Color
	top := -1.0
	for _, f := range hues {
		for _, at := range [3]float64{0.25, 0.5, 0.75} {
			for _, up := range [3]float64{0.2, 0.5, 0.8} {
				k := FromOKLCH(OKLCH{
					L: band[0] + float64(up*(band[1]-band[0])),
					C: c,
					H: f.From + float64(at*f.width()),
				})
				near := math.Inf(1)
				for _, other := range inks {
					near = math.Min(near, DeltaE2000(k, other.Color))
				}
				if near > top {
					best, top = k, near
				}
			}
		}
	}
	role := Accent
	if len(inks) == 1 {
		role = Main
	}
	return Ink{Color: best, Role: role}
}

// fitSpan widens the lightness span to what the market asks.
func (r Range) fitSpan(inks []Ink) []Ink {
	if len(inks) < 2 {
		return inks
	}
	out := slices.Clone(inks)
	short := func() bool { return round(r.MinSpan-r.span(out), 100) > 0 }
	// The line first, then what has no bounds of lightness of its own, then
	// the mains, then the ground.
	for _, role := range []Role{Outline, Accent, Main, Ground} {
		for i := len(out) - 1; i >= 0; i-- {
			if out[i].Role == role && short() {
				out[i].Color = r.stretch(out, i)
			}
		}
	}
	// A main alone with its ground has too little room in some markets; as
	// the line, which with two inks it is anyway, it has all there is.
	if len(out) == 2 && short() {
		out[1].Role = Outline
		out[1].Color = r.stretch(out, 1)
	}
	return out
}

// stretch is the colour of ink i moved in lightness, up or down, whichever
// reaches the span with less, or failing that whichever gets furthest.
func (r Range) stretch(inks []Ink, i int) Color {
	lo, hi := math.Inf(1), math.Inf(-1)
	for j, k := range inks {
		if j != i {
			l := k.Color.OKLCH().L
			lo, hi = math.Min(lo, l), math.Max(hi, l)
		}
	}
	v := inks[i].Color.OKLCH()
	best, bestSpan, bestMove := inks[i].Color, r.span(inks), 0.0
	try := slices.Clone(inks)
	// A shade below black and above white there is nothing; 0.1 is as dark as
	// cloth gets, and the bounds of the role hold as well.
	for _, l := range [2]float64{within(hi-r.MinSpan, 0.1, 1), within(lo+r.MinSpan, 0, 1)} {
		w := v
		w.L = toNearest(l, r.lightness(inks[i].Role))
		try[i].Color = r.settle(w, inks[i].Role)
		span, move := math.Min(r.span(try), r.MinSpan), math.Abs(w.L-v.L)
		better := round(span-bestSpan, 100) > 0
		asGood := round(span-bestSpan, 100) == 0 && bestMove > 0 && round(move-bestMove, 1e4) < 0
		if better || asGood {
			best, bestSpan, bestMove = try[i].Color, span, move
		}
	}
	return best
}

func (r Range) span(inks []Ink) float64 {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, k := range inks {
		l := k.Color.OKLCH().L
		lo, hi = math.Min(lo, l), math.Max(hi, l)
	}
	return round(hi-lo, 100)
}

// rename keeps the buyer's names, and names anew inks that were called after a
// colour they no longer are.
func rename(before, after []Ink) []Ink {
	for i := range after {
		own := slices.ContainsFunc(before, func(k Ink) bool {
			return k.Name != "" && k.Name == after[i].Name && k.Name != k.Color.Name()
		})
		if !own {
			after[i].Name = ""
		}
	}
	return nameInks(after)
}
