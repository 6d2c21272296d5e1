package palette

import (
	"math"
	"slices"
	"strings"
)

// Rand is where chance comes from: numbers in [0, 1). A *math/rand/v2.Rand is
// one.
type Rand interface{ Float64() float64 }

// maxInks is more than any cloth is dyed with; it bounds the work.
const maxInks = 16

// Generate makes a new scheme of n inks inside the range: Check and CheckHues
// find nothing in it. n is held to what the market has; 0 lets chance choose.
// The same numbers from rnd give the same scheme; a nil rnd gives the middle of
// everything. Several tries are made and the one with the fewest warnings of
// [Check] is kept.
func (r Range) Generate(rnd Rand, n int) Scheme {
	d := draw{rnd}
	lo, hi := r.NColors[0], r.NColors[1]+1 // the outline is not counted in the most
	if r.NColors[1] <= 0 {
		lo, hi = 3, 6
	}
	lo = max(2, min(lo, maxInks))
	if n == 0 {
		// The outline aside, a market's usual number is its stated one.
		n = lo + int(d.between(0, float64(max(1, hi-lo))))
	}
	n = max(lo, min(n, hi, maxInks))

	// Twelve tries make a clean scheme likely, and keep it quick.
	const tries = 12
	var best []Ink
	least := math.MaxInt
	for range tries {
		inks := r.Fit(r.sketch(d, n))
		if bad := cost(Check(inks)); bad < least {
			best, least = inks, bad
		}
		if least == 0 {
			break
		}
	}
	return Scheme{
		Name:   schemeName(best),
		Inks:   best,
		Source: "generated inside the market's range",
		Basis:  "generated",
	}
}

// cost weighs warnings: what everyone sees counts for more than what few see.
func cost(ws []Warning) int {
	n := 0
	for _, w := range ws {
		switch w.Kind {
		case Alike, LowContrast:
			n += 4
		case TritanAlike: // about one in ten thousand
		default:
			n++
		}
	}
	return n
}

// sketch draws inks near the range; Fit makes them exact.
func (r Range) sketch(d draw, n int) []Ink {
	ground := r.sketchGround(d)
	groundL := ground.Color.OKLCH().L
	inks := []Ink{ground}

	families := r.Hues
	if len(families) == 0 {
		families = []Hue{{From: 0, To: 360}}
	}
	motif := r.MotifL
	if !bound(motif) {
		motif = [2]float64{0.35, 0.8}
	}
	cMain := r.CMain
	if !bound(cMain) {
		cMain = [2]float64{0.08, 0.16}
	}
	// Families are dealt from a random start so that neighbours in the list,
	// the market's first choices, tend to come together.
	start := int(d.between(0, float64(len(families))))
	mains := max(1, (n-1)/2)
	for i := range n - 2 {
		f := families[(start+i)%len(families)]
		k := Ink{Role: Main}
		v := OKLCH{C: d.between(cMain[0], cMain[1]), H: f.From + float64(d.between(0.1, 0.9)*f.width())}
		// Steps of lightness, so that mains differ in more than hue.
		step := (float64(i) + d.between(0.1, 0.9)) / float64(max(1, n-2))
		v.L = motif[0] + float64(step*(motif[1]-motif[0]))
		if math.Abs(v.L-groundL) < contrastBelow+0.05 {
			v.L = motif[0] + motif[1] - v.L
		}
		if i >= mains {
			k.Role = Accent
			v.L = d.between(math.Min(motif[0], 0.45), math.Max(motif[1], 0.88))
		}
		k.Color = FromOKLCH(v)
		inks = append(inks, k)
	}
	// The line stands against the ground: dark on light, light on dark.
	line := OKLCH{L: d.between(0.2, 0.32), C: d.between(0.01, 0.06), H: families[start%len(families)].From}
	if groundL < 0.55 {
		line = OKLCH{L: d.between(0.92, 0.97), C: d.between(0, 0.03), H: 85}
	}
	return append(inks, Ink{Role: Outline, Color: FromOKLCH(line)})
}

func (r Range) sketchGround(d draw) Ink {
	b := r.GroundL
	// The usual ground twice in three.
	if other := d.next() > 2.0/3; !bound(b) || other && bound(r.AltGroundL) {
		b = r.AltGroundL
	}
	if !bound(b) {
		b = [2]float64{0.85, 0.97}
	}
	v := OKLCH{L: d.between(b[0], b[1])}
	switch {
	case v.L > 0.85: // white to cream, 85° being the hue of unbleached cloth
		v.C, v.H = d.between(0, 0.045), 85
	case len(r.Hues) > 0:
		// The market's first hues lead; the last are often for small parts.
		x := d.next()
		f := r.Hues[int(x*x*x*float64(len(r.Hues)))%len(r.Hues)]
		v.C, v.H = d.between(0.02, math.Max(0.04, r.CMain[1]*0.8)), f.From+float64(f.width()/2)
	default:
		v.C, v.H = d.between(0.02, 0.1), d.between(0, 360)
	}
	return Ink{Role: Ground, Color: FromOKLCH(v)}
}

// draw reads chance, and takes any answer outside [0, 1) for the middle.
type draw struct{ rnd Rand }

func (d draw) next() float64 {
	if d.rnd == nil {
		return 0.5
	}
	if x := d.rnd.Float64(); x >= 0 && x < 1 {
		return x
	}
	return 0.5
}

func (d draw) between(lo, hi float64) float64 { return lo + float64(d.next()*(hi-lo)) }

// schemeName joins the names of the ground and the mains.
func schemeName(inks []Ink) string {
	var names []string
	for _, k := range inks {
		if (k.Role == Ground || k.Role == Main) && !slices.Contains(names, k.Name) {
			names = append(names, k.Name)
		}
	}
	return strings.Join(names, ", ")
}
