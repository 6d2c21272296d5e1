package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func grompols() []drawing {
	return []drawing{{"grompol", pattern.Info{ID: "grompol", Family: "ceplok", Group: "p4m",
		Params: []pattern.Param{
			sizeParam(56),
			ratio("fruit", "Size of the fruits", "Besar buah", .7, 1.15, 1),
			count("contour", "Contours inside the fruits", "Garis di dalam buah", 0, 3, 2),
			count("buds", "Buds round the cluster: none, eight, sixteen", "Kuncup keliling: tanpa, delapan, enam belas", 0, 2, 2),
			count("ring", "Dotted rings round the cluster", "Lingkar titik", 0, 2, 1),
			dyedParam(0),
		},
		Slots: []pattern.Slot{
			{ID: "fruit", Name: "Fruits", Nama: "Buah", Def: "cecek_sawut"},
			{ID: "ground", Name: "Ground", Nama: "Latar", Def: "cecek"},
		},
		Repeats: squareRepeats(),
	}, drawGrompol}}
}

// drawGrompol gathers four oval fruits round a disc, with buds about them
// (handbook §1.9): grompol means gathered together.
func drawGrompol(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	ink := newClothInks(c.whole("dyed") == 1)
	s, k, f, bead := c.size, c.klowong(), c.fine(), c.cecek()
	heart := moved(geom.Pt{X: s / 2, Y: s / 2})
	// Ovals A = .16 s and B = .11 s at .22 s.
	a, b, at := float64(.165*s*c.value("fruit")), float64(.125*s*c.value("fruit")), float64(.225*s)
	quarters := around(geom.Pt{}, 4, 0)
	oval := func(in float64) geom.Path { return geom.Superellipse(geom.Pt{X: at}, a-in, b-in, 2.2, 0) }

	var cluster []pattern.Shape
	// Dotted rings, then buds on stalks between and before the fruits.
	ring := float64(.435 * s)
	for i := range c.whole("ring") {
		q := ring + float64(.032*s*float64(i))
		n := 16 * max(1, int(2*math.Pi*q/float64(16*4*bead)))
		cluster = append(cluster, dots(ink.mark, pattern.Filling, ringDots(n, q, .5/float64(n), bead)))
	}
	bodies := []rimmed{{many(oval(0), quarters), .5 * c.rim(1.5*k)}}
	var budded []pattern.Shape
	buds := func(n int, first, x0, x1, half float64, body pattern.Role) {
		p := many(leaf(x0, x1, half, .62), around(geom.Pt{}, n, first))
		rim := math.Max(f, c.apart())
		bodies = append(bodies, rimmed{p, rim})
		budded = append(budded,
			line(ink.mark, pattern.Klowong, 2*rim, p),
			area(body, pattern.Klowong, p),
			line(ink.isen(body), pattern.Filling, .8*f, many(geom.Polyline(geom.Pt{X: geom.Mix(x0, x1, .25)}, geom.Pt{X: geom.Mix(x0, x1, .8)}), around(geom.Pt{}, n, first))))
	}
	if kind := c.whole("buds"); kind > 0 {
		buds(4, .125, .15*s, .395*s, .044*s, ink.body)
		if kind == 2 {
			buds(8, .0625+.0165, .27*s, .405*s, .026*s, ink.body)
			buds(8, .0625-.0165, .27*s, .405*s, .026*s, ink.body)
		}
		budded = append(budded, dots(ink.mark, pattern.Filling, ringDots(4, .407*s, .125, 1.5*bead)))
	}
	cluster = append(append(cluster, area(ink.mark, pattern.Klowong, c.joined(bodies...))), budded...)
	fruit := []pattern.Shape{
		line(ink.mark, pattern.Klowong, c.rim(1.5*k), oval(0)),
		line(pattern.Outline, pattern.Klowong, 1.5*k, oval(0)),
		area(ink.bright, pattern.Klowong, oval(0)),
	}
	depth := float64(.6 * f)
	for i := range c.whole("contour") {
		if i == 0 {
			// Cecek between the edge and the first contour.
			row := depth + math.Max(.8*bead, c.apart()) + bead
			// None lies half under the heart's rim.
			cecek := slices.DeleteFunc(beaded(oval(row), 3.2*bead, bead, 4), func(d geom.Dot) bool {
				return d.C.Len() < float64(.088*s)+float64(.5*c.rim(k))+bead
			})
			fruit = append(fruit, dots(ink.isen(ink.bright), pattern.Filling, cecek))
			depth = row + bead + math.Max(1.2*bead, c.apart()+float64(.5*f))
		} else {
			depth += math.Max(2.2*f, f+c.apart())
		}
		if b-depth < .3*b {
			break
		}
		fruit = append(fruit, line(ink.isen(ink.bright), pattern.Filling, .8*f, oval(depth)))
	}
	if room := b - depth - f; room > 1.5*c.nozzle {
		seed := geom.Circle(geom.Pt{X: at}, .3*room)
		body := append(oval(depth+f).Flatten(.05), seed.Flatten(.05)...)
		fruit = append(fruit, c.fill("fruit", ink.isen(ink.bright), body, geom.Pt{X: at}, geom.Pt{X: at + a})...)
		fruit = append(fruit, dots(ink.body, pattern.Filling, []geom.Dot{{C: geom.Pt{X: at}, R: .22 * room}}))
	}
	cluster = append(cluster, merged(c.mirrored(fruit), quarters)...)
	cluster = append(cluster, c.ringed(ink, ink.body, .088*s, 8)...)
	cluster = append(cluster, dots(ink.bright, pattern.Filling, ringDots(8, .038*s, 0, .0095*s)))
	cluster = append(cluster, dots(ink.bright, pattern.Filling, []geom.Dot{{R: .018 * s}}))

	out := []pattern.Shape{ink.cloth(s)}
	// The ground between the rings: the star about the corner, of which an eighth
	// decides the rest.
	q := ring + float64(.032*s*float64(max(1, c.whole("ring"))))
	star := geom.Poly{Closed: true}
	for _, m := range quarters {
		star.Pts = append(star.Pts, geom.Arc(geom.Pt{X: s / 2, Y: s / 2}, q, .75, .5).Transform(m).Flatten(.05)[0].Pts...)
	}
	body := []geom.Poly{star, geom.Circle(geom.Pt{}, .175*s).Flatten(.05)[0]}
	for _, x := range c.fill("ground", ink.mark, body, geom.Pt{X: -s / 2}, geom.Pt{X: s / 2}) {
		out = append(out, merged(full(c.octant(x)), quarters)...)
	}
	// A flower at the corner.
	out = append(out, c.ceplokBody(ink.body, .03*s, .145*s, .034*s, .6, f, quarters)...)
	out = append(out, c.ceplokBody(ink.bright, .03*s, .165*s, .045*s, .6, f, around(geom.Pt{}, 4, .125))...)
	out = append(out, c.ringed(ink, ink.body, .046*s, 8)...)
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(append(out, merged(cluster, heart)...)...)}
}

// octant keeps what of a shape lies in the eighth below the x axis' side of x = y,
// with its image in x = y.
func (c canting) octant(s pattern.Shape) pattern.Shape {
	flip := geom.Affine{B: 1, D: 1}
	room := float64(.5 * c.apart())
	in := func(p geom.Pt, r float64) bool { return p.Y > r+room && p.X-p.Y > float64((r+room)*math.Sqrt2) }
	var ds []geom.Dot
	for _, d := range s.Dots {
		if in(d.C, d.R) {
			ds = append(ds, d, geom.Dot{C: flip.Apply(d.C), R: d.R})
		}
	}
	var path geom.Path
	for _, q := range s.Path.Flatten(.02) {
		whole := true
		for _, p := range q.Pts {
			whole = whole && in(p, float64(.5*s.Width))
		}
		if whole {
			path = path.Join(q.Path()).Join(q.Path().Transform(flip))
		}
	}
	s.Dots, s.Path = ds, path
	return s
}

// mirrored keeps the half of each shape's dots and subpaths on one side of the x
// axis and mirrors it, so that fillings traced anyhow keep the motif's mirror.
// What straddles the axis stays as it is.
func (c canting) mirrored(shapes []pattern.Shape) []pattern.Shape {
	flip := geom.Scale(1, -1)
	near := float64(.3 * c.fine())
	for i, s := range shapes {
		var path geom.Path
		for _, q := range s.Path.Flatten(.02) {
			y := geom.Bounds(q.Pts).Center().Y
			switch {
			case y > near:
				path = path.Join(q.Path()).Join(q.Path().Transform(flip))
			case y >= -near:
				path = path.Join(q.Path())
			}
		}
		var ds []geom.Dot
		for _, d := range s.Dots {
			switch {
			case d.C.Y > d.R+near:
				ds = append(ds, d, geom.Dot{C: geom.Pt{X: d.C.X, Y: -d.C.Y}, R: d.R})
			case math.Abs(d.C.Y) < .5*d.R:
				ds = append(ds, geom.Dot{C: geom.Pt{X: d.C.X}, R: d.R})
			}
		}
		if s.Kind == geom.Area {
			path = s.Path
		}
		shapes[i].Path, shapes[i].Dots = path, ds
	}
	return shapes
}
