import { readFile } from 'node:fs/promises';

/** The rows of a lexicon file, without its header. */
export async function readTable(url: URL): Promise<string[][]> {
  const lines = (await readFile(url, 'utf8')).split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}

/** The rows of a lexicon file of two columns, for long ones: no row becomes an array of its own. */
export async function readPairs(url: URL): Promise<Map<string, string>> {
  const text = await readFile(url, 'utf8');
  const pairs = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const tab = text.indexOf('\t', at);
    if (text.charAt(at) !== '#' && tab > at && tab < end)
      pairs.set(text.slice(at, tab), text.slice(tab + 1, end));
    at = end + 1;
  }
  return pairs;
}
