// Every change of the design at the table goes through here: it shows at once, is tried by the engine, and becomes one
// step of the history. What a rule or a limit forbids is refused in words, and the design stays as it was.

import { engine } from '../engine.js';
import { store } from '../store.js';
import { refusal } from './refuse.js';

const BURST = 1000; // ms: as long as the store joins equal keys

class Edit extends EventTarget {
  /** What is shown while the engine looks at it. */
  pending = null;
  /** The design before the last change, to compare with. */
  before = null;
  #next = null;
  #running = false;
  #burst = { key: null, at: 0 };
  #known = null;
  #mine = false;

  constructor() {
    super();
    // Undo, redo and designs that come from elsewhere are compared with what was on the table.
    store.addEventListener('change', () => {
      const d = store.design;
      if (d === this.#known) return;
      if (!this.#mine) {
        this.before = this.#known;
        this.pending = null;
        this.#burst.key = null;
      }
      this.#known = d;
    });
    this.#known = store.design;
  }

  get design() { return this.pending || store.design; }

  /**
   * @param {string} label of the step
   * @param {(design: any) => any} mutate changes the copy that it is given, or returns another
   * @param {{coalesce?: string, live?: boolean}} [options] live: a slider that moves
   */
  change(label, mutate, { coalesce, live } = {}) {
    const base = this.design;
    if (!base) return;
    const copy = structuredClone(base);
    const design = mutate(copy) || copy;
    if (JSON.stringify(design) === JSON.stringify(base)) return;
    this.pending = design;
    this.#next = { design, label, coalesce };
    this.#tell('preview', { live: !!live });
    if (!this.#running) this.#run();
  }

  /**
   * A change that the engine works out.
   * @param {string} label
   * @param {(design: any) => Promise<any>} work gives the design
   */
  async replace(label, work) {
    const base = this.design;
    if (!base) return false;
    this.#tell('busy', { on: true });
    try {
      const design = await work(structuredClone(base));
      if (!design || this.design !== base) return false; // something newer has come
      this.#commit({ design, label });
      return true;
    } catch (err) {
      if (err.name !== 'AbortError') this.refuse(err);
      return false;
    } finally {
      this.#tell('busy', { on: false });
    }
  }

  async #run() {
    this.#running = true;
    let good = null;
    let error = null;
    while (this.#next) {
      const step = this.#next;
      this.#next = null;
      try {
        const { warnings, title } = await engine.call('check', { design: step.design }, { priority: 'now' });
        good = { ...step, design: { ...step.design, title, ...(warnings.length ? { warnings } : {}) } };
        if (!warnings.length) delete good.design.warnings;
        error = null;
      } catch (err) {
        error = err;
      }
    }
    this.#running = false;
    if (good) this.#commit(good);
    this.pending = null;
    if (error) {
      this.#tell('preview', { live: false });
      this.refuse(error);
    }
  }

  #commit({ design, label, coalesce }) {
    const now = Date.now();
    if (!coalesce || coalesce !== this.#burst.key || now - this.#burst.at > BURST) this.before = store.design;
    this.#burst = { key: coalesce || null, at: now };
    this.pending = null;
    this.#mine = true;
    store.set(design, { label, coalesce });
    this.#mine = false;
  }

  async refuse(err) {
    this.#tell('refused', { text: await refusal(err, store.design) });
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}

export const edit = new Edit();
