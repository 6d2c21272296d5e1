package batik

import (
	"fmt"
	"math"
	"reflect"
	"slices"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
)

// Pola is a design as it is traced onto the cloth, before there is any colour: all
// of its shapes, and of each the part that it plays. Any colours can be given to a
// Pola without a shape being drawn again. It never changes, and several goroutines
// may use it.
type Pola struct {
	shop  Workshop
	d     *Design
	cloth *cloth.Cloth // whose inks are parts
	parts parts
}

// Trace draws the design. It is what takes the time when a cloth is laid.
func (w Workshop) Trace(d *Design) (*Pola, error) {
	p, err := w.trace(d)
	if err != nil {
		return nil, err
	}
	p.shop, p.d = w, d.Clone()
	return p, nil
}

// Of reports whether the design has this pola: whether it is the one that was traced,
// but for its inks and what is said of them.
func (p *Pola) Of(d *Design) bool { return reflect.DeepEqual(uncoloured(d), uncoloured(p.d)) }

func uncoloured(d *Design) Design {
	u := *d
	u.Title, u.Scheme, u.Inks, u.Warnings = "", "", nil, nil
	return u
}

// Ink returns the cloth that Lay makes of a design which has this pola.
func (p *Pola) Ink(d *Design) (*cloth.Cloth, error) {
	c, err := p.colored(d)
	if err != nil {
		return nil, err
	}
	for i := range c.Zones {
		c.Zones[i].Cell = slices.Clone(c.Zones[i].Cell)
	}
	p.parts.ink(c, d.Inks)
	return c, nil
}

// InkParts returns the same cloth with an ink for each part instead. Its pixels are
// those of Ink; but inks that two parts happen to share are two here, in the same
// order whatever the colours. So the coverage of one such cloth (raster.Coverage) is
// that of all, and is drawn in the inks of each.
func (p *Pola) InkParts(d *Design) (*cloth.Cloth, error) {
	c, err := p.colored(d)
	if err != nil {
		return nil, err
	}
	c.Inks = nil
	for _, i := range p.parts.inks(d.Inks) {
		c.Inks = append(c.Inks, d.Inks[i])
	}
	return c, nil
}

// colored returns a copy of the cloth that says what d says.
func (p *Pola) colored(d *Design) (*cloth.Cloth, error) {
	if err := p.shop.Validate(d); err != nil {
		return nil, err
	}
	if !p.Of(d) {
		return nil, fmt.Errorf("batik: the design differs from the one that was traced in more than its colours; trace it anew")
	}
	src, err := d.Encode()
	if err != nil {
		return nil, err
	}
	c := *p.cloth
	c.Title, c.Inks, c.Source = d.Title, d.Inks, src
	c.Zones = slices.Clone(c.Zones)
	return &c, nil
}

// parts are what has an ink of its own on a cloth, by number. The first is the
// ground, ink 0.
type parts struct {
	list []part
	at   map[part]int
}

// part says how the ink is found.
type part struct {
	kind partKind
	of   int          // the ink, or the part that it lies on
	role pattern.Role // that it plays in a motif
}

type partKind uint8

const (
	anInk    partKind = iota // ink number of
	contrast                 // the kepala's ground
	farthest                 // what reads best on a part
	dressed                  // by a role of a motif that lies on a part
)

func newParts() parts {
	p := parts{at: map[part]int{}}
	p.number(part{kind: anInk})
	return p
}

// number returns the number of a part.
func (p *parts) number(q part) int {
	n, ok := p.at[q]
	if !ok {
		n = len(p.list)
		p.list = append(p.list, q)
		p.at[q] = n
	}
	return n
}

// dress gives each role of a motif on the given ground a part; some roles have an
// ink of the maker's choice.
func (p *parts) dress(ground int, chosen map[string]int) dress {
	var d dress
	for r := range d {
		q := part{dressed, ground, pattern.Role(r)}
		if i, ok := chosen[q.role.String()]; ok {
			q = part{kind: anInk, of: i}
		}
		d[r] = p.number(q)
	}
	return d
}

// inks returns the ink of each part, in these colours.
func (p *parts) inks(inks []palette.Ink) []int {
	out := make([]int, len(p.list))
	dresses := map[int]dress{} // by the ink of the ground
	for i, q := range p.list {
		switch q.kind {
		case anInk:
			out[i] = q.of
		case contrast:
			out[i] = kepalaGround(inks)
		case farthest:
			out[i] = farthestInk(inks, out[q.of])
		case dressed:
			ground := out[q.of]
			d, ok := dresses[ground]
			if !ok {
				d = newDress(inks, ground)
				dresses[ground] = d
			}
			out[i] = d[q.role]
		}
	}
	return out
}

// ink gives a cloth whose inks are parts these.
func (p *parts) ink(c *cloth.Cloth, inks []palette.Ink) {
	of := p.inks(inks)
	for i := range c.Zones {
		z := &c.Zones[i]
		if z.Ground >= 0 {
			z.Ground = of[z.Ground]
		}
		for k := range z.Cell {
			z.Cell[k].Ink = of[z.Cell[k].Ink]
		}
	}
}

// farthestInk returns the ink that reads best on the given one: the one whose
// lightness is farthest from its own.
func farthestInk(inks []palette.Ink, on int) int {
	best, far := on, -1.
	for i, k := range inks {
		if d := math.Abs(lightness(k.Color) - lightness(inks[on].Color)); d > far {
			best, far = i, d
		}
	}
	return best
}
