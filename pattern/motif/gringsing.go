package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func gringsings() []drawing {
	size := sizeParam(8)
	size.Name, size.Nama, size.Step = "Width of a scale", "Lebar sisik", .5
	return []drawing{{"gringsing", pattern.Info{ID: "gringsing", Family: "gringsing", Group: "cm",
		Params: []pattern.Param{
			size,
			count("arcs", "Arcs inside a scale", "Lengkung dalam sisik", 0, 3, 1),
			count("dots", "Dots in a scale", "Titik dalam sisik", 0, 5, 2),
			ratio("heart", "Size of the dots", "Besar titik", .5, 2, 1),
			count("alternate", "Every second row darker", "Baris selang-seling", 0, 1, 0),
		},
		Slots:   []pattern.Slot{{ID: "scale", Name: "Scales", Nama: "Sisik"}},
		Repeats: []symmetry.Kind{symmetry.Block},
	}, drawGringsing}}
}

// gringsingTile is how many scales a tile has each way: even, since every second
// row is shifted, and more than two only to give the cloth fewer tiles.
const gringsingTile = 4

// drawGringsing lays rows of scales, each covering the feet of the row above
// (handbook §1.9). No order of painting could lap rows round a seamless repeat,
// so each scale is drawn as what is seen of it: half a disc over two hollow sides.
func drawGringsing(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	r := float64(c.size / 2)
	var even, odd []geom.Pt
	for j := range gringsingTile * 2 {
		for i := range gringsingTile {
			p := geom.Pt{X: float64(c.size*float64(i)) + float64(r/2), Y: float64(r*float64(j)) + float64(r/2)}
			if j&1 == 0 {
				even = append(even, p)
			} else {
				odd = append(odd, p.Add(geom.Pt{X: r}))
			}
		}
	}
	all := moved(append(append([]geom.Pt(nil), even...), odd...)...)
	crown := geom.Arc(geom.Pt{}, r, .5, 1)
	scale := geom.Arc(geom.Pt{}, r, .5, 1).
		Join(geom.Path{Verbs: geom.Arc(geom.Pt{X: r, Y: r}, r, .75, .5).Verbs[1:], Pts: geom.Arc(geom.Pt{X: r, Y: r}, r, .75, .5).Pts[1:]}).
		Join(geom.Path{Verbs: geom.Arc(geom.Pt{X: -r, Y: r}, r, 1, .75).Verbs[1:], Pts: geom.Arc(geom.Pt{X: -r, Y: r}, r, 1, .75).Pts[1:]}).Close()

	var out []pattern.Shape
	if c.whole("alternate") == 1 {
		out = append(out, area(pattern.Fill, pattern.Klowong, many(scale, moved(even...))),
			area(pattern.Fill2, pattern.Klowong, many(scale, moved(odd...))))
	} else {
		out = append(out, area(pattern.Fill, pattern.Klowong, many(scale, all)))
	}
	// Scales are an isen: their lines are isen lines on small ones, but where dye
	// lies on both sides no narrower than wax leaves open.
	w := math.Max(math.Min(c.klowong(), float64(.085*r)+.15), c.apart())
	f := math.Min(c.fine(), .6*w)
	out = append(out, line(pattern.Outline, pattern.Klowong, w, many(crown, all)))

	inner := r - float64(w/2)
	var arcs geom.Path
	for range c.whole("arcs") {
		d := inner - math.Max(.17*r, float64(w/2)+float64(.8*f)+.25)
		if d < .35*r {
			break
		}
		inner = d
		// The ends stay clear of the two scales below.
		end := .5
		for end < .7 && geom.Polar(inner, end).Dist(geom.Pt{X: -r, Y: r}) < r+float64(w/2)+float64(f/2)+c.apart() {
			end += .005
		}
		arcs = arcs.Join(geom.Arc(geom.Pt{}, inner, end, 1.5-end))
	}
	out = append(out, line(pattern.Isen, pattern.Filling, f, many(arcs, all)))

	if slot := c.o.Filling(in, "scale"); slot != "" {
		body := geom.Arc(geom.Pt{}, inner-float64(f/2), .5, 1).Close()
		return pattern.Tile{Size: geom.Pt{X: c.size * gringsingTile, Y: c.size * gringsingTile},
			Shapes: full(append(out, merged(c.fill("scale", pattern.Isen, body.Flatten(.05), geom.Pt{}, geom.Pt{Y: -inner}), all)...)...)}
	}
	// One dot stands above the middle (handbook).
	var ds []geom.Dot
	n := c.whole("dots")
	big := float64(.13 * r * c.value("heart"))
	if n > 0 {
		ds = append(ds, geom.Dot{C: geom.Pt{Y: -.3 * r}, R: big})
	}
	// The second and third lead down into the point, the last two lie beside.
	for i, p := range []geom.Dot{{C: geom.Pt{Y: .1}, R: .7}, {C: geom.Pt{Y: .42}, R: .5}, {C: geom.Pt{X: .34, Y: -.06}, R: .55}, {C: geom.Pt{X: -.34, Y: -.06}, R: .55}} {
		if i+1 < n {
			ds = append(ds, geom.Dot{C: p.C.Mul(r), R: p.R * big})
		}
	}
	// Large scales carry cecek along the arc, as the body of a naga does.
	if q := c.cecek(); r > float64(9*q)+4 && inner-float64(f/2)-float64(2.7*q) > float64(.3*r)+big+.5 {
		ring := inner - float64(f/2) - float64(1.6*q)
		if c.whole("arcs") == 0 {
			ring -= float64(.5 * q)
		}
		m := int(math.Pi*ring/(float64(2*q)+float64(.8*c.nozzle))) | 1
		for i := range m {
			ds = append(ds, geom.Dot{C: geom.Polar(ring, .53+.44*float64(i)/float64(max(1, m-1))), R: q})
		}
	}
	out = append(out, dots(pattern.Isen, pattern.Filling, manyDots(ds, all)))
	return pattern.Tile{Size: geom.Pt{X: c.size * gringsingTile, Y: c.size * gringsingTile}, Shapes: full(out...)}
}
