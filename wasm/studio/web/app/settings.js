// Language, theme, shortcuts.
import { html } from '../vendor/lit.js';
import { t, languages, setLang } from './i18n.js';
import { icon } from './icons.js';
import { store } from './store.js';
import { dialog } from './ui/dialog.js';
import { shown, commands } from './commands.js';

export function settings() {
  const radio = (name, value, label, on, set, lang) => html`<label class="line"><input type="radio" name=${name} .checked=${on} @change=${set}><span lang=${lang || ''}>${label}</span></label>`;
  dialog(() => t('settings'), () => html`
    <fieldset class="set"><legend>${t('settings.lang')}</legend>${languages.map(([l, own]) => html`<label class="line"><input type="radio" name="lang" .checked=${store.settings.lang === l} @change=${() => { setLang(l).then(() => store.setSetting('lang', l)); }}><span lang=${l}>${own}</span></label>`)}</fieldset>
    <fieldset class="set"><legend>${t('settings.theme')}</legend>${['auto', 'light', 'dark'].map((v) => radio('theme', v, t(`settings.theme.${v}`), store.settings.theme === v, () => store.setSetting('theme', v)))}</fieldset>
    <fieldset class="set"><legend>${t('settings.keys')}</legend><label class="line"><input type="checkbox" .checked=${store.settings.shortcuts} @change=${(e) => store.setSetting('shortcuts', e.target.checked)}><span>${t('settings.single')}</span></label>
      <details><summary>${t('settings.list')}${icon('down')}</summary><table class="keys"><tbody>${commands.list().filter((c) => c.keys?.length).map((c) => html`<tr><th scope="row">${c.label()}</th><td dir="ltr">${c.keys.map((k) => html`<kbd>${shown(k)}</kbd> `)}</td></tr>`)}</tbody></table></details></fieldset>
    <p class="soft small">${t('settings.local')}</p>`);
}
