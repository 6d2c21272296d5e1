// Proposals: a wall of designs for a market and a product; more as one scrolls.
import { html, css, nothing, repeat, styleMap, ref } from '../../vendor/lit.js';
import { catalog, engine } from '../engine.js';
import { commands } from '../commands.js';
import { sentence } from '../errors.js';
import { t, n, name } from '../i18n.js';
import { icon } from '../icons.js';
import { heart } from '../keys.js';
import { marketName, motifName, productName, schemeName, sizeText, spoken } from '../names.js';
import { go, to } from '../router.js';
import { moreLike } from '../sharing.js';
import { store } from '../store.js';
import { Jg, define } from '../ui/element.js';
import { compare } from '../ui/compare.js';
import { aspect } from '../ui/cloth.js';
import { say } from '../ui/toast.js';
import { families } from '../table/families.js';
import { warningText } from '../warnings.js';

const N = 12;
const LONG = 2.5; // longer cloths are shown as a piece, with the whole below

class Proposals extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; padding: 24px max(16px, calc((100vw - 1360px) / 2)) 120px; }
    .head { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: 12px 24px; margin-block-end: 24px; }
    .head .sub { margin-block-start: 6px; }
    .choice { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    .choice label { display: grid; gap: 4px; font-size: var(--f13); min-width: 0; }
    .choice select { width: 100%; max-width: 240px; text-overflow: ellipsis; }
    @media (max-width: 700px) { .choice { flex: 1 1 100%; flex-wrap: nowrap; } .choice label { flex: 1 1 0; } .head { margin-block-end: 16px; } }
    .wall { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--col, 380px)), 1fr)); gap: 0 28px; grid-auto-rows: 4px; list-style: none; }
    .card { padding-block-end: 28px; align-self: start; min-width: 0; animation: dewax var(--slow) var(--ease); }
    @keyframes dewax { from { opacity: 0; } }
    .look { position: relative; display: block; width: 100%; padding: 0; border: 0; background: none; }
    .look jg-cloth { width: 100%; }
    .stack { display: grid; gap: 5px; }
    .stack jg-cloth { box-shadow: var(--shadow); }
    .chosen .stack { outline: 3px solid var(--soga); outline-offset: 3px; }
    .tag { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 8px; padding-block-start: 10px; }
    .tag .name { line-height: 1.25; }
    .inks { display: flex; align-items: center; gap: 12px; min-width: 0; }
    .inks .small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .acts { display: flex; flex-wrap: wrap; align-items: center; gap: 0 4px; grid-column: 1 / -1; margin-inline-start: -10px; }
    .acts .button { font-size: var(--f13); }
    .pickbox { display: inline-flex; align-items: center; gap: 8px; min-height: var(--touch); padding-inline: 10px; font-size: var(--f13); font-weight: 500; cursor: pointer; }
    .note { grid-column: 1 / -1; margin-block-start: 6px; }
    .two { position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 10; display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 8px 16px; padding: 10px 16px max(10px, env(safe-area-inset-bottom)); background: var(--paper); border-block-start: 1px solid var(--line); box-shadow: var(--shadow); }
    .two jg-cloth { width: 72px; height: 44px; }
    .end { display: grid; justify-items: center; gap: 12px; padding: 16px; text-align: center; }
    .wait { aspect-ratio: 2; background: #f4efe3; }
    .fail { display: grid; gap: 12px; justify-items: start; max-width: 40rem; }
  `];

  static properties = { query: { attribute: false }, busy: { state: true }, failed: { state: true } };

  #c = null;
  #key = '';
  #past = new Map();
  #designs = [];
  #page = 0;
  #more = true;
  #chosen = [];
  #stop = null;
  #spans = new ResizeObserver((entries) => {
    for (const e of entries) e.target.parentElement?.style.setProperty('grid-row-end', `span ${Math.ceil((e.borderBoxSize[0].blockSize + 28) / 4)}`);
  });
  #sentinel = new IntersectionObserver((entries) => {
    if (entries.some((e) => e.isIntersecting)) this.#load();
  }, { rootMargin: '600px 0px' });

  constructor() {
    super();
    this.busy = false;
    this.failed = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.off = commands.add({ id: 'compare', group: 'design', label: () => t('compare.cmd'), keys: ['c'], enabled: () => this.#chosen.length === 2, run: () => this.#compare() });
    catalog().then((c) => { this.#c = c; this.requestUpdate(); }, () => {});
  }

  disconnectedCallback() {
    this.off();
    super.disconnectedCallback();
  }

  willUpdate() {
    const q = this.query || new URLSearchParams();
    const inks = store.brief.photo?.inks;
    const key = [q.get('market'), q.get('product'), q.get('motif'), q.get('like'), q.get('like') ? '' : JSON.stringify(inks || '')].join('|');
    if (key === this.#key) return;
    if (this.#designs.length) this.#past.set(this.#key, { designs: this.#designs, page: this.#page, more: this.#more, like: this.like });
    const past = this.#past.get(key); // Back shows what was there
    this.#key = key;
    this.#stop?.abort();
    this.#stop = new AbortController();
    this.#designs = past?.designs || [];
    this.#chosen = [];
    this.#page = past?.page || 0;
    this.#more = past?.more ?? true;
    this.busy = false;
    this.failed = null;
    if (q.get('market')) store.setBrief({ market: q.get('market'), product: q.get('product') || null });
    this.like = past?.like || null;
    if (!past) queueMicrotask(() => this.#load());
  }

  async #load() {
    if (this.busy || !this.#more || this.failed) return;
    const q = this.query;
    const key = this.#key;
    const { signal } = this.#stop;
    this.busy = true;
    try {
      let got;
      if (q.get('like')) {
        this.like ||= (await engine.call('share.decode', { text: q.get('like') }, { priority: 'now', signal })).design;
        got = await engine.call('variations', { design: this.like, n: N, page: this.#page }, { priority: 'now', signal });
        got.more = got.designs.length === N;
      } else {
        const brief = { market: q.get('market') || '', product: q.get('product') || '', motif: q.get('motif') || '', seed: '1' };
        got = store.brief.photo ? await this.#fromPhoto(brief, store.brief.photo.inks, signal)
          : await engine.call('proposals', { brief, n: N, page: this.#page }, { priority: 'now', signal });
      }
      if (key !== this.#key) return;
      this.#page++;
      for (let i = 0; i < got.designs.length; i += 3) { // a few at a time: the page stays free
        this.#designs = [...this.#designs, ...got.designs.slice(i, i + 3)];
        this.requestUpdate();
        await new Promise((r) => setTimeout(r, 16));
        if (key !== this.#key) return;
      }
      this.#more = got.more !== false && got.designs.length > 0;
      if (this.#page > 1) say(t('proposals.count', { n: this.#designs.length }));
    } catch (err) {
      if (err.name !== 'AbortError' && key === this.#key) this.failed = err;
    } finally {
      if (key === this.#key) this.busy = false;
    }
  }

  // A photo's colours are few, and so are the cloths in them: each of them has its turn as the ground.
  async #fromPhoto(brief, colours, signal) {
    const ask = (op, request) => engine.call(op, request, { priority: 'now', signal });
    const have = new Set(this.#designs.map((d) => JSON.stringify({ ...d, seed: '', title: '' })));
    const designs = [];
    let turn = this.#page ? this.turn : 0;
    const last = colours.length * 4;
    for (; turn < last && designs.length < N / 2; turn++) {
      const k = turn % colours.length;
      const inks = [colours[k], ...colours.filter((_, i) => i !== k)].map(({ color, name: called }, i) => ({ name: called || '', color, role: i ? '' : 'ground' }));
      brief.inks = (await ask('inks.assign', { inks })).inks;
      if (brief.market) brief.inks = (await ask('inks.fit', { inks: brief.inks, market: brief.market })).inks;
      brief.seed = String(turn + 1);
      const more = await ask('proposals', { brief, n: 6, page: 0 });
      for (const d of more.designs) {
        const same = JSON.stringify({ ...d, seed: '', title: '' });
        if (!have.has(same)) designs.push(d);
        have.add(same);
      }
    }
    this.turn = turn;
    return { designs, more: turn < last };
  }

  #take(design) {
    store.set(design, { label: t('proposals.chosen') });
    go(to('table'));
  }

  #compare() {
    compare(this.#chosen, this.#c, (d) => this.#take(d));
  }

  #pick(design) {
    this.#chosen = this.#chosen.includes(design) ? this.#chosen.filter((d) => d !== design) : [...this.#chosen, design].slice(-2);
    say(t('compare.count', { n: this.#chosen.length }));
    this.requestUpdate();
  }

  render() {
    const q = this.query || new URLSearchParams();
    const market = this.#c?.market(q.get('market'));
    const product = market?.products.find((p) => p.id === q.get('product'));
    const a = this.#designs.length ? aspect(this.#designs[0]) : product?.width ? product.width / product.height : 2;
    return html`<div class="head"><div><h1>${q.get('like') ? t('proposals.like') : t('proposals.title', { market: market ? marketName(market) : '…' })}</h1>
        <p class="sub soft">${q.get('like') && this.like ? t('proposals.liked', { motif: motifName(this.#c, this.like.field.motif), scheme: schemeName(this.like) })
          : product ? `${productName(product)} · ${sizeText(product)}` : t('whom.any')}</p></div>
        ${market ? this.#choice(q, market) : nothing}</div>
      ${this.failed ? html`<div class="fail" role="alert"><p>${sentence(this.failed, q.get('like') ? 'link' : 'proposals')}</p>
        <p class="row"><button class="button main" @click=${() => { this.failed = null; this.#load(); }}>${t('again')}</button><a class="button" href="#/">${t('room.whom')}</a></p></div>` : nothing}
      <ul class="wall" aria-label=${t('room.proposals')} aria-busy=${this.busy} style=${styleMap({ '--col': a < 1.3 ? '250px' : a > LONG ? '420px' : '380px' })}>
        ${repeat(this.#designs, (d) => d, (d) => this.#card(d))}
        ${this.busy && !this.#designs.length ? Array.from({ length: 6 }, () => html`<li class="card" style=${styleMap({ 'grid-row-end': 'span 70' })}><div class="wait"></div></li>`) : nothing}
      </ul>
      ${this.failed ? nothing : html`<div class="end" ${ref((el) => el && this.#designs.length && this.#more && (this.#sentinel.disconnect(), this.#sentinel.observe(el)))}>
        ${this.#more ? html`<button class="button" ?disabled=${this.busy} @click=${() => this.#load()}>${t(this.busy ? 'proposals.making' : 'proposals.more')}</button>`
          : html`<p class="soft">${t('proposals.end', { n: this.#designs.length })}</p>`}</div>`}
      ${this.#chosen.length ? html`<div class="two" role="region" aria-label=${t('compare')}>
        ${this.#chosen.map((d) => html`<jg-cloth .design=${d} .repeat=${30}></jg-cloth>`)}
        <span>${this.#chosen.length < 2 ? t('compare.one') : nothing}</span>
        <button class="button main" ?disabled=${this.#chosen.length < 2} @click=${() => this.#compare()}>${icon('compare')}${t('compare')}</button>
        <button class="button quiet" @click=${() => { this.#chosen = []; this.requestUpdate(); }}>${t('cancel')}</button></div>` : nothing}`;
  }

  #choice(q, market) {
    const set = (patch) => go(to('proposals', { market: q.get('market'), product: q.get('product'), motif: q.get('motif'), ...patch }));
    return html`<div class="choice">
      <label>${t('proposals.product')}<select @change=${(e) => set({ product: e.target.value, like: '' })}>
        <option value="" ?selected=${!q.get('product')}>${t('any')}</option>
        ${market.products.map((p) => html`<option value=${p.id} ?selected=${p.id === q.get('product')}>${productName(p)}</option>`)}</select></label>
      <label>${t('proposals.motif')}<select @change=${(e) => set({ motif: e.target.value, like: '' })}>
        <option value="" ?selected=${!q.get('motif')}>${t('any')}</option>
        ${families(this.#c, market, (m) => m).map((g) => html`<optgroup label=${g.label}>${g.items.filter((m) => !m.blocked).map((m) => html`
          <option value=${m.id} ?selected=${g.id !== ' best' && m.id === q.get('motif')}>${motifName(this.#c, m.id)}</option>`)}</optgroup>`)}</select></label>
      ${q.get('like') ? html`<a class="button" href=${to('proposals', { market: q.get('market'), product: q.get('product') })}>${icon('back')}${t('proposals.all')}</a>` : nothing}</div>`;
  }

  #card(d) {
    const kept = store.isKept(d);
    const chosen = this.#chosen.includes(d);
    const a = aspect(d);
    const motif = motifName(this.#c, d.field.motif);
    const watch = ref((el) => el && this.#spans.observe(el));
    return html`<li class="card ${chosen ? 'chosen' : ''}"><article ${watch}>
      <button class="look" aria-label=${t('proposals.take', { what: spoken(this.#c, d) })} @click=${() => this.#take(d)}>
        <span class="stack">${a > LONG
          ? html`<jg-cloth .design=${d} .scale=${0} .repeat=${innerWidth < 700 ? 70 : 84} style=${styleMap({ 'aspect-ratio': '1.9' })}></jg-cloth><jg-cloth .design=${d} .priority=${'idle'} style=${styleMap({ 'aspect-ratio': String(a) })}></jg-cloth>`
          : html`<jg-cloth .design=${d} style=${styleMap({ 'aspect-ratio': String(a), 'max-width': `calc(68vh * ${a})` })}></jg-cloth>`}</span></button>
      <div class="tag"><h2 class="name">${motif}</h2>
        <button class="button quiet icon" aria-pressed=${kept} aria-label=${t('keep.what', { what: `${motif}${t('list.comma')}${schemeName(d)}` })} title=${t(kept ? 'unkeep' : 'keep')} @click=${() => heart(d)}>${icon('heart')}</button>
        <div class="inks"><span class="dots" aria-hidden="true">${d.inks.map((i) => html`<i style=${styleMap({ background: i.color })}></i>`)}</span><span class="small soft">${schemeName(d)}</span></div><span></span>
        ${(d.warnings || []).slice(0, 2).map((w) => html`<p class="note">${icon('warn')}<span>${warningText(w, d.market)}</span></p>`)}
        <div class="acts"><button class="button quiet" @click=${() => moreLike(d)}>${icon('more')}${t('like')}</button>
          <label class="pickbox"><input type="checkbox" .checked=${chosen} @change=${() => this.#pick(d)}>${t('compare')}<span class="visually-hidden"> ${motif}${t('list.comma')}${schemeName(d)}</span></label>
          ${chosen && this.#chosen.length === 2 ? html`<button class="button" @click=${() => this.#compare()}>${icon('compare')}${t('compare.now')}</button>` : nothing}</div>
      </div></article></li>`;
  }
}
define('jg-proposals', Proposals);
