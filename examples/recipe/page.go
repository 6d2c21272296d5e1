package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/wax"
	"github.com/jagadbatik/jagad/examples/internal/whole"
)

//go:embed page.html
var pageHTML string

// page is what is printed.
type page struct {
	Design *batik.Design
	Recipe *wax.Recipe
	Size   string
	Stages []step
}

// step is one stage in words.
type step struct {
	wax.Stage
	N             int
	Picture, Near string
	Title, How    string
	Figures       []figure
}

type figure struct{ Name, Value string }

// newStep puts a stage into words.
func newStep(n int, file string, s wax.Stage, p *wax.Plan) step {
	st := step{Stage: s, N: n, Picture: file + ".png", Near: file + "-detail.png"}
	switch s.Op {
	case wax.Wax:
		st.Title = "Wax: " + string(s.Coat)
		st.How = map[wax.Coat]string{
			wax.Klowong: "Draw the lines and fillings, both faces.",
			wax.Tembok:  "Draw the lines and fillings, then cover the broad areas, both faces.",
			wax.Biron:   "Cover the finished colours, both faces, before the next bath.",
		}[s.Coat]
	case wax.Dip:
		b := p.Baths[s.Bath]
		st.Title = "Dip: " + b.Dye.Name
		st.How = fmt.Sprintf("%.0f dips", b.Dips)
		if b.Dips == 1 {
			st.How = "One dip"
		}
		if b.Dye.Agent != "" {
			st.How += ", with " + b.Dye.Agent
		}
		if b.Strength < 1 {
			st.How += fmt.Sprintf(", at %.0f %% of the full strength", b.Strength*100)
		}
		st.How += ". " + b.Dye.Dose
	case wax.Colet:
		for _, b := range p.Brushes {
			if slices.Contains(s.Mask, b.Ink) {
				st.Title = "Brush: " + b.Dye.Name
			}
		}
		st.How = "Between closed lines of wax."
	case wax.Fix:
		st.Title, st.How = "Fix the brushed colours", "In silicate."
	case wax.Scrape:
		st.Title, st.How = "Scrape (kerok)", "Take the wax off what the next bath is to reach."
	case wax.Lorod:
		st.Title, st.How = "Boil the wax out (lorod)", "Skim it off for use again, and rinse."
	}
	span := func(name string, v wax.Span, format, unit string) {
		if v.Most <= 0 {
			return
		}
		from, to := fmt.Sprintf(format, v.Least), fmt.Sprintf(format, v.Most)
		if from != to {
			from += "–" + to
		}
		st.Figures = append(st.Figures, figure{name, from + " " + unit})
	}
	one := func(name string, v float64, format, unit string) {
		span(name, wax.Span{Least: v, Most: v}, format, unit)
	}
	one("Area", s.AreaM2, "%.2f", "m²")
	one("Lines", s.LengthM, "%.0f", "m")
	one("Dots", s.Dots, "%.0f", "")
	span("Wax", s.WaxG, "%.0f", "g")
	span("Dye", s.DyeG, "%.0f", "g")
	span("Bath", s.Litres, "%.0f", "l")
	span("Heat", s.Celsius, "%.0f", "°C")
	if s.Minutes.Most < 180 {
		span("Work", s.Minutes, "%.0f", "min")
	} else {
		span("Work", wax.Span{Least: s.Minutes.Least / 60, Most: s.Minutes.Most / 60}, "%.0f", "h")
	}
	return st
}

func (p page) write(path string) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"inc":   func(i int) int { return i + 1 },
		"round": func(v float64) string { return fmt.Sprintf("%.0f", v) },
		"tenth": func(v float64) string { return fmt.Sprintf("%.1f", v) },
		"plural": func(n int, word string) string {
			if n == 1 {
				return "one " + word
			}
			return fmt.Sprintf("%d %ss", n, word)
		},
	}).Parse(pageHTML)
	if err != nil {
		return err
	}
	return whole.Write(path, func(w io.Writer) error { return t.Execute(w, p) })
}
