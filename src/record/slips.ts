import { daysOf, parseWhen } from './edtf/index.ts';
import type { Step } from './types.ts';

/** What of a step tells its date. */
type Dated = Pick<Step, 'when'>;

/**
 * The dates that a schedule gave up, first to last: those behind which another came, or none. A date that one within it narrows
 * was not given up.
 */
export function formerDates(schedule: readonly Dated[]): string[] {
  return schedule.flatMap(({ when }, at) => {
    const next = schedule[at + 1];
    if (when === null || next === undefined) return [];
    return next.when === null || !isWithin(next.when, when) ? [when] : [];
  });
}

/** Whether all days of a date are days of another. */
function isWithin(inner: string, outer: string): boolean {
  const [own, other] = [daysIn(inner), daysIn(outer)];
  if (own === null || other === null) return inner === outer;
  return own.first >= other.first && own.last <= other.last;
}

function daysIn(text: string): { first: number; last: number } | null {
  const when = parseWhen(text);
  const days = when && daysOf(when);
  if (days === null) return null;
  return {
    first: days.first?.at ?? Number.NEGATIVE_INFINITY,
    last: days.last?.at ?? Number.POSITIVE_INFINITY,
  };
}
