package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func lerengs() []drawing {
	return []drawing{{"lereng", pattern.Info{ID: "lereng", Family: "lereng", Traits: []string{pattern.Court}, Group: "p1",
		Params: []pattern.Param{
			{ID: "size", Name: "Mean stripe width", Nama: "Lebar lajur rata-rata", Unit: "mm", Min: 7, Max: 120, Def: 15, Step: 1},
			{ID: "stripes", Name: "Stripes in a repeat", Nama: "Jumlah lajur", Min: 3, Max: 9, Def: 6, Step: 1},
			{ID: "contrast", Name: "Difference of widths", Nama: "Beda lebar lajur", Min: 0, Max: 1, Def: .6, Step: .1},
			{ID: "slope", Name: "Slope: 0 Solo, 1 Yogya", Nama: "Arah: 0 Solo, 1 Yogya", Min: 0, Max: 1, Def: 0, Step: 1},
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawLereng}}
}

// stripe is one band of a lereng.
type stripe struct {
	frieze
	v, h float64
}

// lerengStripes chooses stripes and divides the period l among them. The broad
// ones carry figures, the narrow ones between them dots, waves and teeth, so that
// no two of a kind meet and the eye always has one light stripe to follow.
func lerengStripes(in pattern.Info, o pattern.Options) (out []stripe, l float64) {
	n := int(o.Value(in, "stripes"))
	contrast := o.Value(in, "contrast")
	r := o.Seed.At("lajur")
	broad := shuffled(r.Below, "parang", "lung", "uceng", "kembang", "meander", "mlinjon")
	// The small parang gives the lereng its name (handbook §1.2): it is never absent.
	for i, id := range broad[1:] {
		if id == "parang" {
			broad[0], broad[i+1] = broad[i+1], broad[0]
		}
	}
	narrow := shuffled(r.Below, "cecek", "rawan", "galaran", "ukel", "untu_walang")
	l = float64(n) * o.Value(in, "size")
	sum := 0.
	for i := range n {
		id, w := broad[i/2%len(broad)], 1+float64(contrast*r.Range(.3, .9))
		if i%2 == 1 {
			id, w = narrow[i/2%len(narrow)], 1-float64(contrast*r.Range(.25, .7))
		}
		if f, ok := friezeByID(id); ok {
			out = append(out, stripe{f, sum, w})
			sum += w
		}
	}
	for i := range out {
		out[i].v *= l / sum
		out[i].h *= l / sum
	}
	return out, l
}

// shuffled returns the words in an order drawn from below.
func shuffled(below func(int) int, words ...string) []string {
	for i := len(words) - 1; i > 0; i-- {
		j := below(i + 1)
		words[i], words[j] = words[j], words[i]
	}
	return words
}

func drawLereng(in pattern.Info, o pattern.Options) pattern.Tile {
	stripes, l := lerengStripes(in, o)
	d := newDiagonal(l, o.Value(in, "slope") >= .5)
	var backs, lights geom.Path
	var figures []pattern.Shape
	var rules, edges geom.Path
	var beads []geom.Dot
	for _, s := range stripes {
		// A seam of lines and dots stands between stripes; it takes its share of
		// either, and never less than the nozzle needs.
		seam := math.Min(.24*s.h, math.Max(.11*s.h, 1.1))
		h := s.h - float64(2*seam)
		c := darkInks()
		if s.light {
			c = lightInks()
			lights = lights.Join(d.strip(s.v+float64(.75*seam), s.v+s.h-float64(.75*seam)))
		} else {
			backs = backs.Join(d.strip(s.v+float64(.75*seam), s.v+s.h-float64(.75*seam)))
		}
		n, p := d.pitch(float64(s.ratio * h))
		maps := make([]geom.Affine, n)
		for k := range maps {
			maps[k] = geom.Translate(geom.Pt{X: -p / 2, Y: -h / 2}).Then(d.at(float64(float64(k)*p), s.v+float64(s.h/2)))
		}
		figures = append(figures, merged(s.unit(p, h, c, o), maps)...)
		rules = rules.Join(d.rule(s.v))
		edges = edges.Join(d.rule(s.v + float64(.62*seam))).Join(d.rule(s.v + s.h - float64(.62*seam)))
		// Cecek along the seam at 2.5 (handbook §1.3), wider on larger motifs.
		m, q := d.pitch(math.Max(2.5, .2*seam*8))
		for k := range m {
			beads = append(beads, geom.Dot{C: d.at(float64(float64(k)*q), s.v).Apply(geom.Pt{}), R: math.Max(.42, .2*seam)})
		}
	}
	w := fine(.8*o.Value(in, "size"), o)
	shapes := full(
		area(pattern.Ground, pattern.Tembok, backs),
		area(pattern.Fill, pattern.Klowong, lights),
	)
	shapes = append(shapes, figures...)
	return pattern.Tile{Size: geom.Pt{X: d.side, Y: d.side}, Shapes: append(shapes, full(
		line(pattern.Outline, pattern.Klowong, 2.6*w, rules),
		line(pattern.Fill, pattern.Klowong, w, edges),
		dots(pattern.Fill, pattern.Filling, beads),
	)...)}
}
