// The cloth while it is made, over the cloth on the table: any stage at once, and where one rests the cloth as it comes out
// of the dye. A print has no stages: it is shown on cotton at once.

import { css, html, LitElement } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { bare } from '../table/scene.js';
import { define } from '../ui/element.js';
import { choices, colour, CRACKLE, making } from './making.js';

const MOVED = 120; // ms without movement until what is in view is asked for
const REST = 500; // ms at a stage until it is drawn as dyed
const RULER = 22; // CSS px
const SIDE = 200000;

export class MakingView extends LitElement {
  static properties = { design: { attribute: false }, cloth: { attribute: false }, ruler: { type: Boolean } };
  static styles = css`
    :host { position: absolute; inset: 0; overflow: hidden; pointer-events: none; direction: ltr; contain: strict; }
    :host(.ruler) { clip-path: inset(${RULER}px 0 0 ${RULER}px); }
    canvas { position: absolute; left: 0; top: 0; transform-origin: 0 0; display: block; }
    .dyed { opacity: 0; transition: opacity 300ms; }
    .dyed.on { opacity: 1; }
    @media (prefers-reduced-motion: reduce) { .dyed { transition: none; } }
  `;

  #picture = null; // {bytes, w, h, k, x, y, scale, image}: x, y in mm of the canvas' corner, scale in device px a mm
  #dyed = null; // {x, y, scale}
  #stop = null;
  #timer = 0;
  #rest = 0;
  #frame = 0;
  #shown = '';

  connectedCallback() {
    super.connectedCallback();
    making.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    making.removeEventListener('change', this.#changed);
    this.cloth?.removeEventListener('view', this.#moved);
    this.#stop?.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    super.disconnectedCallback();
  }

  render() { return html`<canvas class="stage" aria-hidden="true" width="1" height="1"></canvas><canvas class="dyed" aria-hidden="true" width="1" height="1"></canvas>`; }

  updated(changed) {
    this.classList.toggle('ruler', !!this.ruler);
    if (changed.has('cloth')) {
      changed.get('cloth')?.removeEventListener('view', this.#moved);
      this.cloth?.addEventListener('view', this.#moved);
    }
    if (changed.has('design') || changed.has('cloth')) this.#ask();
  }

  #changed = () => {
    this.#paint();
    this.#later();
  };

  #moved = () => {
    this.#place();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), MOVED);
  };

  // What is in view: px of the whole cloth at the camera's scale, and where that lies.
  #window() {
    const c = this.cloth?.camera;
    const { w, h } = this.cloth?.scene || {};
    if (!c || c.vw < 2 || !(w > 0)) return null;
    const W = Math.max(1, Math.round(c.scale * w));
    const scale = W / w;
    const H = Math.max(1, Math.floor(h * scale + 0.5));
    const ox = Math.round(-c.x * scale);
    const oy = Math.round(-c.y * scale);
    const l = Math.max(0, ox);
    const t = Math.max(0, oy);
    const r = Math.min(c.vw, ox + W);
    const b = Math.min(c.vh, oy + H);
    if (r - l < 1 || b - t < 1) return null;
    return { W, x: l - ox, y: t - oy, w: r - l, h: b - t, scale, dpr: c.dpr, fine: 2 * Math.max(W, H) < SIDE && 4 * W * H < 2 ** 31 };
  }

  get #print() { return this.design.technique === 'print'; }

  async #ask() {
    const v = this.#window();
    this.#stop?.abort();
    if (!v) return;
    if (this.#print) {
      this.#undye();
      this.#later();
      return;
    }
    const stop = this.#stop = new AbortController();
    const design = bare(this.design);
    const k = v.fine ? 2 : 1;
    try {
      const { bytes } = await engine.bytes('indices', { design, quick: true, width: k * v.W, x: k * v.x, y: k * v.y, w: k * v.w, h: k * v.h }, { priority: 'now', signal: stop.signal });
      this.#picture = { bytes, w: v.w, h: v.h, k, x: v.x / v.scale, y: v.y / v.scale, scale: v.scale, image: new ImageData(v.w, v.h), of: this.design };
      this.#shown = '';
      this.#paint();
      this.#later();
    } catch (err) {
      if (err.name !== 'AbortError') console.warn(err.message);
    }
  }

  #paint() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const p = this.#picture;
      if (!p || !making.recipe || making.recipe.stages[0].colors.length !== this.design.inks.length) return;
      const colours = making.colours(making.at);
      const key = colours.join();
      if (key !== this.#shown) {
        this.#shown = key;
        this.#undye();
        const canvas = this.renderRoot.querySelector('.stage');
        if (canvas.width !== p.w || canvas.height !== p.h) Object.assign(canvas, { width: p.w, height: p.h });
        colour(p, colours, p.image);
        canvas.getContext('2d').putImageData(p.image, 0, 0);
        this.dispatchEvent(new CustomEvent('stage', { detail: making.at }));
      }
      this.#place();
    });
  }

  // Puts the pictures where the cloth is by now.
  #place() {
    const c = this.cloth?.camera;
    if (!c) return;
    for (const [name, p] of [['.stage', this.#picture], ['.dyed', this.#dyed]]) {
      const canvas = this.renderRoot?.querySelector(name);
      if (!p || !canvas) continue;
      const k = c.scale / p.scale / c.dpr;
      const px = (v) => Math.round(v * c.scale) / c.dpr;
      canvas.style.setProperty('transform', `translate(${px(p.x - c.x)}px, ${px(p.y - c.y)}px) scale(${k})`);
    }
  }

  #undye() {
    const canvas = this.renderRoot?.querySelector('.dyed');
    canvas?.classList.remove('on');
    this.#rested?.abort();
    this.#rested = null;
  }
  #rested = null;

  // Where one rests, the library's own picture of the dyed cloth.
  #later() {
    clearTimeout(this.#rest);
    if (!this.#print && !making.recipe) return;
    this.#rest = setTimeout(async () => {
      const v = this.#window();
      const at = making.at;
      const print = this.#print;
      if (!v || (!print && (making.busy || at < 1 || at % 1 || making.design?.inks.length !== this.design.inks.length))) return;
      this.#undye();
      const stop = this.#rested = new AbortController();
      try {
        const { bytes } = await engine.bytes('finish', {
          design: bare(this.design), width: v.W, x: v.x, y: v.y, w: v.w, h: v.h, ...making.ways(),
          stage: print || at === making.last ? 0 : at, crackle: CRACKLE[print ? choices().look : choices().crackle] || 0,
        }, { priority: 'idle', signal: stop.signal });
        if (stop.signal.aborted) return;
        const canvas = this.renderRoot.querySelector('.dyed');
        Object.assign(canvas, { width: v.w, height: v.h });
        canvas.getContext('2d').putImageData(new ImageData(bytes, v.w, v.h), 0, 0);
        this.#dyed = { x: v.x / v.scale, y: v.y / v.scale, scale: v.scale };
        this.#place();
        canvas.classList.add('on');
        this.dispatchEvent(new CustomEvent('dyed'));
      } catch (err) {
        if (err.name !== 'AbortError') console.warn(err.message);
      }
    }, REST);
  }
}
define('jg-making-view', MakingView);
