// Take home: a tailor's order.
import { html, css, nothing, styleMap } from '../../vendor/lit.js';
import { catalog, engine } from '../engine.js';
import { sentence } from '../errors.js';
import { t, n, bytes, when } from '../i18n.js';
import { icon } from '../icons.js';
import { heart } from '../keys.js';
import { colourName, marketName, motifName, productName, sizeText, spoken } from '../names.js';
import { save } from '../open.js';
import { ase, cssFile, gpl } from '../palettes.js';
import { share } from '../sharing.js';
import { store } from '../store.js';
import { Jg, define } from '../ui/element.js';
import { aspect } from '../ui/cloth.js';
import { say } from '../ui/toast.js';
import { warningText } from '../warnings.js';

const SIDE = 200000; // px; the catalogue's limits say better
const PIXELS = 2 ** 31;

/** Whether a cloth is more than its repeat laid over and over. */
const zoned = (d) => !['tile', 'yardage'].includes(d.product.layout) || !!d.border || !!d.kepala;

class Take extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; padding: 32px max(16px, calc((100vw - 1160px) / 2)) 96px; }
    .order { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 24px 56px; align-items: start; }
    .piece { position: sticky; inset-block-start: calc(var(--top) + 24px); display: grid; gap: 16px; }
    .piece jg-cloth { width: 100%; box-shadow: var(--shadow); }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; font-size: var(--f13); }
    .facts dt { color: var(--soft); }
    .swatches { display: flex; flex-wrap: wrap; gap: 6px 12px; list-style: none; font-size: var(--f13); }
    .swatches li { display: flex; align-items: center; gap: 6px; }
    .swatches i { width: 20px; height: 20px; border: 1px solid color-mix(in oklab, var(--ink) 30%, transparent); }
    .slip { background: var(--paper); border-block-start: 2px solid var(--ink); box-shadow: var(--shadow); padding: 8px 24px 8px; }
    .slip .top { display: flex; justify-content: space-between; gap: 12px; padding-block: 12px; border-block-end: 1px solid var(--line); font-size: var(--f13); }
    .item { padding-block: 20px; border-block-end: 1px dashed var(--edge); display: grid; grid-template-columns: 1fr auto; gap: 12px 16px; align-items: start; }
    .item:last-of-type { border: 0; }
    .item h2 { font-size: var(--f18); }
    .item .set { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: end; border: 0; margin: 0; padding: 0; }
    .set label.field { display: grid; gap: 4px; font-size: var(--f13); }
    .set input[type="number"] { width: 7.5rem; }
    .set label.line { display: flex; align-items: center; gap: 8px; min-height: var(--touch); font-weight: 400; }
    .result { grid-column: 1 / -1; font-size: var(--f13); }
    .going { grid-column: 1 / -1; display: grid; grid-template-columns: 1fr auto; gap: 4px 12px; align-items: center; }
    .going progress { grid-column: 1; }
    .going .button { grid-column: 2; grid-row: 1 / span 2; }
    .done { grid-column: 1 / -1; display: flex; gap: 8px; align-items: center; color: var(--ink); font-size: var(--f13); }
    .bad { grid-column: 1 / -1; }
    @media (max-width: 860px) {
      :host { padding-block-start: 16px; }
      .order { grid-template-columns: minmax(0, 1fr); }
      .piece { position: static; }
      .slip { padding-inline: 16px; margin-inline: -16px; }
      .item { grid-template-columns: 1fr; }
      .item > .button { width: 100%; }
    }
  `];

  #c = null;
  #d = null; // described
  #for = null; // the design that #d describes
  #jobs = new Map(); // item → { stop, done, bytes } while it goes, then { name, size } or { error }
  #png = { scope: 'whole', dpi: 150, cm: 0 };
  #svg = { scope: 'tile', flat: false };

  connectedCallback() {
    super.connectedCallback();
    catalog().then((c) => { this.#c = c; this.requestUpdate(); }, () => {});
  }

  willUpdate() {
    const { design } = store;
    if (!design || design === this.#for) return;
    this.#for = design;
    this.#d = null;
    this.#png.cm = 0;
    // A drawing is the whole cloth where that is more than its repeat, unless every line of it is another.
    this.#svg.scope = zoned(design) && design.technique !== 'tulis' ? 'whole' : 'tile';
    engine.call('describe', { design, dpi: 150 }, { priority: 'now' }).then((d) => {
      if (this.#for !== design) return;
      this.#d = d;
      if (!d.repeat.w || !d.repeat.h) this.#png.scope = this.#svg.scope = 'whole';
      this.requestUpdate();
    }, (err) => { this.#jobs.set('png', { error: sentence(err, 'export') }); this.requestUpdate(); });
  }

  /** mm of what is taken */
  #size(scope) {
    if (!this.#d) return null;
    const tile = scope === 'tile' && this.#d.repeat.w && this.#d.repeat.h;
    return tile ? this.#d.repeat : this.#d.size;
  }

  #pngSize() {
    const mm = this.#size(this.#png.scope);
    if (!mm) return null;
    const cm = this.#png.cm || Math.round(mm.w) / 10;
    const w = Math.round((cm / 2.54) * this.#png.dpi);
    const h = Math.round((w * mm.h) / mm.w);
    const { side, pixels } = this.#c?.limits || { side: SIDE, pixels: PIXELS };
    return { w, h, cm, tall: (cm * mm.h) / mm.w, scaled: Math.abs(cm * 10 - mm.w) > 0.6, over: w > side || h > side || w * h > pixels, small: w < 16 || h < 16 };
  }

  async #take(item, options) {
    const { design } = store;
    const stop = new AbortController();
    const job = { stop, done: 0, bytes: 0 };
    this.#jobs.set(item, job);
    this.requestUpdate();
    say(t('take.making'));
    try {
      const got = await engine.export(design, options, {
        signal: stop.signal,
        onProgress: ({ done, bytes: b }) => {
          job.done = done;
          job.bytes = b;
          this.requestUpdate();
        },
      });
      save(got.blob, got.name);
      this.#jobs.set(item, { name: got.name, size: got.blob.size });
      say(t('take.ready', { name: got.name }));
    } catch (err) {
      const error = sentence(err, 'export');
      this.#jobs.set(item, error ? { error } : { stopped: true });
      say(error || t('take.stopped'));
    }
    this.requestUpdate();
    this.updateComplete.then(() => { if (!document.querySelector('jg-dialog') && this.isConnected && !this.renderRoot.activeElement) this.$(`[data-go="${item}"]`)?.focus(); });
  }

  #palette(kind) {
    const { design } = store;
    const blob = { gpl, css: cssFile, ase }[kind](design);
    const name = `${design.field.motif}-${design.market}.${kind}`;
    save(blob, name);
    this.#jobs.set('palette', { name, size: blob.size });
    say(t('take.ready', { name }));
    this.requestUpdate();
  }

  render() {
    const { design } = store;
    if (!design) return html`<p>${t('take.nothing')} <a href="#/">${t('room.whom')}</a></p>`;
    const c = this.#c;
    const market = c?.market(design.market);
    const kept = store.isKept(design);
    const a = aspect(design);
    const png = this.#pngSize();
    const tile = this.#d && this.#d.repeat.w && this.#d.repeat.h;
    return html`<div class="order">
      <section class="piece" aria-label=${t('take.cloth')}>
        <jg-cloth .design=${design} style=${styleMap({ 'aspect-ratio': String(a), 'max-width': `calc(62vh * ${a})` })} label=${spoken(c, design)}></jg-cloth>
        <h1>${motifName(c, design.field.motif)}</h1>
        <dl class="facts">
          <dt>${t('take.product')}</dt><dd>${productName(design.product)}</dd>
          <dt>${t('take.size')}</dt><dd>${design.product.width ? sizeText(design.product) : this.#d ? sizeText({ width: this.#d.size.w, height: this.#d.size.h }) : ''}</dd>
          <dt>${t('take.for')}</dt><dd>${market ? marketName(market) : design.market}</dd>
          ${tile ? html`<dt>${t('take.repeat')}</dt><dd>${t('size', { w: n(this.#d.repeat.w / 10, { digits: 1 }), h: n(this.#d.repeat.h / 10, { digits: 1, unit: 'cm' }) })}</dd>` : nothing}
          <dt>${t('take.technique')}</dt><dd>${t(`technique.${design.technique}`)}</dd>
        </dl>
        <ul class="swatches" aria-label=${t('take.inks', { n: design.inks.length })}>${design.inks.map((i, k) => html`<li><i style=${styleMap({ background: i.color })}></i><b>${n(k + 1)}</b><bdi>${colourName(i.name) || i.color}</bdi></li>`)}</ul>
        ${(design.warnings || []).map((w) => html`<p class="note">${icon('warn')}<span>${warningText(w, design.market)}</span></p>`)}
        <div class="row"><button class="button" aria-pressed=${kept} @click=${() => heart(design)}>${icon('heart')}${t(kept ? 'unkeep' : 'keep')}</button>
          <button class="button" @click=${() => share(design)}>${icon('link')}${t('share')}</button></div>
      </section>
      <section class="slip" aria-label=${t('take.order')}>
        <div class="top"><span>${t('take.order')}</span><span>${when(Date.now())}</span></div>
        ${this.#item('png', t('take.png'), t('take.png.for'), { format: 'png', scope: this.#png.scope, ...(png?.scaled ? { width: png.w } : { dpi: this.#png.dpi }) }, html`
          <fieldset class="set"><legend class="visually-hidden">${t('take.png')}</legend>
            ${this.#scope('png', this.#png)}
            <label class="field">${t('take.wide')}<input type="number" inputmode="decimal" min="1" max="2000" step="any" .value=${png ? String(Math.round(png.cm * 10) / 10) : ''} @change=${(e) => { const v = Number(e.target.value); this.#png.cm = v > 0 ? v : 0; this.requestUpdate(); }}></label>
            <label class="field">${t('take.dpi')}<select @change=${(e) => { this.#png.dpi = Number(e.target.value); this.requestUpdate(); }}>${[72, 100, 150, 200, 254, 300, 360, 600].map((v) => html`<option value=${v} ?selected=${v === this.#png.dpi}>${n(v)}</option>`)}</select></label>
          </fieldset>
          ${png ? html`<p class="result">${t('take.png.size', { w: n(png.w), h: n(png.h), cm: `${n(png.cm, { digits: 1 })} × ${n(png.tall, { digits: 1, unit: 'cm' })}` })}</p>` : nothing}
          ${png?.scaled ? html`<p class="result">${t('take.scaled')}</p>` : nothing}
          ${this.#only(this.#png, design)}
          ${png?.over ? html`<p class="note bad">${icon('warn')}<span>${t('error.export.too-large')}</span></p>` : nothing}`, !png || png.over || png.small)}
        ${this.#item('svg', t('take.svg'), t('take.svg.for'), { format: 'svg', ...this.#svg }, html`<fieldset class="set"><legend class="visually-hidden">${t('take.svg')}</legend>${this.#scope('svg', this.#svg)}
            <label class="line"><input type="checkbox" .checked=${this.#svg.flat} @change=${(e) => { this.#svg.flat = e.target.checked; }}>${t('take.flat')}</label></fieldset>
            ${this.#only(this.#svg, design)}${this.#svg.scope === 'whole' && design.technique === 'tulis' && design.product.width ? html`<p class="result">${t('take.svg.large')}</p>` : nothing}`)}
        ${this.#item('shop', t('take.shop'), t('take.shop.for'), { format: 'png', scope: 'whole', width: 2000 }, html`<p class="result">${t('take.shop.note')}</p>`)}
        ${design.technique === 'print' ? nothing : html`<div class="item"><div><h2>${t('making.page.title')}</h2><p class="soft small">${t('take.recipe.for')}</p></div>
          <a class="button" href="#/recipe">${t('making.page')}</a></div>`}
        <div class="item"><div><h2>${t('take.palette')}</h2><p class="soft small">${t('take.palette.for')}</p></div>
          <div class="row">${['gpl', 'ase', 'css'].map((k) => html`<button class="button" aria-label=${`${t('take.palette')} ${k.toUpperCase()}`} @click=${() => this.#palette(k)}>${k.toUpperCase()}</button>`)}</div>${this.#state('palette')}</div>
        ${this.#item('json', t('take.json'), t('take.json.for'), { format: 'json' }, nothing)}
      </section></div>`;
  }

  #scope(id, o) {
    const tile = this.#d && this.#d.repeat.w && this.#d.repeat.h;
    return html`${['whole', 'tile'].map((s) => html`<label class="line"><input type="radio" name="scope-${id}" .checked=${o.scope === s} ?disabled=${s === 'tile' && !tile} @change=${() => { o.scope = s; if ('cm' in o) o.cm = 0; this.requestUpdate(); }}>${t(`take.${s}`)}</label>`)}`;
  }

  // What a repeat leaves out.
  #only(o, design) { return o.scope === 'tile' && zoned(design) ? html`<p class="result">${t('take.tile.only')}</p>` : nothing; }

  #item(id, heading, what, options, settings, off = false) {
    const going = !!this.#jobs.get(id)?.stop;
    return html`<div class="item"><div><h2>${heading}</h2><p class="soft small">${what}</p></div>
      <button class="button ${id === 'png' ? 'main' : ''}" data-go=${id} ?disabled=${off || going} aria-label="${t('take.get')}: ${heading}" @click=${() => this.#take(id, options)}>${icon('take')}${t('take.get')}</button>
      ${settings}${this.#state(id)}</div>`;
  }

  #state(id) {
    const j = this.#jobs.get(id);
    if (!j) return nothing;
    if (j.stop) return html`<div class="going"><progress aria-label=${t('take.making')} max="1" value=${j.done ?? nothing}></progress><span class="small">${j.done == null ? t('take.making') : n(j.done, { style: 'percent', digits: 0 })}${j.bytes ? ` · ${bytes(j.bytes)}` : ''}</span><button class="button" @click=${() => j.stop.abort()}>${icon('stop')}${t('stop')}</button></div>`;
    if (j.error) return html`<p class="note bad">${icon('warn')}<span>${j.error}</span></p>`;
    if (j.stopped) return html`<p class="done">${t('take.stopped')}</p>`;
    return html`<p class="done">${icon('check')}<span>${t('take.done', { name: j.name, size: bytes(j.size) })}</span></p>`;
  }
}
define('jg-take', Take);
