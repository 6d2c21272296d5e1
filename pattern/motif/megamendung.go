package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

// cloud is one body of mega mendung: its outline and the lines that curl within.
//
// On cloth both are the same white line, and the shades are steps of distance
// from it: the colour deepens away from the outline and from the spiral alike,
// which is what makes the heads look round. The region is therefore bounded by
// the outline and, as slits without width, by the curls.
type cloud struct {
	outline geom.Path
	curls   [][]geom.Pt
	inner   []cloud // clouds that lie within, painted over it
	spine   tail    // of a ribbon, whose bands are narrower ribbons
}

// tail is the middle line of a ribbon and its width at either end.
type tail struct {
	pts    []geom.Pt
	w0, w1 float64
}

// band returns the outline of what lies deeper than d in the ribbon.
func (t tail) band(d float64) geom.Path {
	n := len(t.pts) - 1
	if n < 1 || math.Min(t.w0, t.w1) <= 2*d {
		return geom.Path{}
	}
	var out geom.Path
	for _, q := range (geom.Poly{Pts: t.pts}).StrokeVar(func(i int) float64 {
		return geom.Mix(t.w0, t.w1, float64(i)/float64(n)) - float64(2*d)
	}, float64(t.w1/40)) {
		out = out.Join(q.Path())
	}
	return out
}

func (c cloud) transform(m geom.Affine) cloud {
	n := cloud{outline: c.outline.Transform(m)}
	if m.Det() < 0 {
		// All outlines wind one way, so that two that touch never cancel.
		n.outline = reversed(n.outline)
	}
	for _, l := range c.curls {
		pts := make([]geom.Pt, len(l))
		for i, p := range l {
			pts[i] = m.Apply(p)
		}
		n.curls = append(n.curls, pts)
	}
	for _, k := range c.inner {
		n.inner = append(n.inner, k.transform(m))
	}
	return n
}

// reversed returns a closed path of one subpath run backwards.
func reversed(p geom.Path) geom.Path {
	n := len(p.Pts)
	if n == 0 {
		return p
	}
	out := geom.Path{}.MoveTo(p.Pts[n-1])
	at := n - 1
	for i := len(p.Verbs) - 1; i > 0; i-- {
		switch p.Verbs[i] {
		case geom.Line:
			out = out.LineTo(p.Pts[at-1])
			at--
		case geom.Cubic:
			out = out.CubeTo(p.Pts[at-1], p.Pts[at-2], p.Pts[at-3])
			at -= 3
		}
	}
	return out.Close()
}

// spiral returns a line that turns inward about c, from radius r at angle a, over
// the given turns.
func spiral(c geom.Pt, r, a, turns float64) []geom.Pt {
	const steps = 30
	pts := make([]geom.Pt, steps+1)
	for i := range pts {
		t := float64(i) / steps
		// It leaves the outline of the head at once and then winds slowly, so that
		// the two never run side by side.
		k := 1 - float64(.9*geom.Pow(t, .62))
		pts[i] = c.Add(geom.Polar(float64(r*k), a+float64(turns*t)))
	}
	return pts
}

func arcPts(dst []geom.Pt, c geom.Pt, r, a, b float64, n int) []geom.Pt {
	for i := 0; i <= n; i++ {
		dst = append(dst, c.Add(geom.Polar(r, geom.Mix(a, b, float64(i)/float64(n)))))
	}
	return dst
}

// comma is a cloud of length 1 with a curled head at its left and a tail that
// draws out to a point.
func comma(r *seed.Stream) cloud {
	h := r.Range(.17, .215) // radius of the head
	c := geom.Pt{X: h}
	lift := r.Range(-.55, .75)
	tip := geom.Pt{X: 1, Y: float64(h * lift)}
	swell := r.Range(.9, 1.45) // how far the belly hangs below the head
	j := r.Range(-.09, -.04)
	pts := arcPts(nil, c, h, j, -.62, 9)
	// Belly and back swell and sink in turn toward the tip; x, y in heads, sway.
	for _, q := range [][3]float64{{.26, .98, 0}, {.36, 1.1, .06}, {.48, 1.08, .1}, {.60, .86, .1}, {.72, .78, .08}, {.84, .52, .06}, {.93, .2, .03}} {
		y := float64(q[1]*geom.Mix(1, swell, geom.Smoothstep(.1, .45, q[0]))) + float64(lift*geom.Smoothstep(.4, 1, q[0])) + float64(q[2]*r.Range(-1, 1))
		pts = append(pts, geom.Pt{X: q[0], Y: float64(h * y)})
	}
	pts = append(pts, tip)
	back := []geom.Pt{tip}
	for _, q := range [][3]float64{{.92, -.06, .03}, {.82, -.22, .06}, {.71, -.2, .08}, {.60, -.36, .1}, {.5, -.42, .06}, {.435, -.3, 0}} {
		y := q[1] + float64(lift*geom.Smoothstep(.4, 1, q[0])) + float64(q[2]*r.Range(-1, 1))
		back = append(back, geom.Pt{X: q[0], Y: float64(h * y)})
	}
	back = append(back, pts[0])
	return cloud{
		outline: geom.Smooth(pts, false).Join(continued(geom.Smooth(back, false))).Close(),
		curls:   [][]geom.Pt{spiral(c, h, j, r.Range(1.2, 1.5))},
	}
}

// continued drops the leading Move of a path, so that it goes on from another.
func continued(p geom.Path) geom.Path {
	if len(p.Verbs) == 0 {
		return p
	}
	return geom.Path{Verbs: p.Verbs[1:], Pts: p.Pts[1:]}
}

// twin is a cloud of length 1 with two curled heads, one above the other, and a
// tail that lifts away from them.
func twin(r *seed.Stream) cloud {
	c1, r1 := geom.Pt{X: .19}, r.Range(.165, .19)
	c2, r2 := geom.Pt{X: r.Range(.31, .36), Y: r.Range(.235, .265)}, r.Range(.125, .145)
	tip := geom.Pt{X: 1, Y: r.Range(-.26, -.02)}
	j := -.07
	pts := arcPts(nil, c1, r1, j, -.62, 8)
	pts = arcPts(pts, c2, r2, .5, .1, 6)
	w := r.Range(-.02, .02)
	pts = append(pts, geom.Pt{X: .53, Y: .21 + w}, geom.Pt{X: .64, Y: .11 + w}, geom.Pt{X: .78, Y: .05 + float64(.3*tip.Y)}, geom.Pt{X: .89, Y: .01 + float64(.6*tip.Y)}, tip)
	back := []geom.Pt{tip, {X: .86, Y: -.05 + float64(.7*tip.Y)}, {X: .72, Y: -.1 + float64(.35*tip.Y)}, {X: .58, Y: -.07 - w}, {X: .46, Y: -.03}, pts[0]}
	return cloud{
		outline: geom.Smooth(pts, false).Join(continued(geom.Smooth(back, false))).Close(),
		curls:   [][]geom.Pt{spiral(c1, r1, j, r.Range(1.15, 1.35)), spiral(c2, r2, .56, r.Range(1.05, 1.25))},
	}
}

// almond is a cloud of length 1 with a point at either end and wavy edges, high
// over its middle. Its heads lie inside it.
func almond(r *seed.Stream, height float64, heads int) cloud {
	edge := func(sign, h, lean, wave, freq, phase float64) []geom.Pt {
		const n = 17
		pts := make([]geom.Pt, n+1)
		for i := range pts {
			x := float64(float64(2*i)/n) - 1
			// A power of the cosine over 1 draws the ends out to a point.
			y := float64(h * geom.Pow(math.Max(0, geom.Cos((x-float64(lean*(1-float64(x*x))))/4)), 1.15))
			y += float64(wave * (1 - float64(x*x)) * geom.Sin(float64(freq*x)+phase))
			if i == 0 || i == n {
				y = 0
			}
			pts[i] = geom.Pt{X: (x + 1) / 2, Y: float64(sign * y)}
		}
		return pts
	}
	lean := float64(r.Sign() * r.Range(.15, .5))
	top := edge(-1, .55*height, lean, .06*height, r.Range(1.1, 1.6), r.Float64())
	low := edge(1, .45*height, -.8*lean, .06*height, r.Range(1.1, 1.6), r.Float64())
	for i, j := 0, len(low)-1; i < j; i, j = i+1, j-1 {
		low[i], low[j] = low[j], low[i]
	}
	// The points bend up or down like the tip of a flame.
	bend := float64(r.Sign() * r.Range(.08, .2))
	for _, e := range [][]geom.Pt{top, low} {
		for i, p := range e {
			x := float64(2*p.X) - 1
			e[i].Y += float64(2 * bend * height * (float64(x*x*x) - x))
		}
	}
	c := cloud{outline: geom.Smooth(top, false).Join(continued(geom.Smooth(low, false))).Close()}
	put := func(k, x, y, dir float64) {
		in := comma(r)
		b := in.outline.Bounds()
		m := geom.Translate(b.Center().Mul(-1)).Then(geom.Scale(float64(dir*k), k)).At(geom.Pt{X: x, Y: y})
		c.inner = append(c.inner, in.transform(m))
	}
	dir := r.Sign()
	switch heads {
	case 1:
		put(1.12*height, .5+float64(.03*r.Sign()), -.05*height, dir)
	case 2:
		put(.95*height, .32, -.04*height, -1)
		put(.95*height, .67, -.02*height, 1)
	default:
		// The lower edge turns in and curls at the heart.
		q := geom.Pt{X: .48, Y: -.05 * height}
		s := spiral(q, .3*height, .16, r.Range(1.3, 1.5))
		e := low[len(low)*3/10] // on the lower edge, which runs from right to left
		s = append([]geom.Pt{e, e.Lerp(s[0], .5).Add(geom.Pt{Y: -.01})}, s...)
		c.curls = [][]geom.Pt{s}
	}
	return c
}

// ribbon is the tail that swings from under one cloud to another.
func ribbon(a, b geom.Pt, sag, w0, w1 float64) cloud {
	d := b.X - a.X
	p := geom.Path{}.MoveTo(a).CubeTo(
		geom.Pt{X: a.X + float64(.4*d), Y: a.Y + sag}, geom.Pt{X: b.X - float64(.5*d), Y: b.Y + float64(.6*sag)}, b)
	mid := p.Flatten(w1 / 50)
	if len(mid) == 0 {
		return cloud{}
	}
	q := mid[0].Resample(math.Max(w1/3, mid[0].Length()/40))
	t := tail{q.Pts, w0, w1}
	return cloud{outline: t.band(0), spine: t}
}

// shade adds to bands[i] what of the cloud lies deeper than depths[i].
func (c cloud) shade(bands []geom.Path, depths []float64, step float64) {
	if len(c.spine.pts) > 0 {
		for i, d := range depths {
			bands[i] = bands[i].Join(c.spine.band(d))
		}
		return
	}
	polys := c.outline.Flatten(step / 5)
	for _, l := range c.curls {
		// There and back by the same points, so that the slit holds no area.
		slit := append([]geom.Pt(nil), l[1:]...)
		for i := len(l) - 2; i > 1; i-- {
			slit = append(slit, l[i])
		}
		polys = append(polys, geom.Poly{Pts: slit, Closed: true})
	}
	for i, rings := range geom.NewRegionPoly(polys...).Insets(step, depths...) {
		for _, q := range rings {
			// Along a ridge the samples leave specks that no wax could hold.
			if math.Abs(q.Area()) < 8*step*step {
				continue
			}
			bands[i] = bands[i].Join(q.Path())
		}
	}
}

func (c cloud) lines(dst geom.Path) geom.Path {
	dst = dst.Join(c.outline)
	for _, l := range c.curls {
		dst = dst.Join(geom.Smooth(l, false))
	}
	return dst
}

// sky places clouds on the torus of the tile so that they lie close without
// covering each other. It keeps a grid of what is taken.
type sky struct {
	w, h, cell float64
	nx, ny     int
	taken      []bool
}

func newSky(w, h, cell float64) *sky {
	nx, ny := max(8, int(w/cell)), max(8, int(h/cell))
	return &sky{w, h, w / float64(nx), nx, ny, make([]bool, nx*ny)}
}

// run is a row of cells of a cloud's shadow.
type run struct{ j, i0, i1 int }

// shadow returns the cells of a cloud about its own origin, with a rim of one cell.
func (s *sky) shadow(outline geom.Path) []run {
	r := geom.NewRegionPoly(outline.Flatten(s.cell / 4)...)
	ch := s.h / float64(s.ny)
	i0, j0 := int(math.Floor(r.Bounds.Min.X/s.cell))-1, int(math.Floor(r.Bounds.Min.Y/ch))-1
	nx, ny := int(math.Ceil(r.Bounds.W()/s.cell))+4, int(math.Ceil(r.Bounds.H()/ch))+4
	in := make([]bool, nx*ny)
	for j := range ny {
		for i := range nx {
			in[j*nx+i] = r.Contains(geom.Pt{X: (float64(i+i0) + .5) * s.cell, Y: (float64(j+j0) + .5) * ch})
		}
	}
	near := func(i, j int) bool {
		for b := max(0, j-1); b <= min(ny-1, j+1); b++ {
			for a := max(0, i-1); a <= min(nx-1, i+1); a++ {
				if in[b*nx+a] {
					return true
				}
			}
		}
		return false
	}
	var out []run
	for j := range ny {
		start := -1
		for i := 0; i <= nx; i++ {
			on := i < nx && near(i, j)
			if on && start < 0 {
				start = i
			}
			if !on && start >= 0 {
				out = append(out, run{j + j0, start + i0, i - 1 + i0})
				start = -1
			}
		}
	}
	return out
}

func wrap(i, n int) int { return (i%n + n) % n }

// count returns how many of the cells i0…i1 of row j are taken, but no more than
// most: the search needs to know only whether any is, or how close it lies.
func (s *sky) count(i0, i1, j, most int) int {
	row := s.taken[wrap(j, s.ny)*s.nx:][:s.nx]
	x, c := wrap(i0, s.nx), 0
	for range i1 - i0 + 1 {
		if row[x] {
			if c++; c >= most {
				return c
			}
		}
		if x++; x == s.nx {
			x = 0
		}
	}
	return c
}

// free reports whether a shadow fits with its origin at cell (x, y), and how many
// taken cells border on its rows: the more, the better it interlocks.
func (s *sky) free(sh []run, x, y int) (touch int, ok bool) {
	if len(sh) == 0 {
		return 0, false
	}
	for _, r := range sh {
		if s.count(x+r.i0, x+r.i1, y+r.j, 1) > 0 {
			return 0, false
		}
	}
	for _, r := range sh {
		touch += s.count(x+r.i0-2, x+r.i0-1, y+r.j, 2) + s.count(x+r.i1+1, x+r.i1+2, y+r.j, 2)
	}
	lo, hi := sh[0], sh[len(sh)-1]
	for k := 1; k <= 2; k++ {
		touch += s.count(x+lo.i0-3, x+lo.i1+3, y+lo.j-k, s.nx) + s.count(x+hi.i0-3, x+hi.i1+3, y+hi.j+k, s.nx)
	}
	return touch, true
}

func (s *sky) take(sh []run, x, y int) {
	for _, r := range sh {
		for i := r.i0; i <= r.i1; i++ {
			s.taken[wrap(y+r.j, s.ny)*s.nx+wrap(x+i, s.nx)] = true
		}
	}
}

// settle finds a place for a cloud drawn about its middle and returns its origin.
func (s *sky) settle(c cloud, tries int, r *seed.Stream) (geom.Pt, bool) {
	sh := s.shadow(c.outline)
	best, bx, by := -1, 0, 0
	n := s.nx * s.ny
	if tries > n/3 {
		tries = n // every place, from a random one on
	}
	start := r.Below(n)
	for i := range tries {
		at := (start + i) % n
		if tries < n {
			at = r.Below(n)
		}
		x, y := at%s.nx, at/s.nx
		if t, ok := s.free(sh, x, y); ok && t > best {
			best, bx, by = t, x, y
		}
	}
	if best < 0 {
		return geom.Pt{}, false
	}
	s.take(sh, bx, by)
	return geom.Pt{X: float64(float64(bx) * s.cell), Y: float64(float64(by) * s.h / float64(s.ny))}, true
}

func megaMendungs() []drawing {
	return []drawing{{"mega_mendung", pattern.Info{ID: "mega_mendung", Family: "mega_mendung", Traits: []string{pattern.Cloud}, Group: "p1",
		Params: []pattern.Param{
			{ID: "size", Name: "Length of the large clouds", Nama: "Panjang awan besar", Unit: "mm", Min: 60, Max: 900, Def: 160, Step: 5},
			{ID: "shades", Name: "Shades", Nama: "Jumlah gradasi", Min: 3, Max: 8, Def: 6, Step: 1},
			{ID: "fullness", Name: "Small clouds between the large", Nama: "Awan kecil di antara yang besar", Min: 0, Max: 1, Def: 1, Step: .1},
			{ID: "depth", Name: "Depth of the shading", Nama: "Kedalaman gradasi", Min: .5, Max: 2, Def: 1, Step: .05},
			{ID: "echo", Name: "Line around the clouds", Nama: "Garis keliling awan", Min: 0, Max: 1, Def: 0, Step: 1},
		},
		Repeats: []symmetry.Kind{symmetry.Block}}, drawMegaMendung}}
}

func drawMegaMendung(in pattern.Info, o pattern.Options) pattern.Tile {
	size := o.Value(in, "size")
	fullness := o.Value(in, "fullness")
	w, h := 2.5*size, 1.875*size // 400 × 300 mm for clouds of 160 (handbook §1.5)
	rng := o.Seed.At("awan")

	// Large clouds first, each group filling what the one before has left.
	groups := []struct {
		n      int
		length float64
		form   func(r *seed.Stream) cloud
	}{
		{3, 1.15, func(r *seed.Stream) cloud { return almond(r, .33, 2) }},
		{5, .86, func(r *seed.Stream) cloud { return almond(r, .46, 1) }},
		{6, .74, comma},
		{4, .6, func(r *seed.Stream) cloud { return almond(r, .44, 0) }},
		{6, .54, twin},
		{10, .5, comma},
		{int(14 * fullness), .4, twin},
		{int(16 * fullness), .34, comma},
		{int(20 * fullness), .25, comma},
	}
	s := newSky(w, h, .019*size)
	var clouds []cloud
	var scales []float64
	var at []geom.Pt
	for g, group := range groups {
		for i := range group.n {
			r := o.Seed.At("awan", g, i)
			k := float64(size * group.length * r.Range(.88, 1.1))
			c := group.form(r)
			mid := c.outline.Bounds().Center()
			m := geom.Translate(mid.Mul(-1)).Then(geom.Scale(float64(r.Sign()*k), k))
			c = c.transform(m)
			// The first find room anywhere; the last must search for it.
			p, ok := s.settle(c, 150<<g, rng)
			if !ok {
				continue
			}
			clouds = append(clouds, c.transform(geom.Translate(p)))
			scales = append(scales, k)
			at = append(at, p)
		}
	}

	// Tails join each large cloud with small ones near it, behind both.
	var tails []cloud
	near := func(a, b geom.Pt) geom.Pt { // b's copy nearest to a
		d := b.Sub(a)
		return geom.Pt{X: b.X - float64(w*math.Floor(d.X/w+.5)), Y: b.Y - float64(h*math.Floor(d.Y/h+.5))}
	}
	for i := range clouds {
		if scales[i] > .62*size {
			continue
		}
		best, to := math.Inf(1), geom.Pt{}
		for j := range clouds {
			if j == i || scales[j] < 1.2*scales[i] {
				continue
			}
			// A tail lies along the clouds: what is above or below is out of its way.
			q := near(at[i], at[j])
			dx, dy := math.Abs(q.X-at[i].X), math.Abs(q.Y-at[i].Y)
			if l := dx + float64(2*dy); l < best && dx > 1.2*dy && dx > .5*(scales[i]+float64(.4*scales[j])) {
				best, to = l, q
			}
		}
		if best > 1.1*size {
			continue
		}
		r := o.Seed.At("ekor", i)
		width := float64(.34 * .3 * size * math.Sqrt(scales[i]/size))
		tails = append(tails, ribbon(to, at[i], float64(r.Sign()*r.Range(.06, .16)*size), width, .8*width))
	}

	return pattern.Tile{Size: geom.Pt{X: w, Y: h}, Shapes: paintClouds(in, o, size, tails, clouds, scales)}
}

// paintClouds shades tails, clouds and the clouds within them, in that order.
func paintClouds(in pattern.Info, o pattern.Options, size float64, tails, clouds []cloud, scales []float64) []pattern.Shape {
	n := int(o.Value(in, "shades"))
	depth := o.Value(in, "depth")
	white := float64(math.Max(pattern.KlowongLine, .0085*size) * o.Weight())
	step := func(k float64) float64 { return math.Max(.018*k, .008*size) }

	// depths of the bands of a cloud of length k: each a tenth wider than the last
	// (handbook §1.5). Small clouds take narrower bands, but not in proportion: the
	// nozzle is the same.
	depths := func(k float64) []float64 {
		t0 := float64(.02 * size * depth * math.Sqrt(k/size))
		ds := make([]float64, n-1)
		d, t := white/2, float64(t0*6/float64(n))
		for i := range ds {
			ds[i] = d
			d += t
			t *= 1.1
		}
		return ds
	}
	ramp := func(i int) pattern.Role { return pattern.Ramp((i*7 + (n-1)/2) / (n - 1)) }
	layer := func(cs []cloud, k func(i int) float64) []pattern.Shape {
		bands := make([]geom.Path, n-1)
		var lines, thin, bodies geom.Path
		for i, c := range cs {
			if c.outline.Empty() {
				continue
			}
			c.shade(bands, depths(k(i)), step(k(i)))
			if k(i) < .5*size { // small clouds take a finer nozzle
				thin = c.lines(thin)
			} else {
				lines = c.lines(lines)
			}
			bodies = bodies.Join(c.outline)
		}
		out := []pattern.Shape{area(ramp(0), pattern.Klowong, bodies)}
		for i, b := range bands {
			out = append(out, area(ramp(i+1), pattern.Klowong, b))
		}
		return full(append(out, line(ramp(0), pattern.Klowong, .72*white, thin), line(ramp(0), pattern.Klowong, white, lines))...)
	}

	var shapes []pattern.Shape
	if o.Value(in, "echo") >= .5 {
		var edge geom.Path
		for _, c := range clouds {
			edge = edge.Join(c.outline)
		}
		thin := float64(.45 * white)
		gap := float64(white/2) + float64(.012*size)
		shapes = full(line(pattern.Latar, pattern.Klowong, float64(2*(gap+thin)), edge), line(pattern.Ground, pattern.Klowong, float64(2*gap), edge))
	}
	shapes = append(shapes, layer(tails, func(int) float64 { return .35 * size })...)
	shapes = append(shapes, layer(clouds, func(i int) float64 { return scales[i] })...)
	var within []cloud
	var ks []float64
	for i, c := range clouds {
		for _, q := range c.inner {
			within, ks = append(within, q), append(ks, .6*scales[i])
		}
	}
	return append(shapes, layer(within, func(i int) float64 { return ks[i] })...)
}
