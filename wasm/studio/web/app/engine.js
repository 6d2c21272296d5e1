// The one engine of the page, and what it has to offer.
import { Engine } from '../engine/engine.js';
import { more } from './i18n.js';

export { EngineError } from '../engine/engine.js';

export const engine = new Engine();

let asked = null;
let ticket = null;

/**
 * All there is to choose from; asked for once. It is a long answer, so the wall of cloths asks for it last.
 * @param {'now' | 'idle'} [priority]
 * @returns {Promise<any>}
 */
export function catalog(priority = 'now') {
  if (asked && priority === 'now') ticket?.hurry();
  more();
  asked ??= engine.call('catalog', {}, { priority, onTicket: (t) => { ticket = t; } }).then((c) => {
    c.market = (id) => c.markets.find((m) => m.id === id);
    c.motif = (id) => c.motifs.find((m) => m.id === id);
    c.product = (market, id) => c.market(market)?.products.find((p) => p.id === id);
    return c;
  }).catch((err) => {
    asked = null; // one may try again
    throw err;
  });
  return asked;
}
