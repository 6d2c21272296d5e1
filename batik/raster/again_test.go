package raster

import (
	"context"
	"image"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Bands that share a value have the pixels that they would have on their own, in
// every window and for every height of the bands.
func TestMapWindowShares(t *testing.T) {
	bordered := sarong(200, 600, false)
	z := bordered.Zones[0]
	z.Bounds, z.Repeat, z.Cell = geom.R(0, 0, 200, 30), geom.Pt{X: 50, Y: 30}, z.Cell[:3]
	bordered.Zones = append(bordered.Zones, z)
	mixed := sarong(200, 600, false)
	mixed.Zones = append(mixed.Zones, cloth.Zone{Bounds: geom.R(0, 300, 90, 100), Repeat: geom.Pt{X: 40, Y: 40}, Ground: -1,
		Cell: z.Cell, Hand: wobble, Margin: .3})
	for name, c := range map[string]*cloth.Cloth{
		"repeat": sarong(200, 600, false), "bordered": bordered, "mixed": mixed, "hand": sarong(200, 600, true),
	} {
		for _, edges := range []Edges{Smooth, Hard} {
			r, err := New(c, Options{DPI: 60, Edges: edges, Workers: 2})
			require.NoError(t, err)
			whole := image.NewRGBA(r.Bounds())
			require.NoError(t, r.Draw(context.Background(), whole))
			for _, win := range []image.Rectangle{r.Bounds(), image.Rect(3, 5, 201, r.Size().Y-7), image.Rect(10, 10, 12, 12)} {
				for _, rows := range []int{0, 16, 47, 94, 1000} {
					seen, y := 0, win.Min.Y
					var made atomic.Int64 // two workers count
					last := map[*image.RGBA]bool{}
					for b, err := range MapWindow(context.Background(), r, win, rows, 1<<30, func(m *image.RGBA) (*image.RGBA, error) {
						made.Add(1)
						n := *m
						n.Pix = append([]byte(nil), m.Pix...)
						return &n, nil
					}) {
						require.NoError(t, err)
						require.Equal(t, image.Rect(win.Min.X, y, win.Max.X, b.Rect.Max.Y), b.Rect)
						y = b.Rect.Max.Y
						for v := range b.Rect.Dy() {
							require.Equal(t, whole.Pix[whole.PixOffset(win.Min.X, b.Rect.Min.Y+v):][:4*win.Dx()],
								b.Value.Pix[v*b.Value.Stride:][:4*win.Dx()], "%s %v rows %d at %v", name, win, rows, b.Rect)
						}
						require.False(t, last[b.Value])
						last[b.Value] = b.Last
						seen++
					}
					assert.Equal(t, win.Max.Y, y)
					for _, done := range last {
						assert.True(t, done)
					}
					if rows == 94 && win == r.Bounds() { // the repeat
						want := map[string]int{"repeat": 1, "bordered": 2, "hand": seen, "mixed": 4}[name]
						assert.EqualValues(t, want, made.Load(), name)
					}
				}
			}
		}
	}
}

// Bands that come round with a repeat follow one another without a gap, and a
// repeat of any number of rows, a prime one too, has no more of them than it needs.
func TestPace(t *testing.T) {
	for _, p := range []pace{{1, 1}, {256, 1}, {617, 3}, {619, 4}, {100, 100}, {64, 7}} {
		y := 0
		for b := range 3*p.per + 1 {
			require.Equal(t, y, p.start(b), "%v", p)
			for ; y < p.start(b+1); y++ {
				require.Equal(t, b, p.band(y), "%v", p)
			}
			rows := p.start(b+1) - p.start(b)
			require.LessOrEqual(t, rows, p.rows())
			require.GreaterOrEqual(t, rows, p.span/p.per)
		}
		require.Equal(t, 3*p.span, p.start(3*p.per))
	}
	r, err := New(sarong(200, 600, false), Options{DPI: 60})
	require.NoError(t, err)
	assert.Equal(t, 94, r.period(r.Bounds()))
	whole := image.NewRGBA(r.Bounds())
	require.NoError(t, r.Draw(context.Background(), whole))
	for _, per := range []int{1, 2, 3, 5} {
		j, err := r.newJob(context.Background(), r.Bounds(), pace{94, per}, nil, nil)
		require.NoError(t, err)
		distinct := 0
		for b, a := range j.first(per + 1) {
			o, q := j.rect(a), j.rect(b)
			require.Equal(t, o.Dy(), q.Dy())
			require.Equal(t, whole.Pix[o.Min.Y*whole.Stride:o.Max.Y*whole.Stride], whole.Pix[q.Min.Y*whole.Stride:q.Max.Y*whole.Stride])
			if a == b {
				distinct++
			}
		}
		assert.LessOrEqual(t, distinct, per+1) // the last may be cut
	}
}

// What is copied along a band has the pixels that it would have if it were drawn,
// under other zones too.
func TestCopiedAlongBands(t *testing.T) {
	c := sarong(200, 100, false)
	over := c.Zones[0]
	over.Bounds, over.Repeat = geom.R(0, 60, 200, 40), geom.Pt{X: 20, Y: 31}
	c.Zones[0].Bounds = geom.R(13, 0, 180, 60)
	c.Zones = append(c.Zones, over)
	mixed := *c
	mixed.Zones = append(mixed.Zones[:2:2], cloth.Zone{Bounds: geom.R(90, 0, 20, 20), Ground: 1})
	for _, c := range []*cloth.Cloth{c, &mixed} {
		for _, edges := range []Edges{Smooth, Hard} {
			r, err := New(c, Options{DPI: 300, Edges: edges, Workers: 1})
			require.NoError(t, err)
			for _, z := range r.zones {
				z.tile.asked.Store(-1 << 60) // no tile
			}
			for _, win := range []image.Rectangle{r.Bounds(), image.Rect(700, 100, 2300, 900), image.Rect(5, 3, 480, 700)} {
				var pix [2][]byte
				wide := 0
				for i := range pix {
					j, err := r.newJob(context.Background(), win, pace{100, 1}, nil, nil)
					require.NoError(t, err)
					pix[i] = make([]byte, 4*win.Dx()*win.Dy())
					for n := range j.parts {
						if wide = max(wide, j.parts[n].wide); i == 1 {
							j.parts[n].wide = 0
						}
					}
					for b := range j.bands {
						q := j.rect(b)
						band := &canvas{rect: q, pix: pix[i][(q.Min.Y-win.Min.Y)*4*win.Dx():], stride: 4 * win.Dx(), depth: 4}
						require.NoError(t, r.worker().band(context.Background(), j, b, band))
					}
				}
				require.NotZero(t, wide)
				require.Equal(t, pix[1], pix[0])
			}
		}
	}
}
