// Package symmetry holds the ways in which a plane pattern can repeat: the
// seventeen wallpaper groups, the seven frieze groups, the repeats of the textile
// trade (block, half-drop, brick, mirror, turn), and the arrangements of whole
// rectangular tiles that follow from them.
//
// The groups are integers throughout: a matrix in the basis of the lattice and a
// move in 24ths of its vectors. Millimetres enter only when an operation is asked
// for as an affine map. Nothing here knows shapes, inks or pixels.
//
// Names and coordinates follow the International Tables for Crystallography,
// volume A, chapter 2.1 "The 17 plane groups"; the orbifold symbols are those of
// Conway, Burgiel and Goodman-Strauss, "The Symmetries of Things" (2008).
package symmetry
