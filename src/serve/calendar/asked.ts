import type { CalendarFilter, Period } from '../../ledger/index.ts';
import { parseWhen, periodOf, STATUSES } from '../../record/index.ts';
import type { Invalid } from '../problem.ts';

/** What of the calendar a page, its data or a subscriber asks for. */
export interface CalendarAsked {
  /** `2034-05`, or null for all that lies ahead; undefined where nothing is asked for. */
  readonly month: string | null | undefined;
  /** Deeds too, beside occasions. */
  readonly deeds: boolean;
  readonly words: string;
  readonly who: string;
  readonly place: string;
  readonly status: CalendarFilter['status'];
}

const MOST = 200;

/** Reads what an address asks for; words that say what is wrong with it where it asks for what cannot be. */
export function calendarAsked(
  query: Readonly<Record<string, string>>,
): CalendarAsked | { readonly wrong: Invalid } {
  const { month, ahead, q = '', who = '', place = '', status = '', deeds } = query;
  if (month !== undefined && month !== '' && parseWhen(month)?.kind !== 'month')
    return { wrong: { month: 'expected a month such as 2031-05' } };
  for (const [field, typed] of Object.entries({ q, who, place }))
    if (typed.length > MOST) return { wrong: { [field]: `expected at most ${MOST} characters to look for` } };
  const known = STATUSES.find((one) => one === status);
  if (status !== '' && known === undefined)
    return { wrong: { status: `expected one of ${STATUSES.join(', ')}` } };
  return {
    month: ahead === '1' ? null : month || undefined,
    deeds: deeds === '1',
    words: q.trim(),
    who: who.trim(),
    place: place.trim(),
    status: known,
  };
}

/** The same as the ledger takes it. */
export const filterOf = ({ deeds, words, who, place, status }: CalendarAsked): CalendarFilter => ({
  kind: deeds ? undefined : 'occasion',
  words,
  who,
  place,
  status,
});

/** Whether anything narrows the calendar but its time. */
export const isFiltered = ({ words, who, place, status }: CalendarAsked): boolean =>
  [words, who, place].some((typed) => typed !== '') || status !== undefined;

/** The address that asks for it, behind `?`. */
export function queryOf({ month, deeds, words, who, place, status }: CalendarAsked): string {
  const query = new URLSearchParams();
  if (month === null) query.set('ahead', '1');
  else if (month !== undefined) query.set('month', month);
  for (const [name, value] of Object.entries({ q: words, who, place, status: status ?? '' }))
    if (value !== '') query.set(name, value);
  if (deeds) query.set('deeds', '1');
  return query.toString();
}

/** What narrows it, in words. */
export function filterWords({ words, who, place, status }: CalendarAsked): string {
  const parts = [words, who === '' ? '' : `with ${who}`, place === '' ? '' : `in ${place}`, status ?? ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** Where dates end. */
export const LAST_DAY = '9999-12-31';

/** The days of a month, or all from one day on. */
export function daysAsked(month: string | null, today: string): Period {
  const own = month === null ? null : periodOf(month);
  return own ?? { first: today, last: LAST_DAY };
}
