package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func ceploks() []drawing {
	return []drawing{{"ceplok", pattern.Info{ID: "ceplok", Family: "ceplok", Traits: []string{pattern.Star}, Group: "p4m",
		Params: []pattern.Param{
			sizeParam(56),
			// Multiples of four keep the quarter turns of the repeat.
			{ID: "folds", Name: "Petals of the rosette", Nama: "Kelopak roset", Min: 4, Max: 16, Def: 8, Step: 4},
			{ID: "petals", Name: "Petals of its heart", Nama: "Kelopak inti", Min: 4, Max: 12, Def: 4, Step: 4},
			count("frame", "Frame: circle, diamond, none, lobed", "Bingkai: lingkaran, wajik, tanpa, berlekuk", 0, 3, 0),
			count("ring", "Dotted rings in the frame", "Lingkar titik pada bingkai", 0, 2, 1),
			count("corner", "Corners: none, flower, flower and leaves", "Sudut: tanpa, bunga, bunga dan daun", 0, 2, 2),
			ratio("width", "Width of the petals", "Lebar kelopak", .6, 1.3, 1),
		},
		Slots: []pattern.Slot{
			{ID: "petal", Name: "Petals", Nama: "Kelopak", Def: "cecek_sawut"},
			{ID: "ground", Name: "Ground between the frames", Nama: "Latar antarbingkai", Def: "cecek"},
		},
		Repeats: squareRepeats(),
	}, drawCeplok}}
}

// Frames of a ceplok.
const (
	frameCircle = iota
	frameDiamond
	frameNone
	frameLobed
)

// ceplokFrame is the border round a rosette: a line that can be drawn nearer to
// or farther from its middle.
type ceplokFrame struct {
	kind  int
	reach float64 // from the middle to the line, along the x axis
}

// at returns the frame's line moved inward by d.
func (f ceplokFrame) at(d float64) geom.Path {
	switch f.kind {
	case frameDiamond:
		h := f.reach - float64(d*math.Sqrt2)
		return lozenge(h, h)
	case frameLobed:
		// Eight lobes with cusps inward, as on the frames of ceplok with animals:
		// r = reach − depth·(1 − |cos 4θ|).
		const steps = 160
		pts := make([]geom.Pt, steps)
		for i := range pts {
			t := float64(i) / steps
			pts[i] = geom.Polar(f.reach-d-float64(.085*f.reach*(1-math.Abs(geom.Cos(4*t)))), t)
		}
		return geom.Polygon(pts...)
	}
	return geom.Circle(geom.Pt{}, f.reach-d)
}

// inner returns the radius of the largest circle inside the frame moved inward
// by d.
func (f ceplokFrame) inner(d float64) float64 {
	switch f.kind {
	case frameDiamond:
		return float64(f.reach/math.Sqrt2) - d
	case frameLobed:
		return float64(.915*f.reach) - d
	}
	return f.reach - d
}

func drawCeplok(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	k, f := c.klowong(), c.fine()
	heart := moved(geom.Pt{X: s / 2, Y: s / 2})

	frame := ceplokFrame{c.whole("frame"), .455 * s}
	if frame.kind == frameDiamond {
		frame.reach = float64(s/2) - k
	}
	var out []pattern.Shape
	out = append(out, c.ceplokCorner(frame)...)

	// The frame: a line, a band of ground with dotted rings, a line, the panel.
	depth := 0.
	if frame.kind != frameNone {
		rings := c.whole("ring")
		bead := math.Max(c.cecek(), .011*s)
		out = append(out,
			area(pattern.Ground, pattern.Tembok, many(frame.at(0), heart)),
			line(pattern.Outline, pattern.Klowong, k, many(frame.at(0), heart)))
		var ds []geom.Dot
		depth = float64(k / 2)
		for range rings {
			depth += math.Max(c.apart(), f) + bead
			ds = append(ds, beaded(frame.at(depth), 3.3*bead, bead, 8)...)
			depth += bead
		}
		out = append(out, dots(pattern.Latar, pattern.Filling, manyDots(ds, heart)))
		depth += math.Max(c.apart(), f) + float64(f/2)
		panel := many(frame.at(depth), heart)
		out = append(out, area(pattern.Fill2, pattern.Klowong, panel), line(pattern.Outline, pattern.Klowong, f, panel))
	}
	r := frame.inner(depth + float64(1.3*f))
	out = append(out, merged(c.ceplokRosette(r, frame), heart)...)
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(out...)}
}

// ceplokRosette draws the flower about the origin: outer petals, leaves between
// their tips, inner petals, heart.
func (c canting) ceplokRosette(r float64, frame ceplokFrame) []pattern.Shape {
	k, f := c.klowong(), c.fine()
	n, m := c.whole("folds")/4*4, c.whole("petals")/4*4
	var out []pattern.Shape

	// Leaves in the gaps between the tips stand behind the petals.
	half := math.Min(.19*r, float64(.62*math.Pi*r/float64(n))) * c.value("width")
	behind := around(geom.Pt{}, n, .5/float64(n))
	if r > 14*c.nozzle && frame.kind != frameNone {
		// A roomy panel is edged with cecek behind the flower.
		bead := c.cecek()
		edge := r + float64(.8*f) - c.apart() - bead // r stands 1.3 f off the panel's line
		out = append(out, dots(pattern.Outline, pattern.Filling, beaded(geom.Circle(geom.Pt{}, edge), 4*bead, bead, 8*n)))
		r = (edge - bead - c.apart() - float64(.4*k)) / .95 // the tips stay clear of it
	}
	out = append(out, c.ceplokBody(pattern.Accent, .4*r, .93*r, .85*half, .62, f, behind)...)
	out = append(out, c.ceplokBody(pattern.Fill, .22*r, .95*r, half, .56, .8*k, around(geom.Pt{}, n, 0))...)
	if frame.kind == frameDiamond {
		// The diamond's corners take a bud each.
		bud := leaf(1.03*r, float64(1.03*r)+float64(.8*(frame.reach-float64(1.03*r))*.8), .1*r, .4)
		out = append(out, area(pattern.Fill, pattern.Klowong, many(bud, around(geom.Pt{}, 4, 0))),
			line(pattern.Outline, pattern.Klowong, f, many(bud, around(geom.Pt{}, 4, 0))))
	}

	// The inner flower on a disc of ground: its petals turn with the outer gaps.
	disc := geom.Circle(geom.Pt{}, .4*r)
	out = append(out,
		area(pattern.Ground, pattern.Klowong, disc),
		line(pattern.Outline, pattern.Klowong, .8*k, disc))
	tip := .335 * r
	if r > 10*c.nozzle {
		bead := math.Min(c.cecek(), .03*r)
		ring := float64(.4*r) - float64(.4*k) - c.apart() - bead
		out = append(out, dots(pattern.Latar, pattern.Filling, beaded(geom.Circle(geom.Pt{}, ring), 3.2*bead, bead, 16)))
		tip = math.Min(tip, ring-bead-c.apart()-float64(f/2))
	}
	wide := math.Min(.125*r, float64(.62*math.Pi*.2*r/float64(m)))
	out = append(out, c.ceplokBody(pattern.Fill, .04*r, tip, wide, .6, f, around(geom.Pt{}, m, .5/float64(m)))...)
	out = append(out,
		area(pattern.Accent, pattern.Klowong, geom.Circle(geom.Pt{}, .1*r)),
		line(pattern.Outline, pattern.Klowong, f, geom.Circle(geom.Pt{}, .1*r)),
		dots(pattern.Outline, pattern.Filling, []geom.Dot{{R: .035 * r}}))
	return out
}

// ceplokBody draws a leaf-shaped body from x0 to x1 under the maps: its contour,
// and in it the filling of the petals with a contour of its own, or a midrib
// where there is no room for one.
func (c canting) ceplokBody(role pattern.Role, x0, x1, half, at, contour float64, ms []geom.Affine) []pattern.Shape {
	f := c.fine()
	p := leaf(x0, x1, half, at)
	out := []pattern.Shape{
		area(role, pattern.Klowong, many(p, ms)),
		line(pattern.Outline, pattern.Klowong, contour, many(p, ms)),
	}
	// Isen contrasts with Fill alone; on other bodies the outline's colour does.
	ink := pattern.Isen
	if role != pattern.Fill {
		ink = pattern.Outline
	}
	l := x1 - x0
	if h := half - float64(contour/2) - math.Max(float64(1.5*f), c.apart()+float64(f/2)); h > 1.3*math.Sqrt(math.Max(1, c.k)) {
		// As far within as beside it, where the sides meet at the slopes of a leaf.
		from := func(run, slope float64) float64 {
			t := float64(slope*half) / run
			return math.Max(.1*l, float64((half-h)*math.Sqrt(1+1/float64(t*t))))
		}
		a, b := x0+from(float64(at*l), 2.2), x1-from(float64((1-at)*l), 1.7)
		in := leaf(a, b, h, at)
		if fill := c.fill("petal", ink, in.Flatten(.05), geom.Pt{X: a + float64(.02*l)}, geom.Pt{X: b}); b-a > .3*l && len(fill) > 0 {
			out = append(out, line(ink, pattern.Filling, .8*f, many(in, ms)))
			return append(out, merged(fill, ms)...)
		}
	}
	if half > 2.5*f {
		rib := within(p, geom.Pt{X: x0 + float64(.3*l)}, geom.Pt{X: x1 - float64(.2*l)}, float64(.5*(contour+f))+c.apart())
		out = append(out, line(ink, pattern.Filling, .8*f, many(rib, ms)))
	}
	return out
}

// ceplokCorner draws what lies between the frames, about the tile's corner: a
// flower, leaves along the tile's edges, the filled ground.
func (c canting) ceplokCorner(frame ceplokFrame) []pattern.Shape {
	s, f := c.size, c.fine()
	if frame.kind == frameDiamond {
		// Diamonds leave a diamond of the same size between them.
		return c.ceplokBetween()
	}
	var out []pattern.Shape
	kind := c.whole("corner")
	quarter := around(geom.Pt{}, 4, 0)
	diagonal := around(geom.Pt{}, 4, .125)
	// A quarter of the hollow star between four frames, without its arms.
	clear := frame.reach + float64(c.klowong()/2)
	if frame.kind == frameNone {
		clear = .47 * s
	}
	if kind < 2 || c.roomy() {
		arc := geom.Arc(geom.Pt{X: s / 2, Y: s / 2}, clear, .5, .75).Flatten(.05)
		star := geom.Poly{Closed: true}
		hole := 0.
		if kind > 0 {
			hole = .185 * s
		}
		if hole > 0 {
			star.Pts = append(star.Pts, geom.Arc(geom.Pt{}, hole, 0, .25).Flatten(.05)[0].Pts...)
		} else {
			star.Pts = append(star.Pts, geom.Pt{})
		}
		// Leaves along the tile's edges stand in its arms.
		var arm []geom.Pt
		if kind == 2 {
			arm = chain(s, .43, 0, .34, .034, .234, .043, .19, .036)
			for i := len(arm) - 1; i >= 0; i-- {
				star.Pts = append(star.Pts, geom.Pt{X: arm[i].Y, Y: arm[i].X})
			}
		}
		star.Pts = append(star.Pts, arc[0].Pts...)
		star.Pts = append(star.Pts, arm...)
		out = append(out, merged(c.fill("ground", pattern.Latar, []geom.Poly{star}, geom.Pt{}, geom.Pt{X: 1, Y: 1}), quarter)...)
	}
	if kind == 2 {
		// Leaves lie along the edges of the tile, between two frames.
		out = append(out, c.ceplokBody(pattern.Fill, .15*s, .43*s, .042*s, .3, f, quarter)...)
		out = append(out, dots(pattern.Accent, pattern.Filling, []geom.Dot{
			{C: geom.Pt{X: s / 2}, R: .022 * s}, {C: geom.Pt{Y: s / 2}, R: .022 * s}}))
	}
	if kind > 0 {
		out = append(out, c.ceplokBody(pattern.Accent, .05*s, .125*s, .03*s, .6, f, quarter)...)
		out = append(out, c.ceplokBody(pattern.Fill, .03*s, .172*s, .05*s, .62, 1.3*f, diagonal)...)
		out = append(out,
			area(pattern.Accent, pattern.Klowong, geom.Circle(geom.Pt{}, .036*s)),
			line(pattern.Outline, pattern.Klowong, f, geom.Circle(geom.Pt{}, .036*s)))
	}
	return out
}

// ceplokBetween draws the diamond between diamond frames: a large four-petalled
// flower with filled petals.
func (c canting) ceplokBetween() []pattern.Shape {
	if c.whole("corner") == 0 {
		return nil
	}
	s, k := c.size, c.klowong()
	var out []pattern.Shape
	quarter, diagonal := around(geom.Pt{}, 4, 0), around(geom.Pt{}, 4, .125)
	out = append(out, c.ceplokBody(pattern.Fill, .08*s, .29*s, .06*s, .6, .8*k, diagonal)...)
	out = append(out, c.ceplokBody(pattern.Fill, .06*s, .4*s, .085*s, .55, .8*k, quarter)...)
	if c.whole("corner") == 2 {
		// The ground beyond the petals, in each of the diamond's quarters.
		rim := geom.Polygon(geom.Pt{X: .42 * s}, geom.Pt{X: .17 * s, Y: .12 * s}, geom.Pt{X: .21 * s, Y: .21 * s},
			geom.Pt{X: .12 * s, Y: .17 * s}, geom.Pt{Y: .42 * s}, geom.Pt{Y: .46 * s}, geom.Pt{X: .46 * s})
		if fill := c.fill("ground", pattern.Latar, rim.Flatten(.05), geom.Pt{}, geom.Pt{X: 1, Y: 1}); len(fill) > 0 {
			out = append(merged(fill, quarter), out...)
		}
	}
	return append(out,
		area(pattern.Accent, pattern.Klowong, geom.Circle(geom.Pt{}, .065*s)),
		line(pattern.Outline, pattern.Klowong, .8*k, geom.Circle(geom.Pt{}, .065*s)),
		dots(pattern.Outline, pattern.Filling, []geom.Dot{{R: .022 * s}}))
}
