//go:build !amd64 || purego

package cover

// There are no machine instructions of ours to add and fill with.

func (*Raster) addFast([]Point, int32, int32) bool     { return false }
func (*Raster) fillFast([]byte, int, int, []byte) bool { return false }
func (*Raster) setFast([]byte, int, int, byte) bool    { return false }
