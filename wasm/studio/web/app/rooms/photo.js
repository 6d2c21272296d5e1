// Start from a photo: drop it, pick it, take it.
import { html, css, nothing, styleMap } from '../../vendor/lit.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { colourName } from '../names.js';
import { store } from '../store.js';
import { pickPhoto, photoURL, forgetPhoto } from '../open.js';
import { Jg, define } from '../ui/element.js';

class Photo extends Jg {
  static styles = [...Jg.styles, css`
    :host { display: block; }
    .wide { border: 1px dashed var(--edge); border-radius: var(--radius); padding: 16px; display: grid; gap: 12px; }
    img { height: 40px; width: 56px; object-fit: cover; display: block; }
    .inks { display: flex; list-style: none; box-shadow: var(--shadow); }
    .inks li { width: 28px; height: 40px; }
    .button { white-space: nowrap; }
  `];

  static properties = { wide: { type: Boolean } };

  render() {
    const { photo } = store.brief;
    const phone = matchMedia('(pointer: coarse)').matches; // elsewhere a browser has no camera to offer in a file's stead
    const buttons = html`<div class="row"><button class="button" @click=${() => pickPhoto()}>${icon('photo')}${t(photo ? 'photo.other' : 'photo.start')}</button>
      ${phone ? html`<button class="button" @click=${() => pickPhoto({ camera: true })}>${icon('camera')}${t('photo.camera')}</button>` : nothing}
      ${photo ? html`<button class="button quiet" @click=${forgetPhoto}>${icon('close')}${t('photo.forget')}</button>` : nothing}</div>`;
    const got = photo ? html`<div class="row">${photoURL() ? html`<img src=${photoURL()} alt=${t('photo.alt', { name: photo.name })}>` : nothing}
      <ul class="inks" aria-label=${t('photo.inks')}>${photo.inks.map((i) => html`<li role="img" aria-label=${colourName(i.name) || i.color} title=${colourName(i.name) || i.color} style=${styleMap({ background: i.color })}></li>`)}</ul></div>` : nothing;
    if (!this.wide) return html`<div class="row">${got}${buttons}</div>`;
    return html`<div class="wide"><p>${t(photo ? 'photo.used' : 'photo.what')}</p>${got}${buttons}</div>`;
  }
}
define('jg-photo', Photo);
