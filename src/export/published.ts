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
