// Proses: how the wax comes onto the cloth.

import { css, html, nothing } from '../../vendor/lit.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { define, Jg } from '../ui/element.js';
import { edit } from './edit.js';
import { panel } from './panel-css.js';

const seed = () => {
  const [a, b] = crypto.getRandomValues(new Uint32Array(2));
  return String(BigInt(a) * 4294967296n + BigInt(b));
};

export class PanelProcess extends Jg {
  static properties = { design: { attribute: false }, catalog: { attribute: false } };
  static styles = [...Jg.styles, panel, css`
    fieldset { border: 0; padding: 0; margin: 0 0 16px; }
    legend { padding: 0; margin-block-end: 8px; font-size: var(--f13); font-weight: 600; color: var(--soft); }
    label { display: grid; grid-template-columns: 20px 1fr; gap: 4px 12px; padding: 12px 4px; border-block-start: 1px solid var(--line); align-items: center; cursor: pointer; }
    label b { font-family: var(--serif); font-weight: 500; font-size: var(--f18); }
    label p { grid-column: 2; font-weight: 400; }
  `];

  render() {
    const { catalog: c, design: d } = this;
    if (!c || !d) return nothing;
    return html`
      <fieldset><legend>${t('table.process')}</legend>
        ${c.techniques.map((k) => html`<label><input type="radio" name="t" .checked=${d.technique === k}
          @change=${() => edit.change(t('table.step.process', { name: t(`table.process.${k}`) }), (x) => { x.technique = k; })}>
          <b>${t(`table.process.${k}`)}</b><p>${t(`table.process.${k}.about`)}</p></label>`)}
      </fieldset>
      <button class="button" @click=${() => edit.change(t('table.step.hand'), (x) => { x.seed = seed(); })}>${icon('hand')}${t('table.hand')}</button>
      <p>${t(d.technique === 'tulis' ? 'table.hand.about' : 'table.hand.none')}</p>`;
  }
}
define('jg-panel-process', PanelProcess);
