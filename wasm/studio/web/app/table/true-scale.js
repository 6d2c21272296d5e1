// True scale: a bank card is held against the screen until the drawn one is as large.

import { css, html, styleMap } from '../../vendor/lit.js';
import { n, t } from '../i18n.js';
import { icon } from '../icons.js';
import { store } from '../store.js';
import { dialog } from '../ui/dialog.js';
import { define, Jg } from '../ui/element.js';

const CARD = { w: 85.6, h: 53.98 }; // mm, ISO/IEC 7810 ID-1

class TrueScale extends Jg {
  static properties = { _mm: { state: true } };

  static styles = [...Jg.styles, css`
    :host { display: grid; gap: 16px; justify-items: start; }
    .stage { width: 100%; overflow: hidden; padding: 4px 0; direction: ltr; }
    .card { background: var(--soga); color: var(--on-soga); border-radius: calc(3.18px / var(--mm)); width: calc(${CARD.w}px / var(--mm)); height: calc(${CARD.h}px / var(--mm));
      max-width: none; padding: 16px; font-size: var(--f13); display: flex; align-items: end; direction: ltr; margin-inline: auto; }
    input[type="range"] { flex: 1; width: 0; height: var(--touch); }
    .row { width: 100%; }
    label { flex: 1 1 100%; }
  `];

  constructor() {
    super();
    this._mm = store.settings.mmPerCssPx || 25.4 / 96;
  }

  render() {
    const px = CARD.w / this._mm;
    return html`<p>${t('table.true.how')}</p>
      <div class="stage"><div class="card" id="card"><bdi>${n(CARD.w, { digits: 2 })} × ${n(CARD.h, { digits: 2, unit: 'mm' })}</bdi></div></div>
      <div class="row"><label for="r">${t('table.true.width')}</label>
        <button class="button icon" aria-label=${t('table.true.smaller')} @click=${() => this.#to(px - 1)}>${icon('minus')}</button>
        <input id="r" type="range" style=${styleMap({ '--at': (px - 180) / 460 })} min="180" max="640" step="0.5" .value=${String(px)} aria-valuetext=${n(px, { digits: 1, unit: 'px' })}
          @input=${(e) => this.#to(e.target.valueAsNumber)}>
        <button class="button icon" aria-label=${t('table.true.larger')} @click=${() => this.#to(px + 1)}>${icon('plus')}</button></div>
      <div class="row"><button class="button main" id="ok" @click=${this.#keep}>${t('table.true.keep')}</button>
        <button class="button quiet" @click=${() => this.#to(CARD.w / (25.4 / 96))}>${t('table.true.reset')}</button></div>`;
  }

  updated() { this.$('#card').style.setProperty('--mm', String(this._mm)); }

  #to(px) { this._mm = CARD.w / Math.min(640, Math.max(180, px)); }

  #keep() {
    store.setSetting('mmPerCssPx', this._mm);
    store.setSetting('calibrated', true);
    this.done();
  }
}
define('jg-true-scale', TrueScale);

/** @returns {Promise<boolean>} whether it was kept */
export async function calibrate() {
  const el = document.createElement('jg-true-scale');
  let kept = false;
  const shown = dialog(t('table.true.title'), el);
  el.done = () => {
    kept = true;
    shown.close();
  };
  await shown;
  return kept;
}
