import { disjoint, overlaps, type Range, trimmed } from '../../text/index.ts';
import type { Found } from './found.ts';

/** Marks that close or follow something else, or open nothing, before who speaks: `" Fogels`, `, the agency`. */
const LEADING = /^(?:[\s,;:!?…—–)\]’”»]|''|--|["'“„«‘.-](?=\s))+/u;
const HAS_WORDS = /[\p{L}\p{N}\p{S}]/u;

/**
 * An attribution as a statement may have it: each role's pieces in order and apart, none empty or without a word, and no
 * character in two roles, where the cue comes first and then the source. Of a content that is marks alone nothing is left.
 */
export function inPieces(text: string, found: Found): Found {
  const cue = disjoint(found.cue);
  const source = withWords(
    text,
    without(text, disjoint(found.source), cue).map((piece) => behindMarks(text, piece)),
  );
  const content = withWords(text, without(text, disjoint(found.content), [...cue, ...source]));
  return { ...found, cue, source, content };
}

function withWords(text: string, pieces: readonly Range[]): Range[] {
  return pieces.filter(({ start, end }) => HAS_WORDS.test(text.slice(start, end)));
}

function behindMarks(text: string, { start, end }: Range): Range {
  return { start: start + (LEADING.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** What is left of some ranges, without white space at cut ends, where others are cut out of them. */
function without(text: string, ranges: readonly Range[], others: readonly Range[]): Range[] {
  return others.reduce<Range[]>(
    (left, other) => left.flatMap((range) => cut(text, range, other)),
    [...ranges],
  );
}

const lengthOfMarks = (words: string) => /^[\s,;:]*/.exec(words)?.[0].length ?? 0;

const cut = (text: string, range: Range, other: Range): Range[] =>
  overlaps(range, other)
    ? [
        { start: range.start, end: other.start },
        { start: other.end, end: range.end },
      ]
        .filter(({ start, end }) => start < end)
        .map(({ start, end }) => trimmed(text, { start: start + lengthOfMarks(text.slice(start, end)), end }))
    : [range];
