package palette

// Name is a plain English name for the colour, such as "deep blue" or "pale
// pink". The words and their bounds in OKLCH are our own; they are for people
// to tell inks apart, not for matching dyes.
func (c Color) Name() string {
	v := c.OKLCH()
	if v.C < 0.02 {
		switch {
		case v.L < 0.25:
			return "black"
		case v.L < 0.45:
			return "charcoal"
		case v.L < 0.65:
			return "grey"
		case v.L < 0.9:
			return "light grey"
		}
		return "white"
	}
	hue := hueName(v)
	switch {
	case v.L < 0.27:
		return "blackish " + hue
	case v.L < 0.42:
		return "deep " + hue
	case v.L > 0.92 && v.C < 0.06:
		return "ivory " + hue
	case v.L > 0.8 && v.C < 0.1:
		return "pale " + hue
	case v.C < 0.06:
		return "greyed " + hue
	case v.C > 0.16:
		return "bright " + hue
	}
	return hue
}

func hueName(v OKLCH) string {
	// Dark or greyed orange is what everyone calls brown.
	if v.H >= 28 && v.H < 95 && v.L < 0.62 && v.C < 0.13 {
		return "brown"
	}
	for _, h := range [...]struct {
		below float64
		name  string
	}{
		{15, "pink"}, {35, "red"}, {70, "orange"}, {105, "yellow"}, {128, "lime"},
		{165, "green"}, {215, "turquoise"}, {282, "blue"}, {325, "violet"}, {350, "magenta"},
	} {
		if v.H < h.below {
			return h.name
		}
	}
	return "pink"
}
