//go:build !amd64 || purego

package cover

// fillVector says no: there are no vector instructions to fill with.
func (*Raster) fillVector([]byte, int, int, []byte) bool { return false }
