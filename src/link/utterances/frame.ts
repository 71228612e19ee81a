import type { Statement } from '../../record/index.ts';

const OPENS = /[.!?…:][”"’')\]]*\s+/gu;
const ENDS = /[.!?][”"’')\]]*(?=\s|$)/u;
/** Between a content and what tells who says it stands no more than a mark, an adverb. */
const NEAR = 4;

/** A stretch of a report's text, without the pieces in it that are said. */
export interface Frame {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What stands around a content in its sentence: who says it, how, when, where, to whom; never the content itself. */
export function frameOf({ source, cue, content }: Statement, text: string): Frame {
  const around = [...source, ...cue].toSorted((a, b) => a.start - b.start);
  const [first, last] = [around[0], around.at(-1)];
  if (first === undefined || last === undefined) return { start: 0, end: 0, words: '' };
  const isBefore = content.some(({ end }) => end <= first.start && first.start - end < NEAR);
  const start = isBefore ? first.start : sentenceStart(text, first.start);
  const line = text.indexOf('\n', last.end);
  const rest = text.slice(last.end, line < 0 ? undefined : line);
  const end = last.end + (ENDS.exec(rest)?.index ?? rest.length);
  const pieces = content.filter((piece) => piece.start < end && piece.end > start);
  const words = pieces
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (frame, piece) =>
        `${frame.slice(0, Math.max(0, piece.start - start))} ${frame.slice(Math.max(0, piece.end - start))}`,
      text.slice(start, end),
    );
  return { start, end, words };
}

function sentenceStart(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  let start = line;
  for (const { index, 0: mark } of text.slice(line, at).matchAll(OPENS)) start = line + index + mark.length;
  return start;
}
