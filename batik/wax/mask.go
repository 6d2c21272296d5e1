package wax

import "math"

// Mask says where wax lies, on a grid of square cells. The zero Mask is empty.
type Mask struct {
	W, H  int     // cells
	Pitch float64 // mm a cell
	Wax   []bool  // by row, W·H of them
	// Wrap says that the grid is one repeat, whose right and lower edges go on at
	// its left and upper ones.
	Wrap bool
}

// field is the distance of every cell of a mask to the nearest bare one.
type field struct {
	m  Mask
	dx []int16 // from the cell to the nearest bare one
	dy []int16
}

// far stands for no bare cell at all, in cells.
const far = 1 << 14

// distances is the exact Euclidean distance transform with the nearest cell of
// each, by columns first and the lower envelope of parabolas along rows after
// (Felzenszwalb and Huttenlocher, Theory of Computing 8, 2012), in whole numbers.
// On a repeat both passes go once round more on either side.
func distances(m Mask) *field {
	f := &field{m: m, dx: make([]int16, m.W*m.H), dy: make([]int16, m.W*m.H)}
	col := make([]int16, m.W*m.H) // rows up or down to the nearest bare cell of the column
	turns := 1
	if m.Wrap {
		turns = 2
	}
	for x := range m.W {
		last := -1
		for y := range turns * m.H {
			i := y%m.H*m.W + x
			if !m.Wax[i] {
				last = y
			}
			if y >= (turns-1)*m.H {
				d := far
				if last >= 0 {
					d = y - last
				}
				col[i] = int16(-min(d, far))
			}
		}
		last = -1
		for y := turns*m.H - 1; y >= 0; y-- {
			i := y%m.H*m.W + x
			if !m.Wax[i] {
				last = y
			}
			if y < m.H && last >= 0 && last-y < int(-col[i]) {
				col[i] = int16(last - y)
			}
		}
	}
	// Row by row: the column whose bare cell is nearest.
	reach := 0
	if m.Wrap {
		reach = m.W / 2
	}
	n := m.W + 2*reach
	v, z := make([]int, n), make([]float64, n+1)
	for y := range m.H {
		row := col[y*m.W:][:m.W]
		sq := func(q int) int64 {
			d := int64(row[((q-reach)%m.W+m.W)%m.W])
			return d * d
		}
		k := -1
		for q := range n {
			if sq(q) >= far*far {
				continue
			}
			for {
				if k < 0 {
					k = 0
					v[0], z[0] = q, math.Inf(-1)
					break
				}
				p := v[k]
				s := float64(sq(q)+int64(q)*int64(q)-sq(p)-int64(p)*int64(p)) / float64(2*(q-p))
				if s > z[k] {
					k++
					v[k], z[k] = q, s
					break
				}
				k--
			}
		}
		for x, j := 0, 0; x < m.W; x++ {
			i := y*m.W + x
			if k < 0 {
				f.dx[i], f.dy[i] = far, far
				continue
			}
			q := x + reach
			for j < k && z[j+1] < float64(q) {
				j++
			}
			f.dx[i] = int16(v[j] - q)
			f.dy[i] = row[((v[j]-reach)%m.W+m.W)%m.W]
		}
	}
	return f
}
