import { type Day, dayAt, later, monthOf, yearOf } from '../../../record/index.ts';
import type { Anchor } from '../anchor.ts';
import {
  DATE_PREFIX,
  type DateReading,
  dated,
  dateNumber,
  given,
  inferred,
  type Reading,
  type Rule,
  rule,
  span,
  TAIL_PART,
} from '../rule.ts';
import { MONTH, monthNumber, ORDINAL_DAY, YEAR } from '../words.ts';

const withinMonth: Rule['read'] = ({ month = '', first = '', last = '', year }, anchor) =>
  dateNumber(first) < dateNumber(last)
    ? span(dated(month, first, year, anchor), dated(month, last, year, anchor))
    : null;

/** The first day of a name that does not lie before another. */
function nextOf(month: string, date: string, from: Day): DateReading | null {
  const days = [0, 1].flatMap(
    (step) => dayAt(yearOf(from) + step, monthNumber(month), dateNumber(date)) ?? [],
  );
  const value = days.find(({ at }) => at >= from.at);
  return value === undefined ? null : { type: 'date', value, how: 'inferred' };
}

interface DayWords {
  readonly month: string;
  readonly date: string;
  readonly year: string | undefined;
}

/** From one day to another that the text names whole. */
function stretch(first: DayWords, last: DayWords, anchor: Anchor): Reading | null {
  const from = dated(first.month, first.date, first.year ?? last.year, anchor);
  const to = dated(last.month, last.date, last.year, anchor);
  if (last.year !== undefined || span(from, to) !== null) return span(from, to);
  // "from June 8 to June 1" is no stretch: something was moved.
  if ((monthNumber(first.month) - monthNumber(last.month) + 12) % 12 <= 3) return null;
  // The end of a stretch does not lie before its beginning.
  const end = from?.value.kind === 'day' ? nextOf(last.month, last.date, from.value) : null;
  return span(from, end);
}

/** Days of a month, alone and in ranges. */
export const DAYS: readonly Rule[] = [
  rule(
    { name: 'iso-date', signs: 'digit', example: 'The date was 2031-02-20.' },
    String.raw`(?<year>${YEAR})-(?<month>[01]\d)-(?<date>[0-3]\d)`,
    ({ year, month, date }) => given(dayAt(Number(year), Number(month), Number(date))),
  ),
  rule(
    { name: 'range-of-days', signs: 'month digit', example: 'The talks held on January 23–24 were short.' },
    `(?:(?:from|between) )?(?<month>${MONTH}) (?<first>${ORDINAL_DAY}) ?(?:[–—-]|to|and|through|until|or|&) ?(?<last>${ORDINAL_DAY})(?:,? (?<year>${YEAR}))?`,
    withinMonth,
  ),
  rule(
    {
      name: 'range-of-days-british',
      signs: 'month digit',
      example: 'The talks held on 23–24 January were short.',
    },
    `(?:(?:from|between) )?(?<first>${ORDINAL_DAY}) ?(?:[–—-]|to|and|through|until|or|&) ?(?<last>${ORDINAL_DAY})(?: of)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    withinMonth,
  ),
  rule(
    { name: 'range-over-months', signs: 'month digit', example: 'They will meet from March 30 to April 2.' },
    `(?:(?:from|between) )?(?<one>${MONTH}) (?<first>${ORDINAL_DAY})(?:,? (?<early>${YEAR}))? ?(?:[–—-]|to|and|through|until) ?(?<other>${MONTH}) (?<last>${ORDINAL_DAY})(?:,? (?<year>${YEAR}))?(?! ?(?:and|[–—-]) ?\\d)`,
    ({ one = '', first = '', early, other = '', last = '', year }, anchor) =>
      stretch({ month: one, date: first, year: early }, { month: other, date: last, year }, anchor),
  ),
  rule(
    {
      name: 'range-over-months-british',
      signs: 'month digit',
      example: 'They will meet from 30 March to 2 April.',
    },
    `(?:from|between) (?<first>${ORDINAL_DAY})(?: of)? (?<one>${MONTH})(?:,? (?<early>${YEAR}))? (?:to|and|through|until) (?<last>${ORDINAL_DAY})(?: of)? (?<other>${MONTH})(?:,? (?<year>${YEAR}))?|(?<first2>${ORDINAL_DAY}) (?<one2>${MONTH}) ?[–—-] ?(?<last2>${ORDINAL_DAY}) (?<other2>${MONTH})(?:,? (?<year2>${YEAR}))?`,
    ({ first, one, early, last, other, year, first2, one2, last2, other2, year2 }, anchor) =>
      stretch(
        { month: one ?? one2 ?? '', date: first ?? first2 ?? '', year: early },
        { month: other ?? other2 ?? '', date: last ?? last2 ?? '', year: year ?? year2 },
        anchor,
      ),
  ),
  rule(
    { name: 'date', signs: 'month digit', example: 'The talks will be held on March 3.' },
    `${DATE_PREFIX}(?<month>${MONTH}) (?<date>${ORDINAL_DAY})(?:,? (?:of )?(?<year>${YEAR}))?${TAIL_PART}`,
    ({ month = '', date = '', year }, anchor) => dated(month, date, year, anchor),
  ),
  rule(
    { name: 'date-british', signs: 'month digit', example: 'The talks will be held on 3 March.' },
    `${DATE_PREFIX}(?:the )?(?<date>${ORDINAL_DAY})(?: of)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?${TAIL_PART}`,
    ({ month = '', date = '', year }, anchor) => dated(month, date, year, anchor),
  ),
  // "on the 24th": of this month or the next, by the tense.
  rule(
    { name: 'day-of-month', signs: 'digit', example: 'The mayor came on the 24th.' },
    String.raw`(?<=\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ff]or|[Ff]rom|[Tt]o|(?:morning|afternoon|evening|night) of) )the (?<date>[12]?\d|3[01])(?:st|nd|rd|th)(?=[.,;:)”"]|$| (?:and|at|in|but|to|instead|rather|was|were|is|are|will|has|had|would|could)\b)`,
    ({ date = '' }, { day, direction }) => {
      if (day === null) return null;
      const months = [-1, 0, 1].map((step) => later(day, step, 'month'));
      const days = months.flatMap((month) =>
        month?.kind !== 'day' ? [] : (dayAt(yearOf(month), monthOf(month), dateNumber(date)) ?? []),
      );
      const next = days.find(({ at }) => at >= day.at);
      const last = days.findLast(({ at }) => at <= day.at);
      // "It opens on the 16th": without a tense the nearer one.
      const isNextNearer = next !== undefined && (last === undefined || next.at - day.at < day.at - last.at);
      const isNext = direction === null ? isNextNearer : direction === 'future';
      return inferred((isNext ? next : (last ?? next)) ?? null);
    },
  ),
  rule(
    { name: 'nine-eleven', signs: 'digit', example: 'The pier was built after 9/11.' },
    String.raw`(?:9\/11|September 11(?:th)? attacks)`,
    () => given(dayAt(2001, 9, 11)),
  ),
];
