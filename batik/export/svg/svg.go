// Package svg writes a cloth as an SVG drawing in millimetres, and reads the
// design that such a file carries.
//
// One user unit is one millimetre. Coordinates of shapes are rounded to 1 µm.
// Each zone is a group with the zone's name as its id. Where all cells are equal,
// the cell is written once and used row by row, and its repeat is there as a
// <pattern> besides; a zone drawn by hand is written out cell by cell. Only
// presentation attributes are used, no style sheet and no script, since every
// program that reads SVG reads those. The file is written as it is made, so that
// its size is not bounded by memory.
//
// Names come from users and are escaped wherever they stand.
package svg

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// Namespace is the XML namespace of the element that carries the design.
const Namespace = "https://github.com/jagadbatik/jagad"

// Options are the choices of Encode. The zero Options suits screens and editors.
type Options struct {
	// Description stands in the file's <desc>; "" gives the size and the inks.
	Description string
	// Flat writes every cell out, for cutters and plotters that do not read <use>.
	// Files grow by the number of repeats.
	Flat bool
	// Bare leaves the design out of the file. Source then has nothing to read.
	Bare bool
}

// maxCoord is the largest coordinate in mm: a kilometre, far above any cloth and
// far below where counting µm in 64 bits ends.
const maxCoord = 1e6

// Encode writes c as SVG. It returns ctx.Err() when ctx is done, checking it at
// every mark and every few thousand points, the first error of w, or an error
// that names the zone and shape with a value that cannot be drawn: an ink that is
// not there, a coordinate that is not finite or above 1 km, a size that is not
// positive. What was written before an error is no whole file.
func Encode(ctx context.Context, w io.Writer, c *cloth.Cloth, o Options) error {
	if ctx == nil {
		ctx = context.Background()
	}
	if err := check(c); err != nil {
		return err
	}
	e := &encoder{ctx: ctx, w: bufio.NewWriterSize(w, 64<<10), c: c, o: o, ids: make(map[string]bool)}
	e.head()
	e.rect(geom.R(0, 0, c.Size.X, c.Size.Y), e.color(c.Ground))
	for i := range c.Zones {
		e.zone(i)
	}
	e.str("</svg>\n")
	if e.err == nil {
		e.fail(e.ctx.Err())
	}
	if e.err == nil {
		e.fail(e.w.Flush())
	}
	return e.err
}

// check looks at all that Encode relies on before it draws.
func check(c *cloth.Cloth) error {
	if c == nil {
		return fmt.Errorf("svg: there is no cloth")
	}
	usable := func(p geom.Pt) bool { return math.Abs(p.X) <= maxCoord && math.Abs(p.Y) <= maxCoord }
	if !(c.Size.X > 0 && c.Size.Y > 0) || !usable(c.Size) {
		return fmt.Errorf("svg: cloth.size %v × %v mm must be positive and at most 1 km", c.Size.X, c.Size.Y)
	}
	ink := func(i int, optional bool, where string) error {
		if i >= 0 && i < len(c.Inks) || optional && i < 0 {
			return nil
		}
		return fmt.Errorf("svg: %s: %d is not one of the cloth's %d inks", where, i, len(c.Inks))
	}
	if err := ink(c.Ground, false, "cloth.ground"); err != nil {
		return err
	}
	for i := range c.Zones {
		z := &c.Zones[i]
		at := fmt.Sprintf("zones[%d]", i)
		if err := ink(z.Ground, true, at+".ground"); err != nil {
			return err
		}
		if !usable(z.Bounds.Min) || !usable(z.Bounds.Max) || !usable(z.Origin) || !usable(z.Repeat) || !(math.Abs(z.Margin) <= maxCoord) {
			return fmt.Errorf("svg: %s (%q): bounds %v, origin %v, repeat %v and margin %v must be finite and at most 1 km", at, z.Name, z.Bounds, z.Origin, z.Repeat, z.Margin)
		}
		for _, r := range [...]float64{z.Repeat.X, z.Repeat.Y} {
			// Below 1 µm coordinates cannot tell the cells apart.
			if r < 0 || r > 0 && r < 1e-3 {
				return fmt.Errorf("svg: %s.repeat: %v mm must be 0 or at least 1 µm", at, r)
			}
		}
		if err := sound(geom.Mark{Path: z.Within}); err != nil {
			return fmt.Errorf("svg: %s.within: %w", at, err)
		}
		for k := range z.Cell {
			s := &z.Cell[k]
			if err := ink(s.Ink, false, fmt.Sprintf("%s.cell[%d].ink", at, k)); err != nil {
				return err
			}
			if err := sound(s.Mark); err != nil {
				return fmt.Errorf("svg: %s.cell[%d]: %w", at, k, err)
			}
		}
	}
	if n := len(plainJSON(c.Source)); n > MaxSource {
		return fmt.Errorf("svg: cloth.source takes %d bytes, more than the %d that Source reads back", n, MaxSource)
	}
	if len(c.Source) > 0 && !json.Valid(c.Source) {
		return fmt.Errorf("svg: cloth.source is not JSON")
	}
	return nil
}

// encoder holds the state of one file. Its first error sticks, so that call
// sites need not look.
type encoder struct {
	ctx context.Context
	w   *bufio.Writer
	c   *cloth.Cloth
	o   Options
	ids map[string]bool // taken
	err error

	// The path being written; see run.
	style style
	group bool        // a <g> of the style is open
	open  bool        // a <path> is open
	size  int         // bytes of path data in it
	boxes []geom.Rect // areas in it
	buf   []byte      // scratch for numbers
	drawn geom.Mark   // scratch for a hand
	moved geom.Mark   // scratch for a mark in its place
	tick  int         // points since the context was asked
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

func (e *encoder) str(parts ...string) {
	if e.err != nil {
		return
	}
	for _, s := range parts {
		if _, err := e.w.WriteString(s); err != nil {
			e.fail(err)
			return
		}
	}
}

// alive reports whether to go on: no error yet and the context not done.
func (e *encoder) alive() bool {
	if e.err == nil {
		e.fail(e.ctx.Err())
	}
	return e.err == nil
}

func (e *encoder) color(ink int) string { return e.c.Inks[ink].Color.String() }

// head writes all that stands before the zones. The design comes first, so that
// Source need not read the drawing.
func (e *encoder) head() {
	c := e.c
	w, h := num(c.Size.X), num(c.Size.Y)
	e.str(`<?xml version="1.0" encoding="UTF-8"?>`, "\n",
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="`, w, `mm" height="`, h, `mm" viewBox="0 0 `, w, " ", h, "\">\n")
	title := c.Title
	if title == "" {
		title = "Batik"
	}
	desc := e.o.Description
	if desc == "" {
		names := make([]string, len(c.Inks))
		for i, k := range c.Inks {
			names[i] = strings.TrimSpace(k.Name + " " + k.Color.String())
		}
		desc = fmt.Sprintf("%s × %s mm; inks: %s", w, h, strings.Join(names, ", "))
	}
	e.str("<title>", escape(title), "</title>\n<desc>", escape(desc), "</desc>\n")
	if len(c.Source) > 0 && !e.o.Bare {
		e.str(`<metadata><jagad:design xmlns:jagad="`, Namespace, `">`, escape(plainJSON(c.Source)), "</jagad:design></metadata>\n")
	}
}

// rect writes a filled rectangle.
func (e *encoder) rect(r geom.Rect, fill string) {
	if !r.Empty() {
		e.str("<rect", box(r), ` fill="`, fill, "\"/>\n")
	}
}

func box(r geom.Rect) string {
	return ` x="` + num(r.Min.X) + `" y="` + num(r.Min.Y) + `" width="` + num(r.W()) + `" height="` + num(r.H()) + `"`
}

// id returns a name as an id that no other element of the file has. What is not
// a letter or digit of ASCII becomes a hyphen, since ids also stand in url(#…).
func (e *encoder) id(prefix, name string) string {
	b := []byte(prefix)
	for i := 0; i < len(name) && len(b) < 64; i++ {
		c := name[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
			b = append(b, c)
		case c >= '0' && c <= '9' && len(b) > 0: // an id does not start with a digit
			b = append(b, c)
		case len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
	}
	base := strings.TrimRight(string(b), "-")
	if base == "" {
		base = "zone"
	}
	id := base
	for n := 2; e.ids[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	e.ids[id] = true
	return id
}

// escape returns text for an element or an attribute in double quotes. What
// cannot stand in XML at all becomes U+FFFD.
func escape(s string) string {
	var b bytes.Buffer
	// A bytes.Buffer does not fail.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// plainJSON writes the few characters that JSON allows and XML does not as JSON
// escapes. In valid JSON they stand only within strings, where both mean the
// same.
func plainJSON(src []byte) string {
	var b strings.Builder
	for _, r := range string(src) {
		switch r {
		case 0xFFFE, 0xFFFF:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r) // bytes that are no UTF-8 become U+FFFD, as they do in encoding/json
		}
	}
	return b.String()
}

// num formats a length in mm to 1 nm, the precision of places that add up over
// many repeats.
func num(x float64) string {
	return strconv.FormatFloat(math.Floor(float64(x*1e6)+.5)/1e6+0, 'f', -1, 64)
}

// micro rounds mm to whole µm, the precision of shapes.
func micro(x float64) int64 { return int64(math.Floor(float64(x*1e3) + .5)) }

// appendMicro appends µm as mm in the shortest decimal. A separator goes before
// it unless the number brings its own.
func appendMicro(b []byte, v int64, sep bool) []byte {
	switch {
	case v < 0:
		b = append(b, '-')
		v = -v
	case sep:
		b = append(b, ' ')
	}
	whole, frac := v/1000, v%1000
	if whole != 0 || frac == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if frac != 0 {
		b = append(b, '.', byte('0'+frac/100))
		if frac%100 != 0 {
			b = append(b, byte('0'+frac/10%10))
			if frac%10 != 0 {
				b = append(b, byte('0'+frac%10))
			}
		}
	}
	return b
}
