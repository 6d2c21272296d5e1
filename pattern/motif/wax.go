package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// waxes are the bold figures of wax print: contours of 2 mm and more, cells of
// 150–480 mm, dot screens and bubbles in place of isen (handbook §1.10). They
// are our own drawings; none follows a named cloth.
func waxes() []drawing {
	form := func(id, group string, size float64, draw func(pattern.Info, pattern.Options) pattern.Tile, params ...pattern.Param) drawing {
		repeats := []symmetry.Kind{symmetry.Block}
		switch group {
		case "p4m", "pmm", "cmm":
			repeats = squareRepeats()
		case "p2":
			repeats = append(repeats, symmetry.Turn)
		}
		return drawing{id, pattern.Info{ID: id, Family: "wax", Group: group, Params: append([]pattern.Param{sizeParam(size)}, params...), Repeats: repeats}, draw}
	}
	slot := func(d drawing, slots ...pattern.Slot) drawing { d.info.Slots = slots; return d }
	bubbles := ratio("bubbles", "Bubbles on the ground", "Gelembung pada latar", 0, 1, .7)
	ribs := pattern.Slot{ID: "body", Name: "Bodies", Nama: "Badan", Def: "cecek"}
	return []drawing{
		form("wax_disc", "cmm", 220, drawWaxDisc, bubbles,
			count("rings", "Rings of the disc", "Lingkar cakram", 3, 8, 6),
			count("turns", "Marks in a ring, in fours", "Tanda dalam lingkar, per empat", 5, 14, 9),
			ratio("heart", "Heart of the disc", "Inti cakram", .15, .45, .3),
			ratio("height", "Height of the repeat to its width", "Tinggi ulang banding lebar", 1.05, 1.6, 1.22)),
		slot(form("wax_fan", "cm", 230, drawWaxFan, bubbles,
			count("ribs", "Ribs of the fan", "Bilah kipas", 7, 15, 11),
			pattern.Param{ID: "spread", Name: "Spread of the fan", Nama: "Bukaan kipas", Unit: "°", Min: 110, Max: 200, Def: 168, Step: 1},
			count("rims", "Rims along its edge", "Bingkai di tepinya", 1, 4, 3)), ribs),
		form("wax_sunburst", "p4m", 260, drawWaxSunburst,
			pattern.Param{ID: "rays", Name: "Rays", Nama: "Sinar", Min: 24, Max: 48, Def: 32, Step: 4},
			ratio("short", "Length of every second ray", "Panjang sinar selang-seling", .6, 1, .8),
			count("collar", "Collars of dots", "Kalung titik", 0, 3, 2),
			ratio("second", "Size of the medallion between", "Ukuran medali antara", .25, .6, .45),
			ratio("screen", "Weight of the dot screen", "Tebal raster titik", .3, 1.6, 1)),
		slot(form("wax_feather", "pg", 200, drawWaxFeather, bubbles,
			count("barbs", "Barbs of the feather", "Ruas bulu", 8, 24, 15),
			ratio("bend", "Bend of the quill", "Lengkung tangkai", 0, 1, .6),
			ratio("width", "Width of the feather", "Lebar bulu", .6, 1.4, 1)), pattern.Slot{ID: "body", Name: "Vane", Nama: "Helai", Def: ""}),
		// An eye belongs to a living thing: the facts call it animate.
		form("wax_eye", "pmm", 240, drawWaxEye,
			ratio("open", "Height of the almond to its length", "Tinggi almon banding panjang", .35, .75, .56),
			count("lashes", "Spikes round the almond, in fours", "Duri keliling almon, per empat", 4, 12, 9),
			count("rings", "Rings of the heart", "Lingkar inti", 2, 6, 4),
			ratio("screen", "Weight of the dot screen", "Tebal raster titik", .3, 1.6, 1)),
		form("wax_spiral", "p2", 240, drawWaxSpiral, bubbles,
			ratio("turns", "Turns of each spiral", "Putaran tiap spiral", 1.5, 3.5, 2.35),
			ratio("gap", "Line to gap", "Garis banding sela", .5, .8, .68),
			count("sprouts", "Sprouts along the spiral", "Tunas sepanjang spiral", 0, 14, 9)),
		slot(form("wax_trail", "pg", 180, drawWaxTrail, bubbles,
			count("leaves", "Leaves on a bend", "Daun tiap lengkung", 3, 7, 5),
			ratio("wave", "Wave of the stem", "Gelombang batang", .3, 1.3, .85),
			count("seeds", "Seeds in a cluster", "Biji dalam kelompok", 0, 8, 6)), pattern.Slot{ID: "body", Name: "Leaves", Nama: "Daun", Def: ""}),
	}
}

// contour and medium are the contours of wax print, about 2 and 1.2 mm.
func (c canting) contour() float64 { return float64(2 * c.nozzle) }
func (c canting) medium() float64  { return float64(1.15 * c.nozzle) }

// waxed draws a body as wax resist leaves it: a rim of bare cloth, the colour, a
// contour.
func waxed(role pattern.Role, w float64, p geom.Path) []pattern.Shape {
	return []pattern.Shape{
		line(pattern.Latar, pattern.Klowong, 2.9*w, p),
		area(role, pattern.Klowong, p),
		line(pattern.Outline, pattern.Klowong, w, p),
	}
}

// around returns a ground of dots and rings without those that all but touch the
// rims of waxed figures, or show only in part beside them: what lies deep under a
// rim is one with it.
func (c canting) around(figures []pattern.Shape, size geom.Pt, ground []pattern.Shape) []pattern.Shape {
	type rim struct {
		*geom.Region
		half float64
	}
	var rims []rim
	for _, s := range figures {
		if s.Kind != geom.Stroke || s.Role != pattern.Latar || s.Stage != pattern.Klowong {
			continue
		}
		var bodies geom.Path
		near := geom.Rect{Max: size}.Inset(-2 * s.Width)
		for _, q := range s.Path.Subpaths() {
			b := q.Bounds()
			for i := -1.; i <= 1; i++ {
				for j := -1.; j <= 1; j++ {
					// Of the figures' images in the tiles beside, those that reach into this one.
					if d := (geom.Pt{X: float64(i * size.X), Y: float64(j * size.Y)}); b.Shift(d).Overlaps(near) {
						bodies = bodies.JoinUnder(q, geom.Translate(d))
					}
				}
			}
		}
		if !bodies.Empty() {
			rims = append(rims, rim{geom.NewRegion(bodies), s.Width / 2})
		}
	}
	// open reports whether a disc stands clear of all rims, or as deep in one as told.
	open := func(at geom.Pt, r, deep float64) bool {
		touch := false
		for _, m := range rims {
			if m.Side(at, m.half+r+c.apart()) < 0 {
				continue
			}
			gap := -m.Distance(at) - m.half - r
			if gap < -deep {
				return true
			}
			touch = touch || gap < c.apart()
		}
		return !touch
	}
	out := slices.Clone(ground)
	for i, s := range out {
		out[i].Dots, out[i].Path = nil, geom.Path{}
		for _, d := range s.Dots {
			if open(d.C, d.R, .7*d.R) {
				out[i].Dots = append(out[i].Dots, d)
			}
		}
		for _, q := range s.Path.Subpaths() {
			b := q.Bounds()
			if r := float64(.5 * (b.W() + s.Width)); open(b.Center(), r, 2*r) {
				out[i].Path = out[i].Path.Join(q)
			}
		}
	}
	return out
}

// bubbled is the ground of a wax print: rings and dots of three sizes.
func (c canting) bubbled(group string, size geom.Pt) []pattern.Shape {
	share := c.value("bubbles")
	n := c.nozzle
	// The tile may be large in bubbles; grow them so that it holds bounded work.
	n = math.Max(n, math.Sqrt(size.X*size.Y)/220)
	var rings geom.Path
	var small []geom.Dot
	for _, d := range foam(group, size, []float64{5.6 * n, 3.4 * n, 2.1 * n, 1.15 * n, .7 * n}, 1.5*n, share*c.o.Dense(), c.o.Seed.At("bubbles")) {
		if d.R > 1.5*n {
			rings = rings.Join(geom.Circle(d.C, d.R))
			switch {
			case d.R > 5*n:
				rings = rings.Join(geom.Circle(d.C, 3.2*n))
				small = append(small, geom.Dot{C: d.C, R: 1.4 * n})
			case d.R > 3*n:
				small = append(small, geom.Dot{C: d.C, R: 1.1 * n})
			}
		} else {
			small = append(small, d)
		}
	}
	return []pattern.Shape{line(pattern.Latar, pattern.Filling, 1.1*n*geom.Clamp(c.o.Weight(), .6, 1.3), rings), dots(pattern.Latar, pattern.Filling, small)}
}

// screened is a dot screen whose rows follow the diagonals, mirrored in both
// axes: nx and ny pairs of dots across the tile.
func screened(role pattern.Role, size geom.Pt, pitch, r float64) pattern.Shape {
	nx := max(2, min(60, int(size.X/pitch+.5)))
	ny := max(2, min(60, int(size.Y/pitch+.5)))
	r = math.Min(r, .3*math.Min(size.X/float64(nx), size.Y/float64(ny)))
	var ds []geom.Dot
	for j := range 2 * ny {
		for i := range nx {
			ds = append(ds, geom.Dot{C: geom.Pt{X: float64((float64(i) + float64(.5*float64(j%2))) / float64(nx) * size.X), Y: float64(float64(j) / float64(2*ny) * size.Y)}, R: r})
		}
	}
	return dots(role, pattern.Filling, ds)
}

// targetRing decorates the ring from r0 (inner) to r1 with n marks of a kind.
func (c canting) targetRing(kind int, r0, r1 float64, n int, first pattern.Role) []pattern.Shape {
	mid, half := float64((r0+r1)/2), float64((r1-r0)/2)
	f := .7 * c.medium()
	if !(half > f) {
		return nil // no room between two contours
	}
	turn := around(geom.Pt{}, n, 0)
	gap := around(geom.Pt{}, n, .5/float64(n))
	wide := math.Min(half, float64(math.Pi*mid/float64(n)))
	// What does not fit keeps a least size that can still be drawn.
	dot := func(k float64) float64 { return math.Max(.05, float64(k*wide)) }
	switch kind {
	case 0: // beads with a speck between
		return []pattern.Shape{
			dots(first, pattern.Filling, ringDots(n, mid, 0, dot(.62))),
			dots(pattern.Outline, pattern.Filling, ringDots(n, mid, 0, dot(.22))),
			dots(first, pattern.Filling, ringDots(n, mid+float64(.45*half), .5/float64(n), dot(.2))),
			dots(first, pattern.Filling, ringDots(n, mid-float64(.45*half), .5/float64(n), dot(.17))),
		}
	case 1: // radial dashes, long and short
		long := geom.Polyline(geom.Pt{X: r0 + float64(.35*half)}, geom.Pt{X: r1 - float64(.35*half)})
		short := geom.Polyline(geom.Pt{X: r0 + float64(.9*half)}, geom.Pt{X: r1 - float64(.35*half)})
		w := math.Min(1.6*f, .55*wide)
		return []pattern.Shape{line(first, pattern.Filling, w, many(long, turn).Join(many(short, gap)))}
	case 2: // teeth
		// Its foot lies under the contour of the next ring.
		tooth := geom.Polygon(geom.Pt{X: r1 - float64(.2*half)}, geom.Polar(r0-float64(.1*half), .42/float64(n)), geom.Polar(r0-float64(.1*half), -.42/float64(n)))
		return []pattern.Shape{
			area(first, pattern.Klowong, many(tooth, turn)),
			dots(first, pattern.Filling, ringDots(n, r1-float64(.42*half), .5/float64(n), dot(.2))),
		}
	case 3: // leaves
		p := leaf(r0+float64(.15*half), r1-float64(.15*half), .72*wide, .55)
		rib := geom.Polyline(geom.Pt{X: r0 + float64(.6*half)}, geom.Pt{X: r1 - float64(.6*half)})
		return []pattern.Shape{
			area(first, pattern.Klowong, many(p, turn)),
			line(pattern.Outline, pattern.Filling, f, many(p, turn).Join(many(rib, turn))),
			dots(pattern.Latar, pattern.Filling, ringDots(n, r1-float64(.4*half), .5/float64(n), dot(.16))),
		}
	case 4: // a wave between rows of dots
		var pts []geom.Pt
		steps := 8 * (n / 2)
		for i := range steps {
			t := float64(i) / float64(steps)
			pts = append(pts, geom.Polar(mid+float64(.5*half*geom.Cos(t*float64(n/2))), t))
		}
		return []pattern.Shape{
			line(first, pattern.Filling, math.Min(1.7*f, .4*half), geom.Smooth(pts, true)),
			dots(pattern.Latar, pattern.Filling, append(
				ringDots(n/2, mid+float64(.5*half), 1/float64(n), dot(.28)),
				ringDots(n/2, mid-float64(.5*half), 0, dot(.28))...)),
		}
	case 5: // scales: arches on the inner line
		arch := geom.Arc(geom.Pt{X: r0}, .86*wide, -.25, .25)
		in := geom.Arc(geom.Pt{X: r0}, .45*wide, -.25, .25)
		return []pattern.Shape{
			area(first, pattern.Klowong, many(arch.Close(), turn)),
			line(pattern.Outline, pattern.Filling, f, many(arch, turn).Join(many(in, turn))),
			dots(first, pattern.Filling, ringDots(n, r1-float64(.45*half), .5/float64(n), dot(.24))),
		}
	}
	// 6: a screen of dots in two rows
	m := 2 * n
	r := math.Min(.3*half, float64(.3*2*math.Pi*r0/float64(m)))
	return []pattern.Shape{dots(first, pattern.Filling, append(
		ringDots(m, r0+float64(.6*half), 0, math.Max(.05, r)),
		ringDots(m, r1-float64(.6*half), .5/float64(m), math.Max(.05, r))...))}
}

// scallops is a circle about the origin whose edge bulges n times; a bulge lies
// on the x axis.
func scallops(r, depth float64, n int) geom.Path {
	const steps = 20 // of a bulge
	pts := make([]geom.Pt, 0, steps*n)
	for i := range steps * n {
		t := float64(i) / float64(steps*n)
		// |cos| leaves cusps between the bulges.
		pts = append(pts, geom.Polar(r-float64(depth*(1-math.Abs(geom.Cos(t*float64(n)/2)))), t))
	}
	return geom.Polygon(pts...)
}

// disc draws a medallion of rings about the origin, the kinds of its rings dealt
// anew for every seed.
func (c canting) disc(r, heart float64, rings, n int, deal *seed.Stream) []pattern.Shape {
	kinds := []int{0, 1, 2, 3, 4, 5, 6}
	for i := len(kinds) - 1; i > 0; i-- {
		j := deal.Below(i + 1)
		kinds[i], kinds[j] = kinds[j], kinds[i]
	}
	widths, sum := make([]float64, rings), 0.
	for i := range widths {
		widths[i] = deal.Range(.75, 1.3)
		sum += widths[i]
	}
	backs := []pattern.Role{pattern.Fill, pattern.Ground, pattern.Fill2, pattern.Ground, pattern.Accent, pattern.Ground}
	marks := []pattern.Role{pattern.Outline, pattern.Latar, pattern.Outline, pattern.Fill, pattern.Outline, pattern.Fill2}
	w := c.contour()
	rim := scallops(r, .045*r, 4*n)
	out := []pattern.Shape{
		line(pattern.Latar, pattern.Klowong, 3.4*w, rim),
		area(pattern.Fill2, pattern.Klowong, rim),
		line(pattern.Outline, pattern.Klowong, w, rim),
		dots(pattern.Outline, pattern.Filling, ringDots(4*n, .955*r, 0, math.Max(.05, math.Min(.7*c.medium(), .01*r)))),
	}
	// Within a ring's contour runs a pale line, with cloth open on both sides.
	pale := math.Max(.5*c.medium(), thinnest(c.o))
	in := math.Max(.9*w, float64(.5*w)+c.apart()+float64(.5*pale))
	at := .92 * r
	for i := range rings {
		next := at - float64(widths[i]/sum*(.92-heart)*r)
		edge := geom.Circle(geom.Pt{}, at)
		back := backs[i%len(backs)]
		out = append(out,
			area(back, pattern.Klowong, edge),
			line(pattern.Outline, pattern.Klowong, w, edge),
			line(pattern.Latar, pattern.Klowong, pale, geom.Circle(geom.Pt{}, at-in)))
		mark := marks[i%len(marks)]
		out = append(out, c.targetRing(kinds[i%len(kinds)], next+float64(.4*w), at-math.Max(1.3*w, in+float64(.5*pale)), max(12, 4*int(float64(n)*geom.Clamp(at/r+.1, .4, 1))), mark)...)
		at = next
	}
	// The heart: a rosette of sixteen on the ground.
	outer := many(leaf(.2*at, .9*at, .15*at, .62), around(geom.Pt{}, 16, 0))
	return append(out,
		area(pattern.Ground, pattern.Klowong, geom.Circle(geom.Pt{}, at)),
		line(pattern.Outline, pattern.Klowong, w, geom.Circle(geom.Pt{}, at)),
		area(pattern.Fill, pattern.Klowong, outer),
		line(pattern.Outline, pattern.Klowong, .6*c.medium(), outer),
		area(pattern.Accent, pattern.Klowong, geom.Circle(geom.Pt{}, .3*at)),
		line(pattern.Outline, pattern.Klowong, c.medium(), geom.Circle(geom.Pt{}, .3*at)),
		dots(pattern.Outline, pattern.Filling, append(ringDots(8, .17*at, 0, .032*at), geom.Dot{R: .07 * at})))
}

func drawWaxDisc(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(w * c.value("height"))}
	centers := moved(geom.Pt{}, size.Mul(.5))
	// Two neighbours along a row and two across: the nearer pair decides.
	r := math.Min(w/2, float64(size.Len()/4)) - float64(2.2*c.contour())
	ground := c.bubbled("cmm", size)
	var out []pattern.Shape
	// Small bursts stand in the gaps.
	gaps := moved(geom.Pt{X: w / 2}, geom.Pt{Y: size.Y / 2})
	g := math.Max(.06*w, float64(.4*(float64(size.Y/2)-r)))
	burst := many(leaf(.18*g, g, .17*g, .7), around(geom.Pt{}, 12, 0))
	out = append(out, merged(append(waxed(pattern.Accent, .6*c.contour(), burst),
		waxed(pattern.Fill, .5*c.contour(), geom.Circle(geom.Pt{}, .3*g))...), gaps)...)
	out = append(out, merged(c.disc(r, c.value("heart"), c.whole("rings"), c.whole("turns"), o.Seed.At("disc")), centers)...)
	return pattern.Tile{Size: size, Shapes: full(append(c.around(out, size, ground), out...)...)}
}

// wedge is a rib of a fan from radius r0 to r1 about the origin, along +x, with
// a rounded end and straight sides; half is its half angle in turns.
func wedge(r0, r1, half float64) geom.Path {
	b := geom.Polar(r1, half)
	round := float64(.9 * b.Y)
	p := geom.Path{}.MoveTo(geom.Polar(r0, half)).LineTo(geom.Pt{X: b.X, Y: b.Y})
	p = p.CubeTo(geom.Pt{X: b.X + round, Y: b.Y}, geom.Pt{X: b.X + round, Y: -b.Y}, geom.Pt{X: b.X, Y: -b.Y})
	return p.LineTo(geom.Polar(r0, -half)).Close()
}

func drawWaxFan(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(1.16 * w)}
	n, rims := c.whole("ribs"), c.whole("rims")
	open := c.value("spread") / 360
	r := .46 * w
	b, m := c.contour(), c.medium()
	// The fan opens upward from its foot at the origin.
	step := open / float64(n)
	up := make([]geom.Affine, n)
	for i := range up {
		up[i] = geom.Rotate(-.25 + float64(step*(float64(i)-float64(float64(n-1)/2))))
	}
	var odd, even []geom.Affine
	for i, a := range up {
		// Counted from the middle, so that the mirror keeps the colours.
		if d := 2*i - (n - 1); (max(d, -d)/2)%2 == 0 {
			even = append(even, a)
		} else {
			odd = append(odd, a)
		}
	}
	rim := func(k float64) geom.Path { return many(wedge(.1*r, k*r, .5*step), up) }
	var fan []pattern.Shape
	fan = append(fan,
		line(pattern.Latar, pattern.Klowong, 3.2*b, rim(.9)),
		area(pattern.Accent, pattern.Klowong, rim(.9)),
		line(pattern.Outline, pattern.Klowong, b, rim(.9)))
	// Rims: each nearer the foot, drawn over the last, with dots between.
	k := .9
	roles := []pattern.Role{pattern.Ground, pattern.Fill2, pattern.Accent}
	for i := range rims {
		var ds []geom.Dot
		k -= .085
		for _, a := range up {
			// Midway between the round ends of two rims.
			side := geom.Polar(float64((k+.0425)*r), .5*step)
			for _, d := range []float64{-.6, 0, .6} {
				q := geom.Pt{X: side.X + float64(side.Y*(.675-float64(.34*d*d))), Y: float64(d * side.Y)}
				ds = append(ds, geom.Dot{C: a.Apply(q), R: .55 * m})
			}
		}
		fan = append(fan, dots([]pattern.Role{pattern.Outline, pattern.Latar, pattern.Outline}[i%3], pattern.Filling, ds),
			area(roles[i%3], pattern.Klowong, rim(k)), line(pattern.Outline, pattern.Klowong, m, rim(k)))
	}
	k -= .05
	rib := wedge(.12*r, k*r, .38*step)
	inner := wedge(.3*r, (k-.06)*r, .2*step)
	core := leaf(float64(.34*r), float64((k-.02)*r), float64(.09*step*(2*math.Pi)*r), .8)
	fill := c.fill("body", pattern.Isen, inner.Flatten(.1), geom.Pt{X: float64(.3 * r)}, geom.Pt{X: float64(k * r)})
	fan = append(fan,
		area(pattern.Fill, pattern.Klowong, many(rib, even)),
		area(pattern.Fill2, pattern.Klowong, many(rib, odd)),
		line(pattern.Outline, pattern.Klowong, m, many(rib, up)))
	// Between ribs the cloth shows only from where it is broad enough.
	gap := .12 * step * (2 * math.Pi)
	upTo := math.Min(float64(k*r), (m+c.apart())/gap)
	for _, sgn := range []float64{-1, 1} {
		inset := geom.Polygon(geom.Polar(.1*r, .38*step*sgn), geom.Polar(upTo, .38*step*sgn), geom.Polar(upTo, .5*step*sgn), geom.Polar(.1*r, .5*step*sgn))
		fan = append(fan, area(pattern.Outline, pattern.Klowong, many(inset, up)))
	}
	if len(fill) > 0 {
		fan = append(fan, line(pattern.Isen, pattern.Filling, .5*m, many(inner, even)))
		// Half a rib's filling and its mirror, lest a crooked one break the fan's.
		fan = append(fan, merged(mirroredHalf(fill), even)...)
	} else {
		fan = append(fan, area(pattern.Isen, pattern.Filling, many(core, even)))
	}
	fan = append(fan,
		area(pattern.Outline, pattern.Filling, many(core, odd)),
		area(pattern.Latar, pattern.Filling, many(leaf(float64(.42*r), float64((k-.06)*r), float64(.035*step*(2*math.Pi)*r), .8), odd)))
	// The foot: a half medallion and a tassel of three drops.
	foot := geom.Circle(geom.Pt{}, .2*r)
	drop := geom.Petal(.3*r, .17*r).Transform(geom.Translate(geom.Pt{X: float64(.12 * r)}))
	drops := many(drop, []geom.Affine{geom.Rotate(.16), geom.Rotate(.34), geom.Rotate(.25)})
	fan = append(fan, waxed(pattern.Fill, m, drops)...)
	fan = append(fan, line(pattern.Isen, pattern.Filling, .6*m, many(geom.Polyline(geom.Pt{X: float64(.22 * r)}, geom.Pt{X: float64(.34 * r)}), []geom.Affine{geom.Rotate(.16), geom.Rotate(.34), geom.Rotate(.25)})))
	fan = append(fan, waxed(pattern.Accent, .8*b, foot)...)
	fan = append(fan, c.targetRing(0, .09*r, .18*r, 12, pattern.Fill2)...)
	fan = append(fan, dots(pattern.Outline, pattern.Klowong, []geom.Dot{{R: .07 * r}}))

	places := moved(geom.Pt{Y: float64(.52 * size.Y)}, geom.Pt{X: w / 2, Y: float64(1.02 * size.Y)})
	return pattern.Tile{Size: size, Shapes: full(append(c.around(merged(fan, places), size, c.bubbled("cm", size)), merged(fan, places)...)...)}
}

// mirroredHalf keeps what lies at y > 0 of a filling along +x, and mirrors it.
func mirroredHalf(ss []pattern.Shape) []pattern.Shape {
	both := []geom.Affine{geom.Identity(), geom.Scale(1, -1)}
	out := make([]pattern.Shape, len(ss))
	for i, s := range ss {
		var p geom.Path
		for _, q := range s.Path.Flatten(.05) {
			if geom.Bounds(q.Pts).Center().Y > s.Width {
				p = p.Join(q.Path())
			}
		}
		var ds []geom.Dot
		for _, d := range s.Dots {
			if d.C.Y > d.R {
				ds = append(ds, d)
			}
		}
		s.Path, s.Dots = many(p, both), manyDots(ds, both)
		out[i] = s
	}
	return full(out...)
}

// sunburst draws a medallion with rays about the origin, of n rays by turns long
// and short.
func (c canting) sunburst(r float64, n int, short float64, collars int, a, b2 pattern.Role) []pattern.Shape {
	b, m := c.contour(), c.medium()
	long := leaf(.4*r, r, float64(.62*math.Pi*.7*r/float64(n)), .62)
	half := leaf(.4*r, float64(short*r), float64(.62*math.Pi*.7*r/float64(n)), .6)
	ls, hs := around(geom.Pt{}, n/2, 0), around(geom.Pt{}, n/2, 1/float64(n))
	ribs := many(leaf(.55*r, .93*r, float64(.2*math.Pi*.7*r/float64(n)), .7), ls)
	out := append(waxed(b2, .75*b, many(half, hs)), waxed(a, .75*b, many(long, ls))...)
	out = append(out,
		area(pattern.Isen, pattern.Filling, ribs),
		dots(pattern.Latar, pattern.Filling, ringDots(n/2, r*(float64(.5*short)+.53), 1/float64(n), math.Max(.05, math.Min(1.3*m, .35*math.Pi*r/float64(n))))))
	rim := scallops(.6*r, .035*r, n/2) // over the rays' feet, which run together
	out = append(out, waxed(pattern.Ground, .8*b, rim)...)
	at := .54 * r
	for i := range collars {
		next := at - float64(.075*r)
		out = append(out, c.targetRing([]int{0, 1, 2}[i], next, at, n/2, []pattern.Role{b2, pattern.Latar, a}[i])...)
		at = next - float64(.3*m)
		out = append(out, line(pattern.Outline, pattern.Klowong, m, geom.Circle(geom.Pt{}, at)))
		at -= float64(.3 * m)
	}
	out = append(out, area(a, pattern.Klowong, geom.Circle(geom.Pt{}, at)), line(pattern.Outline, pattern.Klowong, b, geom.Circle(geom.Pt{}, at)))
	petals := many(leaf(.18*at, .86*at, .13*at, .62), around(geom.Pt{}, 12, 0))
	return append(out,
		area(pattern.Ground, pattern.Klowong, petals),
		line(pattern.Outline, pattern.Klowong, .8*m, petals),
		area(b2, pattern.Filling, many(leaf(.38*at, .76*at, .06*at, .62), around(geom.Pt{}, 12, 0))),
		area(pattern.Accent, pattern.Klowong, geom.Circle(geom.Pt{}, .27*at)),
		line(pattern.Outline, pattern.Klowong, m, geom.Circle(geom.Pt{}, .27*at)),
		dots(pattern.Outline, pattern.Filling, []geom.Dot{{R: .1 * at}}))
}

func drawWaxSunburst(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	size := geom.Pt{X: s, Y: s}
	n := c.whole("rays") / 4 * 4
	r := float64(s/2) - float64(2*c.contour())
	k := c.value("second")
	ground := []pattern.Shape{screened(pattern.Latar, size, s/36, .0056*s*c.value("screen")*geom.Clamp(o.Dense(), .5, 1.5))}
	small := float64(r * k)
	var out []pattern.Shape
	out = append(out, merged(c.sunburst(small, n/2/4*4, .8, min(1, c.whole("collar")), pattern.Fill2, pattern.Accent), moved(geom.Pt{}))...)
	// Drops lie along the sides, between two large medallions.
	drop := append(waxed(pattern.Fill2, .6*c.contour(), leaf(1.1*small, float64(s/2)-float64(.02*s), .036*s, .4)),
		area(pattern.Accent, pattern.Filling, leaf(1.25*small, float64(.46*s), .017*s, .4)),
		dots(pattern.Latar, pattern.Filling, []geom.Dot{{C: geom.Pt{X: geom.Mix(1.25*small, .46*s, .4)}, R: .007 * s}}))
	out = append(out, merged(drop, around(geom.Pt{}, 4, 0))...)
	out = append(out, merged(c.sunburst(r, n, c.value("short"), c.whole("collar"), pattern.Fill, pattern.Fill2), moved(size.Mul(.5)))...)
	return pattern.Tile{Size: size, Shapes: full(append(c.around(out, size, ground), out...)...)}
}

func drawWaxEye(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	open := c.value("open")
	size := geom.Pt{X: w, Y: float64(w * (.32 + float64(1.05*open)))}
	b := c.contour()
	a := float64(.4 * w)
	big := c.almond(a, float64(a*open), c.whole("rings"), 4*c.whole("lashes"), pattern.Fill, pattern.Fill2)
	small := c.almond(.5*a, float64(.5*a*open), max(2, c.whole("rings")-1), 4*max(3, c.whole("lashes")-3), pattern.Accent, pattern.Fill)
	// The large ones stand on the tile's middle and on its side, the small ones
	// between the rows.
	ground := []pattern.Shape{screened(pattern.Latar, size, w/34, .006*w*c.value("screen")*geom.Clamp(o.Dense(), .5, 1.5))}
	var out []pattern.Shape
	out = append(out, merged(small, moved(geom.Pt{}))...)
	out = append(out, merged(waxed(pattern.Fill2, .6*b, many(leaf(.02*w, .1*w, .022*w, .6), around(geom.Pt{}, 8, .0625))), moved(geom.Pt{X: w / 2}))...)
	out = append(out, merged(waxed(pattern.Accent, .6*b, geom.Circle(geom.Pt{}, .022*w)), moved(geom.Pt{X: w / 2}))...)
	out = append(out, merged(big, moved(size.Mul(.5)))...)
	return pattern.Tile{Size: size, Shapes: full(append(c.around(out, size, ground), out...)...)}
}

// lens is the almond |y| ≤ b, |x| ≤ a of two arcs.
func eyeLens(a, b float64) geom.Path {
	return geom.Path{}.MoveTo(geom.Pt{X: a}).
		CubeTo(geom.Pt{X: float64(.55 * a), Y: float64(b * 1.05)}, geom.Pt{X: float64(.3 * a), Y: float64(b * 1.0)}, geom.Pt{Y: b}).
		CubeTo(geom.Pt{X: float64(-.3 * a), Y: b}, geom.Pt{X: float64(-.55 * a), Y: float64(1.05 * b)}, geom.Pt{X: -a}).
		CubeTo(geom.Pt{X: float64(-.55 * a), Y: float64(-1.05 * b)}, geom.Pt{X: float64(-.3 * a), Y: -b}, geom.Pt{Y: -b}).
		CubeTo(geom.Pt{X: float64(.3 * a), Y: -b}, geom.Pt{X: float64(.55 * a), Y: float64(-1.05 * b)}, geom.Pt{X: a}).Close()
}

// almond draws a seed-shaped almond about the origin, with spikes round it and a
// flower for a heart.
func (c canting) almond(a, h float64, rings, spikes int, one, two pattern.Role) []pattern.Shape {
	b, m := c.contour(), c.medium()
	var lashes geom.Path
	var ends []geom.Dot
	// A quarter of the spikes, mirrored: their feet at even lengths of the edge.
	edge := eyeLens(.94*a, .92*h).Flatten(.05)[0].Pts
	quarter := make([]geom.Pt, 0, len(edge))
	for _, q := range edge {
		if q.X > -1e-6 && q.Y > -1e-6 {
			quarter = append(quarter, q)
		}
	}
	q := geom.Poly{Pts: quarter}
	k := spikes / 4
	at := q.Resample(q.Length() / float64(2*k)).Pts
	for i := 1; i < len(at) && i <= 2*k; i += 2 {
		dir := geom.Pt{X: at[i].X / (a * a), Y: at[i].Y / (h * h)}.Unit()
		l := float64(h * (.3 + float64(.1*float64(i/2%2))))
		spike := leaf(0, l, .11*l, .35).Transform(geom.Rotate(geom.Angle(dir)).At(at[i]))
		for _, x := range quarters() {
			lashes = lashes.Join(spike.Transform(x))
			ends = append(ends, geom.Dot{C: x.Apply(at[i].Add(dir.Mul(1.13 * l))), R: math.Max(.05, .045*l)})
		}
	}
	out := waxed(two, .5*b, lashes)
	out = append(out, dots(pattern.Latar, pattern.Filling, ends))
	out = append(out, waxed(one, b, eyeLens(a, h))...)
	out = append(out, line(pattern.Isen, pattern.Filling, .7*m, eyeLens(.9*a, .86*h)))
	if n := int(float64(a) / float64(3*m)); n > 2 {
		out = append(out, dots(pattern.Isen, pattern.Filling, beaded(eyeLens(.95*a, .93*h), float64(2.6*m), .45*m, 4)))
	}
	out = append(out, area(pattern.Ground, pattern.Klowong, eyeLens(.82*a, .74*h)), line(pattern.Outline, pattern.Klowong, m, eyeLens(.82*a, .74*h)))
	// Rays fill the white from the heart to both corners.
	var rays geom.Path
	for i := range 9 {
		t := float64(float64(i-4) / 4 * .075)
		for _, x := range []geom.Affine{geom.Identity(), geom.Scale(-1, 1)} {
			from, to := geom.Polar(.6*h, t), geom.Polar(float64(a*(.74-float64(3.2*math.Abs(t)))), float64(t*.55))
			rays = rays.Join(geom.Polyline(from, to).Transform(x))
		}
	}
	out = append(out, line(two, pattern.Filling, .9*m, rays))
	r := .7 * h
	roles := []pattern.Role{two, pattern.Ground, one, pattern.Accent, pattern.Ground, two}
	for i := range rings {
		e := geom.Circle(geom.Pt{}, r)
		next := r - float64(.52*h/float64(rings))
		out = append(out, area(roles[i%6], pattern.Klowong, e), line(pattern.Outline, pattern.Klowong, m, e))
		if i < rings-1 {
			out = append(out, c.targetRing([]int{3, 6, 2, 0, 1}[i%5], next+float64(.3*m), r-float64(.5*m), max(8, 24-4*i), []pattern.Role{one, pattern.Latar, pattern.Outline, pattern.Outline, pattern.Latar}[i%5])...)
		}
		r = next
	}
	return append(out, area(pattern.Accent, pattern.Klowong, geom.Circle(geom.Pt{}, r)), line(pattern.Outline, pattern.Klowong, m, geom.Circle(geom.Pt{}, r)),
		dots(pattern.Outline, pattern.Filling, []geom.Dot{{R: math.Max(.05, .45*r)}}))
}

func drawWaxSpiral(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(.62 * w)}
	b, m := c.contour(), c.medium()
	turns, share := c.value("turns"), c.value("gap")
	// Both spirals of the S have the pitch R/turns; they leave each other at the
	// origin, where the one is the other's half turn.
	d := float64(.235 * w)
	steps := int(64 * turns)
	arm := make([]geom.Pt, 0, steps+1)
	for i := 0; i <= steps; i++ {
		t := float64(i) / float64(steps)
		arm = append(arm, geom.Pt{X: d}.Add(geom.Polar(float64(d*(1-float64(.93*t))), .5+float64(turns*t))))
	}
	s := make([]geom.Pt, 0, 2*len(arm))
	for i := len(arm) - 1; i > 0; i-- {
		s = append(s, arm[i].Mul(-1))
	}
	s = append(s, arm...)
	path := geom.Polyline(s...)
	pitch := float64(d * .93 / turns)
	wide := float64(pitch * share)
	rim := wide + float64(2.6*b)
	if pitch-rim < 1.5*b {
		rim = math.Max(rim, pitch+float64(.8*m)) // a slit between two turns shows but scraps of the ground
	}
	half := []geom.Affine{geom.Identity(), geom.Scale(-1, -1)}
	fig := []pattern.Shape{}
	// Sprouts stand outward on the outer turn of each spiral.
	n := c.whole("sprouts")
	sprout, eye := geom.Path{}, []geom.Dot{}
	for i := range n {
		t := .03 + float64(.8/turns*(float64(i)+.5)/float64(n))
		q := geom.Pt{X: d}.Add(geom.Polar(float64(d*(1-float64(.93*t))), .5+float64(turns*t)))
		a := geom.Angle(q.Sub(geom.Pt{X: d}))
		l := float64(d * (.3 + float64(.08*float64(i%2))))
		at := geom.Rotate(a + .035).At(q.Add(geom.Polar(.4*wide, a)))
		sprout = sprout.Join(geom.Petal(l, .5*l).Transform(at))
		eye = append(eye, geom.Dot{C: at.Apply(geom.Pt{X: float64(.42 * l)}), R: .09 * l}, geom.Dot{C: at.Apply(geom.Pt{X: float64(.7 * l)}), R: .055 * l})
	}
	fig = append(fig, waxed(pattern.Fill2, .7*b, many(sprout, half))...)
	fig = append(fig, dots(pattern.Outline, pattern.Filling, manyDots(eye, half)))
	fig = append(fig,
		line(pattern.Latar, pattern.Klowong, rim, path),
		line(pattern.Outline, pattern.Klowong, wide+float64(1.0*b), path),
		line(pattern.Fill, pattern.Klowong, math.Max(.3*wide, wide-float64(.8*b)), path))
	if wide > 5*b {
		fig = append(fig, line(pattern.Outline, pattern.Filling, float64(.34*wide)+m, path), line(pattern.Ground, pattern.Filling, .34*wide, path))
	}
	chain := geom.Poly{Pts: s}
	l := chain.Length()
	if pitch := math.Max(.42*wide, 1.6*m); l/pitch < 2000 {
		var ds []geom.Dot
		for _, q := range chain.Resample(l / (2 * math.Floor(l/(2*pitch)))).Pts {
			ds = append(ds, geom.Dot{C: q, R: .11 * wide})
		}
		fig = append(fig, dots(pattern.Latar, pattern.Filling, thin(ds, .25*wide)))
	}
	ends := []geom.Dot{{C: arm[len(arm)-1]}, {C: arm[len(arm)-1].Mul(-1)}}
	for _, e := range []struct {
		role pattern.Role
		r    float64
	}{{pattern.Outline, .75 * wide}, {pattern.Accent, .6 * wide}, {pattern.Ground, .38 * wide}, {pattern.Outline, .2 * wide}} {
		ds := make([]geom.Dot, len(ends))
		for i, q := range ends {
			ds[i] = geom.Dot{C: q.C, R: e.r}
		}
		fig = append(fig, dots(e.role, pattern.Klowong, ds))
	}
	out := c.bubbled("p2", size)
	// Between the rows a small burst turns with the cloth.
	burst := many(geom.Petal(.085*w, .031*w).Transform(geom.Rotate(.03).At(geom.Pt{X: float64(.018 * w)})), around(geom.Pt{}, 10, .01))
	inside := many(geom.Petal(.045*w, .018*w).Transform(geom.Rotate(.03).At(geom.Pt{X: float64(.042 * w)})), around(geom.Pt{}, 10, .01))
	out = append(out, merged(append(waxed(pattern.Accent, .6*b, burst),
		area(pattern.Ground, pattern.Filling, inside), dots(pattern.Ground, pattern.Klowong, []geom.Dot{{R: .022 * w}}), dots(pattern.Outline, pattern.Klowong, []geom.Dot{{R: .012 * w}})), moved(geom.Pt{}))...)
	out = append(out, merged(waxed(pattern.Fill2, .6*b, many(geom.Circle(geom.Pt{X: float64(.042 * w)}, .016*w), around(geom.Pt{}, 6, .02))), moved(geom.Pt{X: w / 2}))...)
	out = append(out, merged(fig, moved(size.Mul(.5)))...)
	return pattern.Tile{Size: size, Shapes: full(out...)}
}

// vane is a curved body along +x: a spine and half widths by the share s of its
// length.
type vane struct{ length, bend, half float64 }

// at returns the point at share s, v half widths to the side.
func (f vane) at(s, v float64) geom.Pt {
	sin, cos := geom.SinCos(.5 * s)
	spine := geom.Pt{X: float64(f.length * s), Y: float64(f.bend * f.length * sin)}
	n := geom.Pt{X: 1, Y: float64(f.bend * math.Pi * cos)}.Unit().Perp()
	// Broad soon after the foot, rounded at the tip.
	w := f.half * geom.Pow(math.Max(0, geom.Sin(.5*geom.Pow(geom.Clamp(s, 0, 1), .75))), .55)
	return spine.Add(n.Mul(v * w))
}

// barb returns the strip of the vane that leaves the quill between shares s0 and
// s1 on a side and sweeps forward to the edge.
func (f vane) barb(s0, s1, side float64) geom.Path {
	const sweep, steps = .11, 7
	pts := make([]geom.Pt, 0, 2*steps+2)
	for i := 0; i <= steps; i++ {
		t := float64(i) / steps
		pts = append(pts, f.at(math.Min(1, s0+float64(sweep*t*t)+float64(.02*t)), side*t))
	}
	for i := steps; i >= 0; i-- {
		t := float64(i) / steps
		pts = append(pts, f.at(math.Min(1, s1+float64(sweep*t*t)+float64(.02*t)), side*t))
	}
	return geom.Polygon(pts...)
}

func drawWaxFeather(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(1.36 * w)}
	b, m := c.contour(), c.medium()
	n := c.whole("barbs")
	f := vane{.98 * w, float64(.16 * c.value("bend")), float64(.15 * w * c.value("width"))}
	var sets [2]geom.Path
	var ribs geom.Path
	var specks []geom.Dot
	const first, last = .1, .93
	for i := range n {
		s0, s1 := geom.Mix(first, last, float64(i)/float64(n)), geom.Mix(first, last, (float64(i)+.92)/float64(n))
		for k, side := range []float64{-1, 1} {
			sets[(i+k)%2] = sets[(i+k)%2].Join(f.barb(s0, s1, side))
			mid := float64((s0 + s1) / 2)
			ribs = ribs.Join(geom.Polyline(f.at(mid+.012, .22*side), f.at(mid+.05, .6*side), f.at(mid+.085, .82*side)))
			specks = append(specks, geom.Dot{C: f.at(math.Min(1, mid+.13), 1.16*side), R: .55 * m})
		}
	}
	all := sets[0].Join(sets[1])
	fig := []pattern.Shape{
		line(pattern.Latar, pattern.Klowong, 3.2*b, all),
		area(pattern.Fill, pattern.Klowong, sets[0]),
		area(pattern.Fill2, pattern.Klowong, sets[1]),
		line(pattern.Outline, pattern.Klowong, .7*b, all),
	}
	if fill := c.fill("body", pattern.Isen, sets[0].Flatten(.1), f.at(0, 0), f.at(1, 0)); len(fill) > 0 {
		fig = append(fig, fill...)
	} else {
		fig = append(fig, line(pattern.Isen, pattern.Filling, .7*m, ribs))
	}
	fig = append(fig, dots(pattern.Latar, pattern.Filling, specks))
	// The eye of the feather: drops within drops, toward the tip.
	tip := f.at(1, 0)
	dir := tip.Sub(f.at(.8, 0)).Unit()
	drop := func(k float64) geom.Path {
		return geom.Petal(float64(.3*w*k), float64(.24*w*k)).Transform(geom.Rotate(geom.Angle(dir)).At(tip.Sub(dir.Mul(float64(.306 * w * k)))))
	}
	for i, k := range []float64{1, .72, .46} {
		// Each drop shares the tip's side, so that they nest towards it.
		d := drop(k).Transform(geom.Translate(dir.Mul(.035 * w * (.3 - float64(float64(i)*.85)))))
		role := []pattern.Role{pattern.Ground, pattern.Accent, pattern.Outline}[i]
		if i == 0 {
			fig = append(fig, waxed(role, .8*b, d)...)
			fig = append(fig, dots(pattern.Latar, pattern.Filling, beaded(drop(.84).Transform(geom.Translate(dir.Mul(-.006*w))), 2.6*m, .5*m, 2)))
		} else {
			fig = append(fig, area(role, pattern.Klowong, d), line(pattern.Outline, pattern.Klowong, m, d))
		}
	}
	heart := tip.Sub(dir.Mul(.14 * w))
	fig = append(fig, dots(pattern.Latar, pattern.Klowong, []geom.Dot{{C: heart, R: .016 * w}}))
	// The quill runs from beyond the foot to the eye, with down at its foot.
	var quill []geom.Pt
	for i := range 25 {
		quill = append(quill, f.at(geom.Mix(-.06, .72, float64(i)/24), 0))
	}
	var down, shafts geom.Path
	for i, a := range []float64{.3, .36, .42, .58, .64, .7} {
		l := float64((.12 + float64(.03*float64(i%3))) * w)
		at := geom.Rotate(a).At(f.at(.05, 0))
		down = down.Join(geom.Petal(l, .05*w).Transform(at))
		shafts = shafts.Join(leaf(float64(.35*l), float64(.85*l), .007*w, .5).Transform(at))
	}
	fig = append(append(waxed(pattern.Accent, .7*b, down), area(pattern.Ground, pattern.Filling, shafts)), fig...)
	fig = append(fig,
		line(pattern.Outline, pattern.Klowong, 2.4*b, geom.Polyline(quill...)),
		line(pattern.Latar, pattern.Klowong, 1.1*b, geom.Polyline(quill...)))
	// Seeds keep the feather company.
	var seeds []pattern.Shape
	for i := range 3 {
		q := geom.Polar(.065*w, float64(i)/3)
		seeds = append(seeds, waxed(pattern.Accent, .6*b, geom.Ellipse(q, .045*w, .03*w, float64(i)/3))...)
		seeds = append(seeds, area(pattern.Ground, pattern.Filling, geom.Ellipse(q, .026*w, .015*w, float64(i)/3)), dots(pattern.Outline, pattern.Filling, []geom.Dot{{C: q, R: .008 * w}}))
	}
	// The feather leans across its half of the tile, foot below.
	at := geom.Pt{X: float64(.27 * w), Y: float64(.3 * size.Y)}
	lean := geom.Translate(f.at(.5, 0).Mul(-1)).Then(geom.Rotate(-.21)).Then(geom.Translate(at))
	seeds = layered(seeds, 5)
	ground := c.bubbled("pg", size)
	var out []pattern.Shape
	out = append(out, merged(seeds, after(geom.Translate(geom.Pt{X: float64(.8 * w), Y: float64(.22 * size.Y)}), spread("pg", size, geom.Pt{X: float64(.8 * w), Y: float64(.22 * size.Y)})))...)
	out = append(out, merged(fig, after(lean, spread("pg", size, at)))...)
	return pattern.Tile{Size: size, Shapes: full(append(c.around(out, size, ground), out...)...)}
}

func drawWaxTrail(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(1.5 * w)}
	b, m := c.contour(), c.medium()
	amp := float64(.13 * w * c.value("wave"))
	stem := func(t float64) geom.Pt { return geom.Pt{X: float64(amp * geom.Sin(t)), Y: float64(t * size.Y)} }
	along := func(t float64) float64 {
		return geom.Angle(geom.Pt{X: float64(amp * 2 * math.Pi * geom.Cos(t)), Y: size.Y})
	}
	var wood []geom.Pt
	for i := 0; i <= 48; i++ {
		wood = append(wood, stem(float64(i)/48))
	}
	n := c.whole("leaves")
	var bodies, halves, veins, ribs geom.Path
	var berries []geom.Dot
	var fills []pattern.Shape
	for i := range n {
		t := (float64(i) + .35) / float64(2*n)
		// By turns to the outside and the inside of the bend; the outer are longer.
		side := 1 - float64(2*float64(i%2))
		l := float64(w * (.4 - float64(.06*float64(i%2))) * geom.Clamp(5.6/float64(n), .8, 1.35))
		a := along(t) - float64(side*.155)
		at := geom.Rotate(a).At(stem(t))
		half := .2 * l
		x0 := .1 * l
		bodies = bodies.Join(leaf(x0, l, half, .42).Transform(at))
		// The shaded half lies below the rib.
		under := geom.Path{}.MoveTo(geom.Pt{X: x0}).CubeTo(geom.Pt{X: float64(.2 * l), Y: float64(.7 * half)}, geom.Pt{X: float64(.3 * l), Y: half}, geom.Pt{X: float64(.478 * l), Y: half}).
			CubeTo(geom.Pt{X: float64(.69 * l), Y: half}, geom.Pt{X: float64(.87 * l), Y: float64(.5 * half)}, geom.Pt{X: l}).Close()
		halves = halves.Join(under.Transform(at))
		ribs = ribs.Join(geom.Polyline(geom.Pt{}, geom.Pt{X: float64(.9 * l)}).Transform(at))
		for j := range 6 {
			x := float64(l * (.2 + float64(.1*float64(j))))
			h := float64(half * []float64{.62, .74, .76, .7, .56, .4}[j])
			veins = veins.Join(geom.Polyline(geom.Pt{X: x}, geom.Pt{X: x + float64(.1*l), Y: -h}).Transform(at))
			if j < 5 {
				berries = append(berries, geom.Dot{C: at.Apply(geom.Pt{X: x + float64(.1*l), Y: float64(.48 * h)}), R: .6 * m})
			}
		}
		if f := c.fill("body", pattern.Isen, leaf(.16*l, .94*l, .8*half, .42).Flatten(.1), geom.Pt{X: x0}, geom.Pt{X: l}); len(f) > 0 {
			fills = append(fills, merged(f, []geom.Affine{at})...)
		}
	}
	leaves := waxed(pattern.Fill, b, bodies)
	if len(fills) == 0 {
		leaves = append(leaves, area(pattern.Fill2, pattern.Klowong, halves),
			line(pattern.Isen, pattern.Filling, .8*m, veins), dots(pattern.Outline, pattern.Filling, berries),
			line(pattern.Outline, pattern.Klowong, b, bodies))
	}
	leaves = append(append(leaves, fills...), line(pattern.Outline, pattern.Klowong, m, ribs))
	// Eggs lie in the bays: a shell, a ring of cloth, a yolk.
	var eggs []pattern.Shape
	for i := range c.whole("seeds") {
		q := geom.Polar(.1*w, float64(i)/float64(max(1, c.whole("seeds")-1)))
		r := .036 * w
		if i == 0 {
			q, r = geom.Pt{}, .052*w
		}
		turn := geom.Angle(q)
		eggs = append(eggs, waxed(pattern.Accent, .6*b, geom.Ellipse(q, 1.15*r, .9*r, turn))...)
		eggs = append(eggs, area(pattern.Ground, pattern.Klowong, geom.Ellipse(q, .7*r, .52*r, turn)), dots(pattern.Fill2, pattern.Klowong, []geom.Dot{{C: q, R: .26 * r}}))
	}
	eggs = layered(eggs, 5)
	bay := geom.Pt{X: float64(-.38 * w), Y: float64(.26 * size.Y)}
	glide := spread("pg", size, geom.Pt{X: float64(.1 * w), Y: float64(.1 * size.Y)})
	for i := range glide { // undo the shift that spread chose along x: the stem lies on x = 0
		glide[i].C = 0
	}
	middle := geom.Translate(geom.Pt{X: w / 2})
	out := c.bubbled("pg", size)
	out = append(out, merged(eggs, combined([]geom.Affine{geom.Translate(bay)}, combined(glide, []geom.Affine{middle})))...)
	path := geom.Smooth(wood, false).Transform(middle)
	out = append(out, line(pattern.Latar, pattern.Klowong, 4.6*b, path))
	out = append(out, merged(leaves, combined(glide, []geom.Affine{middle}))...)
	out = append(out, line(pattern.Outline, pattern.Klowong, 3*b, path), line(pattern.Fill2, pattern.Klowong, 1.3*b, path))
	return pattern.Tile{Size: size, Shapes: full(out...)}
}

// layered joins figures of n shapes each, drawn one after the other, to n shapes:
// all of the first, then all of the second.
func layered(ss []pattern.Shape, n int) []pattern.Shape {
	if len(ss) <= n {
		return ss
	}
	out := make([]pattern.Shape, n)
	for i := range out {
		out[i] = ss[i]
		for j := i + n; j < len(ss); j += n {
			out[i].Path = out[i].Path.Join(ss[j].Path)
			out[i].Dots = append(out[i].Dots, ss[j].Dots...)
		}
	}
	return out
}
