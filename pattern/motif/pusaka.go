package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Things that the cloths of the courts show: the mountain, the throne, the boat,
// fire. Each is about s mm high about the origin. Bodies take the filling of the
// slot "body".

// ogive is a pointed arch that stands on the x axis about x, w wide and h high.
func ogive(x, w, h float64) geom.Path {
	right := []geom.Pt{{X: 0, Y: -h}, {X: .1 * w, Y: -.86 * h}, {X: .3 * w, Y: -.66 * h}, {X: .46 * w, Y: -.38 * h}, {X: .5 * w, Y: -.14 * h}, {X: .44 * w, Y: 0}}
	return both(right).Transform(geom.Translate(geom.Pt{X: x}))
}

// meru is the mountain: ogives in rows, the lower before the upper, each with
// contours inside its contour and a plant's bud at its heart.
func (c canting) meru(s float64, rows int) emblem {
	var e emblem
	up := geom.Pt{Y: .42 * s}
	ply := 0
	peak := func(x, y, w, h float64, role pattern.Role) {
		m := geom.Translate(geom.Pt{X: x, Y: y}.Add(up))
		e.body(ply, role, c.bold(), ogive(0, w, h).Transform(m))
		// The outer two part far enough for a row of cecek where that is not too far.
		r, least := math.Max(.7*c.cecek(), .55*finest(c.o)), float64(c.bold()/2)+c.apart()+float64(c.thin()/2)
		beads := least + c.apart() + float64(2.1*r)
		in := math.Max(least, math.Max(.12*w, math.Min(.17*w, beads)))
		deep := math.Max(.19*w, in+c.apart()+c.thin())
		within := func(d, lift float64) geom.Path {
			k := 1 - float64(2*d/w)
			return ogive(0, float64(k*w), float64((k+lift)*h)).Transform(m)
		}
		heart := within(deep, .04)
		e.add(ply, line(ink(role), pattern.Filling, c.thin(), within(in, .02).Join(heart)))
		if c.o.Filling(c.in, "body") != "" && c.roomy() {
			c.filled(&e, ply, "body", role, heart, geom.Pt{X: x, Y: y}.Add(up), geom.Pt{X: x, Y: y - h}.Add(up))
		} else {
			e.body(ply, pattern.Accent, c.thin(), ogive(0, .3*w, .34*h).Transform(m))
		}
		if in >= beads {
			e.add(ply, dots(ink(role), pattern.Filling, beaded(within(.5*in, .005), 4.4*c.cecek(), r, 1)))
		}
	}
	// Peaks of a row touch and those of the next stand before the gaps, so that the
	// mountain is its own mirror image.
	w := .4 * s
	peak(0, float64(-.16*s), float64(1.15*w), float64(.76*s), pattern.Fill)
	for row := 1; row < rows; row++ {
		ply++
		role := pattern.Fill2
		if row%2 == 0 {
			role = pattern.Fill
		}
		y := -.2 + float64(.2*float64(row)/float64(rows-1))
		for i := range row + 1 {
			peak(float64((float64(i)-float64(float64(row)/2))*.98*w), float64(y*s), w, float64((.56-float64(.04*float64(row)))*s), role)
		}
	}
	// The ground that it stands on, with a row of dots.
	half := float64(float64(.5*w) * float64(rows))
	ply++
	e.body(ply, pattern.Fill2, c.bold(), both([]geom.Pt{{X: 0, Y: .4 * s}, {X: half, Y: .4 * s}, {X: half + float64(.05*s), Y: .445 * s}, {X: half, Y: .49 * s}, {X: 0, Y: .49 * s}}))
	e.add(ply, dots(pattern.Outline, pattern.Filling, c.row(.445*s, float64(.95*half), float64(.045*s), .6*c.cecek())))
	return e
}

// row returns dots of about the radius in a row about the axis at y, as far as half
// to both sides; none where the strip that they stand in, half as high as told, has
// no room for them.
func (c canting) row(y, half, high, r float64) []geom.Dot {
	r = math.Max(r, .55*finest(c.o))
	if high < float64(c.bold()/2)+float64(.9*c.apart())+r {
		return nil
	}
	pitch := math.Max(3.5*r, float64(2*r)+c.apart())
	n := int(half / pitch)
	ds := make([]geom.Dot, 0, 2*n+1)
	for i := -n; i <= n; i++ {
		ds = append(ds, geom.Dot{C: geom.Pt{X: float64(float64(i) * pitch), Y: y}, R: r})
	}
	return ds
}

// tier is a part of a building that is its own mirror image: w0 wide above at y0
// and w1 wide below at y1, its lower corners drawn out to hooks by eave.
func tier(s, y0, w0, y1, w1, eave float64) geom.Path {
	if eave == 0 {
		return geom.Polygon(chain(s, -w0/2, y0, w0/2, y0, w1/2, y1, -w1/2, y1)...)
	}
	m := geom.Mix(y0, y1, .6)
	return outline(
		chain(s, -w0/2, y0, w0/2, y0),
		chain(s, w0/2, y0, float64(.38*w1), m, w1/2, m-float64(.2*eave), float64(w1/2)+float64(.5*eave), y0-float64(.25*eave)),
		chain(s, float64(w1/2)+float64(.5*eave), y0-float64(.25*eave), float64(w1/2)+float64(.36*eave), m, float64(.42*w1), y1),
		chain(s, float64(.42*w1), y1, float64(-.42*w1), y1),
		chain(s, float64(-.42*w1), y1, float64(-w1/2)-float64(.36*eave), m, float64(-w1/2)-float64(.5*eave), y0-float64(.25*eave)),
		chain(s, float64(-w1/2)-float64(.5*eave), y0-float64(.25*eave), -w1/2, m-float64(.2*eave), float64(-.38*w1), m, -w0/2, y0))
}

// throne is dampar or a pavilion for heirlooms: steps, a chest with a zigzag
// panel, pillars, two roofs with turned eaves, a flame on top.
func (c canting) throne(s float64) emblem {
	var e emblem
	// Leaves spring from both sides.
	var side emblem
	c.feathered(&side, 0, pattern.Fill2, fan(3, plume{foot: geom.Pt{X: .2 * s, Y: .36 * s}, dir: -.17, bend: -.1, l: .34 * s, half: .05 * s, at: .5},
		plume{foot: geom.Pt{X: .26 * s, Y: .38 * s}, dir: .0, bend: -.16, l: .24 * s, half: .045 * s, at: .5}))
	e.pair(0, side)
	e.body(1, pattern.Fill2, c.bold(), tier(s, .39, .6, .49, .68, 0))
	e.body(1, pattern.Fill, c.bold(), tier(s, .29, .46, .39, .5, 0))
	e.body(1, pattern.Fill, c.bold(), tier(s, .1, .4, .29, .4, 0))
	e.body(1, pattern.Fill2, c.bold(), tier(s, .04, .48, .1, .44, 0))
	// The hall: ground between pillars, an heirloom in it.
	e.body(1, pattern.Ground, c.bold(), tier(s, -.14, .4, .04, .4, 0))
	e.body(2, pattern.Accent, c.bold(), both(chain(s, 0, -.13, .045, -.06, .06, -.01, .045, .04, 0, .04)))
	pillars := []float64{-.178, -.1, .1, .178} // the outer ones against the walls
	if float64(.025*s) < c.thin()+c.apart() {  // no room between two
		pillars = []float64{-.178, .178}
	}
	for _, x := range pillars {
		e.body(2, pattern.Fill, c.thin(), tier(s, -.125, .045, .04, .045, 0).Transform(geom.Translate(geom.Pt{X: x * s})))
	}
	e.body(2, pattern.Fill, c.bold(), tier(s, -.28, .26, -.13, .56, .16))
	e.body(2, pattern.Fill2, c.bold(), tier(s, -.37, .12, -.28, .34, .16))
	// Steps of dots, the zigzag of the panel.
	r := .7 * c.cecek()
	e.add(1, dots(pattern.Outline, pattern.Filling, c.row(.44*s, .26*s, .05*s, r)), dots(pattern.Isen, pattern.Filling, c.row(.34*s, .18*s, .05*s, r)))
	// The panel keeps clear of the chest's contour.
	in := math.Max(.03, (float64(c.bold()/2)+c.apart()+float64(c.thin()/2))/s)
	box := geom.R(float64((in-.2)*s), float64((.1+in)*s), float64((.4-float64(2*in))*s), float64((.19-float64(2*in))*s))
	panel := box.Path()
	e.add(1, line(pattern.Isen, pattern.Filling, c.thin(), panel))
	if id := c.o.Filling(c.in, "body"); id == "" || !c.roomy() {
		l, t, r, b := box.Min.X/s, box.Min.Y/s, box.Max.X/s, box.Max.Y/s
		zig := chain(s, l, b, .5*l, t, 0, b, .5*r, t, r, b)
		e.add(1, line(pattern.Isen, pattern.Filling, c.thin(), geom.Polyline(zig...)))
	} else {
		c.filled(&e, 1, "body", pattern.Fill, panel, geom.Pt{Y: .3 * s}, geom.Pt{Y: .13 * s})
	}
	var tiles geom.Path
	// As many tiles as find room at the ridge.
	each := int(math.Min(4, .096*s/(c.thin()+c.apart())))
	low := -.13 - math.Max(.03, (float64(c.bold()/2)+c.apart()+float64(c.thin()/2))/s)
	for i := -each; i <= each; i++ {
		x := float64(i) / float64(max(1, each))
		tiles = tiles.Join(geom.Polyline(geom.Pt{X: .096 * x * s, Y: -.24 * s}, geom.Pt{X: (.096 + float64(.92*(low+.24))) * x * s, Y: low * s}))
	}
	e.add(2, line(pattern.Isen, pattern.Filling, c.thin(), tiles))
	e.add(2, dots(pattern.Outline, pattern.Filling, c.row(-.32*s, .1*s, .045*s, r)))
	e.put(2, c.flame(.2*s, 1), geom.Translate(geom.Pt{Y: -.43 * s}))
	return e
}

// flame is lidah api or modang: a tongue with smaller ones to both sides.
func (c canting) flame(s float64, sides int) emblem {
	var e emblem
	foot := geom.Pt{Y: .45 * s}
	var side emblem
	role := pattern.Fill2
	if .1*s < 2*c.thin() { // all contour
		role = pattern.Outline
	}
	for i := range sides {
		t := float64(i+1) / float64(max(1, sides))
		c.leaf(&side, 0, role, plume{foot: foot, dir: -.25 + float64(.17*t), bend: -.16 * t, l: s * (.86 - float64(.3*t)), half: .1 * s, at: .42})
	}
	e.pair(0, side)
	c.leaf(&e, 1, pattern.Fill, plume{foot: foot, dir: -.25, l: 1.0 * s, half: .15 * s, at: .4})
	return e
}

// boat is baita: a hull with curled ends, a pavilion and flames on its deck, waves
// under it.
func (c canting) boat(s float64) emblem {
	var e emblem
	var side emblem
	c.tendril(&side, 1, geom.Pt{X: .44 * s, Y: .06 * s}, -.17, .42*s, -1)
	c.feathered(&side, 0, pattern.Fill2, fan(2, plume{foot: geom.Pt{X: .22 * s, Y: .12 * s}, dir: -.2, bend: -.04, l: .34 * s, half: .05 * s, at: .5},
		plume{foot: geom.Pt{X: .32 * s, Y: .12 * s}, dir: -.15, bend: -.08, l: .26 * s, half: .045 * s, at: .5}))
	e.pair(0, side)
	var hall emblem
	hall.put(0, c.throne(.56*s), geom.Translate(geom.Pt{Y: -.14 * s}))
	e.put(0, hall, geom.Identity())
	hull := both(chain(s, 0, .12, .25, .1, .42, .06, .54, -.06, .55, .06, .47, .2, .32, .32, .14, .37, 0, .375))
	e.body(4, pattern.Fill, c.bold(), hull)
	in := both(chain(s, 0, .17, .25, .15, .4, .12, .42, .17, .3, .27, .13, .32, 0, .325))
	e.add(4, line(pattern.Isen, pattern.Filling, c.thin(), in))
	c.filled(&e, 4, "body", pattern.Fill, in, geom.Pt{X: -.4 * s, Y: .2 * s}, geom.Pt{X: .4 * s, Y: .2 * s})
	var waves geom.Path
	for row, half := range []int{4, 3} {
		for i := -half; i <= half; i++ {
			at := geom.Pt{X: .1 * float64(i) * s, Y: (.43 + float64(.06*float64(row))) * s}
			waves = waves.Join(geom.Arc(at, .05*s, .5, 1))
		}
	}
	e.add(4, line(pattern.Outline, pattern.Klowong, c.thin(), waves))
	return e
}

// crown is makuta, as it descends on wahyu tumurun: a beaded brow band with
// rising leaves, three domes one above the other, a flame.
func (c canting) crown(s float64) emblem {
	var e, side emblem
	// Wings of leaves sweep up from the band.
	c.feathered(&side, 0, pattern.Fill2, fan(3, plume{foot: geom.Pt{X: .2 * s, Y: .24 * s}, dir: -.2, bend: -.06, l: .5 * s, half: .055 * s, at: .55},
		plume{foot: geom.Pt{X: .26 * s, Y: .32 * s}, dir: -.01, bend: -.2, l: .4 * s, half: .05 * s, at: .55}))
	e.pair(0, side)
	e.put(0, c.flame(.26*s, 1), geom.Translate(geom.Pt{Y: -.38 * s}))
	dome := func(y0, y1, w float64) geom.Path {
		return both(chain(s, 0, y0, .24*w, y0+.02, .42*w, geom.Mix(y0, y1, .35), .5*w, geom.Mix(y0, y1, .7), .46*w, y1, 0, y1))
	}
	e.body(1, pattern.Fill2, c.bold(), dome(-.34, -.14, .22))
	e.body(2, pattern.Fill, c.bold(), dome(-.22, .04, .36))
	e.body(3, pattern.Fill, c.bold(), dome(-.06, .34, .52))
	panel := dome(0, .17, .34)
	e.add(3, line(pattern.Isen, pattern.Filling, c.thin(), panel))
	c.filled(&e, 3, "body", pattern.Fill, panel, geom.Pt{Y: .16 * s}, geom.Pt{})
	r := math.Max(.8*c.cecek(), .55*finest(c.o))
	in := math.Max(.045, (float64(c.bold()/2)+c.apart()+r)/s)
	e.add(2, dots(pattern.Isen, pattern.Filling, beaded(dome(in-.22, .02, .36-float64(2*in)), 4.2*r, r, 1)))
	// The band, higher at its ends, with leaves on the brow.
	band := outline(chain(s, -.36, .24, -.2, .29, 0, .31, .2, .29, .36, .24), chain(s, .36, .24, .39, .33, .34, .4),
		chain(s, .34, .4, .18, .46, 0, .48, -.18, .46, -.34, .4), chain(s, -.34, .4, -.39, .33, -.36, .24))
	e.body(4, pattern.Fill2, c.bold(), band)
	var row []geom.Dot
	for i := -4; i <= 4; i++ {
		x := .075 * float64(i)
		row = append(row, geom.Dot{C: geom.Pt{X: x * s, Y: (.395 - float64(.55*x*x)) * s}, R: .022 * s})
	}
	e.add(4, dots(pattern.Outline, pattern.Filling, row))
	for i := -2; i <= 2; i++ {
		x := .13 * float64(i)
		c.leaf(&e, 4, pattern.Accent, plume{foot: geom.Pt{X: x * s, Y: (.3 - float64(.5*x*x)) * s}, dir: -.25 + float64(.1*x), l: .12 * s, half: .03 * s, at: .45})
	}
	return e
}
