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
	// Rows up or down to the nearest bare cell of the column, swept a row at a time,
	// since memory lies in rows; on a repeat twice round, so that the last row is
	// followed by the first.
	col := make([]int16, m.W*m.H)
	run := make([]int16, m.W)
	turns := 1
	if m.Wrap {
		turns = 2
	}
	for x := range run {
		run[x] = far
	}
	for y := range turns * m.H {
		wax, out := m.Wax[y%m.H*m.W:][:m.W], col[y%m.H*m.W:][:m.W]
		for x, w := range wax {
			if !w {
				run[x] = 0
			} else if run[x] < far {
				run[x]++
			}
			out[x] = -run[x]
		}
	}
	for x := range run {
		run[x] = far
	}
	for y := turns*m.H - 1; y >= 0; y-- {
		wax, out := m.Wax[y%m.H*m.W:][:m.W], col[y%m.H*m.W:][:m.W]
		for x, w := range wax {
			if !w {
				run[x] = 0
			} else if run[x] < far {
				run[x]++
			}
			if run[x] < -out[x] {
				out[x] = run[x]
			}
		}
	}
	// Row by row: the column whose bare cell is nearest.
	reach := 0
	if m.Wrap {
		// Nothing farther than mostRoom matters.
		reach = min(m.W/2, int(mostRoom/m.Pitch)+2)
	}
	n := m.W + 2*reach
	v, z := make([]int32, n), make([]float64, n+1)
	wide := make([]int16, n)   // the row with what goes on at its ends
	height := make([]int64, n) // of the parabolas, with their own q²
	for y := range m.H {
		row := col[y*m.W:][:m.W]
		copy(wide[reach:], row)
		for i := range reach {
			wide[reach-1-i] = row[m.W-1-i%m.W]
			wide[reach+m.W+i] = row[i%m.W]
		}
		k := -1
		for q, d := range wide {
			if d == far || d == -far {
				continue
			}
			h := int64(d)*int64(d) + int64(q)*int64(q)
			height[q] = h
			s := math.Inf(-1)
			for k >= 0 {
				p := v[k]
				s = float64(h-height[p]) / float64(2*(q-int(p)))
				if s > z[k] {
					break
				}
				k--
			}
			if k < 0 {
				s = math.Inf(-1)
			}
			k++
			v[k], z[k] = int32(q), s
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
			f.dx[i] = int16(int(v[j]) - q)
			f.dy[i] = wide[v[j]]
		}
	}
	return f
}
