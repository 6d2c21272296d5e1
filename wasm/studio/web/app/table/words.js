// The catalogue's names in the maker's language, as far as there are words for them.

import { has, lang, name, pick, t, told } from '../i18n.js';
import { short } from '../names.js';

export { meaning } from '../names.js';

// Quantities and parts are many, and one word means another thing in another motif: they go by what English says.
const own = (x) => told('part', x.name, ['id', 'ms'].includes(lang()) && x.nama ? x.nama : x.name);

/** A parameter's name, without the choices that stand behind a colon. */
export const paramName = (p) => own(p).split(':')[0].trim();

/** The choices of a parameter that counts them in its name: "Knot: none, cross, flower". */
export function paramChoices(p) {
  const count = Math.round(p.max - p.min) + 1;
  if (p.step !== 1 || count > 5) return count === 2 && p.step === 1 ? [t('table.no'), t('table.yes')] : null;
  const [, list] = own(p).split(':');
  const words = list?.split(',').map((w) => w.trim().replace(/^\d+ /, ''));
  if (words?.length === count) return words.map((w) => w[0].toLocaleUpperCase() + w.slice(1));
  return count === 2 ? [t('table.no'), t('table.yes')] : null;
}

export const slotName = own;
export const borderName = (b) => name('border', b.id, own(b));
export const motifName = (m) => told('motif', m.id, short(m.name));
export const regionName = (m) => told('region', m.region, m.region);
export const isenName = (i) => told('isen', i.id, i.name);
export const gloss = (i) => told('gloss', i.id, i.gloss ? pick(i.gloss) : '');
export const productName = (p) => name('product', p.id, p.name);
export const roleName = (r) => (has(`table.role.${r}`) ? t(`table.role.${r}`) : r);

/** What custom says of a motif; the catalogue's own words are English. */
export const custom = (m) => {
  if (!m.restriction || /^none\b(?! \()/i.test(m.restriction)) return '';
  return told('custom', m.id, m.restriction);
};
