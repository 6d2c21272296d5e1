// How things of the catalogue are called.
import { has, name, n, t, told, pick } from './i18n.js';

/** The markets in the order of the wall, known before the engine is: a test compares them with the catalogue. */
export const MARKETS = [
  'id-pekalongan', 'id-solo', 'id-yogya', 'id-malang', 'id-cirebon', 'id-madura', 'id-lasem', 'my', 'th', 'vn',
  'gulf', 'ye', 'so', 'ng', 'gh', 'sn', 'ea', 'za', 'jp', 'west',
];

/** @param {any} m a market of the catalogue, or its id */
export const marketName = (m) => name('market', m.id ?? m, (m.name || '').replace(/^(Africa|Middle East|Indonesia) - /, ''));
export const marketOf = (m) => name('market.of', m.id ?? m, '');
/** @param {any} p a product of the catalogue or of a design */
export const productName = (p) => name('product', p.id, p.name);
/** A motif's name; what the catalogue adds in brackets is for those who know none of it, and in English. */
export const short = (text) => text.replace(/ \(.*\)$/, '');
export const motifName = (c, id) => told('motif', id, short(c?.motif(id)?.name || id));
/** @param {any} m a motif of the catalogue */
export const meaning = (m) => told('meaning', m.id, pick(m.meaning));

/** @param {{width: number, height: number}} p */
export function sizeText(p) {
  if (!p.width) return t('size.repeat');
  const unit = p.width >= 1000 ? 'm' : 'cm';
  const by = unit === 'm' ? 1000 : 10;
  return t('size', { w: n(p.width / by, { digits: 2 }), h: n(p.height / by, { digits: 2, unit }) });
}

/** A short title of a design: its motif. */
export const title = (c, design) => motifName(c, design.field.motif);

// "bright orange", "light grey": the plain names that the library gives to colours.
const HUES = 'black|charcoal|light grey|grey|white|brown|pink|red|orange|yellow|lime|green|turquoise|blue|violet|magenta';
const PLAIN = new RegExp(`^(?:(blackish|deep|ivory|pale|greyed|bright) )?(${HUES})(?: (\\d+))?$`);

/** A colour's name in the language; one that a maker has made up stays. @param {string} text */
export function colourName(text) {
  if (has(`ink.${text}`)) return t(`ink.${text}`);
  const m = PLAIN.exec(text);
  if (!m) return text;
  const c = t(`colour.${m[2].replace(' ', '_')}`);
  const shade = m[1] ? t(`colour.${m[1]}`, { c }) : c;
  return m[3] ? `${shade} ${n(Number(m[3]))}` : shade;
}

/** The scheme of a design whose colours are a photo's. */
export const PHOTO = 'from a photo';

/** What colours are called: a made-up scheme is named by its inks. @param {{scheme?: string} | string} design a design, or the name */
export function schemeName(design) {
  const text = typeof design === 'string' ? design : design.scheme;
  if (!text || text === 'own inks') return t('scheme.own');
  if (text === PHOTO) return t('table.photo.scheme');
  if (has(`scheme.${text}`)) return t(`scheme.${text}`);
  return text.split(', ').map(colourName).join(t('list.comma'));
}

/** All of a design in one line, for those who cannot see it. */
export const spoken = (c, design) => t('cloth.alt', { motif: title(c, design), product: productName(design.product), scheme: schemeName(design), n: design.inks.length });
