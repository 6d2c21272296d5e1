// The commands of the whole page. Rooms add their own.
import { commands } from './commands.js';
import { t } from './i18n.js';
import { store } from './store.js';
import { go, to } from './router.js';
import { toast, confirmUndo } from './ui/toast.js';

const needsDesign = () => !!store.design;
const here = (room) => () => go(to(room));

commands.add(
  { id: 'palette', group: 'page', label: () => t('palette.open'), keys: ['mod+k'], run: () => import('./palette.js').then((m) => m.toggle()) },
  { id: 'go.whom', group: 'nav', label: () => t('cmd.go', { room: t('room.whom') }), keys: ['alt+1'], run: here('whom') },
  { id: 'go.proposals', group: 'nav', label: () => t('cmd.go', { room: t('room.proposals') }), keys: ['alt+2'], enabled: () => !!store.brief.market, run: () => go(to('proposals', { market: store.brief.market, product: store.brief.product })) },
  { id: 'go.table', group: 'nav', label: () => t('cmd.go', { room: t('room.table') }), keys: ['alt+3'], enabled: needsDesign, run: here('table') },
  { id: 'go.take', group: 'nav', label: () => t('cmd.go', { room: t('room.take') }), keys: ['alt+4'], enabled: needsDesign, run: here('take') },
  { id: 'go.recipe', group: 'nav', label: () => t('making.page'), enabled: () => needsDesign() && store.design.technique !== 'print', run: here('recipe') },
  { id: 'go.shelf', group: 'nav', label: () => t('cmd.go', { room: t('room.shelf') }), keys: ['alt+5'], run: here('shelf') },
  { id: 'undo', group: 'design', label: () => (store.undoLabel ? t('cmd.undo', { what: store.undoLabel }) : t('undo')), keys: ['mod+z'], enabled: () => store.canUndo, run: () => store.undo() },
  { id: 'redo', group: 'design', label: () => (store.redoLabel ? t('cmd.redo', { what: store.redoLabel }) : t('redo')), keys: ['shift+mod+z', 'mod+y'], enabled: () => store.canRedo, run: () => store.redo() },
  { id: 'keep', group: 'design', label: () => t(store.isKept(store.design) ? 'unkeep' : 'keep'), keys: ['k'], enabled: needsDesign, run: () => heart(store.design) },
  { id: 'share', group: 'design', label: () => t('share'), keys: ['shift+l'], enabled: needsDesign, run: () => import('./sharing.js').then((m) => m.share(store.design)) },
  { id: 'like', group: 'design', label: () => t('like'), keys: ['v'], enabled: needsDesign, run: () => import('./sharing.js').then((m) => m.moreLike(store.design)) },
  { id: 'open', group: 'design', label: () => t('cmd.open'), keys: ['mod+o'], run: () => import('./open.js').then((m) => m.pickFile()) },
  { id: 'settings', group: 'page', label: () => t('settings'), keys: ['mod+,'], run: () => import('./settings.js').then((m) => m.settings()) },
  { id: 'theme', group: 'page', label: () => t(document.documentElement.dataset.theme === 'dark' ? 'cmd.light' : 'cmd.dark'), run: () => store.setSetting('theme', document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark') },
);

/** Puts a design on the shelf or takes it down, and offers to take that back. */
export async function heart(design) {
  const id = store.keptID(design);
  if (!id) {
    await store.keep(design);
    if (!store.status.problem) toast(t('kept'));
    return;
  }
  const record = await store.drop(id);
  confirmUndo(t('dropped'), () => store.keep(record.design, record));
}
