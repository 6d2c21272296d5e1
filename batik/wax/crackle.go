package wax

import (
	"context"
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// Crackle says how wax cracks (remukan). Cracks come one after another: each passes
// through a place that is locally farthest from wax's border and from all earlier
// cracks, and runs by the shortest way to the nearest of them, so that it ends in a
// T (Wyvill, van Overveld and Carpendale, "Rendering cracks in batik", 2004). Older
// cracks are wider. What is not theirs is ours: steps, weights and folds (handbook
// §4).
//
// Their distance field is computed anew over all pixels for every crack. Here the
// wax's border is a field computed once and cracks are segments in a grid, so a
// crack costs what lies around it and no more; and all of it goes round on a
// repeat. The result is lines in mm, the same at every resolution.
type Crackle struct {
	// Density is how many cracks there are in a cm² of wax: about 2 is light, 5
	// usual, 10–15 full remukan. 0 is none.
	Density float64
	// Grain is how strongly cracks follow the folds, 0..1; without any a net looks
	// like dried mud.
	Grain float64
	// Wide scales the cracks' width; 0 counts as 1.
	Wide float64
	Seed seed.Seed
}

// Crack is one crack in wax.
type Crack struct {
	Line []geom.Pt // mm; on a repeat it may reach over the edges, and goes on there
	Half float64   // half its width in the middle, mm; it opens toward its ends
	Age  float64   // 1 is the first, toward 0 the last
}

// Figures of the handbook (§4), in mm and cracks.
const (
	leastRoom  = .4  // a place nearer than this to wax's border does not crack
	mostRoom   = 14. // wax farther from everything than this is no farther
	longest    = 90. // of one side of a crack
	pace       = .1  // of the direction's wander
	closing    = .1  // a crack this near to another has met it
	hairline   = .05 // half the width of the youngest crack
	widest     = .13 // more, of the oldest
	gridCell   = 1.3 // of the grid of segments
	candidates = 12  // places looked at for each crack
)

// maxCracks bounds the work for a cloth of unreasonable size.
const maxCracks = 4 << 20

// Cracks returns the cracks of a wax, oldest first. It stops early with ctx's
// error.
func (c Crackle) Cracks(ctx context.Context, m Mask) ([]Crack, error) {
	if m.W <= 0 || m.H <= 0 || len(m.Wax) != m.W*m.H || !(m.Pitch > 0) || !(c.Density > 0) {
		return nil, ctx.Err()
	}
	g := newGrowth(c, m)
	plots := g.plots(geom.Clamp(c.Density, 0, 60))
	total := 0
	for _, p := range plots {
		total += p.cracks
	}
	if total == 0 {
		return nil, ctx.Err()
	}
	out := make([]Crack, 0, total)
	wide := c.Wide
	if wide == 0 {
		wide = 1
	}
	n := 0
	for slice := range ages {
		for i := range plots {
			p := &plots[i]
			from, to := slice*p.cracks/ages, (slice+1)*p.cracks/ages
			for k := from; k < to; k++ {
				if n++; n&255 == 0 {
					if err := ctx.Err(); err != nil {
						return nil, err
					}
				}
				r := c.Seed.At("crack", i, k)
				at, room, ok := g.place(r, p, slice < ages/20)
				if !ok {
					continue
				}
				line := g.run(r, at, room)
				if len(line) < 2 {
					continue
				}
				g.add(line)
				age := 1 - float64(k)/float64(p.cracks)
				// age^1.5 without a power function.
				half := float64(wide * (hairline + float64(widest*age*math.Sqrt(age)*r.Range(.7, 1.3))))
				out = append(out, Crack{Line: line, Half: half, Age: age})
			}
		}
	}
	return out, ctx.Err()
}

// Time passes in ages, in each of which every plot of the cloth gets its share of
// cracks. Cracks know of each other only over a few mm, so their order far apart
// does not matter; that they are worked on plot by plot keeps what they look at at
// hand, and the time for a large cloth in proportion to its area.
const (
	ages     = 48
	plotSize = 40 // mm
)

// plot is a part of the wax.
type plot struct {
	x0, y0, x1, y1 int // cells of the mask
	cracks         int
}

// plots cuts the wax up, each part with as many cracks as its wax is to have.
func (g *growth) plots(density float64) []plot {
	m := &g.f.m
	cols, rows := max(1, int(g.size.X/plotSize)), max(1, int(g.size.Y/plotSize))
	left := maxCracks
	var out []plot
	for j := range rows {
		for i := range cols {
			p := plot{x0: i * m.W / cols, y0: j * m.H / rows, x1: (i + 1) * m.W / cols, y1: (j + 1) * m.H / rows}
			waxed := 0
			for y := p.y0; y < p.y1; y++ {
				for _, w := range m.Wax[y*m.W+p.x0 : y*m.W+p.x1] {
					if w {
						waxed++
					}
				}
			}
			p.cracks = min(left, int(float64(density*float64(waxed)*m.Pitch*m.Pitch/100)+.5))
			left -= p.cracks
			if p.cracks > 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

// growth is the wax with the cracks that it has so far.
type growth struct {
	c      Crackle
	f      *field
	size   geom.Pt // mm
	nx, ny int     // of the grid
	cell   geom.Pt
	segs   []piece
	head   []int32 // by grid cell: the last piece that touches it, −1 for none
	links  []int32 // of a piece: the one before it in its cell
	folds  [][2]geom.Pt
	grain  float64 // angle of the folds, turns
}

// piece is a straight part of a crack: from a, by ab, whose length squared has the
// inverse inv.
type piece struct {
	a, ab geom.Pt
	inv   float64
}

func newGrowth(c Crackle, m Mask) *growth {
	g := &growth{c: c, f: distances(m), size: geom.Pt{X: float64(float64(m.W) * m.Pitch), Y: float64(float64(m.H) * m.Pitch)}}
	g.nx, g.ny = max(1, int(g.size.X/gridCell)), max(1, int(g.size.Y/gridCell))
	g.cell = geom.Pt{X: g.size.X / float64(g.nx), Y: g.size.Y / float64(g.ny)}
	g.head = make([]int32, g.nx*g.ny)
	for i := range g.head {
		g.head[i] = -1
	}
	r := c.Seed.At("folds")
	g.grain = r.Float64() / 2
	for range 2 + r.Below(3) {
		at := geom.Pt{X: float64(g.size.X * r.Float64()), Y: float64(g.size.Y * r.Float64())}
		dir := geom.Polar(g.size.Len(), g.grain+float64(.04*r.Normal()))
		g.folds = append(g.folds, [2]geom.Pt{at.Sub(dir), at.Add(dir)})
	}
	return g
}

// wrapped returns p inside the repeat.
func (g *growth) wrapped(p geom.Pt) geom.Pt {
	if !g.f.m.Wrap {
		return p
	}
	return geom.Pt{X: p.X - float64(math.Floor(p.X/g.size.X)*g.size.X), Y: p.Y - float64(math.Floor(p.Y/g.size.Y)*g.size.Y)}
}

// room returns how far p is from the wax's border and all cracks (mm), and the
// vector to the nearest of them. Outside the wax it is 0.
func (g *growth) room(p geom.Pt) (float64, geom.Pt) {
	m := &g.f.m
	q := g.wrapped(p)
	x, y := int(q.X/m.Pitch), int(q.Y/m.Pitch)
	if q.X < 0 || q.Y < 0 || x >= m.W || y >= m.H {
		if !m.Wrap {
			return 0, geom.Pt{}
		}
		x, y = min(max(x, 0), m.W-1), min(max(y, 0), m.H-1)
	}
	i := y*m.W + x
	if !m.Wax[i] {
		return 0, geom.Pt{}
	}
	best, to := mostRoom, geom.Pt{}
	if g.f.dx[i] != far {
		v := geom.Pt{
			X: float64((float64(x+int(g.f.dx[i]))+.5)*m.Pitch) - q.X,
			Y: float64((float64(y+int(g.f.dy[i]))+.5)*m.Pitch) - q.Y,
		}
		if d := v.Len() - float64(m.Pitch/2); d < best {
			best, to = math.Max(0, d), v
		}
	}
	if !m.Wrap {
		// The cloth's own edge bounds the wax.
		for _, e := range [4]geom.Pt{{X: -q.X}, {X: g.size.X - q.X}, {Y: -q.Y}, {Y: g.size.Y - q.Y}} {
			if d := e.Len(); d < best {
				best, to = d, e
			}
		}
	}
	// Rings of grid cells round q, until none can hold anything nearer.
	cx, cy := int(q.X/g.cell.X), int(q.Y/g.cell.Y)
	least := math.Min(g.cell.X, g.cell.Y)
	fx, fy := q.X-float64(float64(cx)*g.cell.X), q.Y-float64(float64(cy)*g.cell.Y)
	inside := math.Min(math.Min(fx, g.cell.X-fx), math.Min(fy, g.cell.Y-fy))
	limit := min(max(g.nx, g.ny)/2+1, int(mostRoom/least)+2)
	for ring := 0; ring <= limit; ring++ {
		if ring > 0 && float64(float64(ring-1)*least)+inside > best {
			break
		}
		for dy := -ring; dy <= ring; dy++ {
			step := 1
			if dy > -ring && dy < ring {
				step = 2 * ring
			}
			for dx := -ring; dx <= ring; dx += max(1, step) {
				if d, v, ok := g.inCell(cx+dx, cy+dy, q, best); ok {
					best, to = d, v
				}
			}
		}
	}
	return best, to
}

// inCell looks for a crack nearer to q than best in one grid cell.
func (g *growth) inCell(cx, cy int, q geom.Pt, best float64) (float64, geom.Pt, bool) {
	var shift geom.Pt
	if g.f.m.Wrap {
		for cx < 0 {
			cx, shift.X = cx+g.nx, shift.X-g.size.X
		}
		for cx >= g.nx {
			cx, shift.X = cx-g.nx, shift.X+g.size.X
		}
		for cy < 0 {
			cy, shift.Y = cy+g.ny, shift.Y-g.size.Y
		}
		for cy >= g.ny {
			cy, shift.Y = cy-g.ny, shift.Y+g.size.Y
		}
	} else if cx < 0 || cy < 0 || cx >= g.nx || cy >= g.ny {
		return 0, geom.Pt{}, false
	}
	found := false
	var to geom.Pt
	qx, qy, least := q.X-shift.X, q.Y-shift.Y, float64(best*best)
	for l := g.head[cy*g.nx+cx]; l >= 0; l = g.links[l] {
		s := &g.segs[l]
		vx, vy := s.a.X-qx, s.a.Y-qy
		t := -(float64(vx*s.ab.X) + float64(vy*s.ab.Y)) * s.inv
		if t > 1 {
			t = 1
		}
		if t > 0 {
			vx, vy = vx+float64(s.ab.X*t), vy+float64(s.ab.Y*t)
		}
		if d2 := float64(vx*vx) + float64(vy*vy); d2 < least {
			least, to, found = d2, geom.Pt{X: vx, Y: vy}, true
		}
	}
	if !found {
		return best, to, false
	}
	return math.Sqrt(least), to, true
}

// add puts a crack into the grid, each piece into the cells that its box touches,
// in the coordinates of the repeat that the cell belongs to.
func (g *growth) add(line []geom.Pt) {
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if a == b {
			continue
		}
		x0, x1 := int(math.Floor(math.Min(a.X, b.X)/g.cell.X)), int(math.Floor(math.Max(a.X, b.X)/g.cell.X))
		y0, y1 := int(math.Floor(math.Min(a.Y, b.Y)/g.cell.Y)), int(math.Floor(math.Max(a.Y, b.Y)/g.cell.Y))
		for cy := y0; cy <= y1; cy++ {
			for cx := x0; cx <= x1; cx++ {
				var shift geom.Pt
				x, y := cx, cy
				if g.f.m.Wrap {
					x, y = ((cx%g.nx)+g.nx)%g.nx, ((cy%g.ny)+g.ny)%g.ny
					shift = geom.Pt{X: float64(float64((cx-x)/g.nx) * g.size.X), Y: float64(float64((cy-y)/g.ny) * g.size.Y)}
				} else if x < 0 || y < 0 || x >= g.nx || y >= g.ny {
					continue
				}
				ab, k := b.Sub(a), y*g.nx+x
				g.links = append(g.links, g.head[k])
				g.head[k] = int32(len(g.segs))
				g.segs = append(g.segs, piece{a.Sub(shift), ab, 1 / ab.Dot(ab)})
			}
		}
	}
}

// place returns a place in the plot that is locally farthest from everything: the
// best of a few chosen blindly, or on a fold, moved away from what is nearest until
// nothing is gained.
func (g *growth) place(r *seed.Stream, p0 *plot, fold bool) (geom.Pt, float64, bool) {
	m := &g.f.m
	throw := func() geom.Pt {
		return geom.Pt{
			X: float64((float64(p0.x0) + float64(float64(p0.x1-p0.x0)*r.Float64())) * m.Pitch),
			Y: float64((float64(p0.y0) + float64(float64(p0.y1-p0.y0)*r.Float64())) * m.Pitch),
		}
	}
	var p geom.Pt
	best := 0.
	for range candidates {
		var q geom.Pt
		// Thrown anew until it lands on wax; where there is hardly any, it may not.
		for range 100 {
			if q = throw(); m.Wax[int(q.Y/m.Pitch)*m.W+int(q.X/m.Pitch)] {
				break
			}
		}
		if fold {
			// The foot of the point on one of the folds, if that is not far.
			f := g.folds[r.Below(len(g.folds))]
			d := f[1].Sub(f[0]).Unit()
			if foot := f[0].Add(d.Mul(q.Sub(f[0]).Dot(d))); foot.Dist(q) < plotSize/2 {
				q = g.wrapped(foot)
			}
		}
		if d, _ := g.room(q); d > best {
			best, p = d, q
		}
	}
	if best < leastRoom/2 {
		return p, 0, false
	}
	for step := .5 * best; step > .08; {
		_, to := g.room(p)
		q := p.Sub(to.Unit().Mul(step))
		if d, _ := g.room(q); d > best {
			best, p = d, q
		} else {
			step /= 2
		}
	}
	return p, best, best >= leastRoom
}

// run returns the crack through p, both ways to what is nearest.
func (g *growth) run(r *seed.Stream, p geom.Pt, room float64) []geom.Pt {
	// The way along which the room shrinks fastest, folds favoured.
	const ways = 16
	first := r.Float64() / ways
	angle, least := 0., math.Inf(1)
	for i := range ways {
		a := first + float64(float64(i)/ways)
		d, _ := g.room(p.Add(geom.Polar(float64(.6*room), a)))
		along := geom.Cos(a - g.grain)
		if d *= 1 - float64(.5*g.c.Grain*along*along); d < least {
			least, angle = d, a
		}
	}
	one := g.side(r, p, geom.Polar(1, angle))
	two := g.side(r, p, geom.Polar(1, angle+.5))
	line := make([]geom.Pt, 0, len(one)+len(two)+1)
	for i := len(two) - 1; i >= 0; i-- {
		line = append(line, two[i])
	}
	line = append(line, p)
	return append(line, one...)
}

// side walks from p until it meets something.
func (g *growth) side(r *seed.Stream, p, dir geom.Pt) []geom.Pt {
	var line []geom.Pt
	wander := 0.
	for gone := 0.; gone < longest; {
		d, to := g.room(p)
		if d < closing {
			if d > 0 {
				line = append(line, p.Add(to)) // it ends on what it met
			}
			break
		}
		// A third of what is free may be walked blindly.
		stride := math.Max(pace, math.Min(d/3, .45))
		pull := to.Unit()
		for s := 0.; s < stride; s += pace {
			wander = float64(.85*wander) + float64(.28*r.Normal())
			side := dir.Perp().Mul(.12 * wander)
			dir = dir.Add(pull.Mul(.10)).Add(side).Unit()
			p = p.Add(dir.Mul(pace))
			gone += pace
		}
		// Points this close tell a bend of a few mm; more would only cost.
		if n := len(line); n == 0 || line[n-1].Dist(p) >= .3 {
			line = append(line, p)
		}
	}
	return line
}

// Width returns the crack's half width (mm) at point i of its line: it opens toward
// its ends, where junctions chip, by 1 + .8e^{−s/.8 mm} (handbook §4).
func (k Crack) Width(i int) float64 {
	s, e := 0., 0.
	for j := 1; j <= i; j++ {
		s += k.Line[j].Dist(k.Line[j-1])
	}
	for j := i + 1; j < len(k.Line); j++ {
		e += k.Line[j].Dist(k.Line[j-1])
	}
	return float64(k.Half * (1 + float64(.8*geom.Exp(-math.Min(s, e)/.8))))
}
