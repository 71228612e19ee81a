import { overlapping, type Range } from '../../../text/index.ts';
import type { Clause } from './clause.ts';
import { quotationAt } from './clause.ts';
import { rangeOf } from './source.ts';
import { PERIODS } from './words.ts';

const FEWEST_CHARACTERS = 3;

/** What follows a cue to the end of its sentence, without the final stop. Tokens from `start` on. */
export function contentAfter(clause: Clause, start: number): Range | null {
  const { tokens, last } = clause;
  let first = start;
  while (first < last && isLead(clause, first)) first++;
  let end = last;
  while (end > first && /^[.;,:]$/.test(tokens[end - 1]?.text ?? '')) end--;
  if (end <= first) return null;
  const opened = quotationAt(clause, first);
  const range = rangeOf(clause, first, end);
  // A quotation of several sentences is one content: it ends where its mark closes.
  const whole =
    opened !== undefined && opened.start === range.start && opened.end > range.end
      ? { ...range, end: opened.end }
      : range;
  return whole.end - whole.start >= FEWEST_CHARACTERS ? whole : null;
}

/** Marks and the day of saying stand between a cue and its content ("said on Tuesday that"). */
function isLead({ tokens }: Clause, index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (/^[,:]$/.test(token.text) || PERIODS.has(token.form)) return true;
  return token.form === 'on' && PERIODS.has(tokens[index + 1]?.form ?? '');
}

/** What stands before a source and its cue, from the start of the sentence or of the quotation that ends there. */
export function contentBefore(clause: Clause, end: number): Range | null {
  const { tokens, first } = clause;
  let last = end;
  while (last > first && tokens[last - 1]?.text === ',') last--;
  if (last <= first) return null;
  const closed = quotationAt(clause, last - 1);
  const range = rangeOf(clause, first, last);
  const whole =
    closed !== undefined && closed.end === range.end && closed.start < range.start
      ? { ...range, start: closed.start }
      : range;
  return whole.end - whole.start >= FEWEST_CHARACTERS ? whole : null;
}

/** The quotation that goes on behind "…," she said: right after the attribution, or as the next sentence. */
export function quotationAfter(clause: Clause, last: number): Range | null {
  const { tokens, quotations } = clause;
  let index = last;
  while (/^[.,;:]$/.test(tokens[index]?.text ?? '')) index++;
  const next = tokens[index];
  if (next === undefined) return null;
  const quotation = overlapping(quotations, next).find(({ start }) => start === next.start);
  return quotation === undefined
    ? null
    : { start: quotation.start, end: Math.min(quotation.end, clause.block.end) };
}
