// Warna: the inks of this very design, by role; schemes, colourways, a photo; and how others will see them.

import { css, html, live, nothing, styleMap } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { colours } from '../picture.js';
import { n, t } from '../i18n.js';
import { icon } from '../icons.js';
import { tell } from '../errors.js';
import { colourName, PHOTO, schemeName } from '../names.js';
import { define, Jg } from '../ui/element.js';
import { edit } from './edit.js';
import { lock, locked } from './locks.js';
import './oklch-picker.js';
import { panel } from './panel-css.js';
import './thumb.js';
import { warningText } from '../warnings.js';
import { roleName } from './words.js';

const VISIONS = ['', 'protan', 'deutan', 'tritan'];
const BODY = ['ground', 'fill', 'fill2', 'accent', 'outline', 'isen', 'latar'];
const random = () => String(crypto.getRandomValues(new Uint32Array(1))[0]);

/** Events: `select` (detail: index of an ink), `vision` (detail: '' | 'protan' …). */
export class PanelColour extends Jg {
  static properties = {
    design: { attribute: false }, catalog: { attribute: false }, part: {}, ink: { type: Number }, vision: {},
    _ways: { state: true }, _photo: { state: true }, _contrast: { state: true },
  };

  static styles = [...Jg.styles, panel, css`
    .inks { display: grid; }
    .ink { display: grid; grid-template-columns: 1fr auto; align-items: stretch; border-block-end: 1px solid var(--line); }
    .ink > button:first-child { display: grid; grid-template-columns: 24px 36px 1fr auto; gap: 8px; align-items: center; min-height: 48px; padding: 4px 0; border: 0; background: none; text-align: start; }
    .ink[aria-current="true"] > button:first-child { color: var(--soga); font-weight: 600; }
    .chip { height: 32px; border: 1px solid color-mix(in oklab, var(--ink) 30%, transparent); }
    .ink[aria-current="true"] .chip { outline: 2px solid var(--soga); outline-offset: 2px; }
    .no { font-size: var(--f13); color: var(--soft); text-align: center; }
    .who { display: grid; justify-items: start; line-height: 1.25; min-width: 0; }
    .who small, .hex { color: var(--soft); font-weight: 400; font-size: var(--f13); }
    .hex { direction: ltr; }
    .ink .button.icon { width: 36px; min-height: 48px; }
    .under { grid-column: 1 / -1; padding: 8px 0 16px; }
    .under .two, .under jg-oklch + .figures { margin-block-start: 12px; }
    .schemes { display: grid; gap: 12px; }
    .scheme { display: grid; gap: 4px; border: 0; background: none; padding: 0; text-align: start; font-size: var(--f13); }
    .scheme[aria-pressed="true"] { color: var(--soga); font-weight: 600; }
    .scheme[aria-pressed="true"] .strip { outline: 2px solid var(--soga); outline-offset: 2px; }
    .ways { display: grid; grid-template-columns: 1fr 1fr; gap: 12px 8px; }
    .warnings { display: grid; gap: 8px; list-style: none; padding: 0; margin: 0; }
    .warnings .note { margin: 0; }
    input[type="file"] { position: absolute; opacity: 0; width: 1px; height: 1px; }
    .actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 12px; }
    .figures { display: flex; justify-content: space-between; font-size: var(--f13); gap: 8px; }
  `];

  #waysOf = '';
  #contrastOf = '';

  constructor() {
    super();
    this.ink = -1;
    this.vision = '';
  }

  updated() { this.#measure(); }

  // Contrast of the chosen ink to the ground.
  async #measure() {
    const d = this.design;
    if (!d || this.ink < 1 || !d.inks[this.ink]) return;
    const key = `${d.inks[0].color}${d.inks[this.ink].color}`;
    if (key === this.#contrastOf) return;
    this.#contrastOf = key;
    const c = await engine.call('color.contrast', { a: d.inks[0].color, b: d.inks[this.ink].color }).catch(() => null);
    if (key === this.#contrastOf) this._contrast = c;
  }

  #color(i, { hex, name, live: moving }) {
    edit.change(t('table.step.ink', { name: colourName(this.design.inks[i].name) }), (d) => {
      const taken = d.inks.some((k, j) => j !== i && k.name === name);
      d.inks[i] = { ...d.inks[i], color: hex, name: taken || !name ? d.inks[i].name : name };
      d.scheme = 'own inks';
    }, { coalesce: `ink.${i}`, live: moving });
  }

  #inks(label, inks, scheme) {
    edit.replace(label, async (d) => {
      const { design } = await engine.call('recolour', { design: d, inks, scheme }, { priority: 'now' });
      return design;
    });
  }

  reroll() {
    const base = edit.design;
    const kept = base.inks.map((_, i) => i).filter((i) => locked(`inks.${i}`));
    edit.replace(t('table.step.reroll'), async (d) => {
      const { scheme } = await engine.call('generate', { market: d.market, seed: random(), n: d.inks.length, inks: d.inks, lock: kept }, { priority: 'now' });
      const { design } = await engine.call('recolour', { design: d, inks: scheme.inks, scheme: scheme.name }, { priority: 'now' });
      return design;
    });
  }

  async #colourways() {
    const d = this.design;
    this.#waysOf = d.field.motif + d.product.id;
    this._ways = 'asked';
    try {
      const { designs } = await engine.call('colourways', { design: d, n: 6 });
      this._ways = designs;
    } catch (err) {
      this._ways = null;
      tell(err, 'proposals');
    }
  }

  async #fromPhoto(e) {
    const file = e.target.files[0];
    e.target.value = '';
    if (!file) return;
    this._photo = 'asked';
    try {
      this._photo = await colours(file, { n: Math.max(3, Math.min(8, this.design.inks.length)), market: this.design.market });
    } catch (err) {
      this._photo = null;
      tell(err, 'photo');
    }
  }

  #strip(inks) {
    return html`<span class="strip" aria-hidden="true">${inks.map((k) => html`<i style=${styleMap({ background: k.color })}></i>`)}</span>`;
  }

  render() {
    const { catalog: c, design: d } = this;
    if (!c || !d) return nothing;
    const market = c.market(d.market);
    const f = d[this.part] || d.field;
    const same = (a, b) => a.length === b.length && a.every((k, i) => k.color === b[i].color);
    return html`
      <section>
        <div class="inks" role="list" aria-label=${t('table.inks')}>${d.inks.map((k, i) => this.#ink(k, i))}</div>
        <div class="actions">
          <button class="button" @click=${() => this.reroll()}>${icon('dice')}${t('table.reroll')}</button>
          <button class="button quiet" ?disabled=${d.inks.length >= 12} @click=${() => this.#inks(t('table.step.add'),
            [...d.inks, { name: t('table.ink.new', { n: d.inks.length + 1 }), color: d.inks.at(-1).color === '#808080' ? '#909090' : '#808080', role: 'accent' }], d.scheme)}>${icon('plus')}${t('table.ink.add')}</button>
        </div>
      </section>
      <section>
        <h2 class="sub">${t('table.schemes')}</h2>
        <div class="schemes">${market.schemes.map((s) => html`<button class="scheme" aria-pressed=${same(s.inks, d.inks) ? 'true' : 'false'}
          @click=${() => this.#inks(t('table.step.scheme', { name: schemeName(s.name) }), s.inks, s.name)}>${this.#strip(s.inks)}<span><bdi>${schemeName(s.name)}</bdi></span></button>`)}</div>
      </section>
      <section>
        <h2 class="sub">${t('table.ways')}</h2>
        ${Array.isArray(this._ways) ? html`<div class="ways">${this._ways.map((w, i) => html`<button class="pick" aria-pressed=${same(w.inks, d.inks) ? 'true' : 'false'}
            @click=${() => this.#inks(t('table.step.way'), w.inks, w.scheme)}>
            <jg-thumb fill .design=${{ ...d, inks: w.inks, field: { ...d.field, dress: undefined } }}></jg-thumb><span><bdi>${w.scheme ? schemeName(w.scheme) : t('table.way', { n: i + 1 })}</bdi></span></button>`)}</div>` : nothing}
        <div class="actions"><button class="button" ?disabled=${this._ways === 'asked'} @click=${this.#colourways}>${icon('palette')}${t('table.ways.show')}</button></div>
      </section>
      <section>
        <h2 class="sub">${t('table.seen')}</h2>
        <div class="field"><label for="vision">${t('table.vision')}</label><select id="vision" .value=${live(this.vision)}
          @change=${(e) => this.dispatchEvent(new CustomEvent('vision', { detail: e.target.value }))}>
          ${VISIONS.map((v) => html`<option value=${v} ?selected=${v === this.vision}>${t(`table.vision.${v || 'all'}`)}</option>`)}</select></div>
        ${d.warnings?.length ? html`<ul class="warnings">${d.warnings.map((w) => html`<li class="note">${icon('warn')}<p>${warningText(w, d.market)}</p></li>`)}</ul>`
          : html`<p>${t('table.seen.fine')}</p>`}
      </section>
      <section>
        <h2 class="sub">${t('table.photo')}</h2>
        ${this._photo?.inks ? html`<div class="schemes">
          <button class="scheme" @click=${() => this.#inks(t('table.step.photo'), this._photo.inks.map(({ color, name }) => ({ color, name })), PHOTO)}>
            ${this.#strip(this._photo.inks)}<span>${t('table.photo.asis')}</span></button>
          ${this._photo.scheme ? html`<button class="scheme" @click=${() => this.#inks(t('table.step.photo'), this._photo.scheme.inks, this._photo.scheme.name)}>
            ${this.#strip(this._photo.scheme.inks)}<span>${t('table.photo.fit')}</span></button>` : nothing}</div>` : nothing}
        <div class="actions"><button class="button" ?disabled=${this._photo === 'asked'} @click=${() => this.$('#photo').click()}>${icon('photo')}${t(this._photo === 'asked' ? 'table.photo.wait' : 'table.photo.choose')}</button>
          <input id="photo" type="file" accept="image/*" tabindex="-1" aria-hidden="true" @change=${this.#fromPhoto}></div>
      </section>
      <details><summary>${t('table.dress')}${icon('down')}</summary>
        <p>${t('table.dress.about')}</p>
        ${BODY.filter((r) => c.roles.includes(r)).map((r) => html`<div class="field"><label for=${r}>${roleName(`dress.${r}`)}</label>
          <select id=${r} @change=${(e) => edit.change(t('table.step.dress'), (x) => {
            const g = x[this.part] || x.field;
            const dress = { ...g.dress };
            if (e.target.value === '') delete dress[r];
            else dress[r] = Number(e.target.value);
            g.dress = dress;
            if (!Object.keys(dress).length) delete g.dress;
          })}><option value="" ?selected=${f.dress?.[r] === undefined}>${t('table.dress.auto')}</option>
            ${d.inks.map((k, i) => html`<option value=${i} ?selected=${f.dress?.[r] === i}>${n(i + 1)} · ${colourName(k.name)}</option>`)}</select></div>`)}
      </details>`;
  }

  #ink(k, i) {
    const d = this.design;
    const now = i === this.ink;
    const path = `inks.${i}`;
    return html`<div class="ink" role="listitem" aria-current=${now ? 'true' : 'false'}>
      <button aria-expanded=${now ? 'true' : 'false'} @click=${() => this.dispatchEvent(new CustomEvent('select', { detail: now ? -1 : i }))}>
        <span class="no">${n(i + 1)}</span><span class="chip" style=${styleMap({ background: k.color })}></span>
        <span class="who"><bdi>${colourName(k.name)}</bdi><small>${roleName(k.role)}</small></span><span class="hex">${k.color}</span></button>
      <button class="button quiet icon" aria-pressed=${locked(path) ? 'true' : 'false'} aria-label=${t('table.param.lock', { name: colourName(k.name) })} title=${t('table.ink.lock')}
        @click=${() => lock(path, !locked(path))}>${icon(locked(path) ? 'lock' : 'unlock')}</button>
      ${now ? html`<div class="under">
        <jg-oklch .color=${k.color} .name=${colourName(k.name)} @color=${(e) => this.#color(i, e.detail)}></jg-oklch>
        ${i > 0 && this._contrast ? html`<p class="figures"><span>${t('table.contrast')}</span><b dir="ltr">${n(this._contrast.ratio, { digits: 1 })} : 1</b></p>
          <p class="figures"><span>${t('table.apart')}</span><b dir="ltr">ΔE ${n(this._contrast.deltaE, { digits: 0 })}</b></p>` : nothing}
        ${i > 0 ? html`<div class="two"><div class="field"><label for="role">${t('table.ink.role')}</label>
          <select id="role" @change=${(e) => edit.change(t('table.step.ink', { name: colourName(k.name) }), (x) => { x.inks[i].role = e.target.value; })}>
            ${['main', 'accent', 'outline'].map((r) => html`<option value=${r} ?selected=${r === k.role}>${roleName(r)}</option>`)}</select></div>
          <div class="field"><span class="label">&nbsp;</span><button class="button quiet" ?disabled=${d.inks.length <= 2}
            @click=${() => { this.dispatchEvent(new CustomEvent('select', { detail: -1 })); this.#inks(t('table.step.remove'), d.inks.filter((_, j) => j !== i), d.scheme); }}>${icon('trash')}${t('table.ink.remove')}</button></div></div>` : nothing}
      </div>` : nothing}</div>`;
  }
}
define('jg-panel-colour', PanelColour);
