package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// spread returns the maps that set a figure on all places of the group's tile,
// one for each operation; size is the upright tile, twice the primitive cell for
// the rhombic groups. Every image of at lies within the tile. An unknown group
// gives nothing.
func spread(group string, size, at geom.Pt) []geom.Affine {
	g, err := symmetry.Lookup(group)
	if err != nil {
		return nil
	}
	u, v := g.Lattice.Basis(size)
	shifts := []geom.Pt{{}}
	if g.Lattice == symmetry.Rhombic {
		shifts = append(shifts, size.Mul(.5))
	}
	var ms []geom.Affine
	for _, m := range g.Maps(u, v) {
		for _, d := range shifts {
			n := m.At(d)
			ms = append(ms, n.At(onTile(n.Apply(at), size).Sub(n.Apply(at))))
		}
	}
	return ms
}

// after returns every map of ms after the map m.
func after(m geom.Affine, ms []geom.Affine) []geom.Affine { return combined([]geom.Affine{m}, ms) }

// onTile brings a point into the tile; what lies on its edge, within rounding,
// belongs to the side at 0.
func onTile(q, size geom.Pt) geom.Pt {
	const eps = 1e-9
	q.X -= float64(math.Floor(q.X/size.X+eps) * size.X)
	q.Y -= float64(math.Floor(q.Y/size.Y+eps) * size.Y)
	return q
}

// toroidal returns the shortest of the vectors that differ from v by whole tiles.
func toroidal(v, size geom.Pt) geom.Pt {
	v.X -= float64(math.Floor(v.X/size.X+.5) * size.X)
	v.Y -= float64(math.Floor(v.Y/size.Y+.5) * size.Y)
	return v
}

// packing holds discs on the torus that keep clear of each other and have a
// group's symmetry.
type packing struct {
	size   geom.Pt
	maps   []geom.Affine
	nx, ny int
	cells  [][]geom.Dot
}

// newPacking returns a packing for discs whose middles may have to stand reach
// apart, at most.
func newPacking(group string, size geom.Pt, reach float64) *packing {
	p := &packing{size: size, maps: spread(group, size, geom.Pt{})}
	p.nx, p.ny = int(geom.Clamp(size.X/reach, 1, 500)), int(geom.Clamp(size.Y/reach, 1, 500))
	p.cells = make([][]geom.Dot, p.nx*p.ny)
	return p
}

func (p *packing) cell(q geom.Pt) (i, j int) {
	return wrap(int(q.X/p.size.X*float64(p.nx)), p.nx), wrap(int(q.Y/p.size.Y*float64(p.ny)), p.ny)
}

func (p *packing) free(d geom.Dot, gap float64) bool {
	i, j := p.cell(d.C)
	for di := -1; di <= 1; di++ {
		for dj := -1; dj <= 1; dj++ {
			for _, o := range p.cells[wrap(j+dj, p.ny)*p.nx+wrap(i+di, p.nx)] {
				if toroidal(d.C.Sub(o.C), p.size).Len() < d.R+o.R+gap {
					return false
				}
			}
		}
	}
	return true
}

// put adds a disc and its images if all have the gap round them, and returns
// them; nil if they do not fit. A disc on a mirror, or on a centre, has fewer.
func (p *packing) put(d geom.Dot, gap float64) []geom.Dot {
	orbit := make([]geom.Dot, 0, len(p.maps))
next:
	for _, m := range p.maps {
		q := onTile(m.Apply(d.C), p.size)
		for _, o := range orbit {
			l := toroidal(o.C.Sub(q), p.size).Len()
			if l < 1e-6 {
				continue next
			}
			if l < float64(2*d.R)+gap {
				return nil
			}
		}
		orbit = append(orbit, geom.Dot{C: q, R: d.R})
	}
	for _, o := range orbit {
		if !p.free(o, gap) {
			return nil
		}
	}
	for _, o := range orbit {
		i, j := p.cell(o.C)
		p.cells[j*p.nx+i] = append(p.cells[j*p.nx+i], o)
	}
	return orbit
}

// foam returns discs of the given radii, largest first, thrown on the tile with
// the group's symmetry, no two nearer than gap; share says how hard it tries. One
// throw in four falls on an axis of the tile, on which mirrors lie.
func foam(group string, size geom.Pt, radii []float64, gap, share float64, r *seed.Stream) []geom.Dot {
	p := newPacking(group, size, float64(2*radii[0])+gap)
	var out []geom.Dot
	for k, rad := range radii {
		// Throws in proportion to how many discs of the size the tile would take,
		// more for the small ones, which fill what is left.
		reach := rad + float64(gap/2)
		throws := float64(size.X*size.Y) / float64(float64(reach*reach)*2) * share * []float64{.35, .8, 2.2, 3, 4}[min(k, 4)] / float64(max(1, len(p.maps)))
		for range int(geom.Clamp(throws, 0, 6000)) {
			q := geom.Pt{X: float64(r.Float64() * size.X), Y: float64(r.Float64() * size.Y)}
			switch r.Below(16) {
			case 0, 1:
				q.X = float64(math.Floor(float64(2*q.X/size.X)+.5) * size.X / 2)
			case 2, 3:
				q.Y = float64(math.Floor(float64(2*q.Y/size.Y)+.5) * size.Y / 2)
			}
			out = append(out, p.put(geom.Dot{C: q, R: rad}, gap)...)
		}
	}
	return out
}
