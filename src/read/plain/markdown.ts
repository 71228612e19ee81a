import MarkdownIt from 'markdown-it';
import type { Block } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';

const LINE_BREAK = /\r\n|\n|\r/g;

/** CommonMark without its inline part: emphasis and links stay in the text as they are, and their parsing costs nothing. */
const parser = new MarkdownIt('commonmark');
parser.core.ruler.enableOnly(['normalize', 'block']);

/**
 * The blocks of a Markdown text: headings, paragraphs, list items and quoted paragraphs, by CommonMark.
 * Code, raw HTML and front matter are no part of a report.
 * A line break ends a paragraph as in plain text, unless `wrapped` says that the text is hard-wrapped.
 */
export function markdownBlocks(text: string, wrapped: boolean): Block[] {
  const blocks: Block[] = [];
  const skip = frontMatterEnd(text);
  const lines = linesFrom(text);
  let kind: Block['kind'] = 'paragraph';
  let items = 0;
  for (const { type, map, content } of parser.parse(text, {})) {
    if (type === 'list_item_open') items++;
    else if (type === 'list_item_close') items--;
    else if (type === 'heading_open') kind = 'subhead';
    else if (type === 'paragraph_open') kind = items > 0 ? 'item' : 'paragraph';
    else if (type === 'inline' && map !== null) {
      const ranges = rangesOf(text, lines.slice(map[0], map[1]), content);
      for (const range of wrapped ? joined(ranges) : ranges)
        if (range.start >= skip) blocks.push({ ...range, kind });
    }
  }
  return blocks;
}

/** Where each line of a block's content stands in the text, behind hashes, bullets and signs of quotation. */
function rangesOf(text: string, lines: readonly Range[], content: string): Range[] {
  return content.split('\n').flatMap((words, index) => {
    const line = lines[index];
    if (line === undefined || words.trim() === '') return [];
    const at = text.slice(line.start, line.end).indexOf(words.trim());
    return at < 0 ? [] : [{ start: line.start + at, end: line.start + at + words.trim().length }];
  });
}

function joined(ranges: readonly Range[]): Range[] {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

/** Lines as CommonMark counts them. */
function linesFrom(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_BREAK)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...lines, { start, end: text.length }];
}

function frontMatterEnd(text: string): number {
  return /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}
