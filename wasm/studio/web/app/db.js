// The browser's database, as promises. It may be refused or full: every call rejects with a problem that can be told.

const NAME = 'jagad';
const VERSION = 1;

/** @typedef {'storage-full' | 'storage-refused'} Problem */

/** @param {unknown} err @returns {Problem} */
export const problemOf = (err) => (err?.name === 'QuotaExceededError' || err?.inner?.name === 'QuotaExceededError' ? 'storage-full' : 'storage-refused');

let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    let request;
    try {
      request = indexedDB.open(NAME, VERSION);
    } catch (err) {
      reject(err);
      return;
    }
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('state'); // 'current' → where we are
      db.createObjectStore('history'); // step id → { design, label, at }
      db.createObjectStore('kept', { keyPath: 'id' }); // { id, design, at }
    };
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => db.close();
      db.onclose = () => { opening = null; };
      resolve(db);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('blocked', 'InvalidStateError'));
  });
  opening.catch(() => { opening = null; });
  return opening;
}

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** One record, or undefined. */
export async function get(store, key) {
  return done((await open()).transaction(store).objectStore(store).get(key));
}

/** All records and their keys. @returns {Promise<[IDBValidKey, any][]>} */
export async function all(store) {
  const s = (await open()).transaction(store).objectStore(store);
  const [keys, values] = await Promise.all([done(s.getAllKeys()), done(s.getAll())]);
  return keys.map((k, i) => [k, values[i]]);
}

/**
 * Several changes at once, all or none.
 * @param {{store: string, key?: IDBValidKey, put?: any, drop?: true}[]} changes
 */
export async function write(changes) {
  if (!changes.length) return;
  const db = await open();
  await new Promise((resolve, reject) => {
    const tx = db.transaction([...new Set(changes.map((c) => c.store))], 'readwrite');
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
    tx.onabort = () => reject(tx.error || new DOMException('aborted', 'QuotaExceededError'));
    for (const c of changes) {
      const s = tx.objectStore(c.store);
      if (c.drop) s.delete(c.key);
      else if (s.keyPath) s.put(c.put);
      else s.put(c.put, c.key);
    }
    tx.commit(); // now: a page that is being left would not come to it by itself
  });
}
