// What the page knows and must not lose: the design with its history, the brief, the shelf, the settings. Everything is
// written to the browser's database soon after it changes; when that fails the page goes on and says so.
import * as db from './db.js';

const STEPS = 200; // of history
const DELAY = 250; // ms until a change is written
const MERGE = 1000; // ms within which equal keys make one step
const SETTINGS = 'jagad.settings'; // in localStorage: needed before the first paint

const newID = () => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
const text = (design) => JSON.stringify(design);

/**
 * @typedef {{id: string, design: object, label: string, at: number}} Step
 * @typedef {{market?: string, product?: string, motif?: string, scheme?: string, inks?: object[], photo?: {name: string, inks: object[]}}} Brief
 */

class Store extends EventTarget {
  /** @type {Step[]} */
  #steps = [];
  #at = -1;
  #merge = { key: null, time: 0 };
  #dirty = new Set(); // ids of steps to be written
  #dropped = new Set(); // ids of steps to be deleted
  #timer = 0;
  #writing = Promise.resolve();
  #changes = 0;
  #written = 0;
  #channel = null;

  /** @type {Brief} */
  brief = {};
  /** @type {{id: string, design: any, at: number}[]} */
  kept = [];
  settings = { lang: document.documentElement.lang || 'id', theme: 'auto', mmPerCssPx: 25.4 / 96, shortcuts: true };
  status = { saved: true, problem: null };

  get design() { return this.#steps[this.#at]?.design ?? null; }
  get canUndo() { return this.#at > 0; }
  get canRedo() { return this.#at < this.#steps.length - 1; }
  get undoLabel() { return this.canUndo ? this.#steps[this.#at].label : ''; }
  get redoLabel() { return this.canRedo ? this.#steps[this.#at + 1].label : ''; }

  /** Reads what was left. Never rejects. */
  async load() {
    try {
      const kept = JSON.parse(localStorage.getItem(SETTINGS));
      if (kept && typeof kept === 'object') Object.assign(this.settings, kept);
      this.settings.lang = document.documentElement.lang;
    } catch { /* refused or damaged: the defaults do */ }
    try {
      const [state, steps, kept] = await Promise.all([db.get('state', 'current'), db.all('history'), db.all('kept')]);
      const byID = new Map(steps);
      const ids = Array.isArray(state?.ids) ? state.ids.filter((id) => byID.get(id)?.design) : [];
      this.#steps = ids.map((id) => ({ id, ...byID.get(id) }));
      this.#at = ids.length ? Math.max(0, ids.indexOf(state.at)) : -1;
      this.brief = state?.brief && typeof state.brief === 'object' ? state.brief : {};
      this.kept = kept.map(([, k]) => k).filter((k) => k?.design).sort((a, b) => b.at - a.at);
      const old = Date.now() - 7 * 86400e3;
      for (const [id, s] of steps) if (!ids.includes(id) && !(s.at > old)) this.#dropped.add(id); // left by a tab that is gone
    } catch (err) {
      this.status = { saved: false, problem: db.problemOf(err) };
    }
    if ('BroadcastChannel' in globalThis) {
      this.#channel = new BroadcastChannel('jagad');
      this.#channel.onmessage = () => this.#readShelf();
    }
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
    addEventListener('pagehide', () => this.flush());
    this.#tell();
  }

  /**
   * Takes a design: one step of history. Steps with the same coalesce key within a second are one.
   * @param {object} design
   * @param {{label?: string, coalesce?: string}} [options]
   */
  set(design, { label = '', coalesce } = {}) {
    const now = Date.now();
    if (this.design && text(design) === text(this.design)) return;
    for (const s of this.#steps.splice(this.#at + 1)) this.#forget(s.id);
    const last = this.#steps[this.#at];
    if (coalesce && last && this.#merge.key === coalesce && now - this.#merge.time < MERGE && this.#at > 0) {
      this.#steps[this.#at] = { ...last, design, at: now };
    } else {
      this.#steps.push({ id: newID(), design, label, at: now });
      while (this.#steps.length > STEPS) this.#forget(this.#steps.shift().id);
      this.#at = this.#steps.length - 1;
    }
    this.#merge = { key: coalesce || null, time: now };
    this.#dirty.add(this.#steps[this.#at].id);
    this.#changed();
  }

  undo() { this.#move(-1); }
  redo() { this.#move(1); }

  #move(by) {
    const to = this.#at + by;
    if (to < 0 || to >= this.#steps.length) return;
    this.#at = to;
    this.#merge.key = null;
    this.#changed();
  }

  /** @param {Partial<Brief>} patch */
  setBrief(patch) {
    this.brief = { ...this.brief, ...patch };
    for (const k of Object.keys(this.brief)) if (this.brief[k] == null) delete this.brief[k];
    this.#changed();
  }

  setSetting(key, value) {
    this.settings = { ...this.settings, [key]: value };
    try {
      localStorage.setItem(SETTINGS, JSON.stringify(this.settings));
    } catch (err) {
      this.#problem(err);
    }
    this.#tell();
  }

  /** Whether the shelf has this very design. */
  isKept(design) { return !!this.keptID(design); }

  keptID(design) {
    if (!design) return '';
    const s = text(design);
    return this.kept.find((k) => text(k.design) === s)?.id || '';
  }

  /** Puts a design on the shelf, or one that was taken from it back to its place. @returns {Promise<string>} its id */
  async keep(design, { id = '', at = Date.now() } = {}) {
    const same = id ? this.kept.find((k) => k.id === id)?.id : this.keptID(design);
    if (same) return same;
    id ||= newID();
    const record = { id, design, at };
    this.kept = [record, ...this.kept].sort((a, b) => b.at - a.at);
    this.#tell();
    navigator.storage?.persist?.().catch(() => {}); // what is kept should not be swept away
    await this.#shelf([{ store: 'kept', put: record }]);
    return id;
  }

  /** Takes a design from the shelf. @returns {Promise<object | undefined>} the record, for keep to put back */
  async drop(id) {
    const record = this.kept.find((k) => k.id === id);
    this.kept = this.kept.filter((k) => k.id !== id);
    this.#tell();
    await this.#shelf([{ store: 'kept', key: id, drop: true }]);
    return record;
  }

  /** Puts a copy beside. @returns {Promise<string>} its id */
  async duplicate(id) {
    const record = this.kept.find((k) => k.id === id);
    if (!record) return '';
    const copy = { id: newID(), design: structuredClone(record.design), at: Date.now() };
    this.kept = [copy, ...this.kept];
    this.#tell();
    await this.#shelf([{ store: 'kept', put: copy }]);
    return copy.id;
  }

  async #shelf(changes) {
    try {
      await db.write(changes);
      this.#channel?.postMessage('shelf');
      this.#tell();
    } catch (err) {
      this.#problem(err);
    }
  }

  async #readShelf() {
    try {
      this.kept = (await db.all('kept')).map(([, k]) => k).sort((a, b) => b.at - a.at);
      this.#tell();
    } catch { /* what is shown stays */ }
  }

  #forget(id) {
    this.#dirty.delete(id);
    this.#dropped.add(id);
  }

  #changed() {
    this.#changes++;
    this.status = { ...this.status, saved: false };
    if (!this.#timer) this.#timer = setTimeout(() => this.flush(), DELAY);
    this.#tell();
  }

  /** Writes now what is not written yet. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write() {
    if (this.#written === this.#changes) return;
    const upTo = this.#changes;
    const dirty = [...this.#dirty];
    const dropped = [...this.#dropped];
    const byID = new Map(this.#steps.map((s) => [s.id, s]));
    const changes = dropped.map((id) => ({ store: 'history', key: id, drop: true }));
    for (const id of dirty) {
      const s = byID.get(id);
      if (s) changes.push({ store: 'history', key: id, put: { design: s.design, label: s.label, at: s.at } });
    }
    const { photo, ...brief } = this.brief;
    if (photo) brief.photo = { name: photo.name, inks: photo.inks };
    changes.push({ store: 'state', key: 'current', put: { ids: this.#steps.map((s) => s.id), at: this.#steps[this.#at]?.id || '', brief } });
    this.#dirty.clear();
    this.#dropped.clear();
    try {
      await db.write(changes);
      this.#written = upTo;
      const saved = upTo === this.#changes;
      if (this.status.saved !== saved || this.status.problem) {
        this.status = { saved, problem: null };
        this.#tell();
      }
    } catch (err) {
      for (const id of dirty) this.#dirty.add(id);
      for (const id of dropped) this.#dropped.add(id);
      this.#problem(err);
    }
  }

  /** Tries once more to write everything. */
  retry() {
    for (const s of this.#steps) this.#dirty.add(s.id);
    this.#changes++;
    this.status = { saved: false, problem: null };
    this.#tell();
    this.#shelf(this.kept.map((k) => ({ store: 'kept', put: k })));
    return this.flush();
  }

  #problem(err) {
    this.status = { saved: false, problem: db.problemOf(err) };
    this.#tell();
  }

  #tell() { this.dispatchEvent(new Event('change')); }
}

export const store = new Store();
