import {
  addDays,
  compareWhens,
  type Day,
  daysOf,
  interval,
  isSameWhen,
  parseLength,
  type When,
} from '../../../record/index.ts';
import { moved, movedAlike } from '../../time/moves.ts';
import { type Clauses, tokenAt } from '../clause.ts';
import type { Dated, Shared } from './times.ts';

/** One of those with the same date, the likeliest. */
export function distinct(list: readonly Dated[]): Dated[] {
  return list.filter(
    (one, at) => !list.some((other, before) => before < at && isSameWhen(other.when, one.when)),
  );
}

/**
 * Of the dates that stand the likeliest; in its place one that is within it and more exact; and of two days that are told
 * together ("on Friday and Saturday") the time from the one to the other.
 */
export function standingDate(dates: readonly Dated[]): Dated | null {
  const [best] = dates.toSorted((a, b) => b.current - a.current);
  if (best === undefined) return null;
  const finer = dates
    .filter((one) => isWithin(one.when, best.when))
    .toSorted((a, b) => b.current - a.current)[0];
  const one = finer ?? best;
  const next = dates.find(({ time }) => {
    const gap = time.span.start - one.time.span.end;
    return gap >= TOGETHER[0] && gap <= TOGETHER[1];
  });
  const both =
    next === undefined || !areDays(one, next) ? null : interval(one.when, nextAfter(one.when, next));
  return both === null ? one : { ...one, when: both };
}

/** "Monday and Tuesday": of a weekday the first behind the other day. */
function nextAfter(one: When, { when, time }: Dated): When {
  const isNamed = when.kind === 'day' && !/\d/.test(time.span.text);
  let day = when;
  for (let weeks = 0; isNamed && weeks < 3 && compareWhens(day, one) <= 0; weeks++)
    day = day.kind === 'day' ? (addDays(day, 7) ?? day) : day;
  return day;
}

/** Characters between two days that are told together: " and ", "–". */
const TOGETHER = [1, 5] as const;

const areDays = (...dates: readonly Dated[]) => dates.every(({ when }) => when.kind === 'day');

/** Whether a date lies within a longer one. */
function isWithin(one: When, other: When): boolean {
  const [own, whole] = [daysOf(one), daysOf(other)];
  if (own?.first == null || own.last == null || whole?.first == null || whole.last == null) return false;
  const isIn = own.first.at >= whole.first.at && own.last.at <= whole.last.at;
  return isIn && (own.first.at > whole.first.at || own.last.at < whole.last.at);
}

const SOONER = new Set(['forward', 'earlier', 'sooner', 'early', 'advance', 'advanced']);

/** "put back a fortnight": the former date so much later; "in a fortnight": the day of publication. */
export function shiftedDate(
  current: readonly Shared[],
  former: readonly Dated[],
  around: { sentences: readonly Clauses[]; day: Day | null },
): Dated | null {
  for (const one of current) {
    const when = shiftedBy(one, former[0]?.when ?? null, around);
    if (when !== null) return { ...one, when };
  }
  return null;
}

function shiftedBy(
  { time }: Shared,
  former: When | null,
  { sentences, day }: { sentences: readonly Clauses[]; day: Day | null },
): When | null {
  const length = time.type === 'duration' ? parseLength(time.value) : null;
  const tokens = sentences.find(({ times }) => times.includes(time))?.tokens ?? [];
  const at = tokenAt(tokens, time.span.start);
  if (length?.count == null) return null;
  if (tokens[at - 1]?.form === 'in') return day === null ? null : moved(day, length.unit, length.count);
  const near = tokens.slice(Math.max(0, at - 5), at + 6);
  const sign = near.some(({ form }) => SOONER.has(form)) ? -1 : 1;
  return former === null ? null : movedAlike(former, length.unit, sign * length.count);
}
