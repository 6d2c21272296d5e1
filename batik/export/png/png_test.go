package png

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	stdpng "image/png"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/jagadbatik/jagad/batik/cloth"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern/geom"
)

var background = context.Background()

// petals returns a cloth of w×h mm, drawn by a hand that never does a thing
// twice.
func petals(w, h float64, byHand bool) *cloth.Cloth {
	c := &cloth.Cloth{Title: "kawung", Size: geom.Pt{X: w, Y: h}, Repeat: geom.Pt{X: 40, Y: 40}, Source: []byte(`{"format":1,"motif":"kawung"}`)}
	for _, v := range []palette.Color{{R: 243, G: 230, B: 207}, {R: 43, G: 26, B: 18}, {R: 138, G: 75, B: 31}} {
		c.Inks = append(c.Inks, palette.Ink{Color: v})
	}
	z := cloth.Zone{Bounds: geom.R(0, 0, w, h), Repeat: c.Repeat, Margin: .2}
	for q := range 4 {
		p := geom.Petal(23, 13).Transform(geom.Rotate(float64(q)/4 + .125).At(geom.Pt{X: 20, Y: 20}))
		z.Cell = append(z.Cell, cloth.Shape{Ink: 2, Mark: geom.Mark{Path: p}},
			cloth.Shape{Ink: 1, Mark: geom.Mark{Kind: geom.Stroke, Path: p, Width: .8}})
	}
	var dots []geom.Dot
	for i := range 200 {
		s, t := geom.SinCos(float64(i) * .618)
		r := 18 * float64(i) / 200
		dots = append(dots, geom.Dot{C: geom.Pt{X: 20 + float64(r*s), Y: 20 + float64(r*t)}, R: .25})
	}
	z.Cell = append(z.Cell, cloth.Shape{Ink: 1, Mark: geom.Mark{Kind: geom.Dots, Dots: dots}})
	if byHand {
		z.Hand = func(into, m geom.Mark, k, i, j int) geom.Mark {
			s, t := geom.SinCos(float64(k)*.37 + float64(i)*.71 + float64(j)*.13)
			return into.Reuse(m.Kind, m.Width).JoinUnder(m, geom.Translate(geom.Pt{X: float64(.2 * s), Y: float64(.2 * t)}))
		}
	}
	c.Zones = []cloth.Zone{z}
	return c
}

func encode(t testing.TB, c *cloth.Cloth, o raster.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Encode(background, &b, c, o))
	return b.Bytes()
}

// Another decoder sees what the raster drew.
func TestEncode(t *testing.T) {
	for _, edges := range []raster.Edges{raster.Smooth, raster.Hard} {
		for _, workers := range []int{1, 3} {
			c := petals(90, 110, true)
			o := raster.Options{DPI: 150, Edges: edges, Workers: workers}
			file := encode(t, c, o)
			m, err := stdpng.Decode(bytes.NewReader(file))
			require.NoError(t, err)
			r, err := raster.New(c, o)
			require.NoError(t, err)
			want := image.NewRGBA(r.Bounds())
			require.NoError(t, r.Draw(background, want))
			require.Equal(t, want.Rect, m.Bounds())
			for y := range r.Size().Y {
				for x := range r.Size().X {
					require.Equal(t, want.RGBAAt(x, y), color.RGBAModel.Convert(m.At(x, y)), "(%d,%d)", x, y)
				}
			}
			_, indexed := m.(*image.Paletted)
			assert.Equal(t, edges == raster.Hard, indexed)
			check(t, file)
			// The number of workers does not reach the file.
			o.Workers = 2
			assert.True(t, bytes.Equal(file, encode(t, c, o)))
		}
	}
}

// check lets pngcheck judge a file, where it is installed.
func check(t *testing.T, file []byte) {
	tool, err := exec.LookPath("pngcheck")
	if err != nil {
		return
	}
	name := filepath.Join(t.TempDir(), "a.png")
	require.NoError(t, os.WriteFile(name, file, 0o600))
	out, err := exec.Command(tool, "-v", name).CombinedOutput()
	assert.NoError(t, err, "%s", out)
}

// chunks returns the chunks of a file, checking their sums.
func chunks(t testing.TB, file []byte) (out []struct {
	kind string
	data []byte
}) {
	t.Helper()
	require.Equal(t, signature, string(file[:8]))
	for b := file[8:]; len(b) > 0; {
		n := binary.BigEndian.Uint32(b)
		data := b[8 : 8+n]
		require.Equal(t, crc32.ChecksumIEEE(b[4:8+n]), binary.BigEndian.Uint32(b[8+n:]))
		out = append(out, struct {
			kind string
			data []byte
		}{string(b[4:8]), data})
		b = b[12+n:]
	}
	return
}

func TestChunks(t *testing.T) {
	c := petals(80, 80, false)
	file := encode(t, c, raster.Options{DPI: 300, Edges: raster.Hard})
	var kinds []string
	for _, k := range chunks(t, file) {
		if k.kind != "IDAT" {
			kinds = append(kinds, k.kind)
		}
		switch k.kind {
		case "pHYs": // 472 px for 40 mm: 11,800 px a metre
			assert.Equal(t, []byte{0, 0, 0x2e, 0x18, 0, 0, 0x2e, 0x18, 1}, k.data)
		case "PLTE":
			assert.Equal(t, []byte{243, 230, 207, 43, 26, 18, 138, 75, 31}, k.data)
		}
	}
	assert.Equal(t, "IHDR sRGB pHYs iTXt iTXt PLTE IEND", strings.Join(kinds, " "))
}

func TestSource(t *testing.T) {
	for _, n := range []int{10, 5000, MaxSource - 20} {
		c := petals(40, 40, false)
		c.Source = []byte(`{"name":"` + strings.Repeat("ꦧ", n/3) + `"}`)
		file := encode(t, c, raster.Options{Width: 20})
		got, err := Source(bytes.NewReader(file))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(c.Source, got))
		check(t, file)

		// A bit that flips in the design is noticed, and so is an early end.
		at := bytes.Index(file, []byte(sourceKey)) + 20
		file[at] ^= 1
		_, err = Source(bytes.NewReader(file))
		assert.ErrorContains(t, err, "checksum")
		_, err = Source(bytes.NewReader(file[:at]))
		assert.ErrorContains(t, err, "ends inside")
	}
	c := petals(40, 40, false)
	c.Source = nil
	_, err := Source(bytes.NewReader(encode(t, c, raster.Options{Width: 20})))
	assert.ErrorIs(t, err, ErrNoDesign)
	_, err = Source(strings.NewReader("GIF89a..."))
	assert.ErrorContains(t, err, "not a PNG")
	broken := errors.New("broken")
	_, err = Source(io.MultiReader(strings.NewReader(signature), failing{broken}))
	assert.ErrorIs(t, err, broken)

	c.Source = bytes.Repeat([]byte{' '}, MaxSource+1)
	assert.ErrorContains(t, Encode(background, io.Discard, c, raster.Options{Width: 20}), "jagad:design")
	c.Source = []byte{0xff}
	assert.ErrorContains(t, Encode(background, io.Discard, c, raster.Options{Width: 20}), "UTF-8")
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error)  { return 0, f.err }
func (f failing) Write([]byte) (int, error) { return 0, f.err }

// A small file that unpacks to more than a design may have is refused.
func TestSourceBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs at once")
	}
	var b bytes.Buffer
	f := &file{w: &b}
	require.NoError(t, f.header(Header{Size: image.Pt(1, 1)}))
	var text bytes.Buffer
	g := &file{w: &text}
	zeros := bytes.Repeat([]byte{'0'}, MaxSource)
	require.NoError(t, g.text(sourceKey, zeros))
	assert.Less(t, text.Len(), 20000)
	// The same with twice as much, by hand.
	data := []byte(sourceKey + "\x00\x01\x00\x00\x00")
	f.chunk("iTXt", append(data, bomb(t, 64<<20)...))
	_, err := Source(&b)
	assert.ErrorContains(t, err, "more than")
}

// Lengths that lie cost no memory.
func TestSourceLies(t *testing.T) {
	head := new(bytes.Buffer)
	f := &file{w: head}
	require.NoError(t, f.header(Header{Size: image.Pt(1, 1)}))
	for _, n := range []uint32{MaxSource, 1 << 30, 1 << 31, 1<<32 - 1} {
		b := append(bytes.Clone(head.Bytes()), binary.BigEndian.AppendUint32(nil, n)...)
		b = append(b, "iTXtjagad"...)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Source(bytes.NewReader(b))
		runtime.ReadMemStats(&after)
		assert.Error(t, err)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<20))
	}
}

func FuzzSource(f *testing.F) {
	c := petals(40, 40, false)
	f.Add(encode(f, c, raster.Options{Width: 20}))
	c.Source = bytes.Repeat([]byte("abc "), 1000)
	f.Add(encode(f, c, raster.Options{Width: 9, Edges: raster.Hard}))
	f.Add([]byte(signature))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Source(bytes.NewReader(b))
		if err == nil {
			assert.LessOrEqual(t, len(s), MaxSource)
			return
		}
		assert.Nil(t, s)
	})
}

func seq(ms ...image.Image) iter.Seq2[image.Image, error] {
	return func(yield func(image.Image, error) bool) {
		for _, m := range ms {
			if !yield(m, nil) {
				return
			}
		}
	}
}

func TestEncodeBands(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	m := image.NewRGBA(image.Rect(0, 0, 37, 50))
	for i := range m.Pix {
		m.Pix[i] = byte(rng.Uint32()) | byte(i&3/3)*255
	}
	cut := func(a, b int) image.Image { return m.SubImage(image.Rect(0, a, 37, b)) }
	h := Header{Size: image.Pt(37, 50), DPIX: 72, DPIY: 144}
	var b bytes.Buffer
	require.NoError(t, EncodeBands(background, &b, h, seq(cut(0, 1), cut(1, 33), cut(33, 50))))
	got, err := stdpng.Decode(&b)
	require.NoError(t, err)
	for y := range 50 {
		for x := range 37 {
			require.Equal(t, m.RGBAAt(x, y), color.RGBAModel.Convert(got.At(x, y)))
		}
	}
	for want, bands := range map[string]iter.Seq2[image.Image, error]{
		"cannot follow row 20":    seq(cut(0, 20), cut(21, 50)),
		"end at row 20 of 50":     seq(cut(0, 20)),
		"cannot follow row 0":     seq(m.SubImage(image.Rect(0, 0, 36, 50))),
		"a band is *image.Gray":   seq(image.NewGray(m.Rect)),
		"a band is <nil>":         seq(nil),
		"a band is *image.RGBA":   seq((*image.RGBA)(nil)),
		"a band of (0,0)-(37,51)": seq(image.NewRGBA(image.Rect(0, 0, 37, 51))),
	} {
		assert.ErrorContains(t, EncodeBands(background, io.Discard, h, bands), want)
	}
	for want, h := range map[string]Header{
		"header.size":       {},
		"header.dpiX: -3":   {Size: h.Size, DPIX: -3},
		"header.palette":    {Size: h.Size, Palette: color.Palette{}},
		"header.palette[0]": {Size: h.Size, Palette: color.Palette{nil}},
	} {
		assert.ErrorContains(t, EncodeBands(background, io.Discard, h, seq(m)), want)
	}
}

// A window is the crop of the whole, however edges are drawn; Index finds the
// colours of a picture that has few of them; a cloth that repeats down its length
// has the pixels of the raster; and progress ends at the last row.
func TestWindowsAndIndex(t *testing.T) {
	few := petals(90, 400, false)
	few.Inks[2] = few.Inks[1]
	for name, c := range map[string]*cloth.Cloth{"few": few, "many": petals(90, 400, false), "hand": petals(90, 110, true)} {
		for _, edges := range []raster.Edges{raster.Smooth, raster.Hard} {
			r, err := raster.New(c, raster.Options{DPI: 100, Edges: edges, Workers: 2})
			require.NoError(t, err)
			for _, win := range []image.Rectangle{r.Bounds(), image.Rect(7, 9, 300, 401)} {
				want := image.NewRGBA(win)
				require.NoError(t, r.Draw(background, want))
				var rows []int
				e := Encoder{Index: true, Progress: func(done, total int) {
					assert.Equal(t, win.Dy(), total)
					rows = append(rows, done)
				}}
				var b bytes.Buffer
				require.NoError(t, e.EncodeWindow(background, &b, r, win))
				check(t, b.Bytes())
				assert.IsIncreasing(t, rows)
				assert.Equal(t, win.Dy(), rows[len(rows)-1])
				m, err := stdpng.Decode(&b)
				require.NoError(t, err)
				got := image.NewRGBA(win)
				draw.Draw(got, win, m, image.Point{}, draw.Src)
				require.True(t, bytes.Equal(want.Pix, got.Pix), "%s %d %v", name, edges, win)
				_, indexed := m.(*image.Paletted)
				assert.Equal(t, edges == raster.Hard || name == "few", indexed, name)
			}
			assert.ErrorContains(t, EncodeWindow(background, io.Discard, r, image.Rect(-1, 0, 5, 5)), "window")
		}
	}
}

func TestAdlerJoin(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	b := make([]byte, 300000)
	for i := range b {
		b[i] = byte(rng.Uint32())
	}
	for range 100 {
		n := rng.IntN(len(b))
		assert.Equal(t, adler32.Checksum(b), adlerJoin(adler32.Checksum(b[:n]), adler32.Checksum(b[n:]), int64(len(b)-n)))
	}
}

// The first error ends it all, and no goroutine is left.
func TestCancel(t *testing.T) {
	before := runtime.NumGoroutine()
	c := petals(900, 900, true)
	broken := errors.New("broken")
	assert.ErrorIs(t, Encode(background, failing{broken}, c, raster.Options{Workers: 3}), broken)
	ctx, cancel := context.WithCancel(background)
	w := writer(func(b []byte) (int, error) {
		if len(b) > 1000 {
			cancel()
		}
		return len(b), nil
	})
	for _, workers := range []int{1, 3} {
		assert.ErrorIs(t, Encode(ctx, w, c, raster.Options{Workers: workers}), context.Canceled)
	}
	for n := 0; runtime.NumGoroutine() > before && n < 2000; n++ {
		time.Sleep(time.Millisecond)
	}
	assert.LessOrEqual(t, runtime.NumGoroutine(), before)
}

type writer func([]byte) (int, error)

func (w writer) Write(b []byte) (int, error) { return w(b) }

func TestLevels(t *testing.T) {
	c := petals(120, 120, true)
	size := 0
	for _, level := range []int{1, 9} {
		var b bytes.Buffer
		require.NoError(t, Encoder{Level: level}.Encode(background, &b, c, raster.Options{}))
		check(t, b.Bytes())
		if level == 9 {
			assert.Less(t, b.Len(), size)
		}
		size = b.Len()
	}
	assert.ErrorContains(t, Encoder{Level: 10}.Encode(background, io.Discard, c, raster.Options{}), "encoder.level: 10")
}

// peak returns the most memory this process ever had, in MiB; 0 where unknown.
func peak() (mib float64) {
	b, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(b)) {
		if s, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			var kb float64
			fmt.Sscan(s, &kb)
			return kb / 1024
		}
	}
	return 0
}

func BenchmarkEncode(b *testing.B) {
	for _, bc := range []struct {
		name string
		o    raster.Options
		hand bool
	}{
		{"hand/smooth/150", raster.Options{DPI: 150, Workers: 1}, true},
		{"hand/smooth/150/2", raster.Options{DPI: 150, Workers: 2}, true},
		{"hand/hard/150", raster.Options{DPI: 150, Workers: 1, Edges: raster.Hard}, true},
		{"hand/smooth/300/2", raster.Options{DPI: 300, Workers: 2}, true},
		{"copied/smooth/150", raster.Options{DPI: 150, Workers: 1}, false},
		{"copied/hard/150", raster.Options{DPI: 150, Workers: 1, Edges: raster.Hard}, false},
	} {
		b.Run(bc.name, func(b *testing.B) {
			c := petals(2100, 1050, bc.hand)
			r, err := raster.New(c, bc.o)
			require.NoError(b, err)
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n = 0
				w := writer(func(p []byte) (int, error) { n += len(p); return len(p), nil })
				require.NoError(b, Encode(background, w, c, bc.o))
			}
			b.ReportMetric(float64(r.Size().X)*float64(r.Size().Y)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mpx/s")
			b.ReportMetric(float64(n)/1e6, "MB")
			b.ReportMetric(peak(), "peak-MiB")
		})
	}
}

// bomb returns n zeros, compressed.
func bomb(t testing.TB, n int) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, err := w.Write(make([]byte, n))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}
