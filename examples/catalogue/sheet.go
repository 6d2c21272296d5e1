package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/examples/internal/whole"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

var (
	room = color.RGBA{0xf7, 0xf3, 0xea, 255}
	ink  = color.RGBA{0x24, 0x1f, 0x1b, 255}
	soft = color.RGBA{0x5c, 0x51, 0x48, 255}
)

func window(ctx context.Context, r *raster.Renderer, at image.Rectangle) (image.Image, error) {
	m := image.NewRGBA(at)
	return m, r.Draw(ctx, m)
}

func save(_ context.Context, path string, m image.Image) error {
	return whole.Write(path, func(w io.Writer) error { return png.Encode(w, m) })
}

// pen writes on a picture.
type pen struct {
	dst           draw.Image
	title, label  font.Face
	small, strong font.Face
}

func newPen(dst draw.Image) (*pen, error) {
	p := &pen{dst: dst}
	for _, f := range []struct {
		face *font.Face
		ttf  []byte
		size float64
	}{{&p.title, gobold.TTF, 54}, {&p.strong, gobold.TTF, 30}, {&p.label, goregular.TTF, 22}, {&p.small, goregular.TTF, 18}} {
		t, err := opentype.Parse(f.ttf)
		if err != nil {
			return nil, err
		}
		if *f.face, err = opentype.NewFace(t, &opentype.FaceOptions{Size: f.size, DPI: 72, Hinting: font.HintingFull}); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// write sets text from (x,y), breaking lines at the width, and returns where the
// next line would start.
func (p *pen) write(f font.Face, c color.Color, x, y, width int, text string) int {
	d := font.Drawer{Dst: p.dst, Src: image.NewUniform(c), Face: f}
	high := f.Metrics().Height.Ceil()
	line := ""
	flush := func() {
		d.Dot = fixed.P(x, y+f.Metrics().Ascent.Ceil())
		d.DrawString(line)
		y += high
		line = ""
	}
	for _, word := range strings.Fields(plain(text)) {
		next := strings.TrimSpace(line + " " + word)
		if line != "" && d.MeasureString(next).Ceil() > width {
			flush()
			next = word
		}
		line = next
	}
	if line != "" {
		flush()
	}
	return y
}

// plain spells the letters of Vietnamese that the sheets' font lacks without marks.
func plain(text string) string {
	var b strings.Builder
	for _, c := range text {
		if c == 0x1a0 || c == 0x1a1 || c == 0x1af || c == 0x1b0 || c >= 0x1e00 && c <= 0x1eff {
			c, _ = utf8.DecodeRuneInString(norm.NFD.String(string(c)))
		}
		b.WriteRune(c)
	}
	return b.String()
}

// place scales m to fit the box, keeping its proportions, and returns where it
// ended.
func place(dst draw.Image, box image.Rectangle, m image.Image) image.Rectangle {
	b := m.Bounds()
	k := min(float64(box.Dx())/float64(b.Dx()), float64(box.Dy())/float64(b.Dy()))
	at := image.Rect(0, 0, int(float64(b.Dx())*k), int(float64(b.Dy())*k)).Add(box.Min)
	xdraw.CatmullRom.Scale(dst, at, m, b, draw.Src, nil)
	return at
}

// Measures of a sheet in px.
const (
	sheetWidth = 2200
	margin     = 60
	near       = 640
	row        = near + 70
)

// compose makes the sheet of a family.
func compose(f family, photos []image.Image) (image.Image, error) {
	high := 160 + row*len(f.Entries)
	if len(photos) > 0 {
		high += 480
	}
	dst := image.NewRGBA(image.Rect(0, 0, sheetWidth, high))
	draw.Draw(dst, dst.Rect, image.NewUniform(room), image.Point{}, draw.Src)
	p, err := newPen(dst)
	if err != nil {
		return nil, err
	}
	p.write(p.title, ink, margin, 50, sheetWidth, f.Name)
	y := 150
	for _, e := range f.Entries {
		place(dst, image.Rect(margin, y, margin+near, y+near), e.near)
		x := margin + near + 50
		at := place(dst, image.Rect(x, y, sheetWidth-margin, y+400), e.wholePic)
		t := at.Max.Y + 16
		wide := sheetWidth - margin - x
		t = p.write(p.strong, ink, x, t, wide, e.Name)
		t = p.write(p.label, soft, x, t, wide, fmt.Sprintf("%s. %s, %s, in %s.", e.Region, e.Product, e.Size, e.Home.Scheme))
		t = p.write(p.label, ink, x, t+4, wide, e.Meaning.EN)
		if e.Restriction != "" && e.Restriction != "none" {
			p.write(p.small, soft, x, t+4, wide, e.Restriction)
		}
		y += row
	}
	x := margin
	for _, m := range photos {
		if x > sheetWidth-500 {
			break
		}
		at := place(dst, image.Rect(x, y, x+660, y+420), m)
		x = at.Max.X + 24
	}
	if len(photos) > 0 {
		p.write(p.small, soft, margin, y+430, sheetWidth, "Above: photographs of real cloth, for comparison only.")
	}
	return dst, nil
}

// folders name the photographs of families that are filed under another name.
var folders = map[string]string{"mega_mendung": "megamendung", "sekar_jagad": "sekarjagad", "udan_liris": "lereng", "grompol": "ceplok"}

func folder(family string) string {
	if f, ok := folders[family]; ok {
		return f
	}
	return family
}

// photographs returns the folder that holds the families' folders: the one named or
// photos in it. None of them there is an error, lest a book come out without its
// photographs and nothing say so.
func photographs(dir string, families []family) (string, error) {
	if dir == "" {
		return "", nil
	}
	for _, d := range []string{dir, filepath.Join(dir, "photos")} {
		for _, f := range families {
			if _, err := os.Stat(filepath.Join(d, folder(f.ID))); err == nil {
				return d, nil
			}
		}
	}
	return "", fmt.Errorf("-reference: %s has no folder named after a family, such as %s", dir, folder(families[0].ID))
}

// copyPhotographs copies up to three pictures of the family into the book.
func copyPhotographs(from, dir, family string) (names []string, pics []image.Image, err error) {
	files, err := os.ReadDir(filepath.Join(from, folder(family)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("-reference: %w", err)
	}
	for _, f := range files {
		b, err := os.Open(filepath.Join(from, folder(family), f.Name()))
		if err != nil {
			return nil, nil, fmt.Errorf("-reference: %w", err)
		}
		m, err := jpeg.Decode(b)
		b.Close()
		if err != nil {
			continue // not a photograph
		}
		name := fmt.Sprintf("reference-%s-%s.png", family, strings.TrimSuffix(f.Name(), filepath.Ext(f.Name())))
		if err := save(context.Background(), filepath.Join(dir, name), m); err != nil {
			return nil, nil, err
		}
		if names, pics = append(names, name), append(pics, m); len(names) == 3 {
			break
		}
	}
	return names, pics, nil
}
