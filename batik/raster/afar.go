package raster

import (
	"context"
	"encoding/binary"
	"image"
	"math"

	"github.com/jagadbatik/jagad/pattern/geom"
)

// afar is a finish in pixels over half a millimetre, where no thread is seen: inks
// that the recipe made, mixed as light by the area that they cover, taken up
// unevenly. Light is kept in bytes while it is mixed; where one ink is alone its own
// colour stands exactly.
type afar struct {
	scale [2]float64 // px a mm
	// curve is the sRGB byte of a byte of light where more or less dye was taken up.
	curve [3][afarShades][256]byte
	alone [][afarShades][3]byte // by ink
	// broken draws the cloth as if a net had cracked all of its wax, by net.
	broken []*Renderer
}

const (
	afarShades = 64
	afarStep   = .0075 // of K/S
	afarNode   = 3.    // mm between the nodes of noise; the finest that is left is of 9
	afarSeep   = .7    // share of dye in a crack at its fullest
	afarWhole  = 366   // 256 over that
)

// setAfar makes ready what is seen from afar, and gives the renderer inks of light.
func (f *finish) setAfar(r *Renderer) error {
	a := &afar{scale: r.scale, alone: make([][afarShades][3]byte, len(f.inks)), broken: make([]*Renderer, len(f.nets))}
	f.afar = a
	shade := func(s int) float64 { return float64((float64(s) - (afarShades-1)/2.) * afarStep) }
	encode := func(l float64) byte { return f.encode[int(float64(geom.Clamp(l, 0, 1)*light)+.5)] }
	absorbed := func(l float64) float64 { return float64((1-l)*(1-l)) / float64(2*l) } // Kubelka and Munk
	white := f.white.Reflectance().Linear()
	for ch := range a.curve {
		bare := absorbed(geom.Clamp(white[ch], .01, 1))
		for s := range a.curve[ch] {
			for v := range a.curve[ch][s] {
				l := float64(v) / 255
				if v > 0 {
					q := absorbed(l)
					q += float64(shade(s) * math.Max(0, q-bare))
					l = 1 + q - math.Sqrt(float64(q*q)+float64(2*q))
				}
				a.curve[ch][s][v] = encode(l)
			}
		}
	}
	// hazy returns the light of an ink, with the cracks of one net wide open or none.
	hazy := func(c *class, u float64, wide int) [3]float64 {
		var open, share [maxNets]float64
		for b, n := range c.nets {
			if open[b], share[b] = c.haze[b], leastSeep; n == wide {
				open[b], share[b] = 1, afarSeep
			}
		}
		return f.light(c, u, open, share)
	}
	inks := func(r *Renderer, wide int) {
		r.inks, r.words = nil, nil
		for i := range f.inks {
			px := []byte{0, 0, 0, 255}
			for ch, l := range hazy(&f.inks[i], 0, wide) {
				px[ch] = byte(float64(l*255) + .5)
			}
			r.addInk(px)
		}
	}
	inks(r, -1)
	for i := range f.inks {
		for s := range a.alone[i] {
			for ch, l := range hazy(&f.inks[i], shade(s), -1) {
				a.alone[i][s][ch] = encode(l)
			}
		}
	}
	for _, n := range f.used {
		b := &Renderer{cloth: handless(r.cloth), edges: Smooth, workers: 1, size: r.size, scale: r.scale, repeat: r.repeat, arcs: r.arcs}
		inks(b, n)
		if err := b.setZones(); err != nil {
			return err
		}
		a.broken[n] = b
	}
	return nil
}

// finishAfar draws band b of a job, which is c.
func (w *worker) finishAfar(ctx context.Context, j *job, b int, c *canvas) error {
	if err := j.draw(ctx, w, b, c); err != nil {
		return err
	}
	f, q := j.r.finish, c.rect
	if w.tint == nil {
		w.tint = &tinter{}
	}
	t := w.tint
	for len(t.seep) < len(f.nets) {
		t.seep = append(t.seep, nil)
	}
	for _, n := range f.used {
		t.seep[n] = sized(t.seep[n], q.Dx()*q.Dy())
		clear(t.seep[n])
		if err := t.crack(ctx, f, n, q); err != nil {
			return err
		}
		m := image.NewRGBA(q)
		if err := f.afar.broken[n].Draw(ctx, m); err != nil {
			return err
		}
		for y := range q.Dy() {
			row := c.at(q.Min.X, q.Min.Y+y)[:4*q.Dx()]
			for x, k := range t.seep[n][y*q.Dx():][:q.Dx()] {
				if k == 0 {
					continue
				}
				p, d := row[4*x:][:3], m.Pix[y*m.Stride+4*x:][:3]
				part := min(255, int(k)*afarWhole>>8)
				for ch := range p {
					p[ch] = byte((int(p[ch])*(255-part) + int(d[ch])*part + 127) / 255)
				}
			}
		}
	}
	f.afar.show(f, j.r, c)
	return ctx.Err()
}

// show turns light into colour.
func (a *afar) show(f *finish, r *Renderer, c *canvas) {
	q := c.rect
	at := func(px, axis int) float64 { return (float64(px) + .5) / float64(a.scale[axis]*afarNode) }
	i0, j0 := int(math.Floor(at(q.Min.X, 0))), int(math.Floor(at(q.Min.Y, 1)))
	wide := int(math.Floor(at(q.Max.X-1, 0))) - i0 + 2
	above, below, here := make([]float64, wide), make([]float64, wide), make([]float64, wide)
	nodes := func(dst []float64, j int) {
		for i := range dst {
			x, y := float64(float64(i0+i)*afarNode), float64(float64(j)*afarNode)
			far, _ := f.fabric.far.Noise2(x/70, y/70, 0, 0)
			near, _ := f.fabric.near.Noise2(x/9, y/9, 0, 0)
			dst[i] = float64(f.fabric.even * (float64(uptakeFar*far) + float64(uptakeNear*near)) / afarStep)
		}
	}
	nodes(below, j0)
	have := j0 - 1 // the row of nodes that is above
	last, ink := r.words[0], 0
	for y := q.Min.Y; y < q.Max.Y; y++ {
		v := at(y, 1)
		for n := int(math.Floor(v)); have < n; {
			above, below = below, above
			have++
			nodes(below, have+1)
		}
		for i := range here {
			here[i] = geom.Mix(above[i], below[i], v-float64(have)) + afarShades/2.
		}
		row := c.at(q.Min.X, y)[:4*q.Dx()]
		for x := range q.Dx() {
			u := at(q.Min.X+x, 0) - float64(i0)
			n := int(u)
			s := max(0, min(afarShades-1, int(geom.Mix(here[n], here[n+1], u-float64(n)))))
			p := row[4*x:][:4]
			word := binary.LittleEndian.Uint32(p)
			if word != last {
				last, ink = word, -1
				for i, k := range r.words {
					if k == word {
						ink = i
						break
					}
				}
			}
			if ink >= 0 {
				copy(p, a.alone[ink][s][:])
				continue
			}
			p[0], p[1], p[2] = a.curve[0][s][byte(word)], a.curve[1][s][byte(word>>8)], a.curve[2][s][byte(word>>16)]
		}
	}
}
