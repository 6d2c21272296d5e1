package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// patchworkFamilies lists the motifs made of patches of other motifs.
func patchworkFamilies() []drawing {
	var ds []drawing
	ds = append(ds, tambals()...)
	ds = append(ds, sekarJagads()...)
	return ds
}

// bolt is a cloth to cut patches from.
type bolt struct {
	size   float64            // of its repeat, of the patch's
	from   func() []drawing   // its family
	id     string             // among it
	values map[string]float64 // what it is drawn with
	dense  bool               // its dyed ground shows more than what lies on it
	plant  bool               // flowers, leaves or fruit
	own    func(c canting, s float64, sd seed.Seed) pattern.Tile
}

// bolts lists the cloths of a patchwork: small repeats known by name.
func bolts() []bolt {
	return []bolt{
		{size: .24, from: kawungs, id: "kawung_picis"},
		{size: .34, from: kawungs, id: "kawung_bribil"},
		{size: .62, from: parangs, id: "parang_klitik"},
		{size: 1.1, from: parangs, id: "parang_kusumo"},
		{size: .2, from: truntums, id: "truntum"},
		{size: .36, from: truntums, id: "truntum_gede"},
		{size: .4, from: ceploks, id: "ceplok", values: map[string]float64{"ring": 1, "corner": 1}},
		{size: .34, from: gringsings, id: "gringsing", dense: true},
		{size: 1.2, from: lerengs, id: "lereng"},
		{size: .4, from: nitiks, id: "nitik"},
		{size: .5, from: nitiks, id: "nitik_karawitan"},
		{size: .36, from: jlamprangs, id: "jlamprang", dense: true},
		{size: .36, from: grompols, id: "grompol", values: map[string]float64{"ring": 0, "contour": 1}},
		{size: .2, from: slobogs, id: "slobog"},
		{size: .5, from: pisanBalis, id: "pisan_bali", plant: true},
		{size: .52, from: patrans, id: "patran_keris", plant: true},
		{size: .6, own: canting.kembangan, plant: true},
		{size: .72, own: canting.lungan, plant: true},
		{size: .46, own: canting.dedaunan, plant: true},
		{size: .62, own: canting.ceplukan, plant: true},
	}
}

// cloth draws a bolt for patches of the given size.
func (c canting) cloth(b bolt, size float64) pattern.Tile {
	s := b.size * size
	if b.own != nil {
		return b.own(c, s, c.o.Seed)
	}
	ds := b.from()
	d := ds[0]
	for _, e := range ds {
		if e.info.ID == b.id {
			d = e
		}
	}
	o := pattern.Options{Values: map[string]float64{}, Line: c.o.Line, Density: c.o.Density, Seed: c.o.Seed}
	for id, x := range b.values {
		o.Values[id] = x
	}
	// The size of some is that of a part: to measure. None is drawn smaller than usual,
	// since its lines and gaps would close; a patch then holds less of it. Plants have
	// room in their forms and bear less, so that a patch shows a whole one.
	least := 1. // of the usual size
	if b.plant {
		least = .7
	}
	p, _ := d.info.Param("size")
	o.Values["size"] = p.Min
	o.Values["size"] = math.Max(least*p.Def, float64(p.Min*s/d.tileSize(o).X))
	return d.draw(d.info, o)
}

// kembangan is a cloth of flowers with a pair of leaves each, over cecek.
func (c canting) kembangan(s float64, sd seed.Seed) pattern.Tile {
	size := geom.Pt{X: s, Y: s}
	r := sd.At("kembangan")
	var leaves, veins, petals, rays geom.Path
	var hearts []geom.Dot
	for i, at := range []geom.Pt{{X: .27 * s, Y: .27 * s}, {X: .77 * s, Y: .77 * s}} {
		rad := float64(s * []float64{.25, .2}[i])
		n := 5 + i
		first := r.Float64()
		for k := range n {
			a := first + float64(k)/float64(n)
			p := lobe(.18*rad, rad, float64(2.3*rad)/float64(n), 0)
			petals = petals.Join(p.Transform(geom.Rotate(a).At(at)))
			rays = rays.Join(geom.Polyline(geom.Polar(.36*rad, a), geom.Polar(.74*rad, a)).Transform(geom.Translate(at)))
		}
		hearts = append(hearts, geom.Dot{C: at, R: .2 * rad})
		for k := range 3 {
			a := .14 + float64(.31*float64(k)) + float64(.5*float64(i))
			l := .2 * s
			m := geom.Rotate(a + .04).At(at.Add(geom.Polar(1.12*rad, a)))
			leaves = leaves.Join(leaf(0, l, .24*l, .4).Transform(m))
			veins = veins.Join(geom.Polyline(geom.Pt{X: .12 * l}, geom.Pt{X: .8 * l}).Transform(m))
		}
	}
	body := geom.NewRegion(petals.Join(leaves))
	var specks []geom.Dot
	n := int(geom.Clamp(s/(4.4*c.cecek()), 4, 24))
	for j := range n {
		for i := range n {
			q := geom.Pt{X: s * (float64(i) + .25 + float64(.5*float64(j%2))) / float64(n), Y: s * (float64(j) + .5) / float64(n)}
			free := true
			for dx := -1.; dx <= 1; dx++ {
				for dy := -1.; dy <= 1; dy++ {
					free = free && body.Side(q.Add(geom.Pt{X: float64(dx * s), Y: float64(dy * s)}), 2.2*c.cecek()) < 0
				}
			}
			if free {
				specks = append(specks, geom.Dot{C: q, R: .8 * c.cecek()})
			}
		}
	}
	return pattern.Tile{Size: size, Shapes: full(
		dots(pattern.Latar, pattern.Filling, specks),
		area(pattern.Fill2, pattern.Klowong, leaves),
		area(pattern.Fill, pattern.Klowong, petals),
		line(pattern.Outline, pattern.Klowong, c.thin(), leaves.Join(petals)),
		line(pattern.Outline, pattern.Filling, c.thin(), veins),
		line(pattern.Isen, pattern.Filling, c.thin(), rays),
		dots(pattern.Accent, pattern.Filling, hearts),
	)}
}

// ceplukan is a cloth of great blossoms, half a repeat apart, with buds on stalks
// curled between them.
func (c canting) ceplukan(s float64, sd seed.Seed) pattern.Tile {
	var petals, inner, rays, stalks, buds geom.Path
	var hearts, specks []geom.Dot
	first := sd.At("ceplukan").Float64()
	for i, at := range []geom.Pt{{X: .5 * s, Y: .5 * s}, {}} {
		r := float64(s * []float64{.3, .24}[i])
		m := geom.Translate(at)
		for k := range 8 {
			a := first + float64(float64(k)/8)
			turn := geom.Rotate(a).Then(m)
			petals = petals.Join(leaf(.24*r, r, .235*r, .55).Transform(turn))
			rays = rays.Join(geom.Polyline(geom.Pt{X: .5 * r}, geom.Pt{X: .82 * r}).Transform(turn))
			specks = append(specks, geom.Dot{C: turn.Apply(geom.Polar(.95*r, 1./16)), R: .8 * c.cecek()})
		}
		inner = inner.Join(geom.Circle(at, .3*r))
		// Seven in the heart as far as they keep clear of its rim and of each other.
		d := math.Max(.045*r, .53*finest(c.o))
		hearts = append(hearts, geom.Dot{C: at, R: d})
		if ring := float64(.3*r) - float64(c.thin()/2) - c.apart() - d; ring >= float64(2*d)+c.apart() {
			hearts = append(hearts, manyDots(ringDots(6, ring, .25, d), []geom.Affine{m})...)
		}
	}
	for i, at := range []geom.Pt{{X: .5 * s}, {Y: .5 * s}} {
		for k := range 2 {
			m := geom.Rotate(float64(float64(i)/4) + float64(float64(k)/2) + .06).At(at)
			pts := geom.Curl(2.2/s, 26/s, .34*s, 1.4)
			stalks = stalks.Join(geom.Smooth(pts, false).Transform(m))
			for _, q := range []struct{ u, a float64 }{{.3, -.15}, {.55, -.17}, {.42, .13}} {
				b := pts[int(q.u*float64(len(pts)-1))]
				buds = buds.Join(geom.Petal(.13*s, .06*s).Transform(geom.Rotate(q.a + float64(.4*q.u)).At(b)).Transform(m))
			}
			hearts = append(hearts, geom.Dot{C: m.Apply(pts[len(pts)-1]), R: .022 * s},
				geom.Dot{C: m.Apply(geom.Pt{X: .05 * s, Y: -.12 * s}), R: .018 * s}, geom.Dot{C: m.Apply(geom.Pt{X: .1 * s, Y: .15 * s}), R: .018 * s})
		}
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: full(
		area(pattern.Fill2, pattern.Klowong, buds),
		area(pattern.Fill, pattern.Klowong, petals),
		area(pattern.Fill2, pattern.Klowong, inner),
		line(pattern.Outline, pattern.Klowong, c.thin(), petals.Join(inner).Join(stalks).Join(buds)),
		line(pattern.Isen, pattern.Filling, c.thin(), rays),
		dots(pattern.Outline, pattern.Filling, append(hearts, specks...)),
	)}
}

// lungan is a cloth of tendrils in rows.
func (c canting) lungan(s float64, _ seed.Seed) pattern.Tile {
	h := s / 1.62
	ink := inks{pattern.Ground, pattern.Fill, pattern.Fill2, pattern.Outline, pattern.Latar, pattern.Accent}
	var rules geom.Path
	for _, y := range []float64{0, h} {
		rules = rules.Join(geom.Polyline(geom.Pt{Y: y}, geom.Pt{X: s, Y: y}))
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: 2 * h}, Shapes: append(merged(lung(s, h, ink, c.o),
		[]geom.Affine{geom.Identity(), geom.Translate(geom.Pt{X: .37 * s, Y: h})}),
		line(pattern.Fill2, pattern.Klowong, c.fine(), rules))}
}

// dedaunan is a cloth of small twigs, each turned another way, with threes of dots.
func (c canting) dedaunan(s float64, sd seed.Seed) pattern.Tile {
	r := sd.At("dedaunan")
	var twigs geom.Path
	var specks []geom.Dot
	for i, at := range []geom.Pt{{X: .25 * s, Y: .25 * s}, {X: .75 * s, Y: .25 * s}, {X: .5 * s, Y: .75 * s}, {Y: .75 * s}} {
		m := geom.Scale(1, r.Sign()).Then(geom.Rotate(.12 + float64(.5*float64(i%2)) + r.Range(-.08, .08))).At(at)
		twigs = twigs.Join(twig(.3*s, 7, c.thin(), c.apart()).Transform(m))
		specks = append(specks, manyDots(ringDots(3, math.Max(.034*s, (float64(.044*s)+float64(1.1*c.apart()))/math.Sqrt(3)), .25, .022*s), moved(at.Add(geom.Pt{X: .25 * s})))...)
	}
	return pattern.Tile{Size: geom.Pt{X: s, Y: s}, Shapes: []pattern.Shape{
		area(pattern.Fill, pattern.Klowong, twigs),
		dots(pattern.Fill2, pattern.Filling, specks),
	}}
}

// on returns the swap that lays what the bolt shows on a field of the given role:
// the ground, the outline's dark, or one of the bodies' inks.
func (b bolt) on(t pattern.Tile, to pattern.Role) swap {
	const g, f, o = pattern.Ground, pattern.Fill, pattern.Outline
	own := field(t)
	if b.dense {
		own = f
	}
	switch {
	case to == g && own == o:
		return reinked(o, f, g)
	case to == g && b.dense:
		return reinked(f, g, o)
	case to == g: // a dyed field shows least where light bodies fill it
		return reinked(g, f, o)
	case to == o && own == g:
		return reinked(o, f, g)
	case to == o && own == f && b.dense:
		return reinked(f, o, g)
	case to == o && own == f:
		return reinked(f, o, o)
	case to == o:
		return reinked(g, f, o)
	case own == g:
		return reinked(to, g, o)
	case own == f:
		return reinked(g, to, o)
	}
	return reinked(g, o, to)
}

func tambals() []drawing {
	return []drawing{{"tambal", pattern.Info{ID: "tambal", Family: "tambal", Group: "p1",
		Params: []pattern.Param{
			sizeParam(240),
			count("squares", "Squares to a side of the repeat", "Kotak tiap sisi ulang", 2, 6, 4),
			count("cut", "Cuts: parallel, turned by rows, zigzag", "Potongan: sejajar, berbalik tiap baris, liku", 0, 2, 1),
			ratio("scale", "Size of the motifs in the patches", "Besar motif dalam tambalan", .6, 1.8, 1),
			ratio("seam", "Width of the seams", "Lebar kelim", .4, 2.5, 1),
			count("bolts", "Kinds of light and of dark patches", "Ragam tambalan terang dan gelap", 3, 7, 6),
		},
		Repeats: openRepeats(),
	}, drawTambal}}
}

// hand deals n bolts, plants and lattices by turns, so that no patchwork is all of
// one kind.
func hand(n int, r *seed.Stream) []bolt {
	var kinds [2][]bolt
	for _, b := range bolts() {
		i := 1
		if b.plant {
			i = 0
		}
		kinds[i] = append(kinds[i], b)
	}
	var out []bolt
	one, two := dealt(len(kinds[0]), r), dealt(len(kinds[1]), r)
	for i := 0; len(out) < n && (i < len(one) || i < len(two)); i++ {
		if i < len(two) {
			out = append(out, kinds[1][two[i]])
		}
		if i < len(one) {
			out = append(out, kinds[0][one[i]])
		}
	}
	return out[:min(n, len(out))]
}

// dealt returns 0…n−1 in an order of chance.
func dealt(n int, r *seed.Stream) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := r.Below(i + 1)
		order[i], order[j] = order[j], order[i]
	}
	return order
}

func drawTambal(in pattern.Info, o pattern.Options) pattern.Tile {
	c := newCanting(in, o)
	n := c.whole("squares")
	cell := c.size / float64(n)
	deal := o.Seed.At("tambal")
	all := bolts()
	kinds := c.whole("bolts")
	// The seam is a dark line with a row of light dots in it.
	dot := math.Max(.3*c.value("seam")*c.nozzle, .6*finest(o))
	seam := float64(2*dot) + math.Max(3.2*dot, float64(2*c.apart()))
	cloths := make([]*kain, 2*kinds) // light and dark by turns
	for i, b := range dealt(len(all), deal)[:len(cloths)] {
		tile := c.cloth(all[b], float64(cell*c.value("scale")))
		cloths[i] = newKain(c, tile, all[b].on(tile, []pattern.Role{pattern.Ground, pattern.Outline}[i%2]))
		cloths[i].clear = float64(seam/2) + c.apart()
	}
	cut := c.whole("cut")
	var seams geom.Path
	for j := range n {
		rises := cut == 1 && deal.Below(2) == 1
		for i := range n {
			at := func(x, y int) geom.Pt {
				return geom.Pt{X: float64(cell * float64(i+x)), Y: float64(cell * float64(j+y))}
			}
			// The triangle on the square's foot is light and the other dark, and so
			// are all neighbours of unlike tone; a zigzag has them by turns.
			head, foot := []geom.Pt{at(0, 0), at(1, 0), at(1, 1)}, []geom.Pt{at(0, 0), at(0, 1), at(1, 1)}
			if rises || cut == 2 && i%2 == 1 {
				head, foot = []geom.Pt{at(1, 0), at(0, 0), at(0, 1)}, []geom.Pt{at(1, 0), at(1, 1), at(0, 1)}
			}
			if cut == 2 && i%2 == 1 {
				head, foot = foot, head
			}
			seams = seams.Join(geom.Polyline(head[0], head[2])).Join(geom.Polyline(at(0, 1), at(0, 0), at(1, 0)))
			for dark, corners := range [][]geom.Pt{foot, head} {
				// Uneven steps along the dealt cloths keep one kind from lying beside
				// itself, and one pair from coming soon again.
				k := wrap([]int{i + 3*j, 2*i + 5*j}[dark], kinds)
				lay := geom.Translate(at(0, 0).Add(geom.Pt{X: deal.Range(0, cell), Y: deal.Range(0, cell)}))
				cloths[2*k+dark].cut(geom.NewRegionPoly(geom.Poly{Pts: corners, Closed: true}), lay)
			}
		}
	}
	return pattern.Tile{Size: geom.Pt{X: c.size, Y: c.size}, Shapes: append(interleaved(cloths),
		line(pattern.Outline, pattern.Klowong, seam, seams),
		dots(pattern.Ground, pattern.Filling, thin(beaded(seams, math.Max(5.4*dot, float64(2*dot)+c.apart()), dot, 1), float64(2*dot)+c.apart())),
	)}
}
