package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func patrans() []drawing {
	return []drawing{{"patran_keris", pattern.Info{ID: "patran_keris", Family: "patran_keris", Group: "pg",
		Params: []pattern.Param{
			sizeParam(64),
			ratio("height", "Height, of the repeat's width", "Tinggi, dari lebar ulang", 1.1, 2, 1.5),
			count("luk", "Bends of the blade", "Jumlah luk", 1, 7, 3),
			ratio("sway", "Depth of the bends", "Dalamnya luk", .3, 1.4, 1),
			ratio("width", "Width of the leaf", "Lebar daun", .7, 1.15, 1),
		},
		Slots: []pattern.Slot{
			{ID: "leaf", Name: "Blade of the leaf", Nama: "Bilah daun"},
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawPatran}}
}

// blade is a leaf shaped like a keris: a middle line that winds, and half its
// width, along the height from the foot (0) to the point (1).
type kerisLeaf struct {
	foot        geom.Pt
	high        float64 // foot to point
	half        float64 // greatest half width
	bends, sway float64
}

// at returns the point k half widths beside the middle line, at height t.
func (b kerisLeaf) at(t, k float64) geom.Pt {
	// The bends grow from the foot and die at the point, as a keris is forged.
	env := float64(geom.Smoothstep(0, .3, t) * (1 - float64(.75*t)))
	x := float64(b.sway * env * geom.Sin(float64(.5*b.bends*t)))
	w := float64(geom.Smoothstep(-.1, .22, t)*geom.Pow(math.Max(0, 1-t), .72)) * 1.18
	return geom.Pt{X: b.foot.X + x + float64(k*b.half*w), Y: b.foot.Y - float64(t*b.high)}
}

// outline is the blade between two heights, k of its width.
func (b kerisLeaf) outline(t0, t1, k float64) geom.Path {
	const n = 36
	left, right := make([]geom.Pt, n+1), make([]geom.Pt, n+1)
	for i := range left {
		t := geom.Mix(t0, t1, float64(i)/n)
		q := float64(i) / n
		// It closes toward both of its own ends.
		own := k
		if k < 1 {
			own = float64(k * geom.Smoothstep(0, .12, q) * math.Sqrt(math.Max(0, 1-float64(q*q*q*q))))
		}
		left[i], right[n-i] = b.at(t, -own), b.at(t, own)
	}
	return edged(left, right)
}

// line runs k half widths beside the middle line.
func (b kerisLeaf) line(t0, t1, k float64) []geom.Pt {
	const n = 30
	out := make([]geom.Pt, n+1)
	for i := range out {
		out[i] = b.at(geom.Mix(t0, t1, float64(i)/n), k)
	}
	return out
}

func drawPatran(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	w := c.size
	h := float64(w * c.value("height"))
	b := kerisLeaf{
		foot: geom.Pt{X: .25 * w, Y: .86 * h}, high: .84 * h, half: float64(.188 * w * c.value("width")),
		bends: c.value("luk"), sway: float64(.075 * w * c.value("sway")),
	}
	body := b.outline(0, 1, 1)
	heart := b.outline(.1, .86, .56)

	// The blade stands in a cup of leaves, as in its guard.
	var buds, veins geom.Path
	sprout := func(at geom.Pt, turns, l, half float64) {
		for _, a := range []float64{turns, .5 - turns} {
			m := geom.Rotate(a).At(at)
			buds = buds.Join(leaf(.02*w, l, half, .45).Transform(m))
			veins = veins.Join(geom.Polyline(geom.Pt{X: .04 * w}, geom.Pt{X: .8 * l}).Transform(m))
		}
	}
	cup := b.foot.Add(geom.Pt{Y: float64(.025 * w)})
	for i, a := range []float64{.17, .08, 0, -.09} {
		sprout(cup, a, float64(w*(.13+float64(.027*float64(i)))), float64(w*(.026+float64(.004*float64(i)))))
	}
	buds = buds.Join(leaf(.02*w, .14*w, .03*w, .5).Transform(geom.Rotate(.25).At(cup)))

	// Cecek follow the blade outside, and a second contour inside.
	halo := b.outline(0, 1, 1)
	var around, row []geom.Dot
	step := float64(math.Max(.026*w, 2.9*c.cecek()) / math.Sqrt(c.o.Dense()))
	for _, q := range halo.Flatten(.05) {
		pts := q.Resample(step).Pts
		for i, p := range pts {
			v := pts[(i+1)%len(pts)].Sub(pts[(i+len(pts)-1)%len(pts)]).Unit().Perp().Mul(-.032 * w)
			if p.Y < b.foot.Y-float64(.06*w) {
				around = append(around, geom.Dot{C: p.Add(v), R: c.cecek()})
			}
		}
	}
	for _, k := range []float64{-.78, .78} {
		for _, p := range (geom.Poly{Pts: b.line(.1, .8, k)}).Resample(step).Pts {
			row = append(row, geom.Dot{C: p, R: .9 * c.cecek()})
		}
	}
	// In the gaps beside the cup, flowers stand on sprigs.
	var petals, stems geom.Path
	var eyes []geom.Dot
	for _, at := range []geom.Pt{{Y: .87 * h}, {X: .5 * w, Y: .8 * h}} {
		p, _ := flower(.07*w, 6)
		petals = petals.Join(p.Transform(geom.Translate(at)))
		eyes = append(eyes, geom.Dot{C: at, R: .02 * w})
		stems = stems.Join(geom.Polyline(at.Add(geom.Pt{Y: float64(.04 * w)}), at.Add(geom.Pt{Y: float64(.34 * w)})))
		for i := range 3 {
			l := float64(w * (.12 - float64(.012*float64(i))))
			sprout(at.Add(geom.Pt{Y: float64(w * (.16 + float64(.085*float64(i))))}), -.09, l, .22*l)
		}
		for i := range 10 {
			around = append(around, geom.Dot{C: at.Add(geom.Polar(.1*w, float64(i)/10)), R: c.cecek()})
		}
	}

	// Veins spring from the middle line to both sides, unless a filling is chosen.
	isen := c.fill("leaf", pattern.Outline, heart.Flatten(.05), b.at(.1, 0), b.at(.86, 0))
	if isen == nil && c.roomy() {
		var ribs geom.Path
		// They slope, and are no nearer than a patchwork's broader lines allow.
		step := math.Max(.028/math.Sqrt(c.o.Dense()), float64(1.6*(c.fine()+c.apart()))/float64(.7*b.high))
		for t := .13; t < .74; t += step {
			for _, k := range []float64{-.4, .4} {
				ribs = ribs.Join(geom.Polyline(b.at(t, 0), b.at(t+.06, k)))
			}
		}
		isen = []pattern.Shape{line(pattern.Outline, pattern.Filling, c.fine(), ribs)}
	}

	// Cecek stand clear of all that is drawn, in the next leaf too, and of the lines
	// on either side of their row.
	glide := geom.Affine{A: -1, C: w, E: 1, F: -h / 2}
	figures := geom.NewRegion(many(paths(body, petals, buds), combined([]geom.Affine{geom.Identity(), glide}, moved(geom.Pt{}, geom.Pt{X: -w}, geom.Pt{X: w}, geom.Pt{Y: h}, geom.Pt{X: -w, Y: h}))))
	around = slices.DeleteFunc(around, func(d geom.Dot) bool {
		return figures.Distance(d.C) > -float64(.5*c.klowong())-c.apart()-d.R
	})
	within, without := geom.NewRegion(body), geom.NewRegion(heart)
	row = slices.DeleteFunc(row, func(d geom.Dot) bool {
		clear := float64(.5*c.klowong()) + c.apart() + d.R
		return within.Distance(d.C) < clear || without.Distance(d.C) > -clear
	})
	unit := full(
		dots(pattern.Latar, pattern.Filling, thin(around, 2.6*c.cecek())),
		area(pattern.Accent, pattern.Klowong, petals),
		line(pattern.Outline, pattern.Klowong, .6*c.klowong(), petals),
		dots(pattern.Fill, pattern.Klowong, eyes),
		line(pattern.Ground, pattern.Klowong, float64(2.6*c.klowong()), buds),
		line(pattern.Outline, pattern.Klowong, .8*c.klowong(), stems),
		area(pattern.Fill2, pattern.Klowong, buds),
		line(pattern.Outline, pattern.Klowong, .8*c.klowong(), buds),
		line(pattern.Outline, pattern.Filling, c.fine(), veins),
		area(pattern.Fill, pattern.Klowong, body),
		line(pattern.Outline, pattern.Klowong, c.klowong(), body),
		dots(pattern.Isen, pattern.Filling, thin(row, 2.5*c.cecek())),
		area(pattern.Fill2, pattern.Klowong, heart),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), heart),
	)
	unit = append(unit, isen...)
	unit = append(unit, line(pattern.Outline, pattern.Klowong, c.fine(), geom.Smooth(b.line(.0, .97, 0), false)))
	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: merged(unit, []geom.Affine{geom.Identity(), glide})}
}
