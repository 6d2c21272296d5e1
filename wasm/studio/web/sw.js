// Keeps the studio working without a network. `go run ./wasm/serve` fills in the two lines below; the list
// holds paths relative to this file, so the site may lie under any path.
'use strict';

const VERSION = 'dev';
const FILES = [];

// Several sites may share an origin, each with its own path and caches.
const PREFIX = `jagad ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    if (!FILES.length) {
      await self.skipWaiting(); // unbuilt: nothing to keep
      return;
    }
    const cache = await caches.open(CACHE);
    try {
      // What an older version had under the same name has the same bytes.
      await Promise.all(FILES.map(async (file) => {
        const old = file === './' ? null : await caches.match(file);
        if (old) await cache.put(file, old);
        else await cache.add(new Request(file, { cache: file === './' ? 'reload' : 'default' }));
      }));
    } catch (err) {
      await caches.delete(CACHE); // storage is full or refused: the page works, with a network
      throw err;
    }
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

// A new version waits until the page says so, for it must not pull old files from under an open design.
self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !FILES.length || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const kept = request.mode === 'navigate' ? await cache.match('./') : await cache.match(request, { ignoreSearch: true });
    return kept || fetch(request);
  })());
});
