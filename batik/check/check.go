// Package check looks whether a cloth can be made: whether its lines are as broad
// as a tool draws them, its gaps as wide as the wax leaves open, its outlines free
// of crossings. It never changes a cloth, and it knows nothing of motifs.
//
// It looks at one repeat of each zone as it is designed, before any hand redraws
// it.
package check

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Limits are what a technique can make, in mm. A zero limit is not looked at.
type Limits struct {
	Line float64 // the thinnest line and the smallest dot
	Gap  float64 // the narrowest cloth left open between two
}

// For returns the limits of a technique (handbook §2, §3): "tulis", "cap"; any
// other counts as print.
func For(technique string) Limits {
	switch technique {
	case "tulis":
		return Limits{Line: .4, Gap: .5}
	case "cap":
		return Limits{Line: .8, Gap: 1}
	}
	return Limits{Line: .3, Gap: .4}
}

// Kind says what is wrong.
type Kind string

// The kinds of finding.
const (
	ThinLine  Kind = "thin line"  // drawn over its surroundings, and thinner than Limits.Line
	NarrowGap Kind = "narrow gap" // left open by what is drawn over it, and narrower than Limits.Gap
	Crossing  Kind = "crossing"   // an outline that crosses itself
)

// Finding is one place where a cloth cannot be made.
type Finding struct {
	Kind   Kind
	Zone   string
	At     geom.Pt // on the cloth, mm, in one repeat
	Width  float64 // as measured, mm; 0 for a crossing
	Ink    int     // of the line or the gap
	Beside int     // the ink along most of its border; −1 for a crossing
	Area   float64 // mm² of one repeat
}

// Report is what was found.
type Report struct {
	Findings []Finding // narrowest first in each zone; no more than Most of a zone
	Count    int       // of all
	Share    float64   // of the cloth that lies in thin lines and narrow gaps, 0…1
	Step     float64   // mm: widths are exact to about this
}

const (
	// Most bounds the findings told of each zone.
	Most = 200

	finest   = .05     // mm between samples …
	maxCells = 6 << 20 // … or so many in a repeat
)

// Cloth looks at a cloth. Work and memory are bounded for cloths of any size; the
// result is the same on every machine.
func Cloth(ctx context.Context, c *cloth.Cloth, l Limits) (*Report, error) {
	type told struct {
		found     []Finding
		bad, step float64
	}
	zones, err := each(ctx, len(c.Zones), func(i int) (told, error) {
		z, t := &c.Zones[i], told{step: finest}
		if z.Bounds.Empty() {
			return t, nil
		}
		if l.Line > 0 || l.Gap > 0 {
			g := newGrid(c, z)
			t.step = g.step
			if err := g.paint(ctx); err != nil {
				return t, err
			}
			found, area, err := g.narrow(ctx, l)
			if err != nil {
				return t, err
			}
			// What is found in a repeat is found in all of them.
			t.found, t.bad = found, float64(area/(g.w*g.h)*z.Bounds.W()*z.Bounds.H())
		}
		for k := range z.Cell {
			t.found = append(t.found, crossings(z, k)...)
		}
		slices.SortStableFunc(t.found, func(a, b Finding) int {
			return cmp.Or(cmp.Compare(a.Width, b.Width), cmp.Compare(a.At.Y, b.At.Y), cmp.Compare(a.At.X, b.At.X))
		})
		return t, nil
	})
	if err != nil {
		return nil, err
	}
	r := &Report{Step: finest}
	bad := 0.
	for _, t := range zones {
		r.Step = math.Max(r.Step, t.step)
		r.Count += len(t.found)
		r.Findings = append(r.Findings, t.found[:min(len(t.found), Most)]...)
		bad += t.bad
	}
	if a := c.Size.X * c.Size.Y; a > 0 {
		r.Share = math.Min(1, bad/a)
	}
	return r, nil
}

// each returns what do makes of 0…n−1, as many at once as Go runs in parallel, or the
// first error.
func each[T any](ctx context.Context, n int, do func(i int) (T, error)) ([]T, error) {
	out, errs := make([]T, n), make([]error, n)
	var all sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range n {
		free <- struct{}{}
		all.Go(func() {
			if errs[i] = ctx.Err(); errs[i] == nil {
				out[i], errs[i] = do(i)
			}
			<-free
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// crossings returns where the outline of shape k crosses itself: each subpath by
// itself, since shapes are merged of many. Chords are compared that overlap in x.
func crossings(z *cloth.Zone, k int) []Finding {
	s := &z.Cell[k]
	if s.Kind != geom.Area {
		return nil
	}
	var out []Finding
	for _, q := range s.Path.Flatten(.02) {
		n := len(q.Pts)
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		lo := func(i int) float64 { return math.Min(q.Pts[i].X, q.Pts[(i+1)%n].X) }
		hi := func(i int) float64 { return math.Max(q.Pts[i].X, q.Pts[(i+1)%n].X) }
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lo(a), lo(b)) })
		var live []int
		for _, i := range order {
			live = slices.DeleteFunc(live, func(j int) bool { return hi(j) < lo(i) })
			for _, j := range live {
				if at, ok := cross(q.Pts[i], q.Pts[(i+1)%n], q.Pts[j], q.Pts[(j+1)%n]); ok {
					out = append(out, Finding{Kind: Crossing, Zone: z.Name, At: z.Origin.Add(at), Ink: s.Ink, Beside: -1})
				}
			}
			live = append(live, i)
			if len(out) > Most {
				return out
			}
		}
	}
	return out
}

// cross returns where the segments ab and cd cross, if they do so by more than
// rounding: to touch is not to cross, nor is to run along each other.
func cross(a, b, c, d geom.Pt) (geom.Pt, bool) {
	u, v := b.Sub(a), d.Sub(c)
	den := u.Cross(v)
	if math.Abs(den) <= 1e-9*u.Len()*v.Len() {
		return geom.Pt{}, false
	}
	s, t := c.Sub(a).Cross(v)/den, c.Sub(a).Cross(u)/den
	const touch = 1e-3 // of a segment
	if s < touch || s > 1-touch || t < touch || t > 1-touch {
		return geom.Pt{}, false
	}
	return a.Lerp(b, s), true
}
