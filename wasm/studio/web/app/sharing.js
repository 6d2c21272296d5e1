// Designs as links.
import { engine } from './engine.js';
import { t } from './i18n.js';
import { go, to } from './router.js';
import { store } from './store.js';
import { sentence, tell } from './errors.js';
import { toast } from './ui/toast.js';
import { dialog } from './ui/dialog.js';
import { html } from '../vendor/lit.js';
import { icon } from './icons.js';

/** The address that opens a design. */
export async function linkTo(design) {
  const { text } = await engine.call('share.encode', { design }, { priority: 'now' });
  const u = new URL(location.href);
  u.search = '';
  u.hash = `d=${text}`;
  return u.href;
}

/** Shows the link, to copy or to hand to the phone's own way of sharing. */
export async function share(design) {
  let link;
  try {
    link = await linkTo(design);
  } catch (err) {
    tell(err, 'share');
    return;
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(t('share.copied'));
    } catch {
      document.querySelector('jg-dialog')?.renderRoot.querySelector('input')?.select();
      toast(t('share.copyself'));
    }
  };
  dialog(t('share'), () => html`<p>${t('share.what')}</p>
    <p><label for="link" class="visually-hidden">${t('share.link')}</label><input id="link" class="wide" type="text" readonly dir="ltr" .value=${link} @focus=${(e) => e.target.select()}></p>
    <p class="row"><button class="button main" autofocus @click=${copy}>${icon('copy')}${t('share.copy')}</button>
    ${navigator.share ? html`<button class="button" @click=${() => navigator.share({ title: design.title, url: link }).catch(() => {})}>${icon('share')}${t('share.send')}</button>` : ''}</p>`);
}

/** Opens the design of a link; a damaged one is refused and changes nothing. */
export async function openShared(text) {
  try {
    const { design } = await engine.call('share.decode', { text }, { priority: 'now' });
    store.set(design, { label: t('share.opened') });
    store.setBrief({ market: design.market, product: design.product.id });
    go(to('table'), { replace: true });
  } catch (err) {
    toast(sentence(err, 'link'), { ms: 12000 });
    go(to(store.design ? 'table' : 'whom'), { replace: true });
  }
}

/** Proposals in the manner of a design; the design is in the address. */
export async function moreLike(design) {
  try {
    const { text } = await engine.call('share.encode', { design }, { priority: 'now' });
    go(to('proposals', { market: design.market, product: design.product.id, like: text }));
  } catch (err) {
    tell(err, 'proposals');
  }
}
