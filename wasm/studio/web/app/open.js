// Files that come in: our own exports open as they were; any other picture may give its colours.
import { engine } from './engine.js';
import { colours, isPicture } from './picture.js';
import { t } from './i18n.js';
import { go, to } from './router.js';
import { store } from './store.js';
import { sentence, tell } from './errors.js';
import { toast } from './ui/toast.js';

/** Asks for a file with the browser's own window. @param {string} accept @param {(f: File) => void} take @param {{camera?: boolean}} [options] */
export function ask(accept, take, { camera = false } = {}) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  if (camera) input.setAttribute('capture', 'environment');
  input.addEventListener('change', () => input.files[0] && take(input.files[0]));
  input.click();
}

export const pickFile = () => ask('.png,.svg,.json,image/png,image/svg+xml,application/json', open);
export const pickPhoto = (options) => ask('image/*', photo, options);

/** Opens a file of ours; a picture that holds no design is offered as a photo. @param {File} file */
export async function open(file) {
  try {
    const { design } = await engine.call('open', { name: file.name }, { file, priority: 'now' });
    store.set(design, { label: t('cmd.open') });
    store.setBrief({ market: design.market, product: design.product.id });
    toast(t('opened', { name: file.name }));
    go(to('table'));
  } catch (err) {
    if (err.kind === 'bad-input' && await isPicture(file)) {
      toast(t('open.isphoto'), { action: t('open.usephoto'), run: () => photo(file), ms: 12000 });
    } else tell(err, 'open');
  }
}

/**
 * Takes the colours of a photo into the brief and goes to For whom, or says what is wrong.
 * @param {File} file
 */
export async function photo(file) {
  let answer;
  try {
    answer = await colours(file, { n: 6 });
  } catch (err) {
    const text = sentence(err, 'photo');
    if (text) toast(text, { ms: 9000 });
    return;
  }
  store.setBrief({ photo: { name: file.name.slice(0, 120), inks: answer.inks } });
  shownPhoto(file);
  toast(t('photo.taken', { n: answer.inks.length }));
  if (!/^#?\/?(\?|$)/.test(location.hash)) go(to('whom', { market: store.brief.market }));
}

let url = '';
/** The photo as a picture to show, while the page lives. */
export const photoURL = () => url;
function shownPhoto(file) {
  if (url) URL.revokeObjectURL(url);
  url = URL.createObjectURL(file);
}
export function forgetPhoto() {
  if (url) URL.revokeObjectURL(url);
  url = '';
  store.setBrief({ photo: null });
}

/** Takes files dropped anywhere. @param {Document} doc */
export function acceptDrops(doc) {
  const files = (e) => [...(e.dataTransfer?.types || [])].includes('Files');
  doc.addEventListener('dragover', (e) => {
    if (!files(e)) return;
    e.preventDefault();
    doc.documentElement.classList.add('dropping');
  });
  doc.addEventListener('dragleave', (e) => { if (!e.relatedTarget) doc.documentElement.classList.remove('dropping'); });
  doc.addEventListener('drop', (e) => {
    doc.documentElement.classList.remove('dropping');
    if (!files(e)) return;
    e.preventDefault();
    const file = e.dataTransfer.files[0];
    if (!file) return;
    if (/^image\/(jpeg|webp|heic|avif|gif|tiff|bmp)$/.test(file.type)) photo(file);
    else open(file);
  });
  doc.addEventListener('paste', (e) => {
    const file = [...(e.clipboardData?.files || [])][0];
    if (file?.type.startsWith('image/')) photo(file);
  });
}

/** Hands bytes to the browser to save. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const a = document.createElement('a');
  a.href = URL.createObjectURL(blob);
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60000);
}

/** Saves a design as a file, whatever has become of the database and the engine. */
export async function keepAsFile(design) {
  try {
    const { blob, name } = await engine.export(design, { format: 'json' });
    save(blob, name);
  } catch (err) {
    tell(err, 'export');
  }
}
