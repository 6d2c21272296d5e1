// One instance of the engine. The page sends the compiled module, then calls; see engine.js.
'use strict';

importScripts('wasm_exec.js');

let memory = null;
let running = null; // what comes before the program runs waits for it

function tell(message, transfer) {
  self.postMessage(message, transfer || []);
}

function start(module) {
  const began = performance.now();
  const go = new Go();
  running = new Promise((resolve) => {
    self.jagadReady = () => {
      tell({ type: 'ready', ms: performance.now() - began });
      resolve();
    };
  });
  WebAssembly.instantiate(module, go.importObject)
    .then((instance) => {
      memory = instance.exports.mem;
      return go.run(instance);
    })
    // The program never ends of itself: a panic that nobody could recover did it.
    .then(() => tell({ type: 'dead', reason: 'the engine ended' }),
      (err) => tell({ type: 'dead', reason: String((err && err.message) || err) }));
}

async function call({ id, op, json, file, stream }) {
  try {
    await running;
    let bytes;
    if (file instanceof Blob) bytes = new Uint8Array(await file.arrayBuffer());
    else if (file) bytes = new Uint8Array(file);
    const onPiece = stream && ((piece, done, written) => {
      tell({ type: 'piece', id, blob: piece.buffer, done, bytes: written }, [piece.buffer]);
    });
    const answer = self.jagadCall(op, json, bytes, onPiece);
    // A Go program that has ended answers undefined and throws nothing.
    if (!answer) {
      tell({ type: 'dead', reason: 'the engine gave no answer' });
      return;
    }
    const blob = answer.blob ? answer.blob.buffer : null;
    tell({ type: 'answer', id, json: answer.json, blob, memory: memory.buffer.byteLength }, blob ? [blob] : []);
  } catch (err) {
    tell({ type: 'dead', reason: String((err && err.message) || err) });
  }
}

self.onmessage = ({ data }) => {
  if (data.type === 'start') start(data.module);
  else if (data.type === 'call') call(data);
};
