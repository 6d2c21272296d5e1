// Pieces of drawn cloth, kept by scene, width and place on a grid.

export const GRID = 256;
const phone = matchMedia('(pointer: coarse)').matches;
const KEEP = phone ? 140 : 360; // a quarter of a megabyte each

/** The pieces, the least recently seen forgotten first. */
export class Tiles {
  #map = new Map();

  get(key) {
    const t = this.#map.get(key);
    if (t) {
      this.#map.delete(key);
      this.#map.set(key, t);
    }
    return t;
  }

  put(key, tile) {
    const old = this.#map.get(key);
    if (old) old.bitmap.close();
    this.#map.delete(key);
    this.#map.set(key, tile);
    while (this.#map.size > KEEP) {
      const [k, t] = this.#map.entries().next().value;
      t.bitmap.close();
      this.#map.delete(k);
    }
  }

  /** Forgets everything, when memory is wanted. */
  clear() {
    for (const t of this.#map.values()) t.bitmap.close();
    this.#map.clear();
  }
}

/**
 * Puts cells of the grid together to as few rectangles as a simple rule finds:
 * runs along rows, equal runs of neighbouring rows joined.
 * @param {[number, number][]} cells
 * @returns {{x: number, y: number, w: number, h: number}[]} in px
 */
export function rects(cells) {
  const rows = new Map();
  for (const [i, j] of cells) rows.set(j, [...(rows.get(j) || []), i]);
  const open = new Map();
  const out = [];
  for (const j of [...rows.keys()].sort((a, b) => a - b)) {
    const is = rows.get(j).sort((a, b) => a - b);
    for (let a = 0; a < is.length; ) {
      let b = a;
      while (b + 1 < is.length && is[b + 1] === is[b] + 1) b++;
      const key = `${is[a]},${is[b]}`;
      const last = open.get(key);
      if (last && last.y + last.h === j) last.h++;
      else {
        const r = { x: is[a], y: j, w: is[b] - is[a] + 1, h: 1 };
        open.set(key, r);
        out.push(r);
      }
      a = b + 1;
    }
  }
  return out.map((r) => ({ x: r.x * GRID, y: r.y * GRID, w: r.w * GRID, h: r.h * GRID }));
}
