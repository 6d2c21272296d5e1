// Vendor writes what the studio takes from others into its web directory: Lit as
// one file, and three families of type; and the typeface that cloth is lettered
// with, as the library reads it. It is run once for each new version and
// its output is committed, so that nobody else needs it.
//
//	npm pack lit@3.3.3 lit-html@3.3.3 … --pack-destination DIR
//	GOWORK=off go run . -from DIR -to ../studio/web -type ../../batik/lettering
//
// Every package must have the SHA-512 given below.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	_ "embed"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

//go:embed entry.js
var entry string

type pack struct {
	name, version, sum string
}

// file is the name that npm pack gives.
func (p pack) file() string {
	return strings.ReplaceAll(strings.TrimPrefix(p.name, "@"), "/", "-") + "-" + p.version + ".tgz"
}

var packs = []pack{
	{"lit", "3.3.3", "fycuvZg/hkpozL00lm1pEJH5nN/lr9ZXd6mJI2HSN4+Bzc+LDNdEApJ6HFbPkdFNHLvOplIIuJvxkS4XUxqirw=="},
	{"lit-html", "3.3.3", "el8M6jK2o3RXBnrSHX3ZKrsN8zEV63pSExTO1wYJz7QndGYZ8353e2a5PPX+qHe2aGayfnchQmkAojaWAREOIA=="},
	{"lit-element", "4.2.2", "aFKhNToWxoyhkNDmWZwEva2SlQia+jfG0fjIWV//YeTaWrVnOxD89dPKfigCUspXFmjzOEUQpOkejH5Ly6sG0w=="},
	{"@lit/reactive-element", "2.1.2", "pbCDiVMnne1lYUIaYNN5wrwQXDtHaYtg7YEFPeW+hws6U47WeFvISGUWekPGKWOP1ygrs0ef0o1VJMk1exos5A=="},
	{"@fontsource-variable/plus-jakarta-sans", "5.3.0", "/l/4r0yyWK9JzAlmA0LiYgGgmJe/Gswt4jTJEzr5QhJfwMbvJZDmYWyW0M4X7yCK69BajMVlV/Lx8g7WDc1+sw=="},
	{"@fontsource-variable/fraunces", "5.3.0", "9BYGySn4AHEJdgp9Z28tQ3X+laJMEOITXkQarZXeloWQZDq5oOvXJ3kDA8c7MGIfpogIaZfjrQBqmda8POOCKA=="},
	{"@fontsource/oswald", "5.3.0", "16r2aHActe0pH+9FLdk/74/YxXM7HpGak05kAzx3RvSToiJwGvyhv6GvckPz+YuZmvL1nxWbEop2jAXRcXYPRg=="},
	{"@fontsource/ibm-plex-sans-arabic", "5.3.0", "ZZ4g+JDgQY0NqSh4o0MNWU1sHQmtcee1g++aKAwyJvZxnT5y51JXsN1cIXnaQaMd40dcbK6QFYa+Z1LbaiNuqA=="},
}

// copies are files taken as they are.
var copies = []struct{ pack, from, to string }{
	{"@fontsource-variable/plus-jakarta-sans", "files/plus-jakarta-sans-latin-wght-normal.woff2", "fonts/plus-jakarta-sans.woff2"},
	{"@fontsource-variable/plus-jakarta-sans", "LICENSE", "fonts/plus-jakarta-sans-OFL.txt"},
	{"@fontsource-variable/fraunces", "files/fraunces-latin-opsz-normal.woff2", "fonts/fraunces.woff2"},
	{"@fontsource-variable/fraunces", "LICENSE", "fonts/fraunces-OFL.txt"},
	{"@fontsource/ibm-plex-sans-arabic", "files/ibm-plex-sans-arabic-arabic-400-normal.woff2", "fonts/ibm-plex-sans-arabic-400.woff2"},
	{"@fontsource/ibm-plex-sans-arabic", "files/ibm-plex-sans-arabic-arabic-600-normal.woff2", "fonts/ibm-plex-sans-arabic-600.woff2"},
	{"@fontsource/ibm-plex-sans-arabic", "LICENSE", "fonts/ibm-plex-sans-arabic-OFL.txt"},
	{"lit", "LICENSE", "vendor/lit-LICENSE.txt"},
}

func main() {
	from := flag.String("from", "", "`DIR` with the packages that npm pack fetched")
	to := flag.String("to", "../studio/web", "the studio's web `DIR`")
	typ := flag.String("type", "../../batik/lettering", "`DIR` of the lettering's typeface")
	flag.Parse()
	if err := run(*from, *to, *typ); err != nil {
		fmt.Fprintln(os.Stderr, "vendor:", err)
		os.Exit(1)
	}
}

func run(from, to, typ string) error {
	if from == "" {
		return errors.New("-from: is missing")
	}
	all := map[string][]byte{} // by package and path
	for _, p := range packs {
		if err := p.read(from, all); err != nil {
			return err
		}
	}
	lit, err := bundle(all)
	if err != nil {
		return err
	}
	out := map[string][]byte{"vendor/lit.js": lit}
	for _, c := range copies {
		b, ok := all[c.pack+"/"+c.from]
		if !ok {
			return fmt.Errorf("%s: has no %s", c.pack, c.from)
		}
		out[c.to] = b
	}
	face, err := lettering("Oswald Bold", all["@fontsource/oswald/files/oswald-latin-700-normal.woff"])
	if err != nil {
		return err
	}
	for name, b := range out {
		if err := write(to, name, b); err != nil {
			return err
		}
	}
	for name, b := range map[string][]byte{"oswald.json": face, "oswald-OFL.txt": all["@fontsource/oswald/LICENSE"]} {
		if err := write(typ, name, b); err != nil {
			return err
		}
	}
	return nil
}

func write(dir, name string, b []byte) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", name, len(b))
	return os.WriteFile(file, b, 0o644)
}

func (p pack) read(dir string, into map[string][]byte) error {
	b, err := os.ReadFile(filepath.Join(dir, p.file()))
	if err != nil {
		return err
	}
	sum := sha512.Sum512(b)
	if got := base64.StdEncoding.EncodeToString(sum[:]); got != p.sum {
		return fmt.Errorf("%s: SHA-512 is %s; want %s", p.file(), got, p.sum)
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("%s: %w", p.file(), err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.file(), err)
		}
		_, name, _ := strings.Cut(h.Name, "/") // all lies under one directory
		if into[p.name+"/"+name], err = io.ReadAll(r); err != nil {
			return fmt.Errorf("%s: %s: %w", p.file(), h.Name, err)
		}
	}
}

// bundle makes one module of entry.js and what it imports.
func bundle(all map[string][]byte) ([]byte, error) {
	find := func(spec, importer string) string {
		name := spec
		if strings.HasPrefix(spec, ".") {
			name = path.Join(path.Dir(importer), spec)
		}
		for _, p := range packs {
			if name == p.name {
				for _, main := range []string{"index.js", "lit-html.js", "reactive-element.js"} {
					if _, ok := all[p.name+"/"+main]; ok {
						return p.name + "/" + main
					}
				}
			}
		}
		return name
	}
	plugin := api.Plugin{Name: "packages", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := find(a.Path, a.Importer)
			if _, ok := all[name]; !ok {
				return api.OnResolveResult{}, fmt.Errorf("%s: is in no package", name)
			}
			return api.OnResolveResult{Path: name, Namespace: "pack"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "pack"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			text := string(all[a.Path])
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
		})
	}}
	r := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: entry, Sourcefile: "entry.js", Loader: api.LoaderJS},
		Bundle: true, Format: api.FormatESModule, Target: api.ES2022, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		LegalComments: api.LegalCommentsNone,
		Banner:        map[string]string{"js": "/* Lit 3.3.3, © 2017 Google LLC, BSD-3-Clause: see lit-LICENSE.txt */"},
		Plugins:       []api.Plugin{plugin},
	})
	if len(r.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(r.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	return r.OutputFiles[0].Contents, nil
}
