// How controls look: one sheet for the page and for every component.
import { css } from '../../vendor/lit.js';

export const controls = css`
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  :focus-visible { outline: 2px solid var(--wedel); outline-offset: 2px; }
  h1, h2, h3, p, figure, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul.plain, ol.plain { list-style: none; }
  h1, h2, h3, .name { font-family: var(--serif); font-weight: 500; line-height: 1.15; text-wrap: balance; letter-spacing: -.01em; font-variation-settings: "opsz" 72; }
  h1 { font-size: var(--f36); }
  h2 { font-size: var(--f24); }
  h3, .name { font-size: var(--f18); font-variation-settings: "opsz" 24; line-height: 1.3; }
  :lang(ar) :is(h1, h2, h3, .name), :is(h1, h2, h3, .name):lang(ar) { letter-spacing: 0; font-weight: 600; line-height: 1.35; }
  small, .small { font-size: var(--f13); }
  .soft { color: var(--soft); }
  a { color: var(--wedel); text-underline-offset: 3px; }
  canvas { display: block; }
  code, kbd { font: inherit; }
  kbd { display: inline-block; min-width: 24px; padding: 1px 6px; border: 1px solid var(--line); border-radius: var(--radius); font-size: var(--f13); text-align: center; color: var(--soft); white-space: nowrap; background: var(--paper); }
  button, .button, select, input, textarea { font: inherit; color: inherit; }
  button, .button, summary { cursor: pointer; -webkit-tap-highlight-color: transparent; touch-action: manipulation; }
  .button, button.button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: var(--touch); padding: 0 16px; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); color: var(--ink); font-weight: 500; text-decoration: none; text-align: center; line-height: 1.25; transition: background var(--quick) var(--ease), color var(--quick) var(--ease); }
  .button:hover { background: var(--wash); }
  .button.main { background: var(--wedel); border-color: var(--wedel); color: var(--on-wedel); font-weight: 600; }
  .button.main:hover { background: color-mix(in oklab, var(--wedel) 86%, var(--on-wedel)); }
  .button.quiet { border-color: transparent; background: transparent; padding: 0 10px; }
  .button.quiet:hover { background: var(--wash); }
  .button.icon { width: var(--touch); padding: 0; flex: none; }
  .button:disabled, .button:disabled:hover, .button.main:disabled, .button[aria-disabled="true"] { color: var(--soft); border-style: dashed; background: transparent; cursor: default; }
  .button[aria-pressed="true"] { color: var(--soga); }
  svg.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  [aria-pressed="true"] svg.icon .fill, svg.icon.on .fill { fill: currentColor; }
  svg.icon.turns:dir(rtl) { transform: scaleX(-1); }
  summary { display: flex; align-items: center; gap: 8px; min-height: var(--touch); font-weight: 500; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary svg.icon { margin-inline-start: auto; transition: rotate var(--quick) var(--ease); }
  details[open] > summary svg.icon { rotate: 180deg; }
  select, input[type="text"], input[type="search"], input[type="number"], input[type="url"], textarea { min-height: var(--touch); padding: 0 12px; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); max-width: 100%; }
  select { appearance: none; padding-inline: 12px 34px; text-overflow: ellipsis; cursor: pointer; background: var(--chevron) no-repeat right 10px center / 18px var(--paper); }
  select:dir(rtl) { background-position: left 10px center; }
  select:hover { background-color: var(--wash); }
  ::placeholder { color: var(--soft); opacity: 1; }
  label { font-weight: 500; }
  /* --at: how far it is set, 0 to 1. */
  input[type="range"] { appearance: none; --to: right; min-height: 24px; margin: 0; background: none; cursor: pointer; }
  input[type="range"]:dir(rtl) { --to: left; }
  input[type="range"]::-webkit-slider-runnable-track { height: 6px; border-radius: 3px; background: linear-gradient(to var(--to), var(--wedel) calc(8px + (100% - 16px) * var(--at, 0)), color-mix(in oklab, var(--edge) 45%, transparent) 0); }
  input[type="range"]::-moz-range-track { height: 6px; border-radius: 3px; background: linear-gradient(to var(--to), var(--wedel) calc(8px + (100% - 16px) * var(--at, 0)), color-mix(in oklab, var(--edge) 45%, transparent) 0); }
  input[type="range"]::-webkit-slider-thumb { appearance: none; margin-block-start: -5px; width: 16px; height: 16px; border: 0; border-radius: 50%; background: var(--wedel); }
  input[type="range"]::-moz-range-thumb { width: 16px; height: 16px; border: 0; border-radius: 50%; background: var(--wedel); }
  input[type="checkbox"], input[type="radio"] { appearance: none; display: grid; place-items: center; width: 20px; height: 20px; margin: 0; flex: none; border: 1.5px solid var(--edge); border-radius: var(--radius); background: var(--paper); cursor: pointer; }
  input[type="radio"] { border-radius: 50%; }
  input:is([type="checkbox"], [type="radio"])::before { content: ""; width: 10px; height: 10px; transform: scale(0); border-radius: 50%; background: var(--wedel); transition: transform var(--quick) var(--ease); }
  input[type="checkbox"]::before { width: 14px; height: 14px; border-radius: 0; background: var(--on-wedel); clip-path: polygon(9% 48%, 22% 35%, 40% 54%, 78% 15%, 91% 28%, 40% 80%); }
  input:is([type="checkbox"], [type="radio"]):checked { border-color: var(--wedel); }
  input[type="checkbox"]:checked { background: var(--wedel); }
  input:is([type="checkbox"], [type="radio"]):checked::before { transform: none; }
  input:is([type="checkbox"], [type="radio"]):disabled { border-style: dashed; cursor: default; }
  progress { width: 100%; height: 8px; accent-color: var(--wedel); }
  dialog { border: 0; padding: 0; margin: auto; color: var(--ink); background: var(--paper); border-radius: var(--radius); box-shadow: var(--shadow); max-width: min(960px, calc(100vw - 24px)); max-height: calc(100dvh - 24px); overflow: auto; }
  dialog::backdrop { background: var(--veil); }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  .push { margin-inline-start: auto; }
  .visually-hidden { position: absolute !important; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .note { display: grid; grid-template-columns: 20px 1fr; gap: 8px; padding: 8px 12px; background: var(--kunyit-wash); border-inline-start: 3px solid var(--kunyit); font-size: var(--f13); }
  .dots { display: flex; }
  .dots > i { width: 16px; height: 16px; border-radius: 50%; border: 1px solid color-mix(in oklab, var(--ink) 30%, transparent); margin-inline-end: -4px; }
  .cloth { background: var(--wash); box-shadow: var(--shadow); }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; } }
  @media (forced-colors: active) { .button[aria-pressed="true"] { forced-color-adjust: none; } select, input:is([type="checkbox"], [type="radio"]) { appearance: auto; } input[type="range"]::-webkit-slider-thumb { background: ButtonText; } input[type="range"]::-webkit-slider-runnable-track { background: GrayText; } }
`;
