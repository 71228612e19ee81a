import { type Range, trimmed } from '../../text/index.ts';
import { type Candidate, candidates } from './candidates.ts';
import { CLOSERS, SINGLE } from './marks.ts';

/** Words between quotation marks, the marks included. */
export interface Quotation extends Range {
  /** 0 for a quotation in the report's own words, 1 for one inside that, and so on. */
  readonly level: number;
  /** Closed by a mark; goes on in the next block, which opens with a mark again; or never closed. */
  readonly closing: 'closed' | 'goes on' | 'unbalanced';
  /** Whether it goes on from the block before. */
  readonly goesOn: boolean;
}

/** How many marks ahead are looked at for one that closes: more than any sentence has, so that a text of marks alone costs no more. */
const AHEAD = 60;

interface Open {
  readonly mark: Candidate;
  readonly level: number;
}

/**
 * Takes a text and its blocks. Gives the quotations in the order of the text, outer before inner.
 * A quotation that is not closed in its block goes on when the next block opens with the same mark (the custom for
 * quotations of several paragraphs); else it is unbalanced and runs to the end of its block, as a reader would take it.
 * Does not judge whether anybody says the words: titles and scare quotes are quotations here too.
 */
export function findQuotations(text: string, blocks: readonly Range[]): Quotation[] {
  const all: Quotation[] = [];
  let carried = false;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const found = inBlock(text, block, carried, next === undefined ? null : firstMark(text, next));
    carried = found.some(({ closing }) => closing === 'goes on');
    for (const quotation of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) all.push(quotation);
  }
  return all;
}

function inBlock(text: string, block: Range, carried: boolean, nextMark: string | null): Quotation[] {
  const found: Quotation[] = [];
  const marks = candidates(text, block);
  let open: Open[] = [];
  for (const [index, mark] of marks.entries()) {
    const closes = mark.mayClose ? open.findLastIndex((opened) => closedBy(opened.mark, mark)) : -1;
    const ambiguous = mark.mayOpen && closes >= 0 && startsWord(text, mark);
    if (closes >= 0 && !ambiguous && !isPossessive(text, mark, marks.slice(index + 1, index + 1 + AHEAD))) {
      const opened = open[closes];
      // Inner quotations that were never closed end with the one around them.
      for (const inner of open.slice(closes + 1))
        if (!SINGLE.has(inner.mark.mark)) found.push(quotation(inner, mark.start, 'unbalanced', false));
      if (opened !== undefined)
        found.push(quotation(opened, mark.end, 'closed', carried && opened.mark.start === block.start));
      open = open.slice(0, closes);
    } else if (mark.mayOpen && canOpen(text, mark, marks.slice(index + 1, index + 1 + AHEAD))) {
      const again = open.findIndex((opened) => opened.mark.mark === mark.mark);
      if (again >= 0 && !closersSuffice(mark, open, marks.slice(index + 1, index + 1 + AHEAD))) {
        for (const left of open.slice(again))
          found.push(quotation(left, endBefore(text, left, mark), 'unbalanced', false));
        open = open.slice(0, again);
      }
      open.push({ mark, level: open.length });
    }
  }
  for (const left of open) {
    if (SINGLE.has(left.mark.mark) && left.mark.mark !== nextMark) continue;
    const goesOn = left.level === 0 && nextMark === left.mark.mark;
    found.push(
      quotation(
        left,
        block.end,
        goesOn ? 'goes on' : 'unbalanced',
        carried && left.mark.start === block.start,
      ),
    );
  }
  return found;
}

function quotation(
  { mark, level }: Open,
  end: number,
  closing: Quotation['closing'],
  goesOn: boolean,
): Quotation {
  return { start: mark.start, end, level, closing, goesOn };
}

/** Where a quotation ends that was given up because a new one opens. */
function endBefore(text: string, left: Open, mark: Candidate): number {
  return trimmed(text, { start: left.mark.start, end: mark.start }).end;
}

/** “A “B” C”: a mark nests in one of its own kind when there are marks enough to close both. Straight marks never do. */
function closersSuffice(mark: Candidate, open: readonly Open[], later: readonly Candidate[]): boolean {
  if (CLOSERS[mark.mark]?.includes(mark.mark) === true) return false;
  const opened = open.filter((other) => other.mark.mark === mark.mark).length + 1;
  const closing = later.filter((other) => closedBy(mark, other) && other.mayClose).length;
  const opening = later.filter((other) => other.mark === mark.mark && other.mayOpen).length;
  return closing - opening >= opened;
}

function closedBy(opened: Candidate, mark: Candidate): boolean {
  return CLOSERS[opened.mark]?.includes(mark.mark) === true && mark.start >= opened.end;
}

/** A mark with a letter behind it and none before it opens, although another of its kind is open. */
function startsWord(text: string, mark: Candidate): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(mark.end)) && /[\s(]/u.test(text.charAt(mark.start - 1));
}

/** A single mark opens only where one that closes it follows: else it is an apostrophe. */
function canOpen(text: string, mark: Candidate, later: readonly Candidate[]): boolean {
  if (!SINGLE.has(mark.mark) && mark.mark !== '»') return mark.mark !== '”';
  if (mark.mark === '’') return false;
  const closer = later.find(
    (other) => closedBy(mark, other) && other.mayClose && !(other.mayOpen && startsWord(text, other)),
  );
  return closer !== undefined;
}

/** “the workers’ demands”: a single mark after an s, before another word, with a better closing mark still to come. */
function isPossessive(text: string, mark: Candidate, later: readonly Candidate[]): boolean {
  if (mark.mark !== '’' && mark.mark !== "'") return false;
  if (
    !/s$/i.test(text.slice(mark.start - 1, mark.start)) ||
    !/^ \p{Ll}/u.test(text.slice(mark.end, mark.end + 2))
  )
    return false;
  const next = later.find((other) => SINGLE.has(other.mark));
  return next?.mayClose === true && !next.mayOpen;
}

function firstMark(text: string, block: Range): string | null {
  const first = candidates(text, block)[0];
  return first !== undefined && first.start === block.start && first.mayOpen ? first.mark : null;
}
