import { addDays, type Day, lengthOf } from '../../record/index.ts';
import type { Period } from '../index.ts';

// Characters of private use begin a mark, so that none is ever a word that somebody wrote.

/** The mark of an attitude that is held; what is said and shown has none. */
export const HELD = '\u{E000}held';
const OUTLET = '\u{E001}';
const TOUCHES = '\u{E002}';
const FILLS = '\u{E003}';

/** How many characters of a date name its century, year and month. Each is one more word for every statement. */
const UNITS = [2, 4, 7] as const;
const DAY = 10;

/**
 * What statements are filtered by, as words of an index: whether it is held, the outlet, and when it was said. A time
 * consists of centuries, years, months and days, as few as they can be: it fills these, and touches all that they lie in.
 */
export function marksOf(mode: string, outlet: string | null, { first, last }: Period): string {
  const marks = new Set(mode === 'held' ? [HELD] : []);
  if (outlet !== null) marks.add(outletMark(outlet));
  if (first !== '')
    for (const part of partsOf({ first, last })) {
      if (part.length < DAY) marks.add(mark(FILLS, part));
      for (const one of [part, ...around(part)]) marks.add(mark(TOUCHES, one));
    }
  return [...marks].join(' ');
}

/** An outlet by its letters and digits alone. */
export const outletMark = (outlet: string): string => OUTLET + outlet.replace(/[^\p{L}\p{N}]/gu, '');

/** Marks of which whatever was said within a period has one: it touches a part of the period, or fills what a part lies in. */
export function periodMarks(period: Period): string[] {
  const parts = partsOf(period);
  const outer = new Set(parts.flatMap(around));
  return [...parts.map((part) => mark(TOUCHES, part)), ...[...outer].map((part) => mark(FILLS, part))];
}

const mark = (kind: string, part: string) => kind + part.replaceAll('-', '');

/** What a part of time lies in, as the beginnings of its date. */
const around = (part: string) =>
  UNITS.filter((length) => length < part.length).map((length) => part.slice(0, length));

/** The fewest centuries, years, months and days that a period consists of, in order. */
export function partsOf({ first, last }: Period): string[] {
  const parts: string[] = [];
  for (let day = first; day <= last; ) {
    const unit = UNITS.map((length) => day.slice(0, length)).find(
      (part) => day === firstDay(part) && lastDay(part) <= last,
    );
    parts.push(unit ?? day);
    const end = unit === undefined ? day : lastDay(unit);
    if (end >= last) break;
    day = addDays(end, 1);
  }
  return parts;
}

const firstDay = (part: string): Day => part + '0000-01-01'.slice(part.length);

function lastDay(part: string): Day {
  if (part.length < 7) return part + '9999-12-31'.slice(part.length);
  return `${part}-${lengthOf(Number(part.slice(0, 4)), Number(part.slice(5)))}`;
}
