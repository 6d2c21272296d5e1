// Choosing one of many by its picture: grouped, searchable, one stop for Tab. Pictures are drawn as they come into view.

import { css, html, nothing, repeat } from '../../vendor/lit.js';
import { n, t } from '../i18n.js';
import { icon } from '../icons.js';
import { plain } from '../plain.js';
import { say } from '../ui/toast.js';
import { define, Jg } from '../ui/element.js';
import './thumb.js';

const MANY = 12; // from so many on one may search

/**
 * @typedef {object} Item
 * @property {string} id
 * @property {string} label
 * @property {string} [hint] said of it, below the one that is chosen
 * @property {string} [words] that are searched besides the label
 * @property {string} [mark] said below
 * @property {() => object} design to show
 */

/** Event `choose`: detail the item's id. */
export class Picker extends Jg {
  static properties = {
    groups: { attribute: false }, // {id, label, items: Item[]}[]; label '' for none
    value: {}, label: {}, repeats: { type: Number }, _text: { state: true }, _at: { state: true },
  };

  static styles = [...Jg.styles, css`
    :host { display: block; }
    .ask { position: relative; margin-block-end: 12px; }
    .ask svg.icon { position: absolute; inset-block-start: 50%; inset-inline-start: 10px; translate: 0 -50%; color: var(--soft); pointer-events: none; }
    .ask input { width: 100%; padding-inline-start: 40px; }
    h3 { font: 600 var(--f13)/1.4 var(--sans); letter-spacing: 0; color: var(--soft); margin-block-end: 8px; display: flex; gap: 8px; align-items: baseline; }
    .group + .group { margin-block-start: 16px; }
    h3 small { font-weight: 400; }
    .group { content-visibility: auto; contain-intrinsic-size: auto 130px; padding: 4px; margin-inline: -4px; }
    .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(82px, 1fr)); grid-auto-flow: row dense; gap: 12px 8px; }
    .pick { display: grid; gap: 4px; align-content: start; padding: 0; border: 0; background: none; text-align: start; font-size: var(--f13); line-height: 1.3; min-width: 0; overflow-wrap: anywhere; }
    .pick jg-thumb { outline: 2px solid transparent; outline-offset: 2px; }
    .pick[aria-pressed="true"] { color: var(--soga); font-weight: 600; }
    .pick[aria-pressed="true"] jg-thumb { outline-color: var(--soga); }
    .pick:hover span:first-of-type { text-decoration: underline; text-underline-offset: 3px; }
    .mark { color: var(--soft); font-weight: 400; display: flex; gap: 4px; }
    .mark svg.icon { width: 14px; height: 14px; margin-block-start: 1px; }
    p { font-size: var(--f13); color: var(--soft); }
    /* Below the row of the one that it is about; those after it fill that row up. */
    .hint { grid-column: 1 / -1; border-inline-start: 3px solid var(--soga); padding-inline-start: 10px; }
  `];

  constructor() {
    super();
    this.groups = [];
    this.value = '';
    this.label = '';
    this.repeats = 1.7;
    this._text = '';
    this._at = '';
  }

  #found() {
    const words = plain(this._text).split(/\s+/).filter(Boolean);
    if (!words.length) return this.groups;
    const seen = new Set(); // found once, whatever groups it is in
    return this.groups.map((g) => ({
      ...g, items: g.items.filter((i) => {
        const text = plain(`${i.label} ${i.words || ''} ${i.hint || ''} ${g.label}`);
        if (seen.has(i.id) || !words.every((w) => text.includes(w))) return false;
        seen.add(i.id);
        return true;
      }),
    })).filter((g) => g.items.length);
  }

  focus() { // where a finger is, no keyboard comes up
    const ask = !matchMedia('(pointer: coarse)').matches && this.renderRoot.querySelector('.ask input');
    (ask || this.renderRoot.querySelector('.pick[tabindex="0"]'))?.focus({ preventScroll: true });
  }

  #ask(e) {
    this._text = e.target.value;
    clearTimeout(this.#told);
    this.#told = setTimeout(() => say(t('picker.found', { n: this.#found().reduce((s, g) => s + g.items.length, 0) })), 600);
  }
  #told = 0;

  // Arrows go by what is seen: beside, above, below.
  #key(e) {
    if (e.key === 'Escape' && this._text) {
      e.stopPropagation();
      this._text = '';
      return;
    }
    const all = [...this.renderRoot.querySelectorAll('.pick')];
    const at = all.indexOf(e.target.closest('.pick'));
    if (at < 0 || !all.length) return;
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    let to = { ArrowRight: at + rtl, ArrowLeft: at - rtl, Home: 0, End: all.length - 1 }[e.key];
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const here = all[at].getBoundingClientRect();
      const down = e.key === 'ArrowDown';
      const rest = down ? all.slice(at + 1) : all.slice(0, at).reverse();
      const line = rest.map((el) => el.getBoundingClientRect()).find((r) => (down ? r.top >= here.bottom - 1 : r.bottom <= here.top + 1));
      if (!line) return;
      const near = rest.filter((el) => Math.abs(el.getBoundingClientRect().top - line.top) < 2)
        .sort((a, b) => Math.abs(a.getBoundingClientRect().left - here.left) - Math.abs(b.getBoundingClientRect().left - here.left))[0];
      to = all.indexOf(near);
    }
    const el = all[to];
    if (!el) return;
    e.preventDefault();
    this._at = el.dataset.key;
    el.focus();
    el.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const count = new Set(this.groups.flatMap((g) => g.items.map((i) => i.id))).size;
    const groups = this.#found();
    const keys = groups.flatMap((g) => g.items.map((i) => `${g.id} ${i.id}`));
    const chosen = keys.find((k) => k.endsWith(` ${this.value}`));
    const stop = keys.includes(this._at) ? this._at : chosen || keys[0]; // the one stop for Tab
    return html`
      ${count > MANY ? html`<div class="ask">${icon('command')}<input type="search" aria-label=${t('picker.search', { what: this.label })} placeholder=${t('picker.search', { what: this.label })}
        autocomplete="off" spellcheck="false" .value=${this._text} @input=${this.#ask} @keydown=${(e) => {
          if (e.key !== 'ArrowDown') return;
          e.preventDefault();
          this.renderRoot.querySelector('.pick')?.focus();
        }}></div>` : nothing}
      <div role="group" aria-label=${this.label} @keydown=${this.#key}>
        ${repeat(groups, (g) => g.id, (g) => html`<div class="group" role=${g.label ? 'group' : nothing} aria-label=${g.label || nothing}>
          ${g.label ? html`<h3 aria-hidden="true">${g.label}${g.items.length > 3 ? html`<small>${n(g.items.length)}</small>` : nothing}</h3>` : nothing}
          <div class="grid">${repeat(g.items, (i) => i.id, (i) => {
            const key = `${g.id} ${i.id}`;
            return html`<button class="pick" data-key=${key} tabindex=${key === stop ? 0 : -1} aria-pressed=${i.id === this.value ? 'true' : 'false'} title=${i.hint || nothing}
              @focus=${() => { this._at = key; }} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: i.id }))}>
              <jg-thumb fill repeats=${this.repeats} .make=${i.design}></jg-thumb><span>${i.label}</span>
              ${i.mark ? html`<span class="mark">${icon('warn')}<span>${i.mark}</span></span>` : nothing}</button>
              ${i.hint && i.id === this.value ? html`<p class="hint" aria-hidden="true"><bdi>${i.hint}</bdi></p>` : nothing}`;
          })}</div></div>`)}
      </div>
      ${groups.length ? nothing : html`<p>${t('picker.none')}</p>`}`;
  }
}
define('jg-picker', Picker);
