import {
  addDays,
  around,
  type Day,
  daysOfUnit,
  interval,
  later,
  monthAt,
  monthOf,
  type When,
  weekdayOf,
  yearOf,
} from '../../../record/index.ts';
import { type Anchor, nearestMonth, weekdayBeside, weekdayNear } from '../anchor.ts';
import { beside, moved } from '../moves.ts';
import { dated, dateNumber, inferred, type Rule, rule } from '../rule.ts';
import {
  MONTH,
  monthNumber,
  NUMBER,
  numberOf,
  ORDINAL_DAY,
  UNIT,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from '../words.ts';

const NTH = '(?:first|second|third|fourth|last|1st|2nd|3rd|4th)';
const PLACES: Readonly<Record<string, number>> = {
  first: 0,
  second: 1,
  third: 2,
  fourth: 3,
  '1st': 0,
  '2nd': 1,
  '3rd': 2,
  '4th': 3,
};
const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const OF_MONTH = `(?:of|in) (?:(?<side>this|next|last|the) month|(?<month>${MONTH})(?:,? (?<year>${YEAR}))?)`;

/** The month that "of next month" or "in October" names; null where none is known. */
function monthIn(
  { side, month, year }: Readonly<Record<string, string | undefined>>,
  { day, direction, before }: Anchor,
): { first: Day; last: Day } | null {
  if (month !== undefined) {
    const number = monthNumber(month);
    const own =
      year === undefined ? nearestMonth(number, { day, direction, before }) : monthAt(Number(year), number);
    return own?.kind === 'month' ? daysOfUnit(own) : null;
  }
  const own = day === null ? null : monthAt(yearOf(day), monthOf(day));
  const at = own === null ? null : later(own, STEPS[side ?? ''] ?? 0, 'month');
  return at?.kind === 'month' ? daysOfUnit(at) : null;
}

/** The days with one place in a month, of those that come every so many days from the first: "last" is the last whole one. */
function nthIn({ first, last }: { first: Day; last: Day }, nth: string, from: number): Day | null {
  const start = addDays(first, (from - weekdayOf(first) + 7) % 7);
  if (start === null) return null;
  const most = Math.floor((last.at - start.at) / 7);
  const place = PLACES[nth] ?? most;
  return place > most ? null : addDays(start, 7 * place);
}

/** Seven days of a month, counted from its first day, or from its last one back. */
function weeksIn({ first, last }: { first: Day; last: Day }, nth: string, count: number): When | null {
  const place = PLACES[nth];
  const from = place === undefined ? addDays(last, 1 - 7 * count) : addDays(first, 7 * place);
  const to = from === null ? null : addDays(from, 7 * count - 1);
  return from === null || to === null ? null : interval(from, to);
}

/** Days by their place in a month or a week, and those counted from another. */
export const WITHIN: readonly Rule[] = [
  rule(
    {
      name: 'weekday-of-a-month',
      signs: 'weekday',
      example: 'The race will be held on the last Friday of this month.',
    },
    `(?:the )?(?<nth>${NTH}) (?<weekday>${WEEKDAY}) ${OF_MONTH}`,
    ({ nth = '', weekday = '', ...of }, anchor) => {
      const month = monthIn(of, anchor);
      return inferred(month && nthIn(month, nth, weekdayNumber(weekday)));
    },
  ),
  rule(
    {
      name: 'weekend-of-a-month',
      signs: 'unit',
      example: 'The race will be held on the second weekend of June.',
    },
    `(?:the )?(?<nth>${NTH}) weekend ${OF_MONTH}`,
    ({ nth = '', ...of }, anchor) => {
      const month = monthIn(of, anchor);
      const saturday = month && nthIn(month, nth, 6);
      return inferred(saturday && interval(saturday, addDays(saturday, 1) ?? saturday));
    },
  ),
  rule(
    {
      name: 'weeks-of-a-month',
      signs: 'unit',
      example: 'The pier is shut in the first two weeks of October.',
    },
    `(?:the )?(?<nth>${NTH}) (?:(?<count>two|three|2|3) weeks|week|(?<two>fortnight)) ${OF_MONTH}`,
    ({ nth = '', count, two, ...of }, anchor) => {
      const month = monthIn(of, anchor);
      const number = two === undefined ? (numberOf(count ?? 'one') ?? 1) : 2;
      return inferred(month && weeksIn(month, nth, number));
    },
  ),
  rule(
    {
      name: 'date-of-this-month',
      signs: 'unit digit',
      example: 'The race will be held on the 25th of next month.',
    },
    `(?:the )?(?<date>${ORDINAL_DAY}) of (?<side>this|next|last) month`,
    ({ date = '', ...of }, anchor) => {
      const month = monthIn(of, anchor);
      const day = month && addDays(month.first, dateNumber(date) - 1);
      return inferred(day !== null && month !== null && day.at <= month.last.at ? day : null);
    },
  ),
  rule(
    {
      name: 'weekday-of-a-week',
      signs: 'weekday unit',
      example: 'The race will be held on Thursday of next week.',
    },
    `(?<weekday>${WEEKDAY}) (?:of |in )?(?<side>this|next|last) week|(?<side2>[Nn]ext|[Ll]ast) week(?: on|['’]s) (?<weekday2>${WEEKDAY})`,
    ({ weekday, side, weekday2, side2 }, { day }) => {
      if (day === null) return null;
      const monday = addDays(day, 1 - weekdayOf(day) + 7 * (STEPS[(side ?? side2 ?? '').toLowerCase()] ?? 0));
      return inferred(monday && addDays(monday, weekdayNumber(weekday ?? weekday2 ?? '') - 1));
    },
  ),
  rule(
    {
      name: 'weekday-with-its-date',
      signs: 'weekday digit',
      example: 'The race will be held on Monday the 31st.',
    },
    `(?<weekday>${WEEKDAY}),? the (?<date>[12]?\\d|3[01])(?:st|nd|rd|th)(?! (?:of )?(?:${MONTH}))`,
    ({ weekday = '', date = '' }, { day }) => {
      if (day === null) return null;
      const own = monthAt(yearOf(day), monthOf(day));
      const days = [-2, -1, 0, 1, 2, 3].flatMap((step) => {
        const month = own && later(own, step, 'month');
        if (month?.kind !== 'month') return [];
        const { first, last } = daysOfUnit(month);
        const one = addDays(first, dateNumber(date) - 1);
        const fits = one !== null && one.at <= last.at && weekdayOf(one) === weekdayNumber(weekday);
        return fits ? [one] : [];
      });
      return inferred(days.toSorted((a, b) => Math.abs(a.at - day.at) - Math.abs(b.at - day.at))[0] ?? null);
    },
  ),
  rule(
    {
      name: 'week-of-a-date',
      signs: 'unit month digit',
      example: 'Drivers strike in the week of 18 September.',
    },
    `(?:the )?week (?:of|beginning|starting|commencing) (?:(?:${WEEKDAY}),? )?(?:the )?(?:(?<date>${ORDINAL_DAY})(?: of)? (?<month>${MONTH})|(?<month2>${MONTH}) (?<date2>${ORDINAL_DAY}))(?:,? (?<year>${YEAR}))?`,
    ({ date, month, month2, date2, year }, anchor) => {
      const own = dated(month ?? month2 ?? '', date ?? date2 ?? '', year, anchor);
      return own?.value.kind === 'day' ? inferred(around(own.value, 'week')) : null;
    },
  ),
  rule(
    {
      name: 'weeks-from-a-weekday',
      signs: 'weekday unit',
      example: 'The race will be held a week on Monday.',
    },
    `(?<count>${NUMBER}) (?<unit>week|fortnight)s? (?:on|from|after|from next) (?<weekday>${WEEKDAY})|(?<weekday2>${WEEKDAY}) (?:(?<unit2>week|fortnight)(?! of)|in (?<count2>${NUMBER}) weeks)`,
    ({ count, unit, weekday, weekday2, unit2, count2 }, { day }) => {
      if (day === null) return null;
      const next = weekdayBeside(weekdayNumber(weekday ?? weekday2 ?? ''), 'next', day);
      const weeks = (numberOf(count ?? count2 ?? 'one') ?? 1) * ((unit ?? unit2) === 'fortnight' ? 2 : 1);
      return inferred(next && addDays(next, 7 * weeks));
    },
  ),
  rule(
    {
      name: 'weeks-before-a-weekday',
      signs: 'weekday ago',
      example: 'The race was held a week ago on Sunday.',
    },
    `(?<count>${NUMBER}) weeks? ago (?:on |last )?(?<weekday>${WEEKDAY})`,
    ({ count = '', weekday = '' }, { day }) => {
      if (day === null) return null;
      const last = weekdayNear(weekdayNumber(weekday), { direction: 'past' }, day);
      return inferred(last && addDays(last, -7 * (numberOf(count) ?? 1)));
    },
  ),
  rule(
    { name: 'units-from-a-day', signs: 'unit daily', example: 'The race will be held six weeks from today.' },
    `(?<count>${NUMBER}) (?<unit>${UNIT})s? (?:from|after) (?<day>today|tomorrow)`,
    ({ count = '', unit = '', day: word }, { day }) => {
      const number = numberOf(count);
      const from = day === null ? null : addDays(day, word === 'tomorrow' ? 1 : 0);
      return inferred(from === null || number === null ? null : moved(from, unit, number));
    },
  ),
  rule(
    { name: 'weekend-by-tense', signs: 'unit', example: 'The race will be held over the weekend.' },
    '(?<=\\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Ff]or|[Bb]efore) )the weekend',
    (_, { day, direction }) =>
      day === null
        ? null
        : inferred(beside(day, 'weekend', direction === 'future' || weekdayOf(day) > 5 ? 0 : -1)),
  ),
  rule(
    { name: 'unit-after-next', signs: 'unit', example: 'The race will be held the week after next.' },
    '[Tt]he (?<unit>week|weekend|month|year) (?<side>after next|before last)',
    ({ unit = '', side }, { day }) =>
      day === null ? null : inferred(beside(day, unit, side === 'after next' ? 2 : -2)),
  ),
];
