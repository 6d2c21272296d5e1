// One quantity: a slider, a field with the unit, back to the beginning, and a lock.

import { css, html, live, nothing, styleMap } from '../../vendor/lit.js';
import { n, t, unitName } from '../i18n.js';
import { icon } from '../icons.js';
import { define, Jg } from '../ui/element.js';

/** Event `value`: detail {value, live}; `lock`: detail {on}. */
export class Param extends Jg {
  static properties = {
    label: {}, unit: {}, value: { type: Number }, min: { type: Number }, max: { type: Number }, step: { type: Number },
    def: { type: Number }, locked: { type: Boolean }, lockable: { type: Boolean }, choices: { attribute: false }, disabled: { type: Boolean },
  };

  static styles = [...Jg.styles, css`
    :host { display: block; margin-block-end: 12px; }
    .head { display: grid; grid-template-columns: 1fr auto auto auto; align-items: center; gap: 4px; }
    label { font-size: var(--f13); line-height: 1.3; }
    .num { display: flex; align-items: center; gap: 4px; }
    input[type="number"] { width: 74px; min-height: 32px; padding: 0 6px; text-align: end; appearance: textfield; font-variant-numeric: tabular-nums; }
    .unit { font-size: var(--f13); color: var(--soft); min-width: 1.6em; }
    .tool { width: 28px; height: 32px; min-height: 0; padding: 0; display: grid; place-items: center; border: 0; background: transparent; border-radius: var(--radius); color: var(--soft); }
    .tool:hover:enabled { background: var(--wash); color: var(--ink); }
    .tool:disabled { opacity: .35; cursor: default; }
    .tool[aria-pressed="true"] { color: var(--soga); }
    .tool svg.icon { width: 18px; height: 18px; }
    input[type="range"] { width: 100%; height: 28px; display: block; }
    select { width: 100%; font-size: var(--f13); }
    .head.choice { grid-template-columns: 1fr auto auto; margin-block-end: 4px; }
    @media (pointer: coarse) {
      .tool { width: 44px; height: 44px; } input[type="number"] { min-height: 44px; } input[type="range"] { height: 44px; }
    }
  `];

  #typed; // what stands in the field while it is being filled in: no redrawing may take it away

  #typedIn() {
    this.#typed = undefined;
    this.requestUpdate();
  }

  #tell(value, live) {
    if (!Number.isFinite(value)) return;
    const v = Math.min(this.max, Math.max(this.min, value));
    this.dispatchEvent(new CustomEvent('value', { detail: { value: Number(v.toFixed(4)), live } }));
  }

  render() {
    const places = Math.max(0, Math.min(4, -Math.floor(Math.log10(this.step || 1) + 1e-9)));
    const shown = Number(this.value).toFixed(places);
    const tools = html`
      <button class="tool" ?disabled=${this.def === undefined || Math.abs(this.value - this.def) < 1e-9 || this.disabled}
        aria-label=${t('table.param.reset', { name: this.label })} title=${t('table.param.reset', { name: this.label })}
        @click=${() => this.#tell(this.def, false)}>${icon('reset')}</button>
      ${this.lockable ? html`<button class="tool" aria-pressed=${this.locked ? 'true' : 'false'} aria-label=${t('table.param.lock', { name: this.label })}
        title=${t('table.param.lock.why')} @click=${() => this.dispatchEvent(new CustomEvent('lock', { detail: { on: !this.locked } }))}>
        ${icon(this.locked ? 'lock' : 'unlock')}</button>` : nothing}`;
    if (this.choices) {
      return html`<div class="head choice"><label for="s">${this.label}</label>${tools}</div>
        <select id="s" .value=${live(String(this.value))} @change=${(e) => this.#tell(Number(e.target.value), false)}>
          ${this.choices.map((c, i) => html`<option value=${this.min + i} ?selected=${this.min + i === this.value}>${c}</option>`)}</select>`;
    }
    return html`<div class="head">
        <label id="l" for="r">${this.label}</label>
        <span class="num"><input type="number" inputmode="decimal" aria-label=${`${this.label}${this.unit ? `${t('list.comma')}${unitName(this.unit)}` : ''}`}
          min=${this.min} max=${this.max} step="any" ?disabled=${this.disabled} .value=${live(this.#typed ?? shown)}
          @input=${(e) => { this.#typed = e.target.value; }} @blur=${this.#typedIn}
          @change=${(e) => { this.#typedIn(); this.#tell(e.target.valueAsNumber, false); }}
          @keydown=${this.#nudge}>${this.unit ? html`<span class="unit" aria-hidden="true">${unitName(this.unit)}</span>` : nothing}</span>
        ${tools}
      </div>
      <input id="r" type="range" style=${styleMap({ '--at': (this.value - this.min) / (this.max - this.min) || 0 })} min=${this.min} max=${this.max} step=${this.step} ?disabled=${this.disabled} .value=${live(String(this.value))}
        aria-valuetext=${`${n(this.value, { digits: places })}${this.unit ? ` ${unitName(this.unit)}` : ''}`}
        @input=${(e) => this.#tell(e.target.valueAsNumber, true)} @change=${(e) => this.#tell(e.target.valueAsNumber, false)}>`;
  }

  // A field without a step of its own still goes by the slider's.
  #nudge(e) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[e.key];
    if (!by) return;
    e.preventDefault();
    this.#typedIn();
    this.#tell((e.target.valueAsNumber || 0) + by * this.step * (e.shiftKey ? 10 : 1), true);
  }
}
define('jg-param', Param);
