// Package bridge is the library as a conversation: a request as JSON, perhaps
// with a file, is answered by JSON, perhaps with bytes. It is what the studio's
// page speaks through WebAssembly, and knows nothing of either: it is tested
// where it is built.
//
// Nothing that is sent can make it panic, and no answer depends on what was
// asked before.
package bridge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/jagadbatik/jagad/batik"
)

// Limits of what is taken. Those of pictures are package raster's and palette's.
const (
	MaxRequest   = 2 << 20  // bytes of a request; a real one takes about 6 KB
	MaxFile      = 64 << 20 // bytes of a file
	MaxWindow    = 16 << 20 // pixels of one window
	MaxShare     = 16 << 10 // bytes of a link
	MaxProposals = 48       // designs of one answer
	maxPage      = 100      // pages of proposals or variations
)

// Engine answers calls. It remembers the last few cloths that it laid, so that
// the windows of one picture do not each lay the cloth anew. The zero Engine is
// ready; several goroutines may call it.
type Engine struct {
	mu    sync.Mutex
	laid  []*laid      // the latest first
	tiles *batik.Tiles // that they were laid with
	paged []*proposals // the latest first

	covered  []coverage // and so are these
	recipes  []planned
	finishes []finished
}

// Reply is an answer.
type Reply struct {
	JSON []byte // an object; one with the member "error" if the call failed
	Blob []byte // pixels of a draw; else nil
}

// Progress tells how far an export is.
type Progress struct {
	Done  float64 // 0 to 1; negative if it cannot be told
	Bytes int64   // written so far
}

// Emit takes the next piece of an export. The piece is the caller's own only
// until Emit returns. An error ends the export.
type Emit func(piece []byte, p Progress) error

// Call answers one request. op names the question, request is a JSON object,
// file what came with it; emit takes the pieces of op "export" and may be nil for
// all others. An error is in the answer too.
func (e *Engine) Call(ctx context.Context, op string, request, file []byte, emit Emit) (r Reply, err error) {
	defer func() {
		if p := recover(); p != nil {
			// What was being built may be half done.
			e.mu.Lock()
			e.laid, e.tiles, e.paged, e.covered, e.recipes, e.finishes = nil, nil, nil, nil, nil, nil
			e.mu.Unlock()
			err = &Error{Kind: Broken, Message: fmt.Sprintf("the engine failed in %q: %v", clip(op), p), stack: debug.Stack()}
			r = Reply{JSON: encodeError(err)}
		}
	}()
	v, blob, err := e.answer(ctx, op, request, file, emit)
	if err == nil {
		var b []byte
		if b, err = json.Marshal(v); err == nil {
			return Reply{b, blob}, nil
		}
		err = &Error{Kind: Broken, Message: err.Error()}
	}
	err = asError(err)
	return Reply{JSON: encodeError(err)}, err
}

// answer finds who answers.
func (e *Engine) answer(ctx context.Context, op string, request, file []byte, emit Emit) (any, []byte, error) {
	if len(request) > MaxRequest {
		return nil, nil, tooLarge("request", "is %d bytes long; the limit is %d", len(request), MaxRequest)
	}
	if len(file) > MaxFile {
		return nil, nil, tooLarge("file", "is %d bytes long; the limit is %d", len(file), MaxFile)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if len(request) == 0 {
		request = []byte("{}")
	}
	switch op {
	case "draw":
		return e.draw(ctx, request)
	case "piece":
		return e.piece(ctx, request)
	case "indices":
		return e.indices(ctx, request)
	case "finish":
		return e.finish(ctx, request)
	case "export":
		v, err := e.export(ctx, request, emit)
		return v, nil, err
	}
	f, ok := map[string]func() (any, error){
		"catalog":        func() (any, error) { return catalog(request) },
		"plan":           func() (any, error) { return plan(request) },
		"proposals":      func() (any, error) { return e.proposals(request) },
		"variations":     func() (any, error) { return variations(request) },
		"colourways":     func() (any, error) { return colourways(request) },
		"validate":       func() (any, error) { return validate(request) },
		"check":          func() (any, error) { return check(request) },
		"recolour":       func() (any, error) { return recolour(request) },
		"retarget":       func() (any, error) { return retarget(request) },
		"describe":       func() (any, error) { return e.describe(request) },
		"hit":            func() (any, error) { return e.hit(ctx, request) },
		"warm":           func() (any, error) { return e.warm(request) },
		"shelf":          func() (any, error) { return shelf(request) },
		"making":         func() (any, error) { return e.making(ctx, request) },
		"photo":          func() (any, error) { return photo(request, file) },
		"open":           func() (any, error) { return open(request, file) },
		"share.encode":   func() (any, error) { return shareEncode(request) },
		"share.decode":   func() (any, error) { return shareDecode(request) },
		"color.convert":  func() (any, error) { return colorConvert(request) },
		"color.track":    func() (any, error) { return colorTrack(request) },
		"color.simulate": func() (any, error) { return colorSimulate(request) },
		"color.contrast": func() (any, error) { return colorContrast(request) },
		"inks.check":     func() (any, error) { return inksCheck(request) },
		"inks.assign":    func() (any, error) { return inksAssign(request) },
		"inks.fit":       func() (any, error) { return inksFit(request) },
		"generate":       func() (any, error) { return generate(request) },
		"test.panic":     func() (any, error) { return testPanic(request) },
	}[op]
	if !ok {
		return nil, nil, bad("op", "%q is unknown", clip(op))
	}
	v, err := f()
	return v, nil, err
}

// testPanic panics for the tests of what a panic does, if the request says so.
func testPanic(request []byte) (any, error) {
	var q struct {
		Test bool `json:"test"`
	}
	if err := bind(request, &q); err != nil {
		return nil, err
	}
	if !q.Test {
		return nil, bad("op", `"test.panic" is unknown`)
	}
	panic("a test asked for it")
}

// bind reads a request strictly; errors name the field.
func bind(request []byte, v any) error {
	d := json.NewDecoder(strings.NewReader(string(request)))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		var own *Error
		if errors.As(err, &own) {
			return own
		}
		var t *json.UnmarshalTypeError
		if errors.As(err, &t) && t.Field != "" {
			return bad("request."+t.Field, "is %s; want %s", clip(t.Value), t.Type)
		}
		return bad("request", "%s", strings.TrimPrefix(err.Error(), "json: "))
	}
	if d.More() {
		return bad("request", "something follows the JSON; remove it")
	}
	return nil
}

// number checks a count of a request; 0 means def.
func number(field string, v, def, lo, hi int) (int, error) {
	if v == 0 {
		return def, nil
	}
	if v < lo || v > hi {
		return 0, bad("request."+field, "is %d; want %d to %d", v, lo, hi)
	}
	return v, nil
}

// clip keeps a hostile text from flooding an error.
func clip(s string) string {
	s = strings.ToValidUTF8(s, "�")
	if len(s) > 64 {
		return strings.ToValidUTF8(s[:64], "") + "…"
	}
	return s
}

// front moves the element that is wanted to the front of a list of at most n,
// or puts a new one there.
func front[T any](list []T, n int, is func(T) bool, fresh func() (T, error)) ([]T, T, error) {
	if i := slices.IndexFunc(list, is); i >= 0 {
		v := list[i]
		copy(list[1:i+1], list[:i])
		list[0] = v
		return list, v, nil
	}
	v, err := fresh()
	if err != nil {
		return list, v, err
	}
	if len(list) >= n {
		list = list[:n-1]
	}
	return slices.Insert(list, 0, v), v, nil
}
