/**
 * Writes `dist/program/`: the command and its threads with all that they need, each in few files. To find and open three
 * hundred small ones took a third of a cold start.
 */
import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

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
const packages = new Set(modules.map(packageOf).filter((folder) => folder !== undefined));
const notices = await Promise.all([...packages].toSorted().map(noticeOf));
await writeFile(`${PROGRAM}/third-party.txt`, notices.join(`\n${'-'.repeat(80)}\n\n`));

/** The folder of the package that a module is of, or undefined for the project's own. */
function packageOf(id: string): string | undefined {
  const folders = [...id.matchAll(/\/node_modules\/(?:@[^/]+\/)?[^/]+/g)].map(({ index, 0: { length } }) =>
    id.slice(0, index + length),
  );
  return folders.findLast((folder) => existsSync(`${folder}/package.json`));
}

/** What a package wants to be told of it wherever it goes: its name, and its licence in its own words where it brings them. */
async function noticeOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)\b/i.test(file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  return `${name} ${version}, ${license}\n\n${texts.join('\n')}`;
}
