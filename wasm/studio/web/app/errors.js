// What went wrong, as a maker would say it: what happened, that nothing is lost, what to do.
import { t, has } from './i18n.js';
import { toast } from './ui/toast.js';

/**
 * @param {any} err
 * @param {string} doing what was tried: 'photo', 'open', 'link', 'export', 'draw', 'proposals'…
 * @returns {string} '' when it was merely stopped
 */
export function sentence(err, doing) {
  if (err?.name === 'AbortError' || err?.kind === 'cancelled') return '';
  const kind = err?.kind || 'broken';
  const key = `error.${doing}.${kind}`;
  if (has(key)) return t(key);
  return t(has(`error.${doing}`) ? `error.${doing}` : `error.${kind}`);
}

/** Shows it. */
export function tell(err, doing) {
  const text = sentence(err, doing);
  if (text) toast(text, { ms: 9000 });
  if (text && err?.kind !== 'bad-input' && err?.kind !== 'too-large') console.warn(err);
}
