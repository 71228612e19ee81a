import { addDays, daysBetween, weekdayOf, yearOf } from '../../../record/index.ts';
import { weekdayBeside, weekdayNear } from '../anchor.ts';
import { eveOf, holidayOf } from '../holidays.ts';
import { beside, moved, movedAlike } from '../moves.ts';
import { inferred, type Rule, rule, stated } from '../rule.ts';
import {
  MONTH,
  monthNumber,
  NUMBER,
  numberOf,
  PART,
  SEASON,
  seasonNumber,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from '../words.ts';

/** Holidays, and what hangs on the day of publication or on the expression before. */
export const FROM_ANOTHER_DAY: readonly Rule[] = [
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
    `(?:(?:earlier|later) )?(?<word>[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening|day))`,
    (_, { day }) => (day === null ? stated('PRESENT') : inferred(day)),
  ),
  rule(
    'day-beside',
    'daily',
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
      return day === null ? stated(step < 0 ? 'PAST' : 'FUTURE') : inferred(addDays(day, step));
    },
  ),
  rule('overnight', 'daily', '[Oo]vernight', (_, { day }) =>
    day === null ? null : inferred(`${addDays(day, -1)}/${day}`),
  ),
  rule(
    'weekday-range',
    'weekday',
    `(?:from|between) (?<one>${WEEKDAY}) (?:to|until|through|and) (?<other>${WEEKDAY})`,
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
    `(?<side>[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?|the previous|the following) (?<weekday>${WEEKDAY})(?: (?<part>${PART}))?|(?<late>${WEEKDAY}) (?<lateside>last|next)(?: week)?`,
    ({ side = '', weekday, late, lateside }, anchor) => {
      const { day } = anchor;
      const number = weekdayNumber(weekday ?? late ?? '');
      if (day === null) return inferred(`XXXX-WXX-${number}`);
      const which = (lateside ?? side).toLowerCase();
      // "moved from Saturday to the following Saturday": from the day that was named.
      const isRelative =
        /previous|following/.test(which) && anchor.before !== null && /^\d{4}-\d\d-\d\d$/.test(anchor.before);
      if (isRelative && anchor.before !== null)
        return inferred(weekdayBeside(number, which.includes('previous') ? 'last' : 'next', anchor.before));
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
    `(?:[Ee]very|[Ee]ach) (?<every>${WEEKDAY}|${SEASON}|${MONTH}|morning|night|evening)|(?<plural>Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)`,
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
    `(?:(?:early|late) (?:on )?)?(?<weekday>${WEEKDAY})(?: (?<part>${PART}))?`,
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
    `(?:(?:earlier|later|early|late) )?(?<side>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:previous|following|coming|same)|[Tt]he next|[Tt]he last) (?<unit>day|week|weekend|month|quarter|year|decade|century)(?! of (?:the )?(?:${MONTH}|${YEAR}))`,
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
    `(?:the )?(?:beginning|start|middle|end) of (?:the|this) (?<unit>week|month|quarter|year|decade)|(?:early|late) (?<side>last|this|next) (?<other>week|month|year)`,
    ({ unit, side, other }, { day }) =>
      day === null
        ? stated('PRESENT')
        : inferred(beside(day, unit ?? other ?? '', side === 'last' ? -1 : side === 'next' ? 1 : 0)),
  ),
  rule(
    'day-after',
    'daily',
    `[Tt]he (?:(?<next>next|following) (?:day|morning|afternoon|evening|night)|day (?<after>after|before)|(?<previous>previous) day)|(?:[Tt]hat|[Tt]he same) (?:day|night|evening|morning|afternoon)`,
    ({ next, after, previous }, { before }) => {
      if (before === null || !/^\d{4}-\d\d-\d\d$/.test(before)) return null;
      const step =
        next !== undefined || after === 'after' ? 1 : previous !== undefined || after === 'before' ? -1 : 0;
      return inferred(addDays(before, step));
    },
  ),
  rule(
    'same-unit',
    'unit',
    `[Tt]hat (?:same )?(?<unit>week|month|quarter|year|decade)`,
    ({ unit = '' }, { before }) =>
      before === null || !/^\d{4}/.test(before) ? null : inferred(beside(before, unit, 0)),
  ),
  rule(
    'ago',
    'ago',
    `(?:(?<number>${NUMBER})|(?<vague>several|some|a few|many|a couple(?: of)?)) (?<unit>${UNIT})s? ago`,
    ({ number, unit = '' }, { day }) => {
      const count = number === undefined ? null : numberOf(number);
      if (count === null || day === null || unitOf(unit).clock) return stated('PAST');
      return inferred(moved(day, unit, -count));
    },
  ),
  rule(
    'from-now',
    'unit',
    `(?:in )?(?<number>${NUMBER}) (?<unit>${UNIT})s?(?:['’]s?)? (?:from now|time)`,
    ({ number = '', unit = '' }, { day }, words) => {
      const count = numberOf(number);
      if (/ time$/.test(words) && !/^in /.test(words)) return null;
      return count === null || day === null ? stated('FUTURE') : inferred(moved(day, unit, count));
    },
  ),
  rule(
    'later',
    'unit',
    `(?<number>${NUMBER}) (?<unit>day|week|month|quarter|year|decade)s? (?<side>later|earlier|prior|before(?! (?:the|he|she|it|they|his|her|its|that|this)))(?! than)`,
    ({ number = '', unit = '', side }, { before, day }) => {
      const count = numberOf(number);
      const base = before !== null && /^\d{4}/.test(before) ? before : day;
      if (count === null || base === null) return stated(side === 'later' ? 'FUTURE' : 'PAST');
      return inferred(movedAlike(base, unit, side === 'later' ? count : -count));
    },
  ),
];
