// A draft's words as they are painted behind the field in which they are written, and files that are drafts.

/**
 * Where ranges are when a text has become another: those before the change stay, those behind it move along, and those that
 * it touches are gone.
 */
export function moved(ranges, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const grown = after.length - before.length;
  return ranges.map((range) => {
    if (range === null || range.end <= head) return range;
    return range.start >= before.length - tail
      ? { start: range.start + grown, end: range.end + grown }
      : null;
  });
}

/** A text cut at every edge of some ranges, each part with the numbers of the ranges over it. */
export function partsOf(text, ranges) {
  const known = ranges.filter((range) => range !== null && range.end <= text.length);
  const edges = [...new Set([0, text.length, ...known.flatMap(({ start, end }) => [start, end])])];
  edges.sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1];
    const of = ranges.flatMap((range, number) =>
      range !== null && range.start <= start && range.end >= end ? [number] : [],
    );
    return { text: text.slice(start, end), of };
  });
}

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, blockquote, pre, figcaption, dt, dd';
const ASIDE = 'script, style, template, noscript, nav, aside, form, footer, svg';

/** The paragraphs of a page of HTML, which is never shown nor run. */
export function textOfPage(source) {
  const page = new DOMParser().parseFromString(source, 'text/html');
  for (const aside of page.querySelectorAll(ASIDE)) aside.remove();
  const whole = page.querySelector('article') ?? page.querySelector('main') ?? page.body;
  const blocks = [...whole.querySelectorAll(BLOCKS)].filter((block) => block.querySelector(BLOCKS) === null);
  const words = (blocks.length > 0 ? blocks : [whole]).map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );
  return words.filter((line) => line !== '').join('\n\n');
}

const MOST_BYTES = 2_000_000;

/** Reads a file that somebody opened or dropped: its text and how that is written, or why it is no draft. */
export async function draftIn(file) {
  const name = file.name.toLowerCase();
  const isPage = /\.html?$/.test(name) || file.type === 'text/html';
  const isMarkdown = /\.(?:md|markdown)$/.test(name) || file.type === 'text/markdown';
  if (!isPage && !isMarkdown && !name.endsWith('.txt') && file.type !== 'text/plain')
    return { refused: `Expected a file of text, Markdown or HTML, found ${file.name}` };
  if (file.size > MOST_BYTES)
    return { refused: `Expected a file of at most 2 MB, found ${file.name} larger` };
  const text = decoded(await file.arrayBuffer());
  return { text: isPage ? textOfPage(text) : text, format: isMarkdown ? 'markdown' : 'text' };
}

function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
