package raster

import (
	"context"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"iter"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func draw(t testing.TB, c *cloth.Cloth, o Options, win ...image.Rectangle) *image.RGBA {
	t.Helper()
	r, err := New(c, o)
	require.NoError(t, err)
	return drawWith(t, r, win...)
}

func drawWith(t testing.TB, r *Renderer, win ...image.Rectangle) *image.RGBA {
	t.Helper()
	q := r.Bounds()
	if len(win) > 0 {
		q = win[0]
	}
	m := image.NewRGBA(q)
	require.NoError(t, r.Draw(context.Background(), m))
	return m
}

// sameAs asserts that m has the pixels of whole, moved by d.
func sameAs(t testing.TB, whole, m *image.RGBA, d image.Point, what string) {
	t.Helper()
	q := m.Rect.Intersect(whole.Rect.Sub(d))
	for y := q.Min.Y; y < q.Max.Y; y++ {
		a := whole.Pix[whole.PixOffset(q.Min.X+d.X, y+d.Y):][:4*q.Dx()]
		b := m.Pix[m.PixOffset(q.Min.X, y):][:4*q.Dx()]
		if string(a) != string(b) {
			for x := range q.Dx() {
				if string(a[4*x:4*x+4]) != string(b[4*x:4*x+4]) {
					require.Fail(t, "pixels differ", "%s: at (%d,%d): %v, want %v", what, q.Min.X+x, y, b[4*x:4*x+4], a[4*x:4*x+4])
				}
			}
		}
	}
}

// jumble returns a cloth of three zones of random marks of all kinds: lattices
// with and without a hand and a single drawing, some reaching over their cells.
func jumble(seed uint64) *cloth.Cloth {
	rng := rand.New(rand.NewPCG(seed, 6))
	pt := func(s float64) geom.Pt {
		return geom.Pt{X: (rng.Float64()*1.4 - .2) * s, Y: (rng.Float64()*1.4 - .2) * s}
	}
	shapes := func(s float64) (cell []cloth.Shape) {
		for range 1 + rng.IntN(8) {
			m := geom.Mark{Kind: geom.Kind(rng.IntN(4))}
			switch m.Kind {
			case geom.Area, geom.Stroke:
				m.Width = rng.Float64() * s / 5
				for range 1 + rng.IntN(3) {
					m.Path = m.Path.MoveTo(pt(s))
					for range 1 + rng.IntN(4) {
						if rng.IntN(2) == 0 {
							m.Path = m.Path.LineTo(pt(s))
						} else {
							m.Path = m.Path.CubeTo(pt(s), pt(s), pt(s))
						}
					}
					if rng.IntN(2) == 0 {
						m.Path = m.Path.Close()
					}
				}
			default:
				for range rng.IntN(12) {
					m.Dots = append(m.Dots, geom.Dot{C: pt(s), R: rng.Float64() * s / 12})
				}
			}
			cell = append(cell, cloth.Shape{Mark: m, Ink: rng.IntN(5)})
		}
		return
	}
	c := &cloth.Cloth{Size: geom.Pt{X: 60, Y: 45}, Inks: batikInks, Ground: 4, Repeat: geom.Pt{X: 12, Y: 9}}
	c.Zones = []cloth.Zone{
		{Bounds: geom.R(0, 0, 41.3, 45), Ground: 0, Repeat: c.Repeat, Origin: geom.Pt{X: rng.Float64() * 20, Y: -3}, Cell: shapes(10)},
		{Bounds: geom.R(41.3, 0, 18.7, 30.2), Ground: 3, Repeat: geom.Pt{X: 7.3, Y: 5.1}, Cell: shapes(6), Hand: wobble, Margin: .3},
		{Bounds: geom.R(30, 20, 28, 24), Ground: -1, Origin: geom.Pt{X: 32, Y: 22}, Cell: shapes(20)},
		{Bounds: geom.R(5, 30, 22, 11), Ground: 2, Repeat: geom.Pt{X: 2.7}, Origin: geom.Pt{X: 5, Y: 31}, Cell: shapes(4)},
	}
	return c
}

// Any window is the crop of the whole.
func FuzzWindow(f *testing.F) {
	for i := range uint64(12) {
		f.Add(i, int16(i*13), int16(i*7), uint8(20*i), uint8(250-20*i), i%3 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, x, y int16, w, h uint8, hard bool) {
		c := jumble(seed)
		c.Zones = append(c.Zones, cloth.Zone{Bounds: geom.R(2, 2, 40, 30), Ground: 1, Repeat: geom.Pt{X: 4, Y: 3}, Cell: kawung()[:3],
			Within: geom.Circle(geom.Pt{X: 20, Y: 15}, float64(5+seed%20))})
		o := Options{DPI: 110, Workers: 1}
		if hard {
			o.Edges = Hard
		}
		whole := draw(t, c, o)
		q := image.Rect(0, 0, 1+int(w), 1+int(h)).Add(image.Pt(int(x)%300, int(y)%220))
		sameAs(t, whole, draw(t, c, o, q), image.Point{}, fmt.Sprint("window ", q))
	})
}

// Neither the height of bands nor the number of workers matters, nor whether a
// repeat is copied.
func TestBands(t *testing.T) {
	for seed := range uint64(6) {
		for _, edges := range []Edges{Smooth, Hard} {
			c := jumble(seed)
			c.Zones[1].Within = geom.Polygon(geom.Pt{X: 40}, geom.Pt{X: 58, Y: 9}, geom.Pt{X: 44, Y: 31})
			whole := draw(t, c, Options{DPI: 200, Edges: edges, Workers: 1})
			for _, workers := range []int{1, 2, 5} {
				for _, rows := range []int{1, 7, 64, 1000, 0} {
					r, err := New(c, Options{DPI: 200, Edges: edges, Workers: workers})
					require.NoError(t, err)
					y := 0
					for m, err := range r.Bands(context.Background(), rows) {
						require.NoError(t, err)
						require.Equal(t, y, m.Rect.Min.Y)
						sameAs(t, whole, m, image.Point{}, fmt.Sprint("rows ", rows, " workers ", workers))
						y = m.Rect.Max.Y
					}
					require.Equal(t, r.Size().Y, y)
				}
			}
		}
	}
}

func TestIndexed(t *testing.T) {
	r, err := New(jumble(3), Options{DPI: 150, Edges: Hard})
	require.NoError(t, err)
	whole := drawWith(t, r)
	colors := map[color.Color]bool{}
	for _, c := range r.Palette() {
		colors[c] = true
	}
	n := 0
	for m, err := range r.IndexedBands(context.Background(), 50) {
		require.NoError(t, err)
		for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
			for x := range m.Rect.Dx() {
				require.Equal(t, whole.RGBAAt(x, y), m.At(x, y))
				require.True(t, colors[whole.RGBAAt(x, y)])
				n++
			}
		}
	}
	assert.Equal(t, r.Size().X*r.Size().Y, n)
	m := image.NewPaletted(image.Rect(10, 20, 90, 60), nil)
	require.NoError(t, r.DrawIndexed(context.Background(), m))
	assert.Equal(t, whole.RGBAAt(33, 44), m.At(33, 44))

	smooth, err := New(jumble(3), Options{DPI: 150})
	require.NoError(t, err)
	assert.Error(t, smooth.DrawIndexed(context.Background(), m))
	for m, err := range smooth.IndexedBands(context.Background(), 0) {
		assert.Nil(t, m)
		assert.ErrorContains(t, err, "options.edges")
	}
}

// drawn returns the whole picture with no repeat copied.
func drawn(t *testing.T, r *Renderer) *image.RGBA {
	m := image.NewRGBA(r.Bounds())
	j, err := r.newJob(context.Background(), r.Bounds(), pace{100, 1}, nil, nil)
	require.NoError(t, err)
	for i := range j.parts {
		p := &j.parts[i]
		if p.tile != nil {
			p.tile = nil
		}
	}
	for b := range j.bands {
		q := j.rect(b)
		c := &canvas{rect: q, pix: m.Pix[m.PixOffset(0, q.Min.Y):], stride: m.Stride, depth: 4}
		require.NoError(t, r.worker().band(context.Background(), j, b, c))
	}
	return m
}

// A copied repeat is what drawing everything gives.
func TestTile(t *testing.T) {
	copied := 0
	for seed := range uint64(20) {
		c := jumble(seed)
		if seed%2 == 0 { // cells of half and a third of a period
			c.Zones[0].Repeat = geom.Pt{X: 6, Y: 3}
			c.Repeat = geom.Pt{X: 12, Y: 3}
		}
		o := Options{DPI: 150 + 3*float64(seed), Edges: Edges(seed % 3 / 2)}
		r, err := New(c, o)
		require.NoError(t, err)
		m := drawWith(t, r)
		if r.zones[0].tile.drawn.Load() != nil {
			copied++
		}
		sameAs(t, drawn(t, r), m, image.Point{}, fmt.Sprint("cloth ", seed))
	}
	assert.Equal(t, 20, copied)
}

// Zones that are fitted to the pixels are copied, have the pixels that drawing gives,
// and none of their marks moves by more than half of what a zone may be stretched.
func TestFitZones(t *testing.T) {
	copied := 0
	for seed := range uint64(20) {
		o := Options{DPI: 150 + 7*float64(seed), Edges: Edges(seed % 3 / 2), FitZones: true}
		r, err := New(jumble(seed), o)
		require.NoError(t, err)
		m := drawWith(t, r)
		if border := r.zones[3]; border.tile.drawn.Load() != nil {
			copied++
			part := m.SubImage(border.bounds).(*image.RGBA)
			sameAs(t, part, part, image.Pt(int(border.x.period>>8), 0), "border")
		}
		sameAs(t, drawn(t, r), m, image.Point{}, fmt.Sprint("cloth ", seed))
		q := image.Rect(60, 40, 300, 200)
		sameAs(t, m, draw(t, jumble(seed), o, q), image.Point{}, "window")
	}
	assert.Equal(t, 20, copied)

	// A border of 29 bars, one a cell.
	c := &cloth.Cloth{Size: geom.Pt{X: 1050, Y: 4}, Inks: inks(0, 0xffffff), Zones: []cloth.Zone{{
		Bounds: geom.R(20, 0, 1010, 4), Origin: geom.Pt{X: 20}, Repeat: geom.Pt{X: 1010. / 29},
		Cell: []cloth.Shape{{Ink: 1, Mark: geom.Mark{Path: geom.Polygon(geom.Pt{X: 10}, geom.Pt{X: 12}, geom.Pt{X: 12, Y: 4}, geom.Pt{X: 10, Y: 4})}}},
	}}}
	for _, dpi := range []float64{90, 127, 150, 300, 311} {
		r, err := New(c, Options{DPI: dpi, FitZones: true})
		require.NoError(t, err)
		assert.NotZero(t, r.zones[0].x.n, "%g dpi", dpi)
		m := drawWith(t, r)
		for i := range 29 {
			at := float64(20+(float64(i)*1010/29)+11) * dpi / 25.4 // px
			sum, moment := 0., 0.
			for x := int(at - dpi/6); x < int(at+dpi/6); x++ {
				v := float64(m.RGBAAt(x, 3).R)
				sum, moment = sum+v, moment+v*(float64(x)+.5)
			}
			assert.InDelta(t, at, moment/sum, .125*dpi/25.4+.02, "bar %d at %g dpi", i, dpi)
		}
	}
}

// A repeat of whole pixels repeats its bytes, copied or drawn.
func TestSeamless(t *testing.T) {
	for seed := range uint64(8) {
		c := jumble(seed)
		c.Zones = c.Zones[:1]
		c.Zones[0].Bounds = geom.R(0, 0, 60, 45)
		r, err := New(c, Options{DPI: 200})
		require.NoError(t, err)
		rep := r.Repeat()
		require.NotZero(t, rep.X)
		require.NotZero(t, rep.Y)
		for _, m := range []*image.RGBA{drawn(t, r), drawWith(t, r)} {
			sameAs(t, m, m, image.Pt(rep.X, 0), "x")
			sameAs(t, m, m, image.Pt(0, rep.Y), "y")
		}
	}
}

// A zone clipped to a path covers just the path's area, and leaves what is under
// it elsewhere as it was.
func TestWithin(t *testing.T) {
	c := sarong(100, 100, false)
	plain := draw(t, c, Options{DPI: 100})
	c.Zones = append(c.Zones, cloth.Zone{
		Bounds: geom.R(0, 0, 100, 100), Ground: 3,
		Within: geom.Polygon(geom.Pt{X: 10, Y: 10}, geom.Pt{X: 90, Y: 10}, geom.Pt{X: 10, Y: 90}),
	})
	m := draw(t, c, Options{DPI: 100})
	want := batikInks[3].Color
	covered := 0
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			// A pixel is 0.254 mm; two pixels from the slope nothing mixes.
			mm := geom.Pt{X: (float64(x) + .5) * .254, Y: (float64(y) + .5) * .254}
			inside := mm.X > 10.6 && mm.Y > 10.6 && mm.X+mm.Y < 99.2
			outside := mm.X < 9.4 || mm.Y < 9.4 || mm.X+mm.Y > 100.8
			p := m.RGBAAt(x, y)
			if p.R == want.R && p.G == want.G && p.B == want.B {
				covered++
			} else if inside {
				t.Fatalf("(%v, %v) mm is %v; want the zone's ground", mm.X, mm.Y, p)
			}
			if outside && p != plain.RGBAAt(x, y) {
				t.Fatalf("(%v, %v) mm changed from %v to %v", mm.X, mm.Y, plain.RGBAAt(x, y), p)
			}
		}
	}
	area := float64(covered) * .254 * .254
	assert.InDelta(t, 3200, area, 60, "mm²") // half of 80 × 80
}

// Zones that meet leave no seam: no pixel of the cloth's ground is seen.
func TestZonesMeet(t *testing.T) {
	c := &cloth.Cloth{Size: geom.Pt{X: 50, Y: 20}, Inks: batikInks, Ground: 4}
	for x := 0.; x < 50; x += 3.37 {
		c.Zones = append(c.Zones, cloth.Zone{Bounds: geom.R(x, -1, 3.37, 30), Ground: len(c.Zones) % 4})
	}
	m := draw(t, c, Options{DPI: 97})
	for i := 0; i < len(m.Pix); i += 4 {
		require.NotEqual(t, []byte{255, 255, 255, 255}, m.Pix[i:i+4])
	}
}

// The area that marks cover is theirs.
func TestAreas(t *testing.T) {
	cases := []struct {
		name string
		mark geom.Mark
		mm2  float64
	}{
		{"disc", geom.Mark{Kind: geom.Dots, Dots: []geom.Dot{{C: geom.Pt{X: 10, Y: 10}, R: 4}}}, math.Pi * 16},
		{"speck", geom.Mark{Kind: geom.Dots, Dots: []geom.Dot{{C: geom.Pt{X: 10.3, Y: 10.1}, R: .15}}}, math.Pi * .0225},
		{"square", geom.Mark{Kind: geom.Squares, Dots: []geom.Dot{{C: geom.Pt{X: 10, Y: 10}, R: 3}}}, 36},
		{"circle", geom.Mark{Path: geom.Circle(geom.Pt{X: 10, Y: 10}, 5)}, math.Pi * 25},
		{"line", geom.Mark{Kind: geom.Stroke, Width: 1, Path: geom.Polyline(geom.Pt{X: 4, Y: 5}, geom.Pt{X: 12, Y: 11})}, 10 + math.Pi/4},
		{"hairline", geom.Mark{Kind: geom.Stroke, Width: .05, Path: geom.Polyline(geom.Pt{X: 4, Y: 5}, geom.Pt{X: 12, Y: 11})}, .5},
		{"point", geom.Mark{Kind: geom.Stroke, Width: 3, Path: geom.Polyline(geom.Pt{X: 9, Y: 9}, geom.Pt{X: 9, Y: 9})}, math.Pi * 2.25},
		{"back", geom.Mark{Kind: geom.Stroke, Width: 4, Path: geom.Polyline(geom.Pt{X: 5, Y: 9}, geom.Pt{X: 15, Y: 9}, geom.Pt{X: 8, Y: 9})}, 40 + math.Pi*4},
		{"ring", geom.Mark{Kind: geom.Stroke, Width: 2, Path: geom.Circle(geom.Pt{X: 10, Y: 10}, 5)}, math.Pi * (36 - 16)},
		{"full ring", geom.Mark{Kind: geom.Stroke, Width: 8, Path: geom.Circle(geom.Pt{X: 10, Y: 10}, 2)}, math.Pi * 36},
		{"corner", geom.Mark{Kind: geom.Stroke, Width: 2, Path: geom.Polyline(geom.Pt{X: 4, Y: 4}, geom.Pt{X: 12, Y: 4}, geom.Pt{X: 12, Y: 12})}, 32 - 1 + math.Pi/4 + math.Pi},
		{"nothing", geom.Mark{Kind: geom.Stroke, Width: 2, Path: geom.Path{}.MoveTo(geom.Pt{X: 5, Y: 5})}, 0},
	}
	for _, tc := range cases {
		c := &cloth.Cloth{Size: geom.Pt{X: 20, Y: 20}, Inks: inks(0, 0xffffff), Zones: []cloth.Zone{{
			Bounds: geom.R(0, 0, 20, 20), Ground: -1, Cell: []cloth.Shape{{Mark: tc.mark, Ink: 1}}}}}
		m := draw(t, c, Options{DPI: 254})
		sum := 0.
		for i := 0; i < len(m.Pix); i += 4 {
			sum += float64(m.Pix[i]) / 255 / 100
		}
		assert.InDelta(t, tc.mm2, sum, .007*tc.mm2+.003, tc.name)
	}
}

func TestFit(t *testing.T) {
	c := &cloth.Cloth{Size: geom.Pt{X: 2100, Y: 1050}, Inks: batikInks, Repeat: geom.Pt{X: 40, Y: 35.7}}
	r, err := New(c, Options{DPI: 150})
	require.NoError(t, err)
	assert.Equal(t, image.Pt(236, 211), r.Repeat())
	assert.Equal(t, image.Pt(12390, 6206), r.Size())
	x, y := r.DPI()
	assert.InDelta(t, 236/40.*25.4, x, 1e-9)
	assert.InDelta(t, 211/35.7*25.4, y, 1e-9)

	r, err = New(c, Options{Width: 1000})
	require.NoError(t, err)
	assert.Equal(t, image.Pt(1000, 500), r.Size())
	assert.Equal(t, image.Pt(0, 17), r.Repeat()) // 35.7 mm happens to be 17 px

	c.Size = c.Repeat // a bare tile
	r, err = New(c, Options{Width: 513})
	require.NoError(t, err)
	assert.Equal(t, image.Pt(513, 458), r.Size())
	assert.Equal(t, r.Size(), r.Repeat())

	// Six yards at 300 dpi.
	c = &cloth.Cloth{Size: geom.Pt{X: 5490, Y: 1170}, Inks: batikInks}
	r, err = New(c, Options{DPI: 300})
	require.NoError(t, err)
	assert.Equal(t, image.Pt(64843, 13819), r.Size())
}

func TestRefused(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	ok := func() *cloth.Cloth { return sarong(80, 80, false) }
	for want, f := range map[string]func(*cloth.Cloth, *Options){
		"options.dpi: NaN":             func(_ *cloth.Cloth, o *Options) { o.DPI = nan },
		"options.dpi: +Inf":            func(_ *cloth.Cloth, o *Options) { o.DPI = inf },
		"options.dpi: -1":              func(_ *cloth.Cloth, o *Options) { o.DPI = -1 },
		"options.dpi: 1e+06":           func(_ *cloth.Cloth, o *Options) { o.DPI = 1e6 },
		"options.width: 200001":        func(_ *cloth.Cloth, o *Options) { o.Width = 200001 },
		"options.width: 100000":        func(_ *cloth.Cloth, o *Options) { o.Width = 100000 },
		"options.width: -5 px":         func(_ *cloth.Cloth, o *Options) { o.Width = -5 },
		"options.workers: -1":          func(_ *cloth.Cloth, o *Options) { o.Workers = -1 },
		"options.edges: 9":             func(_ *cloth.Cloth, o *Options) { o.Edges = 9 },
		"cloth.size: 0":                func(c *cloth.Cloth, _ *Options) { c.Size.X = 0 },
		"cloth.size: NaN":              func(c *cloth.Cloth, _ *Options) { c.Size.X = nan },
		"cloth.repeat":                 func(c *cloth.Cloth, _ *Options) { c.Repeat.Y = nan },
		"cloth.inks: 0":                func(c *cloth.Cloth, _ *Options) { c.Inks = nil },
		"cloth.ground: ink 7":          func(c *cloth.Cloth, _ *Options) { c.Ground = 7 },
		"zones[0].ground: ink 5":       func(c *cloth.Cloth, _ *Options) { c.Zones[0].Ground = 5 },
		"zones[0].bounds":              func(c *cloth.Cloth, _ *Options) { c.Zones[0].Bounds.Max.X = inf },
		"zones[0].origin":              func(c *cloth.Cloth, _ *Options) { c.Zones[0].Origin.X = nan },
		"zones[0].repeat: negative":    func(c *cloth.Cloth, _ *Options) { c.Zones[0].Repeat.X = -1 },
		"zones[0].repeat: 1e-09 × 40":  func(c *cloth.Cloth, _ *Options) { c.Zones[0].Repeat.X = 1e-9 },
		"zones[0].margin: NaN":         func(c *cloth.Cloth, _ *Options) { c.Zones[0].Margin = nan },
		"zones[0].cell[2].ink: ink -1": func(c *cloth.Cloth, _ *Options) { c.Zones[0].Cell[2].Ink = -1 },
		"zones[0].cell[1]:":            func(c *cloth.Cloth, _ *Options) { c.Zones[0].Cell[1].Path = geom.Polyline(geom.Pt{X: nan}) },
	} {
		c, o := ok(), Options{}
		f(c, &o)
		_, err := New(c, o)
		assert.ErrorContains(t, err, "raster: "+want)
	}
	_, err := New(nil, Options{})
	assert.Error(t, err)

	r, err := New(ok(), Options{})
	require.NoError(t, err)
	assert.Error(t, r.Draw(context.Background(), nil))
	assert.Error(t, r.Draw(context.Background(), &image.RGBA{Rect: image.Rect(0, 0, 9, 9)}))
	assert.NoError(t, r.Draw(context.Background(), image.NewRGBA(image.Rect(-20, -20, 0, 0))))
}

// Whatever a hand makes of a mark, windows agree and nothing breaks.
func TestUnrulyHand(t *testing.T) {
	c := sarong(80, 80, true)
	c.Zones[0].Hand = func(into, m geom.Mark, k, i, j int) geom.Mark {
		m = into.Reuse(m.Kind, m.Width).JoinUnder(m, geom.Identity())
		for n := range m.Path.Pts {
			switch (k + i + j + n) % 11 {
			case 0:
				m.Path.Pts[n].X = math.NaN()
			case 1:
				m.Path.Pts[n].Y = math.Inf(-1)
			case 2:
				m.Path.Pts[n].X = 1e300
			case 3:
				m.Path.Pts[n].Y += 50
			}
		}
		if k%3 == 0 {
			m.Path.Verbs = append([]geom.Verb{geom.Close, geom.Line, 9, geom.Cubic}, m.Path.Verbs...)
			m.Width = math.Inf(1)
		}
		return m
	}
	o := Options{DPI: 60}
	whole := draw(t, c, o)
	for _, q := range []image.Rectangle{image.Rect(3, 50, 60, 90), image.Rect(100, 100, 189, 189)} {
		sameAs(t, whole, draw(t, c, o, q), image.Point{}, fmt.Sprint(q))
	}
}

// settled waits until no more goroutines run than before.
func settled(t *testing.T, before int) {
	t.Helper()
	for n := 0; runtime.NumGoroutine() > before && n < 2000; n++ {
		time.Sleep(time.Millisecond)
	}
	assert.LessOrEqual(t, runtime.NumGoroutine(), before)
}

func TestCancel(t *testing.T) {
	before := runtime.NumGoroutine()
	c := sarong(800, 800, true)
	for _, workers := range []int{1, 3} {
		r, err := New(c, Options{DPI: 150, Workers: workers})
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		n := 0
		for m, err := range r.Bands(ctx, 40) {
			if n++; n == 3 {
				cancel()
			}
			if err != nil {
				assert.ErrorIs(t, err, context.Canceled)
				assert.Nil(t, m)
				break
			}
		}
		assert.Error(t, ctx.Err())
		assert.LessOrEqual(t, n, 10)
		assert.ErrorIs(t, r.Draw(ctx, image.NewRGBA(r.Bounds())), context.Canceled)
		for range r.Bands(context.Background(), 40) {
			break // an early end leaves nothing behind
		}
		for _, err := range Map(context.Background(), r, 40, func(m *image.RGBA) (int, error) {
			if m.Rect.Min.Y >= 80 {
				return 0, image.ErrFormat
			}
			return m.Rect.Min.Y, nil
		}) {
			if err != nil {
				assert.ErrorIs(t, err, image.ErrFormat)
			}
		}
		settled(t, before)
	}
}

// A cancelled drawing ends soon.
func TestCancelSoon(t *testing.T) {
	r, err := New(sarong(2000, 2000, true), Options{DPI: 300, Workers: 2})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	next, stop := iter.Pull2(r.Bands(ctx, 0))
	defer stop()
	_, err, _ = next()
	require.NoError(t, err)
	start := time.Now()
	cancel()
	for ok := true; ok && err == nil; {
		_, err, ok = next()
	}
	assert.ErrorIs(t, err, context.Canceled)
	took := time.Since(start)
	t.Log("ended after", took)
	assert.Less(t, took, 500*time.Millisecond)
}

// The same bytes on every machine.
func TestHash(t *testing.T) {
	for seed, want := range []string{"844a10de20d416ce", "b7686f002cec069d", "95f5f7983a356a8e"} {
		m := draw(t, jumble(uint64(seed)), Options{DPI: 120, Edges: Edges(seed % 2)})
		assert.Equal(t, want, fmt.Sprintf("%x", sha256.Sum256(m.Pix))[:16], "cloth %d", seed)
	}
	m := draw(t, jumble(3), Options{DPI: 130, FitZones: true})
	assert.Equal(t, "638e30a7453a587b", fmt.Sprintf("%x", sha256.Sum256(m.Pix))[:16], "fitted")
	m = draw(t, sarong(120, 80, true), Options{DPI: 150})
	assert.Equal(t, "cebebcac35caba1a", fmt.Sprintf("%x", sha256.Sum256(m.Pix))[:16])
}
