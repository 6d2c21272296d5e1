// Where a cloth has two figures: the layouts that have a place for the second, and what both are called there.

import { has, t } from '../i18n.js';

// Layouts that repeat the first figure where there is no second; in the others its place is then left out.
const SAME = new Set(['sarung_kaki', 'pagi_sore', 'pha_sin', 'pair', 'stripes']);
const SECOND = new Set(['sarung', 'kain_panjang', 'hem', ...SAME]);

/** Whether a layout has a place for a second figure. @param {string} layout */
export const hasSecond = (layout) => SECOND.has(layout);

/** Whether the first figure stands in for a second that is not there. @param {string} layout */
export const standsIn = (layout) => SAME.has(layout);

/** The parts of a design that have a figure of their own. @param {any} d */
export const partsOf = (d) => (d.kepala && hasSecond(d.product.layout) ? ['field', 'kepala'] : ['field']);

/** What a part is called in a layout. @param {'field' | 'kepala'} part @param {string} layout */
export function partName(part, layout) {
  const own = `table.part.${part}.${layout}`;
  return t(has(own) ? own : `table.part.${part}`);
}
