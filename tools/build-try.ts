/**
 * Builds the page that reads a report in its visitor's own browser: `npm run build:try`, into dist-try/. Any server of files
 * can give it, from any path: all its addresses are relative.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync, zstdDecompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { encoderFiles } from '../src/load/encoder.ts';
import { deedWeights } from '../src/load/index.ts';
import { linearFiles } from '../src/load/model.ts';
import { STYLES } from '../src/serve/styles.ts';
import { noticesOf } from './notices.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LANGUAGE = 'en';
const RUNTIME = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];
/** What stands in a browser for what the loaders of words and models take from Node. */
const IN_PLACE: Readonly<Record<string, string>> = {
  'node:fs/promises': 'files',
  'node:crypto': 'hash',
  'node:zlib': 'unpack',
  'node:util': 'unpack',
  'node:module': 'runtime',
  '../home.ts': 'home',
};

/** Builds the page in a folder, which is made anew. */
export async function buildTry(out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const modules = await writeScripts(out);
  const sizes = await writeData(out);
  await writeLook(out);
  const markup = await readFile(`${ROOT}try/index.html`, 'utf8');
  const figures = new Map(
    Object.entries(sizes).flatMap(([name, bytes]) => [
      [`{{${name}.bytes}}`, `${bytes}`],
      [`{{${name}.size}}`, `${Math.round(bytes / 1_000_000)}`],
    ]),
  );
  await writeFile(
    `${out}/index.html`,
    markup.replaceAll(/\{\{[\w.]+\}\}/g, (name) => figures.get(name) ?? name),
  );
  await writeFile(`${out}/third-party.txt`, await noticesOf(modules, FURTHER));
}

const FURTHER = ['onnxruntime-web', '@fontsource-variable/inter', '@fontsource-variable/source-serif-4'].map(
  (name) => `${ROOT}node_modules/${name}`,
);

/** The page's script and the worker's; gives the modules that are in them. */
async function writeScripts(out: string): Promise<string[]> {
  const bundle = await rolldown({
    cwd: ROOT,
    input: { page: 'try/page.ts', worker: 'try/worker.ts' },
    platform: 'browser',
    plugins: [
      {
        name: 'in place of Node',
        resolveId: (id) => {
          const own = IN_PLACE[id];
          return own === undefined ? null : `${ROOT}try/node/${own}.ts`;
        },
      },
    ],
  });
  const { output } = await bundle.write({ dir: out, format: 'esm', minify: true });
  await bundle.close();
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

/** Words, models and the runtime; gives how many bytes each tagger takes. */
async function writeData(out: string): Promise<{ linear: number; encoder: number }> {
  const folder = `lexicons/${LANGUAGE}/`;
  const lexicons = (await readdir(`${ROOT}${folder}`))
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => folder + name);
  const model = (path: string) => [`models/${path}`, `models/${path}.sha256`];
  const words = [...lexicons, ...model(deedWeights(LANGUAGE))];
  const [linear, encoder] = [linearFiles(LANGUAGE).flatMap(model), encoderFiles(LANGUAGE).flatMap(model)];
  const sizes = new Map<string, number>();
  for (const path of [...words, ...linear, ...encoder]) sizes.set(path, await writeDatum(out, path));
  await writeFile(`${out}/data/files.json`, JSON.stringify(lexicons));
  await mkdir(`${out}/runtime`);
  for (const name of RUNTIME) {
    await cp(`${ROOT}node_modules/onnxruntime-web/dist/${name}`, `${out}/runtime/${name}`);
    if (name.endsWith('.wasm')) sizes.set(name, (await readFile(`${out}/runtime/${name}`)).length);
  }
  const sum = (paths: readonly string[]) => paths.reduce((all, path) => all + (sizes.get(path) ?? 0), 0);
  const wasm = RUNTIME.filter((name) => name.endsWith('.wasm'));
  return { linear: sum([...words, ...linear]), encoder: sum([...words, ...encoder, ...wasm]) };
}

/** A file of words or of a model under `data/`; what is packed in Zstandard, which browsers do not have, is packed in gzip. */
async function writeDatum(out: string, path: string): Promise<number> {
  const isSum = path.endsWith('.sha256');
  const source = isSum ? path.slice(0, -'.sha256'.length) : path;
  const bytes = await readFile(ROOT + source);
  const packed = source.endsWith('.zst') ? gzipSync(zstdDecompressSync(bytes)) : bytes;
  const written = isSum
    ? Buffer.from(`${createHash('sha256').update(packed).digest('hex')}  ${source.split('/').at(-1)}\n`)
    : packed;
  await mkdir(dirname(`${out}/data/${path}`), { recursive: true });
  await writeFile(`${out}/data/${path}`, written);
  return written.length;
}

/** The style of the ledger's pages with the page's own, the fonts, the icon and the samples. */
async function writeLook(out: string): Promise<void> {
  const own = `${ROOT}src/serve/assets`;
  const sheets = [...STYLES.map((part) => `${own}/style/${part}.css`), `${ROOT}try/try.css`];
  const styles = await Promise.all(sheets.map((path) => readFile(path, 'utf8')));
  await writeFile(`${out}/style.css`, styles.join('\n'));
  await cp(`${own}/icon.svg`, `${out}/icon.svg`);
  await cp(`${ROOT}try/samples`, `${out}/samples`, { recursive: true });
  for (const font of ['inter', 'source-serif-4']) {
    const from = `${ROOT}node_modules/@fontsource-variable/${font}`;
    const sheet = await readFile(`${from}/index.css`, 'utf8');
    await mkdir(`${out}/fonts/${font}/files`, { recursive: true });
    await writeFile(`${out}/fonts/${font}/index.css`, sheet);
    for (const [, file] of sheet.matchAll(/\.\/files\/([\w.-]+)/g))
      await cp(`${from}/files/${file}`, `${out}/fonts/${font}/files/${file}`);
  }
}

if (import.meta.main) {
  await buildTry(`${ROOT}dist-try`);
  console.log('dist-try/: give it with any server of files, such as python3 -m http.server -d dist-try');
}
