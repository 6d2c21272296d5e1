package palette

// Vision is a way of seeing colour.
type Vision string

// The ways of seeing. Protan and Deutan together are about one man in twelve
// of European descent, Tritan is rare.
const (
	Protan Vision = "protan" // red cones differ
	Deutan Vision = "deutan" // green cones differ
	Tritan Vision = "tritan" // blue cones differ
)

// Simulate is the colour as someone with that vision sees it. Severity goes
// from 0, usual vision, to 1, the cone missing; it is held to that. Any other
// vision sees the colour as it is.
//
// The model is Machado, Oliveira and Fernandes, "A Physiologically-based Model
// for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, with
// their matrix for severity 1.0 applied to linear sRGB. Between 0 and 1 we go
// straight from the colour to that, which is our simplification of their table
// of eleven severities.
func Simulate(c Color, v Vision, severity float64) Color {
	var m [3][3]float64
	switch v {
	case Protan:
		m = [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}
	case Deutan:
		m = [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}
	case Tritan:
		m = [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
	default:
		return c
	}
	s := within(finite(severity), 0, 1)
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var out [3]uint8
	for i, seen := range apply(m, in) {
		out[i] = encode(float64(s*seen) + float64((1-s)*in[i]))
	}
	return Color{out[0], out[1], out[2]}
}
