// For whom: a wall of cloth, one band for each market.
import { html, css, nothing, repeat, styleMap } from '../../vendor/lit.js';
import { catalog, engine } from '../engine.js';
import { sentence } from '../errors.js';
import { t, n } from '../i18n.js';
import { icon } from '../icons.js';
import { marketName, MARKETS, productName, sizeText } from '../names.js';
import { go, to } from '../router.js';
import { store } from '../store.js';
import { Jg, define } from '../ui/element.js';
import { readable } from '../ui/contrast.js';
import '../ui/cloth.js';
import { ruleText } from '../warnings.js';
import './photo.js';

const PATIENCE = 1500; // ms that the wall below the fold waits for the first cloths
// The bands whose cloths are asked for first, one for each of two workers: the top one, and of the others in view the one
// whose motifs are mostly of few shapes (Yogyakarta), so that there is soon a cloth to see while bouquets still grow.
const AHEAD = [0, 2];
const BOLT = 2.5; // times the next longest
const DAY = String(Math.floor(Date.now() / 86400000));

class Whom extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; padding-block-end: 64px; --plate: clamp(170px, 27vw, 400px); }
    .head { display: flex; flex-wrap: wrap; align-items: end; gap: 14px 32px; padding: 24px max(16px, calc((100vw - 1360px) / 2)) 20px; }
    .head h1 { flex: 1 1 18rem; }
    .band { position: relative; }
    .band + .band { border-block-start: 1px solid var(--room); }
    h2 { font-size: inherit; line-height: inherit; }
    .face { position: relative; display: block; width: 100%; height: clamp(136px, 25vh, 264px); padding: 0; border: 0; background: none; text-align: start; overflow: hidden; }
    .face:focus-visible { outline-offset: -4px; outline-width: 4px; }
    /* Drawn as far as it is seen; its direction is its own, so its sides are named. */
    .face jg-cloth { position: absolute; inset: 0 0 0 calc(var(--plate) - 2px); }
    .face:dir(rtl) jg-cloth { inset: 0 calc(var(--plate) - 2px) 0 0; }
    /* The calm end of the cloth: left without motif, as a maker leaves it for the seam. */
    .plate { position: absolute; inset-block: 0; inset-inline-start: 0; width: var(--plate); padding: 16px 20px; padding-inline-start: max(16px, calc((100vw - 1360px) / 2)); display: flex; flex-direction: column; justify-content: center; background: var(--ground, var(--paper)); color: var(--on, var(--ink)); border-inline-end: 2px solid var(--edge-ink, var(--line)); }
    .plate::after { content: ""; position: absolute; inset-block: 0; inset-inline-end: -10px; width: 2px; background: var(--edge-ink, transparent); }
    .plate .big { font-family: var(--serif); font-weight: 500; font-size: clamp(26px, 3.9vw, 56px); line-height: 1.05; letter-spacing: -.015em; font-variation-settings: "opsz" 144; text-wrap: balance; }
    :host(:lang(ar)) .plate .big { letter-spacing: 0; line-height: 1.3; font-weight: 600; }
    .plate .of { margin-block-start: 8px; font: 500 var(--f13)/1.4 var(--sans); letter-spacing: 0; font-variation-settings: normal; }
    .open .face { height: clamp(120px, 18vh, 200px); }
    .panel { background: var(--paper); padding: 24px max(16px, calc((100vw - 1360px) / 2)) 32px; display: grid; gap: 24px; }
    .goods { display: flex; flex-wrap: wrap; align-items: end; gap: 24px 28px; list-style: none; }
    .goods li { max-width: 100%; }
    .good { display: grid; justify-items: start; gap: 8px; padding: 0; border: 0; background: none; text-align: start; max-width: 100%; }
    .good jg-cloth { box-shadow: var(--shadow); transition: transform var(--quick) var(--ease); max-width: 100%; }
    .good:hover jg-cloth { transform: translateY(-3px); }
    .good .cut { mask: linear-gradient(to right, #000 calc(100% - 40px), #0000); }
    .good .what { width: 100%; }
    .good b { display: block; font-weight: 600; line-height: 1.3; }
    .good:hover b { text-decoration: underline; text-underline-offset: 3px; }
    .metre { display: flex; align-items: center; gap: 8px; }
    .metre i { height: 9px; border: 1px solid var(--soft); border-block-start: 0; }
    .aside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 24px; align-items: start; border-block-start: 1px solid var(--line); padding-block-start: 20px; }
    details ul { display: grid; gap: 8px; padding-block-start: 8px; list-style: none; max-width: 46rem; }
    .info { border-inline-start: 3px solid var(--line); padding: 4px 12px; font-size: var(--f13); }
    .fail { padding: 24px 16px; display: grid; gap: 12px; justify-items: start; }
  `];

  static properties = { query: { attribute: false }, failed: { state: true } };

  #c = null;
  #plans = new Map(); // market or market/product → design of the day
  #wide = new ResizeObserver(() => this.requestUpdate());
  connectedCallback() {
    super.connectedCallback();
    this.#wide.observe(this);
    this.#load();
  }

  disconnectedCallback() {
    this.#wide.disconnect();
    super.disconnectedCallback();
  }

  // The wall needs no catalogue: its cloths are the first thing that is drawn. The catalogue is asked for after them.
  async #load() {
    this.failed = null;
    try {
      const at = MARKETS.indexOf(this.query?.get('market'));
      this.bands = Math.max(5, at + 3);
      await this.updateComplete;
      const first = [...this.renderRoot.querySelectorAll('jg-cloth')].slice(0, 2);
      const drawn = Promise.all(first.map((c) => c.drawn || new Promise((r) => c.addEventListener('drawn', r, { once: true }))));
      if (at < 0) await Promise.race([drawn, new Promise((r) => setTimeout(r, PATIENCE))]);
      for (; this.bands < MARKETS.length; this.bands += 4) { // a few at a time: the page stays free
        this.requestUpdate();
        await new Promise((r) => setTimeout(r, 50));
      }
      this.bands = MARKETS.length;
      this.requestUpdate();
      this.#c = await catalog(at < 0 ? 'idle' : 'now');
      this.requestUpdate();
    } catch (err) {
      this.failed = err;
    }
  }

  updated() {
    const m = this.#c?.market(this.query?.get('market'));
    if (m) for (const p of m.products) this.#plan(m.id, p.id);
    const id = MARKETS.includes(this.query?.get('market')) ? this.query.get('market') : null;
    if (id && this.shownMarket !== id) {
      const el = this.renderRoot.querySelector(`.band[data-id="${CSS.escape(id)}"]`);
      requestAnimationFrame(() => el?.scrollIntoView({ block: 'start', behavior: 'instant' }));
    }
    this.shownMarket = id;
  }

  async #plan(market, product) {
    const key = `${market}/${product}`;
    if (this.#plans.has(key)) return;
    this.#plans.set(key, null);
    try {
      const { design } = await engine.call('plan', { brief: { market, product, seed: DAY } }, { priority: 'soon' });
      this.#plans.set(key, design);
      this.requestUpdate();
    } catch (err) {
      console.warn(err.message);
    }
  }

  #choose(id) {
    const open = this.query?.get('market') === id;
    if (!open) store.setBrief({ market: id, product: null });
    go(to('whom', { market: open ? '' : id }));
  }

  #go(market, product) {
    store.setBrief({ market, product: product || null });
    go(to('proposals', { market, product }));
  }

  render() {
    if (this.failed) return html`<div class="fail"><h1>${t('whom.title')}</h1><p>${sentence(this.failed, 'engine')}</p><button class="button main" @click=${() => location.reload()}>${t('reload')}</button></div>`;
    const open = this.query?.get('market');
    const markets = MARKETS.slice(0, this.bands || 5);
    return html`<div class="head"><h1>${t('whom.title')}</h1><jg-photo></jg-photo></div>
      <div>${repeat(markets, (id) => id, (id, i) => this.#band(id, id === open, i))}</div>`;
  }

  #band(id, open, i) {
    const design = this.#plans.get(id);
    const tone = design ? readable(design.inks[0].color) : null;
    const accent = design ? (design.inks.find((k) => k.role === 'main') || design.inks[1]).color : null;
    this.#briefs[id] ??= { market: id, seed: DAY };
    return html`<section class="band ${open ? 'open' : ''}" data-id=${id}>
      <h2><button class="face" aria-expanded=${open} @click=${() => this.#choose(id)}>
        <jg-cloth .brief=${this.#briefs[id]} .repeat=${innerWidth < 700 ? 64 : 92} ?eager=${AHEAD.includes(i)} .priority=${'soon'}
          @planned=${(e) => { this.#plans.set(id, e.detail); this.requestUpdate(); }}></jg-cloth>
        <span class="plate" style=${styleMap(tone ? { '--ground': tone.ground, '--on': tone.text, '--edge-ink': accent } : {})}>
          <span class="big">${marketName(id)}</span><span class="of">${t(`market.of.${id}`)}</span></span>
      </button></h2>
      ${open && this.#c ? this.#panel(this.#c.market(id)) : nothing}
    </section>`;
  }
  #briefs = {}; // by market; the same object each time, so that nothing is drawn twice

  #panel(m) {
    const room = Math.max(280, Math.min(1360, this.clientWidth - 32));
    // One scale for all. A bolt many times as long as the rest would make those tiny: it is shown cut off.
    const [widest, next = widest] = m.products.map((p) => p.width).sort((a, b) => b - a);
    const base = widest > BOLT * next ? next : widest;
    const scale = Math.min(0.13, (room * (room < 700 ? 1 : 0.66)) / base); // CSS px per mm
    return html`<div class="panel" aria-label=${t('whom.goods', { market: marketName(m) })} role="region">
      <ul class="goods">${m.products.map((p) => {
        const cut = p.width * scale > room;
        const w = cut ? room : p.width ? p.width * scale : 64;
        const h = p.height ? p.height * scale : 64;
        const design = this.#plans.get(`${m.id}/${p.id}`);
        return html`<li><button class="good" style=${styleMap({ width: `${Math.max(132, w)}px` })} @click=${() => this.#go(m.id, p.id)}>
          <jg-cloth class=${cut ? 'cut' : ''} .scale=${cut ? scale : 0} .design=${design} style=${styleMap({ width: `${Math.max(4, w)}px`, height: `${Math.max(4, h)}px` })}></jg-cloth>
          <span class="what"><b>${productName(p)}</b><span class="small soft">${p.width ? sizeText(p) : t('whom.tile')}</span></span></button></li>`;
      })}</ul>
      <div class="row"><button class="button main" @click=${() => this.#go(m.id, '')}>${t('whom.any')}${icon('next')}</button>
        <span class="metre small soft push" aria-label=${t('whom.scale')} role="img"><i style=${styleMap({ width: `${1000 * scale}px` })}></i>${n(1, { unit: 'm' })}</span></div>
      <div class="aside">
        <jg-photo wide></jg-photo>
        ${m.rules.length ? html`<details><summary>${t('whom.rules', { n: m.rules.length })}${icon('down')}</summary><ul>${m.rules.map((r) => html`<li class=${r.severity === 'info' ? 'info' : 'note'} >${r.severity === 'info' ? nothing : icon('warn')}<span>${ruleText(r.id, r.text, m.id)}</span></li>`)}</ul></details>` : nothing}
      </div>
    </div>`;
  }
}
define('jg-whom', Whom);
