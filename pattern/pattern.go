// Package pattern says what a motif is: shapes in millimetres with roles, never
// colours. It never knows inks, pixels or markets.
//
// The vocabulary is the craft's: klowong are the motif's outlines, isen (or
// isen-isen) the small ornaments that fill it, tembok the wax that covers the
// ground, latar the ground itself.
package pattern

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// Role is the part that a shape plays; what ink it gets is decided later.
type Role uint8

// The roles.
const (
	Ground  Role = iota // latar: the cloth between the motifs
	Fill                // the body of the motif
	Fill2               // a second body, beside the first
	Accent              // small solid details: eyes, hearts of flowers
	Outline             // klowong: lines around the motif
	Isen                // fillings drawn on Fill, in contrast to it
	Latar               // fillings drawn on the ground, in contrast to it
	Ramp0               // first of eight shades from pale (Ramp0) to deep (Ramp0+7)
)

// Ramp returns the role of shade i of 0…7, pale to deep.
func Ramp(i int) Role { return Ramp0 + Role(max(0, min(7, i))) }

// NumRoles is one more than the last role.
const NumRoles = int(Ramp0) + 8

// String returns the role's name as it stands in a design.
func (r Role) String() string {
	names := [...]string{"ground", "fill", "fill2", "accent", "outline", "isen", "latar"}
	if int(r) < len(names) {
		return names[r]
	}
	return fmt.Sprintf("ramp%d", r-Ramp0)
}

// Stage is the step of waxing to which a shape belongs (handbook §0).
type Stage uint8

// The stages, in the order in which they are waxed.
const (
	Klowong Stage = iota // outlines and bodies
	Filling              // isen
	Tembok               // covered ground
	Biron                // covered again before a later bath
	Colet                // brushed with dye
)

// String returns the stage's name.
func (s Stage) String() string {
	return [...]string{"klowong", "isen", "tembok", "biron", "colet"}[min(int(s), 4)]
}

// Shape is a mark with its role and stage.
type Shape struct {
	geom.Mark
	Role  Role
	Stage Stage
}

// Param is a number that a motif can be drawn with.
type Param struct {
	ID            string // as it stands in a design: "size"
	Name          string // English
	Nama          string // Indonesian
	Unit          string // "mm", "°", "" for a count or ratio
	Min, Max, Def float64
	Step          float64 // of a slider; 1 for counts
}

// Slot is a place in a motif that a filling can take.
type Slot struct {
	ID   string // "petal", "ground"
	Name string // English
	Nama string // Indonesian
	Def  string // filling ID, or "" for none
}

// Text is a sentence in the catalogue's two languages.
type Text struct{ EN, ID string }

// Traits that market rules look at.
const (
	Animate  = "animate"  // shows a human or an animal
	Swastika = "swastika" // holds a swastika or reads as one
	Court    = "court"    // once reserved for a Javanese court
	Star     = "star"     // reads as a star or a cross
	Cloud    = "cloud"    // clouds, which must lie horizontally
	Funeral  = "funeral"  // belongs to rites of death
)

// Info is what is known of a motif, with its sources.
type Info struct {
	ID          string
	Family      string // "kawung": the room of the catalogue
	Name        string
	Region      string
	Meaning     Text
	Restriction string
	Source      string
	Traits      []string
	Group       string // wallpaper group of the repeat as drawn by Print, with a centre or crossing of axes at the tile's corner
	Params      []Param
	Slots       []Slot
	Repeats     []symmetry.Kind // repeats that do not cut the motif, nor lay its figures over each other; the first is its own
}

// Has reports whether the motif carries a trait.
func (in Info) Has(trait string) bool { return slices.Contains(in.Traits, trait) }

// Param returns the parameter with the given ID.
func (in Info) Param(id string) (Param, bool) {
	for _, p := range in.Params {
		if p.ID == id {
			return p, true
		}
	}
	return Param{}, false
}

// Options are the choices that a motif is drawn with. The zero Options draws it
// as the handbook has it.
type Options struct {
	Values  map[string]float64 // by Param.ID; an absent one takes its default
	Isen    map[string]string  // filling by Slot.ID; absent: the slot's own; "none": empty
	Density float64            // of the fillings: 0 counts as 1, the handbook's; .25–3
	Line    float64            // weight of lines: 0 counts as 1; .5–2.5
	// Nozzle is how much coarser the finest line and gap are than a canting's: 0
	// counts as 1; 1–2.5. It is part of Line.
	Nozzle float64
	Seed   seed.Seed
}

// Value returns the value of a parameter of in, held within its range.
func (o Options) Value(in Info, id string) float64 {
	p, ok := in.Param(id)
	if !ok {
		return 0
	}
	if v, ok := o.Values[id]; ok {
		return geom.Clamp(v, p.Min, p.Max)
	}
	return p.Def
}

// Filling returns the filling chosen for a slot of in, "" for none.
func (o Options) Filling(in Info, slot string) string {
	if f, ok := o.Isen[slot]; ok {
		if f == "none" {
			return ""
		}
		return f
	}
	for _, s := range in.Slots {
		if s.ID == slot {
			return s.Def
		}
	}
	return ""
}

// Dense returns the density of fillings, .25–3.
func (o Options) Dense() float64 {
	if o.Density == 0 {
		return 1
	}
	return geom.Clamp(o.Density, .25, 3)
}

// Weight returns the line weight factor, .5–2.5.
func (o Options) Weight() float64 {
	if o.Line == 0 {
		return 1
	}
	return geom.Clamp(o.Line, .5, 2.5)
}

// Line weights of finished lines in mm (handbook §0).
const (
	IsenLine    = .4
	KlowongLine = .9
	TembokLine  = 2.5
)

// Tile is one repeat of a motif: shapes in painting order on the rectangle from
// (0,0) to Size. A shape may reach over the border; it then lies over the
// neighbouring repeats, since shape k of every repeat is painted before shape
// k+1 of any.
type Tile struct {
	Size   geom.Pt
	Shapes []Shape
}

// Motif is a family member that can be drawn.
type Motif interface {
	Info() Info
	// Draw returns the tile for the options. It is a pure function; values out
	// of range are held at the range's ends.
	Draw(o Options) Tile
}

// Sized is a Motif that can tell how large a tile it draws, without drawing it.
// A layout asks for that before it knows the size to draw in, and draws those twice
// that cannot tell.
type Sized interface {
	Motif
	// Size returns the size of the tile that Draw returns, false if only drawing
	// tells.
	Size(o Options) (size geom.Pt, ok bool)
}

// Catalog is a fixed set of motifs. The zero Catalog is empty.
type Catalog struct{ motifs []Motif }

// NewCatalog returns a catalogue in the given order. Two motifs of one ID, or
// one without ID, are an error.
func NewCatalog(ms ...Motif) (*Catalog, error) {
	seen := make(map[string]bool)
	for i, m := range ms {
		id := m.Info().ID
		if id == "" {
			return nil, fmt.Errorf("pattern: motif %d has no ID", i)
		}
		if seen[id] {
			return nil, fmt.Errorf("pattern: two motifs have the ID %q", id)
		}
		seen[id] = true
	}
	return &Catalog{slices.Clone(ms)}, nil
}

// All returns the motifs in order.
func (c *Catalog) All() []Motif {
	if c == nil {
		return nil
	}
	return slices.Clone(c.motifs)
}

// Lookup returns the motif with the given ID.
func (c *Catalog) Lookup(id string) (Motif, bool) {
	if c == nil {
		return nil, false
	}
	for _, m := range c.motifs {
		if m.Info().ID == id {
			return m, true
		}
	}
	return nil, false
}

// IDs returns the motifs' IDs in order.
func (c *Catalog) IDs() []string {
	var ids []string
	for _, m := range c.All() {
		ids = append(ids, m.Info().ID)
	}
	return ids
}

// Title returns an ID as words: "kawung_picis" → "Kawung picis".
func Title(id string) string {
	s := strings.ReplaceAll(id, "_", " ")
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
