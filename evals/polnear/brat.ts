import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Range } from '../../src/text/index.ts';
import { utf16ByCodePoint } from '../../src/text/index.ts';

/** An attribution by its three roles, each in one or several pieces (UTF-16 offsets). */
export interface Roles {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** An article of PolNeAR with the attributions of each of its annotators, in the order of their files' names. */
export interface Article {
  readonly name: string;
  readonly text: string;
  readonly annotators: readonly (readonly Roles[])[];
}

/** The articles of `DIR/polnear/SPLIT`: `text/NAME.txt` and `attributions/NAME_XXXX.ann` in brat's standoff form. */
export async function readPolnear(data: string, split: string): Promise<Article[]> {
  const folder = join(data, 'polnear', split);
  const files = (await readdir(join(folder, 'attributions'))).toSorted();
  const texts = (await readdir(join(folder, 'text'))).toSorted();
  return await Promise.all(
    texts.map(async (file) => {
      const name = file.replace(/\.txt$/, '');
      const text = await readFile(join(folder, 'text', file), 'utf8');
      const offsets = utf16ByCodePoint(text);
      const own = files.filter((other) => other.replace(/_[0-9a-z]{4}\.ann$/, '') === name);
      const annotators = await Promise.all(
        own.map(async (ann) => parse(await readFile(join(folder, 'attributions', ann), 'utf8'), offsets)),
      );
      return { name, text, annotators };
    }),
  );
}

const ROLE = { Source: 'source', Cue: 'cue', Content: 'content' } as const;

/** brat: `T` lines hold ranges in code points, `E` lines join them; lines of any other form are passed over. */
function parse(standoff: string, offsets: Uint32Array): Roles[] {
  const ranges = new Map<string, Range[]>();
  const lines = standoff.split('\n');
  for (const line of lines) {
    const [, id, places] = /^(T\d+)\t\S+ ([\d; ]+)/.exec(line) ?? [];
    if (id !== undefined && places !== undefined)
      ranges.set(
        id,
        places.split(';').map((place) => toRange(place, offsets)),
      );
  }
  return lines.flatMap((line) => {
    const [, members] = /^E\d+\t(.+)/.exec(line) ?? [];
    if (members === undefined) return [];
    const roles: Record<keyof Roles, Range[]> = { source: [], cue: [], content: [] };
    for (const [, role, id] of members.matchAll(/\b(Source|Cue|Content)\d*:(T\d+)/g))
      roles[ROLE[role as keyof typeof ROLE]].push(...(ranges.get(id ?? '') ?? []));
    return [roles];
  });
}

function toRange(place: string, offsets: Uint32Array): Range {
  const [start = 0, end = 0] = place.trim().split(' ').map(Number);
  return { start: offsets[start] ?? 0, end: offsets[end] ?? 0 };
}
