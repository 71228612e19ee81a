import type { Runtime } from '../../src/analyse/index.ts';
import { readFile } from './files.ts';

const FOLDER = new URL('runtime/', import.meta.url);

let runtime: Runtime | null = null;

/** Fetches the runtime of the encoder, in WebAssembly and in one thread; `createRequire` gives it then. */
export async function loadRuntime(): Promise<void> {
  if (runtime !== null) return;
  const wasm = await readFile(new URL('ort-wasm-simd-threaded.wasm', FOLDER));
  const opened = await import(new URL('ort.wasm.min.mjs', FOLDER).href);
  opened.env.wasm.numThreads = 1;
  opened.env.wasm.wasmBinary = wasm;
  runtime = opened;
}

/** Node's `createRequire`, as far as it is used: whoever asks for the runtime has the one that was fetched. */
export const createRequire = () => () => {
  if (runtime === null) throw new Error('it was not fetched');
  return runtime;
};
