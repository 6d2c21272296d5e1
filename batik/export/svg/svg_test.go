package svg_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/export/svg"
	"github.com/jagadbatik/jagad/pattern/geom"
)

func encode(t testing.TB, c *cloth.Cloth, o svg.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, svg.Encode(context.Background(), &b, c, o))
	return b.Bytes()
}

var number = regexp.MustCompile(`-?(\d+\.?\d*|\.\d+)`)

// parse reads the file strictly, counts its elements and checks every number.
func parse(t *testing.T, b []byte) map[string]int {
	t.Helper()
	count := map[string]int{}
	ids := map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return count
		}
		require.NoError(t, err)
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		count[e.Name.Local]++
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "id":
				assert.False(t, ids[a.Value], "id %s twice", a.Value)
				ids[a.Value] = true
				assert.Regexp(t, `^[A-Za-z_][A-Za-z0-9_-]*$`, a.Value)
			case "d":
				rest := number.ReplaceAllStringFunc(a.Value, func(s string) string {
					v, err := strconv.ParseFloat(s, 64)
					assert.NoError(t, err)
					assert.False(t, math.IsInf(v, 0) || math.Abs(v) > 1e6, s)
					if _, f, ok := strings.Cut(s, "."); ok {
						assert.LessOrEqual(t, len(f), 3)
						assert.NotEqual(t, byte('0'), f[len(f)-1])
					}
					return ""
				})
				assert.Empty(t, strings.Trim(rest, "Mlcahvz "))
				assert.LessOrEqual(t, len(a.Value), 80<<10)
			case "x", "y", "width", "height", "stroke-width":
				v, err := strconv.ParseFloat(strings.TrimSuffix(a.Value, "mm"), 64)
				assert.NoError(t, err)
				assert.False(t, math.IsNaN(v) || math.IsInf(v, 0))
			}
		}
	}
}

func TestWellFormed(t *testing.T) {
	for _, s := range samples() {
		for _, flat := range []bool{false, true} {
			b := encode(t, s.c, svg.Options{Flat: flat})
			n := parse(t, b)
			pattern := s.name != "hand" && !flat
			assert.Equal(t, pattern, n["pattern"] > 0, s.name)
			assert.Equal(t, b, encode(t, s.c, svg.Options{Flat: flat}), "same bytes")
			assert.Contains(t, string(b), `width="160mm" height="120mm" viewBox="0 0 160 120"`)
			assert.Contains(t, string(b), `<g id="badan">`)
		}
	}
}

func TestOnePathForManyDots(t *testing.T) {
	var c *cloth.Cloth
	for _, s := range samples() {
		if s.name == "dots" {
			c = s.c
		}
	}
	assert.Equal(t, 1, parse(t, encode(t, c, svg.Options{}))["path"])
	flat := encode(t, c, svg.Options{Flat: true})
	assert.LessOrEqual(t, parse(t, flat)["path"], len(flat)/(64<<10)+1)
	// One group for each run of a style, one path where areas do not meet.
	b := badan(area(1, geom.Circle(pt(5, 5), 2)), area(1, geom.Circle(pt(15, 5), 2)),
		area(1, geom.Circle(pt(6, 5), 2)), area(2, geom.Circle(pt(15, 15), 2)))
	n := parse(t, encode(t, b, svg.Options{}))
	assert.Equal(t, 3, n["path"])
	assert.Equal(t, 2+2*3, n["g"]) // badan and its clip; each ink: a cell, a style, a row
}

func TestHostileNames(t *testing.T) {
	evil := "</svg><script>alert(1)</script>\"'&\x00\x1b\xff]]><!--"
	c := samples()[8].c
	c.Title = evil
	for i := range c.Zones {
		c.Zones[i].Name = evil
		for k := range c.Zones[i].Cell {
			c.Zones[i].Cell[k].Layer = evil
		}
	}
	c.Inks[1].Name = evil
	c.Source = []byte(`{"title":"</jagad:design></metadata><script>\u0000","x":"` + "\uffff]]>&amp;" + `"}`)
	b := encode(t, c, svg.Options{Description: evil})
	n := parse(t, b)
	assert.Zero(t, n["script"])
	assert.Equal(t, 1, n["svg"])
	src, err := svg.Source(bytes.NewReader(b))
	require.NoError(t, err)
	assert.JSONEq(t, string(c.Source), string(src))
}

func TestIDs(t *testing.T) {
	c := badan()
	for _, n := range []string{"badan", "kepala kain", "9", "", "日本", "clip-badan", "cell-badan"} {
		c.Zones = append(c.Zones, cloth.Zone{Name: n, Bounds: geom.R(0, 0, 10, 10), Ground: 1, Cell: []cloth.Shape{area(1, geom.Circle(pt(5, 5), 2))}})
	}
	s := string(encode(t, c, svg.Options{}))
	parse(t, []byte(s))
	for _, id := range []string{`"badan"`, `"badan-2" data-name="badan"`, `"kepala-kain" data-name="kepala kain"`, `"zone"`, `"zone-2"`} {
		assert.Contains(t, s, "<g id="+id)
	}
}

func TestSourceRoundTrip(t *testing.T) {
	c := badan()
	quotes := strings.Repeat(`"",`, svg.MaxSource/3-1)
	for _, src := range []string{"[" + quotes[:len(quotes)-1] + "]", `{"format":1,"title":"a<b>&\"'\t"}`, "{\r\n\t\"a\": [1, 2]\r}\n", `"日本 \ud83d\ude00 😀"`, `[]`} {
		c.Source = []byte(src)
		got, err := svg.Source(bytes.NewReader(encode(t, c, svg.Options{})))
		require.NoError(t, err)
		assert.True(t, src == string(got), "%.80s", got)
	}
	_, err := svg.Source(bytes.NewReader(encode(t, c, svg.Options{Bare: true})))
	assert.ErrorIs(t, err, svg.ErrNoSource)
	c.Source = nil
	_, err = svg.Source(bytes.NewReader(encode(t, c, svg.Options{})))
	assert.ErrorIs(t, err, svg.ErrNoSource)
}

// endless repeats a text for ever.
type endless struct {
	head, body string
	off        int
}

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		if e.off < len(e.head) {
			p[i] = e.head[e.off]
		} else {
			p[i] = e.body[(e.off-len(e.head))%len(e.body)]
		}
		e.off++
	}
	return len(p), nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestSourceRefuses(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs at once")
	}
	wrap := func(s string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg"><metadata><d:design xmlns:d="` + svg.Namespace + `">` + s + `</d:design></metadata></svg>`
	}
	ok, err := svg.Source(strings.NewReader(wrap(`{"a"<!-- c -->:<![CDATA[1]]>}`)))
	require.NoError(t, err)
	assert.Equal(t, `{"a":1}`, string(ok))
	for in, want := range map[string]string{
		"":                "empty",
		"hello":           "no Jagad design",
		"<html></html>":   "root element is <html>",
		"<svg></svg>":     "no Jagad design",
		"<svg><metadata>": "not well-formed",
		wrap("{"):         "not JSON",
		wrap(""):          "not JSON",
		wrap("<b/>"):      "holds an element",
		wrap("&lol;"):     "not well-formed",
		strings.ReplaceAll(wrap("{}"), "jagadbatik", "other"):  "no Jagad design",
		`<!DOCTYPE svg [<!ENTITY a "b">]>` + wrap("&a;"):       "declares entities",
		`<?xml version="1.0" encoding="UTF-16"?>` + wrap("{}"): "not well-formed",
		"<svg>" + strings.Repeat("<g>", 1000):                  "within one another",
		wrap(`"` + strings.Repeat("a", svg.MaxSource) + `"`):   "longer than",
	} {
		_, err := svg.Source(strings.NewReader(in))
		assert.ErrorContains(t, err, want, "%.80s", in)
	}
	_, err = svg.Source(broken{})
	assert.ErrorContains(t, err, "disk on fire")
	_, err = svg.Source(&endless{head: "<svg>", body: "<g>" + strings.Repeat("a", 1<<20) + "</g>"})
	assert.ErrorIs(t, err, svg.ErrNoSource)
	_, err = svg.Source(&endless{head: "<svg ", body: "a='' "})
	assert.ErrorContains(t, err, "longer than")
}

func FuzzSource(f *testing.F) {
	f.Add([]byte(`<svg><metadata><d:design xmlns:d="https://github.com/jagadbatik/jagad">{}</d:design></metadata></svg>`))
	f.Add(encode(f, samples()[0].c, svg.Options{}))
	f.Add([]byte(`<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		src, err := svg.Source(bytes.NewReader(b))
		if err != nil {
			return
		}
		// What was read can be carried again.
		c := badan()
		c.Source = src
		again, err := svg.Source(bytes.NewReader(encode(t, c, svg.Options{})))
		require.NoError(t, err)
		if !bytes.Contains(src, []byte("\uffff")) && !bytes.Contains(src, []byte("\ufffe")) {
			require.Equal(t, src, again)
		}
	})
}

func TestErrorsNameThePlace(t *testing.T) {
	nan := math.NaN()
	for want, spoil := range map[string]func(c *cloth.Cloth){
		"cloth.size NaN × 120 mm":                 func(c *cloth.Cloth) { c.Size.X = nan },
		"cloth.size 0 × 0 mm":                     func(c *cloth.Cloth) { *c = cloth.Cloth{} },
		"cloth.ground: 9 is not one of":           func(c *cloth.Cloth) { c.Ground = 9 },
		"zones[0].ground: 4 is not one of the cl": func(c *cloth.Cloth) { c.Zones[0].Ground = 4 },
		"zones[0].cell[1].ink: -1":                func(c *cloth.Cloth) { c.Zones[0].Cell[1].Ink = -1 },
		"zones[0].cell[0]: point 1, (NaN, 1)":     func(c *cloth.Cloth) { c.Zones[0].Cell[0].Path = geom.Polyline(pt(0, 0), pt(nan, 1)) },
		"zones[0].cell[0]: the path has 0 points": func(c *cloth.Cloth) { c.Zones[0].Cell[0].Path = geom.Path{Verbs: []geom.Verb{geom.Move}} },
		"zones[0].cell[0]: the path does not":     func(c *cloth.Cloth) { c.Zones[0].Cell[0].Path = geom.Path{}.LineTo(pt(1, 1)) },
		"zones[0].cell[0]: verb 0 is 77":          func(c *cloth.Cloth) { c.Zones[0].Cell[0].Path = geom.Path{Verbs: []geom.Verb{77}} },
		"zones[0].cell[0]: kind 9":                func(c *cloth.Cloth) { c.Zones[0].Cell[0].Kind = 9 },
		"zones[0].cell[1]: width +Inf":            func(c *cloth.Cloth) { c.Zones[0].Cell[1].Width = math.Inf(1) },
		"zones[0].cell[3]: dot 0 at (16, 12)":     func(c *cloth.Cloth) { c.Zones[0].Cell[3].Dots = []geom.Dot{{C: pt(16, 12), R: nan}} },
		"zones[0] (\"badan\"): bounds":            func(c *cloth.Cloth) { c.Zones[0].Origin.Y = math.Inf(-1) },
		"zones[0].repeat: 1e-12 mm":               func(c *cloth.Cloth) { c.Zones[0].Repeat.Y = 1e-12 },
		"zones[0].repeat: 0.002 × 0.002 mm makes": func(c *cloth.Cloth) { c.Zones[0].Repeat = pt(.002, .002) },
		"cloth.source takes 4194305 bytes":        func(c *cloth.Cloth) { c.Source = make([]byte, svg.MaxSource+1) },
		"cloth.source is not JSON":                func(c *cloth.Cloth) { c.Source = []byte("{") },
		"zones[0].hand of cell[1] at (0, 0): poi": func(c *cloth.Cloth) {
			c.Zones[0].Hand = func(into, m geom.Mark, k, i, j int) geom.Mark {
				if k == 1 && i == 0 && j == 0 {
					m.Path = geom.Polyline(pt(nan, 0))
				}
				return into.Reuse(m.Kind, m.Width).JoinUnder(m, geom.Identity())
			}
		},
	} {
		c := samples()[0].c
		spoil(c)
		assert.ErrorContains(t, svg.Encode(context.Background(), io.Discard, c, svg.Options{}), want)
	}
	assert.Error(t, svg.Encode(context.Background(), io.Discard, nil, svg.Options{}))
	// Nothing to draw is no error.
	c := badan(cloth.Shape{}, dots(1, geom.Dots), dots(1, geom.Squares, geom.Dot{}), stroke(1, 0, geom.Circle(pt(1, 1), 1)))
	assert.Zero(t, parse(t, encode(t, c, svg.Options{}))["path"])
}

type brokenWriter int

func (w *brokenWriter) Write(p []byte) (int, error) {
	if *w -= brokenWriter(len(p)); *w < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestWriterError(t *testing.T) {
	for _, n := range []brokenWriter{0, 70_000} {
		assert.ErrorContains(t, svg.Encode(context.Background(), &n, samples()[7].c, svg.Options{}), "disk full")
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := samples()[7].c
	calls := 0
	hand := c.Zones[0].Hand
	c.Zones[0].Hand = func(into, m geom.Mark, k, i, j int) geom.Mark {
		if calls++; calls == 10 {
			cancel()
		}
		return hand(into, m, k, i, j)
	}
	assert.ErrorIs(t, svg.Encode(ctx, io.Discard, c, svg.Options{}), context.Canceled)
	assert.Equal(t, 10, calls)

	// One mark of very many points is left in good time too.
	var p geom.Path
	for i := range 1_000_000 {
		p = p.MoveTo(pt(float64(i%100), 1)).LineTo(pt(3, 3))
	}
	c = badan(area(1, p))
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer stop()
	start := time.Now()
	assert.ErrorIs(t, svg.Encode(ctx, io.Discard, c, svg.Options{Flat: true}), context.DeadlineExceeded)
	assert.Less(t, time.Since(start), 2*time.Second)
}

// render draws a file with another program, or skips the test without it.
func render(t *testing.T, b []byte, w, h int) image.Image {
	t.Helper()
	tool, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed")
	}
	// The size in pixels is set in the file: by an option, librsvg scales twice.
	head := fmt.Sprintf(`width="%d" height="%d"`, w, h)
	b = bytes.Replace(b, []byte(`width="160mm" height="120mm"`), []byte(head), 1)
	cmd := exec.Command(tool)
	cmd.Stdin = bytes.NewReader(b)
	out, err := cmd.Output()
	require.NoError(t, err)
	m, err := png.Decode(bytes.NewReader(out))
	require.NoError(t, err)
	return m
}

// difference returns the mean absolute difference of two pictures' channels, of
// 255.
func difference(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	require.Equal(t, a.Bounds(), b.Bounds())
	sum, n := 0, 0
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p, q := color.RGBAModel.Convert(a.At(x, y)).(color.RGBA), color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)
			for _, d := range [...]int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B)} {
				sum += max(d, -d)
			}
			n += 3
		}
	}
	return float64(sum) / float64(n)
}

// TestPatternIsTheCells draws each sample with its patterns and with every cell
// written out, in a program that is not ours: a repeat of whole pixels must not
// show which it was.
func TestPatternIsTheCells(t *testing.T) {
	for _, s := range samples() {
		a := render(t, encode(t, s.c, svg.Options{}), 640, 480)
		b := render(t, encode(t, s.c, svg.Options{Flat: true}), 640, 480)
		d := difference(t, a, b)
		t.Logf("%s: %.3f", s.name, d)
		assert.Less(t, d, .2, s.name)
	}
}

func BenchmarkEncodeHand(b *testing.B) {
	c := samples()[7].c
	c.Size, c.Zones[0].Bounds = pt(2500, 1100), geom.R(0, 0, 2500, 1100)
	b.SetBytes(int64(len(encode(b, c, svg.Options{}))))
	b.ReportAllocs()
	for b.Loop() {
		_ = svg.Encode(context.Background(), io.Discard, c, svg.Options{})
	}
}

func ExampleEncode() {
	c := badan(area(1, geom.Polygon(pt(4, 4), pt(20, 4.5), pt(12, 20.125))), dots(2, geom.Dots, geom.Dot{C: pt(24, 12), R: .75}))
	var b bytes.Buffer
	if err := svg.Encode(context.Background(), &b, c, svg.Options{}); err != nil {
		fmt.Println(err)
	}
	_, after, _ := strings.Cut(b.String(), "</metadata>\n")
	fmt.Print(after)
	src, _ := svg.Source(&b)
	fmt.Printf("%s\n", src)
	// Output:
	// <rect x="0" y="0" width="160" height="120" fill="#f4e8d0"/>
	// <g id="badan">
	// <defs>
	// <g id="cell-badan-0">
	// <g fill="#8a4b1e" data-ink="soga" data-layer="klowong">
	// <path d="M4 4l16 .5-8 15.625z"/>
	// </g>
	// </g>
	// <g id="cell-badan-1">
	// <g fill="#1b2a52" data-ink="wedel" data-layer="isen">
	// <path d="M23.25 12a.75 .75 0 0 1 1.5 0a.75 .75 0 0 1-1.5 0z"/>
	// </g>
	// </g>
	// <pattern id="repeat-badan" patternUnits="userSpaceOnUse" x="4" y="2" width="32" height="24">
	// <use xlink:href="#cell-badan-0"/>
	// <use xlink:href="#cell-badan-1"/>
	// </pattern>
	// </defs>
	// <clipPath id="clip-badan"><rect x="8" y="8" width="136" height="104"/></clipPath>
	// <g clip-path="url(#clip-badan)">
	// <defs><g id="row-badan">
	// <use xlink:href="#cell-badan-0" x="4"/>
	// <use xlink:href="#cell-badan-0" x="36"/>
	// <use xlink:href="#cell-badan-0" x="68"/>
	// <use xlink:href="#cell-badan-0" x="100"/>
	// <use xlink:href="#cell-badan-0" x="132"/>
	// </g></defs>
	// <use xlink:href="#row-badan" y="2"/>
	// <use xlink:href="#row-badan" y="26"/>
	// <use xlink:href="#row-badan" y="50"/>
	// <use xlink:href="#row-badan" y="74"/>
	// <use xlink:href="#row-badan" y="98"/>
	// <defs><g id="row-badan-2">
	// <use xlink:href="#cell-badan-1" x="4"/>
	// <use xlink:href="#cell-badan-1" x="36"/>
	// <use xlink:href="#cell-badan-1" x="68"/>
	// <use xlink:href="#cell-badan-1" x="100"/>
	// </g></defs>
	// <use xlink:href="#row-badan-2" y="2"/>
	// <use xlink:href="#row-badan-2" y="26"/>
	// <use xlink:href="#row-badan-2" y="50"/>
	// <use xlink:href="#row-badan-2" y="74"/>
	// <use xlink:href="#row-badan-2" y="98"/>
	// </g>
	// </g>
	// </svg>
	// {"format":1}
}
