// Before the first paint: language, direction and theme, as they were left. A classic script, so that nothing flashes.
'use strict';
(() => {
  // The page names the languages of the site, a file of messages each: [code, own name, direction, tag for Intl].
  const languages = JSON.parse(document.querySelector('meta[name="languages"]').content);
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('jagad.settings')) || {};
  } catch { /* refused or damaged: the defaults do */ }
  const wish = [asked.get('lang'), kept.lang, ...(navigator.languages || [])];
  const lang = wish.map((l) => String(l || '').toLowerCase().split('-')[0]).find((l) => languages.some(([code]) => code === l)) || 'id';
  root.lang = lang;
  root.dir = languages.find(([code]) => code === lang)[2];
  // The words are fetched beside the modules that will ask for them.
  for (const l of new Set([lang, 'id'])) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
    link.href = new URL(`../messages/${l}.json`, document.currentScript.src);
    document.head.append(link);
  }
  const theme = asked.get('theme') || kept.theme || 'auto';
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
})();
