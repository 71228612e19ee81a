import type { Phrases } from '../text/index.ts';
import { readTable } from './table.ts';

/** Reads closed lists of phrases, each list under its name; a file with a list that nobody asks for, or without one, is refused. */
export async function loadPhrases<List extends string>(
  url: URL,
  lists: readonly List[],
): Promise<Phrases<List>> {
  const rows = (await readTable(url)).map(([phrase = '', names = '']) => ({
    phrase,
    names: names.split(' '),
  }));
  const found = new Set(rows.flatMap(({ names }) => names));
  const odd = found.symmetricDifference(new Set<string>(lists));
  if (odd.size > 0)
    throw new Error(`${url.pathname}: expected the lists of its rules, differs in ${[...odd].join(', ')}`);
  const listed = (list: string) =>
    rows.flatMap(({ phrase, names }) => (names.includes(list) ? [phrase] : []));
  return Object.fromEntries(lists.map((list) => [list, listed(list)])) as unknown as Phrases<List>;
}
