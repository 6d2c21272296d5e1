package palette_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/palette/picture"
)

// fromFile is a file's inks.
func fromFile(r io.Reader, n int) (palette.Photo, error) {
	m, err := picture.Decode(r)
	if err != nil {
		return palette.Photo{}, err
	}
	return palette.FromImage(m, n)
}

// flag is three quarters cream, a fifth indigo and a twentieth red.
func flag() *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, 100, 80), color.Palette{hex("#f6ebd8"), hex("#1f2a5a"), hex("#d7262e")})
	for y := range 80 {
		for x := range 100 {
			switch {
			case x >= 75 && x < 95:
				m.SetColorIndex(x, y, 1)
			case x >= 95:
				m.SetColorIndex(x, y, 2)
			}
		}
	}
	return m
}

// lossless is a WebP of two colours, after the lossless bit stream of RFC 9649:
// no transforms, one group of prefix codes, of which green alone has two
// symbols; so the colours differ in green, by one bit a pixel.
func lossless(w, h int, bit func(x, y int) bool) []byte {
	var bits []byte
	n := 0
	put := func(v, count int) {
		for i := range count {
			if n%8 == 0 {
				bits = append(bits, 0)
			}
			bits[n/8] |= byte(v>>i&1) << (n % 8)
			n++
		}
	}
	put(0x2f, 8)
	put(w-1, 14)
	put(h-1, 14)
	put(0, 1+3) // no alpha, version
	put(0, 1+1+1)
	simple := func(symbols ...int) {
		put(1, 1)
		put(len(symbols)-1, 1)
		put(1, 1)
		for _, s := range symbols {
			put(s, 8)
		}
	}
	simple(0x20, 0xd0) // green
	simple(0x80)       // red
	simple(0x40)       // blue
	simple(0xff)       // alpha
	simple(0)          // distance
	for y := range h {
		for x := range w {
			if bit(x, y) {
				put(1, 1)
			} else {
				put(0, 1)
			}
		}
	}
	if len(bits)%2 == 1 {
		bits = append(bits, 0)
	}
	out := []byte("RIFF\x00\x00\x00\x00WEBPVP8L")
	out = binary.LittleEndian.AppendUint32(out, uint32(len(bits)))
	out = append(out, bits...)
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

func encoded(t testing.TB, enc func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, enc(&b))
	return b.Bytes()
}

func TestFromImageReadsEveryFormat(t *testing.T) {
	m := flag()
	files := map[string][]byte{
		"png":  encoded(t, func(w io.Writer) error { return png.Encode(w, m) }),
		"jpeg": encoded(t, func(w io.Writer) error { return jpeg.Encode(w, m, &jpeg.Options{Quality: 95}) }),
		"gif":  encoded(t, func(w io.Writer) error { return gif.Encode(w, m, nil) }),
		"tiff": encoded(t, func(w io.Writer) error { return tiff.Encode(w, m, &tiff.Options{Compression: tiff.Deflate}) }),
		"bmp":  encoded(t, func(w io.Writer) error { return bmp.Encode(w, m) }),
	}
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			p, err := fromFile(bytes.NewReader(data), 3)
			require.NoError(t, err)
			require.Len(t, p.Inks, 3)
			for i, want := range []struct {
				c     string
				share float64
			}{{"#f6ebd8", 0.75}, {"#1f2a5a", 0.20}, {"#d7262e", 0.05}} {
				assert.Less(t, palette.DeltaE2000(hex(want.c), p.Inks[i].Color), 4.0, "ink %d is %v", i, p.Inks[i].Color)
				assert.InDelta(t, want.share, p.Inks[i].Share, 0.02)
			}
		})
	}
	t.Run("webp", func(t *testing.T) {
		p, err := fromFile(bytes.NewReader(lossless(40, 30, func(x, _ int) bool { return x >= 10 })), 3)
		require.NoError(t, err)
		assert.Equal(t, []palette.Share{{Color: hex("#80d040"), Share: 0.75}, {Color: hex("#802040"), Share: 0.25}}, p.Inks)
	})
}

func TestFromImageOfOneColour(t *testing.T) {
	m := image.NewNRGBA(image.Rect(5, 7, 605, 407)) // larger than the working size, and off the origin
	for i := range m.Pix {
		m.Pix[i] = []byte{0x90, 0x52, 0x31, 0xff}[i%4]
	}
	p, err := fromFile(bytes.NewReader(encoded(t, func(w io.Writer) error { return png.Encode(w, m) })), 12)
	require.NoError(t, err)
	assert.Equal(t, []palette.Share{{Color: hex("#905231"), Share: 1}}, p.Inks)
	assert.Len(t, p.Scheme(palette.Range{}).Inks, 1)
}

func TestFromImageSkipsTransparency(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	b := encoded(t, func(w io.Writer) error { return png.Encode(w, m) })
	_, err := fromFile(bytes.NewReader(b), 3)
	assert.ErrorContains(t, err, "transparent")
	for x := range 8 {
		for y := range 64 {
			m.SetNRGBA(x, y, color.NRGBA{0xd7, 0x26, 0x2e, 0xff})
		}
	}
	b = encoded(t, func(w io.Writer) error { return png.Encode(w, m) })
	p, err := fromFile(bytes.NewReader(b), 3)
	require.NoError(t, err)
	assert.Equal(t, []palette.Share{{Color: hex("#d7262e"), Share: 1}}, p.Inks)
}

// A red flower on 3% of a brown cloth full of folds and grain.
func TestFromImageKeepsTheSmallAndVivid(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 300, 300))
	noise := uint32(1)
	for y := range 300 {
		for x := range 300 {
			noise = noise*1664525 + 1013904223
			v := int(noise>>28) + (x+y)/10%30
			c := color.NRGBA{uint8(110 + v), uint8(75 + v), uint8(50 + v), 255}
			if dx, dy := x-200, y-120; dx*dx+dy*dy < 29*29 { // 2.9% of the area
				c = color.NRGBA{uint8(200 + v/2), 30, 40, 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	p, err := fromFile(bytes.NewReader(encoded(t, func(w io.Writer) error { return png.Encode(w, m) })), 4)
	require.NoError(t, err)
	last := p.Inks[len(p.Inks)-1]
	assert.Less(t, palette.DeltaE2000(hex("#d81e28"), last.Color), 5.0, "the flower became %v", last.Color)
	assert.InDelta(t, 0.029, last.Share, 0.005)
}

func TestFromImageRefusesBombs(t *testing.T) {
	// A PNG of a few dozen bytes that declares what it does not hold.
	declare := func(w, h uint32) []byte {
		ihdr := []byte("IHDR")
		ihdr = binary.BigEndian.AppendUint32(ihdr, w)
		ihdr = binary.BigEndian.AppendUint32(ihdr, h)
		ihdr = append(ihdr, 8, 2, 0, 0, 0)
		out := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d")
		out = append(out, ihdr...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(ihdr))
		// What follows the header is not looked at before the size is.
		return append(out, "\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e"...)
	}
	for _, tt := range []struct {
		data []byte
		want string
	}{
		{declare(30001, 2), "a side is at most 30000"},
		{declare(2, 1<<30), "a side is at most 30000"},
		{declare(20000, 20000), "20000 by 20000 is 400000000 pixels; at most 100000000"},
		{declare(0, 5), "broken"},
		{declare(50, 50), "broken"},
		{nil, "not a PNG"},
		{[]byte("<svg/>"), "not a PNG"},
		{[]byte("\xff\xd8\xff"), "JPEG file is broken"},
		{[]byte("GIF89a"), "GIF file is broken"},
		{[]byte("BM"), "BMP file is broken"},
		{[]byte("II*\x00"), "TIFF file is broken"},
		{[]byte("RIFF\x00\x00\x00\x00WEBP"), "WebP file is broken"},
	} {
		_, err := fromFile(bytes.NewReader(tt.data), 5)
		require.ErrorContains(t, err, tt.want)
	}
	_, err := fromFile(io.MultiReader(strings.NewReader("BM"), endless{}), 5)
	assert.ErrorContains(t, err, "64 MiB")
	_, err = fromFile(nil, 5)
	assert.Error(t, err)
	for _, n := range []int{-1, 2, 13} {
		_, err = palette.FromImage(image.NewRGBA(image.Rect(0, 0, 5, 5)), n)
		assert.ErrorContains(t, err, "want 3 to 12")
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// The answers for a fixed picture, as bytes: every target must give these.
func TestFromImageIsTheSameEverywhere(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 400, 300))
	noise := uint32(7)
	for i := range m.Pix {
		noise = noise*1664525 + 1013904223
		m.Pix[i] = uint8(noise >> 24)
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	for y := range 150 {
		for x := range 400 {
			m.SetNRGBA(x, y, color.NRGBA{uint8(x / 2), uint8(y), uint8(200 - x/3), 255})
		}
	}
	p, err := fromFile(bytes.NewReader(encoded(t, func(w io.Writer) error { return png.Encode(w, m) })), 8)
	require.NoError(t, err)
	s := p.Scheme(palette.Range{GroundL: [2]float64{0.85, 0.97}, MotifL: [2]float64{0.4, 0.7}, CMax: 0.15, NColors: [2]int{3, 5}, MinSpan: 0.5})
	b, err := json.Marshal([]any{p, s})
	require.NoError(t, err)
	golden, err := os.ReadFile(filepath.Join("testdata", "photo.json"))
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(string(golden)), string(b))
}

func TestRealPhotographs(t *testing.T) {
	glob := os.Getenv("JAGAD_PHOTOS")
	if glob == "" {
		glob = filepath.Join("..", "..", "shared", "reference", "photos", "*", "*.jpg")
	}
	files, err := filepath.Glob(glob)
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("no photographs; JAGAD_PHOTOS may name some (a glob, such as photos/*/*.jpg)")
	}
	if testing.Short() {
		files = files[:min(6, len(files))]
	}
	r := palette.Range{GroundL: [2]float64{0.85, 0.97}, AltGroundL: [2]float64{0.15, 0.3}, MotifL: [2]float64{0.4, 0.75}, CMax: 0.2, NColors: [2]int{4, 6}, MinSpan: 0.5}
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		for n := 3; n <= 12; n += 3 {
			p, err := fromFile(bytes.NewReader(data), n)
			require.NoError(t, err, name)
			require.LessOrEqual(t, len(p.Inks), n)
			sum := 0.0
			for i, s := range p.Inks {
				sum += s.Share
				require.True(t, i == 0 || s.Share <= p.Inks[i-1].Share, name)
			}
			require.InDelta(t, 1, sum, 1e-9, name)
			require.False(t, math.IsNaN(sum))
			require.Empty(t, r.Check(p.Scheme(r).Inks), name)
		}
	}
}

func FuzzFromImage(f *testing.F) {
	m := image.NewNRGBA(image.Rect(0, 0, 9, 7))
	for i := range m.Pix {
		m.Pix[i] = uint8(i * 37)
	}
	f.Add(encoded(f, func(w io.Writer) error { return png.Encode(w, m) }))
	f.Add(encoded(f, func(w io.Writer) error { return jpeg.Encode(w, m, nil) }))
	f.Add(encoded(f, func(w io.Writer) error { return gif.Encode(w, flag(), nil) }))
	f.Add(encoded(f, func(w io.Writer) error { return bmp.Encode(w, m) }))
	f.Add(encoded(f, func(w io.Writer) error { return tiff.Encode(w, m, nil) }))
	f.Add(encoded(f, func(w io.Writer) error { return tiff.Encode(w, m, &tiff.Options{Compression: tiff.Deflate}) }))
	f.Add(lossless(8, 8, func(x, y int) bool { return x > y }))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := fromFile(bytes.NewReader(data), 6)
		if err != nil {
			return
		}
		sum := 0.0
		for _, s := range p.Inks {
			sum += s.Share
		}
		if len(p.Inks) < 1 || len(p.Inks) > 6 || math.Abs(sum-1) > 1e-9 {
			t.Fatalf("%d inks, shares add up to %v", len(p.Inks), sum)
		}
	})
}
