// The motifs of a market as one leafs through them: what fits it best, then family by family.

import { has, t } from '../i18n.js';

const BEST = 9;
const FEW = 20; // so few need no best

/** What a family is called: a word of the craft, unless the messages know better. @param {string} id */
export function familyName(id) {
  if (has(`family.${id}`)) return t(`family.${id}`);
  const s = String(id || '').replace(/[_-]+/g, ' ').trim();
  return s ? s[0].toLocaleUpperCase() + s.slice(1) : t('family.other');
}

/**
 * @template T
 * @param {any} c the catalogue
 * @param {any} market
 * @param {(x: {id: string, fit: number, blocked: boolean}) => T} item
 * @returns {{id: string, label: string, items: T[]}[]}
 */
export function families(c, market, item) {
  const all = market.motifs.filter((x) => c.motif(x.id));
  const groups = [];
  if (all.length > FEW) groups.push({ id: ' best', label: t('family.best'), items: all.filter((x) => !x.blocked && x.fit > 0).slice(0, BEST).map(item) });
  const by = new Map();
  for (const x of all) {
    const f = c.motif(x.id).family || '';
    by.set(f, [...(by.get(f) || []), x]);
  }
  // A family of one needs no heading of its own among many.
  const alone = [];
  const order = [...by].map(([id, xs]) => ({ id, label: familyName(id), xs })).sort((a, b) => a.label.localeCompare(b.label));
  for (const { id, label, xs } of order) {
    if (xs.length === 1 && by.size > 3) alone.push(...xs);
    else groups.push({ id, label, items: xs.map(item) });
  }
  if (alone.length) groups.push({ id: ' alone', label: t('family.more'), items: alone.map(item) });
  return groups.filter((g) => g.items.length);
}
