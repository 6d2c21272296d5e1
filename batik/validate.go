package batik

import (
	"fmt"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/batik/lettering"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/motif"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// Sizes of cloth, in mm, that can be laid.
const (
	minCloth = 50
	maxCloth = 20000
)

// Validate reports everything that is wrong with the design; see
// Design.Validate.
func (w Workshop) Validate(d *Design) error {
	f := &faults{}
	if d == nil {
		f.add("design", "is missing")
		return f.err()
	}
	cat, err := w.catalog()
	if err != nil {
		return err
	}
	if d.Format != Format {
		f.add("design.format", "is %d; this version reads %d", d.Format, Format)
	}
	if len(d.Title) > 400 {
		f.add("design.title", "is %d bytes long; the limit is 400", len(d.Title))
	}
	m, err := wear(d.Market)
	if err != nil {
		f.add("design.market", "%s", unknown(d.Market, market.IDs()))
		return f.err()
	}
	d.Product.check(m, f)
	if !slices.Contains(techniques(), string(d.Technique)) {
		f.add("design.technique", "%s", unknown(string(d.Technique), techniques()))
	}
	checkInks(d.Inks, "design.inks", f)
	d.Field.check("design.field", cat, len(d.Inks), f)
	if d.Kepala != nil {
		d.Kepala.check("design.kepala", cat, len(d.Inks), f)
	}
	if e := d.Border; e != nil {
		var kinds []string
		for _, b := range motif.Borders() {
			kinds = append(kinds, b.ID)
		}
		if !slices.Contains(kinds, e.Kind) {
			f.add("design.border.kind", "%s", unknown(e.Kind, kinds))
		}
		within(f, "design.border.width", e.Width, 5, 250, "mm")
	}
	if d.Text != "" {
		if err := lettering.Check(d.Text); err != nil {
			f.add("design.text", "%s", err)
		}
	}
	if len(f.errs) == 0 {
		f.errs = append(f.errs, blocks(d, m, cat)...)
	}
	return f.err()
}

// within checks a number against its range.
func within(f *faults, path string, v, lo, hi float64, unit string) {
	if math.IsNaN(v) || v < lo || v > hi {
		if unit != "" {
			unit = " " + unit
		}
		f.add(path, "is %v; want %v to %v%s", v, lo, hi, unit)
	}
}

func (p Piece) check(m market.Market, f *faults) {
	var ids []string
	for _, q := range Products(m) {
		ids = append(ids, q.ID)
	}
	if !slices.Contains(ids, p.ID) {
		f.add("design.product.id", "%s", unknown(p.ID, ids))
	}
	if len(p.Name) > 200 {
		f.add("design.product.name", "is %d bytes long; the limit is 200", len(p.Name))
	}
	if !slices.Contains(layouts(), string(p.Layout)) {
		f.add("design.product.layout", "%s", unknown(string(p.Layout), layouts()))
	}
	if p.Layout != Tile {
		within(f, "design.product.width", p.Width, minCloth, maxCloth, "mm")
		within(f, "design.product.height", p.Height, minCloth, maxCloth, "mm")
	}
	if p.Layout.HasHead() {
		a, b := p.Kepala[0], p.Kepala[1]
		if !(a >= 0 && a < b && b <= 1) {
			f.add("design.product.kepala", "is %v to %v; want two rising fractions of the width, 0 to 1", a, b)
		}
	}
}

func (g Figure) check(path string, cat *pattern.Catalog, inks int, f *faults) {
	mo, ok := cat.Lookup(g.Motif)
	if !ok {
		f.add(path+".motif", "%s", unknown(g.Motif, cat.IDs()))
		return
	}
	in := mo.Info()
	var params, slots []string
	for _, p := range in.Params {
		params = append(params, p.ID)
	}
	for _, id := range sortedKeys(g.Values) {
		p, ok := in.Param(id)
		if !ok {
			f.add(path+".values."+clip(id), "%s", unknown(id, params))
			continue
		}
		within(f, path+".values."+id, g.Values[id], p.Min, p.Max, p.Unit)
	}
	for _, s := range in.Slots {
		slots = append(slots, s.ID)
	}
	fillings := []string{"none"}
	for _, i := range isen.All() {
		fillings = append(fillings, i.ID)
	}
	for _, id := range sortedKeys(g.Isen) {
		if !slices.Contains(slots, id) {
			f.add(path+".isen."+clip(id), "%s", unknown(id, slots))
		} else if !slices.Contains(fillings, g.Isen[id]) {
			f.add(path+".isen."+id, "%s", unknown(g.Isen[id], fillings))
		}
	}
	within(f, path+".density", g.Density, .25, 3, "")
	within(f, path+".line", g.Line, .5, 2.5, "")
	if err := g.Repeat.Validate(); err != nil {
		f.add(path+".repeat", "%s", err)
	} else if !allows(in, g.Repeat.Kind) {
		f.add(path+".repeat.kind", "is %q, which would cut %s; it takes %v", g.Repeat.Kind, in.Name, in.Repeats)
	}
	if g.Group != "" {
		switch {
		case !slices.Contains(symmetry.Arrangements(), g.Group):
			if _, err := symmetry.Lookup(g.Group); err != nil {
				f.add(path+".group", "%s", unknown(g.Group, symmetry.Arrangements()))
			} else {
				f.add(path+".group", "is %s, which cannot arrange whole tiles; want one of %v", g.Group, symmetry.Arrangements())
			}
		case g.Repeat.Kind != "" && g.Repeat.Kind != symmetry.Block:
			f.add(path+".group", "is %s beside a %s repeat; a group stands in place of the repeat", g.Group, g.Repeat.Kind)
		case g.Group != "p1" && !(allows(in, symmetry.Mirror) && allows(in, symmetry.Turn)):
			f.add(path+".group", "is %s, which would cut %s; want p1 or none", g.Group, in.Name)
		}
	}
	if !slices.Contains(shifts(), string(g.Shift)) {
		f.add(path+".shift", "%s", unknown(string(g.Shift), shifts()[1:]))
	}
	for _, r := range sortedKeys(g.Dress) {
		if !slices.Contains(roleNames(), r) {
			f.add(path+".dress."+clip(r), "%s", unknown(r, roleNames()))
		} else if i := g.Dress[r]; i < 0 || i >= inks {
			f.add(path+".dress."+r, "is %d; want the index of an ink, 0 to %d", i, inks-1)
		}
	}
}

// allows reports whether the motif may be repeated in the given way.
func allows(in pattern.Info, k symmetry.Kind) bool {
	return k == "" || k == symmetry.Block || slices.Contains(in.Repeats, k)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// subject describes a figure of the design to the market's judge.
func subject(d *Design, g Figure, cat *pattern.Catalog) market.Subject {
	s := market.Subject{MotifID: g.Motif, Scheme: d.Scheme, Product: d.Product.ID, HasText: d.Text != "" && d.Product.Layout.Lettered()}
	for _, k := range d.Inks {
		s.Colors = append(s.Colors, k.Color)
	}
	if m, ok := cat.Lookup(g.Motif); ok {
		in := m.Info()
		s.Family, s.Traits = in.Family, in.Traits
		s.ScaleMM = pattern.Options{Values: g.Values}.Value(in, "size")
	}
	return s
}

// figures lists the design's figures with their paths.
func (d *Design) figures() []struct {
	path string
	fig  Figure
} {
	type pf = struct {
		path string
		fig  Figure
	}
	out := []pf{{"design.field.motif", d.Field}}
	if d.Kepala != nil {
		out = append(out, pf{"design.kepala.motif", *d.Kepala})
	}
	return out
}

// blocks lists the market's rules that forbid the design.
func blocks(d *Design, m market.Market, cat *pattern.Catalog) []error {
	var out []error
	for _, g := range d.figures() {
		for _, x := range m.Judge(subject(d, g.fig, cat)) {
			if x.Severity == market.Block {
				out = append(out, &RuleError{g.path, x})
			}
		}
	}
	return out
}

// warnings gathers what the maker should know: the market's rules, and the inks
// as buyers will see them.
func warnings(d *Design, m market.Market, cat *pattern.Catalog) []Warning {
	var out []Warning
	seen := map[string]bool{}
	for _, g := range d.figures() {
		for _, x := range m.Judge(subject(d, g.fig, cat)) {
			if x.Severity != market.Warn || seen[x.Rule] {
				continue
			}
			seen[x.Rule] = true
			out = append(out, Warning{Kind: "rule", Rule: x.Rule, Text: x.Reason, Source: x.Source})
		}
	}
	return append(out, inkWarnings(d.Inks)...)
}

// Check returns the warnings of the design as it stands: the market's rules that
// warn, and pairs of inks that are too alike to some eyes.
func (w Workshop) Check(d *Design) ([]Warning, error) {
	if err := w.Validate(d); err != nil {
		return nil, err
	}
	cat, err := w.catalog()
	if err != nil {
		return nil, err
	}
	m, err := wear(d.Market)
	if err != nil {
		return nil, fmt.Errorf("design.market: %w", err)
	}
	return warnings(d, m, cat), nil
}
