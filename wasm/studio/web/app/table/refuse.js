// The engine's reasons in a maker's words.

import { catalog } from '../engine.js';
import { has, name, t } from '../i18n.js';
import { ruleWords } from '../warnings.js';

/**
 * @param {any} err an EngineError
 * @param {any} design
 */
export async function refusal(err, design) {
  const d = err.details?.[0] || {};
  if (err.kind === 'blocked') {
    const c = await catalog().catch(() => null);
    const market = c?.market(design?.market);
    const reasons = [...new Set((err.details || []).map((x) => ruleWords(x.rule, design?.market) || x.reason))].join(' ');
    return t('table.refused.blocked', { market: name('market', market?.id, market?.name), reason: reasons || err.message });
  }
  if (err.kind === 'too-large') return t('table.refused.large');
  if (err.kind === 'bad-input') {
    const path = String(d.path || err.path || '').replace(/^design\./, '').replace(/^(field|kepala)\./, '').replace(/^(values|isen|dress)\..*/, '$1');
    const field = `table.refused.${path.replaceAll('.', '_')}`;
    return has(field) ? t(field) : t('table.refused.bad', { reason: d.reason || err.message });
  }
  return t('table.refused.broken');
}
