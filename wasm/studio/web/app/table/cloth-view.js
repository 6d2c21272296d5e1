// The cloth on the table: a canvas in which every pixel is one of the screen and one of the engine's. While something
// newer is being drawn, the old picture stands in, scaled.

import { css, html, LitElement } from '../../vendor/lit.js';
import { catalog, engine } from '../engine.js';
import { n, t, unitName } from '../i18n.js';
import { store } from '../store.js';
import { Camera, widest } from './camera.js';
import { drawRuler } from './ruler.js';
import { bare, sceneOf } from './scene.js';
import { GRID, rects, Tiles } from './tiles.js';

const REST = 130; // ms without movement until the sharp picture is asked for
const PANNING = 160; // ms between requests while one pans
const SETTLE = 90; // ms after a slider's coarse picture
const TAP = 6; // CSS px a finger may wander in a tap
const RULER = 22; // CSS px
const STEP = 64; // CSS px of an arrow key
const LATER = 500; // ms from the sharp picture to the one beneath
const BASE = 720; // px of the picture of the whole that lies beneath
const tiles = new Tiles();

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Events: `view` (moved; detail {scale, mm}), `ink` (a shape was tapped; detail of the engine's hit), `drawn`
 * (detail {level: 'coarse' | 'sharp', ms}), `busy`.
 */
export class Cloth extends LitElement {
  static properties = {
    design: { attribute: false },
    live: { attribute: false }, // a slider moves
    mode: {}, // 'cloth' | 'repeat'
    vision: {},
    ruler: { type: Boolean },
    seams: { type: Boolean },
    label: {},
    edges: { attribute: false }, // [{id, axis: 'x' | 'y', label, mm, min, max}]: edges of zones that can be dragged
    cell: { attribute: false }, // {x, y, w, h, label, value, min, max}: a repeat in mm whose size can be dragged
  };

  static styles = css`
    :host { display: block; position: relative; overflow: hidden; min-height: 0; min-width: 0; background: var(--room); contain: strict; }
    .view { position: absolute; inset: 0; touch-action: none; cursor: grab; direction: ltr; outline-offset: -3px; }
    .view:active { cursor: grabbing; }
    .view:focus-visible { outline: 3px solid var(--wedel); }
    canvas { position: absolute; display: block; inset: 0; width: 100%; height: 100%; }
    .top, .left { pointer-events: none; }
    .top { inset: 0 0 auto 0; height: ${RULER}px; }
    .left { inset: 0 auto 0 0; width: ${RULER}px; }
    .corner { position: absolute; inset: 0 auto auto 0; width: ${RULER}px; height: ${RULER}px; background: var(--paper);
      font-size: 10px; line-height: ${RULER}px; text-align: center; color: var(--ink); pointer-events: none; }
    [hidden] { display: none; }
    /* On the cloth, which is the same by night: so are these. */
    .edge, .cell, .grip { --light: #fffdf8; --dark: #7a431c; }
    .edge { position: absolute; top: ${RULER}px; left: 0; width: 24px; margin-left: -12px; cursor: ew-resize; touch-action: none; direction: ltr; display: grid; place-items: center; }
    .edge::before { content: ""; position: absolute; inset-block: 0; left: 11px; width: 2px; background: var(--light); box-shadow: 0 0 0 1px var(--dark); }
    .edge::after { content: ""; position: relative; width: 12px; height: 44px; border-radius: var(--radius); background: var(--light); border: 2px solid var(--dark); }
    .edge.y { top: 0; left: ${RULER}px; height: 24px; margin-left: 0; margin-top: -12px; cursor: ns-resize; }
    .edge.y::before { inset-block: auto; inset-inline: 0; left: 0; top: 11px; width: auto; height: 2px; }
    .edge.y::after { width: 44px; height: 12px; }
    .cell { position: absolute; top: 0; left: 0; pointer-events: none; border: 2px dashed var(--light); outline: 1.5px solid var(--dark); }
    .grip { position: absolute; top: 0; left: 0; width: 44px; height: 44px; margin: -22px 0 0 -22px; cursor: nwse-resize; touch-action: none; display: grid; place-items: center; }
    .grip::after { content: ""; width: 16px; height: 16px; background: var(--light); border: 2px solid var(--dark); border-radius: var(--radius); }
    .grip:focus-visible { outline: none; }
    .grip:focus-visible::after { outline: 2px solid var(--wedel); outline-offset: 2px; }
    .edge:focus-visible { outline: none; }
    .edge:focus-visible::after { outline: 2px solid var(--wedel); outline-offset: 2px; }
  `;

  #camera = new Camera();
  #scene = null;
  #asked = 0;
  #ctx = null;
  #under = null; // the picture before, {canvas, x, y, w, h} in mm of the whole scene
  #coarse = null; // {scene, canvas, x, y, w, h} in mm of a piece
  #moving = false;
  #rest = 0;
  #frame = 0;
  #batch = null; // {stop, scene, W, flight: Set}
  #waiting = null; // a newer design, while the coarse picture of the last is on its way
  #held = false;
  #fitted = 'fill';
  #limits = { side: 200000, pixels: 2 ** 31 };
  #pointers = new Map();
  #gesture = null;
  #pointer = null;
  #colors = null;
  #began = 0;
  #anim = 0;

  constructor() {
    super();
    this.mode = 'cloth';
    this.vision = '';
    this.ruler = true;
    this.seams = false;
    this.live = false;
  }

  render() {
    return html`
      <div class="view" dir="ltr" tabindex="0" role="application" aria-label=${this.label || t('table.cloth')}
        aria-roledescription=${t('table.cloth.role')} aria-describedby="how"
        @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}
        @pointerleave=${this.#leave} @keydown=${this.#key} @dblclick=${this.#double}>
        <canvas class="cloth" dir="ltr" aria-hidden="true"></canvas>
        <canvas class="top" dir="ltr" aria-hidden="true" ?hidden=${!this.ruler}></canvas>
        <canvas class="left" dir="ltr" aria-hidden="true" ?hidden=${!this.ruler}></canvas>
        <span class="corner" aria-hidden="true" ?hidden=${!this.ruler}>${unitName('mm')}</span>
        <span id="how" hidden>${t('table.cloth.how')}</span>
      </div>
      ${(this.edges || []).map((e) => html`<div class="edge ${e.axis === 'y' ? 'y' : ''}" role="slider" tabindex="0" aria-label=${e.label} aria-orientation=${e.axis === 'y' ? 'vertical' : 'horizontal'}
        aria-valuemin=${Math.round(e.min)} aria-valuemax=${Math.round(e.max)} aria-valuenow=${Math.round(e.mm)} aria-valuetext=${n(e.mm, { digits: 0, unit: 'mm' })}
        @pointerdown=${(v) => v.currentTarget.setPointerCapture(v.pointerId)}
        @pointermove=${(v) => v.currentTarget.hasPointerCapture(v.pointerId) && this.#edge(e, this.#along(v, e.axis), true)}
        @pointerup=${(v) => this.#edge(e, this.#along(v, e.axis), false)}
        @keydown=${(v) => this.#edgeKey(v, e)}></div>`)}
      ${this.cell ? html`<div class="cell" aria-hidden="true"></div><div class="grip" role="slider" tabindex="0" aria-label=${this.cell.label} title=${this.cell.label}
        aria-valuemin=${this.cell.min} aria-valuemax=${this.cell.max} aria-valuenow=${Math.round(this.cell.value)} aria-valuetext=${n(this.cell.value, { digits: 0, unit: 'mm' })}
        @pointerdown=${this.#gripDown} @pointermove=${(v) => this.#grip(v, true)} @pointerup=${(v) => this.#grip(v, false)} @pointercancel=${() => { this.#held0 = null; }}
        @keydown=${this.#gripKey}></div>` : ''}`;
  }

  #along(v, axis) {
    const p = this.#px(v);
    const at = this.#camera.at(p.x, p.y);
    return axis === 'y' ? at.y : at.x;
  }

  // The corner of the repeat: how far it is from the opposite one is its size. The cell that is held stays where it is.
  #held0 = null;

  #gripDown(v) {
    v.currentTarget.setPointerCapture(v.pointerId);
    this.#held0 = this.#shownCell();
  }

  #grip(v, live) {
    const c = this.#held0;
    if (!c) return;
    if (!live) this.#held0 = null;
    const p = this.#px(v);
    const at = this.#camera.at(p.x, p.y);
    const k = Math.max((at.x - c.x) / c.w, (at.y - c.y) / c.h);
    this.#size(c.value * k, live);
  }

  #gripKey(v) {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }[v.key];
    if (!by) return;
    v.preventDefault();
    v.stopPropagation();
    this.#size(this.cell.value + by * (v.shiftKey ? 10 : 1), true);
  }

  #size(value, live) {
    const { min, max } = this.cell;
    this.dispatchEvent(new CustomEvent('size', { detail: { value: Math.min(max, Math.max(min, Math.round(value))), live } }));
  }

  // The repeat nearest to the middle of what is seen.
  #shownCell() {
    const c = this.cell;
    if (this.#held0) { // while it is dragged, with the size that it has by now
      const k = c.value / this.#held0.value;
      return { ...this.#held0, w: this.#held0.w * k, h: this.#held0.h * k };
    }
    const mid = this.#camera.middle();
    const to = (v, from, size, lo, hi) => {
      let last = Math.max(0, Math.floor((hi - from) / size + 0.01) - 1);
      const first = Math.ceil((lo - from) / size - 0.01);
      if (last > first) last--; // not at an edge that can be dragged itself
      return from + size * Math.max(first, Math.min(last, Math.floor((v - from) / size)));
    };
    return { ...c, x: to(mid.x, c.x, c.w, c.zone.x, c.zone.x + c.zone.w), y: to(mid.y, c.y, c.h, c.zone.y, c.zone.y + c.zone.h) };
  }

  #edge(e, mm, live) {
    this.dispatchEvent(new CustomEvent('edge', { detail: { id: e.id, mm: Math.min(e.max, Math.max(e.min, Math.round(mm))), live } }));
  }

  #edgeKey(v, e) {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }[v.key];
    if (!by) return;
    v.preventDefault();
    v.stopPropagation();
    this.#edge(e, e.mm + by * (v.shiftKey ? 50 : 5), true);
  }

  // Puts the handles where the edges are.
  #place() {
    const c = this.#camera;
    this.renderRoot.querySelectorAll('.edge').forEach((el, i) => {
      const { axis, mm } = this.edges[i];
      const at = axis === 'y' ? ((mm - c.y) * c.scale) / c.dpr : ((mm - c.x) * c.scale) / c.dpr;
      el.style.setProperty('transform', axis === 'y' ? `translateY(${at.toFixed(1)}px)` : `translateX(${at.toFixed(1)}px)`);
      el.hidden = at < RULER || at > (axis === 'y' ? c.vh : c.vw) / c.dpr;
      // As long as the cloth is, no longer.
      const whole = axis === 'y' ? this.#scene.w : this.#scene.h;
      const from = Math.max(RULER, (-(axis === 'y' ? c.x : c.y) * c.scale) / c.dpr);
      const to = Math.min((axis === 'y' ? c.vw : c.vh) / c.dpr, ((whole - (axis === 'y' ? c.x : c.y)) * c.scale) / c.dpr);
      for (const [side, v] of axis === 'y' ? [['left', from], ['width', to - from]] : [['top', from], ['height', to - from]]) el.style.setProperty(side, `${v.toFixed(1)}px`);
    });
    const grip = this.renderRoot.querySelector('.grip');
    if (!this.cell || !grip) return;
    const k = c.scale / c.dpr;
    const q = this.#shownCell();
    const box = this.renderRoot.querySelector('.cell');
    box.style.setProperty('transform', `translate(${((q.x - c.x) * k).toFixed(1)}px, ${((q.y - c.y) * k).toFixed(1)}px)`);
    box.style.setProperty('width', `${(q.w * k).toFixed(1)}px`);
    box.style.setProperty('height', `${(q.h * k).toFixed(1)}px`);
    grip.style.setProperty('transform', `translate(${((q.x + q.w - c.x) * k).toFixed(1)}px, ${((q.y + q.h - c.y) * k).toFixed(1)}px)`);
  }

  firstUpdated() {
    const canvas = this.renderRoot.querySelector('.cloth');
    this.#ctx = canvas.getContext('2d');
    this.#top = this.renderRoot.querySelector('.top').getContext('2d');
    this.#left = this.renderRoot.querySelector('.left').getContext('2d');
    // Lit cannot say that a listener is not passive.
    this.renderRoot.querySelector('.view').addEventListener('wheel', (e) => this.#wheel(e), { passive: false });
    this.#watch = new ResizeObserver((entries) => this.#resize(entries.at(-1)));
    try {
      this.#watch.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      this.#watch.observe(canvas);
    }
  }
  #top = null;
  #left = null;
  #watch = null;

  connectedCallback() {
    super.connectedCallback();
    catalog().then((c) => { this.#limits = c.limits; }, () => {});
    this.#themed = new MutationObserver(() => { this.#colors = null; this.#paint(); });
    this.#themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang', 'class'] });
    document.fonts?.ready.then(() => this.#paint());
    if (this.#scene) this.#later(); // back from another room
  }
  #themed = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#themed?.disconnect();
    this.#batch?.stop.abort();
    this.#batch = null;
    this.#waiting = null;
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  updated(changed) {
    if (changed.has('design') || changed.has('mode') || changed.has('vision')) this.#look(changed.has('mode') && changed.get('mode') !== undefined);
    if (changed.has('ruler')) {
      this.#camera.inset = this.ruler ? RULER * this.#camera.dpr : 0;
      if (this.#fitted && this.#scene) {
        this.#refit();
        this.#moved(this.#fitted);
      }
    }
    if ((changed.has('edges') || changed.has('cell')) && this.#scene) this.#place();
    if (changed.has('ruler') || changed.has('seams')) this.#paint();
  }

  // What is looked at

  async #look(refit = false, began = performance.now()) {
    if (!this.design) return;
    if (this.#waiting) {
      // The coarse picture of the design before is about to come; only the newest follows it.
      this.#waiting = { refit: refit || !!this.#waiting.refit, began: this.#waiting.began ?? began };
      return;
    }
    const asked = ++this.#asked;
    this.#began = began;
    let scene = sceneOf(this.design, this.mode, this.vision);
    if (scene instanceof Promise) {
      try {
        scene = await scene;
      } catch {
        return; // who set it hears of it from the engine's check
      }
      if (asked !== this.#asked) return;
    }
    this.#show(scene, refit);
  }

  #show(scene, refit) {
    const old = this.#scene;
    if (scene === old) return;
    const { x, y, scale } = this.#camera;
    this.#scene = scene;
    this.#coarse = null;
    const same = old && old.w === scene.w && old.h === scene.h && old.nx === scene.nx;
    if (!old || refit || !same) {
      if (!old || refit || this.#fitted) {
        this.#fitted = scene.nx > 1 || (old && this.#fitted !== 'fill') ? 'whole' : 'fill';
        this.#refit();
      }
    }
    this.#camera.snap(scene);
    this.#refine(true);
    // After the engine is at work: copying what is shown takes a moment too.
    if (refit || (old && !same)) this.#under = null;
    else if (old && !this.#moving) this.#snapshot({ x, y, scale }, old);
    this.#paint();
    this.#said();
  }

  #refit() {
    if (this.#fitted === 'fill') this.#camera.fill(this.#scene);
    else this.#camera.fit(this.#scene);
  }

  /** Shows another design as long as it is held: what was before. */
  async hold(design) {
    if (!design) {
      if (!this.#held) return;
      this.#held = false;
      this.#look();
      return;
    }
    this.#held = true;
    const asked = ++this.#asked;
    this.#began = performance.now();
    let scene = null;
    try { scene = await sceneOf(design, this.mode, this.vision); } catch { /* nothing to show */ }
    if (scene && this.#held && asked === this.#asked) this.#show(scene, false);
  }

  // Drawing

  get #W() { return Math.max(1, Math.round(this.#camera.width(this.#scene))); }
  get #drawnW() { return Math.min(this.#W, widest(this.#scene, this.#limits)); }

  #height(W) {
    const s = this.#scene;
    return s.heights.get(W) || Math.max(1, Math.round((W * s.h) / s.w));
  }

  // The cells of one piece's grid that are in view, and where the copies of the piece stand.
  #visible() {
    const s = this.#scene;
    const c = this.#camera;
    const W = this.#drawnW;
    const H = this.#height(W);
    const k = c.width(s) / W; // device px per drawn px; 1 unless the engine's limits are reached
    const copies = [];
    const cells = new Map();
    for (let b = 0; b < s.ny; b++) {
      for (let a = 0; a < s.nx; a++) {
        const ox = Math.round((a * s.w - c.x) * c.scale);
        const oy = Math.round(b * H * k - c.y * c.scale);
        const x0 = Math.max(0, Math.floor(-ox / k));
        const y0 = Math.max(0, Math.floor(-oy / k));
        const x1 = Math.min(W, Math.ceil((c.vw - ox) / k));
        const y1 = Math.min(H, Math.ceil((c.vh - oy) / k));
        if (x0 >= x1 || y0 >= y1) continue;
        const mine = [];
        for (let j = Math.floor(y0 / GRID); j * GRID < y1; j++) {
          for (let i = Math.floor(x0 / GRID); i * GRID < x1; i++) {
            mine.push([i, j]);
            cells.set(`${i},${j}`, [i, j]);
          }
        }
        copies.push({ ox, oy, cells: mine });
      }
    }
    return { W, H, k, copies, cells };
  }

  #name(scene, W, i, j) { return `${scene.key}|${W}|${i},${j}`; }

  // Asks for what is in view and not there yet.
  #refine(fresh) {
    const scene = this.#scene;
    if (!scene || this.#camera.vw < 2) return;
    const { W, cells } = this.#visible();
    let batch = this.#batch;
    if (!batch || batch.scene !== scene || batch.W !== W) {
      batch?.stop.abort();
      batch = { stop: new AbortController(), scene, W, flight: new Set(), open: 0, began: this.#began };
      this.#batch = batch;
    }
    if (!batch.open) batch.began = this.#began;
    const missing = [];
    for (const [key, [i, j]] of cells) {
      const have = tiles.get(this.#name(scene, W, i, j));
      if ((!have || have.level !== 'sharp') && !batch.flight.has(key)) missing.push([i, j]);
    }
    if (!missing.length) {
      if (!batch.open) this.#sharp(batch);
      return;
    }
    const live = fresh && this.live;
    // Of a cloth that it has just recoloured the engine knows where each ink lies; the sharp picture is there at once.
    const known = fresh && this.#recoloured === `${scene.pola}|${W}`;
    const zoomed = this.#under && Math.abs(Math.log2((this.#under.scale || this.#camera.scale) / this.#camera.scale)) > 1.6;
    const coarse = !known && (fresh || zoomed || scene.design.technique === 'tulis');
    if (live) this.#waiting = this.#waiting || {};
    this.dispatchEvent(new CustomEvent('busy', { detail: { on: true } }));
    for (const r of rects(missing)) this.#ask(batch, r, coarse, live, known);
  }

  // Where the mouse points, in px of a piece W wide; undefined without one.
  #looked(W) {
    const { w, h } = this.#scene;
    if (!this.#pointer) return undefined;
    const { x, y } = this.#camera.at(this.#pointer.x, this.#pointer.y);
    const within = (v, n) => v - n * Math.floor(v / n);
    return { x: (within(x, w) * W) / w, y: (within(y, h) * W) / w };
  }

  async #ask(batch, r, coarse, live, known) {
    const { scene, W } = batch;
    const keys = [];
    for (let j = r.y / GRID; j < (r.y + r.h) / GRID; j++) for (let i = r.x / GRID; i < (r.x + r.w) / GRID; i++) keys.push(`${i},${j}`);
    for (const k of keys) batch.flight.add(k);
    batch.open++;
    // Whole cells are wanted, but nothing beyond the cloth.
    const H = this.#height(W);
    const window = { x: r.x, y: r.y, w: r.w, h: r.h };
    if (r.x + r.w > W && r.w <= GRID) window.w = W - r.x;
    if (r.y + r.h > H && r.h <= GRID) window.h = Math.max(1, H - r.y);
    const taken = [];
    try {
      await engine.draw(scene.design, {
        width: W, window, near: this.#looked(W), tile: GRID, coarse, settle: live && !known ? SETTLE : 0, signal: batch.stop.signal,
        onTile: (tile) => { taken.push(this.#take(batch, tile)); },
      });
      if (known) {
        await Promise.all(taken);
        if (scene === this.#scene) this.#draw(); // before a slider moves on
      }
    } catch (err) {
      if (err.name !== 'AbortError') this.dispatchEvent(new CustomEvent('trouble', { detail: err }));
    } finally {
      for (const k of keys) batch.flight.delete(k);
      batch.open--;
      if (!known || !batch.open) this.#next();
    }
    if (batch === this.#batch && !batch.stop.signal.aborted && !batch.open) this.#sharp(batch);
  }

  async #take(batch, tile) {
    const { scene, W } = batch;
    if (tile.level === 'coarse') {
      if (scene === this.#scene) {
        // So small that making a bitmap aside, or waiting for the next frame, would take longer.
        const bitmap = new OffscreenCanvas(tile.width, tile.height);
        bitmap.getContext('2d').putImageData(new ImageData(tile.pixels, tile.width, tile.height), 0, 0);
        const k = scene.w / W;
        this.#coarse = { scene, bitmap, x: tile.x * k, y: tile.y * k, w: tile.w * k, h: tile.h * k };
        this.#draw();
        this.#drawn('coarse', batch.began);
      }
      this.#next(); // shown first: what follows looks at another scene
      return;
    }
    const bitmap = await createImageBitmap(new ImageData(tile.pixels, tile.width, tile.height));
    scene.heights.set(W, tile.px.h);
    const i = Math.floor(tile.x / GRID);
    const j = Math.floor(tile.y / GRID);
    const name = this.#name(scene, W, i, j);
    const have = tiles.get(name);
    if (tile.level === 'near' && have?.level === 'sharp') return;
    tiles.put(name, { bitmap, level: tile.level, x: tile.x, y: tile.y });
    if (scene === this.#scene) this.#paint();
  }

  // A slider has moved on while its last coarse picture was drawn.
  #next() {
    const w = this.#waiting;
    if (!w) return;
    this.#waiting = null;
    if (w.began !== undefined) this.#look(w.refit, w.began);
  }

  #sharp(batch) {
    const { scene, W } = batch;
    if (scene !== this.#last?.scene) {
      this.#recoloured = scene.pola === this.#last?.scene.pola && W === this.#last.W ? `${scene.pola}|${W}` : '';
      this.#last = { scene, W };
    }
    // Bitmaps are made aside; the last may still be on its way.
    requestAnimationFrame(() => {
      if (batch !== this.#batch) return;
      this.#paint(() => this.#drawn('sharp', batch.began));
      this.dispatchEvent(new CustomEvent('busy', { detail: { on: false } }));
      this.#beneath(batch.scene);
    });
  }

  #last = null; // what was drawn sharp
  #recoloured = '';

  #drawn(level, began) {
    const ms = performance.now() - began;
    this.dispatchEvent(new CustomEvent('drawn', { detail: { level, ms } }));
  }

  // A small picture of the whole, so that panning and zooming out never meet nothing.
  async #beneath(scene) {
    if (scene.base) return;
    await new Promise((done) => setTimeout(done, LATER));
    if (scene !== this.#scene || scene.base || !this.isConnected) return;
    scene.base = 'asked';
    try {
      const width = Math.max(64, Math.min(this.#W, scene.w >= scene.h ? BASE : Math.round((BASE * scene.w) / scene.h)));
      const parts = [];
      const { px } = await engine.draw(scene.design, { width, quick: true, coarse: false, priority: 'idle', onTile: (x) => parts.push(x) });
      const canvas = new OffscreenCanvas(px.w, px.h);
      const ctx = canvas.getContext('2d');
      for (const p of parts) ctx.putImageData(new ImageData(p.pixels, p.width, p.height), p.x, p.y);
      scene.base = canvas;
    } catch {
      scene.base = null;
    }
  }

  #snapshot(c = this.#camera, scene = this.#scene) {
    const canvas = this.#ctx?.canvas;
    if (!canvas || !scene || canvas.width < 2) return;
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    copy.getContext('2d').drawImage(canvas, 0, 0);
    this.#under = { canvas: copy, x: c.x, y: c.y, w: canvas.width / c.scale, h: canvas.height / c.scale, scale: c.scale };
  }

  #paint(then) {
    if (then) this.#after.push(then);
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
      for (const f of this.#after.splice(0)) f();
    });
  }
  #after = [];

  #draw() {
    const ctx = this.#ctx;
    const s = this.#scene;
    const c = this.#camera;
    if (!ctx || !s) return;
    const colors = (this.#colors ??= this.#palette());
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, c.vw, c.vh);
    const { W, H, k, copies } = this.#visible();
    const w = s.w * s.nx * c.scale;
    const h = H * k * s.ny;
    const x = Math.round(-c.x * c.scale);
    const y = Math.round(-c.y * c.scale);
    // The one shadow of the room, then wax white where nothing is drawn yet.
    ctx.save();
    ctx.shadowColor = colors.shadow;
    ctx.shadowBlur = 28 * c.dpr;
    ctx.shadowOffsetY = 8 * c.dpr;
    ctx.fillStyle = colors.wax;
    ctx.fillRect(x, y, Math.round(w), Math.round(h));
    ctx.restore();
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, Math.round(w), Math.round(h));
    ctx.clip();
    ctx.imageSmoothingEnabled = true;
    ctx.imageSmoothingQuality = 'medium';
    const base = typeof s.base === 'object' && s.base;
    const ready = base || this.#coarse;
    const spread = (p, image) => {
      for (const q of copies) ctx.drawImage(image, q.ox + p.x * c.scale, q.oy + p.y * c.scale, p.w * c.scale, p.h * c.scale);
    };
    if (base) spread({ x: 0, y: 0, w: s.w, h: s.h }, base);
    const u = this.#under;
    if (u && !(ready && u.stale)) ctx.drawImage(u.canvas, (u.x - c.x) * c.scale, (u.y - c.y) * c.scale, u.w * c.scale, u.h * c.scale);
    if (this.#coarse?.scene === s) spread(this.#coarse, this.#coarse.bitmap);
    let whole = true;
    ctx.imageSmoothingEnabled = k !== 1;
    for (const q of copies) {
      for (const [i, j] of q.cells) {
        const tile = tiles.get(this.#name(s, W, i, j));
        if (!tile) whole = false;
        else if (k === 1) ctx.drawImage(tile.bitmap, q.ox + tile.x, q.oy + tile.y);
        else ctx.drawImage(tile.bitmap, q.ox + tile.x * k, q.oy + tile.y * k, tile.bitmap.width * k, tile.bitmap.height * k);
      }
    }
    ctx.restore();
    if (whole && !this.#moving) this.#under = null;
    if (this.seams && s.nx > 1) this.#seamLines(ctx, x, y, w / s.nx, h / s.ny, colors);
    if (this.ruler) this.#rulers(colors);
    if (this.edges?.length || this.cell) this.#place();
  }

  #seamLines(ctx, x, y, w, h, colors) {
    const { nx, ny } = this.#scene;
    ctx.lineWidth = Math.max(1, Math.round(this.#camera.dpr));
    for (const [color, shift] of [[colors.paper, 0], [colors.ink, 5 * this.#camera.dpr]]) {
      ctx.strokeStyle = color;
      ctx.setLineDash([5 * this.#camera.dpr, 5 * this.#camera.dpr]);
      ctx.lineDashOffset = shift;
      ctx.beginPath();
      for (let a = 1; a < nx; a++) {
        ctx.moveTo(Math.round(x + a * w) + 0.5, y);
        ctx.lineTo(Math.round(x + a * w) + 0.5, y + h * ny);
      }
      for (let b = 1; b < ny; b++) {
        ctx.moveTo(x, Math.round(y + b * h) + 0.5);
        ctx.lineTo(x + w * nx, Math.round(y + b * h) + 0.5);
      }
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }

  #rulers(colors) {
    const s = this.#scene;
    const look = { ...colors, text: (mm) => n(mm, { useGrouping: false }) };
    const p = this.#pointer;
    drawRuler(this.#top, false, this.#camera, RULER, { ...look, end: s.w * s.nx, pointer: p && p.x });
    drawRuler(this.#left, true, this.#camera, RULER, { ...look, end: s.h * s.ny, pointer: p && p.y });
  }

  #palette() {
    const st = getComputedStyle(this);
    const v = (name, or) => st.getPropertyValue(name).trim() || or;
    const dark = document.documentElement.dataset.theme === 'dark';
    return {
      paper: v('--paper', '#fffdf8'), ink: v('--ink', '#241f1b'), mark: v('--soga', '#8a4f24'),
      wax: dark ? '#cfc8ba' : '#fffdf8', shadow: dark ? 'rgb(0 0 0 / .6)' : 'rgb(60 40 20 / .3)', font: st.fontFamily || 'sans-serif',
    };
  }

  // Moving

  #resize(entry) {
    const canvas = this.#ctx.canvas;
    const dpr = devicePixelRatio || 1;
    const exact = entry.devicePixelContentBoxSize?.[0];
    let w = Math.round(entry.contentRect.width * dpr);
    let h = Math.round(entry.contentRect.height * dpr);
    // Exact where the browser knows it; some that pretend to another screen do not.
    if (exact && Math.abs(exact.inlineSize - w) < 2 && Math.abs(exact.blockSize - h) < 2) {
      w = exact.inlineSize;
      h = exact.blockSize;
    }
    if (w < 2 || h < 2) return;
    const c = this.#camera;
    const first = c.vw < 2;
    if (this.#scene && !first && !this.#moving) this.#snapshot();
    const mid = c.middle();
    canvas.width = w;
    canvas.height = h;
    Object.assign(c, { vw: w, vh: h, dpr, inset: this.ruler ? RULER * dpr : 0 });
    if (!this.#scene) return;
    if (this.#fitted || first) this.#refit();
    else c.centre(this.#scene, mid.x, mid.y);
    this.#draw(); // at once: setting the size has wiped it
    this.#later();
    this.#said();
  }

  #touch() {
    if (this.#moving) return;
    this.#snapshot();
    this.#moving = true;
  }

  #moved(fitted = '') {
    this.#fitted = fitted;
    // While one pans, what comes into view is asked for; a zoom has to rest first.
    if (!this.#moving && performance.now() - this.#lately > PANNING) {
      this.#lately = performance.now();
      this.#refine(false);
    }
    this.#began = performance.now();
    this.#paint();
    this.#later();
    this.#said();
  }

  #lately = 0;

  #later() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#moving = false;
      if (!this.#scene) return;
      this.#camera.snap(this.#scene);
      this.#refine(false);
      this.#paint();
    }, REST);
  }

  #said() {
    const c = this.#camera;
    const mm = store.settings.mmPerCssPx || 25.4 / 96;
    const ratio = (c.scale / c.dpr) * mm; // of true size
    this.dispatchEvent(new CustomEvent('view', { detail: { ratio, scale: c.scale, scene: this.#scene } }));
  }

  /** @param {number} factor @param {number} [px] device px @param {number} [py] */
  zoom(factor, px = (this.#camera.vw + this.#camera.inset) / 2, py = (this.#camera.vh + this.#camera.inset) / 2) {
    if (!this.#scene) return;
    this.#touch();
    cancelAnimationFrame(this.#anim);
    if (calm() || Math.abs(Math.log(factor)) < 0.2) {
      this.#camera.zoomAt(this.#scene, px, py, factor);
      this.#moved();
      return;
    }
    let left = Math.log(factor);
    const go = () => {
      const d = Math.abs(left) < 0.02 ? left : left * 0.35;
      left -= d;
      this.#touch();
      this.#camera.zoomAt(this.#scene, px, py, Math.exp(d));
      this.#moved();
      if (left) this.#anim = requestAnimationFrame(go);
    };
    go();
  }

  zoomIn() { this.zoom(1.5); }
  zoomOut() { this.zoom(1 / 1.5); }

  whole() {
    if (!this.#scene) return;
    cancelAnimationFrame(this.#anim);
    this.#touch();
    this.#camera.fit(this.#scene);
    this.#moved('whole');
  }

  /** One millimetre of cloth is one of the screen, as far as it is calibrated. */
  trueScale() {
    if (!this.#scene) return;
    cancelAnimationFrame(this.#anim);
    this.#touch();
    const c = this.#camera;
    const mm = store.settings.mmPerCssPx || 25.4 / 96;
    const mid = c.middle();
    c.scale = c.dpr / mm;
    c.centre(this.#scene, mid.x, mid.y);
    this.#moved();
  }

  /** Puts the place where four repeats meet in the middle. */
  centreSeam() {
    const s = this.#scene;
    if (!s || s.nx < 2) return;
    this.#touch();
    const c = this.#camera;
    c.scale = Math.max(c.scale, Math.min(c.vw / s.w, c.vh / s.h) * 0.9);
    c.centre(s, s.w * Math.floor(s.nx / 2), s.h * Math.floor(s.ny / 2));
    this.#moved();
  }

  panBy(dx, dy) {
    if (!this.#scene) return;
    this.#camera.pan(this.#scene, dx * this.#camera.dpr, dy * this.#camera.dpr);
    this.#moved();
  }

  #px(e) {
    const r = this.renderRoot.querySelector('.view').getBoundingClientRect();
    const d = this.#camera.dpr;
    return { x: (e.clientX - r.left) * d, y: (e.clientY - r.top) * d };
  }

  #down(e) {
    if (e.button > 1) return;
    try { e.currentTarget.setPointerCapture(e.pointerId); } catch { /* a pointer of a test */ }
    this.#pointers.set(e.pointerId, this.#px(e));
    cancelAnimationFrame(this.#anim);
    if (this.#pointers.size === 1) this.#gesture = { from: this.#px(e), tap: true };
    else this.#gesture = { ...this.#gesture, tap: false };
  }

  #move(e) {
    const p = this.#px(e);
    this.#pointer = e.pointerType === 'mouse' ? p : null;
    const old = this.#pointers.get(e.pointerId);
    if (!old || !this.#scene) {
      if (this.ruler && this.#pointer) this.#paint();
      return;
    }
    const c = this.#camera;
    if (this.#pointers.size === 1) {
      const g = this.#gesture;
      if (g.tap && Math.hypot(p.x - g.from.x, p.y - g.from.y) < TAP * c.dpr) return;
      g.tap = false;
      c.pan(this.#scene, old.x - p.x, old.y - p.y);
      this.#pointers.set(e.pointerId, p);
      this.#moved();
      return;
    }
    // Two fingers: the points of the cloth under them stay under them.
    const [a, b] = [...this.#pointers.values()];
    const mid = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const wide = Math.hypot(a.x - b.x, a.y - b.y);
    this.#pointers.set(e.pointerId, p);
    const [a2, b2] = [...this.#pointers.values()];
    const mid2 = { x: (a2.x + b2.x) / 2, y: (a2.y + b2.y) / 2 };
    const wide2 = Math.hypot(a2.x - b2.x, a2.y - b2.y);
    this.#touch();
    c.pan(this.#scene, mid.x - mid2.x, mid.y - mid2.y);
    if (wide > 4) c.zoomAt(this.#scene, mid2.x, mid2.y, wide2 / wide);
    this.#moved();
  }

  #up(e) {
    const was = this.#pointers.delete(e.pointerId);
    if (!was || e.type === 'pointercancel') return;
    if (this.#pointers.size === 0 && this.#gesture?.tap) {
      const p = this.#px(e);
      clearTimeout(this.#tapping);
      this.#tapping = setTimeout(() => this.#hit(p), 180); // unless it becomes a double tap
    }
  }
  #tapping = 0;

  #double(e) {
    clearTimeout(this.#tapping);
    const p = this.#px(e);
    this.zoom(e.shiftKey ? 0.5 : 2, p.x, p.y);
  }

  #leave() {
    this.#pointer = null;
    this.#paint();
  }

  #wheel(e) {
    e.preventDefault();
    if (!this.#scene) return;
    const lines = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? this.clientHeight : 1;
    // A mouse's wheel turns in large whole steps and only one way; a trackpad glides.
    const mouse = e.deltaMode !== 0 || (e.deltaX === 0 && Math.abs(e.deltaY) >= 100 && Number.isInteger(e.deltaY));
    if (e.ctrlKey || e.metaKey || (mouse && !e.shiftKey)) {
      const p = this.#px(e);
      this.#touch();
      const d = Math.max(-160, Math.min(160, e.deltaY * lines));
      this.#camera.zoomAt(this.#scene, p.x, p.y, Math.exp(-d * (e.ctrlKey && !mouse ? 0.01 : 0.0025)));
      this.#moved();
      return;
    }
    const turn = e.shiftKey && !e.deltaX;
    this.panBy((turn ? e.deltaY : e.deltaX) * lines, (turn ? 0 : e.deltaY) * lines);
  }

  #key(e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const far = STEP * (e.shiftKey ? 4 : 1);
    const moves = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far],
      PageUp: [0, -this.clientHeight * 0.8], PageDown: [0, this.clientHeight * 0.8] };
    const acts = { '+': () => this.zoomIn(), '=': () => this.zoomIn(), '-': () => this.zoomOut(), _: () => this.zoomOut(),
      0: () => this.whole(), 1: () => this.trueScale(), Home: () => this.whole(),
      Enter: () => this.#hit({ x: (this.#camera.vw + this.#camera.inset) / 2, y: (this.#camera.vh + this.#camera.inset) / 2 }) };
    const act = moves[e.key] ? () => this.panBy(...moves[e.key]) : acts[e.key];
    if (!act) return;
    e.preventDefault();
    e.stopPropagation();
    act();
  }

  async #hit(p) {
    const s = this.#scene;
    if (!s) return;
    const at = this.#camera.at(p.x, p.y);
    const x = at.x - Math.floor(at.x / s.w) * s.w;
    const y = at.y - Math.floor(at.y / s.h) * s.h;
    if (at.x < 0 || at.y < 0 || at.x >= s.w * s.nx || at.y >= s.h * s.ny) return;
    try {
      const hit = await engine.call('hit', { design: this.mode === 'repeat' ? s.design : bare(this.design), x, y }, { priority: 'now' });
      this.dispatchEvent(new CustomEvent('ink', { detail: hit }));
    } catch { /* nothing to choose there */ }
  }

  /** For tests and the frugal. */
  get camera() { return { ...this.#camera }; }

  /** What is looked at. */
  get scene() { return this.#scene; }
  forget() { tiles.clear(); }
}
customElements.define('jg-cloth-view', Cloth);
