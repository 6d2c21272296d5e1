package batik

import (
	"math"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/lettering"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// The layouts beside the sarong, the long cloth and the scarf. Fractions are
// those of the products' zones in the market data, where it states them.

// stands reports whether the figure is a row that stands on an edge, as tumpal
// do, rather than an all-over repeat.
func (w *weaver) stands(f Figure) bool {
	m, ok := w.cat.Lookup(f.Motif)
	return ok && m.Info().Group == "p1m1"
}

// place fills r with the figure: a row on the given side of it, or a field.
func (w *weaver) place(name string, r geom.Rect, s side, f Figure, ground int) error {
	if w.stands(f) {
		return w.row(name, r, s, f, ground)
	}
	return w.field(name, r, f, ground)
}

// second returns the second figure, or the first where there is none.
func (w *weaver) second() Figure {
	if w.d.Kepala != nil {
		return *w.d.Kepala
	}
	return w.d.Field
}

// kind returns the border's kind, seret without one.
func (w *weaver) kind() string {
	if w.d.Border == nil {
		return "seret"
	}
	return w.d.Border.Kind
}

// plain covers r with one ink.
func (w *weaver) plain(name string, r geom.Rect, ground int) {
	if r.W() > 0 && r.H() > 0 {
		w.cloth.Zones = append(w.cloth.Zones, cloth.Zone{Name: name, Bounds: r, Ground: ground, Origin: r.Min})
	}
}

// within clips the zones laid since the given number of them.
func (w *weaver) within(since int, p geom.Path) {
	for i := since; i < len(w.cloth.Zones); i++ {
		w.cloth.Zones[i].Within = p
	}
}

// sarungKaki lays the Malay sarong: the kaki takes 14 % of the height.
func (w *weaver) sarungKaki(all geom.Rect) error {
	d, ground := w.d, w.contrast()
	kepala, body := right.cut(all, float64(all.W()*(1-d.Product.Kepala[0])))
	kaki, body := bottom.cut(body, float64(all.H()*.14))
	if e := w.edgeWidth(); e > 0 {
		var upper, lower geom.Rect
		upper, body = top.cut(body, .6*e)
		lower, kaki = top.cut(kaki, .35*e)
		w.strip("pinggir_atas", upper, top, d.Border.Kind)
		w.strip("pinggir_kaki", lower, top, d.Border.Kind)
	}
	if err := w.place("kaki", kaki, bottom, w.second(), ground); err != nil {
		return err
	}
	if err := w.field("badan", body, d.Field, 0); err != nil {
		return err
	}
	if d.Kepala == nil {
		return w.field("kepala", kepala, d.Field, ground)
	}
	return w.kepala("kepala", kepala, true)
}

// pagiSore lays two halves that meet on a diagonal from 62 % of the upper edge to
// 38 % of the lower. The evening half stands on the deep ground.
func (w *weaver) pagiSore(all geom.Rect) error {
	d, deep := w.d, w.contrast()
	a := geom.Pt{X: geom.Mix(all.Min.X, all.Max.X, .62), Y: all.Min.Y}
	b := geom.Pt{X: geom.Mix(all.Min.X, all.Max.X, .38), Y: all.Max.Y}
	halves := []struct {
		name         string
		fig          Figure
		ground, edge int
		bounds       geom.Rect
		path         geom.Path
	}{
		{"pagi", d.Field, 0, deep, geom.Rect{Min: all.Min, Max: geom.Pt{X: a.X, Y: all.Max.Y}}, geom.Polygon(all.Min, a, b, geom.Pt{X: all.Min.X, Y: all.Max.Y})},
		{"sore", w.second(), deep, 0, geom.Rect{Min: geom.Pt{X: b.X, Y: all.Min.Y}, Max: all.Max}, geom.Polygon(a, geom.Pt{X: all.Max.X, Y: all.Min.Y}, all.Max, b)},
	}
	for _, h := range halves {
		first := len(w.cloth.Zones)
		r := h.bounds
		if e := w.edgeWidth(); e > 0 {
			var upper, lower geom.Rect
			upper, r = top.cut(r, e)
			lower, r = bottom.cut(r, e)
			// Each half is bordered in the other's ground, so that the cloth shows
			// both wherever it is turned over.
			w.stripOn("pinggir_atas_"+h.name, upper, top, d.Border.Kind, h.edge)
			w.stripOn("pinggir_bawah_"+h.name, lower, bottom, d.Border.Kind, h.edge)
		}
		if err := w.field(h.name, r, h.fig, h.ground); err != nil {
			return err
		}
		w.within(first, h.path)
	}
	// The band hides where the motifs are cut.
	w.slant("tengah", all, a, b, math.Max(12, .022*all.H()), w.kind())
	return nil
}

// slant lays a border along the line from a to b, centred on it.
func (w *weaver) slant(name string, all geom.Rect, a, b geom.Pt, depth float64, kind string) {
	// Beyond its ends by its own depth, so that the cloth's edge cuts it square.
	dir := b.Sub(a).Unit()
	a, b = a.Sub(dir.Mul(depth)), b.Add(dir.Mul(depth))
	side := dir.Perp().Mul(depth / 2)
	outline := geom.Polygon(a.Add(side), b.Add(side), b.Sub(side), a.Sub(side))
	w.along(name, all, a.Sub(side), b.Sub(side), depth, kind, outline)
}

// along lays a border whose outer edge runs from a to b, its depth to the right
// hand of that way (y points down), inside the outline.
func (w *weaver) along(name string, all geom.Rect, a, b geom.Pt, depth float64, kind string, outline geom.Path) {
	n, rep := symmetry.Fit(a.Dist(b), 1.2*depth)
	ground := w.contrast()
	u := w.border(kind, depth, rep, ground)
	dir := b.Sub(a).Unit()
	turn := geom.Affine{A: dir.X, B: -dir.Y, C: a.X, D: dir.Y, E: dir.X, F: a.Y}
	cell := u.shapes(geom.Scale(rep/u.size.X, depth/u.size.Y))
	for i := range cell {
		one := cell[i].Mark
		cell[i].Mark = geom.Mark{Kind: one.Kind, Width: one.Width}
		for k := range n {
			cell[i].Mark = cell[i].Mark.JoinUnder(one, geom.Translate(geom.Pt{X: float64(float64(k) * rep)}).Then(turn))
		}
	}
	w.cloth.Zones = append(w.cloth.Zones, cloth.Zone{
		Name: name, Bounds: outline.Bounds().Intersect(all), Within: outline, Ground: ground, Cell: cell,
	})
}

// wax lays the field between selvedges of about 15 mm, where the maker prints his
// line of text.
func (w *weaver) wax(all geom.Rect) error {
	e := geom.Clamp(all.H()*.013, 6, 20)
	upper, rest := top.cut(all, e)
	lower, body := bottom.cut(rest, e)
	if err := w.field("badan", body, w.d.Field, 0); err != nil {
		return err
	}
	for _, s := range []struct {
		name string
		r    geom.Rect
	}{{"tepi_atas", upper}, {"tepi_bawah", lower}} {
		ground := 0
		w.plain(s.name, s.r, ground)
		if err := w.line(s.name+"_tulisan", s.r, w.d.Text, .46, ground, 600); err != nil {
			return err
		}
	}
	return nil
}

// line sets text along the middle of r, its capitals the given share of r's
// height, smaller if it would not fit. With a pitch (mm) it is set again and again.
func (w *weaver) line(name string, r geom.Rect, text string, share float64, ground int, pitch float64) error {
	if text == "" {
		return nil
	}
	capHeight := float64(share * r.H())
	room := float64(.9 * r.W())
	if pitch > 0 {
		room = float64(.9 * math.Min(pitch, r.W()))
	}
	l, err := lettering.Set(text, capHeight, .06*capHeight)
	if err == nil && l.Width > room {
		capHeight *= room / l.Width
		l, err = lettering.Set(text, capHeight, .06*capHeight)
	}
	if err != nil {
		return &FieldError{"design.text", err.Error()}
	}
	z := cloth.Zone{Name: name, Bounds: r, Ground: -1}
	at := geom.Pt{X: r.Center().X - float64(l.Width/2), Y: r.Center().Y + float64(capHeight/2)}
	if pitch > 0 {
		// A whole number of lines from edge to edge.
		n := rowsFor(r.W(), pitch)
		z.Repeat.X = r.W() / float64(n)
		at.X = r.Min.X + float64((z.Repeat.X-l.Width)/2)
	}
	z.Cell = []cloth.Shape{{Mark: geom.Mark{Kind: geom.Area, Path: l.Path.Transform(geom.Translate(at))}, Ink: w.farthest(ground), Layer: pattern.Klowong.String()}}
	w.cloth.Zones = append(w.cloth.Zones, z)
	return nil
}

// farthest is the part that reads best on another.
func (w *weaver) farthest(on int) int { return w.parts.number(part{kind: farthest, of: on}) }

// iket lays a scarf whose middle is left plain: a diamond that touches the middle
// of no side, edged by a row of teeth. A cemukiran, the flame that edges a court's
// iket, is not offered.
func (w *weaver) iket(all geom.Rect) error {
	if err := w.scarf(all); err != nil {
		return err
	}
	in := all.Inset(1.2 * w.edgeWidth())
	c, half := in.Center(), geom.Pt{X: .36 * in.W(), Y: .36 * in.H()}
	diamond := func(k float64) []geom.Pt {
		return []geom.Pt{
			{X: c.X, Y: c.Y - float64(k*half.Y)}, {X: c.X + float64(k*half.X), Y: c.Y},
			{X: c.X, Y: c.Y + float64(k*half.Y)}, {X: c.X - float64(k*half.X), Y: c.Y},
		}
	}
	// The band's depth, measured across it, from how the diamond shrinks.
	depth := geom.Clamp(.7*w.edgeWidth(), .02*in.H(), .08*in.H())
	apothem := half.X * half.Y / half.Len()
	outer, inner := diamond(1), diamond(1-depth/apothem)
	ground := w.contrast()
	for i := range 4 {
		j := (i + 1) % 4
		w.along("tepi_tengahan", all, outer[i], outer[j], depth, w.kind(), geom.Polygon(outer[i], outer[j], inner[j], inner[i]))
	}
	first := len(w.cloth.Zones)
	w.plain("tengahan", geom.Bounds(inner), ground)
	w.within(first, geom.Polygon(inner...))
	return nil
}

// kanga lays pindo, mji and jina. The box of the saying stands on the mji, half
// the cloth wide.
func (w *weaver) kanga(all geom.Rect) error {
	if err := w.scarf(all); err != nil {
		return err
	}
	if w.d.Text == "" {
		return nil
	}
	mji := all.Inset(w.rim() + w.edgeWidth())
	high := .085 * all.H()
	box := geom.R(mji.Center().X-float64(.36*mji.W()), mji.Max.Y-float64(1.35*high), float64(.72*mji.W()), high)
	ground := w.contrast()
	ink := w.farthest(ground)
	w.plain("jina_tepi", box.Inset(-.06*high), ink)
	w.plain("jina", box, ground)
	return w.line("jina_tulisan", box, w.d.Text, .56, ground, 0)
}

// hem lays a field, plain on cloth that is worn plain, above a hem: the border,
// and above it a band of the second figure where there is one. Unstitched cloth
// ends in fringes.
func (w *weaver) hem(all geom.Rect) error {
	d, body := w.d, all
	if d.Product.ID == "maawaz" { // 3 % of the length at each end
		l, rest := left.cut(body, .03*all.W())
		r, mid := right.cut(rest, .03*all.W())
		w.strip("rumbai_kiri", l, left, "seret")
		w.strip("rumbai_kanan", r, right, "seret")
		body = mid
	}
	e := w.edgeWidth()
	if e > 0 {
		lower, rest := bottom.cut(body, e)
		w.strip("pinggir_bawah", lower, bottom, w.kind())
		body = rest
	}
	if d.Kepala != nil {
		depth := geom.Clamp(.11*all.H(), 40, 200)
		band, rest := bottom.cut(body, depth)
		if err := w.place("kaki", band, bottom, *d.Kepala, w.contrast()); err != nil {
			return err
		}
		upper, rest := bottom.cut(rest, math.Max(10, .4*e))
		w.strip("pinggir_kaki", upper, top, w.kind())
		body = rest
	}
	if d.Product.ID == "wizar_oman" { // white, but for the hem and a thin band of the motif
		w.plain("badan", body, 0)
		band, _ := bottom.cut(body, .05*all.H())
		_, band = bottom.cut(band, .005*all.H())
		return w.ribbon("jalur", band, d.Field)
	}
	return w.field("badan", body, d.Field, 0)
}

// ribbon lays one row of the figure in a narrow band, or a border where the motif
// would have to be shrunk to less than half of its smallest size.
func (w *weaver) ribbon(name string, r geom.Rect, f Figure) error {
	f.Shift = "" // one row takes no turns with another
	size, err := w.measure(f)
	if err != nil {
		return err
	}
	if r.H()/size.Y < .5*w.slack(f).smallest {
		w.stripOn(name, r, bottom, w.kind(), 0)
		return nil
	}
	return w.field(name, r, f, 0)
}

// phaSin lays hua, tua and tin: 12, 63 and 25 % of the height.
func (w *weaver) phaSin(all geom.Rect) error {
	d, ground := w.d, w.contrast()
	hua, rest := top.cut(all, .12*all.H())
	tin, tua := bottom.cut(rest, .25*all.H())
	w.plain("hua", hua, ground)
	if err := w.field("tua", tua, d.Field, 0); err != nil {
		return err
	}
	e := .2 * tin.H()
	upper, mid := top.cut(tin, e)
	lower, mid := bottom.cut(mid, e)
	w.strip("tin_atas", upper, bottom, w.kind())
	w.strip("tin_bawah", lower, bottom, w.kind())
	return w.place("tin", mid, bottom, w.second(), ground)
}

// pair lays a length for a top, 55 % of the whole, and one for a skirt, whose kaki
// is its lowest sixth.
func (w *weaver) pair(all geom.Rect) error {
	d := w.d
	skirt, blouse := right.cut(all, .45*all.W())
	seam, skirt := left.cut(skirt, .004*all.W())
	w.strip("batas", seam, left, "seret")
	if err := w.field("baju", blouse, d.Field, 0); err != nil {
		return err
	}
	kaki, body := bottom.cut(skirt, all.H()/6)
	upper, kaki := top.cut(kaki, .22*kaki.H())
	w.strip("pinggir_kaki", upper, top, w.kind())
	if err := w.place("kaki", kaki, bottom, w.second(), w.contrast()); err != nil {
		return err
	}
	return w.field("kain", body, d.Field, 0)
}

// panels lays front and back of an ao dai with the figure rising from their hems,
// and the sleeves with a small one at the cuffs.
func (w *weaver) panels(all geom.Rect) error {
	w.plain("kain", all, w.contrast()) // what is cut away
	at := func(x0, x1, y0, y1 float64) geom.Rect {
		return geom.Rect{
			Min: geom.Pt{X: float64(x0 * all.W()), Y: float64(y0 * all.H())},
			Max: geom.Pt{X: float64(x1 * all.W()), Y: float64(y1 * all.H())},
		}
	}
	rise := func(name string, r geom.Rect, share float64) error {
		w.plain(name, r, 0)
		hem, _ := bottom.cut(r, float64(share*r.H()))
		if e := w.edgeWidth(); e > 0 {
			var edge geom.Rect
			edge, hem = bottom.cut(hem, math.Min(e, .12*hem.H()))
			w.strip(name+"_tepi", edge, bottom, w.kind())
		}
		return w.field(name+"_bunga", hem, w.d.Field, 0)
	}
	for _, p := range []struct {
		name  string
		r     geom.Rect
		share float64
	}{
		{"depan", at(.02, .48, 0, .5), .6}, {"belakang", at(.52, .98, 0, .5), .6},
		{"lengan_kiri", at(.02, .48, .54, .98), .22}, {"lengan_kanan", at(.52, .98, .54, .98), .22},
	} {
		if err := rise(p.name, p.r, p.share); err != nil {
			return err
		}
	}
	return nil
}

// stripes lays plain cloth with three bands along each long edge, the middle one
// of the figure, and fringed ends.
func (w *weaver) stripes(all geom.Rect) error {
	l, rest := left.cut(all, .015*all.W())
	r, body := right.cut(rest, .015*all.W())
	w.strip("rumbai_kiri", l, left, "seret")
	w.strip("rumbai_kanan", r, right, "seret")
	ground := w.contrast()
	for _, s := range []side{top, bottom} {
		name := map[side]string{top: "atas", bottom: "bawah"}[s]
		gap, b := s.cut(body, .03*all.H())
		w.plain("tepi_"+name, gap, 0)
		outer, b := s.cut(b, .025*all.H())
		w.strip("jalur_luar_"+name, outer, s, "seret")
		mid, b := s.cut(b, .11*all.H())
		if err := w.place("jalur_"+name, mid, s, w.second(), ground); err != nil {
			return err
		}
		inner, b := s.cut(b, .025*all.H())
		w.strip("jalur_dalam_"+name, inner, s, "seret")
		body = b
	}
	w.plain("badan", body, 0)
	return nil
}
