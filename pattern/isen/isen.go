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
		{Info{"sisik", "Sisik", pattern.Text{EN: "Scales", ID: "Sisik"}, GroundFiller, gloss}, sisik},
		{Info{"sisik_melik", "Sisik melik", pattern.Text{EN: "Scales with a dot in each", ID: "Sisik bertitik"}, GroundFiller, gloss}, sisikMelik},
		{Info{"galaran", "Galaran", pattern.Text{EN: "Parallel lines along the body", ID: "Garis-garis sejajar"}, GroundFiller, gloss}, galaran},
		{Info{"ukel", "Ukel", pattern.Text{EN: "Small curls", ID: "Ukel kecil"}, GroundFiller, gloss}, ukel},
		{Info{"rawan", "Rawan", pattern.Text{EN: "Broken waves, as water in a swamp", ID: "Riak air rawa yang terputus-putus"}, GroundFiller, house}, rawan},
		{Info{"cacah_gori", "Cacah gori", pattern.Text{EN: "Chopped young jackfruit: short dashes all ways", ID: "Cacah nangka muda: garis pendek ke segala arah"}, GroundFiller, house}, cacahGori},
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

// Fill returns the filling drawn in the site: at most one shape of lines and one
// of dots. It holds whole glyphs only. An unknown filling, "" and "none" among
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
