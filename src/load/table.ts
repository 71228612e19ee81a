import { readFile } from 'node:fs/promises';

/** The rows of a lexicon file, without its header. */
export async function readTable(url: URL): Promise<string[][]> {
  return rowsOf(await readFile(url, 'utf8'));
}

/** The rows of a table's text, without its header. */
export function rowsOf(text: string): string[][] {
  const lines = text.split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}

/** The text of a lexicon file behind its header: for long ones, whose rows are looked up and not read. */
export async function readLines(url: URL): Promise<string> {
  const text = await readFile(url, 'utf8');
  const header = /^(?:#[^\n]*\n)*/.exec(text)?.[0].length ?? 0;
  return text.slice(header);
}
