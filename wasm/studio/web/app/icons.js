// Our own icons: 24 × 24, strokes of 1.5.
import { svg, html, nothing } from '../vendor/lit.js';

const shapes = {
  whom: svg`<path d="M3 7h18M3 12h18M3 17h18M7 4v16"/>`,
  undo: svg`<path d="M4 9h10a5.5 5.5 0 0 1 0 11H8M8 4.5 3.5 9 8 13.5"/>`,
  redo: svg`<path d="M20 9H10a5.5 5.5 0 0 0 0 11h6M16 4.5 20.5 9 16 13.5"/>`,
  heart: svg`<path class="fill" d="M12 20S4 15.2 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15.2 12 20 12 20Z"/>`,
  more: svg`<circle cx="12" cy="12" r="3"/><circle cx="12" cy="4.5" r="1.5"/><circle cx="12" cy="19.5" r="1.5"/><circle cx="4.5" cy="12" r="1.5"/><circle cx="19.5" cy="12" r="1.5"/>`,
  compare: svg`<path d="M12 3v18M4 6h5M4 6v12h5M15 6h5v12h-5"/>`,
  shelf: svg`<path d="M3 20h18M5 20V6h4v14M9 20V9h4v11M14.2 9.6l3.6-1 2.9 10.6"/>`,
  command: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  settings: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  photo: svg`<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="m4 17 5-5 3.5 3.5L16 12l4.5 4.5"/><circle cx="8.5" cy="9" r="1.2"/>`,
  camera: svg`<path d="M4 8h3.5L9 5.5h6L16.5 8H20a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Z"/><circle cx="12" cy="13" r="3.5"/>`,
  open: svg`<path d="M4 19V6h5l2 2.5h8V19ZM4 12h15"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  warn: svg`<path d="M12 4 2.8 20h18.4ZM12 10v4.5M12 17.2v.1"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>`,
  share: svg`<path d="M12 15V4M8 7.5 12 3.5l4 4M6 11H5v9h14v-9h-1"/>`,
  link: svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1"/>`,
  take: svg`<path d="M12 4v11M8 11.5l4 4 4-4M4 20h16"/>`,
  print: svg`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z"/>`,
  copy: svg`<rect x="8" y="8" width="12" height="12" rx="1"/><path d="M16 8V4H4v12h4"/>`,
  trash: svg`<path d="M4 7h16M9 7V4.5h6V7M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5"/>`,
  table: svg`<path d="M3 8h18l-2 4H5ZM6 12v8M18 12v8"/>`,
  next: svg`<path d="M5 12h14M13 6l6 6-6 6"/>`,
  back: svg`<path d="M19 12H5M11 6l-6 6 6 6"/>`,
  down: svg`<path d="m6 9.5 6 6 6-6"/>`,
  up: svg`<path d="m6 14.5 6-6 6 6"/>`,
  zoomin: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5M8 11h6M11 8v6"/>`,
  zoomout: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5M8 11h6"/>`,
  fit: svg`<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>`,
  ruler: svg`<path d="m3 15 12-12 6 6L9 21ZM7 11l2 2M10 8l3 3M13 5l2 2"/>`,
  repeat: svg`<rect x="4" y="4" width="7" height="7"/><rect x="13" y="4" width="7" height="7"/><rect x="4" y="13" width="7" height="7"/><rect x="13" y="13" width="7" height="7"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="1"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  unlock: svg`<rect x="5" y="11" width="14" height="9" rx="1"/><path d="M8 11V8a4 4 0 0 1 7.7-1.5"/>`,
  reset: svg`<path d="M5 12a7.2 7.2 0 1 0 2-5L4.5 9.5M4.5 4.5v5h5"/>`,
  dice: svg`<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M8.5 8.5v.1M15.5 15.5v.1M15.5 8.5v.1M8.5 15.5v.1M12 12v.1"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>`,
  dropper: svg`<path d="m13.5 6.5 4 4M15 5l1.5-1.5a2.1 2.1 0 0 1 3 3L18 8l1 1-2 2-6-6 2-2ZM13 9l-8 8-1 3.5L7.5 19.5l8-8"/>`,
  palette: svg`<path d="M12 3.5a8.5 8.5 0 1 0 0 17c1.6 0 2-1 1.6-2-.5-1.4.2-2.5 1.9-2.5H18c1.6 0 2.5-1.2 2.5-3.2A8.7 8.7 0 0 0 12 3.5Z"/><circle cx="8" cy="10" r=".9"/><circle cx="12" cy="7.5" r=".9"/><circle cx="16" cy="10" r=".9"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>`,
  moon: svg`<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z"/>`,
  stop: svg`<rect x="6" y="6" width="12" height="12"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  hand: svg`<path d="M7 12V6.5a1.5 1.5 0 0 1 3 0V11 5a1.5 1.5 0 0 1 3 0v6-5a1.5 1.5 0 0 1 3 0v7-3.500a1.5 1.500 0 0 1 3 0V15c0 3.500-2.500 6-6 6s-5-1.500-6.500-4.500L5 13.500"/>`,
  motif: svg`<path d="M12 3c3 3 3 6 0 9-3-3-3-6 0-9ZM12 21c3-3 3-6 0-9-3 3-3 6 0 9ZM3 12c3-3 6-3 9 0-3 3-6 3-9 0ZM21 12c-3-3-6-3-9 0 3 3 6 3 9 0Z"/>`,
  isen: svg`<path d="M6 6v.1M12 6v.1M18 6v.1M9 10v.1M15 10v.1M6 14v.1M12 14v.1M18 14v.1M9 18v.1M15 18v.1"/>`,
  layout: svg`<rect x="3" y="5" width="18" height="14"/><path d="M9 5v14M3 16h18"/>`,
  process: svg`<path d="M5 20 14 11M12 9l3 3M13.500 7.500 16 5c1-1 3-1 3.500-.500s.500 2.500-.500 3.500L16.500 10.500M5 20c-1.500-1 0-2.500 0-2.500s1.500 1.500 0 2.500Z"/>`,
};

const turning = new Set(['undo', 'redo', 'next', 'back', 'shelf']);

/**
 * An icon, said nowhere: the words stand beside it or in its button's label.
 * @param {string} name
 */
export function icon(name) {
  if (!shapes[name]) return nothing;
  return html`<svg class="icon ${turning.has(name) ? 'turns' : ''}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
}
