package bridge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/jagadbatik/jagad/batik"
)

// Kind says whose fault an error is, and so what can be said to the maker.
type Kind string

// The kinds of errors.
const (
	BadInput  Kind = "bad-input" // what was sent is wrong
	TooLarge  Kind = "too-large" // a limit
	Blocked   Kind = "blocked"   // a market's rule
	Cancelled Kind = "cancelled" // the caller stopped it
	Broken    Kind = "broken"    // the engine itself
)

// Error is a call that failed.
type Error struct {
	Message string   `json:"message"`
	Path    string   `json:"path,omitempty"` // the field: "design.field.motif"
	Kind    Kind     `json:"kind"`
	Details []Detail `json:"details,omitempty"`

	stack []byte // of a panic
}

// Error returns the message, which names the field.
func (e *Error) Error() string { return e.Message }

// Stack returns where the engine panicked; nil if it did not.
func (e *Error) Stack() []byte { return e.stack }

// Detail is one fault among several.
type Detail struct {
	Path     string `json:"path"`
	Reason   string `json:"reason"`
	Rule     string `json:"rule,omitempty"`
	Severity string `json:"severity,omitempty"`
	Source   string `json:"source,omitempty"`
}

func bad(path, format string, args ...any) error {
	return fault(BadInput, path, format, args...)
}

func tooLarge(path, format string, args ...any) error {
	return fault(TooLarge, path, format, args...)
}

func fault(k Kind, path, format string, args ...any) error {
	d := Detail{Path: path, Reason: fmt.Sprintf(format, args...)}
	return &Error{Message: d.Path + ": " + d.Reason, Path: path, Kind: k, Details: []Detail{d}}
}

// asError finds the kind, the path and the parts of an error of the library.
func asError(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return &Error{Message: err.Error(), Kind: Cancelled}
	}
	e = &Error{Message: err.Error(), Kind: BadInput, Details: details(err)}
	for _, d := range e.Details {
		if d.Rule != "" {
			e.Kind = Blocked
		}
	}
	if len(e.Details) > 0 {
		e.Path = e.Details[0].Path
	}
	// The renderer's limits and the photograph's speak in words only.
	if strings.Contains(e.Message, " at most ") || strings.Contains(e.Message, "more than ") || strings.Contains(e.Message, "the limit is ") {
		if e.Kind == BadInput {
			e.Kind = TooLarge
		}
	}
	return e
}

// details takes a joined error apart.
func details(err error) []Detail {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []Detail
		for _, err := range many.Unwrap() {
			out = append(out, details(err)...)
		}
		return out
	}
	var r *batik.RuleError
	if errors.As(err, &r) {
		f := r.Finding
		return []Detail{{r.Path, f.Reason, f.Rule, string(f.Severity), f.Source}}
	}
	var f *batik.FieldError
	if errors.As(err, &f) {
		return []Detail{{Path: f.Path, Reason: f.Reason}}
	}
	return []Detail{{Reason: err.Error()}}
}

// encodeError returns {"error": …}.
func encodeError(err error) []byte {
	b, failed := json.Marshal(struct {
		Error *Error `json:"error"`
	}{asError(err)})
	if failed != nil {
		return []byte(`{"error":{"message":"the error cannot be told","kind":"broken"}}`)
	}
	return b
}
