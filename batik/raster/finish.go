package raster

import (
	"context"
	"fmt"
	"image"
	"math"
	"slices"
	"sync/atomic"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/palette/dye"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// Finish shows a cloth as it comes out of the dye: cotton whose threads the dye
// creeps along, taken up a little unevenly, with the wax of its other face a little
// beside that of the first, and cracks where the wax was folded. Its zero value is
// cotton in the cloth's own inks, drawn by canting, without cracks.
//
// The picture is as exact as the flat one: the same bytes in every window, for any
// number of workers, on every machine.
type Finish struct {
	// Recipe tells how the cloth is made. Its inks are the cloth's; their colours
	// become what the recipe gives, which may not be what was wanted. Nil: each ink
	// is taken up as it is.
	Recipe *wax.Recipe
	// Stage shows the cloth after so many stages of the recipe, with the wax that
	// lies on it then; 0 shows it finished.
	Stage int
	// Hand is how the wax, or the dye, comes onto the cloth; empty counts as
	// wax.Canting. A print has no other face, its dye does not creep, and of cracks it
	// has those that go without a recipe.
	Hand wax.Hand
	// Crackle is how the wax cracks; its Density, in cracks a cm² of wax, is about 2
	// for light, 5 for usual and 12 for full crackle. Wax cracks anew whenever it
	// was taken off and put on again; until then dye seeps through the same cracks
	// in every bath. Without a recipe the darkest ink seeps into all others, as if
	// they had been waxed once against it; wax prints are made so, by resin.
	Crackle wax.Crackle
	Seed    seed.Seed
	// Bare leaves out the weave, which is seen where a thread is larger than a pixel.
	Bare bool
}

// Figures of the finish, in mm unless said otherwise (handbook §3, §4; the rest is
// our judgement before photographs).
const (
	threadPitch = .3   // of a mori of 33 threads a cm
	creep       = .08  // of dye along a thread, one deviation
	spread      = .075 // of dye all round
	otherFace   = .25  // offset of the second face's wax, one deviation
	mostOffset  = 1.35 // that all of the above may add up to
	finePixel   = .5   // larger pixels show no threads, and only the first cracks as lines
	handPixel   = 1.   // larger pixels show no hand, and cracks as a haze
	innerPixel  = .17  // what is looked at inside a pixel is no larger than this
	leastSeep   = .3   // share of a bath that comes through a crack
	mostSeep    = .9   //
	faceWeight  = 8    // the second face has one part in so many
	maxInner    = 8    // inner pixels across a pixel
	tileSide    = 2048 // inner pixels that are looked at together, across
)

// Steps of the tables of colours.
const (
	shades    = 16
	shadeStep = .03 // of K/S
	levels    = 16  // of what comes through a crack
	maxNets   = 3   // over one ink: as many as a plan has segments
	light     = 1<<15 - 1
	laneBits  = 21
	laneMask  = 1<<laneBits - 1
	made      = 1 << 63
)

// finish is a Finish made ready for one Renderer.
type finish struct {
	Finish
	ss      int         // inner pixels across a pixel
	inner   *Renderer   // which ink lies at every inner pixel
	size    geom.Pt     // mm
	nets    []*wax.Net  // the cracks of every coating
	seeds   []seed.Seed // of what seeps through them
	used    []int       // nets whose cracks show at this stage
	afar    *afar       // instead of inner, in large pixels
	scale   [2]float64  // pixels a mm that cracks are drawn in
	inks    []class
	cracked [256]bool // inks that lie under nets
	white   dye.Absorption
	encode  []byte // linear light in 15 bits as sRGB
	fabric  fabric
}

// class is what may become of one ink's cloth.
type class struct {
	nets    []int            // the cracks over it, by index in finish.nets
	corners []dye.Absorption // with bit n of the index, all that net n kept off came through
	haze    []float64        // by net: what comes through cracks too fine to be drawn
	waxed   bool
	film    [3]float64 // light that the wax on it lets through
	// table holds its colours by shade and the level of each net: three lanes of
	// linear light. They are made when they are first needed.
	table []atomic.Uint64
}

// film returns the light that wax on cotton lets through, to the cloth and back:
// klowong and biron are brown with resin, tembok is pale with paraffin. Our
// judgement before photographs of waxed cloth.
func film(c wax.Coat) [3]float64 {
	if c == wax.Tembok {
		return [3]float64{.80, .58, .27}
	}
	return [3]float64{.66, .41, .16}
}

// Stage returns a Renderer of the same picture after n stages of its recipe, 0 being
// the finished cloth. It shares the cracks with r, so that a whole making costs
// little more than one picture.
func (r *Renderer) Stage(n int) (*Renderer, error) {
	if r.finish == nil {
		return nil, fmt.Errorf("raster: stage %d of a picture without a finish", n)
	}
	s := &Renderer{cloth: r.cloth, edges: r.edges, workers: r.workers, size: r.size, scale: r.scale, repeat: r.repeat,
		palette: r.palette, inks: r.inks, words: r.words, zones: r.zones, arcs: r.arcs}
	f := r.finish.Finish
	f.Stage = n
	var err error
	if s.finish, err = s.newFinish(f, r.finish); err != nil {
		return nil, err
	}
	if s.finish.inner == nil { // zones keep what was drawn in other inks
		if err := s.setZones(); err != nil {
			return nil, err
		}
		return s, s.finish.setAfar(s)
	}
	return s, nil
}

// newFinish checks a finish and makes it ready, with what an earlier one of the same
// picture has, if there is one.
func (r *Renderer) newFinish(src Finish, from *finish) (*finish, error) {
	bad := func(field, format string, args ...any) (*finish, error) {
		return nil, fmt.Errorf("raster: options.finish.%s: %s", field, fmt.Sprintf(format, args...))
	}
	f := &finish{Finish: src, size: r.cloth.Size}
	if f.Hand == "" {
		f.Hand = wax.Canting
	}
	rec := f.Recipe
	switch {
	case f.Hand != wax.Canting && f.Hand != wax.Stamp && f.Hand != wax.Printed:
		return bad("hand", "%q is unknown; want %q, %q or %q", f.Hand, wax.Canting, wax.Stamp, wax.Printed)
	case !(f.Crackle.Density >= 0 && f.Crackle.Density <= 60):
		return bad("crackle.density", "%g cracks a cm²; want 0 to 60", f.Crackle.Density)
	case !(f.Crackle.Grain >= 0 && f.Crackle.Grain <= 1):
		return bad("crackle.grain", "%g; want 0 to 1", f.Crackle.Grain)
	case !(f.Crackle.Wide >= 0 && f.Crackle.Wide <= 20):
		return bad("crackle.wide", "%g; want 0 to 20", f.Crackle.Wide)
	case rec == nil && f.Stage != 0:
		return bad("stage", "%d without a recipe", f.Stage)
	case rec != nil && (f.Stage < 0 || f.Stage > len(rec.Stages)):
		return bad("stage", "%d; the recipe has stages 1 to %d, and 0 is the finished cloth", f.Stage, len(rec.Stages))
	case rec != nil && (rec.Plan == nil || len(rec.Plan.Outcomes) != len(r.cloth.Inks)):
		return bad("recipe", "is not for the %d inks of the cloth", len(r.cloth.Inks))
	}
	f.ss = min(max(2, int(math.Ceil(1/(r.scale[0]*innerPixel)))), maxInner)
	if from != nil {
		f.inner, f.scale, f.nets, f.seeds, f.encode, f.fabric = from.inner, from.scale, from.nets, from.seeds, from.encode, from.fabric
		if err := f.dye(r); err != nil {
			return bad("recipe", "%v", err)
		}
		return f, nil
	}
	f.scale = r.scale
	if r.scale[0]*finePixel >= 1 {
		f.scale = [2]float64{r.scale[0] * float64(f.ss), r.scale[1] * float64(f.ss)}
		var err error
		if f.inner, err = r.scaled(r.cloth, f.scale, r.size.Mul(f.ss)); err != nil {
			return nil, err
		}
	}
	f.encode = make([]byte, light+1)
	for i := range f.encode {
		f.encode[i] = dye.Encode(float64(i) / light)
	}
	switch {
	case f.Crackle.Density == 0 || len(r.cloth.Inks) < 2:
	case rec == nil:
		if err := f.addNet(r, 0, allBut(darkest(r), len(r.cloth.Inks))); err != nil {
			return nil, err
		}
	case f.Hand != wax.Printed:
		for i, k := range rec.Coatings() {
			if err := f.addNet(r, i, k.Inks); err != nil {
				return nil, err
			}
		}
	}
	if f.inner != nil {
		f.fabric = newFabric(f)
	} else {
		f.fabric = fabricAfar(f)
	}
	if err := f.dye(r); err != nil {
		return bad("recipe", "%v", err)
	}
	return f, nil
}

// handless returns a cloth whose repeats are all equal.
func handless(c *cloth.Cloth) *cloth.Cloth {
	out := *c
	out.Zones = slices.Clone(c.Zones)
	for i := range out.Zones {
		out.Zones[i].Hand = nil
	}
	return &out
}

// scaled returns a Renderer of a cloth at another scale, which draws inks with hard
// edges, alone. It may be larger than a picture can be.
func (r *Renderer) scaled(c *cloth.Cloth, scale [2]float64, size image.Point) (*Renderer, error) {
	s := &Renderer{cloth: c, edges: Hard, workers: 1, scale: scale, size: size,
		palette: r.palette, inks: r.inks, words: r.words, arcs: r.arcs}
	for n := range c.Zones {
		z, _, err := s.newZone(n, &c.Zones[n])
		if err != nil {
			return nil, err
		}
		s.zones = append(s.zones, z)
	}
	return s, nil
}

// dye finds what the recipe makes of each ink, and which cracks lie over it.
func (f *finish) dye(r *Renderer) error {
	f.inks = make([]class, len(r.cloth.Inks))
	if f.Recipe == nil {
		shelf, err := dye.All()
		if err != nil {
			return err
		}
		f.white = dye.FromColor(shelf.Cloth).Absorption()
		for i, k := range r.cloth.Inks {
			f.inks[i].corners = []dye.Absorption{dye.FromColor(k.Color).Absorption()}
		}
		if len(f.nets) > 0 {
			last := darkest(r)
			for i := range f.inks {
				if i == last {
					continue
				}
				q := f.inks[i].corners[0]
				for b, v := range f.inks[last].corners[0] {
					q[b] += math.Max(0, v-f.white[b])
				}
				f.inks[i].corners = append(f.inks[i].corners, q)
				f.crackOver(i, 0)
			}
		}
		for i := range f.inks {
			f.inks[i].table = make([]atomic.Uint64, shades<<(4*len(f.inks[i].nets)))
		}
		return nil
	}
	rec := f.Recipe
	f.white = rec.Cloth()
	stage := len(rec.Stages) - 1
	if f.Stage > 0 {
		stage = f.Stage - 1
	}
	for i := range f.inks {
		c := &f.inks[i]
		var over []int
		if len(f.nets) > 0 {
			var err error
			if over, err = rec.Over(i, stage); err != nil {
				return err
			}
		}
		over = over[max(0, len(over)-maxNets):]
		for _, w := range over {
			f.crackOver(i, w)
		}
		for bits := range 1 << len(over) {
			q, err := rec.Absorbed(i, stage, func(w int) bool {
				for n, o := range over {
					if o == w {
						return bits>>n&1 == 1
					}
				}
				return false
			})
			if err != nil {
				return err
			}
			c.corners = append(c.corners, q)
		}
		c.table = make([]atomic.Uint64, shades<<(4*len(over)))
	}
	for _, i := range rec.Stages[stage].Waxed {
		c := &f.inks[i]
		c.waxed = true
		for _, s := range rec.Stages[:stage+1] {
			for _, k := range s.Mask {
				if s.Op == wax.Wax && k == i {
					c.film = film(s.Coat)
				}
			}
		}
	}
	return nil
}

// crackOver has the cracks of net w lie over ink i.
func (f *finish) crackOver(i, w int) {
	c := &f.inks[i]
	c.nets = append(c.nets, w)
	f.cracked[i] = true
	if f.scale[0]*handPixel >= 1 && !slices.Contains(f.used, w) {
		f.used = append(f.used, w)
	}
	haze := 0. // of the cracks that are not drawn
	if f.inner == nil {
		first, fine := f.nets[w].Open()
		if haze = fine; f.scale[0]*handPixel < 1 {
			haze += float64(2.3 * first) // which let more through, and are wider for the dye than for the eye
		}
	}
	c.haze = append(c.haze, haze)
}

// darkest returns the index of a cloth's ink of the least lightness.
func darkest(r *Renderer) int {
	best, least := 0, math.Inf(1)
	for i, k := range r.cloth.Inks {
		if l := k.Color.OKLCH().L; l < least {
			best, least = i, l
		}
	}
	return best
}

// allBut returns 0 to n-1 without i.
func allBut(i, n int) []int {
	var out []int
	for k := range n {
		if k != i {
			out = append(out, k)
		}
	}
	return out
}

// addNet adds the cracks of a coating.
func (f *finish) addNet(r *Renderer, coating int, inks []int) error {
	waxed := make([]bool, 256)
	for _, i := range inks {
		waxed[i] = true
	}
	k := f.Crackle
	k.Seed = f.Seed.Sub("coating", coating, int(k.Seed))
	drawn := map[float64]*Renderer{}
	// Cracks end where the wax would without a hand, less than a mm from where it
	// does; beyond the wax they are not seen.
	plain := handless(r.cloth)
	for _, pitch := range wax.NetPitches() {
		// The cloth's very size in cells does not matter to windows of it.
		size := image.Pt(int(math.Ceil(f.size.X/pitch)), int(math.Ceil(f.size.Y/pitch)))
		s, err := r.scaled(plain, [2]float64{1 / pitch, 1 / pitch}, size)
		if err != nil {
			return err
		}
		drawn[pitch] = s
	}
	f.seeds = append(f.seeds, k.Seed.Sub("seep"))
	f.nets = append(f.nets, wax.NewNet(k, f.size, func(ctx context.Context, q image.Rectangle, pitch float64) (wax.Mask, error) {
		m := image.NewPaletted(q, nil)
		if err := drawn[pitch].DrawIndexed(ctx, m); err != nil {
			return wax.Mask{}, err
		}
		out := wax.Mask{W: q.Dx(), H: q.Dy(), Pitch: pitch, Wax: make([]bool, len(m.Pix))}
		for i, k := range m.Pix {
			out.Wax[i] = waxed[k]
		}
		return out, nil
	}))
	return nil
}

// color returns entry i of a class's table. A crack's share of dye is mixed in K/S;
// but where less than leastSeep comes through, or cracks are too fine to be drawn,
// that is because a crack fills only part of the place, and light is what mixes.
func (f *finish) color(c *class, i int) uint64 {
	n := len(c.nets)
	var open, share [maxNets]float64
	for b := range n {
		s := float64(i>>(4+4*b)&(levels-1)) / (levels - 1)
		share[b] = math.Max(s, leastSeep)
		open[b] = 1 - float64((1-c.haze[b])*(1-math.Min(1, s/leastSeep)))
	}
	u := float64((float64(i&(shades-1)) - (shades-1)/2.) * shadeStep)
	v := uint64(made)
	for ch, l := range f.light(c, u, open, share) {
		v |= uint64(float64(l*light)+.5) << (laneBits * ch)
	}
	return v
}

// light returns the light that cloth of a class gives back where u more is taken up,
// each net is open over a part of the place, and a share of the dye comes through.
func (f *finish) light(c *class, u float64, open, share [maxNets]float64) (sum [3]float64) {
	n := len(c.nets)
	for cracked := range 1 << n {
		area, at := 1., share
		for b := range n {
			if cracked>>b&1 == 1 {
				area *= open[b]
			} else {
				area *= 1 - open[b]
				at[b] = 0
			}
		}
		if area == 0 {
			continue
		}
		q := c.mix(at)
		for b := range q {
			q[b] += float64(u * math.Max(0, q[b]-f.white[b]))
		}
		for ch, l := range q.Reflectance().Linear() {
			sum[ch] += float64(area * geom.Clamp(l, 0, 1))
		}
	}
	for ch := range sum {
		if c.waxed {
			// A thicker film lets through less.
			sum[ch] *= c.film[ch] * (1 - float64(.5*u*(1-c.film[ch])))
		}
		sum[ch] = geom.Clamp(sum[ch], 0, 1)
	}
	return sum
}

// mix returns what cloth of the class absorbs with the given share of what each net
// kept off.
func (c *class) mix(share [maxNets]float64) dye.Absorption {
	if len(c.corners) == 1 {
		return c.corners[0]
	}
	var q dye.Absorption
	for bits, corner := range c.corners {
		k := 1.
		for b := range c.nets {
			if bits>>b&1 == 1 {
				k *= share[b]
			} else {
				k *= 1 - share[b]
			}
		}
		for b, v := range corner {
			q[b] += float64(k * v)
		}
	}
	return q
}

// make makes entry i of a class's table.
func (f *finish) make(c *class, i int) uint64 {
	v := f.color(c, i)
	c.table[i].Store(v)
	return v &^ made
}
