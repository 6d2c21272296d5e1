package check

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// grid is one repeat of a zone, sampled: a torus along the axes in which the zone
// repeats.
type grid struct {
	z            *cloth.Zone
	at           geom.Pt // of the grid's corner, relative to cell (0,0)
	w, h         float64 // mm
	nx, ny       int
	step         float64 // mm between samples; their cells are not quite square
	sx, sy       float64
	loopX, loopY bool
	ink          []uint8
	layer        []uint16 // 1 + the shape on top; 0: the zone's ground
	edge         []uint16 // squared distance to another ink, in steps, capped
}

func newGrid(c *cloth.Cloth, z *cloth.Zone) *grid {
	g := &grid{z: z, w: z.Repeat.X, h: z.Repeat.Y, loopX: z.Repeat.X > 0, loopY: z.Repeat.Y > 0}
	if !g.loopX {
		g.w, g.at.X = z.Bounds.W(), z.Bounds.Min.X-z.Origin.X
	}
	if !g.loopY {
		g.h, g.at.Y = z.Bounds.H(), z.Bounds.Min.Y-z.Origin.Y
	}
	g.step = math.Max(finest, math.Sqrt(g.w*g.h/maxCells))
	g.nx, g.ny = max(1, int(g.w/g.step+.5)), max(1, int(g.h/g.step+.5))
	g.sx, g.sy = g.w/float64(g.nx), g.h/float64(g.ny)
	n := g.nx * g.ny
	g.ink, g.layer = make([]uint8, n), make([]uint16, n)
	ground := z.Ground
	if ground < 0 {
		ground = c.Ground
	}
	for i := range g.ink {
		g.ink[i] = uint8(ground)
	}
	return g
}

// crossing is where a row's line of samples enters or leaves an area.
type crossing struct {
	x   float64
	dir int
}

// paint samples the shapes in painting order.
func (g *grid) paint(ctx context.Context) error {
	rows := make([][]crossing, g.ny)
	for k, s := range g.z.Cell {
		if err := ctx.Err(); err != nil {
			return err
		}
		b := s.Bounds()
		if b.Max.X < b.Min.X || math.IsNaN(b.Min.X+b.Max.X+b.Min.Y+b.Max.Y) {
			continue
		}
		var polys []geom.Poly
		switch s.Kind {
		case geom.Area:
			polys = s.Path.Flatten(g.step / 5)
		case geom.Stroke:
			for _, q := range s.Path.Flatten(g.step / 5) {
				polys = append(polys, q.Stroke(s.Width, g.step/5)...)
			}
		}
		i0, i1 := copies(b.Min.X-g.at.X, b.Max.X-g.at.X, g.w, g.loopX)
		j0, j1 := copies(b.Min.Y-g.at.Y, b.Max.Y-g.at.Y, g.h, g.loopY)
		for j := j0; j <= j1; j++ {
			for i := i0; i <= i1; i++ {
				off := geom.Pt{X: g.at.X - float64(float64(i)*g.w), Y: g.at.Y - float64(float64(j)*g.h)}
				if s.Kind == geom.Dots || s.Kind == geom.Squares {
					g.dots(k, s, off)
				} else {
					g.area(k, s.Ink, polys, off, rows)
				}
			}
		}
	}
	return nil
}

// copies returns which repeats of a span reach into 0…size.
func copies(lo, hi, size float64, loop bool) (i0, i1 int) {
	if !loop {
		return 0, 0
	}
	const most = 8 // a shape reaches over a few repeats at the most
	return max(-most, int(math.Ceil(-hi/size))), min(most, int(math.Floor((size-lo)/size)))
}

func (g *grid) set(k, ink, x0, x1, y int) {
	for i := y*g.nx + max(0, x0); i < y*g.nx+min(g.nx, x1); i++ {
		g.ink[i], g.layer[i] = uint8(ink), uint16(min(k+1, math.MaxUint16))
	}
}

// row returns where the samples of row y lie.
func (g *grid) row(y int) float64 { return float64((float64(y) + .5) * g.sy) }

// first returns the first sample at or after x.
func first(x, step float64, n int) int { return int(geom.Clamp(math.Ceil(x/step-.5), 0, float64(n))) }

// area fills the chains, moved by −off, by the non-zero rule.
func (g *grid) area(k, ink int, polys []geom.Poly, off geom.Pt, rows [][]crossing) {
	lo, hi := g.ny, 0
	for _, q := range polys {
		for i, a := range q.Pts {
			a, b, dir := a.Sub(off), q.Pts[(i+1)%len(q.Pts)].Sub(off), 1
			if a.Y > b.Y {
				a, b, dir = b, a, -1
			}
			y0, y1 := first(a.Y, g.sy, g.ny), first(b.Y, g.sy, g.ny)
			lo, hi = min(lo, y0), max(hi, y1)
			for y := y0; y < y1; y++ {
				t := (g.row(y) - a.Y) / (b.Y - a.Y)
				rows[y] = append(rows[y], crossing{geom.Mix(a.X, b.X, t), dir})
			}
		}
	}
	for y := lo; y < hi; y++ {
		slices.SortFunc(rows[y], func(a, b crossing) int { return cmp.Compare(a.x, b.x) })
		wind := 0
		for i, c := range rows[y] {
			if wind != 0 {
				g.set(k, ink, first(rows[y][i-1].x, g.sx, g.nx), first(c.x, g.sx, g.nx), y)
			}
			wind += c.dir
		}
		rows[y] = rows[y][:0]
	}
}

func (g *grid) dots(k int, s cloth.Shape, off geom.Pt) {
	for _, d := range s.Dots {
		c := d.C.Sub(off)
		for y := first(c.Y-d.R, g.sy, g.ny); y < first(c.Y+d.R, g.sy, g.ny); y++ {
			half := d.R
			if s.Kind == geom.Dots {
				v := g.row(y) - c.Y
				half = math.Sqrt(math.Max(0, float64(d.R*d.R)-float64(v*v)))
			}
			g.set(k, s.Ink, first(c.X-half, g.sx, g.nx), first(c.X+half, g.sx, g.nx), y)
		}
	}
}

// near returns the sample beside (x,y), round the torus, or false beyond an edge.
func (g *grid) near(x, y int) (int, bool) {
	if x < 0 || x >= g.nx {
		if !g.loopX {
			return 0, false
		}
		x = ((x % g.nx) + g.nx) % g.nx
	}
	if y < 0 || y >= g.ny {
		if !g.loopY {
			return 0, false
		}
		y = ((y % g.ny) + g.ny) % g.ny
	}
	return y*g.nx + x, true
}
