package bridge_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/color"
	stdpng "image/png"
	"strings"
	"testing"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/wasm/bridge"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// obj is JSON as the page sees it.
type obj = map[string]any

func call(t testing.TB, e *bridge.Engine, op string, request any, file []byte) (obj, []byte, *bridge.Error) {
	t.Helper()
	raw, ok := request.([]byte)
	if !ok {
		var err error
		raw, err = json.Marshal(request)
		require.NoError(t, err)
	}
	r, err := e.Call(context.Background(), op, raw, file, func([]byte, bridge.Progress) error { return nil })
	var v obj
	require.NoError(t, json.Unmarshal(r.JSON, &v))
	if err == nil {
		assert.NotContains(t, v, "error")
		return v, r.Blob, nil
	}
	var be *bridge.Error
	require.ErrorAs(t, err, &be)
	require.Contains(t, v, "error")
	assert.Equal(t, string(be.Kind), v["error"].(obj)["kind"])
	assert.Equal(t, be.Message, v["error"].(obj)["message"])
	return nil, nil, be
}

func good(t testing.TB, e *bridge.Engine, op string, request any, file []byte) obj {
	t.Helper()
	v, _, err := call(t, e, op, request, file)
	if err != nil {
		t.Fatalf("%s: %v\n%s", op, err, err.Stack())
	}
	return v
}

// plan returns a design as the library makes it, and as the page holds it.
func plan(t testing.TB, b batik.Brief) (*batik.Design, obj) {
	t.Helper()
	d, err := batik.Plan(b)
	require.NoError(t, err)
	raw, err := d.Encode()
	require.NoError(t, err)
	var v obj
	require.NoError(t, json.Unmarshal(raw, &v))
	v["seed"] = fmt.Sprint(d.Seed)
	return d, v
}

func tile(t testing.TB) (*batik.Design, obj) {
	return plan(t, batik.Brief{Market: "id-pekalongan", Product: "tile", Motif: "jlamprang", Technique: batik.Print, Seed: 1<<63 + 1})
}

func TestSeedsOf64BitsGoThereAndBack(t *testing.T) {
	var e bridge.Engine
	d, v := tile(t)
	assert.Equal(t, v, good(t, &e, "plan", obj{"brief": obj{
		"market": "id-pekalongan", "product": "tile", "motif": "jlamprang", "technique": "print", "seed": "9223372036854775809"}}, nil)["design"])
	var got bytes.Buffer
	_, err := e.Call(context.Background(), "export", marshal(t, obj{"design": v, "format": "json"}), nil,
		func(b []byte, _ bridge.Progress) error { got.Write(b); return nil })
	require.NoError(t, err)
	want, err := d.Encode()
	require.NoError(t, err)
	assert.Equal(t, string(want), got.String())
}

func marshal(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return b
}

func TestPixelsAreTheLibrarys(t *testing.T) {
	var e bridge.Engine
	for i, b := range []batik.Brief{
		{Market: "ng", Product: "wax6", Seed: 7},
		{Market: "id-pekalongan", Product: "sarung_pekalongan", Seed: 3},
		{Market: "my", Seed: 5},
	} {
		d, v := plan(t, b)
		c, err := batik.Lay(d)
		require.NoError(t, err)
		for _, o := range []raster.Options{{Width: 500}, {DPI: 60}, {Width: 400, Edges: raster.Hard}} {
			r, err := raster.New(c, o)
			require.NoError(t, err)
			win := image.Rect(37, 11, 37+160, 11+120)
			want := image.NewRGBA(win)
			require.NoError(t, r.Draw(context.Background(), want))
			q := obj{"design": v, "x": 37, "y": 11, "w": 160, "h": 120}
			if o.DPI > 0 {
				q["dpi"] = o.DPI
			} else {
				q["width"] = o.Width
			}
			if o.Edges == raster.Hard {
				q["edges"] = "hard"
			}
			a, blob, ce := call(t, &e, "draw", q, nil)
			require.Nil(t, ce)
			assert.True(t, bytes.Equal(want.Pix, blob), "design %d, %+v", i, o)
			assert.EqualValues(t, r.Size().X, a["px"].(obj)["w"])
			assert.EqualValues(t, r.Size().Y, a["px"].(obj)["h"])
		}
	}
}

func TestWindowsOverTheEdgeAreClearThere(t *testing.T) {
	var e bridge.Engine
	_, v := tile(t)
	_, blob, err := call(t, &e, "draw", obj{"design": v, "width": 64, "x": -8, "y": -8, "w": 16, "h": 16}, nil)
	require.Nil(t, err)
	assert.EqualValues(t, 0, blob[3])
	assert.EqualValues(t, 255, blob[len(blob)-1])
}

func TestExportsAreTheLibrarysFiles(t *testing.T) {
	var e bridge.Engine
	d, v := plan(t, batik.Brief{Market: "ng", Product: "wax6", Seed: 7})
	c, err := batik.Lay(d)
	require.NoError(t, err)
	for _, q := range []struct {
		request obj
		write   func(*bytes.Buffer) error
	}{
		{obj{"format": "png", "width": 700}, func(b *bytes.Buffer) error {
			return png.Encode(context.Background(), b, c, raster.Options{Width: 700, Workers: 1})
		}},
		{obj{"format": "png", "dpi": 9, "edges": "hard"}, func(b *bytes.Buffer) error {
			return png.Encode(context.Background(), b, c, raster.Options{DPI: 9, Edges: raster.Hard})
		}},
		{obj{"format": "svg"}, func(b *bytes.Buffer) error {
			return svg.Encode(context.Background(), b, c, svg.Options{})
		}},
	} {
		var want, got bytes.Buffer
		require.NoError(t, q.write(&want))
		q.request["design"] = v
		last := bridge.Progress{Done: -1}
		r, err := e.Call(context.Background(), "export", marshal(t, q.request), nil, func(b []byte, p bridge.Progress) error {
			assert.GreaterOrEqual(t, p.Done, last.Done)
			assert.GreaterOrEqual(t, p.Bytes, last.Bytes)
			last = p
			got.Write(b)
			return nil
		})
		require.NoError(t, err)
		assert.True(t, bytes.Equal(want.Bytes(), got.Bytes()), "%v: %d and %d bytes", q.request["format"], want.Len(), got.Len())
		assert.Equal(t, 1.0, last.Done)
		var a obj
		require.NoError(t, json.Unmarshal(r.JSON, &a))
		assert.EqualValues(t, want.Len(), a["bytes"])
		back := good(t, &e, "open", obj{"name": "x"}, got.Bytes())
		assert.Equal(t, v, back["design"])
		assert.Equal(t, q.request["format"], back["kind"])
	}
	// The bare repeat of a cloth, and a caller who stops.
	q := marshal(t, obj{"design": v, "format": "png", "width": 300, "scope": "tile"})
	var got bytes.Buffer
	_, err = e.Call(context.Background(), "export", q, nil, func(b []byte, _ bridge.Progress) error { got.Write(b); return nil })
	require.NoError(t, err)
	m, err := stdpng.DecodeConfig(&got)
	require.NoError(t, err)
	assert.Equal(t, 300, m.Width)
	enough := errors.New("enough")
	_, err = e.Call(context.Background(), "export", q, nil, func([]byte, bridge.Progress) error { return enough })
	assert.Error(t, err)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err = e.Call(ctx, "export", q, nil, func([]byte, bridge.Progress) error { return nil })
	var be *bridge.Error
	require.ErrorAs(t, err, &be)
	assert.Equal(t, bridge.Cancelled, be.Kind)
}

// photograph is 60 × 40 pixels as the page sends them.
func photograph() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for i := range 60 * 40 {
		c := color.RGBA{R: 30, G: 40, B: 90, A: 255}
		if i%60 > 40 {
			c = color.RGBA{R: 220, G: 180, B: 60, A: 255}
		}
		if i%60 < 8 {
			c = color.RGBA{R: 240, G: 235, B: 220, A: 255}
		}
		m.Set(i%60, i/60, c)
	}
	return m.Pix
}

func TestEveryOpAnswers(t *testing.T) {
	var e bridge.Engine
	_, v := plan(t, batik.Brief{Market: "id-pekalongan", Product: "sarung_pekalongan", Seed: 3})

	c := good(t, &e, "catalog", obj{}, nil)
	for _, k := range []string{"motifs", "isen", "borders", "markets", "techniques", "shifts", "layouts", "repeats", "groups", "roles"} {
		assert.NotEmpty(t, c[k], k)
	}
	assert.Len(t, c["markets"], 20)

	a := good(t, &e, "describe", obj{"design": v, "width": 800}, nil)
	assert.EqualValues(t, 800, a["px"].(obj)["w"])
	assert.NotEmpty(t, a["zones"])

	parts := map[string]bool{}
	for x := 5.0; x < a["size"].(obj)["w"].(float64); x += 60 {
		h := good(t, &e, "hit", obj{"design": v, "x": x, "y": 300.5}, nil)
		parts[h["part"].(string)] = true
		ink := v["inks"].([]any)[int(h["ink"].(float64))].(obj)
		assert.Equal(t, ink["color"], h["color"])
	}
	assert.True(t, parts["field"] && parts["kepala"], parts)

	assert.Equal(t, obj{}, good(t, &e, "warm", obj{"design": v}, nil))
	assert.Len(t, good(t, &e, "variations", obj{"design": v, "n": 4}, nil)["designs"], 4)
	one := good(t, &e, "variations", obj{"design": v, "n": 2}, nil)["designs"]
	two := good(t, &e, "variations", obj{"design": v, "n": 2, "page": 1}, nil)["designs"]
	assert.NotEqual(t, one, two)
	assert.NotEmpty(t, good(t, &e, "colourways", obj{"design": v, "n": 3}, nil)["designs"])

	assert.Equal(t, true, good(t, &e, "validate", obj{"design": v}, nil)["ok"])
	a = good(t, &e, "validate", obj{"json": `{"format":1,"sead":3}`}, nil)
	assert.Equal(t, false, a["ok"])
	assert.Equal(t, "design.sead", a["errors"].([]any)[0].(obj)["path"])
	assert.Equal(t, false, good(t, &e, "validate", obj{"json": "hello"}, nil)["ok"])

	a = good(t, &e, "check", obj{"design": v}, nil)
	assert.Equal(t, v["title"], a["title"])
	want := v["warnings"]
	if want == nil {
		want = []any{}
	}
	assert.Equal(t, want, a["warnings"])

	a = good(t, &e, "photo", obj{"n": 3, "market": "ng", "w": 60, "h": 40}, photograph())
	assert.Len(t, a["inks"], 3)
	assert.NotEmpty(t, a["scheme"].(obj)["inks"])
	assert.NotContains(t, good(t, &e, "photo", obj{"w": 60, "h": 40}, photograph()), "scheme")

	text := good(t, &e, "share.encode", obj{"design": v}, nil)["text"].(string)
	assert.Less(t, len(text), 2500)
	back := good(t, &e, "share.decode", obj{"text": "#" + text}, nil)["design"]
	assert.Equal(t, v, back)

	a = good(t, &e, "color.convert", obj{"colors": []any{"#1f3a8a", obj{"l": .5, "c": .4, "h": 20}}}, nil)
	cs := a["colors"].([]any)
	assert.Equal(t, "#1f3a8a", cs[0].(obj)["hex"])
	assert.Equal(t, true, cs[0].(obj)["inGamut"])
	assert.Equal(t, false, cs[1].(obj)["inGamut"])

	for _, axis := range []string{"l", "c", "h"} {
		a = good(t, &e, "color.track", obj{"color": obj{"l": .5, "c": .1, "h": 265}, "axis": axis, "n": 9}, nil)
		assert.Len(t, a["stops"], 9)
		assert.InDelta(t, .28, a["maxC"], .05)
	}
	a = good(t, &e, "color.simulate", obj{"colors": []string{"#ff0000"}, "vision": "protan"}, nil)
	assert.Equal(t, palette.Simulate(palette.Color{R: 255}, palette.Protan, 1).String(), a["colors"].([]any)[0])
	a = good(t, &e, "color.contrast", obj{"a": "#000000", "b": "#ffffff"}, nil)
	assert.EqualValues(t, 21, a["ratio"])

	inks := v["inks"]
	assert.Contains(t, good(t, &e, "inks.check", obj{"inks": inks, "market": "gulf"}, nil), "violations")
	assert.Len(t, good(t, &e, "inks.assign", obj{"inks": []obj{{"color": "#ffffff"}, {"color": "#112233"}}}, nil)["inks"], 2)
	fitted := good(t, &e, "inks.fit", obj{"inks": inks, "market": "gulf"}, nil)["inks"]
	assert.Empty(t, good(t, &e, "inks.check", obj{"inks": fitted, "market": "gulf"}, nil)["violations"])

	a = good(t, &e, "generate", obj{"market": "gulf", "seed": "5", "n": 5}, nil)
	g := a["scheme"].(obj)["inks"].([]any)
	assert.Len(t, g, 5)
	a = good(t, &e, "generate", obj{"market": "gulf", "seed": "6", "inks": g, "lock": []int{0, 2}}, nil)
	h := a["scheme"].(obj)["inks"].([]any)
	assert.Equal(t, g[0], h[0])
	assert.Equal(t, g[2], h[2])
	assert.NotEqual(t, g, h)
	for i := range g {
		assert.Equal(t, g[i].(obj)["role"], h[i].(obj)["role"])
	}
	a = good(t, &e, "recolour", obj{"design": v, "inks": h, "scheme": "mine"}, nil)
	assert.Equal(t, "mine", a["design"].(obj)["scheme"])
	assert.Contains(t, a["design"].(obj)["title"], "mine")
	assert.Equal(t, true, good(t, &e, "validate", a, nil)["ok"])

	a = good(t, &e, "retarget", obj{"design": v, "market": "ng", "product": "wax6"}, nil)
	assert.Equal(t, "ng", a["design"].(obj)["market"])
	assert.Equal(t, v["field"].(obj)["motif"], a["design"].(obj)["field"].(obj)["motif"])
	assert.Equal(t, true, good(t, &e, "validate", a, nil)["ok"])
}

func TestPagesOfProposalsDoNotRepeat(t *testing.T) {
	seen := map[string]bool{}
	var e bridge.Engine
	var third obj
	for page := range 3 {
		third = good(t, &e, "proposals", obj{"brief": obj{"market": "id-pekalongan"}, "n": 6, "page": page}, nil)
		for _, d := range third["designs"].([]any) {
			d := d.(obj)
			d["seed"], d["title"] = "", ""
			k := string(marshal(t, d))
			assert.False(t, seen[k])
			seen[k] = true
		}
	}
	assert.Greater(t, len(seen), 12)
	// A fresh engine asked for the third page alone gives the same.
	var f bridge.Engine
	again := good(t, &f, "proposals", obj{"brief": obj{"market": "id-pekalongan"}, "n": 6, "page": 2}, nil)
	for _, d := range again["designs"].([]any) {
		d.(obj)["seed"], d.(obj)["title"] = "", ""
	}
	assert.Equal(t, third, again)
}

func TestErrorsSayWhatAndWhere(t *testing.T) {
	var e bridge.Engine
	_, v := tile(t)
	blocked := obj{}
	for _, m := range good(t, &e, "catalog", obj{}, nil)["markets"].([]any) {
		for _, f := range m.(obj)["motifs"].([]any) {
			if f.(obj)["blocked"] == true {
				blocked = obj{"brief": obj{"market": m.(obj)["id"], "motif": f.(obj)["id"]}}
			}
		}
	}
	require.NotEmpty(t, blocked)
	bomb := shareBomb(t)
	for _, c := range []struct {
		op   string
		q    any
		file []byte
		kind bridge.Kind
		path string
	}{
		{"nonsense", obj{}, nil, bridge.BadInput, "op"},
		{strings.Repeat("x\xff", 5000), obj{}, nil, bridge.BadInput, "op"},
		{"plan", []byte("{"), nil, bridge.BadInput, "request"},
		{"plan", []byte("[]"), nil, bridge.BadInput, "request"},
		{"plan", []byte("{} {}"), nil, bridge.BadInput, "request"},
		{"plan", obj{"brie": 3}, nil, bridge.BadInput, "request"},
		{"plan", obj{"brief": obj{"motif": "kawong"}}, nil, bridge.BadInput, "brief.motif"},
		{"plan", obj{"brief": obj{"market": 3}}, nil, bridge.BadInput, "request.brief.market"},
		{"plan", obj{"brief": obj{"seed": "-1"}}, nil, bridge.BadInput, "request.seed"},
		{"plan", blocked, nil, bridge.Blocked, "brief.motif"},
		{"plan", bytes.Repeat([]byte(" "), bridge.MaxRequest+1), nil, bridge.TooLarge, "request"},
		{"proposals", obj{"n": 1000}, nil, bridge.BadInput, "request.n"},
		{"proposals", obj{"page": -1}, nil, bridge.BadInput, "request.page"},
		{"variations", obj{}, nil, bridge.BadInput, "request.design"},
		{"colourways", obj{"design": obj{"format": 9}}, nil, bridge.BadInput, "design.format"},
		{"check", obj{"design": 3}, nil, bridge.BadInput, "design"},
		{"draw", obj{"design": v, "width": 100, "dpi": 3, "w": 1, "h": 1}, nil, bridge.BadInput, "request.width"},
		{"draw", obj{"design": v, "width": 100, "w": 0, "h": 1}, nil, bridge.BadInput, "request.w"},
		{"draw", obj{"design": v, "width": 100, "w": 20000, "h": 20000}, nil, bridge.TooLarge, "request.w"},
		{"draw", obj{"design": v, "width": 1e9, "w": 1, "h": 1}, nil, bridge.BadInput, ""},
		{"draw", obj{"design": v, "width": 300000, "w": 1, "h": 1}, nil, bridge.TooLarge, ""},
		{"draw", obj{"design": v, "width": 100, "w": 1, "h": 1, "edges": "soft"}, nil, bridge.BadInput, "request.edges"},
		{"describe", obj{"design": v, "dpi": -3}, nil, bridge.BadInput, ""},
		{"hit", obj{"design": v, "x": -1, "y": 1}, nil, bridge.BadInput, "request.x"},
		{"hit", obj{"design": v, "x": 1, "y": 1e7}, nil, bridge.BadInput, "request.y"},
		{"photo", obj{"n": 5, "w": 2, "h": 1}, []byte("no picture"), bridge.BadInput, "file"},
		{"photo", obj{"n": 5, "w": 60, "h": 40}, nil, bridge.BadInput, "file"},
		{"photo", obj{"n": 5}, photograph(), bridge.BadInput, "request.w"},
		{"photo", obj{"n": 5, "w": 1 << 40, "h": 1 << 40}, photograph(), bridge.BadInput, "request.w"},
		{"photo", obj{"n": 5, "w": 60, "h": 40}, make([]byte, 60*40*4), bridge.BadInput, ""},
		{"photo", obj{"n": 50, "w": 60, "h": 40}, photograph(), bridge.BadInput, "request.n"},
		{"photo", obj{"market": "mars", "w": 60, "h": 40}, photograph(), bridge.BadInput, "request.market"},
		{"photo", obj{}, make([]byte, bridge.MaxFile+1), bridge.TooLarge, "file"},
		{"open", obj{}, []byte("hello"), bridge.BadInput, "file"},
		{"open", obj{}, nil, bridge.BadInput, "file"},
		{"open", obj{}, []byte("\x89PNG\r\n\x1a\n"), bridge.BadInput, "file"},
		{"open", obj{}, []byte("<svg><script>alert(1)</script></svg>"), bridge.BadInput, "file"},
		{"open", obj{}, []byte("{}"), bridge.BadInput, "design.format"},
		{"share.encode", obj{}, nil, bridge.BadInput, "request.design"},
		{"share.decode", obj{"text": ""}, nil, bridge.BadInput, "link"},
		{"share.decode", obj{"text": "j2.abc"}, nil, bridge.BadInput, "link"},
		{"share.decode", obj{"text": "j1.a!"}, nil, bridge.BadInput, "link"},
		{"share.decode", obj{"text": "j1.abcd"}, nil, bridge.BadInput, "link"},
		{"share.decode", obj{"text": strings.Repeat("j", bridge.MaxShare+1)}, nil, bridge.TooLarge, "link"},
		{"share.decode", obj{"text": bomb}, nil, bridge.TooLarge, "link"},
		{"color.convert", obj{"colors": []string{"red"}}, nil, bridge.BadInput, "request"},
		{"color.convert", obj{"colors": []obj{{"l": .3, "z": 1}}}, nil, bridge.BadInput, "request.color"},
		{"color.convert", obj{"colors": make([]obj, 300)}, nil, bridge.TooLarge, "request.colors"},
		{"color.track", obj{"axis": "q"}, nil, bridge.BadInput, "request.axis"},
		{"color.track", obj{"axis": "h", "max": -1}, nil, bridge.BadInput, "request.max"},
		{"color.simulate", obj{"vision": "eagle"}, nil, bridge.BadInput, "request.vision"},
		{"inks.check", obj{"inks": []obj{}}, nil, bridge.BadInput, "request.inks"},
		{"inks.fit", obj{"inks": v["inks"], "market": ""}, nil, bridge.BadInput, "request.market"},
		{"generate", obj{"market": "gulf", "lock": []int{3}}, nil, bridge.BadInput, "request.lock[0]"},
		{"recolour", obj{"design": v, "inks": []obj{}}, nil, bridge.BadInput, "request.inks"},
		{"retarget", obj{"design": v, "market": "mars"}, nil, bridge.BadInput, "brief.market"},
		{"export", obj{"design": v, "format": "gif"}, nil, bridge.BadInput, "request.format"},
		{"export", obj{"design": v, "format": "png", "scope": "half"}, nil, bridge.BadInput, "request.scope"},
		{"test.panic", obj{}, nil, bridge.BadInput, "op"},
		{"test.panic", obj{"test": true}, nil, bridge.Broken, ""},
	} {
		_, _, err := call(t, &e, c.op, c.q, c.file)
		if assert.NotNil(t, err, "%s %.200v", c.op, c.q) {
			if c.path != "" || c.kind == bridge.Blocked {
				assert.Equal(t, c.path, err.Path, "%s: %v", c.op, err)
			}
			if c.path != "" || c.kind != bridge.BadInput {
				assert.Equal(t, c.kind, err.Kind, "%s: %v", c.op, err)
			}
			assert.Less(t, len(err.Message), 2000)
		}
	}
	_, _, be := call(t, &e, "plan", blocked, nil)
	assert.NotEmpty(t, be.Details[0].Rule)
	assert.NotEmpty(t, be.Details[0].Source)
	// After a panic all goes on.
	good(t, &e, "describe", obj{"design": v}, nil)
}

func FuzzCall(f *testing.F) {
	for _, op := range []string{"plan", "validate", "share.decode", "open", "color.convert", "color.track", "generate", "describe", "hit", "draw", "photo", "recolour"} {
		f.Add(op, []byte(`{"design":{"format":1,"seed":"3"},"text":"j1.abc","brief":{"seed":"4"},"w":4,"h":4,"width":20}`), []byte("\x89PNG\r\n\x1a\n"))
		f.Add(op, []byte(`{"json":"{}","inks":[{"color":"#ffffff"}],"market":"gulf","colors":["#ffffff",{"l":1e300}],"axis":"l"}`), []byte("<svg/>"))
	}
	var e bridge.Engine
	f.Fuzz(func(t *testing.T, op string, request, file []byte) {
		r, err := e.Call(context.Background(), op, request, file, func([]byte, bridge.Progress) error { return nil })
		require.True(t, json.Valid(r.JSON))
		var be *bridge.Error
		if errors.As(err, &be) && be.Kind == bridge.Broken && op != "test.panic" {
			t.Fatalf("%v\n%s", be, be.Stack())
		}
	})
}

func BenchmarkDraw512(b *testing.B) {
	for _, brief := range benchBriefs() {
		_, v := plan(b, brief)
		b.Run(string(brief.Market)+"/"+brief.Product, func(b *testing.B) {
			var e bridge.Engine
			q := marshal(b, obj{"design": v, "width": 1600, "x": 500, "y": 100, "w": 512, "h": 512})
			for b.Loop() {
				if _, err := e.Call(context.Background(), "draw", q, nil, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func benchBriefs() []batik.Brief {
	return []batik.Brief{
		{Market: "ng", Product: "wax6", Seed: 7},
		{Market: "id-pekalongan", Product: "sarung_pekalongan", Seed: 3},
		{Market: "id-solo", Product: "kain_panjang", Seed: 2},
	}
}

// Quick pictures are for the eye: near the library's, as if stamped, and of one
// piece whatever window they are drawn in.
func TestQuickPicturesAreNear(t *testing.T) {
	var e bridge.Engine
	for _, b := range benchBriefs() {
		b.Technique = batik.Print
		_, v := plan(t, b)
		draw := func(quick bool, x, y, w, h int) []byte {
			_, blob, err := call(t, &e, "draw", obj{"design": v, "width": 500, "x": x, "y": y, "w": w, "h": h, "quick": quick}, nil)
			require.Nil(t, err)
			return blob
		}
		want, got := draw(false, 0, 0, 500, 100), draw(true, 0, 0, 500, 100)
		off := 0
		for i := range want {
			off += max(int(want[i])-int(got[i]), int(got[i])-int(want[i]))
		}
		assert.Less(t, float64(off)/float64(len(want)), 12., "%s: mean difference of 255", b.Market)
		part := draw(true, 37, 11, 101, 67)
		for y := range 67 {
			row := got[((y+11)*500+37)*4:][:101*4]
			if !assert.True(t, bytes.Equal(row, part[y*101*4:][:101*4]), "%s: row %d of a window differs", b.Market, y) {
				break
			}
		}
	}
}

func TestPiecesArePlannedAndDrawn(t *testing.T) {
	var e bridge.Engine
	a, blob, err := call(t, &e, "piece", obj{"brief": obj{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3"},
		"w": 300, "h": 80, "repeat": 40, "at": .5}, nil)
	require.Nil(t, err)
	assert.Len(t, blob, 300*80*4)
	d := a["design"]
	require.NotNil(t, d)
	assert.Equal(t, good(t, &e, "plan", obj{"brief": obj{"market": "id-pekalongan", "product": "sarung_pekalongan", "seed": "3"}}, nil)["design"], d)
	b, again, err := call(t, &e, "piece", obj{"design": d, "w": 300, "h": 80, "repeat": 40, "at": .5}, nil)
	require.Nil(t, err)
	assert.NotContains(t, b, "design")
	assert.True(t, bytes.Equal(blob, again))
	for i := 3; i < len(blob); i += 4 {
		require.EqualValues(t, 255, blob[i], "the piece is filled")
	}
	_, small := tile(t)
	_, _, err = call(t, &e, "piece", obj{"design": small, "w": 300, "h": 80, "scale": .1}, nil)
	require.Nil(t, err)
	for _, q := range []obj{{"w": 0, "h": 3}, {"w": 3, "h": 3, "at": 2}, {"w": 3, "h": 3, "scale": -1}, {"w": 3, "h": 3}, {"w": 1 << 30, "h": 1}} {
		_, _, err := call(t, &e, "piece", q, nil)
		assert.NotNil(t, err, q)
	}
}
