package wax

import (
	"fmt"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/batik/nearest"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/palette/dye"
)

// Route is a way of working.
type Route string

// The routes. Auto chooses among all that use wax.
const (
	Auto     Route = ""
	Kelengan Route = "kelengan" // one bath
	Kerokan  Route = "kerokan"  // wax is scraped off between baths
	Lorodan  Route = "lorodan"  // wax is boiled out between baths
	Bedesan  Route = "bedesan"  // brown before blue
	Coletan  Route = "coletan"  // small areas are brushed, then one ground bath
)

// Routes lists the routes by name, Auto left out.
func Routes() []Route { return []Route{Kelengan, Kerokan, Lorodan, Bedesan, Coletan} }

// Limits of what is planned (handbook §5.5).
const (
	usualBaths   = 4
	mostBaths    = 6
	mostRemovals = 2
	smallArea    = .10 // share of the cloth that may be brushed
	kerokArea    = .15 // share of the cloth that may be scraped
)

// Reached is how far (CIEDE2000) a colour may be from the one wanted and still
// count as it.
const Reached = 5

// Job is what is to be dyed.
type Job struct {
	Inks []palette.Ink // the colours wanted, the ground first
	// Areas are the m² of cloth of each ink; nil counts as equal shares of one m².
	Areas []float64
	Shelf dye.Shelf // the dyes there are
	Route Route
	// MaxBaths is how many immersion baths may be used, 1–6; 0 counts as 4.
	MaxBaths int
}

// Bath is one immersion.
type Bath struct {
	Dye      dye.Dye `json:"dye"`
	Dips     float64 `json:"dips"`
	Strength float64 `json:"strength"` // of the bath, of its full shade, 0..1
	Inks     []int   `json:"inks"`     // that it reaches
}

// Brush is one colour brushed on.
type Brush struct {
	Ink      int     `json:"ink"`
	Dye      dye.Dye `json:"dye"`
	Strength float64 `json:"strength"`
}

// Outcome is what becomes of an ink.
type Outcome struct {
	Ink     int           `json:"ink"`
	Wanted  palette.Color `json:"wanted"`
	Gets    palette.Color `json:"gets"`
	DeltaE  float64       `json:"deltaE"` // between the two, CIEDE2000
	Reached bool          `json:"reached"`
	Unsure  float64       `json:"unsure"` // how far Gets may be from the truth, CIEDE2000
	Baths   []int         `json:"baths"`  // that reach it, by index
	Brushed bool          `json:"brushed,omitempty"`
}

// Plan is the baths and their order.
type Plan struct {
	Route    Route     `json:"route"`
	Baths    []Bath    `json:"baths"` // in the order of dipping
	Segments [][]int   `json:"segments"`
	Removals []Op      `json:"removals"` // between segments: Scrape or Lorod
	Brushes  []Brush   `json:"brushes,omitempty"`
	Outcomes []Outcome `json:"outcomes"` // one an ink
	Warnings []Warning `json:"warnings,omitempty"`

	shelf dye.Shelf
	areas []float64 // m²
}

// Warning is something that the maker should know of a plan.
type Warning struct {
	Kind  string `json:"kind"` // "unreachable", "order", "chemistry"
	Ink   int    `json:"ink"`  // of an unreachable one
	Baths []int  `json:"baths,omitempty"`
	Text  string `json:"text"`
}

// Weights of the search, in CIEDE2000 of the whole cloth: what a removal or a bath
// more must gain to be worth it. Our judgement.
const (
	perRemoval   = 1.6
	perBath      = .35
	perBrush     = .25
	perInversion = .3
)

func (j Job) check() (Job, error) {
	if len(j.Inks) < 1 || len(j.Inks) > 12 {
		return j, fmt.Errorf("wax: job.inks: holds %d inks; want 1 to 12", len(j.Inks))
	}
	if j.Areas == nil {
		j.Areas = make([]float64, len(j.Inks))
		for i := range j.Areas {
			j.Areas[i] = 1 / float64(len(j.Inks))
		}
	}
	if len(j.Areas) != len(j.Inks) {
		return j, fmt.Errorf("wax: job.areas: holds %d areas for %d inks", len(j.Areas), len(j.Inks))
	}
	sum := 0.
	for i, a := range j.Areas {
		if !(a >= 0 && a < 1e6) {
			return j, fmt.Errorf("wax: job.areas[%d]: is %v m²; want 0 or more", i, a)
		}
		sum += a
	}
	if !(sum > 0) {
		return j, fmt.Errorf("wax: job.areas: add up to nothing")
	}
	if len(j.Shelf.Dyes) == 0 {
		return j, fmt.Errorf("wax: job.shelf: holds no dyes")
	}
	if j.MaxBaths == 0 {
		j.MaxBaths = usualBaths
	}
	if j.MaxBaths < 1 || j.MaxBaths > mostBaths {
		return j, fmt.Errorf("wax: job.maxBaths: is %d; want 1 to %d", j.MaxBaths, mostBaths)
	}
	if j.Route != Auto && !slices.Contains(Routes(), j.Route) {
		var names []string
		for _, r := range Routes() {
			names = append(names, string(r))
		}
		hint := ""
		if n := nearest.Name(string(j.Route), names); n != "" {
			hint = fmt.Sprintf("; did you mean %q?", n)
		}
		return j, fmt.Errorf("wax: job.route: %q is unknown%s; the routes are %v", j.Route, hint, names)
	}
	switch j.Route {
	case Kelengan, Coletan:
		j.MaxBaths = 1
	}
	return j, nil
}

// Plan chooses the baths, their order and the removals between them for the inks of
// the job: the least sum of colour differences weighted by area, then the fewest
// removals, then the fewest baths. Inks out of reach get the nearest that can be
// had.
func (j Job) Plan() (*Plan, error) {
	j, err := j.check()
	if err != nil {
		return nil, err
	}
	s := newSearch(j, nil)
	best := s.run()
	// Small areas that the baths miss, or that alone cost a removal, are brushed if
	// a brush comes nearer.
	if brushed := s.worthBrushing(best); len(brushed) > 0 {
		t := newSearch(j, brushed)
		if c := t.run(); c.cost+float64(perBrush*float64(len(brushed))) < best.cost || j.Route == Coletan {
			s, best = t, c
		}
	}
	return s.plan(best)
}

// candidate is a bath that could be used.
type candidate struct {
	dye      dye.Dye
	dips     float64
	strength float64
	takes    dye.Absorption // beyond the cloth, after the final lorod
}

// choice is a set of baths cut into segments, and which ink takes which.
type choice struct {
	baths    []int // candidates
	segments [][]int
	sets     []set // of an ink, by position in baths
	cost     float64
}

type search struct {
	j       Job
	cloth   dye.Absorption
	cands   []candidate
	weights []float64 // of an ink
	wanted  []palette.Lab
	brush   map[int]brushChoice // inks that are brushed
}

type brushChoice struct {
	dye      dye.Dye
	strength float64
	deltaE   float64
}

func newSearch(j Job, brush map[int]brushChoice) *search {
	s := &search{j: j, cloth: dye.FromColor(j.Shelf.Cloth).Absorption(), brush: brush}
	sum := 0.
	for _, a := range j.Areas {
		sum += a
	}
	total := 0.
	for i, k := range j.Inks {
		// A line of few mm² is seen as well as a field: no ink counts for less than a
		// sixteenth.
		w := math.Max(j.Areas[i]/sum, 1./16)
		if j.Areas[i] == 0 {
			w = 1. / 64
		}
		s.weights = append(s.weights, w)
		total += w
		s.wanted = append(s.wanted, k.Color.Lab())
	}
	for i := range s.weights {
		s.weights[i] /= total
	}
	for _, d := range j.Shelf.Dyes {
		if !d.Immersion {
			continue
		}
		full := dye.FromColor(d.Color).Absorption()
		add := func(dips, strength, k float64) {
			c := candidate{dye: d, dips: dips, strength: strength}
			for b := range full {
				c.takes[b] = math.Max(0, full[b]-s.cloth[b]) * k * (d.Fade[0] + d.Fade[1]) / 2
			}
			s.cands = append(s.cands, c)
		}
		add(d.Dips, 1, 1)
		switch d.Class {
		case dye.Natural: // fewer dips
			for _, share := range []float64{2, 4, 12} {
				n := math.Ceil(d.Dips / share)
				add(n, 1, d.Uptake(n))
			}
		case dye.Indigo: // each depth stands by itself on the shelf
		default: // thinner baths
			for _, k := range []float64{.5, .25, .1} {
				add(d.Dips, k, k)
			}
		}
	}
	return s
}

// color returns the colour of cloth that took the absorption.
func (s *search) color(take dye.Absorption) palette.Color {
	for b := range take {
		take[b] += s.cloth[b]
	}
	return take.Reflectance().Color()
}

// state is a set of baths with the colours of all its subsets.
type state struct {
	baths []int
	takes []dye.Absorption // by subset
	diff  [][]float64      // by subset and ink
	cost  float64
}

// beam is how many sets of baths of each size are followed.
const beam = 24

// run searches sets of baths of growing size, each grown from the best of the size
// before, and cuts the best of every size into segments.
func (s *search) run() choice {
	level := []state{s.extend(state{}, -1)}
	best := s.cut(level[0])
	for range s.j.MaxBaths {
		var next []state
		seen := map[string]bool{}
		for _, st := range level {
			for c := range s.cands {
				if !s.goesWith(st.baths, c) {
					continue
				}
				baths := append(slices.Clone(st.baths), c)
				slices.Sort(baths)
				key := fmt.Sprint(baths)
				if seen[key] {
					continue
				}
				seen[key] = true
				next = append(next, s.extend(st, c))
			}
		}
		slices.SortStableFunc(next, func(a, b state) int {
			switch {
			case a.cost < b.cost:
				return -1
			case a.cost > b.cost:
				return 1
			}
			return slices.Compare(a.baths, b.baths)
		})
		level = next[:min(beam, len(next))]
		for _, st := range level {
			if c := s.cut(st); c.cost < best.cost-1e-9 {
				best = c
			}
		}
	}
	return best
}

// goesWith reports whether candidate c may join the baths: each dye once, and one
// depth of indigo, which is one vat.
func (s *search) goesWith(baths []int, c int) bool {
	for _, b := range baths {
		if s.cands[b].dye.ID == s.cands[c].dye.ID || s.cands[b].dye.Class == dye.Indigo && s.cands[c].dye.Class == dye.Indigo {
			return false
		}
	}
	return true
}

// extend adds a bath to a set: the subsets without it are as they were, those with
// it take more. A negative bath makes the empty set.
func (s *search) extend(st state, c int) state {
	out := state{baths: slices.Clone(st.baths), takes: slices.Clone(st.takes), diff: slices.Clone(st.diff)}
	add := func(take dye.Absorption) {
		lab := s.color(take).Lab()
		d := make([]float64, len(s.wanted))
		for i, w := range s.wanted {
			d[i] = palette.DeltaE2000Lab(lab, w)
		}
		out.takes, out.diff = append(out.takes, take), append(out.diff, d)
	}
	if c < 0 {
		add(dye.Absorption{})
	} else {
		out.baths = append(out.baths, c)
		for _, t := range st.takes {
			for b := range t {
				t[b] += s.cands[c].takes[b]
			}
			add(t)
		}
	}
	for i, w := range s.weights {
		least := math.Inf(1)
		if b, ok := s.brush[i]; ok {
			least = b.deltaE
		} else {
			for _, d := range out.diff {
				least = math.Min(least, d[i])
			}
		}
		out.cost += float64(w * least)
	}
	return out
}

// cut tries every way to cut the baths of a state into segments and takes the best.
func (s *search) cut(st state) choice {
	best := choice{cost: math.Inf(1)}
	maxRemovals := mostRemovals
	if s.j.Route == Kelengan || s.j.Route == Coletan {
		maxRemovals = 0
	}
	var place func(b int, segments [][]int)
	place = func(b int, segments [][]int) {
		if len(segments) > maxRemovals+1 {
			return
		}
		if b == len(st.baths) {
			if c := s.assign(st, segments); c.cost < best.cost-1e-9 {
				best = c
			}
			return
		}
		for i := range segments {
			for at := range len(segments[i]) + 1 {
				g := slices.Clone(segments)
				g[i] = slices.Insert(slices.Clone(g[i]), at, b)
				place(b+1, g)
			}
		}
		place(b+1, append(slices.Clone(segments), []int{b}))
	}
	place(0, nil)
	return best
}

// assign gives each ink the subset nearest to it of those that the segments allow:
// a prefix of each.
func (s *search) assign(st state, segments [][]int) choice {
	subsets := []set{0}
	for _, seg := range segments {
		grown := subsets
		var prefix set
		for _, b := range seg {
			prefix = prefix.with(b)
			for _, u := range subsets {
				grown = append(slices.Clip(grown), u|prefix)
			}
		}
		subsets = grown
	}
	c := choice{baths: st.baths, segments: segments, sets: make([]set, len(s.wanted))}
	var used set
	for i, w := range s.weights {
		if b, ok := s.brush[i]; ok {
			c.cost += float64(w * b.deltaE)
			continue
		}
		least := math.Inf(1)
		for _, u := range subsets {
			if d := st.diff[u][i]; d < least-1e-9 {
				least, c.sets[i] = d, u
			}
		}
		c.cost += float64(w * least)
		used |= c.sets[i]
	}
	if used != 1<<len(st.baths)-1 && len(st.baths) > 0 {
		c.cost = math.Inf(1) // the smaller set stands for it
		return c
	}
	c.cost += float64(perBath * float64(len(st.baths)))
	if n := len(segments); n > 1 {
		c.cost += float64(perRemoval * float64(n-1))
	}
	for _, seg := range segments {
		for k := 1; k < len(seg); k++ {
			if s.rank(st.baths[seg[k]]) < s.rank(st.baths[seg[k-1]]) {
				c.cost += perInversion
			}
		}
	}
	return c
}

// rank is where chemistry wants a bath (handbook §5.5): indigosol before naphthol,
// indigo before soga, tannin last and iron after it.
func (s *search) rank(c int) int { return rank(s.cands[c].dye, s.j.Route) }

func rank(d dye.Dye, r Route) int {
	switch d.Class {
	case dye.Indigosol:
		return 0
	case dye.Remazol, dye.Procion:
		return 1
	case dye.Naphthol:
		return 2
	case dye.Indigo:
		if r == Bedesan {
			return 6
		}
		return 3
	}
	if d.Agent == "tunjung (iron)" {
		return 5
	}
	return 4
}

// worthBrushing returns the small inks for which a brushed dye comes clearly
// nearer than the baths do; on the coletan route, every small ink but the ground.
func (s *search) worthBrushing(c choice) map[int]brushChoice {
	out := map[int]brushChoice{}
	sum := 0.
	for _, a := range s.j.Areas {
		sum += a
	}
	st := s.extend(state{}, -1)
	for _, b := range c.baths {
		st = s.extend(st, b)
	}
	for i := 1; i < len(s.j.Inks); i++ {
		share := s.j.Areas[i] / sum
		if share >= smallArea && (s.j.Route != Coletan || share >= .35) {
			continue
		}
		best := brushChoice{deltaE: math.Inf(1)}
		for _, d := range s.j.Shelf.Dyes {
			if !d.Brush {
				continue
			}
			full := dye.FromColor(d.Color).Absorption()
			for _, k := range []float64{1, .6, .35, .15} {
				var t dye.Absorption
				for b := range full {
					t[b] = k * math.Max(0, full[b]-s.cloth[b])
				}
				if e := palette.DeltaE2000Lab(s.color(t).Lab(), s.wanted[i]); e < best.deltaE {
					best = brushChoice{d, k, e}
				}
			}
		}
		now := 0.
		if len(st.diff) > 0 {
			now = st.diff[c.sets[i]][i]
		}
		if now > Reached && best.deltaE < now-3 || s.j.Route == Coletan && best.deltaE < now {
			out[i] = best
		}
	}
	return out
}

// plan writes the choice out: baths in their order, removals, exact colours.
func (s *search) plan(c choice) (*Plan, error) {
	p := &Plan{Route: s.j.Route, shelf: s.j.Shelf, areas: s.j.Areas}
	takers := make([]set, len(c.baths))
	for b := range takers {
		for i, u := range c.sets {
			if u.has(b) {
				takers[b] = takers[b].with(i)
			}
		}
	}
	// The inks may need fewer segments than they were found with.
	segs := chains(takers)
	if len(segs) > len(c.segments) {
		segs = c.segments
	}
	// Equal baths of a chain follow chemistry, and chains stand in the order that
	// goes against it least: the first bath of each tells.
	key := func(b int) float64 {
		d := s.cands[c.baths[b]].dye
		return float64(100*rank(d, s.j.Route)) - d.Color.Lab().L
	}
	for _, g := range segs {
		slices.SortStableFunc(g, func(a, b int) int {
			if takers[a] != takers[b] {
				return 0
			}
			return sign(key(a) - key(b))
		})
	}
	slices.SortStableFunc(segs, func(a, b []int) int { return sign(key(a[0]) - key(b[0])) })
	index := make([]int, len(c.baths))
	for _, g := range segs {
		var seg []int
		for _, b := range g {
			index[b] = len(p.Baths)
			seg = append(seg, len(p.Baths))
			k := s.cands[c.baths[b]]
			p.Baths = append(p.Baths, Bath{k.dye, k.dips, k.strength, takers[b].members()})
		}
		p.Segments = append(p.Segments, seg)
	}
	for i := range s.j.Inks {
		if b, ok := s.brush[i]; ok {
			p.Brushes = append(p.Brushes, Brush{i, b.dye, b.strength})
		}
	}
	p.removals()
	for i, k := range s.j.Inks {
		o := Outcome{Ink: i, Wanted: k.Color, Baths: []int{}}
		for _, b := range c.sets[i].members() {
			o.Baths = append(o.Baths, index[b])
		}
		slices.Sort(o.Baths)
		_, o.Brushed = s.brush[i]
		take, err := p.After(i, len(p.Events()), nil)
		if err != nil {
			return nil, err
		}
		o.Gets = take.Reflectance().Color()
		o.DeltaE = palette.DeltaE2000(o.Wanted, o.Gets)
		o.Reached = o.DeltaE <= Reached
		for _, b := range o.Baths {
			o.Unsure = math.Max(o.Unsure, p.Baths[b].Dye.DeltaE)
		}
		for _, b := range p.Brushes {
			if b.Ink == i {
				o.Unsure = b.Dye.DeltaE
			}
		}
		p.Outcomes = append(p.Outcomes, o)
	}
	p.warn()
	return p, nil
}

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

// removals chooses how wax comes off between segments: scraped where what is under
// it is little, boiled out elsewhere, or as the route has it.
func (p *Plan) removals() {
	sum := 0.
	for _, a := range p.areas {
		sum += a
	}
	for j := 1; j < len(p.Segments); j++ {
		op := Lorod
		// Waxed in the segment before, and needed by a later one.
		under := 0.
		for i := range p.areas {
			if p.takes(i, p.Segments[j]) && !p.takesAll(i, p.Segments[j-1]) {
				under += p.areas[i]
			}
		}
		if p.Route == Kerokan || p.Route == Auto && under <= float64(kerokArea*sum) {
			op = Scrape
		}
		p.Removals = append(p.Removals, op)
	}
}

func (p *Plan) takes(ink int, seg []int) bool {
	return slices.ContainsFunc(seg, func(b int) bool { return slices.Contains(p.Baths[b].Inks, ink) })
}

func (p *Plan) takesAll(ink int, seg []int) bool {
	return !slices.ContainsFunc(seg, func(b int) bool { return !slices.Contains(p.Baths[b].Inks, ink) })
}

// Event is a bath or a removal of wax, in the order of making.
type Event struct {
	Op   Op  `json:"op"`   // Dip, Scrape or Lorod
	Bath int `json:"bath"` // of a dip
}

// Events lists the baths and removals in order. The last is the final lorod, if
// there is any bath.
func (p *Plan) Events() []Event {
	var out []Event
	for j, seg := range p.Segments {
		for _, b := range seg {
			out = append(out, Event{Dip, b})
		}
		op := Lorod
		if j < len(p.Removals) {
			op = p.Removals[j]
		}
		out = append(out, Event{op, -1})
	}
	return out
}

// After returns what cloth of the ink has absorbed after the first n events. share
// is the part of each bath that reached it, by bath, and nil what the plan gives:
// all of a bath that reaches the ink, nothing of one that does not. With shares of
// one's own it says what cloth becomes where wax cracked or leaked.
func (p *Plan) After(ink, n int, share []float64) (dye.Absorption, error) {
	var steps []dye.Step
	for _, b := range p.Brushes {
		if b.Ink == ink {
			steps = append(steps, dye.Step{Dye: b.Dye.ID, Share: b.Strength})
		}
	}
	for _, e := range p.Events()[:n] {
		if e.Op == Lorod {
			steps = append(steps, dye.Lorod())
			continue
		}
		if e.Op != Dip {
			continue
		}
		k, b := 0., p.Baths[e.Bath]
		if share != nil {
			k = share[e.Bath]
		} else if slices.Contains(b.Inks, ink) {
			k = 1
		}
		if k > 0 {
			steps = append(steps, dye.Step{Dye: b.Dye.ID, Dips: b.Dips, Share: k * b.Strength})
		}
	}
	return p.shelf.Take(steps...)
}

// warn gathers what the maker should know of the chemistry.
func (p *Plan) warn() {
	for _, c := range p.shelf.Cautions {
		for a := range p.Baths {
			for b := a + 1; b < len(p.Baths); b++ {
				if p.Baths[a].Dye.Class == c.FirstClass && p.Baths[b].Dye.Class == c.SecondClass {
					p.Warnings = append(p.Warnings, Warning{Kind: "chemistry", Baths: []int{a, b}, Text: c.Why})
				}
			}
		}
	}
	for k := 1; k < len(p.Baths); k++ {
		if rank(p.Baths[k].Dye, p.Route) < rank(p.Baths[k-1].Dye, p.Route) {
			p.Warnings = append(p.Warnings, Warning{Kind: "order", Baths: []int{k - 1, k},
				Text: fmt.Sprintf("%s after %s goes against the usual order: try it on a strip first", p.Baths[k].Dye.Name, p.Baths[k-1].Dye.Name)})
		}
	}
	for _, o := range p.Outcomes {
		if !o.Reached {
			p.Warnings = append(p.Warnings, Warning{Kind: "unreachable", Ink: o.Ink,
				Text: fmt.Sprintf("%v cannot be had from this shelf; it becomes %v (ΔE2000 %.1f)", o.Wanted, o.Gets, o.DeltaE)})
		}
	}
}
