package bridge

import (
	"bytes"
	inflate "compress/flate"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"image"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/klauspost/compress/flate"
)

// photo finds the inks of a picture that the page has decoded and made small: the
// file is its pixels, R G B A. Browsers read more kinds of pictures than the library
// does, and what reads them need not be downloaded.
func photo(request, file []byte) (any, error) {
	var q struct {
		N      int    `json:"n"`
		Market string `json:"market"`
		W      int    `json:"w"`
		H      int    `json:"h"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	n, err := number("n", q.N, 6, 3, 12)
	if err != nil {
		return nil, err
	}
	if q.W < 1 || q.H < 1 || q.W > MaxWindow || q.H > MaxWindow || q.W*q.H > MaxWindow {
		return nil, bad("request.w", "%d × %d px is no picture of 1 to %d pixels", q.W, q.H, MaxWindow)
	}
	if len(file) != 4*q.W*q.H {
		return nil, bad("file", "holds %d bytes; %d × %d px take %d", len(file), q.W, q.H, 4*q.W*q.H)
	}
	p, err := palette.FromImage(&image.NRGBA{Pix: file, Stride: 4 * q.W, Rect: image.Rect(0, 0, q.W, q.H)}, n)
	if err != nil {
		return nil, err
	}
	type share struct {
		Color palette.Color `json:"color"`
		Name  string        `json:"name"`
		Share float64       `json:"share"`
		OKLCH palette.OKLCH `json:"oklch"`
	}
	a := struct {
		Inks   []share         `json:"inks"`
		Scheme *palette.Scheme `json:"scheme,omitempty"`
	}{Inks: []share{}}
	for _, s := range p.Inks {
		a.Inks = append(a.Inks, share{s.Color, s.Color.Name(), s.Share, s.Color.OKLCH()})
	}
	if q.Market != "" {
		m, err := marketOf(q.Market)
		if err != nil {
			return nil, err
		}
		s := p.Scheme(m.Range)
		a.Scheme = &s
	}
	return a, nil
}

// open reads a design from a file, which is known by what it holds and not by
// its name.
func open(request, file []byte) (any, error) {
	var q struct {
		Name string `json:"name"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	a := struct {
		Design wire   `json:"design"`
		Kind   string `json:"kind"`
	}{}
	raw := file
	var err error
	head := bytes.TrimLeft(bytes.TrimPrefix(file[:min(len(file), 4096)], []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(file, []byte("\x89PNG")):
		a.Kind = "png"
		raw, err = png.Source(bytes.NewReader(file))
	case bytes.HasPrefix(head, []byte("<")):
		a.Kind = "svg"
		raw, err = svg.Source(bytes.NewReader(file))
	case bytes.HasPrefix(head, []byte("{")):
		a.Kind = "json"
		raw = bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))
	default:
		return nil, bad("file", "%q is neither a design nor a picture of ours: want json, png or svg", clip(q.Name))
	}
	if err != nil {
		if errors.Is(err, png.ErrNoDesign) || errors.Is(err, svg.ErrNoSource) {
			return nil, bad("file", "%q carries no design; only pictures that were made here do", clip(q.Name))
		}
		return nil, bad("file", "%q: %s", clip(q.Name), err)
	}
	d, err := receive(raw)
	if err != nil {
		return nil, err
	}
	a.Design = send(d)
	return a, nil
}

// sharePrefix is the version of a link's text: a design as JSON, deflated, in
// base64 for URLs.
const sharePrefix = "j1."

// maxShared is how large a design in a link may be; it keeps a link of a few
// kilobytes from unpacking into gigabytes.
const maxShared = 256 << 10

func shareEncode(request []byte) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	d, err := receive(q.Design)
	if err != nil {
		return nil, err
	}
	d.Warnings = nil // who opens the link is told anew
	raw, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, 9)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(raw); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	text := sharePrefix + base64.RawURLEncoding.EncodeToString(b.Bytes())
	if len(text) > MaxShare {
		return nil, tooLarge("design", "makes a link of %d bytes; the limit is %d", len(text), MaxShare)
	}
	return struct {
		Text string `json:"text"`
	}{text}, nil
}

func shareDecode(request []byte) (any, error) {
	var q struct {
		Text string `json:"text"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	text := strings.TrimPrefix(strings.TrimSpace(q.Text), "#")
	if len(text) > MaxShare {
		return nil, tooLarge("link", "is %d bytes long; the limit is %d", len(text), MaxShare)
	}
	code, ok := strings.CutPrefix(text, sharePrefix)
	if !ok {
		if len(text) > 2 && text[0] == 'j' && text[1] >= '2' && text[1] <= '9' {
			return nil, bad("link", "was made by a newer version; load the page anew")
		}
		return nil, bad("link", "carries no design")
	}
	packed, err := base64.RawURLEncoding.DecodeString(code)
	if err != nil {
		return nil, bad("link", "is damaged: a part is missing or changed")
	}
	r := inflate.NewReader(bytes.NewReader(packed))
	raw, err := io.ReadAll(io.LimitReader(r, maxShared+1))
	if err != nil {
		return nil, bad("link", "is damaged: a part is missing or changed")
	}
	if len(raw) > maxShared {
		return nil, tooLarge("link", "unpacks to more than %d bytes; the limit is %d", maxShared, maxShared)
	}
	d, err := receive(raw)
	if err != nil {
		return nil, err
	}
	ws, err := batik.Workshop{}.Check(d)
	if err != nil {
		return nil, err
	}
	d.Warnings = ws
	return designAnswer{send(d)}, nil
}

type exportAnswer struct {
	Name  string `json:"name"`
	Type  string `json:"type"`
	Bytes int64  `json:"bytes"`
	PX    pixels `json:"px"`
	DPI   struct {
		X float64 `json:"x"`
		Y float64 `json:"y"`
	} `json:"dpi"`
}

// export writes a file piece by piece. Its bytes are those of the library's own
// encoders.
func (e *Engine) export(ctx context.Context, request []byte, emit Emit) (any, error) {
	var q struct {
		Design json.RawMessage `json:"design"`
		Format string          `json:"format"`
		Scope  string          `json:"scope"`
		Flat   bool            `json:"flat"`
		scale
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	if emit == nil {
		return nil, bad("emit", "is missing: there is nobody to take the file")
	}
	o, err := q.options()
	if err != nil {
		return nil, err
	}
	o.Workers = 1
	d, err := receive(q.Design)
	if err != nil {
		return nil, err
	}
	name := d.Field.Motif + "-" + d.Product.ID
	switch q.Scope {
	case "", "whole":
	case "tile":
		d.Product = batik.Piece{ID: "tile", Name: "Bare repeat", Layout: batik.Tile}
		d.Kepala, d.Border = nil, nil
		if err := renew(d); err != nil {
			return nil, err
		}
		name = d.Field.Motif + "-tile"
	default:
		return nil, bad("request.scope", `is %q; want "whole" or "tile"`, clip(q.Scope))
	}
	out := &pieces{emit: emit, done: -1}
	var a exportAnswer
	switch q.Format {
	case "json":
		a.Name, a.Type = name+".json", "application/json"
		b, err := d.Encode()
		if err != nil {
			return nil, err
		}
		if _, err := out.Write(b); err != nil {
			return nil, err
		}
	case "svg":
		a.Name, a.Type = name+".svg", "image/svg+xml"
		c, err := batik.Lay(d)
		if err != nil {
			return nil, err
		}
		if err := svg.Encode(ctx, out, c, svg.Options{Flat: q.Flat}); err != nil {
			return nil, err
		}
	case "png":
		a.Type = "image/png"
		c, err := batik.Lay(d)
		if err != nil {
			return nil, err
		}
		r, err := raster.New(c, o)
		if err != nil {
			return nil, err
		}
		a.PX = pixels{r.Size().X, r.Size().Y}
		a.DPI.X, a.DPI.Y = r.DPI()
		a.Name = name + "-" + strconv.Itoa(a.PX.W) + "px.png"
		if q.DPI > 0 {
			a.Name = name + "-" + strconv.FormatFloat(q.DPI, 'f', -1, 64) + "dpi.png"
		}
		h := png.Header{Size: r.Size(), Source: c.Source, Title: c.Title, DPIX: a.DPI.X, DPIY: a.DPI.Y}
		if o.Edges == raster.Hard {
			h.Palette = r.Palette()
			err = png.EncodeBands(ctx, out, h, counted(out, r.Size().Y, r.IndexedBands(ctx, 0)))
		} else {
			err = png.EncodeBands(ctx, out, h, counted(out, r.Size().Y, r.Bands(ctx, 0)))
		}
		if err != nil {
			return nil, err
		}
	default:
		return nil, bad("request.format", `is %q; want "png", "svg" or "json"`, clip(q.Format))
	}
	if err := out.flush(1); err != nil {
		return nil, err
	}
	a.Bytes = out.bytes
	return a, nil
}

// counted passes bands on and notes how far down they are.
func counted[M image.Image](p *pieces, height int, bands iter.Seq2[M, error]) iter.Seq2[M, error] {
	return func(yield func(M, error) bool) {
		p.done = 0
		for m, err := range bands {
			if !yield(m, err) {
				return
			}
			if err == nil {
				p.done = float64(m.Bounds().Max.Y) / float64(height)
				// A band of flat colour is few bytes; the maker still sees it done.
				if err := p.flush(p.done); err != nil {
					yield(m, err)
					return
				}
			}
		}
	}
}

// pieceSize is what is passed on at a time: every crossing into JavaScript costs.
const pieceSize = 1 << 20

// pieces gathers what is written into pieces.
type pieces struct {
	emit  Emit
	buf   []byte
	done  float64
	bytes int64
}

// Write takes the next bytes of the file.
func (p *pieces) Write(b []byte) (int, error) {
	p.buf = append(p.buf, b...)
	p.bytes += int64(len(b))
	if len(p.buf) >= pieceSize {
		if err := p.flush(p.done); err != nil {
			return 0, err
		}
	}
	return len(b), nil
}

func (p *pieces) flush(done float64) error {
	err := p.emit(p.buf, Progress{done, p.bytes})
	p.buf = p.buf[:0]
	return err
}
