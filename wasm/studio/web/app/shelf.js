// The shelf: designs that were kept.
import { html, css, nothing, repeat, styleMap } from '../vendor/lit.js';
import { commands } from './commands.js';
import { catalog, engine } from './engine.js';
import { t, n, when } from './i18n.js';
import { icon } from './icons.js';
import { marketName, motifName, productName, schemeName, spoken } from './names.js';
import { pickFile } from './open.js';
import { go, to } from './router.js';
import { share } from './sharing.js';
import { store } from './store.js';
import { Jg, define } from './ui/element.js';
import { compare } from './ui/compare.js';
import { aspect } from './ui/cloth.js';
import { confirmUndo, say, toast } from './ui/toast.js';

class Shelf extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; padding: 24px max(16px, calc((100vw - 1360px) / 2)) 120px; }
    .head { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: 12px 24px; margin-block-end: 28px; }
    ul.all { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); gap: 36px 28px; align-items: end; }
    .look { display: block; width: 100%; padding: 0; border: 0; background: none; }
    .look jg-cloth { width: 100%; box-shadow: var(--shadow); }
    .board { height: 5px; background: var(--line); border-block-start: 1px solid var(--edge); margin-block-end: 6px; }
    .chosen .look { outline: 3px solid var(--soga); outline-offset: 3px; }
    .tag { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 8px; } .tag p { grid-column: 1 / -1; }
    .acts { display: flex; flex-wrap: wrap; align-items: center; margin-inline-start: -10px; }
    .acts .button { font-size: var(--f13); }
    .pickbox { display: inline-flex; align-items: center; gap: 8px; min-height: var(--touch); font-size: var(--f13); font-weight: 500; cursor: pointer; }
    .two { position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 10; display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 8px 16px; padding: 10px 16px max(10px, env(safe-area-inset-bottom)); background: var(--paper); border-block-start: 1px solid var(--line); box-shadow: var(--shadow); }
    .empty { display: grid; gap: 20px; justify-items: start; }
    .empty jg-cloth { width: 100%; height: clamp(160px, 36vh, 340px); }
  `];

  #c = null;
  #chosen = [];
  #sample = null;

  connectedCallback() {
    super.connectedCallback();
    this.off = commands.add({ id: 'compare', group: 'design', label: () => t('compare.cmd'), keys: ['c'], enabled: () => this.#chosen.length === 2, run: () => this.#compare() });
    catalog().then((c) => { this.#c = c; this.requestUpdate(); }, () => {});
    if (!store.kept.length && !this.#sample) {
      engine.call('plan', { brief: { market: store.brief.market || 'id-lasem', seed: String(Math.floor(Date.now() / 86400000) + 7) } }, { priority: 'idle' })
        .then(({ design }) => { this.#sample = design; this.requestUpdate(); }, () => {});
    }
  }

  disconnectedCallback() {
    this.off();
    super.disconnectedCallback();
  }

  #open(d) {
    store.set(d, { label: t('shelf.opened') });
    store.setBrief({ market: d.market, product: d.product.id });
    go(to('table'));
  }

  #pick(id) {
    this.#chosen = this.#chosen.includes(id) ? this.#chosen.filter((x) => x !== id) : [...this.#chosen, id].slice(-2);
    say(t('compare.count', { n: this.#chosen.length }));
    this.requestUpdate();
  }

  #compare() {
    compare(this.#chosen.map((id) => store.kept.find((k) => k.id === id).design), this.#c, (d) => this.#open(d));
  }

  async #drop(id, after) {
    const record = await store.drop(id);
    this.#chosen = this.#chosen.filter((x) => x !== id);
    confirmUndo(t('dropped'), () => store.keep(record.design, record));
    await this.updateComplete;
    const rest = this.renderRoot.querySelectorAll('.look');
    (rest[Math.min(after, rest.length - 1)] || this.$('button'))?.focus();
  }

  render() {
    const { kept } = store;
    const two = this.#chosen.map((id) => kept.find((k) => k.id === id)).filter(Boolean);
    return html`<div class="head"><div><h1>${t('room.shelf')}</h1><p class="soft">${kept.length ? t('shelf.count', { n: kept.length }) : nothing}</p></div>
        <div class="row">${store.design && !store.isKept(store.design) ? html`<button class="button" @click=${() => store.keep(store.design).then(() => toast(t('kept')))}>${icon('heart')}${t('shelf.keepthis')}</button>` : nothing}
        <button class="button" @click=${pickFile}>${icon('open')}${t('cmd.open')}</button></div></div>
      ${kept.length ? html`<ul class="all">${repeat(kept, (k) => k.id, (k, i) => this.#card(k, i))}</ul>`
        : html`<div class="empty"><jg-cloth .design=${this.#sample} .repeat=${96}></jg-cloth><p>${t('shelf.empty')}</p><a class="button main" href="#/">${t('shelf.start')}</a></div>`}
      ${two.length ? html`<div class="two" role="region" aria-label=${t('compare')}><span>${t('compare.count', { n: two.length })}</span>
        <button class="button main" ?disabled=${two.length < 2} @click=${() => this.#compare()}>${icon('compare')}${t('compare')}</button>
        <button class="button quiet" @click=${() => { this.#chosen = []; this.requestUpdate(); }}>${t('cancel')}</button></div>` : nothing}`;
  }

  #card(k, i) {
    const d = k.design;
    const a = aspect(d);
    const motif = motifName(this.#c, d.field.motif);
    const market = this.#c?.market(d.market);
    const chosen = this.#chosen.includes(k.id);
    return html`<li class=${chosen ? 'chosen' : ''}>
      <button class="look" aria-label=${t('shelf.open', { what: spoken(this.#c, d) })} @click=${() => this.#open(d)}>
        <jg-cloth .design=${d} .repeat=${a > 2.5 ? 70 : 0} style=${styleMap({ 'aspect-ratio': String(Math.min(a, 2.5)) })}></jg-cloth></button>
      <div class="board"></div>
      <div class="tag"><h2 class="name">${motif}</h2>
        <label class="pickbox"><input type="checkbox" .checked=${chosen} @change=${() => this.#pick(k.id)}>${t('compare')}<span class="visually-hidden"> ${motif}${t('list.comma')}${schemeName(d)}</span></label>
        <p class="small soft"><bdi>${schemeName(d)}</bdi> · ${market ? marketName(market) : d.market} · ${productName(d.product)} · ${when(k.at)}</p></div>
      <div class="acts">
        <button class="button quiet" @click=${() => store.duplicate(k.id).then(() => toast(t('shelf.copied')))}>${icon('copy')}${t('shelf.copy')}</button>
        <button class="button quiet" @click=${() => share(d)}>${icon('link')}${t('share.short')}</button>
        <button class="button quiet" aria-label=${t('shelf.drop', { what: motif })} @click=${() => this.#drop(k.id, i)}>${icon('trash')}${t('drop')}</button>
        ${chosen && this.#chosen.length === 2 ? html`<button class="button" @click=${() => this.#compare()}>${icon('compare')}${t('compare.now')}</button>` : nothing}
      </div></li>`;
  }
}
define('jg-shelf', Shelf);
