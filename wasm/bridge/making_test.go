package bridge_test

import (
	"testing"

	"github.com/jagadbatik/jagad/wasm/bridge"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The recipe of a design covers all of it, says what becomes of each ink, and
// tells after each stage how each ink's cloth looks.
func TestMaking(t *testing.T) {
	e := &bridge.Engine{}
	plan, _, _ := call(t, e, "plan", obj{"brief": obj{"market": "id-solo", "product": "kain_panjang", "motif": "kawung_sen", "technique": "cap", "seed": "3"}}, nil)
	design := plan["design"].(obj)
	a, _, err := call(t, e, "making", obj{"design": design, "shelf": []string{"natural"}}, nil)
	require.Nil(t, err)
	inks := len(design["inks"].([]any))
	sum := 0.
	for _, v := range a["areas"].([]any) {
		sum += v.(float64)
	}
	piece := design["product"].(obj)
	require.InDelta(t, piece["width"].(float64)*piece["height"].(float64)/1e6, sum, 1e-6, "every pixel is some ink's")
	recipe := a["recipe"].(obj)
	stages := recipe["stages"].([]any)
	require.NotEmpty(t, stages)
	assert.Equal(t, "lorod", stages[len(stages)-1].(obj)["op"])
	for _, s := range stages {
		assert.Len(t, s.(obj)["colors"], inks)
	}
	outcomes := recipe["plan"].(obj)["outcomes"].([]any)
	require.Len(t, outcomes, inks)
	last := stages[len(stages)-1].(obj)["colors"].([]any)
	for i, o := range outcomes {
		assert.Equal(t, o.(obj)["gets"], last[i], "what the last stage shows is what one gets")
	}
	again, _, _ := call(t, e, "making", obj{"design": design, "shelf": []string{"natural"}}, nil)
	assert.Equal(t, a, again)

	// Inks that were got can be had.
	for i, o := range outcomes {
		design["inks"].([]any)[i].(obj)["color"] = o.(obj)["gets"]
	}
	b, _, err := call(t, e, "making", obj{"design": design, "shelf": []string{"natural"}}, nil)
	require.Nil(t, err)
	for _, o := range b["recipe"].(obj)["plan"].(obj)["outcomes"].([]any) {
		assert.True(t, o.(obj)["reached"].(bool), "%v", o)
	}
}

// What cannot be made is refused in words that name the field.
func TestMakingRefuses(t *testing.T) {
	e := &bridge.Engine{}
	plan, _, _ := call(t, e, "plan", obj{"brief": obj{"market": "ng", "product": "pagne2", "seed": "3"}}, nil)
	design := plan["design"].(obj)
	a, _, err := call(t, e, "making", obj{"design": design}, nil)
	require.Nil(t, err)
	assert.Nil(t, a["recipe"], "a print is not waxed")
	assert.Len(t, a["areas"], len(design["inks"].([]any)))
	design["technique"] = "cap"
	for _, c := range []struct {
		with obj
		path string
	}{
		{obj{"shelf": []string{"woad"}}, "request.shelf"},
		{obj{"route": "haste"}, "request.shelf"},
		{obj{"maxBaths": 99}, "request.shelf"},
	} {
		c.with["design"] = design
		_, _, err := call(t, e, "making", c.with, nil)
		require.NotNil(t, err, "%v", c)
		assert.Equal(t, bridge.BadInput, err.Kind)
		assert.Equal(t, c.path, err.Path)
	}
	for _, stage := range []int{-1, 99} {
		_, _, err := call(t, e, "finish", obj{"design": design, "width": 200, "w": 20, "h": 20, "stage": stage}, nil)
		require.NotNil(t, err)
		assert.Equal(t, "request.stage", err.Path)
	}
	_, _, err = call(t, e, "finish", obj{"design": design, "width": 200, "w": 20, "h": 20, "crackle": 1e9}, nil)
	require.NotNil(t, err)
}

// Indices name inks, and a finish draws windows of one picture.
func TestIndicesAndFinish(t *testing.T) {
	e := &bridge.Engine{}
	plan, _, _ := call(t, e, "plan", obj{"brief": obj{"market": "id-solo", "product": "kain_panjang", "technique": "cap", "seed": "4"}}, nil)
	design := plan["design"].(obj)
	_, b, err := call(t, e, "indices", obj{"design": design, "width": 400, "x": 100, "y": 20, "w": 60, "h": 40}, nil)
	require.Nil(t, err)
	require.Len(t, b, 60*40)
	inks := len(design["inks"].([]any))
	seen := map[byte]bool{}
	for _, k := range b {
		require.Less(t, int(k), inks)
		seen[k] = true
	}
	assert.Greater(t, len(seen), 1)
	whole := obj{"design": design, "width": 400, "x": 100, "y": 20, "w": 60, "h": 40, "crackle": 5, "stage": 1}
	_, all, err := call(t, e, "finish", whole, nil)
	require.Nil(t, err)
	require.Len(t, all, 4*60*40)
	whole["x"], whole["w"] = 130, 30
	_, half, err := call(t, e, "finish", whole, nil)
	require.Nil(t, err)
	for y := range 40 {
		require.Equal(t, all[4*(60*y+30):4*(60*y+60)], half[4*30*y:4*30*(y+1)])
	}
}

// A print is shown on cotton, and with the cracks that a print of crackled wax has.
func TestPrintFinish(t *testing.T) {
	e := &bridge.Engine{}
	plan, _, _ := call(t, e, "plan", obj{"brief": obj{"market": "ng", "product": "pagne2", "technique": "print", "seed": "3"}}, nil)
	draw := func(crackle float64) []byte {
		t.Helper()
		_, b, err := call(t, e, "finish", obj{"design": plan["design"], "width": 1800, "x": 300, "y": 200, "w": 120, "h": 90, "crackle": crackle}, nil)
		require.Nil(t, err)
		require.Len(t, b, 4*120*90)
		return b
	}
	whole := draw(0)
	assert.NotEqual(t, whole, draw(12), "cracks are seen")
	assert.Equal(t, whole, draw(0))
}

// The shelf tells every dye that a request may name.
func TestShelf(t *testing.T) {
	e := &bridge.Engine{}
	a, _, err := call(t, e, "shelf", obj{}, nil)
	require.Nil(t, err)
	assert.Greater(t, len(a["dyes"].([]any)), 50)
	assert.Len(t, a["routes"], 5)
}
