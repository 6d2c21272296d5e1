package market

// Product is a piece of cloth as it is bought: its size and how it is divided.
// Width is the way the cloth wraps or its length, height from waist to hem.
type Product struct {
	ID         string        `json:"id"`
	Name       string        `json:"name"`
	WidthCM    float64       `json:"widthCM"`
	HeightCM   float64       `json:"heightCM"`
	RangeCM    [2][2]float64 `json:"rangeCM,omitzero"`   // least and most of width, of height; zero if not known
	RepeatCM   []float64     `json:"repeatCM,omitempty"` // usual heights of the repeat
	RepeatNote string        `json:"repeatNote,omitempty"`
	Pair       bool          `json:"pair,omitempty"`  // sold as two alike, printed side by side
	Layout     string        `json:"layout"`          // in words
	Zones      []Zone        `json:"zones,omitempty"` // none: one field over all
	ZonesBasis string        `json:"zonesBasis,omitempty"`
	Note       string        `json:"note,omitempty"`
	Source     string        `json:"source"`
}

// Zone is a part of a product, in fractions of its width and height: 0, 0 is
// the upper left corner. It is a rectangle X by Y, or else the polygon Poly.
type Zone struct {
	Name string       `json:"name"`
	X    [2]float64   `json:"x,omitzero"`
	Y    [2]float64   `json:"y,omitzero"`
	Poly [][2]float64 `json:"poly,omitempty"`
}

// Polygon is the outline of the zone, whichever way it is given.
func (z Zone) Polygon() [][2]float64 {
	if len(z.Poly) > 0 {
		return append([][2]float64(nil), z.Poly...)
	}
	return [][2]float64{{z.X[0], z.Y[0]}, {z.X[1], z.Y[0]}, {z.X[1], z.Y[1]}, {z.X[0], z.Y[1]}}
}
