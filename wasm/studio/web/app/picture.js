// Pictures that come in are read by the browser, which knows more kinds of them than the engine; the engine gets a few
// pixels. A file of a kilobyte may declare a picture of gigabytes, so what it declares is looked at first.
import { engine, EngineError } from './engine.js';

const FILE = 64 * 1024 * 1024; // bytes
const SIDE = 30000; // px
const PIXELS = 100e6;
const ENOUGH = 512; // px of a side that the engine needs

const error = (kind, reason) => new EngineError({ kind, path: 'file', message: `file: ${reason}` });

/**
 * What size the head of a file declares, or null if that cannot be told.
 * @param {Uint8Array} b
 * @returns {[number, number] | null}
 */
export function declared(b) {
  const v = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const is = (at, text) => [...text].every((c, i) => b[at + i] === c.charCodeAt(0));
  try {
    if (is(1, 'PNG')) return [v.getUint32(16), v.getUint32(20)];
    if (is(0, 'GIF8')) return [v.getUint16(6, true), v.getUint16(8, true)];
    if (is(0, 'BM')) return [Math.abs(v.getInt32(18, true)), Math.abs(v.getInt32(22, true))];
    if (is(0, 'RIFF') && is(8, 'WEBP')) {
      if (is(12, 'VP8X')) return [1 + (v.getUint32(24, true) & 0xffffff), 1 + (v.getUint32(27, true) & 0xffffff)];
      if (is(12, 'VP8L')) { const x = v.getUint32(21, true); return [1 + (x & 0x3fff), 1 + ((x >> 14) & 0x3fff)]; }
      return [v.getUint16(26, true) & 0x3fff, v.getUint16(28, true) & 0x3fff];
    }
    if (b[0] === 0xff && b[1] === 0xd8) {
      for (let at = 2; at < b.length - 8;) {
        if (b[at] !== 0xff) return null;
        const m = b[at + 1];
        if (m >= 0xc0 && m <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(m)) return [v.getUint16(at + 7), v.getUint16(at + 5)];
        at += m === 0xff ? 1 : 2 + v.getUint16(at + 2);
      }
    }
  } catch { /* cut short: what decodes it will say so */ }
  return null;
}

/** Whether a file looks like a photo: by its first bytes where they are known, for a name is easily given. @param {Blob} file */
export async function isPicture(file) {
  if (/^image\/(png|jpeg|gif|bmp|webp)$/.test(file.type)) return !!declared(new Uint8Array(await file.slice(0, 1 << 20).arrayBuffer()));
  return file.type.startsWith('image/') && file.type !== 'image/svg+xml';
}

/**
 * The colours of a photo. Rejects with an EngineError, as the engine does.
 * @param {Blob} file
 * @param {{n: number, market?: string}} request
 */
export async function colours(file, request) {
  if (file.size > FILE) throw error('too-large', `is ${file.size} bytes long; the limit is ${FILE}`);
  const size = declared(new Uint8Array(await file.slice(0, 1 << 20).arrayBuffer()));
  if (size && (size[0] > SIDE || size[1] > SIDE || size[0] * size[1] > PIXELS)) throw error('too-large', `${size[0]} × ${size[1]} px are too many`);
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw error('bad-input', 'is no picture that this browser reads');
  }
  const k = Math.min(1, ENOUGH / Math.max(bitmap.width, bitmap.height));
  const w = Math.max(1, Math.round(bitmap.width * k));
  const h = Math.max(1, Math.round(bitmap.height * k));
  const ctx = new OffscreenCanvas(w, h).getContext('2d', { willReadFrequently: true });
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(bitmap, 0, 0, w, h);
  bitmap.close();
  const { data } = ctx.getImageData(0, 0, w, h);
  return engine.call('photo', { ...request, w, h }, { file: data, priority: 'now' });
}
