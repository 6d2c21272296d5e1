package batik

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/jagadbatik/jagad/batik/lettering"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/motif"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// planner makes the choices of one brief. Each choice has a stream of its own, so
// that fixing one in the brief leaves the others as they were.
type planner struct {
	b    Brief
	m    market.Market
	cat  *pattern.Catalog
	seed seed.Seed
}

// Plan makes every choice that the brief leaves open; see the function Plan.
func (w Workshop) Plan(b Brief) (*Design, error) {
	p, err := w.planner(b)
	if err != nil {
		return nil, err
	}
	d, err := p.plan(p.seed)
	if err != nil {
		return nil, err
	}
	return d, w.Validate(d)
}

func (w Workshop) planner(b Brief) (*planner, error) {
	cat, err := w.catalog()
	if err != nil {
		return nil, err
	}
	f := &faults{}
	p := &planner{b: b, cat: cat, seed: seed.Seed(b.Seed)}
	if b.Market == "" {
		ids := market.IDs()
		p.b.Market = ids[p.seed.At("market").Below(len(ids))]
	}
	if p.m, err = wear(p.b.Market); err != nil {
		f.add("brief.market", "%s", unknown(b.Market, market.IDs()))
		return nil, f.err()
	}
	if b.Product != "" {
		var ids []string
		for _, q := range Products(p.m) {
			ids = append(ids, q.ID)
		}
		if !slices.Contains(ids, b.Product) {
			if _, err := p.m.Product(b.Product); err == nil {
				f.add("brief.product", "%q is a product of this market that cannot be laid out yet; these can: %s", b.Product, strings.Join(ids, ", "))
			} else {
				f.add("brief.product", "%s", unknown(b.Product, ids))
			}
		}
	}
	if b.Motif != "" {
		if _, ok := cat.Lookup(b.Motif); !ok {
			f.add("brief.motif", "%s", unknown(b.Motif, cat.IDs()))
		}
	}
	if b.Scheme != "" {
		var names []string
		for _, s := range p.m.Schemes {
			names = append(names, s.Name)
		}
		if !slices.Contains(names, b.Scheme) {
			f.add("brief.scheme", "%s", unknown(b.Scheme, names))
		}
		if len(b.Inks) > 0 {
			f.add("brief.scheme", "is given beside inks; give one of the two")
		}
	}
	if len(b.Inks) > 0 && (len(b.Inks) < 2 || len(b.Inks) > 12) {
		f.add("brief.inks", "holds %d inks; want 2 to 12", len(b.Inks))
	}
	if b.Text != "" {
		if err := lettering.Check(b.Text); err != nil {
			f.add("brief.text", "%s", err)
		}
	}
	if b.Technique != "" && !slices.Contains(techniques(), string(b.Technique)) {
		f.add("brief.technique", "%s", unknown(string(b.Technique), techniques()))
	}
	return p, f.err()
}

// plan is the recipe: product, colours, motif, then what depends on them.
func (p *planner) plan(s seed.Seed) (*Design, error) {
	d := &Design{Format: Format, Seed: uint64(s), Market: p.m.ID}
	d.Product = p.product(s)
	id, err := p.motif(s, d)
	if err != nil {
		return nil, err
	}
	d.Scheme, d.Inks = p.scheme(s, id, d.Product.ID)
	// Some rules concern a motif in certain colours; then another one is chosen.
	if id, err = p.motif(s, d); err != nil {
		return nil, err
	}
	m, _ := p.cat.Lookup(id)
	d.Technique = p.technique(d.Product.Layout)
	d.Field = p.figure(s, d, m.Info())
	p.head(s, d)
	p.edge(s, d)
	d.Text = p.text(s, d)
	d.Warnings = warnings(d, p.m, p.cat)
	d.Title = p.title(d)
	return d, nil
}

func (p *planner) title(d *Design) string {
	name := d.Field.Motif
	if m, ok := p.cat.Lookup(d.Field.Motif); ok {
		name = m.Info().Name
	}
	return fmt.Sprintf("%s · %s · %s", name, d.Product.Name, d.Scheme)
}

// product chooses by how early the market's list names a product.
func (p *planner) product(s seed.Seed) Piece {
	ps := Products(p.m)
	if p.b.Product != "" {
		for _, q := range ps {
			if q.ID == p.b.Product {
				return q
			}
		}
	}
	ps = ps[:len(ps)-1] // the bare tile only when asked for
	if len(ps) == 0 {
		return Piece{ID: "tile", Name: "Bare repeat", Layout: Tile}
	}
	w := make([]float64, len(ps))
	for i, q := range ps {
		w[i] = 1 / (1 + float64(.5*float64(i)))
		if q.ID == "dodot" { // court ceremonial cloth: only when asked for
			w[i] = 0
		}
	}
	return ps[pick(s.At("product"), w)]
}

// scheme chooses a named scheme of the market, or now and then a new one inside
// the market's ranges. Schemes with a caution are rare; those for one occasion
// come only when named.
func (p *planner) scheme(s seed.Seed, motif, product string) (string, []palette.Ink) {
	if len(p.b.Inks) > 0 {
		return "own inks", palette.Assign(p.b.Inks)
	}
	if p.b.Scheme != "" {
		sc, _ := p.m.Scheme(p.b.Scheme)
		return sc.Name, slices.Clone(sc.Inks)
	}
	r := s.At("scheme")
	// Mega mendung lives of one hue's steps, which only a named scheme has.
	if r.Float64() < .18 && product != "wizar_oman" && motif != "mega_mendung" {
		sc := p.m.Range.Generate(s.At("generated scheme"), 4+r.Below(3))
		return sc.Name, sc.Inks
	}
	w := make([]float64, len(p.m.Schemes))
	for i, sc := range p.m.Schemes {
		switch {
		case sc.Occasion != "":
		case sc.Caution != "":
			w[i] = .1
		default:
			w[i] = suits(sc.Inks, p.m.Range)
		}
		if h, ok := (Workshop{Motifs: p.cat}).Tradition(motif); ok && h.Market == p.m.ID && h.Scheme == sc.Name {
			w[i] *= 4 // a motif at home is known in its own colours
		}
		if product == "wizar_oman" && market.ColorWord(sc.Inks[0].Color) != "white" {
			w[i] = 0 // a wizar is white
		}
	}
	sc := p.m.Schemes[pick(r, w)]
	return sc.Name, slices.Clone(sc.Inks)
}

// suits weighs a scheme by how near the chroma of its large areas, the ground and
// the mains, comes to what the market wears as its main colours: a bright market
// is led by its brightest schemes, a quiet one by its quietest.
func suits(inks []palette.Ink, r palette.Range) float64 {
	sum, n := 0., 0.
	for _, k := range inks {
		if k.Role == palette.Ground || k.Role == palette.Main {
			sum += k.Color.OKLCH().C
			n++
		}
	}
	want := (r.CMain[0] + r.CMain[1]) / 2
	if n == 0 || sum == 0 || want == 0 {
		return 1
	}
	ratio := sum / n / want
	if want < .08 {
		ratio = 1 / ratio // quiet: less is better
	}
	return geom.Clamp(float64(ratio*ratio), .2, 2)
}

// pick returns an index by weight; 0 when all weights are.
func pick(r *seed.Stream, weights []float64) int {
	sum := 0.
	for _, w := range weights {
		sum += w
	}
	at := float64(r.Float64() * sum)
	for i, w := range weights {
		if at < w {
			return i
		}
		at -= w
	}
	return 0
}

// choices lists the motifs that suit the market and that we can draw.
func (p *planner) choices(d *Design) []market.Choice {
	var out []market.Choice
	for _, c := range p.m.Choices() {
		if _, ok := p.cat.Lookup(c.MotifID); !ok {
			continue
		}
		if !market.Blocked(p.m.Judge(subject(d, Figure{Motif: c.MotifID}, p.cat))) {
			out = append(out, c)
		}
	}
	return out
}

// motif chooses the badan's motif by the market's fit. A motif that the brief
// names is taken unless a rule blocks it.
func (p *planner) motif(s seed.Seed, d *Design) (string, error) {
	if id := p.b.Motif; id != "" {
		for _, x := range p.m.Judge(subject(d, Figure{Motif: id}, p.cat)) {
			if x.Severity == market.Block {
				return "", &RuleError{"brief.motif", x}
			}
		}
		return id, nil
	}
	cs := p.choices(d)
	if len(cs) == 0 {
		return "", &FieldError{"brief.market", fmt.Sprintf("%q: no motif of the catalogue suits it yet", p.m.ID)}
	}
	w := make([]float64, len(cs))
	for i, c := range cs {
		w[i] = float64(c.Fit.Fit * c.Fit.Fit)
	}
	return cs[pick(s.At("motif"), w)].MotifID, nil
}

// figure chooses how a motif is drawn.
func (p *planner) figure(s seed.Seed, d *Design, in pattern.Info) Figure {
	fit, known := p.m.FitOf(in.ID)
	g := Figure{Motif: in.ID, Values: map[string]float64{}, Density: 1, Line: 1, Repeat: symmetry.Repeat{Kind: symmetry.Block}}
	p.scale(s, d, in, &g, fit, known)
	switch {
	case !known:
	case strings.Contains(fit.Density, "high"), strings.Contains(fit.Density, "full"):
		g.Density = 1.2
	case strings.Contains(fit.Density, "low"):
		g.Density = .7
	}
	r := s.At("params " + in.ID)
	for _, q := range in.Params {
		if q.ID == "size" {
			continue
		}
		if v := p.param(r, q, d); v != q.Def {
			g.Values[q.ID] = v
		}
	}
	r = s.At("isen " + in.ID)
	for _, slot := range in.Slots {
		// The slot's own filling is the classical one; most cloths keep it.
		if r.Float64() < .65 {
			continue
		}
		kin := akin(slot)
		if len(kin) == 0 {
			continue
		}
		if g.Isen == nil {
			g.Isen = map[string]string{}
		}
		g.Isen[slot.ID] = kin[r.Below(len(kin))]
	}
	r = s.At("repeat " + in.ID)
	if len(in.Repeats) > 1 && r.Float64() < .45 {
		g.Repeat.Kind = in.Repeats[1+r.Below(len(in.Repeats)-1)]
	}
	mains := 0
	for _, k := range d.Inks {
		if k.Role == palette.Main || k.Role == palette.Accent {
			mains++
		}
	}
	// Many-coloured markets let the colours change places from tile to tile.
	// A motif that runs on across its tiles would show them as patches.
	if mains >= 3 && len(in.Repeats) > 1 && r.Float64() < .45 {
		g.Shift = Shift(shifts()[1+r.Below(3)])
	}
	if p.town(s, d, in) {
		g.Repeat.Kind, g.Shift = symmetry.Block, ""
	}
	return g
}

// town reports whether the motif is the whole middle of a kanga, its mji: one
// medallion between four cashews, as on most kangas, rather than rows of them.
func (p *planner) town(s seed.Seed, d *Design, in pattern.Info) bool {
	return d.Product.Layout == Kanga && in.ID == "kanga_medallion" && s.At("mji").Float64() < .7
}

// akin lists the fillings that may take the place of a slot's own: those of its
// class, the fillers of grounds on a ground and those of bodies in a body. A slot
// that is drawn without a filling keeps its drawing.
func akin(slot pattern.Slot) []string {
	own, ok := isen.Lookup(slot.Def)
	if !ok {
		return nil
	}
	var ids []string
	for _, f := range isen.All() {
		if f.Class == own.Class && f.ID != own.ID {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// scale chooses the motif's size within what the market wears, and a line weight
// that goes with it.
func (p *planner) scale(s seed.Seed, d *Design, in pattern.Info, g *Figure, fit market.Fit, known bool) {
	q, ok := in.Param("size")
	if !ok {
		return
	}
	lo, hi := q.Def*.8, q.Def*1.3
	if known && fit.ScaleCM[1] > 0 {
		lo, hi = fit.ScaleCM[0]*10, fit.ScaleCM[1]*10
		// A range from a grain to a panel is for placed work; all-over cloth uses
		// its lower two thirds.
		hi = geom.Mix(lo, hi, .66)
	}
	if q.Def >= composite {
		// The range is that of one figure; the repeat holds several, and a repeat
		// much smaller than its own would shrink them to grains.
		lo = math.Max(lo, .75*q.Def)
		hi = math.Max(hi, 1.2*lo)
	}
	// Much smaller than its own a motif has no room for isen, and a canting none for
	// its lines; a stamp, which is coarser, still less.
	tool := 1.
	switch d.Technique {
	case Tulis:
		lo = math.Max(lo, .6*q.Def)
	case Cap:
		tool = stamp
		lo = math.Max(lo, .75*tool*q.Def)
	}
	hi = math.Max(hi, lo)
	if h := d.Product.Height; h > 0 {
		hi = math.Min(hi, h/2.4) // at least two rows and a bit
		if d.Product.Layout == Panels {
			// What is placed is as wide as a panel, what repeats a third of it.
			panel := float64(.46 * d.Product.Width)
			lo, hi = math.Min(q.Max, .3*panel), panel
		}
		lo = math.Min(lo, hi)
	}
	lo, hi = geom.Clamp(lo, q.Min, q.Max), geom.Clamp(hi, q.Min, q.Max)
	// The root leans to the larger half, which is what a buyer sees from afar.
	size := lo * geom.Pow(math.Max(hi/lo, 1), math.Sqrt(s.At("size "+in.ID).Float64()))
	if in.Family == "parang" || in.Family == "lereng" {
		// Parang is ranked by the width of its bands at court; 4 cm or less is free
		// (rule court_parang).
		size = math.Min(size, math.Max(40, q.Min))
	}
	if p.town(s, d, in) {
		size = .73 * d.Product.Width // within the pindo
	}
	size = math.Round(size*2) / 2
	g.Values["size"] = geom.Clamp(size, q.Min, q.Max)
	// A motif drawn n times its usual size is drawn with a broader canting, though
	// not n times: lines grow with the square root. A small one narrows its lines by
	// itself, as far as a canting goes.
	g.Line = math.Round(geom.Clamp(math.Sqrt(g.Values["size"]/(tool*q.Def)), 1, 2.2)*20) / 20
}

// composite is the repeat (mm) from which on a motif is taken to hold several
// figures.
const composite = 100

// param chooses a value near the handbook's.
func (p *planner) param(r *seed.Stream, q pattern.Param, d *Design) float64 {
	u := r.Float64() + r.Float64() - 1 // triangular about 0
	switch q.ID {
	case "slope":
		// Solo's parang falls to the right, Yogya's to the left (handbook §1.2).
		switch p.m.ID {
		case "id-solo":
			return 0
		case "id-yogya":
			return 1
		}
	case "dyed":
		// White bodies on a dyed field suit a light ground; on a dark one it is the
		// bodies that are dyed, or the cloth would come out as a negative.
		if len(d.Inks) > 0 && lightness(d.Inks[0].Color) < .45 {
			return q.Max
		}
		return q.Def
	case "shades":
		return geom.Clamp(float64(len(d.Inks)-1), q.Min, q.Max)
	}
	step := q.Step
	if step == 0 {
		step = (q.Max - q.Min) / 100
	}
	v := q.Def
	if q.Step == 1 && q.Max-q.Min <= 4 {
		// A choice among few: mostly the usual one.
		if math.Abs(u) > .65 {
			v = q.Min + float64(int(r.Float64()*(q.Max-q.Min+1)))
		}
	} else {
		v += float64(u * .35 * (q.Max - q.Min))
		v = q.Min + float64(math.Round((v-q.Min)/step)*step)
	}
	return math.Round(geom.Clamp(v, q.Min, q.Max)*1e4) / 1e4
}

// technique follows the product and the market: wax print is printed, a cloth for
// Indonesia or Malaysia, where tulis has its price, drawn by hand, what is sold by
// the piece elsewhere stamped.
func (p *planner) technique(l Layout) Technique {
	if p.b.Technique != "" {
		return p.b.Technique
	}
	switch {
	case l == Wax || slices.Contains([]string{"ng", "gh", "sn", "ea", "za"}, p.m.ID):
		return Print
	case l == Kanga:
		return Print
	case l != Yardage && l != Tile && (strings.HasPrefix(p.m.ID, "id-") || p.m.ID == "my"):
		return Tulis
	}
	return Cap
}

// head chooses the second figure: what fills the kepala, the ends, the evening
// half or the hem. It is tumpal as a rule; in markets whose panel is a plaid or
// another pattern, and where both halves are fields, a second motif.
func (p *planner) head(s seed.Seed, d *Design) {
	r := s.At("kepala")
	id := "tumpal"
	switch d.Product.Layout {
	case Sarung:
		if slices.Contains([]string{"gulf", "ye", "so"}, p.m.ID) && r.Float64() < .7 {
			id = p.other(r, d)
		}
	case SarungKaki:
		// Pucuk rebung, the bamboo shoot, is what stands on a Malay kepala.
		if _, ok := p.cat.Lookup("pucuk_rebung"); ok {
			id = "pucuk_rebung"
		}
	case KainPanjang:
		pesisir := strings.Contains(d.Product.ID, "pesisir") || strings.Contains(d.Product.ID, "selendang") || d.Product.ID == "batik_lepas_my"
		if !pesisir {
			return
		}
	case PagiSore, Pair, PhaSin, Stripes:
		if d.Product.Layout == PagiSore || r.Float64() < .6 {
			id = p.other(r, d)
		}
	case Hem:
		if d.Product.ID != "maawaz" && r.Float64() < .5 {
			return // the border alone
		}
		id = p.other(r, d)
	default:
		return
	}
	m, ok := p.cat.Lookup(id)
	if !ok || market.Blocked(p.m.Judge(subject(d, Figure{Motif: id}, p.cat))) {
		return
	}
	g := p.figure(s.Sub("kepala"), d, m.Info())
	g.Shift, g.Repeat = NoShift, symmetry.Repeat{Kind: symmetry.Block}
	if m.Info().Group == "p1m1" {
		delete(g.Values, "size") // the depth of its place gives it
	}
	if len(g.Values) == 0 {
		g.Values = nil // as a saved design has it
	}
	d.Kepala = &g
}

// other returns a motif that suits the market beside the field's, of another
// family where there is one; tumpal if there is none.
func (p *planner) other(r *seed.Stream, d *Design) string {
	family := func(id string) string {
		if m, ok := p.cat.Lookup(id); ok {
			return m.Info().Family
		}
		return id
	}
	var kin, others []string
	for _, c := range p.choices(d) {
		switch {
		case c.MotifID == d.Field.Motif:
		case family(c.MotifID) == family(d.Field.Motif):
			kin = append(kin, c.MotifID)
		default:
			others = append(others, c.MotifID)
		}
	}
	if len(others) == 0 {
		others = kin
	}
	if len(others) == 0 {
		return "tumpal"
	}
	return others[r.Below(len(others))]
}

// text chooses what the cloth says: a kanga one of the market's sayings, a wax
// print the number of its design.
func (p *planner) text(s seed.Seed, d *Design) string {
	switch l := d.Product.Layout; {
	case !l.Lettered():
		return ""
	case p.b.Text != "":
		return p.b.Text
	case l == Wax:
		return fmt.Sprintf("JAGAD · DESIGN %06d · BATIK PATTERN PRINT", d.Seed%1000000)
	case len(p.m.Sayings) > 0:
		return p.m.Sayings[s.At("saying").Below(len(p.m.Sayings))].Text
	}
	return ""
}

// edge chooses the border.
func (p *planner) edge(s seed.Seed, d *Design) {
	lo, hi := p.edgeRange(d)
	if hi == 0 {
		return
	}
	var kinds []string
	for _, b := range motif.Borders() {
		if b.ID != "seret" && b.ID != "untu_walang" {
			kinds = append(kinds, b.ID)
		}
	}
	r := s.At("border")
	width := float64(d.Product.Height * r.Range(lo, hi))
	d.Border = &Edge{Kind: kinds[r.Below(len(kinds))], Width: math.Round(geom.Clamp(width, 12, 240))}
}

// edgeRange returns the least and the greatest width of the border, of the
// product's height; zeros for none.
func (p *planner) edgeRange(d *Design) (lo, hi float64) {
	switch d.Product.Layout {
	case Sarung, SarungKaki:
		return .035, .05 // the lower one is half as broad again
	case PagiSore:
		return .03, .045
	case Scarf:
		if d.Product.ID == "adire_cloth" {
			return .05, .06
		}
		return .06, .1
	case Iket:
		return .07, .1
	case Kanga:
		return .17, .2 // pindo, 18–22 cm
	case Hem:
		switch d.Product.ID {
		case "wizar_oman":
			return .015, .025 // one thin stripe or hem
		case "maawaz":
			return .05, .07
		}
		return .06, .1
	case PhaSin, Pair, Stripes:
		return .04, .06
	case Panels:
		return .008, .012
	case KainPanjang:
		if d.Kepala != nil { // inland cloths run to the edge
			return .045, .065
		}
	}
	return 0, 0
}

// Proposals returns up to n designs for a brief; see the function Proposals.
func (w Workshop) Proposals(b Brief, n int) ([]*Design, error) {
	p, err := w.planner(b)
	if err != nil {
		return nil, err
	}
	// Each round asks for less difference than the one before, so that a rich
	// market shows its breadth and a brief that fixes much still gets its n.
	seen := map[string]bool{}
	family := func(d *Design) string {
		if m, ok := p.cat.Lookup(d.Field.Motif); ok {
			return m.Info().Family
		}
		return d.Field.Motif
	}
	rounds := []func(d *Design) []string{
		func(d *Design) []string { return []string{"f" + family(d), "s" + d.Scheme} },
		func(d *Design) []string { return []string{"f" + family(d)} },
		func(d *Design) []string { return []string{"m" + d.Field.Motif} },
		func(d *Design) []string {
			return []string{"ml" + d.Field.Motif + string(d.Product.Layout), "s" + d.Scheme}
		},
		func(d *Design) []string { return []string{"ml" + d.Field.Motif + string(d.Product.Layout)} },
		func(d *Design) []string { return []string{"mps" + d.Field.Motif + d.Product.ID + d.Scheme} },
	}
	var out []*Design
	try := 0
	for _, keys := range rounds {
		for range 24 + 6*n {
			if len(out) >= n {
				return out, nil
			}
			s := p.seed
			if try > 0 {
				s = p.seed.Sub("proposal", try)
			}
			try++
			d, err := p.plan(s)
			if err == nil {
				err = w.Validate(d)
			}
			if err != nil {
				if len(out) == 0 {
					return nil, err
				}
				continue
			}
			if slices.ContainsFunc(keys(d), func(k string) bool { return seen[k] }) {
				continue
			}
			for _, r := range rounds {
				for _, k := range r(d) {
					seen[k] = true
				}
			}
			out = append(out, d)
		}
	}
	return out, nil
}

// inkWarnings says which pairs of inks are too alike, and to whom.
func inkWarnings(inks []palette.Ink) []Warning {
	var out []Warning
	for _, c := range palette.Check(inks) {
		out = append(out, Warning{Kind: string(c.Kind), Inks: c.Inks[:], Text: c.Text})
	}
	return out
}
