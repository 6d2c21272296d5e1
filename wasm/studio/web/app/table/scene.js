// What there is to look at: a cloth as it is worn, or its bare repeat laid three by three.

import { engine } from '../engine.js';

const KEEP = 12;
const scenes = new Map();

/** The design without what does not show, so that equal pictures have equal keys. */
export function bare(design) {
  const { warnings, ...d } = design;
  return { ...d, title: '' };
}

/** The bare repeat of a design. */
export function repeatOf(design) {
  const { kepala, border, ...d } = bare(design);
  return { ...d, product: { id: 'tile', name: '', layout: 'tile', width: 0, height: 0, kepala: [0, 0] } };
}

/** The design as other eyes see it. */
async function seen(design, vision) {
  if (!vision) return design;
  const { colors } = await engine.call('color.simulate',
    { colors: design.inks.map((k) => k.color), vision, severity: 1 }, { priority: 'now' });
  return { ...design, inks: design.inks.map((k, i) => ({ ...k, color: colors[i] })) };
}

/**
 * @param {object} design
 * @param {'cloth' | 'repeat'} mode
 * @param {string} vision '' | 'protan' | 'deutan' | 'tritan'
 * @returns {Promise<import('./camera.js').Scene>}
 */
export async function sceneOf(design, mode, vision) {
  const plain = mode === 'repeat' ? repeatOf(design) : bare(design);
  const key = JSON.stringify(plain) + vision;
  let scene = scenes.get(key);
  if (!scene) {
    const d = await seen(plain, vision);
    let { width: w, height: h } = d.product;
    if (!w || !h) {
      const { size } = await engine.call('describe', { design: d, width: 256 }, { priority: 'now' });
      w = size.w;
      h = size.h;
    }
    const n = mode === 'repeat' ? 3 : 1;
    const [a, b] = d.product.layout === 'sarung' ? d.product.kepala : [0, 1];
    scene = { focus: ((a + b) / 2) * w, key: `s${++made}`, design: d, w, h, nx: n, ny: n, heights: new Map(), base: null };
  }
  scenes.delete(key);
  scenes.set(key, scene);
  if (scenes.size > KEEP) scenes.delete(scenes.keys().next().value);
  return scene;
}
let made = 0;
