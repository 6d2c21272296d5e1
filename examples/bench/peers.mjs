// Draws an svg of ours by a renderer of npm: DIR KIND IN WIDTH HEIGHT OUT, where
// node_modules is in DIR. Prints the CPU seconds that drawing took.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const [dir, kind, input, width, height, out] = process.argv.slice(2);
const load = createRequire(resolve(dir, "package.json"));
const spent = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6; };

if (kind === "version") {
  console.log(JSON.parse(readFileSync(resolve(dir, "node_modules", input, "package.json"))).version);
} else if (kind === "resvg") {
  const { Resvg } = load("@resvg/resvg-js");
  const r = new Resvg(readFileSync(input, "utf8"), { font: { loadSystemFonts: false } });
  const start = spent();
  const m = r.render();
  console.log("draw", spent() - start);
  writeFileSync(out, m.asPng());
} else {
  const { createCanvas, Path2D } = load("@napi-rs/canvas");
  const text = readFileSync(input, "utf8");
  // The elements that a flat svg of ours has, in order.
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
  const start = spent();
  const canvas = createCanvas(+width, +height), c = canvas.getContext("2d");
  c.scale(width / size[1], height / size[2]);
  c.lineCap = c.lineJoin = "round";
  for (const [what, s, v] of work) {
    if (what === "save") { c.save(); if (s) { c.beginPath(); c.rect(...s); c.clip(); } }
    else if (what === "restore") c.restore();
    else if (what === "rect") { c.fillStyle = s.fill; c.fillRect(...v); }
    else if (s.stroke) { c.strokeStyle = s.stroke; c.lineWidth = s.pen; c.stroke(v); }
    else { c.fillStyle = s.fill; c.fill(v); }
  }
  c.getImageData(0, 0, 1, 1); // Skia may put drawing off until pixels are asked for
  console.log("draw", spent() - start);
  writeFileSync(out, canvas.toBuffer("image/png"));
}
