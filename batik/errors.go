package batik

import (
	"errors"
	"fmt"
	"strings"

	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/nearest"
)

// FieldError says which field of a brief or a design is wrong, and why.
type FieldError struct {
	Path   string // "brief.motif", "design.field.values.size"
	Reason string // what is wrong, what would be right
}

// Error returns "path: reason".
func (e *FieldError) Error() string { return e.Path + ": " + e.Reason }

// RuleError says that a market's rule forbids a design.
type RuleError struct {
	Path    string // the field that offends
	Finding market.Finding
}

// Error names the field, the rule, its reason and its source.
func (e *RuleError) Error() string {
	return fmt.Sprintf("%s: blocked by rule %q: %s (source: %s)", e.Path, e.Finding.Rule, e.Finding.Reason, e.Finding.Source)
}

// faults gathers errors in the order in which they are found.
type faults struct{ errs []error }

func (f *faults) add(path, format string, args ...any) {
	f.errs = append(f.errs, &FieldError{path, fmt.Sprintf(format, args...)})
}

func (f *faults) err() error { return errors.Join(f.errs...) }

// unknown words the error for a name that is not in the list.
func unknown(got string, known []string) string {
	s := fmt.Sprintf("%q is unknown", clip(got))
	if n := nearest.Name(got, known); n != "" {
		return s + fmt.Sprintf("; did you mean %q?", n)
	}
	return s + "; known: " + strings.Join(known, ", ")
}

// clip keeps a hostile name from flooding an error.
func clip(s string) string {
	if len(s) > 64 {
		return s[:64] + "…"
	}
	return s
}
