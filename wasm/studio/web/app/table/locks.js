// What the maker has locked stays as it is when the rest is drawn by lot. Paths such as 'field.values.size', 'inks.2'.

import { store } from '../store.js';

const all = () => new Set(Array.isArray(store.settings.locks) ? store.settings.locks : []);

export const locked = (path) => all().has(path);

export function lock(path, on) {
  const s = all();
  if (on) s.add(path);
  else s.delete(path);
  store.setSetting('locks', [...s]);
}

/** Gives a design what is locked in another. */
export function keepLocked(design, base) {
  for (const path of all()) {
    const [part, kind, id] = path.split('.');
    const from = base[part];
    const to = design[part];
    if (!from || !to || part === 'inks') continue;
    if (kind === 'motif') {
      design[part] = structuredClone(from);
    } else if (kind === 'values' || kind === 'isen') {
      if (from.motif !== to.motif) continue;
      to[kind] = { ...to[kind] };
      if (from[kind]?.[id] === undefined) delete to[kind][id];
      else to[kind][id] = from[kind][id];
    } else to[kind] = from[kind];
  }
  return design;
}
