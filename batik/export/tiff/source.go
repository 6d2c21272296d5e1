package tiff

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/klauspost/compress/zlib"
)

// Bounds of what Source reads.
const (
	MaxSource = 4 << 20 // bytes of the design

	maxPacket = MaxSource + 1<<20 // of the XMP: a design with its <, > and & escaped, and what others added
	maxFields = 4096
	maxDepth  = 64 // elements within one another
)

// ErrNoDesign says that a TIFF file is sound as far as read but carries no design.
var ErrNoDesign = errors.New("tiff: no Jagad design in this TIFF")

// Source reads back the design that a file carries, as JSON; ErrNoDesign if there
// is none. The file may have been saved by another program since, as long as that
// kept the XMP. It reads the first directory, an XMP of at most 5 MiB and no
// pixels, whatever the file says.
func Source(r io.ReaderAt) ([]byte, error) {
	packet, err := packet(r)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(bytes.NewReader(packet))
	var text []byte
	inside := false
	for depth := 0; ; {
		t, err := d.Token()
		if err == io.EOF {
			return nil, ErrNoDesign
		}
		if err != nil {
			return nil, fmt.Errorf("tiff: the XMP is not well-formed: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; inside || depth > maxDepth {
				return nil, fmt.Errorf("tiff: the XMP holds an element <%.40s> where none may be", t.Name.Local)
			}
			inside = t.Name == xml.Name{Space: Namespace, Local: "design"}
		case xml.EndElement:
			depth--
			if inside {
				if !json.Valid(text) {
					return nil, errors.New("tiff: the design is not JSON")
				}
				return text, nil
			}
		case xml.CharData:
			if inside {
				if len(text)+len(t) > MaxSource {
					return nil, fmt.Errorf("tiff: the design has more than %d bytes", MaxSource)
				}
				text = append(text, t...)
			}
		}
	}
}

// packet returns the XMP of a file's first directory.
func packet(r io.ReaderAt) ([]byte, error) {
	read := func(at uint64, n int) ([]byte, error) {
		if at > math.MaxInt64-uint64(n) {
			return nil, fmt.Errorf("tiff: an offset of %d bytes", at)
		}
		// The buffer grows with what is there, not with what the file says.
		b, err := io.ReadAll(io.NewSectionReader(r, int64(at), int64(n)))
		if err == nil && len(b) < n {
			err = fmt.Errorf("tiff: the file ends before byte %d", at+uint64(n))
		}
		return b, err
	}
	head, err := read(0, 8)
	if err != nil {
		return nil, err
	}
	var order binary.ByteOrder = binary.LittleEndian
	if head[0] == 'M' {
		order = binary.BigEndian
	}
	magic := order.Uint16(head[2:])
	if string(head[:2]) != "II" && string(head[:2]) != "MM" || magic != 42 && magic != 43 {
		return nil, errors.New("tiff: not a TIFF file")
	}
	big := magic == 43
	at, n, entry, room := uint64(order.Uint32(head[4:])), uint64(0), 12, 4
	number := func(b []byte) uint64 { return uint64(order.Uint32(b)) }
	if big {
		entry, room = 20, 8
		number = order.Uint64
		if order.Uint16(head[4:]) != 8 {
			return nil, errors.New("tiff: a BigTIFF whose offsets have not 8 bytes")
		}
		if head, err = read(8, 8); err != nil {
			return nil, err
		}
		at = number(head)
	}
	if big {
		b, err := read(at, 8)
		if err != nil {
			return nil, err
		}
		n, at = number(b), at+8
	} else {
		b, err := read(at, 2)
		if err != nil {
			return nil, err
		}
		n, at = uint64(order.Uint16(b)), at+2
	}
	if n > maxFields {
		return nil, fmt.Errorf("tiff: a directory of %d fields", n)
	}
	fields, err := read(at, int(n)*entry)
	if err != nil {
		return nil, err
	}
	for ; len(fields) > 0; fields = fields[entry:] {
		if order.Uint16(fields) != tagXMP {
			continue
		}
		size, count := kind(order.Uint16(fields[2:])).size(), number(fields[4:])
		if size != 1 || count > maxPacket {
			return nil, fmt.Errorf("tiff: an XMP of %d values; it has at most %d bytes", count, maxPacket)
		}
		value := fields[entry-room : entry]
		if count <= uint64(room) {
			return value[:count], nil
		}
		return read(number(value), int(count))
	}
	return nil, ErrNoDesign
}

// whole reads a file that was stopped, from where f stands, and returns down to
// which row its bands are whole, and how many strips or tiles these are. It notes
// their lengths.
func (l *layout) whole(ctx context.Context, f io.Reader) (row, block int, err error) {
	r := bufio.NewReaderSize(f, 1<<20)
	head := make([]byte, len(l.head))
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return 0, 0, fmt.Errorf("tiff: %w", err)
	}
	lens := head[l.lensAt:][:len(l.lens)*l.intSize()]
	numbers := bytes.Clone(lens)
	// What is written last, or as the work goes, is compared with nothing.
	want := bytes.Clone(l.head)
	clear(lens)
	for _, b := range [][]byte{head, want} {
		clear(b[:2])
		clear(b[l.offsetsAt:][:len(lens)])
	}
	if !bytes.Equal(head[:n], want[:n]) {
		return 0, 0, ErrOther
	}
	if n < len(head) {
		return 0, 0, nil
	}
	across := (l.win.Dx() + l.tile.X - 1) / l.tile.X
	var z io.ReadCloser
	for block = 0; block < len(l.lens); block++ {
		if err := ctx.Err(); err != nil {
			return 0, 0, err
		}
		var n int64
		if l.big {
			n = int64(binary.LittleEndian.Uint64(numbers[8*block:]))
		} else {
			n = int64(binary.LittleEndian.Uint32(numbers[4*block:]))
		}
		raw := l.raw(block)
		if n <= 0 || n > 2*raw+1024 {
			break
		}
		b := &io.LimitedReader{R: r, N: n}
		if z == nil {
			z, err = zlib.NewReader(b)
		} else {
			err = z.(zlib.Resetter).Reset(b, nil)
		}
		if err != nil {
			break
		}
		got, err := io.Copy(io.Discard, z) // checks the sum at the end
		if err != nil || got != raw {
			break
		}
		if _, err := io.Copy(io.Discard, b); err != nil {
			break
		}
		l.lens[block] = n
	}
	block -= block % across
	clear(l.lens[block:])
	return min(l.win.Dy(), block/across*l.rows), block, nil
}
