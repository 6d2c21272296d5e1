// Tata letak: the piece, its size and zones, its borders, and how the motif repeats.

import { css, html, nothing, styleMap } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { has, n, t } from '../i18n.js';
import { icon } from '../icons.js';
import { define, Jg } from '../ui/element.js';
import { edit } from './edit.js';
import { panel } from './panel-css.js';
import './param.js';
import { renewed } from './panel-motif.js';
import { families } from './families.js';
import { hasSecond, partName, standsIn } from './parts.js';
import { borderName, motifName, productName } from './words.js';
import { ruleText } from '../warnings.js';

const SCALE = 56; // CSS px of the longest piece of the market
const BOLT = 2.5; // times the next longest

export class PanelLayout extends Jg {
  static properties = { design: { attribute: false }, catalog: { attribute: false }, part: {}, _wrong: { state: true } };
  static styles = [...Jg.styles, panel, css`
    .pieces { display: grid; gap: 0; border-block-end: 1px solid var(--line); }
    .piece { display: grid; grid-template-columns: ${SCALE}px 1fr auto; gap: 12px; align-items: center; min-height: var(--touch); padding: 6px 4px; border: 0; border-block-start: 1px solid var(--line);
      background: none; text-align: start; font-size: var(--f13); line-height: 1.3; }
    .piece:hover { background: var(--wash); }
    .piece[aria-pressed="true"] { color: var(--soga); font-weight: 600; }
    .piece i { display: block; background: var(--edge); min-height: 3px; }
    .piece[aria-pressed="true"] i { background: var(--soga); }
    .piece .cut { mask: linear-gradient(to right, #000 60%, #0000); }
    .piece .cut:dir(rtl) { mask: linear-gradient(to left, #000 60%, #0000); }
    .said { font: 500 var(--f15)/1.4 var(--serif); color: var(--ink); } .said + p { margin-block-end: 12px; }
    .note p + p { margin-block-start: 4px; }
    .piece bdi { color: var(--soft); font-weight: 400; white-space: nowrap; }
  `];

  #product(p) {
    edit.replace(t('table.step.product', { name: productName(p) }), async (d) => {
      const { design } = await engine.call('retarget', { design: d, market: d.market, product: p.id }, { priority: 'now' });
      return renewed(design);
    });
  }

  #layout(layout) {
    edit.change(t('table.step.layout'), (d) => {
      d.product.layout = layout;
      const [a, b] = d.product.kepala;
      if (this.catalog.headed.includes(layout) && !(a < b)) d.product.kepala = [0.7, 1];
      if (layout === 'tile') { d.product.width = 0; d.product.height = 0; }
      else if (!d.product.width) { d.product.width = 1000; d.product.height = 1000; }
    });
  }

  #tried = ''; // what was written last, that the engine would not take

  // What is written is tried by the engine first: why it cannot be is said at the field.
  async #write(text) {
    const asked = this.#tried = text;
    try {
      await engine.call('check', { design: { ...edit.design, text } }, { priority: 'now' });
      if (asked !== this.#tried) return;
      this._wrong = '';
      edit.change(t('table.step.text'), (d) => {
        if (text) d.text = text;
        else delete d.text;
      });
    } catch (err) {
      if (err.name === 'AbortError' || asked !== this.#tried) return;
      const reason = err.details?.find((x) => x.path === 'design.text')?.reason || err.message;
      this._wrong = /^holds /.test(reason) ? t('table.text.bad.letter') : /^is \d/.test(reason) ? t('table.text.bad.long') : t('table.refused.bad', { reason });
    }
  }

  // A kanga's saying, a selvedge's line.
  #text(c, d, market) {
    const { layout } = d.product;
    if (!c.lettered.includes(layout)) return nothing;
    const sayings = (layout === 'kanga' && market.sayings) || [];
    const text = this._wrong ? this.#tried : d.text || '';
    const known = sayings.find((s) => s.text === text);
    const said = (s) => { const key = `saying.${s.text.toLowerCase().replace(/[^a-z]+/g, '_')}`; return has(key) ? t(key) : s.meaning; };
    const rule = layout === 'kanga' && text && market.rules.find((r) => r.id === 'jina_text');
    const label = t(`table.text.${layout}`);
    return html`<section>
      ${sayings.length ? html`<div class="field"><label for="saying">${label}</label>
        <select id="saying" @change=${(e) => { if (e.target.value === ' ') this.$('#text').focus(); else this.#write(e.target.value); }}>
          <option value="" ?selected=${!text}>${t('table.text.none')}</option>
          <optgroup label=${t('table.text.list')}>${sayings.map((s) => html`<option value=${s.text} ?selected=${s === known}>${s.text} · ${said(s)}</option>`)}</optgroup>
          <option value=" " ?selected=${!!text && !known}>${t('table.text.own')}</option></select></div>` : nothing}
      ${known ? html`<p lang="sw" dir="ltr" class="said">${known.text}</p><p>${t('table.text.means', { meaning: said(known) })}</p>` : nothing}
      <div class="field"><label for="text">${sayings.length ? t('table.text.own') : label}</label>
        <input id="text" type="text" dir="ltr" maxlength="200" autocomplete="off" spellcheck="false" .value=${text} aria-invalid=${this._wrong ? 'true' : 'false'} aria-describedby=${this._wrong ? 'wrong' : nothing}
          @change=${(e) => this.#write(e.target.value.trim())}></div>
      ${this._wrong ? html`<p id="wrong" class="note" role="alert">${icon('warn')}<span>${this._wrong}</span></p>` : nothing}
      ${rule ? html`<div class="note">${icon('warn')}<div><p>${ruleText(rule.id, rule.text, d.market)}</p><p>${t('table.text.check')}</p></div></div>` : nothing}
    </section>`;
  }

  willUpdate(changed) {
    // What could not be written is forgotten with the design that it was written for.
    if (changed.has('design') && this._wrong && changed.get('design')?.product.id !== this.design?.product.id) this._wrong = '';
  }

  render() {
    const { catalog: c, design: d, part } = this;
    if (!c || !d) return nothing;
    const market = c.market(d.market);
    const p = d.product;
    const f = d[part] || d.field;
    const m = c.motif(f.motif);
    // A bolt many times as long as the rest would make those dots: it is shown cut off.
    const [first, next = first] = market.products.map((x) => Math.max(x.width, x.height)).sort((a, b) => b - a);
    const long = first > BOLT * next ? next : first;
    const tile = p.layout === 'tile';
    const headed = c.headed.includes(p.layout);
    const plan = market.products.find((x) => x.id === p.id);
    const set = (label, key, fn) => (e) => edit.change(label, (x) => fn(x, e.detail.value), { coalesce: key, live: e.detail.live });
    const kind = f.repeat?.kind || 'block';
    const drops = kind === 'half-drop' || kind === 'brick';
    const option = (value, now, label, off = false) => html`<option value=${value} ?selected=${value === now} ?disabled=${off}>${label}</option>`;
    return html`
      <section>
        <h2 class="sub">${t('table.product')}</h2>
        <div class="pieces">${market.products.map((x) => html`
          <button class="piece" aria-pressed=${x.id === p.id ? 'true' : 'false'} @click=${() => x.id !== p.id && this.#product(x)}>
            <i aria-hidden="true" class=${x.width > long ? 'cut' : ''} style=${styleMap(x.width ? { width: `${Math.min(1, x.width / long) * SCALE}px`, height: `${(x.height / long) * SCALE}px` } : { width: '10px', height: '10px' })}></i>
            <span>${productName(x)}</span>
            <bdi>${x.width ? `${n(x.width / 10, { digits: 1 })} × ${n(x.height / 10, { unit: 'cm', digits: 1 })}` : ''}</bdi></button>`)}</div>
      </section>
      ${this.#text(c, d, market)}
      <section>
        <div class="field"><label for="layout">${t('table.layout')}</label>
          <select id="layout" @change=${(e) => this.#layout(e.target.value)}>${c.layouts.map((l) => option(l, p.layout, t(`table.layout.${l}`)))}</select></div>
        ${tile ? nothing : html`
          <jg-param .label=${t('table.width')} unit="mm" .value=${p.width} .min=${50} .max=${Math.max(8000, p.width)} .step=${10} .def=${plan?.width || undefined}
            @value=${set(t('table.step.size'), 'size', (x, v) => { x.product.width = v; })}></jg-param>
          <jg-param .label=${t('table.height')} unit="mm" .value=${p.height} .min=${50} .max=${Math.max(3000, p.height)} .step=${10} .def=${plan?.height || undefined}
            @value=${set(t('table.step.size'), 'size', (x, v) => { x.product.height = v; })}></jg-param>`}
      </section>
      ${tile ? nothing : html`<section>
        <div class="field"><label for="border">${t('table.border')}</label>
          <select id="border" @change=${(e) => edit.change(t('table.step.border'), (x) => {
            if (e.target.value) x.border = { kind: e.target.value, width: x.border?.width || 40 };
            else delete x.border;
          })}>${option('', d.border?.kind || '', t('table.border.none'))}${c.borders.map((b) => option(b.id, d.border?.kind, borderName(b)))}</select></div>
        ${d.border ? html`<jg-param .label=${t('table.border.width')} unit="mm" .value=${d.border.width} .min=${5} .max=${250} .step=${1}
          @value=${set(t('table.step.border'), 'border', (x, v) => { x.border.width = v; })}></jg-param>` : nothing}
      </section>`}
      ${hasSecond(p.layout) || headed ? html`<section>
        ${hasSecond(p.layout) ? html`<div class="field"><label for="kepala">${t('table.second', { part: partName('kepala', p.layout) })}</label>
          <select id="kepala" @change=${(e) => edit.change(t('table.step.kepala'), (x) => {
            if (e.target.value) x.kepala = { motif: e.target.value, density: 1, line: x.field.line, repeat: { kind: 'block' } };
            else delete x.kepala;
          })}>${option('', d.kepala?.motif || '', standsIn(p.layout) ? t('table.second.same', { part: partName('field', p.layout) }) : t('table.second.none'))}${families(c, market, (x) => c.motif(x.id)).filter((g) => g.id !== ' best').map((g) => html`<optgroup label=${g.label}>${g.items.map((x) => option(x.id, d.kepala?.motif, motifName(x)))}</optgroup>`)}</select></div>` : nothing}
        ${headed ? html`<jg-param .label=${t('table.kepala.from')} unit="%" .value=${p.kepala[0] * 100} .min=${0} .max=${95} .step=${1} .def=${plan ? plan.kepala[0] * 100 : undefined}
          @value=${set(t('table.step.kepala'), 'kepala', (x, v) => { x.product.kepala = [v / 100, Math.max(x.product.kepala[1], Math.min(1, v / 100 + 0.05))]; })}></jg-param>` : nothing}
        ${p.layout === 'sarung' ? html`<jg-param .label=${t('table.kepala.to')} unit="%" .value=${p.kepala[1] * 100} .min=${5} .max=${100} .step=${1} .def=${plan ? plan.kepala[1] * 100 : undefined}
          @value=${set(t('table.step.kepala'), 'kepala', (x, v) => { x.product.kepala = [Math.min(x.product.kepala[0], Math.max(0, v / 100 - 0.05)), v / 100]; })}></jg-param>` : nothing}
      </section>` : nothing}
      <section>
        <div class="field"><label for="repeat">${t('table.repeat')}</label>
          <select id="repeat" @change=${(e) => edit.change(t('table.step.repeat'), (x) => {
            const k = e.target.value;
            x[part].repeat = k === 'half-drop' || k === 'brick' ? { kind: k, p: 1, q: 2 } : { kind: k };
            if (k !== 'block') delete x[part].group;
          })}>${c.repeats.map((k) => option(k, kind, t(`table.repeat.${k}`)))}</select></div>
        ${drops ? html`<jg-param .label=${t('table.repeat.p')} .value=${f.repeat.p || 1} .min=${1} .max=${11} .step=${1} .def=${1}
            @value=${set(t('table.step.repeat'), 'repeat', (x, v) => { const r = x[part].repeat; r.p = v; r.q = Math.max(r.q || 2, v + 1); })}></jg-param>
          <jg-param .label=${t('table.repeat.q')} .value=${f.repeat.q || 2} .min=${2} .max=${12} .step=${1} .def=${2}
            @value=${set(t('table.step.repeat'), 'repeat', (x, v) => { const r = x[part].repeat; r.q = v; r.p = Math.min(r.p || 1, v - 1); })}></jg-param>` : nothing}
        <div class="field"><label for="group">${t('table.group')}</label>
          <select id="group" @change=${(e) => edit.change(t('table.step.group'), (x) => {
            if (e.target.value) { x[part].group = e.target.value; x[part].repeat = { kind: 'block' }; } else delete x[part].group;
          })}>${option('', f.group || '', t('table.group.none'))}${c.groups.map((g) => option(g, f.group, t(`table.group.${g}`)))}</select></div>
        <div class="field"><label for="shift">${t('table.shift')}</label>
          <select id="shift" @change=${(e) => edit.change(t('table.step.shift'), (x) => {
            if (e.target.value) x[part].shift = e.target.value; else delete x[part].shift;
          })}>${c.shifts.map((s) => option(s, f.shift || '', t(`table.shift.${s || 'none'}`)))}</select></div>
      </section>`;
  }
}
define('jg-panel-layout', PanelLayout);
