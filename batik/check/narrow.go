package check

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// measure fills edge with the squared distance, in steps, from every sample to the
// nearest of another ink: exact up to reach steps, and more than reach² beyond. It
// goes by columns and then along rows (Felzenszwalb and Huttenlocher's split, cut
// off at the reach).
func (g *grid) measure(ctx context.Context, reach int) error {
	n := g.nx * g.ny
	g.edge = make([]uint16, n)
	column := make([]uint8, n)
	rounds := 1
	if g.loopY {
		rounds = 2 // what lies over the edge is known the second time round
	}
	for x := range g.nx {
		for _, way := range [2]int{1, -1} {
			d := reach + 1
			for k := range rounds * g.ny {
				y := k % g.ny
				if way < 0 {
					y = g.ny - 1 - y
				}
				i := y*g.nx + x
				switch j, ok := g.near(x, y-way); {
				case !ok || k == 0:
				case g.ink[j] != g.ink[i]:
					d = 1
				default:
					d = min(d+1, reach+1)
				}
				if column[i] == 0 || d < int(column[i]) {
					column[i] = uint8(d)
				}
			}
		}
	}
	for y := range g.ny {
		if y&63 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for x := range g.nx {
			i := y*g.nx + x
			best := int(column[i]) * int(column[i])
			for k := 1; k <= reach && k*k < best; k++ {
				for _, xk := range [2]int{x - k, x + k} {
					j, ok := g.near(xk, y)
					if !ok {
						continue
					}
					d := 0
					if g.ink[j] == g.ink[i] {
						d = int(column[j]) * int(column[j])
					}
					best = min(best, k*k+d)
				}
			}
			g.edge[i] = uint16(best)
		}
	}
	return nil
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
	// A line of w steps has samples at least (w−1)/2 and mostly w/2 from the nearest
	// of another ink, by how it lies to them. What is forgiven keeps a line of just
	// the limit from being found; one thinner by two steps always is.
	radius := float64(limit/2) - .3
	r2 := radius * radius
	state := make([]uint8, len(g.ink))
	for i, d := range g.edge {
		if float64(d) >= r2 {
			state[i] = broad
		}
	}
	// Discs about the rim of what is deep enough reach the rest.
	disc := int(math.Ceil(radius))
	for y := range g.ny {
		if y&63 == 0 && ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
		for x := range g.nx {
			i := y*g.nx + x
			d := math.Sqrt(float64(g.edge[i]))
			if d < radius || d > radius+1.5 {
				continue
			}
			for dy := -disc; dy <= disc; dy++ {
				for dx := -disc; dx <= disc; dx++ {
					if float64(dx*dx+dy*dy) > r2 {
						continue
					}
					if j, ok := g.near(x+dx, y+dy); ok && g.ink[j] == g.ink[i] {
						state[j] = broad
					}
				}
			}
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
