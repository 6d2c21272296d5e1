package batik

import (
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Layout is the way in which a product's zones lie on the cloth.
type Layout string

// The layouts.
const (
	// Tile is the bare repeat.
	Tile Layout = "tile"
	// Sarung has a badan (body), a kepala (head) of facing rows of tumpal between
	// two papan (upright strips), and a pinggir (border) along both long edges.
	Sarung Layout = "sarung"
	// SarungKaki is the Malay sarong: a kepala at one end and a kaki, the foot
	// along the lower edge, that repeats the kepala's row.
	SarungKaki Layout = "sarung_kaki"
	// KainPanjang is one field between two seret (plain ends); with a kepala, the
	// tumpal stand at both ends.
	KainPanjang Layout = "kain_panjang"
	// PagiSore is two halves, each with a motif and a ground of its own, that meet
	// on a diagonal.
	PagiSore Layout = "pagi_sore"
	// Wax is a full width of wax print between two selvedges with a line of text.
	Wax Layout = "wax"
	// Scarf is a field in a frame that turns its corners.
	Scarf Layout = "scarf"
	// Iket is a scarf with an undecorated diamond, the tengahan, in the middle.
	Iket Layout = "iket"
	// Kanga is a broad frame, the pindo, round a middle, the mji, with a saying,
	// the jina, in a box above the lower border.
	Kanga Layout = "kanga"
	// Hem is a field, or plain cloth, above an ornamented hem.
	Hem Layout = "hem"
	// PhaSin is the Thai tube skirt: a plain waistband (hua), a body (tua) and a
	// rich hem (tin).
	PhaSin Layout = "pha_sin"
	// Pair is two matched pieces side by side: a length for a top, and one for a
	// skirt with a hem.
	Pair Layout = "pair"
	// Panels are the cut pieces of a tunic: front and back with what rises from
	// their hems, and the sleeves below.
	Panels Layout = "panels"
	// Stripes is plain cloth with bands near both long edges.
	Stripes Layout = "stripes"
	// Yardage is an all-over repeat from edge to edge.
	Yardage Layout = "yardage"
)

// Layouts lists the layouts.
func Layouts() []Layout {
	return []Layout{Tile, Sarung, SarungKaki, KainPanjang, PagiSore, Wax, Scarf, Iket, Kanga, Hem, PhaSin, Pair, Panels, Stripes, Yardage}
}

func layouts() []string {
	var s []string
	for _, l := range Layouts() {
		s = append(s, string(l))
	}
	return s
}

// HasHead reports whether Piece.Kepala says where the layout's kepala lies.
func (l Layout) HasHead() bool { return l == Sarung || l == SarungKaki }

// Lettered reports whether the layout has a place for text.
func (l Layout) Lettered() bool { return l == Kanga || l == Wax }

// layoutOf returns the layout that a market's product is drawn with; false for
// a product that nobody has laid out yet.
func layoutOf(product string) (Layout, bool) {
	switch product {
	case "tile":
		return Tile, true
	case "sarung_pekalongan", "sarung_tumpal", "pateh_th", "sarung_gulf", "macawiis":
		return Sarung, true
	case "sarung_my":
		return SarungKaki, true
	case "kain_panjang", "kain_panjang_pesisir", "batik_lepas_my", "selendang", "pashmina", "khan_vn", "pha_khao_ma", "tablerunner":
		return KainPanjang, true
	case "pagi_sore":
		return PagiSore, true
	case "wax6", "pagne2", "gh_cloth":
		return Wax, true
	case "hijab_segi4", "scarf90", "furoshiki", "pareo", "adire_cloth":
		return Scarf, true
	case "iket", "dodot":
		return Iket, true
	case "kanga":
		return Kanga, true
	case "kitenge", "diraac", "bazin", "maawaz", "wizar_oman":
		return Hem, true
	case "pha_sin":
		return PhaSin, true
	case "baju_kurung_my":
		return Pair, true
	case "ao_dai":
		return Panels, true
	case "kikoi":
		return Stripes, true
	case "kemeja_yard", "shweshwe", "quilt_yard", "batik_gulf_piece", "tanmono", "tenugui":
		return Yardage, true
	}
	return "", false
}

// kepalaSpan returns where the kepala lies, in fractions of the length: in the
// middle of a Pekalongan sarong (its Geographical Indication gives it 12–20 % of
// the length), at the end of the others (markets.json, zones of each product).
func kepalaSpan(product string) (from, to float64) {
	switch product {
	case "sarung_pekalongan":
		return .40, .60
	case "pateh_th":
		return .78, 1
	case "sarung_my":
		return .80, 1
	case "sarung_gulf", "macawiis":
		return .82, 1
	}
	return .70, 1
}

// side is an edge of a rectangle along which a strip runs, its outer edge on it.
type side uint8

const (
	top side = iota
	bottom
	left
	right
)

// upright reports whether strips on the side run down the cloth.
func (s side) upright() bool { return s == left || s == right }

// frame returns the map from a strip's own frame, u along it and v inward from
// its outer edge, to the cloth, without the shift to its origin; and that origin.
func (s side) frame(r geom.Rect) (geom.Affine, geom.Pt) {
	switch s {
	case bottom:
		return geom.Affine{A: 1, E: -1}, geom.Pt{X: r.Min.X, Y: r.Max.Y}
	case left:
		return geom.Affine{B: 1, D: 1}, r.Min
	case right:
		return geom.Affine{B: -1, D: 1}, geom.Pt{X: r.Max.X, Y: r.Min.Y}
	}
	return geom.Identity(), r.Min
}

// cut returns the strip of width w inside r along the side, and what is left.
func (s side) cut(r geom.Rect, w float64) (strip, rest geom.Rect) {
	strip, rest = r, r
	switch s {
	case top:
		strip.Max.Y = r.Min.Y + w
		rest.Min.Y = strip.Max.Y
	case bottom:
		strip.Min.Y = r.Max.Y - w
		rest.Max.Y = strip.Min.Y
	case left:
		strip.Max.X = r.Min.X + w
		rest.Min.X = strip.Max.X
	case right:
		strip.Min.X = r.Max.X - w
		rest.Max.X = strip.Min.X
	}
	return strip, rest
}

// zones lays the design's zones on the cloth, in painting order.
func (w *weaver) zones() error {
	d := w.d
	all := geom.R(0, 0, d.Product.Width, d.Product.Height)
	switch d.Product.Layout {
	case Sarung:
		return w.sarung(all)
	case SarungKaki:
		return w.sarungKaki(all)
	case KainPanjang:
		return w.panjang(all)
	case PagiSore:
		return w.pagiSore(all)
	case Wax:
		return w.wax(all)
	case Scarf:
		return w.scarf(all)
	case Iket:
		return w.iket(all)
	case Kanga:
		return w.kanga(all)
	case Hem:
		return w.hem(all)
	case PhaSin:
		return w.phaSin(all)
	case Pair:
		return w.pair(all)
	case Panels:
		return w.panels(all)
	case Stripes:
		return w.stripes(all)
	}
	return w.field("badan", all, d.Field, 0)
}

// edgeWidth returns the width of the design's border, 0 without one.
func (w *weaver) edgeWidth() float64 {
	if w.d.Border == nil {
		return 0
	}
	return w.d.Border.Width
}

func (w *weaver) sarung(all geom.Rect) error {
	d := w.d
	from, to := d.Product.Kepala[0], d.Product.Kepala[1]
	if d.Kepala == nil {
		from, to = 1, 1
	}
	x0, x1 := all.Min.X+float64(all.W()*from), all.Min.X+float64(all.W()*to)
	if to >= 1 {
		x1 = all.Max.X
	}
	parts := []struct {
		name string
		r    geom.Rect
	}{
		{"badan", geom.Rect{Min: all.Min, Max: geom.Pt{X: x0, Y: all.Max.Y}}},
		{"badan_kanan", geom.Rect{Min: geom.Pt{X: x1, Y: all.Min.Y}, Max: all.Max}},
	}
	for _, p := range parts {
		if p.r.W() < 1 {
			continue
		}
		r := p.r
		if e := w.edgeWidth(); e > 0 {
			// The lower border is worn at the feet and is the broader one.
			upper, rest := top.cut(r, e)
			lower, body := bottom.cut(rest, 1.5*e)
			w.strip("pinggir_atas", upper, top, d.Border.Kind)
			w.strip("pinggir_bawah", lower, bottom, d.Border.Kind)
			r = body
		}
		if err := w.field(p.name, r, d.Field, 0); err != nil {
			return err
		}
	}
	if d.Kepala == nil {
		return nil
	}
	return w.kepala("kepala", geom.Rect{Min: geom.Pt{X: x0, Y: all.Min.Y}, Max: geom.Pt{X: x1, Y: all.Max.Y}}, true)
}

// kepala lays the head of a sarong: papan on both sides, and between them two
// rows of tumpal that face each other, or another motif as a field.
func (w *weaver) kepala(name string, r geom.Rect, facing bool) error {
	d := w.d
	ground := w.contrast()
	if d.Border != nil {
		// Each papan is about an eighth of the kepala (markets.json: .04 of .30).
		e := r.W() * .13
		l, rest := left.cut(r, e)
		w.strip("papan_kiri", l, right, d.Border.Kind)
		rr, mid := right.cut(rest, e)
		w.strip("papan_kanan", rr, left, d.Border.Kind)
		r = mid
	}
	if !w.stands(*d.Kepala) {
		return w.field(name, r, *d.Kepala, ground)
	}
	if !facing {
		return w.row(name, r, left, *d.Kepala, ground)
	}
	a, b := left.cut(r, r.W()/2)
	if err := w.row(name+"_kiri", a, left, *d.Kepala, ground); err != nil {
		return err
	}
	return w.row(name+"_kanan", b, right, *d.Kepala, ground)
}

func (w *weaver) panjang(all geom.Rect) error {
	d := w.d
	// Two narrow ends are left nearly plain (markets.json: 2 % of the length).
	seret := geom.Clamp(all.W()*.02, 8, 50)
	l, rest := left.cut(all, seret)
	w.strip("seret_kiri", l, left, "seret")
	r, body := right.cut(rest, seret)
	w.strip("seret_kanan", r, right, "seret")
	if d.Kepala != nil {
		k := geom.Clamp(body.W()*.11, 60, 320)
		a, rest := left.cut(body, k)
		b, mid := right.cut(rest, k)
		ground := w.contrast()
		if err := w.place("kepala_kiri", a, left, *d.Kepala, ground); err != nil {
			return err
		}
		if err := w.place("kepala_kanan", b, right, *d.Kepala, ground); err != nil {
			return err
		}
		body = mid
	}
	if e := w.edgeWidth(); e > 0 {
		upper, rest := top.cut(body, e)
		lower, mid := bottom.cut(rest, e)
		w.strip("pinggir_atas", upper, top, d.Border.Kind)
		w.strip("pinggir_bawah", lower, bottom, d.Border.Kind)
		body = mid
	}
	return w.field("badan", body, d.Field, 0)
}

// rim returns the width of the row of teeth round a scarf, 0 without a border.
func (w *weaver) rim() float64 {
	if e := w.edgeWidth(); e > 0 {
		return geom.Clamp(.2*e, 4, 18)
	}
	return 0
}

func (w *weaver) scarf(all geom.Rect) error {
	d := w.d
	e := w.edgeWidth()
	if e == 0 {
		return w.field("badan", all, d.Field, 0)
	}
	// A thin row of teeth runs round the very edge; the border proper lies inside.
	r := w.frame("tepi", all, w.rim(), "untu_walang")
	r = w.frame("pinggir", r, e, d.Border.Kind)
	return w.field("badan", r, d.Field, 0)
}

// frame lays a border of width e round the inside of r, its corners turned by a
// square each, and returns what is left inside.
func (w *weaver) frame(name string, r geom.Rect, e float64, kind string) geom.Rect {
	in := r.Inset(e)
	w.strip(name+"_atas", geom.Rect{Min: geom.Pt{X: in.Min.X, Y: r.Min.Y}, Max: geom.Pt{X: in.Max.X, Y: in.Min.Y}}, top, kind)
	w.strip(name+"_bawah", geom.Rect{Min: geom.Pt{X: in.Min.X, Y: in.Max.Y}, Max: geom.Pt{X: in.Max.X, Y: r.Max.Y}}, bottom, kind)
	w.strip(name+"_kiri", geom.Rect{Min: geom.Pt{X: r.Min.X, Y: in.Min.Y}, Max: geom.Pt{X: in.Min.X, Y: in.Max.Y}}, left, kind)
	w.strip(name+"_kanan", geom.Rect{Min: geom.Pt{X: in.Max.X, Y: in.Min.Y}, Max: geom.Pt{X: r.Max.X, Y: in.Max.Y}}, right, kind)
	for i, c := range []geom.Pt{r.Min, {X: in.Max.X, Y: r.Min.Y}, {X: r.Min.X, Y: in.Max.Y}, in.Max} {
		w.corner(name+"_sudut", geom.R(c.X, c.Y, e, e), i)
	}
	return in
}
