package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// shweshwes are fine figures of pin-dots in the manner of shweshwe, which was
// discharged from indigo by pins in a roller: everything is a dot, no line is
// drawn. Cells of 3 to 30 mm; geometry of our own, no mill's library.
func shweshwes() []drawing {
	pin := pattern.Param{ID: "pin", Name: "Pitch of the pins", Nama: "Jarak jarum", Unit: "mm", Min: .8, Max: 2.4, Def: 1.1, Step: .05}
	return []drawing{
		{"shweshwe_pindot", pattern.Info{ID: "shweshwe_pindot", Family: "shweshwe", Group: "p4m",
			Params: []pattern.Param{
				sizeParam(30), pin,
				count("petals", "Petals of the rosette, in fours", "Kelopak roset, per empat", 1, 4, 2),
				count("rings", "Rings round the rosette", "Lingkar keliling roset", 0, 3, 2),
				count("corner", "Corner: ring, small rosette, lozenge", "Sudut: lingkar, roset kecil, wajik", 0, 2, 1),
				count("stripe", "Stripes along the sides", "Garis sepanjang sisi", 0, 2, 2),
			},
			Repeats: squareRepeats(),
		}, drawPindot},
		{"shweshwe_daun", pattern.Info{ID: "shweshwe_daun", Family: "shweshwe", Group: "pg",
			Params: []pattern.Param{
				sizeParam(38), pin,
				count("leaves", "Pairs of leaves on a sprig", "Pasang daun tiap tangkai", 1, 4, 3),
				ratio("height", "Height of the repeat to its width", "Tinggi ulang banding lebar", 1.2, 2, 1.5),
				ratio("powder", "Single pins on the ground", "Jarum tunggal pada latar", 0, 1, .6),
			},
			Repeats: []symmetry.Kind{symmetry.Block},
		}, drawPinLeaf},
	}
}

// pins are rows of dots at a pitch, in the sizes that a roller's pins have.
type pins struct {
	pitch, r float64
	open     float64 // the least ground between two that a tool leaves
}

func newPins(c canting) pins {
	p := float64(c.value("pin") * math.Sqrt(math.Max(1, c.k)))
	return pins{p, float64(.3 * p * geom.Clamp(c.o.Weight(), .7, 1.3)), float64(1.02 * c.apart())}
}

// apart is the least ground between two pins: a hair less than a row leaves.
func (p pins) apart() float64 { return float64(1.15 * p.r) }

// settle sets pins on a tile one after the other, with their images under the
// group, and drops those that would run into an earlier one.
func (p pins) settle(on *packing, ds []geom.Dot) []geom.Dot {
	var out []geom.Dot
	for _, d := range ds {
		out = append(out, on.put(d, p.apart())...)
	}
	return out
}

// row returns pins along a line, k times the usual size and pitch.
func (p pins) row(path geom.Path, k float64, fold int) []geom.Dot {
	return beaded(path, math.Max(p.pitch*k, float64(2*p.r*k)+p.open), float64(p.r*k), fold)
}

// petal returns a petal of pins from x0 to x1 along +x: its edge, its rib, and a
// row between when there is room. Pins above the axis are mirrored below, so that
// they lie evenly.
func (p pins) petal(x0, x1, half float64) []geom.Dot {
	edge := leaf(x0, x1, half, .56).Flatten(.01)[0].Pts
	upper := geom.Poly{Pts: edge[:len(edge)/2+1]}
	n := max(2, int(upper.Length()/p.pitch))
	var ds []geom.Dot
	both := func(q geom.Pt, r float64) {
		ds = append(ds, geom.Dot{C: q, R: r})
		if q.Y > .5*p.pitch {
			ds = append(ds, geom.Dot{C: geom.Pt{X: q.X, Y: -q.Y}, R: r})
		}
	}
	for _, q := range upper.Resample(upper.Length() / float64(n)).Pts {
		if q.Y < .55*p.pitch {
			q.Y = 0
		}
		both(q, p.r)
	}
	m := max(1, int((x1-x0)/(1.25*p.pitch)))
	for i := 1; i < m; i++ {
		ds = append(ds, geom.Dot{C: geom.Pt{X: geom.Mix(x0, x1, float64(i)/float64(m))}, R: .8 * p.r})
	}
	return thin(ds, float64(2*p.r)+p.apart())
}

func drawPindot(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	p := newPins(c)
	n := 4 * c.whole("petals")
	mid := moved(geom.Pt{X: s / 2, Y: s / 2})
	var white, tint, bold []geom.Dot
	r := float64(.3 * s)
	rings := c.whole("rings")
	stripes := c.whole("stripe")
	// Petals of pins, the heart a ring of larger ones.
	white = append(white, manyDots(p.petal(.26*r, r, math.Min(.3*r, float64(.5*math.Pi*r/float64(n)))), around(geom.Pt{}, n, 0))...)
	bold = append(bold, geom.Dot{R: 1.7 * p.r})
	white = append(white, p.row(geom.Circle(geom.Pt{}, 1.7*p.pitch), .8, 8)...)
	tint = append(tint, ringDots(n, .86*r, .5/float64(n), 1.5*p.r)...)
	tint = append(tint, ringDots(n, r+float64(.2*p.pitch), .5/float64(n), p.r)...)
	for i := range rings {
		at := r + float64(p.pitch*(1.1+float64(1.05*float64(i))))
		k := []float64{1, .75, 1}[i]
		ds := p.row(geom.Circle(geom.Pt{}, at), k, 8)
		if i == 1 {
			tint = append(tint, ds...)
		} else {
			white = append(white, ds...)
		}
	}
	white, tint, bold = manyDots(white, mid), manyDots(tint, mid), manyDots(bold, mid)
	clear := r + float64(p.pitch*(1.2+float64(1.05*float64(rings))))

	// The corner, about the origin.
	reach := math.Max(2.2*p.pitch, float64(s/math.Sqrt2)-clear-float64(.8*p.pitch))
	switch c.whole("corner") {
	case 0:
		for k := 1.; k*1.6*p.pitch < reach; k++ {
			white = append(white, p.row(geom.Circle(geom.Pt{}, k*1.6*p.pitch), 1, 8)...)
		}
	case 1:
		white = append(white, manyDots(p.petal(.3*reach, reach, .26*reach), around(geom.Pt{}, 4, .125))...)
		white = append(white, manyDots(p.petal(.3*reach, .8*reach, .2*reach), around(geom.Pt{}, 4, 0))...)
	case 2:
		m := max(2, int(reach/(1.25*p.pitch)))
		for i := -m; i <= m; i++ {
			for j := -m; j <= m; j++ {
				if d := max(i, -i) + max(j, -j); d <= m && d > 1 && d%3 != 0 {
					white = append(white, geom.Dot{C: geom.Pt{X: float64(float64(i) * 1.25 * p.pitch), Y: float64(float64(j) * 1.25 * p.pitch)}, R: p.r})
				}
			}
		}
	}
	bold = append(bold, geom.Dot{R: 1.5 * p.r})
	// Stripes run along the sides, between two corners, in threes of pins.
	steps := max(2, int((s-float64(2*reach))/(1.6*p.pitch))/2*2)
	for i := range steps + 1 {
		x := geom.Mix(reach, s-reach, float64(i)/float64(steps))
		if stripes > 0 && x > reach && x < s-reach {
			for _, q := range []geom.Pt{{X: x}, {Y: x}} {
				if i%2 == 0 {
					tint = append(tint, geom.Dot{C: q, R: 1.25 * p.r})
				} else if stripes == 1 {
					white = append(white, geom.Dot{C: q, R: .8 * p.r})
				}
			}
			if stripes == 2 && i%2 == 1 {
				d := .75 * p.pitch
				white = append(white, geom.Dot{C: geom.Pt{X: x, Y: d}, R: .85 * p.r}, geom.Dot{C: geom.Pt{X: x, Y: -d}, R: .85 * p.r},
					geom.Dot{C: geom.Pt{X: d, Y: x}, R: .85 * p.r}, geom.Dot{C: geom.Pt{X: -d, Y: x}, R: .85 * p.r})
			}
		}
	}
	size := geom.Pt{X: s, Y: s}
	on := newPacking("p4m", size, 5*p.r)
	bold = p.settle(on, bold)
	tint = p.settle(on, tint)
	return pattern.Tile{Size: size, Shapes: full(
		dots(pattern.Fill2, pattern.Tembok, tint),
		dots(pattern.Fill, pattern.Tembok, append(bold, p.settle(on, white)...)),
	)}
}

func drawPinLeaf(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(w * c.value("height"))}
	p := newPins(c)
	// A sprig curves up along +x from its foot: stem, pairs of leaves, a bud.
	l := .47 * size.Y
	stem := func(t float64) geom.Pt { return geom.Pt{X: float64(l * t), Y: float64(.06 * l * geom.Sin(.5*t))} }
	dir := func(t float64) float64 {
		return geom.Angle(geom.Pt{X: 1, Y: float64(.06 * math.Pi * geom.Cos(.5*t))})
	}
	var white, tint []geom.Dot
	m := max(6, int(l/(.95*p.pitch)))
	for i := range m {
		white = append(white, geom.Dot{C: stem(float64(i) / float64(m)), R: p.r * .9})
	}
	n := c.whole("leaves")
	for i := range n {
		t := geom.Mix(.1, .86, (float64(i)+.2)/float64(n))
		k := float64(w * (.37 - float64(.045*float64(i))) * geom.Clamp(3.6/float64(n), .85, 1.1))
		for _, side := range []float64{-1, 1} {
			at := geom.Rotate(dir(t) + float64(side*.13)).At(stem(t))
			white = append(white, manyDots(p.petal(.2*k, k, math.Max(1.2*p.pitch, .165*k)), []geom.Affine{at})...)
		}
	}
	bud := geom.Rotate(dir(1)).At(stem(1))
	// As many in a ring as the tool leaves ground between.
	ring := min(8, int(2*math.Pi*1.15*p.pitch/(float64(1.4*p.r)+p.open)))
	tint = append(tint, manyDots(append(ringDots(ring, 1.9*p.pitch, 0, p.r), geom.Dot{R: 1.7 * p.r}), []geom.Affine{bud})...)
	white = append(white, manyDots(ringDots(ring, 1.15*p.pitch, .5/float64(ring), .7*p.r), []geom.Affine{bud})...)
	foot := geom.Pt{X: float64(.26 * w), Y: float64(.5 * size.Y)}
	at := []geom.Affine{geom.Rotate(-.235).At(foot)}
	on := newPacking("pg", size, 6*p.r)
	tint = p.settle(on, manyDots(tint, at))
	white = p.settle(on, manyDots(white, at))
	// Single pins fill what is bare.
	r := o.Seed.At("pins")
	for range int(float64(size.X*size.Y) / float64(p.pitch*p.pitch) * c.value("powder")) {
		q := geom.Pt{X: float64(r.Float64() * size.X), Y: float64(r.Float64() * size.Y)}
		// Within the reach of the packing's cells.
		tint = append(tint, on.put(geom.Dot{C: q, R: .75 * p.r}, 2.2*p.r)...)
	}
	return pattern.Tile{Size: size, Shapes: full(
		dots(pattern.Fill2, pattern.Tembok, tint),
		dots(pattern.Fill, pattern.Tembok, white),
	)}
}
