package wax

import (
	"fmt"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/palette/dye"
)

// Op is what a stage does.
type Op string

// The operations.
const (
	Wax    Op = "wax"    // onto the inks of the mask
	Dip    Op = "dip"    // what is not under wax
	Colet  Op = "colet"  // brush the inks of the mask
	Fix    Op = "fix"    // what was brushed
	Scrape Op = "scrape" // kerok: wax off the inks of the mask
	Lorod  Op = "lorod"  // boil all wax out
)

// Coat is a kind of wax by what it is for.
type Coat string

// The coats.
const (
	Klowong Coat = "klowong" // lines and fillings, hard enough to keep an edge
	Tembok  Coat = "tembok"  // grounds and large areas, tough enough to fold
	Biron   Coat = "biron"   // over finished colours, before the next bath
)

// Span is a figure from its least to its most.
type Span struct {
	Least float64 `json:"least"`
	Most  float64 `json:"most"`
}

func (s Span) times(k float64) Span { return Span{float64(s.Least * k), float64(s.Most * k)} }
func (s Span) plus(t Span) Span     { return Span{s.Least + t.Least, s.Most + t.Most} }

func span(r dye.Range) Span { return Span{r[0], r[1]} }

// Stage is one step of the making.
type Stage struct {
	Op   Op     `json:"op"`
	Mask []int  `json:"mask"` // inks that it works on: waxed, scraped, brushed; of a dip, those that it reaches
	Coat Coat   `json:"coat,omitempty"`
	Tool string `json:"tool,omitempty"`
	Bath int    `json:"bath"` // index of the plan's bath, −1 without

	AreaM2  float64 `json:"areaM2"`            // of the mask
	LengthM float64 `json:"lengthM,omitempty"` // of lines that are drawn
	Dots    float64 `json:"dots,omitempty"`
	WaxG    Span    `json:"waxG"`
	DyeG    Span    `json:"dyeG"`
	Litres  Span    `json:"litres"`
	Celsius Span    `json:"celsius"`
	Minutes Span    `json:"minutes"`
	// Basis says what the figures rest on.
	Basis []string `json:"basis,omitempty"`

	// Colors are how each ink's cloth is dyed once the stage is over, and Waxed
	// which of them lie under wax: what the cloth then looks like.
	Colors []palette.Color `json:"colors"`
	Waxed  []int           `json:"waxed"`

	events int // baths and removals so far
}

// Recipe is a plan written out in stages.
type Recipe struct {
	Plan   *Plan   `json:"plan"`
	AreaM2 float64 `json:"areaM2"`
	Stages []Stage `json:"stages"`
	WaxG   Span    `json:"waxG"` // in all, before what lorod gives back
	DyeG   Span    `json:"dyeG"`
	Hours  Span    `json:"hours"` // of work, without drying
	// Recovered is the share of wax that lorod gives back for use again.
	Recovered Span `json:"recovered"`
}

// Hand is how the wax comes onto the cloth.
type Hand string

// The hands.
const (
	Canting Hand = "tulis"
	Stamp   Hand = "cap"
	Printed Hand = "print" // not at all: dye paste through a screen, on one face
)

// Figures of consumption and speed, with what they rest on (handbook §3, §5.6).
var (
	waxPerM2  = Span{180, 300} // g on one face
	canting   = Span{15, 30}   // mm/s of the hand on the cloth
	lifting   = Span{1.5, 2.5} // the time with filling and turning, over that of drawing
	dotTime   = Span{.6, 1.2}  // s for a cecek
	brushTime = Span{25, 45}   // min/m² of tembok or colet
	stampTime = Span{12, 25}   // s for a cap of .04 m², with dipping it
	scraping  = Span{60, 120}  // min/m² of kerok
	boiling   = Span{20, 40}   // min a piece
	recovered = Span{.6, .8}
)

const (
	basisWax     = "wax: 180–300 g/m² waxed, one face (general knowledge; no measured source found)"
	basisHand    = "time: canting at 15–30 mm/s and half to once and a half as long again for filling and turning (derived)"
	basisStamp   = "time: 12–25 s for a cap of 20 × 20 cm (general knowledge)"
	basisTembok  = "time: 25–45 min/m² (general knowledge)"
	basisScrape  = "time: 1–2 h/m² (general knowledge)"
	basisLorod   = "time: 20–40 min a piece (general knowledge); 60–80 % of the wax comes back (general knowledge)"
	basisSilicat = "silicate for 4 h and more (handbook §5.5 [S16c])"
)

// Recipe writes the plan out for a cloth waxed by the hand given. work is what
// Measure says of the cloth, nil where nothing is known of its lines.
func (p *Plan) Recipe(h Hand, work []Work) (*Recipe, error) {
	if h == "" {
		h = Canting
	}
	if h != Canting && h != Stamp {
		return nil, fmt.Errorf("wax: hand %q is unknown; want %q or %q", h, Canting, Stamp)
	}
	if work != nil && len(work) != len(p.Outcomes) {
		return nil, fmt.Errorf("wax: work for %d inks; the plan has %d", len(work), len(p.Outcomes))
	}
	w := &writer{p: p, hand: h, work: work, r: &Recipe{Plan: p, Recovered: recovered}}
	for _, a := range p.areas {
		w.r.AreaM2 += a
	}
	w.brushes()
	for j, seg := range p.Segments {
		for _, b := range seg {
			w.wax(j, b)
			w.dip(b)
		}
		switch {
		case j < len(p.Removals):
			w.remove(p.Removals[j], j)
		default:
			w.remove(Lorod, j)
		}
	}
	if w.err != nil {
		return nil, w.err
	}
	for _, s := range w.r.Stages {
		w.r.WaxG, w.r.DyeG = w.r.WaxG.plus(s.WaxG), w.r.DyeG.plus(s.DyeG)
		w.r.Hours = w.r.Hours.plus(s.Minutes.times(1. / 60))
	}
	return w.r, nil
}

// writer holds the state of the cloth while its stages are written.
type writer struct {
	p       *Plan
	hand    Hand
	work    []Work
	r       *Recipe
	waxed   set   // inks under wax
	drawn   set   // inks whose lines have been drawn once
	dips    int   // baths so far
	events  int   // baths and removals so far
	brushed []int // inks
	err     error
}

// add ends a stage: it notes how the cloth looks.
func (w *writer) add(s Stage) {
	if s.Op != Dip {
		s.Bath = -1
	}
	for _, i := range s.Mask {
		s.AreaM2 += w.p.areas[i]
	}
	for i := range w.p.Outcomes {
		c := w.p.shelf.Cloth
		// A colour that is brushed later is not there yet.
		if !(w.events == 0 && w.unbrushed(i)) {
			take, err := w.p.After(i, w.events, nil)
			if err != nil && w.err == nil {
				w.err = err
			}
			c = take.Reflectance().Color()
		}
		s.Colors = append(s.Colors, c)
	}
	s.Waxed, s.events = append([]int{}, w.waxed.members()...), w.events
	if s.Mask == nil {
		s.Mask = []int{}
	}
	w.r.Stages = append(w.r.Stages, s)
}

func (w *writer) unbrushed(ink int) bool {
	return slices.ContainsFunc(w.p.Brushes, func(b Brush) bool { return b.Ink == ink }) && !slices.Contains(w.brushed, ink)
}

// brushes fences and brushes the local colours, fixes them and leaves them waxed
// over for what follows.
func (w *writer) brushes() {
	if len(w.p.Brushes) == 0 {
		return
	}
	var mask set
	for _, b := range w.p.Brushes {
		mask = mask.with(b.Ink)
	}
	for _, b := range w.p.Brushes {
		a := w.p.areas[b.Ink]
		w.brushed = append(w.brushed, b.Ink)
		w.add(Stage{Op: Colet, Mask: []int{b.Ink}, Tool: "brush between closed lines of wax",
			DyeG:    span(b.Dye.GramsPerLitre).times(a * b.Strength * (b.Dye.LitresPerM2[0] + b.Dye.LitresPerM2[1]) / 2),
			Litres:  span(b.Dye.LitresPerM2).times(a),
			Celsius: span(b.Dye.Celsius), Minutes: brushTime.times(a),
			Basis: []string{b.Dye.Source, basisTembok}})
	}
	w.add(Stage{Op: Fix, Mask: mask.members(), Minutes: Span{240, 480}, Basis: []string{basisSilicat}})
}

// wax covers all that bath b of segment j must not reach and that is bare. What a
// later bath of the segment reaches is bare still; wax only grows.
func (w *writer) wax(j, b int) {
	var mask set
	for i := range w.p.Outcomes {
		if !slices.Contains(w.p.Baths[b].Inks, i) && !w.waxed.has(i) {
			mask = mask.with(i)
		}
	}
	if mask == 0 {
		return
	}
	w.waxed |= mask
	// Lines and fillings first, then the broad areas; after the first bath, what is
	// covered is finished colour.
	s := Stage{Op: Wax, Mask: mask.members(), Coat: Klowong, Tool: w.tool()}
	if w.dips > 0 {
		s.Coat = Biron
	} else if mask.has(0) {
		s.Coat = Tembok
	}
	for _, i := range s.Mask {
		area := w.p.areas[i]
		s.WaxG = s.WaxG.plus(waxPerM2.times(area))
		if w.hand == Stamp {
			s.Minutes = s.Minutes.plus(stampTime.times(w.r.AreaM2 / .04 / 60 * math.Min(1, area/w.r.AreaM2*3)))
			continue
		}
		if w.work != nil && !w.drawn.has(i) {
			k := w.work[i]
			length := k.Lines + k.Isen + k.Outlines
			s.LengthM += length
			s.Dots += k.Dots
			s.Minutes = s.Minutes.plus(Span{
				float64(length*1000/canting.Most/60*lifting.Least) + float64(k.Dots*dotTime.Least/60),
				float64(length*1000/canting.Least/60*lifting.Most) + float64(k.Dots*dotTime.Most/60),
			})
		}
		s.Minutes = s.Minutes.plus(brushTime.times(area))
	}
	w.drawn |= mask
	s.Basis = append(s.Basis, basisWax)
	if w.hand == Stamp {
		s.Basis = append(s.Basis, basisStamp)
	} else {
		s.Basis = append(s.Basis, basisHand, basisTembok)
	}
	w.add(s)
}

func (w *writer) tool() string {
	if w.hand == Stamp {
		return "cap"
	}
	return "canting"
}

func (w *writer) dip(b int) {
	k := w.p.Baths[b]
	area := 0. // wet cloth, waxed or not, takes up the bath's liquor
	for _, a := range w.p.areas {
		area += a
	}
	litres := span(k.Dye.LitresPerM2).times(area)
	w.dips, w.events = b+1, w.events+1
	w.add(Stage{Op: Dip, Mask: slices.Clone(k.Inks), Bath: b,
		Litres:  litres,
		DyeG:    Span{litres.Least * k.Dye.GramsPerLitre[0], litres.Most * k.Dye.GramsPerLitre[1]}.times(k.Strength),
		Celsius: span(k.Dye.Celsius), Minutes: span(k.Dye.Minutes).times(math.Max(1, k.Dips) / math.Max(1, k.Dye.Dips)),
		Basis: []string{k.Dye.Source}})
}

// remove takes wax off after segment j: all of it, or by scraping what a later
// bath is to reach.
func (w *writer) remove(op Op, j int) {
	w.events++
	if w.waxed == 0 && op == Scrape {
		return
	}
	if op == Scrape {
		var mask set
		for i := range w.p.Outcomes {
			if !w.waxed.has(i) {
				continue
			}
			for _, seg := range w.p.Segments[j+1:] {
				if w.p.takes(i, seg) {
					mask = mask.with(i)
				}
			}
		}
		w.waxed = w.waxed.without(mask)
		s := Stage{Op: Scrape, Mask: mask.members(), Tool: "scraper", Basis: []string{basisScrape}}
		for _, i := range s.Mask {
			s.Minutes = s.Minutes.plus(scraping.times(w.p.areas[i]))
		}
		w.add(s)
		return
	}
	mask := w.waxed.members()
	w.waxed = 0
	w.add(Stage{Op: Lorod, Mask: mask, Celsius: Span{90, 100}, Minutes: boiling, Basis: []string{basisLorod}})
}
