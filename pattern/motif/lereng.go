package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func lerengs() []drawing {
	form := func(id string, size, stripes, contrast float64, lay func(o pattern.Options, n int, contrast float64) []stripe) drawing {
		return drawing{id, pattern.Info{ID: id, Family: "lereng", Traits: []string{pattern.Court}, Group: "p1",
			Params: []pattern.Param{
				{ID: "size", Name: "Mean stripe width", Nama: "Lebar lajur rata-rata", Unit: "mm", Min: math.Ceil(size / 2), Max: 8 * size, Def: size, Step: 1},
				{ID: "stripes", Name: "Stripes in a repeat", Nama: "Jumlah lajur", Min: 3, Max: 9, Def: stripes, Step: 1},
				{ID: "contrast", Name: "Difference of widths", Nama: "Beda lebar lajur", Min: 0, Max: 1, Def: contrast, Step: .1},
				{ID: "slope", Name: "Slope: 0 Solo, 1 Yogya", Nama: "Arah: 0 Solo, 1 Yogya", Min: 0, Max: 1, Def: 0, Step: 1},
			},
			Repeats: []symmetry.Kind{symmetry.Block}}, drawStripes(lay)}
	}
	return []drawing{
		form("lereng", 14, 6, .6, lerengStripes),
		form("udan_liris", 8, 7, .4, lirisStripes),
		form("rujak_senthe", 11, 7, .5, sentheStripes),
	}
}

// stripe is one band of a lereng.
type stripe struct {
	frieze
	tone inks
	v, h float64
}

// nightInks draw bright figures on the darkest stripes, sogaInks on those of the
// body's colour; darkInks are for stripes left in the ground.
func nightInks() inks {
	return inks{pattern.Outline, pattern.Ground, pattern.Fill, pattern.Ground, pattern.Ground, pattern.Fill}
}

func sogaInks() inks {
	return inks{pattern.Fill, pattern.Ground, pattern.Outline, pattern.Outline, pattern.Ground, pattern.Outline}
}

// stripes lays out friezes of the given weights, v and h in shares of the whole.
func layStripes(ids []string, tones []inks, weights []float64) []stripe {
	var out []stripe
	sum := 0.
	for i, id := range ids {
		if f, ok := friezeByID(id); ok {
			out = append(out, stripe{f, tones[i], sum, weights[i]})
			sum += weights[i]
		}
	}
	for i := range out {
		out[i].v /= sum
		out[i].h /= sum
	}
	return out
}

// lerengStripes chooses stripes. The broad ones carry figures, the narrow ones
// between them dots, waves and teeth, so that no two of a kind meet and the eye
// always has one bright stripe to follow.
func lerengStripes(o pattern.Options, n int, contrast float64) []stripe {
	r := o.Seed.At("lajur")
	broad := shuffled(r.Below, "parang", "lung", "uceng", "kembang", "kawung", "mlinjon")
	// The small parang gives the lereng its name (handbook §1.2): it is never absent.
	for i, id := range broad[1:] {
		if id == "parang" {
			broad[0], broad[i+1] = broad[i+1], broad[0]
		}
	}
	narrow := shuffled(r.Below, "cecek", "rawan", "galaran", "ukel", "untu_walang")
	ids, tones, weights := make([]string, n), make([]inks, n), make([]float64, n)
	for i := range n {
		k := i / 2
		ids[i], weights[i] = broad[k%len(broad)], 1+float64(contrast*r.Range(.3, .9))
		tones[i] = []inks{nightInks(), darkInks(), sogaInks()}[k%3]
		if i%2 == 1 {
			ids[i], weights[i] = narrow[k%len(narrow)], 1-float64(contrast*r.Range(.25, .7))
			tones[i] = []inks{sogaInks(), nightInks()}[k%2]
		}
	}
	return layStripes(ids, tones, weights)
}

// lirisStripes are the fine rain: narrow stripes nearly of one width, each a
// frieze, in an order that the seed only turns round.
func lirisStripes(o pattern.Options, n int, contrast float64) []stripe {
	r := o.Seed.At("udan")
	ids := []string{"parang", "rawan", "untu_walang", "mlinjon", "galaran", "meander", "cecek", "kawung", "ukel"}
	first := r.Below(3)
	var names []string
	var tones []inks
	var weights []float64
	for i := range n {
		id := ids[(i+3*first)%len(ids)]
		w := 1 + float64(contrast*r.Range(-.4, .8))
		names, weights = append(names, id), append(weights, w)
		tones = append(tones, []inks{nightInks(), sogaInks(), nightInks(), darkInks(), sogaInks(), nightInks(), sogaInks(), nightInks(), darkInks()}[(i+3*first)%len(ids)])
	}
	return layStripes(names, tones, weights)
}

// sentheStripes are the seven that rujak senthe is said to hold: flame, banji,
// tritis, mlinjon, half kawung, walang teeth, and an upright one, for which stand
// the leaves of the senthe, a wild taro. The banji is the meander.
func sentheStripes(o pattern.Options, n int, contrast float64) []stripe {
	r := o.Seed.At("senthe")
	ids := []string{"lidah_api", "meander", "senthe", "galaran", "mlinjon", "untu_walang", "kawung", "rawan", "cecek"}
	shares := []float64{.9, -.2, 1, -.5, .1, -.3, .4, -.3, -.5}
	tones := []inks{darkInks(), nightInks(), sogaInks(), nightInks(), darkInks(), nightInks(), sogaInks(), nightInks(), sogaInks()}
	weights := make([]float64, len(ids))
	for i, x := range shares {
		weights[i] = float64((1 + float64(contrast*x)) * r.Range(.9, 1.1))
	}
	return layStripes(ids[:n], tones[:n], weights[:n])
}

// shuffled returns the words in an order drawn from below.
func shuffled(below func(int) int, words ...string) []string {
	for i := len(words) - 1; i > 0; i-- {
		j := below(i + 1)
		words[i], words[j] = words[j], words[i]
	}
	return words
}

// drawStripes lays stripes side by side on the diagonal, seams between them.
func drawStripes(lay func(o pattern.Options, n int, contrast float64) []stripe) func(pattern.Info, pattern.Options) pattern.Tile {
	return func(in pattern.Info, o pattern.Options) pattern.Tile {
		n := int(o.Value(in, "stripes") + .5)
		l := float64(n) * o.Value(in, "size")
		d := newDiagonal(l, o.Value(in, "slope") >= .5)
		// Light lines with dye on either side are as broad as wax leaves open.
		thin := fine(.8*o.Value(in, "size"), o)
		w := math.Max(thin, float64(1.05*apart(o)))
		// Beads lie in a rule, whose rims beside them can be drawn; half its width.
		bead := math.Max(.75*finest(o), .022*o.Value(in, "size"))
		rule := math.Max(float64(1.8*thin), bead+thinnest(o))
		backs := map[pattern.Role]geom.Path{}
		var figures []pattern.Shape
		var rules, edges geom.Path
		var beads []geom.Dot
		for _, s := range lay(o, n, o.Value(in, "contrast")) {
			v0, width := float64(s.v*l), float64(s.h*l)
			// A seam of lines and dots stands between stripes; it takes its share of
			// either, and never less than the nozzle needs.
			seam := math.Min(.24*width, math.Max(.1*width, 1.2))
			// The line beside the seam stands clear of its rule, or lies close to it.
			edge := float64(.7 * seam)
			if edge-rule-float64(w/2) < apart(o) {
				edge = rule + float64(w/2)
			}
			h := width - float64(2*(edge+float64(w/2)))
			backs[s.tone.back] = backs[s.tone.back].Join(d.strip(v0, v0+width))
			m, p := d.pitch(math.Max(s.ratio*h, s.least))
			maps := make([]geom.Affine, m)
			for k := range maps {
				maps[k] = geom.Translate(geom.Pt{X: -p / 2, Y: -h / 2}).Then(d.at(float64(float64(k)*p), v0+float64(width/2)))
			}
			figures = append(figures, merged(s.unit(p, h, s.tone, o), maps)...)
			rules = rules.Join(d.rule(v0))
			edges = edges.Join(d.rule(v0 + edge)).Join(d.rule(v0 + width - edge))
			// Cecek along the seam at 2.5 (handbook §1.3), wider on larger motifs.
			m, q := d.pitch(math.Max(1.9, 1.5*seam))
			for k := range m {
				beads = append(beads, geom.Dot{C: d.at(float64(float64(k)*q), v0).Apply(geom.Pt{}), R: bead})
			}
		}
		var shapes []pattern.Shape
		for _, role := range []pattern.Role{pattern.Ground, pattern.Fill, pattern.Outline} {
			shapes = append(shapes, area(role, pattern.Tembok, backs[role]))
		}
		shapes = append(shapes, figures...)
		return pattern.Tile{Size: geom.Pt{X: d.side, Y: d.side}, Shapes: full(append(shapes,
			line(pattern.Ground, pattern.Klowong, w, edges),
			line(pattern.Outline, pattern.Klowong, 2*rule, rules),
			dots(pattern.Ground, pattern.Filling, beads),
		)...)}
	}
}
