import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync } from 'rolldown/utils';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** A regular expression of the source, and the file that it stands in. */
export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** All patterns in the files of some folders of `src`: those that are written down, and those that a module makes when it is loaded. */
export async function patternsIn(folders: readonly string[]): Promise<Pattern[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.(?:test|cases|contract)\.ts$/.test(path))
      .map((path) => join(SRC, folder, path)),
  );
  const written = files.flatMap(literalsIn);
  const made = await constructedBy(files);
  return [...new Map([...written, ...made].map((one) => [`${one.source}/${one.flags}`, one])).values()];
}

function literalsIn(path: string): Pattern[] {
  const found: Pattern[] = [];
  const { program } = parseSync(path, readFileSync(path, 'utf8'));
  JSON.stringify(program, (_, node: unknown) => {
    if (typeof node === 'bigint') return 0;
    const { regex } = (node ?? {}) as { regex?: { pattern: string; flags: string } };
    if (regex !== undefined)
      found.push({ file: relative(SRC, path), source: regex.pattern, flags: regex.flags });
    return node;
  });
  return found;
}

/** What `new RegExp` is asked for while the files are loaded, which must not have been loaded before. */
async function constructedBy(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, given: ConstructorParameters<RegExpConstructor>) {
      const made = new target(...given);
      const frames = new Error().stack?.split('\n') ?? [];
      const from = frames.flatMap((frame) => files.find((path) => frame.includes(path)) ?? [])[0];
      if (from !== undefined)
        found.push({ file: relative(SRC, from), source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    // What a thread begins with does its work as soon as it is loaded.
    for (const path of files)
      if (!readFileSync(path, 'utf8').includes('workerData')) await import(pathToFileURL(path).href);
  } finally {
    globalThis.RegExp = own;
  }
  return found;
}
