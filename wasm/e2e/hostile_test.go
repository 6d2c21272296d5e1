package e2e

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const script = `"><img src=x onerror=__t.ran++><script>__t.ran++</script>`

// Whatever comes in from outside is met with a sentence, and the cloth on the
// table stays.
func TestHostileInput(t *testing.T) {
	s := need(t)
	f := s.profile(t)
	p, d := atTable(t, f)
	p.saved()
	link := get[string](p, `async () => (await (await __t.engine()).call('share.encode', { design: await __t.design() })).text`)
	unhurt := func(t *testing.T) {
		t.Helper()
		p.until("the cloth is still on the table", `async (was) => JSON.stringify(await __t.design()) === was`, d)
		assert.Zero(t, get[int](p, `() => __t.ran`), "no script has run")
		assert.Empty(t, get[[]string](p, `() => __t.csp`))
		p.blame()
		p.quiet()
		p.eval(`async () => (await __t.module('ui/toast.js')).say('')`, nil)
	}

	for name, text := range map[string]string{
		"cut":     link[:len(link)*2/3],
		"changed": link[:20] + "AAAA" + link[24:],
		"empty":   "",
		"version": "j9" + link[2:],
		"script":  script,
		"percent": "%00%ff%E0%A4%A",
		"huge":    "j1." + strings.Repeat("A", 1<<20),
	} {
		t.Run("link "+name, func(t *testing.T) {
			p.t = t
			p.eval(`(h) => { location.hash = 'd=' + h; }`, nil, text)
			p.heard("error.link")
			p.in("table")
			unhurt(t)
		})
	}
	t.Run("link at first", func(t *testing.T) {
		g := s.profile(t)
		q := g.open(phone.in("en"), "#d="+link[:40])
		q.heard("error.link")
		q.in("whom")
		q.visit("#d=" + link)
		q.in("table")
		assert.JSONEq(t, d, q.design())
	})
	t.Run("odd rooms", func(t *testing.T) {
		p.t = t
		for _, h := range []string{"#/nowhere", "#/proposals?market=" + "%3Cscript%3E", "#/proposals?market=ng&product=%22%3E%3Cimg%3E", "#/proposals?market=ng&like=j1.xx", "#/?market=../../x"} {
			p.eval(`(h) => { location.hash = h; }`, nil, h)
			p.calm()
		}
		p.room("table")
		unhurt(t)
	})

	files := []struct {
		name, kind, says string
		body             []byte
	}{
		{"damaged.json", "application/json", "error.open.bad-input", []byte(`{"format":1,"market":`)},
		{"other.json", "application/json", "error.open.bad-input", []byte(`{"hello":"world"}`)},
		{"deep.json", "application/json", "error.open.bad-input", []byte(strings.Repeat(`{"field":`, 20000))},
		{"future.json", "application/json", "error.open.bad-input", []byte(strings.Replace(d, `"format":1`, `"format":99`, 1))},
		{"empty.svg", "image/svg+xml", "error.open.bad-input", nil},
		{"script.svg", "image/svg+xml", "error.open.bad-input", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="__t.ran++"><script>__t.ran++</script><foreignObject>` + script + `</foreignObject></svg>`)},
		{"entities.svg", "image/svg+xml", "error.open.bad-input", []byte(`<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><metadata>&b;</metadata></svg>`)},
		{"program.exe", "application/octet-stream", "error.open.bad-input", []byte("MZ\x90\x00")},
		{"huge.json", "application/json", "error.open.too-large", make([]byte, 64<<20+1)},
		{"text.png", "image/png", "error.open.bad-input", []byte("this is no picture, whatever its name says")},
		{"bomb.png", "image/png", "open.isphoto", bomb(60000, 60000)},
	}
	for _, c := range files {
		t.Run("file "+c.name, func(t *testing.T) {
			p.t = t
			if len(c.body) > 1<<20 {
				// Too much for the way in; made on the page.
				p.eval(`(name, type, n) => {
					const data = new DataTransfer();
					data.items.add(new File([new Uint8Array(n)], name, { type }));
					document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));
				}`, nil, c.name, c.kind, len(c.body))
			} else {
				p.give(c.name, c.kind, c.body)
			}
			p.heard(c.says)
			if c.says == "open.isphoto" {
				p.press("button", p.say("open.usephoto"))
				p.heard("error.photo.too-large")
			}
			unhurt(t)
		})
	}
	t.Run("photos", func(t *testing.T) {
		p.t = t
		p.give("bomb.jpg", "image/jpeg", bomb(60000, 60000))
		p.heard("error.photo.too-large")
		unhurt(t)
		p.give("damaged.jpg", "image/jpeg", []byte("\xff\xd8\xff\xe0\x00\x10JFIF"))
		p.heard("error.photo.bad-input")
		unhurt(t)
	})

	// A design that is right in all but its words is shown, as words.
	t.Run("script in a name", func(t *testing.T) {
		p.t = t
		crafted := get[string](p, `(d, bad) => {
			d = JSON.parse(d);
			d.seed = 7;
			d.title = bad;
			d.scheme = bad.slice(0, 60);
			d.product.name = bad.slice(0, 60);
			d.inks.forEach((k, i) => { k.name = i + bad.slice(0, 40); });
			return JSON.stringify(d);
		}`, d, script)
		p.give(`"><img src=x onerror=__t.ran++>.json`, "application/json", []byte(crafted))
		p.until("it is opened or refused", `(no, yes) => __t.said().some((s) => new RegExp(no, 'u').test(s) || new RegExp(yes, 'u').test(s))`, p.part("error.open.bad-input"), p.part("opened"))
		t.Logf("opened: %v", p.design() != d)
		for _, room := range []string{"table", "take", "proposals", "whom", "shelf"} {
			p.room(room)
			p.calm()
		}
		p.room("table")
		for _, tab := range []string{"colour", "layout", "isen", "process", "motif"} {
			p.command("table.tab." + tab)
			p.calm()
		}
		assert.Zero(t, get[int](p, `() => __t.ran + document.querySelectorAll('img[src="x"]').length + __t.$$('img[src="x"], script:not([src])').length`))
		assert.Empty(t, get[[]string](p, `() => __t.csp`))
		p.eval(`async (was) => { const s = await __t.store(); if (JSON.stringify(s.design) !== was) s.undo(); }`, nil, d)
		unhurt(t)
	})
	p.t = t
}

// bomb is a PNG of a few bytes that says it is very large.
func bomb(w, h uint32) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, body []byte) {
		binary.Write(&b, binary.BigEndian, uint32(len(body)))
		b.WriteString(kind)
		b.Write(body)
		binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(append([]byte(kind), body...)))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	chunk("IHDR", append(head, 8, 2, 0, 0, 0))
	chunk("IDAT", []byte{0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1})
	chunk("IEND", nil)
	return b.Bytes()
}
