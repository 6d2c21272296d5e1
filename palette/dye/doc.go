// Package dye says what colour cloth takes in the vat: dyes as data with their
// sources and how sure they are, reflectance spectra made from colours, and what a
// sequence of baths gives.
//
// A dye takes light out of what is under it. Its absorption K/S (Kubelka and Munk)
// adds to that of the cloth and of the dyes before it, band by band, in 36 bands:
// three would do for browns and fail for green (handbook §5.4). Chemistry breaks
// the sum here and there; those pairs are data too.
//
// The words: mori is the white cotton; wedel deep indigo; soga the brown of barks;
// tawas alum, kapur lime and tunjung iron, the fixers; lorod the boiling out of
// wax, at which natural dyes lose a little. The package knows no cloth, wax or
// design.
package dye
