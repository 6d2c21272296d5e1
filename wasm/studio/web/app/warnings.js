// What a maker should know of a design, in her language where we have it.
import { t, has, own } from './i18n.js';
import { html } from '../vendor/lit.js';

/** @param {{kind: string, rule?: string, inks?: string[], text: string}} w */
export function warningText(w) {
  const inks = (w.inks || []).join(' – ');
  if (w.rule) return ruleText(w.rule, w.text);
  if (w.kind !== 'rule' && has(`warn.${w.kind}`)) return t(`warn.${w.kind}`, { inks });
  return html`<span lang="en" dir="ltr">${w.text}</span>`;
}

/** A market's rule; its text in the catalogue is English. @param {string} id @param {string} text */
export const ruleText = (id, text) => (own(`rule.${id}`) ? t(`rule.${id}`) : html`<span lang="en" dir="ltr">${text}</span>`);
