package tiff

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jagadbatik/jagad/batik/raster"
)

// maxClassic is how many bytes of pixels a file of 32-bit offsets may have; one of
// more is a BigTIFF. It leaves 32 MiB for the directory, whose texts take 9 MiB
// at most, and for what deflate adds to what it cannot compress.
const maxClassic = 1<<32 - 1<<25

// Tags, by their names in the specifications.
const (
	tagNewSubfileType   = 254
	tagImageWidth       = 256
	tagImageLength      = 257
	tagBitsPerSample    = 258
	tagCompression      = 259
	tagPhotometric      = 262
	tagImageDescription = 270
	tagStripOffsets     = 273
	tagOrientation      = 274
	tagSamplesPerPixel  = 277
	tagRowsPerStrip     = 278
	tagStripByteCounts  = 279
	tagXResolution      = 282
	tagYResolution      = 283
	tagPlanarConfig     = 284
	tagResolutionUnit   = 296
	tagSoftware         = 305
	tagPredictor        = 317
	tagColorMap         = 320
	tagTileWidth        = 322
	tagTileLength       = 323
	tagTileOffsets      = 324
	tagTileByteCounts   = 325
	tagXMP              = 700
	tagICC              = 34675
)

// kind is the type of a field's values.
type kind int

const (
	kindByte      kind = 1
	kindASCII     kind = 2
	kindShort     kind = 3
	kindLong      kind = 4
	kindRational  kind = 5
	kindUndefined kind = 7
	kindLong8     kind = 16
)

// size returns the bytes of a value; 0 for a kind that we neither write nor read.
func (k kind) size() int {
	switch k {
	case kindByte, kindASCII, kindUndefined:
		return 1
	case kindShort:
		return 2
	case kindLong:
		return 4
	case kindRational, kindLong8:
		return 8
	}
	return 0
}

// layout is all of a file but its pixels.
type layout struct {
	win      image.Rectangle
	indexed  bool
	pixel    int // bytes
	predict  bool
	compress bool
	big      bool
	tiled    bool
	tile     image.Point // of a tile, or of a strip: the width of the picture
	rows     int         // of a band: a strip or a row of tiles

	head      []byte  // header, directory and its values
	lens      []int64 // of strips or tiles
	sums      []int64 // see at
	lensAt    int64   // where the directory's lengths are
	offsetsAt int64   // and offsets

	row, block int // what is written already
}

// layout plans the file of a window.
func (e Encoder) layout(r *raster.Renderer, win image.Rectangle, compress bool) (*layout, error) {
	l := &layout{win: win, indexed: r.Edges() == raster.Hard, pixel: 3, predict: e.Predict, compress: compress}
	switch {
	case e.Level < 0 || e.Level > 9:
		return nil, fmt.Errorf("tiff: encoder.level: %d is not 1 to 9", e.Level)
	case e.Depth != 0 && e.Depth != 8 && e.Depth != 16:
		return nil, fmt.Errorf("tiff: encoder.depth: %d is neither 8 nor 16", e.Depth)
	case e.Tile < 0 || e.Tile > 1024 || e.Tile%16 != 0:
		return nil, fmt.Errorf("tiff: encoder.tile: %d is not a multiple of 16 up to 1024", e.Tile)
	case l.indexed && e.Depth == 16:
		return nil, fmt.Errorf("tiff: encoder.depth: 16 bits are for RGB; hard edges are indexed in 8")
	case l.indexed && e.Predict:
		return nil, fmt.Errorf("tiff: encoder.predict: differences are for RGB; hard edges are indexed")
	case !compress && e.Predict:
		return nil, fmt.Errorf("tiff: encoder.predict: a stream is not compressed")
	case win.Empty() || !win.In(r.Bounds()):
		return nil, fmt.Errorf("tiff: window %v does not lie in the picture, which is %d × %d px", win, r.Size().X, r.Size().Y)
	}
	if l.indexed {
		l.pixel = 1
	} else if e.Depth == 16 {
		l.pixel = 6
	}
	blocks := 1
	if l.tiled = e.Tile > 0; l.tiled {
		up := func(n int) int { return min(e.Tile, (n+15)/16*16) }
		l.tile = image.Pt(up(win.Dx()), up(win.Dy()))
		l.rows = l.tile.Y
		blocks = (win.Dx() + l.tile.X - 1) / l.tile.X
	} else {
		l.rows = r.BandRows(win)
		l.tile = image.Pt(win.Dx(), l.rows)
	}
	blocks *= (win.Dy() + l.rows - 1) / l.rows
	l.lens = make([]int64, blocks)
	l.big = e.Big || int64(blocks)*l.size(l.rows) > maxClassic
	if !compress {
		for i := range l.lens {
			l.lens[i] = l.raw(i)
		}
	}
	return l, l.plan(r)
}

// size returns the bytes of so many rows of a block.
func (l *layout) size(rows int) int64 { return int64(l.pixel) * int64(l.tile.X) * int64(rows) }

// raw returns the bytes of block i before it is compressed. The last strip has
// only the rows that are left; tiles are always whole.
func (l *layout) raw(i int) int64 {
	if l.tiled {
		return l.size(l.rows)
	}
	return l.size(min(l.rows, l.win.Dy()-i*l.rows))
}

// plan writes the header and the directory into l.head. Where lengths are known,
// so are offsets.
func (l *layout) plan(r *raster.Renderer) error {
	c := r.Cloth()
	d := &directory{big: l.big}
	d.long(tagNewSubfileType, 0)
	d.long(tagImageWidth, l.win.Dx())
	d.long(tagImageLength, l.win.Dy())
	bits, photometric := []int{8, 8, 8}, 2 // RGB
	switch l.pixel {
	case 1:
		bits, photometric = []int{8}, 3 // by a palette
	case 6:
		bits = []int{16, 16, 16}
	}
	d.short(tagBitsPerSample, bits...)
	compression := 1 // none
	if l.compress {
		compression = 8 // deflate
	}
	d.short(tagCompression, compression)
	d.short(tagPhotometric, photometric)
	if c.Title != "" {
		if err := text("cloth.title", []byte(c.Title)); err != nil {
			return err
		}
		// ASCII by the standard; readers today take UTF-8.
		d.add(tagImageDescription, kindASCII, append([]byte(c.Title), 0))
	}
	d.short(tagOrientation, 1) // the first row is the top, the first column the left
	d.short(tagSamplesPerPixel, len(bits))
	x, y := r.DPI()
	d.rational(tagXResolution, x)
	d.rational(tagYResolution, y)
	d.short(tagPlanarConfig, 1)   // the channels of a pixel stand together
	d.short(tagResolutionUnit, 2) // inch
	d.add(tagSoftware, kindASCII, []byte("Jagad\x00"))
	if l.predict {
		d.short(tagPredictor, 2) // horizontal differences
	}
	if l.indexed {
		p := r.Palette()
		table := make([]int, 3*256) // of 2⁸ reds, then greens, then blues
		for i, v := range p {
			q := color.RGBAModel.Convert(v).(color.RGBA)
			table[i], table[256+i], table[512+i] = 257*int(q.R), 257*int(q.G), 257*int(q.B)
		}
		d.short(tagColorMap, table...)
	}
	if len(c.Source) > 0 {
		packet, err := xmp(c.Source)
		if err != nil {
			return err
		}
		d.add(tagXMP, kindByte, packet)
	}
	d.add(tagICC, kindUndefined, profile())
	offsets, lens := tagStripOffsets, tagStripByteCounts
	if l.tiled {
		offsets, lens = tagTileOffsets, tagTileByteCounts
		d.long(tagTileWidth, l.tile.X)
		d.long(tagTileLength, l.tile.Y)
	} else {
		d.long(tagRowsPerStrip, l.rows)
	}
	room := make([]byte, len(l.lens)*l.intSize())
	d.add(offsets, d.offsetKind(), room)
	d.add(lens, d.offsetKind(), room)
	l.head = d.encode()
	l.offsetsAt, l.lensAt = d.at[offsets], d.at[lens]
	if !l.compress {
		var a, b []byte
		for i := range l.lens {
			a, b = l.appendInt(a, l.at(i)), l.appendInt(b, l.lens[i])
		}
		copy(l.head[l.offsetsAt:], a)
		copy(l.head[l.lensAt:], b)
	}
	return nil
}

// text tells whether a text can stand in a file.
func text(field string, s []byte) error {
	if len(s) > MaxSource {
		return fmt.Errorf("tiff: %s: %d bytes, more than %d", field, len(s), MaxSource)
	}
	if !utf8.Valid(s) || bytes.IndexByte(s, 0) >= 0 {
		return fmt.Errorf("tiff: %s: not UTF-8 text", field)
	}
	return nil
}

// directory collects the fields of an image file directory.
type directory struct {
	big    bool
	fields []field
	at     map[int]int64 // where in the file each field's values are
}

type field struct {
	tag    int
	kind   kind
	values []byte
}

func (d *directory) add(tag int, k kind, values []byte) {
	d.fields = append(d.fields, field{tag, k, values})
}

func (d *directory) short(tag int, v ...int) {
	var b []byte
	for _, v := range v {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	d.add(tag, kindShort, b)
}

func (d *directory) long(tag, v int) {
	d.add(tag, kindLong, binary.LittleEndian.AppendUint32(nil, uint32(v)))
}

// rational adds a positive number as a fraction, with as many decimals as fit.
func (d *directory) rational(tag int, v float64) {
	under := 1.
	for under < 1e6 && v*under*10 < math.MaxUint32 {
		under *= 10
	}
	b := binary.LittleEndian.AppendUint32(nil, uint32(math.Min(math.MaxUint32, math.Floor(float64(v*under)+.5))))
	d.add(tag, kindRational, binary.LittleEndian.AppendUint32(b, uint32(under)))
}

func (d *directory) offsetKind() kind {
	if d.big {
		return kindLong8
	}
	return kindLong
}

// encode returns the header, the directory and the values, and notes where they
// are. Values begin on even offsets, which the standard asks for.
func (d *directory) encode() []byte {
	le := binary.LittleEndian
	number := func(b []byte, v int) []byte { return le.AppendUint32(b, uint32(v)) }
	entry, room := 12, 4 // of a field; in it, for values or their offset
	b := number([]byte("II\x2a\x00"), 8)
	b = le.AppendUint16(b, uint16(len(d.fields)))
	if d.big {
		number = func(b []byte, v int) []byte { return le.AppendUint64(b, uint64(v)) }
		entry, room = 20, 8
		b = number([]byte("II\x2b\x00\x08\x00\x00\x00"), 16)
		b = number(b, len(d.fields))
	}
	slices.SortFunc(d.fields, func(a, b field) int { return a.tag - b.tag }) // the standard asks for it
	d.at = map[int]int64{}
	free := len(b) + entry*len(d.fields) + room // behind the offset of no further directory
	free += free & 1
	var values []byte
	for _, f := range d.fields {
		b = le.AppendUint16(le.AppendUint16(b, uint16(f.tag)), uint16(f.kind))
		b = number(b, len(f.values)/f.kind.size())
		if len(f.values) <= room {
			d.at[f.tag] = int64(len(b))
			b = append(append(b, f.values...), make([]byte, room-len(f.values))...)
			continue
		}
		d.at[f.tag] = int64(free + len(values))
		b = number(b, free+len(values))
		if values = append(values, f.values...); len(values)&1 != 0 {
			values = append(values, 0)
		}
	}
	return append(append(b, make([]byte, free-len(b))...), values...)
}

// Namespace is the XML namespace of the element that carries the design in the
// file's XMP.
const Namespace = "https://github.com/jagadbatik/jagad/"

// xmp returns the packet that carries a design.
func xmp(design []byte) ([]byte, error) {
	if err := text("cloth.source", design); err != nil {
		return nil, err
	}
	if !json.Valid(design) {
		return nil, fmt.Errorf("tiff: cloth.source: not JSON")
	}
	// Two characters of JSON cannot stand in XML as they are, but as JSON's escapes.
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;", "\ufffe", `\ufffe`, "\uffff", `\uffff`)
	packet := []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:jagad="` + Namespace + `"><jagad:design>` + escape.Replace(string(design)) +
		"</jagad:design></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	if len(packet) > maxPacket {
		return nil, fmt.Errorf("tiff: cloth.source: takes %d bytes in the file, more than %d", len(packet), maxPacket)
	}
	return packet, nil
}
