import { overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { NamedRule } from '../named-rule.ts';
import type { Attribution } from '../tag/index.ts';
import type { AttributionWords } from './mode.ts';

/** An attribution as this stage has it: the tagger's, mended, or one of its own. */
export interface Found extends Attribution {
  /** A turn of an interview or a debate: the speaker's own words without marks. */
  readonly turn?: true;
  /** The names of what found it and of the mends that changed it, in their order. */
  readonly by?: readonly string[];
}

/** A mend knows one phenomenon. It gives all attributions again: as they were (the same values), changed, added or left out. */
export interface Mend extends NamedRule {
  readonly mend: (found: readonly Found[], layout: Layout, words: AttributionWords) => Found[];
}

const LONGEST_CUE = 200;

/** What can attribute: words, a colon or a dash; no bracket or bullet, and no auxiliary alone. */
export const isCue = (text: string): boolean =>
  text.length <= LONGEST_CUE &&
  /\p{L}|^\s*[:\p{Pd}]+\s*$/u.test(text) &&
  !/^(?:had|has|have|is|are|was|were|be|been|will|would|do|does|did|can|could|may|might|should|must)$/i.test(
    text,
  );

/**
 * Where the named groups of a match stand in the text; the pattern needs the flag "d".
 * Gives a function from a group's name to its range, empty where the group took no part.
 */
export function groupRanges(match: RegExpExecArray, offset: number): (name: string) => Range {
  return (name) => {
    const [start, end] = match.indices?.groups?.[name] ?? [0, 0];
    return { start: offset + start, end: offset + end };
  };
}

/** From the first character of some ranges to the last; null for none. */
export function hullOf(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null;
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const range of ranges) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start, end };
}

/** Whether a cue stands within quotation marks: then it is somebody's words, and attributes nothing around them. */
export const isWithin = ({ cue }: Pick<Found, 'cue'>, outermost: readonly Range[]): boolean =>
  cue.some((part) => overlapping(outermost, part).length > 0);
