// Reads the elements that a flat svg of ours has, in order, and draws them on a
// canvas, by whoever's Path2D it is.
export function read(text, Path2D) {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text);
  const attr = (s, n) => new RegExp(` ${n}="([^"]*)"`).exec(s)?.[1];
  const clips = {}, work = [];
  let clip = "", style = [{}];
  for (const [tag] of text.slice(text.indexOf("</desc>")).matchAll(/<\/?(?:g|rect|path|clipPath)\b[^>]*>/g)) {
    if (tag.startsWith("</g")) { style.pop(); work.push(["restore"]); continue; }
    if (tag.startsWith("</clip")) { clip = ""; continue; }
    if (tag.startsWith("</")) continue;
    const fill = attr(tag, "fill"), stroke = attr(tag, "stroke"), box = ["x", "y", "width", "height"].map((n) => +attr(tag, n));
    const s = { ...style.at(-1), ...(fill && { fill }), ...(stroke && { stroke, pen: +attr(tag, "stroke-width") }) };
    if (fill && fill !== "none") s.stroke = undefined;
    if (tag.startsWith("<clip")) clip = attr(tag, "id");
    else if (tag.startsWith("<rect")) { if (clip) clips[clip] = box; else work.push(["rect", s, box]); }
    else if (tag.startsWith("<path")) work.push(["path", s, new Path2D(attr(tag, "d"))]);
    else { style.push(s); work.push(["save", clips[attr(tag, "clip-path")?.slice(5, -1)]]); }
  }
  return { width: +size[1], height: +size[2], work };
}

export function draw(c, { width, height, work }, w, h) {
  c.save();
  c.scale(w / width, h / height);
  c.lineCap = c.lineJoin = "round";
  for (const [what, s, v] of work) {
    if (what === "save") { c.save(); if (s) { c.beginPath(); c.rect(...s); c.clip(); } }
    else if (what === "restore") c.restore();
    else if (what === "rect") { c.fillStyle = s.fill; c.fillRect(...v); }
    else if (s.stroke) { c.strokeStyle = s.stroke; c.lineWidth = s.pen; c.stroke(v); }
    else { c.fillStyle = s.fill; c.fill(v); }
  }
  c.restore();
  c.getImageData(0, 0, 1, 1); // drawing may be put off until pixels are asked for
}

export function median(times, f) {
  const took = [];
  for (let i = 0; i < times; i++) { const start = performance.now(); f(); took.push(performance.now() - start); }
  return took.sort((a, b) => a - b)[times >> 1];
}
