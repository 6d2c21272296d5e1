// What the tests have in every page: finding things as a person does, by role and name, through shadow roots.
(() => {
  const T = { long: [], csp: [], ran: 0, first: 0 };
  Object.defineProperty(window, '__t', { value: T });
  try {
    new PerformanceObserver((l) => { for (const e of l.getEntries()) T.long.push({ at: e.startTime, ms: e.duration }); }).observe({ type: 'longtask', buffered: true });
  } catch { /* not in every frame */ }
  document.addEventListener('securitypolicyviolation', (e) => T.csp.push(`${e.violatedDirective}: ${e.blockedURI}`));

  /** Every element, shadow roots included, in the order of the page. */
  T.all = function* all(root = document) {
    for (const el of root.children) {
      yield el;
      if (el.shadowRoot) yield* all(el.shadowRoot);
      yield* all(el);
    }
  };
  /** By selector; `a >> b` is b inside a's shadow, however deep. */
  T.$$ = (selector, root) => {
    const [first, ...rest] = selector.split(' >> ');
    const found = [...T.all(root)].filter((el) => el.matches(first));
    return rest.length ? found.flatMap((el) => (el.shadowRoot ? T.$$(rest.join(' >> '), el.shadowRoot) : [])) : found;
  };
  T.first$ = (selector, root) => T.$$(selector, root)[0] || null;

  T.role = (el) => {
    const r = el.getAttribute('role');
    if (r) return r;
    const tag = el.localName;
    if (tag === 'input') return { checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton', file: 'file' }[el.type] || 'textbox';
    if (/^h[1-6]$/.test(tag)) return 'heading';
    return { button: 'button', a: el.hasAttribute('href') ? 'link' : '', select: 'combobox', dialog: 'dialog', summary: 'summary', textarea: 'textbox' }[tag] || '';
  };
  const text = (el) => {
    let s = '';
    for (const n of el.childNodes) {
      if (n.nodeType === 3) s += n.data;
      else if (n.nodeType === 1 && n.getAttribute('aria-hidden') !== 'true' && n.localName !== 'svg') s += ` ${n.getAttribute('aria-label') || text(n)} `;
    }
    return s;
  };
  T.name = (el) => {
    let s = el.getAttribute('aria-label');
    const by = el.getAttribute('aria-labelledby');
    if (!s && by) s = by.split(/\s+/).map((id) => el.getRootNode().getElementById(id)).filter(Boolean).map(text).join(' ');
    if (!s && el.labels && el.labels.length) s = [...el.labels].map(text).join(' ');
    if (!s) s = text(el);
    return s.replace(/\s+/g, ' ').trim();
  };
  T.visible = (el) => {
    if (!el.checkVisibility({ visibilityProperty: true })) return false;
    const r = el.getBoundingClientRect();
    return r.width > 0 && r.height > 0;
  };
  /** Elements of a role whose name matches, that are there to be used. */
  T.find = (role, pattern) => {
    const re = new RegExp(pattern, 'u');
    return [...T.all()].filter((el) => T.role(el) === role && re.test(T.name(el)) && T.visible(el));
  };
  /** The element at a point, through shadow roots. */
  T.at = (x, y) => {
    let el = document.elementFromPoint(x, y);
    while (el && el.shadowRoot) {
      const inner = el.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === el) break;
      el = inner;
    }
    return el;
  };
  T.parent = (el) => el.assignedSlot || el.parentElement || (el.getRootNode() instanceof ShadowRoot ? el.getRootNode().host : null);
  T.within = (el, outer) => {
    for (let e = el; e; e = T.parent(e)) if (e === outer) return true;
    return false;
  };
  T.hits = (el, x, y) => {
    const at = T.at(x, y);
    // A click on a label is one on its field.
    return !!at && (T.within(at, el) || (el.labels && [...el.labels].some((l) => T.within(at, l))));
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const box = (el) => { const r = el.getBoundingClientRect(); return [r.left, r.top, r.width, r.height].map(Math.round).join(); };
  const say = (el) => (el ? `<${el.localName}${el.id ? ` id=${el.id}` : ''} class="${el.className?.baseVal ?? el.className}"> "${T.name(el).slice(0, 60)}"` : 'nothing');
  T.say = say;

  let landed = false;
  /** Whether the press that was aimed last has reached what it was meant for. */
  T.landed = async () => {
    for (let i = 0; i < 120 && !landed; i++) await new Promise((done) => setTimeout(done, 10));
    return landed;
  };
  /** Where to press: an element in view, at rest, with nothing over it. */
  T.aim = async (el) => {
    if (el.disabled) return { why: `${say(el)} is disabled` };
    el.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    let last = '';
    for (let i = 0; i < 60 && last !== (last = box(el)); i++) await frame();
    const r = el.getBoundingClientRect();
    for (const [fx, fy] of [[0.5, 0.5], [0.5, 0.25], [0.25, 0.5], [0.75, 0.75], [0.1, 0.5]]) {
      const x = Math.max(1, Math.min(innerWidth - 1, r.left + r.width * fx));
      const y = Math.max(1, Math.min(innerHeight - 1, r.top + r.height * fy));
      if (!T.hits(el, x, y)) continue;
      landed = false;
      el.addEventListener('click', () => { landed = true; }, { once: true, capture: true });
      return { x, y };
    }
    return { why: `${say(el)} at ${box(el)} is covered by ${say(T.at(r.left + r.width / 2, r.top + r.height / 2))}` };
  };
  T.target = async (role, pattern, nth) => {
    const found = T.find(role, pattern);
    if (!found.length) return { why: `no ${role} named ${pattern}` };
    let why = '';
    for (const el of nth === undefined ? found : [found.at(nth)].filter(Boolean)) {
      const a = await T.aim(el);
      if (!a.why) return a;
      why ||= a.why;
    }
    return { why };
  };

  T.focused = () => {
    let el = document.activeElement;
    while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
    return el === document.body ? null : el;
  };
  const number = new WeakMap();
  let count = 0;
  /** What a person sees of the focus. */
  T.focus = async () => {
    const now = T.look();
    if (!now || now.free) return now;
    for (let i = 0; i < 3; i++) await frame(); // it may be scrolling into view
    return T.look();
  };
  T.look = () => {
    const el = T.focused();
    if (!el) return null;
    if (!number.has(el)) number.set(el, ++count);
    const ring = (e) => [null, '::before', '::after'].some((part) => {
      const s = getComputedStyle(e, part);
      return (!part || s.content !== 'none') && ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.outlineStyle === 'auto');
    });
    let seen = ring(el);
    let e = el;
    for (let i = 0; i < 3 && !seen; i++) {
      e = T.parent(e);
      if (!e) break;
      seen = ring(e) || (e.matches(':focus-within') && getComputedStyle(e).boxShadow.includes('inset'));
    }
    const r = el.getBoundingClientRect();
    let free = false;
    for (let i = 1; i < 8 && !free; i++) {
      for (let j = 1; j < 8 && !free; j++) {
        const x = r.left + (r.width * i) / 8;
        const y = r.top + (r.height * j) / 8;
        if (x >= 0 && y >= 0 && x < innerWidth && y < innerHeight) free = T.hits(el, x, y);
      }
    }
    return { id: number.get(el), role: T.role(el), name: T.name(el).slice(0, 120), seen, free, at: box(el), what: say(el) };
  };
  T.isFocused = (role, pattern) => {
    const el = T.focused();
    return !!el && T.role(el) === role && new RegExp(pattern, 'u').test(T.name(el));
  };

  /** A module of the page itself, not a copy. */
  T.module = (path) => import(new URL(path, document.querySelector('script[type="module"]').src));
  T.store = async () => (await T.module('store.js')).store;
  T.engine = async () => (await T.module('engine.js')).engine;
  T.design = async () => (await T.store()).design;

  const hex = (b) => [...new Uint8Array(b)].map((x) => x.toString(16).padStart(2, '0')).join('');
  T.sha = async (bytes) => hex(await crypto.subtle.digest('SHA-256', bytes));

  /** Drops a file on the page, from base64. */
  T.drop = (name, type, base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type }));
    for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));
  };
  /** What is said to her: toasts, alerts, live regions. */
  T.said = () => T.$$('.one p, [role="alert"], [role="status"]').map(T.name).filter(Boolean);

  const look = () => {
    if (T.first) return;
    const cloth = document.querySelector('main > *')?.shadowRoot?.querySelectorAll('jg-cloth') || [];
    for (const c of cloth) if (c.drawn) { T.first = performance.now(); return; }
    requestAnimationFrame(look);
  };
  if (window === top) requestAnimationFrame(look);
})();
