import { daysOf, parseWhen, type When, writeDay, writeWhen } from '../../record/index.ts';

/** The first and the last day of a date; one without an end is told by its beginning. */
export type Stretch = readonly [first: string, last: string];

/** What lies before all days, for a date without a beginning. */
const EVER = '0000-01-01';

/** What a written date means. */
interface Read {
  /** As it is always written, whatever way it came; null where it is no date. */
  readonly written: string | null;
  readonly stretch: Stretch | null;
}

/** The dates of one event are compared again with each report that tells of it: so many are kept as they were read. */
const MOST_READ = 4_000;
const known = new Map<string, Read>();

function readOf(when: string): Read {
  const before = known.get(when);
  if (before !== undefined) return before;
  if (known.size >= MOST_READ) known.clear();
  const value = parseWhen(when);
  const read = { written: value === null ? null : writeWhen(value), stretch: daysIn(value) };
  known.set(when, read);
  return read;
}

/** The days of a date; null where its year is not known. */
export const stretchOf = (when: string | null): Stretch | null =>
  when === null ? null : readOf(when).stretch;

function daysIn(value: When | null): Stretch | null {
  const days = value === null ? null : daysOf(value);
  const [first, last] = [days?.first ?? null, days?.last ?? null].map((day) =>
    day === null ? null : writeDay(day),
  );
  if (first != null) return [first, last ?? first];
  return last == null ? null : [EVER, last];
}

/** How a date lies to another one: `starts` it where it is told by its first day alone. */
export type Lie = 'same' | 'starts' | 'within' | 'holds' | 'other';

export function lieOf(when: string, other: string): Lie {
  if (when === other) return 'same';
  const [one, two] = [readOf(when), readOf(other)];
  if (one.written !== null && one.written === two.written) return 'same';
  const [own, theirs] = [one.stretch, two.stretch];
  if (own === null || theirs === null) return 'other';
  const isWithin = theirs[0] <= own[0] && own[1] <= theirs[1];
  const isHolding = own[0] <= theirs[0] && theirs[1] <= own[1];
  if (isWithin && isHolding) return 'same';
  if (isWithin && own[0] === theirs[0] && own[0] === own[1] && other.includes('/')) return 'starts';
  return isWithin ? 'within' : isHolding ? 'holds' : 'other';
}

/** Whether a date lies behind a day of publication, all of it. */
export function isBehind(when: string, published: string | null): boolean {
  const days = stretchOf(when);
  return days !== null && published !== null && days[1] < published.slice(0, 10);
}

/** Whether a date lies ahead of a day of publication, all of it. */
export function isAhead(when: string, published: string | null): boolean {
  const days = stretchOf(when);
  return days !== null && published !== null && days[0] > published.slice(0, 10);
}

export const isOneDay = (when: string): boolean => {
  const days = stretchOf(when);
  return days !== null && days[0] === days[1];
};
