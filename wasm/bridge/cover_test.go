package bridge_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/wasm/bridge"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An ink that is dragged shows at every step what a fresh engine draws.
func TestDraggedInkIsDrawnAnew(t *testing.T) {
	for i, b := range benchBriefs() {
		b.Technique = []batik.Technique{batik.Tulis, batik.Cap, batik.Print}[i]
		d, v := plan(t, b)
		var e bridge.Engine
		for step := range 4 {
			d.Inks[len(d.Inks)-1].Color.R += 7
			d.Inks[0].Color.B -= 3
			v["inks"] = d.Inks
			for _, q := range []obj{
				{"width": 900, "x": 200, "y": 20, "w": 160, "h": 120},
				{"width": 900, "x": 360, "y": 20, "w": 160, "h": 120},
				{"width": 900, "x": 200, "y": 20, "w": 160, "h": 120, "quick": true},
				{"width": 900, "x": 200, "y": 20, "w": 160, "h": 120, "edges": "hard"},
				{"dpi": 30, "x": -9, "y": -9, "w": 99, "h": 50},
			} {
				q["design"] = v
				var fresh bridge.Engine
				wantJSON, want, err := call(t, &fresh, "draw", q, nil)
				require.Nil(t, err)
				gotJSON, got, err := call(t, &e, "draw", q, nil)
				require.Nil(t, err)
				assert.Equal(t, wantJSON, gotJSON)
				assert.True(t, bytes.Equal(want, got), "%s, step %d, %v", b.Market, step, q["quick"])
			}
		}
	}
}

// BenchmarkInkSlider draws a window in ever new colours, as while an ink is dragged,
// and as it was before coverage was kept: each time by an engine that knows nothing.
func BenchmarkInkSlider(b *testing.B) {
	for _, brief := range benchBriefs() {
		for _, how := range []string{"anew", "covered"} {
			b.Run(brief.Market+"/"+how, func(b *testing.B) {
				d, v := plan(b, brief)
				e := &bridge.Engine{}
				for b.Loop() {
					if how == "anew" {
						e = &bridge.Engine{}
					}
					d.Inks[len(d.Inks)-1].Color.R++
					v["inks"] = d.Inks
					q := marshal(b, obj{"design": v, "width": 1600, "x": 500, "y": 100, "w": 900, "h": 700})
					if _, err := e.Call(context.Background(), "draw", q, nil, nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
