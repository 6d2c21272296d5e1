// Proses: how the cloth is made. A strip of stages from white cloth to finished; what the maker works with; and what becomes
// of each ink.

import { css, html, live, nothing, styleMap } from '../../vendor/lit.js';
import { engine } from '../engine.js';
import { sentence } from '../errors.js';
import { n, t } from '../i18n.js';
import { icon } from '../icons.js';
import { choices, colour, CRACKLE, LOOKS, making } from '../making/making.js';
import { agentName, apart, area, dyeName, figures, span, stageName, stageText, warning, warnings } from '../making/words.js';
import { colourName } from '../names.js';
import { define, Jg } from '../ui/element.js';
import { edit } from './edit.js';
import { panel } from './panel-css.js';
import { bare } from './scene.js';

const seed = () => {
  const [a, b] = crypto.getRandomValues(new Uint32Array(2));
  return String(BigInt(a) * 4294967296n + BigInt(b));
};
const THUMB = { w: 72, h: 48, mm: 200 }; // CSS px, and how much of the cloth is across
const SHELVES = ['natural', 'synthetic', 'all'];

export class PanelProcess extends Jg {
  static properties = { design: { attribute: false }, catalog: { attribute: false } };
  static styles = [...Jg.styles, panel, css`
    fieldset { border: 0; padding: 0; margin: 0 0 16px; min-width: 0; }
    legend { padding: 0; margin-block-end: 8px; font-size: var(--f13); font-weight: 600; color: var(--soft); }
    .way { display: grid; grid-template-columns: 20px 1fr; gap: 4px 12px; padding: 12px 4px; border-block-start: 1px solid var(--line); align-items: center; cursor: pointer; }
    .way b { font-family: var(--serif); font-weight: 500; font-size: var(--f18); }
    .way p { grid-column: 2; font-weight: 400; }
    .now { display: flex; gap: 8px; align-items: baseline; }
    .now b { font-family: var(--serif); font-weight: 500; font-size: var(--f18); line-height: 1.3; }
    .now span { margin-inline-start: auto; font-size: var(--f13); color: var(--soft); white-space: nowrap; }
    .scrub { width: 100%; height: var(--touch); display: block; }
    .film { display: flex; gap: 8px; overflow-x: auto; padding: 4px; margin: 0 -4px 8px; scrollbar-width: none; overscroll-behavior-x: contain; } /* the slider above is its bar */
    .film button { flex: none; padding: 0; border: 0; background: none; font-size: 12px; line-height: 1.4; color: var(--soft); text-align: center; }
    .film canvas { width: ${THUMB.w}px; height: ${THUMB.h}px; background: var(--wash); outline: 2px solid transparent; outline-offset: 2px; margin-block-end: 6px; }
    .film button[aria-pressed="true"] { color: var(--soga); font-weight: 700; }
    .film button[aria-pressed="true"] canvas { outline-color: var(--soga); }
    .say { color: var(--ink); }
    .figures { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: var(--f13); margin-block-start: 4px; }
    .figures dt { color: var(--soft); } .figures div { display: flex; gap: 6px; } .figures dd { margin: 0; font-weight: 600; }
    .inks { list-style: none; padding: 0; margin: 0 0 12px; }
    .inks li { display: grid; grid-template-columns: 20px auto 1fr; gap: 8px; align-items: center; min-height: 44px; border-block-end: 1px solid var(--line); font-size: var(--f13); line-height: 1.3; }
    .pair { display: flex; direction: ltr; }
    :host(:dir(rtl)) .pair { flex-direction: row-reverse; }
    .pair i { width: 36px; height: 30px; border: 1px solid color-mix(in oklab, var(--ink) 30%, transparent); }
    .pair i + i { border-inline-start: 0; }
    .no { color: var(--soft); text-align: center; }
    .inks b { font-weight: 500; } .inks small { display: block; color: var(--soft); }
    .inks .far small { color: var(--soga); font-weight: 600; }
    .dye { display: grid; grid-template-columns: 20px 20px 1fr; gap: 8px; align-items: center; min-height: var(--touch); font-weight: 400; font-size: var(--f13); cursor: pointer; }
    .dye i { height: 20px; border: 1px solid color-mix(in oklab, var(--ink) 30%, transparent); }
    h3.class { font: 600 var(--f13)/1.4 var(--sans); color: var(--soft); margin-block: 12px 4px; letter-spacing: 0; }
    .segments button { padding: 0 4px; font-size: var(--f13); }
    .wait { min-height: 150px; }
    .button + .button { margin-block-start: 8px; }
    .actions { display: grid; justify-items: start; gap: 8px; }
    .actions .button { margin: 0; }
  `];

  #thumbs = null; // {bytes, w, h, k}
  #thumbsOf = '';
  #painted = '';
  #filmed = -1; // the stage that was scrolled to
  #follow = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    making.addEventListener('change', this.#follow);
  }

  disconnectedCallback() {
    making.removeEventListener('change', this.#follow);
    super.disconnectedCallback();
  }

  updated() {
    if (!this.design) return;
    making.want(this.design);
    if (making.recipe) {
      this.#piece();
      this.#paint();
      // The stage that is looked at is in view.
      const i = Math.round(making.at);
      if (i !== this.#filmed) {
        const el = this.$('.film [aria-pressed="true"]');
        const film = el?.parentElement;
        if (film) {
          this.#filmed = i;
          const [a, b] = [film.getBoundingClientRect(), el.getBoundingClientRect()];
          film.scrollLeft += b.left + b.width / 2 - a.left - a.width / 2;
        }
      }
    }
  }

  // A piece of the cloth, of which every stage is a colouring.
  async #piece() {
    const d = bare(this.design);
    const key = JSON.stringify({ ...d, inks: d.inks.length });
    if (key === this.#thumbsOf) return;
    this.#thumbsOf = key;
    const w = 2 * THUMB.w;
    const h = 2 * THUMB.h;
    try {
      let { width, height } = d.product;
      if (!width) ({ w: width, h: height } = (await engine.call('describe', { design: d, width: 256 })).size);
      const scale = Math.max(w / THUMB.mm, w / width, h / height);
      const W = Math.ceil(scale * width);
      const H = Math.max(h, Math.floor((W * height) / width));
      const { bytes } = await engine.bytes('indices', { design: d, quick: true, width: 2 * W, x: W - w, y: Math.max(0, H - h), w: 2 * w, h: 2 * h });
      if (key !== this.#thumbsOf) return;
      this.#thumbs = { bytes, w, h, k: 2 };
      this.#painted = '';
      this.#paint();
    } catch (err) {
      if (key === this.#thumbsOf) this.#thumbsOf = '';
      if (err.name !== 'AbortError') console.warn(err.message);
    }
  }

  #paint() {
    const p = this.#thumbs;
    const { recipe } = making;
    if (!p || !recipe || recipe.stages[0].colors.length !== this.design.inks.length) return;
    const key = JSON.stringify(recipe.stages.map((s) => [s.colors, s.waxed]));
    if (key === this.#painted) return;
    const all = this.renderRoot.querySelectorAll('.film canvas');
    if (all.length !== making.last + 1) return;
    this.#painted = key;
    const image = new ImageData(p.w, p.h);
    all.forEach((canvas, i) => {
      colour(p, making.colours(i), image);
      canvas.getContext('2d').putImageData(image, 0, 0);
    });
  }

  #look(i) {
    making.look(i);
  }

  // A key goes from stage to stage; a finger glides.
  #key(e) {
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const by = { ArrowRight: rtl, ArrowLeft: -rtl, ArrowUp: 1, ArrowDown: -1, PageUp: 1, PageDown: -1 }[e.key];
    if (!by) return;
    e.preventDefault();
    this.#look(Math.round(making.at) + by);
  }

  #use() {
    const { outcomes } = making.recipe.plan;
    edit.change(t('making.step.use'), (d) => {
      for (const o of outcomes) if (d.inks[o.ink]) d.inks[o.ink] = { ...d.inks[o.ink], color: o.gets };
      d.scheme = 'own inks';
    });
  }

  render() {
    const { catalog: c, design: d } = this;
    if (!c || !d) return nothing;
    const print = d.technique === 'print';
    return html`
      ${print ? nothing : this.#stages()}
      <section><fieldset><legend>${t('table.process')}</legend>
        ${c.techniques.map((k) => html`<label class="way"><input type="radio" name="t" .checked=${d.technique === k}
          @change=${() => edit.change(t('table.step.process', { name: t(`table.process.${k}`) }), (x) => { x.technique = k; })}>
          <b>${t(`table.process.${k}`)}</b><p>${t(`table.process.${k}.about`)}</p></label>`)}
      </fieldset>
      <button class="button" @click=${() => edit.change(t('table.step.hand'), (x) => { x.seed = seed(); })}>${icon('hand')}${t('table.hand')}</button>
      <p>${t(d.technique === 'tulis' ? 'table.hand.about' : 'table.hand.none')}</p></section>
      ${print ? this.#print(d) : html`${this.#ways()}${this.#inks(d)}`}`;
  }

  #stages() {
    const { recipe, last, at } = making;
    if (!recipe) {
      return html`<section class="wait" aria-busy=${making.busy}><h2 class="sub">${t('making.stages')}</h2>
        ${making.error ? html`<p class="note" role="alert">${icon('warn')}<span>${sentence(making.error, 'making')}</span></p>` : html`<p>${t('making.wait')}</p>`}</section>`;
    }
    const i = Math.round(at) - 1;
    const name = stageName(recipe, i);
    return html`<section aria-busy=${making.busy}>
      <h2 class="visually-hidden">${t('making.stages')}</h2>
      <div class="now"><b>${name}</b><span>${t('making.of', { n: i + 1, all: last })}</span></div>
      <input class="scrub" type="range" style=${styleMap({ '--at': at / last })} min="0" max=${last} step="0.02" .value=${live(String(at))} aria-label=${t('making.scrub')} aria-valuetext=${`${t('making.of', { n: i + 1, all: last })}: ${name}`}
        @keydown=${this.#key} @input=${(e) => this.#look(e.target.valueAsNumber)} @change=${(e) => this.#look(Math.round(e.target.valueAsNumber))}>
      <div class="film" role="group" aria-label=${t('making.stages')}>${Array.from({ length: last + 1 }, (_, k) => html`
        <button aria-pressed=${k === i + 1 ? 'true' : 'false'} tabindex=${k === i + 1 ? 0 : -1} aria-label=${`${n(k)}: ${stageName(recipe, k - 1)}`} title=${stageName(recipe, k - 1)} @click=${() => this.#look(k)}>
          <canvas width=${2 * THUMB.w} height=${2 * THUMB.h} aria-hidden="true"></canvas><span aria-hidden="true">${n(k)}</span></button>`)}</div>
      <p class="say">${stageText(recipe, i)}</p>
      ${i >= 0 ? html`<dl class="figures">${figures(recipe.stages[i]).map(([k, v]) => html`<div><dt>${k}</dt><dd>${v}</dd></div>`)}</dl>` : nothing}
    </section>`;
  }

  #segments(label, key, values, now, words) {
    return html`<fieldset><legend>${label}</legend><div class="segments">${values.map((v) => html`
      <button aria-pressed=${v === now ? 'true' : 'false'} @click=${() => making.choose({ [key]: v, ...(key === 'shelf' ? { off: [] } : {}) })}>${words(v)}</button>`)}</div></fieldset>`;
  }

  #ways() {
    const { shelf, off, route, crackle } = choices();
    const dyes = (making.shelf?.dyes || []).filter((x) => shelf === 'all' || x.natural === (shelf === 'natural'));
    const classes = [...new Set(dyes.map((x) => x.class))];
    return html`<section>
      ${this.#segments(t('making.crackle'), 'crackle', Object.keys(CRACKLE), crackle, (v) => t(`making.crackle.${v}`))}
      ${this.#segments(t('making.shelf'), 'shelf', SHELVES, shelf, (v) => t(`making.shelf.${v}`))}
      <div class="field"><label for="route">${t('making.route')}</label>
        <select id="route" @change=${(e) => making.choose({ route: e.target.value })}>
          ${['', ...(making.shelf?.routes || [])].map((r) => html`<option value=${r} ?selected=${r === route}>${t(`making.route.${r || 'auto'}`)}</option>`)}</select></div>
      <p>${t(`making.route.${route || 'auto'}.about`)}</p>
    </section>
    <details><summary>${t('making.dyes', { n: dyes.length - dyes.filter((x) => off.includes(x.id)).length })}${icon('down')}</summary>
      ${classes.map((k) => html`<h3 class="class">${t(`making.class.${k}`)}</h3>${dyes.filter((x) => x.class === k).map((x) => html`
        <label class="dye"><input type="checkbox" .checked=${!off.includes(x.id)}
          @change=${(e) => making.choose({ off: e.target.checked ? off.filter((y) => y !== x.id) : [...off, x.id] })}>
          <i aria-hidden="true" style=${styleMap({ background: x.color })}></i><span>${dyeName(x)}<small class="soft"> ${agentName(x)}</small></span></label>`)}`)}
    </details>`;
  }

  #inks(d) {
    const { recipe } = making;
    if (!recipe || recipe.plan.outcomes.length !== d.inks.length) return nothing;
    const { outcomes } = recipe.plan;
    const missed = outcomes.filter((o) => !o.reached).length;
    const other = outcomes.some((o) => o.deltaE >= 1);
    return html`<section>
      <h2 class="sub">${t('making.inks')}</h2>
      <p>${missed ? t('making.missed', { n: missed }) : t('making.allreached')}</p>
      <ul class="inks">${outcomes.map((o) => html`<li class=${o.reached ? '' : 'far'}><span class="no">${n(o.ink + 1)}</span>
        <span class="pair" role="img" aria-label=${t('making.pair', { wanted: o.wanted, gets: o.gets })}><i style=${styleMap({ background: o.wanted })}></i><i style=${styleMap({ background: o.gets })}></i></span>
        <span><b><bdi>${colourName(d.inks[o.ink].name)}</bdi></b><small>${apart(o.deltaE)} <span dir="ltr">ΔE ${n(o.deltaE, { digits: 1 })}</span> · ${area(making.answer.areas[o.ink])}</small></span></li>`)}</ul>
      ${warnings(recipe).map((w) => html`<p class="note">${icon('warn')}<span>${warning(recipe, w)}</span></p>`)}
      <dl class="figures"><div><dt>${t('making.f.wax')}</dt><dd>${span(recipe.waxG, 'gram')}</dd></div><div><dt>${t('making.f.dye')}</dt><dd>${span(recipe.dyeG, 'gram')}</dd></div>
        <div><dt>${t('making.f.work')}</dt><dd>${span(recipe.hours, 'hour')}</dd></div></dl>
    </section>
    <section class="actions">
      <button class="button" ?disabled=${!other || making.busy} @click=${this.#use}>${icon('dropper')}${t('making.use')}</button>
      <a class="button" href="#/recipe">${icon('print')}${t('making.page')}</a>
    </section>`;
  }

  // Who prints waxes nothing; what counts for him is what each ink covers.
  #print(d) {
    const areas = making.answer?.areas;
    const sum = areas?.reduce((a, b) => a + b, 0);
    const { look } = choices();
    return html`<section>
      <div class="field"><label for="look">${t('making.look')}</label>
        <select id="look" @change=${(e) => making.choose({ look: e.target.value })}>${LOOKS.map((v) => html`<option value=${v} ?selected=${v === look}>${t(`making.look.${v}`)}</option>`)}</select></div>
      <p>${t('making.look.about')}</p>
    </section>
    <section>
      <p class="say">${t('making.print', { n: d.inks.length })}</p><p>${t('making.print.digital')}</p><p>${t('making.print.name')}</p>
    </section>
    ${areas?.length === d.inks.length ? html`<section><h2 class="sub">${t('making.cover')}</h2>
      <ul class="inks">${d.inks.map((k, i) => html`<li><span class="no">${n(i + 1)}</span><span class="pair" aria-hidden="true"><i style=${styleMap({ background: k.color })}></i></span>
        <span><b><bdi>${colourName(k.name)}</bdi></b><small>${n(areas[i] / sum, { style: 'percent', digits: 0 })} · ${area(areas[i])}</small></span></li>`)}</ul></section>` : nothing}`;
  }
}
define('jg-panel-process', PanelProcess);
