// What the studio uses of Lit; bundled into ../studio/web/vendor/lit.js.
import { noChange } from 'lit';
import { Directive, directive, PartType } from 'lit/directive.js';

export { LitElement, html, svg, css, nothing, noChange, render, unsafeCSS } from 'lit';
export { repeat } from 'lit/directives/repeat.js';
export { classMap } from 'lit/directives/class-map.js';
export { ref, createRef } from 'lit/directives/ref.js';
export { live } from 'lit/directives/live.js';
export { ifDefined } from 'lit/directives/if-defined.js';
export { guard } from 'lit/directives/guard.js';
export { until } from 'lit/directives/until.js';
export { Directive, directive, PartType };
export { AsyncDirective } from 'lit/async-directive.js';

// Lit's own styleMap writes a style attribute the first time, which a strict
// Content-Security-Policy refuses. This one always sets properties.
class StyleMap extends Directive {
  constructor(info) {
    super(info);
    if (info.type !== PartType.ATTRIBUTE || info.name !== 'style') throw new Error('styleMap: only in style=${}');
    this.set = new Set();
  }

  render() {
    return noChange;
  }

  update(part, [styles]) {
    const { style } = part.element;
    const put = (name, value) => (name.includes('-') ? style.setProperty(name, value) : (style[name] = value));
    for (const name of this.set) {
      if (styles[name] == null) {
        this.set.delete(name);
        if (name.includes('-')) style.removeProperty(name);
        else style[name] = '';
      }
    }
    for (const [name, value] of Object.entries(styles)) {
      if (value == null) continue;
      this.set.add(name);
      put(name, value);
    }
    return noChange;
  }
}
export const styleMap = directive(StyleMap);
