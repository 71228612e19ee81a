import { reading } from './read.ts';

/** Three paragraphs that are nobody's report but a test's. */
export const FILLER = [1, 2, 3]
  .map(
    (one) =>
      `<p>The harbour authority will answer letter ${one} before the end of the year, Mayor Mina Pell said.</p>`,
  )
  .join('');

/** A page with something among such paragraphs. */
export const pageWith = (body: string): string =>
  `<!doctype html><html lang="en"><body><main><h1>Bridge</h1><article>${FILLER}${body}${FILLER.replaceAll('letter', 'note')}</article></main></body></html>`;

/** What the blocks of a page's report say. */
export function wordsOf(html: string): string[] {
  const { text, blocks } = reading(html).report;
  return blocks.map(({ start, end }) => text.slice(start, end));
}
