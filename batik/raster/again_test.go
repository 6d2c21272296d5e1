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
					for b, err := range MapWindow(context.Background(), r, win, rows, func(m *image.RGBA) (*image.RGBA, error) {
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
