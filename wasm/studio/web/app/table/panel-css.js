// What the table's panels have in common.
import { css } from '../../vendor/lit.js';

export const panel = css`
  :host { display: block; }
  section + section, details + section, section + details, details + details { margin-block-start: 20px; padding-block-start: 16px; border-block-start: 1px solid var(--line); }
  h2.name { margin-block-end: 8px; }
  .head { margin-block-end: 8px; } .head h2 { flex: 1; margin: 0; }
  h2.sub { margin: 0 0 8px; font: 600 var(--f13)/1.4 var(--sans); letter-spacing: 0; color: var(--soft); }
  summary { font-weight: 600; }
  .field { display: grid; gap: 4px; margin-block-end: 12px; }
  .field label, .label { font-size: var(--f13); font-weight: 500; }
  .field select { width: 100%; font-size: var(--f13); }
  .two { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
  .segments { display: flex; border: 1px solid var(--edge); border-radius: var(--radius); overflow: hidden; margin-block-end: 16px; }
  .segments button { flex: 1; min-height: var(--touch); border: 0; background: transparent; padding: 0 8px; }
  .segments button + button { border-inline-start: 1px solid var(--edge); }
  .segments button[aria-pressed="true"] { background: var(--soga); color: var(--on-soga); font-weight: 600; }
  .segments button:focus-visible { outline-offset: -4px; }
  .grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px 8px; }
  .pick { display: grid; gap: 4px; align-content: start; padding: 0; border: 0; background: none; text-align: start; font-size: var(--f13); line-height: 1.3; min-width: 0; }
  .pick jg-thumb { outline: 2px solid transparent; outline-offset: 2px; }
  .pick[aria-pressed="true"] { color: var(--soga); font-weight: 600; }
  .pick[aria-pressed="true"] jg-thumb { outline-color: var(--soga); }
  .pick .mark { display: inline-flex; align-items: center; gap: 4px; }
  .strip { display: flex; height: 32px; width: 100%; overflow: hidden; }
  .strip > i { flex: 1; }
  .strip > i:first-child { flex: 2; }
  p { font-size: var(--f13); color: var(--soft); }
  p + p { margin-block-start: 4px; }
  .button + p { margin-block-start: 8px; }
  p + .button { margin-block-start: 12px; }
  .note { margin-block-start: 8px; color: var(--ink); }
  .note p { color: inherit; }
`;
