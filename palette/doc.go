// Package palette is colour as a batik maker thinks of it: a few inks with
// roles (ground, main, accent, outline), gathered in a scheme, held inside the
// range of lightness, chroma and hue that a market wears.
//
// It also answers the questions asked of a set of inks before cloth is dyed:
// are two of them too alike, does the motif stand out from its ground, will a
// colour-blind buyer see it, and what inks would match this photograph.
//
// Colours are sRGB, 8 bits a channel. Every decision is made on values rounded
// well above the last bits of a float, so that the same question has the same
// answer on every machine. The package never draws, never reads files by name
// and holds no randomness of its own.
package palette
