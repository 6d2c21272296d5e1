package raster

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// scrawl returns a mark of several closed chains, many of them tangled.
func scrawl(rng *rand.Rand, chains, points int) geom.Mark {
	var a geom.Path
	for range chains {
		at := geom.Pt{X: rng.Float64() * 100, Y: rng.Float64() * 100}
		pts := make([]geom.Pt, points)
		for i := range pts {
			pts[i] = at.Add(geom.Pt{X: (rng.Float64() - .5) * 60, Y: (rng.Float64() - .5) * 60})
		}
		a = a.Join(geom.Polygon(pts...))
	}
	return geom.Mark{Kind: geom.Area, Path: a}
}

func newOutliner() outliner { return outliner{sx: 1, sy: 1, s: 1, arcs: newArcs()} }

// Outlines that lie beside a window are left out of it, and make no difference.
func TestOutlinesBeside(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	w := &worker{outliner: newOutliner()}
	for range 300 {
		f := &figures{}
		m := scrawl(rng, 12, 5)
		if rng.IntN(2) == 0 {
			m.Kind, m.Width = geom.Stroke, 1+4*rng.Float64()
		}
		w.add(f, 0, m)
		all := &figures{list: f.list, pts: f.pts, ends: f.ends, over: make([]box, len(f.over))}
		for i := range all.over {
			all.over[i] = box{math.MinInt16 << 8, math.MinInt16 << 8, math.MaxInt16 << 8, math.MaxInt16 << 8}
		}
		q := image.Rect(0, 0, 1+rng.IntN(50), 1+rng.IntN(50)).Add(image.Pt(rng.IntN(120)-10, rng.IntN(120)-10))
		var got [2][]byte
		for i, f := range []*figures{f, all} {
			c := &canvas{rect: q, pix: make([]byte, 4*q.Dx()*q.Dy()), stride: 4 * q.Dx(), depth: 4}
			w.paint(c, q, f, &f.list[0], 77, -1000, []byte{10, 100, 200, 255}, 0)
			got[i] = c.pix
		}
		require.Equal(t, got[1], got[0])
	}
}
