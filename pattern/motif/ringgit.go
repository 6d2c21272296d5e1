package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func ringgits() []drawing {
	return []drawing{{"gunung_ringgit", pattern.Info{ID: "gunung_ringgit", Family: "gunung_ringgit", Group: "cm",
		Params: []pattern.Param{
			sizeParam(96),
			count("rows", "Rows of coins in a heap", "Baris uang", 3, 7, 5),
			ratio("height", "Height, of the repeat's width", "Tinggi, dari lebar ulang", .9, 1.5, 1.1),
			ratio("overlap", "How far the coins overlap", "Tumpukan uang", 0, .5, .3),
		},
		Slots: []pattern.Slot{
			{ID: "mound", Name: "Ground of the heap", Nama: "Bidang gunungan", Def: "cecek"},
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawRinggit}}
}

// drawRinggit draws heaps of coins under a crown of flowers, each in its mound, in
// staggered rows.
func drawRinggit(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	h := float64(w * c.value("height"))
	rows := c.whole("rows")
	foot := geom.Pt{X: float64(.25 * w), Y: float64(.47 * h)}
	at := func(x, y float64) geom.Pt { // from the foot's middle, y up
		x, y = float64(x), float64(y) // products passed in must not fuse
		return geom.Pt{X: foot.X + x, Y: foot.Y - y}
	}
	high, half := float64(.4*h), float64(.285*w)

	// The mound: hollow sides that run out at the foot, scalloped along it.
	side := func(sign, k float64) []geom.Pt {
		const n = 14
		out := make([]geom.Pt, n+1)
		for i := range out {
			t := float64(i) / n
			x := float64(half * k * geom.Pow(1-t, 1.15) * (1 + float64(.18*geom.Sin(float64(1.5*t)))))
			out[i] = at(float64(sign*x), float64(high*k*t))
		}
		return out
	}
	mound := func(k float64) geom.Path {
		left := side(-1, k)
		right := slicesReversed(side(1, k))
		return edged(left, right, []geom.Pt{right[len(right)-1], left[0]})
	}

	// Coins in rows, the upper first, so that each row lies on the one above.
	var heap []pattern.Shape
	r := float64(.76 * half / (float64(rows) + .4))
	// A line within the rim leaves cloth open beside it, and the marks run from it as
	// far toward the hole.
	rim := math.Min(.74*r, r-float64(.4*c.klowong())-c.apart()-float64(c.fine()/2))
	mark := math.Max(.46*r, float64(.3*r)+c.apart()+float64(c.fine()/2))
	var all []geom.Dot // the coins
	for j := rows - 1; j >= 0; j-- {
		n := rows - j
		var coins, rims, holes, marks geom.Path
		y := float64(1.15*r) + float64(2*r*(1-c.value("overlap"))*float64(j))
		for i := range n {
			q := at(float64((float64(i)-float64(float64(n-1)/2))*2*r), y)
			all = append(all, geom.Dot{C: q, R: r})
			coins = coins.Join(geom.Circle(q, r))
			rims = rims.Join(geom.Circle(q, rim))
			holes = holes.Join(geom.R(q.X-float64(.21*r), q.Y-float64(.21*r), float64(.42*r), float64(.42*r)).Path())
			for k := range 4 { // marks between hole and rim, as on a picis
				a := .125 + float64(float64(k)/4)
				if mark < .9*rim {
					marks = marks.Join(geom.Polyline(q.Add(geom.Polar(mark, a)), q.Add(geom.Polar(rim, a))))
				}
			}
		}
		heap = append(heap, full(
			area(pattern.Fill2, pattern.Klowong, coins),
			line(pattern.Outline, pattern.Klowong, .8*c.klowong(), coins),
			line(pattern.Outline, pattern.Filling, c.fine(), paths(rims, marks)),
			area(pattern.Outline, pattern.Klowong, holes),
		)...)
	}

	// A flower crowns the heap, leaves and buds stand at its sides, waves at its foot.
	var petals, leaves, veins, waves, hearts geom.Path
	top := at(0, high*1.03)
	for _, a := range []float64{-.25, -.34, -.16, -.43, -.07} {
		petals = petals.Join(leaf(.01*w, .085*w, .022*w, .55).Transform(geom.Rotate(a).At(top)))
	}
	hearts = geom.Circle(top, .016*w)
	// A vein lies in a leaf from x0 to x1 where it is broad enough for one.
	vein := func(x0, x1, half, from, to float64) geom.Path {
		room := 1 - float64((float64(.6*c.klowong())+c.apart())/half)
		if room < .1 {
			return geom.Path{}
		}
		x0, x1 = float64(x0), float64(x1) // products passed in must not fuse
		reach := float64(.5 * (x1 - x0) * math.Sqrt(room))
		mid := geom.Mix(x0, x1, .5)
		return geom.Polyline(geom.Pt{X: math.Max(from, mid-reach)}, geom.Pt{X: math.Min(to, mid+reach)})
	}
	sprout := func(q geom.Pt, turns, l float64) {
		for _, s := range []float64{1, -1} {
			m := geom.Rotate(turns).Then(geom.Scale(s, 1)).At(geom.Pt{X: foot.X + float64(s*(q.X-foot.X)), Y: q.Y})
			p := leaf(0, l, .2*l, .5).Transform(m)
			if s < 0 {
				p = reversed(p)
			}
			leaves = leaves.Join(p)
			veins = veins.Join(vein(0, l, .2*l, .15*l, .8*l).Transform(m))
		}
	}
	for i, t := range []float64{.16, .36, .56, .75} {
		l := float64(w * (.1 - float64(.014*float64(i))))
		// The lower of two leaves stands a little below, or they would lie over each other.
		for k, turns := range []float64{-.105, .03} {
			t := t - float64(.045*float64(k))
			x := float64(half*geom.Pow(1-t, 1.15)*(1+float64(.18*geom.Sin(float64(1.5*t))))) + float64(.02*w)
			sprout(at(x, high*t), turns, l*(1-float64(.25*float64(k))))
		}
	}
	for i := range 5 {
		q := at(float64((float64(i)-2)*.115*w), float64(-.066*h))
		waves = waves.Join(geom.Arc(q, .055*w, .5, 1)).Join(geom.Arc(q, .037*w, .5, 1)).Join(geom.Arc(q, .018*w, .5, 1))
	}
	// Clusters of seven dots as far apart as wax leaves open.
	dot := math.Max(float64(.0045*w), float64(.6*finest(o)))
	seven := append(ringDots(6, float64(2*dot)+c.apart(), .25, dot), geom.Dot{R: dot})
	var specks []geom.Dot
	for _, k := range []float64{-1, 1} {
		specks = append(specks, manyDots(seven, moved(at(float64(k*.115*w), high*1.02), at(float64(k*.24*w), high*.8)))...)
	}
	specks = append(specks, manyDots(seven, moved(at(0, high*1.32)))...)

	// Flowers stand in the gaps between the mounds.
	for _, q := range []geom.Pt{at(.5*w, .155*h), at(.5*w, .34*h)} {
		// The lower one shares its place with the leaves of the mounds.
		k, angles := float64(.075*w), []float64{-.08, -.42}
		if q.Y < foot.Y-float64(.2*h) {
			k, angles = float64(.05*w), []float64{.08, .42, -.08, -.42}
		}
		p, _ := flower(k, 6)
		petals = petals.Join(p.Transform(geom.Rotate(.25).At(q)))
		hearts = hearts.Join(geom.Circle(q, .22*k))
		specks = append(specks, manyDots(ringDots(12, 1.3*k, .25, c.cecek()), moved(q))...)
		for _, a := range angles {
			m := geom.Rotate(a).At(q)
			leaves = leaves.Join(leaf(1.5*k, 2.7*k, .26*k, .5).Transform(m))
			veins = veins.Join(vein(1.5*k, 2.7*k, .26*k, 1.7*k, 2.5*k).Transform(m))
		}
	}
	body := mound(1)
	unit := full(
		dots(pattern.Latar, pattern.Filling, specks),
		line(pattern.Outline, pattern.Klowong, .6*c.klowong(), waves),
		area(pattern.Fill2, pattern.Klowong, leaves),
		line(pattern.Outline, pattern.Klowong, .6*c.klowong(), paths(leaves, veins)),
		line(pattern.Ground, pattern.Klowong, 2.6*c.klowong(), body),
		area(pattern.Fill, pattern.Klowong, body),
	)
	// A row of dots follows the mound's sides within its contour, and its filling keeps
	// clear of them; both do of the coins.
	region := geom.NewRegionPoly(body.Flatten(.05)...)
	deep := float64(c.klowong()/2) + c.apart() + c.cecek()
	lines := region.Insets(w/200, deep, deep+c.cecek()+c.apart())
	clear := func(ds []geom.Dot) []geom.Dot {
		return slices.DeleteFunc(ds, func(d geom.Dot) bool {
			return slices.ContainsFunc(all, func(q geom.Dot) bool {
				return d.C.Dist(q.C) < q.R+d.R+float64(.4*c.klowong())+c.apart()
			})
		})
	}
	var row []geom.Dot
	for _, p := range lines[0] {
		// From the top down one side and in the mirror down the other.
		first := 0
		for i, q := range p.Pts {
			if q.Y < p.Pts[first].Y {
				first = i
			}
		}
		p.Pts = slices.Concat(p.Pts[first:], p.Pts[:first])
		n := int(math.Max(4, math.Floor(p.Length()/math.Max(float64(3.2*c.cecek()), float64(2.2*c.cecek())+c.apart())))) / 2
		for _, q := range p.Resample(p.Length() / float64(2*n)).Pts[1:n] {
			row = append(row, geom.Dot{C: q, R: c.cecek()}, geom.Dot{C: geom.Pt{X: float64(2*foot.X) - q.X, Y: q.Y}, R: c.cecek()})
		}
	}
	fill := c.fill("mound", pattern.Isen, lines[1], foot, top)
	for i := range fill {
		fill[i].Dots = clear(fill[i].Dots)
	}
	unit = append(unit, fill...)
	unit = append(unit, full(
		line(pattern.Outline, pattern.Klowong, c.klowong(), body),
		dots(pattern.Isen, pattern.Filling, clear(row)),
	)...)
	unit = append(unit, heap...)
	unit = append(unit, full(
		area(pattern.Accent, pattern.Klowong, petals),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), petals),
		area(pattern.Fill2, pattern.Klowong, hearts),
	)...)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: merged(unit, moved(geom.Pt{}, geom.Pt{X: .5 * w, Y: .5 * h}))}
}
