package motif

import (
	"errors"
	"strconv"
	"strings"
)

// readFacts reads a file of facts: a JSON array of objects whose members are texts,
// truth values, numbers or lists of numbers. Every plan waits for the facts of all
// motifs, and encoding/json takes twenty times as long for them, most of all in a
// browser that has not compiled it yet. A test holds the two equal.
func readFacts(b []byte) ([]fact, error) {
	s := &scanner{rest: string(b)}
	var fs []fact
	s.want('[')
	for !s.is(']') && s.err == nil {
		if len(fs) > 0 {
			s.want(',')
		}
		var f fact
		s.want('{')
		for n := 0; !s.is('}') && s.err == nil; n++ {
			if n > 0 {
				s.want(',')
			}
			key := s.text()
			s.want(':')
			switch key {
			case "id":
				f.ID = s.text()
			case "name":
				f.Name = s.text()
			case "region":
				f.Region = s.text()
			case "meaning_en":
				f.MeaningEN = s.text()
			case "meaning_id":
				f.MeaningID = s.text()
			case "restriction":
				f.Restriction = s.text()
			case "source":
				f.Source = s.text()
			case "animate":
				f.Animate = s.word() == "true"
			default:
				s.skip()
			}
		}
		fs = append(fs, f)
	}
	if s.err == nil && strings.TrimSpace(s.rest) != "" {
		s.err = errors.New("something follows the list")
	}
	return fs, s.err
}

// scanner reads JSON from the front of rest. After an error it reads no more.
type scanner struct {
	rest string
	err  error
}

func (s *scanner) fail(why string) {
	if s.err == nil {
		s.err = errors.New(why + " before " + strconv.Quote(s.rest[:min(len(s.rest), 24)]))
	}
	s.rest = ""
}

func (s *scanner) space() {
	for len(s.rest) > 0 && s.rest[0] <= ' ' {
		s.rest = s.rest[1:]
	}
}

// is takes c if it is next.
func (s *scanner) is(c byte) bool {
	s.space()
	if len(s.rest) == 0 || s.rest[0] != c {
		return false
	}
	s.rest = s.rest[1:]
	return true
}

func (s *scanner) want(c byte) {
	if !s.is(c) {
		s.fail(string(c) + " is missing")
	}
}

// text reads a string.
func (s *scanner) text() string {
	s.want('"')
	end := strings.IndexByte(s.rest, '"')
	for end > 0 && escaped(s.rest[:end]) {
		next := strings.IndexByte(s.rest[end+1:], '"')
		if next < 0 {
			end = -1
			break
		}
		end += 1 + next
	}
	if end < 0 {
		s.fail("a text does not end")
		return ""
	}
	t := s.rest[:end]
	s.rest = s.rest[end+1:]
	if strings.IndexByte(t, '\\') < 0 {
		return t
	}
	// Go quotes as JSON does, but for the slash.
	t, err := strconv.Unquote(`"` + strings.ReplaceAll(t, `\/`, `/`) + `"`)
	if err != nil {
		s.fail("a text is quoted wrongly")
	}
	return t
}

// escaped reports whether what follows t is escaped by its end.
func escaped(t string) bool {
	n := 0
	for n < len(t) && t[len(t)-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

// word reads a truth value or a number.
func (s *scanner) word() string {
	s.space()
	n := 0
	for n < len(s.rest) && s.rest[n] > ' ' && strings.IndexByte(",]}", s.rest[n]) < 0 {
		n++
	}
	w := s.rest[:n]
	s.rest = s.rest[n:]
	if w == "" {
		s.fail("a value is missing")
	}
	return w
}

// skip passes a value over.
func (s *scanner) skip() {
	s.space()
	switch {
	case s.err != nil:
	case strings.HasPrefix(s.rest, `"`):
		s.text()
	case s.is('['):
		for n := 0; !s.is(']') && s.err == nil; n++ {
			if n > 0 {
				s.want(',')
			}
			s.skip()
		}
	case s.is('{'):
		for n := 0; !s.is('}') && s.err == nil; n++ {
			if n > 0 {
				s.want(',')
			}
			s.text()
			s.want(':')
			s.skip()
		}
	default:
		s.word()
	}
}
