// What a maker should know of a design, in her language where we have it.
import { t, has, own } from './i18n.js';
import { colourName } from './names.js';
import { html } from '../vendor/lit.js';

/**
 * @param {{kind: string, rule?: string, inks?: string[], text: string}} w
 * @param {string} market
 */
export function warningText(w, market) {
  const inks = (w.inks || []).map(colourName).join(' – ');
  if (w.rule) return ruleText(w.rule, w.text, market);
  if (w.kind !== 'rule' && has(`warn.${w.kind}`)) return t(`warn.${w.kind}`, { inks });
  return html`<span lang="en" dir="ltr">${w.text}</span>`;
}

/**
 * A market's rule in the language, or '' if nobody has put it into words yet. Some say something else in one market than in
 * the others.
 * @param {string} id @param {string} [market]
 */
export function ruleWords(id, market) {
  const key = [`rule.${id}@${market}`, `rule.${id}`].find(own);
  return key ? t(key) : '';
}

/** A market's rule to show: what has no words of ours reads as the catalogue has it, in English. @param {string} id @param {string} text @param {string} [market] */
export const ruleText = (id, text, market) => ruleWords(id, market) || html`<span lang="en" dir="ltr">${text}</span>`;
