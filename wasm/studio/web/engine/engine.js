// The library in the browser: a pool of workers, each an instance of one WebAssembly module. See README.md.

const PRIORITY = { now: 0, soon: 1, idle: 2 };
const PATIENCE = 300; // ms that a superseded job may go on while another waits
const TOO_BIG = 400 * 1024 * 1024; // bytes of an instance, whose memory never shrinks
const MAX_FILE = 64 * 1024 * 1024; // not worth reading when it will be refused
const CALL_TIMEOUT = 60_000;
const START_TIMEOUT = 30_000;
const LAID = 10; // cloths that an instance remembers, about
const MAX_DEATHS = 4; // in a row, without a single answer

/**
 * @typedef {{x: number, y: number, w: number, h: number}} Rect
 * @typedef {{path: string, reason: string, rule?: string, severity?: string, source?: string}} Detail
 * @typedef {'now' | 'soon' | 'idle'} Priority
 * @typedef {object} CallOptions
 * @property {ArrayBuffer | Uint8Array | Blob} [file]
 * @property {AbortSignal} [signal]
 * @property {Priority} [priority]
 * @property {number} [timeout] ms
 * @property {(t: {hurry: () => void}) => void} [onTicket] gets a way to make the call urgent later on
 * @typedef {object} Tile
 * @property {'coarse' | 'near' | 'sharp'} level
 * @property {number} x place, in px of the whole
 * @property {number} y
 * @property {number} w
 * @property {number} h
 * @property {{w: number, h: number}} px size of the whole
 * @property {Rect} window what the draw covers
 * @property {Uint8ClampedArray} pixels width × height RGBA
 * @property {number} width
 * @property {number} height
 * @typedef {object} DrawOptions
 * @property {number} [width] px of the whole cloth
 * @property {number} [dpi]
 * @property {Rect} [window] px of the whole
 * @property {{x: number, y: number}} [near] px of the whole: what is drawn first; the window's middle, if left out
 * @property {string} [key]
 * @property {boolean} [coarse]
 * @property {boolean} [quick] cloths drawn by hand are drawn as if stamped, many times faster: for thumbnails
 * @property {number} [settle] ms to wait after the coarse picture, for a slider that moves
 * @property {number} [tile]
 * @property {'smooth' | 'hard'} [edges]
 * @property {Priority} [priority]
 * @property {AbortSignal} [signal]
 * @property {(t: Tile) => void} [onTile]
 */

/** A call that failed. */
export class EngineError extends Error {
  /** @param {{message: string, kind?: string, path?: string, details?: Detail[]}} e */
  constructor(e) {
    super(e.message);
    this.name = 'EngineError';
    this.kind = e.kind || 'broken';
    this.path = e.path || '';
    this.details = e.details || [];
  }
}

// What is laid once for a design in all of its colours.
const traced = (design) => JSON.stringify({ ...design, title: '', scheme: '', inks: [], warnings: [] });

const aborted = (why) => new DOMException(why || 'aborted', 'AbortError');
const broken = (message) => new EngineError({ kind: 'broken', message });

/** One worker with the job that it does. */
class Slot {
  constructor(engine, module, own, worker) {
    this.engine = engine;
    this.own = own; // for one export, not of the pool
    this.job = null;
    this.ready = false;
    this.gone = false;
    this.memory = 0;
    this.laid = []; // designs that it has lately laid, as text without colours
    this.timer = setTimeout(() => engine.lost(this, 'did not start in time'), START_TIMEOUT);
    this.worker = worker || new Worker(new URL('./worker.js', import.meta.url));
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = (e) => {
      if (e.preventDefault) e.preventDefault();
      engine.lost(this, e.message || 'worker error');
    };
    this.worker.onmessageerror = () => engine.lost(this, 'unreadable message');
    this.worker.postMessage({ type: 'start', module });
  }

  hear(m) {
    if (this.gone) return;
    if (m.type === 'dead') return this.engine.lost(this, m.reason);
    if (m.type === 'ready') {
      if (!this.job) clearTimeout(this.timer);
      this.ready = true;
      return this.engine.onReady(this, m.ms);
    }
    const job = this.job;
    if (!job || m.id !== job.id) return;
    if (m.type === 'piece') {
      this.watch(job);
      if (!job.stale) job.onPiece(m);
      return;
    }
    clearTimeout(this.timer);
    this.job = null;
    this.memory = m.memory;
    this.engine.onAnswer(this, job, m);
  }

  give(job) {
    this.job = job;
    if (job.of) this.laid = [job.of, ...this.laid.filter((d) => d !== job.of)].slice(0, LAID);
    job.began = performance.now();
    this.watch(job);
    this.worker.postMessage({ type: 'call', id: job.id, op: job.op, json: job.json, file: job.file, stream: !!job.onPiece });
  }

  watch(job) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.engine.lost(this, `no answer to ${job.op} in ${job.timeout} ms`), job.timeout);
  }

  end() {
    this.gone = true;
    clearTimeout(this.timer);
    this.worker.terminate();
  }
}

export class Engine extends EventTarget {
  #module = null;
  #slots = [];
  #queue = [];
  #views = new Map(); // key → the draw that holds it
  #sizes = new Map(); // of whole pictures, by design and scale
  #shown = new Map(); // key → number of the newest draw that showed something
  #id = 0;
  #deaths = 0;
  #failed = null;
  #closed = false;
  #stats = { readyMs: 0, calls: 0, draws: 0, tiles: 0, respawns: 0, recycled: 0, retried: 0, killed: 0 };

  /** @param {{wasm?: string | URL, workers?: number}} [options] */
  constructor(options = {}) {
    super();
    const cores = navigator.hardwareConcurrency || 2;
    // What start.js has begun, which is one engine's.
    const early = options.wasm || options.workers ? null : globalThis.jagadStart;
    if (early) delete globalThis.jagadStart;
    this.size = options.workers || early?.size || Math.max(2, Math.min(4, cores));
    const began = performance.now();
    this.ready = new Promise((resolve, reject) => {
      this.whenReady = (ms) => {
        if (!this.#stats.readyMs) this.#stats.readyMs = performance.now() - began;
        resolve(ms);
      };
      this.whenFailed = reject;
    });
    this.ready.catch(() => {}); // who waits for it hears of it; so does every call
    this.#begin(early, options.wasm || new URL('./jagad.wasm', import.meta.url));
  }

  async #begin(early, url) {
    try {
      this.#module = early ? await early.module : await compile(url);
      for (let i = 0; i < this.size; i++) {
        if (this.#closed) early?.workers[i]?.terminate();
        else this.#spawn(early?.workers[i]);
      }
      this.#pump();
    } catch (err) {
      this.#fail(broken(`the engine cannot be loaded: ${err.message}`));
    }
  }

  #spawn(worker) {
    try {
      this.#slots.push(new Slot(this, this.#module, false, worker));
    } catch (err) {
      this.#fail(broken(`no worker can be started: ${err.message}`));
    }
  }

  #fail(error) {
    this.#failed = error;
    for (const job of this.#queue.splice(0)) job.reject(error);
    for (const s of this.#slots.splice(0)) {
      s.end();
      if (s.job) s.job.reject(error);
    }
    this.whenFailed(error);
    this.dispatchEvent(new CustomEvent('failed', { detail: { error } }));
  }

  // The next four are for slots.

  onReady(slot, ms) {
    this.whenReady(ms);
    if (slot.own) slot.give(slot.own);
    else this.#pump();
  }

  onAnswer(slot, job, m) {
    this.#deaths = 0;
    if (slot.own) {
      slot.end();
      this.#slots = this.#slots.filter((s) => s !== slot);
    } else if (m.memory > TOO_BIG) {
      this.#stats.recycled++;
      this.#replace(slot);
    }
    if (!job.stale) {
      let v = null;
      try {
        v = JSON.parse(m.json);
      } catch {
        v = { error: { kind: 'broken', message: 'the engine answered no JSON' } };
      }
      if (v.error) job.reject(new EngineError(v.error));
      else job.resolve({ value: v, blob: m.blob });
    }
    this.#pump();
  }

  lost(slot, reason) {
    if (slot.gone) return;
    const job = slot.job || slot.own;
    this.#stats.respawns++;
    this.#deaths++;
    slot.end();
    this.#slots = this.#slots.filter((s) => s !== slot);
    this.dispatchEvent(new CustomEvent('respawn', { detail: { reason, op: job ? job.op : '' } }));
    if (this.#closed) return;
    if (this.#deaths > MAX_DEATHS * this.size) {
      if (job && !job.stale) job.reject(broken(reason));
      this.#fail(broken(`the engine keeps failing: ${reason}`));
      return;
    }
    if (!slot.own) this.#spawn();
    if (job && !job.stale) {
      if (job.tries++ === 0 && !job.pieces) {
        this.#stats.retried++;
        if (slot.own) this.#alone(job);
        else this.#queue.unshift(job);
      } else {
        job.reject(broken(reason));
      }
    }
    this.#pump();
  }

  #replace(slot) {
    slot.end();
    this.#slots = this.#slots.filter((s) => s !== slot);
    if (!this.#closed && !slot.own) this.#spawn();
  }

  #pump() {
    for (const slot of this.#slots) {
      if (!this.#queue.length) return;
      // One that is starting keeps its job until it is ready, without a way back and forth.
      if (slot.job || slot.own || slot.gone) continue;
      // Of the most urgent, first what this one has laid, last what another is laying: to lay takes longer than to draw.
      // And of those what lies where it has drawn before: it keeps what an ink covers there.
      const home = this.#slots.indexOf(slot);
      let best = 0;
      let least = Infinity;
      for (let i = 0; i < this.#queue.length; i++) {
        const { priority, of, place } = this.#queue[i];
        const known = !of ? 1 : slot.laid.includes(of) ? 0 : this.#slots.some((s) => s.job?.of === of) ? 2 : 1;
        const away = place === undefined || place % this.size === home ? 0 : 1;
        const last = (priority * 3 + known) * 2 + away;
        if (last < least) [best, least] = [i, last];
      }
      slot.give(this.#queue.splice(best, 1)[0]);
    }
  }

  #job(op, json, o = {}) {
    const job = {
      id: ++this.#id, op, json, file: o.file, priority: PRIORITY[o.priority] ?? PRIORITY.soon,
      timeout: o.timeout || CALL_TIMEOUT, onPiece: o.onPiece, of: o.of, place: o.place, pieces: 0, tries: 0, stale: false,
    };
    job.promise = new Promise((resolve, reject) => {
      job.resolve = resolve;
      job.reject = reject;
    });
    return job;
  }

  #post(job, signal) {
    this.#stats.calls++;
    if (this.#closed) job.reject(broken('the engine is closed'));
    else if (this.#failed) job.reject(this.#failed);
    else if (signal && signal.aborted) job.reject(aborted());
    else {
      if (signal) {
        const stop = () => this.#drop(job, aborted());
        signal.addEventListener('abort', stop, { once: true });
        const off = () => signal.removeEventListener('abort', stop);
        job.promise.then(off, off);
      }
      this.#queue.push(job);
      this.#pump();
    }
    return job.promise;
  }

  // Gives a job up: it leaves the queue, or its answer will not be heard.
  #drop(job, error) {
    if (job.stale) return;
    job.stale = true;
    job.reject(error);
    const i = this.#queue.indexOf(job);
    if (i >= 0) {
      this.#queue.splice(i, 1);
      return;
    }
    const slot = this.#slots.find((s) => s.job === job || s.own === job);
    if (!slot) return;
    if (slot.own) {
      this.#replace(slot);
      return;
    }
    // Running Go does not listen. It may finish if that is soon or nobody waits.
    const look = () => {
      if (slot.gone || slot.job !== job) return;
      if (this.#queue.length) {
        this.#stats.killed++;
        this.#replace(slot);
      } else setTimeout(look, 50);
    };
    setTimeout(look, Math.max(0, PATIENCE - (performance.now() - job.began)));
  }

  /**
   * Asks the engine.
   * @param {string} op
   * @param {object} [request]
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  async call(op, request = {}, options = {}) {
    const bytes = options.file ? options.file.size ?? options.file.byteLength : 0;
    if (bytes > MAX_FILE) {
      const reason = `is ${bytes} bytes long; the limit is ${MAX_FILE}`;
      throw new EngineError({ kind: 'too-large', path: 'file', message: `file: ${reason}`, details: [{ path: 'file', reason }] });
    }
    const job = this.#job(op, JSON.stringify(request), options);
    options.onTicket?.({ hurry: () => { job.priority = PRIORITY.now; } });
    const { value } = await this.#post(job, options.signal);
    return value;
  }

  /**
   * Asks for what comes with bytes: indices, or a finish.
   * @param {'indices' | 'finish'} op
   * @param {object} request
   * @param {CallOptions} [options]
   * @returns {Promise<{px: {w: number, h: number}, bytes: Uint8ClampedArray}>}
   */
  async bytes(op, request, options = {}) {
    const { value, blob } = await this.#post(this.#job(op, JSON.stringify(request), { ...options, of: traced(request.design) }), options.signal);
    return { ...value, bytes: new Uint8ClampedArray(blob) };
  }

  /** Lays the cloth in every worker ahead of its first picture. */
  warm(design) {
    const json = `{"design":${JSON.stringify(design)}}`;
    return Promise.allSettled(this.#slots.filter((s) => !s.own)
      .map(() => this.#post(this.#job('warm', json, { priority: 'idle' })))).then(() => {});
  }

  /**
   * Draws a window of a cloth, coarse and then sharp.
   * @param {object} design
   * @param {DrawOptions} options
   * @returns {Promise<{px: {w: number, h: number}, window: Rect, ms: number}>}
   */
  async draw(design, options = {}) {
    const began = performance.now();
    const o = { edges: 'smooth', priority: 'now', ...options };
    const jobs = new Set();
    let over = null; // why this draw has ended early
    const view = { number: ++this.#id, coarse: null, lingers: false };
    const stop = (error) => {
      over = over || error;
      for (const job of jobs) if (job !== view.coarse || !view.lingers) this.#drop(job, error);
    };
    // While a slider moves, each draw is superseded before it shows anything. So a
    // coarse picture that is being drawn is shown nevertheless.
    view.supersede = () => {
      view.lingers = !!view.coarse && !this.#queue.includes(view.coarse);
      stop(aborted('superseded'));
    };
    if (o.key) {
      const older = this.#views.get(o.key);
      this.#views.set(o.key, view);
      if (older) older.supersede();
    }
    const onAbort = () => stop(aborted());
    if (o.signal) {
      if (o.signal.aborted) onAbort();
      else o.signal.addEventListener('abort', onAbort, { once: true });
    }
    this.#stats.draws++;
    try {
      return await this.#drawAll(design, o, jobs, view, () => { if (over) throw over; }, began);
    } catch (err) {
      stop(err); // the other windows are of no use
      throw over || err;
    } finally {
      if (o.signal) o.signal.removeEventListener('abort', onAbort);
      if (o.key && this.#views.get(o.key) === view) this.#views.delete(o.key);
    }
  }

  async #drawAll(design, o, jobs, view, check, began) {
    check();
    const text = JSON.stringify(design);
    const of = traced(design);
    const post = async (op, rest, level, place) => {
      const job = this.#job(op, `{"design":${text},${rest}`, { priority: o.priority, of, place });
      jobs.add(job);
      if (level === 'coarse') view.coarse = job;
      try {
        return await this.#post(job);
      } finally {
        jobs.delete(job);
      }
    };
    const scaled = (k) => (o.dpi ? `"dpi":${o.dpi * k}` : `"width":${Math.max(1, Math.round((o.width || 1024) * k))}`);
    let win = o.window;
    if (!win) {
      const key = scaled(1) + text;
      const p = design.product;
      let px = this.#sizes.get(key);
      if (!px && !o.dpi && p && p.layout !== 'tile' && p.width > 0 && p.height > 0) {
        // As the library has it; asking would have two workers lay the cloth.
        const w = o.width || 1024;
        px = { w, h: Math.max(1, Math.floor(p.height * (w / p.width) + 0.5)) };
      }
      if (!px) {
        // How large a bare repeat is depends on the motif.
        px = (await post('describe', `${scaled(1)}}`)).value.px;
        check();
        if (this.#sizes.size > 64) this.#sizes.delete(this.#sizes.keys().next().value);
        this.#sizes.set(key, px);
      }
      win = { x: 0, y: 0, ...px };
    }
    win = { x: Math.floor(win.x), y: Math.floor(win.y), w: Math.max(1, Math.ceil(win.w)), h: Math.max(1, Math.ceil(win.h)) };
    let whole = null;
    const done = new Set();
    const one = async (level, k, r, place) => {
      const nth = level === 'coarse' ? undefined : Math.abs(Math.round(r.x / r.w) + Math.round(r.y / r.h));
      const quick = level !== 'sharp' || !!o.quick;
      const { value, blob } = await post('draw',
        `${scaled(k)},"quick":${quick},"edges":"${o.edges}","x":${r.x},"y":${r.y},"w":${r.w},"h":${r.h}}`, level, nth);
      if (level !== 'coarse' || !view.lingers) check();
      if (o.key) {
        if ((this.#shown.get(o.key) || 0) > view.number) return; // too late
        this.#shown.set(o.key, view.number);
      }
      if (level === 'sharp') {
        whole = value.px;
        done.add(place);
      }
      this.#stats.tiles++;
      if (done.has(place) && level === 'near') return;
      if (o.onTile) o.onTile({ level, ...place, window: win, px: value.px, pixels: new Uint8ClampedArray(blob), width: r.w, height: r.h });
    };
    const work = [];
    const coarse = o.coarse ?? win.w * win.h >= 65536;
    if (coarse) {
      const k = o.dpi ? 0.25 : Math.max(1, Math.round((o.width || 1024) / 4)) / (o.width || 1024);
      const r = { x: Math.floor(win.x * k), y: Math.floor(win.y * k) };
      r.w = Math.max(1, Math.ceil((win.x + win.w) * k) - r.x);
      r.h = Math.max(1, Math.ceil((win.y + win.h) * k) - r.y);
      const first = one('coarse', k, r, { x: r.x / k, y: r.y / k, w: r.w / k, h: r.h / k });
      work.push(first);
      if (o.settle) {
        await first;
        check();
        // All lay the cloth while nobody draws, so that the sharp pieces do not wait for it.
        for (let i = 0; i < this.size; i++) {
          const job = this.#job('warm', `{"design":${text}}`, { priority: o.priority, of });
          jobs.add(job);
          this.#post(job).catch(() => {}).then(() => jobs.delete(job));
        }
        await new Promise((resolve) => setTimeout(resolve, o.settle));
        check();
      }
    }
    // First where one looks.
    const tiles = cut(win, o.tile || side(win, this.size, o.quick), o.near || { x: win.x + win.w / 2, y: win.y + win.h / 2 });
    // What a hand draws takes long; the same as if stamped comes in between. Pixels over a millimetre show no hand.
    const mm = design.product?.layout === 'tile' ? 0 : design.product?.width || 0;
    const far = o.dpi ? o.dpi < 25.4 : (o.width || 1024) < mm;
    if (coarse && !far && !o.quick && design.technique === 'tulis') for (const t of tiles) work.push(one('near', 1, t, t));
    for (const t of tiles) work.push(one('sharp', 1, t, t));
    await Promise.all(work);
    return { px: whole, window: win, ms: performance.now() - began };
  }

  /**
   * Draws onto a canvas, which takes the size of the window.
   * @param {HTMLCanvasElement | OffscreenCanvas} canvas
   * @param {object} design
   * @param {DrawOptions} options
   */
  paint(canvas, design, options = {}) {
    const ctx = canvas.getContext('2d');
    let win = null;
    let early = []; // sharp pieces that came before the coarse picture
    let sized = false;
    const put = (t) => ctx.putImageData(new ImageData(t.pixels, t.width, t.height), t.x - win.x, t.y - win.y);
    return this.draw(design, {
      ...options,
      onTile: (t) => {
        if (!sized) {
          win = t.window;
          // Setting a size wipes the canvas, so the old picture stays until now.
          if (canvas.width !== win.w) canvas.width = win.w;
          if (canvas.height !== win.h) canvas.height = win.h;
          sized = true;
        }
        if (t.level !== 'coarse') {
          put(t);
          if (early) early.push(t);
        } else {
          const small = scratch(t.width, t.height);
          small.getContext('2d').putImageData(new ImageData(t.pixels, t.width, t.height), 0, 0);
          ctx.imageSmoothingEnabled = true;
          ctx.drawImage(small, t.x - win.x, t.y - win.y, t.w, t.h);
          for (const s of early || []) put(s);
          early = null;
        }
        if (options.onTile) options.onTile(t);
      },
    });
  }

  /**
   * Draws a piece of a cloth onto a canvas in one question, planning it first if there is no design yet.
   * @param {HTMLCanvasElement} canvas
   * @param {{design?: object, brief?: object, w: number, h: number, repeat?: number, scale?: number, most?: number, at?: number}} request
   *   w, h: px of the canvas; repeat: px that the repeat measures, about; or scale, px per mm; at: where the kepala or the middle is, 0 to 1
   * @param {CallOptions} [options]
   * @returns {Promise<{design?: object, px: {w: number, h: number}, x: number, y: number}>} design if it was planned
   */
  async piece(canvas, request, options = {}) {
    this.#stats.draws++;
    const of = request.design && traced(request.design);
    const { value, blob } = await this.#post(this.#job('piece', JSON.stringify(request), { ...options, of }), options.signal);
    const { w, h } = request;
    if (canvas.width !== w) canvas.width = w;
    if (canvas.height !== h) canvas.height = h;
    canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(blob), w, h), 0, 0);
    return value;
  }

  /**
   * Writes a file in a worker of its own, which ends with it.
   * @param {object} design
   * @param {{format: 'png' | 'svg' | 'json', dpi?: number, width?: number, scope?: 'whole' | 'tile', edges?: string, flat?: boolean}} request
   * @param {{signal?: AbortSignal, onProgress?: (p: {done: number | null, bytes: number}) => void}} [options]
   * @returns {Promise<{blob: Blob, name: string, type: string, bytes: number, px: object, dpi: object}>}
   */
  async export(design, request, { signal, onProgress } = {}) {
    let parts = [];
    const job = this.#job('export', JSON.stringify({ ...request, design }), {
      timeout: 600_000, // without a sign of life
      onPiece: (m) => {
        // Blobs, since browsers keep large ones on disk.
        if (m.blob.byteLength) parts.push(new Blob([m.blob]));
        if (parts.length > 64) parts = [new Blob(parts)];
        job.pieces++;
        if (onProgress) onProgress({ done: m.done < 0 ? null : m.done, bytes: m.bytes });
      },
    });
    this.#stats.calls++;
    if (signal && signal.aborted) throw aborted();
    const stop = () => this.#drop(job, aborted());
    if (signal) signal.addEventListener('abort', stop, { once: true });
    try {
      await Promise.race([this.ready, job.promise]);
      if (this.#failed || this.#closed) throw this.#failed || broken('the engine is closed');
      if (!job.stale) this.#alone(job);
      const { value } = await job.promise;
      return { ...value, blob: new Blob(parts, { type: value.type }) };
    } finally {
      if (signal) signal.removeEventListener('abort', stop);
    }
  }

  #alone(job) {
    try {
      this.#slots.push(new Slot(this, this.#module, job));
    } catch (err) {
      job.reject(broken(`no worker can be started: ${err.message}`));
    }
  }

  /** Terminates worker i, for tests of what happens then. */
  killWorker(i) {
    const slot = this.#slots[i];
    if (slot) this.lost(slot, 'killed by a test');
  }

  stats() {
    const s = this.#slots;
    return {
      ...this.#stats, ready: s.some((x) => x.ready), workers: s.length, busy: s.filter((x) => x.job).length,
      queued: this.#queue.length, memory: s.reduce((sum, x) => sum + x.memory, 0),
    };
  }

  /** Ends all workers. Calls that wait are rejected. */
  close() {
    this.#closed = true;
    const error = broken('the engine is closed');
    for (const job of this.#queue.splice(0)) job.reject(error);
    for (const s of this.#slots.splice(0)) {
      s.end();
      if (s.job || s.own) (s.job || s.own).reject(error);
    }
    this.whenFailed(error);
  }
}

async function compile(url) {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  // A host that does not know the type gives it as bytes.
  if (/^application\/wasm\b/.test(response.headers.get('Content-Type') || '')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

// How large to cut: enough pieces to keep every worker busy to the end, none so
// small that the fixed costs of a window rule.
function side(win, workers, quick) {
  // A thumbnail is one of many; laying its cloth in every worker costs more.
  if (quick && win.w * win.h <= 400_000) return 4096;
  const s = Math.sqrt((win.w * win.h) / (3 * workers));
  return Math.max(192, Math.min(512, Math.ceil(s / 64) * 64));
}

function cut(win, size, near) {
  const cols = Math.max(1, Math.round(win.w / size));
  const rows = Math.max(1, Math.round(win.h / size));
  const at = (o, n, k, i) => o + Math.floor((n * i) / k);
  const tiles = [];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < cols; i++) {
      const x = at(win.x, win.w, cols, i);
      const y = at(win.y, win.h, rows, j);
      tiles.push({ x, y, w: at(win.x, win.w, cols, i + 1) - x, h: at(win.y, win.h, rows, j + 1) - y });
    }
  }
  const far = (t) => Math.hypot(t.x + t.w / 2 - near.x, t.y + t.h / 2 - near.y);
  return tiles.sort((a, b) => far(a) - far(b));
}

function scratch(w, h) {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(w, h);
  return Object.assign(document.createElement('canvas'), { width: w, height: h });
}
