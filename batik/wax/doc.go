// Package wax holds the recipe behind a cloth: which wax, which bath, in which
// order, and what each step needs.
//
// A colour of resist-dyed cloth is a set of baths: those that reached it. Wax keeps
// a bath out; it grows until it is taken off, so the order in which colours can be
// had is a matter of sets (handbook §5.5). Plan chooses the baths and their order
// for the inks of a design, and says which inks cannot be had and what they become;
// Recipe writes the stages out, with areas, lengths, grams, litres and hours, each
// figure with its range and what it rests on.
//
// The words: klowong is the wax of outlines, tembok that of the ground, biron what
// covers a finished colour before the next bath; kerok is scraping wax off, lorod
// boiling it out; colet is dye brushed on between fences of wax. Of the routes,
// kelengan is one bath, kerokan and lorodan two with wax scraped or boiled off in
// between, bedesan brown before blue, coletan brushed colours under a ground bath.
//
// The package knows inks, dyes and cloths; it knows no motifs, markets or pixels.
package wax
