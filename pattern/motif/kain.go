package motif

import (
	"cmp"
	"math"
	"slices"

	"github.com/jagadbatik/jagad/pattern"
	"github.com/jagadbatik/jagad/pattern/geom"
)

// kain is a cloth that patches are cut from: another motif, drawn small, in inks
// of its own. It gathers all its patches, so that they are drawn with as few
// shapes as one.
type kain struct {
	tile   pattern.Tile
	inks   swap
	pieces [][]piece // of each of the tile's shapes
	bare   []bool    // whether the shape covers the whole tile
	reach  float64   // how far the tile's shapes lie from its middle
	clear  float64   // how far dots keep from the edge of a patch
	shapes []pattern.Shape
}

// piece is one subpath, with the disc that holds it.
type piece struct {
	path   geom.Path
	middle geom.Pt
	reach  float64
}

// swap says which role takes the place of each.
type swap [pattern.NumRoles]pattern.Role

// reinked returns the swap that puts roles in the place of ground, fill and outline.
// Lines and dots that contrasted with what they lie on still do.
func reinked(ground, fill, outline pattern.Role) swap {
	var s swap
	for i := range s {
		s[i] = pattern.Role(i)
	}
	s[pattern.Ground], s[pattern.Fill], s[pattern.Outline] = ground, fill, outline
	for _, r := range []pattern.Role{pattern.Ground, pattern.Fill, pattern.Outline} {
		if ground == pattern.Fill2 || fill == pattern.Fill2 || outline == pattern.Fill2 {
			if r != ground && r != fill && r != outline {
				s[pattern.Fill2] = r // which has given its place to one of them
			}
		}
	}
	// Few roles make few shapes: what marks the ground is drawn in the outline's
	// ink, what is small in that of the second bodies.
	s[pattern.Latar], s[pattern.Accent] = outline, s[pattern.Fill2]
	if fill != pattern.Fill {
		s[pattern.Isen] = outline
		if fill == pattern.Outline {
			s[pattern.Isen] = pattern.Ground
		}
	}
	return s
}

// field returns the role of a tile's own ground.
func field(t pattern.Tile) pattern.Role {
	if len(t.Shapes) > 0 && covers(t.Shapes[0], t.Size) {
		return t.Shapes[0].Role
	}
	return pattern.Ground
}

// covers reports whether a shape covers a whole tile.
func covers(s pattern.Shape, size geom.Pt) bool {
	b := s.Path.Bounds()
	return s.Kind == geom.Area && len(s.Path.Pts) == 4 && b.W() > size.X-1e-6 && b.H() > size.Y-1e-6
}

// newKain returns the cloth of a tile in other inks. No line is finer than the
// patchwork's own, nor so broad that it hides what sets light patches off from dark;
// a contour that shows half beside a body still shows what wax leaves open, and a rule
// with beads in it leaves them their rims.
func newKain(c canting, tile pattern.Tile, inks swap) *kain {
	if f := field(tile); f == pattern.Ground && inks[f] != f {
		// What is bare in the tile has to be dyed.
		bare := area(pattern.Ground, pattern.Klowong, geom.R(0, 0, tile.Size.X, tile.Size.Y).Path())
		tile.Shapes = append([]pattern.Shape{bare}, tile.Shapes...)
	}
	tile.Shapes = slices.Clone(tile.Shapes)
	broad := math.Max(c.fine(), float64(1.5*finest(c.o))+float64(2*thinnest(c.o)))
	for i := range tile.Shapes {
		if tile.Shapes[i].Kind == geom.Stroke {
			w := geom.Clamp(tile.Shapes[i].Width, c.fine(), broad)
			if w > broad-float64(.8*finest(c.o)) {
				w = broad // or a rim about it would show as a hair
			}
			tile.Shapes[i].Width = w
		}
	}
	k := &kain{tile: tile, inks: inks}
	mid := tile.Size.Mul(.5)
	for _, s := range tile.Shapes {
		own := pattern.Shape{Mark: geom.Mark{Kind: s.Kind, Width: s.Width}, Role: inks[s.Role], Stage: s.Stage}
		k.shapes, k.bare = append(k.shapes, own), append(k.bare, covers(s, tile.Size))
		var ps []piece
		for _, q := range s.Path.Subpaths() {
			b := q.Bounds()
			ps = append(ps, piece{q, b.Center(), b.Max.Dist(b.Min) / 2})
		}
		k.pieces = append(k.pieces, ps)
		b := s.Bounds()
		for _, p := range []geom.Pt{b.Min, b.Max, {X: b.Min.X, Y: b.Max.Y}, {X: b.Max.X, Y: b.Min.Y}} {
			k.reach = math.Max(k.reach, p.Dist(mid))
		}
	}
	return k
}

// cut adds the patch that the region bounds, the cloth laid under it by the map,
// which turns and moves.
func (k *kain) cut(patch *geom.Region, lay geom.Affine) {
	whole := patch.Chains()[0].Path()
	inv := inverted(lay)
	var corners []geom.Pt
	b := patch.Bounds
	for _, p := range []geom.Pt{b.Min, b.Max, {X: b.Min.X, Y: b.Max.Y}, {X: b.Max.X, Y: b.Min.Y}} {
		corners = append(corners, inv.Apply(p))
	}
	box := geom.Bounds(corners).Inset(-k.reach)
	w, h := k.tile.Size.X, k.tile.Size.Y
	mid := k.tile.Size.Mul(.5)
	for i := range k.shapes {
		if k.bare[i] {
			k.shapes[i].Path = k.shapes[i].Path.Join(whole)
		}
	}
	for j := math.Floor(box.Min.Y / h); j <= math.Floor(box.Max.Y/h); j++ {
		for i := math.Floor(box.Min.X / w); i <= math.Floor(box.Max.X/w); i++ {
			m := geom.Translate(geom.Pt{X: float64(i * w), Y: float64(j * h)}).Then(lay)
			if side := patch.Side(m.Apply(mid), k.reach+k.clear); side >= 0 {
				k.lay(patch, m, side > 0)
			}
		}
	}
}

// lay adds one repeat of the tile, or what of it lies in the patch.
func (k *kain) lay(patch *geom.Region, m geom.Affine, inside bool) {
	for i := range k.shapes {
		s := &k.shapes[i]
		if k.bare[i] {
			continue
		}
		for _, p := range k.pieces[i] {
			if inside {
				s.Path = s.Path.JoinUnder(p.path, m)
				continue
			}
			switch patch.Side(m.Apply(p.middle), p.reach) {
			case 1:
				s.Path = s.Path.JoinUnder(p.path, m)
			case 0:
				s.Path = s.Path.Join(patch.Clip(p.path.Transform(m), s.Kind, .04))
			}
		}
		for _, d := range k.tile.Shapes[i].Dots {
			d.C = m.Apply(d.C)
			// Dots are whole or not there (handbook §2).
			if inside || patch.Side(d.C, d.R+k.clear) > 0 {
				s.Dots = append(s.Dots, d)
			}
		}
	}
}

// inverted returns the map that undoes m.
func inverted(m geom.Affine) geom.Affine {
	d := m.Det()
	a := geom.Affine{A: m.E / d, B: -m.B / d, D: -m.D / d, E: m.A / d}
	return a.At(a.Apply(geom.Pt{X: m.C, Y: m.F}).Mul(-1))
}

// ordered joins the lines of one width and the dots of one role that follow each
// other, and sorts what has one role by kind: within one ink the order of painting
// does not show. Lines of other widths stay so: a broader one closes the gaps beside
// it.
func ordered(shapes []pattern.Shape) []pattern.Shape {
	var out []pattern.Shape
	for from := 0; from < len(shapes); {
		to := from + 1
		for to < len(shapes) && shapes[to].Role == shapes[from].Role {
			to++
		}
		run := slices.Clone(shapes[from:to])
		slices.SortStableFunc(run, func(a, b pattern.Shape) int {
			return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Width, b.Width))
		})
		for _, s := range run {
			if n := len(out) - 1; n >= 0 && s.Kind != geom.Area && s.Kind == out[n].Kind && s.Role == out[n].Role && s.Width == out[n].Width {
				out[n].Path, out[n].Dots = out[n].Path.Join(s.Path), append(out[n].Dots, s.Dots...)
			} else {
				out = append(out, s)
			}
		}
		from = to
	}
	return out
}

// interleaved returns one painting order for the shapes of cloths whose patches
// stand apart: each keeps its own order, and shapes of one kind are joined, as
// many as the longest common sequence of kinds allows.
func interleaved(cloths []*kain) []pattern.Shape {
	var all []pattern.Shape
	for _, k := range cloths {
		own := ordered(full(k.shapes...))
		n, m := len(all), len(own)
		alike := func(i, j int) bool {
			a, b := all[i], own[j]
			return a.Kind == b.Kind && a.Role == b.Role && a.Width == b.Width
		}
		// best[i][j] is the length of the longest sequence common to what follows.
		best := make([][]int, n+1)
		for i := range best {
			best[i] = make([]int, m+1)
		}
		for i := n - 1; i >= 0; i-- {
			for j := m - 1; j >= 0; j-- {
				best[i][j] = max(best[i+1][j], best[i][j+1])
				if alike(i, j) {
					best[i][j] = max(best[i][j], best[i+1][j+1]+1)
				}
			}
		}
		var next []pattern.Shape
		for i, j := 0, 0; i < n || j < m; {
			switch {
			case i < n && j < m && alike(i, j) && best[i][j] == best[i+1][j+1]+1:
				s := all[i]
				s.Path, s.Dots = s.Path.Join(own[j].Path), append(s.Dots, own[j].Dots...)
				next = append(next, s)
				i, j = i+1, j+1
			case j == m || i < n && best[i+1][j] >= best[i][j+1]:
				next = append(next, all[i])
				i++
			default:
				next = append(next, own[j])
				j++
			}
		}
		all = next
	}
	return all
}
