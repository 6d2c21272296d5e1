// Opens a native dialog with a heading, a close button and any content; the focus goes back to where it was.
import { html, css, nothing } from '../../vendor/lit.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { Jg, define } from './element.js';

class Dialog extends Jg {
  static styles = [...Jg.styles, css`
    dialog[open] { display: flex; flex-direction: column; overflow: hidden; animation: in var(--slow) var(--ease); }
    dialog { width: min(var(--wide, 560px), calc(100vw - 24px)); }
    .top { display: flex; align-items: center; gap: 8px; padding: 12px 8px 8px 20px; padding-inline: 20px 8px; }
    .top h2 { flex: 1; }
    .body { overflow: auto; padding: 4px 20px 20px; }
    .body { display: grid; gap: 16px; }
    .wide { width: 100%; }
    .set { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 20px; min-width: 0; }
    .set legend { font-weight: 600; padding: 0; margin-block-end: 2px; }
    .line { display: flex; align-items: center; gap: 8px; min-height: var(--touch); font-weight: 400; }
    .set details { width: 100%; }
    .keys { border-collapse: collapse; width: 100%; font-size: var(--f13); } .keys th { text-align: start; font-weight: 400; padding: 4px 0; } .keys td { text-align: end; } .keys tr { border-block-end: 1px solid var(--line); }
    @keyframes in { from { opacity: 0; transform: translateY(6px); } }
    @media (max-width: 700px) {
      dialog { width: 100vw; max-width: 100vw; margin-block-end: 0; border-end-start-radius: 0; border-end-end-radius: 0; }
    }
  `];

  static properties = { heading: { attribute: false }, content: { attribute: false }, wide: { type: String } };

  firstUpdated() {
    const d = this.$('dialog');
    if (this.wide) d.style.setProperty('--wide', this.wide);
    d.showModal();
  }

  close() { this.$('dialog')?.close(); }

  render() {
    return html`<dialog aria-labelledby="h" @close=${() => { this.remove(); this.gone?.(); }}
        @click=${(e) => e.target === e.currentTarget && e.clientX && !inside(e) && this.close()}>
      <div class="top"><h2 id="h">${typeof this.heading === 'function' ? this.heading() : this.heading}</h2>
        <button class="button quiet icon" aria-label=${t('close')} @click=${() => this.close()}>${icon('close')}</button></div>
      <div class="body">${this.content ? this.content(() => this.close()) : nothing}<slot></slot></div>
    </dialog>`;
  }
}
define('jg-dialog', Dialog);

function inside(e) {
  const r = e.currentTarget.getBoundingClientRect();
  return e.clientX >= r.left && e.clientX <= r.right && e.clientY >= r.top && e.clientY <= r.bottom;
}

/**
 * @param {string | (() => string)} heading a function follows the language
 * @param {((close: () => void) => any) | Element} content a template, drawn anew when the store or the language changes, or an element
 * @param {{wide?: string}} [options]
 * @returns {Promise<void> & {close: () => void}} settled when closed
 */
export function dialog(heading, content, { wide } = {}) {
  const d = document.createElement('jg-dialog');
  d.heading = heading;
  if (wide) d.wide = wide;
  if (content instanceof Element) d.append(content);
  else d.content = content;
  const from = document.activeElement;
  const closed = new Promise((resolve) => { d.gone = resolve; }).then(() => from?.isConnected && from.focus?.());
  document.body.append(d);
  closed.close = () => d.close();
  closed.update = () => d.requestUpdate();
  return closed;
}
