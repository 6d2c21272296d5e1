// How the cloth on the table is made: what the maker has chosen for it, the recipe, and the stage that is looked at.

import { engine } from '../engine.js';
import { store } from '../store.js';
import { bare } from '../table/scene.js';

const REST = 250; // ms that a slider must rest before a recipe is worked out
export const CRACKLE = { none: 0, light: 2, normal: 5, full: 12 }; // cracks in a cm² of wax
const FILM = { tembok: [0.8, 0.58, 0.27], wax: [0.66, 0.41, 0.16] }; // light that comes through wax: as package raster has it

const parse = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const light = Float64Array.from({ length: 256 }, (_, v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
const dim = (v, k) => {
  const x = light[v] * k;
  return Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055));
};

/** How a print is shown: flat, or on cotton with so much crackle. */
export const LOOKS = ['flat', ...Object.keys(CRACKLE)];

/** What the maker has chosen. @returns {{shelf: string, off: string[], route: string, crackle: string, look: string}} */
export const choices = () => ({ shelf: 'all', off: [], route: '', crackle: 'none', look: 'flat', ...store.settings.making });

class Making extends EventTarget {
  /** @type {{areas: number[], recipe: any} | null} of the design that was asked for last, as far as it is known */
  answer = null;
  error = null;
  busy = false;
  /** The stage that is looked at: 0 is white cloth, null the finished. It may lie between two. @type {number | null} */
  stage = null;
  /** @type {any} */
  shelf = null;
  design = null; // that the answer is for
  #key = '';
  #stop = null;
  #timer = 0;

  get recipe() { return this.answer?.recipe || null; }
  get last() { return this.recipe?.stages.length || 0; }
  get at() { return this.stage === null ? this.last : Math.min(this.stage, this.last); }

  choose(patch) {
    store.setSetting('making', { ...choices(), ...patch });
    this.#tell();
  }

  look(stage) {
    this.stage = stage === null || stage >= this.last ? null : Math.max(0, stage);
    this.#tell();
  }

  /** Of the request: what a recipe depends on besides the design. */
  ways() {
    const { shelf, off, route } = choices();
    if (!off.length || !this.shelf) return { shelf: [shelf], route };
    const on = this.shelf.dyes.filter((d) => (shelf === 'all' || d.natural === (shelf === 'natural')) && !off.includes(d.id)).map((d) => d.id);
    return { shelf: on.length ? on : [shelf], route };
  }

  /** Works out how a design is made, if that is not known. @param {any} design */
  want(design) {
    const { off } = choices();
    if (!this.shelf) {
      this.shelf = {};
      engine.call('shelf').then((s) => { this.shelf = s; this.#tell(); }, () => { this.shelf = null; });
    }
    if (off.length && !this.shelf.dyes) return; // until it is there, which dyes are left is not known
    const request = { design: bare(design), ...this.ways() };
    const key = JSON.stringify(request);
    if (key === this.#key) return;
    const first = !this.answer;
    this.#key = key;
    this.#stop?.abort();
    clearTimeout(this.#timer);
    const stop = this.#stop = new AbortController();
    if (this.answer && this.answer.areas.length !== design.inks.length) this.answer = null;
    this.busy = true;
    this.#timer = setTimeout(async () => {
      try {
        const answer = await engine.call('making', request, { signal: stop.signal });
        if (key !== this.#key) return;
        this.answer = answer;
        this.design = design;
        this.error = null;
      } catch (err) {
        if (err.name === 'AbortError' || key !== this.#key) return;
        this.error = err; // until something else is asked for
        this.answer = null;
      }
      this.busy = false;
      if (this.stage !== null && this.stage >= this.last) this.stage = null;
      this.#tell();
    }, first ? 0 : REST);
  }

  /** How each ink's cloth looks, before (0) or after a number of stages. @returns {number[][]} R G B by ink */
  #state(i) {
    const { stages } = this.recipe;
    const n = stages[0].colors.length;
    if (i <= 0) return Array(n).fill(parse(this.shelf?.cloth || '#f6f2e8'));
    const { colors, waxed } = stages[i - 1];
    return colors.map((c, k) => {
      const rgb = parse(c);
      if (!waxed.includes(k)) return rgb;
      const coat = stages.slice(0, i).findLast((s) => s.op === 'wax' && s.mask.includes(k))?.coat;
      const film = FILM[coat] || FILM.wax;
      return rgb.map((v, j) => dim(v, film[j]));
    });
  }

  /** The same anywhere between two stages. @param {number} at */
  colours(at) {
    const i = Math.floor(at);
    const a = this.#state(i);
    const k = at - i;
    if (!k) return a;
    const b = this.#state(i + 1);
    return a.map((x, n) => x.map((v, j) => Math.round(v + (b[n][j] - v) * k)));
  }

  #tell() { this.dispatchEvent(new Event('change')); }
}

export const making = new Making();

/**
 * Colours a picture of indices, k × k of which make a pixel.
 * @param {{bytes: Uint8ClampedArray, w: number, h: number, k: number}} picture w, h: px of the canvas
 * @param {number[][]} colours
 * @param {ImageData} image
 */
export function colour({ bytes, w, h, k }, colours, image) {
  const out = new Uint32Array(image.data.buffer);
  if (k === 1) {
    const lut = new Uint32Array(256);
    colours.forEach(([r, g, b], i) => { lut[i] = 0xff000000 | (b << 16) | (g << 8) | r; });
    for (let i = 0; i < out.length; i++) out[i] = lut[bytes[i]];
    return;
  }
  // Three sums of four in one number: ten bits each.
  const lut = new Uint32Array(256);
  colours.forEach(([r, g, b], i) => { lut[i] = (b << 20) | (g << 10) | r; });
  const row = 2 * w;
  for (let y = 0, o = 0; y < h; y++) {
    let p = 2 * y * row;
    for (let x = 0; x < w; x++, p += 2) {
      const s = lut[bytes[p]] + lut[bytes[p + 1]] + lut[bytes[p + row]] + lut[bytes[p + row + 1]];
      out[o++] = 0xff000000 | ((s >>> 22) << 16) | (((s >>> 12) & 255) << 8) | ((s >>> 2) & 255);
    }
  }
}
