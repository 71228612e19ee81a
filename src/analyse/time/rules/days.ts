import { dayAt, monthAt, monthOf, yearOf } from '../../../record/index.ts';
import {
  DATE_PREFIX,
  dated,
  dateNumber,
  inferred,
  type Rule,
  rule,
  span,
  stated,
  TAIL_PART,
} from '../rule.ts';
import { MONTH, monthNumber, ORDINAL_DAY, YEAR } from '../words.ts';

const withinMonth: Rule['read'] = ({ month = '', first = '', last = '', year }, anchor) =>
  dateNumber(first) < dateNumber(last)
    ? span(dated(month, first, year, anchor), dated(month, last, year, anchor))
    : null;

/** Days of a month, alone and in ranges. */
export const DAYS: readonly Rule[] = [
  rule(
    'iso-date',
    'digit',
    String.raw`(?<year>${YEAR})-(?<month>[01]\d)-(?<date>[0-3]\d)`,
    ({ year, month, date }) => {
      const day = dayAt(Number(year), Number(month), Number(date));
      return day === null ? null : stated(day);
    },
  ),
  rule(
    'range-of-days',
    'month digit',
    `(?:(?:from|between) )?(?<month>${MONTH}) (?<first>${ORDINAL_DAY}) ?(?:[–—-]|to|and|through|until|or|&) ?(?<last>${ORDINAL_DAY})(?:,? (?<year>${YEAR}))?`,
    withinMonth,
  ),
  rule(
    'range-of-days-british',
    'month digit',
    `(?:(?:from|between) )?(?<first>${ORDINAL_DAY}) ?(?:[–—-]|to|and|through|until|or|&) ?(?<last>${ORDINAL_DAY})(?: of)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    withinMonth,
  ),
  rule(
    'range-over-months',
    'month digit',
    `(?:(?:from|between) )?(?<one>${MONTH}) (?<first>${ORDINAL_DAY})(?:,? (?<early>${YEAR}))? ?(?:[–—-]|to|and|through|until) ?(?<other>${MONTH}) (?<last>${ORDINAL_DAY})(?:,? (?<year>${YEAR}))?(?! ?(?:and|[–—-]) ?\\d)`,
    ({ one = '', first = '', early, other = '', last = '', year }, anchor) => {
      const from = dated(one, first, early ?? year, anchor);
      const to = dated(other, last, year, anchor);
      // The end of a stretch does not lie before its beginning.
      if (from === null || to === null || year !== undefined || to.value >= from.value) return span(from, to);
      // "from June 8 to June 1" is no stretch: something was moved.
      if ((monthNumber(one) - monthNumber(other) + 12) % 12 <= 3) return null;
      const own = yearOf(from.value);
      const days = [own, own + 1].flatMap((one) => dayAt(one, monthNumber(other), dateNumber(last)) ?? []);
      return span(from, inferred(days.find((day) => day >= from.value) ?? null));
    },
  ),
  rule(
    'date',
    'month digit',
    `${DATE_PREFIX}(?<month>${MONTH}) (?<date>${ORDINAL_DAY})(?:,? (?:of )?(?<year>${YEAR}))?${TAIL_PART}`,
    ({ month = '', date = '', year }, anchor) => dated(month, date, year, anchor),
  ),
  rule(
    'date-british',
    'month digit',
    `${DATE_PREFIX}(?:the )?(?<date>${ORDINAL_DAY})(?: of)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?${TAIL_PART}`,
    ({ month = '', date = '', year }, anchor) => dated(month, date, year, anchor),
  ),
  // "on the 24th": of this month or the next, by the tense.
  rule(
    'day-of-month',
    'digit',
    String.raw`(?<=\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ff]or|[Ff]rom|[Tt]o) )the (?<date>[12]?\d|3[01])(?:st|nd|rd|th)(?=[.,;:)”"]|$| (?:and|at|in|but|to|instead|rather)\b)`,
    ({ date = '' }, { day, direction }) => {
      if (day === null) return null;
      const months = [-1, 0, 1].map((step) => monthAt(yearOf(day), monthOf(day) + step));
      const days = months.flatMap(
        (month) => dayAt(Number(month.slice(0, 4)), Number(month.slice(5)), dateNumber(date)) ?? [],
      );
      const next = days.find((one) => one >= day);
      const last = days.findLast((one) => one <= day);
      return inferred((direction === 'future' ? next : (last ?? next)) ?? null);
    },
  ),
  rule('nine-eleven', 'digit', String.raw`(?:9\/11|September 11(?:th)? attacks)`, () => stated('2001-09-11')),
];
