package raster

import (
	"context"
	"image"
	"sync"
	"sync/atomic"

	"github.com/jagadbatik/jagad/batik/raster/internal/cover"
)

// blockWidth is how many columns (px) of a band are drawn at a time, so that
// what is painted over and over stays in the cache.
const blockWidth = 1024

// job draws one window in bands. What a hand drew is outlined once, when the
// first band needs it, and forgotten after the last.
type job struct {
	r      *Renderer
	win    image.Rectangle
	pace   pace
	bands  int
	margin int  // pixels that may be drawn around a band
	tile   bool // of a zone: to be copied, and finished after that
	parts  []part
	inks   [][]byte // a run of pixels of each ink, as the canvas has them
	mixes  *cover.Mixes
	// under draws what a finish looks at, band for band.
	under *job
}

// part is what a job needs of a zone.
type part struct {
	z    *zone
	clip image.Rectangle // the zone in the window
	tile *canvas         // if not nil, the zone is a copy of it
	wide int             // if not 0, what lies so many pixels to the left is the same
	cut  bool            // the zone is clipped to its outline
	rows [][2]int        // for shape k, the rows of cells that touch the window
	cols [][2]int        // and the columns
	// slots holds for a zone with a Hand, for shape k and row j, the figures of
	// all columns: slots[k][j−rows[k][0]].
	slots [][]slot
}

type slot struct {
	first, last int // bands; first > last: none
	claimed     atomic.Bool
	ready       sync.WaitGroup
	left        atomic.Int32 // bands yet to draw
	f           *figures
}

// newJob prepares to draw win, which must lie in the picture, or if only is not
// nil, an endless lattice of that zone's cells. Zones of which a tile is at hand,
// or worth making, are copied from it.
//
// With mixes the pixels are numbers of these.
func (r *Renderer) newJob(ctx context.Context, win image.Rectangle, p pace, only *zone, mixes *cover.Mixes) (*job, error) {
	j := &job{r: r, win: win, pace: p, bands: p.band(win.Dy()-1) + 1, tile: only != nil, inks: r.inks, mixes: mixes}
	if mixes != nil {
		j.inks = numbers(len(r.inks))
	}
	if f := r.finish; f != nil && f.inner != nil {
		in := image.Rectangle{Min: win.Min.Mul(f.ss), Max: win.Max.Mul(f.ss)}
		j.under = &job{r: f.inner, win: in, pace: pace{p.span * f.ss, p.per}, bands: j.bands, margin: f.fabric.margin, inks: f.inner.inks}
		return j, j.under.divide(ctx, nil)
	}
	return j, j.divide(ctx, only)
}

// divide finds the parts of a job.
func (j *job) divide(ctx context.Context, only *zone) error {
	r, win := j.r, j.win.Inset(-j.margin).Intersect(j.r.Bounds())
	if only != nil {
		win = j.win
	}
	zones := r.zones
	if only != nil {
		zones = []*zone{only}
	}
	for _, z := range zones {
		p := part{z: z, clip: z.bounds.Intersect(win), cut: z.within != nil && only == nil}
		if only != nil {
			p.clip = win
		}
		if p.clip.Empty() {
			continue
		}
		if only == nil {
			t, err := j.tileFor(ctx, z, p.clip)
			if err != nil {
				return err
			}
			if p.tile = t; t != nil {
				j.parts = append(j.parts, p)
				continue
			}
		}
		p.rows, p.cols = make([][2]int, len(z.boxes)), make([][2]int, len(z.boxes))
		for k, b := range z.boxes {
			p.rows[k][0], p.rows[k][1] = z.y.cells(b.y0, b.y1, p.clip.Min.Y, p.clip.Max.Y)
			p.cols[k][0], p.cols[k][1] = z.x.cells(b.x0, b.x1, p.clip.Min.X, p.clip.Max.X)
		}
		if z.src.Hand != nil {
			all := 0
			for _, rows := range p.rows {
				all += rows[1] - rows[0]
			}
			p.slots = make([][]slot, len(z.boxes))
			free := make([]slot, all)
			for k, rows := range p.rows {
				n := rows[1] - rows[0]
				p.slots[k], free = free[:n:n], free[n:]
				for n := range p.slots[k] {
					j.prepare(&p, k, n)
				}
			}
		}
		if z.src.Hand == nil && z.src.Ground >= 0 && z.x.n > 0 && !p.cut {
			p.wide = int(z.x.period >> 8)
		}
		j.parts = append(j.parts, p)
	}
	for n := range j.parts { // what is painted over is not the same any more
		p := &j.parts[n]
		for _, over := range j.parts[n+1:] {
			if over.clip.Overlaps(p.clip) {
				p.wide = 0
			}
		}
	}
	return nil
}

// prepare notes which bands need a slot.
func (j *job) prepare(p *part, k, n int) {
	s := &p.slots[k][n]
	q := p.z.boxes[k].pixels(0, p.z.y.at(p.rows[k][0]+n))
	y0, y1 := max(q.Min.Y, p.clip.Min.Y)-j.win.Min.Y, min(q.Max.Y, p.clip.Max.Y)-j.win.Min.Y
	if y0 >= y1 {
		s.first, s.last = 0, -1
		return
	}
	s.first, s.last = j.pace.band(max(0, y0-j.margin)), min(j.bands-1, j.pace.band(y1-1+j.margin))
	s.left.Store(int32(s.last - s.first + 1))
	s.ready.Add(1)
}

// rect returns the pixels of band b.
func (j *job) rect(b int) image.Rectangle {
	q := j.win
	q.Min.Y, q.Max.Y = q.Min.Y+j.pace.start(b), min(q.Max.Y, q.Min.Y+j.pace.start(b+1))
	return q
}

// draw paints band b, which is c.
func (j *job) draw(ctx context.Context, w *worker, b int, c *canvas) error {
	defer j.release(b)
	if err := j.outline(ctx, w, b); err != nil {
		return err
	}
	return j.paint(ctx, w, b, c)
}

// paint paints a part of band b, whose figures are outlined.
func (j *job) paint(ctx context.Context, w *worker, b int, c *canvas) error {
	for x := c.rect.Min.X; x < c.rect.Max.X; x += blockWidth {
		q := c.rect
		q.Min.X, q.Max.X = x, min(q.Max.X, x+blockWidth)
		if !j.covers(q) {
			c.fill(q, j.inks[j.r.cloth.Ground], j.r.cloth.Ground)
		}
		for n := range j.parts {
			p := &j.parts[n]
			clip := p.clip.Intersect(q)
			if clip.Empty() {
				continue
			}
			to := inside
			if p.cut {
				to = w.lie(clip, p.z.within)
			}
			if to == outside {
				continue
			}
			if to == across {
				w.keep(c, clip)
			}
			if err := j.drawPart(ctx, w, p, b, c, clip); err != nil {
				return err
			}
			if to == across {
				w.restore(c, clip, p.z.within)
			}
		}
	}
	return ctx.Err()
}

// covers tells whether a zone paints all of q, so that nothing need be below it.
func (j *job) covers(q image.Rectangle) bool {
	for n := range j.parts {
		if p := &j.parts[n]; !p.cut && p.z.src.Ground >= 0 && q.In(p.clip) {
			return true
		}
	}
	return false
}

// drawPart paints a zone's part of band b inside clip.
func (j *job) drawPart(ctx context.Context, w *worker, p *part, b int, c *canvas, clip image.Rectangle) error {
	if p.tile != nil {
		c.copyTile(clip, p.tile)
		return nil
	}
	// A zone too large for a tile is drawn once along the band.
	again := clip
	if p.wide > 0 {
		clip.Max.X = min(clip.Max.X, max(clip.Min.X, p.clip.Min.X+p.wide, c.rect.Min.X+p.wide))
	}
	again.Min.X = clip.Max.X
	if err := j.drawCells(ctx, w, p, b, c, clip); err != nil {
		return err
	}
	c.copyLeft(again, p.wide)
	return nil
}

// drawCells paints a zone's part of band b inside clip, cell by cell.
func (j *job) drawCells(ctx context.Context, w *worker, p *part, b int, c *canvas, clip image.Rectangle) error {
	if clip.Empty() {
		return nil
	}
	if g := p.z.src.Ground; g >= 0 {
		c.fill(clip, j.inks[g], g)
	}
	if p.slots != nil {
		return j.drawSlots(ctx, w, p, b, c, clip)
	}
	return j.drawFixed(ctx, w, p, c, clip)
}

// outline makes the figures that band b needs. Workers share it: each makes what
// none has begun.
func (j *job) outline(ctx context.Context, w *worker, b int) error {
	for n := range j.parts {
		p := &j.parts[n]
		for k := range p.slots {
			for i := range p.slots[k] {
				s := &p.slots[k][i]
				if b < s.first || b > s.last || !s.claimed.CompareAndSwap(false, true) {
					continue
				}
				err := j.hand(ctx, w, p, k, p.rows[k][0]+i, s)
				s.ready.Done()
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// hand lets the hand draw shape k of the cells in row y.
func (j *job) hand(ctx context.Context, w *worker, p *part, k, y int, s *slot) error {
	s.f, _ = j.r.stock.Get().(*figures)
	if s.f == nil {
		s.f = &figures{}
	}
	s.f.reset()
	shape := &p.z.src.Cell[k]
	first, last := p.cols[k][0], p.cols[k][1]
	for x := first; x < last; x++ {
		q := p.z.boxes[k].pixels(p.z.x.at(x), p.z.y.at(y))
		if !q.Overlaps(p.clip) || p.cut && w.lie(q, p.z.within) == outside {
			continue
		}
		if err := w.pause(ctx, 16); err != nil {
			return err
		}
		w.drawn = p.z.src.Hand(w.drawn, shape.Mark, k, x, y)
		if w.add(s.f, x, w.drawn); len(s.f.list) == 1 {
			s.f.reserve(last - x)
		}
	}
	return nil
}

// release forgets the figures that no band needs any more.
func (j *job) release(b int) {
	for n := range j.parts {
		p := &j.parts[n]
		for k := range p.slots {
			for i := range p.slots[k] {
				s := &p.slots[k][i]
				if b >= s.first && b <= s.last && s.left.Add(-1) == 0 && s.f != nil {
					j.r.stock.Put(s.f)
					s.f = nil
				}
			}
		}
	}
}

// drawSlots paints what a hand drew.
func (j *job) drawSlots(ctx context.Context, w *worker, p *part, b int, c *canvas, clip image.Rectangle) error {
	for k := range p.slots {
		shape := &p.z.src.Cell[k]
		run := j.inks[shape.Ink]
		for n := range p.slots[k] {
			s := &p.slots[k][n]
			if b < s.first || b > s.last {
				continue
			}
			s.ready.Wait()
			dy := p.z.y.at(p.rows[k][0] + n)
			for i := range s.f.list {
				g := &s.f.list[i]
				dx := p.z.x.at(g.i)
				q := p.z.boxes[k].pixels(dx, dy).Intersect(clip)
				if q.Empty() {
					continue
				}
				if err := w.pause(ctx, 1+g.dots[1]-g.dots[0]); err != nil {
					return err
				}
				w.paint(c, q, s.f, g, dx, dy, run, shape.Ink)
			}
		}
	}
	return nil
}

// drawFixed paints cells that are all equal.
func (j *job) drawFixed(ctx context.Context, w *worker, p *part, c *canvas, clip image.Rectangle) error {
	p.z.once.Do(func() {
		p.z.fixed = &figures{}
		o := w.outliner
		o.sx, o.sy = p.z.scale[0], p.z.scale[1]
		for k := range p.z.src.Cell {
			o.add(p.z.fixed, k, p.z.src.Cell[k].Mark)
		}
	})
	f := p.z.fixed
	for n := range f.list {
		g := &f.list[n]
		k := g.i // here there is one figure a shape, and i is the shape
		shape, b := &p.z.src.Cell[k], p.z.boxes[k]
		run := j.inks[shape.Ink]
		x0, x1 := p.z.x.cells(b.x0, b.x1, clip.Min.X, clip.Max.X)
		y0, y1 := p.z.y.cells(b.y0, b.y1, clip.Min.Y, clip.Max.Y)
		for y := y0; y < y1; y++ {
			dy := p.z.y.at(y)
			for x := x0; x < x1; x++ {
				if err := w.pause(ctx, 1+g.dots[1]-g.dots[0]); err != nil {
					return err
				}
				dx := p.z.x.at(x)
				w.paint(c, b.pixels(dx, dy).Intersect(clip), f, g, dx, dy, run, shape.Ink)
			}
		}
	}
	return nil
}

// pause asks the context once in a while; work is in marks or dots.
func (w *worker) pause(ctx context.Context, work int) error {
	if w.done += work; w.done < 1024 {
		return nil
	}
	w.done = 0
	return ctx.Err()
}
