import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const LIBRARY_PAGE = new URL('../../docs/guide/library.md', import.meta.url);
/** An example, and the block of what it prints, where one follows. */
const EXAMPLE = /^```ts\n([\s\S]*?)^```$(?:\n\n```text\n([\s\S]*?)^```$)?/gm;
const MOST_SECONDS = 60;

export const libraryPage = (): Promise<string> => readFile(LIBRARY_PAGE, 'utf8');

/** The examples of a page as they are written. */
export const examplesIn = (page: string): string[] =>
  [...page.matchAll(EXAMPLE)].map(([, code = '']) => code);

/** A folder that has Onrecord installed, as that of somebody's own program; removed behind the work. */
export async function withInstalled<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-library-'));
  try {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
    await mkdir(join(folder, 'node_modules'));
    await symlink(ROOT, join(folder, 'node_modules/onrecord'));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The page with what its examples print now, one after the other in one folder, as the linear tagger has it. An example
 * without a block of what it prints is run too, and has to end well.
 */
export async function printed(page: string): Promise<string> {
  return await withInstalled(async (folder) => {
    let whole = '';
    let end = 0;
    for (const [nth, match] of [...page.matchAll(EXAMPLE)].entries()) {
      const [, code = '', told] = match;
      const file = join(folder, `example-${nth + 1}.ts`);
      await writeFile(file, code);
      const output = await outputOf(file, folder);
      whole += `${page.slice(end, match.index)}\`\`\`ts\n${code}\`\`\``;
      if (told !== undefined) whole += `\n\n\`\`\`text\n${output}\`\`\``;
      end = match.index + match[0].length;
    }
    return whole + page.slice(end);
  });
}

/** What an example prints. @throws Error where it ends otherwise than well, or complains. */
async function outputOf(file: string, cwd: string): Promise<string> {
  const child = spawn(process.execPath, [file], {
    cwd,
    env: { HOME: cwd, LC_ALL: 'C.UTF-8', ONRECORD_TAGGER: 'linear' },
    timeout: MOST_SECONDS * 1000,
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const status = await new Promise<number | null>((done) => child.on('close', done));
  if (status === 0 && err === '') return out;
  throw new Error(`expected an example that ends well, found status ${status}: ${err}`);
}
