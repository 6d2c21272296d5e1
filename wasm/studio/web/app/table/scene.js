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
 * @returns {import('./camera.js').Scene | Promise<import('./camera.js').Scene>} at once if the engine need not be asked
 */
export function sceneOf(design, mode, vision) {
  const plain = mode === 'repeat' ? repeatOf(design) : bare(design);
  const key = JSON.stringify(plain) + vision;
  const known = scenes.get(key);
  if (known) return keep(key, known);
  const { width: w, height: h } = plain.product;
  if (w && h && !vision) return keep(key, make(plain, w, h, mode));
  return ask(key, plain, mode, vision);
}

async function ask(key, plain, mode, vision) {
  const d = await seen(plain, vision);
  let { width: w, height: h } = d.product;
  if (!w || !h) ({ w, h } = (await engine.call('describe', { design: d, width: 256 }, { priority: 'now' })).size);
  return keep(key, make(d, w, h, mode));
}

function make(d, w, h, mode) {
  const n = mode === 'repeat' ? 3 : 1;
  const [a, b] = ['sarung', 'sarung_kaki'].includes(d.product.layout) && d.product.kepala[0] < d.product.kepala[1] ? d.product.kepala : [0, 1];
  const pola = JSON.stringify({ ...d, inks: [], scheme: '' });
  return { focus: ((a + b) / 2) * w, key: `s${++made}`, pola, design: d, w, h, nx: n, ny: n, heights: new Map(), base: null };
}

function keep(key, scene) {
  scenes.delete(key);
  scenes.set(key, scene);
  if (scenes.size > KEEP) scenes.delete(scenes.keys().next().value);
  return scene;
}
let made = 0;
