import { dateOf, parseWhen, type Report } from '../record/index.ts';

/** Year, month and day of publication, as far as they are known. */
export function datePartsOf({ published }: Pick<Report, 'published'>): readonly number[] {
  const [, ...parts] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published ?? '') ?? [];
  return parts.flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

/** The day of publication, where it is one. */
export function dayOf({ published }: Pick<Report, 'published'>): Date | null {
  const when = parseWhen(published);
  const day = when?.kind === 'clock' ? when.day : when;
  return day?.kind === 'day' ? dateOf(day) : null;
}

/** The day of a date, or its month or year where no day is given; null where it is no one date. */
export function dayWords(date: string | null): string | null {
  return /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?$/.exec(date ?? '')?.[1] ?? null;
}
