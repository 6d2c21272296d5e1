package raster

import (
	"context"
	"image"
	"math"
	"math/bits"

	"github.com/jagadbatik/jagad/batik/raster/internal/cover"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// tinter is what one goroutine needs to finish cloth.
type tinter struct {
	under *worker // of the inner Renderer
	cover cover.Raster
	inks  []byte   // of the inner pixels of a tile and around it
	seep  [][]byte // by net: how much comes through its cracks there
	cells []crossing
	cols  []column
	soft  [64]int
	sums  []uint64 // of a row of pixels: light
	bumps []int    // and relief
	left  []geom.Pt
	right []geom.Pt
	poly  []cover.Point
}

// column is what an inner column knows of the warp.
type column struct {
	thread       int // from the tile's first
	across, ends int
}

// finishBand draws band b of a job, which is c, with its finish, in tiles.
func (w *worker) finishBand(ctx context.Context, j *job, b int, c *canvas) error {
	f := j.r.finish
	if f.inner == nil {
		return w.finishAfar(ctx, j, b, c)
	}
	if w.tint == nil {
		w.tint = &tinter{under: f.inner.worker()}
	}
	defer j.under.release(b)
	if err := j.under.outline(ctx, w.tint.under, b); err != nil {
		return err
	}
	side := max(1, tileSide/f.ss)
	for y := c.rect.Min.Y; y < c.rect.Max.Y; y += side {
		for x := c.rect.Min.X; x < c.rect.Max.X; x += side {
			q := image.Rect(x, y, x+side, y+side).Intersect(c.rect)
			if err := w.tint.tile(ctx, j, b, q, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// tile draws the pixels q of band b.
func (t *tinter) tile(ctx context.Context, j *job, b int, q image.Rectangle, c *canvas) error {
	f := j.r.finish
	in := image.Rectangle{Min: q.Min.Mul(f.ss), Max: q.Max.Mul(f.ss)}
	around := in.Inset(-f.fabric.margin)
	stride := around.Dx()
	if err := t.look(ctx, j.under, b, around); err != nil {
		return err
	}
	for len(t.seep) < len(f.nets) {
		t.seep = append(t.seep, nil)
	}
	for _, n := range f.used {
		t.seep[n] = sized(t.seep[n], stride*around.Dy())
		clear(t.seep[n])
		if err := t.crack(ctx, f, n, around); err != nil {
			return err
		}
	}
	cells, wide, top := t.weave(f, in, stride)
	t.sums, t.bumps = grown(&t.sums, q.Dx()), grown(&t.bumps, q.Dx())
	w := &f.fabric
	for i, d := range w.soft {
		t.soft[i] = int(d[1])*stride + int(d[0])
	}
	for y := q.Min.Y; y < q.Max.Y; y++ {
		clear(t.sums)
		clear(t.bumps)
		for iy := y * f.ss; iy < (y+1)*f.ss; iy++ {
			row := w.thread(iy, 1)
			t.row(f, cells[(row.n-top)*wide:][:wide], row, (iy-around.Min.Y)*stride+in.Min.X-around.Min.X, in.Min.X, iy)
		}
		t.show(f, c.at(q.Min.X, y)[:4*q.Dx()])
		if y&31 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// row adds up an inner row, which begins at offset at of the tile and at (x0,y) of
// the cloth, over the crossings of its thread.
func (t *tinter) row(f *finish, line []crossing, row thread, at, x0, y int) {
	soft := t.soft[y&7<<3:][:8]
	across, ends := f.fabric.across(row.phase), f.fabric.ends(row.phase)
	faced := f.fabric.faced
	p, part := 0, 0
	for x := 0; x < len(t.cols); {
		thread := t.cols[x].thread
		k := &line[thread]
		// Most of a crossing is of one colour.
		was, one := -1, uint64(0)
		for ; x < len(t.cols) && t.cols[x].thread == thread; x++ {
			o := at + x + k.to + soft[(x0+x)&7]
			ink := t.inks[o]
			if is := int(ink); is != was || f.cracked[ink] {
				one, was = f.pixel(t, ink, o, k.shade), is
			}
			v := one
			if faced {
				v *= faceWeight
				if other := t.inks[o+k.face]; other != ink {
					v += f.pixel(t, other, o+k.face, k.shade) - one
				}
			}
			bump := k.base
			if k.warp {
				bump += t.cols[x].across + ends
			} else {
				bump += across + t.cols[x].ends
			}
			t.sums[p] += v
			t.bumps[p] += bump
			if part++; part == f.ss {
				p, part = p+1, 0
			}
		}
	}
}

// show writes a row of pixels from what was added up.
func (t *tinter) show(f *finish, dst []byte) {
	samples := uint64(f.ss * f.ss)
	whole := samples * samples * reliefOne
	if f.fabric.faced {
		whole *= faceWeight
	}
	// Twice a side is a power of two, which divides faster.
	shift := bits.TrailingZeros64(whole)
	exact := whole == 1<<shift
	for x, v := range t.sums {
		b := uint64(max(0, t.bumps[x]))
		for ch := range 3 {
			l := v>>(laneBits*ch)&laneMask*b + whole/2
			if exact {
				l >>= shift
			} else {
				l /= whole
			}
			dst[4*x+ch] = f.encode[min(l, light)]
		}
		dst[4*x+3] = 255
	}
}

// pixel returns the light of an ink at offset o of the tile.
func (f *finish) pixel(t *tinter, ink byte, o, shade int) uint64 {
	c := &f.inks[ink]
	i := shade
	for n, net := range c.nets {
		i |= int(t.seep[net][o]>>4) << (4 + 4*n)
	}
	if v := c.table[i].Load(); v != 0 {
		return v &^ made
	}
	return f.make(c, i)
}

// look draws which ink lies where. Beyond the cloth its edge goes on.
func (t *tinter) look(ctx context.Context, j *job, b int, q image.Rectangle) error {
	w, h := q.Dx(), q.Dy()
	t.inks = sized(t.inks, w*h)
	on := q.Intersect(j.r.Bounds())
	at := on.Min.Sub(q.Min)
	c := &canvas{rect: on, pix: t.inks[at.Y*w+at.X:], stride: w, depth: 1}
	if err := j.paint(ctx, t.under, b, c); err != nil {
		return err
	}
	on = on.Sub(q.Min)
	for y := on.Min.Y; y < on.Max.Y; y++ {
		row := t.inks[y*w:][:w]
		set(row[:on.Min.X], row[on.Min.X])
		set(row[on.Max.X:], row[on.Max.X-1])
	}
	for y := range h {
		if k := min(max(y, on.Min.Y), on.Max.Y-1); k != y {
			copy(t.inks[y*w:][:w], t.inks[k*w:])
		}
	}
	return nil
}

func set(row []byte, v byte) {
	for i := range row {
		row[i] = v
	}
}

// weave returns the crossings of a tile, by row, how many there are in a row, and
// the first thread of the weft. It sets the columns.
func (t *tinter) weave(f *finish, in image.Rectangle, stride int) (cells []crossing, wide, top int) {
	w := &f.fabric
	cols := grown(&t.cols, in.Dx())
	first := w.thread(in.Min.X, 0).n
	for x := range cols {
		h := w.thread(in.Min.X+x, 0)
		cols[x] = column{h.n - first, w.across(h.phase), w.ends(h.phase)}
	}
	top = w.thread(in.Min.Y, 1).n
	wide = cols[len(cols)-1].thread + 1
	high := w.thread(in.Max.Y-1, 1).n - top + 1
	cells = grown(&t.cells, wide*high)
	k := nodeSize / w.pitch // threads between nodes
	i0, i1 := int(math.Floor(float64(first)/k)), int(math.Floor(float64(first+wide)/k))+1
	var above, below, here []slow
	done := math.MinInt
	for j := range high {
		v := float64(top+j) / k
		row := int(math.Floor(v))
		if row != done {
			done, above, below = row, above[:0], below[:0]
			for i := i0; i <= i1; i++ {
				above, below = append(above, w.node(i, row)), append(below, w.node(i, row+1))
			}
		}
		here = here[:0]
		for i := range above {
			here = append(here, above[i].mix(below[i], v-float64(row)))
		}
		for i := range wide {
			u := float64(first+i) / k
			n := int(math.Floor(u))
			cells[j*wide+i] = w.cross(first+i, top+j, here[n-i0].mix(here[n-i0+1], u-float64(n)), stride)
		}
	}
	return cells, wide, top
}

// grown returns n elements of s, made anew if it is too short.
func grown[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n)
	}
	*s = (*s)[:n]
	return *s
}

// crack draws how much comes through the cracks of a net.
func (t *tinter) crack(ctx context.Context, f *finish, n int, q image.Rectangle) error {
	s := f.scale
	all, err := f.nets[n].In(ctx, geom.Rect{
		Min: geom.Pt{X: float64(q.Min.X)/s[0] - .5, Y: float64(q.Min.Y)/s[1] - .5},
		Max: geom.Pt{X: float64(q.Max.X)/s[0] + .5, Y: float64(q.Max.Y)/s[1] + .5},
	}, f.inner != nil)
	if err != nil {
		return err
	}
	seep := f.seeds[n]
	for i := range all {
		if i&255 == 255 && ctx.Err() != nil {
			return ctx.Err()
		}
		line, half := all[i].Line, all[i].Halves()
		// In pieces of some mm, each with its own share of the dye; they overlap by
		// one point, so that no seam is seen.
		for from := 0; from < len(line)-1; from += pieceOf {
			to := min(from+pieceOf+2, len(line))
			mid := line[(from+to-1)/2]
			a, b := seep.Noise2(mid.X/11, mid.Y/11, 0, 0)
			// The first cracks were bent most often.
			v := geom.Clamp(float64((.34+float64(.4*all[i].Age))*(1+float64(.3*a)+float64(.1*b))), leastSeep/2, mostSeep)
			// Dye creeps under the edge of the wax.
			t.ribbon(f, n, q, line, half, from, to, .05, byte(v*80))
			t.ribbon(f, n, q, line, half, from, to, 0, byte(v*255))
		}
	}
	return nil
}

// pieceOf is how many points of a crack, about .3 mm apart, have one share of dye.
const pieceOf = 8

// ribbon draws points from…to of a crack, broader by more mm.
func (t *tinter) ribbon(f *finish, n int, q image.Rectangle, line []geom.Pt, half []float64, from, to int, more float64, v byte) {
	s := f.scale
	t.left, t.right = t.left[:0], t.right[:0]
	for i := from; i < to; i++ {
		dir := line[min(i+1, len(line)-1)].Sub(line[max(i-1, 0)]).Unit().Perp()
		// Wax breaks roughly.
		h := f.fabric.hash(int(int64(line[i].X*4096)), int(int64(line[i].Y*4096)))
		w := float64(half[i]*(1+float64(.16*unit(h)))) + more
		t.left, t.right = append(t.left, line[i].Add(dir.Mul(w))), append(t.right, line[i].Sub(dir.Mul(w)))
	}
	b := box{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32}
	t.poly = t.poly[:0]
	add := func(p geom.Pt) {
		x, y := quantize(float64(p.X*s[0])), quantize(float64(p.Y*s[1]))
		b = box{min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)}
		t.poly = append(t.poly, cover.Point{X: x, Y: y})
	}
	for _, p := range t.left {
		add(p)
	}
	for i := len(t.right) - 1; i >= 0; i-- {
		add(t.right[i])
	}
	p := b.pixels(0, 0).Intersect(q)
	if p.Empty() {
		return
	}
	t.cover.Reset(p.Dx(), p.Dy())
	t.cover.Add(t.poly, -int32(p.Min.X)<<8, -int32(p.Min.Y)<<8)
	t.cover.FillGray(t.seep[n][(p.Min.Y-q.Min.Y)*q.Dx()+p.Min.X-q.Min.X:], q.Dx(), v)
}
