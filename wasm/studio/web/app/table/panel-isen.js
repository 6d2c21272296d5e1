// Isen: what fills the motif, how densely, and how heavy the lines are.

import { html, nothing } from '../../vendor/lit.js';
import { t } from '../i18n.js';
import { define, Jg } from '../ui/element.js';
import { edit } from './edit.js';
import { lock, locked } from './locks.js';
import { panel } from './panel-css.js';
import './param.js';
import './picker.js';
import { gloss, isenName, slotName } from './words.js';

export class PanelIsen extends Jg {
  static properties = { design: { attribute: false }, catalog: { attribute: false }, part: {}, _slot: { state: true } };
  static styles = [...Jg.styles, panel];

  #set(slot, id) {
    const part = this.part;
    edit.change(t('table.step.isen', { name: slotName(slot) }), (d) => {
      const isen = { ...d[part].isen };
      if (id === null) delete isen[slot.id];
      else isen[slot.id] = id;
      d[part].isen = isen;
      if (!Object.keys(isen).length) delete d[part].isen;
    });
  }

  // The pictures show the motif as it is, but for how dense and how heavy: that changes under a slider.
  #look(d, f, slot) {
    const field = { ...f, repeat: { kind: 'block' }, density: 1, line: 1 };
    const key = JSON.stringify([d.inks, d.market, d.technique, field, slot.id]);
    if (key === this.#key) return;
    this.#key = key;
    this.#samples.clear();
    const base = { ...d, kepala: undefined, border: undefined, warnings: undefined, title: '' };
    this.#make = (id) => ({ ...base, field: { ...field, isen: { ...f.isen, [slot.id]: id } } });
  }
  #key = '';
  #make = null;
  #samples = new Map();

  #sample(id) {
    const make = this.#make;
    if (!this.#samples.has(id)) this.#samples.set(id, () => make(id));
    return this.#samples.get(id);
  }

  #groups(c) {
    const none = { id: 'none', name: t('table.isen.none') };
    const all = c.isen.filter((i) => i.id !== 'none');
    const item = (i) => ({ id: i.id, label: isenName(i), hint: gloss(i), words: `${i.name} ${i.gloss ? `${i.gloss.id} ${i.gloss.en}` : ''}`, design: this.#sample(i.id) });
    if (all.length <= 14) return [{ id: '', label: '', items: [none, ...all].map(item) }];
    const classes = [...new Set(all.map((i) => i.class))];
    return [{ id: '', label: '', items: [item(none)] },
      ...classes.map((k) => ({ id: k, label: t(`table.isen.class.${k}`), items: all.filter((i) => i.class === k).map(item) }))];
  }

  render() {
    const { catalog: c, design: d, part } = this;
    if (!c || !d) return nothing;
    const f = d[part] || d.field;
    const m = c.motif(f.motif);
    const slot = m.slots.find((s) => s.id === this._slot) || m.slots[0];
    const now = slot && (f.isen?.[slot.id] ?? (slot.def || 'none'));
    const number = (id, label, min, max) => html`<jg-param .label=${label} unit="×" .value=${f[id]} .min=${min} .max=${max} .step=${0.05} .def=${1}
      lockable .locked=${locked(`${part}.${id}`)} @lock=${(e) => lock(`${part}.${id}`, e.detail.on)}
      @value=${(e) => edit.change(t('table.step.param', { name: label }), (x) => { x[part][id] = e.detail.value; },
        { coalesce: `${part}.${id}`, live: e.detail.live })}></jg-param>`;
    if (slot) this.#look(d, f, slot);
    return html`
      <section>
        ${number('line', t('table.line'), 0.5, 2.5)}
        ${m.slots.length ? number('density', t('table.density'), 0.25, 3) : nothing}
      </section>
      ${m.slots.length ? html`<section>
        ${m.slots.length > 1 ? html`<div class="segments" role="group" aria-label=${t('table.isen.where')}>${m.slots.map((s) => html`
          <button aria-pressed=${s === slot ? 'true' : 'false'} @click=${() => { this._slot = s.id; }}>${slotName(s)}</button>`)}</div>`
          : html`<h2 class="sub">${slotName(slot)}</h2>`}
        <jg-picker .groups=${this.#groups(c)} .value=${now} .repeats=${0.55} label=${t('table.tab.isen')} @choose=${(e) => this.#set(slot, e.detail)}></jg-picker>
        ${c.isen.find((i) => i.id === now) ? html`<p>${gloss(c.isen.find((i) => i.id === now))}</p>` : nothing}
      </section>` : html`<section><p>${t('table.isen.nowhere')}</p></section>`}`;
  }
}
define('jg-panel-isen', PanelIsen);
