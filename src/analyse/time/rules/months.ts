import {
  daysBetween,
  daysOfUnit,
  interval,
  later,
  middleOf,
  monthAt,
  monthOf,
  partOfYear,
  unitAt,
  yearless,
  yearOf,
} from '../../../record/index.ts';
import { nearestMonth } from '../anchor.ts';
import { given, inferred, type Rule, rule } from '../rule.ts';
import { MONTH, monthNumber, ordinalNumber, SEASON, seasonNumber, YEAR } from '../words.ts';

/** A season by the words before it and its clause's tense: the last, this, the next one. */
const seasonBeside: Rule['read'] = ({ side: written, season = '' }, { day, direction }) => {
  const side = written?.toLowerCase();
  const number = seasonNumber(season);
  // "fall" and "spring" alone are more often verbs.
  if (side === undefined && (season === 'fall' || season === 'spring')) return null;
  if (day === null) return inferred(yearless(number));
  // A winter belongs to the year that it begins in.
  const seasons = [-2, -1, 0, 1].flatMap((step) => {
    const when = partOfYear(yearOf(day) + step, number);
    return when?.kind === 'season' ? [{ when, distance: daysBetween(day, middleOf(when)) }] : [];
  });
  const past = seasons.findLast(({ distance }) => distance < -20);
  const next = seasons.find(({ distance }) => distance > 20);
  const near = seasons.toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance))[0];
  const bySide = { last: past, next, this: near }[side ?? ''];
  const byTense = direction === 'future' ? next : direction === 'past' ? past : near;
  return inferred((bySide ?? byTense ?? near)?.when ?? null);
};

/** Months, quarters, seasons, years and longer. */
export const MONTHS_AND_YEARS: readonly Rule[] = [
  rule(
    { name: 'range-of-months', signs: 'month', example: 'The pier was shut January–March 2030.' },
    `(?:(?:from|between) )?(?<one>${MONTH})(?: (?<early>${YEAR}))?(?: (?:to|through|until) | ?[–—-] ?|(?<=(?:from|between) .{3,16}) and )(?<other>${MONTH})(?:,? (?:in |of )?(?<year>${YEAR}))?`,
    ({ one = '', early, other = '', year }, anchor) => {
      const [first, last] = [monthNumber(one), monthNumber(other)];
      if (year !== undefined) {
        const own = Number(early ?? year) - (early === undefined && first > last ? 1 : 0);
        return given(interval(monthAt(own, first), monthAt(Number(year), last)));
      }
      const [from, to] = [nearestMonth(first, anchor), nearestMonth(last, anchor)];
      const isAround = from?.kind === 'month' && to?.kind === 'month' && to.at < from.at;
      return inferred(interval(from, isAround ? later(to, 1, 'year') : to));
    },
  ),
  rule(
    { name: 'half-of-a-month', signs: 'month', example: 'The race will be held in the second half of May.' },
    `the (?<half>first|second) half of (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    ({ half, month = '', year }, anchor) => {
      const number = monthNumber(month);
      const value = year === undefined ? nearestMonth(number, anchor) : monthAt(Number(year), number);
      if (value?.kind !== 'month') return inferred(value);
      const { first, last } = daysOfUnit(value);
      const middle = { kind: 'day', at: first.at + 14 } as const;
      return inferred(
        half === 'first' ? interval(first, middle) : interval({ kind: 'day', at: middle.at + 1 }, last),
      );
    },
  ),
  rule(
    { name: 'month-and-year', signs: 'month digit', example: 'The pier closed in August 2029.' },
    `(?:(?:early|late|mid)[- ]|(?:the )?(?:beginning|start|middle|end) of )?(?<month>${MONTH}),?(?: of)? (?<year>${YEAR})`,
    ({ month = '', year = '' }) => given(monthAt(Number(year), monthNumber(month))),
  ),
  rule(
    {
      name: 'end-of-a-month-bounded',
      signs: 'month',
      example: 'The work will be done before the end of October.',
    },
    `(?<side>before|by) the end of (?<month>${MONTH})`,
    ({ month = '' }, anchor) => {
      const value = nearestMonth(monthNumber(month), { ...anchor, direction: 'future' });
      return inferred(value?.kind === 'month' ? interval(null, daysOfUnit(value).last) : value);
    },
  ),
  rule(
    { name: 'month-of-a-year-beside', signs: 'month', example: 'The mayor came last December.' },
    `(?<side>last|next|this) (?<month>${MONTH})|(?<later>${MONTH}) (?:of )?(?<which>last|this|next) year`,
    ({ side, month, later, which }, { day, direction, before }) => {
      if (day === null)
        return inferred(nearestMonth(monthNumber(month ?? later ?? ''), { day, direction, before }));
      const number = monthNumber(month ?? later ?? '');
      const year = yearOf(day);
      if (which !== undefined)
        return inferred(monthAt(year + ({ last: -1, this: 0, next: 1 }[which] ?? 0), number));
      if (side === 'last') return inferred(monthAt(number < monthOf(day) ? year : year - 1, number));
      if (side === 'next') return inferred(monthAt(number > monthOf(day) ? year : year + 1, number));
      return inferred(monthAt(year, number));
    },
  ),
  rule(
    { name: 'month', signs: 'month', example: 'The pier will reopen in April.' },
    `(?:(?:early|late|mid)[- ]|(?:the )?(?:beginning|start|middle|end) of )?(?<month>${MONTH})`,
    ({ month = '' }, anchor, words) =>
      // "May" and "March" begin sentences and are verbs; "Mar" and "Dec" alone are too short to tell.
      /^(?:may|march|mar|jun|jul|dec|jan|oct|sep|apr|aug|feb|nov)\.?$/i.test(words) &&
      !/^(?:May|March)$/.test(words)
        ? null
        : inferred(nearestMonth(monthNumber(month), anchor)),
  ),
  rule(
    { name: 'decade', signs: 'digit', example: 'The pier was shown in the 1990s.' },
    String.raw`(?:the )?(?:(?:early|late|mid)[- ])?(?:(?<full>1[5-9]\d|20\d)0|['’]?(?<short>[2-9])0)['’]?s`,
    ({ full, short }, _, words) => {
      if (full === undefined && !/^the |^['’]/i.test(words)) return null;
      return given(unitAt('decade', Number(full ?? `19${short}`)));
    },
  ),
  rule(
    { name: 'century', signs: 'unit', example: 'The pier was built in the 19th century.' },
    String.raw`(?:the )?(?:(?:early|late|mid)[- ])?(?<ordinal>\d{1,2}(?:st|nd|rd|th)|eighteenth|nineteenth|twentieth|twenty-first)[- ]century`,
    ({ ordinal = '' }) => {
      const number =
        { eighteenth: 18, nineteenth: 19, twentieth: 20, 'twenty-first': 21 }[ordinal] ??
        Number.parseInt(ordinal, 10);
      return given(unitAt('century', number - 1));
    },
  ),
  rule(
    { name: 'quarter', signs: 'quarter', example: 'Profit rose in the third quarter.' },
    `(?:(?:the )?(?<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter|Q(?<number>[1-4]))(?:(?: of)? (?<year>${YEAR})| of (?<which>last|this|next) year)?`,
    ({ ordinal, number, year, which }, { day, direction }) => {
      const quarter = number === undefined ? ordinalNumber(ordinal ?? '') : Number(number);
      if (year !== undefined) return given(partOfYear(Number(year), 32 + quarter));
      if (day === null) return inferred(yearless(32 + quarter));
      const beside = which === undefined ? null : { last: -1, this: 0, next: 1 }[which];
      // Results are told when a quarter is over: the last one of its number that has begun; what is due lies ahead.
      const begun = (quarter - 1) * 3 + 1 <= monthOf(day) ? yearOf(day) : yearOf(day) - 1;
      const isOver = quarter * 3 < monthOf(day);
      const own = direction === 'future' ? yearOf(day) + (isOver ? 1 : 0) : begun;
      return inferred(partOfYear(beside == null ? own : yearOf(day) + beside, 32 + quarter));
    },
  ),
  rule(
    { name: 'season-and-year', signs: 'season digit', example: 'The pier was shut in summer 2029.' },
    `(?:(?:the|early|late|mid)[- ])?(?<season>${SEASON})(?: of| in)?,? (?<year>${YEAR})`,
    ({ season = '', year = '' }) => given(partOfYear(Number(year), seasonNumber(season))),
  ),
  rule(
    { name: 'season-beside', signs: 'season', example: 'The pier was shut last winter.' },
    `(?:(?<side>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he|early|late|mid-?)[ -](?:the )?)?(?<season>${SEASON})`,
    seasonBeside,
  ),
  // "in spring", "for fall": behind a preposition it is no verb.
  rule(
    { name: 'season-alone', signs: 'season', example: 'The race will be held in spring.' },
    '(?<=\\b(?:[Ii]n|[Ff]or|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom) )(?<season>spring|fall)',
    (groups, anchor, words) => seasonBeside({ ...groups, side: 'the' }, anchor, words),
  ),
  rule(
    { name: 'year', signs: 'digit', example: 'The pier was built in 1987.' },
    `(?:(?:early|late|mid)[- ]|(?:the )?(?:beginning|start|middle|end) of )?(?<year>${YEAR})`,
    ({ year = '' }) => given(unitAt('year', Number(year))),
  ),
];
