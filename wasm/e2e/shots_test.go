package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Pictures of the rooms for the README, where SHOTS names a directory.
func TestShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip("SHOTS is not set")
	}
	s := need(t)
	require.NoError(t, os.MkdirAll(dir, 0o755))
	lang := os.Getenv("SHOTS_LANG")
	if lang == "" {
		lang = "en"
	}
	for _, v := range []view{desk.in(lang), phone.in(lang)} {
		p := s.profile(t).open(v, "#/")
		shot := func(room string) {
			t.Helper()
			p.calm()
			p.quiet()
			p.shot(filepath.Join(dir, fmt.Sprintf("studio-%s-%d.png", room, v.w)))
		}
		p.in("whom")
		shot("whom")
		p.plan(map[string]any{"market": "ng", "product": "wax6", "seed": "7"})
		p.eval(`async () => { const s = await __t.store(); await s.keep(s.design); }`, nil)
		p.room("proposals")
		p.until("cloths are proposed", `(re) => __t.find('button', re).length >= 12`, p.say("proposals.take"))
		shot("proposals")
		// A cloth of a shape that shows at this size.
		p.plan(map[string]any{"market": "id-pekalongan", "product": "sarung_pekalongan", "motif": "burung_hong", "seed": "3"})
		p.eval(`async () => { const s = await __t.store(); await s.keep(s.design); }`, nil)
		p.room("table")
		whole(p)
		cloth(p)
		shot("table")
		p.command("table.tab.colour")
		cloth(p)
		shot("colours")
		p.room("take")
		shot("take")
	}
}
