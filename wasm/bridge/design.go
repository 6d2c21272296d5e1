package bridge

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/palette"
	pseed "github.com/jagadbatik/jagad/pattern/seed"
)

type designAnswer struct {
	Design wire `json:"design"`
}

type designsAnswer struct {
	Designs []wire `json:"designs"`
}

func plan(request []byte) (any, error) {
	var q struct {
		Brief brief `json:"brief"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	d, err := batik.Plan(q.Brief.brief())
	if err != nil {
		return nil, err
	}
	return designAnswer{send(d)}, nil
}

// proposals are the pages of one brief seen so far.
type proposals struct {
	brief brief
	n     int
	pages [][]*batik.Design
	seen  map[string]bool
}

// proposals answers page by page. The library proposes a list; the pages after
// the first are the lists of seeds derived from the brief's, less what the pages
// before showed.
func (e *Engine) proposals(request []byte) (any, error) {
	var q struct {
		Brief brief `json:"brief"`
		N     int   `json:"n"`
		Page  int   `json:"page"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	n, err := number("n", q.N, 12, 1, MaxProposals)
	if err != nil {
		return nil, err
	}
	if _, err := number("page", q.Page, 0, 0, maxPage); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	var p *proposals
	e.paged, p, err = front(e.paged, 4, func(p *proposals) bool { return p.n == n && p.brief.same(q.Brief) },
		func() (*proposals, error) { return &proposals{brief: q.Brief, n: n, seen: map[string]bool{}}, nil })
	if err != nil {
		return nil, err
	}
	for len(p.pages) <= q.Page {
		if err := p.turn(); err != nil {
			return nil, err
		}
	}
	ds := p.pages[q.Page]
	return struct {
		Designs []wire `json:"designs"`
		Page    int    `json:"page"`
		More    bool   `json:"more"`
	}{sendAll(ds), q.Page, len(ds) == n && q.Page < maxPage}, nil
}

// turn adds a page.
func (p *proposals) turn() error {
	b, page := p.brief.brief(), len(p.pages)
	if page > 0 {
		b.Seed = uint64(pseed.Seed(b.Seed).Sub("page", page))
	}
	ds, err := batik.Proposals(b, p.n)
	if err != nil {
		return err
	}
	// A brief that fixes much has few motifs and schemes to offer; then designs
	// that differ in what is left are better than an empty wall.
	loose := func(d *batik.Design) string { return d.Field.Motif + "|" + d.Product.ID + "|" + d.Scheme }
	var out []*batik.Design
	for pass := range 2 {
		for _, d := range ds {
			if len(out) == p.n {
				break
			}
			key := loose(d)
			if pass == 1 {
				key = fmt.Sprint(d.Field, d.Border, d.Scheme, d.Product.ID)
			}
			if p.seen[key] {
				continue
			}
			p.seen[key], p.seen[loose(d)] = true, true
			p.seen[fmt.Sprint(d.Field, d.Border, d.Scheme, d.Product.ID)] = true
			out = append(out, d)
		}
		if page == 0 || len(out) == p.n {
			break
		}
		if pass == 0 {
			more := b
			more.Seed = uint64(pseed.Seed(b.Seed).Sub("more"))
			if extra, err := batik.Proposals(more, p.n); err == nil {
				ds = append(ds, extra...)
			}
		}
	}
	p.pages = append(p.pages, out)
	return nil
}

func variations(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		N      int             `json:"n"`
		Page   int             `json:"page"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	n, err := number("n", q.N, 8, 1, MaxProposals)
	if err != nil {
		return nil, err
	}
	if _, err := number("page", q.Page, 0, 0, maxPage); err != nil {
		return nil, err
	}
	d, err := receive(q.Design)
	if err != nil {
		return nil, err
	}
	if q.Page > 0 {
		d.Seed = uint64(pseed.Seed(d.Seed).Sub("page", q.Page))
	}
	return designsAnswer{sendAll(batik.Variations(d, n))}, nil
}

func colourways(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		N      int             `json:"n"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	n, err := number("n", q.N, 8, 1, MaxProposals)
	if err != nil {
		return nil, err
	}
	d, err := receive(q.Design)
	if err != nil {
		return nil, err
	}
	return designsAnswer{sendAll(batik.Colourways(d, n))}, nil
}

// validate answers what is wrong with a design; that there is something is not
// an error of the call.
func validate(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		JSON   *string         `json:"json"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	raw := []byte(q.Design)
	if q.JSON != nil {
		raw = []byte(*q.JSON)
	}
	d, err := receive(raw)
	v := struct {
		OK     bool     `json:"ok"`
		Design *wire    `json:"design,omitempty"`
		Errors []Detail `json:"errors"`
	}{OK: err == nil, Errors: []Detail{}}
	if err != nil {
		v.Errors = asError(err).Details
	} else {
		w := send(d)
		v.Design = &w
	}
	return v, nil
}

func check(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	d, err := receive(q.Design)
	if err != nil {
		return nil, err
	}
	if err := renew(d); err != nil {
		return nil, err
	}
	if d.Warnings == nil {
		d.Warnings = []batik.Warning{}
	}
	return struct {
		Warnings []batik.Warning `json:"warnings"`
		Title    string          `json:"title"`
	}{d.Warnings, d.Title}, nil
}

// renew sets the design's title and warnings to what Plan would make of it.
func renew(d *batik.Design) error {
	ws, err := batik.Workshop{}.Check(d)
	if err != nil {
		return err
	}
	d.Warnings = ws
	cat, err := batik.Motifs()
	if err != nil {
		return err
	}
	name := d.Field.Motif
	if m, ok := cat.Lookup(name); ok {
		name = m.Info().Name
	}
	d.Title = clipTo(name+" · "+d.Product.Name+" · "+d.Scheme, 400)
	return nil
}

// recolour gives a design other inks.
func recolour(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		Inks   []palette.Ink   `json:"inks"`
		Scheme string          `json:"scheme"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	d, err := receive(q.Design)
	if err != nil {
		return nil, err
	}
	if q.Scheme == "" {
		q.Scheme = "own inks"
	}
	if len(q.Inks) < 2 || len(q.Inks) > 12 {
		return nil, bad("request.inks", "holds %d inks; want 2 to 12", len(q.Inks))
	}
	n := len(d.Inks)
	d.Inks, d.Scheme = palette.Assign(q.Inks), q.Scheme
	if n != len(d.Inks) {
		// The maker's own choice of inks by role points at places that are gone.
		d.Field.Dress = nil
		if d.Kepala != nil {
			d.Kepala.Dress = nil
		}
	}
	if err := renew(d); err != nil {
		return nil, err
	}
	return designAnswer{send(d)}, nil
}

// retarget makes a design for another market or product. The motif and how it is
// drawn stay where the market allows them; what the product asks for is planned.
func retarget(request []byte) (any, error) {
	var q struct {
		Design  json.RawMessage `json:"design"`
		Market  string          `json:"market"`
		Product string          `json:"product"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	d, err := receive(q.Design)
	if err != nil {
		return nil, err
	}
	b := batik.Brief{Market: q.Market, Product: q.Product, Motif: d.Field.Motif, Seed: d.Seed}
	if b.Market == "" {
		b.Market = d.Market
	}
	if b.Market == d.Market {
		b.Technique = d.Technique
	}
	n, err := batik.Plan(b)
	var blocked *batik.RuleError
	if errors.As(err, &blocked) {
		b.Motif = ""
		n, err = batik.Plan(b)
	}
	if err != nil {
		return nil, err
	}
	kept := n.Clone()
	if kept.Field.Motif == d.Field.Motif {
		kept.Field = d.Clone().Field
		kept.Field.Dress = nil
	}
	if kept.Market == d.Market {
		kept.Inks, kept.Scheme = d.Clone().Inks, d.Scheme
		kept.Field.Dress = d.Clone().Field.Dress
	}
	if renew(kept) == nil {
		n = kept
	}
	return designAnswer{send(n)}, nil
}

// marketOf looks a market up for a field of a request.
func marketOf(id string) (market.Market, error) {
	m, err := market.Lookup(id)
	if err != nil {
		return m, bad("request.market", "%s", err)
	}
	return m, nil
}
