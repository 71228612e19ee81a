/**
 * Writes `dist/program/`: the command and its threads with all that they need, each in few files. To find and open three
 * hundred small ones took a third of a cold start.
 */
import { chmod, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { noticesOf } from './notices.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = `${ROOT}dist/program`;

const bundle = await rolldown({
  cwd: ROOT,
  input: {
    bin: 'src/cli/bin.ts',
    worker: 'src/lanes/worker.ts',
    reader: 'src/ledger/sqlite/reader.ts',
    'positions-thread': 'src/cli/positions-thread.ts',
  },
  platform: 'node',
  // Its module for Node wraps `require`, through which no bundler sees; the other one is the same in modules.
  resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
});
const { output } = await bundle.write({ dir: PROGRAM, format: 'esm', cleanDir: true });
await bundle.close();
await chmod(`${PROGRAM}/bin.js`, 0o755);

const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
await writeFile(`${PROGRAM}/third-party.txt`, await noticesOf(modules));
