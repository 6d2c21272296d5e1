// Two designs side by side, or one over the other with a slider between.
import { html, css, styleMap } from '../../vendor/lit.js';
import { t } from '../i18n.js';
import { motifName, spoken } from '../names.js';
import { Jg, define } from './element.js';
import { dialog } from './dialog.js';
import { aspect } from './cloth.js';

class Compare extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: grid; gap: 16px; }
    fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: 4px 20px; flex-wrap: wrap; }
    fieldset label { display: flex; align-items: center; gap: 8px; min-height: var(--touch); }
    .over { position: relative; direction: ltr; overflow: hidden; touch-action: pan-y; max-height: 62dvh; }
    .over jg-cloth { width: 100%; aspect-ratio: var(--a); max-height: 62dvh; }
    .over .top { position: absolute; inset: 0; clip-path: inset(0 0 0 var(--cut)); }
    .over .top jg-cloth { height: 100%; }
    .over .edge { position: absolute; inset-block: 0; left: var(--cut); width: 2px; margin-left: -1px; background: #fffdf8; box-shadow: 0 0 0 1px #241f1b; pointer-events: none; }
    .over input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: ew-resize; direction: ltr; }
    .over:has(input:focus-visible) { outline: 3px solid var(--wedel); outline-offset: 2px; }
    .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 16px; }
    .beside jg-cloth { width: 100%; aspect-ratio: var(--a); }
    .names { display: flex; justify-content: space-between; gap: 16px; flex-wrap: wrap; }
    .names > div { display: grid; gap: 6px; justify-items: start; }
    .names.over-names { direction: ltr; }
  `];

  static properties = { designs: { attribute: false }, c: { attribute: false }, mode: { state: true }, cut: { state: true } };

  constructor() {
    super();
    this.mode = 'over';
    this.cut = 50;
  }

  render() {
    const [a, b] = this.designs;
    const shape = (d) => Math.min(Math.max(aspect(d), 1), 2.2);
    const piece = (d, x) => html`<jg-cloth .design=${d} .repeat=${x || aspect(d) > 2.2 ? 90 : 0} label=${spoken(this.c, d)}></jg-cloth>`;
    const different = Math.abs(aspect(a) - aspect(b)) > 0.02;
    return html`<fieldset><legend class="visually-hidden">${t('compare')}</legend>
        ${['over', 'beside'].map((m) => html`<label><input type="radio" name="m" .checked=${this.mode === m} @change=${() => { this.mode = m; }}>${t(`compare.${m}`)}</label>`)}</fieldset>
      ${this.mode === 'over' ? html`<div class="over" style=${styleMap({ '--cut': `${this.cut}%`, '--a': String(shape(a)) })}>
          ${piece(a, different)}<div class="top">${piece(b, different)}</div><div class="edge"></div>
          <input type="range" min="0" max="100" step="1" .value=${String(this.cut)} aria-label=${t('compare.slide')} @input=${(e) => { this.cut = Number(e.target.value); }}></div>`
        : html`<div class="beside">${[a, b].map((d) => html`<div style=${styleMap({ '--a': String(shape(d)) })}>${piece(d, false)}</div>`)}</div>`}
      <div class="names over-names">${[a, b].map((d) => html`<div><span class="name">${motifName(this.c, d.field.motif)}</span>
        <span class="dots" aria-hidden="true">${d.inks.map((i) => html`<i style=${styleMap({ background: i.color })}></i>`)}</span>
        <button class="button" @click=${() => this.dispatchEvent(new CustomEvent('take', { detail: d }))}>${t('compare.take')}</button></div>`)}</div>`;
  }
}
define('jg-two', Compare);

/** Opens the comparison. @param {any[]} designs two @param {any} c catalogue @param {(d: any) => void} take */
export function compare(designs, c, take) {
  const el = document.createElement('jg-two');
  el.designs = designs;
  el.c = c;
  const d = dialog(t('compare'), el, { wide: '960px' });
  el.addEventListener('take', (e) => {
    d.close();
    take(e.detail);
  });
}
