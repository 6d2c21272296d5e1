package motif

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// plot is the ground on which a motif grows: the torus of its tile, with how far
// each cell lies from what stands nearest. Everything that stands is known as
// discs, in mm; a disc that reaches over an edge stands at the other edge too.
type plot struct {
	w, h   float64
	nx, ny int
	dx, dy float64   // sides of a cell
	reach  float64   // no cell is farther from what stands; at first, how far is looked
	sight  float64   // the reach at first: distances beyond it are not known
	far    []float64 // from a cell's middle to what stands nearest; negative inside
	most   []float64 // no cell of a block is farther

	across, down axis // of the disc that is being taken
}

// block is the side of a block, in cells. Most of the ground about a disc knows
// something nearer, and is passed over by blocks.
const block = 8

// newPlot returns an empty plot. Cells are a 250th of its width, which for a tile
// of 300 mm is about a millimetre: a plant keeps up to that much more room than
// it asked for.
func newPlot(w, h, reach float64) *plot {
	nx := 250
	ny := int(geom.Clamp(math.Floor(float64(nx)*h/w+.5), 8, 1280))
	g := &plot{w: w, h: h, nx: nx, ny: ny, reach: reach, sight: reach}
	return g.bare()
}

// bare returns the plot with nothing on its cells.
func (g *plot) bare() *plot {
	g.dx, g.dy = g.w/float64(g.nx), g.h/float64(g.ny)
	g.far = slices.Repeat([]float64{g.reach}, g.nx*g.ny)
	g.most = slices.Repeat([]float64{g.reach}, blocks(g.nx)*blocks(g.ny))
	return g
}

// blocks returns in how many blocks n cells lie.
func blocks(n int) int { return (n + block - 1) / block }

// copy returns a plot on which the same stands.
func (g *plot) copy() *plot {
	c := *g
	c.far, c.most = slices.Clone(g.far), slices.Clone(g.most)
	c.across, c.down = axis{}, axis{}
	return &c
}

// home returns p brought into the tile.
func (g *plot) home(p geom.Pt) geom.Pt {
	return geom.Pt{X: p.X - float64(math.Floor(p.X/g.w)*g.w), Y: p.Y - float64(math.Floor(p.Y/g.h)*g.h)}
}

func (g *plot) middle(i, j int) geom.Pt {
	return geom.Pt{X: float64((float64(i) + .5) * g.dx), Y: float64((float64(j) + .5) * g.dy)}
}

// room returns how far p lies from what stands nearest, or a little less, never
// more; at most the plot's reach.
func (g *plot) room(p geom.Pt) float64 {
	p = g.home(p)
	i, j := min(g.nx-1, int(p.X/g.dx)), min(g.ny-1, int(p.Y/g.dy))
	return g.far[j*g.nx+i] - g.middle(i, j).Dist(p)
}

// fits reports whether all discs stand free by the gap.
func (g *plot) fits(ds []geom.Dot, gap float64) bool {
	// room falls short by half a cell's diagonal at most.
	sight := g.sight - float64(geom.Pt{X: g.dx, Y: g.dy}.Len()/2)
	for _, d := range ds {
		need := d.R + gap
		if need > sight {
			// Farther than can be seen from the middle: look from a ring about it.
			const ring = 12
			for k := range ring {
				if g.room(d.C.Add(geom.Polar(need-sight, float64(k)/ring))) < sight {
					return false
				}
			}
			need = sight
		}
		if g.room(d.C) < need {
			return false
		}
	}
	return true
}

// take marks the ground under the discs as taken.
func (g *plot) take(ds ...geom.Dot) {
	for _, d := range ds {
		c := g.home(d.C)
		g.across.see(c.X, d.R+g.reach, g.w, g.nx)
		g.down.see(c.Y, d.R+g.reach, g.h, g.ny)
		for _, v := range g.down.parts {
			most := g.most[v.first/block*blocks(g.nx):]
			for _, u := range g.across.parts {
				most := &most[u.first/block]
				if t := *most + d.R; !(t > 0 && u.least+v.least < float64(t*t)) {
					continue
				}
				m := g.near(u, v, d.R)
				if len(u.sq)*len(v.sq) == block*block {
					*most = m
				}
			}
		}
	}
}

// axis is how far the cells about a place lie from it along one axis of the plot.
type axis struct {
	sq    []float64 // squared
	parts []part
}

// part is the cells of one block from the first on.
type part struct {
	first int
	sq    []float64
	least float64 // of sq
}

// see looks from c as far as r, on a torus of n cells around w. It goes no farther
// than half round: beyond, the other way is shorter.
func (a *axis) see(c, r, w float64, n int) {
	r = math.Min(r, w/2)
	d := w / float64(n)
	from, to := int(math.Floor((c-r)/d)), int(math.Floor((c+r)/d))
	a.sq, a.parts = slices.Grow(a.sq[:0], to-from+1), a.parts[:0] // parts hold on to sq
	for i, k := from, wrap(from, n); i <= to; i, k = i+1, k+1 {
		if k == n {
			k = 0
		}
		at := len(a.sq)
		if i == from || k%block == 0 {
			a.parts = append(a.parts, part{k, a.sq[at:], math.Inf(1)})
		}
		x := float64((float64(i)+.5)*d) - c
		a.sq = append(a.sq, float64(x*x))
		p := &a.parts[len(a.parts)-1]
		p.sq = p.sq[:len(p.sq)+1]
		if a.sq[at] < p.least {
			p.least = a.sq[at]
		}
	}
}

// near lets the cells of a block know a disc of radius r, and returns how far the
// farthest is now, or 0 where none is far. It does so without a branch, since which
// cells are nearer cannot be guessed: distances are chosen as their bits, which as
// integers are in the same order from 0 on, and fall below it.
func (g *plot) near(u, v part, r float64) float64 {
	most := int64(0)
	for k, yy := range v.sq {
		row := g.far[(v.first+k)*g.nx+u.first:][:len(u.sq)]
		for i, xx := range u.sq {
			q, t := xx+yy, row[i]+r
			far, now := int64(math.Float64bits(row[i])), int64(math.Float64bits(math.Sqrt(q)-r))
			if q < float64(t*math.Abs(t)) { // compared in squares
				far = now
			}
			row[i] = math.Float64frombits(uint64(far))
			most = max(most, far)
		}
	}
	return math.Float64frombits(uint64(most))
}

// gaps calls f with the middles of open places, each with room for a disc of the
// given radius, over the whole plot in an order that shows no rows. What f plants
// it must take; a middle that it leaves open is not offered again.
func (g *plot) gaps(least float64, s seed.Seed, f func(at geom.Pt, room float64)) {
	// What is planted from now on need look no farther than the widest gap.
	g.reach = g.widest()
	n := g.nx * g.ny
	r := s.At("gaps")
	start := r.Below(n)
	// A step of the golden section of n that shares no factor with it visits every
	// cell once, each far from those before.
	step := int(float64(n)*.6180339887) | 1
	for gcd(step, n) != 1 {
		step += 2
	}
	refused := make([]bool, n)
	k := start
	for range n {
		k = (k + step) % n
		// The middle may lie so far off that this place stays open beside it.
		for range 64 {
			if g.far[k] < least {
				break
			}
			i, j := g.summit(k%g.nx, k/g.nx)
			top := j*g.nx + i
			if refused[top] {
				break
			}
			room := g.far[top]
			if f(g.middle(i, j), room); g.far[top] == room {
				// Nor are places so near to it that they are the same to the eye.
				d := max(1, int(least/(3*g.dx)))
				for b := -d; b <= d; b++ {
					for a := -d; a <= d; a++ {
						refused[wrap(j+b, g.ny)*g.nx+wrap(i+a, g.nx)] = true
					}
				}
			}
		}
	}
}

// summit climbs from a cell to one with no roomier neighbour.
func (g *plot) summit(i, j int) (int, int) {
	for range g.nx {
		bi, bj, best := i, j, g.far[j*g.nx+i]
		xs := [...]int{wrap(i-1, g.nx), i, wrap(i+1, g.nx)}
		for _, y := range [...]int{wrap(j-1, g.ny), j, wrap(j+1, g.ny)} {
			row := g.far[y*g.nx:][:g.nx]
			for _, x := range xs {
				if v := row[x]; v > best {
					bi, bj, best = x, y, v
				}
			}
		}
		if bi == i && bj == j {
			break
		}
		i, j = bi, bj
	}
	return i, j
}

// widest returns the radius of the largest disc that finds room.
func (g *plot) widest() float64 {
	most := 0.
	for _, v := range g.far {
		if v > most {
			most = v
		}
	}
	return most
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// sheaf gathers figures that do not lie over one another, layer by layer, into
// few shapes: the layers of equal depth, role, kind and width become one.
type sheaf struct{ layers []sheafLayer }

type sheafLayer struct {
	depth int
	pattern.Shape
}

// lay adds the shapes under a map; shape i lies at the given depth plus i.
func (s *sheaf) lay(depth int, m geom.Affine, shapes ...pattern.Shape) {
	for i, sh := range shapes {
		if sh.Path.Empty() && len(sh.Dots) == 0 {
			continue
		}
		l := s.layer(depth+i, sh)
		l.Mark = l.Mark.JoinUnder(sh.Mark, m)
	}
}

// layer returns the layer to which a shape at the depth belongs; layers are kept
// in order of depth, those of one depth in order of arrival.
func (s *sheaf) layer(depth int, like pattern.Shape) *sheafLayer {
	at := len(s.layers)
	for i := range s.layers {
		l := &s.layers[i]
		if l.depth == depth && l.Role == like.Role && l.Kind == like.Kind && l.Stage == like.Stage && l.Width == like.Width {
			return l
		}
		if l.depth > depth {
			at = i
			break
		}
	}
	like.Path, like.Dots = geom.Path{}, nil
	s.layers = append(s.layers, sheafLayer{})
	copy(s.layers[at+1:], s.layers[at:])
	s.layers[at] = sheafLayer{depth, like}
	return &s.layers[at]
}

// silhouette returns the outlines of all areas from the depth on.
func (s *sheaf) silhouette(depth int) geom.Path {
	var p geom.Path
	for _, l := range s.layers {
		if l.depth >= depth && l.Kind == geom.Area {
			p = p.Join(l.Path)
		}
	}
	return p
}

// shapes returns the layers in painting order.
func (s *sheaf) shapes() []pattern.Shape {
	out := make([]pattern.Shape, len(s.layers))
	for i, l := range s.layers {
		out[i] = l.Shape
	}
	return out
}
