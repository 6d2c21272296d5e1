// The table: one cloth, and everything that can be done to it.

import { css, html, nothing } from '../../vendor/lit.js';
import { commands as registry, shown } from '../commands.js';
import { catalog, engine } from '../engine.js';
import { tell } from '../errors.js';
import { n, t, told } from '../i18n.js';
import { icon } from '../icons.js';
import { colourName, schemeName, short } from '../names.js';
import { heart } from '../keys.js';
import { choices, making } from '../making/making.js';
import '../making/view.js';
import { stageName } from '../making/words.js';
import { store } from '../store.js';
import '../table/cloth-view.js';
import { edit } from '../table/edit.js';
import '../table/film.js';
import '../table/panel-colour.js';
import '../table/panel-isen.js';
import '../table/panel-layout.js';
import '../table/panel-motif.js';
import '../table/panel-process.js';
import { partName, partsOf } from '../table/parts.js';
import { bare } from '../table/scene.js';
import { calibrate } from '../table/true-scale.js';
import { productName } from '../table/words.js';
import { define, Jg } from '../ui/element.js';
import { say, toast } from '../ui/toast.js';

const TABS = [
  { id: 'motif', icon: 'motif', key: 'm' }, { id: 'isen', icon: 'isen', key: 'i' }, { id: 'layout', icon: 'layout', key: 't' },
  { id: 'colour', icon: 'palette', key: 'w' }, { id: 'process', icon: 'process', key: 'p' },
];
const wide = matchMedia('(min-width: 900px)');

let current = null; // the table that is shown

/** The table's commands, for the palette and the keyboard. */
export function commands() {
  const at = (f) => () => current && f(current);
  const cloth = (f) => at((x) => f(x.cloth));
  const c = (id, label, keys, run, enabled) => ({ id: `table.${id}`, group: 'table', label: () => t(label), keys, run, enabled: () => !!current && (!enabled || enabled(current)) });
  return [
    c('in', 'table.in', ['+', '='], cloth((x) => x.zoomIn())),
    c('out', 'table.out', ['-'], cloth((x) => x.zoomOut())),
    c('whole', 'table.whole', ['0'], cloth((x) => x.whole())),
    c('true', 'table.true', ['1'], at((x) => x.trueScale())),
    c('calibrate', 'table.true.title', [], at((x) => x.calibrate())),
    c('repeat', 'table.repeat3', ['r'], at((x) => x.toggleRepeat())),
    c('seam', 'table.seam', ['s'], at((x) => x.seam())),
    c('ruler', 'table.ruler', ['g'], at((x) => x.toggleRuler())),
    c('compare', 'table.compare', ['c'], at((x) => x.compare(!x._compare)), () => !!edit.before),
    ...TABS.map((tab) => c(`tab.${tab.id}`, `table.tab.${tab.id}`, [tab.key], at((x) => x.tab(tab.id, true)))),
    c('reroll', 'table.reroll', ['shift+w'], at((x) => x.reroll())),
    c('film', 'table.film.more', ['shift+v'], at((x) => x.$('jg-film')?.more()), (x) => !!x.$('jg-film')),
    ...['', 'protan', 'deutan', 'tritan'].map((v) => c(`vision.${v || 'all'}`, `table.vision.${v || 'all'}`, [], at((x) => x.setVision(v)))),
  ];
}

export class Table extends Jg {
  static properties = {
    _catalog: { state: true }, _tab: { state: true }, _part: { state: true }, _ink: { state: true }, _vision: { state: true }, _mode: { state: true },
    _seams: { state: true }, _ruler: { state: true }, _compare: { state: true }, _ratio: { state: true }, _busy: { state: true }, _open: { state: true },
    _live: { state: true }, _zones: { state: true }, _wide: { state: true },
  };

  static styles = [...Jg.styles, css`
    :host { display: grid !important; height: calc(100dvh - var(--top) - var(--say, 0px)); min-height: 420px; overflow: hidden; grid-template: "tools cloth panel" minmax(0, 1fr) "tools film panel" auto / 56px minmax(0, 1fr) 328px; }
    .tools { grid-area: tools; display: flex; flex-direction: column; align-items: center; gap: 2px; padding: 8px 0; border-inline-end: 1px solid var(--line); overflow-y: auto; scrollbar-width: none; }
    .tools hr { width: 24px; border: 0; border-block-start: 1px solid var(--line); margin: 4px 0; flex: none; }
    .tools .button { color: var(--ink); }
    .tools .button:disabled { color: var(--edge); border-color: transparent; }
    .tools .button[aria-pressed="true"] { color: var(--soga); background: var(--wash); box-shadow: inset 0 0 0 1px var(--line); }
    .word { font-size: var(--f13); font-weight: 600; }
    .ratio { font-size: 12px; color: var(--soft); text-align: center; width: 100%; padding-block: 2px; direction: ltr; unicode-bidi: isolate; }
    .stage { grid-area: cloth; position: relative; min-width: 0; min-height: 0; }
    jg-cloth-view { position: absolute; inset: 0; }
    .held { position: absolute; inset-block-start: 32px; right: 12px; /* the ruler is at the left in every language */ background: var(--ink); color: var(--room); padding: 4px 12px; border-radius: var(--radius); font-size: var(--f13); font-weight: 600; pointer-events: none; }
    .busy { position: absolute; inset: auto 0 0 0; height: 2px; overflow: hidden; pointer-events: none; opacity: 0; transition: opacity 200ms 350ms; }
    .busy.on { opacity: 1; }
    .busy::after { content: ""; position: absolute; inset-block: 0; width: 30%; background: var(--soga); animation: go 1.2s infinite var(--ease); }
    @keyframes go { from { left: -30%; } to { left: 100%; } }
    jg-film { grid-area: film; min-width: 0; }
    .panel { grid-area: panel; display: flex; flex-direction: column; min-height: 0; background: var(--paper); border-inline-start: 1px solid var(--line); }
    .title { padding: 12px 16px 4px; }
    .title h1 { font-size: var(--f18); line-height: 1.3; }
    .title p { font-size: var(--f13); color: var(--soft); }
    .tabs { display: flex; border-block-end: 1px solid var(--line); padding: 0 8px; flex: none; }
    .tabs button { flex: 1; display: grid; justify-items: center; align-content: center; gap: 2px; min-height: 56px; padding: 4px 2px; border: 0; background: none; color: var(--soft); font-size: 12px; line-height: 1.2; border-block: 3px solid transparent; }
    .tabs button:hover { color: var(--ink); }
    .tabs button[aria-selected="true"] { color: var(--ink); font-weight: 700; border-block-end-color: var(--soga); }
    .tabs button:focus-visible { outline-offset: -3px; }
    .body { position: relative; flex: 1; min-height: 0; overflow-y: auto; padding: 16px; overscroll-behavior: contain; scrollbar-width: thin; }
    .parts { display: flex; border: 1px solid var(--edge); border-radius: var(--radius); overflow: hidden; margin-block-end: 16px; }
    .parts button { flex: 1; min-height: var(--touch); border: 0; background: transparent; }
    .parts button + button { border-inline-start: 1px solid var(--edge); }
    .parts button[aria-pressed="true"] { background: var(--soga); color: var(--on-soga); font-weight: 600; }
    .parts button:focus-visible { outline-offset: -4px; }
    .handle { display: none; }
    .menu { inset: auto; margin: 0; padding: 8px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--paper); color: var(--ink); box-shadow: var(--shadow); min-width: 240px; max-width: calc(100vw - 16px); }
    .menu .button { width: 100%; justify-content: flex-start; }
    .menu .button[aria-pressed="true"] { color: var(--soga); font-weight: 600; }
    .tools .narrow { display: none; }
    @media (max-width: 899.9px) {
      :host { min-height: 0; grid-template: "cloth" minmax(55dvh, 1fr) "tools" 48px "panel" auto / minmax(0, 1fr); }
      .tools { flex-direction: row; justify-content: space-between; padding: 0 4px; border: 0; border-block-start: 1px solid var(--line); overflow: hidden; gap: 0; }
      .tools hr, .roomy { display: none !important; }
      .tools .narrow { display: inline-flex; }
      .panel { border: 0; border-block-start: 1px solid var(--line); box-shadow: 0 -8px 24px -16px rgb(0 0 0 / .4); padding-block-end: env(safe-area-inset-bottom); }
      .title { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); padding: 0; }
      .tabs { order: 3; border: 0; border-block-start: 1px solid var(--line); }
      .tabs button[aria-selected="true"] { border-block-end-color: transparent; border-block-start-color: var(--soga); }
      .body { order: 2; flex: none; height: var(--sheet, 0px); padding: 0 16px; }
      .body > * { margin-block: 4px 16px; }
      .handle { order: 1; display: grid; place-items: center; width: 100%; height: 24px; border: 0; background: none; padding: 0; touch-action: none; cursor: ns-resize; flex: none; }
      .handle::before { content: ""; width: 44px; height: 4px; border-radius: 2px; background: var(--edge); }
      .handle:focus-visible { outline-offset: -3px; }
      jg-film { margin-inline: -16px; border-block: 0; padding-block: 4px; background: var(--paper); }
    }
    @media (max-width: 899.9px) and (pointer: coarse) { .handle { height: 28px; } }
    @media (min-width: 900px) and (max-height: 700px) { jg-film { display: none; } }
  `];

  #sheet = -1; // px of the sheet's body on a phone; -1: as much as there is
  #drag = null;
  #off = null;

  constructor() {
    super();
    this._tab = 'motif';
    this._part = 'field';
    this._ink = -1;
    this._vision = '';
    this._mode = 'cloth';
    this._seams = false;
    this._ruler = store.settings.ruler !== false;
    this._compare = false;
    this._wide = wide.matches;
    this._open = true;
  }

  get cloth() { return this.$('jg-cloth-view'); }

  connectedCallback() {
    super.connectedCallback();
    current = this;
    const off = registry.add(...commands());
    const on = (target, type, f) => {
      target.addEventListener(type, f);
      return () => target.removeEventListener(type, f);
    };
    const offs = [
      off,
      on(edit, 'preview', (e) => { this._live = e.detail.live; this.requestUpdate(); }),
      on(edit, 'refused', (e) => toast(e.detail.text, { ms: 10000 })),
      on(edit, 'busy', (e) => { this._busy = e.detail.on; }),
      on(making, 'change', () => this._tab === 'process' && this.requestUpdate()),
      on(wide, 'change', () => { this._wide = wide.matches; }),
      on(window, 'resize', () => this.#fit()),
    ];
    this.#off = () => offs.forEach((f) => f());
    catalog().then((c) => { this._catalog = c; }, (err) => tell(err, 'draw'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#off?.();
    if (current === this) current = null;
  }

  updated(changed) {
    if (changed.has('_wide') || changed.has('_open')) this.#fit();
  }

  // How high the sheet may be: the cloth keeps its share.
  #room() {
    const head = this.getBoundingClientRect().top;
    return Math.max(0, innerHeight - head - innerHeight * 0.55 - 48 - (this.$('.handle')?.offsetHeight || 24) - (this.$('.tabs')?.offsetHeight || 56) - 2);
  }

  #fit() {
    if (this._wide || !this.isConnected) return;
    const most = this.#room();
    const h = !this._open ? 0 : this.#sheet < 0 ? most : Math.min(most, this.#sheet);
    this.style.setProperty('--sheet', `${Math.round(h)}px`);
    this.$('.handle')?.setAttribute('aria-valuenow', String(Math.round((h / Math.max(1, most)) * 100)));
  }

  #size(h) {
    const most = this.#room();
    this.#sheet = h >= most - 8 ? -1 : Math.max(0, h);
    this._open = h > 24;
    if (!this._open) this.#sheet = -1;
    this.#fit();
  }

  tab(id, focus = false) {
    this._tab = id;
    this._open = true;
    if (focus) this.updateComplete.then(() => this.$(`#tab-${id}`)?.focus());
    this.updateComplete.then(() => { this.$('.body').scrollTop = 0; });
  }

  trueScale() {
    if (!store.settings.calibrated) this.calibrate();
    else this.cloth.trueScale();
  }

  async calibrate() {
    if (await calibrate()) {
      this.cloth.trueScale();
      say(t('table.true.done'));
    }
  }

  toggleRepeat() {
    this._mode = this._mode === 'repeat' ? 'cloth' : 'repeat';
    if (this._mode === 'cloth') this._seams = false;
    say(t(this._mode === 'repeat' ? 'table.repeat3.on' : 'table.repeat3.off'));
  }

  async seam() {
    if (this._mode !== 'repeat') {
      this._mode = 'repeat';
      await this.updateComplete;
      await new Promise((done) => this.cloth.addEventListener('drawn', done, { once: true }));
    } else if (this._seams) {
      this._seams = false;
      return;
    }
    this._seams = true;
    this.cloth.centreSeam();
    say(t('table.seam.on'));
  }

  toggleRuler() {
    this._ruler = !this._ruler;
    store.setSetting('ruler', this._ruler);
  }

  compare(on) {
    if (on && !edit.before) return;
    if (on === this._compare) return;
    this._compare = on;
    this.cloth.hold(on ? edit.before : null);
    say(t(on ? 'table.compare.before' : 'table.compare.after'));
  }

  setVision(v) {
    this._vision = v;
    say(t(`table.vision.${v || 'all'}`));
  }

  reroll() {
    this.tab('colour');
    this.updateComplete.then(() => this.$('jg-panel-colour').reroll());
  }

  #ink(e) {
    const hit = e.detail;
    this._ink = hit.ink;
    if (hit.part === 'kepala' && edit.design.kepala) this._part = 'kepala';
    else if (hit.part === 'field') this._part = 'field';
    this.tab('colour');
    say(t('table.ink.chosen', { name: colourName(hit.name) }));
  }

  #view(e) {
    this._ratio = e.detail.ratio;
  }

  #tabKeys(e) {
    const i = TABS.findIndex((x) => x.id === this._tab);
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const to = { ArrowRight: i + rtl, ArrowLeft: i - rtl, Home: 0, End: TABS.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    this.tab(TABS[(to + TABS.length) % TABS.length].id, true);
  }

  #handleDown(e) {
    e.currentTarget.setPointerCapture(e.pointerId);
    this.#drag = { y: e.clientY, h: this.$('.body').offsetHeight, moved: false };
  }

  #handleMove(e) {
    if (!this.#drag) return;
    const by = this.#drag.y - e.clientY;
    if (Math.abs(by) > 4) this.#drag.moved = true;
    if (this.#drag.moved) this.#size(this.#drag.h + by);
  }

  #handleUp() {
    const d = this.#drag;
    this.#drag = null;
    if (d && !d.moved) this._open = !this._open;
  }

  #handleKey(e) {
    const h = this.$('.body').offsetHeight;
    const act = { ArrowUp: () => this.#size(h + 40), ArrowDown: () => this.#size(h - 40), Home: () => this.#size(0), End: () => this.#size(1e4),
      Enter: () => { this._open = !this._open; }, ' ': () => { this._open = !this._open; } }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  }

  #tool(id, glyph, label, key, run, { pressed, off, cls = '' } = {}) {
    return html`<button id=${id} class="button quiet icon ${cls}" aria-label=${label} title=${key ? `${label} (${shown(key)})` : label} ?disabled=${off}
      aria-pressed=${pressed === undefined ? nothing : String(!!pressed)} @click=${run}>${glyph}</button>`;
  }

  #hold(label) {
    const press = (on) => () => this.compare(on);
    const key = (on) => (e) => {
      if (e.key !== ' ' && e.key !== 'Enter') return;
      e.preventDefault();
      if (!e.repeat) this.compare(on);
    };
    return html`<button id="compare" class="button quiet icon" aria-label=${label} title=${label} aria-pressed=${String(this._compare)} ?disabled=${!edit.before}
      @pointerdown=${press(true)} @pointerup=${press(false)} @pointercancel=${press(false)} @pointerleave=${press(false)}
      @keydown=${key(true)} @keyup=${key(false)} @blur=${press(false)} @contextmenu=${(e) => e.preventDefault()}>${icon('compare')}</button>`;
  }

  #menu(e) {
    const m = this.$('.menu');
    const r = e.currentTarget.getBoundingClientRect();
    m.style.setProperty('bottom', `${innerHeight - r.top + 4}px`);
    m.style.setProperty(document.documentElement.dir === 'rtl' ? 'left' : 'right', '8px');
    m.togglePopover();
  }

  // What can be dragged on the cloth itself, while its layout is the matter: the edges of the kepala, the border, the repeat.
  #edges(d) {
    if (this._tab !== 'layout' || this._mode !== 'cloth' || this._compare) return [];
    const { layout, width: w, kepala: [a, b] } = d.product;
    const edges = [];
    if (this._catalog?.headed.includes(layout) && a < b) {
      edges.push({ id: 0, axis: 'x', label: t('table.kepala.from'), mm: a * w, min: 0, max: (b - 0.05) * w });
      if (layout === 'sarung') edges.push({ id: 1, axis: 'x', label: t('table.kepala.to'), mm: b * w, min: (a + 0.05) * w, max: w });
    }
    const top = d.border && this.#laid(d)?.find((z) => z.part === 'border' && z.bounds.y === 0 && z.bounds.w > z.bounds.h);
    if (top) {
      const k = top.bounds.h / this._zones.border; // a border may be laid wider than it is called
      edges.push({ id: 'border', axis: 'y', label: t('table.border.width'), mm: d.border.width * k, min: 5 * k, max: 250 * k, k });
    }
    return edges;
  }

  #cell(d, part) {
    if (this._tab !== 'layout' || this._mode !== 'cloth' || this._compare) return null;
    const f = d[part];
    const size = this._catalog?.motif(f?.motif)?.params.find((p) => p.id === 'size');
    const zone = size && this.#laid(d)?.find((z) => z.part === part && z.repeat.w > 0 && z.repeat.h > 0);
    if (!zone) return null;
    const value = f.values?.size ?? size.def;
    const k = value / (this._zones.sizes[part] ?? value); // while a newer one is being laid
    const { x, y, w, h } = zone.repeat;
    // The middle of an iket is plain: the repeat that can be dragged is above it.
    const bounds = d.product.layout === 'iket' ? { ...zone.bounds, h: Math.max(h * k, zone.bounds.h / 4) } : zone.bounds;
    return { x, y, w: w * k, h: h * k, zone: bounds, label: t('table.repeat.size'), value, min: size.min, max: size.max };
  }

  // How the cloth is laid, as the engine tells: the last that is known, until the newest is.
  #laid(d) {
    const key = JSON.stringify({ ...d, title: '', warnings: null, inks: null });
    if (key !== this.#asked) {
      this.#asked = key;
      clearTimeout(this.#soon);
      this.#soon = setTimeout(async () => {
        try {
          const { zones } = await engine.call('describe', { design: bare(d), width: 256 }, { priority: 'soon' });
          if (key !== this.#asked) return;
          const def = (part) => d[part]?.values?.size ?? this._catalog?.motif(d[part]?.motif)?.params.find((p) => p.id === 'size')?.def;
          this._zones = { zones, of: `${d.product.id} ${d.product.layout}`, border: d.border?.width, sizes: { field: def('field'), kepala: def('kepala') } };
        } catch { /* a design that is refused: nothing to drag */ }
      }, this._live ? 250 : 0);
    }
    return this._zones?.of === `${d.product.id} ${d.product.layout}` ? this._zones.zones : null;
  }
  #asked = '';
  #soon = 0;

  #dragEdge({ detail: { id, mm, live } }) {
    if (id === 'border') {
      const k = this.#edges(edit.design).find((e) => e.id === 'border')?.k || 1;
      edit.change(t('table.step.border'), (d) => { d.border.width = Math.max(5, Math.min(250, Math.round(mm / k))); }, { coalesce: 'border', live });
      return;
    }
    edit.change(t('table.step.kepala'), (d) => {
      const k = [...d.product.kepala];
      k[id] = Math.round((mm / d.product.width) * 1000) / 1000;
      d.product.kepala = k;
    }, { coalesce: 'kepala', live });
  }

  #dragSize({ detail: { value, live } }) {
    const part = partsOf(edit.design).includes(this._part) ? this._part : 'field';
    edit.change(t('table.repeat.size'), (d) => { d[part].values = { ...d[part].values, size: value }; }, { coalesce: `${part}.values.size`, live });
  }

  // The cloth on the table as it is made, where that is the matter.
  #made(d) {
    return this._tab === 'process' && this._mode === 'cloth' && !this._compare && !this._vision && this.cloth
      && (d.technique === 'print' ? choices().look !== 'flat' : making.recipe?.stages[0].colors.length === d.inks.length);
  }

  #seen(design) {
    const product = this._catalog?.product(design.market, design.product.id);
    const parts = design.title.split(' · ');
    return { motif: told('motif', design.field.motif, short(parts[0])), product: product ? productName(product) : design.product.name };
  }

  render() {
    const d = edit.design;
    if (!d) return nothing;
    const kept = store.isKept(store.design);
    const seen = this.#seen(d);
    const parts = partsOf(d);
    const part = parts.includes(this._part) ? this._part : 'field';
    const film = html`<jg-film .design=${d}></jg-film>`;
    const action = (id, glyph, label, run, pressed) => html`<button class="button quiet" id=${id} aria-pressed=${pressed === undefined ? nothing : String(!!pressed)}
      @click=${() => { this.$('.menu').hidePopover(); run(); }}>${glyph}${label}</button>`;
    return html`
      <div class="tools" role="toolbar" aria-label=${t('table.tools')} aria-orientation=${this._wide ? 'vertical' : 'horizontal'}>
        ${this.#tool('undo', icon('undo'), store.canUndo && store.undoLabel ? t('cmd.undo', { what: store.undoLabel }) : t('undo'), 'mod+z', () => store.undo(), { off: !store.canUndo })}
        ${this.#tool('redo', icon('redo'), store.canRedo && store.redoLabel ? t('cmd.redo', { what: store.redoLabel }) : t('redo'), 'shift+mod+z', () => store.redo(), { off: !store.canRedo })}
        ${this.#hold(t('table.compare'))}
        <hr>
        ${this.#tool('in', icon('plus'), t('table.in'), '+', () => this.cloth.zoomIn(), { cls: 'roomy' })}
        <span class="ratio roomy" title=${t('table.ratio')}>${this._ratio ? percent(this._ratio) : ''}</span>
        ${this.#tool('out', icon('minus'), t('table.out'), '-', () => this.cloth.zoomOut(), { cls: 'roomy' })}
        ${this.#tool('whole', icon('fit'), t('table.whole'), '0', () => this.cloth.whole())}
        ${this.#tool('true', html`<span class="word" aria-hidden="true">1:1</span>`, `1:1 · ${t('table.true')}`, '1', () => this.trueScale())}
        <hr>
        ${this.#tool('repeat3', icon('repeat'), t('table.repeat3'), 'r', () => this.toggleRepeat(), { pressed: this._mode === 'repeat' })}
        ${this.#tool('seam', SEAM, t('table.seam'), 's', () => this.seam(), { pressed: this._seams, cls: 'roomy' })}
        ${this.#tool('ruler', icon('ruler'), t('table.ruler'), 'g', () => this.toggleRuler(), { pressed: this._ruler, cls: 'roomy' })}
        <hr>
        ${this.#tool('keep', icon('heart'), t(kept ? 'unkeep' : 'keep'), 'k', () => heart(store.design), { pressed: kept })}
        <button id="more" class="button quiet icon narrow" aria-label=${t('table.more')} aria-haspopup="true" @click=${this.#menu}>${DOTS}</button>
        <div class="menu" popover>
          ${action('m-in', icon('plus'), t('table.in'), () => this.cloth.zoomIn())}
          ${action('m-out', icon('minus'), t('table.out'), () => this.cloth.zoomOut())}
          ${action('m-seam', SEAM, t('table.seam'), () => this.seam(), this._seams)}
          ${action('m-ruler', icon('ruler'), t('table.ruler'), () => this.toggleRuler(), this._ruler)}
          ${action('m-cal', html`<span class="word">1:1</span>`, t('table.true.title'), () => this.calibrate())}
        </div>
      </div>
      <div class="stage">
        <jg-cloth-view .design=${d} .live=${!!this._live} mode=${this._mode} vision=${this._vision} ?ruler=${this._ruler} ?seams=${this._seams}
          label=${t('table.cloth.of', { motif: seen.motif, product: seen.product })}
          .edges=${this.#edges(d)} @edge=${this.#dragEdge} .cell=${this.#cell(d, part)} @size=${this.#dragSize}
          @view=${this.#view} @ink=${this.#ink} @busy=${(e) => { this._busy = e.detail.on; }} @trouble=${(e) => ['blocked', 'bad-input'].includes(e.detail.kind) || tell(e.detail, 'draw')}></jg-cloth-view>
        ${this.#made(d) ? html`<jg-making-view .design=${d} .cloth=${this.cloth} ?ruler=${this._ruler}></jg-making-view>
          <span class="held">${d.technique === 'print' ? t(`making.look.${choices().look}`) : `${n(Math.round(making.at))} · ${stageName(making.recipe, Math.round(making.at) - 1)}`}</span>` : nothing}
        ${this._compare ? html`<span class="held">${t('table.compare.before')}</span>`
          : this._vision ? html`<span class="held">${t(`table.vision.${this._vision}`)}</span>` : nothing}
        <div class="busy ${this._busy ? 'on' : ''}" aria-hidden="true"></div>
      </div>
      ${this._wide ? film : nothing}
      <section class="panel" aria-label=${t('table.panel')}>
        <div class="title"><h1>${seen.motif}</h1><p>${seen.product} · <bdi>${schemeName(d)}</bdi></p></div>
        ${this._wide ? nothing : html`<div class="handle" role="slider" tabindex="0" aria-label=${t('table.sheet')} aria-orientation="vertical" aria-valuemin="0" aria-valuemax="100" aria-valuenow="100"
          @pointerdown=${this.#handleDown} @pointermove=${this.#handleMove} @pointerup=${this.#handleUp} @pointercancel=${this.#handleUp} @keydown=${this.#handleKey}></div>`}
        <div class="tabs" role="tablist" aria-label=${t('table.panel')} @keydown=${this.#tabKeys}>${TABS.map((x) => html`
          <button role="tab" id=${`tab-${x.id}`} aria-selected=${String(x.id === this._tab)} aria-controls="body" tabindex=${x.id === this._tab ? 0 : -1}
            @click=${() => (x.id === this._tab && !this._wide ? (this._open = !this._open) : this.tab(x.id))}>${icon(x.icon)}<span>${t(`table.tab.${x.id}`)}</span></button>`)}</div>
        <div class="body" id="body" role="tabpanel" tabindex="0" aria-labelledby=${`tab-${this._tab}`} ?hidden=${!this._wide && !this._open}>
          ${!this._wide && this._tab === 'motif' ? film : nothing}
          ${parts.length > 1 && this._tab !== 'process' ? html`<div class="parts" role="group" aria-label=${t('table.part')}>${parts.map((p) => html`
            <button aria-pressed=${String(p === part)} @click=${() => { this._part = p; }}>${partName(p, d.product.layout)}</button>`)}</div>` : nothing}
          ${this.#panel(d, part)}
        </div>
      </section>`;
  }

  #panel(d, part) {
    const c = this._catalog;
    if (!c) return nothing;
    switch (this._tab) {
      case 'isen': return html`<jg-panel-isen .design=${d} .catalog=${c} .part=${part}></jg-panel-isen>`;
      case 'layout': return html`<jg-panel-layout .design=${d} .catalog=${c} .part=${part}></jg-panel-layout>`;
      case 'colour': return html`<jg-panel-colour .design=${d} .catalog=${c} .part=${part} .ink=${this._ink} .vision=${this._vision}
        @select=${(e) => { this._ink = e.detail; }} @vision=${(e) => this.setVision(e.detail)}></jg-panel-colour>`;
      case 'process': return html`<jg-panel-process .design=${d} .catalog=${c}></jg-panel-process>`;
      default: return html`<jg-panel-motif .design=${d} .catalog=${c} .part=${part}></jg-panel-motif>`;
    }
  }
}

const percent = (r) => n(r, { style: 'percent', maximumFractionDigits: r < 0.1 ? 1 : 0 });
const SEAM = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 4h16v16H4Z"/><path d="M12 4v16M4 12h16" stroke-dasharray="2 2.5"/><circle cx="12" cy="12" r="3"/></svg>`;
const DOTS = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12v.1M12 12v.1M19 12v.1" stroke-width="2.5"/></svg>`;

define('jg-table', Table);
