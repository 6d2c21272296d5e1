package svg

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// Bounds of what Source reads.
const (
	MaxScan   = 64 << 20 // bytes of the file looked at
	MaxSource = 4 << 20  // bytes of the design

	// maxToken is the longest tag or text, such as a picture that an editor has
	// embedded. The decoder keeps a token in memory, and one of many attributes
	// takes twenty times its length there.
	maxToken = 4 << 20
	// maxEscaped is the longest text of a design: no character of JSON takes more
	// than the five of "&#34;" but those that JSON has escaped already.
	maxEscaped = 5*MaxSource + 1<<10
	maxDepth   = 256 // elements within one another
)

// ErrNoSource is returned, wrapped, by Source for an SVG file that carries no
// design.
var ErrNoSource = errors.New("the file carries no Jagad design")

// Source returns the design, as JSON, that Encode put into an SVG file. The file
// may have been saved by another program since, as long as that kept the
// metadata; the first design is taken.
//
// The input is not trusted: at most MaxScan bytes are looked at, what is no
// well-formed XML up to the design is refused, and so are documents that declare
// entities, and a design that is no JSON or longer than MaxSource. A file
// without a design gives ErrNoSource.
func Source(r io.Reader) ([]byte, error) {
	m := &meter{r: bufio.NewReaderSize(r, 64<<10)}
	src, err := source(m)
	if m.err != nil { // the decoder may wrap or replace what stopped it
		err = m.err
	}
	if err != nil {
		return nil, fmt.Errorf("svg: %w", err)
	}
	return src, nil
}

func source(m *meter) ([]byte, error) {
	d := xml.NewDecoder(m)
	path := make([]xml.Name, 0, 8)
	inside := false
	var text []byte
	for {
		m.token, m.limit = 0, maxToken
		if inside {
			m.limit = maxEscaped
		}
		t, err := d.Token()
		if err == io.EOF {
			if len(path) == 0 && m.total == 0 {
				return nil, errors.New("the file is empty")
			}
			return nil, ErrNoSource
		}
		if err != nil {
			return nil, fmt.Errorf("not well-formed: %w", err)
		}
		switch t := t.(type) {
		case xml.Directive:
			// A document type may name the standard but declare nothing.
			for _, b := range t {
				if b == '[' || b == '<' {
					return nil, errors.New("the document type declares entities, which are not read")
				}
			}
		case xml.StartElement:
			if len(path) == 0 && t.Name.Local != "svg" {
				return nil, fmt.Errorf("the root element is <%.40s>, not <svg>", t.Name.Local)
			}
			if inside {
				return nil, fmt.Errorf("the design holds an element <%.40s>", t.Name.Local)
			}
			if len(path) == maxDepth {
				return nil, fmt.Errorf("more than %d elements within one another", maxDepth)
			}
			path = append(path, t.Name)
			inside = len(path) == 3 && path[1].Local == "metadata" && t.Name == xml.Name{Space: Namespace, Local: "design"}
		case xml.EndElement:
			if inside {
				if !json.Valid(text) {
					return nil, errors.New("the design is not JSON")
				}
				return text, nil
			}
			path = path[:len(path)-1]
		case xml.CharData:
			if inside {
				if len(text)+len(t) > MaxSource {
					return nil, fmt.Errorf("the design is longer than %d bytes", MaxSource)
				}
				text = append(text, t...)
			}
		}
	}
}

// meter bounds what an XML decoder reads, in all and for one token, since the
// decoder keeps a token in memory.
type meter struct {
	r                   *bufio.Reader
	total, token, limit int
	err                 error // the bound or read error that stopped it
}

var _ io.ByteReader = (*meter)(nil)

// ReadByte implements io.ByteReader, which the decoder then uses directly.
func (m *meter) ReadByte() (byte, error) {
	m.total++
	m.token++
	if m.total > MaxScan {
		m.err = fmt.Errorf("no design in the first %d bytes: %w", MaxScan, ErrNoSource)
		return 0, m.err
	}
	if m.token > m.limit {
		m.err = fmt.Errorf("a tag or text is longer than %d bytes", m.limit)
		return 0, m.err
	}
	b, err := m.r.ReadByte()
	if err != nil {
		m.total--
		if err != io.EOF {
			m.err = err
		}
	}
	return b, err
}

// Read implements io.Reader, which the decoder asks for but does not use.
func (m *meter) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	b, err := m.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = b
	return 1, nil
}
