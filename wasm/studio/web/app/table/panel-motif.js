// Motif: which one, what it means, where it is from, what it asks for, and its quantities.

import { html, nothing } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { store } from '../store.js';
import { define, Jg } from '../ui/element.js';
import { warningText } from '../warnings.js';
import { edit } from './edit.js';
import { keepLocked, lock, locked } from './locks.js';
import { panel } from './panel-css.js';
import './param.js';
import './picker.js';
import { families } from './families.js';
import { custom, meaning, motifName, paramChoices, paramName, regionName } from './words.js';

const narrow = matchMedia('(max-width: 899.9px)'); // where the table itself shows no title

export class PanelMotif extends Jg {
  static properties = { design: { attribute: false }, catalog: { attribute: false }, part: {} };
  static styles = [...Jg.styles, panel];

  get figure() { return this.design[this.part] || this.design.field; }

  // What the pictures depend on, besides the motif: not on what a slider changes, so that they stay as they are under it.
  #look(d) {
    const key = JSON.stringify([d.inks, d.market, d.technique]);
    if (key !== this.#key) {
      this.#key = key;
      this.#samples.clear();
      this.#base = { ...d, kepala: undefined, border: undefined, warnings: undefined, title: '', seed: '1' };
    }
  }
  #key = '';
  #base = null;
  #samples = new Map();

  /** Makes a design that shows a motif with these inks. */
  #sample(id, blocked) {
    if (!this.#samples.has(id)) {
      const base = this.#base;
      this.#samples.set(id, () => {
        // What this market forbids is shown as another market would see it.
        const market = blocked ? this.catalog.markets.find((m) => m.motifs.some((x) => x.id === id && !x.blocked))?.id || base.market : base.market;
        return { ...base, market, field: { motif: id, density: 1, line: 1, repeat: { kind: 'block' } } };
      });
    }
    return this.#samples.get(id);
  }

  #groups(c, market) {
    const item = (x) => {
      const m = c.motif(x.id);
      return {
        id: x.id, label: motifName(m), hint: meaning(m), words: `${m.name} ${m.family} ${m.region} ${regionName(m)} ${x.id}`,
        mark: x.blocked ? t('table.motif.blocked') : '', design: this.#sample(x.id, x.blocked),
      };
    };
    return families(c, market, item);
  }

  #choose(m) {
    const part = this.part;
    edit.replace(t('table.step.motif', { name: motifName(m) }), async (d) => {
      // As the market's planner would lay it on this piece; the inks and the rest stay.
      const brief = { market: d.market, product: d.product.id, motif: m.id, technique: d.technique, seed: d.seed };
      if (part === 'kepala') {
        const f = d.kepala;
        d.kepala = { motif: m.id, density: f.density, line: f.line, repeat: { kind: 'block' } };
      } else {
        const { design } = await engine.call('plan', { brief }, { priority: 'now' });
        d.field = { ...design.field, dress: undefined };
        delete d.field.dress;
      }
      return renewed(d);
    });
  }

  // The pictures of all motifs are far below what one sets most.
  #others() {
    const picker = this.$('jg-picker');
    picker.scrollIntoView({ block: 'start' });
    picker.focus();
  }

  #shuffle() {
    edit.replace(t('table.step.shuffle'), async (d) => {
      const { designs } = await engine.call('variations', { design: d, n: 8, page: 1 + Math.floor(Math.random() * 100) }, { priority: 'now' });
      const like = designs.filter((x) => x[this.part]?.motif === d[this.part].motif);
      const one = like[Math.floor(Math.random() * like.length)];
      if (!one) return null;
      const next = keepLocked({ ...d, [this.part]: { ...one[this.part], dress: d[this.part].dress } }, d);
      if (!next[this.part].dress) delete next[this.part].dress;
      return renewed(next);
    });
  }

  render() {
    const { catalog: c, design: d, part } = this;
    if (!c || !d) return nothing;
    const f = this.figure;
    const m = c.motif(f.motif);
    const market = c.market(d.market);
    const found = market.motifs.find((x) => x.id === f.motif)?.findings || [];
    this.#look(d);
    const def = (p) => p.def;
    const titled = part === 'kepala' || narrow.matches;
    const other = html`<button class="button" @click=${this.#others}>${icon('motif')}${t('table.motif.other')}</button>`;
    return html`
      <section>
        ${titled ? html`<div class="row head"><h2 class="name">${motifName(m)}</h2>${other}</div>` : nothing}
        <p><bdi>${meaning(m)}</bdi></p>
        <p><span class="label">${t('table.motif.region')}</span> <bdi>${regionName(m)}</bdi></p>
        ${custom(m) ? html`<p><span class="label">${t('table.motif.rule')}</span> <bdi>${custom(m)}</bdi></p>` : nothing}
        ${titled ? nothing : other}
        ${found.map((x) => html`<div class="note">${icon(x.severity === 'info' ? 'info' : 'warn')}<p>${warningText({ kind: 'rule', rule: x.rule, text: x.reason }, d.market)}</p></div>`)}
      </section>
      <section>
        ${m.params.map((p) => {
          const path = `${part}.values.${p.id}`;
          const value = f.values?.[p.id] ?? def(p);
          return html`<jg-param .label=${paramName(p)} .unit=${p.unit} .value=${value} .min=${p.min} .max=${p.max} .step=${p.step} .def=${def(p)}
            .choices=${paramChoices(p)} lockable .locked=${locked(path)}
            @lock=${(e) => lock(path, e.detail.on)}
            @value=${(e) => edit.change(t('table.step.param', { name: paramName(p) }), (x) => {
              x[part].values = { ...x[part].values, [p.id]: e.detail.value };
            }, { coalesce: path, live: e.detail.live })}></jg-param>`;
        })}
        <button class="button" @click=${this.#shuffle}>${icon('dice')}${t('table.shuffle')}</button>
      </section>
      <section>
        <h2 class="sub">${t('table.motif.others')}</h2>
        <jg-picker .groups=${this.#groups(c, market)} .value=${f.motif} label=${t('table.tab.motif')}
          @choose=${(e) => e.detail !== f.motif && this.#choose(c.motif(e.detail))}></jg-picker>
      </section>`;
  }
}
define('jg-panel-motif', PanelMotif);

/** The design with the warnings and the title that it now deserves; rejects when it is not allowed. */
export async function renewed(d) {
  const { warnings, title } = await engine.call('check', { design: d }, { priority: 'now' });
  const next = { ...d, title, warnings };
  if (!warnings.length) delete next.warnings;
  return next;
}
