package bridge

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/palette"
)

// wire is a design as it is sent: its seed is text, since a number of JavaScript
// does not hold 64 bits. The conversion from Design fails to compile if the two
// ever differ in more than that.
type wire struct {
	Format    int             `json:"format"`
	Title     string          `json:"title"`
	Seed      uint64          `json:"seed,string"`
	Market    string          `json:"market"`
	Product   batik.Piece     `json:"product"`
	Technique batik.Technique `json:"technique"`
	Scheme    string          `json:"scheme"`
	Inks      []palette.Ink   `json:"inks"`
	Field     batik.Figure    `json:"field"`
	Kepala    *batik.Figure   `json:"kepala,omitempty"`
	Border    *batik.Edge     `json:"border,omitempty"`
	Text      string          `json:"text,omitempty"`
	Warnings  []batik.Warning `json:"warnings,omitempty"`
}

func send(d *batik.Design) wire { return wire(*d) }

func sendAll(ds []*batik.Design) []wire {
	out := make([]wire, len(ds))
	for i, d := range ds {
		out[i] = send(d)
	}
	return out
}

// receive reads a design as it was sent, strictly.
func receive(raw json.RawMessage) (*batik.Design, error) {
	if len(raw) == 0 {
		return nil, bad("request.design", "is missing")
	}
	return batik.Decode(plainSeed(raw))
}

// plainSeed returns the design with its seed as a number. What is no design is
// returned as it is, for the library to say what is wrong with it.
func plainSeed(raw []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(raw))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return raw
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return raw
		}
		var v json.RawMessage
		if d.Decode(&v) != nil {
			return raw
		}
		if key != "seed" {
			continue
		}
		if n := len(v); n > 2 && n <= 22 && v[0] == '"' && digits(v[1:n-1]) {
			end := int(d.InputOffset())
			out := append([]byte(nil), raw[:end-n]...)
			out = append(out, v[1:n-1]...)
			return append(out, raw[end:]...)
		}
		return raw
	}
	return raw
}

func digits(b []byte) bool {
	for i, c := range b {
		if c < '0' || c > '9' || c == '0' && i == 0 && len(b) > 1 {
			return false
		}
	}
	return true
}

// seed is a number of 64 bits as text, or as a number that JavaScript can hold.
type seed uint64

// UnmarshalJSON reads digits with or without quotes.
func (s *seed) UnmarshalJSON(b []byte) error {
	if len(b) > 2 && b[0] == '"' {
		b = b[1 : len(b)-1]
	}
	var n uint64
	if err := json.Unmarshal(b, &n); err != nil {
		return bad("request.seed", "is %s; want a whole number from 0 to 18446744073709551615, as text", clip(string(b)))
	}
	*s = seed(n)
	return nil
}

// brief is a brief as it is sent.
type brief struct {
	Market    string          `json:"market"`
	Product   string          `json:"product"`
	Motif     string          `json:"motif"`
	Scheme    string          `json:"scheme"`
	Inks      []palette.Ink   `json:"inks"`
	Technique batik.Technique `json:"technique"`
	Text      string          `json:"text"`
	Seed      seed            `json:"seed"`
}

func (b brief) brief() batik.Brief {
	return batik.Brief{
		Market: b.Market, Product: b.Product, Motif: b.Motif, Scheme: b.Scheme,
		Inks: b.Inks, Technique: b.Technique, Text: b.Text, Seed: uint64(b.Seed),
	}
}

// same reports whether two briefs ask for the same.
func (b brief) same(c brief) bool {
	return b.Market == c.Market && b.Product == c.Product && b.Motif == c.Motif && b.Scheme == c.Scheme &&
		slices.Equal(b.Inks, c.Inks) && b.Technique == c.Technique && b.Text == c.Text && b.Seed == c.Seed
}
