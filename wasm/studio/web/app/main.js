// Starts the page.
import { setLang, t } from './i18n.js';
import { store } from './store.js';
import { toast } from './ui/toast.js';
import './keys.js';
import './shell.js';

export { go, route, to } from './router.js';

const root = document.documentElement;
const night = matchMedia('(prefers-color-scheme: dark)');

function theme() {
  const wish = store.settings.theme;
  const dark = wish === 'dark' || (wish !== 'light' && night.matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  document.querySelector('meta[name="theme-color"]').content = dark ? '#12151f' : '#f7f3ea';
}

async function start() {
  const app = document.getElementById('app');
  try {
    store.load(); // the wall of cloths does not wait for it; other rooms do
    await setLang(root.lang);
  } catch {
    app.className = 'still';
    app.textContent = 'Studio belum bisa dibuka. Periksa sambungan, lalu muat ulang. Desain Anda tetap aman. · The studio cannot be opened. Check the connection and reload. Your designs are safe.';
    return;
  }
  night.addEventListener('change', theme);
  let last = '';
  store.addEventListener('change', () => {
    const { theme: now, lang } = store.settings;
    if (now + lang === last) return;
    last = now + lang;
    theme();
    if (lang !== root.lang) setLang(lang).catch(() => {});
  });
  const asked = new URLSearchParams(location.search).get('theme'); // as early.js took it, until the maker says otherwise
  if (asked === 'light' || asked === 'dark') store.settings.theme = asked;
  theme();
  await new Promise((r) => setTimeout(r)); // the page breathes
  app.replaceWith(document.createElement('jg-shell'));
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register('sw.js').then(watch, () => { /* the page works, with a network */ });
  }
}

// A new version waits until the maker says so; nothing changes under an open design.
function watch(registration) {
  const offer = (worker) => toast(t('update.ready'), {
    action: t('reload'),
    ms: 60000,
    run: async () => {
      await store.flush();
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('skip-waiting');
    },
  });
  const { controller } = navigator.serviceWorker;
  if (!controller) return; // the first visit
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => { if (worker.state === 'installed') offer(worker); });
  });
}

start();
