package motif

import (
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
	r := float64(.8 * half / (float64(rows) + .4))
	for j := rows - 1; j >= 0; j-- {
		n := rows - j
		var coins, rims, holes, marks geom.Path
		y := float64(1.15*r) + float64(2*r*(1-c.value("overlap"))*float64(j))
		for i := range n {
			q := at(float64((float64(i)-float64(float64(n-1)/2))*1.9*r), y)
			coins = coins.Join(geom.Circle(q, r))
			rims = rims.Join(geom.Circle(q, .74*r))
			holes = holes.Join(geom.Polygon(geom.Pt{X: -.24 * r, Y: -.24 * r}, geom.Pt{X: .24 * r, Y: -.24 * r}, geom.Pt{X: .24 * r, Y: .24 * r}, geom.Pt{X: -.24 * r, Y: .24 * r}).Transform(geom.Translate(q)))
			for k := range 4 { // marks between hole and rim, as on a picis
				a := .125 + float64(float64(k)/4)
				marks = marks.Join(geom.Polyline(q.Add(geom.Polar(.46*r, a)), q.Add(geom.Polar(.66*r, a))))
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
	sprout := func(q geom.Pt, turns, l float64) {
		for _, s := range []float64{1, -1} {
			m := geom.Rotate(turns).Then(geom.Scale(s, 1)).At(geom.Pt{X: foot.X + float64(s*(q.X-foot.X)), Y: q.Y})
			p := leaf(0, l, .2*l, .5).Transform(m)
			if s < 0 {
				p = reversed(p)
			}
			leaves = leaves.Join(p)
			veins = veins.Join(geom.Polyline(geom.Pt{X: .15 * l}, geom.Pt{X: .8 * l}).Transform(m))
		}
	}
	for i, t := range []float64{.16, .36, .56, .75} {
		x := float64(half*geom.Pow(1-t, 1.15)*(1+float64(.18*geom.Sin(float64(1.5*t))))) + float64(.012*w)
		l := float64(w * (.1 - float64(.014*float64(i))))
		sprout(at(x, high*t), -.08, l)
		sprout(at(x, high*t), .03, .75*l)
	}
	for i := range 5 {
		q := at(float64((float64(i)-2)*.115*w), float64(-.062*h))
		waves = waves.Join(geom.Arc(q, .055*w, .5, 1)).Join(geom.Arc(q, .037*w, .5, 1)).Join(geom.Arc(q, .018*w, .5, 1))
	}
	var row, specks []geom.Dot
	for _, k := range []float64{-1, 1} {
		for _, p := range (geom.Poly{Pts: side(k, .93)}).Resample(float64(3.2 * c.cecek())).Pts {
			if y := foot.Y - p.Y; y > .02*h && y < .84*high {
				row = append(row, geom.Dot{C: geom.Pt{X: p.X, Y: p.Y - float64(.008*h)}, R: c.cecek()})
			}
		}
		specks = append(specks, manyDots(seven(.018*w), moved(at(float64(k*.115*w), high*1.02), at(float64(k*.24*w), high*.8)))...)
	}
	specks = append(specks, manyDots(seven(.018*w), moved(at(0, high*1.32)))...)

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
			veins = veins.Join(geom.Polyline(geom.Pt{X: 1.7 * k}, geom.Pt{X: 2.5 * k}).Transform(m))
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
	unit = append(unit, c.fill("mound", pattern.Isen, body.Flatten(.05), foot, top)...)
	unit = append(unit, full(
		line(pattern.Outline, pattern.Klowong, c.klowong(), body),
		dots(pattern.Isen, pattern.Filling, thin(row, 2.4*c.cecek())),
	)...)
	unit = append(unit, heap...)
	unit = append(unit, full(
		area(pattern.Accent, pattern.Klowong, petals),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), petals),
		area(pattern.Fill2, pattern.Klowong, hearts),
	)...)
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: merged(unit, moved(geom.Pt{}, geom.Pt{X: .5 * w, Y: .5 * h}))}
}
