package motif

import (
	"math"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

func megaMendungs() []drawing {
	info := func(id, name string, def float64) pattern.Info {
		return pattern.Info{ID: id, Name: name, Family: "mega_mendung", Traits: []string{pattern.Cloud}, Group: "p1",
			Params: []pattern.Param{
				{ID: "size", Name: "Length of the large clouds", Nama: "Panjang awan besar", Unit: "mm", Min: math.Ceil(def * .38), Max: math.Floor(def * 5.6), Def: def, Step: 5},
				count("shades", "Shades", "Jumlah gradasi", 3, 8, 6),
				{ID: "fullness", Name: "Small clouds between the large", Nama: "Awan kecil di antara yang besar", Min: 0, Max: 1, Def: 1, Step: .1},
				{ID: "depth", Name: "Depth of the shading", Nama: "Kedalaman gradasi", Min: .5, Max: 2, Def: 1, Step: .05},
				{ID: "ribbons", Name: "Bands that link the clouds", Nama: "Pita penghubung awan", Min: 0, Max: 1, Def: .8, Step: .05},
				{ID: "echo", Name: "Line around the clouds", Nama: "Garis keliling awan", Min: 0, Max: 1, Def: 0, Step: 1},
			},
			Repeats: []symmetry.Kind{symmetry.Block}}
	}
	return []drawing{
		{"mega_mendung", info("mega_mendung", "", 160), drawMegaMendung},
		{"mega_mendung", info("mega_mendung_awan", "Mega mendung awan", 110), drawAwan},
	}
}

// flock is so many clouds of one form and of about one length.
type flock struct {
	n      float64
	length float64 // of the motif's size
	form   func(r *seed.Stream) cloud
	at     stand
}

// stand is how a cloud chooses its place.
type stand int

const (
	cloudSpread stand = iota // evenly over the tile
	nestle                   // close to those before it
	alone                    // where there is most room
	behind                   // half hidden, where most of it shows
)

// greatClouds are the clouds of mega mendung, largest first: each flock fills what
// the one before has left.
func greatClouds(full float64) []flock {
	one := func(c func() cloud) func(*seed.Stream) cloud { return func(*seed.Stream) cloud { return c() } }
	lozenge := func(r *seed.Stream) cloud {
		if r.Float64() < .35 {
			return hearted(wave(), float64(.55*r.Sign()))
		}
		return hearted(comma(), float64(.56*r.Sign()))
	}
	small := func(r *seed.Stream) cloud { return []func() cloud{comma, twin, sprig, wave}[r.Below(4)]() }
	return []flock{
		{2, 1.3, one(raft), cloudSpread},
		{4, .92, lozenge, cloudSpread},
		{4, .8, one(hooked), cloudSpread},
		{5, .8, one(comma), nestle},
		{5, .72, one(wave), nestle},
		{6, .55, one(twin), nestle},
		{6, .5, one(hooked), nestle},
		{5, .7, one(comma), behind},
		{4, .6, one(hooked), behind},
		{8 * full, .34, small, alone},
		{12 * full, .25, small, alone},
		{16 * full, .18, small, alone},
	}
}

// smallClouds are puffs and curls of about one length, as they stand around the
// great clouds or fill a cloth of their own.
func smallClouds(full float64) []flock {
	one := func(c func() cloud) func(*seed.Stream) cloud { return func(*seed.Stream) cloud { return c() } }
	some := func(r *seed.Stream) cloud { return []func() cloud{puff, twin, puff, sprig}[r.Below(4)]() }
	return []flock{
		{3, .95, one(hooked), cloudSpread},
		{9, .9, one(puff), cloudSpread},
		{6, .62, one(twin), cloudSpread},
		{5, .7, one(comma), nestle},
		{10, .56, one(puff), alone},
		{22 * full, .4, some, alone},
		{20 * full, .32, some, alone},
	}
}

// placed is a cloud at its place, its length and its middle.
type placedCloud struct {
	cloud
	k    float64
	at   geom.Pt
	back bool // behind the others
}

// gather places the flocks on the sky so that they interlock.
func gather(s *sky, size float64, flocks []flock, sd seed.Seed) []placedCloud {
	var out []placedCloud
	rear := newSky(s.w, s.h)
	first := sd.At("awan").Float64()
	for g, f := range flocks {
		for i := range int(f.n + .5) {
			r := sd.At("awan", g, i)
			k := float64(size * f.length * r.Range(.88, 1.1))
			c := f.form(r).swayed(r, 1)
			b := c.outline.Bounds()
			m := geom.Translate(b.Center().Mul(-1)).Then(geom.Scale(float64(r.Sign()*k), float64(r.Sign()*k)))
			c = c.transform(m)
			sh := s.shadow(c.outline, 1)
			// Points of the golden sequence of the plane spread evenly, however many.
			j := float64(len(out))
			want := geom.Pt{X: float64(s.w * frac(float64(j*.7548776662)+first)), Y: float64(s.h * frac(float64(j*.5698402910)+first))}
			away := func(at geom.Pt) float64 {
				d := s.near(at, want).Sub(at)
				return math.Abs(d.X)/s.w + math.Abs(d.Y)/s.h
			}
			on, felt, like := s, sh.rim, 0.
			switch f.at {
			case nestle:
				like = 1
			case alone:
				like = -1
			case behind:
				on, felt, like = rear, sh.body, -.2
			}
			p, ok := on.settle(sh, s, felt, func(at geom.Pt, touch int) float64 {
				return float64(like*float64(touch)) - float64(8*away(at))
			})
			if !ok {
				break // there is no room for more of this size
			}
			if on == rear { // what comes later keeps clear of what shows
				s.cover(sh, p)
			}
			out = append(out, placedCloud{c.transform(geom.Translate(p)), k, p, f.at == behind})
		}
	}
	return out
}

func frac(x float64) float64 {
	x = float64(x) // a product passed in must not fuse into the difference
	return x - math.Floor(x)
}

// ribbon is a band that swings from one cloud to another: its middle line and its
// width.
type ribbon struct {
	line  []geom.Pt
	width float64
}

// newRibbon leaves a and arrives at b along the cloth, in an S, or swings from one
// to the other in an arch as high as given, of their distance.
func newRibbon(a, b geom.Pt, arch, width float64) ribbon {
	d := b.Sub(a)
	c1, c2 := geom.Pt{X: a.X + float64(.62*d.X), Y: a.Y}, geom.Pt{X: b.X - float64(.62*d.X), Y: b.Y}
	if arch != 0 {
		up := geom.Pt{Y: float64(-arch * d.Len())}
		c1, c2 = a.Add(up).Lerp(b, -.1), b.Add(up).Lerp(a, -.1)
	}
	var line []geom.Pt
	for _, q := range (geom.Path{}).MoveTo(a).CubeTo(c1, c2, b).Flatten(width / 60) {
		line = q.Resample(width / 3).Pts
	}
	return ribbon{line, width}
}

// meets reports whether the ribbon comes near to one of the others.
func (r ribbon) meets(s *sky, others []ribbon) bool {
	for _, o := range others {
		for _, p := range o.line {
			for _, q := range r.line {
				if s.near(q, p).Dist(q) < r.width+o.width {
					return true
				}
			}
		}
	}
	return false
}

// band returns the outline of what lies deeper than d in the ribbon.
func (r ribbon) band(d float64) geom.Path {
	var out geom.Path
	if w := r.width - float64(2*d); w > .15*r.width {
		for _, q := range (geom.Poly{Pts: r.line}).Stroke(w, r.width/60) {
			out = out.Join(q.Path())
		}
	}
	return out
}

// ribbons links a share of the clouds with others near them: in an S with one that
// lies aside and a little above or below, or else in an arch.
func ribbons(s *sky, size, share float64, arched bool, clouds []placedCloud, sd seed.Seed) []ribbon {
	var out []ribbon
	for i, c := range clouds {
		r := sd.At("pita", i)
		if r.Float64() >= share || c.k > .95*size || c.k < .27*size {
			continue
		}
		best, to := math.Inf(1), geom.Pt{}
		for j, o := range clouds {
			if i == j || o.k < c.k && !arched {
				continue
			}
			q := s.near(c.at, o.at)
			dx, dy := math.Abs(q.X-c.at.X), math.Abs(q.Y-c.at.Y)
			// Neither so steep that it hangs nor so flat that it is a bar, and long
			// enough to show between the two.
			fits := dx > .45*(c.k+o.k) && dx < size && dy > .14*size && dy < .7*dx
			if arched {
				fits = dx > .4*size && dx < .85*size && dy < .45*size
			}
			if l := dx + float64(.5*dy); fits && l < best {
				best, to = l, q
			}
		}
		if math.IsInf(best, 1) {
			continue
		}
		width, bow := float64(size*(.05+float64(.05*math.Sqrt(c.k/size)))), 0.
		if arched {
			bow = float64(r.Sign() * r.Range(.75, 1.05))
		}
		if n := newRibbon(c.at, to, bow, width); !n.meets(s, out) {
			out = append(out, n)
		}
	}
	return out
}

func drawMegaMendung(in pattern.Info, o pattern.Options) pattern.Tile {
	return drawSky(in, o, greatClouds(o.Value(in, "fullness")), false)
}

func drawAwan(in pattern.Info, o pattern.Options) pattern.Tile {
	return drawSky(in, o, smallClouds(o.Value(in, "fullness")), true)
}

// drawSky fills a tile with the flocks and the bands that link them.
func drawSky(in pattern.Info, o pattern.Options, flocks []flock, arched bool) pattern.Tile {
	size := o.Value(in, "size")
	s := newSky(2.5*size, 1.875*size) // 400 × 300 mm for clouds of 160 (handbook §1.5)
	clouds := gather(s, size, flocks, o.Seed)
	links := ribbons(s, size, o.Value(in, "ribbons"), arched, clouds, o.Seed)

	p := newShades(in, o, size)
	var shapes []pattern.Shape
	if o.Value(in, "echo") >= .5 {
		var edge geom.Path
		for _, c := range clouds {
			edge = edge.Join(c.outline)
		}
		gap, thin := float64(.5*p.white)+float64(.012*size), float64(.45*p.white)
		shapes = full(line(pattern.Latar, pattern.Klowong, float64(2*(gap+thin)), edge), line(pattern.Ground, pattern.Klowong, float64(2*gap), edge))
	}
	for _, r := range links {
		p.ribbon(r)
	}
	shapes = append(shapes, p.layer()...)
	for _, back := range []bool{true, false} {
		for _, c := range clouds {
			if c.back == back {
				p.cloud(c.cloud, c.k)
			}
		}
		shapes = append(shapes, p.layer()...)
	}
	for _, c := range clouds {
		for _, q := range c.inner {
			p.cloud(q, math.Max(.55*c.k, .4*size))
		}
	}
	return pattern.Tile{Size: geom.Pt{X: s.w, Y: s.h}, Shapes: append(shapes, p.layer()...)}
}

// shades gathers bodies by shade, a layer at a time.
type shades struct {
	n           int
	size, white float64 // of the motif; width of the white line
	pitch       float64 // width of a shade on a body as long as the size
	bands       []geom.Path
	body        geom.Path
	lines       [2]geom.Path // broad and fine
}

func newShades(in pattern.Info, o pattern.Options, size float64) *shades {
	n := int(o.Value(in, "shades") + .5)
	return &shades{
		n: n, size: size, bands: make([]geom.Path, n-1),
		white: float64(math.Max(pattern.KlowongLine, .0115*size) * o.Weight()),
		// All shades together are as deep, however many they are.
		pitch: float64(.1 * size * o.Value(in, "depth") / float64(n-1)),
	}
}

// depths returns how deep the shades of a body of length k begin. Small bodies
// take narrower shades, but not in proportion: the nozzle is the same.
func (s *shades) depths(k float64) []float64 {
	ds := make([]float64, s.n-1)
	for i := range ds {
		ds[i] = float64(.45*s.white) + float64(s.pitch*math.Sqrt(math.Min(1, k/s.size))*float64(i))
	}
	return ds
}

func (s *shades) cloud(c cloud, k float64) {
	c.shade(s.bands, s.depths(k), geom.Clamp(.016*k, .005*s.size, .012*s.size))
	s.body = s.body.Join(c.outline)
	fine := 0
	if k < .5*s.size { // small clouds take a finer nozzle
		fine = 1
	}
	s.lines[fine] = c.lines(s.lines[fine])
}

func (s *shades) ribbon(r ribbon) {
	for i, d := range s.depths(.4 * s.size) {
		s.bands[i] = s.bands[i].Join(r.band(d))
	}
	s.body = s.body.Join(r.band(-.5 * s.white))
}

// layer returns what was gathered, from the white under all to the deepest shade
// and the lines, and starts anew.
func (s *shades) layer() []pattern.Shape {
	out := []pattern.Shape{area(pattern.Ramp(0), pattern.Klowong, s.body)}
	// Of as many inks as shades each gets its own (ink ⌊r·n/8⌋ of n wears role r),
	// of one ink less none is left out, and with few the first shade still parts
	// from the white of the lines.
	lo := 5 - s.n/2
	for i, b := range s.bands {
		out = append(out, area(pattern.Ramp(lo+(2*i*(7-lo)+s.n-3)/max(1, 2*(s.n-2))), pattern.Klowong, b))
	}
	out = full(append(out,
		line(pattern.Ramp(0), pattern.Klowong, .75*s.white, s.lines[1]),
		line(pattern.Ramp(0), pattern.Klowong, s.white, s.lines[0]))...)
	s.body, s.lines, s.bands = geom.Path{}, [2]geom.Path{}, make([]geom.Path, s.n-1)
	return out
}
