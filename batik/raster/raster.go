// Package raster turns a cloth into pixels: the whole, any window of it, or band
// after band from top to bottom.
//
// Every window has the bytes of the same place in the whole picture, whatever
// the height of the bands, the number of workers and the machine. Floats end
// where coordinates are rounded to 1/256 px; from there on all is integers. The
// figures of a cell are rounded first and moved to their place after, so that a
// repeat of whole pixels repeats its bytes.
//
// Nothing holds a whole print: bands are drawn as they are asked for. A zone
// that repeats exactly is drawn once and copied; one that a hand drew, where no
// two cells are alike, is drawn everywhere, unless a pixel is larger than a
// millimetre: a hand strays by less than a third of one, so there all cells are
// drawn alike, ten times faster.
//
// Colours are laid over one another in 8-bit sRGB in proportion to the area they
// cover of a pixel, as SVG renderers do. Dots of one mark are laid one after the
// other, all else of one mark at once.
package raster

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"math"
	"runtime"
	"sync"

	"github.com/jagadbatik/jagad/batik/cloth"
)

// Limits of a picture. Six yards at 300 dpi are 64,843 × 13,819 = 896 million
// pixels.
const (
	MaxSide   = 200_000 // pixels
	MaxPixels = 1 << 31

	// maxMarks bounds the marks of all cells, and so the time that a cloth with
	// absurdly small repeats can take.
	maxMarks = 1 << 26
	// maxExtent bounds all coordinates: a kilometre.
	maxExtent = 1e6  // mm
	minSize   = 1e-3 // mm, which bounds the scale
)

// Edges says how the border of a figure is shown.
type Edges uint8

// The kinds of edges.
const (
	Smooth Edges = iota // pixels at a border mix the colours by area
	// Hard gives each pixel the last ink that covers it by half or more, so that
	// the picture has no other colours than the inks. Lines thinner than half a
	// pixel vanish.
	Hard
)

// Options say how large and how to draw. The zero Options are 150 dpi, smooth.
type Options struct {
	// DPI is the resolution asked for, in pixels an inch; 0 means by Width, or
	// 150 if that is 0 too. The true one may differ slightly in each axis,
	// because the cloth's repeat is fitted to whole pixels: see Renderer.DPI.
	DPI float64
	// Width is the width of the whole picture in pixels. It is exact, and used
	// when DPI is 0. Then only a bare tile, a cloth as large as its repeat, is
	// fitted to whole pixels.
	Width int
	Edges Edges
	// FitZones fits the repeats of all zones that no hand draws to whole pixels, not
	// the cloth's own alone: each is stretched or squeezed about its middle, by less
	// than a quarter of a millimetre from end to end, until so many of its cells, up to
	// 16, are a whole number of pixels long. A border is then drawn once and copied, as the field is.
	// Without, its cells lie where they are to 1/256 px. Under a Finish, where no two
	// threads are alike, it does nothing.
	FitZones bool
	// Workers is how many goroutines may draw at once; 0 means as many as Go runs
	// in parallel. The picture is the same for any number.
	Workers int
	// Finish shows the cloth as dyed cotton; nil shows flat colours.
	Finish *Finish
}

// Renderer draws one cloth at one size. It may be used by several goroutines.
type Renderer struct {
	cloth    *cloth.Cloth
	edges    Edges
	fitZones bool
	workers  int

	size   image.Point
	scale  [2]float64 // px per mm along x and y
	repeat image.Point

	palette color.Palette
	inks    [][]byte // a run of pixels in each ink's colour
	words   []uint32 // the first of them
	zones   []*zone
	arcs    arcs
	finish  *finish

	scratch sync.Pool // *worker
	stock   sync.Pool // *figures
}

// New prepares to draw a cloth. It refuses options and cloths that are not
// finite, do not fit the limits or refer to inks that do not exist; the error
// names the field. The cloth must not change while the Renderer is in use.
func New(c *cloth.Cloth, o Options) (*Renderer, error) {
	r := &Renderer{cloth: c, edges: o.Edges, fitZones: o.FitZones && o.Finish == nil, workers: o.Workers}
	if c == nil {
		return nil, fmt.Errorf("raster: cloth is nil")
	}
	if o.Edges > Hard {
		return nil, fmt.Errorf("raster: options.edges: %d is neither Smooth nor Hard", o.Edges)
	}
	switch {
	case o.Workers < 0:
		return nil, fmt.Errorf("raster: options.workers: %d is negative", o.Workers)
	case o.Workers == 0:
		r.workers = runtime.GOMAXPROCS(0)
	}
	r.workers = min(r.workers, 256)
	if err := r.fit(o); err != nil {
		return nil, err
	}
	if err := r.setInks(); err != nil {
		return nil, err
	}
	r.arcs = newArcs()
	if err := r.setZones(); err != nil {
		return nil, err
	}
	if o.Finish != nil {
		if o.Edges == Hard {
			return nil, fmt.Errorf("raster: options.finish: cloth has no hard edges; options.edges must be Smooth")
		}
		f, err := r.newFinish(*o.Finish, nil)
		if err != nil {
			return nil, err
		}
		if r.finish = f; f.inner == nil {
			if err := f.setAfar(r); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

// setZones puts the zones on the grid. In large pixels no hand is seen.
func (r *Renderer) setZones() error {
	shown := r.cloth
	if r.scale[0]*handPixel < 1 {
		shown = handless(r.cloth)
	}
	r.zones = nil
	marks := 0.
	for n := range shown.Zones {
		z, count, err := r.newZone(n, &shown.Zones[n])
		if err != nil {
			return err
		}
		if marks += count; marks > maxMarks {
			return fmt.Errorf("raster: zones[%d].repeat: %g × %g mm makes more than %d marks",
				n, z.src.Repeat.X, z.src.Repeat.Y, maxMarks)
		}
		r.zones = append(r.zones, z)
	}
	return nil
}

// fit chooses the scale and the size.
func (r *Renderer) fit(o Options) error {
	c := r.cloth
	finite := func(v float64) bool { return math.Abs(v) <= maxExtent } // false for NaN
	if !(c.Size.X >= minSize && c.Size.Y >= minSize && finite(c.Size.X) && finite(c.Size.Y)) {
		return fmt.Errorf("raster: cloth.size: %g × %g mm; a side is %g to %g mm", c.Size.X, c.Size.Y, minSize, maxExtent)
	}
	if !(c.Repeat.X >= 0 && c.Repeat.Y >= 0 && finite(c.Repeat.X) && finite(c.Repeat.Y)) {
		return fmt.Errorf("raster: cloth.repeat: %g × %g mm is negative or not finite", c.Repeat.X, c.Repeat.Y)
	}
	dpi := o.DPI
	if dpi == 0 && o.Width == 0 {
		dpi = 150
	}
	size, repeat := [2]float64{c.Size.X, c.Size.Y}, [2]float64{c.Repeat.X, c.Repeat.Y}
	var px [2]float64
	switch {
	case math.IsNaN(dpi) || math.IsInf(dpi, 0) || dpi < 0:
		return fmt.Errorf("raster: options.dpi: %g is not a positive number", dpi)
	case dpi > 0:
		for a := range px {
			r.scale[a] = dpi / 25.4
			// A repeat of few pixels is left as it is: to fit it would stretch
			// the cloth by more than a sixteenth.
			if n := math.Floor(float64(repeat[a]*r.scale[a]) + .5); n >= 8 {
				r.scale[a] = n / repeat[a]
			}
			px[a] = math.Max(1, math.Floor(float64(size[a]*r.scale[a])+.5))
		}
	case o.Width < 0:
		return fmt.Errorf("raster: options.width: %d px is negative", o.Width)
	default:
		px[0] = float64(o.Width)
		r.scale[0] = px[0] / size[0]
		r.scale[1] = r.scale[0]
		px[1] = math.Max(1, math.Floor(float64(size[1]*r.scale[1])+.5))
		if c.Size == c.Repeat {
			r.scale[1] = px[1] / size[1]
		}
	}
	field, value := "dpi", dpi
	if dpi == 0 {
		field, value = "width", float64(o.Width)
	}
	if px[0] > MaxSide || px[1] > MaxSide {
		return fmt.Errorf("raster: options.%s: %g makes %.0f × %.0f px; a side is at most %d px", field, value, px[0], px[1], MaxSide)
	}
	if px[0]*px[1] > MaxPixels {
		return fmt.Errorf("raster: options.%s: %g makes %.0f × %.0f px, more than %d in all", field, value, px[0], px[1], MaxPixels)
	}
	r.size = image.Pt(int(px[0]), int(px[1]))
	for a, p := range [2]*int{&r.repeat.X, &r.repeat.Y} {
		if n, period := cycle(repeat[a], r.scale[a], px[a], 1./64); n == 1 {
			*p = int(period >> 8)
		}
	}
	return nil
}

func (r *Renderer) setInks() error {
	c := r.cloth
	if len(c.Inks) == 0 || len(c.Inks) > 250 {
		return fmt.Errorf("raster: cloth.inks: %d inks, want 1 to 250", len(c.Inks))
	}
	if c.Ground < 0 || c.Ground >= len(c.Inks) {
		return fmt.Errorf("raster: cloth.ground: ink %d does not exist", c.Ground)
	}
	for _, ink := range c.Inks {
		r.addInk([]byte{ink.Color.R, ink.Color.G, ink.Color.B, 255})
		r.palette = append(r.palette, color.RGBA{R: ink.Color.R, G: ink.Color.G, B: ink.Color.B, A: 255})
	}
	return nil
}

// addInk adds a pixel of an ink.
func (r *Renderer) addInk(px []byte) {
	run := inkRun(px)
	r.inks = append(r.inks, run)
	r.words = append(r.words, binary.LittleEndian.Uint32(run))
}

// inkRun repeats a pixel, so that long fills are few copies.
func inkRun(px []byte) []byte { return bytes.Repeat(px, 256) }

// Cloth returns what is drawn.
func (r *Renderer) Cloth() *cloth.Cloth { return r.cloth }

// Edges returns how borders are shown.
func (r *Renderer) Edges() Edges { return r.edges }

// Size returns the size of the whole picture in pixels; its upper left pixel is
// (0,0).
func (r *Renderer) Size() image.Point { return r.size }

// Bounds returns the whole picture as a rectangle.
func (r *Renderer) Bounds() image.Rectangle { return image.Rectangle{Max: r.size} }

// DPI returns the true resolution along both axes, in pixels an inch.
func (r *Renderer) DPI() (x, y float64) {
	return float64(r.scale[0] * 25.4), float64(r.scale[1] * 25.4)
}

// Repeat returns the cloth's repeat in pixels; an axis in which the cloth does
// not repeat, or not in whole pixels, is 0.
func (r *Renderer) Repeat() image.Point { return r.repeat }

// Palette returns the inks' colours, by the index of the ink. The caller may
// keep and change it.
func (r *Renderer) Palette() color.Palette { return append(color.Palette(nil), r.palette...) }
