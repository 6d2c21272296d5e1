// The recipe: a page to print and hang beside the vat.
import { css, html, nothing, styleMap } from '../../vendor/lit.js';
import { catalog, engine } from '../engine.js';
import { sentence } from '../errors.js';
import { n, t, when } from '../i18n.js';
import { icon } from '../icons.js';
import { choices, colour, CRACKLE, making } from '../making/making.js';
import { agentName, apart, area, bases, dyeName, figures, span, stageName, stageText, warning, warnings } from '../making/words.js';
import { colourName, marketName, motifName, productName, schemeName, sizeText } from '../names.js';
import { store } from '../store.js';
import { bare } from '../table/scene.js';
import { define, Jg } from '../ui/element.js';

const PIECE = { w: 560, h: 340, mm: 280 }; // px of a stage's picture, and how much of the cloth is across
const WHOLE = 1400; // px

class Recipe extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; padding: 32px max(16px, calc((100vw - 1040px) / 2)) 96px; }
    .bar { display: flex; flex-wrap: wrap; gap: 8px; margin-block-end: 24px; }
    .sheet { background: var(--paper); box-shadow: var(--shadow); padding: clamp(16px, 4vw, 48px); display: grid; gap: 32px; }
    header { display: grid; gap: 8px; }
    header .when { font-size: var(--f13); color: var(--soft); }
    canvas { width: 100%; height: auto; }
    .whole { margin-block: 8px; box-shadow: var(--shadow); max-height: 320px; object-fit: contain; width: auto; max-width: 100%; }
    dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; font-size: var(--f13); }
    dt { color: var(--soft); } dd { margin: 0; }
    h2 { margin-block-end: 12px; }
    table { width: 100%; border-collapse: collapse; font-size: var(--f13); }
    th { text-align: start; font-weight: 600; color: var(--soft); }
    th, td { padding: 6px 0; padding-inline-end: 8px; border-block-end: 1px solid var(--line); vertical-align: middle; overflow-wrap: normal; }
    th, .num { white-space: nowrap; }
    td i { display: inline-block; width: 40px; height: 24px; vertical-align: middle; border: 1px solid color-mix(in oklab, var(--ink) 30%, transparent); }
    .scroll { overflow-x: auto; } .scroll + p { margin-block-start: 8px; }
    ol.stages { list-style: none; padding: 0; display: grid; gap: 24px; }
    .stage { display: grid; grid-template-columns: minmax(0, 280px) minmax(0, 1fr); gap: 8px 24px; align-items: start; break-inside: avoid; }
    .stage h3 { margin-block-end: 4px; }
    .stage canvas { background: var(--wash); aspect-ratio: ${PIECE.w} / ${PIECE.h}; }
    .stage dl { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: var(--f13); margin-block-start: 8px; } .stage dl div { display: flex; gap: 6px; } .stage dl dd { font-weight: 600; }
    .small li { margin-block-end: 4px; } .small ul { padding-inline-start: 20px; }
    .note { margin-block-start: 8px; }
    @media screen and (max-width: 620px) { :host { padding: 16px 0 64px; } .bar { padding-inline: 16px; margin-block-end: 16px; } .stage { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 16px; } .hex { position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%); } td i { width: 32px; } }
    @media print {
      :host { padding: 0; --paper: #fff; --ink: #000; --soft: #333; --line: #bbb; --wash: #fff; --shadow: none; --kunyit-wash: #fff; color: #000; }
      .bar { display: none; } .sheet { padding: 0; gap: 20px; } .stage { grid-template-columns: 6cm 1fr; } h1 { font-size: 22pt; } h2 { font-size: 14pt; }
      canvas, td i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
  `];

  #c = null;
  #follow = () => this.requestUpdate();
  #drawn = '';
  #stop = null;

  connectedCallback() {
    super.connectedCallback();
    making.addEventListener('change', this.#follow);
    catalog().then((c) => { this.#c = c; this.requestUpdate(); }, () => {});
  }

  disconnectedCallback() {
    making.removeEventListener('change', this.#follow);
    this.#stop?.abort();
    this.#drawn = '';
    super.disconnectedCallback();
  }

  updated() {
    const { design } = store;
    if (!design) return;
    making.want(design);
    if (making.recipe && making.design?.inks.length === design.inks.length && !making.busy) this.#draw(design);
  }

  // The pieces at once, by colouring; then each as it comes out of the dye.
  async #draw(design) {
    const d = bare(design);
    const ways = making.ways();
    const crackle = CRACKLE[choices().crackle];
    const key = JSON.stringify([d, ways, crackle]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#stop?.abort();
    const { signal } = this.#stop = new AbortController();
    const { w, h } = PIECE;
    try {
      let { width, height } = d.product;
      if (!width) ({ w: width, h: height } = (await engine.call('describe', { design: d, width: 256 }, { signal })).size);
      const scale = Math.max(w / PIECE.mm, w / width, h / height);
      const W = Math.ceil(scale * width);
      const x = Math.round((W - w) / 2);
      const y = Math.max(0, Math.round((Math.floor((W * height) / width) - h) / 2));
      const all = [...this.renderRoot.querySelectorAll('.stage canvas')];
      const { bytes } = await engine.bytes('indices', { design: d, quick: true, width: 2 * W, x: 2 * x, y: 2 * y, w: 2 * w, h: 2 * h }, { signal });
      const image = new ImageData(w, h);
      all.forEach((canvas, i) => {
        colour({ bytes, w, h, k: 2 }, making.colours(i), image);
        canvas.getContext('2d').putImageData(image, 0, 0);
      });
      const px = Math.min(WHOLE, Math.round((WHOLE / 2) * (width / height)));
      const tall = Math.max(1, Math.floor((px * height) / width));
      const dyed = async (canvas, request, cw, ch) => {
        const got = await engine.bytes('finish', { design: d, ...ways, crackle, ...request, w: cw, h: ch }, { priority: 'idle', signal });
        if (canvas.width !== cw || canvas.height !== ch) Object.assign(canvas, { width: cw, height: ch });
        canvas.getContext('2d').putImageData(new ImageData(got.bytes, cw, ch), 0, 0);
      };
      await dyed(this.$('.whole'), { width: px, x: 0, y: 0 }, px, tall);
      for (let i = 1; i < all.length; i++) await dyed(all[i], { width: W, x, y, stage: i }, w, h);
      this.dispatchEvent(new CustomEvent('drawn'));
    } catch (err) {
      if (err.name === 'AbortError') return;
      this.#drawn = '';
      console.warn(err.message);
    }
  }

  render() {
    const { design: d } = store;
    if (!d) return nothing;
    const { recipe } = making;
    const ready = recipe && recipe.plan.outcomes.length === d.inks.length;
    const c = this.#c;
    const market = c?.market(d.market);
    return html`<div class="bar"><a class="button" href="#/table">${icon('back')}${t('making.back')}</a>
        <button class="button main" ?disabled=${!ready} @click=${() => print()}>${icon('print')}${t('making.print.do')}</button></div>
      <article class="sheet" aria-busy=${making.busy}>
        <header><span class="when">${t('making.page.title')} · ${when(Date.now())}</span><h1>${motifName(c, d.field.motif)}</h1>
          <canvas class="whole" width="14" height="7" role="img" aria-label=${t('making.whole')}></canvas>
          <dl class="facts">
            <dt>${t('take.product')}</dt><dd>${productName(d.product)}${d.product.width ? `${t('list.comma')}${sizeText(d.product)}` : ''}</dd>
            <dt>${t('take.for')}</dt><dd>${market ? marketName(market) : d.market} · <bdi>${schemeName(d)}</bdi></dd>
            <dt>${t('take.technique')}</dt><dd>${t(`technique.${d.technique}`)}</dd>
            ${ready ? html`${recipe.plan.route ? html`<dt>${t('making.route')}</dt><dd>${t(`making.route.${recipe.plan.route}`)}</dd>` : nothing}
              <dt>${t('making.crackle')}</dt><dd>${t(`making.crackle.${choices().crackle}`)}</dd>
              <dt>${t('making.f.area')}</dt><dd>${area(recipe.areaM2)}</dd>` : nothing}
          </dl></header>
        ${ready ? this.#sheet(d, recipe) : html`<p>${making.answer && !recipe ? t('making.print', { n: d.inks.length }) : making.error ? sentence(making.error, 'making') : t('making.wait')}</p>`}
      </article>`;
  }

  #sheet(d, recipe) {
    const { plan } = recipe;
    return html`
      <section><h2>${t('making.inks')}</h2><div class="scroll"><table>
        <thead><tr><th>${t('making.t.ink')}</th><th>${t('making.t.wanted')}</th><th>${t('making.t.gets')}</th><th>ΔE</th><th>${t('making.f.area')}</th></tr></thead>
        <tbody>${plan.outcomes.map((o) => html`<tr><td>${n(o.ink + 1)} · <bdi>${colourName(d.inks[o.ink].name)}</bdi></td>
          <td><i style=${styleMap({ background: o.wanted })}></i> <bdi class="hex" dir="ltr">${o.wanted}</bdi></td><td><i style=${styleMap({ background: o.gets })}></i> <bdi class="hex" dir="ltr">${o.gets}</bdi></td>
          <td>${n(o.deltaE, { digits: 1 })} · ${apart(o.deltaE)}</td><td class="num">${area(making.answer.areas[o.ink])}</td></tr>`)}</tbody></table></div></section>
      <section><h2>${t('making.needs')}</h2><div class="scroll"><table>
        <thead><tr><th>${t('making.t.what')}</th><th>${t('making.t.agent')}</th><th>${t('making.t.much')}</th><th>${t('making.f.litres')}</th></tr></thead>
        <tbody><tr><td>${t('making.f.wax')}</td><td></td><td class="num">${span(recipe.waxG, 'gram')}</td><td></td></tr>
          ${recipe.stages.filter((s) => s.op === 'dip' || s.op === 'colet').map((s) => {
            const { dye } = s.op === 'dip' ? plan.baths[s.bath] : plan.brushes.find((b) => b.ink === s.mask[0]);
            return html`<tr><td>${dyeName(dye)}</td><td>${agentName(dye)}</td><td class="num">${span(s.dyeG, 'gram')}</td><td class="num">${span(s.litres, 'liter')}</td></tr>`;
          })}
          <tr><td>${t('making.f.work')}</td><td></td><td class="num">${span(recipe.hours, 'hour')}</td><td></td></tr></tbody></table></div>
        <p class="small soft">${t('making.recovered', { from: n(recipe.recovered.least, { style: 'percent' }), to: n(recipe.recovered.most, { style: 'percent' }) })}</p>
        ${warnings(recipe).map((w) => html`<p class="note">${icon('warn')}<span>${warning(recipe, w)}</span></p>`)}</section>
      <section><h2>${t('making.stages')}</h2><ol class="stages">${Array.from({ length: recipe.stages.length + 1 }, (_, k) => html`
        <li class="stage"><canvas width=${PIECE.w} height=${PIECE.h} aria-hidden="true"></canvas><div><h3>${n(k)} · ${stageName(recipe, k - 1)}</h3><p>${stageText(recipe, k - 1)}</p>
          ${k ? html`<dl>${figures(recipe.stages[k - 1]).map(([a, b]) => html`<div><dt>${a}</dt><dd>${b}</dd></div>`)}</dl>` : nothing}</div></li>`)}</ol></section>
      <section class="small soft"><h2>${t('making.basis')}</h2><ul>${bases(recipe).map((b) => html`<li>${t(`making.basis.${b}`)}</li>`)}</ul><p>${t('making.unsure')}</p></section>`;
  }
}
define('jg-recipe', Recipe);
