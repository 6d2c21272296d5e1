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
  #ready = false; // what was left has been read; nothing is written before
  /** @type {Promise<void> | null} */
  loaded = null;
  #rev = ''; // of the state in the database that ours follows

  /** @type {Brief} */
  brief = {};
  /** @type {{id: string, design: any, at: number}[]} */
  kept = [];
  settings = { lang: document.documentElement.lang || 'id', theme: 'auto', mmPerCssPx: 25.4 / 96, shortcuts: true };
  /** elsewhere: another tab has put another design on the table; nothing of ours is written until she has chosen. */
  status = { saved: true, problem: null, elsewhere: false };

  get design() { return this.#steps[this.#at]?.design ?? null; }
  get canUndo() { return this.#at > 0; }
  get canRedo() { return this.#at < this.#steps.length - 1; }
  get undoLabel() { return this.canUndo ? this.#steps[this.#at].label : ''; }
  get redoLabel() { return this.canRedo ? this.#steps[this.#at + 1].label : ''; }

  /** Reads what was left. Never rejects. The settings are there at once. @returns {Promise<void>} */
  load() {
    this.loaded ??= this.#load();
    return this.loaded;
  }

  async #load() {
    try {
      const kept = JSON.parse(localStorage.getItem(SETTINGS));
      if (kept && typeof kept === 'object') Object.assign(this.settings, kept);
      this.settings.lang = document.documentElement.lang;
    } catch { /* refused or damaged: the defaults do */ }
    try {
      const [{ ids, steps }, kept] = await Promise.all([this.#read(this.brief), db.all('kept')]);
      this.kept = kept.map(([, k]) => k).filter((k) => k?.design).sort((a, b) => b.at - a.at);
      const old = Date.now() - 7 * 86400e3;
      for (const [id, s] of steps) if (!ids.includes(id) && !(s.at > old)) this.#dropped.add(id); // left by a tab that is gone
    } catch (err) {
      this.status = { ...this.status, saved: false, problem: db.problemOf(err) };
    }
    if ('BroadcastChannel' in globalThis) {
      this.#channel = new BroadcastChannel('jagad');
      this.#channel.onmessage = ({ data }) => {
        if (data === 'shelf') this.#readShelf();
        else if (data?.rev) this.#heard(data);
      };
    }
    const leave = () => document.visibilityState === 'hidden' && this.flush(true);
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', () => this.flush(true));
    this.#ready = true;
    if (this.#changes) this.flush();
    this.#tell();
  }

  // What is on the table, as the database has it; at first, with what she has chosen while it was read.
  async #read(asked) {
    const [state, steps] = await Promise.all([db.get('state', 'current'), db.all('history')]);
    const byID = new Map(steps);
    const ids = Array.isArray(state?.ids) ? state.ids.filter((id) => byID.get(id)?.design) : [];
    const mine = asked ? this.#steps : []; // what has come while this was read
    this.#steps = [...ids.map((id) => ({ id, ...byID.get(id) })), ...mine];
    this.#at = mine.length ? this.#steps.length - 1 : ids.length ? Math.max(0, ids.indexOf(state.at)) : -1;
    const brief = state?.brief && typeof state.brief === 'object' ? state.brief : {};
    this.brief = asked && asked !== this.brief ? { ...brief, ...this.brief } : brief; // she may have chosen meanwhile
    this.#rev = state?.rev || '';
    this.#merge.key = null;
    return { ids, steps };
  }

  // Another tab has written. That it went to another room is nothing to us; that it changed the design is.
  #heard({ rev, at, design }) {
    if (at === this.#steps[this.#at]?.id && design === text(this.design)) {
      this.#rev = rev;
      return;
    }
    if (this.status.elsewhere) return;
    this.status = { ...this.status, elsewhere: true };
    this.#tell();
  }

  /** Two tabs have two designs: goes on with this one's, or with what the other has left in the database. @param {'here' | 'there'} which */
  async settle(which) {
    if (which === 'there') {
      try {
        await this.#read();
        this.#dirty.clear();
        this.#dropped.clear();
        this.#written = this.#changes;
        this.status = { saved: true, problem: null, elsewhere: false };
        this.#tell();
      } catch (err) {
        this.#problem(err);
      }
      return;
    }
    this.status = { ...this.status, elsewhere: false };
    for (const s of this.#steps) this.#dirty.add(s.id); // whatever the other has thrown away
    this.#changes++;
    this.#rev = null; // whatever is there
    this.#tell();
    await this.flush();
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

  /** Writes now what is not written yet. @param {boolean} [leaving] there is no time to look first */
  flush(leaving = false) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#writing = leaving ? Promise.all([this.#writing, this.#write(true)]).then(() => {}) : this.#writing.then(() => this.#write(false));
    return this.#writing;
  }

  async #write(leaving) {
    if (!this.#ready || this.#written === this.#changes || this.status.elsewhere) return;
    if (!leaving && this.#rev !== null) {
      // A tab that could not be heard may have written meanwhile.
      const ours = this.#rev;
      const there = await db.get('state', 'current').catch(() => null);
      if (there?.rev && there.rev !== ours && ours === this.#rev) {
        this.status = { ...this.status, elsewhere: true };
        this.#tell();
        return;
      }
    }
    const rev = newID();
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
    changes.push({ store: 'state', key: 'current', put: { ids: this.#steps.map((s) => s.id), at: this.#steps[this.#at]?.id || '', brief, rev } });
    this.#dirty.clear();
    this.#dropped.clear();
    const before = this.#rev;
    this.#rev = rev;
    try {
      await db.write(changes);
      this.#written = upTo;
      this.#channel?.postMessage({ rev, at: this.#steps[this.#at]?.id || '', design: text(this.design) });
      const saved = upTo === this.#changes;
      if (this.status.saved !== saved || this.status.problem) {
        this.status = { ...this.status, saved, problem: null };
        this.#tell();
      }
    } catch (err) {
      if (this.#rev === rev) this.#rev = before;
      for (const id of dirty) this.#dirty.add(id);
      for (const id of dropped) this.#dropped.add(id);
      this.#problem(err);
    }
  }

  /** Tries once more to write everything. */
  retry() {
    for (const s of this.#steps) this.#dirty.add(s.id);
    this.#changes++;
    this.status = { ...this.status, saved: false, problem: null };
    this.#tell();
    this.#shelf(this.kept.map((k) => ({ store: 'kept', put: k })));
    return this.flush();
  }

  #problem(err) {
    this.status = { ...this.status, saved: false, problem: db.problemOf(err) };
    this.#tell();
  }

  #tell() { this.dispatchEvent(new Event('change')); }
}

export const store = new Store();
