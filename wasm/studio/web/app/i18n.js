// Words and numbers. Each language is one file of messages; a key that it lacks is taken from Indonesian, the first.

/** Those of the site, as the page names them: [code, own name, direction, tag for Intl]. */
export const languages = JSON.parse(document.querySelector('meta[name="languages"]').content);
export const events = new EventTarget(); // 'change' when the language has changed

const tables = new Map();
let current = 'id';

export const lang = () => current;
const entry = () => languages.find(([code]) => code === current);
export const dir = () => entry()[2];
/** The tag for Intl: Arabic has the digits that the makers' buyers and tools use. */
export const tag = () => entry()[3];

async function load(l) {
  if (!tables.has(l)) tables.set(l, await read(l));
}

// What is said of the things of the catalogue, which no first picture needs: the markets' rules; motifs, colours, quantities.
const MORE = ['rules', 'craft'];
const had = new Set();
let wanted = false;

/** Brings the words for the catalogue's things, in this language and those that are chosen later. */
export function more() {
  wanted = true;
  if (!tables.has(current)) return; // setLang asks again
  for (const file of MORE.map((m) => `${m}.${current}`).filter((f) => !had.has(f))) {
    const l = current;
    had.add(file);
    read(file, 'low').then((words) => {
      tables.set(l, { ...tables.get(l), ...words });
      events.dispatchEvent(new Event('change'));
    }, () => { had.delete(file); /* the catalogue's own words stand in */ });
  }
}

async function read(file, priority = 'high') {
  const r = await fetch(new URL(`../messages/${file}.json`, import.meta.url), { priority });
  if (!r.ok) throw new Error(`messages/${file}.json: ${r.status}`);
  return r.json();
}

/** Changes the language, when its messages are here. */
export async function setLang(l) {
  if (!languages.some(([code]) => code === l)) l = 'id';
  await Promise.all([load(l), load('id')]);
  current = l;
  document.documentElement.lang = l;
  document.documentElement.dir = dir();
  if (wanted) more();
  events.dispatchEvent(new Event('change'));
}

const lookup = (key) => tables.get(current)?.[key] ?? tables.get('id')?.[key];

/** Whether there is a message. */
export const has = (key) => lookup(key) !== undefined;

/** Whether the language itself has it. */
export const own = (key) => tables.get(current)?.[key] !== undefined;

/**
 * A message. {x} stands for a value, numbers as the language writes them;
 * {n, plural, one {…} other {…}} chooses by number, # being the number.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const text = lookup(key);
  return text === undefined ? key : fill(text, values);
}

function fill(text, values) {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '{') {
      out += text[i];
      continue;
    }
    let depth = 1;
    let end = i + 1;
    while (end < text.length && depth) {
      if (text[end] === '{') depth++;
      else if (text[end] === '}') depth--;
      end++;
    }
    out += slot(text.slice(i + 1, end - 1), values);
    i = end - 1;
  }
  return out;
}

function slot(inner, values) {
  const plural = /^\s*(\w+)\s*,\s*plural\s*,([\s\S]*)$/.exec(inner);
  if (!plural) {
    const v = values[inner.trim()];
    return typeof v === 'number' ? n(v) : v === undefined ? `{${inner}}` : String(v);
  }
  const value = Number(values[plural[1]]);
  const forms = {};
  for (const m of plural[2].matchAll(/(=\d+|\w+)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g)) forms[m[1]] = m[2];
  const form = forms[`=${value}`] ?? forms[new Intl.PluralRules(tag()).select(value)] ?? forms.other ?? '';
  return fill(form.replaceAll('#', n(value)), values);
}

const formats = new Map();

/**
 * A number as the language writes it.
 * @param {number} value
 * @param {Intl.NumberFormatOptions & {digits?: number}} [options] unit as Intl names them ('centimeter'), or ours: 'mm', 'cm', 'm', 'px', 'dpi'
 */
export function n(value, options = {}) {
  const { digits, unit, ...rest } = options;
  if (digits !== undefined) rest.maximumFractionDigits = digits;
  const long = { mm: 'millimeter', cm: 'centimeter', m: 'meter' }[unit] || unit;
  const known = long && !['px', 'dpi'].includes(long);
  if (known) Object.assign(rest, { style: 'unit', unit: long, unitDisplay: 'short' });
  const key = tag() + JSON.stringify(rest);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(tag(), rest));
  const text = formats.get(key).format(value);
  return long && !known ? `${text}\u00a0${t(`unit.${long}`)}` : text;
}

/** A unit alone, as the language writes it beside a field. @param {string} u */
export function unitName(u) {
  return ['mm', 'cm', 'm'].includes(u) ? n(11, { unit: u }).replace(/[^\p{L}]/gu, '') : u;
}

/** Bytes in words: 1,2 MB. */
export function bytes(b) {
  if (b >= 1e6) return n(b / 1e6, { style: 'unit', unit: 'megabyte', digits: b < 1e7 ? 1 : 0 });
  return n(Math.max(1, Math.round(b / 1e3)), { style: 'unit', unit: 'kilobyte' });
}

/** When something was, in words. */
export function when(ms) {
  const date = new Date(ms);
  const same = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(tag(), same ? { timeStyle: 'short' } : { dateStyle: 'medium' }).format(date);
}

/**
 * A text of the catalogue in the language, or the nearest that there is: Malay reads Indonesian, all others English.
 * @param {string | Record<string, string>} text
 */
export function pick(text) {
  if (!text || typeof text === 'string') return text || '';
  return text[current] || (current === 'ms' ? text.id : '') || text.en || text.id || '';
}

/** What the language itself says of a thing of the catalogue; else what the catalogue does. */
export const told = (kind, id, other) => (own(`${kind}.${id}`) ? t(`${kind}.${id}`) : other);

/** The name of a market, a product, a border… of the catalogue: ours if there is one, else its own. */
export const name = (kind, id, own) => (has(`${kind}.${id}`) ? t(`${kind}.${id}`) : own || id);
