import { addDays, parseWhen, periodOf, writeDay } from '../../record/index.ts';
import type { Period } from '../port.ts';

// Characters of private use begin a mark, so that none is ever a word that somebody wrote.

/** The mark of an attitude that is held; what is said and shown has none. */
export const HELD = '\u{E000}held';
const OUTLET = '\u{E001}';
const TOUCHES = '\u{E002}';
const FILLS = '\u{E003}';
const KIND = '\u{E004}';
const ACT = '\u{E005}';

/** How many characters of a date name its century, year and month. Each is one more word for every statement. */
const UNITS = [2, 4, 7] as const;
const DAY = 10;

/**
 * What statements are filtered by, as words of an index: whether it is held, the outlet, and when it was said. A time
 * consists of centuries, years, months and days, as few as they can be: it fills these, and touches all that they lie in.
 */
export function marksOf({ mode, outlet, said: { first, last }, kind, act }: Marked): string {
  const marks = new Set(mode === 'held' ? [HELD] : []);
  if (kind !== '') marks.add(kindMark(kind));
  if (act !== '') marks.add(actMark(act));
  if (outlet !== null) marks.add(outletMark(outlet));
  if (first !== '')
    for (const part of partsOf({ first, last })) {
      if (part.length < DAY) marks.add(mark(FILLS, part));
      for (const one of [part, ...around(part)]) marks.add(mark(TOUCHES, one));
    }
  return [...marks].join(' ');
}

/** A statement as it is marked; kind and act are '' where nobody asks for them. */
export interface Marked {
  readonly mode: string;
  readonly outlet: string | null;
  readonly said: Period;
  readonly kind: string;
  readonly act: string;
}

export const kindMark = (kind: string): string => KIND + kind;
/** An act by its letters: "rule out" is one mark. */
export const actMark = (act: string): string => ACT + act.replaceAll(' ', '');

/** An outlet by its letters and digits alone, with or without the article that begins its name. */
export const outletMark = (outlet: string): string =>
  OUTLET + outlet.replace(/^\s*the\s+(?=\S)/iu, '').replace(/[^\p{L}\p{N}]/gu, '');

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

/** The first day there is: a period that is open towards the past begins with it. */
const FIRST = '0001-01-01';

/** The fewest centuries, years, months and days that a period consists of, in order. */
export function partsOf({ first, last }: Period): string[] {
  const parts: string[] = [];
  let day: string | null = first < FIRST ? FIRST : first;
  while (day !== null && day <= last) {
    const from: string = day;
    const unit = UNITS.map((length) => from.slice(0, length)).find(
      (part) => from === firstDay(part) && lastDay(part) <= last,
    );
    parts.push(unit ?? from);
    day = dayAfter(unit === undefined ? from : lastDay(unit));
  }
  return parts;
}

function firstDay(part: string): string {
  const day = part + '0000-01-01'.slice(part.length);
  return day < FIRST ? FIRST : day;
}

const lastDay = (part: string): string =>
  part.length < 7 ? part + '9999-12-31'.slice(part.length) : (periodOf(part)?.last ?? part);

/** Null behind the last day there is. */
function dayAfter(day: string): string | null {
  const own = parseWhen(day);
  const next = own?.kind === 'day' ? addDays(own, 1) : null;
  return next === null ? null : writeDay(next);
}
