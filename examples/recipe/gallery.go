package main

import (
	"context"
	"fmt"
	"html/template"
	"image"
	"io"
	"path/filepath"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/export/png"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/examples/internal/whole"
)

// plate is a row of the gallery: one cloth with more and more crackle.
type plate struct {
	Motif, Hand string
	Pictures    []picture
}

type picture struct{ File, Crackle string }

// gallery writes details of three motifs, by every hand and with more and more
// crackle, at 170 dpi.
func gallery(ctx context.Context, dir string) error {
	var plates []plate
	for _, b := range []batik.Brief{
		{Market: "id-yogya", Motif: "kawung_sen"}, {Market: "id-solo", Motif: "parang_rusak"}, {Market: "id-pekalongan", Motif: "buketan"},
	} {
		for _, hand := range []batik.Technique{batik.Tulis, batik.Cap, batik.Print} {
			b.Product, b.Technique, b.Seed = "kain_panjang", hand, 3
			if b.Motif == "buketan" {
				b.Product = "kain_panjang_pesisir"
			}
			d, err := batik.Plan(b)
			if err != nil {
				return err
			}
			c, err := batik.Lay(d)
			if err != nil {
				return err
			}
			f := raster.Finish{Hand: wax.Hand(hand), Seed: 2}
			if hand != batik.Print { // a print is of no recipe; its cracks are those of a resin print
				if f.Recipe, err = (choices{shelf: "all"}).plan(ctx, d, c); err != nil {
					return err
				}
			}
			p := plate{Motif: b.Motif, Hand: string(hand)}
			for _, word := range []string{"none", "light", "full"} {
				k, err := density(word)
				if err != nil {
					return err
				}
				f.Crackle = wax.Crackle{Density: k, Grain: .5}
				r, err := raster.New(c, raster.Options{DPI: 170, Finish: &f})
				if err != nil {
					return err
				}
				file := fmt.Sprintf("%s-%s-%s.png", b.Motif, hand, word)
				if err := whole.Write(filepath.Join(dir, file), func(w io.Writer) error {
					return png.EncodeWindow(ctx, w, r, middle(r, image.Pt(640, 440)))
				}); err != nil {
					return err
				}
				p.Pictures = append(p.Pictures, picture{file, word})
			}
			plates = append(plates, p)
		}
	}
	t, err := template.New("gallery").Parse(galleryPage)
	if err != nil {
		return err
	}
	return whole.Write(filepath.Join(dir, "gallery.html"), func(w io.Writer) error { return t.Execute(w, plates) })
}

const galleryPage = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jagad: the finish</title>
<style>
body { margin: 0; padding: clamp(16px, 4vw, 64px); background: #f7f3ea; color: #241f1b; font: 15px/1.5 Georgia, serif; }
section { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 0 40px; } h2 { flex: 1 0 100%; font-weight: 400; margin: 0; }
figure { margin: 0; } img { display: block; max-width: 100%; } figcaption { color: #5c5148; padding: 4px 0; }
</style>
{{range .}}<section><h2>{{.Motif}}, {{.Hand}}</h2>{{range .Pictures}}<figure><img src="{{.File}}" alt="{{.Crackle}} crackle"><figcaption>crackle: {{.Crackle}}</figcaption></figure>{{end}}</section>
{{end}}</html>
`
