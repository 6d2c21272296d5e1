package tiff

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	xtiff "golang.org/x/image/tiff"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

var background = context.Background()

// petals returns a cloth of w×h mm, drawn by a hand that never does a thing
// twice.
func petals(w, h float64, byHand bool) *cloth.Cloth {
	c := &cloth.Cloth{Title: "kawung ꦧ", Size: geom.Pt{X: w, Y: h}, Repeat: geom.Pt{X: 40, Y: 40}, Source: []byte(`{"format":1,"name":"a<b>&c"}`)}
	for _, v := range []palette.Color{{R: 243, G: 230, B: 207}, {R: 43, G: 26, B: 18}, {R: 138, G: 75, B: 31}} {
		c.Inks = append(c.Inks, palette.Ink{Color: v})
	}
	z := cloth.Zone{Bounds: geom.R(0, 0, w, h), Repeat: c.Repeat, Margin: .2}
	for q := range 4 {
		p := geom.Petal(23, 13).Transform(geom.Rotate(float64(q)/4 + .125).At(geom.Pt{X: 20, Y: 20}))
		z.Cell = append(z.Cell, cloth.Shape{Ink: 2, Mark: geom.Mark{Path: p}},
			cloth.Shape{Ink: 1, Mark: geom.Mark{Kind: geom.Stroke, Path: p, Width: .8}})
	}
	if byHand {
		z.Hand = func(into, m geom.Mark, k, i, j int) geom.Mark {
			s, t := geom.SinCos(float64(k)*.37 + float64(i)*.71 + float64(j)*.13)
			return into.Reuse(m.Kind, m.Width).JoinUnder(m, geom.Translate(geom.Pt{X: float64(.2 * s), Y: float64(.2 * t)}))
		}
	}
	c.Zones = []cloth.Zone{z}
	return c
}

// memory is a file in memory.
type memory struct {
	b  []byte
	at int
}

func (m *memory) Write(p []byte) (int, error) {
	if n := m.at + len(p); n > len(m.b) {
		m.b = append(m.b, make([]byte, n-len(m.b))...)
	}
	m.at += copy(m.b[m.at:], p)
	return len(p), nil
}

func (m *memory) Read(p []byte) (int, error) {
	n := copy(p, m.b[min(m.at, len(m.b)):])
	if m.at += n; n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (m *memory) Seek(at int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		at += int64(m.at)
	case io.SeekEnd:
		at += int64(len(m.b))
	}
	m.at = int(at)
	return at, nil
}

func renderer(t testing.TB, c *cloth.Cloth, o raster.Options) *raster.Renderer {
	t.Helper()
	r, err := raster.New(c, o)
	require.NoError(t, err)
	return r
}

// tool runs a program of libtiff, where it is installed.
func tool(t *testing.T, name string, args ...string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	require.NoError(t, err, "%s %v: %s", name, args, out)
	assert.NotContains(t, strings.ToLower(string(out)), "error")
	return string(out)
}

// decode reads a file with another decoder, which knows no BigTIFF: libtiff makes
// a TIFF of it first.
func decode(t *testing.T, b []byte) image.Image {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "a.tif")
	require.NoError(t, os.WriteFile(name, b, 0o600))
	info := tool(t, "tiffinfo", "-D", "-M", "0", name)
	assert.NotContains(t, info, "Warning")
	if b[2] == 43 {
		if info == "" {
			return nil
		}
		small := filepath.Join(dir, "b.tif")
		tool(t, "tiffcp", "-c", "none", name, small)
		var err error
		b, err = os.ReadFile(small)
		require.NoError(t, err)
	}
	m, err := xtiff.Decode(bytes.NewReader(b))
	require.NoError(t, err)
	return m
}

// Other decoders see what the raster drew, in every kind of file, whole and in
// windows; the number of workers does not reach the file; the design comes back.
func TestEncode(t *testing.T) {
	kinds := map[string]Encoder{"plain": {}, "predict": {Predict: true, Level: 6}, "16": {Depth: 16}, "16 predict": {Depth: 16, Predict: true},
		"tile": {Tile: 64}, "tile predict 16": {Tile: 112, Predict: true, Depth: 16}, "big": {Big: true}, "big tile": {Big: true, Tile: 32}}
	for _, c := range []*cloth.Cloth{petals(90, 110, true), petals(40, 200, false), petals(3, 2, false)} {
		for _, edges := range []raster.Edges{raster.Smooth, raster.Hard} {
			r := renderer(t, c, raster.Options{DPI: 100, Edges: edges, Workers: 2})
			for name, e := range kinds {
				if edges == raster.Hard && (e.Depth == 16 || e.Predict) {
					continue
				}
				for _, win := range []image.Rectangle{r.Bounds(), image.Rect(7, 5, 150, 300).Intersect(r.Bounds()), image.Rect(1, 2, 2, 3)} {
					what := fmt.Sprint(name, edges, win)
					want := image.NewRGBA(win)
					require.NoError(t, r.Draw(background, want))
					var f memory
					require.NoError(t, e.EncodeWindow(background, &f, r, win), what)
					stream := e
					stream.Predict = false
					var s bytes.Buffer
					require.NoError(t, stream.Stream(background, &s, r, win), what)
					for _, b := range [][]byte{f.b, s.Bytes()} {
						design, err := Source(bytes.NewReader(b))
						require.NoError(t, err)
						assert.Equal(t, c.Source, design)
						m := decode(t, b)
						if m == nil {
							continue
						}
						got := image.NewRGBA(win)
						require.Equal(t, win.Size(), m.Bounds().Size())
						draw.Draw(got, win, m, image.Point{}, draw.Src)
						require.True(t, bytes.Equal(want.Pix, got.Pix), what)
						_, indexed := m.(*image.Paletted)
						assert.Equal(t, edges == raster.Hard, indexed)
						if e.Depth == 16 {
							assert.IsType(t, &image.RGBA64{}, m)
						}
					}
					var g memory
					require.NoError(t, e.EncodeWindow(background, &g, renderer(t, c, raster.Options{DPI: 100, Edges: edges, Workers: 1}), win))
					assert.True(t, bytes.Equal(f.b, g.b), what)
				}
			}
		}
	}
}

// libtiff finds the facts that printers go by.
func TestTiffinfo(t *testing.T) {
	c := petals(90, 110, false)
	r := renderer(t, c, raster.Options{DPI: 150})
	x, _ := r.DPI()
	for _, e := range []Encoder{{}, {Big: true, Tile: 48, Depth: 16, Predict: true}} {
		name := filepath.Join(t.TempDir(), "a.tif")
		f, err := os.Create(name)
		require.NoError(t, err)
		require.NoError(t, e.EncodeWindow(background, f, r, r.Bounds()))
		require.NoError(t, f.Close())
		out := tool(t, "tiffinfo", name)
		if out == "" {
			t.Skip("no tiffinfo")
		}
		assert.Contains(t, out, fmt.Sprintf("Image Width: %d Image Length: %d", r.Size().X, r.Size().Y))
		assert.Contains(t, out, fmt.Sprintf("Resolution: %g, %g pixels/inch", math.Round(x*1e4)/1e4, math.Round(x*1e4)/1e4))
		assert.Contains(t, out, "Compression Scheme: AdobeDeflate")
		assert.Contains(t, out, "ImageDescription: kawung ꦧ")
		assert.Contains(t, out, "Software: Jagad")
		assert.Contains(t, out, "ICC Profile: <present>")
		if e.Big {
			assert.Contains(t, out, "Tile Width: 48 Tile Length: 48")
			assert.Contains(t, out, "Bits/Sample: 16")
		}
	}
}

// A file that is stopped anywhere is no TIFF, and Resume makes it the same to the
// byte, though its last strips be damaged.
func TestResume(t *testing.T) {
	c := petals(90, 300, true)
	for _, o := range []raster.Options{{DPI: 100}, {DPI: 100, Edges: raster.Hard}} {
		r := renderer(t, c, o)
		for name, e := range map[string]Encoder{"strips": {}, "tiles": {Tile: 64}, "big": {Big: true, Tile: 256}} {
			var whole memory
			require.NoError(t, e.EncodeWindow(background, &whole, r, r.Bounds()))
			bands := 0
			e.Progress = func(int, int) { bands++ }
			var f memory
			require.NoError(t, e.EncodeWindow(background, &f, r, r.Bounds()))
			for stop := range bands + 1 {
				ctx, cancel := context.WithCancel(background)
				n := 0
				e.Progress = func(int, int) {
					if n++; n == stop {
						cancel()
					}
				}
				if stop == 0 {
					cancel()
				}
				var f memory
				assert.ErrorIs(t, e.EncodeWindow(ctx, &f, r, r.Bounds()), context.Canceled)
				_, err := xtiff.Decode(bytes.NewReader(f.b))
				assert.Error(t, err)
				for _, harm := range []func([]byte) []byte{
					func(b []byte) []byte { return b },
					func(b []byte) []byte { return b[:len(b)-len(b)/3] },
					func(b []byte) []byte {
						if stop > 0 { // behind the directory
							b[len(b)-1] ^= 1
						}
						return b
					},
				} {
					g := memory{b: harm(bytes.Clone(f.b))}
					e.Progress = nil
					require.NoError(t, e.Resume(background, &g, r, r.Bounds()))
					require.True(t, bytes.Equal(whole.b, g.b), "%s stopped after %d", name, stop)
				}
			}
			// Only what is missing is drawn.
			rows := 0
			e.Progress = func(done, total int) { rows++ }
			g := memory{b: bytes.Clone(whole.b)}
			require.NoError(t, e.Resume(background, &g, r, r.Bounds()))
			assert.Zero(t, rows)
			assert.True(t, bytes.Equal(whole.b, g.b))
			other := renderer(t, petals(91, 300, true), o)
			assert.ErrorIs(t, e.Resume(background, &memory{b: whole.b}, other, other.Bounds()), ErrOther)
			assert.True(t, bytes.Equal(whole.b, g.b))
		}
	}
}

// Beyond 4 GB the header is that of a BigTIFF.
func TestBig(t *testing.T) {
	c := petals(4000, 3000, false)
	for depth, magic := range map[int]byte{8: 42, 16: 43} {
		r := renderer(t, c, raster.Options{DPI: 220})
		stop := errors.New("stop")
		var head []byte
		err := Encoder{Depth: depth}.Stream(background, sink(func(b []byte) (int, error) {
			head = append(head, b...)
			return 0, stop
		}), r, r.Bounds())
		require.ErrorIs(t, err, stop)
		assert.Equal(t, magic, head[2])
		design, err := Source(bytes.NewReader(head))
		require.NoError(t, err)
		assert.Equal(t, c.Source, design)
	}
}

type sink func([]byte) (int, error)

func (w sink) Write(b []byte) (int, error) { return w(b) }

func (w sink) Seek(int64, int) (int64, error) { return 0, nil }

func TestRefusals(t *testing.T) {
	c := petals(40, 40, false)
	smooth, hard := renderer(t, c, raster.Options{DPI: 50}), renderer(t, c, raster.Options{DPI: 50, Edges: raster.Hard})
	for want, e := range map[string]Encoder{"encoder.level: 10": {Level: 10}, "encoder.depth: 7": {Depth: 7}, "encoder.tile: 20": {Tile: 20},
		"encoder.tile: -16": {Tile: -16}, "encoder.tile: 2048": {Tile: 2048}} {
		assert.ErrorContains(t, e.EncodeWindow(background, &memory{}, smooth, smooth.Bounds()), want)
	}
	for want, e := range map[string]Encoder{"encoder.depth: 16": {Depth: 16}, "encoder.predict": {Predict: true}} {
		assert.ErrorContains(t, e.EncodeWindow(background, &memory{}, hard, hard.Bounds()), want)
	}
	assert.ErrorContains(t, EncodeWindow(background, &memory{}, smooth, image.Rect(0, 0, 900, 1)), "window")
	assert.ErrorContains(t, Encoder{Predict: true}.Stream(background, io.Discard, smooth, smooth.Bounds()), "encoder.predict")
	assert.ErrorContains(t, Encode(background, &memory{}, nil, raster.Options{}), "cloth is nil")
	for want, source := range map[string]string{"not JSON": "{", "UTF-8": "\xff", "more than": `"` + strings.Repeat(" ", MaxSource) + `"`,
		"takes": `"` + strings.Repeat("<", MaxSource/2) + `"`} {
		c.Source = []byte(source)
		assert.ErrorContains(t, Encode(background, &memory{}, c, raster.Options{DPI: 50}), want)
	}
}

// The first error ends it all, and no goroutine is left.
func TestCancel(t *testing.T) {
	before := runtime.NumGoroutine()
	c := petals(900, 900, true)
	broken := errors.New("broken")
	assert.ErrorIs(t, Encode(background, sink(func([]byte) (int, error) { return 0, broken }), c, raster.Options{Workers: 3}), broken)
	for _, workers := range []int{1, 3} {
		ctx, cancel := context.WithCancel(background)
		w := sink(func(b []byte) (int, error) {
			if len(b) > 10000 {
				cancel()
			}
			return len(b), nil
		})
		assert.ErrorIs(t, Encode(ctx, w, c, raster.Options{Workers: workers}), context.Canceled)
		cancel()
	}
	for n := 0; runtime.NumGoroutine() > before && n < 2000; n++ {
		time.Sleep(time.Millisecond)
	}
	assert.LessOrEqual(t, runtime.NumGoroutine(), before)
}

// A 300 dpi print of 308 megapixels is written in less than 256 MiB.
func TestPrintSizeMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("draws 308 megapixels")
	}
	before := peak()
	w := sink(func(b []byte) (int, error) { return len(b), nil })
	require.NoError(t, Encode(background, w, petals(2100, 1050, true), raster.Options{DPI: 300, Workers: 2}))
	after := peak()
	t.Logf("peak resident memory %d MiB (before: %d)", after, before)
	if before < 200 {
		assert.Less(t, after, 256)
	}
}

// peak returns the most memory this process ever had, in MiB; 0 where unknown.
func peak() int {
	b, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(b)) {
		if s, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			var kb int
			fmt.Sscan(s, &kb)
			return kb >> 10
		}
	}
	return 0
}

// Designs of every kind come back to the byte; so do those of big-endian files.
func TestSource(t *testing.T) {
	c := petals(20, 20, false)
	for _, s := range []string{`{}`, "{\r\n\t\"a\": 1 }", `{"x":"]]>&amp;<>\"'"}`, `{"name":"` + strings.Repeat("ꦧ", 300000) + `"}`} {
		c.Source = []byte(s)
		var f memory
		require.NoError(t, Encode(background, &f, c, raster.Options{Width: 20}))
		got, err := Source(bytes.NewReader(f.b))
		require.NoError(t, err)
		require.Equal(t, s, string(got))
		for n := range min(400, len(f.b)) {
			_, err := Source(bytes.NewReader(f.b[:n]))
			require.Error(t, err)
		}
	}
	c.Source = nil
	var f memory
	require.NoError(t, Encode(background, &f, c, raster.Options{Width: 20}))
	_, err := Source(bytes.NewReader(f.b))
	assert.ErrorIs(t, err, ErrNoDesign)
	_, err = Source(strings.NewReader("GIF89a..........."))
	assert.ErrorContains(t, err, "not a TIFF")

	be := binary.BigEndian
	packet, err := xmp([]byte(`{"a":1}`))
	require.NoError(t, err)
	b := be.AppendUint32([]byte("MM\x00\x2a"), 8)
	b = be.AppendUint16(b, 1)
	b = be.AppendUint16(be.AppendUint16(b, tagXMP), uint16(kindByte))
	b = be.AppendUint32(be.AppendUint32(b, uint32(len(packet))), 26)
	b = append(append(b, 0, 0, 0, 0), packet...)
	got, err := Source(bytes.NewReader(b))
	require.NoError(t, err)
	assert.Equal(t, `{"a":1}`, string(got))
}

func FuzzSource(f *testing.F) {
	c := petals(20, 20, false)
	for _, e := range []Encoder{{}, {Big: true, Tile: 16}} {
		var m memory
		require.NoError(f, e.Encode(background, &m, c, raster.Options{Width: 9}))
		f.Add(m.b)
	}
	f.Add([]byte("MM\x00\x2a\x00\x00\x00\x08\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Source(bytes.NewReader(b))
		if err == nil {
			assert.LessOrEqual(t, len(s), MaxSource)
			return
		}
		assert.Nil(t, s)
	})
}

// The profile's numbers follow from the primaries and white of sRGB (IEC
// 61966-2-1), and Bradford's matrix (ICC.1:2010, annex E) to D50.
func TestProfile(t *testing.T) {
	p := profile()
	be := binary.BigEndian
	require.Equal(t, len(p), int(be.Uint32(p)))
	fixed := map[string][]float64{}
	for i := range int(be.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, n := be.Uint32(e[4:]), be.Uint32(e[8:])
		require.Zero(t, at%4)
		for b := p[at+8 : at+n]; len(b) >= 4; b = b[4:] {
			fixed[string(e[:4])] = append(fixed[string(e[:4])], float64(int32(be.Uint32(b)))/65536)
		}
	}
	type mat [3][3]float64
	mul := func(a, b mat) (m mat) {
		for i := range 3 {
			for j := range 3 {
				for k := range 3 {
					m[i][j] += a[i][k] * b[k][j]
				}
			}
		}
		return m
	}
	apply := func(m mat, v [3]float64) (w [3]float64) {
		for i := range 3 {
			w[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
		}
		return w
	}
	inverse := func(m mat) (n mat) {
		minor := func(i, j int) float64 {
			a, b, c, d := (i+1)%3, (i+2)%3, (j+1)%3, (j+2)%3
			return m[a][c]*m[b][d] - m[a][d]*m[b][c]
		}
		det := m[0][0]*minor(0, 0) + m[0][1]*minor(0, 1) + m[0][2]*minor(0, 2)
		for i := range 3 {
			for j := range 3 {
				n[j][i] = minor(i, j) / det
			}
		}
		return n
	}
	xyz := func(x, y float64) [3]float64 { return [3]float64{x / y, 1, (1 - x - y) / y} }
	r, g, b, white, d50 := xyz(.64, .33), xyz(.3, .6), xyz(.15, .06), xyz(.3127, .329), [3]float64{.9642, 1, .8249}
	prim := mat{{r[0], g[0], b[0]}, {r[1], g[1], b[1]}, {r[2], g[2], b[2]}}
	s := apply(inverse(prim), white)
	toXYZ := mul(prim, mat{{s[0], 0, 0}, {0, s[1], 0}, {0, 0, s[2]}})
	bradford := mat{{.8951, .2664, -.1614}, {-.7502, 1.7135, .0367}, {.0389, -.0685, 1.0296}}
	from, to := apply(bradford, white), apply(bradford, d50)
	chad := mul(inverse(bradford), mul(mat{{to[0] / from[0], 0, 0}, {0, to[1] / from[1], 0}, {0, 0, to[2] / from[2]}}, bradford))
	m := mul(chad, toXYZ)
	const near = 2e-4 // some round on the way
	for i := range 3 {
		assert.InDelta(t, d50[i], fixed["wtpt"][i], near)
		for j, tag := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			assert.InDelta(t, m[i][j], fixed[tag][i], near, tag)
		}
		for j := range 3 {
			assert.InDelta(t, chad[i][j], fixed["chad"][3*i+j], near)
		}
		// White is the sum of the three, exactly.
		assert.Equal(t, fixed["wtpt"][i], fixed["rXYZ"][i]+fixed["gXYZ"][i]+fixed["bXYZ"][i])
	}
	for i, v := range []float64{3, 2.4, 1 / 1.055, .055 / 1.055, 1 / 12.92, .04045} {
		for _, tag := range []string{"rTRC", "gTRC", "bTRC"} {
			assert.InDelta(t, v, fixed[tag][i], 1e-5)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	for name, o := range map[string]raster.Options{"smooth": {Workers: 1}, "hard": {Workers: 1, Edges: raster.Hard}} {
		for _, e := range []Encoder{{}, {Tile: 256}} {
			b.Run(fmt.Sprintf("%s/tile=%d", name, e.Tile), func(b *testing.B) {
				c := petals(2100, 1050, true)
				for b.Loop() {
					require.NoError(b, e.Encode(background, sink(func(p []byte) (int, error) { return len(p), nil }), c, o))
				}
			})
		}
	}
}
