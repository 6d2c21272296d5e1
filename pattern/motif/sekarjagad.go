package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

func sekarJagads() []drawing {
	return []drawing{{"sekar_jagad", pattern.Info{ID: "sekar_jagad", Family: "sekar_jagad", Group: "p1",
		Params: []pattern.Param{
			sizeParam(220),
			count("patches", "Patches in the repeat", "Petak dalam satu ulang", 4, 24, 12),
			ratio("wave", "Waves of the borders", "Liku batas", 0, .3, .2),
			ratio("river", "Width of the rivers between", "Lebar sungai", .5, 2, 1),
			ratio("scale", "Size of the motifs in the patches", "Besar motif dalam petak", .6, 1.8, 1),
			count("bolts", "Kinds of patches", "Ragam petak", 4, 10, 8),
		},
		Repeats: standing(), // the islands run on from tile to tile
	}, drawSekarJagad}}
}

// shore returns the outline of a stone with waves along its sides, each side
// waved alike for the two stones that share it.
func (s shard) shore(wave float64, size geom.Pt, sd seed.Seed) geom.Path {
	var pts []geom.Pt
	for i, a := range s {
		b := s[(i+1)%len(s)]
		d := b.Sub(a)
		pts = append(pts, a)
		l := d.Len()
		if l < .03*size.X {
			continue
		}
		// From one end to the other whichever stone asks.
		from, way := a, 1.
		if d.X < 0 || d.X == 0 && d.Y < 0 {
			from, way = b, -1
		}
		mid := onTile(a.Lerp(b, .5), size)
		r := sd.At("shore", int(math.Floor(float64(8*mid.X)+.5)), int(math.Floor(float64(8*mid.Y)+.5)))
		side := r.Sign()
		n := max(1, int(float64(l/(.1*size.X))+.5)) // bays along the side
		k := make([]geom.Pt, 2*n-1)
		for j := range k {
			t := (float64(j) + 1) / float64(2*n)
			h := 0.
			if j%2 == 0 {
				h = float64(side * wave * l / float64(n) * r.Range(.7, 1.3))
				side = -side
			}
			k[j] = from.Add(d.Mul(float64(t * way))).Add(d.Unit().Perp().Mul(float64(h * way)))
		}
		if way < 0 {
			k = reversedPts(k)
		}
		pts = append(pts, k...)
	}
	return geom.Smooth(pts, true)
}

// drawSekarJagad draws a map of cloths (handbook §1.9): patches round points
// driven apart, their borders splines, a light river with a row of cecek between.
func drawSekarJagad(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	size := geom.Pt{X: c.size, Y: c.size}
	n := c.whole("patches")
	river := float64(3 * c.nozzle * c.value("river"))
	across := c.size / math.Sqrt(float64(n)) // a patch, about
	deal := o.Seed.At("sekar jagad")
	// A third of the cloths lie on the ground, the others on the dark and the inks.
	fields := []pattern.Role{pattern.Ground, pattern.Outline, pattern.Outline, pattern.Ground, pattern.Fill, pattern.Fill2}
	cloths := make([]*kain, c.whole("bolts"))
	for i, b := range hand(len(cloths), deal) {
		tile := c.cloth(b, float64(across*c.value("scale")))
		cloths[i] = newKain(c, tile, b.on(tile, fields[i%len(fields)]))
	}
	var shores geom.Path
	var middles []geom.Pt
	var taken []int
	var row []geom.Dot
	for _, s := range quarry(size.X, size.Y, n, 0, o.Seed) {
		if len(s) < 3 {
			continue
		}
		out := s.shore(c.value("wave"), size, o.Seed)
		row = append(row, beaded(out, 2.1*c.nozzle, .95*c.cecek(), 1)...)
		var shore geom.Poly
		for _, q := range geom.NewRegionPoly(out.Flatten(.001*c.size)...).Inset(river/2, c.size/130) {
			if q.Length() > shore.Length() {
				shore = q
			}
		}
		if len(shore.Pts) < 4 {
			continue
		}
		outer := geom.Smooth(shore.Resample(.02*c.size).Pts, true)
		shores = shores.Join(outer)
		middle := s.middle()
		// Of the cloths the one whose like lies furthest away.
		best, far := 0, -1.
		for k := range cloths {
			d := float64(across * (4 + deal.Float64()))
			for i, m := range middles {
				if taken[i] == k {
					d = math.Min(d, toroidal(m.Sub(middle), size).Len())
				} else if taken[i]%len(fields) == k%len(fields) {
					d = math.Min(d, float64(1.6*toroidal(m.Sub(middle), size).Len()))
				}
			}
			if d > far {
				best, far = k, d
			}
		}
		middles, taken = append(middles, middle), append(taken, best)
		lay := geom.Rotate(float64(float64(deal.Below(8))/8) + deal.Range(-.03, .03)).At(middle)
		cloths[best].cut(geom.NewRegionPoly(outer.Flatten(.0005*c.size)...), lay)
	}
	for i := range row {
		row[i].C = onTile(row[i].C, size)
	}
	return pattern.Tile{Size: size, Shapes: append(append([]pattern.Shape{
		dots(pattern.Outline, pattern.Filling, thin(row, 1.7*c.nozzle))}, interleaved(cloths)...),
		line(pattern.Outline, pattern.Klowong, c.klowong(), shores),
	)}
}
