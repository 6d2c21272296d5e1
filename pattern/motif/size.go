package motif

import (
	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// tileSize returns the size of the tile that a motif draws, false where only its
// drawing tells. A layout has to know it before it can choose the size to draw in,
// and what grows is slow to draw.
func tileSize(in pattern.Info, o pattern.Options) (geom.Pt, bool) {
	w := o.Value(in, "size")
	high := func(k float64) (geom.Pt, bool) { return geom.Pt{X: w, Y: float64(k * w)}, true }
	switch in.ID {
	case "kawung_ageng", "kawung_bribil", "kawung_picis", "kawung_sen", "kawung_baganan",
		"ceplok", "ceplok_bintang", "ceplok_cuwil", "ceplok_kipas", "grompol", "jlamprang",
		"nitik", "nitik_karawitan", "truntum", "truntum_gede", "slobog", "banji", "gulf_star8",
		"semen", "semen_rama", "cuwiri", "semen_rante", "lung_lungan", "tujuh_rupa",
		"jawa_hokokai", "pisan_bali", "tambal", "sekar_jagad", "watu_pecah", "kopi_pecah",
		"reng_perreng", "mata_keteran", "adire", "wax_sunburst", "shweshwe_pindot",
		"stamp_texture", "botani", "bunga_raya", "cempaka", "mau_don", "orkid", "sen_nho",
		"thai_floral", "ume":
		return high(1)
	case "patran_keris", "gunung_ringgit", "belah_ketupat_badut", "teratai_malang", "tugu_malang",
		"water_toren", "kanga_medallion", "kanga_korosho", "wax_disc", "bazin_medallion",
		"gulf_lattice", "macawiis_plaid", "shweshwe_daun", "sen", "thai_lattice":
		return high(o.Value(in, "height"))
	case "tumpal", "pucuk_rebung":
		return high(o.Value(in, "ratio"))
	case "bangun_tulak", "lenga_teleng":
		return high(o.Value(in, "tall"))
	case "terang_bulan":
		return high(o.Value(in, "field"))
	case "wahyu_tumurun":
		return high(1.1)
	case "latohan":
		return high(.9)
	case "wax_fan":
		return high(1.16)
	case "wax_feather":
		return high(1.36)
	case "wax_spiral":
		return high(.62)
	case "wax_trail":
		return high(1.5)
	case "sido_mukti", "sido_luhur", "sido_asih", "sido_mulyo":
		return geom.Pt{X: w, Y: float64(w / 2 * o.Value(in, "height"))}, true
	case "buketan", "buketan_tanaman":
		return geom.Pt{X: float64(.9 * w), Y: w}, true
	case "mega_mendung", "mega_mendung_awan":
		return geom.Pt{X: 2.5 * w, Y: 1.875 * w}, true
	case "wadasan":
		return geom.Pt{X: 1.72 * w, Y: 1.9 * w}, true
	case "liong":
		return geom.Pt{X: 1.12 * w, Y: .74 * w}, true
	case "burung_hong":
		return geom.Pt{X: 1.1 * w, Y: .92 * w}, true
	case "gringsing":
		return geom.Pt{X: w * gringsingTile, Y: w * gringsingTile}, true
	}
	return geom.Pt{}, false
}

// tileSize is tileSize of the drawing, drawn where it must be.
func (d drawing) tileSize(o pattern.Options) geom.Pt {
	if s, ok := tileSize(d.info, o); ok {
		return s
	}
	return d.draw(d.info, o).Size
}
