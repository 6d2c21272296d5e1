//go:build !race

package batik_test

const raceEnabled = false
