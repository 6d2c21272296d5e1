package batik

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/hand"
	"github.com/jagadbatik/jagad/pattern/motif"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// weaver lays one design.
type weaver struct {
	d     *Design
	cat   *pattern.Catalog
	cloth *cloth.Cloth // whose inks are parts
	parts parts
	tiles *Tiles // zones of equal size share theirs
}

// Lay draws the design as a cloth, in inked shapes and millimetres. The same
// design gives the same cloth, to the byte, on every machine.
//
// The repeats of each field are stretched by a few per cent, so that a whole
// number of them lands on its borders.
func (w Workshop) Lay(d *Design) (*cloth.Cloth, error) {
	p, err := w.trace(d)
	if err != nil {
		return nil, err
	}
	p.parts.ink(p.cloth, d.Inks)
	return p.cloth, nil
}

// trace draws the design's shapes, whose inks are parts.
func (w Workshop) trace(d *Design) (*Pola, error) {
	if err := w.Validate(d); err != nil {
		return nil, err
	}
	cat, err := w.catalog()
	if err != nil {
		return nil, err
	}
	src, err := d.Encode()
	if err != nil {
		return nil, err
	}
	c := &cloth.Cloth{
		Title: d.Title, Inks: d.Inks, Source: src,
		Size: geom.Pt{X: d.Product.Width, Y: d.Product.Height},
	}
	v := &weaver{d: d, cat: cat, cloth: c, parts: newParts(), tiles: w.Tiles}
	if v.tiles == nil {
		v.tiles = &Tiles{}
	}
	if d.Product.Layout == Tile {
		err = v.tile()
	} else {
		err = v.zones()
	}
	if err != nil {
		return nil, err
	}
	switch {
	case d.Technique == Tulis:
		v.byHand()
	case d.Technique == Cap && w.Loose > 0:
		v.byStamp(w.Loose)
	}
	return &Pola{d: d, cloth: c, parts: v.parts}, nil
}

// unit is what repeats in a field: the motif's tiles as arranged by its repeat or
// group, each with its dress.
type unit struct {
	tile   pattern.Tile
	size   geom.Pt
	places []geom.Affine
	dress  []dress
}

// motif returns the motif of a figure and what it is drawn with, its size scaled
// by k.
func (w *weaver) motif(f Figure, k float64) (pattern.Motif, pattern.Options, error) {
	m, ok := w.cat.Lookup(f.Motif)
	if !ok {
		return nil, pattern.Options{}, &FieldError{"design.field.motif", unknown(f.Motif, w.cat.IDs())}
	}
	in := m.Info()
	o := pattern.Options{Values: cloneMap(f.Values), Isen: f.Isen, Density: f.Density, Line: f.Line, Seed: w.d.seed().Sub("motif " + f.Motif)}
	if w.d.Technique == Cap {
		m = coarse{m}
	}
	if p, ok := in.Param("size"); ok && k != 1 {
		if o.Values == nil {
			o.Values = map[string]float64{}
		}
		size := float64(o.Value(in, "size") * k)
		o.Values["size"] = geom.Clamp(size, p.Min, p.Max)
		if over := p.Min / size; over > 1 {
			// What is drawn at its smallest is shrunk to its place, and so are its lines.
			o.Nozzle = over
			o.Line = o.Weight() * over
		}
	}
	return m, o, nil
}

// draw returns the tile of a motif.
func (w *weaver) draw(m pattern.Motif, o pattern.Options) pattern.Tile {
	key := fmt.Sprint(m.Info().ID, w.coarse(), o) // maps print in the order of their keys
	return w.tiles.draw(key, func() pattern.Tile { return m.Draw(o) })
}

// arranged returns the unit of tiles of the given size, with no tile in it yet.
//
// A tile draws what stands on its border once, and leaves the rest of it to its
// neighbours in straight rows. So a copy that would be turned or mirrored into
// itself is laid as it is: a diamond on the tile's corner is then whole, and where
// all copies are such, the repeat is the tile.
func (f Figure) arranged(in pattern.Info, tile geom.Pt) (unit, error) {
	if !(tile.X > 0 && tile.Y > 0) {
		return unit{}, fmt.Errorf("batik: motif %q draws a tile of %v × %v mm", f.Motif, tile.X, tile.Y)
	}
	var u unit
	if f.Group == "" {
		u.size, u.places = f.Repeat.Cell(tile)
		if k := f.Repeat.Kind; k != symmetry.Mirror && k != symmetry.Turn {
			return u, nil
		}
	} else {
		var err error
		if u.size, u.places, err = symmetry.Arrange(f.Group, tile); err != nil {
			return unit{}, &FieldError{"design.field.group", err.Error()}
		}
	}
	still := true
	for i, p := range u.places {
		p = settled(in.Group, p)
		a, b := p.Apply(geom.Pt{}), p.Apply(tile)
		c, d := u.places[i].Apply(geom.Pt{}), u.places[i].Apply(tile)
		u.places[i] = p.At(geom.Pt{X: math.Min(c.X, d.X) - math.Min(a.X, b.X), Y: math.Min(c.Y, d.Y) - math.Min(a.Y, b.Y)})
		still = still && p.A == 1 && p.E == 1
	}
	if still {
		u.size, u.places = tile, []geom.Affine{geom.Identity()}
	}
	return u, nil
}

// settled returns the turn or mirroring m after the symmetry of the motif's group
// that leaves the least of it: a motif whose centres and axes are at the corner of
// its tile looks the same after either. Of the group only that counts which turns a
// rectangle into one and leaves the corner where it is.
func settled(group string, m geom.Affine) geom.Affine {
	m.C, m.F = 0, 0
	turn2, turn4 := geom.Scale(-1, -1), geom.Affine{B: -1, D: 1}
	flip := geom.Scale(-1, 1)
	var gens []geom.Affine
	switch group {
	case "p2", "p6":
		gens = []geom.Affine{turn2}
	case "p4":
		gens = []geom.Affine{turn2, turn4}
	case "pmm", "cmm", "p6m":
		gens = []geom.Affine{turn2, flip}
	case "p4m":
		gens = []geom.Affine{turn2, turn4, flip}
	case "p1m1":
		gens = []geom.Affine{flip}
	}
	same := []geom.Affine{m}
	for _, g := range gens {
		for _, n := range same {
			same = append(same, g.Then(n))
		}
	}
	return slices.MaxFunc(same, func(a, b geom.Affine) int {
		rank := func(m geom.Affine) float64 { return float64(4*m.A) + float64(2*m.E) + m.D }
		return cmp.Compare(rank(a), rank(b))
	})
}

// unit draws the figure with its size scaled by k.
func (w *weaver) unit(f Figure, k float64, ground int) (unit, error) {
	m, o, err := w.motif(f, k)
	if err != nil {
		return unit{}, err
	}
	t := w.draw(m, o)
	u, err := f.arranged(m.Info(), t.Size)
	if err != nil {
		return unit{}, err
	}
	u.tile = t
	base := w.parts.dress(ground, f.Dress)
	u.dress = make([]dress, len(u.places))
	for i := range u.dress {
		u.dress[i] = base
	}
	return u.shift(f.Shift, base), nil
}

// measure returns the size of the figure's unit, drawn only where the motif cannot
// tell its size.
func (w *weaver) measure(f Figure) (geom.Pt, error) {
	m, o, err := w.motif(f, 1)
	if err != nil {
		return geom.Pt{}, err
	}
	var size geom.Pt
	s, ok := m.(pattern.Sized)
	if ok {
		size, ok = s.Size(o)
	}
	if !ok {
		size = w.draw(m, o).Size
	}
	u, err := f.arranged(m.Info(), size)
	if err != nil {
		return geom.Pt{}, err
	}
	cols, rows := f.Shift.cells()
	return geom.Pt{X: float64(u.size.X * float64(cols)), Y: float64(u.size.Y * float64(rows))}, nil
}

// cells returns how many units beside and below each other a shift takes to come
// round.
func (s Shift) cells() (cols, rows int) {
	switch s {
	case Columns:
		return 2, 1
	case Rows:
		return 1, 2
	case Checks:
		return 2, 2
	}
	return 1, 1
}

// shift doubles the unit, the copies beside or below it in shifted colours.
func (u unit) shift(s Shift, base dress) unit {
	cols, rows := s.cells()
	if cols*rows == 1 {
		return u
	}
	v := unit{tile: u.tile, size: geom.Pt{X: u.size.X * float64(cols), Y: u.size.Y * float64(rows)}}
	other := base.shifted()
	for j := range rows {
		for i := range cols {
			for _, p := range u.places {
				v.places = append(v.places, p.At(geom.Pt{X: float64(u.size.X * float64(i)), Y: float64(u.size.Y * float64(j))}))
				if (i+j)%2 == 0 {
					v.dress = append(v.dress, base)
				} else {
					v.dress = append(v.dress, other)
				}
			}
		}
	}
	return v
}

// contrast is the part of the kepala's ground.
func (w *weaver) contrast() int { return w.parts.number(part{kind: contrast}) }

// shapes returns the unit's shapes mapped by m, with their parts.
func (u unit) shapes(m geom.Affine) []cloth.Shape {
	out := make([]cloth.Shape, 0, len(u.tile.Shapes)*len(u.places))
	for _, s := range u.tile.Shapes {
		for i, p := range u.places {
			out = append(out, cloth.Shape{
				Mark:  s.Mark.Transform(p.Then(m)),
				Ink:   u.dress[i][s.Role],
				Layer: s.Stage.String(),
			})
		}
	}
	return out
}

// tile makes the cloth one bare repeat.
func (w *weaver) tile() error {
	u, err := w.unit(w.d.Field, 1, 0)
	if err != nil {
		return err
	}
	w.cloth.Size, w.cloth.Repeat = u.size, u.size
	w.cloth.Zones = []cloth.Zone{{
		Name: "badan", Bounds: geom.R(0, 0, u.size.X, u.size.Y), Ground: 0,
		Repeat: u.size, Cell: u.shapes(geom.Identity()),
	}}
	return nil
}

// field fills r with whole repeats of the figure on the given ground ink.
func (w *weaver) field(name string, r geom.Rect, f Figure, ground int) error {
	if r.W() < 1 || r.H() < 1 {
		return &FieldError{"design.border.width", fmt.Sprintf("leaves no room for the %s; make it narrower", name)}
	}
	size, err := w.measure(f)
	if err != nil {
		return err
	}
	n, m, k := fit(r.W(), r.H(), size, w.slack(f))
	if math.Abs(k-1) <= .02 {
		k = 1
	}
	u, err := w.unit(w.raised(f, r.H()/float64(float64(m)*k*size.Y)), k, ground)
	if err != nil {
		return err
	}
	if k != 1 {
		// The redrawn tile may not have followed: a motif on a grid snaps to it, and
		// its sizes end somewhere. What is left is stretched.
		n, m, _ = fit(r.W(), r.H(), u.size, slack{})
	}
	rep := geom.Pt{X: r.W() / float64(n), Y: r.H() / float64(m)}
	w.cloth.Zones = append(w.cloth.Zones, cloth.Zone{
		Name: name, Bounds: r, Ground: ground, Origin: r.Min, Repeat: rep,
		Cell: u.shapes(geom.Scale(rep.X/u.size.X, rep.Y/u.size.Y)),
	})
	if w.cloth.Repeat == (geom.Pt{}) {
		w.cloth.Repeat = rep
	}
	return nil
}

// slack is how far a motif may follow its place: factors of its size, and of the
// height of its repeat where that is a choice. The zero slack follows in size only.
type slack struct{ smallest, largest, lowest, highest float64 }

func (w *weaver) slack(f Figure) slack {
	m, ok := w.cat.Lookup(f.Motif)
	if !ok {
		return slack{}
	}
	in, o := m.Info(), pattern.Options{Values: f.Values}
	var s slack
	if p, ok := in.Param("size"); ok {
		s.smallest, s.largest = p.Min/o.Value(in, "size"), p.Max/o.Value(in, "size")
	}
	if p, ok := in.Param("height"); ok {
		s.lowest, s.highest = p.Min/o.Value(in, "height"), p.Max/o.Value(in, "height")
	}
	return s
}

// raised returns the figure with a repeat so many times as high, where the motif's
// height is a choice: it is drawn to the proportions of its place, not stretched.
func (w *weaver) raised(f Figure, by float64) Figure {
	s := w.slack(f)
	if s.highest == 0 {
		return f
	}
	m, _ := w.cat.Lookup(f.Motif)
	o := pattern.Options{Values: f.Values}
	f.Values = cloneMap(f.Values)
	if f.Values == nil {
		f.Values = map[string]float64{}
	}
	f.Values["height"] = o.Value(m.Info(), "height") * geom.Clamp(by, s.lowest, s.highest)
	return f
}

// fit returns how many repeats n × m of about the given size cover w × h, and the
// factor k by which the motif's size should change so that they land whole. A
// change of size is weighed against a stretch of the proportions, of which 1 %
// shows as much as 6 % of size, and the more so the greater it is. Beyond the sizes
// that the motif can take, which shrinks its lines, 1 % counts as 3.
func fit(w, h float64, size geom.Pt, s slack) (n, m int, k float64) {
	if s.largest == 0 {
		s.largest = math.Inf(1)
	}
	if s.highest == 0 {
		s.lowest, s.highest = 1, 1
	}
	best := math.Inf(1)
	ideal := w / size.X
	lo := max(1, int(ideal*.62))
	// A motif in a narrow band is a small part of its size.
	for c := lo; c <= lo+400 && float64(c) <= math.Max(1, math.Ceil(ideal*12)); c++ {
		scale := w / (size.X * float64(c))
		rows := rowsFor(h, size.Y*scale)
		raise := h / (size.Y * scale * float64(rows))
		own, follows := geom.Clamp(scale, s.smallest, s.largest), geom.Clamp(raise, s.lowest, s.highest)
		stretch := math.Abs(geom.Log(raise / follows))
		cost := math.Abs(geom.Log(scale)) + float64(2*math.Abs(geom.Log(scale/own))) +
			math.Abs(geom.Log(follows)) + float64(stretch*(6+float64(20*stretch)))
		if cost < best-1e-9 {
			best, n, m, k = cost, c, rows, scale
		}
	}
	return n, m, k
}

// rowsFor returns the whole number of rows, at least one, nearest to h/row.
func rowsFor(h, row float64) int { return max(1, int(math.Floor(h/row+.5))) }

// row lays one row of the figure (tumpal) along a side of r, as high as r is
// deep, a whole number of them.
func (w *weaver) row(name string, r geom.Rect, s side, f Figure, ground int) error {
	length, depth := r.W(), r.H()
	if s.upright() {
		length, depth = depth, length
	}
	size, err := w.measure(f)
	if err != nil {
		return err
	}
	// Scale the tumpal to the depth, then fit a whole number of bases.
	u, err := w.unit(f, depth/size.Y, ground)
	if err != nil {
		return err
	}
	n := rowsFor(length, u.size.X*depth/u.size.Y)
	// The tile stands with its apex up; on the cloth its base is on the side.
	flip := geom.Affine{A: 1, E: -1, F: u.size.Y}
	for i := range u.places {
		u.places[i] = u.places[i].Then(flip)
	}
	w.band(name, r, s, u, length/float64(n), depth, ground)
	return nil
}

// strip lays a border along a side of r, a whole number of repeats long.
func (w *weaver) strip(name string, r geom.Rect, s side, kind string) {
	w.stripOn(name, r, s, kind, w.contrast())
}

// stripOn is strip on a ground of one's choice.
func (w *weaver) stripOn(name string, r geom.Rect, s side, kind string, ground int) {
	length, depth := r.W(), r.H()
	if s.upright() {
		length, depth = depth, length
	}
	if length <= 0 || depth <= 0 {
		return
	}
	// A repeat about as long as the border is wide reads well at any width.
	_, rep := symmetry.Fit(length, 1.2*depth)
	w.band(name, r, s, w.border(kind, depth, rep, ground), rep, depth, ground)
}

// border draws one repeat of a border.
func (w *weaver) border(kind string, depth, rep float64, ground int) unit {
	o := pattern.Options{Density: w.d.Field.Density, Line: w.d.Field.Line, Seed: w.d.seed().Sub("border " + kind)}
	c := w.coarse()
	t := enlarged(motif.Border(kind, depth/c, rep/c, o), c)
	return unit{tile: t, size: t.Size, places: []geom.Affine{geom.Identity()}, dress: []dress{w.parts.dress(ground, nil)}}
}

// band adds the zone of a row of units along a side of r.
func (w *weaver) band(name string, r geom.Rect, s side, u unit, rep, depth float64, ground int) {
	turn, origin := s.frame(r)
	z := cloth.Zone{
		Name: name, Bounds: r, Ground: ground, Origin: origin, Repeat: geom.Pt{X: rep},
		Cell: u.shapes(geom.Scale(rep/u.size.X, depth/u.size.Y).Then(turn)),
	}
	if s.upright() {
		z.Repeat = geom.Pt{Y: rep}
	}
	w.cloth.Zones = append(w.cloth.Zones, z)
}

// corner fills the square where two strips of a frame meet: corner i of 0…3.
func (w *weaver) corner(name string, r geom.Rect, i int) {
	ground := w.contrast()
	o := pattern.Options{Density: w.d.Field.Density, Line: w.d.Field.Line, Seed: w.d.seed().Sub("corner")}
	t := enlarged(motif.Corner(r.W()/w.coarse(), o), w.coarse())
	// Corner 0 is drawn with its outer edges at the top and the left.
	m := geom.Identity()
	origin := r.Min
	if i&1 == 1 {
		m.A, origin.X = -1, r.Max.X
	}
	if i&2 == 2 {
		m.E, origin.Y = -1, r.Max.Y
	}
	u := unit{tile: t, size: t.Size, places: []geom.Affine{geom.Identity()}, dress: []dress{w.parts.dress(ground, nil)}}
	w.cloth.Zones = append(w.cloth.Zones, cloth.Zone{Name: name, Bounds: r, Ground: ground, Origin: origin, Cell: u.shapes(m)})
}

// byHand lets every zone be drawn by canting.
func (w *weaver) byHand() {
	for i := range w.cloth.Zones {
		z := &w.cloth.Zones[i]
		t := hand.Tulis{Seed: w.d.seed().Sub("hand "+z.Name, i)}
		origin, rep := z.Origin, z.Repeat
		t.Cell = rep
		z.Margin = t.Margin()
		if w.d.Product.Layout == Tile {
			// A bare repeat stands for all: it is drawn once by hand, and its
			// neighbours are the same.
			t.Wrap = w.cloth.Size
			ready := once(z.Cell, t.Ready)
			z.Hand = func(into, _ geom.Mark, k, _, _ int) geom.Mark { return ready[k]().Redraw(into, geom.Pt{}, k) }
			continue
		}
		ready := once(z.Cell, t.Ready)
		wet := dripping(z.Cell)
		z.Hand = func(into, m geom.Mark, k, i, j int) geom.Mark {
			at := geom.Pt{X: origin.X + float64(rep.X*float64(i)), Y: origin.Y + float64(rep.Y*float64(j))}
			key := (k*1009+i)*1009 + j
			drawn := ready[k]().Redraw(into, at, key)
			if k == wet {
				drawn.Path = t.Drips(drawn.Path, m.Bounds(), key)
			}
			return drawn
		}
	}
}

// once returns for each shape of a cell what ready makes of its mark, once and when
// it is first asked for.
func once[T any](cell []cloth.Shape, ready func(geom.Mark) T) []func() T {
	out := make([]func() T, len(cell))
	for k := range out {
		out[k] = sync.OnceValue(func() T { return ready(cell[k].Mark) })
	}
	return out
}

// dripping returns the index of the lines that the canting drips beside: those
// which cover most of the cell; −1 without any.
func dripping(cell []cloth.Shape) int {
	wet, most := -1, 0.
	for k, s := range cell {
		if s.Kind != geom.Stroke {
			continue
		}
		if b := s.Bounds(); b.W()*b.H() > most {
			wet, most = k, b.W()*b.H()
		}
	}
	return wet
}

// byStamp lets every zone be printed with a stamp of the usual size, a whole
// number of repeats.
func (w *weaver) byStamp(loose float64) {
	const usual = 180. // mm: what a hand can lift and press evenly
	for i := range w.cloth.Zones {
		z := &w.cloth.Zones[i]
		c := hand.Cap{Seed: w.d.seed().Sub("stamp "+z.Name, i), Loose: loose}
		rep := z.Repeat
		// Where nothing repeats, the stamp is as large as the zone.
		size := func(rep, whole float64) (float64, bool) {
			if !(rep > 0) {
				return whole, false
			}
			return float64(rep * float64(rowsFor(usual, rep))), true
		}
		c.Stamp.X, c.Next.X = size(rep.X, z.Bounds.W())
		c.Stamp.Y, c.Next.Y = size(rep.Y, z.Bounds.H())
		if w.d.Product.Layout == Tile {
			// A bare repeat stands for all: its stamp is one repeat.
			c.Stamp, c.Wrap = rep, rep
		}
		z.Margin = c.Margin()
		ready := once(z.Cell, c.Ready)
		z.Hand = func(into, _ geom.Mark, k, i, j int) geom.Mark {
			if c.Wrap.X > 0 {
				i, j = 0, 0
			}
			return ready[k]().Redraw(into, geom.Pt{X: float64(rep.X * float64(i)), Y: float64(rep.Y * float64(j))})
		}
	}
}
