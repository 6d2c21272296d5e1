package batik

import (
	"maps"
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// stamp is how much coarser than a canting a stamp is: a strip of copper is at least
// .8 mm wide and leaves 1 mm open, where a canting draws .4 and leaves .5 (handbook
// §2, §6).
const stamp = 2.

// coarse returns how much coarser than by canting the cloth is drawn.
func (w *weaver) coarse() float64 {
	if w.d.Technique == Cap {
		return stamp
	}
	return 1
}

// coarse is a motif for stamps: drawn at half its size with the lines of a canting,
// and enlarged. So it has as many fillings as a stamp has room for.
type coarse struct{ pattern.Motif }

// halved returns the options to draw with, and how much to enlarge: less than twice
// what is smaller than twice the smallest.
func (c coarse) halved(o pattern.Options) (pattern.Options, float64) {
	in := c.Info()
	k := stamp
	if p, ok := in.Param("size"); ok {
		k = geom.Clamp(o.Value(in, "size")/p.Min, 1, stamp)
	}
	v := maps.Clone(o.Values)
	for _, p := range in.Params {
		if p.Unit == "mm" {
			if v == nil {
				v = map[string]float64{}
			}
			v[p.ID] = o.Value(in, p.ID) / k
		}
	}
	o.Values = v
	// What is at its smallest gets broader lines and gaps at least.
	o.Nozzle = math.Max(1, o.Nozzle) * stamp / k
	o.Line = o.Weight() * stamp / k
	return o, k
}

// Draw draws at half the size and enlarges.
func (c coarse) Draw(o pattern.Options) pattern.Tile {
	o, k := c.halved(o)
	return enlarged(c.Motif.Draw(o), k)
}

// Size returns the size of the tile that Draw returns.
func (c coarse) Size(o pattern.Options) (geom.Pt, bool) {
	s, ok := c.Motif.(pattern.Sized)
	if !ok {
		return geom.Pt{}, false
	}
	o, k := c.halved(o)
	size, ok := s.Size(o)
	return size.Mul(k), ok
}

// enlarged returns the tile k times as large, its lines with it.
func enlarged(t pattern.Tile, k float64) pattern.Tile {
	if k == 1 {
		return t
	}
	m := geom.Scale(k, k)
	out := pattern.Tile{Size: t.Size.Mul(k), Shapes: make([]pattern.Shape, len(t.Shapes))}
	for i, s := range t.Shapes {
		s.Mark = s.Mark.Transform(m)
		s.Width *= k
		out.Shapes[i] = s
	}
	return out
}
