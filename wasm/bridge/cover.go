package bridge

import (
	"context"
	"encoding/json"
	"image"
	"slices"
	"sync"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
)

// While someone drags a colour, the same windows are asked for again and again. They
// are drawn as coverage the second time, and only coloured from then on.

// maxCovered bounds the pixels that are kept as coverage, of all windows of a design.
const maxCovered = 8 << 20

// traced is the pola of designs that differ in colour only, with what of it was drawn.
type traced struct {
	pola *batik.Pola
	mu   sync.Mutex
	kept []kept // the latest first
}

// kept is a window of a picture.
type kept struct {
	options raster.Options
	quick   bool
	r       *raster.Renderer // of the parts
	cov     *raster.Coverage
}

// painter draws a design in one size: as it comes, or in the colours it now has.
type painter struct {
	*raster.Renderer
	of    *traced // nil: as it comes
	inks  []palette.Ink
	quick bool
	o     raster.Options
}

// painter returns who draws the design for the eye.
func (e *Engine) painter(raw json.RawMessage, o raster.Options, quick bool) (painter, *laid, error) {
	e.mu.Lock()
	l, err := e.lay(raw)
	e.mu.Unlock()
	if err != nil {
		return painter{}, nil, err
	}
	o.Workers = 1
	if l.parts == nil || o.Edges != raster.Smooth || o.Finish != nil {
		r, l, err := e.renderer(raw, o, quick)
		return painter{Renderer: r}, l, err
	}
	t := l.traced
	t.mu.Lock()
	defer t.mu.Unlock()
	p := painter{of: t, o: o, quick: quick, inks: l.parts.Inks}
	if i := slices.IndexFunc(t.kept, func(k kept) bool { return k.options == o && k.quick == quick }); i >= 0 {
		p.Renderer = t.kept[i].r
		return p, l, nil
	}
	c := l.parts
	if quick {
		c = stamped(c)
	}
	p.Renderer, err = raster.New(c, o)
	return p, l, err
}

// Draw is Renderer.Draw.
func (p painter) Draw(ctx context.Context, m *image.RGBA) error {
	if p.of == nil || m.Rect.Dx()*m.Rect.Dy() > maxCovered {
		return p.Renderer.Draw(ctx, m)
	}
	t := p.of
	t.mu.Lock()
	defer t.mu.Unlock()
	is := func(k kept) bool {
		return k.options == p.o && k.quick == p.quick && k.cov.Bounds() == m.Rect.Intersect(p.Bounds())
	}
	var k kept
	var err error
	t.kept, k, err = front(t.kept, 1<<10, is, func() (kept, error) {
		cov, err := p.Coverage(ctx, m.Rect)
		return kept{p.o, p.quick, p.Renderer, cov}, err
	})
	if err != nil {
		return err
	}
	left := maxCovered
	t.kept = slices.DeleteFunc(t.kept, func(k kept) bool {
		q := k.cov.Bounds()
		left -= q.Dx() * q.Dy()
		return left < 0
	})
	return k.cov.Draw(m, p.inks)
}
