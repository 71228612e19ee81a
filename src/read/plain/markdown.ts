import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import { groupsOf, linesOf } from './lines.ts';

type Kind = Block['kind'];

/**
 * The blocks of a Markdown text: headings, paragraphs, list items and quoted paragraphs, by CommonMark.
 * Code, raw HTML, tables of links and front matter are no part of a report.
 * A line break ends a paragraph as in plain text, unless `wrapped` says that the text is hard-wrapped.
 */
export function markdownBlocks(text: string, wrapped: boolean): Block[] {
  const blocks: Block[] = [];
  const skip = frontMatterEnd(text);
  collect(fromMarkdown(text), 'paragraph');
  return blocks;

  function collect(node: Nodes, kind: Kind): void {
    if (node.type === 'heading' || node.type === 'paragraph') {
      const range = rangeOf(node);
      if (range === null || range.start < skip) return;
      if (node.type === 'heading') blocks.push({ ...range, kind: 'subhead' });
      else for (const line of wrapped ? [range] : linesIn(text, range)) blocks.push({ ...line, kind });
    } else if ('children' in node) {
      for (const child of node.children) collect(child, node.type === 'listItem' ? 'item' : kind);
    }
  }
}

/** The range of a block's words: a heading's without its hashes or underline. */
function rangeOf(node: Extract<Nodes, { type: 'heading' | 'paragraph' }>): Range | null {
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined || end <= start ? null : { start, end };
}

function linesIn(text: string, { start, end }: Range): Range[] {
  const lines = groupsOf(linesOf(text.slice(start, end))).flat();
  return lines.map((line) => {
    const quoted = /^(?:>\s?)+/.exec(text.slice(start + line.start, start + line.end))?.[0].length ?? 0;
    return { start: start + line.start + quoted, end: start + line.end };
  });
}

function frontMatterEnd(text: string): number {
  return /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}
