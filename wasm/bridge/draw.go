package bridge

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"math"
	"slices"
	"strings"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// How much is remembered. A laid cloth takes about a megabyte, a renderer a few
// when large; a wall of proposals shows a dozen cloths at one size each.
const (
	keepCloths    = 12
	keepRenderers = 3
)

// laid is a cloth with those who draw it.
type laid struct {
	key       []byte // the design as it was sent
	cloth     *cloth.Cloth
	traced    *traced
	parts     *cloth.Cloth // with an ink for each part, if it was traced before in other colours
	kepala    [2]float64   // where the kepala is, in parts of the width, if there is one
	technique batik.Technique
	seed      uint64
	renderers []sized
}

type sized struct {
	options raster.Options
	quick   bool
	r       *raster.Renderer
}

// lay returns the cloth of a design as it was sent. The caller holds e.mu.
func (e *Engine) lay(raw json.RawMessage) (*laid, error) {
	var l *laid
	var err error
	e.laid, l, err = front(e.laid, keepCloths, func(l *laid) bool { return bytes.Equal(l.key, raw) }, func() (*laid, error) {
		d, err := receive(raw)
		if err != nil {
			return nil, err
		}
		l := &laid{key: bytes.Clone(raw), technique: d.Technique, seed: d.Seed}
		if i := slices.IndexFunc(e.laid, func(l *laid) bool { return l.traced.pola.Of(d) }); i >= 0 {
			l.traced = e.laid[i].traced
			if l.parts, err = l.traced.pola.InkParts(d); err != nil {
				return nil, err
			}
		} else {
			if e.tiles == nil {
				e.tiles = &batik.Tiles{}
			}
			pola, err := batik.Workshop{Tiles: e.tiles}.Trace(d)
			if err != nil {
				return nil, err
			}
			l.traced = &traced{pola: pola}
		}
		if l.cloth, err = l.traced.pola.Ink(d); err != nil {
			return nil, err
		}
		if d.Product.Layout.HasHead() {
			l.kepala = d.Product.Kepala
		}
		return l, nil
	})
	return l, err
}

// renderer returns who draws the design at the size that is asked for.
func (e *Engine) renderer(raw json.RawMessage, o raster.Options, quick bool) (*raster.Renderer, *laid, error) {
	// One worker: the instance has one thread, and only panics of the caller's own
	// goroutine can be recovered.
	o.Workers = 1
	e.mu.Lock()
	defer e.mu.Unlock()
	l, err := e.lay(raw)
	if err != nil {
		return nil, nil, err
	}
	var s sized
	l.renderers, s, err = front(l.renderers, keepRenderers, func(s sized) bool { return s.options == o && s.quick == quick }, func() (sized, error) {
		c := l.cloth
		if quick {
			c = stamped(c)
		}
		r, err := raster.New(c, o)
		return sized{o, quick, r}, err
	})
	return s.r, l, err
}

// scale is how a request says how large.
type scale struct {
	Width int     `json:"width"`
	DPI   float64 `json:"dpi"`
	Edges string  `json:"edges"`
}

func (s scale) options() (raster.Options, error) {
	o := raster.Options{Width: s.Width, DPI: s.DPI}
	if s.Width != 0 && s.DPI != 0 {
		return o, bad("request.width", "is given beside dpi; give one of the two")
	}
	switch s.Edges {
	case "", "smooth":
	case "hard":
		o.Edges = raster.Hard
	default:
		return o, bad("request.edges", `is %q; want "smooth" or "hard"`, clip(s.Edges))
	}
	return o, nil
}

type pixels struct {
	W int `json:"w"`
	H int `json:"h"`
}

type box struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

func boxOf(r geom.Rect) box { return box{r.Min.X, r.Min.Y, r.W(), r.H()} }

// view asks for a window of a design.
type view struct {
	Design json.RawMessage `json:"design"`
	scale
	Quick bool `json:"quick"`
	frame
}

// readView reads and checks a view.
func readView(request []byte) (q view, win image.Rectangle, o raster.Options, err error) {
	if err = bind(request, &q); err != nil {
		return q, win, o, err
	}
	if win, err = q.window(); err != nil {
		return q, win, o, err
	}
	o, err = q.options()
	return q, win, o, err
}

// draw answers the pixels of a window as the library draws them.
func (e *Engine) draw(ctx context.Context, request []byte) (any, []byte, error) {
	q, win, o, err := readView(request)
	if err != nil {
		return nil, nil, err
	}
	m, size, err := e.window(ctx, q.Design, o, q.Quick, win)
	if err != nil {
		return nil, nil, err
	}
	return struct {
		frame
		PX pixels `json:"px"`
	}{q.frame, pixels{size.X, size.Y}}, m.Pix, nil
}

// window draws a window of the picture that o asks for, and tells how large that is.
func (e *Engine) window(ctx context.Context, raw json.RawMessage, o raster.Options, quick bool, win image.Rectangle) (*image.RGBA, image.Point, error) {
	if quick {
		return e.quickDraw(ctx, raw, o, win)
	}
	r, _, err := e.painter(raw, o, false)
	if err != nil {
		return nil, image.Point{}, err
	}
	m := image.NewRGBA(win)
	return m, r.Size(), r.Draw(ctx, m)
}

type zoneInfo struct {
	Name   string `json:"name"`
	Part   string `json:"part"`
	Ground int    `json:"ground"`
	Bounds box    `json:"bounds"`
	Repeat box    `json:"repeat"`
	Hand   bool   `json:"hand"`
	Shapes int    `json:"shapes"`
}

// describe answers with the measures of a cloth.
func (e *Engine) describe(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		scale
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	o, err := q.options()
	if err != nil {
		return nil, err
	}
	r, l, err := e.renderer(q.Design, o, false)
	if err != nil {
		return nil, err
	}
	type size struct {
		W float64 `json:"w"`
		H float64 `json:"h"`
	}
	type xy struct {
		X float64 `json:"x"`
		Y float64 `json:"y"`
	}
	c := l.cloth
	a := struct {
		Title    string        `json:"title"`
		Size     size          `json:"size"`
		Repeat   size          `json:"repeat"`
		PX       pixels        `json:"px"`
		RepeatPX pixels        `json:"repeatPx"`
		DPI      xy            `json:"dpi"`
		Zones    []zoneInfo    `json:"zones"`
		Inks     []palette.Ink `json:"inks"`
		Marks    int           `json:"marks"`
	}{
		Title: c.Title, Size: size{c.Size.X, c.Size.Y}, Repeat: size{c.Repeat.X, c.Repeat.Y},
		PX: pixels{r.Size().X, r.Size().Y}, RepeatPX: pixels{r.Repeat().X, r.Repeat().Y}, Inks: c.Inks, Zones: []zoneInfo{},
	}
	a.DPI.X, a.DPI.Y = r.DPI()
	for i := range c.Zones {
		z := &c.Zones[i]
		a.Zones = append(a.Zones, zoneInfo{
			z.Name, part(z.Name), z.Ground, boxOf(z.Bounds),
			box{z.Origin.X, z.Origin.Y, z.Repeat.X, z.Repeat.Y}, z.Hand != nil, len(z.Cell),
		})
		i0, i1, j0, j1 := z.Cells(geom.R(0, 0, 0, 0), z.Bounds)
		a.Marks += len(z.Cell) * max(1, (i1-i0)*(j1-j0))
	}
	return a, nil
}

// part returns the member of a design that a zone is made from, as package batik
// names its zones.
func part(zone string) string {
	switch zone {
	case "pagi", "baju", "kain", "tua", "jalur":
		return "field"
	case "sore", "kaki", "tin", "jalur_atas", "jalur_bawah":
		return "kepala"
	case "tin_atas", "tin_bawah":
		return "border"
	}
	for _, p := range []struct{ start, part string }{
		{"badan", "field"}, {"kepala", "kepala"}, {"pinggir", "border"}, {"papan", "border"}, {"tepi_tengahan", "border"}, {"jina", "text"},
	} {
		if strings.HasPrefix(zone, p.start) {
			return p.part
		}
	}
	switch {
	case strings.HasSuffix(zone, "_bunga"):
		return "field"
	case strings.HasSuffix(zone, "_tulisan"):
		return "text"
	}
	return ""
}

// hit answers which ink and which zone lie under a point.
func (e *Engine) hit(ctx context.Context, request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		X      float64         `json:"x"`
		Y      float64         `json:"y"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	// Fine enough for the thinnest lines, and never beyond the limits of a
	// picture: 20 m are 79,000 px.
	r, l, err := e.renderer(q.Design, raster.Options{DPI: 100, Edges: raster.Hard}, false)
	if err != nil {
		return nil, err
	}
	c := l.cloth
	if !(q.X >= 0 && q.X < c.Size.X) {
		return nil, bad("request.x", "is %g mm; want 0 to %g", q.X, c.Size.X)
	}
	if !(q.Y >= 0 && q.Y < c.Size.Y) {
		return nil, bad("request.y", "is %g mm; want 0 to %g", q.Y, c.Size.Y)
	}
	dx, dy := r.DPI()
	at := image.Pt(int(math.Floor(q.X*dx/25.4)), int(math.Floor(q.Y*dy/25.4)))
	at.X, at.Y = min(at.X, r.Size().X-1), min(at.Y, r.Size().Y-1)
	m := image.NewPaletted(image.Rect(at.X, at.Y, at.X+1, at.Y+1), nil)
	if err := r.DrawIndexed(ctx, m); err != nil {
		return nil, err
	}
	i := int(m.Pix[0])
	ink := c.Inks[i]
	a := struct {
		Ink    int           `json:"ink"`
		Name   string        `json:"name"`
		Color  palette.Color `json:"color"`
		Role   palette.Role  `json:"role"`
		Zone   string        `json:"zone"`
		Part   string        `json:"part"`
		Bounds box           `json:"bounds"`
	}{Ink: i, Name: ink.Name, Color: ink.Color, Role: ink.Role}
	for _, z := range c.Zones { // the last one is on top
		if b := z.Bounds; q.X >= b.Min.X && q.X < b.Max.X && q.Y >= b.Min.Y && q.Y < b.Max.Y {
			a.Zone, a.Part, a.Bounds = z.Name, part(z.Name), boxOf(b)
		}
	}
	return a, nil
}

// warm lays a cloth ahead of its first window.
func (e *Engine) warm(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	_, err := e.lay(q.Design)
	return struct{}{}, err
}
