// What our components have in common: the sheet of controls, and that they follow the store and the language.
import { LitElement } from '../../vendor/lit.js';
import { events } from '../i18n.js';
import { store } from '../store.js';
import { controls } from './controls.js';

export class Jg extends LitElement {
  static styles = [controls];

  #follow = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    store.addEventListener('change', this.#follow);
    events.addEventListener('change', this.#follow);
  }

  disconnectedCallback() {
    store.removeEventListener('change', this.#follow);
    events.removeEventListener('change', this.#follow);
    super.disconnectedCallback();
  }

  /** @param {string} selector */
  $(selector) {
    return this.renderRoot.querySelector(selector);
  }
}

/** Defines a component once. */
export function define(name, type) {
  if (!customElements.get(name)) customElements.define(name, type);
}
