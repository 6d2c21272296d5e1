package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func umes() []drawing {
	return []drawing{{"ume", pattern.Info{ID: "ume", Family: "ume", Group: "p1",
		Params: []pattern.Param{
			sizeParam(150),
			count("branches", "Branches in the repeat", "Ranting per ulang", 1, 4, 2),
			ratio("bloom", "Size of the flowers", "Besar bunga", .7, 1.4, 1),
			count("blooms", "Flowers on a branch", "Bunga per ranting", 2, 9, 5),
			count("waves", "Waves across the repeat", "Gelombang per ulang", 4, 12, 7),
			ratio("sea", "Share of waves", "Luas ombak", 0, 1, .5),
			count("rings", "Rings of a wave", "Lingkar gelombang", 2, 5, 3),
		},
		Slots: []pattern.Slot{{ID: "petal", Name: "Petals, in place of veins", Nama: "Kelopak, pengganti urat"}},
		// The rows of waves meet those of the next repeat only side by side.
		Repeats: []symmetry.Kind{symmetry.Block}}, drawUme}}
}

// seigaiha returns the rings of a wave of radius r about its middle that the next
// waves leave open: those in the row below (r/2 down, r aside) and the one below
// it (r down). The rings lie gap apart.
func seigaiha(r float64, rings int) geom.Path {
	var out geom.Path
	below := []geom.Pt{{X: r, Y: r / 2}, {X: -r, Y: r / 2}, {Y: r}}
	for i := range rings {
		q := float64(r * (1 - float64(float64(i)/float64(rings)*.86)))
		var run []geom.Pt
		const steps = 96
		for k := range steps + 1 {
			p := geom.Polar(q, .5+float64(k)/steps) // from the left over the top
			open := true
			for _, b := range below {
				open = open && p.Dist(b) > r-1e-9
			}
			if open {
				run = append(run, p)
			}
			if (!open || k == steps) && len(run) > 0 {
				if len(run) > 2 {
					out = out.Join(geom.Smooth(run, false))
				}
				run = nil
			}
		}
	}
	return out
}

// drawUme draws angular branches with plum blossom and buds over drifts of waves
// (seigaiha), which rise and sink over the cloth with open ground between them.
func drawUme(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub(in.ID)
	s := c.size
	g := newGarden(c, s, s)
	g.plot = newPlot(s, s, .1*s)
	g.gap = float64(1.1 * c.nozzle)

	// Waves: columns 2r apart, rows r/2 apart, every second one shifted by r. The
	// number of rows is even, so that the shift closes over the repeat.
	cols := c.whole("waves")
	r := s / float64(2*cols)
	rows := 4 * cols
	wave := seigaiha(r, c.whole("rings"))
	drift := sd.Sub("drift")
	var sea geom.Path
	for j := range rows {
		for i := range cols {
			at := geom.Pt{X: float64(r * float64(2*i+j%2)), Y: float64(float64(j) * r / 2)}
			a, _ := drift.Noise2(float64(at.X/s*2), float64(at.Y/s*4), 2, 4)
			b, _ := drift.Sub("fine").Noise2(float64(at.X/s*5), float64(at.Y/s*10), 5, 10)
			// Noise has deviation near 1: the share maps to a level of it.
			if a+float64(.35*b) < geom.Mix(-2.6, 2.6, c.value("sea")) {
				sea = sea.Join(wave.Transform(geom.Translate(at)))
			}
		}
	}
	g.lay(0, geom.Identity(), line(pattern.Latar, pattern.Filling, 1.1*c.fine(), sea))

	n := c.whole("branches")
	big := float64(.085 * s * c.value("bloom") * math.Min(1, math.Sqrt(2.5/float64(n))))
	plum, bud := blossom{"plum", canting.plum}, blossom{"plum_bud", canting.plumBud}
	var halo, wood geom.Path
	first := sd.At("first").Float64()
	type spot struct {
		at  geom.Pt
		dir float64
	}
	for i, at := range scattered(n, s, s, sd) {
		t := sd.At("branch", i)
		// A branch goes by elbows, as old plum wood does, and twigs leave at them.
		dir := first + float64(.5*float64(i%2)) + t.Range(-.04, .04)
		total := float64(.95 * s / math.Sqrt(float64(n)))
		p := at.Sub(geom.Polar(.45*total, dir))
		pts := []geom.Pt{p}
		var spots []spot
		turn := t.Sign()
		for range 6 {
			turn = -turn
			d := dir + float64(turn*t.Range(.03, .075))
			p = p.Add(geom.Polar(float64(total/6*t.Range(.85, 1.15)), d))
			pts = append(pts, p)
			spots = append(spots, spot{p, d + float64(turn*.16)})
		}
		grow := func(pts []geom.Pt, w0, w1 float64) {
			chain := (geom.Poly{Pts: pts}).Resample(.02 * s).Pts
			st := stem{chain, w0, w1}
			m := geom.Translate(g.home(pts[0]).Sub(pts[0]))
			wood = wood.Join(st.outline().Transform(m))
			wide := stem{chain, w0 + float64(2*g.gap), w1 + float64(2*g.gap)}
			halo = halo.Join(wide.outline().Transform(m))
		}
		grow(pts, .3*big, .12*big)
		for k, q := range spots {
			if k == len(spots)-1 {
				q.dir = dir
			}
			l := float64(total * t.Range(.1, .22))
			mid := q.at.Add(geom.Polar(.5*l, q.dir+t.Range(-.04, .04)))
			end := mid.Add(geom.Polar(.5*l, q.dir+t.Range(-.08, .08)))
			grow([]geom.Pt{q.at, mid, end}, .13*big, .06*big)
			spots = append(spots, spot{end, geom.Angle(end.Sub(mid))})
		}
		// Flowers sit at twigs' ends and elbows, buds at what is left.
		left := c.whole("blooms")
		for k := range spots {
			q := spots[(k*5+3)%len(spots)]
			rad := float64(big * t.Range(.85, 1.1))
			if left > 0 && g.fits([]geom.Dot{{C: q.at, R: .9 * rad}}, 0) {
				left--
				g.take(geom.Dot{C: q.at, R: rad})
				g.lay(deepHead, geom.Rotate(t.Float64()).At(g.home(q.at)), plum.draw(c, rad, sd.Sub("plum", i, k))...)
				halo = halo.Join(geom.Circle(g.home(q.at), rad+float64(1.2*g.gap)))
				continue
			}
			rad = float64(.3 * big)
			at := q.at.Add(geom.Polar(.8*rad, q.dir))
			if g.fits([]geom.Dot{{C: at, R: rad}}, 0) {
				g.head(deepHead+30, at, q.dir, rad, bud.draw(c, rad, sd.Sub("bud", i, k)))
				halo = halo.Join(geom.Circle(g.home(at), rad+g.gap))
			}
		}
	}
	g.lay(1, geom.Identity(), area(pattern.Ground, pattern.Tembok, halo))
	g.lay(deepStem, geom.Identity(), area(pattern.Outline, pattern.Klowong, wood))
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: g.shapes()}
}

// plumBud returns a round bud of radius r in its calyx, opening toward +x.
func (c canting) plumBud(r float64, _ seed.Seed) []pattern.Shape {
	ball := geom.Circle(geom.Pt{X: .1 * r}, .85*r)
	cup := petal{l: 1.1 * r, w: .5 * r, crown: .7, open: .5, claw: .4}.outline(whole()).Transform(geom.Translate(geom.Pt{X: -1.05 * r}))
	return []pattern.Shape{
		area(pattern.Fill, pattern.Klowong, ball),
		line(pattern.Outline, pattern.Klowong, .8*c.klowong(), ball),
		area(pattern.Fill2, pattern.Klowong, cup),
		line(pattern.Outline, pattern.Klowong, .7*c.klowong(), cup),
	}
}
