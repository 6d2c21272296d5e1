module github.com/jagadbatik/jagad/wasm/vendor

go 1.26.0

require (
	github.com/evanw/esbuild v0.28.2
	github.com/go-text/typesetting v0.3.5
	golang.org/x/image v0.47.0
)

require golang.org/x/sys v0.49.0 // indirect
