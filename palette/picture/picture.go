// Package picture reads picture files that nobody vouches for: PNG, JPEG, GIF (its
// first frame), WebP, TIFF and BMP, of at most 64 MiB, 30,000 pixels a side and 100
// million in all. It is apart from package palette so that a program that gets its
// pictures decoded, such as one in a browser, does not carry the decoders.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"
)

// Limits of what a picture may ask for, tested before any pixel is decoded: a
// file of a few kilobytes may declare a picture of many gigabytes.
const (
	maxFileBytes = 64 << 20    // bytes read
	maxPixels    = 100_000_000 // width times height
	maxSide      = 30_000      // pixels of width or height
)

// format is one way of writing pictures. The decoders are called by name, not
// through image.Decode, so that what is accepted does not depend on what else
// the program imports.
type format struct {
	name   string
	is     func(head []byte) bool
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

func formats() []format {
	starts := func(magics ...string) func([]byte) bool {
		return func(head []byte) bool {
			for _, m := range magics {
				if bytes.HasPrefix(head, []byte(m)) {
					return true
				}
			}
			return false
		}
	}
	riff := func(head []byte) bool {
		return len(head) >= 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP"
	}
	return []format{
		{"PNG", starts("\x89PNG\r\n\x1a\n"), png.DecodeConfig, png.Decode},
		{"JPEG", starts("\xff\xd8\xff"), jpeg.DecodeConfig, jpeg.Decode},
		{"GIF", starts("GIF87a", "GIF89a"), gif.DecodeConfig, gif.Decode}, // the first frame alone
		{"WebP", riff, webp.DecodeConfig, webp.Decode},
		{"TIFF", starts("II*\x00", "MM\x00*"), tiff.DecodeConfig, tiff.Decode},
		{"BMP", starts("BM"), bmp.DecodeConfig, bmp.Decode},
	}
}

// Decode reads one picture, refusing what is too large before decoding it. Colour
// is read as sRGB; an embedded profile is not applied. A decoder that panics is a
// decoder that failed.
func Decode(r io.Reader) (m image.Image, err error) {
	if r == nil {
		return nil, errors.New("picture: there is no reader")
	}
	data, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	if len(data) > maxFileBytes {
		return nil, fmt.Errorf("picture: the file is over %d MiB; at most %[1]d MiB is read", maxFileBytes>>20)
	}
	for _, f := range formats() {
		if f.is(data) {
			return f.read(data)
		}
	}
	return nil, fmt.Errorf("picture: not a PNG, JPEG, GIF, WebP, TIFF or BMP file (%d bytes)", len(data))
}

func (f format) read(data []byte) (m image.Image, err error) {
	defer func() {
		if p := recover(); p != nil {
			m, err = nil, fmt.Errorf("picture: the %s file is broken: %v", f.name, p)
		}
	}()
	c, err := f.config(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: the %s file is broken: %w", f.name, err)
	}
	switch {
	case c.Width <= 0 || c.Height <= 0:
		return nil, fmt.Errorf("picture: %d by %d pixels is an empty picture", c.Width, c.Height)
	case c.Width > maxSide || c.Height > maxSide:
		return nil, fmt.Errorf("picture: %d by %d pixels is too large; a side is at most %d", c.Width, c.Height, maxSide)
	case c.Width*c.Height > maxPixels:
		return nil, fmt.Errorf("picture: %d by %d is %d pixels; at most %d are read", c.Width, c.Height, c.Width*c.Height, maxPixels)
	}
	m, err = f.decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: the %s file is broken: %w", f.name, err)
	}
	if b := m.Bounds(); b.Empty() {
		return nil, errors.New("picture: the picture is empty")
	}
	return m, nil
}
