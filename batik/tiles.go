package batik

import (
	"slices"
	"sync"

	"github.com/jagadbatik/jagad/pattern"
)

// Tiles remembers the repeats that were drawn last. What changes about a cloth most of
// the time is not its motif, and what grows takes long to draw. The zero Tiles is
// ready; several Workshops with one catalogue may share it.
type Tiles struct {
	mu   sync.Mutex
	list []drawnTile // the latest first
}

// drawnTile is a tile with what it was drawn from.
type drawnTile struct {
	key  string
	tile pattern.Tile
	size int // points and dots
}

// maxDrawn bounds what is remembered, in points and dots of some 20 bytes; the last
// tile is remembered whatever its size.
const maxDrawn = 1 << 20

// draw returns the tile that key stands for, drawn if it has to be.
func (t *Tiles) draw(key string, draw func() pattern.Tile) pattern.Tile {
	t.mu.Lock()
	defer t.mu.Unlock()
	i := slices.IndexFunc(t.list, func(d drawnTile) bool { return d.key == key })
	if i < 0 {
		d := drawnTile{key: key, tile: draw()}
		for _, s := range d.tile.Shapes {
			d.size += len(s.Path.Pts) + len(s.Dots)
		}
		t.list = slices.Insert(t.list, 0, d)
	} else {
		d := t.list[i]
		copy(t.list[1:i+1], t.list[:i])
		t.list[0] = d
	}
	left := maxDrawn
	for n, d := range t.list {
		if left -= d.size; left < 0 && n > 0 {
			clear(t.list[n:])
			t.list = t.list[:n]
			break
		}
	}
	return t.list[0].tile
}
