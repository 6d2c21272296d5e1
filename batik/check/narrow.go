package check

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// measure fills edge with the squared distance, in steps, from every sample to the
// nearest of another ink: exact up to reach steps, and more than reach² beyond.
func (g *grid) measure(ctx context.Context, reach int) error {
	g.edge = make([]uint16, g.nx*g.ny)
	return g.distances(ctx, reach, g.edge, func(i, j int) bool { return g.ink[i] != g.ink[j] }, nil)
}

// distances fills out with the squared distance, in steps, from every sample to the
// nearest beyond a border: one that parts tells from it, or one that is itself in the
// set of sources, if that is not nil. It is exact up to reach steps, and more than
// reach² beyond.
//
// It goes by columns and then along rows, where the least of all parabolas over the
// columns' distances is taken at once (Felzenszwalb and Huttenlocher 2012).
func (g *grid) distances(ctx context.Context, reach int, out []uint16, parts func(i, j int) bool, source []bool) error {
	column := make([]uint8, len(out))
	rounds := 1
	if g.loopY {
		rounds = 2 // what lies over the edge is known the second time round
	}
	far := uint8(reach + 1)
	for i := range column {
		column[i] = far
	}
	for _, way := range [2]int{1, -1} {
		for k := range rounds * g.ny {
			y := k % g.ny
			if way < 0 {
				y = g.ny - 1 - y
			}
			from := y - way
			if from < 0 || from >= g.ny {
				if from = (from + g.ny) % g.ny; !g.loopY {
					from = y
				}
			}
			for i, j := y*g.nx, from*g.nx; i < (y+1)*g.nx; i, j = i+1, j+1 {
				d := min(column[j]+1, far)
				switch {
				case source != nil && source[i]:
					d = 0
				case j == i:
					d = far
				case parts != nil && parts(i, j):
					d = 1
				}
				column[i] = min(column[i], d)
			}
		}
	}
	// A row with what lies over its edges.
	pad := 0
	if g.loopX {
		pad = reach + 1
	}
	n := g.nx + 2*pad
	at := make([]int, n) // the sample of each place
	e := envelope{x: make([]int, n+2), h: make([]int, n+2), from: make([]int, n+2)}
	for y := range g.ny {
		if y&63 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for k := range at {
			at[k] = y*g.nx + ((k-pad)%g.nx+g.nx)%g.nx
		}
		for a := 0; a < n; {
			b := a + 1
			for b < n && (parts == nil || !parts(at[b-1], at[b])) {
				b++
			}
			// Samples a…b−1 are of one ink; what lies before and after is of another.
			e.n = 0
			if a > 0 {
				e.add(a-1, 0)
			}
			for k := a; k < b; k++ {
				if c := column[at[k]]; c < far {
					e.add(k, int(c)*int(c))
				}
			}
			if b < n {
				e.add(b, 0)
			}
			for k, p := a, 0; k < b; k++ {
				d := int(far) * int(far)
				if e.n > 0 {
					for p+1 < e.n && e.from[p+1] <= k {
						p++
					}
					d = min(d, (k-e.x[p])*(k-e.x[p])+e.h[p])
				}
				if k >= pad && k < pad+g.nx {
					out[at[k]] = uint16(d)
				}
			}
			a = b
		}
	}
	return nil
}

// envelope is the least of upright parabolas, from the left: the one about x[p] of
// height h[p] is least from from[p] on.
type envelope struct {
	x, h, from []int
	n          int
}

// add adds a parabola to the right of all.
func (e *envelope) add(x, h int) {
	from := math.MinInt
	for ; e.n > 0; e.n-- {
		p := e.n - 1
		// The first whole number at which the new one is no higher.
		num, den := h+x*x-e.h[p]-e.x[p]*e.x[p], 2*(x-e.x[p])
		if from = num / den; num > from*den {
			from++
		}
		if from > e.from[p] {
			break
		}
		from = math.MinInt
	}
	e.x[e.n], e.h[e.n], e.from[e.n] = x, h, from
	e.n++
}

// narrow returns the thin lines and narrow gaps, and their area in mm².
//
// What a disc of the limit's size can reach inside its own ink (the opening) is
// broad enough. What is left of an ink falls into parts: one that is joined to
// broad places on two sides is a neck, one that is joined to none is thin
// altogether, and one joined on one side is a tip, as the points of petals are,
// unless it is long.
func (g *grid) narrow(ctx context.Context, l Limits) ([]Finding, float64, error) {
	limit := math.Max(l.Line, l.Gap)
	if !(limit > 0) {
		return nil, 0, nil
	}
	step := math.Max(g.sx, g.sy)
	reach := int(geom.Clamp(limit/step+2, 2, 200))
	if err := g.measure(ctx, reach); err != nil {
		return nil, 0, err
	}
	// Lines and gaps have limits of their own, and which is which shows only once
	// a part is found; so both are looked for.
	var out []Finding
	area := 0.
	for _, kind := range []Kind{ThinLine, NarrowGap} {
		limit := l.Line
		if kind == NarrowGap {
			limit = l.Gap
		}
		if !(limit > 1.5*step) { // finer than the samples can tell
			continue
		}
		found, a, err := g.parts(ctx, kind, limit/step)
		if err != nil {
			return nil, 0, err
		}
		out, area = append(out, found...), area+a
	}
	return out, area, nil
}

// States of a sample while parts are told apart.
const (
	left   = iota // not reached by a disc
	broad         // reached
	done          // of a part that was looked at
	inPart        // of the part at hand
)

// parts finds what is narrower than limit, in steps, of one kind.
func (g *grid) parts(ctx context.Context, kind Kind, limit float64) ([]Finding, float64, error) {
	// A line of w steps has samples at least ⌊w⌋/2 from the nearest of another ink if
	// it lies along them, and mostly w/2 if it does not. What is forgiven keeps a line
	// of just the limit from being found; one thinner by three steps always is.
	radius := math.Min(float64(limit/2)-.3, math.Floor(limit)/2)
	r2 := radius * radius
	state := make([]uint8, len(g.ink))
	for i, d := range g.edge {
		if float64(d) >= r2 {
			state[i] = broad
		}
	}
	// Discs about what is deep enough reach the rest; they do not leave their ink.
	deep := make([]bool, len(state))
	for i, st := range state {
		deep[i] = st == broad
	}
	near := make([]uint16, len(state))
	if err := g.distances(ctx, int(math.Ceil(radius)), near, nil, deep); err != nil {
		return nil, 0, err
	}
	for i, d := range near {
		if float64(d) < r2 {
			state[i] = broad
		}
	}
	var out []Finding
	area := 0.
	for i := range state {
		if i%(64*g.nx) == 0 && ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
		if state[i] != left {
			continue
		}
		p := g.part(i, state)
		if f, ok := g.judge(p, kind, limit, state); ok {
			out = append(out, f)
			area += f.Area
		}
		for _, j := range p {
			state[j] = done
		}
	}
	return out, area, nil
}

// eachBeside calls f with the eight neighbours of sample i.
func (g *grid) eachBeside(i int, f func(j int)) {
	x, y := i%g.nx, i/g.nx
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if dx == 0 && dy == 0 {
				continue
			}
			if j, ok := g.near(x+dx, y+dy); ok {
				f(j)
			}
		}
	}
}

// part gathers the samples joined to i that no disc reached, and marks them.
func (g *grid) part(i int, state []uint8) []int {
	p := []int{i}
	state[i] = inPart
	for k := 0; k < len(p); k++ {
		g.eachBeside(p[k], func(j int) {
			if state[j] == left && g.ink[j] == g.ink[i] {
				state[j] = inPart
				p = append(p, j)
			}
		})
	}
	return p
}

// judge says whether a part is a fault of the kind.
func (g *grid) judge(p []int, kind Kind, limit float64, state []uint8) (Finding, bool) {
	// Specks of less than a fifth of the smallest dot are rounding between edges.
	if float64(len(p)) < .16*limit*limit {
		return Finding{}, false
	}
	ink := g.ink[p[0]]
	over, under := 0, 0
	var beside [256]int
	var touch []int // of the part, joined to broad places
	for _, i := range p {
		t := false
		g.eachBeside(i, func(j int) {
			switch {
			case g.ink[j] != ink:
				beside[g.ink[j]]++
				if g.layer[j] > g.layer[i] {
					over++
				} else {
					under++
				}
			case state[j] == broad:
				t = true
			}
		})
		if t {
			touch = append(touch, i)
		}
	}
	if (over > under) != (kind == NarrowGap) {
		return Finding{}, false
	}
	arcs := g.arcs(touch)
	at, deep := g.deepest(p)
	if len(touch) > 0 {
		n := 0
		for _, a := range arcs {
			n = max(n, a+1)
		}
		if n < 2 {
			// One side: a tip, unless it runs on beyond any tip, as a line does.
			const tip = 3.5 // limits: a point of 16° is as long
			far, length := g.beyond(p, touch, limit)
			if length < tip*limit {
				return Finding{}, false
			}
			at, deep = g.deepest(far)
		} else {
			at, deep = g.saddle(p, arcs)
		}
	}
	f := Finding{Kind: kind, Zone: g.z.Name, Ink: int(ink), Area: float64(len(p)) * g.sx * g.sy}
	for k, n := range beside {
		if n > beside[f.Beside] {
			f.Beside = k
		}
	}
	f.Width = (float64(2*deep) - .5) * math.Sqrt(g.sx*g.sy)
	f.At = g.z.Origin.Add(g.at).Add(geom.Pt{X: float64((float64(at%g.nx) + .5) * g.sx), Y: g.row(at / g.nx)})
	return f, f.Width < limit*math.Sqrt(g.sx*g.sy)
}

// deepest returns the sample farthest from another ink, and how far.
func (g *grid) deepest(p []int) (at int, deep float64) {
	best := -1
	for _, i := range p {
		if d := int(g.edge[i]); d > best {
			at, best = i, d
		}
	}
	return at, math.Sqrt(float64(max(0, best)))
}

// arcs numbers the stretches in which a part is joined to broad places.
func (g *grid) arcs(touch []int) map[int]int {
	of := make(map[int]int, len(touch))
	for _, i := range touch {
		of[i] = -1
	}
	n := 0
	for _, i := range touch {
		if of[i] >= 0 {
			continue
		}
		of[i] = n
		for todo := []int{i}; len(todo) > 0; {
			k := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			g.eachBeside(k, func(j int) {
				if a, ok := of[j]; ok && a < 0 {
					of[j] = n
					todo = append(todo, j)
				}
			})
		}
		n++
	}
	return of
}

// beyond returns the samples of a part that are more than the given number of
// steps from where it is joined, and how far the farthest is.
func (g *grid) beyond(p, touch []int, steps float64) (far []int, length float64) {
	dist := make(map[int]int, len(p))
	for _, i := range p {
		dist[i] = -1
	}
	todo := slices.Clone(touch)
	for _, i := range todo {
		dist[i] = 0
	}
	for k := 0; k < len(todo); k++ {
		i := todo[k]
		if length = float64(dist[i]); length > steps {
			far = append(far, i)
		}
		g.eachBeside(i, func(j int) {
			if d, ok := dist[j]; ok && d < 0 {
				dist[j] = dist[i] + 1
				todo = append(todo, j)
			}
		})
	}
	return far, length
}

// saddle returns the narrowest place of the widest way between two arcs: samples
// are let in from the deepest on, until two arcs are joined.
func (g *grid) saddle(p []int, arcs map[int]int) (at int, deep float64) {
	order := slices.Clone(p)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.edge[b], g.edge[a]) })
	parent := make(map[int]int, len(p))
	arc := make(map[int]int, len(p)) // of a root; −1: none yet
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, i := range order {
		parent[i], arc[i] = i, -1
		if a, ok := arcs[i]; ok {
			arc[i] = a
		}
		joined := false
		g.eachBeside(i, func(j int) {
			if _, ok := parent[j]; !ok {
				return
			}
			a, b := root(i), root(j)
			if a == b {
				return
			}
			if arc[a] >= 0 && arc[b] >= 0 && arc[a] != arc[b] {
				joined = true
			}
			parent[a] = b
			arc[b] = max(arc[a], arc[b])
		})
		if joined {
			return i, math.Sqrt(float64(g.edge[i]))
		}
	}
	return g.deepest(p)
}
