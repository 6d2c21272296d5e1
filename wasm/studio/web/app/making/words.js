// A recipe in words and figures.

import { html } from '../../vendor/lit.js';
import { has, n, t, tag, told } from '../i18n.js';
import { short } from '../names.js';

/** A dye's name: those that are words have them in the language. */
export function dyeName(d) {
  const key = `making.dye.${d.id}`;
  const plain = short(d.name);
  return has(key) ? t(key) : told('dye', plain, plain);
}

/** The agent that fixes it. */
export function agentName(d) {
  const salt = /^diazo salt (.*)$/.exec(d.agent || '');
  if (salt) return t('making.agent.salt', { name: salt[1] });
  const word = /^[a-z]+/.exec(d.agent || '')?.[0];
  return word && has(`making.agent.${word}`) ? t(`making.agent.${word}`) : d.agent || '';
}

export const dyeWords = (d) => [dyeName(d), agentName(d)].filter(Boolean).join(' · ');

const formats = new Map();

/** From the least to the most, with few figures: 180–300 g. @param {{least: number, most: number}} s @param {string} unit as Intl names it, or 'm²' */
export function span(s, unit) {
  let { least: a, most: b } = s;
  if (unit === 'gram' && b >= 1000) [a, b, unit] = [a / 1000, b / 1000, 'kilogram'];
  if (unit === 'minute' && b >= 150) [a, b, unit] = [a / 60, b / 60, 'hour'];
  const key = tag() + unit;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(tag(), { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 2 }));
  return formats.get(key).formatRange(a, b);
}

export const area = (m2) => t('making.m2', { n: n(m2, m2 < 1 ? { maximumSignificantDigits: 2 } : { digits: 2 }) });

const join = (list) => new Intl.ListFormat(tag(), { type: 'conjunction', style: 'narrow' }).format(list);
const numbers = (mask) => join(mask.map((i) => n(i + 1)));

/** What a stage does, in a few words. @param {any} recipe @param {number} i of the stage; -1: before the first */
export function stageName(recipe, i) {
  const s = recipe.stages[i];
  if (!s) return t('making.op.white');
  switch (s.op) {
    case 'wax': return t('making.op.wax', { coat: t(`making.coat.${s.coat}`) });
    case 'dip': return t('making.op.dip', { dye: dyeName(recipe.plan.baths[s.bath].dye) });
    case 'colet': return t('making.op.colet', { dye: dyeName(brush(recipe, s).dye) });
    case 'lorod': return t(i === recipe.stages.length - 1 ? 'making.op.last' : 'making.op.lorod');
    default: return t(`making.op.${s.op}`);
  }
}

const brush = (recipe, s) => recipe.plan.brushes.find((b) => b.ink === s.mask[0]);

/** What is done there, in a sentence. */
export function stageText(recipe, i) {
  const s = recipe.stages[i];
  if (!s) return t('making.say.white');
  const inks = s.mask.length ? numbers(s.mask) : t('making.noinks');
  switch (s.op) {
    case 'dip': {
      const b = recipe.plan.baths[s.bath];
      return t('making.say.dip', { dye: dyeWords(b.dye), n: Math.round(b.dips), inks });
    }
    case 'colet': return t('making.say.colet', { dye: dyeWords(brush(recipe, s).dye), inks });
    case 'wax': return t(s.tool === 'cap' ? 'making.say.stamp' : 'making.say.wax', { coat: t(`making.coat.${s.coat}`), inks });
    default: return t(`making.say.${s.op}`, { inks });
  }
}

/** The figures of a stage: pairs of what and how much. @returns {[string, string][]} */
export function figures(s) {
  const some = (x) => x && x.most > 0;
  return [
    s.op === 'wax' || s.op === 'scrape' || s.op === 'colet' ? [t('making.f.area'), area(s.areaM2)] : null,
    s.lengthM > 0 ? [t('making.f.lines'), n(s.lengthM, { unit: 'm', maximumSignificantDigits: 2 })] : null,
    s.dots > 0 ? [t('making.f.dots'), n(s.dots, { maximumSignificantDigits: 2 })] : null,
    some(s.waxG) ? [t('making.f.wax'), span(s.waxG, 'gram')] : null,
    some(s.dyeG) ? [t('making.f.dye'), span(s.dyeG, 'gram')] : null,
    some(s.litres) ? [t('making.f.litres'), span(s.litres, 'liter')] : null,
    some(s.celsius) ? [t('making.f.heat'), span(s.celsius, 'celsius')] : null,
    some(s.minutes) ? [t('making.f.time'), span(s.minutes, 'minute')] : null,
  ].filter(Boolean);
}

// What the figures rest on: the library says it in English.
const BASES = [[/^wax:/, 'wax'], [/^time: canting/, 'hand'], [/^time: 12–25 s/, 'stamp'], [/^time: 25–45/, 'tembok'], [/^time: 1–2 h/, 'scrape'], [/^time: 20–40/, 'lorod'], [/^silicate/, 'silicate'], [/^handbook/, 'dye']];

/** All that the figures of a recipe rest on, each once. */
export const bases = (recipe) => [...new Set(recipe.stages.flatMap((s) => s.basis || []).map((b) => BASES.find(([re]) => re.test(b))?.[1] || 'dye'))];

const WHY = [[/^iron/, 'iron'], [/^naphthols/, 'naphthol'], [/^indigosol/, 'indigosol']];

/** A warning of the plan. Which inks cannot be had is shown beside them. */
export function warning(recipe, w) {
  const at = (k) => dyeName(recipe.plan.baths[w.baths[k]].dye);
  if (w.kind === 'order') return t('making.warn.order', { a: at(0), b: at(1) });
  const why = WHY.find(([re]) => re.test(w.text))?.[1];
  return why ? t(`making.warn.${why}`) : html`<span lang="en" dir="ltr">${w.text}</span>`;
}

export const warnings = (recipe) => (recipe.plan.warnings || []).filter((w) => w.kind !== 'unreachable');

/** The size of the difference in words. */
export const apart = (de) => t(de < 2 ? 'making.apart.none' : de < 5 ? 'making.apart.little' : de < 12 ? 'making.apart.some' : 'making.apart.much');
