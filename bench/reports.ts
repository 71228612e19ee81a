import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RawPage } from '../src/record/index.ts';
import { pageOf } from '../test/reports.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/reports', import.meta.url));
export const EXAMPLE = join(EXAMPLES, '01-talks-announced.txt');
export const WORDS = 700;

/** Reports of so many words, about, from the examples' paragraphs, each in another order, so that no two are the same. */
export async function makePages(count: number, length = WORDS): Promise<RawPage[]> {
  const names = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.txt')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(EXAMPLES, name), 'utf8')));
  const paragraphs = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  return Array.from({ length: count }, (_, number) => {
    const lines: string[] = [`Report number ${number}`];
    for (let words = 0, at = number * 7; words < length; at += 3) {
      const line = paragraphs[at % paragraphs.length] ?? '';
      lines.push(line);
      words += line.split(/\s+/).length;
    }
    return pageOf(lines.join('\n'), { path: `${number}.txt` });
  });
}
