package raster

import (
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"iter"
	"sync"
)

const (
	// A band is at most maxRows rows and about maxBand bytes, unless the caller
	// asks otherwise.
	maxRows = 256
	maxBand = 12 << 20
	minRows = 16
)

// Draw fills dst with the window dst.Bounds() of the picture, in the pixels of
// the whole. Parts of dst that lie outside the picture are left as they are. All
// pixels are opaque. On an error, which is ctx's or says that dst is malformed,
// dst is in an undefined state.
func (r *Renderer) Draw(ctx context.Context, dst *image.RGBA) error {
	if dst == nil {
		return fmt.Errorf("raster: image is nil")
	}
	win := dst.Rect.Intersect(r.Bounds())
	if dst.Rect.Empty() || win.Empty() {
		return ctx.Err()
	}
	if err := fits(dst.Rect, len(dst.Pix), dst.Stride, 4); err != nil {
		return err
	}
	return r.render(ctx, &canvas{rect: win, pix: dst.Pix[dst.PixOffset(win.Min.X, win.Min.Y):], stride: dst.Stride, depth: 4}, nil)
}

// DrawIndexed is Draw for an image whose pixels are indices of the inks, of a
// Renderer with hard edges. It sets dst.Palette.
func (r *Renderer) DrawIndexed(ctx context.Context, dst *image.Paletted) error {
	if r.edges != Hard {
		return fmt.Errorf("raster: options.edges: an indexed picture needs Hard")
	}
	if dst == nil {
		return fmt.Errorf("raster: image is nil")
	}
	dst.Palette = r.Palette()
	win := dst.Rect.Intersect(r.Bounds())
	if dst.Rect.Empty() || win.Empty() {
		return ctx.Err()
	}
	if err := fits(dst.Rect, len(dst.Pix), dst.Stride, 1); err != nil {
		return err
	}
	return r.render(ctx, &canvas{rect: win, pix: dst.Pix[dst.PixOffset(win.Min.X, win.Min.Y):], stride: dst.Stride, depth: 1}, nil)
}

// fits checks that an image of depth bytes a pixel has all of its pixels.
func fits(rect image.Rectangle, n, stride, depth int) error {
	if stride < depth*rect.Dx() || n < (rect.Dy()-1)*stride+depth*rect.Dx() {
		return fmt.Errorf("raster: image of %v has %d bytes with a stride of %d", rect, n, stride)
	}
	return nil
}

// rows returns the height of a band for a window of the given width.
func (r *Renderer) rows(width int) int {
	return max(minRows, min(maxRows, maxBand/(4*width)))
}

// render draws the window c.rect, or of the endless lattice of one zone.
func (r *Renderer) render(ctx context.Context, c *canvas, only *zone) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	j, err := r.newJob(ctx, c.rect, pace{r.rows(c.rect.Dx()), 1}, only, c.mixes)
	if err != nil {
		return err
	}
	band := func(ctx context.Context, w *worker, b int) (struct{}, error) {
		q := j.rect(b)
		return struct{}{}, w.band(ctx, j, b, &canvas{rect: q, pix: c.at(q.Min.X, q.Min.Y), stride: c.stride, depth: c.depth, mixes: c.mixes})
	}
	workers := r.workers
	if c.mixes != nil { // which bands share
		workers = 1
	}
	for _, err := range ordered(ctx, r, workers, j.bands, band) {
		if err != nil {
			return err
		}
	}
	return nil
}

// band draws band b of a job. With hard edges a picture in colour is drawn by
// index first.
func (w *worker) band(ctx context.Context, j *job, b int, c *canvas) error {
	if j.r.finish != nil && !j.tile {
		return w.finishBand(ctx, j, b, c)
	}
	if c.depth == 1 || j.r.edges == Smooth {
		return j.draw(ctx, w, b, c)
	}
	width := c.rect.Dx()
	if n := width * c.rect.Dy(); len(w.index) < n {
		w.index = make([]byte, n)
	}
	if err := j.draw(ctx, w, b, &canvas{rect: c.rect, pix: w.index, stride: width, depth: 1}); err != nil {
		return err
	}
	for y := range c.rect.Dy() {
		dst := c.pix[y*c.stride:][:4*width]
		for _, ink := range w.index[y*width:][:width] {
			binary.LittleEndian.PutUint32(dst, j.r.words[ink])
			dst = dst[4:]
		}
	}
	return nil
}

func (r *Renderer) worker() *worker {
	if w, ok := r.scratch.Get().(*worker); ok {
		return w
	}
	return &worker{outliner: outliner{sx: r.scale[0], sy: r.scale[1], s: (r.scale[0] + r.scale[1]) / 2, arcs: r.arcs}}
}

// ordered runs do for 0…n−1 on so many of the renderer's workers and yields the
// results in order. At most workers+2 results wait at any time. It yields one error
// at most, the topmost, and leaves no goroutine behind.
func ordered[T any](ctx context.Context, r *Renderer, workers, n int, do func(context.Context, *worker, int) (T, error)) iter.Seq2[T, error] {
	type result struct {
		v   T
		err error
	}
	return func(yield func(T, error) bool) {
		var zero T
		if workers == 1 || n == 1 {
			w := r.worker()
			defer r.scratch.Put(w)
			for i := range n {
				v, err := do(ctx, w, i)
				if err != nil {
					yield(zero, err)
					return
				}
				if !yield(v, nil) {
					return
				}
			}
			return
		}
		parent := ctx
		ctx, stop := context.WithCancel(ctx)
		queue := make(chan chan result, workers)
		defer func() {
			stop()
			for c := range queue {
				<-c
			}
		}()
		go func() {
			var running sync.WaitGroup
			// The queue closes when all is done, so draining it waits for all.
			defer close(queue)
			defer running.Wait()
			free := make(chan struct{}, workers)
			for i := range n {
				select {
				case free <- struct{}{}:
				case <-ctx.Done():
					return
				}
				c := make(chan result, 1)
				select {
				case queue <- c:
				case <-ctx.Done():
					return
				}
				running.Go(func() {
					w := r.worker()
					v, err := do(ctx, w, i)
					r.scratch.Put(w)
					c <- result{v, err}
					<-free
				})
			}
		}()
		for c := range queue {
			v := <-c
			if v.err != nil {
				if err := parent.Err(); err != nil {
					v.err = err
				}
				yield(zero, v.err)
				return
			}
			if !yield(v.v, nil) {
				return
			}
		}
		if err := parent.Err(); err != nil {
			yield(zero, err)
		}
	}
}

// Map draws the picture in bands of the given number of rows, from top to bottom,
// 0 meaning as many as keep memory small, and yields what f makes of each, in
// order. Several workers draw and call f at once; an image is f's only until it
// returns. The first error, f's or ctx's, ends the sequence.
//
// Since compressing may happen inside f, this is what exporters are made with.
func Map[T any](ctx context.Context, r *Renderer, rows int, f func(*image.RGBA) (T, error)) iter.Seq2[T, error] {
	return values(bands(ctx, r, r.Bounds(), rows, make(stock, r.workers), 4, 0, inColour(f)))
}

// MapIndexed is Map for a Renderer with hard edges: pixels are indices of the
// inks.
func MapIndexed[T any](ctx context.Context, r *Renderer, rows int, f func(*image.Paletted) (T, error)) iter.Seq2[T, error] {
	return values(bands(ctx, r, r.Bounds(), rows, make(stock, r.workers), 1, 0, byIndex(r, f)))
}

// stock holds the pixels of bands for use again.
type stock chan []byte

func (s stock) get(n int) []byte {
	select {
	case pix := <-s:
		return pix[:n]
	default:
		return make([]byte, n)
	}
}

func (s stock) put(pix []byte) {
	select {
	case s <- pix[:cap(pix)]:
	default:
	}
}

// bands draws bands of a window into pixels from s and yields what f, which puts
// them back, makes of them, once for all bands that are equal because the cloth
// repeats: as MapWindow. Pixels of one byte need hard edges.
func bands[T any](ctx context.Context, r *Renderer, win image.Rectangle, rows int, s stock, depth, keep int,
	f func(*canvas, stock) (T, error)) iter.Seq2[Band[T], error] {
	return func(yield func(Band[T], error) bool) {
		var zero T
		fail := func(err error) { yield(Band[T]{}, err) }
		if depth == 1 && r.edges != Hard {
			fail(fmt.Errorf("raster: options.edges: an indexed picture needs Hard"))
			return
		}
		if err := ctx.Err(); err != nil {
			fail(err)
			return
		}
		if win = win.Intersect(r.Bounds()); win.Empty() {
			return
		}
		p := pace{min(rows, win.Dy()), 1}
		if rows <= 0 {
			p = r.pace(win)
		}
		j, err := r.newJob(ctx, win, p, nil, nil)
		if err != nil {
			fail(err)
			return
		}
		if r.finish != nil { // no two threads are alike
			keep = 0
		}
		first := j.first(keep / max(1, win.Dx()*p.rows()))
		drawn, uses := make([]int, 0, j.bands), make([]int, j.bands)
		for b, a := range first {
			if uses[a]++; a == b {
				drawn = append(drawn, b)
			}
		}
		do := func(ctx context.Context, w *worker, n int) (T, error) {
			c := &canvas{rect: j.rect(drawn[n]), stride: win.Dx() * depth, depth: depth}
			c.pix = s.get(p.rows() * c.stride)[:c.rect.Dy()*c.stride]
			if err := w.band(ctx, j, drawn[n], c); err != nil {
				return zero, err
			}
			return f(c, s)
		}
		kept := map[int]T{} // the values of bands that come again
		next := 0
		for v, err := range ordered(ctx, r, r.workers, len(drawn), do) {
			if err != nil {
				fail(err)
				return
			}
			kept[next] = v
			for more := true; more; {
				a := first[next]
				uses[a]--
				b := Band[T]{j.rect(next), kept[a], uses[a] == 0}
				if b.Last {
					delete(kept, a)
				}
				if !yield(b, nil) {
					return
				}
				next++
				more = next < j.bands && first[next] < next
			}
		}
	}
}

// values passes on what was made of bands.
func values[T any](seq iter.Seq2[Band[T], error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for b, err := range seq {
			if !yield(b.Value, err) {
				return
			}
		}
	}
}

// inColour and byIndex let f see a canvas as an image.
func inColour[T any](f func(*image.RGBA) (T, error)) func(*canvas, stock) (T, error) {
	return func(c *canvas, s stock) (T, error) {
		defer s.put(c.pix)
		return f(&image.RGBA{Pix: c.pix, Stride: c.stride, Rect: c.rect})
	}
}

func byIndex[T any](r *Renderer, f func(*image.Paletted) (T, error)) func(*canvas, stock) (T, error) {
	return func(c *canvas, s stock) (T, error) {
		defer s.put(c.pix)
		return f(&image.Paletted{Pix: c.pix, Stride: c.stride, Rect: c.rect, Palette: r.palette})
	}
}

// Bands yields the picture in bands of the given number of rows, from top to
// bottom; 0 means as many as keep memory small. Several workers draw ahead. An
// image is the caller's only until the next is asked for. The first error, which
// is ctx's, ends the sequence; then the image is nil.
func (r *Renderer) Bands(ctx context.Context, rows int) iter.Seq2[*image.RGBA, error] {
	s := make(stock, r.workers+2)
	return lend(values(bands(ctx, r, r.Bounds(), rows, s, 4, 0, func(c *canvas, _ stock) (*image.RGBA, error) {
		return &image.RGBA{Pix: c.pix, Stride: c.stride, Rect: c.rect}, nil
	})), func(m *image.RGBA) { s.put(m.Pix) })
}

// IndexedBands is Bands for a Renderer with hard edges: pixels are indices of the
// inks.
func (r *Renderer) IndexedBands(ctx context.Context, rows int) iter.Seq2[*image.Paletted, error] {
	s := make(stock, r.workers+2)
	return lend(values(bands(ctx, r, r.Bounds(), rows, s, 1, 0, func(c *canvas, _ stock) (*image.Paletted, error) {
		return &image.Paletted{Pix: c.pix, Stride: c.stride, Rect: c.rect, Palette: r.palette}, nil
	})), func(m *image.Paletted) { s.put(m.Pix) })
}

// lend passes a sequence on and takes each image back when the next is asked for.
func lend[M any](seq iter.Seq2[M, error], back func(M)) iter.Seq2[M, error] {
	return func(yield func(M, error) bool) {
		for m, err := range seq {
			if !yield(m, err) {
				return
			}
			if err == nil {
				back(m)
			}
		}
	}
}
