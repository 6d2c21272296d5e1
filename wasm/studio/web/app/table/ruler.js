// Rulers in millimetres along the top and the left edge of the cloth's view.

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const APART = 58; // least CSS px between two figures

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {boolean} upright
 * @param {import('./camera.js').Camera} camera
 * @param {number} thick CSS px
 * @param {{paper: string, ink: string, mark: string, font: string, text: (mm: number) => string, end: number, pointer: number | null}} look
 */
export function drawRuler(ctx, upright, camera, thick, look) {
  const { dpr, scale } = camera;
  const length = upright ? camera.vh : camera.vw;
  const c = ctx.canvas;
  const w = upright ? Math.round(thick * dpr) : length;
  const h = upright ? length : Math.round(thick * dpr);
  if (c.width !== w) c.width = w;
  if (c.height !== h) c.height = h;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, w, h);
  ctx.fillStyle = look.paper;
  ctx.fillRect(0, 0, w, h);
  const from = upright ? camera.y : camera.x;
  const step = STEPS.find((s) => s * scale >= APART * dpr) || STEPS.at(-1);
  const small = step >= 5 && String(step)[0] !== '2' ? step / 5 : step / 4;
  ctx.strokeStyle = look.ink;
  ctx.fillStyle = look.ink;
  ctx.lineWidth = Math.max(1, Math.round(dpr));
  ctx.font = `${11 * dpr}px ${look.font}`;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.direction = 'ltr';
  ctx.beginPath();
  const first = Math.max(0, Math.floor(from / small));
  const to = Math.min(look.end, from + length / scale);
  for (let i = first; i * small <= to + 1e-9; i++) {
    const mm = i * small;
    const p = Math.round((mm - from) * scale) + 0.5;
    const big = Math.abs(mm / step - Math.round(mm / step)) < 1e-6;
    const l = (big ? thick : thick * 0.28) * dpr;
    if (upright) {
      ctx.moveTo(w - l, p);
      ctx.lineTo(w, p);
    } else {
      ctx.moveTo(p, h - l);
      ctx.lineTo(p, h);
    }
    if (!big) continue;
    if (upright) {
      ctx.save();
      ctx.translate(3 * dpr, p - 3 * dpr);
      ctx.rotate(-Math.PI / 2);
      ctx.fillText(look.text(mm), 0, 0);
      ctx.restore();
    } else ctx.fillText(look.text(mm), p + 3 * dpr, 3 * dpr);
  }
  ctx.globalAlpha = 0.55;
  ctx.stroke();
  ctx.globalAlpha = 1;
  if (look.pointer != null) {
    ctx.fillStyle = look.mark;
    if (upright) ctx.fillRect(0, Math.round(look.pointer), w, Math.max(1, Math.round(dpr)));
    else ctx.fillRect(Math.round(look.pointer), 0, Math.max(1, Math.round(dpr)), h);
  }
}
