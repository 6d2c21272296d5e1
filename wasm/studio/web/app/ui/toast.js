// Short messages at the foot of the page, read out, with at most one action.
import { html, css, nothing } from '../../vendor/lit.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { Jg, define } from './element.js';

class Toasts extends Jg {
  static styles = [...Jg.styles, css`
    :host { position: fixed; inset-inline: 12px; inset-block-end: max(12px, env(safe-area-inset-bottom)); z-index: 50; display: grid; justify-items: center; gap: 8px; pointer-events: none; border: 0; padding: 0; margin: 0; background: none; inset-block-start: auto; width: auto; overflow: visible; }
    .one { pointer-events: auto; display: flex; align-items: center; gap: 8px; max-width: 36rem; padding: 4px 4px 4px 16px; padding-inline: 16px 4px; background: var(--ink); color: var(--room); border-radius: var(--radius); box-shadow: var(--shadow); animation: rise var(--slow) var(--ease); }
    .one p { padding-block: 8px; }
    .one .button { background: transparent; border-color: transparent; color: inherit; }
    .one .button:hover { background: color-mix(in oklab, var(--room) 16%, transparent); }
    .one .act { font-weight: 600; text-decoration: underline; text-underline-offset: 3px; }
    :focus-visible { outline-color: var(--room); outline-offset: -4px; }
    @keyframes rise { from { opacity: 0; transform: translateY(8px); } }
  `];

  /** @type {{id: number, text: string, action?: string, run?: () => void}[]} */
  list = [];
  #id = 0;

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('popover', 'manual'); // above dialogs
    this.setAttribute('role', 'region');
  }

  show(text, { action, run, ms = action ? 10000 : 5000 } = {}) {
    const one = { id: ++this.#id, text, action, run };
    this.setAttribute('aria-label', t('toasts'));
    this.list = [...this.list.slice(-2), one];
    this.requestUpdate();
    if (this.matches(':popover-open')) this.hidePopover();
    this.showPopover();
    const wait = () => {
      // One who is at it, or reading with a pointer over it, is not hurried.
      if (this.matches(':hover') || this.matches(':focus-within')) setTimeout(wait, 1500);
      else this.hide(one.id);
    };
    setTimeout(wait, ms);
    return () => this.hide(one.id);
  }

  hide(id) {
    this.list = this.list.filter((o) => o.id !== id);
    this.requestUpdate();
    if (!this.list.length && this.matches(':popover-open')) this.hidePopover();
  }

  render() {
    return html`${this.list.map((o) => html`<div class="one"><p>${o.text}</p>
      ${o.action ? html`<button class="button act" @click=${() => { this.hide(o.id); o.run(); }}>${o.action}</button>` : nothing}
      <button class="button icon" aria-label=${t('close')} @click=${() => this.hide(o.id)}>${icon('close')}</button></div>`)}`;
  }
}
define('jg-toasts', Toasts);

let host = null;
let live = null;

function place() {
  if (!host) {
    live = document.createElement('div');
    live.className = 'visually-hidden';
    live.setAttribute('role', 'status');
    host = document.createElement('jg-toasts');
    document.body.append(live, host);
  }
}

/** Says something without showing it. @param {string} text */
export function say(text) {
  place();
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
}

/**
 * @param {string} text
 * @param {{action?: string, run?: () => void, ms?: number}} [options]
 * @returns {() => void} takes it away
 */
export function toast(text, options) {
  place();
  say(text);
  return host.show(text, options);
}

/** Tells of something that was done, and offers to take it back. @param {string} text @param {() => void} undo */
export const confirmUndo = (text, undo) => toast(text, { action: t('undo'), run: undo });
