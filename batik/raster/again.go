package raster

import (
	"context"
	"image"
	"iter"
)

// Band is a band of a picture and what was made of it.
type Band[T any] struct {
	Rect  image.Rectangle // in pixels of the whole
	Value T
	// Last says that no band after this one has the same Value, so that whoever
	// takes it may use it up.
	Last bool
}

// pace is how a window is cut into bands: per of them to every span rows, as equal
// as can be.
type pace struct{ span, per int }

// start returns the first row of band b, from the top of the window.
func (p pace) start(b int) int { return b/p.per*p.span + b%p.per*p.span/p.per }

// band returns the band that holds row y.
func (p pace) band(y int) int { return y/p.span*p.per + ((y%p.span+1)*p.per-1)/p.span }

// rows returns how many rows the highest band has.
func (p pace) rows() int { return (p.span + p.per - 1) / p.per }

// pace cuts a window into bands that keep memory small and, where cells repeat
// exactly down the window, come round with them.
func (r *Renderer) pace(win image.Rectangle) pace {
	most, period := r.rows(max(1, win.Dx())), r.period(win)
	switch {
	case most >= win.Dy():
		return pace{max(1, win.Dy()), 1}
	case period == 0 || r.finish != nil: // no two threads are alike
		return pace{most, 1}
	case period <= most:
		return pace{most / period * period, 1}
	}
	return pace{period, (period + most - 1) / most}
}

// period returns after how many rows the zone that takes the most of a window
// repeats, at least once in it; 0 if no zone does.
func (r *Renderer) period(win image.Rectangle) int {
	period, area := 0, 0
	for _, z := range r.zones {
		q := z.bounds.Intersect(win)
		if a := q.Dx() * q.Dy(); a > area && z.again() > 0 && 2*z.again() <= q.Dy() {
			period, area = z.again(), a
		}
	}
	return period
}

// BandRows returns how many rows a band of a window should have where all have as
// many: as many as keep memory small, and, where cells repeat exactly down the
// window, a number that comes round with them.
func (r *Renderer) BandRows(win image.Rectangle) int {
	most := r.rows(max(1, win.Dx()))
	if most >= win.Dy() {
		return max(1, win.Dy())
	}
	period := r.period(win)
	best, common := most, 1
	for rows := most; rows >= max(minRows, most/2); rows-- {
		if n := gcd(rows, period); period > 0 && n > common {
			best, common = rows, n
		}
	}
	return best
}

// again returns after how many rows the zone has the same pixels by the way it
// is drawn; 0 if never.
func (z *zone) again() int {
	if z.src.Hand != nil || z.within != nil || z.y.n == 0 {
		return 0
	}
	return int(z.y.period >> 8)
}

// first returns for each band the one above it whose value it shares, since it has
// the same pixels by the way they are drawn: itself, unless all that is in it
// repeats down the cloth. No more bands than keep are shared.
func (j *job) first(keep int) []int {
	first := make([]int, j.bands)
	shared, n := make([]bool, j.bands), 0
	for b := range first {
		first[b] = b
		if keep == 0 {
			continue
		}
		if a := j.like(b); a >= 0 {
			if a = first[a]; !shared[a] {
				if n == keep {
					continue
				}
				n++
				shared[a] = true
			}
			first[b] = a
		}
	}
	return first
}

// like returns a band above b that has the same pixels, or −1.
func (j *job) like(b int) int {
	q := j.rect(b)
	period := j.pace.span
	for n := range j.parts {
		p := &j.parts[n]
		if !overlaps(p.clip, q) {
			continue
		}
		k := p.z.again()
		if k == 0 {
			return -1
		}
		if period = period / gcd(period, k) * k; period > j.win.Dy() {
			return -1
		}
	}
	step := period / j.pace.span * j.pace.per
	for a := b - step; a >= 0; a -= step {
		if o := j.rect(a); o.Dy() == q.Dy() && j.same(o, q) {
			return a
		}
	}
	return -1
}

// same tells whether the rows o and those of q below, which are a common period of
// the parts in q further down, show the same parts, all from o to q.
func (j *job) same(o, q image.Rectangle) bool {
	for n := range j.parts {
		c := j.parts[n].clip
		in := overlaps(c, q)
		if in != overlaps(c, o) || in && (c.Min.Y > o.Min.Y || c.Max.Y < q.Max.Y) {
			return false
		}
	}
	return true
}

// overlaps tells whether two rectangles share rows.
func overlaps(a, b image.Rectangle) bool { return a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y }

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// MapWindow is Map for the part of the picture that lies in win, which is clipped
// to it, in bands of rows; 0 means as many as keep memory small and come round with
// what repeats, which may differ by one from band to band. Bands that are equal
// because the cloth repeats share one value: f is called for the first of them only.
//
// Values that come again are kept, those of so many pixels (keep) of bands at the
// most: bands beyond are made anew, so that memory is bounded however much of a
// large cloth it takes until it repeats.
func MapWindow[T any](ctx context.Context, r *Renderer, win image.Rectangle, rows, keep int, f func(*image.RGBA) (T, error)) iter.Seq2[Band[T], error] {
	return bands(ctx, r, win, rows, make(stock, r.workers), 4, keep, inColour(f))
}

// MapWindowIndexed is MapWindow for a Renderer with hard edges: pixels are indices
// of the inks.
func MapWindowIndexed[T any](ctx context.Context, r *Renderer, win image.Rectangle, rows, keep int, f func(*image.Paletted) (T, error)) iter.Seq2[Band[T], error] {
	return bands(ctx, r, win, rows, make(stock, r.workers), 1, keep, byIndex(r, f))
}
