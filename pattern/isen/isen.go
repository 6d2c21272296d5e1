// Package isen draws the isen-isen: the small ornaments with which batik fills
// the bodies of its motifs and the ground between them. A filling is a pure
// function of a place and a few choices; it never reaches over the place's edge,
// and it knows nothing of the motif that it fills.
package isen

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// Inset is how far a filling stays from the klowong around it (handbook §2).
const Inset = .6

// Gap is the least cloth left open between two glyphs, so that the wax of one
// does not run into the next (handbook §2, tulis).
const Gap = .5

// Site is the place that a filling takes.
type Site struct {
	Region *geom.Region // the body or ground to be filled, in mm
	Base   geom.Pt      // where rays spring from: the petal's foot or a flower's heart
	// Axis points from the foot to the tip; rows run along it. Without an Axis,
	// axis and base are those of the region's box: its longer side and its lower
	// or left end.
	Axis geom.Pt
}

// Options are the choices common to all fillings. The zero Options draws a
// filling as the handbook has it.
type Options struct {
	Density float64      // 0 counts as 1; pitches go with 1/√Density
	Line    float64      // weight of lines and dots, 0 counts as 1
	Scale   float64      // size of glyphs, pitch and nozzle alike, 0 counts as 1
	Inset   float64      // from the region's edge, mm; 0 counts as Inset, negative as none
	Role    pattern.Role // Ground, the zero, counts as pattern.Isen
	Seed    seed.Seed    // for the fillings that are never quite regular
}

// Class says where a filling belongs (handbook §2).
type Class string

// The classes.
const (
	GroundFiller Class = "ground" // covers the latar
	FieldFiller  Class = "field"  // fills the body of a motif
)

// Info is what is known of a filling.
type Info struct {
	ID     string
	Name   string
	Gloss  pattern.Text
	Class  Class
	Source string
}

// filling is one entry of the list.
type filling struct {
	Info
	draw func(p place) []geom.Mark
}

// fillings lists the fillings, fields first.
func fillings() []filling {
	const (
		gloss = "Handbook §2 [S17a,b]; construction: house"
		house = "Handbook §2 [S17a]; construction: house"
	)
	return []filling{
		{Info{"cecek", "Cecek", pattern.Text{EN: "Dots in rows along the contour", ID: "Titik-titik berderet mengikuti garis"}, FieldFiller, gloss}, cecek},
		{Info{"cecek_telu", "Cecek telu", pattern.Text{EN: "Dots in threes", ID: "Titik tiga-tiga"}, FieldFiller, gloss}, cecekTelu},
		{Info{"cecek_pitu", "Cecek pitu", pattern.Text{EN: "Dots in sevens", ID: "Titik tujuh-tujuh"}, FieldFiller, gloss}, cecekPitu},
		{Info{"sawut", "Sawut", pattern.Text{EN: "Rays from the foot of a petal", ID: "Garis-garis dari pangkal kelopak"}, FieldFiller, gloss}, sawut},
		{Info{"cecek_sawut", "Cecek sawut", pattern.Text{EN: "Rays with rows of dots between", ID: "Garis sawut berselang titik"}, FieldFiller, gloss}, cecekSawut},
		{Info{"cecek_sawut_daun", "Cecek sawut daun", pattern.Text{EN: "A leaf's veins with dots between", ID: "Tulang daun berselang titik"}, FieldFiller, gloss}, cecekSawutDaun},
		{Info{"kembang_jeruk", "Kembang jeruk", pattern.Text{EN: "Orange blossoms", ID: "Kembang jeruk"}, FieldFiller, house}, kembangJeruk},
		{Info{"kembang_kapas", "Kembang kapas", pattern.Text{EN: "Cotton bolls", ID: "Buah kapas yang merekah"}, FieldFiller, house}, kembangKapas},
		{Info{"kembang_suruh", "Kembang suruh", pattern.Text{EN: "Catkins of the betel vine", ID: "Bunga sirih"}, FieldFiller, house}, kembangSuruh},
		{Info{"kembang_cengkeh", "Kembang cengkeh", pattern.Text{EN: "Cloves", ID: "Kuncup cengkih"}, FieldFiller, house}, kembangCengkeh},
		{Info{"manggaran", "Manggaran", pattern.Text{EN: "Flower stalks of the areca palm", ID: "Mayang pinang"}, FieldFiller, house}, manggaran},
		{Info{"krambil_sacuwil", "Krambil sacuwil", pattern.Text{EN: "Bits of coconut", ID: "Serpihan kelapa"}, FieldFiller, house}, krambilSacuwil},
		{Info{"mata_deruk", "Mata deruk", pattern.Text{EN: "A dove's eyes", ID: "Mata burung deruk"}, FieldFiller, house}, mataDeruk},
		{Info{"matha_iteran", "Matha iteran", pattern.Text{EN: "Chains of rings along the contour (reading uncertain)", ID: "Rangkaian lingkaran mengikuti garis (bacaan belum pasti)"}, FieldFiller, house}, mathaIteran},
		{Info{"untu_walang", "Untu walang", pattern.Text{EN: "A grasshopper's teeth along the contour", ID: "Gigi belalang sepanjang garis"}, FieldFiller, house}, untuWalang},
		{Info{"serit", "Serit", pattern.Text{EN: "A comb along the contour", ID: "Sisir rapat sepanjang garis"}, FieldFiller, house}, serit},
		{Info{"sisik", "Sisik", pattern.Text{EN: "Scales", ID: "Sisik"}, GroundFiller, gloss}, sisik},
		{Info{"sisik_melik", "Sisik melik", pattern.Text{EN: "Scales with a dot in each", ID: "Sisik bertitik"}, GroundFiller, gloss}, sisikMelik},
		{Info{"gringsing", "Gringsing", pattern.Text{EN: "Large scales with an arc and a dot in each", ID: "Sisik besar berlengkung dan bertitik"}, GroundFiller, house}, gringsing},
		{Info{"galaran", "Galaran", pattern.Text{EN: "Parallel lines along the body", ID: "Garis-garis sejajar"}, GroundFiller, gloss}, galaran},
		{Info{"ukel", "Ukel", pattern.Text{EN: "Small curls", ID: "Ukel kecil"}, GroundFiller, gloss}, ukel},
		{Info{"udar", "Udar", pattern.Text{EN: "Large curls that run with the body", ID: "Ukel besar yang mengalir searah bidang"}, GroundFiller, gloss}, udar},
		{Info{"ukel_cantel", "Ukel cantel", pattern.Text{EN: "Two curls hooked back to back", ID: "Dua ukel bertautan saling membelakangi"}, GroundFiller, house}, ukelCantel},
		{Info{"rawan", "Rawan", pattern.Text{EN: "Broken waves, as water in a swamp", ID: "Riak air rawa yang terputus-putus"}, GroundFiller, house}, rawan},
		{Info{"sirap", "Sirap", pattern.Text{EN: "Shingles", ID: "Atap sirap"}, GroundFiller, house}, sirap},
		{Info{"sirapan", "Sirapan", pattern.Text{EN: "Long shingles", ID: "Sirap panjang"}, GroundFiller, house}, sirapan},
		{Info{"cacah_gori", "Cacah gori", pattern.Text{EN: "Chopped young jackfruit: short dashes all ways", ID: "Cacah nangka muda: garis pendek ke segala arah"}, GroundFiller, house}, cacahGori},
		{Info{"herangan", "Herangan", pattern.Text{EN: "Scattered fragments", ID: "Pecahan yang berserakan"}, GroundFiller, gloss}, herangan},
		{Info{"blarak_sahirit", "Blarak sahirit", pattern.Text{EN: "Torn palm fronds", ID: "Daun kelapa yang tersobek"}, GroundFiller, house}, blarakSahirit},
		{Info{"poleng", "Poleng", pattern.Text{EN: "Checks", ID: "Kotak-kotak berselang"}, GroundFiller, house}, poleng},
		{Info{"uceng", "Uceng", pattern.Text{EN: "Loaches: slivers bent twice", ID: "Ikan uceng: bilah yang meliuk"}, GroundFiller, house}, uceng},
		{Info{"kerikil", "Kerikil", pattern.Text{EN: "Pebbles", ID: "Batu kerikil"}, GroundFiller, house}, kerikil},
		{Info{"anam_karsa", "Anam karsa", pattern.Text{EN: "Plaiting, two strands over two", ID: "Anyaman dua-dua"}, GroundFiller, house}, anamKarsa},
	}
}

// All returns what is known of each filling.
func All() []Info {
	fs := fillings()
	all := make([]Info, len(fs))
	for i, f := range fs {
		all[i] = f.Info
	}
	return all
}

// Lookup returns the filling with the given ID.
func Lookup(id string) (Info, bool) {
	for _, f := range fillings() {
		if f.ID == id {
			return f.Info, true
		}
	}
	return Info{}, false
}

// Fill returns the filling drawn in the site: at most one shape of areas, one of
// lines and one of dots, which do not touch each other. It holds whole glyphs only. An unknown filling, "" and "none" among
// them, and a region without room give nothing.
func Fill(id string, s Site, o Options) []pattern.Shape {
	for _, f := range fillings() {
		if f.ID != id {
			continue
		}
		p, ok := newPlace(s, o)
		if !ok {
			return nil
		}
		role := o.Role
		if role == pattern.Ground {
			role = pattern.Isen
		}
		var out []pattern.Shape
		for _, m := range f.draw(p) {
			if len(m.Path.Pts) > 0 || len(m.Dots) > 0 {
				out = append(out, pattern.Shape{Mark: m, Role: role, Stage: pattern.Filling})
			}
		}
		return out
	}
	return nil
}
