//go:build !amd64 || purego

package cover

// addFast says no: there are no machine instructions of ours to add with.
func (*Raster) addFast([]Point, int32, int32) bool { return false }
