package png

import (
	"bytes"
	inflate "compress/zlib" // smaller than the other, where speed does not matter
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"unicode/utf8"

	"github.com/klauspost/compress/zlib"
)

const (
	signature = "\x89PNG\r\n\x1a\n"
	sourceKey = "jagad:design"
)

// MaxSource is the largest design in bytes that a file may carry.
const MaxSource = 4 << 20

// file writes chunks. After an error it writes no more.
type file struct {
	w   io.Writer
	err error
}

func (f *file) write(b []byte) {
	if f.err == nil {
		var n int
		if n, f.err = f.w.Write(b); f.err == nil && n < len(b) {
			f.err = io.ErrShortWrite
		}
	}
}

func (f *file) chunk(kind string, data []byte) {
	if f.err == nil && uint64(len(data)) > math.MaxInt32 {
		f.err = fmt.Errorf("png: a chunk %s of %d bytes is too long", kind, len(data))
	}
	head := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), kind...)
	sum := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, data)
	f.write(head)
	f.write(data)
	f.write(binary.BigEndian.AppendUint32(nil, sum))
}

// text writes an iTXt chunk, compressed if that makes it smaller.
func (f *file) text(key string, text []byte) error {
	if len(text) > MaxSource {
		return fmt.Errorf("png: %s: %d bytes, more than %d", key, len(text), MaxSource)
	}
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		return fmt.Errorf("png: %s: not UTF-8 text", key)
	}
	flag := byte(0)
	if len(text) > 1024 {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		w.Write(text) // a bytes.Buffer never fails
		w.Close()
		if z.Len() < len(text) {
			flag, text = 1, z.Bytes()
		}
	}
	data := append([]byte(key), 0, flag, 0, 0, 0) // no language, no translated key
	f.chunk("iTXt", append(data, text...))
	return f.err
}

// ErrNoDesign says that a PNG file is sound as far as read but carries no design.
var ErrNoDesign = errors.New("png: no Jagad design in this PNG")

// Source reads back the design that a file carries, as JSON; ErrNoDesign if there
// is none. It reads no further than it must, checks each chunk that it reads, and
// holds no more than a few times MaxSource in memory, whatever the file says.
func Source(r io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil || string(head[:]) != signature {
		return nil, damaged(err, "not a PNG file")
	}
	for first := true; ; first = false {
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return nil, damaged(err, "the file ends without IEND")
		}
		n, kind := binary.BigEndian.Uint32(head[:4]), string(head[4:])
		if n > math.MaxInt32 {
			return nil, fmt.Errorf("png: a chunk says it has %d bytes", n)
		}
		if first && (kind != "IHDR" || n != 13) {
			return nil, errors.New("png: the file does not begin with IHDR")
		}
		sum := crc32.NewIEEE()
		sum.Write(head[4:])
		var data []byte
		var err error
		if kind == "iTXt" && n <= MaxSource+1024 {
			// The buffer grows with what arrives, not with what the length says.
			data, err = io.ReadAll(io.LimitReader(io.TeeReader(r, sum), int64(n)))
			if err == nil && len(data) < int(n) {
				err = io.ErrUnexpectedEOF
			}
		} else {
			_, err = io.CopyN(sum, r, int64(n))
		}
		if err != nil {
			return nil, damaged(err, "the file ends inside chunk "+printable(kind))
		}
		var crc [4]byte
		if _, err := io.ReadFull(r, crc[:]); err != nil {
			return nil, damaged(err, "the file ends inside chunk "+printable(kind))
		}
		if binary.BigEndian.Uint32(crc[:]) != sum.Sum32() {
			return nil, fmt.Errorf("png: chunk %s is damaged: its checksum is wrong", printable(kind))
		}
		if kind == "IEND" {
			return nil, ErrNoDesign
		}
		if rest, ok := bytes.CutPrefix(data, []byte(sourceKey+"\x00")); ok {
			return design(rest)
		}
		if kind == "iTXt" && data == nil && n > 0 {
			return nil, fmt.Errorf("png: a text of %d bytes; a design has at most %d", n, MaxSource)
		}
	}
}

// design returns the text of an iTXt chunk from behind its key.
func design(data []byte) ([]byte, error) {
	if len(data) < 4 {
		return nil, errors.New("png: the design's chunk is too short")
	}
	flag, method, rest := data[0], data[1], data[2:]
	for range 2 { // language, translated key
		_, after, ok := bytes.Cut(rest, []byte{0})
		if !ok {
			return nil, errors.New("png: the design's chunk has no text")
		}
		rest = after
	}
	switch {
	case flag == 0:
	case flag == 1 && method == 0:
		z, err := inflate.NewReader(bytes.NewReader(rest))
		if err != nil {
			return nil, fmt.Errorf("png: the design: %w", err)
		}
		defer z.Close()
		if rest, err = io.ReadAll(io.LimitReader(z, MaxSource+1)); err != nil {
			return nil, fmt.Errorf("png: the design: %w", err)
		}
	default:
		return nil, fmt.Errorf("png: the design is compressed in an unknown way (%d, %d)", flag, method)
	}
	if len(rest) > MaxSource {
		return nil, fmt.Errorf("png: the design has more than %d bytes", MaxSource)
	}
	if !utf8.Valid(rest) {
		return nil, errors.New("png: the design is not UTF-8 text")
	}
	return rest, nil
}

// damaged returns what is wrong with a file, or the reader's own error if it is
// another than that the file ended.
func damaged(err error, what string) error {
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	return errors.New("png: " + what)
}

// printable returns a chunk's kind for a message.
func printable(kind string) string { return fmt.Sprintf("%q", kind) }
