import {
  addDays,
  daysBetween,
  interval,
  type When,
  weekdayOf,
  yearless,
  yearOf,
} from '../../../record/index.ts';
import { weekdayBeside, weekdayNear } from '../anchor.ts';
import { eveOf, holidayOf, holidayYearless } from '../holidays.ts';
import { beside, length, moved, movedAlike } from '../moves.ts';
import { away, given, inferred, type Rule, rule, stated } from '../rule.ts';
import {
  MONTH,
  monthNumber,
  NUMBER,
  numberOf,
  PART,
  SEASON,
  seasonNumber,
  UNIT,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from '../words.ts';

const weekdayOfUnknownWeek = (weekday: number): When => ({ kind: 'weekday', weekday });

/** What begins or ends with a date, by the word before it. */
function bounded(side: string | undefined, when: When | null): When | null {
  if (side === undefined || when === null) return when;
  return side === 'since' ? interval(when, null) : interval(null, when);
}

/** Holidays, and what hangs on the day of publication or on the expression before. */
export const FROM_ANOTHER_DAY: readonly Rule[] = [
  rule(
    { name: 'holiday', signs: 'holiday', example: 'Calls have come since Christmas.' },
    String.raw`(?:(?<side>since|before|until) (?:the )?)?(?<name>Christmas(?: Eve| Day)?|Boxing Day|New Year['’]s (?:Eve|Day)|the New Year|New Year|Easter(?: Sunday| Monday)?|Good Friday|Thanksgiving(?: Day)?|Independence Day|Labor Day|Memorial Day|Veterans Day|Halloween|Valentine['’]s Day|May Day|Bastille Day|Armistice Day|St\.? Patrick['’]s Day|Martin Luther King(?:,? Jr\.?)? Day|Presidents['’]? Day|Columbus Day|Epiphany|Ash Wednesday|Palm Sunday|Pentecost|All Saints['’]? Day|Victory Day)(?:,? (?<year>${YEAR}))?`,
    ({ side, name = '', year }, { day, direction }) => {
      if (year !== undefined) return given(holidayOf(name, Number(year)));
      if (day === null) return inferred(bounded(side, holidayYearless(name)));
      const own = yearOf(day);
      const days = [own - 1, own, own + 1].flatMap((one) => holidayOf(name, one) ?? []);
      const past = days.findLast(({ at }) => at <= day.at) ?? day;
      const next = days.find(({ at }) => at >= day.at) ?? day;
      if (side === 'since') return inferred(bounded(side, past));
      if (side !== undefined)
        return inferred(
          bounded(side, direction === 'past' && daysBetween(past, day) < 60 ? past : eveOf(name, next)),
        );
      const isNextNearer = daysBetween(day, next) < daysBetween(past, day);
      return inferred(
        direction === 'future' ? next : direction === 'past' ? past : isNextNearer ? next : past,
      );
    },
  ),
  // What hangs on the day of publication
  rule(
    { name: 'day-of-publication', signs: 'daily', example: 'The race is held today.' },
    `(?:(?:earlier|later) )?(?<word>[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening|day))`,
    (_, { day }) => (day === null ? stated('PRESENT') : inferred(day)),
  ),
  rule(
    { name: 'day-beside', signs: 'daily', example: 'The race was held yesterday.' },
    `(?<word>[Yy]esterday|[Tt]omorrow|[Tt]he day (?:after tomorrow|before yesterday)|[Ll]ast night)(?: (?<part>${PART}))?`,
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
      return away(day === null ? null : addDays(day, step), step);
    },
  ),
  rule(
    { name: 'overnight', signs: 'daily', example: 'The bridge was shut overnight.' },
    '[Oo]vernight',
    (_, { day }) => (day === null ? null : inferred(interval(addDays(day, -1) ?? day, day))),
  ),
  rule(
    { name: 'weekday-range', signs: 'weekday', example: 'The museum is open from Monday to Wednesday.' },
    `(?:from|between) (?<one>${WEEKDAY}) (?:to|until|through|and) (?<other>${WEEKDAY})`,
    ({ one = '', other = '' }, anchor) => {
      if (anchor.day === null) return null;
      const first = weekdayNear(weekdayNumber(one), anchor, anchor.day);
      const days = (weekdayNumber(other) - weekdayNumber(one) + 7) % 7;
      const last = first === null ? null : addDays(first, days);
      return last === null ? null : inferred(interval(first, last));
    },
  ),
  rule(
    { name: 'weekday-beside', signs: 'weekday', example: 'The mayor left last Friday.' },
    `(?<side>[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?|the previous|the following) (?<weekday>${WEEKDAY})(?: (?<part>${PART}))?|(?<late>${WEEKDAY}) (?<lateside>last|next)(?: week)?`,
    ({ side = '', weekday, late, lateside }, anchor) => {
      const { day, before } = anchor;
      const number = weekdayNumber(weekday ?? late ?? '');
      if (day === null) return inferred(weekdayOfUnknownWeek(number));
      const which = (lateside ?? side).toLowerCase();
      // "moved from Saturday to the following Saturday": from the day that was named.
      const from = /previous|following/.test(which) && before?.kind === 'day' ? before : day;
      if (/^(?:last|this past|the previous)$/.test(which))
        return away(weekdayBeside(number, 'last', from), -1);
      if (/^(?:next|this coming|the following)$/.test(which))
        return away(weekdayBeside(number, 'next', from), 1);
      const step = number - weekdayOf(day);
      return away(addDays(day, step), step);
    },
  ),
  rule(
    { name: 'weekdays', signs: 'repeated', example: 'The market is held every Friday.' },
    `(?:[Ee]very|[Ee]ach) (?<every>${WEEKDAY}|${SEASON}|${MONTH}|morning|night|evening)|(?<plural>Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)`,
    ({ every, plural }) => {
      const word = every ?? plural ?? '';
      if (/^(?:morning|night|evening)$/.test(word)) return stated(length(1, 'day'), 'set');
      const weekday = weekdayNumber(word);
      if (weekday > 0 && /day/i.test(word)) return stated(weekdayOfUnknownWeek(weekday), 'set');
      const isSeason = new RegExp(`^${SEASON}$`).test(word);
      const value = yearless(isSeason ? seasonNumber(word) : monthNumber(word));
      return value === null ? null : stated(value, 'set');
    },
  ),
  rule(
    { name: 'weekday', signs: 'weekday', example: 'The mayor spoke on Monday.' },
    `(?:(?:early|late) (?:on )?)?(?<weekday>${WEEKDAY})(?: (?<part>${PART}))?`,
    ({ weekday = '' }, anchor, words) => {
      // "Sun" and "Sat" alone are words.
      if (/^(?:sun|sat|mon|wed|fri)\.?$/i.test(words)) return null;
      const number = weekdayNumber(weekday);
      const { day } = anchor;
      return inferred((day && weekdayNear(number, anchor, day)) ?? weekdayOfUnknownWeek(number));
    },
  ),
  rule(
    { name: 'unit-beside', signs: 'unit', example: 'The sides met last week.' },
    `(?:(?:earlier|later|early|late) )?(?<side>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:previous|following|coming|same)|[Tt]he next|[Tt]he last) (?<unit>day|week|weekend|month|quarter|year|decade|century)(?! of (?:the )?(?:${MONTH}|${YEAR}))`,
    ({ side = '', unit = '' }, anchor) => {
      const form = side.toLowerCase();
      if (unit === 'day' && /next|previous|following|same/.test(form)) return null;
      const isRelative = /previous|following|same/.test(form);
      const base = (isRelative ? anchor.before : null) ?? anchor.day;
      if (base === null)
        return stated(form === 'this' ? 'PRESENT' : /last|previous/.test(form) ? 'PAST' : 'FUTURE');
      const step = /last|previous/.test(form) ? -1 : /next|following|coming/.test(form) ? 1 : 0;
      return away(beside(base, unit, step), step);
    },
  ),
  rule(
    { name: 'start-of-a-unit', signs: 'unit', example: 'The race was held at the start of the week.' },
    `(?:the )?(?:beginning|start|middle|end) of (?:the|this) (?<unit>week|month|quarter|year|decade)|(?:early|late) (?<side>last|this|next) (?<other>week|month|year)`,
    ({ unit, side, other }, { day }) => {
      if (day === null) return stated('PRESENT');
      const step = side === 'last' ? -1 : side === 'next' ? 1 : 0;
      return away(beside(day, unit ?? other ?? '', step), step);
    },
  ),
  rule(
    { name: 'day-after', signs: 'daily', example: 'They met on March 3; the next day they left.' },
    `[Tt]he (?:(?<next>next|following) (?:day|morning|afternoon|evening|night)|day (?<after>after|before)|(?<previous>previous) day)|(?:[Tt]hat|[Tt]he same) (?:day|night|evening|morning|afternoon)`,
    ({ next, after, previous }, { before }) => {
      if (before?.kind !== 'day') return null;
      const step =
        next !== undefined || after === 'after' ? 1 : previous !== undefined || after === 'before' ? -1 : 0;
      return away(addDays(before, step), step);
    },
  ),
  rule(
    {
      name: 'same-unit',
      signs: 'unit',
      example: 'The pier burned down in 1987 and was sold that same year.',
    },
    `[Tt]hat (?:same )?(?<unit>week|month|quarter|year|decade)`,
    ({ unit = '' }, { before }) => (before === null ? null : inferred(beside(before, unit, 0))),
  ),
  rule(
    { name: 'ago', signs: 'ago', example: 'The mayor came three days ago.' },
    `(?:(?<number>${NUMBER})|(?<vague>several|some|a few|many|a couple(?: of)?)) (?<unit>${UNIT})s? ago`,
    ({ number, unit = '' }, { day }) => {
      const count = number === undefined ? null : numberOf(number);
      return away(count === null || day === null ? null : moved(day, unit, -count), -1);
    },
  ),
  rule(
    { name: 'from-now', signs: 'unit', example: 'The race begins three weeks from now.' },
    `(?:in )?(?<number>${NUMBER}) (?<unit>${UNIT})s?(?:['’]s?)? (?:from now|time)`,
    ({ number = '', unit = '' }, { day }, words) => {
      const count = numberOf(number);
      if (/ time$/.test(words) && !/^in /.test(words)) return null;
      return away(count === null || day === null ? null : moved(day, unit, count), 1);
    },
  ),
  rule(
    { name: 'later', signs: 'unit', example: 'The sides met last week. Two days later, talks broke off.' },
    `(?<number>${NUMBER}) (?<unit>day|week|month|quarter|year|decade)s? (?<side>later|earlier|prior|before(?! (?:the|he|she|it|they|his|her|its|that|this)))(?! than)`,
    ({ number = '', unit = '', side }, { before, day }) => {
      const count = numberOf(number);
      const base = before ?? day;
      const step = side === 'later' ? 1 : -1;
      return away(count === null || base === null ? null : movedAlike(base, unit, step * count), step);
    },
  ),
];
