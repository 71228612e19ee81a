import { type Day, dateOf, parseWhen } from '../../record/index.ts';

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day of a date or of a moment; null for all that is no single day. */
export function dayOf(date: string | null): Day | null {
  const when = parseWhen(date);
  const day = when?.kind === 'clock' ? when.day : when;
  return day?.kind === 'day' ? day : null;
}

/** "16 May 2034"; what is no single day stays as it is written. */
export function shortDate(date: string | null): string {
  if (date === null) return 'date not known';
  const day = dayOf(date);
  return day === null ? date : DATE.format(dateOf(day));
}

/** "28 April – 16 May 2034". */
export function periodWords(first: string | null, last: string | null): string {
  const [from, to] = [dayOf(first), dayOf(last)];
  if (from === null || to === null) return 'date not known';
  return DATE.formatRange(dateOf(from), dateOf(to)).replaceAll('\u2009', ' ');
}
