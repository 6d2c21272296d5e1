// Runs the engine outside a browser: engine.js and worker.js as they are, with Worker, importScripts and fetch
// stood in for. Reads {dir, draws, workers} from standard input; writes what came of it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Worker as Thread } from 'node:worker_threads';
import { fileURLToPath, pathToFileURL } from 'node:url';

const input = JSON.parse(readFileSync(0, 'utf8'));
const engineURL = pathToFileURL(`${input.dir}/engine.js`);

const shim = `
const { parentPort, workerData } = require('node:worker_threads');
const fs = require('node:fs'), path = require('node:path'), vm = require('node:vm');
globalThis.self = globalThis;
globalThis.postMessage = (m, t) => parentPort.postMessage(m, t);
globalThis.importScripts = (f) => vm.runInThisContext(fs.readFileSync(path.join(workerData, f), 'utf8'), f);
vm.runInThisContext(fs.readFileSync(path.join(workerData, 'worker.js'), 'utf8'), 'worker.js');
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

let started = 0;
globalThis.Worker = class {
  constructor(url) {
    started++;
    this.thread = new Thread(shim, { eval: true, workerData: fileURLToPath(new URL('.', url)) });
    this.thread.on('message', (data) => this.onmessage && this.onmessage({ data }));
    this.thread.on('error', (err) => this.onerror && this.onerror({ message: String(err) }));
    this.thread.on('exit', () => this.onerror && this.onerror({ message: 'exit' }));
  }
  postMessage(m) { this.thread.postMessage(m); }
  terminate() { this.onmessage = this.onerror = null; this.thread.terminate(); }
};
if (!globalThis.navigator) globalThis.navigator = { hardwareConcurrency: 2 };
globalThis.fetch = async (url) => new Response(readFileSync(fileURLToPath(url)), { headers: { 'Content-Type': 'application/wasm' } });

const { Engine, EngineError } = await import(engineURL);
const out = { checks: {}, draws: [] };
const engine = new Engine({ workers: 2 });
const respawns = [];
engine.addEventListener('respawn', (e) => respawns.push(e.detail.reason));
await engine.ready;
out.readyMs = engine.stats().readyMs;

const sha = (b) => createHash('sha256').update(b).digest('hex');
const caught = async (p) => { try { await p; return null; } catch (e) { return e; } };

// One window in one piece, which is timed; then the same cut in pieces and put together.
for (const d of input.draws) {
  const { design, width, window } = d;
  const whole = (tile) => {
    const pix = new Uint8ClampedArray(window.w * window.h * 4);
    const levels = [];
    return engine.draw(design, {
      width, window, tile, coarse: !!tile,
      onTile(t) {
        levels.push(t.level);
        if (t.level !== 'sharp') return;
        for (let y = 0; y < t.h; y++) {
          pix.set(t.pixels.subarray(y * t.w * 4, (y + 1) * t.w * 4), ((t.y - window.y + y) * window.w + t.x - window.x) * 4);
        }
      },
    }).then((r) => ({ ...r, sha: sha(pix), levels }));
  };
  const cold = await whole(0 || 4096);
  await engine.warm(design);
  let ms = Infinity;
  for (let i = 0; i < 3; i++) ms = Math.min(ms, await engine.draw(design, { width, window, tile: 4096, coarse: false }).then((r) => r.ms));
  const cut = await whole(128);
  out.draws.push({ sha: cold.sha, cut: cut.sha, px: cold.px, coldMs: cold.ms, ms, pieces: cut.levels.length, coarse: cut.levels.includes('coarse') });
}

const { design } = input.draws[0];
const c = out.checks;
let e;

// A panic is told, and the instance goes on.
e = await caught(engine.call('test.panic', { test: true }));
c.panic = e instanceof EngineError && e.kind === 'broken' && engine.stats().respawns === 0;

// The program ends: a new worker, one more try, then the truth.
e = await caught(engine.call('test.exit', { test: true }));
c.exit = e instanceof EngineError && e.kind === 'broken' && engine.stats().retried === 1 && respawns.length === 2;

// A worker is killed under a draw: nobody notices.
const killed = engine.draw(design, { width: 900, window: { x: 0, y: 0, w: 300, h: 300 }, tile: 300, coarse: false });
engine.killWorker(0);
engine.killWorker(1);
c.killed = (await killed).px.w === 900;

// A newer draw of a view supersedes the older, other views are left alone.
const other = engine.draw(design, { width: 400, key: 'b' });
const older = caught(engine.draw(design, { width: 1600, key: 'a' }));
const newer = engine.draw(design, { width: 400, key: 'a' });
e = await older;
c.superseded = e && e.name === 'AbortError' && (await newer).px.w === 400 && (await other).px.w === 400;

// An aborted call, before and while.
const stop = new AbortController();
const waits = caught(engine.call('proposals', { brief: {}, n: 24 }, { signal: stop.signal }));
stop.abort();
c.aborted = (await waits).name === 'AbortError'
  && (await caught(engine.call('catalog', {}, { signal: stop.signal }))).name === 'AbortError'
  && (await caught(engine.draw(design, { width: 100, signal: stop.signal }))).name === 'AbortError';

// Exports: progress, the same bytes, an end when stopped.
const seen = [];
const file = await engine.export(design, { format: 'png', width: 700 }, { onProgress: (p) => seen.push(p.done) });
out.png = sha(Buffer.from(await file.blob.arrayBuffer()));
c.progress = seen.length > 0 && seen.at(-1) === 1 && seen.every((v, i) => !i || v >= seen[i - 1]) && file.name.endsWith('.png');
const halt = new AbortController();
e = await caught(engine.export(design, { format: 'png', width: 6000 }, { signal: halt.signal, onProgress: () => halt.abort() }));
c.stopped = e && e.name === 'AbortError';
c.reopened = (await engine.call('open', { name: 'x.png' }, { file: await file.blob.arrayBuffer() })).design.seed === design.seed;
e = await caught(engine.export(design, { format: 'gif' }));
c.badExport = e instanceof EngineError && e.kind === 'bad-input' && e.path === 'request.format';

e = await caught(engine.call('plan', { brief: { motif: 'kawong' } }));
c.badInput = e.kind === 'bad-input' && e.path === 'brief.motif' && e.details.length === 1;
c.pool = engine.stats().workers === 2;
out.stats = engine.stats();
out.started = started;
engine.close();
c.closed = (await caught(engine.call('catalog'))) instanceof EngineError;
process.stdout.write(JSON.stringify(out));
process.exit(0);
