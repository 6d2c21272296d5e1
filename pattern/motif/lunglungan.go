package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func lungLungans() []drawing {
	return []drawing{{"lung_lungan", pattern.Info{ID: "lung_lungan", Family: "lung_lungan", Group: "p1",
		Params: []pattern.Param{
			sizeParam(160),
			count("stems", "Stems in the repeat", "Batang per ulang", 1, 4, 2),
			count("waves", "Waves of a stem", "Gelombang batang", 1, 4, 2),
			ratio("sway", "Sway of the stems", "Lenggok batang", .4, 1.3, 1),
			ratio("leaf", "Size of the leaves", "Besar daun", .6, 1.5, 1),
			tanahanParam(1),
		},
		Slots:   growthSlots(),
		Repeats: []symmetry.Kind{symmetry.Block, symmetry.HalfDrop, symmetry.Brick}}, drawLungLungan}}
}

// drawLungLungan runs stems as sine waves through the tile; from each crossing of
// a stem's axis a branch curls into the bay that follows, as handbook §1.7 has it,
// with a flower in its eye and leaves along its back.
func drawLungLungan(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	sd := o.Seed.Sub(in.ID)
	g := newGarden(c, c.size, c.size)
	rows, waves := c.whole("stems"), c.whole("waves")
	pitch := c.size / float64(rows)
	lambda := c.size / float64(waves)
	amp := float64(math.Min(.2*lambda, .24*pitch) * c.value("sway"))
	bay := math.Min(lambda, 1.25*pitch) // what a branch can fill
	blossoms := europeanBlossoms()

	type branch struct {
		foot                     geom.Pt
		dir, side, length, tight float64
		head                     int
	}
	var branches []branch
	for row := range rows {
		r := sd.At("row", row)
		shift := r.Float64()
		y0 := float64((float64(row) + .5) * pitch)
		const steps = 48
		main := stem{w0: 2.6 * c.klowong(), w1: 2.6 * c.klowong()}
		for i := range steps*waves + 1 {
			u := float64(i) / steps
			main.pts = append(main.pts, geom.Pt{X: float64(lambda * u), Y: y0 + float64(amp*geom.Sin(u+shift))})
		}
		g.stem(main, deepStem+1, pattern.Outline)
		for k := range 2 * waves {
			// The wave crosses its axis where u+shift is a whole number of halves.
			u := float64(float64(k)/2) - shift - .06
			i := int(math.Floor(u*steps)) % (steps * waves)
			if i < 0 {
				i += steps * waves
			}
			// After a crossing where the wave goes down (+y) its bay lies above.
			side := -1.
			if k%2 == 1 {
				side = 1
			}
			branches = append(branches, branch{main.pts[i], main.dir(i) + float64(side*.02), side, float64(bay * r.Range(.9, 1.02)), r.Range(.5, .75), r.Below(len(blossoms))})
		}
	}
	for k, b := range branches {
		// The largest that the bay holds.
		for _, q := range []float64{1, .9, .8, .7, .6} {
			s := stem{curled(b.foot, b.dir, b.side, float64(q*b.length), b.tight), 1.7 * c.klowong(), .9 * c.klowong()}
			end := len(s.pts) - 1
			at, radius := s.pts[end], float64(.15*q*b.length)
			if !g.fits(append(s.discs(.15, .9, 2*g.dx), geom.Dot{C: at, R: radius}), g.gap) {
				continue
			}
			g.stem(s, deepStem, pattern.Outline)
			g.head(deepHead, at, s.dir(end), radius, blossoms[b.head].draw(c, radius, sd.Sub("head", k)))
			break
		}
	}
	flowering := len(g.stems)
	leaves := foliage{kinds: []leafKind{plainLeaf, lobedLeaf, sawLeaf, foldedLeaf}, length: float64(.3 * bay * c.value("leaf")), wide: .42,
		spacing: .085 * bay, from: .1, to: .86, body: pattern.Latar, other: pattern.Ramp(4)}
	small := leaves
	small.length, small.kinds = .6*leaves.length, []leafKind{plainLeaf, sawLeaf}
	g.twine(.11*bay, pattern.Outline, small, func(r *seed.Stream) (float64, []pattern.Shape) {
		radius := float64(.05 * bay)
		return radius, bud(c, radius, sd)
	}, sd.Sub("twine"))
	for k, s := range g.stems {
		f := leaves
		if s.w0 == s.w1 || k >= flowering {
			f = small
		}
		g.foliate(s, f, sd.Sub("leaves", k))
	}
	g.twine(.07*bay, pattern.Outline, small, nil, sd.Sub("twine again"))
	g.ground(pattern.Latar, sd)
	return g.tile()
}
