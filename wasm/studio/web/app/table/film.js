// The film strip: variations of the cloth on the table, side by side.

import { css, html, nothing } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { n, t } from '../i18n.js';
import { icon } from '../icons.js';
import { define, Jg } from '../ui/element.js';
import { edit } from './edit.js';
import { keepLocked } from './locks.js';
import { renewed } from './panel-motif.js';
import './thumb.js';

const COUNT = 8;

export class Film extends Jg {
  static properties = { design: { attribute: false }, _list: { state: true }, _from: { state: true }, _busy: { state: true } };
  static styles = [...Jg.styles, css`
    :host { display: flex; gap: 12px; align-items: stretch; padding: 10px 16px; background: var(--room); border-block-start: 1px solid var(--line); overflow-x: auto; scroll-padding-inline: 136px 16px; overscroll-behavior-x: contain; scrollbar-width: thin; }
    .side { display: grid; align-content: center; gap: 2px; flex: none; position: sticky; inset-inline-start: -16px; background: inherit; padding-inline: 16px 8px; margin-inline-start: -16px; z-index: 1; }
    .side span { font-family: var(--serif); font-size: var(--f15); }
    .frame { flex: none; width: 104px; height: 76px; padding: 0; border: 0; background: none; overflow: hidden; }
    .frame jg-thumb { width: 104px; height: 104px; margin-block-start: -14px; pointer-events: none; }
    .frame[aria-pressed="true"] { outline: 2px solid var(--soga); outline-offset: 2px; }
    .frame:focus-visible { outline: 2px solid var(--wedel); outline-offset: 2px; }
    .wait { width: 104px; height: 76px; flex: none; background: var(--wash); }
  `];
  #page = 0;

  updated() {
    const d = this.design;
    if (!d || this._busy) return;
    const f = this._from;
    if (!this.#tried || (f && (f.market !== d.market || f.product.id !== d.product.id || f.field.motif !== d.field.motif))) this.more();
  }
  #tried = false;

  async more() {
    if (this._busy || !this.design) return;
    const d = this.design;
    this.#tried = true;
    this._busy = true;
    try {
      const { designs } = await engine.call('variations', { design: d, n: COUNT, page: this.#page++ }, { priority: 'idle' });
      this._from = d;
      this._list = designs.map((x) => keepLocked(x, d));
    } catch {
      this._list = this._list || [];
    } finally {
      this._busy = false;
    }
  }

  render() {
    const list = this._list && this._from ? [this._from, ...this._list] : null;
    return html`<div class="side"><span>${t('table.film')}</span>
        <button class="button quiet" ?disabled=${this._busy} @click=${this.more}>${icon('dice')}${t('table.film.more')}</button></div>
      ${list ? list.map((d, i) => html`<button class="frame" aria-pressed=${d === this._from ? String(this.design === d) : String(same(d, this.design))}
          aria-label=${i ? t('table.film.one', { n: n(i) }) : t('table.film.first')} title=${i ? t('table.film.one', { n: n(i) }) : t('table.film.first')}
          @focus=${(e) => e.currentTarget.scrollIntoView({ inline: 'nearest', block: 'nearest' })}
          @click=${() => edit.replace(t('table.step.film'), () => renewed(d))}><jg-thumb fill repeats="1.3" .design=${d}></jg-thumb></button>`)
        : this._busy ? Array.from({ length: COUNT }, () => html`<span class="wait"></span>`) : nothing}`;
  }
}
define('jg-film', Film);

const key = (d) => d && JSON.stringify([d.field, d.kepala, d.border, d.inks, d.seed, d.product, d.technique]);
const same = (a, b) => key(a) === key(b);
