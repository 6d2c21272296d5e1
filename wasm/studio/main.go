//go:build js && wasm

// Command studio is the library inside the browser. It runs in a worker and puts
// one function in its global scope,
//
//	jagadCall(op, json, file?, onPiece?) → {json, blob?}
//
// which is package bridge's Call: json is text, file and blob are Uint8Arrays, and
// onPiece(bytes, done, written) takes the pieces of an export. Then it calls
// jagadReady().
package main

import (
	"context"
	"errors"
	"os"
	"runtime/debug"
	"syscall/js"

	"github.com/jagadbatik/jagad/wasm/bridge"
)

// Memory of an instance never shrinks, so garbage is collected early once there
// is much; the page replaces a worker that has grown beyond this. While there is
// little, collecting it would be a tenth of the time to the first cloth.
const (
	softLimit = 320 << 20
	garbage   = 300 // per cent of what lives
)

func main() {
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(softLimit)
	s := &studio{bytes: js.Global().Get("Uint8Array"), object: js.Global().Get("Object")}
	js.Global().Set("jagadCall", js.FuncOf(s.call))
	js.Global().Call("jagadReady")
	select {}
}

type studio struct {
	engine        bridge.Engine
	bytes, object js.Value
}

// call must not panic: a panic in a js.Func is silent and ends the program.
func (s *studio) call(_ js.Value, args []js.Value) (answer any) {
	defer func() {
		if recover() != nil {
			answer = s.broken()
		}
	}()
	if len(args) < 2 {
		return s.broken()
	}
	op, request := args[0].String(), []byte(args[1].String())
	if op == "test.exit" && string(request) == `{"test":true}` {
		os.Exit(3)
	}
	var file []byte
	if len(args) > 2 && args[2].InstanceOf(s.bytes) {
		// Limits are tested before anything is copied into the instance.
		n := args[2].Length()
		if n > bridge.MaxFile {
			return s.reply([]byte(`{"error":{"kind":"too-large","path":"file","message":"file: is larger than 64 MiB"}}`), nil)
		}
		file = make([]byte, n)
		js.CopyBytesToGo(file, args[2])
	}
	var emit bridge.Emit
	if len(args) > 3 && args[3].Type() == js.TypeFunction {
		emit = func(piece []byte, p bridge.Progress) (err error) {
			defer func() {
				if recover() != nil {
					err = errors.New("the page did not take the file")
				}
			}()
			args[3].Invoke(s.copy(piece), p.Done, float64(p.Bytes))
			return nil
		}
	}
	r, _ := s.engine.Call(context.Background(), op, request, file, emit) // the error is in the answer
	return s.reply(r.JSON, r.Blob)
}

func (s *studio) reply(json, blob []byte) js.Value {
	o := s.object.New()
	o.Set("json", string(json))
	if blob != nil {
		o.Set("blob", s.copy(blob))
	}
	return o
}

func (s *studio) copy(b []byte) js.Value {
	a := s.bytes.New(len(b))
	js.CopyBytesToJS(a, b)
	return a
}

func (s *studio) broken() any {
	return map[string]any{"json": `{"error":{"kind":"broken","message":"the engine failed"}}`}
}
