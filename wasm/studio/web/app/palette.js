// The command palette: everything that can be done here, by name, with its shortcut.
import { plain } from './plain.js';
import { html, css, nothing } from '../vendor/lit.js';
import { commands, shown } from './commands.js';
import { catalog } from './engine.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { marketName, productName } from './names.js';
import { go, to } from './router.js';
import { store } from './store.js';
import { Jg, define } from './ui/element.js';

class Palette extends Jg {
  static styles = [...Jg.styles, css`
    dialog { width: min(620px, calc(100vw - 24px)); margin-block-start: min(12vh, 96px); max-height: calc(100dvh - min(12vh, 96px) - 24px); overflow: hidden; padding: 0; }
    dialog[open] { display: flex; flex-direction: column; }
    .ask { display: flex; align-items: center; gap: 8px; padding: 6px 8px 6px 16px; padding-inline: 16px 8px; border-block-end: 1px solid var(--line); }
    input[type="text"] { flex: 1; border: 0; background: none; min-height: 48px; padding: 0 4px; font-size: var(--f18); outline: none; min-width: 0; }
    .ask:focus-within { box-shadow: inset 0 -2px 0 var(--wedel); }
    [role="listbox"] { overflow: auto; padding: 4px 0 8px; flex: 1; }
    [role="option"] { display: flex; align-items: center; gap: 12px; min-height: 44px; padding: 4px 16px; cursor: pointer; }
    [role="option"][aria-selected="true"] { background: var(--wash); box-shadow: inset 3px 0 0 var(--soga); }
    [role="option"][aria-selected="true"]:dir(rtl) { box-shadow: inset -3px 0 0 var(--soga); }
    [role="option"][aria-disabled="true"] { color: var(--soft); font-style: italic; }
    .head { padding: 12px 16px 2px; font-size: var(--f13); font-weight: 600; color: var(--soft); }
    .label { flex: 1; } .keys { display: flex; gap: 4px; direction: ltr; }
    @media (pointer: coarse) { .keys { display: none; } }
    .none { padding: 16px; }
    @media (max-width: 700px) { dialog { width: 100vw; max-width: 100vw; max-height: 100dvh; margin-block: 0 auto; } }
  `];

  static properties = { text: { state: true }, at: { state: true } };

  #c = null;
  #from = null;

  constructor() {
    super();
    this.text = '';
    this.at = 0;
  }

  firstUpdated() {
    this.setAttribute('open', '');
    this.#from = document.activeElement;
    this.$('dialog').showModal();
    catalog().then((c) => { this.#c = c; this.requestUpdate(); }, () => {});
  }

  close() { this.$('dialog').close(); }

  #found() {
    const list = commands.list().map((c) => ({ id: c.id, group: c.group || 'design', label: c.label(), keys: c.keys || [], off: !commands.enabled(c), run: () => c.run() }));
    const words = plain(this.text).split(/\s+/).filter(Boolean);
    if (words.length && this.#c) {
      for (const m of this.#c.markets) {
        list.push({ id: `market ${m.id}`, group: 'market', label: t('cmd.market', { market: marketName(m) }), keys: [], run: () => { store.setBrief({ market: m.id, product: null }); go(to('whom', { market: m.id })); } });
        for (const p of m.products) list.push({ id: `market ${m.id} ${p.id}`, group: 'market', label: `${marketName(m)} · ${productName(p)}`, keys: [], run: () => go(to('proposals', { market: m.id, product: p.id })) });
      }
    }
    const order = ['nav', 'design', 'table', 'page', 'market'];
    const rank = (g) => (order.includes(g) ? order.indexOf(g) : 2);
    return list.filter((c) => words.every((w) => plain(c.label).includes(w))).sort((a, b) => rank(a.group) - rank(b.group));
  }

  #run(c) {
    if (!c || c.off) return;
    this.close();
    queueMicrotask(c.run);
  }

  #key(e, list) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[e.key];
    if (step) {
      e.preventDefault();
      this.at = Math.abs(step) === 1 ? (this.at + step + list.length) % list.length : Math.max(0, Math.min(list.length - 1, this.at + step));
    } else if (e.key === 'Enter' && !e.isComposing) {
      e.preventDefault();
      this.#run(list[this.at]);
    }
  }

  updated() {
    this.$('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const list = this.#found();
    if (this.at >= list.length) this.at = Math.max(0, list.length - 1);
    let group = '';
    return html`<dialog aria-label=${t('palette.open')} @close=${() => { this.remove(); this.#from?.isConnected && this.#from.focus?.(); }} @click=${(e) => e.target === e.currentTarget && this.close()}>
      <div class="ask">${icon('command')}<input type="text" role="combobox" aria-expanded="true" aria-controls="l" aria-activedescendant=${list.length ? `o${this.at}` : nothing} aria-autocomplete="list" autocomplete="off" spellcheck="false" autofocus
        aria-label=${t('palette.ask')} placeholder=${t('palette.ask')} .value=${this.text} @input=${(e) => { this.text = e.target.value; this.at = 0; }} @keydown=${(e) => this.#key(e, list)}>
        <button class="button quiet icon" aria-label=${t('close')} @click=${() => this.close()}>${icon('close')}</button></div>
      <div role="listbox" id="l" aria-label=${t('palette.open')} tabindex="-1">${list.map((c, i) => {
        const head = c.group !== group ? html`<div class="head" role="presentation">${t(`palette.${c.group}`)}</div>` : nothing;
        group = c.group;
        return html`${head}<div role="option" id="o${i}" aria-selected=${i === this.at} aria-disabled=${c.off ? 'true' : nothing} @click=${() => this.#run(c)} @pointermove=${() => { if (this.at !== i) this.at = i; }}>
          <span class="label">${c.label}</span>${c.keys.length ? html`<span class="keys">${c.keys.slice(0, 2).map((k) => html`<kbd>${shown(k)}</kbd>`)}</span>` : nothing}</div>`;
      })}</div>
      ${list.length ? nothing : html`<p class="none" role="status">${t('palette.none')}</p>`}
    </dialog>`;
  }
}
define('jg-palette', Palette);

/** Opens the palette, or closes it. */
export function toggle() {
  const open = document.querySelector('jg-palette');
  if (open) open.close();
  else document.body.append(document.createElement('jg-palette'));
}
