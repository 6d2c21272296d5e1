// Where one looks: pure arithmetic, in millimetres of the cloth and device pixels of the screen.

const MARGIN = 0.06; // of the view, left free around a whole cloth
const NEARLY = 1.35; // as long as so little is lost, the whole is shown
const MOST = 2; // times the whole's scale, when a long cloth is to fill the view
const KEEP = 48; // CSS px of the cloth that stay in view however far one pans
const CLOSEST = 40; // CSS px per mm: a thread is a finger wide

/**
 * A scene is what is looked at: one cloth, or a repeat laid nx × ny times.
 * @typedef {object} Scene
 * @property {string} key
 * @property {object} design as it is sent to the engine
 * @property {number} w mm of one piece
 * @property {number} h
 * @property {number} nx
 * @property {number} ny
 * @property {number} focus mm, across, of what is looked at first
 * @property {Map<number, number>} heights px of one piece by its width in px
 */

export class Camera {
  scale = 1; // device px per mm
  x = 0; // mm at the view's left edge
  y = 0;
  vw = 1; // device px
  vh = 1;
  dpr = 1;
  inset = 0; // device px that the rulers take of the top and the left

  /** The smallest and the largest scale that make sense. */
  limits(scene) {
    const fit = this.fitScale(scene);
    return { min: fit / 3, max: Math.max(CLOSEST * this.dpr, fit) };
  }

  fitScale(scene) {
    const w = scene.w * scene.nx;
    const h = scene.h * scene.ny;
    return Math.min(((this.vw - this.inset) * (1 - MARGIN)) / w, ((this.vh - this.inset) * (1 - MARGIN)) / h);
  }

  /** Shows the whole. */
  fit(scene) {
    this.scale = this.fitScale(scene);
    this.centre(scene, (scene.w * scene.nx) / 2, (scene.h * scene.ny) / 2);
  }

  /** Lets the cloth fill the view, as far as most of it stays to be seen. */
  fill(scene) {
    const fit = this.fitScale(scene);
    const cover = Math.max((this.vw - this.inset) / (scene.w * scene.nx), (this.vh - this.inset) / (scene.h * scene.ny));
    this.scale = cover < fit * NEARLY ? fit : Math.min(cover, fit * MOST);
    // Of a long cloth the kepala is what one wants to see.
    const w = scene.w * scene.nx;
    const half = (this.vw - this.inset) / this.scale / 2;
    const x = half * 2 >= w ? w / 2 : Math.min(w - half, Math.max(half, scene.focus ?? w / 2));
    this.centre(scene, x, (scene.h * scene.ny) / 2);
  }

  centre(scene, x, y) {
    this.x = x - (this.vw + this.inset) / this.scale / 2;
    this.y = y - (this.vh + this.inset) / this.scale / 2;
    this.snap(scene);
  }

  /** The point of the cloth in the middle of what the rulers leave. */
  middle() { return this.at((this.vw + this.inset) / 2, (this.vh + this.inset) / 2); }

  /** The point of the cloth, in mm, at a device px of the view. */
  at(px, py) {
    return { x: this.x + px / this.scale, y: this.y + py / this.scale };
  }

  zoomAt(scene, px, py, factor) {
    const { min, max } = this.limits(scene);
    const p = this.at(px, py);
    this.scale = Math.min(max, Math.max(min, this.scale * factor));
    this.x = p.x - px / this.scale;
    this.y = p.y - py / this.scale;
    this.clamp(scene);
  }

  pan(scene, dx, dy) {
    this.x += dx / this.scale;
    this.y += dy / this.scale;
    this.clamp(scene);
  }

  clamp(scene) {
    const w = scene.w * scene.nx;
    const h = scene.h * scene.ny;
    const k = (KEEP * this.dpr) / this.scale;
    const vw = this.vw / this.scale;
    const vh = this.vh / this.scale;
    this.x = Math.min(w - k, Math.max(k - vw, this.x));
    this.y = Math.min(h - k, Math.max(k - vh, this.y));
  }

  /** Puts a rested view onto whole pixels, so that every drawn pixel is one of the screen. */
  snap(scene) {
    this.clamp(scene);
    const W = Math.max(1, Math.round(this.scale * scene.w));
    const cx = this.x + this.vw / this.scale / 2;
    const cy = this.y + this.vh / this.scale / 2;
    this.scale = W / scene.w;
    this.x = Math.round((cx - this.vw / this.scale / 2) * this.scale) / this.scale;
    this.y = Math.round((cy - this.vh / this.scale / 2) * this.scale) / this.scale;
  }

  /** Width of one piece in device px as it is looked at, whole when rested. */
  width(scene) {
    return this.scale * scene.w;
  }
}

/** The largest width at which the engine draws this piece. */
export function widest(scene, limits) {
  const { side, pixels } = limits;
  return Math.floor(0.999 * Math.min(side, (side * scene.w) / scene.h, Math.sqrt((pixels * scene.w) / scene.h)));
}
