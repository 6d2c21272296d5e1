package raster

import (
	"math"

	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/pattern/geom"
	"github.com/jagadbatik/jagad/pattern/seed"
)

// fabric is a plain weave: warp and weft change places at every crossing. What dye
// and wax do on it, they do by crossings.
type fabric struct {
	seed   seed.Seed
	far    seed.Seed // of slow noise, by reach
	near   seed.Seed
	fine   seed.Seed
	drift  seed.Seed    // of the other face
	pitch  float64      // of threads, mm
	scale  [2]float64   // inner pixels a mm
	weave  float64      // how much of the relief is seen, 0..1
	creep  float64      // inner pixels, one deviation
	soft   [64][2]int32 // inner pixels that dye spreads by, for samples in turn
	face   geom.Pt      // mean offset of the other face, inner pixels
	faced  bool         // there is another face
	even   float64      // scale of all unevenness
	margin int          // inner pixels that may be looked at beyond a tile
}

// crossing is what one crossing of threads does to the inner pixels in it.
type crossing struct {
	to    int // where the dye came from, along the thread on top: offset in the tile
	face  int // where the other face lies, likewise
	shade int
	base  int  // its brightness, about reliefOne
	warp  bool // is on top
}

const (
	reliefOne = 1024
	nodeSize  = 1.5 // mm between the nodes of slow noise
	slub      = 24  // threads between the nodes of a thread's own noise
)

// Unevenness, one deviation each: of K/S, over mm or from thread to thread.
const (
	uptakeFar  = .040 // over 70 mm
	uptakeNear = .040 // over 9 mm, wrung and dripping unevenly
	uptakeFine = .030 // over 2 mm
	uptakeYarn = .050
	uptakeSpot = .035
	brightYarn = .016 // of light
	brightSpot = .012
	evenPrint  = .6 // of all this, in a print
)

// fabricAfar has of a fabric what is seen from afar: how unevenly it takes up dye.
func fabricAfar(f *finish) fabric {
	w := fabric{seed: f.Seed.Sub("fabric"), even: 1}
	w.far, w.near = w.seed.Sub("far"), w.seed.Sub("near")
	if f.Hand == wax.Printed {
		w.even = evenPrint
	}
	return w
}

func newFabric(f *finish) fabric {
	s := f.inner.scale
	w := fabricAfar(f)
	w.scale = s
	w.fine, w.drift = w.seed.Sub("fine"), w.seed.Sub("drift")
	w.pitch = threadPitch
	px := float64(f.ss) / s[0] // mm
	if !f.Bare {
		// Threads hardly larger than a pixel would beat with its grid.
		w.weave = geom.Smoothstep(1.1, 2.2, threadPitch/px)
	}
	if f.Hand != wax.Printed {
		w.creep = float64(creep * s[0] * (.4 + float64(.6*w.weave)))
		for i := range w.soft {
			// Each sample of a pixel looks into another quarter, some farther than others.
			x, y := i&7, i>>3
			r := float64(spread * s[0] * (.25 + float64(1.5*float64(w.hash(x, 31+y)&0xff)/256)))
			at := geom.Polar(r, float64(float64(x&1+y&1*(3-2*(x&1)))/4)+float64(float64(w.hash(x, 97+y)&0xff)/1024))
			w.soft[i] = [2]int32{int32(math.Floor(at.X + .5)), int32(math.Floor(at.Y + .5))}
		}
		w.faced = f.ss == 2 // in larger pixels it is not seen
		r := f.Seed.At("face")
		w.face = geom.Pt{X: float64(otherFace * s[0] * r.Normal()), Y: float64(otherFace * s[0] * r.Normal())}
	}
	w.margin = int(math.Ceil(mostOffset*math.Max(s[0], s[1]))) + 4
	return w
}

// hash gives 64 random bits for a crossing or a thread.
func (w *fabric) hash(i, j int) uint64 {
	z := uint64(w.seed) ^ uint64(i)*0x9e3779b97f4a7c15 ^ uint64(j)*0xc2b2ae3d27d4eb4f
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// unit returns 16 bits of a hash as a number of mean 0 and deviation 1.
func unit(h uint64) float64 {
	return float64((float64(float64(h&0xffff)/32768) - 1) * math.Sqrt2 * 1.2247)
}

// thread says which thread a place along an axis lies on, and where across it, −1
// to 1. Threads are not all of one thickness.
type thread struct {
	n     int
	phase float64
}

func (w *fabric) thread(px int, axis int) thread {
	u := (float64(px) + .5) / float64(w.scale[axis]*w.pitch)
	n := int(math.Floor(u))
	edge := func(i int) float64 { return float64(i) + float64(.1*unit(w.hash(i, -1000003-axis))) }
	switch {
	case u < edge(n):
		n--
	case u >= edge(n+1):
		n++
	}
	a, b := edge(n), edge(n+1)
	return thread{n, float64(2*(u-a)/(b-a)) - 1}
}

// yarn is the smooth noise of a thread along its length.
func (w *fabric) yarn(thread, along, axis int) float64 {
	k := along / slub
	if along < 0 {
		k = (along - slub + 1) / slub
	}
	t := float64(along-k*slub) / slub
	t = float64(float64(t*t) * (3 - float64(2*t)))
	at := func(k int) float64 { return unit(w.hash(thread, 7919+2*k+axis) >> 20) }
	whole := unit(w.hash(thread, -2000003-axis) >> 8)
	return float64(.7*whole) + float64(.7*geom.Mix(at(k), at(k+1), t))
}

// slow is the noise that changes over many threads, at the nodes of a grid.
type slow struct{ shade, fx, fy float64 }

func (w *fabric) node(i, j int) slow {
	x, y := float64(float64(i)*nodeSize), float64(float64(j)*nodeSize)
	far, _ := w.far.Noise2(x/70, y/70, 0, 0)
	near, _ := w.near.Noise2(x/9, y/9, 0, 0)
	fine, _ := w.fine.Noise2(x/nodeSize, y/nodeSize, 0, 0)
	fx, fy := w.drift.Noise2(x/300, y/300, 0, 0)
	k := float64(otherFace * .4 * w.scale[0])
	return slow{
		float64(w.even * (float64(uptakeFar*far) + float64(uptakeNear*near) + float64(uptakeFine*fine)) / shadeStep),
		w.face.X + float64(k*fx), w.face.Y + float64(k*fy),
	}
}

func (a slow) mix(b slow, t float64) slow {
	return slow{geom.Mix(a.shade, b.shade, t), geom.Mix(a.fx, b.fx, t), geom.Mix(a.fy, b.fy, t)}
}

// cross returns crossing (i,j) with the slow noise there, for a tile of so many inner
// pixels a row.
func (w *fabric) cross(i, j int, s slow, stride int) crossing {
	c := crossing{warp: (i+j)&1 == 0}
	h := w.hash(i, j)
	n, along, axis := i, j, 0
	if !c.warp {
		n, along, axis = j, i, 1
	}
	yarn := w.yarn(n, along, axis)
	// Rounded up or down by chance, in proportion, so that nothing is lost on a
	// coarse grid.
	chance := func(v float64, bits uint64) int {
		return int(math.Floor(v + float64(float64(bits&0xff)/256)))
	}
	far := geom.Clamp(float64(w.creep*(float64(.3*unit(h))+float64(.4*yarn))), -2.2*w.creep, 2.2*w.creep)
	c.to = chance(far, h>>16)
	if c.warp {
		c.to *= stride
	}
	if w.faced {
		c.face = chance(s.fx, h>>24) + chance(s.fy, h>>32)*stride
	}
	shade := (shades-1)/2. + s.shade + float64(w.even*(float64(uptakeYarn*yarn)+float64(uptakeSpot*unit(h>>40)))/shadeStep)
	c.shade = min(max(chance(shade, h>>56), 0), shades-1)
	c.base = reliefOne + int(math.Floor(reliefOne*(float64(brightYarn*yarn)+float64(brightSpot*unit(h>>8)))))
	return c
}

// The relief of a thread, of reliefOne: it is brightest a little to the upper left
// of its middle, where the light comes from, and dips under its neighbours at both
// ends of a crossing. Both have the mean 0 over a thread.
func (w *fabric) across(phase float64) int {
	return int(math.Floor(float64(reliefOne*w.weave*(float64(.10*(1./3-float64(phase*phase)))-float64(.045*phase))) + .5))
}

func (w *fabric) ends(phase float64) int {
	p := float64(phase * phase)
	return int(math.Floor(float64(reliefOne*w.weave*.075*(.2-float64(p*p))) + .5))
}
