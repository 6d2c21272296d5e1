module github.com/jagadbatik/jagad/examples/bench

go 1.26.0

require (
	github.com/fogleman/gg v1.3.0
	github.com/jagadbatik/jagad v0.0.0-00010101000000-000000000000
	golang.org/x/image v0.47.0
)

require (
	github.com/golang/freetype v0.0.0-20170609003504-e2365dfdc4a0 // indirect
	github.com/jagadbatik/jagad/wasm/serve v0.0.0-00010101000000-000000000000
	github.com/klauspost/compress v1.20.3 // indirect
	golang.org/x/sys v0.49.0 // indirect
)

replace github.com/jagadbatik/jagad => ../..

replace github.com/jagadbatik/jagad/wasm/serve => ../../wasm/serve
