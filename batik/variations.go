package batik

import (
	"math"
	"slices"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// Variations returns n designs related to d; see the function Variations. A
// design that is not valid has none.
func (w Workshop) Variations(d *Design, n int) []*Design {
	if w.Validate(d) != nil {
		return nil
	}
	p, err := w.planner(Brief{Market: d.Market, Product: d.Product.ID, Motif: d.Field.Motif, Technique: d.Technique, Seed: d.Seed})
	if err != nil {
		return nil
	}
	var out []*Design
	seen := map[string]bool{string(fingerprint(d)): true}
	for try := 0; try < 8*n && len(out) < n; try++ {
		v := p.vary(d, d.seed().Sub("variation", try), try)
		if f := string(fingerprint(v)); seen[f] || w.Validate(v) != nil {
			continue
		} else {
			seen[f] = true
		}
		out = append(out, v)
	}
	return out
}

// fingerprint is what makes two designs look different: all but seed and title.
func fingerprint(d *Design) []byte {
	c := d.Clone()
	c.Seed, c.Title = 0, ""
	b, err := c.Encode()
	if err != nil {
		return nil
	}
	return b
}

// vary changes three things that the eye sees at once: the size by a third or
// more, the colours or their places, and a filling, the repeat or the border.
func (p *planner) vary(d *Design, s seed.Seed, turn int) *Design {
	v := d.Clone()
	v.Seed = uint64(s)
	m, ok := p.cat.Lookup(d.Field.Motif)
	if !ok {
		return v
	}
	in := m.Info()
	r := s.At("vary")
	fresh := p.figure(s, v, in)
	g := &v.Field
	resized := false
	if q, ok := in.Param("size"); ok {
		was := q.Def
		if x, ok := g.Values["size"]; ok {
			was = x
		}
		k := r.Range(1.35, 1.75)
		if turn%2 == 1 {
			k = 1 / k
		}
		top := q.Max
		if h := d.Product.Height; h > 0 {
			top = math.Max(q.Min, math.Min(top, h/2.2))
		}
		scaled := func(k float64) float64 { return geom.Clamp(math.Round(was*k), q.Min, top) }
		now := scaled(k)
		if now/was < 1.25 && was/now < 1.25 {
			now = scaled(1 / k) // there was no room that way
		}
		if g.Values == nil {
			g.Values = map[string]float64{}
		}
		g.Values["size"] = now
		resized = now/was >= 1.25 || was/now >= 1.25
	}
	if turn%3 != 0 || !resized {
		v.Scheme, v.Inks = p.scheme(s, d.Field.Motif, d.Product.ID)
		g.Dress = nil
	} else {
		g.Shift = fresh.Shift
	}
	switch turn % 4 {
	case 0:
		for i, slot := range in.Slots {
			kin := akin(slot)
			if len(kin) == 0 {
				continue
			}
			if g.Isen == nil {
				g.Isen = map[string]string{}
			}
			g.Isen[slot.ID] = kin[(r.Below(len(kin))+i)%len(kin)]
		}
	case 1:
		g.Repeat, g.Group = fresh.Repeat, ""
	default:
		for k, x := range fresh.Values {
			if k != "size" {
				g.Values[k] = x
			}
		}
	}
	p.edge(s, v)
	v.Warnings = warnings(v, p.m, p.cat)
	v.Title = p.title(v)
	return v
}

// Colourways returns the design in further schemes; see the function Colourways.
// Named schemes come first, then new ones inside the market's ranges.
func (w Workshop) Colourways(d *Design, n int) []*Design {
	if w.Validate(d) != nil {
		return nil
	}
	m, err := wear(d.Market)
	if err != nil {
		return nil
	}
	cat, err := w.catalog()
	if err != nil {
		return nil
	}
	var schemes []palette.Scheme
	for _, s := range m.Schemes {
		if s.Name != d.Scheme && s.Occasion == "" {
			schemes = append(schemes, s)
		}
	}
	for i := 0; len(schemes) < n && i < n; i++ {
		schemes = append(schemes, m.Range.Generate(d.seed().At("colourway", i), 4+i%3))
	}
	var out []*Design
	p := &planner{m: m, cat: cat}
	for _, s := range schemes[:min(n, len(schemes))] {
		v := d.Clone()
		v.Scheme, v.Inks = s.Name, slices.Clone(s.Inks)
		v.Field.Dress = nil
		if v.Kepala != nil {
			v.Kepala.Dress = nil
		}
		v.Warnings = warnings(v, m, cat)
		v.Title = p.title(v)
		if w.Validate(v) == nil {
			out = append(out, v)
		}
	}
	return out
}
