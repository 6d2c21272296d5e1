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
// wax's border is a field computed once, and a coarse grid knows which piece of which
// crack is nearest where; a crack changes it only where it is nearest itself. All of
// it goes round on a repeat. The result is lines in mm, the same at every resolution.
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

	box geom.Rect // of the line with its width
}

// Figures of the handbook (§4), in mm and cracks.
const (
	leastRoom  = .4   // a place nearer than this to wax's border does not crack
	mostRoom   = 14.  // wax farther from everything than this is no farther
	longest    = 90.  // of one side of a crack
	pace       = .1   // of the direction's wander
	closing    = .1   // a crack this near to another has met it
	hairline   = .035 // half the width of the youngest crack
	widest     = .10  // more, of the oldest
	gridCell   = .5   // of the grid that knows what is near
	candidates = 12   // places looked at for each crack
	foldShare  = .05  // of the cracks, the first, that lie on folds
)

// Bounds of the work for a cloth of unreasonable size or density.
const (
	maxCracks  = 4 << 20
	maxDensity = 60 // cracks a cm²
)

func (c Crackle) wide() float64 {
	if c.Wide == 0 {
		return 1
	}
	return c.Wide
}

// Cracks returns the cracks of a wax, oldest first. It stops early with ctx's
// error.
func (c Crackle) Cracks(ctx context.Context, m Mask) ([]Crack, error) {
	if m.W <= 0 || m.H <= 0 || len(m.Wax) != m.W*m.H || !(m.Pitch > 0) || !(c.Density > 0) {
		return nil, ctx.Err()
	}
	g := newGrowth(c, m)
	plots := g.plots(c.Density)
	total := 0
	for _, p := range plots {
		total += p.cracks
	}
	if total == 0 {
		return nil, ctx.Err()
	}
	out := make([]Crack, 0, total)
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
				age := 1 - float64(k)/float64(p.cracks)
				if crack, ok := g.crack(c.Seed.At("crack", i, k), p, age); ok {
					out = append(out, crack)
				}
			}
		}
	}
	return out, ctx.Err()
}

// crack grows one crack in the plot, if there is room for it.
func (g *growth) crack(r *seed.Stream, p *plot, age float64) (Crack, bool) {
	at, room, ok := g.place(r, p, age > 1-foldShare)
	if !ok {
		return Crack{}, false
	}
	line := g.run(r, at, room)
	if len(line) < 2 {
		return Crack{}, false
	}
	g.lay(line)
	g.burn()
	// age^1.5 without a power function.
	half := float64(g.c.wide() * (hairline + float64(widest*age*math.Sqrt(age)*r.Range(.7, 1.3))))
	k := Crack{Line: line, Half: half, Age: age, box: geom.Rect{Min: line[0], Max: line[0]}}
	for _, q := range line {
		k.box.Min.X, k.box.Max.X = math.Min(k.box.Min.X, q.X), math.Max(k.box.Max.X, q.X)
		k.box.Min.Y, k.box.Max.Y = math.Min(k.box.Min.Y, q.Y), math.Max(k.box.Max.Y, q.Y)
	}
	k.box = k.box.Inset(-2 * half)
	return k, true
}

// Time passes in ages, in each of which every plot of the cloth gets its share of
// cracks. Cracks know of each other only over a few mm, so their order far apart
// does not matter; that they are worked on plot by plot keeps what they look at at
// hand, and the time for a large cloth in proportion to its area.
const (
	ages      = 48
	plotSize  = 40  // mm
	foldEvery = 250 // mm
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
			p.cracks = g.count(&p, density, left)
			left -= p.cracks
			if p.cracks > 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

// count returns how many cracks the wax in a plot is to have.
func (g *growth) count(p *plot, density float64, most int) int {
	m, waxed := &g.f.m, 0
	for y := p.y0; y < p.y1; y++ {
		for _, w := range m.Wax[y*m.W+p.x0 : y*m.W+p.x1] {
			if w {
				waxed++
			}
		}
	}
	return min(most, int(float64(geom.Clamp(density, 0, maxDensity)*float64(waxed)*m.Pitch*m.Pitch/100)+.5))
}

// growth is the wax with the cracks that it has so far.
type growth struct {
	c      Crackle
	f      *field
	size   geom.Pt // mm
	nx, ny int     // of the grid
	cell   geom.Pt
	segs   []piece
	near   []int32   // by grid cell: the piece nearest to its middle, −1 for none
	dist   []float64 // its distance, squared; without any, what it must be below
	fire   []burning // of burn
	folds
	// open says at which sides, left, right, top and bottom, the wax goes on
	// beyond the mask; elsewhere the mask ends with the cloth.
	open [4]bool
}

// folds are the lines that the cloth was folded along.
type folds struct {
	lines [][2]geom.Pt
	grain float64 // their angle, turns
}

// newFolds lays folds over a cloth, about one for every 25 cm across it.
func newFolds(s seed.Seed, size geom.Pt) folds {
	r := s.At("folds")
	f := folds{grain: float64(r.Float64() / 2)}
	for range 2 + r.Below(3) + min(200, int(size.Len()/foldEvery)) {
		at := geom.Pt{X: float64(size.X * r.Float64()), Y: float64(size.Y * r.Float64())}
		dir := geom.Polar(size.Len(), f.grain+float64(.04*r.Normal()))
		f.lines = append(f.lines, [2]geom.Pt{at.Sub(dir), at.Add(dir)})
	}
	return f
}

func (f folds) shift(d geom.Pt) folds {
	out := folds{grain: f.grain}
	for _, l := range f.lines {
		out.lines = append(out.lines, [2]geom.Pt{l[0].Add(d), l[1].Add(d)})
	}
	return out
}

// onto returns the point of the nearest fold, if that is not far.
func (f folds) onto(q geom.Pt) geom.Pt {
	best, at := plotSize/2., q
	for _, l := range f.lines {
		d := l[1].Sub(l[0]).Unit()
		if foot := l[0].Add(d.Mul(q.Sub(l[0]).Dot(d))); foot.Dist(q) < best {
			best, at = foot.Dist(q), foot
		}
	}
	return at
}

// place is a cell of the grid, which on a repeat may lie beyond its edges.
type place struct{ x, y int }

// burning is a cell that has just got another piece.
type burning struct {
	at    place
	piece int32
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
	g.segs, g.fire = make([]piece, 0, 1<<12), make([]burning, 0, 1<<12)
	g.near, g.dist = make([]int32, g.nx*g.ny), make([]float64, g.nx*g.ny)
	// What is farther from a cell than the wax's border, by more than the cell is
	// large, is nearest to nothing in it.
	slack := g.cell.Len() + m.Pitch
	for i := range g.near {
		x := min(int((float64(i%g.nx)+.5)*g.cell.X/m.Pitch), m.W-1)
		y := min(int((float64(i/g.nx)+.5)*g.cell.Y/m.Pitch), m.H-1)
		d := mostRoom
		if n := y*m.W + x; g.f.dx[n] != far {
			d = math.Min(d, float64(geom.Pt{X: float64(g.f.dx[n]), Y: float64(g.f.dy[n])}.Len()*m.Pitch)+slack)
		}
		g.near[i], g.dist[i] = -1, float64(d*d)
	}
	g.folds = newFolds(c.Seed, g.size)
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
		for i, e := range [4]geom.Pt{{X: -q.X}, {X: g.size.X - q.X}, {Y: -q.Y}, {Y: g.size.Y - q.Y}} {
			if d := e.Len(); d < best && !g.open[i] {
				best, to = d, e
			}
		}
	}
	// What is nearest to q is nearest to the middle of one of the four cells about it.
	cx, cy := int(math.Floor(q.X/g.cell.X-.5)), int(math.Floor(q.Y/g.cell.Y-.5))
	for k := range 4 {
		n, shift := g.index(place{cx + k&1, cy + k>>1})
		if n < 0 || g.near[n] < 0 {
			continue
		}
		if v := g.segs[g.near[n]].from(q.Sub(shift)); v.Dot(v) < float64(best*best) {
			best, to = v.Len(), v
		}
	}
	return best, to
}

// from returns the vector from q to the nearest point of the piece.
func (s *piece) from(q geom.Pt) geom.Pt {
	v := s.a.Sub(q)
	t := -v.Dot(s.ab) * s.inv
	if t > 1 {
		t = 1
	}
	if t > 0 {
		v = geom.Pt{X: v.X + float64(s.ab.X*t), Y: v.Y + float64(s.ab.Y*t)}
	}
	return v
}

// index returns where a cell lies in the grid, and by how much the repeat that it
// is in lies off; −1 beyond the cloth.
func (g *growth) index(c place) (int, geom.Pt) {
	if c.x >= 0 && c.y >= 0 && c.x < g.nx && c.y < g.ny {
		return c.y*g.nx + c.x, geom.Pt{}
	}
	if !g.f.m.Wrap {
		return -1, geom.Pt{}
	}
	i, j := floorDiv(c.x, g.nx), floorDiv(c.y, g.ny)
	return (c.y-j*g.ny)*g.nx + c.x - i*g.nx, geom.Pt{X: float64(float64(i) * g.size.X), Y: float64(float64(j) * g.size.Y)}
}

func floorDiv(a, n int) int {
	q := a / n
	if a%n < 0 {
		q--
	}
	return q
}

// lay puts a crack into the cells about it; burn must follow.
func (g *growth) lay(line []geom.Pt) {
	for i := 1; i < len(line); i++ {
		a, ab := line[i-1], line[i].Sub(line[i-1])
		if ab == (geom.Pt{}) {
			continue
		}
		k := int32(len(g.segs))
		g.segs = append(g.segs, piece{a, ab, 1 / ab.Dot(ab)})
		for _, t := range [3]float64{0, .5, 1} {
			p := a.Add(ab.Mul(t))
			x, y := int(math.Floor(p.X/g.cell.X-.5)), int(math.Floor(p.Y/g.cell.Y-.5))
			for c := range 4 {
				g.try(place{x + c&1, y + c>>1}, k, geom.Pt{})
			}
		}
	}
}

// burn makes the cracks laid known to all cells that they are nearest to: like fire,
// from all their pieces at once, for as long as they are nearer than what was.
func (g *growth) burn() {
	for i := 0; i < len(g.fire); i++ {
		f := g.fire[i]
		n, shift := g.index(f.at)
		if g.near[n] != f.piece { // overtaken by another
			continue
		}
		for _, c := range [4]place{{f.at.x - 1, f.at.y}, {f.at.x + 1, f.at.y}, {f.at.x, f.at.y - 1}, {f.at.x, f.at.y + 1}} {
			g.try(c, f.piece, shift)
		}
	}
	g.fire = g.fire[:0]
}

// try gives a cell a piece if that is nearer than what it has. The piece's place is
// that of the repeat which is off by shift.
func (g *growth) try(c place, k int32, shift geom.Pt) {
	n, own := g.index(c)
	if n < 0 || g.near[n] == k {
		return
	}
	s := &g.segs[k]
	v := s.from(geom.Pt{X: float64((float64(c.x)+.5)*g.cell.X) - shift.X, Y: float64((float64(c.y)+.5)*g.cell.Y) - shift.Y})
	d := v.Dot(v)
	if d >= g.dist[n] {
		return
	}
	if own != shift {
		g.segs = append(g.segs, piece{s.a.Add(shift).Sub(own), s.ab, s.inv})
		k = int32(len(g.segs) - 1)
	}
	g.near[n], g.dist[n] = k, d
	g.fire = append(g.fire, burning{c, k})
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
			q = g.wrapped(g.onto(q))
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
	first := float64(r.Float64() / ways)
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
		// What is near draws it; from afar it runs straight.
		pull, draw := to.Unit(), .10
		if d > .5 {
			draw = .03
		}
		for s := 0.; s < stride; s += pace {
			wander = float64(.85*wander) + float64(.28*r.Normal())
			side := dir.Perp().Mul(.045 * wander)
			dir = dir.Add(pull.Mul(draw)).Add(side).Unit()
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

// Halves returns half the crack's width (mm) at each point of its line: it opens
// toward its ends, where junctions chip, by 1 + .8e^{−s/.8 mm} (handbook §4).
func (k Crack) Halves() []float64 {
	out := make([]float64, len(k.Line))
	s := 0.
	for i := range k.Line {
		if i > 0 {
			s += k.Line[i].Dist(k.Line[i-1])
		}
		out[i] = s
	}
	for i, at := range out {
		// Beyond 6 mm nothing is left of it.
		out[i] = k.Half
		if e := math.Min(at, s-at); e < 6 {
			out[i] = float64(k.Half * (1 + float64(.8*geom.Exp(-e/.8))))
		}
	}
	return out
}
