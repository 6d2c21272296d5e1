// Package batik is Jagad's front door: from a wish to a cloth.
//
//	d, err := batik.Plan(batik.Brief{Market: "ng", Product: "wax6", Seed: 7})
//	c, err := batik.Lay(d)
//	err = png.Encode(ctx, w, c, raster.Options{DPI: 150})
//
// A Brief is what a maker asks for; Plan makes every choice that the brief leaves
// open, as the market's taste and rules have it; the Design that results is what
// one saves, shares and changes; Lay draws it as a Cloth, exact shapes in
// millimetres with their inks, which the packages raster and export turn into
// pictures and files. Trace is Lay without the colours: the Pola that it gives is
// inked in any, without a shape being drawn again. Every step is a pure function: the
// same input gives the same output, to the byte, on every machine.
//
// The words are the craft's. The badan is the body of a cloth, the kepala its
// contrasting head, pinggir a border, papan an upright strip beside the kepala,
// tumpal a row of long triangles, seret a plain end; klowong are a motif's
// outlines and isen the small ornaments that fill it; tulis is drawn by canting,
// cap stamped in wax; the pola is the drawing that is traced onto the cloth before it
// is waxed.
//
// The package never writes files, reads clocks or draws pixels.
package batik

import (
	"sync"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/motif"
)

// Workshop plans and lays with a catalogue of its own. The zero Workshop uses the
// built-in catalogue, as the functions Plan, Lay, Variations … do.
type Workshop struct {
	Motifs *pattern.Catalog // nil: the built-in catalogue
	// Loose is how loosely the prints of a stamped cloth (Cap) lie: 0 in their
	// very places, which is drawn fastest, 1 as by a good stamper, 3 coarsely.
	Loose float64
	Tiles *Tiles // what was drawn lately, if it is to be remembered from cloth to cloth
}

// builtin reads the embedded catalogue once; it never changes after.
var builtin = sync.OnceValues(motif.Catalog)

// worn holds what each market wears, read once when it is first asked for: a design
// is checked at every move of a slider. What it gives is shared and must not be
// changed; whoever passes a part of it on clones that.
var worn = sync.OnceValue(func() map[string]func() (market.Market, error) {
	all := map[string]func() (market.Market, error){}
	for _, id := range market.IDs() {
		all[id] = sync.OnceValues(func() (market.Market, error) { return market.Lookup(id) })
	}
	return all
})

// wear is market.Lookup, read once.
func wear(id string) (market.Market, error) {
	if m, ok := worn()[id]; ok {
		return m()
	}
	return market.Lookup(id)
}

func (w Workshop) catalog() (*pattern.Catalog, error) {
	if w.Motifs != nil {
		return w.Motifs, nil
	}
	return builtin()
}

// Motifs returns the built-in catalogue.
func Motifs() (*pattern.Catalog, error) { return builtin() }

// Plan makes every choice that the brief leaves open. Errors name the field; a
// motif that the market's rules block is refused with a RuleError.
func Plan(b Brief) (*Design, error) { return Workshop{}.Plan(b) }

// Proposals returns up to n designs for a brief that differ from each other in
// motif, layout or scheme, not only in seed. The first is what Plan gives.
func Proposals(b Brief, n int) ([]*Design, error) { return Workshop{}.Proposals(b, n) }

// Lay draws the design as a cloth. See Workshop.Lay.
func Lay(d *Design) (*cloth.Cloth, error) { return Workshop{}.Lay(d) }

// Trace draws a design without colours, to be inked once or many times.
func Trace(d *Design) (*Pola, error) { return Workshop{}.Trace(d) }

// Validate reports everything that is wrong with the design, each with its field,
// as errors.Join of *FieldError and *RuleError.
func (d *Design) Validate() error { return Workshop{}.Validate(d) }

// Variations returns n designs related to d, with its market, product and motif,
// that visibly differ from it and from each other.
func Variations(d *Design, n int) []*Design { return Workshop{}.Variations(d, n) }

// Colourways returns the same design in up to n further schemes of its market.
func Colourways(d *Design, n int) []*Design { return Workshop{}.Colourways(d, n) }

// Products returns the products of a market, the bare tile last.
func Products(m market.Market) []Piece {
	var ps []Piece
	for _, p := range m.Products {
		if q, ok := piece(p); ok {
			ps = append(ps, q)
		}
	}
	return append(ps, Piece{ID: "tile", Name: "Bare repeat", Layout: Tile})
}

// piece returns a market's product with its layout.
func piece(p market.Product) (Piece, bool) {
	l, ok := layoutOf(p.ID)
	if !ok {
		return Piece{}, false
	}
	q := Piece{ID: p.ID, Name: p.Name, Layout: l, Width: p.WidthCM * 10, Height: p.HeightCM * 10}
	if l.HasHead() {
		q.Kepala[0], q.Kepala[1] = kepalaSpan(p.ID)
	}
	return q, true
}
