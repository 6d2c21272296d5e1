package bridge

import (
	"slices"

	"github.com/jagadbatik/jagad/batik"
	"github.com/jagadbatik/jagad/batik/market"
	"github.com/jagadbatik/jagad/batik/raster"
	"github.com/jagadbatik/jagad/palette"
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/isen"
	"github.com/jagadbatik/jagad/pattern/motif"
	"github.com/jagadbatik/jagad/pattern/symmetry"
)

type text struct {
	EN string `json:"en"`
	ID string `json:"id"`
}

type limits struct {
	File      int `json:"file"`
	Side      int `json:"side"`
	Pixels    int `json:"pixels"`
	Window    int `json:"window"`
	Share     int `json:"share"`
	Proposals int `json:"proposals"`
}

type paramInfo struct {
	ID   string  `json:"id"`
	Name string  `json:"name"`
	Nama string  `json:"nama"`
	Unit string  `json:"unit"`
	Min  float64 `json:"min"`
	Max  float64 `json:"max"`
	Def  float64 `json:"def"`
	Step float64 `json:"step"`
}

type slotInfo struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Nama string `json:"nama"`
	Def  string `json:"def"`
}

type motifInfo struct {
	ID          string          `json:"id"`
	Family      string          `json:"family"`
	Name        string          `json:"name"`
	Region      string          `json:"region"`
	Meaning     text            `json:"meaning"`
	Restriction string          `json:"restriction"`
	Source      string          `json:"source"`
	Traits      []string        `json:"traits"`
	Group       string          `json:"group"`
	Params      []paramInfo     `json:"params"`
	Slots       []slotInfo      `json:"slots"`
	Repeats     []symmetry.Kind `json:"repeats"`
	Groups      []string        `json:"groups"`
}

type isenInfo struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Gloss  text   `json:"gloss"`
	Class  string `json:"class"`
	Source string `json:"source"`
}

type borderInfo struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Nama string `json:"nama"`
}

type productInfo struct {
	batik.Piece
	Zones  []market.Zone `json:"zones"`
	Note   string        `json:"note"`
	Source string        `json:"source"`
}

type suited struct {
	ID       string           `json:"id"`
	Fit      float64          `json:"fit"`
	Blocked  bool             `json:"blocked"`
	Findings []market.Finding `json:"findings"`
}

type marketInfo struct {
	ID           string           `json:"id"`
	Name         string           `json:"name"`
	Countries    []string         `json:"countries"`
	Languages    []string         `json:"languages"`
	BCP47        []string         `json:"bcp47"`
	Dir          string           `json:"dir"`
	Currency     string           `json:"currency"`
	Range        palette.Range    `json:"range"`
	Peaks        []market.Peak    `json:"peaks"`
	Marketplaces []string         `json:"marketplaces"`
	Schemes      []palette.Scheme `json:"schemes"`
	Rules        []market.Rule    `json:"rules"`
	Sayings      []market.Saying  `json:"sayings,omitempty"`
	Products     []productInfo    `json:"products"`
	Motifs       []suited         `json:"motifs"`
}

type catalogAnswer struct {
	Format     int               `json:"format"`
	Limits     limits            `json:"limits"`
	Motifs     []motifInfo       `json:"motifs"`
	Isen       []isenInfo        `json:"isen"`
	Borders    []borderInfo      `json:"borders"`
	Markets    []marketInfo      `json:"markets"`
	Techniques []batik.Technique `json:"techniques"`
	Shifts     []batik.Shift     `json:"shifts"`
	Layouts    []batik.Layout    `json:"layouts"`
	Headed     []batik.Layout    `json:"headed"`   // whose kepala lies where the piece says
	Lettered   []batik.Layout    `json:"lettered"` // that carry text
	Repeats    []symmetry.Kind   `json:"repeats"`
	Groups     []string          `json:"groups"`
	Roles      []string          `json:"roles"`
}

// catalog answers with all that there is to choose from.
func catalog(request []byte) (any, error) {
	if err := bind(request, &struct{}{}); err != nil {
		return nil, err
	}
	cat, err := batik.Motifs()
	if err != nil {
		return nil, err
	}
	a := catalogAnswer{
		Format:     batik.Format,
		Limits:     limits{MaxFile, raster.MaxSide, raster.MaxPixels, MaxWindow, MaxShare, MaxProposals},
		Techniques: []batik.Technique{batik.Tulis, batik.Cap, batik.Print},
		Shifts:     []batik.Shift{batik.NoShift, batik.Columns, batik.Rows, batik.Checks},
		Layouts:    batik.Layouts(),
		Repeats:    symmetry.Kinds(),
		Groups:     symmetry.Arrangements(),
	}
	for _, l := range a.Layouts {
		if l.HasHead() {
			a.Headed = append(a.Headed, l)
		}
		if l.Lettered() {
			a.Lettered = append(a.Lettered, l)
		}
	}
	for _, m := range cat.All() {
		a.Motifs = append(a.Motifs, motifOf(m.Info()))
	}
	for _, i := range isen.All() {
		a.Isen = append(a.Isen, isenInfo{i.ID, i.Name, text{i.Gloss.EN, i.Gloss.ID}, string(i.Class), i.Source})
	}
	for _, b := range motif.Borders() {
		a.Borders = append(a.Borders, borderInfo{b.ID, b.Name, b.Nama})
	}
	for r := range pattern.NumRoles {
		a.Roles = append(a.Roles, pattern.Role(r).String())
	}
	ms, err := market.All()
	if err != nil {
		return nil, err
	}
	for _, m := range ms {
		a.Markets = append(a.Markets, marketInfoOf(m, cat))
	}
	return a, nil
}

func motifOf(in pattern.Info) motifInfo {
	m := motifInfo{
		ID: in.ID, Family: in.Family, Name: in.Name, Region: in.Region, Meaning: text{in.Meaning.EN, in.Meaning.ID},
		Restriction: in.Restriction, Source: in.Source, Traits: list(in.Traits), Group: in.Group,
		Params: []paramInfo{}, Slots: []slotInfo{}, Repeats: list(in.Repeats), Groups: []string{"p1"},
	}
	for _, p := range in.Params {
		m.Params = append(m.Params, paramInfo{p.ID, p.Name, p.Nama, p.Unit, p.Min, p.Max, p.Def, p.Step})
	}
	for _, s := range in.Slots {
		m.Slots = append(m.Slots, slotInfo{s.ID, s.Name, s.Nama, s.Def})
	}
	// Groups turn and mirror whole tiles, which must not cut the motif.
	if slices.Contains(in.Repeats, symmetry.Mirror) && slices.Contains(in.Repeats, symmetry.Turn) {
		m.Groups = symmetry.Arrangements()
	}
	return m
}

func marketInfoOf(m market.Market, cat *pattern.Catalog) marketInfo {
	l := m.Locale
	a := marketInfo{
		ID: m.ID, Name: m.Name, Countries: list(m.Countries), Languages: list(l.Languages), BCP47: list(l.BCP47), Dir: l.Dir,
		Currency: l.Currency, Range: m.Range, Peaks: list(l.Peaks), Marketplaces: list(l.Marketplaces),
		Schemes: list(m.Schemes), Rules: list(m.Rules), Sayings: m.Sayings,
	}
	for _, p := range batik.Products(m) {
		q := productInfo{Piece: p, Zones: []market.Zone{}}
		if known, err := m.Product(p.ID); err == nil {
			q.Zones, q.Note, q.Source = list(known.Zones), known.Note, known.Source
		}
		a.Products = append(a.Products, q)
	}
	for _, mo := range cat.All() {
		in := mo.Info()
		s := suited{ID: in.ID, Findings: list(m.Judge(market.Subject{MotifID: in.ID, Family: in.Family, Traits: in.Traits}))}
		if f, ok := m.FitOf(in.ID); ok {
			s.Fit = f.Fit
		}
		s.Blocked = market.Blocked(s.Findings)
		a.Motifs = append(a.Motifs, s)
	}
	slices.SortStableFunc(a.Motifs, func(p, q suited) int {
		switch {
		case p.Blocked != q.Blocked && p.Blocked, p.Blocked == q.Blocked && p.Fit < q.Fit:
			return 1
		case p.Blocked != q.Blocked, p.Fit > q.Fit:
			return -1
		}
		return 0
	})
	return a
}

// list makes JSON say [] rather than null.
func list[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}
