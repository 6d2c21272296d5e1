package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// letters are what cloth is lettered with: sayings, names of designs, figures.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" +
	"ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜàáâäçèéêëìíîïñòóôöùúûü" + " .,;:!?'’\"-–·&()/+"

type letter struct {
	Advance int    `json:"w"`
	Outline string `json:"d,omitempty"`
}

type typeface struct {
	Name      string            `json:"name"`
	Em        int               `json:"em"`
	CapHeight int               `json:"cap"`
	Letters   map[string]letter `json:"letters"`
	Kerning   map[string]int    `json:"kern"`
}

// lettering reads a typeface from a WOFF file and keeps the outlines of letters
// and what HarfBuzz's rules move them by in pairs, so that the library sets type
// as a shaping engine would without carrying one.
func lettering(name string, woff []byte) ([]byte, error) {
	sfnt, err := unwoff(woff)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	face, err := font.ParseTTF(bytes.NewReader(sfnt))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	t := typeface{Name: name, Em: int(face.Upem()), Letters: map[string]letter{}, Kerning: map[string]int{}}
	var shaper shaping.HarfbuzzShaper
	advance := func(s string) int {
		r := []rune(s)
		out := shaper.Shape(shaping.Input{Text: r, RunEnd: len(r), Face: face, Size: fixed.I(t.Em),
			Script: language.Latin, Language: "sw", Direction: di.DirectionLTR})
		return out.Advance.Round()
	}
	for _, r := range letters {
		id, ok := face.NominalGlyph(r)
		if !ok {
			return nil, fmt.Errorf("%s: has no %q", name, r)
		}
		outline, ok := face.GlyphData(id).(font.GlyphOutline)
		if !ok {
			return nil, fmt.Errorf("%s: %q is not an outline", name, r)
		}
		t.Letters[string(r)] = letter{advance(string(r)), path2D(outline)}
		if r == 'H' {
			for _, s := range outline.Segments {
				t.CapHeight = max(t.CapHeight, int(s.Args[0].Y))
			}
		}
	}
	for _, a := range letters {
		for _, b := range letters {
			pair := string(a) + string(b)
			if k := advance(pair) - t.Letters[string(a)].Advance - t.Letters[string(b)].Advance; k != 0 {
				t.Kerning[pair] = k
			}
		}
	}
	b, err := json.Marshal(t) // maps in order of their keys
	return append(b, '\n'), err
}

// path2D writes an outline in font units, y upward, as SVG does a path.
func path2D(o font.GlyphOutline) string {
	var b strings.Builder
	for _, s := range o.Segments {
		n := map[opentype.SegmentOp]int{opentype.SegmentOpMoveTo: 1, opentype.SegmentOpLineTo: 1,
			opentype.SegmentOpQuadTo: 2, opentype.SegmentOpCubeTo: 3}[s.Op]
		b.WriteString(map[opentype.SegmentOp]string{opentype.SegmentOpMoveTo: "M", opentype.SegmentOpLineTo: "L",
			opentype.SegmentOpQuadTo: "Q", opentype.SegmentOpCubeTo: "C"}[s.Op])
		for i, p := range s.Args[:n] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strconv.Itoa(int(p.X)) + " " + strconv.Itoa(int(p.Y)))
		}
	}
	return b.String()
}

// unwoff returns the font inside a WOFF 1.0 file (W3C, 2012): the same tables,
// each compressed by zlib where that is shorter.
func unwoff(b []byte) ([]byte, error) {
	if len(b) < 44 || string(b[:4]) != "wOFF" {
		return nil, fmt.Errorf("is not a WOFF file")
	}
	type table struct {
		entry []byte // tag, checksum
		data  []byte
	}
	n := int(binary.BigEndian.Uint16(b[12:]))
	var tables []table
	for i := range n {
		e := b[44+20*i:][:20]
		at, packed, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		data := b[at : at+packed]
		if packed < size {
			z, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				return nil, err
			}
			if data, err = io.ReadAll(z); err != nil {
				return nil, err
			}
		}
		tables = append(tables, table{append(append([]byte{}, e[:4]...), e[16:20]...), data})
	}
	sort.Slice(tables, func(i, j int) bool { return string(tables[i].entry[:4]) < string(tables[j].entry[:4]) })
	out := append([]byte{}, b[4:8]...)
	out = binary.BigEndian.AppendUint16(out, uint16(n))
	out = append(out, make([]byte, 6)...) // search hints, which nobody needs
	at := 12 + 16*n
	var body []byte
	for _, t := range tables {
		out = append(out, t.entry...)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...), nil
}
