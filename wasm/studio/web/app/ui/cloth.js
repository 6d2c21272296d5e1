// A piece of cloth among others: drawn when it comes into view, quickly, and behind what is more urgent.
import { html, css, nothing } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { Jg, define } from './element.js';

const near = new IntersectionObserver((entries) => {
  for (const e of entries) e.target.near = e.isIntersecting;
}, { rootMargin: '320px 0px' });

const sizes = new ResizeObserver((entries) => {
  for (const e of entries) e.target.resized();
});

/** How many millimetres a cloth measures; for the bare repeat what describe says. @param {any} design */
export async function sizeOf(design, signal) {
  const { width: w, height: h } = design.product;
  if (w > 0 && h > 0) return { w, h };
  const d = await engine.call('describe', { design, dpi: 25 }, { priority: 'soon', signal });
  return d.size;
}

/** Width to height; the bare repeat is shown as a square of repeats. */
export const aspect = (design) => (design.product.width > 0 ? design.product.width / design.product.height : 1);

/**
 * <jg-cloth .design>: the whole of it, as wide as the element. With .scale (CSS px per mm) a piece at that scale, which
 * .at (0 to 1) of the way along. With .repeat a piece whose repeat measures about so many px. With .brief such a piece is
 * planned as well; event `planned`: detail the design. .eager does not wait to come into view.
 */
class Cloth extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; position: relative; overflow: hidden; background: color-mix(in oklab, var(--ground, #f4efe3) 80%, #f4efe3); contain: strict; direction: ltr; }
    canvas { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; transition: opacity var(--slow) var(--ease); }
    canvas.drawn { opacity: 1; }
  `];

  static properties = {
    design: { attribute: false }, brief: { attribute: false }, eager: { type: Boolean }, scale: { type: Number }, repeat: { type: Number }, at: { type: Number }, label: { type: String }, priority: { type: String }, drawn: { state: true },
  };

  #stop = null;
  #done = ''; // what the canvas shows
  #timer = 0;
  #near = false;

  constructor() {
    super();
    this.scale = 0;
    this.repeat = 0;
    this.at = 0.5;
    this.label = '';
    this.priority = 'soon';
    this.drawn = false;
  }

  connectedCallback() {
    super.connectedCallback();
    near.observe(this);
    sizes.observe(this);
    if (this.eager) this.#near = true;
  }

  disconnectedCallback() {
    near.unobserve(this);
    sizes.unobserve(this);
    this.#stop?.abort();
    this.#stop = null;
    super.disconnectedCallback();
  }

  get near() { return this.#near; }
  set near(v) {
    this.#near = v;
    if (v) this.paint();
    else {
      this.#stop?.abort();
      this.#stop = null;
    }
  }

  resized() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.paint(), 60);
  }

  updated(changed) {
    // Until it is drawn it is a cloth dyed in its ground.
    if (changed.has('design') && this.design) this.style.setProperty('--ground', this.design.inks[0].color);
    if (changed.has('design') || changed.has('brief') || changed.has('scale') || changed.has('repeat') || changed.has('at')) this.paint();
  }

  async paint() {
    const { design } = this;
    if (!(design || this.brief) || !this.#near || !this.isConnected) return;
    const w = this.clientWidth;
    const h = this.clientHeight;
    if (!w || !h) return;
    const dpr = Math.min(2, devicePixelRatio || 1);
    const what = [w, h, dpr, this.scale, this.repeat, this.at].join() + JSON.stringify(design || this.brief);
    if (what === this.#done || what === this.#stop?.what) return;
    this.#stop?.abort();
    const stop = new AbortController();
    stop.what = what;
    this.#stop = stop;
    const common = { quick: true, priority: this.priority, signal: stop.signal, coarse: false };
    try {
      const canvas = this.$('canvas');
      const show = () => { this.drawn = true; };
      if (design && !design.product.width) await this.#tiled(canvas, design, w, h, dpr, common);
      else if (!this.scale && !this.repeat) await engine.paint(canvas, design, { ...common, width: Math.round(w * dpr), window: { x: 0, y: 0, w: Math.round(w * dpr), h: Math.round(h * dpr) }, onTile: show });
      else {
        const { design: planned } = await engine.piece(canvas, {
          ...(design ? { design } : { brief: this.brief }), w: Math.round(w * dpr), h: Math.round(h * dpr),
          scale: this.scale * dpr, repeat: this.repeat * dpr, most: 6 * dpr, at: this.at,
        }, { priority: this.priority, signal: stop.signal });
        if (planned) {
          this.#stop = null;
          this.design = planned;
          this.#done = [w, h, dpr, this.scale, this.repeat, this.at].join() + JSON.stringify(planned);
          this.dispatchEvent(new CustomEvent('planned', { detail: planned }));
          this.drawn = true;
          this.dispatchEvent(new CustomEvent('drawn'));
          return;
        }
      }
      this.#done = what;
      this.drawn = true;
      this.dispatchEvent(new CustomEvent('drawn'));
    } catch (err) {
      if (err.name !== 'AbortError') console.warn(err.message);
    } finally {
      if (this.#stop === stop) this.#stop = null;
    }
  }

  async #tiled(canvas, design, w, h, dpr, common) {
    const d = await engine.call('describe', { design, dpi: 25 }, { priority: this.priority, signal: common.signal });
    const scale = this.scale || Math.max(24 / d.size.w, Math.min(w, h) / 3 / d.size.w);
    const tile = document.createElement('canvas');
    await engine.paint(tile, design, { ...common, width: Math.max(8, Math.round(d.size.w * scale * dpr)) });
    canvas.width = Math.round(w * dpr);
    canvas.height = Math.round(h * dpr);
    const c = canvas.getContext('2d');
    c.fillStyle = c.createPattern(tile, 'repeat');
    c.fillRect(0, 0, canvas.width, canvas.height);
  }

  render() {
    return html`<canvas class=${this.drawn ? 'drawn' : ''} dir="ltr" width="1" height="1" role=${this.label ? 'img' : nothing} aria-label=${this.label || nothing} aria-hidden=${this.label ? nothing : 'true'}></canvas>`;
  }
}
define('jg-cloth', Cloth);
