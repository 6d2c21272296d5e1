// A small live picture of a design: the whole cloth, or its repeat spread over a square. `make` gives the design when it is
// to be seen, so that of a long list only what is in view costs anything.

import { css, html, LitElement } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { define } from '../ui/element.js';
import { bare, repeatOf } from './scene.js';

const KEEP = 80;
const REST = 700; // ms
const drawn = new Map(); // the last pictures, by design and size

async function picture(key, make) {
  let p = drawn.get(key);
  if (!p) {
    p = make();
    drawn.set(key, p);
    p.catch(() => drawn.delete(key));
    if (drawn.size > KEEP) drawn.delete(drawn.keys().next().value);
  }
  return p;
}

async function paint(design, options) {
  const parts = [];
  const { px } = await engine.draw(design, { ...options, quick: true, coarse: false, priority: 'idle', tile: 2048, onTile: (x) => parts.push(x) });
  const canvas = new OffscreenCanvas(px.w, px.h);
  const ctx = canvas.getContext('2d');
  for (const p of parts) ctx.putImageData(new ImageData(p.pixels, p.width, p.height), p.x, p.y);
  return canvas;
}

export class Thumb extends LitElement {
  static properties = { design: { attribute: false }, make: { attribute: false }, fill: { type: Boolean }, repeats: { type: Number } };

  static styles = css`
    :host { display: block; background: var(--wash); overflow: hidden; contain: content; }
    :host([fill]) { aspect-ratio: 1; }
    canvas { display: block; width: 100%; height: 100%; direction: ltr; }
    canvas.new { animation: dewax 240ms ease-out; }
    @keyframes dewax { from { opacity: 0; } }
    @media (prefers-reduced-motion: reduce) { canvas.new { animation: none; } }
  `;

  #seen = false;
  #watch = null;
  #asked = 0;
  #shown = '';

  constructor() {
    super();
    this.repeats = 1.7;
  }

  render() { return html`<canvas dir="ltr" aria-hidden="true" width="1" height="1"></canvas>`; }

  connectedCallback() {
    super.connectedCallback();
    this.#watch = new IntersectionObserver((e) => {
      this.#seen = e.at(-1).isIntersecting;
      this.#go();
    }, { rootMargin: '120px' });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#seen = false;
  }

  // What changes while a slider moves is drawn when it rests; the engine has better to do.
  updated(changed) {
    if (changed.size === 1 && changed.has('design') && this.make) return; // made by ourselves
    clearTimeout(this.#later);
    if (this.#shown) this.#later = setTimeout(() => this.#go(), REST);
    else this.#go();
  }
  #later = 0;

  async #go() {
    const canvas = this.renderRoot?.querySelector('canvas');
    if (!this.#seen || !canvas) return;
    if (this.make) this.design = this.make();
    if (!this.design) return;
    const side = Math.max(24, Math.round(this.clientWidth * Math.min(2, devicePixelRatio || 1)));
    const key = `${this.fill}${side}${JSON.stringify(this.fill ? repeatOf(this.design) : bare(this.design))}`;
    if (key === this.#shown) return;
    this.#shown = key;
    const asked = ++this.#asked;
    try {
      const p = await picture(key, () => (this.fill ? this.#spread(side) : this.#whole(side)));
      if (asked !== this.#asked) return;
      canvas.width = p.width;
      canvas.height = p.height;
      canvas.getContext('2d').drawImage(p, 0, 0);
      canvas.classList.add('new');
    } catch {
      if (asked === this.#asked) this.#shown = '';
    }
  }

  #whole(side) { return paint(bare(this.design), { width: side }); }

  async #spread(side) {
    const d = repeatOf(this.design);
    // Asked of the worker that will draw it: it lays the repeat once.
    const { size } = await engine.call('describe', { design: d, width: 256 }, { priority: 'idle', of: JSON.stringify(d) });
    const long = side / this.repeats;
    const width = Math.max(8, Math.round(size.w >= size.h ? long : (long * size.w) / size.h));
    const tile = await paint(d, { width, window: { x: 0, y: 0, w: width, h: Math.max(1, Math.floor(size.h * (width / size.w) + 0.5)) } });
    const canvas = new OffscreenCanvas(side, side);
    const ctx = canvas.getContext('2d');
    ctx.fillStyle = ctx.createPattern(tile, 'repeat');
    ctx.fillRect(0, 0, side, side);
    return canvas;
  }
}
define('jg-thumb', Thumb);
