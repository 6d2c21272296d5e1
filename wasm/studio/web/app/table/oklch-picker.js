// A colour by lightness, chroma and hue, as the eye counts them. The tracks show what the other two allow: where no
// screen has the colour, the track is hatched.

import { css, html, live, nothing, repeat } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { n, t } from '../i18n.js';
import { icon } from '../icons.js';
import { define, Jg } from '../ui/element.js';

const AXES = [
  { id: 'l', max: 1, shown: 100, step: 0.1, unit: '%' },
  { id: 'c', max: 0.37, shown: 1, step: 0.001, unit: '' },
  { id: 'h', max: 360, shown: 1, step: 0.5, unit: '°' },
];

/** Event `color`: detail {hex, name, live}. */
export class Oklch extends Jg {
  static properties = { color: {}, name: {}, _lch: { state: true }, _in: { state: true }, _word: { state: true } };

  static styles = [...Jg.styles, css`
    :host { display: block; }
    .axis { display: grid; grid-template-columns: 5.2em 1fr auto; gap: 8px; align-items: center; margin-block-end: 8px; }
    .axis label { font-size: var(--f13); }
    .axis input[type="number"] { width: 72px; min-height: 32px; padding: 0 6px; text-align: end; appearance: textfield; }
    .field { position: relative; display: flex; align-items: center; }
    .field span { font-size: var(--f13); width: 1.2em; padding-inline-start: 3px; color: var(--soft); }
    input[type="range"] { appearance: none; -webkit-appearance: none; direction: ltr; width: 100%; height: 32px; background: none; cursor: pointer; }
    input[type="range"]::-webkit-slider-runnable-track { height: 20px; border: 1px solid var(--edge); border-radius: var(--radius);
      background: var(--track, none), repeating-linear-gradient(135deg, var(--paper) 0 4px, var(--line) 4px 6px); }
    input[type="range"]::-moz-range-track { height: 20px; border: 1px solid var(--edge); border-radius: var(--radius);
      background: var(--track, none), repeating-linear-gradient(135deg, var(--paper) 0 4px, var(--line) 4px 6px); }
    input[type="range"]::-webkit-slider-thumb { appearance: none; -webkit-appearance: none; width: 12px; height: 28px; margin-block-start: -5px; background: var(--paper);
      border: 2px solid var(--ink); border-radius: 3px; }
    input[type="range"]::-moz-range-thumb { width: 8px; height: 24px; background: var(--paper); border: 2px solid var(--ink); border-radius: 3px; }
    .foot { display: flex; gap: 8px; align-items: center; }
    .now { width: 40px; height: 40px; border: 1px solid var(--edge); flex: none; }
    input[type="text"] { width: 104px; direction: ltr; font-variant-numeric: tabular-nums; }
    .word { flex: 1; font-size: var(--f13); color: var(--soft); line-height: 1.3; min-width: 0; }
    @media (pointer: coarse) { input[type="range"] { height: 44px; } .axis input[type="number"] { min-height: 44px; } }
  `];

  #tracks = {};
  #sent = '';
  #busy = false;
  #again = null;
  #tracking = false;
  #trackAgain = false;
  #typed = {}; // what stands in a field that is being filled in: no redrawing may take it away

  #typedIn(id) {
    if (this.#typed[id] === undefined) return;
    delete this.#typed[id];
    this.requestUpdate();
  }

  willUpdate(changed) {
    if (changed.has('color') && this.color && this.color !== this.#sent) this.#read(this.color);
  }

  async #read(hex) {
    this.#sent = hex;
    const { colors: [c] } = await engine.call('color.convert', { colors: [hex] }, { priority: 'now' }).catch(() => ({ colors: [] }));
    if (!c || this.#sent !== hex) return;
    this._lch = c.oklch;
    this._in = true;
    this._word = c.name;
    this.#shade();
  }

  #set(axis, value, moving) {
    if (!Number.isFinite(value) || !this._lch) return;
    const a = AXES.find((x) => x.id === axis);
    this._lch = { ...this._lch, [axis]: Math.min(a.max, Math.max(0, value / a.shown)) };
    this.#send(moving);
  }

  async #send(moving) {
    this.#again = { moving };
    if (this.#busy) return;
    this.#busy = true;
    while (this.#again) {
      const { moving: m } = this.#again;
      this.#again = null;
      this.#shade();
      try {
        const { colors: [c] } = await engine.call('color.convert', { colors: [this._lch] }, { priority: 'now' });
        this._in = c.inGamut;
        this._word = c.name;
        this.#sent = c.hex;
        this.dispatchEvent(new CustomEvent('color', { detail: { hex: c.hex, name: c.name, live: m } }));
      } catch { /* the next move asks again */ }
    }
    this.#busy = false;
  }

  // The tracks as far as they are in the screen's gamut.
  async #shade() {
    this.#trackAgain = true;
    if (this.#tracking) return;
    this.#tracking = true;
    while (this.#trackAgain) {
      this.#trackAgain = false;
      const color = this._lch;
      try {
        const answers = await Promise.all(AXES.map((a) => engine.call('color.track', { color, axis: a.id, n: 33 }, { priority: 'now' })));
        answers.forEach((r, i) => {
          const { from, to, stops } = r;
          const at = (s) => `${(((s.at - from) / (to - from)) * 100).toFixed(2)}%`;
          const css = stops.map((s) => `${s.inGamut ? s.hex : 'transparent'} ${at(s)}`);
          this.#tracks[AXES[i].id] = `linear-gradient(to right, ${css.join(', ')})`;
        });
        for (const a of AXES) this.$(`#${a.id}`)?.style.setProperty('--track', this.#tracks[a.id]);
      } catch { /* plain tracks */ }
    }
    this.#tracking = false;
  }

  async #dropper() {
    try {
      const { sRGBHex } = await new EyeDropper().open();
      this.#hex(sRGBHex);
    } catch { /* she thought better of it */ }
  }

  async #hex(text) {
    const m = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
    if (!m) {
      this.requestUpdate();
      return;
    }
    const hex = `#${m[1].length === 3 ? [...m[1]].map((x) => x + x).join('') : m[1]}`.toLowerCase();
    await this.#read(hex);
    this.dispatchEvent(new CustomEvent('color', { detail: { hex, name: this._word, live: false } }));
  }

  render() {
    const v = this._lch;
    if (!v) return nothing;
    return html`<div role="group" aria-label=${t('table.color.of', { name: this.name || '' })}>
      ${repeat(AXES, (a) => a.id, (a) => {
        const value = v[a.id] * a.shown;
        const digits = a.id === 'c' ? 3 : a.id === 'h' ? 0 : 1;
        const max = a.max * a.shown;
        return html`<div class="axis"><label for=${a.id}>${t(`table.color.${a.id}`)}</label>
          <input id=${a.id} type="range" min="0" max=${max} step=${a.step} .value=${live(String(value))}
            aria-valuetext=${`${n(value, { digits })}${a.unit}`}
            @input=${(e) => this.#set(a.id, e.target.valueAsNumber, true)} @change=${(e) => this.#set(a.id, e.target.valueAsNumber, false)}>
          <span class="field"><input type="number" aria-label=${t(`table.color.${a.id}`)} min="0" max=${max} step="any"
            .value=${live(this.#typed[a.id] ?? value.toFixed(digits))}
            @input=${(e) => { this.#typed[a.id] = e.target.value; }} @blur=${() => this.#typedIn(a.id)}
            @change=${(e) => { this.#typedIn(a.id); this.#set(a.id, e.target.valueAsNumber, false); }}><span aria-hidden="true">${a.unit}</span></span></div>`;
      })}
      <div class="foot">
        <span class="now" id="now" aria-hidden="true"></span>
        <input type="text" aria-label=${t('table.color.hex')} spellcheck="false" autocomplete="off" maxlength="7" .value=${live(this.#typed.hex ?? this.color ?? '')}
          @input=${(e) => { this.#typed.hex = e.target.value; }} @blur=${() => this.#typedIn('hex')}
          @change=${(e) => { this.#typedIn('hex'); this.#hex(e.target.value); }}>
        ${'EyeDropper' in globalThis ? html`<button class="button icon" aria-label=${t('table.color.dropper')} title=${t('table.color.dropper')}
          @click=${this.#dropper}>${icon('dropper')}</button>` : nothing}
        <span class="word">${this._in === false ? t('table.color.out') : nothing}</span>
      </div></div>`;
  }

  updated() {
    this.$('#now')?.style.setProperty('background', this.color);
    for (const a of AXES) if (this.#tracks[a.id]) this.$(`#${a.id}`)?.style.setProperty('--track', this.#tracks[a.id]);
  }
}
define('jg-oklch', Oklch);
