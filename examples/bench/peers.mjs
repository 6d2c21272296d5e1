// Draws an svg of ours by a renderer of npm: DIR KIND IN WIDTH HEIGHT OUT, where
// node_modules is in DIR. Prints the CPU seconds that drawing took; of resvg-wasm the
// milliseconds that the median took, OUT being how often it draws.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { draw, median, read } from "./flat.mjs";

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
} else if (kind === "resvg-wasm") {
  const { Resvg, initWasm } = load("@resvg/resvg-wasm");
  await initWasm(readFileSync(resolve(dir, "node_modules/@resvg/resvg-wasm/index_bg.wasm")));
  const r = new Resvg(readFileSync(input, "utf8"), { fitTo: { mode: "width", value: +width } });
  console.log("median", median(+out, () => r.render().free()));
} else {
  const { createCanvas, Path2D } = load("@napi-rs/canvas");
  const all = read(readFileSync(input, "utf8"), Path2D);
  const start = spent();
  const canvas = createCanvas(+width, +height);
  draw(canvas.getContext("2d"), all, +width, +height);
  console.log("draw", spent() - start);
  writeFileSync(out, canvas.toBuffer("image/png"));
}
