// How things of the catalogue are called.
import { name, n, t, pick } from './i18n.js';

/** @param {any} m a market of the catalogue, or its id */
export const marketName = (m) => name('market', m.id ?? m, (m.name || '').replace(/^(Africa|Middle East|Indonesia) - /, ''));
export const marketOf = (m) => name('market.of', m.id ?? m, '');
/** @param {any} p a product of the catalogue or of a design */
export const productName = (p) => name('product', p.id, p.name);
export const motifName = (c, id) => c?.motif(id)?.name || id;
export const meaning = (c, id) => pick(c?.motif(id)?.meaning);

/** @param {{width: number, height: number}} p */
export function sizeText(p) {
  if (!p.width) return t('size.repeat');
  const unit = p.width >= 1000 ? 'm' : 'cm';
  const by = unit === 'm' ? 1000 : 10;
  return t('size', { w: n(p.width / by, { digits: 2 }), h: n(p.height / by, { digits: 2, unit }) });
}

/** A short title of a design: its motif. */
export const title = (c, design) => motifName(c, design.field.motif);

/** What the colours are called. */
export const schemeName = (design) => (!design.scheme || design.scheme === 'own inks' ? t('scheme.own') : design.scheme);

/** All of a design in one line, for those who cannot see it. */
export const spoken = (c, design) => t('cloth.alt', { motif: title(c, design), product: productName(design.product), scheme: schemeName(design), n: design.inks.length });
