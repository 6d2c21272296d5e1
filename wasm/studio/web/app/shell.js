// The page around the rooms: the line through them, what is always at hand, and what must be said.
import { html, css, nothing, classMap } from '../vendor/lit.js';
import { engine } from './engine.js';
import { events, t, n } from './i18n.js';
import { icon } from './icons.js';
import { route, to } from './router.js';
import { store } from './store.js';
import { commands, shown } from './commands.js';
import { controls } from './ui/controls.js';
import { Jg, define } from './ui/element.js';
import { say } from './ui/toast.js';
import { acceptDrops, keepAsFile } from './open.js';
import { openShared } from './sharing.js';
import './palette.js';

const rooms = {
  whom: ['jg-whom', () => import('./rooms/whom.js')],
  proposals: ['jg-proposals', () => import('./rooms/proposals.js')],
  table: ['jg-table', () => import('./rooms/table.js')],
  take: ['jg-take', () => import('./rooms/takehome.js')],
  shelf: ['jg-shelf', () => import('./shelf.js')],
  recipe: ['jg-recipe', () => import('./rooms/recipe.js')],
};
const line = ['whom', 'proposals', 'table', 'take'];

class Shell extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; }
    .skip:focus { position: fixed !important; inset-block-start: 6px; inset-inline-start: 8px; z-index: 60; width: auto; height: auto; margin: 0; padding: 12px 16px; clip-path: none; background: var(--wedel); color: var(--on-wedel); border-radius: var(--radius); }
    header { position: sticky; inset-block-start: 0; z-index: 20; height: var(--top); display: flex; align-items: center; gap: 8px; padding-inline: max(16px, env(safe-area-inset-left)) max(8px, env(safe-area-inset-right)); background: var(--room); border-block-end: 1px solid var(--line); }
    .mark { font-family: "Fraunces", serif; font-size: 22px; font-weight: 500; letter-spacing: -.02em; color: var(--ink); text-decoration: none; margin-inline-end: 16px; padding: 8px 0; line-height: 1; }
    nav { flex: 1; min-width: 0; }
    ol { list-style: none; display: flex; align-items: center; justify-content: center; }
    li { display: flex; align-items: center; min-width: 0; }
    /* Between two rooms runs a row of cecek, the dots of the canting. */
    li + li::before { content: ""; flex: none; width: clamp(8px, 3.5vw, 56px); height: 4px; margin-inline: clamp(2px, .6vw, 8px); background: radial-gradient(circle at 2px 2px, currentColor 1.3px, transparent 1.8px) 0 0 / 8px 4px round no-repeat; color: var(--edge); opacity: .55; }
    li.behind::before { opacity: 1; color: var(--soga) !important; }
    nav a { display: flex; align-items: center; min-height: 44px; padding-inline: 6px; color: var(--soft); text-decoration: none; font-weight: 500; white-space: nowrap; border-radius: var(--radius); }
    nav a:hover { color: var(--ink); }
    nav a[aria-current] { color: var(--ink); font-weight: 700; box-shadow: inset 0 -3px 0 -1px var(--soga); border-radius: 0; }
    nav a[aria-disabled="true"] { opacity: 1; color: var(--soft); font-weight: 400; cursor: default; }
    .tools { display: flex; align-items: center; gap: 0; }
    .tools .button { color: var(--ink); }
    .count { font-size: var(--f13); font-weight: 600; }
    .shelf { padding-inline: 10px !important; gap: 6px; }
    .say { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 8px 16px; background: var(--kunyit-wash); border-block-end: 2px solid var(--kunyit); }
    .say p { flex: 1 1 20rem; }
    @media (max-width: 860px) {
      header { padding-inline: 6px 2px; gap: 0; }
      .mark, .only-wide { display: none !important; }
      ol { justify-content: space-between; padding-inline-end: 2px; }
      li { flex: 0 1 auto; } li + li { flex: 1 1 auto; }
      nav a { font-size: var(--f13); padding-inline: 4px; }
      li + li::before { flex: 1 1 8px; min-width: 4px; width: auto; margin-inline: 2px; }
    }
    @media print { header, .say, .skip { display: none !important; } }
    @media (min-width: 861px) { .only-narrow { display: none !important; } }
  `];

  static properties = { room: { state: true }, failed: { state: true } };

  #made = new Map(); // rooms that were entered stay as they were left
  #scroll = new Map();
  #here = null;

  constructor() {
    super();
    this.failed = false;
    this.main = document.createElement('main');
    this.main.id = 'room';
    this.main.tabIndex = -1;
    addEventListener('hashchange', () => this.#enter());
    events.addEventListener('change', () => { document.title = `${t(`room.${this.room}`)} · Jagad`; });
    engine.addEventListener('failed', () => { this.failed = true; });
    acceptDrops(document);
  }

  connectedCallback() {
    super.connectedCallback();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, controls.styleSheet];
    this.append(this.main);
    this.#enter(true);
  }

  async #enter(first = false) {
    const r = route();
    if (r.room !== 'whom') {
      const { hash } = location;
      await store.loaded;
      if (location.hash !== hash) return; // gone elsewhere meanwhile
    }
    if (r.room === 'shared') {
      await openShared(r.text);
      return;
    }
    if ((r.room === 'table' || r.room === 'take' || r.room === 'recipe') && !store.design) {
      history.replaceState(null, '', to('whom'));
      return this.#enter(first);
    }
    if (this.#here) this.#scroll.set(this.#here, scrollY);
    const changed = this.room !== r.room;
    this.room = r.room;
    const [tag, load] = rooms[r.room];
    let el = this.#made.get(r.room);
    if (!el) {
      try {
        await load();
        el = document.createElement(tag);
      } catch (err) {
        console.error(err);
        el = document.createElement('p');
        el.className = 'still';
        el.textContent = t('error.room');
      }
      if (el.localName === tag) this.#made.set(r.room, el);
      if (route().room !== r.room) return; // gone elsewhere meanwhile
    }
    el.query = r.query;
    if (this.main.firstElementChild !== el) this.main.replaceChildren(el);
    if (changed) {
      this.#here = r.room;
      document.title = `${t(`room.${r.room}`)} · Jagad`;
      const y = r.room === 'table' ? 0 : this.#scroll.get(r.room) || 0;
      requestAnimationFrame(() => scrollTo(0, y));
      if (!first) {
        this.main.focus({ preventScroll: true });
        say(t(`room.${r.room}`));
      }
    }
    this.requestUpdate();
  }

  // What is said above a room takes its height from the table, which fills the screen.
  updated() {
    const high = [...this.renderRoot.querySelectorAll('.say')].reduce((sum, el) => sum + el.offsetHeight, 0);
    if (high === this.#high) return;
    this.#high = high;
    document.documentElement.style.setProperty('--say', `${high}px`);
    dispatchEvent(new Event('resize'));
  }
  #high = 0;

  #link(room) {
    const { market, product } = store.brief;
    if (room === 'proposals') return market ? to('proposals', { market, product }) : '';
    if (room === 'table' || room === 'take') return store.design ? to(room) : '';
    return to(room);
  }

  render() {
    const at = line.indexOf(this.room);
    const { problem, elsewhere } = store.status;
    return html`
      <a class="skip visually-hidden" href="#room" @click=${(e) => { e.preventDefault(); this.main.focus(); }}>${t('skip')}</a>
      <header>
        <a class="mark" href="#/" aria-label=${t('home')}>Jagad</a>
        <nav aria-label=${t('line')}><ol>${line.map((room, i) => {
          const href = this.#link(room);
          return html`<li class=${classMap({ behind: i <= at })}>${href
            ? html`<a href=${href} aria-current=${room === this.room ? 'page' : nothing}>${t(`room.${room}`)}</a>`
            : html`<a role="link" aria-disabled="true" title=${t(`room.${room}.later`)}>${t(`room.${room}`)}</a>`}</li>`;
        })}</ol></nav>
        <div class="tools">
          <a class="button quiet shelf" href="#/shelf" aria-current=${this.room === 'shelf' ? 'page' : nothing}>${icon('heart')}<span class="visually-hidden">${t('shelf.n', { n: store.kept.length })}</span><span class="only-wide" aria-hidden="true">${t('room.shelf')}</span>
            ${store.kept.length ? html`<span class="count" aria-hidden="true">${n(store.kept.length)}</span>` : nothing}</a>
          <button class="button quiet icon" aria-label=${t('palette.open')} aria-keyshortcuts="Control+K Meta+K" title="${t('palette.open')} (${shown('mod+k')})" @click=${() => commands.run('palette')}>${icon('menu')}</button>
          <button class="button quiet icon only-wide" aria-label=${t('settings')} title=${t('settings')} @click=${() => commands.run('settings')}>${icon('settings')}</button>
        </div>
      </header>
      ${this.failed ? html`<div class="say" role="alert"><p>${t('error.engine')}</p><button class="button" @click=${() => location.reload()}>${t('reload')}</button></div>` : nothing}
      ${elsewhere ? html`<div class="say" role="alert"><p>${t('tabs.other')}</p>
        <button class="button" @click=${() => store.settle('there')}>${t('tabs.there')}</button>
        ${store.design ? html`<button class="button" @click=${() => store.settle('here')}>${t('tabs.here')}</button>` : nothing}</div>` : nothing}
      ${problem ? html`<div class="say" role="alert"><p>${t(`storage.${problem}`)}</p>
        ${store.design ? html`<button class="button" @click=${() => keepAsFile(store.design)}>${icon('take')}${t('storage.file')}</button>` : nothing}
        <button class="button" @click=${() => store.retry()}>${t('storage.retry')}</button></div>` : nothing}
      <slot></slot>`;
  }
}
define('jg-shell', Shell);
