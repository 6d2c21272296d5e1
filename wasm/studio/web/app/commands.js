// Everything that can be done, by name: the palette lists it, the keyboard does it.
import { store } from './store.js';

/**
 * @typedef {object} Command
 * @property {string} id
 * @property {() => string} label in the maker's words, at the time of asking
 * @property {string} [group] key of a message: 'nav', 'design', 'table'…
 * @property {string[]} [keys] such as 'mod+k', 'shift+mod+z', 'h'; single keys can be switched off
 * @property {() => void} run
 * @property {() => boolean} [enabled]
 */

/** @type {Map<string, Command>} */
const all = new Map();

export const commands = {
  /** Adds commands. @param {...Command} list @returns {() => void} takes them away */
  add(...list) {
    for (const c of list) all.set(c.id, c);
    return () => {
      for (const c of list) if (all.get(c.id) === c) all.delete(c.id);
    };
  },
  list: () => [...all.values()],
  enabled: (c) => !c.enabled || !!c.enabled(),
  run(id) {
    const c = all.get(id);
    if (c && commands.enabled(c)) c.run();
  },
};

const mac = /Mac|iPhone|iPad/.test(navigator.platform || navigator.userAgent);

/** How keys are shown: ⌘K, Ctrl K. @param {string} keys */
export function shown(keys) {
  return keys.split(/\+(?!$)/).map((k) => ({ mod: mac ? '⌘' : 'Ctrl', shift: mac ? '⇧' : 'Shift', alt: mac ? '⌥' : 'Alt', escape: 'Esc' }[k] || (k.length === 1 ? k.toUpperCase() : k[0].toUpperCase() + k.slice(1))))
    .join(mac ? '' : ' ');
}

/** Whether an event is these keys. */
function matches(e, keys) {
  const parts = keys.split('+');
  const key = parts.pop() || '+';
  const mod = parts.includes('mod');
  if (mod !== (mac ? e.metaKey : e.ctrlKey)) return false;
  if ((mac ? e.ctrlKey : e.metaKey) || parts.includes('alt') !== e.altKey) return false;
  const symbol = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!symbol && parts.includes('shift') !== e.shiftKey) return false;
  return e.key.toLowerCase() === key.toLowerCase();
}

const writing = (el) => el && (el.isContentEditable || /^(TEXTAREA|SELECT)$/.test(el.tagName)
  || (el.tagName === 'INPUT' && !/^(checkbox|radio|button|range|color|file)$/.test(el.type)));

/** The element that really has the focus, through shadow roots. */
export function focused() {
  let el = document.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  return el;
}

addEventListener('keydown', (e) => {
  if (e.defaultPrevented || e.isComposing) return;
  const el = focused();
  for (const c of all.values()) {
    for (const keys of c.keys || []) {
      if (!matches(e, keys)) continue;
      const single = !keys.includes('mod') && !keys.includes('alt');
      if (single && (!store.settings.shortcuts || writing(el) || document.querySelector('jg-dialog, jg-palette[open]'))) continue;
      if (!single && writing(el) && /^(shift\+)?mod\+[zyacvx]$/.test(keys)) continue; // a field undoes its own
      if (!commands.enabled(c)) continue;
      e.preventDefault();
      c.run();
      return;
    }
  }
});
