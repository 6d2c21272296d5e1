// Where we are, in the URL's hash, so that Back works.

/**
 * @typedef {{room: 'whom' | 'proposals' | 'table' | 'take' | 'shelf' | 'recipe' | 'shared', query: URLSearchParams, text?: string}} Route
 */

const rooms = { '': 'whom', proposals: 'proposals', table: 'table', take: 'take', shelf: 'shelf', recipe: 'recipe' };

/** @returns {Route} */
export function route() {
  const hash = location.hash.slice(1);
  if (hash.startsWith('d=')) return { room: 'shared', query: new URLSearchParams(), text: hash.slice(2) };
  const [path, query = ''] = hash.replace(/^\//, '').split('?');
  return { room: rooms[path] || 'whom', query: new URLSearchParams(query) };
}

/** Goes to a hash such as '#/table'; replace leaves no step behind. */
export function go(hash, { replace = false } = {}) {
  if (location.hash === hash) return;
  if (replace) {
    history.replaceState(history.state, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else location.hash = hash;
}

/** The hash of a room. @param {string} room @param {Record<string, string | undefined>} [query] */
export function to(room, query = {}) {
  const q = new URLSearchParams(Object.entries(query).filter(([, v]) => v));
  const path = room === 'whom' ? '' : room;
  return `#/${path}${q.size ? `?${q}` : ''}`;
}
