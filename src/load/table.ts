import { readFile } from 'node:fs/promises';

/** The rows of a lexicon file, without its header. */
export async function readTable(url: URL): Promise<string[][]> {
  const lines = (await readFile(url, 'utf8')).split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}
