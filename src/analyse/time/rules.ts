import type { Time } from '../../record/index.ts';
import { type Anchor, nearestDate, nearestMonth, weekdayBeside, weekdayNear } from './anchor.ts';
import {
  addDays,
  type Day,
  dayAt,
  daysBetween,
  easterOf,
  lengthOf,
  monthAt,
  monthOf,
  nthWeekday,
  weekdayOf,
  weekOf,
  yearOf,
} from './calendar.ts';
import {
  MONTH,
  monthNumber,
  NUMBER,
  numberOf,
  ORDINAL_DAY,
  ordinalNumber,
  PART,
  SEASON,
  seasonNumber,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from './words.ts';

/** What an expression means, and whether the text itself says so. */
export interface Reading {
  readonly type: Time['type'];
  readonly value: string;
  readonly how: Time['how'];
}

/** What a sentence must have for a rule to be asked at all: to look for these once is cheap, to ask every rule is not. */
const SIGNS = {
  digit: /\d/,
  month: /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/,
  weekday: /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/,
  season: /spring|summer|autumn|fall|winter/,
  unit: /(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur)/,
  quarter: /quarter|\bQ[1-4]/,
  holiday:
    /Christmas|New Year|Easter|Friday|Thanksgiving|Day\b|Halloween|Epiphany|Wednesday|Sunday|Pentecost/,
  daily: /day|night|morning|evening|afternoon|tomorrow/i,
  repeated: /[Ee]very|[Ee]ach|[Pp]er |days\b|[a-z]ly\b|[DWMQY][a-z]+ly\b/,
  ago: /\bago\b/,
  clock: /\d|[Nn]oon|[Mm]idnight/,
  vague: /now|urrently|present|moment|ecent|past|ately|reviously|arlier|oon\b|hortly|future|coming/,
} as const;
export type Sign = keyof typeof SIGNS;

/** The signs that a sentence has. */
export function signsIn(sentence: string): ReadonlySet<Sign> {
  return new Set((Object.keys(SIGNS) as Sign[]).filter((sign) => SIGNS[sign].test(sentence)));
}

/** A way to write a time: its name, its signs, its pattern with named groups, and its meaning; null where the match is none. */
export interface Rule {
  readonly name: string;
  readonly signs: readonly Sign[];
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>, anchor: Anchor, words: string): Reading | null;
}

const rule = (name: string, signs: string, pattern: string, read: Rule['read']): Rule => ({
  name,
  signs: signs.split(' ') as Sign[],
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}$£€#/.-])(?:${pattern})(?![\p{L}\p{N}]|[-/](?=\d))`, 'gu'),
  read,
});

const stated = (value: string, type: Time['type'] = 'date'): Reading => ({ type, value, how: 'stated' });
const inferred = (value: string | null, type: Time['type'] = 'date'): Reading | null =>
  value === null ? null : { type, value, how: 'inferred' };
const dateNumber = (words = ''): number => Number.parseInt(words, 10);

/** A day whose year the text gives, or does not. */
function dated(month: string, date: string, year: string | undefined, anchor: Anchor): Reading | null {
  const number = monthNumber(month);
  if (year === undefined)
    return dateNumber(date) > lengthOf(2024, number)
      ? null
      : inferred(nearestDate(number, dateNumber(date), anchor));
  const day = dayAt(Number(year), number, dateNumber(date));
  return day === null ? null : stated(day);
}

/** From one value to another, both with the precision that they have. */
function span(from: Reading | null, to: Reading | null): Reading | null {
  if (from === null || to === null) return null;
  const how = from.how === 'stated' && to.how === 'stated' ? 'stated' : 'inferred';
  return { type: 'date', value: `${from.value}/${to.value}`, how };
}

const DATE_PREFIX = String.raw`(?:(?<weekday>${WEEKDAY}),? (?:the )?)?`;
const TAIL_PART = String.raw`(?:,? (?<part>${PART}))?`;

/** Ranges first, then single dates, then what hangs on the day of publication, then lengths and what repeats. */
export const RULES: readonly Rule[] = [
  // Days
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
    String.raw`(?:(?:from|between) )?(?<month>${MONTH}) (?<first>${ORDINAL_DAY}) ?(?:[–—-]|to|and|through|until|or|&) ?(?<last>${ORDINAL_DAY})(?:,? (?<year>${YEAR}))?`,
    ({ month = '', first = '', last = '', year }, anchor) =>
      dateNumber(first) < dateNumber(last)
        ? span(dated(month, first, year, anchor), dated(month, last, year, anchor))
        : null,
  ),
  rule(
    'range-of-days-british',
    'month digit',
    String.raw`(?:(?:from|between) )?(?<first>${ORDINAL_DAY}) ?(?:[–—-]|to|and|through|until|or|&) ?(?<last>${ORDINAL_DAY})(?: of)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    ({ month = '', first = '', last = '', year }, anchor) =>
      dateNumber(first) < dateNumber(last)
        ? span(dated(month, first, year, anchor), dated(month, last, year, anchor))
        : null,
  ),
  rule(
    'range-over-months',
    'month digit',
    String.raw`(?:(?:from|between) )?(?<one>${MONTH}) (?<first>${ORDINAL_DAY})(?:,? (?<early>${YEAR}))? ?(?:[–—-]|to|and|through|until) ?(?<other>${MONTH}) (?<last>${ORDINAL_DAY})(?:,? (?<year>${YEAR}))?`,
    ({ one = '', first = '', early, other = '', last = '', year }, anchor) =>
      span(dated(one, first, early ?? year, anchor), dated(other, last, year, anchor)),
  ),
  rule(
    'date',
    'month digit',
    String.raw`${DATE_PREFIX}(?<month>${MONTH}) (?<date>${ORDINAL_DAY})(?:,? (?:of )?(?<year>${YEAR}))?${TAIL_PART}`,
    ({ month = '', date = '', year }, anchor) => dated(month, date, year, anchor),
  ),
  rule(
    'date-british',
    'month digit',
    String.raw`${DATE_PREFIX}(?:the )?(?<date>${ORDINAL_DAY})(?: of)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?${TAIL_PART}`,
    ({ month = '', date = '', year }, anchor) => dated(month, date, year, anchor),
  ),
  rule('nine-eleven', 'digit', String.raw`(?:9\/11|September 11(?:th)? attacks)`, () => stated('2001-09-11')),
  // Months and years
  rule(
    'range-of-months',
    'month',
    String.raw`(?:(?:from|between) )(?<one>${MONTH})(?: (?<early>${YEAR}))? (?:to|and|through|until) (?<other>${MONTH})(?:,? (?<year>${YEAR}))?`,
    ({ one = '', early, other = '', year }, anchor) => {
      const [first, last] = [monthNumber(one), monthNumber(other)];
      if (year !== undefined)
        return stated(
          `${monthAt(Number(early ?? year) - (early === undefined && first > last ? 1 : 0), first)}/${monthAt(Number(year), last)}`,
        );
      return inferred(`${nearestMonth(first, anchor)}/${nearestMonth(last, anchor)}`);
    },
  ),
  rule(
    'half-of-a-month',
    'month',
    String.raw`the (?<half>first|second) half of (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    ({ half, month = '', year }, anchor) => {
      const value =
        year === undefined
          ? nearestMonth(monthNumber(month), anchor)
          : monthAt(Number(year), monthNumber(month));
      if (value.startsWith('X')) return inferred(value);
      const end = lengthOf(Number(value.slice(0, 4)), Number(value.slice(5)));
      return inferred(half === 'first' ? `${value}-01/${value}-15` : `${value}-16/${value}-${end}`);
    },
  ),
  rule(
    'month-and-year',
    'month digit',
    String.raw`(?:(?:early|late|mid)[- ]|(?:the )?(?:beginning|start|middle|end) of )?(?<month>${MONTH}),?(?: of)? (?<year>${YEAR})`,
    ({ month = '', year = '' }) => stated(monthAt(Number(year), monthNumber(month))),
  ),
  rule(
    'end-of-a-month-bounded',
    'month',
    String.raw`(?<side>before|by) the end of (?<month>${MONTH})`,
    ({ month = '' }, anchor) => {
      const value = nearestMonth(monthNumber(month), { ...anchor, direction: 'future' });
      if (value.startsWith('X')) return inferred(value);
      return inferred(`../${value}-${lengthOf(Number(value.slice(0, 4)), Number(value.slice(5)))}`);
    },
  ),
  rule(
    'month-of-a-year-beside',
    'month',
    String.raw`(?<side>last|next|this) (?<month>${MONTH})|(?<later>${MONTH}) (?:of )?(?<which>last|this|next) year`,
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
    'month',
    'month',
    String.raw`(?:(?:early|late|mid)[- ]|(?:the )?(?:beginning|start|middle|end) of )?(?<month>${MONTH})`,
    ({ month = '' }, anchor, words) =>
      // "May" and "March" begin sentences and are verbs; "Mar" and "Dec" alone are too short to tell.
      /^(?:may|march|mar|jun|jul|dec|jan|oct|sep|apr|aug|feb|nov)\.?$/i.test(words) &&
      !/^(?:May|March)$/.test(words)
        ? null
        : inferred(nearestMonth(monthNumber(month), anchor)),
  ),
  rule(
    'decade',
    'digit',
    String.raw`(?:the )?(?:(?:early|late|mid)[- ])?(?:(?<full>1[5-9]\d|20\d)0|['’]?(?<short>[2-9])0)['’]?s`,
    ({ full, short }, _, words) => {
      if (full === undefined && !/^the /i.test(words)) return null;
      return stated(`${full ?? `19${short}`}X`);
    },
  ),
  rule(
    'century',
    'unit',
    String.raw`(?:the )?(?:(?:early|late|mid)[- ])?(?<ordinal>\d{1,2}(?:st|nd|rd|th)|eighteenth|nineteenth|twentieth|twenty-first)[- ]century`,
    ({ ordinal = '' }) => {
      const number =
        { eighteenth: 18, nineteenth: 19, twentieth: 20, 'twenty-first': 21 }[ordinal] ??
        Number.parseInt(ordinal, 10);
      return stated(`${String(number - 1).padStart(2, '0')}XX`);
    },
  ),
  rule(
    'quarter',
    'quarter',
    String.raw`(?:(?:the )?(?<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter|Q(?<number>[1-4]))(?:(?: of)? (?<year>${YEAR})| of (?<which>last|this|next) year)?`,
    ({ ordinal, number, year, which }, { day }) => {
      const quarter = number === undefined ? ordinalNumber(ordinal ?? '') : Number(number);
      if (year !== undefined) return stated(`${year}-${32 + quarter}`);
      if (day === null) return inferred(`XXXX-${32 + quarter}`);
      const beside = which === undefined ? null : { last: -1, this: 0, next: 1 }[which];
      // Results are told when a quarter is over: the last one of its number that has begun.
      const own = (quarter - 1) * 3 + 1 <= monthOf(day) ? yearOf(day) : yearOf(day) - 1;
      return inferred(`${beside == null ? own : yearOf(day) + beside}-${32 + quarter}`);
    },
  ),
  rule(
    'season-and-year',
    'season digit',
    String.raw`(?:(?:the|early|late|mid)[- ])?(?<season>${SEASON})(?: of| in)?,? (?<year>${YEAR})`,
    ({ season = '', year = '' }) => stated(`${year}-${seasonNumber(season)}`),
  ),
  rule(
    'season-beside',
    'season',
    String.raw`(?:(?<side>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he|early|late|mid-?)[ -](?:the )?)?(?<season>${SEASON})`,
    ({ side: written, season = '' }, { day, direction }) => {
      const side = written?.toLowerCase();
      const number = seasonNumber(season);
      // "fall" and "spring" alone are more often verbs.
      if (side === undefined && (season === 'fall' || season === 'spring')) return null;
      if (day === null) return inferred(`XXXX-${number}`);
      const middle = { 21: 4, 22: 7, 23: 10, 24: 1 }[number] ?? 4;
      const year = yearOf(day);
      const years = [year - 1, year, year + 1].map((one) => ({ one, at: `${monthAt(one, middle)}-15` }));
      const past = years.filter(({ at }) => daysBetween(day, at) < -20).at(-1);
      const next = years.find(({ at }) => daysBetween(day, at) > 20);
      const near = years.toSorted(
        (a, b) => Math.abs(daysBetween(day, a.at)) - Math.abs(daysBetween(day, b.at)),
      )[0];
      const chosen =
        side === 'last'
          ? past
          : side === 'next'
            ? next
            : side === 'this'
              ? near
              : direction === 'future'
                ? next
                : direction === 'past'
                  ? past
                  : near;
      return inferred(`${chosen?.one ?? year}-${number}`);
    },
  ),
  rule(
    'year',
    'digit',
    String.raw`(?:(?:early|late|mid)[- ]|(?:the )?(?:beginning|start|middle|end) of )?(?<year>${YEAR})`,
    ({ year = '' }) => stated(year),
  ),
  // Holidays
  rule(
    'holiday',
    'holiday',
    String.raw`(?:(?<side>since|before|until) (?:the )?)?(?<name>Christmas(?: Eve| Day)?|Boxing Day|New Year['’]s (?:Eve|Day)|the New Year|New Year|Easter(?: Sunday| Monday)?|Good Friday|Thanksgiving(?: Day)?|Independence Day|Labor Day|Memorial Day|Veterans Day|Halloween|Valentine['’]s Day|May Day|Bastille Day|Armistice Day|St\.? Patrick['’]s Day|Martin Luther King(?:,? Jr\.?)? Day|Presidents['’]? Day|Columbus Day|Epiphany|Ash Wednesday|Palm Sunday|Pentecost|All Saints['’]? Day|Victory Day)(?:,? (?<year>${YEAR}))?`,
    ({ side, name = '', year }, { day, direction }) => {
      if (year !== undefined) return stated(holidayOf(name, Number(year)));
      if (day === null) return inferred(holidayOf(name, 0).replace(/^0000/, 'XXXX'));
      const own = yearOf(day);
      const days = [own - 1, own, own + 1].map((one) => holidayOf(name, one));
      const past = days.filter((one) => one <= day).at(-1) ?? day;
      const next = days.find((one) => one >= day) ?? day;
      if (side === 'since') return inferred(`${past}/..`);
      if (side === 'before' || side === 'until')
        return inferred(
          `../${direction === 'past' && daysBetween(past, day) < 60 ? past : eveOf(name, next)}`,
        );
      const isNextNearer = daysBetween(day, next) < daysBetween(past, day);
      return inferred(
        direction === 'future' ? next : direction === 'past' ? past : isNextNearer ? next : past,
      );
    },
  ),
  // What hangs on the day of publication
  rule(
    'day-of-publication',
    'daily',
    String.raw`(?:(?:earlier|later) )?(?<word>[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening|day))`,
    (_, { day }) => (day === null ? stated('PRESENT') : inferred(day)),
  ),
  rule(
    'day-beside',
    'daily',
    String.raw`(?<word>[Yy]esterday|[Tt]omorrow|[Tt]he day (?:after tomorrow|before yesterday)|[Ll]ast night)(?: (?<part>${PART}))?`,
    ({ word = '' }, { day }) => {
      const form = word.toLowerCase();
      const step =
        form === 'yesterday' || form === 'last night'
          ? -1
          : form === 'tomorrow'
            ? 1
            : form.endsWith('tomorrow')
              ? 2
              : -2;
      return day === null ? stated(step < 0 ? 'PAST' : 'FUTURE') : inferred(addDays(day, step));
    },
  ),
  rule('overnight', 'daily', '[Oo]vernight', (_, { day }) =>
    day === null ? null : inferred(`${addDays(day, -1)}/${day}`),
  ),
  rule(
    'weekday-range',
    'weekday',
    String.raw`(?:from|between) (?<one>${WEEKDAY}) (?:to|until|through|and) (?<other>${WEEKDAY})`,
    ({ one = '', other = '' }, anchor) => {
      const first = weekdayNear(weekdayNumber(one), anchor);
      if (first === null) return null;
      const days = (weekdayNumber(other) - weekdayNumber(one) + 7) % 7;
      return inferred(`${first}/${addDays(first, days)}`);
    },
  ),
  rule(
    'weekday-beside',
    'weekday',
    String.raw`(?<side>[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?|the previous|the following) (?<weekday>${WEEKDAY})(?: (?<part>${PART}))?|(?<late>${WEEKDAY}) (?<lateside>last|next)(?: week)?`,
    ({ side = '', weekday, late, lateside }, anchor) => {
      const { day } = anchor;
      const number = weekdayNumber(weekday ?? late ?? '');
      if (day === null) return inferred(`XXXX-WXX-${number}`);
      const which = (lateside ?? side).toLowerCase();
      if (which === 'last' || which === 'this past' || which === 'the previous')
        return inferred(weekdayBeside(number, 'last', day));
      if (which === 'next' || which === 'this coming' || which === 'the following')
        return inferred(weekdayBeside(number, 'next', day));
      return inferred(addDays(day, number - weekdayOf(day)));
    },
  ),
  rule(
    'weekdays',
    'repeated',
    String.raw`(?:[Ee]very|[Ee]ach) (?<every>${WEEKDAY}|${SEASON}|${MONTH}|morning|night|evening)|(?<plural>Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)`,
    ({ every, plural }) => {
      const word = every ?? plural ?? '';
      if (/^(?:morning|night|evening)$/.test(word)) return stated('P1D', 'set');
      const weekday = weekdayNumber(word);
      if (weekday > 0 && /day/i.test(word)) return stated(`XXXX-WXX-${weekday}`, 'set');
      if (new RegExp(`^${SEASON}$`).test(word)) return stated(`XXXX-${seasonNumber(word)}`, 'set');
      return stated(`XXXX-${String(monthNumber(word)).padStart(2, '0')}`, 'set');
    },
  ),
  rule(
    'weekday',
    'weekday',
    String.raw`(?:(?:early|late) (?:on )?)?(?<weekday>${WEEKDAY})(?: (?<part>${PART}))?`,
    ({ weekday = '' }, anchor, words) => {
      // "Sun" and "Sat" alone are words.
      if (/^(?:sun|sat|mon|wed|fri)\.?$/i.test(words)) return null;
      const number = weekdayNumber(weekday);
      return inferred(weekdayNear(number, anchor) ?? `XXXX-WXX-${number}`);
    },
  ),
  rule(
    'unit-beside',
    'unit',
    String.raw`(?:(?:earlier|later|early|late) )?(?<side>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:previous|following|coming|same)|[Tt]he next|[Tt]he last) (?<unit>day|week|weekend|month|quarter|year|decade|century)`,
    ({ side = '', unit = '' }, anchor) => {
      const form = side.toLowerCase();
      if (unit === 'day' && /next|previous|following|same/.test(form)) return null;
      const isRelative = /previous|following|same/.test(form);
      const base =
        isRelative && anchor.before !== null && /^\d{4}/.test(anchor.before) ? anchor.before : anchor.day;
      if (base === null)
        return stated(form === 'this' ? 'PRESENT' : /last|previous/.test(form) ? 'PAST' : 'FUTURE');
      const step = /last|previous/.test(form) ? -1 : /next|following|coming/.test(form) ? 1 : 0;
      return inferred(beside(base, unit, step));
    },
  ),
  rule(
    'start-of-a-unit',
    'unit',
    String.raw`(?:the )?(?:beginning|start|middle|end) of (?:the|this) (?<unit>week|month|quarter|year|decade)|(?:early|late) (?<side>last|this|next) (?<other>week|month|year)`,
    ({ unit, side, other }, { day }) =>
      day === null
        ? stated('PRESENT')
        : inferred(beside(day, unit ?? other ?? '', side === 'last' ? -1 : side === 'next' ? 1 : 0)),
  ),
  rule(
    'day-after',
    'daily',
    String.raw`[Tt]he (?:(?<next>next|following) day|day (?<after>after|before)|(?<previous>previous) day)|(?:[Tt]hat|[Tt]he same) (?:day|night|evening|morning|afternoon)`,
    ({ next, after, previous }, { before }) => {
      if (before === null || !/^\d{4}-\d\d-\d\d$/.test(before)) return null;
      const step =
        next !== undefined || after === 'after' ? 1 : previous !== undefined || after === 'before' ? -1 : 0;
      return inferred(addDays(before, step));
    },
  ),
  rule(
    'ago',
    'ago',
    String.raw`(?:(?<number>${NUMBER})|(?<vague>several|some|a few|many|a couple(?: of)?)) (?<unit>${UNIT})s? ago`,
    ({ number, unit = '' }, { day }) => {
      const count = number === undefined ? null : numberOf(number);
      if (count === null || day === null || unitOf(unit).clock) return stated('PAST');
      return inferred(moved(day, unit, -count));
    },
  ),
  rule(
    'from-now',
    'unit',
    String.raw`(?:in )?(?<number>${NUMBER}) (?<unit>${UNIT})s?(?:['’]s?)? (?:from now|time)`,
    ({ number = '', unit = '' }, { day }, words) => {
      const count = numberOf(number);
      if (/ time$/.test(words) && !/^in /.test(words)) return null;
      return count === null || day === null ? stated('FUTURE') : inferred(moved(day, unit, count));
    },
  ),
  rule(
    'later',
    'unit',
    String.raw`(?<number>${NUMBER}) (?<unit>day|week|month|quarter|year|decade)s? (?<side>later|earlier|before)(?! (?:than|the|he|she|it|they|his|her|its|that|this))`,
    ({ number = '', unit = '', side }, { before, day }) => {
      const count = numberOf(number);
      const base = before !== null && /^\d{4}/.test(before) ? before : day;
      if (count === null || base === null) return stated(side === 'later' ? 'FUTURE' : 'PAST');
      return inferred(movedAlike(base, unit, side === 'later' ? count : -count));
    },
  ),
  // Times of day
  rule(
    'clock',
    'clock',
    String.raw`(?:(?<hour>[01]?\d|2[0-3])(?::(?<minute>[0-5]\d)(?::[0-5]\d)?|\.(?<dotted>[0-5]\d)(?= ?[ap]\.?m))(?: ?(?<half>[ap])\.?m\b\.?)?|(?<whole>1[0-2]|[1-9]) ?(?<part>[ap])\.?m\b\.?|(?<noon>[Nn]oon|[Mm]idnight))(?: ?(?:GMT|UTC|BST|CET|CEST|ET|EST|EDT|PT|PST|PDT|CT|CST|MT|local time|Moscow time))?`,
    ({ hour, minute, dotted, half, whole, part, noon }, { day, before }) => {
      const late = (half ?? part)?.toLowerCase() === 'p';
      const twelve = noon === undefined ? Number(hour ?? whole) : /noon/i.test(noon) ? 12 : 0;
      const clock =
        noon !== undefined
          ? twelve
          : half === undefined && part === undefined
            ? twelve
            : (twelve % 12) + (late ? 12 : 0);
      if (noon === undefined && clock > 23) return null;
      const on = before !== null && /^\d{4}-\d\d-\d\d$/.test(before) ? before : day;
      const value = `${on ?? ''}T${String(clock).padStart(2, '0')}:${minute ?? dotted ?? '00'}`;
      return on === null ? stated(value, 'time') : { type: 'time', value, how: 'inferred' };
    },
  ),
  // Lengths
  rule(
    'past-length',
    'unit',
    String.raw`[Tt]he (?:past|last|next|coming|previous|following|first|final) (?:(?<number>${NUMBER})|(?<vague>few|several|couple of|many) )?(?:(?<=\d|\p{L}) )?(?<unit>${UNIT})s?`,
    ({ number, vague, unit = '' }, _, words) => {
      if (number === undefined && vague === undefined && !/past|coming/i.test(words)) return null;
      return stated(
        length(number === undefined ? (vague === undefined ? 1 : null) : numberOf(number), unit),
        'duration',
      );
    },
  ),
  rule(
    'set',
    'repeated',
    String.raw`[Dd]aily|[Ww]eekly|[Mm]onthly|[Qq]uarterly|[Aa]nnually|[Yy]early|(?:[Ee]very|[Ee]ach|[Pp]er) (?<number>${NUMBER} |other )?(?<unit>day|week|month|quarter|year|hour|minute)s?`,
    ({ number, unit }, _, words) => {
      const word = words.toLowerCase();
      const adverb = {
        daily: 'P1D',
        weekly: 'P1W',
        monthly: 'P1M',
        quarterly: 'P3M',

        annually: 'P1Y',
        yearly: 'P1Y',
      }[word];
      if (adverb !== undefined) return stated(adverb, 'set');
      const count = number === undefined ? 1 : /^other/.test(number) ? 2 : numberOf(number.trim());
      return stated(length(count, unit ?? 'day'), 'set');
    },
  ),
  rule(
    'length',
    'unit',
    String.raw`(?:(?<number>${NUMBER})(?: and a half)?|(?<vague>several|a few|many|a couple of|some|recent))[ -](?<unit>${UNIT})(?:s|s?['’]s?)?(?:[- ](?:old|long))?`,
    ({ number, vague, unit = '' }, _, words) => {
      if (/-old$| old$/.test(words)) return null;
      if (vague === 'recent') return stated('PAST');
      const count = number === undefined ? null : numberOf(number);
      if (number !== undefined && count === null) return null;
      // "a second debate", "the second hour"
      if (/^seconds?$/.test(unit) && count === 1) return null;
      return stated(
        length(count === null ? null : count + (words.includes('and a half') ? 0.5 : 0), unit),
        'duration',
      );
    },
  ),
  rule(
    'vague-length',
    'unit',
    String.raw`(?<=\b(?:for|over|took|lasted|within|after|of|in) )(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?=$|[ ,.;])(?! (?:ago|later|earlier|before|old))|(?<long>hours|days|weeks|months|years|decades|centuries)-long`,
    ({ unit, long }) => stated(length(null, unit ?? long ?? ''), 'duration'),
  ),
  // References
  rule(
    'in-recent',
    'vague',
    String.raw`[Ii]n (?:recent|the past|past) (?:days|weeks|months|years|decades)|[Ii]n the past|[Rr]ecently|[Ll]ately|[Pp]reviously|[Ee]arlier(?= ?(?:,|[a-z]+ed\b|he |she |it |the ))`,
    () => stated('PAST'),
  ),
  rule(
    'now',
    'vague',
    String.raw`[Nn]ow(?! that)|[Cc]urrently|[Nn]owadays|[Aa]t (?:present|the moment)|[Pp]resently|[Rr]ight now`,
    () => stated('PRESENT'),
  ),
  rule(
    'soon',
    'vague',
    String.raw`[Ss]oon|[Ss]hortly|[Ii]n the (?:near )?future|[Ii]n the coming (?:days|weeks|months|years)`,
    () => stated('FUTURE'),
  ),
];

/** A length as ISO 8601 has it; an unknown number is X. */
function length(count: number | null, word: string): string {
  const { letter, times, clock } = unitOf(word);
  const number = count === null ? 'X' : String(count * times);
  if (letter === 'W' && count !== null && !Number.isInteger(count * times)) return `P${count * times * 7}D`;
  return `P${clock ? 'T' : ''}${number}${letter}`;
}

/** The day, week, month, quarter, year, decade that lies so many of them from the one of a value. */
function beside(value: string, word: string, step: number): string {
  const unit = word.toLowerCase();
  const day = `${value}-01-01`.slice(0, 10).replace(/-W.*/, '-01-01');
  const year = yearOf(day);
  if (unit === 'day') return addDays(day, step);
  if (unit === 'week') return weekOf(addDays(day, 7 * step));
  if (unit === 'weekend') {
    const saturday = addDays(day, 6 - weekdayOf(day) + 7 * step);
    return `${saturday}/${addDays(saturday, 1)}`;
  }
  if (unit === 'month') return monthAt(year, monthOf(day) + step);
  if (unit === 'quarter') {
    const quarter = Math.floor((monthOf(day) - 1) / 3) + step;
    return `${year + Math.floor(quarter / 4)}-${33 + (((quarter % 4) + 4) % 4)}`;
  }
  if (unit === 'decade') return `${String(Math.floor(year / 10) + step)}X`;
  if (unit === 'century') return `${String(Math.floor(year / 100) + step)}XX`;
  return String(year + step);
}

/** A day so many units away, as precise as the unit is: years ago are years. */
function moved(day: Day, word: string, count: number): string {
  const { letter, times } = unitOf(word);
  const steps = count * times;
  if (letter === 'Y' && Number.isInteger(steps)) return String(yearOf(day) + steps).padStart(4, '0');
  if (letter === 'M' && Number.isInteger(steps)) return monthAt(yearOf(day), monthOf(day) + steps);
  return addDays(day, Math.round(steps * { D: 1, W: 7, M: 30.44, Y: 365.25 }[letter as 'D']));
}

/** A value so many units away, as precise as it was: a year before a quarter is a quarter. */
function movedAlike(value: string, word: string, count: number): string {
  const { letter, times } = unitOf(word);
  if (letter === 'Y' && /^\d{4}/.test(value) && Number.isInteger(count * times))
    return value.replace(/\d{4}(?=-|$|\/)/g, (year) => String(Number(year) + count * times));
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    if (letter === 'M' && Number.isInteger(count * times))
      return monthAt(yearOf(value), monthOf(value) + count * times);
    return addDays(value, Math.round(count * times * { D: 1, W: 7, M: 30.44, Y: 365.25 }[letter as 'D']));
  }
  if (/^\d{4}-(?:0\d|1[0-2])$/.test(value) && letter === 'M')
    return monthAt(Number(value.slice(0, 4)), Number(value.slice(5)) + count * times);
  return moved(`${value}-01-01`.slice(0, 10), word, count);
}

/** The day of a holiday in a year; of the year 0 its month and day. */
function holidayOf(name: string, year: number): Day {
  const at = (month: number, date: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const form = name.toLowerCase().replace(/[’]/g, "'");
  const easter = (days: number) => addDays(easterOf(year || 2000), days);
  if (form === 'christmas eve') return at(12, 24);
  if (form.startsWith('christmas')) return at(12, 25);
  if (form === 'boxing day') return at(12, 26);
  if (form === "new year's eve") return at(12, 31);
  if (form.includes('new year')) return at(1, 1);
  if (form === 'good friday') return easter(-2);
  if (form === 'easter monday') return easter(1);
  if (form.startsWith('easter')) return easter(0);
  if (form === 'ash wednesday') return easter(-46);
  if (form === 'palm sunday') return easter(-7);
  if (form === 'pentecost') return easter(49);
  if (form.startsWith('thanksgiving')) return nthWeekday(year || 2000, 11, 4, 4);
  if (form === 'independence day') return at(7, 4);
  if (form === 'labor day') return nthWeekday(year || 2000, 9, 1, 1);
  if (form === 'memorial day') return nthWeekday(year || 2000, 5, 1, -1);
  if (form.startsWith('martin luther')) return nthWeekday(year || 2000, 1, 1, 3);
  if (form.startsWith('president')) return nthWeekday(year || 2000, 2, 1, 3);
  if (form === 'columbus day') return nthWeekday(year || 2000, 10, 1, 2);
  if (form === 'veterans day' || form === 'armistice day') return at(11, 11);
  if (form === 'halloween') return at(10, 31);
  if (form.startsWith('valentine')) return at(2, 14);
  if (form === 'may day') return at(5, 1);
  if (form === 'victory day') return at(5, 9);
  if (form === 'bastille day') return at(7, 14);
  if (form === 'epiphany') return at(1, 6);
  if (form.startsWith('all saints')) return at(11, 1);
  return at(3, 17);
}

/** What lies before the New Year ends on New Year's Eve; what lies before Easter ends on Easter. */
const eveOf = (name: string, day: Day): Day => (/new year$/i.test(name) ? addDays(day, -1) : day);
