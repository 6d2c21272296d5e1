package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// damasks are tone on tone: the medallions of bazin for Senegal, whose bodies are
// shaded by satin lines as on woven damask, and the leafy stamps of quilting
// cloth for the West.
func damasks() []drawing {
	return []drawing{
		{"bazin_medallion", pattern.Info{ID: "bazin_medallion", Family: "bazin", Group: "cmm",
			Params: []pattern.Param{
				sizeParam(170),
				ratio("height", "Height of the repeat to its width", "Tinggi ulang banding lebar", 1.2, 1.8, 1.45),
				{ID: "satin", Name: "Pitch of the satin lines", Nama: "Jarak garis satin", Unit: "mm", Min: .8, Max: 3, Def: 1.3, Step: .1},
				count("leaves", "Leaves in a quarter of the garland", "Daun tiap seperempat untaian", 4, 10, 7),
				count("petals", "Petals of the palmette", "Kelopak palmet", 3, 9, 5),
				count("rosette", "Petals of the heart, in fours", "Kelopak inti, per empat", 1, 4, 2),
			},
			Repeats: squareRepeats(),
		}, drawBazin},
		{"stamp_texture", pattern.Info{ID: "stamp_texture", Family: "stamp", Group: "p1",
			Params: []pattern.Param{
				sizeParam(200),
				ratio("fullness", "How close the stamps stand", "Kerapatan cap", .3, 1.5, 1),
				ratio("mix", "Share of spirals among the leaves", "Porsi pilin di antara daun", 0, 1, .35),
				ratio("ghost", "Pale leaves beneath", "Daun pucat di bawah", 0, 1, .7),
				count("lobes", "Leaflets of a sprig", "Anak daun tiap tangkai", 3, 8, 5),
			},
			Repeats: []symmetry.Kind{symmetry.Block},
		}, drawStamps},
	}
}

// satin returns level lines at the pitch within a path, as thin bodies, the first
// half a pitch from the x axis both ways: the sheen of a damask body. Where a line
// would run along the path nearer than clear, it is left out.
func satin(p geom.Path, pitch, thick, clear float64) geom.Path {
	polys := p.Flatten(.05)
	b := p.Bounds()
	if !(pitch > 0) || b.H() > 800*pitch {
		return geom.Path{}
	}
	// level returns where the level y enters and leaves the path, by turns.
	level := func(y float64) []float64 {
		var xs []float64
		for _, q := range polys {
			for i, u := range q.Pts {
				v := q.Pts[(i+1)%len(q.Pts)]
				if (u.Y > y) != (v.Y > y) {
					xs = append(xs, geom.Mix(u.X, v.X, (y-u.Y)/(v.Y-u.Y)))
				}
			}
		}
		slices.Sort(xs)
		return xs
	}
	var out geom.Path
	for k := int(math.Floor(b.Min.Y / pitch)); float64(k)*pitch < b.Max.Y; k++ {
		y := float64((float64(k) + .5) * pitch)
		xs := level(y)
		above, below := level(y-float64(.5*thick)-clear), level(y+float64(.5*thick)+clear)
		for i := 0; i+1 < len(xs); i += 2 {
			x0, x1 := xs[i], xs[i+1]
			for _, near := range [][]float64{above, below} {
				x0, x1 = shared(near, x0, x1, float64(4*clear))
			}
			if x1-x0 > thick {
				out = out.Join(geom.R(x0, y-float64(thick/2), x1-x0, thick).Path())
			}
		}
	}
	return out
}

// shared cuts the stretch from x0 to x1 to what it shares with those of another
// level, at ends that differ by more than slack; nothing is left of one that shares
// nothing.
func shared(xs []float64, x0, x1, slack float64) (float64, float64) {
	from, to := math.Inf(1), math.Inf(-1)
	for i := 0; i+1 < len(xs); i += 2 {
		if xs[i] < x1 && xs[i+1] > x0 {
			from, to = math.Min(from, xs[i]), math.Max(to, xs[i+1])
		}
	}
	if from > to {
		return x0, x0
	}
	if from > x0+slack {
		x0 = from
	}
	if to < x1-slack {
		x1 = to
	}
	return x0, x1
}

func drawBazin(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	size := geom.Pt{X: w, Y: float64(w * c.value("height"))}
	h := size.Y
	m := c.medium()
	pitch := float64(c.value("satin") * math.Sqrt(math.Max(1, c.k)))
	centers := moved(geom.Pt{}, size.Mul(.5))
	half := []geom.Affine{geom.Identity(), geom.Scale(1, -1)}

	// A quarter of the garland runs from the side of the medallion to its top: an
	// ogee of leaves, longer toward the middle of its way.
	from, to := geom.Pt{X: float64(.36 * w)}, geom.Pt{Y: float64(.46 * h)}
	way := geom.Poly{Pts: geom.AppendCubic([]geom.Pt{from}, from, geom.Pt{X: float64(.36 * w), Y: float64(.2 * h)}, geom.Pt{X: float64(.09 * w), Y: float64(.27 * h)}, to, .02)}
	far := func(pts []geom.Pt, p geom.Pt) float64 {
		least := math.Inf(1)
		for i := 1; i < len(pts); i++ {
			d := pts[i].Sub(pts[i-1])
			t := geom.Clamp(p.Sub(pts[i-1]).Dot(d)/d.Dot(d), 0, 1)
			least = math.Min(least, p.Dist(pts[i-1].Lerp(pts[i], t)))
		}
		return least
	}
	n := c.whole("leaves")
	at := way.Resample(way.Length() / float64(2*n)).Pts
	var garland, ribs, gaps, stem geom.Path // the satin leaves gaps for the ribs
	for i := 1; i+1 < len(at); i++ {
		t := float64(i) / float64(len(at)-1)
		dir := geom.Angle(at[i+1].Sub(at[i-1]))
		// By turns outward and inward, leaning along the way.
		side := 1 - float64(2*float64(i%2))
		l := float64(w * (.075 + float64(.055*geom.Sin(.5*t))) * geom.Clamp(7/float64(n), .75, 1.2))
		f := geom.Rotate(dir - float64(side*.12)).At(at[i])
		// A leaf stays on its own side of the middle between this garland and the next
		// medallion's, which is this one half turned.
		for ; l > .02*w; l *= .93 {
			if mine := geom.Petal(l, .52*l).Transform(f).Flatten(.1)[0].Pts; !slices.ContainsFunc(mine, func(p geom.Pt) bool {
				return far(way.Pts, p) > far(way.Pts, geom.Pt{X: float64(w/2) - p.X, Y: float64(h/2) - p.Y})-float64(.6*m)-c.apart()
			}) {
				break
			}
		}
		if l <= .02*w {
			continue
		}
		garland = garland.Join(geom.Petal(l, .52*l).Transform(f))
		ribs = ribs.Join(geom.Polyline(geom.Pt{X: float64(.1 * l)}, geom.Pt{X: float64(.8 * l)}).Transform(f))
		gaps = gaps.Join(leaf(.1*l, .8*l, .5*m, .5).Transform(f))
	}
	stem = way.Path()
	// The palmette: petals fanned over the heart, up and, mirrored, down.
	k := c.whole("petals")
	var palm, cores geom.Path
	for i := range k {
		a := .25 + float64(.3*(float64(i)/float64(max(1, k-1))-.5))
		off := math.Abs(float64(2*i - (k - 1)))
		l := float64(h * (.27 - float64(.017*off)))
		f := geom.Rotate(a).At(geom.Pt{Y: float64(.015 * h)})
		wide := math.Min(.32*l, float64(1.15*l/float64(k)))
		palm = palm.Join(leaf(.3*l, l, .5*wide, .62).Transform(f))
		cores = cores.Join(leaf(.45*l, .85*l, .18*wide, .62).Transform(f))
	}
	// Scrolls curl outward at both sides of the heart.
	curl := geom.Poly{Pts: geom.Curl(1/(.2*w), 9/(.2*w), .4*w, 1.5)}
	var scroll geom.Path
	for _, q := range curl.StrokeVar(func(i int) float64 {
		return float64(.034 * w * (1 - float64(.65*float64(i)/float64(len(curl.Pts)))))
	}, .05) {
		scroll = scroll.Join(q.Path())
	}
	scroll = scroll.Transform(geom.Rotate(.02).At(geom.Pt{X: float64(.07 * w), Y: float64(.012 * h)}))
	four := quarters()
	rose := 4 * c.whole("rosette")
	petals := many(leaf(.02*w, .085*w, math.Min(.024*w, .15*w/float64(rose)), .6), around(geom.Pt{}, rose, 0))
	garland, ribs, gaps = many(garland, four), many(ribs, four), many(gaps, four)
	stem, scroll = many(stem, four), many(scroll, four)
	palm, cores = many(palm, half), many(cores, half)

	thick := math.Max(float64(.42*pitch*geom.Clamp(c.o.Weight(), .6, 1.7)), float64(1.2*finest(o)))
	pitch = math.Max(pitch, thick+float64(1.1*c.apart()))
	clear := c.apart() + float64(.275*m) // of the contours
	cloud := satin(garland.Join(gaps), pitch, thick, clear).Join(satin(palm.Join(cores), pitch, thick, clear))
	// Between medallions lies a small flower of four leaves in the same satin.
	small := many(leaf(.015*w, .09*w, .03*w, .6), around(geom.Pt{}, 6, 0))
	between := moved(geom.Pt{X: w / 2}, geom.Pt{Y: h / 2})
	return pattern.Tile{Size: size, Shapes: full(
		area(pattern.Fill, pattern.Filling, many(cloud, centers)),
		line(pattern.Fill, pattern.Klowong, .55*m, many(garland.Join(palm), centers)),
		line(pattern.Ground, pattern.Klowong, 2.6*m, many(stem, centers)),
		line(pattern.Fill, pattern.Klowong, 1.3*m, many(stem, centers)),
		line(pattern.Ground, pattern.Filling, .9*m, many(ribs, centers)),
		area(pattern.Ground, pattern.Klowong, many(cores, centers)),
		line(pattern.Fill2, pattern.Klowong, .5*m, many(cores, centers)),
		area(pattern.Ground, pattern.Klowong, many(geom.Circle(geom.Pt{}, .1*w), centers)),
		area(pattern.Fill, pattern.Klowong, many(scroll, centers)),
		area(pattern.Fill2, pattern.Klowong, many(petals, centers)),
		line(pattern.Fill, pattern.Klowong, .5*m, many(petals, centers)),
		area(pattern.Fill, pattern.Klowong, many(geom.Circle(geom.Pt{}, .02*w), centers)),
		dots(pattern.Fill2, pattern.Filling, manyDots(ringDots(rose, .1*w, .5/float64(rose), .006*w), centers)),
		area(pattern.Fill, pattern.Klowong, many(satin(small, pitch, thick, clear), between)),
		line(pattern.Fill, pattern.Klowong, .55*m, many(small, between)),
		dots(pattern.Fill2, pattern.Klowong, manyDots([]geom.Dot{{R: .014 * w}}, between)),
	)}
}

func drawStamps(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	s := c.size
	size := geom.Pt{X: s, Y: s}
	m := c.medium()
	r := o.Seed.At("stamps")
	lobes := c.whole("lobes")
	share := c.value("fullness")
	// One sprig of radius d, about its middle and within the unit circle: a stem,
	// leaflets by turns left and right, one at the tip. Small ones have fewer leaflets,
	// so that those of a side stand apart, and no veins.
	sprig := func(d float64) (body, veins geom.Path) {
		body = geom.Petal(.62, .36).Transform(geom.Translate(geom.Pt{X: .38}))
		n := lobes
		room := func() float64 { return float64(1.5/float64(n)) - float64(c.apart()/d) } // across a leaflet
		for n > 3 && room() < .2 {
			n--
		}
		wide := geom.Clamp(room(), .12, .29)
		for i := range n {
			t := -.62 + float64(.95*float64(i)/float64(n))
			side := 1 - float64(2*float64(i%2))
			l := .86 - float64(.26*float64(i)/float64(n))
			f := geom.Rotate(side * .15).At(geom.Pt{X: t})
			body = body.Join(geom.Petal(l, wide*l/.86).Transform(f))
			veins = veins.Join(geom.Polyline(geom.Pt{X: float64(.2 * l)}, geom.Pt{X: float64(.72 * l)}).Transform(f))
		}
		if float64(.4*wide*d) < float64(.3*m)+c.apart() {
			return body, geom.Path{}
		}
		return body, veins.Join(segment(.44, 0, .88, 0))
	}
	stem := segment(-.95, 0, .5, 0)

	var ghosts, bodies, lines, spirals geom.Path
	var ceceks []geom.Dot
	// Pale leaves are hatched: the same ink at half its strength.
	hatch := math.Max(1.1*c.nozzle, s/300)
	for _, d := range foam("p1", size, []float64{.12 * s, .09 * s, .06 * s}, .001*s, 30*c.value("ghost"), o.Seed.At("ghosts")) {
		f := geom.Scale(1.12*d.R, 1.12*d.R).Then(geom.Rotate(r.Float64())).At(d.C)
		body, _ := sprig(d.R)
		ghosts = ghosts.Join(satin(body.Transform(f), hatch, .45*hatch, 0))
	}
	for _, d := range foam("p1", size, []float64{.085 * s, .064 * s, .046 * s, .02 * s, .009 * s}, .003*s, 12*share, o.Seed.At("places")) {
		f := geom.Scale(d.R, d.R).Then(geom.Rotate(r.Float64())).At(d.C)
		switch {
		case d.R < .012*s:
			ceceks = append(ceceks, geom.Dot{C: d.C, R: .4 * d.R})
		case d.R < .03*s:
			ceceks = append(ceceks, manyDots(seven(.8*d.R), moved(d.C))...)
		case r.Float64() < c.value("mix"):
			spirals = spirals.Join(coil(geom.Pt{}, .82, 2.4, 0).Transform(f))
			for k := range 9 {
				ceceks = append(ceceks, geom.Dot{C: f.Apply(geom.Polar(1, float64(k)/9)), R: .065 * d.R})
			}
		default:
			body, veins := sprig(d.R)
			bodies, lines = bodies.Join(body.Transform(f)), lines.Join(veins.Transform(f))
			spirals = spirals.Join(stem.Transform(f))
		}
	}
	return pattern.Tile{Size: size, Shapes: full(
		area(pattern.Fill, pattern.Klowong, ghosts),
		line(pattern.Ground, pattern.Klowong, math.Max(2*m, 2.1*c.apart()), paths(bodies, discs(ceceks, 1))),
		line(pattern.Ground, pattern.Klowong, float64(1.2*m)+math.Max(.8*m, 2.1*c.apart()), spirals),
		area(pattern.Fill, pattern.Klowong, bodies),
		line(pattern.Fill, pattern.Klowong, 1.2*m, spirals),
		line(pattern.Ground, pattern.Filling, .6*m, lines),
		dots(pattern.Fill2, pattern.Filling, ceceks),
	)}
}
