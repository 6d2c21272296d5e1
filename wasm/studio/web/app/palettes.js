// Palettes as files for other tools.

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const clean = (s) => String(s || '').replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();

/** GIMP, Inkscape, Krita. */
export function gpl(design) {
  const rows = design.inks.map((i) => `${rgb(i.color).map((v) => String(v).padStart(3)).join(' ')}\t${clean(i.name) || i.color}`);
  return new Blob([`GIMP Palette\nName: ${clean(design.scheme || design.title)}\nColumns: ${design.inks.length}\n#\n${rows.join('\n')}\n`], { type: 'text/plain' });
}

/** Custom properties for a web page. */
export function cssFile(design) {
  const used = new Set();
  const rows = design.inks.map((i, k) => {
    let id = clean(i.name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || `ink-${k + 1}`;
    if (used.has(id)) id += `-${k + 1}`;
    used.add(id);
    return `  --${id}: ${i.color}; /* ${i.role || ''} */`;
  });
  return new Blob([`:root {\n${rows.join('\n')}\n}\n`], { type: 'text/css' });
}

/** Adobe Swatch Exchange: Illustrator, Photoshop, Affinity. */
export function ase(design) {
  const blocks = design.inks.map((i) => {
    const name = `${clean(i.name) || i.color}\0`;
    const length = 2 + name.length * 2 + 4 + 12 + 2;
    const v = new DataView(new ArrayBuffer(6 + length));
    v.setUint16(0, 1); // a colour
    v.setUint32(2, length);
    v.setUint16(6, name.length);
    let p = 8;
    for (let k = 0; k < name.length; k++, p += 2) v.setUint16(p, name.charCodeAt(k));
    for (const ch of 'RGB ') v.setUint8(p++, ch.charCodeAt(0));
    for (const c of rgb(i.color)) {
      v.setFloat32(p, c / 255);
      p += 4;
    }
    v.setUint16(p, 2); // a normal one, neither global nor spot
    return v.buffer;
  });
  const head = new DataView(new ArrayBuffer(12));
  [...'ASEF'].forEach((ch, k) => head.setUint8(k, ch.charCodeAt(0)));
  head.setUint16(4, 1);
  head.setUint32(8, blocks.length);
  return new Blob([head.buffer, ...blocks], { type: 'application/octet-stream' });
}
