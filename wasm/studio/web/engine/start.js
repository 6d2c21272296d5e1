// Begins what takes longest before any module of the page is here: the program is compiled while the page loads, and the
// workers start beside it. engine.js takes both over. A classic script, so that it runs at once.
'use strict';
(() => {
  const base = new URL('.', document.currentScript.src);
  const cores = navigator.hardwareConcurrency || 2;
  const small = navigator.deviceMemory && navigator.deviceMemory <= 2;
  const size = Math.max(2, Math.min(4, small ? 2 : cores));
  const load = async () => {
    const url = new URL('jagad.wasm', base);
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    // A host that does not know the type gives it as bytes.
    if (/^application\/wasm\b/.test(response.headers.get('Content-Type') || '')) return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  };
  const module = load();
  module.catch(() => {}); // who takes it over hears of it
  let workers = [];
  try {
    workers = Array.from({ length: size }, () => new Worker(new URL('worker.js', base)));
  } catch { /* tried again, and told */ }
  globalThis.jagadStart = { size, module, workers };
})();
