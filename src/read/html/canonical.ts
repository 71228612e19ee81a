import type { Segment } from '../../record/index.ts';
import type { PageText } from './page-tree.ts';
import { sourceOf } from './source-map.ts';

const SPACES_OR_INVISIBLE = /[ \t\n\r\f]+|[\u00ad\u200b\u2060\ufeff]+/g;

/** What a tag says among words: a space for a line break, a mark for the begin or end of a quotation. */
export interface PageSign {
  readonly kind: 'sign';
  readonly says: string;
  /** The range of the tag in the source. */
  readonly start: number;
  readonly end: number;
}

/** A piece of a line. */
export type Piece = PageText | PageSign;

/**
 * The words of a run of text nodes and tags as a report has them: white space is one space, and none of any kind at the ends;
 * characters without width are left out; all else is as the page has it. With the source behind each character, or null
 * where some of it cannot be told.
 */
export function canonicalText(
  source: string,
  run: readonly Piece[],
): { text: string; segments: readonly Segment[] | null } {
  const segments: Segment[] = [];
  let text = '';
  let space: { from: number; to: number } | null = null;
  let isKnown = true;
  const put = (words: string, from: number, to: number) => {
    if (space !== null && text !== '') {
      segments.push({ start: text.length, end: text.length + 1, ...space });
      text += ' ';
    }
    space = null;
    segments.push({ start: text.length, end: text.length + words.length, from, to });
    text += words;
  };
  for (const node of run) {
    if (node.kind === 'sign') {
      if (node.says === ' ') space ??= { from: node.start, to: node.end };
      else put(node.says, node.start, node.end);
      continue;
    }
    const pieces = sourceOf(source, node);
    if (pieces === null) isKnown = false;
    for (const { start, end, from, to } of pieces ?? [unknown(node)]) {
      const words = node.value.slice(start, end);
      const isCopy = end - start === to - from;
      // A reference stands for its characters as a whole; a copy can be cut.
      const cut = (a: number, b: number) => (isCopy ? { from: from + a, to: from + b } : { from, to });
      let done = 0;
      for (const match of words.matchAll(SPACES_OR_INVISIBLE)) {
        if (match.index > done) {
          const { from: a, to: b } = cut(done, match.index);
          put(words.slice(done, match.index), a, b);
        }
        done = match.index + match[0].length;
        if (/^[ \t\n\r\f]/.test(match[0])) space ??= cut(match.index, done);
      }
      if (done < words.length) {
        const { from: a, to: b } = cut(done, words.length);
        put(words.slice(done), a, b);
      }
    }
  }
  const [from, to] = [text.length - text.trimStart().length, text.trimEnd().length];
  return {
    text: text.slice(from, to),
    segments: isKnown
      ? joined(from === 0 && to === text.length ? segments : within(segments, from, to))
      : null,
  };
}

/** What of some segments stands in a range of the text, which begins there; one that is no copy is within or without as a whole. */
function within(segments: readonly Segment[], from: number, to: number): Segment[] {
  return segments.flatMap((segment) => {
    const [start, end] = [Math.max(from, segment.start), Math.min(to, segment.end)];
    if (start >= end) return [];
    const isCut = start > segment.start || end < segment.end;
    const source = isCut
      ? { from: segment.from + start - segment.start, to: segment.to - (segment.end - end) }
      : { from: segment.from, to: segment.to };
    return [{ start: start - from, end: end - from, ...source }];
  });
}

const unknown = ({ value, start }: PageText): Segment => ({
  start: 0,
  end: value.length,
  from: start,
  to: start + value.length,
});

/** Copies that follow on each other here and there are one. */
function joined(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    const isCopy = ({ start, end, from, to }: Segment) => end - start === to - from;
    if (last !== undefined && last.to === segment.from && isCopy(last) && isCopy(segment))
      merged[merged.length - 1] = { ...last, end: segment.end, to: segment.to };
    else merged.push(segment);
  }
  return merged;
}
