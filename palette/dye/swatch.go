package dye

import (
	"fmt"
	"image"
	"slices"

	"github.com/jagadbatik/jagad/palette"
)

// Swatch is a piece of the workshop's own cloth, dyed and measured.
type Swatch struct {
	Dye   string        `json:"dye"`
	Dips  float64       `json:"dips,omitempty"` // 0: as many as give the full shade
	Color palette.Color `json:"color"`
}

// Measured is how far (CIEDE2000) a dye may be from the truth once a swatch of it
// has been measured: what a careful photograph or a simple instrument is good for.
const Measured = 3

// Calibrate returns the shelf with its dyes refitted to swatches. Each dye's full
// shade becomes the absorption that explains its swatches best, by least squares
// over the dips and in every band; one swatch is met exactly. Dyes without a swatch
// stay as they are, on the new cloth: the swatch with an empty Dye, if there is
// one, is the cloth undyed.
func (s Shelf) Calibrate(swatches []Swatch) (Shelf, error) {
	out := s
	out.Dyes = slices.Clone(s.Dyes)
	for _, w := range swatches {
		if w.Dye == "" {
			out.Cloth = w.Color
		}
	}
	cloth := FromColor(out.Cloth).Absorption()
	for i, d := range out.Dyes {
		var num Absorption
		den, n := 0., 0
		for _, w := range swatches {
			if w.Dye != d.ID {
				continue
			}
			k := d.Uptake(w.Dips)
			for b, q := range FromColor(w.Color).Absorption() {
				num[b] += float64(k * max(0, q-cloth[b]))
			}
			den += float64(k * k)
			n++
		}
		if n == 0 {
			continue
		}
		if !(den > 0) {
			return s, fmt.Errorf("dye: swatches of %q have no dips", d.ID)
		}
		full := cloth
		for b := range full {
			full[b] += num[b] / den
		}
		d.Color, d.DeltaE = full.Reflectance().Color(), Measured
		d.Source = "a swatch of the workshop"
		out.Dyes[i] = d
	}
	for i, w := range swatches {
		if _, err := out.Lookup(w.Dye); w.Dye != "" && err != nil {
			return s, fmt.Errorf("swatches[%d]: %w", i, err)
		}
	}
	return out, nil
}

// Strip reads the colours of n patches that lie side by side along the longer side
// of a photograph, in equal parts: a strip of cloth dyed by more and more dips.
// Each is the median of the middle of its patch, which threads, folds and edges do
// not move.
func Strip(m image.Image, n int) ([]palette.Color, error) {
	if m == nil || m.Bounds().Empty() {
		return nil, fmt.Errorf("dye: the photograph is empty")
	}
	b := m.Bounds()
	long, short := b.Dx(), b.Dy()
	upright := long < short
	if upright {
		long, short = short, long
	}
	if n < 1 || long < 4*n {
		return nil, fmt.Errorf("dye: %d patches in a photograph of %d × %d px; want 1 to %d", n, b.Dx(), b.Dy(), long/4)
	}
	var out []palette.Color
	for i := range n {
		var ch [3][]uint8
		x0, x1 := long*(10*i+2)/(10*n), long*(10*i+8)/(10*n)
		// At most some 200 × 200 points tell a median as well as all.
		sx, sy := max(1, (x1-x0)/200), max(1, short/200)
		for x := x0; x < max(x1, x0+1); x += sx {
			for y := short / 5; y < max(short*4/5, short/5+1); y += sy {
				px, py := x, y
				if upright {
					px, py = y, x
				}
				r, g, bl, _ := m.At(b.Min.X+px, b.Min.Y+py).RGBA()
				ch[0], ch[1], ch[2] = append(ch[0], uint8(r>>8)), append(ch[1], uint8(g>>8)), append(ch[2], uint8(bl>>8))
			}
		}
		var c [3]uint8
		for k := range ch {
			slices.Sort(ch[k])
			c[k] = ch[k][len(ch[k])/2]
		}
		out = append(out, palette.Color{R: c[0], G: c[1], B: c[2]})
	}
	return out, nil
}
