// Text on an ink: which colour can be read on it, and how far the ink must move if none can.

const parse = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const toHex = (rgb) => `#${rgb.map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')}`;
const lum = (rgb) => {
  const [r, g, b] = rgb.map((v) => {
    const x = v / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const DARK = [36, 31, 27];
const LIGHT = [255, 253, 248];

/** A ground near the ink, and the text colour that has 7:1 on it. @param {string} hex */
export function readable(hex) {
  const rgb = parse(hex);
  const dark = ratio(lum(rgb), lum(DARK)) >= ratio(lum(rgb), lum(LIGHT));
  const text = dark ? DARK : LIGHT;
  const away = dark ? 255 : 0;
  for (let k = 0; k <= 1; k += 0.05) {
    const ground = rgb.map((v) => v + (away - v) * k);
    if (ratio(lum(ground), lum(text)) >= 7.2) return { ground: toHex(ground), text: toHex(text) };
  }
  return { ground: toHex([away, away, away]), text: toHex(text) };
}
