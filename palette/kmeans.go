package palette

import (
	"math"
	"slices"
)

// Clustering works on whole ten-thousandths of OKLab in 64-bit integers, so
// that it comes out the same on every machine.

// cell is a small box of colour space: where its pixels lie on average, and
// how many they are.
type cell struct {
	at     [3]int64 // L, a, b in ten-thousandths
	weight int64
}

// group is the cells that make up one ink.
type group struct {
	cells  []cell
	weight int64
	mean   [3]int64
}

// histogram gathers colours into boxes of 8 levels a side, in order of colour.
func histogram(colors []Color) []cell {
	sums := make([]cell, 32*32*32)
	for _, c := range colors {
		s := &sums[int(c.R)>>3<<10|int(c.G)>>3<<5|int(c.B)>>3]
		for k, v := range c.oklab() {
			s.at[k] += v
		}
		s.weight++
	}
	var out []cell
	for _, s := range sums {
		if s.weight == 0 {
			continue
		}
		for k := range s.at {
			s.at[k] = floorDiv(s.at[k], s.weight)
		}
		out = append(out, s)
	}
	return out
}

// distance2 is a squared distance in which hue and chroma count double: on
// cloth, lightness changes with every fold, and dye does not.
func distance2(p, q [3]int64) int64 {
	l, a, b := p[0]-q[0], 2*(p[1]-q[1]), 2*(p[2]-q[2])
	return l*l + a*a + b*b
}

// cluster is k-means with k twice the inks wanted, for reduce to join. It
// starts from the cells themselves: the heaviest, then each time the one
// furthest from those taken, by squared distance times the root of weight, so
// that a small area far from all others is found early and a stray pixel is
// not.
func cluster(cells []cell, n int) []group {
	const rounds = 32
	k := min(2*n, len(cells))
	centres := seeds(cells, k)
	var groups []group
	for range rounds {
		groups = make([]group, k)
		for _, c := range cells {
			i := nearestCentre(centres, c.at)
			groups[i].cells = append(groups[i].cells, c)
		}
		moved := false
		for i := range groups {
			if len(groups[i].cells) == 0 {
				continue // keeps its centre; dropped below if it stays empty
			}
			groups[i] = summed(groups[i].cells)
			moved = moved || groups[i].mean != centres[i]
			centres[i] = groups[i].mean
		}
		if !moved {
			break
		}
	}
	return slices.DeleteFunc(groups, func(g group) bool { return g.weight == 0 })
}

func seeds(cells []cell, k int) [][3]int64 {
	heaviest := slices.MaxFunc(cells, func(a, b cell) int { return int(a.weight - b.weight) })
	out := [][3]int64{heaviest.at}
	for len(out) < k {
		var best cell
		top := int64(-1)
		for _, c := range cells {
			score := distance2(c.at, out[nearestCentre(out, c.at)]) * int64(math.Sqrt(float64(c.weight)))
			if score > top {
				best, top = c, score
			}
		}
		out = append(out, best.at)
	}
	return out
}

func nearestCentre(centres [][3]int64, p [3]int64) int {
	at, least := 0, int64(math.MaxInt64)
	for i, c := range centres {
		if d := distance2(c, p); d < least {
			at, least = i, d
		}
	}
	return at
}

func summed(cells []cell) group {
	g := group{cells: cells}
	for _, c := range cells {
		g.weight += c.weight
		for k := range g.mean {
			g.mean[k] += c.at[k] * c.weight
		}
	}
	for k := range g.mean {
		g.mean[k] = floorDiv(g.mean[k], g.weight)
	}
	return g
}

// reduce joins groups: first those whose inks the eye takes for one, and the
// slivers of mixed colour along edges with what is nearest to them; then,
// while there are more than n, the two whose joining loses least. The loss is
// the distance between their inks times the fourth root of the smaller area, which
// spares the small and different far more than the usual product of areas.
func reduce(groups []group, n int) []group {
	const (
		twins  = 4.0 // CIEDE2000
		sliver = 400 // a group is one when it is under a 400th of the area
	)
	var total int64
	for _, g := range groups {
		total += g.weight
	}
	out := slices.Clone(groups)
	for len(out) > 1 {
		a, b, least := 0, 1, math.Inf(1)
		for i := range out {
			for j := i + 1; j < len(out); j++ {
				smaller := min(out[i].weight, out[j].weight)
				p, q := out[i].color(), out[j].color()
				loss := float64(math.Sqrt(float64(distance2(p.oklab(), q.oklab()))) * math.Sqrt(math.Sqrt(float64(smaller))))
				if smaller*sliver < total || DeltaE2000(p, q) < twins {
					loss -= 1e9 // before all others
				}
				if loss < least {
					a, b, least = i, j, loss
				}
			}
		}
		if len(out) <= n && least >= 0 {
			break
		}
		out[a] = summed(slices.Concat(out[a].cells, out[b].cells))
		out = slices.Delete(out, b, b+1)
	}
	return out
}

// color is the ink of a group: its centre, with the more vivid cells weighing
// more. A plain mean is greyer than the dye, since every soft edge in the
// picture mixes it with its neighbour. Weight grows with the square of chroma
// over a floor of 0.04, and where the group as a whole is coloured with the
// fourth power; a white that a few cream cells have joined stays white.
func (g group) color() Color {
	const floor2, coloured2 = 400 * 400, 600 * 600
	chroma2 := func(p [3]int64) int64 { return p[1]*p[1] + p[2]*p[2] }
	var sum [3]int64
	var total int64
	for _, c := range g.cells {
		// At most (9e3)² for the most vivid of sRGB, so that with 65,536 pixels
		// and lightness 1e4 the sum stays below 2⁶³.
		vivid := (chroma2(c.at) + floor2) / 1000
		if chroma2(g.mean) >= coloured2 {
			vivid *= vivid
		}
		w := c.weight * vivid
		total += w
		for k := range sum {
			sum[k] += c.at[k] * w
		}
	}
	var lab [3]float64
	for k := range sum {
		lab[k] = float64(floorDiv(sum[k], max(total, 1))) / 1e4
	}
	lin := fromOKLab(lab)
	return Color{encode(lin[0]), encode(lin[1]), encode(lin[2])}
}

// floorDiv is a/b rounded down, for b > 0.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
