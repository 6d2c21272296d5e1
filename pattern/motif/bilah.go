package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// parangForm is one way of cutting the knife band, in the frame of the cloth
// about the middle of a leaf: x right, y down, the next leaf at (1,1). All
// figures but the drop are half turns of themselves, which gives the band its
// group p2. Only half of each outline is kept; the rest is its half turn.
//
// The shapes are read from cloth: between the bent blades stands a leaf, the
// dark gap between them narrows to a line, and a head (mata gareng) hangs on a
// neck in the niche at either end.
type parangForm struct {
	half  float64   // half the height of the band
	leaf  []geom.Pt // about the origin
	blade []geom.Pt // about (½,½)
	split bool      // the blade is a pair of half blades on either side of its line
	head  []geom.Pt // whole outline; the other is its half turn
	niche geom.Pt   // where the tinted core of the niche sits
	core  float64   // its length; 0 for none
}

// rusakForm has tall leaves, S blades with swung shoulders and drops on necks.
func rusakForm() parangForm {
	return parangForm{
		half: 1.04,
		leaf: []geom.Pt{
			{X: -.149, Y: .82}, {X: -.191, Y: .42}, {X: -.226, Y: .02}, {X: -.243, Y: -.323}, {X: -.249, Y: -.651},
			{X: -.231, Y: -.734}, {X: -.163, Y: -.794}, {X: -.071, Y: -.917}, {X: -.003, Y: -1.043},
			{X: .06, Y: -1.077}, {X: .105, Y: -1.06}, {X: .12, Y: -.98},
		},
		blade: []geom.Pt{
			{X: -.335, Y: -1.33}, {X: -.357, Y: -1.5}, {X: -.306, Y: -1.577}, {X: -.154, Y: -1.546}, {X: -.006, Y: -1.4},
			{X: .057, Y: -1.246}, {X: .037, Y: -1.103}, {X: -.02, Y: -.96}, {X: -.04, Y: -.823}, {X: -.011, Y: -.651},
			{X: .074, Y: -.28}, {X: .16, Y: .063}, {X: .246, Y: .52}, {X: .303, Y: .949},
		},
		head: []geom.Pt{
			{X: .014, Y: -1.06}, {X: .06, Y: -1.146}, {X: .051, Y: -1.26}, {X: -.02, Y: -1.389}, {X: -.145, Y: -1.51},
			{X: -.26, Y: -1.552}, {X: -.343, Y: -1.51}, {X: -.354, Y: -1.435}, {X: -.29, Y: -1.355}, {X: -.163, Y: -1.26},
			{X: -.049, Y: -1.174}, {X: -.01, Y: -1.103},
		},
		niche: geom.Pt{X: -.27, Y: -1.07},
		core:  .27,
	}
}

// barongForm has broad lens leaves, half blades with flared ends and heavy
// square-shouldered heads, as on the large court parangs.
func barongForm() parangForm {
	return parangForm{
		half: 1.21,
		leaf: []geom.Pt{
			{X: .085, Y: -1.07}, {X: -.06, Y: -.96}, {X: -.2, Y: -.73}, {X: -.3, Y: -.48}, {X: -.37, Y: -.22},
			{X: -.33, Y: .08}, {X: -.25, Y: .41}, {X: -.165, Y: .76}, {X: -.12, Y: 1.0},
		},
		blade: []geom.Pt{
			{X: -.36, Y: -1.53}, {X: -.345, Y: -1.56}, {X: -.3, Y: -1.57}, {X: -.13, Y: -1.585}, {X: .05, Y: -1.582}, {X: .095, Y: -1.57},
			{X: .112, Y: -1.54}, {X: .115, Y: -1.48}, {X: .1, Y: -1.1}, {X: .045, Y: -.72}, {X: -.005, Y: -.42}, {X: .005, Y: -.2}, {X: .0, Y: -.12},
			{X: -.035, Y: -.2}, {X: -.09, Y: -.42}, {X: -.22, Y: -.95}, {X: -.315, Y: -1.35}, {X: -.35, Y: -1.48},
		},
		split: true,
		head: []geom.Pt{
			{X: -.24, Y: -1.5}, {X: -.16, Y: -1.6}, {X: .04, Y: -1.63}, {X: .115, Y: -1.57}, {X: .125, Y: -1.36},
			{X: .105, Y: -1.2}, {X: .02, Y: -1.13}, {X: -.13, Y: -1.2}, {X: -.235, Y: -1.34},
		},
		niche: geom.Pt{X: -.25, Y: -.98},
		core:  .34,
	}
}

// place is the map from a parangForm to (u,v) of its band.
type place struct {
	p, h, half, curve float64
	open              float64 // the least gap, mm
}

func (f place) point(q geom.Pt) geom.Pt {
	s := math.Sqrt2 / 2
	e := float64((q.Y-q.X)*s) / f.half
	u := float64((q.X + q.Y) * s * s * f.p)
	// Bending moves along u alone, so that it can never make figures meet.
	u += float64(f.curve * f.p * geom.Sin(float64(e/2)))
	return geom.Pt{X: u, Y: float64(e * f.h / 2)}
}

func (f place) smooth(pts []geom.Pt, about geom.Pt) geom.Path {
	out := make([]geom.Pt, len(pts))
	for i, q := range pts {
		out[i] = f.point(q.Add(about))
	}
	return geom.Smooth(out, true)
}

// halfTurned returns the points followed by their half turn.
func halfTurned(pts []geom.Pt) []geom.Pt {
	out := append([]geom.Pt(nil), pts...)
	for _, q := range pts {
		out = append(out, geom.Pt{X: -q.X, Y: -q.Y})
	}
	return out
}

// knife is one body of a knife band, in (u,v): either its own half turn about
// the point given, or one of a pair that are each other's.
type knife struct {
	path  geom.Path
	about geom.Pt
	twin  bool
	bare  bool // too slim for what lies in others
}

// both returns the figures on a knife with those on its twin.
func (k knife) both(p geom.Path) geom.Path {
	if !k.twin {
		return p
	}
	return p.Join(p.Transform(halfTurn(k.about)))
}

// dots returns dots set on a knife with their half turns, none nearer than gap.
// On a body that is its own half turn only one half of them is kept.
func (k knife) dots(ds []geom.Dot, gap float64) []geom.Dot {
	turn := halfTurn(k.about)
	var out []geom.Dot
	for _, d := range ds {
		v := d.C.Sub(k.about)
		if k.twin || v.Y > 1e-9 && 2*v.Len() > gap {
			// In pairs, so that thinning drops a dot and its image together.
			out = append(out, d, geom.Dot{C: turn.Apply(d.C), R: d.R})
		}
	}
	return thin(out, gap)
}

// contour smooths a chain that runs round the inside of the knife and returns it
// with its half turn, and the points of it of which the others are half turns.
func (k knife) contour(q geom.Poly, step float64) (whole geom.Path, half []geom.Pt) {
	turn := halfTurn(k.about)
	off := geom.Bounds(q.Pts).Center().Sub(k.about)
	if !k.twin && off.Len() < step {
		// Its own half turn: one half decides the other.
		n := max(3, int(q.Length()/(2*step)))
		half = q.Resample(q.Length() / float64(2*n)).Pts[:n]
		pts := append([]geom.Pt(nil), half...)
		for _, p := range half {
			pts = append(pts, turn.Apply(p))
		}
		return geom.Smooth(pts, true), half
	}
	if !k.twin && off.Y < 0 {
		return geom.Path{}, nil // the image of the one below
	}
	half = q.Resample(step).Pts
	whole = geom.Smooth(half, true)
	return whole.Join(whole.Transform(turn)), half
}

// halfTurn returns the half turn about p.
func halfTurn(p geom.Pt) geom.Affine {
	return geom.Affine{A: -1, C: float64(2 * p.X), E: -1, F: float64(2 * p.Y)}
}

// parangUnit is what one pitch of a knife band holds, in (u,v) about the middle
// of a leaf.
type parangUnit struct {
	knives    []knife
	cores     geom.Path  // dark bodies within knives
	niches    geom.Path  // tinted bodies between them
	veins     geom.Path  // lines in slim knives …
	slim      float64    // … and the half width of these, mm
	eyes      []geom.Dot // on the knives' heads (mata gareng)
	leaf      geom.Path  // the body that takes a filling, and its ends
	foot, tip geom.Pt
	middle    geom.Pt // about which the whole unit is its own half turn
}

// unit draws one pitch of the band.
func (f parangForm) unit(pl place) parangUnit {
	mid := geom.Pt{X: .5, Y: .5}
	u := parangUnit{
		leaf: pl.smooth(halfTurned(f.leaf), geom.Pt{}),
		foot: pl.point(geom.Pt{X: .13, Y: 1}), tip: pl.point(geom.Pt{X: -.13, Y: -1}),
	}
	u.knives = append(u.knives, knife{path: u.leaf})
	if f.split {
		u.knives = append(u.knives, knife{path: pl.smooth(f.blade, mid), about: pl.point(mid), twin: true})
	} else {
		u.knives = append(u.knives, knife{path: pl.smooth(halfTurned(f.blade), mid), about: pl.point(mid)})
	}
	u.knives = append(u.knives, knife{path: pl.smooth(f.head, geom.Pt{}), twin: true})
	if f.core > 0 {
		// A drop along the niche, standing like the blades.
		c, k := f.niche, f.core
		drop := []geom.Pt{
			{X: c.X - float64(.12*k), Y: c.Y - float64(.5*k)}, {X: c.X + float64(.3*k), Y: c.Y - float64(.1*k)},
			{X: c.X + float64(.12*k), Y: c.Y + float64(.28*k)}, {X: c.X + float64(.03*k), Y: c.Y + float64(.6*k)}, {X: c.X - float64(.18*k), Y: c.Y + float64(.1*k)},
		}
		u.niches = pl.smooth(drop, geom.Pt{}).Join(pl.smooth(turned(drop), geom.Pt{}))
	}
	return u
}

func turned(pts []geom.Pt) []geom.Pt {
	out := make([]geom.Pt, len(pts))
	for i, q := range pts {
		out[i] = geom.Pt{X: -q.X, Y: -q.Y}
	}
	return out
}

// spine is the handbook's blade: a middle line u(e) and a width w(e), in mm, for
// e from −1 at one edge of the band to 1 at the other.
type spine struct{ at, wide func(e float64) float64 }

// outline returns the blade from −top to top.
func (s spine) outline(h, top float64) geom.Path {
	const steps = 16
	var a, b []geom.Pt
	for i := 0; i <= 2*steps; i++ {
		// Points crowd toward the ends, where the outline turns.
		e := float64(top * geom.Sin(float64(i-steps)/float64(4*steps)))
		x, w := s.at(e), float64(s.wide(e)/2)
		a = append(a, geom.Pt{X: x + w, Y: float64(e * h / 2)})
		b = append(b, geom.Pt{X: x - w, Y: float64(e * h / 2)})
	}
	for i := len(b) - 2; i > 0; i-- {
		a = append(a, b[i])
	}
	return geom.Smooth(a, true)
}

// on returns a point of the middle line.
func (s spine) on(e, h float64) geom.Pt { return geom.Pt{X: s.at(e), Y: float64(e * h / 2)} }

// bone is S(e) = p(ke + c sin πe), lean and bend, with heads wide at the eye e₁
// and slim at the waist, widths of the pitch (handbook §1.2).
func (pl place) bone(k, c, w0, w1, eye float64) spine {
	return spine{
		at: func(e float64) float64 {
			return float64(pl.p * (float64(k*e) + float64((c+pl.curve)*geom.Sin(e/2))))
		},
		wide: func(e float64) float64 {
			t := math.Abs(e) / eye
			if t <= 1 {
				return float64(pl.p * (w0 + float64((w1-w0)*geom.Smoothstep(.45, 1, t))))
			}
			s := (math.Abs(e) - eye) / (.98 - eye)
			return float64(pl.p * w1 * math.Sqrt(math.Max(0, 1-float64(s*s))))
		},
	}
}

// between returns the lens that fills a share of the gap after a blade, as far
// as e = ±top.
func (pl place) between(s spine, top, share float64) spine {
	return spine{
		at: func(e float64) float64 { return s.at(e) + float64(pl.p/2) },
		wide: func(e float64) float64 {
			t := e / top
			return float64(share * math.Max(0, pl.p-s.wide(e)) * math.Sqrt(math.Max(0, 1-float64(t*t))))
		},
	}
}

// klitikUnit draws the small parang: a slim bone with an eye at each end, and a
// leaf with a dark core beside it. It leans more steeply than §1.2 has it, since
// the bones of the cloth stand nearly upright.
func klitikUnit(pl place) parangUnit {
	const eye = .72
	waist := math.Max(.22, math.Min(.36, float64(3.5*pl.open/pl.p))) // of which the lines along it take some
	bone := pl.bone(.45, .3, waist, .46, eye)
	u := parangUnit{leaf: pl.between(bone, .55, .5).outline(pl.h, .55), foot: geom.Pt{X: pl.p / 2, Y: .3 * pl.h}, tip: geom.Pt{X: pl.p / 2, Y: -.3 * pl.h}}
	u.knives = []knife{
		{path: bone.outline(pl.h, .98)},
		{path: pl.between(bone, .82, .86).outline(pl.h, .82), about: geom.Pt{X: pl.p / 2}},
	}
	u.cores = u.leaf
	for _, e := range []float64{-eye, eye} {
		u.eyes = append(u.eyes, geom.Dot{C: bone.on(e, pl.h), R: .13 * pl.p})
	}
	return u
}

// kusumoUnit sets flowers between the bones: a leaf on the middle, and at either
// end of it a bud of three petals that opens into the niche.
func kusumoUnit(pl place) parangUnit {
	const eye, foot = .74, .5
	bone := pl.bone(.52, .34, .2, .4, eye)
	gap := pl.between(bone, foot, .82)
	mid := geom.Pt{X: float64(pl.p / 2)}
	u := parangUnit{leaf: gap.outline(pl.h, foot), foot: gap.on(.4, pl.h), tip: gap.on(-.4, pl.h), middle: geom.Pt{}}
	u.knives = []knife{{path: bone.outline(pl.h, .98)}, {path: u.leaf, about: mid}}
	// The bud stands on the leaf's end and looks the way the gap runs on.
	root := gap.on(foot-.02, pl.h)
	aim := geom.Angle(gap.on(.95, pl.h).Sub(root))
	l := .24 * pl.h
	turn := halfTurn(mid)
	u.slim = .12 * l
	for _, q := range []struct{ turn, long float64 }{{-.105, .8}, {.105, .8}, {0, 1}} {
		petal := leaf(u.slim, l*q.long, .16*l, .6).Transform(geom.Rotate(aim + q.turn).At(root))
		u.knives = append(u.knives, knife{path: petal, about: mid, twin: true, bare: true})
		vein := geom.Polyline(geom.Pt{X: .4 * l * q.long}, geom.Pt{X: .78 * l * q.long}).Transform(geom.Rotate(aim + q.turn).At(root))
		u.veins = u.veins.Join(vein).Join(vein.Transform(turn))
	}
	for _, e := range []float64{-eye, eye} {
		u.eyes = append(u.eyes, geom.Dot{C: bone.on(e, pl.h), R: .08 * pl.p})
	}
	return u
}

// curigoUnit lays daggers (curiga, keris) heel to tip: a waved blade of five luk,
// the cross-piece and a bent hilt, and beside it the same half turned.
func curigoUnit(pl place) parangUnit {
	const heel, point, luk = -.52, .98, 5
	at := func(e float64) geom.Pt {
		t := geom.Clamp((e-heel)/(point-heel), 0, 1)
		// The wave swells from the heel and dies toward the tip.
		wave := float64(.07 * geom.Smoothstep(0, .2, t) * (1 - float64(.65*t)) * geom.Sin(float64(t*luk/2)))
		return geom.Pt{X: float64(pl.p * (float64((.5+pl.curve)*e) + wave)), Y: float64(e * pl.h / 2)}
	}
	middle := geom.Pt{X: float64(pl.p / 4)}
	u := parangUnit{middle: middle}
	// along points from the heel to the tip, across to the longer arm of the
	// cross-piece.
	root, tip := at(heel), at(point)
	along := tip.Sub(root).Unit()
	across := along.Perp()
	if across.X > 0 {
		across = across.Mul(-1)
	}
	// What the keris measures across goes by the pitch, as far as the band's height
	// leaves room for its hilt.
	l := math.Min(pl.p, float64(.62*pl.h))
	const broad = .125 // half the blade at its heel, of that
	var left, right []geom.Pt
	const steps = 32
	for i := range steps + 1 {
		t := float64(float64(i) / steps) // its product must not fuse into a difference
		w := across.Mul(l * broad * geom.Pow(1-t, .7) * (1 + float64(.5*t)))
		q := at(geom.Mix(heel, point, t))
		left, right = append(left, q.Add(w)), append(right, q.Sub(w))
	}
	back := reversedPts(right)
	blade := outline(left, back, []geom.Pt{root.Sub(across.Mul(broad * l)), root.Add(across.Mul(broad * l))})
	// The cross-piece sits on the heel, its longer arm curling up beside the blade;
	// the hilt bends away to the other side, like a pistol's. Blade and hilt share a
	// line.
	hilt := chain(l, -broad, 0, -.2, .005, -.255, .045, -.235, .085, -.15, .09, -.072, .105, -.058, .16, -.08, .225, -.13, .285, -.195, .33,
		-.225, .38, -.19, .42, -.11, .405, -.02, .345, .045, .265, .07, .185, .075, .12, .16, .11, .27, .085, .335, .035, .33, -.025, .275, -.03, .2, -.005, broad, 0)
	for i, q := range hilt {
		hilt[i] = root.Add(across.Mul(q.X)).Sub(along.Mul(q.Y))
	}
	n := len(hilt)
	u.knives = []knife{{path: blade, about: middle, twin: true},
		{path: outline(hilt, []geom.Pt{hilt[n-1], hilt[0]}), about: middle, twin: true, bare: true}}
	// Beside the point lies a bud, in the room that the other's hilt leaves.
	bud := leaf(-.1*pl.h, .1*pl.h, .028*pl.h, .5).Transform(geom.Rotate(.21).At(geom.Pt{X: at(heel+.2).X + float64(.3*pl.p), Y: float64((heel - .28) * pl.h / 2)}))
	u.niches = bud.Join(bud.Transform(halfTurn(middle)))
	u.leaf, u.foot, u.tip = blade, root, tip
	return u
}
