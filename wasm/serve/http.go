package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// kind is the type of a file by its extension, said here so that they do not depend on the
// machine's own tables.
func kind(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".webp":
		return "image/webp"
	case ".ico":
		return "image/x-icon"
	case ".woff2":
		return "font/woff2"
	case ".woff":
		return "font/woff"
	case ".ttf":
		return "font/ttf"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
}

// text reports whether compressing such a file is worth it.
func text(name string) bool {
	k := kind(name)
	return strings.HasPrefix(k, "text/") || strings.Contains(k, "json") || k == "application/wasm" || k == "image/svg+xml" || k == "font/ttf"
}

// ServeHTTP answers with a file in the best form that the browser takes.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy+"; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	f := s.files[name]
	if f == nil {
		h.Set("Cache-Control", "no-store")
		http.NotFound(w, r)
		return
	}
	body, form := f.raw, ""
	switch accept := r.Header.Values("Accept-Encoding"); {
	case f.br != nil && accepts(accept, "br"):
		body, form = f.br, "br"
	case f.gz != nil && accepts(accept, "gzip"):
		body, form = f.gz, "gzip"
	}
	h.Set("Content-Type", kind(name))
	h.Set("Vary", "Accept-Encoding")
	if form != "" {
		h.Set("Content-Encoding", form)
	}
	if strings.HasPrefix(name, "a/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	sum := sha256.Sum256(body)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	h.Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		bytes.NewReader(body).WriteTo(w) // a browser that left is no error of ours
	}
}

// accepts reads Accept-Encoding (RFC 9110, 12.5.3).
func accepts(values []string, form string) bool {
	any := false
	for _, part := range strings.Split(strings.Join(values, ","), ",") {
		name, weight, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		ok := true
		if q, found := strings.CutPrefix(strings.ReplaceAll(strings.ToLower(weight), " ", ""), "q="); found {
			v, err := strconv.ParseFloat(q, 64)
			ok = err == nil && v > 0
		}
		switch name {
		case form:
			return ok
		case "*":
			any = ok
		}
	}
	return any
}
