package palette

import (
	"errors"
	"fmt"
	"image"
	"math"
	"slices"
)

// Photo is the inks that a picture is made of, the largest area first.
type Photo struct {
	Inks []Share `json:"inks"`
}

// Share is an ink and the part of the area it covers, 0..1. The shares of a
// photo add up to 1.
type Share struct {
	Color Color   `json:"color"`
	Share float64 `json:"share"`
}

// FromImage finds the inks of a picture, such as package picture reads from a
// file. It looks for n inks, 3 to 12, and gives fewer where the picture has fewer.
// Small but vivid parts, a red flower on a brown cloth, keep an ink of their own;
// where a picture is mostly transparent only the rest counts.
//
// Colour is read as sRGB. The same pixels give the same answer on every machine.
func FromImage(m image.Image, n int) (Photo, error) {
	if n < 3 || n > 12 {
		return Photo{}, fmt.Errorf("palette: picture: n is %d; want 3 to 12 inks", n)
	}
	if m == nil || m.Bounds().Empty() {
		return Photo{}, errors.New("palette: picture: there is none")
	}
	cells := histogram(shrink(m))
	if len(cells) == 0 {
		return Photo{}, errors.New("palette: picture: every pixel is transparent")
	}
	return photoOf(reduce(cluster(cells, n), n)), nil
}

// Scheme makes a scheme of the photo's inks for a market: the largest area that
// is as light or dark as the market's grounds becomes the ground, the ink
// furthest from it in lightness the outline, the most vivid the main, and the
// others accents. Then the inks are fitted to the range, by [Range.Fit].
func (p Photo) Scheme(r Range) Scheme {
	if len(p.Inks) == 0 {
		return Scheme{}
	}
	ground := p.ground(r)
	groundL := p.Inks[ground].Color.OKLCH().L
	pick := func(skip []int, score func(Share) float64) int {
		at, top := -1, math.Inf(-1)
		for i, s := range p.Inks {
			if v := round(score(s), 1e6); !slices.Contains(skip, i) && v > top {
				at, top = i, v
			}
		}
		return at
	}
	line := pick([]int{ground}, func(s Share) float64 { return math.Abs(s.Color.OKLCH().L - groundL) })
	// A speck of chroma is no main: area counts, by its square root.
	main := pick([]int{ground, line}, func(s Share) float64 { return s.Color.OKLCH().C * math.Sqrt(s.Share) })
	inks := make([]Ink, len(p.Inks))
	for i, s := range p.Inks {
		inks[i] = Ink{Color: s.Color, Role: Accent}
		switch i {
		case ground:
			inks[i].Role = Ground
		case line:
			inks[i].Role = Outline
		case main:
			inks[i].Role = Main
		}
	}
	inks = r.Fit(inks)
	return Scheme{
		Name:   schemeName(inks),
		Inks:   inks,
		Source: "the maker's photograph",
		Basis:  "clusters of the photograph's colours in OKLab, moved into the market's range",
	}
}

// ground is the index of the ink to be the ground: area counts less the
// further its lightness is from the market's grounds.
func (p Photo) ground(r Range) int {
	at, top := 0, -1.0
	for i, s := range p.Inks {
		l := s.Color.OKLCH().L
		off := math.Abs(toNearest(l, r.grounds()) - l)
		if v := round(s.Share/(1+float64(10*off)), 1e6); v > top {
			at, top = i, v
		}
	}
	return at
}

// shrink averages a picture down to at most 256 pixels a side, in linear light,
// and gives the colours of the pixels that are not mostly transparent.
//
// A box of the picture may hold thousands of pixels; an even grid of at most 8
// by 8 of them stands for the box, which bounds the time for any size.
func shrink(m image.Image) []Color {
	const side, grid = 256, 8
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	cols, rows := min(w, side), min(h, side)
	if w > h && w > side {
		rows = max(1, h*side/w)
	} else if h > w && h > side {
		cols = max(1, w*side/h)
	}
	if rows > h {
		rows = h
	}
	light := linearTable()
	dark := inverseTable(light)
	out := make([]Color, 0, cols*rows)
	for y := range rows {
		y0, y1 := y*h/rows, (y+1)*h/rows
		ny := min(grid, y1-y0)
		for x := range cols {
			x0, x1 := x*w/cols, (x+1)*w/cols
			nx := min(grid, x1-x0)
			var sum [3]int
			var n int
			for j := range ny {
				for i := range nx {
					px := m.At(b.Min.X+x0+(2*i+1)*(x1-x0)/(2*nx), b.Min.Y+y0+(2*j+1)*(y1-y0)/(2*ny))
					r, g, bl, a := px.RGBA()
					if a < 0x8000 {
						continue
					}
					for k, v := range [3]uint32{r, g, bl} {
						sum[k] += light[min(v*0xff/a, 0xff)]
					}
					n++
				}
			}
			if 2*n >= nx*ny && n > 0 {
				out = append(out, Color{dark(sum[0] / n), dark(sum[1] / n), dark(sum[2] / n)})
			}
		}
	}
	return out
}

// linearTable is the light of each channel level, in 65,535ths. Whole numbers
// are the same on every machine, which math.Pow is not.
func linearTable() [256]int {
	var t [256]int
	for i := range t {
		t[i] = int(math.Round(linear(uint8(i)) * 65535))
	}
	return t
}

// inverseTable gives the level whose light is nearest.
func inverseTable(t [256]int) func(int) uint8 {
	return func(v int) uint8 {
		i, _ := slices.BinarySearch(t[:], v)
		if i == 0 {
			return 0
		}
		if i > 255 || v-t[i-1] < t[i]-v {
			i--
		}
		return uint8(i)
	}
}

// photoOf turns clusters into shares of area.
func photoOf(groups []group) Photo {
	var total int64
	for _, g := range groups {
		total += g.weight
	}
	p := Photo{Inks: make([]Share, len(groups))}
	for i, g := range groups {
		p.Inks[i] = Share{g.color(), float64(g.weight) / float64(total)}
	}
	slices.SortStableFunc(p.Inks, func(a, b Share) int {
		switch {
		case a.Share > b.Share:
			return -1
		case a.Share < b.Share:
			return 1
		}
		return slices.Compare([]uint8{a.Color.R, a.Color.G, a.Color.B}, []uint8{b.Color.R, b.Color.G, b.Color.B})
	})
	return p
}
